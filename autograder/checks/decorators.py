"""Marks on the plain functions of ``solutions/NAME/``: checks, mistakes, alternatives.

Mistakes and alternatives are marked by an attribute, since their text is what counts. Checks may be
made in a loop as well, so each module lists its own in a variable, in the order they are made;
nothing is registered anywhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])
C = TypeVar("C", bound=type)


#: the variable of a module that lists its checks
CHECKS = "__checks__"


def check(
    exercise: str,
    points: float,
    *,
    name: str = "",
    title: str = "",
    patience: float = 1.0,
    reads_cache: bool = False,
) -> Callable[[F], F]:
    """Mark ``function(student, rng)`` as a graded check of ``exercise`` worth ``points``.

    Its random inputs follow from its ``name``, by default the function's; one that is made in a
    loop needs a name of its own. ``title`` is what it asks, for the feedback, by default the name
    in words. One that trains has ``patience``: so many times the processor time of other checks.
    A backward pass ``reads_cache``: what the student's own forward pass kept, in a form that the
    reference's does not keep it in; what failed beside the student's own is told.
    """
    if not points > 0:
        raise ValueError(f"points of a check of {exercise!r} must be positive, got {points}")

    def mark(function: F) -> F:
        called = name or function.__name__
        about = {"exercise": exercise, "points": points, "name": called, "title": title}
        about |= {"patience": patience, "reads_cache": reads_cache}
        made = getattr(function, "__globals__", {}).setdefault(CHECKS, [])
        made.append((function, about))
        return function

    return mark


def mistake(
    function_name: str,
    diagnosis: str,
    keeps: float = 0,
    also: Sequence[str] = (),
    says: str = "",
) -> Callable[[F], F]:
    """Mark a wrong answer to ``function_name`` and the ``diagnosis`` it should get.

    The diagnosis is the kind of a :class:`~autograder.checks.CheckFailed` (``"shape"``,
    ``"value"`` …) or the key of a hint (``"sign"``, ``"factor"`` …). ``keeps`` is what it
    still earns of its exercise's points, by the checks that do pass. A hint under a key of
    ``also`` is true too, though not every check gives it. ``says`` is a sentence for the student
    who makes this very mistake: what is wrong, and never the solution.
    """

    return _mark(
        "__mistake__",
        function=function_name,
        diagnosis=diagnosis,
        keeps=keeps,
        also=tuple(also),
        says=says,
    )


def misconception(function_name: str, says: str) -> Callable[[F], F]:
    """Mark a wrong answer to ``function_name``, with what to say to a student who gives it.

    It is there for messages alone: of what it earns nothing is said. ``says`` is a sentence on
    what is wrong, and never the solution.
    """
    return _mark("__misconception__", function=function_name, says=says)


def formula(function_name: str) -> Callable[[F], F]:
    """Mark the formula that a textbook has for ``function_name``: right but for rounding.

    Small mistakes in it are what students are likely to make: every one of them is compared with
    a wrong answer, and told in words where the numbers agree.
    """
    return _mark("__formula__", function=function_name)


def crosses(kind: C) -> C:
    """Mark a class of a check: its objects may be handed to a student's function when graded.

    They stay with the check; the answer reads their public attributes and computes with them. The
    classes of the reference may be handed out without a mark; others, their subclasses
    among them, need it.
    """
    kind.__crosses__ = kind  # type: ignore[attr-defined]
    return kind


def may_cross(kind: type) -> bool:
    """Whether :func:`crosses` marked this very class."""
    return vars(kind).get("__crosses__") is kind


def alternative(function_name: str) -> Callable[[F], F]:
    """Mark a right answer to ``function_name`` in another style than the reference."""

    return _mark("__alternative__", function=function_name)


def _mark(name: str, **values: Any) -> Callable[[F], F]:
    def mark(function: F) -> F:
        setattr(function, name, values)
        return function

    return mark
