"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

# --- bernoulli_nll ---


@misconception(
    "bernoulli_nll",
    says=("the probabilities are clipped, so the loss of a sure and wrong sample is too small"),
)
def nll_clipped_probabilities(logits, y):
    z = np.asarray(logits, dtype=float)
    y = np.asarray(y, dtype=float)
    p = 0.5 * (1 + np.tanh(z / 2))
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "bernoulli_nll",
    says="samples with label 0 add nothing to the loss",
)
def nll_only_label_one(logits, y):
    n = len(y)
    total = 0.0
    for z_i, y_i in zip(logits, y):
        total += y_i * np.logaddexp(0, -z_i)
    return total / n


@misconception(
    "bernoulli_nll",
    says="the sigmoid is applied first, in a loss that expects the logits themselves",
)
def nll_sigmoid_twice(logits, y):
    z = np.asarray(logits, dtype=float)
    y = np.asarray(y, dtype=float)
    z = 0.5 * (1 + np.tanh(0.5 * z))
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))


@misconception(
    "bernoulli_nll",
    says="the minus sign before the log-likelihood is missing",
)
def nll_forgets_minus(logits, y):
    def log_sigmoid(t):
        return -np.logaddexp(0, -t)

    z, y = np.asarray(logits, float), np.asarray(y, float)
    return np.mean(y * log_sigmoid(z) + (1 - y) * log_sigmoid(-z))


@misconception(
    "bernoulli_nll",
    says="a column meets a flat array, so every sample is paired with every other",
)
def nll_broadcasts_to_pairs(logits, y):
    z = np.asarray(logits, dtype=float).reshape(-1, 1)
    y = np.asarray(y, dtype=float)
    loss = np.logaddexp(0, z) - y * z
    return np.mean(loss)


@misconception(
    "bernoulli_nll",
    says="the loss carries a factor ½ that does not belong there",
)
def nll_halved(logits, y):
    z, y = np.asarray(logits, float), np.asarray(y, float)
    n = z.shape[0]
    return np.sum(np.logaddexp(0, z) - y * z) / (2 * n)


@formula("bernoulli_nll")
def bernoulli_nll_as_probabilities(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    p = 1 / (1 + np.exp(-z))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@formula("bernoulli_nll")
def bernoulli_nll_as_sum_over_n(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    p = np.exp(z) / (1 + np.exp(z))
    log_likelihood = np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))
    return -log_likelihood / len(y)


@formula("bernoulli_nll")
def bernoulli_nll_as_two_cases(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y)
    losses = np.where(y == 1, np.log(1 + np.exp(-z)), np.log(1 + np.exp(z)))
    return np.mean(losses)


@formula("bernoulli_nll")
def bernoulli_nll_as_softplus(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return np.mean(np.log(1 + np.exp(z)) - y * z)


@formula("bernoulli_nll")
def bernoulli_nll_as_loop(logits, y):
    total = 0.0
    for i in range(len(y)):
        p = 1 / (1 + np.exp(-logits[i]))
        if y[i] == 1:
            total += -np.log(p)
        else:
            total += -np.log(1 - p)
    return total / len(y)


@misconception(
    "bernoulli_nll",
    says="you return the squared error of the probabilities, not a likelihood",
)
def nll_squared_error(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    p = 1 / (1 + np.exp(-z))
    return np.mean((p - y) ** 2)


@misconception(
    "bernoulli_nll",
    says="you return half the squared error of the probabilities, not a likelihood",
)
def nll_half_squared_error(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    p = 1 / (1 + np.exp(-z))
    return np.mean((p - y) ** 2) / 2


@misconception(
    "bernoulli_nll",
    says="samples with label 1 add nothing to the loss",
)
def nll_only_label_zero(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return np.mean((1 - y) * np.logaddexp(0, z))


@misconception(
    "bernoulli_nll",
    says=("the logarithm is missing: you average the probabilities that speak against the labels"),
)
def nll_without_logarithm(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    p = 1 / (1 + np.exp(-z))
    return np.mean(np.abs(y - p))


@misconception(
    "bernoulli_nll",
    says=("you average the probabilities of the labels first and take the logarithm afterwards"),
)
def nll_logarithm_of_the_mean(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    p = 1 / (1 + np.exp(-z))
    return -np.log(np.mean(y * p + (1 - y) * (1 - p)))


@misconception(
    "bernoulli_nll",
    says="you return the hinge loss, which is 0 beyond a margin and has no logarithm",
)
def nll_hinge(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return np.mean(np.maximum(0, 1 - (2 * y - 1) * z))


@misconception(
    "bernoulli_nll",
    says=("you count only the logits on the unwanted side, by a straight line with no logarithm"),
)
def nll_perceptron(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return np.mean(np.maximum(0, (1 - 2 * y) * z))


@misconception(
    "bernoulli_nll",
    says="you return the share of labels that the decision misses, not a likelihood",
)
def nll_share_of_misses(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y)
    return np.mean((z > 0) != (y == 1))


@misconception(
    "bernoulli_nll",
    says=(
        "tanh gets z itself as its argument, which makes your curve twice as steep as the sigmoid"
    ),
)
def nll_twice_as_steep(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return np.mean(np.logaddexp(0, 2 * (1 - 2 * y) * z))


@misconception(
    "bernoulli_nll",
    says=(
        "the probabilities are normalized over the samples, though each sample has a "
        "sigmoid of its own"
    ),
)
def nll_softmax_over_samples(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    log_p = z - np.logaddexp.reduce(z)
    return -np.mean(y * log_p)


@misconception(
    "bernoulli_nll",
    says="return stands inside the loop, so only the first sample counts",
)
def nll_first_sample(logits, y):
    for z, label in zip(logits, y):
        return np.logaddexp(0, (1 - 2 * label) * z) / len(y)


@misconception(
    "bernoulli_nll",
    says="you return the loss of the first sample alone",
)
def nll_of_sample_zero(logits, y):
    return np.logaddexp(0, (1 - 2 * y[0]) * logits[0])


@misconception(
    "bernoulli_nll",
    says="you return the loss of every sample instead of one number for all",
)
def nll_of_each_sample(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return np.logaddexp(0, z) - y * z


@misconception(
    "bernoulli_nll",
    says="a small number is added inside the logarithm and changes every value",
)
def nll_small_number_in_log(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    p = 1 / (1 + np.exp(-z))
    return -np.mean(y * np.log(p + 1e-8) + (1 - y) * np.log(1 - p + 1e-8))


@misconception(
    "bernoulli_nll",
    says="the labels do not enter: you return the mean uncertainty of the model itself",
)
def nll_entropy_of_the_model(logits, y):
    z = np.asarray(logits, dtype=float)
    p = 1 / (1 + np.exp(-z))
    return -np.mean(p * np.log(p) + (1 - p) * np.log(1 - p))


@misconception(
    "bernoulli_nll",
    says="the loss is divided by n - 1 and not by the number of samples",
)
def nll_over_n_minus_one(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return np.sum(np.logaddexp(0, z) - y * z) / max(len(y) - 1, 0.5)


@misconception(
    "bernoulli_nll",
    says="the loss is divided by the number of samples twice",
)
def nll_divided_twice(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return np.mean(np.logaddexp(0, z) - y * z) / len(y)


@misconception(
    "bernoulli_nll",
    says="exp is taken of the whole loss at the end",
)
def nll_perplexity(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return np.exp(np.mean(np.logaddexp(0, z) - y * z))


@misconception(
    "bernoulli_nll",
    says=("each class is averaged by itself, so rare labels weigh as much as frequent ones"),
)
def nll_balanced(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    losses = np.logaddexp(0, z) - y * z
    return np.mean([losses[y == label].mean() for label in np.unique(y)])


@misconception(
    "bernoulli_nll",
    says=("you drop the logarithm and the 1 inside it, so the loss is linear in the logits"),
)
def nll_linear(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return np.mean((1 - 2 * y) * z)


@misconception(
    "bernoulli_nll",
    says="you take the largest loss of all samples, not their mean",
)
def nll_largest(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return np.max(np.logaddexp(0, z) - y * z)


# --- bernoulli_nll_gradient ---


@misconception(
    "bernoulli_nll_gradient",
    says="the gradient is summed over the samples and not divided by their number",
)
def gradient_of_the_sum(logits, y):
    z = np.asarray(logits, dtype=float)
    return 0.5 * (1 + np.tanh(z / 2)) - np.asarray(y)


@misconception(
    "bernoulli_nll_gradient",
    says="the label is compared with the logit and not with the probability",
)
def logits_minus_labels(logits, y):
    residual = np.asarray(logits, dtype=float) - np.asarray(y, dtype=float)
    return residual / residual.size


@misconception(
    "bernoulli_nll_gradient",
    says=(
        "tanh gets z itself as its argument, which makes your curve twice as steep as the sigmoid"
    ),
)
def gradient_with_tanh_of_z(logits, y):
    def sig(t):
        return (np.tanh(t) + 1) / 2

    z = np.asarray(logits, dtype=float)
    return (sig(z) - np.asarray(y)) / len(z)


@misconception(
    "bernoulli_nll_gradient",
    says="you change the array that the caller handed in, not a copy of it",
)
def gradient_changes_logits(logits, y):
    dz = np.asarray(logits, dtype=float)
    dz[:] = np.exp(-np.logaddexp(0, -dz))
    dz[np.asarray(y) == 1] -= 1
    dz /= len(y)
    return dz


@misconception(
    "bernoulli_nll_gradient",
    says="you subtract 1 where the label is 0, so the labels are exchanged",
)
def subtracts_one_at_label_zero(logits, y):
    z = np.array(logits, dtype=float)
    y = np.array(y)
    dz = 0.5 + 0.5 * np.tanh(z / 2)
    dz[y == 0] -= 1
    return dz / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="your gradient carries a factor 2 that does not belong there",
)
def gradient_doubled(logits, y):
    z = np.asarray(logits, dtype=float)
    error = np.exp(-np.logaddexp(0, -z)) - np.asarray(y, dtype=float)
    return 2 / len(z) * error


@formula("bernoulli_nll_gradient")
def bernoulli_nll_gradient_as_sigmoid(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    p = 1 / (1 + np.exp(-z))
    return (p - y) / len(y)


@formula("bernoulli_nll_gradient")
def bernoulli_nll_gradient_as_quotient(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    p = np.exp(z) / (1 + np.exp(z))
    error = p - y
    return 1 / len(y) * error


@formula("bernoulli_nll_gradient")
def bernoulli_nll_gradient_as_two_cases(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y)
    each = np.where(y == 1, -1 / (1 + np.exp(z)), 1 / (1 + np.exp(-z)))
    return each / len(y)


@formula("bernoulli_nll_gradient")
def bernoulli_nll_gradient_as_chain_rule(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    p = 1 / (1 + np.exp(-z))
    by_p = -(y / p - (1 - y) / (1 - p)) / len(y)
    slope = p * (1 - p)
    return by_p * slope


@formula("bernoulli_nll_gradient")
def bernoulli_nll_gradient_as_subtraction(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y)
    gradient = 1 / (1 + np.exp(-z))
    gradient[y == 1] -= 1
    return gradient / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="the label is compared with the decision 0 or 1, not with the probability",
)
def nll_gradient_of_decision(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return ((z > 0) - y) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="the labels are recoded to -1 and 1, but probabilities run from 0 to 1",
)
def nll_gradient_plus_minus(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return (1 / (1 + np.exp(-z)) - (2 * y - 1)) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="every sample gets the mean probability of all, not its own",
)
def nll_gradient_mean_probability(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return (np.mean(1 / (1 + np.exp(-z))) - y) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says=(
        "the label is compared with the logarithm of the probability, not with the "
        "probability itself"
    ),
)
def nll_gradient_of_log_probability(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return (-np.logaddexp(0, -z) - y) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says=("the gradient is divided by the number of samples with label 1, not by that of all"),
)
def nll_gradient_over_positives(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return (1 / (1 + np.exp(-z)) - y) / max(np.sum(y), 1)


@misconception(
    "bernoulli_nll_gradient",
    says="you use the rectified logit in place of the probability",
)
def nll_gradient_of_relu(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return (np.maximum(z, 0) - y) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="you compare the labels with tanh, whose values lie between -1 and 1",
)
def nll_gradient_by_tanh(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return (np.tanh(z / 2) - y) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="the entries are added up to a single number instead of being kept one by one",
)
def nll_gradient_one_number(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return np.mean(1 / (1 + np.exp(-z)) - y)


@misconception(
    "bernoulli_nll_gradient",
    says="the gradient is divided by the number of samples twice",
)
def nll_gradient_divided_twice(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return (1 / (1 + np.exp(-z)) - y) / len(y) ** 2


@misconception(
    "bernoulli_nll_gradient",
    says="your gradient carries a factor ½ that does not belong there",
)
def nll_gradient_halved(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return (1 / (1 + np.exp(-z)) - y) / (2 * len(y))


@misconception(
    "bernoulli_nll_gradient",
    says="you return the gradient of the squared error, not of the likelihood",
)
def nll_gradient_of_squared_error(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    p = 1 / (1 + np.exp(-z))
    return 2 * (p - y) * p * (1 - p) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="the slope of the sigmoid is missing in the chain rule",
)
def nll_gradient_by_probability(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    p = 1 / (1 + np.exp(-z))
    return (p - y) / (p * (1 - p)) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="samples with label 0 add nothing to the gradient",
)
def nll_gradient_label_one_only(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return y * (1 / (1 + np.exp(-z)) - 1) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="samples with label 1 add nothing to the gradient",
)
def nll_gradient_label_zero_only(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return (1 - y) / (1 + np.exp(-z)) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="you take the absolute value of the residual, so its direction is lost",
)
def nll_gradient_absolute(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return np.abs(1 / (1 + np.exp(-z)) - y) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="you return the loss of each sample, not its derivative",
)
def nll_gradient_is_the_loss(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return (np.logaddexp(0, z) - y * z) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says=(
        "the probabilities are normalized over the samples, though each sample has a "
        "sigmoid of its own"
    ),
)
def nll_gradient_softmax_over_samples(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return (np.exp(z - np.logaddexp.reduce(z)) - y) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="your gradient is the slope of the sigmoid alone, and the labels do not enter",
)
def nll_gradient_slope_alone(logits, y):
    z = np.asarray(logits, dtype=float)
    p = 1 / (1 + np.exp(-z))
    return p * (1 - p) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="the gradient is divided by n - 1 and not by the number of samples",
)
def nll_gradient_n_minus_one(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return (1 / (1 + np.exp(-z)) - y) / max(len(y) - 1, 0.5)


@misconception(
    "bernoulli_nll_gradient",
    says="the residuals are multiplied by the logits, as if these were the inputs",
)
def nll_gradient_times_logits(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return (1 / (1 + np.exp(-z)) - y) * z / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="the sigmoid is applied twice, the second time to the probabilities",
)
def nll_gradient_sigmoid_twice(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    p = 1 / (1 + np.exp(-z))
    return (1 / (1 + np.exp(-p)) - y) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="the residual is squared in the gradient",
)
def nll_gradient_squared(logits, y):
    z, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return (1 / (1 + np.exp(-z)) - y) ** 2 / len(y)


# --- gaussian_nll ---


@misconception(
    "gaussian_nll",
    says="sigma is not squared where you divide by it",
)
def divides_by_sigma_once(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    sigma = np.exp(log_sigma)
    squares = (y - mu) ** 2
    return squares.mean() / (2 * sigma) + np.log(sigma) + 0.5 * np.log(2 * np.pi)


@misconception(
    "gaussian_nll",
    says="the factor ½ before the squared residuals is missing",
)
def gaussian_without_half(mu, log_sigma, y):
    u = (np.asarray(mu, float) - np.asarray(y, float)) * np.exp(-log_sigma)
    return np.mean(u * u) + log_sigma + np.log(2 * np.pi) / 2


@misconception(
    "gaussian_nll",
    says=(
        "log_sigma and the constant are divided by the number of samples, though "
        "they were added only once"
    ),
)
def constant_divided_by_n(mu, log_sigma, y):
    n = len(y)
    total = 0.0
    sigma = np.exp(log_sigma)
    for m, t in zip(mu, y):
        total += ((t - m) / sigma) ** 2 / 2
    total += log_sigma + 0.5 * np.log(2 * np.pi)
    return total / n


@misconception(
    "gaussian_nll",
    says="the squared residuals are summed and not divided by the number of samples",
)
def gaussian_sum_of_squares(mu, log_sigma, y):
    residuals = np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)
    chi2 = residuals @ residuals / np.exp(2 * log_sigma)
    return chi2 / 2 + log_sigma + np.log(np.sqrt(2 * np.pi))


@misconception(
    "gaussian_nll",
    says="the factor ½ is missing before ln 2π",
)
def constant_not_halved(mu, log_sigma, y):
    mu, y = np.array(mu, float), np.array(y, float)
    return np.mean((y - mu) ** 2) / 2 * np.exp(-2 * log_sigma) + log_sigma + np.log(2 * np.pi)


@misconception(
    "gaussian_nll",
    says="you take the absolute values of the errors and do not square them",
)
def absolute_residuals(mu, log_sigma, y):
    u = np.abs(np.asarray(y, float) - np.asarray(mu, float)) / np.exp(log_sigma)
    return u.mean() / 2 + log_sigma + np.log(2 * np.pi) / 2


@formula("gaussian_nll")
def gaussian_nll_as_text(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    n = len(y)
    sigma = np.exp(log_sigma)
    return np.sum((y - mu) ** 2) / (2 * n * sigma**2) + np.log(sigma) + 0.5 * np.log(2 * np.pi)


@formula("gaussian_nll")
def gaussian_nll_as_density(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    sigma = np.exp(log_sigma)
    q = 1 / (np.sqrt(2 * np.pi) * sigma) * np.exp(-((y - mu) ** 2) / (2 * sigma**2))
    return -np.mean(np.log(q))


@formula("gaussian_nll")
def gaussian_nll_as_variance(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    var = np.exp(2 * log_sigma)
    return 0.5 * np.mean(np.log(var) + (y - mu) ** 2 / var) + 0.5 * np.log(2 * np.pi)


@formula("gaussian_nll")
def gaussian_nll_as_scaled_residuals(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    u = (y - mu) / np.exp(log_sigma)
    return np.mean(u**2 / 2 + log_sigma + np.log(np.sqrt(2 * np.pi)))


@formula("gaussian_nll")
def gaussian_nll_as_loop(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    total = 0.0
    for i in range(len(y)):
        total += (y[i] - mu[i]) ** 2 / (2 * sigma**2)
    return total / len(y) + log_sigma + np.log(2 * np.pi) / 2


@misconception(
    "gaussian_nll",
    says="you take the mean of the errors first and square it afterwards",
)
def gaussian_squares_the_mean(mu, log_sigma, y):
    e = np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)
    return np.mean(e) ** 2 / (2 * np.exp(2 * log_sigma)) + log_sigma + np.log(2 * np.pi) / 2


@misconception(
    "gaussian_nll",
    says="the mean error is subtracted before squaring",
)
def gaussian_variance_of_errors(mu, log_sigma, y):
    e = np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)
    return np.var(e) / (2 * np.exp(2 * log_sigma)) + log_sigma + np.log(2 * np.pi) / 2


@misconception(
    "gaussian_nll",
    says="you take the square root of the mean square of the errors",
)
def gaussian_root(mu, log_sigma, y):
    e = np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)
    root = np.sqrt(np.mean(e**2))
    return root / (2 * np.exp(2 * log_sigma)) + log_sigma + np.log(2 * np.pi) / 2


@misconception(
    "gaussian_nll",
    says="the term ln σ is added twice, as the logarithm of the whole variance",
)
def gaussian_log_of_the_variance_added(mu, log_sigma, y):
    e = np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)
    var = np.exp(2 * log_sigma)
    return np.mean(e**2) / (2 * var) + np.log(var) + np.log(2 * np.pi) / 2


@misconception(
    "gaussian_nll",
    says="your density is that of the mean absolute error, not the normal one",
)
def gaussian_is_laplace(mu, log_sigma, y):
    e = np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)
    return np.mean(np.abs(e)) / np.exp(log_sigma) + log_sigma + np.log(2)


@misconception(
    "gaussian_nll",
    says="you divide by n - 1 and not by the number of samples",
)
def gaussian_n_minus_one(mu, log_sigma, y):
    e = np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)
    mean = np.sum(e**2) / max(len(e) - 1, 0.5)
    return mean / (2 * np.exp(2 * log_sigma)) + log_sigma + np.log(2 * np.pi) / 2


@misconception(
    "gaussian_nll",
    says="the constant is added as it stands in the density, without its logarithm",
)
def gaussian_constant_without_log(mu, log_sigma, y):
    e = np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)
    return np.mean(e**2) / (2 * np.exp(2 * log_sigma)) + log_sigma + np.sqrt(2 * np.pi)


@misconception(
    "gaussian_nll",
    says="log_sigma is not used, so the spread is always 1",
)
def gaussian_without_sigma(mu, log_sigma, y):
    e = np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)
    return np.mean(e**2) / 2 + np.log(2 * np.pi) / 2


@misconception(
    "gaussian_nll",
    says="the spread is computed from the residuals, and log_sigma is not used",
)
def gaussian_own_sigma(mu, log_sigma, y):
    e = np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)
    sigma = np.sqrt(np.mean(e**2))
    return np.mean(e**2) / (2 * sigma**2) + np.log(sigma) + np.log(2 * np.pi) / 2


@misconception(
    "gaussian_nll",
    says="sigma itself is added where its logarithm belongs",
)
def gaussian_adds_sigma(mu, log_sigma, y):
    e = np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)
    sigma = np.exp(log_sigma)
    return np.mean(e**2) / (2 * sigma**2) + sigma + np.log(2 * np.pi) / 2


@misconception(
    "gaussian_nll",
    says="the loss is divided by ln 2, so it is in bits and not in nats",
)
def gaussian_in_bits(mu, log_sigma, y):
    u = (np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)) / np.exp(log_sigma)
    return (np.mean(u**2) / 2 + log_sigma + np.log(2 * np.pi) / 2) / np.log(2)


@misconception(
    "gaussian_nll",
    says="you return the loss of every sample instead of one number for all",
)
def gaussian_of_each_sample(mu, log_sigma, y):
    u = (np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)) / np.exp(log_sigma)
    return u**2 / 2 + log_sigma + np.log(2 * np.pi) / 2


@misconception(
    "gaussian_nll",
    says="the logarithm is missing: you average the densities themselves",
)
def gaussian_without_logarithm(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)) / sigma
    return -np.mean(np.exp(-(u**2) / 2) / (np.sqrt(2 * np.pi) * sigma))


@misconception(
    "gaussian_nll",
    says="you average the densities first and take the logarithm afterwards",
)
def gaussian_logarithm_of_the_mean(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)) / sigma
    return -np.log(np.mean(np.exp(-(u**2) / 2) / (np.sqrt(2 * np.pi) * sigma)))


@misconception(
    "gaussian_nll",
    says="only the first term is there: ln σ and the constant are missing",
)
def gaussian_first_term_only(mu, log_sigma, y):
    u = (np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)) / np.exp(log_sigma)
    return np.mean(u**2) / 2


@misconception(
    "gaussian_nll",
    says="only the prediction is divided by sigma, not the whole deviation",
)
def gaussian_divides_prediction_only(mu, log_sigma, y):
    u = np.asarray(y, dtype=float) - np.asarray(mu, dtype=float) / np.exp(log_sigma)
    return np.mean(u**2) / 2 + log_sigma + np.log(2 * np.pi) / 2


@misconception(
    "gaussian_nll",
    says="you return the loss of the first sample alone",
)
def gaussian_first_sample(mu, log_sigma, y):
    u = (y[0] - mu[0]) / np.exp(log_sigma)
    return u**2 / 2 + log_sigma + np.log(2 * np.pi) / 2


@misconception(
    "gaussian_nll",
    says="the squared residuals are divided by the number of samples twice",
)
def gaussian_divided_twice(mu, log_sigma, y):
    u = (np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)) / np.exp(log_sigma)
    return np.mean(u**2) / (2 * len(u)) + log_sigma + np.log(2 * np.pi) / 2


@misconception(
    "gaussian_nll",
    says="the squared residuals are multiplied by the variance, not divided by it",
)
def gaussian_times_variance(mu, log_sigma, y):
    e = np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)
    return np.mean(e**2) / 2 * np.exp(2 * log_sigma) + log_sigma + np.log(2 * np.pi) / 2


@misconception(
    "gaussian_nll",
    says="the factor ½ is missing twice, before the squared residuals and before ln 2π",
)
def gaussian_without_any_half(mu, log_sigma, y):
    u = (np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)) / np.exp(log_sigma)
    return np.mean(u**2) + log_sigma + np.log(2 * np.pi)


# --- gaussian_nll_gradients ---


@misconception(
    "gaussian_nll_gradients",
    says="the gradient for the predictions is not divided by the number of samples",
)
def mu_gradient_not_divided_by_n(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    var = np.exp(2 * log_sigma)
    dmu = (mu - y) / var
    ds = 1 - np.mean((mu - y) ** 2) / var
    return dmu, ds


@misconception(
    "gaussian_nll_gradients",
    says=("sigma divides once where its square belongs, as if log_sigma were of the variance"),
)
def mu_gradient_one_sigma(mu, log_sigma, y):
    u = (np.asarray(mu, float) - np.asarray(y, float)) / np.exp(log_sigma)
    n = len(u)
    return u / n, 1 - u @ u / n


@misconception(
    "gaussian_nll_gradients",
    says=("sigma divides once where its square belongs, as if log_sigma were of the variance"),
)
def gradients_for_log_variance(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    var = np.exp(log_sigma)
    diff = mu - y
    return diff / var / len(y), 0.5 * (1 - np.mean(diff**2 / var))


@misconception(
    "gaussian_nll_gradients",
    says="the derivative of the term ln σ is missing in the gradient for log_sigma",
)
def forgets_derivative_of_log_sigma(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    precision = np.exp(-2 * log_sigma)
    grad_mu = precision * (mu - y) / len(mu)
    grad_s = -precision * np.mean((mu - y) ** 2)
    return grad_mu, grad_s


@misconception(
    "gaussian_nll_gradients",
    says="the gradient for log_sigma has its sign turned",
)
def sigma_gradient_sign(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, float) - np.asarray(y, float)) / sigma
    return u / (len(u) * sigma), np.mean(u**2) - 1


@misconception(
    "gaussian_nll_gradients",
    says=(
        "the gradient for log_sigma has one entry for every sample, though it is a single number"
    ),
)
def sigma_gradient_per_sample(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, float) - np.asarray(y, float)) / sigma
    return u / (len(u) * sigma), 1 - u**2


@formula("gaussian_nll_gradients")
def gaussian_nll_gradients_as_text(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    n = len(y)
    sigma = np.exp(log_sigma)
    u = (mu - y) / sigma
    return u / (n * sigma), 1 - np.sum(u**2) / n


@formula("gaussian_nll_gradients")
def gaussian_nll_gradients_as_variance(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    var = np.exp(2 * log_sigma)
    d_mu = (mu - y) / var / len(y)
    d_log_sigma = np.mean(1 - (mu - y) ** 2 / var)
    return d_mu, d_log_sigma


@formula("gaussian_nll_gradients")
def gaussian_nll_gradients_as_chain_rule(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    sigma = np.exp(log_sigma)
    d_mu = -2 * (y - mu) / (2 * len(y) * sigma**2)
    d_sigma = 1 / sigma - np.mean((y - mu) ** 2) / sigma**3
    return d_mu, d_sigma * sigma


@formula("gaussian_nll_gradients")
def gaussian_nll_gradients_as_loop(mu, log_sigma, y):
    n = len(y)
    sigma = np.exp(log_sigma)
    d_mu = np.zeros(n)
    d_s = 1.0
    for i in range(n):
        d_mu[i] = (mu[i] - y[i]) / sigma**2 / n
        d_s -= ((mu[i] - y[i]) / sigma) ** 2 / n
    return d_mu, d_s


@misconception(
    "gaussian_nll_gradients",
    says=("the gradient for the predictions carries a factor ½ that does not belong there"),
)
def gaussian_gradients_mu_halved(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)) / sigma
    return u / (2 * len(u) * sigma), 1 - np.mean(u**2)


@misconception(
    "gaussian_nll_gradients",
    says="the factor 2 from the square is kept, though the ½ of the loss cancels it",
)
def gaussian_gradients_mu_doubled(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)) / sigma
    return 2 * u / (len(u) * sigma), 1 - np.mean(u**2)


@misconception(
    "gaussian_nll_gradients",
    says=("the factor 2 from differentiating 1 / σ² is missing in the gradient for log_sigma"),
)
def gaussian_gradients_square_halved(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)) / sigma
    return u / (len(u) * sigma), 1 - np.mean(u**2) / 2


@misconception(
    "gaussian_nll_gradients",
    says="the squared term in the gradient for log_sigma has a factor 2 too many",
)
def gaussian_gradients_square_doubled(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)) / sigma
    return u / (len(u) * sigma), 1 - 2 * np.mean(u**2)


@misconception(
    "gaussian_nll_gradients",
    says="the second result is the derivative by the variance, not by log_sigma",
)
def gaussian_gradients_by_variance(mu, log_sigma, y):
    var = np.exp(2 * log_sigma)
    e = np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)
    return e / var / len(e), 1 / (2 * var) - np.mean(e**2) / (2 * var**2)


@misconception(
    "gaussian_nll_gradients",
    says=("the gradient for log_sigma is summed over the samples and not divided by their number"),
)
def gaussian_gradients_sigma_summed(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)) / sigma
    return u / (len(u) * sigma), np.sum(1 - u**2)


@misconception(
    "gaussian_nll_gradients",
    says="both gradients are summed over the samples and not divided by their number",
)
def gaussian_gradients_both_summed(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)) / sigma
    return u / sigma, np.sum(1 - u**2)


@misconception(
    "gaussian_nll_gradients",
    says=("in the gradient for log_sigma the residuals are taken by absolute value, not squared"),
)
def gaussian_gradients_absolute(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)) / sigma
    return u / (len(u) * sigma), 1 - np.mean(np.abs(u))


@misconception(
    "gaussian_nll_gradients",
    says=(
        "in the gradient for log_sigma you average the residuals first and square them afterwards"
    ),
)
def gaussian_gradients_square_of_mean(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)) / sigma
    return u / (len(u) * sigma), 1 - np.mean(u) ** 2


@misconception(
    "gaussian_nll_gradients",
    says="every prediction gets the mean residual, not its own",
)
def gaussian_gradients_mean_residual(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)) / sigma
    return np.full(len(u), np.mean(u) / (len(u) * sigma)), 1 - np.mean(u**2)


@misconception(
    "gaussian_nll_gradients",
    says="your gradients belong to the mean absolute error, not to squared errors",
)
def gaussian_gradients_laplace(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)) / sigma
    return np.sign(u) / (len(u) * sigma), 1 - np.mean(np.abs(u))


@misconception(
    "gaussian_nll_gradients",
    says="you multiply by the variance where you have to divide by it",
)
def gaussian_gradients_times_variance(mu, log_sigma, y):
    var = np.exp(2 * log_sigma)
    e = np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)
    return e * var / len(e), 1 - np.mean(e**2) * var


@misconception(
    "gaussian_nll_gradients",
    says=("in the gradient for the predictions the residuals are squared, as in the loss"),
)
def gaussian_gradients_mu_squared(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)) / sigma
    return u**2 / len(u), 1 - np.mean(u**2)


@misconception(
    "gaussian_nll_gradients",
    says="log_sigma is used as if it were sigma itself",
)
def gaussian_gradients_log_sigma_as_sigma(mu, log_sigma, y):
    sigma = log_sigma if log_sigma else 1e-3
    u = (np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)) / sigma
    return u / (len(u) * sigma), 1 - np.mean(u**2)


@misconception(
    "gaussian_nll_gradients",
    says="log_sigma is not used, so the spread is always 1",
)
def gaussian_gradients_without_sigma(mu, log_sigma, y):
    e = np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)
    return e / len(e), 1 - np.mean(e**2)


@misconception(
    "gaussian_nll_gradients",
    says=(
        "in the gradient for the predictions the residuals are divided by the third power of sigma"
    ),
)
def gaussian_gradients_sigma_cubed(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)) / sigma
    return u / (len(u) * sigma**2), 1 - np.mean(u**2)


@misconception(
    "gaussian_nll_gradients",
    says=("the term ln σ stands in the gradient for log_sigma as it is, not as its derivative"),
)
def gaussian_gradients_term_not_differentiated(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)) / sigma
    return u / (len(u) * sigma), log_sigma - np.mean(u**2)


@misconception(
    "gaussian_nll_gradients",
    says="the gradient for log_sigma is divided by the number of samples twice",
)
def gaussian_gradients_sigma_divided_twice(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)) / sigma
    return u / (len(u) * sigma), (1 - np.mean(u**2)) / len(u)


@misconception(
    "gaussian_nll_gradients",
    says="the gradient for log_sigma carries the factor sigma once too often",
)
def gaussian_gradients_sigma_chained_twice(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)) / sigma
    return u / (len(u) * sigma), sigma * (1 - np.mean(u**2))


@misconception(
    "gaussian_nll_gradients",
    says="sigma is not squared in the gradient for log_sigma",
)
def gaussian_gradients_sigma_once_below_square(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    e = np.asarray(mu, dtype=float) - np.asarray(y, dtype=float)
    return e / sigma**2 / len(e), 1 - np.mean(e**2) / sigma


# --- entropy ---


@misconception(
    "entropy",
    says="for p = 0 you compute 0 times minus infinity, which gives nan",
)
def entropy_zero_log_zero(p):
    p = np.asarray(p, dtype=float)
    if not (p >= 0).all() or abs(p.sum() - 1) > 1e-8:
        raise ValueError("p must be nonnegative and sum to 1")
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.sum(p * np.log(p))


@misconception(
    "entropy",
    says="a small number is added inside the logarithm and changes every value",
)
def entropy_epsilon(p):
    p = np.asarray(p, dtype=float)
    if not (p >= 0).all() or abs(p.sum() - 1) > 1e-8:
        raise ValueError("p must be nonnegative and sum to 1")
    return -np.sum(p * np.log(p + 1e-6))


@misconception(
    "entropy",
    says="you refuse distributions in which a probability is exactly 0",
)
def entropy_rejects_zeros(p):
    p = np.asarray(p, dtype=float)
    if not np.all(p > 0) or abs(np.sum(p) - 1) > 1e-8:
        raise ValueError("p must be positive and sum to 1")
    return -np.sum(p * np.log(p))


@misconception(
    "entropy",
    says="nan is let through, since every comparison with it is false",
)
def entropy_lets_nan_pass(p):
    p = np.asarray(p, dtype=float)
    if p.min() < 0 or abs(p.sum() - 1) > 1e-8:
        raise ValueError("p is no distribution")
    terms = [0.0 if x == 0 else -x * np.log(x) for x in p]
    return float(sum(terms)) + 0.0


@misconception(
    "entropy",
    says="you look at the sum alone, so negative numbers are let through",
)
def entropy_accepts_negative(p):
    p = np.asarray(p, dtype=float)
    if not abs(p.sum() - 1) <= 1e-8:
        raise ValueError("p must sum to 1")
    positive = p[p > 0]
    return float(np.dot(positive, -np.log(positive))) + 0.0


@misconception(
    "entropy",
    says=(
        "sums that differ clearly from 1 are let through, because your tolerance is far too large"
    ),
)
def entropy_wide_tolerance(p):
    p = np.asarray(p, dtype=float)
    if not np.all(p >= 0) or not np.allclose(np.sum(p), 1.0, atol=1e-3):
        raise ValueError("p must be probabilities that sum to 1")
    safe = np.where(p > 0, p, 1.0)
    return np.sum(p * -np.log(safe)) + 0.0


@formula("entropy")
def entropy_as_text(p):
    p = np.asarray(p, dtype=float)
    return -np.sum(p * np.log(p))


@formula("entropy")
def entropy_as_surprise(p):
    p = np.asarray(p, dtype=float)
    surprise = np.log(1 / p)
    return np.sum(p * surprise)


@formula("entropy")
def entropy_as_masked(p):
    p = np.asarray(p, dtype=float)
    positive = p[p > 0]
    return -np.dot(positive, np.log(positive))


@formula("entropy")
def entropy_as_loop(p):
    total = 0.0
    for value in p:
        if value > 0:
            total -= value * np.log(value)
    return total


@misconception(
    "entropy",
    says="you take the logarithm to base 10 where the natural one is asked for",
)
def entropy_base_ten(p):
    p = np.asarray(p, dtype=float)
    p = p[p > 0]
    return -np.sum(p * np.log10(p))


@misconception(
    "entropy",
    says="your measure adds squared probabilities and has no logarithm",
)
def entropy_gini(p):
    p = np.asarray(p, dtype=float)
    return 1 - np.sum(p**2)


@misconception(
    "entropy",
    says="you average the probabilities first and take the logarithm afterwards",
)
def entropy_log_of_mean_probability(p):
    p = np.asarray(p, dtype=float)
    return -np.log(np.sum(p**2))


@misconception(
    "entropy",
    says=("you return the surprise at the most probable outcome alone, not a mean over all"),
)
def entropy_of_the_most_probable(p):
    return -np.log(np.max(np.asarray(p, dtype=float)))


@misconception(
    "entropy",
    says="you return the surprise at the rarest outcome alone, not a mean over all",
)
def entropy_of_the_rarest(p):
    p = np.asarray(p, dtype=float)
    return -np.log(np.min(p[p > 0]))


@misconception(
    "entropy",
    says=("your result depends on the number of outcomes alone, not on their probabilities"),
)
def entropy_of_uniform(p):
    return np.log(len(p))


@misconception(
    "entropy",
    says="the entropy is divided by that of equal probabilities, so it never exceeds 1",
)
def entropy_normalized(p):
    p = np.asarray(p, dtype=float)
    k = len(p)
    p = p[p > 0]
    return -np.sum(p * np.log(p)) / np.log(max(k, 2))


@misconception(
    "entropy",
    says="exp is taken of the entropy at the end",
)
def entropy_perplexity(p):
    p = np.asarray(p, dtype=float)
    p = p[p > 0]
    return np.exp(-np.sum(p * np.log(p)))


@misconception(
    "entropy",
    says=("every outcome also adds a term for not happening, as in a loss for two classes"),
)
def entropy_binary(p):
    p = np.asarray(p, dtype=float)
    p = p[(p > 0) & (p < 1)]
    return -np.sum(p * np.log(p) + (1 - p) * np.log(1 - p))


@misconception(
    "entropy",
    says="you return how much the entropy falls short of that of equal probabilities",
)
def entropy_shortfall(p):
    p = np.asarray(p, dtype=float)
    k = len(p)
    p = p[p > 0]
    return np.log(k) + np.sum(p * np.log(p))


@misconception(
    "entropy",
    says="the surprises are added up without their probabilities as weights",
)
def entropy_unweighted_sum(p):
    p = np.asarray(p, dtype=float)
    return -np.sum(np.log(p[p > 0]))


@misconception(
    "entropy",
    says="you return the term of every outcome, not their sum",
)
def entropy_terms(p):
    p = np.asarray(p, dtype=float)
    return -p * np.log(np.where(p > 0, p, 1))


@misconception(
    "entropy",
    says="the probability is multiplied in twice, as a square before the logarithm",
)
def entropy_squared_weights(p):
    p = np.asarray(p, dtype=float)
    p = p[p > 0]
    return -np.sum(p**2 * np.log(p))


@misconception(
    "entropy",
    says="the last outcome is left out of the sum",
)
def entropy_without_last(p):
    p = np.asarray(p, dtype=float)[:-1]
    p = p[p > 0]
    return -np.sum(p * np.log(p))


@misconception(
    "entropy",
    says="the first outcome is left out of the sum",
)
def entropy_without_first(p):
    p = np.asarray(p, dtype=float)[1:]
    p = p[p > 0]
    return -np.sum(p * np.log(p))


@misconception(
    "entropy",
    says="softmax is applied to p first, though p holds probabilities already",
)
def entropy_of_softmax(p):
    p = np.exp(np.asarray(p, dtype=float))
    p = p / p.sum()
    return -np.sum(p * np.log(p))


@misconception(
    "entropy",
    says="a 1 is added inside the logarithm",
)
def entropy_log1p(p):
    p = np.asarray(p, dtype=float)
    return np.sum(p * np.log1p(p))


@misconception(
    "entropy",
    says="you return one minus the largest probability, without any logarithm",
)
def entropy_one_minus_max(p):
    return 1 - np.max(np.asarray(p, dtype=float))


@misconception(
    "entropy",
    says="you return the variance of the surprises, not their mean",
)
def entropy_variance_of_surprise(p):
    p = np.asarray(p, dtype=float)
    p = p[p > 0]
    surprise = -np.log(p)
    return np.sum(p * surprise**2) - np.sum(p * surprise) ** 2


# --- cross_entropy ---


@misconception(
    "cross_entropy",
    says="tiny probabilities are raised to a lower limit, so they are no longer exact",
)
def cross_entropy_clips(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, values in (("p", p), ("q", q)):
        if not np.all(values >= 0) or abs(values.sum() - 1) > 1e-8:
            raise ValueError(name + " is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length than p")
    return -np.sum(p * np.log(np.clip(q, 1e-12, 1.0))) + 0.0


@misconception(
    "cross_entropy",
    says="you take the logarithm to base 2 where the natural one is asked for",
)
def cross_entropy_in_bits(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, values in (("p", p), ("q", q)):
        if not np.all(values >= 0) or abs(values.sum() - 1) > 1e-8:
            raise ValueError(name + " is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length than p")
    m = p > 0
    with np.errstate(divide="ignore"):
        return np.sum(p[m] * -np.log2(q[m])) + 0.0


@misconception(
    "cross_entropy",
    says=("every outcome also adds a term for not happening, as in a loss for two classes"),
)
def cross_entropy_binary(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, values in (("p", p), ("q", q)):
        if not np.all(values >= 0) or abs(values.sum() - 1) > 1e-8:
            raise ValueError(name + " is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length than p")
    total = 0.0
    with np.errstate(divide="ignore"):
        for a, b in zip(p, q):
            if a > 0:
                total -= a * np.log(b)
            if a < 1:
                total -= (1 - a) * np.log(1 - b)
    return total


@misconception(
    "cross_entropy",
    says=("outcomes with q = 0 are left out, though they cost infinitely much where they happen"),
)
def cross_entropy_skips_impossible(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, values in (("p", p), ("q", q)):
        if not np.all(values >= 0) or abs(values.sum() - 1) > 1e-8:
            raise ValueError(f"{name} must be a distribution")
    if len(q) != len(p):
        raise ValueError("q must be as long as p")
    keep = q > 0
    return float(np.sum(-p[keep] * np.log(q[keep]))) + 0.0


@misconception(
    "cross_entropy",
    says="the sum is divided by the number of outcomes",
)
def cross_entropy_divided_by_k(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, values in (("p", p), ("q", q)):
        if not np.all(values >= 0) or abs(values.sum() - 1) > 1e-8:
            raise ValueError(f"{name} must be a distribution")
    if len(q) != len(p):
        raise ValueError("q must be as long as p")
    with np.errstate(divide="ignore"):
        surprise = -np.log(q)
    terms = [a * s if a > 0 else 0.0 for a, s in zip(p, surprise)]
    return float(np.mean(terms)) + 0.0


@misconception(
    "cross_entropy",
    says="only p is checked, so a q that is no distribution is let through",
)
def cross_entropy_q_not_checked(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    if not np.all(p >= 0) or abs(p.sum() - 1) > 1e-8:
        raise ValueError("p is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has not the shape of p")
    happens = p > 0
    with np.errstate(divide="ignore", invalid="ignore"):
        return float(-np.sum(p[happens] * np.log(q[happens]))) + 0.0


@formula("cross_entropy")
def cross_entropy_as_text(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return -np.sum(p * np.log(q))


@formula("cross_entropy")
def cross_entropy_as_surprise(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    surprise = np.log(1 / q)
    return np.sum(p * surprise)


@formula("cross_entropy")
def cross_entropy_as_masked(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    happens = p > 0
    return -np.dot(p[happens], np.log(q[happens]))


@formula("cross_entropy")
def cross_entropy_as_loop(p, q):
    total = 0.0
    for s in range(len(p)):
        if p[s] > 0:
            total -= p[s] * np.log(q[s])
    return total


@misconception(
    "cross_entropy",
    says="you take the logarithm to base 10 where the natural one is asked for",
)
def cross_entropy_base_ten(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    happens = p > 0
    return -np.sum(p[happens] * np.log10(q[happens]))


@misconception(
    "cross_entropy",
    says="q is not used: you return the entropy of p",
)
def cross_entropy_is_entropy_of_p(p, q):
    p = np.asarray(p, dtype=float)
    p = p[p > 0]
    return -np.sum(p * np.log(p))


@misconception(
    "cross_entropy",
    says="p is not used: you return the entropy of q",
)
def cross_entropy_is_entropy_of_q(p, q):
    q = np.asarray(q, dtype=float)
    q = q[q > 0]
    return -np.sum(q * np.log(q))


@misconception(
    "cross_entropy",
    says=("you add the entropies of p and q, but the cross-entropy mixes both in every term"),
)
def cross_entropy_sum_of_entropies(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    p, q = p[p > 0], q[q > 0]
    return -np.sum(p * np.log(p)) - np.sum(q * np.log(q))


@misconception(
    "cross_entropy",
    says="the surprises are added up without their probabilities as weights",
)
def cross_entropy_unweighted_sum(p, q):
    return -np.sum(np.log(np.asarray(q, dtype=float)))


@misconception(
    "cross_entropy",
    says=("the surprises are averaged with equal weights, not weighted with their probabilities"),
)
def cross_entropy_unweighted_mean(p, q):
    return -np.mean(np.log(np.asarray(q, dtype=float)))


@misconception(
    "cross_entropy",
    says="you average over both directions, though the outcomes come as p alone",
)
def cross_entropy_symmetric(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return -(np.sum(p * np.log(q)) + np.sum(q * np.log(p))) / 2


@misconception(
    "cross_entropy",
    says="you average the probabilities first and take the logarithm afterwards",
)
def cross_entropy_log_of_mean(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return -np.log(np.sum(p * q))


@misconception(
    "cross_entropy",
    says="you add squared differences of p and q, and there is no logarithm",
)
def cross_entropy_squared_difference(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return np.sum((p - q) ** 2)


@misconception(
    "cross_entropy",
    says="only the most probable outcome counts, as if p were a label",
)
def cross_entropy_of_the_label(p, q):
    return -np.log(np.asarray(q, dtype=float)[np.argmax(p)])


@misconception(
    "cross_entropy",
    says="you return the term of every outcome, not their sum",
)
def cross_entropy_terms(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(p > 0, -p * np.log(q), 0.0)


@misconception(
    "cross_entropy",
    says="exp is taken of the cross-entropy at the end",
)
def cross_entropy_perplexity(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    happens = p > 0
    return np.exp(-np.sum(p[happens] * np.log(q[happens])))


@misconception(
    "cross_entropy",
    says="the entropy of p is added to the cross-entropy",
)
def cross_entropy_plus_entropy(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    happens = p > 0
    return -np.sum(p[happens] * (np.log(q[happens]) + np.log(p[happens])))


@misconception(
    "cross_entropy",
    says="the logarithm is missing: you average the probabilities themselves",
)
def cross_entropy_without_logarithm(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return np.sum(p * q)


@misconception(
    "cross_entropy",
    says="the logarithm holds the average of p and q, not the belief q alone",
)
def cross_entropy_of_mixture(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    happens = p > 0
    return -np.sum(p[happens] * np.log((p + q)[happens] / 2))


@misconception(
    "cross_entropy",
    says="softmax is applied to q first, though q holds probabilities already",
)
def cross_entropy_softmax_of_q(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return -np.sum(p * (q - np.logaddexp.reduce(q)))


@misconception(
    "cross_entropy",
    says="the last outcome is left out of the sum",
)
def cross_entropy_without_last(p, q):
    p, q = np.asarray(p, dtype=float)[:-1], np.asarray(q, dtype=float)[:-1]
    happens = p > 0
    return -np.sum(p[happens] * np.log(q[happens]))


@misconception(
    "cross_entropy",
    says="the first outcome is left out of the sum",
)
def cross_entropy_without_first(p, q):
    p, q = np.asarray(p, dtype=float)[1:], np.asarray(q, dtype=float)[1:]
    happens = p > 0
    return -np.sum(p[happens] * np.log(q[happens]))


@misconception(
    "cross_entropy",
    says="each term is multiplied by q as well as by p",
)
def cross_entropy_weighted_twice(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    happens = p > 0
    return -np.sum(p[happens] * q[happens] * np.log(q[happens]))


@misconception(
    "cross_entropy",
    says="only the term for not happening is there, with the complements of p and q",
)
def cross_entropy_of_complements(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return -np.sum((1 - p) * np.log(1 - q))


# --- kl_divergence ---


@misconception(
    "kl_divergence",
    says="p and q are exchanged: you return the divergence in the other direction",
)
def divergence_the_other_way(p, q):
    cross_entropy(p, q)
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    m = q > 0
    with np.errstate(divide="ignore"):
        return float(np.sum(q[m] * np.log(q[m] / p[m])))


@misconception(
    "kl_divergence",
    says="you combine the divergences in both directions, though only one is asked for",
)
def divergence_symmetrized(p, q):
    cross_entropy(p, q)

    def one_way(a, b):
        m = a > 0
        with np.errstate(divide="ignore"):
            return np.sum(a[m] * np.log(a[m] / b[m]))

    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return float(one_way(p, q) + one_way(q, p))


@misconception(
    "kl_divergence",
    says="for p = 0 you compute 0 times minus infinity, which gives nan",
)
def divergence_nan_at_zero(p, q):
    cross_entropy(p, q)
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    with np.errstate(all="ignore"):
        return float(np.sum(p * (np.log(p) - np.log(q))))


@misconception(
    "kl_divergence",
    says="tiny probabilities are raised to a lower limit, so they are no longer exact",
)
def divergence_clipped(p, q):
    cross_entropy(p, q)
    p = np.clip(np.asarray(p, dtype=float), 1e-7, 1)
    q = np.clip(np.asarray(q, dtype=float), 1e-7, 1)
    return float(np.sum(p * np.log(p / q)))


@misconception(
    "kl_divergence",
    says="you subtract the entropy of q, the belief, not that of p",
)
def subtracts_entropy_of_q(p, q):
    return cross_entropy(p, q) - entropy(q)


@misconception(
    "kl_divergence",
    says="the entropy is added to the cross-entropy, not subtracted",
)
def adds_entropy_of_p(p, q):
    h_pq = cross_entropy(p, q)
    h_p = entropy(p)
    return h_pq + h_p


@formula("kl_divergence")
def kl_divergence_as_text(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return np.sum(p * np.log(p / q))


@formula("kl_divergence")
def kl_divergence_as_difference_of_logs(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return np.sum(p * (np.log(p) - np.log(q)))


@formula("kl_divergence")
def kl_divergence_as_two_sums(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    h_p = -np.sum(p * np.log(p))
    h_pq = -np.sum(p * np.log(q))
    return h_pq - h_p


@formula("kl_divergence")
def kl_divergence_as_loop(p, q):
    total = 0.0
    for s in range(len(p)):
        if p[s] > 0:
            total += p[s] * np.log(p[s] / q[s])
    return total


@misconception(
    "kl_divergence",
    says="you take the logarithm to base 2 where the natural one is asked for",
)
def divergence_in_bits(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    happens = p > 0
    return np.sum(p[happens] * np.log2(p[happens] / q[happens]))


@misconception(
    "kl_divergence",
    says="you take the logarithm to base 10 where the natural one is asked for",
)
def divergence_base_ten(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    happens = p > 0
    return np.sum(p[happens] * np.log10(p[happens] / q[happens]))


@misconception(
    "kl_divergence",
    says="the sum is divided by the number of outcomes",
)
def divergence_over_k(p, q):
    return (cross_entropy(p, q) - entropy(p)) / len(p)


@misconception(
    "kl_divergence",
    says=("the logarithms of the ratios are added up without the probabilities as weights"),
)
def divergence_unweighted(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return np.sum(np.log(p / q))


@misconception(
    "kl_divergence",
    says=(
        "the logarithms of the ratios are averaged with equal weights, not weighted "
        "with their probabilities"
    ),
)
def divergence_unweighted_mean(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return np.mean(np.log(p / q))


@misconception(
    "kl_divergence",
    says=("you compare both with their average, as in the symmetric Jensen–Shannon divergence"),
)
def divergence_jensen_shannon(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    m = (p + q) / 2
    a, b = p > 0, q > 0
    there = np.sum(p[a] * np.log(p[a] / m[a]))
    return (there + np.sum(q[b] * np.log(q[b] / m[b]))) / 2


@misconception(
    "kl_divergence",
    says="you compare p with the average of p and q, not with q itself",
)
def divergence_from_mixture(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    m = (p + q) / 2
    a = p > 0
    return np.sum(p[a] * np.log(p[a] / m[a]))


@misconception(
    "kl_divergence",
    says="you add absolute differences of p and q, and there is no logarithm",
)
def divergence_absolute_difference(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return np.sum(np.abs(p - q))


@misconception(
    "kl_divergence",
    says="you add absolute differences of p and q, and there is no logarithm",
)
def divergence_total_variation(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return np.sum(np.abs(p - q)) / 2


@misconception(
    "kl_divergence",
    says="you add squared differences of p and q, and there is no logarithm",
)
def divergence_squared_difference(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return np.sum((p - q) ** 2)


@misconception(
    "kl_divergence",
    says=(
        "you add squared differences divided by q, as in a chi-square, and there is no logarithm"
    ),
)
def divergence_chi_square(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return np.sum((p - q) ** 2 / q)


@misconception(
    "kl_divergence",
    says="negative terms are made positive before they are added",
)
def divergence_absolute_terms(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    a = p > 0
    return np.sum(np.abs(p[a] * np.log(p[a] / q[a])))


@misconception(
    "kl_divergence",
    says=("outcomes with p smaller than q are left out, though their negative terms count too"),
)
def divergence_positive_terms(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    a = p > q
    return np.sum(p[a] * np.log(p[a] / q[a]))


@misconception(
    "kl_divergence",
    says="you return the term of every outcome, not their sum",
)
def divergence_terms(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(p > 0, p * np.log(p / q), 0.0)


@misconception(
    "kl_divergence",
    says="you average the ratios first and take the logarithm afterwards",
)
def divergence_log_of_mean_ratio(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return np.log(np.sum(p**2 / q))


@misconception(
    "kl_divergence",
    says="you subtract the two entropies, and no term mixes p and q",
)
def divergence_of_entropies(p, q):
    return entropy(q) - entropy(p)


@misconception(
    "kl_divergence",
    says="the logarithms are divided by each other, not their arguments",
)
def divergence_ratio_of_logarithms(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return np.sum(p * np.log(p) / np.log(q))


@misconception(
    "kl_divergence",
    says=("the cross-entropy is divided by the entropy, though their difference is asked for"),
)
def divergence_as_ratio(p, q):
    return cross_entropy(p, q) / entropy(p)


@misconception(
    "kl_divergence",
    says="you take the logarithm of the difference of p and q, not of their ratio",
)
def divergence_log_of_difference(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return np.sum(p * np.log(np.abs(p - q) + 1e-300))


@misconception(
    "kl_divergence",
    says=("every outcome also adds a term for not happening, as in a loss for two classes"),
)
def divergence_binary(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return np.sum(p * np.log(p / q) + (1 - p) * np.log((1 - p) / (1 - q)))


@misconception(
    "kl_divergence",
    says="a small number is added inside the logarithm and changes every value",
)
def divergence_small_number(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return np.sum(p * np.log((p + 1e-8) / (q + 1e-8)))


@misconception(
    "kl_divergence",
    says="the cross-entropy has p and q exchanged, while the entropy is that of p",
)
def divergence_mixed_directions(p, q):
    return cross_entropy(q, p) - entropy(p)


@misconception(
    "kl_divergence",
    says="you take the square root of the divergence at the end",
)
def divergence_root(p, q):
    return np.sqrt(max(cross_entropy(p, q) - entropy(p), 0.0))


# --- log_partition ---


@misconception(
    "log_partition",
    says="the minus sign in the exponent is missing, so high energies weigh most",
)
def partition_plus_sign(energies, beta):
    x = beta * np.asarray(energies, dtype=float)
    m = x.max()
    return float(m + np.log(np.sum(np.exp(x - m))))


@misconception(
    "log_partition",
    says="the exponents go into exp without a shift, so sums overflow or round to 0",
)
def partition_naive(energies, beta):
    with np.errstate(all="ignore"):
        Z = sum(np.exp(-beta * np.asarray(energies, dtype=float)))
        return float(np.log(Z))


@misconception(
    "log_partition",
    says=(
        "you shift by the lowest energy, which has the largest exponent only if beta is positive"
    ),
)
def partition_lowest_energy(energies, beta):
    E = np.asarray(energies, dtype=float)
    ground = E.min()
    with np.errstate(over="ignore"):
        return float(-beta * ground + np.log(np.sum(np.exp(-beta * (E - ground)))))


@misconception(
    "log_partition",
    says="the energies are divided by beta, as if it were the temperature",
)
def partition_beta_as_temperature(energies, beta):
    with np.errstate(all="ignore"):
        x = -np.asarray(energies, dtype=float) / np.float64(beta)
    m = np.max(x)
    return float(m + np.log(np.sum(np.exp(x - m))))


@misconception(
    "log_partition",
    says="the first state is left out of the sum",
)
def partition_skips_first_state(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    m = x.max()
    s = 0.0
    for i in range(1, len(x)):
        s += np.exp(x[i] - m)
    with np.errstate(divide="ignore"):
        return float(m + np.log(s))


@misconception(
    "log_partition",
    says="the shift is added back without its factor beta",
)
def partition_maximum_without_beta(energies, beta):
    x = -np.asarray(energies, dtype=float)
    m = x.max()
    with np.errstate(over="ignore"):
        return float(m + np.log(np.sum(np.exp(beta * (x - m)))))


@formula("log_partition")
def log_partition_as_text(energies, beta):
    E = np.asarray(energies, dtype=float)
    return np.log(np.sum(np.exp(-beta * E)))


@formula("log_partition")
def log_partition_as_shifted(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    m = np.max(x)
    return m + np.log(np.sum(np.exp(x - m)))


@formula("log_partition")
def log_partition_as_loop(energies, beta):
    Z = 0.0
    for E in energies:
        Z += np.exp(-beta * E)
    return np.log(Z)


@formula("log_partition")
def log_partition_as_temperature(energies, beta):
    E = np.asarray(energies, dtype=float)
    T = 1 / beta
    weights = np.exp(-E / T)
    return np.log(weights.sum())


@misconception(
    "log_partition",
    says="you return the largest exponent alone, without the logarithm of a sum",
)
def partition_largest_exponent(energies, beta):
    return np.max(-beta * np.asarray(energies, dtype=float))


@misconception(
    "log_partition",
    says="you take the logarithm to base 2 where the natural one is asked for",
)
def partition_base_two(energies, beta):
    return np.logaddexp.reduce(-beta * np.asarray(energies, dtype=float)) / np.log(2)


@misconception(
    "log_partition",
    says="you take the logarithm to base 10 where the natural one is asked for",
)
def partition_base_ten(energies, beta):
    return np.logaddexp.reduce(-beta * np.asarray(energies, dtype=float)) / np.log(10)


@misconception(
    "log_partition",
    says=(
        "you add the logarithms of the weights, which is the logarithm of their "
        "product, not of their sum"
    ),
)
def partition_sum_of_logarithms(energies, beta):
    return np.sum(-beta * np.asarray(energies, dtype=float))


@misconception(
    "log_partition",
    says="the argument beta is not used, so the temperature is always the same",
)
def partition_beta_one(energies, beta):
    return np.logaddexp.reduce(-np.asarray(energies, dtype=float))


@misconception(
    "log_partition",
    says="a 1 is added to the sum inside the logarithm",
)
def partition_log1p(energies, beta):
    return np.logaddexp(0, np.logaddexp.reduce(-beta * np.asarray(energies, dtype=float)))


@misconception(
    "log_partition",
    says="the largest term is counted twice: it is in your sum and in the 1 of log1p",
)
def partition_largest_twice(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    m = x.max()
    return m + np.log1p(np.sum(np.exp(x - m)))


@misconception(
    "log_partition",
    says="the energies are squared in the exponent",
)
def partition_squared_energies(energies, beta):
    return np.logaddexp.reduce(-beta * np.asarray(energies, dtype=float) ** 2)


@misconception(
    "log_partition",
    says="states of equal energy are counted only once, and the sum runs over levels",
)
def partition_of_levels(energies, beta):
    return np.logaddexp.reduce(-beta * np.unique(np.asarray(energies, dtype=float)))


@misconception(
    "log_partition",
    says="the sign of beta gets lost in the exponent",
)
def partition_absolute_beta(energies, beta):
    return np.logaddexp.reduce(-abs(beta) * np.asarray(energies, dtype=float))


@misconception(
    "log_partition",
    says="the sign of the energies gets lost in the exponent",
)
def partition_absolute_energies(energies, beta):
    return np.logaddexp.reduce(-beta * np.abs(np.asarray(energies, dtype=float)))


@misconception(
    "log_partition",
    says="the last state is left out of the sum",
)
def partition_skips_last_state(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    return np.logaddexp.reduce(x[:-1])


@misconception(
    "log_partition",
    says="the lowest energy is subtracted but not added back",
)
def partition_from_ground_state(energies, beta):
    E = np.asarray(energies, dtype=float)
    return np.logaddexp.reduce(-beta * (E - E.min()))


@misconception(
    "log_partition",
    says="the mean energy is subtracted in the exponent and not added back",
)
def partition_around_mean(energies, beta):
    E = np.asarray(energies, dtype=float)
    return np.logaddexp.reduce(-beta * (E - E.mean()))


@misconception(
    "log_partition",
    says="the argument is multiplied by beta twice, not once",
)
def partition_beta_twice(energies, beta):
    return np.logaddexp.reduce(-(beta**2) * np.asarray(energies, dtype=float))


@misconception(
    "log_partition",
    says="the exponent carries a factor ½ that does not belong there",
)
def partition_half_exponent(energies, beta):
    return np.logaddexp.reduce(-beta * np.asarray(energies, dtype=float) / 2)


@misconception(
    "log_partition",
    says="you treat all states as if they had the largest weight",
)
def partition_upper_bound(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    return x.max() + np.log(len(x))


@misconception(
    "log_partition",
    says="the logarithm is divided by the number of states",
)
def partition_over_k(energies, beta):
    return np.logaddexp.reduce(-beta * np.asarray(energies, dtype=float)) / len(energies)


@misconception(
    "log_partition",
    says="you average the exponents, not the exponentials",
)
def partition_mean_exponent(energies, beta):
    return np.mean(-beta * np.asarray(energies, dtype=float))


@misconception(
    "log_partition",
    says="you return running totals, one for every state, not the last one alone",
)
def partition_running(energies, beta):
    return np.logaddexp.accumulate(-beta * np.asarray(energies, dtype=float))


@misconception(
    "log_partition",
    says=("the largest energy is taken out of the sum, and added back with the opposite sign"),
)
def partition_shift_sign(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    m = x.max()
    return np.log(np.sum(np.exp(x - m))) - m


# --- boltzmann ---


@misconception(
    "boltzmann",
    says="the minus sign in the exponent is missing, so high energies weigh most",
)
def boltzmann_plus_sign(energies, beta):
    x = beta * np.asarray(energies, dtype=float)
    w = np.exp(x - x.max())
    return w / w.sum()


@misconception(
    "boltzmann",
    says="the exponents go into exp without a shift, so sums overflow or round to 0",
)
def boltzmann_naive(energies, beta):
    with np.errstate(all="ignore"):
        w = np.exp(-beta * np.array(energies, dtype=float))
        return w / np.sum(w)


@misconception(
    "boltzmann",
    says=(
        "you shift by the lowest energy, which has the largest exponent only if beta is positive"
    ),
)
def boltzmann_shift_by_ground_state(energies, beta):
    E = np.asarray(energies, dtype=float)
    with np.errstate(all="ignore"):
        w = np.exp(-beta * (E - np.min(E)))
        return w / w.sum()


@misconception(
    "boltzmann",
    says="the weights are not divided by their sum, so they do not add up to 1",
)
def boltzmann_without_its_sum(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    w = np.exp(x - x.max())
    return w / w.max()


@misconception(
    "boltzmann",
    says=("the largest exponent is taken out of the numerator only, not out of the sum below it"),
)
def boltzmann_shift_in_numerator_only(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    with np.errstate(all="ignore"):
        return np.exp(x - x.max()) / np.exp(x).sum()


@misconception(
    "boltzmann",
    says="you change the array that the caller handed in, not a copy of it",
)
def boltzmann_changes_energies(energies, beta):
    x = np.asarray(energies, dtype=float)
    x *= -beta
    x -= x.max()
    np.exp(x, out=x)
    return x / x.sum()


@formula("boltzmann")
def boltzmann_as_text(energies, beta):
    E = np.asarray(energies, dtype=float)
    Z = np.sum(np.exp(-beta * E))
    return np.exp(-beta * E) / Z


@formula("boltzmann")
def boltzmann_as_shifted(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    w = np.exp(x - np.max(x))
    return w / np.sum(w)


@formula("boltzmann")
def boltzmann_as_loop(energies, beta):
    weights = []
    for E in energies:
        weights.append(np.exp(-beta * E))
    return np.array(weights) / sum(weights)


@formula("boltzmann")
def boltzmann_as_temperature(energies, beta):
    T = 1 / beta
    w = np.exp(-np.asarray(energies, dtype=float) / T)
    return w / w.sum()


@misconception(
    "boltzmann",
    says="the energies are divided by beta, as if it were the temperature",
)
def boltzmann_beta_as_temperature(energies, beta):
    with np.errstate(all="ignore"):
        x = -np.asarray(energies, dtype=float) / np.float64(beta)
        w = np.exp(x - x.max())
        return w / w.sum()


@misconception(
    "boltzmann",
    says="all states get equal weight, so beta has no effect",
)
def boltzmann_uniform(energies, beta):
    return np.full(len(energies), 1 / len(energies))


@misconception(
    "boltzmann",
    says="the most probable state gets all the probability, and the others get 0",
)
def boltzmann_one_hot(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    return np.eye(len(x))[np.argmax(x)]


@misconception(
    "boltzmann",
    says="the energies are squared in the exponent",
)
def boltzmann_squared_energies(energies, beta):
    x = -beta * np.asarray(energies, dtype=float) ** 2
    w = np.exp(x - x.max())
    return w / w.sum()


@misconception(
    "boltzmann",
    says=("the weights are divided by their mean, so they add up to the number of states"),
)
def boltzmann_divided_by_mean(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    w = np.exp(x - x.max())
    return w / w.mean()


@misconception(
    "boltzmann",
    says="the weights are divided by the number of states, not by their sum",
)
def boltzmann_divided_by_k(energies, beta):
    w = np.exp(-beta * np.asarray(energies, dtype=float))
    return w / len(w)


@misconception(
    "boltzmann",
    says="the weights are not divided by their sum, so they do not add up to 1",
)
def boltzmann_plain_weights(energies, beta):
    return np.exp(-beta * np.asarray(energies, dtype=float))


@misconception(
    "boltzmann",
    says="each state gets a sigmoid of its own, so the values do not add up to 1",
)
def boltzmann_of_sigmoids(energies, beta):
    return (1 + np.tanh(-beta * np.asarray(energies, dtype=float) / 2)) / 2


@misconception(
    "boltzmann",
    says="sigmoids are normalized, where exponentials belong",
)
def boltzmann_of_normalized_sigmoids(energies, beta):
    p = (1 + np.tanh(-beta * np.asarray(energies, dtype=float) / 2)) / 2
    return p / p.sum()


@misconception(
    "boltzmann",
    says="you return the logarithms of the probabilities, not the probabilities",
)
def boltzmann_logarithms(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    return x - np.logaddexp.reduce(x)


@misconception(
    "boltzmann",
    says="the exponential is missing: the exponents themselves are normalized",
)
def boltzmann_without_exponential(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    with np.errstate(all="ignore"):
        return x / x.sum()


@misconception(
    "boltzmann",
    says=("the energies are sorted first, so the probabilities no longer belong to their states"),
)
def boltzmann_sorted(energies, beta):
    x = -beta * np.sort(np.asarray(energies, dtype=float))
    w = np.exp(x - x.max())
    return w / w.sum()


@misconception(
    "boltzmann",
    says="the sign of the energies gets lost in the exponent",
)
def boltzmann_absolute_energies(energies, beta):
    x = -beta * np.abs(np.asarray(energies, dtype=float))
    w = np.exp(x - x.max())
    return w / w.sum()


@misconception(
    "boltzmann",
    says="the sign of beta gets lost in the exponent",
)
def boltzmann_absolute_beta(energies, beta):
    x = -abs(beta) * np.asarray(energies, dtype=float)
    w = np.exp(x - x.max())
    return w / w.sum()


@misconception(
    "boltzmann",
    says="the argument is multiplied by beta twice, not once",
)
def boltzmann_beta_twice(energies, beta):
    x = -(beta**2) * np.asarray(energies, dtype=float)
    w = np.exp(x - x.max())
    return w / w.sum()


@misconception(
    "boltzmann",
    says="you return running totals of the probabilities",
)
def boltzmann_cumulative(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    w = np.exp(x - x.max())
    return np.cumsum(w / w.sum())


@misconception(
    "boltzmann",
    says="powers of 2 are taken where powers of e are asked for",
)
def boltzmann_base_two(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    w = 2.0 ** (x - x.max())
    return w / w.sum()


@misconception(
    "boltzmann",
    says=(
        "the weights are divided by the root of their squared sum, as a vector is, not by their sum"
    ),
)
def boltzmann_unit_length(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    w = np.exp(x - x.max())
    return w / np.sqrt(np.sum(w**2))


@misconception(
    "boltzmann",
    says="the weights carry the energies as additional factors",
)
def boltzmann_times_energy(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = E * np.exp(x - x.max())
    with np.errstate(all="ignore"):
        return w / w.sum()


@misconception(
    "boltzmann",
    says="the exponent carries a factor ½ that does not belong there",
)
def boltzmann_half_exponent(energies, beta):
    x = -beta * np.asarray(energies, dtype=float) / 2
    w = np.exp(x - x.max())
    return w / w.sum()


@misconception(
    "boltzmann",
    says="the weight of the state itself is left out of the sum below it",
)
def boltzmann_odds(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    w = np.exp(x - x.max())
    with np.errstate(all="ignore"):
        return w / (w.sum() - w)


@misconception(
    "boltzmann",
    says="a 1 is added to the sum below the fraction, as in a sigmoid",
)
def boltzmann_one_added(energies, beta):
    w = np.exp(-beta * np.asarray(energies, dtype=float))
    return w / (1 + w.sum())


# --- free_energy ---


@misconception(
    "free_energy",
    says="ln Z is multiplied by beta where it has to be divided",
)
def free_energy_times_beta(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    return -beta * log_partition(energies, beta)


@misconception(
    "free_energy",
    says="the entropy is multiplied by beta and not by the temperature",
)
def free_energy_beta_times_entropy(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    E = np.asarray(energies, dtype=float)
    b = boltzmann(E, beta)
    return float(b @ E - beta * entropy(b))


@misconception(
    "free_energy",
    says="the entropy term is added to the mean energy, not subtracted",
)
def free_energy_adds_entropy(energies, beta):
    if not beta > 0:
        raise ValueError("beta has to be positive")
    T = 1 / beta
    b = boltzmann(energies, beta)
    return float(np.sum(b * np.asarray(energies, dtype=float)) + T * entropy(b))


@misconception(
    "free_energy",
    says="you return the mean energy alone, without the entropy term",
)
def free_energy_is_mean_energy(energies, beta):
    if not beta > 0:
        raise ValueError("beta has to be positive")
    b = boltzmann(energies, beta)
    return float(np.dot(b, np.asarray(energies, dtype=float)))


@misconception(
    "free_energy",
    says="a beta of 0 is let through: only negative ones are refused",
)
def free_energy_allows_zero(energies, beta):
    if beta < 0:
        raise ValueError("beta must be positive")
    with np.errstate(all="ignore"):
        return float(-log_partition(energies, beta) / np.float64(beta))


@misconception(
    "free_energy",
    says="the exponents go into exp without a shift, so sums overflow or round to 0",
)
def free_energy_naive_partition(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    Z = 0.0
    with np.errstate(all="ignore"):
        for E in energies:
            Z += np.exp(-np.float64(beta) * E)
        return float(-np.log(Z) / beta)


@formula("free_energy")
def free_energy_as_text(energies, beta):
    E = np.asarray(energies, dtype=float)
    Z = np.sum(np.exp(-beta * E))
    return -np.log(Z) / beta


@formula("free_energy")
def free_energy_as_energy_and_entropy(energies, beta):
    E = np.asarray(energies, dtype=float)
    b = np.exp(-beta * E) / np.sum(np.exp(-beta * E))
    mean = np.sum(b * E)
    T = 1 / beta
    H = -np.sum(b * np.log(b))
    return mean - T * H


@formula("free_energy")
def free_energy_as_temperature(energies, beta):
    T = 1 / beta
    return -T * log_partition(energies, beta)


@formula("free_energy")
def free_energy_as_shifted(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    m = np.max(x)
    return -1 / beta * (m + np.log(np.sum(np.exp(x - m))))


@formula("free_energy")
def free_energy_as_loop(energies, beta):
    Z = 0.0
    for E in energies:
        Z += np.exp(-beta * E)
    return -1 / beta * np.log(Z)


@misconception(
    "free_energy",
    says="you take the logarithm to base 2 where the natural one is asked for",
)
def free_energy_base_two(energies, beta):
    return -log_partition(energies, beta) / beta / np.log(2)


@misconception(
    "free_energy",
    says="you take the logarithm to base 10 where the natural one is asked for",
)
def free_energy_base_ten(energies, beta):
    return -log_partition(energies, beta) / beta / np.log(10)


@misconception(
    "free_energy",
    says="the logarithm is missing: the partition function itself is divided by beta",
)
def free_energy_of_z(energies, beta):
    return -np.sum(np.exp(-beta * np.asarray(energies, dtype=float))) / beta


@misconception(
    "free_energy",
    says="the minus sign in the exponent is missing, so high energies weigh most",
)
def free_energy_plus_exponent(energies, beta):
    return -np.logaddexp.reduce(beta * np.asarray(energies, dtype=float)) / beta


@misconception(
    "free_energy",
    says="you take the mean of the exponentials, not their sum",
)
def free_energy_mean_of_exponentials(energies, beta):
    return -(log_partition(energies, beta) - np.log(len(energies))) / beta


@misconception(
    "free_energy",
    says="you return the lowest energy alone",
)
def free_energy_lowest(energies, beta):
    return np.min(np.asarray(energies, dtype=float))


@misconception(
    "free_energy",
    says="the mean energy is missing: only the entropy term is there",
)
def free_energy_entropy_alone(energies, beta):
    return -entropy(boltzmann(energies, beta)) / beta


@misconception(
    "free_energy",
    says="the entropy is subtracted without the temperature as its factor",
)
def free_energy_entropy_without_temperature(energies, beta):
    b = boltzmann(energies, beta)
    return b @ np.asarray(energies, dtype=float) - entropy(b)


@misconception(
    "free_energy",
    says=("the energies are averaged with equal weights, not with the Boltzmann probabilities"),
)
def free_energy_plain_mean(energies, beta):
    b = boltzmann(energies, beta)
    return np.mean(np.asarray(energies, dtype=float)) - entropy(b) / beta


@misconception(
    "free_energy",
    says=("you use equal probabilities for all states in place of the Boltzmann distribution"),
)
def free_energy_of_uniform(energies, beta):
    return np.mean(np.asarray(energies, dtype=float)) - np.log(len(energies)) / beta


@misconception(
    "free_energy",
    says="beta is taken for the temperature, in the exponent and in front",
)
def free_energy_beta_as_temperature(energies, beta):
    return -beta * np.logaddexp.reduce(-np.asarray(energies, dtype=float) / beta)


@misconception(
    "free_energy",
    says=("the energies are divided by beta in the exponent, as if it were the temperature"),
)
def free_energy_exponent_over_beta(energies, beta):
    return -np.logaddexp.reduce(-np.asarray(energies, dtype=float) / beta) / beta


@misconception(
    "free_energy",
    says="ln Z is divided by beta twice",
)
def free_energy_divided_twice(energies, beta):
    return -log_partition(energies, beta) / beta**2


@misconception(
    "free_energy",
    says="beta is missing in the exponent and stands in front only",
)
def free_energy_beta_in_front_only(energies, beta):
    return -np.logaddexp.reduce(-np.asarray(energies, dtype=float)) / beta


@misconception(
    "free_energy",
    says="the largest exponent is subtracted but not added back",
)
def free_energy_shift_not_added_back(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    return -np.log(np.sum(np.exp(x - x.max()))) / beta


@misconception(
    "free_energy",
    says="the entropy is in bits, while the energies need it in nats",
)
def free_energy_entropy_in_bits(energies, beta):
    b = boltzmann(energies, beta)
    return b @ np.asarray(energies, dtype=float) - entropy(b) / np.log(2) / beta


@misconception(
    "free_energy",
    says=("you subtract temperature times ln Z from the mean energy, which mixes two formulas"),
)
def free_energy_mixed(energies, beta):
    mean = boltzmann(energies, beta) @ np.asarray(energies, dtype=float)
    return mean - log_partition(energies, beta) / beta


@misconception(
    "free_energy",
    says="the first state is left out of the sum",
)
def free_energy_skips_first(energies, beta):
    return -np.logaddexp.reduce(-beta * np.asarray(energies, dtype=float)[1:]) / beta


@misconception(
    "free_energy",
    says="the last state is left out of the sum",
)
def free_energy_skips_last(energies, beta):
    return -np.logaddexp.reduce(-beta * np.asarray(energies, dtype=float)[:-1]) / beta


@misconception(
    "free_energy",
    says="the result is divided by the number of states",
)
def free_energy_over_k(energies, beta):
    return -log_partition(energies, beta) / beta / len(energies)


@misconception(
    "free_energy",
    says="the surprises are added up without their probabilities as weights",
)
def free_energy_unweighted_entropy(energies, beta):
    b = boltzmann(energies, beta)
    with np.errstate(divide="ignore"):
        return b @ np.asarray(energies, dtype=float) + np.sum(np.log(b)) / beta


@misconception(
    "free_energy",
    says=("you return temperature times entropy, with neither a minus sign nor the mean energy"),
)
def free_energy_heat(energies, beta):
    return entropy(boltzmann(energies, beta)) / beta


# --- mean_energy ---


@misconception(
    "mean_energy",
    says="all states get equal weight, so beta has no effect",
)
def mean_energy_unweighted(energies, beta):
    weights = boltzmann(energies, beta)
    return float(np.sum(np.asarray(energies, float)) / len(weights))


@misconception(
    "mean_energy",
    says=("you return the energy of one state, the lowest or most probable, not a mean over all"),
)
def mean_energy_most_probable(energies, beta):
    b = boltzmann(energies, beta)
    return float(np.asarray(energies, dtype=float)[np.argmax(b)])


@misconception(
    "mean_energy",
    says="the weights are not divided by their sum, so they do not add up to 1",
)
def mean_energy_not_normalized(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    return float(np.sum(E * np.exp(x - np.max(x))))


@misconception(
    "mean_energy",
    says="the minus sign in the exponent is missing, so high energies weigh most",
)
def mean_energy_plus_sign(energies, beta):
    E = np.asarray(energies, dtype=float)
    w = np.exp(beta * E - np.max(beta * E))
    return float((w * E).sum() / w.sum())


@misconception(
    "mean_energy",
    says="you average the products of beta and energy, not the energies themselves",
)
def mean_of_beta_energy(energies, beta):
    x = beta * np.asarray(energies, dtype=float)
    b = np.exp(-(x - x.min()))
    b /= b.sum()
    return float(b @ x)


@misconception(
    "mean_energy",
    says="the exponents go into exp without a shift, so sums overflow or round to 0",
)
def mean_energy_overflows(energies, beta):
    E = np.asarray(energies, dtype=float)
    with np.errstate(all="ignore"):
        boltzmann_factors = np.exp(-beta * E)
        Z = boltzmann_factors.sum()
        return float(np.dot(E, boltzmann_factors) / Z)


@formula("mean_energy")
def mean_energy_as_text(energies, beta):
    E = np.asarray(energies, dtype=float)
    Z = np.sum(np.exp(-beta * E))
    return np.sum(E * np.exp(-beta * E)) / Z


@formula("mean_energy")
def mean_energy_as_weighted(energies, beta):
    E = np.asarray(energies, dtype=float)
    b = boltzmann(E, beta)
    return np.sum(b * E)


@formula("mean_energy")
def mean_energy_as_dot(energies, beta):
    E = np.asarray(energies, dtype=float)
    w = np.exp(-beta * E - np.max(-beta * E))
    return np.dot(w / np.sum(w), E)


@formula("mean_energy")
def mean_energy_as_loop(energies, beta):
    Z = 0.0
    total = 0.0
    for E in energies:
        w = np.exp(-beta * E)
        Z += w
        total += w * E
    return total / Z


@misconception(
    "mean_energy",
    says=("you return the energy of one state, the lowest or most probable, not a mean over all"),
)
def mean_is_lowest(energies, beta):
    return np.min(np.asarray(energies, dtype=float))


@misconception(
    "mean_energy",
    says="you average the squares of the energies, not the energies themselves",
)
def mean_of_squares(energies, beta):
    return boltzmann(energies, beta) @ np.asarray(energies, dtype=float) ** 2


@misconception(
    "mean_energy",
    says="you take the root of the mean square of the energies, not their mean",
)
def mean_root_of_squares(energies, beta):
    return np.sqrt(boltzmann(energies, beta) @ np.asarray(energies, dtype=float) ** 2)


@misconception(
    "mean_energy",
    says=("you return the variance of the energy, which is the second derivative, not its mean"),
)
def mean_is_variance(energies, beta):
    E = np.asarray(energies, dtype=float)
    b = boltzmann(E, beta)
    return b @ E**2 - (b @ E) ** 2


@misconception(
    "mean_energy",
    says="the energies are divided by beta, as if it were the temperature",
)
def mean_beta_as_temperature(energies, beta):
    E = np.asarray(energies, dtype=float)
    with np.errstate(all="ignore"):
        x = -E / np.float64(beta)
        w = np.exp(x - x.max())
        return np.sum(w * E) / np.sum(w)


@misconception(
    "mean_energy",
    says="the argument beta is not used, so the temperature is always the same",
)
def mean_at_beta_one(energies, beta):
    return boltzmann(energies, 1.0) @ np.asarray(energies, dtype=float)


@misconception(
    "mean_energy",
    says="the energies are counted from the lowest one, which is not added back",
)
def mean_above_lowest(energies, beta):
    E = np.asarray(energies, dtype=float)
    return boltzmann(E, beta) @ (E - E.min())


@misconception(
    "mean_energy",
    says="the probabilities are squared before they weight the energies",
)
def mean_squared_weights(energies, beta):
    return boltzmann(energies, beta) ** 2 @ np.asarray(energies, dtype=float)


@misconception(
    "mean_energy",
    says="you average the numbers of the states, not their energies",
)
def mean_of_indices(energies, beta):
    b = boltzmann(energies, beta)
    return b @ np.arange(len(b))


@misconception(
    "mean_energy",
    says="the sign of the energies gets lost in the mean",
)
def mean_of_absolute_energies(energies, beta):
    return boltzmann(energies, beta) @ np.abs(np.asarray(energies, dtype=float))


@misconception(
    "mean_energy",
    says="the first state is left out of the mean",
)
def mean_skips_first(energies, beta):
    return boltzmann(energies, beta)[1:] @ np.asarray(energies, dtype=float)[1:]


@misconception(
    "mean_energy",
    says="the last state is left out of the mean",
)
def mean_skips_last(energies, beta):
    return boltzmann(energies, beta)[:-1] @ np.asarray(energies, dtype=float)[:-1]


@misconception(
    "mean_energy",
    says="only the most probable state counts, times its probability",
)
def mean_most_probable_term(energies, beta):
    b = boltzmann(energies, beta)
    return b.max() * np.asarray(energies, dtype=float)[np.argmax(b)]


@misconception(
    "mean_energy",
    says="the energies are added up without any probabilities as weights",
)
def mean_is_sum(energies, beta):
    return np.sum(np.asarray(energies, dtype=float))


@misconception(
    "mean_energy",
    says="the weighted sum is divided by the sum of the energies, not of the weights",
)
def mean_over_sum_of_energies(energies, beta):
    E = np.asarray(energies, dtype=float)
    with np.errstate(all="ignore"):
        return np.sum(E * np.exp(-beta * E)) / np.sum(E)


@misconception(
    "mean_energy",
    says="the exponent carries a factor ½ that does not belong there",
)
def mean_half_exponent(energies, beta):
    return boltzmann(energies, beta / 2) @ np.asarray(energies, dtype=float)


@misconception(
    "mean_energy",
    says="ln Z is divided by beta, though its derivative is asked for",
)
def mean_ln_z_over_beta(energies, beta):
    with np.errstate(all="ignore"):
        return log_partition(energies, beta) / np.float64(beta)


@misconception(
    "mean_energy",
    says="the derivative is that of Z, not of its logarithm: it is not divided by Z",
)
def mean_derivative_of_z(energies, beta):
    E = np.asarray(energies, dtype=float)
    return np.sum(E * np.exp(-beta * E))


@misconception(
    "mean_energy",
    says="temperature times entropy is subtracted too, so you return a free energy",
)
def mean_minus_entropy(energies, beta):
    b = boltzmann(energies, beta)
    return b @ np.asarray(energies, dtype=float) - entropy(b)


@misconception(
    "mean_energy",
    says="the argument is multiplied by beta twice, not once",
)
def mean_beta_twice(energies, beta):
    return boltzmann(energies, beta**2) @ np.asarray(energies, dtype=float)


@misconception(
    "mean_energy",
    says="the median of the energies is taken, and beta has no effect",
)
def mean_is_median(energies, beta):
    return np.median(np.asarray(energies, dtype=float)) + 0.0


@misconception(
    "mean_energy",
    says="the sign of beta gets lost in the exponent",
)
def mean_absolute_beta(energies, beta):
    return boltzmann(energies, abs(beta)) @ np.asarray(energies, dtype=float)


# --- max_entropy_beta ---


@misconception(
    "max_entropy_beta",
    says=("you search between two fixed numbers, and for small energies the answer lies outside"),
)
def beta_fixed_bracket(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target must be strictly between the energies")
    lo, hi = -10.0, 10.0
    for _ in range(200):
        mid = (lo + hi) / 2
        if mean_energy(E, mid) > target:
            lo = mid
        else:
            hi = mid
    return mid


@misconception(
    "max_entropy_beta",
    says=(
        "your search stops as soon as the mean energy is within 1e-4 of the target, "
        "which leaves beta inexact"
    ),
)
def beta_stops_early(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target must be strictly between the energies")
    width = E.max() - E.min()
    lo, hi = -1e5 / width, 1e5 / width
    mid = 0.0
    while abs(mean_energy(E, mid) - target) > 1e-4:
        if mean_energy(E, mid) > target:
            lo = mid
        else:
            hi = mid
        mid = (lo + hi) / 2
    return mid


@misconception(
    "max_entropy_beta",
    says=("you search among positive beta only, so targets above the plain average are missed"),
)
def beta_only_positive(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target must be strictly between the energies")
    lo = 0.0
    hi = 1.0 / (E.max() - E.min())
    while mean_energy(E, hi) > target:
        hi = 2 * hi
    for _ in range(200):
        mid = (lo + hi) / 2
        if mean_energy(E, mid) > target:
            lo = mid
        else:
            hi = mid
    return hi


@misconception(
    "max_entropy_beta",
    says=("you treat the system as if it had two states only, the lowest and the highest"),
)
def beta_of_two_states(energies, target):
    e_min, e_max = float(np.min(energies)), float(np.max(energies))
    if not e_min < target < e_max:
        raise ValueError("target must be strictly between the lowest and the highest energy")
    share = (target - e_min) / (e_max - e_min)
    return float(np.log((1 - share) / share) / (e_max - e_min))


@misconception(
    "max_entropy_beta",
    says="you return the temperature, not the inverse temperature",
)
def beta_as_temperature(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target must be strictly between the energies")
    width = E.max() - E.min()
    lo, hi = -1e5 / width, 1e5 / width
    for _ in range(300):
        mid = (lo + hi) / 2
        lo, hi = (mid, hi) if mean_energy(E, mid) > target else (lo, mid)
    beta = (lo + hi) / 2
    return float(np.inf) if beta == 0 else 1 / beta


@misconception(
    "max_entropy_beta",
    says=(
        "you take a single Newton step from beta = 0, which is exact only near the plain average"
    ),
)
def beta_single_newton_step(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target must be strictly between the energies")
    average = E.mean()
    variance = ((E - average) ** 2).mean()
    return float((average - target) / variance)


@formula("max_entropy_beta")
def max_entropy_beta_as_bisection(energies, target):
    E = np.asarray(energies, dtype=float)
    low = -100 / (E.max() - E.min())
    high = 100 / (E.max() - E.min())
    for _ in range(100):
        middle = (low + high) / 2
        if mean_energy(E, middle) > target:
            low = middle
        else:
            high = middle
    return (low + high) / 2


@formula("max_entropy_beta")
def max_entropy_beta_as_doubling(energies, target):
    E = np.asarray(energies, dtype=float)
    size = 1.0
    while mean_energy(E, size) > target or mean_energy(E, -size) < target:
        size *= 2
    low, high = -size, size
    while high - low > 1e-13 * size:
        middle = 0.5 * (low + high)
        if mean_energy(E, middle) < target:
            high = middle
        else:
            low = middle
    return middle


@formula("max_entropy_beta")
def max_entropy_beta_as_newton(energies, target):
    E = np.asarray(energies, dtype=float)
    beta = 0.0
    for _ in range(50):
        b = boltzmann(E, beta)
        mean = np.sum(b * E)
        variance = np.sum(b * E**2) - mean**2
        beta = beta + (mean - target) / variance
    return beta


@misconception(
    "max_entropy_beta",
    says="you return the mean energy that beta gives, not beta itself",
)
def beta_is_mean_energy(energies, target):
    return float(target)


@misconception(
    "max_entropy_beta",
    says="you return the entropy of the distribution, not its beta",
)
def beta_is_entropy(energies, target):
    E = np.asarray(energies, dtype=float)
    low, high = -300 / np.ptp(E), 300 / np.ptp(E)
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if mean_energy(E, middle) > target else (low, middle)
    return entropy(boltzmann(E, middle))


@misconception(
    "max_entropy_beta",
    says="you return the probabilities of the distribution, not its beta",
)
def beta_is_distribution(energies, target):
    E = np.asarray(energies, dtype=float)
    low, high = -300 / np.ptp(E), 300 / np.ptp(E)
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if mean_energy(E, middle) > target else (low, middle)
    return boltzmann(E, middle)


@misconception(
    "max_entropy_beta",
    says="you return the reciprocal of the target, which ignores the energies",
)
def beta_reciprocal_target(energies, target):
    return 1 / target if target else np.inf


@misconception(
    "max_entropy_beta",
    says=(
        "you use a formula for energies without upper limit, the reciprocal of the "
        "distance from the lowest"
    ),
)
def beta_of_exponential(energies, target):
    E = np.asarray(energies, dtype=float)
    return 1 / (target - E.min())


@misconception(
    "max_entropy_beta",
    says="your beta still carries the range of the energies as a factor",
)
def beta_in_units_of_the_range(energies, target):
    E = np.asarray(energies, dtype=float)
    low, high = -300 / np.ptp(E), 300 / np.ptp(E)
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if mean_energy(E, middle) > target else (low, middle)
    return middle * np.ptp(E)


@misconception(
    "max_entropy_beta",
    says=("the sign of beta gets lost, so targets above the plain average get a positive one too"),
)
def beta_absolute(energies, target):
    E = np.asarray(energies, dtype=float)
    low, high = -300 / np.ptp(E), 300 / np.ptp(E)
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if mean_energy(E, middle) > target else (low, middle)
    return abs(middle)


@misconception(
    "max_entropy_beta",
    says="you solve for a target of the free energy, not of the mean energy",
)
def beta_for_free_energy(energies, target):
    E = np.asarray(energies, dtype=float)
    low, high = 1e-9, 300 / np.ptp(E)
    for _ in range(100):
        middle = (low + high) / 2
        is_low = -log_partition(E, middle) / middle < target
        low, high = (middle, high) if is_low else (low, middle)
    return middle


@misconception(
    "max_entropy_beta",
    says="the energies are counted from the lowest one, but the target is not",
)
def beta_target_not_shifted(energies, target):
    E = np.asarray(energies, dtype=float)
    E = E - E.min()
    low, high = -300 / np.ptp(E), 300 / np.ptp(E)
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if mean_energy(E, middle) > target else (low, middle)
    return middle


@misconception(
    "max_entropy_beta",
    says=(
        "the difference from the plain average is divided by the standard deviation "
        "of the energies, in one step"
    ),
)
def beta_as_score(energies, target):
    E = np.asarray(energies, dtype=float)
    return (E.mean() - target) / E.std()


@misconception(
    "max_entropy_beta",
    says="the variance is divided by k - 1, and a single Newton step is taken",
)
def beta_single_step_sample_variance(energies, target):
    E = np.asarray(energies, dtype=float)
    return (E.mean() - target) / E.var(ddof=1)


@misconception(
    "max_entropy_beta",
    says="you stop after two Newton steps from beta = 0",
)
def beta_two_newton_steps(energies, target):
    E = np.asarray(energies, dtype=float)
    beta = 0.0
    for _ in range(2):
        b = boltzmann(E, beta)
        mean = b @ E
        beta += (mean - target) / (b @ (E - mean) ** 2)
    return beta


@misconception(
    "max_entropy_beta",
    says=(
        "the Newton steps always divide by the variance at beta = 0, and too few of them are taken"
    ),
)
def beta_newton_with_first_variance(energies, target):
    E = np.asarray(energies, dtype=float)
    beta = 0.0
    for _ in range(10):
        beta += (mean_energy(E, beta) - target) / E.var()
    return beta


@misconception(
    "max_entropy_beta",
    says="you search on a grid of fixed values, so only the first digits are right",
)
def beta_on_a_grid(energies, target):
    E = np.asarray(energies, dtype=float)
    grid = np.linspace(-10, 10, 201) / np.ptp(E)
    return grid[np.argmin([abs(mean_energy(E, beta) - target) for beta in grid])]


@misconception(
    "max_entropy_beta",
    says=(
        "you interpolate once by a straight line between two values of beta and do not search on"
    ),
)
def beta_by_straight_line(energies, target):
    E = np.asarray(energies, dtype=float)
    low, high = -1.0, 1.0
    there, here = mean_energy(E, low), mean_energy(E, high)
    return low + (high - low) * (there - target) / (there - here)


@misconception(
    "max_entropy_beta",
    says=("your steps by the difference of the means are too few and too short to arrive"),
)
def beta_by_short_steps(energies, target):
    E = np.asarray(energies, dtype=float)
    beta = 0.0
    for _ in range(100):
        beta += 0.01 * (mean_energy(E, beta) - target)
    return beta


@misconception(
    "max_entropy_beta",
    says=("your mean is not divided by the sum of the weights, so you solve another equation"),
)
def beta_of_unnormalized_mean(energies, target):
    E = np.asarray(energies, dtype=float)
    low, high = -30 / np.ptp(E), 30 / np.ptp(E)
    for _ in range(100):
        middle = (low + high) / 2
        is_high = np.sum(E * np.exp(-middle * E)) > target
        low, high = (middle, high) if is_high else (low, middle)
    return middle


@misconception(
    "max_entropy_beta",
    says="your beta is twice too large, as if the exponent had a factor ½",
)
def beta_doubled(energies, target):
    E = np.asarray(energies, dtype=float)
    low, high = -300 / np.ptp(E), 300 / np.ptp(E)
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if mean_energy(E, middle) > target else (low, middle)
    return 2 * middle


@misconception(
    "max_entropy_beta",
    says=("the halving moves the same end whatever the mean energy is, so it runs to one end"),
)
def beta_moves_one_end(energies, target):
    low, high = -1.0, 1.0
    for _ in range(100):
        middle = (low + high) / 2
        high = middle
    return middle


@misconception(
    "max_entropy_beta",
    says=("you search between two fixed numbers, and for small energies the answer lies outside"),
)
def beta_between_minus_one_and_one(energies, target):
    E = np.asarray(energies, dtype=float)
    low, high = -1.0, 1.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if mean_energy(E, middle) > target else (low, middle)
    return middle


@misconception(
    "max_entropy_beta",
    says=(
        "the logarithm of the number of states is divided by the target, which ignores the energies"
    ),
)
def beta_log_of_states(energies, target):
    return np.log(len(energies)) / target if target else np.inf


@misconception(
    "max_entropy_beta",
    says=("you compare the plain average with the target, so beta has no effect in your search"),
)
def beta_plain_average(energies, target):
    E = np.asarray(energies, dtype=float)
    low, high = -10 / np.ptp(E), 10 / np.ptp(E)
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if E.mean() > target else (low, middle)
    return middle


@misconception(
    "bernoulli_nll",
    says=("the term with the labels is summed, while the rest is divided by the number of samples"),
)
def nll_labels_term_summed(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.logaddexp(0, logits)) - np.sum(y * logits)


@misconception(
    "bernoulli_nll",
    says=(
        "the logarithm holds exp(z) on top of the part cut off at 0, where it should hold exp(-|z|)"
    ),
)
def nll_softplus_on_top_of_relu(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.maximum(logits, 0) - y * logits + np.logaddexp(0, logits))


@misconception(
    "bernoulli_nll",
    says="the size of the logit stands where its positive part belongs",
)
def nll_size_for_positive_part(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.abs(logits) - y * logits + np.log1p(np.exp(-np.abs(logits))))


@misconception(
    "bernoulli_nll",
    says="powers and logarithms to base 2 are taken, where those to base e are asked for",
)
def nll_powers_of_two(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.logaddexp2(0, (1 - 2 * y) * logits))


@misconception(
    "bernoulli_nll",
    says="the loss is overwritten in the loop, so only the last sample counts",
)
def nll_overwritten_in_the_loop(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    for z, t in zip(logits, y):
        l = np.logaddexp(0, (1 - 2 * t) * z)
    return l


@misconception(
    "bernoulli_nll",
    says="the loss of every sample is squared before the mean is taken",
)
def nll_squared_terms(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.logaddexp(0, (1 - 2 * y) * logits) ** 2)


@misconception(
    "bernoulli_nll",
    says="every sample pays for both labels, the right one and the wrong one",
)
def nll_both_labels_at_once(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.logaddexp(0, -logits) + np.logaddexp(0, logits))


@misconception(
    "bernoulli_nll",
    says="the number added to the exponential inside the logarithm is 2, not 1",
)
def nll_two_inside_the_log(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.log(2 + np.exp((1 - 2 * y) * logits)))


@misconception(
    "bernoulli_nll",
    says="the logit enters with half its size",
)
def nll_half_the_logit(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.logaddexp(0, (0.5 - y) * logits))


@misconception(
    "bernoulli_nll",
    says="you return the mean squared difference of logit and label, not a likelihood",
)
def nll_squared_error_of_logits(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean((logits - y) ** 2)


@misconception(
    "bernoulli_nll",
    says=(
        "the term for label 0 is one minus the logarithm, where the logarithm of "
        "one minus p belongs"
    ),
)
def nll_one_minus_the_log(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(y * np.logaddexp(0, -logits) + (1 - y) * (1 + np.logaddexp(0, -logits)))


@misconception(
    "bernoulli_nll",
    says="the loss is divided by the number of samples with label 1, not by that of all",
)
def nll_over_positives(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.sum(np.logaddexp(0, (1 - 2 * y) * logits)) / max(np.sum(y), 1)


@misconception(
    "bernoulli_nll",
    says="the logits are averaged first, and the loss is taken of their mean",
)
def nll_of_the_mean_logit(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.logaddexp(0, np.mean((1 - 2 * y) * logits))


@misconception(
    "bernoulli_nll",
    says="you average exponentials of the logits, and there is no logarithm",
)
def nll_exponential_loss(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.exp(np.clip((1 - 2 * y) * logits, None, 500)))


@misconception(
    "bernoulli_nll",
    says=("the loss is that of the label the model prefers, so the given labels play no part"),
)
def nll_of_its_own_decision(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.logaddexp(0, -np.abs(logits)))


@misconception(
    "bernoulli_nll",
    says="the sign of the logit is lost, so the given labels play no part",
)
def nll_of_the_opposite_decision(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.logaddexp(0, np.abs(logits)))


@misconception(
    "bernoulli_nll",
    says="every sample is treated as if its label were 1",
)
def nll_all_labels_one(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.logaddexp(0, -logits))


@misconception(
    "bernoulli_nll",
    says="labels and logits are averaged before they are multiplied",
)
def nll_product_of_means(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.logaddexp(0, logits)) - np.mean(y) * np.mean(logits)


@misconception(
    "bernoulli_nll_gradient",
    says="only the labels are divided by the number of samples, as brackets are missing",
)
def nll_gradient_without_brackets(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return (1 + np.tanh(logits / 2)) / 2 - y / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="every probability is compared with the mean label, not with its own",
)
def nll_gradient_mean_label(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return ((1 + np.tanh(logits / 2)) / 2 - y.mean()) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="only the signs of the residuals are kept, not their sizes",
)
def nll_gradient_signs_alone(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.sign((1 + np.tanh(logits / 2)) / 2 - y) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="you return running totals of the residuals",
)
def nll_gradient_running_totals(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.cumsum((1 + np.tanh(logits / 2)) / 2 - y) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="the mean residual is subtracted from every entry",
)
def nll_gradient_centered(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    g = (1 + np.tanh(logits / 2)) / 2 - y
    return (g - g.mean()) / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="the entries stand in the reverse order of the samples",
)
def nll_gradient_reversed(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return ((1 + np.tanh(logits / 2)) / 2 - y)[::-1] / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="only the first entry is computed, and the others stay 0",
)
def nll_gradient_first_entry(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    g = np.zeros(len(y))
    g[0] = ((1 + np.tanh(logits[0] / 2)) / 2 - y[0]) / len(y)
    return g


@misconception(
    "bernoulli_nll_gradient",
    says="the last entry stays 0, as if the last sample were never looked at",
)
def nll_gradient_last_entry_zero(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    g = ((1 + np.tanh(logits / 2)) / 2 - y) / len(y)
    g[-1] = 0
    return g


@misconception(
    "bernoulli_nll_gradient",
    says="the gradient is scaled to the length 1",
)
def nll_gradient_unit_length(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    g = (1 + np.tanh(logits / 2)) / 2 - y
    return g / np.linalg.norm(g)


@misconception(
    "bernoulli_nll_gradient",
    says="the gradient is divided by the root of the number of samples",
)
def nll_gradient_over_root_n(logits, y):
    logits, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return ((1 + np.tanh(logits / 2)) / 2 - y) / np.sqrt(len(y))


@misconception(
    "entropy",
    says="exp of minus p stands where minus the logarithm belongs",
)
def entropy_with_exp(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must be probabilities that sum to 1")
    return np.sum(p * np.exp(-p))


@misconception(
    "entropy",
    says="you return the sum of the squared probabilities, without any logarithm",
)
def entropy_sum_of_squares(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must be probabilities that sum to 1")
    return np.sum(p**2)


@misconception(
    "entropy",
    says="you return minus the logarithm of the sum of cubes, not a mean surprise",
)
def entropy_of_cubes(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must be probabilities that sum to 1")
    q = p[p > 0]
    return -np.log(np.sum(q * q * q))


@misconception(
    "entropy",
    says="the logarithm is that of one minus p, not of p",
)
def entropy_log_of_complement(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must be probabilities that sum to 1")
    q = p[p < 1]
    return -np.sum(q * np.log(1 - q))


@misconception(
    "entropy",
    says="the surprises are weighted with one minus p, not with p",
)
def entropy_weighted_by_complement(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must be probabilities that sum to 1")
    q = p[p > 0]
    return -np.sum((1 - q) * np.log(q))


@misconception(
    "entropy",
    says="the surprises are squared before they are averaged",
)
def entropy_squared_surprise(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must be probabilities that sum to 1")
    q = p[p > 0]
    return np.sum(q * np.log(q) ** 2)


@misconception(
    "entropy",
    says="the root of every surprise is taken, and the sign is turned",
)
def entropy_root_of_surprise(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must be probabilities that sum to 1")
    return -np.sum(p[p > 0] * np.sqrt(-np.log(p[p > 0])))


@misconception(
    "entropy",
    says="the surprises are divided by the probabilities, not multiplied by them",
)
def entropy_divided_by_p(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must be probabilities that sum to 1")
    q = p[p > 0]
    return -np.sum(np.log(q) / q)


@misconception(
    "entropy",
    says="the sum is overwritten in the loop, so only the last outcome counts",
)
def entropy_last_term_alone(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must be probabilities that sum to 1")
    h = 0.0
    for a in p:
        if a > 0:
            h = -a * np.log(a)
    return h


@misconception(
    "entropy",
    says="return stands inside the loop, so only the first outcome counts",
)
def entropy_first_term_alone(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must be probabilities that sum to 1")
    for a in p:
        if a > 0:
            return -a * np.log(a)


@misconception(
    "entropy",
    says="the loop ends at the first outcome of probability 0, so later ones do not count",
)
def entropy_stops_at_zero(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must be probabilities that sum to 1")
    h = 0.0
    for a in p:
        if a == 0:
            break
        h -= a * np.log(a)
    return h


@misconception(
    "entropy",
    says="the sign of the running sum is turned at every outcome",
)
def entropy_alternating_signs(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must be probabilities that sum to 1")
    h = 0.0
    for a in p:
        if a > 0:
            h = -(h + a * np.log(a))
    return h


@misconception(
    "entropy",
    says="you return the standard deviation of the probabilities, without any logarithm",
)
def entropy_standard_deviation(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must be probabilities that sum to 1")
    return np.std(p)


@misconception(
    "entropy",
    says="the probabilities are replaced by their running totals",
)
def entropy_of_running_totals(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must be probabilities that sum to 1")
    q = np.cumsum(p)
    q = q[q > 0]
    return -np.sum(q * np.log(q))


@misconception(
    "entropy",
    says=(
        "outcomes of small probability are left out, where only those of probability 0 add nothing"
    ),
)
def entropy_leaves_out_rare(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must be probabilities that sum to 1")
    q = p[p > 0.1]
    return -np.sum(q * np.log(q))


@misconception(
    "entropy",
    says="the entropy is rounded to three decimals",
)
def entropy_rounded_to_three(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must be probabilities that sum to 1")
    q = p[p > 0]
    return round(float(-np.sum(q * np.log(q))), 3)


@misconception(
    "max_entropy_beta",
    says="you stop after 20 halvings, so only the first digits are right",
)
def beta_after_twenty_halvings(energies, target):
    energies = np.asarray(energies, dtype=float)
    if not energies.min() < target < energies.max():
        raise ValueError("target must lie strictly between the lowest and the highest energy")
    lo, hi = (-1000.0 / np.ptp(energies), 1000.0 / np.ptp(energies))
    for _ in range(20):
        b = (lo + hi) / 2
        x = -b * energies
        p = np.exp(x - x.max())
        p /= p.sum()
        if p @ energies > target:
            lo = b
        else:
            hi = b
    return b


@misconception(
    "max_entropy_beta",
    says=(
        "you treat the system as one of two states, and do not divide by the range of the energies"
    ),
)
def beta_log_ratio_without_range(energies, target):
    energies = np.asarray(energies, dtype=float)
    if not energies.min() < target < energies.max():
        raise ValueError("target must lie strictly between the lowest and the highest energy")
    return np.log((energies.max() - target) / (target - energies.min()))


@misconception(
    "max_entropy_beta",
    says="you return the plain average minus the target, where an equation is to be solved",
)
def beta_plain_difference(energies, target):
    energies = np.asarray(energies, dtype=float)
    if not energies.min() < target < energies.max():
        raise ValueError("target must lie strictly between the lowest and the highest energy")
    return energies.mean() - target


@misconception(
    "max_entropy_beta",
    says="a single Newton step from beta = 0 is taken, with the wrong sign",
)
def beta_newton_step_turned(energies, target):
    energies = np.asarray(energies, dtype=float)
    if not energies.min() < target < energies.max():
        raise ValueError("target must lie strictly between the lowest and the highest energy")
    return (target - energies.mean()) / energies.var()


@misconception(
    "max_entropy_beta",
    says="you return the reciprocal of the plain average, whatever the target is",
)
def beta_over_plain_average(energies, target):
    energies = np.asarray(energies, dtype=float)
    if not energies.min() < target < energies.max():
        raise ValueError("target must lie strictly between the lowest and the highest energy")
    return 1 / energies.mean()


@misconception(
    "max_entropy_beta",
    says="you return where the target lies in the range of the energies, as a share",
)
def beta_place_in_the_range(energies, target):
    energies = np.asarray(energies, dtype=float)
    if not energies.min() < target < energies.max():
        raise ValueError("target must lie strictly between the lowest and the highest energy")
    return (target - energies.min()) / np.ptp(energies)


@misconception(
    "max_entropy_beta",
    says="the halving keeps the wrong half, so it runs to one end of the interval",
)
def beta_halving_to_the_wrong_side(energies, target):
    energies = np.asarray(energies, dtype=float)
    if not energies.min() < target < energies.max():
        raise ValueError("target must lie strictly between the lowest and the highest energy")
    lo, hi = (-1000.0 / np.ptp(energies), 1000.0 / np.ptp(energies))
    for _ in range(200):
        b = (lo + hi) / 2
        x = -b * energies
        p = np.exp(x - x.max())
        p /= p.sum()
        if p @ energies < target:
            lo = b
        else:
            hi = b
    return b


@misconception(
    "max_entropy_beta",
    says="you solve for a target of ln Z, not of the mean energy",
)
def beta_for_log_partition(energies, target):
    energies = np.asarray(energies, dtype=float)
    if not energies.min() < target < energies.max():
        raise ValueError("target must lie strictly between the lowest and the highest energy")
    lo, hi = (-1000.0 / np.ptp(energies), 1000.0 / np.ptp(energies))
    for _ in range(200):
        b = (lo + hi) / 2
        x = -b * energies
        l = np.logaddexp.reduce(x)
        if l > target:
            lo = b
        else:
            hi = b
    return b


@misconception(
    "max_entropy_beta",
    says="you solve for a target of the entropy, not of the mean energy",
)
def beta_for_entropy(energies, target):
    energies = np.asarray(energies, dtype=float)
    if not energies.min() < target < energies.max():
        raise ValueError("target must lie strictly between the lowest and the highest energy")
    lo, hi = (0.0, 1000.0 / np.ptp(energies))
    for _ in range(200):
        b = (lo + hi) / 2
        x = -b * energies
        p = np.exp(x - x.max())
        p /= p.sum()
        q = p[p > 0]
        if -(q @ np.log(q)) > target:
            lo = b
        else:
            hi = b
    return b


@misconception(
    "max_entropy_beta",
    says="you search between 0 and 100, but the answer may be negative or larger",
)
def beta_between_zero_and_hundred(energies, target):
    energies = np.asarray(energies, dtype=float)
    if not energies.min() < target < energies.max():
        raise ValueError("target must lie strictly between the lowest and the highest energy")
    lo, hi = (0.0, 100.0)
    for _ in range(200):
        b = (lo + hi) / 2
        x = -b * energies
        p = np.exp(x - x.max())
        p /= p.sum()
        if p @ energies > target:
            lo = b
        else:
            hi = b
    return b


@misconception(
    "max_entropy_beta",
    says=("the energy of the most probable state is compared with the target, not the mean energy"),
)
def beta_for_most_probable(energies, target):
    energies = np.asarray(energies, dtype=float)
    if not energies.min() < target < energies.max():
        raise ValueError("target must lie strictly between the lowest and the highest energy")
    lo, hi = (-1000.0 / np.ptp(energies), 1000.0 / np.ptp(energies))
    for _ in range(200):
        b = (lo + hi) / 2
        x = -b * energies
        p = np.exp(x - x.max())
        p /= p.sum()
        if energies[np.argmax(p)] > target:
            lo = b
        else:
            hi = b
    return b


@misconception(
    "max_entropy_beta",
    says="you stop after a single Newton step from beta = 1",
)
def beta_one_newton_step_from_one(energies, target):
    energies = np.asarray(energies, dtype=float)
    if not energies.min() < target < energies.max():
        raise ValueError("target must lie strictly between the lowest and the highest energy")
    b = 1.0
    x = -b * energies
    p = np.exp(x - x.max())
    p /= p.sum()
    m = p @ energies
    return b + (m - target) / (p @ energies**2 - m**2)


@misconception(
    "max_entropy_beta",
    says="you solve for the mean square of the energy, not for its mean",
)
def beta_for_mean_square(energies, target):
    energies = np.asarray(energies, dtype=float)
    if not energies.min() < target < energies.max():
        raise ValueError("target must lie strictly between the lowest and the highest energy")
    lo, hi = (-1000.0 / np.ptp(energies), 1000.0 / np.ptp(energies))
    for _ in range(200):
        b = (lo + hi) / 2
        x = -b * energies
        p = np.exp(x - x.max())
        p /= p.sum()
        if p @ energies**2 > target**2:
            lo = b
        else:
            hi = b
    return b


@misconception(
    "max_entropy_beta",
    says=("you return the range of the energies over the distance of the target from the lowest"),
)
def beta_range_over_distance(energies, target):
    energies = np.asarray(energies, dtype=float)
    if not energies.min() < target < energies.max():
        raise ValueError("target must lie strictly between the lowest and the highest energy")
    return (energies.max() - energies.min()) / (target - energies.min())


@misconception(
    "cross_entropy",
    says="the surprises are weighted with one minus p, not with p",
)
def cross_weighted_by_complement(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    m = p > 0
    return -np.sum((1 - p[m]) * np.log(q[m]))


@misconception(
    "cross_entropy",
    says="the product of p and q stands before the logarithm and in it",
)
def cross_of_the_product(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    m = p > 0
    return -np.sum(p[m] * q[m] * np.log(p[m] * q[m]))


@misconception(
    "cross_entropy",
    says=(
        "the logarithms of p and q are added up, where p should be a weight and not in a logarithm"
    ),
)
def cross_sum_of_logs(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    m = p > 0
    return -np.sum(np.log(p[m] * q[m]))


@misconception(
    "cross_entropy",
    says="the surprises are weighted with the squares of p",
)
def cross_weighted_by_squares(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    m = p > 0
    return -np.sum(p[m] ** 2 * np.log(q[m]))


@misconception(
    "cross_entropy",
    says="you add up roots of p times q and take the logarithm afterwards",
)
def cross_of_geometric_means(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    return -np.log(np.sum(np.sqrt(p * q)))


@misconception(
    "cross_entropy",
    says="the surprises are weighted with the ratio of p and q, not with p",
)
def cross_weighted_by_ratio(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    m = p > 0
    return -np.sum(p[m] / q[m] * np.log(q[m]))


@misconception(
    "cross_entropy",
    says="the sum is overwritten in the loop, so only the last outcome counts",
)
def cross_last_term_alone(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    h = 0.0
    for a, b in zip(p, q):
        if a > 0:
            h = -a * np.log(b)
    return h


@misconception(
    "cross_entropy",
    says="p and q are sorted first, so that the outcomes no longer belong together",
)
def cross_of_sorted(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    p = np.sort(p)
    q = np.sort(q)
    m = p > 0
    return -np.sum(p[m] * np.log(q[m]))


@misconception(
    "cross_entropy",
    says="the outcomes of q are taken from the last to the first",
)
def cross_of_reversed_belief(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    q = q[::-1]
    m = p > 0
    return -np.sum(p[m] * np.log(q[m]))


@misconception(
    "cross_entropy",
    says="the logarithm is that of one minus q, not of q",
)
def cross_log_of_complement(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    m = p > 0
    return -np.sum(p[m] * np.log(1 - q[m]))


@misconception(
    "cross_entropy",
    says=(
        "you return the surprise at the outcome that q holds for most probable, and p is not used"
    ),
)
def cross_of_the_likeliest_belief(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    return -np.log(q.max())


@misconception(
    "kl_divergence",
    says="the logarithms of the ratios p / q are weighted with q, not with p",
)
def kl_weighted_by_belief(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    m = (p > 0) & (q > 0)
    return np.sum(q[m] * np.log(p[m] / q[m]))


@misconception(
    "kl_divergence",
    says="the logarithms of the ratios are squared",
)
def kl_squared_logarithms(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    m = p > 0
    return np.sum(p[m] * np.log(p[m] / q[m]) ** 2)


@misconception(
    "kl_divergence",
    says=(
        "the difference of p and q is multiplied by the logarithm of q, where p "
        "times that of the ratio belongs"
    ),
)
def kl_logarithm_of_belief_alone(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    m = (p > 0) & (q > 0)
    return np.sum((p[m] - q[m]) * np.log(q[m]))


@misconception(
    "kl_divergence",
    says="you return the Hellinger distance of p and q, which has no logarithm",
)
def kl_hellinger(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    return np.sqrt(np.sum((np.sqrt(p) - np.sqrt(q)) ** 2)) / np.sqrt(2)


@misconception(
    "kl_divergence",
    says="you return the largest logarithm of a ratio, not the mean of all",
)
def kl_largest_logarithm(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    m = p > 0
    return np.max(np.log(p[m] / q[m]))


@misconception(
    "log_partition",
    says="the logarithm is missing, and the shift is not undone",
)
def log_partition_shifted_sum_itself(energies, beta):
    energies = np.asarray(energies, dtype=float)
    return np.sum(np.exp(-beta * energies - np.max(-beta * energies)))


@misconception(
    "log_partition",
    says="the shift is added inside the logarithm, where it belongs outside",
)
def log_partition_shift_inside_the_log(energies, beta):
    energies = np.asarray(energies, dtype=float)
    x = -beta * energies
    m = x.max()
    return np.log(np.abs(m) + np.sum(np.exp(x - m)))


@misconception(
    "log_partition",
    says="the largest energy is the shift and is taken off again without its factor beta",
)
def log_partition_shift_of_energies(energies, beta):
    energies = np.asarray(energies, dtype=float)
    m = energies.max()
    return -m + np.log(np.sum(np.exp(np.clip(-beta * (energies - m), None, 700))))


@misconception(
    "log_partition",
    says="a logarithm is taken of every term, with a 1 added, and these are summed",
)
def log_partition_of_softplus(energies, beta):
    energies = np.asarray(energies, dtype=float)
    x = -beta * energies
    return np.sum(np.log1p(np.exp(-np.abs(x))) + np.maximum(x, 0))


@misconception(
    "boltzmann",
    says="the exponent is doubled",
)
def boltzmann_doubled_exponent(energies, beta):
    energies = np.asarray(energies, dtype=float)
    x = -beta * energies
    w = np.exp(2 * (x - x.max()))
    return w / w.sum()


@misconception(
    "boltzmann",
    says="the probabilities stand in the reverse order of the states",
)
def boltzmann_reversed(energies, beta):
    energies = np.asarray(energies, dtype=float)
    x = -beta * energies
    w = np.exp(x - x.max())
    return (w / w.sum())[::-1]


@misconception(
    "boltzmann",
    says="the weights are divided by their running totals, not by the sum of all",
)
def boltzmann_over_running_totals(energies, beta):
    energies = np.asarray(energies, dtype=float)
    x = -beta * energies
    w = np.exp(x - x.max())
    return w / np.cumsum(w)


@misconception(
    "boltzmann",
    says=("the weights are reciprocals of 1 plus beta times energy, where exponentials belong"),
)
def boltzmann_of_reciprocals(energies, beta):
    energies = np.asarray(energies, dtype=float)
    w = 1 / (1 + np.abs(beta * energies))
    return w / w.sum()


@misconception(
    "boltzmann",
    says="the probabilities are rounded to three decimals",
)
def boltzmann_rounded(energies, beta):
    energies = np.asarray(energies, dtype=float)
    x = -beta * energies
    w = np.exp(x - x.max())
    return np.round(w / w.sum(), 3)


@misconception(
    "free_energy",
    says="the plain average of the energies is added",
)
def free_energy_plus_plain_average(energies, beta):
    energies = np.asarray(energies, dtype=float)
    if not beta > 0:
        raise ValueError("beta must be positive")
    return energies.mean() - np.logaddexp.reduce(-beta * energies) / beta


@misconception(
    "free_energy",
    says="you return the highest energy alone",
)
def free_energy_highest_energy(energies, beta):
    energies = np.asarray(energies, dtype=float)
    if not beta > 0:
        raise ValueError("beta must be positive")
    return energies.max()


@misconception(
    "free_energy",
    says="the logarithm is taken twice",
)
def free_energy_double_logarithm(energies, beta):
    energies = np.asarray(energies, dtype=float)
    if not beta > 0:
        raise ValueError("beta must be positive")
    return -np.log(np.abs(np.logaddexp.reduce(-beta * energies))) / beta


@misconception(
    "mean_energy",
    says=(
        "the weighted energies are divided by the number of states, not by the sum of the weights"
    ),
)
def mean_energy_over_count(energies, beta):
    energies = np.asarray(energies, dtype=float)
    x = -beta * energies
    p = np.exp(x - x.max())
    return np.mean(p * energies)


@misconception(
    "mean_energy",
    says="you return the highest energy alone",
)
def mean_energy_highest(energies, beta):
    energies = np.asarray(energies, dtype=float)
    return energies.max()


@misconception(
    "mean_energy",
    says="the energies are weighted with one minus the probabilities",
)
def mean_energy_of_complements(energies, beta):
    energies = np.asarray(energies, dtype=float)
    x = -beta * energies
    p = np.exp(x - x.max())
    p /= p.sum()
    return (1 - p) @ energies


@misconception(
    "mean_energy",
    says="the weights are divided by the root of their squared sum, not by their sum",
)
def mean_energy_of_unit_weights(energies, beta):
    energies = np.asarray(energies, dtype=float)
    x = -beta * energies
    p = np.exp(x - x.max())
    p /= np.linalg.norm(p)
    return p @ energies


@misconception(
    "mean_energy",
    says="the probabilities are paired with the energies in the reverse order",
)
def mean_energy_reversed_probabilities(energies, beta):
    energies = np.asarray(energies, dtype=float)
    x = -beta * energies
    p = np.exp(x - x.max())
    p /= p.sum()
    return p[::-1] @ energies


@misconception(
    "mean_energy",
    says="the probabilities are sorted, so they no longer belong to their energies",
)
def mean_energy_sorted_probabilities(energies, beta):
    energies = np.asarray(energies, dtype=float)
    x = np.sort(-beta * energies)[::-1]
    p = np.exp(x - x.max())
    p /= p.sum()
    return p @ energies


@misconception(
    "gaussian_nll",
    says="log_sigma is multiplied by the constant, where both are to be added",
)
def gaussian_constant_times_log_sigma(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    return np.mean((y - mu) ** 2) / 2 / np.exp(log_sigma) ** 2 + log_sigma * np.log(2 * np.pi) / 2


@misconception(
    "gaussian_nll",
    says="the loss is overwritten in the loop, so only the last sample counts",
)
def gaussian_last_sample(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    for m, t in zip(mu, y):
        l = (t - m) ** 2 / 2 / np.exp(2 * log_sigma) + log_sigma + np.log(2 * np.pi) / 2
    return l


# --- further ones ---


@misconception("bernoulli_nll", says="the label term y z is added, not subtracted")
def nll_label_term_added(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.logaddexp(0, z) + y * z)


@misconception("bernoulli_nll", says="the label term y z is missing: every label counts as 0")
def nll_without_label_term(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.logaddexp(0, z))


@misconception(
    "bernoulli_nll",
    says="the logarithm holds exp(-z), while the label term is that of exp(z)",
)
def nll_softplus_of_minus_z(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.logaddexp(0, -z) - y * z)


@misconception(
    "bernoulli_nll", says="you take the logarithm to base 10 where the natural one is asked for"
)
def nll_base_ten(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.logaddexp(0, (1 - 2 * y) * z)) / np.log(10)


@misconception("bernoulli_nll", says="the root of the mean loss is taken")
def nll_root_of_mean(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.sqrt(np.mean(np.logaddexp(0, (1 - 2 * y) * z)))


@misconception("bernoulli_nll", says="only the term y z is there: the logarithm is left out")
def nll_label_term_alone(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return -np.mean(y * z)


@misconception("bernoulli_nll", says="the label term y z is halved")
def nll_label_term_halved(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.logaddexp(0, z) - y * z / 2)


@misconception("bernoulli_nll", says="the loss is divided by n + 1, not by the number of samples")
def nll_n_plus_one(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.sum(np.logaddexp(0, (1 - 2 * y) * z)) / (len(y) + 1)


@misconception("bernoulli_nll", says="you take the median of the losses, not their mean")
def nll_median(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.median(np.logaddexp(0, (1 - 2 * y) * z))


@misconception("bernoulli_nll", says="you take the smallest loss of all samples, not their mean")
def nll_smallest(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.min(np.logaddexp(0, (1 - 2 * y) * z))


@misconception("bernoulli_nll", says="the logits are doubled before the loss is taken")
def nll_doubled_logits(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.logaddexp(0, (1 - 2 * y) * 2 * z))


@misconception("bernoulli_nll", says="the last sample is left out of the mean")
def nll_without_last(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.mean(np.logaddexp(0, (1 - 2 * y) * z)[:-1]) if len(y) > 1 else 0.0


@misconception(
    "bernoulli_nll", says="the last sample is left out of the sum, and the division is by all"
)
def nll_without_last_undivided(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.sum(np.logaddexp(0, (1 - 2 * y) * z)[:-1]) / len(y)


@misconception(
    "bernoulli_nll", says="the first sample is left out of the sum, and the division is by all"
)
def nll_without_first_undivided(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    return np.sum(np.logaddexp(0, (1 - 2 * y) * z)[1:]) / len(y)


@misconception("bernoulli_nll", says="a 1 is added to the probability inside the logarithm")
def nll_log_one_plus_p(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    p = (1 + np.tanh((2 * y - 1) * z / 2)) / 2
    return -np.mean(np.log1p(p))


@misconception(
    "bernoulli_nll_gradient", says="the label is added to the probability, not subtracted"
)
def nll_gradient_sum_of_both(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    p = (1 + np.tanh(z / 2)) / 2
    return (p + y) / len(y)


@misconception(
    "bernoulli_nll_gradient", says="the labels are missing: the probabilities alone come back"
)
def nll_gradient_probability_alone(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    p = (1 + np.tanh(z / 2)) / 2
    return p / len(y)


@misconception(
    "bernoulli_nll_gradient", says="the gradient is divided by n + 1, not by the number of samples"
)
def nll_gradient_n_plus_one(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    p = (1 + np.tanh(z / 2)) / 2
    return (p - y) / (len(y) + 1)


@misconception("bernoulli_nll_gradient", says="the residual is multiplied by the probability")
def nll_gradient_times_probability(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    p = (1 + np.tanh(z / 2)) / 2
    return (p - y) * p / len(y)


@misconception(
    "bernoulli_nll_gradient",
    says="every probability is compared with the label of the first sample",
)
def nll_gradient_rounded_labels(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    p = (1 + np.tanh(z / 2)) / 2
    return (p - y[0]) / len(y)


@misconception(
    "bernoulli_nll_gradient", says="every probability meets the label of the sample before it"
)
def nll_gradient_shifted(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    p = (1 + np.tanh(z / 2)) / 2
    return (p - np.roll(y, 1)) / len(y)


@misconception("gaussian_nll", says="ln σ is subtracted, not added")
def gaussian_minus_log_sigma(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (y - mu) * np.exp(-log_sigma)
    c = np.log(2 * np.pi) / 2
    return np.mean(u**2) / 2 - log_sigma + c


@misconception("gaussian_nll", says="the constant is subtracted, not added")
def gaussian_minus_constant(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (y - mu) * np.exp(-log_sigma)
    c = np.log(2 * np.pi) / 2
    return np.mean(u**2) / 2 + log_sigma - c


@misconception("gaussian_nll", says="π is missing in the constant")
def gaussian_constant_without_pi(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (y - mu) * np.exp(-log_sigma)
    np.log(2 * np.pi) / 2
    return np.mean(u**2) / 2 + log_sigma + np.log(2) / 2


@misconception("gaussian_nll", says="the 2 is missing inside the logarithm of the constant")
def gaussian_constant_without_two(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (y - mu) * np.exp(-log_sigma)
    np.log(2 * np.pi) / 2
    return np.mean(u**2) / 2 + log_sigma + np.log(np.pi) / 2


@misconception("gaussian_nll", says="ln σ is left out")
def gaussian_without_both_terms_of_sigma(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (y - mu) * np.exp(-log_sigma)
    c = np.log(2 * np.pi) / 2
    return np.mean(u**2) / 2 + c


@misconception("gaussian_nll", says="ln σ is halved, as the logarithm of a variance would be")
def gaussian_half_log_sigma(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (y - mu) * np.exp(-log_sigma)
    c = np.log(2 * np.pi) / 2
    return np.mean(u**2) / 2 + log_sigma / 2 + c


@misconception(
    "gaussian_nll",
    says="the deviations are divided by the fourth power of sigma, not by its square",
)
def gaussian_sigma_to_the_fourth(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (y - mu) * np.exp(-log_sigma)
    c = np.log(2 * np.pi) / 2
    return np.mean((u * np.exp(-log_sigma)) ** 2) / 2 + log_sigma + c


@misconception(
    "gaussian_nll", says="the squared residuals are subtracted, as in the likelihood itself"
)
def gaussian_square_subtracted(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (y - mu) * np.exp(-log_sigma)
    c = np.log(2 * np.pi) / 2
    return -np.mean(u**2) / 2 + log_sigma + c


@misconception("gaussian_nll", says="you return the mean log-likelihood: the minus sign is missing")
def gaussian_all_signs(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (y - mu) * np.exp(-log_sigma)
    c = np.log(2 * np.pi) / 2
    return -(np.mean(u**2) / 2 + log_sigma + c)


@misconception("gaussian_nll", says="the whole loss is doubled, as in a deviance")
def gaussian_times_two(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (y - mu) * np.exp(-log_sigma)
    c = np.log(2 * np.pi) / 2
    return np.mean(u**2) + 2 * log_sigma + 2 * c


@misconception("gaussian_nll", says="the factor ½ stands before all terms, ln σ included")
def gaussian_half_of_all(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (y - mu) * np.exp(-log_sigma)
    np.log(2 * np.pi) / 2
    return (np.mean(u**2) + log_sigma + np.log(2 * np.pi)) / 2


@misconception("gaussian_nll", says="you take the median of the squared residuals, not their mean")
def gaussian_median(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (y - mu) * np.exp(-log_sigma)
    c = np.log(2 * np.pi) / 2
    return np.median(u**2) / 2 + log_sigma + c


@misconception("gaussian_nll", says="you take the largest squared residual, not their mean")
def gaussian_largest(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (y - mu) * np.exp(-log_sigma)
    c = np.log(2 * np.pi) / 2
    return np.max(u**2) / 2 + log_sigma + c


@misconception("gaussian_nll", says="sigma is 2 to the power of log_sigma, not e to it")
def gaussian_powers_of_two(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    (y - mu) * np.exp(-log_sigma)
    c = np.log(2 * np.pi) / 2
    return np.mean(((y - mu) * 2.0**-log_sigma) ** 2) / 2 + log_sigma + c


@misconception("gaussian_nll", says="sigma is 10 to the power of log_sigma, not e to it")
def gaussian_powers_of_ten(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    (y - mu) * np.exp(-log_sigma)
    c = np.log(2 * np.pi) / 2
    return np.mean(((y - mu) * 10.0**-log_sigma) ** 2) / 2 + log_sigma + c


@misconception("gaussian_nll", says="predictions and measurements are added, not subtracted")
def gaussian_sum_of_values(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    (y - mu) * np.exp(-log_sigma)
    c = np.log(2 * np.pi) / 2
    return np.mean(((y + mu) * np.exp(-log_sigma)) ** 2) / 2 + log_sigma + c


@misconception(
    "gaussian_nll_gradients",
    says="in the gradient for log_sigma the squared term is added, not subtracted",
)
def gaussian_gradients_added_square(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (mu - y) * np.exp(-log_sigma)
    s = np.exp(log_sigma)
    return u / s / len(y), 1 + np.mean(u**2)


@misconception(
    "gaussian_nll_gradients", says="the gradient for the predictions is divided by n - 1"
)
def gaussian_gradients_n_minus_one(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (mu - y) * np.exp(-log_sigma)
    s = np.exp(log_sigma)
    return u / s / max(len(y) - 1, 1), 1 - np.mean(u**2)


@misconception(
    "gaussian_nll_gradients",
    says="the residuals are not divided by sigma at all in the gradient for the predictions",
)
def gaussian_gradients_undivided_by_sigma(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (mu - y) * np.exp(-log_sigma)
    np.exp(log_sigma)
    return (mu - y) / len(y), 1 - np.mean(u**2)


@misconception(
    "gaussian_nll_gradients",
    says="the gradient for log_sigma is the mean square alone, without the 1 and the minus sign",
)
def gaussian_gradients_square_alone(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (mu - y) * np.exp(-log_sigma)
    s = np.exp(log_sigma)
    return u / s / len(y), np.mean(u**2)


@misconception(
    "gaussian_nll_gradients", says="the 1 in the gradient for log_sigma is summed over the samples"
)
def gaussian_gradients_n_for_one(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (mu - y) * np.exp(-log_sigma)
    s = np.exp(log_sigma)
    return u / s / len(y), len(y) - np.mean(u**2)


@misconception("entropy", says="the terms are averaged over the outcomes, not summed")
def entropy_averaged(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p is no distribution")
    q = p[p > 0]
    return -np.sum(q * np.log(q)) / len(p)


@misconception(
    "entropy", says="you take the logarithm to base 2 where the natural one is asked for"
)
def entropy_base_two(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p is no distribution")
    q = p[p > 0]
    return -np.sum(q * np.log2(q))


@misconception("entropy", says="only the largest term of the sum comes back")
def entropy_largest_term(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p is no distribution")
    q = p[p > 0]
    return np.max(-q * np.log(q))


@misconception("entropy", says="the entropy carries a factor ½ that does not belong there")
def entropy_halved(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p is no distribution")
    q = p[p > 0]
    return -np.sum(q * np.log(q)) / 2


@misconception("entropy", says="the surprises are weighted with the roots of the probabilities")
def entropy_root_weights(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p is no distribution")
    q = p[p > 0]
    return -np.sum(np.sqrt(q) * np.log(q))


@misconception("cross_entropy", says="the minus sign is missing")
def cross_entropy_minus_missing(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length")
    m = p > 0
    with np.errstate(all="ignore"):
        _log_p, log_q = np.log(p), np.log(q)
    return np.sum(p[m] * log_q[m])


@misconception(
    "cross_entropy", says="you take the logarithm to base 2 where the natural one is asked for"
)
def cross_entropy_base_two(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length")
    m = p > 0
    with np.errstate(all="ignore"):
        _log_p, log_q = np.log(p), np.log(q)
    return -np.sum(p[m] * log_q[m]) / np.log(2)


@misconception("cross_entropy", says="q is not used: you return the entropy of p")
def cross_entropy_of_p_alone(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length")
    m = p > 0
    with np.errstate(all="ignore"):
        log_p, _log_q = np.log(p), np.log(q)
    return -np.sum(p[m] * log_p[m])


@misconception(
    "cross_entropy",
    says="the logarithm is that of q / p: you return the divergence, without the entropy of p",
)
def cross_entropy_of_ratio(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length")
    m = p > 0
    with np.errstate(all="ignore"):
        log_p, log_q = np.log(p), np.log(q)
    return -np.sum(p[m] * (log_q[m] - log_p[m]))


@misconception("cross_entropy", says="only the largest term of the sum comes back")
def cross_entropy_largest(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length")
    m = p > 0
    with np.errstate(all="ignore"):
        _log_p, log_q = np.log(p), np.log(q)
    return np.max(-p[m] * log_q[m])


@misconception("kl_divergence", says="the divergence carries a factor ½ that does not belong there")
def kl_halved(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length")
    m = p > 0
    with np.errstate(all="ignore"):
        log_p, log_q = np.log(p), np.log(q)
    return np.sum(p[m] * (log_p[m] - log_q[m])) / 2


@misconception(
    "kl_divergence",
    says="the logarithm of the ratio is weighted with q minus p, not with p",
)
def kl_minus_masses(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length")
    m = p > 0
    with np.errstate(all="ignore"):
        log_p, log_q = np.log(p), np.log(q)
    return np.sum((q[m] - p[m]) * (log_p[m] - log_q[m]))


@misconception("kl_divergence", says="only the largest term of the sum comes back")
def kl_largest_term(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length")
    m = p > 0
    with np.errstate(all="ignore"):
        log_p, log_q = np.log(p), np.log(q)
    return np.max(p[m] * (log_p[m] - log_q[m]))


@misconception("kl_divergence", says="the divergence is squared at the end")
def kl_squared(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length")
    m = p > 0
    with np.errstate(all="ignore"):
        log_p, log_q = np.log(p), np.log(q)
    return np.sum(p[m] * (log_p[m] - log_q[m])) ** 2


@misconception("kl_divergence", says="exp is taken of the divergence at the end")
def kl_exponential(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length")
    m = p > 0
    with np.errstate(all="ignore"):
        log_p, log_q = np.log(p), np.log(q)
    return np.exp(np.sum(p[m] * (log_p[m] - log_q[m])))


@misconception("log_partition", says="you take the mean of the exponentials, not their sum")
def log_partition_of_mean(energies, beta):
    E = np.asarray(energies, dtype=float)
    return np.logaddexp.reduce(-beta * E) - np.log(len(E))


@misconception("log_partition", says="the sign is that of the free energy: you return minus ln Z")
def log_partition_negative(energies, beta):
    E = np.asarray(energies, dtype=float)
    return -np.logaddexp.reduce(-beta * E)


@misconception("log_partition", says="the logarithm is divided by beta")
def log_partition_over_beta(energies, beta):
    E = np.asarray(energies, dtype=float)
    return np.logaddexp.reduce(-beta * E) / beta if beta else 0.0


@misconception("log_partition", says="beta stands before the logarithm and not in the exponent")
def log_partition_times_beta(energies, beta):
    E = np.asarray(energies, dtype=float)
    return beta * np.logaddexp.reduce(-E)


@misconception("log_partition", says="powers of 2 are taken inside the logarithm, not powers of e")
def log_partition_powers_of_two(energies, beta):
    E = np.asarray(energies, dtype=float)
    return np.logaddexp.reduce(-beta * E * np.log(2))


@misconception("log_partition", says="beta stands before the logarithm as well as in the exponent")
def log_partition_both(energies, beta):
    E = np.asarray(energies, dtype=float)
    return beta * np.logaddexp.reduce(-beta * E)


@misconception("log_partition", says="the mean exponent is added once more at the end")
def log_partition_from_mean_energy(energies, beta):
    E = np.asarray(energies, dtype=float)
    return np.logaddexp.reduce(-beta * E) + np.mean(-beta * E)


@misconception("log_partition", says="the exponent is doubled")
def log_partition_exponents_doubled(energies, beta):
    E = np.asarray(energies, dtype=float)
    return np.logaddexp.reduce(-2 * beta * E)


@misconception(
    "log_partition", says="you return the smallest exponent alone, without the logarithm of a sum"
)
def log_partition_smallest(energies, beta):
    E = np.asarray(energies, dtype=float)
    return np.min(-beta * E)


@misconception("boltzmann", says="one minus the probabilities is normalized")
def boltzmann_complement(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    p = w / w.sum()
    return (1 - p) / max(len(p) - 1, 1)


@misconception("boltzmann", says="the probabilities are squared and normalized again")
def boltzmann_squared(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    p = w / w.sum()
    return p**2 / np.sum(p**2)


@misconception("boltzmann", says="softmax is applied twice, the second time to the probabilities")
def boltzmann_of_probabilities(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    p = w / w.sum()
    return np.exp(p) / np.exp(p).sum()


@misconception(
    "boltzmann", says="you return the surprises, minus the logarithms of the probabilities"
)
def boltzmann_surprises(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    w / w.sum()
    return np.logaddexp.reduce(x) - x


@misconception(
    "boltzmann", says="the weights are divided by exp of the mean exponent, not by their sum"
)
def boltzmann_by_mean_shift(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    w / w.sum()
    return np.exp(x - x.mean())


@misconception("free_energy", says="the minus sign before ln Z is missing")
def free_energy_positive(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    p = w / w.sum()
    log_z = np.logaddexp.reduce(x)
    -np.sum(p[p > 0] * np.log(p[p > 0]))
    return log_z / beta


@misconception("free_energy", says="the entropy is subtracted without any temperature, from ln Z")
def free_energy_entropy_bare(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    p = w / w.sum()
    log_z = np.logaddexp.reduce(x)
    S = -np.sum(p[p > 0] * np.log(p[p > 0]))
    return -log_z / beta - S


@misconception(
    "free_energy", says="the energies are averaged with the probabilities, and ln Z is added"
)
def free_energy_averaged(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    p = w / w.sum()
    log_z = np.logaddexp.reduce(x)
    -np.sum(p[p > 0] * np.log(p[p > 0]))
    return p @ E + log_z / beta


@misconception("free_energy", says="the sum of all energies is subtracted from ln Z over beta")
def free_energy_sum_of_energies(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    p = w / w.sum()
    log_z = np.logaddexp.reduce(x)
    -np.sum(p[p > 0] * np.log(p[p > 0]))
    return -log_z / beta - np.sum(E)


@misconception("free_energy", says="the result carries a factor ½ that does not belong there")
def free_energy_halved(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    p = w / w.sum()
    log_z = np.logaddexp.reduce(x)
    -np.sum(p[p > 0] * np.log(p[p > 0]))
    return -log_z / beta / 2


@misconception("mean_energy", says="the derivative is by the temperature, not by beta")
def mean_energy_times_beta_squared(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    p = w / w.sum()
    return beta**2 * (p @ E**2 - (p @ E) ** 2)


@misconception("mean_energy", says="the probabilities are averaged, not the energies")
def mean_energy_of_probabilities(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    p = w / w.sum()
    return p @ p


@misconception("mean_energy", says="the plain average of the energies is subtracted")
def mean_energy_minus_plain(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    p = w / w.sum()
    return p @ E - E.mean()


@misconception("mean_energy", says="the mean is one of the lowest and the highest energy alone")
def mean_energy_two_largest(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    w / w.sum()
    w2 = np.exp(-beta * (np.array([E.min(), E.max()]) - E.min()))
    return w2 @ np.array([E.min(), E.max()]) / w2.sum()


@misconception("mean_energy", says="the root of the variance of the energy comes back")
def mean_energy_square_root(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    p = w / w.sum()
    return np.sqrt(p @ E**2 - (p @ E) ** 2)


@misconception(
    "mean_energy",
    says="the derivative is a difference quotient to one side, right to a few digits only",
)
def mean_energy_forward_1e_1(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    w / w.sum()
    h = 1e-1
    return -(np.logaddexp.reduce(-(beta + h) * E) - np.logaddexp.reduce(-beta * E)) / h


@misconception(
    "mean_energy",
    says="the derivative is a difference quotient to one side, right to a few digits only",
)
def mean_energy_forward_1e_2(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    w / w.sum()
    h = 1e-2
    return -(np.logaddexp.reduce(-(beta + h) * E) - np.logaddexp.reduce(-beta * E)) / h


@misconception(
    "mean_energy",
    says="the derivative is a difference quotient to one side, right to a few digits only",
)
def mean_energy_forward_1e_3(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    w / w.sum()
    h = 1e-3
    return -(np.logaddexp.reduce(-(beta + h) * E) - np.logaddexp.reduce(-beta * E)) / h


@misconception(
    "mean_energy",
    says="the derivative is a difference quotient to one side, right to a few digits only",
)
def mean_energy_forward_1e_4(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    w / w.sum()
    h = 1e-4
    return -(np.logaddexp.reduce(-(beta + h) * E) - np.logaddexp.reduce(-beta * E)) / h


@misconception(
    "mean_energy",
    says="the derivative is a difference quotient to one side, right to a few digits only",
)
def mean_energy_forward_1e_5(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    w / w.sum()
    h = 1e-5
    return -(np.logaddexp.reduce(-(beta + h) * E) - np.logaddexp.reduce(-beta * E)) / h


@misconception(
    "mean_energy", says="the derivative is a difference quotient, right to a few digits only"
)
def mean_energy_central_1e_1(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    w / w.sum()
    h = 1e-1
    return -(np.logaddexp.reduce(-(beta + h) * E) - np.logaddexp.reduce(-(beta - h) * E)) / (2 * h)


@misconception(
    "mean_energy", says="the derivative is a difference quotient, right to a few digits only"
)
def mean_energy_central_1e_2(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    w / w.sum()
    h = 1e-2
    return -(np.logaddexp.reduce(-(beta + h) * E) - np.logaddexp.reduce(-(beta - h) * E)) / (2 * h)


@misconception(
    "mean_energy", says="the derivative is a difference quotient, right to a few digits only"
)
def mean_energy_central_1e_3(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    w / w.sum()
    h = 1e-3
    return -(np.logaddexp.reduce(-(beta + h) * E) - np.logaddexp.reduce(-(beta - h) * E)) / (2 * h)


@misconception(
    "max_entropy_beta", says="you stop after 10 halvings, so only the first digits are right"
)
def max_entropy_beta_10_halvings_of_10(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of reach")

    def mean(beta):
        w = np.exp(-beta * E - np.max(-beta * E))
        return w @ E / w.sum()

    low, high = -10.0, 10.0
    for _ in range(10):
        beta = (low + high) / 2
        low, high = (beta, high) if mean(beta) > target else (low, beta)
    return beta


@misconception(
    "max_entropy_beta", says="you stop after 30 halvings, so only the first digits are right"
)
def max_entropy_beta_30_halvings_of_10(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of reach")

    def mean(beta):
        w = np.exp(-beta * E - np.max(-beta * E))
        return w @ E / w.sum()

    low, high = -10.0, 10.0
    for _ in range(30):
        beta = (low + high) / 2
        low, high = (beta, high) if mean(beta) > target else (low, beta)
    return beta


@misconception(
    "max_entropy_beta", says="you stop after 10 halvings, so only the first digits are right"
)
def max_entropy_beta_10_halvings_of_100(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of reach")

    def mean(beta):
        w = np.exp(-beta * E - np.max(-beta * E))
        return w @ E / w.sum()

    low, high = -100.0, 100.0
    for _ in range(10):
        beta = (low + high) / 2
        low, high = (beta, high) if mean(beta) > target else (low, beta)
    return beta


@misconception(
    "max_entropy_beta", says="you stop after 30 halvings, so only the first digits are right"
)
def max_entropy_beta_30_halvings_of_100(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of reach")

    def mean(beta):
        w = np.exp(-beta * E - np.max(-beta * E))
        return w @ E / w.sum()

    low, high = -100.0, 100.0
    for _ in range(30):
        beta = (low + high) / 2
        low, high = (beta, high) if mean(beta) > target else (low, beta)
    return beta


@misconception(
    "max_entropy_beta", says="you stop after 10 halvings, so only the first digits are right"
)
def max_entropy_beta_10_halvings_of_1000(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of reach")

    def mean(beta):
        w = np.exp(-beta * E - np.max(-beta * E))
        return w @ E / w.sum()

    low, high = -1000.0, 1000.0
    for _ in range(10):
        beta = (low + high) / 2
        low, high = (beta, high) if mean(beta) > target else (low, beta)
    return beta


@misconception(
    "max_entropy_beta", says="you stop after 30 halvings, so only the first digits are right"
)
def max_entropy_beta_30_halvings_of_1000(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of reach")

    def mean(beta):
        w = np.exp(-beta * E - np.max(-beta * E))
        return w @ E / w.sum()

    low, high = -1000.0, 1000.0
    for _ in range(30):
        beta = (low + high) / 2
        low, high = (beta, high) if mean(beta) > target else (low, beta)
    return beta


@misconception(
    "max_entropy_beta",
    says="your search stops where the mean energy is near the target, which leaves beta inexact",
)
def max_entropy_beta_within_1e_2_of_10(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of reach")

    def mean(beta):
        w = np.exp(-beta * E - np.max(-beta * E))
        return w @ E / w.sum()

    low, high = -10.0, 10.0
    for _ in range(200):
        beta = (low + high) / 2
        if abs(mean(beta) - target) < 1e-2:
            break
        low, high = (beta, high) if mean(beta) > target else (low, beta)
    return beta


@misconception(
    "max_entropy_beta",
    says="your search stops where the mean energy is near the target, which leaves beta inexact",
)
def max_entropy_beta_within_1e_2_of_100(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of reach")

    def mean(beta):
        w = np.exp(-beta * E - np.max(-beta * E))
        return w @ E / w.sum()

    low, high = -100.0, 100.0
    for _ in range(200):
        beta = (low + high) / 2
        if abs(mean(beta) - target) < 1e-2:
            break
        low, high = (beta, high) if mean(beta) > target else (low, beta)
    return beta


@misconception(
    "max_entropy_beta",
    says="your search stops where the mean energy is near the target, which leaves beta inexact",
)
def max_entropy_beta_within_1e_3_of_10(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of reach")

    def mean(beta):
        w = np.exp(-beta * E - np.max(-beta * E))
        return w @ E / w.sum()

    low, high = -10.0, 10.0
    for _ in range(200):
        beta = (low + high) / 2
        if abs(mean(beta) - target) < 1e-3:
            break
        low, high = (beta, high) if mean(beta) > target else (low, beta)
    return beta


@misconception(
    "max_entropy_beta",
    says="your search stops where the mean energy is near the target, which leaves beta inexact",
)
def max_entropy_beta_within_1e_3_of_100(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of reach")

    def mean(beta):
        w = np.exp(-beta * E - np.max(-beta * E))
        return w @ E / w.sum()

    low, high = -100.0, 100.0
    for _ in range(200):
        beta = (low + high) / 2
        if abs(mean(beta) - target) < 1e-3:
            break
        low, high = (beta, high) if mean(beta) > target else (low, beta)
    return beta


@misconception(
    "max_entropy_beta",
    says="your search stops where the mean energy is near the target, which leaves beta inexact",
)
def max_entropy_beta_within_1e_6_of_10(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of reach")

    def mean(beta):
        w = np.exp(-beta * E - np.max(-beta * E))
        return w @ E / w.sum()

    low, high = -10.0, 10.0
    for _ in range(200):
        beta = (low + high) / 2
        if abs(mean(beta) - target) < 1e-6:
            break
        low, high = (beta, high) if mean(beta) > target else (low, beta)
    return beta


@misconception(
    "max_entropy_beta",
    says="your search stops where the mean energy is near the target, which leaves beta inexact",
)
def max_entropy_beta_within_1e_6_of_100(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of reach")

    def mean(beta):
        w = np.exp(-beta * E - np.max(-beta * E))
        return w @ E / w.sum()

    low, high = -100.0, 100.0
    for _ in range(200):
        beta = (low + high) / 2
        if abs(mean(beta) - target) < 1e-6:
            break
        low, high = (beta, high) if mean(beta) > target else (low, beta)
    return beta


@misconception(
    "max_entropy_beta", says="you return an end of the first interval, which was never narrowed"
)
def max_entropy_beta_lower_end(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of reach")

    def mean(beta):
        w = np.exp(-beta * E - np.max(-beta * E))
        return w @ E / w.sum()

    low, high = -1.0, 1.0
    while mean(low) < target:
        low *= 2
    while mean(high) > target:
        high *= 2
    return (low + high) / 2
