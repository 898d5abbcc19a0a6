"""What is graded in the chapter on matrices and chance."""

import numpy as np

from autograder.checks import (
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_raises,
    expect_robust,
    expect_stable,
)
from autograder.checks.inputs import ARRAYS, layers, nonzero, shapes, whole

from . import reference

# --- affine ---


@check("affine", points=1)
def multiplies_every_row_and_adds_the_bias(student, rng):
    for n, d, k in layers(rng):
        X, W, b = 2 * rng.normal(size=(n, d)), rng.normal(size=(d, k)), nonzero(rng, k)
        expect_agrees(student.affine, reference.affine, X, W, b)
    X, W, b = whole(rng, (7, 3)), whole(rng, (3, 5)), whole(rng, 5)
    expect_robust(student.affine, reference.affine, X, W, b)


@check("affine", points=1)
def refuses_shapes_that_do_not_agree(student, rng):
    n, d, k = 7, 3, 5
    X, W, b = rng.normal(size=(n, d)), rng.normal(size=(d, k)), rng.normal(size=k)
    expect_agrees(student.affine, reference.affine, X, W, b)
    for wrong in (X[0], rng.normal(size=(n, d, d)), 2.0):
        expect_raises(ValueError, student.affine, wrong, W, b, mentions="X")
    for wrong in (W.T, W[:-1], W[:, 0], rng.normal(size=(d, d, k)), 2.0):
        expect_raises(ValueError, student.affine, X, wrong, b, mentions="W")
    shapes_of_b = ((), (1,), (k - 1,), (k + 1,), (n,), (1, k), (n, 1), (n, k))
    for shape in shapes_of_b:
        expect_raises(ValueError, student.affine, X, W, rng.normal(size=shape), mentions="b")
    expect_raises(ValueError, student.affine, X, W[:, :1], b, mentions="b")


# --- project ---


@check("project", points=1)
def drops_every_row_at_a_right_angle_onto_the_line(student, rng):
    for n, d in shapes(rng):
        Y, v = 2 * rng.normal(size=(n, d)), rng.uniform(0.4, 0.8) * nonzero(rng, d)
        expect_agrees(student.project, reference.project, Y, v)
    expect_robust(student.project, reference.project, whole(rng, (7, 3)), whole(rng, 3))


@check("project", points=0.5)
def knows_the_line_and_not_the_length_of_its_arrow(student, rng):
    Y, v = rng.normal(size=(7, 5)), nonzero(rng, 5)
    for factor in (-1, 300, -3e-3):
        expect_agrees(student.project, reference.project, Y, factor * v)
    # what lies on the line stays there, what stands at a right angle to it becomes zero
    on_the_line = np.outer(nonzero(rng, 3), v)
    expect_close(student.project(on_the_line, v), on_the_line, "project", what="rows on the line")
    across = Y - np.outer(Y @ v / (v @ v), v)
    expect_close(
        student.project(across, v), np.zeros((7, 5)), "project", what="rows across the line"
    )


@check("project", points=0.5)
def refuses_a_v_of_zero_and_no_other(student, rng):
    Y = rng.normal(size=(5, 3))
    expect_raises(ValueError, student.project, Y, np.zeros(3), mentions="v")
    expect_raises(ValueError, student.project, Y[:, :1], [0], mentions="v")
    a = rng.uniform(0.5, 2)
    for v in ([a, 0.0, 0.0], [0.0, -a, 0.0], [a, 0.0, -a], [1e-7, 0.0, -2e-7]):
        expect_agrees(student.project, reference.project, Y, np.array(v))


# --- power_iteration ---


def symmetric(rng, eigenvalues):
    """A symmetric matrix with these eigenvalues, and its eigenvectors in columns."""
    d = len(eigenvalues)
    axes, _ = np.linalg.qr(rng.normal(size=(d, d)))
    product = axes * eigenvalues @ axes.T
    return (product + product.T) / 2, axes


def start(rng, A, n_steps, turned=False):
    """A start of length 0.9 that leads clearly to one side: to its own, or to the other.

    The first entry of what it leads to is negative, so that nobody who makes it positive is right.
    """
    while True:
        v0 = nonzero(rng, len(A))
        v0 *= 0.9 / np.linalg.norm(v0)
        vector = v0
        for _ in range(n_steps):
            vector = A @ vector
            vector = vector / np.linalg.norm(vector)
        side = -(vector @ v0) if turned else vector @ v0
        if side > 0.1:
            return -v0 if vector[0] * (vector @ v0) > 0 else v0


@check("power_iteration", points=1)
def multiplies_and_normalizes_n_times(student, rng):
    same = student.power_iteration, reference.power_iteration
    for d, n_steps in ((5, 3), (3, 1), (3, 6), (7, 2), (3, 0), (5, 0), (1, 2)):
        eigenvalues = nonzero(rng, d, 0.4, 2.6)
        eigenvalues[0] = rng.uniform(2.7, 3.3)  # so that some start leads to its own side
        A, _ = symmetric(rng, eigenvalues)
        expect_agrees(*same, A, start(rng, A, n_steps), n_steps)


@check("power_iteration", points=1)
def finds_the_eigenvalue_of_largest_size(student, rng):
    for eigenvalues in (
        [3.3, -1.7, 0.9, 0.4, -0.3],
        [-0.3, 0.14, 0.05],
        [6.1, 2.2, 0.0],
        [-7.0, 5.0, 1.5],
    ):
        A, axes = symmetric(rng, np.array(eigenvalues))
        v0 = start(rng, A, 300)
        longest = axes[:, 0] * np.sign(axes[:, 0] @ v0)
        # the product of 1,500 of these overflows, or vanishes, where it is not normalized
        for n_steps in (300, 1500):
            value, vector = student.power_iteration(A, v0, n_steps)
            given = {"A": A, "v0": v0, "n_steps": n_steps}
            expect_close(value, eigenvalues[0], "power_iteration", what="value", given=given)
            expect_close(vector, longest, "power_iteration", what="vector", given=given)


@check("power_iteration", points=0.5)
def gives_the_vector_on_the_side_of_its_start(student, rng):
    same = student.power_iteration, reference.power_iteration
    for n_steps, largest in ((7, -2.9), (3, -2.9), (6, -2.9), (3, 2.9)):
        A, _ = symmetric(rng, np.array([largest, 1.3, -0.6]))
        v0 = start(rng, A, n_steps, turned=largest < 0 and n_steps % 2 == 1)
        expect_agrees(*same, A, v0, n_steps)
        expect_agrees(*same, A, -v0, n_steps)


@check("power_iteration", points=0.5)
def takes_lists_and_integers_and_starts_of_any_length(student, rng):
    same = student.power_iteration, reference.power_iteration
    half, v0 = whole(rng, (3, 3)), whole(rng, 3)
    while v0 @ half @ v0 < 2:
        half, v0 = whole(rng, (3, 3)), whole(rng, 3)
    A = half + half.T
    for side in (1, -1):
        expect_robust(*same, A, side * v0, 5)
        for length in (1e-6, 1e6):
            expect_agrees(*same, A, side * length * v0, 1)
            expect_agrees(*same, A, side * length * v0, 0)


# --- covariance ---


@check("covariance", points=0.5)
def averages_products_of_deviations(student, rng):
    for n, d in shapes(rng):
        mixed = rng.normal(size=(n, d)) @ rng.normal(size=(d, d)) + rng.uniform(-3, 3, d)
        expect_agrees(student.covariance, reference.covariance, mixed)


@check("covariance", points=0.5)
def does_not_know_where_the_origin_is(student, rng):
    X = rng.normal(size=(9, 3))
    for origin in (-1e3, 1e6):
        # the mean itself is right to 1e-10 only, so far from the origin
        expect_agrees(student.covariance, reference.covariance, X + origin, rtol=1e-7, atol=1e-7)
    expect_robust(student.covariance, reference.covariance, whole(rng, (7, 3)))


# --- propagate ---


def spread(rng, d):
    """A covariance (d, d), symmetric to the last digit."""
    factor = rng.normal(size=(d, d + 2))
    product = factor @ factor.T
    return (product + product.T) / 2


@check("propagate", points=0.5)
def is_the_covariance_of_what_comes_out(student, rng):
    for k, d in ((5, 3), (3, 5), (5, 5), (1, 3), (3, 1), (1, 1)):
        B, C = rng.normal(size=(k, d)), spread(rng, d)
        expect_agrees(student.propagate, reference.propagate, B, C)
    points, B = rng.normal(size=(11, 3)), rng.normal(size=(5, 3))
    got = student.propagate(B, reference.covariance(points))
    expect_close(got, reference.covariance(points @ B.T), "propagate", what="points, moved by B")


@check("propagate", points=0.5)
def is_symmetric_to_the_last_digit(student, rng):
    for k, d in ((7, 5), (9, 3), (6, 11)):
        asymmetric = False
        while not asymmetric:
            B, C = rng.normal(size=(k, d)), spread(rng, d)
            products = (B @ C @ B.T, B @ (C @ B.T))
            asymmetric = all(np.any(product != product.T) for product in products)
        got = np.asarray(student.propagate(B, C))
        expect_close(got, reference.propagate(B, C), "propagate", given={"B": B, "C": C})
        expect(
            np.array_equal(got, got.T),
            "propagate",
            "a covariance is symmetric: entry [i, j] equals entry [j, i] to the last digit",
        )
    B, half = whole(rng, (5, 3)), whole(rng, (3, 3))
    expect_robust(student.propagate, reference.propagate, B, half + half.T)


# --- normal_log_density ---


@check("normal_log_density", points=0.5)
def is_the_logarithm_of_the_density(student, rng):
    for shape in ARRAYS:
        x, mu = rng.normal(size=shape), rng.normal(size=shape)
        sigma = rng.uniform(0.2, 3.0, size=shape)
        expect_agrees(student.normal_log_density, reference.normal_log_density, x, mu, sigma)


@check("normal_log_density", points=0.5)
def broadcasts_lists_integers_and_numbers(student, rng):
    same = student.normal_log_density, reference.normal_log_density
    x, mu, sigma = rng.normal(size=(7, 3)), rng.normal(size=3), rng.uniform(0.3, 2.0, (7, 1))
    expect_agrees(*same, x, mu, sigma)
    expect_agrees(*same, x, 0.7, 1.3)
    expect_agrees(*same, 0.3, mu, sigma)
    expect_agrees(*same, x[0], mu, sigma)
    expect_agrees(*same, -1, 2, 3)
    expect_robust(*same, whole(rng, (5, 3)), whole(rng, 3), np.abs(whole(rng, (5, 1))))


@check("normal_log_density", points=0.5)
def stays_finite_in_the_far_tails(student, rng):
    same = student.normal_log_density, reference.normal_log_density
    x = np.array([-1e4, -60.0, -39.0, 39.0, 60.0, 1e4])
    expect_stable(*same, x, rng.normal(), rng.uniform(0.5, 1.5))
    expect_stable(*same, rng.normal(size=3), np.array([1e4, 0.0, -1e4]), np.array([1e-3, 1.0, 1e3]))


@check("normal_log_density", points=0.5)
def refuses_a_sigma_that_is_not_positive(student, rng):
    x, mu, sigma = rng.normal(size=3), rng.normal(size=3), rng.uniform(0.2, 3.0, size=3)
    expect_agrees(student.normal_log_density, reference.normal_log_density, x, mu, sigma)
    for wrong in (0.0, -1.3, 0, sigma * [1, 0, 1], sigma * [1, 1, -1]):
        expect_raises(ValueError, student.normal_log_density, x, mu, wrong, mentions="sigma")


# --- monte_carlo ---


def of_all(n, g):
    """The function ``g`` of n points, which wants all of them at once."""

    def f(points):
        if np.shape(points)[0] != n:
            raise ValueError(f"f was called with {np.shape(points)[0]} points, not with all {n}")
        return g(np.asarray(points))

    return f


@check("monte_carlo", points=1)
def gives_the_mean_and_its_standard_error(student, rng):
    same = student.monte_carlo, reference.monte_carlo
    for n in (7, 30, 3, 2):
        shift, tilt = rng.uniform(2, 3), rng.normal(size=5)
        cases = (
            (lambda z, shift=shift: np.exp(z / 2) + shift, lambda n, rng: rng.normal(size=n)),
            (
                lambda Z, tilt=tilt: np.cos(Z @ tilt) + 1.5,
                lambda n, rng: rng.uniform(-1, 1, size=(n, 5)),
            ),
            (lambda Z: np.sum(Z**2, axis=(1, 2)), lambda n, rng: rng.normal(size=(n, 2, 3))),
            (lambda z: z**2, lambda n, rng: rng.integers(1, 7, size=n)),
        )
        for g, sample in cases:
            expect_agrees(*same, of_all(n, g), sample, n, rng.spawn(1)[0])


def box(d):
    """Points in the cube from -1 to 1 in d dimensions, every side as likely as any other."""
    return lambda n, rng: rng.uniform(-1, 1, size=(n, d))


@check("monte_carlo", points=1)
def estimates_pi_and_the_ball_in_five_dimensions(student, rng):
    for d, volume in ((2, np.pi), (5, 8 * np.pi**2 / 15)):
        for n in (300, 5000):
            generator = rng.spawn(1)[0]
            inside = of_all(n, lambda P: np.sum(P**2, axis=1) <= 1)  # True and False
            scaled = of_all(n, lambda P, d=d: 2**d * (np.sum(P**2, axis=1) <= 1))
            same = student.monte_carlo, reference.monte_carlo
            expect_agrees(*same, inside, box(d), n, generator)
            expect_agrees(*same, scaled, box(d), n, generator)
        mean, error = student.monte_carlo(scaled, box(d), n, generator)
        expect(
            abs(mean - volume) < 8 * error, "monte_carlo", "the truth is a few standard errors away"
        )


@check("monte_carlo", points=0.5)
def keeps_a_small_spread_around_a_large_mean(student, rng):
    same = student.monte_carlo, reference.monte_carlo
    f = of_all(40, lambda z: z + 1e7)
    expect_agrees(*same, f, lambda n, rng: rng.normal(size=n), 40, rng.spawn(1)[0], rtol=1e-7)
    constant = of_all(7, lambda z: np.full(len(z), 2.75))
    expect_agrees(*same, constant, lambda n, rng: rng.normal(size=n), 7, rng.spawn(1)[0])


@check("monte_carlo", points=0.5)
def refuses_fewer_than_two_points(student, rng):
    def sample(n, rng):
        return rng.normal(size=max(n, 0))

    expect_agrees(student.monte_carlo, reference.monte_carlo, np.tanh, sample, 2, rng.spawn(1)[0])
    for n in (1, 0, -3):
        expect_raises(
            ValueError, student.monte_carlo, np.tanh, sample, n, rng.spawn(1)[0], mentions="n"
        )
