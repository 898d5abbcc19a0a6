"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

# --- chi_square ---


@misconception(
    "chi_square",
    says="sigma is not squared where you divide by it",
)
def chi_sigma_not_squared(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    dev = np.asarray(y) - np.asarray(X) @ np.asarray(w)
    return np.sum(dev**2 / sigma)


@misconception(
    "chi_square",
    says="the sum carries a factor ½ that does not belong there",
)
def chi_half(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if (sigma <= 0).any():
        raise ValueError("all of sigma must be > 0")
    z = (np.dot(X, w) - y) / sigma
    return 0.5 * z @ z


@misconception(
    "chi_square",
    says="you divide by the prediction, and sigma is not used",
)
def chi_pearson(w, X, y, sigma):
    if np.any(np.asarray(sigma) <= 0):
        raise ValueError("sigma must be positive")
    expected = np.dot(X, w)
    observed = np.asarray(y, dtype=float)
    return np.sum((observed - expected) ** 2 / expected)


@misconception(
    "chi_square",
    says="a sigma of 0 is let through: only negative ones are refused",
)
def chi_allows_zero_sigma(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if (sigma < 0).any():
        raise ValueError("sigma must not be negative")
    r = np.asarray(y) - np.dot(X, w)
    return np.sum(r**2 / sigma**2)


@misconception(
    "chi_square",
    says="the sum is divided by the degrees of freedom",
)
def chi_reduced(w, X, y, sigma):
    X = np.asarray(X, dtype=float)
    sigma = np.asarray(sigma, dtype=float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    n, d = X.shape
    total = np.sum(((np.asarray(y) - X @ np.asarray(w)) / sigma) ** 2)
    return total / (n - d) if n > d else total


@misconception(
    "chi_square",
    says="only the prediction is divided by sigma, not the whole deviation",
)
def chi_divides_prediction_only(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    y = np.asarray(y, dtype=float)
    return np.sum((y - np.asarray(X) @ np.asarray(w) / sigma) ** 2)


# --- chi_square_gradient ---


@misconception(
    "chi_square_gradient",
    says="the factor 2 from the derivative of the square is missing",
)
def chi_gradient_without_two(w, X, y, sigma):
    X, y = np.asarray(X, float), np.asarray(y, float)
    s = np.asarray(sigma, float)
    if np.any(s <= 0):
        raise ValueError("sigma must be positive")
    return -X.T @ ((y - X @ np.asarray(w, float)) / s**2)


@misconception(
    "chi_square_gradient",
    says="the gradient has its sign turned, so it points downhill",
)
def chi_gradient_wrong_sign(w, X, y, sigma):
    X, y = np.asarray(X, float), np.asarray(y, float)
    sigma = np.asarray(sigma, float)
    if not (sigma > 0).all():
        raise ValueError("sigma must be positive")
    residual = y - X @ np.asarray(w, float)
    return 2 * X.T @ (residual / sigma**2)


@misconception(
    "chi_square_gradient",
    says="sigma is not squared where you divide by it",
)
def chi_gradient_sigma_once(w, X, y, sigma):
    X, y = np.asarray(X, float), np.asarray(y, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    pulls = (X @ np.asarray(w, float) - y) / sigma
    return 2 * pulls @ X


@misconception(
    "chi_square_gradient",
    says="the gradient is divided by the number of readings, but chi-square is a sum",
)
def chi_gradient_mean(w, X, y, sigma):
    sigma = np.ones(len(y)) * np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    Xs = np.asarray(X, float) / sigma[:, None]
    ys = np.asarray(y, float) / sigma
    return 2 * mse_gradient(w, Xs, ys)


@misconception(
    "chi_square_gradient",
    says="sigma is not used, so all readings count alike",
)
def chi_gradient_without_sigma(w, X, y, sigma):
    if np.min(sigma) <= 0:
        raise ValueError("sigma must be positive")
    X, y = np.asarray(X, float), np.asarray(y, float)
    return 2 * X.T @ (X @ np.asarray(w, float) - y)


@misconception(
    "chi_square_gradient",
    says="np.diag does not work where sigma is a single number for all readings",
)
def chi_gradient_needs_array_sigma(w, X, y, sigma):
    X, y = np.asarray(X, float), np.asarray(y, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    D = np.diag(1 / sigma**2)
    return -2 * X.T @ D @ (y - X @ np.asarray(w, float))


# --- fit_covariance ---


@misconception(
    "fit_covariance",
    says="you multiply by sigma, so the least certain readings count most",
)
def covariance_weights_inverted(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float) * np.ones(X.shape[0])
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    D = np.diag(sigma**2)
    return np.linalg.inv(X.T @ D @ X)


@misconception(
    "fit_covariance",
    says="you return the standard errors alone, not the whole matrix",
)
def covariance_only_error_bars(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    Xs = (X.T / sigma).T
    return np.sqrt(np.diag(np.linalg.inv(Xs.T @ Xs)))


@misconception(
    "fit_covariance",
    says="the matrix is normalized to ones on its diagonal, which gives correlations",
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


@misconception(
    "fit_covariance",
    says="sigma is not used, so all readings count alike",
)
def covariance_ignores_sigma(X, sigma):
    if np.any(np.asarray(sigma, float) <= 0):
        raise ValueError("sigma must be positive")
    X = np.asarray(X, float)
    return np.linalg.inv(X.T @ X)


@misconception(
    "fit_covariance",
    says="the matrix that you invert is too large by a factor 2",
)
def covariance_inverse_hessian(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float) * np.ones(len(X))
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    hessian = 2 * np.einsum("ij,i,ik->jk", X, sigma**-2, X)
    return np.linalg.inv(hessian)


@misconception(
    "fit_covariance",
    says="all readings get the same mean variance instead of their own",
)
def covariance_mean_variance(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    return np.mean(sigma**2) * np.linalg.inv(X.T @ X)


@formula("chi_square")
def chi_square_step_by_step(w, X, y, sigma):
    r = np.asarray(y) - np.asarray(X) @ np.asarray(w)
    return np.sum(r**2 / np.asarray(sigma) ** 2)


@formula("chi_square_gradient")
def chi_gradient_step_by_step(w, X, y, sigma):
    X = np.asarray(X, dtype=float)
    r = np.asarray(y) - X @ np.asarray(w)
    return -2 * X.T @ (r / np.asarray(sigma) ** 2)


@formula("fit_covariance")
def covariance_by_weights(X, sigma):
    X = np.asarray(X, dtype=float)
    weights = np.diag(1 / np.broadcast_to(np.asarray(sigma, dtype=float), len(X)) ** 2)
    return np.linalg.inv(X.T @ weights @ X)


# --- chi_square, more ---


@misconception(
    "chi_square",
    says="the square root of the sum is taken",
)
def chi_root(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sqrt(np.sum(((y - X @ w) / sigma) ** 2))


@misconception(
    "chi_square",
    says="sigma is not used, so all readings count alike",
)
def chi_no_sigma(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum((y - X @ w) ** 2)


@misconception(
    "chi_square",
    says="the squares are averaged and halved, as in the mean squared error",
)
def chi_mean_half(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.mean(((y - X @ w) / sigma) ** 2) / 2


@misconception(
    "chi_square",
    says="the squares are averaged and halved, and sigma is not used",
)
def chi_mean_without_sigma(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.mean((y - X @ w) ** 2) / 2


@misconception(
    "chi_square",
    says="the deviations are not squared, so that they cancel each other",
)
def chi_squares_not_taken(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum((y - X @ w) / sigma)


@misconception(
    "chi_square",
    says="the deviations are not squared, so that they cancel each other",
)
def chi_squares_not_taken_turned(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum((X @ w - y) / sigma)


@misconception(
    "chi_square",
    says="the absolute values of the deviations are added up, not their squares",
)
def chi_absolute(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(np.abs((y - X @ w) / sigma))


@misconception(
    "chi_square",
    says="the deviations are added up first and squared afterwards",
)
def chi_square_of_sum(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum((y - X @ w) / sigma) ** 2


@misconception(
    "chi_square",
    says="sigma is squared twice where you divide by it",
)
def chi_fourth_sigma(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((y - X @ w) / sigma**2) ** 2)


@misconception(
    "chi_square",
    says="you multiply by sigma, so the least certain readings count most",
)
def chi_times_once(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum((y - X @ w) ** 2 * sigma)


@misconception(
    "chi_square",
    says="only the target is divided by sigma, not the whole deviation",
)
def chi_target_only(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum((y / sigma - X @ w) ** 2)


@misconception(
    "chi_square",
    says="prediction and target are added, where their difference is wanted",
)
def chi_plus(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((y + X @ w) / sigma) ** 2)


@misconception(
    "chi_square",
    says="target and prediction are squared first and subtracted afterwards",
)
def chi_difference_of_squares(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum((y**2 - (X @ w) ** 2) / sigma**2)


@misconception(
    "chi_square",
    says="the whole sum has its sign turned",
)
def chi_negative(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return -np.sum(((y - X @ w) / sigma) ** 2)


@misconception(
    "chi_square",
    says="the squared deviations are divided by the target, and sigma is not used",
)
def chi_of_targets(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum((y - X @ w) ** 2 / np.where(y == 0, 1, y))


@misconception(
    "chi_square",
    says="one sigma is used for all readings, their mean",
)
def chi_mean_sigma(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum((y - X @ w) ** 2) / np.mean(sigma) ** 2


@misconception(
    "chi_square",
    says="one variance is used for all readings, the mean of their variances",
)
def chi_mean_variance(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum((y - X @ w) ** 2) / np.mean(sigma**2)


@misconception(
    "chi_square",
    says="the sum of the squares is divided by the sum of the variances",
)
def chi_sum_of_variances(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum((y - X @ w) ** 2) / np.sum(sigma**2)


@misconception(
    "chi_square",
    says="the last sigma is used for all readings",
)
def chi_last_sigma(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((y - X @ w) / sigma.flat[-1]) ** 2)


@misconception(
    "chi_square",
    says="the logarithms of the variances are added, as in the full likelihood",
)
def chi_with_logarithms(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((y - X @ w) / sigma) ** 2 + np.log(2 * np.pi * sigma**2))


@misconception(
    "chi_square",
    says="minus the logarithm of the likelihood comes back, with its factor ½ and its constant",
)
def chi_likelihood(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((y - X @ w) / sigma) ** 2 / 2 + np.log(np.sqrt(2 * np.pi) * sigma))


@misconception(
    "chi_square",
    says="the logarithms of sigma are added",
)
def chi_log_sigma(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((y - X @ w) / sigma) ** 2 + np.log(sigma))


@misconception(
    "chi_square",
    says="the likelihood itself comes back, an exponential of minus half the sum",
)
def chi_exponential(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.exp(-np.sum(((y - X @ w) / sigma) ** 2) / 2)


@misconception(
    "chi_square",
    says="the sum is divided by n - 1",
)
def chi_bessel(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((y - X @ w) / sigma) ** 2) / max(len(y) - 1, 1)


@misconception(
    "chi_square",
    says="the degrees of freedom are subtracted from the sum",
)
def chi_minus_freedom(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((y - X @ w) / sigma) ** 2) - (len(y) - len(w))


@misconception(
    "chi_square",
    says="return stands inside the loop, so only the first reading counts",
)
def chi_first(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return ((y[0] - X[0] @ w) / sigma.flat[0]) ** 2


@misconception(
    "chi_square",
    says="only the last reading counts",
)
def chi_last(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return ((y[-1] - X[-1] @ w) / sigma.flat[-1]) ** 2


@misconception(
    "chi_square",
    says="the last reading is left out",
)
def chi_without_last(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    r = ((y - X @ w) / sigma) ** 2
    return np.sum(r[:-1])


@misconception(
    "chi_square",
    says="the first reading is left out",
)
def chi_without_first(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    r = ((y - X @ w) / sigma) ** 2
    return np.sum(r[1:])


@misconception(
    "chi_square",
    says="a column meets a flat array, so every deviation is divided by every sigma",
)
def chi_every_pair(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((y - X @ w)[:, None] / sigma) ** 2)


@misconception(
    "chi_square",
    says="the last column of X is left out of the prediction",
)
def chi_bias_left_out(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((y - X[:, :-1] @ w[:-1]) / sigma) ** 2)


@misconception(
    "chi_square",
    says="the last weight is added as it is, without the last column of X",
)
def chi_bias_by_itself(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((y - X[:, :-1] @ w[:-1] - w[-1]) / sigma) ** 2)


@misconception(
    "chi_square",
    says="the mean deviation is subtracted before squaring",
)
def chi_centered(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    r = (y - X @ w) / sigma
    return np.sum((r - r.mean()) ** 2)


@misconception(
    "chi_square",
    says="the weights 1/sigma² are scaled to the sum 1, so a mean is taken",
)
def chi_weights_normalized(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    v = 1 / np.broadcast_to(sigma, y.shape) ** 2
    return np.sum(v * (y - X @ w) ** 2) / np.sum(v)


@misconception(
    "chi_square",
    says="the result is rounded to a few decimals",
)
def chi_rounded(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.round(np.sum(((y - X @ w) / sigma) ** 2), 2)


@misconception(
    "chi_square",
    says="deviations beyond three error bars are cut off",
)
def chi_cut(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(np.minimum(np.abs((y - X @ w) / sigma), 3) ** 2)


@misconception(
    "chi_square",
    says="a small number is added to sigma",
)
def chi_eps(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((y - X @ w) / (sigma + 1e-6)) ** 2)


@misconception(
    "chi_square",
    says="a penalty on the weights is added to the sum",
)
def chi_penalty(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(((y - X @ w) / sigma) ** 2) + w @ w


@formula("chi_square")
def chi_square_by_a_loop(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, y.shape)
    total = 0.0
    for i in range(len(y)):
        total += ((y[i] - X[i] @ w) / s[i]) ** 2
    return total


@formula("chi_square")
def chi_square_as_a_dot_product(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (y - X @ w) / sigma
    return z @ z


@formula("chi_square")
def chi_square_by_weights(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    r = X @ w - y
    return np.sum(sigma**-2 * r**2)


# --- chi_square_gradient, more ---


@misconception(
    "chi_square_gradient",
    says="the factor 2 is missing, and the sign is turned",
)
def chg_without_two_and_uphill(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return X.T @ ((y - X @ w) / sigma**2)


@misconception(
    "chi_square_gradient",
    says="the factor 2 enters twice",
)
def chg_four(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 4 * X.T @ ((X @ w - y) / sigma**2)


@misconception(
    "chi_square_gradient",
    says="the gradient is divided by the number of readings, and its factor 2 is missing",
)
def chg_mean(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return X.T @ ((X @ w - y) / sigma**2) / len(y)


@misconception(
    "chi_square_gradient",
    says="the gradient is that of the mean squared error: sigma is not used",
)
def chg_mean_without_sigma(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return X.T @ (X @ w - y) / len(y)


@misconception(
    "chi_square_gradient",
    says="sigma is not used, and the factor 2 is missing",
)
def chg_sum_without_sigma_and_two(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return X.T @ (X @ w - y)


@misconception(
    "chi_square_gradient",
    says="sigma is not squared where you divide by it, and the factor 2 is missing",
)
def chg_sigma_once_without_two(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return X.T @ ((X @ w - y) / sigma)


@misconception(
    "chi_square_gradient",
    says="sigma is squared twice where you divide by it",
)
def chg_fourth_sigma(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ ((X @ w - y) / sigma**4)


@misconception(
    "chi_square_gradient",
    says="sigma is raised to the third power where you divide by it",
)
def chg_third_sigma(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ ((X @ w - y) / sigma**3)


@misconception(
    "chi_square_gradient",
    says="you multiply by sigma, so the least certain readings count most",
)
def chg_multiplied(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ ((X @ w - y) * sigma**2)


@misconception(
    "chi_square_gradient",
    says="you multiply by sigma, so the least certain readings count most",
)
def chg_multiplied_once(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ ((X @ w - y) * sigma)


@misconception(
    "chi_square_gradient",
    says="the deviation is squared in the gradient, as it is in the sum",
)
def chg_squared_deviation(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ (((X @ w - y) / sigma) ** 2)


@misconception(
    "chi_square_gradient",
    says="the deviation is squared in the gradient, as it is in the sum",
)
def chg_squared_deviation_turned(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return -2 * X.T @ (((y - X @ w) / sigma) ** 2)


@misconception(
    "chi_square_gradient",
    says="the sign of the deviations is lost",
)
def chg_absolute(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ (np.abs(X @ w - y) / sigma**2)


@misconception(
    "chi_square_gradient",
    says="the deviations are added up on their own, not each together with its own input",
)
def chg_no_inputs(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.full(len(w), 2 * np.sum((X @ w - y) / sigma**2))


@misconception(
    "chi_square_gradient",
    says="the inputs are missing, and the sign is turned",
)
def chg_no_inputs_turned(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.full(len(w), -2 * np.sum((X @ w - y) / sigma**2))


@misconception(
    "chi_square_gradient",
    says="the last factor is the weight, where the input belongs",
)
def chg_weights_for_inputs(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * np.sum((X @ w - y) / sigma**2) * w


@misconception(
    "chi_square_gradient",
    says="the target is left out: the prediction stands where the deviation belongs",
)
def chg_no_target(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ (X @ w / sigma**2)


@misconception(
    "chi_square_gradient",
    says="the prediction is left out: only the target is multiplied with the input",
)
def chg_no_prediction(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return -2 * X.T @ (y / sigma**2)


@misconception(
    "chi_square_gradient",
    says="prediction and target are added, where their difference is wanted",
)
def chg_plus(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ ((X @ w + y) / sigma**2)


@misconception(
    "chi_square_gradient",
    says="only the target is divided by the variance, not the whole deviation",
)
def chg_target_only(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ (X @ w - y / sigma**2)


@misconception(
    "chi_square_gradient",
    says="only the prediction is divided by the variance, not the whole deviation",
)
def chg_prediction_only(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ (X @ w / sigma**2 - y)


@misconception(
    "chi_square_gradient",
    says="one sigma is used for all readings, their mean",
)
def chg_mean_sigma(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ (X @ w - y) / np.mean(sigma) ** 2


@misconception(
    "chi_square_gradient",
    says="the last sigma is used for all readings",
)
def chg_last_sigma(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ (X @ w - y) / sigma.flat[-1] ** 2


@misconception(
    "chi_square_gradient",
    says="return stands inside the loop, so only the first reading counts",
)
def chg_first(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * (X[0] @ w - y[0]) / sigma.flat[0] ** 2 * X[0]


@misconception(
    "chi_square_gradient",
    says="only the last reading counts",
)
def chg_last(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * (X[-1] @ w - y[-1]) / sigma.flat[-1] ** 2 * X[-1]


@misconception(
    "chi_square_gradient",
    says="the first reading is left out",
)
def chg_without_first(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    r = (X @ w - y) / sigma**2
    return 2 * X[1:].T @ r[1:]


@misconception(
    "chi_square_gradient",
    says="the last reading is left out",
)
def chg_without_last(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    r = (X @ w - y) / sigma**2
    return 2 * X[:-1].T @ r[:-1]


@misconception(
    "chi_square_gradient",
    says="the deviations are added up on their own, not each together with its own input",
)
def chg_means(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * np.sum((X @ w - y) / sigma**2) * X.mean(axis=0)


@misconception(
    "chi_square_gradient",
    says="the gradient is that of the square root of chi-square",
)
def chg_root(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (X @ w - y) / sigma
    return X.T @ (z / sigma) / max(np.sqrt(z @ z), 1e-300)


@misconception(
    "chi_square_gradient",
    says="the gradient is divided by the degrees of freedom",
)
def chg_reduced(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ ((X @ w - y) / sigma**2) / max(len(y) - len(w), 1)


@misconception(
    "chi_square_gradient",
    says="the inputs enter squared",
)
def chg_squared_inputs(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * (X**2).T @ ((X @ w - y) / sigma**2)


@misconception(
    "chi_square_gradient",
    says="the weights after a step come back, not the gradient",
)
def chg_step(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return w - 2 * X.T @ ((X @ w - y) / sigma**2)


@misconception(
    "chi_square_gradient",
    says="the gradient is divided by its length",
)
def chg_unit(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    g = X.T @ ((X @ w - y) / sigma**2)
    return g / max(np.linalg.norm(g), 1e-300)


@misconception(
    "chi_square_gradient",
    says="the last entry, that of the bias, is left at 0",
)
def chg_bias_zero(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    g = 2 * X.T @ ((X @ w - y) / sigma**2)
    g[-1] = 0.0
    return g


@misconception(
    "chi_square_gradient",
    says="the last entry takes no account of the last column of X",
)
def chg_bias_by_itself(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    r = 2 * (X @ w - y) / sigma**2
    g = X.T @ r
    g[-1] = np.sum(r)
    return g


@misconception(
    "chi_square_gradient",
    says="the deviations are divided by the prediction, and sigma is not used",
)
def chg_pearson(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    p = X @ w
    return 2 * X.T @ ((p - y) / np.where(p == 0, 1, p))


@misconception(
    "chi_square_gradient",
    says="the weights are added to the gradient, as a penalty would do",
)
def chg_plus_w(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return 2 * X.T @ ((X @ w - y) / sigma**2) + w


@misconception(
    "chi_square_gradient",
    says="you approximate the derivative by differences of nearby values, which costs digits",
)
def chg_differences(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    h = 1e-4
    base = chi_square(w, X, y, sigma)
    return np.array([(chi_square(w + h * e, X, y, sigma) - base) / h for e in np.eye(len(w))])


@misconception(
    "chi_square_gradient",
    says="you approximate the derivative by differences of nearby values, which costs digits",
)
def chg_wide_differences(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    h = 1e-2
    base = chi_square(w, X, y, sigma)
    return np.array([(chi_square(w + h * e, X, y, sigma) - base) / h for e in np.eye(len(w))])


@formula("chi_square_gradient")
def chi_gradient_by_a_loop(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, y.shape)
    g = np.zeros(len(w))
    for i in range(len(y)):
        g = g - 2 * (y[i] - X[i] @ w) / s[i] ** 2 * X[i]
    return g


@formula("chi_square_gradient")
def chi_gradient_of_scaled_rows(w, X, y, sigma):
    w, X, y, sigma = (np.asarray(a, dtype=float) for a in (w, X, y, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, y.shape)
    Xs = X / s[:, None]
    ys = y / s
    return 2 * Xs.T @ (Xs @ w - ys)


# --- fit_covariance, more ---


@misconception(
    "fit_covariance",
    says="the matrix is twice as large as it should be",
)
def cov_half(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return 2 * np.linalg.inv((X.T / s**2) @ X)


@misconception(
    "fit_covariance",
    says="the matrix that you invert is a mean over the readings, not a sum",
)
def cov_mean(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.linalg.inv((X.T / s**2) @ X / len(X))


@misconception(
    "fit_covariance",
    says="the inverse is divided by the number of readings once more",
)
def cov_over_n(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.linalg.inv((X.T / s**2) @ X) / len(X)


@misconception(
    "fit_covariance",
    says="the inverse is divided by the degrees of freedom",
)
def cov_over_freedom(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.linalg.inv((X.T / s**2) @ X) / max(len(X) - X.shape[1], 1)


@misconception(
    "fit_covariance",
    says="sigma is squared twice where you divide by it",
)
def cov_fourth(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.linalg.inv((X.T / s**4) @ X)


@misconception(
    "fit_covariance",
    says="you multiply by sigma, so the least certain readings count most",
)
def cov_times_once(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.linalg.inv((X.T * s) @ X)


@misconception(
    "fit_covariance",
    says="the root of sigma is what you divide by",
)
def cov_root_sigma(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.linalg.inv((X.T / np.sqrt(s)) @ X)


@misconception(
    "fit_covariance",
    says="only the diagonal is kept, so the correlations of the weights are lost",
)
def cov_diagonal(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.diag(np.diag(np.linalg.inv((X.T / s**2) @ X)))


@misconception(
    "fit_covariance",
    says="the diagonal is left at 0",
)
def cov_no_diagonal(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    C = np.linalg.inv((X.T / s**2) @ X)
    return C - np.diag(np.diag(C))


@misconception(
    "fit_covariance",
    says="the entries of the matrix are inverted one by one, which is not its inverse",
)
def cov_entries_inverted(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    A = (X.T / s**2) @ X
    return 1 / np.where(A == 0, 1e-300, A)


@misconception(
    "fit_covariance",
    says="the square root is taken of every entry",
)
def cov_root(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.sqrt(np.abs(np.linalg.inv((X.T / s**2) @ X)))


@misconception(
    "fit_covariance",
    says="the matrix is multiplied with itself",
)
def cov_square(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    C = np.linalg.inv((X.T / s**2) @ X)
    return C @ C


@misconception(
    "fit_covariance",
    says="the entries are squared",
)
def cov_entries_squared(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.linalg.inv((X.T / s**2) @ X) ** 2


@misconception(
    "fit_covariance",
    says="the whole matrix has its sign turned",
)
def cov_negative(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return -np.linalg.inv((X.T / s**2) @ X)


@misconception(
    "fit_covariance",
    says="the entries off the diagonal do not have the sign they should",
)
def cov_sign_off_diagonal(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    C = np.linalg.inv((X.T / s**2) @ X)
    return 2 * np.diag(np.diag(C)) - C


@misconception(
    "fit_covariance",
    says="the entries off the diagonal do not have the sign they should",
)
def cov_absolute(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.abs(np.linalg.inv((X.T / s**2) @ X))


@misconception(
    "fit_covariance",
    says="X.T @ X comes back, without sigma and without being inverted",
)
def cov_gram(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return X.T @ X


@misconception(
    "fit_covariance",
    says="X.T @ X divided by n comes back, without sigma and without being inverted",
)
def cov_gram_mean(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return X.T @ X / len(X)


@misconception(
    "fit_covariance",
    says="the matrix is not inverted at the end, and a mean is taken over the readings",
)
def cov_not_inverted_mean(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return (X.T / s**2) @ X / len(X)


@misconception(
    "fit_covariance",
    says="the second derivative of chi-square comes back, and not an inverse",
)
def cov_hessian(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return 2 * (X.T / s**2) @ X


@misconception(
    "fit_covariance",
    says="you return the covariance of the columns of X",
)
def cov_of_inputs(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.atleast_2d(np.cov(X.T))


@misconception(
    "fit_covariance",
    says="you return the covariance of the columns of X",
)
def cov_of_inputs_by_n(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.atleast_2d(np.cov(X.T, ddof=0))


@misconception(
    "fit_covariance",
    says="you return the correlations of the columns of X",
)
def cov_correlation_of_inputs(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.atleast_2d(np.corrcoef(X.T))


@misconception(
    "fit_covariance",
    says="the means of the columns are subtracted first",
)
def cov_centered(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    Z = X - X.mean(axis=0)
    return np.linalg.pinv((Z.T / s**2) @ Z)


@misconception(
    "fit_covariance",
    says="all readings get the same mean sigma instead of their own",
)
def cov_mean_sigma(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.mean(sigma) ** 2 * np.linalg.inv(X.T @ X)


@misconception(
    "fit_covariance",
    says="the inverse of X.T @ X is multiplied by the sum of all variances",
)
def cov_sum_of_variances(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.sum(s**2) * np.linalg.inv(X.T @ X)


@misconception(
    "fit_covariance",
    says="the inverse of X.T @ X is divided by the sum of all 1/sigma²",
)
def cov_sum_of_weights(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.linalg.inv(X.T @ X) / np.sum(1 / s**2)


@misconception(
    "fit_covariance",
    says="the inverse of X.T @ X is multiplied by the mean sigma, which is not squared",
)
def cov_mean_of_sigma(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.mean(sigma) * np.linalg.inv(X.T @ X)


@misconception(
    "fit_covariance",
    says="the last sigma is used for all readings",
)
def cov_last_sigma(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return sigma.flat[-1] ** 2 * np.linalg.inv(X.T @ X)


@misconception(
    "fit_covariance",
    says="the readings count alike in the fit whose covariance you return",
)
def cov_sandwich(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    P = np.linalg.inv(X.T @ X)
    return P @ (X.T * s**2) @ X @ P


@misconception(
    "fit_covariance",
    says="the weights 1/sigma² are scaled to the sum 1 first",
)
def cov_normalized_weights(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    v = 1 / s**2
    return np.linalg.inv((X.T * (v / v.sum())) @ X)


@misconception(
    "fit_covariance",
    says="the weights 1/sigma² are divided by their mean first",
)
def cov_normalized_weights_mean(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    v = 1 / s**2
    return np.linalg.inv((X.T * (v / v.mean())) @ X)


@misconception(
    "fit_covariance",
    says="you return the identity matrix, whatever the data are",
)
def cov_identity(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.eye(X.shape[1])


@misconception(
    "fit_covariance",
    says="a small number is added to the diagonal before the matrix is inverted",
)
def cov_ridge(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.linalg.inv((X.T / s**2) @ X + 1e-6 * np.eye(X.shape[1]))


@misconception(
    "fit_covariance",
    says="a small number is added to the diagonal before the matrix is inverted",
)
def cov_large_ridge(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.linalg.inv((X.T / s**2) @ X + 1e-3 * np.eye(X.shape[1]))


@misconception(
    "fit_covariance",
    says="the identity matrix is added before the matrix is inverted",
)
def cov_unit_ridge(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.linalg.inv((X.T / s**2) @ X + np.eye(X.shape[1]))


@misconception(
    "fit_covariance",
    says="the last reading is left out",
)
def cov_without_last(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))[:-1]
    return np.linalg.pinv((X[:-1].T / s**2) @ X[:-1])


@misconception(
    "fit_covariance",
    says="the first reading is left out",
)
def cov_without_first(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))[1:]
    return np.linalg.pinv((X[1:].T / s**2) @ X[1:])


@misconception(
    "fit_covariance",
    says="only the upper triangle is filled, and 0 is left below it",
)
def cov_upper(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.triu(np.linalg.inv((X.T / s**2) @ X))


@misconception(
    "fit_covariance",
    says="only the lower triangle is filled, and 0 is left above it",
)
def cov_lower(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.tril(np.linalg.inv((X.T / s**2) @ X))


@misconception(
    "fit_covariance",
    says="a triangular root of the matrix comes back, not the matrix",
)
def cov_cholesky(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.linalg.cholesky(np.linalg.inv((X.T / s**2) @ X))


@misconception(
    "fit_covariance",
    says="the inverse of a triangular factor comes back, without its product with itself",
)
def cov_inverse_root(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.linalg.inv(np.linalg.qr(X / s[:, None])[1])


@misconception(
    "fit_covariance",
    says=(
        "the inverse of the triangular factor and its transpose are multiplied in the wrong order"
    ),
)
def cov_inverse_root_turned(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    R = np.linalg.inv(np.linalg.qr(X / s[:, None])[1])
    return R.T @ R


@misconception(
    "fit_covariance",
    says="the results are rounded to a few decimals",
)
def cov_rounded(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.round(np.linalg.inv((X.T / s**2) @ X), 4)


@misconception(
    "fit_covariance",
    says="the results are rounded to a few decimals",
)
def cov_roughly_rounded(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.round(np.linalg.inv((X.T / s**2) @ X), 2)


@misconception(
    "fit_covariance",
    says="the standard errors stand on the diagonal of a matrix of zeros",
)
def cov_errors_on_diagonal(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    return np.diag(np.sqrt(np.diag(np.linalg.inv((X.T / s**2) @ X))))


@misconception(
    "fit_covariance",
    says="the standard errors are multiplied with each other, as if all correlations were 1",
)
def cov_errors_outer(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    e = np.sqrt(np.diag(np.linalg.inv((X.T / s**2) @ X)))
    return np.outer(e, e)


@misconception(
    "fit_covariance",
    says="the inverse of X.T @ X is divided by the mean variance, not multiplied by it",
)
def cov_scaled_by_one_sigma(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.linalg.inv(X.T @ X) / np.mean(sigma**2)


@formula("fit_covariance")
def covariance_of_scaled_rows(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    Xs = X / s[:, None]
    return np.linalg.inv(Xs.T @ Xs)


@formula("fit_covariance")
def covariance_by_a_sum(X, sigma):
    X, sigma = (np.asarray(a, dtype=float) for a in (X, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    s = np.broadcast_to(sigma, len(X))
    A = np.zeros((X.shape[1], X.shape[1]))
    for i in range(len(X)):
        A = A + np.outer(X[i], X[i]) / s[i] ** 2
    return np.linalg.inv(A)
