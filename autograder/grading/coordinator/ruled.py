"""The rules of a class in nbgrader's tables, so that nbgrader agrees.

A dropped question counts as nothing of nothing, or as all of its points: its extra credit makes
up the difference, and a table of our own beside nbgrader's keeps what stood there before. Bonus
counts, and its most points are 0.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    MetaData,
    String,
    Table,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from autograder.grading.coordinator.rules import Dropped, Lateness, Rules
from autograder.grading.coordinator.tables import (
    ASSIGNMENT,
    BASE_CELL,
    GRADE,
    GRADE_CELL,
    HANDED_IN,
    HANDED_NOTEBOOK,
    Released,
    lateness,
)

METADATA = MetaData()
WAIVED = Table(
    "autograder_waived",
    METADATA,
    Column("grade_id", String(128), primary_key=True),
    Column("notebook_id", String(128), index=True, nullable=False),
    Column("extra_credit", Float),
    Column("manual_score", Float),
    Column("needs_manual_grade", Boolean),
    Column("is_without_score", Boolean),  # an answer that nobody has marked
)


def apply(
    connection: Connection,
    rules: Rules,
    released: Released,
    assignment: str,
    points: Mapping[str, float],
) -> None:
    """Write the deadline of ``assignment`` and what each graded cell adds to the maximum.

    ``points`` is what each is worth; ``released`` is kept up to date.
    """
    due = rules.due.get(assignment)
    if released.due != due:
        its_own = update(ASSIGNMENT).where(ASSIGNMENT.c.id == released.id)
        connection.execute(its_own.values(duedate=due))
        released.due = due
    most = rules.most(assignment, points)
    ids = released.ids(assignment, "GradeCell")
    changed = [
        {"cell": ids[name], "most": value}
        for name, value in most.items()
        if name in ids and released.max_scores[name] != value
    ]
    if changed:
        connection.execute(
            update(GRADE_CELL)
            .where(GRADE_CELL.c.id == bindparam("cell"))
            .values(max_score=bindparam("most")),
            changed,
        )
        released.max_scores |= {name: most[name] for name in most if name in ids}


def extend(connection: Connection, rules: Rules, assignment: str, handed_in: Any) -> None:
    """Write the extension of one row of what was handed in."""
    extension = rules.extension(handed_in.student_id, assignment)
    if extension != (handed_in.extension or timedelta()):
        changed = update(HANDED_IN).where(HANDED_IN.c.id == handed_in.id)
        connection.execute(changed.values(extension=extension or None))


def renew(
    connection: Connection,
    rules: Rules,
    notebooks: Sequence[str],
    assignment: str,
    points: Mapping[str, float],
) -> None:
    """Write extensions and dropped questions anew for handed-in ``notebooks`` of ``assignment``."""
    columns = (HANDED_IN.c.id, HANDED_IN.c.student_id, HANDED_IN.c.extension)
    query = (
        select(*columns)
        .join(HANDED_NOTEBOOK, HANDED_NOTEBOOK.c.assignment_id == HANDED_IN.c.id)
        .where(HANDED_NOTEBOOK.c.id.in_(notebooks))
    )
    for row in connection.execute(query).all():
        extend(connection, rules, assignment, row)
    restore(connection, notebooks)
    waive(connection, notebooks, rules.dropped.get(assignment, {}), points)


def days_charged(
    connection: Connection, rules: Rules, students: Collection[str]
) -> dict[tuple[str, str], int]:
    """The days that cost something of all hand-ins of ``students``, by student and assignment."""
    query = (
        select(HANDED_IN.c.student_id, HANDED_IN.c.timestamp, ASSIGNMENT.c.name)
        .join(ASSIGNMENT, ASSIGNMENT.c.id == HANDED_IN.c.assignment_id)
        .where(HANDED_IN.c.student_id.in_(list(students)))
    )
    late = defaultdict(list)
    for row in connection.execute(query):
        due = rules.due.get(row.name)
        if due is not None:
            own = due + rules.extension(row.student_id, row.name)
            seconds = lateness(own, row.timestamp)
            late[row.student_id].append(Lateness(row.name, due, seconds))
    return {
        (student, assignment): days
        for student, ones in late.items()
        for assignment, days in rules.days_charged(student, ones).items()
    }


def restore(connection: Connection, notebooks: Sequence[str]) -> None:
    """Put back what :func:`waive` has changed in the grades of handed-in ``notebooks``."""
    found = connection.execute(
        select(WAIVED, GRADE.c.manual_score.label("now"), GRADE.c.auto_score)
        .join(GRADE, GRADE.c.id == WAIVED.c.grade_id)
        .where(WAIVED.c.notebook_id.in_(notebooks))
        .with_for_update()
    )
    before = []
    for row in found.all():
        was_marked_since = row.now != row.manual_score
        had_no_score = row.is_without_score and row.auto_score == 0
        before.append(
            {
                "grade": row.grade_id,
                "extra_credit": row.extra_credit,
                "needs_manual_grade": bool(row.needs_manual_grade) and not was_marked_since,
                "auto_score": None if had_no_score else row.auto_score,
            }
        )
    _write_grades(connection, before)
    if before:
        connection.execute(delete(WAIVED).where(WAIVED.c.notebook_id.in_(notebooks)))


def _write_grades(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Change the columns that ``rows`` name, of the grades whose ids are called ``grade``."""
    if rows:
        connection.execute(update(GRADE).where(GRADE.c.id == bindparam("grade")), rows)


def waive(
    connection: Connection,
    notebooks: Sequence[str],
    dropped: Mapping[str, Dropped],
    points: Mapping[str, float],
) -> None:
    """Let the ``dropped`` questions count as they say, in the handed-in ``notebooks``.

    ``points`` is what each is worth. Those that are waived already are restored first.
    """
    if not dropped:
        return
    found = connection.execute(
        select(GRADE, BASE_CELL.c.name)
        .join(BASE_CELL, BASE_CELL.c.id == GRADE.c.cell_id)
        .where(GRADE.c.notebook_id.in_(notebooks), BASE_CELL.c.name.in_(list(dropped)))
        .with_for_update(of=GRADE)
    )
    kept, waived = [], []
    for row in found.all():
        given = row.auto_score if row.manual_score is None else row.manual_score
        kept.append(
            {
                "grade_id": row.id,
                "notebook_id": row.notebook_id,
                "extra_credit": row.extra_credit,
                "manual_score": row.manual_score,
                "needs_manual_grade": row.needs_manual_grade,
                "is_without_score": given is None,
            }
        )
        worth = points[row.name] if dropped[row.name] == "full" else 0.0
        waived.append(
            {
                "grade": row.id,
                "extra_credit": worth - (given or 0.0),
                "needs_manual_grade": False,
                "auto_score": 0.0 if given is None else row.auto_score,
            }
        )
    if kept:
        connection.execute(insert(WAIVED), kept)
    _write_grades(connection, waived)
