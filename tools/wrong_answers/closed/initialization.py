"""Wrong answers to the exercises of initialization, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


def companion_batchnorm_forward(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    C = X - X.mean(axis=0)
    std = np.sqrt((C**2).mean(axis=0) + eps)
    X_hat = C / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


def companion_batchnorm_backward(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, (dout * X_hat).sum(axis=0), dout.sum(axis=0)


# --- xavier_uniform ---


@wrong_answer(
    "xavier_uniform",
    cause="has fan_in alone under the root, which is He's uniform form",
)
def xavier_of_fan_in_only(fan_in, fan_out, rng):
    r = np.sqrt(6.0 / fan_in)
    return 2 * r * rng.random((fan_in, fan_out)) - r


@wrong_answer("xavier_uniform", cause="draws normal numbers (of the right variance)")
def xavier_draws_normal_numbers(fan_in, fan_out, rng):
    std = np.sqrt(2.0 / (fan_in + fan_out))
    return std * rng.standard_normal((fan_in, fan_out))


@wrong_answer("xavier_uniform", cause="returns the transposed shape (fan_out, fan_in)")
def xavier_transposed(fan_in, fan_out, rng):
    r = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-r, r, size=(fan_out, fan_in))


@wrong_answer("xavier_uniform", cause="draws from the global np.random and ignores rng")
def xavier_ignores_the_generator(fan_in, fan_out, rng):
    bound = np.sqrt(6 / (fan_in + fan_out))
    return np.random.uniform(low=-bound, high=bound, size=(fan_in, fan_out))


@wrong_answer(
    "xavier_uniform",
    cause="shifts by half the width too little: random * r - r / 2",
)
def xavier_of_half_the_width(fan_in, fan_out, rng):
    r = np.sqrt(6 / (fan_in + fan_out))
    return rng.random((fan_in, fan_out)) * r - r / 2


@wrong_answer(
    "xavier_uniform",
    cause="forgets the brackets: sqrt(6 / fan_in + fan_out)",
)
def xavier_misses_brackets(fan_in, fan_out, rng):
    r = np.sqrt(6 / fan_in + fan_out)
    return rng.uniform(-r, r, size=(fan_in, fan_out))


# --- he_normal ---


@wrong_answer(
    "he_normal",
    cause="hands the variance to normal, which wants the standard deviation",
)
def he_variance_for_deviation(fan_in, fan_out, rng):
    return rng.normal(0.0, 2 / fan_in, size=(fan_in, fan_out))


@wrong_answer("he_normal", cause="clips the weights at two standard deviations")
def he_clipped(fan_in, fan_out, rng):
    s = np.sqrt(2 / fan_in)
    return np.clip(rng.normal(0.0, s, size=(fan_in, fan_out)), -2 * s, 2 * s)


@wrong_answer(
    "he_normal",
    cause="draws uniform numbers in 0 ... 1 with rng.random, not normal ones",
)
def he_draws_from_random(fan_in, fan_out, rng):
    return rng.random((fan_in, fan_out)) * np.sqrt(2 / fan_in)


@wrong_answer(
    "he_normal",
    cause="draws one column and repeats it, so all units are equal",
)
def he_repeats_a_column(fan_in, fan_out, rng):
    column = rng.normal(0, np.sqrt(2 / fan_in), size=(fan_in, 1))
    return column * np.ones((1, fan_out))


@wrong_answer(
    "he_normal",
    cause="takes the absolute value, so all weights are positive",
)
def he_takes_absolute_values(fan_in, fan_out, rng):
    return np.abs(rng.normal(0, np.sqrt(2 / fan_in), size=(fan_in, fan_out)))


@wrong_answer(
    "he_normal",
    cause="passes the deviation as the mean (loc) of normal, with spread 1",
)
def he_deviation_as_the_mean(fan_in, fan_out, rng):
    std = np.sqrt(2 / fan_in)
    return rng.normal(std, size=(fan_in, fan_out))


# --- forward_variances ---


@wrong_answer("forward_variances", cause="takes the variance before the activation")
def variances_before_the_activation(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for d, m in zip(sizes, sizes[1:]):
        Z = A @ init(d, m, rng)
        found.append(np.var(Z))
        A = activation(Z)
    return np.array(found)


@wrong_answer(
    "forward_variances",
    cause="takes the mean square in place of the variance",
)
def variances_without_subtracting_the_mean(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for d, m in zip(sizes, sizes[1:]):
        A = activation(A @ init(d, m, rng))
        found.append(np.mean(A**2))
    return np.array(found)


@wrong_answer(
    "forward_variances",
    cause="counts the input's variance in as the first one",
)
def variances_with_the_input(sizes, init, activation, X, rng):
    A = np.asarray(X, dtype=float)
    found = [A.var()]
    for d, m in zip(sizes[:-1], sizes[1:]):
        A = activation(A @ init(d, m, rng))
        found.append(A.var())
    return np.array(found)


@wrong_answer(
    "forward_variances",
    cause="stops one layer early, the last variance is missing",
)
def variances_stop_one_layer_early(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for l in range(1, len(sizes) - 1):
        A = activation(A @ init(sizes[l - 1], sizes[l], rng))
        found.append(np.var(A))
    return np.array(found)


@wrong_answer(
    "forward_variances",
    cause="calls init for the last layer first, in reversed order",
)
def variances_draw_in_reversed_order(sizes, init, activation, X, rng):
    weights = []
    for l in range(len(sizes) - 1, 0, -1):
        weights.insert(0, init(sizes[l - 1], sizes[l], rng))
    A, found = np.asarray(X, dtype=float), []
    for W in weights:
        A = activation(A @ W)
        found.append(np.var(A))
    return np.array(found)


@wrong_answer(
    "forward_variances",
    cause="makes a new generator for each layer in place of rng",
)
def variances_with_a_new_generator(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for d, m in zip(sizes, sizes[1:]):
        W = init(d, m, np.random.default_rng(0))
        A = activation(A @ W)
        found.append(np.var(A))
    return np.array(found)


# --- batchnorm_forward ---


@wrong_answer(
    "batchnorm_forward",
    cause="takes mean and variance of each row, over the features (layer norm)",
)
def norm_over_the_features(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    mu = X.mean(axis=1, keepdims=True)
    var = X.var(axis=1, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mu) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@wrong_answer(
    "batchnorm_forward",
    cause="adds eps after the root, to the standard deviation",
)
def norm_adds_eps_to_the_deviation(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    std = X.std(axis=0) + eps
    X_hat = (X - X.mean(axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@wrong_answer(
    "batchnorm_forward",
    cause="takes one mean and variance of all entries, not one a column",
)
def norm_over_the_whole_batch(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    mu, var = np.mean(X), np.var(X)
    std = np.sqrt(var + eps) * np.ones(X.shape[1])
    X_hat = (X - mu) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@wrong_answer("batchnorm_forward", cause="divides by the variance, without the root")
def norm_divides_by_the_variance(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    mu = X.mean(axis=0)
    std = X.var(axis=0) + eps
    X_hat = (X - mu) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@wrong_answer(
    "batchnorm_forward",
    cause="divides X by the spread without subtracting the mean",
)
def norm_does_not_center(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    std = np.sqrt(X.var(axis=0) + eps)
    X_hat = X / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@wrong_answer("batchnorm_forward", cause="subtracts the mean in place and so changes X")
def norm_changes_its_argument(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    X -= X.mean(axis=0)
    std = np.sqrt((X**2).mean(axis=0) + eps)
    X_hat = X / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


# --- batchnorm_backward ---


@wrong_answer(
    "batchnorm_backward",
    cause="takes mean and spread for constants: dX = gamma * dout / std",
)
def back_with_constant_statistics(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    dX = gamma * dout / std
    dgamma = np.sum(dout * X_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    return dX, dgamma, dbeta


@wrong_answer(
    "batchnorm_backward",
    cause="adds the last term, X_hat * mean(h * X_hat), with the wrong sign",
)
def back_adds_the_last_term(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) + X_hat * (h * X_hat).mean(axis=0)) / std
    dgamma = np.sum(dout * X_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    return dX, dgamma, dbeta


@wrong_answer(
    "batchnorm_backward",
    cause="has sums over the batch where the means belong in dX",
)
def back_sums_for_means(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.sum(axis=0) - X_hat * np.sum(h * X_hat, axis=0)) / std
    dgamma = np.sum(dout * X_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    return dX, dgamma, dbeta


@wrong_answer(
    "batchnorm_backward",
    cause="takes means over the batch for dgamma and dbeta, not sums",
)
def back_averages_dgamma_and_dbeta(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, np.mean(dout * X_hat, axis=0), np.mean(dout, axis=0)


@wrong_answer("batchnorm_backward", cause="returns dbeta before dgamma")
def back_exchanges_dgamma_and_dbeta(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - np.mean(h, axis=0) - X_hat * np.mean(h * X_hat, axis=0)) / std
    dbeta, dgamma = dout.sum(axis=0), np.einsum("nd,nd->d", dout, X_hat)
    return dX, dbeta, dgamma


@wrong_answer(
    "batchnorm_backward",
    cause="subtracts mean(h * X_hat) without multiplying it by X_hat",
)
def back_forgets_to_multiply_by_x_hat(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    m1, m2 = np.mean(h, axis=0), np.mean(h * X_hat, axis=0)
    dX = (h - m1 - m2) / std
    dgamma = np.sum(dout * X_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    return dX, dgamma, dbeta
