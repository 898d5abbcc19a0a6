"""Pictures as the site's pages ask for them: SVG where that is lighter, and what is drawn in it.

A page's first cell, which no reader sees, calls :func:`draw_for_page`. Notebooks of students show
PNG, which every editor can.
"""

from __future__ import annotations

import html
import json
from typing import Any

from matplotlib.figure import Figure

from autograder.pictures.flipbook import AS_VECTORS, Flipbook
from autograder.pictures.inventory import KEY as DRAWN
from autograder.pictures.inventory import drawn
from autograder.pictures.panels import class_of, cuts_when_trimmed
from autograder.pictures.vector import vector

PANELS = "Panels"  # what a PNG calls the text that says where it may be cut
MARGIN = 0.05  # inches


def draw_for_page() -> None:
    """Let what this notebook shows be what a page needs."""
    from IPython import get_ipython

    formatters = get_ipython().display_formatter
    formatters.ipython_display_formatter.for_type(Figure, _show)
    formatters.formatters["text/html"].for_type(Flipbook, _moving)
    AS_VECTORS.append(_frame)


def _show(fig: Figure) -> None:
    from IPython.core.pylabtools import print_figure
    from IPython.display import display

    where = cuts_when_trimmed(fig, MARGIN)
    if where:
        for ax in fig.axes:  # a panel that stands alone needs the numbers it shares
            if len(ax.get_shared_y_axes().get_siblings(ax)) > 1:
                ax.tick_params(labelleft=True)
        where = cuts_when_trimmed(fig, MARGIN)
    name = class_of(where) if where else ""
    noted = {DRAWN: drawn(fig)}
    if svg := vector(fig, MARGIN):
        marked = svg.replace("<svg ", f'<svg class="{name}" ', 1) if name else svg
        display({"image/svg+xml": marked}, raw=True, metadata=noted)
    else:
        metadata = {PANELS: name} if name else {}
        png = print_figure(fig, base64=True, pad_inches=MARGIN, metadata=metadata)
        display({"image/png": png}, raw=True, metadata=noted)


def _frame(fig: Figure) -> tuple[str | None, dict[str, Any]]:
    return vector(fig), drawn(fig)


def _moving(book: Flipbook) -> str:
    """A flipbook whose frames are all light as SVG: ``course.js`` moves it."""
    noted = json.dumps([note for _, note in book.vectors]).replace("<", "\\u003c")
    about = f'<script type="application/json" class="{DRAWN}">{noted}</script>'
    frames = [svg for svg, _ in book.vectors if svg]
    if len(frames) < len(book.frames):
        return book.as_html() + about
    return _PAGE.format(
        digest=book.digest,
        alt=html.escape(book.alt, quote=True),
        panels=f" {class_of(book.cuts)}" if book.cuts else "",
        label=html.escape(book.labels[book.start]),
        last=len(frames) - 1,
        start=book.start,
        first=frames[book.start],
        frames=json.dumps({"frames": frames, "labels": book.labels}).replace("<", "\\u003c"),
        about=about,
    )


_PAGE = """\
<figure class="flipbook vectors{panels}" id="flipbook-{digest}" role="group" aria-label="{alt}">
<div class="frame">{first}</div>
<div class="controls">
<button type="button" aria-label="Play">Play</button>
<input type="range" min="0" max="{last}" value="{start}" step="1" aria-label="Frame" \
aria-valuetext="{label}">
<output>{label}</output>
</div>
<script type="application/json" class="frames">{frames}</script>
{about}
</figure>"""
