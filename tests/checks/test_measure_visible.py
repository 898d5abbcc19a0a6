"""The visible checks of all chapters: typical mistakes fail them, and are told the cause."""

import warnings
from collections import Counter

import matplotlib
import pytest

from tests.conftest import ROOT, the_course
from tools.measure_visible import measure


@pytest.fixture(scope="module")
def counts():
    matplotlib.use("agg")
    total: Counter[str] = Counter()
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        patch.chdir(ROOT / "chapters")
        for chapter in the_course().assignments.values():
            if chapter.exercises:
                total += measure(chapter)[0]
    return total


def test_nineteen_of_twenty_mistakes_are_seen(counts):
    assert counts["failed"] >= 0.95 * counts["mistakes"]


def test_seven_of_eight_causes_are_named(counts):
    """Of cases with round numbers no cause can be named, and none should be."""
    assert counts["causes named"] >= 0.875 * counts["causes"] > 0


def test_hardly_a_hint_is_wrong(counts):
    assert counts["false hints"] <= 0.05 * counts["hints"]
