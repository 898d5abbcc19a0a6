"""What is graded."""

import numpy as np

from autograder.checks import (
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_robust,
    expect_shape,
)
from autograder.checks.inputs import ARRAYS, nonzero
from autograder.checks.loops import expect_no_loop

from . import reference

#: At the default step two right central differences differ by rounding, eps |f| / h, which
#: is far below this; a one-sided difference is off by h f'' / 2, far above.
STEP_TOLERANCE = {"rtol": 5e-8, "atol": 5e-8}


# --- standardize ---


@check("standardize", points=0.5)
def gives_every_column_mean_0_and_variance_1(student, rng):
    for n, d in ((7, 3), (3, 7), (4, 4), (2, 1), (9, 1)):
        X = rng.normal(size=(n, d)) * rng.uniform(0.5, 3, d) + rng.uniform(-9, 9, d)
        expect_agrees(student.standardize, reference.standardize, X)


@check("standardize", points=0.5)
def turns_constant_columns_into_zeros(student, rng):
    for n in (3, 6, 7):
        X = rng.normal(size=(n, 5))
        X[:, 0] = 0.1
        X[:, 2] = 0.0
        while X[:, 2].mean() == X[0, 2]:  # until its mean is rounded
            X[:, 2] = -rng.uniform(1, 9) * 10.0 ** rng.integers(5, 12)
        X[:, 3] = rng.integers(-9, 9)
        Z = student.standardize(X)
        expect_shape(Z, X.shape, "standardize")
        constant = np.asarray(Z)[:, [0, 2, 3]]
        for holds, rule in (
            (np.isfinite(constant).all(), "a constant column becomes zeros: 0 / 0 gives nan"),
            (not constant[:, 2].any(), "a column whose numbers are all equal becomes zeros"),
            (
                not constant.any(),
                "a column of equal numbers becomes exact zeros: their mean is rounded, so that "
                "none of the differences and no spread need be exactly 0",
            ),
        ):
            expect(holds, "standardize", rule)
        expect_close(Z, reference.standardize(X), "standardize", given={"X": X})
    one_row = rng.normal(size=(1, 3))
    expect_close(student.standardize(one_row), np.zeros((1, 3)), "standardize", rtol=0, atol=0)


@check("standardize", points=0.5)
def gives_the_same_in_any_unit_and_from_any_origin(student, rng):
    unit = np.array([1e-20, 1e-9, 1e9, 1.0, 1e-14])
    origin = np.array([0.0, 1e-9, -1e9, 1e6, 0.0])
    for n in (23, 9):
        X = rng.normal(size=(n, 5)) * unit + origin
        # an origin of 1e6 leaves the mean of the column right to 1e-10 of its spread
        expect_agrees(student.standardize, reference.standardize, X, rtol=1e-7, atol=1e-7)
    # clock times that differ by a few units in 10^12 are no constant column
    times = 1e12 + rng.permutation(8.0 * np.arange(7)).reshape(7, 1)
    expect_agrees(student.standardize, reference.standardize, times, rtol=1e-3, atol=1e-3)


@check("standardize", points=0.5)
def takes_lists_integers_and_views_and_changes_nothing(student, rng):
    X = rng.permutation(15).reshape(5, 3) - 5.0
    student.standardize(X)
    expect_robust(student.standardize, reference.standardize, X)


# --- pairwise_squared_distances ---


@check("pairwise_squared_distances", points=1)
def gives_the_squared_distance_of_every_pair(student, rng):
    for n, m, d in ((5, 7, 3), (7, 3, 5), (3, 3, 3), (1, 4, 2), (4, 1, 2), (3, 2, 1), (1, 1, 1)):
        A, B = 3 * rng.normal(size=(n, d)), 3 * rng.normal(size=(m, d)) + 1
        expect_agrees(
            student.pairwise_squared_distances, reference.pairwise_squared_distances, A, B
        )
    A, B = (1e-3 * rng.normal(size=(k, 3)) for k in (5, 7))
    expect_agrees(student.pairwise_squared_distances, reference.pairwise_squared_distances, A, B)


@check("pairwise_squared_distances", points=1)
def stays_right_and_never_negative_far_from_the_origin(student, rng):
    for offset in (1e3, -1e6):
        A = offset + rng.normal(size=(9, 3))
        B = np.concatenate([A, offset + rng.normal(size=(4, 3))])
        D = student.pairwise_squared_distances(A, B)
        expect_shape(D, (9, 13), "pairwise_squared_distances")
        expected = reference.pairwise_squared_distances(A, B)
        expect(
            np.allclose(D, expected, rtol=1e-8, atol=1e-10),
            "pairwise_squared_distances",
            "cancellation: of points far from the origin and close to each other the digits are "
            "lost, as where large squares are subtracted",
        )
        expect(
            np.min(D) >= 0,
            "pairwise_squared_distances",
            "a squared distance is never negative, not even by rounding",
        )


@check("pairwise_squared_distances", points=0.5)
def takes_lists_views_and_integers_of_any_size(student, rng):
    A, B = (1.0 + rng.permutation(40)[: 3 * k].reshape(k, 3) for k in (5, 7))
    distances, right = student.pairwise_squared_distances, reference.pairwise_squared_distances
    expect_robust(distances, right, A, B)
    # pixels: differences and squares of these do not fit in 8 bits
    a, b = (rng.integers(0, 256, size=(k, 6)).astype(np.uint8) for k in (3, 2))
    expect_agrees(distances, right, a, b)


@check("pairwise_squared_distances", points=0.5)
def needs_no_python_loop(student, rng):
    for n, m in ((50, 45), (500, 1), (1, 500)):
        A, B = rng.normal(size=(n, 3)), rng.normal(size=(m, 3))
        expect_agrees(
            student.pairwise_squared_distances, reference.pairwise_squared_distances, A, B
        )
    # read, not timed: a mark depends on the answer alone, and no size tells a loop over the rows
    # from array operations as clearly on every machine
    rule = "no Python loop over the points: let NumPy make all pairs at once"
    expect_no_loop(student, "pairwise_squared_distances", rule)


# --- derivatives ---


def bumpy(rng, shape):
    """A smooth function of an array of this ``shape``, coupled and curved, and its gradient."""
    a = rng.uniform(1, 2, shape)
    c = nonzero(rng, shape, 0.5, 1.5)

    def f(x):
        x = np.asarray(x)
        if x.shape != tuple(shape):
            raise ValueError(f"f was called with shape {x.shape}, but x has shape {tuple(shape)}")
        return float(np.sum(np.exp(a * x / 2)) + np.sum(c * x) ** 2)

    def gradient(x):
        return a / 2 * np.exp(a * x / 2) + 2 * c * np.sum(c * x)

    return f, gradient


@check("directional_derivative", points=0.5)
def takes_a_step_of_h_to_either_side(student, rng):
    for shape in ((5,), (3, 5)):
        f, _ = bumpy(rng, shape)
        x, u = rng.normal(size=shape), rng.uniform(0.5, 1, shape)
        for h in (0.13, 7e-3):
            expect_agrees(
                student.directional_derivative, reference.directional_derivative, f, x, u, h=h
            )
    x, u = np.zeros(3), rng.choice([-1.0, 1.0], 3)
    got = student.directional_derivative(steep, x, u)
    expect_close(got, u.sum(), "directional_derivative", what="with the step h = 1e-5")


@check("directional_derivative", points=1)
def is_the_slope_along_a_direction_of_any_length(student, rng):
    for shape in ARRAYS:
        f, gradient = bumpy(rng, shape)
        x = rng.normal(size=shape)
        for length in (0.3, 1.0, 4.0):
            u = np.asarray(rng.normal(size=shape) + 0.2)
            u = length * u / np.linalg.norm(u)
            expected = np.sum(gradient(x) * u)
            got = student.directional_derivative(f, x, u)
            # truncation grows with the cube of the length of u
            expect_close(got, expected, "directional_derivative", rtol=2e-7, atol=2e-7)
        got = student.directional_derivative(f, x, np.zeros(shape))
        expect_close(got, 0.0, "directional_derivative", what="slope along u = 0")


def steep(x):
    """A cubic whose central difference at 0 is (h / 1e-5)² in each direction: it tells h."""
    return float(np.sum((np.asarray(x) / 1e-5) ** 3)) * 1e-5


@check("directional_derivative", points=0.5)
def takes_lists_integers_views_and_changes_nothing(student, rng):
    f, _ = bumpy(rng, (3,))
    x, u = rng.permutation([-1.0, 1.0, 2.0]), rng.permutation([1.0, -2.0, 3.0])
    student.directional_derivative(f, x, u)
    # a whole point, and a direction that is not
    whole, part = rng.permutation([-1, 1, 2]), np.array([0.6, 0.0, -0.8])
    got = student.directional_derivative(f, whole, part)
    expected = reference.directional_derivative(f, whole, part)
    expect_close(got, expected, "directional_derivative", rtol=2e-7, atol=2e-7)
    expect_robust(
        student.directional_derivative,
        reference.directional_derivative,
        f,
        x,
        u,
        rtol=2e-7,
        atol=2e-7,
    )


@check("numerical_gradient", points=0.5)
def takes_a_step_of_h_to_either_side_of_every_element(student, rng):
    for shape in ((5,), (3, 5)):
        f, _ = bumpy(rng, shape)
        x = rng.normal(size=shape)
        for h in (0.13, 7e-3):
            expect_agrees(student.numerical_gradient, reference.numerical_gradient, f, x, h=h)
        got = student.numerical_gradient(steep, np.zeros(shape))
        expect_close(got, np.ones(shape), "numerical_gradient", what="with the step h = 1e-5")


@check("numerical_gradient", points=1)
def is_the_gradient_for_an_array_of_any_shape(student, rng):
    for shape in ARRAYS:
        f, gradient = bumpy(rng, shape)
        x = rng.normal(size=shape)
        got = student.numerical_gradient(f, x)
        expect_close(
            got, gradient(x), "numerical_gradient", given={"f": f, "x": x}, **STEP_TOLERANCE
        )


@check("numerical_gradient", points=0.5)
def works_for_a_single_number_too(student, rng):
    f, gradient = bumpy(rng, ())
    for x in (np.array(rng.normal()), float(rng.normal()), 1, np.array(-1)):
        got = student.numerical_gradient(f, x)
        expect_close(
            got, gradient(x), "numerical_gradient", what="a single number", **STEP_TOLERANCE
        )


@check("numerical_gradient", points=1)
def takes_lists_and_integers_and_leaves_x_alone(student, rng):
    for shape in ((4,), (2, 2)):
        f, _ = bumpy(rng, shape)
        x = rng.permutation([-1.0, 1.0, 2.0, 0.0]).reshape(shape)
        student.numerical_gradient(f, x)  # may be written to: compared before and after
        expect_robust(
            student.numerical_gradient, reference.numerical_gradient, f, x, **STEP_TOLERANCE
        )


# --- relative_error ---


@check("relative_error", points=1)
def is_the_largest_relative_difference(student, rng):
    # the worst element is neither of the largest numbers nor of the largest difference, so that
    # no two wrong formulas give the same number
    a = np.array([47.83, -19.37, -13.27, 1.31, 2.63, -1.46]) * rng.uniform(0.98, 1.02, 6)
    b = np.array([45.36, -33.96, -1.41, 5.53, 1.14, -1.59]) * rng.uniform(0.98, 1.02, 6)
    for size in (1.0, 0.05):
        expect_agrees(student.relative_error, reference.relative_error, size * a, size * b)
    for shape, scale in (((5,), 1.0), ((3, 2), 1e-30), ((4,), 1e30), ((1,), 1.0), ((), 1.0)):
        a = rng.normal(size=shape) * scale
        for b in (a * (1 + 1e-3 * rng.normal(size=shape)), -a, rng.normal(size=shape) * scale):
            expect_agrees(student.relative_error, reference.relative_error, a, b)
            expect_agrees(student.relative_error, reference.relative_error, b, a)
    # the worst element is a small one
    a = np.array([1e3, rng.uniform(1e-6, 2e-6), -5.0])
    expect_agrees(student.relative_error, reference.relative_error, a, a * [1.0, 1.5, 0.9])


@check("relative_error", points=0.5)
def counts_two_zeros_as_equal_and_keeps_nan(student, rng):
    a = rng.uniform(1, 2, 4)
    a[rng.integers(4)] = 0.0
    b = 1.25 * a
    got = student.relative_error(a, b)
    expect_shape(got, (), "relative_error")
    expect(
        not np.isnan(got),
        "relative_error",
        "where both elements are 0 the error is 0: 0 / 0 gives nan",
    )
    expect_agrees(student.relative_error, reference.relative_error, a, b)
    expect_agrees(student.relative_error, reference.relative_error, a, np.where(a == 0, 1e-9, a))
    expect_agrees(student.relative_error, reference.relative_error, np.zeros(3), np.zeros(3))
    expect_agrees(student.relative_error, reference.relative_error, 0.0, 0.0)
    for where in range(4):
        broken = b.copy()
        broken[where] = np.nan
        for pair in ((broken, b), (b, broken)):
            got = student.relative_error(*pair)
            expect_shape(got, (), "relative_error")
            expect(
                bool(np.isnan(got)),
                "relative_error",
                "where an element is nan the answer is nan: a broken gradient must not look right",
            )


@check("relative_error", points=0.5)
def takes_lists_integers_and_scalars(student, rng):
    pairs = np.array([(-8.0, 2), (5, 4), (-3, -3), (6, 7), (-9, -7), (1, 2)])
    a, b = rng.permutation(pairs).T.reshape(2, 2, 3)
    student.relative_error(a, b)
    expect_robust(student.relative_error, reference.relative_error, a, b)
    expect_agrees(student.relative_error, reference.relative_error, 3, -4)
