"""What stands in for ``anneal`` while ``shortest_tour`` is graded, beside the student's own code.

A walk makes ten thousand proposals, too many to ask the judge for each. This function walks by
itself. What it does not know is which rises are accepted, which solution was the best and what its
account is: for these it asks the judge, twice in a walk, so nothing here is an answer.
"""

import numpy as np

#: the exercises in whose checks it is used
EXERCISES = ("shortest_tour",)


def highest_rises(temperatures, rng):
    """The highest rise of the cost that is accepted in each step."""
    # a uniform number is below exp(-rise / T) as often as the rise is below -T ln(1 - number)
    temperatures = np.asarray(temperatures, dtype=float)
    return -temperatures * np.log1p(-rng.random(len(temperatures)))


def account(costs):
    """Which of these costs is the lowest, its value, and the costs after each step."""
    best = int(np.argmin(costs))
    return best, float(costs[best]), costs[1:]


def anneal(cost, propose, x0, temperatures, rng):
    states, costs = [x0], [cost(x0)]
    for rise in highest_rises(temperatures, rng):
        state = propose(states[-1], rng)
        asked = cost(state)
        is_taken = asked - costs[-1] <= rise
        states.append(state if is_taken else states[-1])
        costs.append(asked if is_taken else costs[-1])
    best, best_cost, costs = account(np.array(costs, dtype=float))
    return states[best], best_cost, costs
