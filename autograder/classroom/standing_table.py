"""Chapters × students, as ``autograder status`` shows them: on 80 columns, and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from autograder.classroom.exporting.exported import listed
from autograder.classroom.exporting.tables import harmless
from autograder.classroom.standing import Result, Standing

MAX_STUDENTS = 60  #: that are shown one by one unless all are asked for
MAX_NAME = 24  #: characters of a student's name
SIGNS = {
    "graded": "+",
    "late": "L",
    "to mark": "*",
    "not graded": "h",
    "missing": "!",
    "excused": "E",
    "open": "·",
}
LEGEND = (
    "+ graded, L graded and late, * waits for a mark by hand, ! missing after the\n"
    "deadline, h handed in and not graded, E excused"
)


def state(result: Result) -> str:
    """The one word of :data:`SIGNS` that matters most."""
    is_late = result.mark is not None and result.mark.seconds_late > 0
    return "late" if is_late and result.state == "graded" else result.state


def tables(
    standing: Standing, folder: Path, all_students: bool = False
) -> Iterator[RenderableType]:
    """What to show of the class in ``folder``: each student where there are few or all are asked
    for, then each chapter.
    """
    if not standing.chapters:
        yield f"no notebook is handed out yet: autograder release --class {folder}"
        return
    if len(standing.students) <= MAX_STUDENTS or all_students:
        yield _by_student(standing)
        yield LEGEND
    else:
        count = len(standing.students)
        yield f"{count} students; a line for each with: autograder status --all"
    yield ""
    yield _by_chapter(standing)
    if standing.strangers:
        yield Text(f"not in the roster: {listed(list(standing.strangers), 5)}")


def _by_student(standing: Standing) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, collapse_padding=True)
    table.add_column("student", max_width=MAX_NAME, overflow="ellipsis", no_wrap=True)
    numbers = range(1, len(standing.chapters) + 1)
    table.add_column("chapter\n" + _in_groups(str(n % 10) for n in numbers), no_wrap=True)
    table.add_column("total\n%", justify="right", no_wrap=True)
    for student in standing.students:
        own = (standing.results[student.id, chapter.name] for chapter in standing.chapters)
        signs = _in_groups(SIGNS[state(one)] for one in own)
        reached = standing.total(student.id)
        percent = "–" if reached is None else f"{reached.percent:.0f}"
        table.add_row(Text(student.name), Text(signs), percent)
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
    for number, chapter in enumerate(standing.chapters, 1):
        own = [standing.results[student.id, chapter.name] for student in standing.students]
        due = standing.settings.deadlines.get(chapter.name)
        counts = (
            sum(one.is_handed_in or one.mark is not None for one in own),
            sum(one.mark is not None and one.mark.seconds_late > 0 for one in own),
            sum(one.mark is not None for one in own),
            sum(one.state == "to mark" for one in own),
            sum(one.state == "missing" for one in own),
        )
        shown = "" if due is None else standing.settings.shown(due)
        figures = (str(count or "·") for count in counts)
        table.add_row(str(number), Text(chapter.name), shown, *figures)
    return table


def csv_lines(standing: Standing) -> str:
    """A line for each student and chapter, and one for each total."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    headings = ("student", "name", "chapter", "state", "handed_in", "days_late", "mark", "most")
    writer.writerow(headings)
    for student in standing.students:
        whose = (student.id, student.name)
        for chapter in standing.chapters:
            result = standing.results[student.id, chapter.name]
            mark = result.mark
            late = f"{mark.seconds_late / 86400:.2f}" if mark and mark.seconds_late > 0 else ""
            earned = "" if mark is None else f"{mark.mark:g}"
            most = f"{standing.most_in(student.id, chapter):g}"
            handed_in = "yes" if result.is_handed_in else "no"
            row = (*whose, chapter.name, state(result), handed_in, late, earned, most)
            writer.writerow(map(harmless, row))
        reached = standing.total(student.id)
        if reached is not None:
            sums = (f"{reached.earned:g}", f"{reached.possible:g}")
            writer.writerow(map(harmless, (*whose, "total", "", "", "", *sums)))
    return file.getvalue()
