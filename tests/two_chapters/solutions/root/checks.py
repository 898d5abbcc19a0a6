"""What is graded."""

from autograder.checks import check, expect_agrees

from . import reference


@check("rmse", points=2)
def is_the_root_of_twice_mse(student, rng):
    for n, d in ((5, 3), (1, 1)):
        w, X, y = rng.normal(size=d), rng.normal(size=(n, d)), rng.normal(size=n)
        expect_agrees(student.rmse, reference.rmse, w, X, y)
