"""What is graded: what networks can represent."""

import contextlib
import functools
import itertools

import numpy as np

from autograder.checks import (
    CheckFailed,
    Hint,
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

HINTS = ("suspect",)


@contextlib.contextmanager
def explained(causes):
    """Give the first of ``causes``, texts that may be made when asked, to whatever fails inside."""
    try:
        yield
    except CheckFailed as failed:
        if text := next(iter(causes), None):
            failed.explain(Hint("suspect", text))
        raise


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
    expect_robust(student.bump, reference.bump, x, -0.7, 2.1, 1.5)
    expect_robust(student.bump, reference.bump, x, -1, 2, 3)
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


def causes(got, x, f, a, b, n_bumps, steepness):
    """Yield, in words, the mistakes whose network gives ``got`` for ``x``."""

    def switches(at, steep=steepness):
        return (1 + np.tanh(steep * (x[:, None] - at) / 2)) / 2

    def bumps(left, right, heights, steep=steepness):
        return (switches(left, steep) - switches(right, steep)) @ heights

    edges = np.linspace(a, b, n_bumps + 1)
    left, right, width = edges[:-1], edges[1:], (b - a) / n_bumps
    h = f((left + right) / 2)
    short, middle = a + np.arange(n_bumps) / n_bumps, edges[:-1] + width / 2
    far = np.linspace(a, b, n_bumps)
    outputs = {
        "the heights are taken at the left edges of the cells, not at their middles": bumps(
            left, right, f(left)
        ),
        "the heights are taken at the right edges of the cells, not at their middles": bumps(
            left, right, f(right)
        ),
        "each height is the mean of f at two edges, not f at the middle": bumps(
            left, right, (f(left) + f(right)) / 2
        ),
        "the length of the interval is missing in the width of the cells": bumps(
            short, short + 1 / n_bumps, f(short + 0.5 / n_bumps)
        ),
        "the steepness is divided by the width of a cell": bumps(left, right, h, steepness / width),
        "the steepness is multiplied by the width of a cell": bumps(
            left, right, h, steepness * width
        ),
        "the steepness is multiplied by the number of bumps": bumps(
            left, right, h, steepness * n_bumps
        ),
        "the steepness is halved, as in a formula with tanh": bumps(left, right, h, steepness / 2),
        "the hidden biases have their sign turned": bumps(-left, -right, h),
        "the steepness is missing in the hidden biases": bumps(
            left / steepness, right / steepness, h
        ),
        "the steepness is missing in the hidden weights and in the biases": bumps(
            left, right, h, 1.0
        ),
        "the units that switch off have output weights of the sign of those that switch on": (
            (switches(left) + switches(right)) @ h
        ),
        "the units that switch off have output weight 0, so no bump ever ends": switches(left) @ h,
        "the signs of the output weights are exchanged, so all bumps hang upside down": bumps(
            right, left, h
        ),
        "the heights are assigned to the cells in reverse order": bumps(left, right, h[::-1]),
        "the heights are multiplied by the width of a cell, as in an integral": bumps(
            left, right, h * width
        ),
        "the heights are divided by the number of bumps": bumps(left, right, h / n_bumps),
        "the bumps end in the middle of their cells": bumps(left, middle, h),
        "all edges are shifted by half a cell": bumps(left + width / 2, right + width / 2, h),
        "n_bumps edges leave only n_bumps - 1 cells": bumps(
            far, far + (b - a) / max(n_bumps - 1, 1), h
        ),
    }
    for text, numbers in outputs.items():
        if np.allclose(got, numbers, rtol=1e-6, atol=1e-9):
            yield text


@check("bump_network", points=2)
def is_the_sum_of_the_bumps(student, rng):
    for n_bumps in (5, 1, 2, 7):
        f, _ = wave(rng)
        a = float(rng.uniform(-2, 1))
        b = a + float(rng.uniform(0.5, 3.0))
        for steepness in (float(rng.uniform(2, 6)), 50 * n_bumps / (b - a)):
            x = rng.uniform(a - 0.5, b + 0.5, size=40)
            params = checked_network(student, f, a, b, n_bumps, steepness)
            expected = output(reference.bump_network(f, a, b, n_bumps, steepness), x)
            got = output(params, x)
            with explained(causes(got, x, f, a, b, n_bumps, steepness)):
                expect_close(got, expected, "bump_network", what="output of the network", atol=1e-9)


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
    x = rng.uniform(-3.5, 5.5, size=30)
    for steepness in (3, 2000):
        params = checked_network(student, np.cos, -3, 5, 7, steepness)
        expected = output(reference.bump_network(np.cos, -3, 5, 7, steepness), x)
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
    expect_agrees(student.sawtooth, reference.sawtooth, rng.uniform(size=(5, 3)), 5)
    for depth in (1, 2, 3, 6, 10):
        x = rng.integers(0, 2**12 + 1, size=12) / 2**12
        expect_agrees(student.sawtooth, reference.sawtooth, x, depth)
        expect_agrees(student.sawtooth, reference.sawtooth, rng.uniform(size=(2, 3)), depth)
        expect_agrees(student.sawtooth, reference.sawtooth, float(rng.uniform()), depth)


@check("sawtooth", points=0.5)
def takes_lists_and_numbers_outside_the_interval(student, rng):
    x = rng.permutation([-3.0, -1.0, 0.0, 1.0, 2.0, 5.0])
    for depth in (3, 1, 2):
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


FIVE_BENDS = kinks(
    [-0.7, 0.3, 1.1, 1.6, 2.4], [1.3, -2.7, 0.9, 1.7, -0.6], [1.2, -0.8, 2.1, 0.7, -1.9]
)
TWO_OUTPUTS = [
    (np.array([[1.0, 1.0, 1.0]]), np.array([0.0, -1.0, -2.0])),
    (np.array([[1.0, 0.0], [0.0, 1.0], [1.0, -2.0]]), np.zeros(2)),
]
MOSTLY_OFF = [
    (np.array([[1.0, 1.0]]), np.array([1.0, 0.0])),
    (np.array([[1.0], [1.0]]), np.array([-3.0])),
    (np.array([[2.0]]), np.zeros(1)),
]
TWO_LAYERS = [
    (np.array([[1.0, -1.0, 1.0]]), np.array([0.3, 0.9, -1.7])),
    (np.array([[0.8, -1.1], [1.3, 0.6], [-0.7, 1.9]]), np.array([-0.6, 0.4])),
    (np.array([[1.4], [-0.9]]), np.array([0.2])),
]
OPPOSITE = [
    (np.array([[1.0]]), np.array([-0.3])),
    (np.array([[1.3, -1.3]]), np.zeros(2)),
]
#: networks on intervals, and the number of pieces; together they tell mistakes apart
CASES = [
    (FIVE_BENDS, -1.3, 3.7, 6),
    (FIVE_BENDS, -0.2, 1.9, 4),
    (folding(3), -0.3, 0.9, 9),
    (folding(5), 0.03, 0.97, 32),
    # two bends at one place cancel
    (kinks([0.3, 0.3, 0.8], [1.7, -1.7, 0.6], [1.0, 1.0, 2.0]), -0.9, 1.7, 2),
    (TWO_OUTPUTS, -0.9, 3.3, 4),
    (MOSTLY_OFF, -2.3, 3.1, 2),
    # bends at the ends do not count
    (kinks([0.0, 1.0, 2.0, 3.0], [1.0, 1.3, -0.7, 0.9], [1.0] * 4), 0.0, 3.0, 3),
    (TWO_LAYERS, -3.1, 4.7, 6),
    # two bends close together, and a faint one
    (kinks([0.3, 0.3 + 1e-6, 0.7], [1.3, -2.7, 1.9], [1.0, -1.0, 2.0]), -0.4, 1.3, 4),
    (kinks([0.2, 0.5, 0.8], [1.3, 3e-7, -0.6], [1.0, -1.0, 2.0]), -0.4, 1.3, 4),
    (OPPOSITE, -0.4, 1.3, 2),
]
#: what mistakes answer to them, and which mistakes
PIECES = {
    "6 4 9 32 2 4 2 3 6 3 3 2": (
        "you look for bends on a grid of points and miss those that lie close together"
    ),
    "6 4 8 32 1 3 1 3 6 4 4 1": "pieces on which the output does not change are left out",
    "4 3 9 32 1 2 2 2 4 4 2 2": (
        "your limit for equal slopes is so large that real bends are lost"
    ),
    "6 4 9 32 2 2 2 3 6 4 4 2": (
        "a breakpoint counts only if all outputs bend there, not any of them"
    ),
    "7 5 18 63 5 5 8 4 11 5 5 3": (
        "you add up the lengths of the lists of breakpoints of all layers"
    ),
    "1 1 1 1 1 1 1 1 1 1 1 1": "all slopes come out equal, so no bend is ever found",
    "11 7 16 61 3 7 3 3 11 5 5 3": (
        "you compare slopes on a grid of points, where a bend inside a step changes them twice"
    ),
    "11 7 17 61 3 7 3 5 11 5 5 3": (
        "you compare slopes on a grid of points, where a bend inside a step changes them twice"
    ),
    "11 7 16 63 3 7 3 3 11 5 5 3": (
        "you compare slopes on a grid of points, where a bend inside a step changes them twice"
    ),
    "6 7 15 62 3 7 3 5 11 5 5 3": (
        "you compare slopes on a grid of points, where a bend inside a step changes them twice"
    ),
    "6 7 14 62 3 7 3 5 11 5 5 3": (
        "you compare slopes on a grid of points, where a bend inside a step changes them twice"
    ),
    "6 4 9 32 2 4 2 3 6 3 4 2": (
        "you look for bends on a grid of points and miss those that lie close together"
    ),
    "6 4 9 33 3 4 4 3 6 3 4 2": (
        "you count where units switch, even if the bends cancel or do not reach the output"
    ),
    "6 4 3 2 3 4 3 3 4 4 4 2": (
        "only the bends of the first hidden layer are found, not those of deeper ones"
    ),
    "6 6 27 243 4 4 6 5 12 4 4 2": (
        "you return the largest possible number for these widths, whatever the weights are"
    ),
    "5 3 8 31 1 3 1 2 5 3 3 1": "you count the bends, not the pieces between them",
    "6 4 9 32 3 4 4 3 6 4 4 2": (
        "every breakpoint counts, even where the slopes on both sides are equal"
    ),
    "6 4 9 32 2 3 2 3 6 4 4 2": ("only the bends of one output count, not those of the others"),
    "6 4 9 32 2 4 2 3 6 4 4 1": (
        "the outputs are added up first, and opposite bends of two outputs cancel"
    ),
    "6 4 9 32 2 4 2 3 6 4 3 2": (
        "your limit for equal slopes is so large that small bends are lost"
    ),
    "6 4 2 2 2 4 2 3 4 4 4 2": (
        "only the bends of the first hidden layer are found, not those of deeper ones"
    ),
    "6 4 4 6 2 4 2 3 4 4 4 2": (
        "ReLU is missing between the layers where you look for the zeros of deeper units"
    ),
    "6 4 10 34 2 4 2 5 6 4 4 2": (
        "you search beyond the ends of the interval, so bends outside count too"
    ),
    "6 5 9 32 2 5 2 3 6 4 4 2": (
        "ReLU is applied to the output too, which makes or hides bends where it crosses 0"
    ),
    "6 4 9 32 3 4 2 3 6 4 4 2": (
        "slopes are compared exactly, so differences from rounding count as bends"
    ),
    "6 6 7 11 4 4 4 5 6 4 4 2": (
        "you return one more than the number of hidden units, whatever the weights are"
    ),
    "5 5 6 10 3 3 3 4 5 3 3 1": ("you return the number of hidden units, whatever the weights are"),
    "32 32 64 1024 8 8 8 16 32 8 8 2": (
        "you return the number of all patterns of units on and off"
    ),
    "2 2 8 32 2 2 4 2 4 2 2 2": (
        "you return a power of 2 for the number of layers, whatever the weights are"
    ),
    "5 5 8 32 3 3 2 4 6 3 3 1": (
        "you return the product of the widths of the hidden layers, whatever the weights are"
    ),
    "8 6 11 34 4 6 4 5 8 6 6 4": "the two ends of the interval count as bends",
    "7 5 10 33 3 5 3 4 7 5 5 3": "one end of the interval counts as a bend",
    "6 6 10 34 2 4 2 5 6 4 4 2": (
        "you search far beyond the ends of the interval, and a and b hardly matter"
    ),
    "2 2 8 32 2 1 1 1 3 4 4 2": "you search between 0 and 1, and a and b are not used",
    "6 4 1 1 2 4 2 3 1 4 4 2": (
        "the list of breakpoints begins again in every layer, so earlier ones are lost"
    ),
    "1 1 2 3 1 1 2 1 4 1 1 1": ("the last hidden layer is left out where you look for zeros"),
    "1 1 1 1 1 1 2 1 1 1 1 1": ("the first hidden layer is left out where you look for zeros"),
    "6 4 8 1 2 4 2 3 6 3 4 2": (
        "breakpoints closer than a twentieth of the interval are taken for one"
    ),
    "6 4 3 2 2 4 2 3 6 4 4 2": "equal slopes of different pieces are counted only once",
    "1 1 8 32 1 2 1 1 5 1 2 1": ("only bends at which the slope changes its sign are counted"),
    "4 3 5 16 2 4 2 2 3 3 3 2": "only bends at which the slope grows are counted",
    "3 2 5 17 1 2 1 2 4 2 2 2": "only bends at which the slope falls are counted",
    "6 4 9 32 2 5 2 3 6 4 4 3": (
        "the bends of all outputs are added up, even where several bend at one place"
    ),
    "2 2 2 1 2 2 2 1 2 2 2 2": (
        "the biases are left out of the pre-activations, so all bends lie at 0"
    ),
    "2 2 6 32 2 2 3 2 4 2 2 2": (
        "each zero is put in the middle between two neighbors, not where the line crosses 0"
    ),
    "6 4 9 32 2 4 3 3 6 4 4 2": (
        "in the formula for the zero the value at the other end stands above the fraction"
    ),
    "4 3 5 4 2 4 2 3 4 3 3 2": (
        "only units that switch on from left to right get a zero, not those that switch off"
    ),
    "3 2 1 1 1 1 1 1 3 2 2 1": (
        "only units that switch off from left to right get a zero, not those that switch on"
    ),
    "2 1 2 1 2 2 2 1 2 2 2 2": "only the first unit of every layer is looked at",
    "2 2 1 1 1 2 1 1 1 2 1 1": ("you count where the output crosses 0, not where it bends"),
    "6 7 16 60 3 7 3 5 11 5 7 3": (
        "you look for bends on a grid of points and miss those that lie close together"
    ),
    "6 4 6 9 4 4 4 3 5 4 4 2": (
        "you add up the zeros of each layer as if its inputs were straight lines"
    ),
}


def counts(student, params, a, b, expected):
    """Compare with a number that follows from how the network was made."""
    got = student.count_linear_regions(params, a, b)
    given = {"params": params, "a": a, "b": b}
    expect_close(got, expected, "count_linear_regions", given=given)


def expect_pieces(student, asked):
    """Ask for those of :data:`CASES`."""
    for index in asked:
        *case, pieces = CASES[index]
        expect_close(student.count_linear_regions(*case), pieces, "count_linear_regions")


def telling(check_function):
    """Where the check fails, say which mistake gives such numbers of pieces for all cases."""

    @functools.wraps(check_function)
    def told(student, rng):
        try:
            check_function(student, rng)
        except CheckFailed as failed:
            pieces = ""
            with contextlib.suppress(CheckFailed):
                pieces = " ".join(str(student.count_linear_regions(*case)) for *case, _ in CASES)
            if pieces in PIECES:
                failed.explain(Hint("suspect", PIECES[pieces]))
            raise

    return told


@check("count_linear_regions", points=1.5)
@telling
def counts_the_bends_of_one_hidden_layer(student, rng):
    # the point: width 2 = 1
    expect_pieces(student, [0, 1, 9, 10])
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
@telling
def finds_the_bends_of_deeper_layers(student, rng):
    # the point: width 1 = 2, width 2 = 2, width 3 = 2, width 4 = 1
    expect_pieces(student, [2, 3, 8])
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
@telling
def leaves_out_bends_that_cancel_or_that_nobody_sees(student, rng):
    # the point: width 2 = 1
    expect_pieces(student, [4, 6, 7])
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
@telling
def counts_a_bend_in_any_output_and_takes_lists(student, rng):
    # the point: width 2 = 2
    expect_pieces(student, [5, 11])
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
        (10, 3, 5),
        (7, 2, 3),
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
