"""Put back what a student's notebook has lost of the course's cells, from the original.

As grading does, for whom a lost or changed cell of the course is the course's own: so a check
says here what it will say there. The student's own cells and answers stay as they are.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

from autograder.notebook_files import NotebookCell, as_cell, defined_names
from autograder.originals import Original

NAME = re.compile(r"(?P<kind>visible|given|check|question)_(?:\d+_(?=\w))?(?P<what>\w+)")
KINDS = {
    "visible": "the visible check of {}",
    "check": "the points of {}",
    "question": "the question {}",
    "given": "a cell of the course (given_{})",
    "": "the cell for {}",
}


def repair(notebook: dict[str, Any], original: Original) -> tuple[dict[str, Any], list[str]]:
    """Return ``notebook`` with the cells of ``original`` in their places, and what was done.

    With no sentence, it is as it was. Where no cell of ``original`` is found, nothing is done:
    it is that of another notebook.
    """
    repairing = _Repairing(notebook, original)
    if not repairing.place or not repairing.notes():
        return notebook, []
    return {**notebook, "cells": list(repairing.cells())}, repairing.notes()


class _Repairing:
    """Which cell is which, first; then the cells as they should be."""

    def __init__(self, notebook: dict[str, Any], original: Original) -> None:
        found = notebook.get("cells")
        self.raw = [one for one in found if isinstance(one, dict)] if type(found) is list else []
        self.handed = [as_cell(one) or NotebookCell(False, "") for one in self.raw]
        self.original = original.cells
        self.wanted = [as_cell(one) or NotebookCell(False, "") for one in self.original]
        self.place: dict[int, int] = {}  #: by index in the notebook, that in the original
        self._by(lambda cell: cell.grade_id)
        marked = len(self.place)
        self._by(lambda cell: cell.id)
        self._by(lambda cell: _normal(cell.source))
        self._by_definition()
        self.unmarked = len(self.place) - marked
        self.changed = {
            index: at
            for index, at in self.place.items()
            if self._is_locked(at) and _normal(self.handed[index].source) != self._text(at)
        }
        self.lost = [at for at in range(len(self.wanted)) if self._is_lost(at)]

    def notes(self) -> list[str]:
        """What is not as it was handed out, a sentence each."""
        notes = []
        if self.unmarked:
            cells = "1 cell has" if self.unmarked == 1 else f"{self.unmarked} cells have"
            notes.append(f"{cells} lost the marks of the course, and got them back")
        if self.changed:
            told = ", ".join(self._called(at) for at in self.changed.values())
            notes.append(f"changed, so the course's own is run, as when graded: {told}")
        if self.lost:
            told = ", ".join(map(self._called, self.lost))
            notes.append(f"missing, and put back as handed out: {told}")
        return notes

    def cells(self) -> Iterator[dict[str, Any]]:
        """All cells: what is lost comes after the nearest cell above it that is there."""
        after: dict[int, list[int]] = {}
        where = {at: index for index, at in self.place.items()}
        for at in self.lost:
            above = max((one for one in where if one < at), default=None)
            below = min((one for one in where if one > at), default=None)
            index = where[above] if above is not None else where[below or 0] - 1
            after.setdefault(index, []).append(at)
        yield from self._originals(after.get(-1, []))
        for index, cell in enumerate(self.raw):
            yield from self._as_it_should_be(index, cell)
            yield from self._originals(after.get(index, []))

    def _originals(self, which: list[int]) -> Iterator[dict[str, Any]]:
        for at in which:
            yield self._filled(self.original[at])

    @staticmethod
    def _filled(cell: dict[str, Any]) -> dict[str, Any]:
        new = copy.deepcopy(cell)
        if new.get("cell_type") == "code":
            new |= {"outputs": [], "execution_count": None}
        return new

    def _as_it_should_be(self, index: int, cell: dict[str, Any]) -> Iterator[dict[str, Any]]:
        at = self.place.get(index)
        if at is None:
            yield cell
        elif index in self.changed:
            yield self._filled(self.original[at])
            if self.wanted[at].grade_id.startswith("given_"):  # a helper may stand in it
                own = {key: it for key, it in cell.items() if key not in ("id", "metadata")}
                yield {**own, "id": f"own-{index}", "metadata": {}}
        else:
            metadata = cell.get("metadata")
            metadata = metadata if isinstance(metadata, dict) else {}
            yield {**cell, "metadata": {**metadata, "nbgrader": self._mark(at)}}

    # --- which is which

    def _by(self, key: Any) -> None:
        free: dict[str, int] = {}
        for at, cell in reversed(list(enumerate(self.wanted))):
            if at not in self.place.values() and key(cell):
                free[key(cell)] = at
        for index, cell in enumerate(self.handed):
            is_free = index not in self.place and (not cell.grade_id or key(cell) == cell.grade_id)
            if is_free and cell.is_code == self._is_code(free.get(key(cell))):
                self.place[index] = free.pop(key(cell))

    def _by_definition(self) -> None:
        """A cell without a mark that defines what an answer defines is that answer."""
        for at, cell in enumerate(self.wanted):
            names = set(defined_names(cell.source)) if self._is_answer(at) else set()
            if not names or at in self.place.values():
                continue
            for index, own in enumerate(self.handed):
                is_free = index not in self.place and own.is_code and not own.grade_id
                if is_free and set(defined_names(own.source)) == names:
                    self.place[index] = at
                    break

    def _mark(self, at: int) -> dict[str, Any]:
        mark: dict[str, Any] = self.original[at]["metadata"]["nbgrader"]
        return mark

    def _is_code(self, at: int | None) -> bool | None:
        return None if at is None else self.wanted[at].is_code

    def _is_answer(self, at: int) -> bool:
        return self.wanted[at].is_code and bool(self._mark(at).get("solution"))

    def _is_locked(self, at: int) -> bool:
        return self.wanted[at].is_code and not self._is_answer(at)

    def _is_lost(self, at: int) -> bool:
        """Of an answer only where nothing defines it: its stub would hide what does."""
        if at in self.place.values():
            return False
        names = set(defined_names(self.wanted[at].source)) if self._is_answer(at) else set()
        return not any(names & set(defined_names(own.source)) for own in self.handed)

    def _text(self, at: int) -> str:
        return _normal(self.wanted[at].source)

    def _called(self, at: int) -> str:
        name = NAME.fullmatch(self.wanted[at].grade_id)
        kind, what = (name["kind"], name["what"]) if name else ("", self.wanted[at].grade_id)
        return KINDS[kind].format(what)


def _normal(source: str) -> str:
    """Text without what editors change by themselves."""
    return "\n".join(line.rstrip() for line in source.strip().splitlines())


def parsed(content: bytes) -> dict[str, Any]:
    """The notebook in a file; empty where the file is none, or a damaged one."""
    try:
        notebook = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return notebook if isinstance(notebook, dict) else {}
