"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative

from .reference import adam, lstm_step_backward, lstm_step_forward


@alternative("lstm_step_forward")
def step_by_slices(x, h, c, Wx, Wh, b):
    x, h, c = (np.array(a, dtype=float) for a in (x, h, c))
    Wx, Wh = np.array(Wx, dtype=float), np.array(Wh, dtype=float)
    z = np.dot(x, Wx) + np.dot(h, Wh) + np.asarray(b)
    m = c.shape[-1]
    # the sigmoid as a tanh, which cannot overflow
    i = 0.5 + 0.5 * np.tanh(z[:, :m] / 2)
    f = 0.5 + 0.5 * np.tanh(z[:, m : 2 * m] / 2)
    o = 0.5 + 0.5 * np.tanh(z[:, 2 * m : 3 * m] / 2)
    g = np.tanh(z[:, 3 * m :])
    after = i * g + f * c
    t = np.tanh(after)
    return t * o, after, [x, h, c, Wx, Wh, i, f, o, g, t]


@alternative("lstm_step_forward")
def step_by_one_matrix(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh))
    z = np.hstack([x, h]) @ np.vstack([Wx, Wh]) + b
    z = z.reshape(len(x), 4, -1)
    e = np.exp(-np.abs(z[:, :3]))
    i, f, o = np.moveaxis(np.where(z[:, :3] < 0, e, 1.0) / (1.0 + e), 1, 0)
    g = np.tanh(z[:, 3])
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@alternative("lstm_step_backward")
def step_back_node_by_node(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.array(dh, dtype=float), np.array(dc, dtype=float)
    do, dt = dh * t, dh * o
    whole = dc + dt * (1 - t * t)
    di, df, dg = whole * g, whole * c, whole * i
    zi, zf, zo = di * (i - i**2), df * (f - f**2), do * (o - o**2)
    dz = np.hstack([zi, zf, zo, dg * (1 - g) * (1 + g)])
    return np.dot(dz, Wx.T), np.dot(dz, Wh.T), whole * f, x.T @ dz, h.T @ dz, np.sum(dz, axis=0)


@alternative("lstm_step_backward")
def step_back_into_an_array(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    m = h.shape[1]
    dh = np.asarray(dh, dtype=float)
    into = np.asarray(dc, dtype=float) + dh * o * (1.0 - t**2)
    dz = np.empty((len(x), 4 * m))
    dz[:, :m] = into * g * i * (1 - i)
    dz[:, m : 2 * m] = into * c * f * (1 - f)
    dz[:, 2 * m : 3 * m] = dh * t * o * (1 - o)
    dz[:, 3 * m :] = into * i * (1 - g**2)
    both = np.hstack([x, h]).T @ dz
    d = x.shape[1]
    return (
        np.einsum("nk,dk->nd", dz, Wx),
        np.einsum("nk,dk->nd", dz, Wh),
        into * f,
        both[:d],
        both[d:],
        np.einsum("nk->k", dz),
    )


@alternative("remember")
def remember_by_a_list_of_units(rng):
    n, m, steps = 32, 16, 20
    Wx, Wh = 1.0 * rng.normal(size=(1, 4 * m)), 0.25 * rng.normal(size=(m, 4 * m))
    b = np.concatenate([np.zeros(m), np.full(m, np.log(steps - 1.0)), np.zeros(2 * m)])
    theta = [Wx, Wh, b, 0.3 * rng.normal(size=m), np.zeros(())]
    state = [None] * 5
    for _ in range(250):
        X = (rng.random((n, steps)) < 0.5).astype(float)
        h, c, caches = np.zeros((n, m)), np.zeros((n, m)), []
        for t in range(steps):
            h, c, cache = lstm_step_forward(X[:, [t]], h, c, *theta[:3])
            caches.append(cache)
        z = h @ theta[3] + theta[4]
        dz = (0.5 + 0.5 * np.tanh(z / 2) - X[:, 0]) / n
        if np.mean(np.logaddexp(0, z) - z * X[:, 0]) < 0.02:
            break
        grads = [0.0, 0.0, 0.0, h.T @ dz, dz.sum()]
        dh, dc = dz[:, np.newaxis] * theta[3], np.zeros((n, m))
        while caches:
            _, dh, dc, dWx, dWh, db = lstm_step_backward(dh, dc, caches.pop())
            grads[:3] = grads[0] + dWx, grads[1] + dWh, grads[2] + db
        for p in range(5):
            theta[p], state[p] = adam(theta[p], grads[p], state[p], lr=0.03)
    return theta


@alternative("remember")
def remember_by_growing_lengths(rng):
    """Short sequences first, by descent with momentum and with clipped gradients."""
    n, m = 32, 10
    Wx, Wh = rng.normal(size=(1, 4 * m)), rng.normal(size=(m, 4 * m)) / m
    b = np.zeros(4 * m)
    b[m : 2 * m] = 4.0
    theta = [Wx, Wh, b, rng.normal(size=m), 0.0]
    speed = [0.0] * 5
    for k in range(400):
        steps = min(4 + k // 4, 20)
        X = rng.integers(0, 2, size=(n, steps))
        h = c = np.zeros((n, m))
        caches = []
        for t in range(steps):
            h, c, cache = lstm_step_forward(X[:, t, np.newaxis], h, c, *theta[:3])
            caches.append(cache)
        dz = (0.5 + 0.5 * np.tanh((h @ theta[3] + theta[4]) / 2) - X[:, 0]) / n
        if steps == 20 and np.max(np.abs(n * dz)) < 0.05:
            break
        grads = [0.0, 0.0, 0.0, h.T @ dz, dz.sum()]
        dh, dc = np.outer(dz, theta[3]), np.zeros((n, m))
        for cache in caches[::-1]:
            _, dh, dc, *more = lstm_step_backward(dh, dc, cache)
            grads[:3] = [a + b for a, b in zip(grads, more)]
        size = np.sqrt(sum(np.sum(np.square(g)) for g in grads))
        for p in range(5):
            speed[p] = 0.9 * speed[p] - 0.2 * grads[p] / max(1.0, size)
            theta[p] = theta[p] + speed[p]
    return tuple(theta)


@alternative("cross_layer_forward")
def cross_by_a_matrix(x0, x, w, b):
    x0, x = np.array(x0, dtype=float), np.array(x, dtype=float)
    return np.einsum("ni,nj,j->ni", x0, x, np.asarray(w, dtype=float)) + np.asarray(b) + x


@alternative("cross_layer_forward")
def cross_sample_by_sample(x0, x, w, b):
    w, b = np.asarray(w, dtype=float), np.asarray(b, dtype=float)
    rows = zip(np.asarray(x0, dtype=float), np.asarray(x, dtype=float))
    return np.array([first * np.dot(row, w) + b + row for first, row in rows])


@alternative("cross_layer_backward")
def cross_back_by_sums(dout, x0, x, w, b):
    dout, x0, x, w = (np.array(a, dtype=float) for a in (dout, x0, x, w))
    s = (x * w).sum(axis=1, keepdims=True)
    ds = (dout * x0).sum(axis=1, keepdims=True)
    return dout * s, ds * w + dout, (ds * x).sum(axis=0), dout.sum(axis=0)


@alternative("cross_layer_backward")
def cross_back_sample_by_sample(dout, x0, x, w, b):
    dout, x0, x, w = (np.array(a, dtype=float) for a in (dout, x0, x, w))
    dx0, dx, dw = np.zeros_like(x0), np.zeros_like(x), np.zeros(len(w))
    for k in range(len(x)):
        slope = dout[k] @ x0[k]
        dx0[k] = dout[k] * (x[k] @ w)
        dx[k] = dout[k] + slope * w
        dw += slope * x[k]
    return dx0, dx, dw, np.einsum("ni->i", dout)


@alternative("graph_conv_forward")
def graph_by_diagonal_matrices(A, X, W):
    n = len(A)
    with_loops = np.array(A, dtype=float) + np.identity(n)
    root = np.diag(with_loops.sum(axis=0) ** -0.5)
    return root @ with_loops @ root @ np.array(X, dtype=float) @ np.array(W, dtype=float)


@alternative("graph_conv_forward")
def graph_node_by_node(A, X, W):
    A = np.asarray(A, dtype=float)
    Z = np.asarray(X, dtype=float) @ np.asarray(W, dtype=float)
    degree = A.sum(axis=1) + 1
    Z = Z / np.sqrt(degree)[:, np.newaxis]
    rows = [Z[i] + sum(A[i, j] * Z[j] for j in range(len(A))) for i in range(len(A))]
    return np.array(rows) / np.sqrt(degree)[:, np.newaxis]


@alternative("graph_conv_backward")
def graph_back_by_scaled_rows(dout, A, X, W):
    A, X, W = (np.array(a, dtype=float) for a in (A, X, W))
    root = np.sqrt(A.sum(axis=1, keepdims=True) + 1)
    dZ = np.array(dout, dtype=float) / root
    dZ = (dZ + A @ dZ) / root
    return np.dot(dZ, W.T), np.dot(X.T, dZ)


@alternative("graph_conv_backward")
def graph_back_by_one_product(dout, A, X, W):
    A = np.array(A, dtype=float) + np.eye(len(A))
    d = A.sum(axis=0)
    S = A / np.sqrt(d) / np.sqrt(d)[:, np.newaxis]
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    return np.einsum("ij,ik,dk->jd", S, dout, W), np.einsum("ij,jd,ik->dk", S, X, dout)


@alternative("ebgan_losses")
def losses_where_below(e_real, e_fake, margin):
    e_fake = np.array(e_fake, dtype=float)
    missing = np.where(e_fake < margin, margin - e_fake, 0)
    return float(np.mean(e_real) + missing.mean()), float(e_fake.sum() / e_fake.size)


@alternative("ebgan_losses")
def losses_by_sums(e_real, e_fake, margin):
    d_loss = sum(e_real) / len(e_real)
    d_loss += sum(max(0.0, margin - e) for e in e_fake) / len(e_fake)
    return d_loss, sum(e_fake) / len(e_fake)


@alternative("ebgan_gradients")
def slopes_by_a_product(e_real, e_fake, margin):
    real, fake = np.ones(np.shape(e_real)), np.ones(np.shape(e_fake))
    below = np.asarray(e_fake, dtype=float) <= margin
    return real / real.size, -1.0 * below / fake.size, fake / fake.size


@alternative("ebgan_gradients")
def slopes_by_loops(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    down = [-1.0 / m if e < margin else 0.0 for e in e_fake]
    return np.array([1.0 / n for _ in range(n)]), np.array(down), np.array([1.0 / m] * m)
