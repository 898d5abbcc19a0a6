"""Run the graded checks of an exercise in this very process.

For authors, tests and stock nbgrader. Nothing here protects a mark from the code it
marks: the functions under test share the process with the checks.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from autograder.checks import CheckFailed, Student
from autograder.course import Chapter, CourseError, Exercise, Solution, find_root
from autograder.course.solution import Check, Variant


@dataclass(frozen=True)
class Outcome:
    """What one check said: ``failure`` is ``None`` when it passed."""

    check: Check
    failure: CheckFailed | None

    @property
    def points(self) -> float:
        return 0.0 if self.failure else self.check.points


def run_checks(
    chapter: Chapter, exercise: Exercise, namespace: MutableMapping[str, Any], seed: str = ""
) -> list[Outcome]:
    """Run every check of ``exercise`` on the functions in ``namespace``.

    A check that fails is run again with the reference in place of the functions of all
    *earlier* exercises, so that a mistake in one exercise does not cost the next.
    """
    earlier = chapter.functions_before(exercise)
    return _run(chapter.solution, exercise.name, earlier, namespace, seed)


def earlier_functions(chapter: Chapter, exercise: Exercise) -> dict[str, Any]:
    """The reference's functions of the exercises before ``exercise``.

    Not of those after it: an answer could be read off what is built on it.
    """
    return _references(chapter.solution, chapter.functions_before(exercise))


def _references(solution: Solution, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(solution.reference, name) for name in names}


def _run(
    solution: Solution,
    exercise: str,
    earlier: Sequence[str],
    namespace: MutableMapping[str, Any],
    seed: str,
) -> list[Outcome]:
    return [
        run_check(solution, check, earlier, namespace, seed)
        for check in solution.checks
        if check.exercise == exercise
    ]


def run_check(
    solution: Solution,
    check: Check,
    earlier: Sequence[str],
    namespace: MutableMapping[str, Any],
    seed: str = "",
) -> Outcome:
    """As :func:`run_checks`, one check; ``earlier`` names the functions of earlier exercises."""
    failure = _attempt(check, namespace, seed)
    if failure is not None and earlier:
        with _replaced(namespace, _references(solution, earlier)):
            failure = _attempt(check, namespace, seed)
    return Outcome(check, failure)


def _attempt(check: Check, namespace: Mapping[str, Any], seed: str) -> CheckFailed | None:
    rng = np.random.default_rng(derive_seed(seed, check.exercise, check.name))
    try:
        check.function(Student(namespace), rng)
    except CheckFailed as failure:
        return failure
    return None


@contextlib.contextmanager
def _replaced(namespace: MutableMapping[str, Any], values: Mapping[str, Any]) -> Iterator[None]:
    missing = object()
    kept = {name: namespace.get(name, missing) for name in values}
    namespace.update(values)
    try:
        yield
    finally:
        for name, value in kept.items():
            if value is missing:
                namespace.pop(name, None)
            else:
                namespace[name] = value


def derive_seed(*parts: str) -> int:
    """A seed of 128 bits from texts: the same for the same texts, on every machine."""
    digest = hashlib.sha256("\0".join(parts).encode()).digest()
    return int.from_bytes(digest[:16], "big")


def namespace_with(chapter: Chapter, variant: Variant | None = None) -> dict[str, Any]:
    """The reference's functions, with ``variant`` in place of the one it answers.

    As in a notebook, all of them see each other in this namespace: the reference of one
    function calls the variant of another.
    """
    path = chapter.solution.path
    namespace: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), namespace)
    if variant is not None:
        exec(compile(variant.source, f"<{variant.name}>", "exec"), namespace)
    return namespace


class Score(float):
    """Points of one graded cell; shown as a bare number, which nbgrader reads."""

    def __repr__(self) -> str:
        return f"{float(self):g}"


def grade_cell(
    chapter: str, exercise: str, namespace: MutableMapping[str, Any], earlier: Sequence[str]
) -> Score:
    """The body of a graded cell under stock nbgrader: print what failed, return the points.

    ``earlier`` names the functions of the chapter's exercises before this one. Raises
    :class:`CheckFailed` when no check passes, because nbgrader gives full marks to a cell
    that shows neither a number above 0 nor an error.
    """
    solution = Solution(_course_root() / "solutions" / chapter)
    seed = os.environ.get("AUTOGRADER_SEED", "")
    outcomes = _run(solution, exercise, earlier, namespace, seed)
    failures = [outcome for outcome in outcomes if outcome.failure]
    if len(failures) == len(outcomes):
        raise failures[0].failure.without_secrets()
    for outcome in failures:
        print(f"{outcome.check.points:g} points missed. {outcome.failure.public()}")
    return Score(sum(outcome.points for outcome in outcomes))


def _course_root() -> Path:
    """Find the course; while nbgrader autogrades, end its kernel rather than mark all with 0."""
    try:
        return find_root()
    except CourseError as error:
        if os.environ.get("NBGRADER_EXECUTION") != "autograde":
            raise
        told = f"not graded: {error}; set AUTOGRADER_COURSE in nbgrader_config.py\n"
        # past IPython, whose output ends with the kernel
        terminal = getattr(sys.stderr, "_original_stdstream_copy", None) or 2
        os.write(terminal, told.encode())
        os._exit(1)
