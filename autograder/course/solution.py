"""The private side of a chapter: ``solutions/NAME/`` as text and as modules."""

from __future__ import annotations

import ast
import difflib
import functools
import hashlib
import importlib
import sys
import traceback
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from autograder.checks import Student
from autograder.checks.decorators import CHECKS
from autograder.checks.diagnosis import RULES
from autograder.checks.failure import KINDS
from autograder.course.cells import parse
from autograder.course.definitions import Definition, definitions
from autograder.course.errors import CourseError, read_text

MODULES = ("reference", "checks", "mistakes", "alternatives", "equivalent", "stand_ins")
OPTIONAL = ("equivalent", "stand_ins")


@dataclass(frozen=True)
class Check:
    """One graded check: ``function(student, rng)`` raises when the answer is wrong."""

    exercise: str
    points: float
    function: Callable[[Student, np.random.Generator], object]
    line: int
    name: str  #: by which its random inputs are drawn
    title: str  #: what the check asks, for feedback
    patience: float = 1.0  #: how many times the processor time of other checks a try may take
    reads_cache: bool = (
        False  #: whether the answer reads what an earlier one of its own kept for it
    )


@dataclass(frozen=True)
class Variant:
    """A wrong or right answer to one function, other than the reference."""

    function_name: str
    name: str
    source: str  #: a whole definition under the name that the exercise asks for
    diagnosis: str = ""  #: of a mistake: what its message should say
    keeps: float = 0  #: of a mistake: the points it still earns
    also: tuple[str, ...] = ()  #: of a mistake: other hints that are true of it
    says: str = ""  #: of a mistake: what to tell the student who makes it


@dataclass(frozen=True)
class StandIns:
    """What takes the place of functions and classes of the reference beside a student's code.

    It is for exercises that would ask the judge too often. What is in ``source`` can be read there,
    so it holds no answer; ``functions`` stay with the judge, and are called.
    """

    exercises: tuple[str, ...]  #: in whose checks it is used
    names: tuple[str, ...] = ()  #: of the reference's, which ``source`` defines
    source: str = ""
    functions: Mapping[str, Callable[..., Any]] = field(default_factory=dict)


class Solution:
    """The private modules of a chapter, imported when first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "reference.py"

    def module(self, name: str) -> ModuleType:
        """Import ``name`` (one of :data:`MODULES`) under a package of this folder's own."""
        path = self.folder / f"{name}.py"
        if not path.exists():
            needed = ", ".join(module for module in MODULES if module not in OPTIONAL)
            raise CourseError(path, None, f"is missing; every chapter has {needed}")
        package = package_of(self.folder)
        try:
            return importlib.import_module(f"{package}.{name}")
        except (Exception, SystemExit) as error:
            raise self._not_imported(path, error) from error

    def _not_imported(self, path: Path, error: BaseException) -> CourseError:
        """Where in this folder the import ended, and why, in one line."""
        if isinstance(error, SyntaxError) and error.filename:
            place = Path(error.filename)
            read_text(place)  # says more where it is not UTF-8
            return CourseError(place, error.lineno, f"not valid Python: {error.msg}")
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        places = [(Path(f.filename), f.lineno) for f in traceback.extract_tb(error.__traceback__)]
        own = [place for place in places if place[0].parent == self.folder]
        return CourseError(*(own or [(path, None)])[-1], f"cannot be imported: {reason}")

    @functools.cached_property
    def reference(self) -> ModuleType:
        return self.module("reference")

    @functools.cached_property
    def definitions(self) -> dict[str, Definition]:
        """Top-level functions and classes of ``reference.py`` by name."""
        return self._texts("reference")

    @functools.cached_property
    def checks(self) -> tuple[Check, ...]:
        """Graded checks in the order they are made."""
        texts = self._texts("checks")
        found: dict[str, Check] = {}
        for function, about in getattr(self.module("checks"), CHECKS, ()):
            name, defined = about["name"], texts.get(function.__name__)
            line = defined.line if defined else function.__code__.co_firstlineno
            if name in found:
                says = f"check {name!r} is at line {found[name].line} already; give it a name="
                raise CourseError(self.folder / "checks.py", line, says)
            title = about["title"] or name.replace("_", " ")
            found[name] = Check(
                about["exercise"],
                about["points"],
                function,
                line,
                name,
                title,
                about["patience"],
                about["reads_cache"],
            )
        return tuple(found.values())

    @functools.cached_property
    def hints(self) -> frozenset[str]:
        """Keys of the hints that ``checks.py`` gives beside the rules, from its ``HINTS``."""
        hints = getattr(self.module("checks"), "HINTS", ())
        if isinstance(hints, str) or not all(isinstance(key, str) for key in hints):
            raise CourseError(self.folder / "checks.py", None, "HINTS is a tuple of words")
        return frozenset(hints)

    @functools.cached_property
    def mistakes(self) -> tuple[Variant, ...]:
        """Wrong answers, in order; each ``diagnosis`` is one that a check or a rule may give."""
        found = self._variants("mistake")
        known = {*KINDS, *(rule.key for rule in RULES), *self.hints}
        for variant, line in found:
            for label in (variant.diagnosis, *variant.also):
                if label not in known:
                    says = f"{variant.name!r}: {_unknown(label, known)}"
                    raise CourseError(self.folder / "mistakes.py", line, says)
        return tuple(variant for variant, _ in found)

    @functools.cached_property
    def alternatives(self) -> tuple[Variant, ...]:
        return tuple(variant for variant, _ in self._variants("alternative"))

    @functools.cached_property
    def equivalent(self) -> dict[str, str]:
        """``EQUIVALENT`` of ``equivalent.py``, where there is one: mutants that no check can tell.

        The key of each (see :mod:`autograder.mutants`), with the reason.
        """
        path = self.folder / "equivalent.py"
        if not path.exists():
            return {}
        listed = getattr(self.module("equivalent"), "EQUIVALENT", None)
        if not isinstance(listed, dict) or not all(
            isinstance(text, str) for item in listed.items() for text in item
        ):
            raise CourseError(path, None, "needs EQUIVALENT = {…}, the reason to each mutant")
        return listed

    @functools.cached_property
    def stand_ins(self) -> StandIns:
        """What ``stand_ins.py`` has in place of the reference's names, where there is one."""
        path = self.folder / "stand_ins.py"
        if not path.exists():
            return StandIns(())
        module, text = self.module("stand_ins"), read_text(path)
        found = definitions(text, path)
        names = tuple(name for name in found if name in self.definitions)
        imports = [node for node in parse(text, path).body if type(node) is ast.Import]
        return StandIns(
            tuple(module.EXERCISES),
            names,
            "\n".join([*map(ast.unparse, imports), *(found[name].source for name in names)]),
            {name: getattr(module, name) for name in found if name not in names},
        )

    @functools.cached_property
    def misconceptions(self) -> tuple[Variant, ...]:
        """Wrong answers that are there for messages alone; a chapter need not have any."""
        return self._for_messages("misconception")

    @functools.cached_property
    def formulas(self) -> tuple[Variant, ...]:
        """The textbook's formulas, right but for rounding; a chapter need not have any."""
        return self._for_messages("formula")

    def _for_messages(self, mark: str) -> tuple[Variant, ...]:
        if not (self.folder / "misconceptions.py").exists():
            return ()
        return tuple(variant for variant, _ in self._variants(mark, "misconceptions"))

    def _variants(self, mark: str, module: str = "") -> list[tuple[Variant, int]]:
        """Answers of ``mistakes.py`` or another module, each with its line there."""
        found = []
        module = module or f"{mark}s"
        path = self.folder / f"{module}.py"
        for about, line, definition in self._marked(module, mark):
            name = about["function"]
            if name not in self.definitions:
                says = f"{definition.name!r} is for {name!r}, which {self.path} does not define"
                raise CourseError(path, line, says)
            try:
                source = self._whole(definition, name)
            except ValueError as error:
                raise CourseError(path, line, f"{definition.name!r}: {error}") from error
            variant = Variant(
                name,
                definition.name,
                source,
                about.get("diagnosis", ""),
                about.get("keeps", 0),
                about.get("also", ()),
                about.get("says", ""),
            )
            found.append((variant, line))
        return found

    def _whole(self, definition: Definition, name: str) -> str:
        """The answer as a student would have it: of a class derived from ``name``, all of it."""
        if definition.derives_from(name):
            return self.definitions[name].patched(definition)
        return definition.renamed(name)

    def _marked(self, name: str, mark: str) -> Iterator[tuple[dict[str, Any], int, Definition]]:
        """What ``@mark`` says above a definition, its line, and the definition, in order."""
        module, path = self.module(name), self.folder / f"{name}.py"
        texts = self._texts(name)
        for function in vars(module).values():
            if hasattr(function, f"__{mark}__") and function.__name__ not in texts:
                says = f"@{mark} is for functions defined with def, not inside of anything"
                code = getattr(function, "__code__", None)  # a class has none
                raise CourseError(path, code and code.co_firstlineno, says)
        for definition in texts.values():
            function = getattr(module, definition.name)
            about = getattr(function, f"__{mark}__", None)
            if about is not None:
                yield about, definition.line, definition
            elif any(ast.unparse(d) == mark for d in definition.node.decorator_list):
                says = f"@{mark} above {definition.name!r} needs its arguments in parentheses"
                raise CourseError(path, definition.line, says)

    def _texts(self, name: str) -> dict[str, Definition]:
        path = self.folder / f"{name}.py"
        return definitions(read_text(path), path)


def _unknown(label: str, known: Collection[str]) -> str:
    """What to say of a diagnosis that nobody gives, with those that somebody does."""
    near = difflib.get_close_matches(label, known, n=1)
    meant = f"; is {near[0]!r} meant?" if near else ""
    return f"no check and no rule gives the diagnosis {label!r}{meant} (known: " + (
        f"{', '.join(sorted(known))}; others go into HINTS of checks.py)"
    )


def package_of(folder: Path) -> str:
    """The package for ``folder``, made so that its modules can say ``from . import reference``.

    Those of a course are in one package: a chapter that builds on another may say
    ``from ..NAME.reference import function``.
    """
    folder = folder.resolve()
    digest = hashlib.sha256(str(folder.parent).encode()).hexdigest()[:8]
    course = f"course_solutions_{digest}"
    for name, path in ((course, folder.parent), (f"{course}.{folder.name}", folder)):
        if name not in sys.modules:
            package = ModuleType(name)
            package.__path__ = [str(path)]
            sys.modules[name] = package
    return f"{course}.{folder.name}"
