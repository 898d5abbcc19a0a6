"""Likely causes of a wrong value, found by testing hypotheses against the data.

A rule is a function from :class:`Evidence` to a :class:`Hint` or ``None``; to add one,
write it here and put :func:`rule` above it. A rule speaks only when its hypothesis
reproduces the student's numbers, so a hint is never a guess.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.checks.derivative import numerical_derivative
from autograder.checks.failure import Hint


@dataclass(frozen=True)
class Evidence:
    """What a check knows about a wrong value.

    ``got`` and ``expected`` are arrays; ``given`` maps argument names to their values. For
    a gradient, ``of`` is the loss that was differentiated and ``wrt`` the argument's name.
    """

    name: str
    got: np.ndarray
    expected: np.ndarray
    tolerance: np.ndarray
    given: dict[str, Any] = field(default_factory=dict)
    what: str = ""
    of: Callable | None = None
    wrt: str = ""

    def matches(self, hypothesis: Any) -> bool:
        """Whether the student's numbers are those of ``hypothesis`` (to 6 digits)."""
        got, other = np.asarray(self.got, float), np.asarray(hypothesis, float)
        if got.shape != other.shape or not np.isfinite(got).all():
            return False
        scale = max(np.abs(other).max(initial=0.0), np.abs(self.expected).max(initial=0.0))
        return bool(np.allclose(got, other, rtol=1e-6, atol=1e-6 * scale))

    @property
    def n(self) -> int | None:
        """Number of samples: the rows of ``X``, or the length of ``y`` or ``z``."""
        for key in ("X", "y", "x", "z"):
            if key in self.given and np.ndim(self.given[key]):
                return len(self.given[key])
        return None


Rule = Callable[[Evidence], "Hint | None"]
RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Add ``function`` to the rules, after those above it: first match first shown."""
    RULES.append(function)
    return function


def diagnose(evidence: Evidence, most: int = 1) -> tuple[Hint, ...]:
    """The first ``most`` hints whose hypothesis fits."""
    hints: list[Hint] = []
    for test in RULES:
        hint = test(evidence)
        if hint is not None:
            hints.append(hint)
            if len(hints) == most:
                break
    return tuple(hints)


def sample_gradients(e: Evidence) -> np.ndarray | None:
    """Derivative of the loss on each sample alone, ``(n, …)``; ``None`` if it cannot be had."""
    n = e.n
    if e.of is None or n is None or n > 64:
        return None
    x = np.asarray(e.given[e.wrt], float)
    rows = []
    for i in range(n):
        one = {
            key: np.asarray(value)[i : i + 1]
            if key != e.wrt and np.ndim(value) and len(value) == n
            else value
            for key, value in e.given.items()
        }
        try:
            with np.errstate(all="ignore"):
                rows.append(
                    numerical_derivative(lambda v, one=one: e.of(**{**one, e.wrt: v}), x)[0]
                )
        except Exception:
            return None  # this loss cannot be asked about one sample
    return np.array(rows)


@rule
def transposed(e: Evidence) -> Hint | None:
    """Rows and columns exchanged."""
    if e.got.ndim != 2 or e.got.T.shape != e.expected.shape:
        return None
    square = e.got.shape == e.expected.shape
    if square and (np.allclose(e.expected, e.expected.T) or not e.matches(e.expected.T)):
        return None
    return Hint("transposed", f"rows and columns are exchanged: it should be {e.expected.shape}")


@rule
def extra_axis(e: Evidence) -> Hint | None:
    """The right numbers in a shape with an axis too many, or too few."""
    got, wanted = e.got.shape, e.expected.shape
    if got == wanted:
        return None
    if e.got.size == e.expected.size and [s for s in got if s != 1] == [
        s for s in wanted if s != 1
    ]:
        return Hint(
            "shape",
            f"the numbers may be right but the shape is {got}, not {wanted}: "
            "a row or column was kept as a matrix, or a single number as an array",
        )
    if len(wanted) == 1 and got == (wanted[0], wanted[0]):
        return Hint("shape", "an (n,) array met an (n, 1) array and broadcasting made them (n, n)")
    if not wanted and e.of is None and e.got.ndim == 1 and e.got.shape[0] == e.n:
        return Hint("shape", "one number for each sample came back: is the mean or sum missing?")
    return None


@rule
def not_finite(e: Evidence) -> Hint | None:
    """Nan or infinity where a number should be."""
    bad = ~np.isfinite(np.asarray(e.got, float))
    if not bad.any() or np.shape(bad) != np.shape(e.expected) or not np.isfinite(e.expected).all():
        return None
    word = "nan" if np.isnan(np.asarray(e.got, float)).any() else "inf"
    return Hint(
        "not-finite",
        f"{word} comes from overflow in exp, log of 0, or 0/0: "
        "rearrange the formula so that large inputs are safe",
    )


@rule
def truncated(e: Evidence) -> Hint | None:
    """Decimals cut off by an integer array."""
    if e.got.shape != e.expected.shape or e.expected.dtype.kind != "f":
        return None
    for cut in (np.trunc, np.floor, np.rint):
        whole = cut(e.expected)
        if not np.allclose(whole, e.expected) and np.any(whole) and e.matches(whole):
            return Hint(
                "integer",
                "decimals are cut off: an array made from integers "
                "(np.zeros_like, np.array of ints) keeps integers",
            )
    if e.got.dtype.kind in "iub" and e.got.ndim:
        return Hint("integer", "the result holds integers: make it with dtype=float")
    return None


@rule
def zero(e: Evidence) -> Hint | None:
    """Zero everywhere, where it should not be."""
    if np.any(e.got) or not np.any(e.expected) or e.got.shape != e.expected.shape:
        return None
    if not e.got.ndim and e.of is None:  # a single 0 may have any cause
        return None
    return Hint("zero", "the result is zero everywhere: is it ever filled in?")


@rule
def constant_factor(e: Evidence) -> Hint | None:
    """Sign flipped, or a named factor: 2, 1/2, n, 1/n, and their negatives."""
    if e.got.shape != e.expected.shape or not np.any(e.expected) or not np.any(e.got):
        return None
    if e.of is None and e.expected.dtype.kind != "f":
        return None
    factors: dict[float, str] = {}
    n = e.n
    if n and n > 1:
        factors[n] = f"n = {n} times too large: the sum over the samples is not divided by n"
        factors[1 / n] = f"n = {n} times too small: it is divided by n once too often"
    factors.setdefault(2.0, "twice too large: a factor ½ is missing, or a 2 should cancel")
    factors.setdefault(0.5, "half as large as it should be: a factor 2 is missing")
    if e.matches(-e.expected):
        return Hint("sign", "the sign is flipped: check which term is subtracted from which")
    for factor, words in factors.items():
        if e.matches(factor * e.expected):
            return Hint("factor", words)
        if e.matches(-factor * e.expected):
            return Hint("factor", f"the sign is flipped, and it is {words}")
    if e.expected.size >= 3:  # with fewer components any answer is a multiple of any other
        ratio = float(np.vdot(e.got, e.expected) / np.vdot(e.expected, e.expected))
        if e.matches(ratio * e.expected):
            return Hint("factor", f"every component is {ratio:.4g} times what it should be")
    return None


@rule
def one_sample(e: Evidence) -> Hint | None:
    """The gradient of one sample alone: a loop left too early, or overwritten."""
    if e.of is None or e.got.shape != e.expected.shape or not e.n or e.n < 2:
        return None
    each = sample_gradients(e)
    if each is None:
        return None
    for index, word in ((0, "first"), (-1, "last")):
        for factor in (1.0, 1.0 / e.n):
            if np.any(each[index]) and e.matches(factor * each[index]):
                return Hint(
                    "one-sample",
                    f"only the {word} sample counts: is there a return, or an = for +=, "
                    "inside the loop?",
                )
    return None


def _sigmoid(z: np.ndarray) -> np.ndarray:
    return 0.5 * (1 + np.tanh(z / 2))


#: slope of each activation as a function of the pre-activation
SLOPES: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "σ'(z) = σ(z)(1 − σ(z))": lambda z: _sigmoid(z) * (1 - _sigmoid(z)),
    "1 − tanh²(z)": lambda z: 1 - np.tanh(z) ** 2,
}


@rule
def slope_missing(e: Evidence) -> Hint | None:
    """The chain rule stopped before the activation: each sample lacks (or has twice) its slope."""
    if e.of is None or e.got.shape != e.expected.shape or not {"X", "w"} <= e.given.keys():
        return None
    X, w = np.asarray(e.given["X"], float), np.asarray(e.given["w"], float)
    if X.ndim != 2 or w.shape != X.shape[1:]:
        return None
    z = X @ w + e.given.get("b", 0.0)
    each = sample_gradients(e)
    if each is None:
        return None
    for formula, slope in SLOPES.items():
        s = slope(z)
        if (s < 1e-12).any():
            continue
        s = s.reshape((-1,) + (1,) * (each.ndim - 1))
        if e.matches((each / s).mean(axis=0)) or e.matches((each / s).sum(axis=0)):
            return Hint("slope", f"the slope of the activation is missing: multiply by {formula}")
        if e.matches((each * s).mean(axis=0)) or e.matches((each * s).sum(axis=0)):
            return Hint("slope", f"the slope {formula} does not belong here: it cancels")
    return None
