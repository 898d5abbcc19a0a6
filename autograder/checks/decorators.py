"""Marks on the plain functions of ``solutions/NAME/``: checks, mistakes, alternatives.

The marks are attributes, so that a module of them stays a module of plain functions and
nothing is registered anywhere by importing it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def check(exercise: str, points: float) -> Callable[[F], F]:
    """Mark ``function(student, rng)`` as a graded check of ``exercise`` worth ``points``."""
    if not points > 0:
        raise ValueError(f"points of a check of {exercise!r} must be positive, got {points}")

    return _mark("__check__", exercise=exercise, points=points)


def mistake(
    function_name: str, diagnosis: str, keeps: float = 0, also: Sequence[str] = ()
) -> Callable[[F], F]:
    """Mark a wrong answer to ``function_name`` and the ``diagnosis`` it should get.

    The diagnosis is the kind of a :class:`~autograder.checks.CheckFailed` (``"shape"``,
    ``"value"`` …) or the key of a hint (``"sign"``, ``"factor"`` …). ``keeps`` is what it
    still earns of its exercise's points, by the checks that do pass. A hint under a key of
    ``also`` is true too, though not every check gives it.
    """

    return _mark(
        "__mistake__", function=function_name, diagnosis=diagnosis, keeps=keeps, also=tuple(also)
    )


def alternative(function_name: str) -> Callable[[F], F]:
    """Mark a right answer to ``function_name`` in another style than the reference."""

    return _mark("__alternative__", function=function_name)


def _mark(name: str, **values: Any) -> Callable[[F], F]:
    def mark(function: F) -> F:
        setattr(function, name, values)
        return function

    return mark
