"""The reference answers and the named facts of the chapter on the McCulloch-Pitts neuron."""

import itertools
import math
import operator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import solve_ivp
from scipy.optimize import linprog
from scipy.signal import lfilter

from autograder.course import Solution

reference = Solution(Path(__file__).parents[2] / "solutions" / "mp_neuron").reference

whole = st.integers(-4, 4)


def lists_of(values, size):
    return st.lists(values, min_size=size, max_size=size)


def inputs(d):
    return list(itertools.product((0, 1), repeat=d))


def outputs(network, d):
    """A network's answers, unit by unit in plain Python (exact for halves)."""
    W, theta, v, phi = (np.asarray(part).tolist() for part in network)
    answers = []
    for x in inputs(d):
        total = sum(
            weight
            for k, weight in enumerate(v)
            if sum(W[i][k] * x[i] for i in range(d)) >= theta[k]
        )
        answers.append(int(total >= phi))
    return answers


def one_unit_computes(table):
    """Whether some weights and threshold compute the table, by linear programming."""
    d = len(table).bit_length() - 1
    # rows with output 1: w.x - theta >= 0; rows with output 0: w.x - theta <= -1
    rows = np.array([[*x, -1.0] for x in inputs(d)])
    table = np.asarray(table)
    A = np.where(table[:, None] == 1, -rows, rows)
    b = np.where(table == 1, 0.0, -1.0)
    return linprog(np.zeros(d + 1), A_ub=A, b_ub=b, bounds=(None, None)).status == 0


# the unit step and the threshold unit


@given(st.lists(st.floats(allow_nan=False), min_size=1))
def test_step_is_heaviside_with_one_at_zero(z):
    got = reference.step(z)
    assert got.dtype.kind == "i"
    assert np.array_equal(got, np.heaviside(z, 1.0))


def test_step_of_a_number_is_an_integer():
    assert [int(reference.step(z)) for z in (-1e-300, 0, -0.0, 2)] == [0, 1, 1, 1]
    assert np.shape(reference.step(0.5)) == ()


@given(st.integers(1, 4).flatmap(lambda d: lists_of(lists_of(whole, d), 3)), whole)
def test_neuron_fires_where_the_exact_sum_reaches_the_threshold(rows, eighths):
    a, b, w = rows
    theta = Fraction(eighths, 8)
    expected = [int(sum(map(operator.mul, x, w)) >= theta) for x in (a, b)]
    assert reference.mp_neuron([a, b], w, float(theta)).tolist() == expected
    assert int(reference.mp_neuron(a, w, float(theta))) == expected[0]


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=4), st.integers(-12, 12))
def test_the_value_of_the_step_at_zero_costs_no_function(w, theta):
    x = np.array(inputs(len(w)))
    sums = x @ w
    below = sums[sums < theta]
    moved = (theta + below.max()) / 2 if below.size else theta - 1
    assert not np.any(sums == moved)
    assert np.array_equal(reference.mp_neuron(x, w, moved), reference.mp_neuron(x, w, theta))


def test_the_notes_disagree_on_a_sum_that_equals_the_threshold():
    assert reference.mp_neuron([1, 1], [1, 1], 2) == 1
    assert np.heaviside(2 - 2, 0.0) == 0


def test_rounding_decides_a_sum_on_the_threshold():
    assert 0.1 + 0.2 >= 0.3
    assert not 0.1 + 0.7 >= 0.8


# gates and XOR


@pytest.mark.parametrize(
    "name, truth",
    [
        ("AND", lambda a, b: a & b),
        ("OR", lambda a, b: a | b),
        ("NAND", lambda a, b: 1 - (a & b)),
        ("NOR", lambda a, b: 1 - (a | b)),
        ("NOT", lambda a: 1 - a),
    ],
)
def test_gate_computes_its_function_and_no_input_is_on_the_line(name, truth):
    w, theta = reference.gate(name)
    for x in inputs(len(w)):
        total = sum(Fraction(a) * b for a, b in zip(w, x, strict=True))
        assert (total > Fraction(theta)) == (total >= Fraction(theta)) == bool(truth(*x))


@pytest.mark.parametrize("name", ["XOR", "and", "", "NOTHING"])
def test_gate_refuses_other_names(name):
    with pytest.raises(ValueError, match="name"):
        reference.gate(name)


def test_gate_gives_fresh_weights():
    reference.gate("AND")[0][:] = 7
    assert reference.gate("AND")[0].tolist() == [1, 1]


def test_the_same_weights_give_four_functions():
    answers = {tuple(reference.mp_neuron(inputs(2), [1, 1], t)) for t in np.arange(-1, 3.1, 0.25)}
    assert answers == {(1, 1, 1, 1), (0, 1, 1, 1), (0, 0, 0, 1), (0, 0, 0, 0)}


@given(st.lists(st.tuples(*[st.integers(0, 1)] * 2), min_size=1, max_size=9))
def test_xor_is_python_s(rows):
    assert reference.xor(rows).tolist() == [a ^ b for a, b in rows]


def test_one_unit_computes_all_functions_of_two_bits_but_xor_and_its_negation():
    fails = [t for t in itertools.product((0, 1), repeat=4) if not one_unit_computes(t)]
    assert fails == [(0, 1, 1, 0), (1, 0, 0, 1)]


@pytest.mark.parametrize("d, count", [(1, 4), (2, 14), (3, 104), (4, 1882)])
def test_number_of_functions_of_one_unit(d, count):
    weights = np.array(list(itertools.product(range(-3, 4), repeat=d)))
    sums = np.array(inputs(d)) @ weights.T
    tables = [sums >= t for t in range(-3 * d, 3 * d + 2)]
    powers = 2 ** np.arange(2**d)[::-1]
    found = {int(number) for table in tables for number in powers @ table}
    assert len(found) == count
    assert count <= 2 * sum(math.comb(2**d - 1, i) for i in range(d + 1))  # Cover's bound
    if d == 3:  # no weights outside the grid compute another function
        bits = [[int(b) for b in f"{n:08b}"] for n in range(256)]
        assert sum(map(one_unit_computes, bits)) == count


def test_written_question_has_a_model_answer_that_holds():
    assert "NAND" in reference.WRITTEN["one_neuron_xor"]
    answers = reference.mp_neuron(inputs(2), [-1, -1], -1.5)
    assert answers[1:].tolist() == [1, 1, 0]
    assert answers.tolist() == [1, 1, 1, 0]


# every truth table


@pytest.mark.parametrize("d", [1, 2, 3])
def test_network_computes_every_table(d):
    for table in itertools.product((0, 1), repeat=2**d):
        assert outputs(reference.boolean_network(table), d) == list(table)


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 6).flatmap(lambda d: lists_of(st.integers(0, 1), 2**d)))
def test_network_computes_large_tables_with_a_unit_for_each_one(table):
    d = len(table).bit_length() - 1
    W, theta, v, phi = network = reference.boolean_network(table)
    assert W.shape == (d, sum(table))
    assert theta.shape == v.shape == (sum(table),)
    assert np.ndim(phi) == 0
    assert outputs(network, d) == table


def test_detector_sees_the_hamming_distance():
    for p in inputs(4):
        table = np.zeros(16, int)
        table[int("".join(map(str, p)), 2)] = 1
        W, theta, _, _ = reference.boolean_network(table)
        for x in inputs(4):
            differ = sum(a != b for a, b in zip(x, p, strict=True))
            assert np.array(x) @ W[:, 0] - theta[0] == 0.5 - differ


@pytest.mark.parametrize("length", [0, 1, 3, 5, 6, 7, 9, 12, 33])
def test_network_refuses_tables_of_other_lengths(length):
    with pytest.raises(ValueError, match="table"):
        reference.boolean_network([0] * length)


@pytest.mark.parametrize("d", [1, 2, 3, 5])
def test_parity_needs_only_as_many_hidden_units_as_inputs(d):
    k = np.arange(1, d + 1)
    network = np.ones((d, d)), k - 0.5, (-1.0) ** (k + 1), 0.5
    assert outputs(network, d) == [sum(x) % 2 for x in inputs(d)]


@given(st.integers(1, 5), st.data())
def test_a_large_negative_weight_forbids_firing(k, data):
    theta = data.draw(st.integers(-2, k))
    veto = theta - k - 0.25
    for x in inputs(k):
        assert reference.mp_neuron([*x, 1], [1] * k + [veto], theta) == 0


# integrate and fire


def test_run_of_the_text_by_hand():
    v, spikes = reference.integrate_and_fire([2, 2, 2, 2], 5.0)
    assert v.tolist() == [0.5, 0.875, 0.0, 0.5]
    assert spikes.tolist() == [False, False, True, False]
    assert 0.875 + (2 - 0.875) / 4 == 1.15625


@given(
    st.lists(st.floats(-0.9, 0.9), min_size=1, max_size=40),
    st.floats(0.1, 5),
    st.floats(5, 40),
    st.floats(-0.5, 0.5),
)
def test_below_threshold_the_neuron_is_a_linear_filter(current, dt, tau, start):
    a = dt / tau
    v, spikes = reference.integrate_and_fire(current, dt, tau, v_reset=start)
    expected, _ = lfilter([a], [1, a - 1], current, zi=[(1 - a) * start])
    assert not spikes.any()
    assert np.allclose(v, expected, atol=1e-12)


def test_small_steps_follow_the_differential_equation_to_first_order():
    exact = solve_ivp(
        lambda t, v: (-v + 1.5 * np.sin(t / 5)) / 12,
        (0, 50),
        [0.4],
        rtol=1e-10,
        atol=1e-12,
        dense_output=True,
    ).sol
    errors = []
    for dt in (0.1, 0.01):
        time = dt * np.arange(round(50 / dt))
        v, _ = reference.integrate_and_fire(np.sin(time / 5), dt, 12.0, 1.5, 10.0, 0.4)
        errors.append(np.abs(v - exact(time + dt)[0]).max())
    assert errors[1] < 1e-3
    assert errors[0] / errors[1] == pytest.approx(10, rel=0.02)


@given(st.floats(1.02, 5), st.floats(0.05, 4))
def test_interval_between_spikes_is_that_of_the_euler_recursion(drive, dt):
    shrink = 1 - dt / 20
    exact = math.log(1 - 1 / drive) / math.log(shrink)
    if abs(exact - round(exact)) < 1e-9:
        return  # the voltage meets the threshold within rounding
    steps = math.ceil(exact)
    spikes = reference.integrate_and_fire(np.full(3 * steps + 1, drive), dt)[1]
    assert (1 + np.flatnonzero(spikes)).tolist() == [steps, 2 * steps, 3 * steps]


@pytest.mark.parametrize("drive", [1.05, 1.5, 2.0, 4.0])
def test_firing_rate_is_the_closed_form_for_fine_steps(drive):
    dt, tau = 0.01, 20.0
    spikes = reference.integrate_and_fire(np.full(15000, drive), dt)[1]
    measured = dt * np.diff(np.flatnonzero(spikes)).mean()
    assert measured == pytest.approx(tau * math.log(drive / (drive - 1)), abs=2.5 * dt)


def test_numbers_of_the_text_on_firing():
    assert 20 * math.log(2) == pytest.approx(13.9, abs=0.05)
    assert 1000 / (20 * math.log(2)) == pytest.approx(72, abs=0.5)
    assert 20 * math.log(1.5) == pytest.approx(8.1, abs=0.05)
    for drive in (10.0, 40.0):  # the rate is nearly straight far above the threshold
        rate = 1 / math.log(drive / (drive - 1))
        assert rate == pytest.approx(drive - 0.5, abs=0.1 / drive)


@given(st.floats(-3, 1))
def test_a_current_that_settles_at_or_below_the_threshold_never_fires(drive):
    v, spikes = reference.integrate_and_fire(np.full(300, min(drive, 0.999999)), 1.0)
    assert not spikes.any()
    assert np.all(np.abs(v) <= abs(drive) + 1e-12)


@given(st.lists(whole, min_size=1, max_size=5), st.integers(-20, 20), st.data())
def test_one_step_from_rest_is_a_threshold_unit(w, quarters, data):
    x = [data.draw(st.integers(0, 1)) for _ in w]
    theta, tau, dt = quarters / 4, 16.0, 0.5
    current = [tau / dt * sum(map(operator.mul, w, x))]
    spikes = reference.integrate_and_fire(current, dt, tau, v_threshold=theta)[1]
    assert spikes[0] == (sum(map(operator.mul, w, x)) >= theta)


@pytest.mark.parametrize(
    "gap, fires", [(0.1, True), (5.0, True), (8.0, True), (8.2, False), (14, False)]
)
def test_two_pulses_fire_the_neuron_if_they_come_together(gap, fires):
    dt, tau = 0.01, 20.0
    current = np.zeros(4000)
    current[[100, 100 + round(gap / dt)]] = 0.6 * tau / dt
    assert reference.integrate_and_fire(current, dt, tau)[1].any() == fires
