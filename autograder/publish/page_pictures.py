"""Pictures as a page shows them: loaded when they are near, and dark on a dark page.

What is SVG is set into the page by :mod:`autograder.publish.vectors`; this is about the rest. Every
picture says its size, so that nothing moves when it comes, and all but the first of a page are
loaded late. The frames of flipbooks, which notebooks hold as data, become files: a page is lighter
by a quarter, and ``course.js`` asks for frames when their flipbook is near.

On a dark page a picture is shown inverted, with its hues as they were (``pictures.css``). So its
words may tell a blue line from an orange one, but not black from white;
``tools.lint_pictures`` finds those that do.
"""

from __future__ import annotations

import base64
import hashlib
import html
import io
import json
import re
from pathlib import Path
from typing import Any

from docutils import nodes
from PIL import Image
from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri

from autograder.pictures.for_pages import PANELS
from autograder.publish.palette import lighter
from autograder.publish.vectors import Setter

IMAGE = re.compile(r"<img\b[^>]*>")
SOURCE = re.compile(r'\bsrc="([^"]*)"')
DATA = "data:image/png;base64,"
FLIPBOOK = re.compile(
    r'(?P<figure><figure class="flipbook\b)(?P<middle>.*?const frames = )(?P<frames>\[.*?\]);', re.S
)


def set_up(app: Sphinx) -> None:
    """Make the pictures of every page light to load, and to look at."""
    app.connect("doctree-read", _name_panels)
    app.connect("html-page-context", _lighten)


def _name_panels(app: Sphinx, doctree: nodes.document) -> None:
    """Give pictures of pixels the class that tells their panels to the page."""
    for image in doctree.findall(nodes.image):
        path = Path(app.srcdir, image["uri"])
        if path.suffix == ".png":
            with Image.open(path) as picture:
                image["classes"] += picture.info.get(PANELS, "").split()


def _lighten(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: object
) -> None:
    if "body" not in context or app.builder.format != "html":
        return
    folder = Path(app.outdir, app.builder.imagedir)
    here = app.builder.get_target_uri(pagename)
    address = relative_uri(here, f"{app.builder.imagedir}/")
    sources = {name: Path(app.srcdir, uri) for uri, name in app.builder.images.items()}
    vectors = Setter(lambda src: _text(folder, sources, src), folder, address)
    body = frames_as_files(vectors.set(context["body"]), folder, address)
    context["body"] = late(body, lambda src: _size(folder, sources, src))
    if dark := vectors.dark():
        style = f"<style>@media screen {{{dark}}}</style>"
        context["metatags"] = context.get("metatags", "") + style


def frames_as_files(body: str, folder: Path, address: str) -> str:
    """``body`` with the frames of its flipbooks in files in ``folder``, seen at ``address``."""

    def stored(url: str) -> str:
        data = base64.b64decode(url.removeprefix(DATA))
        name = f"frame-{hashlib.sha256(data).hexdigest()[:16]}.png"
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / name).exists():
            (folder / name).write_bytes(lighter(data))
        return address + name

    def replaced(found: re.Match[str]) -> str:
        frames = json.loads(found["frames"])
        files = {url: stored(url) for url in frames}
        listed = json.dumps([files[url] for url in frames])
        middle = found["middle"]
        for url, file in files.items():
            middle = middle.replace(url, file)
        near = html.escape(listed, quote=True)
        figure = found["figure"].replace("<figure ", f'<figure data-frames="{near}" ')
        return f"{figure}{middle}{listed};"

    return FLIPBOOK.sub(replaced, body)


def late(body: str, size: Any) -> str:
    """``body`` with the size of each picture, as ``size`` tells, and most loaded late."""
    seen = 0

    def changed(found: re.Match[str]) -> str:
        nonlocal seen
        tag, source = found[0], SOURCE.search(found[0])
        more = ' decoding="async"' + (' loading="lazy"' if seen else "")
        seen += 1
        if source and " width=" not in tag and (measured := size(html.unescape(source[1]))):
            more += ' width="{}" height="{}"'.format(*measured)
        return f"<img{more}{tag[4:]}"

    return IMAGE.sub(changed, body)


def _text(folder: Path, sources: dict[str, Path], src: str) -> str | None:
    path = _path(folder, sources, src)
    return path.read_text("utf-8") if path.exists() else None


def _path(folder: Path, sources: dict[str, Path], src: str) -> Path:
    name = src.rpartition("/")[2]
    return sources.get(name, folder / name)


def _size(folder: Path, sources: dict[str, Path], src: str) -> tuple[int, int] | None:
    if src.startswith(DATA):
        return Image.open(io.BytesIO(base64.b64decode(src.removeprefix(DATA)))).size
    path = _path(folder, sources, src)
    if path.suffix != ".png" or not path.exists():
        return None
    with Image.open(path) as picture:
        return picture.size
