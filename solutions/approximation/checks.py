"""What is graded: what networks can represent."""

import itertools

import numpy as np

from autograder.checks import (
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_robust,
    expect_shape,
    expect_stable,
)
from autograder.checks.inputs import nonzero

from . import reference

# --- bumps -----------------------------------------------------------------------------


@check("bump", points=1)
def is_the_difference_of_two_sigmoids(student, rng):
    for size in (8, (3, 4), 1):
        for steepness in (rng.uniform(0.5, 2.0), rng.uniform(5.0, 20.0)):
            left = float(rng.normal())
            right = left + float(rng.uniform(0.3, 2.0))
            x = rng.uniform(left - 1, right + 1, size=size)
            expect_agrees(student.bump, reference.bump, x, left, right, float(steepness))
    for x in (0.0, 1, -0.4):
        expect_agrees(student.bump, reference.bump, x, -0.5, 1.5, 3.0)


@check("bump", points=1)
def copes_with_lists_and_steep_edges(student, rng):
    x = rng.permutation([-3.0, -1.0, 0.0, 1.0, 2.0, 5.0])
    expect_robust(student.bump, reference.bump, x, -1, 2, 3)
    expect_robust(student.bump, reference.bump, x, -0.7, 2.1, 1.5)
    x = rng.permutation([-100.0, -1.0, -0.1, 0.1, 0.9, 1.1, 100.0])
    for steepness in (100.0, 1000.0, 1e4):
        expect_stable(student.bump, reference.bump, x, 0.0, 1.0, steepness)


def output(params, x):
    """Numbers that a network of one hidden layer of sigmoids gives for ``x``."""
    (W1, b1), (W2, b2) = ((np.asarray(W, float), np.asarray(b, float)) for W, b in params)
    return ((1 + np.tanh((x[:, None] @ W1 + b1) / 2)) / 2 @ W2 + b2)[:, 0]


def checked_network(student, f, a, b, n_bumps, steepness):
    """The student's network, of the shapes that the stub promises."""
    name = "bump_network"
    params = student.bump_network(f, a, b, n_bumps, steepness)
    pairs = isinstance(params, (list, tuple)) and len(params) == 2
    pairs = pairs and all(isinstance(pair, (list, tuple)) and len(pair) == 2 for pair in params)
    expect(pairs, name, "the network is a list of two pairs (W, b)")
    (W1, b1), (W2, b2) = params
    width = 2 * n_bumps
    for array, shape in ((W1, (1, width)), (b1, (width,)), (W2, (width, 1)), (b2, (1,))):
        expect_shape(array, shape, name)
    return params


def wave(rng):
    """A smooth function with a Lipschitz constant, of no symmetry."""
    amplitude, rate, phase, offset = rng.uniform([0.5, 0.5, 0.0, -2.0], [2.0, 3.0, 6.0, 2.0])
    return lambda x: amplitude * np.sin(rate * x + phase) + offset, amplitude * rate


@check("bump_network", points=2)
def is_the_sum_of_the_bumps(student, rng):
    for n_bumps in (4, 1, 2, 7):
        f, _ = wave(rng)
        a = float(rng.uniform(-2, 1))
        b = a + float(rng.uniform(0.5, 3.0))
        for steepness in (float(rng.uniform(2, 6)), 50 * n_bumps / (b - a)):
            x = rng.uniform(a - 0.5, b + 0.5, size=40)
            params = checked_network(student, f, a, b, n_bumps, steepness)
            expected = output(reference.bump_network(f, a, b, n_bumps, steepness), x)
            expect_close(
                output(params, x),
                expected,
                "bump_network",
                what="output of the network",
                atol=1e-9,
            )


@check("bump_network", points=1)
def follows_a_function_as_closely_as_its_cells_allow(student, rng):
    for n_bumps in (12, 25):
        f, lipschitz = wave(rng)
        a = float(rng.uniform(-2, 1))
        b = a + float(rng.uniform(1.0, 4.0))
        width = (b - a) / n_bumps
        params = checked_network(student, f, a, b, n_bumps, 60 / width)
        x = np.linspace(a + width, b - width, 400)
        error = np.abs(output(params, x) - f(x)).max()
        rule = (
            "with steep bumps the error is at most 1.1 times the Lipschitz constant times the width"
        )
        expect(bool(error <= 1.1 * lipschitz * width), "bump_network", rule)
        # anchored: at the middle of a cell a steep bump has the height of the function
        middles = a + width * (np.arange(n_bumps) + 0.5)
        expect_close(output(params, middles), f(middles), "bump_network", rtol=1e-6, atol=1e-6)


@check("bump_network", points=1)
def takes_whole_numbers_and_steep_edges(student, rng):
    x = rng.uniform(-0.5, 4.5, size=30)
    for steepness in (3, 2000):
        params = checked_network(student, np.cos, 0, 4, 4, steepness)
        expected = output(reference.bump_network(np.cos, 0, 4, 4, steepness), x)
        expect_close(output(params, x), expected, "bump_network", atol=1e-8)

    def whole(x):
        """Heights that are integers, of either sign."""
        return np.round(3 * np.cos(2 * x)).astype(int)

    params = checked_network(student, whole, 0.0, 4.0, 6, 20.0)
    expected = output(reference.bump_network(whole, 0.0, 4.0, 6, 20.0), x)
    expect_close(output(params, x), expected, "bump_network", atol=1e-8)


# --- folding ---------------------------------------------------------------------------


@check("tent", points=1)
def folds_the_interval_and_goes_on_straight_outside(student, rng):
    for x in (rng.uniform(-2, 3, size=9), rng.uniform(0, 1, size=(3, 2)), rng.uniform(0, 1, 1)):
        expect_agrees(student.tent, reference.tent, x)
    for x in (0.0, 0.5, 1, -2, float(rng.uniform())):
        expect_agrees(student.tent, reference.tent, x)
    expect_robust(student.tent, reference.tent, rng.permutation([-3.0, -1.0, 0.0, 1.0, 2.0, 5.0]))


@check("sawtooth", points=1.5)
def folds_as_often_as_it_is_told(student, rng):
    for depth in (1, 2, 3, 6, 10):
        x = rng.integers(0, 2**12 + 1, size=12) / 2**12
        expect_agrees(student.sawtooth, reference.sawtooth, x, depth)
        expect_agrees(student.sawtooth, reference.sawtooth, rng.uniform(size=(2, 3)), depth)
        expect_agrees(student.sawtooth, reference.sawtooth, float(rng.uniform()), depth)


@check("sawtooth", points=0.5)
def takes_lists_and_numbers_outside_the_interval(student, rng):
    x = rng.permutation([-3.0, -1.0, 0.0, 1.0, 2.0, 5.0])
    for depth in (1, 2):
        expect_robust(student.sawtooth, reference.sawtooth, x, depth)
        expect_agrees(student.sawtooth, reference.sawtooth, rng.uniform(-2, 3, size=6), depth)


# --- counting --------------------------------------------------------------------------


def network(rng, *widths):
    """A random ReLU network with these numbers of units, inputs and outputs included."""
    return [
        (rng.normal(size=(m, n)) * np.sqrt(2 / m), 0.6 * rng.normal(size=n))
        for m, n in itertools.pairwise(widths)
    ]


def kinks(places, jumps, weights):
    """A network of one hidden layer that bends at ``places`` by ``jumps``."""
    W, places = np.atleast_2d(np.asarray(weights, float)), np.asarray(places, float)
    return [(W, -W[0] * places), (np.asarray(jumps, float)[:, None] / np.abs(W.T), np.zeros(1))]


#: two of its bends lie closer together than samples do
CLOSE = kinks([0.3, 0.3 + 1e-6, 0.7], [1.0, -3.0, 2.0], [1.0, -1.0, 2.0])


def folding(depth):
    """The sawtooth as a network."""
    first = (np.array([[1.0, 1.0]]), np.array([0.0, -0.5]))
    again = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -0.5]))
    return [first, *[again] * (depth - 1), (np.array([[2.0], [-4.0]]), np.zeros(1))]


def counts(student, params, a, b, expected):
    """Compare with a number that follows from how the network was made."""
    got = student.count_linear_regions(params, a, b)
    given = {"params": params, "a": a, "b": b}
    expect_close(got, expected, "count_linear_regions", given=given)


@check("count_linear_regions", points=1.5)
def counts_the_bends_of_one_hidden_layer(student, rng):
    for m in (6, 3, 1):
        places = rng.uniform(-1, 1) + np.cumsum(rng.uniform(0.2, 1.0, size=m))
        params = kinks(
            rng.permutation(places),
            nonzero(rng, m, 0.5),
            nonzero(rng, m, 0.5),
        )
        counts(student, params, float(places[0] - 1), float(places[-1] + 1), m + 1)
        counts(student, params, float(places[0] + 0.1), float(places[-1] + 1), m)
        counts(student, params, float(places[-1] + 0.1), float(places[-1] + 2), 1)
    counts(student, CLOSE, 0.0, 1.0, 4)
    counts(student, CLOSE, -100.0, 100.0, 4)
    # small bends count, too: three hundred times the limit of the text
    faint = kinks([0.2, 0.5, 0.8], [1.0, 3e-7 * rng.choice([-1, 1]), -0.5], [1.0, -1.0, 2.0])
    counts(student, faint, 0.0, 1.0, 4)
    counts(student, [(np.array([[2.0]]), np.array([1.0]))], -1.0, 1.0, 1)


@check("count_linear_regions", points=1.5)
def finds_the_bends_of_deeper_layers(student, rng):
    for depth in (1, 2, 3, 6, 9):
        counts(student, folding(depth), 0.0, 1.0, 2**depth)
    counts(student, folding(4), -1.0, 2.0, 18)  # and one bend at each end of [0, 1]
    counts(student, folding(4), 0.0, 0.5, 8)
    counts(student, [(np.ones((1, 1)), np.zeros(1)), *CLOSE], 0.0, 1.0, 4)
    for widths in ((1, 4, 4, 1), (1, 5, 3, 4, 1), (1, 2, 6, 2, 3, 1), (1, 3, 1, 2, 1)):
        for _ in range(3):
            params = network(rng, *widths)
            expect_agrees(
                student.count_linear_regions, reference.count_linear_regions, params, -6.0, 6.0
            )


@check("count_linear_regions", points=1)
def leaves_out_bends_that_cancel_or_that_nobody_sees(student, rng):
    place = float(rng.uniform(-0.5, 0.5))
    counts(student, kinks([place, place], [1.0, -1.0], [1.0, 1.0]), -1.0, 1.0, 1)
    # relu(u) - relu(-u) is u, also where the units are of different size
    for middle, size in ((place, 3.0), (-1.5, 2.0)):
        straight = [
            (np.array([[1.0, -size]]), np.array([-middle, size * middle])),
            (np.array([[1.0], [-1.0 / size]]), np.zeros(1)),
        ]
        counts(student, straight, -1.0, 1.0, 1)
        counts(student, straight, -2.0, -1.0, 1)
    # three units bend at one place, and cancel or do not, up to rounding
    for last in (1.0, -1.0) * 4:
        place = float(rng.uniform(-1.8, -1.2))
        one, two = rng.uniform(0.5, 2.0, size=2)
        weights = rng.uniform(0.5, 8.0, size=3)
        counts(student, kinks([place] * 3, [one, two, 1.0], weights), -2.0, -1.0, 2)
        cancel = kinks([place] * 3 + [-1.1], [one, two, -one - two, last], [*weights, 1.0])
        counts(student, cancel, -2.0, -1.0, 2)
    # the second layer is off for x < 1, so the bends at -1 and 0 are not seen
    hidden = [
        (np.array([[1.0, 1.0]]), np.array([1.0, 0.0])),
        (np.array([[1.0], [1.0]]), np.array([-3.0])),
        (np.array([[2.0]]), np.zeros(1)),
    ]
    counts(student, hidden, -2.0, 3.0, 2)
    dead = [(np.zeros((1, 3)), -np.ones(3)), (np.ones((3, 1)), np.ones(1))]
    counts(student, dead, -1.0, 1.0, 1)
    # bends exactly at the ends are not inside
    counts(student, kinks([0.0, 1.0, 2.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]), 0.0, 2.0, 2)


@check("count_linear_regions", points=1)
def counts_a_bend_in_any_output_and_takes_lists(student, rng):
    two = [
        (np.array([[1.0, 1.0, 1.0]]), np.array([0.0, -1.0, -2.0])),
        (np.array([[1.0, 0.0], [0.0, 1.0], [1.0, -2.0]]), np.zeros(2)),
    ]
    counts(student, two, -1.0, 3.0, 4)
    counts(student, two, -1.0, 1.5, 3)
    # bends of two outputs that cancel in their sum
    W, c = kinks([0.3], [1.0], [1.0])[0]
    opposite = [(W, c), (float(rng.uniform(0.5, 2.0)) * np.array([[1.0, -1.0]]), np.zeros(2))]
    counts(student, opposite, 0.0, 1.0, 2)
    expect_robust(student.count_linear_regions, reference.count_linear_regions, two, -1, 3)
    function, wanted = student.count_linear_regions, reference.count_linear_regions
    for scale in (1e-9, 1e9):
        for height in (1.0, 1e-12, 1e12):
            factors = (1 / scale, 1.0, 1.0, height)
            params = [(W * factor, b) for (W, b), factor in zip(folding(3), factors)]
            expect_agrees(function, wanted, params, 0.0, scale)


@check("region_lower_bound", points=2)
def is_the_whole_number_of_the_theorem(student, rng):
    cases = [
        (3, 2, 1),
        (4, 2, 2),
        (5, 2, 3),
        (7, 3, 2),
        (4, 4, 3),
        (2, 1, 10),
        (1, 1, 1),
        (6, 1, 4),
    ]
    for _ in range(4):
        d = int(rng.integers(1, 4))
        cases.append((int(rng.integers(d, 9)), d, int(rng.integers(1, 4))))
    for case in cases:
        expect_agrees(student.region_lower_bound, reference.region_lower_bound, *case)
    # more digits than a float holds
    got = student.region_lower_bound(99, 3, 12)
    exact = isinstance(got, int) and got == reference.region_lower_bound(99, 3, 12)
    expect(exact, "region_lower_bound", "the number is exact, however large")
