"""Spins and annealing: the references against enumeration, transfer matrices and Onsager."""

import itertools
import math
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from scipy.special import ellipkm1

from autograder.checks import CheckFailed, Student
from autograder.course import Solution

solution = Solution(Path(__file__).parents[2] / "solutions" / "ising_and_annealing")
reference, checks = solution.reference, solution.module("checks")
exact_lattices = checks.exact_lattices


def rng(seed=0):
    return np.random.default_rng(seed)


def by_pairs(spins, J, h):
    """The energy, from a list of all pairs of neighbors."""
    rows, columns = spins.shape
    sites = list(itertools.product(range(rows), range(columns)))
    pairs = {frozenset([(i, j), ((i + 1) % rows, j)]) for i, j in sites}
    pairs |= {frozenset([(i, j), (i, (j + 1) % columns)]) for i, j in sites}
    assert len(pairs) == 2 * rows * columns
    return -J * sum(spins[a] * spins[b] for a, b in pairs) - h * spins.sum()


# --- energies ---


@pytest.mark.parametrize("shape", [(3, 5), (6, 4), (3, 3)])
def test_energy_is_a_sum_over_pairs(shape):
    spins = rng(1).choice([-1, 1], size=shape)
    assert reference.energy(spins, 0.7, -0.3) == pytest.approx(by_pairs(spins, 0.7, -0.3))


@pytest.mark.parametrize("shape", [(3, 5), (6, 4), (3, 3)])
def test_delta_energy_is_what_a_flip_changes(shape):
    spins = rng(2).choice([-1, 1], size=shape)
    for site in np.ndindex(shape):
        flipped = spins.copy()
        flipped[site] *= -1
        change = by_pairs(flipped, 0.7, -0.3) - by_pairs(spins, 0.7, -0.3)
        assert reference.delta_energy(spins, *site, 0.7, -0.3) == pytest.approx(change)


# --- enumeration ---


@pytest.mark.parametrize("n", [1, 3, 6])
def test_states_come_in_the_order_of_a_product(n):
    expected = list(itertools.product([-1.0, 1.0], repeat=n))
    np.testing.assert_array_equal(reference.enumerate_states(n), expected)


@pytest.mark.parametrize(
    "n, beta, J, h", [(3, 0.7, 1.3, 0.4), (7, 0.4, -0.8, 0.0), (12, 1.1, 1, 2)]
)
def test_the_energy_of_a_ring_is_that_of_its_transfer_matrix(n, beta, J, h):
    def log_partition(beta):
        transfer = np.exp(beta * np.array([[J + h, -J], [-J, J - h]]))
        return math.log(np.trace(np.linalg.matrix_power(transfer, n)))

    step = 1e-5
    slope = (log_partition(beta + step) - log_partition(beta - step)) / (2 * step)
    assert reference.exact_averages(n, beta, J, h)[0] == pytest.approx(-slope / n, rel=1e-7)


def test_the_magnetization_of_free_spins_is_binomial():
    p = 1 / (1 + math.exp(-2 * 0.6 * 0.8))
    ups = [math.comb(7, k) * p**k * (1 - p) ** (7 - k) for k in range(8)]
    expected = sum(w * abs(2 * k - 7) / 7 for k, w in enumerate(ups))
    assert reference.exact_averages(7, 0.6, 0.0, 0.8)[1] == pytest.approx(expected)


# --- the walk ---


def every_small_lattice():
    """(65536, 4, 4): all lattices of 4 x 4 spins, with the sum over pairs and over spins."""
    digits = np.arange(65536)[:, np.newaxis] >> np.arange(16)
    lattices = (1.0 - 2 * (digits & 1)).reshape(-1, 4, 4)
    pairs = lattices * (np.roll(lattices, 1, axis=1) + np.roll(lattices, 1, axis=2))
    return lattices, pairs.sum(axis=(1, 2)), lattices.sum(axis=(1, 2))


def boltzmann(K, H):
    """(65536,): probabilities of all lattices of 4 x 4 spins."""
    _, pairs, total = every_small_lattice()
    p = np.exp(K * pairs + H * total)
    return p / p.sum()


@pytest.mark.parametrize("K, H", [(0.4, 0.1), (-0.3, 0.2), (0.44, 0.0)])
def test_chances_by_transfer_matrices_are_those_of_enumeration(K, H):
    p = boltzmann(K, H)
    for sums, (values, chances) in zip(
        every_small_lattice()[1:],
        (
            exact_lattices.chances_of_pairs((4, 4), K, H),
            exact_lattices.chances_of_spins((4, 4), K, H),
        ),
        strict=True,
    ):
        expected = [p[sums == value].sum() for value in values]
        np.testing.assert_allclose(chances, expected, atol=1e-12)


def test_lattices_are_drawn_as_often_as_their_weights_say():
    # 4 columns of 3 spins: 4,096 lattices, each with its probability from a list of its pairs
    drawn = exact_lattices.draw(20_000, (3, 4), 0.3, 0.1, rng(8))
    p = np.array(
        [
            math.exp(-by_pairs(np.reshape(s, (3, 4)), 0.3, 0.1))
            for s in itertools.product([-1.0, 1.0], repeat=12)
        ]
    )
    p /= p.sum()
    number = (drawn.reshape(-1, 12) > 0) @ 2 ** np.arange(12)[::-1]
    counts = np.bincount(number, minlength=4096)
    common = p > 2e-3
    assert common.sum() > 20
    deviations = (counts - 20_000 * p)[common] / np.sqrt(20_000 * p[common])
    assert np.abs(deviations).max() < 5
    assert counts[~common].sum() / 20_000 == pytest.approx(p[~common].sum(), abs=0.02)


def test_a_sweep_keeps_boltzmanns_distribution_exactly():
    # a generator that gives chosen numbers: every outcome of a sweep of 2 colors, weighed exactly,
    # would be 2^16 rows; a color at a time is one product for each spin
    lattices, _, _ = every_small_lattice()
    beta, J, h = 0.45, 0.9, 0.2
    p = boltzmann(beta * J, beta * h)
    now = p.copy()
    number = np.arange(65536)
    spins = lattices.reshape(-1, 16)
    black = (np.indices((4, 4)).sum(axis=0) % 2 == 0).reshape(16)
    for site in [*np.flatnonzero(black), *np.flatnonzero(~black)]:
        i, j = divmod(int(site), 4)
        field = sum(
            lattices[:, (i + di) % 4, (j + dj) % 4] for di, dj in ((0, 1), (1, 0), (0, -1), (-1, 0))
        )
        leaves = np.minimum(1, np.exp(-beta * 2 * spins[:, site] * (J * field + h)))
        moved = now * leaves
        now = now - moved + moved[number ^ (1 << site)]
    np.testing.assert_allclose(now, p, rtol=1e-10)


def onsager_energy(T):
    """Energy per spin of the infinite lattice, J = 1, by Onsager's integral."""
    K = 1 / T
    integral = ellipkm1((2 * math.tanh(2 * K) ** 2 - 1) ** 2)  # 1 - k² without rounding
    coth = 1 / math.tanh(2 * K)
    return -coth * (1 + 2 / math.pi * (2 * math.tanh(2 * K) ** 2 - 1) * integral)


def test_the_walk_has_the_energy_of_onsager():
    assert onsager_energy(3.0) == pytest.approx(-0.817, abs=0.001)
    now, seen, generator = np.ones((32, 32)), [], rng(4)
    for _ in range(250):
        now = reference.metropolis_sweep(now, 1 / 3, generator)
        seen.append(reference.energy(now) / now.size)
    assert np.mean(seen[50:]) == pytest.approx(-0.817, abs=0.02)


def test_agreement_at_the_transition_is_the_root_of_one_half():
    T = checks.critical(1.0)
    assert pytest.approx(2.269185, abs=1e-6) == T
    assert math.sinh(2 / T) == pytest.approx(1)
    for aside in (1e-6, -1e-6):
        assert -onsager_energy(T * (1 + aside)) / 2 == pytest.approx(math.sqrt(0.5), abs=2e-5)


# --- annealing ---


def test_steps_of_the_text():
    assert math.exp(-2 / 2) == pytest.approx(0.37, abs=0.005)
    assert math.exp(-2 / 0.5) == pytest.approx(0.018, abs=0.0005)
    assert math.factorial(29) / 2 == pytest.approx(4e30, rel=0.2)
    assert pytest.approx(10**308, rel=0.9) == 2 ** (32 * 32)


def test_annealing_finds_the_ground_state_of_a_small_glass():
    bonds = rng(5).choice([-1.0, 1.0], size=(2, 4, 4))
    lattices, _, _ = every_small_lattice()

    def cost(s):
        right, down = np.roll(s, -1, axis=-1), np.roll(s, -1, axis=-2)
        return -np.sum(s * (bonds[0] * right + bonds[1] * down), axis=(-2, -1))

    def propose(s, generator):
        s = s.copy()
        s[tuple(generator.integers(4, size=2))] *= -1
        return s

    _, best, costs = reference.anneal(
        cost, propose, lattices[0], np.geomspace(4, 0.2, 4000), rng(6)
    )
    assert best == cost(lattices).min() == costs.min()


# --- the stars ---


@pytest.mark.parametrize("seed", range(4))
def test_a_plain_right_search_finds_the_transition_with_room(seed):
    student = SimpleNamespace(critical_temperature=reference.critical_temperature)
    errors = np.abs(list(checks.errors_of(student, rng(seed))))
    assert np.mean(errors) < 0.03


@pytest.mark.parametrize("seed", range(3))
def test_plain_annealing_is_short_enough_with_room(seed):
    student = SimpleNamespace(shortest_tour=reference.shortest_tour)
    assert np.mean(list(checks.excess_of_tours(student, rng(seed)))) < 0.045


def test_a_constant_is_no_critical_temperature():
    student = Student({"critical_temperature": lambda sweep, rng: 2.4})
    with pytest.raises(CheckFailed):
        checks.finds_the_transition_of_hidden_magnets(student, rng(1))
