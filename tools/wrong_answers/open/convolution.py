"""Wrong answers to the exercises of convolution, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- im2col ---


@wrong_answer("im2col", cause="rows follow the places first, then the images")
def windows_by_place_first(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    n, c, h, w = X.shape
    rows = []
    for i in range(0, h - kh + 1, stride):
        for j in range(0, w - kw + 1, stride):
            for image in X:
                rows.append(image[:, i : i + kh, j : j + kw].ravel())
    return np.array(rows)


@wrong_answer("im2col", cause="the stride is ignored: windows start at every pixel")
def windows_without_stride(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    n, c, h, w = X.shape
    rows = []
    for image in X:
        for i in range(h - kh + 1):
            for j in range(w - kw + 1):
                rows.append(image[:, i : i + kh, j : j + kw].ravel())
    return np.array(rows)


@wrong_answer("im2col", cause="the last window is missing: range ends at h - kh")
def windows_without_the_last(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    n, c, h, w = X.shape
    rows = []
    for image in X:
        for i in range(0, max(h - kh, 1), stride):
            for j in range(0, max(w - kw, 1), stride):
                rows.append(image[:, i : i + kh, j : j + kw].ravel())
    return np.array(rows)


@wrong_answer("im2col", cause="in a row the pixel comes first and the channel last")
def windows_channels_last(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    n, c, h, w = X.shape
    rows = []
    for image in X:
        for i in range(0, h - kh + 1, stride):
            for j in range(0, w - kw + 1, stride):
                patch = image[:, i : i + kh, j : j + kw]
                rows.append(patch.transpose(1, 2, 0).ravel())
    return np.array(rows)


@wrong_answer("im2col", cause="the padding is not applied")
def windows_without_padding(X, kh, kw, stride=1, pad=0):
    X = np.asarray(X, float)
    n, c, h, w = X.shape
    oh, ow = (h - kh) // stride + 1, (w - kw) // stride + 1
    out = np.empty((n, oh, ow, c, kh, kw))
    for i in range(oh):
        for j in range(ow):
            r, s = i * stride, j * stride
            out[:, i, j] = X[:, :, r : r + kh, s : s + kw]
    return out.reshape(n * oh * ow, -1)


@wrong_answer("im2col", cause="channels and images are padded as well: np.pad(X, pad)")
def windows_padded_on_all_axes(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, float), pad)
    n, c, h, w = X.shape
    oh, ow = (h - kh) // stride + 1, (w - kw) // stride + 1
    out = np.empty((n, oh, ow, c, kh, kw))
    for i in range(oh):
        for j in range(ow):
            r, s = i * stride, j * stride
            out[:, i, j] = X[:, :, r : r + kh, s : s + kw]
    return out.reshape(n * oh * ow, -1)


# --- conv2d_forward ---


@wrong_answer("conv2d_forward", cause="filters are flipped, as in the mathematician's convolution")
def conv_flipped(X, W, b, stride=1, pad=0):
    W = np.asarray(W, float)[:, :, ::-1, ::-1]
    n, c, h, w = np.shape(X)
    k, _, kh, kw = W.shape
    oh, ow = (h + 2 * pad - kh) // stride + 1, (w + 2 * pad - kw) // stride + 1
    cols = im2col(X, kh, kw, stride, pad)
    Z = cols @ W.reshape(k, -1).T + np.asarray(b)
    return Z.reshape(n, oh, ow, k).transpose(0, 3, 1, 2)


@wrong_answer("conv2d_forward", cause="the bias is forgotten")
def conv_without_bias(X, W, b, stride=1, pad=0):
    W = np.asarray(W, float)
    n, c, h, w = np.shape(X)
    k, _, kh, kw = W.shape
    oh, ow = (h + 2 * pad - kh) // stride + 1, (w + 2 * pad - kw) // stride + 1
    Z = im2col(X, kh, kw, stride, pad) @ W.reshape(k, -1).T
    return Z.reshape(n, oh, ow, k).transpose(0, 3, 1, 2)


@wrong_answer("conv2d_forward", cause="reshaped to (n, k, oh, ow) at once: numbers in the wrong places")
def conv_reshape_without_transpose(X, W, b, stride=1, pad=0):
    W = np.asarray(W, float)
    n, c, h, w = np.shape(X)
    k, _, kh, kw = W.shape
    oh, ow = (h + 2 * pad - kh) // stride + 1, (w + 2 * pad - kw) // stride + 1
    Z = im2col(X, kh, kw, stride, pad) @ W.reshape(k, -1).T + np.asarray(b)
    return Z.reshape(n, k, oh, ow)


@wrong_answer("conv2d_forward", cause="only the first channel is looked at")
def conv_of_one_channel(X, W, b, stride=1, pad=0):
    X, W = np.asarray(X, float)[:, :1], np.asarray(W, float)[:, :1]
    n, c, h, w = X.shape
    k, _, kh, kw = W.shape
    oh, ow = (h + 2 * pad - kh) // stride + 1, (w + 2 * pad - kw) // stride + 1
    Z = im2col(X, kh, kw, stride, pad) @ W.reshape(k, -1).T + np.asarray(b)
    return Z.reshape(n, oh, ow, k).transpose(0, 3, 1, 2)


# --- col2im ---


@wrong_answer("col2im", cause="pixels are overwritten where windows overlap (= for +=)")
def image_overwritten(cols, x_shape, kh, kw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = (h + 2 * pad - kh) // stride + 1, (w + 2 * pad - kw) // stride + 1
    parts = np.asarray(cols, float).reshape(n, oh, ow, c, kh, kw)
    out = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for i in range(oh):
        for j in range(ow):
            r, s = i * stride, j * stride
            out[:, :, r : r + kh, s : s + kw] = parts[:, i, j]
    return out[:, :, pad : pad + h, pad : pad + w]


@wrong_answer("col2im", cause="divided by the number of windows that hold a pixel: an average")
def image_averaged(cols, x_shape, kh, kw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = (h + 2 * pad - kh) // stride + 1, (w + 2 * pad - kw) // stride + 1
    parts = np.asarray(cols, float).reshape(n, oh, ow, c, kh, kw)
    out = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    count = np.zeros_like(out)
    for i in range(oh):
        for j in range(ow):
            r, s = i * stride, j * stride
            out[:, :, r : r + kh, s : s + kw] += parts[:, i, j]
            count[:, :, r : r + kh, s : s + kw] += 1
    out = out / np.maximum(count, 1)
    return out[:, :, pad : pad + h, pad : pad + w]


@wrong_answer("col2im", cause="the padding is not cut off")
def image_with_padding(cols, x_shape, kh, kw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = (h + 2 * pad - kh) // stride + 1, (w + 2 * pad - kw) // stride + 1
    parts = np.asarray(cols, float).reshape(n, oh, ow, c, kh, kw)
    out = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for i in range(oh):
        for j in range(ow):
            r, s = i * stride, j * stride
            out[:, :, r : r + kh, s : s + kw] += parts[:, i, j]
    return out


# --- conv2d_backward ---


@wrong_answer("conv2d_backward", cause="db is the mean over images and places")
def conv_back_mean_bias(dout, X, W, stride=1, pad=0):
    dout, X, W = (np.asarray(a, float) for a in (dout, X, W))
    k, c, kh, kw = W.shape
    D = dout.transpose(0, 2, 3, 1).reshape(-1, k)
    cols = im2col(X, kh, kw, stride, pad)
    dW = (D.T @ cols).reshape(W.shape)
    dX = col2im(D @ W.reshape(k, -1), X.shape, kh, kw, stride, pad)
    return dX, dW, D.mean(axis=0)


@wrong_answer("conv2d_backward", cause="dout is reshaped to rows without moving the channels last")
def conv_back_without_transpose(dout, X, W, stride=1, pad=0):
    dout, X, W = (np.asarray(a, float) for a in (dout, X, W))
    k, c, kh, kw = W.shape
    D = dout.reshape(-1, k)
    cols = im2col(X, kh, kw, stride, pad)
    dW = (D.T @ cols).reshape(W.shape)
    dX = col2im(D @ W.reshape(k, -1), X.shape, kh, kw, stride, pad)
    return dX, dW, dout.sum(axis=(0, 2, 3))


@wrong_answer("conv2d_backward", cause="dX uses the flipped filters in each window")
def conv_back_flipped(dout, X, W, stride=1, pad=0):
    dout, X, W = (np.asarray(a, float) for a in (dout, X, W))
    k, c, kh, kw = W.shape
    D = dout.transpose(0, 2, 3, 1).reshape(-1, k)
    dW = (D.T @ im2col(X, kh, kw, stride, pad)).reshape(W.shape)
    flipped = W[:, :, ::-1, ::-1].reshape(k, -1)
    return col2im(D @ flipped, X.shape, kh, kw, stride, pad), dW, D.sum(axis=0)


# --- pooling ---


@wrong_answer("max_pool_forward", cause="steps of the window's size whatever the stride")
def max_pool_steps_of_size(X, size, stride):
    X = np.asarray(X, float)
    n, c, h, w = X.shape
    oh, ow = (h - size) // size + 1, (w - size) // size + 1
    out = np.zeros((n, c, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, :, i, j] = X[:, :, i * size : (i + 1) * size, j * size : (j + 1) * size].max(
                axis=(2, 3)
            )
    return out


@wrong_answer("max_pool_backward", cause="every pixel that equals the maximum gets the gradient")
def max_pool_back_to_all_ties(dout, X, size, stride):
    dout, X = np.asarray(dout, float), np.asarray(X, float)
    dX = np.zeros(X.shape)
    n, c, oh, ow = dout.shape
    for i in range(oh):
        for j in range(ow):
            r, s = i * stride, j * stride
            window = X[:, :, r : r + size, s : s + size]
            mask = window == window.max(axis=(2, 3), keepdims=True)
            dX[:, :, r : r + size, s : s + size] += mask * dout[:, :, i, j][:, :, None, None]
    return dX


@wrong_answer("max_pool_backward", cause="= in place of +=: overlapping windows overwrite")
def max_pool_back_overwrites(dout, X, size, stride):
    dout, X = np.asarray(dout, float), np.asarray(X, float)
    dX = np.zeros(X.shape)
    for a, b, i, j in np.ndindex(dout.shape):
        r, s = i * stride, j * stride
        window = X[a, b, r : r + size, s : s + size]
        p, q = np.unravel_index(window.argmax(), window.shape)
        dX[a, b, r + p, s + q] = dout[a, b, i, j]
    return dX


@wrong_answer("avg_pool_forward", cause="sums, not means")
def avg_pool_sums(X, size, stride):
    X = np.asarray(X, float)
    n, c, h, w = X.shape
    out = np.zeros((n, c, (h - size) // stride + 1, (w - size) // stride + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            r, s = i * stride, j * stride
            out[:, :, i, j] = X[:, :, r : r + size, s : s + size].sum(axis=(2, 3))
    return out


@wrong_answer("avg_pool_forward", cause="the mean is taken over channels as well")
def avg_pool_over_channels(X, size, stride):
    X = np.asarray(X, float)
    n, c, h, w = X.shape
    out = np.zeros((n, c, (h - size) // stride + 1, (w - size) // stride + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            r, s = i * stride, j * stride
            part = X[:, :, r : r + size, s : s + size]
            out[:, :, i, j] = part.mean(axis=(1, 2, 3))[:, None]
    return out


@wrong_answer("avg_pool_backward", cause="each pixel gets the whole gradient: not divided by size**2")
def avg_pool_back_undivided(dout, X, size, stride):
    dout = np.asarray(dout, float)
    dX = np.zeros(np.shape(X))
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            r, s = i * stride, j * stride
            dX[:, :, r : r + size, s : s + size] += dout[:, :, i : i + 1, j : j + 1]
    return dX


@wrong_answer("avg_pool_backward", cause="divided by size, not by its square")
def avg_pool_back_by_side(dout, X, size, stride):
    dout = np.asarray(dout, float)
    dX = np.zeros(np.shape(X))
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            r, s = i * stride, j * stride
            dX[:, :, r : r + size, s : s + size] += dout[:, :, i : i + 1, j : j + 1] / size
    return dX
