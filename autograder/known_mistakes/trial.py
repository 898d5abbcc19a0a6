"""The known mistake that fails a check as the student did, where its arguments do not tell."""

from __future__ import annotations

import functools
import time
import warnings
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from autograder.checks import CheckFailed, Student
from autograder.checks.diagnosis import without_hints
from autograder.checks.diagnosis.evidence import information, is_enough
from autograder.checks.facts import Hint
from autograder.checks.known import digest
from autograder.course import Solution
from autograder.course.solution import Check, package_of
from autograder.interrupting import raise_after
from autograder.known_mistakes.answers import Known, TooLong, run, written_down

#: Seconds of processor time for known mistakes that are tried on checks, in one exercise.
TRIALS = 1.0

#: Seconds of processor time for one of them.
SECONDS = 0.1


def tell_by_trial(
    solution: Solution,
    failed: Iterable[tuple[Check, CheckFailed | None]],
    rng_of: Callable[[Check], np.random.Generator],
) -> None:
    """Add to what failed the sentence of a known mistake that fails the check in the same way.

    What works on objects cannot be called with the arguments of a case alone, and a check may look
    at what it makes of an answer, as the outputs of a network. The check itself is run on a known
    mistake, with the random generator that it had (``rng_of``); where it fails in the same place
    with the same numbers, so did the student.
    """
    begun = time.process_time()
    found: list[Known] = []  # what explains one check most likely explains the next
    tells_enough = _shows_a_number if _has_a_class(solution) else _tells_enough
    for check, failure in failed:
        if failure is None or not tells_enough(failure):
            continue
        for known in (*found, *_to_try(solution, failure.name)):
            if time.process_time() - begun > TRIALS:
                return
            if failure.hints and not known.source.startswith("class"):  # found by its arguments
                break
            other = _failure_of(solution, known, check, rng_of(check))
            if other is not None and is_same(other, failure):
                failure.hints = (Hint("known", known.says),)
                found.insert(0, known)
                break


def _has_a_class(solution: Solution) -> bool:
    return any(one.source.startswith("class") for one in solution.definitions.values())


def _tells_enough(failure: CheckFailed) -> bool:
    """Whether few mistakes give these numbers by accident."""
    numbers = np.zeros(0) if failure.numbers is None else np.asarray(failure.numbers, float)
    return is_enough(information(numbers[np.isfinite(numbers)]), choices=0)


def _shows_a_number(failure: CheckFailed) -> bool:
    """Whether there is a number that few mistakes in a class give."""
    numbers = np.zeros(0) if failure.numbers is None else np.abs(failure.numbers)
    return bool((np.isfinite(numbers) & ~np.isin(numbers, (0, 1, 2))).any())


def is_same(one: CheckFailed, other: CheckFailed) -> bool:
    """Whether both are about the same wrong numbers in the same place."""
    return (
        _place(one) == _place(other)
        and one.numbers is not None
        and other.numbers is not None
        and digest(one.name, one.numbers) == digest(other.name, other.numbers)
    )


def _place(failure: CheckFailed) -> list[str]:
    return [fact.text for fact in failure.facts if fact.label in ("where", "expression")]


@functools.cache
def _to_try(solution: Solution, name: str) -> tuple[Known, ...]:
    """The wrong answers to ``name`` that have a sentence."""
    return tuple(known for known in written_down(solution) if known.function_name == name)


@functools.cache
def _reference(solution: Solution) -> str:
    """The program of the references, read once for all that is tried."""
    return solution.path.read_text(encoding="utf-8")


def _failure_of(
    solution: Solution, known: Known, check: Check, rng: np.random.Generator
) -> CheckFailed | None:
    namespace: dict[str, Any] = {
        "__name__": "__main__",
        "__package__": package_of(solution.folder),
    }
    try:
        with without_hints(), raise_after(SECONDS, TooLong), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            run(_reference(solution), namespace)
            run(known.source, namespace)
            check.function(Student(namespace), rng)
    except CheckFailed as failure:
        return failure
    except (Exception, TooLong):  # it is wrong, and may fail in any way
        return None
    return None
