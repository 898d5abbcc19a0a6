"""The sizes and numbers that checks share keep different mistakes apart."""

import itertools

import numpy as np
import pytest

from autograder.checks.inputs import (
    ARRAYS,
    HUGE,
    LAYERS,
    SHAPES,
    labels,
    layers,
    nonzero,
    shapes,
    whole,
)

SEEDS = range(200)


def can_be_told_apart(n, *sizes):
    """No size is a factor of another cause, and no two factors are the same."""
    d = sizes[0]
    numbers = [n, n - 1, *sizes, d + 1]
    return not {1, 2, 4} & {n, *sizes} and len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("drawing, fixed", [(shapes, SHAPES), (layers, LAYERS)])
def test_drawn_sizes_can_be_told_apart_and_are_not_always_the_same(drawing, fixed):
    drawn = [list(drawing(np.random.default_rng(seed)))[len(fixed) :] for seed in SEEDS]
    assert all(len(more) == 1 and can_be_told_apart(*more[0]) for more in drawn)
    assert len({more[0] for more in drawn}) > 10


@pytest.mark.parametrize("fixed", [SHAPES, LAYERS])
def test_a_fixed_case_has_a_point_or_can_be_told_apart(fixed):
    """One of a kind, as many of each, two classes: nothing else may hold 1, 2 or 4."""
    general = list(itertools.takewhile(lambda sizes: can_be_told_apart(*sizes), fixed))
    assert len(general) >= 2
    for sizes in fixed[len(general) :]:
        assert 1 in sizes or len(set(sizes)) == 1 or sizes[2:] == (2,)


@pytest.mark.parametrize("fixed", [SHAPES, LAYERS])
def test_there_are_more_samples_than_inputs_fewer_and_one(fixed):
    assert {np.sign(n - d) for n, d, *_ in fixed} == {-1, 0, 1}
    assert any(n == 1 for n, *_ in fixed) and any(d == 1 for _, d, *_ in fixed)


def test_the_mean_over_an_array_is_its_sum_over_no_power_of_two():
    for shape in ARRAYS:
        size = int(np.prod(shape))
        assert size == 1 or size % 2


def test_huge_numbers_overflow_and_underflow_and_cannot_be_changed():
    with np.errstate(over="ignore", under="ignore"):
        powers = np.exp(HUGE)
    assert np.isinf(powers).any() and (powers == 0).any()
    assert np.any(np.isfinite(powers) & (powers > 1) & (1 + powers == powers))
    assert np.any((powers > 0) & (1 + powers == 1))
    with pytest.raises(ValueError, match="read-only"):
        HUGE[0] = 0.0


@pytest.mark.parametrize("k", [2, 3, 7])
@pytest.mark.parametrize("n", [2, 3, 9])
def test_labels_are_of_more_than_one_class(n, k):
    for seed in SEEDS:
        y = labels(np.random.default_rng(seed), n, k)
        assert y.shape == (n,) and y.dtype.kind == "i"
        assert 0 <= y.min() < y.max() < k


def test_labels_of_one_sample_or_one_class():
    assert {int(labels(np.random.default_rng(seed), 1)[0]) for seed in SEEDS} == {0, 1}
    assert (labels(np.random.default_rng(1), 5, 1) == 0).all()


def test_whole_numbers_survive_rounding_and_keep_off_zero():
    numbers = whole(np.random.default_rng(1), (50, 4))
    assert numbers.dtype == float and (numbers == np.rint(numbers)).all()
    assert set(np.unique(numbers)) == {-3, -2, -1, 1, 2, 3}


def test_numbers_away_from_zero_are_of_either_sign():
    numbers = nonzero(np.random.default_rng(1), (50, 4), 0.3, 1.5)
    assert np.abs(numbers).min() >= 0.3 and np.abs(numbers).max() <= 1.5
    assert (numbers > 0).any() and (numbers < 0).any()
