"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

from .reference import decimate, transfer_matrix

# --- transfer_matrix ---


@formula("transfer_matrix")
def matrix_by_its_entries(K, h):
    return np.array([[np.exp(K + h), np.exp(-K)], [np.exp(-K), np.exp(K - h)]])


@misconception("transfer_matrix", says="the field acts where the two spins differ")
def matrix_with_the_field_off_the_diagonal(K, h):
    return np.array([[np.exp(K), np.exp(-K + h)], [np.exp(-K - h), np.exp(K)]])


@misconception("transfer_matrix", says="both exponents have their sign turned, as if of an energy")
def transfer_of_an_energy(K, h):
    s = np.array([1.0, -1.0])
    return np.exp(-K * np.outer(s, s) - h / 2 * (s[:, np.newaxis] + s))


@misconception("transfer_matrix", says="the field favors spins that point down")
def matrix_with_the_field_turned(K, h):
    return np.array([[np.exp(K - h), np.exp(-K)], [np.exp(-K), np.exp(K + h)]])


@misconception("transfer_matrix", says="spins that differ have the weight 1, where it is lower")
def matrix_with_ones(K, h):
    return np.array([[np.exp(K + h), 1.0], [1.0, np.exp(K - h)]])


@misconception("transfer_matrix", says="the coupling is divided by 2, as only the field is to be")
def matrix_of_half_a_bond(K, h):
    return np.array([[np.exp((K + h) / 2), np.exp(-K / 2)], [np.exp(-K / 2), np.exp((K - h) / 2)]])


@misconception("transfer_matrix", says="the weights are divided by their sum: these are no weights")
def matrix_of_probabilities(K, h):
    M = np.array([[np.exp(K + h), np.exp(-K)], [np.exp(-K), np.exp(K - h)]])
    return M / M.sum()


# --- log_partition_ring ---


@formula("log_partition_ring")
def ring_by_a_power(n, K, h=0.0):
    return np.log(np.trace(np.linalg.matrix_power(transfer_matrix(K, h), n)))


@misconception("log_partition_ring", says="the logarithm of Z is not taken")
def ring_without_a_logarithm(n, K, h=0.0):
    return np.trace(np.linalg.matrix_power(transfer_matrix(K, h), n))


@misconception("log_partition_ring", says="the trace is raised to the power, not the matrix")
def ring_of_a_powered_trace(n, K, h=0.0):
    return n * np.log(np.trace(transfer_matrix(K, h)))


@misconception("log_partition_ring", says="the determinant is taken, where it is the trace")
def ring_by_the_determinant(n, K, h=0.0):
    return n * np.log(np.abs(np.linalg.det(transfer_matrix(K, h))))


@misconception("log_partition_ring", says="only states whose first spin is up are counted")
def ring_that_starts_up(n, K, h=0.0):
    return np.log(np.linalg.matrix_power(transfer_matrix(K, h), n)[0, 0])


@misconception("log_partition_ring", says="one product too many: there are n + 1 bonds")
def ring_with_a_bond_more(n, K, h=0.0):
    return np.log(np.trace(np.linalg.matrix_power(transfer_matrix(K, h), n + 1)))


@misconception("log_partition_ring", says="the chain is open: one bond is missing, and no field is")
def ring_as_an_open_chain(n, K, h=0.0):
    M = transfer_matrix(K, h)
    ends = np.exp(np.array([h, -h]) / 2)
    return np.log(ends @ np.linalg.matrix_power(M, n - 1) @ ends)


@misconception("log_partition_ring", says="the eigenvalues themselves are added, without the power")
def ring_of_plain_eigenvalues(n, K, h=0.0):
    return np.log(np.sum(np.linalg.eigvalsh(transfer_matrix(K, h)))) + (n - 1) * np.log(2)


# --- free_energy_per_spin ---


@formula("free_energy_per_spin")
def free_energy_by_the_cosine(K):
    return -np.log(2 * np.cosh(K))


@misconception("free_energy_per_spin", says="the minus of ln Z and the 2 of its states are missing")
def free_energy_of_the_cosine_alone(K):
    return np.log(np.cosh(K))


@misconception("free_energy_per_spin", says="the hyperbolic sine belongs to the other eigenvalue")
def free_energy_by_the_sine(K):
    return -np.log(2 * np.abs(np.sinh(K)))


@misconception("free_energy_per_spin", says="the logarithm is not taken")
def free_energy_without_a_logarithm(K):
    return -2 * np.cosh(K)


@misconception("free_energy_per_spin", says="only the state of lowest energy is counted")
def free_energy_of_the_lowest_state(K):
    return -np.abs(K)


@misconception("free_energy_per_spin", says="the cosine is taken of 2 K, as for two bonds")
def free_energy_of_two_bonds(K):
    return -np.log(2 * np.cosh(2 * np.asarray(K)))


# --- decimate ---


@formula("decimate")
def decimate_by_the_cosine(K):
    return np.log(np.cosh(2 * np.asarray(K))) / 2


@misconception("decimate", says="this is the agreement of the new neighbors, not their coupling")
def decimate_to_an_agreement(K):
    return np.tanh(K) ** 2


@misconception("decimate", says="the agreement is not squared: this is the old coupling")
def decimate_to_itself(K):
    return np.arctanh(np.tanh(K))


@misconception("decimate", says="the coupling is halved, as if it fell with the distance")
def decimate_by_half(K):
    return np.asarray(K, dtype=float) / 2


@misconception("decimate", says="this is ln cosh K, half of what follows from equal agreements")
def decimate_to_the_log_cosine(K):
    return np.log(np.cosh(K))


@misconception("decimate", says="the size is right only in the cold: this is its limit")
def decimate_in_the_cold(K):
    return np.abs(K) - np.log(2) / 2


@misconception("decimate", says="large couplings are cut off, to keep the inverse of tanh finite")
def decimate_with_a_limit(K):
    return np.arctanh(np.minimum(np.tanh(K) ** 2, 1 - 1e-16))


@misconception("decimate", says="two bonds are added up, as if the spin between could not flip")
def decimate_by_adding(K):
    return 2 * np.asarray(K, dtype=float)


# --- decimation_constant ---


@formula("decimation_constant")
def constant_by_the_cosine(K):
    return np.log(2) + np.log(np.cosh(2 * np.asarray(K))) / 2


@misconception("decimation_constant", says="this is the weight of equal neighbors, bond included")
def constant_of_equal_neighbors(K):
    twice = 2 * np.asarray(K, dtype=float)
    return np.logaddexp(twice, -twice)


@misconception("decimation_constant", says="this is the weight of neighbors that differ")
def constant_of_different_neighbors(K):
    return np.log(2) + 0 * np.asarray(K, dtype=float)


@misconception("decimation_constant", says="half of it is missing: the root is taken twice")
def constant_of_half_a_spin(K):
    return (np.log(2) + decimate(K)) / 2


@misconception("decimation_constant", says="this is ln 2 cosh K, the share of a bond of the chain")
def constant_as_a_bond(K):
    return np.logaddexp(K, np.negative(K))


@misconception("decimation_constant", says="it is computed from the new coupling, not the old one")
def constant_of_the_new_coupling(K):
    return np.log(2) + decimate(decimate(K))


# --- rg_flow ---


@formula("rg_flow")
def flow_by_agreements(K, steps):
    return np.append(K, np.arctanh(np.tanh(K) ** 2.0 ** np.arange(1, steps + 1)))


@misconception("rg_flow", says="there is one step too many")
def flow_one_step_long(K, steps):
    couplings = [float(K)]
    for _ in range(steps + 1):
        couplings.append(float(decimate(couplings[-1])))
    return np.array(couplings)


@misconception("rg_flow", says="the constants are returned, not the couplings")
def flow_of_constants(K, steps):
    couplings = [float(K)]
    for _ in range(steps):
        couplings.append(float(decimate(couplings[-1])))
    return np.log(2) + np.array([decimate(k) for k in couplings])


@misconception("rg_flow", says="the list runs backward: the last coupling comes first")
def flow_backward(K, steps):
    couplings = [float(K)]
    for _ in range(steps):
        couplings.append(float(decimate(couplings[-1])))
    return np.array(couplings[::-1])


@misconception("rg_flow", says="the coupling is halved in each step, and not decimated")
def flow_of_halves(K, steps):
    return float(K) / 2.0 ** np.arange(steps + 1)


@misconception("rg_flow", says="the sum of all couplings so far is decimated")
def flow_of_sums(K, steps):
    couplings = [float(K)]
    for _ in range(steps):
        couplings.append(float(decimate(sum(couplings))))
    return np.array(couplings)


# --- block_spin ---


@misconception("block_spin", says="the sums of the blocks are returned, not their signs")
def blocks_as_sums(spins, b, rng):
    spins = np.asarray(spins, dtype=float)
    rows, columns = spins.shape
    return spins.reshape(rows // b, b, columns // b, b).sum(axis=(1, 3))


@misconception("block_spin", says="each block gets its minority")
def blocks_of_minorities(spins, b, rng):
    spins = np.asarray(spins, dtype=float)
    rows, columns = spins.shape
    return -np.sign(spins.reshape(rows // b, b, columns // b, b).sum(axis=(1, 3)))


@misconception("block_spin", says="one spin of each block is drawn, whatever the majority is")
def blocks_of_drawn_spins(spins, b, rng):
    spins = np.asarray(spins, dtype=float)
    rows, columns = spins.shape
    return spins[int(rng.integers(b)) :: b, int(rng.integers(b)) :: b]


@misconception("block_spin", says="blocks are runs of spins, not squares: one reshape mixes them")
def blocks_of_runs(spins, b, rng):
    spins = np.asarray(spins)
    rows, columns = spins.shape
    if rows % b or columns % b:
        raise ValueError("b must divide both sides of spins")
    sums = spins.reshape(rows // b, columns // b, b * b).sum(axis=2)
    return np.where(sums == 0, rng.choice([-1.0, 1.0], size=sums.shape), np.sign(sums))


@misconception("block_spin", says="rows and columns of the new lattice are exchanged")
def blocks_turned(spins, b, rng):
    spins = np.asarray(spins, dtype=float)
    rows, columns = spins.shape
    return np.sign(spins.reshape(rows // b, b, columns // b, b).sum(axis=(1, 3))).T


@misconception("block_spin", says="blocks overlap: each spin of the old lattice gets one")
def blocks_that_overlap(spins, b, rng):
    spins = np.asarray(spins, dtype=float)
    sums = sum(np.roll(spins, (-i, -j), (0, 1)) for i in range(b) for j in range(b))
    return np.sign(sums)


@misconception("block_spin", says="the new lattice is as large as the old one, block by block")
def blocks_spread_out(spins, b, rng):
    spins = np.asarray(spins, dtype=float)
    rows, columns = spins.shape
    sums = spins.reshape(rows // b, b, columns // b, b).sum(axis=(1, 3))
    return np.kron(np.sign(sums), np.ones((b, b)))


# --- correlation_length ---


@misconception("correlation_length", says="the doubling of the distance is counted once too often")
def length_one_doubling_more(K, flow):
    distance = 2.0
    while K > 1e-5:
        K, distance = flow(K), 2.0 * distance
    return distance / (np.log(np.tanh(K)) - np.log(np.tanh(flow(K))))


@misconception(
    "correlation_length", says="it stops after ten steps, whatever the coupling is by then"
)
def length_after_ten_steps(K, flow):
    for _ in range(10):
        K = flow(K)
    return -(2.0**10) / np.log(np.tanh(K))


@misconception("correlation_length", says="one over the length is returned")
def length_upside_down(K, flow):
    distance = 1.0
    while K > 1e-5:
        K, distance = flow(K), 2.0 * distance
    return (np.log(np.tanh(K)) - np.log(np.tanh(flow(K)))) / distance


@misconception("correlation_length", says="the sign of the slope is lost: a length is positive")
def length_below_zero(K, flow):
    distance = 1.0
    while K > 1e-5:
        K, distance = flow(K), 2.0 * distance
    return distance / (np.log(np.tanh(flow(K))) - np.log(np.tanh(K)))


@misconception("correlation_length", says="it stops after a step or two, where K is not small yet")
def length_from_the_first_steps(K, flow):
    return 1.0 / (np.log(np.tanh(K)) - np.log(np.tanh(flow(K))))


@misconception(
    "correlation_length",
    says="the factor in front of the exponential is taken for 1, at a coupling that is not tiny",
)
def length_at_a_middling_coupling(K, flow):
    distance = 1.0
    while K > 1e-5:
        K, distance = flow(K), 2.0 * distance
    return -distance / np.log(np.tanh(K))


@misconception("correlation_length", says="distances grow by one spacing a step, where they double")
def length_that_grows_by_one(K, flow):
    distance = 1.0
    while K > 1e-5:
        K, distance = flow(K), distance + 1.0
    return -distance / np.log(np.tanh(K))
