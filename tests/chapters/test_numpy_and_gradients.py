"""Arrays and gradients: the reference against SciPy, autograd and exact arithmetic."""

from fractions import Fraction
from math import cos, pi, sin
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy.spatial.distance import cdist
from scipy.stats import zscore

from autograder.course import Solution

reference = Solution(Path(__file__).parents[2] / "solutions" / "numpy_and_gradients").reference

EPS = np.finfo(float).eps
quick = settings(max_examples=60, deadline=None)
moderate = st.floats(-1e3, 1e3, allow_nan=False, width=32)


def rng(seed=0):
    return np.random.default_rng(seed)


# --- standardize ---


@pytest.mark.parametrize("shape", [(2, 1), (5, 3), (3, 5), (40, 2)])
def test_standardized_columns_are_scipys_z_scores(shape):
    X = rng(1).normal(size=shape) * 7 - 3
    np.testing.assert_allclose(reference.standardize(X), zscore(X, axis=0), rtol=1e-12, atol=1e-12)


@quick
@given(n=st.integers(1, 50), value=st.floats(-1e300, 1e300, allow_nan=False))
def test_a_column_of_equal_numbers_becomes_exact_zeros(n, value):
    X = np.column_stack([np.full(n, value), np.arange(n)])
    with np.errstate(over="ignore"):  # the mean of 50 numbers of 1e300
        Z = reference.standardize(X)
    assert not np.any(Z[:, 0])


def test_a_column_of_tenths_has_a_spread_that_comes_from_rounding_alone():
    tenths = np.full((3, 1), 0.1)
    assert tenths.std() > 0
    assert not np.any(reference.standardize(tenths))


@quick
@given(
    arrays(float, (6, 2), elements=st.integers(-1000, 1000).map(float)),
    st.sampled_from([1e-20, 1e-3, 2.0, 1e12]),
    st.integers(-1000, 1000),
)
def test_units_and_origin_do_not_matter(X, unit, origin):
    shifted = unit * (X + origin)
    np.testing.assert_allclose(
        reference.standardize(shifted), reference.standardize(X), rtol=1e-9, atol=1e-9
    )


def test_standardizing_twice_changes_nothing():
    Z = reference.standardize(rng(2).uniform(size=(9, 4)))
    np.testing.assert_allclose(reference.standardize(Z), Z, atol=1e-14)


# --- pairwise_squared_distances ---


@pytest.mark.parametrize("n, m, d", [(1, 1, 1), (4, 7, 3), (7, 4, 1), (1, 5, 2)])
def test_distances_are_scipys(n, m, d):
    A, B = rng(3).normal(size=(n, d)), rng(4).normal(size=(m, d))
    np.testing.assert_allclose(
        reference.pairwise_squared_distances(A, B), cdist(A, B, "sqeuclidean"), rtol=1e-13
    )


@quick
@given(
    arrays(float, (3, 2), elements=st.integers(-5, 5).map(float)),
    arrays(float, (4, 2), elements=st.integers(-5, 5).map(float)),
    st.sampled_from([0.0, 1e3, -1e8, 2.0**45]),
)
def test_distances_do_not_depend_on_the_origin(A, B, offset):
    exact = [
        [sum((Fraction(p) - Fraction(q)) ** 2 for p, q in zip(a, b, strict=True)) for b in B]
        for a in A
    ]
    D = reference.pairwise_squared_distances(A + offset, B + offset)
    np.testing.assert_array_equal(D, np.array(exact, dtype=float))


@quick
@given(arrays(float, (5, 3), elements=st.floats(-1e9, 1e9)))
def test_a_distance_is_never_negative_symmetric_and_zero_to_itself(A):
    D = reference.pairwise_squared_distances(A, A)
    assert D.min() >= 0
    assert not np.any(np.diag(D))
    np.testing.assert_array_equal(D, D.T)


def test_the_expanded_square_loses_what_the_direct_one_keeps():
    p, q = 1e8, 1e8 + 1
    assert p**2 - 2 * p * q + q**2 == 0
    assert reference.pairwise_squared_distances([[p]], [[q]]) == 1


def test_the_parcels_of_the_text_change_neighbors_when_standardized():
    parcels = np.array(
        [[0.30, 410], [0.42, 482], [0.95, 418], [0.36, 655], [0.78, 590], [0.60, 300]]
    )
    assert 1 + np.argmin(cdist(parcels[:1], parcels[1:])) == 2
    Z = reference.standardize(parcels * [100, 0.001])  # centimeters and kilograms
    assert 1 + np.argmin(cdist(Z[:1], Z[1:])) == 1


# --- derivatives ---


def smooth(xp, weights):
    return lambda x: xp.sum(xp.tanh(weights * x)) + xp.sum(x) ** 2 / 5


@pytest.mark.parametrize("shape", [(), (1,), (5,), (2, 3), (2, 1, 3)])
def test_numerical_gradient_is_autograds(shape):
    weights, x = rng(5).normal(size=shape), rng(6).normal(size=shape)
    got = reference.numerical_gradient(smooth(np, weights), x)
    assert got.shape == shape
    np.testing.assert_allclose(got, grad(smooth(anp, weights))(x), atol=1e-9)


@quick
@given(arrays(float, array_shapes(max_dims=3, max_side=3), elements=st.floats(-2, 2)))
def test_numerical_gradient_leaves_x_alone(x):
    kept = x.copy()
    x.flags.writeable = False
    reference.numerical_gradient(lambda v: np.sum(v**2), x)
    np.testing.assert_array_equal(x, kept)


@pytest.mark.parametrize("x", [3, [1, 2], np.array([[1, -2]]), np.array(4)])
def test_numerical_gradient_of_integers_is_not_cut_off(x):
    got = reference.numerical_gradient(lambda v: np.sum(np.sin(v)), x)
    assert got.dtype == float
    np.testing.assert_allclose(got, np.cos(x), atol=1e-9)


@quick
@given(
    arrays(float, (3,), elements=st.floats(-2, 2)), arrays(float, (3,), elements=st.floats(-3, 3))
)
def test_slope_along_u_is_gradient_times_u(x, u):
    weights = np.array([0.5, -1.5, 1.0])
    expected = grad(smooth(anp, weights))(x) @ u
    got = reference.directional_derivative(smooth(np, weights), x, u)
    assert got == pytest.approx(expected, abs=1e-8)


def test_no_direction_of_length_1_is_steeper_than_the_gradient():
    def bowl(x):
        return x[0] ** 2 + 3 * x[1] ** 2

    angles = np.linspace(0, 2 * pi, 721)
    slopes = [
        reference.directional_derivative(bowl, [2, 1], [np.cos(t), np.sin(t)]) for t in angles
    ]
    assert max(slopes) == pytest.approx(np.sqrt(52), rel=1e-4)
    assert min(slopes) == pytest.approx(-np.sqrt(52), rel=1e-4)
    assert angles[np.argmax(slopes)] == pytest.approx(np.arctan2(6, 4), abs=0.01)
    along_contour = np.array([6, -4]) / np.sqrt(52)
    assert reference.directional_derivative(bowl, [2, 1], along_contour) == pytest.approx(
        0, abs=1e-9
    )


@pytest.mark.parametrize("h", [1e-1, 1e-2, 1e-3])
def test_truncation_of_the_central_difference_is_h_squared_over_6_times_the_third_derivative(h):
    error = reference.directional_derivative(np.sin, 1.0, 1.0, h) - cos(1)
    assert error == pytest.approx(-(h**2) / 6 * cos(1), rel=1e-2)


@quick
@given(st.floats(0.1, 1), st.integers(-3, 3), st.integers(-3, 3))
def test_central_difference_of_a_parabola_is_exact_for_any_step(h, x, slope):
    got = reference.directional_derivative(lambda t: t**2 + slope * t, x, 1, h)
    assert got == pytest.approx(2 * x + slope, abs=1e-12)


def test_errors_stay_below_the_formula_and_its_best_steps_are_near_the_best_measured():
    steps = np.logspace(-14, 0, 141)
    forward = np.abs((np.sin(1 + steps) - sin(1)) / steps - cos(1))
    central = [abs(reference.directional_derivative(np.sin, 1.0, 1.0, h) - cos(1)) for h in steps]
    # twice the round-off term leaves room for the rounding of x + h
    assert np.all(forward <= sin(1) / 2 * steps * 1.3 + 2 * EPS * sin(1) / steps)
    assert np.all(central <= cos(1) / 6 * steps**2 + 2 * EPS * sin(1) / (2 * steps))
    best_forward, best_central = np.sqrt(2 * EPS), np.cbrt(1.5 * EPS * sin(1) / cos(1))
    assert best_forward == pytest.approx(2.1e-8, rel=0.01)
    assert best_central == pytest.approx(8.0e-6, rel=0.01)
    for errors, best in ((forward, best_forward), (central, best_central)):
        measured = steps[np.argmin(errors)]
        assert best / 10 < measured < best * 10


def test_the_complex_step_is_exact_where_differences_see_nothing():
    assert np.sin(1 + 1e-20j).imag / 1e-20 == pytest.approx(cos(1), rel=1e-15)
    assert reference.directional_derivative(np.sin, 1.0, 1.0, 1e-20) == 0


def test_the_neuron_of_the_text_has_the_gradient_the_text_derives():
    X, y, w = rng(7).normal(size=(8, 3)), rng(8).uniform(-1, 1, 8), rng(9).normal(size=3)
    a = np.tanh(X @ w)
    derived = ((a - y) * (1 - a**2)) @ X / 8
    np.testing.assert_allclose(
        derived, grad(lambda w: anp.mean((anp.tanh(X @ w) - y) ** 2) / 2)(w), rtol=1e-12
    )
    numerical = reference.numerical_gradient(lambda w: np.mean((np.tanh(X @ w) - y) ** 2) / 2, w)
    assert reference.relative_error(derived, numerical) < 1e-7


# --- relative_error ---


@quick
@given(arrays(float, (4,), elements=moderate), arrays(float, (4,), elements=moderate))
def test_relative_error_is_symmetric_between_0_and_2_and_0_for_equals(a, b):
    error = reference.relative_error(a, b)
    assert 0 <= error <= 2
    assert error == reference.relative_error(b, a)
    assert reference.relative_error(a, a) == 0
    assert (error == 0) == np.array_equal(a, b)


@pytest.mark.parametrize("c", [-1.0, 0.0, 0.5, 2.0, 8.0, 1 / 8])
def test_a_factor_c_gives_1_minus_c_over_the_larger_of_1_and_c(c):
    g = rng(10).normal(size=5)
    assert reference.relative_error(c * g, g) == pytest.approx(abs(1 - c) / max(1, abs(c)))


@quick
@given(
    arrays(float, (2, 2), elements=st.integers(-1000, 1000).map(float)),
    st.sampled_from([1e-300, 1e-20, 1e300]),
)
def test_relative_error_has_no_unit(a, unit):
    b = a * [1.0, 1.25]
    assert reference.relative_error(unit * a, unit * b) == pytest.approx(
        reference.relative_error(a, b), rel=1e-9
    )


def test_relative_error_takes_the_largest_in_exact_arithmetic():
    a, b = [Fraction(3, 4), Fraction(-1, 8), Fraction(0)], [Fraction(1, 2), Fraction(1, 8), 0]
    exact = max(abs(p - q) / max(abs(p), abs(q)) for p, q in zip(a[:2], b[:2], strict=True))
    assert reference.relative_error([float(v) for v in a], [float(v) for v in b]) == exact


@pytest.mark.parametrize("place", range(3))
def test_nan_is_never_taken_for_agreement(place):
    a = np.array([0.0, 1.0, -2.0])
    broken = a.copy()
    broken[place] = np.nan
    assert np.isnan(reference.relative_error(broken, a))
    assert np.isnan(reference.relative_error(a, broken))
    assert np.isnan(reference.relative_error(broken, broken))


def test_two_zeros_are_equal_without_a_warning():
    with np.errstate(all="raise"):
        assert reference.relative_error([0.0, 2.0], [0.0, 2.0]) == 0
        assert reference.relative_error(0, 0) == 0
