"""Random answers: right ones pass but once in a million times, wrong ones are seen."""

import numpy as np
import pytest
from scipy import stats

from autograder.checks import (
    CheckFailed,
    expect_distribution,
    expect_frequencies,
    expect_mean,
    expect_reproducible,
    sampling,
)


def fails(check, *args, **kwargs):
    try:
        check(*args, **kwargs)
    except CheckFailed as failed:
        return failed.kind
    return ""


@pytest.fixture
def rng():
    return np.random.default_rng(3)


# --- the false-alarm rate, against exact distributions --------------------------------------


@pytest.mark.parametrize("n", [2, 10, 100, 1000])
def test_right_draws_fail_less_than_once_in_a_million_by_kolmogorovs_exact_law(n):
    distance = np.sqrt(np.log(2 / sampling.FALSE_ALARM_RATE) / (2 * n))
    assert stats.kstwo.sf(distance, n) < 1e-6


@pytest.mark.parametrize("p", [0.5, 0.1, 0.001])
@pytest.mark.parametrize("n", [1, 7, 100, 2000])
def test_right_frequencies_fail_less_than_once_in_a_million_by_enumeration(n, p):
    heads = np.arange(n + 1)
    failing = [k for k in heads if fails(expect_frequencies, [k, n - k], [p, 1 - p])]
    assert stats.binom.pmf(failing, n, p).sum() < 1e-6


@pytest.mark.parametrize("p", [0.5, 0.1, 0.001])
@pytest.mark.parametrize("n", [2, 7, 100, 1000])
def test_right_means_fail_less_than_once_in_a_million_by_enumeration(n, p):
    failing = [
        k for k in range(n + 1) if fails(expect_mean, 3.0 * (np.arange(n) < k), 3 * p, 0.0, 3.0)
    ]
    assert stats.binom.pmf(failing, n, p).sum() < 1e-6


def test_with_a_rate_of_a_half_the_bounds_are_broken_at_most_that_often(rng, monkeypatch):
    monkeypatch.setattr(sampling, "FALSE_ALARM_RATE", 0.5)
    trials = 400
    broken = np.zeros(3)
    for _ in range(trials):
        x = rng.normal(size=50)
        broken[0] += bool(fails(expect_distribution, x, stats.norm.cdf))
        counts = rng.multinomial(60, [0.2, 0.3, 0.5])
        broken[1] += bool(fails(expect_frequencies, counts, [0.2, 0.3, 0.5]))
        broken[2] += bool(fails(expect_mean, rng.beta(2, 2, size=50), 0.5, 0.0, 1.0))
    assert (broken <= 0.5 * trials + 4 * np.sqrt(trials / 4)).all()
    assert broken[0] > 0.2 * trials  # and the distance is no looser than it must be


# --- what is seen -------------------------------------------------------------------------


def test_right_draws_pass(rng):
    expect_distribution(rng.normal(size=(40, 50)), stats.norm.cdf)
    expect_distribution(rng.poisson(3.0, size=4000), stats.poisson(3.0).cdf, continuous=False)
    expect_frequencies(rng.multinomial(1000, [0.1, 0.9, 0.0]), [0.1, 0.9, 0.0])
    expect_mean(rng.uniform(2, 4, size=500), 3.0, 2.0, 4.0)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda rng: rng.normal(0, np.sqrt(2), size=2000),
        lambda rng: rng.normal(0.3, 1, size=2000),
        lambda rng: rng.uniform(-np.sqrt(3), np.sqrt(3), size=2000),
        lambda rng: np.abs(rng.normal(size=2000)),
        lambda rng: np.zeros(2000),
        lambda rng: np.tile(rng.normal(size=20), 100),
        lambda rng: np.sort(stats.norm.ppf((np.arange(1, 2001)) / 2001)).repeat(2),
    ],
)
def test_draws_from_another_distribution_fail(rng, wrong):
    assert fails(expect_distribution, wrong(rng), stats.norm.cdf) == "distribution"


def test_a_discrete_law_is_told_from_its_neighbor(rng):
    draws = rng.poisson(3.4, size=4000)
    law = stats.poisson(3.0).cdf
    assert fails(expect_distribution, draws, law, continuous=False) == "distribution"


@pytest.mark.parametrize("counts", [[100, 900, 1], [200, 800, 0], [0, 1000, 0]])
def test_other_frequencies_fail(counts):
    assert fails(expect_frequencies, counts, [0.1, 0.9, 0.0]) == "distribution"


def test_a_mean_that_is_off_fails_sooner_where_the_variance_is_small(rng):
    wide, narrow = rng.choice([0.0, 1.0], size=2000), rng.uniform(0.49, 0.51, size=2000)
    assert not fails(expect_mean, wide, 0.53, 0.0, 1.0)
    assert fails(expect_mean, narrow, 0.53, 0.0, 1.0) == "distribution"
    assert fails(expect_mean, narrow, 0.5, 0.495, 0.505) == "distribution"  # draws outside


def test_draws_that_are_no_numbers_get_a_message_of_their_own(rng):
    assert fails(expect_distribution, None, stats.norm.cdf) == "type"
    assert fails(expect_distribution, np.array([np.nan, 1.0]), stats.norm.cdf) == "not-finite"
    assert fails(expect_mean, np.array([]), 0.0, -1.0, 1.0) == "shape"


def test_what_is_expected_stays_out_of_the_public_message(rng):
    with pytest.raises(CheckFailed) as caught:
        expect_mean(np.zeros(200), 0.625, 0.0, 1.0)
    assert "0.625" in str(caught.value) and "0.625" not in caught.value.public()


# --- where the randomness comes from --------------------------------------------------------


def test_an_answer_that_draws_from_rng_alone_is_reproducible(rng):
    expect_reproducible(lambda n, rng: rng.normal(size=n), 3, rng=rng)


def test_another_source_of_randomness_is_noticed(rng):
    own = np.random.default_rng(0)
    assert fails(expect_reproducible, lambda rng: own.normal(size=3), rng=rng) == "rule"


def test_a_seed_of_ones_own_is_noticed(rng):
    def draw(rng):
        return np.random.default_rng(0).normal(size=3)

    assert fails(expect_reproducible, draw, rng=rng) == "rule"


# --- rounded draws -------------------------------------------------------------------------


def message_of(draws):
    with pytest.raises(CheckFailed) as caught:
        expect_distribution(draws, stats.norm.cdf, "draw")
    return caught.value


@pytest.mark.parametrize("n", [10, 2000])
@pytest.mark.parametrize("dtype", ["float32", "float16"])
def test_draws_of_low_precision_are_called_that_whether_or_not_two_agree(rng, n, dtype):
    failed = message_of(rng.normal(size=n).astype(dtype))
    assert failed.kind == "dtype"
    assert dtype in str(failed) and "repeated" not in str(failed)


@pytest.mark.parametrize("n", [20_000, 100_000])
def test_draws_that_were_rounded_on_the_way_are_not_called_copies(rng, n):
    failed = message_of(rng.normal(size=n).astype("float32").astype(float))
    assert failed.kind == "distribution"
    assert "rounded to float32" in str(failed)


def test_copies_are_called_copies(rng):
    text = str(message_of(np.repeat(rng.normal(size=500), 2)))
    assert "500 of them are repeated" in text and "float32" not in text
    # few values in all: no rounding is to blame
    assert "float32" not in str(message_of(rng.choice([-1.0, 1.0], size=500)))
    assert "float32" not in str(message_of(np.append(rng.normal(size=500), [0.0, 0.0])))


def test_a_discrete_distribution_may_be_of_low_precision(rng):
    draws = (rng.uniform(size=500) < 0.5).astype("float32")
    expect_distribution(
        draws, lambda x: np.where(x < 0, 0.0, np.where(x < 1, 0.5, 1.0)), continuous=False
    )


def test_every_line_of_a_message_has_a_label(rng):
    assert all(fact.label for fact in message_of(rng.uniform(size=500)).facts)


@pytest.mark.parametrize(
    ("cdf", "said"),
    [
        (stats.norm(3.0, 0.5).cdf, "mean 3, standard deviation 0.5"),
        (stats.norm(0.0, 1e-3).cdf, "mean 0, standard deviation 0.001"),
        (stats.uniform(-2, 4).cdf, "mean 0, standard deviation 1.15"),
        (stats.poisson(4000.0).cdf, "mean 4e+03, standard deviation 63.2"),
    ],
)
def test_a_wrong_distribution_is_told_with_the_moments_of_the_right_one(cdf, said):
    draws = np.random.default_rng(0).exponential(size=4000)
    with pytest.raises(CheckFailed) as info:
        expect_distribution(draws, cdf, "draw", continuous=False)
    assert ("expected", said) in info.value.rows(include_secret=False)
