"""The one writer of nbgrader's gradebook: a submission is one transaction.

Speaks to nbgrader's own tables without its object mapper, which commits a cell at a time and
loads whole relations; what it leaves in them is what ``nbgrader autograde`` leaves.
"""

from __future__ import annotations

import contextlib
import dataclasses
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from nbgrader import api
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import Connection, Index, bindparam, select, text, update
from sqlalchemy.exc import SQLAlchemyError

from autograder.grading.coordinator import ruled
from autograder.grading.coordinator.rules import Rules
from autograder.grading.coordinator.tables import (
    BASE_CELL,
    COMMENT,
    GRADE,
    HANDED_IN,
    HANDED_NOTEBOOK,
    STUDENT,
    GradebookError,
    Released,
    insert_new,
    read_release,
    read_rows,
    score,
    seconds_late,
    write_rows,
)
from autograder.release.classroom import Classroom
from autograder.release.database import engine_of, lock

#: nbgrader looks rows up by these, and a database would read whole tables for it
INDEXED = (
    GRADE.c.notebook_id,
    COMMENT.c.notebook_id,
    HANDED_NOTEBOOK.c.assignment_id,
    HANDED_IN.c.student_id,
    BASE_CELL.c.notebook_id,
)
FEW_GRADES = 10_000  #: of a gradebook whose statistics say nothing of what it will be
CHUNK = 200  #: submissions that are brought up to date in one transaction
LONGEST_NAME = STUDENT.c.id.type.length  #: letters that a server's column takes
NO_RESPONSE = "No response."  #: nbgrader's own words


@dataclass(frozen=True)
class Assessment:
    """What grading says of one submission, by ``grade_id``."""

    student: str
    assignment: str
    scores: Mapping[str, float | None]  #: ``None`` waits for a grade by hand
    unanswered: frozenset[str]  #: cells whose comment says so
    timestamp: datetime | None = None
    changed: frozenset[str] = frozenset()  #: whose answer is not the one graded before
    outdated: frozenset[str] = frozenset()  #: of which that was true when last graded


@dataclass(frozen=True)
class Entered:
    """What stands in the gradebook of one submission, with all that was given by hand."""

    scores: dict[str, tuple[float, float]]  #: points and most points, by ``grade_id``
    comments: dict[str, str | None]
    penalty: float
    seconds_late: float
    unmarked: tuple[str, ...]  #: written answers that nobody has marked yet
    outdated: tuple[str, ...]  #: marked by hand, and the answer was changed since
    waived: dict[str, str] = field(default_factory=dict)  #: dropped and bonus, in words
    is_excused: bool = False

    @property
    def needs_manual(self) -> bool:
        return bool(self.unmarked or self.outdated)

    @property
    def score(self) -> float:
        """Points before the penalty for lateness."""
        return sum(score for score, _ in self.scores.values())

    @property
    def mark(self) -> float:
        """Points after it: what the student gets."""
        return max(0.0, self.score - self.penalty)

    @property
    def max_score(self) -> float:
        return sum(most for _, most in self.scores.values())


class GradebookWriter:
    """The gradebook of ``classroom``, open for writing; use it as a context."""

    def __init__(self, classroom: Classroom, rules: Rules | None = None) -> None:
        """``rules`` decide before what nbgrader was told; without them it decides alone."""
        nbgrader = classroom.nbgrader()
        self.rules = rules
        classroom.prepare()
        self.engine = engine_of(classroom.db_url, writes=True)
        self.penalties = AssignLatePenalties(parent=nbgrader)
        self.penalties.init_plugin()
        self._released: dict[str, Released] = {}
        self._points: dict[str, Mapping[str, float]] = {}

    def __enter__(self) -> GradebookWriter:
        with self.engine.begin() as connection:
            lock(connection, "tables")
            for column in INDEXED:
                name = f"ix_{column.table.name}_{column.name}"
                known = {index.name: index for index in column.table.indexes}
                (known.get(name) or Index(name, column)).create(connection, checkfirst=True)
            if self.rules is not None:
                ruled.METADATA.create_all(connection)
        self._count_rows()
        return self

    def __exit__(self, *_: object) -> None:
        self._count_rows()

    def _count_rows(self) -> None:
        """Let the database know how large its tables are, or forget it where they are small.

        What SQLite knows of ten rows makes it read whole tables when they are a million. Nothing
        is lost where it cannot be done: what it is for is speed.
        """
        with contextlib.suppress(SQLAlchemyError), self.engine.begin() as connection:
            is_small = False
            if connection.dialect.name == "sqlite":
                largest = connection.execute(text("SELECT max(rowid) FROM grade")).scalar()
                is_small = (largest or 0) < FEW_GRADES
                connection.execute(text("PRAGMA analysis_limit = 1000"))
            if is_small:
                connection.execute(text("DROP TABLE IF EXISTS sqlite_stat1"))
            else:
                for table in {column.table.name for column in INDEXED}:
                    connection.execute(text(f"ANALYZE {table}"))
        self.engine.dispose()  # a connection that is open goes on as it was

    def checksums(self, assignment: str, wanted: Mapping[str, float]) -> dict[str, str]:
        """Nbgrader's checksum of each cell of ``assignment`` as it was released.

        ``wanted`` is the points of each graded cell in the course. Raises
        :class:`GradebookError` when the release had others.
        """
        self._points[assignment] = wanted
        with self.engine.begin() as connection:
            lock(connection, assignment)
            released = self._release_of(connection, assignment)
            was = released.max_scores
            if self.rules is not None and was.keys() == wanted.keys():
                # what adds nothing to the maximum now may have been of worth before
                was = {name: most or wanted[name] for name, most in was.items()}
            if was == dict(wanted):
                self._rule(connection, assignment, wanted)
        if was != dict(wanted):
            raise GradebookError(
                f"{assignment} is not the one that was released:"
                " its exercises or points have changed; run `autograder release` again"
            )
        return released.checksums

    def _rule(
        self, connection: Connection, assignment: str, points: Mapping[str, float]
    ) -> Released:
        """Write what the rules say of ``assignment``, if there are any; returns the release."""
        released = self._release_of(connection, assignment)
        self._points[assignment] = points
        if self.rules is not None:
            ruled.apply(connection, self.rules, released, assignment, points)
        return released

    @contextlib.contextmanager
    def enter(self, assessment: Assessment) -> Iterator[Entered]:
        """Write all of ``assessment`` or nothing; what was given by hand stays.

        It is written when the context ends, and not at all when that raises. Meanwhile nobody
        else grades or marks the same submission. Raises :class:`GradebookError` for a student
        whose name the gradebook has no room for.
        """
        with self.engine.begin() as connection:
            lock(connection, assessment.assignment, is_shared=True)
            released = self._release_of(connection, assessment.assignment)
            handed_in = self._handed_in(connection, released, assessment)
            notebook = connection.execute(
                select(HANDED_NOTEBOOK.c.id).where(
                    HANDED_NOTEBOOK.c.assignment_id == handed_in.id,
                    HANDED_NOTEBOOK.c.notebook_id == released.notebooks[assessment.assignment],
                )
            ).scalar_one()
            if self.rules is not None:
                ruled.restore(connection, [notebook])
            grades: Mapping[str, Any] = self._grades(connection, released, assessment, notebook)
            comments = self._comments(connection, released, assessment, notebook)
            charged: Mapping[tuple[str, str], int] = {}
            if self.rules is not None:
                dropped = self.rules.dropped.get(assessment.assignment, {})
                points = self._points[assessment.assignment]
                ruled.waive(connection, [notebook], dropped, points)
                grades = _by_notebook(connection, GRADE, [notebook])[notebook]
                charged = ruled.days_charged(connection, self.rules, [assessment.student])
            whose = (assessment.student, assessment.assignment)
            entered = self._entered(released, whose, handed_in, grades, comments, charged)
            self._write_penalties(connection, {notebook: entered.penalty})
            yield entered

    def bring_up_to_date(
        self, assignment: str, students: Collection[str], points: Mapping[str, float]
    ) -> Iterator[tuple[str, Entered]]:
        """Compute the penalties of graded submissions anew; yields all that stands, by student.

        Deadlines, extensions, the penalty's configuration and marks by hand may have changed
        since they were graded. ``points`` is what each graded cell is worth. A few submissions
        are held at a time, so a large class takes no more memory than a small one.
        """
        with self.engine.begin() as connection:
            lock(connection, assignment)
            released = self._rule(connection, assignment, points)
            own = HANDED_NOTEBOOK.c.notebook_id == released.notebooks[assignment]
            query = select(HANDED_NOTEBOOK.c.id).where(own).order_by(HANDED_NOTEBOOK.c.id)
            notebooks = connection.execute(query).scalars().all()
        for first in range(0, len(notebooks), CHUNK):
            with self.engine.begin() as connection:
                lock(connection, assignment)
                some = notebooks[first : first + CHUNK]
                entered = self._renew(connection, assignment, students, some)
            yield from entered.items()

    def _renew(
        self,
        connection: Connection,
        assignment: str,
        students: Collection[str],
        notebooks: Sequence[str],
    ) -> dict[str, Entered]:
        """Write anew what depends on the rules, of some that were handed in."""
        released = self._release_of(connection, assignment)
        if self.rules is not None:
            points = self._points[assignment]
            ruled.renew(connection, self.rules, notebooks, assignment, points)
        found = connection.execute(
            select(
                HANDED_IN.c.student_id,
                HANDED_IN.c.timestamp,
                HANDED_IN.c.extension,
                HANDED_NOTEBOOK.c.id,
                HANDED_NOTEBOOK.c.late_submission_penalty,
            )
            .join(HANDED_NOTEBOOK, HANDED_NOTEBOOK.c.assignment_id == HANDED_IN.c.id)
            .where(HANDED_NOTEBOOK.c.id.in_(notebooks))
        )
        handed_in = [row for row in found if row.student_id in students]
        charged: Mapping[tuple[str, str], int] = {}
        if self.rules is not None:
            those = [row.student_id for row in handed_in]
            charged = ruled.days_charged(connection, self.rules, those)
        grades = _by_notebook(connection, GRADE, notebooks)
        comments = _by_notebook(connection, COMMENT, notebooks)
        entered = {
            row.student_id: self._entered(
                released,
                (row.student_id, assignment),
                row,
                grades[row.id],
                comments[row.id],
                charged,
            )
            for row in handed_in
            if grades[row.id].keys() == released.max_scores.keys()
        }
        changed = {
            row.id: entered[row.student_id].penalty
            for row in handed_in
            if row.student_id in entered
            and (row.late_submission_penalty or 0.0) != entered[row.student_id].penalty
        }
        self._write_penalties(connection, changed)
        return entered

    def _entered(
        self,
        released: Released,
        whose: tuple[str, str],
        handed_in: Any,
        grades: Mapping[str, Mapping[str, Any]],
        comments: Mapping[str, Mapping[str, Any]],
        charged: Mapping[tuple[str, str], int],
    ) -> Entered:
        """Sum up the rows of one submission, of a student to an assignment."""
        waiting = {name for name, grade in grades.items() if grade["needs_manual_grade"]}
        marked = {name for name, grade in grades.items() if grade["manual_score"] is not None}
        entered = Entered(
            {
                # in an order of ours: a server gives rows in the order in which it finds them
                name: (score(grades[name]), released.max_scores[name])
                for name in self._points[whose[1]]
                if name in grades
            },
            {name: _comment(row) for name, row in comments.items()},
            0.0,
            seconds_late(released.due, handed_in),
            tuple(sorted(waiting - marked)),
            tuple(sorted(waiting & marked)),
        )
        if self.rules is None:
            return dataclasses.replace(entered, penalty=self._penalty(whose[0], entered))
        return dataclasses.replace(
            entered,
            penalty=self.rules.late.penalty(entered.score, charged.get(whose, 0)),
            waived=self.rules.waived(whose[1]),
            is_excused=whose in self.rules.excused,
        )

    def _write_penalties(self, connection: Connection, penalties: Mapping[str, float]) -> None:
        """``penalties`` by the id of the notebook that was handed in."""
        if penalties:
            connection.execute(
                update(HANDED_NOTEBOOK)
                .where(HANDED_NOTEBOOK.c.id == bindparam("row"))
                .values(late_submission_penalty=bindparam("penalty")),
                [{"row": row, "penalty": value or None} for row, value in penalties.items()],
            )

    def has_deadline(self, assignment: str) -> bool:
        """Whether ``assignment`` was released with one."""
        with self.engine.connect() as connection:
            return self._release_of(connection, assignment).due is not None

    def _release_of(self, connection: Connection, assignment: str) -> Released:
        if assignment not in self._released:
            self._released[assignment] = read_release(connection, assignment)
        return self._released[assignment]

    def _handed_in(self, connection: Connection, released: Released, assessment: Assessment) -> Any:
        """The row of the submission, made with all that belongs to it where there is none."""
        columns = ("id", "student_id", "timestamp", "extension")
        query = (
            select(*(HANDED_IN.c[name] for name in columns))
            .where(HANDED_IN.c.assignment_id == released.id)
            .where(HANDED_IN.c.student_id == assessment.student)
            .with_for_update()
        )
        found = connection.execute(query).one_or_none()
        if found is None:
            _create(connection, released, assessment)
            found = connection.execute(query).one()
        if assessment.timestamp is not None:
            connection.execute(
                update(HANDED_IN)
                .where(HANDED_IN.c.id == found.id)
                .values(timestamp=assessment.timestamp)
            )
        if self.rules is not None:
            row = connection.execute(query).one()
            ruled.extend(connection, self.rules, assessment.assignment, row)
        return connection.execute(query).one()

    def _grades(
        self, connection: Connection, released: Released, assessment: Assessment, notebook: str
    ) -> dict[str, dict[str, Any]]:
        """Write every automatic score anew; returns the rows by ``grade_id``."""
        cells = released.ids(assessment.assignment, "GradeCell")
        columns = ("cell_id", "manual_score", "extra_credit", "needs_manual_grade")
        rows = read_rows(connection, GRADE, columns, cells, notebook)
        for name, row in rows.items():
            auto = row["auto_score"] = assessment.scores[name]
            if row["manual_score"] is None:
                row["needs_manual_grade"] = auto is None
            else:  # nbgrader asks for every mark by hand again; we, where the answer is another
                is_unseen = row["needs_manual_grade"] and name in assessment.outdated
                row["needs_manual_grade"] = bool(is_unseen) or name in assessment.changed
        write_rows(connection, GRADE, ("auto_score", "needs_manual_grade"), rows)
        return rows

    def _comments(
        self, connection: Connection, released: Released, assessment: Assessment, notebook: str
    ) -> dict[str, dict[str, Any]]:
        """Write every automatic comment anew; returns the rows by ``grade_id``."""
        cells = released.ids(assessment.assignment, "SolutionCell")
        rows = read_rows(connection, COMMENT, ("cell_id", "manual_comment"), cells, notebook)
        for name, row in rows.items():
            row["auto_comment"] = NO_RESPONSE if name in assessment.unanswered else None
        write_rows(connection, COMMENT, ("auto_comment",), rows)
        return rows

    def _penalty(self, student: str, entered: Entered) -> float:
        """Ask nbgrader's plugin what lateness costs, within what there is to take."""
        if entered.seconds_late <= 0:
            return 0.0
        plugin = self.penalties.plugin_inst
        penalty = plugin.late_submission_penalty(student, entered.score, entered.seconds_late)
        return min(max(penalty or 0.0, 0.0), max(entered.score, 0.0))


def _by_notebook(
    connection: Connection, table: Any, notebooks: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Rows of ``table`` by the id of the notebook that was handed in, then by ``grade_id``."""
    found = connection.execute(
        select(table, BASE_CELL.c.name)
        .join(BASE_CELL, BASE_CELL.c.id == table.c.cell_id)
        .where(table.c.notebook_id.in_(notebooks))
    )
    rows: dict[str, dict[str, Any]] = defaultdict(dict)
    for row in found.mappings():
        rows[row["notebook_id"]][row["name"]] = row
    return rows


def _comment(row: Mapping[str, Any]) -> str | None:
    return row["auto_comment"] if row["manual_comment"] is None else row["manual_comment"]


def _create(connection: Connection, released: Released, assessment: Assessment) -> None:
    """Make all rows of a submission, unless another program has just made them."""
    student, assignment = assessment.student, released.id
    if connection.dialect.name != "sqlite" and len(student) > LONGEST_NAME:
        raise GradebookError(
            f"the name of the student's folder is longer than {LONGEST_NAME} letters,"
            " and the gradebook has no room for it"
        )
    insert_new(connection, STUDENT, [{"id": student}])
    own = HANDED_IN.c.assignment_id == assignment, HANDED_IN.c.student_id == student
    new = {"id": api.new_uuid(), "assignment_id": assignment, "student_id": student}
    insert_new(connection, HANDED_IN, [new | {"timestamp": assessment.timestamp}])
    handed_in = connection.execute(select(HANDED_IN.c.id).where(*own)).scalar_one()
    its = {"assignment_id": handed_in, "flagged": False}
    ids = released.notebooks.values()
    notebooks = [its | {"id": api.new_uuid(), "notebook_id": id} for id in ids]
    insert_new(connection, HANDED_NOTEBOOK, notebooks)
