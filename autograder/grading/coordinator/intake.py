"""From what was handed in to answers by exercise, in the order of the course.

A submission is data: solution cells, written answers and the student's own cells are taken
from it, everything else comes from the course. Whose cell is which, says
:mod:`~autograder.grading.coordinator.matching`.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import nbformat

from autograder.course import Chapter
from autograder.grading.boundary.messages import Kind, ProgramCell
from autograder.grading.coordinator.as_checked import Step, keep_as_checked
from autograder.grading.coordinator.matching import Matching, Part, PartKind, normal
from autograder.notebook_files import KNOWN_MISTAKES, PICTURE_TAG, NotebookCell
from autograder.notebooks.build import student_notebook

#: a text in quotes, and one for a magic command
QUOTED = re.compile(r"[rR]?(?P<quote>\"\"\"|''')(?P<text>.*)(?P=quote)", re.DOTALL)
MAGIC = re.compile(r"%%(?:markdown|latex|html)[^\n]*\n(?P<text>.*)", re.DOTALL)


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

    def parts(self) -> list[Part]:
        """The cells of the course, none of them handed in yet."""
        return [Part(i, *self._about(cell), cell) for i, cell in enumerate(self.template.cells)]

    def _about(self, cell: nbformat.NotebookNode) -> tuple[PartKind, str]:
        about = cell.metadata.get("nbgrader")
        is_shown = PICTURE_TAG in cell.metadata.get("tags", [])
        if about is None:
            return ("picture" if is_shown else "text"), ""
        name = about["grade_id"]
        if name == KNOWN_MISTAKES:  # for the student's own checks; graded ones know more
            return "known", ""
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
        self.matching = Matching(intake.chapter, self.parts, handed, notes, intake.handed_out)
        self.before: dict[int, list[int]] = defaultdict(list)
        self.after: dict[int, list[int]] = defaultdict(list)
        self.answers: dict[str, str] = {}  # to written questions
        self.attached: dict[str, dict[str, dict[str, str]]] = {}  # pictures in them
        self.unanswered: set[str] = set()
        self.built: list[nbformat.NotebookNode] = []
        self.program: list[Step] = []

    def result(self) -> Taken:
        self._find_written_answers()
        self._place_the_rest()
        if self.handed and not self.matching.place:
            self.notes.append("no cell of this assignment was recognized")
        for part in self.parts:
            self._extras(self.before[part.index])
            self._build(part)
            self._extras(self.after[part.index])
        self._extras(self.before[len(self.parts)])
        self._keep_as_checked()
        metadata = self.intake.template.metadata
        return Taken(
            nbformat.from_dict(
                {"cells": self.built, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
            ),
            tuple(step.cell for step in self.program),
            tuple(step.at for step in self.program),
            self.notes,
            self.unanswered,
        )

    # --- written answers

    def _find_written_answers(self) -> None:
        for part in self.parts:
            if part.kind != "written":
                continue
            found = list(self._written_answers(part))
            if found:
                self.answers[part.name] = "\n\n".join(text for text, _ in found)
                self.attached[part.name] = {
                    name: picture
                    for _, index in reversed(found)
                    for name, picture in self.handed[index].attachments.items()
                }
            else:
                self.unanswered.add(part.name)

    def _written_answers(self, written: Part) -> Iterator[tuple[str, int]]:
        """Texts that answer a question, and the cells they come from."""
        typed = list(self._typed_into_the_question(written))
        yield from typed
        own = self.matching.answers_to(written)
        yield from ((self.handed[index].source, index) for index in own)
        if not own:
            below = list(self._texts_below(written)) or list(self._code_below(written, not typed))
            yield from below

    def _typed_into_the_question(self, written: Part) -> Iterator[tuple[str, int]]:
        """Only JupyterLab keeps students from writing into the cell of the question itself."""
        question = self.matching.question_of(written)
        for index in self.matching.answers_to(question):
            if self.matching.was_handed_out(index):  # in another release
                continue
            text = _without(normal(question.cell.source), normal(self.handed[index].source))
            if text:
                self.notes.append(f"{written.name}: the answer was typed into the question's cell")
                yield text, index

    def _texts_below(self, written: Part) -> Iterator[tuple[str, int]]:
        """The student's own text right below the question."""
        for index in self.matching.below(written):
            if self.handed[index].is_code:
                break
            self.matching.put(index, written)
            self.notes.append(f"{written.name}: the answer stands in a cell of its own")
            yield self.handed[index].source, index

    def _code_below(self, written: Part, is_needed: bool) -> Iterator[tuple[str, int]]:
        """What stands in code cells right below the question, where nothing else answers it."""
        for index in self.matching.below(written):
            cell = self.handed[index]
            if not cell.is_code or self.matching.defined[index] or not is_needed:
                break
            prose = _prose(cell.source)
            if prose:
                self.matching.put(index, written)
                self.notes.append(f"{written.name}: the answer stands in a code cell")
                yield prose, index
            else:  # it runs all the same
                self.notes.append(
                    f"{written.name}: there is only code below it; is that the answer?"
                )
                yield f"````python\n{cell.source}\n````", index

    # --- the student's own cells

    def _place_the_rest(self) -> None:
        """The student's own cells stay before the cell that follows them, or after the last."""
        known = sorted(self.matching.place)
        places = [self.matching.place[index].index for index in known]
        for index in range(len(self.handed)):
            if index in self.matching.place:
                continue
            at = bisect(known, index)
            preceding = places[at - 1] if at else -1
            following = places[at] if at < len(places) else len(self.parts)
            if preceding > following:  # cells were moved around here
                self.after[preceding].append(index)
            else:
                self.before[following].append(index)

    # --- the notebook and the program

    def _add(
        self,
        cell: nbformat.NotebookNode,
        kind: Kind | None = None,
        name: str = "",
        is_own: bool = False,
    ) -> None:
        cell.pop("outputs", None)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        if kind and cell.source.strip():
            step = Step(ProgramCell(kind, name, cell.source), len(self.built), is_own)
            self.program.append(step)
        self.built.append(cell)

    def _course(self, part: Part, kind: Kind | None = None, source: str | None = None) -> None:
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
        new: dict[str, Any] = {
            "cell_type": "code" if is_code else "markdown",
            "id": f"extra-{index:04d}",
            "metadata": {},
            "source": cell.source,
        }
        if cell.attachments and not is_code:
            new["attachments"] = cell.attachments
        self._add(nbformat.from_dict(new), kind if runs else None, name, kind == "extra")

    def _build(self, part: Part) -> None:
        match part.kind:
            case "given":
                self._course(part, "given")
            case "text" | "graded" | "known":
                self._course(part)
            case "visible":
                self._course(part, "extra" if self.intake.run_all else None)
            case "picture":
                self._build_picture(part)
            case "written":
                self._build_written(part)
            case "solution":
                self._build_solution(part)

    def _build_picture(self, part: Part) -> None:
        changed = self.matching.answers_to(part)
        source = self.handed[changed[-1]].source if changed else None
        self._course(part, "extra" if self.intake.run_all else None, source)

    def _build_written(self, part: Part) -> None:
        self._course(part, source=self.answers.get(part.name))
        if self.attached.get(part.name):
            self.built[-1].attachments = nbformat.from_dict(self.attached[part.name])

    def _build_solution(self, part: Part) -> None:
        answers = self.matching.answers_to(part)
        if len(answers) > 1:
            self.notes.append(f"{part.name}: {len(answers)} answers, run one after the other")
        for index in answers[:-1]:
            self._extra(index, "solution", part.name)
        if answers:
            self._course(part, "solution", self.handed[answers[-1]].source)
            return
        elsewhere = [
            i for i in range(len(self.handed)) if part.name in self.matching.defines_own(i)
        ]
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

    def _keep_as_checked(self) -> None:
        checks = {
            cell.metadata.nbgrader.grade_id.removeprefix("check_"): at
            for at, cell in enumerate(self.built)
            if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("grade")
        }
        exercises = self.intake.chapter.exercises
        self.program, names = keep_as_checked(self.program, checks, exercises)
        for name in names:
            self.notes.append(f"{name}: defined again below its check; graded as it was there")


def _without(question: str, text: str) -> str:
    """What was added to a question, or all of what was put in its place."""
    return text.replace(question, "", 1).strip()


def _prose(source: str) -> str:
    """Text that somebody wrote into a code cell: in comments, in quotes, below a magic command."""
    text = source.strip()
    if found := MAGIC.fullmatch(text) or QUOTED.fullmatch(text):
        return found["text"].strip()
    lines = text.splitlines()
    if all(line.strip().startswith("#") or not line.strip() for line in lines):
        return "\n".join(re.sub(r"^\s*#+ ?", "", line) for line in lines).strip()
    return ""
