"""Which assignment a notebook was handed in for: what its cells say, or what it is called."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from autograder.grading.coordinator.submissions import cells_of
from autograder.notebook_files import NotebookCell, Unreadable

#: the id of a cell of ours, and nbgrader's name of one
CELL_ID = re.compile(r"(?P<assignment>\w+)-\d{3}", re.ASCII)
OF_A_CHECK = re.compile(r"^(?:check_|question_|visible_\d+_)")
#: what browsers, Jupyter, Canvas and people add to a name that is there already
COPY = re.compile(r"(?:[-_ ]*+(?:copy|final|\(?\d++\)?+))++$", re.IGNORECASE)

#: the exercises and questions of each assignment
Assignments = Mapping[str, Collection[str]]


def meant_by(name: str, assignments: Assignments) -> str:
    """The only assignment that is spelled like ``name``, but for case, dashes and copies."""
    meant = {_letters(name), _letters(COPY.sub("", name))}
    found = [one for one in assignments if _letters(one) in meant]
    return found[0] if len(found) == 1 else ""


def said_by(name: str, content: bytes, assignments: Assignments) -> str:
    """The only assignment that most cells of a file of this name belong to, or ``""``."""
    try:
        cells, _ = cells_of(name, content)
    except Unreadable:
        return ""
    counts = {name: _count(cells, name, own) for name, own in assignments.items()}
    most = max(counts.values(), default=0)
    best = [name for name, count in counts.items() if count == most]
    return best[0] if most and len(best) == 1 else ""


def _count(cells: Collection[NotebookCell], name: str, own: Collection[str]) -> int:
    """How many of ``cells`` are of the assignment ``name``."""
    ids = sum(m is not None and m["assignment"] == name for m in map(_id_of, cells))
    return ids + sum(OF_A_CHECK.sub("", cell.grade_id) in own for cell in cells)


def _id_of(cell: NotebookCell) -> re.Match[str] | None:
    return CELL_ID.fullmatch(cell.id)


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()
