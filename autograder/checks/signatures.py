"""What functions call their arguments."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Sequence
from typing import Any


@functools.lru_cache(maxsize=256)
def parameter_names(function: Callable[..., Any]) -> tuple[str, ...]:
    """Return what ``function`` calls its arguments, in order."""
    return tuple(inspect.signature(function).parameters)


def named_arguments(function: Callable[..., Any], args: Sequence[Any]) -> dict[str, Any]:
    """Return arguments by their names.

    By their places ("argument 1") where ``function`` does not tell the names.
    """
    try:
        names = parameter_names(function)
    except (TypeError, ValueError):
        names = ()
    if len(names) < len(args):
        names = tuple(f"argument {place}" for place in range(1, len(args) + 1))
    return dict(zip(names, args, strict=False))


def defaults(function: Callable[..., Any]) -> dict[str, Any]:
    """Return the default values of a function's arguments; none where it has no signature."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return {}
    return {p.name: p.default for p in parameters if p.default is not p.empty}
