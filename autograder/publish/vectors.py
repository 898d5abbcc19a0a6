"""Pictures that are SVG, set into the page, so that they have its font and its colors.

Black is the page's own text color and white its ground. On a dark page every other color is the one
that the filter for photographs in ``pictures.css`` would make of it, so that both kinds of picture
look alike. A picture that holds pixels, as of a heat map, is filtered whole: what is drawn over
pixels must change as they do.
"""

from __future__ import annotations

import hashlib
import html
import json
import math
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np

#: how a picture begins that :mod:`autograder.pictures.vector` made
OURS = re.compile(
    r'<svg (?:class="(?P<panels>[^"]*)" )?xmlns="[^"]*" (?P<rest>viewBox=[^>]*?)'
    r' font-family="[^"]*">'
)
IMAGE = re.compile(r'<img\b[^>]*\bsrc="(?P<source>[^"]*\.svg)"[^>]*>')
FLIPBOOK = re.compile(
    r'<figure class="flipbook vectors(?P<classes>[^"]*)"(?P<middle>[^>]*>\s*<div class="frame">)'
    r"(?P<first><svg.*?</svg>)(?P<controls>.*?)"
    r'<script type="application/json" class="frames">(?P<frames>.*?)</script>',
    re.S,
)
DRAWN = re.compile(r'\s*<script type="application/json" class="drawn">.*?</script>', re.S)
COLOR = re.compile(r'(fill|stroke)="(#[0-9a-f]{6})"')
#: a marker, to which each use of it gives its colors: no style sheet reaches into a use
MARKER = re.compile(r"<defs><path\b[^>]*>")
LABEL = re.compile(r'aria-label="([^"]*)"')
TEXT = re.compile(r"<text\b.*?</text>", re.S)
FONT_SIZE = re.compile(r'font-size="([\d.]+)"')
WIDTH = re.compile(r'viewBox="0 0 ([\d.]+)')
#: the height in pixels of the smallest words, which a phone may show no smaller
LEAST = 11
#: what is no wider, in pixels, is shrunk to any screen; else it would scroll by a hair
PHONE = 392
INK_AND_PAPER = ("#000000", "#ffffff")
#: what red, green and blue add to brightness, as CSS filters have it
GRAY = np.array([0.213, 0.715, 0.072])


class Setter:
    """Sets the pictures of one page; knows the colors that they have."""

    def __init__(self, read: Callable[[str], str | None], folder: Path, address: str) -> None:
        self.read, self.folder, self.address = read, folder, address
        self.number = 0
        self.colors: set[tuple[str, str]] = set()

    def set(self, body: str) -> str:
        """``body`` with its SVG pictures inside, and the frames of its flipbooks in files."""
        body = DRAWN.sub("", body)
        return FLIPBOOK.sub(self._flipbook, IMAGE.sub(self._still, body))

    def _still(self, found: re.Match[str]) -> str:
        svg = self.read(html.unescape(found["source"]))
        if svg is None or not OURS.match(svg):
            return found[0]
        alt = re.search(r'\balt="([^"]*)"', found[0])
        classes = re.search(r'\bclass="([^"]*)"', found[0])
        return self._inline(svg, alt[1] if alt else "", classes[1] if classes else "")

    def _flipbook(self, found: re.Match[str]) -> str:
        told = json.loads(found["frames"])
        label = LABEL.search(found["middle"])
        alt, classes = label[1] if label else "", found["classes"]
        frames = [self._inline(svg, alt, classes) for svg in told["frames"]]
        told["frames"] = frames
        text = json.dumps(told, ensure_ascii=False)
        name = f"frames-{hashlib.sha256(text.encode()).hexdigest()[:16]}.json"
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")
        first = self._inline(found["first"], alt, classes)
        return (
            f'<figure class="flipbook vectors" data-vectors="{self.address}{name}"'
            f"{found['middle']}{first}{found['controls']}"
        )

    def _inline(self, svg: str, alt: str, classes: str) -> str:
        self.number += 1
        found = OURS.match(svg)
        assert found is not None
        raster = " raster" if "<image" in svg else ""
        least = math.ceil(narrowest(svg))
        wide = " wide" if least > PHONE else ""
        names = " ".join(f"drawn{raster}{wide} {found['panels'] or ''} {classes}".split())
        about = f'role="img" aria-label="{alt}" style="--least:{least}px"'
        head = f'<svg class="{names}" {about} {found["rest"]}>'
        inner = svg[found.end() :].replace(" />", "/>")
        inner = re.sub(r'(\bid="|\bhref="#|url\(#)', rf"\g<1>v{self.number}-", inner)
        inner = MARKER.sub(lambda found: COLOR.sub("", found[0]), inner)
        if not raster:
            self.colors |= set(COLOR.findall(inner))
        return head + inner

    def dark(self) -> str:
        """A style sheet: what each color that is neither ink nor paper is on a dark page."""
        return "".join(
            f'html[data-theme="dark"] .drawn [{kind}="{color}"]{{{kind}:{at_night(color)}}}'
            for kind, color in sorted(self.colors)
            if color not in INK_AND_PAPER
        )


def narrowest(svg: str) -> float:
    """How many pixels wide a picture must be for its smallest words to be :data:`LEAST` high.

    Raised and lowered signs are smaller than the word that they stand at, as in every formula.
    """
    sizes = [
        max(map(float, FONT_SIZE.findall(text)), default=math.inf) for text in TEXT.findall(svg)
    ]
    width = float(view[1]) if (view := WIDTH.search(svg)) else 0.0
    return LEAST * width / min(sizes, default=math.inf)


def at_night(color: str) -> str:
    """What ``invert(0.93) hue-rotate(180deg) saturate(1.2)`` makes of ``#rrggbb``."""
    rgb = np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    rgb = 0.93 - 0.86 * rgb
    for share in (-1, 1.2):
        rgb = np.clip((share * np.eye(3) + (1 - share) * GRAY) @ rgb, 0, 1)
    return "#" + "".join(f"{round(255 * part):02x}" for part in rgb)
