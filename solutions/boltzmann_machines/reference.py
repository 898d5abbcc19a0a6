"""Reference answers of the chapter on Boltzmann machines."""

import numpy as np

from ..activations.reference import sigmoid
from ..ising_and_annealing.reference import enumerate_states
from ..softmax_regression.reference import log_sum_exp, softmax


def rbm_energy(v, h, W, b, c):
    v, h, W, b, c = (np.asarray(a, dtype=float) for a in (v, h, W, b, c))
    return -np.sum((v @ W) * h, axis=-1) - v @ b - h @ c


def rbm_free_energy(v, W, b, c):
    v, W, b, c = (np.asarray(a, dtype=float) for a in (v, W, b, c))
    # each hidden unit is summed away for itself: ln(1 + exp(field))
    return -v @ b - np.sum(np.logaddexp(0.0, v @ W + c), axis=-1)


def hidden_probability(v, W, c):
    return sigmoid(np.asarray(v) @ W + c)


def visible_probability(h, W, b):
    # the two layers are alike
    return hidden_probability(h, np.transpose(W), b)


def exact_log_likelihood(V, W, b, c):
    d, m = np.shape(W)
    # the layers are alike: the sum runs over the states of the smaller one
    small, large, M = (b, c, W) if d <= m else (c, b, np.transpose(W))
    states = (1.0 + enumerate_states(len(small))) / 2.0
    log_z = log_sum_exp(-rbm_free_energy(states, M, small, large))
    return -np.mean(rbm_free_energy(V, W, b, c)) - log_z


def exact_gradients(V, W, b, c):
    def means(v, h, share):
        return v.T @ (share[:, np.newaxis] * h), share @ v, share @ h

    V = np.asarray(V)
    n, (d, m) = len(V), np.shape(W)
    if d <= m:
        v = (1.0 + enumerate_states(d)) / 2.0
        h = hidden_probability(v, W, c)
        share = softmax(-rbm_free_energy(v, W, b, c))
    else:
        h = (1.0 + enumerate_states(m)) / 2.0
        v = visible_probability(h, W, b)
        share = softmax(-rbm_free_energy(h, np.transpose(W), c, b))
    data = means(V, hidden_probability(V, W, c), np.full(n, 1.0 / n))
    return tuple(seen - believed for seen, believed in zip(data, means(v, h, share)))


def cd_gradients(V, W, b, c, k, rng):
    v = V = np.asarray(V)
    p = start = hidden_probability(V, W, c)
    for _ in range(k):
        p = visible_probability(rng.random(p.shape) < p, W, b)
        v = rng.random(p.shape) < p
        p = hidden_probability(v, W, c)
    return (V.T @ start - v.T @ p) / len(V), np.mean(V - v, axis=0), np.mean(start - p, axis=0)


def pseudo_log_likelihood(V, W, b, c, rng):
    V = np.asarray(V)
    n, d = V.shape
    flipped = V.copy()
    at = np.arange(n), rng.integers(d, size=n)
    flipped[at] = 1.0 - flipped[at]
    # a bit given all others is logistic in the difference of the two free energies
    rise = rbm_free_energy(flipped, W, b, c) - rbm_free_energy(V, W, b, c)
    return -d * np.mean(np.logaddexp(0.0, -rise))


def train_rbm(V, n_hidden, rng):
    V = np.tile(V, (5, 1))
    W, b, c = rng.normal(0.0, 0.1, (V.shape[1], n_hidden)), np.zeros(V.shape[1]), np.zeros(n_hidden)
    for _ in range(1000):
        dW, db, dc = cd_gradients(V, W, b, c, 1, rng)
        W, b, c = W + 0.5 * dW, b + 0.5 * db, c + 0.5 * dc
    return W, b, c
