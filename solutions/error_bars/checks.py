"""What is graded: error bars."""

import numpy as np

from autograder.checks import (
    check,
    expect_agrees,
    expect_gradient,
    expect_raises,
    expect_robust,
)
from autograder.checks.inputs import problem, shapes, whole

from . import reference


def whole_numbers(rng, n, d):
    """As :func:`problem`, with numbers that survive rounding."""
    return whole(rng, d), whole(rng, (n, d)), rng.choice([-5.0, -4.0, 2.0, 3.0, 7.0], size=n)


def errors(rng, n):
    """Standard errors of very different size."""
    return np.exp(rng.uniform(-1.5, 1.5, size=n))


# --- measurements with error bars -------------------------------------------------------


@check("chi_square", points=1)
def adds_up_squared_deviations_in_units_of_their_errors(student, rng):
    for n, d in shapes(rng):
        w, X, y = problem(rng, n, d)
        for sigma in (errors(rng, n), float(rng.uniform(0.3, 3))):
            expect_agrees(student.chi_square, reference.chi_square, w, X, y, sigma)
    w, X, y = whole_numbers(rng, 7, 3)
    for sigma in (rng.choice([1.0, 2.0, 3.0], size=7), 2):
        expect_robust(student.chi_square, reference.chi_square, w, X, y, sigma)
    for wrong in wrong_errors(rng, 7):
        expect_raises(ValueError, student.chi_square, w, X, y, wrong, mentions="sigma")


def wrong_errors(rng, n):
    """Standard errors that are zero or negative, all of them or a single one."""
    for bad, place in zip((-1.5, 0.0), rng.permutation(n)):  # not in the same place
        some = errors(rng, n)
        some[place] = bad
        yield some
        yield bad


@check("chi_square", points=1)
def has_a_gradient_that_is_its_derivative(student, rng):
    gradient = student.chi_square_gradient
    for n, d in shapes(rng):
        w, X, y = problem(rng, n, d)
        for sigma in (errors(rng, n), float(rng.uniform(0.3, 3))):
            expect_gradient(gradient, of=reference.chi_square, at=(w, X, y, sigma))
    w, X, y = whole_numbers(rng, 7, 3)
    for sigma in (rng.choice([1.0, 2.0, 3.0], size=7), 2):
        expect_robust(gradient, reference.chi_square_gradient, w, X, y, sigma)
    for wrong in wrong_errors(rng, 7):
        expect_raises(ValueError, gradient, w, X, y, wrong, mentions="sigma")


@check("fit_covariance", points=1)
def is_the_inverse_of_half_the_curvature_of_chi_square(student, rng):
    close = {"rtol": 1e-7, "atol": 1e-10}
    for n, d in ((9, 5), (7, 3), (5, 5), (7, 1), (1, 1)):
        _, X, _ = problem(rng, n, d)
        X[:d] += 3 * np.eye(d)
        for sigma in (errors(rng, n), float(rng.uniform(0.3, 3))):
            expect_agrees(student.fit_covariance, reference.fit_covariance, X, sigma, **close)


@check("fit_covariance", points=1)
def takes_lists_and_refuses_errors_that_are_not_positive(student, rng):
    _, X, _ = whole_numbers(rng, 7, 3)
    X[:3] += 10 * np.eye(3)
    for sigma in (rng.choice([1.0, 2.0, 3.0], size=7), 2):
        expect_robust(student.fit_covariance, reference.fit_covariance, X, sigma, rtol=1e-8)
    for wrong in wrong_errors(rng, 7):
        expect_raises(ValueError, student.fit_covariance, X, wrong, mentions="sigma")
