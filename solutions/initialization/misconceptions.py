"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception


def companion_forward(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    C = X - X.mean(axis=0)
    std = np.sqrt((C**2).mean(axis=0) + eps)
    X_hat = C / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


def companion_backward(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, (dout * X_hat).sum(axis=0), dout.sum(axis=0)


# --- xavier_uniform ---


@misconception(
    "xavier_uniform",
    says=(
        "the limit is the standard deviation you want, but a uniform number spreads "
        "less than its limit"
    ),
)
def xavier_limit_from_two(fan_in, fan_out, rng):
    limit = np.sqrt(2 / (fan_in + fan_out))
    return rng.uniform(-limit, limit, size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="the root is missing in the limit",
)
def xavier_forgets_the_root(fan_in, fan_out, rng):
    r = 6 / (fan_in + fan_out)
    return rng.uniform(-r, r, (fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="you draw positive numbers only, so the mean is not 0",
)
def xavier_draws_positive_numbers(fan_in, fan_out, rng):
    r = np.sqrt(6 / (fan_in + fan_out))
    return r * rng.random(size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="the two fans are multiplied, not added",
)
def xavier_multiplies_the_fans(fan_in, fan_out, rng):
    r = np.sqrt(6 / (fan_in * fan_out))
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="you make a generator of your own with a fixed seed, and rng is not used",
)
def xavier_with_a_fixed_seed(fan_in, fan_out, rng):
    rng = np.random.default_rng(42)
    r = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="you draw one row and repeat it, so all inputs have the same weights",
)
def xavier_repeats_a_row(fan_in, fan_out, rng):
    r = np.sqrt(6 / (fan_in + fan_out))
    row = rng.uniform(-r, r, size=fan_out)
    return np.repeat(row[np.newaxis, :], fan_in, axis=0)


@formula("xavier_uniform")
def xavier_as_text(fan_in, fan_out, rng):
    r = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@formula("xavier_uniform")
def xavier_as_variance(fan_in, fan_out, rng):
    variance = 2 / (fan_in + fan_out)
    r = np.sqrt(3 * variance)
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@formula("xavier_uniform")
def xavier_as_scaled_numbers(fan_in, fan_out, rng):
    r = np.sqrt(6) / np.sqrt(fan_in + fan_out)
    return r * (2 * rng.random((fan_in, fan_out)) - 1)


@formula("xavier_uniform")
def xavier_as_standard_deviation(fan_in, fan_out, rng):
    std = np.sqrt(2 / (fan_in + fan_out))
    limit = np.sqrt(3) * std
    return rng.uniform(-limit, limit, (fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says=("the limit contains only the fan-in, as that of a uniform He initialization does"),
)
def xavier_limit_of_he(fan_in, fan_out, rng):
    r = np.sqrt(6 / fan_in)
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="the limit contains only the fan-out",
)
def xavier_fan_out_alone(fan_in, fan_out, rng):
    r = np.sqrt(3 / fan_out)
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says=("you take the whole width of the interval for its half, so it is twice as wide"),
)
def xavier_width_for_limit(fan_in, fan_out, rng):
    r = np.sqrt(12 * 2 / (fan_in + fan_out))
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="the limit is halved, so the interval is only half as wide",
)
def xavier_half_width(fan_in, fan_out, rng):
    r = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-r / 2, r / 2, size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="the root is taken of the numerator only",
)
def xavier_root_of_six_only(fan_in, fan_out, rng):
    r = np.sqrt(6) / (fan_in + fan_out)
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="the limit is one over the root of the fan-in",
)
def xavier_one_over_root(fan_in, fan_out, rng):
    r = 1 / np.sqrt(fan_in)
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="you draw normal numbers, with the limit as their standard deviation",
)
def xavier_normal_with_limit(fan_in, fan_out, rng):
    r = np.sqrt(6 / (fan_in + fan_out))
    return rng.normal(0, r, size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="you draw between -1 and 1, whatever the size of the layer",
)
def xavier_between_minus_one_and_one(fan_in, fan_out, rng):
    return rng.uniform(-1, 1, size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="you divide by the mean of the two fans, not by their sum",
)
def xavier_mean_of_fans(fan_in, fan_out, rng):
    r = np.sqrt(6 / ((fan_in + fan_out) / 2))
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="you draw one column and repeat it, so all units are alike",
)
def xavier_one_column(fan_in, fan_out, rng):
    r = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-r, r, size=(fan_in, 1)) * np.ones((1, fan_out))


@misconception(
    "xavier_uniform",
    says="you draw a single number and use it for all weights",
)
def xavier_one_number(fan_in, fan_out, rng):
    r = np.sqrt(6 / (fan_in + fan_out))
    return np.full((fan_in, fan_out), rng.uniform(-r, r))


@misconception(
    "xavier_uniform",
    says=("every weight is either the limit or minus the limit, with nothing between them"),
)
def xavier_two_values(fan_in, fan_out, rng):
    r = np.sqrt(6 / (fan_in + fan_out))
    return rng.choice([-r, r], size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says=("the weights drawn are scaled to an exact variance, so they are not independent"),
)
def xavier_scaled_afterwards(fan_in, fan_out, rng):
    W = rng.uniform(-1, 1, size=(fan_in, fan_out))
    return W / max(W.std(), 1e-12) * np.sqrt(2 / (fan_in + fan_out))


@misconception(
    "xavier_uniform",
    says="the mean of the weights drawn is subtracted, so they are not independent",
)
def xavier_centered_afterwards(fan_in, fan_out, rng):
    r = np.sqrt(6 / (fan_in + fan_out))
    W = rng.uniform(-r, r, size=(fan_in, fan_out))
    return W - W.mean()


@misconception(
    "xavier_uniform",
    says="the limit carries a gain of 5/3, as some libraries have for tanh",
)
def xavier_gain_of_tanh(fan_in, fan_out, rng):
    r = 5 / 3 * np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="only the larger of the two fans enters the limit",
)
def xavier_larger_fan(fan_in, fan_out, rng):
    r = np.sqrt(3 / max(fan_in, fan_out))
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="all weights are zero, and nothing is drawn at random",
)
def xavier_zeros(fan_in, fan_out, rng):
    return np.zeros((fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="the limit carries a factor 4, as some texts have for the sigmoid",
)
def xavier_gain_of_sigmoid(fan_in, fan_out, rng):
    r = 4 * np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@misconception(
    "xavier_uniform",
    says="you add a row for the biases, so the shape is one row too large",
)
def xavier_bias_row(fan_in, fan_out, rng):
    r = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-r, r, size=(fan_in + 1, fan_out))


@misconception(
    "xavier_uniform",
    says=("the weights are a hundredth of normal numbers, whatever the size of the layer"),
)
def xavier_small_numbers(fan_in, fan_out, rng):
    return 0.01 * rng.normal(size=(fan_in, fan_out))


# --- he_normal ---


@misconception(
    "he_normal",
    says="the factor 2 is missing, so the variance is only half as large",
)
def he_with_half_the_variance(fan_in, fan_out, rng):
    return rng.normal(size=(fan_in, fan_out)) / np.sqrt(fan_in)


@misconception(
    "he_normal",
    says="you divide by the fan-out, not by the fan-in",
)
def he_of_fan_out(fan_in, fan_out, rng):
    return rng.normal(scale=np.sqrt(2 / fan_out), size=(fan_in, fan_out))


@misconception(
    "he_normal",
    says="you use the variance of Xavier, which contains both fans",
)
def he_with_xaviers_variance(fan_in, fan_out, rng):
    std = np.sqrt(2 / (fan_in + fan_out))
    return rng.normal(0, std, size=(fan_in, fan_out))


@misconception(
    "he_normal",
    says="you draw uniform numbers, where normal ones are asked for",
)
def he_draws_uniform_numbers(fan_in, fan_out, rng):
    r = np.sqrt(6 / fan_in)
    return rng.uniform(-r, r, size=(fan_in, fan_out))


@misconception(
    "he_normal",
    says="you draw from the global generator of NumPy, and rng is not used",
)
def he_ignores_the_generator(fan_in, fan_out, rng):
    return np.random.randn(fan_in, fan_out) * np.sqrt(2 / fan_in)


@misconception(
    "he_normal",
    says="the root is taken of the numerator only",
)
def he_root_of_two_only(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) * (np.sqrt(2) / fan_in)


@formula("he_normal")
def he_as_text(fan_in, fan_out, rng):
    std = np.sqrt(2 / fan_in)
    return std * rng.normal(size=(fan_in, fan_out))


@formula("he_normal")
def he_as_scale(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / fan_in), size=(fan_in, fan_out))


@formula("he_normal")
def he_as_standard_normal(fan_in, fan_out, rng):
    variance = 2 / fan_in
    return rng.standard_normal((fan_in, fan_out)) * np.sqrt(variance)


@formula("he_normal")
def he_as_quotient(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) / np.sqrt(fan_in / 2)


@misconception(
    "he_normal",
    says="the 2 stands outside the root, so the weights are too large",
)
def he_two_outside(fan_in, fan_out, rng):
    return 2 / np.sqrt(fan_in) * rng.normal(size=(fan_in, fan_out))


@misconception(
    "he_normal",
    says="the limit of the uniform distribution is taken as the standard deviation",
)
def he_limit_as_spread(fan_in, fan_out, rng):
    return np.sqrt(6 / fan_in) * rng.normal(size=(fan_in, fan_out))


@misconception(
    "he_normal",
    says="the variance is one over the sum of both fans",
)
def he_sum_without_two(fan_in, fan_out, rng):
    return np.sqrt(1 / (fan_in + fan_out)) * rng.normal(size=(fan_in, fan_out))


@misconception(
    "he_normal",
    says="the standard deviation is handed over as the mean of the distribution",
)
def he_spread_as_mean(fan_in, fan_out, rng):
    return rng.normal(np.sqrt(2 / fan_in), size=(fan_in, fan_out))


@misconception(
    "he_normal",
    says="the absolute value of the weights is taken, so none of them is negative",
)
def he_absolute(fan_in, fan_out, rng):
    return np.abs(np.sqrt(2 / fan_in) * rng.normal(size=(fan_in, fan_out)))


@misconception(
    "he_normal",
    says="weights are cut off at two standard deviations",
)
def he_clipped(fan_in, fan_out, rng):
    W = np.clip(rng.normal(size=(fan_in, fan_out)), -2, 2)
    return np.sqrt(2 / fan_in) * W


@misconception(
    "he_normal",
    says=("the weights are a hundredth of normal numbers, whatever the size of the layer"),
)
def he_small_numbers(fan_in, fan_out, rng):
    return 0.01 * rng.normal(size=(fan_in, fan_out))


@misconception(
    "he_normal",
    says="the standard deviation is 1, whatever the size of the layer",
)
def he_unscaled(fan_in, fan_out, rng):
    return rng.normal(size=(fan_in, fan_out))


@misconception(
    "he_normal",
    says="the root of the variance is taken twice",
)
def he_root_twice(fan_in, fan_out, rng):
    return (2 / fan_in) ** 0.25 * rng.normal(size=(fan_in, fan_out))


@misconception(
    "he_normal",
    says="you draw one row and repeat it, so all inputs have the same weights",
)
def he_one_row(fan_in, fan_out, rng):
    row = np.sqrt(2 / fan_in) * rng.normal(size=fan_out)
    return np.tile(row, (fan_in, 1))


@misconception(
    "he_normal",
    says="you draw one column and repeat it, so all units are alike",
)
def he_one_column(fan_in, fan_out, rng):
    column = np.sqrt(2 / fan_in) * rng.normal(size=(fan_in, 1))
    return np.tile(column, (1, fan_out))


@misconception(
    "he_normal",
    says="you draw a single number and use it for all weights",
)
def he_one_number(fan_in, fan_out, rng):
    return np.full((fan_in, fan_out), np.sqrt(2 / fan_in) * rng.normal())


@misconception(
    "he_normal",
    says="you divide by the mean of the two fans, not by the fan-in",
)
def he_mean_of_fans(fan_in, fan_out, rng):
    return np.sqrt(2 / ((fan_in + fan_out) / 2)) * rng.normal(size=(fan_in, fan_out))


@misconception(
    "he_normal",
    says="you divide by the number of all weights, not by the fan-in",
)
def he_product_of_fans(fan_in, fan_out, rng):
    return np.sqrt(2 / (fan_in * fan_out)) * rng.normal(size=(fan_in, fan_out))


@misconception(
    "he_normal",
    says="you draw uniform numbers, with the standard deviation as their limit",
)
def he_uniform_with_spread(fan_in, fan_out, rng):
    std = np.sqrt(2 / fan_in)
    return rng.uniform(-std, std, size=(fan_in, fan_out))


@misconception(
    "he_normal",
    says="the shape is turned round: rows stand for units and columns for inputs",
)
def he_outputs_as_rows(fan_in, fan_out, rng):
    return np.sqrt(2 / fan_in) * rng.normal(size=(fan_out, fan_in))


@misconception(
    "he_normal",
    says="all weights are zero, and nothing is drawn at random",
)
def he_zeros(fan_in, fan_out, rng):
    return np.zeros((fan_in, fan_out))


@misconception(
    "he_normal",
    says="every weight has the same size and only its sign is random",
)
def he_two_values(fan_in, fan_out, rng):
    std = np.sqrt(2 / fan_in)
    return rng.choice([-std, std], size=(fan_in, fan_out))


@misconception(
    "he_normal",
    says="the mean of the weights drawn is subtracted, so they are not independent",
)
def he_centered_afterwards(fan_in, fan_out, rng):
    W = np.sqrt(2 / fan_in) * rng.normal(size=(fan_in, fan_out))
    return W - W.mean()


@misconception(
    "he_normal",
    says=("the weights drawn are scaled to an exact variance, so they are not independent"),
)
def he_scaled_afterwards(fan_in, fan_out, rng):
    W = rng.normal(size=(fan_in, fan_out))
    return W / max(W.std(), 1e-12) * np.sqrt(2 / fan_in)


@misconception(
    "he_normal",
    says="you multiply by the root of the fan-in, so wide layers get large weights",
)
def he_grows_with_fan_in(fan_in, fan_out, rng):
    return np.sqrt(fan_in / 2) * rng.normal(size=(fan_in, fan_out))


@misconception(
    "he_normal",
    says="the fan-in is not used, so every layer gets weights of the same size",
)
def he_fan_in_missing(fan_in, fan_out, rng):
    return np.sqrt(2) * rng.normal(size=(fan_in, fan_out))


@misconception(
    "he_normal",
    says="you add a row for the biases, so the shape is one row too large",
)
def he_bias_row(fan_in, fan_out, rng):
    return np.sqrt(2 / fan_in) * rng.normal(size=(fan_in + 1, fan_out))


# --- forward_variances ---


@misconception(
    "forward_variances",
    says="you divide by the number of activations less one, not by their number",
)
def variances_of_a_sample(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for l in range(len(sizes) - 1):
        A = activation(A @ init(sizes[l], sizes[l + 1], rng))
        found.append(A.var(ddof=1))
    return np.array(found)


@misconception(
    "forward_variances",
    says="you average the variances of the units, each taken over the samples alone",
)
def variances_of_each_unit(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for d, m in zip(sizes, sizes[1:]):
        A = activation(A @ init(d, m, rng))
        found.append(np.mean(np.var(A, axis=0)))
    return np.array(found)


@misconception(
    "forward_variances",
    says="you return standard deviations, not variances",
)
def variances_as_deviations(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for d, m in zip(sizes, sizes[1:]):
        A = activation(A @ init(d, m, rng))
        found.append(A.std())
    return np.array(found)


@misconception(
    "forward_variances",
    says="the last layer gets no activation",
)
def variances_with_a_linear_last_layer(sizes, init, activation, X, rng):
    L = len(sizes) - 1
    A, found = np.asarray(X, dtype=float), np.zeros(L)
    for l in range(L):
        A = A @ init(sizes[l], sizes[l + 1], rng)
        if l < L - 1:
            A = activation(A)
        found[l] = np.var(A)
    return found


@misconception(
    "forward_variances",
    says="the weighted sums are handed on to the next layer, not the activations",
)
def variances_with_sums_handed_on(sizes, init, activation, X, rng):
    Z, found = np.asarray(X, dtype=float), []
    for d, m in zip(sizes, sizes[1:]):
        Z = Z @ init(d, m, rng)
        found.append(np.var(activation(Z)))
    return np.array(found)


@misconception(
    "forward_variances",
    says="only the first sample is looked at, not all of them",
)
def variances_of_the_first_sample(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for d, m in zip(sizes, sizes[1:]):
        A = activation(A @ init(d, m, rng))
        found.append(np.var(A[0]))
    return np.array(found)


@formula("forward_variances")
def variances_as_text(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        W = init(A.shape[1], width, rng)
        Z = A @ W
        A = activation(Z)
        found.append(np.var(A))
    return np.array(found)


@formula("forward_variances")
def variances_as_pairs(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for fan_in, fan_out in zip(sizes[:-1], sizes[1:]):
        A = activation(A @ init(fan_in, fan_out, rng))
        found.append(A.var())
    return np.array(found)


@formula("forward_variances")
def variances_as_mean_square(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for l in range(len(sizes) - 1):
        A = activation(A @ init(sizes[l], sizes[l + 1], rng))
        mean = np.mean(A)
        found.append(np.mean((A - mean) ** 2))
    return np.array(found)


@formula("forward_variances")
def variances_as_sum_over_count(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for l in range(1, len(sizes)):
        W = init(sizes[l - 1], sizes[l], rng)
        A = activation(A @ W)
        mean = np.sum(A) / A.size
        found.append(np.sum((A - mean) ** 2) / A.size)
    return np.array(found)


@misconception(
    "forward_variances",
    says="you return the variances of the weights, not of the activations",
)
def variances_of_weights(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        W = init(A.shape[1], width, rng)
        A = activation(A @ W)
        found.append(np.var(W))
    return np.array(found)


@misconception(
    "forward_variances",
    says="you average the variances of the samples, each taken over the units alone",
)
def variances_of_each_sample(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(np.mean(np.var(A, axis=1)))
    return np.array(found)


@misconception(
    "forward_variances",
    says="the activation is applied twice in each layer",
)
def variances_activation_twice(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(activation(A @ init(A.shape[1], width, rng)))
        found.append(np.var(A))
    return np.array(found)


@misconception(
    "forward_variances",
    says=("fan-in and fan-out are exchanged in the call of init, and the weights transposed"),
)
def variances_fans_exchanged(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(width, A.shape[1], rng).T)
        found.append(np.var(A))
    return np.array(found)


@misconception(
    "forward_variances",
    says="each variance is divided by that of the layer before",
)
def variances_as_gain(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        before = np.var(A)
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(np.var(A) / before)
    return np.array(found)


@misconception(
    "forward_variances",
    says="each variance is divided by that of the input",
)
def variances_relative_to_input(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    start = np.var(A)
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(np.var(A) / start)
    return np.array(found)


@misconception(
    "forward_variances",
    says="you return the logarithms of the variances",
)
def variances_logarithm(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(np.log10(np.var(A) + 1e-300))
    return np.array(found)


@misconception(
    "forward_variances",
    says="the activations are standardized before the next layer gets them",
)
def variances_standardized_between(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(np.var(A))
        A = (A - np.mean(A)) / (np.std(A) + 1e-12)
    return np.array(found)


@misconception(
    "forward_variances",
    says="you average the absolute deviations from the mean, not their squares",
)
def variances_absolute_deviation(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(np.mean(np.abs(A - np.mean(A))))
    return np.array(found)


@misconception(
    "forward_variances",
    says="the squared deviations are added up and not divided by their number",
)
def variances_sum_of_squares(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(np.sum((A - np.mean(A)) ** 2))
    return np.array(found)


@misconception(
    "forward_variances",
    says="the variances are returned in reverse order, with the last layer first",
)
def variances_backward(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(np.var(A))
    return np.array(found[::-1])


@misconception(
    "forward_variances",
    says="you return the mean of all variances so far, not that of each layer",
)
def variances_running_mean(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(np.var(A))
    return np.cumsum(found) / np.arange(1, len(found) + 1)


@misconception(
    "forward_variances",
    says="the variance of the last layer stands for every layer",
)
def variances_last_repeated(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(np.var(A))
    return np.full(len(found), found[-1])


@misconception(
    "forward_variances",
    says="only the first unit of each layer is looked at, not all of them",
)
def variances_of_first_unit(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(np.var(A[:, 0]))
    return np.array(found)


@misconception(
    "forward_variances",
    says="random biases are added to the weighted sums, but the network has none",
)
def variances_with_random_biases(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng) + rng.normal(size=width))
        found.append(np.var(A))
    return np.array(found)


@misconception(
    "forward_variances",
    says=("the variances of the units are added up, not taken over all activations together"),
)
def variances_of_units_added(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(np.sum(np.var(A, axis=0)))
    return np.array(found)


@misconception(
    "forward_variances",
    says="the activation is also applied to the input, before the first layer",
)
def variances_of_activated_input(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    A = activation(A)
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(np.var(A))
    return np.array(found)


@misconception(
    "forward_variances",
    says="the activation is applied before the weights of a layer, not after them",
)
def variances_activation_before_weights(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A) @ init(A.shape[1], width, rng)
        found.append(np.var(A))
    return np.array(found)


@misconception(
    "forward_variances",
    says="you return the means of the activations, not their variances",
)
def variances_means(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(np.mean(A))
    return np.array(found)


@misconception(
    "forward_variances",
    says="init gets a new generator with a fixed seed, not the one handed in",
)
def variances_own_generator(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, np.random.default_rng(0)))
        found.append(np.var(A))
    return np.array(found)


@misconception(
    "forward_variances",
    says="init is called twice for each layer, so the random numbers are others",
)
def variances_weights_drawn_twice(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        init(A.shape[1], width, rng)
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(np.var(A))
    return np.array(found)


@misconception(
    "forward_variances",
    says="init is called for the last layer first, so the random numbers are others",
)
def variances_weights_drawn_backward(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    pairs = list(zip(sizes[:-1], sizes[1:]))
    weights = [init(a, b, rng) for a, b in pairs[::-1]][::-1]
    for W in weights:
        A = activation(A @ W)
        found.append(np.var(A))
    return np.array(found)


# --- batchnorm_forward ---


@misconception(
    "batchnorm_forward",
    says="you divide by the number of samples less one in the variance",
)
def norm_with_sample_variance(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    std = np.sqrt(np.var(X, axis=0, ddof=1) + eps)
    X_hat = (X - X.mean(axis=0)) / std
    return X_hat * gamma + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the shift beta is not added at the end",
)
def norm_forgets_the_shift(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    C = X - np.mean(X, axis=0)
    std = np.sqrt(np.mean(C**2, axis=0) + eps)
    X_hat = C / std
    return gamma * X_hat, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the factor gamma is missing in the output",
)
def norm_forgets_the_scale(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    C = X - np.mean(X, axis=0)
    std = np.sqrt(np.mean(C**2, axis=0) + eps)
    X_hat = C / std
    out = X_hat + beta
    return out, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says=(
        "the variance is a difference of large numbers, which is inaccurate for columns far from 0"
    ),
)
def norm_subtracts_squares(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    mu = X.mean(axis=0)
    var = np.maximum((X**2).mean(axis=0) - mu**2, 0)
    std = np.sqrt(var + eps)
    X_hat = (X - mu) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the argument eps is not used, so its value is always the same",
)
def norm_ignores_eps(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    epsilon = 1e-5
    std = np.sqrt(X.var(axis=0) + epsilon)
    X_hat = (X - X.mean(axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="beta is added before the multiplication, so gamma scales it as well",
)
def norm_scales_the_shift_too(X, gamma, beta, eps=1e-5):
    X = np.asarray(X, dtype=float)
    gamma, beta = np.asarray(gamma, dtype=float), np.asarray(beta, dtype=float)
    std = np.sqrt(X.var(axis=0) + eps)
    X_hat = (X - X.mean(axis=0)) / std
    return gamma * (X_hat + beta), (X_hat, gamma, std)


@formula("batchnorm_forward")
def batchnorm_as_text(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    mean = np.mean(X, axis=0)
    variance = np.var(X, axis=0)
    std = np.sqrt(variance + eps)
    X_hat = (X - mean) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@formula("batchnorm_forward")
def batchnorm_as_sums(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    n = len(X)
    mean = np.sum(X, axis=0) / n
    variance = np.sum((X - mean) ** 2, axis=0) / n
    std = np.sqrt(variance + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta
    return out, (X_hat, gamma, std)


@formula("batchnorm_forward")
def batchnorm_as_centered(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    centered = X - X.mean(axis=0)
    std = np.sqrt(np.mean(centered**2, axis=0) + eps)
    X_hat = centered / std
    return X_hat * gamma + beta, (X_hat, gamma, std)


@formula("batchnorm_forward")
def batchnorm_as_graph(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    mean = np.mean(X, axis=0)
    centered = X - mean
    square = centered**2
    variance = np.mean(square, axis=0)
    std = np.sqrt(variance + eps)
    inverse = 1 / std
    X_hat = centered * inverse
    scaled = gamma * X_hat
    return scaled + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="you divide by the variance, and its root is not taken",
)
def norm_divides_by_variance(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.var(X, axis=0) + eps
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="eps stands both under the root and beside it",
)
def norm_eps_twice(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps) + eps
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the mean is not subtracted before you divide by the spread",
)
def norm_not_centered(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = X / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="you divide by the root of the mean square, from which no mean was subtracted",
)
def norm_mean_square(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.mean(X**2, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="no mean is subtracted at all, neither from X nor before the squares",
)
def norm_mean_square_only(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.mean(X**2, axis=0) + eps)
    X_hat = X / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="gamma and beta are exchanged: one is added and the other multiplies",
)
def norm_scale_and_shift_exchanged(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return beta * X_hat + gamma, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="you scale and shift X itself, which has not been standardized",
)
def norm_scales_X(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the columns are scaled to between 0 and 1, not standardized",
)
def norm_between_zero_and_one(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.max(X, axis=0) - np.min(X, axis=0) + eps
    X_hat = (X - np.min(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="you divide by the range of each column, not by its spread",
)
def norm_by_range(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.max(X, axis=0) - np.min(X, axis=0) + eps
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the median of each column is subtracted, not its mean",
)
def norm_median(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.median(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the squared deviations are added up and not divided by their number",
)
def norm_sum_of_squares(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    C = X - np.mean(X, axis=0)
    std = np.sqrt(np.sum(C**2, axis=0) + eps)
    X_hat = C / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="you divide by the mean absolute deviation, not by the root of the variance",
)
def norm_absolute_deviation(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    C = X - np.mean(X, axis=0)
    std = np.mean(np.abs(C), axis=0) + eps
    X_hat = C / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="you use running statistics that start at 0 and 1, not those of the batch",
)
def norm_running_mean(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    mean = 0.1 * np.mean(X, axis=0)
    std = np.sqrt(0.9 + 0.1 * np.var(X, axis=0) + eps)
    X_hat = (X - mean) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="eps is squared before it is added to the variance",
)
def norm_eps_squared(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps**2)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="gamma is multiplied in before X is standardized, so that its size cancels",
)
def norm_gamma_before(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    Y = gamma * X
    std = np.sqrt(np.var(Y, axis=0) + eps)
    X_hat = (Y - np.mean(Y, axis=0)) / std
    return X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the standardized values are multiplied by gamma twice",
)
def norm_gamma_twice(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="each column gets its own mean, but all share the spread of the whole batch",
)
def norm_spread_of_all(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="each column gets its own spread, but all share the mean of the whole batch",
)
def norm_mean_of_all(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says=(
        "eps is not added to the variance: it is left out, or only a smallest value of the spread"
    ),
)
def norm_eps_as_floor(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.maximum(np.sqrt(np.var(X, axis=0)), eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the first sample is subtracted from all, not the mean of the batch",
)
def norm_first_sample(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - X[0]) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the root of the variance is taken twice",
)
def norm_root_twice(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.sqrt(np.var(X, axis=0) + eps))
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="you return the standardized values alone, and neither gamma nor beta is used",
)
def norm_standardized_alone(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return X_hat, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the mean of the batch is added again in place of the shift beta",
)
def norm_mean_put_back(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + np.mean(X, axis=0), (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the standardized values are cut off at -1 and 1",
)
def norm_clipped(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = np.clip((X - np.mean(X, axis=0)) / std, -1, 1)
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="beta is subtracted before gamma multiplies",
)
def norm_beta_times_gamma_minus(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * (X_hat - beta), (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the sign of gamma gets lost",
)
def norm_abs_gamma(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return np.abs(gamma) * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="gamma is added to 1 before it multiplies",
)
def norm_one_plus_gamma(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return (1 + gamma) * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="all columns get the gamma of the first one",
)
def norm_first_gamma(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma[0] * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="all columns get the beta of the first one",
)
def norm_first_beta(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta[0], (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="all columns get gamma and beta of the first one",
)
def norm_first_both(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma[0] * X_hat + beta[0], (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="all columns get the mean of all gammas",
)
def norm_mean_gamma(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma.mean() * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="all columns get the sum of all betas",
)
def norm_sum_beta(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta.sum(), (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="a bracket is missing, so only the mean is divided by the spread",
)
def norm_bracket(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = X - np.mean(X, axis=0) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the root of eps is added beside the spread",
)
def norm_eps_root(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.std(X, axis=0) + np.sqrt(eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="eps is always 0.001, whatever is handed over",
)
def norm_eps_1e3(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + 1e-3)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="eps is added twice",
)
def norm_eps_doubled(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + 2 * eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="eps is added to the sum of squares before the division by the number of samples",
)
def norm_eps_times_n(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt((np.sum((X - X.mean(axis=0)) ** 2, axis=0) + eps) / len(X))
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the variance is divided by n - 1, and eps stands beside the root",
)
def norm_ddof_eps_outside(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.sum((X - X.mean(axis=0)) ** 2, axis=0) / max(len(X) - 1, 1)) + eps
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the mean runs over the features, and the spread over the batch",
)
def norm_zscore_rows_mean(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=1, keepdims=True)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the spread runs over the features, and the mean over the batch",
)
def norm_zscore_rows_std(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the spread is taken from the first column for all",
)
def norm_first_row_scale(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X[:, 0]) + eps) + np.zeros(X.shape[1])
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the mean of the first column is subtracted from all",
)
def norm_mean_first_column(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X[:, 0])) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the last sample is subtracted from all, not the mean of the batch",
)
def norm_last_row(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - X[-1]) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the last sample does not count in the mean of the batch",
)
def norm_loo(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - (X[:-1].mean(axis=0) if len(X) > 1 else X.mean(axis=0))) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the squared deviations are divided by the number of samples plus one",
)
def norm_n_plus_1(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.sum((X - X.mean(axis=0)) ** 2, axis=0) / (len(X) + 1) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the squared deviations are divided by the number of features",
)
def norm_by_d(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.sum((X - X.mean(axis=0)) ** 2, axis=0) / X.shape[1] + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="each column is scaled to length 1, not to spread 1",
)
def norm_by_length(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.sum(X**2, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="each column is divided by its largest size",
)
def norm_max_abs(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.abs(X).max(axis=0) + eps
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the columns are divided by the median absolute deviation",
)
def norm_median_abs(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.median(np.abs(X - X.mean(axis=0)), axis=0) + eps
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="negative results are set to 0, as if there were a ReLU",
)
def norm_relu(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return np.maximum(gamma * X_hat + beta, 0), (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="X is added to the result, as in a residual block",
)
def norm_residual(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta + X, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="gamma multiplies X as it is, and the standardized values are added",
)
def norm_gamma_of_x(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X + X_hat + beta, (X_hat, gamma, std)


@misconception(
    "batchnorm_forward",
    says="the values are standardized twice, with eps both times",
)
def norm_twice(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * (X_hat / np.sqrt(np.var(X_hat, axis=0) + eps)) + beta, (X_hat, gamma, std)


# --- batchnorm_backward ---


@misconception(
    "batchnorm_backward",
    says="the path through the mean of the batch is missing in dX",
)
def back_forgets_the_mean(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - X_hat * np.mean(h * X_hat, axis=0)) / std
    dgamma = np.sum(dout * X_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    return dX, dgamma, dbeta


@misconception(
    "batchnorm_backward",
    says="the path through the variance of the batch is missing in dX",
)
def back_forgets_the_spread(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0)) / std
    dgamma = np.sum(dout * X_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    return dX, dgamma, dbeta


@misconception(
    "batchnorm_backward",
    says="the factor gamma is missing in dX",
)
def back_forgets_gamma(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    n = dout.shape[0]
    dX = (n * dout - dout.sum(axis=0) - X_hat * (dout * X_hat).sum(axis=0)) / (n * std)
    dgamma = np.sum(dout * X_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    return dX, dgamma, dbeta


@misconception(
    "batchnorm_backward",
    says="dX is divided by the square of the spread",
)
def back_divides_by_the_variance(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std**2
    dgamma = np.sum(dout * X_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    return dX, dgamma, dbeta


@misconception(
    "batchnorm_backward",
    says="dgamma contains the centered values, not the standardized ones",
)
def back_dgamma_of_centered_values(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    centered = X_hat * std
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, (dout * centered).sum(axis=0), dout.sum(axis=0)


@misconception(
    "batchnorm_backward",
    says="the two means in dX are divided by n - 1",
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


@formula("batchnorm_backward")
def batchnorm_backward_as_text(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - np.mean(h, axis=0) - X_hat * np.mean(h * X_hat, axis=0)) / std
    dgamma = np.sum(dout * X_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    return dX, dgamma, dbeta


@formula("batchnorm_backward")
def batchnorm_backward_as_sums(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    n = len(dout)
    dgamma = np.sum(dout * X_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    dX = gamma / (n * std) * (n * dout - dbeta - X_hat * dgamma)
    return dX, dgamma, dbeta


@formula("batchnorm_backward")
def batchnorm_backward_as_cs231n(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    n = dout.shape[0]
    h = dout * gamma
    dX = 1 / n / std * (n * h - np.sum(h, axis=0) - X_hat * np.sum(h * X_hat, axis=0))
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@formula("batchnorm_backward")
def batchnorm_backward_as_graph(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    n = len(dout)
    dX_hat = gamma * dout
    centered = X_hat * std
    dvariance = np.sum(dX_hat * centered, axis=0) * -0.5 / std**3
    dmean = -np.sum(dX_hat / std, axis=0) - 2 * dvariance * np.mean(centered, axis=0)
    dX = dX_hat / std + 2 * dvariance * centered / n + dmean / n
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="dX is not divided by the spread",
)
def back_spread_missing(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="the means in dX run over the features of a sample, not over the batch",
)
def back_means_over_features(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    last = X_hat * (h * X_hat).mean(axis=1, keepdims=True)
    dX = (h - h.mean(axis=1, keepdims=True) - last) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="the two means in dX are sums, not divided by the number of samples",
)
def back_sums_for_means(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.sum(axis=0) - X_hat * (h * X_hat).sum(axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="the last term lacks its factor, the standardized values",
)
def back_last_term_not_multiplied(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - (h * X_hat).mean(axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="the mean in the last term does not contain the standardized values",
)
def back_last_mean_of_h(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * h.mean(axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says=("the last term holds the squares of the standardized values and the plain mean of h"),
)
def back_squared_values(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat**2 * h.mean(axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="gamma is multiplied in twice in dX",
)
def back_gamma_twice(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = gamma * (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="gamma multiplies only the first term of dX",
)
def back_gamma_on_first_term(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    last = X_hat * (dout * X_hat).mean(axis=0)
    dX = (gamma * dout - dout.mean(axis=0) - last) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="dgamma still contains gamma as a factor",
)
def back_dgamma_with_gamma(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, np.sum(h * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="dbeta contains gamma as a factor",
)
def back_dbeta_with_gamma(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(h, axis=0)


@misconception(
    "batchnorm_backward",
    says="dgamma and dbeta are summed over the features, not over the batch",
)
def back_parameters_over_features(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=1), np.sum(dout, axis=1)


@misconception(
    "batchnorm_backward",
    says="dgamma lacks the standardized values, so it equals dbeta",
)
def back_dgamma_is_dbeta(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, np.sum(dout, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="dgamma and dbeta are summed over everything, so one number is left of each",
)
def back_one_number_for_all(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, np.sum(dout * X_hat), np.sum(dout)


@misconception(
    "batchnorm_backward",
    says="dX is dout times gamma, as if the input were not standardized",
)
def back_only_scale(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    return gamma * dout, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="the last term of dX carries a factor 2 that does not belong there",
)
def back_last_term_doubled(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - 2 * X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="the last term of dX carries a factor ½ that does not belong there",
)
def back_last_term_halved(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0) / 2) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="the root of the spread is taken once more before you divide by it",
)
def back_root_of_spread(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / np.sqrt(std)
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="dgamma and dbeta are computed from dX, where dout belongs",
)
def back_dgamma_from_dX(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, np.sum(dX * X_hat, axis=0), np.sum(dX, axis=0)


@misconception(
    "batchnorm_backward",
    says="the last term holds the centered values, which are not divided by the spread",
)
def back_centered_in_last_term(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    C = X_hat * std
    dX = (h - h.mean(axis=0) - C * (h * C).mean(axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="the means in dX are taken over the whole batch at once, not for each column",
)
def back_means_over_all(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean() - X_hat * (h * X_hat).mean()) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="dX is also divided by the number of samples",
)
def back_divided_by_n(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std / len(dout)
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="the signs of both means in dX are turned",
)
def back_signs_of_both_terms(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h + h.mean(axis=0) + X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="only the first term of dX is divided by the spread",
)
def back_spread_on_first_term(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = h / std - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="dout is divided by gamma, where it has to be multiplied by it",
)
def back_divides_by_gamma(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = dout / np.where(gamma == 0, 1.0, gamma)
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="the three gradients are returned in reverse order",
)
def back_order_reversed(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std
    return np.sum(dout, axis=0), np.sum(dout * X_hat, axis=0), dX


@misconception(
    "batchnorm_backward",
    says=(
        "the last term is divided by the spread three times, though its values are standardized "
        "already"
    ),
)
def back_std_cubed(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0)) / std - X_hat * (h * X_hat).mean(axis=0) / std**3
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="the last term is divided by the spread twice",
)
def back_last_std_squared(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0)) / std - X_hat * (h * X_hat).mean(axis=0) / std**2
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="the last term of dX is not divided by the spread",
)
def back_last_not_divided(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0)) / std - X_hat * (h * X_hat).mean(axis=0)
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="gamma is missing in the last term of dX",
)
def back_gamma_missing_in_last(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - h.mean(axis=0) - X_hat * (dout * X_hat).mean(axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="gamma is missing in the mean in dX",
)
def back_gamma_missing_in_mean(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (h - dout.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@misconception(
    "batchnorm_backward",
    says="gamma is missing in the first term of dX",
)
def back_gamma_missing_in_first(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    h = gamma * dout
    dX = (dout - h.mean(axis=0) - X_hat * (h * X_hat).mean(axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)
