"""Wrong answers that students really give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import adam, col2im, im2col, init_mlp, mlp_forward, train_with

# --- im2col ----------------------------------------------------------------------------


@mistake(
    "im2col",
    diagnosis="value",
    says="in a row, the channels of one pixel stand together, not the pixels of one channel",
)
def im2col_channels_last(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(0, 2, 3, 4, 5, 1)
    return windows.reshape(-1, X.shape[1] * kh * kw)


@mistake(
    "im2col",
    diagnosis="value",
    says="all images take turns in the rows, where the windows of one image are to follow another",
)
def im2col_images_last(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(2, 3, 0, 1, 4, 5)
    return windows.reshape(-1, X.shape[1] * kh * kw)


@mistake(
    "im2col",
    diagnosis="value",
    says="the windows are numbered down the columns of the image, not along its rows",
)
def im2col_down_the_columns(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(0, 3, 2, 1, 4, 5)
    return windows.reshape(-1, X.shape[1] * kh * kw)


@mistake(
    "im2col",
    diagnosis="value",
    says="the axes were never moved: a row holds numbers of different windows",
)
def im2col_without_moving_axes(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].reshape(-1, X.shape[1] * kh * kw)


@mistake("im2col", diagnosis="value", says="each window is turned upside down and left to right")
def im2col_flipped(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride, ::-1, ::-1].transpose(0, 2, 3, 1, 4, 5)
    return windows.reshape(-1, X.shape[1] * kh * kw)


@mistake("im2col", diagnosis="shape", also=["ignored"], says="the images are not padded")
def im2col_without_padding(X, kh, kw, stride=1, pad=0):
    X = np.asarray(X, dtype=float)
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    return windows.reshape(-1, X.shape[1] * kh * kw)


@mistake("im2col", diagnosis="shape", also=["ignored"], says="every window is taken: no stride")
def im2col_without_stride(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(2, 3))
    return windows.transpose(0, 2, 3, 1, 4, 5).reshape(-1, X.shape[1] * kh * kw)


@mistake(
    "im2col",
    diagnosis="shape",
    also=["transposed"],
    says="windows are the columns, where they are to be the rows",
)
def im2col_transposed(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    return windows.reshape(-1, X.shape[1] * kh * kw).T


@mistake(
    "im2col",
    diagnosis="shape",
    says="windows that reach beyond the padded image are taken too: sizes are rounded up",
)
def im2col_rounded_up(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    more = [-(side - k) % stride for side, k in zip(X.shape[2:], (kh, kw))]
    X = np.pad(X, ((0, 0), (0, 0), (0, more[0]), (0, more[1])))
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    return windows.reshape(-1, X.shape[1] * kh * kw)


@mistake(
    "im2col",
    diagnosis="shape",
    also=["value"],
    says="the last window of each direction is missing",
)
def im2col_a_window_short(X, kh, kw, stride=1, pad=0):
    X = np.pad(np.asarray(X, dtype=float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(2, 3))
    windows = windows[:, :, :-1:stride, :-1:stride].transpose(0, 2, 3, 1, 4, 5)
    return windows.reshape(-1, X.shape[1] * kh * kw)


# --- col2im ----------------------------------------------------------------------------


@mistake(
    "col2im",
    diagnosis="value",
    says="where windows overlap the last one counts alone: it overwrites what the others said",
)
def col2im_that_overwrites(cols, x_shape, kh, kw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = (h + 2 * pad - kh) // stride + 1, (w + 2 * pad - kw) // stride + 1
    windows = np.asarray(cols, dtype=float).reshape(n, oh, ow, c, kh, kw)
    X = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for i in range(oh):
        for j in range(ow):
            rows = slice(i * stride, i * stride + kh)
            X[:, :, rows, j * stride : j * stride + kw] = windows[:, i, j]
    return X[:, :, pad : pad + h, pad : pad + w]


@mistake(
    "col2im",
    diagnosis="value",
    says="where windows overlap a mean is taken, which would undo im2col",
)
def col2im_of_means(cols, x_shape, kh, kw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = (h + 2 * pad - kh) // stride + 1, (w + 2 * pad - kw) // stride + 1
    windows = np.asarray(cols, dtype=float).reshape(n, oh, ow, c, kh, kw)
    X = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    count = np.zeros(X.shape)
    for i in range(oh):
        for j in range(ow):
            rows = slice(i * stride, i * stride + kh)
            X[:, :, rows, j * stride : j * stride + kw] += windows[:, i, j]
            count[:, :, rows, j * stride : j * stride + kw] += 1
    return (X / np.maximum(count, 1))[:, :, pad : pad + h, pad : pad + w]


@mistake("col2im", diagnosis="shape", says="the padding is still there")
def col2im_with_its_padding(cols, x_shape, kh, kw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = (h + 2 * pad - kh) // stride + 1, (w + 2 * pad - kw) // stride + 1
    windows = np.asarray(cols, dtype=float).reshape(n, oh, ow, c, kh, kw)
    X = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for i in range(oh):
        for j in range(ow):
            rows = slice(i * stride, i * stride + kh)
            X[:, :, rows, j * stride : j * stride + kw] += windows[:, i, j]
    return X


@mistake(
    "col2im",
    diagnosis="value",
    says="the rows are read as if the channels of one pixel stood together",
)
def col2im_channels_last(cols, x_shape, kh, kw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = (h + 2 * pad - kh) // stride + 1, (w + 2 * pad - kw) // stride + 1
    windows = np.asarray(cols, dtype=float).reshape(n, oh, ow, kh, kw, c)
    X = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for i in range(oh):
        for j in range(ow):
            rows = slice(i * stride, i * stride + kh)
            window = windows[:, i, j].transpose(0, 3, 1, 2)
            X[:, :, rows, j * stride : j * stride + kw] += window
    return X[:, :, pad : pad + h, pad : pad + w]


@mistake(
    "col2im",
    diagnosis="value",
    says="the padding is taken away at the wrong end: the image is moved",
)
def col2im_moved(cols, x_shape, kh, kw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = (h + 2 * pad - kh) // stride + 1, (w + 2 * pad - kw) // stride + 1
    windows = np.asarray(cols, dtype=float).reshape(n, oh, ow, c, kh, kw)
    X = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for i in range(oh):
        for j in range(ow):
            rows = slice(i * stride, i * stride + kh)
            X[:, :, rows, j * stride : j * stride + kw] += windows[:, i, j]
    return X[:, :, :h, :w]


@mistake(
    "col2im",
    diagnosis="value",
    says="the rows are taken down the columns of the image, where im2col goes along its rows",
)
def col2im_down_the_columns(cols, x_shape, kh, kw, stride=1, pad=0):
    n, c, h, w = x_shape
    oh, ow = (h + 2 * pad - kh) // stride + 1, (w + 2 * pad - kw) // stride + 1
    windows = np.asarray(cols, dtype=float).reshape(n, ow, oh, c, kh, kw)
    X = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for i in range(oh):
        for j in range(ow):
            rows = slice(i * stride, i * stride + kh)
            X[:, :, rows, j * stride : j * stride + kw] += windows[:, j, i]
    return X[:, :, pad : pad + h, pad : pad + w]


# --- conv2d_forward --------------------------------------------------------------------


@mistake(
    "conv2d_forward",
    diagnosis="value",
    says="the filters are flipped, as a mathematician's convolution has them",
)
def conv_with_flipped_filters(X, W, b, stride=1, pad=0):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    k, _, kh, kw = W.shape
    out = im2col(X, kh, kw, stride, pad) @ W[:, :, ::-1, ::-1].reshape(k, -1).T + b
    oh, ow = ((s + 2 * pad - a) // stride + 1 for s, a in zip(X.shape[2:], (kh, kw)))
    return out.reshape(len(X), oh, ow, k).transpose(0, 3, 1, 2)


@mistake("conv2d_forward", diagnosis="value", also=["zero", "ignored"], says="the bias is left out")
def conv_without_bias(X, W, b, stride=1, pad=0):
    X, W = (np.asarray(a, dtype=float) for a in (X, W))
    k, _, kh, kw = W.shape
    out = im2col(X, kh, kw, stride, pad) @ W.reshape(k, -1).T
    oh, ow = ((s + 2 * pad - a) // stride + 1 for s, a in zip(X.shape[2:], (kh, kw)))
    return out.reshape(len(X), oh, ow, k).transpose(0, 3, 1, 2)


@mistake(
    "conv2d_forward",
    diagnosis="value",
    says="the product is reshaped at once, so that pixels and channels are mixed up",
)
def conv_without_moving_channels(X, W, b, stride=1, pad=0):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    k, _, kh, kw = W.shape
    out = im2col(X, kh, kw, stride, pad) @ W.reshape(k, -1).T + b
    oh, ow = ((s + 2 * pad - a) // stride + 1 for s, a in zip(X.shape[2:], (kh, kw)))
    return out.reshape(len(X), k, oh, ow)


@mistake(
    "conv2d_forward",
    diagnosis="value",
    says="the bias is added once for each channel that comes in",
)
def conv_with_a_bias_a_channel(X, W, b, stride=1, pad=0):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    k, c, kh, kw = W.shape
    out = im2col(X, kh, kw, stride, pad) @ W.reshape(k, -1).T + c * b
    oh, ow = ((s + 2 * pad - a) // stride + 1 for s, a in zip(X.shape[2:], (kh, kw)))
    return out.reshape(len(X), oh, ow, k).transpose(0, 3, 1, 2)


@mistake("conv2d_forward", diagnosis="value", says="the means of the products are taken, no sums")
def conv_of_means(X, W, b, stride=1, pad=0):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    k, c, kh, kw = W.shape
    out = im2col(X, kh, kw, stride, pad) @ W.reshape(k, -1).T / (c * kh * kw) + b
    oh, ow = ((s + 2 * pad - a) // stride + 1 for s, a in zip(X.shape[2:], (kh, kw)))
    return out.reshape(len(X), oh, ow, k).transpose(0, 3, 1, 2)


@mistake("conv2d_forward", diagnosis="shape", also=["ignored"], says="the images are not padded")
def conv_without_padding(X, W, b, stride=1, pad=0):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    k, _, kh, kw = W.shape
    out = im2col(X, kh, kw, stride) @ W.reshape(k, -1).T + b
    oh, ow = ((s - a) // stride + 1 for s, a in zip(X.shape[2:], (kh, kw)))
    return out.reshape(len(X), oh, ow, k).transpose(0, 3, 1, 2)


@mistake("conv2d_forward", diagnosis="shape", also=["ignored"], says="the stride is always 1")
def conv_without_stride(X, W, b, stride=1, pad=0):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    k, _, kh, kw = W.shape
    out = im2col(X, kh, kw, 1, pad) @ W.reshape(k, -1).T + b
    oh, ow = (s + 2 * pad - a + 1 for s, a in zip(X.shape[2:], (kh, kw)))
    return out.reshape(len(X), oh, ow, k).transpose(0, 3, 1, 2)


# --- conv2d_backward -------------------------------------------------------------------


@mistake(
    "conv2d_backward",
    diagnosis="value",
    says="dX is made with flipped filters, though col2im adds each weight where it was used",
)
def conv_back_with_flipped_filters(dout, X, W, stride=1, pad=0):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    k, _, kh, kw = W.shape
    rows = dout.transpose(0, 2, 3, 1).reshape(-1, k)
    turned = W[:, :, ::-1, ::-1].reshape(k, -1)
    dX = col2im(rows @ turned, X.shape, kh, kw, stride, pad)
    dW = rows.T @ im2col(X, kh, kw, stride, pad)
    return dX, dW.reshape(W.shape), rows.sum(axis=0)


@mistake(
    "conv2d_backward",
    diagnosis="value",
    also=["mean-sum", "factor"],
    says="the gradients of the parameters are divided by the number of images",
)
def conv_back_of_means(dout, X, W, stride=1, pad=0):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    k, _, kh, kw = W.shape
    rows = dout.transpose(0, 2, 3, 1).reshape(-1, k)
    dX = col2im(rows @ W.reshape(k, -1), X.shape, kh, kw, stride, pad)
    dW = rows.T @ im2col(X, kh, kw, stride, pad)
    return dX, dW.reshape(W.shape) / len(X), rows.sum(axis=0) / len(X)


@mistake(
    "conv2d_backward",
    diagnosis="value",
    also=["factor"],
    says="db holds means over all pixels, not sums",
)
def conv_back_with_a_mean_bias(dout, X, W, stride=1, pad=0):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    k, _, kh, kw = W.shape
    rows = dout.transpose(0, 2, 3, 1).reshape(-1, k)
    dX = col2im(rows @ W.reshape(k, -1), X.shape, kh, kw, stride, pad)
    dW = rows.T @ im2col(X, kh, kw, stride, pad)
    return dX, dW.reshape(W.shape), rows.mean(axis=0)


@mistake(
    "conv2d_backward",
    diagnosis="value",
    says="the upstream gradient is reshaped at once, so that pixels and channels are mixed up",
)
def conv_back_without_moving_channels(dout, X, W, stride=1, pad=0):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    k, _, kh, kw = W.shape
    rows = dout.reshape(-1, k)
    dX = col2im(rows @ W.reshape(k, -1), X.shape, kh, kw, stride, pad)
    dW = rows.T @ im2col(X, kh, kw, stride, pad)
    return dX, dW.reshape(W.shape), rows.sum(axis=0)


@mistake("conv2d_backward", diagnosis="shape", says="the gradients come back in another order")
def conv_back_in_another_order(dout, X, W, stride=1, pad=0):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    k, _, kh, kw = W.shape
    rows = dout.transpose(0, 2, 3, 1).reshape(-1, k)
    dX = col2im(rows @ W.reshape(k, -1), X.shape, kh, kw, stride, pad)
    dW = rows.T @ im2col(X, kh, kw, stride, pad)
    return dW.reshape(W.shape), rows.sum(axis=0), dX


@mistake(
    "conv2d_backward",
    diagnosis="shape",
    says="db is summed over the images, and not over the pixels too",
)
def conv_back_with_a_bias_a_pixel(dout, X, W, stride=1, pad=0):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    k, _, kh, kw = W.shape
    rows = dout.transpose(0, 2, 3, 1).reshape(-1, k)
    dX = col2im(rows @ W.reshape(k, -1), X.shape, kh, kw, stride, pad)
    dW = rows.T @ im2col(X, kh, kw, stride, pad)
    return dX, dW.reshape(W.shape), dout.sum(axis=0)


@mistake(
    "conv2d_backward",
    diagnosis="value",
    says="in dX, where windows overlap, one overwrites what the others said",
)
def conv_back_that_overwrites(dout, X, W, stride=1, pad=0):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    k, _, kh, kw = W.shape
    rows = dout.transpose(0, 2, 3, 1).reshape(-1, k)
    dW = rows.T @ im2col(X, kh, kw, stride, pad)
    dX = np.zeros((*X.shape[:2], X.shape[2] + 2 * pad, X.shape[3] + 2 * pad))
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            at = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
            dX[:, :, at[0], at[1]] = np.tensordot(dout[:, :, i, j], W, axes=1)
    dX = dX[:, :, pad : pad + X.shape[2], pad : pad + X.shape[3]]
    return dX, dW.reshape(W.shape), rows.sum(axis=0)


# --- max_pool --------------------------------------------------------------------------


@mistake(
    "max_pool_forward",
    diagnosis="value",
    keeps=1,
    says="the search for the largest starts at 0, so that no window can be negative",
)
def max_pool_from_zero(X, size, stride):
    X = np.asarray(X, dtype=float)
    windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5), initial=0.0)


@mistake(
    "max_pool_forward",
    diagnosis="shape",
    also=["ignored", "exception"],
    says="windows stand side by side whatever the stride is",
)
def max_pool_side_by_side(X, size, stride):
    X = np.asarray(X, dtype=float)
    windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
    return windows[:, :, ::size, ::size].max(axis=(4, 5))


@mistake("max_pool_forward", diagnosis="value", says="the mean of each window is taken")
def max_pool_of_means(X, size, stride):
    X = np.asarray(X, dtype=float)
    windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].mean(axis=(4, 5))


@mistake(
    "max_pool_forward",
    diagnosis="shape",
    also=["exception"],
    says="incomplete windows at the edge are taken too: sizes are rounded up",
)
def max_pool_rounded_up(X, size, stride):
    X = np.asarray(X, dtype=float)
    more = [(0, -(side - size) % stride) for side in X.shape[2:]]
    X = np.pad(X, ((0, 0), (0, 0), *more), constant_values=-np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))


@mistake(
    "max_pool_forward",
    diagnosis="shape",
    also=["exception"],
    says="the largest is sought in all channels together",
)
def max_pool_over_channels(X, size, stride):
    X = np.asarray(X, dtype=float)
    windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(1, 4, 5))


@mistake(
    "max_pool_backward",
    diagnosis="value",
    keeps=2,
    says="of equal maxima each takes the whole gradient",
)
def max_pool_back_to_all(dout, X, size, stride):
    dout, X = (np.asarray(a, dtype=float) for a in (dout, X))
    dX = np.zeros(X.shape)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows, columns = (slice(a * stride, a * stride + size) for a in (i, j))
            window = X[:, :, rows, columns]
            is_largest = window == window.max(axis=(2, 3), keepdims=True)
            dX[:, :, rows, columns] += is_largest * dout[:, :, i : i + 1, j : j + 1]
    return dX


@mistake(
    "max_pool_backward",
    diagnosis="value",
    keeps=2,
    says="the last of equal maxima takes the gradient",
)
def max_pool_back_to_the_last(dout, X, size, stride):
    dout, X = (np.asarray(a, dtype=float) for a in (dout, X))
    dX = np.zeros(X.shape)
    for m, k, i, j in np.ndindex(dout.shape):
        window = X[m, k, i * stride : i * stride + size, j * stride : j * stride + size]
        last = size**2 - 1 - int(np.argmax(window.ravel()[::-1]))
        dX[m, k, i * stride + last // size, j * stride + last % size] += dout[m, k, i, j]
    return dX


@mistake(
    "max_pool_backward",
    diagnosis="value",
    keeps=2,
    says="equal maxima share the gradient",
)
def max_pool_back_shared(dout, X, size, stride):
    dout, X = (np.asarray(a, dtype=float) for a in (dout, X))
    dX = np.zeros(X.shape)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows, columns = (slice(a * stride, a * stride + size) for a in (i, j))
            window = X[:, :, rows, columns]
            is_largest = window == window.max(axis=(2, 3), keepdims=True)
            share = is_largest / is_largest.sum(axis=(2, 3), keepdims=True)
            dX[:, :, rows, columns] += share * dout[:, :, i : i + 1, j : j + 1]
    return dX


@mistake(
    "max_pool_backward",
    diagnosis="value",
    keeps=1,
    says="a pixel that is the largest of several windows keeps the gradient of the last alone",
)
def max_pool_back_that_overwrites(dout, X, size, stride):
    dout, X = (np.asarray(a, dtype=float) for a in (dout, X))
    dX = np.zeros(X.shape)
    for m, k, i, j in np.ndindex(dout.shape):
        window = X[m, k, i * stride : i * stride + size, j * stride : j * stride + size]
        row, column = divmod(int(window.argmax()), size)
        dX[m, k, i * stride + row, j * stride + column] = dout[m, k, i, j]
    return dX


@mistake(
    "max_pool_backward",
    diagnosis="value",
    also=["upstream"],
    keeps=1,
    says="the largest pixels are marked by 1, and the upstream gradient is not used",
)
def max_pool_back_as_a_mask(dout, X, size, stride):
    X = np.asarray(X, dtype=float)
    dX = np.zeros(X.shape)
    for m, k, i, j in np.ndindex(np.shape(dout)):
        window = X[m, k, i * stride : i * stride + size, j * stride : j * stride + size]
        row, column = divmod(int(window.argmax()), size)
        dX[m, k, i * stride + row, j * stride + column] += 1.0
    return dX


# --- avg_pool --------------------------------------------------------------------------


@mistake("avg_pool_forward", diagnosis="value", also=["factor"], says="sums are taken, no means")
def avg_pool_of_sums(X, size, stride):
    X = np.asarray(X, dtype=float)
    windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].sum(axis=(4, 5))


@mistake(
    "avg_pool_forward",
    diagnosis="value",
    also=["factor"],
    says="the sum is divided by the side of the window, not by the number of its pixels",
)
def avg_pool_by_the_side(X, size, stride):
    X = np.asarray(X, dtype=float)
    windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].sum(axis=(4, 5)) / size


@mistake(
    "avg_pool_forward",
    diagnosis="shape",
    also=["ignored"],
    says="windows stand side by side whatever the stride is",
)
def avg_pool_side_by_side(X, size, stride):
    X = np.asarray(X, dtype=float)
    windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
    return windows[:, :, ::size, ::size].mean(axis=(4, 5))


@mistake(
    "avg_pool_forward",
    diagnosis="shape",
    says="incomplete windows at the edge are taken too: sizes are rounded up",
)
def avg_pool_rounded_up(X, size, stride):
    X = np.asarray(X, dtype=float)
    more = [(0, -(side - size) % stride) for side in X.shape[2:]]
    X = np.pad(X, ((0, 0), (0, 0), *more))
    windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].mean(axis=(4, 5))


@mistake("avg_pool_forward", diagnosis="value", says="the largest of each window is taken")
def avg_pool_of_maxima(X, size, stride):
    X = np.asarray(X, dtype=float)
    windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))


@mistake(
    "avg_pool_backward",
    diagnosis="value",
    says="where windows overlap, one overwrites what the others said",
)
def avg_pool_back_that_overwrites(dout, X, size, stride):
    dout = np.asarray(dout, dtype=float)
    dX = np.zeros(np.shape(X))
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows = slice(i * stride, i * stride + size)
            columns = slice(j * stride, j * stride + size)
            dX[:, :, rows, columns] = dout[:, :, i : i + 1, j : j + 1] / size**2
    return dX


@mistake(
    "avg_pool_backward",
    diagnosis="value",
    also=["factor"],
    says="each pixel gets the whole gradient of its window",
)
def avg_pool_back_whole(dout, X, size, stride):
    dout = np.asarray(dout, dtype=float)
    dX = np.zeros(np.shape(X))
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows = slice(i * stride, i * stride + size)
            columns = slice(j * stride, j * stride + size)
            dX[:, :, rows, columns] += dout[:, :, i : i + 1, j : j + 1]
    return dX


@mistake(
    "avg_pool_backward",
    diagnosis="value",
    also=["factor"],
    says="a pixel's share is one over the side of the window, not over the number of its pixels",
)
def avg_pool_back_by_the_side(dout, X, size, stride):
    dout = np.asarray(dout, dtype=float)
    dX = np.zeros(np.shape(X))
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows = slice(i * stride, i * stride + size)
            columns = slice(j * stride, j * stride + size)
            dX[:, :, rows, columns] += dout[:, :, i : i + 1, j : j + 1] / size
    return dX


@mistake(
    "avg_pool_backward",
    diagnosis="value",
    also=["upstream"],
    says="it says how often each pixel is used, and the upstream gradient is not used",
)
def avg_pool_back_as_counts(dout, X, size, stride):
    dX = np.zeros(np.shape(X))
    for i in range(np.shape(dout)[2]):
        for j in range(np.shape(dout)[3]):
            rows = slice(i * stride, i * stride + size)
            dX[:, :, rows, j * stride : j * stride + size] += 1 / size**2
    return dX


@mistake(
    "avg_pool_backward",
    diagnosis="value",
    also=["shape"],
    says="a pixel gets its share from one window alone, where it may be in several or in none",
)
def avg_pool_back_by_repeating(dout, X, size, stride):
    dout = np.asarray(dout, dtype=float)
    spread = np.repeat(np.repeat(dout, size, axis=2), size, axis=3) / size**2
    dX = np.zeros(np.shape(X))
    h, w = (min(a, b) for a, b in zip(dX.shape[2:], spread.shape[2:]))
    dX[:, :, :h, :w] = spread[:, :, :h, :w]
    return dX


# --- fit_cnn ---------------------------------------------------------------------------


@mistake(
    "fit_cnn",
    diagnosis="rule",
    keeps=1,
    says="there is no convolution: a plain network of so few numbers reads less",
)
def cnn_without_convolution(X, y, rng):
    flat = np.reshape(X, (len(X), 64))
    start = init_mlp([64, 26, 10], rng)
    params, _ = train_with(adam, start, flat, y, 8, batch_size=64, rng=rng, lr=0.01)

    def predict(X):
        return mlp_forward(params, np.reshape(X, (len(X), 64)))[0].argmax(axis=1)

    return predict, params


@mistake("fit_cnn", diagnosis="rule", says="predict has learned more numbers than are allowed")
def cnn_with_too_many_parameters(X, y, rng):
    flat = np.reshape(X, (len(X), 64))
    start = init_mlp([64, 64, 10], rng)
    params, _ = train_with(adam, start, flat, y, 2, batch_size=64, rng=rng, lr=0.01)

    def predict(X):
        return mlp_forward(params, np.reshape(X, (len(X), 64)))[0].argmax(axis=1)

    return predict, params


@mistake(
    "fit_cnn",
    diagnosis="rule",
    also=["digits"],
    says="the network predicts with the parameters that it had before training",
)
def cnn_before_training(X, y, rng):
    flat = np.reshape(X, (len(X), 64))
    start = init_mlp([64, 26, 10], rng)
    train_with(adam, start, flat, y, 1, batch_size=64, rng=rng, lr=0.01)

    def predict(X):
        return mlp_forward(start, np.reshape(X, (len(X), 64)))[0].argmax(axis=1)

    return predict, start


@mistake(
    "fit_cnn",
    diagnosis="rule",
    also=["digits"],
    says="it goes uphill: steps are taken along the gradient",
)
def cnn_uphill(X, y, rng):
    flat = np.reshape(X, (len(X), 64))
    start = init_mlp([64, 26, 10], rng)
    params, _ = train_with(adam, start, flat, y, 2, batch_size=64, rng=rng, lr=-0.01)

    def predict(X):
        return mlp_forward(params, np.reshape(X, (len(X), 64)))[0].argmax(axis=1)

    return predict, params


@mistake(
    "fit_cnn",
    diagnosis="rule",
    says="the scores of all classes come back, not the label of the largest",
)
def cnn_as_scores(X, y, rng):
    flat = np.reshape(X, (len(X), 64))
    start = init_mlp([64, 26, 10], rng)
    params, _ = train_with(adam, start, flat, y, 2, batch_size=64, rng=rng, lr=0.01)
    return lambda X: mlp_forward(params, np.reshape(X, (len(X), 64)))[0], params


@mistake("fit_cnn", diagnosis="type", says="predict comes back alone, without the parameters")
def cnn_without_its_parameters(X, y, rng):
    flat = np.reshape(X, (len(X), 64))
    start = init_mlp([64, 26, 10], rng)
    params, _ = train_with(adam, start, flat, y, 2, batch_size=64, rng=rng, lr=0.01)
    return lambda X: mlp_forward(params, np.reshape(X, (len(X), 64)))[0].argmax(axis=1)


@mistake(
    "fit_cnn",
    diagnosis="rule",
    says="the start and the batches do not come from rng",
)
def cnn_from_a_generator_of_its_own(X, y, rng):
    flat = np.reshape(X, (len(X), 64))
    rng = np.random.default_rng()
    start = init_mlp([64, 26, 10], rng)
    params, _ = train_with(adam, start, flat, y, 8, batch_size=64, rng=rng, lr=0.01)

    def predict(X):
        return mlp_forward(params, np.reshape(X, (len(X), 64)))[0].argmax(axis=1)

    return predict, params
