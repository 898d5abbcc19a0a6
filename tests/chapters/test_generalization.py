"""Generalization: the references against SciPy, closed forms, and the star's margin."""

from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from scipy.optimize import approx_fprime, minimize
from scipy.stats import norm

from autograder.course import Solution
from autograder.datasets import load_digits

solution = Solution(Path(__file__).parents[2] / "solutions" / "generalization")
reference, checks = solution.reference, solution.module("checks")


def rng(seed=0):
    return np.random.default_rng(seed)


def problem(seed, n, d):
    generator = rng(seed)
    return generator.normal(size=d), generator.normal(size=(n, d)), generator.normal(size=n)


# --- polynomial_features ---


def test_powers_in_exact_arithmetic():
    x = [0.5, -1.75, 0.0, 3.0]
    exact = [[float(Fraction(v) ** j) for j in range(6)] for v in x]
    np.testing.assert_array_equal(reference.polynomial_features(x, 5), exact)


# --- split ---


@pytest.mark.parametrize("n", [1, 2, 7, 10, 23, 57, 1000])
@pytest.mark.parametrize("fractions", [(1.0,), (0.5, 0.5), (0.6, 0.2, 0.2), (0.1,) * 10])
def test_a_split_deals_out_everything_in_the_right_sizes(n, fractions):
    parts = reference.split(n, fractions, rng(1))
    assert len(parts) == len(fractions)
    assert sorted(np.concatenate(parts)) == list(range(n))
    for part, fraction in zip(parts, fractions, strict=True):
        assert abs(len(part) - n * fraction) < 1


def test_every_division_of_four_into_two_pairs_is_as_likely():
    drawn = [tuple(sorted(reference.split(4, (0.5, 0.5), g)[0])) for g in rng(2).spawn(3000)]
    pairs, counts = np.unique(drawn, axis=0, return_counts=True)
    assert len(pairs) == 6
    assert np.all(np.abs(counts / 3000 - 1 / 6) < 0.03)


@pytest.mark.parametrize("wrong", [(0.5, 0.4), (1.1, -0.1), (1.0, 0.0), (0.9, 0.2), ()])
def test_fractions_that_are_no_shares_are_refused(wrong):
    with pytest.raises(ValueError, match="fractions"):
        reference.split(10, wrong, rng())


# --- ridge ---


def penalized(w, X, y, l2):
    return sum((x @ w - t) ** 2 for x, t in zip(X, y, strict=True)) / (2 * len(y)) + l2 / 2 * (
        w @ w
    )


@pytest.mark.parametrize("n, d, l2", [(9, 3, 0.3), (3, 7, 0.05), (6, 6, 2.0), (8, 2, 0.0)])
def test_ridge_is_where_scipy_finds_the_minimum(n, d, l2):
    _, X, y = problem(3, n, d)
    found = minimize(penalized, np.zeros(d), (X, y, l2), method="BFGS", tol=1e-12).x
    np.testing.assert_allclose(reference.ridge(X, y, l2), found, atol=1e-5)


def test_ridge_gradient_is_scipys_difference_and_zero_at_the_minimum():
    w, X, y = problem(4, 7, 3)
    slope = approx_fprime(w, penalized, 1e-7, X, y, 0.7)
    np.testing.assert_allclose(reference.ridge_gradient(w, X, y, 0.7), slope, atol=1e-5)
    at_rest = reference.ridge_gradient(reference.ridge(X, y, 0.7), X, y, 0.7)
    np.testing.assert_allclose(at_rest, 0, atol=1e-14)


@pytest.mark.parametrize("l2, w", [(0, 2.0), (2.5, 1.0)])
def test_the_weight_of_the_text(l2, w):
    assert reference.ridge([[1], [2]], [2, 4], l2) == pytest.approx([w])


# --- cross_validate ---


def test_leaving_one_out_is_the_closed_form_of_least_squares():
    # the held-out residual is the residual divided by 1 - leverage
    _, X, y = problem(5, 12, 3)
    hat = X @ np.linalg.pinv(X)
    expected = np.mean(((y - hat @ y) / (1 - np.diag(hat))) ** 2)
    got = reference.cross_validate(
        lambda X, y: np.linalg.pinv(X) @ y,
        lambda w, X, y: np.mean((X @ w - y) ** 2),
        X,
        y,
        12,
        rng(6),
    )
    assert got == pytest.approx(expected)


def test_folds_are_a_partition_and_are_never_trained_on():
    held, y = [], np.arange(17)

    def loss(trained, X, y):
        assert not set(trained) & set(y) and len(trained) + len(y) == 17
        held.extend(y)
        return float(len(y))

    mean = reference.cross_validate(lambda X, y: y, loss, y[:, None], y, 5, rng(7))
    assert sorted(held) == list(range(17)) and mean == pytest.approx(17 / 5)


# --- the posterior ---


def test_the_posterior_is_a_product_of_scipys_densities():
    w, X, y = problem(8, 7, 3)
    v = rng(9).normal(size=3)
    sigma, tau = 0.6, 1.7

    def log_posterior(w):
        return norm.logpdf(y, X @ w, sigma).sum() + norm.logpdf(w, 0, tau).sum()

    difference = reference.negative_log_posterior(w, X, y, sigma, tau)
    difference -= reference.negative_log_posterior(v, X, y, sigma, tau)
    assert difference == pytest.approx(log_posterior(v) - log_posterior(w))
    slope = approx_fprime(w, lambda w: -log_posterior(w), 1e-7)
    got = reference.negative_log_posterior_gradient(w, X, y, sigma, tau)
    np.testing.assert_allclose(got, slope, atol=1e-4)
    assert reference.negative_log_posterior([0, 0], [[1, 2]], [0], sigma, tau) == 0


def test_ridge_is_the_top_of_the_posterior():
    _, X, y = problem(10, 9, 4)
    sigma, tau = 0.6, 1.7
    w = reference.ridge(X, y, sigma**2 / (9 * tau**2))
    slope = reference.negative_log_posterior_gradient(w, X, y, sigma, tau)
    np.testing.assert_allclose(slope, 0, atol=1e-11)


# --- the numbers of the text ---


def test_every_weight_costs_a_share_of_the_noise():
    _, X, _ = problem(11, 48, 12)
    hat = X @ np.linalg.pinv(X)
    assert 0.4 + 0.4 * np.mean(np.diag(hat)) == pytest.approx(0.5)


def test_bias_and_variance_of_the_text():
    x, line = np.linspace(-1, 1, 15), np.linspace(-1, 1, 201)
    truth = np.sin(np.pi * line)
    for degree, rigid in ((1, True), (3, False), (11, False)):
        smooth = reference.polynomial_features(line, degree) @ np.linalg.pinv(
            reference.polynomial_features(x, degree)
        )
        bias2 = np.mean((smooth @ np.sin(np.pi * x) - truth) ** 2)
        variance = 0.09 * np.mean(np.sum(smooth**2, axis=1))
        assert (bias2 > 10 * variance) == rigid


def test_other_writers_are_nearly_twice_as_hard():
    X, digit = load_digits()
    X, wanted = np.column_stack([X, np.ones(len(X))]), np.eye(10)[digit]

    def right(train, test):
        W = reference.ridge(X[train], wanted[train], 0.01)
        return np.mean(np.argmax(X[test] @ W, axis=1) == digit[test])

    at_random = [right(*reference.split(1797, (0.8, 0.2), rng(seed))) for seed in range(10)]
    assert np.mean(at_random) == pytest.approx(0.93, abs=0.005)
    last = np.arange(1797) >= 0.8 * 1797
    assert right(~last, last) == pytest.approx(0.875, abs=0.001)


def test_the_best_of_forty_guessers():
    best = rng(12).binomial(100, 0.5, size=(4000, 40)).max(axis=1) / 100
    assert best.mean() == pytest.approx(0.61, abs=0.005)


# --- choose_model ---


def ratios(choose, seed):
    return checks.ratios_to_best(SimpleNamespace(choose_model=choose), rng(seed))


def excess(choose, seed):
    return checks.geometric_mean(ratios(choose, seed))


@pytest.mark.one_of(4)
@pytest.mark.parametrize("seed", range(20))
def test_a_plain_right_choice_passes_with_room(seed):
    student = SimpleNamespace(choose_model=reference.choose_model)
    checks.comes_close_to_the_best_choice(student, rng(seed))
    # a mean of 21 ratios strays by 0.015, so that of 42 by 0.011
    assert excess(reference.choose_model, seed) < checks.BOUND + 0.01


def always(degree, l2=0.0):
    def choose(x, y, rng):
        w = reference.ridge(reference.polynomial_features(x, degree), y, l2)
        return lambda x: reference.polynomial_features(x, degree) @ w

    return choose


@pytest.mark.parametrize("degree", [3, 5, 8, 10, 12, 13, 14, 15])
@pytest.mark.parametrize("l2", [0.0, 1e-3])
def test_no_fixed_choice_comes_near_it(degree, l2):
    # all twelve draws of each curve together
    found = np.concatenate([ratios(always(degree, l2), seed) for seed in range(4)])
    assert checks.geometric_mean(found) > 1.14


@pytest.mark.parametrize(
    "name", ["chosen_by_training_error", "chosen_in_neighboring_folds", "low_degrees_only"]
)
def test_typical_wrong_choices_are_far_above_it(name):
    choose = getattr(solution.module("mistakes"), name)
    assert min(excess(choose, seed) for seed in range(4)) > 1.15
