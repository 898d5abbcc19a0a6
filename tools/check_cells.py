"""Visible check cells that lean on other cells, or call an answer where nothing catches it.

A check cell is self-contained: a student may run it again, or not at all, and no other cell is any
the wiser. So no name that it defines is used elsewhere. And it calls the student's functions inside
checks only, that is, hands them over: where the cell itself calls one, an error in the answer ends
in a traceback and not in a message. Functions that the cell defines and hands over may call them.

Such a function calls no function of a given cell: a message would take that for the student's own.
"""

from __future__ import annotations

import ast
import symtable
from collections.abc import Collection, Iterable, Iterator

from autograder.course import Cell, Chapter
from autograder.course.cells import MAGIC

#: What runs later than the statement it stands in.
DEFERRED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def findings(chapter: Chapter) -> list[str]:
    """What is wrong in the check cells of ``chapter``, in words."""
    students = {name for exercise in chapter.exercises.values() for name in exercise.functions}
    return [
        *_leaning(chapter),
        *_calling(chapter.cells, students),
        *_handing_over_given_ones(chapter.cells, students),
    ]


def _leaning(chapter: Chapter) -> Iterator[str]:
    sources = [(cell, _source(chapter, cell)) for cell in chapter.cells if _is_code(cell)]
    for cell, source in sources:
        if cell.kind != "check":
            continue
        for other, text in sources:
            if other is not cell:
                for name in sorted(names_defined(source) & names_wanted(text)):
                    yield f"check of {cell.name} defines {name}, used in {_title(other)}"


def _calling(cells: Iterable[Cell], students: Collection[str]) -> Iterator[str]:
    for cell in cells:
        if cell.kind == "check":
            for name in calls_outside_checks(cell.source, students):
                yield f"check of {cell.name} calls {name} outside a check"


def _handing_over_given_ones(cells: Iterable[Cell], students: Collection[str]) -> Iterator[str]:
    given = {
        name for cell in cells if cell.kind == "code" for name in functions_defined(cell.source)
    }
    for cell in cells:
        if cell.kind == "check":
            for name in sorted(names_behind_checks(cell.source) & given - set(students)):
                yield f"check of {cell.name} calls the given {name} inside a check"


def _is_code(cell: Cell) -> bool:
    return cell.kind not in ("text", "written")


def _source(chapter: Chapter, cell: Cell) -> str:
    """The cell as Python; of a stub, with what the reference puts there."""
    source = chapter.exercises[cell.name].reference if cell.kind == "exercise" else cell.source
    return MAGIC.sub(r"\1pass", source)


def _title(cell: Cell) -> str:
    return f"{cell.kind} {cell.name}" if cell.name else f"a {cell.kind} cell"


def names_defined(source: str) -> set[str]:
    """The names that a cell binds."""
    top = symtable.symtable(source, "<cell>", "exec")
    return {s.get_name() for s in top.get_symbols() if s.is_assigned() or s.is_imported()}


def names_wanted(source: str) -> set[str]:
    """The names that a cell uses and does not bind itself."""
    top = symtable.symtable(source, "<cell>", "exec")
    used = {s.get_name() for s in top.get_symbols() if s.is_referenced()}
    todo = list(top.get_children())
    while todo:
        inner = todo.pop()
        used |= {s.get_name() for s in inner.get_symbols() if s.is_global() and s.is_referenced()}
        todo += inner.get_children()
    return used - names_defined(source)


def functions_defined(source: str) -> set[str]:
    """The functions that a cell defines."""
    tree = ast.parse(MAGIC.sub(r"\1pass", source))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def names_behind_checks(source: str) -> set[str]:
    """The names that the functions use which a cell hands to its checks, directly or not."""
    tree = ast.parse(MAGIC.sub(r"\1pass", source))
    helpers = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    todo: list[ast.AST] = [
        node.args[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).startswith("check_")
        and node.args
        and isinstance(node.args[0], (ast.Name, ast.Lambda))
    ]
    found: set[str] = set()
    while todo:
        names = {node.id for node in ast.walk(todo.pop()) if isinstance(node, ast.Name)}
        todo += [helpers[name] for name in names - found if name in helpers]
        found |= names
    return found


def calls_outside_checks(source: str, students: Collection[str]) -> list[str]:
    """The functions among ``students`` that a cell calls itself, directly or by its own helpers."""
    tree = ast.parse(MAGIC.sub(r"\1pass", source))
    helpers = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    found: list[str] = []
    todo: list[ast.AST] = list(tree.body)
    entered: set[str] = set()
    while todo:
        node = todo.pop(0)
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in students:
                found.append(name)
            case ast.Call(func=ast.Name(id=name)) if name in helpers and name not in entered:
                entered.add(name)
                todo += helpers[name].body
        if not isinstance(node, DEFERRED):
            todo += ast.iter_child_nodes(node)
    return sorted(set(found))
