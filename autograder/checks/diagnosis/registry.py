"""Rules, and how their hypotheses are weighed.

A rule is a generator: it takes the :class:`Evidence` and yields what the answer would be
if its mistake had been made. Whether these are the student's numbers, and which of
several explanations is the simplest, is decided here.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from autograder.checks.diagnosis.evidence import Evidence
from autograder.checks.failure import Hint

#: A hint is a courtesy: no further rule is tried after this many seconds.
SECONDS = 5.0


@dataclass(frozen=True)
class Guess:
    """What the answer would be after one mistake, and what to tell the student.

    ``choices`` counts what was picked to make the numbers fit: a factor, a sample, a sign.
    A mistake that is ``seen`` in the answer itself (a nan, a shape) needs no numbers.
    Numbers that could not be had are ``None``, and fit nothing.
    """

    text: str
    numbers: Any = None
    choices: int = 0
    seen: bool = False


Rule = Callable[[Evidence], Iterator[Guess]]
RULES: list[tuple[str, Rule]] = []


def rule(key: str) -> Callable[[Rule], Rule]:
    """Register a rule; its hints carry ``key``, which ``mistakes.py`` names as diagnosis."""

    def register(function: Rule) -> Rule:
        RULES.append((key, function))
        return function

    return register


def diagnose(evidence: Evidence, most: int = 2) -> tuple[Hint, ...]:
    """The simplest explanation, or the ``most`` simplest if they are equally simple.

    Nothing where more than ``most`` fit equally well: then the numbers cannot tell.
    """
    if not evidence.expected.size:
        return ()
    found: dict[Hint, int] = {}
    stop = time.perf_counter() + SECONDS
    for key, test in RULES:
        if time.perf_counter() > stop:
            break
        try:
            for guess in fitting(test, evidence):
                hint = Hint(key, guess.text)
                found[hint] = min(guess.choices, found.get(hint, guess.choices))
        except Exception:  # students' values are odd beyond any list: only the hint is lost
            continue
    fewest = min(found.values(), default=0)
    best = tuple(hint for hint, choices in found.items() if choices == fewest)
    return best if len(best) <= most else ()


def fitting(test: Rule, evidence: Evidence) -> Iterator[Guess]:
    """The guesses of one rule that the evidence bears out."""
    for guess in test(evidence):
        if guess.seen or evidence.explained_by(guess.numbers, guess.choices):
            yield guess
