"""How hypotheses are weighed: which are the student's numbers, and which is the simplest."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from contextvars import ContextVar

import numpy as np

from autograder.checks.diagnosis import chain, form, known, network, options, samples, scale
from autograder.checks.diagnosis.evidence import Evidence, OutOfBudget, is_enough
from autograder.checks.diagnosis.rules import Guess, Rule
from autograder.checks.facts import Hint

#: All rules. Where several explain an answer equally well, hints come in this order.
RULES: tuple[Rule, ...] = (
    *known.RULES,
    *form.RULES,
    *scale.RULES,
    *options.RULES,
    *samples.RULES,
    *chain.RULES,
    *network.RULES,
)
#: Whether a rule that raises stops everything, as tests want it: else it costs its hint alone,
#: since students' values are odd beyond any list.
STRICT = False
_hints_are_wanted: ContextVar[bool] = ContextVar("hints are wanted", default=True)


@contextlib.contextmanager
def without_hints() -> Iterator[None]:
    """Look for no causes inside: for whoever wants to know only whether, and where, checks fail."""
    token = _hints_are_wanted.set(False)
    try:
        yield
    finally:
        _hints_are_wanted.reset(token)


def hints_are_wanted() -> bool:
    """Whether anybody looks for causes here."""
    return _hints_are_wanted.get()


def diagnose(evidence: Evidence, *others: Evidence, most: int = 2) -> tuple[Hint, ...]:
    """Return the simplest explanation, or the ``most`` simplest if they are equally simple.

    Nothing where more than ``most`` fit equally well: then the numbers cannot tell.
    ``others`` are what the same function gave for other arguments, right or wrong: an explanation
    that speaks of them must fit them too, and what it needs of evidence they add to.
    """
    if not evidence.expected.size or not _hints_are_wanted.get():
        return ()
    found: dict[Hint, int] = {}
    for test in RULES:
        try:
            for guess in fitting(test, evidence, others):
                hint = Hint(test.key, guess.text)
                found[hint] = min(guess.choices, found.get(hint, guess.choices))
        except OutOfBudget:
            continue
        except Exception:
            if STRICT:
                raise
    fewest = min(found.values(), default=0)
    best = tuple(hint for hint, choices in found.items() if choices == fewest)
    if of_known := tuple(hint for hint in best if hint.key == "known"):
        return of_known[:most]  # where several give the same numbers, the first are the likeliest
    return best if len(best) <= most else ()


def fitting(test: Rule, evidence: Evidence, others: Sequence[Evidence] = ()) -> Iterator[Guess]:
    """Yield the guesses of one rule that the evidence bears out."""
    elsewhere: list[tuple[Evidence, list[Guess]]] | None = None
    for guess in test(evidence):
        if guess.seen:
            if _is_seen_often(test, guess, evidence, others):
                yield guess
            continue
        if guess.least > 1 and guess.least > _wrong_numbers(evidence, *others):
            continue
        bits = evidence.bits(guess.numbers)
        if bits is None:
            continue
        if elsewhere is None:
            elsewhere = [(other, list(test(other))) for other in others]
        for other, guesses in elsewhere:
            more = _bits_elsewhere(other, guess, guesses)
            if more is None:
                break
            bits += more
        else:
            if is_enough(bits, guess.choices):
                yield guess


def _is_seen_often(
    test: Rule, guess: Guess, evidence: Evidence, others: Sequence[Evidence]
) -> bool:
    """Whether what is seen is seen in as many cases as it takes, and in all that could show it."""
    if guess.cases == 1:
        return True
    could = [other for other in others if other.got.size > 1 and np.any(other.expected)]
    return _different_arrays(evidence, *could) >= guess.cases and all(
        any(more.text == guess.text for more in test(other)) for other in could
    )


def _different_arrays(*found: Evidence) -> int:
    """How many cases differ in more than an option."""
    return len({tuple(array.tobytes() for array in one.arrays.values()) for one in found})


def _wrong_numbers(*found: Evidence) -> int:
    return len(set[float]().union(*(evidence.wrong_numbers for evidence in found)))


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
