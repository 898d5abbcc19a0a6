"""Boltzmann machines: the references against enumeration of both layers, autograd and a chain."""

import itertools
import math
from pathlib import Path

import autograd
import autograd.numpy as anp
import numpy as np
import pytest
from scipy.special import expit, logsumexp

from autograder.course import Solution

solution = Solution(Path(__file__).parents[2] / "solutions" / "boltzmann_machines")
reference = solution.reference

SIZES = ((3, 2), (2, 4), (5, 5), (1, 3), (3, 1), (1, 1))


def rng(seed=0):
    return np.random.default_rng(seed)


def states(n):
    return np.array(list(itertools.product([0.0, 1.0], repeat=n)))


def machine(d, m, seed=0, size=1.0):
    draw = rng(seed)
    return size * draw.normal(size=(d, m)), draw.normal(size=d), draw.normal(size=m)


def joint(W, b, c):
    """The probability of each state of both layers, (2**d, 2**m), pair by pair."""
    v, h = states(len(b)), states(len(c))
    energies = np.array([[-(x @ W @ y) - b @ x - c @ y for y in h] for x in v])
    return np.exp(-energies - logsumexp(-energies))


def bars_and_stripes(side=3):
    rows = states(side)
    pictures = [np.repeat(row, side) for row in rows] + [np.tile(row, side) for row in rows]
    return np.unique(pictures, axis=0)


BARS = bars_and_stripes()


# --- energies and probabilities ---


@pytest.mark.parametrize("d, m", SIZES)
def test_the_energy_is_a_sum_over_pairs_and_units(d, m):
    W, b, c = machine(d, m)
    for v, h in itertools.product(states(d), states(m)):
        pairs = sum(W[i, j] * v[i] * h[j] for i in range(d) for j in range(m))
        units = sum(b * v) + sum(c * h)
        assert reference.rbm_energy(v, h, W, b, c) == pytest.approx(-pairs - units, abs=1e-12)
    v, h = rng(1).integers(2, size=(6, d)), rng(2).integers(2, size=(6, m))
    one_by_one = [reference.rbm_energy(x, y, W, b, c) for x, y in zip(v, h)]
    np.testing.assert_allclose(reference.rbm_energy(v, h, W, b, c), one_by_one)


@pytest.mark.parametrize("d, m", SIZES)
def test_the_free_energy_sums_over_all_hidden_states(d, m):
    W, b, c = machine(d, m)
    energies = [[reference.rbm_energy(v, h, W, b, c) for h in states(m)] for v in states(d)]
    exact = -logsumexp(-np.array(energies), axis=1)
    np.testing.assert_allclose(reference.rbm_free_energy(states(d), W, b, c), exact)


@pytest.mark.parametrize("d, m", SIZES)
def test_the_layers_given_one_another_are_those_of_the_joint_distribution(d, m):
    W, b, c = machine(d, m)
    p = joint(W, b, c)
    given_v = (p / p.sum(axis=1, keepdims=True)) @ states(m)
    np.testing.assert_allclose(reference.hidden_probability(states(d), W, c), given_v)
    given_h = (p / p.sum(axis=0)).T @ states(d)
    np.testing.assert_allclose(reference.visible_probability(states(m), W, b), given_h)


# --- likelihood and gradient ---


@pytest.mark.parametrize("d, m", SIZES)
def test_the_likelihood_is_that_of_the_joint_distribution(d, m):
    W, b, c = machine(d, m)
    V = rng(3).integers(2, size=(7, d))
    at = V @ 2 ** np.arange(d)[::-1]
    exact = np.mean(np.log(joint(W, b, c).sum(axis=1)[at]))
    assert reference.exact_log_likelihood(V, W, b, c) == pytest.approx(exact, abs=1e-12)


@pytest.mark.parametrize("d, m", SIZES)
def test_the_gradients_are_those_of_autograd(d, m):
    W, b, c = machine(d, m)
    V = rng(4).integers(2, size=(6, d)).astype(float)

    def softplus(x):
        return anp.logaddexp(0.0, x)

    def likelihood(W, b, c):
        def minus_free(v):
            return anp.dot(v, b) + anp.sum(softplus(anp.dot(v, W) + c), axis=1)

        everything = minus_free(states(d))
        top = anp.max(everything)
        return anp.mean(minus_free(V)) - top - anp.log(anp.sum(anp.exp(everything - top)))

    wanted = autograd.grad(likelihood, (0, 1, 2))(W, b, c)
    for got, exact in zip(reference.exact_gradients(V, W, b, c), wanted):
        np.testing.assert_allclose(got, exact, atol=1e-12)


def test_a_large_layer_beside_a_small_one():
    # without weights the units are coins, in whatever layer
    for d, m in ((12, 300), (300, 12)):
        V, b = rng(5).integers(2, size=(4, d)), rng(6).normal(size=d)
        W, c = np.zeros((d, m)), rng(7).normal(size=m)
        coins = np.mean(V @ b) - np.sum(np.log1p(np.exp(b)))
        assert reference.exact_log_likelihood(V, W, b, c) == pytest.approx(coins)
        dW, db, dc = reference.exact_gradients(V, W, b, c)
        np.testing.assert_allclose(db, V.mean(axis=0) - expit(b))
        np.testing.assert_allclose(dc, 0.0, atol=1e-12)
        np.testing.assert_allclose(dW, np.outer(db, expit(c)), atol=1e-12)


def test_nothing_overflows_in_the_cold():
    with np.errstate(all="raise", under="ignore"):
        W, b, c = 1e4 * np.array([[1.0], [-1.0]]), np.zeros(2), np.zeros(1)
        # ln Z = 1e4 + ln 2: of the two states (1, 0) and (1, 0; 1) only the latter counts
        assert reference.exact_log_likelihood([[1, 0]], W, b, c) == pytest.approx(0.0, abs=1e-9)
        assert reference.exact_log_likelihood([[0, 1]], W, b, c) == pytest.approx(-1e4, rel=1e-3)
        for part in reference.exact_gradients([[0, 1]], W, b, c):
            assert np.isfinite(part).all()


# --- sampling ---


def step_matrix(W, b, c):
    """Probabilities of the next visible state, given the one before."""
    p = joint(W, b, c)
    return (p / p.sum(axis=1, keepdims=True)) @ (p / p.sum(axis=0)).T


@pytest.mark.parametrize("k", [1, 2, 5])
def test_contrastive_divergence_has_the_mean_of_its_chain(k):
    d, m, n = 3, 2, 200_000
    W, b, c = machine(d, m, 8, 1.5)
    start = np.array([1.0, 0.0, 1.0])
    p = np.linalg.matrix_power(step_matrix(W, b, c), k)[5]  # the state 101
    v, given = states(d), expit(states(d) @ W + c)
    exact = (
        np.outer(start, expit(start @ W + c)) - (p[:, None] * v).T @ given,
        start - p @ v,
        expit(start @ W + c) - p @ given,
    )
    got = reference.cd_gradients(np.tile(start, (n, 1)), W, b, c, k, rng(9))
    for part, wanted in zip(got, exact):
        # five deviations of a mean of n numbers from [0, 1]
        np.testing.assert_allclose(part, wanted, atol=5 * 0.5 / math.sqrt(n))


def test_long_chains_give_the_gradient_of_the_likelihood():
    W, b, c = machine(4, 3, 10)
    V = np.tile(rng(11).integers(2, size=(5, 4)), (20_000, 1))
    exact = reference.exact_gradients(V, W, b, c)
    for part, wanted in zip(reference.cd_gradients(V, W, b, c, 100, rng(12)), exact):
        np.testing.assert_allclose(part, wanted, atol=5 * 0.5 / math.sqrt(len(V)))


def test_the_pseudo_likelihood_has_the_mean_of_all_bits():
    d, n = 4, 200_000
    W, b, c = machine(d, 3, 13)
    p = joint(W, b, c).sum(axis=1)
    v = np.array([1, 0, 1, 1])
    at = int(v @ 2 ** np.arange(d)[::-1])
    others = [p[at] / (p[at] + p[at ^ 2**i]) for i in range(d)]
    values = d * np.log(others)
    got = reference.pseudo_log_likelihood(np.tile(v, (n, 1)), W, b, c, rng(14))
    assert got == pytest.approx(values.mean(), abs=5 * np.ptp(values) / 2 / math.sqrt(n))
    one = reference.pseudo_log_likelihood([v], W, b, c, rng(15))
    assert np.min(np.abs(values - one)) < 1e-12


# --- the star's margin ---


@pytest.mark.parametrize("seed", range(20))
def test_a_plain_machine_learns_bars_and_stripes(seed):
    draw = rng(100 + seed)
    V = draw.permutation(draw.permutation(BARS), axis=1)
    W, b, c = reference.train_rbm(V, 12, draw)
    assert reference.exact_log_likelihood(V, W, b, c) > -3.33
