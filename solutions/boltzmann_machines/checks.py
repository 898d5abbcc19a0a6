"""What is graded in the chapter on Boltzmann machines."""

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_gradient,
    expect_parts,
    expect_reproducible,
    expect_robust,
    expect_shape,
    expect_stable,
)
from autograder.checks.inputs import nonzero, whole

from . import reference

#: visible and hidden units: more of these, more of those, as many, and what is special
SIZES = ((5, 3), (3, 6), (5, 5), (1, 3), (5, 1), (1, 1))
#: how often a bound on random answers fails a right one, at most (Hoeffding 1963, theorem 1)
FALSE_ALARM_RATE = 1e-7


def bits(rng, *size):
    """States of units, 0.0 or 1.0."""
    return rng.integers(2, size=size).astype(float)


def machine(rng, d, m, size=1.0):
    """Weights and biases, none of them small or round."""
    return nonzero(rng, (d, m)) * size, nonzero(rng, d) * size, nonzero(rng, m) * size


def cold(rng, d, m):
    """A machine without chance: no field of a unit is smaller than 50, in no state."""
    W = 100 * whole(rng, (d, m))
    return W, 50.0 + 100 * whole(rng, d), 50.0 + 100 * whole(rng, m)


def states(n):
    return (1.0 + reference.enumerate_states(n)) / 2.0


# --- energies ---


@check("rbm_energy", points=1)
def is_the_energy_of_one_state_or_of_many(student, rng):
    same = student.rbm_energy, reference.rbm_energy
    for d, m in SIZES:
        W, b, c = machine(rng, d, m)
        expect_agrees(*same, np.ones(d), np.ones(m), W, b, c)
        expect_agrees(*same, bits(rng, d), bits(rng, m), W, b, c)
        expect_agrees(*same, bits(rng, 7, d), bits(rng, 7, m), W, b, c)
    expect_agrees(*same, np.ones((1, 5)), np.ones((1, 3)), *machine(rng, 5, 3, 1e4))
    W, b, c = whole(rng, (5, 3)), whole(rng, 5), whole(rng, 3)
    expect_robust(*same, bits(rng, 7, 5), bits(rng, 7, 3), W, b, c)


@check("rbm_free_energy", points=1.5)
def sums_the_hidden_units_away(student, rng):
    same = student.rbm_free_energy, reference.rbm_free_energy
    for d, m in SIZES:
        W, b, c = machine(rng, d, m)
        expect_agrees(*same, bits(rng, 7, d), W, b, c)
        expect_agrees(*same, np.ones(d), W, b, c)
    expect_agrees(*same, bits(rng, 6, 10), *machine(rng, 10, 60))
    expect_robust(*same, bits(rng, 7, 5), whole(rng, (5, 3)), whole(rng, 5), whole(rng, 3))


@check("rbm_free_energy", points=0.5)
def stands_huge_weights(student, rng):
    same = student.rbm_free_energy, reference.rbm_free_energy
    for size in (1e4, 800.0):
        expect_stable(*same, bits(rng, 7, 5), *machine(rng, 5, 3, size))


# --- one layer given the other ---


def is_logistic_in_the_other_layer(name, visible):
    def asked(student, rng):
        same = getattr(student, name), getattr(reference, name)
        for d, m in SIZES:
            W, b, c = machine(rng, d, m)
            given, bias = (m, b) if visible else (d, c)
            expect_agrees(*same, bits(rng, 7, given), W, bias)
            expect_agrees(*same, bits(rng, given), W, bias)
        W, b, c = machine(rng, 5, 3, 1e4)
        expect_stable(*same, bits(rng, 7, 3 if visible else 5), W, b if visible else c)
        W, given = whole(rng, (5, 3)), 3 if visible else 5
        expect_robust(*same, bits(rng, 7, given), W, whole(rng, 8 - given))

    return asked


for exercise, points in (("hidden_probability", 1.0), ("visible_probability", 0.5)):
    check(exercise, points, name=f"is_the_probability_of_each_unit_of_the_layer_{exercise[0]}")(
        is_logistic_in_the_other_layer(exercise, exercise.startswith("visible"))
    )


# --- likelihood and its gradient ---


@check("exact_log_likelihood", points=1.5)
def is_the_mean_over_the_rows(student, rng):
    same = student.exact_log_likelihood, reference.exact_log_likelihood
    for d, m in SIZES:
        W, b, c = machine(rng, d, m)
        expect_agrees(*same, bits(rng, 7, d), W, b, c)
        expect_agrees(*same, np.ones((1, d)), W, b, c)
    expect_robust(*same, bits(rng, 7, 5), whole(rng, (5, 3)), whole(rng, 5), whole(rng, 3))


@check("exact_log_likelihood", points=1)
def sums_over_the_smaller_layer(student, rng):
    same = student.exact_log_likelihood, reference.exact_log_likelihood
    for d, m in ((70, 5), (6, 80), (12, 40), (50, 12)):
        expect_agrees(*same, bits(rng, 7, d), *machine(rng, d, m, 0.3))


@check("exact_log_likelihood", points=0.5)
def stands_huge_energies(student, rng):
    same = student.exact_log_likelihood, reference.exact_log_likelihood
    for d, m in ((5, 3), (3, 5)):
        expect_stable(*same, bits(rng, 7, d), *machine(rng, d, m, 1e4))
        expect_stable(*same, bits(rng, 7, d), *machine(rng, d, m, 300.0))


@check("exact_gradients", points=2)
def is_the_derivative_of_the_likelihood(student, rng):
    for d, m in SIZES:
        for n in (7, 1):
            at = bits(rng, n, d), *machine(rng, d, m)
            likelihood = reference.exact_log_likelihood
            expect_gradient(student.exact_gradients, of=likelihood, at=at, wrt=("W", "b", "c"))
    numbers = whole(rng, (5, 3)), whole(rng, 5), whole(rng, 3)
    expect_robust(student.exact_gradients, reference.exact_gradients, bits(rng, 7, 5), *numbers)


@check("exact_gradients", points=1)
def averages_over_the_smaller_layer(student, rng):
    same = student.exact_gradients, reference.exact_gradients
    for d, m in ((70, 5), (6, 80), (12, 40), (50, 12)):
        expect_agrees(*same, bits(rng, 7, d), *machine(rng, d, m, 0.3))


@check("exact_gradients", points=0.5)
def stands_huge_weights_and_biases(student, rng):
    same = student.exact_gradients, reference.exact_gradients
    for d, m in ((5, 3), (3, 5)):
        expect_stable(*same, bits(rng, 7, d), *machine(rng, d, m, 1e4))


# --- contrastive divergence ---


def parts_of(answer, d, m, name="cd_gradients"):
    """The three gradients, as arrays of the right shapes."""
    expect_parts(answer, 3, name)
    for part, shape in zip(answer, ((d, m), (d,), (m,))):
        expect_shape(part, shape, name)
    return tuple(np.asarray(part, dtype=float) for part in answer)


def expect_average(got, exact, n, name, what):
    """Raise unless each of ``got`` could be a mean of n independent draws from [0, 1]."""
    got, exact = np.ravel(got), np.ravel(exact)
    q, p = np.clip(got, 0, 1), np.clip(exact, 0, 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        heads = np.where(q > 0, q * np.log(q / p), 0.0)
        tails = np.where(q < 1, (1 - q) * np.log((1 - q) / (1 - p)), 0.0)
    evidence = np.where(np.abs(q - got) > 1e-9, np.inf, n * (heads + tails))
    if not np.all(evidence <= np.log(2 * got.size / FALSE_ALARM_RATE)):
        worst = int(np.argmax(evidence))
        facts = (
            Fact("where", what),
            Fact("got", f"{got[worst]:.4f} in {n} rows"),
            Fact("expected", f"{exact[worst]:.4f}, on average", secret=True),
        )
        raise CheckFailed(name, "distribution", facts)


def chain(W, b, c, k):
    """Probabilities of each visible state k steps after each, by enumeration."""
    v, h = states(len(b)), states(len(c))
    p, q = reference.hidden_probability(v, W, c), reference.visible_probability(h, W, b)
    up = np.prod(np.where(h == 1, p[:, np.newaxis], 1 - p[:, np.newaxis]), axis=2)
    down = np.prod(np.where(v == 1, q[:, np.newaxis], 1 - q[:, np.newaxis]), axis=2)
    return np.linalg.matrix_power(up @ down, k)


def expect_statistics(student, V, W, b, c, k, after, rng, steps):
    """Raise unless the three means over the last states are those of ``after``."""
    d, m = W.shape
    dW, db, dc = parts_of(student.cd_gradients(V, W, b, c, k, rng), d, m)
    v, given = states(d), reference.hidden_probability(states(d), W, c)
    first, n = reference.hidden_probability(V, W, c), len(V)
    for got, exact, what in (
        (V.mean(axis=0) - db, after @ v, "the mean of the visible units"),
        (first.mean(axis=0) - dc, after @ given, "the mean of the hidden probabilities"),
        (V.T @ first / n - dW, (after[:, np.newaxis] * v).T @ given, "the mean of the products"),
    ):
        expect_average(got, exact, n, "cd_gradients", f"{what} after {steps}")


@check("cd_gradients", points=1.5)
def compares_the_data_with_states_that_follow(student, rng):
    # so cold that nothing is left to chance
    for d, m in SIZES:
        for n, k in ((9, 7), (7, 1), (1, 1)):
            V, W, b, c = bits(rng, n, d), *cold(rng, d, m)
            same = student.cd_gradients, reference.cd_gradients
            expect_stable(*same, V, W, b, c, k, rng.spawn(1)[0])
    at = bits(rng, 7, 5).astype(int).tolist(), *cold(rng, 5, 3)
    expect_agrees(*same, *at, 3, rng.spawn(1)[0])
    # from one row: its last visible state tells all the rest
    for d, m, k in ((5, 3, 3), (3, 6, 1), (6, 3, 5), (1, 3, 1), (5, 1, 1)):
        V, W, b, c = bits(rng, 1, d), *machine(rng, d, m)
        dW, db, dc = parts_of(student.cd_gradients(V, W, b, c, k, rng.spawn(1)[0]), d, m)
        v = V - db
        is_a_state = bool(np.all(np.minimum(np.abs(v), np.abs(v - 1)) < 1e-9))
        expect(is_a_state, "cd_gradients", "with one row, V - db is a state of units, 0 or 1")
        first, last = (reference.hidden_probability(x, W, c) for x in (V, np.round(v)))
        what = "gradient for c, given the last visible state, V - db"
        expect_close(dc, (first - last)[0], "cd_gradients", what=what)
        what = "gradient for W, given the last visible state, V - db"
        expect_close(dW, V.T @ first - v.T @ last, "cd_gradients", what=what)


@check("cd_gradients", points=1.5)
def draws_every_unit_of_every_row_for_itself(student, rng):
    for d, m, k in ((5, 3, 7), (3, 2, 1), (2, 3, 3), (3, 3, 2)):
        W, b, c = machine(rng, d, m)
        start = int(rng.integers(2**d))
        after = chain(W, b, c, k)[start]
        V = np.tile(states(d)[start], (20_000, 1))
        steps = f"{k} step{'s' * (k > 1)} from one state"
        expect_statistics(student, V, W, b, c, k, after, rng.spawn(1)[0], steps)


@check("cd_gradients", points=0.5)
def comes_to_the_gradient_of_the_likelihood_in_the_end(student, rng):
    V, W, b, c = bits(rng, 7, 5), *machine(rng, 5, 3)
    V = np.tile(V, (3000, 1))
    at = (V @ [16, 8, 4, 2, 1]).astype(int)
    after = chain(W, b, c, 60)[at].mean(axis=0)
    expect_statistics(student, V, W, b, c, 60, after, rng.spawn(1)[0], "60 steps from many states")


@check("cd_gradients", points=0.5)
def draws_from_the_generator_alone(student, rng):
    V, W, b, c = bits(rng, 30, 5), *machine(rng, 5, 3)
    generator = rng.spawn(1)[0]
    expect_reproducible(student.cd_gradients, V, W, b, c, 7, rng=generator)


# --- pseudo-likelihood ---


def of_each_bit(v, W, b, c):
    """What the estimate is for each bit of a state that may be drawn."""
    flipped = np.abs(v - np.eye(len(v)))
    rise = reference.rbm_free_energy(flipped, W, b, c) - reference.rbm_free_energy(v, W, b, c)
    return -len(v) * np.logaddexp(0.0, -rise)


# one check, so that the colleague's function earns nothing
@check("pseudo_log_likelihood", points=1)
def draws_one_bit_of_each_row(student, rng):
    name = "pseudo_log_likelihood"
    same = student.pseudo_log_likelihood, reference.pseudo_log_likelihood
    # the point: d = 1, where nothing is drawn
    for m in (3, 1):
        at = bits(rng, 7, 1), *machine(rng, 1, m)
        expect_agrees(*same, *at, rng.spawn(1)[0])
    # whatever bit is drawn, its field is the same
    V = bits(rng, 7, 5)
    V[:] = V[0]
    for size in (1e4, -1e4, 0.7, 3):
        b = size * (2 * V[0] - 1)
        expect_stable(*same, V, np.zeros((5, 3)), b, np.ones(3), rng.spawn(1)[0])
    expect_agrees(*same, V.astype(int).tolist(), np.zeros((5, 3)), b, [1, 0, 2], rng.spawn(1)[0])
    n = 20_000
    for d, m in ((5, 3), (3, 6), (6, 1)):
        v, (W, b, c) = bits(rng, d), machine(rng, d, m)
        values = of_each_bit(v, W, b, c)
        got = student.pseudo_log_likelihood([v], W, b, c, rng.spawn(1)[0])
        expect_shape(got, (), name)
        among = bool(np.min(np.abs(values - float(got))) < 1e-9 * np.abs(values).max())
        expect(among, name, "for one row it is what one of its bits gives")
        got = student.pseudo_log_likelihood(np.tile(v, (n, 1)), W, b, c, rng.spawn(1)[0])
        low, width = values.min(), np.ptp(values)
        share, exact = (float(got) - low) / width, (values.mean() - low) / width
        expect_average(share, exact, n, name, "share of the way from the lowest bit to the highest")
    V, (W, b, c) = bits(rng, 40, 5), machine(rng, 5, 3)
    expect_reproducible(student.pseudo_log_likelihood, V, W, b, c, rng=rng.spawn(1)[0])


# --- train_rbm ---

#: what the mean log-likelihood has to reach; the best that can be is -2.64
GOAL = -3.4


def bars_and_stripes(rng):
    """The 14 pictures of 3 x 3 that are bars or stripes, with pixels and rows in a drawn order."""
    rows = states(3)
    pictures = np.concatenate([np.repeat(rows, 3, axis=1), np.tile(rows, 3)])
    return rng.permutation(rng.permutation(np.unique(pictures, axis=0)), axis=1)


@check("train_rbm", points=3.5, patience=4)
def learns_bars_and_stripes(student, rng):
    reached = []
    for _ in range(2):
        V = bars_and_stripes(rng)
        W, b, c = parts_of(student.train_rbm(V, 12, rng.spawn(1)[0]), 9, 12, "train_rbm")
        finite = bool(all(np.isfinite(part).all() for part in (W, b, c)))
        expect(finite, "train_rbm", "weights and biases are finite numbers")
        reached.append(reference.exact_log_likelihood(V, W, b, c))
    if not np.mean(reached) >= GOAL:
        facts = (
            Fact("rule", f"two machines reach {GOAL} on average, of bars and stripes"),
            Fact("got", f"{np.mean(reached):.2f}, with pixels in a drawn order"),
        )
        raise CheckFailed("train_rbm", "rule", facts)


@check("train_rbm", points=0.5, patience=4)
def has_as_many_hidden_units_as_asked_for(student, rng):
    V = bits(rng, 9, 5)
    answer = student.train_rbm(V.astype(int).tolist(), 3, rng.spawn(1)[0])
    parts_of(answer, 5, 3, "train_rbm")
    expect_reproducible(student.train_rbm, V, 3, rng=rng.spawn(1)[0])
