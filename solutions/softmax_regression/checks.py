"""What is graded: softmax regression."""

import functools

import numpy as np

from autograder.checks import (
    check,
    expect,
    expect_agrees,
    expect_gradient,
    expect_raises,
    expect_robust,
    expect_shape,
    expect_stable,
)
from autograder.checks.inputs import HUGE, labels, layers, whole
from autograder.datasets import load_digits

from . import reference


def problem(rng, n, d, k, scale=1.0):
    """Weights, biases, inputs and labels."""
    W, b = scale * rng.normal(size=(d, k)), scale * rng.normal(size=k)
    return W, b, rng.normal(size=(n, d)), labels(rng, n, k)


def whole_numbers(rng, n, d, k):
    """As :func:`problem`, with numbers that survive rounding."""
    return whole(rng, (d, k)), whole(rng, k), whole(rng, (n, d)), labels(rng, n, k)


def levels(rng, k=4):
    """Logits whose rows lie at very different heights, and rows with numbers far apart."""
    heights = rng.permutation([-1e4, -745.0, 0.0, 745.0, 1e4])
    near = heights[:, None] * 0.999 + rng.normal(size=(5, k))
    far = np.stack([rng.choice([*HUGE, 0.0], size=k) for _ in range(4)])
    return np.vstack([near, far])


def saturated(rng):
    """Weights of size 1 with logits of up to 1e4 in size; right, wrong and undecided samples."""
    X = np.array([[1e4, 0.0], [-1e4, 0.0], [740.0, 1.0], [-740.0, 2.0], [0.0, 1e4], [0.3, -0.7]])
    X = np.vstack([X, X, X])
    y = np.repeat([0, 1, 2], 6)
    order = rng.permutation(len(y))
    return np.array([[1.0, -1.0, 0.5], [0.5, 0.0, 1.0]]), rng.normal(size=3), X[order], y[order]


# --- log_sum_exp -----------------------------------------------------------------------


@check("log_sum_exp", points=1)
def is_the_logarithm_of_the_sum_along_the_given_axis(student, rng):
    same = student.log_sum_exp, reference.log_sum_exp
    for shape in ((7, 5), (5,), (1, 3), (3, 1), (2, 3, 4)):
        expect_agrees(*same, 2 * rng.normal(size=shape))
    for axis in (0, 1, -1, -2):
        expect_agrees(*same, 2 * rng.normal(size=(3, 5)), axis)
    for axis in (0, 1, 2):
        expect_agrees(*same, 2 * rng.normal(size=(3, 5, 7)), axis=axis)


@check("log_sum_exp", points=1)
def copes_with_numbers_of_any_size_and_with_lists(student, rng):
    same = student.log_sum_exp, reference.log_sum_exp
    expect_stable(*same, levels(rng))
    expect_stable(*same, levels(rng).T, 0)
    for level in (1e4, -1e4):
        expect_stable(*same, np.full(3, level) + rng.normal(size=3))
    expect_robust(*same, rng.choice([-3.0, 0.0, 1.0, 4.0], size=(3, 4)))


# --- softmax ---------------------------------------------------------------------------


@check("softmax", points=1)
def gives_the_probabilities_of_the_logits_in_each_row(student, rng):
    same = student.softmax, reference.softmax
    for shape in ((7, 5), (5,), (5, 5), (1, 3), (3, 1), (1,)):
        expect_agrees(*same, 2 * rng.normal(size=shape))
    expect_robust(*same, rng.choice([-3.0, 0.0, 1.0, 2.0], size=(3, 4)))


@check("softmax", points=1)
def takes_the_temperature_into_account(student, rng):
    same = student.softmax, reference.softmax
    for temperature in (2.7, float(rng.uniform(0.2, 0.8)), float(rng.uniform(1.5, 9.0)), 2):
        expect_agrees(*same, 2 * rng.normal(size=(7, 5)), temperature)
        expect_agrees(*same, 2 * rng.normal(size=5), temperature=temperature)
    # logits and temperature in a small unit
    expect_agrees(*same, 1e-3 * rng.normal(size=(2, 3)), 1e-3)
    # cold, with two that are equally large
    expect_stable(*same, np.array([3.0, 1.0, 3.0, -2.0]), 1e-3)


@check("softmax", points=0.5)
def copes_with_logits_of_any_size(student, rng):
    same = student.softmax, reference.softmax
    expect_stable(*same, levels(rng))
    expect_stable(*same, levels(rng)[int(rng.integers(9))])
    expect_stable(*same, levels(rng), 0.1)
    # a small probability is not rounded up: the ratio of two is what the logits say
    expect_stable(*same, rng.permuted([[0.0, -5.0, -30.0, -60.0]] * 3, axis=1), atol=0)


@check("softmax", points=0.5)
def refuses_a_temperature_that_is_not_positive(student, rng):
    for temperature in (0, 0.0, -float(rng.uniform(0.1, 3.0))):
        expect_raises(ValueError, student.softmax, [1.0, 2.0], temperature, mentions="temperature")
    expect_agrees(student.softmax, reference.softmax, rng.normal(size=3), 0.05)


# --- one_hot ---------------------------------------------------------------------------


@check("one_hot", points=1)
def has_a_one_at_the_label_of_each_row(student, rng):
    same = student.one_hot, reference.one_hot
    # many labels, not sorted, of classes of which some do not occur
    y = rng.permutation([0] * 5 + [2] * 6 + [3] * 3 + [6] * 9)
    many = np.asarray(student.one_hot(y, 7))
    if many.shape == (23, 7) and many.dtype.kind in "biuf":
        expect(np.isin(many, (0, 1)).all(), "one_hot", "all entries are 0 or 1")
        own = "a row holds the 1 of its own label alone, not those of other labels"
        expect((many.sum(axis=1) <= 1).all(), "one_hot", own)
        expect((many.sum(axis=1) == 1).all(), "one_hot", "no row is left without its 1")
    expect_agrees(*same, y, 7)
    for n, k in ((9, 5), (5, 5), (1, 3), (3, 1), (2, 7)):
        expect_agrees(*same, rng.integers(0, k, size=n), k)
    expect_agrees(*same, np.array([1, 0, 1]), 4)  # the highest classes do not occur
    expect_robust(*same, rng.permutation([0.0, 1.0, 2.0, 3.0]), 4)


@check("one_hot", points=1)
def refuses_what_is_no_label(student, rng):
    k = int(rng.integers(2, 6))
    for wrong in (k, -1, -k, k + 7, -k - 3, 0.5):
        y = [*rng.integers(0, k, size=3).tolist(), wrong]
        expect_raises(ValueError, student.one_hot, rng.permutation(y), k, mentions="y")
    expect_raises(ValueError, student.one_hot, [wrong], k, mentions="y")
    expect_agrees(student.one_hot, reference.one_hot, np.array([k - 1, 0, 0]), k)


# --- softmax_loss ----------------------------------------------------------------------


@check("softmax_loss", points=1)
def is_the_mean_negative_log_likelihood(student, rng):
    for shape in layers(rng):
        for scale in (0.5, 2.0):
            at = problem(rng, *shape, scale)
            expect_agrees(student.softmax_loss, reference.softmax_loss, *at)


@check("softmax_loss", points=1)
def adds_the_penalty_of_the_weights(student, rng):
    same = student.softmax_loss, reference.softmax_loss
    for shape in layers(rng):
        W, b, X, y = problem(rng, *shape)
        expect_agrees(*same, W, b, X, y, float(rng.uniform(0.3, 0.9)))
        expect_agrees(*same, W, 3 * b + 2, X, y, l2=2.7)
    expect_robust(*same, *whole_numbers(rng, 7, 3, 5), 0.6)


@check("softmax_loss", points=1)
def stays_exact_when_the_classifier_is_very_sure(student, rng):
    same = student.softmax_loss, reference.softmax_loss
    expect_stable(*same, *saturated(rng), atol=1e-8)
    for size in (30.0, 800.0, 1e4):
        for y in ([0], [1], [2]):
            W = rng.permutation([[size, -size, 0.0]], axis=1)
            expect_stable(*same, W, np.zeros(3), np.ones((1, 1)), np.array(y), atol=1e-11)


# --- softmax_gradients -----------------------------------------------------------------


@check("softmax_gradients", points=2)
def are_the_derivatives_of_the_loss(student, rng):
    for shape in layers(rng):
        at = problem(rng, *shape, float(rng.uniform(0.5, 1.5)))
        expect_gradient(student.softmax_gradients, reference.softmax_loss, at, ("W", "b"))


@check("softmax_gradients", points=1)
def are_the_derivatives_of_the_loss_with_its_penalty(student, rng):
    for shape in layers(rng):
        W, b, X, y = problem(rng, *shape)
        at, l2 = (W, b + 1, X, y), float(rng.uniform(0.3, 2.5))
        expect_gradient(student.softmax_gradients, reference.softmax_loss, at, ("W", "b"), l2=l2)


@check("softmax_gradients", points=1)
def take_lists_integers_and_logits_of_any_size(student, rng):
    same = student.softmax_gradients, reference.softmax_gradients
    expect_robust(*same, *whole_numbers(rng, 7, 3, 5), 0.6)
    expect_stable(*same, *saturated(rng), atol=1e-8)


# --- accuracy --------------------------------------------------------------------------


@check("accuracy", points=1)
def is_the_share_of_samples_that_are_right(student, rng):
    same = student.accuracy, reference.accuracy
    # of a prime number of samples, so that few mistakes give the same share
    for n, d, k in ((97, 3, 5), (41, 5, 3), (1, 3, 4), (7, 1, 2)):
        W, b, X, y = problem(rng, n, d, k)
        answers = np.argmax(X @ W + b, axis=1)
        expect_agrees(*same, W, b, X, np.where(np.arange(n) % 3 == 1, answers, y))
        expect_agrees(*same, W, b, X, np.where(rng.uniform(size=n) < 0.7, answers, y))
        expect_agrees(*same, W, b, X, answers)
        expect_agrees(*same, W, b, X, (answers + 1) % k)
    # equal logits, to the last bit: the first counts
    W, b = np.array([[1.0, 2.0, 2.0], [0.0, 1.0, 1.0]]), np.array([0.0, 0.5, 0.5])
    X = rng.choice([1.0, 2.0, -3.0], size=(17, 2))
    expect_agrees(*same, W, b, X, rng.permutation([0] * 2 + [1] * 9 + [2] * 6))
    expect_agrees(*same, 0 * W, 0 * b, X, rng.permutation([0] * 9 + [1] * 3 + [2] * 5))
    expect_robust(*same, *whole_numbers(rng, 7, 3, 5))
    # logits beyond the reach of exp
    expect_stable(*same, 1e3 * W, 1e3 * b, X, rng.integers(0, 2, size=17))


# --- fit -------------------------------------------------------------------------------


@check("fit", points=1)
def takes_the_steps_of_gradient_descent_from_zero(student, rng):
    for n, d, k in layers(rng):
        _, _, X, y = problem(rng, n, d, k)
        lr = float(rng.uniform(0.1, 0.6))
        for n_steps in (9, 1, 0, 25):
            expect_agrees(student.fit, reference.fit, X, y, k, lr, n_steps, rtol=1e-7, atol=1e-10)
    # as many steps as were asked for, also where the gradient is small
    small = 1e-6 * rng.normal(size=(8, 3)), rng.permutation([0, 1, 2, 3] * 2)
    expect_agrees(student.fit, reference.fit, *small, 4, lr, 9, rtol=1e-7, atol=1e-13)
    # the last class does not occur
    expect_agrees(student.fit, reference.fit, X, np.zeros(len(y), int), 4, lr, 3, rtol=1e-7)


@check("fit", points=1)
def penalizes_the_weights_and_takes_inputs_of_any_kind(student, rng):
    same = student.fit, reference.fit
    for n, d, k in layers(rng):
        _, _, X, y = problem(rng, n, d, k)
        for n_steps in (9, 30):
            expect_agrees(*same, X, y, k, 0.3, n_steps, 0.37, rtol=1e-7, atol=1e-10)
    _, _, X, y = whole_numbers(rng, 6, 3, 4)
    expect_robust(*same, X, y, 4, 0.2, 5, 0.5, rtol=1e-7)
    expect_agrees(*same, X, y % 2, 4, 0.2, 5, 0.5, rtol=1e-7)  # two classes do not occur
    # the first step is so long that the logits of the next are of size 1e3 to 1e4
    X = np.array([[60.0, 20.0], [80.0, -20.0], [-60.0, 20.0], [-100.0, -20.0]])
    X = X * rng.uniform(0.9, 1.1, size=(4, 1))
    expect_stable(*same, X, np.array([1, 2, 0, 0]), 3, 2.0, 3, rtol=1e-7)


@functools.cache
def digits():
    """The digits to learn from and the held-out ones: ``X, y, X_held_out, y_held_out``."""
    X, y = load_digits()
    held_out = np.arange(len(y)) % 5 == 4
    return X[~held_out], y[~held_out], X[held_out], y[held_out]


@check("fit", points=1)
def learns_to_read_digits_that_were_held_out(student, rng):
    X, y, X_held_out, y_held_out = digits()
    # another order of samples, pixels and classes makes it no easier and no harder
    order, pixels, names = (rng.permutation(size) for size in (len(y), 64, 10))
    found = student.fit(X[order][:, pixels], names[y[order]], 10, 1.5, 100)
    expect(isinstance(found, (tuple, list)) and len(found) == 2, "fit", "it returns (W, b)")
    for part, shape in zip(found, ((64, 10), (10,))):
        expect_shape(part, shape, "fit")
    W, b = (np.asarray(part, dtype=float) for part in found)
    unseen = X_held_out[:, pixels], names[y_held_out]
    right = reference.accuracy(W, b, *unseen)
    expect(right >= 0.94, "fit", "at least 0.94 of the digits that were held out are right")
    loss = reference.softmax_loss(W, b, *unseen)
    expect(loss < 0.4, "fit", "the cross-entropy of the held-out digits is below 0.4 nats")


# --- fit_temperature -------------------------------------------------------------------


def judged(rng, n, k, temperature, scale=2.0):
    """Logits, and labels that come with their probabilities at this temperature."""
    Z = temperature * scale * rng.normal(size=(n, k))
    P = reference.softmax(Z, temperature)
    return Z, (np.cumsum(P, axis=1) < rng.random((n, 1))).sum(axis=1).clip(max=k - 1)


@check("fit_temperature", points=1)
def makes_the_labels_most_probable(student, rng):
    same = student.fit_temperature, reference.fit_temperature
    for n, k, low, high in ((211, 5, 1.4, 5.0), (157, 3, 0.3, 0.7), (97, 2, 0.7, 3.0)):
        Z, y = judged(rng, n, k, rng.uniform(low, high))
        expect_agrees(*same, Z, y, rtol=1e-6)
        # one label in ten is wrong, so that no temperature fits all
        noisy = np.where(rng.random(n) < 0.1, rng.integers(0, k, size=n), y)
        expect_agrees(*same, Z, noisy, rtol=1e-6)
    Z, y = judged(rng, 173, 3, 2.7)
    expect_robust(*same, np.rint(Z), y, rtol=1e-6)


@check("fit_temperature", points=1)
def copes_with_logits_of_any_unit_and_level(student, rng):
    same = student.fit_temperature, reference.fit_temperature
    for exponent in (rng.uniform(-2.8, -2), rng.uniform(2, 2.8), rng.uniform(-1, 1)):
        Z, y = judged(rng, 211, 5, 10.0**exponent)
        expect_stable(*same, Z, y, rtol=1e-6)
    # rows at very different levels, which mean nothing
    expect_stable(*same, Z + rng.choice([-1e4, -745.0, 0.0, 745.0], size=(211, 1)), y, rtol=1e-6)
