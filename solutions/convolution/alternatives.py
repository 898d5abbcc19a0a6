"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative

from .reference import (
    adam,
    affine_backward,
    affine_forward,
    avg_pool_backward,
    avg_pool_forward,
    col2im,
    conv2d_backward,
    conv2d_forward,
    he_normal,
    im2col,
    max_pool_backward,
    max_pool_forward,
    minibatches,
    relu_backward,
    relu_forward,
    softmax_cross_entropy,
)


@alternative("im2col")
def im2col_window_by_window(X, kh, kw, stride=1, pad=0):
    X = np.array(X, dtype=float)
    n, c, h, w = X.shape
    padded = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    padded[:, :, pad : pad + h, pad : pad + w] = X
    rows = [
        image[:, i : i + kh, j : j + kw].ravel()
        for image in padded
        for i in range(0, h + 2 * pad - kh + 1, stride)
        for j in range(0, w + 2 * pad - kw + 1, stride)
    ]
    return np.array(rows)


@alternative("im2col")
def im2col_by_indices(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    oh, ow = (X.shape[2] - kh) // stride + 1, (X.shape[3] - kw) // stride + 1
    i = stride * np.arange(oh)[:, None, None, None] + np.arange(kh)[:, None]
    j = stride * np.arange(ow)[:, None, None] + np.arange(kw)
    # (n, c, oh, ow, kh, kw)
    return np.moveaxis(X[:, :, i, j], 1, 3).reshape(len(X) * oh * ow, -1)


@alternative("col2im")
def col2im_window_by_window(cols, x_shape, kh, kw, stride=1, pad=0):
    n, c, h, w = x_shape
    X = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    rows = iter(np.array(cols, dtype=float))
    for image in X:
        for i in range(0, h + 2 * pad - kh + 1, stride):
            for j in range(0, w + 2 * pad - kw + 1, stride):
                image[:, i : i + kh, j : j + kw] += next(rows).reshape(c, kh, kw)
    return X[:, :, pad : h + pad, pad : w + pad]


@alternative("col2im")
def col2im_by_the_numbers_of_pixels(cols, x_shape, kh, kw, stride=1, pad=0):
    n, c, h, w = x_shape
    # every pixel gets a number, and im2col tells where the numbers went; padding gets -1
    numbers = np.arange(n * c * h * w).reshape(n, c, h, w) + 1
    where = im2col(numbers, kh, kw, stride, pad).astype(int)
    sums = np.bincount(where.ravel(), np.ravel(np.asarray(cols, float)), n * c * h * w + 1)
    return sums[1:].reshape(n, c, h, w)


@alternative("conv2d_forward")
def conv_by_loops_over_pixels(X, W, b, stride=1, pad=0):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    X = np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    k, _, kh, kw = W.shape
    oh, ow = (X.shape[2] - kh) // stride + 1, (X.shape[3] - kw) // stride + 1
    out = np.empty((len(X), k, oh, ow))
    for i in range(oh):
        for j in range(ow):
            window = X[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            out[:, :, i, j] = np.tensordot(window, W, axes=((1, 2, 3), (1, 2, 3))) + b
    return out


@alternative("conv2d_forward")
def conv_by_an_einsum(X, W, b, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    W = np.asarray(W, dtype=float)
    windows = np.lib.stride_tricks.sliding_window_view(X, W.shape[2:], axis=(2, 3))
    out = np.einsum("ncijpq,kcpq->nkij", windows[:, :, ::stride, ::stride], W)
    return out + np.reshape(b, (-1, 1, 1))


@alternative("conv2d_backward")
def conv_back_by_loops_over_pixels(dout, X, W, stride=1, pad=0):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    padded = np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dX, dW = np.zeros(padded.shape), np.zeros(W.shape)
    kh, kw = W.shape[2:]
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows = slice(i * stride, i * stride + kh)
            columns = slice(j * stride, j * stride + kw)
            dX[:, :, rows, columns] += np.tensordot(dout[:, :, i, j], W, axes=1)
            dW += np.tensordot(dout[:, :, i, j].T, padded[:, :, rows, columns], axes=1)
    dX = dX[:, :, pad : pad + X.shape[2], pad : pad + X.shape[3]]
    return dX, dW, dout.sum(axis=(0, 2, 3))


@alternative("conv2d_backward")
def conv_back_by_loops_over_weights(dout, X, W, stride=1, pad=0):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    h, w = X.shape[2:]
    padded = np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dX, dW = np.zeros(padded.shape), np.zeros(W.shape)
    oh, ow = dout.shape[2:]
    for p in range(W.shape[2]):
        for q in range(W.shape[3]):
            rows = slice(p, p + stride * oh, stride)
            columns = slice(q, q + stride * ow, stride)
            dW[:, :, p, q] = np.einsum("nkij,ncij->kc", dout, padded[:, :, rows, columns])
            dX[:, :, rows, columns] += np.einsum("nkij,kc->ncij", dout, W[:, :, p, q])
    return dX[:, :, pad : pad + h, pad : pad + w], dW, np.einsum("nkij->k", dout)


@alternative("max_pool_forward")
def max_pool_window_by_window(X, size, stride):
    X = np.array(X, dtype=float)
    oh, ow = ((side - size) // stride + 1 for side in X.shape[2:])
    out = np.empty((*X.shape[:2], oh, ow))
    for i in range(oh):
        for j in range(ow):
            window = X[:, :, i * stride : i * stride + size, j * stride : j * stride + size]
            out[:, :, i, j] = window.max(axis=(2, 3))
    return out


@alternative("max_pool_forward")
def max_pool_by_im2col(X, size, stride):
    X = np.asarray(X, dtype=float)
    n, c, h, w = X.shape
    cols = im2col(X.reshape(n * c, 1, h, w), size, size, stride)
    return cols.max(axis=1).reshape(n, c, (h - size) // stride + 1, (w - size) // stride + 1)


@alternative("max_pool_backward")
def max_pool_back_window_by_window(dout, X, size, stride):
    dout, X = np.array(dout, dtype=float), np.array(X, dtype=float)
    dX = np.zeros_like(X)
    for m, k, i, j in np.ndindex(dout.shape):
        window = X[m, k, i * stride : i * stride + size, j * stride : j * stride + size]
        row, column = np.unravel_index(window.argmax(), window.shape)
        dX[m, k, i * stride + row, j * stride + column] += dout[m, k, i, j]
    return dX


@alternative("max_pool_backward")
def max_pool_back_by_col2im(dout, X, size, stride):
    X = np.asarray(X, dtype=float)
    images = X.reshape(-1, 1, *X.shape[2:])
    cols = im2col(images, size, size, stride)
    dcols = np.zeros(cols.shape)
    dcols[np.arange(len(cols)), cols.argmax(axis=1)] = np.ravel(dout)
    return col2im(dcols, images.shape, size, size, stride).reshape(X.shape)


@alternative("avg_pool_forward")
def avg_pool_of_a_view(X, size, stride):
    X = np.asarray(X, dtype=float)
    windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].mean(axis=(4, 5))


@alternative("avg_pool_forward")
def avg_pool_as_a_convolution(X, size, stride):
    X = np.asarray(X, dtype=float)
    images = X.reshape(-1, 1, *X.shape[2:])
    out = conv2d_forward(images, np.full((1, 1, size, size), 1 / size**2), np.zeros(1), stride)
    return out.reshape(*X.shape[:2], *out.shape[2:])


@alternative("avg_pool_backward")
def avg_pool_back_window_by_window(dout, X, size, stride):
    dout = np.asarray(dout, dtype=float)
    dX = np.zeros(np.shape(X))
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows = slice(i * stride, i * stride + size)
            columns = slice(j * stride, j * stride + size)
            dX[:, :, rows, columns] += dout[:, :, i : i + 1, j : j + 1] / size**2
    return dX


@alternative("avg_pool_backward")
def avg_pool_back_by_col2im(dout, X, size, stride):
    n, c, h, w = np.shape(X)
    dcols = np.repeat(np.reshape(np.asarray(dout, dtype=float), (-1, 1)), size**2, axis=1)
    dX = col2im(dcols / size**2, (n * c, 1, h, w), size, size, stride)
    return dX.reshape(n, c, h, w)


@alternative("fit_cnn")
def cnn_with_two_learning_rates(X, y, rng):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [
        rng.normal(size=(8, 1, 3, 3)) * np.sqrt(2 / 9),
        np.zeros(8),
        rng.normal(size=(16, 8, 3, 3)) * np.sqrt(2 / 72),
        np.zeros(16),
        rng.normal(size=(64, 10)) * np.sqrt(1 / 64),
        np.zeros(10),
    ]

    def forward(X):
        Z1 = conv2d_forward(X, theta[0], theta[1], pad=1)
        A1 = relu_forward(Z1)
        P1 = avg_pool_forward(A1, 2, 2)
        Z2 = conv2d_forward(P1, theta[2], theta[3], pad=1)
        A2 = relu_forward(Z2)
        P2 = avg_pool_forward(A2, 2, 2)
        return affine_forward(P2.reshape(len(X), 64), theta[4], theta[5]), Z1, A1, P1, Z2, A2, P2

    states = [None] * 6
    for epoch in range(16):
        for batch in minibatches(len(X), 32, rng):
            scores, Z1, A1, P1, Z2, A2, P2 = forward(X[batch])
            _, d = softmax_cross_entropy(scores, y[batch])
            d, dV, dc = affine_backward(d, P2.reshape(len(batch), 64), theta[4])
            d = relu_backward(avg_pool_backward(d.reshape(P2.shape), A2, 2, 2), Z2)
            d, dW2, db2 = conv2d_backward(d, P1, theta[2], pad=1)
            d = relu_backward(avg_pool_backward(d, A1, 2, 2), Z1)
            _, dW1, db1 = conv2d_backward(d, X[batch], theta[0], pad=1)
            lr = 0.02 if epoch < 11 else 0.004
            for i, grad in enumerate((dW1, db1, dW2, db2, dV, dc)):
                theta[i], states[i] = adam(theta[i], grad, states[i], lr=lr)

    def predict(X):
        return np.argmax(forward(np.asarray(X, dtype=float))[0], axis=1)

    return predict, [(theta[0], theta[1]), (theta[2], theta[3]), (theta[4], theta[5])]


@alternative("fit_cnn")
def cnn_with_other_widths(X, y, rng):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    W, b = he_normal(9, 10, rng).T.reshape(10, 1, 3, 3), np.zeros(10)
    V, c = he_normal(90, 14, rng).T.reshape(14, 10, 3, 3), np.zeros(14)
    U, a = he_normal(56, 10, rng), np.zeros(10)
    states = [None] * 6
    for epoch in range(18):
        lr = 0.01 * (1 - epoch / 18)
        for batch in minibatches(len(X), 32, rng):
            A = relu_forward(conv2d_forward(X[batch], W, b, pad=1))
            P = max_pool_forward(A, 2, 2)
            B = relu_forward(conv2d_forward(P, V, c, pad=1))
            Q = max_pool_forward(B, 2, 2)
            flat = Q.reshape(len(batch), -1)
            _, d = softmax_cross_entropy(affine_forward(flat, U, a), y[batch])
            d, dU, da = affine_backward(d, flat, U)
            d = relu_backward(max_pool_backward(d.reshape(Q.shape), B, 2, 2), B)
            d, dV, dc = conv2d_backward(d, P, V, pad=1)
            d = relu_backward(max_pool_backward(d, A, 2, 2), A)
            _, dW, db = conv2d_backward(d, X[batch], W, pad=1)
            pairs = zip((W, b, V, c, U, a), (dW, db, dV, dc, dU, da), states)
            steps = [adam(*pair, lr=lr) for pair in pairs]
            (W, b, V, c, U, a), states = zip(*steps)

    def predict(X):
        P = max_pool_forward(relu_forward(conv2d_forward(X, W, b, pad=1)), 2, 2)
        Q = max_pool_forward(relu_forward(conv2d_forward(P, V, c, pad=1)), 2, 2)
        return affine_forward(Q.reshape(len(Q), -1), U, a).argmax(axis=1)

    return predict, [W, b, V, c, U, a]
