"""What is graded in the chapter on the perceptron.

Where the answer jumps (a sample exactly on the boundary, the order of the updates) the
inputs are multiples of 1/8 of modest size: every product and sum is then exact, in any
order of summation.

A label or a count tells little of its cause. So where one is wrong, the function is asked in
several cases, and the first known mistake that answers the same in all of them is named.
"""

import functools

import numpy as np

from autograder.checks import (
    CheckFailed,
    Hint,
    check,
    endless_means,
    expect,
    expect_agrees,
    expect_close,
    expect_gradient,
    expect_raises,
    expect_robust,
    expect_shape,
    expect_stable,
)
from autograder.checks.failure import KINDS
from autograder.checks.inputs import shapes
from autograder.checks.purity import frozen
from autograder.datasets import load_digits

from . import misconceptions, mistakes, reference

XOR_X = np.array([[-1.0, -1.0, 1.0], [-1.0, 1.0, 1.0], [1.0, -1.0, 1.0], [1.0, 1.0, 1.0]])
XOR_Y = np.array([-1, 1, 1, -1])


def signs(rng, size):
    return rng.choice([-1, 1], size=size)


def known_mistakes(name):
    """The wrong answers to ``name`` that have a sentence, with what is said of them."""
    for module, mark in ((mistakes, "__mistake__"), (misconceptions, "__misconception__")):
        for wrong in vars(module).values():
            about = getattr(wrong, mark, None)
            if about and about["function"] == name and about["says"]:
                yield wrong, about


def numbers(function, cases):
    """All that ``function`` answers in ``cases``, as one array; empty where it fails in any."""
    found = []
    try:
        with np.errstate(all="ignore"):
            for case in cases:
                answer = function(*frozen(case))
                found += [np.ravel(p) for p in (answer if isinstance(answer, tuple) else [answer])]
        return np.concatenate(found).astype(float)
    except Exception:  # it is wrong, and may fail in any way
        return np.zeros(0)


def expect_answers(function, reference, cases, **options):
    """``function`` agrees with ``reference`` in all ``cases``, each a tuple of arguments."""
    try:
        for case in cases:
            expect_agrees(function, reference, *case, **options)
    except CheckFailed as failed:
        if failed.kind == "value":
            failed.explain(*(likely_cause(function, cases) or failed.hints))
        raise


def likely_cause(function, cases):
    """A hint at the first known mistake that gives the answers of ``function`` in all cases."""
    got = numbers(function, cases)
    for wrong, about in known_mistakes(function.name) if got.size else ():
        answers = numbers(wrong, cases)
        if answers.shape == got.shape and np.allclose(answers, got, rtol=1e-7):
            key = about.get("diagnosis", "known")
            return (Hint("known" if key in KINDS else key, about["says"]),)
    return ()


def expect_refused(function, *args, mentions, accepts):
    """It raises a ``ValueError``; ``accepts`` says what it does where it raises none."""
    try:
        expect_raises(ValueError, function, *args, mentions=mentions)
    except CheckFailed as failed:
        if any(fact.label == "input" for fact in failed.facts):
            failed.explain(Hint("known", accepts))
        raise


def away_from_the_boundary(rng, n, d):
    """Weights and samples with every ``|w . x|`` at least a quarter of the length of w."""
    w = signs(rng, d) * rng.uniform(0.5, 2.0, size=d)
    X = rng.normal(size=(n, d))
    X = X + np.outer(np.where(X @ w >= 0, 0.25, -0.25), w / np.linalg.norm(w))
    return w, X


def labelled(rng, n, d):
    """As above with labels: the first, the last and one more are mistaken, the others right.

    Three, where there are so many samples: a mean over two or four mistakes would look like
    a misplaced factor 2. The first and the last have different labels, and the third is the
    worst; the sample nearest to the boundary is another mistaken one.
    """
    w, X = away_from_the_boundary(rng, n, d)
    right = np.ones(n, int)
    right[[0, -1]] = -1
    if n > 1 and (X[0] @ w >= 0) == (X[-1] @ w >= 0):
        X[-1] *= -1
    if n > 3:
        worst = rng.integers(2, n - 1)
        right[worst] = -1
        X[worst] *= 1.7 * np.max(np.abs(X @ w)) / np.abs(X[worst] @ w)
        X[0] *= 0.6 * np.min(np.abs(X @ w)) / np.abs(X[0] @ w)
    return w, X, np.where(X @ w >= 0, 1, -1) * right


def on_the_boundary(rng):
    """Six samples: on the boundary with label +1 and -1, then clear of it on both sides.

    The third and fifth are right, the fourth and sixth mistaken, each once with either label.
    """
    w = signs(rng, 3) * rng.integers(2, 9, size=3) / 8
    X = rng.integers(-16, 17, size=(6, 3)) / 8
    X[0] = signs(rng, 1) * [w[1], -w[0], 0.0]
    X[1] = signs(rng, 1) * [0.0, w[2], -w[1]]
    side = rng.choice([-1, 1]) * np.array([1, 1, -1, -1])
    X[2:] *= np.where(side * (X[2:] @ w) >= 0, 1, -1)[:, np.newaxis]
    X[2:] += np.outer(side, w)
    y = np.array([1, -1, *side]) * np.array([1, 1, 1, -1, 1, -1])
    return w, X, y


def separable(rng, n, d, room=0.5):
    """Samples on a grid, with labels by a hidden w that has none of them near its boundary."""
    hidden = signs(rng, d) * rng.integers(4, 13, size=d) / 8
    X = rng.integers(-16, 17, size=(n, d)) / 8
    side = np.where(X @ hidden >= 0, 1, -1)
    X = X + room * np.outer(side, hidden)
    return hidden, X, side


def _shape(answer):
    """The shape of an answer; ``None`` where its rows differ in length."""
    try:
        return np.shape(answer)
    except ValueError:
        return None


@check("add_bias", points=1)
def appends_a_column_of_ones(student, rng):
    for n, d in shapes(rng):
        X = rng.normal(size=(n, d))
        got = student.add_bias(X)
        if _shape(got) == (n, d + 1) and np.array_equal(np.asarray(got)[:, :-1], X):
            expect(np.all(np.asarray(got)[:, -1] == 1), "add_bias", "the new column holds ones")
        expect_agrees(student.add_bias, reference.add_bias, X)
        # features that happen to be 1 are features
        for with_ones in (np.column_stack([np.ones(n), X]), np.column_stack([X, np.ones(n)])):
            expect(
                _shape(student.add_bias(with_ones)) == (n, d + 2),
                "add_bias",
                "a column is appended also where a feature happens to be 1 in all samples",
            )
            expect_agrees(student.add_bias, reference.add_bias, with_ones)
    expect_robust(student.add_bias, reference.add_bias, rng.integers(-9, 10, size=(4, 3)) * 1.0)


@check("predict", points=1)
def says_on_which_side_a_sample_lies(student, rng):
    cases = []
    for n, d in ((40, 3), *shapes(rng)):
        w, X = away_from_the_boundary(rng, n, d)
        # the last makes every weight less than 1
        cases += [(factor * w, X) for factor in (1, -1, 0.4)]
    expect_answers(student.predict, reference.predict, cases)
    w, X, _ = on_the_boundary(rng)
    expect_robust(student.predict, reference.predict, 8 * w, 8 * X[2:])


@check("predict", points=1)
def gives_the_agreed_answer_on_the_boundary(student, rng):
    w, X, _ = on_the_boundary(rng)
    cases = [(w, X), (np.zeros(3), X), (w / 16, X)]
    what = "samples, some on the boundary"
    expect_answers(student.predict, reference.predict, cases, what=what)


@check("perceptron_loss", points=1)
def adds_up_what_the_mistakes_cost(student, rng):
    cases = [labelled(rng, n, d) for n, d in shapes(rng)]
    expect_answers(student.perceptron_loss, reference.perceptron_loss, cases)
    w, X, y = labelled(rng, 6, 2)
    expect_stable(student.perceptron_loss, reference.perceptron_loss, 1e4 * w, X, y)
    expect_stable(student.perceptron_loss, reference.perceptron_loss, w, 1e4 * X, y)


@check("perceptron_loss", points=1)
def is_zero_without_mistakes_and_takes_any_arrays(student, rng):
    w, X = away_from_the_boundary(rng, 5, 3)
    y = np.where(X @ w >= 0, 1, -1)
    expect_agrees(student.perceptron_loss, reference.perceptron_loss, w, X, y, what="no mistake")
    zero = np.zeros(3)
    expect_agrees(student.perceptron_loss, reference.perceptron_loss, zero, X, y, what="w = 0")
    w, X, y = on_the_boundary(rng)
    expect_agrees(student.perceptron_loss, reference.perceptron_loss, w, X, y)
    expect_robust(student.perceptron_loss, reference.perceptron_loss, 8 * w, 8 * X, y)


@check("perceptron_gradient", points=2)
def is_the_derivative_of_the_loss(student, rng):
    for n, d in shapes(rng):
        problem = labelled(rng, n, d)
        expect_gradient(student.perceptron_gradient, of=reference.perceptron_loss, at=problem)
    w, X = away_from_the_boundary(rng, 6, 2)
    w *= 0.9 / np.max(np.abs(X @ w))  # scores below 1, where the hinge loss has a slope
    every = np.where(X @ w >= 0, 1, -1)
    for labels in (every, -every):  # no mistake, nothing but mistakes
        expect_gradient(
            student.perceptron_gradient, of=reference.perceptron_loss, at=(w, X, labels)
        )
    expect_robust(student.perceptron_gradient, reference.perceptron_gradient, *integer_problem(rng))


def integer_problem(rng):
    w, X, y = on_the_boundary(rng)
    return 8 * w, 8 * X[2:], y[2:]


@check("perceptron_gradient", points=1)
def counts_samples_on_the_boundary(student, rng):
    gradient = student.perceptron_gradient
    w, X, y = on_the_boundary(rng)
    w /= 2.0 ** np.ceil(np.log2(np.max(np.abs(X @ w)) / 0.9))  # as above, and still exact
    expect_agrees(gradient, reference.perceptron_gradient, w, X, y, what="gradient on a kink")
    for n, d in ((7, 3), (5, 1), (1, 3)):
        X, y = rng.normal(size=(n, d)), signs(rng, n)
        y[:2] = (1, -1)[:n]
        at_zero = (np.zeros(d), X, y)
        expect_agrees(gradient, reference.perceptron_gradient, *at_zero, what="gradient at w = 0")


@check("perceptron_fit", points=1)
def heeds_the_step_size_and_the_limit_of_epochs(student, rng):
    fit = student.perceptron_fit
    X, y = long_problem(rng, 9, 5)
    bent = XOR_X + 0.1 * rng.normal(size=(4, 3))  # not separable
    cases = [(X, y, 0.37, 30), (*long_problem(rng, 7, 3), 0.37, 30), (bent, XOR_Y, 0.37, 3)]
    expect_answers(fit, reference.perceptron_fit, cases)
    _, X, y = separable(rng, 9, 5)
    for eta in (0.375, 3.0):
        expect_agrees(fit, reference.perceptron_fit, X, y, eta=eta, what=f"eta = {eta:g}")
    for limit in (3, int(rng.integers(5, 9)), 1):
        words = f"max_epochs = {limit}, not separable"
        expect_agrees(fit, reference.perceptron_fit, XOR_X, XOR_Y, max_epochs=limit, what=words)
    for sign in (1, -1):
        toy = slow_problem(rng, sign)
        expect_agrees(fit, reference.perceptron_fit, *toy, eta=0.5, max_epochs=2, what="two epochs")
    X = np.vstack([X, X[:3]])
    y = np.append(y, -y[:3])  # the same samples with both labels
    expect_agrees(fit, reference.perceptron_fit, X, y, eta=0.5, what="not separable")
    expect_it_stops_early(student)


@check("perceptron_fit", points=2)
def takes_the_samples_in_order_until_none_is_mistaken(student, rng):
    cases = [long_problem(rng, n, d) for n, d in ((9, 5), (7, 3))]
    expect_answers(student.perceptron_fit, reference.perceptron_fit, cases)
    for n, d in ((12, 3), (1, 3), (5, 1), (1, 1), (30, 2), (20, 6)):
        _, X, y = separable(rng, n, d)
        expect_agrees(student.perceptron_fit, reference.perceptron_fit, X, y)
    for sign in (1, -1):
        expect_agrees(student.perceptron_fit, reference.perceptron_fit, *slow_problem(rng, sign))
    expect_agrees(student.perceptron_fit, reference.perceptron_fit, *narrow_problem(rng))
    _, X, y = separable(rng, 8, 3)
    expect_robust(student.perceptron_fit, reference.perceptron_fit, 16 * X, y)


def long_problem(rng, n, d):
    """Samples without pattern that take several epochs."""
    while True:
        X, y = rng.normal(size=(n, d)), signs(rng, n)
        w, updates = reference.perceptron_fit(X, y, max_epochs=30)
        if updates > n + 2 and np.all(y * (X @ w) > 0.05):
            return X, y


def slow_problem(rng, sign):
    """Three samples that take four epochs, with scores of exactly 0 on the way."""
    X = np.array([[1.0, 1.0], [2.0, 0.0], [-1.0, 2.0]])[:, :: rng.choice([-1, 1])]
    return X, np.array([1, -1, 1]) * sign


def narrow_problem(rng):
    """Samples close to the boundary: many updates, and another order makes other ones."""
    while True:
        _, X, y = separable(rng, 25, 3, room=0.125)
        if reference.perceptron_fit(X, y)[1] > 15:
            return X, y


def expect_it_stops_early(student):
    """On separable samples it must not go through more epochs than it needs, were it allowed to.

    Whoever goes through all of them takes hundreds of times the processor time that there is.
    """
    y = XOR_X[:, 0].astype(int)
    with endless_means("it stops after an epoch without a mistake, however large max_epochs is"):
        student.perceptron_fit(XOR_X, y, max_epochs=10**9)


@check("perceptron_fit", points=1)
def accepts_labels_of_plus_and_minus_one_only(student, rng):
    fit = student.perceptron_fit
    for label in (1.0, -1.0):  # one sample, so only one of the two labels
        one = rng.integers(1, 9, size=(1, 2)) * 1.0, np.array([label])
        expect_robust(fit, reference.perceptron_fit, *one, max_epochs=1)
    _, X, y = separable(rng, 6, 2)
    y[:2] = 1, -1
    late = y.copy()
    late[-1] = 0  # only the last label is bad
    for labels, accepted in (
        (np.where(y > 0, 1, 0), "the labels 0 and 1"),
        (np.where(y > 0, 2, 1), "the labels 1 and 2"),
        (np.where(y > 0, 1, -2), "the labels 1 and -2"),
        (y * 0.5, "labels between -1 and 1"),
        (y * 1.5, "labels of a size above 1"),
        (late, "a last label that is 0, after right ones"),
    ):
        expect_refused(fit, X, labels, mentions="y", accepts=f"{accepted} are let through")


@check("margin", points=1)
def is_the_smallest_distance_from_the_boundary(student, rng):
    for n, d in shapes(rng):
        w, X = away_from_the_boundary(rng, n, d)
        w *= rng.uniform(2.5, 4.0)
        y = np.where(X @ w >= 0, 1, -1)
        expect_agrees(student.margin, reference.margin, w, X, y, what="margin, all right")
    expect_stable(student.margin, reference.margin, 1e4 * w, X, y)
    w, X, y = on_the_boundary(rng)
    right = np.where(X @ w >= 0, 1, -1)[2:]
    expect_robust(student.margin, reference.margin, 8 * w, 8 * X[2:], right)


@check("margin", points=1)
def is_negative_when_a_sample_is_mistaken(student, rng):
    for n, d in shapes(rng):
        w, X, y = labelled(rng, n, d)
        w = w * rng.uniform(2.5, 4.0)
        X, y = np.roll(X, 1, axis=0), np.roll(y, 1)  # the nearest is not the first
        expect_agrees(student.margin, reference.margin, w, X, y, what="margin, a mistake")
    w, X, y = on_the_boundary(rng)
    X, y = X[:3], np.where(X[:3] @ w >= 0, 1, -1)
    expect_agrees(student.margin, reference.margin, w, X, y, what="margin, on the boundary")


@check("mistake_bound", points=1)
def is_the_square_of_radius_over_margin(student, rng):
    for n, d in ((9, 5), (7, 3), (1, 3), (5, 1), (1, 1), (30, 2)):
        w, X = away_from_the_boundary(rng, n, d)
        w *= rng.uniform(2.5, 4.0)
        X = X * rng.uniform(0.5, 3.0)
        if d > 1:  # far along the boundary: rounding a bound of hundreds is seen for what it is
            along = np.append([w[1], -w[0]], np.zeros(d - 2)) / np.linalg.norm(w[:2])
            X = X + np.outer(rng.uniform(5, 9, n), along)
        y = np.where(X @ w >= 0, 1, -1)
        expect_agrees(student.mistake_bound, reference.mistake_bound, w, X, y)
    w, X, y = on_the_boundary(rng)
    right = np.where(X @ w >= 0, 1, -1)[2:]
    expect_robust(student.mistake_bound, reference.mistake_bound, 8 * w, 8 * X[2:], right)
    # the bound does not know how long w is
    expected = reference.mistake_bound(w, X[2:], right)
    for factor in (4, 2**-12):
        got = student.mistake_bound(factor * w, X[2:], right)
        expect_close(got, expected, "mistake_bound", what=f"with {factor:g} w")


@check("mistake_bound", points=1)
def refuses_weights_that_do_not_separate(student, rng):
    bound = student.mistake_bound
    w, X, _ = on_the_boundary(rng)
    right = np.where(X @ w >= 0, 1, -1)
    expect_agrees(bound, reference.mistake_bound, w, X[2:], right[2:])
    one_wrong = right[2:].copy()
    one_wrong[rng.integers(4)] *= -1
    for samples, labels, weights, accepted in (
        (X[2:], one_wrong, w, "a w with a sample on the wrong side is"),
        (X[2:], right[2:], -w, "a w with all samples on the wrong side is"),
        (X, right, w, "a w with a sample exactly on the boundary is"),
        (X, right, np.zeros(3), "weights that are all zero are"),
    ):
        expect_refused(
            bound, weights, samples, labels, mentions="w", accepts=f"{accepted} let through"
        )


@check("averaged_perceptron", points=1)
def is_the_mean_over_all_samples_looked_at(student, rng):
    # none of these is done before its last epoch, so all samples are looked at in each
    average = student.averaged_perceptron
    cases = [(*long_problem(rng, n, d), limit) for n, d, limit in ((9, 5, 3), (7, 3, 2))]
    bent = XOR_X + 0.1 * rng.normal(size=(4, 3)), XOR_Y
    expect_answers(average, reference.averaged_perceptron, [*cases, (*bent, 7)])
    X, y = rng.normal(size=(6, 4)), signs(rng, 6)
    X, y = np.vstack([X, X[:3]]), np.append(y, -y[:3])  # the same samples with both labels
    for limit in (1, 5, int(rng.integers(7, 12))):
        words = f"max_epochs = {limit}, not separable"
        expect_agrees(average, reference.averaged_perceptron, X, y, max_epochs=limit, what=words)
    expect_agrees(average, reference.averaged_perceptron, X, y, what="100 epochs, not separable")
    whole = 4 * XOR_X, XOR_Y
    expect_robust(average, reference.averaged_perceptron, *whole, max_epochs=3)


@check("averaged_perceptron", points=1)
def ends_with_the_first_epoch_without_a_mistake(student, rng):
    average = student.averaged_perceptron
    cases = [long_problem(rng, n, d) for n, d in ((9, 5), (7, 3))]
    expect_answers(average, reference.averaged_perceptron, cases)
    for n, d in ((12, 3), (1, 3), (5, 1), (1, 1), (30, 2)):
        _, X, y = separable(rng, n, d)
        expect_agrees(average, reference.averaged_perceptron, X, y)
    for sign in (1, -1):
        expect_agrees(average, reference.averaged_perceptron, *slow_problem(rng, sign))
    expect_agrees(average, reference.averaged_perceptron, *narrow_problem(rng))


@functools.cache
def ones_and_eights():
    """All images of a 1 (+1) or an 8 (-1), and which of them are held out: ``X, y, held_out``."""
    X, numbers = load_digits()
    pair = (numbers == 1) | (numbers == 8)
    return X[pair], np.where(numbers == 1, 1, -1)[pair], (np.arange(len(X)) % 5 == 4)[pair]


def share_right(student, X, y, X_test, y_test):
    """Learn from ``X`` and ``y``, and return the share of right answers in the test."""
    w = student.tell_apart(X, y)
    expect_shape(w, (65,), "tell_apart")
    return np.mean(reference.predict(w, reference.add_bias(X_test)) == y_test)


def expect_reached(student, is_reached, rule, *case):
    """Raise unless the goal ``is_reached``, with the known mistake that answers so to ``case``."""
    try:
        expect(is_reached, "tell_apart", rule)
    except CheckFailed as failed:
        failed.explain(*likely_cause(student.tell_apart, [case]))
        raise


@check("tell_apart", points=1, patience=4)
def reads_digits_that_were_held_out(student, rng):
    X, y, held_out = ones_and_eights()
    X = X[:, rng.permutation(64)]  # which pixel is which makes it no easier and no harder
    right = share_right(student, X[~held_out], y[~held_out], X[held_out], y[held_out])
    rule = "at least 0.90 of the digits that were held out are right"
    expect_reached(student, right >= 0.9, rule, X[~held_out], y[~held_out])


@check("tell_apart", points=1, patience=4)
def is_not_led_astray_by_wrong_labels(student, rng):
    X, y, _ = ones_and_eights()
    X = X[:, rng.permutation(64)]
    shares = []
    for _ in range(20):
        learn, test = np.split(rng.permutation(len(y)), [178])
        given = y[learn]
        given[rng.choice(178, 17, replace=False)] *= -1
        shares.append(share_right(student, X[learn], given, X[test], y[test]))
    # one share is a matter of luck, and so is what the last weights of a run are worth:
    # the mean of the worst five is 0.83 to 0.94 for averages and their like, 0.51 to 0.79 for
    # last weights
    rule = "with wrong labels, the five lowest of twenty shares are at least 0.79 in the mean"
    expect_reached(student, np.mean(np.sort(shares)[:5]) >= 0.79, rule, X[learn], given)
