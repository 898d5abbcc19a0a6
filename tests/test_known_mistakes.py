"""What the course knows of mistakes: sentences when graded, digests in a student's notebook."""

import random
from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from autograder.checks import CheckFailed, known
from autograder.checks.diagnosis import hints_are_wanted, without_hints
from autograder.checks.facts import Comparison, Hint
from autograder.checks.known import knowing
from autograder.checks.own import forgetting, has_passed, remember
from autograder.course import read_course
from autograder.course.solution import Check
from autograder.in_process import check_rng, namespace_with, run_check, run_checks, try_checks
from autograder.known_mistakes import (
    digests_of,
    kept_digests,
    lookup_for,
    tell_by_trial,
    visible_failures,
)
from autograder.known_mistakes.digests import told
from autograder.notebook_files import KNOWN_MISTAKES
from autograder.notebooks.build import student_notebook
from tests.conftest import ROOT, SMALL, the_course
from tests.sampling import share_of

SAYS = "the squared errors are summed and not averaged"
MISTAKES = f'''

@mistake("mse", diagnosis="factor", says="{SAYS}")
def mse_as_a_sum(w, X, y):
    return np.sum((np.asarray(X) @ w - np.asarray(y)) ** 2) / 2
'''


@pytest.fixture
def line(small_course):
    path = small_course / "solutions" / "line" / "mistakes.py"
    path.write_text(path.read_text() + MISTAKES)
    return read_course(small_course).chapters["line"]


def graded(chapter, source):
    namespace = namespace_with(chapter)
    exec(source, namespace)
    with knowing(lookup_for(chapter.solution)):
        outcomes = run_checks(chapter, chapter.exercises["mse"], namespace)
    return next(outcome.failure for outcome in outcomes if outcome.failure)


def test_a_graded_answer_is_told_the_sentence_of_the_same_mistake(line):
    in_another_style = "def mse(w, X, y):\n    e = X @ w - y\n    return 0.5 * sum(e * e)\n"
    assert ("known", SAYS) in [(h.key, h.text) for h in graded(line, in_another_style).hints]


def test_a_small_mistake_that_nobody_wrote_down_is_told_in_words(line):
    added = "def mse(w, X, y):\n    return np.mean((np.asarray(X) @ w + np.asarray(y)) ** 2) / 2\n"
    failure = graded(line, added)
    assert "something is added that should be subtracted" in str(failure)


def test_another_function_of_the_chapter_is_named(line):
    # two functions of as many arguments, and an answer to the one that is right for the other
    found = lookup_for(line.solution)("mse_gradient")
    assert "what comes back is what `mse` should return" in [known.says for known in found]


def test_a_notebook_brings_digests_of_its_visible_cases(line, monkeypatch):
    monkeypatch.setattr(known, "_digests", {})
    digests = digests_of(line)
    assert SAYS in digests.values()
    cell = next(
        cell
        for cell in student_notebook(line, digests).cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == KNOWN_MISTAKES
    )
    assert SAYS not in cell.source  # packed
    assert cell.metadata["jupyter"]["source_hidden"]
    (answer,) = [m for m in line.solution.mistakes if m.name == "mse_as_a_sum"]
    before = [failures for _, failures in visible_failures(line, [answer])]
    assert all(SAYS not in str(failure) for failures in before for failure in failures)
    exec(cell.source, {})
    ((_, (failure, *_)),) = visible_failures(line, [answer])
    assert SAYS in str(failure)


def again(chapter):
    return read_course(chapter.path.parents[1]).chapters[chapter.name]


def test_digests_are_made_once(line, monkeypatch):
    first = kept_digests(line)

    def must_not_run(*_):
        raise AssertionError("made again")

    monkeypatch.setattr("autograder.known_mistakes.digests.digests_of", must_not_run)
    assert kept_digests(line) == first
    page = line.path.read_text()
    line.path.write_text(page + "\nAnother sentence.\n")
    assert kept_digests(again(line)) == first, "the words of a page do not matter"
    line.path.write_text(page.replace("(16 + 25 + 81) / 6", "(16 + 25 + 81) / 6.0"))
    with pytest.raises(AssertionError, match="made again"):
        kept_digests(again(line))
    line.path.write_text(page)
    path = line.solution.folder / "mistakes.py"
    path.write_text(path.read_text() + "\n# another word\n")
    with pytest.raises(AssertionError, match="made again"):
        kept_digests(line)


CHAPTERS = [c for c in the_course().assignments.values() if c.exercises]


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.name)
def test_sentences_are_short_and_plain(chapter):
    for variant in (*chapter.solution.mistakes, *chapter.solution.misconceptions):
        says = variant.says
        if says:
            assert 15 <= len(says) <= 200, (variant.name, says)
            assert not says.endswith("."), (variant.name, says)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.name)
def test_misconceptions_are_wrong(chapter, pytestconfig):
    """A hundred of them, the same every time: `make mutants` tries every one."""
    known = chapter.solution.misconceptions
    hundred = random.Random(chapter.name).sample(known, min(100, len(known)))
    sample = share_of(hundred, 5, chapter.name, pytestconfig)
    assert [v.name for v in sample if not fails(chapter, v)] == []


def fails(chapter, variant):
    """Whether a graded check fails; the first that does will do."""
    exercise = chapter.exercise_of(variant.function_name)
    earlier = chapter.functions_before(exercise)
    with without_hints():
        return any(
            run_check(chapter.solution, check, earlier, namespace_with(chapter, variant)).failure
            for check in exercise.checks
        )


def test_the_small_course_has_no_misconceptions():
    solution = read_course(SMALL).chapters["line"].solution
    assert solution.misconceptions == () and solution.formulas == ()


def test_a_class_that_fails_with_the_numbers_of_a_known_one_is_told_its_sentence():
    chapter = read_course(ROOT).assignments["computational_graphs"]
    solution, exercise = chapter.solution, chapter.exercises["Value"]
    name = "value_with_a_tanh_slope_at_the_input"
    (wrong,) = [m for m in solution.mistakes if m.name == name]
    vars(solution)["mistakes"] = (replace(wrong, says=SAYS),)
    namespace = namespace_with(chapter)
    exec(wrong.source, namespace)
    tried = [(o.check, o.failure) for o in run_checks(chapter, exercise, namespace, "7")]
    assert not any(SAYS in str(failure) for _, failure in tried if failure)
    tell_by_trial(solution, tried, partial(check_rng, "7"))
    assert all(SAYS in str(failure) for _, failure in tried if failure)
    assert any(failure for _, failure in tried)


def test_a_network_whose_outputs_are_those_of_a_known_one_is_told_its_sentence():
    # a check looks at the outputs: no arguments of bump_network give them
    chapter = read_course(ROOT).assignments["approximation"]
    solution, exercise = chapter.solution, chapter.exercises["bump_network"]
    (wrong,) = [m for m in solution.misconceptions if m.name == "network_without_last_bump"]
    namespace = namespace_with(chapter)
    exec(wrong.source, namespace)
    tried = [(o.check, o.failure) for o in run_checks(chapter, exercise, namespace, "7")]
    tell_by_trial(solution, tried, partial(check_rng, "7"))
    assert wrong.says in str(tried[0][1])


def test_a_lone_small_number_is_not_enough_for_a_trial(line, monkeypatch):
    check = Check("mse", 1.0, print, 1, "any", "any")
    failed = CheckFailed("mse", "value", comparison=Comparison(np.array(3.0), np.array(2.0)))
    monkeypatch.setattr("autograder.known_mistakes.trial._failure_of", lambda *_: failed)
    tell_by_trial(line.solution, [(check, failed)], lambda check: np.random.default_rng(0))
    assert not failed.hints


def test_what_passes_inside_is_forgotten():
    def helper(): ...

    with forgetting():
        remember(helper, True, "<a cell>")
        assert has_passed(helper)
    assert has_passed(helper) is None


def test_a_notebook_knows_a_wrong_shape_too(small_course):
    path = small_course / "solutions" / "line" / "mistakes.py"
    says = "the squared errors are not summed at all"
    wrong = f'\n\n@mistake("mse", diagnosis="shape", says="{says}")\ndef not_summed(w, X, y):\n'
    path.write_text(path.read_text() + wrong + "    return (np.asarray(X) @ w - y) ** 2\n")
    assert says in digests_of(read_course(small_course).chapters["line"]).values()


def test_two_written_mistakes_of_the_same_numbers_are_both_told_and_three_are_not():
    assert told({"a": 0, "b": 0, "c": 2}) == "a; or b"
    assert told({"a": 0, "b": 0, "c": 0}) == ""
    assert told({"a": 2, "b": 2}) == ""


def test_a_cause_found_on_the_first_try_is_kept_where_the_second_gives_the_same_numbers():
    check = Check("mse", 1.0, print, 1, "any", "any")
    numbers = Comparison(np.array(0.37), np.array(0.21))
    causes = iter([(Hint("known", SAYS),), ()])

    def attempt(check, references):
        return CheckFailed("mse", "value", hints=next(causes), comparison=numbers)

    (said,) = try_checks([check], {"other": print}, attempt)
    assert [hint.text for hint in said.hints] == [SAYS]


@pytest.mark.parametrize(
    ("second", "looked"),
    [(0.37, [True, False]), (0.38, [True, False, True])],
    ids=["the same numbers", "other numbers"],
)
def test_a_cause_that_was_found_is_sought_again_for_other_numbers_only(second, looked):
    check = Check("mse", 1.0, print, 1, "any", "any")
    sought = []

    def attempt(check, references):
        sought.append(hints_are_wanted())
        got = second if references else 0.37
        cause = (Hint("known", f"{got}"),) if sought[-1] else ()
        numbers = Comparison(np.array(got), np.array(0.21))
        return CheckFailed("mse", "value", hints=cause, comparison=numbers)

    (said,) = try_checks([check], {"other": print}, attempt)
    assert (sought, [hint.text for hint in said.hints]) == (looked, [f"{second}"])
