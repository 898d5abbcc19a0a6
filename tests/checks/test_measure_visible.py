"""The visible checks of all chapters: typical mistakes fail them, and are told the cause."""

import warnings
from collections import Counter

import matplotlib
import pytest

from tests.conftest import ROOT, the_course
from tests.sampling import at_least, share_of
from tools.measure_visible import measure


@pytest.fixture(scope="module")
def counts(pytestconfig):
    matplotlib.use("agg")
    total: Counter[str] = Counter()
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        patch.chdir(ROOT / "chapters")
        for chapter in the_course().assignments.values():
            if chapter.exercises:
                mistakes = chapter.solution.mistakes
                total["there are"] += len(mistakes)
                total += measure(chapter, share_of(mistakes, 6, chapter.name, pytestconfig))[0]
    return total


def wanted(share, of, counts):
    """So many must be counted, where ``share`` of all ``of`` them are to be."""
    return counts[of] * at_least(share, counts[of], counts["mistakes"] / counts["there are"])


def test_nineteen_of_twenty_mistakes_are_seen(counts):
    assert counts["failed"] >= wanted(0.95, "mistakes", counts)


def test_seven_of_eight_causes_are_named(counts):
    """Of cases with round numbers no cause can be named, and none should be."""
    assert counts["causes named"] >= wanted(0.875, "causes", counts) > 0


def test_hardly_a_hint_is_wrong(counts):
    assert counts["hints"] - counts["false hints"] >= wanted(0.95, "hints", counts)
