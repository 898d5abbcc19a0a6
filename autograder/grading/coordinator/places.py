"""Find every hand-in below ``submitted/``, also where it lies a little elsewhere.

What lies at ``STUDENT/ASSIGNMENT/`` needs no look inside. Anything else is understood where
only one thing can be meant, and told otherwise: nothing is passed over in silence.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from autograder.course import Course
from autograder.grading.coordinator.attached_pictures import SHOWN
from autograder.grading.coordinator.reading import (
    is_folder,
    is_litter,
    is_ordinary,
    read_file,
    walk,
)
from autograder.grading.coordinator.submissions import (
    ENDINGS,
    NOTEBOOK,
    TIMESTAMP,
    HandedIn,
)
from autograder.grading.coordinator.which_assignment import Assignments, meant_by, said_by

ARCHIVES = (".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar")
MAX_READ = 16 * 2**20  #: bytes of a notebook that is read to find out what it is
MAX_NOTEBOOKS = 20  #: of a student, in odd places, that are read for that
MOODLE = "_assignsubmission_"
PLACE = "STUDENT/ASSIGNMENT/ASSIGNMENT.ipynb"


@dataclass(frozen=True)
class Overlooked:
    """Something below ``submitted/`` that is not graded, and why."""

    path: Path
    why: str


@dataclass
class Survey:
    """All that lies below ``submitted/``."""

    handed_in: list[HandedIn] = field(default_factory=list)
    overlooked: list[Overlooked] = field(default_factory=list)


def assignments_of(course: Course) -> dict[str, list[str]]:
    """The exercises and questions of each assignment of ``course``."""
    return {name: [*one.exercises, *one.written] for name, one in course.assignments.items()}


def find_handed_in(submitted: Path, assignments: Collection[str]) -> list[HandedIn]:
    """Every hand-in to ``assignments`` below ``submitted``, in a fixed order."""
    return survey(submitted, dict.fromkeys(assignments, ())).handed_in


def survey(submitted: Path, assignments: Assignments) -> Survey:
    """Look at everything below ``submitted``; ``assignments`` are all that the course has."""
    found = Survey()
    entries = sorted(submitted.iterdir()) if submitted.is_dir() else []
    for entry in entries:
        why = _no_student(entry, assignments)
        if why is None:
            _Student(entry, assignments, found).look()
        elif why:
            found.overlooked.append(Overlooked(entry, why))
    found.overlooked.sort(key=lambda one: one.path)
    return found


def _no_student(entry: Path, assignments: Assignments) -> str | None:
    """Why ``entry`` is no student's folder, ``""`` where that needs no word, else ``None``."""
    if not entry.is_dir():
        if is_litter(entry.name):
            return ""
        if _about_file(entry):
            return "an archive; `autograder collect` takes it"
        return f"a file among the students' folders; expected is {PLACE}"
    if entry.name.startswith("."):
        is_empty = next(walk(entry), None) is None
        return (
            "" if is_empty or entry.name == ".ipynb_checkpoints" else "its name begins with a dot"
        )
    if is_litter(entry.name):
        return ""
    if entry.name in assignments:
        return f"a folder of an assignment among the students'; expected is {PLACE}"
    if MOODLE in entry.name:
        return "a folder of a download from Moodle; `autograder collect` takes it"
    return None


def _about_file(path: Path) -> str:
    is_archive = path.name.lower().endswith(ARCHIVES)
    return f"an archive: unpack it, so that {PLACE} is there" if is_archive else ""


class _Student:
    """The folder of one student, in which some hand-ins may lie in odd places."""

    def __init__(self, folder: Path, assignments: Assignments, found: Survey) -> None:
        self.folder, self.assignments, self.found = folder, assignments, found
        self.taken: dict[str, HandedIn] = {}
        self.left = MAX_NOTEBOOKS

    def look(self) -> None:
        entries = []
        with contextlib.suppress(OSError):  # nobody may read it: it is as if it was empty
            entries = sorted(self.folder.iterdir())
        in_place = [e for e in entries if e.name in self.assignments and is_folder(e)]
        for entry in in_place:
            self._take(entry.name, entry)
        rest = [e for e in entries if e not in in_place and not is_litter(e.name)]
        for entry in sorted(rest, key=lambda entry: not entry.name.lower().endswith(ENDINGS)):
            if is_folder(entry):
                self._look_into(entry)
            elif not self._comes_along(entry):
                self._look_at(entry)
        order = list(self.assignments)
        self.found.handed_in += sorted(
            self.taken.values(), key=lambda one: order.index(one.assignment)
        )

    def _take(self, name: str, folder: Path, notebook: Path | None = None, note: str = "") -> None:
        self.taken[name] = HandedIn(self.folder.name, name, folder, notebook, note)

    def _overlook(self, path: Path, why: str) -> None:
        self.found.overlooked.append(Overlooked(path, why))

    def _comes_along(self, file: Path) -> bool:
        """Whether ``file`` is read with a notebook beside it."""
        is_beside = any(one.folder == self.folder for one in self.taken.values())
        return file.name == TIMESTAMP or (is_beside and file.name.lower().endswith(SHOWN))

    def _look_into(self, folder: Path) -> None:
        """A folder that has no assignment's name."""
        name = self._meant_by(folder.name)
        if name and name not in self.taken:
            self._take(name, folder, note=f"found in the folder {folder.name!r}")
            return
        files = list(walk(folder))
        notebooks = [file for file in files if file.lower().endswith(NOTEBOOK)]
        for file in notebooks:
            self._look_at(folder / file)
        if files and not notebooks:
            why = next((why for file in files if (why := _about_file(folder / file))), "")
            self._overlook(folder, why or "a folder of no assignment, and no notebook in it")

    def _look_at(self, path: Path) -> None:
        """A file outside of the folders of assignments."""
        place = path.relative_to(self.folder).as_posix()
        if not is_ordinary(path):
            self._overlook(path, "a link, or no ordinary file")
        elif not path.name.lower().endswith(ENDINGS):
            self._overlook(path, _about_file(path) or f"no notebook; expected is {PLACE}")
        elif not (name := self._assignment_of(path)):
            self._overlook(path, f"nobody can tell to which assignment; expected is {PLACE}")
        elif name in self.taken:
            one = self.taken[name]
            graded = (one.notebook or one.folder).relative_to(self.folder).as_posix()
            self._overlook(path, f"a second hand-in to {name}; {graded!r} is graded")
        else:
            self._take(name, path.parent, path, f"found at {place!r}")

    def _assignment_of(self, path: Path) -> str:
        """What the notebook says of itself, else its name or its folder's."""
        names = (self._meant_by(path.name.partition(".")[0]), self._meant_by(path.parent.name))
        return self._says(path) or next(filter(None, names), "")

    def _meant_by(self, name: str) -> str:
        return meant_by(name, self.assignments)

    def _says(self, path: Path) -> str:
        """The assignment that the cells in a notebook belong to."""
        self.left -= 1
        if self.left < 0:
            return ""
        try:
            return said_by(path.name, read_file(path, MAX_READ), self.assignments)
        except OSError:
            return ""


def lines_of(overlooked: Collection[Overlooked], submitted: Path) -> Iterator[str]:
    """A line for each, to be shown and written down."""
    for one in overlooked:
        place = one.path.relative_to(submitted).as_posix()
        yield f"{place if place.isprintable() else ascii(place)}: not graded: {one.why}"
