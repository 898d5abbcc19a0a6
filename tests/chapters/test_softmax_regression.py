"""The reference of ``softmax_regression`` against oracles and the chapter's own claims."""

import itertools
import math
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad, hessian
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import optimize, special

from autograder.course import Solution
from autograder.datasets import load_digits

reference = Solution(Path(__file__).parents[2] / "solutions" / "softmax_regression").reference

# (n, d, k), with one sample, one feature and two classes among them
SHAPES = [(6, 4, 3), (5, 2, 4), (1, 3, 3), (7, 1, 2), (4, 3, 2), (1, 1, 2), (3, 2, 1)]
# the three samples of the chapter
X3 = np.array([[1.0, 2.0], [0.0, 1.0], [2.0, 0.0]])
Y3 = np.array([0, 2, 1])
W3 = np.array([[1.0, 0.0, -1.0], [0.5, 0.0, 0.0]])
B3 = np.array([0.0, 1.0, 0.0])

#: no deadline, for busy machines
many = settings(deadline=None, max_examples=25)
logits = arrays(float, st.integers(1, 6), elements=st.floats(-50, 50, allow_subnormal=False))


def problem(n, d, k, seed=0):
    rng = np.random.default_rng([seed, n, d, k])
    W, b, X = rng.normal(size=(d, k)), rng.normal(size=k), rng.normal(size=(n, d))
    return W, b, X, rng.integers(0, k, size=n)


@pytest.fixture(scope="module")
def digits():
    X, y = load_digits()
    held_out = np.arange(len(y)) % 5 == 4
    return X[~held_out], y[~held_out], X[held_out], y[held_out]


# the oracle, written from the definition without a thought for stability


def plain_loss(W, b, X, y, l2=0.0):
    weights = anp.exp(anp.dot(X, W) + b)
    p = weights[np.arange(len(y)), y] / anp.sum(weights, axis=1)
    return -anp.mean(anp.log(p)) + l2 / 2 * anp.sum(W**2)


class TestLogSumExp:
    @pytest.mark.parametrize("axis", [0, 1, 2, -1, -3])
    def test_agrees_with_scipy_along_any_axis(self, axis):
        Z = 10 * np.random.default_rng(0).normal(size=(2, 3, 4))
        np.testing.assert_allclose(
            reference.log_sum_exp(Z, axis), special.logsumexp(Z, axis=axis), rtol=1e-13
        )

    @many
    @given(logits)
    def test_lies_above_the_largest_by_at_most_the_logarithm_of_how_many(self, z):
        excess = reference.log_sum_exp(z) - z.max()
        assert 0 <= excess <= math.log(len(z)) + 1e-14

    @many
    @given(logits, st.floats(-100, 100))
    def test_a_shift_of_all_passes_through(self, z, c):
        wanted = reference.log_sum_exp(z) + c
        assert reference.log_sum_exp(z + c) == pytest.approx(wanted, abs=1e-12)

    def test_its_slopes_are_the_softmax(self):
        z = np.array([0.3, -1.2, 2.0])
        slopes = grad(lambda v: anp.log(anp.sum(anp.exp(v))))(z)
        np.testing.assert_allclose(reference.softmax(z), slopes, rtol=1e-13)

    @pytest.mark.filterwarnings("error")
    def test_of_numbers_that_overflow_exp(self):
        assert reference.log_sum_exp([1e4, 1e4]) == pytest.approx(1e4 + math.log(2), rel=1e-15)
        assert reference.log_sum_exp([-1e4, -1e4]) == pytest.approx(math.log(2) - 1e4, rel=1e-15)


class TestSoftmax:
    @many
    @given(logits)
    def test_agrees_with_scipy(self, z):
        np.testing.assert_allclose(reference.softmax(z), special.softmax(z), rtol=1e-12)

    @many
    @given(logits, st.floats(-50, 50))
    def test_does_not_feel_a_shift(self, z, c):
        np.testing.assert_allclose(
            reference.softmax(z + c), reference.softmax(z), rtol=1e-10, atol=1e-15
        )

    @many
    @given(logits, st.floats(0.1, 20))
    def test_odds_of_two_classes_are_the_boltzmann_factor_of_their_difference(self, z, T):
        p = reference.softmax(z, T)
        for j, k in itertools.combinations(range(len(z)), 2):
            if min(p[j], p[k]) > 1e-200:
                assert math.log(p[j] / p[k]) == pytest.approx((z[j] - z[k]) / T, abs=1e-9)

    def test_of_two_classes_is_the_sigmoid_of_the_difference(self):
        for a, b in ((0.0, 0.0), (1.3, -0.4), (-700.0, 900.0)):
            assert reference.softmax([a, b])[1] == pytest.approx(special.expit(b - a), rel=1e-13)

    def test_cold_it_picks_the_largest_and_hot_it_has_no_opinion(self):
        z = [1.0, 3.0, 2.9]
        np.testing.assert_allclose(reference.softmax(z, 1e-3), [0, 1, 0], atol=1e-15)
        np.testing.assert_allclose(reference.softmax(z, 1e9), 1 / 3, rtol=1e-8)

    def test_is_the_distribution_of_least_free_energy(self):
        energies, T = np.array([0.0, 1.0, 2.5]), 0.7

        def free_energy(v):  # mean energy minus T times entropy, of the probabilities exp(v) / sum
            p = special.softmax(v)
            return p @ energies - T * special.entr(p).sum()

        found = optimize.minimize(free_energy, np.zeros(3), tol=1e-12)
        wanted = reference.softmax(-energies, T)
        np.testing.assert_allclose(special.softmax(found.x), wanted, atol=1e-6)
        assert found.fun == pytest.approx(-T * special.logsumexp(-energies / T), abs=1e-10)

    @pytest.mark.parametrize("temperature", [0, 0.0, -1.0, math.nan])
    def test_wants_a_positive_temperature(self, temperature):
        with pytest.raises(ValueError, match="temperature"):
            reference.softmax([1.0, 2.0], temperature)


class TestOneHot:
    def test_has_a_single_one_in_each_row_at_the_label(self):
        np.testing.assert_array_equal(
            reference.one_hot([2, 0, 2], 3), [[0, 0, 1], [1, 0, 0], [0, 0, 1]]
        )
        assert reference.one_hot([0.0, 1.0], 2).dtype == np.float64

    @pytest.mark.parametrize("label", [-1, 3, 0.5, math.nan])
    def test_refuses_what_is_no_label(self, label):
        with pytest.raises(ValueError, match="y holds"):
            reference.one_hot([0, label], 3)


class TestLoss:
    @pytest.mark.parametrize("n, d, k", SHAPES)
    @pytest.mark.parametrize("l2", [0.0, 0.7])
    def test_loss_and_gradients_agree_with_autograd(self, n, d, k, l2):
        for seed in range(3):
            at = problem(n, d, k, seed)
            assert reference.softmax_loss(*at, l2) == pytest.approx(plain_loss(*at, l2), rel=1e-12)
            wanted = grad(plain_loss, argnum=(0, 1))(*at, l2)
            for got, right in zip(reference.softmax_gradients(*at, l2), wanted):
                np.testing.assert_allclose(got, right, rtol=1e-10, atol=1e-14)

    def test_likelihoods_of_all_labelings_sum_to_one(self):
        W, b, X, _ = problem(4, 2, 3)
        every = itertools.product(range(3), repeat=4)
        total = sum(math.exp(-4 * reference.softmax_loss(W, b, X, y)) for y in every)
        assert total == pytest.approx(1, rel=1e-12)

    def test_the_samples_worked_by_hand(self):
        np.testing.assert_allclose(X3 @ W3 + B3, [[2, 1, -1], [0.5, 1, 0], [2, 1, -2]])
        np.testing.assert_allclose(
            reference.softmax(X3 @ W3 + B3),
            [[0.7054, 0.2595, 0.0351], [0.3072, 0.5065, 0.1863], [0.7214, 0.2654, 0.0132]],
            atol=5e-5,
        )
        assert reference.softmax_loss(W3, B3, X3, Y3) == pytest.approx(1.1186, abs=5e-5)
        dW, db = reference.softmax_gradients(W3, B3, X3, Y3)
        np.testing.assert_allclose(
            dW, [[0.3827, -0.4032, 0.0205], [-0.0940, 0.3418, -0.2478]], atol=5e-5
        )
        np.testing.assert_allclose(db, [0.2447, 0.0105, -0.2551], atol=6e-5)

    def test_one_weight_vector_for_all_classes_learns_nothing_as_in_the_note(self):
        _, _, X, y = problem(5, 3, 4)
        for theta in np.random.default_rng(1).normal(size=(3, 3, 1)):
            loss = reference.softmax_loss(np.repeat(theta, 4, axis=1), np.zeros(4), X, y)
            assert loss == pytest.approx(math.log(4), rel=1e-12)

    def test_two_classes_are_logistic_regression_in_the_difference_of_the_columns(self):
        W, b, X, y = problem(7, 3, 2)
        w, c = W[:, 1] - W[:, 0], b[1] - b[0]
        logistic = -np.mean(special.log_expit(np.where(y == 1, 1, -1) * (X @ w + c)))
        assert reference.softmax_loss(W, b, X, y) == pytest.approx(logistic, rel=1e-13)
        by_w = X.T @ (special.expit(X @ w + c) - y) / 7
        dW, _ = reference.softmax_gradients(W, b, X, y)
        np.testing.assert_allclose(dW, np.column_stack([-by_w, by_w]), rtol=1e-12)

    def test_the_same_vector_added_to_every_column_changes_nothing_but_the_penalty(self):
        W, b, X, y = problem(6, 3, 4)
        moved = W + np.array([[1.0], [-2.0], [0.5]])
        same = reference.softmax_loss(W, b, X, y)
        assert reference.softmax_loss(moved, b + 3.0, X, y) == pytest.approx(same, rel=1e-12)
        centered = W - W.mean(axis=1, keepdims=True)
        penalty = reference.softmax_loss(centered, b, X, y, 1.0) - same
        assert penalty < reference.softmax_loss(W, b, X, y, 1.0) - same

    @pytest.mark.filterwarnings("error")
    def test_sure_and_wrong_costs_the_difference_of_the_logits(self):
        at = np.array([[1e4, -1e4]]), np.zeros(2), np.ones((1, 1))
        assert reference.softmax_loss(*at, [1]) == pytest.approx(2e4, rel=1e-15)
        assert reference.softmax_loss(*at, [0]) == 0
        assert np.isfinite(reference.softmax_gradients(*at, [1])[0]).all()


class TestConvexity:
    @many
    @given(st.integers(0, 10**6))
    def test_curvature_of_log_sum_exp_is_the_variance_of_the_direction(self, seed):
        rng = np.random.default_rng(seed)
        z, u = 3 * rng.normal(size=4), rng.normal(size=4)
        H = hessian(lambda v: anp.log(anp.sum(anp.exp(v))))(z)
        p = reference.softmax(z)
        assert u @ H @ u == pytest.approx(p @ u**2 - (p @ u) ** 2, rel=1e-8, abs=1e-12)
        assert u @ H @ u <= u @ u / 2 + 1e-12

    @many
    @given(st.integers(0, 10**6), st.floats(0, 1))
    def test_the_loss_lies_below_its_chords(self, seed, t):
        W, b, X, y = problem(5, 2, 3, seed)
        V, c = problem(5, 2, 3, seed + 1)[:2]
        between = reference.softmax_loss(t * W + (1 - t) * V, t * b + (1 - t) * c, X, y)
        ends = [reference.softmax_loss(*ab, X, y) for ab in ((W, b), (V, c))]
        assert between <= t * ends[0] + (1 - t) * ends[1] + 1e-12

    @many
    @given(st.integers(0, 10**6), st.floats(0.05, 0.99))
    def test_the_loss_falls_at_every_step_shorter_than_two_over_L(self, seed, share):
        _, _, X, y = problem(6, 3, 4, seed)
        ones = np.column_stack([X, np.ones(6)])
        lr = share * 2 * 2 * 6 / np.linalg.eigvalsh(ones.T @ ones).max()
        losses = [reference.softmax_loss(*reference.fit(X, y, 4, lr, n), X, y) for n in range(6)]
        assert np.all(np.diff(losses) <= 1e-14)


class TestFit:
    def test_first_step_from_zero_is_the_one_worked_by_hand(self):
        W, b = reference.fit(X3, Y3, 3, 0.5, 1)
        np.testing.assert_allclose(b, 0, atol=1e-16)
        np.testing.assert_allclose(6 * W, [[0, 1, -1], [1, -1, 0]], atol=1e-15)

    @pytest.mark.parametrize("l2", [0.05, 1.0])
    def test_arrives_at_the_minimum_that_scipy_finds(self, l2):
        _, _, X, y = problem(30, 2, 3)

        def loss(v):
            return plain_loss(v[:6].reshape(2, 3), v[6:], X, y, l2)

        found = optimize.minimize(loss, np.zeros(9), jac=grad(loss), tol=1e-12)
        W, b = reference.fit(X, y, 3, 0.5, 3000, l2)
        np.testing.assert_allclose(W.ravel(), found.x[:6], atol=1e-5)
        np.testing.assert_allclose(b, found.x[6:], atol=1e-5)

    def test_rows_of_weights_sum_to_zero_all_the_way(self):
        _, _, X, y = problem(20, 3, 4)
        for n_steps in (1, 10, 100):
            W, b = reference.fit(X, y, 4, 0.3, n_steps, 0.1)
            np.testing.assert_allclose(W.sum(axis=1), 0, atol=1e-13)
            assert b.sum() == pytest.approx(0, abs=1e-13)

    def test_trained_probabilities_have_the_mean_of_the_labels(self):
        _, _, X, y = problem(40, 2, 3)
        W, b = reference.fit(X, y, 3, 0.5, 3000, 0.01)
        means = reference.softmax(X @ W + b).mean(axis=0)
        np.testing.assert_allclose(means, np.bincount(y, minlength=3) / 40, atol=1e-9)

    def test_gets_at_least_94_percent_of_the_held_out_digits_right(self, digits):
        X, y, X_held_out, y_held_out = digits
        W, b = reference.fit(X, y, 10, 1.0, 200)
        assert reference.accuracy(W, b, X_held_out, y_held_out) >= 0.94
        # the number that the chapter states
        assert reference.accuracy(W, b, X_held_out, y_held_out) == pytest.approx(341 / 359)

    def test_first_step_sees_ones_where_the_nearest_mean_is_mostly_right(self, digits):
        X, y, X_held_out, y_held_out = digits
        W, b = reference.fit(X, y, 10, 1.0, 1)
        said = np.argmax(X_held_out @ W + b, axis=1)
        assert np.mean(said == y_held_out) == pytest.approx(0.48, abs=5e-3)
        assert np.bincount(y).argmax() == 1
        assert np.mean(said == 1) == pytest.approx(0.5, abs=0.02)
        means = np.stack([X[y == digit].mean(axis=0) for digit in range(10)])
        nearest = np.sum((X_held_out[:, None] - means) ** 2, axis=2).argmin(axis=1)
        assert np.mean(nearest == y_held_out) == pytest.approx(0.92, abs=5e-3)

    def test_reaches_94_percent_after_77_steps(self, digits):
        X, y, X_held_out, y_held_out = digits
        for n_steps, enough in ((76, False), (77, True)):
            W, b = reference.fit(X, y, 10, 1.0, n_steps)
            assert (reference.accuracy(W, b, X_held_out, y_held_out) >= 0.94) is np.bool_(enough)


def test_accuracy_is_the_share_of_right_answers_and_ties_go_to_the_first():
    assert reference.accuracy(W3, B3, X3, Y3) == pytest.approx(1 / 3)
    zero = np.zeros((2, 3)), np.zeros(3), X3
    assert reference.accuracy(*zero, [0, 0, 1]) == pytest.approx(2 / 3)


def test_nothing_changes_its_arguments():
    at = [a.copy() for a in (W3, B3, X3, Y3)]
    for array in at:
        array.flags.writeable = False
    reference.softmax_loss(*at, 0.5)
    reference.softmax_gradients(*at, 0.5)
    reference.accuracy(*at)
    reference.fit(*at[2:], 3, 0.1, 3, 0.5)
    reference.softmax(at[0], 2.0)
    reference.log_sum_exp(at[0])


class TestTemperature:
    @staticmethod
    def logits_and_labels(seed, n=151, k=4):
        rng = np.random.default_rng([seed, 7])
        Z = rng.uniform(1, 4) * rng.normal(size=(n, k))
        return Z, np.array([rng.choice(k, p=p) for p in special.softmax(0.6 * Z, axis=1)])

    @pytest.mark.one_of(4)
    @pytest.mark.parametrize("seed", range(20))
    def test_is_where_scipy_finds_the_least_loss(self, seed):
        Z, y = self.logits_and_labels(seed)

        def loss(log_T):
            return -np.mean(special.log_softmax(Z / np.exp(log_T), axis=1)[np.arange(len(y)), y])

        found = optimize.minimize_scalar(loss, bounds=(-4, 4), options={"xatol": 1e-9})
        assert reference.fit_temperature(Z, y) == pytest.approx(np.exp(found.x), rel=1e-6)

    @pytest.mark.parametrize("seed", range(5))
    def test_is_where_the_derivative_by_the_temperature_vanishes(self, seed):
        Z, y = self.logits_and_labels(seed)
        slope = grad(
            lambda T: anp.mean(
                anp.log(anp.sum(anp.exp(Z / T), axis=1)) - Z[np.arange(len(y)), y] / T
            )
        )
        T = reference.fit_temperature(Z, y)
        assert slope(T * (1 - 1e-6)) < 0 < slope(T * (1 + 1e-6))

    @pytest.mark.parametrize("unit", [1e-3, 3.0, 300.0])
    def test_has_the_unit_of_the_logits(self, unit):
        Z, y = self.logits_and_labels(1)
        wanted = unit * reference.fit_temperature(Z, y)
        assert reference.fit_temperature(unit * Z, y) == pytest.approx(wanted, rel=1e-8)

    def test_its_loss_is_convex_in_the_inverse_temperature(self):
        Z, y = self.logits_and_labels(2)
        curvature = grad(
            grad(
                lambda b: anp.mean(
                    anp.log(anp.sum(anp.exp(b * Z), axis=1)) - b * Z[np.arange(len(y)), y]
                )
            )
        )
        assert min(curvature(b) for b in np.geomspace(0.01, 10, 30)) > 0

    def test_as_the_chapter_says_of_half_of_the_held_out_digits(self, digits):
        X, y, new_X, new_y = digits
        W, b = reference.fit(X, y, 10, 1.0, 200)
        chooses = np.arange(len(new_y)) % 2 == 0
        Z = new_X @ W + b
        T = reference.fit_temperature(Z[chooses], new_y[chooses])
        assert pytest.approx(0.45, abs=0.005) == T
        other = Z[~chooses], new_y[~chooses]
        assert reference.fit_temperature(*other) == pytest.approx(0.49, abs=0.005)

        def loss(T):
            log_P = special.log_softmax(other[0] / T, axis=1)
            return -np.mean(log_P[np.arange(len(log_P)), other[1]])

        assert loss(1.0) == pytest.approx(0.24, abs=0.006)
        assert loss(T) == pytest.approx(0.16, abs=0.005)
        assert special.softmax(other[0] / T, axis=1).max(axis=1).mean() == pytest.approx(
            0.95, abs=0.005
        )
        assert np.mean(other[0].argmax(axis=1) == other[1]) == pytest.approx(0.93, abs=0.005)
