"""Visible checks: what they say, of which case, and what they leave as it was."""

import numpy as np
import pytest

from autograder.checks import CheckFailed, check_close

X = np.array([[3.0, 1.0], [1.0, 1.0], [0.0, 1.0]])
Y = np.array([1.0, 0.0, 1.0])


def failure(check, *args, **kwargs):
    with pytest.raises(CheckFailed) as caught:
        check(*args, **kwargs)
    return caught.value


def facts(failed):
    return {fact.label: fact.text for fact in failed.facts}


def hints(failed):
    return [hint.key for hint in failed.hints]


# --- check_close ---------------------------------------------------------------------------


def mse(w, X, y):
    return np.mean((X @ np.asarray(w) - y) ** 2)


CASES = (([0.3, -1.0], X, Y), mse([0.3, -1.0], X, Y)), (([2.0, 1.0], X, Y), mse([2.0, 1.0], X, Y))


def test_the_message_says_which_case_it_is_about():
    failed = failure(check_close, lambda z: abs(z), ((2.0,), 2.0), ((-3.5,), -3.5))
    assert facts(failed)["called with"] == "z = -3.5"
    assert facts(failed)["got"] == "3.5"


def test_arguments_are_told_in_one_short_line_each():
    def f(g, rng, X):
        raise ValueError("no")

    failed = failure(check_close, f, ((np.sin, np.random.default_rng(0), np.ones((99, 9))), 1.0))
    text = facts(failed)["called with"]
    assert text.startswith("g = sin, rng = a Generator, X = [[1., 1.")
    assert "\n" not in text and " at 0x" not in text


def test_a_function_that_does_not_tell_its_arguments_is_checked_all_the_same():
    failed = failure(check_close, np.frompyfunc(float, 1, 1), ((2.5,), 3.5))
    assert facts(failed)["called with"].endswith(" = 2.5")


def test_what_is_not_implemented_is_just_that():
    def stub(z):
        raise NotImplementedError

    assert str(failure(check_close, stub, ((1.0,), 1.0))) == "stub: not implemented yet"


def test_a_function_that_changes_its_argument_does_not_spoil_the_next_run():
    def changes(X):
        X -= 1
        return X

    given = X.copy()
    assert failure(check_close, changes, ((given,), X - 1)).kind == "in-place"
    np.testing.assert_array_equal(given, X)
    rng = np.random.default_rng(0)
    draws = np.random.default_rng(0).normal(size=2)
    for _ in range(2):  # the cell is run again
        check_close(lambda rng: rng.normal(size=2), ((rng,), draws))


def test_the_inputs_of_a_case_are_known_to_the_diagnosis():
    def summed(w, X, y):
        return 3 * mse(w, X, y)

    assert hints(failure(check_close, summed, *CASES)) == ["factor"]
    assert "n = 3" in str(failure(check_close, summed, *CASES))


def test_round_numbers_of_several_cases_are_evidence_together():
    def summed(x):
        return np.sum(np.asarray(x) ** 2)

    cases = [((v,), np.mean(np.square(v))) for v in ([3.0, 0.0, 3.0], [5.0, 2.0, 1.0], [3.0, 5.0])]
    right = [((v,), float(e)) for (v,), e in cases]
    assert hints(failure(check_close, summed, right[0])) == []  # a lone 18 has any cause

    def halved(x):
        return np.mean(np.asarray(x) ** 2) / 2

    assert hints(failure(check_close, halved, right[0])) == []
    assert hints(failure(check_close, halved, *right)) == ["factor"]


def test_a_cause_that_another_case_rules_out_is_not_named():
    def too_steep(z):
        return np.where(z > 0, 2.0 * z, z)

    steep = ((np.array([1.2345, 0.781]),), np.array([1.2345, 0.781]))
    right = ((np.array([-1.2345, -0.781]),), np.array([-1.2345, -0.781]))
    assert hints(failure(check_close, too_steep, steep)) == ["factor"]
    assert hints(failure(check_close, too_steep, steep, right)) == []
    assert hints(failure(check_close, too_steep, right, steep)) == []


def test_a_case_with_other_options_tells_what_an_answer_without_them_is():
    def ridge(w, l2=0.0):
        return np.sum(np.square(w))

    w = np.array([0.37, -1.21])
    plain, penalized = ((w,), 1.601), ((w, 0.5), 1.601 + 0.25 * 1.601)
    assert hints(failure(check_close, ridge, penalized)) == []
    failed = failure(check_close, ridge, plain, penalized)
    assert hints(failed) == ["regularization"]
    assert "l2" in str(failed)
