"""The report as a student reads it in a terminal."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from rich.console import Console

from autograder.check_notebook import ExerciseResult, Report
from autograder.check_notebook.terminal import deadline, show, wrapped


def shown(report, width=80, **options):
    file = io.StringIO()
    show(Console(file=file, width=width), "line.ipynb", report, **options)
    return file.getvalue()


PASSED = ExerciseResult("mse", 2.0, "passed")
WRONG = ExerciseResult("mse_gradient", 4.0, "wrong value", "mse_gradient: wrong value\n  got  1")


def test_success_says_how_many_points_are_within_reach():
    points = {"mse": 2, "why": 1, "where": 3}
    text = shown(Report([], [PASSED], {"why": True, "where": False}, points), width=120)
    assert "all visible checks passed; 3 of 6 points can be reached" in text
    assert "more checks are run when graded" in text
    assert "written questions without an answer: where (3 points)" in text


def test_a_failure_says_how_far_one_is():
    text = shown(Report([], [PASSED, WRONG], {}, {"mse": 2, "mse_gradient": 4}))
    assert "1 of 2 passed; 2 of 6 points can be reached so far" in text
    assert "mse_gradient: wrong value\n  got  1\n" in text
    assert "got  1" not in shown(Report([], [WRONG]), details=False)


def test_no_points_are_shown_where_the_notebook_has_none():
    assert "points" not in shown(Report([], [ExerciseResult("mse", 0.0, "passed")]))


NOW = datetime(2030, 1, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("away", "told"),
    [
        (timedelta(days=3, hours=5), "in 3 days"),
        (timedelta(days=1, hours=5), "in 29 hours"),
        (timedelta(hours=5), "in 5 hours"),
        (timedelta(minutes=90), "in 90 minutes"),
        (-timedelta(days=2), "2 days ago, unless you were given more time"),
    ],
)
def test_the_deadline_is_told_and_how_far_it_is(away, told):
    due = NOW + away
    text = deadline(due, NOW)
    assert told in text and f"{due.astimezone():%d %b %Y, %H:%M}".lstrip("0") in text
    assert text.startswith("was due" if away < timedelta() else "due")


def test_a_deadline_is_shown_where_the_notebook_knows_one():
    assert "due" not in shown(Report([], [PASSED]))
    long_ago = datetime(2020, 1, 1, 12, tzinfo=UTC)
    assert "was due Wed 1 Jan 2020" in shown(Report([], [PASSED], due=long_ago))


def test_what_went_wrong_first_is_said_first():
    text = shown(Report(["cell 1 failed [b]"], [PASSED]))
    assert text.startswith("cell 1 failed [b]\n")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("short", ["short"]),
        ("", [""]),
        ("one two three four", ["one two", "  three", "  four"]),
        ("x" * 30, ["x" * 30]),
    ],
)
def test_lines_are_cut_between_words(text, lines):
    assert wrapped(text, 10).split("\n") == lines


def test_no_list_is_cut_that_fits_into_a_line():
    text = "  called with  w = [0.5, 1], X = [[1, 2], [3, 4]], y = [1, 0, 1]"
    assert wrapped(text, 40).split("\n") == [
        "  called with  w = [0.5, 1],",
        "               X = [[1, 2], [3, 4]],",
        "               y = [1, 0, 1]",
    ]
