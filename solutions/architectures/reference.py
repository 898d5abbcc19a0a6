"""Reference answers of the chapter on architectures."""

import numpy as np

from ..backpropagation.reference import sigmoid_forward
from ..optimizers.reference import adam

WRITTEN = {
    "what_is_built_in": r"""
A layer of a feedforward network could compute each of the three: it is universal. What an
architecture adds is an assumption about the data that then need not be learned from them, and
fewer weights.

(a) For instance, the LSTM: the same rule is applied at every time step, so a pattern that is
learned at one time is known at all times, and the number of weights does not depend on the length.
By its additive cell, what was stored stays until a gate says otherwise. A graph convolution: nodes
have no order (a permutation of the nodes permutes the output), only neighbors matter directly, and
neighbors are likely to be alike. A cross layer: products of inputs matter.

(b) It hurts where the assumption is false. A graph on which neighbors tend to differ (men and
women who date, enzymes and what they cut): averaging over neighbors blurs exactly what tells the
classes apart. A cross layer where the target is no polynomial, or has products of many inputs. An
LSTM where the order of the inputs means nothing (a set), or where the rule changes with time.

(1 point for an assumption that is built in, with what it saves; 1 point for a concrete task in
which it is false, with what then goes wrong.)
""",
}


def lstm_step_forward(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a) for a in (x, h, c, Wx, Wh, b))
    m = h.shape[1]
    z = x @ Wx + h @ Wh + b
    gates, g = sigmoid_forward(z[:, : 3 * m]), np.tanh(z[:, 3 * m :])
    i, f, o = np.split(gates, 3, axis=1)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


def lstm_step_backward(dh, dc, cache):
    dh, dc = (np.asarray(a, dtype=float) for a in (dh, dc))
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    # the new cell acts on the next step, and on this step's output
    dc = dc + dh * o * (1 - t**2)
    dz = np.concatenate(
        [
            dc * g * i * (1 - i),
            dc * c * f * (1 - f),
            dh * t * o * (1 - o),
            dc * i * (1 - g**2),
        ],
        axis=1,
    )
    return dz @ Wx.T, dz @ Wh.T, dc * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


def remember(rng):
    m, n = 16, 32
    b = np.zeros(4 * m)
    # a forget gate of 0.95 keeps a third of a memory over 20 steps
    b[m : 2 * m] = 3.0
    Wx, Wh, V = rng.normal(size=(1, 4 * m)), rng.normal(size=(m, 4 * m)), rng.normal(size=m)
    params = [Wx, Wh / np.sqrt(m), b, V / np.sqrt(m), 0.0]
    states = [None] * 5
    for _ in range(400):
        X = rng.integers(0, 2, size=(n, 20))
        h, c, caches = np.zeros((n, m)), np.zeros((n, m)), []
        for t in range(20):
            h, c, cache = lstm_step_forward(X[:, t : t + 1], h, c, *params[:3])
            caches.append(cache)
        error = sigmoid_forward(h @ params[3] + params[4]) - X[:, 0]
        if np.max(np.abs(error)) < 0.02:
            break
        dh, dc = np.outer(error / n, params[3]), np.zeros((n, m))
        # every step uses the same weights, so their gradients add up over the steps
        totals = [0.0, 0.0, 0.0]
        for cache in reversed(caches):
            _, dh, dc, *slopes = lstm_step_backward(dh, dc, cache)
            totals = [total + slope for total, slope in zip(totals, slopes)]
        totals += [h.T @ error / n, np.mean(error)]
        moved = [adam(*at, lr=0.03) for at in zip(params, totals, states)]
        params, states = zip(*moved)
    return tuple(params)


def cross_layer_forward(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, dtype=float) for a in (x0, x, w, b))
    return x0 * (x @ w)[:, np.newaxis] + b + x


def cross_layer_backward(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, dtype=float) for a in (dout, x0, x, w))
    # one number a sample: how the loss depends on its x . w
    ds = np.sum(dout * x0, axis=1)
    return (
        dout * (x @ w)[:, np.newaxis],
        np.outer(ds, w) + dout,
        ds @ x,
        dout.sum(axis=0),
    )


def graph_conv_forward(A, X, W):
    A = A + np.eye(len(A))
    root = np.sqrt(A.sum(axis=1))
    return A / np.outer(root, root) @ X @ W


def graph_conv_backward(dout, A, X, W):
    dout, A, X, W = (np.asarray(a) for a in (dout, A, X, W))
    A = A + np.eye(len(A))
    root = np.sqrt(A.sum(axis=1))
    # symmetric, so no transpose is seen
    S = A / np.outer(root, root)
    return S @ dout @ W.T, (S @ X).T @ dout


def ebgan_losses(e_real, e_fake, margin):
    missing = np.maximum(np.subtract(margin, e_fake), 0.0)
    return np.mean(e_real) + np.mean(missing), np.mean(e_fake)


def ebgan_gradients(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    pushed_up = np.where(np.asarray(e_fake) < margin, -1 / m, 0.0)
    return np.full(n, 1 / n), pushed_up, np.full(m, 1 / m)
