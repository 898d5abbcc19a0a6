"""What is known of a value without computing it: whether it has an entry for each point.

For :mod:`~autograder.checks.loops`.
"""

from __future__ import annotations

import ast
import contextlib
from typing import Union

#: what is known of a value. FEW: it has no entry for each point. ROWS: a table with a row for each
#: point. COLUMNS: its first axis is short, what lies behind it is not. ROW: one point. MANY: all
#: else that came from an argument. A tuple of kinds: a tuple or list that is written out.
FEW, ROWS, COLUMNS, ROW, MANY = "few", "rows", "columns", "row", "many"
Kind = Union[str, tuple["Kind", ...], "Function"]

REDUCING = frozenset(["sum", "mean", "max", "min", "std", "var", "median", "prod", "ptp"])


class Function:
    """A function of the same notebook, with what is known where it was defined."""

    def __init__(self, node: ast.FunctionDef | ast.Lambda, around: dict[str, Kind]) -> None:
        self.node, self.around = node, around


def is_few(kind: Kind) -> bool:
    """Whether this has no entry for each point."""
    return (
        kind == FEW
        or isinstance(kind, Function)
        or (isinstance(kind, tuple) and all(map(is_few, kind)))
    )


def is_short(kind: Kind) -> bool:
    """Whether a loop over this has few rounds."""
    return isinstance(kind, tuple) or kind in (FEW, COLUMNS, ROW)


def item_of(kind: Kind) -> Kind:
    """The kind of what a loop over this is about."""
    if isinstance(kind, tuple):
        return kind[0] if len(set(map(repr, kind))) == 1 else joined(*kind)
    items: dict[Kind, Kind] = {FEW: FEW, ROW: FEW, ROWS: ROW}
    return items.get(kind, MANY)


def joined(*kinds: Kind) -> Kind:
    """What is known of something computed from these."""
    flat = {FEW if is_few(k) else MANY if isinstance(k, (tuple, Function)) else k for k in kinds}
    flat -= {FEW}
    if not flat:
        return FEW
    if flat == {ROWS, ROW}:
        return ROWS
    return flat.pop() if len(flat) == 1 else MANY


def attribute_of(kind: Kind, name: str) -> Kind:
    """The kind of ``value.name``."""
    if isinstance(kind, (tuple, Function)):
        return FEW if is_few(kind) else MANY
    if name in ("ndim", "dtype"):
        return FEW
    if name in ("T", "mT"):
        return {ROWS: COLUMNS, COLUMNS: ROWS}.get(kind, kind)
    if name == "shape":
        shapes: dict[str, Kind] = {ROWS: (MANY, FEW), COLUMNS: (FEW, MANY), FEW: FEW, ROW: FEW}
        return shapes.get(kind, (MANY, MANY, FEW))
    return MANY if name in ("size", "flat") and kind != FEW else kind


def entry_of(kind: Kind, index: ast.expr) -> Kind:
    """The kind of ``value[index]``."""
    if isinstance(kind, tuple):
        with contextlib.suppress(ValueError, TypeError, IndexError):
            found = kind[ast.literal_eval(index)]
            return found
        return joined(*kind)
    parts = index.elts if isinstance(index, ast.Tuple) else [index]
    cuts = [isinstance(part, ast.Slice) for part in parts]
    match kind:
        case "rows":
            if all(cuts) and len(parts) <= 2:
                return ROWS
            is_one = len(parts) == 1 and not cuts[0] and not _is_new_axis(parts[0])
            return ROW if is_one else MANY
        case "columns":
            return COLUMNS if cuts[0] else MANY
        case "row":
            return FEW
    return kind


def _is_new_axis(node: ast.AST) -> bool:
    is_none = isinstance(node, ast.Constant) and type(node.value) is not int
    return is_none or isinstance(node, ast.Attribute)


def zipped(node: ast.Call, given: list[Kind]) -> Kind:
    """The kind of ``zip(…)``."""
    match node.args:
        case [ast.Starred()] if given[0] == ROWS:
            return COLUMNS
    if any(map(is_short, given)) and not any(isinstance(p, ast.Starred) for p in node.args):
        items = tuple(map(item_of, given))
        return items, items
    return MANY if not all(map(is_few, given)) else FEW


def computed(node: ast.Call, name: str, function: Kind, given: list[Kind]) -> Kind:
    """What a function of NumPy, or a method of an array, makes of what it is given."""
    of_array = isinstance(node.func, ast.Attribute) and not is_few(function)
    kinds = [function, *given] if of_array else given
    kind = joined(*kinds)
    numbers = [_number(part) for part in (*node.args, *(k.value for k in node.keywords))]
    if name in REDUCING and kind in (ROWS, COLUMNS):
        short = 0 if kind == ROWS else 1
        return (ROW if kind == ROWS else MANY) if numbers[-1:] == [short] else MANY
    if name in ("transpose", "swapaxes", "moveaxis", "rollaxis"):
        order = [n for n in numbers if n is not None]
        if not order or kind in (ROWS, COLUMNS):
            return attribute_of(kind, "T")
        last_first = order[0] in (2, -1) or (
            name == "swapaxes" and set(order) & {2, -1} and 0 in order
        )
        return COLUMNS if last_first else MANY
    if name in ("hsplit", "unstack"):
        return COLUMNS
    return kind


def _number(node: ast.expr) -> int | None:
    with contextlib.suppress(ValueError, TypeError):
        value = ast.literal_eval(node)
        if isinstance(value, tuple) and value:
            value = value[0]
        return value if type(value) is int else None
    return None
