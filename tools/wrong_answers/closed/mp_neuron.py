"""Wrong answers to the exercises of mp_neuron, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- step ---


@wrong_answer("step", cause="np.sign: -1 below zero, 0 at zero and 1 above, not the unit step")
def step_is_sign(z):
    return np.sign(np.asarray(z, dtype=float)).astype(int)


@wrong_answer(
    "step", cause="cuts z to an integer before comparing, so numbers between -1 and 0 count as 0"
)
def step_truncates_first(z):
    z = np.array(z).astype(int)
    return 1 * (z >= 0)


@wrong_answer(
    "step",
    cause="the second assignment sees the zeros that the first has just written, so all become 1",
)
def step_second_mask_sees_first(z):
    y = np.array(z, dtype=float)
    y[y < 0] = 0
    y[y >= 0] = 1
    return y.astype(int)


@wrong_answer("step", cause="1 wherever z is not zero, since np.where tests z and not its sign")
def step_nonzero(z):
    z = np.asarray(z, dtype=float)
    return np.where(z, 1, 0)


@wrong_answer(
    "step", cause="a tolerance: negative numbers close to zero count as 1 and should be 0"
)
def step_with_tolerance(z):
    z = np.asarray(z, dtype=float)
    return ((z >= 0) | np.isclose(z, 0, atol=1e-3)).astype(int)


@wrong_answer("step", cause="the list of answers is flat, the shape of z is lost")
def step_flat(z):
    if np.ndim(z) == 0:
        return 1 if z >= 0 else 0
    out = []
    for value in np.ravel(z):
        if value >= 0:
            out.append(1)
        else:
            out.append(0)
    return np.array(out)


# --- mp_neuron ---


@wrong_answer("mp_neuron", cause="forgets the threshold: fires when the weighted sum is >= 0")
def mp_forgets_threshold(x, w, theta):
    z = np.asarray(x) @ np.asarray(w)
    return step(z)


@wrong_answer(
    "mp_neuron",
    cause="the threshold is subtracted outside the step, from its answer and not from the sum",
)
def mp_threshold_after_step(x, w, theta):
    return step(np.dot(x, w)) - theta


@wrong_answer(
    "mp_neuron",
    cause="takes the sum over everything, all samples of x together, so all get one answer",
)
def mp_sums_all_samples(x, w, theta):
    x = np.asarray(x, dtype=float)
    z = np.sum(x * np.asarray(w)) - theta
    return step(np.full(x.shape[:-1], z))


@wrong_answer(
    "mp_neuron", cause="rounds the inputs to 0 and 1 (at one half) before they are weighted"
)
def mp_steps_the_inputs(x, w, theta):
    bits = step(np.asarray(x, dtype=float) - 0.5)
    return step(bits @ np.asarray(w) - theta)


@wrong_answer(
    "mp_neuron",
    cause="any active input of negative weight forbids firing; it should only lower the sum",
)
def mp_absolute_inhibition(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    fires = step(x @ w - theta)
    vetoed = np.any((x > 0) & (w < 0), axis=-1)
    return np.where(vetoed, 0, fires) if x.ndim > 1 else int(fires and not vetoed)


@wrong_answer("mp_neuron", cause="converts the weights to integers, their fractions are lost")
def mp_integer_weights(x, w, theta):
    x = np.asarray(x)
    w = np.asarray(w).astype(int)
    return step(x @ w - theta)


# --- gate ---


@wrong_answer("gate", cause="AND has the threshold 1, which one input reaches: it computes OR")
def gate_and_threshold_one(name):
    if name == "AND":
        return np.array([1.0, 1.0]), 1.0
    if name == "OR":
        return np.array([1.0, 1.0]), 0.5
    if name == "NAND":
        return np.array([-1.0, -1.0]), -1.5
    if name == "NOR":
        return np.array([-1.0, -1.0]), -0.5
    if name == "NOT":
        return np.array([-1.0]), -0.5
    raise ValueError("name must be AND, OR, NAND, NOR or NOT")


@wrong_answer("gate", cause="the threshold of NOT is +0.5 and should be -0.5: it never fires")
def gate_not_positive_threshold(name):
    table = dict(
        AND=(np.array([1, 1]), 1.5),
        OR=(np.array([1, 1]), 0.5),
        NAND=(np.array([-1, -1]), -1.5),
        NOR=(np.array([-1, -1]), -0.5),
        NOT=(np.array([-1]), 0.5),
    )
    try:
        return table[name]
    except KeyError:
        raise ValueError(name) from None


@wrong_answer(
    "gate", cause="NAND and NOR flip only the weights of AND and OR, not the threshold as well"
)
def gate_flips_only_weights(name):
    one = np.array([1.0, 1.0])
    if name == "AND":
        w, theta = one, 1.5
    elif name == "OR":
        w, theta = one, 0.5
    elif name == "NAND":
        w, theta = -one, 1.5
    elif name == "NOR":
        w, theta = -one, 0.5
    elif name == "NOT":
        w, theta = np.array([-1.0]), -0.5
    else:
        raise ValueError("unknown gate: " + str(name))
    return w, theta


@wrong_answer(
    "gate", cause="OR has the threshold 0, which the sum of (0, 0) reaches: it is always 1"
)
def gate_or_threshold_zero(name):
    if name == "AND":
        w, theta = [2, 2], 3
    elif name == "OR":
        w, theta = [2, 2], 0
    elif name == "NAND":
        w, theta = [-2, -2], -3
    elif name == "NOR":
        w, theta = [-2, -2], -1
    elif name == "NOT":
        w, theta = [-2], -1
    else:
        raise ValueError("gate not known")
    return np.array(w), theta


@wrong_answer(
    "gate",
    cause="'name == \"NOR\" or \"nor\"' is always true, so NOT and unknown names give NOR",
)
def gate_or_of_strings(name):
    if name == "AND":
        return np.array([1.0, 1.0]), 1.5
    elif name == "OR":
        return np.array([1.0, 1.0]), 0.5
    elif name == "NAND":
        return np.array([-1.0, -1.0]), -1.5
    elif name == "NOR" or "nor":
        return np.array([-1.0, -1.0]), -0.5
    elif name == "NOT":
        return np.array([-1.0]), -0.5
    else:
        raise ValueError("unknown gate")


@wrong_answer("gate", cause="tests 'AND' in name, which NAND passes too: NAND gives an AND gate")
def gate_substring_test(name):
    if "AND" in name:
        return np.array([1.0, 1.0]), 1.5
    if name == "NAND":
        return np.array([-1.0, -1.0]), -1.5
    if name == "OR":
        return np.array([1.0, 1.0]), 0.5
    if name == "NOR":
        return np.array([-1.0, -1.0]), -0.5
    if name == "NOT":
        return np.array([-1.0]), -0.5
    raise ValueError(f"name: {name!r}")


# --- xor ---


@wrong_answer("xor", cause="NAND gets the first input and OR's answer, not the two inputs")
def xor_nand_of_wrong_inputs(x):
    x = np.asarray(x)
    either = mp_neuron(x, *gate("OR"))
    not_both = mp_neuron(np.column_stack([x[:, 0], either]), *gate("NAND"))
    return mp_neuron(np.column_stack([either, not_both]), *gate("AND"))


@wrong_answer("xor", cause="a single unit with weights (1, -1): the case (0, 1) is missing")
def xor_single_unit(x):
    return mp_neuron(np.asarray(x), np.array([1.0, -1.0]), 0.5)


@wrong_answer(
    "xor", cause="both hidden units detect (1, 0), the same one twice, and none detects (0, 1)"
)
def xor_same_detector_twice(x):
    detectors = [np.array([1, -1])] * 2
    h = []
    for w in detectors:
        h.append(mp_neuron(x, w, 0.5))
    h = np.array(h).T
    return mp_neuron(h, np.array([1, 1]), 0.5)


@wrong_answer(
    "xor", cause="AND enters the output with the weight +1 where it should inhibit: this is OR"
)
def xor_and_does_not_inhibit(x):
    W = np.array([[1.0, 1.0], [1.0, 1.0]])
    thresholds = [0.5, 1.5]
    hidden = np.column_stack([mp_neuron(x, W[:, k], thresholds[k]) for k in range(2)])
    return mp_neuron(hidden, np.array([1.0, 1.0]), 0.5)


@wrong_answer(
    "xor", cause="NAND flips the weights but not the threshold, so it and the output never fire"
)
def xor_nand_threshold_not_flipped(x):
    o = mp_neuron(x, np.array([1, 1]), 0.5)
    n = mp_neuron(x, np.array([-1, -1]), 1.5)
    return mp_neuron(np.array([o, n]).T, np.array([1, 1]), 1.5)


@wrong_answer(
    "xor", cause="the output unit has the threshold 1 with weights (1, 1), which one unit reaches"
)
def xor_output_threshold_one(x):
    def layer(inputs, weights, thresholds):
        units = [mp_neuron(inputs, w, t) for w, t in zip(weights, thresholds)]
        return np.transpose(units)

    hidden = layer(x, [np.array([1, 1]), np.array([-1, -1])], [0.5, -1.5])
    return layer(hidden, [np.array([1, 1])], [1])[:, 0]


# --- boolean_network ---


@wrong_answer(
    "boolean_network", cause="the hidden threshold is s + 1/2, which no sum reaches, not s - 1/2"
)
def network_threshold_plus_half(table):
    t = np.array(table)
    if t.size not in [2**k for k in range(1, 31)]:
        raise ValueError("table has a wrong length")
    d = int(round(np.log2(t.size)))
    p = binary_inputs(d)[np.flatnonzero(t)]
    return (2 * p - 1).T, p.sum(1) + 0.5, np.ones(p.shape[0]), 0.5


@wrong_answer(
    "boolean_network",
    cause="weights 0 where a bit is off and not -1: a detector fires with additional bits on too",
)
def network_off_bits_not_punished(table):
    n = len(table)
    if n < 2 or n & (n - 1) != 0:
        raise ValueError(f"table has length {n}")
    X = binary_inputs(n.bit_length() - 1)
    P = X[np.asarray(table) == 1]
    W = P.T.astype(float)
    theta = P.sum(axis=1) - 0.5
    v = np.ones(len(P))
    return W, theta, v, 0.5


@wrong_answer(
    "boolean_network",
    cause="the threshold is d - 1/2 for every detector, right only for the row of all ones",
)
def network_threshold_from_d(table):
    n = len(table)
    if n < 2 or n & (n - 1):
        raise ValueError("table must be of length 2**d")
    d = n.bit_length() - 1
    P = binary_inputs(d)[np.asarray(table, dtype=bool)]
    m = P.shape[0]
    W = 2 * P.T - 1
    theta = np.full(m, d - 0.5)
    return W, theta, np.ones(m), 0.5


@wrong_answer(
    "boolean_network", cause="the output threshold is 0, which the empty sum reaches: always 1"
)
def network_output_threshold_zero(table):
    table = np.asarray(table)
    n = len(table)
    if n < 2 or n & (n - 1):
        raise ValueError("length of table is not 2, 4, 8, ...")
    on = [row for row, out in zip(binary_inputs(n.bit_length() - 1), table) if out]
    P = np.array(on).reshape(len(on), n.bit_length() - 1)
    return (2 * P - 1).T, P.sum(axis=1) - 0.5, np.ones(len(P)), 0


@wrong_answer(
    "boolean_network",
    cause="a table without ones gets one unit that fires always, so the output is 1 and not 0",
)
def network_constant_zero_fires(table):
    table = np.asarray(table)
    n = len(table)
    if n < 2 or n & (n - 1):
        raise ValueError("table must have 2, 4, 8, ... entries")
    d = n.bit_length() - 1
    P = binary_inputs(d)[table == 1]
    if len(P) == 0:
        return np.zeros((d, 1)), np.zeros(1), np.ones(1), 0.5
    W = (2 * P - 1).T
    return W, P.sum(axis=1) - 0.5, np.ones(len(P)), 0.5


@wrong_answer(
    "boolean_network",
    cause="the number of inputs is half the length of the table, not its base-2 logarithm",
)
def network_inputs_half_the_length(table):
    n = len(table)
    if n < 2 or n & (n - 1):
        raise ValueError("table must have a power of two entries")
    d = n // 2
    rows = [[int(c) for c in format(i, f"0{d}b")] for i in range(n) if table[i] == 1]
    P = np.array(rows).reshape(len(rows), d)
    return (2 * P - 1).T, P.sum(axis=1) - 0.5, np.ones(len(rows)), 0.5


# --- integrate_and_fire ---


@wrong_answer(
    "integrate_and_fire",
    cause="records the voltage before the reset, so a spike shows the value above the threshold",
)
def fire_records_before_reset(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    voltages, spikes = [], []
    v = v_reset
    for i in current:
        v += dt / tau * (resistance * i - v)
        voltages.append(v)
        spikes.append(v >= v_threshold)
        if spikes[-1]:
            v = v_reset
    return np.array(voltages, dtype=float), np.array(spikes, dtype=bool)


@wrong_answer("integrate_and_fire", cause="starts at 0 and not at v_reset")
def fire_starts_at_zero(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    T = len(current)
    v = np.zeros(T)
    spikes = np.zeros(T, dtype=bool)
    now = 0.0
    for t in range(T):
        dv = (-now + resistance * current[t]) / tau
        now = now + dt * dv
        if now >= v_threshold:
            now = v_reset
            spikes[t] = True
        v[t] = now
    return v, spikes


@wrong_answer("integrate_and_fire", cause="the reset goes to 0 in place of v_reset")
def fire_resets_to_zero(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    T = len(current)
    v, spikes = np.empty(T), np.empty(T, dtype=bool)
    last = v_reset
    for t in range(T):
        last = last + dt / tau * (-last + resistance * current[t])
        spikes[t] = last >= v_threshold
        last = 0.0 if spikes[t] else last
        v[t] = last
    return v, spikes


@wrong_answer(
    "integrate_and_fire", cause="the resistance multiplies the leak as well as the current"
)
def fire_resistance_times_leak(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    alpha = dt / tau
    v, out, spikes = v_reset, [], []
    for i in np.asarray(current, dtype=float):
        v = v + alpha * resistance * (i - v)
        fired = bool(v >= v_threshold)
        if fired:
            v = v_reset
        out.append(v)
        spikes.append(fired)
    return np.array(out, dtype=float), np.array(spikes, dtype=bool)


@wrong_answer(
    "integrate_and_fire",
    cause="zeros_like of an integer current makes integer voltages, their fractions are cut off",
)
def fire_integer_voltages(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    current = np.asarray(current)
    v = np.zeros_like(current)
    spikes = np.zeros(current.shape, dtype=bool)
    for t in range(len(current)):
        before = v[t - 1] if t > 0 else v_reset
        v[t] = before + dt / tau * (resistance * current[t] - before)
        if v[t] >= v_threshold:
            spikes[t] = True
            v[t] = v_reset
    return v, spikes


@wrong_answer(
    "integrate_and_fire",
    cause="leaks toward v_reset where it should leak toward the resting value 0",
)
def fire_leaks_toward_reset(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    n_steps = len(current)
    v_trace = np.full(n_steps, v_reset, dtype=float)
    spikes = np.zeros(n_steps, dtype=bool)
    v = v_reset
    for t in range(n_steps):
        dv = (-(v - v_reset) + resistance * current[t]) * dt / tau
        v = v + dv
        if v >= v_threshold:
            spikes[t] = True
            v = v_reset
        v_trace[t] = v
    return v_trace, spikes
