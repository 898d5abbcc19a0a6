"""A value that came back against the value it should be: type, shape, kind of dtype, numbers."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.checks.diagnosis import Evidence, diagnose
from autograder.checks.failure import CheckFailed, Comparison, Fact


def expect_parts(got: Any, count: int, name: str, kind: str = "tuple") -> None:
    """Raise unless ``got`` is a tuple or list of ``count`` values; ``kind`` is what to ask for."""
    if not isinstance(got, (tuple, list)) or len(got) != count:
        wanted = Fact("expected", f"a {kind} of {count} values")
        raise CheckFailed(name, "type", (Fact("got", _type(got)), wanted))


def is_list_of_numbers(value: Any) -> bool:
    """Whether ``value`` is an array written as a list: numbers, or rows of the same length."""
    if not isinstance(value, list) or not value:
        return False
    try:
        array = np.asarray(value)
    except ValueError:  # rows of different lengths
        return False
    return array.dtype.kind in "biuf" and not _holds_arrays(value)


def _holds_arrays(value: list) -> bool:
    return any(
        _holds_arrays(item) if isinstance(item, list) else isinstance(item, (np.ndarray, tuple))
        for item in value
    )


def _type(got: Any) -> str:
    if got is None:
        return "None (is a return missing?)"
    if isinstance(got, np.ndarray):
        if got.dtype.kind == "O":
            return "an array of objects, not of numbers"
        kind = "shape" if got.dtype.kind in "biuf" else "dtype"
        return f"an array of {kind} {getattr(got, kind)}"
    name = type(got).__name__
    article = "an" if name[0] in "aeiouAEIOU" else "a"
    return f"{article} {name}" + (f" of {len(got)}" if isinstance(got, (tuple, list)) else "")


def coerce_or_fail(
    got: Any,
    expected: np.ndarray,
    name: str,
    given: dict[str, Any],
    what: str,
    **source: Any,
) -> np.ndarray:
    """``got`` as an array of the kind and shape of ``expected``, or :class:`CheckFailed`.

    ``source`` (``of``, ``wrt``, ``reference``) goes into the :class:`Evidence`.
    """
    place = (Fact("where", what),) if what else ()
    try:
        array = np.asarray(got)
    except ValueError:
        array = np.empty(0, object)
    if got is None or array.dtype.kind not in "biuf":
        wanted = "a number" if expected.ndim == 0 else "an array of numbers"
        facts = (*place, Fact("got", _type(got)), Fact("expected", wanted))
        raise CheckFailed(name, "type", facts)
    if array.shape != expected.shape:
        facts = (
            *place,
            Fact("got", f"shape {array.shape}" if array.ndim else "a single number"),
            Fact("expected", f"shape {expected.shape}" if expected.ndim else "a single number"),
        )
        evidence = Evidence(name, array, expected, np.asarray(0.0), given, what, **source)
        raise CheckFailed(name, "shape", facts, diagnose(evidence))
    # a whole number will do for a scalar, an array of them hides truncation
    allowed = {"b": "b", "i": "iu", "u": "iu", "f": "f" if array.ndim else "fiu"}
    if array.dtype.kind not in allowed[expected.dtype.kind]:
        words = {"b": "True and False", "i": "integers", "u": "integers", "f": "float64"}
        facts = (
            *place,
            Fact("got", f"dtype {array.dtype}"),
            Fact("expected", words[expected.dtype.kind]),
        )
        evidence = Evidence(name, array, expected, np.asarray(1e-9), given, what, **source)
        raise CheckFailed(name, "dtype", facts, diagnose(evidence))
    return array


def assert_matches(e: Evidence, *others: Evidence) -> None:
    """Raise the message for the worst component, if any is outside the tolerance.

    ``others`` are what came for other arguments, for the diagnosis.
    """
    got, expected = np.asarray(e.got, float), np.asarray(e.expected, float)
    bad_number = ~np.isfinite(got) & ~(got == expected)
    with np.errstate(invalid="ignore"):
        difference = np.where(got == expected, 0.0, np.abs(got - expected))
        wrong = bad_number | (difference > e.tolerance)
    if not wrong.any():
        return
    kind = "not-finite" if bad_number.any() else "value"
    excess = np.where(bad_number, np.inf, difference / np.maximum(e.tolerance, 1e-300))
    worst = np.unravel_index(np.argmax(excess), got.shape)
    facts = [Fact("where", e.what)] if e.what else []
    if got.ndim:
        index = ", ".join(map(str, worst))
        facts.append(
            Fact("worst at", f"[{index}]; {wrong.sum()} of {wrong.size} components are wrong")
        )
    digits = 6 if difference[worst] > 1e-4 * abs(expected[worst]) else 12
    facts.append(Fact("got", f"{got[worst]:.{digits}g}"))
    facts.append(Fact("expected", f"{expected[worst]:.{digits}g}", secret=True))
    if note := _nearly_right(e, got, expected):
        facts.append(Fact("note", note))
    picture = Comparison(got, expected)
    raise CheckFailed(e.name, kind, tuple(facts), diagnose(e, *others), comparison=picture)


def _nearly_right(e: Evidence, got: np.ndarray, expected: np.ndarray) -> str:
    """What to say of numbers that a glance would take for right ones."""
    if e.expected.dtype.kind != "f" or not np.isfinite([got, expected]).all():
        return ""
    difference = np.abs(got - expected)
    wrong = difference > e.tolerance
    error = np.max(difference[wrong] / np.maximum(np.abs(expected[wrong]), 1e-300))
    if not error < 1e-4:
        return ""
    is_float32 = e.got.dtype.itemsize < 8 or np.array_equal(got, got.astype(np.float32))
    cause = (
        "float32 holds no more than 7; compute in float64"
        if error < 1e-6 and is_float32
        else "look for a small constant, a number cut short, or an approximation"
    )
    return f"right to about {-np.log10(error):.0f} digits: {cause}"
