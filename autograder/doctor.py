"""What is installed, what is missing, what to do; and whether the sandbox holds."""

from __future__ import annotations

import enum
import importlib.metadata
import platform
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

if TYPE_CHECKING:
    from autograder.grading.judge.break_in import Probe

PACKAGE = "neuron-to-network"


@dataclass(frozen=True)
class Finding:
    """One thing looked for: its version or place, or ``None`` and the remedy."""

    what: str
    found: str | None
    remedy: str = ""


@dataclass(frozen=True)
class Role:
    """Who needs an extra of the package; whoever has ``key`` installed is one of them."""

    name: str
    extra: str
    key: str
    programs: tuple[tuple[str, str], ...] = ()  #: looked for by name, with Debian's packages


class Who(enum.StrEnum):
    """Who asks."""

    STUDENT = "student"
    INSTRUCTOR = "instructor"
    AUTHOR = "author"


#: the roles that each of them has
NEEDS = {
    Who.STUDENT: ("everyone",),
    Who.INSTRUCTOR: ("everyone", "instructors"),
    Who.AUTHOR: ("everyone", "instructors", "authors", "tests"),
}
#: what each does next where nothing is amiss
NEXT = {
    Who.STUDENT: "all is here that a student needs; next: autograder check NOTEBOOK",
    Who.INSTRUCTOR: "grading can start; next: autograder init FOLDER --roster FILE",
    Who.AUTHOR: "all is here that an author needs; next: make site",
}
#: whose packages come with the wheel, and not with the course's folder
FROM_WHEEL = "in the course's environment: pip install neuron_to_network-….whl"

ROLES = (
    Role("everyone", "", "numpy"),
    Role("instructors", "instructor", "nbgrader", (("bwrap", "bubblewrap"),)),
    Role("authors", "book", "jupyter-book", (("make", "make"), ("git", "git"))),
    Role("tests", "test", "hypothesis", (("chromium", "chromium"),)),
)


@dataclass(frozen=True)
class Section:
    """What one role needs. Nothing is amiss where it ``is_here`` not."""

    role: Role
    is_here: bool
    findings: tuple[Finding, ...]

    @property
    def is_complete(self) -> bool:
        return all(finding.found is not None for finding in self.findings)


def examine() -> list[Section]:
    """Look for Python, the packages of every extra, and the programs used, by role."""
    return [_section(role) for role in ROLES]


def examine_for(who: Who) -> list[Section]:
    """Look for what ``who`` needs, whatever is installed so far."""
    sections = [_section(role) for role in ROLES if role.name in NEEDS[who]]
    if who is Who.STUDENT:
        sections = [replace(one, findings=_for_students(one.findings)) for one in sections]
    return [replace(one, is_here=True) for one in sections]


def _for_students(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The same, with the remedy of those who have the wheel and not the course's folder."""
    of_python, *packages = findings
    return (of_python, *(replace(one, remedy=FROM_WHEEL) for one in packages))


def _section(role: Role) -> Section:
    findings = [_python()] if not role.extra else []
    findings += [_package(requirement) for requirement in requirements(role.extra)]
    for program, package in role.programs:
        remedy = f"on Debian: apt-get install {package}"
        findings.append(Finding(program, shutil.which(program), remedy))
    is_here = not role.extra or _version(role.key) is not None
    return Section(role, is_here, tuple(findings))


def requirements(extra: str = "") -> Iterator[Requirement]:
    """Yield what the installed package asks for, with ``extra`` or without any."""
    try:
        texts = importlib.metadata.requires(PACKAGE) or []
    except importlib.metadata.PackageNotFoundError:  # run from a folder
        texts = [PACKAGE] if not extra else []
    for requirement in map(Requirement, texts):
        marker = requirement.marker
        is_of_an_extra = marker is not None and not marker.evaluate({"extra": ""})
        if is_of_an_extra == bool(extra) and (marker is None or marker.evaluate({"extra": extra})):
            requirement.extras.add(extra)
            yield requirement


def _package(requirement: Requirement) -> Finding:
    version = _version(requirement.name)
    extra = "".join(f"[{name}]" for name in requirement.extras if name)
    remedy = f"in the course's folder: pip install '.{extra}'"
    if version is not None and not requirement.specifier.contains(version, prereleases=True):
        return Finding(
            requirement.name, None, f"{version} is not {requirement.specifier}; {remedy}"
        )
    return Finding(requirement.name, version, remedy)


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _python() -> Finding:
    try:
        wanted = importlib.metadata.metadata(PACKAGE)["Requires-Python"] or ""
    except importlib.metadata.PackageNotFoundError:
        wanted = ""
    version = platform.python_version()
    fits = SpecifierSet(wanted).contains(version, prereleases=True)
    return Finding("Python", version if fits else None, f"{version} is not {wanted}; get another")


def isolation() -> tuple[list[Probe], str]:
    """Try to break every property of the sandbox; or say why there is no sandbox here.

    What must not be seen is the course at or above the working folder.
    """
    try:
        from autograder.course import CourseError, find_root
        from autograder.grading.judge.break_in import probe
        from autograder.grading.judge.sandbox import SandboxError, require
    except ModuleNotFoundError as error:
        return [], f"{error.name} is not installed; instructors need: pip install '.[instructor]'"
    try:
        course = find_root()
    except CourseError:
        course = Path.cwd()
    try:
        require()
        return probe(course), ""
    except SandboxError as error:
        return [], str(error)


#: settings of the kernel that keep bubblewrap from starting: value that does, and the remedy
KERNEL = {
    "kernel/unprivileged_userns_clone": ("0", "sysctl -w kernel.unprivileged_userns_clone=1"),
    "kernel/apparmor_restrict_unprivileged_userns": (
        "1",
        "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0; or, for bubblewrap alone,"
        " put `abi <abi/4.0>, profile bwrap /usr/bin/bwrap flags=(unconfined) { userns, }` into"
        " /etc/apparmor.d/bwrap, then: apparmor_parser -r /etc/apparmor.d/bwrap",
    ),
    "user/max_user_namespaces": ("0", "sysctl -w user.max_user_namespaces=15000"),
}
CONTAINER = (
    "in a container its own filter has to allow user namespaces (Docker: --security-opt"
    " seccomp=unconfined); better, grade on the host"
)


def remedies(settings: Path = Path("/proc/sys")) -> list[str]:
    """Say what may let a sandbox start here, judged by the kernel's ``settings``."""
    if shutil.which("bwrap") is None:
        return ["bubblewrap is not installed; on Debian as root: apt-get install bubblewrap"]
    found = []
    for name, (value, remedy) in KERNEL.items():
        path = settings / name
        if path.exists() and path.read_text().strip() == value:
            found.append(f"as root: {remedy}")
    return found or [CONTAINER]
