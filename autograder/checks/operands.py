"""What met in the expression that raised: the shapes of both sides of a product, or a list.

NumPy names the "core dimension" of a "gufunc", and Python two types; neither says which variable
it was.
"""

from __future__ import annotations

import ast
import itertools
import linecache
from collections.abc import Iterator, Mapping
from types import FrameType, TracebackType
from typing import Any

import numpy as np

from autograder.checks.in_words import sort_of

MOST = 40  #: characters of an operand's own text
OPERATORS: dict[type[ast.operator], str] = {
    ast.MatMult: "@",
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Pow: "**",
    ast.Mod: "%",
}
#: what can be computed once more without doing anything
HARMLESS = (
    ast.Name,
    ast.Attribute,
    ast.Subscript,
    ast.Slice,
    ast.Tuple,
    ast.List,
    ast.Constant,
    ast.BinOp,
    ast.UnaryOp,
    ast.expr_context,
    ast.operator,
    ast.unaryop,
)
PLAIN = (np.ndarray, np.generic, bool, int, float, list, tuple)


def with_operands(line: str, error: BaseException, frame: FrameType) -> str:
    """Return a line in which ``error`` was raised, with what met there as a comment."""
    if not isinstance(error, (TypeError, ValueError, AttributeError)):
        return line
    links = []
    link = error.__traceback__
    while link is not None:
        links.append(link)
        link = link.tb_next
    told = next((operands_at(one) for one in reversed(links) if one.tb_frame is frame), "")
    return f"{line}  # {told}" if told else line


def operands_at(where: TracebackType) -> str:
    """Return the operands of what was being computed there, such as ``X (5, 3) @ w (4,)``.

    An empty text where nothing helpful can be said of them.
    """
    node = _expression_at(where)
    names = {**where.tb_frame.f_globals, **where.tb_frame.f_locals}
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        sides = [_operand(side, names) for side in (node.left, node.right)]
        return f" {OPERATORS[type(node.op)]} ".join(sides) if all(sides) else ""
    return ", ".join(filter(None, (_operand(part, names) for part in _parts(node))))


def _parts(node: ast.expr | None) -> Iterator[ast.expr]:
    match node:
        case ast.Call(func=ast.Attribute(value=value), args=args):
            yield from (value, *args)  # A.dot(B), or np.dot(A, B)
        case ast.Call(args=args):
            yield from args
        case ast.Attribute(value=value) | ast.Subscript(value=value):
            yield value
        case ast.UnaryOp(operand=operand):
            yield operand


def _expression_at(where: TracebackType) -> ast.expr | None:
    """The expression that was being computed: the position of the instruction tells it."""
    code = where.tb_frame.f_code
    places = itertools.islice(code.co_positions(), where.tb_lasti // 2, None)
    first, last, begin, end = next(places, (None, None, None, None))
    if first is None or last is None or begin is None or end is None:
        return None
    lines = [linecache.getline(code.co_filename, n).encode() for n in range(first, last + 1)]
    lines[-1] = lines[-1][:end]
    lines[0] = lines[0][begin:]
    try:
        return ast.parse(f"({b''.join(lines).decode()})", mode="eval").body
    except (SyntaxError, ValueError):  # an assignment such as x += y
        return None


def _operand(node: ast.expr, names: Mapping[str, Any]) -> str:
    if isinstance(node, ast.Constant) or not _is_harmless(node, names):
        return ast.unparse(node) if isinstance(node, ast.Constant) else ""
    text = ast.unparse(node)
    try:
        value = eval(compile(ast.Expression(node), "<operand>", "eval"), dict(names))
    except Exception:
        return ""
    if isinstance(node, ast.BinOp):
        text = f"({text})"
    return f"{text[:MOST]}{sort_of(value)}"


def _is_harmless(node: ast.expr, names: Mapping[str, Any]) -> bool:
    """Whether computing this again asks plain arrays and numbers alone."""
    for part in ast.walk(node):
        if not isinstance(part, HARMLESS):
            return False
        if isinstance(part, ast.Attribute) and part.attr not in ("T", "mT", "shape", "size"):
            return False
        if isinstance(part, ast.Name) and not isinstance(names.get(part.id), PLAIN):
            return False
    return True
