"""What notebooks and checks import: comparisons that say what is wrong.

``check_…`` functions are for notebooks: they print a line when all is well and show a
short readable block when it is not. ``expect_…`` functions are for the graded checks in
``solutions/NAME/checks.py``: they return nothing or raise :class:`CheckFailed`.
Everything here needs NumPy alone.
"""

from autograder.checks.comparison import expect_parts
from autograder.checks.decorators import (
    alternative,
    check,
    crosses,
    formula,
    misconception,
    mistake,
)
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
from autograder.checks.facts import Fact, Hint
from autograder.checks.failure import CheckFailed, adding, endless_means
from autograder.checks.gradients import expect_backward, expect_gradient
from autograder.checks.properties import (
    expect_minimum,
    expect_result,
    expect_same,
    expect_stationary,
)
from autograder.checks.sampling import (
    expect_distribution,
    expect_frequencies,
    expect_mean,
    expect_reproducible,
)
from autograder.checks.session import watch
from autograder.checks.student import Student, StudentFunction
from autograder.checks.visible import (
    check_backward,
    check_close,
    check_gradient,
    check_raises,
    check_shape,
)

__all__ = [
    "CheckFailed",
    "Fact",
    "Hint",
    "NotDifferentiable",
    "Student",
    "StudentFunction",
    "adding",
    "alternative",
    "check",
    "check_backward",
    "check_close",
    "check_gradient",
    "check_raises",
    "check_shape",
    "crosses",
    "endless_means",
    "expect",
    "expect_agrees",
    "expect_backward",
    "expect_close",
    "expect_distribution",
    "expect_frequencies",
    "expect_gradient",
    "expect_mean",
    "expect_minimum",
    "expect_parts",
    "expect_raises",
    "expect_reproducible",
    "expect_result",
    "expect_robust",
    "expect_same",
    "expect_shape",
    "expect_stable",
    "expect_stationary",
    "formula",
    "misconception",
    "mistake",
    "numerical_derivative",
    "numerical_jacobian",
]

watch()
