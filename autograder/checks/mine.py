"""A student's own library: what has passed its visible checks is kept in ``mine.py``.

The file lies beside the notebooks and is the student's to read, use and change. A part of it holds
what one exercise asks for, under a line that says which; parts stand in the order of the book.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import importlib.util
import inspect
import linecache
import os
import re
import symtable
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from autograder.checks.own import fails_a_check
from autograder.checks.progress import so_far
from autograder.checks.session import say_now

FILE = Path("mine.py")
HEAD = '''\
"""My own neural networks, from the course "From Neuron to Network".

The course keeps here what has passed its visible checks, to be used in later chapters:
`from mine import …`. The file is yours. A check that passes again replaces its own part.
"""
'''
PART = re.compile(r"^# (\d+)\.(\d+) (\w+): (\w+)$", re.M)
#: set while somebody else than the student runs the notebook
ELSEWHERE = ("AUTOGRADER_CHECKING", "NBGRADER_EXECUTION")
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
SECONDS = 5.0  #: to wait for another notebook that writes the file


class Lacking(ImportError):
    """Something is missing in ``mine.py``, or in what should go there; says what to do."""

    def _render_traceback_(self) -> list[str]:
        return [f"{type(self).__name__}: {self}"]


def keep(place: str, chapter: str, exercise: str, *definitions: Any) -> None:
    """Write the functions and classes of ``exercise``, which has passed, into ``mine.py``.

    Parameters: ``place`` numbers chapter and exercise, as "9.2". What the definitions use of the
    notebook goes with them. Prints whether it was kept: where another cell found one of them wrong,
    or the file would not run alone afterwards, it stays as it was, and the line says why.
    """
    say_now()
    if any(os.environ.get(name) for name in ELSEWHERE):
        return
    hidden: Hidden = {}
    try:
        if wrong := [one.__name__ for one in definitions if fails_a_check(one)]:
            raise Lacking(f"another check of {wrong[0]} failed: mend it, and run that check again")
        with _alone():
            text = _read()
            parts = [part for part in _parts(text) if part.exercise != (chapter, exercise)]
            new = _part(place, chapter, exercise, definitions, parts)
            parts, hidden = _making_room(new, parts)
            _write(_joined(_imports(text) | new.imports, [*parts, new]))
    except (Lacking, OSError) as error:
        print(f"{exercise}: not kept in {FILE}: {error}")
    else:
        print(f"{exercise}: kept in {FILE}")
        kept = [one.exercise[1] for one in [*parts, new] if one.exercise[0] == chapter]
        if told := so_far(kept):
            print(told)
        for name, (last, other) in hidden.items():
            print(f"{name} in {FILE} is that of {last}, and hides that of {other}")


def borrow(chapters: Mapping[str, str]) -> None:
    """See that ``from mine import …`` will find each name; its chapter is told where it is missing.

    Raises :class:`Lacking` with one sentence.
    """
    lend = getattr(sys.modules.get("mine"), "lend", None)
    if lend is not None:  # where the course is built or graded, references stand in
        lend(chapters)
        return
    found = _own_library() if FILE.exists() else {}
    lacking = [f"{name} (chapter {chapters[name]})" for name in chapters if name not in found]
    if lacking:
        where = f"{FILE} does not have" if found else f"there is no {FILE} in this folder with"
        raise Lacking(
            f"{where} {', '.join(lacking)}: it is kept there when the visible checks of its "
            "exercise pass"
        )


def names_kept() -> set[str]:
    """What the file in this folder defines; nothing where there is none, or it cannot be read."""
    try:
        return _names_of(FILE.read_text(encoding="utf-8"))[0]
    except (OSError, ValueError, SyntaxError):
        return set()


def _own_library() -> dict[str, Any]:
    """Import the file beside the notebook anew: it may have grown since."""
    spec = importlib.util.spec_from_file_location("mine", FILE)
    assert spec is not None and spec.loader is not None
    sys.modules["mine"] = mine = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(mine)
    except Exception as error:
        del sys.modules["mine"]
        raise Lacking(f"{FILE} cannot be imported: {type(error).__name__}: {error}") from None
    return vars(mine)


@dataclass(frozen=True)
class _Part:
    """What one exercise left in the file."""

    place: tuple[int, int]
    exercise: tuple[str, str]  #: with its chapter before it
    text: str
    imports: frozenset[str] = field(default=frozenset())

    @property
    def names(self) -> set[str]:
        return _names_of(self.text)[0]

    def statement(self, name: str) -> ast.stmt | None:
        """What defines ``name`` in it."""
        return next((one for one in _parsed(self.text).body if _defines(one, name)), None)

    def without(self, names: set[str]) -> _Part:
        """The same part without what defines these."""
        lines = self.text.splitlines()
        for statement in reversed(_parsed(self.text).body):
            if any(_defines(statement, name) for name in names):
                del lines[_first_line(statement) - 1 : statement.end_lineno]
        return replace(self, text="\n".join(lines).strip("\n"))


def _read() -> str:
    try:
        return FILE.read_text(encoding="utf-8")
    except FileNotFoundError:
        return HEAD


def _imports(text: str) -> set[str]:
    """The imports above the first part: the course's, and what the student added."""
    head = text[: next((m.start() for m in PART.finditer(text)), len(text))]
    return {
        ast.unparse(n) for n in _parsed(head).body if isinstance(n, ast.Import | ast.ImportFrom)
    }


def _parts(text: str) -> list[_Part]:
    marks = list(PART.finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [
        _Part((int(m[1]), int(m[2])), (m[3], m[4]), text[m.end() : end].strip("\n"))
        for m, end in zip(marks, ends)
    ]


def _joined(imports: set[str], parts: list[_Part]) -> str:
    """The whole file. Raises :class:`Lacking` unless it runs alone and finds all that it uses."""
    blocks = [HEAD + "".join(f"\n{line}" for line in sorted(imports))]
    for part in sorted(parts, key=lambda part: part.place):
        (chapter, number), (name, exercise) = part.place, part.exercise
        blocks.append(f"# {chapter}.{number} {name}: {exercise}\n\n{part.text}")
    text = "\n\n\n".join(blocks) + "\n"
    namespace: dict[str, Any] = {"__name__": "mine"}
    try:
        exec(compile(_parsed(text), str(FILE), "exec"), namespace)
    except Exception as error:
        raise Lacking(f"it would not run alone: {type(error).__name__}: {error}") from None
    missing = sorted(_names_of(text)[1] - namespace.keys() - vars(builtins).keys())
    if missing:
        raise Lacking(f"it would not run alone: {', '.join(missing)} would not be defined")
    return text


#: by name, the last chapter that has it, and one before whose own it hides
Hidden = dict[str, tuple[str, str]]


def _making_room(new: _Part, parts: list[_Part]) -> tuple[list[_Part], Hidden]:
    """The other parts without what ``new`` brings, and what other chapters call by its names.

    Within a chapter it is the same thing in another form. What two chapters call by one name both
    have in the file, where the last one counts.
    """
    left: list[_Part] = []
    hidden: Hidden = {}
    for part in parts:
        if part.exercise[0] == new.exercise[0]:
            part = part.without(new.names)
        else:
            before, last = sorted([part, new], key=lambda one: one.place)
            both = part.names & new.names
            hidden |= dict.fromkeys(both, (last.exercise[0], before.exercise[0]))
        if part.text:
            left.append(part)
    return left, hidden


def _part(
    place: str, chapter: str, exercise: str, definitions: tuple[Any, ...], parts: list[_Part]
) -> _Part:
    """The texts of ``definitions`` after what they use, but for what ``parts`` have already."""
    collected = _Collected(chapter, parts)
    for definition in definitions:
        collected.add(definition.__name__, definition)
    number, _, second = place.partition(".")
    text = "\n\n\n".join(collected.sources.values())
    imports = frozenset(collected.imports)
    return _Part((int(number), int(second)), (chapter, exercise), text, imports)


@dataclass
class _Collected:
    """What goes into the part of an exercise of ``chapter``, beside these other ``parts``."""

    chapter: str
    parts: list[_Part]
    sources: dict[str, str] = field(default_factory=dict)
    imports: set[str] = field(default_factory=set)

    def add(self, name: str, value: Any) -> None:
        """Put what defines ``name`` into sources or imports, after all that it uses."""
        if name in self.sources:
            return
        if isinstance(value, ModuleType):
            whole = value.__name__
            self.imports.add(f"import {whole}" + ("" if whole == name else f" as {name}"))
        elif _is_of_notebook(value):
            source = _source(value)
            self.sources[name] = source  # before what it uses, which may use it in turn
            known = getattr(value, "__globals__", None) or vars(sys.modules["__main__"])
            for used in sorted(_names_of(source)[1] - {name}):
                if used in known and not self._is_there(used, known[used]):
                    self.add(used, known[used])
            self.sources[name] = self.sources.pop(name)
        elif callable(value) and hasattr(value, "__module__") and hasattr(value, "__name__"):
            if value.__module__ != "mine":
                as_name = "" if value.__name__ == name else f" as {name}"
                self.imports.add(f"from {value.__module__} import {value.__name__}{as_name}")
        elif _is_plain(value):
            self.sources[name] = f"{name} = {value!r}"
        else:
            raise Lacking(
                f"it uses {name}, which this notebook defines and which is no function: "
                "make it an argument, or define it inside"
            )

    def _is_there(self, name: str, value: Any) -> bool:
        """Whether the file has ``name`` as the notebook has it.

        Raises :class:`Lacking` where it means something else in another chapter.
        """
        there = [part for part in self.parts if name in part.names]
        if not there or not (_is_of_notebook(value) or _is_plain(value)):
            return bool(there)
        own = _source(value) if _is_of_notebook(value) else f"{name} = {value!r}"
        meant = ast.dump(_parsed(own).body[0])
        if any((s := part.statement(name)) and ast.dump(s) == meant for part in there):
            return True
        if all(part.exercise[0] == self.chapter for part in there):
            return False
        other = next(p.exercise[0] for p in there if p.exercise[0] != self.chapter)
        raise Lacking(
            f"it uses {name}, and {FILE} has another {name}, of {other}: give yours another name"
        )


def _is_of_notebook(value: Any) -> bool:
    return getattr(value, "__module__", None) == "__main__" and hasattr(value, "__name__")


def _defines(statement: ast.stmt, name: str) -> bool:
    if isinstance(statement, DEFINITIONS):
        return statement.name == name
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    return any(isinstance(one, ast.Name) and one.id == name for one in targets)


def _first_line(statement: ast.stmt) -> int:
    """The first line of a statement, with its decorators."""
    decorators = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(above.lineno for above in decorators)])


def _source(value: Callable[..., Any]) -> str:
    """The text of a function or class, from the cell that defined it, with its decorators."""
    name = value.__name__
    inside = [inspect.unwrap(value), *vars(value).values()]
    codes = [one.__code__ for one in inside if hasattr(one, "__code__")]
    text = "".join(linecache.getlines(codes[0].co_filename)) if codes else ""
    found = [n for n in _parsed(text).body if isinstance(n, DEFINITIONS) and n.name == name]
    if not found:
        raise Lacking(
            f"the text of {name} is not to be found: define it with def, and run its cell"
        )
    return "\n".join(text.splitlines()[_first_line(found[-1]) - 1 : found[-1].end_lineno])


def _is_plain(value: Any) -> bool:
    try:
        return bool(ast.literal_eval(repr(value)) == value)
    except (ValueError, SyntaxError):
        return False


def _names_of(source: str) -> tuple[set[str], set[str]]:
    """The names that ``source`` defines, and all those that it needs and does not define itself."""
    top = symtable.symtable(source, str(FILE), "exec")
    defined = {s.get_name() for s in top.get_symbols() if s.is_assigned() or s.is_imported()}
    used = {s.get_name() for s in top.get_symbols() if s.is_referenced()}
    tables = list(top.get_children())
    while tables:
        table = tables.pop()
        tables += table.get_children()
        used |= {s.get_name() for s in table.get_symbols() if s.is_global() and s.is_referenced()}
    return defined, used - defined


def _parsed(text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except SyntaxError as error:
        raise Lacking(f"{FILE} has a syntax error in line {error.lineno}: mend it first") from None


def _write(text: str) -> None:
    part = FILE.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    part.replace(FILE)


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Keep other notebooks from the file meanwhile, so that none loses what another wrote."""
    lock = FILE.with_suffix(".lock")
    end = time.monotonic() + SECONDS
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except FileExistsError:
            if time.monotonic() > end:  # whoever made it was killed
                with contextlib.suppress(FileNotFoundError):
                    lock.unlink()
        time.sleep(0.01)
    try:
        yield
    finally:
        with contextlib.suppress(FileNotFoundError):
            lock.unlink()
