"""Reference answers of the chapter on the perceptron."""

import numpy as np


def add_bias(X):
    return np.column_stack([X, np.ones(len(X))])


def predict(w, X):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    # not np.sign, which has a third answer, 0, on the boundary
    return np.where(X @ w >= 0, 1, -1)


def perceptron_loss(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    # a sample on the boundary is a mistake too, but adds 0
    return np.sum(np.maximum(0.0, -y * (X @ w)))


def perceptron_gradient(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    return -y[mistaken] @ X[mistaken]


def perceptron_fit(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + eta * y_i * x_i
                updates += 1
        if updates == before:
            break
    return w, updates


def margin(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / np.linalg.norm(w)


def mistake_bound(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    # asked before dividing by the length of w, which may be 0
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples: some y (w . x) is not positive")
    radius = np.max(np.linalg.norm(X, axis=1))
    return (radius / margin(w, X, y)) ** 2


def averaged_perceptron(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w = np.zeros(X.shape[1])
    total = visits = 0
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + y_i * x_i
                clean = False
            # also where w did not change: it survived one more sample
            total = total + w
            visits += 1
        if clean:
            break
    return total / visits


def tell_apart(X, y):
    # not until the wrong labels are learned, too
    return averaged_perceptron(add_bias(X), y, max_epochs=10)
