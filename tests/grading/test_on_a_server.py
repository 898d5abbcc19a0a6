"""A term whose gradebook is on a PostgreSQL server, as an instructor writes and types it."""

import re
import sys

import pytest

from autograder.classroom.settings import Settings, SettingsError
from autograder.cli import main
from autograder.course import read_course
from autograder.errors import UserError
from autograder.grading.coordinator.sample_class import hand_in, sample_class
from tests.classroom.typed import LATE, ON_TIME, ROSTER, Class, deadline
from tests.conftest import SMALL
from tests.grading.class_support import export
from tests.grading.test_one_number import mark_by_hand

SECRET = "s3cret"
AWAY = f"postgresql://ada:{SECRET}@127.0.0.1:1/term"


@pytest.fixture
def term(tmp_path):
    """A class folder with a roster of three."""
    table = tmp_path / "export.csv"
    table.write_text(ROSTER)
    term = Class(tmp_path / "class")
    term.run("init", str(term.folder), "--roster", str(table))
    (term.folder / "gradebook.db").unlink()
    return term


def test_every_command_works_there(postgresql, term):
    address = postgresql.database()
    term.set(gradebook=f'"{address}"', late='"zero"', **deadline())
    assert "line.ipynb" in term.run("release")
    chapters = list(read_course(SMALL).assignments.values())
    hand_in(term.classroom, [s for s in sample_class(chapters) if s.student in (LATE, ON_TIME)])
    assert "not graded" in term.run("status", "--all")
    screen = term.grade()
    assert term.numbers(screen, LATE) == (0, 8) and term.numbers(screen, ON_TIME) == (2, 8)
    assert postgresql.password not in screen and "gradebook  postgresql://grader@127" in screen

    mark_by_hand(term.classroom, ON_TIME, 1.5, "Nicely put.")
    term.run("extend", LATE, "line", "--days", "2")
    screen = term.grade()
    assert term.numbers(screen, LATE) == (6, 8) and term.numbers(screen, ON_TIME) == (3.5, 8)
    told = term.run("changes")
    assert "extension" in told and "mark by hand" in told
    term.run("mark", "--sheet")
    assert list((term.folder / "sheets").iterdir())
    term.run("export", "--to", "csv")
    assert re.search(r"student-11.*,6[,.]", (term.folder / "exports" / "marks.csv").read_text())
    with pytest.raises(UserError, match="as Canvas calls them"):  # names are all that is lacking
        term.run("feedback", "--pack", "canvas", "-a", "line")
    # and nbgrader's own commands look there, too
    numbers = export(term.classroom)
    assert (numbers[LATE, "line"], numbers[ON_TIME, "line"]) == (6, 3.5)
    assert not (term.folder / "gradebook.db").exists()


def typed(monkeypatch, capsys, term, *command):
    """What a command says that ends in one sentence."""
    options = ["--class", str(term.folder), "--course", str(SMALL)]
    monkeypatch.setattr(sys, "argv", ["autograder", *command, *options])
    with pytest.raises(SystemExit) as ended:
        main()
    screen = capsys.readouterr()
    assert ended.value.code == 2 and screen.err.count("\n") == 1
    assert SECRET not in screen.out + screen.err
    return screen.err


def test_a_server_that_is_away(monkeypatch, capsys, term):
    term.set(gradebook=f'"{AWAY}"')
    for command in ("status", "release"):
        told = typed(monkeypatch, capsys, term, command)
        assert "postgresql://ada@127.0.0.1:1/term cannot be reached" in told


def test_a_wrong_password_and_no_database(monkeypatch, capsys, term, postgresql):
    term.set(gradebook=f'"{postgresql.url(password=SECRET)}"')
    assert "password authentication failed" in typed(monkeypatch, capsys, term, "status")
    term.set(gradebook=f'"{postgresql.url("nowhere")}"')
    assert '"nowhere" does not exist' in typed(monkeypatch, capsys, term, "status")


def test_without_the_driver(monkeypatch, capsys, term):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    term.set(gradebook=f'"{AWAY}"')
    assert "pip install '.[postgresql]'" in typed(monkeypatch, capsys, term, "status")


def test_an_address_that_only_nbgrader_was_told(monkeypatch, capsys, term):
    config = term.folder / "nbgrader_config.py"
    before = config.read_text()
    config.write_text(f"{before}\nc.CourseDirectory.db_url = {AWAY!r}\n")
    assert "postgresql://ada@127.0.0.1:1/term" in typed(monkeypatch, capsys, term, "status")
    term.set(gradebook=f'"{AWAY.replace("term", "other")}"')
    told = typed(monkeypatch, capsys, term, "status")
    assert "class.toml" in told and "nbgrader_config.py" in told and "take" in told


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("gradebook.db", "is no address"),
        (f"mysql://ada:{SECRET}@host/term", "not PostgreSQL"),
        (f"postgresql://ada:{SECRET}@host", "names no database"),
        (f"postgresql://ada:{SECRET}@host:port/term", "is no address"),
        ("sqlite:///gradebook.db", "from the root"),
    ],
)
def test_an_address_that_is_none(tmp_path, address, why):
    (tmp_path / "class.toml").write_text(f'name = "term"\ngradebook = "{address}"\n')
    with pytest.raises(SettingsError, match=why) as told:
        Settings.load(tmp_path, {"line": []})
    assert ":2:" in str(told.value) and SECRET not in str(told.value)
