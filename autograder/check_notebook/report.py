"""From the cells of a notebook, run in order, to what a student should know."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from autograder.check_notebook.cells import Cells, CodeCell, sort_cells
from autograder.check_notebook.process import CellProcess, Interrupted, Outcome
from autograder.check_notebook.repair import parsed
from autograder.check_notebook.repair import repair as repaired_with
from autograder.errors import UserError
from autograder.files import write_bytes_atomically, write_text
from autograder.notebook_files import MAX_BYTES, NotebookCell, Unreadable, read_cells
from autograder.originals import carried, original_of

LIMIT = 30.0  #: seconds a cell
PASSED, STUB, BROKEN = "passed", "not implemented", "does not run"
#: errors that leave a function as it was before
UNDONE = ("stopped", "died", "SyntaxError", "IndentationError", "TabError")
FRESH = "`autograder check --against` with a fresh copy of the notebook puts it back"
BACKUP = ".bak"  #: is added to the name of a notebook as it was before its repair

NOT_LENT = (
    "which has only what the course's own cells import from it when graded: "
    "copy it into a cell of this notebook"
)


class NotChecked(UserError):
    """The notebook cannot be checked, or not to its end; the message says why."""


class Stopped(NotChecked):
    """The user interrupted the run; the message says where it was."""


@dataclass(frozen=True)
class ExerciseResult:
    """The verdict on one exercise; ``points`` is 0 where the notebook does not tell."""

    exercise: str
    points: float
    verdict: str
    message: str = ""

    @property
    def passed(self) -> bool:
        return self.verdict == PASSED


@dataclass
class Report:
    """All that is to be said of a notebook, in this order."""

    first: list[str]  #: what went wrong before any check did
    exercises: list[ExerciseResult]
    written: dict[str, bool] = field(default_factory=dict)  #: questions, whether answered
    points: dict[str, float] = field(default_factory=dict)  #: by exercise and question
    outcomes: dict[int, Outcome] = field(default_factory=dict)  #: by number of the cell
    due: datetime | None = None  #: as it was when the notebook was handed out

    @property
    def passed(self) -> bool:
        """Whether every visible check did."""
        return all(result.passed for result in self.exercises)

    @property
    def total(self) -> float:
        return sum(self.points.values())

    @property
    def within_reach(self) -> float:
        """Points of exercises that passed, and of questions that are answered."""
        done = [result.exercise for result in self.exercises if result.passed]
        done += [name for name, is_answered in self.written.items() if is_answered]
        return sum(self.points.get(name, 0.0) for name in done)


@dataclass(frozen=True)
class Handed:
    """A notebook as it was read; what had to be put back is in ``cells`` already."""

    cells: list[NotebookCell]
    notes: list[str]  #: what a reader should know about it
    due: datetime | None = None
    repaired: str = ""  #: the notebook with what was put back, where something was


def read_notebook(path: Path, against: Path | None = None) -> Handed:
    """Read the file at ``path``, and put back what it has lost of the course's cells.

    They come from the notebook ``against``, which is as it was handed out, else from what the
    notebook itself carries. Raises :class:`NotChecked` when one of them is no notebook.
    """
    content, is_script = _content(path), path.suffix.lower() == ".py"
    try:
        cells, notes = read_cells(content, is_script)
    except Unreadable as error:
        raise NotChecked(f"{path}: {error}") from error
    notebook = {} if is_script else parsed(content)
    original = carried(notebook)
    if against is not None:
        original = original_of(parsed(_content(against)))
        if not original.cells:
            raise NotChecked(f"{against} is no notebook as it was handed out by this course")
    repaired, told = repaired_with(notebook, original) if original.cells else (notebook, [])
    if not told:
        return Handed(cells, notes, original.due)
    text = json.dumps(repaired, ensure_ascii=False, indent=1) + "\n"
    return Handed(read_cells(text.encode("utf-8", "replace"))[0], notes + told, original.due, text)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise NotChecked(f"{path} cannot be read: {error.strerror}") from error
    if len(content) > MAX_BYTES:
        raise NotChecked(f"{path}: it is larger than {MAX_BYTES // 2**20} MiB")
    return content


def check_notebook(
    path: Path,
    limit: float = LIMIT,
    tell: Callable[[str], None] = lambda _: None,
    against: Path | None = None,
    repair: bool = False,
) -> Report:
    """Run the code cells of the notebook at ``path`` in order, as Jupyter and grading do.

    A cell that fails, or that takes longer than ``limit`` seconds, does not stop the rest.
    ``tell`` is called with the name of each cell before it runs. With ``repair``, what
    :func:`read_notebook` put back is written into the file, which is kept under another name.
    Raises :class:`NotChecked` when the file is no notebook or holds no visible check,
    :class:`Stopped` after Ctrl-C.
    """
    handed = read_notebook(path, against)
    cells, notes = sort_cells(handed.cells), list(handed.notes)
    if not cells.has_checks:
        raise NotChecked(
            f"{path} holds no visible checks; is it a notebook of this course?"
            " With a fresh copy of it, `--against` puts back what was lost"
        )
    if repair and handed.repaired:
        kept = path.with_name(path.name + BACKUP)
        write_bytes_atomically(kept, path.read_bytes())
        write_text(path, handed.repaired)
        notes.append(f"{path.name} is repaired; as it was, it is {kept.name}")
    elif handed.repaired:
        notes.append(f"`autograder check --repair` writes this into {path.name}")
    outcomes: dict[int, Outcome] = {}
    with CellProcess(path.resolve().parent, limit) as process:
        for cell in cells.code:
            tell(cell.name)
            try:
                outcomes[cell.number] = process.run(cell.source)
            except Interrupted as interrupted:
                at = f", at: {interrupted.line}" if interrupted.line else ""
                raise Stopped(f"{path}: interrupted while {cell.name} ran{at}") from None
    return replace(_Reporter(cells, outcomes, limit).report(notes), due=handed.due)


class _Reporter:
    """Finds the reason behind what each cell ended in."""

    def __init__(self, cells: Cells, outcomes: dict[int, Outcome], limit: float) -> None:
        self.cells, self.outcomes, self.limit = cells, outcomes, limit
        self.first: dict[str, None] = {}  # each sentence once

    def report(self, notes: list[str]) -> Report:
        self._say(*notes)
        for cell in self.cells.code:
            if cell.kind == "given" and self._failed_by_itself(cell):
                self._say(f"{cell.name}, which belongs to the course, failed: {self._told(cell)}")
        self._say(*self._not_lent())
        for what in self.cells.lost:
            self._say(f"{what} is missing: {FRESH}")
        results = [self._result(name) for name in self.cells.exercises]
        return Report(
            list(self.first), results, self.cells.written, self.cells.points, self.outcomes
        )

    def _not_lent(self) -> Iterator[str]:
        """What an answer takes from ``mine.py`` that is not there when it is graded."""
        given = [cell.taken_from_mine for cell in self.cells.code if cell.kind == "given"]
        lent = {name for names in given for name in names}
        for cell in self.cells.code:
            if cell.kind in ("answer", "own"):
                for name in sorted(cell.taken_from_mine - lent):
                    yield f"{cell.name} takes {name} from mine.py, {NOT_LENT}"

    def _say(self, *sentences: str) -> None:
        self.first |= dict.fromkeys(sentences)

    def _failed(self, cell: CodeCell) -> bool:
        return bool(self.outcomes[cell.number].error)

    def _failed_by_itself(self, cell: CodeCell) -> bool:
        """Whether a cell failed, and not in an answer or stub that it calls."""
        outcome = self.outcomes[cell.number]
        return self._failed(cell) and (
            not outcome.line or outcome.line.partition("  # ")[0] in cell.source
        )

    def _told(self, cell: CodeCell) -> str:
        """How a cell failed, in a sentence, with the line."""
        outcome = self.outcomes[cell.number]
        at = f", in line: {outcome.line}" if outcome.line else ""
        if outcome.error == "stopped":
            return f"did not end within {self.limit:g} s{at}"
        if outcome.error == "died":
            return f"took Python along ({outcome.message}); the cells above were run again"
        return f"{outcome.message}{at}"

    def _result(self, exercise: str) -> ExerciseResult:
        verdict, message = self._verdict(exercise)
        return ExerciseResult(exercise, self.cells.points.get(exercise, 0.0), verdict, message)

    def _verdict(self, exercise: str) -> tuple[str, str]:
        checks = self.cells.of(exercise, "check")
        broken = [cell for cell in self.cells.of(exercise, "answer") if self._failed(cell)]
        failed = [cell for cell in checks if self._failed(cell)]
        if not checks:
            return "no check", ""
        undone = [c for c in broken if self.outcomes[c.number].error in UNDONE]
        if not failed:
            for cell in undone:
                self._say(f"{cell.name} failed: {self._told(cell)}; {exercise} passed without it")
            return PASSED, ""
        for cell in undone:
            # the check asked what the names meant before, if it asked anything
            return self._word(self.outcomes[cell.number]), f"{exercise}: {self._told(cell)}"
        verdict, message = self._of_check(exercise, failed[0])
        told = [f"{exercise}: its own cell failed: {self._told(cell)}" for cell in broken]
        return verdict, "\n".join([*told, message] if message else told)

    def _of_check(self, exercise: str, check: CodeCell) -> tuple[str, str]:
        outcome = self.outcomes[check.number]
        if outcome.missing and (source := self._source_of(outcome.missing, check)):
            self._say(source)
            if not outcome.kind:
                return f"needs {outcome.missing}", ""
        if outcome.kind == "not-implemented" or outcome.error == "NotImplementedError":
            return STUB, ""
        if outcome.kind:
            return outcome.headline, outcome.message
        return self._word(outcome), f"{exercise}: {self._told(check)}"

    @staticmethod
    def _word(outcome: Outcome) -> str:
        return {"stopped": "does not end", "died": "ends Python"}.get(outcome.error, BROKEN)

    def _source_of(self, name: str, asked: CodeCell) -> str:
        """Why ``name`` is not there, if the reason can be found."""
        places = [cell for cell in self.cells.code if cell.defines(name)]
        above = [cell for cell in places if cell.number < asked.number]
        for cell in above:
            if self._failed(cell):
                told = "" if cell.kind == "given" else f": {self._told(cell)}"  # told before
                return f"{name} is not there, because {cell.name} failed{told}"
        below = [cell for cell in places if cell.number > asked.number]
        if above:
            return ""
        if below:
            where = f"only in {below[0].name}, which is below {asked.name}"
            return f"{name} is defined {where}: a notebook is run from the top"
        lost = "; it may be in the cell that is missing" if self.cells.lost else ""
        return f"{name} is needed, and no cell of the notebook defines it{lost}"
