"""The reference of ``error_bars`` against oracles and the chapter's own claims."""

import re
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad, hessian
from scipy import linalg, optimize, stats

from autograder.course import Solution
from autograder.datasets import load_dataset

reference = Solution(Path(__file__).parents[2] / "solutions" / "error_bars").reference

SHAPES = [(6, 4), (5, 3), (4, 4), (1, 3), (7, 1), (1, 1)]
# the three readings of the chapter
X3 = np.array([[0.0, 1.0], [1.0, 1.0], [2.0, 1.0]])
Y3 = np.array([1.0, 1.0, 4.0])
SIGMA3 = np.array([1.0, 1.0, 2.0])


def problem(n, d, seed=0):
    rng = np.random.default_rng([seed, n, d])
    return rng.normal(size=d), rng.normal(size=(n, d)), rng.normal(size=n)


def plain_chi_square(w, X, y, sigma):
    return anp.sum((y - anp.dot(X, w)) ** 2 / sigma**2)


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


class TestMostLikelyRule:
    def test_seven_of_ten(self):
        values = [stats.binom.pmf(7, 10, p) / 120 for p in (0.5, 0.7, 0.9)]
        np.testing.assert_allclose(values, [0.00098, 0.00222, 0.00048], atol=5e-6)
        best = optimize.minimize_scalar(
            lambda p: -stats.binom.pmf(7, 10, p), bounds=(0, 1), method="bounded"
        )
        assert best.x == pytest.approx(0.7, abs=1e-5)

    def test_two_laboratories(self):
        X, y, sigma = np.ones((2, 1)), np.array([5.0, 5.4]), np.array([0.3, 0.4])
        w = np.average(y, weights=sigma**-2.0)
        assert w == pytest.approx(5.14, abs=0.005)
        assert np.sqrt(reference.fit_covariance(X, sigma)[0, 0]) == pytest.approx(0.24, abs=1e-3)
        assert reference.chi_square([w], X, y, sigma) == pytest.approx(0.64, abs=0.005)


class TestEllipse:
    def test_is_the_circle_mapped_by_the_matrix_root_of_scipy(self):
        C = np.array([[1.7, -0.9], [-0.9, 0.8]])
        angle = np.linspace(0, 2 * np.pi, 9)[:-1]
        wanted = (linalg.sqrtm(C) @ np.array([np.cos(angle), np.sin(angle)])).T
        np.testing.assert_allclose(reference.error_ellipse(C, 8), wanted, atol=1e-12)

    def test_its_shadows_are_the_error_bars(self):
        C = reference.fit_covariance(X3, SIGMA3)
        reach = reference.error_ellipse(C, 100_000).max(axis=0)
        np.testing.assert_allclose(reach, np.sqrt(np.diag(C)), rtol=1e-8)

    def test_chi_square_rises_by_one_on_it(self):
        w, C, least = reference.weighted_fit(X3, Y3, SIGMA3)
        for u in reference.error_ellipse(C, 7):
            assert plain_chi_square(w + u, X3, Y3, SIGMA3) - least == pytest.approx(1)


class TestWeightedFit:
    @pytest.mark.parametrize("sigma", [0.7, np.linspace(0.3, 2, 8)])
    def test_agrees_with_scipy(self, sigma):
        _, X, y = problem(8, 3)
        s = np.broadcast_to(sigma, 8)
        wanted, spread = optimize.curve_fit(
            lambda x, *w: x @ np.array(w), X, y, p0=np.zeros(3), sigma=s, absolute_sigma=True
        )
        w, C, least = reference.weighted_fit(X, y, sigma)
        np.testing.assert_allclose(w, wanted, rtol=1e-5)
        np.testing.assert_allclose(C, spread, rtol=1e-5)
        assert least == pytest.approx(plain_chi_square(wanted, X, y, s))

    def test_the_least_chi_square_is_n_minus_d_in_the_mean(self):
        rng = np.random.default_rng(6)
        w, X, _ = problem(9, 3)
        sigma = np.linspace(0.5, 2, 9)
        least = [
            reference.weighted_fit(X, X @ w + sigma * rng.normal(size=9), sigma)[2]
            for _ in range(3000)
        ]
        assert np.mean(least) == pytest.approx(6, abs=0.25)
        assert stats.kstest(least, stats.chi2(6).cdf).pvalue > 1e-3

    def test_refuses_errors_that_are_not_positive(self):
        with pytest.raises(ValueError, match="sigma"):
            reference.weighted_fit(X3, Y3, 0)


class TestTemperature:
    @staticmethod
    def by_search(nu, intensity, sigma):
        def misfit(T):
            law = 39.7289171 * nu**3 / (anp.exp(1.4387769 * nu / T) - 1)
            return anp.sum(((intensity - law) / sigma) ** 2)

        found = optimize.brentq(grad(misfit), 1.0, 9.0, xtol=1e-14, rtol=1e-14)
        return found, np.sqrt(2 / hessian(misfit)(found)), misfit(found)

    def test_on_the_sky_it_is_where_the_slope_of_chi_square_vanishes(self):
        data = load_dataset("cosmic_background")
        at = data["frequency"], data["intensity"], data["sigma"]
        T, error, least = reference.fit_temperature(*at)
        wanted, wanted_error, wanted_least = self.by_search(*at)
        assert abs(T - wanted) < 1e-3 * error
        assert error == pytest.approx(wanted_error, rel=1e-3)
        assert least == pytest.approx(wanted_least, rel=1e-9)
        # the numbers of the chapter
        assert pytest.approx(2.725015, abs=5e-7) == T
        assert error == pytest.approx(7.6e-6, rel=0.01)
        assert least == pytest.approx(45.1, abs=0.05)

    @pytest.mark.one_of(4)
    @pytest.mark.parametrize("seed", range(20))
    def test_on_drawn_bodies_too_also_where_readings_are_below_zero(self, seed):
        rng = np.random.default_rng(seed)
        true = rng.uniform(1.5, 6)
        nu = np.sort(rng.uniform(1.5, 21.5, size=40))
        sigma = 3 * np.exp(rng.uniform(-1, 1, size=40))
        law = 39.7289171 * nu**3 / np.expm1(1.4387769 * nu / true)
        at = nu, law + sigma * rng.normal(size=40), sigma
        T, error, least = reference.fit_temperature(*at)
        wanted, wanted_error, wanted_least = self.by_search(*at)
        assert abs(T - wanted) < 1e-3 * error
        # the second derivative has a term with the residuals, which Gauss and Newton leave out
        assert error == pytest.approx(wanted_error, rel=0.05)
        assert least == pytest.approx(wanted_least, rel=1e-6)

    def test_steps_from_three_kelvin_arrive_in_six(self):
        nu = np.linspace(2, 21, 43)
        for true in np.linspace(1.5, 6, 19):
            T = 3.0
            for _ in range(6):
                law = 39.7289171 * nu**3 / np.expm1(1.4387769 * nu / T)
                g = law * 1.4387769 * nu / T**2 / -np.expm1(-1.4387769 * nu / T)
                wanted = 39.7289171 * nu**3 / np.expm1(1.4387769 * nu / true)
                T += g @ (wanted - law) / (g @ g)
            np.testing.assert_allclose(T, true, rtol=1e-5)

    def test_seven_of_the_readings_of_the_cold_body_are_below_zero(self):
        text = (Path(__file__).parents[2] / "chapters" / "error_bars.md").read_text()
        numbers = re.findall(r"cold_light \+?= \[(.*?)\]", text)
        light = np.array([float(number) for part in numbers for number in part.split(",")])
        assert light.size == 24 and np.sum(light < 0) == 7
