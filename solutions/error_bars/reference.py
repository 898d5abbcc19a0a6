"""Reference answers: error bars."""

import numpy as np

from ..linear_regression.reference import least_squares


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


def error_ellipse(C, n_points):
    variances, axes = np.linalg.eigh(C)
    root = axes @ np.diag(np.sqrt(variances)) @ axes.T
    angle = 2 * np.pi * np.arange(n_points) / n_points
    # the root is symmetric, so it maps rows as it maps columns
    return np.column_stack([np.cos(angle), np.sin(angle)]) @ root


def weighted_fit(X, y, sigma):
    X, y, sigma = (np.asarray(a, dtype=float) for a in (X, y, sigma))
    covariance = fit_covariance(X, sigma)
    w = least_squares(X / sigma[..., None], y / sigma)
    return w, covariance, chi_square(w, X, y, sigma)


def fit_temperature(nu, intensity, sigma):
    nu, intensity = (np.asarray(a, dtype=float) for a in (nu, intensity))
    temperature = 3.0
    for _ in range(15):
        x = 1.4387769 * nu / temperature
        law = 39.7289171 * nu**3 / np.expm1(x)
        # the derivative of the law with respect to the temperature
        slope = law * x / temperature / -np.expm1(-x)
        (step,), covariance, chi2 = weighted_fit(slope[:, None], intensity - law, sigma)
        temperature += step
    return temperature, np.sqrt(covariance[0, 0]), chi2
