"""Optima, laws between answers, and classes."""

import numpy as np
import pytest

from autograder.checks import (
    CheckFailed,
    expect_minimum,
    expect_result,
    expect_same,
    expect_stationary,
)

RIDGE = np.array([[1.0, 0.0], [0.0, 0.0]])  # its minimizers are a whole line


def ridge_loss(x):
    return float(x @ RIDGE @ x) / 2 + 3.0


def double_well(x):
    return float(np.sum((x**2 - 1) ** 2))


def failure(check, *args, **kwargs):
    with pytest.raises(CheckFailed) as caught:
        check(*args, **kwargs)
    return caught.value


@pytest.mark.parametrize("x", [[0.0, 0.0], [0.0, 5.0], [1e-6, -2.0]])
def test_every_minimizer_passes(x):
    expect_minimum(np.array(x), ridge_loss, 3.0, 1e-9, shape=(2,))


@pytest.mark.parametrize(
    "x, kind",
    [
        (np.array([0.1, 0.0]), "rule"),
        (np.array([np.nan, 0.0]), "not-finite"),
        (np.zeros((2, 1)), "shape"),
        (None, "type"),
    ],
)
def test_what_is_no_minimizer_fails(x, kind):
    found = failure(expect_minimum, x, ridge_loss, 3.0, 1e-9, shape=(2,))
    assert found.kind == kind


def test_a_loss_that_is_not_a_number_is_no_minimum():
    assert failure(expect_minimum, None, lambda x: np.nan, 0.0, 1.0).kind == "rule"


@pytest.mark.parametrize("x", [[1.0, -1.0], [-1.0, -1.0], [0.0, 1.0]])
def test_every_stationary_point_passes(x):
    expect_stationary(np.array(x), double_well, 1e-6, shape=(2,))


def test_a_point_on_a_slope_fails_with_the_steepest_component():
    found = failure(expect_stationary, np.array([1.0, 0.5]), double_well, 1e-6, shape=(2,))
    assert found.kind == "rule" and "-1.5 at [1]" in str(found)


def test_results_that_agree_pass_and_others_fail_with_the_rule():
    expect_same([1.0, 2.0], np.array([1.0, 2.0]), "both are equal")
    found = failure(expect_same, 1.0, 2.0, "both are equal", "softmax")
    assert found.kind == "rule" and "both are equal" in found.public()


class Number:
    def __init__(self, data):
        self.data = data

    def __rpow__(self, base):
        return Number(base**self.data)

    def __add__(self, other):
        return Number(self.data + other.data)


def test_an_expression_with_objects_is_compared():
    expect_result(lambda: (2 ** Number(3.0)).data, 8.0, "2 ** Value(3.0)", "Value")
    found = failure(expect_result, lambda: (2 ** Number(3.0)).data, 9.0, "2 ** Value(3.0)", "Value")
    assert found.kind == "value" and "2 ** Value(3.0)" in found.public()


def test_an_error_inside_an_expression_is_the_answers():
    found = failure(expect_result, lambda: (Number(1) + 2).data, 3.0, "Value(1) + 2", "Value")
    assert found.kind == "exception" and "Value(1) + 2" in found.public()


class Scalar:
    """A class as students write it: all that is no Python number is taken for one of its own."""

    def __init__(self, data):
        self.data = data

    def __pow__(self, other):
        return Scalar(self.data ** (other if isinstance(other, (int, float)) else other.data))


def test_a_numpy_integer_taken_for_an_object_of_the_class_is_explained():
    expect_result(lambda: (Scalar(3.0) ** 2).data, 9.0, "Scalar(3.0) ** 2", "Scalar")
    power = lambda: (Scalar(3.0) ** np.int64(2)).data  # noqa: E731
    failed = failure(expect_result, power, 9.0, "Scalar(3.0) ** np.int64(2)", "Scalar")
    assert failed.kind == "exception"
    assert "an np.int64 is not an int" in str(failed)
