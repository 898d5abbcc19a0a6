"""From what was handed in to answers by exercise, in the order of the course.

A submission is data: solution cells, written answers and the student's own cells are taken
from it, everything else comes from the course. Cells are recognized by nbgrader's
``grade_id`` first, then as a reader would: by their text, by the function they define, by
the question above them.
"""

from __future__ import annotations

import functools
from bisect import bisect
from collections import ChainMap, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import nbformat

from autograder.course import Chapter
from autograder.grading.boundary.messages import Kind, ProgramCell
from autograder.notebook_files import PICTURE_TAG, NotebookCell, defined_names
from autograder.notebooks.build import student_notebook
from autograder.release.history import fingerprint

SHORT = 10_000  #: characters of a cell whose text is worth remembering


@dataclass
class Taken:
    """A submission as it will be graded.

    ``notebook`` has the course's cells with the student's in their places, without outputs;
    ``cells`` says for each cell of ``program`` which cell of the notebook it is.
    """

    notebook: nbformat.NotebookNode
    program: tuple[ProgramCell, ...]
    cells: tuple[int, ...]
    notes: list[str]  #: for the instructor
    unanswered: set[str]  #: exercises and written questions


@dataclass
class _Part:
    """One cell of the course, and what was handed in for it."""

    index: int
    kind: str  #: given, solution, visible, graded, written, picture or text
    name: str  #: of the exercise or question
    cell: nbformat.NotebookNode
    handed: list[int] = field(default_factory=list)

    @property
    def grade_id(self) -> str:
        return self.cell.metadata.get("nbgrader", {}).get("grade_id", "")

    def is_as_handed_out(self, cell: NotebookCell) -> bool:
        return _normal(cell.source) == _normal(self.cell.source)


class Intake:
    """Takes submissions to ``chapter``. ``run_all``: checks and pictures of the page run too.

    ``handed_out`` are the fingerprints of cells that students may have from earlier releases.
    """

    def __init__(
        self, chapter: Chapter, run_all: bool = False, handed_out: Collection[str] = ()
    ) -> None:
        self.chapter = chapter
        self.handed_out = handed_out
        self.run_all = run_all
        self.template = student_notebook(chapter)

    def take(self, handed: Sequence[NotebookCell], notes: Sequence[str] = ()) -> Taken:
        """Every cell of ``handed`` finds its place; nothing in it is an error."""
        return _Taking(self, handed, list(notes)).result()

    def answered(self, handed: Sequence[NotebookCell]) -> int:
        """How many exercises and questions have an answer."""
        asked = len(self.chapter.exercises) + len(self.chapter.written)
        return asked - len(self.take(handed).unanswered)

    def parts(self) -> list[_Part]:
        """The cells of the course, none of them handed in yet."""
        return [_Part(i, *self._about(cell), cell) for i, cell in enumerate(self.template.cells)]

    def _about(self, cell: nbformat.NotebookNode) -> tuple[str, str]:
        about = cell.metadata.get("nbgrader")
        is_shown = PICTURE_TAG in cell.metadata.get("tags", [])
        if about is None:
            return ("picture" if is_shown else "text"), ""
        name = about["grade_id"]
        if about["solution"]:
            return ("solution" if name in self.chapter.exercises else "written"), name
        if about["grade"]:
            return "graded", name.removeprefix("check_")
        if cell.cell_type != "code":
            return "text", ""
        # an experiment is shown, and not needed for a mark, as a visible check is
        return ("visible" if is_shown or name.startswith("visible_") else "given"), ""


class _Taking:
    """One submission on its way."""

    def __init__(self, intake: Intake, handed: Sequence[NotebookCell], notes: list[str]) -> None:
        self.intake, self.handed, self.notes = intake, handed, notes
        self.parts = intake.parts()
        self.place: dict[int, _Part] = {}  # by index in handed
        self.defined = [
            set(defined_names(cell.source)) if cell.is_code else set() for cell in handed
        ]
        self.before: dict[int, list[int]] = defaultdict(list)
        self.after: dict[int, list[int]] = defaultdict(list)
        self.answers: dict[str, str] = {}  # to written questions
        self.attached: dict[str, dict[str, dict[str, str]]] = {}  # pictures in them
        self.unanswered: set[str] = set()
        self.built: list[nbformat.NotebookNode] = []
        self.program: list[tuple[ProgramCell, int]] = []

    def result(self) -> Taken:
        self._match_by_mark()
        self._match_by_text()
        self._match_by_definition()
        self._release_changed_cells()
        self._find_written_answers()
        self._place_the_rest()
        if self.handed and not self.place:
            self.notes.append("no cell of this assignment was recognized")
        for part in self.parts:
            self._extras(self.before[part.index])
            getattr(self, f"_build_{part.kind}")(part)
            self._extras(self.after[part.index])
        self._extras(self.before[len(self.parts)])
        metadata = self.intake.template.metadata
        return Taken(
            nbformat.from_dict(
                {"cells": self.built, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
            ),
            tuple(cell for cell, _ in self.program),
            tuple(index for _, index in self.program),
            self.notes,
            self.unanswered,
        )

    # --- whose cell is it?

    def _put(self, index: int, part: _Part) -> None:
        self.place[index] = part
        part.handed.append(index)

    def _match_by_mark(self) -> None:
        by_grade_id = {part.grade_id: part for part in self.parts if part.grade_id}
        by_id = {part.cell.id: part for part in self.parts}
        for index, cell in enumerate(self.handed):
            part = by_grade_id.get(cell.grade_id)
            if part is None and not cell.grade_id:
                part = by_id.get(cell.id)
            if part is not None:
                self._put(index, part)

    def _match_by_text(self) -> None:
        by_text: dict[str, list[_Part]] = defaultdict(list)
        for part in self.parts:
            by_text[_normal(part.cell.source)].append(part)
        for index, cell in enumerate(self.handed):
            found = by_text.get(_normal(cell.source), [])
            if index not in self.place and found:
                self._put(index, next((part for part in found if not part.handed), found[0]))

    def _match_by_definition(self) -> None:
        """A cell without a mark that defines one exercise's functions is its answer."""
        for part in self.parts:
            if part.kind != "solution" or self._answers_to(part):
                continue
            for index in range(len(self.handed)):
                if index not in self.place and self._defines(index) == {part.name}:
                    self._put(index, part)
                    self.notes.append(f"{part.name}: found by the function it defines")

    def _defines(self, index: int) -> set[str]:
        """The exercises that have a function defined in this cell."""
        exercises = self.intake.chapter.exercises.values()
        return {e.name for e in exercises if self.defined[index] & set(e.functions)}

    def _answers_to(self, part: _Part) -> list[int]:
        """What was handed in for a part and is more than its stub, in order."""
        return [
            index
            for index in sorted(part.handed)
            if self.handed[index].source.strip() and not part.is_as_handed_out(self.handed[index])
        ]

    def _release_changed_cells(self) -> None:
        """The course's cells are taken from the course; a changed one runs beside it."""
        for part in self.parts:
            if part.kind not in ("given", "visible", "graded"):
                continue
            for index in self._answers_to(part):
                is_released = fingerprint(self.handed[index].source) in self.intake.handed_out
                if self.handed[index].is_code and not is_released:
                    self.notes.append(f"{part.grade_id}: a locked cell was changed")
                    part.handed.remove(index)
                    del self.place[index]

    def _find_written_answers(self) -> None:
        for part in self.parts:
            if part.kind != "written":
                continue
            found = self._answers_to(part) or self._text_below(part)
            if found:
                self.answers[part.name] = "\n\n".join(self.handed[i].source for i in found)
                pictures = (self.handed[i].attachments for i in found)
                self.attached[part.name] = dict(ChainMap(*pictures))
            else:
                self.unanswered.add(part.name)

    def _text_below(self, written: _Part) -> list[int]:
        """The student's own text right after a question or its empty answer cell."""
        question = self.parts[written.index - 1]
        starts = sorted(written.handed) or sorted(question.handed)
        found = []
        for index in range(starts[-1] + 1, len(self.handed)) if starts else ():
            cell = self.handed[index]
            if index in self.place or cell.is_code:
                break
            if cell.source.strip():
                self._put(index, written)
                found.append(index)
        if found:
            self.notes.append(f"{written.name}: the answer stands in a cell of its own")
        return found

    def _place_the_rest(self) -> None:
        """The student's own cells stay before the cell that follows them, or after the last."""
        known = sorted(self.place)
        places = [self.place[index].index for index in known]
        for index in range(len(self.handed)):
            if index in self.place:
                continue
            at = bisect(known, index)
            preceding = places[at - 1] if at else -1
            following = places[at] if at < len(places) else len(self.parts)
            if preceding > following:  # cells were moved around here
                self.after[preceding].append(index)
            else:
                self.before[following].append(index)

    # --- the notebook and the program

    def _add(self, cell: nbformat.NotebookNode, kind: Kind | None = None, name: str = "") -> None:
        cell.pop("outputs", None)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        if kind and cell.source.strip():
            self.program.append((ProgramCell(kind, name, cell.source), len(self.built)))
        self.built.append(cell)

    def _course(self, part: _Part, kind: Kind | None = None, source: str | None = None) -> None:
        cell = nbformat.from_dict(part.cell)
        cell.source = part.cell.source if source is None else source
        self._add(cell, kind, part.name)

    def _extras(self, indices: Sequence[int]) -> None:
        for index in indices:
            self._extra(index, "extra")

    def _extra(self, index: int, kind: Kind, name: str = "") -> None:
        cell = self.handed[index]
        if not cell.source.strip():
            return
        is_code = cell.is_code or kind == "solution"
        runs = is_code and (self.intake.run_all or not cell.is_picture)
        new = {
            "cell_type": "code" if is_code else "markdown",
            "id": f"extra-{index:04d}",
            "metadata": {},
            "source": cell.source,
        }
        if cell.attachments and not is_code:
            new["attachments"] = cell.attachments
        self._add(nbformat.from_dict(new), kind if runs else None, name)

    def _build_given(self, part: _Part) -> None:
        self._course(part, "given")

    def _build_text(self, part: _Part) -> None:
        self._course(part)

    _build_graded = _build_text

    def _build_visible(self, part: _Part) -> None:
        self._course(part, "extra" if self.intake.run_all else None)

    def _build_picture(self, part: _Part) -> None:
        changed = self._answers_to(part)
        source = self.handed[changed[-1]].source if changed else None
        self._course(part, "extra" if self.intake.run_all else None, source)

    def _build_written(self, part: _Part) -> None:
        self._course(part, source=self.answers.get(part.name))
        if self.attached.get(part.name):
            self.built[-1].attachments = nbformat.from_dict(self.attached[part.name])

    def _build_solution(self, part: _Part) -> None:
        answers = self._answers_to(part)
        if len(answers) > 1:
            self.notes.append(f"{part.name}: {len(answers)} answers, run one after the other")
        for index in answers[:-1]:
            self._extra(index, "solution", part.name)
        if answers:
            self._course(part, "solution", self.handed[answers[-1]].source)
            return
        elsewhere = [i for i in range(len(self.handed)) if part.name in self._defines_own(i)]
        if elsewhere:
            self.notes.append(f"{part.name}: answered in another cell")
            self._course(part)
            return
        self.unanswered.add(part.name)
        if part.handed and any(self.handed[i].source.strip() for i in part.handed):
            self._course(part, "solution")  # the stub, which says that it is one
        else:
            self.notes.append(f"{part.name}: its cell is missing or empty, and nothing defines it")
            self._course(part)

    def _defines_own(self, index: int) -> set[str]:
        """As :meth:`_defines`, of cells that are not as they were handed out."""
        part = self.place.get(index)
        if part is not None and part.is_as_handed_out(self.handed[index]):
            return set()
        return self._defines(index)


def _normal(source: str) -> str:
    """Text without what editors change by themselves: line ends, blanks at the end."""
    # long ones are not remembered: a thousand of them could fill the memory
    return _stripped_once(source) if len(source) <= SHORT else _stripped(source)


def _stripped(source: str) -> str:
    return "\n".join(line.rstrip() for line in source.strip().splitlines())


#: most cells are the course's own, the same in every submission
_stripped_once = functools.lru_cache(1024)(_stripped)
