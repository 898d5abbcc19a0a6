"""A long page is laid out piece by piece, where it is opened at its top.

A browser that skips what is far away has to guess how high it is. That is no harm to a reader who
begins at the top; who comes back to a place, or to a heading, gets the whole page at once.
"""

from __future__ import annotations

from sphinx.application import Sphinx

#: before anything is drawn; a page that is loaded again goes back to where it was
MARK = """
if (!location.hash && performance.getEntriesByType("navigation")[0]?.type === "navigate")
  document.documentElement.classList.add("piecemeal");
"""


def set_up(app: Sphinx) -> None:
    """Mark pages that are opened at their top, for ``piecemeal.css``."""
    app.add_js_file(None, body=MARK)
    app.add_css_file("piecemeal.css")
