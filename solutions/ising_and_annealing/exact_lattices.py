"""Periodic lattices by transfer matrices: exact draws, and exact probabilities.

K = beta J is the coupling and H = beta h the field in units of the temperature.
"""

import numpy as np

from .reference import enumerate_states


def transfer(rows, K, H):
    """All columns of spins (2**rows, rows), and the weights of two neighbors among them.

    The product of the weights once around a lattice is that of its configuration.
    """
    columns = enumerate_states(rows)
    along = np.sum(columns * np.roll(columns, 1, axis=1), axis=1)
    alone = K * along + H * np.sum(columns, axis=1)
    return columns, np.exp(K * columns @ columns.T + (alone[:, np.newaxis] + alone) / 2)


def partition(shape, K, H):
    """The sum of all weights; ``K`` and ``H`` may be complex."""
    rows, n_columns = shape
    return np.trace(np.linalg.matrix_power(transfer(rows, K, H)[1], n_columns))


def draw(number, shape, K, H, rng):
    """Independent draws from Boltzmann's distribution (number, rows, columns)."""
    rows, n_columns = shape
    columns, weights = transfer(rows, K, H)
    around = [np.linalg.matrix_power(weights, k) for k in range(n_columns + 1)]
    p = np.diag(around[-1]) / np.trace(around[-1])
    drawn = [rng.choice(len(columns), size=number, p=p)]
    for left in range(n_columns - 1, 0, -1):
        # the next column has this one on one side, and the way around to the first on the other
        chances = np.cumsum(weights[drawn[-1]] * around[left][:, drawn[0]].T, axis=1)
        points = rng.random((number, 1)) * chances[:, -1:]
        drawn.append(np.sum(chances <= points, axis=1))
    return columns[np.array(drawn)].transpose(1, 2, 0)


def sum_over_pairs(lattices):
    """Sum of the products of neighbors, of each lattice (n, rows, columns)."""
    neighbors = np.roll(lattices, 1, axis=1) + np.roll(lattices, 1, axis=2)
    return np.sum(lattices * neighbors, axis=(1, 2))


def chances_of_pairs(shape, K, H):
    """Every value that the sum over pairs could have, and its probability."""
    reach = 2 * shape[0] * shape[1]
    return _chances(reach, lambda angle: partition(shape, K + angle, H))


def chances_of_spins(shape, K, H):
    """Every value that the sum over spins could have, and its probability."""
    return _chances(shape[0] * shape[1], lambda angle: partition(shape, K, H + angle))


def _chances(reach, partition_at):
    # with an imaginary part in a field the partition function is a Fourier series, whose
    # coefficients are the weights of the sum that this field multiplies
    n = 2 * reach + 1
    series = np.array([partition_at(2j * np.pi * k / n) for k in range(n)])
    weights = np.fft.fft(series).real / n
    values = np.arange(-reach, reach + 1)
    return values, weights[values] / series[0].real
