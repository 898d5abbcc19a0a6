"""What is done: one JSON line a graded submission, only ever added to.

A line is written after everything else of its submission. So a run that was killed anywhere
is continued by the next one, which grades again only what has no line yet.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import json
import os
import platform
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import autograder
from autograder import datasets
from autograder.course import Chapter

SYNC_EVERY = 1.0  #: seconds of work that may be done again after a power cut
#: what decides a mark beside the course, the submission and this package
ENVIRONMENT = ("numpy", "matplotlib", "ipython")


@dataclass(frozen=True)
class Entry:
    """A graded submission. ``key`` stands for all that its marks depend on."""

    submission: str
    key: str
    score: float = 0.0
    notes: list[str] = field(default_factory=list)
    seconds: float = 0.0
    at: float = 0.0  #: time of day, in seconds since 1970
    page: str = ""  #: hash of all that its feedback page was made from, beside the notebook
    outdated: list[str] = field(default_factory=list)  #: marked by hand, and changed since
    digest: str = ""  #: hash of what was handed in, one of all that ``key`` stands for


class Journal:
    """The file at ``path``, as a context: opened for adding to, closed safely."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries = {entry.submission: entry for entry in _entries(path)}  # the last one counts
        self._file: Any = None
        self._synced = time.monotonic()

    def __enter__(self) -> Journal:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        _end_last_line(self.path)
        self._file = self.path.open("a", encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        self._sync()
        self._file.close()

    def has(self, submission: str, key: str) -> bool:
        """Whether ``submission`` was graded as it would be graded now."""
        entry = self.entries.get(submission)
        return entry is not None and entry.key == key

    def add(self, entry: Entry) -> None:
        """Note that ``entry`` is done; it survives the end of this process from here on."""
        self._file.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")
        self._file.flush()
        self.entries[entry.submission] = entry
        if time.monotonic() - self._synced > SYNC_EVERY:
            self._sync()

    def _sync(self) -> None:
        os.fsync(self._file.fileno())
        self._synced = time.monotonic()


def _entries(path: Path) -> Iterator[Entry]:
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
        try:
            entry = Entry(**json.loads(line))
        except (ValueError, TypeError, RecursionError):  # cut off, or of another version
            continue
        if _is_sound(entry):
            yield entry


def _is_sound(entry: Entry) -> bool:
    """Whether every value is of its type: a disk, or a person, may have changed the file."""
    texts = (entry.submission, entry.key, entry.page, entry.digest)
    lists = (entry.notes, entry.outdated)
    return (
        all(isinstance(one, str) for one in texts)
        and all(type(one) in (int, float) for one in (entry.score, entry.seconds, entry.at))
        and all(isinstance(own, list) for own in lists)
        and all(isinstance(one, str) for own in lists for one in own)
    )


def _end_last_line(path: Path) -> None:
    if path.exists() and not path.read_bytes().endswith(b"\n"):
        with path.open("ab") as file:
            file.write(b"\n")


def key_of(files: Iterable[Path], *others: str) -> str:
    """Hash these files and texts; a file that cannot be read counts as missing."""
    digest = hashlib.sha256()
    for path in files:
        try:
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        except OSError:
            digest.update(b"missing")
    for other in others:
        digest.update(b"\0" + other.encode("utf-8", "surrogatepass"))  # any name of a folder
    return digest.hexdigest()


#: modules of a solution that are there to prove its checks
VARIANTS = ("mistakes", "misconceptions", "alternatives", "equivalent")
#: what decides a mark: the checks, and all that turns a notebook into what they see
DECIDING = (
    "checks",
    "course",
    "datasets",
    "grading/boundary",
    "grading/child",
    "grading/coordinator",
    "grading/judge",
    "notebooks",
    "in_process.py",
    "notebook_files.py",
)
#: of the coordinator, what only starts, writes or shows; a module that is not named decides
NOT_DECIDING = frozenset(
    f"grading/coordinator/{name}.py"
    for name in (
        "attached_pictures",
        "by_hand",
        "cell_errors",
        "cells_as_html",
        "feedback",
        "grade_class",
        "gradebook",
        "graded_notebook",
        "graders",
        "journal",
        "lateness",
        "marks",
        "marks_table",
        "notes",
        "parts",
        "places",
        "pool",
        "ruled",
        "rules",
        "sample_class",
        "sanitize",
        "stock",
        "tables",
        "terminal",
    )
)


def course_key(chapter: Chapter) -> str:
    """Hash the chapter, its checks, what it borrows, and the code that grades it."""
    solution = chapter.solution.folder
    files = [chapter.path, *(p for p in sorted(solution.glob("*.py")) if p.stem not in VARIANTS)]
    # sorted: a chapter that was read alone meets its lenders in another order
    files += sorted({lender.path for lender in chapter.borrowed.values()})
    return key_of(files, grader_key(Path(autograder.__file__).parent))


@functools.cache
def grader_key(package: Path) -> str:
    """Hash what decides marks in the folder ``package`` of this package, and its environment."""
    found = [path for part in DECIDING for path in _modules(package / part)]
    files = [p for p in found if p.relative_to(package).as_posix() not in NOT_DECIDING]
    data = sorted(datasets.FOLDER.glob("*.csv"))
    versions = [f"{name} {importlib.metadata.version(name)}" for name in ENVIRONMENT]
    return key_of([*files, *data], platform.python_version(), *versions)


def _modules(path: Path) -> list[Path]:
    return [path] if path.is_file() else sorted(path.rglob("*.py"))
