"""Right answers in other styles, which every check must accept."""

import numpy as np

from autograder.checks import alternative

from .reference import (
    boltzmann,
    cross_entropy,
    entropy,
    log_partition,
    max_entropy_beta,
    mean_energy,
)


@alternative("bernoulli_nll")
def bernoulli_from_softplus(logits, y):
    z, y = np.array(logits, dtype=float), np.array(y)
    return (np.logaddexp(0, z) - y * z).mean()


@alternative("bernoulli_nll")
def bernoulli_in_a_loop(logits, y):
    total = 0.0
    for z, label in zip(logits, y):
        against = -z if label == 1 else z
        total += max(against, 0.0) + np.log1p(np.exp(-abs(against)))
    return total / len(y)


@alternative("bernoulli_nll_gradient")
def bernoulli_gradient_by_cases(logits, y):
    z = np.array(logits, dtype=float)
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1 / (1 + e), e / (1 + e))
    return (p - np.array(y)) / z.size


@alternative("bernoulli_nll_gradient")
def bernoulli_gradient_in_a_loop(logits, y):
    out = np.zeros(len(y))
    for i, (z, label) in enumerate(zip(logits, y)):
        out[i] = (np.exp(-np.logaddexp(0, -z)) - label) / len(y)
    return out


@alternative("gaussian_nll")
def gaussian_with_the_variance(mu, log_sigma, y):
    e = np.array(y, dtype=float) - np.array(mu, dtype=float)
    variance = np.exp(2 * log_sigma)
    return 0.5 * (e @ e / len(e) / variance + 2 * log_sigma + np.log(2 * np.pi))


@alternative("gaussian_nll")
def gaussian_in_a_loop(mu, log_sigma, y):
    s = np.exp(log_sigma)
    each = [((b - a) / s) ** 2 / 2 + log_sigma + 0.5 * np.log(2 * np.pi) for a, b in zip(mu, y)]
    return sum(each) / len(each)


@alternative("gaussian_nll_gradients")
def gaussian_gradients_with_the_variance(mu, log_sigma, y):
    e = np.array(mu, dtype=float) - np.array(y, dtype=float)
    variance = np.exp(2 * log_sigma)
    return e / (len(e) * variance), 1 - e @ e / len(e) / variance


@alternative("gaussian_nll_gradients")
def gaussian_gradients_as_a_list(mu, log_sigma, y):
    s = np.exp(log_sigma)
    d_mu = np.array([(a - b) / s**2 / len(y) for a, b in zip(mu, y)])
    return [d_mu, sum(1 - ((a - b) / s) ** 2 for a, b in zip(mu, y)) / len(y)]


@alternative("entropy")
def entropy_in_a_loop(p):
    if not all(v >= 0 for v in p) or not np.isclose(sum(p), 1, rtol=0, atol=1e-8):
        raise ValueError("p is not a distribution")
    return -sum(v * np.log(v) for v in p if v > 0)


@alternative("entropy")
def entropy_with_ones_for_zeros(p):
    p = np.array(p, dtype=float)
    if not (p >= 0).all() or not np.isclose(np.sum(p), 1, rtol=0, atol=1e-8):
        raise ValueError("p is not a distribution")
    return np.sum(-p * np.log(np.where(p > 0, p, 1)))


@alternative("cross_entropy")
def cross_entropy_in_a_loop(p, q):
    entropy(p)
    try:
        entropy(q)
    except ValueError:
        raise ValueError("q is not a distribution") from None
    if len(p) != len(q):
        raise ValueError("q is too long or too short")
    total = 0.0
    for a, b in zip(p, q):
        if a > 0:
            total -= a * np.log(b) if b > 0 else -np.inf
    return total


@alternative("cross_entropy")
def cross_entropy_by_where(p, q):
    p, q = np.array(p, dtype=float), np.array(q, dtype=float)
    if not (p >= 0).all() or not abs(p.sum() - 1) <= 1e-8:
        raise ValueError("p is not a distribution")
    if not (q >= 0).all() or not abs(q.sum() - 1) <= 1e-8:
        raise ValueError("q is not a distribution")
    if p.size != q.size:
        raise ValueError("q is too long or too short")
    if np.any((p > 0) & (q == 0)):
        return np.inf
    return -(p * np.log(np.where(q > 0, q, 1))).sum()


@alternative("kl_divergence")
def divergence_by_terms_without_cancellation(p, q):
    if np.isinf(cross_entropy(p, q)):
        return np.inf
    p, q = np.array(p, dtype=float), np.array(q, dtype=float)
    both = p > 0
    return np.sum(p[both] * np.log(p[both] / q[both]) - p[both] + q[both]) + np.sum(q[~both])


@alternative("kl_divergence")
def divergence_in_a_loop(p, q):
    cross_entropy(p, q)
    total = 0.0
    for a, b in zip(p, q):
        if a > 0 and b == 0:
            return np.inf
        if a > 0:
            total += a * (np.log(a) - np.log(b))
    return total


@alternative("log_partition")
def log_partition_by_a_shift(energies, beta):
    x = -beta * np.array(energies, dtype=float)
    top = np.max(x)
    return top + np.log(np.exp(x - top).sum())


@alternative("log_partition")
def log_partition_in_a_loop(energies, beta):
    total = -np.inf
    for energy in energies:
        total = np.logaddexp(total, -beta * energy)
    return total


@alternative("boltzmann")
def boltzmann_from_ln_z(energies, beta):
    return np.exp(-beta * np.array(energies, dtype=float) - log_partition(energies, beta))


@alternative("boltzmann")
def boltzmann_by_gaps(energies, beta):
    # one over the sum of the weights of all states relative to this one
    E = np.array(energies, dtype=float)
    with np.errstate(over="ignore"):
        return 1 / np.exp(-beta * (E[None, :] - E[:, None])).sum(axis=1)


@alternative("free_energy")
def free_energy_shifted_to_the_lowest(energies, beta):
    if not beta > 0:
        raise ValueError("beta is not positive")
    E = np.array(energies, dtype=float)
    return E.min() - np.log(np.exp(-beta * (E - E.min())).sum()) / beta


@alternative("free_energy")
def free_energy_from_energy_and_entropy(energies, beta):
    if not beta > 0:
        raise ValueError("beta is not positive")
    b = boltzmann(energies, beta)
    mean = sum(share * energy for share, energy in zip(b, energies))
    return mean - entropy(b) / beta


@alternative("mean_energy")
def mean_energy_by_dot(energies, beta):
    return float(np.dot(np.array(energies, dtype=float), boltzmann(energies, beta)))


@alternative("mean_energy")
def mean_energy_around_the_lowest(energies, beta):
    E = np.array(energies, dtype=float)
    base = E.min() if beta > 0 else E.max()
    weights = np.exp(-beta * (E - base))
    return base + np.average(E - base, weights=weights)


@alternative("max_entropy_beta")
def beta_by_halving_to_the_last_bit(energies, target):
    E = np.array(energies, dtype=float)
    if not (np.min(E) < target < np.max(E)):
        raise ValueError("target is out of range")
    wide = 1 / np.ptp(E)
    while mean_energy(E, wide) > target or mean_energy(E, -wide) < target:
        wide *= 4
    low, high = -wide, wide
    while high - low > 1e-15 * wide:
        middle = low + (high - low) / 2
        low, high = (middle, high) if mean_energy(E, middle) >= target else (low, middle)
    return float(low)


@alternative("max_entropy_beta")
def beta_by_guarded_newton(energies, target):
    E = np.array(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of range")
    low, high, beta = -np.inf, np.inf, 0.0
    for _ in range(300):
        b = boltzmann(E, beta)
        excess = b @ E - target
        low, high = (beta, high) if excess > 0 else (low, beta)
        variance = b @ (E - b @ E) ** 2
        step = beta + excess / variance if variance > 0 else np.nan
        if np.isfinite(low) and np.isfinite(high) and not low < step < high:
            step = (low + high) / 2
        elif not np.isfinite(step):
            step = 2 * beta
        elif abs(step - beta) > 10 / np.ptp(E) + 2 * abs(beta):
            step = beta + np.copysign(10 / np.ptp(E) + 2 * abs(beta), excess)
        if step == beta:
            break
        beta = step
    return beta


@alternative("boltzmann_die")
def die_by_inverting_the_distribution_function(mean, rng, n):
    faces = np.arange(1, 7)
    beta = max_entropy_beta(faces, mean)
    ends = np.cumsum(boltzmann(faces, beta))
    return 1 + np.searchsorted(ends[:-1], rng.random(n)), beta


@alternative("boltzmann_die")
def die_by_rejection(mean, rng, n):
    pips = [1, 2, 3, 4, 5, 6]
    low, high = -80.0, 80.0
    while high - low > 1e-12:
        beta = (low + high) / 2
        low, high = (beta, high) if mean_energy(pips, beta) > mean else (low, beta)
    throws = []
    while len(throws) < n:
        offered = rng.integers(1, 7, size=max(n, 20))
        weights = np.exp(-beta * offered - max(-beta, -6 * beta))
        throws.extend(offered[rng.random(len(offered)) < weights].tolist())
    return throws[:n], beta
