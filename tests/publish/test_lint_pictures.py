"""The lint of pictures finds what it is for, and finds nothing in the book."""

from types import SimpleNamespace

import matplotlib.pyplot as plt
import pytest
from publish_support import ROOT

from autograder.course import read_course
from autograder.course.cells import Cell
from autograder.pictures.inventory import drawn
from tools.lint_pictures import (
    SCROLLS,
    TOUCH,
    Picture,
    alike,
    false_at_night,
    findings,
    outside,
    pictures,
    touching,
)


@pytest.fixture
def ax(plain_style):
    fig, ax = plt.subplots(figsize=(5.8, 3.5))
    ax.set_axis_off()
    yield ax
    plt.close(fig)


def test_labels_that_run_together_are_found(ax):
    ax.set_axis_on()
    ax.figure.set_size_inches(5, 3.5)
    ax.set_xticks(range(6), ["momentum", "nesterov", "a", "b", "c", "d"], fontsize=12)
    assert list(touching(drawn(ax.figure))) == ["'momentum' touches 'nesterov'"]
    ax.set_xticks(range(6), list("uvabcd"), fontsize=12)
    assert list(touching(drawn(ax.figure))) == []


def test_words_one_below_the_other_do_not_touch(ax):
    ax.text(0.5, 0.5, "two lines\ny, g and j", ha="center")
    assert list(touching(drawn(ax.figure))) == []
    ax.text(0.5, 0.52, "in their way", ha="center")
    assert list(touching(drawn(ax.figure))) == ["'y, g and j' touches 'in their way'"]


def test_named_lines_of_one_look_are_found(ax):
    ax.plot([0, 1], [0, 1], color="#0072b2", label="ELU")
    ax.plot([0, 1], [1, 1], color="#0072b2", label="swish", ls="--")
    ax.plot([0, 1], [1, 2], color="#0072b2")  # without a name, as a spoke is
    assert list(alike(drawn(ax.figure))) == []
    ax.plot([0, 1], [1, 0], color="#0072b2", label="sigmoid")
    assert list(alike(drawn(ax.figure))) == ["the lines 'ELU' and 'sigmoid' look alike"]


def test_words_that_the_edge_cuts_are_found(ax):
    ax.text(0.95, 0.5, "much too long to end before the edge", clip_on=False)
    assert list(outside(drawn(ax.figure))) == [
        "'much too long to end before the edge' is cut by the edge"
    ]


def test_words_too_small_for_a_phone_are_found(ax):
    ax.text(0.5, 0.5, "small", fontsize=9)
    one = Picture("some-name", 5.8, 1.0, (drawn(ax.figure),), True)
    assert list(findings(one)) == ["its smallest words are 8.4 pixels high on a phone, not 11"]
    half = Picture("some-name", 5.8, 0.5, (drawn(ax.figure),), True)
    assert list(findings(half)) == []


@pytest.mark.parametrize(
    "caption, alt, code, told",
    [
        ("The blue line, dashed.", "A thick line in light of the rest.", "", ["'light'"]),
        ("The truth (black).", "A line.", "", ["'black'"]),
        ("A blackboard in daylight.", "A line.", "", []),
        (
            "Letters.",
            "Discs.",
            "flipbook(draw, [1], alt='Dark' ' discs, ' 'paler ones.')",
            ["'Dark'", "'paler'"],
        ),
    ],
)
def test_words_that_are_false_on_a_dark_page_are_found(caption, alt, code, told):
    cell = Cell("picture", code, 1, 9, 5, "some-name", {"alt": alt, "caption": caption})
    assert [one.split()[1] for one in false_at_night(SimpleNamespace(cells=(cell,)))] == told


@pytest.mark.parametrize("chapter", read_course().chapters.values(), ids=lambda c: c.name)
def test_no_picture_of_the_book_is_described_by_brightness(chapter):
    assert list(false_at_night(chapter)) == []


def test_pictures_of_all_chapters(site):
    found = list(pictures(ROOT / "_build" / "jupyter_execute" / "chapters"))
    assert len(found) > 200
    assert [f"{one.name}: {told}" for one in found for told in findings(one)] == []
    names = {one.name for one in found}
    assert names >= SCROLLS.keys() | TOUCH.keys()
    assert [one.name for one in found if one.name in SCROLLS and one.smallest() > 11] == []
    assert [
        one.name for one in found if one.name in TOUCH and not any(map(touched, one.frames))
    ] == []


def touched(frame) -> bool:
    return any(True for _ in touching(frame))
