"""What got away is shown as a diff; what is listed as equivalent must be so."""

import dataclasses
import subprocess
import sys

import pytest

from autograder.course import read_course
from autograder.mutants import cases_of, reports, try_all
from tests.conftest import ROOT
from tests.conftest import one_chapter as read


def report_on(root, **options):
    chapter = read_course(root).assignments["line"]
    cases = cases_of(chapter, seeds=1, **options)
    verdicts = dict(try_all(root, [case.trial for case in cases], jobs=1))
    (report,) = reports([chapter], cases, verdicts)
    return report


WEAK = """
@check("mse", points=2)
def is_a_number(student, rng):
    expect_agrees(student.mse, reference.mse, *problem(rng, 1, 1))
"""
EQUIVALENT = """\
EQUIVALENT = {
    "mse_gradient: w, X, y = map(np.asarray, (w, X, y))…": "no mutant reads like this",
    "mse: return np.sum((X @ w - y) ** 2) / (2 * len(y))…": "nor this",
    "…: return None": "a lie",
}
"""


def test_counts_and_shows_what_got_away(small_course):
    path = small_course / "solutions/line/checks.py"
    text = path.read_text()
    start = text.index('@check("mse"')
    end = text.index('@check("mse_gradient"')
    path.write_text(text[:start] + WEAK.strip() + "\n\n\n" + text[end:])
    report = report_on(small_course)
    assert report.killed + report.survived == report.mutants + report.mistakes
    assert report.survived > 0
    assert report.equivalent == 0
    # with one sample the mean is the sum
    survivor = "mse: return np.mean((X @ w - y) ** 2) / (2 * len(y))"
    (shown,) = (problem for problem in report.problems if survivor in problem)
    assert "passes with 1 of 1 seeds" in shown
    assert "reference.py:11" in shown
    assert "\n  -     return np.sum((X @ w - y) ** 2) / (2 * len(y))" in shown
    assert "\n  +     return np.mean((X @ w - y) ** 2) / (2 * len(y))" in shown


def test_equivalents_are_counted_and_held_to_their_word(small_course):
    (small_course / "solutions/line/equivalent.py").write_text(EQUIVALENT)
    report = report_on(small_course)
    assert report.equivalent == 2  # a lie in each of two functions
    lies = [p for p in report.problems if "equivalent" in p and "should pass, but fails" in p]
    stale = [p for p in report.problems if "made no more" in p]
    assert len(lies) == 2
    assert len(stale) == 2


def test_right_answers_are_tried_with_many_seeds(small_course):
    report = report_on(small_course, sample=1)
    assert report.mutants == 2
    assert report.right == 4
    assert report.runs == 4 * 20


def test_sample_is_the_same_every_time(small_course):
    chapter = read_course(small_course).assignments["line"]
    first, second = (cases_of(chapter, seeds=1, sample=5) for _ in range(2))
    assert first == second
    assert sum(case.mutant is not None for case in first) == 10


def test_a_right_answer_that_fails_is_a_problem(small_course):
    path = small_course / "solutions/line/alternatives.py"
    path.write_text(path.read_text().replace("(2 * len(y))", "len(y)"))
    report = report_on(small_course, sample=1)
    (problem,) = (p for p in report.problems if "alternative 'loop'" in p)
    assert "should pass, but fails, first with seed right-0" in problem


def test_command_fails_where_a_mutant_survives(small_course):
    command = [sys.executable, "-m", "autograder.cli", "mutants", "--course", str(small_course)]
    result = subprocess.run(
        [*command, "--seeds", "1", "--jobs", "1"], capture_output=True, text=True, timeout=300
    )
    assert result.returncode == 1, result.stderr
    assert "line: mutant 'mse: " in result.stdout
    assert "to mend" in result.stdout
    for wrong in (["circle"], ["--function", "circle"]):
        result = subprocess.run([*command, *wrong], capture_output=True, text=True, timeout=300)
        assert result.returncode == 2
        assert "circle" in result.stderr


def test_command_tries_the_answers_to_one_function(small_course):
    command = [sys.executable, "-m", "autograder.cli", "mutants", "--course", str(small_course)]
    options = ["--seeds", "1", "--jobs", "1", "--sample", "1", "--function", "mse_gradient"]
    result = subprocess.run([*command, *options], capture_output=True, text=True, timeout=300)
    mutants = result.stdout.splitlines()
    row = next(line.split() for line in mutants if line.startswith("line "))
    assert row[1] == "1"  # the one mutant of the sample


# by name: a slip in a chapter stops the test of that chapter alone
CHAPTERS = sorted(path.parent.name for path in ROOT.glob("solutions/*/reference.py"))


@pytest.mark.one_of(5)
@pytest.mark.parametrize("name", CHAPTERS)
def test_no_sampled_mutant_of_a_chapter_survives(name):
    """Two of the mutants of each function; `make mutants` tries every one."""
    chapter = read(name)
    found = cases_of(chapter, seeds=1, sample=2)
    cases = [case for case in found if case.mutant is not None]
    # soon over for those that loop
    trials = [dataclasses.replace(case.trial, seconds=2.0) for case in cases]
    verdicts = dict(try_all(ROOT, trials, jobs=1))
    (report,) = reports([chapter], cases, verdicts)
    assert report.mutants > 0
    assert not report.problems, "\n\n".join(report.problems)
