"""How small a mistake in a single component of a gradient is still caught."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.checks.derivative import differentiate
from autograder.checks.gradients import tolerance

#: Gradient and loss of w, (d,), for inputs X, (n, d), and targets y, (n,).
LOSSES: dict[str, tuple[Callable[..., Any], Callable[..., Any]]] = {
    "least squares": (
        lambda w, X, y: np.mean((X @ w - y) ** 2) / 2,
        lambda w, X, y: X.T @ (X @ w - y) / len(y),
    ),
    "logistic regression": (
        lambda w, X, y: np.mean(np.logaddexp(0, -y * (X @ w))),
        lambda w, X, y: -X.T @ (y / (1 + np.exp(y * (X @ w)))) / len(y),
    ),
    "a tanh neuron": (
        lambda w, X, y: np.mean((np.tanh(X @ w) - y) ** 2) / 2,
        lambda w, X, y: X.T @ ((np.tanh(X @ w) - y) * (1 - np.tanh(X @ w) ** 2)) / len(y),
    ),
}


def detection_curve(
    relative_errors: Sequence[float], cases: int = 20, components: int = 100, seed: int = 0
) -> dict[str, np.ndarray]:
    """Return the share of wrong gradients that ``expect_gradient`` catches, for each kind of loss.

    In each of ``cases`` random problems one random component out of ``components`` is off
    by a relative error, everything else is right.
    Returns: an array for each of :data:`LOSSES`, one share for each of ``relative_errors``.
    """
    rng = np.random.default_rng(seed)
    off = np.asarray(relative_errors, dtype=float)
    curves = {}
    for name, (loss, gradient) in LOSSES.items():
        caught = np.zeros(off.shape)
        for _ in range(cases):
            X = rng.normal(size=(50, components))
            w = rng.normal(size=components) / np.sqrt(components)
            y = rng.choice([-1.0, 1.0], size=50)
            found = differentiate(functools.partial(loss, X=X, y=y), w)
            i = rng.integers(components)
            wrong = gradient(w, X, y)[i] * (1 + off)
            caught += np.abs(wrong - found.value[i]) > tolerance(found)[i]
        curves[name] = caught / cases
    return curves
