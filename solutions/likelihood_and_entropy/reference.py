"""Reference answers: likelihood, entropy and free energy."""

import numpy as np


def bernoulli_nll(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    # ln(1 + e^s) with s = -z for a label 1 and s = z for a label 0: what speaks against the label
    return np.mean(np.logaddexp(0.0, (1.0 - 2.0 * y) * z))


def bernoulli_nll_gradient(logits, y):
    z, y = (np.asarray(a, dtype=float) for a in (logits, y))
    # the sigmoid of z in a form that cannot overflow
    p = (1.0 + np.tanh(z / 2.0)) / 2.0
    return (p - y) / len(y)


def gaussian_nll(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (y - mu) * np.exp(-log_sigma)
    return np.mean(u**2) / 2.0 + log_sigma + np.log(2.0 * np.pi) / 2.0


def gaussian_nll_gradients(mu, log_sigma, y):
    mu, y = (np.asarray(a, dtype=float) for a in (mu, y))
    u = (mu - y) * np.exp(-log_sigma)
    return u * np.exp(-log_sigma) / len(y), 1.0 - np.mean(u**2)


def entropy(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p must hold probabilities that add up to 1")
    # 0 ln 0 = 0: outcomes that never happen do not count
    p = p[p > 0]
    return -np.sum(p * np.log(p))


def cross_entropy(p, q):
    p, q = (np.asarray(a, dtype=float) for a in (p, q))
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} must hold probabilities that add up to 1")
    if p.shape != q.shape:
        raise ValueError("q must have as many outcomes as p")
    happens = p > 0
    # where q is 0 all the same, ln 0 = -inf makes the sum infinite, as it should be
    with np.errstate(divide="ignore"):
        return -np.sum(p[happens] * np.log(q[happens]))


def kl_divergence(p, q):
    return cross_entropy(p, q) - entropy(p)


def log_partition(energies, beta):
    # logaddexp never takes the exponential of a large positive number
    return np.logaddexp.reduce(-beta * np.asarray(energies, dtype=float))


def boltzmann(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    # a common factor cancels; this one makes the largest weight 1
    weights = np.exp(x - x.max())
    return weights / weights.sum()


def free_energy(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    return -log_partition(energies, beta) / beta


def mean_energy(energies, beta):
    return boltzmann(energies, beta) @ energies


def max_entropy_beta(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target must lie strictly between the lowest and the highest energy")
    # the mean energy falls as beta grows: catch the answer between two numbers, then halve
    low, high = -1.0, 1.0
    while mean_energy(E, low) < target:
        low = 2.0 * low
    while mean_energy(E, high) > target:
        high = 2.0 * high
    for _ in range(100):
        middle = (low + high) / 2.0
        if mean_energy(E, middle) > target:
            low = middle
        else:
            high = middle
    return middle


def boltzmann_die(mean, rng, n):
    faces = np.arange(1, 7)
    beta = max_entropy_beta(faces, mean)
    return rng.choice(faces, size=n, p=boltzmann(faces, beta)), beta
