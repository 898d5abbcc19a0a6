"""A picture with a slider: frames drawn ahead, turned by the reader's hand.

The result is plain HTML with its frames inside, so it moves on a static page, in a
notebook, and without a network.
"""

from __future__ import annotations

import base64
import hashlib
import html
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from PIL import Image

from autograder.pictures.panels import class_of, cuts, spans

#: what a page adds, so that it gets frames as SVG too
AS_VECTORS: list[Callable[[Figure], tuple[str | None, dict[str, Any]]]] = []


@dataclass(frozen=True)
class Flipbook:
    """Frames (PNG bytes) with their labels; shows as a picture above a slider."""

    frames: tuple[bytes, ...]
    labels: tuple[str, ...]
    alt: str
    start: int = 0
    cuts: tuple[float, ...] = ()
    #: each frame as SVG, None if that is heavy, and what is drawn in it; empty but for pages
    vectors: tuple[tuple[str | None, dict[str, Any]], ...] = ()

    @property
    def digest(self) -> str:
        """A name for it that is the same for the same frames."""
        return hashlib.sha256(b"".join(self.frames)).hexdigest()[:10]

    def _repr_html_(self) -> str:
        return self.as_html()

    def as_html(self) -> str:
        """The picture, its slider, and what moves it, with the frames inside."""
        urls = [f"data:image/png;base64,{base64.b64encode(f).decode()}" for f in self.frames]
        alt = html.escape(self.alt, quote=True)
        label = html.escape(self.labels[self.start])
        width, height = Image.open(io.BytesIO(self.frames[0])).size
        return _PAGE.format(
            id=f"flipbook-{self.digest}",
            alt=alt,
            first=urls[self.start],
            panels=f'class="{class_of(self.cuts)}" ' if self.cuts else "",
            width=width,
            height=height,
            label=label,
            last=len(urls) - 1,
            start=self.start,
            frames=json.dumps(urls),
            labels=json.dumps(self.labels).replace("<", "\\u003c"),
        )

    def __repr__(self) -> str:
        return f"<flipbook of {len(self.frames)} frames>"


def flipbook(
    draw: Callable[[Figure, Any], None],
    values: Iterable[Any],
    *,
    label: str | Callable[[Any], str] = "{}",
    alt: str,
    start: int = 0,
    figsize: tuple[float, float] = (5.8, 3.5),
    dpi: int = 110,
) -> Flipbook:
    """Draw one frame for each of ``values`` and let the reader move through them.

    Parameters: ``draw(fig, value)`` fills an empty figure; ``label`` is a format string or
    function that says what a value means; ``alt`` says what one should see; ``start`` is
    the frame shown first; ``figsize`` in inches, ``dpi`` in pixels an inch.
    """
    if not alt.strip():
        raise ValueError("alt must say what one should see in the picture")
    frames, labels, parts, vectors = [], [], [], []
    for value in values:
        fig = plt.figure(figsize=figsize, dpi=dpi)
        draw(fig, value)
        frames.append(_png(fig))
        vectors += [as_vector(fig) for as_vector in AS_VECTORS]
        parts += spans(fig)
        plt.close(fig)
        labels.append(label(value) if callable(label) else label.format(value))
    if not frames:
        raise ValueError("values is empty: a flipbook needs at least one frame")
    return Flipbook(tuple(frames), tuple(labels), alt, start, cuts(parts), tuple(vectors))


def _png(fig: Figure) -> bytes:
    """The figure as a PNG of 128 colours: about a third of the size, and looks the same."""
    raw = io.BytesIO()
    fig.savefig(raw, format="png", metadata={"Software": None})
    image = Image.open(raw).convert("RGB")
    # an octree keeps colors that few pixels have, as those of thin lines; a median cut shifts them
    image = image.quantize(128, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    small = io.BytesIO()
    image.save(small, format="png", optimize=True)
    return small.getvalue()


_PAGE = """\
<figure class="flipbook" id="{id}" role="group" aria-label="{alt}" style="margin:0 0 1em">
<img {panels}src="{first}" alt="{alt}" width="{width}" height="{height}" \
style="max-width:100%;height:auto;background:#fff;border-radius:4px">
<div style="display:flex;gap:.6em;align-items:center;max-width:640px">
<button type="button" aria-label="Play" style="min-width:4.5em">Play</button>
<input type="range" min="0" max="{last}" value="{start}" step="1" aria-label="Frame" \
aria-valuetext="{label}" style="flex:1;min-width:6em">
<output style="min-width:9em;font-variant-numeric:tabular-nums">{label}</output>
</div>
<script>
(function () {{
  const root = document.getElementById("{id}");
  const frames = {frames};
  const labels = {labels};
  const [button, slider, text] =
    ["button", "input", "output"].map((tag) => root.querySelector(tag));
  let timer = null;
  function show() {{
    const i = Number(slider.value);
    for (const image of root.querySelectorAll("img")) image.src = frames[i];
    text.textContent = labels[i];
    slider.setAttribute("aria-valuetext", labels[i]);
  }}
  function stop() {{
    clearInterval(timer);
    timer = null;
    button.textContent = "Play";
    button.setAttribute("aria-label", "Play");
  }}
  slider.addEventListener("input", () => {{ stop(); show(); }});
  button.addEventListener("click", () => {{
    if (timer) return stop();
    if (Number(slider.value) === frames.length - 1) slider.value = 0;
    button.textContent = "Pause";
    button.setAttribute("aria-label", "Pause");
    show();
    timer = setInterval(() => {{
      if (Number(slider.value) === frames.length - 1) return stop();
      slider.value = Number(slider.value) + 1;
      show();
    }}, 350);
  }});
}})();
</script>
</figure>"""
