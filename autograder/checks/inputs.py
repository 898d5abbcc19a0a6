"""Inputs for graded checks: sizes and numbers at which different mistakes look different.

Where a batch of 4 samples comes in, a factor of 4 may be the number of samples or a square that
was forgotten; with as many samples as inputs a transposed matrix goes unseen. So the general sizes
here hold no 1, 2 or 4, and none of n, d, k, n - 1 and d + 1 is another of them. Sizes at which
something vanishes (one sample, one input, as many of each) stand after these, as cases of their
own.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

Size = int | tuple[int, ...]

#: (n, d): samples and inputs, more samples than inputs and fewer, then what is special
SHAPES = ((9, 5), (7, 3), (6, 9), (5, 5), (1, 3), (7, 1), (1, 1))
#: (n, d, k): samples, inputs and outputs (or classes); then as above, and two classes
LAYERS = ((7, 3, 5), (9, 5, 3), (5, 5, 5), (1, 3, 5), (7, 1, 3), (7, 3, 2), (7, 3, 1), (1, 1, 1))
#: shapes of one array for functions that treat every element alike, down to a single number
ARRAYS = ((7,), (5, 3), (3, 1, 5), (1,), ())
#: what a drawn size may be
SIZES = (3, 5, 6, 7, 9, 10, 11)
#: where exp overflows, underflows, or rounds 1 + exp away; shape (10,)
HUGE = np.array([-1e4, -746.0, -710.0, -300.0, -37.5, 37.5, 300.0, 710.0, 746.0, 1e4])
HUGE.flags.writeable = False


def differ(n: int, d: int, k: int = 0) -> bool:
    """Whether no two of n, d, k, n - 1 and d + 1 are the same, so that each can be told."""
    numbers = [n, d, n - 1, d + 1] + [k] * (k > 0)
    return len(set(numbers)) == len(numbers)


def shapes(rng: np.random.Generator) -> Iterator[tuple[int, int]]:
    """Yield (n, d) of :data:`SHAPES`, and one that is drawn and that nobody can prepare for."""
    yield from SHAPES
    drawn = [(n, d) for n in SIZES for d in SIZES if differ(n, d) and (n, d) not in SHAPES]
    yield drawn[rng.integers(len(drawn))]


def layers(rng: np.random.Generator) -> Iterator[tuple[int, int, int]]:
    """Yield (n, d, k) of :data:`LAYERS`, and one that is drawn."""
    yield from LAYERS
    drawn = [(n, d, k) for n in SIZES for d in SIZES for k in SIZES if differ(n, d, k)]
    yield drawn[rng.integers(len(drawn))]


def signs(rng: np.random.Generator, size: Size) -> np.ndarray:
    """Draw numbers -1.0 and 1.0."""
    return rng.choice([-1.0, 1.0], size=size)


def nonzero(
    rng: np.random.Generator, size: Size, low: float = 0.2, high: float = 2.0
) -> np.ndarray:
    """Draw numbers of either sign, ``low`` to ``high`` in size: away from a kink at zero."""
    return signs(rng, size) * rng.uniform(low, high, size=size)


def whole(rng: np.random.Generator, size: Size) -> np.ndarray:
    """Draw whole numbers from -3 to 3 as floats, none zero: they survive rounding."""
    return rng.choice([-3.0, -2.0, -1.0, 1.0, 2.0, 3.0], size=size)


def labels(rng: np.random.Generator, n: int, k: int = 2) -> np.ndarray:
    """Draw n integer labels 0 … k - 1, not all the same whenever n and k allow it; shape (n,)."""
    y = rng.integers(0, k, size=n)
    if n > 1 and k > 1:
        first, second = rng.choice(n, size=2, replace=False)
        y[second] = (y[first] + rng.integers(1, k)) % k
    return y


def problem(rng: np.random.Generator, n: int, d: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Draw weights (d,), inputs (n, d), and targets (n,) that no weights fit if n > d."""
    return rng.normal(size=d), rng.normal(size=(n, d)), 2.0 * rng.normal(size=n)
