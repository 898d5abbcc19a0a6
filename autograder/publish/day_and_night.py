"""A page has its colors from the first moment on, by day and by night, and without a script.

The theme knows none until its script has run, which comes last: what was drawn before would be
drawn again. Colors and sizes are variables of a light or a dark page; another one has none.
"""

from __future__ import annotations

from sphinx.application import Sphinx

AT_FIRST = {"default_mode": "light"}  #: of the page itself, before any script
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
    app.connect("config-inited", lambda _, config: config.html_context.update(AT_FIRST))
    app.add_js_file(None, body=CHOOSE)
