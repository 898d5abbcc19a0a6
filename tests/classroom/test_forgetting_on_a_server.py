"""One student is taken out of a gradebook on a PostgreSQL server, out of its files, too."""

import re
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from autograder.classroom.forgetting import in_gradebook
from autograder.course import read_course
from autograder.errors import UserError
from autograder.grading.coordinator.by_hand import Given, read_by_hand, write_by_hand
from autograder.grading.coordinator.sample_class import hand_in, sample_class
from autograder.release.database import DatabaseError, connected
from tests.classroom.test_privacy import ADA, COMMENT, KURT, of_her, telling, typed
from tests.classroom.typed import ROSTER, Class, deadline
from tests.conftest import SMALL


@pytest.fixture
def term(postgresql, tmp_path):
    """A class of which Ada and Kurt are graded, she with a comment that was then changed."""
    (tmp_path / "export.csv").write_text(ROSTER)
    term = Class(tmp_path / "class")
    term.run("init", str(term.folder), "--roster", str(tmp_path / "export.csv"))
    (term.folder / "gradebook.db").unlink()
    term.set(gradebook=f'"{postgresql.database()}"', **deadline())
    term.run("release")
    chapters = list(read_course(SMALL).assignments.values())
    hand_in(term.classroom, [s for s in sample_class(chapters) if s.student in (ADA, KURT)])
    term.grade()
    for comment in (f"{COMMENT}, as it was first", COMMENT):
        before = read_by_hand(term.classroom, "line")[ADA, "why_mean"].given
        question = {(ADA, "why_mean"): (before, Given(1.0, comment))}
        assert write_by_hand(term.classroom, "line", question) == {}
    named = text("UPDATE student SET first_name = 'Ada', last_name = 'Lovelace' WHERE id = :ada")
    with connected(term.classroom.db_url) as connection, connection.begin():
        connection.execute(named, {"ada": ADA})
    return term


def rows(term):
    """All rows of all tables, as the server writes them."""
    with connected(term.classroom.db_url) as connection:
        return {
            name: set(connection.scalars(text(f"SELECT CAST(t AS text) FROM {name} AS t")))
            for name in inspect(connection).get_table_names()
        }


def telling_on_the_server(postgresql, term):
    """The tables and indexes in whose files, all in one folder, there is a byte of her."""
    postgresql.run("CHECKPOINT")
    with connected(term.classroom.db_url) as connection:
        folder = connection.scalar(text("SHOW data_directory"))
        number = connection.scalar(
            text("SELECT oid FROM pg_database WHERE datname = current_database()")
        )
        found = connection.execute(text("SELECT pg_relation_filenode(oid), relname FROM pg_class"))
        names = {str(file): name for file, name in found}
    files = [path for path in Path(folder, "base", str(number)).iterdir() if path.is_file()]
    return {names.get(path.name, path.name) for path in files if of_her(path.read_bytes())}


def test_no_row_and_no_byte_of_her_is_left_and_everybody_else_keeps_every_row(
    postgresql, term, monkeypatch
):
    before = rows(term)
    assert {"student", "comment"} < telling_on_the_server(postgresql, term)
    with connected(term.classroom.db_url) as reader, monkeypatch.context() as patch:
        patch.setattr(in_gradebook, "PATIENCE", 0.1)
        reader.execute(text("SELECT * FROM comment"))  # and never ends its transaction
        error = typed(term, "forget", "Ada Lovelace", "--yes").exception
    assert isinstance(error, UserError) and "has something of" in str(error)
    assert "comment" in telling_on_the_server(postgresql, term)

    result = typed(term, "forget", "Ada Lovelace", "--yes")
    assert result.exit_code == 0, result
    told = re.sub(r"[\s│]", "", result.output)  # the table breaks its lines anywhere
    assert "onpostgresql://grader@127" in told
    assert postgresql.password not in result.output

    after = rows(term)
    assert not [row for found in after.values() for row in found if of_her(row.encode())]
    assert telling_on_the_server(postgresql, term) == set()
    assert telling(term.folder) == set()

    gone = {name: found - after[name] for name, found in before.items() if found != after[name]}
    assert before.keys() == after.keys() and all(after[name] <= before[name] for name in before)
    assert {name: len(found) for name, found in gone.items()} == {
        # he has as many as she had
        "student": 1,
        "submitted_assignment": 1,
        "submitted_notebook": 1,
        "grade": len(after["grade"]),
        "comment": len(after["comment"]),
    }
    assert not any(KURT in row for found in gone.values() for row in found)


def test_a_server_that_goes_away_is_told_and_not_passed_over(tmp_path):
    with pytest.raises(DatabaseError, match="cannot be reached"):
        list(
            in_gradebook.steps(
                "postgresql+psycopg://ada@127.0.0.1:1/term", tmp_path / "x", ADA, False
            )
        )
