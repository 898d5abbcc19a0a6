r"""Assertions on random answers, which a right answer fails less than once in a million times.

Every bound here holds for any sample size, not only for large ones, so the rate is proved and
not estimated:

- *Distributions*: the largest distance between the empirical and the true distribution function
  exceeds :math:`\sqrt{\ln(2/\alpha) / 2n}` with probability at most :math:`\alpha`
  (Dvoretzky, Kiefer and Wolfowitz 1956, with the constant of Massart 1990).
- *Frequencies and means*: the mean of n independent draws from [0, 1] lies on one given side of
  its expectation :math:`\mu`, at :math:`\bar x` or beyond, with probability at most
  :math:`e^{-n\,\mathrm{KL}(\bar x \| \mu)}` (Hoeffding 1963, theorem 1).
- *Means of draws with a small variance*: the bound of Maurer and Pontil 2009, theorem 4,
  which asks the sample for its variance.

Draws that depend on each other, as the states of one Markov chain do, are not independent:
run several chains, and give the average of each as one draw.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.checks.comparison import Comparing, coerce_or_fail
from autograder.checks.expectations import expect_close
from autograder.checks.facts import Fact, place
from autograder.checks.failure import CheckFailed
from autograder.checks.student import student_function

#: How often one of these assertions fails a right answer, at most.
FALSE_ALARM_RATE = 1e-7


def expect_distribution(
    samples: Any,
    cdf: Callable[[np.ndarray], np.ndarray],
    name: str = "your result",
    *,
    what: str = "",
    continuous: bool = True,
) -> None:
    """Raise unless ``samples`` could be independent draws from a distribution.

    ``samples``: numbers, of any shape. ``cdf(x)``: probability of a draw of at most ``x``, for
    an array ``x``. Of a ``continuous`` distribution no two draws may be equal, so an answer
    that repeats a row or keeps its first draw is caught too; nor may they be float32,
    where rounding makes different draws equal. With n draws a distance of
    ``2.9 / sqrt(n)`` between the distribution functions is always seen.

    Raises :class:`CheckFailed` with the mean and the deviation of the draws and of the
    distribution, and the range of the draws.

    >>> half = np.random.default_rng(0).uniform(0, 1, size=2000)
    >>> expect_distribution(half, lambda x: np.clip((x + 1) / 2, 0, 1), "draw")
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: draw: draws from another distribution
      got       mean 0.499, standard deviation 0.291
      expected  mean 0, standard deviation 0.577
      range     from 0.00019 to 0.9995, in 2000 draws
    """
    draws = _draws(samples, name, what)
    dtype = np.asarray(samples).dtype
    if continuous and dtype.kind == "f" and dtype.itemsize < draws.itemsize:
        facts = (Fact("got", f"dtype {dtype}"), Fact("expected", "float64"))
        raise CheckFailed(name, "dtype", (*place(what), *facts))
    values, counts = np.unique(draws, return_counts=True)
    at_most = np.cumsum(counts) / draws.size
    below = np.nextafter(values, -np.inf)
    distance = np.max(
        [np.abs(at_most - cdf(values)), np.abs(at_most - counts / draws.size - cdf(below))]
    )
    if continuous and counts.max() > 1:
        repeated = draws.size - values.size
        with np.errstate(over="ignore"):
            is_rounded = 2 * repeated < draws.size and (draws == draws.astype(np.float32)).all()
        but = "all are rounded to float32" if is_rounded else f"{repeated} of them are repeated"
        rule = f"{draws.size} independent draws, but {but}"
        raise CheckFailed(name, "distribution", (*place(what), Fact("rule", rule)))
    if distance > np.sqrt(np.log(2 / FALSE_ALARM_RATE) / (2 * draws.size)):
        raise CheckFailed(name, "distribution", (*place(what), *_summary(draws, cdf)))


def expect_frequencies(
    counts: Sequence[int],
    probabilities: Sequence[float],
    name: str = "your result",
    *,
    what: str = "",
) -> None:
    """Raise unless ``counts`` (k,) could be how often k outcomes of known probability came.

    The ``probabilities`` (k,) are of one draw and add up to 1; draws are independent.
    An outcome of probability 0 may not come at all.

    Raises :class:`CheckFailed` about the outcome that is least likely to come so often.

    >>> expect_frequencies([700, 300], [0.5, 0.5], "coin")
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: coin: draws from another distribution
      got       outcome 0 in 70.00% of 1000 draws
      expected  50.00%
    """
    came, p = np.asarray(counts), np.asarray(probabilities, dtype=float)
    total = came.sum()
    evidence = total * _divergence(came / total, p)
    if np.any(evidence > np.log(2 * len(p) / FALSE_ALARM_RATE)):
        worst = int(np.argmax(evidence))
        facts = (
            Fact("got", f"outcome {worst} in {came[worst] / total:.2%} of {total} draws"),
            Fact("expected", f"{p[worst]:.2%}", secret=True),
        )
        raise CheckFailed(name, "distribution", (*place(what), *facts))


def expect_mean(
    samples: Any,
    mean: float,
    low: float,
    high: float,
    name: str = "your result",
    *,
    what: str = "the mean of many draws",
) -> None:
    """Raise unless ``samples`` could be independent draws, of this ``mean``, from [low, high].

    Raises :class:`CheckFailed` with their mean, or with their range where it is too wide.

    >>> expect_mean(np.tile([0.0, 1.0, 1.0, 1.0], 200), 0.5, 0.0, 1.0, "coin")
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: coin: draws from another distribution
      where     the mean of many draws
      got       0.75
      expected  0.5, on average
    """
    draws = _draws(samples, name, what)
    if draws.min() < low or draws.max() > high:
        text = f"between {draws.min():.6g} and {draws.max():.6g}"
        bounds = Fact("expected", f"between {low:.6g} and {high:.6g}", secret=True)
        raise CheckFailed(name, "distribution", (*place(what), Fact("got", text), bounds))
    n, got, width = draws.size, draws.mean(), high - low
    # two bounds, each with half of the rate
    evidence = n * _divergence((got - low) / width, (mean - low) / width)
    logarithm = np.log(8 / FALSE_ALARM_RATE)
    reach = np.sqrt(2 * draws.var(ddof=1) * logarithm / n) + 7 * width * logarithm / (3 * (n - 1))
    if evidence > np.log(4 / FALSE_ALARM_RATE) or abs(got - mean) > reach:
        expected = Fact("expected", f"{mean:.6g}, on average", secret=True)
        raise CheckFailed(name, "distribution", (*place(what), Fact("got", f"{got:.6g}"), expected))


def expect_reproducible(
    function: Callable[..., Any], *args: Any, rng: np.random.Generator, **kwargs: Any
) -> None:
    """Raise unless the randomness of ``function(*args, rng=rng)`` comes from ``rng``, all of it.

    The same generator in the same state gives the same result, and one in another state
    another result.

    Raises :class:`CheckFailed` with the rule that does not hold.

    >>> def draw(n, rng):
    ...     return np.random.default_rng(7).normal(size=n)
    >>> expect_reproducible(draw, 3, rng=np.random.default_rng(0))
    Traceback (most recent call last):
        ...
    autograder.checks.CheckFailed: draw: breaks a rule
      rule  another generator gives another result: draw from rng, make none of your own
    """
    asked = student_function(function)
    first, again, other = (
        asked(*args, rng=generator, **kwargs)
        for generator in (copy.deepcopy(rng), copy.deepcopy(rng), rng.spawn(1)[0])
    )
    try:
        expect_close(again, first, asked.name, rtol=0, atol=0)
    except CheckFailed:
        rule = "the same generator in the same state gives the same result: draw from rng alone"
        raise CheckFailed(asked.name, "rule", (Fact("rule", rule),)) from None
    try:
        expect_close(other, first, asked.name, rtol=0, atol=0)
    except CheckFailed:
        return
    rule = "another generator gives another result: draw from rng, make none of your own"
    raise CheckFailed(asked.name, "rule", (Fact("rule", rule),))


def _draws(samples: Any, name: str, what: str) -> np.ndarray:
    kind = np.asarray(samples).dtype.kind  # draws may be integers, or outcomes True and False
    expected = np.zeros(np.shape(samples), dtype={"b": bool, "i": int, "u": int}.get(kind, float))
    draws = coerce_or_fail(samples, expected, Comparing(name, what=what)).astype(float).reshape(-1)
    if not np.isfinite(draws).all():
        raise CheckFailed(name, "not-finite", place(what))
    if draws.size < 2:
        raise CheckFailed(name, "shape", (*place(what), Fact("got", f"{draws.size} numbers")))
    return draws


def _divergence(got: np.ndarray | float, expected: np.ndarray | float) -> np.ndarray:
    """KL divergence between coins that show heads with these probabilities."""
    q, p = np.asarray(got, dtype=float), np.asarray(expected, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        heads = np.where(q > 0, q * np.log(q / p), 0.0)
        tails = np.where(q < 1, (1 - q) * np.log((1 - q) / (1 - p)), 0.0)
    return np.asarray(np.maximum(heads + tails, 0.0))


def _summary(draws: np.ndarray, cdf: Callable[[np.ndarray], np.ndarray]) -> tuple[Fact, ...]:
    # the text of an exercise states the distribution, so this gives nothing away
    return (
        Fact("got", _moments(draws)),
        Fact("expected", _moments(_quantiles(cdf))),
        Fact("range", f"from {draws.min():.4g} to {draws.max():.4g}, in {draws.size} draws"),
    )


def _moments(values: np.ndarray) -> str:
    mean, deviation = values.mean(), values.std()
    if abs(mean) < 1e-4 * deviation:
        mean = 0.0
    return f"mean {mean:.3g}, standard deviation {deviation:.3g}"


def _quantiles(cdf: Callable[[np.ndarray], np.ndarray], count: int = 20_000) -> np.ndarray:
    """Return values of equal probability, whose mean and deviation are the distribution's."""
    wanted = (np.arange(count) + 0.5) / count
    low, high = -np.ones(count), np.ones(count)
    for _ in range(60):  # a range that holds them all, then halved until it is narrow
        low = np.where(cdf(low) > wanted, 2 * low, low)
        high = np.where(cdf(high) < wanted, 2 * high, high)
    for _ in range(60):
        middle = (low + high) / 2
        is_below = cdf(middle) < wanted
        low, high = np.where(is_below, middle, low), np.where(is_below, high, middle)
    return (low + high) / 2
