"""Assertions of the graded checks: return nothing, or raise :class:`CheckFailed`."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from autograder.checks.answer import Raised, answer
from autograder.checks.derivative import numerical_derivative
from autograder.checks.diagnosis import Evidence, diagnose
from autograder.checks.failure import CheckFailed, Fact

#: Two right ways to sum a few thousand numbers differ by about this much.
RTOL = 1e-9
ATOL = 1e-12


def expect(condition: bool, name: str, rule: str) -> None:
    """Raise unless ``condition`` holds; ``rule`` says in words what should be true."""
    if not condition:
        raise CheckFailed(name, "rule", (Fact("rule", rule),))


def expect_shape(got: Any, shape: Sequence[int], name: str = "your result") -> None:
    """Raise unless ``got`` is an array (or number) of this ``shape``."""
    _as_array(got, np.empty(tuple(shape)), name, {}, what="")


def expect_close(
    got: Any,
    expected: Any,
    name: str = "your result",
    *,
    given: dict[str, Any] | None = None,
    what: str = "",
    rtol: float = RTOL,
    atol: float = ATOL,
    reference: Callable | None = None,
) -> None:
    """Raise unless ``got`` has the type, shape, kind of dtype and values of ``expected``.

    ``expected`` may be a number, an array, or a tuple or list of them. A value that is not
    finite passes only where ``expected`` is the same infinity; ``nan`` never passes.
    For the diagnosis, ``given`` names the inputs and ``reference`` is the function of them that
    gives ``expected``; ``what`` names the part of the result.
    """
    given = given or {}
    if isinstance(expected, (tuple, list)):
        _expect_parts(got, len(expected), name)
        for index, (g, e) in enumerate(zip(got, expected, strict=True)):
            part = f"{what}[{index}]" if what else f"part {index}"
            one = reference and _part(reference, index)
            expect_close(g, e, name, given=given, what=part, rtol=rtol, atol=atol, reference=one)
        return
    expected = np.asarray(expected)
    got = _as_array(got, expected, name, given, what, reference=reference)
    tolerance = atol + rtol * np.abs(np.where(np.isfinite(expected), expected, 0.0))
    _compare(Evidence(name, got, expected, tolerance, given, what, reference=reference))


def expect_gradient(
    gradient: Callable,
    of: Callable,
    at: Sequence[Any],
    wrt: str | Sequence[str] | None = None,
    **options: Any,
) -> None:
    """Raise unless ``gradient(*at, **options)`` is the derivative of ``of(*at, **options)``.

    ``wrt`` names the arguments of ``of`` to differentiate by (default: the first); with
    several names, ``gradient`` returns one array for each, in that order. The derivative
    is numerical, of ``of``, with a tolerance that follows from its own error estimate.
    """
    asked = answer(gradient)
    names = list(inspect.signature(of).parameters)
    wanted = [names[0]] if wrt is None else [wrt] if isinstance(wrt, str) else list(wrt)
    at = [_frozen(value) for value in at]
    result = asked(*at, **options)
    if len(wanted) == 1 and (wrt is None or isinstance(wrt, str)):
        result = (result,)
    else:
        _expect_parts(result, len(wanted), asked.name)
    given = {**dict(zip(names, at, strict=False)), **options}
    for part, argument in zip(result, wanted, strict=True):
        where = names.index(argument)

        def loss(value: np.ndarray, given: dict = given, argument: str = argument) -> float:
            return of(**{**given, argument: value})

        expected, error = numerical_derivative(loss, np.asarray(at[where], dtype=float))
        place = f"gradient for {argument}"
        got = _as_array(part, expected, asked.name, given, place, of=of, wrt=argument)
        # the floor: what rounding inside an honest gradient can do to a sum
        tolerance = 8 * error + 1e-10 * np.abs(expected) + 1e-13
        _compare(
            Evidence(
                asked.name,
                got,
                expected,
                tolerance,
                given,
                f"gradient for {argument}",
                of,
                argument,
            )
        )


def expect_raises(
    error: type[Exception], function: Callable, *args: Any, mentions: str = "", **kwargs: Any
) -> None:
    """Raise unless ``function(*args, **kwargs)`` raises ``error`` with ``mentions`` in its text."""
    asked = answer(function)
    wanted = f"{error.__name__}" + (f" that names {mentions!r}" if mentions else "")
    try:
        result = asked(*args, **kwargs)
        if isinstance(result, Iterator):  # a generator complains when it is first asked
            next(result, None)
    except Raised as raised:
        cause = raised.cause
        if not isinstance(cause, error):
            raise
        if mentions.lower() not in str(cause).lower():
            raise CheckFailed(
                asked.name,
                "no-error",
                (Fact("got", f"{type(cause).__name__}: {cause}"), Fact("expected", wanted)),
                headline="raised an error that does not name the argument",
            ) from None
        return
    except error:
        return
    raise CheckFailed(
        asked.name,
        "no-error",
        (
            Fact("input", _brief(args), secret=True),
            Fact("got", _brief(result), secret=True),
            Fact("expected", wanted),
        ),
    )


def expect_agrees(
    function: Callable,
    reference: Callable,
    *args: Any,
    rtol: float = RTOL,
    atol: float = ATOL,
    what: str = "",
    **kwargs: Any,
) -> None:
    """Raise unless both functions return the same for these arguments."""
    asked = answer(function)
    names = list(inspect.signature(reference).parameters)
    given = {**dict(zip(names, args, strict=False)), **kwargs}
    expected = reference(*args, **kwargs)
    args = tuple(map(_frozen, args))
    got = asked(*args, **kwargs)
    expect_close(
        got,
        expected,
        asked.name,
        given=given,
        what=what,
        rtol=rtol,
        atol=atol,
        reference=reference,
    )


def expect_robust(function: Callable, reference: Callable, *args: Any, **kwargs: Any) -> None:
    """As :func:`expect_agrees`, with the arrays as lists, read-only, strided, and integers.

    Integers are tried with every array rounded, so give values that survive rounding.
    """
    asked = answer(function)
    for label, variant in variants(args):
        try:
            expect_agrees(asked, reference, *variant, **kwargs)
        except CheckFailed as failed:
            failed.facts += (Fact("when called with", label),)
            failed.args = (str(failed),)
            raise


def expect_stable(
    function: Callable, reference: Callable, *args: Any, rtol: float = RTOL, **kwargs: Any
) -> None:
    """As :func:`expect_agrees`, and NumPy gives no overflow or invalid-value warning."""
    asked = answer(function)
    expect_agrees(asked, reference, *args, rtol=rtol, **kwargs)
    if asked.warnings:
        facts = (
            Fact("warning", asked.warnings[0]),
            Fact("input", _brief(args), secret=True),
            Fact("rule", "no overflow, division by zero or nan on the way, even for large inputs"),
        )
        raise CheckFailed(asked.name, "unstable", facts)


def variants(args: Sequence[Any]) -> Iterator[tuple[str, tuple]]:
    """The same arguments with their arrays as lists, read-only, strided, and integers."""
    yield "plain lists", _map_arrays(args, np.ndarray.tolist)
    yield "read-only arrays", _map_arrays(args, _frozen)
    yield "non-contiguous arrays", _map_arrays(args, _strided)
    rounded = _map_arrays(args, lambda a: np.rint(a).astype(int) if a.dtype.kind == "f" else a)
    yield "integer arrays", rounded


def _map_arrays(args: Sequence[Any], change: Callable) -> tuple:
    return tuple(
        change(a)
        if isinstance(a, np.ndarray)
        else type(a)(_map_arrays(a, change))
        if isinstance(a, (list, tuple))
        else a
        for a in args
    )


def _frozen(value: Any) -> Any:
    if not isinstance(value, np.ndarray):
        return value
    copy = value.copy()
    copy.flags.writeable = False
    return copy


def _strided(array: np.ndarray) -> np.ndarray:
    wide = np.zeros([2 * size for size in array.shape], array.dtype)
    view = wide[tuple(slice(None, None, 2) for _ in array.shape)]
    view[...] = array
    return view


def _expect_parts(got: Any, count: int, name: str) -> None:
    if not isinstance(got, (tuple, list)) or len(got) != count:
        is_sized = isinstance(got, (tuple, list))
        size = f"{type(got).__name__} of {len(got)}" if is_sized else _type(got)
        raise CheckFailed(
            name, "type", (Fact("got", size), Fact("expected", f"a tuple of {count} values"))
        )


def _type(got: Any) -> str:
    return "None (is a return missing?)" if got is None else f"a {type(got).__name__}"


def _part(function: Callable, index: int) -> Callable:
    """The function that returns one part of what ``function`` returns."""

    @functools.wraps(function)
    def part(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)[index]

    return part


def _as_array(
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
            Fact("got", f"shape {array.shape}"),
            Fact("expected", f"shape {expected.shape}"),
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


def _compare(e: Evidence) -> None:
    """Raise the message for the worst component, if any is outside the tolerance."""
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
    raise CheckFailed(e.name, kind, tuple(facts), diagnose(e))


def _brief(value: Any) -> str:
    text = np.array2string(value, threshold=8) if isinstance(value, np.ndarray) else repr(value)
    text = " ".join(text.split())
    return text if len(text) <= 90 else text[:87] + "..."
