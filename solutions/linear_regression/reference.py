"""Reference answers: linear regression."""

import numpy as np


def mse(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X @ w - y) ** 2) / 2


def mse_gradient(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y)


def least_squares(X, y):
    # works on X itself: X.T @ X has the square of its condition number
    return np.linalg.lstsq(X, y, rcond=None)[0]


def gradient_descent(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError(f"lr must be positive, got {lr}")
    trajectory = [np.asarray(w0, dtype=float)]
    for _ in range(n_steps):
        w = trajectory[-1]
        trajectory.append(w - lr * gradient(w))
    return np.array(trajectory)


def stable_learning_rate(X):
    X = np.asarray(X, dtype=float)
    steepest = np.linalg.eigvalsh(X.T @ X / len(X))[-1]
    return 2 / steepest if steepest > 0 else np.inf


def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    for start in range(0, n, batch_size):
        yield order[start : start + batch_size]


def sgd(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w0))
    trajectory = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(w, X[batch], y[batch])
        trajectory.append(w)
    return np.array(trajectory)


def predict_price(X, y, rng):
    X = np.asarray(X, dtype=float)
    center, spread = X.mean(axis=0), X.std(axis=0)

    def inputs(X):
        return np.column_stack([(X - center) / spread, np.ones(len(X))])

    w = sgd(inputs(X), y, np.zeros(X.shape[1] + 1), 0.02, 40, 16, rng)[-1]
    return lambda X: inputs(X) @ w
