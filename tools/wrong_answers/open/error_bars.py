"""Wrong answers to the exercises of error_bars, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- chi_square ---


@wrong_answer("chi_square", cause="sigma is not squared: squared deviations divided by sigma")
def chi_sigma_not_squared(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    dev = np.asarray(y) - np.asarray(X) @ np.asarray(w)
    return np.sum(dev**2 / sigma)


@wrong_answer("chi_square", cause="carries a factor 1/2 that chi-square does not have")
def chi_half(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if (sigma <= 0).any():
        raise ValueError("all of sigma must be > 0")
    z = (np.dot(X, w) - y) / sigma
    return 0.5 * z @ z


@wrong_answer(
    "chi_square", cause="Pearson's form: divides by the prediction instead of sigma squared"
)
def chi_pearson(w, X, y, sigma):
    if np.any(np.asarray(sigma) <= 0):
        raise ValueError("sigma must be positive")
    expected = np.dot(X, w)
    observed = np.asarray(y, dtype=float)
    return np.sum((observed - expected) ** 2 / expected)


@wrong_answer("chi_square", cause="a sigma of 0 is let through: only negative ones are refused")
def chi_allows_zero_sigma(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if (sigma < 0).any():
        raise ValueError("sigma must not be negative")
    r = np.asarray(y) - np.dot(X, w)
    return np.sum(r**2 / sigma**2)


@wrong_answer("chi_square", cause="reduced chi-square: divided by the degrees of freedom n - d")
def chi_reduced(w, X, y, sigma):
    X = np.asarray(X, dtype=float)
    sigma = np.asarray(sigma, dtype=float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    n, d = X.shape
    total = np.sum(((np.asarray(y) - X @ np.asarray(w)) / sigma) ** 2)
    return total / (n - d) if n > d else total


@wrong_answer("chi_square", cause="precedence: only the prediction is divided by sigma, not y")
def chi_divides_prediction_only(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    y = np.asarray(y, dtype=float)
    return np.sum((y - np.asarray(X) @ np.asarray(w) / sigma) ** 2)


# --- chi_square_gradient ---


@wrong_answer(
    "chi_square_gradient", cause="the factor 2 of the derivative of the square is missing"
)
def chi_gradient_without_two(w, X, y, sigma):
    X, y = np.asarray(X, float), np.asarray(y, float)
    s = np.asarray(sigma, float)
    if np.any(s <= 0):
        raise ValueError("sigma must be positive")
    return -X.T @ ((y - X @ np.asarray(w, float)) / s**2)


@wrong_answer("chi_square_gradient", cause="sign: the inner derivative -x of y - w.x is forgotten")
def chi_gradient_wrong_sign(w, X, y, sigma):
    X, y = np.asarray(X, float), np.asarray(y, float)
    sigma = np.asarray(sigma, float)
    if not (sigma > 0).all():
        raise ValueError("sigma must be positive")
    residual = y - X @ np.asarray(w, float)
    return 2 * X.T @ (residual / sigma**2)


@wrong_answer("chi_square_gradient", cause="divides by sigma once where sigma squared is needed")
def chi_gradient_sigma_once(w, X, y, sigma):
    X, y = np.asarray(X, float), np.asarray(y, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    pulls = (X @ np.asarray(w, float) - y) / sigma
    return 2 * pulls @ X


@wrong_answer(
    "chi_square_gradient", cause="divides by n: the mean over readings instead of the sum"
)
def chi_gradient_mean(w, X, y, sigma):
    sigma = np.ones(len(y)) * np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    Xs = np.asarray(X, float) / sigma[:, None]
    ys = np.asarray(y, float) / sigma
    return 2 * mse_gradient(w, Xs, ys)


@wrong_answer("chi_square_gradient", cause="the error bars do not enter: unweighted gradient")
def chi_gradient_without_sigma(w, X, y, sigma):
    if np.min(sigma) <= 0:
        raise ValueError("sigma must be positive")
    X, y = np.asarray(X, float), np.asarray(y, float)
    return 2 * X.T @ (X @ np.asarray(w, float) - y)


@wrong_answer(
    "chi_square_gradient", cause="np.diag(1 / sigma**2) fails where sigma is one number for all"
)
def chi_gradient_needs_array_sigma(w, X, y, sigma):
    X, y = np.asarray(X, float), np.asarray(y, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    D = np.diag(1 / sigma**2)
    return -2 * X.T @ D @ (y - X @ np.asarray(w, float))


# --- fit_covariance ---


@wrong_answer("fit_covariance", cause="weights sigma**2 where 1 / sigma**2 belongs")
def covariance_weights_inverted(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float) * np.ones(X.shape[0])
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    D = np.diag(sigma**2)
    return np.linalg.inv(X.T @ D @ X)


@wrong_answer("fit_covariance", cause="returns only the standard errors, the roots of the diagonal")
def covariance_only_error_bars(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    Xs = (X.T / sigma).T
    return np.sqrt(np.diag(np.linalg.inv(Xs.T @ Xs)))


@wrong_answer(
    "fit_covariance", cause="normalized to the correlation matrix, with ones on the diagonal"
)
def covariance_as_correlation(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    Xs = (X.T / sigma).T
    C = np.linalg.inv(Xs.T @ Xs)
    std = np.sqrt(np.diag(C))
    return C / np.outer(std, std)


@wrong_answer("fit_covariance", cause="sigma is not used at all: inverse of X.T X")
def covariance_ignores_sigma(X, sigma):
    if np.any(np.asarray(sigma, float) <= 0):
        raise ValueError("sigma must be positive")
    X = np.asarray(X, float)
    return np.linalg.inv(X.T @ X)


@wrong_answer(
    "fit_covariance", cause="inverts the Hessian 2A of chi-square, so everything is half too small"
)
def covariance_inverse_hessian(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float) * np.ones(len(X))
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    hessian = 2 * np.einsum("ij,i,ik->jk", X, sigma**-2, X)
    return np.linalg.inv(hessian)


@wrong_answer(
    "fit_covariance", cause="all readings get the mean variance: inv(X.T X) * mean(sigma**2)"
)
def covariance_mean_variance(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    return np.mean(sigma**2) * np.linalg.inv(X.T @ X)

