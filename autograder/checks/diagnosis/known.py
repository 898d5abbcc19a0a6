"""Rules on mistakes that authors know: see :mod:`autograder.checks.known`."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from autograder.checks import known
from autograder.checks.diagnosis.evidence import Evidence
from autograder.checks.diagnosis.rules import Guess, Rule


def what_a_known_mistake_gives(e: Evidence) -> Iterator[Guess]:
    """Try every known mistake on the arguments of the call that was wrong."""
    for mistake, numbers in known.answers(e.name, np.asarray(e.got)):
        yield Guess(mistake.says, numbers, mistake.choices)


def what_a_digest_stands_for(e: Evidence) -> Iterator[Guess]:
    """Look up the numbers among those that a notebook brings for its visible checks."""
    if says := known.sentence_for(e.name, e.got):
        yield Guess(says, e.got)


RULES = (Rule("known", what_a_known_mistake_gives), Rule("known", what_a_digest_stands_for))
