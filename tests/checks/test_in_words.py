"""Values in a line, and the sorts of arguments, which graded feedback may tell."""

import numpy as np
import pytest

from autograder.checks.in_words import ROOM, brief, sorts_of_arguments


def test_a_value_that_fits_is_shown_as_it_is():
    assert brief([1.0, -2.5]) == "[1.0, -2.5]"
    assert brief((np.array([1.5]), np.float64(2.0), None)) == "([1.5], 2.0, None)"
    assert brief("AND") == "'AND'"
    assert brief(np.mean) == "mean"


def test_each_item_of_a_tuple_is_shown_however_long_the_first_is():
    shown = brief((np.linspace(0, 1, 60).reshape(12, 5), np.array([7.25]), 0.125))
    assert "of shape (12, 5)" in shown
    assert shown.endswith("[7.25], 0.125)")


def test_so_are_the_layers_of_a_network():
    layers = [(np.ones((5, 6)) / 3, np.zeros(6)), (np.ones((6, 2)) / 7, np.zeros(2))]
    shown = brief(layers)
    assert "of shape (5, 6)" in shown
    assert "of shape (6, 2)" in shown
    assert "[0., 0.]" in shown


@pytest.mark.parametrize("value", [list(range(500)), "x" * 500, np.arange(500.0)])
def test_what_is_long_stays_short(value):
    assert len(brief(value)) <= 3 * ROOM


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"w": np.ones(3), "X": np.ones((7, 3))}, "w (3,), X (7, 3)"),
        ({"X": [[1, 2], [3, 4]]}, "X (2, 2) as a list"),
        ({"y": np.array([0, 1])}, "y (2,) of integers"),
        ({"z": np.array([-1e4, 0.3])}, "z (2,) up to 1e+04 in size"),
        ({"z": np.array([np.nan, 0.3])}, "z (2,) with a nan"),
        ({"p": []}, "p (0,) as a list"),
        ({"lr": -0.25, "name": "XOR", "state": None}, "lr = -0.25, name = 'XOR', state = None"),
        ({"f": np.mean, "rng": np.random.default_rng(0), "n": 3}, "n = 3"),
        ({"params": [(np.ones((2, 3)), np.ones(3))]}, "params, a list of 1"),
    ],
)
def test_sorts_tell_shapes_and_what_is_unusual(given, said):
    assert sorts_of_arguments(given) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (np.array([0, 1, 0.5]), "y (3,) from 0 to 1 with a number that is no whole number"),
        (np.array([0, -1, 2]), "y (3,) of integers from -1 to 2"),
        (np.array([0.5, 0.6]), "y (2,) from 0.5 to 0.6 adding up to 1.1"),
        ([], "y (0,) as a list"),
    ],
)
def test_in_detail_it_is_said_what_may_be_bad(value, said):
    assert sorts_of_arguments({"y": value}, in_detail=True).startswith(said)
