"""Visible checks: what they say, of which case, and what they leave as it was."""

import linecache

import numpy as np
import pytest

from autograder.checks import (
    CheckFailed,
    StudentFunction,
    check_backward,
    check_close,
    check_gradient,
    check_shape,
)

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


def test_a_round_number_of_the_default_tells_that_an_option_is_not_used():
    def leaky(z, a=0.01):
        return z if z > 0 else 0.01 * z

    (hint,) = failure(check_close, leaky, ((-2.0,), -0.02), ((-2.0, 0.3), -0.6)).hints
    assert hint.text == "a is not used: your numbers are those for its default value"


def test_another_default_is_no_root():
    def leaky_slope(z, a=0.1):
        return np.where(np.asarray(z) > 0, 1.0, a)

    wrong = ([-2.0, 0.0, 1.5],), np.array([0.01, 0.01, 1.0])
    assert not failure(check_close, leaky_slope, wrong).hints


def step_cases(function):
    check_close(
        function,
        ((np.array([-1.0, 0.0, 2.0]),), np.array([0, 1, 1])),
        ((0.0,), 1),
        suspects={"0 where it should be 1": ([0, 0, 1], 0), "exchanged": ([1, 0, 0], 0)},
    )


def test_a_suspect_that_gives_these_answers_is_the_likely_cause():
    failed = failure(step_cases, lambda z: np.where(np.asarray(z) > 0, 1, 0))
    assert [hint.text for hint in failed.hints] == ["0 where it should be 1"]
    assert "no known pattern" not in str(failed)


def test_a_suspect_has_to_fit_every_case():
    step_cases(lambda z: np.where(np.asarray(z) >= 0, 1, 0))
    failed = failure(step_cases, lambda z: np.where(np.asarray(z) > 0, 1, 0) + (np.ndim(z) == 0))
    assert not failed.hints


def test_a_suspect_may_have_several_parts():
    cases = [((2.0,), (2.0, 4.0))]
    failed = failure(check_close, lambda x: (x, x), *cases, suspects={"not squared": [(2.0, 2.0)]})
    assert "not squared" in str(failed)


# --- check_shape ---------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", [float, int, bool, np.float32])
def test_the_shape_alone_is_asked_for(dtype):
    check_shape(lambda n: np.zeros((n, 2), dtype), 3, shape=(3, 2))


@pytest.mark.parametrize(
    "value, kind", [(np.zeros(6), "shape"), (None, "type"), ([[1, 2], [3]], "type")]
)
def test_another_shape_fails(value, kind):
    assert failure(check_shape, lambda n: value, 3, shape=(3, 2)).kind == kind


# --- check_gradient ------------------------------------------------------------------------

PAGE = """
import linecache

import numpy as np
from autograder.checks import check_close, check_gradient

def mse(w, X, y):
    return np.mean((X @ np.asarray(w) - y) ** 2) / 2

def mse_gradient(w, X, y):
    return X.T @ (X @ np.asarray(w) - y) / len(y)

def summed(w):
    return mse(w, X, y)

def right():
    check_close(mse, (([0.3, -1.2], X, y), 1.2233333333333334))
"""
AT = (np.array([0.3, -1.2]), X, Y)


@pytest.fixture
def page():
    namespace = {"X": X, "y": Y}
    exec(PAGE, namespace)
    return namespace


def run(page, source):
    exec(source, page)


HALF_FORGOTTEN = "def mse(w, X, y):\n    return np.mean((X @ np.asarray(w) - y) ** 2)"


def test_a_right_loss_and_a_wrong_gradient_get_the_cause(page):
    run(page, "right()")
    failed = failure(
        check_gradient, lambda w, X, y: 2 * page["mse_gradient"](w, X, y), page["mse"], AT
    )
    assert hints(failed) == ["factor"]
    assert "derivative of mse" in facts(failed)["compared with"]


def test_a_loss_that_failed_its_check_is_to_be_fixed_first(page):
    run(page, HALF_FORGOTTEN)
    failure(run, page, "right()")
    failed = failure(check_gradient, page["mse_gradient"], page["mse"], AT)
    assert failed.kind == "rule" and not failed.hints
    assert "your own mse, which fails its check" in str(failed)
    assert "no known pattern" not in str(failed)


@pytest.mark.parametrize("of", ["summed", "lambda w: mse(w, X, y)", "lambda w: 1.0 * summed(w)"])
def test_so_is_one_that_the_loss_rests_on(page, of):
    run(page, HALF_FORGOTTEN)
    failure(run, page, "right()")
    failed = failure(
        run, page, f"check_gradient(lambda w: mse_gradient(w, X, y), of={of}, at=([0.3, -1.2],))"
    )
    assert "your own mse, which fails its check" in str(failed)


def test_a_loss_that_was_fixed_since_is_trusted_again(page):
    run(page, HALF_FORGOTTEN)
    failure(run, page, "right()")
    wrong = "check_gradient(lambda w: -mse_gradient(w, X, y), of=summed, at=([0.3, -1.2],))"
    assert not failure(run, page, wrong).hints
    run(page, PAGE)  # defined anew: nothing is known of it yet
    assert hints(failure(run, page, wrong)) == ["sign"]
    run(page, "right()")
    assert hints(failure(run, page, wrong)) == ["sign"]


def test_a_right_gradient_of_a_wrong_loss_is_still_compared(page):
    run(page, HALF_FORGOTTEN)
    failure(run, page, "right()")
    run(page, "check_gradient(lambda w: 2 * mse_gradient(w, X, y), of=summed, at=([0.3, -1.2],))")


def test_a_function_of_the_same_name_elsewhere_is_another_function(page):
    run(page, HALF_FORGOTTEN)
    failure(run, page, "right()")
    other = {"X": X, "y": Y}
    exec(PAGE, other)
    wrong = "check_gradient(lambda w: -mse_gradient(w, X, y), of=summed, at=([0.3, -1.2],))"
    assert hints(failure(run, other, wrong)) == ["sign"]


def test_a_loss_may_refuse_what_lies_outside_of_its_domain():
    def log_likelihood(p):
        if np.min(p) <= 0:
            raise ValueError("a probability must be positive")
        return np.sum(np.log(p))

    check_gradient(lambda p: 1 / p, of=log_likelihood, at=(np.array([1e-3, 0.7]),))


def test_a_loss_that_breaks_beside_the_point_is_a_message():
    def tabulated(w):
        return [1.0, 2.0][int(np.ceil(w[0]))]

    failed = failure(check_gradient, lambda w: w, of=tabulated, at=(np.array([1.0]),))
    assert (failed.name, failed.kind) == ("tabulated", "exception")
    assert "IndexError" in str(failed)


def test_the_loss_is_looked_at_once_and_then_only_called(monkeypatch):
    calls = []
    looked_at = StudentFunction.__call__

    def counted(self, *args, **kwargs):
        calls.append(self.name)
        return looked_at(self, *args, **kwargs)

    def squares(w):
        return np.sum(w**2)

    def wrong(w):
        return 3 * w

    monkeypatch.setattr(StudentFunction, "__call__", counted)
    failure(check_gradient, wrong, of=squares, at=(np.ones(5),))
    assert sorted(calls) == ["squares", "wrong"]


def test_a_loss_without_a_name_has_none_in_the_message():
    failed = failure(check_gradient, lambda z: -np.ones(3), lambda z: np.sum(z), (np.arange(3.0),))
    assert "lambda" not in str(failed).split("wrong", 1)[1]


# --- check_backward ------------------------------------------------------------------------


def affine_forward(X, W, b):
    return X @ W + b, (X, W)


def affine_backward(dout, cache):
    X, W = cache
    return dout @ W.T, X.T @ dout, dout.sum(axis=0)


AFFINE = {
    "of": affine_forward,
    "at": (X, np.array([[0.3, -1.0], [0.7, 2.0]]), np.array([0.1, 0.2])),
    "wrt": ("X", "W", "b"),
    "cache": affine_forward,
}


def test_a_right_backward_pass_passes(capsys):
    check_backward(affine_backward, **AFFINE)
    assert "affine_backward: visible checks passed" in capsys.readouterr().out


def test_one_that_ignores_what_comes_from_above_does_not():
    def ignores(dout, cache):
        return affine_backward(np.ones_like(dout), cache)

    failed = failure(check_backward, ignores, **AFFINE)
    assert hints(failed) == ["upstream"]
    assert "derivative of affine_forward" in facts(failed)["compared with"]


def test_a_wrong_forward_pass_is_fixed_before_the_backward_pass():
    doubled = AFFINE | {"of": lambda X, W, b: (2 * affine_forward(X, W, b)[0], (X, W))}
    failure(check_close, affine_forward, ((X, X.T, Y), 0.0))
    assert "mend affine_forward first" in str(failure(check_backward, affine_backward, **doubled))


# --- a reader's loss that is no loss -------------------------------------------------------


@pytest.mark.parametrize(
    "value, kind",
    [
        (None, "type"),
        ("1.0", "type"),
        (1j, "type"),
        ((1.0, 2.0), "shape"),
        (np.ones(1), "shape"),
        (np.ones(2), "shape"),
        (np.ones((2, 1)), "shape"),
    ],
)
def test_a_loss_that_gives_no_number_is_a_message(value, kind):
    def my_loss(w):
        return value

    failed = failure(check_gradient, lambda w: w, my_loss, (np.ones(2),))
    assert (failed.name, failed.kind) == ("my_loss", kind)
    assert "a single number" in str(failed) or "a number" in str(failed)


@pytest.mark.parametrize("number", [np.float64, np.array, float, lambda x: np.float32(x)])
def test_every_kind_of_number_is_a_loss(number):
    check_gradient(lambda w: 2.0 * w, lambda w: number(np.sum(w**2)), (np.array([1.0, 2.0]),))


def test_a_forward_pass_that_gives_nothing_is_a_message():
    failed = failure(check_backward, lambda dout, x: dout, lambda x: None, (X,))
    assert failed.kind == "type" and "without reaching a return" in str(failed)


# --- errors ------------------------------------------------------------------------------


def test_the_line_of_an_error_is_the_students_not_that_of_the_page():
    namespace = {}
    cells = {
        "<cell 1>": "def inner(x):\n    return x[7]\n\ndef outer(x):\n    return inner(x)\n",
        "<cell 2>": "def of_the_page(x):\n    return outer(x)[0]\n",
    }
    for name, source in cells.items():
        linecache.cache[name] = (len(source), None, source.splitlines(True), name)
        exec(compile(source, name, "exec"), namespace)
    failed = failure(check_close, namespace["of_the_page"], ((X,), 1.0))
    assert facts(failed)["in line"] == "return x[7]"
    failed = failure(check_close, lambda x: np.linalg.inv(x), ((X,), 1.0))
    assert facts(failed)["in line"].startswith("failed = failure(check_close, lambda x: np.linalg")
