"""What is graded in the capstone."""

import copy

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    Hint,
    StudentFunction,
    check,
    endless_means,
    expect,
    expect_agrees,
    expect_close,
    expect_parts,
    expect_raises,
    expect_robust,
    expect_shape,
)
from autograder.checks.derivative import differentiate
from autograder.checks.inputs import whole
from autograder.datasets import load_digits

from . import reference

HINTS = ("digits",)


def seeded(rng):
    """A generator of its own for an answer, of which a check can make another one alike."""
    return np.random.default_rng(rng.integers(2**32))


def whole_numbers(found, size, name, rule):
    """``found`` as an array of integers (``size`` of them, or any number), or a failure."""
    try:
        found = np.asarray(found)
    except ValueError:
        found = np.array(None)
    fits = found.ndim == 1 and (size is None or len(found) == size)
    is_empty = found.shape == (0,) and size in (None, 0)
    expect(fits and (found.dtype.kind in "iu" or is_empty), name, rule)
    return found.astype(int)


# --- stratified_split ------------------------------------------------------------------

#: how many samples each class has, and the shares
SPLITS = (
    ((30, 70, 11, 53), (0.6, 0.3, 0.1)),
    ((7, 90, 45), (0.75, 0.25)),
    ((23, 6, 41, 38, 17), (0.5, 0.2, 0.15, 0.15)),
    ((40,), (0.7, 0.3)),
    ((13, 29), (1.0,)),
)


def labeled(rng, counts):
    """Labels in a random order, so many of each; not all numbers are used."""
    return rng.permutation(np.repeat(3 * np.arange(len(counts)), counts))


def parts_of(student, y, shares, rng):
    name = "stratified_split"
    rule = "a part is an array of whole numbers, the indices of its samples"
    found = expect_parts(student.stratified_split(y, shares, rng), len(shares), name)
    return [whole_numbers(part, None, name, rule) for part in found]


def one_of_each(parts, n):
    together = np.sort(np.concatenate(parts))
    rule = "every index from 0 to n - 1 is in one part, and in one only"
    expect(np.array_equal(together, np.arange(n)), "stratified_split", rule)


@check("stratified_split", points=1.5)
def gives_each_part_its_share_of_each_class(student, rng):
    for counts, shares in SPLITS:
        y = labeled(rng, counts)
        parts = parts_of(student, y, shares, rng.spawn(1)[0])
        one_of_each(parts, len(y))
        for share, part in zip(shares, parts):
            for label, count in zip(3 * np.arange(len(counts)), counts):
                off = np.sum(y[part] == label) - share * count
                rule = "of each class a part has its share, to within one sample"
                expect(abs(off) <= 1 + 1e-9, "stratified_split", rule)
    y = labeled(rng, (9, 17, 12)).tolist()  # lists
    one_of_each(parts_of(student, y, [0.75, 0.25], rng.spawn(1)[0]), len(y))


@check("stratified_split", points=1)
def draws_the_samples_and_their_order(student, rng):
    y, shares = labeled(rng, (60, 90, 75)), (0.7, 0.3)
    generators = rng.spawn(40)
    again = copy.deepcopy(generators)
    first = [parts_of(student, y, shares, generator) for generator in generators]
    for generator, parts in list(zip(again, first))[:3]:
        same = zip(parts, parts_of(student, y, shares, generator))
        rule = "the same rng gives the same parts: it is the only source of randomness"
        expect(all(np.array_equal(*pair) for pair in same), "stratified_split", rule)
    for index in range(2):
        inside = np.zeros(len(y))
        for parts in first:
            one_of_each(parts, len(y))
            inside[parts[index]] += 1
            order, labels = parts[index], y[parts[index]]
            rule = "a part is in random order, not sorted by class or by index"
            # a random order has about two thirds of either
            expect(np.mean(np.diff(labels) != 0) > 0.4, "stratified_split", rule)
            expect(0.25 < np.mean(np.diff(order) > 0) < 0.75, "stratified_split", rule)
        rule = "any sample of a class may come into any part: they are drawn by rng"
        # of 40 draws; of 225 samples a right answer has one outside in 10 million checks
        share = shares[index]
        expect(np.all(np.abs(inside / 40 - share) < 0.49), "stratified_split", rule)
        expect(np.std(inside / 40) > 0.03, "stratified_split", rule)


@check("stratified_split", points=0.5)
def refuses_shares_that_are_none(student, rng):
    y = labeled(rng, (9, 14, 11))
    for shares in ((0.7, 0.4), (0.5, 0.3), (1.2, -0.2), (0.6, 0.0, 0.4)):
        draw = rng.spawn(1)[0]
        expect_raises(ValueError, student.stratified_split, y, shares, draw, mentions="shares")


# --- prepare ---------------------------------------------------------------------------


# one check, so that the colleague's function earns nothing
@check("prepare", points=1)
def measures_the_training_part_alone(student, rng):
    same = student.prepare, reference.prepare
    for n, m, d in ((9, 6, 5), (7, 11, 3), (5, 1, 3), (3, 8, 1)):
        scale, center = rng.uniform(0.2, 30, size=d), rng.normal(size=d)
        train, new = rng.normal(size=(n, d)), rng.normal(size=(m, d)) + 1.5
        expect_agrees(*same, center + scale * train, center + scale * new)
    train, new = rng.normal(size=(10, 5)), rng.normal(size=(7, 5))
    train[:, 1], train[:, 3] = 0.1, 0.0  # the mean of ten 0.1s is not quite 0.1
    expect_agrees(*same, train, new)
    expect_agrees(*same, np.ones((3, 2)), np.zeros((5, 2)))
    expect_agrees(*same, 0.01 * rng.normal(size=(9, 5)), rng.normal(size=(6, 5)))
    train = whole(rng, (6, 3))
    train[0] = train[1] + 3
    expect_robust(*same, train, whole(rng, (7, 3)))
    expect_agrees(*same, 1e4 * rng.normal(size=(9, 3)), 1e4 * rng.normal(size=(5, 3)))


# --- build_model -----------------------------------------------------------------------

#: (n, d, k): samples, pixels, classes
MODELS = ((7, 3, 5), (6, 64, 10), (9, 5, 3), (1, 5, 3), (7, 1, 2))


def built(student, d, k, rng):
    """The three things that ``build_model`` returns, after a look at their form."""
    name = "build_model"
    params, scores, slopes = expect_parts(student.build_model(d, k, rng), 3, name)
    expect(isinstance(params, list) and len(params) > 0, name, "params is a list of arrays")
    for array in params:
        is_one = isinstance(array, np.ndarray) and array.dtype == np.float64
        expect(is_one and array.size > 0, name, "every item of params is an array, float64")
        expect(bool(np.all(np.isfinite(array))), name, "params are finite numbers")
    for function in (scores, slopes):
        expect(callable(function), name, "scores and loss_and_gradients are functions")
    return params, StudentFunction(scores, "scores"), StudentFunction(slopes, "loss_and_gradients")


def elsewhere(params, rng):
    """Parameters near those at the start, with none of them 0."""
    return [a + 0.3 * rng.normal(size=a.shape) / np.sqrt(max(a.shape[0], 1)) for a in params]


def samples(rng, n, d, k):
    return rng.uniform(0, 1, size=(n, d)), rng.integers(0, k, size=n)


def scores_of(scores, params, X, k):
    Z = scores(params, X)
    expect_shape(Z, (len(X), k), "build_model")
    Z = np.asarray(Z, dtype=float)
    expect(bool(np.all(np.isfinite(Z))), "build_model", "scores are finite numbers")
    return Z


def loss_of(slopes, *args, **options):
    """The loss, and the gradients, one of the shape of each of the parameters."""
    params = args[0]
    loss, gradients = expect_parts(slopes(*args, **options), 2, "build_model")
    is_number = isinstance(loss, (int, float, np.number)) or getattr(loss, "shape", None) == ()
    expect(is_number, "build_model", "the loss is one number")
    gradients = expect_parts(gradients, len(params), "build_model")
    for array, gradient in zip(params, gradients):
        expect_shape(gradient, array.shape, "build_model")
    return float(loss), [np.asarray(gradient, dtype=float) for gradient in gradients]


@check("build_model", points=1)
def scores_every_class_and_can_learn(student, rng):
    name = "build_model"
    for n, d, k in MODELS:
        params, scores, _ = built(student, d, k, seeded(rng))
        X, _ = samples(rng, n, d, k)
        Z = scores_of(scores, params, X, k)
        one = scores_of(scores, params, X[:1], k)
        rule = "the scores of a sample do not depend on what else is in X"
        expect(np.allclose(one, Z[:1], rtol=1e-9, atol=1e-9), name, rule)
    seed = rng.integers(2**32)
    one, same, other = (
        built(student, 5, 3, np.random.default_rng(s))[0] for s in (seed, seed, seed + 1)
    )
    rule = "the parameters at the start come from rng, and from nowhere else"
    expect(all(np.array_equal(*pair) for pair in zip(one, same)), name, rule)
    expect(not all(np.array_equal(*pair) for pair in zip(one, other)), name, rule)
    # three clouds: with steps that shrink where the loss does not fall
    centers = np.array([[0.1, 0.2, 0.9], [0.9, 0.1, 0.3], [0.2, 0.9, 0.1]])
    y = np.arange(15) % 3
    X = centers[y] + 0.05 * rng.normal(size=(15, 3))
    params, _, slopes = built(student, 3, 3, seeded(rng))
    rate = 1.0
    loss, gradients = loss_of(slopes, params, X, y)
    for _ in range(200):
        moved = [a - rate * g for a, g in zip(params, gradients)]
        new, there = loss_of(slopes, moved, X, y)
        if new < loss:
            params, loss, gradients, rate = moved, new, there, 1.2 * rate
        else:
            rate /= 2
        if loss < 0.1:
            return
    expect(loss < 0.1, name, "200 steps down its gradient lead to a loss below 0.1 on 15 samples")


@check("build_model", points=1)
def has_the_mean_cross_entropy_of_its_own_scores(student, rng):
    name = "build_model"
    for n, d, k in MODELS:
        params, scores, slopes = built(student, d, k, seeded(rng))
        X, y = samples(rng, n, d, k)
        params = elsewhere(params, rng)
        for data, at in ((X, params), (1e4 * X, params)):
            Z = scores_of(scores, at, data, k)
            top = Z.max(axis=1)
            ours = top + np.log(np.sum(np.exp(Z - top[:, np.newaxis]), axis=1))
            wanted = float(np.mean(ours - Z[np.arange(n), y]))
            got, _ = loss_of(slopes, at, data, y)
            what = "loss, beside the mean cross-entropy of your scores"
            expect_close(got, wanted, name, what=what)
        l2 = float(rng.uniform(0.2, 0.9))
        more, _ = loss_of(slopes, params, X, y, l2)
        plain, _ = loss_of(slopes, params, X, y)
        wanted = l2 / 2 * sum(np.sum(a**2) for a in params if a.ndim > 1)
        expect_close(more - plain, wanted, name, what="what l2 adds to the loss")
    X, y = whole(rng, (7, 5)), rng.integers(0, 3, size=7)  # lists and integers
    params, scores, slopes = built(student, 5, 3, seeded(rng))
    for given in (X.tolist(), X.astype(int)):
        expect_close(scores(params, given), scores(params, X), name, what="scores")
        expect_close(slopes(params, given, y.tolist())[0], slopes(params, X, y)[0], name)


@check("build_model", points=2)
def goes_down_the_slope_of_its_own_loss(student, rng):
    for n, d, k in MODELS:
        params, _, slopes = built(student, d, k, seeded(rng))
        X, y = samples(rng, n, d, k)
        params = elsewhere(params, rng)
        # without a penalty once, and everywhere with one
        for options in [{}] * ((n, d, k) == MODELS[0]) + [{"l2": float(rng.uniform(0.2, 0.9))}]:
            _, gradients = loss_of(slopes, params, X, y, **options)
            for index, gradient in enumerate(gradients):
                expect_slope(slopes, params, index, gradient, (X, y), options, rng)


def expect_slope(slopes, params, index, gradient, data, options, rng):
    """Raise unless ``gradient`` is the slope of the answer's own loss, in a random direction."""
    for _ in range(5):
        way = rng.normal(size=params[index].shape)

        def loss(t, way=way):
            # so short a way that it hardly ever passes the kink of a unit
            moved = params[index] + 1e-3 * float(t) * way
            at = [*params[:index], moved, *params[index + 1 :]]
            return float(slopes(at, *data, **options)[0])

        found = differentiate(loss, np.array(0.0))
        if not found.kink.any():
            break
    else:
        raise CheckFailed("build_model", "rule", (Fact("rule", "the loss has slopes"),))
    with_penalty = " with a penalty" if options else ""
    expect_close(
        1e-3 * np.sum(gradient * way),
        float(found.value),
        "build_model",
        what=f"slope of your loss{with_penalty} along params[{index}], {params[index].shape}",
        rtol=1e-6,
        atol=float(found.error) + 1e-12,
    )


# --- train_with_patience ---------------------------------------------------------------


class Training:
    """A training of which all is known: after e epochs the parameters are e, in an array."""

    def __init__(self, losses):
        self.losses, self.asked, self.epochs = losses, [], 0

    def where(self, params):
        epoch = np.asarray(params, dtype=float)
        is_one = epoch.shape == (2,) and epoch[0] == int(epoch[0]) and epoch[1] == 0.7
        rule = "epoch and validation_loss are called with parameters, as they are"
        expect(bool(is_one), "train_with_patience", rule)
        return int(epoch[0])

    def epoch(self, params):
        self.epochs += 1
        rule = "epoch is not called more often than max_epochs and patience allow"
        expect(self.epochs <= len(self.losses), "train_with_patience", rule)
        return np.array([self.where(params) + 1.0, 0.7])

    def validation_loss(self, params):
        self.asked.append(self.where(params))
        rule = "validation_loss is asked once at the start and once after each epoch"
        expect(len(self.asked) <= len(self.losses) + 1, "train_with_patience", rule)
        return float(self.losses[min(self.asked[-1], len(self.losses) - 1)])


#: losses, patience, max_epochs
TRAININGS = (
    ((5.0, 3.0, 4.0, 2.0, 2.5, 2.6, 2.7, 1.0, 0.5), 3, 8),
    ((5.0, 3.0, 4.0, 2.0, 2.5, 2.6, 2.7, 1.0, 0.5), 5, 8),
    ((5.0, 3.0, 4.0, 2.0, 2.5, 2.6, 2.7, 1.0, 0.5), 1, 8),
    ((3.0, 2.0, 2.0, 2.0, 1.5, 1.5, 1.5, 1.5, 1.0), 3, 8),
    ((3.0, 2.5, 2.0, 1.5, 1.2, 1.1, 1.0), 3, 5),
    ((1.0, 1.5, 1.2, 1.1, 1.05, 0.9), 3, 5),
    ((1.0, 1.5, 1.2, 1.1, 1.05), 7, 4),
    ((2.0, 1.0), 3, 0),
)


def trained(student, losses, patience, max_epochs):
    training = Training(losses)
    start = np.array([0.0, 0.7])
    with endless_means("it stops after max_epochs epochs"):
        found = student.train_with_patience(
            start, training.epoch, training.validation_loss, patience, max_epochs
        )
    params, seen = expect_parts(found, 2, "train_with_patience")
    return training, training.where(params), seen


def hidden_trainings(rng):
    yield from TRAININGS
    for _ in range(6):
        n = int(rng.integers(9, 14))
        losses = rng.integers(1, 30, size=n) / 4 - 0.1 * np.arange(n)
        yield tuple(losses), int(rng.choice([3, 5, 2])), n - 1


def expected_of(losses, patience, max_epochs):
    known = Training(losses)
    return reference.train_with_patience(
        np.array([0.0, 0.7]), known.epoch, known.validation_loss, patience, max_epochs
    )


@check("train_with_patience", points=1.5)
def returns_the_parameters_of_the_lowest_loss(student, rng):
    for case in hidden_trainings(rng):
        _, got, _ = trained(student, *case)
        best = int(expected_of(*case)[0][0])
        what = "number of epochs after which the returned parameters were reached"
        expect_close(got, best, "train_with_patience", what=what)


@check("train_with_patience", points=1.5)
def returns_the_losses_and_stops_in_time(student, rng):
    for case in hidden_trainings(rng):
        training, _, seen = trained(student, *case)
        expect_close(seen, expected_of(*case)[1], "train_with_patience", what="losses")
        rule = "no epoch is trained whose loss is not in losses"
        expect(training.epochs == len(np.asarray(seen)) - 1, "train_with_patience", rule)


@check("train_with_patience", points=1)
def takes_a_loss_that_is_no_number_for_no_progress(student, rng):
    for losses, patience, most in (
        ((3.0, 2.0, np.nan, np.nan, np.nan, 1.0), 3, 5),
        ((3.0, 2.0, np.nan, 1.0, np.nan, 0.5), 3, 5),
        ((3.0, np.inf, np.nan, np.inf, 2.0, 2.5), 5, 5),
    ):
        training, got, seen = trained(student, losses, patience, most)
        wanted = expected_of(losses, patience, most)
        expect_close(got, int(wanted[0][0]), "train_with_patience", what="epochs of the best")
        length = len(np.asarray(seen))
        expect_close(length, len(wanted[1]), "train_with_patience", what="number of losses")
        rule = "no epoch is trained whose loss is not in losses"
        expect(training.epochs == length - 1, "train_with_patience", rule)


# --- choose_setting --------------------------------------------------------------------


@check("choose_setting", points=1.5)
def takes_the_simplest_within_one_standard_error(student, rng):
    same = student.choose_setting, reference.choose_setting
    for settings, repeats in ((7, 5), (6, 3), (9, 6), (5, 11), (3, 2), (1, 3)):
        for _ in range(8):
            level = np.cumsum(rng.uniform(0, 0.02, size=settings))[:, np.newaxis]
            noise = rng.normal(size=(settings, repeats)) * 0.02
            expect_agrees(*same, 0.85 + level + noise)
    # the best is not the last, and others after it are close as well
    falling = np.array([0.7, 0.8, 0.93, 0.95, 0.94, 0.948])[:, np.newaxis]
    expect_agrees(*same, falling + 0.03 * rng.normal(size=(6, 5)))
    expect_agrees(*same, (falling + 0.01 * rng.normal(size=(6, 3))).tolist())
    expect_agrees(*same, np.array([[3, 5, 4], [9, 7, 9], [8, 8, 9]]))


@check("choose_setting", points=0.5)
def refuses_what_has_no_error(student, rng):
    for settings in (3, 5):
        accuracies = rng.uniform(size=(settings, 1))
        expect_raises(ValueError, student.choose_setting, accuracies, mentions="accuracies")


# --- train_classifier ------------------------------------------------------------------

#: what is to be read of the held-out fifth
LEAST = 0.96


def fitted(student, X, y, rng):
    """What ``train_classifier`` returns, called with care."""
    predict = student.train_classifier(X, y, rng)
    rule = "it returns a function predict(X), not labels"
    expect(callable(predict), "train_classifier", rule)
    return StudentFunction(predict, "predict")


def labels_of(predict, X):
    """The labels that ``predict`` gives, one an image."""
    rule = "predict(X) returns one label an image, whole numbers in an array (n,)"
    return whole_numbers(predict(X), len(X), "train_classifier", rule)


def on_labels(found, share):
    """Yield what the labels themselves tell of a classifier that learned too little."""
    if len(np.unique(found)) == 1:
        yield Hint("digits", "every image gets the same label")
    elif share < 0.2:
        yield Hint("digits", "it reads no more of them than a guess would")


@check("train_classifier", points=5.5, patience=6)
def reads_digits_that_it_has_not_seen(student, rng):
    X, digits = load_digits()
    held_out = np.arange(len(X)) % 5 == 4
    order = rng.permutation(np.flatnonzero(~held_out))
    y = rng.permutation(10)[digits]  # under other names, which no table from elsewhere can know
    for start in range(3):
        predict = fitted(student, X[order], y[order], seeded(rng))
        found = labels_of(predict, X[held_out])
        share = float(np.mean(found == y[held_out]))
        if share >= LEAST:
            return
        if start == 2 or share < LEAST - 0.03:  # a near miss gets another start
            break
    facts = (
        Fact("rule", f"{LEAST:g} or more of the images that it has not seen are read right"),
        Fact("got", f"{share:.3f} of {len(found)} images"),
    )
    raise CheckFailed("train_classifier", "rule", facts, hints=tuple(on_labels(found, share)))


@check("train_classifier", points=1.5, patience=6)
def takes_any_number_of_classes_and_draws_from_rng_alone(student, rng):
    X, digits = load_digits()
    few = rng.permutation(np.flatnonzero(digits < 3))
    seen, new = few[:200], few[200:]
    seed = rng.integers(2**32)
    one, same = (
        fitted(student, *given, np.random.default_rng(seed))
        for given in (
            (X[seen], digits[seen]),
            (X[seen].tolist(), digits[seen].tolist()),
        )
    )
    name = "train_classifier"
    share = np.mean(labels_of(one, X[new]) == digits[new])
    expect(bool(share >= 0.9), name, "of three digits, too, it reads most that it has not seen")
    noise = rng.random((200, 64))  # two networks would see different things in it
    labels = labels_of(one, noise)
    rule = "asked once more, predict says the same"
    expect(bool(np.array_equal(labels, labels_of(one, noise))), name, rule)
    rule = "what predict says of an image does not depend on what else is in X"
    expect(bool(labels_of(one, noise[:1])[0] == labels[0]), name, rule)
    expect(bool(np.array_equal(labels_of(one, noise[:50] + 0), labels[:50])), name, rule)
    rule = "the same rng gives the same predictions: it is the only source of randomness"
    expect(bool(np.array_equal(labels, labels_of(same, noise))), name, rule)


# --- error_analysis --------------------------------------------------------------------

ANALYSES = ((60, 5), (45, 3), (90, 7), (200, 10), (25, 2))


def read_badly(rng, n, k):
    """Scores of which a third are wrong, some pairs more often than others; and the labels."""
    y = rng.integers(0, k, size=n)
    scores = rng.normal(size=(n, k)) * rng.uniform(0.5, 3, size=(n, 1))
    scores[np.arange(n), y] += rng.uniform(0, 4, size=n)
    return scores, y


def analysis(student, scores, y):
    """Its three parts, with the pair and the indices as whole numbers."""
    name = "error_analysis"
    counts, pair, wrong = expect_parts(student.error_analysis(scores, y), 3, name)
    pair = whole_numbers(pair, 2, name, "the pair is two labels, whole numbers")
    rule = "the mistakes are an array of indices, whole numbers"
    return counts, tuple(pair.tolist()), whole_numbers(wrong, None, name, rule)


def expect_analysis(student, scores, y, parts):
    given = analysis(student, scores, y)
    wanted = reference.error_analysis(scores, y)
    whats = ("counts", "the pair", "indices of the mistakes, the most confident first")
    for part in parts:
        expect_close(given[part], wanted[part], "error_analysis", what=whats[part])


@check("error_analysis", points=1)
def counts_what_was_taken_for_what(student, rng):
    for n, k in ANALYSES:
        scores, y = read_badly(rng, n, k)
        expect_analysis(student, scores, y, [0])
    y[:] = 0  # a class that never comes, and one that is never said
    expect_analysis(student, scores, y, [0])
    scores = np.array([[3, 1, 0], [0, 2, 5], [1, 4, 2], [7, 0, 1], [2, 9, 0]])
    expect_analysis(student, scores.tolist(), [1, 2, 0, 0, 2], [0, 1])


@check("error_analysis", points=1)
def finds_the_pair_that_is_mistaken_most(student, rng):
    for n, k in ANALYSES:
        scores, y = read_badly(rng, n, k)
        expect_analysis(student, scores, y, [1])
    # one pair leads only if both ways are added; the other only by one way
    k = int(rng.integers(5, 8))
    a, b, c, d = rng.permutation(k)[:4]
    mistakes = [(a, b)] * 5 + [(b, a)] * 4 + [(c, d)] * 7 + [(d, c)]
    y, said = np.array(mistakes).T
    scores = np.eye(k)[said] + 0.1 * rng.uniform(size=(len(y), k))
    expect_analysis(student, scores, y, [1])
    # equally often: the pair that comes first
    y, said = np.array([(1, 3), (4, 2), (2, 1), (0, 4), (3, 3)]).T
    expect_analysis(student, np.eye(5)[said], y, [1])


@check("error_analysis", points=1)
def sorts_the_mistakes_by_their_confidence(student, rng):
    for n, k in ANALYSES:
        scores, y = read_badly(rng, n, k)
        expect_analysis(student, scores, y, [2])
        # confidence does not change when all scores of an image rise
        expect_analysis(student, scores + 20 * rng.normal(size=(n, 1)), y, [2])
    scores = rng.normal(size=(9, 3)) + np.array([1e4, 0.0, 0.0])
    scores[::2, 1:] += 1e4
    expect_analysis(student, scores, np.arange(9) % 3, [2])
    said = np.array([0, 2, 1, 1, 2])  # equally sure: in their order
    expect_analysis(student, np.eye(3)[said], np.array([1, 2, 0, 1, 0]), [2])
    said = rng.integers(0, 5, size=200)  # and many of them
    scores = np.eye(5)[said] * rng.integers(1, 4, size=(200, 1))
    expect_analysis(student, scores, (said + rng.integers(0, 2, size=200)) % 5, [2])
    right = np.array([2, 0, 1])  # no mistakes
    _, _, none = analysis(student, np.eye(3)[right], right)
    expect(len(none) == 0, "error_analysis", "where nothing is wrong, no index comes back")


# --- learning_curve --------------------------------------------------------------------


class Learner:
    """A fit that writes down which samples it was given, and reads some of them wrong."""

    def __init__(self, rng, n, m):
        self.rng, self.n, self.m = rng, n, m
        self.X = np.column_stack([np.arange(n), rng.normal(size=(n, 2))])
        self.y = rng.integers(0, 5, size=n)
        self.X_held = np.column_stack([1000 + np.arange(m), rng.normal(size=(m, 2))])
        self.y_held = rng.integers(0, 5, size=m)
        self.fitted = []

    def fit(self, X, y, rng):
        rows = np.asarray(X, dtype=float)
        which = rows[:, 0].astype(int) if rows.ndim == 2 else np.array([-1])
        name, rule = "learning_curve", "fit gets samples of X, each with its y"
        known = bool(np.all((which >= 0) & (which < self.n)))
        expect(known and rows.shape == (len(which), 3), name, rule)
        expect(np.array_equal(np.asarray(y), self.y[which]), name, rule)
        expect(isinstance(rng, np.random.Generator), name, "fit gets rng as its third argument")
        self.fitted.append(which)
        return self.reader(len(which))

    def reader(self, size):
        """It reads the more, the more it was shown; which ones is drawn."""
        known = np.concatenate([self.y, self.y_held])
        wrong = self.rng.random(len(known)) > 0.3 + 0.6 * size / self.n
        known = np.where(wrong, (known + 1) % 5, known)

        def predict(X):
            which = np.asarray(X, dtype=float)[:, 0].astype(int)
            return known[np.where(which >= 1000, which - 1000 + self.n, which)]

        self.readers = [*getattr(self, "readers", []), predict]
        return predict


CURVES = ((30, 11, (5, 9, 17, 30)), (50, 23, (3, 20, 41)), (13, 7, (13,)), (40, 9, (25, 1, 15)))


def curve_of(student, rng, n, m, sizes, as_given=np.asarray):
    learner = Learner(rng, n, m)
    data = learner.X, learner.y, learner.X_held, learner.y_held
    found = student.learning_curve(learner.fit, *map(as_given, data), sizes, rng.spawn(1)[0])
    return learner, expect_parts(found, 2, "learning_curve")


@check("learning_curve", points=1.5)
def trains_on_more_and_more_of_the_same_samples(student, rng):
    name = "learning_curve"
    first = set()
    for n, m, sizes in CURVES:
        learner, _ = curve_of(student, rng, n, m, sizes)
        expect(len(learner.fitted) == len(sizes), name, "fit is called once for each size")
        for which, size in zip(learner.fitted, sizes):
            rule = "fit gets as many samples as the size says, none of them twice"
            expect(len(which) == len(set(which.tolist())) == size, name, rule)
        nested = sorted((set(which.tolist()) for which in learner.fitted), key=len)
        rule = "a larger size keeps the samples of the smaller ones"
        expect(all(a <= b for a, b in zip(nested, nested[1:])), name, rule)
    for _ in range(8):
        learner, _ = curve_of(student, rng, 30, 7, (5,))
        expect(len(learner.fitted) == 1, name, "fit is called once for each size")
        first.add(tuple(sorted(learner.fitted[0].tolist())))
    expect(len(first) > 4, name, "which samples come first is drawn by rng")
    again = [curve_of(student, np.random.default_rng(7), 30, 7, (5,))[0] for _ in range(2)]
    same = np.array_equal(np.sort(again[0].fitted[0]), np.sort(again[1].fitted[0]))
    expect(same, name, "the same rng gives the same samples")


@check("learning_curve", points=1)
def measures_on_what_was_seen_and_on_what_was_held_out(student, rng):
    for n, m, sizes in CURVES:
        as_given = np.ndarray.tolist if n == 50 else np.asarray  # lists, for once
        learner, (seen, held) = curve_of(student, rng, n, m, sizes, as_given)
        expect(
            len(learner.fitted) == len(sizes),
            "learning_curve",
            "fit is called once for each size",
        )
        wanted = [
            np.mean(predict(learner.X[which]) == learner.y[which])
            for predict, which in zip(learner.readers, learner.fitted)
        ]
        expect_close(seen, np.array(wanted), "learning_curve", what="shares of what was seen")
        wanted = [np.mean(predict(learner.X_held) == learner.y_held) for predict in learner.readers]
        expect_close(held, np.array(wanted), "learning_curve", what="shares of what was held out")


@check("learning_curve", points=0.5)
def refuses_sizes_that_cannot_be(student, rng):
    learner = Learner(rng, 20, 7)
    data = learner.fit, learner.X, learner.y, learner.X_held, learner.y_held
    for sizes in ((5, 21), (0, 7), (-3, 6)):
        expect_raises(
            ValueError, student.learning_curve, *data, sizes, rng.spawn(1)[0], mentions="sizes"
        )
