"""Reference answers of the chapter on generalization."""

import numpy as np

WRITTEN = {
    "pixels": r"""
1. The scale was measured on all samples, the 360 of the test set among them. So the model was
made with a look at the test inputs, and its test error is no longer that of a model that has
never met them. Split first, measure the mean and the spread on the training part, and apply
these same numbers to validation and test data.

2. Forty models were compared on the test set and the best was kept. The lowest of forty noisy
numbers lies below the true error of that model: part of its lead is luck. The test set was used
as a validation set. Choose by validation data or by cross-validation within the training part,
and look at the test set once, with the one model that is left.

(1 point for each error with its remedy. That the split ignores who wrote the digits, so that
the same hands are on both sides, is a third flaw and may stand for either.)
""",
}


def polynomial_features(x, degree):
    return np.asarray(x, dtype=float)[:, None] ** np.arange(degree + 1)


def split(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    # ends are rounded, not sizes: so the sizes add up to n
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.split(rng.permutation(n), ends[:-1])


def ridge(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + l2 * np.eye(d), X.T @ y / n)


def ridge_gradient(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + l2 * w


def cross_validate(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    losses = []
    for held in np.array_split(rng.permutation(len(y)), k):
        train = np.delete(np.arange(len(y)), held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.mean(losses)


def negative_log_posterior(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) + w @ w / (2 * tau**2)


def negative_log_posterior_gradient(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma**2 + w / tau**2


def choose_model(x, y, rng):
    def held_out_error(choice):
        degree, l2 = choice
        return cross_validate(
            lambda X, y: ridge(X, y, l2),
            lambda w, X, y: np.mean((X @ w - y) ** 2),
            polynomial_features(x, degree),
            y,
            5,
            rng,
        )

    choices = [(degree, l2) for degree in range(16) for l2 in (0.0, 1e-3)]
    degree, l2 = min(choices, key=held_out_error)
    w = ridge(polynomial_features(x, degree), y, l2)
    return lambda x: polynomial_features(x, degree) @ w
