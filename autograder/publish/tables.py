"""Leave a column without a name without one: an empty heading would be read aloud.

Markdown has no table without a head: one that names no column is left out.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from docutils.writers.html5_polyglot import HTMLTranslator
from sphinx.application import Sphinx


def set_up(app: Sphinx) -> None:
    """Write empty cells of a table's head as cells that name nothing; leave out an empty head."""
    app.connect("doctree-read", _leave_out_empty_heads)
    app.add_node(nodes.entry, override=True, html=(_visit, _depart))


def _leave_out_empty_heads(app: Sphinx, doctree: nodes.document) -> None:
    for head in list(doctree.findall(nodes.thead)):
        if not any(_says_anything(cell) for cell in head.findall(nodes.entry)):
            head.parent.remove(head)


def _visit(self: Any, node: nodes.entry) -> None:
    HTMLTranslator.visit_entry(self, node)
    if isinstance(node.parent.parent, nodes.thead) and not _says_anything(node):
        self.body[-1] = self.body[-1].replace("<th", "<td", 1)
        self.context[-1] = "</td>\n"


def _depart(self: Any, node: nodes.entry) -> None:
    HTMLTranslator.depart_entry(self, node)


def _says_anything(node: nodes.entry) -> bool:
    return bool(node.astext().strip()) or any(node.findall(nodes.image))
