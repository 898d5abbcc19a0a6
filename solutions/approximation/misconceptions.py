"""Further wrong answers that students give, each with what to tell whoever gives it."""

import math

import numpy as np

from autograder.checks import formula, misconception

# --- bump ---


@misconception(
    "bump",
    says="the two switches are multiplied, where their difference is asked for",
)
def bump_product(x, left, right, steepness):
    def sigmoid(z):
        return (1 + np.tanh(z / 2)) / 2

    x = np.asarray(x, dtype=float)
    return sigmoid(steepness * (x - left)) * sigmoid(steepness * (x - right))


@misconception(
    "bump",
    says="the two switches are added, where their difference is asked for",
)
def bump_sum(x, left, right, steepness):
    def sigmoid(z):
        return (1 + np.tanh(z / 2)) / 2

    x = np.asarray(x, dtype=float)
    up = sigmoid((x - left) * steepness)
    down = sigmoid((x - right) * steepness)
    return up + down


@misconception(
    "bump",
    says="your bump has square corners, and the steepness has no effect",
)
def bump_of_hard_steps(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on = steepness * (x - left) >= 0
    off = steepness * (x - right) >= 0
    return on.astype(float) - off.astype(float)


@misconception(
    "bump",
    says="the steepness is missing in the switch at the right edge",
)
def bump_steepness_once(x, left, right, steepness):
    def sigmoid(z):
        return (1 + np.tanh(z / 2)) / 2

    x = np.asarray(x, dtype=float)
    return sigmoid(steepness * (x - left)) - sigmoid(x - right)


@misconception(
    "bump",
    says="you divide by the height in the middle, so that the top is exactly 1",
)
def bump_scaled_to_one(x, left, right, steepness):
    def sigmoid(z):
        return (1 + np.tanh(z / 2)) / 2

    def raw(t):
        return sigmoid(steepness * (t - left)) - sigmoid(steepness * (t - right))

    return raw(np.asarray(x, dtype=float)) / raw((left + right) / 2)


@misconception(
    "bump",
    says="you take the difference of two tanh, which makes the bump twice as high",
)
def bump_of_tanh(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    s = steepness / 2
    return np.tanh(s * (x - left)) - np.tanh(s * (x - right))


@formula("bump")
def bump_as_text(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on = 1 / (1 + np.exp(-steepness * (x - left)))
    off = 1 / (1 + np.exp(-steepness * (x - right)))
    return on - off


@formula("bump")
def bump_as_tanh(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on = (1 + np.tanh(steepness * (x - left) / 2)) / 2
    off = (1 + np.tanh(steepness * (x - right) / 2)) / 2
    return on - off


@formula("bump")
def bump_as_biases(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    z1 = steepness * x - steepness * left
    z2 = steepness * x - steepness * right
    return 1 / (1 + np.exp(-z1)) - 1 / (1 + np.exp(-z2))


@formula("bump")
def bump_as_rise_and_fall(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    rise = 1 / (1 + np.exp(-steepness * (x - left)))
    fall = 1 / (1 + np.exp(-steepness * (right - x)))
    return rise + fall - 1


@misconception(
    "bump",
    says="the second switch is missing, so the bump never ends",
)
def bump_never_off(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (1 + np.tanh(steepness * (x - left) / 2)) / 2


@misconception(
    "bump",
    says="the first switch is missing, so the bump has no left edge",
)
def bump_only_off(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return 1 - (1 + np.tanh(steepness * (x - right) / 2)) / 2


@misconception(
    "bump",
    says="the steepness is missing in both switches",
)
def bump_without_steepness(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (np.tanh((x - left) / 2) - np.tanh((x - right) / 2)) / 2


@misconception(
    "bump",
    says="you divide by the steepness, so a larger one makes your edges flatter",
)
def bump_divided_by_steepness(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (np.tanh((x - left) / steepness / 2) - np.tanh((x - right) / steepness / 2)) / 2


@misconception(
    "bump",
    says="the argument is multiplied by the steepness twice, not once",
)
def bump_steepness_squared(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    s = steepness**2
    return (np.tanh(s * (x - left) / 2) - np.tanh(s * (x - right) / 2)) / 2


@misconception(
    "bump",
    says=("the factor ½ in the argument of tanh is missing, so your edges are twice as steep"),
)
def bump_twice_as_steep(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (np.tanh(steepness * (x - left)) - np.tanh(steepness * (x - right))) / 2


@misconception(
    "bump",
    says="your bump is only half as high as the difference of the switches",
)
def bump_halved(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (np.tanh(steepness * (x - left) / 2) - np.tanh(steepness * (x - right) / 2)) / 4


@misconception(
    "bump",
    says="you use a bell curve, not a difference of two sigmoids",
)
def bump_is_gaussian(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    middle, width = (left + right) / 2, right - left
    return np.exp(-((steepness * (x - middle) / width) ** 2) / 2)


@misconception(
    "bump",
    says="you use one sigmoid of the distance from the middle, not two switches",
)
def bump_by_distance(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    middle, half = (left + right) / 2, (right - left) / 2
    return (1 + np.tanh(steepness * (half - np.abs(x - middle)) / 2)) / 2


@misconception(
    "bump",
    says="your edges are straight ramps that are cut off at 0 and 1, not sigmoids",
)
def bump_of_ramps(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    rise = np.clip(steepness * (x - left) + 0.5, 0, 1)
    return rise - np.clip(steepness * (x - right) + 0.5, 0, 1)


@misconception(
    "bump",
    says="you take ReLU in place of the sigmoid in both switches",
)
def bump_of_slow_ramps(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return np.maximum(steepness * (x - left), 0) - np.maximum(steepness * (x - right), 0)


@misconception(
    "bump",
    says="you take the larger of rise and fall, not a difference of switches",
)
def bump_larger_switch(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on, off = (
        (1 + np.tanh(steepness * (x - left) / 2)) / 2,
        (1 + np.tanh(steepness * (x - right) / 2)) / 2,
    )
    return np.maximum(on, 1 - off)


@misconception(
    "bump",
    says="rise and fall are added, and the 1 that both share is not taken away",
)
def bump_rise_plus_fall(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on, off = (
        (1 + np.tanh(steepness * (x - left) / 2)) / 2,
        (1 + np.tanh(steepness * (x - right) / 2)) / 2,
    )
    return on + (1 - off)


@misconception(
    "bump",
    says="you subtract the slopes of the two sigmoids, not their values",
)
def bump_of_slopes(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on, off = (
        (1 + np.tanh(steepness * (x - left) / 2)) / 2,
        (1 + np.tanh(steepness * (x - right) / 2)) / 2,
    )
    return on * (1 - on) - off * (1 - off)


@misconception(
    "bump",
    says="you return the slope of the bump, not its height",
)
def bump_of_scaled_slopes(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on, off = (
        (1 + np.tanh(steepness * (x - left) / 2)) / 2,
        (1 + np.tanh(steepness * (x - right) / 2)) / 2,
    )
    return steepness * (on * (1 - on) - off * (1 - off))


@misconception(
    "bump",
    says="the right edge is taken for a width and added to the left one",
)
def bump_by_width(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (np.tanh(steepness * (x - left) / 2) - np.tanh(steepness * (x - left - right) / 2)) / 2


@misconception(
    "bump",
    says="you divide by the width, so that the area is 1 and not the height",
)
def bump_of_unit_area(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on, off = (
        (1 + np.tanh(steepness * (x - left) / 2)) / 2,
        (1 + np.tanh(steepness * (x - right) / 2)) / 2,
    )
    return (on - off) / (right - left)


@misconception(
    "bump",
    says="the difference of the switches is squared",
)
def bump_squared(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on, off = (
        (1 + np.tanh(steepness * (x - left) / 2)) / 2,
        (1 + np.tanh(steepness * (x - right) / 2)) / 2,
    )
    return (on - off) ** 2


@misconception(
    "bump",
    says="the edges are added to x, not subtracted",
)
def bump_edges_with_plus(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (np.tanh(steepness * (x + left) / 2) - np.tanh(steepness * (x + right) / 2)) / 2


@misconception(
    "bump",
    says="you use the arctangent, which approaches its limits far more slowly",
)
def bump_of_arctangents(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (np.arctan(steepness * (x - left)) - np.arctan(steepness * (x - right))) / np.pi


@misconception(
    "bump",
    says="your bump stands on a floor of ½, not of 0",
)
def bump_plus_half(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on, off = (
        (1 + np.tanh(steepness * (x - left) / 2)) / 2,
        (1 + np.tanh(steepness * (x - right) / 2)) / 2,
    )
    return on - off + 0.5


@misconception(
    "bump",
    says="the steepness is missing in the switch at the left edge",
)
def bump_steepness_at_right_only(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (np.tanh((x - left) / 2) - np.tanh(steepness * (x - right) / 2)) / 2


@misconception("bump", says="the values are rounded to whole numbers")
def bump_rounded(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    s = steepness / 2
    return np.round((np.tanh(s * (x - left)) - np.tanh(s * (x - right))) / 2)


@misconception("bump", says="you use the slope of one sigmoid, not a difference of two sigmoids")
def bump_slope_of_one(x, left, right, steepness):
    on = (1 + np.tanh(steepness * (np.asarray(x, dtype=float) - left) / 2)) / 2
    return on * (1 - on)


@misconception(
    "bump", says="brackets are missing in the sigmoid: 1 / 1 + exp(-z) is not 1 / (1 + exp(-z))"
)
def bump_without_brackets(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on, off = np.exp(-steepness * (x - left)), np.exp(-steepness * (x - right))
    return (1 / 1 + on) - (1 / 1 + off)


@misconception("bump", says="brackets are missing around 1 + exp(-z) and around each sigmoid")
def bump_without_any_brackets(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on, off = np.exp(-steepness * (x - left)), np.exp(-steepness * (x - right))
    return 1 / 1 + on - 1 / 1 + off


@misconception("bump", says="brackets are missing around x - t, so the edges have the wrong sign")
def bump_negated_without_brackets(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on, off = np.tanh((steepness * x + left) / 2), np.tanh((steepness * x + right) / 2)
    return (on - off) / 2


@misconception("bump", says="your bump begins in the middle between the edges, not at the left one")
def bump_from_middle(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    s, middle = steepness / 2, (left + right) / 2
    return (np.tanh(s * (x - middle)) - np.tanh(s * (x - right))) / 2


@misconception("bump", says="your bump ends in the middle between the edges, not at the right one")
def bump_to_middle(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    s, middle = steepness / 2, (left + right) / 2
    return (np.tanh(s * (x - left)) - np.tanh(s * (x - middle))) / 2


@misconception("bump", says="the second switch is at the width right - left, not at right")
def bump_ends_at_width(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    s = steepness / 2
    return (np.tanh(s * (x - left)) - np.tanh(s * (x - (right - left)))) / 2


@misconception("bump", says="the steepness is divided by the width of the bump")
def bump_steepness_per_width(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    s = steepness / (right - left) / 2
    return (np.tanh(s * (x - left)) - np.tanh(s * (x - right))) / 2


@misconception("bump", says="the steepness is multiplied by the width of the bump")
def bump_steepness_times_width(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    s = steepness * (right - left) / 2
    return (np.tanh(s * (x - left)) - np.tanh(s * (x - right))) / 2


@misconception("bump", says="your result is |on + off - 1|, not the difference of the switches")
def bump_distance_of_sum(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    s = steepness / 2
    return np.abs(np.tanh(s * (x - left)) + np.tanh(s * (x - right))) / 2


@misconception(
    "bump", says="your bump is cut off to 0 outside of its edges, where it only tends to 0"
)
def bump_zero_outside(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    s = steepness / 2
    height = (np.tanh(s * (x - left)) - np.tanh(s * (x - right))) / 2
    return np.where((x >= left) & (x <= right), height, 0.0)


@misconception("bump", says="the argument of the sigmoid is cut off at 1 and -1")
def bump_of_clipped_arguments(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on = np.clip(steepness * (x - left), -1, 1)
    off = np.clip(steepness * (x - right), -1, 1)
    return (np.tanh(on / 2) - np.tanh(off / 2)) / 2


@misconception("bump", says="the difference stands inside one sigmoid, so x has no effect")
def bump_sigmoid_of_difference(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (1 + np.tanh((steepness * (x - left) - steepness * (x - right)) / 2)) / 2


@misconception("bump", says="you use one sigmoid of the product of both distances")
def bump_sigmoid_of_product(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (1 + np.tanh(steepness * (x - left) * (right - x) / 2)) / 2


@misconception(
    "bump", says="you use z / (1 + |z|) for the sigmoid, which approaches its limits slowly"
)
def bump_of_softsigns(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on, off = steepness * (x - left), steepness * (x - right)
    return (on / (1 + np.abs(on)) - off / (1 + np.abs(off))) / 2


@misconception(
    "bump", says="you use z / √(1 + z²) for the sigmoid, which approaches its limits slowly"
)
def bump_of_algebraic_sigmoids(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on, off = steepness * (x - left), steepness * (x - right)
    return (on / np.sqrt(1 + on**2) - off / np.sqrt(1 + off**2)) / 2


@misconception("bump", says="the sigmoids are raised to the power of the steepness")
def bump_to_the_steepness(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on, off = (1 + np.tanh((x - left) / 2)) / 2, (1 + np.tanh((x - right) / 2)) / 2
    return on**steepness - off**steepness


@misconception("bump", says="the steepness multiplies the bump, not the arguments of the sigmoids")
def bump_times_steepness(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return steepness * (np.tanh((x - left) / 2) - np.tanh((x - right) / 2)) / 2


@misconception("bump", says="the two switches are divided, where their difference is asked for")
def bump_quotient(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    s = steepness / 2
    return (1 + np.tanh(s * (x - left))) / (1 + np.tanh(s * (x - right)))


@misconception("bump", says="the absolute values of x are taken, so your bump has a mirror image")
def bump_of_absolute_x(x, left, right, steepness):
    x = np.abs(np.asarray(x, dtype=float))
    s = steepness / 2
    return (np.tanh(s * (x - left)) - np.tanh(s * (x - right))) / 2


@misconception("bump", says="the steepness is added to the distances, not multiplied with them")
def bump_steepness_added(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (np.tanh((x - left + steepness) / 2) - np.tanh((x - right + steepness) / 2)) / 2


@misconception(
    "bump", says="tanh stands for the sigmoid: both factors ½, inside and outside, are missing"
)
def bump_of_plain_tanh(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return np.tanh(steepness * (x - left)) - np.tanh(steepness * (x - right))


# --- bump_network ---


@misconception(
    "bump_network",
    says="the heights are taken at the left edges of the cells, not at their middles",
)
def heights_at_left_edges(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    t = np.concatenate([edges[:-1], edges[1:]])
    heights = np.asarray(f(edges[:-1]), dtype=float)
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * t), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the hidden biases have their sign turned",
)
def bias_with_plus(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    starts, ends = edges[:-1], edges[1:]
    heights = np.asarray(f((starts + ends) / 2), dtype=float)
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    b1 = steepness * np.concatenate([starts, ends])
    W2 = np.r_[heights, -heights][:, None]
    return [(W1, b1), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says=("the units that switch off have output weights of the sign of those that switch on"),
)
def off_units_not_negated(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    middles = (edges[1:] + edges[:-1]) / 2
    heights = np.asarray(f(middles), dtype=float)
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    b1 = -steepness * np.hstack([edges[:-1], edges[1:]])
    W2 = np.hstack([heights, heights])[:, np.newaxis]
    return [(W1, b1), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the length of the interval is missing in the width of the cells",
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


@misconception(
    "bump_network",
    says="each height is the mean of f at two edges, not f at the middle",
)
def heights_from_mean_of_edges(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    at_edges = np.asarray(f(edges), dtype=float)
    heights = (at_edges[:-1] + at_edges[1:]) / 2
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    b1 = -steepness * np.concatenate([edges[:-1], edges[1:]])
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, b1), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the steepness is divided by the width of a cell",
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


@formula("bump_network")
def bump_network_as_text(f, a, b, n_bumps, steepness):
    h = (b - a) / n_bumps
    t = a + h * np.arange(n_bumps + 1)
    heights = np.asarray(f(t[:-1] + h / 2), dtype=float)
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    b1 = -steepness * np.concatenate([t[:-1], t[1:]])
    W2 = np.concatenate([heights, -heights])[:, None]
    b2 = np.zeros(1)
    return [(W1, b1), (W2, b2)]


@formula("bump_network")
def bump_network_as_edges(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    left, right = edges[:-1], edges[1:]
    middles = (left + right) / 2
    heights = np.asarray(f(middles), dtype=float)
    W1 = steepness * np.ones((1, 2 * n_bumps))
    b1 = np.concatenate([-steepness * left, -steepness * right])
    W2 = np.concatenate([heights, -heights]).reshape(-1, 1)
    return [(W1, b1), (W2, np.zeros(1))]


@formula("bump_network")
def bump_network_as_loop(f, a, b, n_bumps, steepness):
    h = (b - a) / n_bumps
    W1 = np.zeros((1, 2 * n_bumps))
    b1 = np.zeros(2 * n_bumps)
    W2 = np.zeros((2 * n_bumps, 1))
    heights = f(a + h / 2 + h * np.arange(n_bumps))
    for j in range(n_bumps):
        left = a + j * h
        right = a + (j + 1) * h
        W1[0, 2 * j] = steepness
        W1[0, 2 * j + 1] = steepness
        b1[2 * j] = -steepness * left
        b1[2 * j + 1] = -steepness * right
        W2[2 * j, 0] = heights[j]
        W2[2 * j + 1, 0] = -heights[j]
    return [(W1, b1), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the heights are taken at the right edges of the cells, not at their middles",
)
def network_heights_right_edges(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f(edges[1:]), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the heights are twice as large as they should be",
)
def network_heights_doubled(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([2 * heights, -2 * heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the heights are multiplied by the width of a cell, as in an integral",
)
def network_heights_times_width(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    heights = heights * (b - a) / n_bumps
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the heights are divided by the number of bumps",
)
def network_heights_averaged(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    heights = heights / n_bumps
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the signs of the output weights are exchanged, so all bumps hang upside down",
)
def network_upside_down(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([-heights, heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the output bias is 1, so the whole function is shifted up",
)
def network_output_bias_one(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.ones(1))]


@misconception(
    "bump_network",
    says="the output bias is the mean height, so the whole function is shifted",
)
def network_output_bias_mean(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.array([heights.mean()]))]


@misconception(
    "bump_network",
    says="the first cell gets no bump",
)
def network_without_first_bump(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    heights[0] = 0
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the last cell gets no bump",
)
def network_without_last_bump(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    heights[-1] = 0
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the edges begin at 0, not at a",
)
def network_from_zero(f, a, b, n_bumps, steepness):
    edges = np.linspace(0, b - a, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the cells divide the interval from 0 to 1, and a and b are not used",
)
def network_from_zero_to_one(f, a, b, n_bumps, steepness):
    edges = np.linspace(0, 1, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says=("the output weights alternate in sign, while the hidden units come in two blocks"),
)
def network_orders_mixed(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.column_stack([heights, -heights]).reshape(-1, 1)
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says=("the hidden biases alternate between edges, while the output weights come in two blocks"),
)
def network_biases_alternate(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.column_stack([edges[:-1], edges[1:]]).ravel()
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the hidden biases carry the steepness twice",
)
def network_bias_steepness_squared(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -(steepness**2) * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the steepness is halved, as in a formula with tanh",
)
def network_half_steepness(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), steepness / 2)
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness / 2 * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the hidden weights are 1 and not the steepness",
)
def network_weights_of_one(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), 1.0)
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the steepness is missing in the hidden weights and in the biases",
)
def network_without_steepness(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), 1.0)
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the steepness is multiplied by the number of bumps",
)
def network_steepness_times_bumps(f, a, b, n_bumps, steepness):
    steepness = steepness * n_bumps
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says=(
        "one bump of the first height spans all cells: the heights do not change, "
        "or units switch off with the next one"
    ),
)
def network_off_with_next_height(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -np.roll(heights, -1)])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="f is evaluated at the numbers of the cells, not at their middles",
)
def network_of_indices(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f(np.arange(n_bumps)), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="f is evaluated at places between 0 and 1, whatever a and b are",
)
def network_of_shares(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((np.arange(n_bumps) + 0.5) / n_bumps), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="a is not added to the middles of the cells",
)
def network_middles_without_a(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2 - a), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the interval is cut into one cell too many, and the last one has no bump",
)
def network_one_bump_too_many_cells(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 2)[:-1]
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the signs of the heights get lost, so all bumps point upward",
)
def network_absolute_heights(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    heights = np.abs(heights)
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="all bumps have the same height, the mean of f",
)
def network_constant_height(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    heights = np.full(n_bumps, heights.mean())
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the heights are assigned to the cells in reverse order",
)
def network_reversed_heights(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    heights = heights[::-1]
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the bumps end in the middle of their cells",
)
def network_half_width(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], (edges[:-1] + edges[1:]) / 2])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="every bump is two cells wide",
)
def network_double_width(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], 2 * edges[1:] - edges[:-1]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="all edges are shifted by half a cell",
)
def network_shifted_half_cell(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    switches = switches + (b - a) / n_bumps / 2
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the units that switch off all have the output weight -1, whatever f is",
)
def network_of_steps(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -np.ones(n_bumps)])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="each height is the larger of the values of f at the two edges",
)
def network_largest_in_cell(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(np.maximum(f(edges[:-1]), f(edges[1:])), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says=(
        "the units that switch off have hidden weights with their sign turned, the biases have not"
    ),
)
def network_off_hidden_weights_negated(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = steepness * np.array([[1.0] * n_bumps + [-1.0] * n_bumps])
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="the hidden weights have their sign turned, the biases have not"
)
def network_hidden_weights_negated(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), -float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the hidden biases are halved, the hidden weights are not")
def network_biases_halved(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches / 2), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="the hidden biases are divided by the steepness, not multiplied by it"
)
def network_biases_divided_by_steepness(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -switches / steepness), (W2, np.zeros(1))]


@misconception("bump_network", says="the units that switch off have biases with their sign turned")
def network_right_biases_with_plus(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, steepness * np.concatenate([-edges[:-1], edges[1:]])), (W2, np.zeros(1))]


@misconception("bump_network", says="the units that switch on have biases with their sign turned")
def network_left_biases_with_plus(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, steepness * np.concatenate([edges[:-1], -edges[1:]])), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says=(
        "the heights are added up from cell to cell, so each bump is as high "
        "as all before it together"
    ),
)
def network_cumulated_heights(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = np.cumsum(heights)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="each height is the step from the cell before, but every bump returns to 0"
)
def network_differences_as_heights(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = np.diff(heights, prepend=0)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says=(
        "one bump of the first height spans all cells: the heights do not change, "
        "or units switch off with the next one"
    ),
)
def network_first_height_only(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = np.full(n_bumps, heights[0])
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="all bumps have the height of the last cell")
def network_last_height_only(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = np.full(n_bumps, heights[-1])
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="all bumps have height 1, and f is not used")
def network_heights_of_one(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = np.ones(n_bumps)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the output bias is f at a, so the whole function is shifted")
def network_output_bias_at_start(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.asarray(f(edges[:1]), dtype=float))]


@misconception(
    "bump_network",
    says="the output bias is minus the sum of the heights, so the whole function is shifted",
)
def network_output_bias_minus_sum(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.array([-heights.sum()]))]


@misconception(
    "bump_network",
    says="the output bias is the sum of the heights, so the whole function is shifted",
)
def network_output_bias_sum(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.array([heights.sum()]))]


@misconception("bump_network", says="the output bias is ½, so the whole function is shifted up")
def network_output_bias_half(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.array([0.5]))]


@misconception(
    "bump_network",
    says="the output bias is minus the mean height, so the whole function is shifted",
)
def network_output_bias_minus_mean(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.array([-heights.mean()]))]


@misconception("bump_network", says="each height is the sum of f at two edges, not f at the middle")
def network_heights_sum_of_edges(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f(edges[:-1]) + f(edges[1:]), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="each height is the smaller of the values of f at the two edges"
)
def network_heights_smallest_at_edges(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(np.minimum(f(edges[:-1]), f(edges[1:])), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="each height is the difference of f at two edges, not f at the middle"
)
def network_heights_difference_of_edges(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f(edges[1:]) - f(edges[:-1]), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="each height is the slope of f over its cell, not its value")
def network_heights_slopes(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(np.diff(f(edges)) / np.diff(edges), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="each height is a weighted mean of f at the edges and the middle, as in an integral",
)
def network_heights_by_simpson(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(
        (f(edges[:-1]) + 4 * f((edges[:-1] + edges[1:]) / 2) + f(edges[1:])) / 6, dtype=float
    )
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says=(
        "a unit that switches off has f at the right edge as its height, one "
        "that switches on f at the left"
    ),
)
def network_on_left_off_right(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([f(edges[:-1]), -f(edges[1:])])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="a unit that switches off has f at the right edge as its height, not f at the middle",
)
def network_off_at_right_edge(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -f(edges[1:])])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="a unit that switches on has f at the left edge as its height, not f at the middle",
)
def network_on_at_left_edge(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([f(edges[:-1]), -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="½ is added to the left edges, where half the width of a cell belongs"
)
def network_middles_plus_half(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f(edges[:-1] + 0.5), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="f is evaluated a quarter of a cell right of the left edge, not at the middle",
)
def network_heights_at_quarter(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f(edges[:-1] + (edges[1:] - edges[:-1]) / 4), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="f is evaluated at half the width of a cell, with a minus where the middle has a plus",
)
def network_middles_of_differences(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[1:] - edges[:-1]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="f is evaluated in the middle of the cell before")
def network_middles_half_cell_left(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f(edges[:-1] - (edges[1] - edges[0]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="brackets are missing in the middle: only one of the two edges is halved"
)
def network_middles_without_brackets(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f(edges[:-1] + edges[1:] / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="f is evaluated at the sum of two edges, which is not halved")
def network_middles_not_halved(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f(edges[:-1] + edges[1:]), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="f is evaluated at equal distances from a to b, both ends included, not at the middles",
)
def network_heights_from_a_to_b(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f(np.linspace(a, b, n_bumps)), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="all bumps have the height of f at the middle of the whole interval"
)
def network_height_of_interval_middle(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(np.full(n_bumps, f(np.array([(a + b) / 2]))), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the output weights come in pairs of one bump, while the hidden units come in two blocks",
)
def network_weights_in_pairs(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.stack([heights, -heights], axis=1).reshape(-1, 1)
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the steepness is divided by the number of bumps")
def network_steepness_by_bumps(f, a, b, n_bumps, steepness):
    steepness = steepness / n_bumps
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the steepness is multiplied by the width of a cell")
def network_steepness_times_cell(f, a, b, n_bumps, steepness):
    steepness = steepness * (b - a) / n_bumps
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the steepness is divided by the length of the interval")
def network_steepness_by_interval(f, a, b, n_bumps, steepness):
    steepness = steepness / (b - a)
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the steepness is multiplied by the length of the interval")
def network_steepness_times_interval(f, a, b, n_bumps, steepness):
    steepness = steepness * (b - a)
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the steepness is doubled")
def network_steepness_doubled(f, a, b, n_bumps, steepness):
    steepness = 2 * steepness
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="your edges are four times as flat as the steepness says")
def network_steepness_quartered(f, a, b, n_bumps, steepness):
    steepness = steepness / 4
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the steepness is squared in weights and biases")
def network_steepness_squared(f, a, b, n_bumps, steepness):
    steepness = steepness**2
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the units that switch on have output weight 0")
def network_on_weights_zero(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([0 * heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the unit that switches off the last bump has output weight 0")
def network_last_bump_stays_on(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    off = -heights
    off[-1] = 0
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, off])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the unit that switches off the first bump has output weight 0")
def network_first_bump_stays_on(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    off = -heights
    off[0] = 0
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, off])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="every bump is two cells wide, half a cell more on both sides")
def network_bumps_overlap(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    half = (b - a) / n_bumps / 2
    switches = np.concatenate([edges[:-1] - half, edges[1:] + half])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="every bump is only half a cell wide, around the middle")
def network_bumps_half_a_cell(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    quarter = (b - a) / n_bumps / 4
    switches = np.concatenate([edges[:-1] + quarter, edges[1:] - quarter])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="the width of a cell divides the interval by n_bumps - 1, not by n_bumps"
)
def network_cells_too_few(f, a, b, n_bumps, steepness):
    edges = a + (b - a) / max(n_bumps - 1, 1) * np.arange(n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="the width of a cell divides the interval by n_bumps + 1, not by n_bumps"
)
def network_cells_too_narrow(f, a, b, n_bumps, steepness):
    edges = a + (b - a) / (n_bumps + 1) * np.arange(n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="the cells are counted from 1, so all bumps stand one cell too far right"
)
def network_cells_from_second(f, a, b, n_bumps, steepness):
    edges = a + (b - a) / n_bumps * np.arange(1, n_bumps + 2)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the width of a cell is b / n_bumps: a is not subtracted")
def network_cell_width_b_over_n(f, a, b, n_bumps, steepness):
    edges = a + b / n_bumps * np.arange(n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the cells divide the interval from 0 to b, and a is not used")
def network_cells_from_zero_to_b(f, a, b, n_bumps, steepness):
    edges = np.linspace(0, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="the width of a cell is made of the sum of a and b, not of b - a"
)
def network_cell_width_of_sum(f, a, b, n_bumps, steepness):
    edges = a + (a + b) / n_bumps * np.arange(n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the cells divide the interval from -b to b, and a is not used")
def network_cells_around_zero(f, a, b, n_bumps, steepness):
    edges = np.linspace(-b, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="every cell has width 1, whatever a and b are")
def network_cells_of_width_one(f, a, b, n_bumps, steepness):
    edges = a + np.arange(n_bumps + 1.0)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the edges are cut off to whole numbers")
def network_edges_as_integers(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1).astype(int)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the cells run from b to a, so each bump is switched off before it is switched on",
)
def network_edges_reversed(f, a, b, n_bumps, steepness):
    edges = np.linspace(b, a, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the heights are rounded to whole numbers")
def network_heights_rounded(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = np.round(heights)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="heights below 0 are set to 0")
def network_heights_positive_only(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = np.maximum(heights, 0)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the heights are cut off at 1 and -1")
def network_heights_clipped(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = np.clip(heights, -1, 1)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="f is evaluated at the middles times the steepness")
def network_heights_of_scaled_middles(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f(steepness * (edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the mean height is subtracted from all heights")
def network_heights_centered(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = heights - heights.mean()
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the heights are divided by the largest of them")
def network_heights_relative(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = heights / np.abs(heights).max()
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the heights are divided by their sum")
def network_heights_shares(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = heights / heights.sum()
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the heights are squared")
def network_heights_squared(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = heights**2
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the heights are divided by the width of a cell")
def network_heights_per_width(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = heights / ((b - a) / n_bumps)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the heights are multiplied by the length of the interval")
def network_heights_times_interval(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = heights * (b - a)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the heights are divided by the length of the interval")
def network_heights_per_interval(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = heights / (b - a)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the heights are multiplied by the steepness")
def network_heights_times_steepness(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = heights * steepness
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the heights are divided by the steepness")
def network_heights_per_steepness(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = heights / steepness
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="each bump has the height of the cell before it, the first that of the last",
)
def network_heights_of_cell_before(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = np.roll(heights, 1)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="each bump has the height of the next cell, the last that of the first"
)
def network_heights_of_next_cell(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights = np.roll(heights, -1)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="a unit that switches off has the height of the cell before, not of its own",
)
def network_off_with_height_before(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -np.append(heights[0], heights[:-1])])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says=(
        "a unit that switches off has the height of the next cell, where there "
        "is one, not of its own"
    ),
)
def network_off_with_next_or_last(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -np.append(heights[1:], heights[-1])])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="the units that switch off have the heights in reverse order")
def network_off_in_reverse(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights[::-1]])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="only the last bump is there: each pass of the loop overwrites the ones before",
)
def network_only_last_bump(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights[:-1] = 0
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="only the first bump is there")
def network_only_first_bump(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights[1:] = 0
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="every second bump is missing")
def network_every_second_bump(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    heights[1::2] = 0
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="the hidden biases are 0, so all units switch at the same place"
)
def network_biases_zero(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, np.zeros(2 * n_bumps)), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the units that switch off do so at the width of a cell, not at its right edge",
)
def network_off_at_width(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], np.full(n_bumps, (b - a) / n_bumps)])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="every bump is 1 wide, whatever the width of a cell")
def network_off_after_one(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[:-1] + 1])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="all bumps are switched off at b, not at the right edges of their cells"
)
def network_off_at_b(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], np.full(n_bumps, float(b))])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="all bumps are switched on at a, not at the left edges of their cells"
)
def network_on_at_a(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([np.full(n_bumps, float(a)), edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception(
    "bump_network", says="a is missing in the edges of the bumps, while the heights are right"
)
def network_switches_from_zero(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]]) - a
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * switches), (W2, np.zeros(1))]


@misconception("bump_network", says="a is not multiplied by the steepness in the biases")
def network_a_not_scaled(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    switches = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * (switches - a) - a), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="units that fall are added, but the output bias minus the sum of the heights is missing",
)
def network_falling_units_without_bias(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    W1 = steepness * np.array([[1.0] * n_bumps + [-1.0] * n_bumps])
    W2 = np.concatenate([heights, heights])[:, None]
    return [(W1, steepness * np.concatenate([-edges[:-1], edges[1:]])), (W2, np.zeros(1))]


# --- tent ---


@misconception(
    "tent",
    says="a bracket is misplaced: the ½ is subtracted after ReLU, not inside it",
)
def tent_half_outside_relu(x):
    x = np.asarray(x, dtype=float)
    r = np.maximum(x, 0)
    return 2 * r - 4 * (r - 0.5)


@misconception(
    "tent",
    says="the second unit bends at 1, not at ½",
)
def tent_bends_at_one(x):
    x = np.asarray(x, dtype=float)
    first = np.where(x > 0, x, 0)
    second = np.where(x > 1, x - 1, 0)
    return 2 * first - 4 * second


@misconception(
    "tent",
    says="the second unit has no ReLU",
)
def tent_second_relu_missing(x):
    x = np.array(x, dtype=float)
    return 2 * np.maximum(x, 0) - 4 * (x - 0.5)


@misconception(
    "tent",
    says="the second unit is added, not subtracted",
)
def tent_plus(x):
    x = np.asarray(x, dtype=float)
    relu = lambda z: z * (z > 0)
    return 2 * relu(x) + 4 * relu(x - 0.5)


@misconception(
    "tent",
    says="the second unit bends at -½: the sign of its bias is turned",
)
def tent_bias_sign(x):
    hidden = np.maximum(np.asarray(x, dtype=float)[..., None] * [1.0, 1.0] + [0.0, 0.5], 0)
    return hidden @ np.array([2.0, -4.0])


@misconception(
    "tent",
    says="your tent repeats itself outside of 0 to 1",
)
def tent_periodic(x):
    x = np.asarray(x, dtype=float) % 1
    return np.where(x <= 0.5, 2 * x, 2 * (1 - x))


@formula("tent")
def tent_as_text(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.maximum(0, x) - 4 * np.maximum(0, x - 1 / 2)


@formula("tent")
def tent_as_units(x):
    x = np.asarray(x, dtype=float)
    first = np.where(x > 0, x, 0)
    second = np.where(x > 0.5, x - 0.5, 0)
    return 2 * first - 4 * second


@formula("tent")
def tent_as_pieces(x):
    x = np.asarray(x, dtype=float)
    return np.where(x < 0, 0.0, np.where(x <= 0.5, 2 * x, 2 - 2 * x))


@formula("tent")
def tent_as_minimum(x):
    x = np.asarray(x, dtype=float)
    return np.minimum(2 * np.maximum(x, 0), 2 * (1 - x))


@misconception(
    "tent",
    says="you use a parabola in place of the tent, so its sides are not straight",
)
def tent_is_parabola(x):
    x = np.asarray(x, dtype=float)
    return 4 * x * (1 - x)


@misconception(
    "tent",
    says="you use a sine in place of the tent, so its sides are not straight",
)
def tent_is_sine(x):
    x = np.asarray(x, dtype=float)
    return np.sin(np.pi * x)


@misconception(
    "tent",
    says="the second unit is missing, so your tent never falls",
)
def tent_first_unit_only(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.maximum(x, 0)


@misconception(
    "tent",
    says="both units lack ReLU, so your tent is one straight line",
)
def tent_without_any_relu(x):
    x = np.asarray(x, dtype=float)
    return 2 * x - 4 * (x - 0.5)


@misconception(
    "tent",
    says="your tent is turned over: it is 1 at the ends and 0 in the middle",
)
def tent_turned_over(x):
    x = np.asarray(x, dtype=float)
    return 1 - (2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0))


@misconception(
    "tent",
    says="your tent stands around 0 and not around ½",
)
def tent_around_zero(x):
    x = np.asarray(x, dtype=float)
    return np.maximum(1 - np.abs(x), 0)


@misconception(
    "tent",
    says="your tent stands around 0 and not around ½",
)
def tent_narrow_around_zero(x):
    x = np.asarray(x, dtype=float)
    return 1 - 2 * np.abs(x)


@misconception(
    "tent",
    says="your tent is twice as wide: it has its top at 1",
)
def tent_twice_as_wide(x):
    x = np.asarray(x, dtype=float)
    return np.maximum(x, 0) - 2 * np.maximum(x - 1, 0)


@misconception(
    "tent",
    says="the tent is applied twice, which makes two teeth",
)
def tent_applied_twice(x):
    x = np.asarray(x, dtype=float)
    y = 2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0)
    return 2 * np.maximum(y, 0) - 4 * np.maximum(y - 0.5, 0)


@misconception(
    "tent",
    says="you return the slope of the tent, not its value",
)
def tent_slope(x):
    x = np.asarray(x, dtype=float)
    return np.where(x < 0, 0.0, np.where(x < 0.5, 2.0, -2.0))


@misconception(
    "tent",
    says="the 4 stands inside the second unit and moves its bend away from ½",
)
def tent_weight_inside(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.maximum(x, 0) - np.maximum(4 * x - 0.5, 0)


@misconception(
    "tent",
    says=(
        "negative inputs of the units come out as a small multiple of themselves, as "
        "in the leaky ReLU"
    ),
)
def tent_leaks(x):
    x = np.asarray(x, dtype=float)
    first, second = np.maximum(x, 0.01 * x), np.maximum(x - 0.5, 0.01 * (x - 0.5))
    return 2 * first - 4 * second


@misconception(
    "tent",
    says="you use a smooth curve in place of ReLU, so your tent has no corners",
)
def tent_smooth(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.logaddexp(0, x) - 4 * np.logaddexp(0, x - 0.5)


@misconception(
    "tent",
    says="you use sigmoids in place of ReLU",
)
def tent_of_sigmoids(x):
    x = np.asarray(x, dtype=float)
    return (1 + np.tanh(x / 2)) - 2 * (1 + np.tanh((x - 0.5) / 2))


@misconception(
    "tent",
    says="you use absolute values in place of ReLU",
)
def tent_of_absolute_values(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.abs(x) - 4 * np.abs(x - 0.5)


@misconception(
    "tent",
    says="the sign of the result gets lost beyond 1, where the tent is negative",
)
def tent_absolute(x):
    x = np.asarray(x, dtype=float)
    return np.abs(2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0))


@misconception(
    "tent",
    says="right of ½ your tent falls twice as fast as it should",
)
def tent_falls_too_fast(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.maximum(x, 0) - 6 * np.maximum(x - 0.5, 0)


@misconception(
    "tent",
    says="the weights of the two units are exchanged",
)
def tent_weights_exchanged(x):
    x = np.asarray(x, dtype=float)
    return 4 * np.maximum(x, 0) - 2 * np.maximum(x - 0.5, 0)


@misconception(
    "tent",
    says="the output weights of both units are missing",
)
def tent_plain_relus(x):
    x = np.asarray(x, dtype=float)
    return np.maximum(x, 0) - np.maximum(x - 0.5, 0)


@misconception(
    "tent",
    says="the two units are multiplied, not combined in a sum",
)
def tent_units_multiplied(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.maximum(x, 0) * -4 * np.maximum(x - 0.5, 0)


@misconception(
    "tent",
    says="x has its sign turned, so your tent stands left of 0",
)
def tent_mirrored(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.maximum(-x, 0) - 4 * np.maximum(-x - 0.5, 0)


@misconception(
    "tent",
    says="the result is 0 up to ½, because the first unit bends there too",
)
def tent_flat_left_half(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.maximum(x - 0.5, 0) - 4 * np.maximum(x - 0.5, 0)


@misconception("tent", says="one mask serves both units, so the second is on for all x above 0")
def tent_mask_of_first_unit(x):
    x = np.asarray(x, dtype=float)
    return (2 * x - 4 * (x - 0.5)) * (x > 0)


@misconception("tent", says="you take the minimum with 0, where ReLU is the maximum")
def tent_of_minima(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.minimum(x, 0) - 4 * np.minimum(x - 0.5, 0)


@misconception("tent", says="your right side is 1 - 2 x, where it has to meet the left one at ½")
def tent_right_side_too_low(x):
    x = np.asarray(x, dtype=float)
    return np.where(x < 0.5, 2 * np.maximum(x, 0), 1 - 2 * x)


@misconception("tent", says="the ½ is multiplied with the second unit, not subtracted inside it")
def tent_half_as_factor(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.maximum(x, 0) - 4 * np.maximum(0.5 * x, 0)


@misconception("tent", says="x is doubled inside the second unit, so it bends at ¼")
def tent_doubled_in_second_unit(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.maximum(x, 0) - 4 * np.maximum(2 * x - 0.5, 0)


@misconception("tent", says="you take the largest of all entries of x, not ReLU of each")
def tent_of_largest_entry(x):
    x = np.asarray(x, dtype=float)
    return 2 * max(x.max(), 0) - 4 * np.maximum(x - 0.5, 0)


@misconception("tent", says="the two sides of your tent are exchanged")
def tent_sides_exchanged(x):
    x = np.asarray(x, dtype=float)
    return np.where(x < 0.5, 2 - 2 * x, 2 * x)


# --- sawtooth ---


@misconception(
    "sawtooth",
    says="the tent is applied one time too few",
)
def one_fold_too_few(x, depth):
    y = np.asarray(x, dtype=float)
    for _ in range(1, depth):
        y = tent(y)
    return y


@misconception(
    "sawtooth",
    says="the tent is applied one time too often",
)
def one_fold_too_many(x, depth):
    y = tent(x)
    for _ in range(depth):
        y = tent(y)
    return y


@misconception(
    "sawtooth",
    says="the tent is raised to a power, not applied to its own result",
)
def power_of_tent(x, depth):
    return tent(x) ** depth


@misconception(
    "sawtooth",
    says="return stands inside the loop, so the tent is applied only once",
)
def returns_after_first_fold(x, depth):
    y = np.asarray(x, dtype=float)
    for k in range(depth):
        y = tent(y)
        return y


@misconception(
    "sawtooth",
    says="you change the array that the caller handed in, not a copy of it",
)
def sawtooth_changes_x(x, depth):
    y = np.asarray(x, dtype=float)
    for _ in range(depth):
        y[...] = tent(y)
    return y


@misconception(
    "sawtooth",
    says="the tent is applied once for every tooth, not once for every layer",
)
def one_fold_per_tooth(x, depth):
    teeth = 2 ** (depth - 1)
    y = np.asarray(x, dtype=float)
    for _ in range(teeth):
        y = tent(y)
    return y


@formula("sawtooth")
def sawtooth_as_loop(x, depth):
    y = np.asarray(x, dtype=float)
    for _ in range(depth):
        y = tent(y)
    return y


@formula("sawtooth")
def sawtooth_as_relus(x, depth):
    y = np.asarray(x, dtype=float)
    for k in range(1, depth + 1):
        y = 2 * np.maximum(y, 0) - 4 * np.maximum(y - 0.5, 0)
    return y


@formula("sawtooth")
def sawtooth_as_first_and_rest(x, depth):
    y = tent(x)
    for _ in range(depth - 1):
        y = tent(y)
    return y


@formula("sawtooth")
def sawtooth_as_while(x, depth):
    y = np.asarray(x, dtype=float)
    k = 0
    while k < depth:
        y = tent(y)
        k += 1
    return y


@misconception(
    "sawtooth",
    says="x is multiplied by depth and folded only once",
)
def sawtooth_scaled_input(x, depth):
    return tent(depth * np.asarray(x, dtype=float))


@misconception(
    "sawtooth",
    says="x is stretched by a power of 2 and folded only once",
)
def sawtooth_power_of_two_input(x, depth):
    return tent(2.0 ** (depth - 1) * np.asarray(x, dtype=float))


@misconception(
    "sawtooth",
    says="the results of all folds are added up",
)
def sawtooth_sum_of_folds(x, depth):
    y, total = np.asarray(x, dtype=float), 0.0
    for _ in range(depth):
        y = tent(y)
        total = total + y
    return total


@misconception(
    "sawtooth",
    says="you take the mean of the results of all folds, not the last one alone",
)
def sawtooth_mean_of_folds(x, depth):
    y, total = np.asarray(x, dtype=float), 0.0
    for _ in range(depth):
        y = tent(y)
        total = total + y
    return total / depth


@misconception(
    "sawtooth",
    says="the results of all folds are multiplied",
)
def sawtooth_product_of_folds(x, depth):
    y, total = np.asarray(x, dtype=float), 1.0
    for _ in range(depth):
        y = tent(y)
        total = total * y
    return total


@misconception(
    "sawtooth",
    says="each fold is added with half the weight of the one before",
)
def sawtooth_takagi(x, depth):
    y, total = np.asarray(x, dtype=float), 0.0
    for k in range(depth):
        y = tent(y)
        total = total + y / 2**k
    return total


@misconception(
    "sawtooth",
    says="you return the results of all folds, not the last one alone",
)
def sawtooth_all_folds(x, depth):
    y, results = np.asarray(x, dtype=float), []
    for _ in range(depth):
        y = tent(y)
        results.append(y)
    return np.array(results)


@misconception(
    "sawtooth",
    says="your teeth are turned over, with 1 where 0 belongs",
)
def sawtooth_turned_over(x, depth):
    y = np.asarray(x, dtype=float)
    for _ in range(depth):
        y = tent(y)
    return 1 - y


@misconception(
    "sawtooth",
    says="you double and cut off the whole part, so your teeth fall by jumps",
)
def sawtooth_doubling(x, depth):
    y = np.asarray(x, dtype=float)
    for _ in range(depth):
        y = 2 * y % 1.0
    return y


@misconception(
    "sawtooth",
    says="each fold is a parabola, so the sides of your teeth are not straight",
)
def sawtooth_parabolas(x, depth):
    y = np.asarray(x, dtype=float)
    for _ in range(depth):
        y = 4 * y * (1 - y)
    return y


@misconception(
    "sawtooth",
    says="the tent is never applied: x comes back unchanged",
)
def sawtooth_identity(x, depth):
    return np.array(x, dtype=float)


@misconception(
    "sawtooth",
    says="x is added again after every fold",
)
def sawtooth_residual(x, depth):
    x = np.asarray(x, dtype=float)
    y = x
    for _ in range(depth):
        y = tent(y) + x
    return y


@misconception(
    "sawtooth",
    says="the result of each fold is multiplied by x",
)
def sawtooth_times_x(x, depth):
    x = np.asarray(x, dtype=float)
    y = x
    for _ in range(depth):
        y = tent(y) * x
    return y


@misconception(
    "sawtooth",
    says="you average each fold with what was there before",
)
def sawtooth_damped(x, depth):
    y = np.asarray(x, dtype=float)
    for _ in range(depth):
        y = (y + tent(y)) / 2
    return y


@misconception(
    "sawtooth",
    says="every pass of the loop applies the tent twice",
)
def sawtooth_twice_depth(x, depth):
    y = np.asarray(x, dtype=float)
    for _ in range(depth):
        y = tent(tent(y))
    return y


@misconception(
    "sawtooth",
    says="the tent is applied a power of 2 times, not once for every layer",
)
def sawtooth_two_to_the_depth(x, depth):
    y = np.asarray(x, dtype=float)
    for _ in range(2**depth):
        y = tent(y)
    return y


@misconception(
    "sawtooth",
    says="x is raised to the power depth and folded only once",
)
def sawtooth_power_of_input(x, depth):
    return tent(np.asarray(x, dtype=float) ** depth)


@misconception(
    "sawtooth",
    says="the result is divided by depth at the end",
)
def sawtooth_divided_by_depth(x, depth):
    y = np.asarray(x, dtype=float)
    for _ in range(depth):
        y = tent(y)
    return y / depth


@misconception(
    "sawtooth",
    says=("your folds are only half as high, so the next one never comes past the first top"),
)
def sawtooth_of_half_tents(x, depth):
    y = np.asarray(x, dtype=float)
    for _ in range(depth):
        y = np.maximum(y, 0) - 2 * np.maximum(y - 0.5, 0)
    return y


@misconception(
    "sawtooth",
    says="every fold makes the teeth half as high as those before",
)
def sawtooth_shrinking(x, depth):
    y = np.asarray(x, dtype=float)
    for k in range(depth):
        y = tent(y)
    return y / 2 ** (depth - 1)


@misconception(
    "sawtooth",
    says="the tent is applied twice, whatever depth is",
)
def sawtooth_always_two(x, depth):
    return tent(tent(x))


@misconception(
    "sawtooth",
    says="each fold is made by an absolute value, which falls to the left of 0",
)
def sawtooth_of_absolute_values(x, depth):
    y = np.asarray(x, dtype=float)
    for _ in range(depth):
        y = 1 - np.abs(2 * y - 1)
    return y


@misconception(
    "sawtooth",
    says="after every fold the result is replaced by a mean with the first tent",
)
def sawtooth_mean_with_tent(x, depth):
    y = tent(x)
    for _ in range(depth - 1):
        y = (tent(y) + tent(x)) / 2
    return y


@misconception("sawtooth", says="x is divided by depth and folded only once")
def sawtooth_input_divided(x, depth):
    return tent(np.asarray(x, dtype=float) / depth)


@misconception("sawtooth", says="x times depth, without its whole part, is folded only once")
def sawtooth_of_depth_teeth(x, depth):
    return tent(depth * np.asarray(x, dtype=float) % 1)


@misconception(
    "sawtooth", says="your result is cut off at 0, where a fold of an input beyond 1 is negative"
)
def sawtooth_cut_off_at_zero(x, depth):
    for _ in range(depth):
        x = np.maximum(tent(x), 0)
    return x


@misconception(
    "sawtooth", says="a bracket is misplaced: the ½ is subtracted after ReLU, not inside it"
)
def sawtooth_half_outside_relu(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0) - 4 * (np.maximum(x, 0) - 0.5)
    return x


@misconception("sawtooth", says="the second unit has no ReLU, so each fold is no tent")
def sawtooth_second_relu_missing(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0) - 4 * (x - 0.5)
    return x


@misconception(
    "sawtooth", says="x is stretched by a power of 2, folded once, and made lower by the same power"
)
def sawtooth_stretched_and_shrunk(x, depth):
    x = np.asarray(x, dtype=float)
    return tent(2**depth * x) / 2**depth


@misconception("sawtooth", says="single folds of x times powers of 2 are added up")
def sawtooth_sum_of_stretched(x, depth):
    x = np.asarray(x, dtype=float)
    return sum(tent(2**k * x) for k in range(depth))


@misconception(
    "sawtooth", says="you subtract the folds from x, as in the network that squares its input"
)
def sawtooth_of_the_square(x, depth):
    x = np.asarray(x, dtype=float)
    y, total = x, x
    for k in range(1, depth + 1):
        y = tent(y)
        total = total - y / 4**k
    return total


@misconception(
    "sawtooth", says="you stretch x and cut off the whole part, so your teeth fall by jumps"
)
def sawtooth_doubling_once_less(x, depth):
    return 2 ** (depth - 1) * np.asarray(x, dtype=float) % 1


@misconception("sawtooth", says="the tent is applied once for every bend, not once for every layer")
def sawtooth_one_fold_per_bend(x, depth):
    for _ in range(2**depth - 1):
        x = tent(x)
    return x


@misconception("sawtooth", says="each fold is averaged with the one before it")
def sawtooth_mean_with_last_fold(x, depth):
    x = tent(x)
    for _ in range(depth - 1):
        x = (x + tent(x)) / 2
    return x


@misconception("sawtooth", says="the input is subtracted from the folded result")
def sawtooth_minus_input(x, depth):
    y = np.asarray(x, dtype=float)
    for _ in range(depth):
        y = tent(y)
    return y - x


@misconception("sawtooth", says="you take the largest of all folds, not the last one")
def sawtooth_largest_fold(x, depth):
    x = tent(x)
    largest = x
    for _ in range(depth - 1):
        x = tent(x)
        largest = np.maximum(largest, x)
    return largest


@misconception("sawtooth", says="you take the smallest of all folds, not the last one")
def sawtooth_smallest_fold(x, depth):
    x = tent(x)
    smallest = x
    for _ in range(depth - 1):
        x = tent(x)
        smallest = np.minimum(smallest, x)
    return smallest


@misconception("sawtooth", says="the number of the pass is added to x before each fold")
def sawtooth_plus_pass(x, depth):
    x = np.asarray(x, dtype=float)
    for k in range(depth):
        x = tent(x + k)
    return x


@misconception("sawtooth", says="x is multiplied by the number of the pass before each fold")
def sawtooth_times_pass(x, depth):
    x = np.asarray(x, dtype=float)
    for k in range(1, depth + 1):
        x = tent(k * x)
    return x


@misconception("sawtooth", says="x is doubled before each fold, but the tent doubles already")
def sawtooth_doubled_before_fold(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = tent(2 * x)
    return x


@misconception(
    "sawtooth", says="only the first unit is repeated, and the second comes once at the end"
)
def sawtooth_first_unit_repeated(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = 2 * np.maximum(x, 0)
    return x - 4 * np.maximum(x - 0.5, 0)


@misconception(
    "sawtooth", says="the second unit gets the first input in every pass, not the last result"
)
def sawtooth_second_unit_of_input(x, depth):
    x = np.asarray(x, dtype=float)
    y = x
    for _ in range(depth):
        y = 2 * np.maximum(y, 0) - 4 * np.maximum(x - 0.5, 0)
    return y


@misconception(
    "sawtooth", says="the first unit gets the first input in every pass, not the last result"
)
def sawtooth_first_unit_of_input(x, depth):
    x = np.asarray(x, dtype=float)
    y = x
    for _ in range(depth):
        y = 2 * np.maximum(x, 0) - 4 * np.maximum(y - 0.5, 0)
    return y


@misconception("sawtooth", says="you use a sine, so the sides of your teeth are not straight")
def sawtooth_is_sine(x, depth):
    return np.abs(np.sin(np.pi * 2 ** (depth - 1) * np.asarray(x, dtype=float)))


@misconception("sawtooth", says="each fold is a sine, so the sides of your teeth are not straight")
def sawtooth_of_sines(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = np.sin(np.pi * x)
    return x


@misconception("sawtooth", says="x is folded once and then only doubled")
def sawtooth_fold_then_double(x, depth):
    return 2 ** (depth - 1) * tent(x)


@misconception("sawtooth", says="x is doubled first and folded only at the end")
def sawtooth_double_then_fold(x, depth):
    return tent(2 ** (depth - 1) * np.asarray(x, dtype=float))


@misconception(
    "sawtooth", says="the last two folds are added up, where the last one alone is asked for"
)
def sawtooth_plus_fold_before(x, depth):
    before = np.asarray(x, dtype=float)
    for _ in range(depth - 1):
        before = tent(before)
    return before + tent(before)


@misconception("sawtooth", says="each fold is subtracted from the one before it")
def sawtooth_alternating_sum(x, depth):
    y = tent(x)
    for _ in range(depth - 1):
        y = y - tent(y)
    return y


@misconception("sawtooth", says="every fold is multiplied by the fold before it")
def sawtooth_times_last_fold(x, depth):
    y = tent(x)
    for _ in range(depth - 1):
        y = y * tent(y)
    return y


@misconception("sawtooth", says="you divide by the number of teeth, so your teeth are too low")
def sawtooth_divided_by_teeth(x, depth):
    for _ in range(depth):
        x = tent(x)
    return x / 2 ** (depth - 1)


@misconception("sawtooth", says="the tent is applied only half as often as depth says")
def sawtooth_half_the_folds(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth // 2):
        x = tent(x)
    return x


@misconception("sawtooth", says="your teeth stand between -1 and 1, not between 0 and 1")
def sawtooth_around_zero(x, depth):
    for _ in range(depth):
        x = tent(x)
    return 2 * x - 1


@formula("sawtooth")
def sawtooth_by_recursion(x, depth):
    if depth == 1:
        return tent(x)
    return tent(sawtooth(x, depth - 1))


@formula("sawtooth")
def sawtooth_in_pieces(x, depth):
    y = np.array(x, dtype=float)
    for _ in range(depth):
        y = np.where(y < 0.5, 2 * np.maximum(y, 0), 2 - 2 * y)
    return y


# --- count_linear_regions ---


@misconception(
    "count_linear_regions",
    says="only the bends of the first hidden layer are found, not those of deeper ones",
)
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


@misconception(
    "count_linear_regions",
    says=("ReLU is missing between the layers where you look for the zeros of deeper units"),
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


@misconception(
    "count_linear_regions",
    says=("you return the largest possible number for these widths, whatever the weights are"),
)
def largest_possible_number(params, a, b):
    count = 1
    for W, c in params[:-1]:
        count *= W.shape[1] + 1
    return int(count)


@misconception(
    "count_linear_regions",
    says="you search beyond the ends of the interval, so bends outside count too",
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


@misconception(
    "count_linear_regions",
    says=("ReLU is applied to the output too, which makes or hides bends where it crosses 0"),
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


@misconception(
    "count_linear_regions",
    says="slopes are compared exactly, so differences from rounding count as bends",
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


@formula("count_linear_regions")
def count_linear_regions_as_text(params, a, b):
    points = [a, b]
    for layer in range(len(params) - 1):
        h = np.array(points, dtype=float)[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        W, c = params[layer]
        z = h @ W + c
        new = list(points)
        for k in range(len(points) - 1):
            for unit in range(z.shape[1]):
                z0, z1 = z[k, unit], z[k + 1, unit]
                if z0 * z1 < 0:
                    new.append(points[k] + (points[k + 1] - points[k]) * z0 / (z0 - z1))
        new = sorted(new)
        points = [new[0]]
        for t in new[1:]:
            if t - points[-1] > 1e-9 * (b - a):
                points.append(t)
    h = np.array(points, dtype=float)[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    y = h @ params[-1][0] + params[-1][1]
    slopes = np.diff(y, axis=0) / np.diff(points)[:, None]
    limit = 1e-9 * np.max(np.abs(slopes))
    count = 1
    for k in range(len(slopes) - 1):
        if np.any(np.abs(slopes[k + 1] - slopes[k]) > limit):
            count += 1
    return count


@formula("count_linear_regions")
def count_linear_regions_as_slopes(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    x = ((t[:-1] + t[1:]) / 2)[:, None]
    slope = np.ones(x.shape)
    for W, c in params[:-1]:
        z = x @ W + c
        x = np.maximum(z, 0)
        slope = (slope @ W) * (z > 0)
    slope = slope @ params[-1][0]
    changes = np.abs(slope[1:] - slope[:-1]) > 1e-9 * np.abs(slope).max()
    return 1 + int(np.sum(np.any(changes, axis=1)))


@misconception(
    "count_linear_regions",
    says=("you return one more than the number of hidden units, whatever the weights are"),
)
def regions_units_plus_one(params, a, b):
    return 1 + sum(np.shape(W)[1] for W, _ in params[:-1])


@misconception(
    "count_linear_regions",
    says="you return the number of hidden units, whatever the weights are",
)
def regions_number_of_units(params, a, b):
    return max(sum(np.shape(W)[1] for W, _ in params[:-1]), 1)


@misconception(
    "count_linear_regions",
    says="you return the number of all patterns of units on and off",
)
def regions_two_to_the_units(params, a, b):
    return 2 ** sum(np.shape(W)[1] for W, _ in params[:-1])


@misconception(
    "count_linear_regions",
    says="you return a power of 2 for the number of layers, whatever the weights are",
)
def regions_two_to_the_layers(params, a, b):
    return 2 ** (len(params) - 1)


@misconception(
    "count_linear_regions",
    says=("you return the product of the widths of the hidden layers, whatever the weights are"),
)
def regions_product_of_widths(params, a, b):
    count = 1
    for W, _ in params[:-1]:
        count *= np.shape(W)[1]
    return count


@misconception(
    "count_linear_regions",
    says="the two ends of the interval count as bends",
)
def regions_ends_counted(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()
    return 3 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says="one end of the interval counts as a bend",
)
def regions_one_end_counted(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()
    return 2 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says="you search far beyond the ends of the interval, and a and b hardly matter",
)
def regions_of_the_whole_line(params, a, b):
    a, b = a - 100 * (b - a), b + 100 * (b - a)
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says="you search between 0 and 1, and a and b are not used",
)
def regions_between_zero_and_one(params, a, b):
    a, b = 0.0, 1.0
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says=("the list of breakpoints begins again in every layer, so earlier ones are lost"),
)
def regions_restarted(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        t = np.array([a, b], dtype=float)
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says=(
        "the zeros of every layer are looked for between the two ends only, not between neighbors"
    ),
)
def regions_zeros_between_ends_only(params, a, b):
    t = np.array([a, b], dtype=float)
    ends = t
    for layer in range(len(params) - 1):
        h = ends[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, ends[k] + (ends[k + 1] - ends[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says="the last hidden layer is left out where you look for zeros",
)
def regions_without_last_hidden_layer(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 2):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says="the first hidden layer is left out where you look for zeros",
)
def regions_without_first_layer(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(1, len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says="breakpoints closer than a twentieth of the interval are taken for one",
)
def regions_coarse_merging(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 0.05 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says="equal slopes of different pieces are counted only once",
)
def regions_distinct_slopes(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    rounded = np.round(slopes / (np.abs(slopes).max() + 1e-300), 9)
    return len(np.unique(rounded, axis=0))


@misconception(
    "count_linear_regions",
    says="only bends at which the slope changes its sign are counted",
)
def regions_turning_points(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = slopes[:-1] * slopes[1:] < 0
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says="only bends at which the slope grows are counted",
)
def regions_upward_bends(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.diff(slopes, axis=0) > 1e-9 * np.abs(slopes).max()
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says="only bends at which the slope falls are counted",
)
def regions_downward_bends(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = -np.diff(slopes, axis=0) > 1e-9 * np.abs(slopes).max()
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says="the bends of all outputs are added up, even where several bend at one place",
)
def regions_of_outputs_added(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()
    return 1 + int(bends.sum())


@misconception(
    "count_linear_regions",
    says="the biases are left out of the pre-activations, so all bends lie at 0",
)
def regions_without_biases(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says=("each zero is put in the middle between two neighbors, not where the line crosses 0"),
)
def regions_zero_in_the_middle(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = np.full(len(unit), 0.5)
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says=("in the formula for the zero the value at the other end stands above the fraction"),
)
def regions_share_of_other_end(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = -z1[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says=("only units that switch on from left to right get a zero, not those that switch off"),
)
def regions_only_rising_zeros(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero((z0 < 0) & (z1 > 0))
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says=("only units that switch off from left to right get a zero, not those that switch on"),
)
def regions_only_falling_zeros(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero((z0 > 0) & (z1 < 0))
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says="only the first unit of every layer is looked at",
)
def regions_first_unit(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero((z0 * z1 < 0)[:, :1])
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0) / np.diff(t)[:, None]
    bends = np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says="you count where the output crosses 0, not where it bends",
)
def regions_of_zero_crossings(params, a, b):
    t = np.array([a, b], dtype=float)
    for layer in range(len(params) - 1):
        h = t[:, None]
        for W, c in params[:layer]:
            h = np.maximum(h @ W + c, 0)
        z = h @ params[layer][0] + params[layer][1]
        z0, z1 = z[:-1], z[1:]
        k, unit = np.nonzero(z0 * z1 < 0)
        share = z0[k, unit] / (z0[k, unit] - z1[k, unit])
        t = np.unique(np.concatenate([t, t[k] + (t[k + 1] - t[k]) * share]))
        t = t[np.append(True, np.diff(t) > 1e-9 * (b - a))]
    h = t[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    y = h @ params[-1][0] + params[-1][1]
    bends = y[:-1] * y[1:] < 0
    return 1 + int(bends.any(axis=1).sum())


@misconception(
    "count_linear_regions",
    says=("you count different patterns of units, and a pattern that comes back counts only once"),
)
def regions_distinct_patterns(params, a, b):
    h, signs = np.linspace(a, b, 4001)[1:-1, None], []
    for W, c in params[:-1]:
        z = h @ W + c
        signs.append(z > 0)
        h = np.maximum(z, 0)
    return len(np.unique(np.concatenate(signs, axis=1), axis=0)) if signs else 1


@misconception(
    "count_linear_regions",
    says=("you look for bends on a grid of points and miss those that lie close together"),
)
def regions_coarse_grid(params, a, b):
    x = np.linspace(a, b, 101)
    h = x[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    slopes = np.diff(h @ params[-1][0], axis=0)
    bends = (np.abs(np.diff(slopes, axis=0)) > 1e-9 * np.abs(slopes).max()).any(axis=1)
    return 1 + int(bends.sum())


@misconception(
    "count_linear_regions",
    says=(
        "you add up the zeros of each layer as if its inputs were straight lines, "
        "not bent by the layers before"
    ),
)
def regions_sum_over_layers(params, a, b):
    count, ends = 1, np.array([a, b], dtype=float)[:, None]
    for W, c in params[:-1]:
        z = ends @ W + c
        count += int(np.sum(z[0] * z[1] < 0))
        ends = z
    return count


# --- region_lower_bound ---


@misconception(
    "region_lower_bound",
    says="the sum of binomials stops one term too early",
)
def sum_without_last_term(n, d, l):
    regions = sum(math.comb(n, j) for j in range(d))
    return (n // d) ** (d * (l - 1)) * regions


@misconception(
    "region_lower_bound",
    says="the quotient of n and d is not rounded down",
)
def quotient_not_rounded(n, d, l):
    folds = (n / d) ** (d * (l - 1))
    return int(folds * sum(math.comb(n, j) for j in range(d + 1)))


@misconception(
    "region_lower_bound",
    says="the exponent lacks the factor d",
)
def exponent_without_d(n, d, l):
    copies = 1
    for _ in range(l - 1):
        copies *= n // d
    return copies * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="your integers have 64 bits, and large results overflow",
)
def overflows_int64(n, d, l):
    folds = np.power(np.int64(n // d), np.int64(d * (l - 1)))
    with np.errstate(all="ignore"):
        return int(folds * np.int64(sum(math.comb(n, j) for j in range(d + 1))))


@misconception(
    "region_lower_bound",
    says="the power and the sum are added, not multiplied",
)
def adds_the_factors(n, d, l):
    folding = (n // d) ** (d * (l - 1))
    cutting = sum(math.comb(n, j) for j in range(d + 1))
    return folding + cutting


@misconception(
    "region_lower_bound",
    says="the order of choices counts in your binomials: a factorial is missing below",
)
def ordered_choices(n, d, l):
    def choose(m, j):
        return math.factorial(m) // math.factorial(m - j)

    s = sum(choose(n, j) for j in range(d + 1))
    return (n // d) ** (d * (l - 1)) * s


@formula("region_lower_bound")
def region_lower_bound_as_text(n, d, l):
    total = 0
    for j in range(d + 1):
        total += math.comb(n, j)
    return (n // d) ** (d * (l - 1)) * total


@formula("region_lower_bound")
def region_lower_bound_as_factors(n, d, l):
    folds = (n // d) ** d
    copies = folds ** (l - 1)
    regions = sum(math.comb(n, j) for j in range(d + 1))
    return copies * regions


@formula("region_lower_bound")
def region_lower_bound_as_factorials(n, d, l):
    total = 0
    for j in range(d + 1):
        total += math.factorial(n) // (math.factorial(j) * math.factorial(n - j))
    return pow(n // d, d * (l - 1)) * total


@formula("region_lower_bound")
def region_lower_bound_as_loop(n, d, l):
    regions = sum([math.comb(n, j) for j in range(d + 1)])
    for _ in range(l - 1):
        regions *= (n // d) ** d
    return regions


@misconception(
    "region_lower_bound",
    says="the sum of binomials is missing",
)
def bound_power_only(n, d, l):
    return (n // d) ** (d * (l - 1))


@misconception(
    "region_lower_bound",
    says="the power is missing, so the number of layers has no effect",
)
def bound_sum_only(n, d, l):
    return sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the quotient of n and d is rounded up, not down",
)
def bound_rounded_up(n, d, l):
    return (-(-n // d)) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the quotient of n and d is rounded to the nearest integer, not down",
)
def bound_rounded(n, d, l):
    return int(n / d + 0.5) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the sum of binomials begins with j = 1, so its first term is missing",
)
def bound_sum_from_one(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(1, d + 1))


@misconception(
    "region_lower_bound",
    says="only the last binomial is there, not the sum of all",
)
def bound_last_binomial(n, d, l):
    return (n // d) ** (d * (l - 1)) * math.comb(n, d)


@misconception(
    "region_lower_bound",
    says="the sum of binomials runs up to n, not up to d",
)
def bound_sum_to_n(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(n + 1))


@misconception(
    "region_lower_bound",
    says="d and l - 1 are added in the exponent, not multiplied",
)
def bound_exponent_added(n, d, l):
    return (n // d) ** (d + l - 1) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="d is raised to a power in the exponent, not multiplied",
)
def bound_exponent_power(n, d, l):
    return (n // d) ** (d ** (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the quotient is multiplied by the exponent, not raised to it",
)
def bound_factor_for_power(n, d, l):
    return (n // d) * (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the exponent counts l + 1 layers, which is two too many",
)
def bound_exponent_l_plus_one(n, d, l):
    return (n // d) ** (d * (l + 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says=("brackets are missing in the exponent: 1 is subtracted from the product of d and l"),
)
def bound_exponent_d_times_l_minus_one(n, d, l):
    return (n // d) ** (d * l - 1) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the width is not divided by d before it is raised to the power",
)
def bound_without_division(n, d, l):
    return n ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="every layer gets the sum of binomials, and no layer folds",
)
def bound_all_layers_cut(n, d, l):
    return (sum(math.comb(n, j) for j in range(d + 1))) ** l


@misconception(
    "region_lower_bound",
    says="you return the largest possible number for one input, whatever d is",
)
def bound_largest_number(n, d, l):
    return (n + 1) ** l


@misconception(
    "region_lower_bound",
    says="your binomials count choices with repetition",
)
def bound_with_repetition(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(math.comb(n + j - 1, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="you count the regions of one wide layer that has all units together",
)
def bound_shallow(n, d, l):
    return sum(math.comb(n * l, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the binomials are multiplied, not added",
)
def bound_product_of_binomials(n, d, l):
    return (n // d) ** (d * (l - 1)) * math.prod(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the binomials choose from d, not from n",
)
def bound_binomials_of_d(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(math.comb(d, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the binomials choose from the quotient of n and d, not from n",
)
def bound_binomials_of_quotient(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(math.comb(n // d, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the sum of binomials runs up to the number of layers, not of inputs",
)
def bound_sum_to_l(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(l + 1))


@misconception(
    "region_lower_bound",
    says="the base is the difference of n and d, not their quotient",
)
def bound_difference_for_quotient(n, d, l):
    return (n - d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the quotient is upside down: d is divided by n",
)
def bound_quotient_turned(n, d, l):
    return (d // n) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the base is the remainder of n and d, not their quotient",
)
def bound_remainder(n, d, l):
    return (n % d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="your number carries a factor 2 that does not belong there",
)
def bound_doubled(n, d, l):
    return 2 * (n // d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="1 is subtracted at the end",
)
def bound_subtracts_one(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1)) - 1


@misconception(
    "region_lower_bound",
    says="the power is rounded down, not the quotient inside it",
)
def bound_floor_after_power(n, d, l):
    return n ** (d * (l - 1)) // d ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="powers of n stand where the binomials belong",
)
def bound_powers_for_binomials(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(n**j for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the sum of binomials is inside the power, too",
)
def bound_sum_inside_power(n, d, l):
    return ((n // d) * sum(math.comb(n, j) for j in range(d + 1))) ** (d * (l - 1))


@misconception(
    "region_lower_bound",
    says="you return the number of all patterns of units on and off",
)
def bound_patterns(n, d, l):
    return 2 ** (n * l)


@misconception(
    "region_lower_bound",
    says="you return the logarithm of the number, not the number",
)
def bound_logarithm(n, d, l):
    return math.log((n // d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1)))


@misconception("region_lower_bound", says="the exponent is l, where d times l - 1 belongs")
def bound_exponent_l(n, d, l):
    return (n // d) ** l * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound", says="the exponent is d alone, so one layer folds, whatever l is"
)
def bound_exponent_d(n, d, l):
    return (n // d) ** d * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound", says="n stands in the exponent, where the number of inputs d belongs"
)
def bound_exponent_n(n, d, l):
    return (n // d) ** (n * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the binomials choose from the units of all layers, not from those of one",
)
def bound_binomials_of_all_units(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(math.comb(n * l, j) for j in range(d + 1))


@misconception(
    "region_lower_bound", says="d is a factor beside the power, where it belongs into the exponent"
)
def bound_d_as_factor(n, d, l):
    return d * (n // d) ** (l - 1) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the sum of binomials is raised to the power l - 1, too, not counted once",
)
def bound_sum_in_every_fold(n, d, l):
    return ((n // d) ** d * sum(math.comb(n, j) for j in range(d + 1))) ** (l - 1)


@misconception(
    "region_lower_bound",
    says="each of the l layers folds and gets a sum of binomials, where only the last has the sum",
)
def bound_both_in_every_layer(n, d, l):
    return ((n // d) ** d * sum(math.comb(n, j) for j in range(d + 1))) ** l


@misconception("region_lower_bound", says="the factors of the layers are added, not multiplied")
def bound_layers_added(n, d, l):
    return (l - 1) * (n // d) ** d + sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound", says="l - 1 multiplies the power, where it belongs into the exponent"
)
def bound_layers_beside_power(n, d, l):
    return (n // d) ** d * (l - 1) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the sum of binomials is multiplied by the number of layers, and no layer folds",
)
def bound_sum_times_layers(n, d, l):
    return l * sum(math.comb(n, j) for j in range(d + 1))


@misconception("region_lower_bound", says="you add up the numbers j, not the binomials")
def bound_sum_of_indices(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(range(d + 1))


@misconception(
    "region_lower_bound", says="you add up the partial sums of the binomials, not the binomials"
)
def bound_sum_of_partial_sums(n, d, l):
    total = sum(math.comb(n, j) * (d + 1 - j) for j in range(d + 1))
    return (n // d) ** (d * (l - 1)) * total


@misconception(
    "region_lower_bound",
    says="the base is n + 1 with the exponent d times l, and quotient and binomials are missing",
)
def bound_grid_in_every_layer(n, d, l):
    return (n + 1) ** (d * l)


@misconception(
    "region_lower_bound", says="you return n to the power d times l, the growth of an upper bound"
)
def bound_growth_of_upper_bound(n, d, l):
    return n ** (d * l)


@misconception(
    "region_lower_bound",
    says="all l layers fold, and the sum of binomials for the last one is missing",
)
def bound_folds_of_all_layers(n, d, l):
    return (n // d) ** (d * l)


@misconception("region_lower_bound", says="only l - 2 layers fold, where l - 1 do")
def bound_two_layers_less(n, d, l):
    return (n // d) ** (d * max(l - 2, 0)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception("region_lower_bound", says="each binomial is multiplied by its j")
def bound_binomials_times_index(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(j * math.comb(n, j) for j in range(d + 1))


@misconception("region_lower_bound", says="the binomials are squared before they are added")
def bound_binomials_squared(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(math.comb(n, j) ** 2 for j in range(d + 1))


@misconception("region_lower_bound", says="inputs and layers are exchanged: d stands for l")
def bound_inputs_for_layers(n, d, l):
    return (n // l) ** (l * (d - 1)) * sum(math.comb(n, j) for j in range(l + 1))


@misconception("region_lower_bound", says="the binomials choose from n - 1, not from n")
def bound_binomials_of_n_minus_one(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(math.comb(n - 1, j) for j in range(d + 1))


@misconception("region_lower_bound", says="the binomials choose from n + 1, not from n")
def bound_binomials_of_n_plus_one(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(math.comb(n + 1, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="you count the regions of lines that all pass through one point, which are fewer",
)
def bound_of_central_arrangement(n, d, l):
    return (n // d) ** (d * (l - 1)) * 2 * sum(math.comb(n - 1, j) for j in range(d))


@misconception(
    "region_lower_bound", says="^ is the bitwise exclusive or in Python, a power is written **"
)
def bound_by_exclusive_or(n, d, l):
    return (n // d) ^ (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the exclusive or ^ stands for a power, which is written ** in Python",
)
def bound_by_exclusive_or_in_brackets(n, d, l):
    return ((n // d) ^ (d * (l - 1))) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound", says="brackets are missing: only d is raised to the power, not n // d"
)
def bound_power_of_d_alone(n, d, l):
    return n // d ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception("region_lower_bound", says="of the binomials only the first and the last are there")
def bound_first_and_last_binomial(n, d, l):
    return (n // d) ** (d * (l - 1)) * (1 + math.comb(n, d))


@misconception("region_lower_bound", says="you take the mean of the binomials, not their sum")
def bound_mean_of_binomials(n, d, l):
    total = (n // d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))
    return total // (d + 1)


@misconception("region_lower_bound", says="every layer but the last only doubles the number")
def bound_doubling_layers(n, d, l):
    return 2 ** (l - 1) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="every layer but the last folds in two along each input, not in n // d",
)
def bound_two_folds_per_input(n, d, l):
    return 2 ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="n is the number of all units here, but it is given for each hidden layer",
)
def bound_units_of_all_layers(n, d, l):
    n = n * l
    return (n // d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound", says="you divide by d to the power d, where n // d is asked for"
)
def bound_quotient_by_power(n, d, l):
    return (n // d**d) ** (l - 1) * sum(math.comb(n, j) for j in range(d + 1))


@misconception("region_lower_bound", says="only the largest binomial is there, not the sum of all")
def bound_largest_binomial(n, d, l):
    return (n // d) ** (d * (l - 1)) * max(math.comb(n, j) for j in range(d + 1))


@misconception("region_lower_bound", says="you return one more than the number of the theorem")
def bound_one_more(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1)) + 1


@misconception("region_lower_bound", says="you count one more than all units of the network")
def bound_units_plus_one(n, d, l):
    return n * l + 1


@formula("region_lower_bound")
def region_lower_bound_by_recursion(n, d, l):
    binomial, total = 1, 1
    for j in range(1, d + 1):
        binomial = binomial * (n - j + 1) // j
        total += binomial
    return total * (n // d) ** (d * (l - 1))


@formula("region_lower_bound")
def region_lower_bound_by_layers(n, d, l):
    if l == 1:
        return sum(math.comb(n, j) for j in range(0, d + 1))
    return (n // d) ** d * region_lower_bound(n, d, l - 1)


# --- further ones, of bump ---


@misconception(
    "bump",
    says="you take the smaller of rise and fall, not a difference of switches",
)
def bump_smaller_of_rise_and_fall(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    rise = (1 + np.tanh(steepness * (x - left) / 2)) / 2
    fall = (1 - np.tanh(steepness * (x - right) / 2)) / 2
    return np.minimum(rise, fall)


@misconception(
    "bump",
    says="the steepness multiplies the edges alone, not the distance of x from them",
)
def bump_steep_edges_alone(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (np.tanh((x - steepness * left) / 2) - np.tanh((x - steepness * right) / 2)) / 2


@misconception(
    "bump",
    says="the edges are divided by the steepness, not multiplied by it",
)
def bump_edges_divided(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    rise = np.tanh((steepness * x - left / steepness) / 2)
    return (rise - np.tanh((steepness * x - right / steepness) / 2)) / 2


@misconception(
    "bump",
    says="softplus, the logarithm of 1 + exp, stands where the sigmoid belongs",
)
def bump_of_softplus(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    on = np.logaddexp(0, steepness * (x - left))
    return on - np.logaddexp(0, steepness * (x - right))


@misconception("bump", says="you use the error function in place of the sigmoid")
def bump_of_erf(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    return (erf(steepness * (x - left)) - erf(steepness * (x - right))) / 2


@misconception("bump", says="you use the normal distribution's curve in place of the sigmoid")
def bump_of_normal(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    on = erf(steepness * (x - left) / math.sqrt(2))
    return (on - erf(steepness * (x - right) / math.sqrt(2))) / 2


@misconception("bump", says="your sigmoids are made of powers of 2, not of e")
def bump_with_powers_of_two(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    s = steepness * math.log(2)
    return (np.tanh(s * (x - left) / 2) - np.tanh(s * (x - right) / 2)) / 2


@misconception("bump", says="your sigmoids are made of powers of 10, not of e")
def bump_with_powers_of_ten(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    s = steepness * math.log(10)
    return (np.tanh(s * (x - left) / 2) - np.tanh(s * (x - right) / 2)) / 2


@misconception("bump", says="the decimals of x are cut off before anything is computed")
def bump_of_whole_x(x, left, right, steepness):
    x = np.asarray(x).astype(int)
    return (np.tanh(steepness * (x - left) / 2) - np.tanh(steepness * (x - right) / 2)) / 2


@misconception("bump", says="the argument of both sigmoids is divided by 4")
def bump_four_times_as_flat(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    s = steepness / 4
    return (np.tanh(s * (x - left) / 2) - np.tanh(s * (x - right) / 2)) / 2


@misconception("bump", says="the argument of both sigmoids is multiplied by 4")
def bump_four_times_as_steep(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    s = 4 * steepness
    return (np.tanh(s * (x - left) / 2) - np.tanh(s * (x - right) / 2)) / 2


@misconception("bump", says="you divide by the largest value, so that the highest one is exactly 1")
def bump_divided_by_its_largest(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    y = np.tanh(steepness * (x - left) / 2) - np.tanh(steepness * (x - right) / 2)
    return y / np.max(y)


@misconception("bump", says="you divide by the sum of all values, as if they were probabilities")
def bump_divided_by_its_sum(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    y = np.tanh(steepness * (x - left) / 2) - np.tanh(steepness * (x - right) / 2)
    return y / np.sum(y)


@misconception("bump", says="the difference of the switches is multiplied by the steepness over 4")
def bump_times_a_quarter_of_the_steepness(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    y = np.tanh(steepness * (x - left) / 2) - np.tanh(steepness * (x - right) / 2)
    return y * steepness / 8


@misconception(
    "bump",
    says="the result is 1 minus the bump: near 0 between the edges and near 1 outside",
)
def bump_upside_down_from_one(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return 1 - (np.tanh(steepness * (x - left) / 2) - np.tanh(steepness * (x - right) / 2)) / 2


@misconception(
    "bump",
    says="the sign of the argument is turned in the first switch alone",
)
def bump_first_sign_turned(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (np.tanh(steepness * (left - x) / 2) - np.tanh(steepness * (x - right) / 2)) / 2


@misconception(
    "bump",
    says="the sign of the argument is turned in the second switch alone",
)
def bump_second_sign_turned(x, left, right, steepness):
    x = np.asarray(x, dtype=float)
    return (np.tanh(steepness * (x - left) / 2) - np.tanh(steepness * (right - x) / 2)) / 2


@misconception("bump", says="softmax over the places takes the part of the sigmoid")
def bump_of_softmax(x, left, right, steepness):
    x = np.asarray(x, dtype=float)

    def share(z):
        e = np.exp(z - np.max(z))
        return e / e.sum()

    return share(steepness * (x - left)) - share(steepness * (x - right))


# --- further ones, of tent ---


@misconception("tent", says="the distance from ½ is not doubled before it is taken from 1")
def tent_without_two(x):
    return 1 - np.abs(np.asarray(x, dtype=float) - 0.5)


@misconception("tent", says="you take the smaller of x and 1 - x, which is half as high")
def tent_as_smaller_side(x):
    x = np.asarray(x, dtype=float)
    return np.minimum(x, 1 - x)


@misconception("tent", says="the second unit bends at 0, like the first, and not at ½")
def tent_with_whole_division(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.maximum(x, 0) - 4 * np.maximum(x - 1 // 2, 0)


@misconception("tent", says="the second unit is relu(½ - x): the sign of its input is turned")
def tent_second_input_turned(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.maximum(x, 0) - 4 * np.maximum(0.5 - x, 0)


@misconception("tent", says="your tent has its top at 1 and repeats itself every 2")
def tent_of_period_two(x):
    return 1 - np.abs(np.asarray(x, dtype=float) % 2 - 1)


@misconception("tent", says="your units are cut off at 1, where ReLU grows without end")
def tent_of_clipped_units(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.clip(x, 0, 1) - 4 * np.clip(x - 0.5, 0, 1)


@misconception("tent", says="the second unit bends at 2, not at ½")
def tent_bends_at_two(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.maximum(x, 0) - 4 * np.maximum(x - 2, 0)


@misconception("tent", says="the first unit has the output weight 1, not 2")
def tent_first_weight_one(x):
    x = np.asarray(x, dtype=float)
    return np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0)


@misconception("tent", says="the second unit has the output weight -1, not -4")
def tent_second_weight_one(x):
    x = np.asarray(x, dtype=float)
    return 2 * np.maximum(x, 0) - np.maximum(x - 0.5, 0)


@misconception("tent", says="the first unit is missing, so nothing rises")
def tent_without_first_unit(x):
    x = np.asarray(x, dtype=float)
    return -4 * np.maximum(x - 0.5, 0)


@misconception("tent", says="one ReLU stands around the whole sum, and the units have none")
def tent_with_outer_relu_alone(x):
    x = np.asarray(x, dtype=float)
    return np.maximum(2 * x - 4 * (x - 0.5), 0)


@misconception("tent", says="your units are steps, 0 or 1, and not ReLUs")
def tent_of_steps(x):
    x = np.asarray(x, dtype=float)
    return 2.0 * (x > 0) - 4.0 * (x > 0.5)


@misconception("tent", says="the decimals of x are cut off before anything is computed")
def tent_of_whole_x(x):
    x = np.asarray(x).astype(int).astype(float)
    return 2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0)


# --- further ones, of sawtooth ---


@misconception("sawtooth", says="each pass folds the first x again, not the last result")
def sawtooth_folds_x_again(x, depth):
    for _ in range(depth):
        y = tent(x)
    return y


@misconception("sawtooth", says="x is halved before each fold")
def sawtooth_halved_before_fold(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = tent(x / 2)
    return x


@misconception("sawtooth", says="the tent is applied two times too few")
def sawtooth_two_folds_less(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(2, depth):
        x = tent(x)
    return x


@misconception("sawtooth", says="the tent is applied two times too often")
def sawtooth_two_folds_more(x, depth):
    for _ in range(depth + 2):
        x = tent(x)
    return x


@misconception("sawtooth", says="the number of the pass takes the place of x in the loop")
def sawtooth_loop_variable(x, depth):
    x = np.asarray(x, dtype=float)
    out = x
    for i in range(depth):
        out = tent(i + 0 * x)
    return out


@misconception("sawtooth", says="the tent is applied depth squared times")
def sawtooth_depth_squared(x, depth):
    for _ in range(depth**2):
        x = tent(x)
    return x


@misconception("sawtooth", says="each result is taken from 1 before it is folded again")
def sawtooth_turned_between(x, depth):
    for _ in range(depth):
        x = 1 - tent(x)
    return x


@misconception("sawtooth", says="1 is added to the result at the end")
def sawtooth_plus_one(x, depth):
    for _ in range(depth):
        x = tent(x)
    return x + 1


@misconception("sawtooth", says="the output weights of the units are applied once, after all folds")
def sawtooth_weights_at_the_end(x, depth):
    h = np.asarray(x, dtype=float)
    for _ in range(depth):
        h = np.maximum(h, 0) - 2 * np.maximum(h - 0.5, 0)
    return 2 * h


@misconception("sawtooth", says="the result is cut off at 0 and 1 after every fold")
def sawtooth_clipped(x, depth):
    for _ in range(depth):
        x = np.clip(tent(x), 0, 1)
    return x


@misconception("sawtooth", says="your teeth are as many as depth, not a power of 2")
def sawtooth_with_depth_teeth(x, depth):
    t = np.asarray(x, dtype=float) * depth % 1.0
    return 1 - np.abs(2 * t - 1)


@misconception("sawtooth", says="your folds add up with alternating signs")
def sawtooth_alternating(x, depth):
    total = 0
    for k in range(depth):
        x = tent(x)
        total = total + (-1) ** k * x
    return total


# --- further ones, of region_lower_bound ---


@misconception("region_lower_bound", says="the sum of binomials runs one term too far, up to d + 1")
def bound_sum_one_too_far(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 2))


@misconception("region_lower_bound", says="the first and the last binomial are missing in the sum")
def bound_sum_without_both_ends(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(1, d))


@misconception("region_lower_bound", says="the width is divided by the layers l, not the inputs d")
def bound_divided_by_layers(n, d, l):
    return (n // l) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception("region_lower_bound", says="the binomials choose from the number of layers")
def bound_binomials_of_layers(n, d, l):
    return (n // d) ** (d * (l - 1)) * sum(math.comb(l, j) for j in range(d + 1))


@misconception("region_lower_bound", says="base and exponent of the power are exchanged")
def bound_base_and_exponent_exchanged(n, d, l):
    return (d * (l - 1)) ** (n // d) * sum(math.comb(n, j) for j in range(d + 1))


@misconception("region_lower_bound", says="1 is taken from the width before it is divided by d")
def bound_one_unit_less(n, d, l):
    return ((n - 1) // d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception("region_lower_bound", says="1 is added to the quotient of n and d")
def bound_quotient_plus_one(n, d, l):
    return (n // d + 1) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception("region_lower_bound", says="a binomial stands in the base, where n // d belongs")
def bound_binomial_base(n, d, l):
    return math.comb(n, d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception("region_lower_bound", says="powers over factorials stand where the binomials belong")
def bound_powers_over_factorials(n, d, l):
    total = sum(n**j // math.factorial(j) for j in range(d + 1))
    return (n // d) ** (d * (l - 1)) * total


@misconception("region_lower_bound", says="the sum of binomials is multiplied by d, too")
def bound_sum_times_d(n, d, l):
    return d * (n // d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception("region_lower_bound", says="the sum of binomials is multiplied by the layers, too")
def bound_sum_times_l(n, d, l):
    return l * (n // d) ** (d * (l - 1)) * sum(math.comb(n, j) for j in range(d + 1))


@misconception(
    "region_lower_bound",
    says="the quotient is a factor once, without any exponent",
)
def bound_one_fold_alone(n, d, l):
    return (n // d) * sum(math.comb(n, j) for j in range(d + 1))


@misconception("region_lower_bound", says="signs alternate in the sum of binomials")
def bound_alternating_sum(n, d, l):
    total = sum((-1) ** j * math.comb(n, j) for j in range(d + 1))
    return (n // d) ** (d * (l - 1)) * total


# --- further ones, of bump_network ---


@misconception(
    "bump_network",
    says="every edge but the ends has one unit, with the next height and not the step to it",
)
def network_one_unit_an_edge(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    t = np.concatenate([edges[:-1], edges[1:]])
    weights = np.concatenate([heights, [0.0] * (n_bumps - 1), [-heights[-1]]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    return [(W1, -steepness * t), (weights[:, None], np.zeros(1))]


@misconception("bump_network", says="the output bias is the height of the first cell")
def network_bias_first_height(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    t = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * t), (W2, heights[:1])]


@misconception("bump_network", says="all output weights are halved, so every bump is half as high")
def network_halved_heights(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float) / 2
    t = np.concatenate([edges[:-1], edges[1:]])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * t), (W2, np.zeros(1))]


@misconception(
    "bump_network",
    says="the steepness is 20 over the width of a cell, whatever is given",
)
def network_steepness_of_the_text(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    heights = np.asarray(f((edges[:-1] + edges[1:]) / 2), dtype=float)
    t = np.concatenate([edges[:-1], edges[1:]])
    s = 20 * n_bumps / (b - a)
    W1 = np.full((1, 2 * n_bumps), s)
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -s * t), (W2, np.zeros(1))]


@misconception("bump_network", says="the middles of the cells stand where their edges belong")
def network_switches_at_middles(f, a, b, n_bumps, steepness):
    edges = np.linspace(a, b, n_bumps + 1)
    middles = (edges[:-1] + edges[1:]) / 2
    heights = np.asarray(f(middles), dtype=float)
    t = np.concatenate([middles, np.append(middles[1:], b)])
    W1 = np.full((1, 2 * n_bumps), float(steepness))
    W2 = np.concatenate([heights, -heights])[:, None]
    return [(W1, -steepness * t), (W2, np.zeros(1))]


# --- further ones, of count_linear_regions ---


@misconception(
    "count_linear_regions",
    says="you compare slopes on a grid of points, where a bend inside a step changes them twice",
)
def regions_counted_twice_on_a_grid_of_100(params, a, b):
    params = [(np.asarray(W, dtype=float), np.asarray(c, dtype=float)) for W, c in params]
    x = np.linspace(a, b, 100)
    h = x[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    y = h @ params[-1][0] + params[-1][1]
    slopes = np.diff(y, axis=0) / np.diff(x)[:, None]
    return 1 + int(np.sum((np.abs(np.diff(slopes, axis=0)) > 1e-6).any(axis=1)))


@misconception(
    "count_linear_regions",
    says="you compare slopes on a grid of points, where a bend inside a step changes them twice",
)
def regions_counted_twice_on_a_grid_of_200(params, a, b):
    params = [(np.asarray(W, dtype=float), np.asarray(c, dtype=float)) for W, c in params]
    x = np.linspace(a, b, 200)
    h = x[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    y = h @ params[-1][0] + params[-1][1]
    slopes = np.diff(y, axis=0) / np.diff(x)[:, None]
    return 1 + int(np.sum((np.abs(np.diff(slopes, axis=0)) > 1e-6).any(axis=1)))


@misconception(
    "count_linear_regions",
    says="you look for bends on a grid of points and miss those that lie close together",
)
def regions_on_a_grid_of_1000(params, a, b):
    params = [(np.asarray(W, dtype=float), np.asarray(c, dtype=float)) for W, c in params]
    x = np.linspace(a, b, 1000)
    h = x[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    y = h @ params[-1][0] + params[-1][1]
    slopes = np.diff(y, axis=0) / np.diff(x)[:, None]
    bends = (np.abs(np.diff(slopes, axis=0)) > 1e-6).any(axis=1)
    return 1 + int(np.sum(bends & ~np.concatenate([[False], bends[:-1]])))


@misconception(
    "count_linear_regions",
    says="you compare slopes on a grid of points, where a bend inside a step changes them twice",
)
def regions_counted_twice_on_a_grid_of_1000(params, a, b):
    params = [(np.asarray(W, dtype=float), np.asarray(c, dtype=float)) for W, c in params]
    x = np.linspace(a, b, 1000)
    h = x[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    y = h @ params[-1][0] + params[-1][1]
    slopes = np.diff(y, axis=0) / np.diff(x)[:, None]
    return 1 + int(np.sum((np.abs(np.diff(slopes, axis=0)) > 1e-6).any(axis=1)))


@misconception(
    "count_linear_regions",
    says="you compare slopes on a grid of points, where a bend inside a step changes them twice",
)
def regions_counted_twice_on_a_grid_of_1001(params, a, b):
    params = [(np.asarray(W, dtype=float), np.asarray(c, dtype=float)) for W, c in params]
    x = np.linspace(a, b, 1001)
    h = x[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    y = h @ params[-1][0] + params[-1][1]
    slopes = np.diff(y, axis=0) / np.diff(x)[:, None]
    return 1 + int(np.sum((np.abs(np.diff(slopes, axis=0)) > 1e-6).any(axis=1)))


@misconception(
    "count_linear_regions",
    says="you compare slopes on a grid of points, where a bend inside a step changes them twice",
)
def regions_counted_twice_on_a_grid_of_10001(params, a, b):
    params = [(np.asarray(W, dtype=float), np.asarray(c, dtype=float)) for W, c in params]
    x = np.linspace(a, b, 10001)
    h = x[:, None]
    for W, c in params[:-1]:
        h = np.maximum(h @ W + c, 0)
    y = h @ params[-1][0] + params[-1][1]
    slopes = np.diff(y, axis=0) / np.diff(x)[:, None]
    return 1 + int(np.sum((np.abs(np.diff(slopes, axis=0)) > 1e-6).any(axis=1)))


@misconception(
    "count_linear_regions",
    says="pieces on which the output does not change are left out",
)
def regions_that_are_not_level(params, a, b):
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
    wide = np.diff(t) > 1e-9 * (b - a)
    h = ((t[:-1] + t[1:]) / 2.0)[wide, None]
    slope = np.ones_like(h)
    for W, c in params[:-1]:
        h, slope = h @ W + c, slope @ W
        h, slope = np.maximum(h, 0.0), slope * (h > 0)
    slope = slope @ params[-1][0]
    return int(np.sum(np.abs(slope).max(axis=1) > 1e-9 * np.abs(slope).max()))


@misconception(
    "count_linear_regions",
    says="you compare what the last hidden layer does on both sides, not the slope of the output",
)
def regions_by_activations(params, a, b):
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
    wide = np.diff(t) > 1e-9 * (b - a)
    h = ((t[:-1] + t[1:]) / 2.0)[wide, None]
    slope = np.ones_like(h)
    for W, c in params[:-1]:
        h, slope = h @ W + c, slope @ W
        h, slope = np.maximum(h, 0.0), slope * (h > 0)
    jumps = np.abs(np.diff(slope, axis=0)).max(axis=1)
    bends = jumps > 1e-9 * np.abs(slope).max()
    return 1 + int(np.sum(bends))


@misconception(
    "count_linear_regions",
    says="your limit for equal slopes is so large that real bends are lost",
)
def regions_of_larger_jumps(params, a, b):
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
    wide = np.diff(t) > 1e-9 * (b - a)
    h = ((t[:-1] + t[1:]) / 2.0)[wide, None]
    slope = np.ones_like(h)
    for W, c in params[:-1]:
        h, slope = h @ W + c, slope @ W
        h, slope = np.maximum(h, 0.0), slope * (h > 0)
    slope = slope @ params[-1][0]
    jumps = np.abs(np.diff(slope, axis=0)).max(axis=1)
    return 1 + int(np.sum(jumps > 1.0))


@misconception(
    "count_linear_regions",
    says="a breakpoint counts only if all outputs bend there, not any of them",
)
def regions_all_outputs_bend(params, a, b):
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
    wide = np.diff(t) > 1e-9 * (b - a)
    h = ((t[:-1] + t[1:]) / 2.0)[wide, None]
    slope = np.ones_like(h)
    for W, c in params[:-1]:
        h, slope = h @ W + c, slope @ W
        h, slope = np.maximum(h, 0.0), slope * (h > 0)
    slope = slope @ params[-1][0]
    jumps = np.abs(np.diff(slope, axis=0)).min(axis=1)
    return 1 + int(np.sum(jumps > 1e-9 * np.abs(slope).max()))


@misconception(
    "count_linear_regions",
    says="you add up the lengths of the lists of breakpoints of all layers",
)
def regions_of_layers_added(params, a, b):
    params = [(np.asarray(W, dtype=float), np.asarray(c, dtype=float)) for W, c in params]
    count = 1
    t = np.array([a, b], dtype=float)
    for depth, (W, c) in enumerate(params[:-1]):
        h = t[:, None]
        for W_before, c_before in params[:depth]:
            h = np.maximum(h @ W_before + c_before, 0.0)
        z = h @ W + c
        i, unit = np.nonzero(z[:-1] * z[1:] < 0)
        before, after = z[i, unit], z[i + 1, unit]
        count += len(t) - 1 + len(i)
        t = np.sort(np.concatenate([t, t[i] + (t[i + 1] - t[i]) * before / (before - after)]))
    return count
