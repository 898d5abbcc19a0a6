"""Which parts of a wrong array are right: rows, columns, the first steps, a branch.

Where no cause is known this is the best there is: it says where to look, and no number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import numpy as np

#: Entries of an array of which a part can be told.
FEWEST = 3
#: rows that are listed one by one
MOST_LISTED = 8

#: what a function may branch on
BRANCHES: tuple[tuple[str, Callable[[np.ndarray], np.ndarray]], ...] = (
    ("negative", lambda x: x < 0),
    ("positive", lambda x: x > 0),
    ("0", lambda x: x == 0),
    ("not 0", lambda x: x != 0),
    ("0 or more", lambda x: x >= 0),
    ("0 or less", lambda x: x <= 0),
    ("larger than 1 in size", lambda x: np.abs(x) > 1),
    ("at most 1 in size", lambda x: np.abs(x) <= 1),
)


def right_parts(wrong: np.ndarray, arguments: Mapping[str, np.ndarray]) -> str:
    """Say which entries are right, where ``wrong`` is true of the others, if there is a pattern.

    ``arguments`` are arrays by name; those of the same shape are asked for a branch.

    >>> right_parts(np.array([True, False, True, False]), {"z": np.array([-1, 2, -3, 4])})
    'except where z is negative'
    >>> right_parts(np.array([False, False, True, True]), {})
    'the first 2 of 4'
    """
    if wrong.all() or not wrong.any() or wrong.size < FEWEST:
        return ""
    return next(_patterns(wrong, arguments), "")


def _patterns(wrong: np.ndarray, arguments: Mapping[str, np.ndarray]) -> Iterator[str]:
    for name, array in arguments.items():
        if array.shape == wrong.shape:
            for words, holds in BRANCHES:
                if np.array_equal(holds(array), wrong):
                    yield f"except where {name} is {words}"
    if wrong.ndim == 2 and wrong.shape[0] == wrong.shape[1]:
        diagonal = np.eye(len(wrong)) > 0
        if np.array_equal(diagonal, wrong):
            yield "except on the diagonal"
        if np.array_equal(~diagonal, wrong):
            yield "on the diagonal alone"
    rows = wrong.reshape(len(wrong), -1)
    if _is_by_whole(rows):
        is_wrong, unit = rows[:, 0], "rows" if wrong.ndim > 1 else "entries"
        first = int(np.argmax(is_wrong))
        if first and is_wrong[first:].all():
            yield f"the first {first} of {len(rows)}"
        yield _listed(unit, is_wrong)
    if wrong.ndim == 2 and _is_by_whole(wrong.T):
        yield _listed("columns", wrong[0])
    first = int(np.argmax(wrong.ravel()))
    if wrong.ndim > 1 and first and wrong.ravel()[first:].all():
        yield f"the first {first} of {wrong.size}, row by row"


def _is_by_whole(rows: np.ndarray) -> bool:
    """Whether each row is right or wrong as a whole, some of them right."""
    is_wrong = rows.any(axis=1)
    return bool(np.array_equal(is_wrong, rows.all(axis=1)) and not is_wrong.all())


def _listed(unit: str, is_wrong: np.ndarray) -> str:
    """Name the right ones, or the wrong ones where these are fewer."""
    right, wrong = np.flatnonzero(~is_wrong), np.flatnonzero(is_wrong)
    few = min(right, wrong, key=len)
    if len(few) > MOST_LISTED:
        return f"{len(right)} of {len(is_wrong)} {unit}"
    listed = ", ".join(map(str, few))
    return f"{unit} {listed} alone" if few is right else f"all {unit} but {listed}"
