"""Numbers and right functions that the examples of the rules share."""

from __future__ import annotations

import numpy as np

_RNG = np.random.default_rng(7)
#: Seven samples of three numbers, (n, d), with two targets each, (n, k), and one, (n,).
X = _RNG.normal(size=(7, 3))
Y = _RNG.normal(size=(7, 2))
y = _RNG.normal(size=7)
#: Parameters of one neuron, (d,), and of a layer of two, (d, k) and (k,).
w = _RNG.normal(size=3)
W = _RNG.normal(size=(3, 2))
b = _RNG.normal(size=2)
#: Pre-activations of a layer, (n, k).
Z = _RNG.normal(size=(7, 2))


def mean_square(w: np.ndarray, X: np.ndarray, y: np.ndarray) -> float:
    """Return the mean of the squared errors of a linear neuron."""
    return float(np.mean((X @ w - y) ** 2))


def tanh_neuron(w: np.ndarray, X: np.ndarray, y: np.ndarray) -> float:
    """Return half of the mean squared error of a neuron with tanh."""
    return float(np.mean((np.tanh(X @ w) - y) ** 2)) / 2


def ridge(W: np.ndarray, b: np.ndarray, X: np.ndarray, Y: np.ndarray, l2: float = 0.0) -> float:
    """Return half of the mean squared error of a linear layer, with a penalty on its weights."""
    error = np.sum((X @ W + b - Y) ** 2) / (2 * len(X))
    return float(error + l2 / 2 * np.sum(W**2))


def square(Z: np.ndarray) -> np.ndarray:
    """Return the squares, elementwise."""
    return Z**2


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return 1 / (1 + exp(-z)) for any z."""
    return np.asarray(0.5 * (1 + np.tanh(z / 2)))


def network(
    W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray, X: np.ndarray, Y: np.ndarray
) -> float:
    """Return half of the mean squared error of two layers of tanh."""
    out = np.tanh(np.tanh(X @ W1 + b1) @ W2 + b2)
    return float(np.sum((out - Y) ** 2)) / (2 * len(X))


#: Parameters of such a network, from three to three to two.
NETWORK = (_RNG.normal(size=(3, 3)), _RNG.normal(size=3), W, b)


def descent(w0: np.ndarray, lr: float, n_steps: int, decay: float = 1.0) -> np.ndarray:
    """Return where gradient descent on the sum of fourth powers arrives."""
    for step in range(n_steps):
        w0 = w0 - lr * decay**step * w0**3
    return w0
