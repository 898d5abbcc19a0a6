"""What is graded in the chapter on Hopfield networks."""

import ast
import copy
import math

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    Hint,
    check,
    endless_means,
    expect,
    expect_agrees,
    expect_close,
    expect_frequencies,
    expect_reproducible,
    expect_robust,
    expect_same,
    expect_shape,
)
from autograder.checks.inputs import nonzero, signs

from . import reference

HINTS = ("suspect",)

# Where the references of earlier exercises stand in, each call of them crosses the sandbox, which
# takes 0.1 ms of processor time, and four times that on a busy machine. So checks here stay below
# 5,000 such calls, as tests/chapters/test_hopfield.py counts. Beside each check that takes longer
# than 0.1 s stands what the reference takes when it is graded on a busy machine, then the slowest
# right answer whose earlier functions are wrong: of the judge, by its limit.

#: (p, N): patterns and units
SIZES = ((3, 7), (5, 9), (7, 3), (6, 10), (1, 5), (3, 1))


def couplings(rng, N):
    """Symmetric whole numbers without a diagonal, so that every field is exact; some are 0."""
    upper = np.triu(rng.integers(-3, 4, size=(N, N)), 1).astype(float)
    return upper + upper.T


def real_couplings(rng, N):
    upper = np.triu(nonzero(rng, (N, N)), 1)
    return upper + upper.T


# --- local_field_update ---


@check("local_field_update", points=1)
def follows_the_field_and_else_keeps_the_unit(student, rng):
    same = student.local_field_update, reference.local_field_update
    for N in (7, 5, 9, 3):
        W = real_couplings(rng, N)
        for _ in range(6):
            expect_agrees(*same, W, signs(rng, N), int(rng.integers(N)))
    # energies are promised up to 1e4
    expect_agrees(*same, 1e4 * real_couplings(rng, 6), signs(rng, 6), 3)
    for N in (7, 5, 9):  # no field
        W = couplings(rng, N)
        i = int(rng.integers(3, N))
        s = signs(rng, N)
        # the row of unit i is made orthogonal to the state
        W[i] = W[:, i] = 0.0
        for j, w in ((0, 2.0), (1, 3.0)):
            W[i, j] = W[j, i] = w * s[j]
        W[i, 2] = W[2, i] = -5.0 * s[2]
        for sign in (1.0, -1.0):
            s[i] = sign
            expect_agrees(*same, W, s.copy(), i)
    expect_agrees(*same, np.zeros((3, 3)), np.array([1.0, -1.0, -1.0]), 1)
    expect_robust(*same, couplings(rng, 6), signs(rng, 6), 5)


# --- hebbian_weights ---


@check("hebbian_weights", points=1.5)
def correlates_units_over_the_patterns(student, rng):
    for p, N in SIZES:
        expect_agrees(student.hebbian_weights, reference.hebbian_weights, signs(rng, (p, N)))


@check("hebbian_weights", points=0.5)
def takes_lists_and_integers_and_stores_negatives_alike(student, rng):
    patterns = signs(rng, (5, 8))
    expect_robust(student.hebbian_weights, reference.hebbian_weights, patterns)
    flipped = patterns * signs(rng, (5, 1))
    expect_close(
        student.hebbian_weights(flipped), reference.hebbian_weights(patterns), "hebbian_weights"
    )


# --- overlap ---


#: what is typically taken for it: one simple fraction tells too little to find that by
FOR_THE_OVERLAP = {
    "the products are summed, and not averaged": np.dot,
    "this is the share of units that agree": lambda s, pattern: np.mean(s == pattern),
    "this is the share of units that differ": lambda s, pattern: np.mean(s != pattern),
    "the sign is lost: the negative is not the pattern": lambda s, pattern: abs(
        np.mean(s * pattern)
    ),
}


def taken_for_the_overlap(overlap, pairs):
    """Yield the texts on what gives the same as ``overlap`` for all ``pairs``."""
    found = [overlap(*pair) for pair in pairs]
    for text, other in FOR_THE_OVERLAP.items():
        if np.allclose(found, [other(*pair) for pair in pairs], rtol=1e-9, atol=1e-9):
            yield text


@check("overlap", points=0.5)
def is_the_mean_product(student, rng):
    # the point: length of s = length of pattern = 2.64575
    same = student.overlap, reference.overlap
    pairs = [(signs(rng, N), signs(rng, N)) for N in (7, 10, 5, 3, 1)]
    for pair in pairs:
        try:
            expect_agrees(*same, *pair)
        except CheckFailed as failed:
            if failed.kind == "value" and not failed.hints:
                texts = taken_for_the_overlap(student.overlap, pairs)
                failed.explain(*(Hint("suspect", text) for text in texts))
            raise
    s = signs(rng, 9)
    expect_agrees(*same, s, -s)
    expect_robust(*same, signs(rng, 7), signs(rng, 7))


# --- energy ---


@check("energy", points=0.5)
def counts_every_pair_once(student, rng):
    for N in (7, 5, 9, 3, 1):
        expect_agrees(student.energy, reference.energy, real_couplings(rng, N), signs(rng, N))
    expect_agrees(student.energy, reference.energy, 1e4 * real_couplings(rng, 6), signs(rng, 6))
    expect_robust(student.energy, reference.energy, couplings(rng, 6), signs(rng, 6))


@check("energy", points=0.5)
def falls_by_twice_the_field_when_a_unit_gives_way(student, rng):
    for N in (7, 5, 9):
        W, s = real_couplings(rng, N), signs(rng, N)
        i = int(rng.integers(N))
        flipped = s.copy()
        flipped[i] = -s[i]
        before, after = (student.energy(W, state) for state in (s, flipped))
        for one in (before, after):
            expect_shape(one, (), "energy")
        expect_same(
            after - before,
            2 * s[i] * (W[i] @ s),
            "a flip of unit i changes the energy by 2 s[i] h[i], with h the field before",
            "energy",
        )


# --- recall ---


def ends(student, W, s, rng, **options):
    """The state that recall ends in: signs, one for each unit."""
    end = student.recall(W, s, rng, **options)
    expect_shape(end, np.shape(s), "recall")
    end = np.asarray(end, dtype=float)
    expect(bool(np.all(np.abs(end) == 1.0)), "recall", "every unit of the state is -1 or +1")
    return end


@check("recall", points=1)
def settles_where_every_unit_agrees_with_its_field(student, rng):
    # one pattern pulls in whatever is closer to it than to its negative
    for N in (15, 30, 9):
        pattern = signs(rng, N)
        W = reference.hebbian_weights([pattern])
        noisy = pattern.copy()
        noisy[rng.choice(N, size=N // 3, replace=False)] *= -1
        for start, end in ((noisy, pattern), (-noisy, -pattern), (pattern, pattern)):
            got = student.recall(W, start, rng.spawn(1)[0])
            expect_close(got, end, "recall", what="one stored pattern")
    for make in (real_couplings, couplings):
        for N in (25, 12, 7):
            W, s = make(rng, N), signs(rng, N)
            end = ends(student, W, s, rng.spawn(1)[0])
            settled = bool(np.all(end * (W @ end) >= 0))
            expect(settled, "recall", "no unit is against its field in the end")
    # from lists as from arrays, and from integers
    pattern = signs(rng, 9)
    W, s = 9 * reference.hebbian_weights([pattern]), pattern.copy()
    s[rng.choice(9, size=3, replace=False)] *= -1
    got = student.recall(W.astype(int).tolist(), s.astype(int).tolist(), rng.spawn(1)[0])
    expect_close(got, pattern, "recall", what="from lists of integers")


# 0.1 s; 0.5 s of 5 s
@check("recall", points=1)
def never_climbs_and_stops_in_time(student, rng):
    for make in (real_couplings, couplings):
        W, s = make(rng, 30), signs(rng, 30)
        generator = rng.spawn(1)[0]
        lowest = reference.energy(W, s)
        # the point: max_sweeps = 1
        for sweeps in range(1, 8):
            end = ends(student, W, s, copy.deepcopy(generator), max_sweeps=sweeps)
            found = reference.energy(W, end)
            rule = "the energy never rises from sweep to sweep"
            expect(found <= lowest + 1e-9 * abs(lowest), "recall", rule)
            lowest = found
    W = -np.ones((7, 7)) + np.eye(7)  # where all units that move at once never come to rest
    end = ends(student, W, np.ones(7), rng.spawn(1)[0])
    expect(abs(np.sum(end)) == 1, "recall", "units that want to differ come to rest half and half")
    # nothing moves: a unit without a field keeps its sign
    expect_close(
        student.recall(np.zeros((5, 5)), [1, -1, -1, 1, -1], rng.spawn(1)[0]),
        np.array([1.0, -1, -1, 1, -1]),
        "recall",
        what="weights that are all zero",
    )
    with endless_means("it stops after a sweep in which nothing changes"):
        W, s = real_couplings(rng, 10), signs(rng, 10)
        ends(student, W, s, rng.spawn(1)[0], max_sweeps=10**9)


def wave(M):
    """Weights of M + 2 units in a row, and a start from which +1 spreads through M of them.

    Each unit is tied more strongly to the one before it, so it follows that one.
    """
    ties = np.arange(M + 2, 1, -1.0)
    return np.diag(ties, 1) + np.diag(ties, -1), np.append([1.0, 1.0], -np.ones(M))


def first_run(M):
    """Probability that a random order turns exactly k = 0 … M of the units in one sweep.

    The first k of them must come in their order, which one order in k! has.
    """
    at_least = [1 / math.factorial(k) for k in range(M + 1)] + [0.0]
    return -np.diff(at_least)


def wave_probabilities(M, sweeps):
    """Probability that k = 0 … M units have turned after this many sweeps, each in a new order."""
    turned = np.eye(M + 1)[0]
    for _ in range(sweeps):
        step = np.zeros(M + 1)
        for k, weight in enumerate(turned):
            step[k:] += weight * first_run(M - k)
        turned = step
    return turned


def default_of(text, argument):
    """The default of an argument in the text of a function, if it is a plain number there."""
    match ast.parse(text or "").body:
        case [ast.FunctionDef(args=ast.arguments(args=names, defaults=values))]:
            found = {name.arg: value for name, value in zip(names[::-1], values[::-1])}
            return getattr(found.get(argument), "value", None)
    return None


# 0.3 s; 0.7 s of 5 s
@check("recall", points=1)
def takes_the_units_of_each_sweep_in_a_fresh_random_order(student, rng):
    # the point: max_sweeps = 1
    M, counts = 4, np.zeros(5)
    W, start = wave(M)
    for generator in rng.spawn(100):
        turned = int(np.sum(ends(student, W, start, generator, max_sweeps=1) > 0)) - 2
        expect(turned >= 0, "recall", "a unit that agrees with its field stays as it is")
        counts[turned] += 1
    what = "how far +1 spreads along a row of units in max_sweeps=1"
    expect_frequencies(counts, wave_probabilities(M, 1), "recall", what=what)
    # every unit that is against the one stored pattern has its turn in the first sweep
    pattern = signs(rng, 15)
    noisy = pattern.copy()
    noisy[rng.choice(15, size=5, replace=False)] *= -1
    W = reference.hebbian_weights([pattern])
    for generator in rng.spawn(3):
        got = student.recall(W, noisy, generator, max_sweeps=1)
        expect_close(got, pattern, "recall", what="one stored pattern, max_sweeps=1")
    # 8.6 units turn in five sweeps, and more than 25 once in half a billion times
    W, start = wave(30)
    for generator in rng.spawn(2):
        turned = np.sum(ends(student, W, start, generator, max_sweeps=5) > 0) - 2
        expect(5 <= turned <= 25, "recall", "with max_sweeps=5 it makes five sweeps, if needed")
    # In the same order, a second sweep does what a first one does that starts where the first has
    # ended. In an order of its own it turns as many units with probability 0.39.
    W, start = wave(6)
    alike = []
    for generator in rng.spawn(20):
        first, both = (
            ends(student, W, start, copy.deepcopy(generator), max_sweeps=sweeps)
            for sweeps in (1, 2)
        )
        alike.append(np.array_equal(both, ends(student, W, first, generator, max_sweeps=1)))
    expect(not all(alike), "recall", "each sweep draws an order of its own")
    # twenty units that want to differ: 184,756 ways to come to rest
    generator = rng.spawn(1)[0]
    one, same = (
        ends(student, np.eye(20) - 1, np.ones(20), copy.deepcopy(generator)) for _ in range(2)
    )
    rule = "two generators in the same state lead to the same end: all chance comes from rng"
    expect(np.array_equal(one, same), "recall", rule)
    # A run of a hundred sweeps has as many changes at least, so it takes a hundred units: too many
    # turns where another function stands in for local_field_update, each across the sandbox.
    default = default_of(student.text_of("recall"), "max_sweeps")
    rule = "unless told otherwise, it gives up after 100 sweeps"
    expect(default in (None, 100), "recall", rule)


# --- capacity_curve ---

#: mean overlap for 8 units and 3 patterns, by enumeration of all patterns and all orders
SMALL = 0.942626953125


# 0.5 s; 0.5 s of 5 s
@check("capacity_curve", points=0.5)
def gives_one_number_for_each_load(student, rng):
    for loads in ([0.1, 0.2, 0.3], np.array([0.1, 0.1, 0.1, 0.1, 0.1, 0.2, 0.2]), [0.2]):
        curve = student.capacity_curve(10, loads, rng.spawn(1)[0])
        expect_shape(curve, (len(loads),), "capacity_curve")
        # one pattern, or two, are always kept whole
        what = "up to two patterns of 10 units"
        expect_close(curve[:1], np.ones(1), "capacity_curve", what=what)
    one = student.capacity_curve(30, (1e-6, 1e-6, 1e-6), rng.spawn(1)[0])
    expect_close(one, np.ones(3), "capacity_curve", what="a load so small that p is 1")
    expect_reproducible(student.capacity_curve, 30, [0.5, 0.6, 0.7], rng=rng.spawn(1)[0])


# 0.2 s; 1.4 s of 10 s
@check("capacity_curve", points=1, patience=2)
def has_the_exact_mean_of_a_small_network(student, rng):
    # a load of 2.88 patterns, which is rounded to 3
    curve = student.capacity_curve(8, [0.36] * 500, rng.spawn(1)[0])
    expect_shape(curve, (500,), "capacity_curve")
    curve = np.asarray(curve, dtype=float)
    found = float(np.mean(curve))
    # 5.4 standard errors: a right answer misses it less than once in ten million times
    if not abs(found - SMALL) <= 5.4 * 0.088 / np.sqrt(500):
        facts = (
            Fact("where", "the mean of 500 entries for N = 8 and the load 0.36"),
            Fact("got", f"{found:.3f}"),
            Fact("expected", f"{SMALL:.3f}, up to 0.021", secret=True),
        )
        raise CheckFailed("capacity_curve", "value", facts)
    # overlaps of 8 units are quarters, and means over three of them are not
    rule = "an entry is the mean over all patterns of its load"
    expect(bool(np.any(np.abs(4 * curve - np.rint(4 * curve)) > 0.1)), "capacity_curve", rule)


# 0.5 s; 0.6 s of 15 s
@check("capacity_curve", points=1, patience=3)
def breaks_down_beyond_the_capacity(student, rng):
    curve = student.capacity_curve(100, [0.05, 0.1, 0.4, 0.4, 0.4], rng.spawn(1)[0])
    expect_shape(curve, (5,), "capacity_curve")
    for rule, holds in (
        ("at a load of 0.05 nearly every unit stays", 0.97 < curve[0] <= 1),
        ("at a load of 0.1 most units stay", 0.8 < curve[1] <= 1),
        ("at a load of 0.4 most of the pattern is lost", np.mean(curve[2:]) < 0.62),
        ("at a load of 0.4 some of the pattern is left", np.mean(curve[2:]) > 0.3),
    ):
        expect(bool(holds), "capacity_curve", rule)


# --- restore ---

PICTURES = """
##......## ...####... ########.. ########## ########## ########## ##........ #######...
##......## ..######.. #########. ########## ########## ########## ##........ #########.
##......## .##....##. ##.....### ##........ ....##.... ##........ ##........ ##....###.
##......## ##......## ##......## ##........ ....##.... ##........ ##........ ##.....###
########## ##......## ##.....### ########.. ....##.... ########.. ##........ ##......##
########## ##......## #########. ########.. ....##.... ########.. ##........ ##......##
##......## ##......## ########.. ##........ ....##.... ##........ ##........ ##.....###
##......## .##....##. ##........ ##........ ....##.... ##........ ##........ ##....###.
##......## ..######.. ##........ ##........ ########## ########## ########## #########.
##......## ...####... ##........ ##........ ########## ########## ########## #######...

....##.... ########.. ..######.. ..######.. ......#### ##.....##. ##......## ##......##
...####... #########. .########. .########. ......#### ##....##.. ###....### ###.....##
..##..##.. ##.....##. ##......## ##......## ........## ##...##... ####..#### ####....##
..##..##.. ##.....##. ##........ ##........ ........## ##..##.... ##.####.## ##.##...##
.##....##. ########.. ##........ ##........ ........## #####..... ##..##..## ##..##..##
.##....##. ########.. ##........ ##....#### ........## #####..... ##......## ##..##..##
########## ##.....##. ##........ ##....#### ........## ##..##.... ##......## ##...##.##
########## ##......## ##......## ##......## ##......## ##...##... ##......## ##....####
##......## #########. .########. .########. .########. ##....##.. ##......## ##.....###
##......## ########.. ..######.. ..######.. ..######.. ##.....##. ##......## ##......##

..######.. ########.. .########. ########## ##......## ##......## ##......## ##......##
.########. #########. ########## ########## ##......## ##......## ##......## .##....##.
##......## ##......## ##......## ....##.... ##......## ##......## ##......## ..##..##..
##......## ##......## ##........ ....##.... ##......## .##....##. ##......## ...####...
##......## #########. #########. ....##.... ##......## .##....##. ##......## ....##....
##..##..## ########.. .######### ....##.... ##......## ..##..##.. ##..##..## ....##....
##...##.## ##.##..... ........## ....##.... ##......## ..##..##.. ##.####.## ...####...
##....#### ##..##.... ##......## ....##.... ##......## ...####... ####..#### ..##..##..
.######### ##...##... ########## ....##.... .########. ...####... ###....### .##....##.
..####..## ##....##.. .########. ....##.... ..######.. ....##.... ##......## ##......##
"""


def read(text):
    """The letters of banks of letters side by side, as rows of -1 and +1."""
    found = []
    for bank in text.strip().split("\n\n"):
        for letter in zip(*(line.split() for line in bank.splitlines()), strict=True):
            found.append([1.0 if mark == "#" else -1.0 for line in letter for mark in line])
    return np.array(found)


#: (24, 100): the eight letters of the chapter and sixteen others
LETTERS = read(PICTURES)
#: the share of pixels that is right in the end, in the mean over sets of letters
ENOUGH = 0.97


def weights_of(student, patterns):
    W = student.restore(patterns)
    N = len(patterns[0])
    expect_shape(W, (N, N), "restore")
    W = np.asarray(W, dtype=float)
    expect(bool(np.all(np.isfinite(W))), "restore", "all weights are finite numbers")
    return W


def settled(W, S, rng):
    """Where recall ends from each row of ``S``, all in the same random orders.

    Rows know nothing of each other, so each ends as if it were alone.
    """
    S = S.copy()
    for _ in range(100):
        before = S.copy()
        for i in rng.permutation(S.shape[1]):
            field = S @ W[i]
            S[:, i] = np.where(field == 0, S[:, i], np.sign(field))
        if np.array_equal(S, before):
            break
    return S


def share_restored(student, rng):
    """The share of right pixels after recall, over six sets of eight letters."""
    shares = []
    for _ in range(6):
        letters = LETTERS[rng.choice(len(LETTERS), size=8, replace=False)]
        W = weights_of(student, letters)
        copies = np.repeat(letters, 4, axis=0)
        flipped = np.argsort(rng.random(copies.shape), axis=1) < 20
        shares.append(np.mean(settled(W, np.where(flipped, -copies, copies), rng) == copies))
    return float(np.mean(shares))


# 0.2 s; 0.2 s of 5 s
@check("restore", points=1)
def returns_symmetric_weights_without_a_diagonal(student, rng):
    for patterns in (LETTERS[rng.choice(24, size=8, replace=False)], signs(rng, (3, 30))):
        weights_of(student, patterns.astype(int).tolist())
        W = weights_of(student, patterns)
        size = np.max(np.abs(W))
        expect(size > 0, "restore", "the weights are not all zero")
        symmetric = np.max(np.abs(W - W.T)) <= 1e-8 * size
        expect(bool(symmetric), "restore", "W is symmetric")
        hollow = np.max(np.abs(np.diag(W))) <= 1e-12 * size
        expect(bool(hollow), "restore", "the diagonal of W is zero")
        settled = np.mean(patterns * (patterns @ W) >= 0)
        expect(settled >= 0.8, "restore", "most units of a stored pattern agree with their field")


# 0.6 s; 0.6 s of 15 s
@check("restore", points=3, patience=3)
def brings_back_letters_with_a_fifth_of_their_pixels_flipped(student, rng):
    share = share_restored(student, rng)
    if not share >= ENOUGH:
        facts = (
            Fact("rule", f"{ENOUGH} or more of the pixels are right after recall"),
            Fact("got", f"{share:.3f} of the pixels of eight letters, over six sets"),
        )
        raise CheckFailed("restore", "rule", facts)
