"""Wrong answers that students really give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import hebbian_weights, local_field_update, overlap, recall, ridge

# --- local_field_update ---


@mistake(
    "local_field_update",
    diagnosis="value",
    says="a unit without a field becomes +1, where it is to keep its state",
)
def tie_goes_up(W, s, i):
    new = np.array(s, dtype=float)
    new[i] = 1.0 if np.asarray(W)[i] @ new >= 0 else -1.0
    return new


@mistake(
    "local_field_update",
    diagnosis="value",
    says="a unit without a field becomes 0, where it is to keep its state",
)
def tie_goes_to_zero(W, s, i):
    new = np.array(s, dtype=float)
    new[i] = np.sign(np.asarray(W)[i] @ new)
    return new


@mistake(
    "local_field_update",
    diagnosis="value",
    says="a unit without a field becomes -1, where it is to keep its state",
)
def tie_goes_down(W, s, i):
    new = np.array(s, dtype=float)
    new[i] = 1.0 if np.asarray(W)[i] @ new > 0 else -1.0
    return new


@mistake("local_field_update", diagnosis="value", says="the unit turns against its field")
def turns_against_the_field(W, s, i):
    new = np.array(s, dtype=float)
    field = np.asarray(W)[i] @ new
    if field != 0:
        new[i] = -np.sign(field)
    return new


@mistake("local_field_update", diagnosis="in-place", says="the state that comes in is changed")
def updates_in_place(W, s, i):
    field = np.asarray(W)[i] @ np.asarray(s)
    if field != 0:
        s[i] = np.sign(field)
    return np.asarray(s, dtype=float)


@mistake("local_field_update", diagnosis="value", says="all units follow their fields, not unit i")
def updates_all_units(W, s, i):
    s = np.asarray(s, dtype=float)
    field = np.asarray(W) @ s
    return np.where(field != 0, np.sign(field), s)


@mistake("local_field_update", diagnosis="value", says="the unit takes the field, not its sign")
def takes_the_field_itself(W, s, i):
    new = np.array(s, dtype=float)
    new[i] = np.asarray(W)[i] @ new
    return new


@mistake("local_field_update", diagnosis="shape", says="the new state of unit i comes back alone")
def returns_the_unit_alone(W, s, i):
    s = np.asarray(s, dtype=float)
    field = np.asarray(W)[i] @ s
    return s[i] if field == 0 else np.sign(field)


# --- hebbian_weights ---


@mistake("hebbian_weights", diagnosis="value", says="the diagonal is not zero")
def hebb_with_a_diagonal(patterns):
    patterns = np.asarray(patterns, dtype=float)
    return patterns.T @ patterns / patterns.shape[1]


@mistake(
    "hebbian_weights",
    diagnosis="factor",
    says="the sum is divided by the number of patterns, not of units",
)
def hebb_mean_over_patterns(patterns):
    patterns = np.asarray(patterns, dtype=float)
    W = patterns.T @ patterns / len(patterns)
    np.fill_diagonal(W, 0)
    return W


@mistake("hebbian_weights", diagnosis="factor", says="the sum is not divided by N")
def hebb_without_a_factor(patterns):
    patterns = np.asarray(patterns, dtype=float)
    W = patterns.T @ patterns
    np.fill_diagonal(W, 0)
    return W


@mistake(
    "hebbian_weights",
    diagnosis="shape",
    says="patterns are compared with one another, and not units",
)
def hebb_between_patterns(patterns):
    patterns = np.asarray(patterns, dtype=float)
    W = patterns @ patterns.T / patterns.shape[1]
    np.fill_diagonal(W, 0)
    return W


@mistake("hebbian_weights", diagnosis="value", says="only the last pattern is stored")
def hebb_of_the_last_pattern(patterns):
    for pattern in np.asarray(patterns, dtype=float):
        W = np.outer(pattern, pattern) / len(pattern)
    np.fill_diagonal(W, 0)
    return W


@mistake(
    "hebbian_weights", diagnosis="value", says="the mean of each unit is subtracted beforehand"
)
def hebb_of_deviations(patterns):
    patterns = np.asarray(patterns, dtype=float)
    deviations = patterns - patterns.mean(axis=0)
    W = deviations.T @ deviations / patterns.shape[1]
    np.fill_diagonal(W, 0)
    return W


@mistake("hebbian_weights", diagnosis="value", says="only one half of the matrix is filled")
def hebb_of_the_upper_half(patterns):
    patterns = np.asarray(patterns, dtype=float)
    return np.triu(patterns.T @ patterns / patterns.shape[1], 1)


# --- overlap ---


@mistake(
    "overlap", diagnosis="value", also=["suspect"], says="the products are summed, and not averaged"
)
def overlap_summed(s, pattern):
    return float(np.asarray(s, dtype=float) @ np.asarray(pattern))


@mistake(
    "overlap", diagnosis="value", also=["suspect"], says="this is the share of units that agree"
)
def overlap_as_agreement(s, pattern):
    return float(np.mean(np.asarray(s) == np.asarray(pattern)))


@mistake(
    "overlap",
    diagnosis="value",
    also=["suspect"],
    says="the sign is lost: the negative is not the pattern",
)
def overlap_without_its_sign(s, pattern):
    return float(abs(np.mean(np.asarray(s) * np.asarray(pattern))))


@mistake("overlap", diagnosis="shape", says="the products come back one by one")
def overlap_unit_by_unit(s, pattern):
    return np.asarray(s, dtype=float) * np.asarray(pattern)


@mistake(
    "overlap", diagnosis="value", also=["suspect"], says="this is the share of units that differ"
)
def overlap_as_distance(s, pattern):
    return float(np.mean(np.asarray(s) != np.asarray(pattern)))


# --- energy ---


@mistake("energy", diagnosis="factor", says="each pair is counted twice: the half is missing")
def energy_of_pairs_twice(W, s):
    s = np.asarray(s, dtype=float)
    return -s @ np.asarray(W) @ s


@mistake("energy", diagnosis="sign", says="the minus sign is missing")
def energy_upside_down(W, s):
    s = np.asarray(s, dtype=float)
    return s @ np.asarray(W) @ s / 2


@mistake("energy", diagnosis="factor", says="it is divided by the number of units")
def energy_per_unit(W, s):
    s = np.asarray(s, dtype=float)
    return -s @ np.asarray(W) @ s / (2 * len(s))


@mistake("energy", diagnosis="shape", says="the parts of single units are not added up")
def energy_unit_by_unit(W, s):
    s = np.asarray(s, dtype=float)
    return -s * (np.asarray(W) @ s) / 2


@mistake("energy", diagnosis="value", says="the fields are summed without the states of the units")
def energy_of_fields(W, s):
    return -np.sum(np.asarray(W) @ np.asarray(s, dtype=float)) / 2


@mistake("energy", diagnosis="value", says="the weights are summed, whatever the state")
def energy_of_weights(W, s):
    return -np.sum(np.asarray(W, dtype=float)) / 2


# --- recall ---


@mistake("recall", diagnosis="rule", says="all units move at once")
def recall_all_at_once(W, s, rng, max_sweeps=100):
    W, s = np.asarray(W, dtype=float), np.array(s, dtype=float)
    for _ in range(min(max_sweeps, 1000)):
        field = W @ s
        new = np.where(field != 0, np.sign(field), s)
        if np.array_equal(new, s):
            break
        s = new
    return s


@mistake(
    "recall",
    diagnosis="distribution",
    keeps=2,
    says="units are taken in the order of their numbers",
)
def recall_in_order(W, s, rng, max_sweeps=100):
    s = np.array(s, dtype=float)
    for _ in range(max_sweeps):
        before = s
        for i in range(len(s)):
            s = local_field_update(W, s, i)
        if np.array_equal(s, before):
            break
    return s


@mistake(
    "recall",
    diagnosis="rule",
    keeps=2,
    says="one random order is drawn and used in all sweeps",
)
def recall_in_one_order(W, s, rng, max_sweeps=100):
    s = np.array(s, dtype=float)
    order = rng.permutation(len(s))
    for _ in range(max_sweeps):
        before = s
        for i in order:
            s = local_field_update(W, s, i)
        if np.array_equal(s, before):
            break
    return s


@mistake(
    "recall",
    diagnosis="distribution",
    also=["rule", "value"],
    keeps=1,
    says="units are drawn with replacement: some have no turn in a sweep, so it stops too early",
)
def recall_of_drawn_units(W, s, rng, max_sweeps=100):
    s = np.array(s, dtype=float)
    for _ in range(max_sweeps):
        before = s
        for i in rng.integers(len(s), size=len(s)):
            s = local_field_update(W, s, i)
        if np.array_equal(s, before):
            break
    return s


@mistake(
    "recall",
    keeps=1,
    diagnosis="rule",
    also=["value"],
    says="a single sweep is made, and max_sweeps is ignored",
)
def recall_of_one_sweep(W, s, rng, max_sweeps=100):
    s = np.array(s, dtype=float)
    for i in rng.permutation(len(s)):
        s = local_field_update(W, s, i)
    return s


@mistake(
    "recall",
    diagnosis="distribution",
    also=["rule"],
    keeps=2,
    says="max_sweeps is ignored: it always goes on to a fixed point",
)
def recall_without_a_limit(W, s, rng, max_sweeps=100):
    s = np.array(s, dtype=float)
    while True:
        before = s
        for i in rng.permutation(len(s)):
            s = local_field_update(W, s, i)
        if np.array_equal(s, before):
            return s


@mistake(
    "recall",
    diagnosis="timeout",
    keeps=2,
    says="it goes on to max_sweeps although nothing changes any more",
)
def recall_that_never_stops(W, s, rng, max_sweeps=100):
    s = np.array(s, dtype=float)
    for _ in range(max_sweeps):
        for i in rng.permutation(len(s)):
            s = local_field_update(W, s, i)
    return s


@mistake(
    "recall",
    diagnosis="distribution",
    also=["rule", "value"],
    keeps=1,
    says="it stops as soon as one unit does not change",
)
def recall_that_stops_at_the_first_content_unit(W, s, rng, max_sweeps=100):
    s = np.array(s, dtype=float)
    for _ in range(max_sweeps):
        for i in rng.permutation(len(s)):
            new = local_field_update(W, s, i)
            if np.array_equal(new, s):
                return s
            s = new
    return s


@mistake("recall", diagnosis="in-place", keeps=0, says="the state that comes in is changed")
def recall_in_place(W, s, rng, max_sweeps=100):
    W = np.asarray(W)
    for _ in range(max_sweeps):
        before = np.array(s)
        for i in rng.permutation(len(s)):
            field = W[i] @ np.asarray(s)
            if field != 0:
                s[i] = np.sign(field)
        if np.array_equal(s, before):
            break
    return np.asarray(s, dtype=float)


@mistake(
    "recall",
    diagnosis="rule",
    keeps=1,
    says="you make a generator of your own, and rng is not used",
)
def recall_with_its_own_generator(W, s, rng, max_sweeps=100):
    s, rng = np.array(s, dtype=float), np.random.default_rng()
    for _ in range(max_sweeps):
        before = s
        for i in rng.permutation(len(s)):
            s = local_field_update(W, s, i)
        if np.array_equal(s, before):
            break
    return s


# --- capacity_curve ---


@mistake(
    "capacity_curve",
    diagnosis="value",
    also=["rule"],
    says="recall starts at random states, and not at the stored patterns",
)
def curve_from_random_states(N, loads, rng):
    found = []
    for load in loads:
        p = max(1, round(load * N))
        patterns = rng.choice([-1.0, 1.0], (p, N))
        W = hebbian_weights(patterns)
        starts = rng.choice([-1.0, 1.0], (p, N))
        found.append(
            np.mean([abs(overlap(recall(W, s, rng), x)) for s, x in zip(starts, patterns)])
        )
    return np.array(found)


@mistake(
    "capacity_curve",
    diagnosis="rule",
    also=["value"],
    keeps=1.5,
    says="all units are updated at once, and only once",
)
def curve_after_one_parallel_step(N, loads, rng):
    found = []
    for load in loads:
        p = max(1, round(load * N))
        patterns = rng.choice([-1.0, 1.0], (p, N))
        W = hebbian_weights(patterns)
        field = patterns @ W
        ends = np.where(field != 0, np.sign(field), patterns)
        found.append(overlap(ends, patterns))
    return np.array(found)


@mistake(
    "capacity_curve",
    diagnosis="value",
    keeps=1.5,
    says="the number of patterns is cut off, and not rounded",
)
def curve_with_patterns_cut_off(N, loads, rng):
    found = []
    for load in loads:
        p = max(1, int(load * N))
        patterns = rng.choice([-1.0, 1.0], (p, N))
        W = hebbian_weights(patterns)
        found.append(np.mean([overlap(recall(W, x, rng), x) for x in patterns]))
    return np.array(found)


@mistake(
    "capacity_curve",
    diagnosis="exception",
    keeps=2,
    says="a small load gives no pattern at all",
)
def curve_without_patterns(N, loads, rng):
    found = []
    for load in loads:
        p = round(load * N)
        patterns = rng.choice([-1.0, 1.0], (p, N))
        W = hebbian_weights(patterns)
        kept = [overlap(recall(W, x, rng), x) for x in patterns]
        found.append(sum(kept) / len(kept))
    return np.array(found)


@mistake(
    "capacity_curve",
    diagnosis="value",
    also=["rule"],
    keeps=0.5,
    says="the diagonal of the weights is not zero, so units hold on to where they are",
)
def curve_with_a_diagonal(N, loads, rng):
    found = []
    for load in loads:
        p = max(1, round(load * N))
        patterns = rng.choice([-1.0, 1.0], (p, N))
        W = patterns.T @ patterns / N
        found.append(np.mean([overlap(recall(W, x, rng), x) for x in patterns]))
    return np.array(found)


@mistake(
    "capacity_curve",
    diagnosis="shape",
    says="a single number comes back, the mean over all loads",
)
def curve_averaged(N, loads, rng):
    found = []
    for load in loads:
        p = max(1, round(load * N))
        patterns = rng.choice([-1.0, 1.0], (p, N))
        W = hebbian_weights(patterns)
        found.append(np.mean([overlap(recall(W, x, rng), x) for x in patterns]))
    return float(np.mean(found))


@mistake(
    "capacity_curve",
    diagnosis="rule",
    keeps=2,
    says="you make a generator of your own, and rng is not used",
)
def curve_with_its_own_generator(N, loads, rng):
    rng = np.random.default_rng()
    found = []
    for load in loads:
        p = max(1, round(load * N))
        patterns = rng.choice([-1.0, 1.0], (p, N))
        W = hebbian_weights(patterns)
        found.append(np.mean([overlap(recall(W, x, rng), x) for x in patterns]))
    return np.array(found)


@mistake(
    "capacity_curve",
    diagnosis="value",
    also=["rule"],
    says="the overlaps are summed over the patterns, and not averaged",
)
def curve_summed(N, loads, rng):
    found = []
    for load in loads:
        p = max(1, round(load * N))
        patterns = rng.choice([-1.0, 1.0], (p, N))
        W = hebbian_weights(patterns)
        found.append(np.sum([overlap(recall(W, x, rng), x) for x in patterns]))
    return np.array(found)


@mistake(
    "capacity_curve",
    diagnosis="value",
    also=["rule"],
    keeps=0.5,
    says="what is averaged is the share of right units, and not the overlap",
)
def curve_of_the_share_of_units(N, loads, rng):
    found = []
    for load in loads:
        p = max(1, round(load * N))
        patterns = rng.choice([-1.0, 1.0], (p, N))
        W = hebbian_weights(patterns)
        found.append(np.mean([recall(W, x, rng) == x for x in patterns]))
    return np.array(found)


@mistake(
    "capacity_curve",
    diagnosis="value",
    also=["rule"],
    says="the entries of the patterns are 0 and 1, and not -1 and +1",
)
def curve_of_patterns_of_ones_and_zeros(N, loads, rng):
    found = []
    for load in loads:
        p = max(1, round(load * N))
        patterns = rng.choice([0.0, 1.0], (p, N))
        W = hebbian_weights(patterns)
        found.append(np.mean([overlap(recall(W, x, rng), x) for x in patterns]))
    return np.array(found)


# --- restore ---


@mistake("restore", diagnosis="rule", keeps=1, says="this is Hebb's rule")
def restore_by_hebb(patterns):
    return hebbian_weights(patterns)


@mistake(
    "restore", diagnosis="rule", keeps=1, says="this is Hebb's rule for deviations from the mean"
)
def restore_by_centered_hebb(patterns):
    patterns = np.asarray(patterns, dtype=float)
    deviations = patterns - patterns.mean(axis=0)
    W = deviations.T @ deviations / patterns.shape[1]
    np.fill_diagonal(W, 0)
    return W


@mistake(
    "restore",
    diagnosis="rule",
    keeps=1,
    says="the perceptrons stop once every sign is right, without a margin",
)
def restore_without_a_margin(patterns):
    patterns = np.asarray(patterns, dtype=float)
    W = np.zeros((patterns.shape[1],) * 2)
    for _ in range(500):
        before = W.copy()
        for x in patterns:
            W = W + np.outer((x * (W @ x) <= 0) * x, x)
            np.fill_diagonal(W, 0)
        if np.array_equal(W, before):
            break
    return (W + W.T) / 2


@mistake("restore", diagnosis="rule", keeps=3, says="the diagonal is not zero")
def restore_with_a_diagonal(patterns):
    patterns = np.asarray(patterns, dtype=float)
    return np.linalg.pinv(patterns) @ patterns


@mistake(
    "restore",
    diagnosis="rule",
    keeps=3,
    says="each unit learns its own weights, and W is not symmetric",
)
def restore_by_separate_perceptrons(patterns):
    patterns = np.asarray(patterns, dtype=float)
    W = np.zeros((patterns.shape[1],) * 2)
    for _ in range(200):
        before = W.copy()
        for x in patterns:
            short = x * (W @ x) <= 1
            W = W + np.outer(short * x, x) / len(x)
            np.fill_diagonal(W, 0)
        if np.array_equal(W, before):
            break
    return W


@mistake("restore", diagnosis="shape", says="the weights are between patterns, and not units")
def restore_between_patterns(patterns):
    patterns = np.asarray(patterns, dtype=float)
    return np.linalg.pinv(patterns.T) @ patterns.T


@mistake(
    "restore",
    diagnosis="rule",
    keeps=1,
    says="the penalty is so large that the patterns hardly reproduce themselves",
)
def restore_with_a_huge_penalty(patterns):
    patterns = np.asarray(patterns, dtype=float)
    W = np.column_stack([ridge(patterns, pixel, 1e6) for pixel in patterns.T])
    np.fill_diagonal(W, 0)
    return W
