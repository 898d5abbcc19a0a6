"""Mutants of the references that no check can tell from them, each with the reason."""

AXES = "a negative number names the same axis, or the same unknown side of a reshape"
FLOATS = "im2col, a division or an array of floats makes floats of integers"
ROOM = "more room than the windows reach is cut off again"

EQUIVALENT = {
    "im2col: windows = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(-2, 3))": AXES,
    "im2col: windows = windows[:, :, ::stride, ::stride].transpose(0, 2, -3, 1, 4, 5)": AXES,
    "im2col: return windows.reshape(-2, X.shape[1] * kh * kw)": AXES,
    "conv2d_forward: X, W, b = (np.asarray(a) for a in (X, W, b))": FLOATS,
    "conv2d_forward: oh = (X.shape[-2] + 2 * pad - kh) // stride + 1": AXES,
    "conv2d_forward: out = im2col(X, kh, kw, stride, pad) @ W.reshape(k, -2).T + b": AXES,
    "conv2d_forward: return out.reshape(len(X), oh, -2, k).transpose(0, 3, 1, 2)": AXES,
    "conv2d_forward: return out.reshape(len(X), oh, -1, k).transpose(0, 3, 1, -2)": AXES,
    "col2im: windows = np.asarray(cols).reshape(…": FLOATS,
    "col2im: windows = np.asarray(…).transpose(4, 5, 0, -3, 1, 2)": AXES,
    "col2im: X = np.zeros((n, c, h + 3 * pad, w + 2 * pad))": ROOM,
    "col2im: X = np.zeros((n, c, h + 2 * pad, w + 3 * pad))": ROOM,
    "conv2d_backward: rows = dout.transpose(0, -2, 3, 1).reshape(-1, k)": AXES,
    "conv2d_backward: rows = dout.transpose(0, 2, 3, 1).reshape(-2, k)": AXES,
    "conv2d_backward: dX = col2im(rows @ W.reshape(k, -2), X.shape, kh, kw, stride, pad)": AXES,
    "max_pool_forward: X = np.asarray(X)": FLOATS,
    "max_pool_forward: oh, ow = ((side - size) // stride + 1 for side in X.shape[-2:])": AXES,
    "max_pool_forward: out = np.full((oh, ow), -np.inf)": "the maximum spreads it over all maps",
    "max_pool_forward: out = np.full((*X.shape[:-2], oh, ow), -np.inf)": AXES,
    "max_pool_forward: out = np.maximum(X[:, :, rows, columns], out)": "the order does not matter",
    "max_pool_backward: dout, X = (np.asarray(a) for a in (dout, X))": FLOATS,
    "max_pool_backward: oh, ow = dout.shape[-2:]": AXES,
    "max_pool_backward: is_open = np.ones(dout.shape, dtype=int)": "1 and 0 do as well",
    "max_pool_backward: is_first = is_open & (X[:, :, rows, columns] >= largest)": (
        "nothing is larger than the largest"
    ),
    "max_pool_backward: twice is_open &= ~is_first": "what is closed stays closed",
    "avg_pool_forward: windows = …axis=(3, 2))": "the mean is over both axes, in any order",
    "avg_pool_forward: windows = …axis=(-2, 3))": AXES,
    "avg_pool_forward: return …mean(axis=(5, 4))": "the mean is over both axes, in any order",
    "avg_pool_backward: dout = np.asarray(dout)": FLOATS,
    "avg_pool_backward: for i in range(dout.shape[-2]):": AXES,
}
