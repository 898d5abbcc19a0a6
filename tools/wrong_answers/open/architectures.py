"""Wrong answers to the exercises of architectures, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


def companion_lstm_step_forward(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh = (np.asarray(a, float) for a in (x, h, c, Wx, Wh))
    z = x @ Wx + h @ Wh + np.asarray(b)
    zi, zf, zo, zg = np.split(z, 4, axis=1)
    i, f, o, g = sigmoid_forward(zi), sigmoid_forward(zf), sigmoid_forward(zo), np.tanh(zg)
    c_new = f * c + i * g
    h_new = o * np.tanh(c_new)
    return h_new, c_new, (x, h, c, Wx, Wh, i, f, o, g, c_new)


# --- lstm_step_forward ---


@wrong_answer("lstm_step_forward", cause="the gates are taken in the order forget, input, output")
def lstm_forget_gate_first(x, h, c, Wx, Wh, b):
    x, h, c = (np.asarray(a, float) for a in (x, h, c))
    z = x @ np.asarray(Wx) + h @ np.asarray(Wh) + np.asarray(b)
    f, i, o, g = np.split(z, 4, axis=1)
    f, i, o = sigmoid_forward(f), sigmoid_forward(i), sigmoid_forward(o)
    c_new = f * c + i * np.tanh(g)
    return o * np.tanh(c_new), c_new, (x, h, c)


@wrong_answer("lstm_step_forward", cause="the candidate goes through a sigmoid instead of a tanh")
def lstm_sigmoid_candidate(x, h, c, Wx, Wh, b):
    m = np.shape(h)[1]
    z = np.dot(x, Wx) + np.dot(h, Wh) + np.asarray(b)
    s = sigmoid_forward(z)
    c_new = s[:, m : 2 * m] * np.asarray(c) + s[:, :m] * s[:, 3 * m :]
    h_new = s[:, 2 * m : 3 * m] * np.tanh(c_new)
    return h_new, c_new, (x, h, c, Wx, Wh, s)


@wrong_answer("lstm_step_forward", cause="the output is o * c: no tanh of the new cell")
def lstm_no_tanh_of_cell(x, h, c, Wx, Wh, b):
    z = np.dot(x, Wx) + np.dot(h, Wh) + np.asarray(b)
    i, f, o, g = np.split(z, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    c_new = f * np.asarray(c) + i * g
    return o * c_new, c_new, None


@wrong_answer("lstm_step_forward", cause="the output is made from the old cell, not the new one")
def lstm_output_of_old_cell(x, h, c, Wx, Wh, b):
    z = np.dot(x, Wx) + np.dot(h, Wh) + np.asarray(b)
    i, f, o, g = np.split(z, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    c_new = f * np.asarray(c) + i * g
    return o * np.tanh(c), c_new, None


@wrong_answer("lstm_step_forward", cause="1 - f in place of the input gate, as in a GRU")
def lstm_coupled_gates(x, h, c, Wx, Wh, b):
    z = np.dot(x, Wx) + np.dot(h, Wh) + np.asarray(b)
    _, f, o, g = np.split(z, 4, axis=1)
    f, o, g = sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    c_new = f * np.asarray(c) + (1 - f) * g
    return o * np.tanh(c_new), c_new, None


@wrong_answer("lstm_step_forward", cause="the output of the step before has no part: h @ Wh is left out")
def lstm_without_recurrence(x, h, c, Wx, Wh, b):
    z = np.dot(x, Wx) + np.asarray(b)
    i, f, o, g = np.split(z, 4, axis=1)
    c_new = sigmoid_forward(f) * np.asarray(c) + sigmoid_forward(i) * np.tanh(g)
    return sigmoid_forward(o) * np.tanh(c_new), c_new, None


@wrong_answer("lstm_step_forward", cause="sigmoid written as 1 / (1 + exp(-z)) overflows for large sums")
def lstm_sigmoid_overflows(x, h, c, Wx, Wh, b):
    z = np.dot(x, Wx) + np.dot(h, Wh) + np.asarray(b)
    i, f, o, g = np.split(z, 4, axis=1)
    i, f, o = (1 / (1 + np.exp(-a)) for a in (i, f, o))
    c_new = f * np.asarray(c) + i * np.tanh(g)
    return o * np.tanh(c_new), c_new, None


@wrong_answer("lstm_step_forward", cause="returns (c, h, cache): new cell first")
def lstm_returns_cell_first(x, h, c, Wx, Wh, b):
    z = np.dot(x, Wx) + np.dot(h, Wh) + np.asarray(b)
    i, f, o, g = np.split(z, 4, axis=1)
    c_new = sigmoid_forward(f) * np.asarray(c) + sigmoid_forward(i) * np.tanh(g)
    return c_new, sigmoid_forward(o) * np.tanh(c_new), None


# --- lstm_step_backward ---


@wrong_answer("lstm_step_backward", cause="the part of dc that comes through h is forgotten")
def lstm_back_only_next_cell(dh, dc, cache):
    dh, dc = np.asarray(dh, float), np.asarray(dc, float)
    x, h, c, Wx, Wh, i, f, o, g, c_new = cache
    do = dh * np.tanh(c_new)
    dz = np.hstack(
        [dc * g * i * (1 - i), dc * c * f * (1 - f), do * o * (1 - o), dc * i * (1 - g**2)]
    )
    return dz @ Wx.T, dz @ Wh.T, dc * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@wrong_answer("lstm_step_backward", cause="dc from the next step is ignored: only dh counts")
def lstm_back_ignores_dc(dh, dc, cache):
    dh = np.asarray(dh, float)
    x, h, c, Wx, Wh, i, f, o, g, c_new = cache
    t = np.tanh(c_new)
    dc = dh * o * (1 - t * t)
    dz = np.hstack(
        [dc * g * i * (1 - i), dc * c * f * (1 - f), dh * t * o * (1 - o), dc * i * (1 - g**2)]
    )
    return dz @ Wx.T, dz @ Wh.T, dc * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@wrong_answer("lstm_step_backward", cause="the slopes of the sigmoids are left out: dz holds di, df, do")
def lstm_back_without_sigmoid_slopes(dh, dc, cache):
    dh, dc = np.asarray(dh, float), np.asarray(dc, float)
    x, h, c, Wx, Wh, i, f, o, g, c_new = cache
    t = np.tanh(c_new)
    dc = dc + dh * o * (1 - t * t)
    dz = np.hstack([dc * g, dc * c, dh * t, dc * i * (1 - g**2)])
    return dz @ Wx.T, dz @ Wh.T, dc * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@wrong_answer("lstm_step_backward", cause="the gradient for the old cell lacks the forget gate")
def lstm_back_cell_without_forget_gate(dh, dc, cache):
    dh, dc = np.asarray(dh, float), np.asarray(dc, float)
    x, h, c, Wx, Wh, i, f, o, g, c_new = cache
    t = np.tanh(c_new)
    dc = dc + dh * o * (1 - t * t)
    dz = np.hstack(
        [dc * g * i * (1 - i), dc * c * f * (1 - f), dh * t * o * (1 - o), dc * i * (1 - g**2)]
    )
    return dz @ Wx.T, dz @ Wh.T, dc, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@wrong_answer("lstm_step_backward", cause="gradients of the weights are means over the sequences")
def lstm_back_means(dh, dc, cache):
    dh, dc = np.asarray(dh, float), np.asarray(dc, float)
    x, h, c, Wx, Wh, i, f, o, g, c_new = cache
    n = len(x)
    t = np.tanh(c_new)
    dc = dc + dh * o * (1 - t * t)
    dz = np.hstack(
        [dc * g * i * (1 - i), dc * c * f * (1 - f), dh * t * o * (1 - o), dc * i * (1 - g**2)]
    )
    return dz @ Wx.T, dz @ Wh.T, dc * f, x.T @ dz / n, h.T @ dz / n, dz.mean(axis=0)


# --- cross_layer ---


@wrong_answer("cross_layer_forward", cause="the input x is not added: no residual path")
def cross_without_input(x0, x, w, b):
    x0, x = np.asarray(x0, float), np.asarray(x, float)
    return x0 * (x @ np.asarray(w)).reshape(-1, 1) + np.asarray(b)


@wrong_answer("cross_layer_forward", cause="elementwise x0 * x * w: there is no sum over the inputs")
def cross_elementwise(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, float) for a in (x0, x, w, b))
    return x0 * (w * x) + b + x


@wrong_answer("cross_layer_forward", cause="the weighted sum is of x0, and x multiplies it")
def cross_roles_exchanged(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, float) for a in (x0, x, w, b))
    s = x0 @ w
    return x * s[:, None] + b + x


@wrong_answer("cross_layer_backward", cause="dx lacks the way straight through: + dout is forgotten")
def cross_back_without_skip(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, float) for a in (dout, x0, x, w))
    s = (x @ w)[:, None]
    ds = (dout * x0).sum(axis=1, keepdims=True)
    return dout * s, ds * w, (ds * x).sum(axis=0), dout.sum(axis=0)


@wrong_answer("cross_layer_backward", cause="dw is taken with x0 again instead of x")
def cross_back_weights_by_first_input(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, float) for a in (dout, x0, x, w))
    ds = (dout * x0).sum(axis=1, keepdims=True)
    dw = (ds * x0).sum(axis=0)
    return dout * (x @ w)[:, None], ds * w + dout, dw, dout.sum(axis=0)


# --- graph convolution ---


@wrong_answer("graph_conv_forward", cause="no self loops: a node does not see itself")
def graph_without_self_loops(A, X, W):
    A = np.asarray(A, float)
    d = A.sum(axis=1)
    r = np.where(d > 0, 1 / np.sqrt(np.where(d > 0, d, 1)), 0)
    return (r[:, None] * A * r) @ np.asarray(X) @ np.asarray(W)


@wrong_answer("graph_conv_forward", cause="each row is divided by its degree: D^-1 A, no symmetric roots")
def graph_row_normalized(A, X, W):
    A_hat = np.asarray(A, float) + np.identity(len(A))
    return (A_hat / A_hat.sum(axis=1, keepdims=True)) @ np.asarray(X) @ np.asarray(W)


@wrong_answer("graph_conv_forward", cause="not normalized: the sum over neighbors")
def graph_sum_of_neighbors(A, X, W):
    return (np.asarray(A, float) + np.eye(len(A))) @ np.asarray(X) @ np.asarray(W)


@wrong_answer("graph_conv_forward", cause="degrees count the edges and ignore their weights")
def graph_counts_edges(A, X, W):
    A_hat = np.asarray(A, float) + np.eye(len(A))
    deg = np.count_nonzero(A_hat, axis=1)
    s = 1 / np.sqrt(deg)
    return (s[:, None] * A_hat * s[None, :]) @ np.asarray(X) @ np.asarray(W)


@wrong_answer("graph_conv_backward", cause="dX lacks the graph: dout @ W.T only")
def graph_back_ignores_graph_in_dX(dout, A, X, W):
    dout, A, X, W = (np.asarray(a, float) for a in (dout, A, X, W))
    A = A + np.eye(len(A))
    r = 1 / np.sqrt(A.sum(axis=1))
    S = r[:, None] * A * r
    return dout @ W.T, (S @ X).T @ dout


@wrong_answer("graph_conv_backward", cause="dW is X.T @ dout: features are not averaged over neighbors")
def graph_back_ignores_graph_in_dW(dout, A, X, W):
    dout, A, X, W = (np.asarray(a, float) for a in (dout, A, X, W))
    A = A + np.eye(len(A))
    r = 1 / np.sqrt(A.sum(axis=1))
    S = r[:, None] * A * r
    return S @ dout @ W.T, X.T @ dout


# --- ebgan ---


@wrong_answer("ebgan_losses", cause="the hinge is the wrong way round: max(0, e_fake - margin)")
def ebgan_hinge_turned(e_real, e_fake, margin):
    e_real, e_fake = np.asarray(e_real, float), np.asarray(e_fake, float)
    return e_real.mean() + np.maximum(0, e_fake - margin).mean(), e_fake.mean()


@wrong_answer("ebgan_losses", cause="no hinge: margin - e_fake may be negative")
def ebgan_no_hinge(e_real, e_fake, margin):
    e_real, e_fake = np.asarray(e_real, float), np.asarray(e_fake, float)
    return e_real.mean() + (margin - e_fake).mean(), e_fake.mean()


@wrong_answer("ebgan_losses", cause="the generator's loss has its sign turned")
def ebgan_generator_sign(e_real, e_fake, margin):
    e_real, e_fake = np.asarray(e_real, float), np.asarray(e_fake, float)
    d = np.mean(e_real) + np.mean(np.clip(margin - e_fake, 0, None))
    return d, -np.mean(e_fake)


@wrong_answer("ebgan_losses", cause="the hinge is taken of the mean, not the mean of hinges")
def ebgan_hinge_of_mean(e_real, e_fake, margin):
    return np.mean(e_real) + max(0.0, margin - np.mean(e_fake)), np.mean(e_fake)


@wrong_answer("ebgan_gradients", cause="the hinge has no slope where it acts: fakes above the margin are pushed too")
def ebgan_slope_everywhere(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    return np.full(n, 1 / n), np.full(m, -1 / m), np.full(m, 1 / m)


@wrong_answer("ebgan_gradients", cause="not divided by the number of samples: slopes are 1 and -1")
def ebgan_slopes_of_sums(e_real, e_fake, margin):
    e_fake = np.asarray(e_fake, float)
    return np.ones(len(e_real)), -(e_fake < margin).astype(float), np.ones(len(e_fake))


@wrong_answer("ebgan_gradients", cause="slope by the fakes positive: the discriminator pulls them down")
def ebgan_slope_positive(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    b = (np.asarray(e_fake) < margin) / m
    return np.ones(n) / n, b, np.ones(m) / m
