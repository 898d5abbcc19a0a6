"""Small mistakes in numerical Python: what may stand in place of a piece of code.

A rule takes a node of the syntax tree and yields what replaces it: a node, or a list of
nodes (empty: dropped) where the node stands in a list. To add a kind of mistake, write a
rule here and put :func:`on` above it, with the types of node it is asked about.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Callable, Iterator
from typing import Any

Replacement = ast.AST | list[ast.AST]
Rule = Callable[[Any], Iterator[Replacement]]  #: of the types of node that it is asked about
MUTATION_RULES: dict[type[ast.AST], list[Rule]] = {}

OTHER_OPERATORS: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add, ast.Mult),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.FloorDiv: (ast.Div, ast.Mult),
    ast.Mod: (ast.FloorDiv, ast.Mult),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.LShift: (ast.RShift,),
    ast.RShift: (ast.LShift,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
    ast.BitXor: (ast.BitOr,),
}
COMMUTATIVE = (ast.Add, ast.Mult, ast.BitAnd, ast.BitOr, ast.BitXor)
OTHER_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt, ast.LtE),
    ast.Eq: (ast.NotEq, ast.LtE, ast.GtE),
    ast.NotEq: (ast.Eq, ast.Lt, ast.Gt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
#: functions, methods and types that are mistaken for each other, in both directions
CONFUSED = (
    ("maximum", "minimum"),
    ("max", "min"),
    ("argmax", "argmin"),
    ("sum", "mean"),
    ("sum", "prod"),
    ("sum", "max"),
    ("std", "var"),
    ("mean", "median"),
    ("any", "all"),
    ("exp", "expm1"),
    ("log", "log1p"),
    ("log", "log2"),
    ("logaddexp", "maximum"),
    ("zeros", "ones"),
    ("zeros_like", "ones_like"),
    ("eye", "ones"),
    ("tril", "triu"),
    ("floor", "ceil"),
    ("sin", "cos"),
    ("tanh", "arctan"),
    ("vstack", "hstack"),
    ("column_stack", "vstack"),
    ("logical_and", "logical_or"),
    ("dot", "outer"),
    ("cumsum", "cumprod"),
    ("inv", "pinv"),
    ("normal", "uniform"),
    ("permutation", "arange"),
    ("float", "int"),
    ("bool", "int"),
    ("float64", "float32"),
)
RENAMED: dict[str, list[str]] = {}
for one, other in CONFUSED:
    RENAMED.setdefault(one, []).append(other)
    RENAMED.setdefault(other, []).append(one)


def on(*types: type[ast.AST]) -> Callable[[Rule], Rule]:
    """Ask the rule below about nodes of these ``types``."""

    def add(rule: Rule) -> Rule:
        for kind in types:
            MUTATION_RULES.setdefault(kind, []).append(rule)
        return rule

    return add


def replacements(node: ast.AST) -> Iterator[Replacement]:
    """Everything that may stand in place of ``node``."""
    for rule in MUTATION_RULES.get(type(node), ()):
        yield from rule(node)


# --- arithmetic and logic ----------------------------------------------------------------


@on(ast.BinOp)
def another_operation(node: ast.BinOp) -> Iterator[Replacement]:
    """Another operator, the operands exchanged, one operand alone."""
    for op in OTHER_OPERATORS.get(type(node.op), ()):
        yield ast.BinOp(node.left, op(), node.right)
    if not isinstance(node.op, COMMUTATIVE):
        yield ast.BinOp(node.right, node.op, node.left)
    yield node.left
    yield node.right


@on(ast.Compare)
def another_comparison(node: ast.Compare) -> Iterator[Replacement]:
    """The boundary moved to the other side, the comparison turned round."""
    for index, op in enumerate(node.ops):
        for other in OTHER_COMPARISONS[type(op)]:
            ops = [*node.ops[:index], other(), *node.ops[index + 1 :]]
            yield ast.Compare(node.left, ops, node.comparators)


@on(ast.BoolOp)
def another_condition(node: ast.BoolOp) -> Iterator[Replacement]:
    """``and`` for ``or``, one of the conditions forgotten."""
    yield ast.BoolOp(ast.And() if isinstance(node.op, ast.Or) else ast.Or(), node.values)
    for rest in itertools.combinations(node.values, len(node.values) - 1):
        yield ast.BoolOp(node.op, list(rest)) if len(rest) > 1 else rest[0]


@on(ast.UnaryOp)
def sign_or_not_dropped(node: ast.UnaryOp) -> Iterator[Replacement]:
    """A minus sign or a ``not`` forgotten."""
    yield node.operand


@on(ast.Constant)
def another_constant(node: ast.Constant) -> Iterator[Replacement]:
    """One more, one less, the other sign, twice, half, a little off."""
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        whole = [value + 1, value - 1] + [-value] * (value != 0) + [value // 2] * (value > 3)
        yield from map(_number, whole)
    elif isinstance(value, float):
        off = float(f"{1.001 * value:.6g}")  # rounded, to be read and listed
        others = [2 * value, value / 2, off, -value] if value else [1e-3]
        yield from map(_number, [*others, value + 1, value - 1])
    elif isinstance(value, str):
        yield ast.Constant(value + "_")
    elif value is None:
        yield ast.Constant(0)


def _number(value: float) -> ast.expr:
    """As the parser would read it: a minus sign is an operation."""
    if value < 0:
        return ast.UnaryOp(ast.USub(), ast.Constant(-value))
    return ast.Constant(value)


# --- calls -------------------------------------------------------------------------------


@on(ast.Call)
def call_dropped(node: ast.Call) -> Iterator[Replacement]:
    """``f(x)`` becomes ``x``, and so does the method call ``x.f()``."""
    if isinstance(node.func, ast.Attribute) and not _is_module(node.func.value):
        yield node.func.value
    elif node.args and not isinstance(node.args[0], (ast.Starred, ast.GeneratorExp)):
        yield node.args[0]


def _is_module(node: ast.expr) -> bool:
    """Whether this is ``np``, ``math`` or a part of them such as ``np.linalg``."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name) and node.id in ("np", "math")


@on(ast.Call)
def arguments_mixed_up(node: ast.Call) -> Iterator[Replacement]:
    """Two neighbours exchanged, one forgotten."""
    for args in _mixed_up(node.args):
        yield ast.Call(node.func, args, node.keywords)


def _mixed_up(items: list[ast.expr]) -> Iterator[list[ast.expr]]:
    for i in range(len(items) - 1):
        yield [*items[:i], items[i + 1], items[i], *items[i + 2 :]]
    if len(items) > 1:
        for i in range(len(items)):
            yield items[:i] + items[i + 1 :]


@on(ast.Call)
def range_off_by_one(node: ast.Call) -> Iterator[Replacement]:
    """Of ``range`` and ``arange``: one step more, one less, the first left out."""
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    if name not in ("range", "arange") or not node.args:
        return
    where = 0 if len(node.args) == 1 else 1
    for op in (ast.Add(), ast.Sub()):
        stop = ast.BinOp(node.args[where], op, ast.Constant(1))
        yield ast.Call(
            node.func, [*node.args[:where], stop, *node.args[where + 1 :]], node.keywords
        )
    if where == 0:
        yield ast.Call(node.func, [ast.Constant(1), node.args[0]], node.keywords)


@on(ast.keyword)
def option_changed(node: ast.keyword) -> Iterator[Replacement]:
    """Left at its default; of ``axis`` each other one (its sign is a constant's affair)."""
    if node.arg is None:
        return
    yield []
    if node.arg == "axis":
        for axis in (0, 1, -1, None):
            value = ast.Constant(None) if axis is None else _number(axis)
            yield ast.keyword(node.arg, value)


@on(ast.Attribute, ast.Name)
def another_name(node: ast.Attribute | ast.Name) -> Iterator[Replacement]:
    """A function or type mistaken for its neighbour; a transpose forgotten."""
    name = node.attr if isinstance(node, ast.Attribute) else node.id
    for other in RENAMED.get(name, ()):
        if isinstance(node, ast.Attribute):
            yield ast.Attribute(node.value, other, node.ctx)
        else:
            yield ast.Name(other, node.ctx)
    if name == "T" and isinstance(node, ast.Attribute):
        yield node.value
    if name == "inf":
        yield ast.UnaryOp(ast.USub(), node)


# --- indices and sequences ---------------------------------------------------------------


@on(ast.Subscript)
def another_index(node: ast.Subscript) -> Iterator[Replacement]:
    """The neighbour, or no index at all."""
    if isinstance(node.slice, ast.Name):
        for op in (ast.Add(), ast.Sub()):
            index = ast.BinOp(node.slice, op, ast.Constant(1))
            yield ast.Subscript(node.value, index, node.ctx)
    yield node.value


@on(ast.Slice)
def another_slice(node: ast.Slice) -> Iterator[Replacement]:
    """A bound dropped; of ``:`` the first or last element left out."""
    for bound in ("lower", "upper", "step"):
        if getattr(node, bound) is not None:
            kept = {k: getattr(node, k) for k in ("lower", "upper", "step") if k != bound}
            yield ast.Slice(**kept)
    if node.lower is None and node.upper is None and node.step is None:
        yield ast.Slice(lower=ast.Constant(1))
        yield ast.Slice(upper=_number(-1))


@on(ast.Tuple, ast.List)
def elements_mixed_up(node: ast.Tuple | ast.List) -> Iterator[Replacement]:
    """Two neighbours exchanged, one forgotten."""
    for elements in _mixed_up(node.elts):
        yield type(node)(elements, node.ctx)


@on(ast.Dict)
def entry_dropped(node: ast.Dict) -> Iterator[Replacement]:
    """One entry forgotten."""
    for i in range(len(node.keys)):
        yield ast.Dict(node.keys[:i] + node.keys[i + 1 :], node.values[:i] + node.values[i + 1 :])


@on(ast.comprehension)
def condition_dropped(node: ast.comprehension) -> Iterator[Replacement]:
    """All elements taken, not only those that meet the condition."""
    if node.ifs:
        yield ast.comprehension(node.target, node.iter, [], node.is_async)


# --- the way through ---------------------------------------------------------------------


@on(ast.If, ast.While)
def condition_ignored(node: ast.If | ast.While) -> Iterator[Replacement]:
    """Always, or never."""
    for value in (True, False):
        yield type(node)(ast.Constant(value), node.body, node.orelse)


@on(ast.IfExp)
def choice_ignored(node: ast.IfExp) -> Iterator[Replacement]:
    """Always the one, always the other."""
    yield node.body
    yield node.orelse


@on(ast.Break)
def continue_for_break(node: ast.Break) -> Iterator[Replacement]:
    """The loop goes on."""
    yield ast.Continue()


@on(ast.Continue)
def break_for_continue(node: ast.Continue) -> Iterator[Replacement]:
    """The loop ends."""
    yield ast.Break()


@on(ast.Return)
def another_result(node: ast.Return) -> Iterator[Replacement]:
    """``None``, or the other sign."""
    yield ast.Return(ast.Constant(None))
    if node.value is not None and not isinstance(node.value, ast.Tuple):
        yield ast.Return(ast.UnaryOp(ast.USub(), node.value))


@on(ast.Raise)
def another_error(node: ast.Raise) -> Iterator[Replacement]:
    """Of another type, or without a word."""
    if not isinstance(node.exc, ast.Call) or not isinstance(node.exc.func, ast.Name):
        return
    other = "TypeError" if node.exc.func.id != "TypeError" else "ValueError"
    yield ast.Raise(ast.Call(ast.Name(other), node.exc.args, []), node.cause)
    if node.exc.args:
        yield ast.Raise(ast.Call(node.exc.func, [], []), node.cause)


@on(ast.AugAssign)
def another_update(node: ast.AugAssign) -> Iterator[Replacement]:
    """Another operator, or a plain assignment."""
    for op in OTHER_OPERATORS.get(type(node.op), ()):
        yield ast.AugAssign(node.target, op(), node.value)
    yield ast.Assign([node.target], node.value, lineno=node.lineno)


@on(ast.Assign, ast.AugAssign, ast.Expr, ast.Return, ast.Raise, ast.Break, ast.Continue)
@on(ast.If, ast.For, ast.While, ast.With)
def statement_dropped(node: ast.stmt) -> Iterator[Replacement]:
    """A statement forgotten, a compound one with all that it holds."""
    yield []


@on(ast.Assign, ast.AugAssign, ast.Expr)
def statement_repeated(node: ast.stmt) -> Iterator[Replacement]:
    """Only where it could matter: what builds on its own result, or is called for its effect."""
    builds_on_itself = isinstance(node, ast.AugAssign) or (
        isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.BinOp)
        and any(
            isinstance(part, ast.Name) and part.id == node.targets[0].id
            for part in ast.walk(node.value)
        )
    )
    if builds_on_itself or isinstance(node, ast.Expr):
        yield [node, node]
