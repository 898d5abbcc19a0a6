"""Rules on the chain rule: a factor of it left out, or taken from the wrong place."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from autograder.checks.diagnosis import examples as ex
from autograder.checks.diagnosis.evidence import Evidence
from autograder.checks.diagnosis.network import ACTIVATIONS
from autograder.checks.diagnosis.rules import Example, Guess, rule


@rule("upstream", Example(lambda dA, Z: 2 * Z, ex.square, (ex.Z,), "backward"))
def upstream_ignored(e: Evidence) -> Iterator[Guess]:
    """Try a backward function as if its upstream gradient were all ones."""
    for name in e.upstreams:
        upstream = e.arrays[name]
        text = f"the upstream gradient {name} is ignored: what comes back does not depend on it"
        yield Guess(text, e.expected_for(**{name: np.ones_like(upstream)}))
        yield Guess(
            f"the upstream gradient {name} enters twice", e.expected_for(**{name: upstream**2}), 1
        )


@rule("slope", Example(lambda dA, Z: 1 * dA, ex.square, (ex.Z,), "backward"))
def slope_missing_in_a_backward_pass(e: Evidence) -> Iterator[Guess]:
    """Try the upstream gradient handed on as it is."""
    for name in e.upstreams if e.of is not None else ():
        if e.arrays[name].shape == e.expected.shape:
            text = f"{name} comes back as it went in: the slope of the activation is missing"
            yield Guess(text, e.arrays[name])


@rule(
    "slope",
    Example(
        lambda w, X, y: X.T @ (np.tanh(X @ w) - y) / len(y),
        ex.tanh_neuron,
        (ex.w, ex.X, ex.y),
        "gradient",
    ),
)
def slope_of_a_neuron(e: Evidence) -> Iterator[Guess]:
    """Try a gradient of a neuron of which each sample lacks its slope, or has one too many."""
    if e.of is None or not e.same_shape or not {"X", "w"} <= e.arrays.keys():
        return
    X, w = e.arrays["X"], e.arrays["w"]
    if X.ndim != 2 or w.shape != X.shape[1:] or e.each is None:
        return
    n = len(e.each)
    z = X @ w + np.asarray(e.given.get("b", 0.0), float)
    for name, (activation, slope) in ACTIVATIONS.items():
        s = slope(z).reshape(-1, *[1] * (e.each.ndim - 1))
        if (s < 1e-12).any():
            continue
        wrong_place = slope(activation(z)).reshape(s.shape)
        for share, more in ((1.0, 0), (float(n), 1), (1.0 / n, 1)):
            missing = share * (e.each / s).sum(axis=0)
            extra = share * (e.each * s).sum(axis=0)
            moved = share * (e.each / s * wrong_place).sum(axis=0)
            text = f"the slope of the activation ({name}) is missing"
            yield Guess(text, missing, more)
            text = f"a slope of the activation ({name}) is there that does not belong here"
            yield Guess(text, extra, more)
            text = f"the slope of the activation ({name}) is taken at its output, not at z"
            yield Guess(text, moved, more + 1)


RULES = (upstream_ignored, slope_missing_in_a_backward_pass, slope_of_a_neuron)
