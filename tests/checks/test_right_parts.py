"""Where no cause is known, a message says which parts are right."""

import numpy as np
import pytest

from autograder.checks import CheckFailed, Hint, check_close, expect_agrees
from autograder.checks.right_parts import right_parts


def wrong(shape, *at):
    array = np.zeros(shape, bool)
    for index in at:
        array[index] = True
    return array


@pytest.mark.parametrize(
    ("where", "said"),
    [
        (wrong(5, slice(2, None)), "the first 2 of 5"),
        (wrong((6, 3), slice(1, None)), "the first 1 of 6"),
        (wrong((6, 3), 2, 4), "all rows but 2, 4"),
        (wrong((6, 3), 0, 1, 2, 3, 5), "rows 4 alone"),
        (wrong((6, 3), (slice(None), 1)), "all columns but 1"),
        (np.arange(6).reshape(2, 3) > 1, "the first 2 of 6, row by row"),
        (np.eye(4) > 0, "except on the diagonal"),
        (np.eye(4) == 0, "on the diagonal alone"),
        (wrong((3, 3), (0, 1), (2, 2)), ""),
        (wrong(5), ""),
        (~wrong(5), ""),
        (wrong(2, 1), ""),
        (wrong(()), ""),
    ],
)
def test_patterns(where, said):
    assert right_parts(where, {}) == said


@pytest.mark.parametrize(
    ("holds", "words"), [(np.less, "negative"), (np.equal, "0"), (np.greater, "positive")]
)
def test_a_branch(holds, words):
    z = np.array([[-2.0, 0.0, 3.0], [0.5, -0.5, 0.0]])
    assert right_parts(holds(z, 0), {"X": np.ones((2, 5)), "z": z}) == f"except where z is {words}"


def leaky(z):
    return np.where(np.asarray(z) > 0, z, 0.1 * np.asarray(z))


def test_it_stands_in_the_message_until_a_cause_is_known():
    z = np.array([-2.5, 0.7, 3.1, -0.3])
    with pytest.raises(CheckFailed) as info:
        expect_agrees(lambda z: np.where(z > 0, z, np.cos(z)), leaky, z)
    assert ("right", "except where z is negative") in info.value.rows(include_secret=False)
    info.value.explain(Hint("known", "the slope is forgotten"))
    assert "right" not in dict(info.value.rows())


def test_of_cases_without_a_cause_the_smallest_is_shown():
    def mean_square(x):
        x = np.asarray(x)
        return np.mean(x**2) + (0.123 if np.any(x < 0) else 0.0)

    cases = [
        ((np.array([0.5, -1.5, 2.5, 0.25]),), 2.203125),
        ((np.array([-1.5]),), 2.25),
        ((np.array([1.5, 0.25]),), 1.15625),
    ]
    with pytest.raises(CheckFailed) as info:
        check_close(mean_square, *cases)
    rows = dict(info.value.rows())
    assert rows["called with"] == "x = [-1.5]"
    assert rows["cases"] == "1 of 3 are right; this is the smallest that is not"


def test_a_cause_that_is_known_comes_before_a_small_case():
    cases = [((np.array([0.5, -1.5, 2.5]),), 2.9166666666666665), ((np.array([-1.5]),), 2.25)]
    with pytest.raises(CheckFailed) as info:
        check_close(lambda x: -np.mean(x**2), *cases)
    assert "sign" in info.value.labels
