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
    cause="takes the variance's formula, with 2 for 6, for the limit",
)
def xavier_limit_from_two(fan_in, fan_out, rng):
    limit = np.sqrt(2 / (fan_in + fan_out))
    return rng.uniform(-limit, limit, size=(fan_in, fan_out))


@wrong_answer(
    "xavier_uniform",
    cause="forgets the root of the limit: 6 / (fan_in + fan_out)",
)
def xavier_forgets_the_root(fan_in, fan_out, rng):
    r = 6 / (fan_in + fan_out)
    return rng.uniform(-r, r, (fan_in, fan_out))


@wrong_answer(
    "xavier_uniform",
    cause="draws between 0 and r only, so the mean is not 0",
)
def xavier_draws_positive_numbers(fan_in, fan_out, rng):
    r = np.sqrt(6 / (fan_in + fan_out))
    return r * rng.random(size=(fan_in, fan_out))


@wrong_answer(
    "xavier_uniform",
    cause="has the product fan_in * fan_out in place of the sum",
)
def xavier_multiplies_the_fans(fan_in, fan_out, rng):
    r = np.sqrt(6 / (fan_in * fan_out))
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@wrong_answer(
    "xavier_uniform",
    cause="makes a new generator with a fixed seed in place of using rng",
)
def xavier_with_a_fixed_seed(fan_in, fan_out, rng):
    rng = np.random.default_rng(42)
    r = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@wrong_answer(
    "xavier_uniform",
    cause="draws one row and repeats it, so entries are not independent",
)
def xavier_repeats_a_row(fan_in, fan_out, rng):
    r = np.sqrt(6 / (fan_in + fan_out))
    row = rng.uniform(-r, r, size=fan_out)
    return np.repeat(row[np.newaxis, :], fan_in, axis=0)


# --- he_normal ---


@wrong_answer("he_normal", cause="has the variance 1 / fan_in, half of what is asked")
def he_with_half_the_variance(fan_in, fan_out, rng):
    return rng.normal(size=(fan_in, fan_out)) / np.sqrt(fan_in)


@wrong_answer("he_normal", cause="divides by fan_out in place of fan_in")
def he_of_fan_out(fan_in, fan_out, rng):
    return rng.normal(scale=np.sqrt(2 / fan_out), size=(fan_in, fan_out))


@wrong_answer("he_normal", cause="has Xavier's variance 2 / (fan_in + fan_out)")
def he_with_xaviers_variance(fan_in, fan_out, rng):
    std = np.sqrt(2 / (fan_in + fan_out))
    return rng.normal(0, std, size=(fan_in, fan_out))


@wrong_answer("he_normal", cause="draws uniform numbers (of the right variance)")
def he_draws_uniform_numbers(fan_in, fan_out, rng):
    r = np.sqrt(6 / fan_in)
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@wrong_answer("he_normal", cause="draws from the global np.random and ignores rng")
def he_ignores_the_generator(fan_in, fan_out, rng):
    return np.random.randn(fan_in, fan_out) * np.sqrt(2 / fan_in)


@wrong_answer("he_normal", cause="takes the root of the 2 only: sqrt(2) / fan_in")
def he_root_of_two_only(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) * (np.sqrt(2) / fan_in)


# --- forward_variances ---


@wrong_answer("forward_variances", cause="divides by the number less one (ddof=1)")
def variances_of_a_sample(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for l in range(len(sizes) - 1):
        A = activation(A @ init(sizes[l], sizes[l + 1], rng))
        found.append(A.var(ddof=1))
    return np.array(found)


@wrong_answer(
    "forward_variances",
    cause="averages the variances of the units, each over the samples",
)
def variances_of_each_unit(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for d, m in zip(sizes, sizes[1:]):
        A = activation(A @ init(d, m, rng))
        found.append(np.mean(np.var(A, axis=0)))
    return np.array(found)


@wrong_answer(
    "forward_variances",
    cause="returns standard deviations in place of variances",
)
def variances_as_deviations(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for d, m in zip(sizes, sizes[1:]):
        A = activation(A @ init(d, m, rng))
        found.append(A.std())
    return np.array(found)


@wrong_answer("forward_variances", cause="leaves the last layer without activation")
def variances_with_a_linear_last_layer(sizes, init, activation, X, rng):
    L = len(sizes) - 1
    A, found = np.asarray(X, dtype=float), np.zeros(L)
    for l in range(L):
        A = A @ init(sizes[l], sizes[l + 1], rng)
        if l < L - 1:
            A = activation(A)
        found[l] = np.var(A)
    return found


@wrong_answer(
    "forward_variances",
    cause="hands the weighted sums on, not the activations",
)
def variances_with_sums_handed_on(sizes, init, activation, X, rng):
    Z, found = np.asarray(X, dtype=float), []
    for d, m in zip(sizes, sizes[1:]):
        Z = Z @ init(d, m, rng)
        found.append(np.var(activation(Z)))
    return np.array(found)


@wrong_answer(
    "forward_variances",
    cause="looks at the first sample only, not at the whole batch",
)
def variances_of_the_first_sample(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for d, m in zip(sizes, sizes[1:]):
        A = activation(A @ init(d, m, rng))
        found.append(np.var(A[0]))
    return np.array(found)


# --- batchnorm_forward ---


@wrong_answer("batchnorm_forward", cause="divides the variance by n - 1 (ddof=1)")
def norm_with_sample_variance(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    std = np.sqrt(np.var(X, axis=0, ddof=1) + eps)
    X_hat = (X - X.mean(axis=0)) / std
    return X_hat * gamma + beta, (X_hat, gamma, std)


@wrong_answer("batchnorm_forward", cause="forgets to add beta")
def norm_forgets_the_shift(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    C = X - np.mean(X, axis=0)
    std = np.sqrt(np.mean(C**2, axis=0) + eps)
    X_hat = C / std
    return gamma * X_hat, (X_hat, gamma, std)


@wrong_answer("batchnorm_forward", cause="forgets to multiply by gamma")
def norm_forgets_the_scale(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    C = X - np.mean(X, axis=0)
    std = np.sqrt(np.mean(C**2, axis=0) + eps)
    X_hat = C / std
    out = X_hat + beta
    return out, (X_hat, gamma, std)


@wrong_answer(
    "batchnorm_forward",
    cause="mean of squares less squared mean: inaccurate far from zero",
)
def norm_subtracts_squares(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    mu = X.mean(axis=0)
    var = np.maximum((X**2).mean(axis=0) - mu**2, 0)
    std = np.sqrt(var + eps)
    X_hat = (X - mu) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@wrong_answer(
    "batchnorm_forward",
    cause="ignores the argument eps and always adds 1e-5",
)
def norm_ignores_eps(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    epsilon = 1e-5
    std = np.sqrt(X.var(axis=0) + epsilon)
    X_hat = (X - X.mean(axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@wrong_answer(
    "batchnorm_forward",
    cause="shifts before it scales: gamma * (X_hat + beta)",
)
def norm_scales_the_shift_too(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    std = np.sqrt(X.var(axis=0) + eps)
    X_hat = (X - X.mean(axis=0)) / std
    return gamma * (X_hat + beta), (X_hat, gamma, std)


# --- batchnorm_backward ---


@wrong_answer(
    "batchnorm_backward",
    cause="forgets the mean of h, the path through the mean of the batch",
)
def back_forgets_the_mean(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - X_hat * np.mean(h * X_hat, axis=0)) / std
    dgamma = np.sum(dout * X_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    return dX, dgamma, dbeta


@wrong_answer(
    "batchnorm_backward",
    cause="forgets the last term, the path through the variance",
)
def back_forgets_the_spread(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0)) / std
    dgamma = np.sum(dout * X_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    return dX, dgamma, dbeta


@wrong_answer("batchnorm_backward", cause="forgets gamma in dX and uses dout for h")
def back_forgets_gamma(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    n = dout.shape[0]
    dX = (n * dout - dout.sum(axis=0) - X_hat * (dout * X_hat).sum(axis=0)) / (n * std)
    dgamma = np.sum(dout * X_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    return dX, dgamma, dbeta


@wrong_answer("batchnorm_backward", cause="divides dX by the square of the spread")
def back_divides_by_the_variance(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std**2
    dgamma = np.sum(dout * X_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    return dX, dgamma, dbeta


@wrong_answer(
    "batchnorm_backward",
    cause="uses the centered values in dgamma, not the standardized",
)
def back_dgamma_of_centered_values(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    centered = X_hat * std
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, (dout * centered).sum(axis=0), dout.sum(axis=0)


@wrong_answer(
    "batchnorm_backward",
    cause="divides the two sums in dX by n - 1 in place of n",
)
def back_divides_by_n_minus_one(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    n = len(dout)
    dX = (h - h.sum(axis=0) / (n - 1) - X_hat * (h * X_hat).sum(axis=0) / (n - 1)) / std
    dgamma = np.sum(dout * X_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    return dX, dgamma, dbeta
