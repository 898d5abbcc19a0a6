"""Convolution: the references against SciPy, HIPS autograd and transposes; the star's margin."""

import itertools
import math
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from scipy.signal import correlate

from autograder.course import Solution
from autograder.datasets import load_digits

solution = Solution(Path(__file__).parents[2] / "solutions" / "convolution")
reference = solution.reference

# n, c, h, w, k, kh, kw, stride, pad
CASES = [
    (2, 3, 5, 6, 4, 3, 2, 2, 1),
    (1, 1, 4, 4, 1, 2, 2, 1, 0),
    (3, 2, 7, 5, 2, 3, 3, 3, 2),
    (2, 1, 3, 4, 3, 3, 4, 1, 0),
    (1, 2, 6, 6, 2, 1, 1, 4, 0),
]


def rng(seed=0):
    return np.random.default_rng(seed)


def layer(case, seed=0):
    n, c, h, w, k, kh, kw, stride, pad = case
    draw = rng(seed)
    X, W = draw.normal(size=(n, c, h, w)), draw.normal(size=(k, c, kh, kw))
    return X, W, draw.normal(size=k), stride, pad


def side(length, k, stride, pad):
    """How many windows fit, counted one by one."""
    return sum(1 for start in range(0, length + 2 * pad, stride) if start + k <= length + 2 * pad)


def digits():
    X, y = load_digits()
    held_out = np.arange(len(y)) % 5 == 4
    return X.reshape(-1, 1, 8, 8), y, held_out


# --- the layer ---


@pytest.mark.parametrize("case", CASES)
def test_a_layer_is_scipys_cross_correlation(case):
    X, W, b, stride, pad = layer(case)
    padded = np.pad(X, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    got = reference.conv2d_forward(X, W, b, stride, pad)
    assert got.dtype == np.float64
    for m, k in itertools.product(range(len(X)), range(len(W))):
        exact = correlate(padded[m], W[k], mode="valid")[0, ::stride, ::stride] + b[k]
        np.testing.assert_allclose(got[m, k], exact, atol=1e-12)


@pytest.mark.parametrize("case", CASES)
def test_rows_are_the_windows_in_order(case):
    X, W, _, stride, pad = layer(case)
    kh, kw = W.shape[2:]
    padded = np.pad(X, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    oh, ow = side(X.shape[2], kh, stride, pad), side(X.shape[3], kw, stride, pad)
    rows = [
        [
            padded[m, c, i * stride + u, j * stride + v]
            for c, u, v in itertools.product(range(X.shape[1]), range(kh), range(kw))
        ]
        for m, i, j in itertools.product(range(len(X)), range(oh), range(ow))
    ]
    np.testing.assert_array_equal(reference.im2col(X, kh, kw, stride, pad), rows)


@pytest.mark.parametrize("case", CASES)
def test_col2im_is_the_transpose_of_im2col(case):
    X, W, _, stride, pad = layer(case)
    about = *W.shape[2:], stride, pad
    R = rng(1).normal(size=reference.im2col(X, *about).shape)
    one = np.sum(reference.im2col(X, *about) * R)
    assert one == pytest.approx(np.sum(X * reference.col2im(R, X.shape, *about)), abs=1e-10)


@pytest.mark.parametrize("case", CASES)
def test_gradients_of_a_layer_are_those_of_autograd(case):
    X, W, b, stride, pad = layer(case)
    kh, kw = W.shape[2:]
    oh, ow = side(X.shape[2], kh, stride, pad), side(X.shape[3], kw, stride, pad)
    G = rng(2).normal(size=(len(X), len(W), oh, ow))

    def loss(X, W, b):
        padded = anp.pad(X, [(0, 0), (0, 0), (pad, pad), (pad, pad)], "constant")
        total = 0.0
        for i, j in itertools.product(range(oh), range(ow)):
            at = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
            out = anp.tensordot(padded[:, :, at[0], at[1]], W, ([1, 2, 3], [1, 2, 3])) + b
            total = total + anp.sum(G[:, :, i, j] * out)
        return total

    got = reference.conv2d_backward(G, X, W, stride, pad)
    for place, one in enumerate(got):
        np.testing.assert_allclose(one, grad(loss, place)(X, W, b), atol=1e-10)


# --- pooling ---


@pytest.mark.parametrize("size, stride", [(2, 2), (3, 1), (2, 3), (1, 1), (3, 2)])
def test_pooling_window_by_window(size, stride):
    X = rng(3).integers(-3, 3, size=(2, 3, 7, 5))  # with ties
    oh, ow = side(7, size, stride, 0), side(5, size, stride, 0)
    G = rng(4).normal(size=(2, 3, oh, ow))
    largest, means = np.zeros(G.shape), np.zeros(G.shape)
    by_largest, by_means = np.zeros(X.shape), np.zeros(X.shape)
    for m, c, i, j in np.ndindex(G.shape):
        places = [
            (i * stride + u, j * stride + v) for u, v in itertools.product(range(size), range(size))
        ]
        values = [int(X[m, c, u, v]) for u, v in places]
        largest[m, c, i, j], means[m, c, i, j] = max(values), sum(values) / size**2
        by_largest[m, c][places[values.index(max(values))]] += G[m, c, i, j]
        for place in places:
            by_means[m, c][place] += G[m, c, i, j] / size**2
    about = size, stride
    np.testing.assert_array_equal(reference.max_pool_forward(X, *about), largest)
    np.testing.assert_allclose(reference.avg_pool_forward(X, *about), means, atol=1e-14)
    np.testing.assert_allclose(reference.max_pool_backward(G, X, *about), by_largest, atol=1e-14)
    np.testing.assert_allclose(reference.avg_pool_backward(G, X, *about), by_means, atol=1e-14)


def test_the_colleagues_pass_is_right_where_windows_do_not_overlap():
    wrong = solution.module("mistakes").avg_pool_back_that_overwrites
    for size, stride, is_right in ((2, 2, True), (3, 3, True), (3, 2, False), (2, 1, False)):
        X = np.zeros((1, 2, 6, 7))
        G = rng(5).normal(size=reference.avg_pool_forward(X, size, stride).shape)
        exact = reference.avg_pool_backward(G, X, size, stride)
        assert np.allclose(wrong(G, X, size, stride), exact) is is_right


# --- fit_cnn ---


@pytest.mark.parametrize("seed", [0, 1])
def test_a_plain_right_answer_reads_the_digits(seed):
    X, y, held_out = digits()
    predict, theta = reference.fit_cnn(X[~held_out], y[~held_out], rng(seed))
    assert sum(part.size for part in theta) == 1898
    assert np.mean(predict(X[held_out]) == y[held_out]) >= 0.97


def test_a_plain_network_as_it_is_often_trained_stays_below():
    X, y, held_out = digits()
    wrong = solution.module("mistakes").cnn_without_convolution
    for seed in range(3):
        predict, params = wrong(X[~held_out], y[~held_out], rng(seed))
        assert sum(W.size + b.size for W, b in params) == 1960
        assert np.mean(predict(X[held_out]) == y[held_out]) < 0.97


# --- numbers of the text ---


def test_the_convolution_that_the_text_does_by_hand():
    got = reference.conv2d_forward(
        [[[[1, 2, 0], [0, 1, 3], [2, 0, 1]]]], [[[[1, 2], [0, -1]]]], [0]
    )
    np.testing.assert_array_equal(got[0, 0], [[4, -1], [2, 6]])
    # three places in seven pixels, and in eight
    assert side(7, 3, 2, 0) == side(8, 3, 2, 0) == 3


def test_the_matrix_of_a_convolution():
    pixels = np.eye(64).reshape(64, 1, 8, 8)
    matrix = reference.conv2d_forward(pixels, np.ones((1, 1, 3, 3)), [0]).reshape(64, 36)
    assert matrix.size == 2304 and np.count_nonzero(matrix) == 324


def test_a_row_of_three_pixels_there_and_back():
    rows = reference.im2col([[[[1, 2, 3]]]], 1, 2)
    np.testing.assert_array_equal(rows, [[1, 2], [2, 3]])
    np.testing.assert_array_equal(reference.col2im(rows, (1, 1, 1, 3), 1, 2), [[[[1, 4, 3]]]])


def test_numbers_of_parameters():
    assert 64 * 64 + 64 + 64 * 10 + 10 == 4810
    assert 16 * 8 * 8 * 10 + 10 == 10250
    assert 16 * 2 * 2 * 10 + 10 == 650
    assert 20 * 25 + 20 == 520
    assert 1898 / 4810 < 0.5


def test_how_much_of_the_picture_a_pixel_sees():
    # the rows that change a pixel of the second map, with pooling in between and without
    def second(X, is_pooled):
        W = np.ones((1, 1, 3, 3))
        A = reference.conv2d_forward(X, W, [0])
        A = reference.avg_pool_forward(A, 2, 2) if is_pooled else A
        return reference.conv2d_forward(A, W, [0])[:, 0, 0, 0]

    for is_pooled, sees in ((True, 8), (False, 5)):
        seen = second(np.eye(144).reshape(144, 1, 12, 12), is_pooled).reshape(12, 12)
        assert np.count_nonzero(seen.sum(axis=1)) == sees


def gaussian(a):
    along = np.exp(-(np.arange(-2, 3) ** 2) / (2 * a**2))
    return np.outer(along, along)[None, None] / along.sum() ** 2


def test_noise_after_a_convolution():
    noise = rng(6).normal(size=(1, 1, 500, 500))
    binomial = np.outer([1, 2, 1], [1, 2, 1]) / 16
    for w, variance in ((np.full((3, 3), 1 / 9), 1 / 9), (binomial, 36 / 256)):
        out = reference.conv2d_forward(noise, w[None, None], [0])
        assert np.var(out) == pytest.approx(variance, rel=0.03)
        assert np.sum(w**2) == pytest.approx(variance)
    assert pytest.approx(0.14, abs=0.005) == 36 / 256
    assert np.sum(np.array([[1, 0, -1]] * 3) ** 2) == 6


def test_smoothing_takes_a_third_off_the_error():
    X, _, held_out = digits()
    X = X[held_out]
    noisy = X + 0.3 * rng(0).normal(size=X.shape)

    def error(a):
        smooth = reference.conv2d_forward(noisy, gaussian(a), [0], pad=2)
        return math.sqrt(np.mean((smooth - X) ** 2))

    assert error(0.1) == pytest.approx(0.30, abs=0.005)
    assert error(0.6) == pytest.approx(0.20, abs=0.005)
    assert error(1.2) == pytest.approx(0.26, abs=0.005)
    assert error(0.6) == min(map(error, (0.1, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0, 1.2)))


def test_what_a_shift_changes():
    X, _, held_out = digits()
    wide = np.pad(X[held_out], [(0, 0), (0, 0), (4, 4), (4, 4)])
    W = rng(5).normal(size=(8, 1, 3, 3))

    def maps(X, stride=1):
        return np.maximum(reference.conv2d_forward(X, W, np.zeros(8), stride, 1), 0)

    def change(of, by):
        before = of(wide)
        return np.linalg.norm(of(np.roll(wide, by, axis=3)) - before) / np.linalg.norm(before)

    pool = reference.max_pool_forward
    assert change(lambda X: X, 1) == pytest.approx(0.8, abs=0.05)
    assert change(lambda X: X, 4) == pytest.approx(1.4, abs=0.05)
    of_maps, of_pooled = change(maps, 1), change(lambda X: pool(maps(X), 2, 2), 1)
    assert of_pooled == pytest.approx(0.5, abs=0.05)
    assert of_pooled / of_maps == pytest.approx(0.75, abs=0.05)
    assert change(lambda X: pool(maps(X), 4, 4), 1) == pytest.approx(0.3, abs=0.05)
    assert change(lambda X: pool(maps(X), 16, 16), 3) == 0
    # equivariance: exact with stride 1, and with stride 2 for even shifts
    moved = np.roll(wide, 2, axis=3)
    np.testing.assert_allclose(maps(moved), np.roll(maps(wide), 2, axis=3), atol=1e-12)
    np.testing.assert_allclose(maps(moved, 2), np.roll(maps(wide, 2), 1, axis=3), atol=1e-12)


def test_answers_to_the_questions_at_the_end():
    counts = reference.col2im(
        reference.im2col(np.ones((1, 1, 5, 5)), 3, 3, pad=1), (1, 1, 5, 5), 3, 3, pad=1
    )[0, 0]
    assert counts[2, 2] == 9 and counts[0, 2] == 6 and counts[0, 0] == 4
    assert np.isin(counts, [9, 6, 4]).all()
    # two convolutions in a row are one with a filter of 5 x 5
    X = rng(7).normal(size=(1, 1, 9, 9))
    W, V = rng(8).normal(size=(2, 1, 1, 3, 3))
    twice = reference.conv2d_forward(reference.conv2d_forward(X, W, [0]), V, [0])
    both = reference.conv2d_forward(
        np.pad(W, [(0, 0), (0, 0), (2, 2), (2, 2)]), V[..., ::-1, ::-1], [0]
    )
    np.testing.assert_allclose(twice, reference.conv2d_forward(X, both, [0]), atol=1e-12)


def test_a_mean_over_the_whole_map_forgets_the_place():
    # the model answer: pictures that go round, three layers, means
    picture = np.zeros((1, 1, 6, 8))
    picture[0, 0, 2, 1] = 1.0
    draw = rng(9)
    layers = [draw.normal(size=(4, c, 3, 3)) for c in (1, 4, 4)]

    def means(X):
        for W in layers:
            X = np.pad(X, [(0, 0), (0, 0), (1, 1), (1, 1)], mode="wrap")
            X = np.maximum(reference.conv2d_forward(X, W, np.full(4, 0.1)), 0)
        return X.mean(axis=(2, 3))

    np.testing.assert_allclose(means(np.roll(picture, 5, axis=3)), means(picture), atol=1e-12)
    assert np.abs(means(picture)).max() > 0
