"""Right answers in other styles, which every check must accept."""

import math

import numpy as np

from autograder.checks import alternative


@alternative("bump")
def bump_by_logaddexp(x, left, right, steepness):
    x = np.array(x, dtype=float)
    rise = np.exp(-np.logaddexp(0, -steepness * (x - left)))
    return rise - np.exp(-np.logaddexp(0, -steepness * (x - right)))


@alternative("bump")
def bump_by_cases(x, left, right, steepness):
    def sigmoid(z):
        e = np.exp(-np.abs(z))
        return np.where(z >= 0, 1 / (1 + e), e / (1 + e))

    x = np.array(x, dtype=float)
    return sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right))


@alternative("bump_network")
def network_with_units_in_pairs(f, a, b, n_bumps, steepness):
    width = (b - a) / n_bumps
    W1, b1 = np.zeros((1, 2 * n_bumps)), np.zeros(2 * n_bumps)
    W2 = np.zeros((2 * n_bumps, 1))
    for j in range(n_bumps):
        left = a + j * width
        height = f(np.array([left + width / 2]))[0]
        W1[0, 2 * j : 2 * j + 2] = steepness
        b1[2 * j], b1[2 * j + 1] = -steepness * left, -steepness * (left + width)
        W2[2 * j, 0], W2[2 * j + 1, 0] = height, -height
    return [(W1, b1), (W2, np.zeros(1))]


@alternative("bump_network")
def network_that_switches_off_with_negative_weights(f, a, b, n_bumps, steepness):
    # 1 - sigmoid(z) is sigmoid(-z): the ones gather in the output bias
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.array(f(0.5 * (edges[1:] + edges[:-1])), dtype=float)
    W1 = steepness * np.array([[1.0] * n_bumps + [-1.0] * n_bumps])
    b1 = np.concatenate([-steepness * edges[:-1], steepness * edges[1:]])
    return ((W1, b1), (np.tile(heights, 2)[:, None], np.array([-heights.sum()])))


@alternative("tent")
def tent_in_three_pieces(x):
    x = np.array(x, dtype=float)
    return np.where(x < 0, 0.0, np.where(x < 0.5, 2 * x, 2 - 2 * x))


@alternative("tent")
def tent_by_a_minimum(x):
    x = np.array(x, dtype=float)
    return np.minimum(np.maximum(2 * x, 0), 2 - 2 * x)


@alternative("sawtooth")
def sawtooth_by_its_own_folds(x, depth):
    y = np.array(x, dtype=float)
    for _ in range(int(depth)):
        y = np.where(y < 0, 0.0, np.where(y < 0.5, 2 * y, 2 - 2 * y))
    return y


@alternative("sawtooth")
def sawtooth_by_two_rectifiers(x, depth):
    y = np.array(x, dtype=float)
    while depth:
        y = 2 * np.maximum(y, 0) - 4 * np.maximum(y - 0.5, 0)
        depth -= 1
    return y


@alternative("count_linear_regions")
def regions_by_bisecting_between_patterns(params, a, b):
    # every unit carried along as values and slopes on the pieces found so far
    pieces = [(float(a), float(b))]
    params = [(np.array(W, dtype=float), np.array(c, dtype=float)) for W, c in params]

    def line(x, upto):
        """Value and slope of the pre-activations of layer ``upto`` at ``x``."""
        value, slope = np.array([x]), np.ones(1)
        for k in range(upto):
            value, slope = value @ params[k][0] + params[k][1], slope @ params[k][0]
            slope, value = np.where(value > 0, slope, 0.0), np.maximum(value, 0)
        return value @ params[upto][0] + params[upto][1], slope @ params[upto][0]

    for layer in range(len(params) - 1):
        finer = []
        for left, right in pieces:
            middle = 0.5 * (left + right)
            value, slope = line(middle, layer)
            inner = [
                middle - v / s for v, s in zip(value, slope) if s and left < middle - v / s < right
            ]
            edges = [left, *sorted(inner), right]
            finer += [
                (edges[k], edges[k + 1])
                for k in range(len(edges) - 1)
                if edges[k + 1] - edges[k] > 1e-10 * (b - a)
            ]
        pieces = finer
    slopes = np.array([line(0.5 * (u + v), len(params) - 1)[1] for u, v in pieces])
    limit = 1e-9 * np.max(np.abs(slopes))
    count = 1
    for k in range(1, len(slopes)):
        count += bool(np.any(np.abs(slopes[k] - slopes[k - 1]) > limit))
    return count


@alternative("count_linear_regions")
def regions_from_values_between_breakpoints(params, a, b):
    t = np.array([a, b], dtype=float)
    h = t[:, None]
    for W, c in params[:-1]:
        z = h @ np.array(W, dtype=float) + np.array(c, dtype=float)
        places = list(t)
        for k in range(len(t) - 1):
            for low, high in zip(z[k], z[k + 1]):
                if (low < 0 < high) or (high < 0 < low):
                    places.append(t[k] + (t[k + 1] - t[k]) * low / (low - high))
        places = np.sort(places)
        # of several places that differ by rounding keep one, and always both ends
        kept = [places[0]]
        for place in places[1:-1]:
            if place - kept[-1] > 1e-10 * (b - a) and places[-1] - place > 1e-10 * (b - a):
                kept.append(place)
        fine = np.array([*kept, places[-1]])
        # z is a chain of straight pieces between the old places: interpolate it
        h = np.maximum(np.column_stack([np.interp(fine, t, unit) for unit in z.T]), 0)
        t = fine
    y = h @ np.array(params[-1][0], dtype=float)
    slopes = np.diff(y, axis=0) / np.diff(t)[:, None]
    limit = 1e-8 * np.abs(slopes).max()
    return 1 + int(np.count_nonzero(np.any(np.abs(np.diff(slopes, axis=0)) > limit, axis=1)))


@alternative("region_lower_bound")
def bound_in_loops(n, d, l):  # noqa: E741
    regions, binomial = 0, 1
    for j in range(d + 1):
        regions += binomial
        binomial = binomial * (n - j) // (j + 1)
    for _ in range(d * (l - 1)):
        regions *= n // d
    return regions


@alternative("region_lower_bound")
def bound_by_factorials(n, d, l):  # noqa: E741
    total = 0
    for j in range(d + 1):
        total += math.factorial(n) // (math.factorial(j) * math.factorial(n - j))
    return total * pow(n // d, d * (l - 1))
