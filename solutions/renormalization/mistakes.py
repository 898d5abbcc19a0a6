"""Wrong answers that students really give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import decimate, log_sum_exp, transfer_matrix

# --- transfer_matrix ---


@mistake(
    "transfer_matrix",
    diagnosis="value",
    says="a bond takes the whole field of either end, so that each field is counted twice",
)
def matrix_with_fields_twice(K, h):
    s = np.array([1.0, -1.0])
    return np.exp(K * np.outer(s, s) + h * np.add.outer(s, s))


@mistake("transfer_matrix", diagnosis="value", says="a bond takes the field of its left spin alone")
def matrix_with_the_left_field(K, h):
    s = np.array([1.0, -1.0])
    return np.exp(K * np.outer(s, s) + h * s[:, np.newaxis])


@mistake("transfer_matrix", diagnosis="value", says="down comes first, where it is to be up")
def matrix_down_first(K, h):
    s = np.array([-1.0, 1.0])
    return np.exp(K * np.outer(s, s) + h * np.add.outer(s, s) / 2)


@mistake("transfer_matrix", diagnosis="value", says="these are exponents, not weights")
def matrix_of_exponents(K, h):
    s = np.array([1.0, -1.0])
    return K * np.outer(s, s) + h * np.add.outer(s, s) / 2


@mistake("transfer_matrix", diagnosis="value", says="spins that differ are favored where K > 0")
def matrix_with_the_other_sign(K, h):
    s = np.array([1.0, -1.0])
    return np.exp(-K * np.outer(s, s) + h * np.add.outer(s, s) / 2)


@mistake("transfer_matrix", diagnosis="value", says="the field is left out")
def matrix_without_a_field(K, h):
    s = np.array([1.0, -1.0])
    return np.exp(K * np.outer(s, s))


# --- log_partition_ring ---


@mistake(
    "log_partition_ring",
    diagnosis="not-finite",
    also=["value", "exception"],
    keeps=1.5,
    says="the weights themselves are multiplied: for large couplings or rings they overflow",
)
def ring_of_weights(n, K, h=0.0):
    return np.log(np.trace(np.linalg.matrix_power(transfer_matrix(K, h), n)))


@mistake(
    "log_partition_ring",
    diagnosis="value",
    also=["not-finite"],
    keeps=2,
    says="powers of eigenvalues are subtracted that agree in all their digits",
)
def ring_by_eigenvalues(n, K, h=0.0):
    logs = np.array([[K + h, -K], [-K, K - h]], dtype=float)
    top = logs.max()
    small, large = np.sort(np.linalg.eigvalsh(np.exp(logs - top)))
    ratio = small / large
    return n * (top + np.log(large)) + np.log1p(ratio**n)


@mistake("log_partition_ring", diagnosis="value", says="only the larger eigenvalue is taken")
def ring_of_the_larger_eigenvalue(n, K, h=0.0):
    logs = np.array([[K + h, -K], [-K, K - h]], dtype=float)
    top = logs.max()
    return n * (top + np.log(np.linalg.eigvalsh(np.exp(logs - top))[-1]))


@mistake(
    "log_partition_ring",
    diagnosis="value",
    says="all entries of the power are summed: the last spin is not joined to the first",
)
def ring_that_is_not_closed(n, K, h=0.0):
    bond = np.array([[K + h, -K], [-K, K - h]], dtype=float)
    product = bond
    for _ in range(n - 1):
        product = log_sum_exp(product[:, np.newaxis] + bond.T)
    return log_sum_exp(product.ravel())


@mistake(
    "log_partition_ring",
    diagnosis="value",
    also=["ignored"],
    says="the field is left out",
)
def ring_without_a_field(n, K, h=0.0):
    bond = np.array([[K, -K], [-K, K]], dtype=float)
    product = bond
    for _ in range(n - 1):
        product = log_sum_exp(product[:, np.newaxis] + bond.T)
    return log_sum_exp(np.diag(product))


@mistake("log_partition_ring", diagnosis="value", says="this is the share of one spin")
def ring_per_spin(n, K, h=0.0):
    bond = np.array([[K + h, -K], [-K, K - h]], dtype=float)
    product = bond
    for _ in range(n - 1):
        product = log_sum_exp(product[:, np.newaxis] + bond.T)
    return log_sum_exp(np.diag(product)) / n


@mistake("log_partition_ring", diagnosis="sign", says="this is the free energy, minus ln Z")
def ring_as_a_free_energy(n, K, h=0.0):
    bond = np.array([[K + h, -K], [-K, K - h]], dtype=float)
    product = bond
    for _ in range(n - 1):
        product = log_sum_exp(product[:, np.newaxis] + bond.T)
    return -log_sum_exp(np.diag(product))


@mistake(
    "log_partition_ring",
    diagnosis="value",
    says="there are n - 1 bonds, where a ring of n spins has n",
)
def ring_with_a_bond_less(n, K, h=0.0):
    if n == 1:
        return np.log(2.0)
    bond = np.array([[K + h, -K], [-K, K - h]], dtype=float)
    product = bond
    for _ in range(n - 2):
        product = log_sum_exp(product[:, np.newaxis] + bond.T)
    return log_sum_exp(np.diag(product))


@mistake(
    "log_partition_ring",
    diagnosis="value",
    says="each entry of the matrix is raised to the power, which is no product of matrices",
)
def ring_of_powers_of_entries(n, K, h=0.0):
    return np.logaddexp(n * (K + h), n * (K - h))


# --- free_energy_per_spin ---


@mistake("free_energy_per_spin", diagnosis="sign", says="this is ln Z of a spin, not minus ln Z")
def free_energy_upside_down(K):
    return np.logaddexp(K, np.negative(K))


@mistake("free_energy_per_spin", diagnosis="value", says="the two states of a spin are not counted")
def free_energy_without_states(K):
    return -np.logaddexp(K, np.negative(K)) + np.log(2.0)


@mistake(
    "free_energy_per_spin",
    diagnosis="not-finite",
    also=["unstable", "value"],
    says="the hyperbolic cosine overflows where the coupling is large",
)
def free_energy_that_overflows(K):
    return -np.log(2.0 * np.cosh(K))


@mistake("free_energy_per_spin", diagnosis="value", says="this is the energy, not the free energy")
def free_energy_as_an_energy(K):
    return -np.multiply(K, np.tanh(K))


@mistake(
    "free_energy_per_spin",
    diagnosis="factor",
    also=["value", "not-finite", "unstable"],
    says="it is divided by the coupling: the free energy is in units of the temperature",
)
def free_energy_over_the_coupling(K):
    return -np.logaddexp(K, np.negative(K)) / K


# --- decimate ---


@mistake(
    "decimate",
    diagnosis="not-finite",
    also=["unstable", "value"],
    says="tanh is rounded to 1 where it is cold, and its inverse is infinite there",
)
def decimate_through_agreement(K):
    agreement = np.tanh(K) ** 2
    return np.arctanh(agreement)


@mistake("decimate", diagnosis="factor", says="the half is missing: this is 2 K'")
def decimate_without_the_half(K):
    twice = 2.0 * np.asarray(K)
    return np.logaddexp(twice, -twice) - np.log(2.0)


@mistake("decimate", diagnosis="value", says="the hyperbolic cosine is taken of K, not of 2 K")
def decimate_of_a_single_coupling(K):
    K = np.asarray(K, dtype=float)
    return (np.logaddexp(K, -K) - np.log(2.0)) / 2.0


@mistake(
    "decimate",
    diagnosis="not-finite",
    also=["unstable", "value"],
    says="the hyperbolic cosine overflows where the coupling is large",
)
def decimate_that_overflows(K):
    return np.log(np.cosh(2.0 * np.asarray(K))) / 2.0


@mistake("decimate", diagnosis="value", says="a factor of 2 is left inside the logarithm")
def decimate_with_a_two_left(K):
    twice = 2.0 * np.asarray(K)
    return np.logaddexp(twice, -twice) / 2.0


@mistake(
    "decimate", diagnosis="value", says="the coupling is squared, which is right if it is weak"
)
def decimate_to_the_square(K):
    return np.asarray(K, dtype=float) ** 2


# --- decimation_constant ---


@mistake("decimation_constant", diagnosis="value", says="this is K', the new coupling")
def constant_as_the_coupling(K):
    return decimate(K)


@mistake(
    "decimation_constant",
    diagnosis="factor",
    also=["value"],
    says="this is the logarithm of A squared, as two spins leave it",
)
def constant_of_two_spins(K):
    return 2.0 * (np.log(2.0) + decimate(K))


@mistake(
    "decimation_constant",
    diagnosis="not-finite",
    also=["unstable", "value"],
    keeps=0.5,
    says="the hyperbolic cosine overflows where the coupling is large",
)
def constant_that_overflows(K):
    return np.log(2.0 * np.sqrt(np.cosh(2.0 * np.asarray(K))))


@mistake("decimation_constant", diagnosis="value", says="this is the factor, not its logarithm")
def constant_as_the_factor(K):
    return 2.0 * np.exp(np.minimum(decimate(K), 700.0))


@mistake("decimation_constant", diagnosis="value", says="the sign of K' is turned round")
def constant_with_the_coupling_subtracted(K):
    return np.log(2.0) - decimate(K)


@mistake("decimation_constant", diagnosis="value", says="a factor of 2 is lost under the root")
def constant_with_half_a_two(K):
    return np.log(2.0) / 2.0 + decimate(K)


# --- rg_flow ---


@mistake("rg_flow", diagnosis="shape", says="the coupling at first is left out")
def flow_without_its_start(K, steps):
    couplings = []
    for _ in range(steps):
        K = decimate(K)
        couplings.append(K)
    return np.array(couplings)


@mistake("rg_flow", diagnosis="shape", says="the start is counted as a step")
def flow_one_step_short(K, steps):
    couplings = [float(K)]
    for _ in range(steps - 1):
        couplings.append(decimate(couplings[-1]))
    return np.array(couplings)


@mistake("rg_flow", diagnosis="value", says="every step starts from the first coupling again")
def flow_from_the_start_each_time(K, steps):
    return np.array([float(K)] + [decimate(K)] * steps)


@mistake("rg_flow", diagnosis="shape", says="only the last coupling is returned")
def flow_to_the_end(K, steps):
    for _ in range(steps):
        K = decimate(K)
    return float(K)


@mistake("rg_flow", diagnosis="value", says="the first coupling is decimated before it is kept")
def flow_that_starts_late(K, steps):
    couplings = [decimate(K)]
    for _ in range(steps):
        couplings.append(decimate(couplings[-1]))
    return np.array(couplings)


# --- block_spin ---


@mistake(
    "block_spin",
    diagnosis="distribution",
    also=["rule"],
    keeps=1.25,
    says="a tie always becomes +1",
)
def blocks_with_ties_up(spins, b, rng):
    spins = np.asarray(spins, dtype=float)
    rows, columns = spins.shape
    if rows % b or columns % b:
        raise ValueError("b must divide both sides of spins")
    sums = spins.reshape(rows // b, b, columns // b, b).sum(axis=(1, 3))
    return np.where(sums >= 0, 1.0, -1.0)


@mistake("block_spin", diagnosis="rule", keeps=1.25, says="a tie becomes 0")
def blocks_with_ties_zero(spins, b, rng):
    spins = np.asarray(spins, dtype=float)
    rows, columns = spins.shape
    if rows % b or columns % b:
        raise ValueError("b must divide both sides of spins")
    sums = spins.reshape(rows // b, b, columns // b, b).sum(axis=(1, 3))
    return np.sign(sums)


@mistake(
    "block_spin",
    diagnosis="distribution",
    also=["rule"],
    keeps=1.25,
    says="one spin is drawn for all ties",
)
def blocks_with_one_draw(spins, b, rng):
    spins = np.asarray(spins, dtype=float)
    rows, columns = spins.shape
    if rows % b or columns % b:
        raise ValueError("b must divide both sides of spins")
    sums = spins.reshape(rows // b, b, columns // b, b).sum(axis=(1, 3))
    return np.where(sums == 0, rng.choice([-1.0, 1.0]), np.sign(sums))


@mistake(
    "block_spin",
    diagnosis="rule",
    keeps=1.25,
    says="ties are drawn from a generator of its own, not from rng",
)
def blocks_with_a_generator_of_their_own(spins, b, rng):
    spins = np.asarray(spins, dtype=float)
    rows, columns = spins.shape
    if rows % b or columns % b:
        raise ValueError("b must divide both sides of spins")
    sums = spins.reshape(rows // b, b, columns // b, b).sum(axis=(1, 3))
    own = np.random.default_rng()
    return np.where(sums == 0, own.choice([-1.0, 1.0], size=sums.shape), np.sign(sums))


@mistake("block_spin", diagnosis="value", keeps=0.5, says="this is the mean of a block")
def blocks_as_means(spins, b, rng):
    spins = np.asarray(spins, dtype=float)
    rows, columns = spins.shape
    if rows % b or columns % b:
        raise ValueError("b must divide both sides of spins")
    sums = spins.reshape(rows // b, b, columns // b, b).sum(axis=(1, 3))
    return sums / b**2


@mistake(
    "block_spin", diagnosis="value", also=["rule"], says="a block is replaced by its first spin"
)
def blocks_by_their_first_spin(spins, b, rng):
    return np.array(spins, dtype=float)[::b, ::b]


@mistake(
    "block_spin",
    diagnosis="value",
    also=["distribution"],
    keeps=0.5,
    says="a block is made of spins that lie far apart, not of neighbors",
)
def blocks_of_spins_far_apart(spins, b, rng):
    spins = np.asarray(spins, dtype=float)
    rows, columns = spins.shape
    if rows % b or columns % b:
        raise ValueError("b must divide both sides of spins")
    sums = spins.reshape(b, rows // b, b, columns // b).sum(axis=(0, 2))
    return np.where(sums == 0, rng.choice([-1.0, 1.0], size=sums.shape), np.sign(sums))


@mistake(
    "block_spin",
    diagnosis="no-error",
    keeps=1.5,
    says="blocks that do not fit are cut off, where b is to be refused",
)
def blocks_without_a_check(spins, b, rng):
    spins = np.asarray(spins, dtype=float)
    rows, columns = (side // b for side in spins.shape)
    sums = spins[: rows * b, : columns * b].reshape(rows, b, columns, b).sum(axis=(1, 3))
    return np.where(sums == 0, rng.choice([-1.0, 1.0], size=sums.shape), np.sign(sums))


@mistake(
    "block_spin",
    diagnosis="no-error",
    also=["exception"],
    keeps=1.5,
    says="only the number of rows is checked",
)
def blocks_with_half_a_check(spins, b, rng):
    spins = np.asarray(spins, dtype=float)
    if spins.shape[0] % b:
        raise ValueError("b must divide both sides of spins")
    rows, columns = (side // b for side in spins.shape)
    sums = spins[:, : columns * b].reshape(rows, b, columns, b).sum(axis=(1, 3))
    return np.where(sums == 0, rng.choice([-1.0, 1.0], size=sums.shape), np.sign(sums))


# --- correlation_length ---


@mistake(
    "correlation_length",
    diagnosis="value",
    also=["not-finite"],
    says="this is the formula of the chain, whatever the flow is",
)
def length_of_the_chain(K, flow):
    return -1.0 / np.log(np.tanh(K))


@mistake(
    "correlation_length",
    diagnosis="value",
    keeps=1,
    says="the factor in front of the exponential is taken for 1",
)
def length_without_a_factor(K, flow):
    distance = 1.0
    while K > 1e-100:
        K, distance = flow(K), 2.0 * distance
    return -distance / np.log(np.tanh(K))


@mistake(
    "correlation_length",
    diagnosis="value",
    says="the length is counted in spacings of the last lattice, not of the first",
)
def length_in_late_units(K, flow):
    while K > 1e-5:
        K = flow(K)
    return 1.0 / (np.log(np.tanh(K)) - np.log(np.tanh(flow(K))))


@mistake(
    "correlation_length",
    diagnosis="value",
    keeps=1,
    says="it stops where the fall is not exponential yet",
)
def length_that_stops_early(K, flow):
    distance = 1.0
    while K > 0.1:
        K, distance = flow(K), 2.0 * distance
    return distance / (np.log(np.tanh(K)) - np.log(np.tanh(flow(K))))


@mistake(
    "correlation_length",
    diagnosis="factor",
    also=["value"],
    says="the second of two distances is divided by their slope, not the space between them",
)
def length_of_the_far_distance(K, flow):
    distance = 1.0
    while K > 1e-5:
        K, distance = flow(K), 2.0 * distance
    return 2.0 * distance / (np.log(np.tanh(K)) - np.log(np.tanh(flow(K))))


@mistake(
    "correlation_length",
    diagnosis="value",
    also=["not-finite", "exception"],
    says="it goes on until the coupling is 0, whose logarithm is not finite",
)
def length_that_goes_too_far(K, flow):
    distance = 1.0
    while K > 0:
        K, distance = flow(K), 2.0 * distance
    with np.errstate(divide="ignore"):
        return -distance / np.log(np.tanh(K))


@mistake(
    "correlation_length",
    diagnosis="value",
    says="steps are counted, where each step doubles the distance",
)
def length_in_steps(K, flow):
    steps = 1.0
    while K > 1e-5:
        K, steps = flow(K), steps + 1.0
    return steps / (np.log(np.tanh(K)) - np.log(np.tanh(flow(K))))
