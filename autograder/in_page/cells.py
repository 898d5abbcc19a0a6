"""Which cells of a student's notebook an exercise or a picture rests on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from autograder.notebook_files import NotebookCell, read_cells

Kind = Literal["given", "answer", "check", "experiment", "picture"]

CHECK = re.compile(r"visible_\d+_(\w+)")


@dataclass(frozen=True)
class Cell:
    """A cell of code. ``name`` is the exercise it answers or checks, or what is drawn in it."""

    kind: Kind
    name: str
    source: str
    id: str

    @property
    def file(self) -> str:
        """What a traceback calls the cell."""
        return {
            "answer": f"<your {self.name}>",
            "check": f"<check of {self.name} in {self.id}>",
        }.get(self.kind, f"<given in {self.id}>")

    def is_of(self, exercise: str) -> bool:
        """Whether the cell answers or checks ``exercise``."""
        return self.name == exercise and self.kind in ("answer", "check")


def code_cells(notebook: str) -> list[Cell]:
    """The cells of a student's notebook that run, in order; graded checks are not in it."""
    cells, _ = read_cells(notebook.encode())
    return [found for cell in cells if cell.is_code and (found := _sorted(cell))]


def _sorted(cell: NotebookCell) -> Cell | None:
    if check := CHECK.fullmatch(cell.grade_id):
        return Cell("check", check[1], cell.source, cell.id)
    if cell.is_picture:
        return Cell("experiment" if cell.grade_id else "picture", cell.id, cell.source, cell.id)
    if cell.grade_id.startswith("check_"):
        return None
    is_given = re.fullmatch(r"given_\d+|known_mistakes", cell.grade_id)
    return Cell("given" if is_given else "answer", cell.grade_id, cell.source, cell.id)


def for_check(cells: Sequence[Cell], exercise: str, answers: Mapping[str, str]) -> list[Cell]:
    """The cells to run for the visible checks of ``exercise``, with the reader's answers in place.

    Of other exercises above, those that are answered are checked too: a message may say that an
    answer rests on one that is wrong. Raises :class:`ValueError` where there is no such check.
    """
    places = [i for i, cell in enumerate(cells) if cell.kind == "check" and cell.name == exercise]
    if not places:
        raise ValueError(f"the notebook has no check of {exercise!r}")
    return list(_answered(cells[: places[-1] + 1], {exercise: "", **answers}, ("given",)))


def for_picture(cells: Sequence[Cell], picture: str, answers: Mapping[str, str]) -> list[Cell]:
    """The cells to run for the picture in the cell with this id, itself last.

    Raises :class:`ValueError` where there is no such picture.
    """
    place = next((i for i, cell in enumerate(cells) if cell.id == picture), None)
    if place is None:
        raise ValueError(f"the notebook has no picture {picture!r}")
    kept = _pictures_below(cells[: place + 1])
    above = [cell for cell in cells[:place] if cell.kind != "picture" or cell.id in kept]
    return [*_answered(above, answers, ("given", "experiment", "picture")), cells[place]]


def _pictures_below(cells: Sequence[Cell]) -> set[str]:
    """Ids of the pictures that define what the last of ``cells`` uses, and nothing else does."""
    *above, last = cells
    elsewhere = {
        name for cell in above if cell.kind != "picture" for name in _names(cell, ast.Store)
    }
    wanted = _names(last, ast.Load) - _names(last, ast.Store) - elsewhere
    kept = set()
    for cell in reversed(above):
        if cell.kind == "picture" and wanted & (stored := _names(cell, ast.Store)):
            kept.add(cell.id)
            wanted |= _names(cell, ast.Load) - stored - elsewhere
    return kept


def _names(cell: Cell, how: type[ast.expr_context]) -> set[str]:
    """The names that a cell uses (``ast.Load``), or gives a value (``ast.Store``)."""
    try:
        nodes = [*ast.walk(ast.parse(cell.source))]
    except SyntaxError:
        return set()
    found = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, how)}
    if how is ast.Store:
        found |= {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        found |= {(n.asname or n.name).split(".")[0] for n in nodes if isinstance(n, ast.alias)}
    return found


def _answered(
    cells: Sequence[Cell], answers: Mapping[str, str], kinds: Sequence[Kind]
) -> Iterator[Cell]:
    for cell in cells:
        if cell.kind == "answer":
            yield replace(cell, source=answers.get(cell.name) or cell.source)
        elif cell.kind in kinds or (cell.kind == "check" and cell.name in answers):
            yield cell
