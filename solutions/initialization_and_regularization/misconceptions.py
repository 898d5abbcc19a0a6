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


# --- l1_penalty ---


@misconception(
    "l1_penalty",
    says="no absolute values are taken, so positive and negative weights cancel",
)
def l1_without_absolute_values(w, lam):
    return lam * np.sum(np.asarray(w, dtype=float))


@misconception(
    "l1_penalty",
    says="you take the mean of the absolute values, not their sum",
)
def l1_takes_the_mean(w, lam):
    return lam * np.mean(np.abs(np.asarray(w, dtype=float)))


@misconception(
    "l1_penalty",
    says="the strength lam is not used in your result",
)
def l1_forgets_lam(w, lam):
    return float(np.abs(np.asarray(w, dtype=float)).sum())


@misconception(
    "l1_penalty",
    says=("you take the length of w, the root of a sum of squares, not the sum of absolute values"),
)
def l1_as_euclidean_norm(w, lam):
    return lam * np.linalg.norm(np.ravel(np.asarray(w, dtype=float)))


@misconception(
    "l1_penalty",
    says="you count the weights that are not 0, whatever their size",
)
def l1_counts_weights(w, lam):
    return lam * float(np.count_nonzero(np.asarray(w)))


@misconception(
    "l1_penalty",
    says="you take the largest absolute value, not the sum of all",
)
def l1_takes_the_maximum(w, lam):
    return lam * np.max(np.abs(np.asarray(w, dtype=float)))


@formula("l1_penalty")
def l1_penalty_as_text(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(np.abs(w))


@formula("l1_penalty")
def l1_penalty_as_loop(w, lam):
    w = np.asarray(w, dtype=float)
    total = 0.0
    for value in w.ravel():
        total = total + abs(value)
    return lam * total


@formula("l1_penalty")
def l1_penalty_as_two_cases(w, lam):
    w = np.asarray(w, dtype=float)
    sizes = np.where(w > 0, w, -w)
    return lam * np.sum(sizes)


@formula("l1_penalty")
def l1_penalty_as_signs(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(np.sign(w) * w)


@misconception(
    "l1_penalty",
    says="the squares of the weights are added up, not their absolute values",
)
def l1_penalty_of_squares(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(w**2)


@misconception(
    "l1_penalty",
    says="you return the L2 penalty, half the sum of squares",
)
def l1_penalty_is_l2(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * np.sum(w**2)


@misconception(
    "l1_penalty",
    says="only positive weights are added up, and negative ones cost nothing",
)
def l1_penalty_of_positive_weights(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(np.maximum(w, 0))


@misconception(
    "l1_penalty",
    says="only negative weights are added up, and positive ones cost nothing",
)
def l1_penalty_of_negative_weights(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(np.maximum(-w, 0))


@misconception(
    "l1_penalty",
    says="the strength lam is multiplied in twice",
)
def l1_penalty_lam_squared(w, lam):
    w = np.asarray(w, dtype=float)
    return lam**2 * np.sum(np.abs(w))


@misconception(
    "l1_penalty",
    says="the root of each absolute value is taken before they are added up",
)
def l1_penalty_roots(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(np.sqrt(np.abs(w)))


@misconception(
    "l1_penalty",
    says="you add up along the first axis only, so an array is left of a matrix",
)
def l1_penalty_first_axis(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(np.abs(w), axis=0)


@misconception(
    "l1_penalty",
    says="you return the penalty of each weight, not their sum",
)
def l1_penalty_entries(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.abs(w)


@misconception(
    "l1_penalty",
    says="the first weight is left out of the sum",
)
def l1_penalty_without_first(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(np.abs(w.ravel()[1:]))


@misconception(
    "l1_penalty",
    says="the last weight is left out of the sum",
)
def l1_penalty_without_last(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(np.abs(w.ravel()[:-1]))


@misconception(
    "l1_penalty",
    says="the kink at 0 is smoothed by a small number under a root",
)
def l1_penalty_smooth(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(np.sqrt(w**2 + 1e-6))


@misconception(
    "l1_penalty",
    says="a logarithm of the absolute values is taken before they are added up",
)
def l1_penalty_logarithm(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(np.log(1 + np.abs(w)))


@misconception(
    "l1_penalty",
    says="small weights cost half their square, not their absolute value",
)
def l1_penalty_huber(w, lam):
    w = np.asarray(w, dtype=float)
    sizes = np.abs(w)
    return lam * np.sum(np.where(sizes < 1, w**2 / 2, sizes - 0.5))


@misconception(
    "l1_penalty",
    says="only what a weight has beyond lam is added up",
)
def l1_penalty_beyond_lam(w, lam):
    w = np.asarray(w, dtype=float)
    return np.sum(np.maximum(np.abs(w) - lam, 0))


@misconception(
    "l1_penalty",
    says="the L2 penalty is added to the L1 penalty",
)
def l1_penalty_both(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(np.abs(w)) + lam / 2 * np.sum(w**2)


@misconception(
    "l1_penalty",
    says="the penalty carries a factor 2 that does not belong there",
)
def l1_penalty_doubled(w, lam):
    w = np.asarray(w, dtype=float)
    return 2 * lam * np.sum(np.abs(w))


@misconception(
    "l1_penalty",
    says="the sum of the absolute values is squared",
)
def l1_penalty_squared(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(np.abs(w)) ** 2


@misconception(
    "l1_penalty",
    says="the mean of the weights is subtracted before absolute values are taken",
)
def l1_penalty_of_deviations(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(np.abs(w - np.mean(w)))


@misconception(
    "l1_penalty",
    says=("for a matrix your norm is the largest sum of a column, not that of all entries"),
)
def l1_penalty_column_sum(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.max(np.sum(np.abs(w), axis=0))


@misconception(
    "l1_penalty",
    says="the absolute values are cut to integers before they are added up",
)
def l1_penalty_integers(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(np.abs(w).astype(int))


# --- l1_gradient ---


@misconception(
    "l1_gradient",
    says="you return the gradient of the L2 penalty, which grows with the weight",
)
def l1_gradient_of_l2(w, lam):
    return lam * np.asarray(w, dtype=float)


@misconception(
    "l1_gradient",
    says="the strength lam is not used in your result",
)
def l1_gradient_forgets_lam(w, lam):
    return np.sign(np.asarray(w, dtype=float))


@misconception(
    "l1_gradient",
    says="at a weight of 0 you divide zero by zero, which gives nan",
)
def l1_gradient_divides_by_zero(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * w / np.abs(w)


@misconception(
    "l1_gradient",
    says="the gradient is divided by the number of weights",
)
def l1_gradient_of_the_mean(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sign(w) / w.size


@misconception(
    "l1_gradient",
    says="negative weights get a slope of 0, and only positive ones are pulled",
)
def l1_gradient_of_a_relu(w, lam):
    return lam * (np.asarray(w, dtype=float) > 0).astype(float)


@misconception(
    "l1_gradient",
    says="the sign of the sum is used for all weights alike",
)
def l1_gradient_with_one_sign(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sign(w.sum()) * np.ones_like(w)


@formula("l1_gradient")
def l1_gradient_as_text(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sign(w)


@formula("l1_gradient")
def l1_gradient_as_three_cases(w, lam):
    w = np.asarray(w, dtype=float)
    return np.where(w > 0, lam, np.where(w < 0, -lam, 0.0))


@formula("l1_gradient")
def l1_gradient_as_masks(w, lam):
    w = np.asarray(w, dtype=float)
    grad = np.zeros(w.shape)
    grad[w > 0] = lam
    grad[w < 0] = -lam
    return grad


@formula("l1_gradient")
def l1_gradient_as_difference(w, lam):
    w = np.asarray(w, dtype=float)
    positive = (w > 0).astype(float)
    negative = (w < 0).astype(float)
    return lam * (positive - negative)


@misconception(
    "l1_gradient",
    says="the jump at 0 is smoothed by tanh, so small weights are pulled too weakly",
)
def l1_gradient_by_tanh(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.tanh(10 * w)


@misconception(
    "l1_gradient",
    says="a small number in the denominator makes the pull a little too weak",
)
def l1_gradient_guarded_quotient(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * w / (np.abs(w) + 1e-8)


@misconception(
    "l1_gradient",
    says="at a weight of 0 your slope is -lam, that of negative weights",
)
def l1_gradient_minus_at_zero(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.where(w > 0, 1.0, -1.0)


@misconception(
    "l1_gradient",
    says="the gradient carries a factor ½ that does not belong there",
)
def l1_gradient_halved(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * np.sign(w)


@misconception(
    "l1_gradient",
    says="the gradient carries a factor 2 that does not belong there",
)
def l1_gradient_doubled(w, lam):
    w = np.asarray(w, dtype=float)
    return 2 * lam * np.sign(w)


@misconception(
    "l1_gradient",
    says="the entries are added up to a single number instead of being kept one by one",
)
def l1_gradient_summed(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(np.sign(w))


@misconception(
    "l1_gradient",
    says="you return the penalty of each weight, not its slope",
)
def l1_gradient_is_penalty(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.abs(w)


@misconception(
    "l1_gradient",
    says="the strength lam is multiplied in twice",
)
def l1_gradient_lam_squared(w, lam):
    w = np.asarray(w, dtype=float)
    return lam**2 * np.sign(w)


@misconception(
    "l1_gradient",
    says="the weights are added to the gradient, as in a mix with L2",
)
def l1_gradient_plus_weight(w, lam):
    w = np.asarray(w, dtype=float)
    return w + lam * np.sign(w)


@misconception(
    "l1_gradient",
    says="you return the weights after a step, not the gradient",
)
def l1_gradient_after_step(w, lam):
    w = np.asarray(w, dtype=float)
    return w - lam * np.sign(w)


@misconception(
    "l1_gradient",
    says="you cut the weights off at -lam and lam, so small ones are pulled less",
)
def l1_gradient_clipped(w, lam):
    w = np.asarray(w, dtype=float)
    return np.clip(w, -lam, lam)


@misconception(
    "l1_gradient",
    says="you cut the weights off at -1 and 1, so small ones are pulled less",
)
def l1_gradient_clipped_at_one(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.clip(w, -1, 1)


@misconception(
    "l1_gradient",
    says="you divide by the length of the whole vector, not each weight by its size",
)
def l1_gradient_of_length(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * w / np.sqrt(np.sum(w**2))


@misconception(
    "l1_gradient",
    says="positive weights get a slope of 0, and only negative ones are pulled",
)
def l1_gradient_negative_only(w, lam):
    w = np.asarray(w, dtype=float)
    return -lam * (w < 0)


@misconception(
    "l1_gradient",
    says="the first weight gets a slope of 0, as if it were not penalized",
)
def l1_gradient_first_free(w, lam):
    w = np.asarray(w, dtype=float)
    grad = lam * np.sign(w)
    grad.flat[0] = 0.0
    return grad


@misconception(
    "l1_gradient",
    says="the last weight gets a slope of 0, as if it were not penalized",
)
def l1_gradient_last_free(w, lam):
    w = np.asarray(w, dtype=float)
    grad = lam * np.sign(w)
    grad.flat[-1] = 0.0
    return grad


@misconception(
    "l1_gradient",
    says="the gradient is also multiplied by the sum of the absolute values",
)
def l1_gradient_of_squared_sum(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sign(w) * np.sum(np.abs(w))


@misconception(
    "l1_gradient",
    says="the sign is multiplied by the square of the weight",
)
def l1_gradient_times_size(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sign(w) * w**2


@misconception(
    "l1_gradient",
    says="the weights are rounded before their sign is taken, so small ones get 0",
)
def l1_gradient_rounded(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sign(np.round(w))


@misconception(
    "l1_gradient",
    says="only the largest weight gets a slope, all others get 0",
)
def l1_gradient_largest_only(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sign(w) * (np.abs(w) == np.max(np.abs(w)))


@misconception(
    "l1_gradient",
    says="weights smaller than lam get a slope of 0",
)
def l1_gradient_dead_zone(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sign(w) * (np.abs(w) > lam)


# --- l2_penalty ---


@misconception(
    "l2_penalty",
    says="the factor ½ is missing in your penalty",
)
def l2_forgets_the_half(w, lam):
    return lam * np.sum(np.asarray(w, dtype=float) ** 2)


@misconception(
    "l2_penalty",
    says="you take the mean of the squares, not their sum",
)
def l2_takes_the_mean(w, lam):
    return lam / 2 * np.mean(np.square(np.asarray(w, dtype=float)))


@misconception(
    "l2_penalty",
    says="for a matrix your norm is not the root of the sum of all its squares",
)
def l2_of_the_spectral_norm(w, lam):
    return lam / 2 * np.linalg.norm(np.asarray(w, dtype=float), 2) ** 2


@misconception(
    "l2_penalty",
    says="the operator // rounds your quotient down to a whole number",
)
def l2_with_integer_division(w, lam):
    return lam // 2 * np.sum(np.asarray(w, dtype=float) ** 2)


@misconception(
    "l2_penalty",
    says="the strength lam is not used in your result",
)
def l2_forgets_lam(w, lam):
    total = 0.0
    for value in np.asarray(w, dtype=float).ravel():
        total += value**2
    return total / 2


@misconception(
    "l2_penalty",
    says=("the sum of squares stands under the fraction line, where it should be a factor"),
)
def l2_divides_by_the_sum(w, lam):
    s = np.sum(np.asarray(w, dtype=float) ** 2)
    return lam / (2 * s) if s else 0.0


@formula("l2_penalty")
def l2_penalty_as_text(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * np.sum(w**2)


@formula("l2_penalty")
def l2_penalty_as_dot_product(w, lam):
    w = np.asarray(w, dtype=float)
    flat = w.ravel()
    return 0.5 * lam * np.dot(flat, flat)


@formula("l2_penalty")
def l2_penalty_as_loop(w, lam):
    w = np.asarray(w, dtype=float)
    total = 0.0
    for value in w.ravel():
        total = total + value**2
    return lam * total / 2


@formula("l2_penalty")
def l2_penalty_as_norm(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * np.linalg.norm(w) ** 2


@misconception(
    "l2_penalty",
    says="you take the length of w and not its square, and the factor ½ is missing",
)
def l2_penalty_length(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sqrt(np.sum(w**2))


@misconception(
    "l2_penalty",
    says="you add up the weights and square the sum, where squares are added up",
)
def l2_penalty_square_of_sum(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * np.sum(w) ** 2


@misconception(
    "l2_penalty",
    says="the strength lam is multiplied in twice",
)
def l2_penalty_lam_squared(w, lam):
    w = np.asarray(w, dtype=float)
    return lam**2 / 2 * np.sum(w**2)


@misconception(
    "l2_penalty",
    says="you return the penalty of each weight, not their sum",
)
def l2_penalty_entries(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * w**2


@misconception(
    "l2_penalty",
    says="you add up along the first axis only, so an array is left of a matrix",
)
def l2_penalty_first_axis(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * np.sum(w**2, axis=0)


@misconception(
    "l2_penalty",
    says="the first weight is left out of the sum",
)
def l2_penalty_without_first(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * np.sum(w.ravel()[1:] ** 2)


@misconception(
    "l2_penalty",
    says="the last weight is left out of the sum",
)
def l2_penalty_without_last(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * np.sum(w.ravel()[:-1] ** 2)


@misconception(
    "l2_penalty",
    says="the penalty has a factor 2 where the factor ½ belongs",
)
def l2_penalty_doubled(w, lam):
    w = np.asarray(w, dtype=float)
    return 2 * lam * np.sum(w**2)


@misconception(
    "l2_penalty",
    says="you return the L1 penalty, the sum of the absolute values",
)
def l2_penalty_is_l1(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(np.abs(w))


@misconception(
    "l2_penalty",
    says="you add up absolute values, where squares belong",
)
def l2_penalty_half_of_l1(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * np.sum(np.abs(w))


@misconception(
    "l2_penalty",
    says="the weights are squared twice, to their fourth power",
)
def l2_penalty_fourth_power(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * np.sum(w**4)


@misconception(
    "l2_penalty",
    says="the mean of the weights is subtracted before they are squared",
)
def l2_penalty_of_deviations(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * np.sum((w - np.mean(w)) ** 2)


@misconception(
    "l2_penalty",
    says="only the largest square is penalized, not the sum of all",
)
def l2_penalty_largest(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * np.max(w**2)


@misconception(
    "l2_penalty",
    says="the L1 penalty is added to the L2 penalty",
)
def l2_penalty_both(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * np.sum(w**2) + lam * np.sum(np.abs(w))


@misconception(
    "l2_penalty",
    says="only positive weights are added up, and negative ones cost nothing",
)
def l2_penalty_positive(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * np.sum(np.maximum(w, 0) ** 2)


@misconception(
    "l2_penalty",
    says="the root of lam is taken",
)
def l2_penalty_root_of_lam(w, lam):
    w = np.asarray(w, dtype=float)
    return np.sqrt(lam) / 2 * np.sum(w**2)


@misconception(
    "l2_penalty",
    says="you add up third powers of the sizes, where squares belong",
)
def l2_penalty_third_power(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 3 * np.sum(np.abs(w) ** 3)


@misconception(
    "l2_penalty",
    says=("the factor ½ is multiplied in before the square is taken, so it is squared too"),
)
def l2_penalty_half_squared(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum((w / 2) ** 2)


@misconception(
    "l2_penalty",
    says="the sign is turned, so large weights are rewarded",
)
def l2_penalty_sign_turned(w, lam):
    w = np.asarray(w, dtype=float)
    return -lam / 2 * np.sum(w**2)


# --- l2_gradient ---


@misconception(
    "l2_gradient",
    says=("you return the gradient of the L1 penalty, which does not grow with the weight"),
)
def l2_gradient_of_l1(w, lam):
    return lam * np.sign(np.asarray(w, dtype=float))


@misconception(
    "l2_gradient",
    says="you return the penalty of each weight, not its slope",
)
def l2_gradient_is_the_penalty(w, lam):
    return lam / 2 * np.asarray(w, dtype=float) ** 2


@misconception(
    "l2_gradient",
    says="the gradient has its sign turned, so it pushes weights away from 0",
)
def l2_gradient_turned(w, lam):
    return -lam * np.asarray(w, dtype=float)


@misconception(
    "l2_gradient",
    says="the gradient is divided by the length of w",
)
def l2_gradient_of_the_norm(w, lam):
    w = np.asarray(w, dtype=float)
    length = np.sqrt(np.sum(w**2))
    return lam * w / length if length > 0 else np.zeros_like(w)


@misconception(
    "l2_gradient",
    says="the gradient is divided by the number of weights",
)
def l2_gradient_of_the_mean(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * w / w.size


@misconception(
    "l2_gradient",
    says="absolute values are taken, so negative weights get the wrong sign",
)
def l2_gradient_of_absolute_values(w, lam):
    return lam * np.abs(np.asarray(w, dtype=float))


@formula("l2_gradient")
def l2_gradient_as_text(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * w


@formula("l2_gradient")
def l2_gradient_as_power_rule(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * 2 * w


@formula("l2_gradient")
def l2_gradient_as_loop(w, lam):
    w = np.asarray(w, dtype=float)
    grad = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        grad[i] = lam * w[i]
    return grad


@formula("l2_gradient")
def l2_gradient_as_sum_of_both_factors(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * (w + w)


@misconception(
    "l2_gradient",
    says="the gradient carries a factor ½ that cancels in the derivative",
)
def l2_gradient_halved(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * w


@misconception(
    "l2_gradient",
    says="the weights are still squared in your gradient",
)
def l2_gradient_square(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * w**2


@misconception(
    "l2_gradient",
    says="you return the weights after a step, not the gradient",
)
def l2_gradient_after_step(w, lam):
    w = np.asarray(w, dtype=float)
    return w - lam * w


@misconception(
    "l2_gradient",
    says="the strength lam is multiplied in twice",
)
def l2_gradient_lam_squared(w, lam):
    w = np.asarray(w, dtype=float)
    return lam**2 * w


@misconception(
    "l2_gradient",
    says="the gradient is also multiplied by the length of w",
)
def l2_gradient_times_length(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sqrt(np.sum(w**2)) * w


@misconception(
    "l2_gradient",
    says="each weight is also multiplied by its own size",
)
def l2_gradient_times_size(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.abs(w) * w


@misconception(
    "l2_gradient",
    says="the mean of the weights is subtracted in your gradient",
)
def l2_gradient_centered(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * (w - np.mean(w))


@misconception(
    "l2_gradient",
    says="negative weights get a slope of 0",
)
def l2_gradient_positive_only(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.maximum(w, 0)


@misconception(
    "l2_gradient",
    says="the first weight gets a slope of 0, as if it were not penalized",
)
def l2_gradient_first_free(w, lam):
    w = np.asarray(w, dtype=float)
    grad = lam * w
    grad.flat[0] = 0.0
    return grad


@misconception(
    "l2_gradient",
    says="the last weight gets a slope of 0, as if it were not penalized",
)
def l2_gradient_last_free(w, lam):
    w = np.asarray(w, dtype=float)
    grad = lam * w
    grad.flat[-1] = 0.0
    return grad


@misconception(
    "l2_gradient",
    says="you return the length of w times lam, one number for all weights",
)
def l2_gradient_length(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sqrt(np.sum(w**2))


@misconception(
    "l2_gradient",
    says="the gradient is cut off at -1 and 1",
)
def l2_gradient_clipped(w, lam):
    w = np.asarray(w, dtype=float)
    return np.clip(lam * w, -1, 1)


@misconception(
    "l2_gradient",
    says="the gradient is transposed, so it does not have the shape of w",
)
def l2_gradient_transposed(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * w.T


@misconception(
    "l2_gradient",
    says="the gradient of the L1 penalty is added to it",
)
def l2_gradient_both(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * (w + np.sign(w))


@misconception(
    "l2_gradient",
    says="the weights stand in your gradient with their third power",
)
def l2_gradient_third_power(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * w**3


@misconception(
    "l2_gradient",
    says="every weight gets the same slope lam, whatever its size",
)
def l2_gradient_constant(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.ones_like(w)


@misconception(
    "l2_gradient",
    says="the gradient is flattened, so it does not have the shape of w",
)
def l2_gradient_flat(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * w.ravel()


@misconception(
    "l2_gradient",
    says="the root of lam is taken",
)
def l2_gradient_root_of_lam(w, lam):
    w = np.asarray(w, dtype=float)
    return np.sqrt(lam) * w


@misconception(
    "l2_gradient",
    says="you return the penalty itself, not its gradient",
)
def l2_gradient_is_whole_penalty(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * np.sum(w**2)


@misconception(
    "l2_gradient",
    says="each weight is replaced by the sum of all weights of its column",
)
def l2_gradient_row_sums(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sum(w, axis=0) * np.ones_like(w)


# --- soft_threshold ---


@misconception(
    "soft_threshold",
    says="the weights do not stop at zero, and small ones cross to the other side",
)
def threshold_crosses_zero(w, t):
    w = np.asarray(w, dtype=float)
    return w - t * np.sign(w)


@misconception(
    "soft_threshold",
    says="t is added to the size of the weights, so they move away from zero",
)
def threshold_moves_away(w, t):
    w = np.asarray(w, dtype=float)
    return np.sign(w) * np.maximum(np.abs(w) + t, 0)


@misconception(
    "soft_threshold",
    says="weights smaller than t are left as they are, not set to 0",
)
def threshold_leaves_small_weights(w, t):
    w = np.array(w, dtype=float)
    large = np.abs(w) > t
    w[large] = w[large] - t * np.sign(w[large])
    return w


@misconception(
    "soft_threshold",
    says="all negative weights are set to 0, however large they are",
)
def threshold_one_sided(w, t):
    return np.maximum(np.asarray(w, dtype=float) - t, 0.0)


@misconception(
    "soft_threshold",
    says="t is subtracted from negative weights too, which moves them away from zero",
)
def threshold_subtracts_on_both_sides(w, t):
    w = np.asarray(w, dtype=float)
    return np.where(np.abs(w) <= t, 0.0, w - t)


@misconception(
    "soft_threshold",
    says="the vector is shrunk as a whole by its length, not weight by weight",
)
def threshold_of_a_group(w, t):
    w = np.asarray(w, dtype=float)
    norm = np.sqrt(np.sum(w**2))
    return w * max(1 - t / norm, 0.0) if norm > 0 else w.copy()


@formula("soft_threshold")
def soft_threshold_as_text(w, t):
    w = np.asarray(w, dtype=float)
    return np.sign(w) * np.maximum(np.abs(w) - t, 0)


@formula("soft_threshold")
def soft_threshold_as_three_cases(w, t):
    w = np.asarray(w, dtype=float)
    return np.where(w > t, w - t, np.where(w < -t, w + t, 0.0))


@formula("soft_threshold")
def soft_threshold_as_two_sides(w, t):
    w = np.asarray(w, dtype=float)
    return np.maximum(w - t, 0) + np.minimum(w + t, 0)


@formula("soft_threshold")
def soft_threshold_as_clip(w, t):
    w = np.asarray(w, dtype=float)
    return w - np.clip(w, -t, t)


@misconception(
    "soft_threshold",
    says="you return what is taken away from the weights, not what remains",
)
def threshold_taken_away(w, t):
    w = np.asarray(w, dtype=float)
    return np.clip(w, -t, t)


@misconception(
    "soft_threshold",
    says="every weight is moved by half of t only",
)
def threshold_half(w, t):
    w = np.asarray(w, dtype=float)
    return np.sign(w) * np.maximum(np.abs(w) - t / 2, 0)


@misconception(
    "soft_threshold",
    says="every weight is moved by twice t",
)
def threshold_doubled(w, t):
    w = np.asarray(w, dtype=float)
    return np.sign(w) * np.maximum(np.abs(w) - 2 * t, 0)


@misconception(
    "soft_threshold",
    says="every weight is moved by the root of t",
)
def threshold_root(w, t):
    w = np.asarray(w, dtype=float)
    return np.sign(w) * np.maximum(np.abs(w) - np.sqrt(t), 0)


@misconception(
    "soft_threshold",
    says="every weight is moved by the square of t",
)
def threshold_squared(w, t):
    w = np.asarray(w, dtype=float)
    return np.sign(w) * np.maximum(np.abs(w) - t**2, 0)


@misconception(
    "soft_threshold",
    says="large weights are shrunk by a factor 1 - t, not moved by t",
)
def threshold_by_factor(w, t):
    w = np.asarray(w, dtype=float)
    return np.where(np.abs(w) > t, (1 - t) * w, 0.0)


@misconception(
    "soft_threshold",
    says="small weights are raised to the size t, not set to 0",
)
def threshold_floor(w, t):
    w = np.asarray(w, dtype=float)
    return np.sign(w) * np.maximum(np.abs(w), t)


@misconception(
    "soft_threshold",
    says="the weights stop at the size t, where they should stop at 0",
)
def threshold_stops_at_t(w, t):
    w = np.asarray(w, dtype=float)
    return np.sign(w) * np.maximum(np.abs(w) - t, t)


@misconception(
    "soft_threshold",
    says="all weights are shrunk by the same factor 1 - t, as in weight decay",
)
def threshold_weight_decay(w, t):
    w = np.asarray(w, dtype=float)
    return w * max(1 - t, 0.0)


@misconception(
    "soft_threshold",
    says="large weights are moved by less than t, the less the larger they are",
)
def threshold_garrote(w, t):
    w = np.asarray(w, dtype=float)
    return np.where(np.abs(w) > t, w - t**2 / np.where(w == 0, 1.0, w), 0.0)


@misconception(
    "soft_threshold",
    says="negative weights do not stop at zero, and small ones become positive",
)
def threshold_negative_not_stopped(w, t):
    w = np.asarray(w, dtype=float)
    return np.where(w > 0, np.maximum(w - t, 0), w + t)


@misconception(
    "soft_threshold",
    says="positive weights do not stop at zero, and small ones become negative",
)
def threshold_positive_not_stopped(w, t):
    w = np.asarray(w, dtype=float)
    return np.where(w < 0, np.minimum(w + t, 0), w - t)


@misconception(
    "soft_threshold",
    says="positive weights stay as they are, and only negative ones are moved",
)
def threshold_positive_untouched(w, t):
    w = np.asarray(w, dtype=float)
    return np.where(w < 0, np.minimum(w + t, 0), w)


@misconception(
    "soft_threshold",
    says="negative weights stay as they are, and only positive ones are moved",
)
def threshold_negative_untouched(w, t):
    w = np.asarray(w, dtype=float)
    return np.where(w > 0, np.maximum(w - t, 0), w)


@misconception(
    "soft_threshold",
    says="the threshold is multiplied by the largest weight",
)
def threshold_relative(w, t):
    w = np.asarray(w, dtype=float)
    most = np.max(np.abs(w)) if w.size else 0.0
    return np.sign(w) * np.maximum(np.abs(w) - t * most, 0)


@misconception(
    "soft_threshold",
    says=("the condition is turned round: large weights are set to 0, small ones are moved"),
)
def threshold_inverted(w, t):
    w = np.asarray(w, dtype=float)
    return np.where(np.abs(w) <= t, w - t * np.sign(w), 0.0)


@misconception(
    "soft_threshold",
    says="you return only the sign of the weights beyond t, not what remains of them",
)
def threshold_sign_only(w, t):
    w = np.asarray(w, dtype=float)
    return np.sign(w) * (np.abs(w) > t)


@misconception(
    "soft_threshold",
    says="you return which weights remain, not the weights themselves",
)
def threshold_mask(w, t):
    w = np.asarray(w, dtype=float)
    return (np.abs(w) > t).astype(float)


@misconception(
    "soft_threshold",
    says="what remains of each weight is squared",
)
def threshold_square_of_rest(w, t):
    w = np.asarray(w, dtype=float)
    return np.sign(w) * np.maximum(np.abs(w) - t, 0) ** 2


@misconception(
    "soft_threshold",
    says="the weights are moved toward their mean, not toward 0",
)
def threshold_toward_mean(w, t):
    w = np.asarray(w, dtype=float)
    mean = np.mean(w)
    return mean + np.sign(w - mean) * np.maximum(np.abs(w - mean) - t, 0)


@misconception(
    "soft_threshold",
    says="t is divided by the number of weights",
)
def threshold_per_weight(w, t):
    w = np.asarray(w, dtype=float)
    return np.sign(w) * np.maximum(np.abs(w) - t / max(w.size, 1), 0)


@misconception(
    "soft_threshold",
    says="weights larger than t are cut off at t, and the smaller ones are set to 0",
)
def threshold_outer_cut(w, t):
    w = np.asarray(w, dtype=float)
    return np.where(np.abs(w) > t, t * np.sign(w), 0.0)


# --- dropout_forward ---


@misconception(
    "dropout_forward",
    says=("the condition is turned round: entries are kept with probability p, not dropped"),
)
def dropout_keeps_with_p(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) < p) / (1 - p)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says="the kept entries are not scaled up",
)
def dropout_does_not_scale(X, p, rng):
    if p < 0 or p >= 1:
        raise ValueError(f"p must be in [0, 1), got {p}")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p).astype(float)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says="the kept entries are multiplied by 1 - p, which makes them smaller",
)
def dropout_scales_down(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) * (1 - p)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says=("one mask for the features is used for all samples, so whole columns are dropped"),
)
def dropout_shares_the_mask(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    row = (rng.random(X.shape[-1]) >= p) / (1 - p)
    mask = np.broadcast_to(row, X.shape).copy()
    return X * mask, mask


@misconception(
    "dropout_forward",
    says="the scale is missing in the mask you return and stands only in the output",
)
def dropout_returns_an_unscaled_mask(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p).astype(float)
    return X * mask / (1 - p), mask


@misconception(
    "dropout_forward",
    says="you reject p = 0, which is allowed and drops nothing",
)
def dropout_rejects_zero(X, p, rng):
    if not 0 < p < 1:
        raise ValueError("p must lie between 0 and 1")
    X = np.asarray(X, dtype=float)
    mask = rng.binomial(1, 1 - p, size=X.shape) / (1 - p)
    return X * mask, mask


@formula("dropout_forward")
def dropout_as_text(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) / (1 - p)
    return X * mask, mask


@formula("dropout_forward")
def dropout_as_keep_probability(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    keep = 1 - p
    kept = rng.random(X.shape) >= 1 - keep
    mask = kept / keep
    out = X * mask
    return out, mask


@formula("dropout_forward")
def dropout_as_dropped(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    dropped = rng.random(X.shape) < p
    mask = np.where(dropped, 0.0, 1 / (1 - p))
    return mask * X, mask


@formula("dropout_forward")
def dropout_as_zeroed(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = np.full(X.shape, 1 / (1 - p))
    mask[rng.random(X.shape) < p] = 0.0
    return X * mask, mask


@misconception(
    "dropout_forward",
    says="the kept entries are divided by p, the probability of being dropped",
)
def dropout_divides_by_p(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) / max(p, 1e-12)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says="p is the probability of being kept in your code, not of being dropped",
)
def dropout_p_keeps(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) < p) / max(p, 1e-12)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says="the kept entries are scaled up twice",
)
def dropout_scaled_twice(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) / (1 - p) ** 2
    return X * mask, mask


@misconception(
    "dropout_forward",
    says="the kept entries are scaled with the root of what is needed",
)
def dropout_root_of_scale(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) / np.sqrt(1 - p)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says="the output is scaled once more, though the mask already contains the scale",
)
def dropout_output_scaled_again(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) / (1 - p)
    return X * mask / (1 - p), mask


@misconception(
    "dropout_forward",
    says="a single random number decides for all entries at once",
)
def dropout_all_or_nothing(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = np.full(X.shape, float(rng.random() >= p)) / (1 - p)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says="the mask is drawn but not applied to X",
)
def dropout_mask_not_applied(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) / (1 - p)
    return X.copy(), mask


@misconception(
    "dropout_forward",
    says="you multiply by normal numbers around 1, so no entry is dropped",
)
def dropout_gaussian(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = rng.normal(1, np.sqrt(p / (1 - p)), size=X.shape)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says="half of the entries are dropped, whatever p is",
)
def dropout_always_half(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = np.round(rng.random(X.shape)) / (1 - p)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says=("you divide by the share that happens to be kept, not by the probability of it"),
)
def dropout_scaled_by_share_kept(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p).astype(float)
    mask = mask / max(np.mean(mask), 1e-12)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says=(
        "nothing is dropped: all entries are scaled down, as the original dropout does afterwards"
    ),
)
def dropout_as_at_test_time(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = np.full(X.shape, 1.0 - p)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says="the kept entries are multiplied by 1 + p",
)
def dropout_scaled_by_one_plus_p(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) * (1 + p)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says="dropped entries are replaced by the mean of X, not by 0",
)
def dropout_fills_with_mean(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    kept = rng.random(X.shape) >= p
    mask = kept / (1 - p)
    return np.where(kept, X / (1 - p), np.mean(X)), mask


@misconception(
    "dropout_forward",
    says="dropped entries are multiplied by p, not by 0",
)
def dropout_shrinks(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = np.where(rng.random(X.shape) >= p, 1 / (1 - p), p)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says=("the mask comes from a new generator with a fixed seed, so it is always the same"),
)
def dropout_fixed_seed(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (np.random.default_rng(0).random(X.shape) >= p) / (1 - p)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says="the smallest entries are dropped, not random ones",
)
def dropout_drops_small_entries(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (np.abs(X) >= np.quantile(np.abs(X), p)) / (1 - p)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says="the random numbers are normal, so the share of dropped entries is not p",
)
def dropout_normal_numbers(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.normal(size=X.shape) >= p) / (1 - p)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says="the mask returned is 1 where entries are dropped, and 0 elsewhere",
)
def dropout_inverted_mask(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    dropped = rng.random(X.shape) < p
    return np.where(dropped, 0.0, X / (1 - p)), dropped.astype(float)


@misconception(
    "dropout_forward",
    says="the mask returned is drawn anew and is not the one applied to X",
)
def dropout_two_masks(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    out = X * (rng.random(X.shape) >= p) / (1 - p)
    mask = (rng.random(X.shape) >= p) / (1 - p)
    return out, mask


@misconception(
    "dropout_forward",
    says="dropped entries get their sign turned, where they should become 0",
)
def dropout_signs(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = np.where(rng.random(X.shape) >= p, 1.0, -1.0) / (1 - p)
    return X * mask, mask


@misconception(
    "dropout_forward",
    says="the mask is added to X, so nothing is dropped",
)
def dropout_noise_added(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) / (1 - p)
    return X + mask, mask


# --- dropout_backward ---


@misconception(
    "dropout_backward",
    says="the scale of the mask is lost: you multiply by 0 or 1 only",
)
def dropout_back_unscaled(dout, mask):
    return np.asarray(dout, dtype=float) * (np.asarray(mask) > 0)


@misconception(
    "dropout_backward",
    says="the mask is multiplied in twice, so the scale is squared",
)
def dropout_back_scaled_twice(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return dout * mask * mask


@misconception(
    "dropout_backward",
    says="dout is passed through as it is, and the mask is not used",
)
def dropout_back_without_mask(dout, mask):
    return np.array(dout, dtype=float)


@misconception(
    "dropout_backward",
    says="all entries are scaled up and none is dropped",
)
def dropout_back_scales_all(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return dout * np.max(mask)


@misconception(
    "dropout_backward",
    says="the gradient is divided by the number of rows",
)
def dropout_back_divides_by_n(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return dout * mask / dout.shape[0]


@misconception(
    "dropout_backward",
    says="negative gradients are set to 0, as if there were a ReLU",
)
def dropout_back_drops_negative_gradients(dout, mask):
    dX = np.asarray(dout, dtype=float) * np.asarray(mask, dtype=float)
    return np.maximum(dX, 0)


@formula("dropout_backward")
def dropout_backward_as_text(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return dout * mask


@formula("dropout_backward")
def dropout_backward_as_two_cases(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return np.where(mask > 0, dout * mask, 0.0)


@formula("dropout_backward")
def dropout_backward_as_overwritten(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    dX = dout * mask
    dX[mask == 0] = 0.0
    return dX


@formula("dropout_backward")
def dropout_backward_as_loop(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    dX = np.zeros(dout.shape)
    for i in np.ndindex(dout.shape):
        dX[i] = mask[i] * dout[i]
    return dX


@misconception(
    "dropout_backward",
    says="the condition is turned round: only the dropped entries get a gradient",
)
def dropout_back_dropped_ones(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return dout * (mask == 0)


@misconception(
    "dropout_backward",
    says="the root of the mask is taken, so the scale is too small",
)
def dropout_back_root(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return dout * np.sqrt(mask)


@misconception(
    "dropout_backward",
    says="every entry is multiplied by the mean of the mask, not by its own value",
)
def dropout_back_mean_of_mask(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return dout * np.mean(mask)


@misconception(
    "dropout_backward",
    says="a new mask is drawn, where the one from the forward pass is needed",
)
def dropout_back_new_mask(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    rng = np.random.default_rng(0)
    return dout * (rng.random(dout.shape) >= 0.5) * np.max(mask)


@misconception(
    "dropout_backward",
    says="the gradient is summed over the rows, so it does not have the shape of dout",
)
def dropout_back_summed(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return np.sum(dout * mask, axis=0)


@misconception(
    "dropout_backward",
    says="the first row of the mask is used for all rows",
)
def dropout_back_first_row(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return dout * mask[0]


@misconception(
    "dropout_backward",
    says="only the sign of the gradient is passed back, not its size",
)
def dropout_back_sign(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return np.sign(dout) * mask


@misconception(
    "dropout_backward",
    says="you return the mask itself, and dout is not used",
)
def dropout_back_mask_alone(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return mask + 0 * dout


@misconception(
    "dropout_backward",
    says="you multiply by 1 minus the mask, which turns keeping and dropping round",
)
def dropout_back_one_minus_mask(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return dout * (1 - mask)


@misconception(
    "dropout_backward",
    says=("the dropped entries pass their gradient through unchanged, though they had no effect"),
)
def dropout_back_dropped_untouched(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return np.where(mask > 0, dout * mask, dout)


@misconception(
    "dropout_backward",
    says="the kept entries are divided by the scale, where they are multiplied by it",
)
def dropout_back_scaled_down(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return np.where(mask > 0, dout / np.where(mask > 0, mask, 1.0), 0.0)


@misconception(
    "dropout_backward",
    says="the absolute value of dout is taken, so all signs get lost",
)
def dropout_back_absolute(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return np.abs(dout) * mask


@misconception(
    "dropout_backward",
    says="the gradient is divided by the number of entries",
)
def dropout_back_over_size(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return dout * mask / dout.size


@misconception(
    "dropout_backward",
    says="the mean is subtracted from the gradient after the mask is applied",
)
def dropout_back_centered(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    dX = dout * mask
    return dX - np.mean(dX)


@misconception(
    "dropout_backward",
    says="the scale comes from the share of kept entries, not from the mask",
)
def dropout_back_share_kept(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    kept = mask > 0
    return dout * kept / max(np.mean(kept), 1e-12)


@misconception(
    "dropout_backward",
    says=("the gradient is multiplied by the share of kept entries, not by the scale in the mask"),
)
def dropout_back_share_times(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    kept = mask > 0
    return dout * kept * np.mean(kept)


@misconception(
    "dropout_backward",
    says="the gradient has its sign turned on the way back",
)
def dropout_back_sign_turned(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return -dout * mask


@misconception(
    "dropout_backward",
    says="the gradient carries a factor 2 that does not belong there",
)
def dropout_back_doubled(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return 2 * dout * mask


@misconception(
    "dropout_backward",
    says="rows with any dropped entry get no gradient at all",
)
def dropout_back_positive_mask_rows(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    whole = np.all(mask > 0, axis=-1, keepdims=True)
    return dout * mask * whole


@misconception(
    "dropout_backward",
    says="the mask is shifted by one column before it is applied",
)
def dropout_back_shifted(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return dout * np.roll(mask, 1, axis=-1)


# --- early_stopping ---


@misconception(
    "early_stopping",
    says="an equal loss counts as lower, so you keep the last of equal ones",
)
def stopping_takes_equal_for_lower(losses, patience):
    best, where, bad = np.inf, 0, 0
    for i, loss in enumerate(losses):
        if loss <= best:
            best, where, bad = loss, i, 0
        else:
            bad += 1
            if bad >= patience:
                break
    return where


@misconception(
    "early_stopping",
    says=("the count of failures is not set back at an improvement, so they need not be in a row"),
)
def stopping_never_resets(losses, patience):
    best, best_step, counter = losses[0], 0, 0
    for step in range(1, len(losses)):
        if losses[step] < best:
            best, best_step = losses[step], step
        else:
            counter += 1
            if counter >= patience:
                return best_step
    return best_step


@misconception(
    "early_stopping",
    says=("an improvement must reach a smallest size in your code, but any lower loss counts"),
)
def stopping_with_a_smallest_improvement(losses, patience):
    best, where, bad = np.inf, 0, 0
    for i, loss in enumerate(losses):
        if loss < best - 0.01 * abs(best) or i == 0:
            best, where, bad = loss, i, 0
        else:
            bad += 1
            if bad >= patience:
                break
    return where


@misconception(
    "early_stopping",
    says="the steps are counted from 1, so your index is one too large",
)
def stopping_counts_from_one(losses, patience):
    best, where, bad = np.inf, 1, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best:
            best, where, bad = loss, epoch, 0
        else:
            bad += 1
            if bad >= patience:
                break
    return where


@misconception(
    "early_stopping",
    says="you give up one failure too soon",
)
def stopping_gives_up_too_soon(losses, patience):
    best, where, wait = np.inf, 0, 1
    for i, loss in enumerate(losses):
        if loss < best:
            best, where, wait = loss, i, 1
        else:
            wait += 1
            if wait >= patience:
                break
    return where


@misconception(
    "early_stopping",
    says="equal losses do not count as failures in your code",
)
def stopping_does_not_count_ties(losses, patience):
    best, where, bad = np.inf, 0, 0
    for i, loss in enumerate(losses):
        if loss < best:
            best, where, bad = loss, i, 0
        elif loss > best:
            bad += 1
            if bad >= patience:
                break
    return where


@formula("early_stopping")
def early_stopping_as_counter(losses, patience):
    best_loss, best, waited = losses[0], 0, 0
    for i in range(1, len(losses)):
        if losses[i] < best_loss:
            best_loss = losses[i]
            best = i
            waited = 0
        else:
            waited += 1
            if waited >= patience:
                break
    return best


@formula("early_stopping")
def early_stopping_as_infinity(losses, patience):
    lowest, best, waited = np.inf, 0, 0
    for i, loss in enumerate(losses):
        if loss < lowest:
            lowest, best, waited = loss, i, 0
        else:
            waited = waited + 1
        if waited == patience:
            return best
    return best


@formula("early_stopping")
def early_stopping_as_while(losses, patience):
    best, i = 0, 1
    while i < len(losses) and i - best <= patience:
        if losses[i] < losses[best]:
            best = i
        i = i + 1
    return best


@formula("early_stopping")
def early_stopping_as_distance(losses, patience):
    best = 0
    for i in range(1, len(losses)):
        if losses[i] < losses[best]:
            best = i
        if i - best >= patience:
            break
    return best


@misconception(
    "early_stopping",
    says="you return how many losses were read, not the index of the lowest",
)
def stopping_number_read(losses, patience):
    best, i = 0, 0
    for i, loss in enumerate(losses):
        if loss < losses[best]:
            best = i
        elif i - best >= patience:
            break
    return i + 1


@misconception(
    "early_stopping",
    says="each loss is compared with the one before it, not with the lowest so far",
)
def stopping_lower_than_previous(losses, patience):
    best, waited = 0, 0
    for i in range(1, len(losses)):
        if losses[i] < losses[i - 1]:
            best, waited = i, 0
        else:
            waited += 1
            if waited >= patience:
                break
    return best


@misconception(
    "early_stopping",
    says="reading ends at the first failure, so patience is not used",
)
def stopping_at_first_failure(losses, patience):
    best = 0
    for i in range(1, len(losses)):
        if losses[i] >= losses[best]:
            break
        best = i
    return best


@misconception(
    "early_stopping",
    says="you look for the highest value, as if larger were better",
)
def stopping_highest(losses, patience):
    best = 0
    for i, loss in enumerate(losses):
        if loss > losses[best]:
            best = i
        elif i - best >= patience:
            break
    return best


@misconception(
    "early_stopping",
    says="only the first losses are searched, as many as patience says",
)
def stopping_first_window(losses, patience):
    return int(np.argmin(losses[:patience]))


@misconception(
    "early_stopping",
    says="only the first losses are searched, one more than patience says",
)
def stopping_first_window_and_one(losses, patience):
    return int(np.argmin(losses[: patience + 1]))


@misconception(
    "early_stopping",
    says="you return the last index, so all losses are read and none is compared",
)
def stopping_last_index(losses, patience):
    return len(losses) - 1


@misconception(
    "early_stopping",
    says="every loss is compared with the first one, not with the lowest so far",
)
def stopping_compares_with_first(losses, patience):
    best, waited = 0, 0
    for i in range(1, len(losses)):
        if losses[i] < losses[0]:
            best, waited = i, 0
        else:
            waited += 1
            if waited >= patience:
                break
    return best


@misconception(
    "early_stopping",
    says="every loss is compared with the mean of those before it, not with the lowest",
)
def stopping_compares_with_mean(losses, patience):
    best, waited = 0, 0
    for i in range(1, len(losses)):
        if losses[i] < np.mean(losses[:i]):
            best, waited = i, 0
        else:
            waited += 1
            if waited >= patience:
                break
    return best


@misconception(
    "early_stopping",
    says="the losses are smoothed by a mean of neighbors before they are compared",
)
def stopping_smooths(losses, patience):
    smooth = [np.mean(losses[max(0, i - 1) : i + 2]) for i in range(len(losses))]
    best = 0
    for i, loss in enumerate(smooth):
        if loss < smooth[best]:
            best = i
        elif i - best >= patience:
            break
    return best


@misconception(
    "early_stopping",
    says="the lowest value starts at 0, so no positive loss is ever lower",
)
def stopping_lowest_of_zero(losses, patience):
    lowest, best, waited = 0.0, 0, 0
    for i, loss in enumerate(losses):
        if loss < lowest:
            lowest, best, waited = loss, i, 0
        else:
            waited += 1
            if waited >= patience:
                break
    return best


@misconception(
    "early_stopping",
    says="absolute values of the losses are compared, so negative ones count as large",
)
def stopping_sizes(losses, patience):
    best = 0
    for i, loss in enumerate(losses):
        if abs(loss) < abs(losses[best]):
            best = i
        elif i - best >= patience:
            break
    return best


@misconception(
    "early_stopping",
    says="you wait twice as long as patience says",
)
def stopping_doubles_patience(losses, patience):
    best = 0
    for i, loss in enumerate(losses):
        if loss < losses[best]:
            best = i
        elif i - best >= 2 * patience:
            break
    return best


@misconception(
    "early_stopping",
    says="the last loss is never read",
)
def stopping_without_last(losses, patience):
    best = 0
    for i, loss in enumerate(losses[:-1]):
        if loss < losses[best]:
            best = i
        elif i - best >= patience:
            break
    return best


@misconception(
    "early_stopping",
    says="the first loss is never read, so the first step is never kept",
)
def stopping_without_first(losses, patience):
    best = min(1, len(losses) - 1)
    for i in range(1, len(losses)):
        if losses[i] < losses[best]:
            best = i
        elif i - best >= patience:
            break
    return best


@misconception(
    "early_stopping",
    says="the losses are read from the end to the beginning",
)
def stopping_backward(losses, patience):
    n = len(losses)
    best = n - 1
    for i in range(n - 1, -1, -1):
        if losses[i] < losses[best]:
            best = i
        elif best - i >= patience:
            break
    return best


@misconception(
    "early_stopping",
    says="you go back from the end by patience, even if reading ended without a stop",
)
def stopping_before_stop(losses, patience):
    best, i = 0, 0
    for i, loss in enumerate(losses):
        if loss < losses[best]:
            best = i
        elif i - best >= patience:
            break
    return max(i - patience, 0)


@misconception(
    "early_stopping",
    says="only rises from one loss to the next are counted, not all failures",
)
def stopping_counts_rises(losses, patience):
    best, rises = 0, 0
    for i in range(1, len(losses)):
        if losses[i] < losses[best]:
            best, rises = i, 0
        elif losses[i] > losses[i - 1]:
            rises += 1
            if rises >= patience:
                break
    return best


@misconception(
    "early_stopping",
    says="the count of failures goes down by one at an improvement, not back to 0",
)
def stopping_after_recovery(losses, patience):
    best, waited = 0, 0
    for i in range(1, len(losses)):
        if losses[i] < losses[best]:
            best, waited = i, max(waited - 1, 0)
        else:
            waited += 1
            if waited >= patience:
                break
    return best


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
