"""Definitions of a module as text: found, renamed, and patched by one another."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

from autograder.course.cells import parse
from autograder.course.errors import CourseError


@dataclass(frozen=True)
class Definition:
    """A top-level ``def`` or ``class`` as text, without its decorators."""

    node: ast.FunctionDef | ast.ClassDef
    source: str
    line: int

    @property
    def name(self) -> str:
        return self.node.name

    def renamed(self, name: str) -> str:
        """Return the source with the definition, and its uses of itself, under another name."""
        lines = self.source.splitlines()
        for use in sorted(self._uses_of_itself(), key=lambda use: use.col_offset, reverse=True):
            at = use.lineno - self.node.lineno
            line = lines[at].encode()  # the syntax tree counts columns in bytes
            line = line[: use.col_offset] + name.encode() + line[use.end_col_offset :]
            lines[at] = line.decode()
        keyword = "class" if isinstance(self.node, ast.ClassDef) else "def"
        lines[0] = lines[0].replace(f"{keyword} {self.name}", f"{keyword} {name}", 1)
        return "\n".join(lines)

    def _uses_of_itself(self) -> list[ast.Name]:
        """Names in the body that mean this definition, and no variable or argument of that name."""
        inside = [node for statement in self.node.body for node in ast.walk(statement)]
        uses = [node for node in inside if isinstance(node, ast.Name) and node.id == self.name]
        arguments = {node.arg for node in ast.walk(self.node) if isinstance(node, ast.arg)}
        is_bound = any(isinstance(use.ctx, ast.Store) for use in uses)
        return [] if is_bound or self.name in arguments else uses

    def derives_from(self, name: str) -> bool:
        """Whether this is a class whose one base is ``name``."""
        bases = self.node.bases if isinstance(self.node, ast.ClassDef) else []
        return [ast.unparse(base) for base in bases] == [name]

    def patched(self, patch: Definition) -> str:
        """Return the source of this class with the methods of ``patch`` replaced or added.

        Raises :class:`ValueError` where ``patch`` holds anything but methods.
        """
        if not all(isinstance(child, ast.FunctionDef) for child in patch.node.body):
            raise ValueError(f"a class derived from {self.name} holds methods and nothing else")
        lines, others = self.source.splitlines(), patch.renamed(self.name).splitlines()
        theirs = {
            method.name: others[slice(*patch._extent(method))]
            for _, method in functions_in(patch.node)
        }
        # from the last to the first, so that the lines above keep their numbers
        for _, method in reversed(functions_in(self.node)):
            if method.name in theirs:
                lines[slice(*self._extent(method))] = theirs.pop(method.name)
        for text in theirs.values():
            lines += ["", *text]
        return "\n".join(lines)

    def _extent(self, method: ast.FunctionDef) -> tuple[int, int]:
        """First line of ``method`` in the source, with its decorators, and the one after it."""
        first = min([method.lineno, *(above.lineno for above in method.decorator_list)])
        return first - self.node.lineno, last_line(method) - self.node.lineno + 1

    def bodies(self) -> dict[str, str]:
        """Text of each function's body after its docstring, by qualified name."""
        lines = self.source.splitlines()
        shift = self.node.lineno - 1
        found = {}
        for name, function in functions_in(self.node):
            start = (
                last_line(function.body[0])
                if ast.get_docstring(function) is not None
                else function.body[0].lineno - 1
            )
            # comments between the docstring (or the signature) and the first statement
            found[name] = "\n".join(lines[start - shift : last_line(function) - shift])
        return found


def definitions(text: str, path: Path | str, first_line: int = 1) -> dict[str, Definition]:
    """Top-level functions and classes of the module ``text``, which begins at ``first_line``."""
    lines = text.splitlines()
    found: dict[str, Definition] = {}
    for node in parse(text, path, first_line).body:
        if not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            continue
        if node.name in found:
            line = found[node.name].line + first_line - 1
            says = f"{node.name!r} is defined at line {line} already"
            raise CourseError(path, node.lineno + first_line - 1, says)
        source = "\n".join(lines[node.lineno - 1 : node.end_lineno])
        found[node.name] = Definition(node, source, node.lineno)
    return found


def functions_in(node: ast.FunctionDef | ast.ClassDef) -> list[tuple[str, ast.FunctionDef]]:
    """The function itself, or the methods of a class, with qualified names."""
    if isinstance(node, ast.FunctionDef):
        return [(node.name, node)]
    methods = [child for child in node.body if isinstance(child, ast.FunctionDef)]
    return [(f"{node.name}.{method.name}", method) for method in methods]


def last_line(node: ast.stmt) -> int:
    """The last line of a statement that was read from a text."""
    assert node.end_lineno is not None
    return node.end_lineno


def signature(function: ast.FunctionDef) -> str:
    """The argument list as text, defaults included, annotations left out."""
    bare = ast.parse(ast.unparse(function)).body[0]
    assert isinstance(bare, ast.FunctionDef)
    for arg in ast.walk(bare.args):
        if isinstance(arg, ast.arg):
            arg.annotation = None
    return f"({ast.unparse(bare.args)})"
