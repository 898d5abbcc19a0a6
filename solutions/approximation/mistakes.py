"""Wrong answers that students give, each with the diagnosis it should get."""

import math

import numpy as np

from autograder.checks import mistake

from .reference import tent

# --- bump ------------------------------------------------------------------------------


@mistake(
    "bump",
    diagnosis="sign",
    says=("the two switches are subtracted in the wrong order, so the bump hangs upside down"),
)
def bump_upside_down(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (np.tanh(steepness * (x - right) / 2) - np.tanh(steepness * (x - left) / 2)) / 2


@mistake(
    "bump",
    diagnosis="unstable",
    keeps=1,
    says="exp is also taken of large positive numbers, and there it overflows",
)
def bump_with_overflow(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    rise = 1 / (1 + np.exp(-steepness * (x - left)))
    return rise - 1 / (1 + np.exp(-steepness * (x - right)))


@mistake(
    "bump",
    diagnosis="factor",
    says="you take the difference of two tanh, which makes the bump twice as high",
)
def bump_of_twice_the_height(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return np.tanh(steepness * (x - left) / 2) - np.tanh(steepness * (x - right) / 2)


@mistake(
    "bump",
    diagnosis="value",
    says=(
        "a bracket is misplaced: the steepness multiplies x alone, not the distance from the edge"
    ),
)
def bump_with_steepness_inside(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (np.tanh((steepness * x - left) / 2) - np.tanh((steepness * x - right) / 2)) / 2


@mistake(
    "bump",
    diagnosis="value",
    also=["factor"],
    says="the two switches are multiplied, where their difference is asked for",
)
def bump_as_a_product(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    rise = (1 + np.tanh(steepness * (x - left) / 2)) / 2
    return rise * (1 + np.tanh(steepness * (right - x) / 2)) / 2


@mistake(
    "bump",
    diagnosis="value",
    says="your bump has square corners, and the steepness has no effect",
)
def bump_with_square_corners(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return np.where((x >= left) & (x <= right), 1.0, 0.0)


# --- bump_network ----------------------------------------------------------------------


@mistake(
    "bump_network",
    diagnosis="value",
    says="the heights are taken at the left edges of the cells, not at their middles",
)
def network_with_heights_at_the_left_edges(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = f(edges[:-1])
    switches = np.concatenate([edges[:-1], edges[1:]])
    W2 = np.concatenate([heights, -heights])[:, None]
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@mistake(
    "bump_network",
    diagnosis="value",
    says="the steepness is missing in the hidden biases",
)
def network_with_biases_that_miss_the_steepness(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = f((edges[:-1] + edges[1:]) / 2)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(np.full((1, 2 * n_bumps), float(steepness)), -switches), (W2, np.zeros(1))]


@mistake(
    "bump_network",
    diagnosis="value",
    says="the hidden biases have their sign turned",
)
def network_with_biases_of_the_wrong_sign(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = f((edges[:-1] + edges[1:]) / 2)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W2 = np.concatenate([heights, -heights])[:, None]
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    return [(W1, steepness * switches), (W2, np.zeros(1))]


@mistake(
    "bump_network",
    diagnosis="value",
    says="the units that switch off have output weight 0, so no bump ever ends",
)
def network_that_never_switches_off(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = f((edges[:-1] + edges[1:]) / 2)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W2 = np.concatenate([heights, 0 * heights])[:, None]
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@mistake(
    "bump_network",
    diagnosis="value",
    says=("n_bumps edges leave only n_bumps - 1 cells, so your cells do not fit together"),
)
def network_with_cells_of_the_wrong_width(f, a, b, n_bumps, steepness):
    # n edges make n - 1 cells
    left = np.linspace(a, b, n_bumps)
    width = (b - a) / n_bumps
    heights = f(left + width / 2)
    switches = np.concatenate([left, left + width])
    W2 = np.concatenate([heights, -heights])[:, None]
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@mistake(
    "bump_network",
    diagnosis="shape",
    says="the output weights are a flat array, not a matrix with one column",
)
def network_with_flat_output_weights(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = f((edges[:-1] + edges[1:]) / 2)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    return [(W1, -steepness * switches), (np.concatenate([heights, -heights]), np.zeros(1))]


@mistake(
    "bump_network",
    diagnosis="shape",
    says="your weight matrices are transposed, with one row for each unit",
)
def network_with_transposed_weights(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = f((edges[:-1] + edges[1:]) / 2)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W2 = np.concatenate([heights, -heights])[None, :]
    W1 = np.full((2 * n_bumps, 1), float(steepness))
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@mistake(
    "bump_network",
    diagnosis="integer",
    keeps=3,
    says=("integer values of f give integers back, because nothing in your code makes them floats"),
)
def network_with_integers_where_the_heights_are(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = f((edges[:-1] + edges[1:]) / 2)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W2 = np.concatenate([heights, -heights])[:, None]
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@mistake(
    "bump_network",
    diagnosis="rule",
    says="you return four arrays in a row, not two pairs",
)
def network_as_four_arrays(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = f((edges[:-1] + edges[1:]) / 2)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W2 = np.concatenate([heights, -heights])[:, None]
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    return [W1, -steepness * switches, W2, np.zeros(1)]


# --- tent and sawtooth -----------------------------------------------------------------


@mistake(
    "tent",
    diagnosis="value",
    says="left of 0 your tent goes on falling to negative values",
)
def tent_by_absolute_value(x):
    # the same on [0, 1], not to the left of it
    return 1 - np.abs(2 * np.asarray(x, dtype=float) - 1)


@mistake(
    "tent",
    diagnosis="value",
    also=["zero"],
    says="beyond 1 your tent stays at 0, where it should go on falling",
)
def tent_cut_off_outside(x):
    return np.maximum(1 - np.abs(2 * np.asarray(x, dtype=float) - 1), 0)


@mistake(
    "tent",
    diagnosis="factor",
    says="your tent is only half as high as it should be",
)
def tent_of_half_the_height(x):
    x = np.asarray(x, dtype=float)
    return np.maximum(x, 0) - 2 * np.maximum(x - 0.5, 0)


@mistake(
    "tent",
    diagnosis="value",
    says="beyond ½ your tent stays level and does not fall",
)
def tent_that_levels_off(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.maximum(x, 0) - 2 * np.maximum(x - 0.5, 0)


@mistake(
    "tent",
    diagnosis="integer",
    says=(
        "your result array takes its type from an argument, and integers there cut off the decimals"
    ),
)
def tent_into_an_array_like_x(x):
    out = np.zeros_like(x)
    out[...] = 2 * np.maximum(x, 0) - 4 * np.maximum(np.asarray(x) - 0.5, 0)
    return out


@mistake(
    "sawtooth",
    diagnosis="value",
    also=["zero"],
    says="the tent is applied one time too often",
)
def sawtooth_folded_once_too_often(x, depth):
    for _ in range(depth + 1):
        x = tent(x)
    return x


@mistake(
    "sawtooth",
    diagnosis="value",
    says="the tent is applied one time too few",
)
def sawtooth_folded_once_too_little(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(1, depth):
        x = tent(x)
    return x


@mistake(
    "sawtooth",
    diagnosis="value",
    says="the tent is raised to a power, not applied to its own result",
)
def sawtooth_as_a_product(x, depth):
    return tent(x) ** depth


@mistake(
    "sawtooth",
    diagnosis="value",
    says="the tent is multiplied by depth, not applied to its own result",
)
def sawtooth_as_a_multiple(x, depth):
    return depth * tent(x)


@mistake(
    "sawtooth",
    diagnosis="value",
    keeps=1.5,
    also=["zero"],
    says="your teeth repeat outside of 0 to 1 too, where the folded tent has none",
)
def sawtooth_by_remainder(x, depth):
    # right on [0, 1] only
    t = np.asarray(x, dtype=float) * 2 ** (depth - 1) % 1.0
    return 1 - np.abs(2 * t - 1)


# --- count_linear_regions --------------------------------------------------------------


@mistake(
    "count_linear_regions",
    diagnosis="value",
    keeps=2,
    says=("you look for bends on a grid of points and miss those that lie close together"),
)
def regions_by_sampling(params, a, b):
    x = np.linspace(a, b, 2001)
    h = x[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ np.asarray(W, dtype=float) + np.asarray(c), 0)
    y = h @ np.asarray(params[-1][0]) + np.asarray(params[-1][1])
    slopes = np.diff(y, axis=0)
    bends = np.abs(np.diff(slopes, axis=0)).max(axis=1) > 1e-9 * max(np.abs(slopes).max(), 1e-12)
    # a bend inside a step shows in two neighboring differences
    return 1 + int(np.sum(bends & ~np.concatenate([[False], bends[:-1]])))


@mistake(
    "count_linear_regions",
    diagnosis="value",
    says=("you count where units switch, even if the bends cancel or do not reach the output"),
)
def regions_as_patterns_of_units(params, a, b):
    x = np.linspace(a, b, 100001)[1:-1]
    h, signs = x[:, None], []
    for W, c in params[:-1]:
        z = h @ np.asarray(W, dtype=float) + np.asarray(c)
        signs.append(z > 0)
        h = np.maximum(z, 0)
    if not signs:
        return 1
    pattern = np.concatenate(signs, axis=1)
    return 1 + int(np.sum(np.any(pattern[1:] != pattern[:-1], axis=1)))


@mistake(
    "count_linear_regions",
    diagnosis="value",
    keeps=1.5,
    says="only the bends of the first hidden layer are found, not those of deeper ones",
)
def regions_of_the_first_layer_alone(params, a, b):
    if len(params) == 1:
        return 1
    W, c = np.asarray(params[0][0], dtype=float)[0], np.asarray(params[0][1], dtype=float)
    zeros = -c[W != 0] / W[W != 0]
    return 1 + len(np.unique(zeros[(zeros > a) & (zeros < b)]))


@mistake(
    "count_linear_regions",
    diagnosis="value",
    says=("you return the largest possible number for these widths, whatever the weights are"),
)
def regions_as_the_bound(params, a, b):
    return math.prod(np.shape(W)[1] + 1 for W, _ in params[:-1])


@mistake(
    "count_linear_regions",
    diagnosis="value",
    says="you count the bends, not the pieces between them",
)
def bends_in_place_of_regions(params, a, b):
    params = [(np.asarray(W, dtype=float), np.asarray(c, dtype=float)) for W, c in params]
    t = np.array([a, b], dtype=float)
    for depth, (W, c) in enumerate(params[:-1]):
        h = t[:, None]
        for W_before, c_before in params[:depth]:
            h = np.maximum(h @ W_before + c_before, 0.0)
        z = h @ W + c
        i, unit = np.nonzero(z[:-1] * z[1:] < 0)
        before, after = z[i, unit], z[i + 1, unit]
        t = np.sort(np.concatenate([t, t[i] + (t[i + 1] - t[i]) * before / (before - after)]))
    h = ((t[:-1] + t[1:]) / 2.0)[np.diff(t) > 1e-9 * (b - a), None]
    slope = np.ones_like(h)
    for W, c in params[:-1]:
        h, slope = h @ W + c, slope @ W
        h, slope = np.maximum(h, 0.0), slope * (h > 0)
    slope = slope @ params[-1][0]
    jumps = np.abs(np.diff(slope, axis=0)).max(axis=1)
    return int(np.sum(jumps > 1e-9 * np.abs(slope).max()))


@mistake(
    "count_linear_regions",
    diagnosis="value",
    keeps=2.5,
    says="every breakpoint counts, even where the slopes on both sides are equal",
)
def regions_of_all_breakpoints(params, a, b):
    # bends that cancel are counted
    params = [(np.asarray(W, dtype=float), np.asarray(c, dtype=float)) for W, c in params]
    t = np.array([a, b], dtype=float)
    for depth, (W, c) in enumerate(params[:-1]):
        h = t[:, None]
        for W_before, c_before in params[:depth]:
            h = np.maximum(h @ W_before + c_before, 0.0)
        z = h @ W + c
        i, unit = np.nonzero(z[:-1] * z[1:] < 0)
        before, after = z[i, unit], z[i + 1, unit]
        t = np.sort(np.concatenate([t, t[i] + (t[i + 1] - t[i]) * before / (before - after)]))
    return int(np.sum(np.diff(t) > 1e-9 * (b - a)))


@mistake(
    "count_linear_regions",
    diagnosis="value",
    keeps=4,
    says="only the bends of the first output count, not those of the others",
)
def regions_of_the_first_output(params, a, b):
    params = [(np.asarray(W, dtype=float), np.asarray(c, dtype=float)) for W, c in params]
    t = np.array([a, b], dtype=float)
    for depth, (W, c) in enumerate(params[:-1]):
        h = t[:, None]
        for W_before, c_before in params[:depth]:
            h = np.maximum(h @ W_before + c_before, 0.0)
        z = h @ W + c
        i, unit = np.nonzero(z[:-1] * z[1:] < 0)
        before, after = z[i, unit], z[i + 1, unit]
        t = np.sort(np.concatenate([t, t[i] + (t[i + 1] - t[i]) * before / (before - after)]))
    h = ((t[:-1] + t[1:]) / 2.0)[np.diff(t) > 1e-9 * (b - a), None]
    slope = np.ones_like(h)
    for W, c in params[:-1]:
        h, slope = h @ W + c, slope @ W
        h, slope = np.maximum(h, 0.0), slope * (h > 0)
    slope = (slope @ params[-1][0])[:, 0]
    return 1 + int(np.sum(np.abs(np.diff(slope)) > 1e-9 * np.abs(slope).max()))


@mistake(
    "count_linear_regions",
    diagnosis="value",
    keeps=4,
    says="the outputs are added up first, and opposite bends of two outputs cancel",
)
def regions_of_the_sum_of_all_outputs(params, a, b):
    # bends of two outputs can cancel in their sum
    params = [(np.asarray(W, dtype=float), np.asarray(c, dtype=float)) for W, c in params]
    t = np.array([a, b], dtype=float)
    for depth, (W, c) in enumerate(params[:-1]):
        h = t[:, None]
        for W_before, c_before in params[:depth]:
            h = np.maximum(h @ W_before + c_before, 0.0)
        z = h @ W + c
        i, unit = np.nonzero(z[:-1] * z[1:] < 0)
        before, after = z[i, unit], z[i + 1, unit]
        t = np.sort(np.concatenate([t, t[i] + (t[i + 1] - t[i]) * before / (before - after)]))
    h = ((t[:-1] + t[1:]) / 2.0)[np.diff(t) > 1e-9 * (b - a), None]
    slope = np.ones_like(h)
    for W, c in params[:-1]:
        h, slope = h @ W + c, slope @ W
        h, slope = np.maximum(h, 0.0), slope * (h > 0)
    slope = (slope @ params[-1][0]).sum(axis=1)
    return 1 + int(np.sum(np.abs(np.diff(slope)) > 1e-9 * np.abs(slope).max()))


@mistake(
    "count_linear_regions",
    diagnosis="value",
    keeps=3.5,
    says="your limit for equal slopes is so large that small bends are lost",
)
def regions_with_a_limit_that_swallows_small_bends(params, a, b):
    params = [(np.asarray(W, dtype=float), np.asarray(c, dtype=float)) for W, c in params]
    t = np.array([a, b], dtype=float)
    for depth, (W, c) in enumerate(params[:-1]):
        h = t[:, None]
        for W_before, c_before in params[:depth]:
            h = np.maximum(h @ W_before + c_before, 0.0)
        z = h @ W + c
        i, unit = np.nonzero(z[:-1] * z[1:] < 0)
        before, after = z[i, unit], z[i + 1, unit]
        t = np.sort(np.concatenate([t, t[i] + (t[i + 1] - t[i]) * before / (before - after)]))
    h = ((t[:-1] + t[1:]) / 2.0)[np.diff(t) > 1e-9 * (b - a), None]
    slope = np.ones_like(h)
    for W, c in params[:-1]:
        h, slope = h @ W + c, slope @ W
        h, slope = np.maximum(h, 0.0), slope * (h > 0)
    slope = slope @ params[-1][0]
    jumps = np.abs(np.diff(slope, axis=0)).max(axis=1)
    return 1 + int(np.sum(jumps > 1e-4 * np.abs(slope).max()))


# --- region_lower_bound ----------------------------------------------------------------


@mistake(
    "region_lower_bound",
    diagnosis="value",
    says=(
        "your base is a binomial and a power stands for the sum, a form that is often "
        "printed and wrong"
    ),
)
def bound_as_note_000_has_it(n, d, l):  # noqa: E741
    return math.comb(n, d) ** (d * (l - 1)) * n**d


@mistake(
    "region_lower_bound",
    diagnosis="value",
    says="a power of n stands where the sum of binomials belongs",
)
def bound_with_the_power_for_the_sum(n, d, l):  # noqa: E741
    return (n // d) ** (d * (l - 1)) * n**d


@mistake(
    "region_lower_bound",
    diagnosis="value",
    says="the exponent counts one layer too many: the last layer does not fold",
)
def bound_with_l_for_l_minus_one(n, d, l):  # noqa: E741
    return (n // d) ** (d * l) * sum(math.comb(n, j) for j in range(d + 1))


@mistake(
    "region_lower_bound",
    diagnosis="value",
    says="the sum of binomials stops one term too early",
)
def bound_with_a_sum_that_stops_before_d(n, d, l):  # noqa: E741
    return (n // d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d))


@mistake(
    "region_lower_bound",
    diagnosis="value",
    says="the exponent lacks the factor d",
)
def bound_without_d_in_the_exponent(n, d, l):  # noqa: E741
    return (n // d) ** (l - 1) * sum(math.comb(n, j) for j in range(d + 1))


@mistake(
    "region_lower_bound",
    diagnosis="dtype",
    says="the quotient of n and d is not rounded down",
)
def bound_without_the_floor(n, d, l):  # noqa: E741
    return (n / d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))
