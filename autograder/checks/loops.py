"""Find Python loops over the rows of what a function is given, by reading its text.

Nothing is run and no clock is looked at, so the verdict is the same on every machine, under
nbgrader and in the judge. Each argument is taken for a table with a row for each point; what is
computed from it may have an entry for each point as well, unless it is plainly something of the
columns (``A.shape[1]``, ``A.T``, one row). A loop over the few columns, or over ``(A, B)``, is
fine; over anything else that came from an argument it is not, be it a statement, a comprehension,
``map``, ``np.vectorize`` or recursion. Helpers that are defined in the notebook are read too.

It reads what an honest author writes. Text that is made to hide a loop can hide one.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from autograder.checks.facts import Fact
from autograder.checks.failure import CheckFailed
from autograder.checks.row_kinds import (
    COLUMNS,
    FEW,
    MANY,
    REDUCING,
    ROWS,
    Function,
    Kind,
    attribute_of,
    computed,
    entry_of,
    is_few,
    is_short,
    item_of,
    joined,
    zipped,
)
from autograder.checks.student import Student

#: functions that call a Python function for each entry
LOOPING = {
    *("vectorize", "frompyfunc", "apply_along_axis", "apply_over_axes"),
    *("fromiter", "nditer", "ndenumerate"),
}
#: functions that go through what they are given one by one
ITERATING = {
    *("map", "filter", "sum", "min", "max", "any", "all"),
    *("reduce", "accumulate", "starmap", "product", "chain", "ndindex"),
}
MODULES = ("itertools", "functools")  #: where some of them live
#: what hides from a reader of the text what is run
HIDING = {"exec", "eval", "compile", "globals", "locals", "vars", "__import__"}
SAME_ITEMS = frozenset(["list", "tuple", "iter", "reversed", "sorted"])
MAX_DEPTH = 8  #: calls of helpers within calls
MAX_NODES = 20_000  #: looked at, all in all


class _Loop(Exception):
    """Found one, in this node."""

    def __init__(self, node: ast.AST, why: str = "") -> None:
        super().__init__(why)
        self.node, self.why = node, why


def expect_no_loop(student: Student, name: str, rule: str) -> None:
    """Raise unless the text of the student's function ``name`` holds no loop over its rows.

    Raises :class:`CheckFailed` with ``rule`` and the line of the loop.

    >>> expect_no_loop(student, "pairwise", "no Python loop over the points")  # doctest: +SKIP
    """
    text = student.text_of(name)
    facts = [Fact("rule", rule)]
    if text is None:
        facts.append(Fact("note", f"{name} is not defined with def in a cell of its own notebook"))
        raise CheckFailed(name, "rule", tuple(facts))
    reader = _Reader(student.text_of)
    try:
        reader.read(name)
    except _Loop as found:
        facts.append(Fact("in line", reader.line_of(found.node)))
        if found.why:
            facts.append(Fact("note", found.why))
        raise CheckFailed(name, "rule", tuple(facts)) from None


class _Reader:
    """Goes through a function as if it ran, with kinds in place of values."""

    def __init__(self, text_of: Callable[[str], str | None]) -> None:
        self._text_of = text_of
        self._lines: dict[ast.AST, str] = {}
        self._globals: dict[str, Kind] = {}
        self._running: list[ast.AST] = []
        self._left = MAX_NODES

    def read(self, name: str) -> None:
        function = self._global(name)
        if not isinstance(function, Function):
            raise _Loop(ast.Name(name), "it is not defined with def")
        self._call(function, [ROWS] * len(_parameters(function.node)), function.node)

    def line_of(self, node: ast.AST) -> str:
        """The first line of ``node`` as it was written."""
        return ast.unparse(node).splitlines()[0]

    # --- names

    def _global(self, name: str) -> Kind:
        """What a name of the notebook stands for; of those that are not defined in it, nothing."""
        if name not in self._globals:
            self._globals[name] = FEW
            text = self._text_of(name)
            if text is not None:
                self._globals[name] = self._defined(text)
        return self._globals[name]

    def _defined(self, text: str) -> Kind:
        try:
            body = ast.parse(text).body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return FEW
        match body:
            case [ast.FunctionDef() as function]:
                return self._function(function, {})
            case [ast.Assign(value=value) as statement]:
                if any(_last_name(part) in LOOPING for part in ast.walk(value)):
                    raise _Loop(statement)
                return self._value(value, {})
        return FEW

    def _function(self, node: ast.FunctionDef, names: dict[str, Kind]) -> Function:
        for decorator in node.decorator_list:
            if any(_last_name(part) in LOOPING for part in ast.walk(decorator)):
                raise _Loop(decorator)
        return Function(node, names)

    # --- calls

    def _call(self, function: Function, given: list[Kind], node: ast.AST) -> Kind:
        if function.node in self._running:
            if all(is_few(kind) for kind in given):
                return FEW
            raise _Loop(node, "a function that calls itself is a loop")
        if len(self._running) == MAX_DEPTH:
            return joined(*given)
        names = dict(function.around)
        names |= dict.fromkeys(_parameters(function.node), joined(*given))
        names |= dict(zip(_parameters(function.node), given))
        self._running.append(function.node)
        try:
            if isinstance(function.node, ast.Lambda):
                return self._value(function.node.body, names)
            returned: list[Kind] = []
            self._block(function.node.body, names, returned)
            return returned[0] if len(returned) == 1 else joined(*returned)
        finally:
            self._running.pop()

    # --- statements

    def _block(self, body: list[ast.stmt], names: dict[str, Kind], returned: list[Kind]) -> None:
        for statement in body:
            self._statement(statement, names, returned)

    def _statement(self, node: ast.stmt, names: dict[str, Kind], returned: list[Kind]) -> None:
        match node:
            case ast.FunctionDef():
                names[node.name] = self._function(node, names)
            case ast.Return(value=value):
                returned.append(FEW if value is None else self._value(value, names))
            case ast.Assign(targets=targets, value=value):
                kind = self._value(value, names)
                for target in targets:
                    self._bind(target, kind, names)
            case ast.AnnAssign(target=target, value=value) if value is not None:
                self._bind(target, self._value(value, names), names)
            case ast.AugAssign(target=target, value=value):
                both = joined(self._value(target, names), self._value(value, names))
                self._bind(target, both, names)
            case ast.For(target=target, iter=over, body=body, orelse=orelse):
                for _ in range(2):  # what the first round computes is known in the second
                    self._bind(target, self._item(over, names, node), names)
                    self._block(body, names, returned)
                self._block(orelse, names, returned)
            case ast.While(test=test, body=body, orelse=orelse):
                for _ in range(2):
                    always = isinstance(test, ast.Constant)
                    if always or not is_few(self._value(test, names)):
                        raise _Loop(node)
                    self._block(body, names, returned)
                self._block(orelse, names, returned)
            case ast.ClassDef() | ast.Import() | ast.ImportFrom():
                pass
            case _:
                for child in ast.iter_child_nodes(node):
                    if isinstance(child, ast.stmt):
                        self._statement(child, names, returned)
                    elif isinstance(child, ast.expr):
                        self._value(child, names)
                    else:  # handlers, cases, items of `with`
                        for part in ast.iter_child_nodes(child):
                            if isinstance(part, ast.stmt):
                                self._statement(part, names, returned)

    def _bind(self, target: ast.expr, kind: Kind, names: dict[str, Kind]) -> None:
        match target:
            case ast.Name(id=name):
                names[name] = kind
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                if isinstance(kind, tuple) and len(kind) == len(parts):
                    kinds = list(kind)
                else:
                    kinds = [item_of(kind)] * len(parts)
                for part, one in zip(parts, kinds):
                    self._bind(part, one, names)
            case ast.Starred(value=value):
                self._bind(value, kind, names)
            case ast.Subscript(value=ast.Name(id=name)):  # an entry is written: of what it is
                names[name] = joined(names.get(name, FEW), MANY if kind == MANY else FEW)

    def _item(self, over: ast.expr, names: dict[str, Kind], loop: ast.AST) -> Kind:
        """The kind of what a loop over this is about; raises where that may be the points."""
        kind = self._value(over, names)
        if not is_short(kind):
            raise _Loop(loop)
        return item_of(kind)

    # --- expressions

    def _value(self, node: ast.expr, names: dict[str, Kind]) -> Kind:
        self._left -= 1
        if self._left < 0:
            raise _Loop(node, "it is too long to be read")
        match node:
            case ast.Constant() | ast.JoinedStr():
                return FEW
            case ast.Name(id=name):
                return names[name] if name in names else self._global(name)
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                if any(isinstance(part, ast.Starred) for part in parts):
                    return joined(*(self._value(part, names) for part in parts))
                return tuple(self._value(part, names) for part in parts)
            case ast.Starred(value=value):
                return self._value(value, names)
            case ast.Lambda():
                return Function(node, names)
            case ast.NamedExpr(target=target, value=value):
                kind = self._value(value, names)
                self._bind(target, kind, names)
                return kind
            case ast.IfExp(test=test, body=body, orelse=orelse):
                self._value(test, names)
                return joined(self._value(body, names), self._value(orelse, names))
            case ast.Attribute(value=value, attr=attribute):
                return attribute_of(self._value(value, names), attribute)
            case ast.Subscript(value=value, slice=index):
                self._value(index, names)
                return entry_of(self._value(value, names), index)
            case (
                ast.ListComp(elt=item, generators=parts)
                | ast.SetComp(elt=item, generators=parts)
                | ast.GeneratorExp(elt=item, generators=parts)
            ):
                return self._comprehension(node, [item], parts, names)
            case ast.DictComp(key=key, value=value, generators=parts):
                return self._comprehension(node, [key, value], parts, names)
            case ast.Call():
                return self._called(node, names)
        kinds = [
            self._value(p, names) for p in ast.iter_child_nodes(node) if isinstance(p, ast.expr)
        ]
        return joined(*kinds)

    def _comprehension(
        self,
        node: ast.expr,
        items: list[ast.expr],
        parts: list[ast.comprehension],
        names: dict[str, Kind],
    ) -> Kind:
        inner = dict(names)
        for part in parts:
            self._bind(part.target, self._item(part.iter, inner, node), inner)
            for condition in part.ifs:
                self._value(condition, inner)
        kind = joined(*(self._value(item, inner) for item in items))
        return FEW if is_few(kind) else COLUMNS

    def _called(self, node: ast.Call, names: dict[str, Kind]) -> Kind:
        name = _last_name(node.func)
        is_plain = isinstance(node.func, ast.Name) and name not in names
        if name in HIDING and is_plain:
            raise _Loop(node, f"what {name} runs cannot be read")
        given = [self._value(part, names) for part in node.args]
        named = {part.arg or "": self._value(part.value, names) for part in node.keywords}
        everything = [*given, *named.values()]
        function = self._value(node.func, names)
        if isinstance(function, Function):
            return self._call(function, everything, node)
        if name in LOOPING:
            raise _Loop(node)
        if name in ITERATING and (is_plain or _module(node.func) in MODULES or name == "ndindex"):
            return self._gone_through(node, name, everything)
        if name == "zip" and is_plain:
            return zipped(node, given)
        match name, given:
            case "len", [one]:
                return FEW if is_short(one) else MANY
            case "enumerate", [one, *_] if is_short(one):
                return (FEW, item_of(one)), (FEW, item_of(one))
            case _, [one] if name in SAME_ITEMS and is_plain:
                return one
            case "shape", [one]:
                return attribute_of(one, "shape")
        return computed(node, name, function, everything)

    def _gone_through(self, node: ast.Call, name: str, given: list[Kind]) -> Kind:
        if name in ("min", "max") and len(given) > 1:
            return joined(*given)
        over = [kind for kind in given if not isinstance(kind, Function)]
        if name == "ndindex":
            if not all(map(is_few, over)):
                raise _Loop(node)
            return FEW
        if not all(map(is_short, over)):
            has_better = name in REDUCING | {"any", "all"}
            why = f"{name} takes one entry after another, np.{name} does not"
            raise _Loop(node, why if has_better else "")
        first = over[0] if over else FEW
        return first if name in ("map", "filter", "chain") else item_of(first)


def _parameters(node: ast.FunctionDef | ast.Lambda) -> list[str]:
    about = node.args
    found = [*about.posonlyargs, *about.args, *about.kwonlyargs]
    return [one.arg for one in (*found, about.vararg, about.kwarg) if one is not None]


def _module(node: ast.AST) -> str:
    match node:
        case ast.Attribute(value=ast.Name(id=name)):
            return name
    return ""


def _last_name(node: ast.AST) -> str:
    """``sum`` of ``sum`` and of ``np.sum``."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
