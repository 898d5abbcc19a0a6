"""The reference of ``linear_regression`` against oracles and the chapter's own claims."""

import itertools
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad, hessian
from hypothesis import given
from hypothesis import strategies as st
from scipy import linalg, stats

from autograder.course import Solution
from autograder.datasets import load_dataset

reference = Solution(Path(__file__).parents[2] / "solutions" / "linear_regression").reference

SHAPES = [(6, 4), (5, 3), (4, 4), (1, 3), (7, 1), (1, 1)]
# the three readings of the chapter
X3 = np.array([[0.0, 1.0], [1.0, 1.0], [2.0, 1.0]])
Y3 = np.array([1.0, 1.0, 4.0])


def problem(n, d, seed=0):
    rng = np.random.default_rng([seed, n, d])
    return rng.normal(size=d), rng.normal(size=(n, d)), rng.normal(size=n)


def plain_mse(w, X, y):
    return anp.mean((anp.dot(X, w) - y) ** 2) / 2


class TestLoss:
    @pytest.mark.parametrize("n, d", SHAPES)
    def test_loss_and_gradient_agree_with_autograd(self, n, d):
        at = problem(n, d)
        assert reference.mse(*at) == pytest.approx(plain_mse(*at), rel=1e-12)
        np.testing.assert_allclose(reference.mse_gradient(*at), grad(plain_mse)(*at), rtol=1e-10)

    def test_the_three_readings_worked_by_hand(self):
        assert reference.mse([1, 1], X3, Y3) == pytest.approx(1 / 3)
        assert reference.mse([1.5, 0.5], X3, Y3) == pytest.approx(1 / 4)
        np.testing.assert_allclose(reference.mse_gradient([1, 1], X3, Y3), [-1 / 3, 0], atol=1e-16)

    def test_repeating_all_samples_changes_nothing(self):
        w, X, y = problem(5, 3)
        assert reference.mse(w, [*X, *X], [*y, *y]) == pytest.approx(reference.mse(w, X, y))


class TestLeastSquares:
    @given(st.integers(0, 10**6), st.integers(1, 8), st.integers(1, 6))
    def test_is_the_minimum_norm_solution_of_the_pseudoinverse(self, seed, n, d):
        _, X, y = problem(n, d, seed)
        wanted = linalg.pinv(X) @ y
        np.testing.assert_allclose(reference.least_squares(X, y), wanted, rtol=1e-6, atol=1e-8)

    @given(st.integers(0, 10**6))
    def test_residuals_are_orthogonal_to_every_column(self, seed):
        _, X, y = problem(7, 3, seed)
        w = reference.least_squares(X, y)
        np.testing.assert_allclose(X.T @ (y - X @ w), 0, atol=1e-10)

    def test_the_loss_above_the_minimum_is_exactly_a_bowl(self):
        _, X, y = problem(7, 3)
        best, u = reference.least_squares(X, y), np.array([0.3, -2.0, 1.1])
        rise = reference.mse(best + u, X, y) - reference.mse(best, X, y)
        assert rise == pytest.approx(np.sum((X @ u) ** 2) / 14)

    def test_of_all_weights_with_sum_two_the_shortest_is_one_one(self):
        np.testing.assert_allclose(reference.least_squares([[1, 1]], [2]), [1, 1])

    def test_equal_columns_share_the_weight(self):
        np.testing.assert_allclose(
            reference.least_squares(np.column_stack([X3, X3[:, 0]]), Y3), [0.75, 0.5, 0.75]
        )


class TestGradientDescent:
    def test_is_what_the_eigenvectors_say(self):
        # error after t steps: (1 - lr H)^t times the first, H the second derivative of the loss
        H = hessian(plain_mse)(np.zeros(2), X3, Y3)
        path = reference.gradient_descent(
            lambda w: reference.mse_gradient(w, X3, Y3), [-1.0, 2.2], 0.6, 9
        )
        first = np.array([-1.0, 2.2]) - [1.5, 0.5]
        for t, w in enumerate(path):
            wanted = np.linalg.matrix_power(np.eye(2) - 0.6 * H, t) @ first
            np.testing.assert_allclose(w - [1.5, 0.5], wanted, atol=1e-12)

    def test_eigenvalues_and_limit_are_those_of_the_text(self):
        high, low = (4 + np.sqrt(10)) / 3, (4 - np.sqrt(10)) / 3
        H = hessian(plain_mse)(np.zeros(2), X3, Y3)
        np.testing.assert_allclose(np.linalg.eigvalsh(H), [low, high])
        assert 2 / high == pytest.approx(0.838, abs=5e-4)
        assert high / low == pytest.approx(8.5, abs=0.06)

    @pytest.mark.parametrize("lr, arrives", [(0.83, True), (0.84, False)])
    def test_converges_below_the_limit_only(self, lr, arrives):
        path = reference.gradient_descent(
            lambda w: reference.mse_gradient(w, X3, Y3), [0, 0], lr, 3000
        )
        distance = np.linalg.norm(path[-1] - [1.5, 0.5])
        assert distance < 1e-8 if arrives else distance > 1e6

    @pytest.mark.parametrize("lr", [0, 0.0, -0.1])
    def test_refuses_a_rate_that_is_not_positive(self, lr):
        with pytest.raises(ValueError, match="lr"):
            reference.gradient_descent(lambda w: w, [1.0], lr, 2)

    def test_from_zero_it_ends_at_the_minimum_norm_solution(self):
        X = np.column_stack([X3, X3[:, 0]])
        path = reference.gradient_descent(
            lambda w: reference.mse_gradient(w, X, Y3), np.zeros(3), 0.4, 3000
        )
        np.testing.assert_allclose(path[-1], [0.75, 0.5, 0.75], atol=1e-10)


def mountain(d, seed=11):
    """Inputs, targets and start of the chapter's comparison, and the least loss by SciPy."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(400, d))
    y = X @ rng.normal(size=d) + 0.5 * rng.normal(size=400)
    return X, y, np.zeros(d), plain_mse(linalg.lstsq(X, y)[0], X, y), rng


class TestWaysDown:
    """Random search, local search and the slope on 200 looks, as the text says."""

    @staticmethod
    def shares(d, seed=11):
        X, y, w, floor, rng = mountain(d, seed)
        drop = plain_mse(w, X, y) - floor
        anywhere = min(plain_mse(rng.normal(size=d), X, y) for _ in range(200))
        at, lowest, size = w, plain_mse(w, X, y), 1.0
        for _ in range(200):
            there = at + size * rng.normal(size=d)
            lower = plain_mse(there, X, y) < lowest
            if lower:
                at, lowest = there, plain_mse(there, X, y)
            size *= 1.5 if lower else 0.9
        for _ in range(100):
            w = w - 0.5 * grad(plain_mse)(w, X, y)
        ends = min(anywhere, drop + floor), lowest, plain_mse(w, X, y)
        return [(end - floor) / drop for end in ends]

    @pytest.mark.parametrize(
        "d, random, local", [(2, 0.0007, 4e-11), (10, 0.8, 0.001), (100, 1.0, 0.6)]
    )
    def test_shares_that_are_left_are_those_of_the_text(self, d, random, local):
        found = self.shares(d)
        assert found[0] == pytest.approx(random, rel=0.1)
        assert found[1] == pytest.approx(local, rel=0.5)
        assert abs(found[2]) < 1e-11

    @pytest.mark.parametrize("seed", range(5))
    def test_another_mountain_says_the_same(self, seed):
        random, local, slope = self.shares(100, seed)
        assert random > 0.9 and 0.4 < local < 0.8 and abs(slope) < 1e-9
        assert all(share < 0.1 for share in self.shares(2, seed))

    def test_a_tenth_of_a_random_step_is_along_the_slope(self):
        steps = np.random.default_rng(0).normal(size=(2000, 100))
        along = steps[:, 0] / np.linalg.norm(steps, axis=1)
        assert np.sqrt(np.mean(along**2)) == pytest.approx(0.1, abs=0.005)


class TestStableLearningRate:
    @given(st.integers(0, 10**6), st.sampled_from([*SHAPES, (3, 6)]))
    def test_is_that_of_the_largest_singular_value(self, seed, shape):
        _, X, _ = problem(*shape, seed)
        wanted = 2 * len(X) / linalg.svdvals(X)[0] ** 2
        assert reference.stable_learning_rate(X) == pytest.approx(wanted, rel=1e-9)

    @pytest.mark.parametrize("n, d", [(6, 4), (7, 1), (3, 6)])  # the last with dependent columns
    def test_descent_arrives_just_below_and_runs_away_just_above(self, n, d):
        w0, X, y = problem(n, d)
        limit = reference.stable_learning_rate(X)
        for share, arrives in ((0.98, True), (1.02, False)):
            w, losses = w0, []
            for _ in range(600):
                losses.append(plain_mse(w, X, y))
                w = w - share * limit * grad(plain_mse)(w, X, y)
            if arrives:
                slope = grad(plain_mse)(w, X, y)
                assert np.all(np.diff(losses) <= 1e-12)
                assert np.linalg.norm(slope) < 0.01 * np.linalg.norm(grad(plain_mse)(w0, X, y))
            else:
                assert losses[-1] > 1e6 * losses[0]

    def test_where_nothing_is_measured_every_rate_is_stable(self):
        X, w0, y = np.zeros((4, 2)), np.array([1.3, -0.7]), np.ones(4)
        assert reference.stable_learning_rate(X) == np.inf
        path = reference.gradient_descent(lambda w: reference.mse_gradient(w, X, y), w0, 1e300, 5)
        np.testing.assert_array_equal(path, np.tile(w0, (6, 1)))

    def test_columns_that_are_zero_or_come_twice_set_no_limit_of_their_own(self):
        _, X, _ = problem(6, 2)
        limit = reference.stable_learning_rate(X)
        assert reference.stable_learning_rate(np.column_stack([X, np.zeros(6)])) == (
            pytest.approx(limit)
        )
        assert reference.stable_learning_rate(np.column_stack([X, X])) == pytest.approx(limit / 2)

    def test_seven_rates_of_the_text(self):
        high = (4 + np.sqrt(10)) / 3
        H = X3.T @ X3 / 3

        def loss(share, t):
            off = np.linalg.matrix_power(np.eye(2) - share * 2 / high * H, t) @ [-2.5, 1.7]
            return 0.25 + off @ H @ off / 2

        after_20 = {s: loss(s, 20) for s in (0.01, 0.1, 0.5, 0.9, 0.99, 1.01, 1.1)}
        assert min(after_20, key=after_20.get) == 0.9
        assert after_20[0.9] == pytest.approx(0.25, abs=1e-3)
        assert loss(0.99, 200) == pytest.approx(0.25, abs=1e-3)
        assert loss(1.01, 200) / loss(0.99, 200) == pytest.approx(1.4e4, rel=0.05)
        assert loss(1.01, 5) / loss(0.99, 5) < 1.5


class TestMinibatches:
    @given(st.integers(1, 40), st.integers(1, 45), st.integers(0, 10**6))
    def test_every_index_comes_once_and_only_the_last_batch_is_short(self, n, size, seed):
        batches = list(reference.minibatches(n, size, np.random.default_rng(seed)))
        assert sorted(np.concatenate(batches).tolist()) == list(range(n))
        assert len(batches) == -(-n // size)
        assert all(len(batch) == size for batch in batches[:-1])
        assert 1 <= len(batches[-1]) <= size

    def test_all_orders_are_equally_likely(self):
        rng = np.random.default_rng(4)
        drawn = [tuple(np.concatenate([*reference.minibatches(3, 2, rng)])) for _ in range(1200)]
        counts = [drawn.count(order) for order in itertools.permutations(range(3))]
        assert stats.chisquare(counts).pvalue > 1e-4


class TestSgd:
    def test_one_batch_of_everything_is_gradient_descent(self):
        w0, X, y = problem(6, 3)
        path = reference.sgd(X, y, w0, 0.1, 4, 6, np.random.default_rng(0))
        w = w0
        for found in path:
            np.testing.assert_allclose(found, w, rtol=1e-10)
            w = w - 0.1 * grad(plain_mse)(w, X, y)

    def test_one_epoch_is_one_of_the_possible_orders(self):
        w0, X, y = problem(3, 2)
        found = reference.sgd(X, y, w0, 0.2, 1, 1, np.random.default_rng(0))[1]
        ends = []
        for order in itertools.permutations(range(3)):
            w = w0
            for i in order:
                w = w - 0.2 * (X[i] @ w - y[i]) * X[i]
            ends.append(np.allclose(w, found, rtol=1e-12))
        assert sum(ends) == 1

    def test_finds_weights_that_fit_exactly(self):
        w, X, _ = problem(20, 3)
        path = reference.sgd(X, X @ w, np.zeros(3), 0.1, 200, 4, np.random.default_rng(1))
        np.testing.assert_allclose(path[-1], w, atol=1e-6)


class TestPrices:
    @staticmethod
    def table():
        sales = load_dataset("house_prices")
        X = np.column_stack([sales["age"], sales["distance"], sales["stores"]])
        return X, sales["price"], np.arange(414) % 5 == 4

    @staticmethod
    def by_scipy(X, y, X_new):
        A, B = (np.column_stack([part, np.ones(len(part))]) for part in (X, X_new))
        return B @ linalg.lstsq(A, y)[0]

    @pytest.mark.one_of(4)
    @pytest.mark.parametrize("seed", range(20))
    def test_error_on_unseen_houses_is_that_of_least_squares(self, seed):
        X, y, _ = self.table()
        rng = np.random.default_rng(seed)
        unseen, seen = np.split(rng.permutation(414), [83])
        found = reference.predict_price(X[seen], y[seen], rng)(X[unseen])
        best = self.by_scipy(X[seen], y[seen], X[unseen])
        assert 0.94 < np.mean((found - y[unseen]) ** 2) / np.mean((best - y[unseen]) ** 2) < 1.06

    def test_units_do_not_matter(self):
        X, y, held = self.table()
        one = reference.predict_price(X[~held], y[~held], np.random.default_rng(1))
        units, zero = np.array([-1, 1e-3, 30]), np.array([2013, 0, 5])
        other = reference.predict_price(zero + units * X[~held], y[~held], np.random.default_rng(1))
        np.testing.assert_allclose(other(zero + units * X[held]), one(X[held]), rtol=1e-8)

    def test_numbers_of_the_text(self):
        X, y, held = self.table()
        A = np.column_stack([X[~held], np.ones(332)])
        curvatures = np.linalg.eigvalsh(A.T @ A / 332)
        assert 2 / curvatures[-1] == pytest.approx(7.6e-7, rel=0.01)
        assert curvatures[-1] / curvatures[0] == pytest.approx(2.4e7, rel=0.02)
        off = y[held] - self.by_scipy(X[~held], y[~held], X[held])
        typical = np.sqrt(np.mean(off**2))
        assert typical == pytest.approx(8.3, abs=0.05)
        assert np.mean(np.abs(off) < typical) == pytest.approx(2 / 3, abs=0.02)
        assert np.sum(off > 20) == 3 and not np.any(off < -20)
        assert y.mean() == pytest.approx(38, abs=0.05)
        rng = np.random.default_rng(3)
        w = reference.sgd(A, y[~held], np.zeros(4), 5e-7, 50, 16, rng)[-1]
        walked = np.column_stack([X[held], np.ones(82)]) @ w
        # several times as large
        assert np.sqrt(np.mean((walked - y[held]) ** 2)) / typical == pytest.approx(4, abs=0.1)

    def test_prices_fall_faster_near_a_station(self):
        X, y, _ = self.table()
        kilometers = X[:, 1] / 1000
        for where, slope in ((kilometers < 1, -20), (kilometers > 2, -4)):
            found = stats.linregress(kilometers[where], y[where]).slope
            assert found == pytest.approx(slope, rel=0.06)
