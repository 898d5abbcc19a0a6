"""Pictures of pixels weigh a third, and look the same."""

import io

import numpy as np
import pytest
from PIL import Image

from autograder.publish.palette import lighter


def png(pixels: np.ndarray) -> bytes:
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, format="png")
    return data.getvalue()


def heat_map() -> np.ndarray:
    """Thousands of colors, no two neighbors alike."""
    x, y = np.meshgrid(np.linspace(0, 3, 300), np.linspace(0, 3, 200))
    levels = np.sin(x * y) + 0.02 * np.sin(90 * x) * np.cos(70 * y)
    return (
        (127 * (1 + np.stack([levels, np.cos(levels), levels**2 - 1], axis=-1)))
        .clip(0, 255)
        .astype("u1")
    )


def test_a_heat_map_has_fewer_colors_and_bytes_and_looks_the_same():
    before = heat_map()
    data = png(before)
    after = lighter(data)
    assert len(after) < 0.8 * len(data)
    shown = np.asarray(Image.open(io.BytesIO(after)).convert("RGB"), float)
    assert len(np.unique(shown.reshape(-1, 3), axis=0)) <= 256
    assert np.abs(shown - before).mean() < 1


@pytest.mark.parametrize(
    "pixels",
    [
        np.random.default_rng(0).integers(0, 256, (60, 60, 3), dtype=np.uint8),
        np.full((40, 40, 4), 128, dtype=np.uint8),  # half transparent
    ],
    ids=["as many colors as a photograph", "transparent"],
)
def test_a_picture_that_would_change_stays_as_it_is(pixels):
    data = png(pixels)
    assert lighter(data) == data


def test_what_was_made_lighter_stays_as_it_is():
    once = lighter(png(heat_map()))
    assert lighter(once) == once
