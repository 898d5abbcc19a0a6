"""What a rule is: a mistake, what the answer would be after it, and an example of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from autograder.checks.diagnosis.evidence import Evidence


@dataclass(frozen=True)
class Guess:
    """What the answer would be after one mistake, and what to tell the student.

    ``numbers`` are of the shape of what came. ``choices`` counts what was picked to make them
    fit: a factor, a sample, a sign. A mistake that is ``seen`` in the answer itself (a nan, a
    shape) needs no numbers. Numbers that could not be had are ``None``, and fit nothing.

    Some mistakes show in several cases or numbers only: ``cases`` is in how many of them it must
    be seen, and then in all that could show it; ``least`` is how many different numbers must be
    wrong.
    """

    text: str
    numbers: Any = None
    choices: int = 0
    seen: bool = False
    cases: int = 1
    least: int = 1


@dataclass(frozen=True)
class Example:
    """A mistake that its rule must name: ``wrong(*at)`` where ``right`` is asked for.

    For a value ``right`` is the reference; for a gradient it is the loss, and ``wrong`` the
    gradient with respect to ``wrt``; for a backward pass it is the forward pass.
    """

    wrong: Callable[..., Any]
    right: Callable[..., Any]
    at: tuple[Any, ...]
    asks: Literal["value", "gradient", "backward"] = "value"
    wrt: str | Sequence[str] | None = None


@dataclass(frozen=True)
class Rule:
    """A mistake under a ``key``, which ``mistakes.py`` names as diagnosis.

    Called with the :class:`Evidence`, it yields a :class:`Guess` for each form the mistake takes.
    """

    key: str
    guesses: Callable[[Evidence], Iterable[Guess]]
    example: Example | None = None

    def __call__(self, evidence: Evidence) -> Iterable[Guess]:
        return self.guesses(evidence)

    @property
    def name(self) -> str:
        """The name of the function that was made a rule."""
        return self.guesses.__name__


def rule(key: str, example: Example) -> Callable[[Callable[[Evidence], Iterable[Guess]]], Rule]:
    """Make a generator of guesses a rule; list it in the ``RULES`` of its module."""
    return lambda guesses: Rule(key, guesses, example)
