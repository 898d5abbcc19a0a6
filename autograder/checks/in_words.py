"""Values in a few words: as they are, or by their sort alone, which gives nothing away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

ROOM = 90  #: characters of one value
ROOM_OF_AN_ITEM = 36  #: at least, of one in a list or tuple
MOST_ITEMS = 6

#: numbers of at least this size are said to be large
LARGE = 99.5


def brief(value: Any, room: int = ROOM) -> str:
    """Return a value in one short line; of a tuple or list too long for it, item by item.

    >>> brief((np.arange(40.0).reshape(8, 5), [1, 2]))
    '([[ 0., 1., 2., 3., 4.], [... of shape (8, 5), [1, 2])'
    """
    text = _text(value)
    if len(text) <= room:
        return text
    if isinstance(value, (list, tuple)):
        return _by_item(value, room)
    shape = f" of shape {value.shape}" if isinstance(value, np.ndarray) else ""
    return f"{text[: max(room - 3 - len(shape), 8)].rstrip(', ')}...{shape}"


def _text(value: Any) -> str:
    if isinstance(value, np.generic):
        return repr(value.item())
    if isinstance(value, (bool, int, float, str, type(None))):
        return repr(value)
    if isinstance(value, np.ndarray):
        text = np.array2string(value, threshold=8, separator=", ")
    elif isinstance(value, (list, tuple)):
        return _between(value, (_text(item) for item in value))
    elif callable(value):
        text = str(getattr(value, "__name__", type(value).__name__))
    else:
        text = repr(value)
    return " ".join(text.split()) if " at 0x" not in text else f"a {type(value).__name__}"


def _by_item(value: list[Any] | tuple[Any, ...], room: int) -> str:
    shown = value[:MOST_ITEMS]
    left = max(room // len(shown), ROOM_OF_AN_ITEM)
    items = [brief(item, left) for item in shown]
    if len(value) > len(shown):
        items.append(f"... {len(value)} items")
    return _between(value, items)


def _between(value: list[Any] | tuple[Any, ...], items: Iterator[str] | list[str]) -> str:
    text = ", ".join(items)
    if isinstance(value, list):
        return f"[{text}]"
    return f"({text},)" if len(value) == 1 else f"({text})"


def sorts_of_arguments(given: Mapping[str, Any], in_detail: bool = False) -> str:
    """Say of what sort each argument is: shapes, and whatever is not usual about its numbers.

    Where one is bad on purpose it says more ``in_detail``, since any of it may be what is bad.

    >>> sorts_of_arguments({"y": [0, 1, 2, 0.5], "k": 3}, in_detail=True)
    'y (4,) as a list from 0 to 2 with a number that is no whole number, k = 3'
    """
    return ", ".join(
        f"{name}{sort_of(value, in_detail)}"
        for name, value in given.items()
        if not isinstance(value, np.random.Generator) and not callable(value)
    )


def sort_of(value: Any, in_detail: bool = False) -> str:
    """Say of what sort a value is, to stand behind its name."""
    if isinstance(value, (bool, np.bool_, str, type(None))):
        return f" = {brief(value, 30)}"
    if isinstance(value, (int, float, np.integer, np.floating)):
        return f" = {float(value):.6g}"
    if isinstance(value, dict):
        return f", a dictionary of {len(value)}"
    array = as_numbers(value)
    if array is None:
        kind = type(value).__name__
        size = f" of {len(value)}" if isinstance(value, (list, tuple)) else ""
        return f", {'an' if kind[:1] in 'aeiouAEIOU' else 'a'} {kind}{size}"
    unusual = [*_unusual(value, array), *(_bad(array) if in_detail else ())]
    return f" {array.shape}{''.join(unusual)}"


def as_numbers(value: Any) -> np.ndarray | None:
    """Return ``value`` as an array of numbers, if it is one or a list that stands for one."""
    if not isinstance(value, (np.ndarray, list, tuple)) or not _is_plain(value):
        return None
    try:
        array = np.asarray(value)
    except ValueError:  # rows of different lengths
        return None
    is_empty_list = array.size == 0 and isinstance(value, (list, tuple))
    return array if array.dtype.kind in "biuf" or is_empty_list else None


def _is_plain(value: Any) -> bool:
    """Whether NumPy need not ask an object, which may live in another process, what it is."""
    if isinstance(value, (list, tuple)):
        return all(map(_is_plain, value))
    return isinstance(value, (bool, int, float, np.ndarray, np.generic))


def _unusual(value: Any, array: np.ndarray) -> Iterator[str]:
    if isinstance(value, (list, tuple)):
        yield f" as a {type(value).__name__}"
    elif array.dtype.kind in "biu":
        yield " of integers" if array.dtype.kind != "b" else " of True and False"
    if not array.size or array.dtype.kind not in "iuf":
        return
    numbers = array.astype(float)
    if np.isnan(numbers).any():
        yield " with a nan"
    if np.isinf(numbers).any():
        yield " with an infinity"
    sizes = np.abs(numbers[np.isfinite(numbers)])
    if sizes.max(initial=0.0) >= LARGE:
        yield f" up to {sizes.max():.0e} in size"
    if 0 < sizes.max(initial=0.0) < 1e-3:
        yield f" of at most {sizes.max():.0e} in size"


def _bad(array: np.ndarray) -> Iterator[str]:
    """Yield what may be bad about numbers."""
    if not array.size:
        return
    numbers = array.astype(float)
    finite = numbers[np.isfinite(numbers)]
    if finite.size:
        yield f" from {finite.min():.4g} to {finite.max():.4g}"
    is_whole = finite == np.rint(finite)
    if is_whole.any() and not is_whole.all():
        yield " with a number that is no whole number"
    if finite.size and finite.min() >= 0 and 0.5 < finite.sum() < 1.5:
        yield f" adding up to {finite.sum():.7g}"
