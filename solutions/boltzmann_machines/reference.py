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
    v, W, c = (np.asarray(a, dtype=float) for a in (v, W, c))
    return sigmoid(v @ W + c)


def visible_probability(h, W, b):
    # the two layers are alike
    return hidden_probability(h, np.transpose(W), b)


def exact_log_likelihood(V, W, b, c):
    return -np.mean(rbm_free_energy(V, W, b, c)) - log_sum_exp(_smaller_layer(W, b, c)[1])


def exact_gradients(V, W, b, c):
    V = np.asarray(V, dtype=float)
    n, given = len(V), hidden_probability(V, W, c)
    # over the model: one layer by its probabilities, the other one given it
    states, logits = _smaller_layer(W, b, c)
    share = softmax(logits)[:, np.newaxis]
    if states.shape[1] == V.shape[1]:
        v, h = share * states, hidden_probability(states, W, c)
        dW, db, dc = v.T @ h, v.sum(axis=0), np.sum(share * h, axis=0)
    else:
        v, h = visible_probability(states, W, b), share * states
        dW, db, dc = v.T @ h, np.sum(share * v, axis=0), h.sum(axis=0)
    return V.T @ given / n - dW, V.mean(axis=0) - db, given.mean(axis=0) - dc


def cd_gradients(V, W, b, c, k, rng):
    V = np.asarray(V, dtype=float)
    p = p0 = hidden_probability(V, W, c)
    for _ in range(k):
        v = _throw(visible_probability(_throw(p, rng), W, b), rng)
        p = hidden_probability(v, W, c)
    return (V.T @ p0 - v.T @ p) / len(V), np.mean(V - v, axis=0), np.mean(p0 - p, axis=0)


def pseudo_log_likelihood(V, W, b, c, rng):
    V = np.asarray(V, dtype=float)
    n, d = V.shape
    flipped = V.copy()
    at = np.arange(n), rng.integers(d, size=n)
    flipped[at] = 1.0 - flipped[at]
    # a bit given all others is logistic in the difference of the two free energies
    rise = rbm_free_energy(flipped, W, b, c) - rbm_free_energy(V, W, b, c)
    return -d * np.mean(np.logaddexp(0.0, -rise))


def train_rbm(V, n_hidden, rng):
    V = np.tile(np.asarray(V, dtype=float), (5, 1))
    W, b, c = rng.normal(0.0, 0.1, (V.shape[1], n_hidden)), np.zeros(V.shape[1]), np.zeros(n_hidden)
    for _ in range(1000):
        dW, db, dc = cd_gradients(V, W, b, c, 1, rng)
        W, b, c = W + 0.5 * dW, b + 0.5 * db, c + 0.5 * dc
    return W, b, c


def _smaller_layer(W, b, c):
    """All states of the layer with fewer units, and the logarithm of the weight of each."""
    d, m = np.shape(W)
    if m < d:
        W, b, c = np.transpose(W), c, b
    states = (1.0 + enumerate_states(min(d, m))) / 2.0
    return states, -rbm_free_energy(states, W, b, c)


def _throw(p, rng):
    """A state in which each unit is 1 with its probability, 0 or 1."""
    return (rng.random(p.shape) < p).astype(float)
