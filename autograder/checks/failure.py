"""The one exception a check raises, and how it reads."""

from __future__ import annotations

from dataclasses import dataclass

#: What can be wrong with an answer before its values are looked at, or in them.
KINDS = {
    "missing": "not defined",
    "not-implemented": "not implemented yet",
    "exception": "raised an error",
    "in-place": "changed its argument",
    "type": "wrong type",
    "shape": "wrong shape",
    "dtype": "wrong dtype",
    "not-finite": "not finite",
    "unstable": "numerically unstable",
    "no-error": "accepted bad input",
    "value": "wrong value",
    "rule": "breaks a rule",
}


@dataclass(frozen=True)
class Fact:
    """One line of a message. ``secret`` lines are left out of graded feedback."""

    label: str
    text: str
    secret: bool = False


@dataclass(frozen=True)
class Hint:
    """A likely cause: ``key`` names the rule that found it, ``text`` is for the student."""

    key: str
    text: str


class CheckFailed(AssertionError):
    """A wrong answer: which function, what kind of wrong, the facts, and likely causes.

    ``str()`` gives the whole message; :meth:`public` leaves out expected values and inputs,
    for feedback on checks that stay hidden.
    """

    def __init__(
        self,
        name: str,
        kind: str,
        facts: tuple[Fact, ...] = (),
        hints: tuple[Hint, ...] = (),
        headline: str = "",
    ) -> None:
        self.name = name
        self.kind = kind
        self.facts = tuple(facts)
        self.hints = tuple(hints)
        self.headline = headline or KINDS[kind]
        super().__init__(str(self))

    @property
    def labels(self) -> set[str]:
        """The kind and the keys of all hints: what a diagnosis is matched against."""
        return {self.kind, *(hint.key for hint in self.hints)}

    def _lines(self, facts: tuple[Fact, ...]) -> list[str]:
        rows = [(fact.label, fact.text) for fact in facts]
        rows += [("likely cause", hint.text) for hint in self.hints]
        width = max((len(label) for label, _ in rows), default=0)
        return [f"{self.name}: {self.headline}"] + [
            f"  {label:<{width}}  {text}" for label, text in rows
        ]

    def public(self) -> str:
        """The message without its secret facts."""
        return "\n".join(self._lines(tuple(f for f in self.facts if not f.secret)))

    def __str__(self) -> str:
        return "\n".join(self._lines(self.facts))

    def _render_traceback_(self) -> list[str]:
        # IPython and Jupyter show this block in place of a traceback through our code.
        return str(self).splitlines()
