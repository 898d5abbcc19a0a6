"""Wrong answers that students give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import (
    adam,
    graph_conv_forward,
    lstm_step_backward,
    lstm_step_forward,
    sigmoid_forward,
)

# --- lstm_step_forward -----------------------------------------------------------------


@mistake(
    "lstm_step_forward",
    diagnosis="value",
    says="the gates are taken in the order i, f, g, o, as some libraries keep them",
)
def step_in_the_order_of_libraries(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, g, o = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@mistake(
    "lstm_step_forward",
    diagnosis="value",
    says="the input gate and the forget gate are exchanged",
)
def step_with_gates_exchanged(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    f, i, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@mistake(
    "lstm_step_forward",
    diagnosis="value",
    says="the output is the gate times the cell, which has not gone through tanh",
)
def step_without_the_second_tanh(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    return o * new_c, new_c, (x, h, c, Wx, Wh, i, f, o, g, new_c)


@mistake(
    "lstm_step_forward",
    diagnosis="value",
    says="the output is made from the old cell, not from the new one",
)
def step_that_shows_the_old_cell(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    t = np.tanh(c)
    return o * t, f * c + i * g, (x, h, c, Wx, Wh, i, f, o, g, t)


@mistake(
    "lstm_step_forward",
    diagnosis="value",
    says="the candidate goes through the sigmoid, as the gates do",
)
def step_with_a_sigmoid_candidate(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    parts = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = (sigmoid_forward(part) for part in parts)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@mistake(
    "lstm_step_forward",
    diagnosis="value",
    says="the old output does not enter: the term with Wh is missing",
)
def step_without_its_old_output(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@mistake(
    "lstm_step_forward",
    diagnosis="value",
    says="nothing is kept: the old cell is not added",
)
def step_without_its_old_cell(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@mistake(
    "lstm_step_forward",
    diagnosis="value",
    says="the cell comes first, where (h, c, cache) is asked for",
)
def step_with_the_cell_first(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return new_c, o * t, (x, h, c, Wx, Wh, i, f, o, g, t)


@mistake(
    "lstm_step_forward",
    diagnosis="rule",
    also=["unstable"],
    keeps=1,
    says="the exponential in the sigmoid overflows for large negative sums",
)
def step_that_overflows(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o = (1 / (1 + np.exp(-gate)) for gate in (i, f, o))
    g = np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


# --- lstm_step_backward ----------------------------------------------------------------


@mistake(
    "lstm_step_backward",
    diagnosis="value",
    also=["upstream", "ignored"],
    says="the gradient that reaches the new cell from the next step is left out",
)
def back_without_the_next_step(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dh * o * (1 - t**2)
    dz = np.concatenate(
        [
            into * g * i * (1 - i),
            into * c * f * (1 - f),
            dh * t * o * (1 - o),
            into * i * (1 - g**2),
        ],
        axis=1,
    )
    dx, from_h = dz @ Wx.T, dz @ Wh.T
    return dx, from_h, into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@mistake(
    "lstm_step_backward",
    diagnosis="value",
    says="the cell gets only what the next step sends; that it acts on h now is left out",
)
def back_from_the_next_step_alone(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc
    dz = np.concatenate(
        [
            into * g * i * (1 - i),
            into * c * f * (1 - f),
            dh * t * o * (1 - o),
            into * i * (1 - g**2),
        ],
        axis=1,
    )
    dx, from_h = dz @ Wx.T, dz @ Wh.T
    return dx, from_h, into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@mistake(
    "lstm_step_backward",
    diagnosis="value",
    says="the slope of the tanh between cell and output is left out",
)
def back_without_the_slope_of_tanh(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o
    dz = np.concatenate(
        [
            into * g * i * (1 - i),
            into * c * f * (1 - f),
            dh * t * o * (1 - o),
            into * i * (1 - g**2),
        ],
        axis=1,
    )
    dx, from_h = dz @ Wx.T, dz @ Wh.T
    return dx, from_h, into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@mistake(
    "lstm_step_backward",
    diagnosis="value",
    says="the gradient by the old cell has not gone through the forget gate",
)
def back_without_the_forget_gate(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    dz = np.concatenate(
        [
            into * g * i * (1 - i),
            into * c * f * (1 - f),
            dh * t * o * (1 - o),
            into * i * (1 - g**2),
        ],
        axis=1,
    )
    dx, from_h = dz @ Wx.T, dz @ Wh.T
    return dx, from_h, into, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@mistake(
    "lstm_step_backward",
    diagnosis="value",
    says="the slopes of the three sigmoids are left out",
)
def back_without_the_slopes_of_gates(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    dz = np.concatenate([into * g, into * c, dh * t, into * i * (1 - g**2)], axis=1)
    dx, from_h = dz @ Wx.T, dz @ Wh.T
    return dx, from_h, into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@mistake(
    "lstm_step_backward",
    diagnosis="value",
    says="the slope of the candidate is that of a sigmoid, not that of a tanh",
)
def back_with_a_sigmoid_slope_for_the_candidate(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    dz = np.concatenate(
        [
            into * g * i * (1 - i),
            into * c * f * (1 - f),
            dh * t * o * (1 - o),
            into * i * g * (1 - g),
        ],
        axis=1,
    )
    dx, from_h = dz @ Wx.T, dz @ Wh.T
    return dx, from_h, into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@mistake(
    "lstm_step_backward",
    diagnosis="value",
    says="the four blocks are put together in the order i, f, g, o",
)
def back_with_the_candidate_before_the_output_gate(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    dz = np.concatenate(
        [
            into * g * i * (1 - i),
            into * c * f * (1 - f),
            into * i * (1 - g**2),
            dh * t * o * (1 - o),
        ],
        axis=1,
    )
    dx, from_h = dz @ Wx.T, dz @ Wh.T
    return dx, from_h, into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@mistake(
    "lstm_step_backward",
    diagnosis="value",
    also=["mean-sum", "factor", "batch-sum"],
    says="the gradients by the weights are means over the samples, where they add up",
)
def back_by_means(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    dz = np.concatenate(
        [
            into * g * i * (1 - i),
            into * c * f * (1 - f),
            dh * t * o * (1 - o),
            into * i * (1 - g**2),
        ],
        axis=1,
    )
    n = len(dh)
    return dz @ Wx.T, dz @ Wh.T, into * f, x.T @ dz / n, h.T @ dz / n, dz.mean(axis=0)


@mistake(
    "lstm_step_backward",
    diagnosis="in-place",
    also=["exception"],
    says="the gradient that came in is changed by +=",
)
def back_in_place(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh), np.asarray(dc)
    dc += dh * o * (1 - t**2)
    into = dc
    dz = np.concatenate(
        [
            into * g * i * (1 - i),
            into * c * f * (1 - f),
            dh * t * o * (1 - o),
            into * i * (1 - g**2),
        ],
        axis=1,
    )
    dx, from_h = dz @ Wx.T, dz @ Wh.T
    return dx, from_h, into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


# --- remember --------------------------------------------------------------------------


@mistake(
    "remember",
    diagnosis="memory",
    also=["rule"],
    keeps=1,
    says="the forget gate starts at one half, and no gradient of the first bit comes back",
)
def remember_with_a_forget_bias_of_zero(rng):
    m, n = 16, 32
    b = np.zeros(4 * m)
    b[m : 2 * m] = 0.0
    Wx, Wh, V = rng.normal(size=(1, 4 * m)), rng.normal(size=(m, 4 * m)), rng.normal(size=m)
    params = [Wx, Wh / np.sqrt(m), b, V / np.sqrt(m), 0.0]
    states = [None] * 5
    for _ in range(30):
        X = rng.integers(0, 2, size=(n, 20))
        h, c, caches = np.zeros((n, m)), np.zeros((n, m)), []
        for t in range(20):
            h, c, cache = lstm_step_forward(X[:, t : t + 1], h, c, *params[:3])
            caches.append(cache)
        error = sigmoid_forward(h @ params[3] + params[4]) - X[:, 0]
        if np.max(np.abs(error)) < 0.02:
            break
        dh, dc = np.outer(error / n, params[3]), np.zeros((n, m))
        totals = [0.0, 0.0, 0.0]
        for cache in reversed(caches):
            _, dh, dc, *slopes = lstm_step_backward(dh, dc, cache)
            totals = [total + slope for total, slope in zip(totals, slopes)]
        totals += [h.T @ error / n, np.mean(error)]
        moved = [adam(*at, lr=0.03) for at in zip(params, totals, states)]
        params, states = zip(*moved)
    return tuple(params)


@mistake(
    "remember",
    diagnosis="memory",
    also=["rule"],
    keeps=1,
    says="it is trained on the last bit of the sequence",
)
def remember_of_the_last_bit(rng):
    m, n = 16, 32
    b = np.zeros(4 * m)
    b[m : 2 * m] = 3.0
    Wx, Wh, V = rng.normal(size=(1, 4 * m)), rng.normal(size=(m, 4 * m)), rng.normal(size=m)
    params = [Wx, Wh / np.sqrt(m), b, V / np.sqrt(m), 0.0]
    states = [None] * 5
    for _ in range(50):
        X = rng.integers(0, 2, size=(n, 20))
        h, c, caches = np.zeros((n, m)), np.zeros((n, m)), []
        for t in range(20):
            h, c, cache = lstm_step_forward(X[:, t : t + 1], h, c, *params[:3])
            caches.append(cache)
        error = sigmoid_forward(h @ params[3] + params[4]) - X[:, -1]
        if np.max(np.abs(error)) < 0.02:
            break
        dh, dc = np.outer(error / n, params[3]), np.zeros((n, m))
        totals = [0.0, 0.0, 0.0]
        for cache in reversed(caches):
            _, dh, dc, *slopes = lstm_step_backward(dh, dc, cache)
            totals = [total + slope for total, slope in zip(totals, slopes)]
        totals += [h.T @ error / n, np.mean(error)]
        moved = [adam(*at, lr=0.03) for at in zip(params, totals, states)]
        params, states = zip(*moved)
    return tuple(params)


@mistake(
    "remember",
    diagnosis="rule",
    also=["memory"],
    keeps=1,
    says="the weights that come back are those before training",
)
def remember_before_training(rng):
    m = 16
    b = np.zeros(4 * m)
    b[m : 2 * m] = 3.0
    Wx, Wh, V = rng.normal(size=(1, 4 * m)), rng.normal(size=(m, 4 * m)), rng.normal(size=m)
    params = [Wx, Wh / np.sqrt(m), b, V / np.sqrt(m), 0.0]
    return tuple(params)


@mistake(
    "remember",
    diagnosis="memory",
    also=["rule"],
    keeps=1,
    says="gradients go back through three steps only, so the first bit is never reached",
)
def remember_through_three_steps(rng):
    m, n = 16, 32
    b = np.zeros(4 * m)
    b[m : 2 * m] = 3.0
    Wx, Wh, V = rng.normal(size=(1, 4 * m)), rng.normal(size=(m, 4 * m)), rng.normal(size=m)
    params = [Wx, Wh / np.sqrt(m), b, V / np.sqrt(m), 0.0]
    states = [None] * 5
    for _ in range(30):
        X = rng.integers(0, 2, size=(n, 20))
        h, c, caches = np.zeros((n, m)), np.zeros((n, m)), []
        for t in range(20):
            h, c, cache = lstm_step_forward(X[:, t : t + 1], h, c, *params[:3])
            caches.append(cache)
        error = sigmoid_forward(h @ params[3] + params[4]) - X[:, 0]
        if np.max(np.abs(error)) < 0.02:
            break
        dh, dc = np.outer(error / n, params[3]), np.zeros((n, m))
        totals = [0.0, 0.0, 0.0]
        for cache in caches[:-4:-1]:
            _, dh, dc, *slopes = lstm_step_backward(dh, dc, cache)
            totals = [total + slope for total, slope in zip(totals, slopes)]
        totals += [h.T @ error / n, np.mean(error)]
        moved = [adam(*at, lr=0.03) for at in zip(params, totals, states)]
        params, states = zip(*moved)
    return tuple(params)


@mistake(
    "remember",
    diagnosis="rule",
    keeps=3,
    says="you make a generator of your own, and rng is not used",
)
def remember_from_a_generator_of_its_own(rng):
    rng = np.random.default_rng()
    m, n = 16, 32
    b = np.zeros(4 * m)
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
        totals = [0.0, 0.0, 0.0]
        for cache in reversed(caches):
            _, dh, dc, *slopes = lstm_step_backward(dh, dc, cache)
            totals = [total + slope for total, slope in zip(totals, slopes)]
        totals += [h.T @ error / n, np.mean(error)]
        moved = [adam(*at, lr=0.03) for at in zip(params, totals, states)]
        params, states = zip(*moved)
    return tuple(params)


@mistake(
    "remember",
    diagnosis="rule",
    keeps=3,
    says="the start is the same every time, whatever rng is",
)
def remember_from_one_start(rng):
    rng = np.random.default_rng(5)
    m, n = 16, 32
    b = np.zeros(4 * m)
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
        totals = [0.0, 0.0, 0.0]
        for cache in reversed(caches):
            _, dh, dc, *slopes = lstm_step_backward(dh, dc, cache)
            totals = [total + slope for total, slope in zip(totals, slopes)]
        totals += [h.T @ error / n, np.mean(error)]
        moved = [adam(*at, lr=0.03) for at in zip(params, totals, states)]
        params, states = zip(*moved)
    return tuple(params)


@mistake(
    "remember",
    diagnosis="rule",
    says="the weights come back transposed",
)
def remember_transposed(rng):
    m, n = 16, 32
    b = np.zeros(4 * m)
    b[m : 2 * m] = 3.0
    Wx, Wh, V = rng.normal(size=(1, 4 * m)), rng.normal(size=(m, 4 * m)), rng.normal(size=m)
    params = [Wx, Wh / np.sqrt(m), b, V / np.sqrt(m), 0.0]
    states = [None] * 5
    for _ in range(2):
        X = rng.integers(0, 2, size=(n, 20))
        h, c, caches = np.zeros((n, m)), np.zeros((n, m)), []
        for t in range(20):
            h, c, cache = lstm_step_forward(X[:, t : t + 1], h, c, *params[:3])
            caches.append(cache)
        error = sigmoid_forward(h @ params[3] + params[4]) - X[:, 0]
        if np.max(np.abs(error)) < 0.02:
            break
        dh, dc = np.outer(error / n, params[3]), np.zeros((n, m))
        totals = [0.0, 0.0, 0.0]
        for cache in reversed(caches):
            _, dh, dc, *slopes = lstm_step_backward(dh, dc, cache)
            totals = [total + slope for total, slope in zip(totals, slopes)]
        totals += [h.T @ error / n, np.mean(error)]
        moved = [adam(*at, lr=0.03) for at in zip(params, totals, states)]
        params, states = zip(*moved)
    Wx, Wh, b, V, k = params
    return Wx.T, Wh.T, b, V, k


# --- cross layers ----------------------------------------------------------------------


@mistake(
    "cross_layer_forward", diagnosis="value", keeps=2.5, says="the input of the layer is not added"
)
def cross_without_the_way_past(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, dtype=float) for a in (x0, x, w, b))
    return x0 * (x @ w)[:, np.newaxis] + b


@mistake(
    "cross_layer_forward",
    diagnosis="value",
    keeps=2.5,
    says="the weighted sum is taken of x0, not of x",
)
def cross_of_the_first_input_twice(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, dtype=float) for a in (x0, x, w, b))
    return x0 * (x0 @ w)[:, np.newaxis] + b + x


@mistake(
    "cross_layer_forward",
    diagnosis="value",
    keeps=2.5,
    says="x is multiplied by its own weighted sum, and x0 is not used",
)
def cross_of_the_input_with_itself(x0, x, w, b):
    x, w, b = (np.asarray(a, dtype=float) for a in (x, w, b))
    return x * (x @ w)[:, np.newaxis] + b + x


@mistake(
    "cross_layer_forward",
    diagnosis="value",
    keeps=2.5,
    says="inputs are multiplied entry by entry with the weights, and not summed",
)
def cross_entry_by_entry(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, dtype=float) for a in (x0, x, w, b))
    return x0 * (x * w) + b + x


@mistake(
    "cross_layer_forward", diagnosis="value", keeps=2.5, says="x0 is added, where x is to be added"
)
def cross_past_the_first_input(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, dtype=float) for a in (x0, x, w, b))
    return x0 * (x @ w)[:, np.newaxis] + b + x0


@mistake(
    "cross_layer_backward",
    diagnosis="value",
    keeps=0.5,
    says="the way past the product is left out of the gradient by x",
)
def cross_back_without_the_way_past(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, dtype=float) for a in (dout, x0, x, w))
    ds = np.sum(dout * x0, axis=1)
    return dout * (x @ w)[:, np.newaxis], np.outer(ds, w), ds @ x, dout.sum(axis=0)


@mistake(
    "cross_layer_backward",
    diagnosis="value",
    keeps=0.5,
    says="the entries of dout are not weighted with x0 before they are summed",
)
def cross_back_without_the_first_input(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, dtype=float) for a in (dout, x0, x, w))
    ds = np.sum(dout, axis=1)
    return dout * (x @ w)[:, np.newaxis], np.outer(ds, w) + dout, ds @ x, dout.sum(axis=0)


@mistake(
    "cross_layer_backward",
    diagnosis="value",
    keeps=0.5,
    says="the gradient by w is made of x0, where the weights multiply x",
)
def cross_back_with_the_other_input(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, dtype=float) for a in (dout, x0, x, w))
    ds = np.sum(dout * x0, axis=1)
    return dout * (x @ w)[:, np.newaxis], np.outer(ds, w) + dout, ds @ x0, dout.sum(axis=0)


@mistake(
    "cross_layer_backward",
    diagnosis="value",
    keeps=0.5,
    says="the gradient by x0 is the one by x: the way past belongs to x alone",
)
def cross_back_past_both(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, dtype=float) for a in (dout, x0, x, w))
    ds = np.sum(dout * x0, axis=1)
    by_x0 = dout * (x @ w)[:, np.newaxis] + dout
    return by_x0, np.outer(ds, w) + dout, ds @ x, dout.sum(axis=0)


@mistake(
    "cross_layer_backward",
    diagnosis="value",
    keeps=0.5,
    says="the product is differentiated entry by entry, as if no sum were in it",
)
def cross_back_entry_by_entry(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, dtype=float) for a in (dout, x0, x, w))
    by_x = dout * x0 * w + dout
    by_w = np.sum(dout * x0 * x, axis=0)
    return dout * (x @ w)[:, np.newaxis], by_x, by_w, dout.sum(axis=0)


# --- graph convolution -----------------------------------------------------------------


@mistake(
    "graph_conv_forward",
    diagnosis="not-finite",
    also=["value", "unstable"],
    says="degrees are counted before the nodes are joined to themselves",
)
def graph_with_degrees_of_the_old_graph(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    root = np.sqrt(A.sum(axis=1))
    S = (A + np.eye(len(A))) / np.outer(root, root)
    return S @ X @ W


@mistake(
    "graph_conv_forward",
    diagnosis="value",
    says="each row is divided by its degree, where both ends of an edge count with a root",
)
def graph_by_means_of_rows(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    A = A + np.eye(len(A))
    return A / A.sum(axis=1, keepdims=True) @ X @ W


@mistake(
    "graph_conv_forward",
    diagnosis="value",
    also=["not-finite", "unstable"],
    says="a node does not see itself: the identity is not added",
)
def graph_without_the_node_itself(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    root = np.sqrt(np.maximum(A.sum(axis=1), 1.0))
    return A / np.outer(root, root) @ X @ W


@mistake(
    "graph_conv_forward", diagnosis="value", says="it sums over the neighbors without a degree"
)
def graph_by_sums(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    return (A + np.eye(len(A))) @ X @ W


@mistake("graph_conv_forward", diagnosis="value", says="the root of the degrees is missing")
def graph_without_roots(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    A = A + np.eye(len(A))
    degree = A.sum(axis=1)
    return A / np.outer(degree, degree) @ X @ W


@mistake(
    "graph_conv_forward",
    diagnosis="value",
    says="neighbors are counted, though edges have weights",
)
def graph_by_numbers_of_neighbors(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    A = A + np.eye(len(A))
    root = np.sqrt(np.sum(A > 0, axis=1))
    return A / np.outer(root, root) @ X @ W


@mistake(
    "graph_conv_backward",
    diagnosis="value",
    says="the gradient does not go back over the edges, only through the weights",
)
def graph_back_through_weights_alone(dout, A, X, W):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    return dout @ W.T, X.T @ dout


@mistake(
    "graph_conv_backward",
    diagnosis="value",
    says="the gradient by W is made of the features before they are averaged",
)
def graph_back_with_raw_features(dout, A, X, W):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    identity = np.eye(len(dout))
    S = graph_conv_forward(A, identity, identity)
    return S @ dout @ W.T, X.T @ dout


@mistake(
    "graph_conv_backward",
    diagnosis="value",
    says="the gradient by X is averaged by rows, not over the edges as they were weighed",
)
def graph_back_by_means_of_rows(dout, A, X, W):
    A, dout, X, W = (np.asarray(a, dtype=float) for a in (A, dout, X, W))
    A = A + np.eye(len(A))
    S = A / A.sum(axis=1, keepdims=True)
    return S.T @ dout @ W.T, (S @ X).T @ dout


@mistake(
    "graph_conv_backward",
    diagnosis="value",
    says="the sum over the nodes is not averaged a second time: S is undone, not applied",
)
def graph_back_by_the_inverse(dout, A, X, W):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    identity = np.eye(len(dout))
    S = graph_conv_forward(A, identity, identity)
    return np.linalg.pinv(S) @ dout @ W.T, (S @ X).T @ dout


@mistake(
    "graph_conv_backward",
    diagnosis="factor",
    also=["value", "mean-sum"],
    says="a mean over the nodes is taken in the gradient by W, where they add up",
)
def graph_back_by_a_mean(dout, A, X, W):
    dout, X, W = (np.asarray(a, dtype=float) for a in (dout, X, W))
    identity = np.eye(len(dout))
    S = graph_conv_forward(A, identity, identity)
    return S @ dout @ W.T, (S @ X).T @ dout / len(dout)


# --- energies --------------------------------------------------------------------------


@mistake(
    "ebgan_losses",
    diagnosis="value",
    also=["sign"],
    keeps=1.5,
    says="the energy of fakes is pushed up without end: the margin is not used as a limit",
)
def losses_without_a_limit(e_real, e_fake, margin):
    return np.mean(e_real) + margin - np.mean(e_fake), np.mean(e_fake)


@mistake(
    "ebgan_losses",
    diagnosis="value",
    also=["sign"],
    keeps=1.5,
    says="the generator's loss has the other sign: its samples would seek high energies",
)
def losses_of_a_generator_uphill(e_real, e_fake, margin):
    e_fake = np.asarray(e_fake, dtype=float)
    d_loss = np.mean(e_real) + np.mean(np.maximum(margin - e_fake, 0.0))
    return d_loss, -np.mean(e_fake)


@mistake(
    "ebgan_losses",
    diagnosis="value",
    keeps=1.5,
    says="the limit is put on the mean of the fakes, not on each of them",
)
def losses_with_the_limit_outside(e_real, e_fake, margin):
    return np.mean(e_real) + max(0.0, margin - np.mean(e_fake)), np.mean(e_fake)


@mistake(
    "ebgan_losses",
    diagnosis="value",
    also=["factor", "mean-sum"],
    keeps=1.5,
    says="energies are summed and not averaged",
)
def losses_as_sums(e_real, e_fake, margin):
    e_fake = np.asarray(e_fake, dtype=float)
    return np.sum(e_real) + np.sum(np.maximum(margin - e_fake, 0.0)), np.sum(e_fake)


@mistake(
    "ebgan_losses",
    diagnosis="value",
    keeps=1.5,
    says="the two sorts are exchanged: real energies are pushed up, fake ones down",
)
def losses_the_wrong_way_round(e_real, e_fake, margin):
    e_real = np.asarray(e_real, dtype=float)
    return np.mean(e_fake) + np.mean(np.maximum(margin - e_real, 0.0)), np.mean(e_fake)


@mistake(
    "ebgan_gradients",
    diagnosis="value",
    also=["suspect"],
    keeps=1,
    says="fakes are pushed up beyond the margin, where the loss no longer depends on them",
)
def slopes_without_a_limit(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    return np.full(n, 1 / n), np.full(m, -1 / m), np.full(m, 1 / m)


@mistake(
    "ebgan_gradients",
    diagnosis="value",
    also=["suspect", "sign"],
    keeps=1,
    says="the slope of the margin's term has the wrong sign",
)
def slopes_with_fakes_pulled_down(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    below = np.asarray(e_fake) < margin
    return np.full(n, 1 / n), below / m, np.full(m, 1 / m)


@mistake(
    "ebgan_gradients",
    diagnosis="value",
    also=["suspect", "factor"],
    keeps=1,
    says="the means are forgotten: each slope is that of a sum",
)
def slopes_of_sums(e_real, e_fake, margin):
    below = np.asarray(e_fake) < margin
    return np.ones(len(e_real)), -1.0 * below, np.ones(len(e_fake))


@mistake(
    "ebgan_gradients",
    diagnosis="value",
    also=["suspect"],
    keeps=1,
    says="the mean is taken over those below the margin, not over all fakes",
)
def slopes_over_those_below(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    below = np.asarray(e_fake) < margin
    return np.full(n, 1 / n), below * (-1 / max(below.sum(), 1)), np.full(m, 1 / m)


@mistake(
    "ebgan_gradients",
    diagnosis="value",
    also=["suspect"],
    keeps=1,
    says="fakes above the margin are pushed, and those below it are left alone",
)
def slopes_on_the_other_side(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    above = np.asarray(e_fake) > margin
    return np.full(n, 1 / n), above * (-1 / m), np.full(m, 1 / m)
