"""Where a class stands: chapters × students, on 80 columns and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from autograder.classroom.exporting.tables import harmless
from autograder.classroom.opening import Decisions
from autograder.classroom.settings import Settings
from autograder.classroom.totals import Part, Total, total
from autograder.course import Course
from autograder.grading.coordinator.marks import Mark, read_marks, read_roster
from autograder.grading.coordinator.places import assignments_of, survey
from autograder.grading.coordinator.scores import points_of
from autograder.release.classroom import Classroom

MAX_STUDENTS = 60  #: that are shown one by one unless all are asked for
MAX_NAME = 24  #: characters of a student's name
SIGNS = {
    "graded": "+",
    "late": "L",
    "to mark": "*",
    "handed in": "h",
    "missing": "!",
    "excused": "E",
    "": "·",
}
LEGEND = (
    "+ graded, L graded and late, * waits for a mark by hand, ! missing after the\n"
    "deadline, h handed in and not graded, E excused"
)


@dataclass(frozen=True)
class Cell:
    """One student and chapter."""

    student: str
    chapter: str
    is_handed_in: bool
    is_excused: bool
    is_overdue: bool  #: the student's own deadline has passed
    mark: Mark | None
    most: float

    @property
    def state(self) -> str:
        """The one word of :data:`SIGNS` that matters most."""
        if self.is_excused:
            return "excused"
        if self.mark is None:
            handed_in = "handed in" if self.is_handed_in else ""
            return handed_in or ("missing" if self.is_overdue else "")
        if self.mark.needs_manual:
            return "to mark"
        return "late" if self.mark.seconds_late > 0 else "graded"

    @property
    def part(self) -> Part | None:
        """What it is in the total, if it counts."""
        if self.is_excused:
            return None
        if self.mark is not None:
            return Part(self.mark.mark, self.mark.max_score)
        return Part(0.0, self.most) if self.is_overdue and not self.is_handed_in else None


@dataclass(frozen=True)
class Standing:
    """A class: cells by student, then by chapter."""

    cells: dict[str, dict[str, Cell]]
    chapters: list[str]
    names: dict[str, str]  #: of students, by id
    settings: Settings

    def total(self, student: str) -> Total | None:
        """The total of a student so far."""
        parts = {name: cell.part for name, cell in self.cells[student].items()}
        return total(self.settings, {n: part for n, part in parts.items() if part is not None})


def read_standing(
    course: Course, classroom: Classroom, decided: Decisions, now: datetime
) -> Standing:
    """Put together roster, hand-ins and gradebook as they are ``now``."""
    settings = decided.settings or Settings()
    found = survey(classroom.submitted, assignments_of(course)).handed_in
    handed_in = {(one.student, one.assignment) for one in found if one.is_named}
    marks = read_marks(classroom, decided.rules)
    own = decided.extensions.deadlines(settings)
    chapters = [name for name in course.assignments if name not in decided.hidden]
    ids = {student for student, _ in (*handed_in, *marks)} | set(read_roster(classroom))
    students = [one.id for one in decided.roster]
    students += sorted(ids.difference(students))
    most = {}
    for name in chapters:
        points = points_of(course.assignments[name])
        ruled = points if decided.rules is None else decided.rules.most(name, points)
        most[name] = sum(ruled.values())

    def cell(student: str, chapter: str) -> Cell:
        whose = (student, chapter)
        due = settings.deadlines.get(chapter)
        due = due and max(due, own.get(whose, due))
        return Cell(
            student,
            chapter,
            whose in handed_in,
            whose in decided.extensions.excused,
            due is not None and due < now,
            marks.get(whose),
            most[chapter],
        )

    cells = {student: {name: cell(student, name) for name in chapters} for student in students}
    return Standing(cells, chapters, {one.id: one.name for one in decided.roster}, settings)


def tables(standing: Standing, all_students: bool = False) -> Iterator[RenderableType]:
    """What to show: each student where there are few or all are asked for, then each chapter."""
    if len(standing.cells) <= MAX_STUDENTS or all_students:
        yield _by_student(standing)
        yield LEGEND
    else:
        yield f"{len(standing.cells)} students; a line for each with: autograder status --all"
    yield ""
    yield _by_chapter(standing)


def _by_student(standing: Standing) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, collapse_padding=True)
    table.add_column("student", max_width=MAX_NAME, overflow="ellipsis", no_wrap=True)
    numbers = range(1, len(standing.chapters) + 1)
    table.add_column("chapter\n" + _in_groups(str(n % 10) for n in numbers), no_wrap=True)
    table.add_column("total\n%", justify="right", no_wrap=True)
    for student, cells in standing.cells.items():
        signs = _in_groups(SIGNS[cells[name].state] for name in standing.chapters)
        reached = standing.total(student)
        percent = "–" if reached is None else f"{reached.percent:.0f}"
        name = standing.names.get(student, student)
        table.add_row(Text(name), Text(signs), percent)
    return table


def _in_groups(signs: Iterable[str]) -> str:
    """``signs`` in groups of five, so that a column can be found."""
    text = "".join(signs)
    return " ".join(text[start : start + 5] for start in range(0, len(text), 5))


def _by_chapter(standing: Standing) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, collapse_padding=True)
    table.add_column("", justify="right")
    table.add_column("chapter", no_wrap=True, overflow="ellipsis", max_width=MAX_NAME)
    table.add_column("deadline", no_wrap=True)
    for heading in ("handed\nin", "late", "graded", "to\nmark", "miss-\ning"):
        table.add_column(heading, justify="right")
    for number, name in enumerate(standing.chapters, 1):
        own = [cells[name] for cells in standing.cells.values()]
        due = standing.settings.deadlines.get(name)
        counts = (
            sum(one.is_handed_in or one.mark is not None for one in own),
            sum(one.mark is not None and one.mark.seconds_late > 0 for one in own),
            sum(one.mark is not None for one in own),
            sum(one.state == "to mark" for one in own),
            sum(one.state == "missing" for one in own),
        )
        shown = "" if due is None else standing.settings.shown(due)
        table.add_row(str(number), Text(name), shown, *(str(count or "·") for count in counts))
    return table


def csv_lines(standing: Standing) -> str:
    """A line for each student and chapter, and one for each total."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    headings = ("student", "name", "chapter", "state", "handed_in", "days_late", "mark", "most")
    writer.writerow(headings)
    for student, cells in standing.cells.items():
        name = standing.names.get(student, "")
        for chapter, cell in cells.items():
            mark = cell.mark
            late = f"{mark.seconds_late / 86400:.2f}" if mark and mark.seconds_late > 0 else ""
            earned = "" if mark is None else f"{mark.mark:g}"
            most = f"{cell.most if mark is None else mark.max_score:g}"
            handed_in = "yes" if cell.is_handed_in else "no"
            row = (student, name, chapter, cell.state, handed_in, late, earned, most)
            writer.writerow(map(harmless, row))
        reached = standing.total(student)
        if reached is not None:
            sums = (f"{reached.earned:g}", f"{reached.possible:g}")
            writer.writerow(map(harmless, (student, name, "total", "", "", "", *sums)))
    return file.getvalue()
