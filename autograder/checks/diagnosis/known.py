"""Rules on mistakes that authors know: see :mod:`autograder.checks.known`."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from autograder.checks import known
from autograder.checks.diagnosis.evidence import Evidence, is_enough
from autograder.checks.diagnosis.rules import Guess, Rule


def what_a_known_mistake_gives(e: Evidence) -> Iterator[Guess]:
    """Try every known mistake on the arguments of the call that was wrong.

    They come by the choices that they take: once one explains the numbers, no later one of more
    choices can be told, and its time is saved.
    """
    most = math.inf
    for mistake, numbers in known.answers(e.name, np.asarray(e.got)):
        if mistake.choices > most:
            return
        bits = e.bits(numbers)
        if bits is not None and is_enough(bits, mistake.choices):
            most = mistake.choices
        yield Guess(mistake.says, numbers, mistake.choices)


def what_a_digest_stands_for(e: Evidence) -> Iterator[Guess]:
    """Look up the numbers among those that a notebook brings for its visible checks."""
    if says := known.sentence_for(e.name, e.got):
        yield Guess(says, e.got)


RULES = (Rule("known", what_a_known_mistake_gives), Rule("known", what_a_digest_stands_for))
