"""Whether a worker is what the coordinator is: a mark depends on the answer alone.

Compared are Python, the libraries that decide marks, every module of this package, and every
chapter that is graded, by hashes. What differs first is told, and where.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import platform
from collections.abc import Mapping
from pathlib import Path

import autograder
from autograder.course import find_root, read_assignment
from autograder.errors import UserError
from autograder.grading.coordinator.journal import ENVIRONMENT, course_key

PACKAGE = Path(autograder.__file__).parent
Signature = tuple[tuple[str, int, int], ...]


def own_versions() -> dict[str, str]:
    """What decides marks beside the course, by name."""
    found = {"Python": platform.python_version()}
    found |= {name: importlib.metadata.version(name) for name in ENVIRONMENT}
    return found | {"autograder": package_digest()}


def signature() -> Signature:
    """Of the modules of this package as they lie there now: which, how long, since when."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        status = path.stat()
        found.append((path.relative_to(PACKAGE).as_posix(), status.st_size, status.st_mtime_ns))
    return tuple(found)


@functools.cache
def package_digest() -> str:
    """Hash all modules of this package, as they lay there when this was first asked."""
    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        digest.update(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()[:16]


def keys_of(course: Path, names: Mapping[str, str]) -> dict[str, str]:
    """Hashes of the chapters ``names`` of the course at ``course``.

    A chapter that cannot be read has the reason in place of its hash, which equals none.
    """
    found = {}
    for name in names:
        try:
            found[name] = course_key(read_assignment(find_root(course), name))
        except (UserError, OSError) as error:
            found[name] = f"cannot be read: {error}"
    return found


def difference(ours: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    """The first of ``ours`` that is another one there, with both, or nothing."""
    for name, value in ours.items():
        other = theirs.get(name, "none")
        if other != value:
            return f"{name} is {other} there and {value} here"
    return ""


def other_chapter(ours: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    """Which chapter is another one there, or nothing."""
    for name, key in ours.items():
        other = theirs.get(name, "")
        if other.startswith("cannot be read"):
            return f"the chapter {name} {other}"
        if other != key:
            return f"the chapter {name}, its checks or the data sets are not the same as here"
    return ""
