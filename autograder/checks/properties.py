"""Assertions for answers of which more than one is right, and for classes.

An iterative fit is judged by where it ends, not by its path; two functions of one student by
whether they agree; a class by what expressions with its objects give.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.checks.comparison import ATOL, RTOL, Comparing, shape_or_fail
from autograder.checks.derivative import NotDifferentiable, differentiate
from autograder.checks.expectations import expect_close
from autograder.checks.facts import Fact
from autograder.checks.failure import CheckFailed, adding
from autograder.checks.purity import frozen
from autograder.checks.student import StudentFunction


def expect_minimum(
    got: Any,
    loss: Callable[[np.ndarray], float],
    lowest: float,
    gap: float,
    name: str = "your result",
    *,
    shape: Sequence[int] | None = None,
) -> None:
    """Raise unless ``loss(got)`` is within ``gap`` of ``lowest``, the smallest loss there is.

    For fits whose path is free, or that have several right answers: as many minimizers as
    there are pass. ``lowest`` comes from the reference or a formula, never from the answer.
    ``shape`` is that of ``got``, where it is an array.

    Raises :class:`CheckFailed` with the loss that was reached.

    >>> expect_minimum(0.1, lambda x: (x - 1) ** 2, lowest=0.0, gap=1e-6, name="fit")
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: fit: breaks a rule
      rule      the loss at your result is as small as it can be
      got       a loss of 0.81
      expected  0, up to 1e-06
    """
    if shape is not None:
        got = shape_or_fail(got, np.zeros(tuple(shape)), Comparing(name))
        if not np.isfinite(got).all():
            raise CheckFailed(name, "not-finite")
    value = float(loss(frozen(got)))
    if not value <= lowest + gap:
        facts = (
            Fact("rule", "the loss at your result is as small as it can be"),
            Fact("got", f"a loss of {value:.6g}"),
            Fact("expected", f"{lowest:.6g}, up to {gap:.1g}", secret=True),
        )
        raise CheckFailed(name, "rule", facts)


def expect_stationary(
    got: Any,
    loss: Callable[[np.ndarray], float],
    slope: float,
    name: str = "your result",
    *,
    shape: Sequence[int],
) -> None:
    """Raise unless every component of the gradient of ``loss`` at ``got`` is at most ``slope``.

    The necessary condition of an optimum, for losses with several. The numerical derivative
    is of the author's ``loss``; its error is granted. ``shape`` is that of ``got``.

    Raises :class:`CheckFailed` with the steepest component.

    >>> def bowl(x):
    ...     return np.sum(x**2)
    >>> expect_stationary(np.array([0.0, 0.5]), bowl, 1e-6, "fit", shape=(2,))
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: fit: breaks a rule
      rule  at an optimum the gradient of the loss is zero
      got   a slope of 1 at [1]
    """
    point = shape_or_fail(got, np.zeros(tuple(shape)), Comparing(name)).astype(float)
    try:
        found = differentiate(lambda x: float(loss(x)), point)
    except NotDifferentiable:
        raise CheckFailed(name, "not-finite") from None
    excess = np.abs(found.value) - found.error
    if np.any(excess > slope):
        worst = np.unravel_index(np.argmax(excess), excess.shape)
        where = f"[{', '.join(map(str, worst))}]" if worst else "your result"
        rule = "at an optimum the gradient of the loss is zero"
        text = f"a slope of {found.value[worst]:.3g} at {where}"
        raise CheckFailed(name, "rule", (Fact("rule", rule), Fact("got", text)))


def expect_same(
    left: Any,
    right: Any,
    rule: str,
    name: str = "your result",
    *,
    rtol: float = RTOL,
    atol: float = ATOL,
) -> None:
    """Raise unless two results of the same student agree, as ``rule`` says in words.

    For laws that hold between answers ("softmax does not change when all logits rise by the
    same number") and for what must agree with an earlier exercise. It cannot stand alone: two
    wrong answers agree too.

    Raises :class:`CheckFailed` with the rule and both results.

    >>> expect_same(2.5, 3.0, "a norm of 3x is three norms of x", "norm")
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: norm: breaks a rule
      rule        a norm of 3x is three norms of x
      got         2.5
      instead of  3
      off by      0.5, where up to 3e-09 is allowed
    """
    try:
        expect_close(left, right, name, rtol=rtol, atol=atol)
    except CheckFailed as difference:
        facts = [
            Fact("instead of" if fact.label == "expected" else fact.label, fact.text)
            for fact in difference.facts
        ]
        raise CheckFailed(name, "rule", (Fact("rule", rule), *facts)) from None


def expect_result(
    expression: Callable[[], Any],
    expected: Any,
    text: str,
    name: str,
    *,
    what: str = "",
    rtol: float = RTOL,
    atol: float = ATOL,
) -> None:
    """Raise unless ``expression()`` gives ``expected``; an error in it is the answer's.

    For classes, whose objects a check combines. Parameters: ``text`` shows the student the
    expression; ``what`` names the part of the result.

    Raises :class:`CheckFailed` for another result, and for an error in the expression.

    >>> class Value:
    ...     def __init__(self, data):
    ...         self.data = data
    ...
    ...     def __rsub__(self, other):
    ...         return Value(self.data - other)
    >>> expect_result(lambda: (5 - Value(3.0)).data, 2.0, "(5 - Value(3.0)).data", "Value")
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: Value: wrong value
      expression  (5 - Value(3.0)).data
      got         -2
      expected    2
      off by      4, where up to 2e-09 is allowed
      advice      no known pattern; try small numbers by hand
    """
    with adding(Fact("expression", text), first=True):
        # a partial has no lines of its own that a message could take for the student's
        got = StudentFunction(functools.partial(expression), name)()
        expect_close(got, expected, name, what=what, rtol=rtol, atol=atol)
