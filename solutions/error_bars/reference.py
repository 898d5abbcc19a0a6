"""Reference answers: error bars."""

import numpy as np

from ..linear_regression.reference import least_squares  # noqa: F401


def chi_square(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((y - X @ w) / sigma) ** 2)


def chi_square_gradient(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ ((X @ w - y) / sigma**2)


def fit_covariance(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    # a column of errors divides the rows of X; a single error divides all of X
    scaled = X / sigma[..., None]
    return np.linalg.inv(scaled.T @ scaled)
