"""What is graded: initialization."""

import contextlib
import math

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    Hint,
    check,
    expect,
    expect_agrees,
    expect_backward,
    expect_close,
    expect_distribution,
    expect_frequencies,
    expect_mean,
    expect_parts,
    expect_reproducible,
    expect_robust,
    expect_shape,
    expect_stable,
)
from autograder.checks.inputs import SHAPES, nonzero, shapes

from ..backpropagation.reference import mlp_forward
from . import reference

HINTS = ("suspect", "signal")

#: (n, d) of batches: with a single sample nothing depends on it
BATCHES = [(n, d) for n, d in SHAPES if n > 1]


@contextlib.contextmanager
def explained(causes):
    """Give the first of ``causes``, texts that may be made when asked, to whatever fails inside."""
    try:
        yield
    except CheckFailed as failed:
        if text := next(iter(causes), None):
            failed.explain(Hint("suspect", text))
        raise


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


#: standard deviations that wrong answers give the weights, by fan-in and fan-out
XAVIER_SPREADS = {
    "the limit is the standard deviation you want": lambda d, m: math.sqrt(2 / (3 * (d + m))),
    "the limit is the variance you want": lambda d, m: 2 / (math.sqrt(3) * (d + m)),
    "the root is missing in the limit": lambda d, m: 6 / (math.sqrt(3) * (d + m)),
    "the two fans are multiplied, not added": lambda d, m: math.sqrt(2 / (d * m)),
    "only the fan-in counts": lambda d, m: math.sqrt(2 / d),
    "only the fan-in counts, and the 2 is missing": lambda d, m: math.sqrt(1 / d),
    "only the fan-out counts": lambda d, m: math.sqrt(2 / m),
    "the root is taken of the numerator only": lambda d, m: math.sqrt(2) / (d + m),
    "the variance is half of what is asked for": lambda d, m: math.sqrt(1 / (d + m)),
    "the variance is twice what is asked for": lambda d, m: math.sqrt(4 / (d + m)),
}
HE_SPREADS = {
    "the factor 2 is missing": lambda d, m: math.sqrt(1 / d),
    "the variance is handed over as the standard deviation": lambda d, m: 2 / d,
    "you divide by the fan-out, not by the fan-in": lambda d, m: math.sqrt(2 / m),
    "the variance is that of Xavier, which contains both fans": (
        lambda d, m: math.sqrt(2 / (d + m))
    ),
    "the root is taken of the numerator only": lambda d, m: math.sqrt(2) / d,
    "the weights are not scaled at all": lambda d, m: 1.0,
    "the weights are divided by the fan-in, not by a root": lambda d, m: 1 / d,
    "the variance is twice what is asked for": lambda d, m: math.sqrt(4 / d),
}


def causes_of(weights, spreads, right, is_uniform):
    """Yield, in words, what explains these weights of one layer."""
    spread = weights.std()
    if np.all(weights == weights[:1]) or np.all(weights == weights[:, :1]):
        yield "one row or one column is drawn and repeated, so the weights are not independent"
    if np.all(weights >= 0) or np.all(weights <= 0):
        yield "all weights have the same sign, so their mean is not 0"
    for text, wrong in spreads.items():
        if math.isclose(spread, wrong(*weights.shape), rel_tol=0.03):
            yield text
    if math.isclose(spread, right, rel_tol=0.03):
        looks_uniform = np.abs(weights).max() < 1.8 * spread
        if looks_uniform != is_uniform:
            drawn = "uniform numbers, where normal" if looks_uniform else "others than the uniform"
            yield f"you draw {drawn} ones are asked for"


@check("initializers", points=1.5)
def are_uniform_with_the_variance_of_xavier(student, rng):
    expect_reproducible(student.xavier_uniform, 3, 7, rng=rng)
    for fan_in, fan_out in ((100, 160), (250, 64), (1, 4), (3, 1)):
        weights = weights_of(student.xavier_uniform, fan_in, fan_out, rng)
        a = math.sqrt(6 / (fan_in + fan_out))
        causes = causes_of(weights, XAVIER_SPREADS, a / math.sqrt(3), is_uniform=True)

        def uniform(w, a=a):
            return np.clip((w + a) / (2 * a), 0.0, 1.0)

        if weights.size < 1000:  # few weights a time, so many times
            weights = [weights_of(student.xavier_uniform, fan_in, fan_out, rng) for _ in range(300)]
            causes = ()
        with explained(causes):
            expect_distribution(weights, uniform, "xavier_uniform", what=f"{fan_in} inputs")
            expect_mean(weights, 0.0, -a, a, "xavier_uniform")
            if np.ndim(weights) == 2:
                expect_independent(weights, "xavier_uniform")


@check("initializers", points=1.5)
def are_normal_with_the_variance_of_he(student, rng):
    expect_reproducible(student.he_normal, 3, 7, rng=rng)
    for fan_in, fan_out in ((100, 160), (250, 64), (1, 4), (3, 1), (1, 1)):
        weights = weights_of(student.he_normal, fan_in, fan_out, rng)
        causes = causes_of(weights, HE_SPREADS, math.sqrt(2 / fan_in), is_uniform=False)

        def normal(w, fan_in=fan_in):
            erf = np.array([math.erf(v) for v in np.ravel(w) / math.sqrt(4 / fan_in)])
            return (1 + erf) / 2

        if weights.size < 1000:
            weights = [weights_of(student.he_normal, fan_in, fan_out, rng) for _ in range(300)]
            causes = ()
        with explained(causes):
            expect_distribution(weights, normal, "he_normal", what=f"{fan_in} inputs")
            if np.ndim(weights) == 2:
                expect_independent(weights, "he_normal")


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
        ([5, 3, 7, 10], 9),
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
        expect_agrees(*same, *batch(rng, n, d), 0.37)
        expect_agrees(*same, *batch(rng, n, d))
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


# --- running statistics ----------------------------------------------------------------


def averages(rng, d):
    """Running means and variances of ``d`` columns."""
    return rng.normal(size=d), rng.uniform(0.3, 3.0, size=d)


@check("running_statistics", points=1)
def weigh_what_was_there_against_the_batch(student, rng):
    same = student.running_statistics, reference.running_statistics
    for (n, d), momentum in zip(shapes(rng), (0.83, 0.37, 0.61, 0.97, 0.0, 1.0) * 2):
        X = batch(rng, n, d)[0]
        expect_agrees(*same, *averages(rng, d), X, momentum)
        expect_agrees(*same, *averages(rng, d), X)
    X = rng.choice([-3.0, -1.0, 2.0, 4.0], size=(5, 3))
    X[0] = [5.0, -5.0, 6.0]
    expect_robust(*same, np.array([2.0, -1.0, 3.0]), np.array([1.0, 5.0, 2.0]), X, 0.7)


@check("batchnorm_test", points=1)
def standardizes_with_the_running_statistics(student, rng):
    same = student.batchnorm_test, reference.batchnorm_test
    for n, d in shapes(rng):
        X, gamma, beta = batch(rng, n, d)
        expect_agrees(*same, X, gamma, beta, *averages(rng, d), 0.37)
        expect_agrees(*same, X, gamma, beta, *averages(rng, d))
    # variances of the size of the default eps, so that it shows
    X, gamma, beta = batch(rng, 6, 3)
    expect_agrees(*same, 3e-3 * X, gamma, beta, 3e-3 * rng.normal(size=3), np.full(3, 9e-6))
    X = rng.choice([-3.0, -1.0, 2.0, 4.0], size=(5, 3))
    at = np.array([2.0, -1.0, 3.0]), np.array([1.0, 0.0, -2.0])
    expect_robust(*same, X, *at, np.array([1.0, -2.0, 0.0]), np.array([1.0, 5.0, 2.0]))


# --- train_deep ------------------------------------------------------------------------

LAYERS = 21


def rings(rng, n):
    """Points on two rings of radius 1 and 2 with noise 0.1, and which ring each is on."""
    ring = rng.permutation(np.arange(n) % 2)
    angle = rng.uniform(0, 2 * np.pi, size=n)
    X = np.stack([np.cos(angle), np.sin(angle)], axis=1) * (1 + ring[:, np.newaxis])
    return X + 0.1 * rng.normal(size=(n, 2)), ring


def trained(student, X, y, rng):
    """The network that ``train_deep`` returns, after a look at its form."""
    params, activation = expect_parts(student.train_deep(X, y, rng), 2, "train_deep")
    rule = "the activation comes back by its name"
    expect(activation in ("relu", "sigmoid", "tanh"), "train_deep", rule)
    is_list = isinstance(params, (list, tuple))
    rule = f"the parameters are a list of {LAYERS} pairs (W, b), one for each layer"
    got = f", and not of {len(params)}" if is_list else ""
    expect(is_list and len(params) == LAYERS, "train_deep", rule + got)
    width, layers = 2, []
    for pair in params:
        W, b = (np.asarray(part, dtype=float) for part in expect_parts(pair, 2, "train_deep"))
        rule = "each W is (fan_in, fan_out) and fits the layer before it, each b is (fan_out,)"
        fits = W.ndim == 2 and W.shape[0] == width and b.shape == W.shape[1:]
        expect(fits, "train_deep", rule)
        layers.append((W, b))
        width = W.shape[1]
    expect(width == 2, "train_deep", f"there are two outputs, and not {width}")
    return layers, activation


def on_signals(params, activation, X):
    """Yield what became of the differences between samples on their way through the layers."""
    _, inputs = mlp_forward(params, X, activation)
    first, last = (np.mean(np.var(inputs[layer], axis=0)) for layer in (1, LAYERS - 1))
    if not np.isfinite(last):
        yield Hint("signal", "the parameters or activations are too large to be numbers")
    elif last < 1e-4 * first:
        text = "samples can hardly be told apart in the last hidden layer: the variance of a unit"
        yield Hint(
            "signal", f"{text} over the samples is {first:.1e} in the first, {last:.1e} there"
        )


@check("train_deep", points=4, patience=4)
def tells_two_rings_apart_through_all_layers(student, rng):
    X, ring = rings(rng, 400)
    new_X, new_ring = rings(rng, 1000)
    inner = int(rng.integers(2))  # the class of the inner ring
    for _ in range(3):  # of 150 starts of the reference four missed it, one of them at 0.5
        seed = rng.integers(2**32)
        params, activation = trained(student, X, ring ^ inner, np.random.default_rng(seed))
        with np.errstate(all="ignore"):
            output, _ = mlp_forward(params, new_X, activation)
            hints = tuple(on_signals(params, activation, new_X))
        share = np.mean(output.argmax(axis=1) == new_ring ^ inner)
        if np.all(np.isfinite(output)) and share >= 0.95:
            return
    facts = (
        Fact("rule", "0.95 or more of the points that it has not seen are on the ring it says"),
        Fact("got", f"{share:.3f} of {len(new_X)} points"),
    )
    raise CheckFailed("train_deep", "rule", facts, hints=hints)


@check("train_deep", points=1, patience=4)
def returns_a_network_that_rng_alone_decides(student, rng):
    X, ring = rings(rng, 40)
    seed = rng.integers(2**32)
    (one, _), (same, _) = (
        trained(student, *given, np.random.default_rng(seed))
        for given in ((X, ring), (X.tolist(), ring.tolist()))
    )
    for first, second in zip(one, same):
        for a, b in zip(first, second):
            rule = "the same points and rng give the same network, from lists as from arrays"
            expect(np.array_equal(a, b, equal_nan=True), "train_deep", rule)
    (other, _) = trained(student, X, ring, np.random.default_rng(seed + 1))
    rule = "another rng gives other weights"
    expect(any(not np.array_equal(a[0], b[0]) for a, b in zip(one, other)), "train_deep", rule)
