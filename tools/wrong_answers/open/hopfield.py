"""Wrong answers to the exercises of hopfield, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- local_field_update ---


@wrong_answer("local_field_update", cause="all units are updated, not unit i alone")
def update_of_all_units(W, s, i):
    s = np.array(s, float)
    field = np.asarray(W) @ s
    return np.where(field == 0, s, np.sign(field))


@wrong_answer("local_field_update", cause="np.sign gives 0 where the field is 0")
def update_to_zero(W, s, i):
    s = np.array(s, float)
    s[i] = np.sign(np.asarray(W)[i] @ s)
    return s


@wrong_answer("local_field_update", cause="the state that was given is changed in place")
def update_in_place(W, s, i):
    s = np.asarray(s)
    field = np.dot(np.asarray(W)[i], s)
    if field != 0:
        s[i] = 1 if field > 0 else -1
    return s.astype(float)


@wrong_answer("local_field_update", cause="the sign is turned: the unit goes against its field")
def update_against_the_field(W, s, i):
    s = np.array(s, float)
    field = np.asarray(W)[i] @ s
    if field != 0:
        s[i] = -np.sign(field)
    return s


@wrong_answer("local_field_update", cause="the unit flips, whatever its field says")
def update_flips(W, s, i):
    s = np.array(s, float)
    s[i] = -s[i]
    return s


# --- hebbian_weights ---


@wrong_answer("hebbian_weights", cause="the diagonal is not set to zero")
def hebb_with_diagonal(patterns):
    P = np.asarray(patterns, float)
    return P.T @ P / P.shape[1]


@wrong_answer("hebbian_weights", cause="divided by the number of patterns, not of units")
def hebb_over_patterns(patterns):
    P = np.asarray(patterns, float)
    W = P.T @ P / P.shape[0]
    np.fill_diagonal(W, 0)
    return W


@wrong_answer("hebbian_weights", cause="not divided by the number of units")
def hebb_undivided(patterns):
    P = np.asarray(patterns, float)
    W = P.T @ P
    np.fill_diagonal(W, 0)
    return W


@wrong_answer("hebbian_weights", cause="patterns instead of units are joined: P P^T, shape (p, p)")
def hebb_of_patterns(patterns):
    P = np.asarray(patterns, float)
    W = P @ P.T / P.shape[1]
    np.fill_diagonal(W, 0)
    return W


@wrong_answer("hebbian_weights", cause="the loop overwrites: only the last pattern is stored")
def hebb_of_last_pattern(patterns):
    P = np.asarray(patterns, float)
    N = P.shape[1]
    for x in P:
        W = np.outer(x, x) / N
    np.fill_diagonal(W, 0)
    return W


@wrong_answer("hebbian_weights", cause="the mean of the patterns is subtracted first (covariance)")
def hebb_centered(patterns):
    P = np.asarray(patterns, float)
    P = P - P.mean(axis=0)
    W = P.T @ P / P.shape[1]
    np.fill_diagonal(W, 0)
    return W


# --- overlap ---


@wrong_answer("overlap", cause="the share of equal entries, from 0 to 1")
def overlap_share_of_equal(s, pattern):
    return np.mean(np.asarray(s) == np.asarray(pattern))


@wrong_answer("overlap", cause="the dot product is not divided by N")
def overlap_undivided(s, pattern):
    return float(np.dot(s, pattern))


@wrong_answer("overlap", cause="the absolute value: opposite counts as equal")
def overlap_absolute(s, pattern):
    return abs(np.mean(np.asarray(s) * np.asarray(pattern)))


@wrong_answer("overlap", cause="the Hamming distance divided by N")
def overlap_hamming(s, pattern):
    return np.mean(np.asarray(s) != np.asarray(pattern))


# --- energy ---


@wrong_answer("energy", cause="the half is missing: each pair counts twice")
def energy_without_half(W, s):
    s = np.asarray(s, float)
    return -s @ np.asarray(W) @ s


@wrong_answer("energy", cause="the minus is missing")
def energy_without_minus(W, s):
    s = np.asarray(s, float)
    return 0.5 * s @ np.asarray(W) @ s


@wrong_answer("energy", cause="divided by the number of units")
def energy_per_unit(W, s):
    s = np.asarray(s, float)
    return -0.5 * s @ np.asarray(W) @ s / len(s)


@wrong_answer("energy", cause="the sum of the weights alone, without the states")
def energy_of_weights(W, s):
    return -0.5 * np.sum(W)


# --- recall ---


@wrong_answer("recall", cause="all units at once (synchronous): it may swing between two states")
def recall_all_at_once(W, s, rng, max_sweeps=100):
    W, s = np.asarray(W, float), np.array(s, float)
    for _ in range(max_sweeps):
        field = W @ s
        new = np.where(field == 0, s, np.sign(field))
        if np.array_equal(new, s):
            break
        s = new
    return s


@wrong_answer("recall", cause="the same order in every sweep: it is drawn once, before the loop")
def recall_one_order(W, s, rng, max_sweeps=100):
    s = np.array(s, float)
    order = rng.permutation(len(s))
    for _ in range(max_sweeps):
        before = s.copy()
        for i in order:
            s = local_field_update(W, s, i)
        if np.array_equal(before, s):
            break
    return s


@wrong_answer("recall", cause="units are drawn with replacement: some have no turn in a sweep")
def recall_with_replacement(W, s, rng, max_sweeps=100):
    s = np.array(s, float)
    for _ in range(max_sweeps):
        before = s.copy()
        for i in rng.integers(len(s), size=len(s)):
            s = local_field_update(W, s, i)
        if np.array_equal(before, s):
            break
    return s


@wrong_answer("recall", cause="one sweep only")
def recall_one_sweep(W, s, rng, max_sweeps=100):
    s = np.array(s, float)
    for i in rng.permutation(len(s)):
        s = local_field_update(W, s, i)
    return s


@wrong_answer("recall", cause="units in the order of their numbers, not in a random one")
def recall_in_order(W, s, rng, max_sweeps=100):
    s = np.array(s, float)
    for _ in range(max_sweeps):
        before = s.copy()
        for i in range(len(s)):
            s = local_field_update(W, s, i)
        if np.array_equal(before, s):
            break
    return s


# --- capacity_curve ---


@wrong_answer("capacity_curve", cause="patterns are drawn once, for all loads")
def capacity_of_one_set(N, loads, rng):
    most = max(1, round(max(loads) * N))
    patterns = rng.choice([-1.0, 1.0], size=(most, N))
    out = []
    for load in loads:
        stored = patterns[: max(1, round(load * N))]
        W = hebbian_weights(stored)
        out.append(np.mean([overlap(recall(W, p, rng), p) for p in stored]))
    return np.array(out)


@wrong_answer("capacity_curve", cause="only the first pattern is recalled: no mean over all")
def capacity_of_first_pattern(N, loads, rng):
    out = []
    for load in loads:
        patterns = rng.choice([-1.0, 1.0], size=(max(1, round(load * N)), N))
        W = hebbian_weights(patterns)
        out.append(overlap(recall(W, patterns[0], rng), patterns[0]))
    return np.array(out)


@wrong_answer("capacity_curve", cause="int() cuts off: no rounding, and no pattern for small loads")
def capacity_cut_off(N, loads, rng):
    out = []
    for load in loads:
        patterns = rng.choice([-1.0, 1.0], size=(int(load * N), N))
        W = hebbian_weights(patterns)
        out.append(np.mean([overlap(recall(W, p, rng), p) for p in patterns]))
    return np.array(out)


# --- restore ---


@wrong_answer("restore", cause="plain Hebb: patterns that look alike run together")
def restore_by_hebb(patterns):
    return hebbian_weights(patterns)


@wrong_answer("restore", cause="pseudo-inverse with its diagonal left in")
def restore_with_diagonal(patterns):
    P = np.asarray(patterns, float)
    return np.linalg.pinv(P) @ P
