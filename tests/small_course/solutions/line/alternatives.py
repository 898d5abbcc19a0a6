"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative


@alternative("mse")
def loop(w, X, y):
    total = 0.0
    for row, target in zip(X, y):
        total += (sum(a * b for a, b in zip(row, w)) - target) ** 2
    return total / (2 * len(y))


@alternative("mse_gradient")
def by_einsum(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.einsum("nd,n->d", X, X @ w - y) / y.size
