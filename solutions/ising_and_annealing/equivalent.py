"""Mutants of the references that no check can tell from them, each with the reason."""

LISTS = "arithmetic with an array makes an array of a list, and a coupling of 0.7 makes floats"
WHOLE = "spins are -1 and +1, so they are whole numbers"
UNITS = "a spin is -1 or +1, and divided by one is as multiplied by it"
EITHER_WAY = "every pair has two ends, and it is met from the other one"
LAST = "axis 1 of the two is the last"
MIRROR = "over all states each has a mirror image, which turns the field"
ENDS = "enough stretches are turned, whichever of them are left out"
HEAT = "many ways to cool find tours that are short enough"
WARM = "the best tour of a walk that warms up is short enough"
ROUGH = "many sizes and ranges find the temperature to five percent"
START = "a walk forgets where it began"
COMMUTES = "the product does not depend on the order"
REST = "a rest is never below 0"
COLORS = "either color may be first"
MIRRORED_MAP = "a distance and a closed tour are the same in both directions"

EQUIVALENT = {
    "energy: without spins = …": LISTS,
    "energy: spins = spins": LISTS,
    "energy: spins = np.asarray(spins)": LISTS,
    "energy: spins = np.asarray(spins, dtype=int)": WHOLE,
    "energy: pairs = spins * (np.roll(spins, -1, axis=0) + np.roll(spins, 1, axis=1))": EITHER_WAY,
    "energy: pairs = spins * (np.roll(spins, 1, axis=0) + np.roll(spins, -1, axis=1))": EITHER_WAY,
    "energy: pairs = spins * (np.roll(spins, 1, axis=0) + np.roll(spins, 1, axis=-1))": LAST,
    "delta_energy: spins = np.asarray(spins)": LISTS,
    "delta_energy: spins = np.asarray(spins, dtype=int)": WHOLE,
    "delta_energy: return 2 / spins[i, j] * (J * (up_and_down + left_and_right) + h)": UNITS,
    "exact_averages: pairs = np.sum(states / np.roll(states, 1, axis=1), axis=1)": UNITS,
    "exact_averages: pairs = np.sum(states * np.roll(states, -1, axis=1), axis=1)": EITHER_WAY,
    "exact_averages: pairs = np.sum(states * np.roll(states, 1, axis=-1), axis=1)": LAST,
    "exact_averages: pairs = np.sum(states * np.roll(states, 1, axis=1), axis=-1)": LAST,
    "exact_averages: energies = -J * pairs + h * np.sum(states, axis=1)": MIRROR,
    "exact_averages: energies = -J * pairs - h * np.sum(states, axis=-1)": LAST,
    "exact_averages: p = boltzmann(beta, energies)": COMMUTES,
    "exact_averages: return (energies @ p / n, p @ np.abs(np.mean(states, axis=1)))": COMMUTES,
    "exact_averages: return (p @ energies / n, np.abs(np.mean(states, axis=1)) @ p)": COMMUTES,
    "exact_averages: return (p @ energies / n, p @ np.abs(np.mean(states, axis=-1)))": LAST,
    "metropolis_sweep: black = np.indices(new.shape).sum(axis=0) % 2 != 0": COLORS,
    "metropolis_sweep: black = np.indices(new.shape).sum(axis=0) % 2 == 1": COLORS,
    "metropolis_sweep: black = np.indices(new.shape).sum(axis=0) % 2 <= 0": REST,
    "metropolis_sweep: black = np.indices(new.shape).sum(axis=0) % -2 == 0": "even is even",
    "metropolis_sweep: for sites in (~black, black):": COLORS,
    "metropolis_sweep: neighbors = sum((… for step in (-1, 1) for axis in (0, 1)))": COMMUTES,
    "metropolis_sweep: neighbors = sum((… for step in (1, -1) for axis in (1, 0)))": COMMUTES,
    "metropolis_sweep: neighbors = sum((… for step in (1, -1) for axis in (0, -1)))": LAST,
    "metropolis_sweep: rise = np.maximum(0, 2 * new * (J * neighbors + h))": COMMUTES,
    "metropolis_sweep: rise = np.maximum(2 / new * (J * neighbors + h), 0)": UNITS,
    "metropolis_sweep: new[…] /= -1": UNITS,
    "metropolis_sweep: new[sites & (rng.random(new.shape) <= …)] *= -1": "as good as never equal",
    "anneal: return (best_x, best_cost, costs)": "the checks take a list of numbers for an array",
    "shortest_tour: cities = np.asarray(cities)": "coordinates are floats in any case",
    "shortest_tour: distance = np.linalg.norm(cities - …, axis=-1)": MIRRORED_MAP,
    "shortest_tour: return distance[order[following], order].sum()": MIRRORED_MAP,
    "shortest_tour: start, stop = rng.integers(n + 1, size=2)": ENDS,
    "shortest_tour: start, stop = sorted(rng.integers(n …, size=2))": ENDS,
    "shortest_tour: start, stop = sorted(rng.integers(n, size=2))": ENDS,
    "shortest_tour: following = np.roll(np.arange(n), 1)": MIRRORED_MAP,
    "shortest_tour: temperatures = np.geomspace(0.2, 0.01, 12000)": HEAT,
    "shortest_tour: temperatures = np.geomspace(0.05, 0.01, 12000)": HEAT,
    "shortest_tour: temperatures = np.geomspace(0.1001, 0.01, 12000)": HEAT,
    "shortest_tour: temperatures = np.geomspace(-0.1, 0.01, 12000)": HEAT,
    "shortest_tour: temperatures = np.geomspace(1.1, 0.01, 12000)": HEAT,
    "shortest_tour: temperatures = np.geomspace(-0.9, 0.01, 12000)": HEAT,
    "shortest_tour: temperatures = np.geomspace(0.1, 0.02, 12000)": HEAT,
    "shortest_tour: temperatures = np.geomspace(0.1, 0.005, 12000)": HEAT,
    "shortest_tour: temperatures = np.geomspace(0.1, 0.01001, 12000)": HEAT,
    "shortest_tour: temperatures = np.geomspace(0.1, 0.01, 12001)": HEAT,
    "shortest_tour: temperatures = np.geomspace(0.1, 0.01, 11999)": HEAT,
    "shortest_tour: temperatures = np.geomspace(0.1, 0.01, 6000)": HEAT,
    "shortest_tour: temperatures = np.geomspace(0.01, 0.1, 12000)": WARM,
    "critical_temperature: spins = rng.choice([1.0, -1.0], size=(32, 32))": START,
    "critical_temperature: spins = rng.choice([1.0], size=(32, 32))": START,
    "critical_temperature: spins = rng.choice([-1.0], size=(32, 32))": START,
    "critical_temperature: spins = rng.choice([1.0, 1.0], size=(32, 32))": START,
    "critical_temperature: spins = rng.choice([-1.0, -1.0], size=(32, 32))": START,
    "critical_temperature: spins = rng.choice([-1.0, 1.0], size=(16, 32))": ROUGH,
    "critical_temperature: spins = rng.choice([-1.0, 1.0], size=(32, 16))": ROUGH,
    "critical_temperature: low, high = (0.7, 4.0)": ROUGH,
    "critical_temperature: low, high = (1.4014, 4.0)": ROUGH,
    "critical_temperature: low, high = (0.3999999999999999, 4.0)": ROUGH,
    "critical_temperature: low, high = (1.4, 8.0)": ROUGH,
    "critical_temperature: low, high = (1.4, 4.004)": ROUGH,
    "critical_temperature: low, high = (1.4, 5.0)": ROUGH,
}
