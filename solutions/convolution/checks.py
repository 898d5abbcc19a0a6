"""What is graded: convolution."""

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    Hint,
    StudentFunction,
    check,
    expect,
    expect_agrees,
    expect_backward,
    expect_parts,
    expect_robust,
    expect_stable,
)
from autograder.checks.inputs import whole
from autograder.datasets import load_digits

from . import reference

HINTS = ("digits",)

#: n, c, h, w, kh, kw, stride, pad: all sizes differ; then steps that do not come out even
#: (downwards, to the right), windows apart, windows as large as the image, or of a single pixel
WINDOWS = (
    (11, 6, 15, 19, 3, 5, 2, 1),
    (2, 3, 7, 6, 3, 2, 3, 0),
    (3, 2, 5, 8, 2, 3, 4, 2),
    (2, 1, 4, 5, 3, 3, 1, 2),
    (2, 1, 5, 6, 4, 5, 1, 3),
    (1, 2, 3, 4, 3, 4, 1, 0),
    (2, 3, 4, 5, 1, 1, 1, 0),
    (1, 1, 6, 6, 2, 2, 2, 0),
)


def windows(rng):
    """The cases of WINDOWS, and one that is drawn."""
    yield from WINDOWS
    n, c, stride, kh, kw = (int(a) for a in rng.integers(2, 5, size=5))
    pad = int(rng.integers(0, min(kh, kw)))
    yield n, c, kh + int(rng.integers(3, 7)), kw + int(rng.integers(3, 7)), kh, kw, stride, pad


def steps(length, k, stride, pad):
    return (length + 2 * pad - k) // stride + 1


# --- im2col and col2im -----------------------------------------------------------------


@check("im2col", points=2)
def lays_out_the_windows_of_all_images(student, rng):
    # the point: stride = 2, pad = 1
    same = student.im2col, reference.im2col
    for n, c, h, w, kh, kw, stride, pad in windows(rng):
        X = rng.normal(size=(n, c, h, w))
        expect_agrees(*same, X, kh, kw, stride, pad)
        expect_agrees(*same, X, kh, kw, stride=stride)
    expect_agrees(*same, rng.normal(size=(2, 3, 5, 6)), 2, 3, pad=2)


@check("im2col", points=0.5)
def takes_windows_side_by_side_without_more_words(student, rng):
    # the point: stride = 2, pad = 1
    same = student.im2col, reference.im2col
    for n, c, h, w, kh, kw in ((7, 8, 9, 11, 3, 5), (1, 1, 3, 3, 2, 2), (2, 3, 4, 3, 4, 1)):
        expect_agrees(*same, rng.normal(size=(n, c, h, w)), kh, kw)
    expect_robust(*same, whole(rng, (2, 3, 6, 4)), 3, 2, 2, 1)


def rows_of_windows(rng, n, c, h, w, kh, kw, stride=1, pad=0):
    """The shape of images, and one number for each pixel of their windows."""
    rows = n * steps(h, kh, stride, pad) * steps(w, kw, stride, pad)
    return rng.normal(size=(rows, c * kh * kw)), (n, c, h, w), kh, kw


@check("col2im", points=2)
def adds_up_what_windows_say_of_each_pixel(student, rng):
    # the point: stride = 2, pad = 1
    same = student.col2im, reference.col2im
    for *sizes, stride, pad in windows(rng):
        expect_agrees(*same, *rows_of_windows(rng, *sizes, stride, pad), stride, pad)
        expect_agrees(*same, *rows_of_windows(rng, *sizes, stride), stride=stride)


@check("col2im", points=0.5)
def adds_up_with_its_defaults_and_for_lists(student, rng):
    # the point: stride = 2, pad = 2
    same = student.col2im, reference.col2im
    for sizes in ((7, 8, 9, 11, 3, 5), (1, 1, 3, 3, 2, 2), (2, 3, 4, 3, 4, 1)):
        expect_agrees(*same, *rows_of_windows(rng, *sizes))
    expect_agrees(*same, *rows_of_windows(rng, 2, 3, 5, 6, 2, 3, 1, 2), pad=2)
    cols, *shapes = rows_of_windows(rng, 2, 3, 5, 4, 3, 2, 2, 1)
    expect_robust(*same, whole(rng, cols.shape), *shapes, 2, 1)


# --- conv2d ----------------------------------------------------------------------------

#: channels that come out, for each of WINDOWS and the drawn one
OUT = (7, 5, 3, 4, 3, 2, 3, 1, 5)


def layer(rng, n, c, h, w, kh, kw, k, draw=None):
    """Images, filters and biases."""
    draw = draw or (lambda rng, size: rng.normal(size=size))
    return draw(rng, (n, c, h, w)), draw(rng, (k, c, kh, kw)), draw(rng, k)


@check("conv2d_forward", points=1.5)
def weighs_each_window_with_each_filter(student, rng):
    # the point: stride = 2, pad = 1
    same = student.conv2d_forward, reference.conv2d_forward
    for (*sizes, stride, pad), k in zip(windows(rng), OUT):
        at = layer(rng, *sizes, k)
        expect_agrees(*same, *at, stride, pad)
        expect_agrees(*same, *at, stride=stride)
        expect_agrees(*same, *at)
    expect_agrees(*same, *layer(rng, 2, 3, 5, 6, 2, 3, 4), pad=2)


@check("conv2d_forward", points=0.5)
def stands_lists_integers_and_huge_numbers(student, rng):
    same = student.conv2d_forward, reference.conv2d_forward
    expect_robust(*same, *layer(rng, 2, 3, 5, 4, 3, 2, 4, whole), 2, 1)
    X, W, b = layer(rng, 2, 3, 5, 4, 3, 2, 4)
    expect_stable(*same, 1e4 * X, 1e4 * W, 1e4 * b)


def a_gradient(rng, X, W, stride=1, pad=0):
    """An upstream gradient of the shape of what comes out."""
    sides = zip(X.shape[2:], W.shape[2:])
    return rng.normal(size=(len(X), len(W), *(steps(*side, stride, pad) for side in sides)))


@check("conv2d_backward", points=2)
def takes_gradients_back_through_each_window(student, rng):
    # the point: stride = 2, pad = 1
    same = student.conv2d_backward, reference.conv2d_backward
    for (*sizes, stride, pad), k in zip(windows(rng), OUT):
        X, W, _ = layer(rng, *sizes, k)
        expect_agrees(*same, a_gradient(rng, X, W, stride, pad), X, W, stride, pad)
        expect_agrees(*same, a_gradient(rng, X, W), X, W)
    X, W, _ = layer(rng, 2, 3, 7, 6, 3, 2, 4)
    expect_agrees(*same, a_gradient(rng, X, W, 2), X, W, stride=2)
    expect_agrees(*same, a_gradient(rng, X, W, 1, 2), X, W, pad=2)
    X, W, _ = layer(rng, 2, 3, 5, 4, 3, 2, 4, whole)
    dout = np.sign(a_gradient(rng, X, W, 2, 1))
    expect_robust(*same, dout, X, W, 2, 1)


@check("conv2d_backward", points=1)
def is_the_derivative_of_each_layer(student, rng):
    # the point: stride = 2, pad = 1
    same = student.conv2d_backward, reference.conv2d_backward
    X, W, _ = layer(rng, *WINDOWS[0][:-2], OUT[0])
    expect_agrees(*same, a_gradient(rng, X, W, 2, 1), X, W, 2, 1)
    cases = ((3, 2, 6, 5, 3, 2, 7, 2, 1), (1, 1, 5, 4, 2, 3, 1, 1, 0), (2, 3, 3, 4, 2, 2, 2, 3, 2))
    for *sizes, stride, pad in cases:
        expect_backward(
            student.conv2d_backward,
            of=reference.conv2d_forward,
            at=layer(rng, *sizes),
            upstream=rng,
            wrt=("X", "W", "b"),
            takes=("X", "W"),
            stride=stride,
            pad=pad,
        )


# --- pooling ---------------------------------------------------------------------------

#: n, c, h, w, size, stride: all differ; then the usual one, overlaps, gaps, remainders
POOLS = (
    (7, 5, 17, 19, 3, 2),
    (2, 3, 4, 6, 2, 2),
    (3, 2, 5, 6, 2, 1),
    (2, 1, 8, 7, 2, 3),
    (1, 2, 7, 5, 3, 3),
    (2, 2, 4, 4, 4, 1),
    (1, 1, 3, 2, 1, 1),
    (2, 2, 5, 7, 4, 3),
)


def distinct(rng, shape):
    """Numbers of either sign that are never closer than 0.1."""
    size = int(np.prod(shape))
    return 0.1 * (rng.permutation(size) - size // 2).reshape(shape) + 0.03


def pools_windows(name):
    def asked(student, rng):
        # the point: stride = 2
        same = getattr(student, name), getattr(reference, name)
        for *shape, size, stride in POOLS:
            X = rng.normal(size=shape)
            expect_agrees(*same, X, size, stride)
            expect_agrees(*same, -1 - np.abs(X), size, stride)
        expect_agrees(*same, 1e4 * rng.normal(size=(2, 3, 5, 6)), 2, 2)
        expect_robust(*same, whole(rng, (2, 3, 5, 6)), 3, 2)

    return asked


def pool_gradient(rng, shape, size, stride):
    return rng.normal(size=(*shape[:2], *(steps(side, size, stride, 0) for side in shape[2:])))


def goes_back_through_windows(name, forward):
    def asked(student, rng):
        # the point: stride = 2
        same = getattr(student, name), getattr(reference, name)
        for *shape, size, stride in POOLS:
            expect_agrees(
                *same, pool_gradient(rng, shape, size, stride), distinct(rng, shape), size, stride
            )
        for shape, size, stride in (((2, 3, 5, 4), 3, 1), ((1, 1, 5, 6), 2, 2)):
            at = (distinct(rng, shape), size, stride)
            expect_backward(same[0], of=getattr(reference, forward), at=at, upstream=rng, wrt="X")
        dout = np.sign(pool_gradient(rng, (2, 3, 5, 6), 3, 2))
        expect_robust(
            *same, dout, rng.permutation(180.0 - np.arange(180)).reshape(2, 3, 5, 6), 3, 2
        )

    return asked


check("max_pool", points=1, name="takes_the_largest_of_each_window")(
    pools_windows("max_pool_forward")
)
check("max_pool", points=1, name="gives_the_gradient_to_what_was_largest")(
    goes_back_through_windows("max_pool_backward", "max_pool_forward")
)


@check("max_pool", points=1)
def gives_it_to_the_first_of_equal_maxima(student, rng):
    # the point: stride = 2
    same = student.max_pool_backward, reference.max_pool_backward
    for *shape, size, stride in POOLS:
        X = rng.integers(0, 3, size=shape).astype(float)  # many ties
        expect_agrees(*same, pool_gradient(rng, shape, size, stride), X, size, stride)
    expect_agrees(*same, rng.normal(size=(2, 3, 2, 3)), np.zeros((2, 3, 4, 6)), 2, 2)


check("avg_pool_forward", points=1, name="takes_the_mean_of_each_window")(
    pools_windows("avg_pool_forward")
)
check("avg_pool_backward", points=1, name="shares_the_gradient_among_each_window")(
    goes_back_through_windows("avg_pool_backward", "avg_pool_forward")
)


# --- fit_cnn ---------------------------------------------------------------------------

#: what is to be read, and how many numbers may be learned
LEAST, MOST = 0.97, 2000


def fitted(student, X, y, rng):
    """What ``fit_cnn`` returns, called with care: ``predict``, and the size of ``params``."""
    predict, params = expect_parts(student.fit_cnn(X, y, rng), 2, "fit_cnn")
    expect(callable(predict), "fit_cnn", "what it returns first is a function predict(X)")
    count = numbers_in(params)
    rule = f"params holds all numbers that predict has learned, {MOST:,} at most"
    expect(100 <= count <= MOST, "fit_cnn", f"{rule}; here {count:,}")
    return StudentFunction(predict, "predict")


def numbers_in(params):
    """How many numbers an array, a list of arrays, or a list of such lists holds."""
    if isinstance(params, (list, tuple)):
        return sum(numbers_in(part) for part in params)
    try:
        return np.asarray(params, dtype=float).size
    except (TypeError, ValueError):
        rule = "params is a list of arrays, or of pairs (W, b)"
        expect(False, "fit_cnn", rule)


def labels_of(predict, X):
    """The labels that ``predict`` gives, one an image."""
    found = predict(X)
    try:
        found = np.asarray(found)
    except ValueError:
        found = np.array(None)
    is_one_each = found.shape == (len(X),) and found.dtype.kind in "iub"
    rule = "predict(X) returns one label an image, whole numbers in an array (n,)"
    expect(is_one_each, "fit_cnn", f"{rule}, and not {found.dtype} {found.shape}")
    return found


def images():
    X, y = load_digits()
    return X.reshape(-1, 1, 8, 8), y


def expect_reads(share, least, count, hints=()):
    if share < least:
        facts = (
            Fact("rule", f"{least:g} or more of the images that it has not seen are read right"),
            Fact("got", f"{share:.3f} of {count} images"),
        )
        raise CheckFailed("fit_cnn", "rule", facts, hints=hints)


# first, since it is quick to tell what has not learned at all
@check("fit_cnn", points=1, patience=2)
def learns_from_few_images_and_says_the_same_again(student, rng):
    X, y = images()
    few = rng.permutation(np.flatnonzero(y < 3))
    seen, new = few[:240], few[240:]
    seed = rng.integers(2**32)
    one = fitted(student, X[seen], y[seen], np.random.default_rng(seed))
    found = labels_of(one, X[new])
    hints = ()
    if len(np.unique(found)) == 1:
        hints = (Hint("digits", "every image gets the same label"),)
    expect_reads(float(np.mean(found == y[new])), 0.9, len(new), hints)
    noise = rng.random((200, 1, 8, 8))  # two networks would see different things in it
    said = labels_of(one, noise)
    rule = "asked once more, predict says the same"
    expect(bool(np.array_equal(said, labels_of(one, noise))), "fit_cnn", rule)
    rule = "what predict says of an image does not depend on what else is in X"
    expect(bool(labels_of(one, noise[:1])[0] == said[0]), "fit_cnn", rule)
    same = fitted(student, X[seen].tolist(), y[seen].tolist(), np.random.default_rng(seed))
    rule = "the same rng gives the same predictions: it is the only source of randomness"
    expect(bool(np.array_equal(said, labels_of(same, noise.tolist()))), "fit_cnn", rule)


@check("fit_cnn", points=2, patience=4)
def reads_digits_that_it_has_not_seen(student, rng):
    X, y = images()
    y = rng.permutation(10)[y]  # under other names, which no table from elsewhere can know
    held_out = np.arange(len(y)) % 5 == 4
    order = rng.permutation(np.flatnonzero(~held_out))
    for start in range(2):
        predict = fitted(student, X[order], y[order], rng.spawn(1)[0])
        share = float(np.mean(labels_of(predict, X[held_out]) == y[held_out]))
        # a near miss gets another start: how an honest answer ends is partly luck
        if start == 1 or share >= LEAST or share < LEAST - 0.01:
            break
    expect_reads(share, LEAST, held_out.sum())
