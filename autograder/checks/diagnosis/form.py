"""Rules on the form of an answer: its shape, its kind of number, nan, zero."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from autograder.checks.diagnosis import examples as ex
from autograder.checks.diagnosis.evidence import Evidence
from autograder.checks.diagnosis.rules import Example, Guess, rule


@rule(
    "transposed",
    Example(lambda X, W: (X @ W).T, lambda X, W: X @ W, (ex.X, ex.W)),
)
def rows_and_columns_exchanged(e: Evidence) -> Iterator[Guess]:
    """Try the transpose, told by its numbers or, unless square, by its shape."""
    if e.got.ndim != 2 or e.got.shape != e.expected.shape[::-1]:
        return
    text = f"rows and columns are exchanged: it should be {e.expected.shape}"
    if 1 not in e.got.shape:  # a row for a column is dealt with below
        yield Guess(text, e.expected.T, seen=not e.same_shape)


@rule(
    "axis",
    Example(lambda X: X - X.mean(axis=1, keepdims=True), lambda X: X - X.mean(axis=0), (ex.X,)),
)
def along_the_other_axis(e: Evidence) -> Iterator[Guess]:
    """Try what was done to rows in place of columns, or the other way round."""
    for name, array in e.arrays.items():
        if array.ndim == 2 and e.expected.ndim == 2 and len(e.arrays) == 1:
            other = e.expected_for(**{name: array.T})
            if other is not None:
                yield Guess(f"worked along the wrong axis of {name}", other.T, 1)


@rule(
    "shape",
    Example(
        lambda w, X, y: (2 * X.T @ (X @ w - y) / len(y))[:, None],
        ex.mean_square,
        (ex.w, ex.X, ex.y),
        "gradient",
    ),
)
def an_axis_too_many_or_too_few(e: Evidence) -> Iterator[Guess]:
    """See shapes that differ by axes of length 1, by broadcasting, or by a missing sum."""
    got, wanted = e.got.shape, e.expected.shape
    if got == wanted:
        return
    if [s for s in got if s != 1] == [s for s in wanted if s != 1]:
        yield Guess(
            f"the numbers may be right but the shape is {got}, not {wanted}: "
            "a row or column was kept as a matrix, or a single number as an array",
            seen=True,
        )
    elif len(wanted) == 1 and got == (wanted[0], wanted[0]):
        yield Guess(
            "an (n,) array met an (n, 1) array and broadcasting made them (n, n)", seen=True
        )
    elif len(got) == 1 and e.got.size == e.expected.size and len(wanted) > 1:
        yield Guess(f"the numbers lie in one long row, not in the shape {wanted}", seen=True)
    elif not wanted and e.of is None and got == (e.n,):
        yield Guess("one number for each sample came back: their mean or sum is missing", seen=True)


@rule(
    "batch-sum",
    Example(
        lambda w, X, y: 2 * X * (X @ w - y)[:, None] / len(y),
        ex.mean_square,
        (ex.w, ex.X, ex.y),
        "gradient",
    ),
)
def not_summed_over_the_batch(e: Evidence) -> Iterator[Guess]:
    """Try the gradient of a parameter, still by sample or summed over its own axis."""
    if e.n is None:
        return
    if e.got.shape == (e.n, *e.expected.shape) and e.expected.ndim:
        whole = np.sum(e.got, axis=0)
        for total in (whole, whole / e.n):
            if np.allclose(total, e.expected, rtol=1e-6, atol=1e-9):
                yield Guess(
                    "one row for each sample came back: they are not added up over the batch",
                    seen=True,
                )
    elif e.of is not None and e.each is not None and e.each.ndim == 2 and e.got.ndim == 1:
        text = "summed over the wrong axis: over the numbers of each sample, not over the batch"
        yield Guess(text, e.each.sum(axis=1), 1)


@rule(
    "not-finite",
    Example(lambda z: np.exp(z) / (1 + np.exp(z)), ex.sigmoid, (np.array([0.3, 1000.0]),)),
)
def nan_or_infinity(e: Evidence) -> Iterator[Guess]:
    """See what is not finite, and where."""
    if e.got.dtype.kind != "f" or not e.same_shape:
        return
    bad = ~np.isfinite(e.got) & np.isfinite(e.expected)
    if not bad.any():
        return
    word = "nan" if np.isnan(e.got[bad]).any() else "inf"
    where = ""
    if e.got.ndim:
        where = f" (first at [{', '.join(map(str, np.argwhere(bad)[0]))}])"
    alike = [array for array in e.arrays.values() if array.shape == e.got.shape]
    if alike and e.got.ndim and np.abs(alike[0][bad]).min() > 700:
        where += ", where the input is larger than 700 in size, too large for exp,"
    elif alike and e.got.ndim and not alike[0][bad].any():
        where += ", where the input is 0,"
    yield Guess(f"{word}{where} comes from {_origin(e, word)}", seen=True)


def _origin(e: Evidence, word: str) -> str:
    """What may have made the first number that is not finite, by the size of what was given."""
    sizes = [np.abs(array).max(initial=0.0) for array in e.arrays.values()]
    is_large = max([*sizes, *map(abs, e.numbers.values())], default=0.0) > 300
    if not is_large:
        by_zero = "a log of 0 or a division by zero"
        of_zero = "0/0, 0 · log(0), or the log or root of a negative number"
        return by_zero if word == "inf" else of_zero
    if word == "inf":
        return "overflow in exp, a log of 0, or a division by zero"
    return "an exp that overflows or becomes 0, and then inf/inf, 0/0 or 0 · log(0)"


@rule(
    "integer",
    Example(lambda z: (3 * z).astype(int), lambda z: 3 * z, (ex.y,)),
)
def decimals_cut_off(e: Evidence) -> Iterator[Guess]:
    """See an array of integers where decimals belong."""
    if e.expected.dtype.kind != "f":
        return
    if e.got.dtype.kind in "iu" and e.got.ndim:
        yield Guess("the result holds integers: decimals were cut off", seen=True)
        return
    # three whole numbers where none belongs are no accident, though each is a small number
    if e.same_shape and e.got.size >= 3 and np.isfinite(e.expected).all():
        whole = np.trunc(e.expected)
        cut = (whole != 0) & (np.abs(e.expected - whole) > 1e-3)  # 0.01 may be 0 for any reason
        # as of a penalty whose strength was forgotten
        is_sign = np.all(np.abs(whole[whole != 0]) == 1)
        seen = np.any(cut) and not is_sign and np.array_equal(e.got, whole)
        text = (
            "decimals are cut off: an array made from integers "
            "(np.zeros_like, np.array of ints) keeps integers"
        )
        if seen:
            yield Guess(text, seen=True)


#: Where so many numbers are the same, it is no accident.
MANY = 8


@rule(
    "zero",
    Example(lambda w, X, y: np.zeros_like(w), ex.mean_square, (ex.w, ex.X, ex.y), "gradient"),
)
def zero_everywhere(e: Evidence) -> Iterator[Guess]:
    """See an array that was made and never filled, or filled with one number."""
    if not e.same_shape or not np.any(e.expected):
        return
    is_one_number = (e.got == e.got.flat[:1]).all() and np.unique(e.expected).size > 1
    if e.got.size >= MANY and is_one_number:
        number = float(e.got.flat[0])
        if number or e.expected.dtype.kind != "f":
            text = f"the result is {number:g} everywhere, whatever is given"
            yield Guess(text, seen=True, cases=2)
    if np.any(e.got):
        return
    if e.got.dtype.kind != e.expected.dtype.kind:
        return  # the zeros are what is left of decimals
    if e.expected.dtype.kind != "f":
        return  # 0 is a class, a count or an output like any other
    if e.got.size > 1:  # a single 0 may have any cause
        text = "the result is zero everywhere, whatever is given"
        yield Guess(text, seen=True, cases=1 if e.of is not None else 2)


RULES = (
    rows_and_columns_exchanged,
    along_the_other_axis,
    an_axis_too_many_or_too_few,
    not_summed_over_the_batch,
    nan_or_infinity,
    decimals_cut_off,
    zero_everywhere,
)
