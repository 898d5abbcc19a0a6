"""What is graded: regularization."""

import contextlib

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    Hint,
    StudentFunction,
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_frequencies,
    expect_gradient,
    expect_parts,
    expect_raises,
    expect_reproducible,
    expect_robust,
    expect_shape,
)
from autograder.checks.inputs import ARRAYS, nonzero
from autograder.datasets import load_digits

from ..backpropagation.reference import init_mlp, mlp_forward, train
from . import reference

HINTS = ("suspect", "digits")


@contextlib.contextmanager
def explained(causes):
    """Give the first of ``causes``, texts that may be made when asked, to whatever fails inside."""
    try:
        yield
    except CheckFailed as failed:
        if text := next(iter(causes), None):
            failed.explain(Hint("suspect", text))
        raise


# --- penalties -------------------------------------------------------------------------


@check("penalties", points=1)
def have_the_values_of_the_two_norms(student, rng):
    for name in ("l1_penalty", "l2_penalty"):
        same = student[name], getattr(reference, name)
        for shape in ARRAYS:
            # cut to an integer, or divided by 2 as one, lam is not 0
            w, lam = rng.normal(size=shape), float(rng.uniform(2.1, 2.9))
            expect_agrees(*same, w, lam)
            expect_agrees(*same, w, 0.0)
        expect_robust(*same, rng.choice([-3.0, -1.0, 2.0], size=(2, 3)), 0.7)


def causes_of_slopes(got, w, lam):
    """Yield what explains wrong slopes of the L1 penalty that are plain numbers."""
    for text, slopes in {
        "lam is not used": np.sign(w),
        "negative weights get 0, as if this were the slope of a ReLU": lam * (w > 0),
    }.items():
        if np.array_equal(got, slopes) and np.any(w < 0):
            yield text


@check("penalties", points=1)
def have_gradients_that_are_their_derivatives(student, rng):
    for shape in ARRAYS:
        # cut to an integer, lam is not 1, which a forgotten lam would be taken for
        w, lam = nonzero(rng, shape), float(rng.uniform(2.1, 2.9))
        with explained(causes_of_slopes(student.l1_gradient(w, lam), w, lam)):
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
    expect_agrees(*same, nonzero(rng, (10, 5)), 0.83)  # many on each side, small and large
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
    expect_reproducible(student.dropout_forward, np.ones((7, 5)), 0.3, rng=rng)
    for p in (0.3, float(rng.uniform(0.35, 0.45)), 0.5, 0.8):
        X = rng.normal(size=(160, 100))
        X[:40] = 0.0  # dropped or not cannot be read off a zero
        out, mask = parts(student.dropout_forward(X, p, rng.spawn(1)[0]), X.shape)
        dropped = mask == 0
        with explained(causes_of_mask(mask, p)):
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
                code = np.bincount((3 - 2 * first - second).ravel(), minlength=4)
                expect_frequencies(code, pairs, "dropout_forward", what="neighbors")
        expect_close(out, X * mask, "dropout_forward", what="out", given={"X": X, "p": p})
    # how many of four are dropped is left to chance too
    few = [student.dropout_forward(X[:2, :2], 0.5, rng.spawn(1)[0]) for _ in range(100)]
    counts = np.bincount([np.sum(parts(pair, (2, 2))[1] == 0) for pair in few], minlength=5)
    chances = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16]
    expect_frequencies(counts, chances, "dropout_forward", what="how many of four are dropped")


def causes_of_mask(mask, p):
    """Yield, in words, what explains the mask of a dropout with probability ``p``."""
    dropped = mask == 0
    if len(np.unique(dropped, axis=0)) == 1:
        yield "one mask is drawn for a row and shared by all rows"
    if len(np.unique(dropped, axis=1).T) == 1:
        yield "all entries of a row are dropped together"
    scales = {
        "the mask holds 1 for what is kept, not 1 / (1 - p)": 1.0,
        "what is kept is multiplied by 1 - p, not divided": 1 - p,
        "what is kept is divided by p, not by 1 - p": 1 / p,
        "the scale is squared": (1 - p) ** -2,
        "the root is taken of the scale": (1 - p) ** -0.5,
        "what is kept is divided by 1 + p": 1 / (1 + p),
        "what is kept is multiplied by 1 + p": 1 + p,
        "p is not used, and half of the entries are dropped": 2.0,
    }
    for text, scale in scales.items():
        if np.allclose(mask[~dropped], scale):
            yield text
    share = dropped.mean()
    if share == 0:
        yield "nothing is dropped"
    elif abs(share - (1 - p)) < 0.02:
        yield "entries are kept, not dropped, with probability p"
    elif abs(share - 0.5) < 0.02:
        yield "p is not used, and half of the entries are dropped"


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
    for shape in ((7, 5), (9,), (3, 5, 6)):
        mask = reference.dropout_forward(np.ones(shape), 0.4, rng)[1]
        expect_agrees(*same, rng.normal(size=shape), mask)
    mask = np.array([[0.0, 2.0, 2.0], [2.0, 0.0, 0.0]])
    expect_robust(*same, rng.choice([-3.0, 1.0, 2.0], size=(2, 3)), mask)


# --- early_stopping --------------------------------------------------------------------

#: losses with a patience, and which step is kept; together they tell typical mistakes apart
SERIES = (
    ([7.3, 6.1, 5.2, 4.4, 3.9], 3, 4),
    ([3.1, 2.2, 2.6, 2.2, 1.3], 2, 1),
    ([9.4, 8.2, 8.7, 7.3, 7.9, 6.1, 6.6, 5.8], 3, 7),
    ([2.41, 2.4, 2.39, 2.38, 2.37, 2.36], 2, 5),
    ([3.3, 2.4, 2.9, 2.7, 1.6], 3, 4),
    ([3.3, 2.4, 2.9, 2.7, 2.5, 1.6], 3, 1),
    ([-1.2, -3.4, -2.7, -2.9, -5.1], 2, 1),
    ([4.6, 3.2, 3.8, 3.5, 3.7, 3.3, 3.9, 1.1, 0.7], 3, 1),
    ([3.1, 2.2, 2.9, 2.2, 2.7], 4, 1),
    ([9.4, 8.2, 8.7, 8.6, 7.3, 7.9, 7.7, 6.1], 3, 7),
    ([4.6, 3.2, 3.8, 3.5, 4.1, 3.7], 9, 1),
)
#: what mistakes answer to them, a digit each
STEPS = {
    "you return the step at which reading ended, not the one with the lowest loss": ("43754434475"),
    "the count of failures is not set back at an improvement, so they need not be in a row": (
        "41554111141"
    ),
    "an equal loss counts as lower, so you keep the last of equal ones": "44754111371",
    "an improvement must reach a smallest size in your code, but any lower loss counts": (
        "41704111171"
    ),
    "the steps are counted from 1, so your index is one too large": "52865222282",
    "you give up one failure too soon": "41751111111",
    "equal losses do not count as failures in your code": "44754111171",
    "you return how many losses were read, not the index of the lowest": "54865545586",
    "reading ends at the first failure, so patience is not used": "41151111111",
    "you look for the highest value, as if larger were better": "00000000000",
    "only the first losses are searched, as many as patience says": "21111111111",
    "only the first losses are searched, one more than patience says": "31321111111",
    "the losses are smoothed by a mean of neighbors before they are compared": ("44654542272"),
    "the lowest value starts at 0, so no positive loss is ever lower": "00000010000",
    "absolute values of the losses are compared, so negative ones count as large": ("41754101171"),
    "the last loss is never read": "31541111141",
    "the losses are read from the end to the beginning": "44754548371",
    "you go back from the end by patience, even if reading ended without a stop": ("11431111040"),
    "the count of failures goes down by one at an improvement, not back to 0": ("41754111141"),
    "reading goes on where failures in a row should end it": "44754548171",
    "reading goes on where failures in a row should end it, by one": "44754541171",
    "each loss is not compared with the lowest before it, and reading never ends": ("44754548375"),
    "the index of the last loss comes back, or one that is not the lowest": ("44754548475"),
}


def expect_steps(student, asked):
    """Ask for those of :data:`SERIES`; all of them tell which mistake gives such steps."""
    got = [student.early_stopping(losses, patience) for losses, patience, _ in SERIES]
    answers = []
    with contextlib.suppress(TypeError, ValueError):  # they may be anything
        answers = [float(step) for step in got]
    texts = [text for text, steps in STEPS.items() if answers == [int(step) for step in steps]]
    with explained(texts):
        for index in asked:
            expect_close(got[index], SERIES[index][-1], "early_stopping")


@check("early_stopping", points=1)
def keeps_the_lowest_loss_seen_in_time(student, rng):
    same = student.early_stopping, reference.early_stopping
    expect_steps(student, [0, 2, 3, 4, 5, 6, 7, 9, 10])
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
    expect_steps(student, [1, 8])
    for patience in (3, 4):
        expect_agrees(*same, np.array([2.0, 1.0, 1.0, 1.0, 1.0, 0.5]), patience)
    expect_agrees(*same, np.repeat([5.0, 4.0, 3.0, 2.0, 1.0], 2), 2)
    expect_agrees(*same, np.array([1.0, 3.0, 2.0, 2.0, 1.0, 0.0]), 3)
    for patience in (2, 3, 8):
        for _ in range(4):
            expect_agrees(*same, rng.integers(0, 6, size=25).astype(float), patience)
    expect_robust(*same, rng.permutation([3.0, 1.0, 1.0, 2.0, 5.0, 0.0]), 2)
    expect_agrees(*same, np.array([-1.0, -3.0, -2.0, -2.5]), 2)


# --- fit_few ---------------------------------------------------------------------------

#: how much more than a network without restraint it reads
GAIN = 0.05


def few_digits(rng):
    """300 digits, 90 with a label drawn at random, and 1,000 others as they are."""
    X, y = load_digits()
    order = rng.permutation(len(y))
    seen, new = order[:300], order[300:1300]
    labels = y[seen]
    labels[rng.choice(300, 90, replace=False)] = rng.integers(0, 10, size=90)
    return X[seen], labels, X[new], y[new]


def by_heart(X, y, rng):
    """The labels that a network gives which has learned all of ``y``, noise included."""
    params, _ = train(init_mlp([64, 64, 10], rng), X, y, 0.3, 50, 15, rng)
    return lambda X: mlp_forward(params, X)[0].argmax(axis=1)


def fitted(student, X, y, rng):
    predict = student.fit_few(X, y, rng)
    expect(callable(predict), "fit_few", "it returns a function predict(X), not labels")
    return StudentFunction(predict, "predict")


def labels_of(predict, X):
    found = predict(X)
    try:
        found = np.asarray(found)
    except ValueError:
        found = np.array(None)
    rule = "predict(X) returns one label an image, whole numbers in an array (n,)"
    is_one_each = found.shape == (len(X),) and found.dtype.kind in "iub"
    expect(is_one_each, "fit_few", f"{rule}, and not {found.dtype} {found.shape}")
    return found


def shares_of(student, rng):
    """For three draws: what ``fit_few`` reads of other digits, and what the plain network does;
    the share of the labels it learned from that it gives, and how many labels it uses.
    """
    rows = []
    for draw in rng.spawn(3):
        X, labels, new_X, new_y = few_digits(draw)
        predict = fitted(student, X, labels, np.random.default_rng(draw.integers(2**32)))
        said, plain = labels_of(predict, new_X), by_heart(X, labels, draw)(new_X)
        known = np.mean(labels_of(predict, X) == labels)
        rows.append((np.mean(said == new_y), np.mean(plain == new_y), known, len(np.unique(said))))
    return rows


@check("fit_few", points=4, patience=4)
def reads_more_than_a_network_that_learned_the_noise(student, rng):
    rows = shares_of(student, rng)
    share, plain = np.mean(rows, axis=0)[:2]
    if 0.01 < share - plain < GAIN:  # a near miss gets three more draws
        rows += shares_of(student, rng)
    share, plain, known, labels = np.mean(rows, axis=0)
    if share - plain >= GAIN:
        return
    least = f"{plain + GAIN:.3f} or more of the digits are read, {GAIN} above the plain network"
    facts = Fact("rule", least), Fact("got", f"{share:.3f}, the mean of {len(rows)} draws")
    hints = ()
    if labels == 1:
        hints = (Hint("digits", "every image gets the same label"),)
    elif known > 0.85:
        text = f"it gives {known:.0%} of the labels it learned from, noise included"
        hints = (Hint("digits", text),)
    raise CheckFailed("fit_few", "rule", facts, hints=hints)


@check("fit_few", points=1, patience=4)
def predicts_the_same_whenever_it_is_asked(student, rng):
    X, labels, new_X, _ = few_digits(rng)
    X, labels = X[:60], labels[:60]
    seed = rng.integers(2**32)
    one, same = (
        fitted(student, *given, np.random.default_rng(seed))
        for given in ((X, labels), (X.tolist(), labels.tolist()))
    )
    noise = rng.random((200, 64))  # two networks would see different things in it
    said = labels_of(one, noise)
    rule = "asked once more, predict says the same"
    expect(bool(np.array_equal(said, labels_of(one, noise))), "fit_few", rule)
    rule = "what predict says of an image does not depend on what else is in X"
    expect(bool(labels_of(one, noise[:1])[0] == said[0]), "fit_few", rule)
    rule = "the same rng gives the same predictions: it is the only source of randomness"
    expect(bool(np.array_equal(said, labels_of(same, noise))), "fit_few", rule)
