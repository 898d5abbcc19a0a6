"""The marks of a class as they stand in nbgrader's gradebook, to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from nbgrader import api
from sqlalchemy import case, func, select

from autograder.grading.coordinator.rules import Rules
from autograder.grading.coordinator.tables import (
    ASSIGNMENT,
    GRADE,
    GRADE_CELL,
    HANDED_IN,
    HANDED_NOTEBOOK,
    STUDENT,
    seconds_late,
)
from autograder.release.classroom import Classroom


@dataclass(frozen=True)
class Mark:
    """A submission's line in the gradebook."""

    student: str
    assignment: str
    score: float  #: before the penalty for lateness
    max_score: float
    needs_manual: bool
    seconds_late: float
    penalty: float = 0.0
    is_excused: bool = False  #: it does not count in the total

    @property
    def mark(self) -> float:
        """Points that the student gets, as nbgrader exports them."""
        return max(0.0, self.score - self.penalty)


def read_marks(classroom: Classroom, rules: Rules | None = None) -> dict[tuple[str, str], Mark]:
    """Read all marks of the class, by student and assignment; ``rules`` are those of the class."""
    rules = rules or Rules()
    grace = rules.late.grace.total_seconds()
    grades = (
        select(
            HANDED_IN.c.student_id,
            HANDED_IN.c.timestamp,
            HANDED_IN.c.extension,
            ASSIGNMENT.c.name,
            ASSIGNMENT.c.duedate,
            func.sum(api.Grade.score).label("score"),
            func.sum(GRADE_CELL.c.max_score).label("max_score"),
            func.sum(case((GRADE.c.needs_manual_grade, 1), else_=0)).label("waiting"),
            func.coalesce(func.max(HANDED_NOTEBOOK.c.late_submission_penalty), 0.0).label(
                "penalty"
            ),
        )
        .select_from(GRADE)
        .join(GRADE_CELL, GRADE_CELL.c.id == GRADE.c.cell_id)
        .join(HANDED_NOTEBOOK, HANDED_NOTEBOOK.c.id == GRADE.c.notebook_id)
        .join(HANDED_IN, HANDED_IN.c.id == HANDED_NOTEBOOK.c.assignment_id)
        .join(ASSIGNMENT, ASSIGNMENT.c.id == HANDED_IN.c.assignment_id)
        .group_by(HANDED_IN.c.id, ASSIGNMENT.c.id)
    )
    return {
        (row.student_id, row.name): Mark(
            row.student_id,
            row.name,
            row.score,
            row.max_score,
            row.waiting > 0,
            seconds if (seconds := seconds_late(row.duedate, row)) > grace else 0.0,
            row.penalty,
            (row.student_id, row.name) in rules.excused,
        )
        for row in _rows(classroom, grades)
    }


def read_roster(classroom: Classroom) -> list[str]:
    """Read the ids of all students that the gradebook knows, also of those without a mark."""
    return [row.id for row in _rows(classroom, select(STUDENT.c.id).order_by(STUDENT.c.id))]


def read_students(classroom: Classroom) -> Sequence[Any]:
    """Read all students that the gradebook knows, as nbgrader's columns have them."""
    return _rows(classroom, select(STUDENT).order_by(STUDENT.c.id))


@dataclass(frozen=True)
class Deadline:
    """When an assignment is due for one student (UTC); ``None`` is never."""

    due: datetime | None = None
    extension: timedelta = timedelta()

    @property
    def own(self) -> datetime | None:
        """The student's own deadline."""
        return None if self.due is None else self.due + self.extension


class Deadlines:
    """The deadlines of a class: those of its rules, or as the gradebook has them."""

    def __init__(self, classroom: Classroom, rules: Rules | None = None) -> None:
        self._rules = rules
        if rules is not None:  # the gradebook learns of them when it is graded next
            return
        assignments = _rows(classroom, select(ASSIGNMENT.c.name, ASSIGNMENT.c.duedate))
        extended = (
            select(HANDED_IN.c.student_id, ASSIGNMENT.c.name, HANDED_IN.c.extension)
            .join(ASSIGNMENT, ASSIGNMENT.c.id == HANDED_IN.c.assignment_id)
            .where(HANDED_IN.c.extension.is_not(None))
        )
        self._due = {row.name: row.duedate for row in assignments}
        self._extensions = {
            (row.student_id, row.name): row.extension for row in _rows(classroom, extended)
        }

    def of(self, student: str, assignment: str) -> Deadline:
        """The deadline of ``student``."""
        if self._rules is not None:
            extension = self._rules.extension(student, assignment)
            return Deadline(self._rules.due.get(assignment), extension)
        extension = self._extensions.get((student, assignment), timedelta())
        return Deadline(self._due.get(assignment), extension)


def _rows(classroom: Classroom, query: Any) -> Sequence[Any]:
    with classroom.reading() as connection:
        return connection.execute(query).all()
