"""Wrong answers that students give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import log_sum_exp, one_hot, softmax, softmax_gradients

# --- log_sum_exp -----------------------------------------------------------------------


@mistake(
    "log_sum_exp",
    diagnosis="not-finite",
    keeps=1,
    says="the logits go into exp without a shift, and large ones overflow",
)
def lse_as_in_the_formula(Z, axis=-1):
    return np.log(np.sum(np.exp(np.asarray(Z, dtype=float)), axis=axis))


@mistake(
    "log_sum_exp",
    diagnosis="value",
    says="the largest logit is subtracted but not added back",
)
def lse_that_forgets_to_add_the_largest(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return np.log(np.sum(np.exp(Z - np.max(Z, axis=axis, keepdims=True)), axis=axis))


@mistake(
    "log_sum_exp",
    diagnosis="not-finite",
    keeps=1,
    says=(
        "a single largest logit shifts all rows, and the exponentials of those far "
        "below it round to 0"
    ),
)
def lse_shifted_by_the_largest_of_all(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return Z.max() + np.log(np.sum(np.exp(Z - Z.max()), axis=axis))


@mistake(
    "log_sum_exp",
    diagnosis="value",
    says="you return the largest logit alone, without the logarithm of a sum",
)
def lse_as_a_plain_maximum(Z, axis=-1):
    return np.max(np.asarray(Z, dtype=float), axis=axis)


@mistake(
    "log_sum_exp",
    diagnosis="shape",
    says="the axis that is summed away is still there, with length 1",
)
def lse_that_keeps_the_axis(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    top = Z.max(axis=axis, keepdims=True)
    return top + np.log(np.sum(np.exp(Z - top), axis=axis, keepdims=True))


@mistake(
    "log_sum_exp",
    diagnosis="shape",
    also=["ignored"],
    says="the argument axis is not used, and you always sum along the last axis",
)
def lse_along_the_last_axis_always(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    top = Z.max(axis=-1)
    return top + np.log(np.sum(np.exp(Z - top[..., None]), axis=-1))


@mistake(
    "log_sum_exp",
    diagnosis="value",
    says="you take the mean of the exponentials, not their sum",
)
def lse_of_the_mean(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    top = Z.max(axis=axis)
    return top + np.log(np.mean(np.exp(Z - np.expand_dims(top, axis)), axis=axis))


@mistake("log_sum_exp", diagnosis="in-place")
def lse_that_shifts_its_argument(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    top = np.array(Z.max(axis=axis))
    Z -= np.expand_dims(top, axis)
    return top + np.log(np.exp(Z).sum(axis=axis))


@mistake(
    "log_sum_exp",
    diagnosis="value",
    keeps=1,
    says="the logits are cut off at -700 and 700, which changes all results beyond",
)
def lse_clipped(Z, axis=-1):
    Z = np.clip(np.asarray(Z, dtype=float), -700, 700)
    return np.log(np.sum(np.exp(Z), axis=axis))


# --- softmax ---------------------------------------------------------------------------


@mistake(
    "softmax",
    diagnosis="not-finite",
    keeps=1.5,
    says="the logits go into exp without a shift, and large ones overflow",
)
def softmax_as_in_the_formula(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    weights = np.exp(np.asarray(Z, dtype=float) / temperature)
    return weights / weights.sum(axis=-1, keepdims=True)


@mistake(
    "softmax",
    diagnosis="not-finite",
    keeps=2.5,
    says=(
        "a single largest logit shifts all rows, and the exponentials of those far "
        "below it round to 0"
    ),
)
def softmax_shifted_by_the_largest_of_all(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float) / temperature
    weights = np.exp(Z - Z.max())
    return weights / weights.sum(axis=-1, keepdims=True)


@mistake(
    "softmax",
    diagnosis="value",
    keeps=2.5,
    says="tiny probabilities are raised to a lower limit, so they are no longer exact",
)
def softmax_clipped(Z, temperature=1.0):
    # so that its logarithm is finite
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float) / temperature
    weights = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return np.clip(weights / weights.sum(axis=-1, keepdims=True), 1e-12, 1)


@mistake(
    "softmax",
    diagnosis="axis",
    keeps=0.5,
    says="you normalize along the first axis, so the columns sum to 1",
)
def softmax_of_the_columns(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float) / temperature
    weights = np.exp(Z - Z.max(axis=0))
    return weights / weights.sum(axis=0)


@mistake(
    "softmax",
    diagnosis="value",
    keeps=0.5,
    says="you normalize over the whole array, so only all rows together sum to 1",
)
def softmax_that_sums_to_one_over_the_batch(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float) / temperature
    weights = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return weights / weights.sum()


@mistake(
    "softmax",
    diagnosis="ignored",
    keeps=1,
    says="the temperature does not reach the exponent, so it has no effect",
)
def softmax_at_temperature_one(Z, temperature=1.0):
    Z = np.asarray(Z, dtype=float)
    weights = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)


@mistake(
    "softmax",
    diagnosis="value",
    keeps=1,
    says=(
        "the logits are multiplied by the temperature, so a high one makes the "
        "probabilities sharper"
    ),
)
def softmax_at_the_inverse_temperature(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float) * temperature
    weights = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)


@mistake(
    "softmax",
    diagnosis="ignored",
    keeps=1,
    says="the temperature does not reach the exponent, so it has no effect",
)
def softmax_whose_probabilities_are_divided_by_the_temperature(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    weights = np.exp(Z - Z.max(axis=-1, keepdims=True)) / temperature
    return weights / weights.sum(axis=-1, keepdims=True)


@mistake(
    "softmax",
    diagnosis="value",
    says=("the logits enter with a minus sign, so the largest gets the smallest probability"),
)
def softmax_of_energies(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    E = np.asarray(Z, dtype=float) / temperature
    weights = np.exp(E.min(axis=-1, keepdims=True) - E)
    return weights / weights.sum(axis=-1, keepdims=True)


@mistake("softmax", diagnosis="no-error", keeps=2.5)
def softmax_at_any_temperature(Z, temperature=1.0):
    Z = np.asarray(Z, dtype=float) / (temperature or 1.0)
    weights = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)


@mistake("softmax", diagnosis="no-error", keeps=2.5)
def softmax_with_a_silent_message(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("must be positive")
    Z = np.asarray(Z, dtype=float) / temperature
    weights = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)


@mistake("softmax", diagnosis="exception", keeps=0.5)
def softmax_without_keepdims(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float) / temperature
    weights = np.exp(Z - Z.max(axis=-1))
    return weights / weights.sum(axis=-1)


@mistake("softmax", diagnosis="in-place")
def softmax_in_its_argument(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    Z -= Z.max(axis=-1, keepdims=True)
    weights = np.exp(Z / temperature)
    return weights / weights.sum(axis=-1, keepdims=True)


# --- one_hot ---------------------------------------------------------------------------


@mistake("one_hot", diagnosis="no-error", keeps=1)
def one_hot_that_takes_negative_labels(y, k):
    y = np.asarray(y)
    if np.any(y >= k):
        raise ValueError("y is out of range")
    return np.eye(k)[y.astype(int)]


@mistake("one_hot", diagnosis="no-error", keeps=1)
def one_hot_that_leaves_rows_of_zeros(y, k):
    return (np.asarray(y)[:, None] == np.arange(k)).astype(float)


@mistake("one_hot", diagnosis="exception", keeps=1)
def one_hot_that_leaves_the_error_to_numpy(y, k):
    return np.eye(k)[np.asarray(y).astype(int)]


@mistake("one_hot", diagnosis="no-error", keeps=1)
def one_hot_that_cuts_off_decimals(y, k):
    y = np.asarray(y).astype(int)
    if np.any((y < 0) | (y >= k)):
        raise ValueError("y is out of range")
    return np.eye(k)[y]


@mistake(
    "one_hot",
    diagnosis="dtype",
    also=["integer"],
    says="you return integers, not floating-point numbers",
)
def one_hot_of_integers(y, k):
    Y = (np.asarray(y)[:, None] == np.arange(k)).astype(int)
    if np.any(Y.sum(axis=1) != 1):
        raise ValueError("y is out of range")
    return Y


@mistake(
    "one_hot",
    diagnosis="dtype",
    says="you return True and False, not floating-point numbers",
)
def one_hot_of_booleans(y, k):
    Y = np.asarray(y)[:, None] == np.arange(k)
    if not Y.any(axis=1).all():
        raise ValueError("y is out of range")
    return Y


@mistake(
    "one_hot",
    diagnosis="transposed",
    says="your array is transposed: each sample is a column, not a row",
)
def one_hot_with_samples_as_columns(y, k):
    Y = np.arange(k)[:, None] == np.asarray(y)
    if not Y.any(axis=0).all():
        raise ValueError("y is out of range")
    return Y.astype(float)


@mistake(
    "one_hot",
    diagnosis="shape",
    keeps=1,
    says="the number of classes is taken from the labels that occur, not from k",
)
def one_hot_as_wide_as_the_labels_seen(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y != np.rint(y))):
        raise ValueError("y is out of range")
    return np.eye(int(y.max()) + 1)[y.astype(int)]


# --- softmax_loss ----------------------------------------------------------------------


@mistake(
    "softmax_loss",
    diagnosis="value",
    says="your loss depends neither on the weights nor on the labels",
)
def loss_as_printed_in_the_note(W, b, X, y, l2=0.0):
    # no class index: every quotient is 1 / k
    return len(X) * np.shape(W)[1] * np.log(np.shape(W)[1])


@mistake(
    "softmax_loss",
    diagnosis="not-finite",
    keeps=2,
    says="sure probabilities round to 0 or 1, and the logarithm of 0 is not finite",
)
def loss_from_probabilities(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    P = softmax(X @ W + b)
    return -np.mean(np.log(P[np.arange(len(X)), np.asarray(y, int)])) + l2 / 2 * np.sum(W**2)


@mistake(
    "softmax_loss",
    diagnosis="value",
    keeps=2,
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the loss of "
        "a sure and wrong sample is too small"
    ),
)
def loss_from_clipped_probabilities(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    P = np.clip(softmax(X @ W + b), 1e-300, 1.0)
    return -np.mean(np.log(P[np.arange(len(X)), np.asarray(y, int)])) + l2 / 2 * np.sum(W**2)


@mistake(
    "softmax_loss",
    diagnosis="factor",
    also=["mean-sum"],
    says="the loss is summed over the samples and not divided by their number",
)
def loss_as_a_sum(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    Z = X @ W + b
    return np.sum(log_sum_exp(Z) - np.sum(one_hot(y, len(b)) * Z, axis=1)) + l2 / 2 * np.sum(W**2)


@mistake(
    "softmax_loss",
    diagnosis="value",
    also=["factor"],
    says="the mean runs over the classes too, not over the samples alone",
)
def loss_as_a_mean_over_samples_and_classes(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    Z = X @ W + b
    return np.mean(one_hot(y, len(b)) * (log_sum_exp(Z)[:, None] - Z)) + l2 / 2 * np.sum(W**2)


@mistake(
    "softmax_loss",
    diagnosis="sign",
    says="the minus sign before the log-likelihood is missing",
)
def mean_log_likelihood(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    Z = X @ W + b
    return np.mean(np.sum(one_hot(y, len(b)) * Z, axis=1) - log_sum_exp(Z)) + l2 / 2 * np.sum(W**2)


@mistake(
    "softmax_loss",
    diagnosis="value",
    says="the biases are left out of the logits",
)
def loss_without_the_biases(W, b, X, y, l2=0.0):
    W, X = (np.asarray(a, dtype=float) for a in (W, X))
    Z = X @ W
    return np.mean(log_sum_exp(Z) - np.sum(one_hot(y, len(b)) * Z, axis=1)) + l2 / 2 * np.sum(W**2)


@mistake(
    "softmax_loss",
    diagnosis="value",
    keeps=2,
    says="the biases are penalized as well as the weights",
)
def loss_that_penalizes_the_biases(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    Z = X @ W + b
    penalty = l2 / 2 * (np.sum(W**2) + np.sum(b**2))
    return np.mean(log_sum_exp(Z) - np.sum(one_hot(y, len(b)) * Z, axis=1)) + penalty


@mistake(
    "softmax_loss",
    diagnosis="regularization",
    keeps=2,
    says="the factor ½ is missing in the penalty",
)
def loss_with_twice_the_penalty(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    Z = X @ W + b
    return np.mean(log_sum_exp(Z) - np.sum(one_hot(y, len(b)) * Z, axis=1)) + l2 * np.sum(W**2)


@mistake(
    "softmax_loss",
    diagnosis="regularization",
    keeps=2,
    says="the penalty is missing in the loss",
)
def loss_without_the_penalty(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    Z = X @ W + b
    return np.mean(log_sum_exp(Z) - np.sum(one_hot(y, len(b)) * Z, axis=1))


@mistake(
    "softmax_loss",
    diagnosis="mean-sum",
    keeps=2,
    says="the penalty is divided by the number of samples",
)
def loss_whose_penalty_is_a_mean_over_the_samples(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    Z = X @ W + b
    penalty = l2 / 2 * np.sum(W**2) / len(X)
    return np.mean(log_sum_exp(Z) - np.sum(one_hot(y, len(b)) * Z, axis=1)) + penalty


@mistake(
    "softmax_loss",
    diagnosis="value",
    says="softmax is applied twice, the second time to the probabilities",
)
def loss_with_softmax_twice(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    Z = softmax(X @ W + b)
    return np.mean(log_sum_exp(Z) - np.sum(one_hot(y, len(b)) * Z, axis=1)) + l2 / 2 * np.sum(W**2)


# --- softmax_gradients -----------------------------------------------------------------


@mistake(
    "softmax_gradients",
    diagnosis="sign",
    says="the difference of probability and label has its sign turned",
)
def gradients_uphill(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    error = (one_hot(y, len(b)) - softmax(X @ W + b)) / len(X)
    return X.T @ error + l2 * W, error.sum(axis=0)


@mistake(
    "softmax_gradients",
    diagnosis="factor",
    also=["mean-sum"],
    says="the gradient is summed over the samples and not divided by their number",
)
def gradients_as_sums(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    error = softmax(X @ W + b) - one_hot(y, len(b))
    return X.T @ error + l2 * W, error.sum(axis=0)


@mistake(
    "softmax_gradients",
    diagnosis="factor",
    says=("the gradient for the biases is summed over the samples and not divided by their number"),
)
def gradients_with_a_summed_bias(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    error = softmax(X @ W + b) - one_hot(y, len(b))
    return X.T @ error / len(X) + l2 * W, error.sum(axis=0)


@mistake(
    "softmax_gradients",
    diagnosis="factor",
    says="the mean runs over the classes too, not over the samples alone",
)
def gradients_averaged_over_the_classes_too(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    error = (softmax(X @ W + b) - one_hot(y, len(b))) / len(X) / len(b)
    return X.T @ error + l2 * W, error.sum(axis=0)


@mistake(
    "softmax_gradients",
    diagnosis="value",
    says="the labels do not enter your gradient at all",
)
def gradients_without_the_labels(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    error = softmax(X @ W + b) / len(X)
    return X.T @ error + l2 * W, error.sum(axis=0)


@mistake(
    "softmax_gradients",
    diagnosis="value",
    says=(
        "the slope of the sigmoid is multiplied in, though no such factor is left in this gradient"
    ),
)
def gradients_with_a_slope_of_the_sigmoid(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    P = softmax(X @ W + b)
    error = (P - one_hot(y, len(b))) * P * (1 - P) / len(X)
    return X.T @ error + l2 * W, error.sum(axis=0)


@mistake(
    "softmax_gradients",
    diagnosis="shape",
    also=["transposed"],
    says="the gradient for the weights is transposed, with one row for each class",
)
def gradients_with_the_weights_transposed(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    error = (softmax(X @ W + b) - one_hot(y, len(b))) / len(X)
    return error.T @ X + l2 * W.T, error.sum(axis=0)


@mistake(
    "softmax_gradients",
    diagnosis="shape",
    also=["batch-sum"],
    says="the gradient for the biases still has one row for each sample",
)
def gradients_with_the_bias_of_each_sample(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    error = (softmax(X @ W + b) - one_hot(y, len(b))) / len(X)
    return X.T @ error + l2 * W, error


@mistake(
    "softmax_gradients",
    diagnosis="regularization",
    keeps=2,
    says="the penalty is missing in the gradient",
)
def gradients_without_the_penalty(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    error = (softmax(X @ W + b) - one_hot(y, len(b))) / len(X)
    return X.T @ error, error.sum(axis=0)


@mistake(
    "softmax_gradients",
    diagnosis="regularization",
    keeps=2,
    says="the biases are penalized as well as the weights",
)
def gradients_that_penalize_the_biases(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    error = (softmax(X @ W + b) - one_hot(y, len(b))) / len(X)
    return X.T @ error + l2 * W, error.sum(axis=0) + l2 * b


@mistake(
    "softmax_gradients",
    diagnosis="regularization",
    keeps=2,
    says="the penalty enters the gradient only half as strongly as it should",
)
def gradients_with_half_the_penalty(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    error = (softmax(X @ W + b) - one_hot(y, len(b))) / len(X)
    return X.T @ error + l2 / 2 * W, error.sum(axis=0)


@mistake(
    "softmax_gradients",
    diagnosis="mean-sum",
    keeps=2,
    says="the penalty is divided by the number of samples",
)
def gradients_whose_penalty_is_divided_by_n(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    error = softmax(X @ W + b) - one_hot(y, len(b))
    return (X.T @ error + l2 * W) / len(X), error.mean(axis=0)


@mistake("softmax_gradients", diagnosis="type")
def gradients_of_the_weights_alone(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    return X.T @ (softmax(X @ W + b) - one_hot(y, len(b))) / len(X) + l2 * W


@mistake(
    "softmax_gradients",
    diagnosis="not-finite",
    keeps=3,
    says="the logits go into exp without a shift, and large ones overflow",
)
def gradients_with_their_own_softmax(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, dtype=float) for a in (W, b, X))
    P = np.exp(X @ W + b)
    P /= P.sum(axis=1, keepdims=True)
    error = (P - one_hot(y, len(b))) / len(X)
    return X.T @ error + l2 * W, error.sum(axis=0)


# --- accuracy --------------------------------------------------------------------------


@mistake(
    "accuracy",
    diagnosis="value",
    says="you return the number of the samples that are right, not their share",
)
def accuracy_as_a_count(W, b, X, y):
    return np.sum(np.argmax(np.asarray(X) @ np.asarray(W) + b, axis=1) == y)


@mistake(
    "accuracy",
    diagnosis="value",
    says="you return the share of the samples that are not right",
)
def share_of_mistakes(W, b, X, y):
    return np.mean(np.argmax(np.asarray(X) @ np.asarray(W) + b, axis=1) != y)


@mistake(
    "accuracy",
    diagnosis="value",
    says="the biases are left out of the logits",
)
def accuracy_without_the_biases(W, b, X, y):
    return np.mean(np.argmax(np.asarray(X) @ np.asarray(W), axis=1) == y)


@mistake(
    "accuracy",
    diagnosis="value",
    says=("of several equal largest logits any counts as the decision, not only the first"),
)
def accuracy_where_ties_count_as_right(W, b, X, y):
    Z = np.asarray(X) @ np.asarray(W) + b
    y = np.asarray(y, dtype=int)
    return np.mean(Z[np.arange(len(y)), y] == Z.max(axis=1))


@mistake("accuracy", diagnosis="exception")
def accuracy_along_the_samples(W, b, X, y):
    right = np.argmax(np.asarray(X) @ np.asarray(W) + b, axis=0) - y
    return np.mean(right == 0)


@mistake(
    "accuracy",
    diagnosis="shape",
    says="you return right or not for every sample instead of one number for all",
)
def accuracy_of_each_sample(W, b, X, y):
    return (np.argmax(np.asarray(X) @ np.asarray(W) + b, axis=1) == y) * 1.0


@mistake(
    "accuracy",
    diagnosis="value",
    says="you return the share in percent, not as a number from 0 to 1",
)
def accuracy_in_percent(W, b, X, y):
    return 100 * np.mean(np.argmax(np.asarray(X) @ np.asarray(W) + b, axis=1) == y)


# --- fit -------------------------------------------------------------------------------


@mistake(
    "fit",
    diagnosis="value",
    keeps=2,
    also=["zero"],
    says=("you stop early where the gradient is small, though n_steps steps are asked for"),
)
def fit_that_stops_where_the_slope_is_small(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        if np.linalg.norm(dW) < 1e-5:
            break
        W, b = W - lr * dW, b - lr * db
    return W, b


@mistake(
    "fit",
    diagnosis="value",
    says="the gradient is added to the weights, so every step goes uphill",
)
def fit_uphill(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W + lr * dW, b + lr * db
    return W, b


@mistake(
    "fit",
    diagnosis="value",
    keeps=1,
    says=("the gradient for the biases is computed at weights that have already been changed"),
)
def fit_whose_bias_sees_the_new_weights(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        W = W - lr * softmax_gradients(W, b, X, y, l2)[0]
        b = b - lr * softmax_gradients(W, b, X, y, l2)[1]
    return W, b


@mistake(
    "fit",
    diagnosis="value",
    keeps=1,
    also=["zero"],
    says="the biases are never updated and stay at 0",
)
def fit_without_biases(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        W = W - lr * softmax_gradients(W, b, X, y, l2)[0]
    return W, b


@mistake(
    "fit",
    diagnosis="regularization",
    keeps=2,
    says="the penalty is missing, because l2 is not handed on to the gradients",
)
def fit_without_the_penalty(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y)
        W, b = W - lr * dW, b - lr * db
    return W, b


@mistake(
    "fit",
    diagnosis="value",
    also=["steps"],
    says=("each step uses the gradient summed over the samples, not divided by their number"),
)
def fit_with_summed_gradients(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * len(y) * dW, b - lr * len(y) * db
    return W, b


@mistake(
    "fit",
    diagnosis="factor",
    keeps=1,
    says="the learning rate is not used in the step",
)
def fit_that_forgets_the_learning_rate(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - dW, b - db
    return W, b


@mistake(
    "fit",
    diagnosis="steps",
    says="return stands inside the loop, so only one step is taken",
)
def fit_that_returns_in_the_loop(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
        return W, b
    return W, b


@mistake(
    "fit",
    diagnosis="value",
    keeps=1,
    says="the weights start at 1 and not at 0",
)
def fit_from_ones(X, y, k, lr, n_steps, l2=0.0):
    # harmless without a penalty, were it not for the weights themselves
    W, b = np.ones((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@mistake(
    "fit",
    diagnosis="shape",
    keeps=1,
    says="the number of classes is taken from the labels that occur, not from k",
)
def fit_with_as_many_classes_as_it_sees(X, y, k, lr, n_steps, l2=0.0):
    k = int(np.max(y)) + 1
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@mistake("fit", diagnosis="type")
def fit_that_returns_the_weights_alone(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W


# --- fit_temperature -------------------------------------------------------------------


@mistake(
    "fit_temperature",
    diagnosis="value",
    says="the logits are multiplied by what you return, where a temperature divides them",
)
def temperature_the_wrong_way_up(Z, y):
    Z, label = np.asarray(Z, dtype=float), (np.arange(len(y)), np.asarray(y))

    def loss(T):
        return np.mean(log_sum_exp(Z * T) - Z[label] * T)

    grid = np.geomspace(1e-5, 1e5, 101)
    for _ in range(7):
        best = int(np.argmin([loss(T) for T in grid]))
        grid = np.geomspace(grid[max(best - 1, 0)], grid[min(best + 1, 100)], 101)
    return grid[50]


@mistake(
    "fit_temperature",
    diagnosis="value",
    says="you return the best of a grid, and the true minimum lies between its points",
)
def nearest_of_a_grid(Z, y):
    Z, label = np.asarray(Z, dtype=float), (np.arange(len(y)), np.asarray(y))
    grid = np.geomspace(0.1, 10, 200)
    return grid[np.argmin([np.mean(log_sum_exp(Z / T) - Z[label] / T) for T in grid])]


@mistake(
    "fit_temperature",
    diagnosis="value",
    keeps=1,
    says="your search ends at a limit, and the best temperature lies beyond",
)
def search_between_limits(Z, y):
    Z, label = np.asarray(Z, dtype=float), (np.arange(len(y)), np.asarray(y))

    def loss(T):
        return np.mean(log_sum_exp(Z / T) - Z[label] / T)

    grid = np.geomspace(0.05, 20, 101)
    for _ in range(7):
        best = int(np.argmin([loss(T) for T in grid]))
        grid = np.geomspace(grid[max(best - 1, 0)], grid[min(best + 1, 100)], 101)
    return grid[50]


@mistake(
    "fit_temperature",
    diagnosis="value",
    says="the squared error of the probabilities is made small, not the cross-entropy",
)
def temperature_of_least_squared_error(Z, y):
    Z = np.asarray(Z, dtype=float)
    Y = one_hot(y, Z.shape[1])

    def loss(T):
        return np.mean((softmax(Z, T) - Y) ** 2)

    grid = np.geomspace(1e-5, 1e5, 101)
    for _ in range(7):
        best = int(np.argmin([loss(T) for T in grid]))
        grid = np.geomspace(grid[max(best - 1, 0)], grid[min(best + 1, 100)], 101)
    return grid[50]


@mistake(
    "fit_temperature",
    diagnosis="value",
    says="the mean of the largest probability is made equal to the share of right answers",
)
def as_sure_as_right(Z, y):
    Z = np.asarray(Z, dtype=float)
    right = np.mean(Z.argmax(axis=1) == y)

    def loss(T):
        return abs(np.mean(softmax(Z, T).max(axis=1)) - right)

    grid = np.geomspace(1e-5, 1e5, 101)
    for _ in range(7):
        best = int(np.argmin([loss(T) for T in grid]))
        grid = np.geomspace(grid[max(best - 1, 0)], grid[min(best + 1, 100)], 101)
    return grid[50]


@mistake(
    "fit_temperature",
    diagnosis="value",
    says="the temperature is chosen by the share of right answers, which it does not change",
)
def temperature_of_best_accuracy(Z, y):
    Z = np.asarray(Z, dtype=float)
    grid = np.linspace(1, 10, 91)
    return grid[np.argmax([np.mean(softmax(Z, T).argmax(axis=1) == y) for T in grid])]


@mistake(
    "fit_temperature",
    diagnosis="value",
    says="the search stops long before it has arrived at the minimum",
)
def temperature_by_a_few_steps(Z, y):
    Z = np.asarray(Z, dtype=float)
    lead = Z - Z[np.arange(len(y)), y][:, None]
    beta = 1.0
    for _ in range(20):
        beta -= 0.1 * np.mean(np.sum(softmax(beta * lead) * lead, axis=1))
    return 1 / beta


@mistake(
    "fit_temperature",
    diagnosis="value",
    says="the labels do not enter: the classifier's own answers stand in their place",
)
def temperature_for_its_own_answers(Z, y):
    Z = np.asarray(Z, dtype=float)

    def loss(T):
        return np.mean(log_sum_exp(Z / T) - Z.max(axis=1) / T)

    grid = np.geomspace(1e-5, 1e5, 101)
    for _ in range(7):
        best = int(np.argmin([loss(T) for T in grid]))
        grid = np.geomspace(grid[max(best - 1, 0)], grid[min(best + 1, 100)], 101)
    return grid[50]
