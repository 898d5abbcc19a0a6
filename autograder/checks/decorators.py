"""Marks on the plain functions of ``solutions/NAME/``: checks, mistakes, alternatives.

The marks are attributes, so that a module of them stays a module of plain functions and
nothing is registered anywhere by importing it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

F = TypeVar("F", bound=Callable)


def check(exercise: str, points: float) -> Callable[[F], F]:
    """Mark ``function(student, rng)`` as a graded check of ``exercise`` worth ``points``."""
    if not points > 0:
        raise ValueError(f"points of a check of {exercise!r} must be positive, got {points}")

    def mark(function: F) -> F:
        function.__check__ = {"exercise": exercise, "points": points}
        return function

    return mark


def mistake(
    function_name: str, diagnosis: str, keeps: float = 0, also: Sequence[str] = ()
) -> Callable[[F], F]:
    """Mark a wrong answer to ``function_name`` and the ``diagnosis`` it should get.

    The diagnosis is the kind of a :class:`~autograder.checks.CheckFailed` (``"shape"``,
    ``"value"`` …) or the key of a hint (``"sign"``, ``"factor"`` …). ``keeps`` is what it
    still earns of its exercise's points, by the checks that do pass. A hint under a key of
    ``also`` is true too, though not every check gives it.
    """

    def mark(function: F) -> F:
        function.__mistake__ = {
            "function": function_name,
            "diagnosis": diagnosis,
            "keeps": keeps,
            "also": tuple(also),
        }
        return function

    return mark


def alternative(function_name: str) -> Callable[[F], F]:
    """Mark a right answer to ``function_name`` in another style than the reference."""

    def mark(function: F) -> F:
        function.__alternative__ = {"function": function_name}
        return function

    return mark
