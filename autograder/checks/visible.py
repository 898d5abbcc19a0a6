"""Checks for notebooks: a line when all is well, a short block when it is not."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import FunctionType
from typing import Any

import numpy as np

from autograder.checks import expectations
from autograder.checks.comparison import Comparing, assert_matches, evidence_of
from autograder.checks.derivative import NotDifferentiable
from autograder.checks.diagnosis import Evidence
from autograder.checks.expectations import brief
from autograder.checks.facts import Fact, Hint
from autograder.checks.failure import CheckFailed
from autograder.checks.gradients import expect_backward, expect_gradient
from autograder.checks.purity import frozen
from autograder.checks.signatures import defaults, named_arguments
from autograder.checks.student import student_function

PASSED = "visible checks passed; more are run when graded"

#: The functions that a check was about, by name, with whether it failed.
_is_wrong: dict[str, tuple[Callable, bool]] = {}


def _reported(function: Callable, is_loss: bool = True) -> Callable:
    """``function`` of the same signature, whose errors come as messages, not as tracebacks.

    A loss that is no single number is an error too, and so is a forward pass without a result.
    """
    asked = student_function(function)

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        result = asked(*args, **kwargs)
        if is_loss or result is None:
            expectations.expect_shape(result, (), asked.name)
        return result

    return call


def check_gradient(
    gradient: Callable,
    of: Callable,
    at: Sequence[Any],
    wrt: str | Sequence[str] | None = None,
    **options: Any,
) -> None:
    """Compare ``gradient(*at)`` with the numerical derivative of ``of(*at)``.

    ``wrt`` names the arguments of ``of`` to differentiate by (default: the first).
    Here ``of`` is the reader's own function, so one without a slope is a mistake of the reader's,
    and where it failed its own check already, no cause is looked for in the gradient.
    """
    with _recorded(gradient), _beside(of):
        expect_gradient(gradient, _reported(of), at, wrt, **options)


def check_backward(
    backward: Callable,
    of: Callable,
    at: Sequence[Any],
    wrt: str | Sequence[str] | None = None,
    *,
    takes: Sequence[str] | None = None,
    cache: Callable | None = None,
    **options: Any,
) -> None:
    """Check that ``backward`` takes an upstream gradient back through ``of(*at)``.

    The upstream gradient is random, but the same in every run. ``takes`` and ``cache`` say
    what else ``backward`` is called with: see :func:`~autograder.checks.expect_backward`.
    """
    upstream = np.random.default_rng(0)
    with _recorded(backward), _beside(of):
        expect_backward(
            backward,
            _reported(of, is_loss=False),
            at,
            upstream,
            wrt,
            takes=takes,
            cache=cache,
            **options,
        )


def check_close(
    function: Callable,
    *cases: tuple[tuple, Any],
    rtol: float = 1e-9,
    suspects: Mapping[str, Sequence[Any]] | None = None,
) -> None:
    """Call ``function`` on the arguments of each case and compare with its expected value.

    A case is ``((argument, …), expected)``. What is said is of the first that fails; a likely
    cause has to fit all of them. Where no rule can know a typical mistake, ``suspects`` maps a
    text on it to the answers that it gives, one for each case.
    Arguments are copied, so that a function that changes them does not spoil the next cell.
    """
    with _recorded(function):
        _check_cases(function, cases, rtol, suspects or {})


def check_shape(function: Callable, *args: Any, shape: Sequence[int]) -> None:
    """Check the shape of ``function(*args)`` alone."""
    with _recorded(function), _called_with(function, args):
        asked = student_function(function)
        expectations.expect_shape(asked(*frozen(args)), shape, asked.name)


def check_raises(
    error: type[Exception], function: Callable, *args: Any, mentions: str = ""
) -> None:
    """Check that ``function(*args)`` raises ``error`` with ``mentions`` in its text."""
    with _recorded(function):
        expectations.expect_raises(error, function, *args, mentions=mentions)


@contextlib.contextmanager
def _recorded(function: Callable) -> Iterator[None]:
    """Remember whether ``function`` fails what is checked inside, and say so if it passes."""
    asked = student_function(function)
    _is_wrong[asked.name] = asked.function, True
    yield
    _is_wrong[asked.name] = asked.function, False
    print(f"{asked.name}: {PASSED}")


@contextlib.contextmanager
def _beside(of: Callable) -> Iterator[None]:
    """What fails inside was compared with the reader's own ``of``: say so, or blame that first."""
    try:
        yield
    except NotDifferentiable:
        rule = "finite and without jumps, so that it has a gradient to compare with"
        raise CheckFailed(student_function(of).name, "rule", (Fact("rule", rule),)) from None
    except CheckFailed as failed:
        if failed.kind not in ("value", "not-finite"):
            raise
        own = _rests_on(of)
        own.pop(failed.name, None)
        for name, function in own.items():
            if _is_wrong.get(name) == (function, True):
                rule = f"compared with your own {name}, which fails its check: fix {name} first"
                raise CheckFailed(failed.name, "rule", (Fact("rule", rule),)) from None
        names = [name for name in own if name != "<lambda>"]
        if names:
            loss = min(names, key=lambda name: name not in _is_wrong)
            text = f"the numerical derivative of {loss}; if {loss} is wrong, fix it first"
            failed.add(Fact("compared with", text))
        raise


def _rests_on(function: Callable) -> dict[str, Callable]:
    """``function`` and those of the same notebook that it calls, directly or not, by name."""
    found: dict[str, Callable] = {}
    todo = [function]
    while todo:
        one = todo.pop(0)
        if isinstance(one, FunctionType) and one not in found.values():
            found[one.__name__] = one
            called = (one.__globals__.get(name) for name in one.__code__.co_names)
            todo += [c for c in called if getattr(c, "__globals__", None) is one.__globals__]
    return found


def _check_cases(
    function: Callable,
    cases: Sequence[tuple[tuple, Any]],
    rtol: float,
    suspects: Mapping[str, Sequence[Any]],
) -> None:
    asked = student_function(function)
    known = _table(function, cases)
    tried: list[tuple[tuple, list[Evidence]]] = []
    stopped: CheckFailed | None = None
    for args, expected in cases:
        args = frozen(args)
        try:
            with _called_with(function, args):
                given = named_arguments(function, args)
                about = Comparing(asked.name, given, rtol=rtol, reference=known)
                parts = evidence_of(asked(*args), expected, about)
                tried.append((args, list(parts)))
        except CheckFailed as failed:
            stopped = failed
            break
    for args, parts in tried:
        others = [more for _, more in tried if more is not parts and len(more) == len(parts)]
        for index, part in enumerate(parts):
            try:
                with _called_with(function, args):
                    assert_matches(part, *(more[index] for more in others))
            except CheckFailed as failed:
                got = [[part.got for part in parts] for _, parts in tried]
                found = [text for text in suspects if _gave(got, suspects[text])]
                if found:
                    failed.explain(*(Hint("suspect", text) for text in found))
                raise
    if stopped is not None:
        raise stopped


def _gave(got: list[list[np.ndarray]], answers: Sequence[Any]) -> bool:
    """Whether what came, case by case and part by part, are these answers."""
    for parts, answer_ in zip(got, answers, strict=False):
        several = answer_ if isinstance(answer_, tuple) else (answer_,)
        if len(parts) != len(several) or not all(map(_equal, parts, several)):
            return False
    return True


def _table(function: Callable, cases: Sequence[tuple[tuple, Any]]) -> Callable:
    """The right answers to ``cases`` as a function like ``function``, for the diagnosis.

    It knows nothing else: a ``LookupError`` for all other arguments.
    """

    @functools.wraps(function)
    def look_up(**given: Any) -> Any:
        wanted = {**defaults(function), **given}
        for args, expected in cases:
            known = {**defaults(function), **named_arguments(function, args)}
            if known.keys() == wanted.keys() and all(_equal(known[k], wanted[k]) for k in known):
                return expected
        raise LookupError

    return look_up


def _equal(one: Any, other: Any) -> bool:
    if one is other:
        return True
    try:
        one, other = np.asarray(one, float), np.asarray(other, float)
        return one.shape == other.shape and np.allclose(one, other, rtol=1e-9, atol=1e-12)
    except (TypeError, ValueError):
        pass
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(_equal, one, other))
    return isinstance(one, str) and one == other


@contextlib.contextmanager
def _called_with(function: Callable, args: tuple) -> Iterator[None]:
    """Say in a message of a failure which arguments it is about."""
    try:
        yield
    except CheckFailed as failed:
        if failed.kind not in ("not-implemented", "missing"):
            given = named_arguments(function, args)
            text = ", ".join(f"{name} = {brief(value)}" for name, value in given.items())
            failed.add(Fact("called with", text), first=True)
        raise
