"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

from .reference import hebbian_weights, local_field_update, overlap, recall, ridge

# --- local_field_update ---


@formula("local_field_update")
def unit_by_its_gain(W, s, i):
    s = np.array(s, dtype=float)
    if s[i] * (np.asarray(W)[i] @ s) < 0:
        s[i] = -s[i]
    return s


@misconception("local_field_update", says="the unit flips whatever its field is")
def flips_always(W, s, i):
    new = np.array(s, dtype=float)
    new[i] = -new[i]
    return new


@misconception("local_field_update", says="the unit always becomes +1")
def fires_always(W, s, i):
    new = np.array(s, dtype=float)
    new[i] = 1.0
    return new


@misconception("local_field_update", says="the unit flips where it agrees with its field")
def flips_when_content(W, s, i):
    new = np.array(s, dtype=float)
    if new[i] * (np.asarray(W)[i] @ new) > 0:
        new[i] = -new[i]
    return new


@misconception("local_field_update", says="a silent unit becomes 0, where it is -1 here")
def silent_is_zero(W, s, i):
    new = np.array(s, dtype=float)
    field = np.asarray(W)[i] @ new
    if field != 0:
        new[i] = 1.0 if field > 0 else 0.0
    return new


@misconception("local_field_update", says="the weights are summed, and not weighed with the states")
def sums_the_weights(W, s, i):
    new = np.array(s, dtype=float)
    field = np.sum(np.asarray(W)[i])
    if field != 0:
        new[i] = np.sign(field)
    return new


@misconception("local_field_update", says="units are counted from 1, and not from 0")
def counts_from_one(W, s, i):
    new = np.array(s, dtype=float)
    field = np.asarray(W)[i - 1] @ new
    if field != 0:
        new[i - 1] = np.sign(field)
    return new


@misconception("local_field_update", says="a field of size 1 or less is taken for none")
def field_rounded_away(W, s, i):
    new = np.array(s, dtype=float)
    field = np.asarray(W)[i] @ new
    if abs(field) > 1:
        new[i] = np.sign(field)
    return new


# --- hebbian_weights ---


@formula("hebbian_weights")
def hebb_pattern_by_pattern(patterns):
    patterns = np.asarray(patterns, dtype=float)
    W = np.zeros((patterns.shape[1],) * 2)
    for pattern in patterns:
        W += np.outer(pattern, pattern) / patterns.shape[1]
    np.fill_diagonal(W, 0)
    return W


@misconception("hebbian_weights", says="the signs of the weights are turned round")
def hebb_with_the_other_sign(patterns):
    patterns = np.asarray(patterns, dtype=float)
    W = -patterns.T @ patterns / patterns.shape[1]
    np.fill_diagonal(W, 0)
    return W


@misconception("hebbian_weights", says="the sum is divided by units times patterns")
def hebb_divided_by_both(patterns):
    patterns = np.asarray(patterns, dtype=float)
    W = patterns.T @ patterns / patterns.size
    np.fill_diagonal(W, 0)
    return W


@misconception("hebbian_weights", says="units that are both silent are not counted as in agreement")
def hebb_of_firing_units(patterns):
    firing = (np.asarray(patterns, dtype=float) + 1) / 2
    W = firing.T @ firing / firing.shape[1]
    np.fill_diagonal(W, 0)
    return W


@misconception("hebbian_weights", says="the sign of the sum is taken, which loses its size")
def hebb_clipped(patterns):
    patterns = np.asarray(patterns, dtype=float)
    W = np.sign(patterns.T @ patterns) / patterns.shape[1]
    np.fill_diagonal(W, 0)
    return W


@misconception("hebbian_weights", says="the diagonal is 1, and not 0")
def hebb_with_ones_on_the_diagonal(patterns):
    patterns = np.asarray(patterns, dtype=float)
    W = patterns.T @ patterns / patterns.shape[1]
    np.fill_diagonal(W, 1)
    return W


@misconception("hebbian_weights", says="the mean pattern is stored, and not each of them")
def hebb_of_the_mean(patterns):
    mean = np.mean(np.asarray(patterns, dtype=float), axis=0)
    W = np.outer(mean, mean) / len(mean)
    np.fill_diagonal(W, 0)
    return W


@misconception("hebbian_weights", says="the sum is divided by N - 1, the number of other units")
def hebb_divided_by_the_others(patterns):
    patterns = np.asarray(patterns, dtype=float)
    W = patterns.T @ patterns / max(1, patterns.shape[1] - 1)
    np.fill_diagonal(W, 0)
    return W


# --- overlap ---


@formula("overlap")
def overlap_by_the_scalar_product(s, pattern):
    return np.dot(np.asarray(s, dtype=float), np.asarray(pattern)) / len(s)


@misconception("overlap", says="only the units that fire in both are counted")
def overlap_of_firing_units(s, pattern):
    return float(np.mean((np.asarray(s) > 0) & (np.asarray(pattern) > 0)))


@misconception("overlap", says="the differences are averaged, and not the products")
def overlap_by_differences(s, pattern):
    return float(np.mean(np.abs(np.asarray(s, dtype=float) - np.asarray(pattern))))


@misconception("overlap", says="the sum is divided by the lengths once too often")
def overlap_divided_twice(s, pattern):
    return float(np.mean(np.asarray(s, dtype=float) * np.asarray(pattern))) / len(s)


@misconception("overlap", says="the squared overlap comes back")
def overlap_squared(s, pattern):
    return float(np.mean(np.asarray(s, dtype=float) * np.asarray(pattern))) ** 2


@misconception("overlap", says="this is the correlation, from which the means are taken away")
def overlap_as_covariance(s, pattern):
    s, pattern = np.asarray(s, dtype=float), np.asarray(pattern, dtype=float)
    return float(np.mean((s - s.mean()) * (pattern - pattern.mean())))


# --- energy ---


@formula("energy")
def energy_over_pairs(W, s):
    s = np.asarray(s, dtype=float)
    return -np.sum(np.triu(np.asarray(W) * np.outer(s, s), 1))


@misconception("energy", says="the sign is lost: an energy may be negative")
def energy_without_sign(W, s):
    s = np.asarray(s, dtype=float)
    return abs(s @ np.asarray(W) @ s) / 2


@misconception("energy", says="the mean over all pairs is taken, and not the sum")
def energy_averaged_over_pairs(W, s):
    s = np.asarray(s, dtype=float)
    return -np.mean(np.asarray(W) * np.outer(s, s))


@misconception("energy", says="the state enters squared, so it drops out")
def energy_of_squares(W, s):
    s = np.square(np.asarray(s, dtype=float))
    return -s @ np.asarray(W) @ s / 2


@misconception("energy", says="the sizes of the fields are summed, whether a unit agrees or not")
def energy_of_field_sizes(W, s):
    return -np.sum(np.abs(np.asarray(W) @ np.asarray(s, dtype=float))) / 2


@misconception("energy", says="the sign is missing, and pairs are counted twice")
def energy_as_a_quadratic_form(W, s):
    s = np.asarray(s, dtype=float)
    return s @ np.asarray(W) @ s


@misconception("energy", says="half is taken twice")
def energy_of_a_quarter(W, s):
    s = np.asarray(s, dtype=float)
    return -s @ np.asarray(W) @ s / 4


# --- recall ---


@misconception("recall", says="units without a field become +1 or 0, where they keep their state")
def recall_with_ties_up(W, s, rng, max_sweeps=100):
    W, s = np.asarray(W, dtype=float), np.array(s, dtype=float)
    for _ in range(max_sweeps):
        before = s.copy()
        for i in rng.permutation(len(s)):
            s[i] = 1.0 if W[i] @ s >= 0 else -1.0
        if np.array_equal(s, before):
            break
    return s


@misconception(
    "recall", says="all fields of a sweep are computed beforehand, so units move at once"
)
def recall_with_old_fields(W, s, rng, max_sweeps=100):
    W, s = np.asarray(W, dtype=float), np.array(s, dtype=float)
    for _ in range(min(max_sweeps, 1000)):
        before, field = s.copy(), W @ s
        for i in rng.permutation(len(s)):
            if field[i] != 0:
                s[i] = np.sign(field[i])
        if np.array_equal(s, before):
            break
    return s


@misconception("recall", says="nothing is changed: the start comes back")
def recall_that_does_nothing(W, s, rng, max_sweeps=100):
    return np.array(s, dtype=float)


@misconception("recall", says="units turn against their fields, and the energy climbs")
def recall_uphill(W, s, rng, max_sweeps=100):
    W, s = -np.asarray(W, dtype=float), np.array(s, dtype=float)
    for _ in range(max_sweeps):
        before = s
        for i in rng.permutation(len(s)):
            s = local_field_update(W, s, i)
        if np.array_equal(s, before):
            break
    return s


@misconception("recall", says="one unit is updated in what should be a sweep over all")
def recall_of_one_unit_a_sweep(W, s, rng, max_sweeps=100):
    s = np.array(s, dtype=float)
    for _ in range(min(max_sweeps, 1000)):
        s = local_field_update(W, s, rng.integers(len(s)))
    return s


@misconception("recall", says="it stops one sweep too early")
def recall_a_sweep_short(W, s, rng, max_sweeps=100):
    s = np.array(s, dtype=float)
    for _ in range(max_sweeps - 1):
        before = s
        for i in rng.permutation(len(s)):
            s = local_field_update(W, s, i)
        if np.array_equal(s, before):
            break
    return s


# --- capacity_curve ---


@misconception("capacity_curve", says="it is the same number of patterns for every load")
def curve_of_one_load(N, loads, rng):
    p = max(1, round(loads[0] * N))
    patterns = rng.choice([-1.0, 1.0], (p, N))
    W = hebbian_weights(patterns)
    kept = np.mean([overlap(recall(W, x, rng), x) for x in patterns])
    return np.full(len(loads), kept)


@misconception(
    "capacity_curve", says="recall starts from damaged patterns, and not the stored ones"
)
def curve_from_damaged_patterns(N, loads, rng):
    found = []
    for load in loads:
        patterns = rng.choice([-1.0, 1.0], (max(1, round(load * N)), N))
        W = hebbian_weights(patterns)
        starts = patterns * np.where(rng.random(patterns.shape) < 0.2, -1.0, 1.0)
        found.append(np.mean([overlap(recall(W, s, rng), x) for s, x in zip(starts, patterns)]))
    return np.array(found)


@misconception("capacity_curve", says="the overlap is that of the start with itself, which is 1")
def curve_without_recall(N, loads, rng):
    return np.ones(len(loads))


@misconception("capacity_curve", says="patterns are vectors of normal numbers, and not of signs")
def curve_of_normal_patterns(N, loads, rng):
    found = []
    for load in loads:
        patterns = rng.normal(size=(max(1, round(load * N)), N))
        W = hebbian_weights(patterns)
        found.append(np.mean([overlap(recall(W, np.sign(x), rng), np.sign(x)) for x in patterns]))
    return np.array(found)


@misconception("capacity_curve", says="the load is taken for the number of patterns")
def curve_of_load_patterns(N, loads, rng):
    found = []
    for load in loads:
        patterns = rng.choice([-1.0, 1.0], (max(1, round(load)), N))
        W = hebbian_weights(patterns)
        found.append(np.mean([overlap(recall(W, x, rng), x) for x in patterns]))
    return np.array(found)


@misconception("capacity_curve", says="the share of patterns that are kept whole is counted")
def curve_of_whole_patterns(N, loads, rng):
    found = []
    for load in loads:
        patterns = rng.choice([-1.0, 1.0], (max(1, round(load * N)), N))
        W = hebbian_weights(patterns)
        found.append(np.mean([np.array_equal(recall(W, x, rng), x) for x in patterns]))
    return np.array(found)


# --- restore ---


@misconception("restore", says="this is Hebb's rule, with the mean ink taken away from each letter")
def restore_by_hebb_without_the_mean_ink(patterns):
    patterns = np.asarray(patterns, dtype=float)
    patterns = patterns - patterns.mean(axis=1, keepdims=True)
    W = patterns.T @ patterns / patterns.shape[1]
    np.fill_diagonal(W, 0)
    return W


@misconception("restore", says="the weights of the regression come back, and hold no diagonal of 0")
def restore_by_regression_alone(patterns):
    patterns = np.asarray(patterns, dtype=float)
    return np.column_stack([ridge(patterns, pixel, 0.1) for pixel in patterns.T])


@misconception("restore", says="the diagonal is taken away before the inverse, so nothing cancels")
def restore_by_an_inverse_of_hebb(patterns):
    W = hebbian_weights(patterns)
    return np.linalg.pinv(W)


@misconception("restore", says="the correlations of pixels are clipped to their signs")
def restore_by_signs(patterns):
    return np.sign(hebbian_weights(patterns))


@misconception("restore", says="all weights are zero")
def restore_nothing(patterns):
    return np.zeros((len(patterns[0]),) * 2)
