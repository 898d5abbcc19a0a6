"""Wrong answers to the exercises of approximation, by somebody who knew its text alone."""

import math
import numpy as np

from tools.wrong_answers import wrong_answer


# --- bump ---


@wrong_answer(
    "bump",
    cause="multiplies the two switches instead of subtracting the second from the first",
)
def bump_product(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return sigmoid(steepness * (x - left)) * sigmoid(steepness * (x - right))


@wrong_answer("bump", cause="adds the two sigmoids")
def bump_sum(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    up = sigmoid((x - left) * steepness)
    down = sigmoid((x - right) * steepness)
    return up + down


@wrong_answer("bump", cause="uses hard steps, so the steepness has no influence")
def bump_of_hard_steps(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on = steepness * (x - left) >= 0
    off = steepness * (x - right) >= 0
    return on.astype(float) - off.astype(float)


@wrong_answer("bump", cause="the second sigmoid is not made steep: the steepness is missing there")
def bump_steepness_once(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return sigmoid(steepness * (x - left)) - sigmoid(x - right)


@wrong_answer("bump", cause="divides by the height in the middle, so that the top is exactly 1")
def bump_scaled_to_one(x, left, right, steepness):
    def raw(t):
        return sigmoid(steepness * (t - left)) - sigmoid(steepness * (t - right))

    return raw(np.asarray(x, dtype=float)) / raw((left + right) / 2)


@wrong_answer("bump", cause="uses the difference of two tanh, which is twice as high")
def bump_of_tanh(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    s = steepness / 2
    return np.tanh(s * (x - left)) - np.tanh(s * (x - right))


# --- bump_network ---


@wrong_answer(
    "bump_network",
    cause="takes the heights at the left edges of the cells instead of their middles",
)
def heights_at_left_edges(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    t = np.concatenate([edges[:-1], edges[1:]])
    heights = np.asarray(f(edges[:-1]), dtype=float)
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * t), (W2, np.zeros(1))]


@wrong_answer("bump_network", cause="the hidden biases have the wrong sign, +s t")
def bias_with_plus(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    starts, ends = edges[:-1], edges[1:]
    heights = np.asarray(f((starts + ends) / 2), dtype=float)
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    b1 = steepness * np.concatenate([starts, ends])
    W2 = np.r_[heights, -heights][:, None]
    return [(W1, b1), (W2, np.zeros(1))]


@wrong_answer("bump_network", cause="the units that switch off have positive output weights")
def off_units_not_negated(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    middles = (edges[1:] + edges[:-1]) / 2
    heights = np.asarray(f(middles), dtype=float)
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    b1 = -steepness * np.hstack([edges[:-1], edges[1:]])
    W2 = np.hstack([heights, heights])[:, np.newaxis]
    return [(W1, b1), (W2, np.zeros(1))]


@wrong_answer(
    "bump_network",
    cause="the cell width is 1 / n; the length b - a of the interval is forgotten",
)
def cell_width_one_over_n(f, a, b, n_bumps, steepness):
    h = 1 / n_bumps
    left = a + h * np.arange(n_bumps)
    right = left + h
    height = np.asarray(f(left + h / 2), dtype=float)
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    b1 = -steepness * np.concatenate([left, right])
    W2 = np.concatenate([height, -height])[:, None]
    return [(W1, b1), (W2, np.zeros(1))]


@wrong_answer(
    "bump_network",
    cause="each height is the mean of f at the two edges instead of f at the middle",
)
def heights_from_mean_of_edges(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    at_edges = np.asarray(f(edges), dtype=float)
    heights = (at_edges[:-1] + at_edges[1:]) / 2
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    b1 = -steepness * np.concatenate([edges[:-1], edges[1:]])
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, b1), (W2, np.zeros(1))]


@wrong_answer(
    "bump_network",
    cause="divides the steepness by the cell width, as if it were given per cell",
)
def steepness_per_cell(f, a, b, n_bumps, steepness):
    h = (b - a) / n_bumps
    s = steepness / h
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f(edges[:-1] + h / 2), dtype=float)
    W1 = np.full((1, 2 * n_bumps), s)
    b1 = -s * np.concatenate([edges[:-1], edges[1:]])
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, b1), (W2, np.zeros(1))]


# --- tent ---


@wrong_answer("tent", cause="bracket misplaced: subtracts 1/2 after the ReLU instead of before")
def tent_half_outside_relu(x):
    x = np.asarray(x, dtype=float)
    r = np.maximum(x, 0)
    return 2 * r - 4 * (r - 0.5)


@wrong_answer("tent", cause="the second unit bends at 1 instead of 1/2")
def tent_bends_at_one(x):
    x = np.asarray(x, dtype=float)
    first = np.where(x > 0, x, 0)
    second = np.where(x > 1, x - 1, 0)
    return 2 * first - 4 * second


@wrong_answer("tent", cause="the second unit has no ReLU")
def tent_second_relu_missing(x):
    x = np.array(x, dtype=float)
    return 2 * np.maximum(x, 0) - 4 * (x - 0.5)


@wrong_answer("tent", cause="adds the second unit instead of subtracting it")
def tent_plus(x):
    x = np.asarray(x, dtype=float)
    relu = lambda z: z * (z > 0)
    return 2 * relu(x) + 4 * relu(x - 0.5)


@wrong_answer("tent", cause="the second unit is relu(x + 1/2), with the wrong sign of the bias")
def tent_bias_sign(x):
    hidden = np.maximum(np.asarray(x, dtype=float)[..., None] * [1.0, 1.0] + [0.0, 0.5], 0)
    return hidden @ np.array([2.0, -4.0])


@wrong_answer("tent", cause="repeats the tent periodically by taking x modulo 1")
def tent_periodic(x):
    x = np.asarray(x, dtype=float) % 1
    return np.where(x <= 0.5, 2 * x, 2 * (1 - x))


# --- sawtooth ---


@wrong_answer("sawtooth", cause="applies the tent once too few (depth - 1 times)")
def one_fold_too_few(x, depth):
    y = np.asarray(x, dtype=float)
    for _ in range(1, depth):
        y = tent(y)
    return y


@wrong_answer("sawtooth", cause="applies the tent once too often (depth + 1 times)")
def one_fold_too_many(x, depth):
    y = tent(x)
    for _ in range(depth):
        y = tent(y)
    return y


@wrong_answer("sawtooth", cause="raises the tent to the power depth")
def power_of_tent(x, depth):
    return tent(x) ** depth


@wrong_answer("sawtooth", cause="returns inside the loop, after the first application")
def returns_after_first_fold(x, depth):
    y = np.asarray(x, dtype=float)
    for k in range(depth):
        y = tent(y)
        return y


@wrong_answer("sawtooth", cause="overwrites the caller's array in place")
def sawtooth_changes_x(x, depth):
    y = np.asarray(x, dtype=float)
    for _ in range(depth):
        y[...] = tent(y)
    return y


@wrong_answer("sawtooth", cause="applies the tent 2**(depth - 1) times, once for each tooth")
def one_fold_per_tooth(x, depth):
    teeth = 2 ** (depth - 1)
    y = np.asarray(x, dtype=float)
    for _ in range(teeth):
        y = tent(y)
    return y


# --- count_linear_regions ---


@wrong_answer("count_linear_regions", cause="looks for kinks of the first hidden layer only")
def first_layer_kinks_only(params, a, b):
    def network(x):
        h = np.asarray(x, dtype=float)[:, None]
        for W, c in params[:-1]:
            h = np.maximum(h @ W + c, 0)
        W, c = params[-1]
        return h @ W + c

    points = [float(a), float(b)]
    if len(params) > 1:
        W, c = params[0]
        for w_j, c_j in zip(np.ravel(W), np.ravel(c)):
            if w_j != 0 and a < -c_j / w_j < b:
                points.append(-c_j / w_j)
    points = np.unique(points)
    points = points[np.r_[True, np.diff(points) > 1e-9 * (b - a)]]
    slopes = np.diff(network(points), axis=0) / np.diff(points)[:, None]
    tol = 1e-9 * max(np.abs(slopes).max(), 1e-300)
    return 1 + int((np.abs(np.diff(slopes, axis=0)) > tol).any(axis=1).sum())


@wrong_answer(
    "count_linear_regions",
    cause="forgets the ReLU between the layers when it looks for the zeros of deeper units",
)
def no_relu_between_layers(params, a, b):
    def output(x):
        h = x[:, None]
        for W, c in params[:-1]:
            h = np.maximum(h @ W + c, 0)
        return h @ params[-1][0] + params[-1][1]

    points = np.array([a, b], dtype=float)
    for l in range(len(params) - 1):
        h = points[:, None]
        for W, c in params[: l + 1]:
            h = h @ W + c
        z0, z1 = h[:-1], h[1:]
        hit = z0 * z1 < 0
        t = points[:-1, None] + np.diff(points)[:, None] * z0 / np.where(hit, z0 - z1, 1)
        points = np.unique(np.concatenate([points, t[hit]]))
        points = points[np.r_[True, np.diff(points) > 1e-9 * (b - a)]]
    slopes = np.diff(output(points), axis=0) / np.diff(points)[:, None]
    tol = 1e-9 * max(np.abs(slopes).max(), 1e-300)
    return 1 + int((np.abs(np.diff(slopes, axis=0)) > tol).any(axis=1).sum())


@wrong_answer(
    "count_linear_regions",
    cause="returns the largest possible number, the product of (units + 1) over the layers",
)
def largest_possible_number(params, a, b):
    count = 1
    for W, c in params[:-1]:
        count *= W.shape[1] + 1
    return int(count)


@wrong_answer(
    "count_linear_regions",
    cause=(
        "searches beyond the interval (one tenth of its length), so kinks at or outside "
        "the ends count"
    ),
)
def searches_beyond_the_ends(params, a, b):
    def run(x, layers):
        h = np.asarray(x, dtype=float)[:, None]
        for W, c in layers[:-1]:
            h = np.maximum(h @ W + c, 0)
        return h @ layers[-1][0] + layers[-1][1]

    margin = 0.1 * (b - a)
    points = np.array([a - margin, b + margin], dtype=float)
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
    return 1 + int((np.abs(np.diff(slopes, axis=0)) > tol).any(axis=1).sum())


@wrong_answer(
    "count_linear_regions",
    cause=(
        "applies ReLU to the output layer too, which adds or hides kinks where the output "
        "crosses 0"
    ),
)
def relu_on_the_output(params, a, b):
    def run(x, layers):
        z = np.asarray(x, dtype=float)[:, None]
        for k, (W, c) in enumerate(layers):
            z = (np.maximum(z, 0) if k else z) @ W + c
        return z

    points = np.array([a, b], dtype=float)
    for l in range(1, len(params) + 1):
        z = run(points, params[:l])
        new = [points]
        for unit in z.T:
            z0, z1 = unit[:-1], unit[1:]
            hit = z0 * z1 < 0
            new.append((points[:-1] + np.diff(points) * z0 / np.where(hit, z0 - z1, 1))[hit])
        points = np.unique(np.concatenate(new))
        points = points[np.r_[True, np.diff(points) > 1e-9 * (b - a)]]
    y = np.maximum(run(points, params), 0)
    slopes = np.diff(y, axis=0) / np.diff(points)[:, None]
    tol = 1e-9 * max(np.abs(slopes).max(), 1e-300)
    return 1 + int((np.abs(np.diff(slopes, axis=0)) > tol).any(axis=1).sum())


@wrong_answer(
    "count_linear_regions",
    cause="compares slopes exactly, so rounding errors count as kinks",
)
def slopes_compared_exactly(params, a, b):
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
    return 1 + int(np.any(slopes[1:] != slopes[:-1], axis=1).sum())


# --- region_lower_bound ---


@wrong_answer("region_lower_bound", cause="the sum ends at d - 1; the term j = d is missing")
def sum_without_last_term(n, d, l):
    regions = sum(math.comb(n, j) for j in range(d))
    return (n // d) ** (d * (l - 1)) * regions


@wrong_answer("region_lower_bound", cause="divides n by d without rounding down")
def quotient_not_rounded(n, d, l):
    folds = (n / d) ** (d * (l - 1))
    return int(folds * sum(math.comb(n, j) for j in range(d + 1)))


@wrong_answer("region_lower_bound", cause="the exponent is l - 1; the factor d is missing")
def exponent_without_d(n, d, l):
    copies = 1
    for _ in range(l - 1):
        copies *= n // d
    return copies * sum(math.comb(n, j) for j in range(d + 1))


@wrong_answer("region_lower_bound", cause="computes in 64-bit integers of NumPy, which overflow")
def overflows_int64(n, d, l):
    folds = np.power(np.int64(n // d), np.int64(d * (l - 1)))
    with np.errstate(all="ignore"):
        return int(folds * np.int64(sum(math.comb(n, j) for j in range(d + 1))))


@wrong_answer("region_lower_bound", cause="adds the two factors instead of multiplying them")
def adds_the_factors(n, d, l):
    folding = (n // d) ** (d * (l - 1))
    cutting = sum(math.comb(n, j) for j in range(d + 1))
    return folding + cutting


@wrong_answer(
    "region_lower_bound",
    cause="forgets j! in the binomials: counts ordered choices, n! / (n - j)!",
)
def ordered_choices(n, d, l):
    def choose(m, j):
        return math.factorial(m) // math.factorial(m - j)

    s = sum(choose(n, j) for j in range(d + 1))
    return (n // d) ** (d * (l - 1)) * s
