"""What stands in nbgrader's gradebook beside the marks: points of each part, deadlines.

The marks themselves are read by :func:`autograder.grading.coordinator.marks.read_marks` alone;
the points of the parts are the terms of its sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from nbgrader import api
from sqlalchemy import Connection, func, select

from autograder.grading.coordinator.tables import (
    ASSIGNMENT,
    BASE_CELL,
    COMMENT,
    GRADE,
    GRADE_CELL,
    HANDED_IN,
    HANDED_NOTEBOOK,
    NOTEBOOK,
)
from autograder.release.classroom import Classroom


@dataclass(frozen=True)
class Part:
    """An exercise or a question of one submission."""

    points: float
    most: float
    is_unmarked: bool  #: it waits for a mark by hand
    comment: str = ""  #: as it stands in the feedback
    by_hand: float | None = None  #: the points that were given by hand, if there are any


@dataclass(frozen=True)
class Handed:
    """An assignment as it was released."""

    due: datetime | None  #: in UTC, without a zone
    most: dict[str, float] = field(default_factory=dict)  #: points of each part


@dataclass(frozen=True)
class Entries:
    """All that a gradebook holds beside the marks."""

    released: dict[str, Handed]
    parts: dict[tuple[str, str], dict[str, Part]]  #: by student and assignment, then by name


def read_entries(classroom: Classroom) -> Entries:
    """Read the gradebook of ``classroom``; points are what nbgrader counts, by hand or not."""
    with classroom.reading() as connection:
        return Entries(_released(connection), _parts(connection))


def part_name(grade_id: str) -> str:
    """The exercise or question that nbgrader's cell ``grade_id`` grades."""
    return grade_id.removeprefix("check_")


def _released(connection: Connection) -> dict[str, Handed]:
    rows = connection.execute(
        select(ASSIGNMENT.c.name, ASSIGNMENT.c.duedate, BASE_CELL.c.name, GRADE_CELL.c.max_score)
        .join(NOTEBOOK, NOTEBOOK.c.assignment_id == ASSIGNMENT.c.id)
        .join(BASE_CELL, BASE_CELL.c.notebook_id == NOTEBOOK.c.id)
        .join(GRADE_CELL, GRADE_CELL.c.id == BASE_CELL.c.id)
        .order_by(BASE_CELL.c.name)
    )
    released: dict[str, Handed] = {}
    for assignment, due, grade_id, most in rows:
        released.setdefault(assignment, Handed(due)).most[part_name(grade_id)] = most
    return released


def _of_submissions(columns: Sequence[Any], table: Any) -> Any:
    """Select ``columns`` of the rows of ``table``, with whose they are and of which cell."""
    return (
        select(HANDED_IN.c.student_id, ASSIGNMENT.c.name.label("assignment"), *columns)
        .select_from(table)
        .join(BASE_CELL, BASE_CELL.c.id == table.c.cell_id)
        .join(HANDED_NOTEBOOK, HANDED_NOTEBOOK.c.id == table.c.notebook_id)
        .join(HANDED_IN, HANDED_IN.c.id == HANDED_NOTEBOOK.c.assignment_id)
        .join(ASSIGNMENT, ASSIGNMENT.c.id == HANDED_IN.c.assignment_id)
    )


def _parts(connection: Connection) -> dict[tuple[str, str], dict[str, Part]]:
    said = func.coalesce(COMMENT.c.manual_comment, COMMENT.c.auto_comment).label("said")
    comments = {
        (row.student_id, row.assignment, part_name(row.name)): row.said or ""
        for row in connection.execute(_of_submissions((BASE_CELL.c.name, said), COMMENT))
    }
    columns = (
        BASE_CELL.c.name,
        api.Grade.score.label("points"),
        GRADE_CELL.c.max_score,
        GRADE.c.needs_manual_grade,
        GRADE.c.manual_score,
    )
    grades = _of_submissions(columns, GRADE).join(GRADE_CELL, GRADE_CELL.c.id == GRADE.c.cell_id)
    parts: dict[tuple[str, str], dict[str, Part]] = defaultdict(dict)
    for row in connection.execute(grades):
        name = part_name(row.name)
        comment = comments.get((row.student_id, row.assignment, name), "")
        parts[row.student_id, row.assignment][name] = Part(
            row.points, row.max_score, bool(row.needs_manual_grade), comment, row.manual_score
        )
    return dict(parts)
