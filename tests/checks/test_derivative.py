"""The numerical derivative is right, knows how right, and knows a kink."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.differentiate import jacobian

from autograder.checks import NotDifferentiable, numerical_derivative, numerical_jacobian
from autograder.checks.derivative import EPS, differentiate

#: an elementwise function and its slope
FUNCTIONS = {
    "square": (lambda u: u**2, lambda u: 2 * u),
    "exponential": (np.exp, np.exp),
    "sine": (np.sin, np.cos),
    "logistic loss": (lambda u: np.logaddexp(0, u), lambda u: 1 / (1 + np.exp(-u))),
    "steep": (lambda u: np.tanh(20 * u), lambda u: 20 / np.cosh(20 * u) ** 2),
    "flat far out": (lambda u: np.exp(-(u**2)), lambda u: -2 * u * np.exp(-(u**2))),
}
SCALES = 10.0 ** np.arange(-6, 7)


class Counted:
    """A function that counts its calls."""

    def __init__(self, function):
        self.function, self.calls = function, 0

    def __call__(self, x):
        self.calls += 1
        return self.function(x)


@pytest.mark.parametrize("name", FUNCTIONS)
@given(data=st.lists(st.floats(-3, 3), min_size=1, max_size=6))
@settings(max_examples=50, deadline=None)
def test_bound_covers_the_error(name, data):
    f, slope = FUNCTIONS[name]
    x = np.array(data)
    got, error = numerical_derivative(lambda x: f(x).sum(), x)
    assert (np.abs(got - slope(x)) <= error + 4 * EPS * np.abs(slope(x))).all()


@pytest.mark.parametrize("name", ["square", "exponential", "sine", "logistic loss"])
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("of", ["the loss", "its argument"])
def test_relative_error_is_small_over_twelve_orders_of_magnitude(name, scale, of):
    f, slope = FUNCTIONS[name]
    u = np.array([0.3, -1.2, 1.4])
    height, width = (scale, 1.0) if of == "the loss" else (1.0, scale)
    got, error = numerical_derivative(lambda x: height * f(x / width).sum(), width * u)
    expected = height * slope(u) / width
    np.testing.assert_allclose(got, expected, rtol=1e-7)
    assert (error <= 1e-5 * np.abs(expected)).all()


COUPLED = {
    "polar coordinates": lambda x: np.stack([x[0] * np.cos(x[1]), x[0] * np.sin(x[2])]),
    "softmax": lambda x: np.exp(x) / np.exp(x).sum(axis=0),
    "a product and a power": lambda x: np.stack([x[0] * x[1] * x[2], x[0] ** 3 - x[2]]),
}


@pytest.mark.parametrize("name", COUPLED)
@given(x=st.lists(st.floats(-2, 2), min_size=3, max_size=3).map(np.array))
@settings(max_examples=30, deadline=None)
def test_scipy_finds_the_same_jacobian(name, x):
    f = COUPLED[name]  # SciPy asks for a stack of points along the last axis
    other = jacobian(f, x)
    got, error = numerical_jacobian(f, x)
    assert got.shape == other.df.shape
    assert (np.abs(got - other.df) <= error + 1e-7 * (1 + np.abs(other.df))).all()
    assert error.max() < 1e-8


@pytest.mark.parametrize("width", [1e-8, 1e-4, 1e4])
def test_waves_far_shorter_than_the_first_step_are_resolved(width):
    rng = np.random.default_rng(3)
    x = rng.normal(size=50) * max(1.0, width)
    got, error = numerical_derivative(lambda x: np.sin(x / width).sum(), x)
    # x / width is itself rounded
    known = error + 4 * EPS * np.abs(x) / width**2
    assert (np.abs(got - np.cos(x / width) / width) <= known).all()
    assert (error <= 0.05 / width).all()


def test_components_of_very_different_scale():
    width = np.array([1e-6, 1.0, 1e6])
    got, error = numerical_derivative(lambda x: np.exp(x / width).sum(), 0.3 * width)
    np.testing.assert_allclose(got, np.exp(0.3) / width, rtol=1e-4)
    assert (np.abs(got - np.exp(0.3) / width) <= error).all()


def test_a_badly_conditioned_quadratic():
    rng = np.random.default_rng(4)
    Q, _ = np.linalg.qr(rng.normal(size=(5, 5)))
    A = Q @ np.diag(10.0 ** np.array([-6, -3, 0, 3, 6])) @ Q.T
    x = rng.normal(size=5)
    got, error = numerical_derivative(lambda x: x @ (A + A.T) @ x / 4, x)
    assert (np.abs(got - (A + A.T) @ x / 2) <= error).all()
    assert (error <= 1e-9 * np.abs(A @ x).max()).all()


@pytest.mark.parametrize("offset", [1.0, 1e3, 1e6, 1e9])
def test_noise_that_cancellation_leaves_is_measured(offset):
    x = np.random.default_rng(5).normal(size=20)
    # the sum has the rounding noise of the offset, which its value no longer shows
    got, error = numerical_derivative(lambda x: (np.exp(x).sum() + offset) - offset, x)
    assert (np.abs(got - np.exp(x)) <= error).all()
    assert (error >= EPS * offset).all()
    assert (error <= 1e5 * EPS * (offset + 100)).all()


def test_noise_of_a_loss_that_vanishes_at_the_point_is_measured():
    # at a perfect fit the residuals are rounding alone, one step away they are not
    rng = np.random.default_rng(6)
    X, w = 1e6 * rng.normal(size=(6, 3)), rng.normal(size=3)
    y = X @ w
    _, error = numerical_derivative(lambda w: np.sum((X @ w - y) ** 2), w)
    assert (error >= EPS * 1e6 * np.abs(y).max()).all()


def test_noise_in_stairs_is_no_slope():
    # log(1 + e^z) - z is rounded to multiples of 4e-15 here, and flat for 1e-5 in between
    x = 0.01 * np.arange(40.0)
    f = lambda x: float(np.sum(np.logaddexp(0, x + 23.6) - (x + 23.6)))  # noqa: E731
    got, error = numerical_derivative(f, x)
    assert (np.abs(got + 1 / (1 + np.exp(x + 23.6))) <= error).all()
    assert (error <= 1e-9).all()


def test_a_constant_has_no_slope():
    got, error = numerical_derivative(lambda x: 3.0, np.array([1.0, 0.0]))
    np.testing.assert_array_equal(got, 0.0)
    assert (error < 1e-11).all()


@pytest.mark.parametrize("x", [0.0, 1e-300])
@pytest.mark.parametrize("left, right", [(0.0, 1.0), (-1.0, 1.0), (3.0, -2.0), (1.0, 1.001)])
def test_a_kink_at_the_point_is_found_and_every_slope_between_is_within_the_error(left, right, x):
    f = lambda x: float(np.where(x > 0, right * x, left * x).sum())  # noqa: E731
    found = differentiate(f, np.array([x, 1.0]))
    np.testing.assert_array_equal(found.kink, [True, False])
    for slope in (left, right):
        assert abs(found.value[0] - slope) <= found.error[0]


@given(exponent=st.floats(-8, 0), side=st.sampled_from([-1, 1]), jump=st.floats(-6, 1))
@settings(max_examples=100, deadline=None)
def test_a_kink_beside_the_point_does_no_harm(exponent, side, jump):
    x, jump = side * 10**exponent, 10**jump
    found = differentiate(lambda x: float(np.sin(x[0]) + jump * max(x[0], 0.0)), np.array([x]))
    expected = np.cos(x) + jump * (x > 0)
    assert abs(found.value[0] - expected) <= found.error[0]
    assert found.error[0] <= 1e-3 * max(1.0, jump)
    assert not found.kink.any()


@given(st.lists(st.floats(-0.1, 0.1), min_size=2, max_size=30))
@settings(max_examples=100, deadline=None)
def test_many_kinks_around_the_point_are_told_from_its_slope(kinks):
    kinks = np.array([k for k in kinks if abs(k) > 1e-9])
    found = differentiate(lambda x: float(np.maximum(x[0] - kinks, 0).sum()), np.zeros(1))
    assert abs(found.value[0] - np.sum(kinks < 0)) <= found.error[0]


def test_a_jump_at_the_point_is_called_a_kink():
    assert differentiate(lambda x: float(x[0] > 0), np.zeros(1)).kink.all()


@pytest.mark.parametrize("x", [1e-8, 1e-3, 0.5])
def test_the_end_of_the_domain_is_kept_off(x):
    def validated(x):
        if (x <= 0).any():
            raise ValueError("x must be positive")
        return np.log(x).sum()

    for f in (validated, lambda x: np.log(x).sum()):
        got, error = numerical_derivative(f, np.array([x, 1.0]))
        np.testing.assert_allclose(got, [1 / x, 1.0], rtol=1e-8)
        assert (error <= 1e-6 / x).all()


def test_overflow_beside_the_point_is_kept_off():
    x = np.array([709.0])  # exp overflows at 709.8
    got, _ = numerical_derivative(lambda x: 1e-100 * np.exp(x[0]), x)
    np.testing.assert_allclose(got, 1e-100 * np.exp(x), rtol=1e-8)


def test_no_slope_where_the_domain_ends():
    found = differentiate(lambda x: np.sqrt(x).sum(), np.array([0.0, 1.0]))
    np.testing.assert_array_equal(found.kink, [True, False])
    assert np.isinf(found.error[0])


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_a_loss_that_is_not_finite_is_refused(bad):
    with pytest.raises(NotDifferentiable, match="not finite"):
        numerical_derivative(lambda x: bad, np.zeros(2))


def test_errors_of_the_function_at_the_point_itself_are_shown():
    with pytest.raises(ZeroDivisionError):
        numerical_derivative(lambda x: 1 / int(x[0]), np.zeros(1))


def test_keeps_the_shape_and_leaves_x_alone():
    x = np.arange(6.0).reshape(2, 3)
    kept = x.copy()

    def careless(a):
        a *= 1.0
        return float((a**2).sum())

    got, error = numerical_derivative(careless, x)
    assert got.shape == error.shape == (2, 3)
    np.testing.assert_array_equal(x, kept)


@pytest.mark.parametrize("shape", [(), (0,), (1,), (2, 0, 3)])
def test_a_number_and_nothing_are_arrays_too(shape):
    x = np.full(shape, 0.5)
    got, _ = numerical_derivative(lambda a: float(np.sum(a**3)), x)
    np.testing.assert_allclose(got, np.full(shape, 0.75), rtol=1e-9)


def test_few_calls_of_a_smooth_function():
    f = Counted(lambda x: float(np.exp(x).sum()))
    numerical_derivative(f, np.random.default_rng(0).normal(size=50))
    assert f.calls <= 7 * 50


def test_the_same_every_time():
    x = np.random.default_rng(0).normal(size=5)
    first, again = (numerical_derivative(lambda x: np.exp(x).sum(), x) for _ in range(2))
    np.testing.assert_array_equal(first, again)


def test_jacobian_of_a_function_with_several_outputs():
    rng = np.random.default_rng(1)
    A, x = rng.normal(size=(2, 3, 4)), rng.normal(size=(4,))
    got, error = numerical_jacobian(lambda x: np.tanh(A @ x), x)
    expected = A / np.cosh(A @ x)[..., np.newaxis] ** 2
    assert got.shape == error.shape == (2, 3, 4)
    np.testing.assert_allclose(got, expected, rtol=1e-9)
    assert (np.abs(got - expected) <= error).all()


def test_jacobian_of_a_gradient_is_the_hessian():
    rng = np.random.default_rng(2)
    X, w = rng.normal(size=(6, 3)), rng.normal(size=3)
    gradient = lambda w: X.T @ (1 / (1 + np.exp(-X @ w)))  # noqa: E731
    got, error = numerical_jacobian(gradient, w)
    expected = X.T @ np.diag(1 / (4 * np.cosh(X @ w / 2) ** 2)) @ X
    assert (np.abs(got - expected) <= error).all()
    np.testing.assert_allclose(got, expected, rtol=1e-9, atol=1e-12)


def test_each_output_of_a_jacobian_has_the_error_of_its_own_scale():
    f = lambda x: np.array([1e6, 1.0, 1e-6]) * np.exp(x)  # noqa: E731
    got, error = numerical_jacobian(f, np.array(0.5))
    np.testing.assert_allclose(got, f(0.5), rtol=1e-9)
    assert (error <= 1e-5 * f(0.5)).all()
