"""Figures as SVG: their words stay words, nothing is told twice, nothing depends on the time."""

import re

import matplotlib.pyplot as plt
import numpy as np
import pytest

from autograder.pictures.inventory import drawn
from autograder.pictures.vector import HEAVIEST, slimmed, vector

pytestmark = pytest.mark.usefixtures("plain_style")


@pytest.fixture
def fig():
    fig, ax = plt.subplots(figsize=(4, 3), layout="constrained")
    ax.plot([0, 1], [0, 2], color="#0072b2", label="a line & more")
    ax.set_ylabel(r"loss $L_{12}$")
    ax.set_title("two\nlines", fontsize=9)
    ax.legend()
    yield fig
    plt.close(fig)


def test_words_are_text_in_the_font_of_the_page(fig):
    svg = vector(fig, 0.05)
    assert ">a line &amp; more</text>" in svg
    assert "DejaVu" not in svg and svg.count("font-family") == 1
    assert ">12</tspan>" in svg  # a number in a formula is one piece
    assert 'text-anchor="middle"' in svg  # centered in whatever font


def test_the_same_figure_is_the_same_file(fig):
    assert vector(fig, 0.05) == vector(fig, 0.05)
    assert "date" not in vector(fig).lower()


def test_nothing_is_kept_that_nobody_sees(fig):
    svg = vector(fig)
    named = re.findall(r'\bid="([^"]*)"', svg)
    assert named and all(f"#{name}" in svg for name in named)
    assert not re.search(r"<g\s*/?>|<metadata|<!--|\d\.\d\d", svg)


def test_a_picture_of_four_inches_is_400_pixels_wide(fig):
    assert re.search(r'viewBox="0 0 288.0 216.0" width="400" height="300"', vector(fig))


def test_what_is_heavy_is_left_to_pixels(fig):
    steps = np.linspace(0, 1, HEAVIEST // 40)
    fig.axes[0].plot(steps, np.random.default_rng(0).random(len(steps)), "o")
    assert vector(fig) is None


def test_a_formula_is_read_from_left_to_right():
    svg = slimmed(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9pt" height="9pt"><text>'
        '<tspan x="8" y="0" style="font-size: 9px">b</tspan>'
        '<tspan x="0" y="0" style="font-size: 9px">a</tspan>'
        '<tspan x="4" y="0" style="font-size: 9px">=</tspan></text></svg>'
    )
    assert re.findall(r'x="(\d)" y="0" font-size="9">(.)<', svg) == [
        ("0", "a"),
        ("4", "="),
        ("8", "b"),
    ]


def test_signs_of_fonts_that_nobody_has_are_shapes(fig):
    fig.text(0.5, 0.5, r"at most $\sqrt{k}R$ of $\mathcal{L}$")
    svg = vector(fig)
    assert "at most" not in svg and ">a line &amp; more</text>" in svg
    assert fig.texts[0].get_path_effects() == []
    assert all(ord(sign) < 0xE000 or ord(sign) > 0xF8FF for sign in svg)  # of no font's own


@pytest.mark.parametrize("words", ["$K'$", r"the slope $\sigma'(z)$", r"$x^\prime$"])
def test_a_prime_is_a_shape_and_not_the_zero_that_it_is_in_its_font(fig, words):
    fig.axes[0].set_axis_off()
    fig.text(0.5, 0.5, words)
    assert ">0</tspan>" not in vector(fig)


def test_what_is_drawn_is_told_with_its_place(fig):
    told = drawn(fig)
    assert told["size"] == [4, 3]
    assert told["lines"] == [[0, "a line & more", "#0072b2", "-", "None"]]
    words = {word[0]: word[1:] for word in told["words"]}
    size, angle, left, right, low, high = words["two"]
    assert (size, angle) == (9, 0)
    assert 2 < left < right < 3 and 2.5 < low < high < 3
    assert words["lines"][4] < low  # below the line above
    _, angle, left, right, low, high = words[r"loss $L_{12}$"]
    assert angle == 90 and high - low > 2 * (right - left)
