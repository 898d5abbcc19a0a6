"""Compare what came back with what should have: type, shape, kind of dtype, numbers."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from autograder.checks.diagnosis import Evidence, diagnose
from autograder.checks.facts import Comparison, Fact, Hint, place
from autograder.checks.failure import CheckFailed, FailureKind
from autograder.checks.right_parts import right_parts

#: Two right ways to sum a few thousand numbers differ by about this much.
RTOL = 1e-9
ATOL = 1e-12
#: Which kinds of dtype will do for an array of a kind: one of whole numbers hides truncation.
KINDS_FOR = {"b": "b", "i": "iu", "u": "iu", "f": "f"}
KIND_WORDS = {"b": "True and False", "i": "integers", "u": "integers", "f": "float64"}


@dataclass(frozen=True)
class Comparing:
    """What a comparison is about, and how close is close enough.

    ``name`` is the student's function, ``what`` the part of its result. The rest is for the
    diagnosis: ``given`` names the inputs, and the right answer comes from ``reference(**given)``
    or, for a gradient, is the derivative of ``of(**given)`` by the argument ``wrt``.
    """

    name: str = "your result"
    given: Mapping[str, Any] = field(default_factory=dict)
    what: str = ""
    rtol: float = RTOL
    atol: float = ATOL
    reference: Callable[..., Any] | None = None
    of: Callable[..., Any] | None = None
    wrt: str = ""

    def part(self, index: int) -> Comparing:
        """Return the same for one part of a result that is a tuple."""
        what = f"{self.what}[{index}]" if self.what else f"part {index}"
        return replace(self, what=what, reference=self.reference and _part(self.reference, index))

    def evidence(self, got: np.ndarray, expected: np.ndarray, tolerance: Any = None) -> Evidence:
        """Return what the diagnosis is told; a ``tolerance`` (as ``expected``) replaces ours."""
        if tolerance is None:
            size = np.abs(np.where(np.isfinite(expected), expected, 0.0))
            tolerance = self.atol + self.rtol * size
        return Evidence(
            self.name,
            got,
            expected,
            np.asarray(tolerance),
            dict(self.given),
            self.what,
            self.of,
            self.wrt,
            self.reference,
        )

    def failure(
        self, kind: FailureKind, got: str, wanted: str, hints: tuple[Hint, ...] = ()
    ) -> CheckFailed:
        """Return the message that this came and that was wanted."""
        facts = (*place(self.what), Fact("got", got), Fact("expected", wanted))
        return CheckFailed(self.name, kind, facts, hints)


def _part(function: Callable[..., Any], index: int) -> Callable[..., Any]:
    """The function that returns one part of what ``function`` returns."""

    @functools.wraps(function)
    def part(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)[index]

    return part


def expect_parts(got: Any, count: int, name: str, kind: str = "tuple") -> Sequence[Any]:
    """Return ``got``, or raise :class:`CheckFailed` unless it is a tuple or list of ``count``.

    Parameters: ``name`` of the student's function; ``kind`` is what the message asks for, a
    tuple or a list, though either will do.

    >>> expect_parts(np.zeros(2), 2, "affine_forward")
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: affine_forward: wrong type
      got       an array of shape (2,)
      expected  a tuple of 2 values
    """
    if not isinstance(got, (tuple, list)) or len(got) != count:
        raise Comparing(name).failure("type", type_of(got), f"a {kind} of {count} values")
    return got


def is_list_of_numbers(value: Any) -> bool:
    """Whether ``value`` is an array written as a list: numbers, or rows of the same length."""
    if not isinstance(value, list) or not value:
        return False
    try:
        array = np.asarray(value)
    except ValueError:  # rows of different lengths
        return False
    return array.dtype.kind in "biuf" and not _holds_arrays(value)


def _holds_arrays(value: list[Any]) -> bool:
    return any(
        _holds_arrays(item) if isinstance(item, list) else isinstance(item, (np.ndarray, tuple))
        for item in value
    )


def type_of(got: Any) -> str:
    """Say in words what kind of thing ``got`` is."""
    if got is None:
        return "None (it ended without reaching a return)"
    if isinstance(got, np.ndarray):
        if got.dtype.kind == "O":
            return "an array of objects, not of numbers"
        kind = "shape" if got.dtype.kind in "biuf" else "dtype"
        return f"an array of {kind} {getattr(got, kind)}"
    name = type(got).__name__
    article = "an" if name[0] in "aeiouAEIOU" else "a"
    return f"{article} {name}" + (f" of {len(got)}" if isinstance(got, (tuple, list)) else "")


def shape_or_fail(got: Any, expected: np.ndarray, about: Comparing) -> np.ndarray:
    """Return ``got`` as an array of numbers of the shape of ``expected``.

    Raises :class:`CheckFailed` where it holds no numbers or has another shape.
    """
    try:
        array = np.asarray(got)
    except ValueError:
        array = np.empty(0, object)
    if isinstance(got, int) and array.dtype.kind == "O" and not expected.ndim:
        digits = round(got.bit_length() * math.log10(2)) + 1  # more than NumPy's integers have
        raise about.failure("value", f"a whole number of about {digits} digits", f"{expected:.6g}")
    if got is None or array.dtype.kind not in "biuf":
        wanted = "a number" if expected.ndim == 0 else "an array of numbers"
        raise about.failure("type", type_of(got), wanted)
    if array.shape != expected.shape:
        hints = diagnose(about.evidence(array, expected, 0.0))
        failure = about.failure("shape", _shape(array), _shape(expected), hints)
        failure.odd_shape = array
        raise failure
    return array


def _shape(array: np.ndarray) -> str:
    return f"shape {array.shape}" if array.ndim else "a single number"


def coerce_or_fail(got: Any, expected: np.ndarray, about: Comparing) -> np.ndarray:
    """Return ``got`` as an array of the shape and kind of dtype of ``expected``.

    Raises :class:`CheckFailed` where it is none. A whole number will do for a scalar.
    """
    array = shape_or_fail(got, expected, about)
    kind = expected.dtype.kind
    allowed = KINDS_FOR[kind] + ("iu" if kind == "f" and not array.ndim else "")
    if array.dtype.kind not in allowed:
        hints = diagnose(about.evidence(array, expected, 1e-9))
        raise about.failure("dtype", f"dtype {array.dtype}", KIND_WORDS[kind], hints)
    return array


def evidence_of(got: Any, expected: Any, about: Comparing) -> Iterator[Evidence]:
    """Yield what to :func:`assert_matches`, part by part of an ``expected`` tuple.

    Raises :class:`CheckFailed` where type, shape or dtype differ already.
    """
    if is_list_of_numbers(expected):
        expected = np.asarray(expected)
        if isinstance(got, (list, tuple)) and is_list_of_numbers(list(got)):
            got = np.asarray(got)
            if expected.dtype.kind == "f" and got.dtype.kind in "iu":
                got = got.astype(float)  # as a single whole number will do
    elif isinstance(expected, (tuple, list)):
        expect_parts(got, len(expected), about.name, type(expected).__name__)
        for index, (g, e) in enumerate(zip(got, expected, strict=True)):
            yield from evidence_of(g, e, about.part(index))
        return
    expected = np.asarray(expected)
    yield about.evidence(coerce_or_fail(got, expected, about), expected)


def assert_matches(e: Evidence, *others: Evidence) -> None:
    """Raise :class:`CheckFailed` for the worst component, if any is outside the tolerance.

    ``others`` are what came for other arguments, for the diagnosis.
    """
    got, expected = np.asarray(e.got, float), np.asarray(e.expected, float)
    bad_number = ~np.isfinite(got) & ~(got == expected)
    with np.errstate(invalid="ignore", over="ignore"):
        difference = np.where(got == expected, 0.0, np.abs(got - expected))
        wrong = bad_number | (difference > e.tolerance)
    if not wrong.any():
        return
    kind: FailureKind = "not-finite" if bad_number.any() else "value"
    with np.errstate(over="ignore"):
        excess = np.where(bad_number, np.inf, difference / np.maximum(e.tolerance, 1e-300))
    worst = np.unravel_index(np.argmax(excess), got.shape)
    facts = list(place(e.what))
    if got.ndim:
        index = ", ".join(map(str, worst))
        facts.append(
            Fact("worst at", f"[{index}]; {wrong.sum()} of {wrong.size} components are wrong")
        )
    if parts := right_parts(wrong, e.arrays):
        facts.append(Fact("right", parts, if_unexplained=True))
    digits = 6 if difference[worst] > 1e-4 * abs(expected[worst]) else 12
    facts.append(Fact("got", f"{got[worst]:.{digits}g}"))
    facts.append(Fact("expected", f"{expected[worst]:.{digits}g}", secret=True))
    if np.isfinite(difference[worst]) and e.expected.dtype.kind == "f":
        allowed = np.broadcast_to(e.tolerance, got.shape)[worst]
        text = f"{difference[worst]:.2g}, where up to {allowed:.1g} is allowed"
        facts.append(Fact("off by", text, secret=True))
    if note := _nearly_right(e, got, expected):
        facts.append(Fact("note", note, if_unexplained=True))
    picture = Comparison(got, expected)
    raise CheckFailed(e.name, kind, tuple(facts), diagnose(e, *others), comparison=picture)


#: an error that no small constant makes, however many digits are right beside it
LARGE = 1e-2


def _nearly_right(e: Evidence, got: np.ndarray, expected: np.ndarray) -> str:
    """What to say of numbers that a glance would take for right ones."""
    if e.expected.dtype.kind != "f" or not np.isfinite([got, expected]).all():
        return ""
    difference = np.abs(got - expected)
    wrong = difference > e.tolerance
    with np.errstate(over="ignore"):
        error = np.max(difference[wrong] / np.maximum(np.abs(expected[wrong]), 1e-300))
    # beside an offset of thousands, any mistake leaves some digits right
    if not error < 1e-4 or np.max(difference[wrong]) > LARGE:
        return ""
    is_float32 = e.got.dtype.itemsize < 8 or np.array_equal(got, got.astype(np.float32))
    cause = (
        "float32 holds no more than 7; compute in float64"
        if error < 1e-6 and is_float32
        else "look for a small constant, a number cut short, or an approximation"
    )
    return f"right to about {-np.log10(error):.0f} digits: {cause}"
