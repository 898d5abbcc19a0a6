"""Say of a failed graded check what it called the function with.

The numbers stay hidden, so that they cannot be copied into an answer, but their sorts do not: with
the shapes, and with "a label that is no whole number", a student can make such a case at home.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from autograder.checks import known
from autograder.checks.comparison import type_of
from autograder.checks.facts import Fact
from autograder.checks.failure import CheckFailed
from autograder.checks.in_words import sorts_of_arguments
from autograder.checks.signatures import named_arguments

CALLED_WITH = "called with"
#: kinds that are said of the last call of the function, whatever it returned
OF_THE_CALL = ("exception", "in-place", "no-error", "unstable")
#: kinds that are said of what came back
OF_THE_RESULT = ("type", "shape", "dtype", "value", "not-finite")


def say_what_was_asked(failure: CheckFailed, reference: Any) -> None:
    """Add to ``failure`` of what sort the arguments were, by their names in ``reference``.

    Nothing where it is not certain that the function's last call is what failed.
    """
    args, kwargs = known.last_call(failure.name)
    function = getattr(reference, failure.name, None)
    is_said = any(fact.label == CALLED_WITH for fact in failure.facts)
    if is_said or not callable(function) or isinstance(function, type):
        return
    if failure.kind in OF_THE_CALL or (failure.kind in OF_THE_RESULT and _is_of_last(failure)):
        expects_error = any(fact.label == "expected" for fact in failure.facts)
        in_detail = failure.kind in ("no-error", "exception") and expects_error
        told = sorts_of_arguments(_named(function, args, kwargs), in_detail)
        if told:
            failure.add(Fact(CALLED_WITH, told), first=True)


def _named(
    function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> dict[str, Any]:
    return {**named_arguments(function, args), **kwargs}


def _is_of_last(failure: CheckFailed) -> bool:
    """Whether it was the function's last result that failed."""
    result = known.last_result(failure.name)
    if failure.comparison is not None:
        got = np.asarray(failure.comparison.got, float)
        return any(
            part.shape == got.shape and np.array_equal(part.astype(float), got, equal_nan=True)
            for part in known.parts_of(result)
        )
    said = {fact.text for fact in failure.facts if fact.label == "got"}
    return not said.isdisjoint(_descriptions(result))


def _descriptions(result: Any) -> Iterator[str]:
    """Everything that a message may say of the type or shape of a result or a part of it."""
    items = result[: known.MOST_PARTS] if isinstance(result, (list, tuple)) else ()
    for value in (result, *items):
        yield type_of(value)
    for part in known.parts_of(result):
        yield f"shape {part.shape}" if part.ndim else "a single number"
        yield f"dtype {part.dtype}"
