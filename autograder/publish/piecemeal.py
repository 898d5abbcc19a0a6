"""A long page is laid out piece by piece, where it is opened at its top.

A browser that skips what is far away has to guess how high it is. That is no harm to a reader who
begins at the top; who comes back to a place, or to a heading, gets the whole page at once.
"""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

#: before anything is drawn; a page that is loaded again goes back to where it was
MARK = """
if (!location.hash && performance.getEntriesByType("navigation")[0]?.type === "navigate")
  document.documentElement.classList.add("piecemeal");
"""


#: the theme asks of each of these whether it scrolls, so the whole page would be laid out at once;
#: ``wide.js`` asks when they are
ASKED = (
    '["pre",".nboutput > .output_area",".cell_output > .output",".jp-RenderedHTMLCommon",'
    '".pst-scrollable-table-container"]'
)
NOTHING = '["no-element"]'


def set_up(app: Sphinx) -> None:
    """Mark pages that are opened at their top, for ``piecemeal.css``."""
    app.connect("build-finished", _ask_nothing)
    app.add_js_file(None, body=MARK)
    app.add_css_file("piecemeal.css")


def _ask_nothing(app: Sphinx, exception: Exception | None) -> None:
    script = Path(app.outdir, "_static", "scripts", "pydata-sphinx-theme.js")
    if exception or app.builder.format != "html":
        return
    text = script.read_text(encoding="utf-8")
    if NOTHING in text:  # of an earlier build
        return
    if ASKED not in text:
        raise ExtensionError(f"{script} does not ask for {ASKED}: is the theme a new one?")
    script.write_text(text.replace(ASKED, NOTHING), encoding="utf-8")
