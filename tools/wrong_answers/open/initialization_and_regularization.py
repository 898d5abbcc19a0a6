"""Wrong answers to the exercises of initialization_and_regularization, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


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


# --- l1_penalty ---


@wrong_answer("l1_penalty", cause="sums the weights without taking absolute values")
def l1_without_absolute_values(w, lam):
    return lam * np.sum(np.asarray(w, dtype=float))


@wrong_answer(
    "l1_penalty",
    cause="takes the mean of the absolute values in place of the sum",
)
def l1_takes_the_mean(w, lam):
    return lam * np.mean(np.abs(np.asarray(w, dtype=float)))


@wrong_answer("l1_penalty", cause="forgets lam")
def l1_forgets_lam(w, lam):
    return float(np.abs(np.asarray(w, dtype=float)).sum())


@wrong_answer(
    "l1_penalty",
    cause="uses the Euclidean norm, the root of the sum of squares",
)
def l1_as_euclidean_norm(w, lam):
    return lam * np.linalg.norm(np.ravel(np.asarray(w, dtype=float)))


@wrong_answer("l1_penalty", cause="counts the weights that are not zero")
def l1_counts_weights(w, lam):
    return lam * float(np.count_nonzero(np.asarray(w)))


@wrong_answer(
    "l1_penalty",
    cause="takes the largest absolute value in place of the sum",
)
def l1_takes_the_maximum(w, lam):
    return lam * np.max(np.abs(np.asarray(w, dtype=float)))


# --- l1_gradient ---


@wrong_answer("l1_gradient", cause="returns lam * w, the gradient of the L2 penalty")
def l1_gradient_of_l2(w, lam):
    return lam * np.asarray(w, dtype=float)


@wrong_answer("l1_gradient", cause="forgets lam")
def l1_gradient_forgets_lam(w, lam):
    return np.sign(np.asarray(w, dtype=float))


@wrong_answer("l1_gradient", cause="computes w / |w|, nan at a weight of 0")
def l1_gradient_divides_by_zero(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * w / np.abs(w)


@wrong_answer("l1_gradient", cause="divides by the number of weights")
def l1_gradient_of_the_mean(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sign(w) / w.size


@wrong_answer(
    "l1_gradient",
    cause="returns 0 for negative weights too, as a ReLU's slope",
)
def l1_gradient_of_a_relu(w, lam):
    return lam * (np.asarray(w, dtype=float) > 0).astype(float)


@wrong_answer("l1_gradient", cause="takes the sign of the sum for all weights")
def l1_gradient_with_one_sign(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * np.sign(w.sum()) * np.ones_like(w)


# --- l2_penalty ---


@wrong_answer("l2_penalty", cause="forgets the half")
def l2_forgets_the_half(w, lam):
    return lam * np.sum(np.asarray(w, dtype=float) ** 2)


@wrong_answer("l2_penalty", cause="takes the mean of the squares in place of the sum")
def l2_takes_the_mean(w, lam):
    return lam / 2 * np.mean(np.square(np.asarray(w, dtype=float)))


@wrong_answer(
    "l2_penalty",
    cause="norm(w, 2)**2 is, for a matrix, the largest singular value only",
)
def l2_of_the_spectral_norm(w, lam):
    return lam / 2 * np.linalg.norm(np.asarray(w, dtype=float), 2) ** 2


@wrong_answer("l2_penalty", cause="uses integer division: lam // 2")
def l2_with_integer_division(w, lam):
    return lam // 2 * np.sum(np.asarray(w, dtype=float) ** 2)


@wrong_answer("l2_penalty", cause="forgets lam")
def l2_forgets_lam(w, lam):
    total = 0.0
    for value in np.asarray(w, dtype=float).ravel():
        total += value**2
    return total / 2


@wrong_answer(
    "l2_penalty",
    cause="has the sum under the fraction line: lam / (2 * sum)",
)
def l2_divides_by_the_sum(w, lam):
    s = np.sum(np.asarray(w, dtype=float) ** 2)
    return lam / (2 * s) if s else 0.0


# --- l2_gradient ---


@wrong_answer(
    "l2_gradient",
    cause="returns lam * sign(w), the gradient of the L1 penalty",
)
def l2_gradient_of_l1(w, lam):
    return lam * np.sign(np.asarray(w, dtype=float))


@wrong_answer("l2_gradient", cause="returns lam / 2 * w**2, the penalty entry by entry")
def l2_gradient_is_the_penalty(w, lam):
    return lam / 2 * np.asarray(w, dtype=float) ** 2


@wrong_answer("l2_gradient", cause="has the opposite sign")
def l2_gradient_turned(w, lam):
    return -lam * np.asarray(w, dtype=float)


@wrong_answer(
    "l2_gradient",
    cause="divides by the norm, as for a penalty on the norm itself",
)
def l2_gradient_of_the_norm(w, lam):
    w = np.asarray(w, dtype=float)
    length = np.sqrt(np.sum(w**2))
    return lam * w / length if length > 0 else np.zeros_like(w)


@wrong_answer("l2_gradient", cause="divides by the number of weights")
def l2_gradient_of_the_mean(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * w / w.size


@wrong_answer(
    "l2_gradient",
    cause="takes absolute values, so negative weights are pushed away",
)
def l2_gradient_of_absolute_values(w, lam):
    return lam * np.abs(np.asarray(w, dtype=float))


# --- soft_threshold ---


@wrong_answer(
    "soft_threshold",
    cause="does not stop at zero: small weights cross to the other side",
)
def threshold_crosses_zero(w, t):
    w = np.asarray(w, dtype=float)
    return w - t * np.sign(w)


@wrong_answer("soft_threshold", cause="adds t, moving away from zero")
def threshold_moves_away(w, t):
    w = np.asarray(w, dtype=float)
    return np.sign(w) * np.maximum(np.abs(w) + t, 0)


@wrong_answer("soft_threshold", cause="leaves weights smaller than t as they are")
def threshold_leaves_small_weights(w, t):
    w = np.array(w, dtype=float)
    large = np.abs(w) > t
    w[large] = w[large] - t * np.sign(w[large])
    return w


@wrong_answer(
    "soft_threshold",
    cause="sets all negative weights to zero: max(w - t, 0)",
)
def threshold_one_sided(w, t):
    return np.maximum(np.asarray(w, dtype=float) - t, 0.0)


@wrong_answer(
    "soft_threshold",
    cause="subtracts t from negative weights too, where it must be added",
)
def threshold_subtracts_on_both_sides(w, t):
    w = np.asarray(w, dtype=float)
    return np.where(np.abs(w) <= t, 0.0, w - t)


@wrong_answer(
    "soft_threshold",
    cause="shrinks the whole vector by its norm, as a group",
)
def threshold_of_a_group(w, t):
    w = np.asarray(w, dtype=float)
    norm = np.sqrt(np.sum(w**2))
    return w * max(1 - t / norm, 0.0) if norm > 0 else w.copy()


# --- dropout_forward ---


@wrong_answer(
    "dropout_forward",
    cause="keeps with probability p in place of dropping with it",
)
def dropout_keeps_with_p(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) < p) / (1 - p)
    return X * mask, mask


@wrong_answer(
    "dropout_forward",
    cause="does not scale the kept entries up (original dropout)",
)
def dropout_does_not_scale(X, p, rng):
    if p < 0 or p >= 1:
        raise ValueError(f"p must be in [0, 1), got {p}")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p).astype(float)
    return X * mask, mask


@wrong_answer(
    "dropout_forward",
    cause="multiplies the kept entries by 1 - p in place of dividing",
)
def dropout_scales_down(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) * (1 - p)
    return X * mask, mask


@wrong_answer(
    "dropout_forward",
    cause="draws one mask for the features and uses it for all samples",
)
def dropout_shares_the_mask(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    row = (rng.random(X.shape[-1]) >= p) / (1 - p)
    mask = np.broadcast_to(row, X.shape).copy()
    return X * mask, mask


@wrong_answer(
    "dropout_forward",
    cause="returns a mask of zeros and ones, though out is scaled",
)
def dropout_returns_an_unscaled_mask(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p).astype(float)
    return X * mask / (1 - p), mask


@wrong_answer("dropout_forward", cause="rejects p = 0, which is allowed")
def dropout_rejects_zero(X, p, rng):
    if not 0 < p < 1:
        raise ValueError("p must lie between 0 and 1")
    X = np.asarray(X, dtype=float)
    mask = rng.binomial(1, 1 - p, size=X.shape) / (1 - p)
    return X * mask, mask


# --- dropout_backward ---


@wrong_answer(
    "dropout_backward",
    cause="forgets the scale of the mask and multiplies by 0 or 1",
)
def dropout_back_unscaled(dout, mask):
    return np.asarray(dout, dtype=float) * (np.asarray(mask) > 0)


@wrong_answer("dropout_backward", cause="scales again: multiplies by the mask twice")
def dropout_back_scaled_twice(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return dout * mask * mask


@wrong_answer("dropout_backward", cause="passes dout through without the mask")
def dropout_back_without_mask(dout, mask):
    return np.array(dout, dtype=float)


@wrong_answer("dropout_backward", cause="scales all entries and forgets to drop any")
def dropout_back_scales_all(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return dout * np.max(mask)


@wrong_answer("dropout_backward", cause="divides by the number of rows")
def dropout_back_divides_by_n(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return dout * mask / dout.shape[0]


@wrong_answer(
    "dropout_backward",
    cause="drops negative gradients too, as a ReLU would its inputs",
)
def dropout_back_drops_negative_gradients(dout, mask):
    dX = np.asarray(dout, dtype=float) * np.asarray(mask, dtype=float)
    return np.maximum(dX, 0)


# --- early_stopping ---


@wrong_answer("early_stopping", cause="counts an equal loss as an improvement, with <=")
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


@wrong_answer(
    "early_stopping",
    cause="never sets the count back, so failures need not be in a row",
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


@wrong_answer("early_stopping", cause="demands an improvement of at least 1 percent")
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


@wrong_answer(
    "early_stopping",
    cause="counts steps from 1, so the index is one too large",
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


@wrong_answer(
    "early_stopping",
    cause="gives up one failure too soon, as it starts counting at 1",
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


@wrong_answer("early_stopping", cause="does not count equal losses as failures")
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
