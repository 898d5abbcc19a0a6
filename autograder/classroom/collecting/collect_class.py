"""Collect what was handed in: every version is kept, and the one that counts is in submitted/."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from autograder.classroom.collecting.archives import files_of
from autograder.classroom.collecting.hand_ins import HandIn, Sorted, Told, sort_out
from autograder.classroom.collecting.versions import (
    Shelf,
    Version,
    shelves,
    that_counts,
    versions_of,
)
from autograder.classroom.collecting.whose import Matcher
from autograder.classroom.roster import Roster, Student
from autograder.classroom.settings import Settings
from autograder.course import Course
from autograder.grading.coordinator.grade_class import alone, zone_of
from autograder.grading.coordinator.marks import Deadline, Deadlines, read_students
from autograder.grading.coordinator.notes import note_collecting
from autograder.grading.coordinator.places import assignments_of
from autograder.grading.coordinator.reading import is_folder
from autograder.grading.coordinator.rules import Rules
from autograder.release import Classroom, ClassroomError

MAX_SHOWN = 120  #: characters of a path
State = Literal["new", "newer", "too late", "older", "as before"]


@dataclass(frozen=True)
class Collected:
    """One hand-in that was matched, and what became of it."""

    hand_in: HandIn
    state: State
    time: datetime | None  #: to grade by
    is_late: bool

    @property
    def id(self) -> str:
        return f"{self.hand_in.student}/{self.hand_in.assignment}"


@dataclass
class Report:
    """What collecting one archive or folder found; every file in it is accounted for."""

    source: str
    collected: list[Collected] = field(default_factory=list)
    unmatched: list[Told] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    left_aside: int = 0

    def lines(self) -> list[str]:
        """What an instructor should know of, a line each."""
        lines = [
            f"{self.source}: {shown(one.path)}: {one.why}" for one in told_once(self.unmatched)
        ]
        lines += [f"{self.source}: {shown(one.path)}: {one.why}" for one in told_once(self.told)]
        for one in self.collected:
            lines += [f"{self.source}: {one.id}: {note}" for note in notes_on(one)]
        return lines


def collect(
    course: Course,
    classroom: Classroom,
    roster: Roster,
    path: Path,
    otherwise: str = "",
    settings: Settings | None = None,
    rules: Rules | None = None,
) -> Report:
    """Collect an archive, a folder, an exchange or one notebook at ``path``.

    ``otherwise`` is the assignment of notebooks that do not say to which they belong; ``settings``
    and ``rules`` are those of ``class.toml``, where the class has one. Raises
    :class:`SourceError` where nothing can be read, :class:`ClassroomError` without a roster.
    """
    if not len(roster):
        raise ClassroomError(
            f"{classroom.folder} has no roster, so nobody can tell whose work this is; save"
            " there what Moodle, Canvas or a spreadsheet exports, under the name roster.csv"
        )
    path = _inbound(path)
    report = Report(path.resolve().name)
    found = Sorted(report.told, report.unmatched)
    with alone(classroom, "collect"), files_of(path) as files:
        deadlines, zone = Deadlines(classroom, rules), zone_of(classroom)
        assignments = assignments_of(course)
        come = sort_out(files, Matcher(roster), assignments, found, otherwise=otherwise, zone=zone)
        by_shelf: dict[tuple[str, str], list[tuple[HandIn, Version | None]]] = defaultdict(list)
        for one in come:
            shelf = Shelf(classroom, one.student, one.assignment)
            shelf.adopt(zone)
            version = shelf.add(one)
            # what it holds need not be kept in mind, and may be a lot
            by_shelf[one.student, one.assignment].append((one.without_files(), version))
        for (student, assignment), arrived in by_shelf.items():
            shelf = Shelf(classroom, student, assignment)
            report.collected += _settled(
                shelf,
                arrived,
                deadlines.of(student, assignment),
                takes_last(classroom, settings),
            )
        report.left_aside = found.left_aside
        note_collecting(classroom, report.source, report.lines())
    return report


def _settled(
    shelf: Shelf,
    arrived: Sequence[tuple[HandIn, Version | None]],
    deadline: Deadline,
    is_last: bool,
) -> Iterator[Collected]:
    """Put the version that counts into ``submitted/``, and say what became of those that came."""
    had_one = is_folder(shelf.submitted)
    counts = that_counts(shelf.versions, deadline, is_last)
    shelf.put(counts, deadline)
    for one, version in arrived:
        state: State = "as before"
        if version is not None and version.folder == counts.folder:
            state = "newer" if had_one else "new"
        elif version is not None:
            state = "older" if version.is_on_time(deadline) else "too late"
        it = version or counts
        yield Collected(one, state, it.time(deadline), not it.is_on_time(deadline))


def settle(
    classroom: Classroom, settings: Settings | None = None, rules: Rules | None = None
) -> list[str]:
    """Choose anew which versions count, after deadlines were moved; returns what has changed."""
    if not versions_of(classroom).is_dir():  # nothing was ever collected
        return []
    deadlines, zone = Deadlines(classroom, rules), zone_of(classroom)
    is_last = takes_last(classroom, settings)
    changed = []
    for shelf in shelves(classroom):
        deadline = deadlines.of(shelf.student, shelf.assignment)
        if not shelf.may_change(deadline):
            continue
        shelf.adopt(zone)
        if shelf.put(that_counts(shelf.versions, deadline, is_last), deadline):
            changed.append(f"{shelf.student}/{shelf.assignment}")
    return changed


def takes_last(classroom: Classroom, settings: Settings | None = None) -> bool:
    """Whether the last version counts, however late.

    ``class.toml`` says so, and where there is none ``before_duedate`` of nbgrader.
    """
    if settings is not None:
        return settings.counts == "last"
    return classroom.nbgrader().config.ExchangeCollect.get("before_duedate", True) is False


def roster_of(classroom: Classroom) -> Roster:
    """The roster in the class folder, or the students whom the gradebook knows."""
    kept = Roster.load(classroom.folder)
    if len(kept):
        return kept
    return Roster(
        tuple(
            Student(
                row.id,
                row.first_name or "",
                row.last_name or "",
                row.email or "",
                platform_ids={"canvas_id": row.lms_user_id} if row.lms_user_id else {},
            )
            for row in read_students(classroom)
            if not row.id.startswith(".") and "/" not in row.id  # it names a folder
        )
    )


def _inbound(path: Path) -> Path:
    """The folder of hand-ins, where ``path`` is nbgrader's exchange or a course in it."""
    if not path.is_dir() or path.name == "inbound":
        return path
    found = [one for one in (path / "inbound", *sorted(path.glob("*/inbound"))) if is_folder(one)]
    if len(found) > 1:
        courses = ", ".join(one.parent.name for one in found)
        raise ClassroomError(f"{path} is the exchange of several courses: {courses}; name one")
    return found[0] if found else path


def notes_on(one: Collected) -> Iterator[str]:
    """What an instructor should know of a hand-in that was matched."""
    yield from one.hand_in.notes
    if one.state == "too late":
        known = one.hand_in.handed_in
        at = f" at {known:%Y-%m-%d %H:%M} UTC," if known else ""
        yield f"handed in again{at} after the deadline; kept, and the version before counts"
    elif one.hand_in.is_late and one.hand_in.handed_in is None and one.time is not None:
        yield "the platform says LATE and no time: counts as late by a second"


def told_once(told: Sequence[Told]) -> list[Told]:
    """The files in ``told``, those of one folder and one reason together."""
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in told:
        folder = posixpath.dirname(one.path)
        groups[folder or one.path, one.why].append(one)
    return [
        group[0] if len(group) == 1 else Told(f"{folder}/ ({len(group)} files)", why)
        for (folder, why), group in groups.items()
    ]


def shown(path: str) -> str:
    """A path that students chose, so that it can be shown."""
    text = path if path.isprintable() else ascii(path)[1:-1]
    half = MAX_SHOWN // 2
    return text if len(text) <= MAX_SHOWN else f"{text[:half]}…{text[-half:]}"
