"""How far right answers stand above the threshold of a check, and wrong ones below it.

Run ``python -m tools.measure_margins CHAPTER EXERCISE LIMIT [--seeds 20]``; ``LIMIT`` is the name
in ``checks.py`` of what is asked for: ``clustering find_groups ENOUGH``, ``capstone
train_classifier LEAST``, ``architectures remember LEAST``. An exercise whose answers train or
decide (★) is graded by such a number, and whether that is fair is a matter of measuring.

Each answer is tried with the same seeds, and the check is made to say what it got by asking for
more than there is. Where it allows another start after a near miss, the figure is thus that of
the *first* start. ``fails`` counts seeds with which an answer fails the check as it is: a right
answer should never do so, a wrong one always; with 20 seeds, none of 20 still leaves room for one
in seven (at 95 %), so that the distance of the worst to the limit tells more.
"""

from __future__ import annotations

import argparse
import math
import os
import re
import statistics
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from autograder.checks import CheckFailed
from autograder.checks.diagnosis import without_hints
from autograder.course import Chapter, read_course
from autograder.course.solution import Check, Variant
from autograder.in_process import namespace_with, run_check
from tools.wrong_answers import HERE

ROOT = HERE.parents[1]
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True)
class Measured:
    """What one answer reached with each seed (``nan`` where it failed in another way)."""

    sort: str
    name: str
    reached: list[float]
    fails: int

    def row(self) -> str:
        """The answer in a line of the table."""
        known = [x for x in self.reached if not math.isnan(x)]
        low, mid, high = (
            (f"{f(known):.3f}" if known else "–") for f in (min, statistics.median, max)
        )
        of = f"{self.fails} of {len(self.reached)}"
        return f"{self.sort:<9}{self.name:<44}{low:>9}{mid:>9}{high:>9}{of:>11}"


def reached(failure: CheckFailed | None) -> float:
    """The number that a check says it got."""
    for fact in failure.facts if failure else ():
        found = _NUMBER.search(fact.text)
        if fact.label == "got" and found:
            return float(found[0])
    return math.nan


def answers(chapter: Chapter, name: str) -> Iterator[tuple[str, Variant | None]]:
    """The reference (``None``) and all other answers that authors wrote, right ones first."""
    yield "right", None
    solution = chapter.solution
    wrong = (*solution.mistakes, *solution.misconceptions)
    for sort, variants in (("right", solution.alternatives), ("wrong", wrong)):
        yield from ((sort, one) for one in variants if one.function_name == name)


def measure(
    chapter: Chapter, check: Check, limit: str, seeds: int, answer: tuple[str, Variant | None]
) -> Measured:
    """Try one answer with all seeds."""
    sort, variant = answer
    module = chapter.solution.module("checks")
    asked = getattr(module, limit)

    def tried(seed: int, wanted: float) -> CheckFailed | None:
        setattr(module, limit, wanted)
        try:
            namespace = namespace_with(chapter, variant)
            return run_check(chapter.solution, check, (), namespace, str(seed)).failure
        finally:
            setattr(module, limit, asked)

    figures = [reached(tried(seed, math.inf)) for seed in range(seeds)]
    low = [seed for seed, figure in enumerate(figures) if not figure >= asked]
    fails = sum(tried(seed, asked) is not None for seed in low)
    return Measured(sort, variant.name if variant else "reference", figures, fails)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("chapter")
    parser.add_argument("exercise")
    parser.add_argument("limit", help="the name in checks.py of what is asked for")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--only", help="answers whose name has this in it")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    os.chdir(ROOT / "chapters")
    chapter = read_course(ROOT).assignments.get(options.chapter)
    if chapter is None:
        parser.error(f"there is no chapter {options.chapter!r} with exercises")
    asked = getattr(chapter.solution.module("checks"), options.limit, None)
    if not isinstance(asked, float):
        parser.error(f"{options.limit} in checks.py of {options.chapter} is no number")
    exercise = chapter.exercises.get(options.exercise)
    if exercise is None:
        names = ", ".join(chapter.exercises)
        parser.error(f"{options.chapter} has no exercise {options.exercise!r}, but {names}")
    with without_hints():
        check = _with_a_limit(chapter, exercise.checks, options.limit)
        if check is None:
            parser.error(f"no check of {options.exercise} says what it got beside {options.limit}")
        print(f"{check.name}: {options.limit} = {asked:g}, {options.seeds} seeds")
        print(f"{'':<53}{'least':>9}{'median':>9}{'most':>9}{'fails':>11}")
        for answer in answers(chapter, options.exercise):
            if options.only and options.only not in (answer[1].name if answer[1] else "reference"):
                continue
            print(measure(chapter, check, options.limit, options.seeds, answer).row(), flush=True)


def _with_a_limit(chapter: Chapter, checks: tuple[Check, ...], limit: str) -> Check | None:
    """The check that says what the reference got when more is asked for than there is."""
    for check in checks:
        found = measure(chapter, check, limit, 1, ("right", None))
        if not math.isnan(found.reached[0]):
            return check
    return None


if __name__ == "__main__":
    main()
