"""The look of every figure."""

from __future__ import annotations

import matplotlib as mpl
import matplotlib.pyplot as plt

#: Okabe and Ito's palette, which readers with any colour vision can tell apart.
COLORS = {
    "blue": "#0072B2",
    "orange": "#D55E00",
    "green": "#009E73",
    "pink": "#CC79A7",
    "sky": "#56B4E9",
    "amber": "#E69F00",
    "black": "#000000",
    "gray": "#767676",
}


def use_style() -> None:
    """Set matplotlib's defaults for this session.

    Figures have a white ground of their own, which reads well on light and dark pages.
    """
    order = ["blue", "orange", "green", "pink", "amber", "sky", "black"]
    mpl.rcParams.update(
        {
            "axes.prop_cycle": plt.cycler(color=[COLORS[name] for name in order]),
            "axes.spines.right": False,
            "axes.spines.top": False,
            "axes.grid": True,
            "axes.axisbelow": True,
            "axes.titlesize": "medium",
            "grid.alpha": 0.25,
            "figure.figsize": (5.8, 3.5),
            "figure.dpi": 110,
            "figure.constrained_layout.use": True,
            "figure.facecolor": "white",
            "savefig.facecolor": "white",
            "font.size": 12,  # 5.8 inches on a phone of 390 pixels: 11 pixels
            "legend.frameon": False,
            "lines.linewidth": 2,
            "image.cmap": "viridis",
            "animation.html": "none",
        }
    )
