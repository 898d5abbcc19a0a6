"""Checks for notebooks: a line when all is well, a short block when it is not."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import FunctionType
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from autograder.checks import expectations
from autograder.checks.comparison import Comparing, assert_matches, evidence_of, shape_or_fail
from autograder.checks.derivative import NotDifferentiable
from autograder.checks.diagnosis import Evidence
from autograder.checks.expectations import brief
from autograder.checks.facts import Fact, Hint
from autograder.checks.failure import CheckFailed
from autograder.checks.gradients import Wrt, expect_backward, expect_gradient
from autograder.checks.purity import frozen
from autograder.checks.signatures import defaults, named_arguments
from autograder.checks.student import student_function

PASSED = "visible checks passed; more are run when graded"

#: The functions that were checked, with whether they passed the last time. One that is
#: defined anew is another function.
_passed: WeakKeyDictionary[Callable[..., Any], bool] = WeakKeyDictionary()


def check_gradient(
    gradient: Callable[..., Any],
    of: Callable[..., Any],
    at: Sequence[Any],
    wrt: Wrt = None,
    **options: Any,
) -> None:
    """Compare ``gradient(*at)`` with the numerical derivative of ``of(*at)``, and print a line.

    Parameters: ``wrt`` names the arguments of ``of`` to differentiate by (default: the first);
    ``options`` go to both functions by keyword.

    Raises :class:`CheckFailed` for a wrong gradient. Here ``of`` is the reader's own function,
    so one without a slope is a mistake of the reader's too, and where it failed its own check
    already, no cause is looked for in the gradient.

    >>> def square(w):
    ...     return np.sum(w**2)
    >>> check_gradient(lambda w: 2 * w, of=square, at=(np.array([1.5, -0.7]),))
    <lambda>: visible checks passed; more are run when graded
    >>> check_gradient(lambda w: -2 * w, of=square, at=(np.array([1.5, -0.7]),))
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: <lambda>: wrong value
      where          gradient for w
      worst at       [0]; 2 of 2 components are wrong
      got            -3
      expected       3
      off by         6, where up to 3e-10 is allowed
      compared with  the numerical derivative of square; if square is wrong, fix it first
      likely cause   the sign is flipped: check which term is subtracted from which

    See Also: :func:`~autograder.checks.expect_gradient`, for graded checks.
    """
    with _remembering_result(gradient), _compared_with_own(of):
        loss = student_function(of)
        value = loss(*frozen(tuple(at)), **frozen(options))
        expectations.expect_shape(value, (), loss.name)
        expect_gradient(gradient, of, at, wrt, **options)


def check_backward(
    backward: Callable[..., Any],
    of: Callable[..., Any],
    at: Sequence[Any],
    wrt: Wrt = None,
    *,
    takes: Sequence[str] | None = None,
    cache: Callable[..., Any] | None = None,
    **options: Any,
) -> None:
    """Check ``backward``, which takes an upstream gradient back through ``of(*at)``; print a line.

    Parameters: ``takes`` and ``cache`` say what else ``backward`` is called with, as in
    :func:`~autograder.checks.expect_backward`. The upstream gradient, of the shape of what
    ``of(*at)`` returns, is random but the same in every run.

    Raises :class:`CheckFailed` for a wrong answer, of ``backward`` or of the reader's ``of``.

    >>> def square(Z):
    ...     return Z**2
    >>> def square_backward(dA, Z):
    ...     return dA * Z
    >>> check_backward(square_backward, of=square, at=(np.array([[0.3, -1.2, 0.8]]),))
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: square_backward: wrong value
      where          gradient for Z
      worst at       [0, 2]; 3 of 3 components are wrong
      got            0.512338
      expected       1.02468
      off by         0.51, where up to 1e-10 is allowed
      compared with  the numerical derivative of square; if square is wrong, fix it first
      likely cause   half as large as it should be: a factor 2 is missing
    """
    with _remembering_result(backward), _compared_with_own(of):
        forward = student_function(of)
        if forward(*frozen(tuple(at)), **frozen(options)) is None:
            expectations.expect_shape(None, (), forward.name)
        upstream = np.random.default_rng(0)
        expect_backward(backward, of, at, upstream, wrt, takes=takes, cache=cache, **options)


def check_close(
    function: Callable[..., Any],
    *cases: tuple[tuple[Any, ...], Any],
    rtol: float = 1e-9,
    suspects: Mapping[str, Sequence[Any]] | None = None,
) -> None:
    """Compare ``function`` with the expected value of each case, and print a line.

    Parameters: a case is ``((argument, …), expected)``. Where no rule can know a typical
    mistake, ``suspects`` maps a text on it to the answers that it gives, one for each case.
    Arguments are copied, so that a function that changes them does not spoil the next cell.

    Raises :class:`CheckFailed` about the first case that is wrong; a likely cause has to fit
    all of them.

    >>> def mean_square(x):
    ...     return np.sum(np.square(x))
    >>> check_close(mean_square, (([1.5, -0.7, 0.4],), 0.9666666666666667))
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: mean_square: wrong value
      called with  x = [1.5, -0.7, 0.4]
      got          2.9
      expected     0.966667
      off by       1.9, where up to 1e-09 is allowed
      advice       no known pattern; try small numbers by hand
    """
    with _remembering_result(function):
        _check_cases(function, cases, rtol, suspects or {})


def check_shape(function: Callable[..., Any], *args: Any, shape: Sequence[int]) -> None:
    """Check the shape of ``function(*args)``, whatever its dtype, and print a line.

    Raises :class:`CheckFailed` where it is another, or no array of numbers comes back.

    >>> check_shape(lambda n, d: np.zeros((d, n)), 4, 3, shape=(4, 3))
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: <lambda>: wrong shape
      called with   n = 4, d = 3
      got           shape (3, 4)
      expected      shape (4, 3)
      likely cause  rows and columns are exchanged: it should be (4, 3)
    """
    with _remembering_result(function), _saying_arguments(function, args):
        asked = student_function(function)
        shape_or_fail(asked(*frozen(args)), np.zeros(tuple(shape)), Comparing(asked.name))


def check_raises(
    error: type[Exception], function: Callable[..., Any], *args: Any, mentions: str = ""
) -> None:
    """Check that ``function(*args)`` raises ``error`` with ``mentions`` in it, and print a line.

    Raises :class:`CheckFailed` where it returns, or raises another error or with another text.

    >>> def scale(x, by):
    ...     return x / by if by else x
    >>> check_raises(ValueError, scale, 1.0, 0.0, mentions="by")
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: scale: accepted bad input
      input     (1.0, 0.0)
      got       1.0
      expected  ValueError that names 'by'
    """
    with _remembering_result(function):
        expectations.expect_raises(error, function, *args, mentions=mentions)


@contextlib.contextmanager
def _remembering_result(function: Callable[..., Any]) -> Iterator[None]:
    """Remember whether ``function`` passes what is checked inside, and say so if it does."""
    asked = student_function(function)
    _remember(asked.function, False)
    yield
    _remember(asked.function, True)
    print(f"{asked.name}: {PASSED}")


def _remember(function: Callable[..., Any], has_passed: bool) -> None:
    with contextlib.suppress(TypeError):  # what no reference can be kept of, as a ufunc
        _passed[function] = has_passed


@contextlib.contextmanager
def _compared_with_own(of: Callable[..., Any]) -> Iterator[None]:
    """Say that what fails inside was compared with the reader's own ``of``, or blame that first.

    The numerical derivative calls ``of`` as it is, hundreds of times, so an error in it arrives
    here bare.
    """
    try:
        yield
    except NotDifferentiable:
        rule = "finite and without jumps, so that it has a gradient to compare with"
        raise CheckFailed(student_function(of).name, "rule", (Fact("rule", rule),)) from None
    except CheckFailed as failed:
        if failed.kind not in ("value", "not-finite"):
            raise
        own = _functions_called_by(of)
        own.pop(failed.name, None)
        for name, function in own.items():
            if _passed.get(function) is False:
                rule = f"compared with your own {name}, which fails its check: fix {name} first"
                raise CheckFailed(failed.name, "rule", (Fact("rule", rule),)) from None
        names = [name for name in own if name != "<lambda>"]
        if names:
            loss = min(names, key=lambda name: own[name] not in _passed)
            text = f"the numerical derivative of {loss}; if {loss} is wrong, fix it first"
            failed.add(Fact("compared with", text))
        raise
    except Exception as error:
        raise student_function(of).failure_from(error) from error


def _functions_called_by(function: Callable[..., Any]) -> dict[str, FunctionType]:
    """``function`` and those of the same notebook that it calls, directly or not, by name."""
    found: dict[str, FunctionType] = {}
    todo: list[Any] = [function]
    while todo:
        one = todo.pop(0)
        if isinstance(one, FunctionType) and one not in found.values():
            found[one.__name__] = one
            called = (one.__globals__.get(name) for name in one.__code__.co_names)
            todo += [c for c in called if getattr(c, "__globals__", None) is one.__globals__]
    return found


@dataclass(frozen=True)
class _Case:
    """What came for the arguments of one case: evidence for each part of the result."""

    args: tuple[Any, ...]
    parts: list[Evidence]


def _check_cases(
    function: Callable[..., Any],
    cases: Sequence[tuple[tuple[Any, ...], Any]],
    rtol: float,
    suspects: Mapping[str, Sequence[Any]],
) -> None:
    called, stopped = _call_cases(function, cases, rtol)
    for case in called:
        others = [one for one in called if one is not case and len(one.parts) == len(case.parts)]
        for index, part in enumerate(case.parts):
            try:
                with _saying_arguments(function, case.args):
                    assert_matches(part, *(other.parts[index] for other in others))
            except CheckFailed as failed:
                failed.explain(*_suspected(called, suspects) or failed.hints)
                raise
    if stopped is not None:
        raise stopped


def _call_cases(
    function: Callable[..., Any], cases: Sequence[tuple[tuple[Any, ...], Any]], rtol: float
) -> tuple[list[_Case], CheckFailed | None]:
    """Call ``function`` case by case, up to one whose type, shape or dtype is wrong already."""
    asked = student_function(function)
    known = _lookup(function, cases)
    called: list[_Case] = []
    for args, expected in cases:
        args = frozen(args)
        about = Comparing(asked.name, named_arguments(function, args), rtol=rtol, reference=known)
        try:
            with _saying_arguments(function, args):
                called.append(_Case(args, list(evidence_of(asked(*args), expected, about))))
        except CheckFailed as failed:
            return called, failed
    return called, None


def _suspected(called: Sequence[_Case], suspects: Mapping[str, Sequence[Any]]) -> list[Hint]:
    """Hints for the suspects that give these answers, case by case and part by part."""
    got = [[part.got for part in case.parts] for case in called]
    return [Hint("suspect", text) for text, answers in suspects.items() if _gave(got, answers)]


def _gave(got: Sequence[Sequence[np.ndarray]], answers: Sequence[Any]) -> bool:
    """Whether what came, case by case and part by part, are these answers."""
    for parts, answer in zip(got, answers, strict=False):
        several = answer if isinstance(answer, tuple) else (answer,)
        if len(parts) != len(several) or not all(map(_is_equal, parts, several)):
            return False
    return True


def _lookup(
    function: Callable[..., Any], cases: Sequence[tuple[tuple[Any, ...], Any]]
) -> Callable[..., Any]:
    """Return the right answers to ``cases`` as a function like ``function``, for the diagnosis.

    It knows nothing else: a ``LookupError`` for all other arguments.
    """

    @functools.wraps(function)
    def look_up(**given: Any) -> Any:
        wanted = {**defaults(function), **given}
        for args, expected in cases:
            known = {**defaults(function), **named_arguments(function, args)}
            if known.keys() == wanted.keys() and all(_is_equal(known[k], wanted[k]) for k in known):
                return expected
        raise LookupError

    return look_up


def _is_equal(one: Any, other: Any) -> bool:
    """Whether two arguments or answers mean the same, up to rounding; a list means an array.

    Unlike :func:`~autograder.checks.purity.same`, which sees any change of a value, and
    :func:`~autograder.checks.comparison.assert_matches`, which says what is wrong.
    """
    if one is other:
        return True
    try:
        one, other = np.asarray(one, float), np.asarray(other, float)
        return one.shape == other.shape and np.allclose(one, other, rtol=1e-9, atol=1e-12)
    except (TypeError, ValueError):
        pass
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(_is_equal, one, other))
    return isinstance(one, str) and one == other


@contextlib.contextmanager
def _saying_arguments(function: Callable[..., Any], args: tuple[Any, ...]) -> Iterator[None]:
    """Say in a message of a failure which arguments it is about."""
    try:
        yield
    except CheckFailed as failed:
        if failed.kind not in ("not-implemented", "missing"):
            given = named_arguments(function, args)
            text = ", ".join(f"{name} = {brief(value)}" for name, value in given.items())
            failed.add(Fact("called with", text), first=True)
        raise
