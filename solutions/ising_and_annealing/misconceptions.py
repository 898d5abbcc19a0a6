"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

from ..likelihood_and_entropy.reference import boltzmann
from .reference import enumerate_states

# --- energy ---


@formula("energy")
def energy_of_two_rolls(spins, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    down, right = np.roll(s, -1, axis=0), np.roll(s, -1, axis=1)
    return -J * np.sum(s * down) - J * np.sum(s * right) - h * np.sum(s)


@formula("energy")
def energy_from_fields(spins, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    neighbors = sum(np.roll(s, step, axis) for step in (1, -1) for axis in (0, 1))
    return -np.sum(s * (J * neighbors / 2 + h))


@misconception("energy", says="only pairs in the same column are counted")
def energy_of_columns(spins, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    return -J * np.sum(s * np.roll(s, 1, axis=0)) - h * np.sum(s)


@misconception("energy", says="the field is left out")
def energy_without_the_field(spins, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    return -J * np.sum(s * (np.roll(s, 1, axis=0) + np.roll(s, 1, axis=1)))


@misconception("energy", says="both sums raise the energy: the signs of J and of h are turned")
def energy_of_both_wrong_signs(spins, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    return J * np.sum(s * (np.roll(s, 1, axis=0) + np.roll(s, 1, axis=1))) + h * np.sum(s)


@misconception("energy", says="neighbors along the diagonal are taken")
def energy_of_diagonals(spins, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    down = np.roll(s, 1, axis=0)
    pairs = s * (np.roll(down, 1, axis=1) + np.roll(down, -1, axis=1))
    return -J * np.sum(pairs) - h * np.sum(s)


@misconception(
    "energy", says="the lattice is periodic in one direction, and has edges in the other"
)
def energy_of_a_tube(spins, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    pairs = np.sum(s * np.roll(s, 1, axis=1)) + np.sum(s[1:] * s[:-1])
    return -J * pairs - h * np.sum(s)


@misconception("energy", says="pairs that disagree are counted, those that agree are left out")
def energy_of_disagreement(spins, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    differ = np.sum(s != np.roll(s, 1, axis=0)) + np.sum(s != np.roll(s, 1, axis=1))
    return J * differ - h * np.sum(s)


# --- delta_energy ---


@formula("delta_energy")
def change_term_by_term(spins, i, j, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    rows, columns = s.shape
    up, down = s[(i - 1) % rows, j], s[(i + 1) % rows, j]
    left, right = s[i, (j - 1) % columns], s[i, (j + 1) % columns]
    return 2 * J * s[i, j] * (up + down + left + right) + 2 * h * s[i, j]


@misconception("delta_energy", says="the field is left out")
def change_without_the_field(spins, i, j, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    rows, columns = s.shape
    neighbors = s[i - 1, j] + s[(i + 1) % rows, j] + s[i, j - 1] + s[i, (j + 1) % columns]
    return 2 * J * s[i, j] * neighbors


@misconception("delta_energy", says="the field's term has the wrong sign")
def change_against_the_field(spins, i, j, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    rows, columns = s.shape
    neighbors = s[i - 1, j] + s[(i + 1) % rows, j] + s[i, j - 1] + s[i, (j + 1) % columns]
    return 2 * s[i, j] * (J * neighbors - h)


@misconception(
    "delta_energy", says="it is the energy of the spin as it is, not what a flip changes"
)
def energy_of_the_spin(spins, i, j, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    rows, columns = s.shape
    neighbors = s[i - 1, j] + s[(i + 1) % rows, j] + s[i, j - 1] + s[i, (j + 1) % columns]
    return -s[i, j] * (J * neighbors + h)


@misconception("delta_energy", says="only the neighbors in the same row are counted")
def change_in_the_row(spins, i, j, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    columns = s.shape[1]
    return 2 * s[i, j] * (J * (s[i, j - 1] + s[i, (j + 1) % columns]) + h)


@misconception("delta_energy", says="each pair is counted twice")
def change_of_pairs_twice(spins, i, j, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    rows, columns = s.shape
    neighbors = s[i - 1, j] + s[(i + 1) % rows, j] + s[i, j - 1] + s[i, (j + 1) % columns]
    return 2 * s[i, j] * (2 * J * neighbors + h)


@misconception("delta_energy", says="the row and the column are exchanged")
def change_of_the_transposed(spins, i, j, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    rows, columns = s.shape
    i, j = j % rows, i % columns
    neighbors = s[i - 1, j] + s[(i + 1) % rows, j] + s[i, j - 1] + s[i, (j + 1) % columns]
    return 2 * s[i, j] * (J * neighbors + h)


# --- enumerate_states ---


@formula("enumerate_states")
def states_from_strings(n):
    digits = [[int(digit) for digit in format(k, f"0{n}b")] for k in range(2**n)]
    return 2.0 * np.array(digits) - 1


@misconception("enumerate_states", says="rows come in the reverse order")
def states_backward(n):
    return (2.0 * ((np.arange(2**n)[:, None] >> np.arange(n)[::-1]) & 1) - 1)[::-1]


@misconception("enumerate_states", says="the first state, all -1, is missing")
def states_without_the_first(n):
    return 2.0 * ((np.arange(1, 2**n)[:, None] >> np.arange(n)[::-1]) & 1) - 1


@misconception("enumerate_states", says="there are n squared rows, and there are 2**n states")
def states_of_a_square(n):
    return 2.0 * ((np.arange(n**2)[:, None] >> np.arange(n)[::-1]) & 1) - 1


@misconception("enumerate_states", says="digits run from 0 to 2, and a spin has two states")
def states_of_three(n):
    return 1.0 * ((np.arange(2**n)[:, None] // 3 ** np.arange(n)[::-1]) % 3) - 1


@misconception("enumerate_states", says="spins are -½ and +½, not -1 and +1")
def states_of_halves(n):
    return ((np.arange(2**n)[:, None] >> np.arange(n)[::-1]) & 1) - 0.5


# --- exact_averages ---


@formula("exact_averages")
def averages_by_definition(n, beta, J=1.0, h=0.0):
    states = enumerate_states(n)
    energies = -np.sum(states * (J * np.roll(states, 1, axis=1) + h), axis=1)
    weights = np.exp(-beta * (energies - np.min(energies)))
    sizes = np.abs(np.sum(states, axis=1)) / n
    return np.sum(weights * energies) / np.sum(weights) / n, np.sum(weights * sizes) / np.sum(
        weights
    )


@misconception("exact_averages", says="high energies are probable: the sign of beta is wrong")
def averages_upside_down(n, beta, J=1.0, h=0.0):
    states = enumerate_states(n)
    pairs = np.sum(states * np.roll(states, 1, axis=1), axis=1)
    energies = -J * pairs - h * states.sum(axis=1)
    p = boltzmann(energies, -beta)
    return p @ energies / n, p @ np.abs(states.mean(axis=1))


@misconception("exact_averages", says="beta is taken for a temperature")
def averages_of_temperature(n, beta, J=1.0, h=0.0):
    states = enumerate_states(n)
    pairs = np.sum(states * np.roll(states, 1, axis=1), axis=1)
    energies = -J * pairs - h * states.sum(axis=1)
    p = boltzmann(energies, 1 / max(beta, 1e-9))
    return p @ energies / n, p @ np.abs(states.mean(axis=1))


@misconception("exact_averages", says="the magnetization is the sum of all spins, not their mean")
def averages_of_the_sum(n, beta, J=1.0, h=0.0):
    states = enumerate_states(n)
    pairs = np.sum(states * np.roll(states, 1, axis=1), axis=1)
    energies = -J * pairs - h * states.sum(axis=1)
    p = boltzmann(energies, beta)
    return p @ energies / n, p @ np.abs(states.sum(axis=1))


@misconception("exact_averages", says="the field is left out")
def averages_without_the_field(n, beta, J=1.0, h=0.0):
    states = enumerate_states(n)
    energies = -J * np.sum(states * np.roll(states, 1, axis=1), axis=1)
    p = boltzmann(energies, beta)
    return p @ energies / n, p @ np.abs(states.mean(axis=1))


@misconception("exact_averages", says="the magnetization comes first, and the energy second")
def averages_exchanged(n, beta, J=1.0, h=0.0):
    states = enumerate_states(n)
    pairs = np.sum(states * np.roll(states, 1, axis=1), axis=1)
    energies = -J * pairs - h * states.sum(axis=1)
    p = boltzmann(energies, beta)
    return p @ np.abs(states.mean(axis=1)), p @ energies / n


@misconception("exact_averages", says="averages are sums over weights that are not divided by Z")
def averages_without_z(n, beta, J=1.0, h=0.0):
    states = enumerate_states(n)
    pairs = np.sum(states * np.roll(states, 1, axis=1), axis=1)
    energies = -J * pairs - h * states.sum(axis=1)
    weights = np.exp(-beta * energies)
    return weights @ energies / n, weights @ np.abs(states.mean(axis=1))


# --- anneal ---


@formula("anneal")
def anneal_with_a_probability(cost, propose, x0, temperatures, rng):
    x, now = x0, cost(x0)
    best_x, best_cost = x, now
    costs = []
    for T in temperatures:
        new = propose(x, rng)
        then = cost(new)
        p = np.exp(-max(then - now, 0.0) / T)
        if rng.random() < p:
            x, now = new, then
        if now < best_cost:
            best_x, best_cost = x, now
        costs.append(now)
    return best_x, best_cost, np.array(costs)


@misconception("anneal", says="the start cannot be the best solution: it is left out")
def anneal_that_forgets_the_start(cost, propose, x0, temperatures, rng):
    x, now = x0, cost(x0)
    best_x, best_cost, costs = x, np.inf, []
    for T in temperatures:
        new = propose(x, rng)
        then = cost(new)
        if then <= now or rng.random() < np.exp((now - then) / T):
            x, now = new, then
        if now < best_cost:
            best_x, best_cost = x, now
        costs.append(now)
    return best_x, best_cost, np.array(costs)


@misconception("anneal", says="of several best solutions the last is returned, not the first")
def anneal_to_the_last_best(cost, propose, x0, temperatures, rng):
    x, now = x0, cost(x0)
    best_x, best_cost, costs = x, now, []
    for T in temperatures:
        new = propose(x, rng)
        then = cost(new)
        if then <= now or rng.random() < np.exp((now - then) / T):
            x, now = new, then
        if now <= best_cost:
            best_x, best_cost = x, now
        costs.append(now)
    return best_x, best_cost, np.array(costs)


@misconception("anneal", says="steps are taken uphill, and refused downhill: the sign is wrong")
def anneal_uphill(cost, propose, x0, temperatures, rng):
    x, now = x0, cost(x0)
    best_x, best_cost, costs = x, now, []
    for T in temperatures:
        new = propose(x, rng)
        then = cost(new)
        if then >= now or rng.random() < np.exp((then - now) / T):
            x, now = new, then
        if now < best_cost:
            best_x, best_cost = x, now
        costs.append(now)
    return best_x, best_cost, np.array(costs)


@misconception("anneal", says="costs begin with that of the start, and lack the last one")
def anneal_with_costs_before_each_step(cost, propose, x0, temperatures, rng):
    x, now = x0, cost(x0)
    best_x, best_cost, costs = x, now, []
    for T in temperatures:
        costs.append(now)
        new = propose(x, rng)
        then = cost(new)
        if then <= now or rng.random() < np.exp((now - then) / T):
            x, now = new, then
        if now < best_cost:
            best_x, best_cost = x, now
    return best_x, best_cost, np.array(costs)


@misconception("anneal", says="the highest cost is kept, not the lowest")
def anneal_to_the_worst(cost, propose, x0, temperatures, rng):
    x, now = x0, cost(x0)
    best_x, best_cost, costs = x, now, []
    for T in temperatures:
        new = propose(x, rng)
        then = cost(new)
        if then <= now or rng.random() < np.exp((now - then) / T):
            x, now = new, then
        if now > best_cost:
            best_x, best_cost = x, now
        costs.append(now)
    return best_x, best_cost, np.array(costs)
