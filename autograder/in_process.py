"""Run the graded checks of an exercise in this very process.

For authors, tests and stock nbgrader. Nothing here protects a mark from the code it
marks: the functions under test share the process with the checks. What decides a mark wherever
checks run stands here too: the seeds, and the rule when a check is tried again.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import linecache
import os
import sys
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from autograder.checks import CheckFailed, Student
from autograder.checks.asked import say_what_was_asked
from autograder.checks.diagnosis import without_hints
from autograder.checks.facts import Fact
from autograder.checks.failure import CHECK_SECONDS, OutOfTime
from autograder.checks.known import forget_calls, knowing
from autograder.course import Chapter, CourseError, Exercise, Solution, find_root
from autograder.course.solution import Check, Variant, package_of
from autograder.interrupting import raise_after
from autograder.known_mistakes import is_same, lookup_for, tell_by_trial


@dataclass(frozen=True)
class Outcome:
    """What one check said: ``failure`` is ``None`` when it passed."""

    check: Check
    failure: CheckFailed | None

    @property
    def points(self) -> float:
        return 0.0 if self.failure else self.check.points


#: checks of an exercise that may take too long one way, before that way is given up
MAX_TIMEOUTS = 2


def run_checks(
    chapter: Chapter,
    exercise: Exercise,
    namespace: MutableMapping[str, Any],
    seed: str = "",
    seconds: float = CHECK_SECONDS,
) -> list[Outcome]:
    """Run every check of ``exercise`` on the functions in ``namespace``, by :func:`try_checks`.

    ``seconds`` of processor time are for each try.
    """
    earlier = chapter.functions_before(exercise)
    return _run(chapter.solution, exercise.checks, earlier, namespace, seed, seconds)


def run_check(
    solution: Solution,
    check: Check,
    earlier: Sequence[str],
    namespace: MutableMapping[str, Any],
    seed: str = "",
    seconds: float = CHECK_SECONDS,
) -> Outcome:
    """As :func:`run_checks`, one check; ``earlier`` names the functions of earlier exercises."""
    (outcome,) = _run(solution, [check], earlier, namespace, seed, seconds)
    return outcome


def run_explained(
    solution: Solution,
    checks: Sequence[Check],
    earlier: Sequence[str],
    namespace: MutableMapping[str, Any],
    seed: str = "",
) -> list[Outcome]:
    """As :func:`run_checks`, ``checks`` of one exercise, with the causes that are known."""
    with knowing(lookup_for(solution)):
        outcomes = _run(solution, checks, earlier, namespace, seed, CHECK_SECONDS)
    tried = [(outcome.check, outcome.failure) for outcome in outcomes]
    tell_by_trial(solution, tried, functools.partial(check_rng, seed))
    return outcomes


#: one try of a check with these references in place of the student's functions: what failed
Attempt = Callable[[Check, Mapping[str, Any]], CheckFailed | None]


def try_checks(
    checks: Sequence[Check], earlier: Mapping[str, Any], attempt: Attempt
) -> list[CheckFailed | None]:
    """What ``attempt`` says of every check: ``None`` where it passes, one way or the other.

    A check that fails is tried again with ``earlier``, the references of all *earlier*
    exercises, in place of the student's functions, so that a mistake in one exercise does not
    cost the next. The way on which fewer checks took too long comes first, and one on which
    :data:`MAX_TIMEOUTS` did is given up.
    """
    ways = [_Way({}), _Way(earlier)] if earlier else [_Way({})]
    return [_try(check, ways, attempt) for check in checks]


@dataclass
class _Way:
    references: Mapping[str, Any]
    timeouts: int = 0


def _try(check: Check, ways: Sequence[_Way], attempt: Attempt) -> CheckFailed | None:
    said = None
    for way in sorted(ways, key=lambda way: way.timeouts):
        if way.timeouts == MAX_TIMEOUTS:
            continue
        failure = _attempt_after(said, check, way.references, attempt)
        if failure is None:
            return None
        way.timeouts += failure.kind == "timeout"
        if said is not None and not failure.hints and is_same(said, failure):
            continue  # whose cause was looked for with more time left
        lent = check.reads_cache and bool(way.references)
        if said is None or said.kind in SAY_LITTLE or (failure.kind not in GONE and not lent):
            said = failure
    return said or CheckFailed(check.exercise, "not-tried", (GIVEN_UP,))


def _attempt_after(
    said: CheckFailed | None, check: Check, references: Mapping[str, Any], attempt: Attempt
) -> CheckFailed | None:
    """What ``attempt`` says where ``said`` is known: a cause that was found is not sought twice.

    Most wrong answers fail both ways with the same numbers, and to look for causes takes longer
    than all else.
    """
    if said is not None and said.hints and said.numbers is not None:
        with without_hints():
            failure = attempt(check, references)
        if failure is None or failure.kind in GONE or is_same(said, failure):
            return failure
    return attempt(check, references)


#: kinds that say the least about an answer
GONE = ("timeout", "ended")
#: and those that may be about an earlier function
SAY_LITTLE = (*GONE, "missing", "not-implemented")
GIVEN_UP = Fact("reason", "other checks of this exercise took too long")


def out_of_time(check: Check, over: OutOfTime, seconds: float) -> CheckFailed:
    """What is said of ``check`` where one try has used up its ``seconds``."""
    facts = over.facts
    if all(fact.label != "limit" for fact in facts):
        facts = (*facts, Fact("limit", f"{seconds:g} s of processor time"))
    return CheckFailed(check.exercise, "timeout", facts)


def earlier_functions(chapter: Chapter, exercise: Exercise) -> dict[str, Any]:
    """The reference's functions of the exercises before ``exercise``.

    Not of those after it: an answer could be read off what is built on it.
    """
    return _references(chapter.solution, chapter.functions_before(exercise))


def _references(solution: Solution, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(solution.reference, name) for name in names}


def _run(
    solution: Solution,
    checks: Sequence[Check],
    earlier: Sequence[str],
    namespace: MutableMapping[str, Any],
    seed: str,
    seconds: float,
) -> list[Outcome]:
    def attempt(check: Check, references: Mapping[str, Any]) -> CheckFailed | None:
        rng = check_rng(seed, check)
        limit = seconds * check.patience
        forget_calls()
        try:
            with _replaced(namespace, references), raise_after(limit, OutOfTime):
                check.function(Student(namespace), rng)
        except CheckFailed as failure:
            say_what_was_asked(failure, solution.reference)
            return failure
        except OutOfTime as over:
            return out_of_time(check, over, limit)
        return None

    failures = try_checks(checks, _references(solution, earlier), attempt)
    return [Outcome(check, failure) for check, failure in zip(checks, failures, strict=True)]


def check_rng(seed: str, check: Check) -> np.random.Generator:
    """The random inputs of ``check`` for a submission with this ``seed``."""
    return np.random.default_rng(derive_seed(seed, check.exercise, check.name))


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
    namespace: dict[str, Any] = {
        "__name__": "__main__",
        "__package__": package_of(chapter.solution.folder),
    }
    define(path.read_text(encoding="utf-8"), namespace, str(path))
    if variant is not None:
        define(variant.source, namespace, f"<{variant.name}>")
    return namespace


def define(source: str, namespace: dict[str, Any], name: str) -> None:
    """Run ``source`` in ``namespace``, as a cell whose text can be read later, under ``name``."""
    if name.startswith("<"):
        linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    exec(compile(source, name, "exec"), namespace)


def lend(names: Mapping[str, str] | None = None) -> None:
    """Let ``from mine import …`` give references in this process, until it ends.

    ``names`` says for each name whose exercise it is, by chapter; without it, `borrow` of
    :mod:`autograder.checks.mine` says so when it is called.
    """
    mine = ModuleType("mine")
    mine.lend = _lend_now  # type: ignore[attr-defined]
    sys.modules["mine"] = mine
    _lend_now(names or {})


def _lend_now(names: Mapping[str, str]) -> None:
    for name, chapter in names.items():
        solution = _solution(_course_root() / "solutions" / chapter)
        setattr(sys.modules["mine"], name, getattr(solution.reference, name))


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
    solution = _solution(_course_root() / "solutions" / chapter)
    seed = os.environ.get("AUTOGRADER_SEED", "")
    checks = [check for check in solution.checks if check.exercise == exercise]
    outcomes = run_explained(solution, checks, earlier, namespace, seed)
    failed = [(outcome.check, outcome.failure) for outcome in outcomes if outcome.failure]
    if len(failed) == len(outcomes):
        raise failed[0][1].without_secrets()
    for check, failure in failed:
        print(f"{check.points:g} points missed. {failure.public()}")
    return Score(sum(outcome.points for outcome in outcomes))


@functools.cache
def _solution(folder: Path) -> Solution:
    return Solution(folder)


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
