"""The figures of a cell, as a page shows them. Needs matplotlib."""

from __future__ import annotations

import base64
import io

import matplotlib.pyplot as plt


def figures() -> str:
    """All open figures as HTML; closes them."""
    images = []
    for number in plt.get_fignums():
        png = io.BytesIO()
        plt.figure(number).savefig(png, format="png", bbox_inches="tight")
        data = base64.b64encode(png.getvalue()).decode()
        images.append(f'<img alt="" src="data:image/png;base64,{data}">')
    plt.close("all")
    return "".join(images)
