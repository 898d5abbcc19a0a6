"""Each rule speaks when its mistake was made, and is silent otherwise."""

import numpy as np
import pytest

from autograder.checks import CheckFailed, expect_agrees, expect_gradient
from autograder.checks.diagnosis import RULES

SEEDS = range(10)


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def squared(w, X, y):
    return np.mean((sigmoid(X @ w) - y) ** 2) / 2


def squared_gradient(w, X, y):
    s = sigmoid(X @ w)
    return X.T @ ((s - y) * s * (1 - s)) / len(y)


def cross_entropy(w, X, y):
    z = X @ w
    return np.mean(np.logaddexp(0, z) - y * z)


def cross_entropy_gradient(w, X, y):
    return X.T @ (sigmoid(X @ w) - y) / len(y)


def problem(seed, n=6, d=4):
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 2, n).astype(float)
    return rng.normal(size=d), rng.normal(size=(n, d)), y


def one_sample(w, X, y):
    return squared_gradient(w, X[:1], y[:1])


MISTAKES = {
    "sign": lambda *at: -squared_gradient(*at),
    "factor": lambda *at: len(at[2]) * squared_gradient(*at),
    "slope": lambda w, X, y: X.T @ (sigmoid(X @ w) - y) / len(y),
    "zero": lambda w, X, y: np.zeros_like(w),
    "one-sample": one_sample,
    "shape": lambda *at: squared_gradient(*at)[:, None],
    "not-finite": lambda *at: squared_gradient(*at) * np.nan,
    "integer": lambda *at: np.zeros(4, int),
    "in-place": lambda w, X, y: w.__isub__(1.0),
}


@pytest.mark.parametrize("label", MISTAKES)
@pytest.mark.parametrize("seed", SEEDS)
def test_mistake_is_named(label, seed):
    with pytest.raises(CheckFailed) as caught:
        expect_gradient(MISTAKES[label], of=squared, at=problem(seed))
    assert label in caught.value.labels


@pytest.mark.parametrize("seed", SEEDS)
def test_a_slope_too_many_is_named(seed):
    def with_slope(w, X, y):
        s = sigmoid(X @ w)
        return X.T @ ((s - y) * s * (1 - s)) / len(y)

    with pytest.raises(CheckFailed) as caught:
        expect_gradient(with_slope, of=cross_entropy, at=problem(seed))
    assert "slope" in caught.value.labels


@pytest.mark.parametrize("seed", SEEDS)
def test_rows_and_columns_exchanged(seed):
    rng = np.random.default_rng(seed)
    A, B = rng.normal(size=(3, 3)), rng.normal(size=(3, 3))
    with pytest.raises(CheckFailed) as caught:
        expect_agrees(lambda A, B: (A @ B).T, lambda A, B: A @ B, A, B)
    assert "transposed" in caught.value.labels


@pytest.mark.parametrize("seed", SEEDS)
def test_cut_decimals(seed):
    z = np.random.default_rng(seed).normal(size=8) * 3
    with pytest.raises(CheckFailed) as caught:
        expect_agrees(lambda z: np.trunc(z), lambda z: z * 1.0, z)
    assert "integer" in caught.value.labels


@pytest.mark.parametrize("seed", SEEDS)
def test_an_unknown_mistake_gets_no_hint(seed):
    noise = np.random.default_rng(seed + 1000)
    with pytest.raises(CheckFailed) as caught:
        expect_gradient(lambda w, X, y: noise.normal(size=4), of=squared, at=problem(seed))
    assert caught.value.labels == {"value"}


def test_there_are_at_least_the_first_ten_causes():
    kinds = {"in-place", "not-implemented", "exception"}
    assert len(RULES) + len(kinds) >= 10
