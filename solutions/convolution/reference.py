"""Reference answers: convolution."""

import numpy as np

# what is not used here is lent to answers in other styles
from ..backpropagation.reference import (  # noqa: F401
    affine_backward,
    affine_forward,
    init_mlp,
    mlp_forward,
    relu_backward,
    relu_forward,
    softmax_cross_entropy,
)
from ..initialization.reference import he_normal
from ..linear_regression.reference import minibatches
from ..optimizers.reference import adam, cosine, train_with  # noqa: F401

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


def im2col(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    return windows.reshape(-1, X.shape[1] * kh * kw)


def conv2d_forward(X, W, b, stride=1, pad=0):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    k, _, kh, kw = W.shape
    oh = (X.shape[2] + 2 * pad - kh) // stride + 1
    out = im2col(X, kh, kw, stride, pad) @ W.reshape(k, -1).T + b
    return out.reshape(len(X), oh, -1, k).transpose(0, 3, 1, 2)


def col2im(cols, x_shape, kh, kw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = (h + 2 * pad - kh) // stride + 1, (w + 2 * pad - kw) // stride + 1
    windows = (
        np.asarray(cols, dtype=float).reshape(n, oh, ow, c, kh, kw).transpose(4, 5, 0, 3, 1, 2)
    )
    X = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    # one entry of all windows at a time: these are different pixels, so none is added to twice
    for i in range(kh):
        for j in range(kw):
            rows, columns = slice(i, i + stride * oh, stride), slice(j, j + stride * ow, stride)
            X[:, :, rows, columns] += windows[i, j]
    return X[:, :, pad : pad + h, pad : pad + w]


def conv2d_backward(dout, X, W, stride=1, pad=0):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    k, _, kh, kw = W.shape
    # one row a window, as im2col has them
    rows = dout.transpose(0, 2, 3, 1).reshape(-1, k)
    dX = col2im(rows @ W.reshape(k, -1), X.shape, kh, kw, stride, pad)
    dW = rows.T @ im2col(X, kh, kw, stride, pad)
    return dX, dW.reshape(W.shape), rows.sum(axis=0)


def max_pool_forward(X, size, stride):
    X = np.asarray(X, dtype=float)
    oh, ow = ((side - size) // stride + 1 for side in X.shape[2:])
    out = np.full((*X.shape[:2], oh, ow), -np.inf)
    for i in range(size):
        for j in range(size):
            rows, columns = slice(i, i + stride * oh, stride), slice(j, j + stride * ow, stride)
            out = np.maximum(out, X[:, :, rows, columns])
    return out


def max_pool_backward(dout, X, size, stride):
    dout, X = (np.asarray(a, dtype=float) for a in (dout, X))
    oh, ow = dout.shape[2:]
    largest = max_pool_forward(X, size, stride)
    is_open = np.ones(dout.shape, dtype=bool)
    dX = np.zeros(X.shape)
    for i in range(size):
        for j in range(size):
            rows, columns = slice(i, i + stride * oh, stride), slice(j, j + stride * ow, stride)
            is_first = is_open & (X[:, :, rows, columns] == largest)
            dX[:, :, rows, columns] += dout * is_first
            is_open &= ~is_first
    return dX


def avg_pool_forward(X, size, stride):
    windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].mean(axis=(4, 5))


def avg_pool_backward(dout, X, size, stride):
    dout = np.asarray(dout, dtype=float)
    dX = np.zeros(np.shape(X))
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows = slice(i * stride, i * stride + size)
            columns = slice(j * stride, j * stride + size)
            dX[:, :, rows, columns] += dout[:, :, i : i + 1, j : j + 1] / size**2
    return dX


def fit_cnn(X, y, rng):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    # 8 filters 3 x 3, 16 filters 3 x 3, and an affine layer: 1,898 numbers
    theta = [
        *(he_normal(9, 8, rng).T.reshape(8, 1, 3, 3), np.zeros(8)),
        *(he_normal(72, 16, rng).T.reshape(16, 8, 3, 3), np.zeros(16)),
        *(he_normal(64, 10, rng), np.zeros(10)),
    ]

    def forward(X):
        W1, b1, W2, b2, W3, b3 = theta
        # ReLU rises, so it may as well come after the maximum, where there is less to do
        Z1 = conv2d_forward(X, W1, b1, pad=1)
        P1 = max_pool_forward(Z1, 2, 2)
        Z2 = conv2d_forward(relu_forward(P1), W2, b2, pad=1)
        P2 = max_pool_forward(Z2, 2, 2)
        A = relu_forward(P2).reshape(len(P2), -1)
        return affine_forward(A, W3, b3), Z1, P1, Z2, P2, A

    def gradients(X, y):
        W1, _, W2, _, W3, _ = theta
        scores, Z1, P1, Z2, P2, A = forward(X)
        dA, dW3, db3 = affine_backward(softmax_cross_entropy(scores, y)[1], A, W3)
        dZ2 = max_pool_backward(relu_backward(dA.reshape(P2.shape), P2), Z2, 2, 2)
        dA1, dW2, db2 = conv2d_backward(dZ2, relu_forward(P1), W2, pad=1)
        dZ1 = max_pool_backward(relu_backward(dA1, P1), Z1, 2, 2)
        return *conv2d_backward(dZ1, X, W1, pad=1)[1:], dW2, db2, dW3, db3

    states = [None] * len(theta)
    for epoch in range(15):
        for batch in minibatches(len(X), 48, rng):
            at = zip(theta, gradients(X[batch], y[batch]), states)
            steps = [adam(*one, lr=cosine(0.015, epoch, 15)) for one in at]
            theta, states = (list(part) for part in zip(*steps))
    return lambda X: forward(X)[0].argmax(axis=1), theta
