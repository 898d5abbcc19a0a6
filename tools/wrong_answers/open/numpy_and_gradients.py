"""Wrong answers to the exercises of numpy_and_gradients, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- standardize ---


@wrong_answer(
    "standardize",
    cause="uses the sample standard deviation (divided by n - 1) where the population's belongs",
)
def standardize_sample_std(X):
    X = np.asarray(X, dtype=float)
    same = np.all(X == X[0], axis=0)
    Z = np.zeros_like(X)
    cols = X[:, ~same]
    if cols.size:
        Z[:, ~same] = (cols - cols.mean(axis=0)) / cols.std(axis=0, ddof=1)
    return Z


@wrong_answer(
    "standardize",
    cause="scales each column to the range 0 to 1 (min-max) where mean 0 and variance 1 is asked",
)
def standardize_min_max(X):
    X = np.asarray(X, dtype=float)
    low, high = X.min(axis=0), X.max(axis=0)
    span = high - low
    return (X - low) / np.where(span == 0, 1, span)


@wrong_answer("standardize", cause="only scales the columns, the mean is not subtracted")
def standardize_keeps_mean(X):
    X = np.asarray(X, dtype=float)
    constant = np.array([len(set(col)) == 1 for col in X.T])
    sigma = X.std(axis=0)
    sigma[constant] = 1.0
    Z = X / sigma
    Z[:, constant] = 0.0
    return Z


@wrong_answer(
    "standardize",
    cause="the squares are taken of X itself, so it divides by the root mean square about 0",
)
def standardize_uncentered_scale(X):
    X = np.asarray(X, dtype=float)
    n, d = X.shape
    Z = np.zeros((n, d))
    for j in range(d):
        if np.unique(X[:, j]).size == 1:
            continue
        mu = sum(X[i, j] for i in range(n)) / n
        sigma = np.sqrt(sum(X[i, j] ** 2 for i in range(n)) / n)
        Z[:, j] = (X[:, j] - mu) / sigma
    return Z


@wrong_answer(
    "standardize",
    cause="shifts and scales the caller's own array in place, since asarray made no copy",
)
def standardize_in_place(X):
    X = np.asarray(X, dtype=float)
    constant = (X == X[0]).all(axis=0)
    X -= X.mean(axis=0)
    X /= np.where(constant, 1.0, X.std(axis=0))
    X[:, constant] = 0.0
    return X


@wrong_answer(
    "standardize",
    cause="divides by the mean absolute deviation in place of the standard deviation",
)
def standardize_mean_absolute_deviation(X):
    X = np.asarray(X, dtype=float)
    centered = X - X.mean(axis=0)
    constant = X.min(axis=0) == X.max(axis=0)
    spread = np.mean(np.sqrt(centered**2), axis=0)
    spread[constant] = 1.0
    centered[:, constant] = 0.0
    return centered / spread


# --- pairwise_squared_distances ---


@wrong_answer(
    "pairwise_squared_distances", cause="takes the root: distances, not squared distances"
)
def distances_not_squared(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.linalg.norm(A[:, None, :] - B[None, :, :], axis=-1)


@wrong_answer(
    "pairwise_squared_distances",
    cause="entry [i, j] belongs to B[i] and A[j]: the table is transposed, (m, n)",
)
def distances_transposed(A, B):
    A = np.asarray(A, dtype=float)[np.newaxis, :, :]
    B = np.asarray(B, dtype=float)[:, np.newaxis, :]
    return np.sum((A - B) ** 2, axis=2)


@wrong_answer(
    "pairwise_squared_distances",
    cause="takes the mean over the coordinates where the sum belongs",
)
def distances_mean_over_coordinates(A, B):
    A, B = np.array(A, dtype=float), np.array(B, dtype=float)
    return ((A[:, None] - B) ** 2).mean(axis=-1)


@wrong_answer(
    "pairwise_squared_distances",
    cause="adds up the coordinate differences first and squares their sum",
)
def distances_square_of_sum(A, B):
    A = np.asarray(A, dtype=float)
    B = np.asarray(B, dtype=float)
    diff = np.expand_dims(A, 1) - np.expand_dims(B, 0)
    return np.sum(diff, axis=2) ** 2


@wrong_answer(
    "pairwise_squared_distances",
    cause="rounds to ten decimals, so the squared distances of close points become 0",
)
def distances_rounded(A, B):
    A = np.asarray(A, dtype=float)
    B = np.asarray(B, dtype=float)
    D = ((A[:, None] - B[None]) ** 2).sum(-1)
    return np.round(D, 10)


@wrong_answer(
    "pairwise_squared_distances",
    cause="the table to be filled is made of integers, so the fractions of the results are cut off",
)
def distances_into_integers(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    D = np.zeros((A.shape[0], B.shape[0]), dtype=int)
    D[:] = np.sum((A[:, None, :] - B[None, :, :]) ** 2, axis=2)
    return D


# --- directional_derivative ---


@wrong_answer("directional_derivative", cause="a forward difference, not a central one")
def directional_forward(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    u = np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x)) / h


@wrong_answer(
    "directional_derivative", cause="the two values are exchanged, so the sign is wrong"
)
def directional_sign_flipped(f, x, u, h=1e-5):
    step = h * np.asarray(u, dtype=float)
    before = np.asarray(x, dtype=float) - step
    after = np.asarray(x, dtype=float) + step
    return (f(before) - f(after)) / (2 * h)


@wrong_answer(
    "directional_derivative",
    cause="'/ 2 * h' divides by 2 and multiplies by h: parentheses around 2 * h are missing",
)
def directional_divisor_without_parentheses(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    u = np.asarray(u, dtype=float)
    return (f(x + u * h) - f(x - u * h)) / 2 * h


@wrong_answer(
    "directional_derivative",
    cause="scales the step by the size of x but divides by the unscaled 2h",
)
def directional_scaled_step_unscaled_divisor(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    u = np.asarray(u, dtype=float)
    step = h * max(1.0, np.max(np.abs(x)))
    return (f(x + step * u) - f(x - step * u)) / (2 * h)


@wrong_answer(
    "directional_derivative",
    cause="steps back by h only once, so the second value is f(x) and not f(x - h u)",
)
def directional_second_value_at_x(f, x, u, h=1e-5):
    point = np.array(x, dtype=float)
    step = h * np.asarray(u, dtype=float)
    point = point + step
    f_plus = f(point)
    point = point - step
    f_minus = f(point)
    return (f_plus - f_minus) / (2 * h)


@wrong_answer(
    "directional_derivative",
    cause="adds up the partial derivatives without weighting each by its component of u",
)
def directional_sum_of_partials(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    u = np.asarray(u, dtype=float)
    total = 0.0
    for index in np.ndindex(x.shape):
        e = np.zeros(u.shape)
        e[index] = 1.0
        total += (f(x + h * e) - f(x - h * e)) / (2 * h)
    return total


# --- numerical_gradient ---


@wrong_answer("numerical_gradient", cause="divides by h where 2h belongs")
def numerical_divides_by_h(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    g = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        e = np.zeros(x.shape)
        e[index] = h
        g[index] = (f(x + e) - f(x - e)) / h
    return g


@wrong_answer(
    "numerical_gradient",
    cause="the nudged element is not put back, so it stays at x - h for all later elements",
)
def numerical_not_put_back(f, x, h=1e-5):
    p = np.array(x, dtype=float)
    grad = np.zeros(p.shape)
    for index in np.ndindex(p.shape):
        p[index] += h
        up = f(p.copy())
        p[index] -= 2 * h
        down = f(p.copy())
        grad[index] = (up - down) / (2 * h)
    return grad


@wrong_answer(
    "numerical_gradient",
    cause="nudges all elements at once, so every place gets the sum of all slopes",
)
def numerical_nudges_all_at_once(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        grad[i] = (f(x + h) - f(x - h)) / (2 * h)
    return grad


@wrong_answer(
    "numerical_gradient",
    cause="loops over len(x), not over all elements, so most of a matrix is never filled in",
)
def numerical_loops_over_len(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    flat = x.reshape(-1)
    n = len(x) if x.ndim > 0 else 1
    grad = np.zeros(flat.shape)
    for k in range(n):
        e = np.zeros(flat.shape)
        e[k] = h
        grad[k] = (f((flat + e).reshape(x.shape)) - f((flat - e).reshape(x.shape))) / (2 * h)
    return grad.reshape(x.shape)


@wrong_answer(
    "numerical_gradient",
    cause="the step is never set back to zero, so element k gets the sum of the slopes up to k",
)
def numerical_step_accumulates(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    grad = np.zeros(x.shape)
    step = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step[index] = h
        grad[index] = (f(x + step) - f(x - step)) / (2 * h)
    return grad


@wrong_answer(
    "numerical_gradient",
    cause="replaces h by a far too small step of 1e-12, where round-off rules",
)
def numerical_step_too_small(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    h = min(h, 1e-12)
    grad = np.empty(x.shape)
    for index in np.ndindex(x.shape):
        x_plus = np.array(x)
        x_minus = np.array(x)
        x_plus[index] += h
        x_minus[index] -= h
        grad[index] = (f(x_plus) - f(x_minus)) / (2 * h)
    return grad


# --- relative_error ---


@wrong_answer(
    "relative_error",
    cause="divides by the sum |a| + |b| where the larger of the two belongs",
)
def relative_sum_in_denominator(a, b):
    a = np.asarray(a, dtype=float)
    b = np.asarray(b, dtype=float)
    den = np.abs(a) + np.abs(b)
    den = np.where(den == 0, 1.0, den)
    return np.max(np.abs(a - b) / den)


@wrong_answer(
    "relative_error",
    cause="takes the larger of a and b without absolute values as the denominator",
)
def relative_denominator_without_abs(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    top = np.abs(a - b)
    bottom = np.maximum(a, b)
    r = np.divide(top, bottom, out=np.zeros_like(top), where=bottom != 0)
    r = np.where(np.isnan(a) | np.isnan(b), np.nan, r)
    return r.max()


@wrong_answer(
    "relative_error",
    cause="divides the largest difference by the largest element of all, not element by element",
)
def relative_one_scale_for_all(a, b):
    a = np.asarray(a, dtype=float)
    b = np.asarray(b, dtype=float)
    biggest = np.max(np.maximum(np.abs(a), np.abs(b)))
    if biggest == 0:
        return 0.0
    return np.max(np.abs(a - b)) / biggest


@wrong_answer(
    "relative_error",
    cause="a floor of 1e-8 under the denominator makes errors of very small elements vanish",
)
def relative_floor_in_denominator(a, b):
    a = np.asarray(a, dtype=float)
    b = np.asarray(b, dtype=float)
    return np.max(np.abs(a - b) / np.maximum(1e-8, np.maximum(np.abs(a), np.abs(b))))


@wrong_answer(
    "relative_error", cause="gives nan (0/0) where both elements are 0, which should count 0"
)
def relative_zero_over_zero(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    with np.errstate(all="ignore"):
        return np.max(np.abs(a - b) / np.maximum(np.abs(a), np.abs(b)))


@wrong_answer(
    "relative_error",
    cause="divides by the smaller of |a| and |b| in place of the larger",
)
def relative_smaller_in_denominator(a, b):
    a = np.asarray(a, dtype=float)
    b = np.asarray(b, dtype=float)
    r = np.zeros(a.shape)
    for k in np.ndindex(a.shape):
        if a[k] == b[k]:
            continue
        with np.errstate(divide="ignore"):
            r[k] = np.abs(a[k] - b[k]) / np.minimum(np.abs(a[k]), np.abs(b[k]))
    return r.max()
