"""Reference answers: convolution."""

import functools

import numpy as np

from ..backpropagation.reference import (
    affine_backward,
    affine_forward,
    relu_backward,
    relu_forward,
    softmax_cross_entropy,
)
from ..initialization.reference import he_normal
from ..linear_regression.reference import minibatches
from ..optimizers.reference import adam, cosine

WRITTEN = {
    "left_or_right": """
(a) A convolution commutes with shifts, here without exception, since the picture goes round. ReLU
acts pixel by pixel, so it commutes with them too. A shift of the last layer's maps only exchanges
their pixels, and the mean over all pixels is the same as before. The scores are functions of these
means, so they do not change.

(b) A spot on the left, moved to the right, gets the same scores. So the network calls both left or
both right, and if each is as frequent as the other, it is right in half of the cases, whatever its
weights are and however it is trained.

(c) Any one of: no mean over the whole picture, but an affine layer on all pixels of the maps, or
means over the left and the right half apart, so that weights belong to places; two more channels
that hold the row and the column of each pixel; zeros around the picture in place of going round,
from whose border the filters of several layers can tell how far it is. The price: the answer no
longer is the same for an object that is moved, so what was learned in one place has to be learned
in others again, from more data and with more weights.

(1 point for (a) and (b): both layers commute with shifts, and the mean forgets the place; half a
point for a remedy that works, half a point for its price.)
""",
}


def _sizes(x_shape, kh, kw, stride, pad):
    # what is left of an incomplete step falls away
    return [(side + 2 * pad - k) // stride + 1 for side, k in zip(x_shape[2:], (kh, kw))]


def im2col(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    return windows.reshape(-1, X.shape[1] * kh * kw)


def _entries(x_shape, kh, kw, stride, pad):
    """For each entry of a window, row by row: where it lies in an image, in all windows at once."""
    oh, ow = _sizes(x_shape, kh, kw, stride, pad)
    for i in range(kh):
        for j in range(kw):
            yield ..., slice(i, i + stride * oh, stride), slice(j, j + stride * ow, stride)


def col2im(cols, x_shape, kh, kw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = _sizes(x_shape, kh, kw, stride, pad)
    entries = np.asarray(cols, dtype=float).reshape(n, oh, ow, c, -1).transpose(4, 0, 3, 1, 2)
    X = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    # the pixels of one entry differ from window to window, so all can be added at once
    for at, entry in zip(_entries(x_shape, kh, kw, stride, pad), entries):
        X[at] += entry
    return X[:, :, pad : pad + h, pad : pad + w]


def conv2d_forward(X, W, b, stride=1, pad=0):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    out_channels, _, kh, kw = W.shape
    out = im2col(X, kh, kw, stride, pad) @ W.reshape(out_channels, -1).T + b
    oh, ow = _sizes(X.shape, kh, kw, stride, pad)
    return out.reshape(len(X), oh, ow, out_channels).transpose(0, 3, 1, 2)


def conv2d_backward(dout, X, W, stride=1, pad=0):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    out_channels, _, kh, kw = W.shape
    # one row a window, as im2col has them
    rows = dout.transpose(0, 2, 3, 1).reshape(-1, out_channels)
    dX = col2im(rows @ W.reshape(out_channels, -1), X.shape, kh, kw, stride, pad)
    dW = rows.T @ im2col(X, kh, kw, stride, pad)
    return dX, dW.reshape(W.shape), rows.sum(axis=0)


def max_pool_forward(X, size, stride):
    X = np.asarray(X, dtype=float)
    entries = (X[at] for at in _entries(X.shape, size, size, stride, 0))
    return functools.reduce(np.maximum, entries)


def max_pool_backward(dout, X, size, stride):
    dout, X = (np.asarray(a, dtype=float) for a in (dout, X))
    largest = max_pool_forward(X, size, stride)
    is_open = np.ones(dout.shape, dtype=bool)
    dX = np.zeros(X.shape)
    for at in _entries(X.shape, size, size, stride, 0):
        is_first = is_open & (X[at] == largest)
        dX[at] += dout * is_first
        is_open &= ~is_first
    return dX


def avg_pool_forward(X, size, stride):
    X = np.asarray(X, dtype=float)
    return sum(X[at] for at in _entries(X.shape, size, size, stride, 0)) / size**2


def avg_pool_backward(dout, X, size, stride):
    dout = np.asarray(dout, dtype=float)
    dX = np.zeros(np.shape(X))
    for at in _entries(dX.shape, size, size, stride, 0):
        dX[at] += dout / size**2
    return dX


def _cnn_forward(theta, X):
    W1, b1, W2, b2, W3, b3 = theta
    Z1 = conv2d_forward(X, W1, b1, pad=1)
    # ReLU rises, so it may as well come after the maximum, where there is less to do
    P1 = max_pool_forward(Z1, 2, 2)
    A1 = relu_forward(P1)
    Z2 = conv2d_forward(A1, W2, b2, pad=1)
    P2 = max_pool_forward(Z2, 2, 2)
    A2 = relu_forward(P2).reshape(len(P2), -1)
    return affine_forward(A2, W3, b3), (Z1, P1, A1, Z2, P2, A2)


def _cnn_gradients(theta, X, y):
    _, _, W2, _, W3, _ = theta
    scores, (Z1, P1, A1, Z2, P2, A2) = _cnn_forward(theta, X)
    dA2, dW3, db3 = affine_backward(softmax_cross_entropy(scores, y)[1], A2, W3)
    dZ2 = max_pool_backward(relu_backward(dA2.reshape(P2.shape), P2), Z2, 2, 2)
    dA1, dW2, db2 = conv2d_backward(dZ2, A1, W2, pad=1)
    dZ1 = max_pool_backward(relu_backward(dA1, P1), Z1, 2, 2)
    _, dW1, db1 = conv2d_backward(dZ1, X, theta[0], pad=1)
    return dW1, db1, dW2, db2, dW3, db3


def _cnn_trained(X, y, rng, n_epochs):
    # 8 filters 3 x 3, 16 filters 3 x 3, and an affine layer: 1,898 numbers
    theta = [
        *(he_normal(9, 8, rng).T.reshape(8, 1, 3, 3), np.zeros(8)),
        *(he_normal(72, 16, rng).T.reshape(16, 8, 3, 3), np.zeros(16)),
        *(he_normal(64, 10, rng), np.zeros(10)),
    ]
    states = [None] * len(theta)
    for epoch in range(n_epochs):
        lr = cosine(0.01, epoch, n_epochs)
        for batch in minibatches(len(X), 32, rng):
            grads = _cnn_gradients(theta, X[batch], y[batch])
            steps = [adam(*at, lr=lr) for at in zip(theta, grads, states)]
            theta, states = (list(part) for part in zip(*steps))
    return theta


def fit_cnn(X, y, rng):
    theta = _cnn_trained(np.asarray(X, dtype=float), np.asarray(y), rng, 15)
    return lambda X: _cnn_forward(theta, X)[0].argmax(axis=1), theta
