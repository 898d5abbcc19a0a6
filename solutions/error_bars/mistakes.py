"""Wrong answers that students give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

# --- chi_square and its gradient ----------------------------------------------------------


@mistake(
    "chi_square",
    diagnosis="value",
    keeps=1,
    says="the sum is divided by the degrees of freedom",
)
def chi_square_of_each_degree_of_freedom(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((y - X @ w) / sigma) ** 2) / max(1, len(y) - len(w))


@mistake(
    "chi_square",
    diagnosis="factor",
    keeps=1,
    says="the sum carries a factor ½ that does not belong there",
)
def chi_square_with_a_half(w, X, y, sigma):
    if not np.all(np.asarray(sigma) > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((np.asarray(y) - np.asarray(X) @ w) / sigma) ** 2) / 2


@mistake(
    "chi_square",
    diagnosis="factor",
    keeps=1,
    says="the result is divided by the number of readings, but chi-square is a sum",
)
def chi_square_as_a_mean(w, X, y, sigma):
    if not np.all(np.asarray(sigma) > 0):
        raise ValueError("sigma must be positive")
    return np.mean(((np.asarray(y) - np.asarray(X) @ w) / sigma) ** 2)


@mistake(
    "chi_square",
    diagnosis="value",
    keeps=1,
    says="sigma is not squared where you divide by it",
)
def chi_square_with_sigma_not_squared(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum((np.asarray(y) - np.asarray(X) @ w) ** 2 / sigma)


@mistake(
    "chi_square",
    diagnosis="value",
    keeps=1,
    says="you multiply by sigma, so the least certain readings count most",
)
def chi_square_multiplied_by_sigma(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((np.asarray(y) - np.asarray(X) @ w) * sigma) ** 2)


@mistake(
    "chi_square",
    diagnosis="value",
    keeps=1,
    says="you divide by the prediction, and sigma is not used",
)
def chi_square_of_counts(w, X, y, sigma):
    # Pearson's, which divides by the expected count
    sigma = np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    expected = np.asarray(X) @ w
    return np.sum((np.asarray(y) - expected) ** 2 / expected)


@mistake("chi_square", diagnosis="no-error", keeps=1)
def chi_square_of_any_sigma(w, X, y, sigma):
    return np.sum(((np.asarray(y) - np.asarray(X) @ w) / np.asarray(sigma, float)) ** 2)


@mistake("chi_square", diagnosis="no-error", keeps=1)
def chi_square_that_looks_at_the_first_sigma(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if sigma.flat[0] <= 0:
        raise ValueError("sigma must be positive")
    return np.sum(((np.asarray(y) - np.asarray(X) @ w) / sigma) ** 2)


@mistake("chi_square", diagnosis="exception", keeps=1)
def chi_square_for_a_column_of_sigmas_only(w, X, y, sigma):
    if min(sigma) <= 0:
        raise ValueError("sigma must be positive")
    return np.sum(((np.asarray(y) - np.asarray(X) @ w) / np.asarray(sigma)) ** 2)


@mistake(
    "chi_square_gradient",
    diagnosis="sign",
    keeps=1,
    says="the gradient has its sign turned, so it points downhill",
)
def pull_uphill(w, X, y, sigma):
    X, sigma = np.asarray(X, dtype=float), np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ ((y - X @ w) / sigma**2)


@mistake(
    "chi_square_gradient",
    diagnosis="factor",
    keeps=1,
    says="the factor 2 from the derivative of the square is missing",
)
def pull_without_the_two(w, X, y, sigma):
    X, sigma = np.asarray(X, dtype=float), np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return X.T @ ((X @ w - y) / sigma**2)


@mistake(
    "chi_square_gradient",
    diagnosis="factor",
    keeps=1,
    says="the gradient is divided by the number of readings, but chi-square is a sum",
)
def pull_as_a_mean(w, X, y, sigma):
    X, sigma = np.asarray(X, dtype=float), np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ ((X @ w - y) / sigma**2) / len(y)


@mistake(
    "chi_square_gradient",
    diagnosis="value",
    keeps=1,
    says="sigma is not squared where you divide by it",
)
def pull_with_one_sigma_lost(w, X, y, sigma):
    X, sigma = np.asarray(X, dtype=float), np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ ((X @ w - y) / sigma)


@mistake(
    "chi_square_gradient",
    diagnosis="value",
    keeps=1,
    says="sigma is not used, so all readings count alike",
)
def pull_without_error_bars(w, X, y, sigma):
    X, sigma = np.asarray(X, dtype=float), np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ (X @ w - y)


@mistake("chi_square_gradient", diagnosis="no-error", keeps=1)
def pull_for_any_sigma(w, X, y, sigma):
    X, sigma = np.asarray(X, dtype=float), np.asarray(sigma, dtype=float)
    return 2 * X.T @ ((X @ w - y) / sigma**2)


# --- fit_covariance ---------------------------------------------------------------------


@mistake(
    "fit_covariance",
    diagnosis="value",
    says="the matrix is not inverted at the end",
)
def covariance_not_inverted(X, sigma):
    X, sigma = np.asarray(X, dtype=float), np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return (X.T / sigma**2) @ X


@mistake(
    "fit_covariance",
    diagnosis="value",
    says="sigma is not squared where you divide by it",
)
def covariance_with_sigma_not_squared(X, sigma):
    X, sigma = np.asarray(X, dtype=float), np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.linalg.inv((X.T / sigma) @ X)


@mistake(
    "fit_covariance",
    diagnosis="value",
    says="you multiply by sigma, so the least certain readings count most",
)
def covariance_multiplied_by_sigma(X, sigma):
    X, sigma = np.asarray(X, dtype=float), np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.linalg.inv((X.T * sigma**2) @ X)


@mistake(
    "fit_covariance",
    diagnosis="shape",
    says="you return the standard errors alone, not the whole matrix",
)
def errors_in_place_of_the_covariance(X, sigma):
    X, sigma = np.asarray(X, dtype=float), np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sqrt(np.diag(np.linalg.inv((X.T / sigma**2) @ X)))


@mistake(
    "fit_covariance",
    diagnosis="factor",
    says="the matrix that you invert is too large by a factor 2",
)
def inverse_of_the_second_derivative(X, sigma):
    # chi-square has no ½, so its second derivative is twice the inverse of the covariance
    X, sigma = np.asarray(X, dtype=float), np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.linalg.inv(2 * (X.T / sigma**2) @ X)


@mistake(
    "fit_covariance",
    diagnosis="shape",
    says="you return the covariance of the predictions, not of the weights",
)
def covariance_of_the_predictions(X, sigma):
    X, sigma = np.asarray(X, dtype=float), np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return X @ np.linalg.inv((X.T / sigma**2) @ X) @ X.T


@mistake("fit_covariance", diagnosis="no-error", keeps=1)
def covariance_for_any_sigma(X, sigma):
    X, sigma = np.asarray(X, dtype=float), np.asarray(sigma, dtype=float)
    return np.linalg.inv((X.T / sigma**2) @ X)


@mistake(
    "fit_covariance",
    diagnosis="value",
    says="only the diagonal is inverted, so the correlations of the weights are lost",
)
def each_weight_by_itself(X, sigma):
    # without the correlations: right only where columns are orthogonal
    X, sigma = np.asarray(X, dtype=float), np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.diag(1 / np.diag((X.T / sigma**2) @ X))
