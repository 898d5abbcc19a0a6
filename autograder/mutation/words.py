"""A small mistake in words: what a student is told whose numbers are those of a mutant.

It names what is wrong in the student's formula (a term is missing, a fraction is upside down) and
nothing of the right one but where it is to be looked for.
"""

from __future__ import annotations

import ast

from autograder.mutation.operators import Replacement

#: what was done, and what should have been done
_OPERATIONS: dict[type[ast.operator], str] = {
    ast.Add: "added",
    ast.Sub: "subtracted",
    ast.Mult: "multiplied",
    ast.Div: "divided",
    ast.FloorDiv: "divided without remainder",
    ast.Pow: "raised to a power",
    ast.MatMult: "multiplied as matrices",
}
_EXCHANGED: dict[type[ast.operator], str] = {
    ast.Sub: "a difference is taken the wrong way round",
    ast.Div: "a fraction is upside down: numerator and denominator are exchanged",
    ast.Pow: "base and exponent are exchanged",
    ast.MatMult: "two factors of a matrix product are exchanged",
}
_STRICT = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
#: longest piece of a formula that is quoted
_LONGEST = 16


def describe(node: ast.AST, replacement: Replacement) -> str:
    """Say what is wrong where ``replacement`` stands for ``node``; ``""`` if words tell nothing."""
    match node, replacement:
        case ast.BinOp(), ast.AST():
            return _operation(node, replacement)
        case ast.Compare(), ast.Compare():
            return _comparison(node, replacement)
        case ast.BoolOp(), ast.BoolOp() if len(node.values) == len(replacement.values):
            return "two conditions are joined by `and` instead of `or`, or the other way round"
        case ast.BoolOp(), _:
            return "one of several conditions is missing"
        case ast.UnaryOp(op=ast.USub()), _:
            return "a minus sign is missing"
        case ast.UnaryOp(), _:
            return "a `not` is missing"
        case ast.Constant(), _:
            return _constant(node, replacement)
        case ast.Call(), _:
            return _call(node, replacement)
        case ast.keyword(), _:
            return _option(node, replacement)
        case (ast.Attribute(attr=old), ast.Attribute(attr=new)) | (
            ast.Name(id=old),
            ast.Name(id=new),
        ):
            return _name(old, new)
        case ast.Attribute(attr="T"), _:
            return "a transpose is missing"
        case ast.Subscript(), ast.Subscript():
            return "an index is off by one: you use a neighbor of the element that is meant"
        case ast.Slice(), _:
            return "a slice begins or ends at the wrong element"
        case (ast.Tuple(elts=old), ast.Tuple(elts=new)) | (ast.List(elts=old), ast.List(elts=new)):
            return "two parts are exchanged" if len(old) == len(new) else ""
        case (ast.IfExp() | ast.If(), _) if not isinstance(replacement, list):
            return "two cases are treated alike that have to be told apart"
        case ast.Break(), ast.AST():
            return "the loop goes on where it should end"
        case ast.Return(), ast.Return(value=ast.UnaryOp(op=ast.USub())):
            return "the sign of the result is flipped"
        case ast.AugAssign(), ast.Assign():
            return "a running value is overwritten where it should be added to"
        case ast.AugAssign(), ast.AugAssign():
            return _done(type(replacement.op), type(node.op))
        case ast.AugAssign(), [_, _]:
            return "a running value is updated twice in a step"
    return ""


def _operation(node: ast.BinOp, new: ast.AST) -> str:
    old_op = type(node.op)
    if isinstance(new, ast.BinOp) and type(new.op) is not old_op:
        return _done(type(new.op), old_op)
    if isinstance(new, ast.BinOp) and new.left is node.right and new.right is node.left:
        return _EXCHANGED.get(old_op, "")
    lost = node.right if new is node.left else node.left
    named = _quoted(lost)
    if old_op in (ast.Add, ast.Sub):
        return f"a term of the sum is missing{named}"
    if old_op is ast.Mult:
        return f"a factor is missing{named}"
    if old_op is ast.Div:
        return f"a division is missing{named}" if lost is node.right else "a numerator is missing"
    if old_op is ast.Pow and lost is node.right:
        is_two = isinstance(lost, ast.Constant) and lost.value == 2
        return "a square is missing" if is_two else "a power is missing"
    if old_op is ast.MatMult:
        return f"a factor of a matrix product is missing{named}"
    return ""


def _done(new: type[ast.operator], old: type[ast.operator]) -> str:
    if (old, new) == (ast.MatMult, ast.Mult):
        return "element by element where a matrix product is meant"
    if old in _OPERATIONS and new in _OPERATIONS:
        return f"something is {_OPERATIONS[new]} that should be {_OPERATIONS[old]}"
    return ""


def _quoted(lost: ast.expr) -> str:
    """The lost piece by its name, where that is an argument or a number."""
    text = ast.unparse(lost)
    if isinstance(lost, (ast.Name, ast.Constant)) and len(text) <= _LONGEST:
        return f": `{text}`"
    return ""


def _comparison(node: ast.Compare, new: ast.Compare) -> str:
    pairs = zip(node.ops, new.ops, strict=True)
    if all(type(a) is type(b) or _STRICT.get(type(a)) is type(b) for a, b in pairs):
        return "the boundary case falls on the wrong side of a comparison"
    return "a comparison is turned round"


def _constant(node: ast.Constant, new: Replacement) -> str:
    old = node.value
    try:
        value = ast.literal_eval(ast.unparse(new)) if isinstance(new, ast.AST) else None
    except ValueError:
        return ""
    if isinstance(old, bool) or not isinstance(old, (int, float)):
        return ""
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return ""
    if value == -old:
        return "a number has the wrong sign"
    if isinstance(old, int) and abs(value - old) == 1 and value:
        return f"a number is off by one: {value}"
    return f"a constant is not the one that belongs there: {value:g}" if value else ""


def _call(node: ast.Call, new: Replacement) -> str:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
    if name in ("asarray", "array", "float", "copy", "astype"):
        return ""
    if not isinstance(new, ast.Call) or new.func is not node.func:
        return f"a call of `{name}` is missing"
    if name in ("range", "arange"):
        return "a loop runs over one element too many or too few"
    if len(new.args) < len(node.args):
        return f"an argument of `{name}` is missing"
    return f"two arguments of `{name}` are exchanged"


def _name(old: str, new: str) -> str:
    if new == "int":
        return "numbers are cut to whole ones"
    return f"`{new}` is used where something else belongs" if old != new else ""


def _option(node: ast.keyword, new: Replacement) -> str:
    if node.arg == "dtype":  # of one way to compute, not of what is computed
        return ""
    if node.arg == "axis":
        return "summed, averaged or compared along the wrong axis"
    return f"the option `{node.arg}` is missing" if new == [] else ""
