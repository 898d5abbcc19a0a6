"""Rules on arguments that are forgotten or misused: penalties, step sizes, numbers of steps."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from autograder.checks.diagnosis.evidence import Evidence
from autograder.checks.diagnosis.registry import Guess, rule
from autograder.checks.diagnosis.scale import STEP_SIZES
from autograder.checks.signatures import defaults

#: Arguments that weigh a penalty.
PENALTIES = {"l2", "l1", "lam", "weight_decay"}
#: Arguments that count steps.
STEPS = {"n_steps", "steps", "n_epochs", "max_epochs", "n_iter", "max_iter"}


@rule("regularization")
def penalty_missing_or_misplaced(e: Evidence) -> Iterator[Guess]:
    """A regularization term that is not there, or on the bias, or of the wrong size."""
    for name in e.numbers.keys() & PENALTIES:
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
            text = f"the bias is penalized with {name}; only weights are"
            bias = np.asarray(e.given[e.wrt], float)
            for times in (1, 2):
                yield Guess(text, e.expected + times * weight * bias, 1)


def is_bias(name: str) -> bool:
    """Whether an argument of this name is a bias: ``b``, ``b2``, ``c``, ``params[0][1]``."""
    return re.fullmatch(r"[bc]\d*|\w+\[\d+\]\[1\]", name) is not None


@rule("factor")
def step_size_not_used(e: Evidence) -> Iterator[Guess]:
    """Steps of learning rate 1."""
    for name in STEP_SIZES:
        if name in e.numbers and e.given[name] != 1:
            text = f"the learning rate {name} is not used: steps are as long as the gradient"
            yield Guess(text, e.expected_for(**{name: 1.0}), 1)


@rule("ignored")
def an_argument_is_ignored(e: Evidence) -> Iterator[Guess]:
    """An option that has no effect."""
    function = e.of or e.reference
    for name, default in defaults(function).items():
        known = name in PENALTIES or name in STEP_SIZES
        if name in e.given and name != e.wrt and not known and differ(e.given[name], default):
            text = f"{name} is not used: your numbers are those for its default value"
            yield Guess(text, e.expected_for(**{name: default}), 1)


def differ(value: object, default: object) -> bool:
    """Whether an argument was given another value than its default."""
    try:
        return bool(value != default)
    except ValueError:  # an array is never a default
        return True


@rule("steps")
def too_few_or_too_many_steps(e: Evidence) -> Iterator[Guess]:
    """A loop over steps that ends too early or too late."""
    for name in e.numbers.keys() & STEPS:
        if not 0 <= e.given[name] < 1e9:  # inf and nan are no counts
            continue
        count = int(e.given[name])
        if count > 1:
            text = "only one step is taken: is there a return inside the loop?"
            yield Guess(text, e.expected_for(**{name: 1}), 1)
        if count > 2:
            yield Guess("one step too few is taken", e.expected_for(**{name: count - 1}), 2)
        yield Guess("one step too many is taken", e.expected_for(**{name: count + 1}), 2)


@rule("bias-correction")
def moments_not_corrected(e: Evidence) -> Iterator[Guess]:
    """Adam without (part of) its bias correction, in any of its first steps.

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
