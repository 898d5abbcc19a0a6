"""What notebooks and checks import: comparisons that say what is wrong.

``check_…`` functions are for notebooks: they print a line when all is well and show a
short readable block when it is not. ``expect_…`` functions are for the graded checks in
``solutions/NAME/checks.py``: they return nothing or raise :class:`CheckFailed`.
Everything here needs NumPy alone.
"""

from autograder.checks.answer import Answer, Student
from autograder.checks.derivative import (
    NotDifferentiable,
    numerical_derivative,
    numerical_jacobian,
)
from autograder.checks.expectations import (
    expect,
    expect_agrees,
    expect_close,
    expect_raises,
    expect_robust,
    expect_shape,
    expect_stable,
)
from autograder.checks.failure import CheckFailed
from autograder.checks.gradients import expect_backward, expect_gradient
from autograder.checks.notebook import check_close, check_gradient, check_raises, check_shape
from autograder.checks.suite import alternative, check, mistake

__all__ = [
    "Answer",
    "CheckFailed",
    "NotDifferentiable",
    "Student",
    "alternative",
    "check",
    "check_close",
    "check_gradient",
    "check_raises",
    "check_shape",
    "expect",
    "expect_agrees",
    "expect_backward",
    "expect_close",
    "expect_gradient",
    "expect_raises",
    "expect_robust",
    "expect_shape",
    "expect_stable",
    "mistake",
    "numerical_derivative",
    "numerical_jacobian",
]
