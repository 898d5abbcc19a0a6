"""What is tried for a chapter, and what came of it: figures, and every problem in words."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar, get_args

from autograder.course import Chapter
from autograder.mutants.try_mutants import Trial, TrialResult
from autograder.mutation.mutate import Mutant, mutants_of

#: A right answer is tried with so many times the seeds of a wrong one: a hole in the checks
#: shows with most seeds, a tolerance that is too tight with one of many.
MORE_SEEDS = 20


WrongKind = Literal["mutant", "mistake", "misconception"]  #: must fail with every seed
RightKind = Literal["equivalent", "reference", "alternative"]  #: must pass with every seed
Kind = WrongKind | RightKind
T = TypeVar("T")


@dataclass(frozen=True)
class Case:
    """An answer to try, and what is expected of it."""

    kind: Kind
    name: str
    trial: Trial
    mutant: Mutant | None = None

    @property
    def is_right(self) -> bool:
        return self.kind in get_args(RightKind)


@dataclass
class ChapterReport:
    """The figures of one chapter, and what there is to mend."""

    name: str
    mutants: int = 0
    mistakes: int = 0  #: misconceptions too
    killed: int = 0
    survived: int = 0
    equivalent: int = 0
    right: int = 0  #: the references and the alternatives
    runs: int = 0  #: those that they passed, over all seeds
    seconds: float = 0.0  #: of processor time
    problems: list[str] = field(default_factory=list)

    def add(self, case: Case, verdict: TrialResult) -> None:
        """Count ``case``, and note what is wrong with what came of it."""
        problem = _problem(case, verdict)
        if problem:
            self.problems.append(problem)
        self.seconds += verdict.seconds
        self.mutants += case.mutant is not None
        self.mistakes += case.kind in ("mistake", "misconception")
        self.equivalent += case.kind == "equivalent"
        if not case.is_right:
            self.survived += bool(problem)
            self.killed += not problem
        elif case.mutant is None:
            self.right += 1
            self.runs += len(verdict.passed)


def cases_of(chapter: Chapter, seeds: int, sample: int | None = None) -> list[Case]:
    """The right answers, the mistakes and the mutants of ``chapter``, the slowest first.

    Each wrong answer is tried with ``seeds`` seeds, fewer where a check has ``patience``, since
    it trains, and one for each of the many misconceptions; ``sample`` limits the mutants and
    misconceptions of each function to that many, the same ones every time.
    """
    cases = []

    def add(
        kind: Kind, name: str, function: str, source: str, mutant: Mutant | None = None
    ) -> None:
        more = kind in ("reference", "alternative")
        each = 1 if kind == "misconception" else seeds
        count = max(1, round(each / _patience(chapter, function)))
        word, count = ("right", MORE_SEEDS * count) if more else ("wrong", count)
        trial = Trial(chapter.name, function, source, tuple(f"{word}-{i}" for i in range(count)))
        cases.append(Case(kind, name, trial, mutant))

    for name, source in _references(chapter):
        add("reference", name, name, source)
    for right in chapter.solution.alternatives:
        add("alternative", right.name, right.function_name, right.source)
    for wrong in chapter.solution.mistakes:
        add("mistake", wrong.name, wrong.function_name, wrong.source)
    for name, _ in _references(chapter):
        known = [v for v in chapter.solution.misconceptions if v.function_name == name]
        for wrong in _sampled(known, sample, name):
            add("misconception", wrong.name, name, wrong.source)
        for mutant in _sampled(_mutants(chapter, name), sample, name):
            listed = any(_matches(key, mutant) for key in chapter.solution.equivalent)
            kind: Kind = "equivalent" if listed else "mutant"
            add(kind, mutant.key, mutant.function, mutant.after, mutant)
    return cases


def _patience(chapter: Chapter, function: str) -> float:
    """How many times the time of others the slowest check of ``function`` may take."""
    exercise = chapter.exercise_of(function).name
    return max(c.patience for c in chapter.solution.checks if c.exercise == exercise)


def stale_equivalents(chapter: Chapter) -> list[str]:
    """A sentence for every key of ``EQUIVALENT`` that no mutant of the reference has."""
    mutants = [mutant for name, _ in _references(chapter) for mutant in _mutants(chapter, name)]
    path = chapter.solution.folder / "equivalent.py"
    return [
        f"{path}: EQUIVALENT lists a mutant that is made no more: {key!r}"
        for key in chapter.solution.equivalent
        if not any(_matches(key, mutant) for mutant in mutants)
    ]


def reports(
    chapters: Sequence[Chapter], cases: Sequence[Case], verdicts: dict[int, TrialResult]
) -> Iterator[ChapterReport]:
    """A report for each of ``chapters``, from the verdict on each of ``cases`` by its index."""
    for chapter in chapters:
        report = ChapterReport(chapter.name, problems=stale_equivalents(chapter))
        for index, case in enumerate(cases):
            if case.trial.chapter == chapter.name:
                report.add(case, verdicts[index])
        yield report


def _references(chapter: Chapter) -> Iterator[tuple[str, str]]:
    """Name and source of every function that the chapter asks for."""
    for exercise in chapter.exercises.values():
        for name in exercise.functions:
            yield name, chapter.solution.definitions[name].source


def _mutants(chapter: Chapter, function: str) -> Sequence[Mutant]:
    definition = chapter.solution.definitions[function]
    return mutants_of(definition.source, definition.line)


def _matches(key: str, mutant: Mutant) -> bool:
    """Whether ``key`` lists ``mutant`` as equivalent; ``…`` in it stands for any text."""
    pattern = ".*".join(map(re.escape, key.split("…")))
    return re.fullmatch(pattern, mutant.key) is not None


def _sampled(items: Sequence[T], sample: int | None, seed: str) -> Sequence[T]:
    if sample is None or sample >= len(items):
        return items
    return random.Random(seed).sample(items, sample)


def _problem(case: Case, verdict: TrialResult) -> str:
    """What is wrong, and where to look; nothing if all is as it should be."""
    who = f"{case.trial.chapter}: {case.kind} {case.name!r}"
    if verdict.broken:
        return f"{who} breaks a check, which should say what is wrong: {verdict.broken}"
    tried = len(case.trial.seeds)
    if case.is_right:
        # how long one that is too slow would take decides nothing
        if len(verdict.passed) == tried or (case.kind == "equivalent" and verdict.died):
            return ""
        seed, message = next(iter(verdict.failures.items()), ("?", verdict.died))
        return f"{who} should pass, but fails, first with seed {seed}: {message}"
    if verdict.died or not verdict.passed:
        return ""
    problem = f"{who} passes with {len(verdict.passed)} of {tried} seeds"
    if case.mutant is not None:
        where = f"reference.py:{case.mutant.line}"
        problem += "".join(f"\n  {line}" for line in (where, *case.mutant.diff))
    return problem
