"""What a message is made of: plain data, which knows nothing of how it is shown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Fact:
    """One line of a message. ``secret`` lines are left out of graded feedback.

    One that stands ``if_unexplained`` is left out where a likely cause is known.
    """

    label: str
    text: str
    secret: bool = False
    if_unexplained: bool = False


@dataclass(frozen=True)
class Hint:
    """A likely cause: ``key`` names the rule that found it, ``text`` is for the student."""

    key: str
    text: str


@dataclass(frozen=True, eq=False)
class Comparison:
    """All components of a wrong result, for a picture; as secret as what was expected.

    ``got`` and ``expected`` have the same shape, any at all.
    """

    got: np.ndarray
    expected: np.ndarray


def place(what: str) -> tuple[Fact, ...]:
    """Return the line that says which part of a result a message is about, if it is a part."""
    return (Fact("where", what),) if what else ()
