"""The data sets of the course. They ship with the package, so that loading needs no network."""

from __future__ import annotations

import functools
from pathlib import Path

import numpy as np

__all__ = ["load_dataset", "load_digits"]

_HERE = Path(__file__).parent
#: an installed package has the files beside this one, a checkout where the course keeps them
FOLDER = next(
    (f for f in (_HERE / "data", _HERE.parents[1] / "chapters" / "data") if f.is_dir()),
    _HERE / "data",
)


def load_dataset(name: str) -> dict[str, np.ndarray]:
    """Read the data set ``name`` (as ``"iris"``): its columns by name.

    Every column is an array ``(n,)``: ``int64`` where all its values are whole, text where some
    value is no number, else ``float64``. What the columns mean, their units and their source
    stand in the data sheets of the book. Raises :class:`ValueError` for a name that is not there.
    """
    known = sorted(file.stem for file in FOLDER.glob("*.csv"))
    if name not in known:
        raise ValueError(f"name: there is no data set {name!r}; there are {', '.join(known)}")
    return {key: column.copy() for key, column in _read(name).items()}


def load_digits() -> tuple[np.ndarray, np.ndarray]:
    """Load 1,797 handwritten digits, 8 by 8 pixels each.

    Returns ``X`` ``(1797, 64)``, float64, the pixels row by row, from 0 (paper) to 1 (ink);
    and ``y`` ``(1797,)``, int64, the digits 0 … 9. ``X.reshape(-1, 8, 8)`` are the images.
    """
    *pixels, digits = load_dataset("digits").values()
    return np.stack(pixels, axis=1) / 16.0, digits


@functools.cache
def _read(name: str) -> dict[str, np.ndarray]:
    """The columns as they are kept: whoever hands them out hands out copies."""
    header, *lines = (FOLDER / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    columns = zip(*(line.split(",") for line in lines), strict=True)
    return {key: _column(values) for key, values in zip(header.split(","), columns, strict=True)}


def _column(values: tuple[str, ...]) -> np.ndarray:
    for kind, dtype in ((int, np.int64), (float, np.float64)):
        try:
            return np.array([*map(kind, values)], dtype)
        except ValueError:
            continue
    return np.array(values)
