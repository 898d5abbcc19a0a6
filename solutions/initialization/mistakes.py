"""Wrong answers that students give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import batchnorm_forward, he_normal, train, xavier_uniform

# --- initializers ----------------------------------------------------------------------


@mistake(
    "xavier_uniform",
    diagnosis="distribution",
    also=("suspect",),
    keeps=1.5,
    says="the limit is the variance you want, not computed from it",
)
def xavier_with_the_variance_as_the_limit(fan_in, fan_out, rng):
    a = 2 / (fan_in + fan_out)
    return rng.uniform(-a, a, size=(fan_in, fan_out))


@mistake(
    "xavier_uniform",
    diagnosis="distribution",
    also=("suspect",),
    keeps=1.5,
    says=(
        "the limit is the standard deviation you want, but a uniform number spreads "
        "less than its limit"
    ),
)
def xavier_with_the_standard_deviation_as_the_limit(fan_in, fan_out, rng):
    a = np.sqrt(2 / (fan_in + fan_out))
    return rng.uniform(-a, a, size=(fan_in, fan_out))


@mistake(
    "xavier_uniform",
    diagnosis="distribution",
    also=("suspect",),
    keeps=1.5,
    says="you draw normal numbers, where uniform ones are asked for",
)
def xavier_normal(fan_in, fan_out, rng):
    return np.sqrt(2 / (fan_in + fan_out)) * rng.normal(size=(fan_in, fan_out))


@mistake(
    "xavier_uniform",
    diagnosis="distribution",
    also=("suspect",),
    keeps=1.5,
    says="you draw positive numbers only, so the mean is not 0",
)
def xavier_of_positive_weights(fan_in, fan_out, rng):
    return rng.uniform(0, np.sqrt(6 / (fan_in + fan_out)), size=(fan_in, fan_out))


@mistake(
    "xavier_uniform",
    diagnosis="distribution",
    keeps=1.5,
    says="the limit contains only the fan-in",
)
def xavier_with_the_fan_in_alone(fan_in, fan_out, rng):
    a = np.sqrt(3 / fan_in)
    return rng.uniform(-a, a, size=(fan_in, fan_out))


@mistake(
    "xavier_uniform",
    diagnosis="shape",
    keeps=1.5,
    also=["transposed"],
    says="the shape is turned round: rows stand for units and columns for inputs",
)
def xavier_with_outputs_as_rows(fan_in, fan_out, rng):
    a = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-a, a, size=(fan_out, fan_in))


@mistake(
    "xavier_uniform",
    diagnosis="rule",
    keeps=1.5,
    says="you make a generator of your own, and rng is not used",
)
def xavier_with_a_generator_of_its_own(fan_in, fan_out, rng):
    a = np.sqrt(6 / (fan_in + fan_out))
    return np.random.default_rng().uniform(-a, a, size=(fan_in, fan_out))


@mistake(
    "xavier_uniform",
    diagnosis="distribution",
    also=("suspect",),
    keeps=1.5,
    says="you draw one row and repeat it, so all inputs have the same weights",
)
def xavier_with_the_same_row_for_every_input(fan_in, fan_out, rng):
    a = np.sqrt(6 / (fan_in + fan_out))
    return np.tile(rng.uniform(-a, a, size=fan_out), (fan_in, 1))


@mistake(
    "he_normal",
    diagnosis="distribution",
    also=("suspect",),
    keeps=1.5,
    says="the factor 2 is missing, so the variance is only half as large",
)
def he_without_the_factor_two(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(1 / fan_in), size=(fan_in, fan_out))


@mistake(
    "he_normal",
    diagnosis="distribution",
    keeps=1.5,
    says="the variance is handed over as the standard deviation",
)
def he_with_the_variance_as_the_spread(fan_in, fan_out, rng):
    return rng.normal(0, 2 / fan_in, size=(fan_in, fan_out))


@mistake(
    "he_normal",
    diagnosis="distribution",
    keeps=1.5,
    says="you divide by the fan-out, not by the fan-in",
)
def he_with_the_fan_out(fan_in, fan_out, rng):
    return np.sqrt(2 / fan_out) * rng.normal(size=(fan_in, fan_out))


@mistake(
    "he_normal",
    diagnosis="distribution",
    keeps=1.5,
    says="you draw uniform numbers, where normal ones are asked for",
)
def he_uniform(fan_in, fan_out, rng):
    a = np.sqrt(6 / fan_in)
    return rng.uniform(-a, a, size=(fan_in, fan_out))


@mistake(
    "he_normal",
    diagnosis="rule",
    keeps=1.5,
    says="you make a generator of your own with a fixed seed, and rng is not used",
)
def he_with_a_fixed_seed(fan_in, fan_out, rng):
    rng = np.random.default_rng(len(str(fan_in * fan_out)))
    return np.sqrt(2 / fan_in) * rng.normal(size=(fan_in, fan_out))


# --- forward_variances -----------------------------------------------------------------


@mistake(
    "forward_variances",
    diagnosis="value",
    says="the variances are taken before the activation, not after it",
)
def variances_before_the_activation(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        Z = A @ init(A.shape[1], width, rng)
        found.append(Z.var())
        A = activation(Z)
    return np.array(found)


@mistake(
    "forward_variances",
    diagnosis="shape",
    says="the variance of the input is among your results",
)
def variances_with_the_input_among_them(sizes, init, activation, X, rng):
    A = np.asarray(X, dtype=float)
    found = [A.var()]
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(A.var())
    return np.array(found)


@mistake(
    "forward_variances",
    diagnosis="value",
    also=["power"],
    says="you return standard deviations, not variances",
)
def standard_deviations(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(A.std())
    return np.array(found)


@mistake(
    "forward_variances",
    diagnosis="value",
    says="you return mean squares, from which the squared mean is not subtracted",
)
def mean_squares_in_place_of_variances(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(np.mean(A**2))
    return np.array(found)


@mistake(
    "forward_variances",
    diagnosis="value",
    says="you average the variances of the units, each taken over the samples alone",
)
def variances_of_each_unit_averaged(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(A.var(axis=0).mean())
    return np.array(found)


@mistake(
    "forward_variances",
    diagnosis="value",
    says="the activation is never applied, so the network is linear",
)
def variances_without_activation(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = A @ init(A.shape[1], width, rng)
        found.append(A.var())
    return np.array(found)


@mistake(
    "forward_variances",
    diagnosis="value",
    also=["factor"],
    says="you divide by the number of activations less one, not by their number",
)
def sample_variances(sizes, init, activation, X, rng):
    A, found = np.asarray(X, dtype=float), []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        found.append(A.var(ddof=1) if A.size > 1 else 0.0)
    return np.array(found)


# --- batchnorm -------------------------------------------------------------------------


@mistake(
    "batchnorm_forward",
    diagnosis="value",
    says="eps stands beside the root, where it belongs under it",
)
def batchnorm_with_eps_outside_the_root(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    X_hat = (X - X.mean(axis=0)) / (X.std(axis=0) + eps)
    return gamma * X_hat + beta, (X_hat, gamma, np.sqrt(X.var(axis=0) + eps))


@mistake(
    "batchnorm_forward",
    diagnosis="value",
    says="you divide by the number of samples less one in the variance",
)
def batchnorm_with_sample_variance(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(X.var(axis=0, ddof=min(1, len(X) - 1)) + eps)
    X_hat = (X - X.mean(axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@mistake(
    "batchnorm_forward",
    diagnosis="value",
    says="mean and variance run over the features of a sample, not over the batch",
)
def batchnorm_over_the_features(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(X.var(axis=1, keepdims=True) + eps)
    X_hat = (X - X.mean(axis=1, keepdims=True)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@mistake(
    "batchnorm_forward",
    diagnosis="value",
    says=("mean and variance are taken over the whole batch at once, not for each column"),
)
def batchnorm_of_the_whole_batch_at_once(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(X.var() + eps)
    X_hat = (X - X.mean()) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@mistake(
    "batchnorm_forward",
    diagnosis="value",
    keeps=2.5,
    says=(
        "the variance is a difference of large numbers, which is inaccurate for columns far from 0"
    ),
)
def batchnorm_by_a_difference_of_squares(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    mean = X.mean(axis=0)
    std = np.sqrt(np.maximum((X**2).mean(axis=0) - mean**2, 0.0) + eps)
    X_hat = (X - mean) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


@mistake(
    "batchnorm_forward",
    diagnosis="ignored",
    keeps=1.5,
    says="the argument eps is not used, so its value is always the same",
)
def batchnorm_with_its_own_eps(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    X_hat = (X - X.mean(axis=0)) / np.sqrt(X.var(axis=0) + 1e-5)
    return gamma * X_hat + beta, (X_hat, gamma, np.sqrt(X.var(axis=0) + eps))


@mistake(
    "batchnorm_forward",
    diagnosis="value",
    keeps=2.5,
    says="the shift beta is not added at the end",
)
def batchnorm_without_shift(X, gamma, beta, eps=1e-5):
    X, gamma = (np.asarray(a, dtype=float) for a in (X, gamma))
    std = np.sqrt(X.var(axis=0) + eps)
    X_hat = (X - X.mean(axis=0)) / std
    return gamma * X_hat, (X_hat, gamma, std)


@mistake("batchnorm_forward", diagnosis="in-place")
def batchnorm_in_its_argument(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(X.var(axis=0) + eps)
    X -= X.mean(axis=0)
    X /= std
    return gamma * X + beta, (X.copy(), gamma, std)


@mistake(
    "batchnorm_backward",
    diagnosis="value",
    keeps=1.5,
    says="mean and variance are treated as constants, so their paths are missing in dX",
)
def batchnorm_backward_with_constant_statistics(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    return gamma * dout / std, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@mistake(
    "batchnorm_backward",
    diagnosis="value",
    keeps=1.5,
    says="the path through the variance of the batch is missing in dX",
)
def batchnorm_backward_with_constant_variance(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    dX_hat = gamma * dout
    dX = (dX_hat - dX_hat.mean(axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@mistake(
    "batchnorm_backward",
    diagnosis="value",
    keeps=1.5,
    says="the factor gamma is missing in dX",
)
def batchnorm_backward_without_gamma(dout, cache):
    X_hat, _, std = cache
    dout = np.asarray(dout, dtype=float)
    dX = (dout - dout.mean(axis=0) - X_hat * np.mean(dout * X_hat, axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


@mistake(
    "batchnorm_backward",
    diagnosis="factor",
    keeps=1.5,
    says="dgamma and dbeta are means over the batch, not sums",
)
def batchnorm_backward_with_means_for_the_parameters(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    dX_hat = gamma * dout
    dX = (dX_hat - dX_hat.mean(axis=0) - X_hat * np.mean(dX_hat * X_hat, axis=0)) / std
    return dX, np.mean(dout * X_hat, axis=0), np.mean(dout, axis=0)


@mistake(
    "batchnorm_backward",
    diagnosis="shape",
    keeps=1.5,
    also=["batch-sum"],
    says="dgamma and dbeta are not added up over the batch",
)
def batchnorm_backward_not_added_up(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    dX_hat = gamma * dout
    dX = (dX_hat - dX_hat.mean(axis=0) - X_hat * np.mean(dX_hat * X_hat, axis=0)) / std
    return dX, dout * X_hat, dout


@mistake(
    "batchnorm_backward",
    diagnosis="value",
    keeps=1.5,
    says="dgamma and dbeta are returned in the opposite order",
)
def batchnorm_backward_in_another_order(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    dX_hat = gamma * dout
    dX = (dX_hat - dX_hat.mean(axis=0) - X_hat * np.mean(dX_hat * X_hat, axis=0)) / std
    return dX, np.sum(dout, axis=0), np.sum(dout * X_hat, axis=0)


# --- running statistics ----------------------------------------------------------------


@mistake(
    "running_statistics",
    diagnosis="value",
    says="the deviations of the batch are taken from the running mean, not from its own",
)
def running_variance_about_the_running_mean(mean, var, X, momentum=0.9):
    mean, var, X = (np.asarray(a, dtype=float) for a in (mean, var, X))
    mean = momentum * mean + (1 - momentum) * X.mean(axis=0)
    var = momentum * var + (1 - momentum) * np.mean((X - mean) ** 2, axis=0)
    return mean, var


@mistake(
    "running_statistics",
    diagnosis="value",
    says="momentum weighs the batch, and what was there has the rest",
)
def running_with_the_weights_exchanged(mean, var, X, momentum=0.9):
    mean, var, X = (np.asarray(a, dtype=float) for a in (mean, var, X))
    new_mean = (1 - momentum) * mean + momentum * X.mean(axis=0)
    return new_mean, (1 - momentum) * var + momentum * X.var(axis=0)


@mistake(
    "running_statistics",
    diagnosis="value",
    says="the variance of the batch is divided by n - 1, not by n",
)
def running_sample_variance(mean, var, X, momentum=0.9):
    mean, var, X = (np.asarray(a, dtype=float) for a in (mean, var, X))
    C = X - X.mean(axis=0)
    V = np.sum(C**2, axis=0) / max(len(X) - 1, 1)
    new_mean = momentum * mean + (1 - momentum) * X.mean(axis=0)
    return new_mean, momentum * var + (1 - momentum) * V


@mistake(
    "running_statistics",
    diagnosis="value",
    says="the batch enters with its standard deviation, not with its variance",
)
def running_standard_deviation(mean, var, X, momentum=0.9):
    mean, var, X = (np.asarray(a, dtype=float) for a in (mean, var, X))
    new_mean = momentum * mean + (1 - momentum) * X.mean(axis=0)
    return new_mean, momentum * var + (1 - momentum) * X.std(axis=0)


@mistake(
    "running_statistics",
    diagnosis="value",
    says="the statistics of the batch are added whole, not by their weight",
)
def running_sums(mean, var, X, momentum=0.9):
    mean, var, X = (np.asarray(a, dtype=float) for a in (mean, var, X))
    return momentum * mean + X.mean(axis=0), momentum * var + X.var(axis=0)


@mistake(
    "running_statistics",
    diagnosis="value",
    says="what was there is forgotten, and only the batch counts",
)
def statistics_of_the_batch_alone(mean, var, X, momentum=0.9):
    X = np.asarray(X, dtype=float)
    return X.mean(axis=0), X.var(axis=0)


@mistake("running_statistics", diagnosis="in-place")
def running_statistics_in_their_arguments(mean, var, X, momentum=0.9):
    mean, var, X = (np.asarray(a, dtype=float) for a in (mean, var, X))
    mean *= momentum
    mean += (1 - momentum) * X.mean(axis=0)
    return mean, momentum * var + (1 - momentum) * X.var(axis=0)


# --- batchnorm_test --------------------------------------------------------------------


@mistake(
    "batchnorm_test",
    diagnosis="value",
    says="the samples are standardized by their own mean and variance",
)
def after_training_by_the_batch(X, gamma, beta, mean, var, eps=1e-5):
    return batchnorm_forward(X, gamma, beta, eps)[0]


@mistake(
    "batchnorm_test",
    diagnosis="value",
    says="eps is added to the root, not to the variance",
)
def after_training_with_eps_outside_the_root(X, gamma, beta, mean, var, eps=1e-5):
    X, gamma, beta, mean, var = (np.asarray(a, dtype=float) for a in (X, gamma, beta, mean, var))
    return gamma * (X - mean) / (np.sqrt(var) + eps) + beta


@mistake(
    "batchnorm_test",
    diagnosis="value",
    says="you divide by the variance, not by its root",
)
def after_training_without_the_root(X, gamma, beta, mean, var, eps=1e-5):
    X, gamma, beta, mean, var = (np.asarray(a, dtype=float) for a in (X, gamma, beta, mean, var))
    return gamma * (X - mean) / (var + eps) + beta


@mistake(
    "batchnorm_test",
    diagnosis="value",
    says="eps is not used: you always add the default",
)
def after_training_with_its_own_eps(X, gamma, beta, mean, var, eps=1e-5):
    X, gamma, beta, mean, var = (np.asarray(a, dtype=float) for a in (X, gamma, beta, mean, var))
    return gamma * (X - mean) / np.sqrt(var + 1e-5) + beta


@mistake(
    "batchnorm_test",
    diagnosis="value",
    says="the running mean is not subtracted",
)
def after_training_without_the_mean(X, gamma, beta, mean, var, eps=1e-5):
    X, gamma, beta, mean, var = (np.asarray(a, dtype=float) for a in (X, gamma, beta, mean, var))
    return gamma * X / np.sqrt(var + eps) + beta


@mistake("batchnorm_test", diagnosis="in-place")
def after_training_in_its_argument(X, gamma, beta, mean, var, eps=1e-5):
    X, gamma, beta, mean, var = (np.asarray(a, dtype=float) for a in (X, gamma, beta, mean, var))
    X -= mean
    return gamma * X / np.sqrt(var + eps) + beta


# --- train_deep ------------------------------------------------------------------------


@mistake(
    "train_deep",
    diagnosis="signal",
    keeps=1,
    says="the weights start so small that no signal gets through the layers",
)
def deep_from_small_weights(X, y, rng):
    sizes = [2] + [32] * 20 + [2]
    start = [(0.01 * rng.normal(size=(d, m)), np.zeros(m)) for d, m in zip(sizes, sizes[1:])]
    return train(start, X, y, 0.02, 3, 32, rng)[0], "relu"


@mistake(
    "train_deep",
    diagnosis="signal",
    keeps=1,
    says="Xavier's weights halve the signal of ReLU in each layer",
)
def deep_by_xavier_and_relu(X, y, rng):
    sizes = [2] + [32] * 20 + [2]
    start = [(xavier_uniform(d, m, rng), np.zeros(m)) for d, m in zip(sizes, sizes[1:])]
    return train(start, X, y, 0.02, 5, 32, rng)[0], "relu"


@mistake(
    "train_deep",
    diagnosis="signal",
    keeps=1,
    says="the slope of a sigmoid is a quarter at most, and twenty of them leave nothing",
)
def deep_of_sigmoids(X, y, rng):
    sizes = [2] + [32] * 20 + [2]
    start = [(he_normal(d, m, rng), np.zeros(m)) for d, m in zip(sizes, sizes[1:])]
    return train(start, X, y, 0.1, 4, 32, rng, "sigmoid")[0], "sigmoid"


@mistake(
    "train_deep",
    diagnosis="rule",
    keeps=1,
    says="the network that comes back is the one before training",
)
def deep_before_training(X, y, rng):
    sizes = [2] + [32] * 20 + [2]
    start = [(he_normal(d, m, rng), np.zeros(m)) for d, m in zip(sizes, sizes[1:])]
    train(start, X, y, 0.02, 1, 200, rng)
    return start, "relu"


@mistake(
    "train_deep",
    diagnosis="rule",
    says="the network is not deep: it has two hidden layers",
)
def deep_of_three_layers(X, y, rng):
    sizes = [2, 32, 32, 2]
    start = [(he_normal(d, m, rng), np.zeros(m)) for d, m in zip(sizes, sizes[1:])]
    return train(start, X, y, 0.1, 2, 32, rng)[0], "relu"


@mistake(
    "train_deep",
    diagnosis="rule",
    says="there is one hidden layer too many, since the output layer is one of the layers",
)
def deep_of_twenty_two_layers(X, y, rng):
    sizes = [2] + [32] * 21 + [2]
    start = [(he_normal(d, m, rng), np.zeros(m)) for d, m in zip(sizes, sizes[1:])]
    return train(start, X, y, 0.02, 1, 200, rng)[0], "relu"


@mistake(
    "train_deep",
    diagnosis="rule",
    keeps=4,
    says="you make a generator of your own, and rng is not used",
)
def deep_from_a_generator_of_its_own(X, y, rng):
    rng = np.random.default_rng()
    sizes = [2] + [32] * 20 + [2]
    start = [(he_normal(d, m, rng), np.zeros(m)) for d, m in zip(sizes, sizes[1:])]
    return train(start, X, y, 0.02, 20, 32, rng)[0], "relu"
