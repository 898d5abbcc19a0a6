"""Wrong answers to the exercises of ising_and_annealing, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- energy ---


@wrong_answer("energy", cause="each bond is counted twice: all four neighbors, no half")
def energy_bonds_twice(spins, J=1.0, h=0.0):
    s = np.asarray(spins, float)
    neighbors = sum(np.roll(s, k, axis=a) for a in (0, 1) for k in (1, -1))
    return -J * np.sum(s * neighbors) - h * s.sum()


@wrong_answer("energy", cause="open borders: bonds across the edge are missing")
def energy_open_borders(spins, J=1.0, h=0.0):
    s = np.asarray(spins, float)
    bonds = np.sum(s[1:] * s[:-1]) + np.sum(s[:, 1:] * s[:, :-1])
    return -J * bonds - h * s.sum()


@wrong_answer("energy", cause="the field's term has a plus")
def energy_field_plus(spins, J=1.0, h=0.0):
    s = np.asarray(spins, float)
    return -J * np.sum(s * np.roll(s, 1, 0) + s * np.roll(s, 1, 1)) + h * s.sum()


@wrong_answer("energy", cause="per spin: the mean, not the sum")
def energy_per_spin(spins, J=1.0, h=0.0):
    s = np.asarray(spins, float)
    return -J * np.mean(s * np.roll(s, 1, 0) + s * np.roll(s, 1, 1)) - h * s.mean()


@wrong_answer("energy", cause="only bonds along the rows")
def energy_one_direction(spins, J=1.0, h=0.0):
    s = np.asarray(spins, float)
    return -J * np.sum(s * np.roll(s, 1, axis=1)) - h * np.sum(s)


# --- enumerate_states ---


@wrong_answer("enumerate_states", cause="least significant digit first")
def states_reversed_digits(n):
    codes = np.arange(2**n)
    return 2.0 * ((codes[:, None] >> np.arange(n)) & 1) - 1


@wrong_answer("enumerate_states", cause="entries 0 and 1")
def states_of_bits(n):
    codes = np.arange(2**n)
    return ((codes[:, None] >> np.arange(n)[::-1]) & 1).astype(float)


@wrong_answer("enumerate_states", cause="+1 stands for the digit 0: the first row is all +1")
def states_from_up(n):
    codes = np.arange(2**n)
    return 1.0 - 2.0 * ((codes[:, None] >> np.arange(n)[::-1]) & 1)


# --- exact_averages ---


@wrong_answer("exact_averages", cause="plain mean over the states: not weighted by Boltzmann's factor")
def averages_unweighted(n, beta, J=1.0, h=0.0):
    S = enumerate_states(n)
    E = -J * np.sum(S * np.roll(S, 1, axis=1), axis=1) - h * S.sum(axis=1)
    return np.mean(E) / n, np.mean(np.abs(S.mean(axis=1)))


@wrong_answer("exact_averages", cause="the sign is lost in the weights: exp(+beta E)")
def averages_of_high_energies(n, beta, J=1.0, h=0.0):
    S = enumerate_states(n)
    E = -J * np.sum(S * np.roll(S, 1, axis=1), axis=1) - h * S.sum(axis=1)
    w = np.exp(beta * E - np.max(beta * E))
    w /= w.sum()
    return w @ E / n, w @ np.abs(S.mean(axis=1))


@wrong_answer("exact_averages", cause="the size is taken of the mean magnetization: 0 without a field")
def averages_size_of_mean(n, beta, J=1.0, h=0.0):
    S = enumerate_states(n)
    E = -J * np.sum(S * np.roll(S, 1, axis=1), axis=1) - h * S.sum(axis=1)
    w = np.exp(-beta * (E - E.min()))
    w /= w.sum()
    return w @ E / n, abs(w @ S.mean(axis=1))


@wrong_answer("exact_averages", cause="exp(-beta E) overflows: the smallest energy is not subtracted")
def averages_overflow(n, beta, J=1.0, h=0.0):
    S = enumerate_states(n)
    E = -J * np.sum(S * np.roll(S, 1, axis=1), axis=1) - h * S.sum(axis=1)
    w = np.exp(-beta * E)
    w = w / w.sum()
    return w @ E / n, w @ np.abs(S.mean(axis=1))


@wrong_answer("exact_averages", cause="the energy is not divided by n")
def averages_of_whole_energy(n, beta, J=1.0, h=0.0):
    S = enumerate_states(n)
    E = -J * np.sum(S * np.roll(S, 1, axis=1), axis=1) - h * S.sum(axis=1)
    w = np.exp(-beta * (E - E.min()))
    w /= w.sum()
    return w @ E, w @ np.abs(S.mean(axis=1))


@wrong_answer("exact_averages", cause="a chain with open ends: no bond from the last to the first")
def averages_of_open_chain(n, beta, J=1.0, h=0.0):
    S = enumerate_states(n)
    E = -J * np.sum(S[:, 1:] * S[:, :-1], axis=1) - h * S.sum(axis=1)
    w = np.exp(-beta * (E - E.min()))
    w /= w.sum()
    return w @ E / n, w @ np.abs(S.mean(axis=1))


# --- delta_energy ---


@wrong_answer("delta_energy", cause="sign turned: energy before minus after")
def delta_sign(spins, i, j, J=1.0, h=0.0):
    s = np.asarray(spins, float)
    r, c = s.shape
    near = s[i - 1, j] + s[(i + 1) % r, j] + s[i, j - 1] + s[i, (j + 1) % c]
    return -2 * s[i, j] * (J * near + h)


@wrong_answer("delta_energy", cause="the 2 is missing: a flip changes a spin by two")
def delta_without_two(spins, i, j, J=1.0, h=0.0):
    s = np.asarray(spins, float)
    r, c = s.shape
    near = s[i - 1, j] + s[(i + 1) % r, j] + s[i, j - 1] + s[i, (j + 1) % c]
    return s[i, j] * (J * near + h)


@wrong_answer("delta_energy", cause="the field is forgotten")
def delta_without_field(spins, i, j, J=1.0, h=0.0):
    s = np.asarray(spins, float)
    r, c = s.shape
    near = s[i - 1, j] + s[(i + 1) % r, j] + s[i, j - 1] + s[i, (j + 1) % c]
    return 2 * J * s[i, j] * near


@wrong_answer("delta_energy", cause="no wrap at the last row: an IndexError")
def delta_without_wrap(spins, i, j, J=1.0, h=0.0):
    s = np.asarray(spins, float)
    near = s[i - 1, j] + s[i + 1, j] + s[i, j - 1] + s[i, j + 1]
    return 2 * s[i, j] * (J * near + h)


@wrong_answer("delta_energy", cause="diagonal neighbors count too")
def delta_with_diagonals(spins, i, j, J=1.0, h=0.0):
    s = np.asarray(spins, float)
    r, c = s.shape
    near = sum(
        s[(i + a) % r, (j + b) % c] for a in (-1, 0, 1) for b in (-1, 0, 1) if (a, b) != (0, 0)
    )
    return 2 * s[i, j] * (J * near + h)


# --- metropolis_sweep ---


@wrong_answer("metropolis_sweep", cause="heat bath: flips with probability 1 / (1 + exp(beta dE))")
def sweep_heat_bath(spins, beta, rng, J=1.0, h=0.0):
    s = np.array(spins, float)
    for i in range(s.shape[0]):
        for j in range(s.shape[1]):
            x = beta * delta_energy(s, i, j, J, h)
            if rng.random() < 0.5 * (1 - np.tanh(x / 2)):
                s[i, j] *= -1
    return s


@wrong_answer("metropolis_sweep", cause="all spins at once with the old energies")
def sweep_all_at_once(spins, beta, rng, J=1.0, h=0.0):
    s = np.array(spins, float)
    near = sum(np.roll(s, k, axis=a) for a in (0, 1) for k in (1, -1))
    d = 2 * s * (J * near + h)
    flip = rng.random(s.shape) < np.exp(-beta * np.maximum(d, 0))
    return np.where(flip, -s, s)


@wrong_answer("metropolis_sweep", cause="flips that raise the energy are never made")
def sweep_downhill_only(spins, beta, rng, J=1.0, h=0.0):
    s = np.array(spins, float)
    for i in range(s.shape[0]):
        for j in range(s.shape[1]):
            if delta_energy(s, i, j, J, h) <= 0:
                s[i, j] *= -1
    return s


@wrong_answer("metropolis_sweep", cause="spins are picked at random with replacement: some not at all")
def sweep_with_replacement(spins, beta, rng, J=1.0, h=0.0):
    s = np.array(spins, float)
    r, c = s.shape
    for _ in range(s.size):
        i, j = rng.integers(r), rng.integers(c)
        d = delta_energy(s, i, j, J, h)
        if d <= 0 or rng.random() < np.exp(-beta * d):
            s[i, j] *= -1
    return s


@wrong_answer("metropolis_sweep", cause="coupling and field are not passed on to delta_energy")
def sweep_forgets_coupling(spins, beta, rng, J=1.0, h=0.0):
    s = np.array(spins, float)
    for i in range(s.shape[0]):
        for j in range(s.shape[1]):
            d = delta_energy(s, i, j)
            if d <= 0 or rng.random() < np.exp(-beta * d):
                s[i, j] *= -1
    return s


@wrong_answer("metropolis_sweep", cause="beta is taken for the temperature: exp(-dE / beta)")
def sweep_divides_by_beta(spins, beta, rng, J=1.0, h=0.0):
    s = np.array(spins, float)
    for i in range(s.shape[0]):
        for j in range(s.shape[1]):
            d = delta_energy(s, i, j, J, h)
            if d <= 0 or rng.random() < np.exp(-d / max(beta, 1e-9)):
                s[i, j] *= -1
    return s


# --- critical_temperature ---


@wrong_answer("critical_temperature", cause="2.269 whatever the coupling")
def critical_of_coupling_one(sweep, rng):
    return 2 / np.log(1 + np.sqrt(2))


# --- anneal ---


@wrong_answer("anneal", cause="returns the last solution, not the best")
def anneal_last(cost, propose, x0, temperatures, rng):
    x, c = x0, cost(x0)
    costs = []
    for T in temperatures:
        y = propose(x, rng)
        e = cost(y)
        if e <= c or rng.random() < np.exp(-(e - c) / T):
            x, c = y, e
        costs.append(c)
    return x, c, np.array(costs)


@wrong_answer("anneal", cause="records the cost of each proposal, also of refused ones")
def anneal_costs_of_proposals(cost, propose, x0, temperatures, rng):
    x, c = x0, cost(x0)
    best, low = x, c
    costs = []
    for T in temperatures:
        y = propose(x, rng)
        e = cost(y)
        costs.append(e)
        if e <= c or rng.random() < np.exp(-(e - c) / T):
            x, c = y, e
        if c < low:
            best, low = x, c
    return best, low, np.array(costs, float)


@wrong_answer("anneal", cause="never goes uphill: greedy")
def anneal_greedy(cost, propose, x0, temperatures, rng):
    x, c = x0, cost(x0)
    costs = []
    for _ in temperatures:
        y = propose(x, rng)
        e = cost(y)
        if e <= c:
            x, c = y, e
        costs.append(c)
    return x, c, np.array(costs, float)


@wrong_answer("anneal", cause="the cost of the current solution is computed again in every step")
def anneal_calls_cost_twice(cost, propose, x0, temperatures, rng):
    x = x0
    best, low = x, cost(x)
    costs = []
    for T in temperatures:
        y = propose(x, rng)
        if cost(y) <= cost(x) or rng.random() < np.exp(-(cost(y) - cost(x)) / T):
            x = y
        costs.append(cost(x))
        if costs[-1] < low:
            best, low = x, costs[-1]
    return best, low, np.array(costs, float)


@wrong_answer("anneal", cause="multiplies by the temperature: exp(-dE * T)")
def anneal_times_temperature(cost, propose, x0, temperatures, rng):
    x, c = x0, cost(x0)
    best, low = x, c
    costs = []
    for T in temperatures:
        y = propose(x, rng)
        e = cost(y)
        if e <= c or rng.random() < np.exp(-(e - c) * T):
            x, c = y, e
        if c < low:
            best, low = x, c
        costs.append(c)
    return best, low, np.array(costs, float)


@wrong_answer("anneal", cause="costs begin with the start: n + 1 numbers")
def anneal_with_the_start(cost, propose, x0, temperatures, rng):
    x, c = x0, cost(x0)
    best, low = x, c
    costs = [c]
    for T in temperatures:
        y = propose(x, rng)
        e = cost(y)
        if e <= c or rng.random() < np.exp(-(e - c) / T):
            x, c = y, e
        if c < low:
            best, low = x, c
        costs.append(c)
    return best, low, np.array(costs, float)


# --- shortest_tour ---


@wrong_answer("shortest_tour", cause="nearest neighbor from city 0, without annealing")
def tour_nearest_neighbor(cities, rng):
    cities = np.asarray(cities, float)
    left, tour = set(range(1, len(cities))), [0]
    while left:
        here = cities[tour[-1]]
        tour.append(min(left, key=lambda j: np.sum((cities[j] - here) ** 2)))
        left.remove(tour[-1])
    return np.array(tour)


@wrong_answer("shortest_tour", cause="a random order")
def tour_random(cities, rng):
    return rng.permutation(len(cities))
