"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

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
