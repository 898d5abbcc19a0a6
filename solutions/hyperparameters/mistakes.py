"""Wrong answers that students give, each with the diagnosis it should get."""

import math

import numpy as np

from autograder.checks import mistake

from .reference import bayesian_optimize, expected_improvement, gp_posterior, rbf_kernel

# --- rbf_kernel ----------------------------------------------------------------------


@mistake(
    "rbf_kernel",
    diagnosis="value",
    says="the distance is the way along the axes, not the straight one",
)
def kernel_of_the_way_along_the_axes(A, B, length, variance=1.0):
    A, B = (np.asarray(a, dtype=float) for a in (A, B))
    distances = np.sum(np.abs(A[:, np.newaxis] - B), axis=2)
    return variance * np.exp(-(distances**2) / (2 * length**2))


@mistake(
    "rbf_kernel",
    diagnosis="value",
    says="the factor 2 in the exponent is missing, so the bell is too narrow",
)
def kernel_without_the_two(A, B, length, variance=1.0):
    A, B = (np.asarray(a, dtype=float) for a in (A, B))
    squares = np.sum((A[:, np.newaxis] - B) ** 2, axis=2)
    return variance * np.exp(-squares / length**2)


@mistake(
    "rbf_kernel",
    diagnosis="value",
    says="the distance is not squared, so the kernel has a kink where it should be a bell",
)
def kernel_of_the_distance(A, B, length, variance=1.0):
    A, B = (np.asarray(a, dtype=float) for a in (A, B))
    squares = np.sum((A[:, np.newaxis] - B) ** 2, axis=2)
    return variance * np.exp(-np.sqrt(squares) / (2 * length**2))


@mistake(
    "rbf_kernel",
    diagnosis="value",
    says="the length is not squared in the exponent",
)
def kernel_with_the_length_as_it_is(A, B, length, variance=1.0):
    A, B = (np.asarray(a, dtype=float) for a in (A, B))
    squares = np.sum((A[:, np.newaxis] - B) ** 2, axis=2)
    return variance * np.exp(-squares / (2 * length))


@mistake(
    "rbf_kernel",
    diagnosis="value",
    says="the variance is taken for a standard deviation, and squared",
)
def kernel_with_the_variance_squared(A, B, length, variance=1.0):
    A, B = (np.asarray(a, dtype=float) for a in (A, B))
    squares = np.sum((A[:, np.newaxis] - B) ** 2, axis=2)
    return variance**2 * np.exp(-squares / (2 * length**2))


@mistake(
    "rbf_kernel",
    diagnosis="value",
    also=("ignored",),
    says="the variance is not used",
)
def kernel_without_the_variance(A, B, length, variance=1.0):
    A, B = (np.asarray(a, dtype=float) for a in (A, B))
    squares = np.sum((A[:, np.newaxis] - B) ** 2, axis=2)
    return np.exp(-squares / (2 * length**2))


@mistake(
    "rbf_kernel",
    diagnosis="in-place",
)
def kernel_in_its_argument(A, B, length, variance=1.0):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    A /= length
    B = B / length
    squares = np.sum((A[:, np.newaxis] - B) ** 2, axis=2)
    return variance * np.exp(-squares / 2)


# --- gp_posterior --------------------------------------------------------------------


@mistake(
    "gp_posterior",
    diagnosis="value",
    says="the noise of one more reading is added to the variance of the function",
)
def posterior_of_one_more_reading(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    L = np.linalg.cholesky(C)
    V = np.linalg.solve(L, k)
    mean = V.T @ np.linalg.solve(L, y)
    return mean, np.maximum(variance + noise - np.sum(V**2, axis=0), 0.0)


@mistake(
    "gp_posterior",
    diagnosis="value",
    says="the noise is not used, as if readings were exact",
)
def posterior_of_exact_readings(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + 1e-9 * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    L = np.linalg.cholesky(C)
    V = np.linalg.solve(L, k)
    mean = V.T @ np.linalg.solve(L, y)
    return mean, np.maximum(variance - np.sum(V**2, axis=0), 0.0)


@mistake(
    "gp_posterior",
    diagnosis="value",
    says="standard deviations come back, not variances",
)
def posterior_with_standard_deviations(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    L = np.linalg.cholesky(C)
    V = np.linalg.solve(L, k)
    mean = V.T @ np.linalg.solve(L, y)
    return mean, np.sqrt(np.maximum(variance - np.sum(V**2, axis=0), 0.0))


@mistake(
    "gp_posterior",
    diagnosis="rule",
    keeps=2,
)
def posterior_with_negative_variances(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    C_inv = np.linalg.inv(C)
    return k.T @ C_inv @ y, variance - np.sum(k * (C_inv @ k), axis=0)


@mistake("gp_posterior", diagnosis="rule", keeps=2)
def posterior_by_a_solver_with_negative_variances(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X_new, X, length, variance)
    return k @ np.linalg.solve(C, y), variance - np.sum(k * np.linalg.solve(C, k.T).T, axis=1)


@mistake(
    "gp_posterior",
    diagnosis="value",
    says="the noise is squared, as if it were a standard deviation",
)
def posterior_with_the_noise_squared(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise**2 * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    L = np.linalg.cholesky(C)
    V = np.linalg.solve(L, k)
    mean = V.T @ np.linalg.solve(L, y)
    return mean, np.maximum(variance - np.sum(V**2, axis=0), 0.0)


@mistake(
    "gp_posterior",
    diagnosis="shape",
)
def posterior_with_the_whole_covariance(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    A = np.linalg.solve(C, k)
    return A.T @ y, rbf_kernel(X_new, X_new, length, variance) - k.T @ A


@mistake(
    "gp_posterior",
    diagnosis="value",
    says="the variance before the readings is taken to be 1, whatever it is",
)
def posterior_that_starts_from_variance_one(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    L = np.linalg.cholesky(C)
    V = np.linalg.solve(L, k)
    mean = V.T @ np.linalg.solve(L, y)
    return mean, np.maximum(1.0 - np.sum(V**2, axis=0), 0.0)


@mistake(
    "gp_posterior",
    diagnosis="type",
)
def posterior_without_its_variance(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    L = np.linalg.cholesky(C)
    V = np.linalg.solve(L, k)
    mean = V.T @ np.linalg.solve(L, y)
    return mean


@mistake(
    "gp_posterior",
    diagnosis="value",
    says="y itself meets v, which has been through L already",
)
def posterior_with_one_solution_for_two(X, y, X_new, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    k = rbf_kernel(X, X_new, length, variance)
    L = np.linalg.cholesky(C)
    V = np.linalg.solve(L, k)
    mean = V.T @ y
    return mean, np.maximum(variance - np.sum(V**2, axis=0), 0.0)


# --- evidence ------------------------------------------------------------------------


@mistake(
    "log_marginal_likelihood",
    diagnosis="value",
    keeps=2,
    says="the constant with 2 pi is missing",
)
def evidence_without_the_constant(X, y, length, variance, noise):
    L = np.linalg.cholesky(rbf_kernel(X, X, length, variance) + noise * np.eye(len(X)))
    z = np.linalg.solve(L, y)
    return -(z @ z) / 2 - np.sum(np.log(np.diag(L)))


@mistake(
    "log_marginal_likelihood",
    diagnosis="value",
    keeps=2,
    says="the logarithm of the determinant of L is halved",
)
def evidence_with_half_of_the_determinant(X, y, length, variance, noise):
    L = np.linalg.cholesky(rbf_kernel(X, X, length, variance) + noise * np.eye(len(X)))
    z = np.linalg.solve(L, y)
    return -(z @ z) / 2 - np.sum(np.log(np.diag(L))) / 2 - len(z) * np.log(2 * np.pi) / 2


@mistake(
    "log_marginal_likelihood",
    diagnosis="value",
    keeps=2,
    says="the determinant of C stands where that of L should",
)
def evidence_with_the_determinant_of_C(X, y, length, variance, noise):
    L = np.linalg.cholesky(rbf_kernel(X, X, length, variance) + noise * np.eye(len(X)))
    z = np.linalg.solve(L, y)
    log_det = 2 * np.sum(np.log(np.diag(L)))
    return -(z @ z) / 2 - log_det - len(z) * np.log(2 * np.pi) / 2


@mistake(
    "log_marginal_likelihood",
    diagnosis="value",
    keeps=2,
    says="it is a mean over the readings, not the logarithm for all of them",
)
def evidence_as_a_mean(X, y, length, variance, noise):
    L = np.linalg.cholesky(rbf_kernel(X, X, length, variance) + noise * np.eye(len(X)))
    z = np.linalg.solve(L, y)
    whole = -(z @ z) / 2 - np.sum(np.log(np.diag(L))) - len(z) * np.log(2 * np.pi) / 2
    return whole / len(z)


@mistake(
    "log_marginal_likelihood",
    diagnosis="value",
    keeps=2,
    says="the sign is turned round, as of a loss",
)
def evidence_as_a_loss(X, y, length, variance, noise):
    L = np.linalg.cholesky(rbf_kernel(X, X, length, variance) + noise * np.eye(len(X)))
    z = np.linalg.solve(L, y)
    return (z @ z) / 2 + np.sum(np.log(np.diag(L))) + len(z) * np.log(2 * np.pi) / 2


@mistake(
    "log_marginal_likelihood",
    diagnosis="not-finite",
    keeps=2,
)
def evidence_by_the_determinant_itself(X, y, length, variance, noise):
    C = rbf_kernel(X, X, length, variance) + noise * np.eye(len(X))
    y = np.asarray(y, dtype=float)
    with np.errstate(divide="ignore"):
        log_det = np.log(np.linalg.det(C))
    return -(y @ np.linalg.solve(C, y) + log_det + len(y) * math.log(2 * math.pi)) / 2


@mistake(
    "log_marginal_likelihood",
    diagnosis="value",
    keeps=2,
    says="the term that looks at the readings is missing",
)
def evidence_without_the_fit(X, y, length, variance, noise):
    L = np.linalg.cholesky(rbf_kernel(X, X, length, variance) + noise * np.eye(len(X)))
    z = np.linalg.solve(L, y)
    return -np.sum(np.log(np.diag(L))) - len(z) * np.log(2 * np.pi) / 2


@mistake(
    "lml_gradient",
    diagnosis="value",
    keeps=1,
    says="the derivatives are those by the scales, not by their logarithms",
)
def gradient_by_the_scales_themselves(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / length**2, K, noise * np.eye(len(X)))
    gradient = np.array([alpha @ dC @ alpha - np.sum(C_inv * dC) for dC in slopes]) / 2
    return gradient / np.array([length, variance, noise])


@mistake(
    "lml_gradient",
    diagnosis="value",
    keeps=1,
    says="the last one is the derivative by the noise, not by its logarithm",
)
def gradient_with_a_noise_of_one(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / length**2, K, np.eye(len(X)))
    return np.array([alpha @ dC @ alpha - np.sum(C_inv * dC) for dC in slopes]) / 2


@mistake(
    "lml_gradient",
    diagnosis="sign",
    keeps=1,
    says="the sign is turned round: it points to less evidence",
)
def gradient_of_a_loss(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / length**2, K, noise * np.eye(len(X)))
    return -np.array([alpha @ dC @ alpha - np.sum(C_inv * dC) for dC in slopes]) / 2


@mistake(
    "lml_gradient",
    diagnosis="value",
    keeps=1,
    says="the trace, which comes from the determinant, is missing",
)
def gradient_without_the_trace(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / length**2, K, noise * np.eye(len(X)))
    return np.array([alpha @ dC @ alpha for dC in slopes]) / 2


@mistake(
    "lml_gradient",
    diagnosis="factor",
    keeps=1,
    says="the factor ½ is missing",
)
def gradient_without_the_half(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / length**2, K, noise * np.eye(len(X)))
    return np.array([alpha @ dC @ alpha - np.sum(C_inv * dC) for dC in slopes])


@mistake(
    "lml_gradient",
    diagnosis="value",
    keeps=1,
    says="only the diagonals are multiplied, which is not the trace of a product",
)
def gradient_with_a_sum_over_the_diagonal(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / length**2, K, noise * np.eye(len(X)))
    return (
        np.array([alpha @ dC @ alpha - np.sum(np.diag(C_inv) * np.diag(dC)) for dC in slopes]) / 2
    )


@mistake(
    "lml_gradient",
    diagnosis="value",
    keeps=1,
    says="the three come in the opposite order",
)
def gradient_in_another_order(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (noise * np.eye(len(X)), K, K * squares / length**2)
    return np.array([alpha @ dC @ alpha - np.sum(C_inv * dC) for dC in slopes]) / 2


@mistake(
    "lml_gradient",
    diagnosis="value",
    keeps=1,
    says="a length too few divides the derivative by the length",
)
def gradient_without_the_cube(X, y, length, variance, noise):
    X = np.asarray(X, dtype=float)
    K = rbf_kernel(X, X, length, variance)
    C_inv = np.linalg.inv(K + noise * np.eye(len(X)))
    alpha = C_inv @ y
    squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=2)
    slopes = (K * squares / length, K, noise * np.eye(len(X)))
    return np.array([alpha @ dC @ alpha - np.sum(C_inv * dC) for dC in slopes]) / 2


# --- expected_improvement ------------------------------------------------------------


@mistake(
    "expected_improvement",
    diagnosis="value",
    says="values above the lowest count as a gain, as if the search were for a maximum",
)
def improvement_upward(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = mean - best
    z = np.divide(gap, sd, out=np.zeros_like(gap), where=sd > 0)
    below = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return np.where(sd > 0, gap * below + sd * density, np.maximum(gap, 0.0))[()]


@mistake(
    "expected_improvement",
    diagnosis="value",
    says="the standard deviation is not used, so a mean above the lowest value promises nothing",
)
def improvement_of_the_mean(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    return np.maximum(best - mean, 0.0)


@mistake(
    "expected_improvement",
    diagnosis="value",
    says="the term with the density is missing, so the gain can be negative",
)
def improvement_without_the_density(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = best - mean
    z = np.divide(gap, sd, out=np.zeros_like(gap), where=sd > 0)
    below = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return np.where(sd > 0, gap * below, np.maximum(gap, 0.0))[()]


@mistake(
    "expected_improvement",
    diagnosis="value",
    says="it is the probability of a gain, whatever its size",
)
def probability_of_improvement(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = best - mean
    z = np.divide(gap, sd, out=np.zeros_like(gap), where=sd > 0)
    below = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return np.where(sd > 0, below, 1.0 * (gap > 0))[()]


@mistake(
    "expected_improvement",
    diagnosis="not-finite",
    keeps=1.5,
)
def improvement_by_division(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = best - mean
    with np.errstate(all="ignore"):
        z = gap / sd
        below = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
        return gap * below + sd * np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)


@mistake(
    "expected_improvement",
    diagnosis="value",
    says="the density is not divided by the root of 2 pi",
)
def improvement_with_a_plain_bell(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = best - mean
    z = np.divide(gap, sd, out=np.zeros_like(gap), where=sd > 0)
    below = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2)
    return np.where(sd > 0, gap * below + sd * density, np.maximum(gap, 0.0))[()]


@mistake(
    "expected_improvement",
    diagnosis="value",
    says="the density is not multiplied by the standard deviation",
)
def improvement_with_the_density_unscaled(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = best - mean
    z = np.divide(gap, sd, out=np.zeros_like(gap), where=sd > 0)
    below = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return np.where(sd > 0, gap * below + density, np.maximum(gap, 0.0))[()]


@mistake(
    "expected_improvement",
    diagnosis="value",
    keeps=1.5,
    says="where sd is 0 it is 0, also if the mean is lower than the lowest value",
)
def improvement_that_gives_nothing_for_sure(mean, sd, best):
    mean, sd = np.asarray(mean, dtype=float), np.asarray(sd, dtype=float)
    gap = best - mean
    z = np.divide(gap, sd, out=np.zeros_like(gap), where=sd > 0)
    below = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return np.where(sd > 0, gap * below + sd * density, 0.0)[()]


# --- bayesian_optimize ---------------------------------------------------------------


@mistake(
    "bayesian_optimize",
    diagnosis="value",
    keeps=3,
    says="it returns the highest value, not the lowest",
)
def search_for_the_highest(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        scaled = (y - np.mean(y)) / (np.std(y) or 1.0)
        candidates = rng.random((1000, len(low)))
        mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 1e-6)
        hope = expected_improvement(mean, np.sqrt(var), np.min(scaled))
        U = np.vstack([U, candidates[np.argmax(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = low + U * (high - low), np.argmax(y)
    return X[best], y[best], X, np.array(y, dtype=float)


@mistake(
    "bayesian_optimize",
    diagnosis="rule",
    keeps=2,
    says="the length is compared with distances in the units of the settings, not of the sides",
)
def search_in_the_units_of_the_sides(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        scaled = (y - np.mean(y)) / (np.std(y) or 1.0)
        candidates = rng.random((1000, len(low)))
        mean, var = gp_posterior(
            low + U * (high - low), scaled, low + candidates * (high - low), 0.2, 1.0, 1e-6
        )
        hope = expected_improvement(mean, np.sqrt(var), np.min(scaled))
        U = np.vstack([U, candidates[np.argmax(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = low + U * (high - low), np.argmin(y)
    return X[best], y[best], X, np.array(y, dtype=float)


@mistake(
    "bayesian_optimize",
    diagnosis="rule",
    keeps=2,
    says="the process of mean 0 and variance 1 is given the values as they are",
)
def search_without_standardizing(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        scaled = np.array(y)
        candidates = rng.random((1000, len(low)))
        mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 1e-6)
        hope = expected_improvement(mean, np.sqrt(var), np.min(scaled))
        U = np.vstack([U, candidates[np.argmax(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = low + U * (high - low), np.argmin(y)
    return X[best], y[best], X, np.array(y, dtype=float)


@mistake(
    "bayesian_optimize",
    diagnosis="rule",
    keeps=2,
    says="the next point is where the mean is lowest, and doubt counts for nothing",
)
def search_of_the_lowest_mean(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        scaled = (y - np.mean(y)) / (np.std(y) or 1.0)
        candidates = rng.random((1000, len(low)))
        mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 1e-6)
        hope = -mean
        U = np.vstack([U, candidates[np.argmax(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = low + U * (high - low), np.argmin(y)
    return X[best], y[best], X, np.array(y, dtype=float)


@mistake(
    "bayesian_optimize",
    diagnosis="rule",
    keeps=2,
    says="the next point is where the variance is largest, whatever the mean",
)
def search_of_the_greatest_doubt(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        scaled = (y - np.mean(y)) / (np.std(y) or 1.0)
        candidates = rng.random((1000, len(low)))
        mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 1e-6)
        hope = var
        U = np.vstack([U, candidates[np.argmax(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = low + U * (high - low), np.argmin(y)
    return X[best], y[best], X, np.array(y, dtype=float)


@mistake(
    "bayesian_optimize",
    diagnosis="rule",
    keeps=2,
    says="variances are handed over as standard deviations",
)
def search_with_variances_for_deviations(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        scaled = (y - np.mean(y)) / (np.std(y) or 1.0)
        candidates = rng.random((1000, len(low)))
        mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 1e-6)
        hope = expected_improvement(mean, var, np.min(scaled))
        U = np.vstack([U, candidates[np.argmax(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = low + U * (high - low), np.argmin(y)
    return X[best], y[best], X, np.array(y, dtype=float)


@mistake(
    "bayesian_optimize",
    diagnosis="rule",
    keeps=2,
    says="the gain is counted over the last value, not over the lowest",
)
def search_against_the_last_value(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        scaled = (y - np.mean(y)) / (np.std(y) or 1.0)
        candidates = rng.random((1000, len(low)))
        mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 1e-6)
        hope = expected_improvement(mean, np.sqrt(var), scaled[-1])
        U = np.vstack([U, candidates[np.argmax(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = low + U * (high - low), np.argmin(y)
    return X[best], y[best], X, np.array(y, dtype=float)


@mistake(
    "bayesian_optimize",
    diagnosis="rule",
    keeps=1,
    says="the first points are counted among the n_iter others",
)
def search_that_counts_the_first_points_in(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter - n_init):
        scaled = (y - np.mean(y)) / (np.std(y) or 1.0)
        candidates = rng.random((1000, len(low)))
        mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 1e-6)
        hope = expected_improvement(mean, np.sqrt(var), np.min(scaled))
        U = np.vstack([U, candidates[np.argmax(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = low + U * (high - low), np.argmin(y)
    return X[best], y[best], X, np.array(y, dtype=float)


@mistake(
    "bayesian_optimize",
    diagnosis="value",
    keeps=3,
    says="points come back in units of the box, not in those of the settings",
)
def search_that_returns_shares_of_the_box(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        scaled = (y - np.mean(y)) / (np.std(y) or 1.0)
        candidates = rng.random((1000, len(low)))
        mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 1e-6)
        hope = expected_improvement(mean, np.sqrt(var), np.min(scaled))
        U = np.vstack([U, candidates[np.argmax(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = U, np.argmin(y)
    return X[best], y[best], X, np.array(y, dtype=float)


@mistake(
    "bayesian_optimize",
    diagnosis="rule",
    keeps=3,
    says="it makes a generator of its own, and rng is not used",
)
def search_with_its_own_generator(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    rng = np.random.default_rng(0)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        scaled = (y - np.mean(y)) / (np.std(y) or 1.0)
        candidates = rng.random((1000, len(low)))
        mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 1e-6)
        hope = expected_improvement(mean, np.sqrt(var), np.min(scaled))
        U = np.vstack([U, candidates[np.argmax(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = low + U * (high - low), np.argmin(y)
    return X[best], y[best], X, np.array(y, dtype=float)


@mistake(
    "bayesian_optimize",
    diagnosis="rule",
    keeps=2,
    says="where all values are equal it divides by their spread, which is 0",
)
def search_that_divides_by_no_spread(f, low, high, n_init, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((n_init, len(low)))
    y = [f(low + u * (high - low)) for u in U]
    for _ in range(n_iter):
        scaled = (y - np.mean(y)) / (np.std(y))
        candidates = rng.random((1000, len(low)))
        mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 1e-6)
        hope = expected_improvement(mean, np.sqrt(var), np.min(scaled))
        U = np.vstack([U, candidates[np.argmax(hope)]])
        y.append(f(low + U[-1] * (high - low)))
    X, best = low + U * (high - low), np.argmin(y)
    return X[best], y[best], X, np.array(y, dtype=float)


# --- tune ----------------------------------------------------------------------------


@mistake(
    "tune",
    diagnosis="rule",
    keeps=1,
    says="the points are drawn at random, and nothing is learned from them",
)
def tune_at_random(train, low, high, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    points = low + rng.random((n_iter, len(low))) * (high - low)
    return min(points, key=train)


@mistake(
    "tune",
    diagnosis="rule",
    keeps=1,
    says="the points are on a grid, and nothing is learned from them",
)
def tune_on_a_grid(train, low, high, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    k = int(n_iter ** (1 / len(low)) + 1e-9)
    sides = [(np.arange(k) + rng.random(k)) / k for _ in low]
    grid = np.stack(np.meshgrid(*sides), axis=-1).reshape(-1, len(low))
    return min(low + grid * (high - low), key=train)


@mistake(
    "tune",
    diagnosis="rule",
    keeps=1,
    says="the last point comes back, not the best",
)
def tune_that_returns_the_last(train, low, high, n_iter, rng):
    n_init = min(6, n_iter)
    return bayesian_optimize(train, low, high, n_init, n_iter - n_init, rng)[2][-1]


@mistake(
    "tune",
    diagnosis="rule",
    says="six trials come on top of n_iter",
)
def tune_that_trains_too_often(train, low, high, n_iter, rng):
    return bayesian_optimize(train, low, high, 6, n_iter, rng)[0]


@mistake(
    "tune",
    diagnosis="rule",
    keeps=1,
    says="it searches for the highest loss",
)
def tune_for_the_highest_loss(train, low, high, n_iter, rng):
    n_init = min(6, n_iter)

    def gain(x):
        return -train(x)

    return bayesian_optimize(gain, low, high, n_init, n_iter - n_init, rng)[0]


@mistake(
    "tune",
    diagnosis="rule",
    says="the point comes back in units of the box",
)
def tune_in_units_of_the_box(train, low, high, n_iter, rng):
    n_init = min(6, n_iter)
    best = bayesian_optimize(train, low, high, n_init, n_iter - n_init, rng)[0]
    return (best - low) / (np.asarray(high) - low)


@mistake(
    "tune",
    diagnosis="shape",
    says="the lowest loss comes back, not its point",
)
def tune_that_returns_the_loss(train, low, high, n_iter, rng):
    n_init = min(6, n_iter)
    return bayesian_optimize(train, low, high, n_init, n_iter - n_init, rng)[1]


@mistake(
    "tune",
    diagnosis="rule",
    keeps=2,
    says="it makes a generator of its own, and rng is not used",
)
def tune_with_a_seed_of_its_own(train, low, high, n_iter, rng):
    n_init = min(6, n_iter)
    own = np.random.default_rng()
    return bayesian_optimize(train, low, high, n_init, n_iter - n_init, own)[0]


@mistake(
    "tune",
    diagnosis="rule",
    keeps=1,
    says="it always goes where it knows least, and never uses what it knows",
)
def tune_where_the_doubt_is_greatest(train, low, high, n_iter, rng):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    U = rng.random((min(6, n_iter), len(low)))
    y = [train(low + u * (high - low)) for u in U]
    while len(y) < n_iter:
        places = rng.random((1000, len(low)))
        _, var = gp_posterior(U, y, places, 0.2, 1.0, 1e-6)
        U = np.vstack([U, places[np.argmax(var)]])
        y.append(train(low + U[-1] * (high - low)))
    return low + U[np.argmin(y)] * (high - low)
