"""Reference answers: hyperparameters."""

import math

import numpy as np


def rbf_kernel(A, B, length, variance=1.0):
    A, B = (np.asarray(a, dtype=float) for a in (A, B))
    squares = np.sum((A[:, np.newaxis] - B) ** 2, axis=2)
    return variance * np.exp(-squares / (2 * length**2))


def gp_posterior(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    L = np.linalg.cholesky(C)
    V = np.linalg.solve(L, rbf_kernel(X, X_new, length, variance))
    mean = V.T @ np.linalg.solve(L, y)
    # rounding may take a little more away than there is
    return mean, np.maximum(variance - np.sum(V**2, axis=0), 0.0)


def log_marginal_likelihood(X, y, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    L = np.linalg.cholesky(C)
    z = np.linalg.solve(L, y)
    return -np.sum(z**2) / 2 - np.sum(np.log(np.diag(L))) - len(z) * np.log(2 * np.pi) / 2


def lml_gradient(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / length**2, K, noise * np.eye(len(X)))
    # the trace of a product of symmetric matrices is the sum of their products entry by entry
    return np.array([alpha @ dC @ alpha - np.sum(C_inv * dC) for dC in slopes]) / 2


def expected_improvement(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = best - mean
    z = np.divide(gap, sd, out=np.zeros_like(gap), where=sd > 0)
    # erfc keeps the digits that 1 + erf loses for negative z
    below = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return np.where(sd > 0, gap * below + sd * density, np.maximum(gap, 0.0))


def bayesian_optimize(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((n_init, len(low)))  # points in units of the box
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        scaled = (y - np.mean(y)) / (np.std(y) or 1.0)
        candidates = rng.random((2000, len(low)))
        mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 1e-6)
        hope = expected_improvement(mean, np.sqrt(var), np.min(scaled))
        U = np.vstack([U, candidates[np.argmax(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = low + U * (high - low), np.argmin(y)
    return X[best], y[best], X, np.array(y, dtype=float)


def tune(train, low, high, n_iter, rng):
    n_init = min(6, n_iter)
    return bayesian_optimize(train, low, high, n_init, n_iter - n_init, rng)[0]
