"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative

from ..backpropagation.reference import (
    affine_backward,
    affine_forward,
    init_mlp,
    mlp_forward,
    mlp_loss,
    relu_backward,
    relu_forward,
    softmax_cross_entropy,
    train,
)
from ..linear_regression.reference import minibatches
from .reference import dropout_backward, dropout_forward, early_stopping


@alternative("l1_penalty")
def l1_penalty_by_loop(w, lam):
    return sum(lam * abs(float(v)) for v in np.ravel(w))


@alternative("l1_gradient")
def l1_gradient_by_cases(w, lam):
    w = np.asarray(w)
    return lam * ((w > 0).astype(float) - (w < 0))


@alternative("l2_penalty")
def l2_penalty_by_norm(w, lam):
    return 0.5 * lam * np.linalg.norm(np.ravel(np.asarray(w, dtype=float))) ** 2


@alternative("l2_gradient")
def l2_gradient_of_a_copy(w, lam):
    g = np.array(w, dtype=float)
    g *= lam
    return g


@alternative("soft_threshold")
def soft_threshold_by_cases(w, t):
    w = np.asarray(w, dtype=float)
    return np.where(w > t, w - t, np.where(w < -t, w + t, 0.0))


@alternative("soft_threshold")
def soft_threshold_by_two_maxima(w, t):
    w = np.asarray(w, dtype=float)
    return np.maximum(w - t, 0) - np.maximum(-w - t, 0)


@alternative("soft_threshold")
def soft_threshold_by_clipping(w, t):
    w = np.asarray(w, dtype=float)
    return w - np.clip(w, -t, t)


@alternative("dropout_forward")
def dropout_by_binomial_draws(X, p, rng):
    if p < 0 or p >= 1:
        raise ValueError(f"p = {p} is not a probability below 1")
    X = np.array(X, dtype=float)
    mask = rng.binomial(1, 1 - p, size=X.shape) / (1 - p)
    return mask * X, mask


@alternative("dropout_forward")
def dropout_by_zeroing(X, p, rng):
    if not (p >= 0 and p < 1):
        raise ValueError("p out of range")
    X = np.array(X, dtype=float)
    mask = np.full(X.shape, 1 / (1 - p))
    mask[rng.uniform(size=X.shape) < p] = 0.0
    return X * mask, mask


@alternative("dropout_forward")
def dropout_row_by_row(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p")
    X = np.asarray(X, dtype=float)
    mask = np.stack([(rng.random(row.shape) < 1 - p) / (1 - p) for row in X])
    return X * mask, mask


@alternative("dropout_backward")
def dropout_backward_by_where(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return np.where(mask > 0, dout * mask, 0.0)


@alternative("dropout_backward")
def dropout_backward_by_multiply(dout, mask):
    return np.multiply(mask, dout, dtype=float)


@alternative("early_stopping")
def early_stopping_with_a_counter(losses, patience):
    best, lowest, failures = 0, losses[0], 0
    for t in range(1, len(losses)):
        if losses[t] < lowest:
            best, lowest, failures = t, losses[t], 0
        else:
            failures += 1
            if failures == patience:
                return best
    return best


@alternative("early_stopping")
def early_stopping_by_running_minimum(losses, patience):
    losses = np.asarray(losses, dtype=float)
    best = 0
    while True:
        ahead = losses[best + 1 : best + 1 + patience]
        lower = np.flatnonzero(ahead < losses[best])
        if not lower.size:
            return best
        best += 1 + int(lower[0])


@alternative("fit_few")
def few_by_dropout(X, y, rng):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    (W1, b1), (W2, b2) = init_mlp([64, 64, 10], rng)
    for _ in range(40):
        for at in minibatches(len(y), 30, rng):
            Z = affine_forward(X[at], W1, b1)
            A, mask = dropout_forward(relu_forward(Z), 0.5, rng)
            _, dS = softmax_cross_entropy(affine_forward(A, W2, b2), y[at])
            dA, dW2, db2 = affine_backward(dS, A, W2)
            dZ = relu_backward(dropout_backward(dA, mask), Z)
            _, dW1, db1 = affine_backward(dZ, X[at], W1)
            W1, b1 = W1 - 0.1 * dW1, b1 - 0.1 * db1
            W2, b2 = W2 - 0.1 * dW2, b2 - 0.1 * db2

    def predict(X):  # nothing is dropped any more
        return mlp_forward([(W1, b1), (W2, b2)], X)[0].argmax(axis=1)

    return predict


@alternative("fit_few")
def few_by_a_penalty_and_early_stopping(X, y, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    held, rest = order[: len(y) // 5], order[len(y) // 5 :]
    path = [init_mlp([64, 64, 10], rng)]
    losses = [mlp_loss(path[0], X[held], y[held])]
    for _ in range(40):
        path.append(train(path[-1], X[rest], y[rest], 0.1, 1, 30, rng, l2=0.02)[0])
        losses.append(mlp_loss(path[-1], X[held], y[held]))
    params = path[early_stopping(losses, 8)]
    return lambda X: mlp_forward(params, X)[0].argmax(axis=1)
