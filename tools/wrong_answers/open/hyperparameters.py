"""Wrong answers to the exercises of hyperparameters, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- rbf_kernel ---


@wrong_answer("rbf_kernel", cause="the half in the exponent is missing")
def kernel_without_half(A, B, length, variance=1.0):
    A, B = np.asarray(A, float), np.asarray(B, float)
    D = ((A[:, None] - B[None]) ** 2).sum(axis=2)
    return variance * np.exp(-D / length**2)


@wrong_answer("rbf_kernel", cause="the length is not squared")
def kernel_length_not_squared(A, B, length, variance=1.0):
    A, B = np.asarray(A, float), np.asarray(B, float)
    D = ((A[:, None] - B[None]) ** 2).sum(axis=2)
    return variance * np.exp(-D / (2 * length))


@wrong_answer("rbf_kernel", cause="distances are not squared")
def kernel_of_distances(A, B, length, variance=1.0):
    A, B = np.asarray(A, float), np.asarray(B, float)
    D = np.linalg.norm(A[:, None] - B[None], axis=2)
    return variance * np.exp(-D / (2 * length**2))


@wrong_answer("rbf_kernel", cause="the variance is squared, as if it were a standard deviation")
def kernel_variance_squared(A, B, length, variance=1.0):
    A, B = np.asarray(A, float), np.asarray(B, float)
    D = ((A[:, None] - B[None]) ** 2).sum(axis=2)
    return variance**2 * np.exp(-D / (2 * length**2))


@wrong_answer("rbf_kernel", cause="the mean over the features, not the sum, of squared differences")
def kernel_mean_over_features(A, B, length, variance=1.0):
    A, B = np.asarray(A, float), np.asarray(B, float)
    D = ((A[:, None] - B[None]) ** 2).mean(axis=2)
    return variance * np.exp(-D / (2 * length**2))


@wrong_answer("rbf_kernel", cause="transposed: (m, n)")
def kernel_transposed(A, B, length, variance=1.0):
    A, B = np.asarray(A, float), np.asarray(B, float)
    D = ((B[:, None] - A[None]) ** 2).sum(axis=2)
    return variance * np.exp(-D / (2 * length**2))


# --- gp_posterior ---


@wrong_answer("gp_posterior", cause="the noise is not added to the kernel of the readings")
def posterior_without_noise(X, y, X_new, length, variance, noise):
    K = rbf_kernel(X, X, length, variance) + 1e-12 * np.eye(len(X))
    k = rbf_kernel(X_new, X, length, variance)
    var = variance - np.sum(k * np.linalg.solve(K, k.T).T, axis=1)
    return k @ np.linalg.solve(K, np.asarray(y, float)), np.maximum(var, 0)


@wrong_answer("gp_posterior", cause="the noise of one more reading is in the variance")
def posterior_of_a_reading(X, y, X_new, length, variance, noise):
    K = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X_new, X, length, variance)
    var = variance + noise - np.sum(k * np.linalg.solve(K, k.T).T, axis=1)
    return k @ np.linalg.solve(K, np.asarray(y, float)), np.maximum(var, 0)


@wrong_answer("gp_posterior", cause="the standard deviation is returned, not the variance")
def posterior_sd(X, y, X_new, length, variance, noise):
    K = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X_new, X, length, variance)
    var = variance - np.sum(k * np.linalg.solve(K, k.T).T, axis=1)
    return k @ np.linalg.solve(K, np.asarray(y, float)), np.sqrt(np.maximum(var, 0))


@wrong_answer("gp_posterior", cause="the noise is squared, as if it were a standard deviation")
def posterior_noise_squared(X, y, X_new, length, variance, noise):
    K = rbf_kernel(X, X, length, variance) + noise**2 * np.eye(len(X))
    k = rbf_kernel(X_new, X, length, variance)
    var = variance - np.sum(k * np.linalg.solve(K, k.T).T, axis=1)
    return k @ np.linalg.solve(K, np.asarray(y, float)), np.maximum(var, 0)


@wrong_answer("gp_posterior", cause="1 for the variance before the readings, whatever variance is")
def posterior_prior_of_one(X, y, X_new, length, variance, noise):
    K = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X_new, X, length, variance)
    var = 1 - np.sum(k * np.linalg.solve(K, k.T).T, axis=1)
    return k @ np.linalg.solve(K, np.asarray(y, float)), np.maximum(var, 0)


@wrong_answer("gp_posterior", cause="the mean of the readings is subtracted and added back")
def posterior_with_centered_readings(X, y, X_new, length, variance, noise):
    y = np.asarray(y, float)
    K = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X_new, X, length, variance)
    var = variance - np.sum(k * np.linalg.solve(K, k.T).T, axis=1)
    return y.mean() + k @ np.linalg.solve(K, y - y.mean()), np.maximum(var, 0)


@wrong_answer("gp_posterior", cause="the variance is not kept from below 0")
def posterior_negative_variance(X, y, X_new, length, variance, noise):
    K = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X_new, X, length, variance)
    var = variance - np.sum(k * np.linalg.solve(K, k.T).T, axis=1)
    return k @ np.linalg.solve(K, np.asarray(y, float)), var


# --- evidence ---


@wrong_answer("log_marginal_likelihood", cause="the determinant enters with a whole, not a half")
def evidence_whole_determinant(X, y, length, variance, noise):
    y = np.asarray(y, float)
    K = rbf_kernel(X, X, length, variance) + noise * np.eye(len(y))
    fit = y @ np.linalg.solve(K, y)
    return -0.5 * fit - np.linalg.slogdet(K)[1] - 0.5 * len(y) * np.log(2 * np.pi)


@wrong_answer("log_marginal_likelihood", cause="the constant n log(2 pi) / 2 is missing")
def evidence_without_constant(X, y, length, variance, noise):
    y = np.asarray(y, float)
    K = rbf_kernel(X, X, length, variance) + noise * np.eye(len(y))
    return -0.5 * y @ np.linalg.solve(K, y) - 0.5 * np.linalg.slogdet(K)[1]


@wrong_answer("log_marginal_likelihood", cause="divided by the number of readings: a mean")
def evidence_per_reading(X, y, length, variance, noise):
    y = np.asarray(y, float)
    K = rbf_kernel(X, X, length, variance) + noise * np.eye(len(y))
    fit = y @ np.linalg.solve(K, y)
    return (-0.5 * (fit + np.linalg.slogdet(K)[1]) - 0.5 * len(y) * np.log(2 * np.pi)) / len(y)


@wrong_answer("log_marginal_likelihood", cause="the determinant has the other sign: no price for flexibility")
def evidence_determinant_sign(X, y, length, variance, noise):
    y = np.asarray(y, float)
    K = rbf_kernel(X, X, length, variance) + noise * np.eye(len(y))
    fit = y @ np.linalg.solve(K, y)
    return -0.5 * fit + 0.5 * np.linalg.slogdet(K)[1] - 0.5 * len(y) * np.log(2 * np.pi)


@wrong_answer("log_marginal_likelihood", cause="log of np.linalg.det, which underflows for many readings")
def evidence_det_underflows(X, y, length, variance, noise):
    y = np.asarray(y, float)
    K = rbf_kernel(X, X, length, variance) + noise * np.eye(len(y))
    fit = y @ np.linalg.solve(K, y)
    return -0.5 * fit - 0.5 * np.log(np.linalg.det(K)) - 0.5 * len(y) * np.log(2 * np.pi)


@wrong_answer("lml_gradient", cause="slopes by the numbers themselves, not by their logarithms")
def slopes_by_the_numbers(X, y, length, variance, noise):
    X, y = np.asarray(X, float), np.asarray(y, float)
    K = rbf_kernel(X, X, length, variance)
    D = ((X[:, None] - X[None]) ** 2).sum(axis=2)
    inverse = np.linalg.inv(K + noise * np.eye(len(y)))
    a = inverse @ y
    M = np.outer(a, a) - inverse
    parts = K * D / length**3, K / variance, np.eye(len(y))
    return np.array([0.5 * np.sum(M * part) for part in parts])


@wrong_answer("lml_gradient", cause="the half is missing")
def slopes_without_half(X, y, length, variance, noise):
    X, y = np.asarray(X, float), np.asarray(y, float)
    K = rbf_kernel(X, X, length, variance)
    D = ((X[:, None] - X[None]) ** 2).sum(axis=2)
    inverse = np.linalg.inv(K + noise * np.eye(len(y)))
    a = inverse @ y
    M = np.outer(a, a) - inverse
    parts = K * D / length**2, K, noise * np.eye(len(y))
    return np.array([np.sum(M * part) for part in parts])


@wrong_answer("lml_gradient", cause="the trace is left out: only the data's part")
def slopes_without_trace(X, y, length, variance, noise):
    X, y = np.asarray(X, float), np.asarray(y, float)
    K = rbf_kernel(X, X, length, variance)
    D = ((X[:, None] - X[None]) ** 2).sum(axis=2)
    a = np.linalg.solve(K + noise * np.eye(len(y)), y)
    parts = K * D / length**2, K, noise * np.eye(len(y))
    return np.array([0.5 * a @ part @ a for part in parts])


@wrong_answer("lml_gradient", cause="sign turned: gradient of minus the logarithm")
def slopes_downhill(X, y, length, variance, noise):
    X, y = np.asarray(X, float), np.asarray(y, float)
    K = rbf_kernel(X, X, length, variance)
    D = ((X[:, None] - X[None]) ** 2).sum(axis=2)
    inverse = np.linalg.inv(K + noise * np.eye(len(y)))
    a = inverse @ y
    M = inverse - np.outer(a, a)
    parts = K * D / length**2, K, noise * np.eye(len(y))
    return np.array([0.5 * np.sum(M * part) for part in parts])


# --- expected_improvement ---


@wrong_answer("expected_improvement", cause="for a maximum: mean - best")
def improvement_upward(mean, sd, best):
    from math import erf

    mean, sd = np.asarray(mean, float), np.asarray(sd, float)
    safe = np.where(sd > 0, sd, 1.0)
    z = (mean - best) / safe
    cdf = 0.5 * (1 + np.vectorize(erf)(z / np.sqrt(2)))
    pdf = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return np.where(sd > 0, (mean - best) * cdf + sd * pdf, np.maximum(mean - best, 0.0))


@wrong_answer("expected_improvement", cause="the probability of improvement")
def improvement_probability(mean, sd, best):
    from math import erf

    mean, sd = np.asarray(mean, float), np.asarray(sd, float)
    safe = np.where(sd > 0, sd, 1.0)
    z = (best - mean) / safe
    cdf = 0.5 * (1 + np.vectorize(erf)(z / np.sqrt(2)))
    return np.where(sd > 0, cdf, (mean < best) * 1.0)


@wrong_answer("expected_improvement", cause="the density's term lacks the factor sd")
def improvement_without_sd(mean, sd, best):
    from math import erf

    mean, sd = np.asarray(mean, float), np.asarray(sd, float)
    safe = np.where(sd > 0, sd, 1.0)
    z = (best - mean) / safe
    cdf = 0.5 * (1 + np.vectorize(erf)(z / np.sqrt(2)))
    pdf = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return np.where(sd > 0, (best - mean) * cdf + pdf, np.maximum(best - mean, 0.0))


@wrong_answer("expected_improvement", cause="division by sd = 0: nan and warnings")
def improvement_nan_at_zero(mean, sd, best):
    from math import erf

    mean, sd = np.asarray(mean, float), np.asarray(sd, float)
    z = (best - mean) / sd
    cdf = 0.5 * (1 + np.vectorize(erf)(z / np.sqrt(2)))
    pdf = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return (best - mean) * cdf + sd * pdf


@wrong_answer("expected_improvement", cause="0 wherever sd is 0, also where mean is lower than best")
def improvement_none_where_sure(mean, sd, best):
    from math import erf

    mean, sd = np.asarray(mean, float), np.asarray(sd, float)
    safe = np.where(sd > 0, sd, 1.0)
    z = (best - mean) / safe
    cdf = 0.5 * (1 + np.vectorize(erf)(z / np.sqrt(2)))
    pdf = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return np.where(sd > 0, (best - mean) * cdf + sd * pdf, 0.0)


@wrong_answer("expected_improvement", cause="the density lacks its 1 / sqrt(2 pi)")
def improvement_density_not_normalized(mean, sd, best):
    from math import erf

    mean, sd = np.asarray(mean, float), np.asarray(sd, float)
    safe = np.where(sd > 0, sd, 1.0)
    z = (best - mean) / safe
    cdf = 0.5 * (1 + np.vectorize(erf)(z / np.sqrt(2)))
    pdf = np.exp(-(z**2) / 2)
    return np.where(sd > 0, (best - mean) * cdf + sd * pdf, np.maximum(best - mean, 0.0))


# --- bayesian_optimize ---


@wrong_answer("bayesian_optimize", cause="the values are not standardized")
def optimize_raw_values(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, float), np.asarray(high, float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        C = rng.random((1000, len(low)))
        mean, var = gp_posterior(U, np.array(y), C, 0.2, 1.0, 1e-6)
        gain = expected_improvement(mean, np.sqrt(var), min(y))
        u = C[np.argmax(gain)]
        U = np.vstack([U, u])
        y.append(f(low + u * (high - low)))
    X, y = low + U * (high - low), np.array(y, float)
    return X[y.argmin()], y.min(), X, y


@wrong_answer("bayesian_optimize", cause="the point of the lowest mean is taken: no uncertainty")
def optimize_lowest_mean(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, float), np.asarray(high, float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        C = rng.random((1000, len(low)))
        spread = np.std(y) or 1.0
        mean, _ = gp_posterior(U, (np.array(y) - np.mean(y)) / spread, C, 0.2, 1.0, 1e-6)
        u = C[np.argmin(mean)]
        U = np.vstack([U, u])
        y.append(f(low + u * (high - low)))
    X, y = low + U * (high - low), np.array(y, float)
    return X[y.argmin()], y.min(), X, y


@wrong_answer("bayesian_optimize", cause="lengths are not in units of the box: points are not rescaled")
def optimize_in_raw_units(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, float), np.asarray(high, float)
    X = low + rng.random((n_init, len(low))) * (high - low)
    y = [f(x) for x in X]
    for _ in range(n_iter):
        C = low + rng.random((1000, len(low))) * (high - low)
        spread = np.std(y) or 1.0
        z = (np.array(y) - np.mean(y)) / spread
        mean, var = gp_posterior(X, z, C, 0.2, 1.0, 1e-6)
        x = C[np.argmax(expected_improvement(mean, np.sqrt(var), z.min()))]
        X = np.vstack([X, x])
        y.append(f(x))
    y = np.array(y, float)
    return X[y.argmin()], y.min(), X, y


@wrong_answer("bayesian_optimize", cause="returns the last point, not the best")
def optimize_last_point(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, float), np.asarray(high, float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        C = rng.random((1000, len(low)))
        spread = np.std(y) or 1.0
        z = (np.array(y) - np.mean(y)) / spread
        mean, var = gp_posterior(U, z, C, 0.2, 1.0, 1e-6)
        u = C[np.argmax(expected_improvement(mean, np.sqrt(var), z.min()))]
        U = np.vstack([U, u])
        y.append(f(low + u * (high - low)))
    X, y = low + U * (high - low), np.array(y, float)
    return X[-1], y[-1], X, y


@wrong_answer("bayesian_optimize", cause="nothing but random points")
def optimize_at_random(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, float), np.asarray(high, float)
    X = low + rng.random((n_init + n_iter, len(low))) * (high - low)
    y = np.array([f(x) for x in X], float)
    return X[y.argmin()], y.min(), X, y


# --- tune ---


@wrong_answer("tune", cause="random search")
def tune_at_random(train, low, high, n_iter, rng):
    low, high = np.asarray(low, float), np.asarray(high, float)
    X = low + rng.random((n_iter, len(low))) * (high - low)
    return X[np.argmin([train(x) for x in X])]
