"""Reference answers: approximation by networks."""

import math

import numpy as np


def bump(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    # 2 sigmoid(s) = 1 + tanh(s / 2): the ones cancel in the difference
    rise = np.tanh(steepness * (x - left) / 2.0)
    fall = np.tanh(steepness * (x - right) / 2.0)
    return (rise - fall) / 2.0


def bump_network(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2.0), dtype=float)
    # two units a bump: one switches it on at the left edge, one off at the right edge
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


def tent(x):
    x = np.asarray(x, dtype=float)
    return 2.0 * np.maximum(x, 0.0) - 4.0 * np.maximum(x - 0.5, 0.0)


def sawtooth(x, depth):
    for _ in range(depth):
        x = tent(x)
    return x


def count_linear_regions(params, a, b):
    t = np.array([a, b], dtype=float)
    for depth, (W, c) in enumerate(params[:-1]):
        # between two neighbors of t all units of the layers before are affine in x
        h = t[:, None]
        for W_before, c_before in params[:depth]:
            h = np.maximum(h @ W_before + c_before, 0.0)
        z = h @ W + c
        i, unit = np.nonzero(z[:-1] * z[1:] < 0)
        before, after = z[i, unit], z[i + 1, unit]
        zeros = t[i] + (t[i + 1] - t[i]) * before / (before - after)
        t = np.sort(np.concatenate([t, zeros]))
    # zeros that differ by rounding are one: what lies between them is no piece
    wide = np.diff(t) > 1e-9 * (b - a)
    h = ((t[:-1] + t[1:]) / 2.0)[wide, None]
    slope = np.ones_like(h)
    for W, c in params[:-1]:
        h, slope = h @ W + c, slope @ W
        h, slope = np.maximum(h, 0.0), slope * (h > 0)
    slope = slope @ params[-1][0]
    jumps = np.abs(np.diff(slope, axis=0)).max(axis=1)
    return 1 + np.count_nonzero(jumps > 1e-9 * np.abs(slope).max())


def region_lower_bound(n, d, l):  # noqa: E741 (the letter of the theorem)
    return (n // d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))
