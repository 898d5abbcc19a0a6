"""What is graded in the chapter on renormalization."""

import numpy as np

from autograder.checks import (
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_frequencies,
    expect_raises,
    expect_reproducible,
    expect_robust,
    expect_shape,
    expect_stable,
)
from autograder.checks.inputs import HUGE, nonzero, signs

from . import reference


def coupling(rng, low=0.2, high=2.0):
    """A coupling of either sign that is neither small nor round."""
    return float(nonzero(rng, (), low, high))


# --- transfer_matrix ---


@check("transfer_matrix", points=0.5)
def holds_the_weights_of_a_bond(student, rng):
    same = student.transfer_matrix, reference.transfer_matrix
    for _ in range(3):
        expect_agrees(*same, coupling(rng), coupling(rng))
    expect_agrees(*same, coupling(rng), 0.0)
    expect_agrees(*same, 3, -2)


# --- log_partition_ring ---


@check("log_partition_ring", points=1.5)
def sums_over_all_states_of_a_ring(student, rng):
    same = student.log_partition_ring, reference.log_partition_ring
    for n in (7, 6, 5, 10, 3):
        expect_agrees(*same, n, coupling(rng), coupling(rng))
        expect_agrees(*same, n, coupling(rng))
    for n in (2, 1):
        expect_agrees(*same, n, coupling(rng), h=coupling(rng))
        expect_agrees(*same, n, coupling(rng))
    expect_agrees(*same, 7, 0, coupling(rng))
    expect_agrees(*same, 5, 3, -2)
    expect_agrees(*same, int(rng.integers(40, 60)), coupling(rng), coupling(rng))


@check("log_partition_ring", points=0.5)
def stands_huge_couplings_fields_and_rings(student, rng):
    same = student.log_partition_ring, reference.log_partition_ring
    for K, h in ((1e4, 0.0), (1e4, 3.0), (5.0, -1e4), (-1e4, 7.0), (800.0, 1e4), (-300.0, 1e4)):
        expect_agrees(*same, 30, K, h)
    expect_agrees(*same, 3000, coupling(rng), coupling(rng))
    expect_agrees(*same, 3000, 1e4)


@check("log_partition_ring", points=0.5)
def knows_what_is_left_to_a_frustrated_ring(student, rng):
    same = student.log_partition_ring, reference.log_partition_ring
    for n in (7, 5, 101):
        for K in (-12.0, -25.0, -float(rng.uniform(300, 400)), -1e4):
            expect_agrees(*same, n, K)
    expect_agrees(*same, 7, -20.0, 0.3)


# --- functions of a coupling ---


def is_right_for_numbers_and_arrays(name):
    def asked(student, rng):
        same = getattr(student, name), getattr(reference, name)
        for _ in range(3):
            expect_agrees(*same, coupling(rng))
        expect_agrees(*same, 0.0)
        expect_agrees(*same, 3)
        expect_agrees(*same, nonzero(rng, (5, 3)))
        expect_robust(*same, nonzero(rng, 7, 1.0, 3.0))

    return asked


def stands_any_coupling(name):
    def asked(student, rng):
        same = getattr(student, name), getattr(reference, name)
        for K in (20.0, -30.0, float(rng.uniform(360, 400)), 1e4, -1e4):
            expect_stable(*same, K)
        expect_stable(*same, HUGE.copy())

    return asked


def both(*checks):
    def asked(student, rng):
        for one in checks:
            one(student, rng)

    return asked


def one_check(name):
    return both(is_right_for_numbers_and_arrays(name), stands_any_coupling(name))


check("free_energy_per_spin", points=0.5, name="is_the_free_energy_of_a_chain_at_any_coupling")(
    one_check("free_energy_per_spin")
)
# one check, so that the colleague's function earns nothing
check("decimate", points=1, name="has_the_new_coupling_from_any_old_one")(one_check("decimate"))
check("decimation_constant", points=0.5, name="has_the_logarithm_of_the_factor")(
    is_right_for_numbers_and_arrays("decimation_constant")
)
check("decimation_constant", points=0.5, name="stands_huge_couplings")(
    stands_any_coupling("decimation_constant")
)


# --- rg_flow ---


@check("rg_flow", points=1)
def follows_the_coupling_from_scale_to_scale(student, rng):
    same = student.rg_flow, reference.rg_flow
    for steps in (5, 7, 3, 1, 0, 30):
        expect_agrees(*same, coupling(rng, 0.5, 3.0), steps)
    expect_agrees(*same, 3, 6)
    expect_agrees(*same, 3, 0)
    expect_agrees(*same, 1e4, 10)


# --- block_spin ---


def lattice(rng, rows, columns):
    return signs(rng, (rows, columns))


@check("block_spin", points=0.75)
def takes_the_majority_of_each_block(student, rng):
    same = student.block_spin, reference.block_spin
    for rows, columns, b in ((9, 15, 3), (15, 10, 5), (21, 7, 7), (6, 10, 1), (5, 5, 5)):
        expect_agrees(*same, lattice(rng, rows, columns), b, rng.spawn(1)[0])
    # even blocks that are all up or all down, but for one spin
    majority = lattice(rng, 3, 5)
    for b in (4, 6, 2):
        spins = np.kron(majority, np.ones((b, b)))
        spins[b - 1 :: b, 1::b] *= -1
        got = student.block_spin(spins, b, rng.spawn(1)[0])
        expect_close(got, majority, "block_spin", what=f"blocks of {b} x {b} without a tie")
    expect_robust(*same, lattice(rng, 9, 6), 3, rng.spawn(1)[0])


@check("block_spin", points=0.75)
def draws_each_tie_for_itself(student, rng):
    # every block of b x b has as many spins up as down
    for b, rows, columns in ((6, 30, 20), (2, 20, 30)):
        spins = np.kron(lattice(rng, rows, columns), np.ones((b, b)))
        spins[:, ::2] *= -1
        got = student.block_spin(spins, b, rng.spawn(1)[0])
        expect_shape(got, (rows, columns), "block_spin")
        got = np.asarray(got, dtype=float)
        expect(bool(np.all(np.abs(got) == 1)), "block_spin", "a tie becomes -1 or +1")
        for what, seen in (
            ("ties", got),
            ("products of ties that are neighbors in a row", got[:, ::2] * got[:, 1::2]),
            ("products of ties that are neighbors in a column", got[::2] * got[1::2]),
        ):
            counts = np.array([np.sum(seen < 0), np.sum(seen > 0)])
            expect_frequencies(counts, [0.5, 0.5], "block_spin", what=what)
    expect_reproducible(student.block_spin, spins, 2, rng=rng.spawn(1)[0])


@check("block_spin", points=0.5)
def refuses_blocks_that_do_not_fit(student, rng):
    for rows, columns, b in ((9, 10, 3), (10, 9, 3), (7, 5, 2), (6, 10, 5), (3, 3, 4)):
        spins, draw = lattice(rng, rows, columns), rng.spawn(1)[0]
        expect_raises(ValueError, student.block_spin, spins, b, draw, mentions="b")


# --- correlation_length ---

#: the promised accuracy, and how often the flow may be called
RTOL, CALLS = 1e-6, 5000


def counted(flow):
    """The flow of positive numbers, as often as was told."""
    calls = []

    def asked(K):
        calls.append(K)
        rule = f"flow is called {CALLS} times at most"
        expect(len(calls) <= CALLS, "correlation_length", rule)
        return float(flow(float(K)))

    return asked


def moved(before, after):
    """Bonds moved before and after every second spin is summed away, exact for tiny couplings."""
    return lambda K: after * np.log1p(2 * np.sinh(before * K) ** 2) / 2


def expect_length(student, K, flow):
    expected = reference.correlation_length(K, flow)
    got = student.correlation_length(K, counted(flow))
    given = {"K": K, "flow": flow}
    expect_close(
        got,
        expected,
        "correlation_length",
        given=given,
        rtol=RTOL,
        reference=reference.correlation_length,
    )


@check("correlation_length", points=1)
def finds_the_length_of_the_chain(student, rng):
    for K in (0.7, float(rng.uniform(2, 3)), float(rng.uniform(5, 6)), 15.0, 0.05, 0.01):
        expect_length(student, K, moved(1.0, 1.0))


@check("correlation_length", points=2.5)
def finds_the_length_of_any_flow(student, rng):
    for before, after in (
        (2.0, 1.0),
        (1.0, float(rng.uniform(1.5, 3.0))),
        (float(rng.uniform(1.2, 4.0)), float(rng.uniform(0.9, 1.5))),
    ):
        flow = moved(before, after)
        low, high = 0.0, 10.0
        while high - low > 1e-12:  # where the flow stands still
            middle = (low + high) / 2
            low, high = (middle, high) if flow(middle) < middle else (low, middle)
        for share in (float(rng.uniform(0.9, 0.97)), float(rng.uniform(0.5, 0.7)), 0.9999):
            expect_length(student, share * low, flow)
        expect_length(student, 0.01, flow)
    # a flow without a fixed point
    factor = float(rng.uniform(0.3, 1.3))
    for K in (0.7, 3.0, 9.0):
        expect_length(student, K, lambda K: np.log1p(factor * K**2))
