"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative

from .reference import anneal, delta_energy, energy

# --- energies ---


@alternative("energy")
def energy_pair_by_pair(spins, J=1.0, h=0.0):
    rows, columns = len(spins), len(spins[0])
    total = 0.0
    for i in range(rows):
        for j in range(columns):
            total -= J * spins[i][j] * spins[(i + 1) % rows][j]
            total -= J * spins[i][j] * spins[i][(j + 1) % columns]
            total -= h * spins[i][j]
    return total


@alternative("energy")
def energy_by_half_of_four_neighbors(spins, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    field = sum(np.roll(s, shift, axis) for shift in (-1, 1) for axis in (0, 1))
    return -np.sum(s * (J * field / 2 + h))


@alternative("delta_energy")
def change_by_two_energies(spins, i, j, J=1.0, h=0.0):
    flipped = np.array(spins, dtype=float)
    flipped[i, j] *= -1
    return energy(flipped, J, h) - energy(spins, J, h)


@alternative("delta_energy")
def change_by_a_loop(spins, i, j, J=1.0, h=0.0):
    rows, columns = len(spins), len(spins[0])
    field = float(h)
    for di, dj in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        field += J * spins[(i + di) % rows][(j + dj) % columns]
    return 2.0 * spins[i][j] * field


# --- enumeration ---


@alternative("enumerate_states")
def states_by_a_grid(n):
    return np.stack(np.meshgrid(*[[-1.0, 1.0]] * n, indexing="ij"), axis=-1).reshape(-1, n)


@alternative("enumerate_states")
def states_by_doubling(n):
    states = np.zeros((1, 0))
    for _ in range(n):
        column = np.ones((len(states), 1))
        both = (np.hstack([states, -column]), np.hstack([states, column]))
        states = np.stack(both, axis=1).reshape(2 * len(states), -1)
    return states


@alternative("exact_averages")
def averages_by_a_loop(n, beta, J=1.0, h=0.0):
    found = []
    for number in range(2**n):
        s = [1 if number >> k & 1 else -1 for k in range(n)]
        found.append((-sum(J * s[k] * s[k - 1] + h * s[k] for k in range(n)), abs(sum(s)) / n))
    lowest = min(E for E, _ in found)
    weights = [np.exp(-beta * (E - lowest)) for E, _ in found]
    Z = sum(weights)
    E_mean = sum(w * E for w, (E, _) in zip(weights, found, strict=True)) / Z
    return E_mean / n, sum(w * m for w, (_, m) in zip(weights, found, strict=True)) / Z


@alternative("exact_averages")
def averages_by_matrices(n, beta, J=1.0, h=0.0):
    states = 2.0 * ((np.arange(2**n)[:, None] >> np.arange(n)) & 1) - 1
    ring = np.roll(np.eye(n), 1, axis=1)
    E = -J * np.einsum("si,ij,sj->s", states, ring, states) - h * states.sum(axis=1)
    logits = -beta * E
    p = np.exp(logits - logits.max())
    p /= p.sum()
    return float(np.average(E, weights=p)) / n, float(np.sum(p * abs(states.mean(axis=1))))


# --- sweeps ---


@alternative("metropolis_sweep")
def sweep_site_by_site(spins, beta, rng, J=1.0, h=0.0):
    now = np.array(spins, dtype=float)
    for i in range(now.shape[0]):
        for j in range(now.shape[1]):
            rise = delta_energy(now, i, j, J, h)
            if rise <= 0 or rng.random() < np.exp(-beta * rise):
                now[i, j] = -now[i, j]
    return now


@alternative("metropolis_sweep")
def sweep_in_a_random_order(spins, beta, rng, J=1.0, h=0.0):
    now = [[float(s) for s in row] for row in spins]
    rows, columns = len(now), len(now[0])
    for site in rng.permutation(rows * columns):
        i, j = divmod(int(site), columns)
        field = now[i - 1][j] + now[(i + 1) % rows][j] + now[i][j - 1] + now[i][(j + 1) % columns]
        rise = 2 * now[i][j] * (J * field + h)
        if rng.random() < np.exp(-beta * max(rise, 0.0)):
            now[i][j] *= -1
    return np.array(now)


@alternative("metropolis_sweep")
def sweep_by_slices(spins, beta, rng, J=1.0, h=0.0):
    now = np.array(spins, dtype=float)
    for first in (1, 0):
        for row in (0, 1):
            at = (slice(row, None, 2), slice((first + row) % 2, None, 2))
            field = sum(np.roll(now, s, a)[at] for s in (1, -1) for a in (0, 1))
            rise = 2 * now[at] * (J * field + h)
            accepted = np.log(1 - rng.random(rise.shape)) < -beta * rise
            now[at] = np.where((rise <= 0) | accepted, -now[at], now[at])
    return now


# --- critical_temperature ---


@alternative("critical_temperature")
def where_agreement_is_lost_while_warming(sweep, rng):
    now = np.ones((32, 32))
    for T in np.geomspace(1.4, 4.0, 60):
        seen = []
        for _ in range(60):
            now = sweep(now, 1 / T, rng)
            seen.append(-energy(now) / (2 * now.size))
        if np.mean(seen[15:]) < np.sqrt(0.5):
            break
    return float(T)


@alternative("critical_temperature")
def where_agreement_passes_while_cooling(sweep, rng):
    now, agreement = rng.choice([-1.0, 1.0], size=(32, 32)), []
    temperatures = np.geomspace(4.0, 1.4, 50)
    for T in temperatures:
        seen = []
        for _ in range(40):
            now = sweep(now, 1 / T, rng)
            pairs = now * (np.roll(now, 1, axis=0) + np.roll(now, 1, axis=1)) / 2
            seen.append(np.mean(pairs))
        agreement.append(np.mean(seen[10:]))
    return float(np.interp(2**-0.5, np.maximum.accumulate(agreement), temperatures))


# --- annealing ---


@alternative("anneal")
def anneal_with_logarithms(cost, propose, x0, temperatures, rng):
    here = best = (cost(x0), x0)
    costs = np.empty(len(temperatures))
    for k, T in enumerate(temperatures):
        x = propose(here[1], rng)
        there = (cost(x), x)
        # 1 - random() is never 0, whose logarithm is minus infinity
        if there[0] - here[0] <= -T * np.log(1 - rng.random()):
            here = there
            if here[0] < best[0]:
                best = here
        costs[k] = here[0]
    return best[1], best[0], costs


@alternative("anneal")
def anneal_with_a_list_of_states(cost, propose, x0, temperatures, rng):
    states, costs = [x0], [cost(x0)]
    for T in temperatures:
        x = propose(states[-1], rng)
        c = cost(x)
        accept = rng.random() < np.exp(min(0.0, -(c - costs[-1]) / T))
        states.append(x if accept else states[-1])
        costs.append(c if accept else costs[-1])
    k = int(np.argmin(costs))
    return states[k], costs[k], np.array(costs[1:], dtype=float)


@alternative("shortest_tour")
def tour_by_changes_of_length(cities, rng):
    cities = np.asarray(cities, dtype=float)
    n = len(cities)
    D = np.linalg.norm(cities[:, None] - cities, axis=-1).tolist()
    order = rng.permutation(n).tolist()
    for T in np.geomspace(0.2, 0.005, 25_000):
        i, j = sorted(rng.integers(n, size=2).tolist())
        if j - i >= n - 1:
            continue
        a, b, c, d = order[i - 1], order[i], order[j], order[(j + 1) % n]
        rise = D[a][c] + D[b][d] - D[a][b] - D[c][d]
        if rise <= 0 or rng.random() < np.exp(-rise / T):
            order[i : j + 1] = order[i : j + 1][::-1]
    return np.array(order)


@alternative("shortest_tour")
def tour_by_moving_and_turning(cities, rng):
    cities = np.asarray(cities, dtype=float)
    n = len(cities)

    def length(order):
        there = cities[order]
        return np.hypot(*(there - there[np.arange(-1, n - 1)]).T).sum()

    def propose(order, rng):
        i, j = np.sort(rng.choice(n + 1, size=2, replace=False))
        part, rest = order[i:j], np.concatenate([order[:i], order[j:]])
        if rng.random() < 0.3 and len(rest):
            k = rng.integers(len(rest))
            return np.concatenate([rest[:k], part, rest[k:]])
        return np.concatenate([order[:i], part[::-1], order[j:]])

    return anneal(length, propose, np.arange(n), np.geomspace(0.1, 0.01, 12_000), rng)[0]
