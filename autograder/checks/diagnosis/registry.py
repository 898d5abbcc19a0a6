"""Rules, and how their hypotheses are weighed.

A rule is a generator: it takes the :class:`Evidence` and yields what the answer would be
if its mistake had been made. Whether these are the student's numbers, and which of
several explanations is the simplest, is decided here.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.checks.diagnosis.evidence import Evidence, is_enough
from autograder.checks.facts import Hint

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


def diagnose(evidence: Evidence, *others: Evidence, most: int = 2) -> tuple[Hint, ...]:
    """The simplest explanation, or the ``most`` simplest if they are equally simple.

    Nothing where more than ``most`` fit equally well: then the numbers cannot tell.
    ``others`` are what the same function gave for other arguments, right or wrong: an explanation
    that speaks of them must fit them too, and what it needs of evidence they add to.
    """
    if not evidence.expected.size:
        return ()
    found: dict[Hint, int] = {}
    stop = time.perf_counter() + SECONDS
    for key, test in RULES:
        if time.perf_counter() > stop:
            break
        try:
            for guess in fitting(test, evidence, others):
                hint = Hint(key, guess.text)
                found[hint] = min(guess.choices, found.get(hint, guess.choices))
        except Exception:  # students' values are odd beyond any list: only the hint is lost
            continue
    fewest = min(found.values(), default=0)
    best = tuple(hint for hint, choices in found.items() if choices == fewest)
    return best if len(best) <= most else ()


def fitting(test: Rule, evidence: Evidence, others: Sequence[Evidence] = ()) -> Iterator[Guess]:
    """The guesses of one rule that the evidence bears out."""
    elsewhere: list[tuple[Evidence, list[Guess]]] | None = None
    for guess in test(evidence):
        if guess.seen:
            yield guess
            continue
        bits = evidence.bits(guess.numbers)
        if bits is None:
            continue
        if elsewhere is None:
            elsewhere = [(other, list(test(other))) for other in others]
        more = [_bits_elsewhere(other, guess, guesses) for other, guesses in elsewhere]
        if None not in more and is_enough(bits + sum(more), guess.choices):
            yield guess


def _bits_elsewhere(other: Evidence, guess: Guess, guesses: list[Guess]) -> float | None:
    """What ``other`` adds to a guess; ``None`` if it speaks against it."""
    same = [g for g in guesses if g.numbers is not None and _theme(g.text) == _theme(guess.text)]
    found = [bits for g in same if (bits := other.bits(g.numbers)) is not None]
    if found or not same:
        return max(found, default=0.0)
    return None


def _theme(text: str) -> str:
    """A text without the number of samples in it, which differs from case to case."""
    return re.sub(r"\bn = \d+", "n", text)
