"""Reference answers of the chapter on matrices and chance."""

import numpy as np

WRITTEN = {
    "uncorrelated": r"""
The second conclusion is right. With deviations $u$ and $v$ of the two quantities from their means,
$\langle (u + v)^2 \rangle = \langle u^2 \rangle + 2 \langle u v \rangle + \langle v^2 \rangle$. The
middle term is twice the covariance, which is 0, so the variance of the sum is the sum of the
variances. Nothing else about the two was needed.

The first is wrong. Let $u$ be $-1$, $0$ or $1$ with probability $1/3$ each, and $v = u^2$. Then
$\langle u \rangle = 0$ and $\langle u v \rangle = \langle u^3 \rangle = 0$, so the covariance is
$0 - 0 \cdot \tfrac23 = 0$. But $u$ fixes $v$ completely: the probability of $u = 0$ and $v = 0$
together is $1/3$, and not $\tfrac13 \cdot \tfrac13$. The covariance sees only how far the two
follow a straight line.

(1 point for the variance of the sum with its reason; 1 point for an example with the covariance
shown to be 0 and the dependence named. Points on a circle, or any $v$ that is an even function
of a symmetric $u$, do as well.)
""",
}


def affine(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError(f"X must have two axes (n, d), not the shape {X.shape}")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError(f"W must have one row for each of {X.shape[1]} features, not {W.shape}")
    # told apart from (1, k) or (n, 1), which broadcasting would add without a word
    if b.shape != (W.shape[1],):
        raise ValueError(f"b must have the shape {(W.shape[1],)}, not {b.shape}")
    return X @ W + b


def project(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero: it has no direction")
    return np.outer(Y @ v / (v @ v), v)


def power_iteration(A, v0, n_steps):
    vector = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        vector = A @ vector
        vector = vector / np.linalg.norm(vector)
    # a negative eigenvalue turns the vector round at every step
    if vector @ v0 < 0:
        vector = -vector
    return vector @ A @ vector, vector


def covariance(X):
    X = np.asarray(X, dtype=float)
    centered = X - X.mean(axis=0)
    return centered.T @ centered / len(X)


def propagate(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    product = B @ C @ B.T
    # rounding may leave two mirrored entries different in the last digit
    return (product + product.T) / 2


def normal_log_density(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    # not the logarithm of the density, which is 0 in float64 from 39 sigma on
    return -(((x - mu) / sigma) ** 2) / 2 - np.log(sigma) - np.log(2 * np.pi) / 2


def monte_carlo(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2: one value has no spread")
    values = f(sample(n, rng))
    return np.mean(values), np.std(values, ddof=1) / np.sqrt(n)
