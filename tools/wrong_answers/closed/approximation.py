"""Wrong answers to the exercises of approximation, by somebody who knew its text alone."""

import math
import numpy as np

from tools.wrong_answers import wrong_answer


# --- bump ---


@wrong_answer("bump", cause="the two edges are exchanged, so the bump is negative")
def bump_edges_exchanged(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on = sigmoid(steepness * (x - right))
    off = sigmoid(steepness * (x - left))
    return on - off


@wrong_answer(
    "bump",
    cause=(
        "computes s * x - t instead of s * (x - t): the edges are not multiplied by the "
        "steepness"
    ),
)
def bump_missing_bracket(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return sigmoid(steepness * x - left) - sigmoid(steepness * x - right)


@wrong_answer("bump", cause="writes out 1 / (1 + exp(-z)), which overflows for large steepness")
def bump_naive_sigmoid(x, left, right, steepness):
    def switch(t):
        return 1 / (1 + np.exp(-steepness * (np.asarray(x, dtype=float) - t)))

    return switch(left) - switch(right)


@wrong_answer("bump", cause="divides by the steepness instead of multiplying")
def bump_divides_by_steepness(x, left, right, steepness):
    x = np.array(x, dtype=np.float64)
    return sigmoid((x - left) / steepness) - sigmoid((x - right) / steepness)


@wrong_answer(
    "bump",
    cause="takes right for the width of the bump, so the far edge is at left + right",
)
def bump_right_as_width(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    t = x - left
    return sigmoid(steepness * t) - sigmoid(steepness * (t - right))


@wrong_answer(
    "bump",
    cause="clips the exponents to +-6, so the bump is never closer than 0.0025 to 0 or 1",
)
def bump_clipped(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    z1 = np.clip(steepness * (x - left), -6, 6)
    z2 = np.clip(steepness * (x - right), -6, 6)
    return 1 / (1 + np.exp(-z1)) - 1 / (1 + np.exp(-z2))


# --- bump_network ---


@wrong_answer("bump_network", cause="the hidden biases are -t instead of -s t")
def bias_without_steepness(f, a, b, n_bumps, steepness):
    h = (b - a) / n_bumps
    edges = a + h * np.arange(n_bumps + 1)
    middles = edges[:-1] + h / 2
    heights = np.asarray(f(middles), dtype=float)
    W1 = steepness * np.ones((1, 2 * n_bumps))
    b1 = -np.concatenate([edges[:-1], edges[1:]])
    W2 = np.concatenate([heights, -heights]).reshape(-1, 1)
    return [(W1, b1), (W2, np.zeros(1))]


@wrong_answer(
    "bump_network",
    cause=(
        "the hidden units are interleaved (on, off, on, off) but the output weights are "
        "all on first, then all off"
    ),
)
def orders_of_units_do_not_match(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    t = []
    for j in range(n_bumps):
        t.append(edges[j])
        t.append(edges[j + 1])
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    b1 = -steepness * np.array(t)
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, b1), (W2, np.zeros(1))]


@wrong_answer("bump_network", cause="the output bias is the mean height instead of 0")
def output_bias_not_zero(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    b1 = -steepness * np.concatenate([edges[:-1], edges[1:]])
    W2 = np.concatenate([heights, -heights])[:, None]
    b2 = np.array([heights.mean()])
    return [(W1, b1), (W2, b2)]


@wrong_answer("bump_network", cause="multiplies the heights by the cell width, as for an integral")
def heights_times_width(f, a, b, n_bumps, steepness):
    width = (b - a) / n_bumps
    edges = a + width * np.arange(n_bumps + 1)
    values = np.asarray(f(edges[:-1] + 0.5 * width), dtype=float) * width
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    b1 = -steepness * np.concatenate([edges[:-1], edges[1:]])
    W2 = np.concatenate([values, -values])[:, None]
    return [(W1, b1), (W2, np.zeros(1))]


@wrong_answer(
    "bump_network",
    cause=(
        "uses the differences of neighboring heights, as for a staircase, although every "
        "bump already switches off"
    ),
)
def differences_of_heights(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    jumps = np.diff(heights, prepend=0.0)
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    b1 = -steepness * np.concatenate([edges[:-1], edges[1:]])
    W2 = np.concatenate([jumps, -jumps])[:, None]
    return [(W1, b1), (W2, np.zeros(1))]


@wrong_answer("bump_network", cause="evaluates f at the middles of cells of [0, 1], not of [a, b]")
def heights_on_unit_interval(f, a, b, n_bumps, steepness):
    middles = (np.arange(n_bumps) + 0.5) / n_bumps
    heights = np.asarray(f(middles), dtype=float)
    edges = a + (b - a) * np.arange(n_bumps + 1) / n_bumps
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    b1 = -steepness * np.concatenate([edges[:-1], edges[1:]])
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, b1), (W2, np.zeros(1))]


# --- tent ---


@wrong_answer(
    "tent",
    cause="uses 1 - |2 x - 1|, which keeps falling below 0 left of 0 instead of staying 0",
)
def tent_from_absolute_value(x):
    x = np.asarray(x, dtype=float)
    return 1 - np.abs(2 * x - 1)


@wrong_answer("tent", cause="cuts the result off at 0, so it does not go on falling beyond 1")
def tent_never_negative(x):
    x = np.asarray(x, dtype=float)
    return np.maximum(0, 2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0))


@wrong_answer(
    "tent",
    cause=(
        "the second unit has the weight 2 instead of 4, so there is a plateau in place of "
        "the fall"
    ),
)
def tent_with_plateau(x):
    def relu(v):
        return np.maximum(v, 0.0)

    x = np.asarray(x, dtype=float)
    return 2 * relu(x) - 2 * relu(x - 0.5)


@wrong_answer("tent", cause="uses the slope of ReLU (0 or 1) instead of ReLU itself")
def tent_of_steps(x):
    x = np.asarray(x, dtype=float)
    return 2.0 * (x > 0) - 4.0 * (x > 0.5)


@wrong_answer("tent", cause="has half the height: the weights are 1 and -2")
def tent_half_height(x):
    x = np.asarray(x, dtype=float)
    return np.maximum(x, 0) - 2 * np.maximum(x - 0.5, 0)


@wrong_answer("tent", cause="sets the function to 0 right of 1, where it should go on falling")
def tent_zero_outside(x):
    x = np.asarray(x, dtype=float)
    inside = (x >= 0) & (x <= 1)
    up = 2 * x
    down = 2 - 2 * x
    return np.where(inside, np.where(x < 0.5, up, down), 0.0)


# --- sawtooth ---


@wrong_answer("sawtooth", cause="always applies the tent to x, not to the previous result")
def fold_restarts_from_x(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        y = tent(x)
    return y


@wrong_answer("sawtooth", cause="multiplies the tent by depth instead of applying it repeatedly")
def tent_times_depth(x, depth):
    return depth * tent(x)


@wrong_answer(
    "sawtooth",
    cause="applies one tent to 2**(depth - 1) x, which squeezes it and gives a single tooth",
)
def squeezed_tent(x, depth):
    x = np.asarray(x, dtype=float)
    return tent(2 ** (depth - 1) * x)


@wrong_answer(
    "sawtooth",
    cause="adds up the results of all depths instead of returning the last one",
)
def sum_of_all_depths(x, depth):
    y = np.asarray(x, dtype=float)
    total = np.zeros_like(y)
    for _ in range(depth):
        y = tent(y)
        total = total + y
    return total


@wrong_answer("sawtooth", cause="repeats the teeth with x modulo 1, which is wrong outside [0, 1]")
def sawtooth_by_modulo(x, depth):
    x = np.asarray(x, dtype=float)
    phase = (x * 2 ** (depth - 1)) % 1.0
    return 1 - np.abs(2 * phase - 1)


@wrong_answer(
    "sawtooth",
    cause="clips every result to [0, 1], so nothing is negative outside the interval",
)
def clips_between_folds(x, depth):
    h = np.asarray(x, dtype=float)
    for _ in range(depth):
        h = np.clip(tent(h), 0, 1)
    return h


# --- count_linear_regions ---


@wrong_answer(
    "count_linear_regions",
    cause="counts every zero of a unit and never looks whether the slope of the output changes",
)
def counts_cancelled_kinks(params, a, b):
    def preactivations(x, layer):
        h = x[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        W, c = params[layer]
        return h @ W + c

    points = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        z = preactivations(points, layer)
        z0, z1, t0, t1 = z[:-1], z[1:], points[:-1, None], points[1:, None]
        crossing = z0 * z1 < 0
        with np.errstate(all="ignore"):
            t = t0 + (t1 - t0) * z0 / (z0 - z1)
        points = np.unique(np.concatenate([points, t[crossing]]))
    keep = np.concatenate([[True], np.diff(points) > 1e-9 * (b - a)])
    points = points[keep]
    return len(points) - 1


@wrong_answer(
    "count_linear_regions",
    cause="returns the number of breakpoints, one less than the number of pieces",
)
def returns_number_of_kinks(params, a, b):
    def run(x, layers):
        h = np.asarray(x, dtype=float)[:, None]
        for W, c in layers[:-1]:
            h = np.maximum(h @ W + c, 0)
        return h @ layers[-1][0] + layers[-1][1]

    points = np.array([a, b], dtype=float)
    for l in range(1, len(params)):
        z = run(points, params[:l])
        new = [points]
        for unit in z.T:
            z0, z1 = unit[:-1], unit[1:]
            hit = z0 * z1 < 0
            new.append((points[:-1] + np.diff(points) * z0 / np.where(hit, z0 - z1, 1))[hit])
        points = np.unique(np.concatenate(new))
        points = points[np.r_[True, np.diff(points) > 1e-9 * (b - a)]]
    slopes = np.diff(run(points, params), axis=0) / np.diff(points)[:, None]
    tol = 1e-9 * max(np.abs(slopes).max(), 1e-300)
    return int((np.abs(np.diff(slopes, axis=0)) > tol).any(axis=1).sum())


@wrong_answer(
    "count_linear_regions",
    cause="counts the different slopes, so pieces with equal slopes count once",
)
def counts_different_slopes(params, a, b):
    def run(x, layers):
        h = np.asarray(x, dtype=float)[:, None]
        for W, c in layers[:-1]:
            h = np.maximum(h @ W + c, 0)
        return h @ layers[-1][0] + layers[-1][1]

    points = np.array([a, b], dtype=float)
    for l in range(1, len(params)):
        z = run(points, params[:l])
        new = [points]
        for unit in z.T:
            z0, z1 = unit[:-1], unit[1:]
            hit = z0 * z1 < 0
            new.append((points[:-1] + np.diff(points) * z0 / np.where(hit, z0 - z1, 1))[hit])
        points = np.unique(np.concatenate(new))
        points = points[np.r_[True, np.diff(points) > 1e-9 * (b - a)]]
    slopes = np.diff(run(points, params), axis=0) / np.diff(points)[:, None]
    scale = max(np.abs(slopes).max(), 1e-300)
    return len(np.unique(np.round(slopes / scale, 8) + 0.0, axis=0))


@wrong_answer(
    "count_linear_regions",
    cause="looks at the first output only; kinks of the other outputs are missed",
)
def first_output_only(params, a, b):
    def forward(x, depth):
        h = x.reshape(-1, 1)
        for k, (W, c) in enumerate(params[: depth + 1]):
            z = h @ W + c
            h = np.maximum(z, 0)
        return z

    ts = np.array([a, b], dtype=float)
    for depth in range(len(params) - 1):
        z = forward(ts, depth)
        found = list(ts)
        for i in range(len(ts) - 1):
            for j in range(z.shape[1]):
                if z[i, j] * z[i + 1, j] < 0:
                    share = z[i, j] / (z[i, j] - z[i + 1, j])
                    found.append(ts[i] + (ts[i + 1] - ts[i]) * share)
        ts = np.unique(found)
        ts = ts[np.r_[True, np.diff(ts) > 1e-9 * (b - a)]]
    y = forward(ts, len(params) - 1)[:, 0]
    slopes = np.diff(y) / np.diff(ts)
    changes = np.abs(np.diff(slopes)) > 1e-9 * max(np.abs(slopes).max(), 1e-300)
    return 1 + int(np.count_nonzero(changes))


@wrong_answer(
    "count_linear_regions",
    cause=(
        "compares slopes with the absolute tolerance 1e-4, so kinks of small functions "
        "are missed"
    ),
)
def absolute_slope_tolerance(params, a, b):
    def run(x, layers):
        h = np.asarray(x, dtype=float)[:, None]
        for W, c in layers[:-1]:
            h = np.maximum(h @ W + c, 0)
        return h @ layers[-1][0] + layers[-1][1]

    points = np.array([a, b], dtype=float)
    for l in range(1, len(params)):
        z = run(points, params[:l])
        new = [points]
        for unit in z.T:
            z0, z1 = unit[:-1], unit[1:]
            hit = z0 * z1 < 0
            new.append((points[:-1] + np.diff(points) * z0 / np.where(hit, z0 - z1, 1))[hit])
        points = np.unique(np.concatenate(new))
        points = points[np.r_[True, np.diff(points) > 1e-9 * (b - a)]]
    slopes = np.diff(run(points, params), axis=0) / np.diff(points)[:, None]
    bends = ~np.isclose(slopes[1:], slopes[:-1], rtol=0, atol=1e-4)
    return 1 + int(bends.any(axis=1).sum())


@wrong_answer(
    "count_linear_regions",
    cause=(
        "samples the function at 1000 places and counts changes of slope, two for each "
        "kink between two places"
    ),
)
def counts_on_a_sampled_grid(params, a, b):
    x = np.linspace(a, b, 1000)
    h = x[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    y = h @ params[-1][0] + params[-1][1]
    slopes = np.diff(y, axis=0) / np.diff(x)[:, None]
    tol = 1e-9 * max(np.abs(slopes).max(), 1e-300)
    return 1 + int((np.abs(np.diff(slopes, axis=0)) > tol).any(axis=1).sum())


# --- region_lower_bound ---


@wrong_answer(
    "region_lower_bound",
    cause="the exponent is d l instead of d (l - 1): the last layer folds too",
)
def last_layer_folds_too(n, d, l):
    return (n // d) ** (d * l) * sum(math.comb(n, j) for j in range(d + 1))


@wrong_answer("region_lower_bound", cause="the sum starts at 1; the term j = 0 is missing")
def sum_without_first_term(n, d, l):
    total = 0
    for j in range(1, d + 1):
        total += math.comb(n, j)
    return (n // d) ** (d * (l - 1)) * total


@wrong_answer(
    "region_lower_bound",
    cause="has the binomial of n and d in place of the quotient n // d as the base",
)
def binomial_as_base(n, d, l):
    return math.comb(n, d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@wrong_answer(
    "region_lower_bound",
    cause="uses only the last binomial, n over d, instead of the sum of all of them",
)
def single_binomial(n, d, l):
    return math.comb(n, d) * (n // d) ** (d * (l - 1))


@wrong_answer(
    "region_lower_bound",
    cause="uses n**d, the order of growth, in place of the sum of binomials",
)
def order_of_growth(n, d, l):
    return (n // d) ** (d * (l - 1)) * n**d


@wrong_answer("region_lower_bound", cause="takes binomials of d and j instead of n and j")
def binomials_of_d(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(math.comb(d, j) for j in range(d + 1))
