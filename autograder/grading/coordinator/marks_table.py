"""The table of marks: by student where the class is small, else by assignment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich import box
from rich.columns import Columns
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from autograder.grading.coordinator.marks import Mark

Marks = Mapping[tuple[str, str], Mark]

MAX_STUDENTS = 60  #: whose marks are shown one by one
MAX_NAME = 24  #: characters of a student's name in one line
NOTHING = "–"  #: was handed in
PADDING = 2  #: blanks of a column
TITLE = "marks (after penalties for lateness; * needs manual grading, L late{excused})"


@dataclass(frozen=True)
class _Column:
    """One assignment: its heading, and a text for every student."""

    heading: str
    cells: tuple[str, ...]

    @property
    def width(self) -> int:
        return max(map(len, [*self.heading.split("\n"), *self.cells])) + PADDING


def marks_table(
    marks: Marks, assignments: Sequence[str], students: Sequence[str], width: int
) -> Iterator[RenderableType]:
    """Yield what shows the ``marks`` within ``width`` characters, nothing of it cut."""
    if len(students) > MAX_STUDENTS:
        yield "marks (after penalties for lateness)"
        yield _by_assignment(marks, assignments, set(students))
        return
    names = min(max(map(len, ["student", *students])), MAX_NAME) + PADDING
    blocks = list(_blocks(_columns(marks, assignments, students, assignments), width - names))
    is_numbered = len(blocks) > 1
    if is_numbered:
        numbers = [str(number) for number in range(1, len(assignments) + 1)]
        blocks = list(_blocks(_columns(marks, assignments, students, numbers), width - names))
    is_anyone_excused = any(mark.is_excused for mark in marks.values())
    yield TITLE.format(excused=", E excused" if is_anyone_excused else "")
    for block in blocks:
        yield ""
        yield _block(block, students)
    if is_numbered:
        yield ""
        legend = [f"{number} {name}" for number, name in zip(numbers, assignments, strict=True)]
        yield Columns(legend, padding=(0, PADDING), column_first=True)


def _columns(
    marks: Marks, assignments: Sequence[str], students: Sequence[str], headings: Sequence[str]
) -> list[_Column]:
    return [
        _Column(
            f"{heading}\n{_most(marks, name)}",
            tuple(_shown(marks.get((student, name))) for student in students),
        )
        for name, heading in zip(assignments, headings, strict=True)
    ]


def _most(marks: Marks, assignment: str) -> str:
    most = max((m.max_score for (_, name), m in marks.items() if name == assignment), default=0)
    return f"of {most:g}" if most else ""


def _shown(mark: Mark | None) -> str:
    if mark is None:
        return NOTHING
    signs = ("*" if mark.needs_manual else "") + ("L" if mark.seconds_late > 0 else "")
    signs += "E" if mark.is_excused else ""
    return f"{mark.mark:g}{signs}"


def _blocks(columns: Sequence[_Column], width: int) -> Iterator[list[_Column]]:
    """Cut ``columns`` where they are wider than ``width`` together."""
    block: list[_Column] = []
    for column in columns:
        if block and sum(one.width for one in [*block, column]) > width:
            yield block
            block = []
        block.append(column)
    yield block


def _block(columns: Sequence[_Column], students: Sequence[str]) -> Table:
    table = _plain()
    table.add_column("student", max_width=MAX_NAME, overflow="fold")
    for column in columns:
        table.add_column(column.heading, justify="right", no_wrap=True)
    for index, student in enumerate(students):
        # a name may look like markup
        table.add_row(Text(student), *(column.cells[index] for column in columns))
    return table


def _by_assignment(marks: Marks, assignments: Sequence[str], students: set[str]) -> Table:
    table = _plain()
    table.add_column("assignment", no_wrap=True)
    for heading in ("graded", "mean", "of", "need manual\ngrading", "late"):
        table.add_column(heading, justify="right")
    for name in assignments:
        found = [m for (student, n), m in marks.items() if n == name and student in students]
        if found:
            mean = sum(mark.mark for mark in found) / len(found)
            waiting = sum(mark.needs_manual for mark in found)
            late = sum(mark.seconds_late > 0 for mark in found)
            row = (len(found), f"{mean:.1f}", f"{found[0].max_score:g}", waiting, late)
            table.add_row(name, *map(str, row))
    return table


def _plain() -> Table:
    return Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, collapse_padding=True)
