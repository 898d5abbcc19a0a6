"""Rules on arguments that are forgotten or misused: penalties, step sizes, numbers of steps."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from autograder.checks.diagnosis import examples as ex
from autograder.checks.diagnosis.evidence import Evidence
from autograder.checks.diagnosis.names import PENALTIES, STEP_SIZES, STEPS, is_bias
from autograder.checks.diagnosis.rules import Example, Guess, rule
from autograder.checks.signatures import defaults


@rule(
    "regularization",
    Example(
        lambda W, b, X, Y, l2: X.T @ (X @ W + b - Y) / len(X),
        ex.ridge,
        (ex.W, ex.b, ex.X, ex.Y, 0.3),
        "gradient",
    ),
)
def penalty_missing_or_misplaced(e: Evidence) -> Iterator[Guess]:
    """Try a regularization term that is not there, or on the bias, or of the wrong size."""
    for name in e.numbers_among(PENALTIES):
        weight = e.given[name]
        if not weight:
            continue
        without = e.expected_for(**{name: 0.0})
        yield Guess(f"the regularization term is missing: {name} has no effect", without, 0)
        yield Guess(
            f"the regularization term of {name} has the wrong sign",
            e.expected_for(**{name: -weight}),
            1,
        )
        yield Guess(
            f"the regularization term of {name} is twice too large",
            e.expected_for(**{name: 2 * weight}),
            1,
        )
        yield Guess(
            f"the regularization term of {name} is half as large as it should be",
            e.expected_for(**{name: weight / 2}),
            1,
        )
        if is_bias(e.wrt) and e.same_shape:
            text = f"the bias is penalized with {name} too"
            bias = np.asarray(e.given[e.wrt], float)
            for times in (1, 2):
                yield Guess(text, e.expected + times * weight * bias, 1)


@rule(
    "factor",
    Example(lambda w0, lr, n_steps: ex.descent(w0, 1.0, n_steps), ex.descent, (ex.w, 0.07, 3)),
)
def step_size_not_used(e: Evidence) -> Iterator[Guess]:
    """Try steps of learning rate 1."""
    for name in e.numbers_among(STEP_SIZES):
        if e.given[name] != 1:
            text = f"the learning rate {name} is not used: steps are as long as the gradient"
            yield Guess(text, e.expected_for(**{name: 1.0}), 1)


@rule(
    "ignored",
    Example(
        lambda w0, lr, n_steps, decay: ex.descent(w0, lr, n_steps), ex.descent, (ex.w, 0.07, 3, 0.6)
    ),
)
def an_argument_is_ignored(e: Evidence) -> Iterator[Guess]:
    """Try an option that has no effect."""
    function = e.of or e.reference
    for name, default in (defaults(function) if function else {}).items():
        known = name in PENALTIES or name in STEP_SIZES
        if name in e.given and name != e.wrt and not known and differ(e.given[name], default):
            text = f"{name} is not used: your numbers are those for its default value"
            # nothing was picked, not even what to look for: these are the very numbers
            yield Guess(text, e.expected_for(**{name: default}), -1)


def differ(value: object, default: object) -> bool:
    """Whether an argument was given another value than its default."""
    try:
        return bool(value != default)
    except ValueError:  # an array is never a default
        return True


@rule(
    "steps",
    Example(lambda w0, lr, n_steps: ex.descent(w0, lr, n_steps - 1), ex.descent, (ex.w, 0.07, 4)),
)
def too_few_or_too_many_steps(e: Evidence) -> Iterator[Guess]:
    """Try a loop over steps that ends too early or too late."""
    for name in e.numbers_among(STEPS):
        if not 0 <= e.given[name] < 1e9:  # inf and nan are no counts
            continue
        count = int(e.given[name])
        if count > 1:
            text = "only one step is taken, as with a return inside the loop"
            yield Guess(text, e.expected_for(**{name: 1}), 1)
        if count > 2:
            yield Guess("one step too few is taken", e.expected_for(**{name: count - 1}), 2)
        yield Guess("one step too many is taken", e.expected_for(**{name: count + 1}), 2)


@rule(
    "bias-correction",
    Example(
        lambda theta, beta1, beta2: theta - 0.1 * (1 - beta1) / np.sqrt(1 - beta2) * np.sign(theta),
        lambda theta, beta1, beta2: theta - 0.1 * np.sign(theta),
        (ex.w, 0.9, 0.999),
    ),
)
def moments_not_corrected(e: Evidence) -> Iterator[Guess]:
    """Try Adam without (part of) its bias correction, in any of its first steps.

    Corrected moments are m / (1 − β₁ᵗ) and v / (1 − β₂ᵗ); where δ is small the step without
    is a multiple of the right one that only t decides.
    """
    if not {"theta", "beta1", "beta2"} <= e.given.keys() or not e.same_shape:
        return
    theta = np.asarray(e.given["theta"], float)
    if theta.shape != e.expected.shape:
        return
    step = e.expected - theta
    for t in range(1, 21):
        first, second = 1 - e.given["beta1"] ** t, np.sqrt(1 - e.given["beta2"] ** t)
        for factor, words in (
            (first / second, "of both moments"),
            (first, "of the first moment"),
            (1 / second, "of the second moment"),
        ):
            yield Guess(f"the bias correction {words} is missing", theta + factor * step, 1)


RULES = (
    penalty_missing_or_misplaced,
    step_size_not_used,
    an_argument_is_ignored,
    too_few_or_too_many_steps,
    moments_not_corrected,
)
