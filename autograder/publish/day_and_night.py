"""A page has its colors from the first moment on, by day and by night, and without a script.

The theme knows none until its script has run, which comes last: what was drawn before would be
drawn again. Colors and sizes are variables of a light or a dark page; another one has none.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

#: what the reader chose, and else what the machine is set to; the theme's script says the same
CHOOSE = """
{
  const { dataset } = document.documentElement;
  dataset.mode = localStorage.getItem("mode") || "auto";
  if (dataset.mode === "auto")
    dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
"""


def set_up(app: Sphinx) -> None:
    """Let pages be light, and dark where a reader wants them so."""
    app.connect("html-page-context", _be_light)
    app.add_js_file(None, body=CHOOSE)


def _be_light(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    context["default_mode"] = "light"  # of the page itself, before any script
