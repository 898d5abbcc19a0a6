"""Checks for notebooks: a line when all is well, a short block when it is not."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

from autograder.checks import expectations
from autograder.checks.answer import answer
from autograder.checks.derivative import NotDifferentiable
from autograder.checks.failure import CheckFailed, Fact
from autograder.checks.gradients import expect_gradient

PASSED = "visible checks passed; more are run when graded"


def _reported(function: Callable) -> Callable:
    """``function`` of the same signature, whose errors come as messages, not as tracebacks."""

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        return answer(function)(*args, **kwargs)

    return call


def _passed(name: str) -> None:
    print(f"{name}: {PASSED}")


def check_gradient(
    gradient: Callable,
    of: Callable,
    at: Sequence[Any],
    wrt: str | Sequence[str] | None = None,
    **options: Any,
) -> None:
    """Compare ``gradient(*at)`` with the numerical derivative of ``of(*at)``.

    ``wrt`` names the arguments of ``of`` to differentiate by (default: the first).
    Here ``of`` is the reader's own function, so one without a slope is a mistake of the reader's.
    """
    try:
        expect_gradient(gradient, _reported(of), at, wrt, **options)
    except NotDifferentiable:
        rule = "finite and without jumps, so that it has a gradient to compare with"
        raise CheckFailed(answer(of).name, "rule", (Fact("rule", rule),)) from None
    _passed(answer(gradient).name)


def check_close(function: Callable, *cases: tuple[tuple, Any], rtol: float = 1e-9) -> None:
    """Call ``function`` on the arguments of each case and compare with its expected value.

    A case is ``((argument, …), expected)``.
    """
    asked = answer(function)
    for args, expected in cases:
        got = asked(*args)
        expectations.expect_close(got, expected, asked.name, rtol=rtol)
    _passed(asked.name)


def check_shape(function: Callable, *args: Any, shape: Sequence[int]) -> None:
    """Check the shape of ``function(*args)`` alone."""
    asked = answer(function)
    expectations.expect_shape(asked(*args), shape, asked.name)
    _passed(asked.name)


def check_raises(
    error: type[Exception], function: Callable, *args: Any, mentions: str = ""
) -> None:
    """Check that ``function(*args)`` raises ``error`` with ``mentions`` in its text."""
    expectations.expect_raises(error, function, *args, mentions=mentions)
    _passed(answer(function).name)
