"""Read what students handed in as data: links, pipes and what has no end are left alone.

Whatever is read of one hand-in is read once, by :func:`collect`, and held in a
:class:`Collected`: its key in the journal, its cells, pictures and time are of the same bytes.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from autograder.grading.coordinator.attached_pictures import NOT_SHOWN, SHOWN, find_pictures
from autograder.grading.coordinator.reading import is_of_the_file, is_ordinary, read_file, walk
from autograder.notebook_files import MAX_BYTES, NotebookCell, Unreadable, read_cells

#: endings that a notebook may have got on its way, the best first
ENDINGS = (".ipynb", ".ipynb.txt", ".ipynb.json", ".json", ".py")
NOTEBOOK = ENDINGS[:3]  #: endings of what can be nothing else
TIMESTAMP = "timestamp.txt"
MAX_TIMESTAMP = 1000  #: bytes of it
MAX_TRIED = 5  #: notebooks in a folder that are read to find the finished one
NAMED = 5  #: files that a note names
#: what our own checks leave beside a notebook, and the grader brings along
OWN = ("mine.py",)


@dataclass(frozen=True)
class HandedIn:
    """What one student handed in for one assignment: a folder, or one notebook in it."""

    student: str
    assignment: str
    folder: Path
    notebook: Path | None = None  #: the file, where the folder is not the assignment's own
    note: str = ""  #: how it was found, unless it was where it belongs

    @property
    def id(self) -> str:
        return f"{self.student}/{self.assignment}"

    @property
    def is_named(self) -> bool:
        """Whether the student's name can be written down and shown as it is."""
        return self.student.isprintable()

    @property
    def is_in_its_place(self) -> bool:
        """Whether nbgrader would find it, too."""
        return self.notebook is None and self.folder.name == self.assignment


@dataclass(frozen=True)
class Collected:
    """All that was read of one hand-in, in the state it had then."""

    handed_in: HandedIn
    name: str = ""  #: of the notebook's file in the folder, ``""`` where there is none
    content: bytes = b""
    problem: str = ""  #: why there is no content
    pictures: Mapping[str, bytes] = field(default_factory=dict)  #: by their path in the folder
    timestamp: str | None = None  #: text of timestamp.txt
    notes: tuple[str, ...] = ()  #: for the instructor

    @functools.cached_property
    def digest(self) -> str:
        """Hash of all that is graded or shown; not of names of files that are left alone."""
        parts = [self.name, sha256(self.content).hexdigest(), self.problem, repr(self.timestamp)]
        parts += [f"{name} {sha256(one).hexdigest()}" for name, one in self.pictures.items()]
        return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

    def cells(self) -> tuple[list[NotebookCell], list[str]]:
        """The notebook's cells, and notes on its file. Raises :class:`Unreadable`."""
        if self.problem:
            raise Unreadable(self.problem)
        return cells_of(self.name, self.content)


def cells_of(name: str, content: bytes) -> tuple[list[NotebookCell], list[str]]:
    """The cells of a file of this name, and notes on it. Raises :class:`Unreadable`."""
    return read_cells(content, is_script=name.lower().endswith(".py"))


def collect(
    one: HandedIn, answers: Callable[[Sequence[NotebookCell]], int] | None = None
) -> Collected:
    """Read all that belongs to ``one``, once.

    ``answers`` counts what is answered in cells: where the notebook that has the right name
    answers nothing, a copy beside it that does is taken. Raises :class:`OSError` where the machine
    does not let it be read: that says nothing of the student's work, and gives no mark.
    """
    notes = [one.note] if one.note else []
    files = list(walk(one.folder))
    place, nested = _notebooks(one, files)
    name, content, problem = _chosen(one, place, answers, notes)
    if nested and name:
        notes.append(f"found in a folder within the assignment's: {nested!r}")
    if name and Path(name).name != f"{one.assignment}.ipynb":
        notes.append(f"taken from {name!r}")
    home = one.folder / Path(name).parent
    # beside a notebook that lies among other assignments, their pictures lie, too
    pictures, left_out = find_pictures(home, *((0,) if one.notebook else ()))
    timestamp = _timestamp(one.folder, home, notes)
    notes += [*left_out, *_left_alone(one, name, files)]
    return Collected(one, name, content, problem, pictures, timestamp, tuple(notes))


def _notebooks(one: HandedIn, files: Sequence[str]) -> tuple[list[str], str]:
    """Files that may be the notebook, the likeliest first; and the folder within, if one is.

    Only ordinary files: this is the one place where that is decided.
    """
    if one.notebook is not None:
        return [one.notebook.name], ""
    found = [name for name in files if name.lower().endswith(ENDINGS) and _may_be(one, name)]
    here = [name for name in found if "/" not in name]
    if here:
        return sorted(here, key=functools.partial(_rank, one)), ""
    below = [name for name in found if name.lower().endswith(NOTEBOOK)]
    named = [name for name in below if Path(name).name == f"{one.assignment}.ipynb"]
    chosen = below if len(below) == 1 else named
    return (chosen, str(Path(chosen[0]).parent)) if len(chosen) == 1 else ([], "")


def _may_be(one: HandedIn, name: str) -> bool:
    return Path(name).name not in OWN and is_ordinary(one.folder / name)


def _rank(one: HandedIn, name: str) -> tuple:
    """Sort the exact name first, then endings, the assignment's name in it, the newest."""
    lower = name.lower()
    ending = next(i for i, ending in enumerate(ENDINGS) if lower.endswith(ending))
    is_exact = name == f"{one.assignment}.ipynb"
    is_named = one.assignment.lower() in lower
    return not is_exact, ending, not is_named, -_time_of(one.folder / name), name


def _time_of(path: Path) -> int:
    with contextlib.suppress(OSError):
        return path.lstat().st_mtime_ns
    return 0


def _chosen(
    one: HandedIn,
    names: Sequence[str],
    answers: Callable[[Sequence[NotebookCell]], int] | None,
    notes: list[str],
) -> tuple[str, bytes, str]:
    """Name and content of the notebook to grade, or why there is none."""
    if not names:
        return "", b"", "there is no notebook in the folder"
    name, (content, problem) = names[0], _read(one.folder / names[0])
    if len(names) > 1 and answers and not _answered(name, content, answers):
        for other in names[1:MAX_TRIED]:
            copy, unread = _read(one.folder / other)
            if not unread and _answered(other, copy, answers):
                notes.append(f"{name!r} answers nothing; {other!r} beside it is graded")
                name, content, problem = other, copy, ""
                break
    for other in names[:MAX_TRIED]:
        if other != name and other.lower().endswith(NOTEBOOK):
            notes += _beside(one.folder, name, content, other)
    return name, content, problem


def _read(path: Path) -> tuple[bytes, str]:
    try:
        return read_file(path, MAX_BYTES), ""
    except OSError as error:
        if not is_of_the_file(error):
            raise
        return b"", f"the file cannot be read: {error.strerror}"


def _answered(name: str, content: bytes, answers: Callable[[Sequence[NotebookCell]], int]) -> int:
    with contextlib.suppress(Unreadable):
        return answers(cells_of(name, content)[0])
    return 0


def _beside(folder: Path, name: str, content: bytes, other: str) -> Iterator[str]:
    """Say that ``other`` was not graded, unless it is the same or has nothing to do with it."""
    with contextlib.suppress(OSError):
        is_as_long = (folder / other).lstat().st_size == len(content)
        if is_as_long and read_file(folder / other, MAX_BYTES) == content:
            return
    age = "newer" if _time_of(folder / other) > _time_of(folder / name) else "older"
    yield f"{name!r} is graded, and not {other!r}, which is {age}"


def _timestamp(folder: Path, home: Path, notes: list[str]) -> str | None:
    """Text of the file in which nbgrader's collect noted the time."""
    for place in dict.fromkeys((folder, home)):
        try:
            return read_file(place / TIMESTAMP, MAX_TIMESTAMP).decode("utf-8-sig", "replace")
        except FileNotFoundError:
            continue
        except OSError as error:
            if not is_of_the_file(error):
                raise
            notes.append(f"{TIMESTAMP} cannot be read: {error.strerror}; counts as on time")
            return ""
    return None


def _left_alone(one: HandedIn, name: str, files: Sequence[str]) -> Iterator[str]:
    """Say what else lies in the folder and was not looked at."""
    if one.notebook is not None:  # the folder is not the assignment's own
        return
    known = (*SHOWN, *NOT_SHOWN)
    others = [
        repr(file) if is_ordinary(one.folder / file) else f"{file!r} (a link, or no ordinary file)"
        for file in files
        if file not in (name, TIMESTAMP, *OWN) and not file.lower().endswith(known)
        if "/" in file or not file.lower().endswith(NOTEBOOK) or not is_ordinary(one.folder / file)
    ]
    if others:
        told = ", ".join(others[:NAMED])
        more = f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
        yield f"not looked at: {told}{more}"
