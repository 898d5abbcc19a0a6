"""Reference answers of the chapter on arrays and gradients."""

import numpy as np


def standardize(X):
    X = np.asarray(X, dtype=float)
    # not "spread == 0": the mean of equal numbers is rounded, so their spread may be 1e-17
    constant = X.max(axis=0) == X.min(axis=0)
    spread = np.where(constant, 1.0, X.std(axis=0))
    return np.where(constant, 0.0, X - X.mean(axis=0)) / spread


def pairwise_squared_distances(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]  # (n, m, d)
    return np.sum(difference**2, axis=2)


def directional_derivative(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        axis = np.zeros(x.shape)
        axis[index] = 1.0
        gradient[index] = directional_derivative(f, x, axis, h)
    return gradient


def relative_error(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    # where both are 0 so is the difference, and 0/1 is 0; nan is not 0 and stays nan
    return np.max(np.abs(a - b) / np.where(scale == 0, 1.0, scale))
