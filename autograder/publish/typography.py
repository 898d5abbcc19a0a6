"""Where lines of text may break: beside formulas, and in names of code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

LONG = 15  #: characters of a name that may break
#: what stays on one line: an option of a command, as ``--class``, and a shape, as ``(n, d)``
WHOLE = re.compile(r"(?<!\S)(--?\w[\w-]*|\([^()]{,24}\))(?!\S)")


class KeepPunctuation(SphinxPostTransform):
    """Keep a full stop on the line of its formula.

    Browsers may break a line on either side of a formula, even before a comma.
    """

    default_priority = 700
    formats = ("html",)

    def run(self, **options: object) -> None:
        for math in list(self.document.findall(nodes.math)):
            follower = math.next_node(descend=False, siblings=True)
            if not isinstance(follower, nodes.Text):
                continue
            if marks := re.match(r"[^\w\s([{]+", follower):
                parent, text = math.parent, follower.astext()
                # by its place: texts that read the same are equal
                at = next(i for i, child in enumerate(parent.children) if child is follower)
                parent[at] = nodes.Text(text[marks.end() :])
                together = nodes.inline("", "", classes=["unbroken"])
                parent.replace(math, together)
                together += [math, nodes.Text(marks[0])]


class BreakNames(SphinxPostTransform):
    """Let a long name break after its dots and underscores, an option and a shape nowhere.

    Browsers break a name anywhere, an option after its dashes, and a shape after its commas.
    """

    default_priority = 700
    formats = ("html",)

    def run(self, **options: object) -> None:
        for literal in list(self.document.findall(nodes.literal)):
            if len(literal.children) == 1:
                text = literal.astext()
                literal.children = []
                literal += _broken(text)


def _broken(code: str) -> Iterator[nodes.Node]:
    for number, part in enumerate(WHOLE.split(code)):
        if number % 2:
            yield nodes.inline(part, part, classes=["unbroken"])
        elif len(code) < LONG:
            yield nodes.Text(part)
        else:
            first, *others = re.split(r"(?<=[._])(?=\w)", part)
            yield nodes.Text(first)
            for other in others:
                yield nodes.raw("", "<wbr>", format="html")
                yield nodes.Text(other)
