"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative

from .reference import recall


@alternative("local_field_update")
def unit_by_a_loop(W, s, i):
    field = sum(w * v for w, v in zip(W[i], s, strict=True))
    new = [float(v) for v in s]
    if field > 0:
        new[i] = 1.0
    elif field < 0:
        new[i] = -1.0
    return np.array(new)


@alternative("local_field_update")
def unit_by_where(W, s, i):
    s = np.asarray(s, dtype=float)
    field = np.dot(s, np.asarray(W, dtype=float)[:, i])
    this = np.arange(len(s)) == i
    return np.where(this & (field * s < 0), -s, s)


@alternative("hebbian_weights")
def hebb_by_outer_products(patterns):
    patterns = np.array(patterns, dtype=float)
    p, N = patterns.shape
    W = np.zeros((N, N))
    for pattern in patterns:
        W += np.outer(pattern, pattern)
    return (W - p * np.eye(N)) / N


@alternative("hebbian_weights")
def hebb_by_einsum(patterns):
    patterns = np.array(patterns, dtype=float)
    N = patterns.shape[1]
    return np.einsum("pi,pj->ij", patterns, patterns) / N * (1 - np.eye(N))


@alternative("overlap")
def overlap_by_a_dot_product(s, pattern):
    return float(np.dot(s, pattern)) / len(s)


@alternative("overlap")
def overlap_by_counting(s, pattern):
    return 1.0 - 2.0 * float(np.mean(np.not_equal(s, pattern)))


@alternative("energy")
def energy_pair_by_pair(W, s):
    N = len(s)
    return -float(sum(W[i][j] * s[i] * s[j] for i in range(N) for j in range(i)))


@alternative("energy")
def energy_by_einsum(W, s):
    return -0.5 * float(np.einsum("i,ij,j", s, np.asarray(W, dtype=float), s))


@alternative("recall")
def recall_with_flags(W, s, rng, max_sweeps=100):
    W, s = np.asarray(W, dtype=float), np.array(s, dtype=float)
    order = np.arange(len(s))
    sweeps, changed = 0, True
    while changed and sweeps < max_sweeps:
        changed = False
        rng.shuffle(order)
        for i in order:
            if s[i] * (W[i] @ s) < 0:
                s[i] = -s[i]
                changed = True
        sweeps += 1
    return s


@alternative("recall")
def recall_with_fields_kept(W, s, rng, max_sweeps=100):
    """Fields are kept up to date; it looks whether all are content before each sweep."""
    W, s = np.array(W, dtype=float), np.array(s, dtype=float)
    for _ in range(max_sweeps):
        if np.all(s * (W @ s) >= 0):
            break
        field = W @ s
        for i in np.argsort(rng.random(len(s))):
            if field[i] * s[i] < -1e-12:
                s[i] *= -1
                field += 2 * s[i] * W[:, i]
    return s


@alternative("capacity_curve")
def curve_of_all_patterns_at_once(N, loads, rng):
    kept = []
    for load in loads:
        patterns = rng.choice([-1.0, 1.0], size=(max(int(np.rint(load * N)), 1), N))
        W = patterns.T @ patterns / N * (1 - np.eye(N))
        S = patterns.copy()
        for _ in range(100):
            before = S.copy()
            for i in rng.permutation(N):
                field = S @ W[i]
                S[:, i] = np.where(np.abs(field) > 1e-9, np.sign(field), S[:, i])
            if np.array_equal(S, before):
                break
        kept.append(np.mean(S * patterns))
    return np.array(kept)


@alternative("capacity_curve")
def curve_as_a_list(N, loads, rng):
    curve = []
    for load in loads:
        p = max(round(float(load) * N), 1)
        patterns = 2.0 * rng.integers(0, 2, size=(p, N)) - 1.0
        G = patterns.T @ patterns
        np.fill_diagonal(G, 0)
        total = 0.0
        for pattern in patterns:
            total += float(recall(G, pattern, rng) @ pattern) / N
        curve.append(total / p)
    return curve


@alternative("restore")
def restore_by_projection(patterns):
    patterns = np.asarray(patterns, dtype=float)
    W = np.linalg.pinv(patterns) @ patterns
    np.fill_diagonal(W, 0)
    return (W + W.T) / 2


@alternative("restore")
def restore_by_overlaps(patterns):
    patterns = np.asarray(patterns, dtype=float)
    p, N = patterns.shape
    overlaps = patterns @ patterns.T / N
    W = patterns.T @ np.linalg.solve(overlaps + 0.1 * np.eye(p), patterns) / N
    return W * (1 - np.eye(N))


@alternative("restore")
def restore_by_perceptrons_with_a_margin(patterns):
    patterns = np.asarray(patterns, dtype=float)
    N = patterns.shape[1]
    W = np.zeros((N, N))
    for _ in range(500):
        before = W
        for x in patterns:
            step = np.outer((x * (W @ x) <= 1) * x, x) / N
            W = W + step + step.T
            W = W - np.diag(np.diag(W))
        if np.array_equal(W, before):
            break
    return W
