"""Wrong answers to the exercises of mp_neuron, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- step ---


@wrong_answer("step", cause="strict comparison: 0 at z = 0, where the step is 1")
def step_strict(z):
    return (np.asarray(z) > 0).astype(int)


@wrong_answer("step", cause="returns -1 in place of 0 for negative z")
def step_plus_minus_one(z):
    return np.where(np.asarray(z) >= 0, 1, -1)


@wrong_answer("step", cause="1 and 0 are exchanged")
def step_inverted(z):
    z = np.asarray(z)
    return np.where(z >= 0, 0, 1)


@wrong_answer(
    "step", cause="compares with 0.5 (like rounding a probability) where 0 is the threshold"
)
def step_threshold_one_half(z):
    z = np.asarray(z, dtype=float)
    fires = np.vectorize(lambda v: 1 if v >= 0.5 else 0, otypes=[int])
    return fires(z)


@wrong_answer(
    "step", cause="one answer for all elements together (np.all) where each has its own"
)
def step_all_elements_together(z):
    z = np.asarray(z)
    answer = 1 if np.all(z >= 0) else 0
    return np.full(z.shape, answer)


@wrong_answer(
    "step", cause="writes the zeros and ones into the caller's array, which asarray did not copy"
)
def step_overwrites_argument(z):
    z = np.asarray(z, dtype=float)
    fires = z >= 0
    z[fires] = 1
    z[~fires] = 0
    return z.astype(int)


# --- mp_neuron ---


@wrong_answer("mp_neuron", cause="adds theta like a bias; the threshold has to be subtracted")
def mp_adds_threshold(x, w, theta):
    return step(np.asarray(x) @ np.asarray(w) + theta)


@wrong_answer("mp_neuron", cause="fires only above the threshold, a sum equal to it does not count")
def mp_strictly_above(x, w, theta):
    total = np.dot(np.asarray(x, dtype=float), np.asarray(w, dtype=float))
    return 1 * (total > theta)


@wrong_answer(
    "mp_neuron", cause="fires below the threshold: theta minus the sum goes into the step"
)
def mp_fires_below(x, w, theta):
    weighted_sum = np.sum(np.asarray(x) * np.asarray(w), axis=-1)
    return step(theta - weighted_sum)


@wrong_answer("mp_neuron", cause="takes the mean of the weighted inputs in place of their sum")
def mp_mean_of_inputs(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return step((x * w).mean(axis=-1) - theta)


@wrong_answer(
    "mp_neuron",
    cause="divides the sum by the length of w (a distance) before comparing it with theta",
)
def mp_normalized_weights(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    norm = np.sqrt(w @ w)
    return step(x @ w / norm - theta)


@wrong_answer(
    "mp_neuron", cause="the loop over the inputs stops before the last one, which never counts"
)
def mp_last_input_left_out(x, w, theta):
    x = np.asarray(x, dtype=float)
    d = len(w)
    z = -theta * np.ones(x.shape[:-1])
    for i in range(d - 1):
        z = z + w[i] * x[..., i]
    return step(z)


# --- gate ---


@wrong_answer("gate", cause="gives a bias, the threshold with the other sign, in every gate")
def gate_bias_for_threshold(name):
    gates = {
        "AND": ([1, 1], -1.5),
        "OR": ([1, 1], -0.5),
        "NAND": ([-1, -1], 1.5),
        "NOR": ([-1, -1], 0.5),
        "NOT": ([-1], 0.5),
    }
    if name not in gates:
        raise ValueError(f"unknown gate {name}")
    w, b = gates[name]
    return np.array(w, dtype=float), b


@wrong_answer(
    "gate",
    cause="flips the signs of AND and OR with corners on the line: these stay 1 in NAND and NOR",
)
def gate_negates_with_corner_on_line(name):
    basic = {"AND": (np.array([1, 1]), 2), "OR": (np.array([1, 1]), 1)}
    if name in basic:
        return basic[name]
    if name in ("NAND", "NOR"):
        w, theta = basic["AND" if name == "NAND" else "OR"]
        return -w, -theta
    if name == "NOT":
        return np.array([-1]), 0
    raise ValueError(f"no such gate: {name}")


@wrong_answer("gate", cause="the thresholds of NAND and NOR are exchanged")
def gate_nand_nor_exchanged(name):
    gates = {
        "AND": (np.array([1.0, 1.0]), 1.5),
        "OR": (np.array([1.0, 1.0]), 0.5),
        "NAND": (np.array([-1.0, -1.0]), -0.5),
        "NOR": (np.array([-1.0, -1.0]), -1.5),
        "NOT": (np.array([-1.0]), -0.5),
    }
    if name in gates:
        return gates[name]
    raise ValueError("unknown name")


@wrong_answer(
    "gate",
    cause="0.1 + 0.7 lies below the threshold 0.8 by rounding, so AND never fires",
)
def gate_sum_on_decimal_threshold(name):
    gates = {
        "AND": ((0.1, 0.7), 0.8),
        "OR": ((0.7, 0.7), 0.35),
        "NAND": ((-0.7, -0.7), -1.05),
        "NOR": ((-0.7, -0.7), -0.35),
        "NOT": ((-0.7,), -0.35),
    }
    if name not in gates:
        raise ValueError("name must be one of " + ", ".join(gates))
    w, theta = gates[name]
    return np.array(w), theta


@wrong_answer(
    "gate", cause="AND with weights of one half and the threshold 1.5, which the sum never reaches"
)
def gate_and_weights_too_small(name):
    two, one = np.array([1.0, 1.0]), np.array([-1.0])
    if name == "AND":
        return two / 2, 1.5
    if name == "OR":
        return two / 2, 0.25
    if name == "NAND":
        return -two, -1.5
    if name == "NOR":
        return -two, -0.5
    if name == "NOT":
        return one, -0.5
    raise ValueError(f"{name} is not a gate")


@wrong_answer(
    "gate", cause="an unknown name gets the default of dict.get and raises no ValueError"
)
def gate_unknown_name_gets_default(name):
    gates = {
        "AND": (np.array([1.0, 1.0]), 1.5),
        "OR": (np.array([1.0, 1.0]), 0.5),
        "NAND": (np.array([-1.0, -1.0]), -1.5),
        "NOR": (np.array([-1.0, -1.0]), -0.5),
        "NOT": (np.array([-1.0]), -0.5),
    }
    return gates.get(name, (np.zeros(2), 0.0))


# --- xor ---


@wrong_answer("xor", cause="the hidden units are OR and AND where OR and NAND belong: this is AND")
def xor_hidden_and_for_nand(x):
    h1 = mp_neuron(x, *gate("OR"))
    h2 = mp_neuron(x, *gate("AND"))
    hidden = np.column_stack([h1, h2])
    return mp_neuron(hidden, *gate("AND"))


@wrong_answer("xor", cause="the output unit is OR where AND belongs: always 1")
def xor_output_or_for_and(x):
    hidden = np.stack([mp_neuron(x, *gate(g)) for g in ("OR", "NAND")], axis=1)
    return mp_neuron(hidden, *gate("OR"))


@wrong_answer("xor", cause="OR of NOR and AND: 1 where the inputs agree, the negation of XOR")
def xor_is_xnor(x):
    both = mp_neuron(x, *gate("AND"))
    neither = mp_neuron(x, *gate("NOR"))
    return mp_neuron(np.c_[both, neither], *gate("OR"))


@wrong_answer(
    "xor", cause="takes the AND of the detectors of (1, 0) and (0, 1), which never fire together"
)
def xor_and_of_detectors(x):
    first_only = mp_neuron(x, np.array([1, -1]), 0.5)
    second_only = mp_neuron(x, np.array([-1, 1]), 0.5)
    return mp_neuron(np.column_stack((first_only, second_only)), np.array([1, 1]), 1.5)


@wrong_answer(
    "xor",
    cause="the output weight -0.5 of AND is too weak: the sum for (1, 1) reaches the threshold",
)
def xor_inhibition_too_weak(x):
    h_or = mp_neuron(x, np.array([1.0, 1.0]), 0.5)
    h_and = mp_neuron(x, np.array([1.0, 1.0]), 1.5)
    hidden = np.stack((h_or, h_and), axis=-1)
    return mp_neuron(hidden, np.array([1.0, -0.5]), 0.5)


@wrong_answer(
    "xor", cause="turns the hidden answers from (2, n) to (n, 2) by reshape, which mixes samples"
)
def xor_hidden_stacked_as_rows(x):
    h = np.array([mp_neuron(x, *gate("OR")), mp_neuron(x, *gate("NAND"))])
    h = h.reshape(-1, 2)
    return mp_neuron(h, *gate("AND"))


# --- boolean_network ---


@wrong_answer(
    "boolean_network", cause="builds detectors for the rows that are 0: the output is negated"
)
def network_detects_zeros(table):
    table = np.asarray(table)
    n = len(table)
    if n < 2 or n & (n - 1):
        raise ValueError("the length of table must be 2, 4, 8, ...")
    d = n.bit_length() - 1
    P = binary_inputs(d)[table == 0]
    W = 2.0 * P.T - 1
    theta = P.sum(axis=1) - 0.5
    return W, theta, np.ones(len(P)), 0.5


@wrong_answer(
    "boolean_network", cause="takes the first input for the least significant bit"
)
def network_least_significant_first(table):
    n = len(table)
    if n < 2 or bin(n).count("1") != 1:
        raise ValueError("table must have 2**d entries")
    d = int(np.log2(n))
    rows = []
    for i, out in enumerate(table):
        if out == 1:
            rows.append([(i >> j) & 1 for j in range(d)])
    P = np.array(rows).reshape(-1, d)
    return (2 * P - 1).T, P.sum(axis=1) - 0.5, np.ones(len(P)), 0.5


@wrong_answer(
    "boolean_network",
    cause="returns the hidden thresholds with the sign of a bias, and theta is subtracted",
)
def network_hidden_bias(table):
    table = np.asarray(table)
    n = table.size
    d = int(np.round(np.log2(max(n, 1))))
    if d < 1 or 2**d != n:
        raise ValueError("table: length must be a power of two, at least 2")
    ones = binary_inputs(d)[table == 1]
    W = np.where(ones == 1, 1.0, -1.0).T
    b = 0.5 - ones.sum(axis=1)
    return W, b, np.ones(W.shape[1]), 0.5


@wrong_answer(
    "boolean_network",
    cause="the output fires only if all detectors do (phi = m - 1/2) where any one should do",
)
def network_output_needs_all(table):
    table = np.asarray(table)
    n = len(table)
    if n < 2 or n & (n - 1):
        raise ValueError("table")
    d = n.bit_length() - 1
    P = binary_inputs(d)[table == 1]
    m = len(P)
    phi = m - 0.5 if m else 0.5
    return (2 * P - 1).T, P.sum(axis=1) - 0.5, np.ones(m), phi


@wrong_answer(
    "boolean_network",
    cause="the threshold sums the weights of +1 and -1, and not the bits, so it is too low",
)
def network_threshold_sums_weights(table):
    table = np.asarray(table)
    n = table.shape[0]
    if n < 2 or (n & (n - 1)) != 0:
        raise ValueError("table: wrong length")
    P = binary_inputs(n.bit_length() - 1)[table == 1]
    W = 2 * P.T - 1
    theta = W.sum(axis=0) - 0.5
    return W, theta, np.ones(W.shape[1]), 0.5


@wrong_answer(
    "boolean_network", cause="makes a detector for the first 1 of the table only"
)
def network_first_one_only(table):
    n = len(table)
    if n < 2 or n & (n - 1):
        raise ValueError("table must have length 2**d")
    d = n.bit_length() - 1
    X = binary_inputs(d)
    for i in range(n):
        if table[i] == 1:
            W = (2 * X[i] - 1).reshape(d, 1)
            theta = np.array([X[i].sum() - 0.5])
            return W, theta, np.ones(1), 0.5
    return np.zeros((d, 0)), np.zeros(0), np.zeros(0), 0.5


# --- integrate_and_fire ---


@wrong_answer(
    "integrate_and_fire",
    cause="spikes only above the threshold (>), a voltage that just reaches it does not count",
)
def fire_strictly_above(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    current = np.asarray(current, dtype=float)
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    u = v_reset
    for t in range(len(current)):
        u = u + dt / tau * (-u + resistance * current[t])
        if u > v_threshold:
            spikes[t] = True
            u = v_reset
        v[t] = u
    return v, spikes


@wrong_answer("integrate_and_fire", cause="the step is not divided by tau")
def fire_forgets_tau(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    s = np.zeros(len(current), dtype=bool)
    volt = v_reset
    for k, I in enumerate(current):
        volt = volt + dt * (-volt + resistance * I)
        if volt >= v_threshold:
            volt = v_reset
            s[k] = True
        v[k] = volt
    return v, s


@wrong_answer(
    "integrate_and_fire",
    cause="uses the current of the step before: element 0 is the start, current[0] comes at step 1",
)
def fire_current_one_late(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    T = len(current)
    v = np.zeros(T)
    spikes = np.zeros(T, dtype=bool)
    v[:1] = v_reset
    for t in range(1, T):
        v[t] = v[t - 1] + dt / tau * (-v[t - 1] + resistance * current[t - 1])
        if v[t] >= v_threshold:
            spikes[t] = True
            v[t] = v_reset
    return v, spikes


@wrong_answer(
    "integrate_and_fire",
    cause="solves each step exactly with an exponential where forward Euler is asked for",
)
def fire_exact_exponential(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    decay = np.exp(-dt / tau)
    v = v_reset
    trace = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    for t, I in enumerate(current):
        v_inf = resistance * I
        v = v_inf + (v - v_inf) * decay
        if v >= v_threshold:
            spikes[t], v = True, v_reset
        trace[t] = v
    return trace, spikes


@wrong_answer(
    "integrate_and_fire",
    cause="the reset subtracts the distance from threshold to reset, so the excess stays",
)
def fire_soft_reset(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    spikes = np.zeros(len(current), dtype=bool)
    x = v_reset
    for t in range(len(current)):
        x += dt * (-x + resistance * current[t]) / tau
        if x >= v_threshold:
            spikes[t] = True
            x -= v_threshold - v_reset
        v[t] = x
    return v, spikes


@wrong_answer(
    "integrate_and_fire",
    cause="parentheses are missing, so dt / tau scales only the leak and not the current",
)
def fire_current_not_scaled(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    history = []
    fired = []
    v = v_reset
    for t in range(len(current)):
        v = v + dt / tau * -v + resistance * current[t]
        if v >= v_threshold:
            fired.append(True)
            v = v_reset
        else:
            fired.append(False)
        history.append(v)
    return np.array(history, dtype=float), np.array(fired, dtype=bool)
