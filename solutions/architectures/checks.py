"""What is graded in the chapter on architectures."""

import contextlib

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
    expect_gradient,
    expect_parts,
    expect_robust,
    expect_stable,
)
from autograder.checks.inputs import HUGE, layers, nonzero, whole

from . import reference

HINTS = ("memory", "suspect")


# --- a step of an LSTM -----------------------------------------------------------------


def step(rng, n, d, m, draw=None):
    """Arguments of a step: n samples of d inputs, m units."""
    draw = draw or (lambda rng, size: rng.normal(size=size))
    sizes = (n, d), (n, m), (n, m), (d, 4 * m), (m, 4 * m), 4 * m
    return tuple(draw(rng, size) for size in sizes)


def small_layers(rng):
    """Sizes as those of ``layers``, few enough for a derivative by each of the weights."""
    yield from ((7, 3, 5), (5, 1, 3), (1, 3, 5), (3, 3, 3), (7, 3, 1), (1, 1, 1))
    yield tuple(rng.choice([3, 5, 6, 7], size=3, replace=False))


def outputs(function):
    """A step without its cache, which is the student's own affair."""

    def output(x, h, c, Wx, Wh, b):
        result = function(x, h, c, Wx, Wh, b)
        return tuple(expect_parts(result, 3, "lstm_step_forward")[:2])

    output.__name__ = "lstm_step_forward"
    return output


@check("lstm_step_forward", points=1)
def has_the_new_output_and_the_new_cell(student, rng):
    same = outputs(student.lstm_step_forward), outputs(reference.lstm_step_forward)
    for n, d, m in layers(rng):
        expect_agrees(*same, *step(rng, n, d, m))
    x, _, _, *weights = step(rng, 5, 3, 7)
    expect_agrees(*same, x, np.zeros((5, 7)), np.zeros((5, 7)), *weights)


@check("lstm_step_forward", points=0.5)
def takes_lists_integers_and_huge_numbers(student, rng):
    same = outputs(student.lstm_step_forward), outputs(reference.lstm_step_forward)
    expect_robust(*same, *step(rng, 5, 3, 7, whole))
    x, h, c, Wx, Wh, b = step(rng, 10, 3, 7)
    expect_stable(*same, 1e4 * x, h, c, Wx, Wh, b)
    for huge in (rng.permutation(np.resize(HUGE, 28)), np.repeat(nonzero(rng, 4, 1e4, 1e4), 7)):
        expect_stable(*same, x, h, c, Wx, Wh, huge)
    expect_stable(*same, x, h, 1e4 * c, Wx, Wh, b)
    # the call is made in sight of warnings
    forward = student.lstm_step_forward
    forward(x, h, 1e4 * c, 1e4 * Wx, Wh, b)
    expect(not forward.warnings, "lstm_step_forward", "no overflow on the way, even for large sums")


@check("lstm_step_backward", points=3, reads_cache=True)
def passes_gradients_back_through_a_step(student, rng):
    for n, d, m in small_layers(rng):
        expect_backward(
            student.lstm_step_backward,
            of=reference.lstm_step_forward,
            at=step(rng, n, d, m),
            upstream=rng,
            wrt=("x", "h", "c", "Wx", "Wh", "b"),
            cache=student.lstm_step_forward,
        )


def through_time(forward, backward, xs, weights, dh, dc):
    """Gradients of every input, of the first state and of the weights, after all steps."""
    n, m = dh.shape
    h, c, caches = np.zeros((n, m)), np.zeros((n, m)), []
    for x in xs:
        h, c, cache = expect_parts(forward(x, h, c, *weights), 3, "lstm_step_forward")
        caches.append(cache)
    inputs, totals = [], [0.0, 0.0, 0.0]
    for cache in reversed(caches):
        back = expect_parts(backward(dh, dc, cache), 6, "lstm_step_backward")
        dx, dh, dc, *slopes = (np.asarray(part, dtype=float) for part in back)
        inputs.append(dx)
        totals = [total + slope for total, slope in zip(totals, slopes)]
    return [*inputs, dh, dc, *totals]


@check("lstm_step_backward", points=1, reads_cache=True)
def passes_gradients_back_through_many_steps(student, rng):
    for n, d, m, steps in ((5, 3, 7, 6), (3, 1, 5, 9)):
        xs = [rng.normal(size=(n, d)) for _ in range(steps)]
        weights = step(rng, n, d, m)[3:]
        dh, dc = rng.normal(size=(n, m)), rng.normal(size=(n, m))
        found, expected = (
            through_time(of.lstm_step_forward, of.lstm_step_backward, xs, weights, dh, dc)
            for of in (student, reference)
        )
        for got, right in zip(found, expected):
            expect_close(got, right, "lstm_step_backward", what="gradient after all steps")


@check("lstm_step_backward", points=0.5, reads_cache=True)
def passes_gradients_back_for_lists_and_large_numbers(student, rng):
    x, h, c, Wx, Wh, b = step(rng, 5, 3, 7)
    for at in ((x, h, c, Wx, Wh, b), (x, h, 1e4 * c, Wx, Wh, 1e4 * b)):
        cache = expect_parts(student.lstm_step_forward(*at), 3, "lstm_step_forward")[2]
        right = reference.lstm_step_forward(*at)[2]
        dh, dc = whole(rng, (5, 7)), whole(rng, (5, 7))
        for given in ((dh, dc), (dh.tolist(), dc.astype(int))):
            expected = reference.lstm_step_backward(dh, dc, right)
            found = student.lstm_step_backward(*given, cache)
            expect_close(found, expected, "lstm_step_backward", atol=1e-9)


# --- remember --------------------------------------------------------------------------

#: how long sequences are, and the share that is to be right
STEPS, LEAST = 20, 0.99


def bits(rng, n):
    return rng.integers(0, 2, size=(n, STEPS)).astype(float)


def trained(student, rng):
    """The five parts that come back, after a look at their shapes."""
    parts = expect_parts(student.remember(rng), 5, "remember")
    try:
        Wx, Wh, b, V, c = (np.asarray(part, dtype=float) for part in parts)
    except (TypeError, ValueError):
        raise CheckFailed("remember", "type", (Fact("rule", "five arrays of numbers"),)) from None
    m = V.size
    shapes = (1, 4 * m), (m, 4 * m), (4 * m,), (m,)
    fits = (Wx.shape, Wh.shape, b.shape, V.shape) == shapes and c.size == 1
    rule = "the shapes are (1, 4m), (m, 4m), (4m,), (m,) and a number, for some m"
    expect(fits, "remember", f"{rule}, and not {[a.shape for a in (Wx, Wh, b, V, c)]}")
    return Wx, Wh, b, V, c.ravel()[0]


def logits(params, X):
    Wx, Wh, b, V, c = params
    h, cell = np.zeros((len(X), len(V))), np.zeros((len(X), len(V)))
    with np.errstate(all="ignore"):
        for t in range(X.shape[1]):
            h, cell, _ = reference.lstm_step_forward(X[:, t : t + 1], h, cell, Wx, Wh, b)
        return h @ V + c


def on_memory(params, X):
    """Yield what the answers depend on, where it is not the first bit."""
    z = logits(params, X)
    if not np.all(np.isfinite(z)):
        yield Hint("memory", "the weights are too large to be numbers")
        return
    agrees = np.mean((z > 0)[:, np.newaxis] == X, axis=0)
    at = int(np.argmax(agrees))
    if at > 0 and agrees[at] > 0.9:
        yield Hint("memory", f"what it says is bit {at + 1} of the sequence, not the first one")
    if agrees[0] < 0.1:
        yield Hint("memory", "it says 0 where the first bit was 1, and 1 where it was 0")
    flipped = X.copy()
    flipped[:, 0] = 1 - flipped[:, 0]
    change = float(np.median(np.abs(logits(params, flipped) - z)))
    if change < 0.1:
        text = "it has forgotten: with another first bit and else the same sequence the logit"
        yield Hint("memory", f"{text} moves by {change:.1g}, in the median")


@check("remember", points=3, patience=4)
def says_what_the_first_bit_was(student, rng):
    X = bits(rng, 2000)
    for _ in range(3):
        params = trained(student, np.random.default_rng(rng.integers(2**32)))
        z = logits(params, X)
        share = np.mean((z > 0) == X[:, 0])
        if np.all(np.isfinite(z)) and share >= LEAST:
            return
    facts = (
        Fact("rule", f"the first bit of {LEAST:g} or more of the fresh sequences is said right"),
        Fact("got", f"{share:.3f} of {len(X)} sequences"),
    )
    raise CheckFailed("remember", "rule", facts, hints=tuple(on_memory(params, X)))


@check("remember", points=1, patience=4)
def draws_its_weights_from_rng_alone(student, rng):
    seed = int(rng.integers(2**32))
    one, same, other = (trained(student, np.random.default_rng(s)) for s in (seed, seed, seed + 1))
    rule = "the same rng gives the same weights: it is the only source of randomness"
    expect(all(np.array_equal(a, b, equal_nan=True) for a, b in zip(one, same)), "remember", rule)
    rule = "another rng gives other weights: they come from a start that is drawn"
    expect(not np.array_equal(one[0], other[0]), "remember", rule)


# --- cross layers ----------------------------------------------------------------------


def crossed(rng, n, d, draw=None):
    draw = draw or (lambda rng, size: rng.normal(size=size))
    return draw(rng, (n, d)), draw(rng, (n, d)), draw(rng, d), draw(rng, d)


SIZES = ((9, 5), (7, 3), (6, 9), (5, 5), (1, 3), (7, 1), (1, 1))


@check("cross_layer", points=0.5)
def multiplies_the_first_input_by_a_weighted_sum(student, rng):
    same = student.cross_layer_forward, reference.cross_layer_forward
    for n, d in SIZES:
        expect_agrees(*same, *crossed(rng, n, d))
    expect_robust(*same, *crossed(rng, 7, 3, whole))
    x0, x, w, b = crossed(rng, 7, 3)
    expect_stable(*same, 1e4 * x0, 1e4 * x, w, b)


@check("cross_layer", points=2)
def passes_gradients_back_through_both_factors(student, rng):
    for n, d in SIZES:
        expect_backward(
            student.cross_layer_backward,
            of=reference.cross_layer_forward,
            at=crossed(rng, n, d),
            upstream=rng,
            wrt=("x0", "x", "w", "b"),
        )


@check("cross_layer", points=0.5)
def passes_gradients_back_for_lists_and_integers(student, rng):
    same = student.cross_layer_backward, reference.cross_layer_backward
    expect_robust(*same, whole(rng, (7, 3)), *crossed(rng, 7, 3, whole))


# --- graph convolution -----------------------------------------------------------------


def graph(rng, n, weighted=True):
    """A symmetric matrix of edges; the last node of more than two has none."""
    edges = np.triu(rng.random((n, n)) < 0.5, 1)
    if n > 2:
        edges[0, 1] = edges[1, 2] = True
        edges[:, -1] = n == 3
        edges[-1] = False
        edges = np.triu(edges, 1)
    A = edges * (rng.integers(1, 4, size=(n, n)) if weighted else 1)
    return (A + A.T).astype(float)


#: nodes, features and outputs
GRAPHS = ((9, 3, 5), (7, 5, 3), (6, 6, 6), (10, 1, 3), (7, 3, 1), (3, 5, 2), (2, 3, 5), (1, 3, 5))


@check("graph_conv_forward", points=1)
def averages_over_neighbors_and_weighs(student, rng):
    same = student.graph_conv_forward, reference.graph_conv_forward
    for weighted in (False, True):
        for n, d, k in GRAPHS:
            A = graph(rng, n, weighted)
            expect_agrees(*same, A, rng.normal(size=(n, d)), rng.normal(size=(d, k)))
    expect_robust(*same, graph(rng, 7), whole(rng, (7, 3)), whole(rng, (3, 5)))
    expect_agrees(*same, 1e4 * graph(rng, 7), whole(rng, (7, 3)), 1e4 * whole(rng, (3, 5)))


@check("graph_conv_backward", points=1)
def passes_gradients_back_over_the_edges(student, rng):
    for n, d, k in GRAPHS:
        expect_backward(
            student.graph_conv_backward,
            of=reference.graph_conv_forward,
            at=(graph(rng, n, n != 9), rng.normal(size=(n, d)), rng.normal(size=(d, k))),
            upstream=rng,
            wrt=("X", "W"),
        )


@check("graph_conv_backward", points=0.5)
def passes_gradients_back_for_lists_and_integers_of_a_graph(student, rng):
    same = student.graph_conv_backward, reference.graph_conv_backward
    at = whole(rng, (7, 5)), graph(rng, 7), whole(rng, (7, 3)), whole(rng, (3, 5))
    expect_robust(*same, *at)


# --- energies --------------------------------------------------------------------------


def energies(rng, n, m, margin):
    """Energies of real and fake samples, none of them near the margin."""
    off = nonzero(rng, m, 0.1, 0.9) * margin
    return rng.uniform(0.1, 3.0, size=n), margin + off


BATCHES = ((7, 5), (5, 9), (10, 3), (5, 5), (1, 3), (3, 1), (1, 1))


@check("ebgan", points=1)
def has_both_losses(student, rng):
    same = student.ebgan_losses, reference.ebgan_losses
    for n, m in BATCHES:
        margin = float(rng.uniform(0.5, 3.0))
        real, fake = energies(rng, n, m, margin)
        expect_agrees(*same, real, fake, margin)
        expect_agrees(*same, real, fake, 3 * margin)
        expect_agrees(*same, real, fake + 3 * margin, margin)
    expect_robust(*same, np.arange(1.0, 8.0), np.array([2.0, 5.0, 1.0, 9.0, 6.0]), 3)
    expect_agrees(*same, np.array([1e4, 3.0, 0.0]), np.array([0.0, 1e4, 7.0, 7.0, 2.0]), 7.0)


def on_slopes(found, real, fake, margin):
    """Yield what explains slopes that are no more than a few simple fractions."""
    n, m = len(real), len(fake)
    below = np.where(np.asarray(fake) < margin, 1.0, 0.0)
    count = max(np.sum(below), 1.0)
    by_real, by_fake = (np.asarray(part, dtype=float) for part in found[:2])
    if np.array_equal(by_real, np.ones(n)) and n > 1:
        yield "the means are forgotten: each slope is that of a sum"
    for text, slopes in (
        ("fakes are pushed up beyond the margin, where the loss no longer depends on them", -1 / m),
        ("the slope of the margin's term has the wrong sign", below / m),
        ("fakes above the margin are pushed, and those below it are left alone", (below - 1) / m),
        ("the slope of fakes above the margin has to be 0", np.where(below, -1, 1) / m),
        ("the mean is over those below the margin, not over all fakes", -below / count),
    ):
        if not np.array_equal(below / m, -by_fake) and np.allclose(by_fake, slopes, rtol=1e-12):
            yield text


@contextlib.contextmanager
def slopes_explained(gradients, at):
    """Give what fails inside the cause that the slopes themselves tell, if there is one."""
    try:
        yield
    except CheckFailed as failed:
        with contextlib.suppress(TypeError, ValueError):
            if text := next(on_slopes(tuple(gradients(*at)), *at), None):
                failed.explain(Hint("suspect", text))
        raise


@check("ebgan", points=1.5)
def has_the_slopes_of_both_losses(student, rng):
    def loss_of(index):
        def loss(e_real, e_fake, margin):
            return reference.ebgan_losses(e_real, e_fake, margin)[index]

        return loss

    def part(kept):
        def gradients(e_real, e_fake, margin):
            result = student.ebgan_gradients(e_real, e_fake, margin)
            parts = expect_parts(result, 3, "ebgan_gradients")
            return tuple(parts[:2]) if kept == 0 else parts[2]

        gradients.__name__ = "ebgan_gradients"
        return gradients

    for n, m in BATCHES:
        margin = float(rng.uniform(0.5, 3.0))
        real, fake = energies(rng, n, m, margin)
        for moved in (0.0, 3 * margin, -0.95 * margin):
            at = real, np.abs(fake + moved), margin
            if np.min(np.abs(at[1] - margin)) < 0.02:
                continue
            with slopes_explained(student.ebgan_gradients, at):
                expect_gradient(part(0), of=loss_of(0), at=at, wrt=("e_real", "e_fake"))
                expect_gradient(part(1), of=loss_of(1), at=at, wrt="e_fake")
    same = student.ebgan_gradients, reference.ebgan_gradients
    expect_robust(*same, np.arange(1.0, 8.0), np.array([2.0, 5.0, 1.0, 9.0, 6.0]), 3)
    expect_agrees(*same, np.array([1e4, 3.0, 0.0]), np.array([0.0, 1e4, 8.0, 9.0, 2.0]), 7.0)
