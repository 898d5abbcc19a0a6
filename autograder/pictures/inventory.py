"""What stands in a figure as it was drawn: its words with their boxes, and its lines.

A page keeps it beside the picture, unseen, for a test that no two words touch, that none is too
small on a phone, and that no two named lines look the same.
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

KEY = "drawn"  # what the metadata of an output calls it

Drawn = dict[str, Any]


def drawn(fig: Figure) -> Drawn:
    """Every word that is drawn, and every line of more than one point; lengths in inches.

    A word is its text, its size in points, its angle, and its box from left to right and from
    bottom to top; a line is the number of its axes, its label, its color, dashes and marker.
    """
    renderer = cast(Any, fig.canvas).get_renderer()
    words: list[Any] = []
    plain = renderer.draw_text

    def noted(
        gc: Any,
        x: float,
        y: float,
        s: str,
        prop: Any,
        angle: float,
        ismath: Any = False,
        **more: Any,
    ) -> None:
        plain(gc, x, y, s, prop, angle, ismath, **more)
        if s.strip():
            wide, high, below = renderer.get_text_width_height_descent(s, prop, ismath)
            turn = np.exp(1j * np.radians(angle))
            corners = np.array([-1j * below, wide - 1j * below, 1j * (high - below)])
            corners = np.append(corners, corners[1] + corners[2] - corners[0]) * turn
            x0, x1 = (x + edge(corners.real) for edge in (np.min, np.max))
            y0, y1 = (renderer.height - y + edge(corners.imag) for edge in (np.min, np.max))
            box = [round(float(side) / fig.dpi, 3) for side in (x0, x1, y0, y1)]
            words.append([s, float(prop.get_size_in_points()), float(angle), *box])

    renderer.draw_text = noted
    try:
        fig.draw(renderer)
    finally:
        del renderer.draw_text
    return {"size": list(map(float, fig.get_size_inches())), "words": words, "lines": _lines(fig)}


def _lines(fig: Figure) -> list[list[Any]]:
    return [
        [number, label, to_hex(line.get_color()), str(line.get_linestyle()), str(line.get_marker())]
        for number, ax in enumerate(fig.axes)
        for line in ax.lines
        if line.get_visible() and len(cast(Any, line.get_xdata())) > 1
        for label in ["" if str(line.get_label()).startswith("_") else str(line.get_label())]
    ]
