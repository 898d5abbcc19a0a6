"""Take one student out of nbgrader's gradebook, and out of the bytes of its file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, Select, delete, inspect, select, text
from sqlalchemy.exc import DatabaseError, OperationalError

from autograder.classroom.forgetting.ways import Step
from autograder.errors import UserError
from autograder.grading.coordinator.ruled import WAIVED
from autograder.grading.coordinator.tables import (
    COMMENT,
    GRADE,
    HANDED_IN,
    HANDED_NOTEBOOK,
    STUDENT,
)
from autograder.release.database import engine_of, is_file, reached, shown

PATIENCE = 60  #: seconds to wait on a server for others who read or write
#: the tables with rows of one student, from what hangs on others to what others hang on
OF_STUDENTS = (WAIVED, GRADE, COMMENT, HANDED_NOTEBOOK, HANDED_IN, STUDENT)
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
    engine = engine_of(url)
    try:
        with reached(url, engine) as connection:
            found = _count(connection, student)
    except DatabaseError:  # a copy that is no gradebook: whether it tells of them is looked at
        if not is_file(url):
            raise
        return
    finally:
        engine.dispose()
    if found or again:
        told = f"{found} hand-ins with marks and comments" if found != 1 else "1 hand-in"
        where = "" if is_file(url) else f", on {shown(url)}"
        yield Step(path, told + where, lambda: remove(url, student))


def remove(url: str, student: str) -> None:
    """Delete all rows of ``student``, in one transaction, and let no byte of them stay.

    Raises :class:`UserError` where others are at work there, for too long.
    """
    engine = engine_of(url)
    try:
        with reached(url, engine) as connection, connection.begin():
            if is_file(url):  # what is freed is overwritten
                connection.execute(text("PRAGMA secure_delete = ON"))
            _delete(connection, student)
        _rewrite(engine)
    except OperationalError as error:
        told = str(error.orig).strip().splitlines()[0]
        raise UserError(
            f"the gradebook {shown(url)} still has something of {student} ({told}): close the"
            " formgrader and all else that is open there, and type the same again"
        ) from error
    finally:
        engine.dispose()


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
    """Write what is left anew: rows that were deleted or changed were freed, not overwritten.

    A server's log of changes, and its backups, are its keeper's.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.dialect.name == "sqlite":
            # else the new file is first written to the machine's folder for temporary ones
            connection.execute(text("PRAGMA temp_store = MEMORY"))
            connection.execute(text("VACUUM"))
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        elif engine.dialect.name == "postgresql":
            connection.execute(text(f"SET lock_timeout = '{PATIENCE}s'"))
            there = set(inspect(connection).get_table_names())
            for table in OF_STUDENTS:
                if table.name in there:
                    connection.execute(text(f"VACUUM (FULL, ANALYZE) {table.name}"))
            # where the server notes values that are frequent: ids, names, comments
            connection.execute(text("VACUUM FULL pg_statistic"))
