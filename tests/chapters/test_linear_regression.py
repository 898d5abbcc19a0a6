"""The reference of ``linear_regression`` against oracles and the chapter's own claims."""

import itertools
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad, hessian
from hypothesis import given
from hypothesis import strategies as st
from scipy import linalg, optimize, stats

from autograder.course import Solution
from autograder.datasets import load_dataset

reference = Solution(Path(__file__).parents[2] / "solutions" / "linear_regression").reference

SHAPES = [(6, 4), (5, 3), (4, 4), (1, 3), (7, 1), (1, 1)]
# the three readings of the chapter
X3 = np.array([[0.0, 1.0], [1.0, 1.0], [2.0, 1.0]])
Y3 = np.array([1.0, 1.0, 4.0])
SIGMA3 = np.array([1.0, 1.0, 2.0])


def problem(n, d, seed=0):
    rng = np.random.default_rng([seed, n, d])
    return rng.normal(size=d), rng.normal(size=(n, d)), rng.normal(size=n)


def plain_mse(w, X, y):
    return anp.mean((anp.dot(X, w) - y) ** 2) / 2


def plain_chi_square(w, X, y, sigma):
    return anp.sum((y - anp.dot(X, w)) ** 2 / sigma**2)


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


class TestChiSquare:
    @pytest.mark.parametrize("n, d", SHAPES)
    def test_sum_and_gradient_agree_with_autograd(self, n, d):
        at = *problem(n, d), np.random.default_rng(n).uniform(0.2, 3, size=n)
        assert reference.chi_square(*at) == pytest.approx(plain_chi_square(*at))
        gradient = reference.chi_square_gradient(*at)
        np.testing.assert_allclose(gradient, grad(plain_chi_square)(*at), rtol=1e-10)

    def test_is_minus_twice_the_log_likelihood_but_for_a_constant(self):
        w, X, y = problem(6, 2)
        sigma = np.linspace(0.5, 2, 6)
        log_likelihood = stats.norm.logpdf(y, X @ w, sigma).sum()
        constant = np.sum(np.log(2 * np.pi * sigma**2))
        assert reference.chi_square(w, X, y, sigma) + constant == pytest.approx(-2 * log_likelihood)

    def test_the_three_readings_worked_by_hand(self):
        w = reference.least_squares(X3 / SIGMA3[:, None], Y3 / SIGMA3)
        np.testing.assert_allclose(w, [1, 2 / 3])
        assert reference.chi_square(w, X3, Y3, SIGMA3) == pytest.approx(1)
        np.testing.assert_allclose(reference.chi_square_gradient(w, X3, Y3, SIGMA3), 0, atol=1e-14)
        assert reference.chi_square([1, 1], X3, Y3, SIGMA3) == 1.25

    @pytest.mark.parametrize("sigma", [0.0, -1.0, [1.0, 0.0, 2.0], [1.0, 1.0, -2.0]])
    def test_refuses_errors_that_are_not_positive(self, sigma):
        with pytest.raises(ValueError, match="sigma"):
            reference.chi_square([1, 1], X3, Y3, sigma)
        with pytest.raises(ValueError, match="sigma"):
            reference.chi_square_gradient([1, 1], X3, Y3, sigma)
        with pytest.raises(ValueError, match="sigma"):
            reference.fit_covariance(X3, sigma)


class TestCovariance:
    def test_agrees_with_scipy(self):
        _, X, y = problem(8, 3)
        sigma = np.linspace(0.3, 2, 8)
        _, wanted = optimize.curve_fit(
            lambda x, *w: x @ np.array(w), X, y, p0=np.zeros(3), sigma=sigma, absolute_sigma=True
        )
        np.testing.assert_allclose(reference.fit_covariance(X, sigma), wanted, rtol=1e-5)

    def test_is_twice_the_inverse_of_the_second_derivative(self):
        H = hessian(plain_chi_square)(np.zeros(2), X3, Y3, SIGMA3)
        wanted = 2 * np.linalg.inv(H)
        np.testing.assert_allclose(reference.fit_covariance(X3, SIGMA3), wanted, rtol=1e-12)
        np.testing.assert_allclose(wanted, [[1, -2 / 3], [-2 / 3, 8 / 9]])

    def test_is_the_scatter_of_repeated_fits(self):
        rng = np.random.default_rng(3)
        repeats = np.array(
            [reference.least_squares(X3 / SIGMA3[:, None], rng.normal(size=3)) for _ in range(4000)]
        )
        np.testing.assert_allclose(
            np.cov(repeats.T), reference.fit_covariance(X3, SIGMA3), atol=0.12
        )

    def test_mean_of_four_readings_halves_the_error(self):
        np.testing.assert_allclose(reference.fit_covariance(np.ones((4, 1)), 3), [[1.5**2]])

    def test_the_one_sigma_ellipse_holds_39_percent_and_68_need_2_30(self):
        assert stats.chi2(2).cdf(1) == pytest.approx(1 - np.exp(-0.5))
        assert stats.chi2(2).cdf(2.30) == pytest.approx(0.683, abs=1e-3)


class TestOldestLight:
    def test_constants_are_those_of_the_si(self):
        from scipy import constants

        # 2 h c, for waves per cm cubed (1e6 per m cubed), in MJy/sr (1e-20 W / m² Hz sr)
        assert 2 * constants.h * constants.c * 1e26 == pytest.approx(39.7289171, rel=1e-8)
        assert constants.h * constants.c / constants.k * 100 == pytest.approx(1.4387769, rel=2e-8)

    def test_temperature_and_chemical_potential_agree_with_a_fit_of_plancks_law_itself(self):
        data = load_dataset("cosmic_background")
        nu, intensity, error = data["frequency"], data["intensity"], data["sigma"]
        a = 39.7289171 * nu**3

        def law(nu, temperature, mu):
            return 39.7289171 * nu**3 / np.expm1(1.4387769 * nu / temperature + 1e-5 * mu)

        wanted, covariance = optimize.curve_fit(
            law, nu, intensity, p0=[2.7, 0.0], sigma=error, absolute_sigma=True
        )
        sigma = a / (intensity * (intensity + a)) * error
        X = np.column_stack([nu, np.ones(43)])
        target = np.log(1 + a / intensity)
        w = reference.least_squares(X / sigma[:, None], target / sigma)
        found = np.array([1.4387769 / w[0], 1e5 * w[1]])
        errors = np.sqrt(np.diag(covariance))
        np.testing.assert_allclose((found - wanted) / errors, 0, atol=0.1)
        assert found[0] == pytest.approx(2.72501, abs=5e-6)
        assert found[1] == pytest.approx(-1.1, abs=0.05)
        np.testing.assert_allclose(errors, [2.4e-5, 3.2], rtol=0.02)
        assert reference.chi_square(w, X, target, sigma) == pytest.approx(44.8, abs=0.05)
        left_over = np.abs(intensity - a / np.expm1(X @ w))
        assert np.sum(left_over < 1e-4 * intensity.max()) == 38
        assert np.mean(left_over < error) == pytest.approx(0.7, abs=0.03)
        plain = reference.least_squares(X, target)
        assert plain[1] == pytest.approx(-0.0060, abs=5e-5)


def test_least_squares_halves_the_variance_against_first_and_last_of_ten_readings():
    x = np.arange(10.0)
    X = np.column_stack([x, np.ones(10)])
    by_squares = reference.fit_covariance(X, 1.0)[0, 0]
    by_ends = 2 / 9**2
    assert by_squares / by_ends == pytest.approx(0.49, abs=0.005)
