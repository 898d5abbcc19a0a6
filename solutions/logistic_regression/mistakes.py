"""Wrong answers that students give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import (
    cross_entropy,
    cross_entropy_gradient,
    cross_entropy_hessian,
    newton_fit,
    sigmoid,
    sigmoid_gradient,
    squared_loss_gradient,
)

# --- sigmoid and sigmoid_gradient ------------------------------------------------------


@mistake(
    "sigmoid",
    diagnosis="unstable",
    keeps=2,
    says="exp is also taken of large positive numbers, and there it overflows",
)
def sigmoid_as_in_the_formula(z):
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


@mistake(
    "sigmoid",
    diagnosis="not-finite",
    keeps=2,
    says="exp(z) overflows for large positive z, and the quotient becomes nan",
)
def sigmoid_as_exp_over_one_plus_exp(z):
    e = np.exp(np.asarray(z, dtype=float))
    return e / (1 + e)


@mistake(
    "sigmoid",
    diagnosis="unstable",
    keeps=2,
    says="exp is also taken of large positive numbers, and there it overflows",
)
def sigmoid_by_where_of_both_formulas(z):
    # np.where chooses between results that have both been computed already
    z = np.asarray(z, dtype=float)
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


@mistake(
    "sigmoid",
    diagnosis="complement",
    keeps=1.5,
    says=("your curve falls with growing z instead of rising, because a sign inside it is turned"),
)
def sigmoid_falling(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 - np.tanh(z / 2))


@mistake(
    "sigmoid",
    diagnosis="value",
    says="the logits are cut off at -10 and 10, which changes all results beyond",
)
def sigmoid_clipped_too_early(z):
    return 1 / (1 + np.exp(-np.clip(np.asarray(z, dtype=float), -10, 10)))


@mistake(
    "sigmoid",
    diagnosis="value",
    says="you return tanh, whose values lie between -1 and 1",
)
def sigmoid_of_the_symmetric_kind(z):
    return np.tanh(np.asarray(z, dtype=float))


@mistake("sigmoid", diagnosis="in-place")
def sigmoid_that_clips_its_argument(z):
    z = np.asarray(z, dtype=float)
    np.clip(z, -500, 500, out=z)
    return 1 / (1 + np.exp(-z))


@mistake(
    "sigmoid",
    diagnosis="integer",
    keeps=2,
    says=(
        "your result array takes its type from an argument, and integers there cut off the decimals"
    ),
)
def sigmoid_into_an_array_like_z(z):
    z = np.asarray(z)
    out = np.zeros_like(z)
    out[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    out[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return out


@mistake("sigmoid", diagnosis="exception", keeps=2)
def sigmoid_of_a_list(z):
    return 0.5 * (1 + np.tanh(z / 2))


@mistake(
    "sigmoid_gradient",
    diagnosis="value",
    keeps=1.5,
    says="the slope treats z as if it were already the output of the sigmoid",
)
def slope_from_the_output(z):
    # right if z were sigmoid(z) already
    z = np.asarray(z, dtype=float)
    return z * (1 - z)


@mistake(
    "sigmoid_gradient",
    diagnosis="value",
    keeps=1.5,
    says="both factors of your slope are the output itself",
)
def slope_squared_instead_of_product(z):
    return sigmoid(z) ** 2


@mistake(
    "sigmoid_gradient",
    diagnosis="sign",
    keeps=1.5,
    says="the slope has its sign turned, so it is negative where the curve rises",
)
def slope_of_the_falling_side(z):
    s = sigmoid(z)
    return s * (s - 1)


@mistake(
    "sigmoid_gradient",
    diagnosis="value",
    keeps=1.5,
    says="you use the slope formula of tanh with the output of the sigmoid",
)
def slope_of_tanh(z):
    return 1 - sigmoid(z) ** 2


@mistake(
    "sigmoid_gradient",
    diagnosis="value",
    keeps=2,
    says=("you approximate the derivative by differences of nearby values, which costs digits"),
)
def slope_by_central_difference(z):
    z, h = np.asarray(z, dtype=float), 1e-5
    return (sigmoid(z + h) - sigmoid(z - h)) / (2 * h)


@mistake(
    "sigmoid_gradient",
    diagnosis="value",
    keeps=1.5,
    says=("you approximate the derivative by differences of nearby values, which costs digits"),
)
def slope_by_forward_difference(z):
    z = np.asarray(z, dtype=float)
    return (sigmoid(z + 1e-6) - sigmoid(z)) / 1e-6


@mistake(
    "sigmoid_gradient",
    diagnosis="not-finite",
    keeps=2.5,
    says="exp(-z) overflows for large negative z, and the quotient becomes nan",
)
def slope_by_the_quotient_rule(z):
    e = np.exp(-np.asarray(z, dtype=float))
    return e / (1 + e) ** 2


# --- squared_loss ----------------------------------------------------------------------


@mistake(
    "squared_loss",
    diagnosis="factor",
    says="the loss is summed over the samples and not divided by their number",
)
def squared_loss_as_a_sum(w, X, y):
    return np.sum((sigmoid(np.asarray(X) @ w) - y) ** 2) / 2


@mistake(
    "squared_loss",
    diagnosis="factor",
    says="the factor ½ is missing in the loss",
)
def squared_loss_without_the_half(w, X, y):
    return np.mean((sigmoid(np.asarray(X) @ w) - y) ** 2)


@mistake(
    "squared_loss",
    diagnosis="value",
    says="the label is compared with the logit and not with the probability",
)
def squared_loss_of_the_logit(w, X, y):
    return np.mean((np.asarray(X) @ w - y) ** 2) / 2


@mistake(
    "squared_loss",
    diagnosis="value",
    says="the label is compared with the decision 0 or 1, not with the probability",
)
def squared_loss_of_the_decision(w, X, y):
    return np.mean(((np.asarray(X) @ w >= 0) - np.asarray(y, dtype=float)) ** 2) / 2


@mistake(
    "squared_loss",
    diagnosis="shape",
    says="a column meets a flat array, so every sample is paired with every other",
)
def squared_loss_of_a_column(w, X, y):
    # (n, 1) minus (n,) is (n, n)
    p = sigmoid(np.asarray(X) @ np.reshape(w, (-1, 1)))
    return np.mean((p - np.asarray(y)) ** 2) / 2


@mistake(
    "squared_loss",
    diagnosis="shape",
    says="you return the loss of every sample instead of one number for all",
)
def squared_loss_of_each_sample(w, X, y):
    return (sigmoid(np.asarray(X) @ w) - y) ** 2 / 2


@mistake("squared_loss", diagnosis="in-place")
def squared_loss_that_changes_y(w, X, y):
    y = np.asarray(y, dtype=float)
    y -= sigmoid(np.asarray(X) @ w)
    return np.mean(y**2) / 2


@mistake(
    "squared_loss",
    diagnosis="unstable",
    keeps=0.5,
    says="exp is also taken of large positive numbers, and there it overflows",
)
def squared_loss_with_its_own_sigmoid(w, X, y):
    p = 1 / (1 + np.exp(-(np.asarray(X) @ w)))
    return np.mean((p - y) ** 2) / 2


# --- squared_loss_gradient -------------------------------------------------------------


@mistake(
    "squared_loss_gradient",
    diagnosis="slope",
    says="the slope of the sigmoid is missing in the chain rule",
)
def squared_gradient_without_slope(w, X, y):
    X = np.asarray(X, dtype=float)
    return X.T @ (sigmoid(X @ w) - y) / len(y)


@mistake(
    "squared_loss_gradient",
    diagnosis="slope",
    says="the slope of the sigmoid is multiplied in twice",
)
def squared_gradient_with_slope_twice(w, X, y):
    X = np.asarray(X, dtype=float)
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * (p * (1 - p)) ** 2) / len(y)


@mistake(
    "squared_loss_gradient",
    diagnosis="slope",
    says="you take the slope at the output a, but the formula needs it at the input z",
)
def squared_gradient_with_slope_at_p(w, X, y):
    # sigmoid_gradient wants the logit and gets the probability
    X = np.asarray(X, dtype=float)
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * sigmoid_gradient(p)) / len(y)


@mistake(
    "squared_loss_gradient",
    diagnosis="sign",
    says="the gradient has its sign turned, so it points downhill",
)
def squared_gradient_uphill(w, X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    return X.T @ ((y - sigmoid(X @ w)) * sigmoid_gradient(X @ w)) / len(y)


@mistake(
    "squared_loss_gradient",
    diagnosis="factor",
    says="the gradient is summed over the samples and not divided by their number",
)
def squared_gradient_as_a_sum(w, X, y):
    X = np.asarray(X, dtype=float)
    return X.T @ ((sigmoid(X @ w) - y) * sigmoid_gradient(X @ w))


@mistake(
    "squared_loss_gradient",
    diagnosis="factor",
    says="the factor 2 from the square is kept, though the ½ of the loss cancels it",
)
def squared_gradient_twice(w, X, y):
    X = np.asarray(X, dtype=float)
    return 2 * X.T @ ((sigmoid(X @ w) - y) * sigmoid_gradient(X @ w)) / len(y)


@mistake(
    "squared_loss_gradient",
    diagnosis="shape",
    says="a column meets a flat array, so every sample is paired with every other",
)
def squared_gradient_of_a_column(w, X, y):
    X = np.asarray(X, dtype=float)
    z = X @ np.reshape(w, (-1, 1))
    return X.T @ ((sigmoid(z) - np.asarray(y)) * sigmoid_gradient(z)) / len(y)


@mistake(
    "squared_loss_gradient",
    diagnosis="one-sample",
    says="return stands inside the loop, so only the first sample counts",
)
def squared_gradient_that_returns_in_the_loop(w, X, y):
    g = np.zeros(len(w))
    for x, t in zip(np.asarray(X, dtype=float), y):
        z = x @ w
        g += (sigmoid(z) - t) * sigmoid_gradient(z) * x
        return g / len(y)


@mistake("squared_loss_gradient", diagnosis="in-place")
def squared_gradient_that_scales_x(w, X, y):
    X = np.asarray(X, dtype=float)
    z = X @ w
    X *= ((sigmoid(z) - y) * sigmoid_gradient(z))[:, None]
    return X.mean(axis=0)


# --- cross_entropy ---------------------------------------------------------------------


@mistake(
    "cross_entropy",
    diagnosis="not-finite",
    keeps=1,
    says="sure probabilities round to 0 or 1, and the logarithm of 0 is not finite",
)
def cross_entropy_from_probabilities(w, X, y):
    y = np.asarray(y, dtype=float)
    p = sigmoid(np.asarray(X) @ w)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@mistake(
    "cross_entropy",
    diagnosis="value",
    keeps=1,
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, "
        "so a sure and wrong sample costs too little"
    ),
)
def cross_entropy_with_clipped_probabilities(w, X, y):
    y = np.asarray(y, dtype=float)
    p = np.clip(sigmoid(np.asarray(X) @ w), 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@mistake(
    "cross_entropy",
    diagnosis="value",
    says="a small number is added inside the logarithm and changes every value",
)
def cross_entropy_with_a_grain_of_salt(w, X, y):
    # a small number inside the logarithm moves every value
    y = np.asarray(y, dtype=float)
    p = sigmoid(np.asarray(X) @ w)
    return -np.mean(y * np.log(p + 1e-8) + (1 - y) * np.log(1 - p + 1e-8))


@mistake(
    "cross_entropy",
    diagnosis="not-finite",
    keeps=1,
    says="exp(z) overflows for large positive z, and the loss becomes infinite",
)
def cross_entropy_by_log_of_exp(w, X, y):
    z = np.asarray(X, dtype=float) @ w
    return np.mean(np.log(1 + np.exp(z)) - np.asarray(y) * z)


@mistake(
    "cross_entropy",
    diagnosis="sign",
    says="the minus sign before the log-likelihood is missing",
)
def log_likelihood(w, X, y):
    z = np.asarray(X, dtype=float) @ w
    return np.mean(np.asarray(y) * z - np.logaddexp(0, z))


@mistake(
    "cross_entropy",
    diagnosis="factor",
    says="the loss is summed over the samples and not divided by their number",
)
def cross_entropy_as_a_sum(w, X, y):
    z = np.asarray(X, dtype=float) @ w
    return np.sum(np.logaddexp(0, z) - np.asarray(y) * z)


@mistake(
    "cross_entropy",
    diagnosis="value",
    says="samples with label 0 add nothing to the loss",
)
def cross_entropy_of_the_ones_alone(w, X, y):
    z = np.asarray(X, dtype=float) @ w
    return np.mean(np.asarray(y) * np.logaddexp(0, -z))


@mistake(
    "cross_entropy",
    diagnosis="value",
    says="your formula is made for labels -1 and 1, but the labels are 0 and 1",
)
def cross_entropy_for_labels_of_plus_minus_one(w, X, y):
    return np.mean(np.logaddexp(0, -np.asarray(y) * (np.asarray(X, dtype=float) @ w)))


@mistake(
    "cross_entropy",
    diagnosis="factor",
    says="the loss is divided by ln 2, so it is in bits and not in nats",
)
def cross_entropy_in_bits(w, X, y):
    z = np.asarray(X, dtype=float) @ w
    return np.mean(np.logaddexp(0, z) - np.asarray(y) * z) / np.log(2)


@mistake(
    "cross_entropy",
    diagnosis="shape",
    says="a column meets a flat array, so every sample is paired with every other",
)
def cross_entropy_of_a_column(w, X, y):
    z = np.asarray(X, dtype=float) @ np.reshape(w, (-1, 1))
    return np.mean(np.logaddexp(0, z) - np.asarray(y) * z)


@mistake("cross_entropy", diagnosis="in-place")
def cross_entropy_that_changes_y(w, X, y):
    z = np.asarray(X, dtype=float) @ w
    y = np.asarray(y, dtype=float)
    y *= z
    return np.mean(np.logaddexp(0, z) - y)


# --- cross_entropy_gradient ------------------------------------------------------------


@mistake(
    "cross_entropy_gradient",
    diagnosis="slope",
    says=(
        "the slope of the sigmoid is multiplied in, though no such factor is left in this gradient"
    ),
)
def cross_entropy_gradient_with_slope(w, X, y):
    X = np.asarray(X, dtype=float)
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * p * (1 - p)) / len(y)


@mistake(
    "cross_entropy_gradient",
    diagnosis="slope",
    says="the slope of the sigmoid is missing in the chain rule",
)
def cross_entropy_gradient_without_chain_rule(w, X, y):
    # the derivative by p, never multiplied by the slope of the sigmoid
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    p = np.clip(sigmoid(X @ w), 1e-12, 1 - 1e-12)
    return X.T @ ((1 - y) / (1 - p) - y / p) / len(y)


@mistake(
    "cross_entropy_gradient",
    diagnosis="sign",
    says="the gradient has its sign turned, so it points downhill",
)
def cross_entropy_gradient_uphill(w, X, y):
    X = np.asarray(X, dtype=float)
    return X.T @ (np.asarray(y) - sigmoid(X @ w)) / len(y)


@mistake(
    "cross_entropy_gradient",
    diagnosis="factor",
    says="the gradient is summed over the samples and not divided by their number",
)
def cross_entropy_gradient_as_a_sum(w, X, y):
    X = np.asarray(X, dtype=float)
    return X.T @ (sigmoid(X @ w) - y)


@mistake(
    "cross_entropy_gradient",
    diagnosis="factor",
    says="the gradient is divided by the number of samples twice",
)
def cross_entropy_gradient_averaged_twice(w, X, y):
    X = np.asarray(X, dtype=float)
    return np.mean((sigmoid(X @ w) - y)[:, None] * X, axis=0) / len(y)


@mistake(
    "cross_entropy_gradient",
    diagnosis="not-finite",
    keeps=1.5,
    says=("the slope is divided out and multiplied in again, which gives 0 / 0 for sure samples"),
)
def cross_entropy_gradient_by_uncanceled_slopes(w, X, y):
    # 0 / 0 where the neuron is sure
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    p = sigmoid(X @ w)
    return X.T @ ((p - y) / (p * (1 - p)) * (p * (1 - p))) / len(y)


@mistake(
    "cross_entropy_gradient",
    diagnosis="shape",
    says="you return the gradient as a column, not as a flat array",
)
def cross_entropy_gradient_of_a_column(w, X, y):
    X = np.asarray(X, dtype=float)
    p = sigmoid(X @ np.reshape(w, (-1, 1)))
    return X.T @ (p - np.reshape(y, (-1, 1))) / len(y)


@mistake(
    "cross_entropy_gradient",
    diagnosis="one-sample",
    says="each sample overwrites the gradient, so only the last one counts",
)
def cross_entropy_gradient_of_the_last_sample(w, X, y):
    for x, t in zip(np.asarray(X, dtype=float), y):
        g = (sigmoid(x @ w) - t) * x
    return g / len(y)


@mistake(
    "cross_entropy_gradient",
    diagnosis="value",
    says="the label is compared with the decision 0 or 1, not with the probability",
)
def cross_entropy_gradient_of_the_decision(w, X, y):
    X = np.asarray(X, dtype=float)
    return X.T @ ((X @ w >= 0) - np.asarray(y, dtype=float)) / len(y)


@mistake(
    "cross_entropy_gradient",
    diagnosis="unstable",
    keeps=1.5,
    says="exp is also taken of large positive numbers, and there it overflows",
)
def cross_entropy_gradient_with_its_own_sigmoid(w, X, y):
    X = np.asarray(X, dtype=float)
    return X.T @ (1 / (1 + np.exp(-X @ w)) - y) / len(y)


@mistake("cross_entropy_gradient", diagnosis="in-place")
def cross_entropy_gradient_that_changes_y(w, X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    y -= sigmoid(X @ w)
    return -X.T @ y / len(y)


# --- cross_entropy_hessian -------------------------------------------------------------


@mistake(
    "cross_entropy_hessian",
    diagnosis="factor",
    says="the matrix is summed over the samples and not divided by their number",
)
def hessian_as_a_sum(w, X):
    X = np.asarray(X, dtype=float)
    return X.T @ (sigmoid_gradient(X @ w)[:, None] * X)


@mistake(
    "cross_entropy_hessian",
    diagnosis="sign",
    says="the whole matrix has its sign turned",
)
def hessian_of_the_log_likelihood(w, X):
    X = np.asarray(X, dtype=float)
    return -X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X)


@mistake(
    "cross_entropy_hessian",
    diagnosis="value",
    says="the slope of the sigmoid is missing, so your matrix does not depend on w",
)
def hessian_of_least_squares(w, X):
    X = np.asarray(X, dtype=float)
    return X.T @ X / len(X)


@mistake(
    "cross_entropy_hessian",
    diagnosis="value",
    says="the slope of the sigmoid is set to ¼ for all samples, whatever w is",
)
def hessian_at_zero_whatever_w(w, X):
    X = np.asarray(X, dtype=float)
    return X.T @ X / (4 * len(X))


@mistake(
    "cross_entropy_hessian",
    diagnosis="value",
    says=("each sample is weighted with its probability, not with the slope of the sigmoid"),
)
def hessian_weighted_with_p(w, X):
    X = np.asarray(X, dtype=float)
    return X.T @ (sigmoid(X @ w)[:, None] * X) / len(X)


@mistake(
    "cross_entropy_hessian",
    diagnosis="value",
    says="the slope of the sigmoid stands in both factors, so it enters squared",
)
def hessian_with_weights_on_both_sides(w, X):
    X = np.asarray(X, dtype=float)
    scaled = sigmoid_gradient(X @ w)[:, None] * X
    return scaled.T @ scaled / len(X)


@mistake(
    "cross_entropy_hessian",
    diagnosis="shape",
    says=("your product sums over the features and not over the samples, so it is (n, n)"),
)
def hessian_of_the_samples(w, X):
    X = np.asarray(X, dtype=float)
    return X @ X.T * sigmoid_gradient(X @ w) / len(X)


@mistake(
    "cross_entropy_hessian",
    diagnosis="shape",
    says="you return the diagonal alone, not a whole matrix",
)
def hessian_diagonal_only(w, X):
    X = np.asarray(X, dtype=float)
    return sigmoid_gradient(X @ w) @ X**2 / len(X)


@mistake("cross_entropy_hessian", diagnosis="exception")
def hessian_without_the_new_axis(w, X):
    X = np.asarray(X, dtype=float)
    return X.T @ (sigmoid_gradient(X @ w) * X) / len(X)


@mistake("cross_entropy_hessian", diagnosis="in-place")
def hessian_that_scales_x(w, X):
    X = np.asarray(X, dtype=float)
    X *= np.sqrt(sigmoid_gradient(X @ w))[:, None]
    return X.T @ X / len(X)


@mistake(
    "cross_entropy_hessian",
    diagnosis="value",
    says=(
        "a small number is added to the diagonal, which does not belong to the second derivatives"
    ),
)
def hessian_with_a_ridge(w, X):
    X = np.asarray(X, dtype=float)
    return X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X) + 1e-6 * np.eye(X.shape[1])


# --- fit -------------------------------------------------------------------------------


@mistake(
    "fit",
    diagnosis="value",
    says="the gradient is added to the weights, so every step goes uphill",
)
def fit_uphill(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        w = w + lr * cross_entropy_gradient(w, X, y)
    return w


@mistake(
    "fit",
    diagnosis="value",
    says=("each step uses the gradient summed over the samples, not divided by their number"),
)
def fit_with_summed_gradient(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        w = w - lr * len(y) * cross_entropy_gradient(w, X, y)
    return w


@mistake(
    "fit",
    diagnosis="value",
    also=["steps"],
    says=(
        "the weights that come back lack one step: the loop starts late, ends early or "
        "gives back older weights"
    ),
)
def fit_one_step_short(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    for _ in range(1, n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@mistake(
    "fit",
    diagnosis="value",
    says="the weights start at 1 and not at 0",
)
def fit_from_ones(X, y, lr, n_steps):
    w = np.ones(np.shape(X)[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@mistake(
    "fit",
    diagnosis="value",
    says=("each step follows the gradient of the squared error, not of the cross-entropy"),
)
def fit_with_squared_error(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        w = w - lr * squared_loss_gradient(w, X, y)
    return w


@mistake(
    "fit",
    diagnosis="factor",
    says="the learning rate is not used in the step",
)
def fit_that_forgets_the_learning_rate(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        w = w - cross_entropy_gradient(w, X, y)
    return w


@mistake(
    "fit",
    diagnosis="shape",
    says="you return the weights after every step, not the last ones alone",
)
def fit_that_returns_the_trajectory(X, y, lr, n_steps):
    path = [np.zeros(np.shape(X)[1])]
    for _ in range(n_steps):
        path.append(path[-1] - lr * cross_entropy_gradient(path[-1], X, y))
    return np.array(path)


@mistake(
    "fit",
    diagnosis="steps",
    says="one step is taken whatever n_steps is, as where return stands inside the loop",
)
def fit_that_returns_in_the_loop(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
        return w
    return w


@mistake("fit", diagnosis="exception")
def fit_with_integer_weights(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1], dtype=int)
    for _ in range(n_steps):
        w -= lr * cross_entropy_gradient(w, X, y)
    return w


@mistake("fit", diagnosis="in-place")
def fit_that_standardizes_x(X, y, lr, n_steps):
    X = np.asarray(X, dtype=float)
    X -= X.mean(axis=0)
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


# --- newton_fit ------------------------------------------------------------------------


@mistake(
    "fit",
    diagnosis="value",
    keeps=1,
    says=("you stop early where the gradient is small, though n_steps steps are asked for"),
)
def fit_that_stops_where_the_slope_is_small(X, y, lr, n_steps):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        gradient = cross_entropy_gradient(w, X, y)
        if np.linalg.norm(gradient) < 1e-5:
            break
        w = w - lr * gradient
    return w


@mistake(
    "newton_fit",
    diagnosis="value",
    says="the Newton step has its sign turned, so it goes uphill",
)
def newton_uphill(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        H = cross_entropy_hessian(w, X) + l2 * np.eye(d)
        w = w + np.linalg.solve(H, cross_entropy_gradient(w, X, y) + l2 * w)
    return w


@mistake(
    "newton_fit",
    diagnosis="value",
    says=("the gradient is summed over the samples, while the Hessian is a mean over them"),
)
def newton_with_a_summed_gradient(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        H = cross_entropy_hessian(w, X) + l2 * np.eye(d)
        w = w - np.linalg.solve(H, len(y) * cross_entropy_gradient(w, X, y) + l2 * w)
    return w


@mistake(
    "newton_fit",
    diagnosis="value",
    says=(
        "every Newton step has only half its length: a factor ½ stands before it, or "
        "the Hessian is twice too large"
    ),
)
def newton_with_half_steps(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        H = cross_entropy_hessian(w, X) + l2 * np.eye(d)
        w = w - 0.5 * np.linalg.solve(H, cross_entropy_gradient(w, X, y) + l2 * w)
    return w


@mistake(
    "newton_fit",
    diagnosis="value",
    says="the penalty is missing in the gradient and stands in the Hessian only",
)
def newton_without_penalty_in_the_gradient(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        H = cross_entropy_hessian(w, X) + l2 * np.eye(d)
        w = w - np.linalg.solve(H, cross_entropy_gradient(w, X, y))
    return w


@mistake(
    "newton_fit",
    diagnosis="value",
    says="the penalty is missing in the Hessian and stands in the gradient only",
)
def newton_without_penalty_in_the_hessian(X, y, n_steps, l2=1e-6):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        step = np.linalg.lstsq(
            cross_entropy_hessian(w, X), cross_entropy_gradient(w, X, y) + l2 * w, rcond=None
        )[0]
        w = w - step
    return w


@mistake(
    "newton_fit",
    diagnosis="regularization",
    says="the penalty is missing in the gradient and in the Hessian, so l2 has no effect",
)
def newton_without_any_penalty(X, y, n_steps, l2=1e-6):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        w = w - np.linalg.solve(cross_entropy_hessian(w, X), cross_entropy_gradient(w, X, y))
    return w


@mistake(
    "newton_fit",
    diagnosis="value",
    says="l2 is added to every entry of the Hessian, also off the diagonal",
)
def newton_with_penalty_on_every_entry(X, y, n_steps, l2=1e-6):
    # a number added to a matrix is added to all of its entries
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        H = cross_entropy_hessian(w, X) + l2
        w = w - np.linalg.lstsq(H, cross_entropy_gradient(w, X, y) + l2 * w, rcond=None)[0]
    return w


@mistake(
    "newton_fit",
    diagnosis="regularization",
    says=("l2 enters twice as strongly as it should, as if the penalty had no factor ½"),
)
def newton_with_penalty_twice(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        H = cross_entropy_hessian(w, X) + 2 * l2 * np.eye(d)
        w = w - np.linalg.solve(H, cross_entropy_gradient(w, X, y) + 2 * l2 * w)
    return w


@mistake(
    "newton_fit",
    diagnosis="value",
    says="the last weight is spared from the penalty",
)
def newton_that_spares_the_last_weight(X, y, n_steps, l2=1e-6):
    # a bias may be spared, but this contract penalizes every weight
    d = np.shape(X)[1]
    w = np.zeros(d)
    penalty = l2 * np.ones(d)
    penalty[-1] = 0
    for _ in range(n_steps):
        H = cross_entropy_hessian(w, X) + np.diag(penalty)
        w = w - np.linalg.lstsq(H, cross_entropy_gradient(w, X, y) + penalty * w, rcond=None)[0]
    return w


@mistake(
    "newton_fit",
    diagnosis="value",
    says="the Hessian stays as it is at the start and does not follow the weights",
)
def newton_with_the_first_hessian_kept(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    H = cross_entropy_hessian(w, X) + l2 * np.eye(d)
    for _ in range(n_steps):
        w = w - np.linalg.solve(H, cross_entropy_gradient(w, X, y) + l2 * w)
    return w


@mistake(
    "newton_fit",
    diagnosis="value",
    says="you divide by the diagonal of the Hessian, so its other entries are ignored",
)
def newton_that_divides_by_the_diagonal(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        H = cross_entropy_hessian(w, X) + l2 * np.eye(d)
        w = w - (cross_entropy_gradient(w, X, y) + l2 * w) / np.diag(H)
    return w


@mistake(
    "newton_fit",
    diagnosis="value",
    keeps=1.5,
    says="a step that raises the loss is cut, though full steps are asked for",
)
def newton_by_a_line_search(X, y, n_steps, l2=1e-6):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)

    def loss(w):
        return cross_entropy(w, X, y) + l2 / 2 * w @ w

    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        step = np.linalg.solve(H, cross_entropy_gradient(w, X, y) + l2 * w)
        length = 1.0
        while loss(w - length * step) > loss(w) and length > 1e-4:
            length /= 2
        w = w - length * step
    return w


# --- best_threshold --------------------------------------------------------------------


@mistake("best_threshold", diagnosis="value", says="the two costs are exchanged")
def costs_exchanged(p, y, cost_miss, cost_alarm):
    p, y = np.asarray(p, dtype=float), np.asarray(y)
    candidates = np.concatenate([[0.0], np.unique(p), [np.inf]])
    costs = [
        cost_alarm * np.sum(y[p < t] == 1) + cost_miss * np.sum(y[p >= t] == 0) for t in candidates
    ]
    return candidates[np.argmin(costs)]


@mistake(
    "best_threshold",
    diagnosis="value",
    says="the mistakes are counted, and their costs are left out",
)
def costs_left_out(p, y, cost_miss, cost_alarm):
    p, y = np.asarray(p, dtype=float), np.asarray(y)
    candidates = np.concatenate([[0.0], np.unique(p), [np.inf]])
    costs = [np.sum(y[p < t] == 1) + np.sum(y[p >= t] == 0) for t in candidates]
    return candidates[np.argmin(costs)]


@mistake(
    "best_threshold",
    diagnosis="value",
    says="of several thresholds of the least cost you take the largest",
)
def the_largest_of_equal_ones(p, y, cost_miss, cost_alarm):
    p, y = np.asarray(p, dtype=float), np.asarray(y)
    candidates = np.concatenate([[0.0], np.unique(p), [np.inf]])
    costs = [
        cost_miss * np.sum(y[p < t] == 1) + cost_alarm * np.sum(y[p >= t] == 0) for t in candidates
    ]
    return candidates[len(costs) - 1 - np.argmin(costs[::-1])]


@mistake(
    "best_threshold",
    diagnosis="value",
    says="inf is not among the thresholds, so that somebody is always called a one",
)
def never_no_one(p, y, cost_miss, cost_alarm):
    p, y = np.asarray(p, dtype=float), np.asarray(y)
    candidates = np.concatenate([[0.0], np.unique(p)])
    costs = [
        cost_miss * np.sum(y[p < t] == 1) + cost_alarm * np.sum(y[p >= t] == 0) for t in candidates
    ]
    return candidates[np.argmin(costs)]


@mistake("best_threshold", diagnosis="value", says="0 is not among the thresholds")
def zero_left_out(p, y, cost_miss, cost_alarm):
    p, y = np.asarray(p, dtype=float), np.asarray(y)
    candidates = np.concatenate([np.unique(p), [np.inf]])
    costs = [
        cost_miss * np.sum(y[p < t] == 1) + cost_alarm * np.sum(y[p >= t] == 0) for t in candidates
    ]
    return candidates[np.argmin(costs)]


@mistake(
    "best_threshold",
    diagnosis="value",
    says="a sample whose p is exactly the threshold is called a zero",
)
def strictly_above(p, y, cost_miss, cost_alarm):
    p, y = np.asarray(p, dtype=float), np.asarray(y)
    candidates = np.concatenate([[0.0], np.unique(p), [np.inf]])
    costs = [
        cost_miss * np.sum(y[p <= t] == 1) + cost_alarm * np.sum(y[p > t] == 0) for t in candidates
    ]
    return candidates[np.argmin(costs)]


@mistake(
    "best_threshold",
    diagnosis="value",
    says="this is the threshold for exact probabilities, whatever the data say",
)
def from_the_costs_alone(p, y, cost_miss, cost_alarm):
    p, y = np.asarray(p, dtype=float), np.asarray(y)
    return cost_alarm / (cost_alarm + cost_miss)


@mistake(
    "best_threshold",
    diagnosis="value",
    says="the least cost comes back, not the threshold that has it",
)
def the_cost_itself(p, y, cost_miss, cost_alarm):
    p, y = np.asarray(p, dtype=float), np.asarray(y)
    candidates = np.concatenate([[0.0], np.unique(p), [np.inf]])
    costs = [
        cost_miss * np.sum(y[p < t] == 1) + cost_alarm * np.sum(y[p >= t] == 0) for t in candidates
    ]
    return float(min(costs))


@mistake(
    "best_threshold",
    diagnosis="value",
    says="the place of the threshold in the list comes back, not the threshold",
)
def place_of_the_threshold(p, y, cost_miss, cost_alarm):
    p, y = np.asarray(p, dtype=float), np.asarray(y)
    candidates = np.concatenate([[0.0], np.unique(p), [np.inf]])
    costs = [
        cost_miss * np.sum(y[p < t] == 1) + cost_alarm * np.sum(y[p >= t] == 0) for t in candidates
    ]
    return float(np.argmin(costs))


# --- noisy_neuron ----------------------------------------------------------------------


@mistake(
    "noisy_neuron",
    diagnosis="value",
    keeps=0.5,
    says="the Hessian is that of a mean, so these are the errors of one trial",
)
def errors_of_one_trial(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w, b = newton_fit(X, spiked, 25, 0.0)
    V = np.linalg.inv(len(X) * cross_entropy_hessian([w, b], X))
    J = np.array([[b / w**2, -1 / w], [-1 / w**2, 0.0]])
    errors = np.sqrt(len(X) * np.diag(J @ V @ J.T))
    return -b / w, 1 / w, *errors


@mistake(
    "noisy_neuron",
    diagnosis="value",
    also=("power",),
    keeps=0.5,
    says="these are the variances; the errors are their roots",
)
def variances_for_errors(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w, b = newton_fit(X, spiked, 25, 0.0)
    V = np.linalg.inv(len(X) * cross_entropy_hessian([w, b], X))
    J = np.array([[b / w**2, -1 / w], [-1 / w**2, 0.0]])
    return -b / w, 1 / w, *np.diag(J @ V @ J.T)


@mistake(
    "noisy_neuron",
    diagnosis="value",
    keeps=0.5,
    says="w and b are taken for independent, though they vary together",
)
def covariance_left_out(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w, b = newton_fit(X, spiked, 25, 0.0)
    V = np.linalg.inv(len(X) * cross_entropy_hessian([w, b], X))
    J = np.array([[b / w**2, -1 / w], [-1 / w**2, 0.0]])
    return -b / w, 1 / w, *np.sqrt(J**2 @ np.diag(V))


@mistake(
    "noisy_neuron",
    diagnosis="value",
    keeps=0.5,
    says="these are the errors of w and b, not of threshold and width",
)
def errors_of_the_weights(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w, b = newton_fit(X, spiked, 25, 0.0)
    V = np.linalg.inv(len(X) * cross_entropy_hessian([w, b], X))
    return -b / w, 1 / w, *np.sqrt(np.diag(V))


@mistake(
    "noisy_neuron",
    diagnosis="value",
    keeps=0.5,
    says="the diagonal of the Hessian is inverted, not the Hessian",
)
def inverse_of_the_diagonal(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w, b = newton_fit(X, spiked, 25, 0.0)
    V = np.linalg.inv(len(X) * cross_entropy_hessian([w, b], X))
    J = np.array([[b / w**2, -1 / w], [-1 / w**2, 0.0]])
    V = np.diag(1 / (len(X) * np.diag(cross_entropy_hessian([w, b], X))))
    return -b / w, 1 / w, *np.sqrt(np.diag(J @ V @ J.T))


@mistake(
    "noisy_neuron",
    diagnosis="value",
    keeps=0.5,
    says="the errors are divided by threshold and width",
)
def relative_errors(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w, b = newton_fit(X, spiked, 25, 0.0)
    V = np.linalg.inv(len(X) * cross_entropy_hessian([w, b], X))
    J = np.array([[b / w**2, -1 / w], [-1 / w**2, 0.0]])
    errors = np.sqrt(np.diag(J @ V @ J.T))
    return -b / w, 1 / w, errors[0] / (-b / w), errors[1] * w


@mistake(
    "noisy_neuron",
    diagnosis="value",
    also=("sign",),
    says="the threshold has the wrong sign",
)
def threshold_of_the_wrong_sign(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w, b = newton_fit(X, spiked, 25, 0.0)
    V = np.linalg.inv(len(X) * cross_entropy_hessian([w, b], X))
    J = np.array([[b / w**2, -1 / w], [-1 / w**2, 0.0]])
    return b / w, 1 / w, *np.sqrt(np.diag(J @ V @ J.T))


@mistake(
    "noisy_neuron",
    diagnosis="value",
    also=("power",),
    says="the slope w comes back for the width, which is its inverse",
)
def slope_for_width(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w, b = newton_fit(X, spiked, 25, 0.0)
    V = np.linalg.inv(len(X) * cross_entropy_hessian([w, b], X))
    J = np.array([[b / w**2, -1 / w], [-1 / w**2, 0.0]])
    return -b / w, w, np.sqrt((J @ V @ J.T)[0, 0]), np.sqrt(V[0, 0])


@mistake(
    "noisy_neuron",
    diagnosis="value",
    says="the bias b comes back for the threshold",
)
def bias_for_threshold(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w, b = newton_fit(X, spiked, 25, 0.0)
    V = np.linalg.inv(len(X) * cross_entropy_hessian([w, b], X))
    J = np.array([[b / w**2, -1 / w], [-1 / w**2, 0.0]])
    return -b, 1 / w, np.sqrt(V[1, 1]), np.sqrt((J @ V @ J.T)[1, 1])


@mistake(
    "noisy_neuron",
    diagnosis="value",
    says="each error stands beside its number, and the order is another one",
)
def each_beside_its_error(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w, b = newton_fit(X, spiked, 25, 0.0)
    V = np.linalg.inv(len(X) * cross_entropy_hessian([w, b], X))
    J = np.array([[b / w**2, -1 / w], [-1 / w**2, 0.0]])
    errors = np.sqrt(np.diag(J @ V @ J.T))
    return -b / w, errors[0], 1 / w, errors[1]
