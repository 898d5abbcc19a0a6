"""Take one student out of nbgrader's gradebook, and out of the bytes of its file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, Select, create_engine, delete, inspect, select, text
from sqlalchemy.exc import DatabaseError

from autograder.classroom.forgetting.ways import Step
from autograder.grading.coordinator.ruled import WAIVED
from autograder.grading.coordinator.tables import (
    COMMENT,
    GRADE,
    HANDED_IN,
    HANDED_NOTEBOOK,
    STUDENT,
)

PATIENCE = 60  #: seconds to wait for another program that writes
#: what SQLite keeps beside its file while it works
BESIDE = ("-journal", "-wal", "-shm")


def gradebooks(folder: Path) -> list[Path]:
    """The gradebook in ``folder`` and every copy of it, by us and by `nbgrader db upgrade`."""
    return [
        path for path in sorted(folder.glob("gradebook*.db*")) if not path.name.endswith(BESIDE)
    ]


def steps(url: str, path: Path, student: str, again: bool) -> Iterator[Step]:
    """What is to be removed from the gradebook at ``url``, which is shown as ``path``.

    ``again`` does it also where no row is found any more: the bytes of one may be there yet.
    """
    engine = _open(url)
    try:
        with engine.connect() as connection:
            found = _count(connection, student)
    except DatabaseError:  # a copy that is no gradebook: whether it tells of them is looked at
        return
    finally:
        engine.dispose()
    if found or again:
        told = f"{found} hand-ins with marks and comments" if found != 1 else "1 hand-in"
        yield Step(path, told, lambda: remove(url, student))


def remove(url: str, student: str) -> None:
    """Delete all rows of ``student``, in one transaction, and let no byte of them stay."""
    engine = _open(url)
    try:
        with engine.begin() as connection:
            if engine.dialect.name == "sqlite":  # what is freed is overwritten
                connection.execute(text("PRAGMA secure_delete = ON"))
            _delete(connection, student)
        if engine.dialect.name == "sqlite":
            _rewrite(engine)
    finally:
        engine.dispose()


def _open(url: str) -> Engine:
    waits = {"timeout": PATIENCE} if url.startswith("sqlite") else {}
    return create_engine(url, connect_args=waits)


def _handed_in(student: str) -> Select:
    return select(HANDED_IN.c.id).where(HANDED_IN.c.student_id == student)


def _count(connection: Connection, student: str) -> int:
    """Hand-ins of ``student``, or 1 for the bare row of the student."""
    if not inspect(connection).has_table(STUDENT.name):
        return 0
    handed_in = len(connection.execute(_handed_in(student)).all())
    known = connection.execute(select(STUDENT.c.id).where(STUDENT.c.id == student)).all()
    return max(handed_in, len(known))


def _delete(connection: Connection, student: str) -> None:
    """From what hangs on others to what others hang on."""
    handed_in = _handed_in(student)
    notebooks = select(HANDED_NOTEBOOK.c.id).where(HANDED_NOTEBOOK.c.assignment_id.in_(handed_in))
    there = set(inspect(connection).get_table_names())
    for table in (WAIVED, GRADE, COMMENT):
        if table.name in there:
            connection.execute(delete(table).where(table.c.notebook_id.in_(notebooks)))
    of_theirs = HANDED_NOTEBOOK.c.assignment_id.in_(handed_in)
    connection.execute(delete(HANDED_NOTEBOOK).where(of_theirs))
    connection.execute(delete(HANDED_IN).where(HANDED_IN.c.student_id == student))
    connection.execute(delete(STUDENT).where(STUDENT.c.id == student))


def _rewrite(engine: Engine) -> None:
    """Write the file anew: earlier rows were freed without being overwritten."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        # else the new file is first written to the machine's folder for temporary ones
        connection.execute(text("PRAGMA temp_store = MEMORY"))
        connection.execute(text("VACUUM"))
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
