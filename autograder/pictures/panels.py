"""Where a wide picture may be cut, so that its panels stand one below the other on a phone.

The picture stays one. Its class on the page says where the gaps are, and on a narrow screen
``course.js`` shows it once for each panel, cropped to it: text keeps its size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any, cast

from matplotlib.figure import Figure

Span = tuple[float, float]
NARROWEST = 0.25  # of the picture: what is narrower, as a color bar, goes with its neighbor


def spans(fig: Figure, left: float = 0.0, width: float | None = None) -> list[Span]:
    """From where to where each part of a drawn figure reaches.

    In fractions of the ``width`` (inches) of a picture that begins at ``left``; both default to
    the whole figure.
    """
    renderer = cast(Any, fig.canvas).get_renderer()  # of every canvas that draws pixels
    parts = [*fig.axes, *fig.texts, *fig.legends]  # a title above all is one of the texts
    boxes = [part.get_tightbbox(renderer) for part in parts if part.get_visible()]
    width = width or fig.get_figwidth()
    return [
        ((box.x0 / fig.dpi - left) / width, (box.x1 / fig.dpi - left) / width)
        for box in boxes
        if box and box.width > 0
    ]


def cuts(parts: Iterable[tuple[float, float]]) -> tuple[float, ...]:
    """Where no part is cut: the middle of each gap between panels, as a fraction of the width."""
    columns = _joined(parts, lambda before, after: after[0] < before[1])
    if len(columns) > 3 and all(map(_narrow, columns)):  # many small pictures: halve them
        return (min(_gaps(columns), key=lambda gap: abs(gap - 0.5)),)
    return tuple(_gaps(_joined(columns, lambda *pair: any(map(_narrow, pair)))))


def _joined(columns: Iterable[Span], together: Callable[[Span, Span], bool]) -> list[Span]:
    """The columns from left to right, neighbors that belong together as one."""
    found: list[Span] = []
    for column in sorted(columns):
        if found and together(found[-1], column):
            found[-1] = (found[-1][0], max(found[-1][1], column[1]))
        else:
            found.append(column)
    return found


def _gaps(columns: list[Span]) -> list[float]:
    return [(before[1] + after[0]) / 2 for before, after in pairwise(columns)]


def _narrow(column: Span) -> bool:
    return column[1] - column[0] < NARROWEST


def class_of(where: Iterable[float]) -> str:
    """The class of a picture that may be cut: ``panels-520`` at 52 percent of its width."""
    return "-".join(["panels", *(f"{1000 * cut:.0f}" for cut in where)])


def cuts_when_trimmed(fig: Figure, margin: float) -> tuple[float, ...]:
    """The cuts of the picture that a notebook shows, trimmed to a ``margin`` in inches."""
    fig.draw_without_rendering()
    box = fig.get_tightbbox()
    return cuts(spans(fig, box.x0 - margin, box.width + 2 * margin))
