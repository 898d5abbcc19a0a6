"""Wrong answers that students really give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from ..likelihood_and_entropy.reference import boltzmann
from .reference import anneal, enumerate_states

# --- energy ---


@mistake("energy", diagnosis="value", says="every pair of neighbors is counted twice")
def energy_with_pairs_twice(spins, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    field = sum(np.roll(s, shift, axis) for shift in (-1, 1) for axis in (0, 1))
    return -np.sum(s * (J * field + h))


@mistake("energy", diagnosis="value", says="the lattice has edges: it is not periodic")
def energy_with_edges(spins, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    pairs = np.sum(s[1:] * s[:-1]) + np.sum(s[:, 1:] * s[:, :-1])
    return -J * pairs - h * np.sum(s)


@mistake("energy", diagnosis="value", says="only pairs in the same row are counted")
def energy_of_rows(spins, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    return -J * np.sum(s * np.roll(s, 1, axis=1)) - h * np.sum(s)


@mistake("energy", diagnosis="value", says="spins that agree raise the energy")
def energy_of_the_wrong_sign(spins, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    return J * np.sum(s * (np.roll(s, 1, 0) + np.roll(s, 1, 1))) - h * np.sum(s)


@mistake("energy", diagnosis="value", says="a spin that points along the field raises the energy")
def energy_against_the_field(spins, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    return -J * np.sum(s * (np.roll(s, 1, 0) + np.roll(s, 1, 1))) + h * np.sum(s)


@mistake("energy", diagnosis="factor", says="it is the energy of one spin, divided by their number")
def energy_per_spin(spins, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    return -J * np.mean(s * (np.roll(s, 1, 0) + np.roll(s, 1, 1))) - h * np.mean(s)


@mistake(
    "energy", diagnosis="value", says="np.roll without an axis joins the end of a row to the next"
)
def energy_rolled_flat(spins, J=1.0, h=0.0):
    s = np.asarray(spins, dtype=float)
    return -J * np.sum(s * (np.roll(s, 1) + np.roll(s, 1, axis=0))) - h * np.sum(s)


# --- delta_energy ---


@mistake(
    "delta_energy", diagnosis="value", says="columns wrap around after as many as there are rows"
)
def wraps_columns_by_the_rows(spins, i, j, J=1.0, h=0.0):
    spins = np.asarray(spins, dtype=float)
    n = len(spins)
    up_and_down = spins[i - 1, j] + spins[(i + 1) % n, j]
    left_and_right = spins[i, j - 1] + spins[i, (j + 1) % n]
    return 2 * spins[i, j] * (J * (up_and_down + left_and_right) + h)


@mistake(
    "delta_energy",
    diagnosis="value",
    also=["factor"],
    says="the factor 2 is missing: a flip changes s by 2 s",
)
def change_without_the_two(spins, i, j, J=1.0, h=0.0):
    spins = np.asarray(spins, dtype=float)
    rows, columns = spins.shape
    neighbors = spins[i - 1, j] + spins[(i + 1) % rows, j]
    neighbors += spins[i, j - 1] + spins[i, (j + 1) % columns]
    return spins[i, j] * (J * neighbors + h)


@mistake(
    "delta_energy",
    diagnosis="value",
    says="the field is counted once, and its term changes by 2 h s",
)
def change_with_half_the_field(spins, i, j, J=1.0, h=0.0):
    spins = np.asarray(spins, dtype=float)
    rows, columns = spins.shape
    neighbors = spins[i - 1, j] + spins[(i + 1) % rows, j]
    neighbors += spins[i, j - 1] + spins[i, (j + 1) % columns]
    return spins[i, j] * (2 * J * neighbors + h)


@mistake(
    "delta_energy", diagnosis="sign", says="it is the energy before the flip minus that after it"
)
def change_backward(spins, i, j, J=1.0, h=0.0):
    spins = np.asarray(spins, dtype=float)
    rows, columns = spins.shape
    neighbors = spins[i - 1, j] + spins[(i + 1) % rows, j]
    neighbors += spins[i, j - 1] + spins[i, (j + 1) % columns]
    return -2 * spins[i, j] * (J * neighbors + h)


@mistake("delta_energy", diagnosis="value", also=["sign"], says="the spin's own state is left out")
def change_without_the_spin(spins, i, j, J=1.0, h=0.0):
    spins = np.asarray(spins, dtype=float)
    rows, columns = spins.shape
    neighbors = spins[i - 1, j] + spins[(i + 1) % rows, j]
    neighbors += spins[i, j - 1] + spins[i, (j + 1) % columns]
    return 2 * (J * neighbors + h)


@mistake(
    "delta_energy",
    diagnosis="value",
    says="spins at the edge have fewer neighbors: it is not periodic",
)
def change_with_edges(spins, i, j, J=1.0, h=0.0):
    s = np.pad(np.asarray(spins, dtype=float), 1)
    neighbors = s[i, j + 1] + s[i + 2, j + 1] + s[i + 1, j] + s[i + 1, j + 2]
    return 2 * s[i + 1, j + 1] * (J * neighbors + h)


# --- enumerate_states ---


@mistake(
    "enumerate_states", diagnosis="value", says="states hold the digits 0 and 1, not -1 and +1"
)
def states_of_digits(n):
    return ((np.arange(2**n)[:, None] >> np.arange(n)[::-1]) & 1).astype(float)


@mistake("enumerate_states", diagnosis="value", says="the least significant digit comes first")
def states_least_significant_first(n):
    return 2.0 * ((np.arange(2**n)[:, None] >> np.arange(n)) & 1) - 1


@mistake("enumerate_states", diagnosis="sign", says="the digit 0 stands for +1, and 1 for -1")
def states_of_the_other_sign(n):
    return 1 - 2.0 * ((np.arange(2**n)[:, None] >> np.arange(n)[::-1]) & 1)


@mistake("enumerate_states", diagnosis="transposed", says="the states are columns, not rows")
def states_as_columns(n):
    return 2.0 * ((np.arange(2**n) >> np.arange(n)[::-1, None]) & 1) - 1


@mistake("enumerate_states", diagnosis="shape", says="the last state, all +1, is missing")
def states_without_the_last(n):
    return 2.0 * ((np.arange(2**n - 1)[:, None] >> np.arange(n)[::-1]) & 1) - 1


@mistake("enumerate_states", diagnosis="integer", says="the states are integers, not floats")
def states_as_integers(n):
    return 2 * ((np.arange(2**n)[:, None] >> np.arange(n)[::-1]) & 1) - 1


# --- exact_averages ---


@mistake("exact_averages", diagnosis="factor", says="the energy is of the whole ring, not per spin")
def averages_of_the_whole_energy(n, beta, J=1.0, h=0.0):
    states = enumerate_states(n)
    pairs = np.sum(states * np.roll(states, 1, axis=1), axis=1)
    energies = -J * pairs - h * states.sum(axis=1)
    p = boltzmann(energies, beta)
    return p @ energies, p @ np.abs(states.mean(axis=1))


@mistake(
    "exact_averages",
    diagnosis="value",
    says="the mean of the magnetization is taken before its size, so up and down cancel",
)
def averages_with_the_size_last(n, beta, J=1.0, h=0.0):
    states = enumerate_states(n)
    pairs = np.sum(states * np.roll(states, 1, axis=1), axis=1)
    energies = -J * pairs - h * states.sum(axis=1)
    p = boltzmann(energies, beta)
    return p @ energies / n, np.abs(p @ states.mean(axis=1))


@mistake(
    "exact_averages", diagnosis="value", says="the ring is open: last and first are no neighbors"
)
def averages_of_a_chain(n, beta, J=1.0, h=0.0):
    states = enumerate_states(n)
    pairs = np.sum(states[:, 1:] * states[:, :-1], axis=1)
    energies = -J * pairs - h * states.sum(axis=1)
    p = boltzmann(energies, beta)
    return p @ energies / n, p @ np.abs(states.mean(axis=1))


@mistake(
    "exact_averages", diagnosis="value", says="all states weigh the same: Boltzmann is left out"
)
def averages_without_weights(n, beta, J=1.0, h=0.0):
    states = enumerate_states(n)
    pairs = np.sum(states * np.roll(states, 1, axis=1), axis=1)
    energies = -J * pairs - h * states.sum(axis=1)
    return energies.mean() / n, np.abs(states.mean(axis=1)).mean()


@mistake("exact_averages", diagnosis="value", says="each pair of the ring is counted twice")
def averages_with_pairs_twice(n, beta, J=1.0, h=0.0):
    states = enumerate_states(n)
    pairs = np.sum(states * np.roll(states, 1, axis=1), axis=1)
    energies = -2 * J * pairs - h * states.sum(axis=1)
    p = boltzmann(energies, beta)
    return p @ energies / n, p @ np.abs(states.mean(axis=1))


@mistake("exact_averages", diagnosis="not-finite", keeps=1.5)
def averages_that_overflow(n, beta, J=1.0, h=0.0):
    states = enumerate_states(n)
    pairs = np.sum(states * np.roll(states, 1, axis=1), axis=1)
    energies = -J * pairs - h * states.sum(axis=1)
    weights = np.exp(-beta * energies)
    p = weights / weights.sum()
    return p @ energies / n, p @ np.abs(states.mean(axis=1))


# --- metropolis_sweep ---


@mistake("metropolis_sweep", diagnosis="distribution", keeps=1)
def sweep_all_at_once(spins, beta, rng, J=1.0, h=0.0):
    now = np.array(spins, dtype=float)
    neighbors = sum(np.roll(now, shift, axis) for shift in (1, -1) for axis in (0, 1))
    rise = 2 * now * (J * neighbors + h)
    return np.where(rng.random(now.shape) < np.exp(-beta * np.maximum(rise, 0)), -now, now)


@mistake("metropolis_sweep", diagnosis="distribution", keeps=1)
def sweep_with_rises_computed_once(spins, beta, rng, J=1.0, h=0.0):
    now = np.array(spins, dtype=float)
    neighbors = sum(np.roll(now, shift, axis) for shift in (1, -1) for axis in (0, 1))
    rise = 2 * now * (J * neighbors + h)
    for i, j in np.ndindex(now.shape):
        if rise[i, j] <= 0 or rng.random() < np.exp(-beta * rise[i, j]):
            now[i, j] *= -1
    return now


@mistake("metropolis_sweep", diagnosis="value", keeps=1.5)
def sweep_of_heat_bath(spins, beta, rng, J=1.0, h=0.0):
    now = np.array(spins, dtype=float)
    black = np.indices(now.shape).sum(axis=0) % 2 == 0
    for sites in (black, ~black):
        neighbors = sum(np.roll(now, shift, axis) for shift in (1, -1) for axis in (0, 1))
        rise = 2 * now * (J * neighbors + h)
        now[sites & (rng.random(now.shape) < 1 / (1 + np.exp(np.minimum(beta * rise, 500))))] *= -1
    return now


@mistake("metropolis_sweep", diagnosis="distribution", keeps=1)
def sweep_without_the_two(spins, beta, rng, J=1.0, h=0.0):
    now = np.array(spins, dtype=float)
    black = np.indices(now.shape).sum(axis=0) % 2 == 0
    for sites in (black, ~black):
        neighbors = sum(np.roll(now, shift, axis) for shift in (1, -1) for axis in (0, 1))
        rise = 2 * now * (J * neighbors + h)
        now[sites & (rng.random(now.shape) < np.exp(-beta * np.maximum(rise / 2, 0)))] *= -1
    return now


@mistake("metropolis_sweep", diagnosis="distribution")
def sweep_downhill_only(spins, beta, rng, J=1.0, h=0.0):
    now = np.array(spins, dtype=float)
    black = np.indices(now.shape).sum(axis=0) % 2 == 0
    for sites in (black, ~black):
        neighbors = sum(np.roll(now, shift, axis) for shift in (1, -1) for axis in (0, 1))
        rise = 2 * now * (J * neighbors + h)
        now[sites & (rise <= 0)] *= -1
    return now


@mistake("metropolis_sweep", diagnosis="distribution")
def sweep_of_the_wrong_sign(spins, beta, rng, J=1.0, h=0.0):
    now = np.array(spins, dtype=float)
    black = np.indices(now.shape).sum(axis=0) % 2 == 0
    for sites in (black, ~black):
        neighbors = sum(np.roll(now, shift, axis) for shift in (1, -1) for axis in (0, 1))
        rise = 2 * now * (J * neighbors + h)
        now[sites & (rng.random(now.shape) < np.exp(-beta * np.maximum(-rise, 0)))] *= -1
    return now


@mistake("metropolis_sweep", diagnosis="distribution")
def sweep_of_temperature(spins, beta, rng, J=1.0, h=0.0):
    now = np.array(spins, dtype=float)
    black = np.indices(now.shape).sum(axis=0) % 2 == 0
    for sites in (black, ~black):
        neighbors = sum(np.roll(now, shift, axis) for shift in (1, -1) for axis in (0, 1))
        rise = 2 * now * (J * neighbors + h)
        now[sites & (rng.random(now.shape) < np.exp(-np.maximum(rise, 0) / max(beta, 1e-9)))] *= -1
    return now


@mistake("metropolis_sweep", diagnosis="distribution")
def sweep_that_accepts_everything(spins, beta, rng, J=1.0, h=0.0):
    return -np.array(spins, dtype=float)


@mistake("metropolis_sweep", diagnosis="in-place")
def sweep_in_place(spins, beta, rng, J=1.0, h=0.0):
    now = np.asarray(spins)
    black = np.indices(now.shape).sum(axis=0) % 2 == 0
    for sites in (black, ~black):
        neighbors = sum(np.roll(now, shift, axis) for shift in (1, -1) for axis in (0, 1))
        rise = 2 * now * (J * neighbors + h)
        now[sites & (rng.random(now.shape) < np.exp(-beta * np.maximum(rise, 0)))] *= -1
    return now


@mistake("metropolis_sweep", diagnosis="rule", keeps=2.5)
def sweep_with_its_own_chance(spins, beta, rng, J=1.0, h=0.0):
    now, chance = np.array(spins, dtype=float), np.random.default_rng()
    black = np.indices(now.shape).sum(axis=0) % 2 == 0
    for sites in (black, ~black):
        neighbors = sum(np.roll(now, shift, axis) for shift in (1, -1) for axis in (0, 1))
        rise = np.maximum(2 * now * (J * neighbors + h), 0)
        now[sites & (chance.random(now.shape) < np.exp(-beta * rise))] *= -1
    return now


# --- critical_temperature ---


@mistake("critical_temperature", diagnosis="rule")
def onsager_for_a_coupling_of_one(sweep, rng):
    return 2 / np.log(1 + np.sqrt(2))


@mistake("critical_temperature", diagnosis="rule")
def where_nearly_all_agree(sweep, rng):
    now = rng.choice([-1.0, 1.0], size=(32, 32))
    for T in np.geomspace(4.0, 1.2, 40):
        seen = []
        for _ in range(30):
            now = sweep(now, 1 / T, rng)
            seen.append(np.mean(now * (np.roll(now, 1, axis=0) + np.roll(now, 1, axis=1))) / 2)
        if np.mean(seen) > 0.9:
            break
    return T


@mistake("critical_temperature", diagnosis="rule")
def where_half_agree(sweep, rng):
    now = rng.choice([-1.0, 1.0], size=(32, 32))
    for T in np.geomspace(4.0, 1.2, 40):
        seen = []
        for _ in range(30):
            now = sweep(now, 1 / T, rng)
            seen.append(np.mean(now * (np.roll(now, 1, axis=0) + np.roll(now, 1, axis=1))) / 2)
        if np.mean(seen) > 0.5:
            break
    return T


@mistake("critical_temperature", diagnosis="rule")
def critical_beta(sweep, rng):
    now = rng.choice([-1.0, 1.0], size=(32, 32))
    for T in np.geomspace(4.0, 1.2, 40):
        seen = []
        for _ in range(30):
            now = sweep(now, 1 / T, rng)
            seen.append(np.mean(now * (np.roll(now, 1, axis=0) + np.roll(now, 1, axis=1))) / 2)
        if np.mean(seen) > np.sqrt(0.5):
            break
    return 1 / T


@mistake("critical_temperature", diagnosis="rule")
def temperature_taken_for_beta(sweep, rng):
    now = rng.choice([-1.0, 1.0], size=(32, 32))
    for T in np.geomspace(4.0, 1.2, 40):
        seen = []
        for _ in range(30):
            now = sweep(now, T, rng)
            seen.append(np.mean(now * (np.roll(now, 1, axis=0) + np.roll(now, 1, axis=1))) / 2)
        if np.mean(seen) > np.sqrt(0.5):
            break
    return T


@mistake("critical_temperature", diagnosis="rule")
def where_a_tiny_lattice_agrees(sweep, rng):
    now = rng.choice([-1.0, 1.0], size=(4, 4))
    for T in np.geomspace(4.0, 1.2, 40):
        seen = []
        for _ in range(30):
            now = sweep(now, 1 / T, rng)
            seen.append(np.mean(now * (np.roll(now, 1, axis=0) + np.roll(now, 1, axis=1))) / 2)
        if np.mean(seen) > np.sqrt(0.5):
            break
    return T


@mistake("critical_temperature", diagnosis="rule")
def pairs_counted_twice(sweep, rng):
    now = rng.choice([-1.0, 1.0], size=(32, 32))
    for T in np.geomspace(4.0, 1.2, 40):
        seen = []
        for _ in range(30):
            now = sweep(now, 1 / T, rng)
            seen.append(np.mean(now * (np.roll(now, 1, axis=0) + np.roll(now, 1, axis=1))) / 2)
        if np.mean(seen) > np.sqrt(0.5):
            break
    return 2 * T


# --- anneal ---


@mistake(
    "anneal", diagnosis="value", says="the last solution is returned, not the best one", keeps=1.5
)
def anneal_to_the_last(cost, propose, x0, temperatures, rng):
    x, now, costs = x0, cost(x0), []
    for T in temperatures:
        new = propose(x, rng)
        then = cost(new)
        if then <= now or rng.random() < np.exp((now - then) / T):
            x, now = new, then
        costs.append(now)
    return x, now, np.array(costs)


@mistake(
    "anneal",
    diagnosis="distribution",
    says="only steps down are taken, whatever the temperature",
    keeps=1,
)
def anneal_downhill(cost, propose, x0, temperatures, rng):
    x, now = x0, cost(x0)
    best_x, best_cost, costs = x, now, []
    for _ in temperatures:
        new = propose(x, rng)
        then = cost(new)
        if then <= now:
            x, now = new, then
        if now < best_cost:
            best_x, best_cost = x, now
        costs.append(now)
    return best_x, best_cost, np.array(costs)


@mistake(
    "anneal", diagnosis="rule", says="a step that changes no cost is not always taken", keeps=1.5
)
def anneal_strictly_downhill(cost, propose, x0, temperatures, rng):
    x, now = x0, cost(x0)
    best_x, best_cost, costs = x, now, []
    for T in temperatures:
        new = propose(x, rng)
        then = cost(new)
        if then < now or (then > now and rng.random() < np.exp((now - then) / T)):
            x, now = new, then
        if now < best_cost:
            best_x, best_cost = x, now
        costs.append(now)
    return best_x, best_cost, np.array(costs)


@mistake(
    "anneal",
    diagnosis="distribution",
    says="the rise is multiplied by the temperature, not divided by it",
    keeps=1.5,
)
def anneal_with_temperature_as_beta(cost, propose, x0, temperatures, rng):
    x, now = x0, cost(x0)
    best_x, best_cost, costs = x, now, []
    for T in temperatures:
        new = propose(x, rng)
        then = cost(new)
        if then <= now or rng.random() < np.exp((now - then) * T):
            x, now = new, then
        if now < best_cost:
            best_x, best_cost = x, now
        costs.append(now)
    return best_x, best_cost, np.array(costs)


@mistake(
    "anneal",
    diagnosis="distribution",
    says="every step up is taken, whatever the temperature",
    keeps=1.5,
)
def anneal_that_takes_every_step(cost, propose, x0, temperatures, rng):
    x, now = x0, cost(x0)
    best_x, best_cost, costs = x, now, []
    for _ in temperatures:
        new = propose(x, rng)
        then = cost(new)
        if then >= now or then < now:
            x, now = new, then
        if now < best_cost:
            best_x, best_cost = x, now
        costs.append(now)
    return best_x, best_cost, np.array(costs)


@mistake(
    "anneal", diagnosis="value", says="each proposal starts from x0, not from where the walk is"
)
def anneal_from_the_start(cost, propose, x0, temperatures, rng):
    x, now = x0, cost(x0)
    best_x, best_cost, costs = x, now, []
    for T in temperatures:
        new = propose(x0, rng)
        then = cost(new)
        if then <= now or rng.random() < np.exp((now - then) / T):
            x, now = new, then
        if now < best_cost:
            best_x, best_cost = x, now
        costs.append(now)
    return best_x, best_cost, np.array(costs)


@mistake("anneal", diagnosis="shape", says="costs begin with that of the start")
def anneal_with_the_first_cost(cost, propose, x0, temperatures, rng):
    x, now = x0, cost(x0)
    best_x, best_cost, costs = x, now, [now]
    for T in temperatures:
        new = propose(x, rng)
        then = cost(new)
        if then <= now or rng.random() < np.exp((now - then) / T):
            x, now = new, then
        if now < best_cost:
            best_x, best_cost = x, now
        costs.append(now)
    return best_x, best_cost, np.array(costs)


@mistake(
    "anneal",
    diagnosis="value",
    says="costs hold those of the proposals, also of refused ones",
    keeps=1.5,
)
def anneal_with_costs_of_proposals(cost, propose, x0, temperatures, rng):
    x, now = x0, cost(x0)
    best_x, best_cost, costs = x, now, []
    for T in temperatures:
        new = propose(x, rng)
        then = cost(new)
        if then <= now or rng.random() < np.exp((now - then) / T):
            x, now = new, then
        if now < best_cost:
            best_x, best_cost = x, now
        costs.append(then)
    return best_x, best_cost, np.array(costs)


@mistake(
    "anneal", diagnosis="value", says="costs hold the best so far, not the current one", keeps=0.5
)
def anneal_with_the_best_costs(cost, propose, x0, temperatures, rng):
    x, now = x0, cost(x0)
    best_x, best_cost, costs = x, now, []
    for T in temperatures:
        new = propose(x, rng)
        then = cost(new)
        if then <= now or rng.random() < np.exp((now - then) / T):
            x, now = new, then
        if now < best_cost:
            best_x, best_cost = x, now
        costs.append(best_cost)
    return best_x, best_cost, np.array(costs)


@mistake("anneal", diagnosis="rule", keeps=2)
def anneal_that_asks_again(cost, propose, x0, temperatures, rng):
    x = best_x = x0
    costs = []
    for T in temperatures:
        new = propose(x, rng)
        if cost(new) <= cost(x) or rng.random() < np.exp((cost(x) - cost(new)) / T):
            x = new
        if cost(x) < cost(best_x):
            best_x = x
        costs.append(cost(x))
    return best_x, cost(best_x), np.array(costs)


# --- shortest_tour ---


@mistake("shortest_tour", diagnosis="rule", keeps=0.5)
def nearest_city(cities, rng):
    cities = np.asarray(cities, dtype=float)
    order = [0]
    while len(order) < len(cities):
        away = np.linalg.norm(cities - cities[order[-1]], axis=1)
        away[order] = np.inf
        order.append(int(np.argmin(away)))
    return np.array(order)


@mistake("shortest_tour", diagnosis="rule", keeps=0.5)
def random_tour(cities, rng):
    return rng.permutation(len(cities))


@mistake("shortest_tour", diagnosis="rule", keeps=0.5)
def tour_by_exchanges_without_heat(cities, rng):
    cities = np.asarray(cities, dtype=float)

    def length(order):
        return np.linalg.norm(cities[order] - cities[np.roll(order, 1)], axis=1).sum()

    def change(order, rng):
        i, j = np.sort(rng.integers(len(order) + 1, size=2))
        order = order.copy()
        order[[i - 1, j - 1]] = order[[j - 1, i - 1]]
        return order

    start, temperatures = rng.permutation(len(cities)), np.full(4000, 1e-6)
    return anneal(length, change, start, temperatures, rng)[0]


@mistake("shortest_tour", diagnosis="rule", keeps=0.5)
def tour_that_stays_hot(cities, rng):
    cities = np.asarray(cities, dtype=float)

    def length(order):
        return np.linalg.norm(cities[order] - cities[np.roll(order, 1)], axis=1).sum()

    def change(order, rng):
        i, j = np.sort(rng.integers(len(order) + 1, size=2))
        order = order.copy()
        order[i:j] = order[i:j][::-1]
        return order

    start, temperatures = rng.permutation(len(cities)), np.full(6000, 0.3)
    return anneal(length, change, start, temperatures, rng)[0]


@mistake("shortest_tour", diagnosis="rule", keeps=0.5)
def tour_cooled_in_a_hurry(cities, rng):
    cities = np.asarray(cities, dtype=float)

    def length(order):
        return np.linalg.norm(cities[order] - cities[np.roll(order, 1)], axis=1).sum()

    def change(order, rng):
        i, j = np.sort(rng.integers(len(order) + 1, size=2))
        order = order.copy()
        order[i:j] = order[i:j][::-1]
        return order

    start, temperatures = rng.permutation(len(cities)), np.geomspace(0.15, 0.008, 1000)
    return anneal(length, change, start, temperatures, rng)[0]


@mistake("shortest_tour", diagnosis="rule")
def tour_that_comes_home(cities, rng):
    cities = np.asarray(cities, dtype=float)

    def length(order):
        return np.linalg.norm(cities[order] - cities[np.roll(order, 1)], axis=1).sum()

    def change(order, rng):
        i, j = np.sort(rng.integers(len(order) + 1, size=2))
        order = order.copy()
        order[i:j] = order[i:j][::-1]
        return order

    start, temperatures = rng.permutation(len(cities)), np.geomspace(0.15, 0.008, 1000)
    return np.append(anneal(length, change, start, temperatures, rng)[0], 0)


@mistake("shortest_tour", diagnosis="rule", keeps=0.5)
def place_of_each_city_in_the_tour(cities, rng):
    cities = np.asarray(cities, dtype=float)

    def length(order):
        return np.linalg.norm(cities[order] - cities[np.roll(order, 1)], axis=1).sum()

    def change(order, rng):
        i, j = np.sort(rng.integers(len(order) + 1, size=2))
        order = order.copy()
        order[i:j] = order[i:j][::-1]
        return order

    start, temperatures = rng.permutation(len(cities)), np.geomspace(0.1, 0.01, 3000)
    return np.argsort(anneal(length, change, start, temperatures, rng)[0])
