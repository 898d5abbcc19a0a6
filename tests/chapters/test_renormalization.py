"""Renormalization: the references against enumeration, SciPy and derivatives; the star's margin."""

import itertools
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
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


@settings(max_examples=40)
@given(K=st.floats(-3, 3))
def test_summing_out_a_spin_leaves_a_bond_and_a_factor(K):
    new, constant = reference.decimate(K), reference.decimation_constant(K)
    for left, right in itertools.product((1, -1), repeat=2):
        summed = sum(math.exp(K * s * (left + right)) for s in (1, -1))
        assert math.exp(constant + new * left * right) == pytest.approx(summed, rel=1e-12)


@settings(max_examples=40)
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


@settings(max_examples=40)
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


@pytest.mark.one_of(4)
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


# --- numbers of the text ---


def test_the_rings_that_the_text_sums_by_hand():
    assert math.exp(reference.log_partition_ring(3, 0.5)) == pytest.approx(12.60, abs=0.005)
    assert reference.log_partition_ring(3, 0.5) == pytest.approx(2.534, abs=5e-4)
    assert 2 * math.cosh(1) == pytest.approx(3.0862, abs=5e-5)
    assert math.exp(2 * reference.decimate(0.5)) == pytest.approx(1.5431, abs=5e-5)
    assert reference.decimate(0.5) == pytest.approx(0.2169, abs=5e-5)
    assert math.exp(2 * reference.decimation_constant(0.5)) == pytest.approx(6.1723, abs=5e-5)
    left = reference.log_partition_ring(2, reference.decimate(0.5))
    assert math.exp(left) == pytest.approx(4.382, abs=5e-4)
    assert math.exp(reference.log_partition_ring(4, 0.5)) == pytest.approx(27.05, abs=0.005)


@pytest.mark.parametrize("K, length", [(1.5, 10), (2.0, 27), (4.0, 1490)])
def test_lengths_of_the_chain_in_the_text(K, length):
    assert -1 / math.log(math.tanh(K)) == pytest.approx(length, abs=0.6)


def test_a_single_decimation_loses_what_the_text_says():
    before = reference.log_partition_ring(64, 1.0)
    after = reference.log_partition_ring(32, reference.decimate(1.0))
    assert before == pytest.approx(72, abs=0.2)
    assert 1 - after / before == pytest.approx(0.60, abs=0.005)


def test_each_scale_has_less_than_half_of_the_one_before():
    for K in (0.25, 1.0, 4.0):
        left = reference.decimation_constant(reference.rg_flow(K, 8))
        # so weak in the end that rounding hides it
        assert np.all(np.diff(left) <= 0) and np.all(np.diff(left[:4]) < 0)


def test_the_fixed_point_of_moved_bonds():
    assert pytest.approx(0.305, abs=5e-4) == K_CRITICAL
    exact = math.log(1 + math.sqrt(2)) / 2
    assert exact == pytest.approx(0.4407, abs=5e-5)
    assert 1 - K_CRITICAL / exact == pytest.approx(0.31, abs=0.005)
    slope = 2 * math.tanh(4 * K_CRITICAL)
    assert slope == pytest.approx(1.679, abs=5e-4)
    assert math.log(2) / math.log(slope) == pytest.approx(1.338, abs=5e-4)
    lengths = [reference.correlation_length(K_CRITICAL - d, lattice_flow) for d in (1e-5, 1e-6)]
    assert math.log10(lengths[1] / lengths[0]) == pytest.approx(1.338, abs=2e-3)


def test_a_spin_with_four_neighbors_needs_more_than_one_coupling():
    # the new couplings of all pairs and of the product of four, exactly
    K = 0.6
    four, two = math.log(math.cosh(4 * K)), math.log(math.cosh(2 * K))
    constant, pair, product = math.log(2) + four / 8 + two / 2, four / 8, four / 8 - two / 2
    for s in itertools.product((1, -1), repeat=4):
        pairs = sum(a * b for a, b in itertools.combinations(s, 2))
        exact = math.log(2 * math.cosh(K * sum(s)))
        assert constant + pair * pairs + product * math.prod(s) == pytest.approx(exact)
    assert abs(product) > 0.05
    # with three neighbors a constant and one coupling of all pairs are enough
    values = {abs(sum(s)): None for s in itertools.product((1, -1), repeat=3)}
    assert set(values) == {1, 3}


def test_answers_to_the_questions_at_the_end():
    assert math.atanh(0.2) == pytest.approx(0.203, abs=5e-4)
    assert 8 / math.log(5) == pytest.approx(4.97, abs=5e-3)


def test_no_coupling_has_the_same_free_energy_and_no_agreement():
    # the model answer: a constant makes up for any coupling
    before = reference.log_partition_ring(8, 0.7)
    for K in (0.0, 0.3):
        constant = (before - reference.log_partition_ring(4, K)) / 4
        assert 4 * constant + reference.log_partition_ring(4, K) == pytest.approx(before)
    e = exponents(8, 0.7)
    states = all_states(8)
    agreement = np.exp(e - logsumexp(e)) @ (states[:, 0] * states[:, 2])
    assert agreement == pytest.approx(0.407, abs=5e-4)


# --- the star's margin ---


@pytest.mark.parametrize("name", ["length_without_a_factor", "length_that_stops_early"])
def test_typical_wrong_lengths_miss_the_limit_by_far(name):
    wrong = getattr(solution.module("mistakes"), name)
    exact = reference.correlation_length(0.3, lattice_flow)
    assert abs(wrong(0.3, lattice_flow) / exact - 1) > 1e-5


@pytest.mark.one_of(4)
@pytest.mark.parametrize("seed", range(20))
def test_the_flow_is_asked_a_tiny_part_of_what_is_allowed(seed):
    calls = []

    def flow(K):
        calls.append(K)
        return lattice_flow(K)

    reference.correlation_length(K_CRITICAL * (1 - 10.0 ** -rng(seed).uniform(1, 9)), flow)
    assert len(calls) < 100
