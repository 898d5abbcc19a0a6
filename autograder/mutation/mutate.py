"""Every small mistake that can be made in a function, each as a function of its own."""

from __future__ import annotations

import ast
import copy
import dataclasses
import difflib
import functools
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType

from autograder.mutation.operators import Replacement, replacements
from autograder.mutation.words import describe

Path = tuple[tuple[str, int | None], ...]  # fields and indices, from the definition down


@dataclass(frozen=True)
class Mutant:
    """A definition with one mistake in it. ``line`` is that of the mistake, in its own file."""

    function: str
    line: int
    before: str
    after: str
    count: int = 1  #: the second of two mutants that read the same has a 2 here
    words: str = ""  #: what is wrong in it, for a student who makes the same mistake

    @functools.cached_property
    def diff(self) -> tuple[str, ...]:
        """The changed lines, each after ``-`` or ``+`` and a blank."""
        before, after = self.before.splitlines(), self.after.splitlines()
        _, _, *lines = difflib.unified_diff(before, after, n=0, lineterm="")
        return tuple(f"{line[0]} {line[1:]}" for line in lines if line[0] in "-+")

    @functools.cached_property
    def key(self) -> str:
        """The mutant in a line, by which it is listed as equivalent: function and new text."""
        removed = " ".join(line[1:].strip() for line in self.diff if line[0] == "-")
        added = " ".join(line[1:].strip() for line in self.diff if line[0] == "+")
        if added in ("", "pass"):
            added = f"without {removed}"
        elif not removed:
            added = f"twice {added}"
        return f"{self.function}: {added}" + (f" #{self.count}" if self.count > 1 else "")


def each_mutant(source: str, first_line: int = 1) -> Iterator[Mutant]:
    """Yield :func:`mutants_of` one by one, which is a beginning; two may have the same key."""
    tree = ast.parse(source)
    definition = tree.body[0]
    assert isinstance(definition, (ast.FunctionDef, ast.ClassDef))
    before = ast.unparse(tree)
    seen = {_program(before)}
    for path, node in _places(definition):
        for replacement in replacements(node):
            after = ast.unparse(_replaced(definition, path, replacement))
            try:
                program = _program(after)
            except SyntaxError:  # such as a call that swallows its own target
                continue
            if program in seen:
                continue
            seen.add(program)
            line = getattr(node, "lineno", definition.lineno) + first_line - 1
            words = describe(node, replacement)
            yield Mutant(definition.name, line, before, after, words=words)


@functools.cache
def mutants_of(source: str, first_line: int = 1) -> tuple[Mutant, ...]:
    """All mutants of the one definition in ``source``, which starts at ``first_line``.

    None is the same program as the original or as one before it, and no two have a key in common.
    """
    found: dict[str, Mutant] = {}
    for mutant in each_mutant(source, first_line):
        while mutant.key in found:
            mutant = dataclasses.replace(mutant, count=mutant.count + 1)
        found[mutant.key] = mutant
    return tuple(found.values())


def _places(node: ast.AST, path: Path = ()) -> Iterator[tuple[Path, ast.AST]]:
    """Every node below ``node`` that runs, with the way to it."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list"):
            continue
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        for index, child in children:
            if not isinstance(child, ast.AST) or _is_text(node, field, index, child):
                continue
            here = (*path, (field, index))
            yield here, child
            yield from _places(child, here)


def _is_text(node: ast.AST, field: str, index: int | None, child: ast.AST) -> bool:
    """Whether ``child`` is a docstring or the wording of an error."""
    if isinstance(child, ast.JoinedStr) or isinstance(node, ast.Raise):
        return True
    return field == "body" and isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)


def _replaced(node: ast.AST, path: Path, replacement: Replacement) -> ast.AST:
    """A copy of ``node`` with ``replacement`` at ``path``; whatever lies aside is shared."""
    (field, index), *rest = path
    node, value = copy.copy(node), getattr(node, field)
    if rest:
        replacement = _replaced(value if index is None else value[index], tuple(rest), replacement)
    if index is not None:
        new = replacement if isinstance(replacement, list) else [replacement]
        replacement = [*value[:index], *new, *value[index + 1 :]]
        if field == "body" and not replacement:
            replacement = [ast.Pass()]
    setattr(node, field, replacement)
    return node


def _program(source: str) -> tuple:
    """What ``source`` does, whatever it looks like: equal for equal bytecode."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # a mutant is meant to be wrong
        return _bytecode(compile(source, "<mutant>", "exec"))


def _bytecode(code: CodeType) -> tuple:
    constants = tuple(
        _bytecode(c) if isinstance(c, CodeType) else (type(c).__name__, repr(c))
        for c in code.co_consts
    )
    names = (code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars)
    return code.co_code, constants, names, code.co_argcount, code.co_flags
