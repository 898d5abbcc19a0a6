"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative

from .reference import (
    exact_gradients,
    hidden_probability,
    rbm_free_energy,
    sigmoid,
    visible_probability,
)


@alternative("rbm_energy")
def energy_by_einsum(v, h, W, b, c):
    v, h = np.asarray(v, dtype=float), np.asarray(h, dtype=float)
    return -np.einsum("...i,ij,...j->...", v, np.asarray(W), h) - v @ b - h @ c


@alternative("rbm_energy")
def energy_of_fields(v, h, W, b, c):
    v, h = np.asarray(v, dtype=float), np.asarray(h, dtype=float)
    return -((v @ np.asarray(W) + c) * h).sum(-1) - (v * b).sum(-1)


@alternative("rbm_free_energy")
def free_energy_of_a_softplus(v, W, b, c):
    v = np.asarray(v, dtype=float)
    field = v @ np.asarray(W) + np.asarray(c)
    softplus = np.maximum(field, 0.0) + np.log1p(np.exp(-np.abs(field)))
    return -(v @ np.asarray(b)) - softplus.sum(axis=-1)


@alternative("rbm_free_energy")
def free_energy_unit_by_unit(v, W, b, c):
    v, W = np.asarray(v, dtype=float), np.asarray(W, dtype=float)
    total = -np.dot(v, b)
    for j in range(W.shape[1]):
        total = total - np.logaddexp(0, np.dot(v, W[:, j]) + c[j])
    return total


@alternative("hidden_probability")
def hidden_by_tanh(v, W, c):
    return 0.5 + 0.5 * np.tanh(0.5 * (np.asarray(v) @ np.asarray(W) + c))


@alternative("hidden_probability")
def hidden_by_logaddexp(v, W, c):
    field = np.asarray(v, dtype=float) @ np.asarray(W, dtype=float) + np.asarray(c, dtype=float)
    return np.exp(-np.logaddexp(0.0, -field))


@alternative("visible_probability")
def visible_by_tanh(h, W, b):
    return (1 + np.tanh((np.asarray(h) @ np.asarray(W).T + b) / 2)) / 2


@alternative("visible_probability")
def visible_by_a_sum_over_hidden_units(h, W, b):
    W, h = np.asarray(W, dtype=float), np.asarray(h, dtype=float)
    return sigmoid((h[..., np.newaxis, :] * W).sum(axis=-1) + b)


@alternative("exact_log_likelihood")
def likelihood_by_product_states(V, W, b, c):
    W, b, c = np.asarray(W, dtype=float), np.asarray(b, dtype=float), np.asarray(c, dtype=float)
    few = min(W.shape)
    states = np.indices((2,) * few).reshape(few, -1).T
    if few == len(b):
        logs = states @ b + np.logaddexp(0.0, states @ W + c).sum(axis=1)
    else:
        logs = states @ c + np.logaddexp(0.0, states @ W.T + b).sum(axis=1)
    top = logs.max()
    return float(np.mean(-rbm_free_energy(V, W, b, c)) - top - np.log(np.sum(np.exp(logs - top))))


@alternative("exact_log_likelihood")
def likelihood_state_by_state(V, W, b, c):
    if np.shape(W)[0] <= np.shape(W)[1]:
        inside, outside, M = b, c, np.asarray(W, dtype=float)
    else:
        inside, outside, M = c, b, np.asarray(W, dtype=float).T
    log_z = -np.inf
    for state in np.ndindex((2,) * len(M)):
        field = np.dot(state, M) + outside
        log_z = np.logaddexp(log_z, np.dot(state, inside) + np.sum(np.logaddexp(0, field)))
    return np.mean([-rbm_free_energy(v, W, b, c) - log_z for v in np.asarray(V, dtype=float)])


@alternative("exact_gradients")
def gradients_of_the_turned_machine(V, W, b, c):
    V, W = np.asarray(V, dtype=float), np.asarray(W, dtype=float)
    turned = W.shape[1] < W.shape[0]
    M, inside, outside = (W.T, c, b) if turned else (W, b, c)
    states = np.indices((2,) * len(M)).reshape(len(M), -1).T
    logs = -rbm_free_energy(states, M, inside, outside)
    p = np.exp(logs - logs.max())
    p /= p.sum()
    other = hidden_probability(states, M, outside)
    pairs, first, second = (p[:, None] * states).T @ other, p @ states, p @ other
    if turned:
        pairs, first, second = pairs.T, second, first
    H = hidden_probability(V, W, c)
    return V.T @ H / len(V) - pairs, V.mean(0) - first, H.mean(0) - second


@alternative("exact_gradients")
def gradients_by_einsum(V, W, b, c):
    def statistics(v, h, weight):
        return np.einsum("n,ni,nj->ij", weight, v, h), weight @ v, weight @ h

    V = np.asarray(V, dtype=float)
    d, m = np.shape(W)
    states = np.indices((2,) * min(d, m)).reshape(min(d, m), -1).T
    if d <= m:
        logs, v, h = -rbm_free_energy(states, W, b, c), states, hidden_probability(states, W, c)
    else:
        logs = -rbm_free_energy(states, np.transpose(W), c, b)
        v, h = visible_probability(states, W, b), states
    p = np.exp(logs - np.logaddexp.reduce(logs))
    data = statistics(V, hidden_probability(V, W, c), np.full(len(V), 1 / len(V)))
    return [x - y for x, y in zip(data, statistics(v, h, p))]


@alternative("cd_gradients")
def cd_row_by_row(V, W, b, c, k, rng):
    V, W = np.asarray(V, dtype=float), np.asarray(W, dtype=float)
    starts = hidden_probability(V, W, c)
    v = V
    for _ in range(k):
        h = rng.binomial(1, hidden_probability(v, W, c))
        v = rng.binomial(1, visible_probability(h, W, b)).astype(float)
    ends = hidden_probability(v, W, c)
    dW = np.mean(V[:, :, None] * starts[:, None] - v[:, :, None] * ends[:, None], axis=0)
    return dW, np.mean(V, axis=0) - np.mean(v, axis=0), np.mean(starts - ends, axis=0)


@alternative("cd_gradients")
def cd_with_noise_in_the_fields(V, W, b, c, k, rng):
    def draw(field):
        # a unit is on where logistic noise stays below its field
        return (rng.logistic(size=field.shape) < field) * 1.0

    V, W = np.asarray(V, dtype=float), np.asarray(W, dtype=float)
    v = V.copy()
    for _ in range(k):
        h = draw(v @ W + c)
        v = draw(h @ W.T + b)
    first, last = sigmoid(V @ W + c), sigmoid(v @ W + c)
    n = V.shape[0]
    return (V.T @ first) / n - (v.T @ last) / n, (V - v).sum(0) / n, (first - last).sum(0) / n


@alternative("pseudo_log_likelihood")
def pseudo_by_a_mask(V, W, b, c, rng):
    V = np.asarray(V, dtype=float)
    n, d = V.shape
    mask = np.eye(d)[rng.integers(0, d, n)]
    flipped = np.abs(V - mask)
    x = rbm_free_energy(flipped, W, b, c) - rbm_free_energy(V, W, b, c)
    return d * np.mean(-np.logaddexp(0.0, -x))


@alternative("pseudo_log_likelihood")
def pseudo_row_by_row(V, W, b, c, rng):
    total = 0.0
    for v in np.array(V, dtype=float):
        i = int(rng.random() * len(v))
        other = v.copy()
        other[i] = 1 - other[i]
        f, g = rbm_free_energy(v, W, b, c), rbm_free_energy(other, W, b, c)
        # the share of exp(-f) in both
        total += -f - np.logaddexp(-f, -g)
    return len(v) * total / len(V)


@alternative("train_rbm")
def train_by_the_exact_gradient(V, n_hidden, rng):
    V = np.asarray(V, dtype=float)
    W, b, c = rng.normal(size=(V.shape[1], n_hidden)), np.zeros(V.shape[1]), np.zeros(n_hidden)
    for _ in range(400):
        dW, db, dc = exact_gradients(V, W, b, c)
        W, b, c = W + 0.5 * dW, b + 0.5 * db, c + 0.5 * dc
    return W, b, c


@alternative("train_rbm")
def train_with_a_chain_that_goes_on(V, n_hidden, rng):
    V = np.asarray(V, dtype=float)
    n, d = V.shape
    W, b, c = 0.1 * rng.normal(size=(d, n_hidden)), np.zeros(d), np.zeros(n_hidden)
    v, steps = rng.integers(2, size=(100, d)).astype(float), 2000
    for t in range(steps):
        h = rng.random((100, n_hidden)) < hidden_probability(v, W, c)
        v = 1.0 * (rng.random((100, d)) < visible_probability(h, W, b))
        first, last = hidden_probability(V, W, c), hidden_probability(v, W, c)
        lr = 0.3 * (1 - t / steps)
        W = W + lr * (V.T @ first / n - v.T @ last / 100)
        b = b + lr * (V.mean(0) - v.mean(0))
        c = c + lr * (first.mean(0) - last.mean(0))
    return W, b, c
