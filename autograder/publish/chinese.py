"""Say of Chinese words that they are Chinese, to who reads them aloud and chooses their font."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

#: signs of Chinese, with its punctuation and what stands between two of them
CHINESE = re.compile(
    r"[\u3400-\u9fff](?:[\u3000-\u9fff\uff00-\uffef·]*[\u3000-\u9fff\uff00-\uffef])?"
)


class Chinese(nodes.inline):
    """Words in Chinese."""


#: what is written as it is, or done
LITERAL = (nodes.FixedTextElement, nodes.literal, nodes.math, nodes.math_block, Chinese)


class MarkChinese(SphinxPostTransform):
    """Give every run of Chinese signs its language."""

    default_priority = 710  # when the text is as it stays
    formats = ("html",)

    def run(self, **options: object) -> None:
        for text in list(self.document.findall(nodes.Text)):
            says, parent = text.astext(), text.parent
            if not isinstance(parent, nodes.TextElement) or isinstance(parent, LITERAL):
                continue
            pieces: list[nodes.Node] = []
            start = 0
            for found in CHINESE.finditer(says):
                pieces += [nodes.Text(says[start : found.start()]), Chinese("", found[0])]
                start = found.end()
            if start:
                # by its place: texts that read the same are equal
                at = next(i for i, child in enumerate(parent.children) if child is text)
                parent[at : at + 1] = [*pieces, nodes.Text(says[start:])]


def set_up(app: Sphinx) -> None:
    """Mark the Chinese of every page."""
    app.add_node(Chinese, html=(_visit, _depart))
    app.add_post_transform(MarkChinese)


def _visit(self: Any, node: Chinese) -> None:
    self.body.append('<span lang="zh">')


def _depart(self: Any, node: Chinese) -> None:
    self.body.append("</span>")
