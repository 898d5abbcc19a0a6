"""Assertions of the graded checks: return nothing, or raise :class:`CheckFailed`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from autograder.checks.comparison import (
    ATOL,
    RTOL,
    Comparing,
    assert_matches,
    coerce_or_fail,
    evidence_of,
)
from autograder.checks.facts import Fact
from autograder.checks.failure import CheckFailed, adding
from autograder.checks.in_words import brief
from autograder.checks.purity import frozen
from autograder.checks.signatures import parameter_names
from autograder.checks.student import Raised, StudentFunction, student_function


def expect(condition: bool, name: str, rule: str) -> None:
    """Raise unless ``condition`` holds; ``rule`` says in words what should be true.

    Raises :class:`CheckFailed` that names the student's function ``name`` and the rule. For
    everything that has a right value, :func:`expect_close` says more.

    >>> expect(0.7 + 0.2 == 1, "softmax", "probabilities add up to 1")
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: softmax: breaks a rule
      rule  probabilities add up to 1
    """
    if not condition:
        raise CheckFailed(name, "rule", (Fact("rule", rule),))


def expect_shape(got: Any, shape: Sequence[int], name: str = "your result") -> None:
    """Raise unless ``got`` is an array of floats of this ``shape``, or a number where it is ().

    Raises :class:`CheckFailed` for another shape, for what holds no numbers, and for an array
    of integers, which would cut off what is written into it later.

    >>> expect_shape(np.zeros((2, 3)), (3, 2), "gradient")
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: gradient: wrong shape
      got           shape (2, 3)
      expected      shape (3, 2)
      likely cause  rows and columns are exchanged: it should be (3, 2)
    """
    coerce_or_fail(got, np.zeros(tuple(shape)), Comparing(name))


def expect_close(
    got: Any,
    expected: Any,
    name: str = "your result",
    *,
    given: dict[str, Any] | None = None,
    what: str = "",
    rtol: float = RTOL,
    atol: float = ATOL,
    reference: Callable[..., Any] | None = None,
) -> None:
    """Raise unless ``got`` has the type, shape, kind of dtype and values of ``expected``.

    ``expected`` may be a number, an array, or a tuple or list of them; a list of numbers stands
    for an array, or for such a list. A value that is not
    finite passes only where ``expected`` is the same infinity; ``nan`` never passes.

    Parameters: for the diagnosis, ``given`` names the inputs and ``reference`` is the function
    of them that gives ``expected``; ``what`` names the part of the result. A number may be off
    by ``atol + rtol * abs(expected)``.

    Raises :class:`CheckFailed` about the component that is furthest outside the tolerance.

    >>> expect_close(np.array([0.3, -1.4]), np.array([0.3, -0.7]), "slope")
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: slope: wrong value
      worst at  [1]; 1 of 2 components are wrong
      got       -1.4
      expected  -0.7
      off by    0.7, where up to 7e-10 is allowed
      advice    no known pattern; try small numbers by hand

    See Also: :func:`expect_agrees`, which calls both functions itself.
    """
    for evidence in evidence_of(
        got, expected, Comparing(name, given or {}, what, rtol, atol, reference)
    ):
        assert_matches(evidence)


def expect_raises(
    error: type[Exception],
    function: Callable[..., Any],
    *args: Any,
    mentions: str = "",
    **kwargs: Any,
) -> None:
    """Raise unless ``function(*args, **kwargs)`` raises ``error`` that mentions this word.

    Raises :class:`CheckFailed` where it returns, or raises another error or one whose text does
    not hold ``mentions`` as a word. A generator is asked for its first item.

    >>> def scale(x, by):
    ...     return x / by if by else x
    >>> expect_raises(ValueError, scale, 1.0, 0.0, mentions="by")
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: scale: accepted bad input
      input     (1.0, 0.0)
      got       1.0
      expected  ValueError that names 'by'
    """
    asked = student_function(function)
    wanted = f"{error.__name__}" + (f" that names {mentions!r}" if mentions else "")
    try:
        result = asked(*args, **kwargs)
        if isinstance(result, Iterator):  # a generator complains when it is first asked
            StudentFunction(next, asked.name)(result, None)
    except Raised as raised:
        cause = raised.cause
        if not isinstance(cause, error):
            if raised.kind == "exception":
                raised.add(Fact("expected", wanted))
            raise
        if mentions and not _as_a_word(mentions).search(str(cause)):
            raise CheckFailed(
                asked.name,
                "no-error",
                (Fact("got", f"{type(cause).__name__}: {cause}"), Fact("expected", wanted)),
                headline="raised an error that does not name the argument",
            ) from None
        return
    raise CheckFailed(
        asked.name,
        "no-error",
        (
            Fact("input", brief(args), secret=True),
            Fact("got", brief(result), secret=True),
            Fact("expected", wanted),
        ),
    )


def expect_agrees(
    function: Callable[..., Any],
    reference: Callable[..., Any],
    *args: Any,
    rtol: float = RTOL,
    atol: float = ATOL,
    what: str = "",
    **kwargs: Any,
) -> None:
    """Raise unless both functions return the same for these arguments.

    A generator among them is copied, so that both draw the same numbers. Parameters: ``what``,
    ``rtol`` and ``atol`` as for :func:`expect_close`.

    Raises :class:`CheckFailed` where they differ, or ``function`` raises or changes an argument.

    >>> def mean_square(x):
    ...     return np.mean(np.square(x))
    >>> def sum_of_squares(x):
    ...     return np.sum(np.square(x))
    >>> expect_agrees(sum_of_squares, mean_square, np.array([1.5, -0.7, 0.4]))
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: sum_of_squares: wrong value
      got       2.9
      expected  0.966667
      off by    1.9, where up to 1e-09 is allowed
      advice    no known pattern; try small numbers by hand
    """
    asked = student_function(function)
    given = frozen({**dict(zip(parameter_names(reference), args, strict=False)), **kwargs})
    expected = reference(*frozen(args), **frozen(kwargs))
    got = asked(*frozen(args), **frozen(kwargs))
    about = Comparing(asked.name, given, what, rtol, atol, reference)
    for evidence in evidence_of(got, expected, about):
        assert_matches(evidence)


def expect_robust(
    function: Callable[..., Any], reference: Callable[..., Any], *args: Any, **kwargs: Any
) -> None:
    """Ask as :func:`expect_agrees`, with the arrays as lists, read-only, strided, and integers.

    Integers are tried with every array rounded, so give values that survive rounding.

    Raises :class:`CheckFailed` that says which of the four it was.

    >>> def doubled(x):
    ...     return 2 * np.asarray(x)
    >>> expect_robust(lambda x: 2 * x, doubled, np.array([1.5, -0.75]))
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: <lambda>: wrong shape
      got               shape (4,)
      expected          shape (2,)
      when called with  plain lists
    """
    asked = student_function(function)
    for label, variant in variants(args):
        with adding(Fact("when called with", label)):
            expect_agrees(asked, reference, *variant, **kwargs)


def expect_stable(
    function: Callable[..., Any],
    reference: Callable[..., Any],
    *args: Any,
    rtol: float = RTOL,
    **kwargs: Any,
) -> None:
    """Ask as :func:`expect_agrees`, and that NumPy gives no overflow or invalid value.

    Raises :class:`CheckFailed` with the first warning.

    >>> def sigmoid(z):
    ...     return 1 / (1 + np.exp(-z))
    >>> def stable(z):
    ...     return 0.5 * (1 + np.tanh(z / 2))
    >>> expect_stable(sigmoid, stable, np.array([-800.0]))
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: sigmoid: numerically unstable
      warning  overflow encountered in exp
      input    ([-800.],)
      rule     no overflow, division by zero or nan on the way, even for large inputs
    """
    asked = student_function(function)
    expect_agrees(asked, reference, *args, rtol=rtol, **kwargs)
    if asked.warnings:
        facts = (
            Fact("warning", asked.warnings[0]),
            Fact("input", brief(args), secret=True),
            Fact("rule", "no overflow, division by zero or nan on the way, even for large inputs"),
        )
        raise CheckFailed(asked.name, "unstable", facts)


def variants(args: Sequence[Any]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield the same arguments with their arrays as lists, read-only, strided, and integers."""
    yield "plain lists", _map_arrays(args, np.ndarray.tolist)
    yield "read-only arrays", frozen(args)
    yield "non-contiguous arrays", _map_arrays(args, _strided)
    rounded = _map_arrays(args, lambda a: np.rint(a).astype(int) if a.dtype.kind == "f" else a)
    yield "integer arrays", rounded


def _as_a_word(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(text)}(?!\w)", re.I)


def _map_arrays(args: Sequence[Any], change: Callable[..., Any]) -> tuple[Any, ...]:
    return tuple(
        change(a)
        if isinstance(a, np.ndarray)
        else type(a)(_map_arrays(a, change))
        if isinstance(a, (list, tuple))
        else a
        for a in args
    )


def _strided(array: np.ndarray) -> np.ndarray:
    wide = np.zeros([2 * size for size in array.shape], array.dtype)
    view = wide[tuple(slice(None, None, 2) for _ in array.shape)]
    view[...] = array
    return view
