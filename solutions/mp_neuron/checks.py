"""What is graded.

Inputs of threshold units are multiples of 1/8, so that every weighted sum is exact in
whatever order it is taken, and a sum that equals its threshold does so on purpose.
"""

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    Hint,
    check,
    expect,
    expect_close,
    expect_parts,
    expect_raises,
    expect_robust,
)

from . import reference

#: diagnoses that no general rule gives: of a threshold, a network, a run
HINTS = (
    *("at-threshold", "threshold-sign", "no-threshold", "two-signs"),
    *("one-neuron", "half", "other-half", "bit-order"),
    *("no-leak", "leak-sign", "leak-target", "dt", "resistance", "start", "late-current"),
    *("reset", "no-reset", "before-reset"),
)


def eighths(rng, *shape):
    return rng.integers(-24, 25, size=shape) / 8


def all_inputs(d):
    """Every 0/1 input in binary order, the first column the most significant bit."""
    return np.array([[float(bit) for bit in f"{row:0{d}b}"] for row in range(2**d)])


def assert_matches(got, expected, name, suspects, given=None, what=""):
    """As ``expect_close``, with a hint where a suspect reproduces the wrong numbers.

    ``suspects`` maps a hint key to ``(numbers, text)``, or returns such a mapping.
    """
    try:
        expect_close(got, expected, name, given=given, what=what)
    except CheckFailed as failed:
        if failed.kind != "value":
            raise
        suspects = suspects() if callable(suspects) else suspects
        for key, (numbers, text) in suspects.items():
            if np.allclose(got, numbers) and not np.allclose(numbers, expected):
                raise CheckFailed(name, "value", failed.facts, (Hint(key, text),)) from None
        raise


AT_THRESHOLD = "right only if a sum equal to the threshold did not count: it does"
ADDED = "right only if the threshold were added to the sum: subtract it (it is minus a bias)"


# step


@check("step", points=0.5)
def is_one_from_zero_on(student, rng):
    # arrays of both signs first: of a single number every wrong answer looks upside down
    cases = [rng.normal(size=shape) for shape in ((3, 5), (7,), (4, 1), (2, 3, 4))]
    cases += [np.array([[-1.0, 0.0], [0.0, 1.0]]), np.array([0.0, -0.0, 1e-300, -1e-300])]
    cases += [rng.normal(size=1), 0.0, -0.0, 5e-324, -5e-324, 1e4, -1e4, 2, -3, 0]
    for z in cases:
        got, array = student.step(z), np.asarray(z, dtype=float)
        suspects = {
            "at-threshold": ((array > 0).astype(int), "wrong only at z = 0, where the step is 1"),
            "sign": ((array <= 0).astype(int), "1 and 0 are exchanged"),
            "two-signs": (2 * (array >= 0) - 1, "-1 came back where it should be 0"),
        }
        assert_matches(got, reference.step(z), "step", suspects, given={"z": z})


@check("step", points=0.5)
def gives_integers_for_lists_and_views(student, rng):
    z = 3 * rng.normal(size=(4, 3))
    z[1, 2] = 0.0
    expect_robust(student.step, reference.step, z)


# mp_neuron


def neuron_case(rng, shape):
    """Inputs of this shape, weights, a threshold that matters and is never met exactly."""
    while True:
        x, w = eighths(rng, *shape), eighths(rng, shape[-1])
        theta = float(rng.choice([-1, 1]) * (rng.integers(2, 24) / 8 + 1 / 1024))
        fires = x @ w >= theta
        others = (x @ w >= 0, x @ w >= -theta, True, False)
        if np.size(fires) == 1 or all((fires != other).any() for other in others):
            return x, w, theta


def expect_neuron(student, x, w, theta):
    z = x @ w
    suspects = {
        "at-threshold": ((z > theta).astype(int), AT_THRESHOLD),
        "threshold-sign": (reference.step(z + theta), ADDED),
        "no-threshold": (reference.step(z), "right only if the threshold were 0"),
        "sign": (reference.step(theta - z), "it fires below the threshold in place of above it"),
    }
    got = student.mp_neuron(x, w, theta)
    given = {"x": x, "w": w, "theta": theta}
    assert_matches(got, reference.mp_neuron(x, w, theta), "mp_neuron", suspects, given)


@check("mp_neuron", points=1)
def weighs_its_inputs_against_the_threshold(student, rng):
    for shape in ((40, 3), (9, 2), (6, 1), (1, 4), (1, 1), (12, 5)):
        expect_neuron(student, *neuron_case(rng, shape))
    for d in (1, 2, 3, 3, 6, 6, 6):
        expect_neuron(student, *neuron_case(rng, (d,)))


@check("mp_neuron", points=0.5)
def fires_when_the_threshold_is_just_reached(student, rng):
    for d in (3, 1, 2):
        x, w = rng.integers(1, 4, size=d), rng.integers(1, 9, size=d) / 8
        X = np.stack([0.5 * x, x, 2.0 * x, -x])
        for sign in (1, -1):
            theta = float(x @ (sign * w))
            expect_neuron(student, X, sign * w, theta)
            expect_neuron(student, X[1], sign * w, theta)
            # missed by a hair is missed: all numbers are exact, there is nothing to forgive
            expect_neuron(student, X[1], sign * w, theta + 2.0**-30)


@check("mp_neuron", points=0.5)
def takes_lists_integers_and_views(student, rng):
    expect_robust(student.mp_neuron, reference.mp_neuron, *neuron_case(rng, (7, 3)))
    expect_robust(student.mp_neuron, reference.mp_neuron, *neuron_case(rng, (4,)))


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


def expect_gate(student, name):
    table = np.array(GATES[name])
    d = len(table).bit_length() - 1
    w, theta = expect_parts(student.gate(name), 2, "gate")
    w = array_of(w, (d,), "gate", f"the weights of {name}")
    theta = array_of(theta, (), "gate", f"the threshold of {name}")
    z = all_inputs(d) @ w
    got = reference.step(z - theta)
    suspects = {}
    if np.array_equal(reference.step(z + theta), table):
        suspects["threshold-sign"] = (got, ADDED)
    if np.array_equal(z > theta, table):
        suspects["at-threshold"] = (got, AT_THRESHOLD)
    suspects["complement"] = (1 - table, f"it computes the opposite of {name}")
    what = f"the outputs of your {name} in binary order"
    assert_matches(got, table, "gate", suspects, what=what)


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
    samples = [corners, corners[::-1].copy(), *(corners[i : i + 1] for i in range(4))]
    samples += [corners[rng.integers(4, size=n)] for n in (2, 7, 20)]
    for x in samples:
        expected = np.array([int(a != b) for a, b in x])
        suspects = {
            "one-neuron": ((x.sum(axis=1) >= 1).astype(int), "this is OR"),
            "complement": (1 - expected, "it is 1 where the inputs agree"),
            "half": ((x[:, 0] > x[:, 1]).astype(int), "one of the two cases is missing"),
            "other-half": ((x[:, 0] < x[:, 1]).astype(int), "one of the two cases is missing"),
        }
        assert_matches(student.xor(x), expected, "xor", suspects, given={"x": x})


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


def expect_table(student, table, given=None):
    """The student's network for ``given`` (default: the table itself) computes ``table``."""
    table = np.asarray(table, dtype=int)
    d = len(table).bit_length() - 1
    name = "boolean_network"
    W, theta, v, phi = expect_parts(
        student.boolean_network(table if given is None else given), 4, name
    )
    theta = array_of(theta, (None,), name, "theta")
    m = len(theta)
    W = array_of(W, (d, m), name, "W")
    v = array_of(v, (m,), name, "v")
    phi = array_of(phi, (), name, "phi")
    hidden = all_inputs(d) @ W
    z = reference.step(hidden - theta) @ v

    got = reference.step(z - phi)
    suspects = {}
    if np.array_equal(reference.step(reference.step(hidden + theta) @ v + phi), table):
        suspects["threshold-sign"] = (got, ADDED)
    if np.array_equal((hidden > theta) @ v > phi, table):
        suspects["at-threshold"] = (got, AT_THRESHOLD)
    suspects["complement"] = (1 - table, "1 and 0 are exchanged in the output")
    backwards = [int(f"{row:0{d}b}"[::-1], 2) for row in range(2**d)]
    text = "the first input is the most significant bit, not the least"
    suspects["bit-order"] = (table[backwards], text)
    what = f"output of the network, row by row, for a table of {d} input{'s' * (d > 1)}"
    assert_matches(got, table, name, suspects, what=what)


@check("boolean_network", points=1)
def computes_every_table_of_one_or_two_inputs(student, rng):
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
    for d in (1, 2, 3, 6):
        expect_table(student, np.zeros(2**d, int))
        expect_table(student, np.ones(2**d, int))


@check("boolean_network", points=0.5)
def refuses_tables_of_other_lengths(student, rng):
    for length in (0, 1, 3, 6, int(rng.integers(9, 16))):
        table = rng.integers(0, 2, size=length)
        expect_raises(ValueError, student.boolean_network, table, mentions="table")


# integrate_and_fire


def simulate(current, dt, tau=20.0, resistance=1.0, v_threshold=1.0, v_reset=0.0, wrong=""):
    """The right run, or the one that a common mistake gives."""
    v, spikes = [], []
    now = before = 0.0 if wrong == "start" else v_reset
    inputs = [0.0, *current[:-1]] if wrong == "late-current" else current
    for drive in inputs:
        leak = {"no-leak": 0.0, "leak-sign": -now, "leak-target": now - v_reset}.get(wrong, now)
        drive = drive if wrong == "resistance" else resistance * drive
        before = now + (1 / tau if wrong == "dt" else dt / tau) * (drive - leak)
        fired = before > v_threshold if wrong == "at-threshold" else before >= v_threshold
        now = before if not fired else 0.0 if wrong == "reset" else v_reset
        if wrong == "no-reset":
            now = before
        v.append(before if wrong == "before-reset" else now)
        spikes.append(fired)
    return np.array(v), np.array(spikes)


WRONG_RUNS = {
    "at-threshold": "a voltage equal to the threshold spikes too",
    "before-reset": "v is recorded after the reset, so a step with a spike shows v_reset",
    "no-reset": "after a spike the voltage goes on from where it was, not from v_reset",
    "reset": "after a spike the voltage goes to 0, not to v_reset",
    "start": "the voltage starts from 0, not from v_reset",
    "resistance": "the current is not multiplied by the resistance",
    "no-leak": "the term -v is missing: nothing leaks away",
    "leak-sign": "the term -v has the wrong sign: the voltage runs away from rest",
    "leak-target": "the leak pulls v to 0, not to v_reset",
    "late-current": "step t uses the current of the step before: v[t] comes after current[t]",
    "dt": "the step size dt is missing",
}


def expect_run(student, current, dt, **options):
    name = "integrate_and_fire"
    got = expect_parts(student.integrate_and_fire(current, dt, **options), 2, name)
    expected = reference.integrate_and_fire(current, dt, **options)
    given = {"current": current, "dt": dt, **options}
    for part, what in enumerate(("v", "spikes")):

        def suspects(part=part):
            return {
                key: (simulate(current, dt, **options, wrong=key)[part], text)
                for key, text in WRONG_RUNS.items()
            }

        assert_matches(got[part], expected[part], name, suspects, given, what)


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
