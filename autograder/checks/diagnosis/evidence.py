"""What is known about a wrong value, and how well a hypothesis explains it."""

from __future__ import annotations

import functools
import math
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.checks.derivative import numerical_derivative
from autograder.checks.diagnosis.names import PARAMETER, SAMPLES, UPSTREAM

#: A hypothesis must explain all but this share of the error.
MISFIT = 1e-5
#: What agreement to ``MISFIT`` on one number without pattern is worth, in bits.
BITS = 16
#: Bits that a hypothesis without free choices needs, and that each choice costs on top.
BITS_NEEDED, BITS_A_CHOICE = 8, 4

#: A number is a share of a whole where its denominator is no larger than this.
MOST_BELOW = 128

#: Samples are tried one by one up to this many: each costs a derivative.
MOST_SAMPLES = 64
#: The loss or reference is evaluated no more often for all hypotheses on one value (2,000 is the
#: most that a mistake of the course takes): a hint is a courtesy, and a clock would let the
#: machine decide which hint there is.
MOST_EVALUATIONS = 20_000


class OutOfBudget(Exception):
    """No further evaluation is spent on this value."""


@dataclass
class Budget:
    """How many evaluations are left."""

    left: int = MOST_EVALUATIONS

    def spend(self) -> None:
        """Take one evaluation, or raise :class:`OutOfBudget`."""
        if self.left <= 0:
            raise OutOfBudget
        self.left -= 1


@dataclass(frozen=True)
class Evidence:
    """What a check knows about a wrong value.

    ``got`` and ``expected`` are arrays; ``given`` maps argument names to their values. For
    a gradient, ``of`` is the loss that was differentiated and ``wrt`` the argument's name;
    otherwise ``reference``, if there is one, gives ``expected`` for ``given``.
    """

    name: str
    got: np.ndarray
    expected: np.ndarray
    tolerance: np.ndarray
    given: dict[str, Any] = field(default_factory=dict)
    what: str = ""
    of: Callable[..., Any] | None = None
    wrt: str = ""
    reference: Callable[..., Any] | None = None
    budget: Budget = field(default_factory=Budget, repr=False, compare=False)
    #: what a rule worked out at some cost, for the next one that needs it
    worked_out: dict[str, np.ndarray] = field(default_factory=dict, repr=False, compare=False)

    def loss(self, **given: Any) -> float:
        """Return the loss that was differentiated, for these arguments."""
        if self.of is None:
            raise TypeError(f"the value of {self.name} is no gradient")
        self.budget.spend()
        return float(self.of(**given))

    def expected_for(self, **changed: Any) -> np.ndarray | None:
        """Return the right numbers for other arguments; ``None`` where they cannot be had."""
        given = {**self.given, **changed}
        try:
            with np.errstate(all="ignore"), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                if self.of is not None:
                    x = np.asarray(given[self.wrt], float)
                    return numerical_derivative(lambda v: self.loss(**{**given, self.wrt: v}), x)[0]
                if self.reference is not None:
                    self.budget.spend()
                    return np.asarray(self.reference(**given), float)
        except Exception:
            return None  # an author's function need not accept what a hypothesis asks
        return None

    def bits(self, numbers: Any) -> float | None:
        """Return what it tells, in bits, that ``numbers`` are the student's; else ``None``.

        Where the student's numbers are right, it tells nothing.
        """
        try:
            got, expected, numbers = (
                np.asarray(array, float) for array in (self.got, self.expected, numbers)
            )
        except (TypeError, ValueError):
            return None
        if got.shape != numbers.shape:
            return None
        if not np.isfinite([got, numbers]).all():
            return 0.0 if np.array_equal(got, numbers) else None
        error = np.abs(got - expected) if self.same_shape else np.abs(got)
        largest = error.max(initial=0.0)
        wrong = error > np.maximum(np.max(self.tolerance), MISFIT * largest)
        misfit = MISFIT * min(largest, np.abs(got).max(initial=0))
        if not wrong.any():
            misfit = np.maximum(np.max(self.tolerance), misfit)
        if np.abs(got - numbers).max(initial=0.0) > misfit:
            return None
        if not wrong.any():
            return 0.0
        bits = information(got[wrong])
        if self.same_shape and np.ptp(got) > 0:  # which of them are wrong tells something, too
            bits = max(bits, _bits_of_choosing(int(np.count_nonzero(wrong)), got.size))
        return float(bits)

    @property
    def wrong_numbers(self) -> set[float]:
        """The numbers that are wrong, each once."""
        got = np.asarray(self.got, float)
        if not self.same_shape:
            return set(got.ravel().tolist())
        with np.errstate(invalid="ignore"):
            return set(got[np.abs(got - self.expected) > self.tolerance].ravel().tolist())

    @property
    def same_shape(self) -> bool:
        return np.shape(self.got) == np.shape(self.expected)

    @functools.cached_property
    def arrays(self) -> dict[str, np.ndarray]:
        """The arguments that are arrays of numbers (or lists that make one), as floats."""
        found = {}
        for name, value in self.given.items():
            if isinstance(value, (np.ndarray, list, tuple)):
                try:
                    found[name] = np.asarray(value, float)
                except (TypeError, ValueError):
                    continue
        return {name: array for name, array in found.items() if array.ndim}

    @functools.cached_property
    def numbers(self) -> dict[str, float]:
        """The arguments that are single numbers, by name."""
        kinds = (int, float, np.integer, np.floating)
        return {
            name: float(value)
            for name, value in self.given.items()
            if isinstance(value, kinds) and not isinstance(value, bool) and name != self.wrt
        }

    def numbers_among(self, names: Sequence[str]) -> list[str]:
        """Return those of ``names`` that are arguments with a single number."""
        return [name for name in names if name in self.numbers]

    @property
    def upstreams(self) -> list[str]:
        """Names of the upstream gradients among the arguments."""
        return [name for name in self.arrays if UPSTREAM.fullmatch(name) and name != self.wrt]

    @property
    def n(self) -> int | None:
        """Number of samples: the rows of ``X``, the length of ``y``, and the like."""
        for name in (*SAMPLES, *self.upstreams):
            if name in self.arrays and (self.arrays[name].ndim > 1 or name == "y"):
                return len(self.arrays[name])
        return None

    @property
    def few_samples(self) -> int:
        """Number of samples where there are several, and few enough to try each; else 0."""
        n = self.n or 0
        return n if 1 < n <= MOST_SAMPLES else 0

    def rows(self, index: slice | np.ndarray) -> dict[str, np.ndarray]:
        """Return all arguments with a row for each sample, with the rows of ``index`` alone."""
        return {
            # as given: labels that choose a column must stay whole numbers
            name: np.asarray(self.given[name])[index]
            for name, array in self.arrays.items()
            if len(array) == self.n and name != self.wrt and not PARAMETER.fullmatch(name)
        }

    @functools.cached_property
    def each(self) -> np.ndarray | None:
        """What each sample adds to the right answer, ``(n, …)``.

        ``None`` where the answer is neither the sum nor the mean of those on one sample.
        """
        n = self.few_samples
        tried = [self.expected_for(**self.rows(slice(i, i + 1))) for i in range(n)]
        parts = [part for part in tried if part is not None and part.shape == self.expected.shape]
        if not n or len(parts) < n:
            return None
        total = np.sum(np.array(parts), axis=0)
        for share in (1.0, 1.0 / n):
            if np.allclose(share * total, self.expected, rtol=1e-6, atol=1e-9):
                return share * np.array(parts)
        return None


def is_enough(bits: float, choices: int) -> bool:
    """Whether numbers that tell so much outweigh the ``choices`` a hypothesis was free to make.

    A lone 2 is no evidence for anything.
    """
    return bits >= BITS_NEEDED + BITS_A_CHOICE * choices


@np.errstate(over="ignore", invalid="ignore")  # of numbers near the largest one
def information(numbers: np.ndarray) -> float:
    """Return the bits that it takes to hit these by accident: few for round or equal numbers.

    Round is what has few digits, binary ones or decimal ones, or is a fraction of a small number.
    """
    numbers = np.ravel(numbers)
    if not numbers.size:
        return 0.0
    mantissa, exponent = np.frexp(np.abs(numbers[numbers != 0]))
    mantissa, exponent = np.unique([mantissa.round(9), exponent], axis=1)
    whole = np.rint(mantissa * 2**30).astype(np.int64)
    trailing = np.log2(np.maximum(whole & -whole, 1))
    # a mantissa that was rounded up to 1 may be beyond the largest number
    sizes = np.ldexp(mantissa, np.minimum(exponent, 1023).astype(int))
    decimals = np.array([_decimals(number) for number in sizes])
    binary = np.minimum(30 - trailing, BITS) + 2  # for the power of two
    digits = np.minimum(np.minimum(binary, decimals), _bits_of_fractions(sizes))
    signs = numbers.size - 1 if np.ptp(numbers) > 0 else 0
    return float(digits.sum() + signs)


def _bits_of_choosing(k: int, n: int) -> float:
    """The bits that it takes to say which k of n."""
    ways = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return ways / math.log(2)


def _bits_of_fractions(sizes: np.ndarray) -> np.ndarray:
    """The bits of p/q for a small q: a share of right answers is one of few numbers."""
    below = np.arange(1, MOST_BELOW + 1)
    above = sizes[:, None] * below
    is_whole = np.abs(above - np.rint(above)) < 1e-7
    first = np.where(is_whole.any(axis=1), below[is_whole.argmax(axis=1)], np.inf)
    return np.log2(first) + np.log2(np.maximum(sizes, 1)) + 3  # and which is the whole


def _decimals(number: float) -> float:
    """The bits of the decimal digits that a number is written with, and of the power of ten."""
    digits = f"{number:.8e}".split("e")[0].replace(".", "").strip("0")
    return (len(digits) + 1) * np.log2(10)
