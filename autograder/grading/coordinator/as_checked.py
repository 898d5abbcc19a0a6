"""Grade functions as they were at their checks, as stock nbgrader does.

A try further down in a notebook may use a name again (``def sigmoid(z): return z``), after the
check of the page had passed. What the name meant is kept in a variable before that cell, and put
back after the last one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from autograder.course import Exercise
from autograder.grading.boundary.messages import ProgramCell
from autograder.grading.coordinator.matching import assigned_names
from autograder.notebook_files import defined_names

KEPT = "_as_checked_{}"
MAX_NAMES = 100  #: that are kept in one notebook
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Step:
    """A cell of the program, and which cell of the notebook it is."""

    cell: ProgramCell
    at: int
    is_own: bool = False  #: the student's own, and no answer


def keep_as_checked(
    steps: Sequence[Step], checks: Mapping[str, int], exercises: Mapping[str, Exercise]
) -> tuple[list[Step], list[str]]:
    """``steps`` with names kept and put back where that is needed, and these functions' names.

    ``checks`` is which cell of the notebook is an exercise's graded check.
    """
    assigned = [_assigned(step) for step in steps]
    kept: dict[int, list[tuple[str, int]]] = defaultdict(list)
    told = []
    for name, check in list(_last_checks(steps, assigned, checks, exercises))[:MAX_NAMES]:
        definers = [number for number, names in enumerate(assigned) if name in names]
        tries = [n for n in definers if steps[n].is_own and steps[n].at > check]
        others = [n for n in definers if n not in tries]
        tries = [n for n in tries if not others or n > others[-1]]
        if tries and others:
            kept[tries[0]].append((name, check))
            if any(name in defined_names(steps[n].cell.source) for n in tries):
                told.append(name)
    # shown in the cell of the check, whose own output takes their place
    before = {
        number: [_step(f"{KEPT.format(name)} = {name}", check) for name, check in names]
        for number, names in kept.items()
    }
    after = [
        _step(f"{name} = {KEPT.format(name)}", check)
        for names in kept.values()
        for name, check in names
    ]
    changed = [s for n, step in enumerate(steps) for s in (*before.get(n, ()), step)]
    return changed + after, told


def _step(source: str, at: int) -> Step:
    return Step(ProgramCell("extra", "", source), at)


def _assigned(step: Step) -> set[str]:
    is_students = step.is_own or step.cell.kind == "solution"
    return assigned_names(step.cell.source) if is_students else set()


def _last_checks(
    steps: Sequence[Step],
    assigned: Sequence[set[str]],
    checks: Mapping[str, int],
    exercises: Mapping[str, Exercise],
) -> Iterator[tuple[str, int]]:
    """Names that are looked at by a check, and the last check that has to find them as they are.

    The functions of an exercise that is answered in its own cell, and what such an answer uses.
    """
    used: dict[str, int] = {}
    asked: dict[str, int] = {}
    for name, exercise in exercises.items():
        check = checks[name]
        answers = [
            step.cell for step in steps if (step.cell.kind, step.cell.name) == ("solution", name)
        ]
        known = set().union(*(a for s, a in zip(steps, assigned, strict=True) if s.at <= check))
        for answer in answers:
            used |= dict.fromkeys(known & set(WORD.findall(answer.source)), check)
            own = set(exercise.functions) & set(defined_names(answer.source))
            asked |= dict.fromkeys(own, check)
    yield from (used | asked).items()
