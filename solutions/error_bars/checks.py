"""What is graded: error bars."""

import numpy as np

from autograder.checks import (
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_gradient,
    expect_raises,
    expect_robust,
    expect_shape,
)
from autograder.checks.inputs import nonzero, problem, shapes, whole
from autograder.datasets import load_dataset

from . import reference


def whole_numbers(rng, n, d):
    """As :func:`problem`, with numbers that survive rounding."""
    return whole(rng, d), whole(rng, (n, d)), rng.choice([-5.0, -4.0, 2.0, 3.0, 7.0], size=n)


def errors(rng, n):
    """Standard errors of very different size."""
    return np.exp(rng.uniform(-1.5, 1.5, size=n))


# --- measurements with error bars -------------------------------------------------------


@check("chi_square", points=1.5)
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


@check("chi_square", points=1.5)
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


@check("fit_covariance", points=1.5)
def is_the_inverse_of_half_the_curvature_of_chi_square(student, rng):
    close = {"rtol": 1e-7, "atol": 1e-10}
    for n, d in ((9, 5), (7, 3), (5, 5), (7, 1), (1, 1)):
        _, X, _ = problem(rng, n, d)
        X[:d] += 3 * np.eye(d)
        for sigma in (errors(rng, n), float(rng.uniform(0.3, 3))):
            expect_agrees(student.fit_covariance, reference.fit_covariance, X, sigma, **close)


@check("fit_covariance", points=1.5)
def takes_lists_and_refuses_errors_that_are_not_positive(student, rng):
    _, X, _ = whole_numbers(rng, 7, 3)
    X[:3] += 10 * np.eye(3)
    for sigma in (rng.choice([1.0, 2.0, 3.0], size=7), 2):
        expect_robust(student.fit_covariance, reference.fit_covariance, X, sigma, rtol=1e-8)
    for wrong in wrong_errors(rng, 7):
        expect_raises(ValueError, student.fit_covariance, X, wrong, mentions="sigma")


# --- the ellipse ------------------------------------------------------------------------


def covariance_of_two(rng):
    """A covariance matrix whose weights are far from independent, and from alike."""
    factor = rng.normal(size=(2, 2)) + np.array([[1.5, 0.0], [1.0, 0.7]])
    factor[1] *= rng.choice([-1.0, 1.0])  # they rise together, or one falls where one rises
    return factor @ factor.T + 0.1 * np.eye(2)


@check("error_ellipse", points=1)
def lies_where_chi_square_is_one_above_its_minimum(student, rng):
    for n_points in (7, 12, 5, 3):
        C = covariance_of_two(rng)
        found = student.error_ellipse(C, n_points)
        expect_shape(found, (n_points, 2), "error_ellipse")
        rise = np.sum(found @ np.linalg.inv(C) * found, axis=1)
        expect_close(
            rise,
            np.ones(n_points),
            "error_ellipse",
            given={"C": C, "n_points": n_points},
            what="rise of chi-square at the points, which is 1 on the ellipse",
            rtol=1e-8,
        )


@check("error_ellipse", points=1.5)
def maps_even_angles_by_the_symmetric_root(student, rng):
    for n_points in (7, 12, 5, 3, 1):
        C = covariance_of_two(rng)
        expect_agrees(student.error_ellipse, reference.error_ellipse, C, n_points, rtol=1e-8)


@check("error_ellipse", points=0.5)
def takes_lists_and_very_different_variances(student, rng):
    C = [[int(rng.integers(5, 9)), -2], [-2, int(rng.integers(3, 7))]]
    expect_robust(student.error_ellipse, reference.error_ellipse, np.array(C, float), 7)
    scale = np.array([1.0, 1e-3])
    C = covariance_of_two(rng) * np.outer(scale, scale)
    expect_agrees(student.error_ellipse, reference.error_ellipse, C, 7, rtol=1e-6, atol=1e-9)


# --- the whole fit ----------------------------------------------------------------------

PARTS = "weights", "covariance", "least chi-square"


def three(student, name, *given):
    """The three results of ``name``, which come in a tuple."""
    found = getattr(student, name)(*given)
    three_parts = isinstance(found, (tuple, list)) and len(found) == 3
    expect(three_parts, name, "it returns three things in a tuple")
    return found


@check("weighted_fit", points=2)
def gives_weights_covariance_and_least_chi_square(student, rng):
    for n, d in ((9, 5), (7, 3), (5, 5), (7, 1), (3, 2)):
        _, X, y = problem(rng, n, d)
        X[:d] += 3 * np.eye(d)
        for sigma in (errors(rng, n), float(rng.uniform(0.3, 3))):
            found = three(student, "weighted_fit", X, y, sigma)
            expected = reference.weighted_fit(X, y, sigma)
            given = {"X": X, "y": y, "sigma": sigma}
            for part, wanted, what in zip(found, expected, PARTS, strict=True):
                expect_close(
                    part, wanted, "weighted_fit", given=given, what=what, rtol=1e-7, atol=1e-9
                )


@check("weighted_fit", points=1)
def keeps_its_digits_when_columns_are_almost_dependent(student, rng):
    # As for least_squares, the condition number of X is 1e6, and some weights fit exactly. Rows
    # divided by errors may have one ten times as large, and cost 7 digits of 16.
    for n, d in ((7, 3), (11, 5)):
        left = np.linalg.qr(rng.normal(size=(n, d)))[0]
        right = np.linalg.qr(rng.normal(size=(d, d)))[0]
        X = left @ np.diag(np.geomspace(1.7, 1.7e-6, d)) @ right
        w = nonzero(rng, d, 0.5)
        sigma = errors(rng, n)
        found = three(student, "weighted_fit", X, X @ w, sigma)[0]
        given = {"X": X, "y": X @ w, "sigma": sigma}
        expect_close(found, w, "weighted_fit", given=given, what=PARTS[0], rtol=0, atol=1e-6)


@check("weighted_fit", points=1)
def takes_lists_and_refuses_what_is_no_error(student, rng):
    _, X, y = whole_numbers(rng, 7, 3)
    X[:3] += 10 * np.eye(3)
    for sigma in (rng.choice([1, 2, 3], size=7), 2):
        found = three(student, "weighted_fit", X.tolist(), y.tolist(), np.array(sigma).tolist())
        for part, wanted in zip(found, reference.weighted_fit(X, y, sigma), strict=True):
            expect_close(part, wanted, "weighted_fit", what="result from lists", rtol=1e-8)
    for wrong in wrong_errors(rng, 7):
        expect_raises(ValueError, student.weighted_fit, X, y, wrong, mentions="sigma")


# --- the temperature --------------------------------------------------------------------


def body(rng, coldest, hottest):
    """A drawn black body: its temperature, and 30 to 60 readings with normal errors."""
    temperature, n = rng.uniform(coldest, hottest), rng.integers(30, 61)
    nu = np.sort(rng.uniform(1.5, 21.5, size=n))
    sigma = rng.uniform(0.5, 3.0) * np.exp(rng.uniform(-1.0, 1.0, size=n))
    light = 39.7289171 * nu**3 / np.expm1(1.4387769 * nu / temperature)
    return temperature, (nu, light + sigma * rng.normal(size=n), sigma)


def spectra(rng):
    """Spectra of cold, middling and hot bodies, and that of the sky."""
    for coldest, hottest in ((1.5, 1.9), (1.9, 2.6), (3.4, 4.5), (4.5, 6.0)):
        yield body(rng, coldest, hottest)[1]
    sky = load_dataset("cosmic_background")
    yield sky["frequency"], sky["intensity"], sky["sigma"]


def three_numbers(student, spectrum):
    """Temperature, error and chi-square as three floats."""
    found = three(student, "fit_temperature", *spectrum)
    for part in found:
        expect_shape(part, (), "fit_temperature")
    return np.asarray(found, dtype=float)


def compare(student, spectrum, which, what, rtol):
    """Expect one of the three numbers to be right."""
    found = three_numbers(student, spectrum)[which]
    expected = reference.fit_temperature(*spectrum)
    if which == 0:  # a twentieth of the error
        rtol = 0.05 * expected[1] / expected[0]
    given = dict(zip(("nu", "intensity", "sigma"), spectrum, strict=True))
    expect_close(
        found, expected[which], "fit_temperature", given=given, what=what, rtol=rtol, atol=0
    )


@check("fit_temperature", points=2)
def finds_the_most_likely_temperature(student, rng):
    for spectrum in spectra(rng):
        compare(student, spectrum, 0, "temperature", None)
    listed = [part.tolist() for part in body(rng, 2.0, 5.0)[1]]
    compare(student, listed, 0, "temperature, from lists", None)


@check("fit_temperature", points=2)
def knows_the_error_of_its_temperature(student, rng):
    for spectrum in spectra(rng):
        compare(student, spectrum, 1, "error of the temperature", 1e-2)
    off = []
    for _ in range(60):
        true, spectrum = body(rng, 1.5, 6.0)
        temperature, error, _ = three_numbers(student, spectrum)
        off.append((temperature - true) / error)
    # of right answers, over 60 bodies: a mean of 0 ± 0.13, and 1 ± 0.09
    centered = abs(np.mean(off)) < 0.8
    expect(centered, "fit_temperature", "over many bodies, the temperature is right in the mean")
    rule = "over many bodies, it is off by its error, in root mean square"
    expect(0.55 < np.sqrt(np.mean(np.square(off))) < 1.6, "fit_temperature", rule)


@check("fit_temperature", points=1)
def tells_how_well_the_law_fits(student, rng):
    for spectrum in spectra(rng):
        compare(student, spectrum, 2, "chi-square", 1e-3)
