"""Wrong answers, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import gate, mp_neuron, step

# step


@mistake(
    "step",
    diagnosis="at-threshold",
    says="an element that is exactly 0 counts as 0, though there the step is 1",
)
def step_strictly_above_zero(z):
    return (np.asarray(z) > 0).astype(int)


@mistake("step", diagnosis="dtype")
def step_leaves_booleans(z):
    return np.asarray(z) >= 0


@mistake("step", diagnosis="dtype")
def step_by_heaviside_in_floats(z):
    return np.heaviside(z, 1.0)


@mistake("step", diagnosis="two-signs", says="negative elements give -1, where they should give 0")
def step_of_minus_and_plus_one(z):
    return np.where(np.asarray(z) >= 0, 1, -1)


@mistake("step", diagnosis="sign", says="1 and 0 are exchanged")
def step_upside_down(z):
    return np.where(np.asarray(z) > 0, 0, 1)


@mistake("step", diagnosis="exception")
def step_of_one_number_only(z):
    if z >= 0:
        return 1
    return 0


@mistake("step", diagnosis="exception")
def step_needs_a_sequence(z):
    return np.array([1 if value >= 0 else 0 for value in z])


@mistake(
    "step",
    diagnosis="value",
    keeps=0.5,
    also=["at-threshold"],
    says="the sign bit decides, so -0.0 counts as negative",
)
def step_looks_at_the_sign_bit(z):
    return 1 - np.signbit(np.asarray(z, dtype=float)).astype(int)


@mistake(
    "step",
    diagnosis="value",
    says="the decimals are cut off first: elements between -1 and 0 get a 1",
)
def step_cuts_off_the_decimals(z):
    return (np.asarray(z).astype(int) >= 0).astype(int)


@mistake(
    "step", diagnosis="value", keeps=0.5, says="small negative numbers are rounded to 0 and get a 1"
)
def step_rounds_small_numbers_to_zero(z):
    return (np.round(np.asarray(z, dtype=float), 9) >= 0).astype(int)


# mp_neuron


@mistake(
    "mp_neuron",
    diagnosis="threshold-sign",
    says="theta is added to the sum like a bias, where it should be subtracted",
)
def neuron_adds_the_threshold(x, w, theta):
    return step(np.asarray(x) @ np.asarray(w) + theta)


@mistake(
    "mp_neuron", diagnosis="no-threshold", says="theta is left out: the sum is compared with 0"
)
def neuron_forgets_the_threshold(x, w, theta):
    return step(np.asarray(x) @ np.asarray(w))


@mistake(
    "mp_neuron",
    diagnosis="at-threshold",
    keeps=1.5,
    says="a sum that equals theta does not count, though it reaches the threshold",
)
def neuron_must_exceed_the_threshold(x, w, theta):
    return (np.asarray(x) @ np.asarray(w) > theta).astype(int)


@mistake(
    "mp_neuron", diagnosis="sign", says="it fires up to the threshold, not from the threshold on"
)
def neuron_fires_below_the_threshold(x, w, theta):
    return step(theta - np.asarray(x) @ np.asarray(w))


@mistake("mp_neuron", diagnosis="exception")
def neuron_has_the_product_the_wrong_way_round(x, w, theta):
    return step(np.asarray(w) @ np.asarray(x) - theta)


@mistake("mp_neuron", diagnosis="shape")
def neuron_adds_everything_up(x, w, theta):
    return step(np.sum(np.asarray(x) * np.asarray(w)) - theta)


@mistake("mp_neuron", diagnosis="shape")
def neuron_adds_over_the_samples(x, w, theta):
    return step((np.asarray(x) * np.asarray(w)).sum(axis=0) - theta)


@mistake("mp_neuron", diagnosis="shape")
def neuron_keeps_one_sample_as_an_array(x, w, theta):
    return step(np.atleast_2d(x) @ np.asarray(w) - theta)


@mistake(
    "mp_neuron",
    diagnosis="value",
    keeps=1.5,
    says="sums that are merely close to theta count as equal to it",
)
def neuron_forgives_what_is_close(x, w, theta):
    z = np.asarray(x, dtype=float) @ np.asarray(w, dtype=float) - theta
    return ((z >= 0) | np.isclose(z, 0)).astype(int)


@mistake("mp_neuron", diagnosis="dtype")
def neuron_returns_the_comparison(x, w, theta):
    return np.asarray(x) @ np.asarray(w) >= theta


@mistake("mp_neuron", diagnosis="in-place")
def neuron_multiplies_in_place(x, w, theta):
    x = np.asarray(x)
    x *= w
    return step(x.sum(axis=-1) - theta)


@mistake("mp_neuron", diagnosis="exception", keeps=1.5)
def neuron_expects_arrays(x, w, theta):
    return step((x * w).sum(axis=-1) - theta)


# gate


@mistake(
    "gate", diagnosis="threshold-sign", keeps=0.5, says="the thresholds have the sign of a bias"
)
def gate_with_biases_for_thresholds(name):
    gates = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NOT": ([-1], 0.5)}
    gates |= {"NAND": ([-1, -1], 1.5), "NOR": ([-1, -1], 0.5)}
    if name not in gates:
        raise ValueError("unknown name")
    w, theta = gates[name]
    return np.array(w, dtype=float), theta


@mistake(
    "gate",
    diagnosis="at-threshold",
    keeps=0.5,
    says="sums that should not fire equal the threshold, which counts as reached",
)
def gate_that_needs_a_strict_step(name):
    gates = {"AND": ([1, 1], 1.0), "OR": ([1, 1], 0.0), "NOT": ([-1], -1.0)}
    gates |= {"NAND": ([-1, -1], -2.0), "NOR": ([-1, -1], -1.0)}
    if name not in gates:
        raise ValueError("unknown name")
    w, theta = gates[name]
    return np.array(w, dtype=float), theta


@mistake(
    "gate",
    diagnosis="value",
    keeps=1.5,
    also=["threshold-sign"],
    says="in the negated gates only the weights have changed their sign",
)
def gate_with_negations_by_the_weights_alone(name):
    gates = {"AND": ([1, 1], 1.5), "OR": ([1, 1], 0.5), "NOT": ([-1], -0.5)}
    gates |= {"NAND": ([-1, -1], 1.5), "NOR": ([-1, -1], 0.5)}
    if name not in gates:
        raise ValueError("unknown name")
    w, theta = gates[name]
    return np.array(w, dtype=float), theta


@mistake(
    "gate",
    diagnosis="complement",
    keeps=1.5,
    says="NAND and NOR are not negated: they are the same as AND and OR",
)
def gate_with_nand_and_nor_not_negated(name):
    gates = {"AND": ([1, 1], 1.5), "OR": ([1, 1], 0.5), "NOT": ([-1], -0.5)}
    gates |= {"NAND": ([1, 1], 1.5), "NOR": ([1, 1], 0.5)}
    if name not in gates:
        raise ValueError("unknown name")
    w, theta = gates[name]
    return np.array(w, dtype=float), theta


@mistake("gate", diagnosis="shape", keeps=1.5)
def gate_not_with_two_inputs(name):
    gates = {"AND": ([1, 1], 1.5), "OR": ([1, 1], 0.5), "NOT": ([-1, 0], -0.5)}
    gates |= {"NAND": ([-1, -1], -1.5), "NOR": ([-1, -1], -0.5)}
    if name not in gates:
        raise ValueError("unknown name")
    w, theta = gates[name]
    return np.array(w, dtype=float), theta


@mistake("gate", diagnosis="exception", keeps=1.5)
def gate_leaves_a_key_error(name):
    gates = {"AND": ([1, 1], 1.5), "OR": ([1, 1], 0.5), "NOT": ([-1], -0.5)}
    gates |= {"NAND": ([-1, -1], -1.5), "NOR": ([-1, -1], -0.5)}
    w, theta = gates[name]
    return np.array(w, dtype=float), theta


@mistake("gate", diagnosis="no-error", keeps=1.5)
def gate_returns_none_for_other_names(name):
    gates = {"AND": ([1, 1], 1.5), "OR": ([1, 1], 0.5), "NOT": ([-1], -0.5)}
    gates |= {"NAND": ([-1, -1], -1.5), "NOR": ([-1, -1], -0.5)}
    return gates.get(name)


@mistake("gate", diagnosis="no-error", keeps=1.5)
def gate_looks_for_parts_of_names(name):
    theta = 1.5 if "AND" in name else 0.5
    if name == "NOT":
        return np.array([-1.0]), -0.5
    sign = -1.0 if name.startswith("N") else 1.0
    return np.array([sign, sign]), sign * theta


# xor


@mistake(
    "xor",
    diagnosis="one-neuron",
    says="this is OR: nothing stops the output where both inputs are on",
)
def xor_by_a_single_neuron(x):
    return mp_neuron(x, *gate("OR"))


@mistake(
    "xor", diagnosis="complement", says="it is 1 where the inputs agree and 0 where they differ"
)
def xor_that_ends_in_nand(x):
    h = np.stack([mp_neuron(x, *gate("OR")), mp_neuron(x, *gate("NAND"))], axis=1)
    return mp_neuron(h, *gate("NAND"))


@mistake("xor", diagnosis="half", says="only one of the two cases counts, that of the first input")
def xor_with_one_of_its_two_cases(x):
    return mp_neuron(x, [1.0, -1.0], 0.5)


@mistake(
    "xor",
    diagnosis="value",
    says="this is AND, as from hidden units OR and AND",
)
def xor_with_and_for_nand(x):
    h = np.stack([mp_neuron(x, *gate("OR")), mp_neuron(x, *gate("AND"))], axis=1)
    return mp_neuron(h, *gate("AND"))


@mistake("xor", diagnosis="shape")
def xor_stacks_the_units_as_rows(x):
    h = np.stack([mp_neuron(x, *gate("OR")), mp_neuron(x, *gate("NAND"))])
    return h[0:1] * h[1:2]


@mistake("xor", diagnosis="exception")
def xor_forgets_to_turn_the_hidden_layer(x):
    h = np.array([mp_neuron(x, *gate("OR")), mp_neuron(x, *gate("NAND"))])
    return mp_neuron(h, *gate("AND"))


@mistake("xor", diagnosis="rule", keeps=0.5)
def xor_by_arithmetic(x):
    x = np.asarray(x, dtype=float)
    return np.rint(x[:, 0] + x[:, 1] - 2 * x[:, 0] * x[:, 1]).astype(int)


@mistake("xor", diagnosis="dtype")
def xor_as_a_polynomial_in_floats(x):
    x = np.asarray(x, dtype=float)
    return x[:, 0] + x[:, 1] - 2 * x[:, 0] * x[:, 1]


@mistake("xor", diagnosis="rule", keeps=0.5)
def xor_by_the_rest_of_a_division(x):
    return (np.sum(x, axis=1) % 2).astype(int)


@mistake("xor", diagnosis="shape")
def xor_answers_the_four_rows_it_has_seen(x):
    return np.array([0, 1, 1, 0])


# boolean_network


@mistake(
    "boolean_network",
    diagnosis="bit-order",
    keeps=1,
    says="the first input is taken for the least significant bit",
)
def network_counts_bits_from_the_right(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if len(table) < 2 or len(table) != 2**d:
        raise ValueError("table must have a power of two of entries, at least 2")
    ones = ((np.arange(2**d)[:, None] >> np.arange(d)) & 1)[table == 1]
    return 2.0 * ones.T - 1, ones.sum(axis=1) - 0.5, np.ones(len(ones)), 0.5


@mistake(
    "boolean_network",
    diagnosis="value",
    keeps=1,
    says=("bits that should be off are not punished: rows with more ones fire too"),
)
def network_ignores_bits_that_should_be_off(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if len(table) < 2 or len(table) != 2**d:
        raise ValueError("table must have a power of two of entries, at least 2")
    ones = ((np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1)) & 1)[table == 1]
    return 1.0 * ones.T, ones.sum(axis=1) - 0.5, np.ones(len(ones)), 0.5


@mistake(
    "boolean_network",
    diagnosis="threshold-sign",
    keeps=0.5,
    says="all thresholds have the sign of a bias",
)
def network_returns_biases(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if len(table) < 2 or len(table) != 2**d:
        raise ValueError("table must have a power of two of entries, at least 2")
    ones = ((np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1)) & 1)[table == 1]
    return 2.0 * ones.T - 1, 0.5 - ones.sum(axis=1), np.ones(len(ones)), -0.5


@mistake(
    "boolean_network",
    diagnosis="complement",
    keeps=0.5,
    says="there are detectors for the rows that are 0, so the output is negated",
)
def network_detects_the_zeros(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if len(table) < 2 or len(table) != 2**d:
        raise ValueError("table must have a power of two of entries, at least 2")
    zeros = ((np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1)) & 1)[table == 0]
    return 2.0 * zeros.T - 1, zeros.sum(axis=1) - 0.5, np.ones(len(zeros)), 0.5


@mistake("boolean_network", diagnosis="transposed", keeps=0.5)
def network_with_a_unit_in_each_row(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if len(table) < 2 or len(table) != 2**d:
        raise ValueError("table must have a power of two of entries, at least 2")
    ones = ((np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1)) & 1)[table == 1]
    return 2.0 * ones - 1, ones.sum(axis=1) - 0.5, np.ones(len(ones)), 0.5


@mistake(
    "boolean_network",
    diagnosis="value",
    keeps=1.5,
    also=["at-threshold"],
    says="with no detectors the threshold of the output is 0, and the empty sum reaches it",
)
def network_fires_at_zero_for_an_empty_table(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if len(table) < 2 or len(table) != 2**d:
        raise ValueError("table must have a power of two of entries, at least 2")
    ones = ((np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1)) & 1)[table == 1]
    return 2.0 * ones.T - 1, ones.sum(axis=1) - 0.5, np.ones(len(ones)), min(0.5, len(ones))


@mistake("boolean_network", diagnosis="exception", keeps=1.5)
def network_stacks_nothing_when_no_row_is_one(table):
    table = list(table)
    d = len(table).bit_length() - 1
    if len(table) < 2 or len(table) != 2**d:
        raise ValueError("table must have a power of two of entries, at least 2")
    rows = [[int(bit) for bit in f"{row:0{d}b}"] for row in range(2**d) if table[row] == 1]
    W = np.stack([2.0 * np.array(row) - 1 for row in rows], axis=1)
    return W, np.array([sum(row) - 0.5 for row in rows]), np.ones(len(rows)), 0.5


@mistake("boolean_network", diagnosis="no-error", keeps=2.5)
def network_takes_any_length(table):
    table = np.asarray(table)
    d = max(1, int(np.ceil(np.log2(max(1, len(table))))))
    ones = ((np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1)) & 1)[: len(table)][table == 1]
    return 2.0 * ones.T - 1, ones.sum(axis=1) - 0.5, np.ones(len(ones)), 0.5


@mistake("boolean_network", diagnosis="no-error", keeps=2.5)
def network_accepts_a_table_of_one_output(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if len(table) != 2**d:
        raise ValueError("table must have a power of two of entries")
    ones = ((np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1)) & 1)[table == 1]
    return 2.0 * ones.T - 1, ones.sum(axis=1) - 0.5, np.ones(len(ones)), 0.5


@mistake(
    "boolean_network",
    diagnosis="at-threshold",
    keeps=0.5,
    says="the threshold of the output is 0, which is reached where no detector fires",
)
def network_with_an_output_that_must_be_exceeded(table):
    table = np.asarray(table)
    d = len(table).bit_length() - 1
    if len(table) < 2 or len(table) != 2**d:
        raise ValueError("table must have a power of two of entries, at least 2")
    ones = ((np.arange(2**d)[:, None] >> np.arange(d - 1, -1, -1)) & 1)[table == 1]
    return 2.0 * ones.T - 1, ones.sum(axis=1) - 0.5, np.ones(len(ones)), 0.0


# integrate_and_fire


@mistake(
    "integrate_and_fire",
    diagnosis="before-reset",
    keeps=1,
    says="a step with a spike shows the voltage before the reset, not after it",
)
def run_records_the_voltage_before_the_reset(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v, spikes, now = [], [], v_reset
    for drive in current:
        now = now + dt / tau * (-now + resistance * drive)
        v.append(now)
        spikes.append(now >= v_threshold)
        if spikes[-1]:
            now = v_reset
    return np.array(v), np.array(spikes, dtype=bool)


@mistake(
    "integrate_and_fire",
    diagnosis="at-threshold",
    keeps=2.5,
    says="a voltage that equals the threshold does not count as a spike",
)
def run_must_exceed_the_threshold(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v, spikes = np.zeros(len(current)), np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        spikes[t] = now > v_threshold
        now = v_reset if spikes[t] else now
        v[t] = now
    return v, spikes


@mistake(
    "integrate_and_fire",
    diagnosis="no-reset",
    keeps=1,
    says="the voltage is not put back after a spike: it goes on from where it was",
)
def run_never_resets(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v = np.zeros(len(current))
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        v[t] = now
    return v, v >= v_threshold


@mistake(
    "integrate_and_fire",
    diagnosis="reset",
    keeps=1.5,
    says="after a spike the voltage goes to 0, not to v_reset",
)
def run_resets_to_zero(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v, spikes = np.zeros(len(current)), np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        spikes[t] = now >= v_threshold
        now = 0.0 if spikes[t] else now
        v[t] = now
    return v, spikes


@mistake(
    "integrate_and_fire",
    diagnosis="start",
    keeps=0.5,
    says="the voltage starts at 0, not at v_reset",
)
def run_starts_from_zero(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v, spikes = np.zeros(len(current)), np.zeros(len(current), dtype=bool)
    now = 0.0
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        spikes[t] = now >= v_threshold
        now = v_reset if spikes[t] else now
        v[t] = now
    return v, spikes


@mistake(
    "integrate_and_fire",
    diagnosis="resistance",
    keeps=0.5,
    also=["ignored"],
    says="the current is not multiplied by the resistance",
)
def run_forgets_the_resistance(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v, spikes = np.zeros(len(current)), np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + current[t])
        spikes[t] = now >= v_threshold
        now = v_reset if spikes[t] else now
        v[t] = now
    return v, spikes


@mistake(
    "integrate_and_fire",
    diagnosis="no-leak",
    keeps=0.5,
    says="the leak is left out: the voltage never falls by itself",
)
def run_without_leak(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v, spikes = np.zeros(len(current)), np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * resistance * current[t]
        spikes[t] = now >= v_threshold
        now = v_reset if spikes[t] else now
        v[t] = now
    return v, spikes


@mistake(
    "integrate_and_fire",
    diagnosis="leak-target",
    keeps=0.5,
    says="the leak pulls the voltage to v_reset, not to 0",
)
def run_leaks_to_the_reset(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v, spikes = np.zeros(len(current)), np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-(now - v_reset) + resistance * current[t])
        spikes[t] = now >= v_threshold
        now = v_reset if spikes[t] else now
        v[t] = now
    return v, spikes


@mistake(
    "integrate_and_fire",
    diagnosis="late-current",
    says="the record begins with the voltage at the start: at index 0 no step has been made",
)
def run_records_the_start(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v, spikes = np.full(len(current), float(v_reset)), np.zeros(len(current), dtype=bool)
    drive = [0.0, *current[:-1]]
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * drive[t])
        spikes[t] = now >= v_threshold
        now = v_reset if spikes[t] else now
        v[t] = now
    return v, spikes


@mistake("integrate_and_fire", diagnosis="dt", says="dt is left out of the step")
def run_forgets_the_step_size(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0):
    v, spikes = np.zeros(len(current)), np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + (-now + resistance * current[t]) / tau
        spikes[t] = now >= v_threshold
        now = v_reset if spikes[t] else now
        v[t] = now
    return v, spikes


@mistake(
    "integrate_and_fire",
    diagnosis="value",
    says=(
        "each step follows the curve of the exact solution, "
        "while forward Euler takes a straight line"
    ),
)
def run_uses_the_exact_solution_of_each_step(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v, spikes = np.zeros(len(current)), np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        rest = resistance * current[t]
        now = rest + (now - rest) * np.exp(-dt / tau)
        spikes[t] = now >= v_threshold
        now = v_reset if spikes[t] else now
        v[t] = now
    return v, spikes


@mistake(
    "integrate_and_fire",
    diagnosis="dtype",
    keeps=2.5,
    also=["integer"],
    says=("the record holds integers where the currents are integers, which cuts off the voltages"),
)
def run_keeps_the_integers_of_the_current(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    current = np.asarray(current)
    v, spikes = np.zeros_like(current), np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        spikes[t] = now >= v_threshold
        now = v_reset if spikes[t] else now
        v[t] = now
    return v, spikes


@mistake(
    "integrate_and_fire",
    diagnosis="dtype",
    keeps=2.5,
    also=["integer"],
    says="the record holds integers where v_reset is an integer, which cuts off the voltages",
)
def run_makes_the_voltages_like_the_reset(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v, spikes = np.full(len(current), v_reset), np.zeros(len(current), dtype=bool)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        spikes[t] = now >= v_threshold
        now = v_reset if spikes[t] else now
        v[t] = now
    return v, spikes


@mistake("integrate_and_fire", diagnosis="dtype")
def run_counts_spikes_in_integers(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v, spikes = np.zeros(len(current)), np.zeros(len(current), dtype=int)
    now = v_reset
    for t in range(len(current)):
        now = now + dt / tau * (-now + resistance * current[t])
        if now >= v_threshold:
            spikes[t], now = 1, v_reset
        v[t] = now
    return v, spikes


@mistake("integrate_and_fire", diagnosis="shape")
def run_keeps_the_start_as_well(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v, spikes = [v_reset], [False]
    for drive in current:
        now = v[-1] + dt / tau * (-v[-1] + resistance * drive)
        spikes.append(bool(now >= v_threshold))
        v.append(v_reset if spikes[-1] else now)
    return np.array(v), np.array(spikes)


@mistake("integrate_and_fire", diagnosis="shape")
def run_lists_the_times_of_spikes(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v, times, now = [], [], v_reset
    for t, drive in enumerate(current):
        now = now + dt / tau * (-now + resistance * drive)
        if now >= v_threshold:
            times.append(t * dt)
            now = v_reset
        v.append(now)
    return np.array(v), np.array(times)


@mistake("integrate_and_fire", diagnosis="in-place")
def run_writes_into_the_current(
    current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0
):
    v = np.asarray(current, dtype=float)
    spikes = np.zeros(len(v), dtype=bool)
    now = v_reset
    for t in range(len(v)):
        now = now + dt / tau * (-now + resistance * v[t])
        spikes[t] = now >= v_threshold
        now = v_reset if spikes[t] else now
        v[t] = now
    return v, spikes
