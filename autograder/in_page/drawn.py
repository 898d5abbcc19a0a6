"""The figures of a cell, as a page shows them. Needs matplotlib."""

from __future__ import annotations

import base64
import html
import io
from typing import Any

import matplotlib.pyplot as plt


def figures() -> str:
    """All open figures as HTML; closes them."""
    images = []
    for number in plt.get_fignums():
        png = io.BytesIO()
        plt.figure(number).savefig(png, format="png", bbox_inches="tight")
        images.append(_image(png.getvalue()))
    plt.close("all")
    return "".join(images)


def frames(flipbook: Any) -> str:
    """The frames of a :class:`~autograder.pictures.Flipbook`, each with its label as its text."""
    return "".join(map(_image, flipbook.frames, flipbook.labels))


def _image(png: bytes, says: str = "") -> str:
    data = base64.b64encode(png).decode()
    return f'<img alt="{html.escape(says)}" src="data:image/png;base64,{data}">'
