"""Mutants of the references that no check can tell from them, each with the reason."""

COMMUTES = "powers of one symmetric matrix are symmetric and commute"
EVEN = "the hyperbolic cosine is even, and a sum has no order"
SMALL = "any coupling that small will do: the error is of second order"

EQUIVALENT = {
    "transfer_matrix: return np.exp(K / np.outer(s, s) + h * np.add.outer(s, s) / 2)": (
        "the products are 1 and -1"
    ),
    "log_partition_ring: return log_sum_exp(A[:, np.newaxis] + B)": COMMUTES,
    "log_partition_ring: product = times(power, product)": COMMUTES,
    "log_partition_ring: if n % -2:": "the rest is 0 for the same numbers",
    "free_energy_per_spin: return -np.logaddexp(np.negative(K), K)": EVEN,
    "decimate: twice = -2.0 * np.asarray(K)": EVEN,
    "decimate: return (np.logaddexp(-twice, twice) - np.log(2.0)) / 2.0": EVEN,
    "rg_flow: return couplings": "a list of numbers stands for an array",
    "block_spin: sums = spins.reshape(rows // b, b, columns // b, b).mean(axis=(1, 3))": (
        "the sign of a mean is that of the sum, and of whole numbers it is 0 exactly where that is"
    ),
    "block_spin: sums = spins.reshape(rows // b, b, columns // b, b).sum(axis=(3, 1))": (
        "a sum has no order"
    ),
    "block_spin: return np.where(sums == 0, rng.choice([1.0, -1.0], size=sums.shape), …": (
        "both are as likely"
    ),
    "correlation_length: while K >= 1e-05:": SMALL,
    "correlation_length: while K > 2e-05:": SMALL,
    "correlation_length: while K > 5e-06:": SMALL,
    "correlation_length: while K > 1.001e-05:": SMALL,
}
