"""Wide pictures say where they may be cut, so that a phone shows their panels one by one."""

import matplotlib.pyplot as plt
import pytest

from autograder.pictures import flipbook
from autograder.pictures.panels import class_of, cuts, spans


@pytest.mark.parametrize(
    "parts, where",
    [
        ([(0, 1)], []),
        ([(0.55, 1), (0, 0.45)], [0.5]),
        ([(0, 0.45), (0.55, 1), (0.3, 0.7)], []),  # a title above both
        ([(0, 0.4), (0.42, 0.5), (0.56, 1)], [0.53]),  # a color bar goes with its picture
        ([(0, 0.1), (0.12, 0.5), (0.56, 1)], [0.53]),
        ([(0, 0.3), (0.35, 0.65), (0.7, 1)], [0.325, 0.675]),
        ([(i / 6, i / 6 + 0.1) for i in range(6)], [0.4667]),  # many small ones: halved
        ([], []),
    ],
)
def test_cuts_are_between_panels(parts, where):
    assert cuts(parts) == pytest.approx(where, abs=1e-4)


def test_a_figure_is_cut_between_its_axes():
    fig, (left, right) = plt.subplots(1, 2, figsize=(8, 3), layout="constrained")
    right.set_ylabel("a label that belongs to the right panel")
    fig.draw_without_rendering()
    (where,) = cuts(spans(fig))
    plt.close(fig)
    assert left.get_position().x1 < where < right.get_position().x0


def test_a_figure_under_one_title_is_not_cut():
    fig, _ = plt.subplots(1, 2, layout="constrained")
    fig.suptitle("A title of both panels, as wide as they are together")
    fig.draw_without_rendering()
    where = cuts(spans(fig))
    plt.close(fig)
    assert where == ()


def test_the_class_holds_thousandths():
    assert class_of([0.333, 0.6666]) == "panels-333-667"


def test_a_flipbook_of_two_panels_may_be_cut():
    def draw(fig, value):
        fig.set_layout_engine("constrained")
        for ax in fig.subplots(1, 2):
            ax.plot([0, value])

    def one(fig, value):
        fig.subplots().plot([0, value])

    assert 'class="panels-' in flipbook(draw, [1, 2], alt="Two lines.")._repr_html_()
    assert 'class="panels' not in flipbook(one, [1, 2], alt="A line.")._repr_html_()
