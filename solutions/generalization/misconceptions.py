"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

# --- polynomial_features ---


@formula("polynomial_features")
def features_by_numpy(x, degree):
    x = np.asarray(x, dtype=float)
    return np.vander(x, degree + 1, increasing=True)


@formula("polynomial_features")
def features_by_products(x, degree):
    x = np.asarray(x, dtype=float)
    F = np.ones((len(x), degree + 1))
    for j in range(1, degree + 1):
        F[:, j] = F[:, j - 1] * x
    return F


@misconception("polynomial_features", says="roots of x stand in place of powers")
def roots(x, degree):
    x = np.asarray(x, dtype=float)
    return np.abs(x[:, None]) ** (1 / np.arange(1, degree + 2))


@misconception("polynomial_features", says="the constant stands in two columns")
def constant_twice(x, degree):
    x = np.asarray(x, dtype=float)
    return np.hstack([np.ones((len(x), 1)), x[:, None] ** np.arange(degree)])


@misconception("polynomial_features", says="the constant stands in the last column")
def constant_at_the_end(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] ** np.append(np.arange(1, degree + 1), 0)


@misconception("polynomial_features", says="the first column holds zeros, where the power 0 is 1")
def zero_constant(x, degree):
    x = np.asarray(x, dtype=float)
    F = x[:, None] ** np.arange(degree + 1)
    F[:, 0] = 0
    return F


@misconception("polynomial_features", says="there is one power too many")
def one_power_too_many(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] ** np.arange(degree + 2)


@misconception("polynomial_features", says="only the highest power is there")
def only_the_highest(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] ** degree


@misconception("polynomial_features", says="the powers are summed up to one number a sample")
def all_summed(x, degree):
    x = np.asarray(x, dtype=float)
    return (x[:, None] ** np.arange(degree + 1)).sum(axis=1)


@misconception("polynomial_features", says="the signs of x are lost")
def signs_lost(x, degree):
    x = np.asarray(x, dtype=float)
    return np.abs(x)[:, None] ** np.arange(degree + 1)


@misconception("polynomial_features", says="only even powers are taken")
def even_powers(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] ** (2 * np.arange(degree + 1))


@misconception("polynomial_features", says="only odd powers are taken")
def odd_powers(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] ** (2 * np.arange(degree + 1) + 1)


@misconception(
    "polynomial_features",
    says="numbers are raised to the power x, where x is to be raised to powers",
)
def exponential(x, degree):
    x = np.asarray(x, dtype=float)
    return np.arange(degree + 1) ** x[:, None]


@misconception(
    "polynomial_features", says="the powers are divided by factorials, as in a Taylor series"
)
def divided_by_factorials(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] ** np.arange(degree + 1) / np.cumprod(np.append(1, np.arange(1, degree + 1)))


@misconception("polynomial_features", says="these are Legendre polynomials and not powers")
def legendre(x, degree):
    x = np.asarray(x, dtype=float)
    return np.polynomial.legendre.legvander(x, degree)


@misconception("polynomial_features", says="these are Chebyshev polynomials and not powers")
def chebyshev(x, degree):
    x = np.asarray(x, dtype=float)
    return np.polynomial.chebyshev.chebvander(x, degree)


@misconception("polynomial_features", says="the mean of x is subtracted first")
def centered(x, degree):
    x = np.asarray(x, dtype=float)
    return (x - x.mean())[:, None] ** np.arange(degree + 1)


@misconception("polynomial_features", says="x is halved first")
def powers_of_half(x, degree):
    x = np.asarray(x, dtype=float)
    return (x / 2)[:, None] ** np.arange(degree + 1)


@misconception("polynomial_features", says="all powers stand in one row of numbers")
def flat(x, degree):
    x = np.asarray(x, dtype=float)
    return (x[:, None] ** np.arange(degree + 1)).ravel()


@misconception("polynomial_features", says="the powers are negative")
def powers_negative(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] ** -np.arange(degree + 1.0)


# --- ridge ---


@formula("ridge")
def ridge_by_the_sum(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    A = X.T @ X + n * l2 * np.eye(d)
    return np.linalg.solve(A, X.T @ y)


@formula("ridge")
def ridge_by_more_rows(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    rows = np.vstack([X / np.sqrt(n), np.sqrt(l2) * np.eye(d)])
    targets = np.concatenate([y / np.sqrt(n), np.zeros(d)])
    return np.linalg.lstsq(rows, targets, rcond=None)[0]


@formula("ridge")
def ridge_by_an_inverse(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    A = X.T @ X / n
    b = X.T @ y / n
    return np.linalg.inv(A + l2 * np.identity(d)) @ b


@misconception("ridge", says="the left side is a sum over the samples, the right side a mean")
def matrix_not_averaged(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X + l2 * np.eye(d), X.T @ y / n)


@misconception("ridge", says="the penalty is multiplied by n twice")
def penalty_times_n_in_the_mean(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + n * l2 * np.eye(d), X.T @ y / n)


@misconception("ridge", says="the penalty is divided by n")
def penalty_over_n_in_the_mean(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + l2 / n * np.eye(d), X.T @ y / n)


@misconception("ridge", says="the mean runs over the features")
def averaged_over_features(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / d + l2 * np.eye(d), X.T @ y / d)


@misconception("ridge", says="the last weight is not penalized")
def last_weight_spared(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + l2 * np.diag(np.arange(d) < d - 1), X.T @ y / n)


@misconception("ridge", says="the root of the penalty is used")
def root_of_the_penalty(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + np.sqrt(l2) * np.eye(d), X.T @ y / n)


@misconception("ridge", says="the penalty is added on both sides")
def penalty_on_both_sides(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + l2 * np.eye(d), X.T @ y / n + l2)


@misconception("ridge", says="the weights have the wrong sign")
def signs_turned(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return -np.linalg.solve(X.T @ X / n + l2 * np.eye(d), X.T @ y / n)


@misconception("ridge", says="the predictions come back, not the weights")
def predictions(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return X @ np.linalg.solve(X.T @ X / n + l2 * np.eye(d), X.T @ y / n)


@misconception("ridge", says="the residuals come back, not the weights")
def residuals(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return y - X @ np.linalg.solve(X.T @ X / n + l2 * np.eye(d), X.T @ y / n)


@misconception("ridge", says="the columns are centered first")
def centered_columns(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(
        (X - X.mean(axis=0)).T @ (X - X.mean(axis=0)) / n + l2 * np.eye(d),
        (X - X.mean(axis=0)).T @ y / n,
    )


@misconception("ridge", says="the mean of y is subtracted first")
def centered_targets(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + l2 * np.eye(d), X.T @ (y - y.mean()) / n)


@misconception("ridge", says="weights are cut by a fixed amount, as an absolute penalty would do")
def soft_thresholded(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.sign(np.linalg.lstsq(X, y, rcond=None)[0]) * np.maximum(
        np.abs(np.linalg.lstsq(X, y, rcond=None)[0]) - l2, 0
    )


@misconception("ridge", says="each weight is fitted on its own, as if columns were at right angles")
def only_the_diagonal(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return X.T @ y / n / (np.diag(X.T @ X) / n + l2)


@misconception("ridge", says="the mean divides by n − 1")
def one_less_sample(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / max(n - 1, 1) + l2 * np.eye(d), X.T @ y / max(n - 1, 1))


@misconception("ridge", says="the weights are multiplied by the penalty")
def penalty_as_a_factor(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.lstsq(X, y, rcond=None)[0] * l2


@misconception("ridge", says="a matrix of ones stands where the identity belongs")
def ones_for_identity(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.lstsq(X.T @ X / n + l2 * np.ones((d, d)), X.T @ y / n, rcond=None)[0]


@misconception("ridge", says="the loss comes back, not the weights")
def loss_returned(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.sum((y - X @ np.linalg.solve(X.T @ X / n + l2 * np.eye(d), X.T @ y / n)) ** 2) / (
        2 * n
    )


# --- ridge_gradient ---


@formula("ridge_gradient")
def slope_as_one_matrix(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    n, d = X.shape
    A = X.T @ X / n
    return A @ w - X.T @ y / n + l2 * w


@formula("ridge_gradient")
def slope_by_a_mean(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    errors = X @ w - y
    return np.mean(errors[:, None] * X, axis=0) + l2 * w


@misconception(
    "ridge_gradient", says="the penalty acts by the sign of the weights, not by their size"
)
def slope_of_absolute_weights(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + l2 * np.sign(w)


@misconception("ridge_gradient", says="both terms are twice too large: the halves are forgotten")
def all_doubled(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return 2 * X.T @ (X @ w - y) / len(y) + 2 * l2 * w


@misconception("ridge_gradient", says="the first term is twice too large")
def errors_doubled(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return 2 * X.T @ (X @ w - y) / len(y) + l2 * w


@misconception("ridge_gradient", says="the penalty is multiplied by the number of samples")
def penalty_times_n(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + len(y) * l2 * w


@misconception("ridge_gradient", says="the mean runs over the features, not the samples")
def mean_over_features(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(w) + l2 * w


@misconception("ridge_gradient", says="the penalty is that of the norm, not of its square")
def penalty_on_the_norm(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + l2 * w / np.linalg.norm(w)


@misconception("ridge_gradient", says="the value of the penalty is added, not its derivative")
def penalty_adds_the_norm(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + l2 * np.sum(w**2) / 2


@misconception("ridge_gradient", says="the weights are squared in the penalty's slope")
def squares_of_weights(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + l2 * w**2


@misconception("ridge_gradient", says="the penalty is squared")
def penalty_squared_in_slope(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + l2**2 * w


@misconception("ridge_gradient", says="the errors are averaged without the inputs they belong to")
def inputs_left_out(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.full(len(w), np.mean(X @ w - y)) + l2 * w


@misconception("ridge_gradient", says="the targets are not subtracted")
def predictions_for_errors(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w) / len(y) + l2 * w


@misconception("ridge_gradient", says="the whole gradient points downhill")
def whole_sign_turned(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return -X.T @ (X @ w - y) / len(y) - l2 * w


@misconception("ridge_gradient", says="the last weight is not penalized")
def last_weight_spared_in_slope(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + l2 * np.where(np.arange(len(w)) < len(w) - 1, w, 0)


@misconception("ridge_gradient", says="only the signs of the errors count here")
def signs_of_errors(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ np.sign(X @ w - y) / len(y) + l2 * w


@misconception("ridge_gradient", says="a step downhill comes back, not the gradient")
def step_taken(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return w - X.T @ (X @ w - y) / len(y) - l2 * w


# --- negative_log_posterior ---


@formula("negative_log_posterior")
def posterior_as_in_the_text(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    chi = (y - X @ w) / sigma
    return np.sum(chi**2) / 2 + np.sum(w**2) / (2 * tau**2)


@formula("negative_log_posterior")
def posterior_with_halves(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    r = X @ w - y
    return 0.5 * (r @ r) / sigma**2 + 0.5 * (w @ w) / tau**2


@misconception("negative_log_posterior", says="the prior is subtracted")
def prior_subtracted(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) - w @ w / (2 * tau**2)


@misconception("negative_log_posterior", says="the norm of the weights is not squared")
def prior_of_the_norm(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) + np.linalg.norm(w) / (2 * tau**2)


@misconception("negative_log_posterior", says="the prior is averaged over the weights")
def prior_averaged(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) + np.mean(w**2) / (2 * tau**2)


@misconception("negative_log_posterior", says="the weights are taken by their size, not squared")
def absolute_prior(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) + np.sum(np.abs(w)) / tau


@misconception("negative_log_posterior", says="the errors are taken by their size, not squared")
def absolute_errors_in_chi(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.abs(X @ w - y)) / sigma + w @ w / (2 * tau**2)


@misconception("negative_log_posterior", says="sigma is not squared")
def sigma_not_squared(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma) + w @ w / (2 * tau**2)


@misconception("negative_log_posterior", says="all is divided by the number of samples")
def all_averaged(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (np.sum((X @ w - y) ** 2) / (2 * sigma**2) + w @ w / (2 * tau**2)) / len(y)


@misconception("negative_log_posterior", says="the prior is divided by the number of samples")
def prior_averaged_over_samples(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) + w @ w / (2 * tau**2 * len(y))


@misconception("negative_log_posterior", says="the density comes back, not minus its logarithm")
def density_itself(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.exp(-np.sum((X @ w - y) ** 2) / (2 * sigma**2) - w @ w / (2 * tau**2))


@misconception("negative_log_posterior", says="the two terms are multiplied, where logarithms add")
def terms_multiplied(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) * (w @ w) / (2 * tau**2)


@misconception("negative_log_posterior", says="the errors are summed before they are squared")
def sums_squared(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(X @ w - y) ** 2 / (2 * sigma**2) + w @ w / (2 * tau**2)


@misconception("negative_log_posterior", says="the weights are summed before they are squared")
def weights_summed_first(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) + np.sum(w) ** 2 / (2 * tau**2)


@misconception(
    "negative_log_posterior",
    says="this is the loss of ridge regression: divided by n and times the variance of the errors",
)
def ridge_loss_in_its_place(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * len(y)) + sigma**2 / (len(y) * tau**2) * (w @ w) / 2


@misconception("negative_log_posterior", says="the 2 stands inside the square")
def variance_four_times(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma) ** 2 + w @ w / (2 * tau) ** 2


# --- negative_log_posterior_gradient ---


@formula("negative_log_posterior_gradient")
def slope_in_units_of_sigma(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    chi = (X @ w - y) / sigma
    return X.T @ chi / sigma + w / tau**2


@formula("negative_log_posterior_gradient")
def slope_by_a_matrix(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    precision = X.T @ X / sigma**2
    return precision @ w - X.T @ y / sigma**2 + w / tau**2


@misconception("negative_log_posterior_gradient", says="sigma is not squared")
def slope_sigma_not_squared(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma + w / tau**2


@misconception("negative_log_posterior_gradient", says="the prior has the wrong sign")
def slope_prior_turned(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma**2 - w / tau**2


@misconception(
    "negative_log_posterior_gradient",
    says="the prior is multiplied by the square of tau, not divided",
)
def slope_prior_times_tau(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma**2 + w * tau**2


@misconception(
    "negative_log_posterior_gradient",
    says="the errors are multiplied by the square of sigma, not divided",
)
def slope_times_sigma(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) * sigma**2 + w / tau**2


@misconception("negative_log_posterior_gradient", says="the prior acts by the signs of the weights")
def slope_prior_by_sign(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma**2 + np.sign(w) / tau


@misconception("negative_log_posterior_gradient", says="chi-square is not halved")
def slope_chi_doubled(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return 2 * X.T @ (X @ w - y) / sigma**2 + w / tau**2


@misconception("negative_log_posterior_gradient", says="the half of the prior is forgotten")
def slope_prior_doubled(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma**2 + 2 * w / tau**2


@misconception("negative_log_posterior_gradient", says="all is divided by the number of samples")
def slope_all_averaged(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X.T @ (X @ w - y) / sigma**2 + w / tau**2) / len(y)


@misconception("negative_log_posterior_gradient", says="the prior is averaged over the weights")
def slope_prior_averaged(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma**2 + w / (len(w) * tau**2)


@misconception(
    "negative_log_posterior_gradient", says="the prior adds the same number to all components"
)
def slope_prior_without_weights(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma**2 + 1 / tau**2


@misconception(
    "negative_log_posterior_gradient",
    says="the errors are summed without the inputs they belong to",
)
def slope_inputs_left_out(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(X @ w - y) / sigma**2 + w / tau**2


@misconception("negative_log_posterior_gradient", says="the targets are not subtracted")
def slope_targets_left_out(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w) / sigma**2 + w / tau**2


@misconception(
    "negative_log_posterior_gradient",
    says="this is the slope of ridge regression: divided by n and times the variance of the errors",
)
def slope_of_ridge(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + sigma**2 / (len(y) * tau**2) * w


@misconception(
    "negative_log_posterior_gradient", says="the products are not summed over the samples"
)
def slope_per_sample(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X * (X @ w - y)[:, None]) / sigma**2 + w / tau**2
