"""Marks and comments by hand in nbgrader's gradebook, as the formgrader reads and writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update

from autograder.grading.coordinator.tables import (
    ASSIGNMENT,
    BASE_CELL,
    COMMENT,
    GRADE,
    HANDED_IN,
    HANDED_NOTEBOOK,
)
from autograder.release.classroom import Classroom
from autograder.release.database import lock


@dataclass(frozen=True)
class Given:
    """What a person gave for one answer."""

    points: float | None  #: ``None`` where nobody has marked it yet
    comment: str = ""


@dataclass(frozen=True)
class Asked:
    """One written answer that was graded: what was given, and whether it waits for a mark."""

    given: Given
    is_waiting: bool


Answer = tuple[str, str]  #: a student and the ``grade_id`` of a question


def read_by_hand(classroom: Classroom, assignment: str) -> dict[Answer, Asked]:
    """All graded cells of ``assignment``, by student and ``grade_id``."""
    with classroom.reading() as connection:
        return {
            answer: Asked(row.given, bool(row.grade["needs_manual_grade"]))
            for answer, row in _rows(connection, assignment).items()
        }


def write_by_hand(
    classroom: Classroom, assignment: str, wanted: Mapping[Answer, tuple[Given, Given]]
) -> dict[Answer, Given]:
    """Write marks and comments, all in one transaction.

    ``wanted`` says for each answer what is to stand there before, and what after; where something
    else stands, nothing is written. Returns what stands there, of all that was not written.
    """
    others = {}
    with classroom.writing() as connection:
        lock(connection, assignment)
        rows = _rows(connection, assignment)
        for answer, (before, after) in wanted.items():
            row = rows.get(answer)
            is_written = (
                row is not None and same(row.given, before) and _write(connection, row, after)
            )
            if not is_written:
                others[answer] = Given(None) if row is None else row.given
    return others


@dataclass(frozen=True)
class _Row:
    """The rows of one graded cell."""

    grade: Mapping[str, Any]
    comment: Mapping[str, Any] | None

    @property
    def given(self) -> Given:
        said = self.comment and self.comment["manual_comment"]
        return Given(self.grade["manual_score"], said or "")


def same(one: Given, other: Given) -> bool:
    """Blanks aside: a table keeps no line breaks."""
    return one.points == other.points and one.comment.split() == other.comment.split()


def _rows(connection: Connection, assignment: str) -> dict[Answer, _Row]:
    def of(table: Any) -> Any:
        return connection.execute(
            select(table, HANDED_IN.c.student_id, BASE_CELL.c.name)
            .join(BASE_CELL, BASE_CELL.c.id == table.c.cell_id)
            .join(HANDED_NOTEBOOK, HANDED_NOTEBOOK.c.id == table.c.notebook_id)
            .join(HANDED_IN, HANDED_IN.c.id == HANDED_NOTEBOOK.c.assignment_id)
            .join(ASSIGNMENT, ASSIGNMENT.c.id == HANDED_IN.c.assignment_id)
            .where(ASSIGNMENT.c.name == assignment)
        ).mappings()

    comments = {(row["student_id"], row["name"]): row for row in of(COMMENT)}
    return {
        answer: _Row(row, comments.get(answer))
        for row in of(GRADE)
        if (answer := (row["student_id"], row["name"]))
    }


def _write(connection: Connection, row: _Row, given: Given) -> bool:
    """Write unless the formgrader has just written; returns whether it was written."""
    values = {"manual_score": given.points, "needs_manual_grade": False}
    its_own = update(GRADE).where(
        GRADE.c.id == row.grade["id"],
        GRADE.c.manual_score.is_not_distinct_from(row.given.points),
    )
    if not connection.execute(its_own.values(**values)).rowcount:
        return False
    if row.comment is not None:
        of_it = update(COMMENT).where(COMMENT.c.id == row.comment["id"])
        connection.execute(of_it.values(manual_comment=given.comment or None))
    return True
