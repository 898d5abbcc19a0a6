"""The picture that stands beside a link to the site: a network, and the book's name."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np

#: what sites that show links ask for, in pixels
WIDTH, HEIGHT = 1200, 630
NAME = "_static/card.png"
LAYERS = (4, 5, 3, 1)
INK, PAPER, NEURON = "#1b2733", "#f7f5f0", "#0072b2"


def draw_card(title: str, says: str, path: Path) -> None:
    """Write the picture to ``path``."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100, facecolor=PAPER)
    figure.set_layout_engine("none")  # whatever pages have set for theirs
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.57, 0.1, 0.4, 0.8))
    axes.set(xlim=(-0.3, 3.3), ylim=(-2.6, 2.6))
    axes.axis("off")
    columns = [np.arange(size) - (size - 1) / 2 for size in LAYERS]
    weights = np.random.default_rng(7).normal(size=(len(LAYERS), 5, 5))
    for x, (before, after) in enumerate(pairwise(columns)):
        for i, low in enumerate(before):
            for j, high in enumerate(after):
                thick = 0.6 + 2 * abs(weights[x, i, j])
                axes.plot([x, x + 1], [low, high], color=INK, lw=thick, alpha=0.35, zorder=1)
    for x, column in enumerate(columns):
        axes.scatter(np.full(len(column), x), column, s=900, color=NEURON, ec=INK, lw=2, zorder=2)
    figure.text(0.06, 0.62, title.replace(" to ", "\nto "), size=46, weight="bold", color=INK)
    figure.text(0.06, 0.46, says, size=20, color=INK, va="top", linespacing=1.5)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, metadata={"Software": None})
