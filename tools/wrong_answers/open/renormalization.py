"""Wrong answers to the exercises of renormalization, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- transfer_matrix ---


@wrong_answer("transfer_matrix", cause="the whole field is put on each bond: no half")
def transfer_whole_field(K, h):
    s = np.array([1.0, -1.0])
    return np.exp(K * np.outer(s, s) + h * (s[:, None] + s))


@wrong_answer("transfer_matrix", cause="down first")
def transfer_down_first(K, h):
    s = np.array([-1.0, 1.0])
    return np.exp(K * np.outer(s, s) + h / 2 * (s[:, None] + s))


@wrong_answer("transfer_matrix", cause="the sign of an energy: exp(-K s s')")
def transfer_of_minus(K, h):
    s = np.array([1.0, -1.0])
    return np.exp(-K * np.outer(s, s) - h / 2 * (s[:, None] + s))


@wrong_answer("transfer_matrix", cause="the field of the left spin only: not symmetric")
def transfer_left_field(K, h):
    s = np.array([1.0, -1.0])
    return np.exp(K * np.outer(s, s) + h * s[:, None])


# --- log_partition_ring ---


@wrong_answer("log_partition_ring", cause="only the largest eigenvalue: n log(lambda_1)")
def ring_largest_eigenvalue(n, K, h=0.0):
    return n * log_sum_exp(np.array([K, -K])) if h == 0 else n * (
        K + np.log(np.cosh(h) + np.sqrt(np.sinh(h) ** 2 + np.exp(-4 * K)))
    )


@wrong_answer("log_partition_ring", cause="the power of the matrix overflows for long rings")
def ring_power_overflows(n, K, h=0.0):
    return np.log(np.trace(np.linalg.matrix_power(transfer_matrix(K, h), n)))


@wrong_answer("log_partition_ring", cause="n - 1 bonds: an open chain")
def ring_of_open_chain(n, K, h=0.0):
    values = np.linalg.eigvalsh(transfer_matrix(K, h))
    largest = values[1]
    return (n - 1) * np.log(largest) + np.log(1 + (values[0] / largest) ** (n - 1))


@wrong_answer("log_partition_ring", cause="elementwise power T ** n, not a matrix power")
def ring_elementwise_power(n, K, h=0.0):
    T = transfer_matrix(K, h)
    return np.log(np.trace(T**n))


@wrong_answer("log_partition_ring", cause="the partition function itself, without its logarithm")
def ring_without_log(n, K, h=0.0):
    return np.sum(np.linalg.eigvalsh(transfer_matrix(K, h)) ** n)


# --- free_energy_per_spin ---


@wrong_answer("free_energy_per_spin", cause="the minus is missing")
def free_energy_without_minus(K):
    return np.logaddexp(K, -np.asarray(K, float))


@wrong_answer("free_energy_per_spin", cause="cosh overflows for large couplings")
def free_energy_overflows(K):
    return -np.log(2 * np.cosh(np.asarray(K, float)))


@wrong_answer("free_energy_per_spin", cause="the 2 is missing: log cosh K")
def free_energy_without_two(K):
    K = np.abs(np.asarray(K, float))
    return -(K + np.log1p(np.exp(-2 * K)) - np.log(2))


@wrong_answer("free_energy_per_spin", cause="for large couplings of negative sign it is -K, not -|K|")
def free_energy_negative_couplings(K):
    K = np.asarray(K, float)
    return -(K + np.log1p(np.exp(-2 * np.abs(K))))


# --- decimate ---


@wrong_answer("decimate", cause="the half is missing: log cosh 2K")
def decimate_without_half(K):
    K = np.asarray(K, float)
    return np.logaddexp(2 * K, -2 * K) - np.log(2)


@wrong_answer("decimate", cause="tanh K' = tanh K: the square is forgotten")
def decimate_without_square(K):
    return np.arctanh(np.tanh(np.asarray(K, float)))


@wrong_answer("decimate", cause="arctanh(tanh(K)**2) is infinite for large couplings")
def decimate_infinite(K):
    return np.arctanh(np.tanh(np.asarray(K, float)) ** 2)


@wrong_answer("decimate", cause="K**2, which holds for weak couplings alone")
def decimate_weak(K):
    return np.asarray(K, float) ** 2


@wrong_answer("decimate", cause="log(cosh K) / 2: the 2 inside is forgotten")
def decimate_of_cosh_K(K):
    K = np.asarray(K, float)
    return (np.logaddexp(K, -K) - np.log(2)) / 2


# --- decimation_constant ---


@wrong_answer("decimation_constant", cause="the constant of log 2 is missing")
def constant_without_two(K):
    return decimate(K)


@wrong_answer("decimation_constant", cause="log(2 cosh 2K), the factor for equal neighbors alone")
def constant_of_equal_neighbors(K):
    K = np.asarray(K, float)
    return np.logaddexp(2 * K, -2 * K)


@wrong_answer("decimation_constant", cause="half of it: the share of a spin that is left")
def constant_halved(K):
    return (np.log(2) + decimate(K)) / 2


@wrong_answer("decimation_constant", cause="cosh overflows")
def constant_overflows(K):
    K = np.asarray(K, float)
    return np.log(2 * np.sqrt(np.cosh(2 * K)))


# --- rg_flow ---


@wrong_answer("rg_flow", cause="one too few: the last coupling is missing")
def flow_one_short(K, steps):
    out = [K]
    for _ in range(steps - 1):
        out.append(decimate(out[-1]))
    return np.array(out, float)


@wrong_answer("rg_flow", cause="the first coupling is not in it")
def flow_without_start(K, steps):
    out = []
    for _ in range(steps + 1):
        K = decimate(K)
        out.append(K)
    return np.array(out, float)


@wrong_answer("rg_flow", cause="decimates the first coupling every time: no iteration")
def flow_without_iteration(K, steps):
    return np.array([K] + [decimate(K)] * steps, float)


# --- block_spin ---


@wrong_answer("block_spin", cause="ties go up")
def block_ties_up(spins, b, rng):
    s = np.asarray(spins, float)
    r, c = s.shape
    if r % b or c % b:
        raise ValueError("b must divide both sides")
    sums = s.reshape(r // b, b, c // b, b).sum(axis=(1, 3))
    return np.where(sums >= 0, 1.0, -1.0)


@wrong_answer("block_spin", cause="one draw for all ties")
def block_one_draw(spins, b, rng):
    s = np.asarray(spins, float)
    r, c = s.shape
    if r % b or c % b:
        raise ValueError("b must divide both sides")
    sums = s.reshape(r // b, b, c // b, b).sum(axis=(1, 3))
    return np.where(sums == 0, rng.choice([-1.0, 1.0]), np.sign(sums))


@wrong_answer("block_spin", cause="wrong reshape: blocks are not squares of the lattice")
def block_wrong_reshape(spins, b, rng):
    s = np.asarray(spins, float)
    r, c = s.shape
    if r % b or c % b:
        raise ValueError("b must divide both sides")
    sums = s.reshape(r // b, c // b, b * b).sum(axis=2)
    return np.where(sums == 0, rng.choice([-1.0, 1.0], size=sums.shape), np.sign(sums))


@wrong_answer("block_spin", cause="the corner of each block, not its majority")
def block_corner(spins, b, rng):
    s = np.array(spins, float)
    if s.shape[0] % b or s.shape[1] % b:
        raise ValueError("b must divide both sides")
    return s[::b, ::b].copy()


@wrong_answer("block_spin", cause="no error where b does not divide: the rest is cut off")
def block_cuts_off(spins, b, rng):
    s = np.asarray(spins, float)
    r, c = s.shape[0] // b, s.shape[1] // b
    sums = s[: r * b, : c * b].reshape(r, b, c, b).sum(axis=(1, 3))
    return np.where(sums == 0, rng.choice([-1.0, 1.0], size=sums.shape), np.sign(sums))


@wrong_answer("block_spin", cause="means of blocks: no sign is taken")
def block_means(spins, b, rng):
    s = np.asarray(spins, float)
    r, c = s.shape
    if r % b or c % b:
        raise ValueError("b must divide both sides")
    return s.reshape(r // b, b, c // b, b).mean(axis=(1, 3))


# --- correlation_length ---


@wrong_answer("correlation_length", cause="as for a chain: -1 / log(tanh K), the flow is not used")
def length_of_a_chain(K, flow):
    return -1 / np.log(np.tanh(K))


@wrong_answer("correlation_length", cause="counts steps until the coupling is below 1: only powers of two")
def length_by_counting(K, flow):
    steps = 0
    while K > 0.5 and steps < 5000:
        K = flow(K)
        steps += 1
    return 2.0**steps


@wrong_answer("correlation_length", cause="too few steps: a fixed ten")
def length_after_ten_steps(K, flow):
    for _ in range(10):
        K = flow(K)
    return -(2.0**10) / np.log(np.tanh(K))
