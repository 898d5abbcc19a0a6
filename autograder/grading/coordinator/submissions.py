"""Find what students handed in, and read it as data: links and pipes are left alone."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.notebook_files import MAX_BYTES, NotebookCell, Unreadable, read_cells

#: endings that a notebook may have got on its way, the best first
ENDINGS = (".ipynb", ".ipynb.txt", ".ipynb.json", ".json", ".py")


@dataclass(frozen=True)
class HandedIn:
    """What one student handed in for one assignment."""

    student: str
    assignment: str
    folder: Path

    @property
    def id(self) -> str:
        return f"{self.student}/{self.assignment}"

    @property
    def is_named(self) -> bool:
        """Whether the student's name can be written down and shown as it is."""
        return self.student.isprintable()


def find_handed_in(submitted: Path, assignments: Sequence[str]) -> list[HandedIn]:
    """Every folder ``submitted/STUDENT/ASSIGNMENT`` of ``assignments``, in a fixed order."""
    students = sorted(p for p in submitted.glob("*") if p.is_dir())
    return [
        HandedIn(student.name, name, student / name)
        for student in students
        for name in assignments
        if not student.name.startswith(".") and (student / name).is_dir()
    ]


def find_notebook(folder: Path, name: str) -> Path | None:
    """The file in ``folder`` that is most likely the assignment ``name``, if there is any."""
    exact = folder / f"{name}.ipynb"
    if exact.is_file():
        return exact

    def rank(path: Path) -> tuple:
        lower = path.name.lower()
        ending = next(i for i, ending in enumerate(ENDINGS) if lower.endswith(ending))
        # the one named after the assignment, then the one handed in last
        return ending, name.lower() not in lower, -path.stat().st_mtime_ns, path.name

    found = [p for p in _files(folder) if p.name.lower().endswith(ENDINGS)]
    return min(found, key=rank, default=None)


def _files(folder: Path) -> list[Path]:
    """The ordinary files in ``folder``; none where it cannot be read."""
    with contextlib.suppress(OSError):
        return [p for p in folder.iterdir() if p.is_file() and not p.is_symlink()]
    return []


def read_file(path: Path, most: int) -> bytes:
    """Content of a file that was handed in.

    Raises :class:`OSError` for anything but an ordinary file of up to ``most`` bytes: a link may
    lead to the reference or to another student, and a pipe or a device has no end.
    """
    try:
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise OSError(errno.ELOOP, "it is a link to another file", str(path)) from error
        raise
    with open(fd, "rb") as file:
        about = os.fstat(fd)
        if not stat.S_ISREG(about.st_mode):
            raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
        if about.st_size > most:
            raise OSError(errno.EFBIG, f"it is larger than {most // 2**20} MiB", str(path))
        return file.read(most)


def read_submitted_cells(path: Path) -> tuple[list[NotebookCell], list[str]]:
    """The cells of the file at ``path``, and what an instructor should know about the file.

    Raises :class:`Unreadable` when there is none.
    """
    try:
        content = read_file(path, MAX_BYTES)
    except OSError as error:
        raise Unreadable(f"the file cannot be read: {error.strerror}") from error
    return read_cells(content, is_script=path.suffix.lower() == ".py")
