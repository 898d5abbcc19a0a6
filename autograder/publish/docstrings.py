"""Docstrings of stubs, read as what they are: a sentence, paragraphs, and a list of arguments.

The course writes them in one form::

    Gradient of :func:`mse` with respect to ``w``.

    A paragraph.

    Parameters: ``w`` (d,); ``X`` (n, d), in any units.
    Returns: (d,).
    Raises: ``ValueError`` that names ``X`` if it is empty.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

#: what begins a part of the list; some stand on the line of the part before
LABELS = re.compile(
    r"(?:^|(?<=[.)] )|(?<=[.)]  ))"
    r"(Parameters(?: and \w+)?|Returns|Raises|Yields|Attributes):\s",
    re.M,
)
NAME = r"``(?!None)\w+(?:\([^`]*\))?``"
#: one or more names at the head of an entry, as in "``w``, ``v`` (d,) weights"
NAMES = rf"{NAME}(?:(?:, | and |, and ){NAME})*"
#: a shape; no other words in parentheses have a comma and nothing but signs
#: sizes with commas; two words side by side are a sentence
SHAPE = r"\((?![^)]*\w \w)[\w +*\-\[\].]*,[\w +*\-\[\]., ]*\)"
SHAPES = rf"{SHAPE}(?: or {SHAPE})*"
HEAD = re.compile(rf"({NAMES})(?:,? ({SHAPES}))?(?=\W|$)[,:]?\s*")
RETURNED = re.compile(rf"({SHAPES})(?=\W|$)(?! and)[,.;:]?\s*")
#: where one entry may follow another without a semicolon: "``w`` (d,) and ``X`` (n, d)"
FOLLOWS = re.compile(rf"(?:, (?:and )?| and (?=``\w+`` {SHAPE})|(?<=\.) )(?=``(\w+)``)")


@dataclass(frozen=True)
class Entry:
    """A row of the list: names as they stand (``w``, ``v``), the shape if any, and what it is.

    Without names it is about those above it, or about all.
    """

    names: str
    shape: str
    what: str


@dataclass(frozen=True)
class Docstring:
    """A docstring in its parts, each still as written; ``results`` go by "returns" and "raises"."""

    summary: str
    paragraphs: tuple[str, ...]
    arguments: tuple[Entry, ...]
    results: tuple[Entry, ...]


def read_docstring(text: str, parameters: Collection[str] = ()) -> Docstring:
    """The parts of the docstring ``text`` of a function with these ``parameters``.

    No word is lost, whether the text keeps to the form or not.
    """
    text = inspect.cleandoc(text)
    labels = list(LABELS.finditer(text))
    above = text[: labels[0].start()] if labels else text
    summary, *paragraphs = re.split(r"\n\s*\n", above.strip())
    arguments: list[Entry] = []
    results: list[Entry] = []
    ends = [label.start() for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=False):  # without labels there is an end alone
        part, *below = re.split(r"\n\s*\n", text[label.end() : end].strip())
        paragraphs += below
        body = " ".join(part.split())
        if label[1] in ("Parameters", "Attributes"):
            arguments += _entries(body, parameters)
        elif label[1].startswith("Parameters"):
            arguments.append(Entry(label[1].lower(), "", _clause(body)))
        else:
            shape = RETURNED.match(body) if label[1] == "Returns" else None
            what = body[shape.end() :] if shape else body
            results.append(Entry(label[1].lower(), shape[1] if shape else "", _clause(what)))
    return Docstring(" ".join(summary.split()), tuple(paragraphs), tuple(arguments), tuple(results))


def _entries(body: str, parameters: Collection[str]) -> Iterator[Entry]:
    waiting = set(parameters)
    for clause in _split(body):
        for piece in _pieces(clause, waiting):
            head = HEAD.match(piece)
            names, shape = (head[1], head[2] or "") if head else ("", "")
            what = piece[head.end() :] if head else piece
            # what comes after a full stop is about more than the last one
            first, stop, rest = what.partition(". ")
            about_all = stop and rest[:1].isupper()
            yield Entry(names, shape, _clause(first if about_all else what))
            if about_all:
                yield Entry("", "", _clause(rest))


def _pieces(clause: str, waiting: set[str]) -> Iterator[str]:
    """``clause`` in front of each parameter that none before was about."""
    head = HEAD.match(clause)
    start = 0
    waiting -= set(re.findall(r"\w+", head[1])) if head else set()
    for place in FOLLOWS.finditer(clause, len(head[1]) if head else 0):
        if place[1] in waiting:
            waiting.remove(place[1])
            yield clause[start : place.start()]
            start = place.end()
    yield clause[start:]


def _split(body: str) -> list[str]:
    """``body`` at its semicolons, but for those in parentheses or code."""
    clauses = [""]
    for piece in re.split(r"(``.*?``|\([^()]*\)|; )", body):
        if piece == "; ":
            clauses.append("")
        else:
            clauses[-1] += piece
    return [clause.strip() for clause in clauses if clause.strip()]


def _clause(text: str) -> str:
    """``text`` as it stands in a table: a single clause without its full stop."""
    text = text.strip(" ,")
    return text if ". " in text else text.removesuffix(".")
