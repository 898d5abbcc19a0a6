"""What is known about a wrong value, and how well a hypothesis explains it."""

from __future__ import annotations

import functools
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.checks.derivative import numerical_derivative

#: A hypothesis must explain all but this share of the error.
MISFIT = 1e-5
#: What agreement to ``MISFIT`` on one number without pattern is worth, in bits.
BITS = 16
#: Bits that a hypothesis without free choices needs, and that each choice costs on top.
BITS_NEEDED, BITS_A_CHOICE = 8, 4

#: Arguments with one row for each sample, and those that have none whatever their length.
SAMPLES = ("X", "V", "Z", "y", "x", "z", "pred")
PARAMETER = re.compile(r"([wWbcU]|W[xh]|theta|gamma|beta)\d*|params.*")
#: Names of the gradient that reaches a backward function from above.
UPSTREAM = re.compile(r"upstream|d[A-Zyhc]\d*|d_?out\d*")


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
    of: Callable | None = None
    wrt: str = ""
    reference: Callable | None = None

    def expected_for(self, **changed: Any) -> np.ndarray | None:
        """The right numbers for other arguments; ``None`` where they cannot be had."""
        given = {**self.given, **changed}
        try:
            with np.errstate(all="ignore"), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                if self.of is not None:
                    x = np.asarray(given[self.wrt], float)
                    return numerical_derivative(lambda v: self.of(**{**given, self.wrt: v}), x)[0]
                if self.reference is not None:
                    return np.asarray(self.reference(**given), float)
        except Exception:
            return None  # an author's function need not accept what a hypothesis asks
        return None

    def bits(self, numbers: Any) -> float | None:
        """What it tells, in bits, that ``numbers`` are the student's; ``None`` if they are not.

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
        if self.same_shape and np.ptp(expected[wrong]) > 0:
            bits = max(bits, np.count_nonzero(wrong))  # the same number where others belong
        return float(bits)

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
            name: value
            for name, value in self.given.items()
            if isinstance(value, kinds) and not isinstance(value, bool) and name != self.wrt
        }

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

    def rows(self, index: slice | np.ndarray) -> dict[str, np.ndarray]:
        """Every argument that has a row for each sample, with the rows of ``index`` alone."""
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
        if not self.n or not 1 < self.n <= 64:
            return None
        parts = [self.expected_for(**self.rows(slice(i, i + 1))) for i in range(self.n)]
        if any(part is None or part.shape != self.expected.shape for part in parts):
            return None
        total = np.sum(parts, axis=0)
        for share in (1.0, 1.0 / self.n):
            if np.allclose(share * total, self.expected, rtol=1e-6, atol=1e-9):
                return share * np.array(parts)
        return None


def is_enough(bits: float, choices: int) -> bool:
    """Whether numbers that tell so much outweigh the ``choices`` a hypothesis was free to make.

    A lone 2 is no evidence for anything.
    """
    return bits >= BITS_NEEDED + BITS_A_CHOICE * choices


def information(numbers: np.ndarray) -> float:
    """Bits that it takes to hit these numbers by accident: few for round or equal ones."""
    numbers = np.ravel(numbers)
    if not numbers.size:
        return 0.0
    mantissa, exponent = np.frexp(np.abs(numbers[numbers != 0]))
    mantissa, _ = np.unique([mantissa.round(9), exponent], axis=1)
    whole = np.rint(mantissa * 2**30).astype(np.int64)
    trailing = np.log2(np.maximum(whole & -whole, 1))
    digits = np.minimum(30 - trailing, BITS) + 2  # for the power of two
    signs = numbers.size - 1 if np.ptp(numbers) > 0 else 0
    return float(digits.sum() + signs)
