"""Rules on how the samples come together: one of them, every pair, sum and mean."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from autograder.checks.diagnosis import examples as ex
from autograder.checks.diagnosis.evidence import Evidence
from autograder.checks.diagnosis.names import PENALTIES
from autograder.checks.diagnosis.rules import Example, Guess, rule


@rule(
    "one-sample",
    Example(
        lambda w, X, y: 2 * X[0] * (X[0] @ w - y[0]),
        ex.mean_square,
        (ex.w, ex.X, ex.y),
        "gradient",
    ),
)
def only_one_sample(e: Evidence) -> Iterator[Guess]:
    """Try a loop that is left too early, overwrites its result, or misses an end."""
    if e.each is None or not e.same_shape or not e.each.size:
        return
    counting = np.flatnonzero(np.abs(e.each).reshape(e.n, -1).max(axis=1))
    if len(counting) < 2:
        return
    for index, word in ((counting[0], "first"), (counting[-1], "last")):
        text = f"only the {word} sample counts: a return, or an = for +=, stands inside a loop"
        yield Guess(text, e.each[index], 1, least=2)
        yield Guess(text, e.n * e.each[index], 1, least=2)
    if len(counting) > 2 and np.isfinite(e.expected).all():
        for index, word in ((counting[0], "first"), (counting[-1], "last")):
            text = f"the {word} sample is left out, as where a loop starts or ends one off"
            yield Guess(text, e.expected - e.each[index], 3, least=2)


@rule(
    "shape",
    Example(lambda w, X, y: np.mean((X @ w[:, None] - y) ** 2), ex.mean_square, (ex.w, ex.X, ex.y)),
)
def every_sample_met_every_other(e: Evidence) -> Iterator[Guess]:
    """Try the mean or sum over all pairs (i, j), which is that over all rotations of labels."""
    if e.each is None or "y" not in e.arrays or not e.same_shape:
        return
    y = e.arrays["y"]
    turned = [e.expected_for(y=np.roll(y, k, axis=0)) for k in range(e.few_samples)]
    if not turned or any(part is None for part in turned):
        return
    mixed = np.mean(np.array(turned), axis=0)
    if np.allclose(mixed, e.expected, rtol=1e-9):
        return  # it makes no difference who meets whom: only a sum was taken for a mean
    text = "an (n,) array met an (n, 1) array: broadcasting made every sample meet every other"
    yield Guess(text, mixed, 1)
    yield Guess(text, e.n * mixed, 1)


@rule(
    "mean-sum",
    Example(
        lambda W, b, X, Y, l2: X.T @ (X @ W + b - Y) + l2 * W,
        ex.ridge,
        (ex.W, ex.b, ex.X, ex.Y, 0.3),
        "gradient",
    ),
)
def data_and_penalty_weighed_differently(e: Evidence) -> Iterator[Guess]:
    """Try a sum for a mean in one of two terms: then no constant factor is off."""
    for name in e.numbers_among(PENALTIES):
        data = e.expected_for(**{name: 0.0})
        if data is None or not e.n or e.n < 2 or not e.same_shape:
            continue
        penalty = e.expected - data
        if not np.abs(penalty).max() > 1e-9 * np.abs(data).max():
            continue
        text = f"a sum over the samples in place of their mean, but not in the term of {name}"
        yield Guess(text, e.n * data + penalty, 1)
        text = f"a mean over the samples, or divided by n twice, but not in the term of {name}"
        yield Guess(text, data / e.n + penalty, 1)
        text = f"the term of {name} has a factor n"
        yield Guess(text, data + e.n * penalty, 1)
        text = f"the term of {name} is divided by n"
        yield Guess(text, data + penalty / e.n, 1)


RULES = (only_one_sample, every_sample_met_every_other, data_and_penalty_weighed_differently)
