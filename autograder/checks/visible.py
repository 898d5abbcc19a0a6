"""Checks for notebooks: a line when all is well, a short block when it is not."""

from __future__ import annotations

import contextlib
import functools
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.checks import expectations
from autograder.checks.comparison import Comparing, assert_matches, evidence_of, shape_or_fail
from autograder.checks.derivative import NotDifferentiable
from autograder.checks.diagnosis import Evidence, hints_are_wanted
from autograder.checks.facts import Fact, Hint
from autograder.checks.failure import CheckFailed
from autograder.checks.gradients import Wrt, expect_backward, expect_gradient
from autograder.checks.known import parts_of, sentence_for_all
from autograder.checks.mine import names_kept
from autograder.checks.own import (
    Helper,
    about_call,
    asked_in,
    failing,
    has_passed,
    own_functions,
    remember,
)
from autograder.checks.purity import frozen
from autograder.checks.session import expect_its_cell_ran, say_passed, take_back
from autograder.checks.signatures import defaults, named_arguments
from autograder.checks.student import Raised, StudentFunction

PASSED = "visible checks passed; more are run when graded"

#: What says that something came back, and not that nothing could.
WRONG = ("value", "not-finite", "unstable", "type", "shape", "dtype", "exception")


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
      called with    w = [ 1.5, -0.7]
      where          gradient for w
      worst at       [0]; 2 of 2 components are wrong
      got            -3
      expected       3
      off by         6, where up to 3e-10 is allowed
      compared with  the numerical derivative of square; if square is wrong, mend it first
      likely cause   the sign is flipped, as where a difference is taken the other way round

    See Also: :func:`~autograder.checks.expect_gradient`, for graded checks.
    """
    cell = _cell()
    asked, loss = asked_in(cell, gradient), asked_in(cell, of)
    with _remembering_result(asked, cell), _compared_with_own(asked, of, cell):
        value = loss(*frozen(tuple(at)), **frozen(options))
        expectations.expect_shape(value, (), loss.name)
        with _saying_arguments(asked, tuple(at)):
            expect_gradient(asked, of, at, wrt, **options)


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
      called with    Z = [[ 0.3, -1.2, 0.8]]
      where          gradient for Z
      worst at       [0, 2]; 3 of 3 components are wrong
      got            0.512338
      expected       1.02468
      off by         0.51, where up to 1e-10 is allowed
      compared with  the numerical derivative of square; if square is wrong, mend it first
      likely cause   half as large as it should be: a factor 2 is missing
    """
    cell = _cell()
    asked, forward = asked_in(cell, backward), asked_in(cell, of)
    with _remembering_result(asked, cell), _compared_with_own(asked, of, cell):
        if forward(*frozen(tuple(at)), **frozen(options)) is None:
            expectations.expect_shape(None, (), forward.name)
        upstream = np.random.default_rng(0)
        with _saying_arguments(forward, tuple(at)):
            expect_backward(asked, of, at, upstream, wrt, takes=takes, cache=cache, **options)


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
    cell = _cell()
    asked = asked_in(cell, function)
    given = [value for args, _ in cases for value in args]
    with _remembering_result(asked, cell), _resting_on_own(asked, given, cell):
        _check_cases(asked, cases, rtol, suspects or {})


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
    cell = _cell()
    asked = asked_in(cell, function)
    with (
        _remembering_result(asked, cell),
        _resting_on_own(asked, args, cell),
        _saying_arguments(asked, args),
    ):
        result = asked(*frozen(args))
        shape_or_fail(result, np.zeros(tuple(shape)), Comparing(asked.name))


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
    cell = _cell()
    asked = asked_in(cell, function)
    with _remembering_result(asked, cell):
        expectations.expect_raises(error, asked, *args, mentions=mentions)


def _cell() -> str:
    """The file of the cell that calls the check that calls this."""
    return sys._getframe(2).f_code.co_filename


@contextlib.contextmanager
def _remembering_result(asked: StudentFunction, cell: str) -> Iterator[None]:
    """Remember whether what is asked passes what is checked inside, and say so if it does."""
    try:
        expect_its_cell_ran(asked.name, _own(asked))
        yield
    except BaseException as error:
        if isinstance(error, Raised):
            _say_where_it_is_kept(error)
        remember(_own(asked), False, cell)
        take_back(asked.name)
        raise
    remember(_own(asked), True, cell)
    say_passed(asked.name, f"{asked.name}: {PASSED}")


def _say_where_it_is_kept(failed: Raised) -> None:
    """Add what to do where a name is missing here that ``mine.py`` has."""
    name = failed.cause.name if isinstance(failed.cause, NameError) else ""
    if name in names_kept():
        note = f"your own {name} is in mine.py: run the cell that imports it"
        failed.add(Fact("note", f"{note}, or copy it into a cell of yours if there is none"))


def _own(asked: StudentFunction) -> Callable[..., Any]:
    """The student's function that is asked, or stands behind a helper that is."""
    return asked.own if isinstance(asked, Helper) else asked.function


@contextlib.contextmanager
def _resting_on_own(asked: StudentFunction, given: Sequence[Any], cell: str) -> Iterator[None]:
    """Blame another function of the reader's that what is asked calls, and that fails its check."""
    try:
        yield
    except CheckFailed as failed:
        if failed.kind in WRONG:
            _blame(failed, asked, [asked.function, *given], cell, "it rests on")
        raise


def _blame(
    failed: CheckFailed, asked: StudentFunction, called: Sequence[Any], cell: str, how: str
) -> None:
    """Raise instead of ``failed`` that a function which fails its check is to be mended first."""
    for one in called:
        if name := failing(own_functions(one, cell), but=_own(asked)):
            why = f"{how} your own {name}, which fails its check: mend {name} first"
            facts, headline = (Fact("reason", why),), "cannot be judged yet"
            raise CheckFailed(failed.name, "rule", facts, headline=headline) from None


@contextlib.contextmanager
def _compared_with_own(asked: StudentFunction, of: Callable[..., Any], cell: str) -> Iterator[None]:
    """Say that what fails inside was compared with the reader's own ``of``, or blame that first.

    The numerical derivative calls ``of`` as it is, hundreds of times, so an error in it arrives
    here bare.
    """
    try:
        yield
    except NotDifferentiable:
        rule = "finite and without jumps, so that it has a gradient to compare with"
        raise CheckFailed(asked_in(cell, of).name, "rule", (Fact("rule", rule),)) from None
    except CheckFailed as failed:
        if failed.kind not in ("value", "not-finite"):
            raise
        _blame(failed, asked, [of], cell, "it is compared with")
        own = own_functions(of, cell)
        own.pop(failed.name, None)
        if own:
            loss = min(own, key=lambda name: has_passed(own[name]) is not None)
            text = f"the numerical derivative of {loss}; if {loss} is wrong, mend it first"
            failed.add(Fact("compared with", text))
        raise
    except Exception as error:
        raise asked_in(cell, of).failure_from(error) from error


@dataclass(frozen=True)
class _Case:
    """What came for one case: evidence for each part of the result, and what to say of the call."""

    args: tuple[Any, ...]
    parts: list[Evidence]
    about: tuple[Fact, ...]


def _check_cases(
    asked: StudentFunction,
    cases: Sequence[tuple[tuple[Any, ...], Any]],
    rtol: float,
    suspects: Mapping[str, Sequence[Any]],
) -> None:
    called, stopped = _call_cases(asked, cases, rtol)
    failures: list[tuple[_Case, CheckFailed]] = []
    for case in called:
        others = [one for one in called if one is not case and len(one.parts) == len(case.parts)]
        for index, part in enumerate(case.parts):
            try:
                assert_matches(part, *(other.parts[index] for other in others))
            except CheckFailed as failed:
                _say(failed, case.about)
                failed.explain(*_suspected(called, suspects) or failed.hints)
                failures.append((case, failed))
                break
    if failures:
        if stopped is None:
            whole = {text: a for text, a in suspects.items() if len(a) >= len(cases)}
            _know_all(*failures[0], called, asked.name, bool(_suspected(called, whole)))
        raise _most_helpful(failures, called, stopped is None)
    if stopped is not None:
        raise stopped


def _know_all(
    case: _Case, first: CheckFailed, called: Sequence[_Case], name: str, is_explained: bool
) -> None:
    """Keep with the ``first`` failure what came for all cases, and say what is known of it."""
    parts = [part for one in called for part in one.parts]
    if len(parts) < 2:
        return
    first.in_all_cases = np.concatenate([np.ravel(part.got).astype(float) for part in parts])
    bits = [[part.bits(part.got) or 0.0 for part in one.parts] for one in called]
    first.bits_in_all_cases = sum(map(sum, bits))
    own = next(index for index, one in enumerate(called) if one is case)
    first.bits_in_this_case = min((tell for tell in bits[own] if tell), default=0.0)
    says = sentence_for_all(name, first.in_all_cases) if hints_are_wanted() else ""
    if says and not is_explained:
        first.explain(Hint("known", says))


def _most_helpful(
    failures: list[tuple[_Case, CheckFailed]], called: Sequence[_Case], is_all: bool
) -> CheckFailed:
    """The first failure with a likely cause, else the one that has the fewest numbers.

    Where nobody looks for causes, to know mistakes by their numbers, it is the first.
    """
    for _, failed in failures:
        if failed.hints or not hints_are_wanted():
            return failed
    _, smallest = min(failures, key=lambda one: _size(one[0]))
    if is_all and len(failures) < len(called):
        right = f"{len(called) - len(failures)} of {len(called)} are right; this is the smallest"
        smallest.add(Fact("cases", f"{right} that is not"))
    return smallest


def _size(case: _Case) -> int:
    """How many numbers there are in the arguments and the result of a case."""
    parts = [*parts_of(case.args), *(part.expected for part in case.parts)]
    return sum(part.size for part in parts)


def _call_cases(
    asked: StudentFunction, cases: Sequence[tuple[tuple[Any, ...], Any]], rtol: float
) -> tuple[list[_Case], CheckFailed | None]:
    """Call what is asked case by case, up to one whose type, shape or dtype is wrong already."""
    function = asked.function
    known = _lookup(function, cases)
    called: list[_Case] = []
    for args, expected in cases:
        args = frozen(args)
        given = named_arguments(function, args)
        try:
            with _saying_arguments(asked, args):
                got = asked(*args)
                about = Comparing(asked.name, given, rtol=rtol, reference=known)
                parts = list(evidence_of(got, expected, about))
            # the text takes longer than the call, and nobody reads it who looks for numbers
            about_it = tuple(about_call(asked, args)) if hints_are_wanted() else ()
            called.append(_Case(args, parts, about_it))
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
def _saying_arguments(asked: StudentFunction, args: tuple[Any, ...]) -> Iterator[None]:
    """Say in a message of a failure which arguments it is about."""
    try:
        yield
    except CheckFailed as failed:
        _say(failed, tuple(about_call(asked, args)))
        raise


def _say(failed: CheckFailed, about: tuple[Fact, ...]) -> None:
    """Put first what a failure is about, if anything was called at all."""
    if failed.kind not in ("not-implemented", "missing"):
        failed.facts = (*about, *failed.facts)
