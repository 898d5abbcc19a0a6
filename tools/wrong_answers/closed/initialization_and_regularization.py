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


# --- l1_penalty ---


@wrong_answer(
    "l1_penalty",
    cause="takes the absolute value of the sum, not the sum of them",
)
def l1_absolute_value_of_the_sum(w, lam):
    return lam * abs(np.sum(np.asarray(w, dtype=float)))


@wrong_answer("l1_penalty", cause="has a factor one half, as the L2 penalty")
def l1_with_a_half(w, lam):
    return lam / 2 * np.sum(np.abs(np.asarray(w, dtype=float)))


@wrong_answer(
    "l1_penalty",
    cause="uses norm(w, 1), for a matrix the largest column sum only",
)
def l1_as_matrix_norm(w, lam):
    return lam * np.linalg.norm(np.asarray(w, dtype=float), 1)


@wrong_answer("l1_penalty", cause="sums squares in place of absolute values")
def l1_sums_squares(w, lam):
    total = 0.0
    for value in np.ravel(w):
        total += float(value) ** 2
    return lam * total


@wrong_answer("l1_penalty", cause="leaves the last weight out, as if it were the bias")
def l1_spares_the_last_weight(w, lam):
    flat = np.asarray(w, dtype=float).ravel()
    return lam * np.abs(flat[:-1]).sum()


@wrong_answer("l1_penalty", cause="skips negative weights in the loop")
def l1_skips_negative_weights(w, lam):
    s = 0.0
    for value in np.asarray(w, dtype=float).flat:
        if value > 0:
            s += value
    return lam * s


# --- l1_gradient ---


@wrong_answer(
    "l1_gradient",
    cause="multiplies by the absolute value in place of the sign",
)
def l1_gradient_of_absolute_values(w, lam):
    return lam * np.abs(np.asarray(w, dtype=float))


@wrong_answer("l1_gradient", cause="takes the slope +lam at a weight of 0")
def l1_gradient_plus_at_zero(w, lam):
    w = np.asarray(w, dtype=float)
    return np.where(w >= 0, lam, -lam) * 1.0


@wrong_answer("l1_gradient", cause="takes the slope -lam at a weight of 0")
def l1_gradient_minus_at_zero(w, lam):
    w = np.asarray(w, dtype=float)
    g = np.full(w.shape, -float(lam))
    g[w > 0] = lam
    return g


@wrong_answer("l1_gradient", cause="has the opposite sign, pointing toward zero")
def l1_gradient_turned(w, lam):
    return -lam * np.sign(np.asarray(w, dtype=float))


@wrong_answer("l1_gradient", cause="has a factor one half")
def l1_gradient_with_a_half(w, lam):
    return 0.5 * lam * np.sign(np.asarray(w, dtype=float))


@wrong_answer(
    "l1_gradient",
    cause="smooths the kink: w / sqrt(w**2 + 0.01) for the sign",
)
def l1_gradient_smoothed(w, lam):
    w = np.asarray(w, dtype=float)
    return lam * w / np.sqrt(w**2 + 0.01)


# --- l2_penalty ---


@wrong_answer("l2_penalty", cause="takes the root: the norm in place of its square")
def l2_takes_the_norm(w, lam):
    w = np.asarray(w, dtype=float)
    return lam / 2 * np.sqrt(np.sum(w * w))


@wrong_answer("l2_penalty", cause="squares the sum in place of summing squares")
def l2_squares_the_sum(w, lam):
    return lam / 2 * np.sum(np.asarray(w, dtype=float)) ** 2


@wrong_answer("l2_penalty", cause="divides by 2 lam in place of multiplying by lam / 2")
def l2_divides_by_lam(w, lam):
    w = np.asarray(w, dtype=float)
    return np.sum(w**2) / (2 * lam) if lam > 0 else 0.0


@wrong_answer("l2_penalty", cause="squares lam too: sum((lam * w)**2) / 2")
def l2_squares_lam(w, lam):
    w = np.asarray(w, dtype=float)
    return 0.5 * np.sum((lam * w) ** 2)


@wrong_answer("l2_penalty", cause="sums absolute values, the L1 penalty with a half")
def l2_sums_absolute_values(w, lam):
    return lam / 2 * np.sum(np.abs(np.asarray(w, dtype=float)))


@wrong_answer("l2_penalty", cause="leaves the last weight out, as if it were the bias")
def l2_spares_the_last_weight(w, lam):
    flat = np.asarray(w, dtype=float).reshape(-1)
    return lam / 2 * np.dot(flat[:-1], flat[:-1])


# --- l2_gradient ---


@wrong_answer("l2_gradient", cause="has a factor 2 too many: 2 * lam * w")
def l2_gradient_doubled(w, lam):
    return 2 * lam * np.asarray(w, dtype=float)


@wrong_answer("l2_gradient", cause="keeps the half of the penalty: lam / 2 * w")
def l2_gradient_halved(w, lam):
    return lam / 2 * np.asarray(w, dtype=float)


@wrong_answer("l2_gradient", cause="forgets lam and returns w")
def l2_gradient_forgets_lam(w, lam):
    return np.array(w, dtype=float)


@wrong_answer(
    "l2_gradient",
    cause="returns the shrunken weights (1 - lam) * w, not the gradient",
)
def l2_gradient_as_weight_decay(w, lam):
    return (1 - lam) * np.asarray(w, dtype=float)


@wrong_answer("l2_gradient", cause="multiplies in place and so changes w")
def l2_gradient_changes_w(w, lam):
    w = np.asarray(w, dtype=float)
    w *= lam
    return w


@wrong_answer(
    "l2_gradient",
    cause="sets the gradient of the last weight to 0, as if a bias",
)
def l2_gradient_spares_the_last_weight(w, lam):
    g = lam * np.array(w, dtype=float)
    g.reshape(-1)[-1] = 0.0
    return g


# --- soft_threshold ---


@wrong_answer(
    "soft_threshold",
    cause="is hard thresholding: weights above t are not moved at all",
)
def threshold_is_hard(w, t):
    w = np.asarray(w, dtype=float)
    return np.where(np.abs(w) > t, w, 0.0)


@wrong_answer("soft_threshold", cause="forgets the sign, so all results are positive")
def threshold_forgets_the_sign(w, t):
    return np.maximum(np.abs(np.asarray(w, dtype=float)) - t, 0)


@wrong_answer(
    "soft_threshold",
    cause="shrinks by the factor 1 / (1 + t), the recipe for L2",
)
def threshold_of_l2(w, t):
    return np.asarray(w, dtype=float) / (1 + t)


@wrong_answer(
    "soft_threshold",
    cause="clips to -t ... t: returns what should be subtracted",
)
def threshold_clips(w, t):
    return np.clip(np.asarray(w, dtype=float), -t, t)


@wrong_answer("soft_threshold", cause="shrinks relatively, by t times the weight")
def threshold_relative(w, t):
    w = np.asarray(w, dtype=float)
    return np.sign(w) * np.maximum(np.abs(w) - t * np.abs(w), 0)


@wrong_answer(
    "soft_threshold",
    cause="fills an array of w's type, so integer weights are truncated",
)
def threshold_truncates_integers(w, t):
    w = np.asarray(w)
    out = np.zeros_like(w)
    out[w > t] = w[w > t] - t
    out[w < -t] = w[w < -t] + t
    return out


# --- dropout_forward ---


@wrong_answer("dropout_forward", cause="scales by 1 / p in place of 1 / (1 - p)")
def dropout_scales_by_one_over_p(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    keep = rng.random(X.shape) >= p
    mask = keep / p if p > 0 else keep.astype(float)
    return X * mask, mask


@wrong_answer(
    "dropout_forward",
    cause="draws from the global np.random and ignores rng",
)
def dropout_ignores_the_generator(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (np.random.rand(*X.shape) >= p) / (1 - p)
    return X * mask, mask


@wrong_answer(
    "dropout_forward",
    cause="drops exactly the share p of the entries, not each on its own",
)
def dropout_drops_an_exact_share(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = np.full(X.size, 1 / (1 - p))
    dropped = rng.permutation(X.size)[: int(round(p * X.size))]
    mask[dropped] = 0.0
    mask = mask.reshape(X.shape)
    return X * mask, mask


@wrong_answer("dropout_forward", cause="lets p = 1 pass the check and divides by zero")
def dropout_accepts_one(X, p, rng):
    if p < 0 or p > 1:
        raise ValueError("p must be a probability")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) / (1 - p)
    return X * mask, mask


@wrong_answer(
    "dropout_forward",
    cause="compares normal random numbers with p, not uniform ones",
)
def dropout_draws_normal_numbers(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    if p == 0:
        return X.copy(), np.ones(X.shape)
    mask = (rng.normal(size=X.shape) > p) / (1 - p)
    return X * mask, mask


@wrong_answer(
    "dropout_forward",
    cause="scales twice: the mask holds 1 / (1 - p), out is divided again",
)
def dropout_scales_twice(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) / (1 - p)
    out = X * mask
    out = out / (1 - p)
    return out, mask


# --- dropout_backward ---


@wrong_answer(
    "dropout_backward",
    cause="inverts the mask: passes on where entries were dropped",
)
def dropout_back_inverted(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    return np.where(mask == 0, dout, 0.0)


@wrong_answer("dropout_backward", cause="divides by the mask where it is not zero")
def dropout_back_divides(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    dX = np.zeros_like(dout)
    dX[mask != 0] = dout[mask != 0] / mask[mask != 0]
    return dX


@wrong_answer("dropout_backward", cause="multiplies dout by the mean of the mask")
def dropout_back_with_the_mean(dout, mask):
    return np.asarray(dout, dtype=float) * np.mean(mask)


@wrong_answer("dropout_backward", cause="multiplies by 1 - mask in place of the mask")
def dropout_back_one_minus_mask(dout, mask):
    return np.asarray(dout, dtype=float) * (1 - np.asarray(mask, dtype=float))


@wrong_answer(
    "dropout_backward",
    cause="draws a new mask in place of using that of the forward pass",
)
def dropout_back_draws_anew(dout, mask):
    dout, mask = np.asarray(dout, dtype=float), np.asarray(mask, dtype=float)
    scale = mask.max()
    keep = 1 / scale if scale > 0 else 1.0
    fresh = (np.random.default_rng().random(dout.shape) < keep) * scale
    return dout * fresh


@wrong_answer(
    "dropout_backward",
    cause="sets entries of dout to zero in place and changes it",
)
def dropout_back_changes_dout(dout, mask):
    dX = np.asarray(dout, dtype=float)
    dX *= np.asarray(mask, dtype=float)
    return dX


# --- early_stopping ---


@wrong_answer(
    "early_stopping",
    cause="ignores patience and returns the lowest of all losses",
)
def stopping_ignores_patience(losses, patience):
    return int(np.argmin(np.asarray(losses, dtype=float)))


@wrong_answer(
    "early_stopping",
    cause="waits for one failure more than patience, with >",
)
def stopping_waits_one_more(losses, patience):
    best, where, bad = np.inf, 0, 0
    for i, loss in enumerate(losses):
        if loss < best:
            best, where, bad = loss, i, 0
        else:
            bad += 1
        if bad > patience:
            break
    return where


@wrong_answer(
    "early_stopping",
    cause="compares with the loss before, not with the lowest so far",
)
def stopping_compares_with_the_last(losses, patience):
    losses = [float(v) for v in losses]
    bad, end = 0, len(losses)
    for i in range(1, len(losses)):
        if losses[i] < losses[i - 1]:
            bad = 0
        else:
            bad += 1
        if bad == patience:
            end = i + 1
            break
    return int(np.argmin(losses[:end]))


@wrong_answer(
    "early_stopping",
    cause="returns the step at which reading ends, not the best one",
)
def stopping_returns_the_end(losses, patience):
    best, bad = np.inf, 0
    for i, loss in enumerate(losses):
        if loss < best:
            best, bad = loss, 0
        else:
            bad += 1
            if bad >= patience:
                break
    return i


@wrong_answer(
    "early_stopping",
    cause="returns the lowest loss itself in place of its index",
)
def stopping_returns_the_loss(losses, patience):
    best, bad = float("inf"), 0
    for loss in losses:
        if loss < best:
            best, bad = loss, 0
        else:
            bad += 1
            if bad == patience:
                break
    return best


@wrong_answer(
    "early_stopping",
    cause="returns last index less patience, even if losses ran out",
)
def stopping_counts_back_from_the_end(losses, patience):
    best, bad = np.inf, 0
    for i, loss in enumerate(losses):
        if loss < best:
            best, bad = loss, 0
        else:
            bad += 1
            if bad >= patience:
                break
    return max(i - patience, 0)


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
