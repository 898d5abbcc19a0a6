"""Wrong answers that students give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import chi_square, fit_covariance, least_squares, weighted_fit

# --- chi_square and its gradient ----------------------------------------------------------


@mistake(
    "chi_square",
    diagnosis="value",
    keeps=1.5,
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
    keeps=1.5,
    says="the sum carries a factor ½ that does not belong there",
)
def chi_square_with_a_half(w, X, y, sigma):
    if not np.all(np.asarray(sigma) > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((np.asarray(y) - np.asarray(X) @ w) / sigma) ** 2) / 2


@mistake(
    "chi_square",
    diagnosis="factor",
    keeps=1.5,
    says="the result is divided by the number of readings, but chi-square is a sum",
)
def chi_square_as_a_mean(w, X, y, sigma):
    if not np.all(np.asarray(sigma) > 0):
        raise ValueError("sigma must be positive")
    return np.mean(((np.asarray(y) - np.asarray(X) @ w) / sigma) ** 2)


@mistake(
    "chi_square",
    diagnosis="value",
    keeps=1.5,
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
    keeps=1.5,
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
    keeps=1.5,
    says="you divide by the prediction, and sigma is not used",
)
def chi_square_of_counts(w, X, y, sigma):
    # Pearson's, which divides by the expected count
    sigma = np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    expected = np.asarray(X) @ w
    return np.sum((np.asarray(y) - expected) ** 2 / expected)


@mistake("chi_square", diagnosis="no-error", keeps=1.5)
def chi_square_of_any_sigma(w, X, y, sigma):
    return np.sum(((np.asarray(y) - np.asarray(X) @ w) / np.asarray(sigma, float)) ** 2)


@mistake("chi_square", diagnosis="no-error", keeps=1.5)
def chi_square_that_looks_at_the_first_sigma(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if sigma.flat[0] <= 0:
        raise ValueError("sigma must be positive")
    return np.sum(((np.asarray(y) - np.asarray(X) @ w) / sigma) ** 2)


@mistake("chi_square", diagnosis="exception", keeps=1.5)
def chi_square_for_a_column_of_sigmas_only(w, X, y, sigma):
    if min(sigma) <= 0:
        raise ValueError("sigma must be positive")
    return np.sum(((np.asarray(y) - np.asarray(X) @ w) / np.asarray(sigma)) ** 2)


@mistake(
    "chi_square_gradient",
    diagnosis="sign",
    keeps=1.5,
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
    keeps=1.5,
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
    keeps=1.5,
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
    keeps=1.5,
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
    keeps=1.5,
    says="sigma is not used, so all readings count alike",
)
def pull_without_error_bars(w, X, y, sigma):
    X, sigma = np.asarray(X, dtype=float), np.asarray(sigma, dtype=float)
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ (X @ w - y)


@mistake("chi_square_gradient", diagnosis="no-error", keeps=1.5)
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


@mistake("fit_covariance", diagnosis="no-error", keeps=1.5)
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


# --- error_ellipse ----------------------------------------------------------------------


@mistake(
    "error_ellipse",
    diagnosis="value",
    keeps=1,
    says="the circle is mapped by a triangular root of the matrix, not by the symmetric one",
)
def ellipse_by_a_triangular_root(C, n_points):
    angle = 2 * np.pi * np.arange(n_points) / n_points
    circle = np.column_stack([np.cos(angle), np.sin(angle)])
    return circle @ np.linalg.cholesky(C).T


@mistake(
    "error_ellipse",
    diagnosis="value",
    keeps=1,
    says="the circle is stretched and turned, but not turned back first",
)
def ellipse_that_starts_on_its_axis(C, n_points):
    angle = 2 * np.pi * np.arange(n_points) / n_points
    circle = np.column_stack([np.cos(angle), np.sin(angle)])
    variances, axes = np.linalg.eigh(C)
    return circle * np.sqrt(variances) @ axes.T


@mistake(
    "error_ellipse",
    diagnosis="value",
    says="the circle is mapped by the matrix itself, not by its root",
)
def ellipse_without_a_root(C, n_points):
    angle = 2 * np.pi * np.arange(n_points) / n_points
    circle = np.column_stack([np.cos(angle), np.sin(angle)])
    return circle @ np.asarray(C, dtype=float)


@mistake(
    "error_ellipse",
    diagnosis="value",
    says="the roots are taken of the entries of the matrix, one by one",
)
def ellipse_by_roots_of_entries(C, n_points):
    angle = 2 * np.pi * np.arange(n_points) / n_points
    circle = np.column_stack([np.cos(angle), np.sin(angle)])
    C = np.asarray(C, dtype=float)
    return circle @ (np.sign(C) * np.sqrt(np.abs(C)))


@mistake(
    "error_ellipse",
    diagnosis="value",
    says="the two error bars are drawn as the axes of the ellipse, so it is not tilted",
)
def ellipse_without_correlation(C, n_points):
    angle = 2 * np.pi * np.arange(n_points) / n_points
    circle = np.column_stack([np.cos(angle), np.sin(angle)])
    return circle * np.sqrt(np.diag(C))


@mistake(
    "error_ellipse",
    diagnosis="value",
    keeps=1,
    says="the last point is the first one again",
)
def ellipse_that_is_closed(C, n_points):
    variances, axes = np.linalg.eigh(C)
    angle = np.linspace(0, 2 * np.pi, n_points)
    circle = np.column_stack([np.cos(angle), np.sin(angle)])
    return circle @ (axes * np.sqrt(variances)) @ axes.T


@mistake(
    "error_ellipse",
    diagnosis="shape",
    says="the points stand in the columns, not in the rows",
)
def ellipse_in_columns(C, n_points):
    angle = 2 * np.pi * np.arange(n_points) / n_points
    circle = np.column_stack([np.cos(angle), np.sin(angle)])
    variances, axes = np.linalg.eigh(C)
    return (axes * np.sqrt(variances)) @ axes.T @ circle.T


# --- weighted_fit -----------------------------------------------------------------------


@mistake(
    "weighted_fit",
    diagnosis="value",
    keeps=1,
    says="the covariance is multiplied by chi-square for each degree of freedom",
)
def fit_with_rescaled_covariance(X, y, sigma):
    X, s = np.asarray(X, dtype=float), np.full(len(y), sigma, dtype=float)
    C = fit_covariance(X, s)
    w = least_squares(X / s[:, None], np.asarray(y) / s)
    chi2 = chi_square(w, X, y, s)
    return w, C * chi2 / max(1, len(y) - len(w)), chi2


@mistake(
    "weighted_fit",
    diagnosis="value",
    keeps=1,
    says="chi-square is divided by the degrees of freedom",
)
def fit_with_reduced_chi_square(X, y, sigma):
    X, s = np.asarray(X, dtype=float), np.full(len(y), sigma, dtype=float)
    C = fit_covariance(X, s)
    w = least_squares(X / s[:, None], np.asarray(y) / s)
    chi2 = chi_square(w, X, y, s)
    return w, C, chi2 / max(1, len(y) - len(w))


@mistake(
    "weighted_fit",
    diagnosis="value",
    keeps=1,
    says="the weights are those of plain least squares, without the errors",
)
def fit_without_error_bars(X, y, sigma):
    w = least_squares(X, y)
    return w, fit_covariance(X, sigma), chi_square(w, X, y, sigma)


@mistake(
    "weighted_fit",
    diagnosis="value",
    keeps=1,
    says="rows are divided by the squares of their errors, so errors count too much",
)
def fit_of_rows_divided_by_variances(X, y, sigma):
    X, s = np.asarray(X, dtype=float), np.full(len(y), sigma, dtype=float)
    C = fit_covariance(X, s)
    w = least_squares(X / s[:, None] ** 2, np.asarray(y) / s**2)
    return w, C, chi_square(w, X, y, s)


@mistake(
    "weighted_fit",
    diagnosis="value",
    says="the rows of X are divided by the errors, but y is not",
)
def fit_of_unscaled_readings(X, y, sigma):
    X, s = np.asarray(X, dtype=float), np.full(len(y), sigma, dtype=float)
    C = fit_covariance(X, s)
    w = least_squares(X / s[:, None], y)
    return w, C, chi_square(w, X, y, s)


@mistake(
    "weighted_fit",
    diagnosis="value",
    keeps=3,
    says="the normal equation is solved, which costs half of the digits",
)
def fit_by_the_normal_equation(X, y, sigma):
    X, s = np.asarray(X, dtype=float), np.full(len(y), sigma, dtype=float)
    C = fit_covariance(X, s)
    w = C @ X.T @ (np.asarray(y) / s**2)
    return w, C, chi_square(w, X, y, s)


@mistake(
    "weighted_fit",
    diagnosis="shape",
    keeps=1,
    says="the errors of the weights come back, not their covariance",
)
def fit_with_errors_alone(X, y, sigma):
    X, s = np.asarray(X, dtype=float), np.full(len(y), sigma, dtype=float)
    C = fit_covariance(X, s)
    w = least_squares(X / s[:, None], np.asarray(y) / s)
    chi2 = chi_square(w, X, y, s)
    return w, np.sqrt(np.diag(C)), chi2


@mistake("weighted_fit", diagnosis="no-error", keeps=3)
def fit_for_any_sigma(X, y, sigma):
    X, s = np.asarray(X, dtype=float), np.full(len(y), sigma, dtype=float)
    scaled = X / s[:, None]
    w = least_squares(scaled, np.asarray(y) / s)
    C = np.linalg.inv(scaled.T @ scaled)
    return w, C, np.sum(((np.asarray(y) - X @ w) / s) ** 2)


# --- fit_temperature --------------------------------------------------------------------


@mistake(
    "fit_temperature",
    diagnosis="value",
    says="one step is taken from 3 K, and the law is not linear",
)
def temperature_after_one_step(nu, intensity, sigma):
    nu, intensity, sigma = (np.asarray(a, dtype=float) for a in (nu, intensity, sigma))
    T = 3.0
    for _ in range(1):
        law = 39.7289171 * nu**3 / np.expm1(1.4387769 * nu / T)
        g = law * 1.4387769 * nu / T**2 / -np.expm1(-1.4387769 * nu / T)
        T += np.sum(g * (intensity - law) / sigma**2) / np.sum(g**2 / sigma**2)
    law = 39.7289171 * nu**3 / np.expm1(1.4387769 * nu / T)
    return T, np.sum(g**2 / sigma**2) ** -0.5, np.sum(((intensity - law) / sigma) ** 2)


@mistake(
    "fit_temperature",
    diagnosis="value",
    says="all readings count alike, though their errors differ",
)
def temperature_without_weights(nu, intensity, sigma):
    nu, intensity, sigma = (np.asarray(a, dtype=float) for a in (nu, intensity, sigma))
    one = np.full(len(nu), np.sqrt(np.mean(sigma**2)))
    T = 3.0
    for _ in range(15):
        law = 39.7289171 * nu**3 / np.expm1(1.4387769 * nu / T)
        g = law * 1.4387769 * nu / T**2 / -np.expm1(-1.4387769 * nu / T)
        T += np.sum(g * (intensity - law) / one**2) / np.sum(g**2 / one**2)
    law = 39.7289171 * nu**3 / np.expm1(1.4387769 * nu / T)
    return T, np.sum(g**2 / one**2) ** -0.5, np.sum(((intensity - law) / sigma) ** 2)


@mistake(
    "fit_temperature",
    diagnosis="value",
    keeps=3,
    says="the error is multiplied by the root of chi-square for each degree of freedom",
)
def temperature_with_rescaled_error(nu, intensity, sigma):
    nu, intensity, sigma = (np.asarray(a, dtype=float) for a in (nu, intensity, sigma))
    T = 3.0
    for _ in range(15):
        law = 39.7289171 * nu**3 / np.expm1(1.4387769 * nu / T)
        g = law * 1.4387769 * nu / T**2 / -np.expm1(-1.4387769 * nu / T)
        T += np.sum(g * (intensity - law) / sigma**2) / np.sum(g**2 / sigma**2)
    error = np.sum(g**2 / sigma**2) ** -0.5
    chi2 = np.sum(((intensity - law) / sigma) ** 2)
    return T, error * np.sqrt(chi2 / (len(nu) - 1)), chi2


@mistake(
    "fit_temperature",
    diagnosis="value",
    also=("power",),
    keeps=3,
    says="this is the variance; the error is its root",
)
def temperature_with_variance(nu, intensity, sigma):
    nu, intensity, sigma = (np.asarray(a, dtype=float) for a in (nu, intensity, sigma))
    T = 3.0
    for _ in range(15):
        law = 39.7289171 * nu**3 / np.expm1(1.4387769 * nu / T)
        g = law * 1.4387769 * nu / T**2 / -np.expm1(-1.4387769 * nu / T)
        T += np.sum(g * (intensity - law) / sigma**2) / np.sum(g**2 / sigma**2)
    error = np.sum(g**2 / sigma**2) ** -0.5
    chi2 = np.sum(((intensity - law) / sigma) ** 2)
    return T, error**2, chi2


@mistake(
    "fit_temperature",
    diagnosis="value",
    keeps=4,
    says="chi-square is divided by the degrees of freedom",
)
def temperature_with_reduced_chi_square(nu, intensity, sigma):
    nu, intensity, sigma = (np.asarray(a, dtype=float) for a in (nu, intensity, sigma))
    T = 3.0
    for _ in range(15):
        law = 39.7289171 * nu**3 / np.expm1(1.4387769 * nu / T)
        g = law * 1.4387769 * nu / T**2 / -np.expm1(-1.4387769 * nu / T)
        T += np.sum(g * (intensity - law) / sigma**2) / np.sum(g**2 / sigma**2)
    error = np.sum(g**2 / sigma**2) ** -0.5
    chi2 = np.sum(((intensity - law) / sigma) ** 2)
    return T, error, chi2 / (len(nu) - 1)


@mistake(
    "fit_temperature",
    diagnosis="value",
    keeps=2,
    says="readings that have no logarithm are left out, so there is too much light",
)
def temperature_by_logarithms(nu, intensity, sigma):
    nu, intensity, sigma = (np.asarray(a, dtype=float) for a in (nu, intensity, sigma))
    kept = intensity > 0
    nu, intensity, sigma = nu[kept], intensity[kept], sigma[kept]
    a = 39.7289171 * nu**3
    errors = a / (intensity * (intensity + a)) * sigma
    (slope,), C, chi2 = weighted_fit(nu[:, None], np.log(1 + a / intensity), errors)
    return 1.4387769 / slope, 1.4387769 / slope**2 * np.sqrt(C[0, 0]), chi2


@mistake(
    "fit_temperature",
    diagnosis="value",
    says="sigma is not squared where you divide by it",
)
def temperature_with_sigma_not_squared(nu, intensity, sigma):
    nu, intensity, sigma = (np.asarray(a, dtype=float) for a in (nu, intensity, sigma))
    T = 3.0
    for _ in range(15):
        law = 39.7289171 * nu**3 / np.expm1(1.4387769 * nu / T)
        g = law * 1.4387769 * nu / T**2 / -np.expm1(-1.4387769 * nu / T)
        T += np.sum(g * (intensity - law) / sigma) / np.sum(g**2 / sigma)
    return T, np.sum(g**2 / sigma) ** -0.5, np.sum((intensity - law) ** 2 / sigma)
