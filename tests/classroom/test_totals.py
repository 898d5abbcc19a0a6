"""The total of a student: by points or by weights, of the best chapters."""

import pytest

from autograder.classroom.settings import Settings
from autograder.classroom.totals import Part, Total, total

PARTS = {"line": Part(6, 8), "plane": Part(1, 2), "space": Part(0, 10)}

TOTALS = {
    "by points": ({}, PARTS, (7, 20)),
    "by weights": ({"weights": {"line": 2.0}}, PARTS, (2 * 0.75 + 0.5 + 0, 4)),
    "weight 0": ({"weights": {"space": 0.0}}, PARTS, (0.75 + 0.5, 2)),
    "the best two": ({"best": 2}, PARTS, (7, 10)),
    "the best of fewer": ({"best": 9}, PARTS, (7, 20)),
    "hidden": ({"hidden": frozenset({"space"})}, PARTS, (7, 10)),
    "bonus raises no maximum": ({}, {"line": Part(9, 8)}, (9, 8)),
    "all of it bonus": ({}, {"line": Part(6, 8), "plane": Part(1, 0)}, (7, 8)),
}


@pytest.mark.parametrize("case", TOTALS)
def test_a_total(case):
    settings, parts, (earned, possible) = TOTALS[case]
    assert total(Settings(**settings), parts) == Total(earned, possible)


def test_nothing_that_counts_is_no_total():
    assert total(Settings(), {}) is None
    assert total(Settings(weights={"line": 0.0}), {"line": Part(6, 8)}) is None


def test_percent():
    assert Total(7, 20).percent == 35
