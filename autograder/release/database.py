"""Nbgrader's database: its address, and connections whose every failure is one sentence.

By default it is the file ``gradebook.db``, which SQLite reads; several people who grade at once
share one on a PostgreSQL server.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from nbgrader.api import Gradebook
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError

from autograder.errors import UserError

PATIENCE = 60  #: seconds to wait while another program writes into the file
REACHED = 10  #: seconds to wait for a server
#: a server that went away is noticed within a minute
NOTICED = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}
DRIVER = "postgresql+psycopg"  #: what SQLAlchemy calls the driver that we install
BARE = ("postgresql", "postgres")  #: how everybody else writes it
LOCKS = 1_314_213  #: the first number of our locks on a server, for nobody else to take
EXAMPLE = "postgresql://USER@HOST/NAME"


class DatabaseError(UserError):
    """The database cannot be used; the message says why, and never holds a password."""


def with_driver(url: str) -> str:
    """``url`` with the name of our driver, where it is of PostgreSQL and names none."""
    scheme, sign, rest = url.partition("://")
    return f"{DRIVER}://{rest}" if sign and scheme in BARE else url


def address(text: str) -> str:
    """What an instructor wrote, as SQLAlchemy's address. Raises :class:`ValueError` with why not.

    No word of it stands in the error: there may be a password in it.
    """
    try:
        url = make_url(with_driver(text.strip()))
        backend = url.get_backend_name()
    except (ArgumentError, ValueError):
        raise ValueError(f"is no address; write {EXAMPLE}") from None
    if backend == "sqlite":
        if not (url.database or "").startswith("/"):
            raise ValueError("names no file; write sqlite:////FOLDER/gradebook.db, from the root")
    elif backend != "postgresql":
        raise ValueError(f"is on a server that is not PostgreSQL; write {EXAMPLE}")
    elif not url.database:
        raise ValueError(f"names no database; write {EXAMPLE}")
    return url.render_as_string(hide_password=False)


def shown(url: str) -> str:
    """``url`` for the screen: a file by its path, a server without a password."""
    parts = make_url(url)
    if parts.get_backend_name() == "sqlite":
        return parts.database or url
    query = {key: value for key, value in parts.query.items() if key.lower() != "password"}
    plain = parts.set(drivername=parts.get_backend_name(), query=query)
    return plain._replace(password=None).render_as_string()


def is_same(one: str, other: str) -> bool:
    """Whether two addresses are of one database."""
    return make_url(with_driver(one)) == make_url(with_driver(other))


def is_file(url: str) -> bool:
    """Whether the database is a file of this machine."""
    return url.startswith("sqlite")


def engine_of(url: str, *, writes: bool = False) -> Engine:
    """An engine for the database at ``url``. Raises :class:`DatabaseError` without its driver.

    One that ``writes`` lets nobody else write from the first line of each transaction on, where
    the database is a file: what it has read is so still when it writes.
    """
    if is_file(url):
        engine = create_engine(url, connect_args={"timeout": PATIENCE})
        if writes:
            event.listen(engine, "connect", _leave_transactions_to_us)
            event.listen(engine, "begin", _begin_at_once)
        return engine
    # a plan that was made for an empty table would be kept when it has a million rows
    options: dict[str, Any] = {"prepare_threshold": None, "connect_timeout": REACHED, **NOTICED}
    try:
        its_own = options if make_url(url).get_driver_name() == "psycopg" else {}
        return create_engine(url, connect_args=its_own, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise DatabaseError(_without(error.name or "", url)) from error
    except NoSuchModuleError as error:
        name = make_url(url).drivername
        raise DatabaseError(
            f"the gradebook {shown(url)}: nobody knows {name!r}; write it as {EXAMPLE}"
        ) from error


def _without(driver: str, url: str) -> str:
    if driver == "psycopg":
        return f"{driver} is not installed; for {shown(url)} you need: pip install '.[postgresql]'"
    return (
        f"{driver} is not installed; write the address of {shown(url)} as"
        f" {DRIVER}://… in nbgrader_config.py"
    )


def _leave_transactions_to_us(connection: Any, _: object) -> None:
    connection.isolation_level = None


def _begin_at_once(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextlib.contextmanager
def connected(url: str) -> Iterator[Connection]:
    """A connection to read with. Raises :class:`DatabaseError` where there is none to be had."""
    with _opened(url, engine_of(url)) as connection:
        yield connection


@contextlib.contextmanager
def writing(url: str) -> Iterator[Connection]:
    """A connection in a transaction: all is written at its end, or nothing is.

    Raises :class:`DatabaseError` where there is none to be had.
    """
    with _opened(url, engine_of(url, writes=True)) as connection, connection.begin():
        yield connection


@contextlib.contextmanager
def _opened(url: str, engine: Engine) -> Iterator[Connection]:
    try:
        with reached(url, engine) as connection:
            yield connection
    finally:
        engine.dispose()


def reached(url: str, engine: Engine) -> Connection:
    """A connection of ``engine``. Raises :class:`DatabaseError` where a server gives none."""
    try:
        return engine.connect()
    except OperationalError as error:
        if is_file(url):
            raise
        told = str(error.orig).strip().splitlines()[0]
        told = told.removeprefix("connection failed: ")
        raise DatabaseError(f"the gradebook {shown(url)} cannot be reached: {told}") from None


def prepare(url: str, course_id: str) -> None:
    """Make nbgrader's tables where there are none; whoever comes at the same time waits.

    Raises :class:`DatabaseError` where the database cannot be reached.
    """
    if is_file(url):
        with Gradebook(url, course_id):
            return
    with connected(url) as connection, connection.begin():
        lock(connection, "tables")
        with Gradebook(url, course_id):
            pass


def lock(connection: Connection, name: str, *, is_shared: bool = False) -> None:
    """Let nobody else have the lock ``name`` until the transaction ends; shared, let others share.

    A file needs none: one transaction writes at a time.
    """
    if connection.dialect.name == "postgresql":
        kind = "_shared" if is_shared else ""
        ask = text(f"SELECT pg_advisory_xact_lock{kind}(:ours, hashtext(:name))")
        connection.execute(ask, {"ours": LOCKS, "name": name})
