"""Whose cell is it? Match the cells of a submission to those of the course.

Cells are recognized by nbgrader's ``grade_id`` first, then as a reader would: by their text, by
the function they define, by the question they begin with.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal

import nbformat

from autograder.course import Chapter
from autograder.notebook_files import NotebookCell, defined_names
from autograder.notebooks.build import KNOWN_SOURCE
from autograder.release.history import fingerprint

ASSIGNMENT = re.compile(r"^(?P<name>\w+)[ \t]*=(?!=)", re.M)
SHORT = 10_000  #: characters of a cell whose text is worth remembering

#: what a cell of the course is, and with that what is taken of a submission for it
PartKind = Literal["given", "solution", "visible", "graded", "written", "picture", "text", "known"]
#: how the cell of known mistakes begins, and what may differ in it
KNOWN_BEGINS = KNOWN_SOURCE.partition("\n")[0]
DIGESTS = re.compile(r'(?<=\(\n    )"[^"\n]*"')


@dataclass
class Part:
    """One cell of the course, and what was handed in for it."""

    index: int
    kind: PartKind
    name: str  #: of the exercise or question
    cell: nbformat.NotebookNode
    handed: list[int] = field(default_factory=list)

    @property
    def grade_id(self) -> str:
        return self.cell.metadata.get("nbgrader", {}).get("grade_id", "")

    def is_as_handed_out(self, cell: NotebookCell) -> bool:
        """Whether ``cell`` has the text of this one."""
        return normal(cell.source) == normal(self.cell.source)


class Matching:
    """The cells of one submission, each with the part of the course that it belongs to, if any."""

    def __init__(
        self,
        chapter: Chapter,
        parts: list[Part],
        handed: Sequence[NotebookCell],
        notes: list[str],
        handed_out: Collection[str] = (),
    ) -> None:
        self.handed_out = handed_out
        self.chapter, self.parts, self.handed, self.notes = chapter, parts, handed, notes
        self.place: dict[int, Part] = {}  #: by index in ``handed``
        self.defined = [
            set(defined_names(cell.source)) if cell.is_code else set() for cell in handed
        ]
        self._by_mark()
        self._by_text()
        self._by_beginning()
        self._by_definition()
        self._release_changed_cells()

    def put(self, index: int, part: Part) -> None:
        """Say that a cell belongs to ``part``."""
        self.place[index] = part
        part.handed.append(index)

    def defines(self, index: int) -> set[str]:
        """The exercises that have a function defined in this cell."""
        exercises = self.chapter.exercises.values()
        return {e.name for e in exercises if self.defined[index] & set(e.functions)}

    def defines_own(self, index: int) -> set[str]:
        """As :meth:`defines`, of cells that are not as they were handed out."""
        part = self.place.get(index)
        if part is not None and part.is_as_handed_out(self.handed[index]):
            return set()
        return self.defines(index)

    def answers_to(self, part: Part) -> list[int]:
        """What was handed in for a part and is more than its stub, in order."""
        return [
            index
            for index in sorted(part.handed)
            if self.handed[index].source.strip() and not part.is_as_handed_out(self.handed[index])
        ]

    def was_handed_out(self, index: int) -> bool:
        """Whether a cell is as it was released, now or before."""
        return fingerprint(self.handed[index].source) in self.handed_out

    def question_of(self, written: Part) -> Part:
        """The cell that asks what ``written`` answers."""
        return self.parts[written.index - 1]

    def below(self, written: Part) -> list[int]:
        """The student's own cells right below a question or its answer cell."""
        starts = sorted(written.handed) or sorted(self.question_of(written).handed)
        found = []
        for index in range(starts[-1] + 1, len(self.handed)) if starts else ():
            if index in self.place:
                break
            if self.handed[index].source.strip():
                found.append(index)
        return found

    def _by_mark(self) -> None:
        by_grade_id = {part.grade_id: part for part in self.parts if part.grade_id}
        by_id = {part.cell.id: part for part in self.parts}
        for index, cell in enumerate(self.handed):
            part = by_grade_id.get(cell.grade_id)
            if part is None and not cell.grade_id:
                part = by_id.get(cell.id)
            if part is not None:
                self.put(index, part)

    def _by_text(self) -> None:
        by_text: dict[str, list[Part]] = defaultdict(list)
        for part in self.parts:
            by_text[normal(part.cell.source)].append(part)
        for index, cell in enumerate(self.handed):
            found = by_text.get(normal(cell.source), [])
            if index not in self.place and found:
                self.put(index, next((part for part in found if not part.handed), found[0]))

    def _by_beginning(self) -> None:
        """A cell that goes on where a question ends is that question's."""
        for written in self.parts:
            if written.kind != "written" or self.question_of(written).handed:
                continue
            question = self.question_of(written)
            for index, cell in enumerate(self.handed):
                if index not in self.place and normal(cell.source).startswith(
                    normal(question.cell.source)
                ):
                    self.put(index, question)

    def _by_definition(self) -> None:
        """A cell without a mark that defines one exercise's functions is its answer."""
        for part in self.parts:
            if part.kind != "solution" or self.answers_to(part):
                continue
            for index in range(len(self.handed)):
                if index not in self.place and self.defines(index) == {part.name}:
                    self.put(index, part)
                    self.notes.append(f"{part.name}: found by the function it defines")

    def _release_changed_cells(self) -> None:
        """The course's cells are taken from the course; a changed one runs beside it."""
        for part in self.parts:
            if part.kind not in ("given", "visible", "graded", "known"):
                continue
            for index in self.answers_to(part):
                if self.handed[index].is_code and not self.was_handed_out(index):
                    self.notes.append(f"{part.grade_id}: a locked cell was changed")
                    part.handed.remove(index)
                    del self.place[index]


def assigned_names(source: str) -> set[str]:
    """Functions, classes and variables that a cell sets at its top level, by their look."""
    return {*defined_names(source)} | {match["name"] for match in ASSIGNMENT.finditer(source)}


def normal(source: str) -> str:
    """Text without what editors change by themselves: line ends, blanks at the end.

    And without the digests of known mistakes, which may be of any release.
    """
    if source.startswith(KNOWN_BEGINS):
        source = DIGESTS.sub("", source, count=1)
    # long ones are not remembered: a thousand of them could fill the memory
    return _stripped_once(source) if len(source) <= SHORT else _stripped(source)


def _stripped(source: str) -> str:
    return "\n".join(line.rstrip() for line in source.strip().splitlines())


#: most cells are the course's own, the same in every submission
_stripped_once = functools.lru_cache(1024)(_stripped)
