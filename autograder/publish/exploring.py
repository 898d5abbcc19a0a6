"""Explorables: pictures that compute in the page, and that a reader moves.

````markdown
```{explore} gate
Drag the line until its table is that of AND.
```
````

It stands below the picture of the chapter that shows the same, which is what a reader without
scripts, and paper, has. ``explore/gate.js`` is loaded when the reader comes near.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from autograder.publish import scripts

FOLDER = Path(__file__).parent / "explore"
#: files that are no explorables of their own
SHARED = ("common", "explore")
#: the names of all explorables
NAMES = sorted(path.stem for path in FOLDER.glob("*.js") if path.stem not in SHARED)


class Explore(nodes.General, nodes.Element):
    """The place of an explorable, with what to do there."""


class ExploreDirective(SphinxDirective):
    """The explorable of the name given, with a sentence or two that say what to try."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        name = self.arguments[0]
        if name not in NAMES:
            raise self.error(f"there is no explorable {name!r}; known: {', '.join(NAMES)}")
        place = Explore(explorable=name)
        self.state.nested_parse(self.content, self.content_offset, place)
        self.set_source_info(place)
        return [place]


def set_up(app: Sphinx) -> None:
    """Let pages hold explorables; other builders than HTML leave them out."""
    nothing: Any = (_skip, None)
    app.add_node(Explore, html=(_open, _close), latex=nothing, text=nothing, epub=nothing)
    app.add_directive("explore", ExploreDirective)
    app.connect("html-page-context", _load)


def _open(self: Any, node: Explore) -> None:
    self.body.append('<div class="explore">\n')


def _close(self: Any, node: Explore) -> None:
    name = f"explore-{node['explorable']}"
    self.body.append(f"<{name}></{name}>\n</div>\n")


def _skip(self: Any, node: Explore) -> None:
    raise nodes.SkipNode


def _load(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    if doctree is not None and next(doctree.findall(Explore), None) is not None:
        scripts.add(app, "explore/explore.js", style="explore/explore.css")
