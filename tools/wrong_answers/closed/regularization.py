"""Wrong answers to the exercises of regularization, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


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
