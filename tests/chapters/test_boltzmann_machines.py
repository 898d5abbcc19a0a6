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
    V = np.tile(rng(11).integers(2, size=(5, 4)), (4000, 1))
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


@pytest.mark.one_of(4)
@pytest.mark.parametrize("seed", range(20))
def test_a_plain_machine_learns_bars_and_stripes(seed):
    draw = rng(100 + seed)
    V = draw.permutation(draw.permutation(BARS), axis=1)
    W, b, c = reference.train_rbm(V, 12, draw)
    assert reference.exact_log_likelihood(V, W, b, c) > -3.33


# --- numbers of the text ---


def ascend(V, m, steps, draw, lr=0.5):
    """The exact gradient, followed from small random weights."""
    W, b, c = draw.normal(0, 0.5, (V.shape[1], m)), np.zeros(V.shape[1]), np.zeros(m)
    for _ in range(steps):
        dW, db, dc = reference.exact_gradients(V, W, b, c)
        W, b, c = W + lr * dW, b + lr * db, c + lr * dc
    return W, b, c


def test_no_pair_of_the_even_states_says_anything():
    even = np.array([s for s in states(3) if s.sum() % 2 == 0])
    assert even.mean(axis=0).tolist() == [0.5, 0.5, 0.5]
    for i, j in itertools.combinations(range(3), 2):
        pairs = {tuple(pair) for pair in even[:, [i, j]].tolist()}
        assert len(pairs) == len(even) == 4


def test_two_units_that_share_a_feature():
    W, b, c = np.array([[2.0], [2.0]]), np.zeros(2), np.array([-3.0])
    factors = [1 + math.exp(x) for x in (-3, -1, -1, 1)]
    assert factors == pytest.approx([1.0498, 1.3679, 1.3679, 3.7183], abs=6e-5)
    assert sum(factors) == pytest.approx(7.504, abs=5e-4)
    p = joint(W, b, c).sum(axis=1)
    assert p[3] == pytest.approx(0.496, abs=5e-4)
    assert p[1] + p[3] == pytest.approx(0.678, abs=5e-4)
    assert (p[1] + p[3]) ** 2 == pytest.approx(0.459, abs=1e-3)


def test_the_two_phases_by_hand():
    V = np.array([[1.0], [1.0], [0.0], [1.0]])
    start = reference.exact_gradients(V, [[0.0]], [0.0], [0.0])[0][0, 0]
    assert start == pytest.approx(3 / 8 - 1 / 4)
    W = np.array([[math.log(5)]])
    assert joint(W, np.zeros(1), np.zeros(1))[1].sum() == pytest.approx(3 / 4)
    for part in reference.exact_gradients(V, W, [0.0], [0.0])[:1]:
        np.testing.assert_allclose(part, 0.0, atol=1e-12)
    assert 3 / 4 * expit(math.log(5)) == pytest.approx(5 / 8)
    # and a step of the walk leaves these data as they are
    data = np.array([1 / 4, 3 / 4])
    np.testing.assert_allclose(data @ step_matrix(W, np.zeros(1), np.zeros(1)), data)


def test_the_even_states_are_learned_after_a_long_wait():
    even = np.array([s for s in states(3) if s.sum() % 2 == 0])
    W, b, c = rng(3).normal(0, 0.5, (3, 4)), np.zeros(3), np.zeros(4)
    reached = {}
    for step in range(3001):
        if step in (10, 500, 3000):
            reached[step] = reference.exact_log_likelihood(even, W, b, c)
        dW, db, dc = reference.exact_gradients(even, W, b, c)
        W, b, c = W + 0.5 * dW, b + 0.5 * db, c + 0.5 * dc
    coins = -3 * math.log(2)
    assert coins == pytest.approx(-2.08, abs=5e-3) and -math.log(4) == pytest.approx(
        -1.39, abs=5e-3
    )
    assert reached[10] == pytest.approx(coins, abs=0.02)
    assert reached[500] == pytest.approx(coins, abs=0.02)
    assert reached[3000] == pytest.approx(-math.log(4), abs=0.03)


def test_what_bars_and_stripes_allow():
    assert len(BARS) == 14 and BARS.mean(axis=0).tolist() == [0.5] * 9
    assert -9 * math.log(2) == pytest.approx(-6.24, abs=5e-3)
    assert -math.log(14) == pytest.approx(-2.64, abs=5e-3)
    assert 28 * 14 / 512 < 1
    assert len(bars_and_stripes(4)) == 30 and -math.log(30) == pytest.approx(-3.40, abs=5e-3)


def test_six_hidden_units_are_nearly_enough():
    reached = [
        reference.exact_log_likelihood(BARS, *ascend(BARS, m, 600, rng(m))) for m in (4, 6, 12)
    ]
    assert reached == pytest.approx([-4.06, -3.06, -2.82], abs=0.02)


def test_the_mean_of_one_short_step_misses_the_direction_late_in_training():
    draw, V = rng(1), np.tile(BARS, (5, 1))
    W, b, c = draw.normal(0, 0.1, (9, 6)), np.zeros(9), np.zeros(6)
    everything, hidden, found = states(9), states(6), {}
    for step in range(2001):
        if step in (20, 200, 2000):
            up = np.exp((everything @ W + c) @ hidden.T)
            down = np.exp((hidden @ W.T + b) @ everything.T)
            up, down = up / up.sum(axis=1, keepdims=True), down / down.sum(axis=1, keepdims=True)
            p = np.array([np.any(np.all(v == BARS, axis=1)) for v in everything]) / 14
            given, exact = expit(everything @ W + c), reference.exact_gradients(BARS, W, b, c)[0]
            change = ((p - p @ up @ down)[:, None] * everything).T @ given
            found[step] = np.sum(change * exact) / np.linalg.norm(change) / np.linalg.norm(exact)
        dW, db, dc = reference.cd_gradients(V, W, b, c, 1, draw)
        W, b, c = W + 0.5 * dW, b + 0.5 * db, c + 0.5 * dc
    assert found[20] > 0.99 and 0.8 < found[200] < 0.97 and found[2000] < 0.5


def test_the_colleague_is_right_on_average_and_jumps_with_many_rows():
    wrong = solution.module("mistakes").pseudo_of_one_bit
    (W, b, c), draw = machine(5, 3, 16), rng(18)
    V = rng(17).integers(2, size=(1000, 5))

    def calls(function, n, times=400):
        return [function(V[:n], W, b, c, draw) for _ in range(times)]

    right = calls(reference.pseudo_log_likelihood, 1000)
    assert np.std(calls(wrong, 1000)) > 0.7 * np.std(calls(wrong, 100))
    assert np.std(right) < 0.45 * np.std(calls(reference.pseudo_log_likelihood, 100))
    assert np.mean(calls(wrong, 1000, 3000)) == pytest.approx(np.mean(right), rel=0.02)


def test_weightless_hidden_units_learn_alike():
    W, b, c = np.zeros((9, 2)), np.zeros(9), np.array([0.4, 0.4])
    V = BARS[:5]
    dW, db, _ = reference.exact_gradients(V, W, b, c)
    np.testing.assert_allclose(dW, np.outer(db, expit(c)), atol=1e-12)
    assert np.abs(dW).max() > 0.05


# --- the star: what is not enough ---


@pytest.mark.parametrize(
    "name", ["train_from_zero", "train_too_short", "train_too_fast", "train_of_biases_alone"]
)
def test_typical_wrong_training_misses_the_goal_by_far(name):
    code = getattr(solution.module("mistakes"), name)
    reached = [
        reference.exact_log_likelihood(BARS, *code(BARS, 12, rng(seed))) for seed in range(3)
    ]
    assert max(reached) < -3.6
