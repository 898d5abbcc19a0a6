"""The one writer of nbgrader's gradebook: a submission is one transaction.

Speaks to nbgrader's own tables without its object mapper, which commits a cell at a time and
loads whole relations; what it leaves in them is what ``nbgrader autograde`` leaves.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nbgrader import api
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import (
    Connection,
    Index,
    bindparam,
    case,
    create_engine,
    func,
    insert,
    select,
    text,
    update,
)

from autograder.errors import UserError
from autograder.release.classroom import Classroom

STUDENT, ASSIGNMENT, NOTEBOOK = (
    kind.__table__ for kind in (api.Student, api.Assignment, api.Notebook)
)
BASE_CELL, GRADE_CELL, SOURCE_CELL = (
    kind.__table__ for kind in (api.BaseCell, api.GradeCell, api.SourceCell)
)
HANDED_IN, HANDED_NOTEBOOK = (
    kind.__table__ for kind in (api.SubmittedAssignment, api.SubmittedNotebook)
)
GRADE, COMMENT = (kind.__table__ for kind in (api.Grade, api.Comment))
#: nbgrader looks rows up by these, and SQLite would read whole tables for it
INDEXED = (
    GRADE.c.notebook_id,
    COMMENT.c.notebook_id,
    HANDED_NOTEBOOK.c.assignment_id,
    HANDED_IN.c.student_id,
    BASE_CELL.c.notebook_id,
)
PATIENCE = 60  #: seconds to wait while another program writes
NO_RESPONSE = "No response."  #: nbgrader's own words


class GradebookError(UserError):
    """The gradebook does not fit the course; the message says what to do."""


@dataclass(frozen=True)
class Assessment:
    """What grading says of one submission, by ``grade_id``."""

    student: str
    assignment: str
    scores: Mapping[str, float | None]  #: ``None`` waits for a grade by hand
    unanswered: frozenset[str]  #: cells whose comment says so
    timestamp: datetime | None = None


@dataclass(frozen=True)
class Entered:
    """What stands in the gradebook after that, with all that was given by hand."""

    scores: dict[str, tuple[float, float]]  #: points and most points, by ``grade_id``
    comments: dict[str, str | None]
    penalty: float
    seconds_late: float
    needs_manual: bool

    @property
    def score(self) -> float:
        return sum(score for score, _ in self.scores.values())

    @property
    def max_score(self) -> float:
        return sum(most for _, most in self.scores.values())


@dataclass(frozen=True)
class Mark:
    """A submission's line in the gradebook; the penalty for lateness is not taken off."""

    student: str
    assignment: str
    score: float
    max_score: float
    needs_manual: bool
    seconds_late: float


@dataclass
class _Released:
    """An assignment as nbgrader released it."""

    id: str
    due: datetime | None
    notebooks: dict[str, str]  # notebook -> id
    cells: dict[str, list[tuple[str, str, str]]]  # notebook -> (id, type, name)
    max_scores: dict[str, float]  # by grade_id, of the notebook that has the assignment's name
    checksums: dict[str, str]

    def ids(self, notebook: str, kind: str) -> dict[str, str]:
        return {name: id for id, type, name in self.cells[notebook] if type == kind}


class GradebookWriter:
    """The gradebook of ``classroom``, open for writing; use it as a context."""

    def __init__(self, classroom: Classroom) -> None:
        nbgrader = classroom.nbgrader()
        url, self.course_id = nbgrader.coursedir.db_url, nbgrader.coursedir.course_id
        with api.Gradebook(url, self.course_id):
            pass  # makes the tables where there are none
        waits = {"timeout": PATIENCE} if url.startswith("sqlite") else {}
        self.engine = create_engine(url, connect_args=waits)
        self.penalties = AssignLatePenalties(parent=nbgrader)
        self.penalties.init_plugin()
        self._released: dict[str, _Released] = {}

    def __enter__(self) -> GradebookWriter:
        for column in INDEXED:
            name = f"ix_{column.table.name}_{column.name}"
            known = {index.name: index for index in column.table.indexes}
            (known.get(name) or Index(name, column)).create(self.engine, checkfirst=True)
        return self

    def __exit__(self, *_: object) -> None:
        with self.engine.begin() as connection:
            connection.execute(text("ANALYZE"))
        self.engine.dispose()

    def checksums(self, assignment: str, wanted: Mapping[str, float]) -> dict[str, str]:
        """Nbgrader's checksum of each cell of ``assignment`` as it was released.

        ``wanted`` is the points of each graded cell in the course. Raises
        :class:`GradebookError` when the release had others.
        """
        with self.engine.connect() as connection:
            released = self._release_of(connection, assignment)
        if released.max_scores != dict(wanted):
            raise GradebookError(
                f"{assignment} is not the one that was released:"
                " its exercises or points have changed; run `autograder release` again"
            )
        return released.checksums

    def enter(self, assessment: Assessment) -> Entered:
        """Write all of ``assessment`` or nothing; what was given by hand stays."""
        with self.engine.begin() as connection:
            released = self._release_of(connection, assessment.assignment)
            handed_in = self._handed_in(connection, released, assessment)
            notebook = connection.execute(
                select(HANDED_NOTEBOOK.c.id).where(
                    HANDED_NOTEBOOK.c.assignment_id == handed_in.id,
                    HANDED_NOTEBOOK.c.notebook_id == released.notebooks[assessment.assignment],
                )
            ).scalar_one()
            grades = self._grades(connection, released, assessment, notebook)
            comments = self._comments(connection, released, assessment, notebook)
            entered = Entered(
                {name: (_score(g), released.max_scores[name]) for name, g in grades.items()},
                comments,
                0.0,
                _seconds_late(released.due, handed_in),
                any(grade["needs_manual_grade"] for grade in grades.values()),
            )
            penalty = self._penalty(assessment.student, entered)
            connection.execute(
                update(HANDED_NOTEBOOK)
                .where(HANDED_NOTEBOOK.c.id == notebook)
                .values(late_submission_penalty=penalty)
            )
            return dataclasses.replace(entered, penalty=penalty or 0.0)

    def _release_of(self, connection: Connection, assignment: str) -> _Released:
        if assignment not in self._released:
            self._released[assignment] = _read_release(connection, assignment)
        return self._released[assignment]

    def _handed_in(
        self, connection: Connection, released: _Released, assessment: Assessment
    ) -> Any:
        """The row of the submission, made with all that belongs to it where there is none."""
        query = select(HANDED_IN.c.id, HANDED_IN.c.timestamp, HANDED_IN.c.extension).where(
            HANDED_IN.c.assignment_id == released.id, HANDED_IN.c.student_id == assessment.student
        )
        found = connection.execute(query).one_or_none()
        if found is None:
            _create(connection, released, assessment)
        elif assessment.timestamp is not None:
            connection.execute(
                update(HANDED_IN)
                .where(HANDED_IN.c.id == found.id)
                .values(timestamp=assessment.timestamp)
            )
        return connection.execute(query).one()

    def _grades(
        self, connection: Connection, released: _Released, assessment: Assessment, notebook: str
    ) -> dict[str, dict[str, Any]]:
        """Write every automatic score anew; returns the rows by ``grade_id``."""
        cells = released.ids(assessment.assignment, "GradeCell")
        columns = ("cell_id", "manual_score", "extra_credit")
        rows = _rows(connection, GRADE, columns, cells, notebook)
        for name, row in rows.items():
            auto = row["auto_score"] = assessment.scores[name]
            # as nbgrader has it: a grade given by hand is to be looked at again
            row["needs_manual_grade"] = auto is None or row["manual_score"] is not None
        _write(connection, GRADE, ("auto_score", "needs_manual_grade"), rows)
        return rows

    def _comments(
        self, connection: Connection, released: _Released, assessment: Assessment, notebook: str
    ) -> dict[str, str | None]:
        cells = released.ids(assessment.assignment, "SolutionCell")
        rows = _rows(connection, COMMENT, ("cell_id", "manual_comment"), cells, notebook)
        for name, row in rows.items():
            row["auto_comment"] = NO_RESPONSE if name in assessment.unanswered else None
        _write(connection, COMMENT, ("auto_comment",), rows)
        return {
            name: row["auto_comment"] if row["manual_comment"] is None else row["manual_comment"]
            for name, row in rows.items()
        }

    def _penalty(self, student: str, entered: Entered) -> float | None:
        """What nbgrader's plugin takes off for lateness, within what there is to take."""
        if entered.seconds_late <= 0:
            return None
        plugin = self.penalties.plugin_inst
        penalty = plugin.late_submission_penalty(student, entered.score, entered.seconds_late)
        return None if penalty is None else min(max(penalty, 0.0), entered.score)


def read_marks(classroom: Classroom) -> dict[tuple[str, str], Mark]:
    """All marks of the class by student and assignment."""
    engine = create_engine(classroom.db_url)
    grades = (
        select(
            HANDED_IN.c.student_id,
            HANDED_IN.c.timestamp,
            HANDED_IN.c.extension,
            ASSIGNMENT.c.id,
            func.sum(api.Grade.score).label("score"),
            func.sum(GRADE_CELL.c.max_score).label("max_score"),
            func.sum(case((GRADE.c.needs_manual_grade, 1), else_=0)).label("waiting"),
        )
        .select_from(GRADE)
        .join(GRADE_CELL, GRADE_CELL.c.id == GRADE.c.cell_id)
        .join(HANDED_NOTEBOOK, HANDED_NOTEBOOK.c.id == GRADE.c.notebook_id)
        .join(HANDED_IN, HANDED_IN.c.id == HANDED_NOTEBOOK.c.assignment_id)
        .join(ASSIGNMENT, ASSIGNMENT.c.id == HANDED_IN.c.assignment_id)
        .group_by(HANDED_IN.c.id, HANDED_IN.c.student_id, ASSIGNMENT.c.id)
    )
    try:
        with engine.connect() as connection:
            dues = {
                row.id: row
                for row in connection.execute(
                    select(ASSIGNMENT.c.id, ASSIGNMENT.c.name, ASSIGNMENT.c.duedate)
                )
            }
            return {
                (row.student_id, dues[row.id].name): Mark(
                    row.student_id,
                    dues[row.id].name,
                    row.score,
                    row.max_score,
                    row.waiting > 0,
                    _seconds_late(dues[row.id].duedate, row),
                )
                for row in connection.execute(grades)
            }
    finally:
        engine.dispose()


def _read_release(connection: Connection, assignment: str) -> _Released:
    row = connection.execute(
        select(ASSIGNMENT.c.id, ASSIGNMENT.c.duedate).where(ASSIGNMENT.c.name == assignment)
    ).one_or_none()
    notebooks = {}
    if row is not None:
        found = connection.execute(
            select(NOTEBOOK.c.name, NOTEBOOK.c.id).where(NOTEBOOK.c.assignment_id == row.id)
        )
        notebooks = {name: id for name, id in found}
    if assignment not in notebooks:
        raise GradebookError(f"{assignment} was never released; run `autograder release` first")
    own = notebooks[assignment]
    cells = {
        name: [
            tuple(cell)
            for cell in connection.execute(
                select(BASE_CELL.c.id, BASE_CELL.c.type, BASE_CELL.c.name).where(
                    BASE_CELL.c.notebook_id == id
                )
            )
        ]
        for name, id in notebooks.items()
    }
    most = connection.execute(
        select(BASE_CELL.c.name, GRADE_CELL.c.max_score)
        .join(GRADE_CELL, GRADE_CELL.c.id == BASE_CELL.c.id)
        .where(BASE_CELL.c.notebook_id == own)
    )
    checksums = connection.execute(
        select(SOURCE_CELL.c.name, SOURCE_CELL.c.checksum).where(SOURCE_CELL.c.notebook_id == own)
    )
    return _Released(
        row.id,
        row.duedate,
        notebooks,
        cells,
        {name: points for name, points in most},
        {name: checksum for name, checksum in checksums},
    )


def _create(connection: Connection, released: _Released, assessment: Assessment) -> None:
    student = select(STUDENT.c.id).where(STUDENT.c.id == assessment.student)
    if connection.execute(student).one_or_none() is None:
        connection.execute(insert(STUDENT).values(id=assessment.student))
    handed_in = api.new_uuid()
    connection.execute(
        insert(HANDED_IN).values(
            id=handed_in,
            assignment_id=released.id,
            student_id=assessment.student,
            timestamp=assessment.timestamp,
        )
    )
    for id in released.notebooks.values():
        notebook = {"id": api.new_uuid(), "assignment_id": handed_in, "notebook_id": id}
        connection.execute(insert(HANDED_NOTEBOOK).values(**notebook, flagged=False))


def _rows(
    connection: Connection, table: Any, columns: tuple, cells: dict[str, str], notebook: str
) -> dict[str, dict[str, Any]]:
    """The rows of ``cells`` in ``table`` by ``grade_id``; new ones have no ``id`` yet."""
    found = connection.execute(
        select(table.c.id, *(table.c[name] for name in columns)).where(
            table.c.notebook_id == notebook
        )
    )
    by_cell = {row.cell_id: row._asdict() for row in found}
    new = dict.fromkeys(columns) | {"id": None, "notebook_id": notebook}
    return {name: by_cell.get(id) or new | {"cell_id": id} for name, id in cells.items()}


def _write(
    connection: Connection, table: Any, columns: tuple[str, ...], rows: dict[str, dict]
) -> None:
    new = [row | {"id": api.new_uuid()} for row in rows.values() if row["id"] is None]
    if new:
        connection.execute(insert(table), new)
    old = [row for row in rows.values() if row["id"] is not None]
    if old:
        statement = update(table).where(table.c.id == bindparam("row"))
        values = [{name: row[name] for name in columns} | {"row": row["id"]} for row in old]
        connection.execute(statement, values)


def _score(grade: Mapping[str, Any]) -> float:
    """As nbgrader's ``Grade.score``: by hand before automatic, and the extra credit."""
    given = grade["auto_score"] if grade["manual_score"] is None else grade["manual_score"]
    return 0.0 if given is None else given + (grade["extra_credit"] or 0.0)


def _seconds_late(due: datetime | None, handed_in: Any) -> float:
    if due is None or handed_in.timestamp is None:
        return 0.0
    due = due + handed_in.extension if handed_in.extension else due
    return max(0.0, (handed_in.timestamp - due).total_seconds())
