"""Reference answers of the chapter on Hopfield networks."""

import numpy as np

from ..generalization.reference import ridge

WRITTEN = {
    "all_at_once": r"""
Take two units with the weight -1 between them, and start at (1, 1). Both fields are -1, so both
units flip, and the state is (-1, -1). There both fields are +1, and both flip back: the network
goes to and fro for ever, with energy 1 all the time. (With the weight +1 and the start (1, -1) it
does the same.) The energy may even rise: three units with the weights -3 (between 1 and 2), -2 and
-2 have in the state (1, 1, -1) the fields (-1, -1, -4) and the energy -1. Units 1 and 2 flip, the
state is (-1, -1, -1), and its energy is 7.

The step that fails: the energy changes by -2|h_i| if unit i flips while all others stay as they
are. Where several units flip, the change is not the sum of these numbers. Each of them counts the
pair of two flipping units as if it were improved, while the product of the two states, and with it
the energy of the pair, stays as it was.

(1 point for an example that goes to and fro or climbs, 1 point for the step that fails.)
""",
}


def local_field_update(W, s, i):
    new = np.array(s, dtype=float)
    field = W[i] @ new
    # without a field there is no majority, and nothing to gain by a flip
    if field != 0:
        new[i] = np.sign(field)
    return new


def hebbian_weights(patterns):
    patterns = np.asarray(patterns)
    W = patterns.T @ patterns / patterns.shape[1]
    np.fill_diagonal(W, 0.0)
    return W


def overlap(s, pattern):
    return np.mean(np.multiply(s, pattern))


def energy(W, s):
    s = np.asarray(s)
    return -s @ W @ s / 2


def recall(W, s, rng, max_sweeps=100):
    for _ in range(max_sweeps):
        before = s
        for i in rng.permutation(len(s)):
            s = local_field_update(W, s, i)
        if np.array_equal(s, before):
            break
    return s


def capacity_curve(N, loads, rng):
    curve = []
    for load in loads:
        p = max(1, round(load * N))
        patterns = rng.choice([-1.0, 1.0], size=(p, N))
        W = hebbian_weights(patterns)
        kept = [overlap(recall(W, pattern, rng), pattern) for pattern in patterns]
        curve.append(np.mean(kept))
    return np.array(curve)


def restore(patterns):
    patterns = np.asarray(patterns)
    # every pixel is predicted from all pixels, so each pattern reproduces itself
    W = np.column_stack([ridge(patterns, pixel, 1.0) for pixel in patterns.T])
    np.fill_diagonal(W, 0.0)
    return W
