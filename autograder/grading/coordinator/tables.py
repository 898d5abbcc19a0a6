"""Nbgrader's own tables, read and written without its object mapper.

Which commits a cell at a time and loads whole relations. The three rules of nbgrader that are
repeated here are its score, its lateness and what its release holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nbgrader import api
from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from autograder.errors import UserError

#: the revision of nbgrader's tables that this was written for
SCHEMA = "e43177bfe90b"
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


class GradebookError(UserError):
    """The gradebook does not fit the course; the message says what to do."""


@dataclass
class Released:
    """An assignment as nbgrader released it."""

    id: str
    due: datetime | None
    notebooks: dict[str, str]  # notebook -> id
    cells: dict[str, list[tuple[str, str, str]]]  # notebook -> (id, type, name)
    max_scores: dict[str, float]  # by grade_id, of the notebook that has the assignment's name
    checksums: dict[str, str]

    def ids(self, notebook: str, kind: str) -> dict[str, str]:
        return {name: id for id, type, name in self.cells[notebook] if type == kind}


def read_release(connection: Connection, assignment: str) -> Released:
    """Read what nbgrader released as ``assignment``. Raises :class:`GradebookError` for nothing."""
    row = connection.execute(
        select(ASSIGNMENT.c.id, ASSIGNMENT.c.duedate).where(ASSIGNMENT.c.name == assignment)
    ).one_or_none()
    notebooks = {}
    if row is not None:
        found = connection.execute(
            select(NOTEBOOK.c.name, NOTEBOOK.c.id).where(NOTEBOOK.c.assignment_id == row.id)
        )
        notebooks = {name: id for name, id in found}
    if row is None or assignment not in notebooks:
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
    return Released(
        row.id,
        row.duedate,
        notebooks,
        cells,
        {name: points for name, points in most},
        {name: checksum for name, checksum in checksums},
    )


def read_rows(
    connection: Connection, table: Any, columns: tuple, cells: dict[str, str], notebook: str
) -> dict[str, dict[str, Any]]:
    """The rows of ``cells`` in ``table`` by ``grade_id``; new ones have no ``id`` yet.

    Nobody else may write them until the transaction ends.
    """
    found = connection.execute(
        select(table.c.id, *(table.c[name] for name in columns))
        .where(table.c.notebook_id == notebook)
        .with_for_update()
    )
    by_cell = {row.cell_id: row._asdict() for row in found}
    new = dict.fromkeys(columns) | {"id": None, "notebook_id": notebook}
    return {name: by_cell.get(id) or new | {"cell_id": id} for name, id in cells.items()}


def write_rows(
    connection: Connection, table: Any, columns: tuple[str, ...], rows: dict[str, dict]
) -> None:
    """Insert the ``rows`` that have no ``id`` yet, and update ``columns`` of the others."""
    new = [row | {"id": api.new_uuid()} for row in rows.values() if row["id"] is None]
    if new:
        connection.execute(insert(table), new)
    old = [row for row in rows.values() if row["id"] is not None]
    if old:
        statement = update(table).where(table.c.id == bindparam("row"))
        values = [{name: row[name] for name in columns} | {"row": row["id"]} for row in old]
        connection.execute(statement, values)


def insert_new(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    """Insert ``rows``; one that another program has just made stays as that made it."""
    kind = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(kind.insert(table).on_conflict_do_nothing(), rows)


def score(grade: Mapping[str, Any]) -> float:
    """As nbgrader's ``Grade.score``: by hand before automatic, and the extra credit."""
    given = grade["auto_score"] if grade["manual_score"] is None else grade["manual_score"]
    return 0.0 if given is None else given + (grade["extra_credit"] or 0.0)


def seconds_late(due: datetime | None, handed_in: Any) -> float:
    """Return by how many seconds a submission is late, after its extension; 0 if it is not."""
    if due is None:
        return 0.0
    due = due + handed_in.extension if handed_in.extension else due
    return lateness(due, handed_in.timestamp)


def lateness(due: datetime, handed_in: datetime | None) -> float:
    """Return by how many seconds ``handed_in`` is after ``due``; no time is not late."""
    return 0.0 if handed_in is None else max(0.0, (handed_in - due).total_seconds())
