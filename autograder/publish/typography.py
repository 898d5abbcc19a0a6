"""Where lines of text may break: beside formulas, and in names of code."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

LONG = 15  #: characters of a name that may break


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
    """Let a long name break after its dots and underscores, and an option nowhere.

    Browsers break a name anywhere, and an option after its dashes.
    """

    default_priority = 700
    formats = ("html",)

    def run(self, **options: object) -> None:
        for literal in list(self.document.findall(nodes.literal)):
            text = literal.astext()
            if re.fullmatch(r"--?\w[\w-]*", text):
                literal["classes"].append("unbroken")
            if len(literal.children) > 1 or len(text) < LONG:
                continue
            first, *others = re.split(r"(?<=[._])(?=\w)", text)
            literal.children = []
            literal += nodes.Text(first)
            for other in others:
                literal += [nodes.raw("", "<wbr>", format="html"), nodes.Text(other)]
