"""Leave a column without a name without one: an empty heading would be read aloud."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from docutils.writers.html5_polyglot import HTMLTranslator
from sphinx.application import Sphinx


def set_up(app: Sphinx) -> None:
    """Write the empty cells of every table's head as cells that name nothing."""
    app.add_node(nodes.entry, override=True, html=(_visit, _depart))


def _visit(self: Any, node: nodes.entry) -> None:
    HTMLTranslator.visit_entry(self, node)
    if isinstance(node.parent.parent, nodes.thead) and not _says_anything(node):
        self.body[-1] = self.body[-1].replace("<th", "<td", 1)
        self.context[-1] = "</td>\n"


def _depart(self: Any, node: nodes.entry) -> None:
    HTMLTranslator.depart_entry(self, node)


def _says_anything(node: nodes.entry) -> bool:
    return bool(node.astext().strip()) or any(node.findall(nodes.image))
