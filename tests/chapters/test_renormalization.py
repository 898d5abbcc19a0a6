"""Renormalization: the references against enumeration, SciPy and derivatives; the star's margin."""

import itertools
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq
from scipy.special import logsumexp

from autograder.checks import numerical_derivative
from autograder.course import Solution

solution = Solution(Path(__file__).parents[2] / "solutions" / "renormalization")
reference = solution.reference

COUPLINGS = (0.5, 0.7, 1.3, -0.4, 0.0)


def rng(seed=0):
    return np.random.default_rng(seed)


def all_states(n):
    return np.array(list(itertools.product([1.0, -1.0], repeat=n)))


def exponents(n, K, h=0.0):
    """The logarithm of the weight of each state of a ring, by its definition."""
    states = all_states(n)
    return K * np.sum(states * np.roll(states, 1, axis=1), axis=1) + h * states.sum(axis=1)


def lattice_flow(K):
    """Bonds of a square lattice moved together, then every second spin summed away."""
    return np.log1p(2 * np.sinh(2 * K) ** 2) / 2


K_CRITICAL = brentq(lambda K: lattice_flow(K) - K, 0.1, 1.0, xtol=1e-15)


# --- the ring ---


def test_the_transfer_matrix_holds_the_weight_of_one_bond():
    M = reference.transfer_matrix(0.3, -0.8)
    for (i, s), (j, t) in itertools.product(enumerate((1, -1)), repeat=2):
        assert M[i, j] == pytest.approx(math.exp(0.3 * s * t - 0.8 * (s + t) / 2))


@pytest.mark.parametrize("n", [1, 2, 3, 4, 7, 10])
@pytest.mark.parametrize("h", [0.0, 0.6, -1.1])
def test_a_ring_is_summed_as_by_enumeration(n, h):
    for K in COUPLINGS:
        exact = logsumexp(exponents(n, K, h))
        assert reference.log_partition_ring(n, K, h) == pytest.approx(exact, abs=1e-12)
        traced = np.trace(np.linalg.matrix_power(reference.transfer_matrix(K, h), n))
        assert math.log(traced) == pytest.approx(exact, abs=1e-12)


@pytest.mark.parametrize("h", [0.0, 3.0, -1e4])
def test_cold_rings_have_their_lowest_states_alone(h):
    # all spins along the field; without one, two states
    cold = 30 * (1e4 + abs(h)) + (math.log(2) if h == 0 else 0)
    assert reference.log_partition_ring(30, 1e4, h) == pytest.approx(cold, rel=1e-13)


def test_an_odd_ring_that_wants_to_alternate_has_one_bond_in_the_wrong_place():
    for n in (3, 7, 101):
        cold = (n - 2) * 1e4 + math.log(2 * n)
        assert reference.log_partition_ring(n, -1e4) == pytest.approx(cold, rel=1e-13)


def test_the_mean_energy_is_a_derivative_of_ln_z():
    e = exponents(7, 0.6)
    mean = np.exp(e - logsumexp(e)) @ e / 0.6
    slope, error = numerical_derivative(
        lambda K: reference.log_partition_ring(7, K[0]), np.array([0.6])
    )
    np.testing.assert_allclose(slope, mean, atol=2 * error[0])


def test_a_long_ring_has_the_free_energy_of_the_infinite_chain():
    for K in (0.7, 1.3, -0.4):
        per_spin = -reference.log_partition_ring(4096, K) / 4096
        assert reference.free_energy_per_spin(K) == pytest.approx(per_spin, abs=1e-12)
    largest = np.linalg.eigvalsh(reference.transfer_matrix(0.7, 0.0))[-1]
    assert reference.free_energy_per_spin(0.7) == pytest.approx(-math.log(largest))
    np.testing.assert_allclose(
        reference.free_energy_per_spin([1e4, -1e4, 0]), [-1e4, -1e4, -math.log(2)]
    )


# --- decimation ---


@given(K=st.floats(-3, 3))
def test_summing_out_a_spin_leaves_a_bond_and_a_factor(K):
    new, constant = reference.decimate(K), reference.decimation_constant(K)
    for left, right in itertools.product((1, -1), repeat=2):
        summed = sum(math.exp(K * s * (left + right)) for s in (1, -1))
        assert math.exp(constant + new * left * right) == pytest.approx(summed, rel=1e-12)


@given(n=st.integers(1, 200), K=st.floats(-5, 5))
def test_ln_z_is_kept_with_the_constant(n, K):
    before = reference.log_partition_ring(2 * n, K)
    after = reference.log_partition_ring(n, reference.decimate(K))
    kept = n * reference.decimation_constant(K) + after
    assert kept == pytest.approx(before, rel=1e-13, abs=1e-12)


def test_ln_z_is_not_kept_without_the_constant():
    for K in COUPLINGS:
        before = reference.log_partition_ring(8, K)
        after = reference.log_partition_ring(4, reference.decimate(K))
        assert before - after > 4 * math.log(2) - 1e-12


@given(K=st.floats(-1e4, 1e4))
def test_agreements_multiply(K):
    new = reference.decimate(K)
    assert math.tanh(new) == pytest.approx(math.tanh(K) ** 2, abs=1e-12)
    assert new >= -1e-15
    if abs(K) > 20:
        assert new == pytest.approx(abs(K) - math.log(2) / 2, rel=1e-14)


def test_the_kept_spins_are_a_ring_of_their_own():
    K = 0.9
    fine, coarse = np.exp(exponents(8, K)), np.exp(exponents(4, reference.decimate(K)))
    states = all_states(8)
    kept = {tuple(row): 0.0 for row in all_states(4)}
    for state, weight in zip(states, fine / fine.sum()):
        kept[tuple(state[::2])] += weight
    np.testing.assert_allclose(list(kept.values()), coarse / coarse.sum(), atol=1e-15)


def test_the_factors_make_up_the_whole_free_energy():
    for K in (0.5, 1.3):
        flow = reference.rg_flow(K, 60)
        parts = reference.decimation_constant(flow) / 2.0 ** np.arange(1, 62)
        assert -parts.sum() == pytest.approx(reference.free_energy_per_spin(K), abs=1e-12)


def test_the_flow_begins_with_its_start_and_goes_to_zero():
    flow = reference.rg_flow(1.5, 12)
    assert flow.shape == (13,) and flow[0] == 1.5
    assert np.all(np.diff(flow) <= 0) and flow[-1] < 1e-12
    np.testing.assert_allclose(np.tanh(flow[:5]), np.tanh(1.5) ** 2.0 ** np.arange(5), rtol=1e-9)
    np.testing.assert_array_equal(reference.rg_flow(0.7, 0), [0.7])


# --- blocks ---


@pytest.mark.parametrize("b", [1, 3, 5])
def test_the_majority_of_an_odd_block(b):
    spins = rng(1).choice([-1, 1], size=(3 * b, 2 * b))
    got = reference.block_spin(spins, b, rng())
    for i, j in itertools.product(range(3), range(2)):
        block = spins[i * b : (i + 1) * b, j * b : (j + 1) * b].ravel().tolist()
        assert got[i, j] == (1 if block.count(1) > block.count(-1) else -1)


def test_ties_are_drawn_with_equal_chances_and_apart():
    spins = np.tile([[1, -1], [-1, 1]], (60, 60))
    got = reference.block_spin(spins, 2, rng(2))
    assert got.shape == (60, 60) and set(np.unique(got)) == {-1.0, 1.0}
    # 3600 draws, and as many pairs of neighbors
    assert abs(got.mean()) < 6 / 60 and abs(np.mean(got * np.roll(got, 1, axis=0))) < 6 / 60


def test_blocks_have_to_fit():
    for shape in ((6, 4), (4, 6)):
        with pytest.raises(ValueError, match=r"\bb\b"):
            reference.block_spin(np.ones(shape), 3, rng())


# --- the correlation length ---


def flow_of(a, q=1.0):
    """Bond-moving by ``a`` before and ``q`` after a decimation, to full relative accuracy."""
    return lambda K: q * np.log1p(2 * np.sinh(a * K) ** 2) / 2


def length_by_logarithms(K, flow, factor):
    """Follow ln K once K is so small that the flow multiplies its square by ``factor``."""
    steps = 0
    while K > 1e-9:
        K, steps = flow(K), steps + 1
    logarithm = math.log(K)
    for _ in range(60):
        logarithm, steps = 2 * logarithm + math.log(factor), steps + 1
    return -(2.0**steps) / logarithm


@pytest.mark.parametrize("K", [0.05, 0.3, 0.7, 1.5, 4.0, 12.0])
def test_decimation_gives_the_length_of_the_chain(K):
    # the correlation of a chain by enumeration of its bonds: tanh(K) to the distance
    exact = -1 / math.log1p(-2 / (math.exp(2 * K) + 1))
    assert reference.correlation_length(K, flow_of(1.0)) == pytest.approx(exact, rel=1e-9)


@pytest.mark.parametrize("seed", range(20))
def test_a_plain_right_answer_is_far_within_the_limit(seed):
    draw = rng(seed)
    a, q = draw.uniform(1.1, 3.5), draw.uniform(0.5, 1.5)
    top = brentq(lambda K: flow_of(a, q)(K) - K, 1e-3, 50) if a * q > 1 else 3.0
    K = top * draw.uniform(0.2, 0.98)
    exact = length_by_logarithms(K, flow_of(a, q), q * a**2)
    assert reference.correlation_length(K, flow_of(a, q)) == pytest.approx(exact, rel=1e-8)


def test_the_correlation_of_a_chain_is_that_of_the_text():
    # an open chain of eight spins: its bonds are free
    states = all_states(8)
    e = 0.8 * np.sum(states[:, 1:] * states[:, :-1], axis=1)
    p = np.exp(e - logsumexp(e))
    for r in (1, 2, 3, 5):
        assert p @ (states[:, 1] * states[:, 1 + r]) == pytest.approx(math.tanh(0.8) ** r)
