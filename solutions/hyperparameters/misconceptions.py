"""Further wrong answers that students give, each with what to tell whoever gives it."""

import math

import numpy as np

from autograder.checks import formula, misconception

from .reference import bayesian_optimize, expected_improvement, gp_posterior, rbf_kernel

# --- rbf_kernel ----------------------------------------------------------------------


@misconception(
    "rbf_kernel",
    says="squares are averaged over the settings, not added up",
)
def kernel_of_the_mean_square(A, B, length, variance=1.0):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    squares = np.mean((A[:, np.newaxis] - B) ** 2, axis=2)
    return variance * np.exp(-squares / (2 * length**2))


@misconception(
    "rbf_kernel",
    says="rows and columns are exchanged: a row belongs to a point of B",
)
def kernel_between_the_other_two(A, B, length, variance=1.0):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    squares = np.sum((A[:, np.newaxis] - B) ** 2, axis=2)
    return variance * np.exp(-squares.T / (2 * length**2))


@misconception(
    "rbf_kernel",
    says="the minus in the exponent is missing, so the covariance grows with the distance",
)
def kernel_that_grows(A, B, length, variance=1.0):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    squares = np.sum((A[:, np.newaxis] - B) ** 2, axis=2)
    return variance * np.exp(squares / (2 * length**2))


@misconception(
    "rbf_kernel",
    says="it is divided as a normal density is, so the variance is not that of the process",
)
def kernel_as_a_density(A, B, length, variance=1.0):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    squares = np.sum((A[:, np.newaxis] - B) ** 2, axis=2)
    return variance * np.exp(-squares / (2 * length**2)) / (np.sqrt(2 * np.pi) * length)


@misconception(
    "rbf_kernel",
    says="inner products stand where squared distances should",
)
def kernel_of_inner_products(A, B, length, variance=1.0):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return variance * np.exp(A @ B.T / length**2)


@misconception(
    "rbf_kernel",
    says="only the setting counts in which the points differ most",
)
def kernel_of_the_farthest_setting(A, B, length, variance=1.0):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    squares = np.max((A[:, np.newaxis] - B) ** 2, axis=2)
    return variance * np.exp(-squares / (2 * length**2))


@misconception(
    "rbf_kernel",
    says="the length multiplies the distance and does not divide it",
)
def kernel_with_the_length_in_the_numerator(A, B, length, variance=1.0):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    squares = np.sum((A[:, np.newaxis] - B) ** 2, axis=2)
    return variance * np.exp(-squares * length**2 / 2)


@formula("rbf_kernel")
def kernel_of_scaled_points(A, B, length, variance=1.0):
    A, B = np.asarray(A, dtype=float) / length, np.asarray(B, dtype=float) / length
    squares = ((A[:, None, :] - B[None, :, :]) ** 2).sum(axis=-1)
    return variance * np.exp(-0.5 * squares)


# --- gp_posterior --------------------------------------------------------------------


@misconception(
    "gp_posterior",
    says="the variance does not enter the kernel",
)
def posterior_of_the_kernel_alone(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length)
    return k.T @ np.linalg.solve(C, y), np.maximum(
        variance - np.sum(k * np.linalg.solve(C, k), axis=0), 0.0
    )


@misconception(
    "gp_posterior",
    says="the covariances with the new points are those for a variance of 1",
)
def posterior_with_the_default_for_new_points(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length)
    return k.T @ np.linalg.solve(C, y), np.maximum(
        variance - np.sum(k * np.linalg.solve(C, k), axis=0), 0.0
    )


@misconception(
    "gp_posterior",
    says="the mean of the readings is taken off and put back, but the process has mean 0",
)
def posterior_around_the_mean_reading(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    return np.mean(y) + k.T @ np.linalg.solve(C, y - np.mean(y)), np.maximum(
        variance - np.sum(k * np.linalg.solve(C, k), axis=0), 0.0
    )


@misconception(
    "gp_posterior",
    says="the readings are weighed by their covariances, without a look at each other",
)
def posterior_weighed_by_the_kernel_alone(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    return k.T @ np.asarray(y, dtype=float), np.maximum(
        variance - np.sum(k * np.linalg.solve(C, k), axis=0), 0.0
    )


@misconception(
    "gp_posterior",
    says="the variance is that before the readings",
)
def posterior_without_what_was_learned(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    return k.T @ np.linalg.solve(C, y), np.full(k.shape[1], float(variance))


@misconception(
    "gp_posterior",
    says="what the readings tell is added to the variance, not subtracted",
)
def posterior_that_adds_what_was_learned(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    return k.T @ np.linalg.solve(C, y), np.maximum(
        variance + np.sum(k * np.linalg.solve(C, k), axis=0), 0.0
    )


@misconception(
    "gp_posterior",
    says="the entries of v are added up, not their squares",
)
def posterior_without_the_roots_square(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    V = np.linalg.solve(np.linalg.cholesky(C), k)
    return k.T @ np.linalg.solve(C, y), np.maximum(variance - np.sum(V, axis=0), 0.0)


@misconception(
    "gp_posterior",
    says="in the mean, the factor L is inverted where C should be",
)
def posterior_with_L_for_C(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    L = np.linalg.cholesky(C)
    V = np.linalg.solve(L, k)
    return k.T @ np.linalg.solve(L, y), np.maximum(variance - np.sum(V**2, axis=0), 0.0)


@misconception(
    "gp_posterior",
    says="the variance comes first",
)
def posterior_in_the_other_order(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    return np.maximum(
        variance - np.sum(k * np.linalg.solve(C, k), axis=0), 0.0
    ), k.T @ np.linalg.solve(C, y)


@formula("gp_posterior")
def posterior_by_weights(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    a = np.linalg.solve(C, k)
    y = np.asarray(y, dtype=float)
    mean = a.T @ y
    var = variance - np.sum(k * a, axis=0)
    return mean, np.maximum(var, 0.0)


# --- log_marginal_likelihood ---------------------------------------------------------


@misconception(
    "log_marginal_likelihood",
    says="the factor ½ of the first term is missing",
)
def evidence_with_a_whole_square(X, y, length, variance, noise):
    L = np.linalg.cholesky(rbf_kernel(X, X, length, variance) + noise * np.eye(len(X)))
    z = np.linalg.solve(L, y)
    return -(z @ z) - np.sum(np.log(np.diag(L))) - len(z) * np.log(2 * np.pi) / 2


@misconception(
    "log_marginal_likelihood",
    says="the factor ½ of the constant is missing",
)
def evidence_with_a_whole_constant(X, y, length, variance, noise):
    L = np.linalg.cholesky(rbf_kernel(X, X, length, variance) + noise * np.eye(len(X)))
    z = np.linalg.solve(L, y)
    return -(z @ z) / 2 - np.sum(np.log(np.diag(L))) - len(z) * np.log(2 * np.pi)


@misconception(
    "log_marginal_likelihood",
    says="the constant is counted once, not once for each reading",
)
def evidence_with_one_constant(X, y, length, variance, noise):
    L = np.linalg.cholesky(rbf_kernel(X, X, length, variance) + noise * np.eye(len(X)))
    z = np.linalg.solve(L, y)
    return -(z @ z) / 2 - np.sum(np.log(np.diag(L))) - np.log(2 * np.pi) / 2


@misconception(
    "log_marginal_likelihood",
    says="the term with the determinant is missing",
)
def evidence_without_the_determinant(X, y, length, variance, noise):
    L = np.linalg.cholesky(rbf_kernel(X, X, length, variance) + noise * np.eye(len(X)))
    z = np.linalg.solve(L, y)
    return -(z @ z) / 2 - len(z) * np.log(2 * np.pi) / 2


@misconception(
    "log_marginal_likelihood",
    says="the sign of the term with the determinant is turned round",
)
def evidence_with_a_determinant_that_helps(X, y, length, variance, noise):
    L = np.linalg.cholesky(rbf_kernel(X, X, length, variance) + noise * np.eye(len(X)))
    z = np.linalg.solve(L, y)
    return -(z @ z) / 2 + np.sum(np.log(np.diag(L))) - len(z) * np.log(2 * np.pi) / 2


@misconception(
    "log_marginal_likelihood",
    says="the noise is not used, as if readings were exact",
)
def evidence_without_noise(X, y, length, variance, noise):
    L = np.linalg.cholesky(rbf_kernel(X, X, length, variance) + 1e-9 * np.eye(len(X)))
    z = np.linalg.solve(L, y)
    return -(z @ z) / 2 - np.sum(np.log(np.diag(L))) - len(z) * np.log(2 * np.pi) / 2


@misconception(
    "log_marginal_likelihood",
    says="the readings themselves are squared, not those that L has made independent",
)
def evidence_with_plain_y(X, y, length, variance, noise):
    L = np.linalg.cholesky(rbf_kernel(X, X, length, variance) + noise * np.eye(len(X)))
    z = np.linalg.solve(L, y)
    y = np.asarray(y, dtype=float)
    return -(y @ y) / 2 - np.sum(np.log(np.diag(L))) - len(z) * np.log(2 * np.pi) / 2


@misconception(
    "log_marginal_likelihood",
    says="the readings are multiplied by L where they should be divided",
)
def evidence_with_y_through_L(X, y, length, variance, noise):
    L = np.linalg.cholesky(rbf_kernel(X, X, length, variance) + noise * np.eye(len(X)))
    z = np.linalg.solve(L, y)
    u = L @ np.asarray(y, dtype=float)
    return -(u @ u) / 2 - np.sum(np.log(np.diag(L))) - len(z) * np.log(2 * np.pi) / 2


@misconception(
    "log_marginal_likelihood",
    says="the diagonal of L is added up without its logarithms",
)
def evidence_without_the_logarithm(X, y, length, variance, noise):
    L = np.linalg.cholesky(rbf_kernel(X, X, length, variance) + noise * np.eye(len(X)))
    z = np.linalg.solve(L, y)
    return -(z @ z) / 2 - np.sum(np.diag(L)) - len(z) * np.log(2 * np.pi) / 2


@formula("log_marginal_likelihood")
def evidence_by_eigenvalues(X, y, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    y = np.asarray(y, dtype=float)
    fit = y @ np.linalg.solve(C, y)
    log_det = np.sum(np.log(np.linalg.eigvalsh(C)))
    return -0.5 * fit - 0.5 * log_det - 0.5 * len(y) * np.log(2 * np.pi)


# --- lml_gradient --------------------------------------------------------------------


@misconception(
    "lml_gradient",
    says="the first is the derivative by the length, not by its logarithm",
)
def gradient_by_the_length_itself(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / length**3, K, noise * np.eye(len(X)))
    return np.array([alpha @ dC @ alpha - np.sum(C_inv * dC) for dC in slopes]) / 2


@misconception(
    "lml_gradient",
    says="the second is the derivative by the variance, not by its logarithm",
)
def gradient_by_the_variance_itself(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / length**2, K / variance, noise * np.eye(len(X)))
    return np.array([alpha @ dC @ alpha - np.sum(C_inv * dC) for dC in slopes]) / 2


@misconception(
    "lml_gradient",
    says="the squared distances are missing in the derivative by the length",
)
def gradient_without_the_distances(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    slopes = (K / length**2, K, noise * np.eye(len(X)))
    return np.array([alpha @ dC @ alpha - np.sum(C_inv * dC) for dC in slopes]) / 2


@misconception(
    "lml_gradient",
    says="the derivative by the logarithm of the length is half of what it is",
)
def gradient_with_half_the_distances(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / (2 * length**2), K, noise * np.eye(len(X)))
    return np.array([alpha @ dC @ alpha - np.sum(C_inv * dC) for dC in slopes]) / 2


@misconception(
    "lml_gradient",
    says="the derivative by the length has the wrong sign: a longer length means more covariance",
)
def gradient_with_the_other_sign_of_length(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (-K * squares / length**2, K, noise * np.eye(len(X)))
    return np.array([alpha @ dC @ alpha - np.sum(C_inv * dC) for dC in slopes]) / 2


@misconception(
    "lml_gradient",
    says="the noise is counted as a part of the variance in the second",
)
def gradient_of_the_whole_covariance(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / length**2, K + noise * np.eye(len(X)), noise * np.eye(len(X)))
    return np.array([alpha @ dC @ alpha - np.sum(C_inv * dC) for dC in slopes]) / 2


@misconception(
    "lml_gradient",
    says="the term with the trace is added, not subtracted",
)
def gradient_with_the_signs_of_the_terms_exchanged(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / length**2, K, noise * np.eye(len(X)))
    return np.array([np.sum(C_inv * dC) + alpha @ dC @ alpha for dC in slopes]) / 2


@misconception(
    "lml_gradient",
    says="y stands where the readings divided by C should",
)
def gradient_with_y_for_alpha(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = np.asarray(y, dtype=float)
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / length**2, K, noise * np.eye(len(X)))
    return np.array([alpha @ dC @ alpha - np.sum(C_inv * dC) for dC in slopes]) / 2


@misconception(
    "lml_gradient",
    says="the term with the readings is missing",
)
def gradient_without_the_fit(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / length**2, K, noise * np.eye(len(X)))
    return np.array([-np.sum(C_inv * dC) for dC in slopes]) / 2


@misconception(
    "lml_gradient",
    says="the last two are derivatives by the logarithms of standard deviations, not of variances",
)
def gradient_by_standard_deviations(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / length**2, K, noise * np.eye(len(X)))
    return np.array([alpha @ dC @ alpha - np.sum(C_inv * dC) for dC in slopes]) / np.array(
        [2, 1, 1]
    )


@formula("lml_gradient")
def gradient_by_an_outer_product(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / length**2, K, noise * np.eye(len(X)))
    inner = np.outer(alpha, alpha) - C_inv
    return np.array([0.5 * np.sum(inner * dC) for dC in slopes])


# --- expected_improvement ------------------------------------------------------------


@misconception(
    "expected_improvement",
    says="the term with the density is subtracted",
)
def improvement_with_the_minus(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = best - mean
    z = np.divide(gap, sd, out=np.zeros_like(gap), where=sd > 0)
    below = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return np.where(sd > 0, gap * below - sd * density, np.maximum(gap, 0.0))[()]


@misconception(
    "expected_improvement",
    says="the probability is that of being above the lowest value, not below",
)
def improvement_above(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = best - mean
    z = np.divide(gap, sd, out=np.zeros_like(gap), where=sd > 0)
    below = np.vectorize(math.erfc, otypes=[float])(z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return np.where(sd > 0, gap * below + sd * density, np.maximum(gap, 0.0))[()]


@misconception(
    "expected_improvement",
    says="sd is taken for a variance, and the root is taken of it",
)
def improvement_with_a_variance(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = best - mean
    sd = np.sqrt(sd)
    z = np.divide(gap, sd, out=np.zeros_like(gap), where=sd > 0)
    below = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return np.where(sd > 0, gap * below + sd * density, np.maximum(gap, 0.0))[()]


@misconception(
    "expected_improvement",
    says="the gap in the first term is measured in standard deviations",
)
def improvement_with_a_gap_without_units(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = best - mean
    z = np.divide(gap, sd, out=np.zeros_like(gap), where=sd > 0)
    below = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return np.where(sd > 0, z * below + sd * density, np.maximum(gap, 0.0))[()]


@misconception(
    "expected_improvement",
    says="the term with the probability is missing",
)
def improvement_of_the_density_alone(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = best - mean
    z = np.divide(gap, sd, out=np.zeros_like(gap), where=sd > 0)
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return np.where(sd > 0, sd * density, np.maximum(gap, 0.0))[()]


@misconception(
    "expected_improvement",
    says="the error function stands where the distribution function should",
)
def improvement_with_the_error_function(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = best - mean
    z = np.divide(gap, sd, out=np.zeros_like(gap), where=sd > 0)
    below = np.vectorize(math.erf, otypes=[float])(z / math.sqrt(2))
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return np.where(sd > 0, gap * below + sd * density, np.maximum(gap, 0.0))[()]


@misconception(
    "expected_improvement",
    says="the error function is taken at z, which is not the distribution function",
)
def improvement_without_the_root_of_two(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = best - mean
    z = np.divide(gap, sd, out=np.zeros_like(gap), where=sd > 0)
    below = np.vectorize(math.erfc, otypes=[float])(-z) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return np.where(sd > 0, gap * below + sd * density, np.maximum(gap, 0.0))[()]


@misconception(
    "expected_improvement",
    says="it is the gap plus one standard deviation, a bound and no mean",
)
def improvement_as_a_lower_bound(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = best - mean
    return gap + sd


@formula("expected_improvement")
def improvement_in_units_of_sd(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = best - mean
    z = np.divide(gap, sd, out=np.zeros_like(gap), where=sd > 0)
    below = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return np.where(sd > 0, sd * (z * below + density), np.maximum(gap, 0.0))[()]


# --- bayesian_optimize ---------------------------------------------------------------


@misconception(
    "bayesian_optimize",
    says="the next point is where the expected improvement is smallest",
)
def search_where_least_is_promised(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        scaled = (y - np.mean(y)) / (np.std(y) or 1.0)
        candidates = rng.random((1000, len(low)))
        mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 1e-6)
        hope = expected_improvement(mean, np.sqrt(var), np.min(scaled))
        U = np.vstack([U, candidates[np.argmin(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = low + U * (high - low), np.argmin(y)
    return X[best], y[best], X, np.array(y, dtype=float)


@misconception(
    "bayesian_optimize",
    says="only the first points are told to the Gaussian process",
)
def search_that_learns_from_the_first_points_only(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        scaled = (y - np.mean(y)) / (np.std(y) or 1.0)
        candidates = rng.random((1000, len(low)))
        mean, var = gp_posterior(U[:n_init], scaled[:n_init], candidates, 0.2, 1.0, 1e-6)
        hope = expected_improvement(mean, np.sqrt(var), np.min(scaled))
        U = np.vstack([U, candidates[np.argmax(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = low + U * (high - low), np.argmin(y)
    return X[best], y[best], X, np.array(y, dtype=float)


@misconception(
    "bayesian_optimize",
    says="all points are random, and the expected improvement is not used",
)
def search_at_random(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    X = low + rng.random((n_init + n_iter, len(low))) * (high - low)
    y = np.array([f(x) for x in X], dtype=float)
    return X[np.argmin(y)], y.min(), X, y


@misconception(
    "bayesian_optimize",
    says="the gap is counted over the mean of the values, not over the lowest",
)
def search_against_the_mean(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        scaled = (y - np.mean(y)) / (np.std(y) or 1.0)
        candidates = rng.random((1000, len(low)))
        mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 1e-6)
        hope = expected_improvement(mean, np.sqrt(var), np.mean(scaled))
        U = np.vstack([U, candidates[np.argmax(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = low + U * (high - low), np.argmin(y)
    return X[best], y[best], X, np.array(y, dtype=float)


@misconception(
    "bayesian_optimize",
    says="the lowest value is not standardized, while the process is",
)
def search_against_the_raw_value(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        scaled = (y - np.mean(y)) / (np.std(y) or 1.0)
        candidates = rng.random((1000, len(low)))
        mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 1e-6)
        hope = expected_improvement(mean, np.sqrt(var), np.min(y))
        U = np.vstack([U, candidates[np.argmax(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = low + U * (high - low), np.argmin(y)
    return X[best], y[best], X, np.array(y, dtype=float)


@misconception(
    "bayesian_optimize",
    says="values enter with their sign turned round, so it looks for the highest",
)
def search_for_the_top(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        scaled = -1.0 * (y - np.mean(y)) / (np.std(y) or 1.0)
        candidates = rng.random((1000, len(low)))
        mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 1e-6)
        hope = expected_improvement(mean, np.sqrt(var), np.min(scaled))
        U = np.vstack([U, candidates[np.argmax(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = low + U * (high - low), np.argmin(y)
    return X[best], y[best], X, np.array(y, dtype=float)


# --- tune ----------------------------------------------------------------------------


@misconception(
    "tune",
    says="the middle of the box comes back, and nothing is tried",
)
def tune_around_the_middle(train, low, high, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    return (low + high) / 2


@misconception(
    "tune",
    says="all trials are spent on the first points, which are random",
)
def tune_with_one_point_in_all(train, low, high, n_iter, rng):
    return bayesian_optimize(train, low, high, n_iter, 0, rng)[0]


@misconception(
    "tune",
    says="the point with the highest loss comes back",
)
def tune_of_the_worst(train, low, high, n_iter, rng):
    n_init = min(6, n_iter)
    _, _, X, y = bayesian_optimize(train, low, high, n_init, n_iter - n_init, rng)
    return X[np.argmax(y)]
