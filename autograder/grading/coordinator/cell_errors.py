"""Say which error of a cell a failed check comes from: what is missing where it is graded.

The cell is not run again without the line that failed. Which imports are of no use cannot be
known without running the rest, and stock nbgrader, which has the same Python, gives the same mark.
"""

from __future__ import annotations

import dataclasses
import platform
import re
from collections.abc import Mapping, Sequence

import numpy as np

from autograder.course import Exercise
from autograder.grading.boundary.messages import Verdict
from autograder.grading.coordinator.intake import Taken

MAX_ERROR = 300  #: characters of an error that are told
MISSING = ("ModuleNotFoundError", "ImportError")
SYNTAX = ("SyntaxError", "IndentationError", "TabError")
NO_NAME = re.compile(r"name '(\w+)' is not defined")
#: what Python says by itself; any other message is the student's own text, and may be an answer
PYTHONS_OWN = re.compile(
    r"No module named '|cannot import name '\w+'|name '\w+' is not defined"
    r"|module '[\w.]+' has no attribute '|(?:\w+ )*division by zero$|.{,80}, line \d+\)$"
)
NUMPY_HAS_NO = re.compile(r"module 'numpy[\w.]*' has no attribute|removed in the NumPy")


@dataclasses.dataclass(frozen=True)
class Met:
    """An error that a cell ended in."""

    cell: str
    error: str

    @property
    def told(self) -> str:
        """For the student, whose own text it may be."""
        return _told(self.cell, self.error)

    @property
    def noted(self) -> str:
        """For notes, screen and journal, which hold no answers."""
        kind, _, message = self.error.partition(": ")
        is_pythons = PYTHONS_OWN.match(message) is not None
        return _told(self.cell, self.error if is_pythons else kind)


def explain(taken: Taken, verdict: Verdict, exercises: Mapping[str, Exercise]) -> Verdict:
    """``verdict`` with the error of the cell that defines a function before what its check says.

    Also of a cell of the student's own, where a check fails for want of a name in it. The student's
    page has the error as it is; the notes do without messages that the student wrote.
    """
    errors: dict[str, Met] = {}
    own: list[tuple[str, Met]] = []  # text and error of the student's own cells
    notes = list(verdict.notes)
    for cell, shown in zip(taken.program, verdict.outputs, strict=True):
        error = _last_line(shown["error"])
        if cell.kind == "solution" and error:
            errors[cell.name] = Met(f"the cell that defines {cell.name}", error)
        elif cell.kind == "extra" and error:
            own.append((cell.source, Met("a cell of your own", error)))
            if _kind(error) in MISSING:
                notes.append(Met("a cell of the student's own", error).noted)
    outcomes = dict(verdict.outcomes)
    for name in exercises:
        missed = [number for number, one in enumerate(outcomes[name]) if one.kind]
        met = errors.get(name)
        if missed and not met:
            met = _for_want_of_a_name(outcomes[name][missed[0]].public, own)
        if missed and met:
            notes.append(f"{name}: {met.noted}")
            changed = list(outcomes[name])
            first = changed[missed[0]]
            changed[missed[0]] = dataclasses.replace(first, public=f"{met.told}\n{first.public}")
            outcomes[name] = changed
    return dataclasses.replace(verdict, outcomes=outcomes, notes=notes)


def _for_want_of_a_name(public: str, own: Sequence[tuple[str, Met]]) -> Met | None:
    """The error of the first of the student's ``own`` cells that has the missing name in it."""
    found = NO_NAME.search(public)
    if found is None:
        return None
    word = re.compile(rf"\b{found[1]}\b")
    return next((met for source, met in own if word.search(source)), None)


def _last_line(error: str) -> str:
    lines = error.strip().splitlines()
    return lines[-1].strip()[:MAX_ERROR] if lines else ""


def _kind(error: str) -> str:
    return error.partition(":")[0]


def _told(cell: str, error: str) -> str:
    remedy = ""
    python = f"Python {platform.python_version()}"
    if _kind(error) in MISSING:
        versions = f"{python} and NumPy {np.__version__}"
        where = "remove the import, or do it in a cell of its own"
        remedy = f" where it is graded, with {versions}: {where}"
    elif _kind(error) in SYNTAX:
        remedy = f" where it is graded, with {python}"
    elif NUMPY_HAS_NO.search(error):
        remedy = f" where it is graded, with NumPy {np.__version__}"
    return f"{cell} ended in {error}{remedy}"
