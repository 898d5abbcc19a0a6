"""The one exception a check raises, and how it reads."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Literal

import numpy as np

from autograder.checks.facts import Comparison, Fact, Hint
from autograder.checks.rendering import message_html, show_in_notebook

FailureKind = Literal[
    "missing",
    "not-implemented",
    "exception",
    "in-place",
    "type",
    "shape",
    "dtype",
    "not-finite",
    "unstable",
    "no-error",
    "value",
    "distribution",
    "rule",
    "timeout",
    "ended",
    "not-tried",
    "unusable",
]

#: What can be wrong with an answer before its values are looked at, or in them.
KINDS: dict[FailureKind, str] = {
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
    "distribution": "draws from another distribution",
    "rule": "breaks a rule",
    # said by what runs the check, not by the check
    "timeout": "took too long",
    "ended": "ended its process",
    "not-tried": "not tried",
    "unusable": "what came back cannot be checked",
}

#: What to do where a value is wrong and no rule explains it.
NO_PATTERN = "no known pattern; try small numbers by hand"


#: Seconds of processor time that one try of a graded check may take, in whatever process; one that
#: trains has ``patience`` and so many times as much. Right answers take a fraction of it.
CHECK_SECONDS = 5.0


class OutOfTime(BaseException):
    """An answer has used up its processor time. ``facts`` are added to what is said of it.

    No ``Exception``, so that no check takes it for an error in an answer.
    """

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        self.facts: tuple[Fact, ...] = ()


@contextlib.contextmanager
def endless_means(text: str) -> Iterator[None]:
    """Say ``text`` of an answer that takes too long inside: the rule that it breaks.

    >>> with endless_means("it stops when nothing changes any more"):  # doctest: +SKIP
    ...     student.fit(X, y, max_epochs=10**9)
    """
    try:
        yield
    except OutOfTime as over:
        over.facts = (Fact("rule", text),)
        raise


class CheckFailed(AssertionError):
    """A wrong answer: which function, what kind of wrong, the facts, and likely causes.

    ``str()`` gives the whole message; :meth:`public` leaves out expected values and inputs,
    for feedback on checks that stay hidden. In a notebook the message is HTML, with a picture
    of the ``comparison`` if there is one.
    """

    __module__ = "autograder.checks"  # where authors import it from, and what a traceback says

    def __init__(
        self,
        name: str,
        kind: FailureKind,
        facts: tuple[Fact, ...] = (),
        hints: tuple[Hint, ...] = (),
        headline: str = "",
        comparison: Comparison | None = None,
    ) -> None:
        self.name = name
        self.kind = kind
        self.facts = tuple(facts)
        self.hints = tuple(hints)
        self.headline = headline or KINDS[kind]
        self.comparison = comparison
        self.odd_shape: np.ndarray | None = None  #: what came, where its shape is wrong
        self.in_all_cases: np.ndarray | None = None  #: what came for all cases, one after another
        self.bits_in_all_cases = 0.0  #: what the wrong ones among them tell
        self.bits_in_this_case = 0.0  #: what those of the case tell that the message is about
        self._is_shown = False
        super().__init__()

    @property
    def args(self) -> tuple[str]:  # type: ignore[override]
        """The message, whatever was added to it since."""
        return (str(self),)

    @property
    def labels(self) -> set[str]:
        """The kind and the keys of all hints: what a diagnosis is matched against."""
        return {self.kind, *(hint.key for hint in self.hints)}

    @property
    def numbers(self) -> np.ndarray | None:
        """The wrong numbers that came, if it is numbers that are wrong."""
        return self.odd_shape if self.comparison is None else self.comparison.got

    def add(self, fact: Fact, first: bool = False) -> None:
        """Add a fact, last or ``first``."""
        self.facts = (fact, *self.facts) if first else (*self.facts, fact)

    def explain(self, *hints: Hint) -> None:
        """Give these likely causes in place of those found so far."""
        self.hints = hints

    def without_secrets(self) -> CheckFailed:
        """Return the same failure without expected values and inputs, and without a picture."""
        facts = tuple(fact for fact in self.facts if not fact.secret)
        return CheckFailed(self.name, self.kind, facts, self.hints, self.headline)

    def rows(self, include_secret: bool = True) -> list[tuple[str, str]]:
        """Return the facts, with or without the secret ones, and the likely causes, with labels."""
        rows = [
            (fact.label, fact.text)
            for fact in self.facts
            if (include_secret or not fact.secret) and not (fact.if_unexplained and self.hints)
        ]
        if self.kind == "value" and not self.hints and all(f.label != "note" for f in self.facts):
            rows.append(("advice", NO_PATTERN))
        causes = (hint.text for hint in self.hints)
        return rows + list(zip(("likely cause", "or"), causes, strict=False))

    def public(self) -> str:
        """Return the message without its secret facts."""
        return self._text(self.rows(include_secret=False))

    def __str__(self) -> str:
        return self._text(self.rows())

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r}, {self.kind!r})"

    def _text(self, rows: list[tuple[str, str]]) -> str:
        width = max((len(label) for label, _ in rows), default=0)
        lines = [f"  {label:<{width}}  {text}" for label, text in rows]
        return "\n".join([f"{self.name}: {self.headline}", *lines])

    def _repr_html_(self) -> str:
        return message_html(self.name, self.headline, self.rows(), self.comparison)

    def _render_traceback_(self) -> list[str]:
        # IPython asks for this in place of a traceback through our code. The cell still ends
        # in an error: "Run All" stops there, and nbgrader counts it as failed. It asks twice.
        self._is_shown = self._is_shown or show_in_notebook(self._repr_html_(), str(self))
        if self._is_shown:
            return [f"{self.name}: {self.headline}"]
        return str(self).splitlines()


@contextlib.contextmanager
def adding(fact: Fact, first: bool = False) -> Iterator[None]:
    """Add ``fact`` to any failure of a check inside, after its other facts or ``first``.

    For what the code inside cannot know: the case, the expression, the way of calling::

        with adding(Fact("when called with", "plain lists")):
            expect_agrees(student.f, reference.f, x.tolist())
    """
    try:
        yield
    except CheckFailed as failed:
        failed.add(fact, first)
        raise
