"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import misconception

from .reference import col2im, im2col

# --- im2col ----------------------------------------------------------------------------


@misconception("im2col", says="the images are padded once only, below and on the right")
def im2col_padded_on_one_side(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), ((0, 0), (0, 0), (0, pad), (0, pad)))
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    return windows.reshape(-1, X.shape[1] * kh * kw)


@misconception("im2col", says="the padding repeats the edge of the image, where it is to be zeros")
def im2col_padded_by_the_edge(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    return windows.reshape(-1, X.shape[1] * kh * kw)


@misconception("im2col", says="within a window, columns come before rows")
def im2col_of_turned_windows(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 5, 4)
    return windows.reshape(-1, X.shape[1] * kh * kw)


@misconception("im2col", says="height and width of the window are exchanged")
def im2col_with_exchanged_sides(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = np.lib.stride_tricks.sliding_window_view(X, (kw, kh), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    return windows.reshape(-1, X.shape[1] * kh * kw)


# --- conv2d ----------------------------------------------------------------------------


@misconception("conv2d_forward", says="height and width of what comes out are exchanged")
def conv_with_exchanged_sides(X, W, b, stride=1, pad=0):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    k, _, kh, kw = W.shape
    out = im2col(X, kh, kw, stride, pad) @ W.reshape(k, -1).T + b
    oh = (X.shape[2] + 2 * pad - kh) // stride + 1
    return out.reshape(len(X), oh, -1, k).transpose(0, 3, 2, 1)


@misconception(
    "conv2d_forward", says="channels are the last axis of what comes out, not the second"
)
def conv_with_channels_last(X, W, b, stride=1, pad=0):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    k, _, kh, kw = W.shape
    out = im2col(X, kh, kw, stride, pad) @ W.reshape(k, -1).T + b
    oh = (X.shape[2] + 2 * pad - kh) // stride + 1
    return out.reshape(len(X), oh, -1, k)


@misconception("conv2d_forward", says="the filters are reshaped to columns without a transpose")
def conv_with_scrambled_filters(X, W, b, stride=1, pad=0):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    k, _, kh, kw = W.shape
    out = im2col(X, kh, kw, stride, pad) @ W.reshape(-1, k) + b
    oh = (X.shape[2] + 2 * pad - kh) // stride + 1
    return out.reshape(len(X), oh, -1, k).transpose(0, 3, 1, 2)


@misconception("conv2d_backward", says="dX is divided by the number of images")
def conv_back_of_a_mean_picture(dout, X, W, stride=1, pad=0):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    k, _, kh, kw = W.shape
    rows = dout.transpose(0, 2, 3, 1).reshape(-1, k)
    dX = col2im(rows @ W.reshape(k, -1), X.shape, kh, kw, stride, pad) / len(X)
    dW = rows.T @ im2col(X, kh, kw, stride, pad)
    return dX, dW.reshape(W.shape), rows.sum(axis=0)


@misconception("conv2d_backward", says="dW has the right numbers, in the places of other weights")
def conv_back_with_scrambled_weights(dout, X, W, stride=1, pad=0):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    k, _, kh, kw = W.shape
    rows = dout.transpose(0, 2, 3, 1).reshape(-1, k)
    dX = col2im(rows @ W.reshape(k, -1), X.shape, kh, kw, stride, pad)
    dW = im2col(X, kh, kw, stride, pad).T @ rows
    return dX, dW.reshape(W.shape), rows.sum(axis=0)


# --- pooling ---------------------------------------------------------------------------


@misconception("max_pool_forward", says="the smallest of each window is taken")
def max_pool_of_minima(X, size, stride):
    X = np.asarray(X, dtype=float)
    windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].min(axis=(4, 5))


@misconception("max_pool_forward", says="the largest in size is taken, with its sign lost")
def max_pool_of_sizes(X, size, stride):
    X = np.abs(np.asarray(X, dtype=float))
    windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))


@misconception("max_pool_backward", says="the gradient is multiplied by the pixel that was largest")
def max_pool_back_times_the_pixel(dout, X, size, stride):
    dout, X = (np.asarray(a, dtype=float) for a in (dout, X))
    dX = np.zeros(X.shape)
    for m, k, i, j in np.ndindex(dout.shape):
        window = X[m, k, i * stride : i * stride + size, j * stride : j * stride + size]
        row, column = divmod(int(window.argmax()), size)
        dX[m, k, i * stride + row, j * stride + column] += dout[m, k, i, j] * window.max()
    return dX


@misconception("max_pool_backward", says="the gradient is shared by all pixels of the window")
def max_pool_back_as_of_a_mean(dout, X, size, stride):
    dout = np.asarray(dout, dtype=float)
    dX = np.zeros(np.shape(X))
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows, columns = (slice(a * stride, a * stride + size) for a in (i, j))
            dX[:, :, rows, columns] += dout[:, :, i : i + 1, j : j + 1] / size**2
    return dX


@misconception("avg_pool_backward", says="the gradient goes to the upper left pixel of the window")
def avg_pool_back_to_a_corner(dout, X, size, stride):
    dout = np.asarray(dout, dtype=float)
    dX = np.zeros(np.shape(X))
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            dX[:, :, i * stride, j * stride] += dout[:, :, i, j]
    return dX
