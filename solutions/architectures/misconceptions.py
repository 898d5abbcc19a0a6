"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import misconception

from .reference import sigmoid_forward

# --- lstm_step_forward -----------------------------------------------------------------


@misconception(
    "lstm_step_forward", says="the candidate is taken from the first m columns, not from the last"
)
def step_with_the_candidate_first(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    g, i, f, o = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception("lstm_step_forward", says="the gates are taken in the order f, i, g, o")
def step_in_the_order_forget_candidate(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    f, i, g, o = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception("lstm_step_forward", says="the input gate and the output gate are exchanged")
def step_with_output_and_input_exchanged(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    o, f, i, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception("lstm_step_forward", says="the forget gate and the output gate are exchanged")
def step_with_forget_and_output_exchanged(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, o, f, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception(
    "lstm_step_forward",
    says=(
        "every fourth column is taken for a gate, though the m columns of a gate stand side by side"
    ),
)
def step_of_interleaved_columns(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.moveaxis((x @ Wx + h @ Wh + b).reshape(len(x), -1, 4), 2, 0)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception("lstm_step_forward", says="the bias is not added to the sums")
def step_without_the_bias(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception("lstm_step_forward", says="the input does not enter: the term with Wx is missing")
def step_without_the_input(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception(
    "lstm_step_forward", says="the old cell is multiplied by Wh, where the old output is to be"
)
def step_with_the_cell_in_the_sums(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + c @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception(
    "lstm_step_forward",
    says=(
        "one is added to the bias of the forget gate in every step, where it belongs into"
        " b at the start"
    ),
)
def step_with_one_more_in_the_forget_gate(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f + 1), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception("lstm_step_forward", says="the gates go through tanh, so they may be negative")
def step_with_tanh_gates(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = np.tanh(i), np.tanh(f), np.tanh(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception(
    "lstm_step_forward", says="the gates are the bare sums: no sigmoid is applied to them"
)
def step_with_raw_gates(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    g = np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception(
    "lstm_step_forward", says="the candidate is the bare sum, which has not gone through tanh"
)
def step_with_a_raw_candidate(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception("lstm_step_forward", says="the candidate goes through ReLU, not through tanh")
def step_with_a_relu_candidate(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.maximum(g, 0)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception(
    "lstm_step_forward", says="the candidate is added as it is: the input gate is not used"
)
def step_without_the_input_gate(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception(
    "lstm_step_forward", says="the old cell is added as it is: the forget gate is not used"
)
def step_without_the_forget_gate(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception(
    "lstm_step_forward",
    says=(
        "the candidate is weighted by what the forget gate leaves, as in a GRU, and the "
        "input gate is not used"
    ),
)
def step_with_coupled_gates(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + (1 - f) * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception(
    "lstm_step_forward",
    says="the forget gate is turned round: at 1 it clears the cell, where it is to keep it",
)
def step_that_keeps_what_it_should_forget(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = (1 - f) * c + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception(
    "lstm_step_forward",
    says=(
        "the gates act on the other part: the input gate on the old cell, the forget gate"
        " on the candidate"
    ),
)
def step_with_gates_on_the_other_part(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = i * c + f * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception(
    "lstm_step_forward", says="the forget gate acts on the old output, not on the old cell"
)
def step_with_the_old_output_in_the_cell(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * h + i * g
    t = np.tanh(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception(
    "lstm_step_forward",
    says="the output is the tanh of the cell alone: the output gate is not used",
)
def step_without_the_output_gate(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception(
    "lstm_step_forward",
    says="the cell goes through the sigmoid on its way to the output, not through tanh",
)
def step_with_a_sigmoid_of_the_cell(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = sigmoid_forward(new_c)
    return o * t, new_c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception(
    "lstm_step_forward",
    says="the cell that comes back is the old one, so nothing new is ever stored",
)
def step_that_returns_the_old_cell(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, c, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception(
    "lstm_step_forward",
    says="the cell that comes back has gone through tanh, which belongs to the output alone",
)
def step_that_stores_the_squashed_cell(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, t, (x, h, c, Wx, Wh, i, f, o, g, t)


@misconception("lstm_step_forward", says="the output comes back twice, and the new cell is lost")
def step_that_stores_what_it_shows(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, dtype=float) for a in (x, h, c, Wx, Wh, b))
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid_forward(i), sigmoid_forward(f), sigmoid_forward(o), np.tanh(g)
    new_c = f * c + i * g
    t = np.tanh(new_c)
    return o * t, o * t, (x, h, c, Wx, Wh, i, f, o, g, t)


# --- lstm_step_backward ----------------------------------------------------------------


@misconception(
    "lstm_step_backward", says="the slope of the tanh between cell and output lacks its square"
)
def back_with_a_slope_not_squared(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t)
    zi = into * g * i * (1 - i)
    zf = into * c * f * (1 - f)
    zo = dh * t * o * (1 - o)
    zg = into * i * (1 - g**2)
    dz = np.concatenate([zi, zf, zo, zg], axis=1)
    return dz @ Wx.T, dz @ Wh.T, into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@misconception(
    "lstm_step_backward",
    says=(
        "the slope of the forget gate is taken with the new cell, where the old one was multiplied"
    ),
)
def back_with_the_new_cell(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    zi = into * g * i * (1 - i)
    zf = into * (f * c + i * g) * f * (1 - f)
    zo = dh * t * o * (1 - o)
    zg = into * i * (1 - g**2)
    dz = np.concatenate([zi, zf, zo, zg], axis=1)
    return dz @ Wx.T, dz @ Wh.T, into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@misconception(
    "lstm_step_backward",
    says="the output gate gets the gradient of the cell, not that of the output",
)
def back_with_the_cell_in_the_output_gate(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    zi = into * g * i * (1 - i)
    zf = into * c * f * (1 - f)
    zo = into * t * o * (1 - o)
    zg = into * i * (1 - g**2)
    dz = np.concatenate([zi, zf, zo, zg], axis=1)
    return dz @ Wx.T, dz @ Wh.T, into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@misconception(
    "lstm_step_backward",
    says="input gate and candidate are exchanged: the gradient by a factor is the other factor",
)
def back_with_factors_exchanged(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    zi = into * i * i * (1 - i)
    zf = into * c * f * (1 - f)
    zo = dh * t * o * (1 - o)
    zg = into * g * (1 - g**2)
    dz = np.concatenate([zi, zf, zo, zg], axis=1)
    return dz @ Wx.T, dz @ Wh.T, into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@misconception(
    "lstm_step_backward", says="the slopes of the gates are those of tanh, not those of the sigmoid"
)
def back_with_tanh_slopes_of_gates(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    zi = into * g * (1 - i**2)
    zf = into * c * (1 - f**2)
    zo = dh * t * (1 - o**2)
    zg = into * i * (1 - g**2)
    dz = np.concatenate([zi, zf, zo, zg], axis=1)
    return dz @ Wx.T, dz @ Wh.T, into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@misconception("lstm_step_backward", says="the slope of the candidate's tanh is left out")
def back_without_the_slope_of_the_candidate(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    zi = into * g * i * (1 - i)
    zf = into * c * f * (1 - f)
    zo = dh * t * o * (1 - o)
    zg = into * i
    dz = np.concatenate([zi, zf, zo, zg], axis=1)
    return dz @ Wx.T, dz @ Wh.T, into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@misconception("lstm_step_backward", says="the blocks of input gate and forget gate are exchanged")
def back_with_gates_exchanged(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    zi = into * g * i * (1 - i)
    zf = into * c * f * (1 - f)
    zo = dh * t * o * (1 - o)
    zg = into * i * (1 - g**2)
    dz = np.concatenate([zf, zi, zo, zg], axis=1)
    return dz @ Wx.T, dz @ Wh.T, into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@misconception(
    "lstm_step_backward",
    says=(
        "the upstream dh is added to the gradient by the old output, though no way leads "
        "straight past"
    ),
)
def back_with_the_output_added(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    zi = into * g * i * (1 - i)
    zf = into * c * f * (1 - f)
    zo = dh * t * o * (1 - o)
    zg = into * i * (1 - g**2)
    dz = np.concatenate([zi, zf, zo, zg], axis=1)
    return dz @ Wx.T, dh + dz @ Wh.T, into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@misconception(
    "lstm_step_backward",
    says=(
        "the old cell gets only the part from the next step: what came through the output"
        " is left out there"
    ),
)
def back_with_the_bare_cell_passed_on(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    zi = into * g * i * (1 - i)
    zf = into * c * f * (1 - f)
    zo = dh * t * o * (1 - o)
    zg = into * i * (1 - g**2)
    dz = np.concatenate([zi, zf, zo, zg], axis=1)
    return dz @ Wx.T, dz @ Wh.T, dc * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@misconception(
    "lstm_step_backward",
    says="the gradient by Wh is made of the new output, where the old one was multiplied",
)
def back_with_the_new_output(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    zi = into * g * i * (1 - i)
    zf = into * c * f * (1 - f)
    zo = dh * t * o * (1 - o)
    zg = into * i * (1 - g**2)
    dz = np.concatenate([zi, zf, zo, zg], axis=1)
    return dz @ Wx.T, dz @ Wh.T, into * f, x.T @ dz, (o * t).T @ dz, dz.sum(axis=0)


@misconception(
    "lstm_step_backward",
    says="the gradients by the old output and by the old cell come back in the other order",
)
def back_with_cell_before_output(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    zi = into * g * i * (1 - i)
    zf = into * c * f * (1 - f)
    zo = dh * t * o * (1 - o)
    zg = into * i * (1 - g**2)
    dz = np.concatenate([zi, zf, zo, zg], axis=1)
    return dz @ Wx.T, into * f, dz @ Wh.T, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@misconception(
    "lstm_step_backward",
    says="no gradient goes back to the old output, so steps are joined by the cell alone",
)
def back_with_nothing_for_the_output(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    zi = into * g * i * (1 - i)
    zf = into * c * f * (1 - f)
    zo = dh * t * o * (1 - o)
    zg = into * i * (1 - g**2)
    dz = np.concatenate([zi, zf, zo, zg], axis=1)
    return dz @ Wx.T, np.zeros_like(h), into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


@misconception(
    "lstm_step_backward",
    says="no gradient goes back to the old cell, so nothing is learned over many steps",
)
def back_with_nothing_for_the_cell(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    zi = into * g * i * (1 - i)
    zf = into * c * f * (1 - f)
    zo = dh * t * o * (1 - o)
    zg = into * i * (1 - g**2)
    dz = np.concatenate([zi, zf, zo, zg], axis=1)
    return dz @ Wx.T, dz @ Wh.T, np.zeros_like(c), x.T @ dz, h.T @ dz, dz.sum(axis=0)


@misconception(
    "lstm_step_backward", says="the gates are held fixed: only the candidate passes a gradient on"
)
def back_through_gates_held_fixed(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, t = cache
    dh, dc = np.asarray(dh, dtype=float), np.asarray(dc, dtype=float)
    into = dc + dh * o * (1 - t**2)
    zi = np.zeros_like(i)
    zf = np.zeros_like(f)
    zo = np.zeros_like(o)
    zg = into * i * (1 - g**2)
    dz = np.concatenate([zi, zf, zo, zg], axis=1)
    return dz @ Wx.T, dz @ Wh.T, into * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


# --- cross layers ----------------------------------------------------------------------


@misconception("cross_layer_forward", says="the bias is not added")
def cross_without_the_bias(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, dtype=float) for a in (x0, x, w, b))
    return x0 * (x @ w)[:, np.newaxis] + x


@misconception(
    "cross_layer_forward", says="the bias is added to the weighted sum, so x0 multiplies it too"
)
def cross_with_the_bias_in_the_sum(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, dtype=float) for a in (x0, x, w, b))
    return x0 * ((x @ w)[:, np.newaxis] + b) + x


@misconception(
    "cross_layer_forward",
    says="x and x0 are exchanged: the sum is of x0, and x is multiplied by it",
)
def cross_with_inputs_exchanged(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, dtype=float) for a in (x0, x, w, b))
    return x * (x0 @ w)[:, np.newaxis] + b + x


@misconception(
    "cross_layer_forward", says="the weighted sum is of x0 * x, and nothing is multiplied by it"
)
def cross_of_both_products(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, dtype=float) for a in (x0, x, w, b))
    return ((x0 * x) @ w)[:, np.newaxis] + b + x


@misconception(
    "cross_layer_forward",
    says="the weighted sum is added to x0, where x0 is to be multiplied by it",
)
def cross_without_a_product(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, dtype=float) for a in (x0, x, w, b))
    return x0 + (x @ w)[:, np.newaxis] + b + x


@misconception("cross_layer_forward", says="the weighted sum is divided by the number of inputs")
def cross_with_a_mean(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, dtype=float) for a in (x0, x, w, b))
    return x0 * (x @ w)[:, np.newaxis] / x.shape[1] + b + x


@misconception(
    "cross_layer_forward",
    says="an activation is applied to what comes out, and a cross layer has none",
)
def cross_with_a_relu(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, dtype=float) for a in (x0, x, w, b))
    return np.maximum(x0 * (x @ w)[:, np.newaxis] + b + x, 0)


@misconception(
    "cross_layer_forward",
    says="the products are weighted one by one: x0 meets w, and the sum over x has no weights",
)
def cross_with_the_other_weights(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, dtype=float) for a in (x0, x, w, b))
    return x0 * w * x.sum(axis=1, keepdims=True) + b + x


@misconception("cross_layer_forward", says="x0 is added beside x")
def cross_with_the_input_twice(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, dtype=float) for a in (x0, x, w, b))
    return x0 * (x @ w)[:, np.newaxis] + b + x + x0


@misconception("cross_layer_forward", says="the input of the layer is subtracted, not added")
def cross_with_the_way_past_subtracted(x0, x, w, b):
    x0, x, w, b = (np.asarray(a, dtype=float) for a in (x0, x, w, b))
    return x0 * (x @ w)[:, np.newaxis] + b - x


@misconception(
    "cross_layer_backward", says="the gradient by b is a mean over the samples, where it is a sum"
)
def cross_back_with_a_mean_bias(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, dtype=float) for a in (dout, x0, x, w))
    ds = np.sum(dout * x0, axis=1)
    by_x0 = dout * (x @ w)[:, np.newaxis]
    by_x = np.outer(ds, w) + dout
    by_w = ds @ x
    return by_x0, by_x, by_w, dout.mean(axis=0)


@misconception(
    "cross_layer_backward",
    says="the gradients by w and b are means over the samples, where they are sums",
)
def cross_back_with_mean_weights(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, dtype=float) for a in (dout, x0, x, w))
    ds = np.sum(dout * x0, axis=1)
    by_x0 = dout * (x @ w)[:, np.newaxis]
    by_x = np.outer(ds, w) + dout
    by_w = ds @ x
    return by_x0, by_x, by_w / len(x), dout.mean(axis=0)


@misconception(
    "cross_layer_backward", says="the gradients by x0 and by x come back in the other order"
)
def cross_back_with_inputs_exchanged(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, dtype=float) for a in (dout, x0, x, w))
    ds = np.sum(dout * x0, axis=1)
    by_x0 = dout * (x @ w)[:, np.newaxis]
    by_x = np.outer(ds, w) + dout
    by_w = ds @ x
    return by_x, by_x0, by_w, dout.sum(axis=0)


@misconception(
    "cross_layer_backward",
    says="the gradient by x0 is made of the weighted sum of x0, where x was summed",
)
def cross_back_with_the_other_sum(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, dtype=float) for a in (dout, x0, x, w))
    ds = np.sum(dout * x0, axis=1)
    by_x0 = dout * (x0 @ w)[:, np.newaxis]
    by_x = np.outer(ds, w) + dout
    by_w = ds @ x
    return by_x0, by_x, by_w, dout.sum(axis=0)


@misconception(
    "cross_layer_backward",
    says="the gradient by x0 is added to the one by x, as if both were one input",
)
def cross_back_of_a_first_layer(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, dtype=float) for a in (dout, x0, x, w))
    ds = np.sum(dout * x0, axis=1)
    by_x0 = dout * (x @ w)[:, np.newaxis]
    by_x = np.outer(ds, w) + dout + by_x0
    by_w = ds @ x
    return by_x0, by_x, by_w, dout.sum(axis=0)


@misconception(
    "cross_layer_backward",
    says=(
        "the entries of dout are weighted with x before they are summed, where x0 was multiplied"
    ),
)
def cross_back_weighted_with_x(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, dtype=float) for a in (dout, x0, x, w))
    ds = np.sum(dout * x, axis=1)
    by_x0 = dout * (x @ w)[:, np.newaxis]
    by_x = np.outer(ds, w) + dout
    by_w = ds @ x
    return by_x0, by_x, by_w, dout.sum(axis=0)


@misconception("cross_layer_backward", says="the gradient by w holds w itself once more")
def cross_back_with_weights_in_their_own_slope(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, dtype=float) for a in (dout, x0, x, w))
    ds = np.sum(dout * x0, axis=1)
    by_x0 = dout * (x @ w)[:, np.newaxis]
    by_x = np.outer(ds, w) + dout
    by_w = ds @ x * w
    return by_x0, by_x, by_w, dout.sum(axis=0)


@misconception(
    "cross_layer_backward",
    says="the sum behind w runs over the samples too, so one number is left for all of them",
)
def cross_back_with_one_sum_for_all(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, dtype=float) for a in (dout, x0, x, w))
    ds = np.full(len(x), np.sum(dout * x0))
    by_x0 = dout * (x @ w)[:, np.newaxis]
    by_x = np.outer(ds, w) + dout
    by_w = ds @ x
    return by_x0, by_x, by_w, dout.sum(axis=0)


@misconception(
    "cross_layer_backward",
    says=(
        "the gradient by x is the one straight past alone: that x is in the weighted sum "
        "is left out"
    ),
)
def cross_back_without_the_product(dout, x0, x, w, b):
    dout, x0, x, w = (np.asarray(a, dtype=float) for a in (dout, x0, x, w))
    ds = np.sum(dout * x0, axis=1)
    by_x0 = dout * (x @ w)[:, np.newaxis]
    by_x = dout.copy()
    by_w = ds @ x
    return by_x0, by_x, by_w, dout.sum(axis=0)


# --- graph convolution -----------------------------------------------------------------


@misconception(
    "graph_conv_forward", says="the node itself is added after the division by degrees, not before"
)
def graph_with_the_node_after_all(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    root = np.sqrt(np.maximum(A.sum(axis=1), 1e-12))
    S = A / np.outer(root, root) + np.eye(len(A))
    return S @ X @ W


@misconception("graph_conv_forward", says="a node is joined to itself with weight 2, not 1")
def graph_with_the_node_twice(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    A = A + 2 * np.eye(len(A))
    root = np.sqrt(A.sum(axis=1))
    S = A / np.outer(root, root)
    return S @ X @ W


@misconception(
    "graph_conv_forward",
    says="each column is divided by its degree, where both ends of an edge count with a root",
)
def graph_by_means_of_columns(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    A = A + np.eye(len(A))
    S = A / A.sum(axis=0)
    return S @ X @ W


@misconception(
    "graph_conv_forward", says="only one end of an edge is divided by the root of its degree"
)
def graph_with_one_root(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    A = A + np.eye(len(A))
    root = np.sqrt(A.sum(axis=1))
    S = A / root[:, np.newaxis]
    return S @ X @ W


@misconception(
    "graph_conv_forward", says="only one end of an edge is divided by the root of its degree"
)
def graph_with_one_root_of_the_neighbor(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    A = A + np.eye(len(A))
    root = np.sqrt(A.sum(axis=1))
    S = A / root
    return S @ X @ W


@misconception(
    "graph_conv_forward",
    says="the roots of the degrees are multiplied, where they are to be divided by",
)
def graph_multiplied_by_degrees(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    A = A + np.eye(len(A))
    root = np.sqrt(A.sum(axis=1))
    S = A * np.outer(root, root)
    return S @ X @ W


@misconception(
    "graph_conv_forward", says="the sum over neighbors is divided by the number of all nodes"
)
def graph_divided_by_all_nodes(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    A = A + np.eye(len(A))
    S = A / len(A)
    return S @ X @ W


@misconception(
    "graph_conv_forward",
    says=(
        "it is a mean over the neighbors alone: the node itself is left out, and degrees "
        "have no roots"
    ),
)
def graph_by_means_without_the_node(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    S = A / np.maximum(A.sum(axis=1, keepdims=True), 1e-12)
    return S @ X @ W


@misconception(
    "graph_conv_forward",
    says=(
        "it is the Laplacian, the identity minus the normalized graph, so neighbors are subtracted"
    ),
)
def graph_laplacian(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    root = np.sqrt(np.maximum(A.sum(axis=1), 1e-12))
    S = np.eye(len(A)) - A / np.outer(root, root)
    return S @ X @ W


@misconception("graph_conv_forward", says="neighbors are averaged over twice in one layer")
def graph_of_two_hops(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    A = A + np.eye(len(A))
    root = np.sqrt(A.sum(axis=1))
    S = A / np.outer(root, root)
    return S @ S @ X @ W


@misconception("graph_conv_forward", says="the graph is not used: each node sees itself alone")
def graph_without_neighbors(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    return X @ W


@misconception(
    "graph_conv_forward",
    says="an activation is applied to what comes out, which is not part of this step",
)
def graph_with_a_relu(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    A = A + np.eye(len(A))
    root = np.sqrt(A.sum(axis=1))
    S = A / np.outer(root, root)
    return np.maximum(S @ X @ W, 0)


@misconception("graph_conv_forward", says="edges count 1 each, and their weights are lost")
def graph_without_weights_of_edges(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    A = (A != 0) + np.eye(len(A))
    root = np.sqrt(A.sum(axis=1))
    S = A / np.outer(root, root)
    return S @ X @ W


@misconception(
    "graph_conv_forward", says="a node counts in its own degree, and is then left out of the sum"
)
def graph_with_self_loops_ignored_in_the_sum(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    A = A + np.eye(len(A))
    root = np.sqrt(A.sum(axis=1))
    S = (A - np.eye(len(A))) / np.outer(root, root)
    return S @ X @ W


@misconception("graph_conv_forward", says="all rows are divided by the largest degree")
def graph_with_the_largest_degree(A, X, W):
    A, X, W = (np.asarray(a, dtype=float) for a in (A, X, W))
    A = A + np.eye(len(A))
    S = A / A.sum(axis=1).max()
    return S @ X @ W


@misconception(
    "graph_conv_backward",
    says="the gradient by X goes through the weights alone, and not back over the edges",
)
def graph_back_without_the_graph_for_features(dout, A, X, W):
    dout, A, X, W = (np.asarray(a, dtype=float) for a in (dout, A, X, W))
    A = A + np.eye(len(A))
    root = np.sqrt(A.sum(axis=1))
    S = A / np.outer(root, root)
    return dout @ W.T, (S @ X).T @ dout


@misconception(
    "graph_conv_backward",
    says="the node itself is forgotten on the way back: the identity is not added",
)
def graph_back_without_the_node_itself(dout, A, X, W):
    dout, A, X, W = (np.asarray(a, dtype=float) for a in (dout, A, X, W))
    root = np.sqrt(np.maximum(A.sum(axis=1), 1.0))
    S = A / np.outer(root, root)
    return S @ dout @ W.T, (S @ X).T @ dout


@misconception(
    "graph_conv_backward",
    says="neighbors are summed on the way back, and not divided by their degrees",
)
def graph_back_by_sums(dout, A, X, W):
    dout, A, X, W = (np.asarray(a, dtype=float) for a in (dout, A, X, W))
    A = A + np.eye(len(A))
    S = A
    return S @ dout @ W.T, (S @ X).T @ dout


@misconception(
    "graph_conv_backward",
    says="rows are divided by their degrees, where both ends of an edge count with a root",
)
def graph_back_by_rows_in_both(dout, A, X, W):
    dout, A, X, W = (np.asarray(a, dtype=float) for a in (dout, A, X, W))
    A = A + np.eye(len(A))
    S = A / A.sum(axis=1, keepdims=True)
    return S @ dout @ W.T, (S @ X).T @ dout


@misconception("graph_conv_backward", says="the gradient by X goes back over the edges twice")
def graph_back_over_edges_twice(dout, A, X, W):
    dout, A, X, W = (np.asarray(a, dtype=float) for a in (dout, A, X, W))
    A = A + np.eye(len(A))
    root = np.sqrt(A.sum(axis=1))
    S = A / np.outer(root, root)
    return S @ S @ dout @ W.T, (S @ X).T @ dout


@misconception(
    "graph_conv_backward",
    says="the features are averaged over the edges twice in the gradient by W",
)
def graph_back_over_edges_twice_for_weights(dout, A, X, W):
    dout, A, X, W = (np.asarray(a, dtype=float) for a in (dout, A, X, W))
    A = A + np.eye(len(A))
    root = np.sqrt(A.sum(axis=1))
    S = A / np.outer(root, root)
    return S @ dout @ W.T, (S @ S @ X).T @ dout


@misconception(
    "graph_conv_backward", says="the gradients come back in the other order: W first, then X"
)
def graph_back_with_weights_first(dout, A, X, W):
    dout, A, X, W = (np.asarray(a, dtype=float) for a in (dout, A, X, W))
    A = A + np.eye(len(A))
    root = np.sqrt(A.sum(axis=1))
    S = A / np.outer(root, root)
    return (S @ X).T @ dout, S @ dout @ W.T


@misconception("graph_conv_backward", says="the gradients point downhill: their signs are turned")
def graph_back_with_the_sign_turned(dout, A, X, W):
    dout, A, X, W = (np.asarray(a, dtype=float) for a in (dout, A, X, W))
    A = A + np.eye(len(A))
    root = np.sqrt(A.sum(axis=1))
    S = A / np.outer(root, root)
    return -S @ dout @ W.T, -(S @ X).T @ dout


# --- energies --------------------------------------------------------------------------


@misconception(
    "ebgan_losses",
    says="the limit is turned round: fakes above the margin cost, and those below it are free",
)
def losses_with_the_hinge_turned(e_real, e_fake, margin):
    real, fake = np.asarray(e_real, dtype=float), np.asarray(e_fake, dtype=float)
    return np.mean(real) + np.mean(np.maximum(fake - margin, 0.0)), np.mean(fake)


@misconception(
    "ebgan_losses", says="the smaller of 0 and the missing energy is taken, not the larger"
)
def losses_with_a_minimum(e_real, e_fake, margin):
    real, fake = np.asarray(e_real, dtype=float), np.asarray(e_fake, dtype=float)
    return np.mean(real) + np.mean(np.minimum(margin - fake, 0.0)), np.mean(fake)


@misconception("ebgan_losses", says="the two losses come back in the other order")
def losses_with_generator_first(e_real, e_fake, margin):
    real, fake = np.asarray(e_real, dtype=float), np.asarray(e_fake, dtype=float)
    return np.mean(fake), np.mean(real) + np.mean(np.maximum(margin - fake, 0.0))


@misconception(
    "ebgan_losses", says="the energy of real samples is missing in the discriminator's loss"
)
def losses_without_real_samples(e_real, e_fake, margin):
    fake = np.asarray(e_fake, dtype=float)
    return np.mean(np.maximum(margin - fake, 0.0)), np.mean(fake)


@misconception("ebgan_losses", says="what fakes lack up to the margin is subtracted, not added")
def losses_with_the_hinge_subtracted(e_real, e_fake, margin):
    real, fake = np.asarray(e_real, dtype=float), np.asarray(e_fake, dtype=float)
    return np.mean(real) - np.mean(np.maximum(margin - fake, 0.0)), np.mean(fake)


@misconception(
    "ebgan_losses",
    says="the generator's loss has the margin too, which belongs to the discriminator",
)
def losses_with_the_margin_for_both(e_real, e_fake, margin):
    real, fake = np.asarray(e_real, dtype=float), np.asarray(e_fake, dtype=float)
    missing = np.mean(np.maximum(margin - fake, 0.0))
    return np.mean(real) + missing, missing


@misconception("ebgan_losses", says="what fakes lack up to the margin is squared")
def losses_with_a_squared_hinge(e_real, e_fake, margin):
    real, fake = np.asarray(e_real, dtype=float), np.asarray(e_fake, dtype=float)
    return np.mean(real) + np.mean(np.maximum(margin - fake, 0.0) ** 2), np.mean(fake)


@misconception(
    "ebgan_losses",
    says="one mean is taken over real samples and fakes together, where each sort has its own",
)
def losses_of_all_in_one_mean(e_real, e_fake, margin):
    real, fake = np.asarray(e_real, dtype=float), np.asarray(e_fake, dtype=float)
    both = np.concatenate([real, np.maximum(margin - fake, 0.0)])
    return np.mean(both), np.mean(fake)


@misconception(
    "ebgan_losses", says="the generator's loss is the discriminator's with its sign turned"
)
def losses_of_a_zero_sum_game(e_real, e_fake, margin):
    real, fake = np.asarray(e_real, dtype=float), np.asarray(e_fake, dtype=float)
    d_loss = np.mean(real) + np.mean(np.maximum(margin - fake, 0.0))
    return d_loss, -d_loss


@misconception(
    "ebgan_losses",
    says=(
        "real samples are held below the margin by a limit of their own, where their "
        "energy itself is the cost"
    ),
)
def losses_with_a_limit_on_real_samples(e_real, e_fake, margin):
    real, fake = np.asarray(e_real, dtype=float), np.asarray(e_fake, dtype=float)
    return np.mean(np.maximum(real - margin, 0.0)) + np.mean(
        np.maximum(margin - fake, 0.0)
    ), np.mean(fake)


@misconception("ebgan_losses", says="the distance of fakes to the margin costs on both sides of it")
def losses_with_a_distance_to_the_margin(e_real, e_fake, margin):
    real, fake = np.asarray(e_real, dtype=float), np.asarray(e_fake, dtype=float)
    return np.mean(real) + np.mean(np.abs(margin - fake)), np.mean(fake)


@misconception("ebgan_losses", says="the margin is 1, whatever is given")
def losses_with_a_margin_of_one(e_real, e_fake, margin):
    real, fake = np.asarray(e_real, dtype=float), np.asarray(e_fake, dtype=float)
    return np.mean(real) + np.mean(np.maximum(1.0 - fake, 0.0)), np.mean(fake)


@misconception(
    "ebgan_gradients", says="the numbers of real samples and of fakes are exchanged in the means"
)
def slopes_with_sizes_exchanged(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    below = np.asarray(e_fake) < margin
    return np.full(n, 1 / m), below * (-1 / n), np.full(m, 1 / n)


@misconception(
    "ebgan_gradients",
    says="one mean is taken over real samples and fakes together, where each sort has its own",
)
def slopes_with_all_in_one_mean(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    below = np.asarray(e_fake) < margin
    return np.full(n, 1 / (n + m)), below * (-1 / (n + m)), np.full(m, 1 / m)


@misconception(
    "ebgan_gradients",
    says="the generator's slopes have the wrong sign: its samples would seek high energies",
)
def slopes_of_a_generator_uphill(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    below = np.asarray(e_fake) < margin
    return np.full(n, 1 / n), below * (-1 / m), np.full(m, -1 / m)


@misconception("ebgan_gradients", says="the slopes by the real samples have the wrong sign")
def slopes_of_real_samples_uphill(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    below = np.asarray(e_fake) < margin
    return np.full(n, -1 / n), below * (-1 / m), np.full(m, 1 / m)


@misconception(
    "ebgan_gradients",
    says="the generator's slopes stop at the margin too, which belongs to the discriminator",
)
def slopes_of_a_generator_with_a_margin(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    below = np.asarray(e_fake) < margin
    return np.full(n, 1 / n), below * (-1 / m), below / m


@misconception(
    "ebgan_gradients", says="the generator's slopes are 0, as if its samples were held fixed"
)
def slopes_of_a_stopped_generator(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    below = np.asarray(e_fake) < margin
    return np.full(n, 1 / n), below * (-1 / m), np.zeros(m)


@misconception(
    "ebgan_gradients",
    says="the discriminator's slopes by the fakes are 0, as if these were held fixed",
)
def slopes_of_stopped_fakes(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    return np.full(n, 1 / n), np.zeros(m), np.full(m, 1 / m)


@misconception(
    "ebgan_gradients",
    says="above the margin the slope is turned round, as of a distance, where it is 0",
)
def slopes_of_a_distance(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    below = np.asarray(e_fake) < margin
    return np.full(n, 1 / n), np.where(below, -1 / m, 1 / m), np.full(m, 1 / m)


@misconception(
    "ebgan_gradients", says="the slopes of the two losses by the fakes come back in the other order"
)
def slopes_with_fakes_exchanged(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    below = np.asarray(e_fake) < margin
    return np.full(n, 1 / n), np.full(m, 1 / m), below * (-1 / m)


@misconception(
    "ebgan_gradients", says="the slope is that of a squared hinge: it grows with what is missing"
)
def slopes_of_a_squared_hinge(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    return np.full(n, 1 / n), np.minimum(np.asarray(e_fake) - margin, 0) * 2 / m, np.full(m, 1 / m)


@misconception(
    "ebgan_gradients", says="the mean of the fakes is compared with the margin, not each of them"
)
def slopes_with_a_limit_on_the_mean(e_real, e_fake, margin):
    n, m = len(e_real), len(e_fake)
    below = np.mean(e_fake) < margin
    return np.full(n, 1 / n), np.full(m, -below / m), np.full(m, 1 / m)
