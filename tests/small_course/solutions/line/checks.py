"""What is graded."""

from autograder.checks import check, expect_agrees, expect_gradient, expect_robust

from . import reference


def problem(rng, n, d):
    return rng.normal(size=d), rng.normal(size=(n, d)), rng.normal(size=n)


@check("mse", points=2)
def is_half_the_mean_square(student, rng):
    for n, d in ((1, 1), (5, 3)):
        expect_agrees(student.mse, reference.mse, *problem(rng, n, d))


@check("mse_gradient", points=3)
def is_the_derivative_of_mse(student, rng):
    for n, d in ((5, 3), (1, 1), (4, 1), (1, 4)):
        expect_gradient(student.mse_gradient, of=reference.mse, at=problem(rng, n, d))


@check("mse_gradient", points=1)
def takes_lists_integers_and_views(student, rng):
    w, X, y = (3 * part for part in problem(rng, 5, 3))
    expect_robust(student.mse_gradient, reference.mse_gradient, w, X, y)
