"""Where a class stands: one reading of its marks, for the screen and for what is exported."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from autograder.classroom import totals
from autograder.classroom.roster import Roster, Student
from autograder.classroom.settings import Settings
from autograder.course import Chapter
from autograder.grading.coordinator.marks import Deadlines, Mark, read_marks, read_students
from autograder.grading.coordinator.parts import Part, read_entries
from autograder.grading.coordinator.rules import Rules
from autograder.release.classroom import Classroom

#: of a student in a chapter: there is a mark; there is one, and something waits for a mark by
#: hand; handed in and not graded; nothing handed in before the deadline passed; nothing yet; it
#: does not count
State = Literal["graded", "to mark", "not graded", "missing", "open", "excused"]


@dataclass(frozen=True)
class Released:
    """A chapter that was handed out, and what it is worth."""

    name: str
    title: str
    parts: Mapping[str, float]  #: points of each exercise and question, in the chapter's order
    due: datetime | None = None  #: in UTC

    @property
    def points(self) -> float:
        """The most that can be reached."""
        return sum(self.parts.values())


@dataclass(frozen=True)
class Result:
    """What one student has in one chapter."""

    state: State
    mark: Mark | None = None
    parts: Mapping[str, Part] = field(default_factory=dict)
    is_handed_in: bool = False

    @property
    def points(self) -> float | None:
        """The mark; 0 where nothing came before the deadline, ``None`` where there is none yet."""
        if self.state == "excused":
            return None
        if self.mark is not None:
            return self.mark.mark
        return 0.0 if self.state == "missing" else None


@dataclass(frozen=True)
class Standing:
    """All marks of a class at one moment."""

    chapters: tuple[Released, ...]  #: in the order of the course
    students: tuple[Student, ...]  #: of the roster, in its order; then whoever is not in it
    results: Mapping[tuple[str, str], Result]  #: by student and chapter
    strangers: tuple[str, ...] = ()  #: ids that the roster does not have, where there is one
    settings: Settings = field(default_factory=Settings)

    def points(self, student: str, chapter: str) -> float | None:
        """The mark of ``student`` in ``chapter``, if there is one."""
        return self.results[student, chapter].points

    def most_in(self, student: str, chapter: Released) -> float:
        """The most that ``student`` can have there: as the mark says, where there is one."""
        mark = self.results[student, chapter.name].mark
        return chapter.points if mark is None else mark.max_score

    def total(self, student: str) -> totals.Total | None:
        """What a student has so far, ``None`` where there is no mark."""
        parts = {}
        for chapter in self.chapters:
            points = self.points(student, chapter.name)
            if points is not None:
                parts[chapter.name] = totals.Part(points, self.most_in(student, chapter))
        return totals.total(self.settings, parts)

    def earned(self, student: str) -> float | None:
        """What a student has of :attr:`most` so far, ``None`` where there is no mark."""
        reached = self.total(student)
        return None if reached is None else reached.earned

    @property
    def most(self) -> float:
        """The most that the total can be: points, or weights where the class has some."""
        full = {one.name: totals.Part(one.points, one.points) for one in self.chapters}
        reached = totals.total(self.settings, full)
        return 0.0 if reached is None else reached.possible

    def only(self, names: Collection[str]) -> tuple[Released, ...]:
        """Those of :attr:`chapters` that are called ``names``."""
        return tuple(chapter for chapter in self.chapters if chapter.name in names)


def shown(points: float | None) -> str:
    """Points as the table and the feedback write them; nothing where there are none."""
    return "" if points is None else f"{points:g}"


def read_standing(
    classroom: Classroom,
    chapters: Sequence[Chapter],
    handed_in: Collection[tuple[str, str]] = (),
    now: datetime | None = None,
    settings: Settings | None = None,
    rules: Rules | None = None,
) -> Standing:
    """Read where the class stands ``now`` (UTC).

    ``handed_in`` are the students and chapters of which something lies in ``submitted/``;
    ``settings`` and ``rules`` are those of ``class.toml``, where the class has one.
    """
    now = now or datetime.now(UTC).replace(tzinfo=None)
    settings = settings or Settings()
    entries, marks = read_entries(classroom), read_marks(classroom, rules)
    deadlines = Deadlines(classroom, rules)
    released = tuple(
        Released(
            chapter.name,
            chapter.title,
            _in_order(chapter, entries.released[chapter.name].most),
            entries.released[chapter.name].due,
        )
        for chapter in chapters
        if chapter.name in entries.released and chapter.name not in settings.hidden
    )
    roster = Roster.load(classroom.folder)
    known = {
        row.id: Student(row.id, row.first_name or "", row.last_name or "", row.email or "")
        for row in read_students(classroom)
    }
    met = {student for student, _ in [*marks, *handed_in]} | known.keys()
    strangers = tuple(sorted(met - roster.by_id.keys()))
    students = (*roster, *(known.get(id) or Student(id) for id in strangers))
    results = {}
    for student in students:
        for chapter in released:
            key = (student.id, chapter.name)
            own = deadlines.of(*key).own
            is_over = own is not None and own < now
            state = _state(marks.get(key), key in handed_in, is_over)
            if rules is not None and key in rules.excused:
                state = "excused"
            parts = entries.parts.get(key, {})
            results[key] = Result(state, marks.get(key), parts, key in handed_in)
    strangers = strangers if len(roster) else ()
    return Standing(released, students, results, strangers, settings)


def _state(mark: Mark | None, is_handed_in: bool, is_over: bool) -> State:
    if mark is not None:
        return "to mark" if mark.needs_manual else "graded"
    if is_handed_in:
        return "not graded"
    return "missing" if is_over else "open"


def _in_order(chapter: Chapter, most: Mapping[str, float]) -> dict[str, float]:
    """The parts as they follow each other in ``chapter``; what it does not have comes last."""
    order = [name for name in (*chapter.exercises, *chapter.written) if name in most]
    return {name: most[name] for name in dict.fromkeys([*order, *most])}
