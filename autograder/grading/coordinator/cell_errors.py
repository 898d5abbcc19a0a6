"""Say which error of a cell a failed check comes from: what is missing where it is graded.

The cell is not run again without the line that failed. Which imports are of no use cannot be
known without running the rest, and stock nbgrader, which has the same Python, gives the same mark.
"""

from __future__ import annotations

import dataclasses
import platform
from collections.abc import Mapping

from autograder.course import Exercise
from autograder.grading.boundary.messages import Verdict
from autograder.grading.coordinator.intake import Taken

MAX_ERROR = 300  #: characters of an error that are told
MISSING = ("ModuleNotFoundError", "ImportError")
SYNTAX = ("SyntaxError", "IndentationError", "TabError")


def explain(taken: Taken, verdict: Verdict, exercises: Mapping[str, Exercise]) -> Verdict:
    """``verdict`` with the error of the cell that defines a function before what its check says."""
    errors: dict[str, str] = {}
    notes = list(verdict.notes)
    for cell, shown in zip(taken.program, verdict.outputs, strict=True):
        error = _last_line(shown["error"])
        if cell.kind == "solution" and error:
            errors[cell.name] = _told(f"the cell that defines {cell.name}", error)
        elif cell.kind == "extra" and _kind(error) in MISSING:
            notes.append(_told("a cell of the student's own", error))
    outcomes = dict(verdict.outcomes)
    for name in errors.keys() & exercises.keys():
        missed = [number for number, one in enumerate(outcomes[name]) if one.kind]
        if missed:
            notes.append(f"{name}: {errors[name]}")
            told = list(outcomes[name])
            first = told[missed[0]]
            public = f"{errors[name]}\n{first.public}"
            told[missed[0]] = dataclasses.replace(first, public=public)
            outcomes[name] = told
    return dataclasses.replace(verdict, outcomes=outcomes, notes=notes)


def _last_line(error: str) -> str:
    lines = error.strip().splitlines()
    return lines[-1].strip()[:MAX_ERROR] if lines else ""


def _kind(error: str) -> str:
    return error.partition(":")[0]


def _told(cell: str, error: str) -> str:
    remedy = ""
    if _kind(error) in MISSING:
        remedy = " where it is graded: remove the import, or do it in a cell of its own"
    elif _kind(error) in SYNTAX:
        remedy = f" where it is graded, with Python {platform.python_version()}"
    return f"{cell} ended in {error}{remedy}"
