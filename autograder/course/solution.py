"""The private side of a chapter: ``solutions/NAME/`` as text and as modules."""

from __future__ import annotations

import ast
import functools
import hashlib
import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from autograder.course.errors import CourseError

MODULES = ("reference", "checks", "mistakes", "alternatives")


@dataclass(frozen=True)
class Check:
    """One graded check: ``function(student, rng)`` raises when the answer is wrong."""

    exercise: str
    points: float
    function: Callable
    line: int

    @property
    def name(self) -> str:
        return self.function.__name__

    @property
    def title(self) -> str:
        """What the check asks, for feedback: its name in words."""
        return self.name.replace("_", " ")


@dataclass(frozen=True)
class Variant:
    """A wrong or right answer to one function, other than the reference."""

    function_name: str
    function: Callable
    source: str  #: a definition under the name that the exercise asks for
    diagnosis: str = ""  #: of a mistake: what its message should say
    keeps: float = 0  #: of a mistake: the points it still earns
    also: tuple[str, ...] = ()  #: of a mistake: other hints that are true of it

    @property
    def name(self) -> str:
        return self.function.__name__


class Solution:
    """The four private modules of a chapter, imported when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "reference.py"

    def module(self, name: str) -> ModuleType:
        """Import ``name`` (one of :data:`MODULES`) under a package of this folder's own."""
        path = self.folder / f"{name}.py"
        if not path.exists():
            raise CourseError(path, None, "this module is missing; every chapter has four")
        package = _package(self.folder)
        try:
            return importlib.import_module(f"{package}.{name}")
        except Exception as error:
            line = getattr(error, "lineno", None)
            raise CourseError(path, line, f"cannot be imported: {error}") from error

    @functools.cached_property
    def reference(self) -> ModuleType:
        return self.module("reference")

    @functools.cached_property
    def definitions(self) -> dict[str, Definition]:
        """Top-level functions and classes of ``reference.py`` by name."""
        return definitions(self.path.read_text(), self.path)

    @functools.cached_property
    def checks(self) -> tuple[Check, ...]:
        """Graded checks in the order they are written."""
        found = [
            Check(f.__check__["exercise"], f.__check__["points"], f, f.__code__.co_firstlineno)
            for f in _own_functions(self.module("checks"))
            if hasattr(f, "__check__")
        ]
        return tuple(sorted(found, key=lambda check: check.line))

    @functools.cached_property
    def mistakes(self) -> tuple[Variant, ...]:
        return self._variants("mistakes", "__mistake__")

    @functools.cached_property
    def alternatives(self) -> tuple[Variant, ...]:
        return self._variants("alternatives", "__alternative__")

    def _variants(self, name: str, mark: str) -> tuple[Variant, ...]:
        module = self.module(name)
        texts = definitions((self.folder / f"{name}.py").read_text(), self.folder / f"{name}.py")
        found = []
        for function in _own_functions(module):
            if not hasattr(function, mark):
                continue
            about = getattr(function, mark)
            definition = texts[function.__name__]
            found.append(
                Variant(
                    about["function"],
                    function,
                    definition.renamed(about["function"]),
                    about.get("diagnosis", ""),
                    about.get("keeps", 0),
                    about.get("also", ()),
                )
            )
        return tuple(found)


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
        """The source with the definition, and calls of itself, under another name."""
        keyword = "class" if isinstance(self.node, ast.ClassDef) else "def"
        return self.source.replace(f"{keyword} {self.name}", f"{keyword} {name}", 1)

    def bodies(self) -> dict[str, str]:
        """Text of each function's body after its docstring, by qualified name."""
        lines = self.source.splitlines()
        shift = self.node.lineno - 1
        found = {}
        for name, function in functions_in(self.node):
            start = (
                function.body[0].end_lineno
                if ast.get_docstring(function) is not None
                else function.body[0].lineno - 1
            )
            # comments between the docstring (or the signature) and the first statement
            found[name] = "\n".join(lines[start - shift : function.end_lineno - shift])
        return found


def definitions(text: str, path: Path | str) -> dict[str, Definition]:
    """Top-level functions and classes of the module ``text``."""
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        raise CourseError(path, error.lineno, f"not valid Python: {error.msg}") from error
    lines = text.splitlines()
    return {
        node.name: Definition(
            node, "\n".join(lines[node.lineno - 1 : node.end_lineno]), node.lineno
        )
        for node in tree.body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
    }


def functions_in(node: ast.FunctionDef | ast.ClassDef) -> list[tuple[str, ast.FunctionDef]]:
    """The function itself, or the methods of a class, with qualified names."""
    if isinstance(node, ast.FunctionDef):
        return [(node.name, node)]
    methods = [child for child in node.body if isinstance(child, ast.FunctionDef)]
    return [(f"{node.name}.{method.name}", method) for method in methods]


def signature(function: ast.FunctionDef) -> str:
    """The argument list as text, defaults included, annotations left out."""
    bare = ast.parse(ast.unparse(function)).body[0]
    for arg in ast.walk(bare.args):
        if isinstance(arg, ast.arg):
            arg.annotation = None
    return f"({ast.unparse(bare.args)})"


def _own_functions(module: ModuleType) -> list:
    return [
        value
        for value in vars(module).values()
        if getattr(value, "__module__", "") == module.__name__
    ]


def _package(folder: Path) -> str:
    """A package for ``folder``, so that its modules can say ``from . import reference``."""
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:8]
    name = f"course_solution_{folder.name}_{digest}"
    if name not in sys.modules:
        package = ModuleType(name)
        package.__path__ = [str(folder)]
        sys.modules[name] = package
    return name
