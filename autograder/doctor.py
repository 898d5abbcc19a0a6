"""What is installed, what is missing, what to do; and whether the sandbox holds."""

from __future__ import annotations

import importlib.metadata
import platform
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.grading.judge.break_in import Probe


@dataclass(frozen=True)
class Finding:
    """One thing looked for: its version or place, or ``None`` and the remedy."""

    purpose: str
    what: str
    found: str | None
    remedy: str = ""


PACKAGES = {
    "students": ("", ["numpy", "matplotlib", "ipython", "typer"]),
    "instructors": ("[instructor]", ["nbgrader", "jupytext", "notebook"]),
    "authors": ("[book]", ["jupyter-book", "sphinx-mathjax-offline"]),
    "tests": ("[test]", ["pytest", "hypothesis", "nbval", "playwright", "autograd", "scipy"]),
}
#: programs looked for by name, with Debian's package for each
PROGRAMS = {
    "instructors": [("bwrap", "bubblewrap")],
    "tests": [("chromium", "chromium")],
    "all": [("make", "make"), ("git", "git")],
}


def examine() -> list[Finding]:
    """Look for Python, the packages of every extra, and the programs used."""
    findings = [Finding("all", "Python 3.11-3.13", platform.python_version())]
    for purpose, (extra, names) in PACKAGES.items():
        for name in names:
            try:
                version = importlib.metadata.version(name)
            except importlib.metadata.PackageNotFoundError:
                version = None
            findings.append(Finding(purpose, name, version, f"pip install '.{extra}'"))
    for purpose, programs in PROGRAMS.items():
        for program, package in programs:
            remedy = f"on Debian: apt-get install {package}"
            findings.append(Finding(purpose, program, shutil.which(program), remedy))
    return findings


def isolation() -> tuple[list[Probe], str]:
    """Every property of the sandbox, by trying to break it; or why there is no sandbox here.

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
