"""Pictures of pixels with 256 colors: a third of the bytes, and no eye sees the difference."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image
from sphinx.application import Sphinx

from autograder.files import write_bytes_atomically

#: colors that a picture may be off by in the mean, of 255: a photograph keeps all that it has
MOST = 1.0


def set_up(app: Sphinx) -> None:
    """Have the pictures of pages lightened once they are all there."""
    app.connect("build-finished", _lighten)


def lighter(data: bytes) -> bytes:
    """The PNG in ``data`` with at most 256 colors; itself, where that shows or gains nothing."""
    with Image.open(io.BytesIO(data)) as picture:
        opacity = picture.convert("RGBA").getchannel("A").getextrema()
        if picture.mode == "P" or opacity != (255, 255):
            return data
        whole = picture.convert("RGB")
    # without dithering, whose dots take more bytes than they are worth
    few = whole.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    off = np.abs(np.asarray(few.convert("RGB"), float) - np.asarray(whole, float)).mean()
    packed = io.BytesIO()
    few.save(packed, "PNG", optimize=True)
    return packed.getvalue() if off <= MOST and packed.tell() < len(data) else data


def _lighten(app: Sphinx, error: Exception | None) -> None:
    if error is not None or app.builder.format != "html":
        return
    folder = Path(app.outdir) / app.builder.imagedir
    for path in (folder / name for name in {*app.builder.images.values()}):
        if path.suffix == ".png" and (lighted := lighter(data := path.read_bytes())) != data:
            write_bytes_atomically(path, lighted)
