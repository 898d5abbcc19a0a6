"""Keep punctuation on the line of its formula."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform


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
