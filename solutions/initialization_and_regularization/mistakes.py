"""Wrong answers that students give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

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


# --- penalties -------------------------------------------------------------------------


@mistake(
    "l1_penalty",
    diagnosis="value",
    keeps=1,
    says=("you take the absolute value of the sum, so positive and negative weights cancel"),
)
def l1_of_the_sum(w, lam):
    return lam * abs(np.sum(w))


@mistake(
    "l1_penalty",
    diagnosis="factor",
    keeps=1,
    also=["regularization"],
    says="the penalty carries a factor ½ that does not belong there",
)
def l1_penalty_halved(w, lam):
    return lam / 2 * np.sum(np.abs(w))


@mistake(
    "l1_gradient",
    diagnosis="value",
    keeps=1,
    says="at a weight of 0 your slope is lam, that of positive weights",
)
def l1_gradient_that_is_one_at_zero(w, lam):
    return lam * np.where(np.asarray(w, dtype=float) >= 0, 1.0, -1.0)


@mistake(
    "l1_gradient",
    diagnosis="not-finite",
    keeps=1,
    says="at a weight of 0 you divide zero by zero, which gives nan",
)
def l1_gradient_by_division(w, lam):
    w = np.asarray(w, dtype=float)
    with np.errstate(invalid="ignore"):
        return lam * w / np.abs(w)


@mistake(
    "l1_gradient",
    diagnosis="value",
    keeps=1,
    says="the sign of the weights is not used, so negative ones are pushed away from 0",
)
def l1_gradient_without_the_sign(w, lam):
    return lam * np.ones_like(np.asarray(w, dtype=float))


@mistake(
    "l1_gradient",
    diagnosis="value",
    also=("suspect",),
    keeps=1,
    says="the strength lam is not used in your result",
)
def l1_gradient_without_the_strength(w, lam):
    return np.sign(np.asarray(w, dtype=float))


@mistake(
    "l2_penalty",
    diagnosis="factor",
    keeps=1,
    also=["regularization"],
    says="the factor ½ is missing in your penalty",
)
def l2_penalty_without_the_half(w, lam):
    return lam * np.sum(np.asarray(w, dtype=float) ** 2)


@mistake(
    "l2_penalty",
    diagnosis="value",
    keeps=1,
    also=["factor"],
    says="you take the length of w, not its square",
)
def l2_penalty_by_the_length(w, lam):
    return lam / 2 * np.sqrt(np.sum(np.asarray(w, dtype=float) ** 2))


@mistake(
    "l2_gradient",
    diagnosis="factor",
    keeps=1,
    also=["regularization"],
    says="the gradient carries a factor 2 that does not belong there",
)
def l2_gradient_twice(w, lam):
    return 2 * lam * np.asarray(w, dtype=float)


@mistake("l2_gradient", diagnosis="in-place", keeps=1)
def l2_gradient_in_its_argument(w, lam):
    w = np.asarray(w, dtype=float)
    w *= lam
    return w


@mistake(
    "l2_gradient",
    diagnosis="shape",
    keeps=1,
    says="the entries are added up to a single number instead of being kept one by one",
)
def l2_gradient_added_up(w, lam):
    return lam * np.sum(np.asarray(w, dtype=float))


# --- soft_threshold --------------------------------------------------------------------


@mistake(
    "soft_threshold",
    diagnosis="value",
    says="weights beyond t are kept as they are, not moved toward zero",
)
def hard_threshold(w, t):
    w = np.asarray(w, dtype=float)
    return np.where(np.abs(w) > t, w, 0.0)


@mistake(
    "soft_threshold",
    diagnosis="value",
    says="the weights do not stop at zero, and small ones cross to the other side",
)
def soft_threshold_beyond_zero(w, t):
    w = np.asarray(w, dtype=float)
    return w - t * np.sign(w)


@mistake(
    "soft_threshold",
    diagnosis="value",
    says="all negative weights are set to 0, however large they are",
)
def soft_threshold_of_positive_weights(w, t):
    return np.maximum(np.asarray(w, dtype=float) - t, 0.0)


@mistake(
    "soft_threshold",
    diagnosis="value",
    says="the sign of the weights gets lost, so negative ones come out positive",
)
def soft_threshold_that_loses_the_sign(w, t):
    return np.maximum(np.abs(np.asarray(w, dtype=float)) - t, 0.0)


@mistake(
    "soft_threshold",
    diagnosis="value",
    says="the weights are divided by 1 + t, which is the recipe for L2",
)
def shrinkage_of_l2(w, t):
    return np.asarray(w, dtype=float) / (1 + t)


@mistake("soft_threshold", diagnosis="in-place", keeps=0)
def soft_threshold_in_its_argument(w, t):
    w = np.asarray(w, dtype=float)
    w[np.abs(w) <= t] = 0.0
    return w - t * np.sign(w)


# --- dropout ---------------------------------------------------------------------------


@mistake(
    "dropout_forward",
    diagnosis="value",
    also=("suspect",),
    keeps=1.5,
    says="the kept entries are not scaled up",
)
def dropout_without_the_scale(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p).astype(float)
    return X * mask, mask


@mistake(
    "dropout_forward",
    diagnosis="distribution",
    keeps=1,
    also=("zero", "suspect"),
    says=("the condition is turned round: entries are kept with probability p, not dropped"),
)
def dropout_that_keeps_with_probability_p(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) < p) / (1 - p)
    return X * mask, mask


@mistake(
    "dropout_forward",
    diagnosis="suspect",
    keeps=1,
    says="the scale is missing in the mask you return and stands only in the output",
)
def dropout_with_the_scale_only_in_the_output(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p).astype(float)
    return X * mask / (1 - p), mask


@mistake(
    "dropout_forward",
    diagnosis="distribution",
    also=("suspect",),
    keeps=1.5,
    says=("one mask for the features is used for all samples, so whole columns are dropped"),
)
def dropout_of_whole_columns(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    X = np.asarray(X, dtype=float)
    mask = np.broadcast_to((rng.random(X.shape[-1:]) >= p) / (1 - p), X.shape).copy()
    return X * mask, mask


@mistake(
    "dropout_forward",
    diagnosis="distribution",
    also=("suspect",),
    keeps=1.5,
    says="one random number decides for a whole sample, so whole rows are dropped",
)
def dropout_of_whole_rows(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    X = np.asarray(X, dtype=float)
    keep = rng.random(X.shape[:1]).reshape(-1, *[1] * (X.ndim - 1)) >= p
    mask = np.broadcast_to(keep / (1 - p), X.shape).copy()
    return X * mask, mask


@mistake(
    "dropout_forward",
    diagnosis="distribution",
    keeps=1.5,
    says=("a fixed share of the entries is dropped, where each should be drawn on its own"),
)
def dropout_of_a_fixed_share(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    X = np.asarray(X, dtype=float)
    mask = np.full(X.size, 1 / (1 - p))
    mask[rng.choice(X.size, size=round(p * X.size), replace=False)] = 0.0
    mask = mask.reshape(X.shape)
    return X * mask, mask


@mistake("dropout_forward", diagnosis="no-error", keeps=2.5)
def dropout_at_any_probability(X, p, rng):
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) / (1 - p if p != 1 else 1.0)
    return X * mask, mask


@mistake("dropout_forward", diagnosis="no-error", keeps=2.5)
def dropout_that_drops_everything_if_asked(X, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) / max(1 - p, 1e-12)
    return X * mask, mask


@mistake(
    "dropout_forward",
    diagnosis="rule",
    keeps=1.5,
    says="you make a generator of your own, and rng is not used",
)
def dropout_with_the_global_generator(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    X = np.asarray(X, dtype=float)
    mask = (np.random.default_rng().random(X.shape) >= p) / (1 - p)
    return X * mask, mask


@mistake("dropout_forward", diagnosis="type", keeps=1)
def dropout_without_the_mask(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    X = np.asarray(X, dtype=float)
    return X * (rng.random(X.shape) >= p) / (1 - p)


@mistake(
    "dropout_backward",
    diagnosis="value",
    keeps=2,
    also=["factor"],
    says="the scale of the mask is lost: you multiply by 0 or 1 only",
)
def dropout_backward_without_the_scale(dout, mask):
    return np.asarray(dout, dtype=float) * (np.asarray(mask) > 0)


@mistake(
    "dropout_backward",
    diagnosis="value",
    keeps=2,
    says="dout is passed through as it is, and the mask is not used",
)
def dropout_backward_as_it_came(dout, mask):
    return np.array(dout, dtype=float)


@mistake(
    "dropout_backward",
    diagnosis="not-finite",
    keeps=2,
    says="you divide by the mask, and at dropped entries that is a division by zero",
)
def dropout_backward_undone(dout, mask):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(dout, dtype=float) / np.asarray(mask, dtype=float)


@mistake(
    "dropout_backward",
    diagnosis="value",
    keeps=2,
    also=["factor"],
    says="the mask is multiplied in twice, so the scale is squared",
)
def dropout_backward_with_the_scale_twice(dout, mask):
    return np.asarray(dout, dtype=float) * np.asarray(mask, dtype=float) ** 2


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


# --- early_stopping --------------------------------------------------------------------


@mistake(
    "early_stopping",
    diagnosis="value",
    also=("suspect",),
    says="all losses are searched for the lowest, so patience is not used",
)
def early_stopping_at_the_lowest_of_all(losses, patience):
    return int(np.argmin(losses))


@mistake(
    "early_stopping",
    diagnosis="value",
    says="you return the step at which reading ended, not the one with the lowest loss",
)
def early_stopping_where_it_stopped(losses, patience):
    best, t = 0, 0
    for t, loss in enumerate(losses):
        if loss < losses[best]:
            best = t
        elif t - best >= patience:
            return t
    return t


@mistake(
    "early_stopping",
    diagnosis="value",
    says=("the count of failures is not set back at an improvement, so they need not be in a row"),
)
def early_stopping_that_counts_all_failures(losses, patience):
    best, failures = 0, 0
    for t, loss in enumerate(losses):
        if loss < losses[best]:
            best = t
        elif t > 0:
            failures += 1
            if failures >= patience:
                break
    return best


@mistake(
    "early_stopping",
    diagnosis="value",
    also=("suspect",),
    says="you wait for one failure more than patience says",
)
def early_stopping_one_step_too_patient(losses, patience):
    best = 0
    for t, loss in enumerate(losses):
        if loss < losses[best]:
            best = t
        elif t - best > patience:
            break
    return best


@mistake(
    "early_stopping",
    diagnosis="value",
    keeps=1,
    says="an equal loss counts as lower, so you keep the last of equal ones",
)
def early_stopping_that_takes_the_last_of_equals(losses, patience):
    best = 0
    for t, loss in enumerate(losses):
        if loss <= losses[best]:
            best = t
        elif t - best >= patience:
            break
    return best


@mistake(
    "early_stopping",
    diagnosis="value",
    keeps=1,
    says=("an improvement must reach a smallest size in your code, but any lower loss counts"),
)
def early_stopping_with_a_tolerance(losses, patience):
    best = 0
    for t, loss in enumerate(losses):
        if loss < losses[best] - 1e-4:
            best = t
        elif t - best >= patience:
            break
    return best


@mistake(
    "early_stopping",
    diagnosis="value",
    keeps=1,
    says="the lowest loss starts at 1000, so larger losses never count as lower",
)
def early_stopping_from_a_lowest_loss_of_a_thousand(losses, patience):
    best, lowest, failures = 0, 1000.0, 0
    for t, loss in enumerate(losses):
        if loss < lowest:
            best, lowest, failures = t, loss, 0
        else:
            failures += 1
            if failures >= patience:
                break
    return best


@mistake(
    "early_stopping",
    diagnosis="value",
    also=("suspect",),
    says=("failures are counted against the loss just before, not against the lowest so far"),
)
def early_stopping_by_comparing_neighbors(losses, patience):
    best, rises = 0, 0
    for t in range(1, len(losses)):
        rises = 0 if losses[t] < losses[t - 1] else rises + 1
        if losses[t] < losses[best]:
            best = t
        if rises >= patience:
            break
    return best


@mistake(
    "early_stopping",
    diagnosis="dtype",
    says="you return the lowest loss itself, not its index",
)
def the_lowest_loss_itself(losses, patience):
    best = 0
    for t, loss in enumerate(losses):
        if loss < losses[best]:
            best = t
        elif t - best >= patience:
            break
    return losses[best]
