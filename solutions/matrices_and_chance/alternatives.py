"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative


@alternative("affine")
def affine_by_loops(X, W, b):
    X, W, b = np.array(X, dtype=float), np.array(W, dtype=float), np.array(b, dtype=float)
    if X.ndim != 2:
        raise ValueError("X: two axes are wanted")
    if W.ndim != 2 or W.shape[0] != X.shape[1]:
        raise ValueError("W does not fit")
    if b.ndim != 1 or b.shape[0] != W.shape[1]:
        raise ValueError("b does not fit")
    out = np.zeros((X.shape[0], W.shape[1]))
    for i in range(X.shape[0]):
        for c in range(W.shape[1]):
            out[i, c] = sum(X[i, j] * W[j, c] for j in range(X.shape[1])) + b[c]
    return out


@alternative("affine")
def affine_with_a_column_of_ones(X, W, b):
    if np.ndim(X) != 2:
        raise ValueError("X must be (n, d)")
    n, d = np.shape(X)
    if np.ndim(W) != 2 or np.shape(W)[0] != d:
        raise ValueError(f"W must be ({d}, k)")
    if np.shape(b) != np.shape(W)[1:]:
        raise ValueError("b must be (k,)")
    return np.hstack([X, np.ones((n, 1))]) @ np.vstack([W, b])


@alternative("affine")
def affine_by_einsum(X, W, b):
    X, W, b = np.asarray(X, float), np.asarray(W, float), np.asarray(b, float)
    for name, array, axes in (("X", X, 2), ("W", W, 2), ("b", b, 1)):
        if array.ndim != axes:
            raise ValueError(f"{name} should have {axes} axes")
    if X.shape[1] != W.shape[0]:
        raise ValueError(f"X has {X.shape[1]} columns, W has {W.shape[0]} rows")
    if W.shape[1] != b.size:
        raise ValueError(f"W has {W.shape[1]} columns, b has {b.size} numbers")
    return np.einsum("ij,jc->ic", X, W) + b[np.newaxis]


@alternative("project")
def by_a_unit_vector(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    length = np.linalg.norm(v)
    if length == 0:
        raise ValueError("v is zero")
    unit = v / length
    return (Y @ unit)[:, np.newaxis] * unit


@alternative("project")
def by_a_matrix(Y, v):
    v = np.array(v, dtype=float)
    if (v == 0).all():
        raise ValueError("v = 0 has no line")
    P = np.outer(v, v) / np.sum(v**2)
    return np.asarray(Y, dtype=float) @ P


@alternative("project")
def row_by_row(Y, v):
    v = np.asarray(v, dtype=float)
    if not v.any():
        raise ValueError("all of v is zero")
    return np.array([np.dot(y, v) / np.dot(v, v) * v for y in np.asarray(Y, dtype=float)])


@alternative("power_iteration")
def sign_kept_at_every_step(A, v0, n_steps):
    A, v0 = np.array(A, dtype=float), np.array(v0, dtype=float)
    v = v0 / np.sqrt(np.sum(v0**2))
    for _ in range(n_steps):
        w = A.dot(v)
        v = w / np.sqrt(np.sum(w**2))
        v = v if v.dot(v0) >= 0 else -v
    return float(np.sum(v * (A @ v))), v


@alternative("power_iteration")
def scaled_by_the_largest_entry(A, v0, n_steps):
    A, v = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.max(np.abs(v))
    v = v / np.linalg.norm(v)
    if np.dot(v, v0) < 0:
        v = -v
    return v @ (A @ v) / (v @ v), v


@alternative("covariance")
def by_numpy(X):
    return np.cov(np.asarray(X, dtype=float), rowvar=False, ddof=0).reshape(np.shape(X)[1], -1)


@alternative("covariance")
def pair_by_pair(X):
    X = np.array(X, dtype=float)
    n, d = X.shape
    means = [sum(X[:, j]) / n for j in range(d)]
    C = np.empty((d, d))
    for i in range(d):
        for j in range(d):
            C[i, j] = np.mean((X[:, i] - means[i]) * (X[:, j] - means[j]))
    return C


@alternative("covariance")
def by_outer_products(X):
    X = np.asarray(X, dtype=float)
    D = X - np.mean(X, axis=0, keepdims=True)
    return np.mean(D[:, :, np.newaxis] * D[:, np.newaxis, :], axis=0)


@alternative("propagate")
def by_the_upper_half(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    upper = np.triu(B @ C @ B.T)
    return upper + np.triu(upper, 1).T


@alternative("propagate")
def by_rows(B, C):
    B, C = np.array(B, dtype=float), np.array(C, dtype=float)
    k = len(B)
    out = np.zeros((k, k))
    for i in range(k):
        for j in range(i + 1):
            out[i, j] = out[j, i] = B[i] @ C @ B[j]
    return out


@alternative("normal_log_density")
def with_one_logarithm(x, mu, sigma):
    x, mu, sigma = np.asarray(x, float), np.asarray(mu, float), np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma has to be > 0")
    z = (x - mu) / sigma
    return -0.5 * z * z - np.log(sigma * np.sqrt(2 * np.pi))


@alternative("normal_log_density")
def by_half_of_a_sum(x, mu, sigma):
    if np.min(sigma) <= 0:
        raise ValueError("a sigma is not positive")
    z = np.subtract(x, mu, dtype=float) / sigma
    return -0.5 * (np.log(2 * np.pi) + 2 * np.log(sigma) + z**2)


@alternative("monte_carlo")
def by_sums(f, sample, n, rng):
    if n < 2:
        raise ValueError("n is too small")
    values = [float(value) for value in f(sample(n, rng))]
    mean = sum(values) / n
    variance = sum((value - mean) ** 2 for value in values) / (n - 1)
    return mean, np.sqrt(variance / n)


@alternative("monte_carlo")
def by_the_variance(f, sample, n, rng):
    if not n >= 2:
        raise ValueError(f"n = {n} is less than 2")
    points = sample(n, rng)
    values = np.array(f(points), dtype=float)
    return values.mean(), np.sqrt(values.var(ddof=1) / len(values))


@alternative("monte_carlo")
def by_the_population_variance(f, sample, n, rng):
    if n <= 1:
        raise ValueError("n must be 2 or more")
    values = np.asarray(f(sample(n, rng))) * 1.0
    mean = np.average(values)
    return mean, np.sqrt(np.average((values - mean) ** 2) / (n - 1))
