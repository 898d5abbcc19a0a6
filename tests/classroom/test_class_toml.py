"""A class from init to marks: what stands in class.toml reaches every number, running no code."""

import re
import stat
from datetime import timedelta

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder.course import read_course
from autograder.errors import UserError
from autograder.grading.coordinator.sample_class import DUE, hand_in, sample_class
from tests.classroom.typed import LATE, ON_TIME, ROSTER, Class, deadline, time
from tests.conftest import SMALL

BEFORE_DUE = "2000-01-01 00:00"


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Two students of three have handed in, one of them late by a day."""
    folder = tmp_path_factory.mktemp("term") / "class"
    export = folder.with_name("export.csv")
    export.write_text(ROSTER)
    term = Class(folder)
    told = term.run("init", str(folder), "--roster", str(export))
    assert "3 students" in told and "id from the column 'ID number'" in told
    term.set(**deadline())
    term.run("release")
    chapters = list(read_course(SMALL).assignments.values())
    hand_in(term.classroom, [s for s in sample_class(chapters) if s.student in (LATE, ON_TIME)])
    assert term.of_late() == (6, 8)
    return term


@pytest.fixture
def term(graded):
    """Nothing of a student was run again at its end."""
    (graded.folder / "extensions.csv").unlink(missing_ok=True)
    before = graded.when_graded()
    yield graded
    assert graded.when_graded() == before


def test_the_folder_is_for_nobody_else(graded):
    assert stat.S_IMODE(graded.folder.stat().st_mode) == 0o700
    for name in ("class.toml", "roster.csv", "nbgrader_config.py"):
        assert stat.S_IMODE((graded.folder / name).stat().st_mode) == 0o600, name


def test_init_again_keeps_the_settings_and_takes_a_new_roster(graded):
    before = (graded.folder / "class.toml").read_text()
    export = graded.folder.with_name("export.csv")
    told = graded.run("init", str(graded.folder), "--roster", str(export))
    assert "kept as it was" in told
    assert (graded.folder / "class.toml").read_text() == before


def test_late_policy_and_deadline(term):
    for late, left in {
        '"zero"': 0,
        '"none"': 6,
        '"10% a day"': 5.4,
        '"25% a day, 1 free day"': 6,
        '"grace 48 hours"': 6,
    }.items():
        term.set(late=late, **deadline())
        assert term.of_late() == (left, 8), late
    term.set(late='"zero"', **deadline(days=2))
    assert term.of_late() == (6, 8)
    assert "L" not in term.grade().split(LATE)[1].split("\n")[0]
    term.set(late='"zero"', time_zone='"UTC"')
    assert term.of_late() == (6, 8)


def test_an_extension_and_an_excuse(term):
    term.set(late='"zero"', **deadline())
    assert term.of_late() == (0, 8)
    told = term.run("extend", "Kurt Gödel", "line", "--days", "2")
    assert f"{LATE} may hand in line until {DUE + timedelta(days=2):%Y-%m-%d}" in told
    assert term.of_late() == (6, 8)
    (term.folder / "extensions.csv").unlink()
    assert term.of_late() == (0, 8)
    term.run("extend", LATE, "line", "--days", "3")
    term.run("extend", LATE, "line", "--days", "0")
    assert term.of_late() == (0, 8)
    term.run("extend", "kurt@example.org", "line", "--until", time(2).strip('"'))
    assert term.of_late() == (6, 8)
    term.run("excuse", LATE, "line")
    assert term.of_late() == (6, 8)
    assert "6*E" in term.grade() or "6*LE" in term.grade()


def test_dropped_questions_and_bonus(term):
    term.set(dropped='[dropped]\n"line/mse" = "absent"')
    assert term.of_late() == (4, 6)
    term.set(dropped='[dropped]\n"line/why_mean" = "full"')
    assert term.of_late() == (8, 8)
    assert "8*" not in term.grade()
    term.set(dropped='[dropped]\n"line/mse_gradient" = "full"')
    assert term.numbers(term.grade(), ON_TIME) == (6, 8)
    term.set(left_out='["line/mse_gradient"]')
    assert term.of_late() == (2, 4)
    term.set(bonus='["line/mse"]')
    assert term.of_late() == (6, 6)
    term.set(bonus='["line/mse"]', late='"50% a day"', **deadline())
    assert term.of_late() == (3, 6)
    term.set(late='"none"')
    assert term.of_late() == (6, 8)


def test_the_notebook_says_what_is_left_out(term):
    handed_out = term.folder / "release" / "line" / "line.ipynb"

    def first():
        return nbformat.read(handed_out, 4).cells[0].source

    before = first()
    term.set(left_out='["line/mse_gradient"]')
    term.run("release")
    assert first() == before + "\n\nNot part of this class, and without points: `mse_gradient`."
    assert term.of_late() == (2, 4)
    term.set(late='"none"')
    term.run("release")
    assert first() == before
    assert term.of_late() == (6, 8)


def test_a_mark_by_hand_while_a_question_is_dropped_is_there_afterwards(term):
    term.set(dropped='[dropped]\n"line/why_mean" = "absent"')
    assert term.of_late() == (6, 6)
    coursedir = term.classroom.nbgrader().coursedir
    with Gradebook(coursedir.db_url, coursedir.course_id) as book:
        given = book.find_grade("why_mean", "line", "line", LATE)
        given.manual_score, given.needs_manual_grade = 1.5, False
        book.db.commit()
    assert term.of_late() == (6, 6)
    term.set(late='"none"')
    assert term.of_late() == (7.5, 8)
    with Gradebook(coursedir.db_url, coursedir.course_id) as book:
        given = book.find_grade("why_mean", "line", "line", LATE)
        given.manual_score, given.needs_manual_grade = None, True
        book.db.commit()
    assert term.of_late() == (6, 8)


def test_status(term):
    term.set(late='"zero"', **deadline())
    term.grade()
    told = term.run("status")
    rows = {line.split("  ")[0].strip(): line.split() for line in told.splitlines() if line}
    assert rows["Ada Lovelace"][2:] == ["*", "25"]  # 2 points of 8
    assert rows["Kurt Gödel"][2:] == ["*", "0"]
    assert rows["Emmy Noether"][2:] == ["·", "–"]  # nothing, and it is not due yet
    term.set(late='"zero"', deadlines='[deadlines]\nline = "2020-01-01 12:00"')
    assert ["Emmy", "Noether", "!", "0"] in map(str.split, term.run("status").splitlines())


BAD = {
    "nobody": (["extend", "Kurt Gdel", "line", "--days", "1"], "do you mean student-11"),
    "no chapter": (["extend", LATE, "lin", "--days", "1"], "no assignment 'lin'"),
    "how long": (["extend", LATE, "line"], "say how long"),
    "no time": (["extend", LATE, "line", "--until", "soon"], "is no time"),
    "too early": (["extend", LATE, "line", "--until", BEFORE_DUE], "before the deadline"),
    "a deadline": (["release", "--due", "2027-01-31T23:59"], "class.toml"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_is_one_sentence(term, case):
    args, says = BAD[case]
    term.set(**deadline())
    with pytest.raises(UserError, match=re.escape(says)):
        term.run(*args)


def test_a_hidden_chapter_is_neither_released_nor_graded(term):
    term.set(hidden='["line"]')
    with pytest.raises(UserError, match=r"line is hidden in class\.toml"):
        term.run("release", "-a", "line")
    with pytest.raises(UserError, match="nothing handed in"):
        term.grade()


def test_an_older_folder_keeps_its_deadline_and_its_extensions(term):
    (term.folder / "class.toml").unlink(missing_ok=True)
    coursedir = term.classroom.nbgrader().coursedir
    term.run("release", "--due", f"{DUE:%Y-%m-%dT%H:%M}")
    with Gradebook(coursedir.db_url, coursedir.course_id) as book:
        book.grant_extension("line", LATE, days=2)
    assert [LATE, "6*"] in map(str.split, term.grade().splitlines())
    term.run("init", str(term.folder))
    assert f"line = {DUE:%Y-%m-%dT%H:%M:%SZ}\n" in (term.folder / "class.toml").read_text()
    assert f"{LATE},line,+2 days\n" in (term.folder / "extensions.csv").read_text()
    assert [LATE, "6*"] in map(str.split, term.grade().splitlines())


def test_a_class_without_settings_cannot_extend_and_is_told_how_to(term):
    (term.folder / "class.toml").unlink(missing_ok=True)
    with pytest.raises(UserError, match="autograder init"):
        term.run("excuse", LATE, "line")
