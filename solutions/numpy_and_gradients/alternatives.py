"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative


@alternative("standardize")
def standardize_by_loop(X):
    X = np.array(X, dtype=float)
    out = np.zeros(X.shape)
    for j in range(X.shape[1]):
        column = X[:, j]
        if np.all(column == column[0]):
            continue
        mean = sum(column - column[0]) / len(column) + column[0]
        variance = sum((v - mean) ** 2 for v in column) / len(column)
        out[:, j] = (column - mean) / np.sqrt(variance)
    return out


@alternative("standardize")
def standardize_from_the_first_row(X):
    # equal rows are exact zeros once the first is subtracted
    X = np.asarray(X, dtype=float)
    Y = X - X[0]
    Y = Y - Y.mean(axis=0)
    spread = np.sqrt(np.mean(Y**2, axis=0))
    return Y / np.where(spread == 0, 1.0, spread)


@alternative("standardize")
def standardize_with_relative_threshold(X):
    X = np.asarray(X, dtype=float)
    mean, spread = X.mean(axis=0), X.std(axis=0)
    varies = spread > 1e-13 * np.abs(mean)
    out = np.zeros(X.shape)
    out[:, varies] = (X[:, varies] - mean[varies]) / spread[varies]
    return out


@alternative("pairwise_squared_distances")
def distances_by_einsum(A, B):
    A, B = np.array(A, dtype=float), np.array(B, dtype=float)
    D = A[:, None] - B
    return np.einsum("nmd,nmd->nm", D, D)


@alternative("pairwise_squared_distances")
def distances_expanded_about_the_middle(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    middle = A.mean(axis=0)
    A, B = A - middle, B - middle
    D = (A**2).sum(axis=1)[:, None] - 2 * A @ B.T + (B**2).sum(axis=1)
    return np.maximum(D, 0.0)


@alternative("pairwise_squared_distances")
def distances_feature_first(A, B):
    A, B = np.asarray(A, dtype=float).T, np.asarray(B, dtype=float).T
    return np.square(A[:, :, None] - B[:, None, :]).sum(axis=0)


@alternative("directional_derivative")
def along_a_line(f, x, u, h=1e-5):
    def g(t):
        return f(np.array(x, dtype=float) + t * np.array(u, dtype=float))

    return float(g(h) - g(-h)) / h / 2


@alternative("directional_derivative")
def mean_of_two_sides(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    step = np.multiply(h, u)
    middle = f(x)
    return ((f(x + step) - middle) / h + (middle - f(x - step)) / h) / 2


@alternative("numerical_gradient")
def gradient_on_a_flat_copy(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    flat, out = x.ravel(), np.zeros(x.size)
    for i in range(flat.size):
        kept = flat[i]
        flat[i] = kept + h
        above = f(x)
        flat[i] = kept - h
        below = f(x)
        flat[i] = kept
        out[i] = (above - below) / (2 * h)
    return out.reshape(x.shape)


@alternative("numerical_gradient")
def gradient_by_the_step_taken(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.empty_like(x)
    it = np.nditer(x, flags=["multi_index"])
    for _ in it:
        up, down = x.copy(), x.copy()
        up[it.multi_index] += h
        down[it.multi_index] -= h
        grad[it.multi_index] = (f(up) - f(down)) / (up - down)[it.multi_index]
    return grad


@alternative("numerical_gradient")
def gradient_by_rows_of_the_identity(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    steps = h * np.eye(x.size).reshape((x.size, *x.shape))
    slopes = [(f(x + step) - f(x - step)) / (2 * h) for step in steps]
    return np.array(slopes).reshape(x.shape)


@alternative("relative_error")
def error_by_loop(a, b):
    errors = []
    for p, q in zip(np.ravel(a).astype(float), np.ravel(b).astype(float)):
        scale = max(abs(p), abs(q))
        errors.append(0.0 if p == 0 and q == 0 else abs(p - q) / scale)
    return float(np.max(errors))


@alternative("relative_error")
def error_with_a_safe_divisor(a, b):
    a, b = np.array(a, dtype=float), np.array(b, dtype=float)
    top, bottom = abs(a - b), np.where(abs(a) > abs(b), abs(a), abs(b))
    return np.max(top / np.where(bottom == 0, 1.0, bottom))


@alternative("relative_error")
def error_where_zero_is_cleared(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    with np.errstate(invalid="ignore"):
        ratio = abs(a - b) / np.maximum(abs(a), abs(b))
    return np.where((a == 0) & (b == 0), 0.0, ratio).max()
