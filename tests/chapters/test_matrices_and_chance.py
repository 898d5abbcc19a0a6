"""Matrices and chance: the references against SciPy, exact enumeration and closed forms."""

from fractions import Fraction
from itertools import product
from math import lgamma, log, pi
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.integrate import quad
from scipy.linalg import eigh
from scipy.optimize import minimize_scalar
from scipy.stats import multivariate_normal, norm, sem

from autograder.course import Solution
from autograder.datasets import load_dataset

reference = Solution(Path(__file__).parents[2] / "solutions" / "matrices_and_chance").reference

quick = settings(max_examples=60, deadline=None)
whole = st.integers(-9, 9).map(float)


def rng(seed=0):
    return np.random.default_rng(seed)


@pytest.fixture(scope="module")
def flowers():
    iris = load_dataset("iris")
    return np.column_stack([iris["sepal_length"], iris["sepal_width"]])[iris["species"] == 0]


# --- affine ---


@quick
@given(arrays(float, (3, 5), elements=whole), arrays(float, (5, 2), elements=whole))
def test_a_layer_is_the_sum_over_features_in_exact_arithmetic(X, W):
    b = np.array([0.5, -7.25])
    exact = [
        [
            sum((Fraction(x) * Fraction(w) for x, w in zip(row, column, strict=True)), Fraction(c))
            for column, c in zip(W.T, b, strict=True)
        ]
        for row in X
    ]
    np.testing.assert_array_equal(reference.affine(X, W, b), np.array(exact, dtype=float))


def test_two_layers_are_one():
    X, V, W = rng(1).normal(size=(7, 5)), rng(2).normal(size=(5, 3)), rng(3).normal(size=(3, 6))
    a, b = rng(4).normal(size=3), rng(5).normal(size=6)
    two = reference.affine(reference.affine(X, V, a), W, b)
    np.testing.assert_allclose(two, reference.affine(X, V @ W, a @ W + b), rtol=1e-12)


@pytest.mark.parametrize(
    "name, shapes",
    [
        ("X", [(3,), (7, 3, 3), ()]),
        ("W", [(5, 3), (3,), (3, 5, 1), (2, 5)]),
        ("b", [(), (1,), (3,), (7,), (1, 5), (7, 1), (7, 5)]),
    ],
)
def test_a_layer_refuses_what_does_not_fit_and_names_it(name, shapes):
    right = {"X": np.ones((7, 3)), "W": np.ones((3, 5)), "b": np.ones(5)}
    for shape in shapes:
        with pytest.raises(ValueError, match=rf"^{name} must"):
            reference.affine(**right | {name: np.ones(shape)})


def test_the_first_flower_is_as_long_and_as_slender_as_the_text_says(flowers):
    assert flowers.shape == (50, 2)
    W = [[1, 1], [1, -1]]
    np.testing.assert_allclose(reference.affine(flowers[:1], W, [0, 0]), [[8.6, 1.6]], rtol=1e-12)


def test_the_shapes_that_the_text_asks_for():
    X, W, w = np.ones((50, 2)), np.ones((2, 3)), np.ones(2)
    shapes = [(X.T @ X).shape, (X @ W).shape, (X.T @ X @ W).shape, (w @ W).shape]
    assert shapes == [(2, 2), (50, 3), (2, 3), (3,)]
    for wrong in (lambda: W @ X, lambda: X @ w + X):
        with pytest.raises(ValueError):
            wrong()
    assert (X[:2] @ w + X[:2]).shape == (2, 2)


# --- project ---


@quick
@given(arrays(float, (4, 3), elements=whole), arrays(float, 3, elements=whole))
def test_the_shadow_is_the_closest_point_of_the_line(Y, v):
    if not v.any():
        return
    for y, shadow in zip(Y, reference.project(Y, v), strict=True):
        closest = minimize_scalar(lambda t, y=y: np.sum((y - t * v) ** 2)).x * v
        np.testing.assert_allclose(shadow, closest, atol=1e-5)
        assert (y - shadow) @ v == pytest.approx(0, abs=1e-12)


def test_projecting_once_more_changes_nothing_and_the_rest_vanishes():
    Y, v = rng(6).normal(size=(6, 5)), rng(7).normal(size=5)
    once = reference.project(Y, v)
    np.testing.assert_allclose(reference.project(once, v), once, rtol=1e-12)
    np.testing.assert_allclose(reference.project(Y - once, v), np.zeros((6, 5)), atol=1e-14)
    np.testing.assert_allclose(reference.project(Y, -300 * v), once, rtol=1e-12)


def test_the_shadow_of_the_text():
    np.testing.assert_allclose(reference.project([[3, 1]], [2, 1]), [[2.8, 1.4]], rtol=1e-15)


@pytest.mark.parametrize("v", [[0, 0], [0.0, -0.0]])
def test_no_line_without_a_direction(v):
    with pytest.raises(ValueError, match="v must not be zero"):
        reference.project(np.ones((3, 2)), v)


def test_shadows_of_the_flowers_are_widest_where_the_text_says(flowers):
    centered = flowers - flowers.mean(axis=0)
    angles = np.arange(0, 180, 0.5)
    directions = np.column_stack([np.cos(np.radians(angles)), np.sin(np.radians(angles))])
    spread = [
        np.sqrt(np.mean(np.sum(reference.project(centered, v) ** 2, axis=1))) for v in directions
    ]
    assert angles[np.argmax(spread)] == pytest.approx(48, abs=0.5)
    assert angles[np.argmin(spread)] == pytest.approx(138, abs=0.5)
    assert max(spread) == pytest.approx(0.48, abs=0.005)
    assert min(spread) == pytest.approx(0.18, abs=0.005)


# --- power_iteration ---


def symmetric(seed, d):
    A = rng(seed).normal(size=(d, d))
    return A + A.T


@pytest.mark.parametrize("seed, d", [(1, 2), (2, 3), (3, 5), (4, 8)])
def test_the_longest_axis_is_scipys(seed, d):
    A, v0 = symmetric(seed, d), rng(seed + 100).normal(size=d)
    values, vectors = eigh(A)
    largest = np.argmax(np.abs(values))
    value, vector = reference.power_iteration(A, v0, 3000)
    assert value == pytest.approx(values[largest], rel=1e-10)
    np.testing.assert_allclose(vector, vectors[:, largest] * np.sign(vectors[:, largest] @ v0))
    assert vector @ v0 >= 0


def test_steps_are_those_worked_by_hand():
    path = [(1, 0), (2, 1), (5, 4), (14, 13), (41, 40)]
    for n, point in enumerate(path):
        value, vector = reference.power_iteration([[2, 1], [1, 2]], [1, 0], n)
        p, q = point
        np.testing.assert_allclose(vector, np.array(point) / np.sqrt(p * p + q * q), rtol=1e-14)
        assert value == pytest.approx((2 * p * p + 2 * p * q + 2 * q * q) / (p * p + q * q))


def test_unnormalized_products_overflow_when_the_text_says():
    assert np.isfinite(3.0**646)
    with pytest.raises(OverflowError):
        pow(3.0, 647)


def test_a_negative_eigenvalue_turns_the_vector_and_the_side_is_kept():
    A = np.diag([-3.0, 1.0])
    for n in range(5):
        value, vector = reference.power_iteration(A, [1.0, 0.1], n)
        assert vector @ [1.0, 0.1] > 0
        assert value == pytest.approx(-3, abs=0.1)


def test_errors_shrink_by_the_ratio_of_the_eigenvalues_and_those_of_the_value_by_its_square():
    A, v0 = np.array([[1.6, 0.5], [0.5, 2.1]]), [1.0, -0.55]
    (second, first), vectors = eigh(A)
    ratio = second / first
    assert ratio == pytest.approx(0.536, abs=0.001)
    found = [reference.power_iteration(A, v0, n) for n in (14, 15)]
    axis = vectors[:, 1]
    wrong = [np.linalg.norm(v - axis * np.sign(v @ axis)) for _, v in found]
    assert wrong[1] / wrong[0] == pytest.approx(ratio, rel=1e-3)
    wrong = [first - value for value, _ in found]
    assert wrong[1] / wrong[0] == pytest.approx(ratio**2, rel=1e-3)


@quick
@given(arrays(float, 3, elements=whole))
def test_the_rayleigh_quotient_lies_between_the_eigenvalues(v0):
    if not v0.any():
        return
    A = symmetric(9, 3)
    values = eigh(A, eigvals_only=True)
    value, vector = reference.power_iteration(A, v0, 0)
    assert values[0] - 1e-12 <= value <= values[-1] + 1e-12
    assert np.linalg.norm(vector) == pytest.approx(1)


def test_the_trace_is_the_sum_of_the_eigenvalues_and_the_inverse_has_their_inverses():
    A = symmetric(11, 5)
    values = eigh(A, eigvals_only=True)
    assert np.trace(A) == pytest.approx(values.sum())
    inverses = eigh(np.linalg.inv(A), eigvals_only=True)
    np.testing.assert_allclose(np.sort(1 / values), inverses, rtol=1e-10)


# --- chance ---


def test_the_die_of_the_text():
    faces = [Fraction(face) for face in range(1, 7)]
    mean = sum(faces) / 6
    variance = sum((face - mean) ** 2 for face in faces) / 6
    assert mean == Fraction(7, 2) and variance == Fraction(35, 12)
    pairs = [a + b for a, b in product(faces, faces)]
    assert sum((s - 7) ** 2 for s in pairs) / 36 == 2 * variance


@pytest.mark.parametrize("reach, share", [(1, 0.68), (2, 0.95)])
def test_shares_of_the_area_under_the_bell(reach, share):
    area, _ = quad(lambda x: np.exp(reference.normal_log_density(x, 0, 1)), -reach, reach)
    assert area == pytest.approx(share, abs=0.006)


# --- normal_log_density ---


@quick
@given(
    arrays(float, (4, 1), elements=st.floats(-1e4, 1e4)),
    arrays(float, 3, elements=st.floats(-1e4, 1e4)),
    st.floats(1e-3, 1e3),
)
def test_log_densities_are_scipys(x, mu, sigma):
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        got = reference.normal_log_density(x, mu, sigma)
    np.testing.assert_allclose(got, norm.logpdf(x, mu, sigma), rtol=1e-12, atol=1e-12)


def test_the_density_of_the_text():
    assert norm.pdf(1, 0, 2) == pytest.approx(0.1760, abs=5e-5)
    assert reference.normal_log_density(1, 0, 2) == pytest.approx(-1.7371, abs=5e-5)
    # computed first, the density vanishes where its logarithm is about -760
    assert np.exp(-(39.0**2) / 2) == 0 and np.exp(-(38.0**2) / 2) > 0
    assert reference.normal_log_density(39, 0, 1) == pytest.approx(-761.4, abs=0.1)


@pytest.mark.parametrize("sigma", [0, -1.0, [1.0, 0.0], [-1, 2], np.nan])
def test_a_sigma_that_is_not_positive_is_refused(sigma):
    with pytest.raises(ValueError, match="sigma"):
        reference.normal_log_density(0.3, 0.7, sigma)


def test_a_density_of_4_at_its_top():
    assert np.exp(reference.normal_log_density(0, 0, 0.0997)) == pytest.approx(4, abs=0.002)


# --- covariance and propagate ---


@pytest.mark.parametrize("n, d", [(1, 3), (2, 1), (9, 4), (4, 9)])
def test_covariance_is_numpys_of_a_population(n, d):
    X = rng(12).normal(size=(n, d)) @ rng(13).normal(size=(d, d)) + 5
    expected = np.cov(X, rowvar=False, ddof=0).reshape(d, d)
    np.testing.assert_allclose(reference.covariance(X), expected, rtol=1e-10, atol=1e-14)


@quick
@given(arrays(float, (5, 3), elements=whole), st.sampled_from([0.0, -1e3, 2.0**40]))
def test_covariance_in_exact_arithmetic_from_any_origin(X, origin):
    rows = [[Fraction(x) for x in row] for row in X]
    means = [sum(column) / 5 for column in zip(*rows, strict=True)]
    exact = [
        [float(sum((r[j] - means[j]) * (r[m] - means[m]) for r in rows) / 5) for m in range(3)]
        for j in range(3)
    ]
    np.testing.assert_allclose(reference.covariance(X + origin), exact, rtol=1e-3, atol=2e-3)
    np.testing.assert_allclose(reference.covariance(X), exact, rtol=1e-12, atol=1e-12)


def test_the_three_points_of_the_text():
    C = reference.covariance([[1, 1], [3, 2], [5, 6]])
    np.testing.assert_allclose(3 * C, [[8, 10], [10, 14]], rtol=1e-14)


def test_the_flowers_have_the_covariance_and_the_axis_of_the_text(flowers):
    C = reference.covariance(flowers)
    np.testing.assert_allclose(C, [[0.1218, 0.0972], [0.0972, 0.1408]], atol=5e-5)
    B = [[1, 1], [1, -1]]
    size, slenderness = np.diag(reference.propagate(B, C))
    assert (size, slenderness) == pytest.approx((0.4570, 0.0681), abs=5e-5)
    assert flowers[:, 0].mean() == pytest.approx(5.006)
    assert sem(flowers[:, 0]) == pytest.approx(0.05, abs=0.001)
    variance, axis = reference.power_iteration(C, [1.0, 0.0], 50)
    assert np.sqrt(variance) == pytest.approx(0.479, abs=5e-4)
    assert np.degrees(np.arctan2(axis[1], axis[0])) == pytest.approx(47.8, abs=0.05)


@quick
@given(arrays(float, (3, 5), elements=st.floats(-5, 5)), arrays(float, (7, 5), elements=whole))
def test_covariance_goes_with_the_points_and_is_exactly_symmetric(B, Y):
    got = reference.propagate(B, reference.covariance(Y))
    np.testing.assert_allclose(got, reference.covariance(Y @ B.T), rtol=1e-9, atol=1e-9)
    assert np.array_equal(got, got.T)


def test_the_plain_product_is_not_symmetric_to_the_last_digit():
    B, factor = rng(14).normal(size=(7, 5)), rng(15).normal(size=(5, 5))
    C = factor @ factor.T
    assert not np.array_equal(B @ C @ B.T, (B @ C @ B.T).T)


def test_propagated_normal_variables_are_scipys():
    # the density of the sum of two correlated normal variables, at one place
    C, b = np.array([[1.7, -0.6], [-0.6, 0.9]]), np.array([[1.0, 1.0]])
    joint = multivariate_normal([0, 0], C)
    density, _ = quad(lambda t: joint.pdf([t, 0.8 - t]), -15, 15)
    spread = np.sqrt(reference.propagate(b, C)[0, 0])
    assert np.exp(reference.normal_log_density(0.8, 0, spread)) == pytest.approx(density)


def test_a_rotation_by_minus_48_degrees_makes_the_coordinates_uncorrelated(flowers):
    C = reference.covariance(flowers)
    c, s = np.cos(np.radians(-48)), np.sin(np.radians(-48))
    turned = reference.propagate([[c, -s], [s, c]], C)
    assert abs(turned[0, 1]) < 0.001
    assert np.trace(turned) == pytest.approx(np.trace(C))


# --- monte_carlo ---


def test_mean_and_error_are_scipys():
    values = rng(16).exponential(size=37)
    mean, error = reference.monte_carlo(lambda x: x, lambda n, rng: values, 37, rng())
    assert mean == pytest.approx(values.mean())
    assert error == pytest.approx(sem(values))


def test_error_bars_hold_the_truth_as_often_as_they_should():
    hits = 0
    for seed in range(400):
        mean, error = reference.monte_carlo(
            np.sin, lambda n, rng: rng.uniform(0, pi, n), 100, rng(seed)
        )
        hits += abs(mean - 2 / pi) < 2 * error
    assert 0.92 < hits / 400 < 0.98


def ball(d, n, seed):
    return reference.monte_carlo(
        lambda P: 2**d * (np.sum(P**2, axis=1) <= 1),
        lambda n, rng: rng.uniform(-1, 1, size=(n, d)),
        n,
        rng(seed),
    )


def volume(d):
    return float(np.exp(d / 2 * log(pi) - lgamma(d / 2 + 1)))


@pytest.mark.parametrize("d", [1, 2, 3, 5, 8])
def test_volumes_of_balls_are_those_of_the_closed_form(d):
    mean, error = ball(d, 100_000, 17)
    assert mean == pytest.approx(volume(d), abs=5 * error + 1e-12)


def test_the_numbers_that_the_text_says_of_pi_and_of_balls():
    assert np.sqrt(16 * 0.785 * 0.215) == pytest.approx(1.64, abs=0.005)
    assert volume(5) == pytest.approx(8 * pi**2 / 15)
    assert max(range(1, 13), key=volume) == 5
    assert volume(12) == pytest.approx(1.3, abs=0.05)
    assert 2**12 / volume(12) == pytest.approx(3000, rel=0.03)
    assert volume(20) / 2**20 == pytest.approx(2.5e-8, rel=0.03)
    _, few = ball(5, 1000, 5)
    _, many = ball(5, 58_000, 5)
    assert few == pytest.approx(0.38, abs=0.005)
    assert many == pytest.approx(0.05, abs=0.001)


@pytest.mark.parametrize("n", [1, 0, -5])
def test_one_value_has_no_error_bar(n):
    with pytest.raises(ValueError, match="n must be at least 2"):
        reference.monte_carlo(np.sin, lambda n, rng: rng.random(n), n, rng())


def test_the_case_of_the_visible_check_does_not_depend_on_numpys_version():
    first = [0.8050029237453802, 0.8079407897364937, 0.5153255610419547]
    np.testing.assert_allclose(rng(5).random(3), first, rtol=1e-12)
