"""Reference answers of the chapter on renormalization."""

import numpy as np

from ..softmax_regression.reference import log_sum_exp

WRITTEN = {
    "same_free_energy": r"""
She is right in the first half. In ln Z_n = (n/2) g + ln Z_{n/2}(K') any coupling K' will do, if the
constant g is chosen to fit: one number can always be made equal to another one. So the difference
of the two free energies is zero for K' = 0 as well, where the spins of the coarse chain know
nothing of one another. In the fine chain spins at distance 2 agree by tanh(K)^2, which is not 0.

What has to be kept is the distribution of the spins that stay: for each of their states, the sum of
the weights over all states of the spins that are summed away must be the weight of the coarse
chain, times the same factor for all states. Here these are two conditions for a pair of neighbors
(equal, and not equal), and they fix K' and the constant. That Z is kept follows, by a sum over the
states; the converse does not hold. A loss that measures this is the divergence (KL) between the two
distributions of the spins that stay, or what comes to the same, the likelihood of the coarse model.

(1 point for a coupling that keeps Z and changes the statistics, with the reason; 1 point for what
has to agree instead, state by state.)
""",
}


def transfer_matrix(K, h):
    s = [1.0, -1.0]
    # each bond takes half of the field at either end
    return np.exp(K * np.outer(s, s) + h * np.add.outer(s, s) / 2)


def log_partition_ring(n, K, h=0.0):
    def times(A, B):
        # the logarithm of a product of matrices, from their logarithms
        return log_sum_exp(A[:, np.newaxis] + B.T)

    # the matrix to the powers 1, 2, 4 …, and the product of those that n holds
    power = np.array([[K + h, -K], [-K, K - h]])
    product = np.array([[0.0, -np.inf], [-np.inf, 0.0]])
    while n:
        if n % 2:
            product = times(product, power)
        power = times(power, power)
        n //= 2
    return log_sum_exp(np.diag(product))


def free_energy_per_spin(K):
    return -np.logaddexp(K, np.negative(K))


def decimate(K):
    twice = 2.0 * np.asarray(K)
    return (np.logaddexp(twice, -twice) - np.log(2.0)) / 2.0


def decimation_constant(K):
    return np.log(2.0) + decimate(K)


def rg_flow(K, steps):
    couplings = [float(K)]
    for _ in range(steps):
        couplings.append(decimate(couplings[-1]))
    return np.array(couplings)


def block_spin(spins, b, rng):
    spins = np.asarray(spins)
    rows, columns = spins.shape
    if rows % b or columns % b:
        raise ValueError("b must divide both sides of spins")
    sums = spins.reshape(rows // b, b, columns // b, b).sum(axis=(1, 3))
    return np.where(sums == 0, rng.choice([-1.0, 1.0], size=sums.shape), np.sign(sums))


def correlation_length(K, flow):
    distance = 1.0
    # until the flow does nothing but square the coupling, up to a factor
    while K > 1e-5:
        K, distance = flow(K), 2.0 * distance
    # the constant in front cancels between two distances; tanh(K) is K where that is so small
    return distance / (np.log(K) - np.log(flow(K)))
