"""Wrong answers to the exercises of regularization, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


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
