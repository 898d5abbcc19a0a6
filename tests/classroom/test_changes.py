"""Which marks a run of grading changed, and why it says so."""

import csv
import dataclasses
import io
import stat
from datetime import UTC, datetime

import pytest
from rich.console import Console

from autograder.classroom.changes import Change, Changes, Seen, compared, csv_lines
from autograder.classroom.changes_table import tables
from autograder.classroom.settings import Settings
from tests.classroom.typed import LATE, ON_TIME, deadline, make_class
from tests.grading.class_support import change

FULL, ABSENT = "dropped, so all have its points", "dropped, does not count"
BEFORE = Seen(
    points={"mse": 2.0, "why": 1.0},
    by_hand={"why": 1.0},
    penalty=0.5,
    answer="one",
    checks="old",
    due="2027-01-31T23:59:00",
    late="10% a day",
)
#: what is another now; which row says so, from what to what; and why
WHY = {
    "handed in again": ({"points": {"mse": 0.0, "why": 1.0}, "answer": "two"}, ("mse", 2, 0)),
    "checks corrected": ({"points": {"mse": 4.0, "why": 1.0}, "checks": "new"}, ("mse", 2, 4)),
    "graded again": ({"points": {"mse": 1.0, "why": 1.0}}, ("mse", 2, 1)),
    "mark by hand": (
        {"points": {"mse": 2.0, "why": 2.0}, "by_hand": {"why": 2.0}, "answer": "two"},
        ("why", 1, 2),
    ),
    "mark by hand taken back": ({"points": {"mse": 2.0, "why": 0.0}, "by_hand": {}}, ("why", 1, 0)),
    FULL: ({"points": {"mse": 4.0, "why": 1.0}, "waived": {"mse": FULL}}, ("mse", 2, 4)),
    ABSENT: ({"points": {"mse": 0.0, "why": 1.0}, "waived": {"mse": ABSENT}}, ("mse", 2, 0)),
    "extension": ({"penalty": 0.0, "extension": 86400.0}, ("lateness", -0.5, 0)),
    "deadline moved": ({"penalty": 0.0, "due": "2027-02-28T23:59:00"}, ("lateness", -0.5, 0)),
    "late policy changed": ({"penalty": 3.0, "late": "zero"}, ("lateness", -0.5, -3)),
    "released anew": ({"points": {"why": 1.0}}, ("mse", 2, None)),
}


@pytest.mark.parametrize("why", WHY)
def test_every_change_says_why(why):
    now, (exercise, old, new) = WHY[why]
    after = dataclasses.replace(BEFORE, **now)
    found = list(compared({("ada", "line"): BEFORE}, {("ada", "line"): after}))
    assert found == [Change("ada", "line", exercise, old, new, why)]


def test_what_did_not_change_is_not_told():
    after = dataclasses.replace(BEFORE, answer="two", checks="new", late="none", extension=5.0)
    assert not list(compared({("ada", "line"): BEFORE}, {("ada", "line"): after}))


def test_a_penalty_that_follows_the_points_says_so():
    after = dataclasses.replace(BEFORE, points={"mse": 4.0, "why": 1.0}, checks="new", penalty=0.8)
    found = list(compared({("ada", "line"): BEFORE}, {("ada", "line"): after}))
    assert [(one.exercise, one.why) for one in found] == [
        ("mse", "checks corrected"),
        ("lateness", "follows the points"),
    ]


def test_marks_that_come_go_and_are_excused():
    excused = dataclasses.replace(BEFORE, is_excused=True)
    before = {("ada", "line"): BEFORE, ("kurt", "line"): BEFORE, ("kurt", "plane"): BEFORE}
    after = {("ada", "line"): excused, ("emmy", "line"): BEFORE, ("kurt", "line"): BEFORE}
    found = list(compared(before, after, hidden=frozenset({"plane"})))
    assert [(one.student, one.old, one.new, one.why) for one in found] == [
        ("ada", 2.5, None, "excused"),
        ("emmy", None, 2.5, "graded for the first time"),
        ("kurt", 2.5, None, "hidden"),
    ]


def screen(changes, all_changes=False):
    kept = Changes(datetime(2027, 2, 3, 14, 5, tzinfo=UTC), tuple(changes))
    console = Console(file=io.StringIO(), width=80)
    for part in tables(kept, {"ada": "Ada Lovelace"}, Settings(), all_changes):
        console.print(part)
    return console.file.getvalue()


def many(count):
    return [
        Change(
            f"a-student-with-a-long-name-{n}", "likelihood", "cross_entropy_gradient", 1, 2.5, FULL
        )
        for n in range(count)
    ]


def test_at_80_columns_no_mark_and_no_exercise_is_cut():
    shown = screen([Change("ada", "line", "mse", 2, 0.25, "handed in again"), *many(3)])
    assert max(map(len, shown.splitlines())) <= 80
    assert "2027-02-03 14:05  4 marks changed" in shown
    row = next(line for line in shown.splitlines() if "Ada Lovelace" in line)
    assert row.split() == ["Ada", "Lovelace", "mse", "2", "0.25", "handed", "in", "again"]
    assert shown.count("cross_entropy_gradient") == 3


def test_many_are_summed_up_unless_all_are_asked_for():
    shown = screen(many(200))
    assert len(shown.splitlines()) < 12 and "200" in shown and "--all" in shown
    assert screen(many(200), all_changes=True).count("a-student") == 200


def test_as_csv_what_is_no_mark_is_empty_and_no_name_is_a_formula():
    changes = [Change("=1+1", "line", "lateness", -0.5, None, "excused")]
    [row] = csv.DictReader(io.StringIO(csv_lines(changes, {})))
    assert (row["student"], row["old"], row["new"]) == ("'=1+1", "-0.5", "")


@pytest.fixture(scope="module")
def term(tmp_path_factory):
    term = make_class(tmp_path_factory.mktemp("changes") / "class", LATE, ON_TIME)
    term.grade()
    return term


def last(term):
    return {
        (one.student, one.exercise, one.old, one.new, one.why)
        for one in Changes.load(term.classroom).changes
    }


def test_a_run_keeps_what_it_changed(term):
    assert "2 hand-ins graded for the first time" in term.run("changes")
    path = term.classroom.state / "changes.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600

    term.set(late='"50% a day"', **deadline())
    assert "1 mark changed: autograder changes" in term.grade()
    assert last(term) == {(LATE, "lateness", 0, -3, "late policy changed")}
    assert "changed" not in term.grade()  # nothing, and the list stays
    assert last(term) == {(LATE, "lateness", 0, -3, "late policy changed")}
    assert "Kurt Gödel" in term.run("changes")

    term.run("extend", LATE, "line", "--days", "2")
    term.grade()
    assert last(term) == {(LATE, "lateness", -3, 0, "extension")}

    change(term.classroom, ON_TIME, lambda notebook: notebook["cells"].clear())
    term.grade()
    assert (ON_TIME, "mse", 2, 0, "handed in again") in last(term)


def test_a_file_that_is_damaged_is_made_again(term):
    path = term.classroom.state / "changes.json"
    path.write_text("[")
    term.grade()
    assert Changes.load(term.classroom).seen
    assert "no run has changed a mark yet" in term.run("changes")
