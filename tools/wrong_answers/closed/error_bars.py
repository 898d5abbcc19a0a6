"""Wrong answers to the exercises of error_bars, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- chi_square ---


@wrong_answer("chi_square", cause="mean over the readings instead of the sum")
def chi_mean(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma has to be positive")
    pull = (np.asarray(y) - np.asarray(X) @ np.asarray(w)) / sigma
    return np.mean(pull**2)


@wrong_answer("chi_square", cause="multiplies the deviations by sigma instead of dividing")
def chi_multiplies_by_sigma(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if np.min(sigma) <= 0:
        raise ValueError("sigma must be positive")
    return float(np.sum(((np.asarray(y) - np.dot(X, w)) * sigma) ** 2))


@wrong_answer("chi_square", cause="the deviations are summed first and the sum is squared")
def chi_squares_the_sum(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    return np.sum((np.asarray(y) - np.dot(X, w)) / sigma) ** 2


@wrong_answer(
    "chi_square", cause="refuses sigma only if none of it is positive, not if any entry is bad"
)
def chi_refuses_only_if_all_bad(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if np.all(sigma <= 0):
        raise ValueError("sigma must be positive")
    return np.sum(((np.asarray(y) - np.dot(X, w)) / sigma) ** 2)


@wrong_answer("chi_square", cause="adds the log terms: it is -2 ln L without dropping the constant")
def chi_minus_two_log_likelihood(w, X, y, sigma):
    y = np.asarray(y, dtype=float)
    sigma = np.broadcast_to(np.asarray(sigma, dtype=float), y.shape)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    mu = np.dot(X, w)
    density = np.exp(-0.5 * ((y - mu) / sigma) ** 2) / (np.sqrt(2 * np.pi) * sigma)
    return -2 * np.sum(np.log(density))


@wrong_answer(
    "chi_square", cause="all readings are divided by the mean of sigma instead of their own"
)
def chi_mean_sigma(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    r = np.asarray(y) - np.dot(X, w)
    return np.sum(r**2) / np.mean(sigma) ** 2


# --- chi_square_gradient ---


@wrong_answer("chi_square_gradient", cause="weights sigma**2 instead of 1 / sigma**2")
def chi_gradient_weights_inverted(w, X, y, sigma):
    X, y = np.asarray(X, float), np.asarray(y, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    return 2 * np.einsum("i,ij->j", (X @ np.asarray(w, float) - y) * sigma**2, X)


@wrong_answer("chi_square_gradient", cause="does not refuse a sigma that is zero or negative")
def chi_gradient_no_validation(w, X, y, sigma):
    X, y, sigma = np.asarray(X, float), np.asarray(y, float), np.asarray(sigma, float)
    return -2 * X.T @ ((y - X @ np.asarray(w, float)) / sigma**2)


@wrong_answer("chi_square_gradient", cause="the deviations stay squared in the gradient")
def chi_gradient_keeps_square(w, X, y, sigma):
    X, y = np.asarray(X, float), np.asarray(y, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    d = y - X @ np.asarray(w, float)
    return -2 * X.T @ (d**2 / sigma**2)


@wrong_answer(
    "chi_square_gradient",
    cause="one-sided difference quotient with h = 0.01: only about two digits",
)
def chi_gradient_coarse_difference(w, X, y, sigma):
    w = np.array(w, dtype=float)
    h = 1e-2
    base = chi_square(w, X, y, sigma)
    grad = np.zeros_like(w)
    for j in range(len(w)):
        shifted = w.copy()
        shifted[j] += h
        grad[j] = (chi_square(shifted, X, y, sigma) - base) / h
    return grad


@wrong_answer(
    "chi_square_gradient", cause="the accumulator is overwritten: only the last reading counts"
)
def chi_gradient_last_reading(w, X, y, sigma):
    X, y = np.asarray(X, float), np.asarray(y, float)
    sigma = np.broadcast_to(np.asarray(sigma, float), y.shape)
    if (sigma <= 0).any():
        raise ValueError("sigma must be positive")
    for i in range(len(y)):
        grad = -2 * (y[i] - X[i] @ np.asarray(w, float)) / sigma[i] ** 2 * X[i]
    return grad


@wrong_answer(
    "chi_square_gradient", cause="the input factor x is missing: the same number in every entry"
)
def chi_gradient_without_inputs(w, X, y, sigma):
    X, y = np.asarray(X, float), np.asarray(y, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    total = -2 * np.sum((y - X @ np.asarray(w, float)) / sigma**2)
    return np.full(X.shape[1], total)


# --- fit_covariance ---


@wrong_answer("fit_covariance", cause="the inverse is forgotten: returns X.T D X itself")
def covariance_not_inverted(X, sigma):
    X = np.asarray(X, float)
    sigma = np.broadcast_to(np.asarray(sigma, float), (len(X),))
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    return X.T @ np.diag(1 / sigma**2) @ X


@wrong_answer("fit_covariance", cause="weights 1 / sigma instead of 1 / sigma**2")
def covariance_sigma_not_squared(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float) * np.ones(X.shape[0])
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    return np.linalg.inv((X.T / sigma) @ X)


@wrong_answer(
    "fit_covariance", cause="1 / A takes the reciprocal of each entry, not the matrix inverse"
)
def covariance_reciprocal_entries(X, sigma):
    Xs = np.asarray(X, float).T / np.asarray(sigma, float)
    if np.any(np.asarray(sigma) <= 0):
        raise ValueError("sigma must be positive")
    A = Xs @ Xs.T
    return A**-1.0


@wrong_answer(
    "fit_covariance", cause="divides A by n (mean instead of sum), so C is n times too large"
)
def covariance_mean_over_readings(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    n = X.shape[0]
    A = (X.T * (1 / sigma**2)) @ X / n
    return np.linalg.inv(A)


@wrong_answer("fit_covariance", cause="only the diagonal of A is inverted: correlations are lost")
def covariance_diagonal_only(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    d = X.shape[1]
    C = np.zeros((d, d))
    for j in range(d):
        C[j, j] = 1 / np.sum(X[:, j] ** 2 / sigma**2)
    return C


@wrong_answer(
    "fit_covariance",
    cause="the test 'sigma.any() <= 0' compares a Boolean: a bad entry among good ones passes",
)
def covariance_any_before_comparison(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float)
    if sigma.any() <= 0:
        raise ValueError("sigma must be positive")
    weighted = X.T / sigma**2
    return np.linalg.inv(weighted @ X)

