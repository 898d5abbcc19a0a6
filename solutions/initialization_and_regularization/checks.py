"""What is graded: initialization and regularization."""

import math

import numpy as np

from autograder.checks import (
    check,
    expect,
    expect_agrees,
    expect_backward,
    expect_close,
    expect_distribution,
    expect_frequencies,
    expect_gradient,
    expect_mean,
    expect_parts,
    expect_raises,
    expect_reproducible,
    expect_robust,
    expect_shape,
    expect_stable,
)
from autograder.checks.inputs import ARRAYS, SHAPES, nonzero, shapes

from . import reference

#: (n, d) of batches: with a single sample nothing depends on it
BATCHES = [(n, d) for n, d in SHAPES if n > 1]


# --- initializers ----------------------------------------------------------------------


def weights_of(initializer, fan_in, fan_out, rng):
    weights = initializer(fan_in, fan_out, rng.spawn(1)[0])
    expect_shape(weights, (fan_in, fan_out), initializer.name)
    return np.asarray(weights, dtype=float)


def expect_independent(weights, name):
    """Signs of neighbors, and of one half and the other, are of four equally likely pairs."""
    positive, half = weights > 0, len(weights) // 2
    for first, second in (
        (positive[:, ::2], positive[:, 1::2]),
        (positive[::2], positive[1::2]),
        (positive[:half], positive[half:]),
    ):
        pairs = np.bincount((2 * first + second).ravel(), minlength=4)
        expect_frequencies(pairs, [1 / 4] * 4, name, what="signs of two weights")


@check("initializers", points=1.5)
def are_uniform_with_the_variance_of_xavier(student, rng):
    for fan_in, fan_out in ((100, 160), (250, 64), (1, 4), (3, 1)):
        weights = weights_of(student.xavier_uniform, fan_in, fan_out, rng)
        if weights.size < 1000:  # few weights a time, so many times
            weights = [weights_of(student.xavier_uniform, fan_in, fan_out, rng) for _ in range(300)]
        else:
            expect_independent(weights, "xavier_uniform")
        a = math.sqrt(6 / (fan_in + fan_out))

        def uniform(w, a=a):
            return np.clip((w + a) / (2 * a), 0.0, 1.0)

        expect_distribution(weights, uniform, "xavier_uniform", what=f"{fan_in} inputs")
        expect_mean(weights, 0.0, -a, a, "xavier_uniform")
    expect_reproducible(student.xavier_uniform, 3, 4, rng=rng)


@check("initializers", points=1.5)
def are_normal_with_the_variance_of_he(student, rng):
    for fan_in, fan_out in ((100, 160), (250, 64), (1, 4), (3, 1), (1, 1)):
        weights = weights_of(student.he_normal, fan_in, fan_out, rng)
        if weights.size < 1000:
            weights = [weights_of(student.he_normal, fan_in, fan_out, rng) for _ in range(300)]
        else:
            expect_independent(weights, "he_normal")

        def normal(w, fan_in=fan_in):
            erf = np.array([math.erf(v) for v in np.ravel(w) / math.sqrt(4 / fan_in)])
            return (1 + erf) / 2

        expect_distribution(weights, normal, "he_normal", what=f"{fan_in} inputs")
    expect_reproducible(student.he_normal, 3, 4, rng=rng)


# --- forward_variances -----------------------------------------------------------------


def drawn(fan_in, fan_out, rng):
    """Weights that tell their layer's shape and depend on the generator."""
    return rng.normal(0.1, 1.0, size=(fan_in, fan_out)) / fan_in


def expect_same_variances(student, sizes, init, activation, X, seed):
    """Compare with the reference, each with a generator of its own in the same state."""
    expected = reference.forward_variances(sizes, init, activation, X, np.random.default_rng(seed))
    got = student.forward_variances(sizes, init, activation, X, np.random.default_rng(seed))
    given = {"sizes": sizes, "X": X}
    expect_close(got, expected, "forward_variances", given=given)


@check("forward_variances", points=1)
def are_those_after_each_activation(student, rng):
    for sizes, n in (
        ([4, 3, 5, 2], 6),
        ([3, 7], 1),
        ([2, 2, 2], 3),
        ([5, 1, 4], 4),
        ([1, 6, 1], 2),
    ):
        X = 2 + rng.normal(size=(n, sizes[0]))
        for activation in (np.tanh, np.abs, lambda z: 3 * z + 1):
            seed = int(rng.integers(2**31))
            expect_same_variances(student, sizes, drawn, activation, X, seed)


@check("forward_variances", points=1)
def follow_the_signal_through_twenty_layers(student, rng):
    sizes, seed = [12] * 21, int(rng.integers(2**31))
    X = rng.normal(size=(5, 12))
    for init in (reference.he_normal, reference.xavier_uniform):
        expect_same_variances(student, sizes, init, lambda z: np.maximum(z, 0.0), X, seed)
    whole = rng.integers(-2, 3, size=(4, 3))
    expect_same_variances(student, [3, 2, 2], drawn, np.tanh, whole, seed)
    expect_same_variances(student, (3, 2, 2), drawn, np.tanh, whole.tolist(), seed)


# --- penalties -------------------------------------------------------------------------


@check("penalties", points=1)
def have_the_values_of_the_two_norms(student, rng):
    for name in ("l1_penalty", "l2_penalty"):
        same = student[name], getattr(reference, name)
        for shape in ARRAYS:
            w, lam = rng.normal(size=shape), float(rng.uniform(0.3, 3.0))
            expect_agrees(*same, w, lam)
            expect_agrees(*same, w, 0.0)
        expect_robust(*same, rng.choice([-3.0, -1.0, 2.0], size=(2, 3)), 0.7)


@check("penalties", points=1)
def have_gradients_that_are_their_derivatives(student, rng):
    for shape in ARRAYS:
        # cut to an integer, lam is not 1, which a forgotten lam would be taken for
        w, lam = nonzero(rng, shape), float(rng.uniform(2.1, 2.9))
        expect_gradient(student.l1_gradient, of=reference.l1_penalty, at=(w, lam))
        expect_gradient(student.l2_gradient, of=reference.l2_penalty, at=(w, lam))
    for name in ("l1_gradient", "l2_gradient"):
        same = student[name], getattr(reference, name)
        expect_agrees(*same, np.array([0.0, 1.5, 0.0, -2.0, 1e-12]), 0.7)
        expect_robust(*same, rng.choice([-3.0, 0.0, 2.0], size=(2, 3)), 0.7)
        expect_robust(*same, rng.choice([-3.0, 0.0, 2.0], size=4), 2)


# --- soft_threshold --------------------------------------------------------------------


@check("soft_threshold", points=1)
def moves_every_weight_toward_zero_and_no_farther(student, rng):
    same = student.soft_threshold, reference.soft_threshold
    for shape in ARRAYS:
        expect_agrees(*same, rng.normal(size=shape), float(rng.uniform(0.2, 0.8)))
    expect_agrees(*same, 3 * nonzero(rng, 7), 0.1)
    expect_agrees(*same, rng.uniform(-1, 1, size=5), 1.0)  # all become zero
    expect_agrees(*same, np.array([1.0, -1.0, 0.0, 1.5, -1.5, 0.5]), 1.0)
    expect_agrees(*same, rng.normal(size=4), 0.0)
    expect_robust(*same, rng.choice([-3.0, -1.0, 0.0, 2.0], size=(2, 3)), 0.75)


@check("soft_threshold", points=1)
def minimizes_distance_plus_penalty(student, rng):
    t = float(rng.uniform(0.2, 0.8))
    w = rng.permutation([0.5 * t, -0.5 * t, 2 * t, -2 * t, *rng.normal(size=8)])
    found = student.soft_threshold(w, t)
    expect_shape(found, (12,), "soft_threshold")

    def cost(v):
        return (np.asarray(v, dtype=float) - w) ** 2 / 2 + t * np.abs(v)

    for other in (0 * w, w, w - t, w + t, *(found + step for step in (1e-3, -1e-3, 0.1, -0.1))):
        rule = "no other number has a smaller (v - w)**2 / 2 + t |v|, for any of the weights"
        expect(bool(np.all(cost(found) <= cost(other) + 1e-12)), "soft_threshold", rule)


# --- dropout ---------------------------------------------------------------------------


@check("dropout", points=1.5)
def drops_each_entry_on_its_own_and_keeps_the_mean(student, rng):
    for p in (0.25, float(rng.uniform(0.3, 0.45)), 0.5, 0.8):
        X = rng.normal(size=(160, 100))
        X[:40] = 0.0  # dropped or not cannot be read off a zero
        out, mask = parts(student.dropout_forward(X, p, rng.spawn(1)[0]), X.shape)
        expect_close(out, X * mask, "dropout_forward", what="out", given={"X": X, "p": p})
        dropped = mask == 0
        kept = np.where(dropped, 1 / (1 - p), mask)
        expect_close(kept, np.full(X.shape, 1 / (1 - p)), "dropout_forward", what="mask")
        counts = [int(dropped.sum()), int((~dropped).sum())]
        expect_frequencies(counts, [p, 1 - p], "dropout_forward", what="dropped, kept")
        # neighbors in a row, and in a column: both, the first, the second, none
        pairs = [p * p, p * (1 - p), (1 - p) * p, (1 - p) ** 2]
        for first, second in (
            (dropped[:, ::2], dropped[:, 1::2]),
            (dropped[::2], dropped[1::2]),
            (dropped[:80], dropped[80:]),
        ):
            code = 3 - 2 * first - second
            expect_frequencies(
                np.bincount(code.ravel(), minlength=4), pairs, "dropout_forward", what="neighbors"
            )
    # how many of four are dropped is left to chance too
    few = [student.dropout_forward(X[:2, :2], 0.5, rng.spawn(1)[0]) for _ in range(100)]
    counts = np.bincount([np.sum(parts(pair, (2, 2))[1] == 0) for pair in few], minlength=5)
    chances = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16]
    expect_frequencies(counts, chances, "dropout_forward", what="how many of four are dropped")
    expect_reproducible(student.dropout_forward, X, 0.5, rng=rng)


def parts(result, shape):
    """``out`` and ``mask`` of a dropout, of the right shape, as floats."""
    for part in expect_parts(result, 2, "dropout_forward"):
        expect_shape(part, shape, "dropout_forward")
    return tuple(np.asarray(part, dtype=float) for part in result)


@check("dropout", points=0.5)
def refuses_an_impossible_probability_and_takes_lists(student, rng):
    X = np.array([[1.0, -2.0, 3.0], [0.0, 5.0, -1.0]])
    for p in (1.0, 1, -0.1, float(rng.uniform(1.1, 3.0))):
        generator = rng.spawn(1)[0]
        expect_raises(ValueError, student.dropout_forward, X, p, generator, mentions="p")

    def nothing_dropped(X):
        return student.dropout_forward(X, 0.0, np.random.default_rng(1))

    nothing_dropped.__name__ = "dropout_forward"
    expect_robust(nothing_dropped, lambda X: (np.array(X, float), np.ones((2, 3))), X)
    for shape in ((7,), (2, 3, 4), (1, 1)):
        X = rng.integers(1, 9, size=shape)
        out, mask = parts(student.dropout_forward(X, 0.5, rng.spawn(1)[0]), shape)
        expect_close(out, X * mask, "dropout_forward", what="out")


@check("dropout", points=1)
def goes_back_through_the_same_mask(student, rng):
    same = student.dropout_backward, reference.dropout_backward
    for shape in ((6, 4), (5,), (2, 3, 4)):
        mask = reference.dropout_forward(np.ones(shape), 0.4, rng)[1]
        expect_agrees(*same, rng.normal(size=shape), mask)
    mask = np.array([[0.0, 2.0, 2.0], [2.0, 0.0, 0.0]])
    expect_robust(*same, rng.choice([-3.0, 1.0, 2.0], size=(2, 3)), mask)


# --- batchnorm -------------------------------------------------------------------------


def batch(rng, n, d):
    """Inputs whose columns differ in place and spread, scales of either sign, shifts."""
    X = rng.normal(size=(n, d)) * rng.uniform(0.5, 3.0, size=d) + rng.normal(size=d)
    return X, nonzero(rng, d), rng.normal(size=d)


def output_of(student):
    """The student's forward pass without its cache."""

    def forward(X, gamma, beta, eps=1e-5):
        result = student.batchnorm_forward(X, gamma, beta, eps)
        return expect_parts(result, 2, "batchnorm_forward")[0]

    forward.__name__ = "batchnorm_forward"
    return forward


def right_output(X, gamma, beta, eps=1e-5):
    return reference.batchnorm_forward(X, gamma, beta, eps)[0]


@check("batchnorm", points=1.5)
def standardizes_each_column_then_scales_and_shifts(student, rng):
    same = output_of(student), right_output
    for n, d in shapes(rng):
        expect_agrees(*same, *batch(rng, n, d))
        expect_agrees(*same, *batch(rng, n, d), 0.3)
    X, gamma, beta = batch(rng, 5, 3)
    X[:, 1] = 2.0  # a constant column
    expect_stable(*same, X, gamma, beta, rtol=1e-8)
    # far from zero, the mean of the squares less the square of the mean has lost its digits
    expect_agrees(*same, 1e6 + rng.normal(size=(6, 3)), gamma, beta, rtol=1e-7, atol=1e-7)
    # spreads of the size of the default eps, so that it shows
    expect_agrees(*same, 3e-3 * rng.normal(size=(6, 3)), gamma, beta)
    X = rng.choice([-3.0, -1.0, 2.0, 4.0], size=(5, 3))
    X[0] = [5.0, -5.0, 6.0]
    expect_robust(*same, X, np.array([2.0, -1.0, 3.0]), np.array([1.0, 0.0, -2.0]))


@check("batchnorm", points=1.5)
def goes_back_through_mean_and_spread(student, rng):
    for n, d in BATCHES:
        expect_backward(
            student.batchnorm_backward,
            of=reference.batchnorm_forward,
            at=batch(rng, n, d),
            upstream=rng,
            wrt=("X", "gamma", "beta"),
            cache=student.batchnorm_forward,
        )


@check("batchnorm", points=1)
def goes_back_where_eps_matters_and_with_one_sample(student, rng):
    forward, backward = student.batchnorm_forward, student.batchnorm_backward
    for n, d, eps in ((5, 3, 0.5), (1, 3, 1e-2), (4, 1, 2.0)):
        X, gamma, beta = batch(rng, n, d)
        dout = rng.normal(size=(n, d))
        for given in (dout, dout.tolist()):
            result = forward(X, gamma, beta, eps)
            expect_parts(result, 2, "batchnorm_forward")
            forward(*batch(rng, n, d))  # another batch in between changes no cache
            cache = reference.batchnorm_forward(X, gamma, beta, eps)[1]
            expected = reference.batchnorm_backward(dout, cache)
            # with one sample nothing depends on X
            expect_close(backward(given, result[1]), expected, "batchnorm_backward", atol=1e-10)


# --- early_stopping --------------------------------------------------------------------


@check("early_stopping", points=1)
def keeps_the_lowest_loss_seen_in_time(student, rng):
    same = student.early_stopping, reference.early_stopping
    for n, patience in ((30, 3), (30, 5), (40, 2), (12, 1), (15, 40), (1, 1), (2, 1)):
        steps = rng.normal(-0.05, 1.0, size=n)
        expect_agrees(*same, np.cumsum(steps), patience)
        expect_agrees(*same, rng.normal(size=n), patience)
        # large losses, and small differences: lower is lower
        expect_agrees(*same, 1e9 + rng.normal(size=n), patience)
        expect_agrees(*same, 1 + 1e-9 * np.cumsum(steps), patience)
        expect_agrees(*same, np.sort(rng.normal(size=n))[::-1], patience)  # ever lower
    # failures that are not in a row
    losses = np.ravel([(low, low + 1.5) for low in range(9, 0, -1)]) + rng.uniform(0, 0.4)
    for patience in (2, 3, 5):
        expect_agrees(*same, losses, patience)
    # a lower one comes just in time, and one step too late
    for patience in (1, 2, 3, 6):
        for late in (-1, 0, 1):
            losses = [5.0, 4.0, *[4.5] * (patience + late), 3.0, 3.5]
            expect_agrees(*same, losses, patience)
            expect_agrees(*same, [*losses, *[4.0] * patience, 1.0], patience)
    # each lower one gives all of the patience back
    for patience in (3, 4, 6):
        waits = [wait for low in (3.0, 2.0, 1.0) for wait in (low, *[4.5] * (patience - 1))]
        expect_agrees(*same, [4.0, *[4.5] * (patience - 1), *waits, 0.5], patience)


@check("early_stopping", points=1)
def takes_the_first_of_equal_losses(student, rng):
    same = student.early_stopping, reference.early_stopping
    for patience in (3, 4):
        expect_agrees(*same, np.array([2.0, 1.0, 1.0, 1.0, 1.0, 0.5]), patience)
    expect_agrees(*same, np.repeat([5.0, 4.0, 3.0, 2.0, 1.0], 2), 2)
    expect_agrees(*same, np.array([1.0, 3.0, 2.0, 2.0, 1.0, 0.0]), 3)
    for patience in (2, 3, 8):
        for _ in range(4):
            expect_agrees(*same, rng.integers(0, 6, size=25).astype(float), patience)
    expect_robust(*same, rng.permutation([3.0, 1.0, 1.0, 2.0, 5.0, 0.0]), 2)
    expect_agrees(*same, np.array([-1.0, -3.0, -2.0, -2.5]), 2)
