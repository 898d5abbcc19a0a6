"""A student's function, called with care.

Every call compares the arguments before and after, turns an error into a message, and
keeps the warnings, so that no check has to remember to.
"""

from __future__ import annotations

import ast
import linecache
import platform
import re
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.checks.facts import Fact
from autograder.checks.failure import CheckFailed, FailureKind
from autograder.checks.known import remember_call, remember_result
from autograder.checks.operands import with_operands
from autograder.checks.purity import same, snapshot

#: how Python says that a list is no array
LIST = re.compile(r"'(list|tuple)'|list indices|multiply sequence")
#: how it says that a module is older or newer than the answer
HAS_NO = re.compile(r"module '(\w+)[\w.]*' has no attribute|cannot import name .* from '(\w+)")


class Raised(CheckFailed):
    """A student's function raised ``cause``; ``expect_raises`` may be glad of it."""

    def __init__(
        self, name: str, cause: BaseException, kind: FailureKind, facts: tuple[Fact, ...]
    ) -> None:
        self.cause = cause
        super().__init__(name, kind, facts)


class StudentFunction:
    """Wrap ``function`` so that calling it checks purity and reports errors.

    Raises :class:`CheckFailed` when the function raises, is not implemented, or changes
    one of its arguments. ``warnings`` holds the texts of the last call's warnings. A function
    of another process, which says so by ``works_on_copies``, compares them there.
    """

    def __init__(self, function: Callable[..., Any], name: str | None = None) -> None:
        self.function = function
        self.name: str = name or str(getattr(function, "__name__", "your function"))
        self.__name__ = self.name
        self.warnings: list[str] = []
        self._works_on_copies = getattr(function, "works_on_copies", False) is True

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        before = None if self._works_on_copies else snapshot((args, kwargs))
        remember_call(self.name, args, kwargs)
        try:
            with (
                warnings.catch_warnings(record=True) as caught,
                np.errstate(divide="warn", over="warn", invalid="warn"),
            ):
                warnings.simplefilter("always")
                result = self.function(*args, **kwargs)
        except CheckFailed:  # from an answer of this student called inside this one
            raise
        except NotImplementedError as error:
            raise Raised(self.name, error, "not-implemented", ()) from None
        except Exception as error:
            raise self.failure_from(error, *args, **kwargs) from None
        self.warnings = [str(w.message) for w in caught if issubclass(w.category, RuntimeWarning)]
        if before is not None and not same(before, (args, kwargs)):
            raise self._changed()
        remember_result(self.name, result)
        return result

    def failure_from(self, error: Exception, /, *args: Any, **kwargs: Any) -> CheckFailed:
        """Return the message on an ``error`` that the function raised, for these arguments."""
        if "read-only" in str(error) and self._writes_to(args, kwargs):
            return self._changed()
        facts = [Fact("error", f"{type(error).__name__}: {error}")]
        if line := self._line(error):
            facts.append(Fact("in line", line))
        facts += [Fact("note", note) for note in notes_on(error, (*args, *kwargs.values()))]
        return Raised(self.name, error, "exception", tuple(facts))

    def _line(self, error: Exception) -> str:
        """The innermost line of the same notebook: the one that the student can change."""
        own = getattr(self.function, "__globals__", None)
        where = [at for at in traceback.walk_tb(error.__traceback__) if at[0].f_globals is own]
        if not where:
            return getattr(error, "in_line", "")  # of an error in another process
        frame, number = where[-1]
        line = linecache.getline(frame.f_code.co_filename, number).strip()
        return with_operands(line or f"line {number}", error, frame)

    def _writes_to(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
        """Whether it was arguments that were read-only: it is gone where they are not.

        Other arrays are read-only too: what ``np.broadcast_to`` returns, for one.
        """
        args, kwargs = snapshot((args, kwargs))
        try:
            self.function(*args, **kwargs)
        except Exception as error:
            # the second is how another process says that arguments were changed
            return "read-only" not in str(error) or "argument is read-only" in str(error)
        return True

    def _changed(self) -> CheckFailed:
        rule = (
            "a function here never changes what it is given: "
            "work on a copy, and avoid +=, -= and X[...] = on an argument"
        )
        return CheckFailed(self.name, "in-place", (Fact("rule", rule),))


def notes_on(error: Exception, args: Sequence[Any]) -> Iterator[str]:
    """Yield what Python's own words on an error leave out."""
    text = str(error)
    if "memoryview" in text:  # what np.int64(2).data is
        trap = "an np.int64 is not an int, and has a .data that is no number"
        yield f"{trap}: ask whether it is an object of your class"
    came_as_list = any(isinstance(arg, (list, tuple)) for arg in args)
    if came_as_list and isinstance(error, (TypeError, AttributeError)) and LIST.search(text):
        yield "an argument came as a list: np.asarray makes an array of it"
    if isinstance(error, ModuleNotFoundError):
        yield "the module is not there where this is run: do without it"
    elif found := HAS_NO.search(text):
        module = found[1] or found[2]
        yield f"it is run with {'NumPy' if module == 'numpy' else 'Python'} {_version_of(module)}"


def _version_of(module: str) -> str:
    return np.__version__ if module == "numpy" else platform.python_version()


class Student:
    """A student's functions by name: ``student.sigmoid(z)``.

    Looking up a name that is not defined, or is not a function, raises
    :class:`CheckFailed`.
    """

    def __init__(
        self,
        namespace: Mapping[str, Any],
        text_of: Callable[[str], str | None] | None = None,
    ) -> None:
        """``text_of`` finds definitions; without it they are looked up in this process."""
        self._namespace = namespace
        self._find_text = text_of

    def text_of(self, name: str) -> str | None:
        """The text that defines ``name`` in the notebook, or ``None`` where there is none."""
        if self._find_text is not None:
            return self._find_text(name)
        return _text_of(self._namespace.get(name), name)

    def __getitem__(self, name: str) -> StudentFunction:
        if not callable(self._namespace.get(name)):
            raise CheckFailed(name, "missing")
        return StudentFunction(self._namespace[name], name)

    def __getattr__(self, name: str) -> StudentFunction:
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]


def _text_of(value: Any, name: str) -> str | None:
    code = getattr(value, "__code__", None)
    if code is None:
        kind = type(value)  # such as np.vectorize
        is_made = callable(value) and not isinstance(value, type) and kind.__module__ != "builtins"
        return f"{name} = {kind.__module__}.{kind.__qualname__}" if is_made else None
    found = definitions_in("".join(linecache.getlines(code.co_filename)))
    return found.get(code.co_name, found.get(name))  # it may have got its name elsewhere


def definitions_in(source: str, before: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the text of each function, and of each value with a name; the last one counts.

    ``source`` is a cell, and ``before`` what the cells before it defined. A second name for a
    function stands for that function's text.
    """
    found = dict(before or {})
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return found
    for statement in body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Name(id=other)) if (
                other in found
            ):
                found[name] = found[other]
            case ast.FunctionDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]):
                found[name] = ast.get_source_segment(source, statement) or ""
    return found


def student_function(function: Callable[..., Any]) -> StudentFunction:
    """Wrap ``function`` unless it is wrapped already."""
    return function if isinstance(function, StudentFunction) else StudentFunction(function)
