"""What is graded in the chapter on the Ising model and simulated annealing."""

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_distribution,
    expect_frequencies,
    expect_reproducible,
    expect_robust,
    expect_shape,
    expect_stable,
)
from autograder.checks.inputs import signs

from . import exact_lattices, reference

#: rows and columns of lattices: for energies, and for sweeps, which ask for even sides
LATTICES = ((7, 10), (3, 5), (5, 6), (6, 3), (3, 3))
# What is random here is checked by probabilities that are exact, and by bounds that a right answer
# misses less than once in ten million times (autograder/checks/sampling.py), where no comment at
# the check says otherwise.


def numbers(rng):
    """A coupling and a field of either sign."""
    return float(rng.uniform(0.6, 1.7) * rng.choice([-1, 1])), float(signs(rng, ()) * 0.37)


# --- energy and delta_energy ---


@check("energy", points=1)
def counts_every_pair_of_neighbors_once(student, rng):
    same = student.energy, reference.energy
    for shape in LATTICES:
        expect_agrees(*same, signs(rng, shape), *numbers(rng))
    expect_agrees(*same, signs(rng, (5, 8)))
    expect_agrees(*same, signs(rng, (5, 8)), J=-0.8)
    expect_agrees(*same, signs(rng, (5, 8)), h=1e4)
    expect_robust(*same, signs(rng, (4, 7)), 3.0, -2.0)


@check("delta_energy", points=1)
def is_what_a_flip_changes_everywhere(student, rng):
    same = student.delta_energy, reference.delta_energy
    for rows, columns in LATTICES:
        spins, (J, h) = signs(rng, (rows, columns)), numbers(rng)
        for i, j in (
            (rows // 2, columns // 2),
            *np.ndindex(min(rows, 3), columns),
            (rows - 1, columns - 1),
        ):
            expect_agrees(*same, spins, i, j, J, h)
    spins = signs(rng, (5, 8))
    expect_agrees(*same, spins, 2, 6)
    expect_agrees(*same, spins, 2, 6, J=-0.8)
    expect_agrees(*same, spins, 2, 6, h=1e4)
    expect_robust(*same, signs(rng, (4, 7)), 3, 5, 3.0, -2.0)


# --- enumeration ---


@check("enumerate_states", points=1)
def lists_every_state_in_its_order(student, rng):
    for n in (5, 3, 7, 2, 1, 10):
        expect_agrees(student.enumerate_states, reference.enumerate_states, n)


@check("exact_averages", points=1.5)
def weighs_all_states_of_a_ring(student, rng):
    same = student.exact_averages, reference.exact_averages
    for n in (5, 6, 3, 9):
        expect_agrees(*same, n, rng.uniform(0.2, 0.9), *numbers(rng))
    expect_agrees(*same, 7, 0.6)
    expect_agrees(*same, 7, 0.6, J=-0.8)
    expect_agrees(*same, 7, 0.6, h=0.3)


@check("exact_averages", points=0.5)
def knows_the_limits_of_heat_and_cold(student, rng):
    same = student.exact_averages, reference.exact_averages
    # the point: beta = 0
    expect_agrees(*same, 6, 0.0, *numbers(rng))
    expect_agrees(*same, 12, 0.3, *numbers(rng))
    for J, h in ((1.3, 0.0), (1.3, 0.4), (-1.3, 0.4)):
        expect_agrees(*same, 5, 1000.0, J, h)


# --- metropolis_sweep ---


def swept(student, spins, beta, rng, *numbers):
    """The lattice after a sweep: signs, in the shape that it had."""
    name = "metropolis_sweep"
    now = student.metropolis_sweep(spins, beta, rng, *numbers)
    expect_shape(now, np.shape(spins), name)
    now = np.asarray(now, dtype=float)
    expect(bool(np.all(np.abs(now) == 1.0)), name, "every spin is -1 or +1")
    return now


@check("metropolis_sweep", points=1)
def accepts_with_the_probability_of_metropolis(student, rng):
    # without a coupling spins know nothing of one another: an exact probability for each of them
    for shape, beta, h in (((20, 30), 0.6, 0.7), ((16, 40), 0.35, 1.3), ((30, 20), 0.9, -0.4)):
        against = np.full(shape, np.sign(h))
        turned = np.sum(swept(student, against, beta, rng.spawn(1)[0], 0.0, h) != against)
        p = np.exp(-2 * beta * abs(h))
        what = "how many spins turn against a field, with J = 0"
        counts = [turned, against.size - turned]
        expect_frequencies(counts, [p, 1 - p], "metropolis_sweep", what=what)
        along = swept(student, -against, beta, rng.spawn(1)[0], 0.0, h)
        what = "with J = 0 every spin turns along a field"
        expect_close(along, against, "metropolis_sweep", what=what)
    for beta, J, h in ((0.7, 0.0, 0.0), (0.0, 1.3, 0.4)):
        # nothing is lost by a flip, or it is so hot that no loss counts
        spins = signs(rng, (6, 8))
        flipped = swept(student, spins, beta, rng.spawn(1)[0], J, h)
        what = "without a field and a coupling, or at beta = 0, every flip is made"
        expect_close(flipped, -spins, "metropolis_sweep", what=what)


@check("metropolis_sweep", points=1.5, patience=3)
def keeps_the_distribution_of_boltzmann(student, rng):
    # Lattices are drawn exactly. Whatever the order of the spins, after a right sweep they are
    # again drawn exactly; they are independent, so the bound of expect_distribution holds.
    # the point: rows = 4
    shape = (4, 6)
    cases = (0.55, (0.8, 0.15), False), (0.9, (-0.4, 0.3), True), (0.35, (), False)
    for beta, options, is_tall in cases:
        J, h = options or (1.0, 0.0)
        numbers = shape, beta * J, beta * h
        generator, ends = rng.spawn(1)[0], []
        for lattice in exact_lattices.draw(300, *numbers, rng):
            start = lattice.T if is_tall else lattice
            end = swept(student, start, beta, generator, *options)
            ends.append(end.T if is_tall else end)
        pairs = exact_lattices.sum_over_pairs(np.array(ends))
        for drawn, (values, p), what in (
            (pairs, exact_lattices.chances_of_pairs(*numbers), "the sum over pairs of neighbors"),
            (np.sum(ends, axis=(1, 2)), exact_lattices.chances_of_spins(*numbers), "that of spins"),
        ):
            cdf = step_function(values, p)
            name, what = "metropolis_sweep", f"{what}, of 24 spins after a sweep"
            expect_distribution(drawn, cdf, name, what=what, continuous=False)


def step_function(values, p):
    """The distribution function of a quantity that has these values with probabilities ``p``."""
    at_most = np.concatenate([[0.0], np.cumsum(p)])
    return lambda x: at_most[np.searchsorted(values, x, side="right")]


@check("metropolis_sweep", points=1)
def never_goes_up_when_it_is_very_cold_and_draws_from_rng(student, rng):
    for h in (0.7, 0.0, 0.0, 0.0):
        cold = signs(rng, (6, 8))
        for _ in range(4):
            colder = swept(student, cold, 1e4, rng.spawn(1)[0], 1.3, h)
            falls = reference.energy(colder, 1.3, h) <= reference.energy(cold, 1.3, h)
            expect(bool(falls), "metropolis_sweep", "the energy never rises when it is very cold")
            cold = colder
    expect_reproducible(student.metropolis_sweep, signs(rng, (10, 12)), 0.4, rng=rng.spawn(1)[0])
    # in a strong field, and when it is very cold, nothing is left to chance: a field that is a
    # little stronger than four neighbors turns every spin, and no field at all none too few
    same, generator = (student.metropolis_sweep, reference.metropolis_sweep), rng.spawn(1)[0]
    expect_agrees(*same, signs(rng, (6, 8)).astype(int).tolist(), 0.4, generator, 0.0, 9e4)
    expect_stable(*same, signs(rng, (6, 8)), 1e4, generator, 0.0, 0.7)
    expect_agrees(*same, np.ones((6, 8)), 1e4, generator, h=-4.0005)
    expect_agrees(*same, signs(rng, (6, 8)), 1e4, generator, J=0.0)


# --- critical_temperature ---


def critical(J):
    """Where a magnet with this coupling loses its magnetism."""
    return 2 * J / np.log(1 + np.sqrt(2))


def simulation(J, limit):
    """A sweep with a coupling that nobody is told."""
    calls = []

    def sweep(spins, beta, rng):
        calls.append(beta)
        spins = np.asarray(spins, dtype=float)
        name = "critical_temperature"
        expect(len(calls) <= limit, name, f"sweep is called {limit} times at most")
        even = spins.ndim == 2 and not np.any(np.mod(spins.shape, 2)) and min(spins.shape) >= 4
        expect(even, name, "sweep is given rows and columns of spins, an even number of each")
        expect(spins.size <= 4096, name, "sweep is given 4,096 spins at most")
        expect(bool(np.all(np.abs(spins) == 1)), name, "sweep is given spins -1 and +1")
        expect(np.ndim(beta) == 0 and float(beta) >= 0, name, "beta is a number, not negative")
        return reference.metropolis_sweep(spins, float(beta), rng, J)

    return sweep


def errors_of(student, rng):
    """Relative errors for three couplings between 0.7 and 1.5, one in each third."""
    for low in rng.permutation([0.7, 0.97, 1.23]):
        J = rng.uniform(low, low + 0.27)
        found = student.critical_temperature(simulation(J, 5000), rng.spawn(1)[0])
        expect_shape(found, (), "critical_temperature")
        yield float(found) / critical(J) - 1


@check("critical_temperature", points=3.5, patience=8)
def finds_the_transition_of_hidden_magnets(student, rng):
    errors = np.abs(list(errors_of(student, rng)))
    if not np.mean(errors) <= 0.05:
        facts = (
            Fact("rule", "three critical temperatures are right to 5%, on average"),
            Fact("got", f"they are off by {np.mean(errors):.1%} on average"),
        )
        raise CheckFailed("critical_temperature", "rule", facts)


# --- anneal ---


class Walk:
    """Costs of whole numbers, and proposals to change them, with a memory of what was asked."""

    def __init__(self, table, steps):
        self.table, self.steps = np.asarray(table, dtype=float), steps
        self.asked, self.proposed = [], []

    def cost(self, x):
        self.asked.append(int(x))
        return float(self.table[int(x) % len(self.table)])

    def propose(self, x, rng):
        self.proposed.append(int(x))
        return int(x) + int(rng.choice(self.steps))


def annealed(student, walk, x0, temperatures, rng):
    """The answer in three parts, of the right form."""
    answer = student.anneal(walk.cost, walk.propose, x0, temperatures, rng)
    is_three = isinstance(answer, (tuple, list)) and len(answer) == 3
    expect(is_three, "anneal", "it returns best_x, best_cost and costs")
    best_x, best_cost, costs = answer
    expect(np.ndim(best_x) == 0, "anneal", "best_x is a solution, as x0 is")
    expect(np.ndim(best_cost) == 0, "anneal", "best_cost is a number")
    expect_shape(costs, (len(temperatures),), "anneal")
    return int(best_x), float(best_cost), np.asarray(costs, dtype=float)


@check("anneal", points=1)
def goes_up_as_often_as_the_temperature_says(student, rng):
    # a staircase: every step up costs the same, so steps are independent draws
    # the point: x0 = 0
    up = 0.7
    hot, cold = 1.9, 0.6
    temperatures = np.repeat([hot, cold], 250)
    stairs = Walk(up * np.arange(600), [1])
    *_, costs = annealed(student, stairs, 0, temperatures, rng.spawn(1)[0])
    taken = np.rint(np.diff(costs, prepend=0.0) / up)
    for T, part in ((hot, taken[:250]), (cold, taken[250:])):
        p = np.exp(-up / T)
        counts = [int(np.sum(part == 1)), int(np.sum(part == 0))]
        expect(sum(counts) == 250, "anneal", "it takes one step for each temperature, or stays")
        what = f"steps up, first at temperature {hot}, then at {cold}"
        expect_frequencies(counts, [p, 1 - p], "anneal", what=what)
    for table, x0, what in (
        (up * np.arange(60)[::-1], 0, "a step down is always taken"),
        (np.full(60, 2.3), 0, "a step that changes no cost is always taken"),
    ):
        walk = Walk(table, [1])
        annealed(student, walk, x0, np.full(40, 0.2), rng.spawn(1)[0])
        expect(walk.proposed == list(range(40)), "anneal", what)


@check("anneal", points=1)
def keeps_the_books_of_its_walk(student, rng):
    for n, T in ((60, 0.8), (40, 2.5), (7, 1.3)):
        walk = Walk(np.round(rng.normal(size=11), 1), [-1, 1])
        best_x, best_cost, costs = annealed(
            student, walk, 3, np.geomspace(2 * T, T / 2, n), rng.spawn(1)[0]
        )
        expect(len(walk.proposed) == n, "anneal", "it proposes once for each temperature")
        # where the walk was is what the next proposal starts from
        visited = walk.proposed
        values = [float(walk.table[x % 11]) for x in visited]
        expect(visited[0] == 3, "anneal", "the first proposal is near x0")
        what = "costs of the current solution after each step"
        expect_close(costs[:-1], np.array(values[1:]), "anneal", what=what)
        lowest = min(values[0], *costs)
        expect_close(best_cost, lowest, "anneal", what="best_cost, the lowest of the walk")
        belongs = walk.table[best_x % 11] == lowest
        expect(bool(belongs), "anneal", "best_x is the solution that has best_cost")
        if lowest in values:
            first = visited[values.index(lowest)]
            expect(best_x == first, "anneal", "best_x is the first of several that are as good")

    for table, x0 in ((np.full(11, 2.5), 3), ((np.arange(11.0) - 5) ** 2, 5)):
        walk = Walk(table, [-1, 1])
        best_x, *_ = annealed(student, walk, x0, np.full(9, 6.0), rng.spawn(1)[0])
        expect(best_x == x0, "anneal", "best_x is x0 if the walk comes to nothing better")


@check("anneal", points=0.5)
def asks_for_no_cost_twice_and_bears_large_ones(student, rng):
    walk = Walk(np.round(rng.normal(size=11), 1), [-1, 1])
    annealed(student, walk, 5, [0.9] * 30, rng.spawn(1)[0])
    expect(len(walk.asked) == 31, "anneal", "cost is called once for the start and each proposal")
    walk = Walk(1e9 * np.arange(40)[::-1], [1])
    best_x, best_cost, _ = annealed(student, walk, 0, np.full(20, 1e-3), rng.spawn(1)[0])
    expect(best_x == 20, "anneal", "large falls of the cost are taken")
    seed, seen = rng.integers(2**32), []
    for s in (seed, seed, seed + 1):
        walk = Walk(0.1 * np.arange(50), [-1, 1])
        annealed(student, walk, 0, np.full(40, 0.3), np.random.default_rng(s))
        seen.append(walk.proposed)
    expect(seen[0] == seen[1], "anneal", "the same rng gives the same walk: draw from rng alone")
    expect(seen[0] != seen[2], "anneal", "another rng gives another walk")


# --- shortest_tour ---

#: length of the shortest tour that is known through random(30, 2) of a generator with this seed
SHORTEST = {
    10: 4.326755,
    12: 4.592201,
    13: 4.870795,
    17: 4.607557,
    18: 4.521285,
    19: 4.062099,
    20: 4.313855,
    23: 4.582584,
}


def tour_length(cities, order):
    there = cities[order]
    return np.sum(np.linalg.norm(there - np.roll(there, 1, axis=0), axis=1))


def disguised(cities, rng):
    """The same map, turned or seen in a mirror, with its cities in another order."""
    cities = rng.permutation(cities)
    if rng.random() < 0.5:
        cities = cities[:, ::-1]
    return np.where(rng.random(2) < 0.5, cities, 1 - cities)


def tour_of(student, cities, rng):
    order = student.shortest_tour(cities, rng)
    n, order = len(cities), np.asarray(order)
    expect(order.shape == (n,), "shortest_tour", f"the order has the shape ({n},)")
    each_once = order.dtype.kind in "iu" and np.array_equal(np.sort(order), np.arange(n))
    expect(each_once, "shortest_tour", "the order holds every number from 0 to n - 1 once")
    return order


def excess_of_tours(student, rng):
    """How much longer than the shortest known three tours are, as shares."""
    for seed in rng.choice(list(SHORTEST), size=3, replace=False):
        cities = disguised(np.random.default_rng(seed).random((30, 2)), rng)
        order = tour_of(student, cities, rng.spawn(1)[0])
        yield tour_length(cities, order) / SHORTEST[seed] - 1


@check("shortest_tour", points=3, patience=8)
def comes_within_a_twentieth_of_the_shortest_tours(student, rng):
    excess = list(excess_of_tours(student, rng))
    if not np.mean(excess) <= 0.05:
        facts = (
            Fact("rule", "tours are 5% longer than the shortest that are known, or less"),
            Fact("got", f"{np.mean(excess):.1%} longer, on average over three maps of 30 cities"),
        )
        raise CheckFailed("shortest_tour", "rule", facts)


@check("shortest_tour", points=0.5, patience=8)
def visits_every_city_once_and_draws_from_rng(student, rng):
    cities, seed = rng.random((11, 2)), rng.integers(2**32)
    one = tour_of(student, cities, np.random.default_rng(seed))
    same = tour_of(student, cities.tolist(), np.random.default_rng(seed))
    rule = "the same rng gives the same tour: draw from rng alone"
    expect(np.array_equal(one, same), "shortest_tour", rule)
