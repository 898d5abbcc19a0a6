"""A drawn figure as SVG that a page can hold: its words are text, and it weighs little.

Matplotlib measures words in DejaVu Sans, which is wider than the fonts of most systems: what does
not touch there touches nowhere. Words keep the side at which they were aligned, so that in a
narrower font a centered one stays centered; a formula keeps the place of each of its parts.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast
from xml.etree import ElementTree as ET

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.patheffects import Normal
from matplotlib.text import Text

#: above this many bytes a picture is smaller, or hardly larger, as PNG once both are compressed
HEAVIEST = 60_000
#: how many pixels of a wide page an inch is
INCH = 100
SVG = "http://www.w3.org/2000/svg"
LINK = "{http://www.w3.org/1999/xlink}href"
#: the same numbers and names for the same figure, at any time
REPRODUCIBLE: Any = {"svg.fonttype": "none", "svg.hashsalt": "course"}
NOTHING_ABOUT = dict.fromkeys(("Creator", "Date", "Format", "Type"))
NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
REFERENCE = re.compile(r"#([\w.-]+)")
LENGTHS = ("d", "x", "y", "width", "height", "points")
#: what is so where nothing is said
DEFAULTS = {
    ("fill", "#000000"),
    ("stroke-linejoin", "round"),
    ("stroke-linecap", "butt"),
    ("text-anchor", "start"),
    ("stroke-width", "1"),
}
#: a prime would be a zero in any font but that of its own
SPECIAL = re.compile(
    r"\\(?:sqrt|left|[bB]ig|sum|prod|int|prime|math(?:cal|bb|frak|scr))|\$[^$]*'[^$]*\$"
)
IN_RUNS = re.compile(r"[\w.,' −]")


def vector(fig: Figure, margin: float | None = None) -> str | None:
    """The figure as SVG, trimmed to a ``margin`` in inches if one is told; None if too heavy."""
    file = io.StringIO()
    trimmed: dict[str, Any] = (
        {} if margin is None else {"bbox_inches": "tight", "pad_inches": margin}
    )
    with mpl.rc_context(REPRODUCIBLE), _outlined(fig):
        fig.savefig(file, format="svg", metadata=NOTHING_ABOUT, **trimmed)
    slim = slimmed(file.getvalue())
    return slim if len(slim.encode()) <= HEAVIEST else None


@contextmanager
def _outlined(fig: Figure) -> Iterator[None]:
    """Roots, sums and the like as shapes: their signs are of fonts that nobody has."""
    texts = cast("list[Text]", fig.findobj(Text))
    special = [text for text in texts if SPECIAL.search(text.get_text())]
    before = [text.get_path_effects() for text in special]
    for text in special:
        text.set_path_effects([Normal()])
    try:
        yield
    finally:
        for text, effects in zip(special, before, strict=True):
            text.set_path_effects(effects)


def slimmed(svg: str) -> str:
    """What matplotlib wrote, without what no reader sees: a third of its size."""
    ET.register_namespace("", SVG)
    root = ET.fromstring(svg)  # without comments
    _unhide(root)
    width, height = (float(root.attrib[name].removesuffix("pt")) for name in ("width", "height"))
    root.attrib.clear()
    root.attrib |= {
        "viewBox": f"0 0 {width:.1f} {height:.1f}",
        "width": f"{width * INCH / 72:.0f}",
        "height": f"{height * INCH / 72:.0f}",
        "stroke-linejoin": "round",
        "font-family": "system-ui, sans-serif",
    }
    for formula in root.iter(f"{{{SVG}}}text"):
        _join_runs(formula)
    _flatten(root)
    text = ET.tostring(root, encoding="unicode")
    used = set(REFERENCE.findall(text))
    for node in root.iter():
        if node.get("id") not in used:
            node.attrib.pop("id", None)
    _flatten(root)
    return ET.tostring(root, encoding="unicode")


def _unhide(root: ET.Element) -> None:
    """Styles as attributes, short numbers, no metadata."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (f"{{{SVG}}}metadata", f"{{{SVG}}}style"):
                parent.remove(child)
        style = parent.attrib.pop("style", "")
        for name, value in _declared(style):
            if (name, value) not in DEFAULTS or parent.tag.endswith("tspan"):
                parent.set(name, value)
        if LINK in parent.attrib:
            parent.set("href", parent.attrib.pop(LINK).replace("\n", ""))
        for name in LENGTHS:
            if name in parent.attrib:
                parent.set(name, _short(parent.attrib[name]))
        if "transform" in parent.attrib:
            moved = re.sub(r"rotate\(-0 [^)]*\)", "", parent.attrib.pop("transform"))
            moved = re.sub(r"(translate|rotate)\([^)]*\)", lambda m: _short(m[0]), moved).strip()
            if moved:
                parent.set("transform", moved)
        parent.tail = None
        if parent.text and not parent.text.strip() and not parent.tag.endswith("tspan"):
            parent.text = None


def _declared(style: str) -> Iterator[tuple[str, str]]:
    for declaration in style.split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name == "font-family":
            if "Mono" in value.partition(",")[0]:
                yield name, "monospace"
        elif name:
            yield name, value.removesuffix("px") if name == "font-size" else value


def _short(text: str) -> str:
    """Numbers to a tenth of a point, and no more space than they need."""
    text = NUMBER.sub(lambda found: f"{float(found[0]):.1f}".removesuffix(".0"), text)
    return re.sub(r"\s*([A-Za-z])\s*", r"\1", text.replace("-0 ", "0 ")).replace("\n", " ").strip()


def _join_runs(text: ET.Element) -> None:
    """The letters of a formula from left to right, those of a word in one piece."""
    parts = sorted(text, key=lambda part: float(part.get("x", 0)))
    for part in parts:
        text.remove(part)
    for part in parts:
        last = text[-1] if len(text) else None
        style = {name: value for name, value in part.attrib.items() if name != "x"}
        joins = last is not None and style == {
            name: value for name, value in last.attrib.items() if name != "x"
        }
        if (
            last is not None
            and joins
            and IN_RUNS.fullmatch((last.text or "")[-1:])
            and IN_RUNS.fullmatch(part.text or "")
        ):
            last.text = f"{last.text}{part.text}"
        else:
            text.append(part)


def _flatten(node: ET.Element) -> None:
    """Groups that say nothing give way to what they hold."""
    kept: list[ET.Element] = []
    for child in list(node):
        _flatten(child)
        if child.tag in (f"{{{SVG}}}g", f"{{{SVG}}}defs"):
            if len(child) == 0:
                continue
            if child.tag == f"{{{SVG}}}g" and not child.attrib:
                kept += list(child)
                continue
        kept.append(child)
    for child in list(node):
        node.remove(child)
    node.extend(kept)
