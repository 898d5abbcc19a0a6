"""Rules on the size of an answer: sign, constant factors, powers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from autograder.checks.diagnosis import examples as ex
from autograder.checks.diagnosis.evidence import Evidence
from autograder.checks.diagnosis.names import STARTS, STEP_SIZES
from autograder.checks.diagnosis.rules import Example, Guess, rule


def starts(e: Evidence) -> Iterator[np.ndarray | float]:
    """Yield what an answer may be an update of: nothing, or the parameters that were given."""
    yield 0.0
    if e.of is None:
        for name in STARTS:
            if name in e.arrays and e.arrays[name].shape == e.expected.shape:
                yield e.arrays[name]


@rule(
    "sign",
    Example(
        lambda w, X, y: -2 * X.T @ (X @ w - y) / len(y),
        ex.mean_square,
        (ex.w, ex.X, ex.y),
        "gradient",
    ),
)
def sign_flipped(e: Evidence) -> Iterator[Guess]:
    """Try the negative, of the answer or of the step that it makes."""
    for start in starts(e):
        update = np.any(start)
        yield Guess(
            "the step goes uphill, along the gradient and not against it"
            if update
            else "the sign is flipped, as where a difference is taken the other way round",
            2 * start - e.expected.astype(float),
            int(update),
        )


def named_factors(e: Evidence) -> Iterator[tuple[float, str, int]]:
    """Yield factors that a mistake may bring in, each with its words and its choices."""
    for name, value in e.numbers.items():
        words = f"the learning rate {name}" if name in STEP_SIZES else name
        if value not in (0, 1):
            choices = plain_or(2, value)
            yield 1 / value, missing(words), choices
            yield value, extra(words), choices
        if 0 < value < 1 and value != 0.5:
            yield 1 / (1 - value), missing(f"1 - {name}"), 2
            yield 1 - value, extra(f"1 - {name}"), 2
    for size, names in alike(widths(e)):
        choices = plain_or(2, size)
        mean = f"{size} times too small: a mean over an axis of {names} in place of a sum"
        yield 1 / size, mean, choices
        total = f"{size} times too large: a sum over an axis of {names} in place of a mean"
        yield size, total, choices
    for size, names in alike(counts(e)):
        text = f"{size} times too small: divided by the number of entries of {names}"
        yield 1 / size, text, plain_or(2, size)
    yield 2.0, "twice too large: a factor ½ is missing, or a 2 should cancel", 1
    yield 0.5, "half as large as it should be: a factor 2 is missing", 1
    if e.of is not None:  # a value may be a slope too small, which is at most ¼ for a sigmoid
        yield 4.0, "4 times too large: multiplied by 2 where it should be divided by it", 2
        yield 0.25, "4 times too small: divided by 2 where it should be multiplied by it", 2
    n = e.n or 1
    if n > 1:
        yield n, f"n = {n} times too large: a sum over the samples in place of their mean", 1
        yield (
            1 / n,
            f"n = {n} times too small: divided by n once too often, or a mean in place of a sum",
            1,
        )
        for d in inputs(e, n):
            yield n / d, f"divided by d = {d}, the number of inputs, and not by n = {n}", 2
        for power in (0.5, 1.0, -0.5, -1.0):
            where = "a mean" if abs(power) == 1 else "a standard deviation"
            yield (1 - 1 / n) ** power, f"n and n - 1 are exchanged, as in {where}", 2
    for base, words in ((2.0, "base 2"), (10.0, "base 10")):
        yield 1 / np.log(base), f"a logarithm to {words} in place of the natural one", 2
    for length, names in alike(lengths(e)):
        yield 1 / length, f"divided by the length of {names} once too often", 2
        yield length, f"not divided by the length of {names}", 2


def inputs(e: Evidence, n: int) -> set[int]:
    """The numbers of columns of what has a row for each of n samples."""
    tables = (array.shape for array in e.arrays.values() if array.ndim == 2)
    return {columns for rows, columns in tables if rows == n} - {0, 1, n}


def missing(factor: str) -> str:
    """What to say where the answer lacks a factor."""
    return f"{factor} is missing as a factor, or divides once too often"


def extra(factor: str) -> str:
    """What to say where the answer has a factor too many."""
    return f"{factor} is a factor once too often, or is not divided by"


def plain_or(choices: int, factor: float) -> int:
    """The ``choices`` of a factor that has a name, no more than those of a bare 2 if it is one."""
    return 1 if factor in (0.5, 2) else choices


def widths(e: Evidence) -> Iterator[tuple[float, str]]:
    """Yield the sizes of axes that are not the samples, of a loss or value: 2 as well."""
    plain = {0, 1} if e.of is None else {0, 1, 2}  # a slope is halved for other reasons
    for name, array in e.arrays.items():
        for size in set(array.shape[1:]) - plain:
            yield size, name


def counts(e: Evidence) -> Iterator[tuple[float, str]]:
    """Yield the numbers of entries of arrays, other than that of the samples."""
    for name, array in e.arrays.items():
        if array.size > 1 and array.size != e.n and array.size not in array.shape[1:]:
            yield array.size, name


def lengths(e: Evidence) -> Iterator[tuple[float, str]]:
    """Yield the Euclidean lengths of vectors."""
    for name, array in e.arrays.items():
        if array.ndim == 1 and name != "y" and np.linalg.norm(array) > 0:
            yield float(np.linalg.norm(array)), name


def alike(values: Iterable[tuple[float, str]]) -> Iterator[tuple[float, str]]:
    """Yield equal values once, with all their names: nothing can tell which was meant."""
    names: dict[float, list[str]] = {}
    for value, name in values:
        same = next((other for other in names if abs(other - value) < 1e-9 * value), value)
        names.setdefault(same, []).append(name)
    for value, found in names.items():
        yield value, " or ".join(found)


@rule(
    "factor", Example(lambda w, X, y: np.sum((X @ w - y) ** 2), ex.mean_square, (ex.w, ex.X, ex.y))
)
def constant_factor(e: Evidence) -> Iterator[Guess]:
    """Try a multiple of the right answer, best by a factor that has a name."""
    if not e.same_shape or not np.any(e.expected) or not np.isfinite(e.expected).all():
        return
    for start in starts(e):
        right = e.expected - start
        more = int(np.any(start))
        for factor, words, choices in named_factors(e):
            words = f"in the step: {words}" if more else words
            yield Guess(words, start + factor * right, choices + more)
            yield Guess(
                f"the sign is flipped, and: {words}", start - factor * right, choices + more + 1
            )
    size = float(np.vdot(e.expected, e.expected))
    if size > 0 and np.isfinite(np.asarray(e.got, float)).all():
        # any number is a multiple of any other: a free factor counts for much
        ratio = float(np.vdot(e.got, e.expected)) / size
        if abs(ratio - 1) > 1e-3 and abs(ratio + 1) > 1e-3:
            yield Guess(
                f"every component is {ratio:.4g} times what it should be", ratio * e.expected, 10
            )


@rule(
    "power",
    Example(lambda w, X, y: np.sqrt(np.mean((X @ w - y) ** 2)), ex.mean_square, (ex.w, ex.X, ex.y)),
)
def square_or_root(e: Evidence) -> Iterator[Guess]:
    """Try the square, root or reciprocal."""
    if e.of is not None or e.expected.dtype.kind != "f" or not e.same_shape:
        return
    with np.errstate(all="ignore"):
        yield Guess("a square is missing, or a root was taken", np.sqrt(e.expected), 1)
        yield Guess("squared once too often, or a root is missing", e.expected**2, 1)
        yield Guess("upside down: numerator and denominator are exchanged", 1 / e.expected, 1)
        yield Guess("upside down and not squared", 1 / np.sqrt(e.expected), 2)


@rule("complement", Example(lambda z: ex.sigmoid(-z), ex.sigmoid, (ex.y,)))
def one_minus(e: Evidence) -> Iterator[Guess]:
    """Try the probability of the other case."""
    if e.of is None and e.expected.dtype.kind == "f":
        yield Guess(
            "one minus the right answer: two cases are exchanged, or the sign in an exponent",
            1.0 - e.expected,
            1,
        )


RULES = (sign_flipped, constant_factor, square_or_root, one_minus)
