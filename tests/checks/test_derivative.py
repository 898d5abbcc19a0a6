"""The numerical derivative is right, and knows how right."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.checks import numerical_derivative

FUNCTIONS = {
    "quadratic": (lambda x: float(x @ x) / 2, lambda x: x),
    "exponential": (lambda x: float(np.exp(x).sum()), np.exp),
    "sine": (lambda x: float(np.sin(x).sum()), np.cos),
    "logistic loss": (
        lambda x: float(np.logaddexp(0, x).sum()),
        lambda x: 1 / (1 + np.exp(-x)),
    ),
    "steep": (lambda x: float(np.tanh(20 * x).sum()), lambda x: 20 / np.cosh(20 * x) ** 2),
}


@pytest.mark.parametrize("name", FUNCTIONS)
@given(data=st.lists(st.floats(-3, 3), min_size=1, max_size=6))
@settings(max_examples=50, deadline=None)
def test_error_estimate_covers_the_error(name, data):
    f, derivative = FUNCTIONS[name]
    x = np.array(data)
    got, error = numerical_derivative(f, x)
    assert (np.abs(got - derivative(x)) <= 8 * error + 1e-13).all()


@pytest.mark.parametrize("scale", 10.0 ** np.arange(-6, 7))
def test_relative_error_is_small_at_every_scale_of_the_loss(scale):
    x = np.array([0.3, -1.2, 2.0])
    got, _ = numerical_derivative(lambda x: scale * float(np.exp(x).sum()), x)
    np.testing.assert_allclose(got, scale * np.exp(x), rtol=1e-9)


def test_keeps_the_shape_and_leaves_x_alone():
    x = np.arange(6.0).reshape(2, 3)
    kept = x.copy()
    got, error = numerical_derivative(lambda a: float((a**2).sum()), x)
    assert got.shape == error.shape == (2, 3)
    np.testing.assert_array_equal(x, kept)
