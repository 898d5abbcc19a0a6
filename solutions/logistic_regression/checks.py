"""What is graded: logistic regression."""

import numpy as np

from autograder.checks import (
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_gradient,
    expect_robust,
    expect_shape,
    expect_stable,
    numerical_derivative,
)
from autograder.checks.inputs import ARRAYS, HUGE, labels, nonzero, shapes, whole

from . import reference

#: many entries first, so that a pattern of wrong ones tells where they come from
SHAPES = ((23,), *ARRAYS)


def problem(rng, n, d, scale=1.0):
    """Weights, inputs and float labels with logits of either sign."""
    return scale * rng.normal(size=d), rng.normal(size=(n, d)), labels(rng, n).astype(float)


def whole_numbers(rng, n, d):
    """As :func:`problem`, with numbers that survive rounding, and integer labels."""
    return whole(rng, d), whole(rng, (n, d)), labels(rng, n)


def saturated(rng):
    """Logits of up to 1e4 in size, either sign under either label, and weights of size 1."""
    z = np.concatenate([HUGE, HUGE, [0.3, -0.7]])
    y = np.concatenate([np.zeros(len(HUGE)), np.ones(len(HUGE)), labels(rng, 2)])
    order = rng.permutation(len(z))
    z, y = z[order], y[order]
    w = np.array([1.0, -0.5])
    second = 2.0 * rng.integers(-3, 4, size=len(z))
    return w, np.column_stack([z + 0.5 * second, second]), y


def overlapping(rng, n, d):
    """Inputs of full rank, no hyperplane through the origin separates the labels."""
    X = rng.normal(size=(n, d))
    y = labels(rng, n)
    # each of the first d + 1 rows once more with the other label
    return np.vstack([X, X[: d + 1]]), np.concatenate([y, 1 - y[: d + 1]])


# --- sigmoid ---------------------------------------------------------------------------


@check("sigmoid", points=1)
def has_the_values_of_the_sigmoid(student, rng):
    for shape in SHAPES:
        expect_agrees(student.sigmoid, reference.sigmoid, 3 * rng.normal(size=shape))
    among = np.asarray(student.sigmoid(np.array([0.7, 0.0, -1.3])))
    rule = (
        "z = 0 is a logit like any other: it belongs to one of two cases, and not to none or both"
    )
    expect(among.shape != (3,) or among[1] not in (0, 1), "sigmoid", rule)
    expect_agrees(student.sigmoid, reference.sigmoid, np.array([0.0, -25.0, 25.0]))
    expect_robust(student.sigmoid, reference.sigmoid, whole(rng, 7))
    for z in (0.0, float(rng.normal()), -2):
        expect_agrees(student.sigmoid, reference.sigmoid, z)


@check("sigmoid", points=0.5)
def copes_with_huge_logits(student, rng):
    z = rng.permutation([*HUGE, *rng.normal(size=3)])
    expect_stable(student.sigmoid, reference.sigmoid, z)
    expect_stable(student.sigmoid, reference.sigmoid, -1e4)


@check("sigmoid", points=1)
def has_a_gradient_that_is_its_derivative(student, rng):
    def summed(z):  # its derivative with respect to z holds every slope
        return np.sum(reference.sigmoid(z))

    for shape in SHAPES:
        expect_gradient(student.sigmoid_gradient, of=summed, at=(2 * rng.normal(size=shape),))
    z = np.concatenate([[0.0], 3 * rng.normal(size=5)])
    expect_agrees(student.sigmoid_gradient, reference.sigmoid_gradient, z)
    z = whole(rng, 7)
    expect_robust(student.sigmoid_gradient, reference.sigmoid_gradient, z)
    for z in (0.0, float(rng.normal()), -2):
        expect_agrees(student.sigmoid_gradient, reference.sigmoid_gradient, z)
    # a small slope to eight digits, where a difference of two sigmoids has five
    z = nonzero(rng, 3, 14.0, 16.0)
    z = np.append(z, np.abs(z))
    expect_agrees(student.sigmoid_gradient, reference.sigmoid_gradient, z, rtol=1e-7, atol=0)


@check("sigmoid", points=0.5)
def has_a_gradient_that_copes_with_huge_logits(student, rng):
    z = rng.permutation([*HUGE, *rng.normal(size=3)])
    expect_stable(student.sigmoid_gradient, reference.sigmoid_gradient, z)
    expect_stable(student.sigmoid_gradient, reference.sigmoid_gradient, -1e4)


# --- squared error ---------------------------------------------------------------------


@check("squared_loss", points=0.5)
def is_half_the_mean_square_of_the_errors(student, rng):
    for n, d in shapes(rng):
        expect_agrees(student.squared_loss, reference.squared_loss, *problem(rng, n, d, 2.0))


@check("squared_loss", points=0.5)
def takes_lists_integers_and_huge_logits(student, rng):
    at = whole_numbers(rng, 7, 3)
    expect_robust(student.squared_loss, reference.squared_loss, *at)
    expect_stable(student.squared_loss, reference.squared_loss, *saturated(rng))


@check("squared_loss_gradient", points=1.5)
def is_the_derivative_of_the_squared_loss(student, rng):
    for n, d in shapes(rng):
        for scale in (0.5, 2.0):
            at = problem(rng, n, d, scale)
            expect_gradient(student.squared_loss_gradient, of=reference.squared_loss, at=at)


@check("squared_loss_gradient", points=0.5)
def takes_lists_integers_and_huge_logits_too(student, rng):
    at = whole_numbers(rng, 7, 3)
    expect_robust(student.squared_loss_gradient, reference.squared_loss_gradient, *at)
    at = saturated(rng)
    expect_stable(student.squared_loss_gradient, reference.squared_loss_gradient, *at, atol=1e-8)


# --- cross-entropy ---------------------------------------------------------------------


@check("cross_entropy", points=1)
def is_the_mean_negative_log_likelihood(student, rng):
    for n, d in shapes(rng):
        expect_agrees(student.cross_entropy, reference.cross_entropy, *problem(rng, n, d, 2.0))
    at = whole_numbers(rng, 7, 3)
    expect_robust(student.cross_entropy, reference.cross_entropy, *at)


@check("cross_entropy", points=1)
def stays_exact_when_the_neuron_is_very_sure(student, rng):
    w, X, y = saturated(rng)
    expect_stable(student.cross_entropy, reference.cross_entropy, w, X, y, atol=1e-8)
    for size in (30.0, 40.0, 800.0, 1e4):  # wrong and sure of it, then right and sure of it
        z = size * rng.choice([-1.0, 1.0])
        for y in (float(z < 0), float(z > 0)):
            at = np.ones(1), np.array([[z]]), np.array([y])
            expect_stable(student.cross_entropy, reference.cross_entropy, *at, atol=1e-11)


@check("cross_entropy_gradient", points=1.5)
def is_the_derivative_of_the_cross_entropy(student, rng):
    for n, d in shapes(rng):
        for scale in (0.5, 2.0):
            at = problem(rng, n, d, scale)
            expect_gradient(student.cross_entropy_gradient, of=reference.cross_entropy, at=at)


@check("cross_entropy_gradient", points=0.5)
def takes_lists_integers_and_large_logits(student, rng):
    at = whole_numbers(rng, 7, 3)
    expect_robust(student.cross_entropy_gradient, reference.cross_entropy_gradient, *at)
    at = saturated(rng)
    expect_stable(student.cross_entropy_gradient, reference.cross_entropy_gradient, *at, atol=1e-8)


# --- curvature -------------------------------------------------------------------------


def slopes_of_the_gradient(w, X, y):
    """Numerical derivative of the reference gradient, ``(d, d)``, and a bound on its error."""
    rows, errors = zip(
        *(
            numerical_derivative(lambda v, i=i: reference.cross_entropy_gradient(v, X, y)[i], w)
            for i in range(len(w))
        )
    )
    return np.array(rows), np.array(errors)


@check("cross_entropy_hessian", points=1)
def is_the_derivative_of_the_gradient(student, rng):
    for n, d in shapes(rng):
        w, X, y = problem(rng, n, d)
        expected, error = slopes_of_the_gradient(w, X, y)
        got = student.cross_entropy_hessian(w, X)
        bound = 8 * error.max() + 1e-12
        given = {"w": w, "X": X}
        expect_close(got, expected, "cross_entropy_hessian", given=given, rtol=1e-9, atol=bound)
    # differences of the gradient lose digits where the curvature is small; the formula does not
    w, X, _ = problem(rng, 6, 3)
    z = rng.permutation([-1, -1, -1, 1, 1, 1]) * rng.uniform(11.0, 13.0, size=6)
    X = X + np.outer(z - X @ w, w) / (w @ w)
    at = {"rtol": 1e-7, "atol": 1e-13}
    expect_agrees(student.cross_entropy_hessian, reference.cross_entropy_hessian, w, X, **at)


@check("cross_entropy_hessian", points=0.5)
def is_symmetric_with_no_direction_of_negative_curvature(student, rng):
    for n, d in ((6, 3), (2, 5), (1, 1), (3, 1)):
        w, X, y = problem(rng, n, d)
        hessian = student.cross_entropy_hessian(w, X)
        expect_shape(hessian, (d, d), "cross_entropy_hessian")
        hessian = np.asarray(hessian, dtype=float)
        if not np.allclose(hessian, hessian.T, rtol=1e-9, atol=1e-12):
            expect(False, "cross_entropy_hessian", "second derivatives can be swapped: H = H.T")
        lowest = np.linalg.eigvalsh((hessian + hessian.T) / 2).min()
        if not lowest >= -1e-12 * (1 + np.abs(hessian).max()):
            expect(False, "cross_entropy_hessian", "no eigenvalue of it is negative")
        # anchored: along a direction u the curvature is that of the loss itself
        u = rng.normal(size=d)

        def slope(t, w=w, X=X, y=y, u=u):
            return float(u @ reference.cross_entropy_gradient(w + t[0] * u, X, y))

        curvature, error = numerical_derivative(slope, np.zeros(1))
        expect_close(
            float(u @ hessian @ u),
            float(curvature[0]),
            "cross_entropy_hessian",
            what="curvature along a random direction",
            atol=8 * float(error[0]) + 1e-11,
        )


@check("cross_entropy_hessian", points=0.5)
def takes_lists_integers_and_logits_of_any_size(student, rng):
    w, X, _ = whole_numbers(rng, 7, 3)
    expect_robust(student.cross_entropy_hessian, reference.cross_entropy_hessian, w, X)
    w, X, _ = saturated(rng)
    # X holds numbers up to 1e4, so squares up to 1e8 meet slopes that round to zero
    expect_stable(
        student.cross_entropy_hessian, reference.cross_entropy_hessian, w, X, rtol=1e-6, atol=1e-5
    )


# --- training --------------------------------------------------------------------------


@check("fit", points=1)
def takes_one_step_and_then_many(student, rng):
    for n, d in shapes(rng):
        _, X, y = problem(rng, n, d)
        lr = float(rng.uniform(0.1, 0.6))
        for n_steps in (6, 1):
            expect_agrees(student.fit, reference.fit, X, y, lr, n_steps, rtol=1e-8)
    for n_steps in (0, 2, 40):
        X, y = overlapping(rng, 8, 3)
        expect_agrees(student.fit, reference.fit, X, y, lr, n_steps, rtol=1e-7, atol=1e-10)
    # as many steps as were asked for, also where all samples are right already
    x = nonzero(rng, (7, 1), 0.4, 1.3)
    expect_agrees(student.fit, reference.fit, x, (x[:, 0] > 0).astype(int), lr, 6, rtol=1e-8)
    # and where the gradient is small
    expect_agrees(student.fit, reference.fit, 1e-6 * X, y, lr, 9, rtol=1e-7, atol=1e-15)


@check("fit", points=1)
def takes_lists_integers_and_inputs_of_any_size(student, rng):
    _, X, y = whole_numbers(rng, 7, 3)
    expect_robust(student.fit, reference.fit, X, y, 0.2, 5, rtol=1e-7)
    # the first step is so long that the logits of the next are of size 1e3 to 1e4
    X = np.array([[60.0, 20.0], [80.0, -20.0], [-60.0, 20.0], [-100.0, -20.0]])
    y = np.array([1, 1, 0, 0])
    X = X * rng.uniform(0.9, 1.1, size=(4, 1))
    expect_stable(student.fit, reference.fit, X, y, 2.0, 3, rtol=1e-7)


@check("newton_fit", points=1)
def takes_the_steps_of_newton(student, rng):
    close = {"rtol": 1e-6, "atol": 1e-8}
    for d in (5, 3, 1):
        X, y = overlapping(rng, 9, d)
        for n_steps, l2 in ((3, 0.13), (1, 0.0), (0, 0.3), (1, 0.7), (2, 0.3), (8, 0.1)):
            expect_agrees(student.newton_fit, reference.newton_fit, X, y, n_steps, l2, **close)
    for n, d in ((1, 1), (1, 3)):
        _, X, y = problem(rng, n, d)
        expect_agrees(student.newton_fit, reference.newton_fit, X, y, 3, 0.5, **close)


def far_out(rng):
    """Samples for which the last of five full steps raises the loss by a fifth."""
    X = [[-2.92, -0.97, -1.68], [0.12, -0.18, 1.25], [-0.37, 6.11, -4.29]]
    X += [[1.94, -1.96, 0.61], [-0.23, 0.17, -0.36], [-0.17, -0.03, 0.17]]
    order, columns = rng.permutation(6), rng.permutation(3)
    return np.array(X)[order][:, columns], np.array([0, 0, 1, 1, 1, 0])[order]


@check("newton_fit", points=0.5)
def reaches_the_minimum_of_the_penalized_loss(student, rng):
    X = rng.normal(size=(30, 3))
    X[:, 1] += X[:, 0]
    y = (X @ rng.choice([-2.0, 2.0], size=3) + rng.logistic(size=30) > 0).astype(int)
    l2 = float(rng.uniform(0.01, 0.03))
    w = student.newton_fit(X, y, 10, l2)
    expect_shape(w, (3,), "newton_fit")
    slope = reference.cross_entropy_gradient(w, X, y) + l2 * np.asarray(w, dtype=float)
    expect(
        bool(np.abs(slope).max() < 1e-9),
        "newton_fit",
        "after many steps the gradient of cross_entropy + l2/2 * ||w||² is zero",
    )
    expect_agrees(student.newton_fit, reference.newton_fit, X, y, 10, l2, rtol=1e-6, atol=1e-8)
    # a full step is taken also where it leads uphill
    expect_agrees(student.newton_fit, reference.newton_fit, *far_out(rng), 5, 1e-3, rtol=1e-6)


@check("newton_fit", points=0.5)
def copes_with_separable_data_and_dependent_columns(student, rng):
    close = {"rtol": 1e-5, "atol": 1e-6}
    x = rng.uniform(0.8, 1.2, size=8) * np.array([1, 1, 1, 1, -1, -1, -1, -1])
    y = (x > 0).astype(int)
    # the point: d = 1
    # perfectly separable: without a penalty the weight would grow for ever
    expect_stable(student.newton_fit, reference.newton_fit, x[:, None], y, 9, **close)
    expect_stable(student.newton_fit, reference.newton_fit, x[:, None], y, 40, 1e-3, **close)
    # of the size of the penalty itself, so that its default shows in the first step
    small = nonzero(rng, (6, 1), 1e-3, 2e-3)
    upper = (small[:, 0] > 0).astype(int)
    expect_agrees(student.newton_fit, reference.newton_fit, small, upper, 1, rtol=1e-6)
    # the same column twice: the loss alone has no curvature along (1, -1)
    twice = np.column_stack([x, x])
    expect_stable(student.newton_fit, reference.newton_fit, twice, y, 4, **close)
    _, X, y = whole_numbers(rng, 9, 3)
    expect_robust(student.newton_fit, reference.newton_fit, X, y, 3, 0.5, rtol=1e-6)


# --- best_threshold --------------------------------------------------------------------


def expect_threshold(student, *case):
    """As in the reference, with 2 for infinity, so that messages can subtract."""
    got = student.best_threshold(*case)
    if isinstance(got, float) and got == np.inf:
        got = 2.0
    expected = min(reference.best_threshold(*case), 2.0)
    expect_close(got, expected, "best_threshold", what="threshold, with 2 for infinity")


@check("best_threshold", points=0.5)
def has_the_least_cost_and_is_the_smallest(student, rng):
    for n in (23, 7, 40, 1):
        p, y = rng.uniform(0.02, 0.98, size=n), labels(rng, n)
        for costs in ((7, 3), (1, 5), (2.5, 0.5), (1, 1), (0, 3), (3, 0)):
            expect_threshold(student, p, y, *costs)
            # sixteen values at most, so that many samples share one
            expect_threshold(student, np.floor(p * 16) / 16, y, *costs)
    # in order; all labels alike, and lower probabilities for one label or the other
    p = np.sort(rng.uniform(0.1, 0.9, size=9))
    for y in (np.ones(9, int), np.zeros(9, int), np.arange(9) // 5, 1 - np.arange(9) // 5):
        expect_threshold(student, p, y, 3, 2)
    # two of the same cost, the larger first
    expect_threshold(student, np.array([0.8, 0.8, 0.5, 0.5, 0.2]), np.array([1, 1, 1, 0, 0]), 1, 1)
    sure = np.array([0.0, 1.0, 1.0, 0.0, 1.0]), np.array([0, 1, 0, 1, 1])
    expect_robust(student.best_threshold, reference.best_threshold, *sure, 2, 3)


# --- noisy_neuron ----------------------------------------------------------------------


def neuron(rng, n):
    """A neuron drawn by chance: its threshold and width, and ``n`` trials with it."""
    threshold, width = rng.uniform(0.6, 1.4), rng.uniform(0.08, 0.25)
    current = rng.uniform(0.0, 2.0, size=n)
    chance = reference.sigmoid((current - threshold) / width)
    return threshold, width, current, (rng.random(n) < chance).astype(int)


def four_numbers(student, current, spiked):
    """What the answer says of a neuron, as an array of the right shape."""
    found = student.noisy_neuron(current, spiked)
    expect(
        isinstance(found, (tuple, list, np.ndarray)) and len(found) == 4,
        "noisy_neuron",
        "it returns (threshold, width, threshold_error, width_error)",
    )
    for part in found:
        expect_shape(part, (), "noisy_neuron")
    return np.asarray(found, dtype=float)


@check("noisy_neuron", points=0.5)
def finds_the_most_likely_threshold_and_width(student, rng):
    for n in (700, 1100):
        _, _, current, spiked = neuron(rng, n)
        got = four_numbers(student, current, spiked)
        expected = reference.noisy_neuron(current, spiked)
        for which, name in ((0, "threshold"), (1, "width")):
            expect_close(got[which], expected[which], "noisy_neuron", rtol=1e-2, what=name)
    found = student.noisy_neuron(current.tolist(), spiked.tolist())
    expect_close(found[0], got[0], "noisy_neuron", what="threshold, from lists")


@check("noisy_neuron", points=1)
def knows_how_far_off_it_is(student, rng):
    for n in (700, 1100):
        _, _, current, spiked = neuron(rng, n)
        got = four_numbers(student, current, spiked)
        expected = reference.noisy_neuron(current, spiked)
        for which, name in ((2, "threshold_error"), (3, "width_error")):
            expect_close(got[which], expected[which], "noisy_neuron", rtol=0.05, what=name)
    deviations = []
    for _ in range(60):
        threshold, width, current, spiked = neuron(rng, 700)
        got = four_numbers(student, current, spiked)
        deviations.append((got[:2] - [threshold, width]) / got[2:])
    # of right answers, over 60 neurons: means of 0 ± 0.13 and -0.13 ± 0.13, and 1 ± 0.1
    for name, one in zip(("threshold", "width"), np.transpose(deviations), strict=True):
        centered = abs(np.mean(one)) < 0.85
        expect(centered, "noisy_neuron", f"over many neurons, its {name} is right in the mean")
        rule = f"over many neurons, its {name} is off by its error, in root mean square"
        expect(0.55 < np.sqrt(np.mean(one**2)) < 1.6, "noisy_neuron", rule)
