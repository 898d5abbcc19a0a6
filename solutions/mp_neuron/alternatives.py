"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative

from .reference import mp_neuron, step


@alternative("step")
def step_by_where(z):
    return np.where(np.asarray(z) >= 0, 1, 0)


@alternative("step")
def step_by_heaviside(z):
    return np.heaviside(np.asarray(z, dtype=float), 1.0).astype(np.int64)


@alternative("step")
def step_by_loop(z):
    z = np.array(z, dtype=float)
    out = np.zeros(z.shape, dtype=int)
    for index in np.ndindex(z.shape):
        if not z[index] < 0:
            out[index] = 1
    return out


@alternative("mp_neuron")
def neuron_by_loop(x, w, theta):
    x = np.asarray(x, dtype=float)
    rows = [sum(a * b for a, b in zip(row, w)) for row in np.atleast_2d(x)]
    fires = [1 if z >= theta else 0 for z in rows]
    return fires[0] if x.ndim == 1 else np.array(fires)


@alternative("mp_neuron")
def neuron_by_einsum(x, w, theta):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    return step(np.einsum("...d,d->...", x, w) - theta)


@alternative("mp_neuron")
def neuron_by_products(x, w, theta):
    return step((np.asarray(x) * np.asarray(w)).sum(axis=-1) - theta)


@alternative("gate")
def gate_with_whole_numbers(name):
    if name == "AND":
        return np.array([1, 1]), 2
    if name == "OR":
        return np.array([1, 1]), 1
    if name == "NAND":
        return np.array([-1, -1]), -1
    if name == "NOR":
        return np.array([-1, -1]), 0
    if name == "NOT":
        return np.array([-1]), 0
    raise ValueError(f"unknown gate: {name}")


@alternative("gate")
def gate_with_unequal_weights(name):
    plain = {"AND": ((0.3, 0.8), 0.95), "OR": ((20.0, 3.0), 1.0), "NOT": ((-7.0,), -2.0)}
    if name in plain:
        w, theta = plain[name]
        return list(w), theta
    if name in ("NAND", "NOR"):
        w, theta = plain[name[1:]]
        return [-weight for weight in w], np.float64(-theta)
    raise ValueError("name is not a gate")


@alternative("gate")
def gate_by_negation(name):
    table = {"AND": (2, 1.5), "OR": (2, 0.5), "NAND": (2, -1.5), "NOR": (2, -0.5), "NOT": (1, -0.5)}
    if name not in table:
        raise ValueError("name")
    d, theta = table[name]
    return np.full(d, np.sign(theta)), theta


@alternative("xor")
def xor_from_two_one_sided_neurons(x):
    first, second = mp_neuron(x, [1, -1], 1), mp_neuron(x, [-1, 1], 1)
    return mp_neuron(np.column_stack([first, second]), [1, 1], 1)


@alternative("xor")
def xor_that_counts_to_two(x):
    any_on, both_on = mp_neuron(x, [1, 1], 0.5), mp_neuron(x, [1, 1], 1.5)
    return mp_neuron(np.array([any_on, both_on]).T, [1, -2], 0.5)


@alternative("xor")
def xor_row_by_row(x):
    out = []
    for row in np.asarray(x, dtype=float):
        h = [mp_neuron(row, [1, 1], 1), mp_neuron(row, [-1, -1], -1)]
        out.append(mp_neuron(h, [1, 1], 2))
    return np.array(out)


@alternative("boolean_network")
def network_row_by_row(table):
    n = len(table)
    d = 0
    while 2**d < n:
        d += 1
    if d == 0 or 2**d != n:
        raise ValueError("the length of table must be a power of two, at least 2")
    columns, theta = [], []
    for row in range(n):
        if table[row] == 1:
            bits = [(row // 2 ** (d - 1 - j)) % 2 for j in range(d)]
            columns.append([1.0 if bit else -1.0 for bit in bits])
            theta.append(float(sum(bits)))
    W = np.array(columns).reshape(-1, d).T
    return W, np.array(theta), np.ones(len(theta)), 1.0


@alternative("boolean_network")
def network_with_a_unit_for_every_row(table):
    table = np.asarray(table, dtype=float)
    if table.size not in [2**k for k in range(1, 31)]:
        raise ValueError(f"table has {table.size} entries")
    d = int(np.log2(table.size))
    rows = np.array(list(np.ndindex(*(2,) * d)))
    return 2 * rows.T - 1, rows.sum(axis=1), 2 * table - 1, 0


@alternative("boolean_network")
def network_that_vetoes_the_zeros(table):
    table = np.asarray(table, dtype=float)
    d = len(table).bit_length() - 1
    if len(table) < 2 or len(table) & (len(table) - 1):
        raise ValueError("table: a power of two of outputs is needed")
    shifts = np.arange(d)[::-1]
    zeros = np.array([(row >> shifts) & 1 for row in np.flatnonzero(table == 0)]).reshape(-1, d)
    return 4.0 * zeros.T - 2, 2 * zeros.sum(1) - 1, -3 * np.ones(len(zeros)), -1


@alternative("boolean_network")
def network_that_reads_the_number_of_the_row(table):
    # the first layer compares the row's number with every place where the table changes
    table = np.asarray(table, dtype=float)
    d = len(table).bit_length() - 1
    if len(table) < 2 or 2**d != len(table):
        raise ValueError("length of table")
    places = 2.0 ** np.arange(d - 1, -1, -1)
    changes = np.diff(table, prepend=0.0)
    at = np.flatnonzero(changes)
    return np.outer(places, np.ones(len(at))), at.astype(float), changes[at], 1.0


@alternative("integrate_and_fire")
def run_with_lists(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v, spikes = [], []
    now = v_reset
    for drive in current:
        now += (resistance * drive - now) * dt / tau
        spikes.append(bool(now >= v_threshold))
        if spikes[-1]:
            now = v_reset
        v.append(now)
    return np.array(v, dtype=float), np.array(spikes, dtype=bool)


@alternative("integrate_and_fire")
def run_as_a_weighted_mean(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    keep = 1 - dt / tau
    drive = (1 - keep) * resistance * np.asarray(current, dtype=float)
    v = np.empty(drive.shape)
    spikes = np.zeros(drive.shape, dtype=bool)
    for t in range(len(v)):
        v[t] = keep * (v[t - 1] if t else v_reset) + drive[t]
        spikes[t] = v[t] >= v_threshold
        v[t] = np.where(spikes[t], v_reset, v[t])
    return v, spikes


@alternative("integrate_and_fire")
def run_on_an_array_that_holds_the_start(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    current = np.asarray(current, dtype=float)
    v = np.zeros(len(current) + 1)
    v[0] = v_reset
    spikes = np.zeros(len(current), dtype=bool)
    for t, drive in enumerate(current):
        slope = (-v[t] + resistance * drive) / tau
        v[t + 1] = v[t] + dt * slope
        if v[t + 1] >= v_threshold:
            v[t + 1], spikes[t] = v_reset, True
    return v[1:], spikes
