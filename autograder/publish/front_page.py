"""What the front page takes from the chapters: the road, and a picture.

````markdown
```{road}
```

```{picture-of} intro-network
A caption of its own.
```
````
"""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import Any, cast

from docutils import nodes
from docutils.statemachine import StringList
from PIL import Image
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri

from autograder.course import Course
from autograder.publish.head import site_name
from autograder.publish.road import road

#: the first picture of a flipbook, which holds it as data
STORED = re.compile(r'<img [^>]*src="data:image/png;base64,([^"]+)"[^>]*alt="([^"]*)"')
#: the same of one whose frames are SVG
STORED_SVG = re.compile(r'aria-label="([^"]*)">\s*<div class="frame">(<svg.*?</svg>)', re.S)
LOGGER = logging.getLogger(__name__)


class Borrowed(nodes.General, nodes.Element):
    """The place of a picture that another page holds."""


class RoadDirective(SphinxDirective):
    """The chapters by part, with hours and points: see :mod:`autograder.publish.road`."""

    def run(self) -> list[nodes.Node]:
        kept = cast(Any, self.env)
        kept.pages_with_road = getattr(self.env, "pages_with_road", set()) | {self.env.docname}
        lines = StringList(kept.course_road.splitlines(), source=self.get_source_info()[0])
        holder = nodes.Element()
        self.state.nested_parse(lines, self.content_offset, holder)
        return holder.children


class PictureOfDirective(SphinxDirective):
    """The picture of the name given, as a chapter shows it first, with a caption of its own."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        figure = nodes.figure(classes=["borrowed"])
        figure += Borrowed(picture=self.arguments[0])
        legend = nodes.legend()
        self.state.nested_parse(self.content, self.content_offset, legend)
        figure += legend
        self.set_source_info(figure)
        return [figure]


class TakePictures(SphinxPostTransform):
    """Put the pictures of other pages into their places."""

    default_priority = 400
    formats = ("html",)

    def run(self, **options: object) -> None:
        for place in list(self.document.findall(Borrowed)):
            name = place["picture"]
            image = _picture(self.app, name)
            if image is None:
                LOGGER.warning("no page has a picture %r", name, location=place.parent)
                place.parent.remove(place)
            else:
                place.replace_self(image)


def set_up(app: Sphinx) -> None:
    """Let pages show the road, and pictures of chapters."""
    app.add_node(Borrowed)
    app.add_directive("road", RoadDirective)
    app.add_directive("picture-of", PictureOfDirective)
    app.add_post_transform(TakePictures)
    app.connect("env-updated", _write_again)
    app.connect("build-finished", _write_redirect, priority=400)  # else one without a title


def keep_road(env: BuildEnvironment, course: Course) -> list[str]:
    """Keep the road of ``course`` for pages that show it; these pages, where it has changed."""
    kept = cast(Any, env)
    new = road(course).to_markdown()
    before = getattr(env, "course_road", new)
    kept.course_road = new
    return [] if before == new else sorted(getattr(env, "pages_with_road", ()))


def _write_again(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The front page, since a picture that it takes from another page may be a new one."""
    return [app.config.root_doc]


def _picture(app: Sphinx, name: str) -> nodes.Node | None:
    """The figure ``name`` of whichever page has it, as an image."""
    labels = app.env.get_domain("std").data["anonlabels"]
    docname, _ = labels.get(name, (None, None))
    if docname is None:
        return None
    for figure in app.env.get_doctree(docname).findall(nodes.figure):
        if name in figure["ids"] + figure["names"]:
            for node in figure.findall():
                if isinstance(node, nodes.image):
                    return node.deepcopy()
                if isinstance(node, nodes.raw) and (found := STORED.search(node.astext())):
                    data, alt = found.groups()
                    return _stored(app, f"{name}.png", base64.b64decode(data), alt)
                if isinstance(node, nodes.raw) and (found := STORED_SVG.search(node.astext())):
                    alt, svg = found.groups()
                    return _stored(app, f"{name}.svg", svg.encode(), alt)
    return None


def _stored(app: Sphinx, name: str, data: bytes, alt: str) -> nodes.raw:
    """A picture that a page holds as data, in a file of its own."""
    folder = Path(app.outdir, app.builder.imagedir)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    size = ""
    if path.suffix == ".png":
        size = ' width="{}" height="{}"'.format(*Image.open(path).size)
    here = app.builder.get_target_uri(app.env.docname)
    address = relative_uri(here, f"{app.builder.imagedir}/{name}")
    image = f'<img src="{address}" alt="{alt}"{size}>'
    return nodes.raw("", image, format="html")


def _write_redirect(app: Sphinx, exception: Exception | None) -> None:
    """Lead from the site's own address to its first page, by a page that is whole.

    Its icon is none: where no icon is named, a browser asks for /favicon.ico, and any other would
    still be on its way when the page is left.
    """
    if exception or app.builder.name != "html" or app.config.root_doc == "index":
        return
    target = app.builder.get_target_uri(app.config.root_doc)
    title = site_name(app)
    page = REDIRECT.format(title=title, target=target, language=app.config.language or "en")
    Path(app.outdir, "index.html").write_text(page, encoding="utf-8")


REDIRECT = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{target}">
<link rel="icon" href="data:,">
</head>
<body><p><a href="{target}">{title}</a></p></body>
</html>
"""
