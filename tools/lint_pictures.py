"""Find pictures whose words are too small on a phone, touch or are cut, or whose lines look alike,
and those whose description would be false at night.

    python -m tools.lint_pictures

It reads the pages that `make site` has run: a page keeps beside each picture what is drawn in it
(:mod:`autograder.pictures.inventory`). Nothing is drawn anew, and no browser is needed.

On a dark page black is white, and light is dark; hues stay. So words about a picture may name hues,
and dashes, markers and widths, but no brightness.
"""

from __future__ import annotations

import ast
import base64
import io
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import nbformat
from PIL import Image

from autograder.course import Chapter, read_course
from autograder.course.cells import Cell
from autograder.pictures.for_pages import PANELS
from autograder.pictures.inventory import KEY, Drawn
from autograder.publish.vectors import LEAST

RUN = Path("_build/jupyter_execute/chapters")
PHONE = 390  # pixels
SPACE = 0.04  # inches: words that are less apart are read as one
NEAR = 0.02  # inches by which letters may reach into the line above, and beyond the edge
NOTES = re.compile(rf'class="{KEY}">(.*?)</script>', re.S)
VIEW = re.compile(r'viewBox="0 0 ([\d.]+)')
CUTS = re.compile(r"panels-([\d-]+)")
#: what is no longer so once a picture is inverted; yellow becomes brown
BRIGHTNESS = re.compile(r"\b(?:black|white|(?:dark|bright|light|pal)e?(?:r|st)?|yellow)\b", re.I)

#: too wide for a phone, where they scroll: made smaller, they could not be read
SCROLLS = {
    "arch-step": "a cell of nine parts in a row",
    "backprop-layers": "five layers in a row, each with three shapes",
    "backprop-units": "a network with a number at every weight",
    "cap-end": "twelve digits, each with what was said of it",
    "clu-digits": "every point is a digit: larger ones would cover each other",
    "graphs-own": "a graph of eight steps in a row",
    "intro-loop": "a loop of five boxes",
    "intro-nested": "three boxes, each inside the next",
    "intro-network": "a whole network with the digit that it reads",
    "mp-schematic": "a cell and its model, part below part",
    "perceptron-xor": "three panels that share a scale",
    "softmax-units": "a network with a name at every weight",
}
#: touch, and should
TOUCH = {
    "clu-digits": "every point is a digit, and points may lie on each other",
    "graphs-own": "a white word, unseen, gives each box the width of its two numbers",
}


@dataclass(frozen=True)
class Picture:
    """A picture of a page: its width in inches, the widest part that a phone shows, its frames."""

    name: str
    width: float
    share: float
    frames: tuple[Drawn, ...]
    trimmed: bool

    def smallest(self) -> float:
        """The height in pixels of its smallest words on a phone; raised signs do not count."""
        sizes = [word[1] for frame in self.frames for word in frame["words"]]
        return min(sizes, default=99) / 72 * PHONE / (self.width * self.share)


def pictures(folder: Path) -> Iterator[Picture]:
    """All pictures of the pages that are run in ``folder``."""
    for path in sorted(folder.rglob("*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            name = cell.metadata.get("mystnb", {}).get("figure", {}).get("name", path.stem)
            for output in cell.get("outputs", ()):
                if found := _picture(name, output):
                    yield found


def _picture(name: str, output: Any) -> Picture | None:
    data = output.get("data", {})
    page = data.get("text/html", "")
    if note := NOTES.search(page):
        frames = json.loads(note[1])
        return Picture(name, frames[0]["size"][0], _share(page), tuple(frames), False)
    if KEY not in output.get("metadata", {}):
        return None
    frames = (output.metadata[KEY],)
    if svg := data.get("image/svg+xml"):
        view = VIEW.search(svg)
        return Picture(name, float(view[1]) / 72 if view else 0, _share(svg), frames, True)
    with Image.open(io.BytesIO(base64.b64decode(data["image/png"]))) as image:
        inches = image.width / 110
        return Picture(name, inches, _share(image.info.get(PANELS, "")), frames, True)


def _share(text: str) -> float:
    found = CUTS.search(text)
    edges = [0.0, *(int(cut) / 1000 for cut in found[1].split("-")), 1.0] if found else [0.0, 1.0]
    return max(right - left for left, right in pairwise(edges))


def findings(picture: Picture) -> Iterator[str]:
    """What is wrong with a picture, a line for each."""
    if picture.name not in SCROLLS and (small := picture.smallest()) < LEAST - 0.05:
        yield f"its smallest words are {small:.1f} pixels high on a phone, not {LEAST}"
    seen: set[str] = set()
    for number, frame in enumerate(picture.frames, 1):
        told = [*alike(frame), *([] if picture.trimmed else outside(frame))]
        told += [] if picture.name in TOUCH else touching(frame)
        for one in told:
            if one not in seen:  # once, not in every frame
                seen.add(one)
                yield f"frame {number}: {one}" if len(picture.frames) > 1 else one


def touching(frame: Drawn) -> Iterator[str]:
    """Words whose boxes meet; those that are turned by an angle are left out."""
    words = [word for word in frame["words"] if word[2] % 90 == 0]
    for one, other in combinations(words, 2):
        (text, _, _, *box), (second, _, _, *beside) = one, other
        wide = min(box[1], beside[1]) - max(box[0], beside[0])
        high = min(box[3], beside[3]) - max(box[2], beside[2])
        twice = text == second and max(abs(a - b) for a, b in zip(box, beside, strict=True)) < NEAR
        if wide > -SPACE and high > NEAR and not twice:
            yield f"{text!r} touches {second!r}"


def outside(frame: Drawn) -> Iterator[str]:
    """Words that the edge of a picture cuts, which is not trimmed to what it holds."""
    width, height = frame["size"]
    for text, _, _, left, right, low, high in frame["words"]:
        if left < -NEAR or right > width + NEAR or low < -NEAR or high > height + NEAR:
            yield f"{text!r} is cut by the edge"


def alike(frame: Drawn) -> Iterator[str]:
    """Named lines of one panel that have the same color, dashes and marker."""
    seen: dict[tuple[Any, ...], str] = {}
    for panel, label, *look in frame["lines"]:
        before = seen.setdefault((panel, *look), label) if label else label
        if before != label:
            yield f"the lines {before!r} and {label!r} look alike"


def false_at_night(chapter: Chapter) -> Iterator[str]:
    """Pictures whose caption, description or question speaks of brightness."""
    for cell in chapter.cells:
        if cell.kind == "picture":
            for found in BRIGHTNESS.finditer(" ".join(_said(cell))):
                yield f"{cell.name}: {found[0]!r} is not so on a dark page; name hue or dashes"


def _said(cell: Cell) -> Iterator[str]:
    """Everything that is said of a picture, also by the ``alt`` of a flipbook."""
    yield from (str(cell.options.get(name, "")) for name in ("alt", "caption", "predict"))
    for node in ast.walk(ast.parse(cell.source)):
        if isinstance(node, ast.keyword) and node.arg == "alt":
            yield ast.unparse(node.value)


def main() -> int:
    """Print what is found, and the smallest words of all; 1 if anything is."""
    all_of_them = list(pictures(RUN))
    if not all_of_them:
        print(f"no pictures in {RUN}: run `make site` first", file=sys.stderr)
        return 2
    told = [f"{one.name}: {finding}" for one in all_of_them for finding in findings(one)]
    told += [one for chapter in read_course().chapters.values() for one in false_at_night(chapter)]
    print(*told, sep="\n", end="\n" if told else "")
    fitting = [one.smallest() for one in all_of_them if one.name not in SCROLLS]
    print(
        f"{len(all_of_them)} pictures, {len(told)} findings; the smallest words on a phone of"
        f" {PHONE} pixels are {min(fitting):.1f} pixels high, and {len(SCROLLS)} pictures scroll"
    )
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
