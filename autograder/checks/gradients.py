"""Assertions on derivatives: a gradient or a backward pass against the numerical derivative.

The loss or forward function is the author's, never the answer's own, and the tolerance
follows from the error of its numerical derivative (:mod:`~autograder.checks.derivative`).
Compare anything else (a Hessian, say) with ``expect_close``::

    expected, error = numerical_jacobian(lambda w: reference.gradient(w, X, y), w)
    expect_close(student.hessian(w, X), expected, "hessian", atol=error)
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.checks.comparison import Comparing, assert_matches, coerce_or_fail, expect_parts
from autograder.checks.derivative import EPS, Derivative, NotDifferentiable, differentiate
from autograder.checks.purity import frozen
from autograder.checks.signatures import parameter_names
from autograder.checks.student import student_function

#: What rounding inside an honest gradient may change beyond the noise of the loss:
#: relatively, and where its terms are of order one and cancel.
RTOL = 1e-10
ATOL = 64 * EPS

#: Names of the arguments to differentiate by; ``None`` is the first.
Wrt = str | Sequence[str] | None


def expect_gradient(
    gradient: Callable[..., Any],
    of: Callable[..., Any],
    at: Sequence[Any],
    wrt: Wrt = None,
    **options: Any,
) -> None:
    """Raise unless ``gradient(*at, **options)`` is the derivative of ``of(*at, **options)``.

    ``wrt`` names the arguments of ``of`` to differentiate by (default: the first); with
    several names, ``gradient`` returns one value for each, in that order. The gradient for
    an argument that is a list or tuple of arrays (of any depth, as the ``(W, b)`` pairs of
    a network) has the same structure.

    Raises :class:`CheckFailed` for a wrong answer, that is for a component further from the
    numerical derivative than that one's own error allows. At a kink of the loss every value
    between the two one-sided slopes counts as right, and a little more; if all components of
    an argument are at one, :class:`NotDifferentiable` tells the author to choose another point.

    >>> def mse(w, X, y):
    ...     return np.mean((X @ w - y) ** 2)
    >>> def mse_gradient(w, X, y):
    ...     return 2 * X.T @ (X @ w - y)
    >>> rng = np.random.default_rng(0)
    >>> at = rng.normal(size=3), rng.normal(size=(5, 3)), rng.normal(size=5)
    >>> expect_gradient(mse_gradient, of=mse, at=at)
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: mse_gradient: wrong value
      where         gradient for w
      worst at      [2]; 3 of 3 components are wrong
      got           7.75367
      expected      1.55073
      off by        6.2, where up to 2e-10 is allowed
      likely cause  n = 5 times too large: a sum over the samples in place of their mean

    See Also: :func:`expect_backward`, for functions that take an upstream gradient.
    """
    asked = student_function(gradient)
    given = _named(of, at, options)
    result = asked(*frozen(tuple(at)), **frozen(options))
    wrt = next(iter(given)) if wrt is None else wrt
    _expect_derivatives(asked.name, result, _repeatable(of), given, wrt)


def expect_backward(
    backward: Callable[..., Any],
    of: Callable[..., Any],
    at: Sequence[Any],
    upstream: np.random.Generator,
    wrt: Wrt = None,
    *,
    takes: Sequence[str] | None = None,
    cache: Callable[..., Any] | None = None,
    **options: Any,
) -> None:
    """Raise unless ``backward`` takes an upstream gradient back through ``of(*at, **options)``.

    For each output of the forward function ``of``, a random gradient G is drawn from
    ``upstream``; ``backward(G, …)`` must be the derivative of the sum of G times the
    output, with respect to ``wrt`` as in :func:`expect_gradient`. What it takes after G is

    - by default the forward function's own arguments: ``relu_backward(dA, Z)``,
      ``max_pool_backward(dout, X, size, stride)``, with ``options`` as keywords;
    - those that ``takes`` names, where ``"out"`` is the output:
      ``affine_backward(dZ, X, W)`` has ``takes=("X", "W")``, ``sigmoid_backward(dA, A)``
      has ``takes=("out",)``;
    - the last of what ``cache(*at, **options)`` returns, and no options. Give the forward
      function of the same student, or ``of`` where the text fixes what the cache holds.
      ``of`` then returns a cache too, ``(out, cache)`` or ``(h, c, cache)``; there is a G for
      each value before it.

    A generator among the arguments is copied before every call, so dropout drops the same units.

    Raises :class:`CheckFailed` and :class:`NotDifferentiable` as :func:`expect_gradient` does.

    >>> def square(Z):
    ...     return Z**2
    >>> def square_backward(dA, Z):
    ...     return 2 * Z
    >>> rng = np.random.default_rng(0)
    >>> expect_backward(square_backward, square, at=(np.array([[0.3, -1.2, 0.8]]),), upstream=rng)
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: square_backward: wrong value
      where         gradient for Z
      worst at      [0, 1]; 3 of 3 components are wrong
      got           -2.4
      expected      0.317052
      off by        2.7, where up to 3e-11 is allowed
      likely cause  the upstream gradient dout is ignored: what comes back does not depend on it
    """
    asked = student_function(backward)
    at = frozen(tuple(at))  # now, since drawing from upstream may change a generator in it
    given = _named(of, at, options)
    of = _outputs(_repeatable(of), cached=cache is not None)
    outputs = of(**given)
    seeds = frozen([upstream.normal(size=np.shape(out)) for out in outputs])
    names = ["dout"] if len(seeds) == 1 else [f"dout{i}" for i in range(len(seeds))]
    if cache is not None:
        kept = student_function(cache)
        returned = kept(*frozen(at), **frozen(options))
        expect_parts(returned, len(seeds) + 1, kept.name)
        result = asked(*seeds, frozen(returned[-1]))
    else:
        known = {**given, "out": frozen(outputs[0])}
        passed = frozen(at) if takes is None else [known[name] for name in takes]
        result = asked(*seeds, *passed, **frozen(options))

    def contraction(**named: Any) -> float:
        upstreams = [named.pop(name) for name in names]
        return sum(float(np.sum(G * out)) for G, out in zip(upstreams, of(**named)))

    wrt = next(iter(given)) if wrt is None else wrt
    given = {**given, **dict(zip(names, seeds))}
    _expect_derivatives(asked.name, result, contraction, given, wrt)


def tolerance(found: Derivative) -> np.ndarray:
    """Return how far a right gradient may be from ``found``, for each of its components."""
    return np.asarray(found.error + RTOL * np.abs(found.value) + ATOL)


def _named(of: Callable[..., Any], at: Sequence[Any], options: dict[str, Any]) -> dict[str, Any]:
    """The arguments of ``of`` by name."""
    given: dict[str, Any] = frozen({**dict(zip(parameter_names(of), at, strict=False)), **options})
    return given


def _repeatable(function: Callable[..., Any]) -> Callable[..., Any]:
    """``function``, drawing the same random numbers in every call."""

    @functools.wraps(function)
    def call(**named: Any) -> Any:
        for name, value in named.items():
            if isinstance(value, np.random.Generator):
                named[name] = copy.deepcopy(value)
        return function(**named)

    return call


def _outputs(forward: Callable[..., Any], cached: bool) -> Callable[..., Any]:
    """``forward`` with its outputs as a tuple, without the cache."""

    def call(**named: Any) -> tuple[Any, ...]:
        out = forward(**named)
        if cached:
            return tuple(out[:-1])
        return out if isinstance(out, tuple) else (out,)

    return call


def _expect_derivatives(
    name: str,
    result: Any,
    loss: Callable[..., Any],
    given: dict[str, Any],
    wrt: str | Sequence[str],
) -> None:
    """Raise unless ``result`` holds the derivatives of ``loss(**given)`` by each of ``wrt``."""
    if isinstance(wrt, str):
        parts = [(wrt, result)]
    else:
        expect_parts(result, len(wrt), name)
        parts = list(zip(wrt, result))
    while parts:
        argument, got = parts.pop(0)
        value = given[argument]
        if _is_nested(value):
            expect_parts(got, len(value), name)
            loss, given, names = _unpacked(loss, given, argument)
            parts[:0] = zip(names, got)
        else:
            _expect_derivative(name, got, loss, given, argument)


def _expect_derivative(
    name: str, got: Any, loss: Callable[..., Any], given: dict[str, Any], argument: str
) -> None:
    """Raise unless the array ``got`` is the derivative of ``loss(**given)`` by ``argument``."""
    found = differentiate(lambda value: float(loss(**{**given, argument: value})), given[argument])
    if found.kink.size and found.kink.all():
        raise NotDifferentiable(
            f"the check of {name} asks for the derivative by {argument} where the loss has a "
            "kink (or a jump, or ends, or is too rough to tell): choose another point"
        )
    about = Comparing(name, given, f"gradient for {argument}", of=loss, wrt=argument)
    array = coerce_or_fail(got, found.value, about)
    assert_matches(about.evidence(array, found.value, tolerance(found)))


def _is_nested(value: Any) -> bool:
    """Whether ``value`` holds arrays, and is not one written as a list of numbers."""
    if not isinstance(value, (list, tuple)):
        return False
    return any(isinstance(item, np.ndarray) or _is_nested(item) for item in value)


def _unpacked(
    loss: Callable[..., Any], given: dict[str, Any], argument: str
) -> tuple[Callable[..., Any], dict[str, Any], list[str]]:
    """The same loss with each item of ``argument`` as an argument of its own, and their names."""
    rest = dict(given)
    value = rest.pop(argument)
    names = [f"{argument}[{index}]" for index in range(len(value))]

    def unpacked(**named: Any) -> float:
        items = type(value)([named.pop(name) for name in names])
        return float(loss(**{**named, argument: items}))

    return unpacked, {**rest, **dict(zip(names, value))}, names
