"""Wrong answers to the exercises of numpy_and_gradients, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- standardize ---


@wrong_answer("standardize", cause="divides by the variance, the root is missing")
def standardize_divides_by_variance(X):
    X = np.asarray(X, dtype=float)
    n = len(X)
    mu = X.sum(axis=0) / n
    var = ((X - mu) ** 2).sum(axis=0) / n
    constant = X.max(axis=0) == X.min(axis=0)
    var[constant] = 1.0
    Z = (X - mu) / var
    Z[:, constant] = 0.0
    return Z


@wrong_answer(
    "standardize",
    cause="standardizes the rows (axis 1, with keepdims) where the columns are meant",
)
def standardize_rows(X):
    X = np.asarray(X, dtype=float)
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.std(X, axis=1, keepdims=True)
    equal = np.ptp(X, axis=1, keepdims=True) == 0
    return np.where(equal, 0.0, (X - mean) / np.where(equal, 1.0, std))


@wrong_answer(
    "standardize",
    cause="one mean and one standard deviation of the whole table, not one for each column",
)
def standardize_whole_table(X):
    X = np.array(X, dtype=float)
    mu, sigma = X.mean(), X.std()
    constant = (X == X[0]).all(axis=0)
    if sigma == 0:
        return np.zeros(X.shape)
    Z = (X - mu) / sigma
    Z[:, constant] = 0
    return Z


@wrong_answer(
    "standardize",
    cause="recognizes a constant column by std == 0, which rounding makes False for 0.1",
)
def standardize_std_equals_zero(X):
    X = np.asarray(X, dtype=float)
    mu = X.mean(axis=0)
    sd = X.std(axis=0)
    sd[sd == 0] = 1
    return (X - mu) / sd


@wrong_answer(
    "standardize",
    cause="adds 1e-8 to the standard deviation, which flattens columns of very small numbers",
)
def standardize_adds_epsilon(X):
    eps = 1e-8
    X = np.asarray(X, dtype=float)
    out = np.empty(X.shape)
    for j in range(X.shape[1]):
        column = X[:, j]
        if all(column == column[0]):
            out[:, j] = 0
        else:
            out[:, j] = (column - np.mean(column)) / (np.std(column) + eps)
    return out


@wrong_answer(
    "standardize",
    cause="calls every column with a spread below 1e-12 constant, so small units become zeros",
)
def standardize_absolute_tolerance(X):
    X = np.asarray(X, dtype=float)
    mean, std = X.mean(0), X.std(0)
    is_constant = std < 1e-12
    std = np.where(is_constant, 1.0, std)
    result = (X - mean) / std
    result[:, is_constant] = 0.0
    return result


# --- pairwise_squared_distances ---


@wrong_answer(
    "pairwise_squared_distances",
    cause="expands the square, which cancels far from the origin; clipping hides only the sign",
)
def distances_expanded_and_clipped(A, B):
    A = np.asarray(A, dtype=float)
    B = np.asarray(B, dtype=float)
    aa = np.sum(A**2, axis=1, keepdims=True)
    bb = np.sum(B**2, axis=1)
    return np.maximum(aa - 2 * A @ B.T + bb, 0)


@wrong_answer(
    "pairwise_squared_distances",
    cause="adds the absolute differences (Manhattan distance), the differences are not squared",
)
def distances_manhattan(A, B):
    A = np.asarray(A, dtype=float)
    B = np.asarray(B, dtype=float)
    difference = A[:, np.newaxis, :] - B[np.newaxis, :, :]
    return np.abs(difference).sum(axis=2)


@wrong_answer(
    "pairwise_squared_distances",
    cause="sums over the axis of the points of B (axis 1) and not over the coordinates",
)
def distances_sum_over_points(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    D = (A[:, np.newaxis, :] - B[np.newaxis, :, :]) ** 2
    return D.sum(axis=1)


@wrong_answer(
    "pairwise_squared_distances",
    cause="reshapes B to (d, m) where it should be transposed, so its coordinates are scrambled",
)
def distances_reshape_for_transpose(A, B):
    A = np.asarray(A, dtype=float)
    B = np.asarray(B, dtype=float)
    n, d = A.shape
    m = B.shape[0]
    left = A.reshape(n, d, 1)
    right = B.reshape(1, d, m)
    return ((left - right) ** 2).sum(axis=1)


@wrong_answer(
    "pairwise_squared_distances",
    cause="computes in float32, where points far from the origin fall together",
)
def distances_single_precision(A, B):
    A = np.asarray(A, dtype=np.float32)
    B = np.asarray(B, dtype=np.float32)
    diff = A[:, None, :] - B[None, :, :]
    return np.einsum("ijk,ijk->ij", diff, diff).astype(float)


@wrong_answer(
    "pairwise_squared_distances",
    cause="sets the diagonal to 0 as if A and B were the same set of points",
)
def distances_zero_diagonal(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    D = np.sum(np.square(A[:, None, :] - B[None, :, :]), axis=-1)
    np.fill_diagonal(D, 0.0)
    return D


# --- directional_derivative ---


@wrong_answer("directional_derivative", cause="divides by h where 2h belongs")
def directional_divides_by_h(f, x, u, h=1e-5):
    x, u = np.array(x, dtype=float), np.array(u, dtype=float)
    forward = f(x + h * u)
    backward = f(x - h * u)
    slope = (forward - backward) / h
    return slope


@wrong_answer(
    "directional_derivative",
    cause="scales u to length 1 first, so the length of u no longer counts",
)
def directional_unit_direction(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    u = np.asarray(u, dtype=float)
    length = np.sqrt(np.sum(u**2))
    if length > 0:
        u = u / length
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@wrong_answer(
    "directional_derivative",
    cause="moves the caller's x in place and leaves it at x - h u",
)
def directional_moves_x(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    u = np.asarray(u, dtype=float)
    if x.ndim == 0:
        x = x.copy()
    x += h * u
    plus = f(x)
    x -= 2 * h * u
    minus = f(x)
    return (plus - minus) / (2 * h)


@wrong_answer(
    "directional_derivative",
    cause="overwrites the argument h with a fixed step of 1e-5",
)
def directional_ignores_h(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    h = 1e-5
    g = lambda t: f(x + t * u)  # noqa: E731
    return (g(h) - g(-h)) / (2 * h)


@wrong_answer(
    "directional_derivative",
    cause="returns the second derivative along u (second central difference), not the slope",
)
def directional_second_difference(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    u = np.asarray(u, dtype=float)
    return (f(x + h * u) - 2 * f(x) + f(x - h * u)) / h**2


@wrong_answer(
    "directional_derivative",
    cause="converts u to the dtype of x, so for an x of integers the direction is cut to integers",
)
def directional_u_in_dtype_of_x(f, x, u, h=1e-5):
    x = np.asarray(x)
    u = np.asarray(u).astype(x.dtype)
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


# --- numerical_gradient ---


@wrong_answer(
    "numerical_gradient", cause="forward differences where central ones are asked for"
)
def numerical_forward(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    fx = f(x)
    grad = np.zeros(x.shape)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        ix = it.multi_index
        bumped = x.copy()
        bumped[ix] += h
        grad[ix] = (f(bumped) - fx) / h
        it.iternext()
    return grad


@wrong_answer(
    "numerical_gradient",
    cause="zeros_like of an integer x makes an integer gradient, so its fractions are cut off",
)
def numerical_integer_result(f, x, h=1e-5):
    x = np.asarray(x)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


@wrong_answer(
    "numerical_gradient",
    cause="nudges a copy that is still of integers when x is, so x + h is cut back to an integer",
)
def numerical_integer_nudge(f, x, h=1e-5):
    x = np.asarray(x)
    gradient = np.zeros(x.shape, dtype=float)
    for index in np.ndindex(x.shape):
        plus, minus = x.copy(), x.copy()
        plus[index] = x[index] + h
        minus[index] = x[index] - h
        gradient[index] = (f(plus.astype(float)) - f(minus.astype(float))) / (2 * h)
    return gradient


@wrong_answer(
    "numerical_gradient",
    cause="the return stands inside the loop, so only the first element is filled in",
)
def numerical_returns_in_loop(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h
        f1 = f(x.copy())
        x[index] = old - h
        f2 = f(x.copy())
        x[index] = old
        grad[index] = (f1 - f2) / (2 * h)
        return grad


@wrong_answer(
    "numerical_gradient",
    cause="nudges the caller's own array (asarray makes no copy), which fails if it is read-only",
)
def numerical_nudges_callers_array(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        original = x[index]
        x[index] = original + h
        high = f(x)
        x[index] = original - h
        low = f(x)
        x[index] = original
        grad[index] = (high - low) / (2 * h)
    return grad


@wrong_answer(
    "numerical_gradient",
    cause="collects the slopes in row order but fills them in column order (order='F')",
)
def numerical_fills_column_order(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    slopes = []
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        slopes.append((f(x + step) - f(x - step)) / (2 * h))
    return np.array(slopes, dtype=float).reshape(x.shape, order="F")


# --- relative_error ---


@wrong_answer(
    "relative_error", cause="takes the mean over the elements where the largest is asked for"
)
def relative_mean_not_max(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(scale == 0, 1.0, scale)
    return float(np.mean(np.abs(a - b) / safe))


@wrong_answer(
    "relative_error",
    cause="nanmax drops 0/0 but also every honest nan of a and b",
)
def relative_nanmax(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    if not a.any() and not b.any():
        return 0.0
    with np.errstate(invalid="ignore", divide="ignore"):
        r = np.abs(a - b) / np.maximum(np.abs(a), np.abs(b))
    return np.nanmax(r)


@wrong_answer(
    "relative_error",
    cause="'if r > worst' is False for nan, so the loop passes over a broken element in silence",
)
def relative_comparison_skips_nan(a, b):
    a = np.ravel(np.asarray(a, dtype=float))
    b = np.ravel(np.asarray(b, dtype=float))
    worst = 0.0
    for ak, bk in zip(a, b):
        if ak == 0 and bk == 0:
            continue
        r = abs(ak - bk) / max(abs(ak), abs(bk))
        if r > worst:
            worst = r
    return worst


@wrong_answer(
    "relative_error",
    cause="divides by |b| alone (not symmetric in a and b), not by the larger of |a| and |b|",
)
def relative_to_b_only(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    difference = np.abs(a - b)
    r = np.zeros(difference.shape)
    differs = difference != 0
    with np.errstate(divide="ignore"):
        r[differs] = difference[differs] / np.abs(b)[differs]
    return np.max(r)


@wrong_answer(
    "relative_error",
    cause="skips elements where either of the two is 0, and not only those where both are",
)
def relative_skips_single_zeros(a, b):
    a = np.asarray(a, dtype=float)
    b = np.asarray(b, dtype=float)
    usable = (a != 0) & (b != 0)
    largest = np.where(usable, np.maximum(np.abs(a), np.abs(b)), 1.0)
    return np.where(usable, np.abs(a - b) / largest, 0.0).max()


@wrong_answer(
    "relative_error",
    cause="the difference a - b has no absolute value, so where a is smaller is overlooked",
)
def relative_signed_difference(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    size = np.maximum(np.abs(a), np.abs(b))
    return np.max((a - b) / np.where(size == 0, 1.0, size))
