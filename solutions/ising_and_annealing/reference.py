"""Reference answers of the chapter on the Ising model and simulated annealing."""

import numpy as np

from ..likelihood_and_entropy.reference import boltzmann


def energy(spins, J=1.0, h=0.0):
    spins = np.asarray(spins, dtype=float)
    # each pair of neighbors is met once: every site looks up and to the left
    pairs = spins * (np.roll(spins, 1, axis=0) + np.roll(spins, 1, axis=1))
    return -J * np.sum(pairs) - h * np.sum(spins)


def delta_energy(spins, i, j, J=1.0, h=0.0):
    spins = np.asarray(spins, dtype=float)
    rows, columns = spins.shape
    up_and_down = spins[i - 1, j] + spins[(i + 1) % rows, j]
    left_and_right = spins[i, j - 1] + spins[i, (j + 1) % columns]
    return 2 * spins[i, j] * (J * (up_and_down + left_and_right) + h)


def enumerate_states(n):
    digits = np.arange(2**n)[:, np.newaxis] >> np.arange(n)[::-1]
    return 2.0 * (digits & 1) - 1


def exact_averages(n, beta, J=1.0, h=0.0):
    states = enumerate_states(n)
    pairs = np.sum(states * np.roll(states, 1, axis=1), axis=1)
    energies = -J * pairs - h * np.sum(states, axis=1)
    p = boltzmann(energies, beta)
    return p @ energies / n, p @ np.abs(np.mean(states, axis=1))


def metropolis_sweep(spins, beta, rng, J=1.0, h=0.0):
    new = np.array(spins, dtype=float)
    black = np.indices(new.shape).sum(axis=0) % 2 == 0
    # black sites have white neighbors only, so they do not disturb one another
    for sites in (black, ~black):
        neighbors = sum(np.roll(new, step, axis) for step in (1, -1) for axis in (0, 1))
        rise = np.maximum(2 * new * (J * neighbors + h), 0)
        new[sites & (rng.random(new.shape) < np.exp(-beta * rise))] *= -1
    return new


def critical_temperature(sweep, rng):
    spins = rng.choice([-1.0, 1.0], size=(32, 32))
    low, high = 1.4, 4.0
    for _ in range(8):
        T = np.sqrt(low * high)
        agreement = []
        for _ in range(100):
            spins = sweep(spins, 1 / T, rng)
            agreement.append(-energy(spins) / (2 * spins.size))
        # at the transition neighbors agree by the square root of one half
        if np.mean(agreement[25:]) > np.sqrt(0.5):
            low = T
        else:
            high = T
    return np.sqrt(low * high)


def anneal(cost, propose, x0, temperatures, rng):
    x, now = x0, cost(x0)
    best_x, best_cost = x, now
    costs = []
    for T in temperatures:
        candidate = propose(x, rng)
        then = cost(candidate)
        if then <= now or rng.random() < np.exp((now - then) / T):
            x, now = candidate, then
        if now < best_cost:
            best_x, best_cost = x, now
        costs.append(now)
    return best_x, best_cost, np.array(costs)


def shortest_tour(cities, rng):
    cities = np.asarray(cities, dtype=float)
    n = len(cities)
    distance = np.linalg.norm(cities[:, np.newaxis] - cities, axis=-1)
    following = np.roll(np.arange(n), -1)

    def length(order):
        return distance[order, order[following]].sum()

    def turn_a_stretch(order, rng):
        start, stop = sorted(rng.integers(n + 1, size=2))
        order = order.copy()
        order[start:stop] = order[start:stop][::-1]
        return order

    temperatures = np.geomspace(0.1, 0.01, 12_000)
    order, _, _ = anneal(length, turn_a_stretch, rng.permutation(n), temperatures, rng)
    return order
