"""Each rule speaks when its mistake was made, is silent otherwise, and never stops a check.

The functions here are made for these tests; a rule sees what a check sees: what came, what
should have come, the named arguments, and the loss or the reference.
"""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.checks import CheckFailed, expect_agrees, expect_close, expect_gradient
from autograder.checks.diagnosis import RULES, Evidence, Guess, Rule, diagnose
from autograder.checks.diagnosis.evidence import information
from tests.checks.diagnosis_support import SEEDS, keys, neuron, sigmoid, texts
from tools.measure_diagnosis import Measured, count

# --- one neuron with a squared error -----------------------------------------------------


def squared(w, X, y):
    return np.mean((sigmoid(X @ w) - y) ** 2) / 2


def squared_gradient(w, X, y):
    s = sigmoid(X @ w)
    return X.T @ ((s - y) * s * (1 - s)) / len(y)


def of_one_sample(w, X, y, which):
    return squared_gradient(w, X[which], y[which])


def for_a_column(w, X, y):
    s = sigmoid(X @ w[:, None])
    return np.mean(((s - y) * s * (1 - s))[:, :, None] * X[:, None, :], axis=(0, 1))


NEURON = {
    "sign": [lambda *at: -squared_gradient(*at)],
    "factor": [
        lambda *at: len(at[2]) * squared_gradient(*at),
        lambda *at: squared_gradient(*at) / len(at[2]),
        lambda *at: 2 * squared_gradient(*at),
        lambda *at: 0.5 * squared_gradient(*at),
        lambda *at: -2 * squared_gradient(*at),
        lambda *at: 0.37 * squared_gradient(*at),
    ],
    "slope": [
        lambda w, X, y: X.T @ (sigmoid(X @ w) - y) / len(y),
        lambda w, X, y: X.T @ (sigmoid(X @ w) - y),
        lambda w, X, y: (
            X.T @ ((s := sigmoid(X @ w)) - y) * 0 + X.T @ ((s - y) * (s * (1 - s)) ** 2) / len(y)
        ),
    ],
    "zero": [lambda w, X, y: np.zeros_like(w)],
    "one-sample": [
        lambda *at: of_one_sample(*at, slice(0, 1)),
        lambda *at: of_one_sample(*at, slice(-1, None)) / len(at[2]),
    ],
    "shape": [lambda *at: squared_gradient(*at)[:, None], lambda *at: squared_gradient(*at)[None]],
    "batch-sum": [
        lambda w, X, y: X * ((s := sigmoid(X @ w)) - y)[:, None] * (s * (1 - s))[:, None] / len(y)
    ],
    "not-finite": [lambda *at: squared_gradient(*at) * np.nan],
}


@pytest.mark.parametrize(
    "key, wrong", [(key, wrong) for key, many in NEURON.items() for wrong in many]
)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_mistake_in_the_gradient_of_a_neuron_is_named(key, wrong, seed):
    assert keys(lambda: expect_gradient(wrong, of=squared, at=neuron(seed))) == [key]


@pytest.mark.parametrize(
    "factor, words", [(6, "n = 6 times too large"), (1 / 6, "n = 6 times too small"), (2, "twice")]
)
def test_a_factor_has_a_name(factor, words):
    said = texts(
        lambda: expect_gradient(
            lambda *at: factor * squared_gradient(*at), of=squared, at=neuron(1)
        )
    )
    assert words in said


@pytest.mark.parametrize("seed", SEEDS)
def test_an_unknown_mistake_gets_no_hint(seed):
    noise = np.random.default_rng(seed + 1000)
    wrong = lambda w, X, y: noise.normal(size=4)  # noqa: E731
    assert keys(lambda: expect_gradient(wrong, of=squared, at=neuron(seed))) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_broadcasting_of_a_column_against_a_row(seed):
    assert "shape" in keys(lambda: expect_gradient(for_a_column, of=squared, at=neuron(seed)))


@given(
    st.integers(0, 10**6),
    st.integers(1, 3),
    st.integers(1, 3),
    st.sampled_from([(key, wrong) for key, many in NEURON.items() for wrong in many]),
)
@settings(max_examples=150, deadline=None)
def test_on_the_smallest_problems_a_hint_is_true_or_there_is_none(seed, n, d, mistake):
    key, wrong = mistake
    try:
        expect_gradient(wrong, of=squared, at=neuron(seed, n, d))
    except CheckFailed as failed:
        hints = [hint.key for hint in failed.hints]
        # of one sample alone, these mistakes are a constant factor, and that is no lie
        same = {"one-sample": "factor", "slope": "factor"} if n == 1 else {}
        assert not hints or key in hints or same.get(key) in hints, (hints, str(failed))


# --- losses and other values --------------------------------------------------------------


def mean_square(w, X, y):
    return np.mean((X @ w - y) ** 2)


@pytest.mark.parametrize(
    "key, wrong",
    [
        ("sign", lambda w, X, y: -mean_square(w, X, y)),
        ("factor", lambda w, X, y: np.sum((X @ w - y) ** 2)),
        ("power", lambda w, X, y: np.sqrt(mean_square(w, X, y))),
        ("shape", lambda w, X, y: (X @ w - y) ** 2),
        ("shape", lambda w, X, y: np.mean((X @ w[:, None] - y) ** 2)),
    ],
)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_mistake_in_a_loss_is_named(key, wrong, seed):
    assert keys(lambda: expect_agrees(wrong, mean_square, *neuron(seed, 7, 3))) == [key]


def product(A, B):
    return A @ B


def turned_product(A, B):
    return (A @ B).T


@pytest.mark.parametrize("seed", SEEDS)
def test_rows_and_columns_exchanged(seed):
    rng = np.random.default_rng(seed)
    for m in (3, 4):  # square, then not
        at = rng.normal(size=(3, 5)), rng.normal(size=(5, m))
        assert keys(lambda at=at: expect_agrees(turned_product, product, *at)) == ["transposed"]


@pytest.mark.parametrize("seed", SEEDS)
def test_cut_decimals(seed):
    z = np.random.default_rng(seed).normal(size=8) * 3
    assert keys(lambda: expect_agrees(np.trunc, lambda z: z * 1.0, z)) == ["integer"]
    whole = lambda z: z.astype(int)  # noqa: E731
    assert keys(lambda: expect_agrees(whole, lambda z: z * 1.0, z)) == ["integer"]


def test_what_is_not_finite_is_located():
    z = np.array([1.0, -2.0, 1000.0, 3.0])
    with np.errstate(all="ignore"):
        naive = np.exp(z) / (1 + np.exp(z))
    said = texts(lambda: expect_close(naive, sigmoid(z), given={"z": z}))
    assert "nan" in said and "[2]" in said and "larger than 700" in said
    said = texts(lambda: expect_close(np.array([0.5, np.inf]), np.ones(2), given={}))
    assert "inf" in said and "[1]" in said and "700" not in said


@pytest.mark.parametrize("seed", SEEDS)
def test_the_wrong_axis(seed):
    X = np.random.default_rng(seed).normal(size=(5, 3))
    centered = lambda X: X - X.mean(axis=0)  # noqa: E731
    rows = lambda X: X - X.mean(axis=1, keepdims=True)  # noqa: E731
    assert keys(lambda: expect_agrees(rows, centered, X)) == ["axis"]


@pytest.mark.parametrize("seed", SEEDS)
def test_one_minus_the_answer(seed):
    z = np.random.default_rng(seed).normal(size=5)
    assert keys(lambda: expect_agrees(lambda z: sigmoid(-z), sigmoid, z)) == ["complement"]


# --- evidence -----------------------------------------------------------------------------


def evidence(got, expected, **given):
    got, expected = np.asarray(got), np.asarray(expected)
    return Evidence("f", got, expected, np.asarray(1e-9), given)


def test_a_lone_round_number_is_no_evidence():
    assert diagnose(evidence(6.0, 3.0)) == ()
    assert diagnose(evidence(-1.0, 1.0)) == ()
    assert [hint.key for hint in diagnose(evidence(-1.2345678, 1.2345678))] == ["sign"]


def test_signs_are_no_cut_decimals():
    w = np.array([0.3, -1.2, 2.0, -0.7])
    assert diagnose(evidence(np.sign(w), 1.6595 * np.sign(w))) == ()
    assert [h.key for h in diagnose(evidence([2.0, -1.0, 1.0], [2.31, -1.7, 1.2]))] == ["integer"]


def test_decimals_that_are_round_are_no_evidence():
    """A slope of 0.1 where 0.01 belongs is another default, and hardly a root that was taken."""
    assert diagnose(evidence([0.1, 0.1, 1.0], [0.01, 0.01, 1.0])) == ()
    assert diagnose(evidence(0.3, 0.09)) == ()
    got = np.array([0.37, 1.2, 0.81])
    assert [hint.key for hint in diagnose(evidence(got, got**2))] == ["power"]


def test_one_number_is_no_evidence_for_one_sample():
    w, X, y = neuron(1, 7, 3)
    wrong = lambda w, X, y: mean_square(w, X[-1:], y[-1:])  # noqa: E731
    assert "one-sample" not in keys(lambda: expect_agrees(wrong, mean_square, w, X, y))


def test_several_numbers_are():
    cases = [neuron(seed, 7, 3) for seed in SEEDS]
    found = [
        Evidence(
            "f",
            np.asarray(mean_square(w, X[-1:], y[-1:])),
            np.asarray(mean_square(w, X, y)),
            np.asarray(1e-9),
            {"w": w, "X": X, "y": y},
            reference=mean_square,
        )
        for w, X, y in cases
    ]
    assert [hint.key for hint in diagnose(*found)] == ["one-sample"]


def test_zero_everywhere_is_told_of_several_different_cases():
    one = evidence([0.0, 0.0], [1.3, 0.7], X=[1.0, 2.0], lr=0.3)
    another_option = evidence([0.0, 0.0], [1.3, 0.7], X=[1.0, 2.0], lr=0.7)
    other = evidence([0.0, 0.0, 0.0], [0.2, 0.5, 1.1], X=[3.0, 5.0], lr=0.3)
    right = evidence([0.9, 0.4], [0.9, 0.4], X=[7.0, 9.0], lr=0.3)
    lone = evidence(0.0, 0.8, X=[9.0, 3.0], lr=0.3)
    for others in ((), (lone,), (another_option,), (other, right)):
        assert diagnose(one, *others) == ()
    assert [hint.key for hint in diagnose(one, other)] == ["zero"]


def test_entries_that_were_counted_are_named_before_a_two():
    right = np.array([0.7113, -1.2345, 2.3171])
    first, second = diagnose(evidence(right / 2, right, w=np.array([0.3, 0.7])))
    assert first.text == "2 times too small: divided by the number of entries of w"
    assert "half as large" in second.text


def test_a_step_of_one_minus_a_share_is_named():
    right = np.array([0.7113, -1.2345, 2.3171])
    (hint,) = diagnose(evidence(0.3 * right, right, alpha=0.7))
    assert hint.text == "1 - alpha is a factor once too often, or is not divided by"


@pytest.mark.parametrize("power", [0.5, -0.5, 1.0, -1.0])
def test_n_and_n_minus_one_are_exchanged_and_nobody_can_tell_where(power):
    """A standard deviation may be what is returned, or what is divided by."""
    right = np.array([0.7113, -1.2345, 2.3171])
    (hint,) = diagnose(evidence((1 - 1 / 7) ** power * right, right, X=np.ones((7, 3))))
    assert "n and n - 1 are exchanged" in hint.text
    assert "belongs" not in hint.text


def test_inputs_counted_for_samples_are_named():
    right = np.array([0.7113, -1.2345, 2.3171])
    (hint,) = diagnose(evidence(7 / 3 * right, right, X=np.ones((7, 3))))
    assert hint.text == "divided by d = 3, the number of inputs, and not by n = 7"


def test_an_argument_goes_before_a_two():
    right = np.array([0.7113, -1.2345, 2.3171])
    first, second = diagnose(evidence(2 * right, right, alpha=2.0))
    assert "alpha" in first.text and "twice" in second.text


def test_division_by_zero_is_not_overflow():
    said = texts(lambda: expect_close(np.array([0.5, np.inf]), np.ones(2), given={"x": [1.0, 0]}))
    assert "overflow" not in said and "division by zero" in said
    said = texts(lambda: expect_close(np.array([0.5, np.nan]), np.ones(2), given={"x": [1.0, 0]}))
    assert "overflow" not in said and "0/0" in said


def test_with_two_samples_a_factor_of_two_has_two_names():
    hints = diagnose(evidence([2.468, -6.42, 8.1234], [1.234, -3.21, 4.0617], X=np.ones((2, 3))))
    assert len(hints) == 2
    assert {"twice", "n = 2"} <= {
        word for h in hints for word in ("twice", "n = 2") if word in h.text
    }


def test_more_than_two_equal_explanations_are_none(monkeypatch):
    guesses = [Guess(f"cause {i}", np.array([1.234, 5.678])) for i in range(3)]
    monkeypatch.setattr(
        "autograder.checks.diagnosis.weighing.RULES", [Rule("a", lambda e: guesses)]
    )
    assert diagnose(evidence([1.234, 5.678], [9.0, 8.0])) == ()


def test_the_simplest_explanation_wins(monkeypatch):
    numbers = np.array([1.234, 5.678])
    rules = [
        Rule("a", lambda e: [Guess("far", numbers, 2)]),
        Rule("b", lambda e: [Guess("near", numbers)]),
    ]
    monkeypatch.setattr("autograder.checks.diagnosis.weighing.RULES", rules)
    assert [hint.text for hint in diagnose(evidence(numbers, numbers + 1))] == ["near"]


@pytest.mark.parametrize(
    "fewer, more",
    [([2.0], [2.345678]), ([0.5, 0.5], [0.5, 0.75]), ([1.0, 1.0, 1.0], [1.0, -1.0, 1.0])],
)
def test_round_and_equal_numbers_tell_less(fewer, more):
    assert information(np.array(fewer)) < information(np.array(more))


odd = hnp.arrays(
    st.sampled_from([float, int, bool]),
    hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3),
)
argument = st.one_of(odd, st.floats(), st.integers(), st.none(), st.text(max_size=2))
names = st.sampled_from(
    ["X", "w", "W", "b", "y", "l2", "lr", "theta", "dout", "params[0]", "n_steps"]
)


@given(got=odd, expected=odd.filter(np.size), given_=st.dictionaries(names, argument))
@settings(max_examples=300, deadline=None)
def test_no_rule_fails_on_odd_values(got, expected, given_):
    e = Evidence("f", got, expected, np.asarray(0.0), given_, reference=lambda **_: expected)
    with np.errstate(all="ignore"):
        for test in RULES:
            for guess in test(e):
                e.bits(guess.numbers)


@given(st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_noise_is_never_explained(seed):
    rng = np.random.default_rng(seed)
    at = neuron(seed, n=int(rng.integers(1, 7)), d=int(rng.integers(1, 5)))
    noise = rng.normal(size=len(at[0]))
    assert keys(lambda: expect_gradient(lambda w, X, y: noise, of=squared, at=at)) == []


def test_an_infinity_that_is_expected_is_no_reason_to_warn():
    def limit(X):
        return np.inf if not np.any(X) else 1.0

    assert keys(lambda: expect_agrees(lambda X: 0.0, limit, np.zeros((5, 3)))) == []


# --- all mistakes: what tests/test_solutions.py measures ---------------------------------


def test_what_is_measured():
    mistake = SimpleNamespace(diagnosis="sign", also=("zero",), says="")
    hints = [SimpleNamespace(key=key, text=key) for key in ("sign", "zero", "factor")]
    measured = Measured()
    failure = SimpleNamespace(kind="value", hints=hints, labels={"value", "sign", "zero", "factor"})
    count(measured, "chapter.mistake", mistake, [failure])
    assert measured.precision == pytest.approx(2 / 3)
    assert measured.recall == 1.0
    count(measured, "chapter.mistake", mistake, [])
    assert measured.recall == 0.5


def test_a_sentence_of_an_author_is_true_of_the_mistake_that_it_was_written_for_alone():
    hint = SimpleNamespace(key="known", text="the sum is not divided")
    for says, precision in (("the sum is not divided", 1.0), ("a sign is wrong", 0.0), ("", 0.0)):
        measured = Measured()
        mistake = SimpleNamespace(diagnosis="value", also=(), says=says)
        failure = SimpleNamespace(kind="value", hints=[hint], labels={"value", "known"})
        count(measured, "chapter.mistake", mistake, [failure])
        assert measured.precision == precision
