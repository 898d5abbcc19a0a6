"""What is graded.

Inputs of threshold units are multiples of 1/8, so that every weighted sum is exact in
whatever order it is taken, and a sum that equals its threshold does so on purpose.

An answer of 0 or 1 tells little of its cause. So where one is wrong, the function is asked in many
cases, and the first known mistake that answers the same in all of them is what the message names.
"""

import contextlib

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    Hint,
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_parts,
    expect_raises,
    expect_robust,
)
from autograder.checks.diagnosis import hints_are_wanted
from autograder.checks.failure import KINDS
from autograder.checks.purity import frozen

from . import misconceptions, mistakes, reference

#: diagnoses that no general rule gives: of a threshold, a network, a run
HINTS = (
    *("at-threshold", "threshold-sign", "no-threshold", "two-signs", "rounding"),
    *("one-neuron", "half", "bit-order"),
    *("no-leak", "leak-target", "dt", "resistance", "start", "late-current"),
    *("reset", "no-reset", "before-reset"),
)


def eighths(rng, *shape):
    return rng.integers(-24, 25, size=shape) / 8


def all_inputs(d):
    """Every 0/1 input in binary order, the first column the most significant bit."""
    return np.array([[float(bit) for bit in f"{row:0{d}b}"] for row in range(2**d)])


def known_mistakes(name):
    """The wrong answers to ``name`` that have a sentence, with what is said of them."""
    for module, mark in ((mistakes, "__mistake__"), (misconceptions, "__misconception__")):
        for wrong in vars(module).values():
            about = getattr(wrong, mark, None)
            if about and about["function"] == name and about["says"]:
                yield wrong, about


def numbers(ask, function):
    """All that ``ask`` gets of ``function``, as one array; empty where it fails in any case."""
    try:
        with np.errstate(all="ignore"):
            return np.concatenate([np.ravel(part) for part in ask(function)]).astype(float)
    except Exception:  # it is wrong, and may fail in any way
        return np.zeros(0)


def is_same(one, other):
    return one.shape == other.shape and np.allclose(one, other, rtol=1e-7)


def matching(name, ask, function):
    """Hints on the known mistakes in ``name`` that answer ``ask`` as ``function`` does.

    None where it answers rightly: so do mistakes that show elsewhere.
    """
    got = numbers(ask, function)
    if not got.size or is_same(got, numbers(ask, getattr(reference, name))):
        return
    if got.size > 1 and np.ptp(got) == 0:  # too many mistakes end there for one to be named
        yield Hint("known", f"the answer is {got[0]:g} in all {got.size} cases tried")
        return
    for wrong, about in known_mistakes(name):
        if is_same(got, numbers(ask, wrong)):
            key = about.get("diagnosis", "known")
            yield Hint("known" if key in KINDS else key, about["says"])


def causes(name, function, ask, ask_less=None):
    """The first known mistake that answers ``ask`` in the same way.

    Or the only one that answers ``ask_less`` so, which tells less.
    """
    if found := tuple(matching(name, ask, function)):
        return found[:1]
    found = tuple({*matching(name, ask_less, function)}) if ask_less else ()
    return found if len(found) == 1 else ()


@contextlib.contextmanager
def naming_causes(name, function, *asks):
    """Explain a wrong value inside by what ``function`` answers in many cases."""
    try:
        yield
    except CheckFailed as failed:
        if failed.kind == "value" and hints_are_wanted():
            failed.explain(*causes(name, function, *asks) or failed.hints)
        raise


def expect_answers(function, reference, cases):
    """``function`` agrees with ``reference`` in all ``cases``, each a tuple of arguments."""

    def ask(asked):
        return [asked(*frozen(case)) for case in cases]

    with naming_causes(function.name, function, ask):
        for case in cases:
            expect_agrees(function, reference, *case)


# step


@check("step", points=0.5)
def is_one_from_zero_on(student, rng):
    # arrays of both signs first: of a single number every wrong answer looks upside down
    cases = [1.3 * rng.normal(size=shape) for shape in ((6, 9), (7,), (5, 1), (2, 3, 6))]
    cases += [np.array([[-1.0, 0.0], [0.0, 1.0]]), np.array([0.0, -0.0, 1e-300, -1e-300])]
    cases += [rng.normal(size=1), 0.0, -0.0, 5e-324, -5e-324, 1e4, -1e4, 2, -3, 0]
    expect_answers(student.step, reference.step, [(z,) for z in cases])


@check("step", points=0.5)
def gives_integers_for_lists_and_views(student, rng):
    z = 3 * rng.normal(size=(5, 3))
    z[1, 2] = 0.0
    expect_robust(student.step, reference.step, z)


# mp_neuron


def neuron_case(rng, shape, sign):
    """Inputs of this shape, weights, a threshold of this sign that matters and is never met."""
    while True:
        x, w = eighths(rng, *shape), eighths(rng, shape[-1])
        theta = float(sign * (rng.integers(2, 24) / 8 + 1 / 1024))
        fires = x @ w >= theta
        others = (x @ w >= 0, x @ w >= -theta, True, False)
        if np.size(fires) == 1 or all((fires != other).any() for other in others):
            return x, w, theta


def cases_on_the_threshold(rng, d):
    """Sums that are the threshold, and sums that miss it by a hair.

    All numbers are exact: there is nothing to forgive.
    """
    x, w = rng.integers(1, 4, size=d), rng.integers(1, 9, size=d) / 8
    X = np.stack([0.5 * x, x, 2.0 * x, -x])
    for sign in (1, -1):
        theta = float(x @ (sign * w))
        yield X, sign * w, theta
        yield X[1], sign * w, theta
        yield X[1], sign * w, theta + 2.0**-30


@check("mp_neuron", points=1)
def weighs_its_inputs_against_the_threshold(student, rng):
    shapes = [(40, 3), (30, 5), (35, 3), (9, 2), (6, 1), (1, 5), (1, 1)]
    shapes += [(3,), (6,), (5,), (6,), (3,), (2,), (1,)]
    signs = [1, -1] * len(shapes)
    cases = [neuron_case(rng, *case) for case in zip(shapes, signs)]
    expect_answers(student.mp_neuron, reference.mp_neuron, cases)


@check("mp_neuron", points=0.5)
def fires_when_the_threshold_is_just_reached(student, rng):
    cases = [case for d in (3, 5, 2, 1) for case in cases_on_the_threshold(rng, d)]
    # a known mistake has to answer these as the student does, too
    cases += [neuron_case(rng, (30, 5), sign) for sign in (1, -1)]
    expect_answers(student.mp_neuron, reference.mp_neuron, cases)


@check("mp_neuron", points=0.5)
def takes_lists_integers_and_views(student, rng):
    expect_robust(student.mp_neuron, reference.mp_neuron, *neuron_case(rng, (7, 3), 1))
    expect_robust(student.mp_neuron, reference.mp_neuron, *neuron_case(rng, (5,), -1))


# gate and boolean_network: any weights that compute the table are right


def array_of(value, shape, name, what):
    """``value`` as floats, if it is numbers of this shape (``None`` for any length)."""
    try:
        array = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        facts = (Fact("where", what), Fact("got", f"a {type(value).__name__}"))
        raise CheckFailed(name, "type", (*facts, Fact("expected", "numbers"))) from None
    fits = array.ndim == len(shape) and all(
        wanted in (None, size) for wanted, size in zip(shape, array.shape)
    )
    if not fits:
        wanted = tuple("m" if size is None else size for size in shape)
        hints = ()
        if array.ndim == 2 and len(shape) == 2 and array.shape[1] == shape[0]:
            hints = (Hint("transposed", "one column for each hidden unit, one row for each input"),)
        facts = (
            Fact("where", what),
            Fact("got", f"shape {array.shape}"),
            Fact("expected", f"shape {wanted}".replace("'", "")),
        )
        raise CheckFailed(name, "shape", facts, hints)
    if not np.isfinite(array).all():
        raise CheckFailed(name, "not-finite", (Fact("where", what),))
    return array


GATES = {
    "AND": [0, 0, 0, 1],
    "OR": [0, 1, 1, 1],
    "NAND": [1, 1, 1, 0],
    "NOR": [1, 0, 0, 0],
    "NOT": [1, 0],
}


def sums_of_gate(gate, name):
    """The weighted sums of a gate on all its inputs, and its threshold."""
    d = len(GATES[name]).bit_length() - 1
    w, theta = expect_parts(gate(name), 2, "gate")
    w = array_of(w, (d,), "gate", f"the weights of {name}")
    return all_inputs(d) @ w, array_of(theta, (), "gate", f"the threshold of {name}")


def sides_of_gates(gate):
    """On which side of the threshold the sums of all gates are, or whether they are on it."""
    for name in GATES:
        z, theta = sums_of_gate(gate, name)
        yield np.sign(z - theta)


def answers_of_gates(gate):
    return [signs >= 0 for signs in sides_of_gates(gate)]


def expect_gate(student, name):
    z, theta = sums_of_gate(student.gate, name)
    got, table = reference.step(z - theta), np.array(GATES[name])
    try:
        with naming_causes("gate", student.gate, sides_of_gates, answers_of_gates):
            expect_close(got, table, "gate", what=f"the outputs of your {name} in binary order")
    except CheckFailed as failed:
        row = int(np.flatnonzero(got != table)[0])
        failed.add(at_input(row, len(table), "the sum", z[row], "your threshold", theta))
        if z[row] < theta and np.isclose(z[row], theta):
            text = "by rounding, a sum misses the threshold that it equals on paper"
            failed.explain(Hint("rounding", text))
        raise


def at_input(row, count, left, z, right, threshold):
    """Say of an input which side of its threshold a sum is on."""
    x = ", ".join(f"{row:0{count.bit_length() - 1}b}")
    side = "does not reach" if z < threshold else "reaches"
    return Fact("note", f"for ({x}) {left} {float(z)!r} {side} {right} {float(threshold)!r}")


@check("gate", points=0.5)
def computes_and_and_or(student, rng):
    for name in ("AND", "OR"):
        expect_gate(student, name)


@check("gate", points=0.5)
def computes_their_negations(student, rng):
    for name in ("NAND", "NOR"):
        expect_gate(student, name)


@check("gate", points=0.5)
def computes_not_with_a_single_weight(student, rng):
    expect_gate(student, "NOT")


@check("gate", points=0.5)
def refuses_gates_it_does_not_know(student, rng):
    for name in ("XOR", "", "ANDOR", "and"):
        expect_raises(ValueError, student.gate, name)


# xor


@check("xor", points=0.5)
def is_one_where_exactly_one_input_is(student, rng):
    corners = all_inputs(2)
    mixed = corners[np.r_[rng.permutation(4), rng.integers(4, size=23)]]
    samples = [mixed, corners, corners[::-1].copy(), *(corners[i : i + 1] for i in range(4))]
    samples += [corners[rng.integers(4, size=n)] for n in (2, 7)]
    expect_answers(student.xor, reference.xor, [(x,) for x in samples])


@check("xor", points=0.5)
def answers_zero_or_one_whatever_comes_in(student, rng):
    corners = all_inputs(2)[rng.permutation([0, 1, 1, 2, 2, 3])]
    expect_robust(student.xor, reference.xor, corners)
    got = student.xor(10 * rng.normal(size=(9, 2)))
    expect(
        np.shape(got) == (9,) and np.isin(got, (0, 1)).all(),
        "xor",
        "a network of threshold units answers 0 or 1 for every input, between the corners too",
    )
    line = rng.normal(size=2) + np.linspace(-500, 500, 2001)[:, np.newaxis] * [0.8, 0.6]
    expect(
        np.sum(np.diff(np.asarray(student.xor(line))) != 0) <= 40,
        "xor",
        "each threshold unit changes its answer once along a line, and a few units a few times",
    )


# boolean_network


def sums_of_network(boolean_network, table, given=None):
    """Sums minus thresholds of the hidden layer, sums of the output unit, and its threshold.

    On all inputs, in the network for ``given`` (default: the table itself).
    """
    d = len(table).bit_length() - 1
    name = "boolean_network"
    given = np.array(table) if given is None else given
    W, theta, v, phi = expect_parts(boolean_network(given), 4, name)
    theta = array_of(theta, (None,), name, "theta")
    m = len(theta)
    W = array_of(W, (d, m), name, "W")
    v = array_of(v, (m,), name, "v")
    phi = array_of(phi, (), name, "phi")
    hidden = all_inputs(d) @ W - theta
    return hidden, reference.step(hidden) @ v, phi


#: tables by which known mistakes are told apart: lopsided ones, with several ones and zeros
TELLING = [[int(bit) for bit in bits] for bits in ("01001110", "10010111", "0100", "1101", "10")]
TELLING += [[0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0], [0] * 8, [1] * 8]


def sides_of_networks(boolean_network):
    """On which side of their thresholds all sums are, or whether they are on them."""
    for table in TELLING:
        hidden, z, phi = sums_of_network(boolean_network, table)
        yield np.sort(3.0 ** np.arange(len(table)) @ np.sign(hidden))  # in whatever order
        yield np.sign(z - phi)


def answers_of_networks(boolean_network):
    for table in TELLING:
        _, z, phi = sums_of_network(boolean_network, table)
        yield z >= phi


def expect_table(student, table, given=None):
    """The student's network for ``given`` (default: the table itself) computes ``table``."""
    table = np.asarray(table, dtype=int)
    d = len(table).bit_length() - 1
    name = "boolean_network"
    what = f"output of the network, row by row, for a table of {d} input{'s' * (d > 1)}"
    _, z, phi = sums_of_network(student.boolean_network, table, given)
    got = reference.step(z - phi)
    try:
        with naming_causes(name, student.boolean_network, sides_of_networks, answers_of_networks):
            expect_close(got, table, name, what=what)
    except CheckFailed as failed:
        row = int(np.flatnonzero(got != table)[0])
        failed.add(at_input(row, len(table), "the sum at your output unit", z[row], "phi", phi))
        raise


@check("boolean_network", points=1)
def computes_every_table_of_one_or_two_inputs(student, rng):
    # the point: an array or list = 2
    for d in (1, 2):
        for number in rng.permutation(2**2**d):
            expect_table(student, [int(bit) for bit in f"{number:0{2**d}b}"])


@check("boolean_network", points=1)
def computes_larger_tables(student, rng):
    for d in (3, 4, 5, 6):
        parity = all_inputs(d).sum(axis=1).astype(int) % 2
        single = np.zeros(2**d, int)
        single[rng.integers(1, 2**d - 1)] = 1
        dense = (rng.random(2**d) < 0.8).astype(int)
        even = rng.permutation(np.arange(2**d) % 2)
        for table in (parity, single, 1 - single, dense, even):
            expect_table(student, table)
        even = even.astype(float)
        even.flags.writeable = False
        for given in (even, even.tolist(), even.astype(int).tolist(), even.repeat(2)[::2]):
            expect_table(student, even, given)


@check("boolean_network", points=0.5)
def computes_tables_of_zeros_and_of_ones(student, rng):
    # the point: an array or list = 2
    for d in (1, 2, 3, 6):
        expect_table(student, np.zeros(2**d, int))
        expect_table(student, np.ones(2**d, int))


@check("boolean_network", points=0.5)
def refuses_tables_of_other_lengths(student, rng):
    for length in (0, 1, 3, 6, int(rng.integers(9, 16))):
        table = rng.integers(0, 2, size=length)
        expect_raises(ValueError, student.boolean_network, table, mentions="table")


# integrate_and_fire


#: runs by which known mistakes are told apart: with spikes and without, all options in use
RUNS = (
    ([3.1, 2.2, 4.7, 0.9, 3.6, 5.2, 2.8, 0.3, 4.1, 3.3, -1.2, 4.9, 5.3], {"dt": 3.7}),
    ([0.71, -0.38, 0.56, 0.83, -0.67, 0.29, 0.45], {"dt": 1.3, "tau": 7.1, "v_reset": 0.37}),
    (
        [1.9, 2.7, 0.6, 3.2, 1.1, 2.4, 2.9, 0.8, 1.7, 2.3, 3.1, 2.6],
        {"dt": 1.7, "tau": 7.3, "resistance": 2.3, "v_threshold": 1.13, "v_reset": -0.41},
    ),
    (
        [2.1, 1.4, 2.9, 0.7, 3.4, 1.8, 2.2, 3.7, 0.9, 2.6, 1.3, 3.8],
        {"dt": 1.1, "tau": 5.9, "resistance": 1.7, "v_threshold": 0.93, "v_reset": 0.29},
    ),
    ([-4.2, 3.7, -21.6, 8.3, -6.9], {"dt": 1.9}),
    # after the first step the voltage is the threshold itself
    ([14.0, 7.0, 14.0, 3.0, 14.0], {"dt": 4.0, "tau": 8.0, "v_threshold": 7.0}),
)


def answers_of_runs(integrate_and_fire):
    for current, options in RUNS:
        yield from integrate_and_fire(np.array(current), **options)


def voltages_of_runs(integrate_and_fire):
    return list(answers_of_runs(integrate_and_fire))[::2]


def expect_run(student, current, dt, **options):
    name = "integrate_and_fire"
    got = expect_parts(student.integrate_and_fire(current, dt, **options), 2, name)
    expected = reference.integrate_and_fire(current, dt, **options)
    given = {"current": current, "dt": dt, **options}
    with naming_causes(name, student.integrate_and_fire, answers_of_runs, voltages_of_runs):
        for part, what in enumerate(("v", "spikes")):
            expect_close(got[part], expected[part], name, given=given, what=what)


@check("integrate_and_fire", points=1)
def follows_the_equation_below_the_threshold(student, rng):
    for T in (30, 2, 1):
        current = rng.uniform(-0.9, 0.9, size=T)
        expect_run(student, current, float(rng.uniform(0.2, 1.5)))
        expect_run(
            student,
            current,
            dt=float(rng.uniform(0.2, 1.5)),
            tau=float(rng.uniform(5, 15)),
            resistance=float(rng.uniform(2, 4)),
            v_threshold=5.0,
            v_reset=float(rng.choice([-1, 1]) * rng.uniform(0.3, 0.8)),
        )


@check("integrate_and_fire", points=1)
def spikes_and_resets_at_the_threshold(student, rng):
    for T in (200, 25, 1):
        expect_run(student, rng.uniform(1.5, 5, size=T), 1.7)
        expect_run(student, np.full(T, rng.uniform(30, 60)), 1.0)  # a spike in every step
        for side in (-1, 1):
            expect_run(
                student,
                rng.uniform(0.3, 3, size=T),
                dt=float(rng.uniform(0.5, 2)),
                tau=float(rng.uniform(5, 12)),
                resistance=float(rng.uniform(2, 3)),
                v_threshold=float(rng.uniform(0.8, 1.4)),
                v_reset=float(side * rng.uniform(0.2, 0.6)),
            )
    # far below zero nothing fires
    expect_run(student, -rng.uniform(3, 9, size=25), 1.7)


@check("integrate_and_fire", points=0.5)
def spikes_when_the_threshold_is_just_reached(student, rng):
    # halves and quarters, exact in binary: after the first step v is the threshold itself
    for drive in (2.0, 4.0, float(rng.integers(5, 20))):
        current = np.array([drive, 0.5 * drive, drive, 0.0, drive])
        expect_run(student, current, 4.0, tau=8.0, v_threshold=drive / 2)
    # the same with the threshold that is the default, and a voltage just below it
    expect_run(student, np.array([2.0, 1.999, 2.0, 0.0]), 10.0)


@check("integrate_and_fire", points=0.5)
def takes_lists_integers_and_views_of_currents(student, rng):
    current = rng.permutation(np.linspace(-4.2, 9.3, 40))
    for options in ({}, {"tau": 7.0, "resistance": 1.5, "v_threshold": 2.3, "v_reset": -0.4}):
        expect_robust(
            student.integrate_and_fire, reference.integrate_and_fire, current, 1.3, **options
        )
    expect_run(student, current, 2, v_threshold=3, v_reset=-1)  # whole numbers
