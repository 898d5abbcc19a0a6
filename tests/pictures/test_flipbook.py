"""Pictures that a reader moves are plain HTML, accessible, and the same every time."""

import io
import re

import numpy as np
import pytest
from PIL import Image

from autograder.pictures import flipbook


def draw(fig, value):
    fig.add_subplot().plot([0, value])


def test_a_flipbook_holds_all_its_frames():
    book = flipbook(draw, [1, 2, 3], label="w = {}", alt="A line that grows.")
    assert len(book.frames) == 3
    assert len(set(book.frames)) == 3
    assert book.labels == ("w = 1", "w = 2", "w = 3")
    assert all(frame.startswith(b"\x89PNG") for frame in book.frames)


def test_its_page_asks_for_nothing_from_elsewhere():
    page = flipbook(draw, [1, 2], alt="A line.")._repr_html_()
    assert not re.search(r"https?://|src=\"(?!data:)", page)


def test_its_page_can_be_used_without_seeing_or_a_mouse():
    page = flipbook(draw, [1, 2], alt='A line, "dashed".', label="{} < 3")._repr_html_()
    assert 'alt="A line, &quot;dashed&quot;."' in page
    assert 'type="range"' in page and "aria-valuetext" in page
    assert "<button" in page
    assert "1 < 3" not in page.split("<script>")[0]


def test_the_same_drawing_gives_the_same_page():
    make = lambda: flipbook(draw, [1, 2], alt="A line.")._repr_html_()  # noqa: E731
    assert make() == make()


@pytest.mark.parametrize("values, alt, says", [([], "x", "values"), ([1], " ", "alt")])
def test_what_cannot_be_shown_is_refused(values, alt, says):
    with pytest.raises(ValueError, match=says):
        flipbook(draw, values, alt=alt)


def test_colors_that_few_pixels_have_are_kept():
    shades = np.add.outer(np.arange(60), np.arange(60))

    def shaded(fig, value):
        fig.set_layout_engine("none")  # the axes are all there is to lay out
        ax = fig.add_axes([0, 0, 1, 1])
        ax.imshow(shades, cmap="RdBu", interpolation="bilinear", aspect="auto")
        ax.plot(30, 20, "o", color="#e69f00", ms=3, mew=0)

    frame = flipbook(shaded, [1], alt="A dot on shading.").frames[0]
    pixels = np.asarray(Image.open(io.BytesIO(frame)).convert("RGB"), dtype=int).reshape(-1, 3)
    assert np.abs(pixels - [0xE6, 0x9F, 0x00]).sum(axis=1).min() < 40  # a median cut is 130 off
