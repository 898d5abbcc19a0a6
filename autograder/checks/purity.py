"""Copies of arguments, to hand out safely and to see whether a function changed them."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np

#: Types of values that nothing can change.
ATOMS = frozenset({bool, int, float, complex, str, bytes, type(None)})


def snapshot(value: Any) -> Any:
    """Return a deep copy of arrays and containers; functions, generators and the like are kept."""
    if type(value) in ATOMS:
        return value
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, (list, tuple)):
        return type(value)(map(snapshot, value))
    if isinstance(value, dict):
        return {key: snapshot(item) for key, item in value.items()}
    if callable(value) or isinstance(value, np.random.Generator):
        return value
    try:
        return copy.deepcopy(value)
    except Exception:
        return value  # cannot be copied, so cannot be compared either


def frozen(value: Any) -> Any:
    """Return a copy of ``value`` with read-only arrays in it, and its generators copied."""
    if type(value) in ATOMS:
        return value
    if isinstance(value, np.ndarray):
        value = value.copy()
        value.flags.writeable = False
        return value
    if isinstance(value, (list, tuple)):
        return type(value)(map(frozen, value))
    if isinstance(value, dict):
        return {key: frozen(item) for key, item in value.items()}
    if isinstance(value, np.random.Generator):
        return copy.deepcopy(value)
    return value


def same(before: Any, after: Any) -> bool:
    """Whether ``after`` still holds what :func:`snapshot` copied into ``before``."""
    if before is after and type(before) in ATOMS:
        return True
    if isinstance(before, np.ndarray):
        return (
            isinstance(after, np.ndarray)
            and before.shape == after.shape
            and before.dtype == after.dtype
            and (before.tobytes() == np.ascontiguousarray(after).tobytes())
        )
    if isinstance(before, (list, tuple)):
        return len(before) == len(after) and all(map(same, before, after))
    if isinstance(before, dict):
        return before.keys() == after.keys() and all(same(before[k], after[k]) for k in before)
    if isinstance(before, (int, float, complex, str, bytes, bool, type(None), np.generic)):
        return before is after or before == after or (before != before and after != after)
    return True
