"""Wrong answers to the exercises of boltzmann_machines, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- rbm_energy ---


@wrong_answer("rbm_energy", cause="the signs are turned: a low energy for what should be high")
def energy_without_minus(v, h, W, b, c):
    v, h = np.asarray(v, float), np.asarray(h, float)
    return np.sum((v @ W) * h, axis=-1) + v @ b + h @ c


@wrong_answer("rbm_energy", cause="the interaction is halved, as for a network with W on both sides")
def energy_with_half(v, h, W, b, c):
    v, h = np.asarray(v, float), np.asarray(h, float)
    return -np.sum((v @ np.asarray(W)) * h, axis=-1) / 2 - v @ b - h @ c


@wrong_answer("rbm_energy", cause="for n states every v meets every h: (n, n), summed over both")
def energy_all_pairs(v, h, W, b, c):
    v, h = np.asarray(v, float), np.asarray(h, float)
    pair = v @ np.asarray(W) @ h.T
    if pair.ndim == 2:
        pair = pair.sum(axis=1)
    return -pair - v @ b - h @ c


@wrong_answer("rbm_energy", cause="the biases of the hidden units are left out")
def energy_without_c(v, h, W, b, c):
    v, h = np.asarray(v, float), np.asarray(h, float)
    return -np.sum((v @ np.asarray(W)) * h, axis=-1) - v @ np.asarray(b)


# --- rbm_free_energy ---


@wrong_answer("rbm_free_energy", cause="log(1 + exp(x)) written as it stands overflows")
def free_energy_overflows(v, W, b, c):
    v = np.asarray(v, float)
    return -v @ np.asarray(b) - np.sum(np.log(1 + np.exp(v @ np.asarray(W) + c)), axis=-1)


@wrong_answer("rbm_free_energy", cause="the softplus terms are added, not subtracted")
def free_energy_sign_of_softplus(v, W, b, c):
    v = np.asarray(v, float)
    return -v @ np.asarray(b) + np.sum(np.logaddexp(0, v @ np.asarray(W) + c), axis=-1)


@wrong_answer("rbm_free_energy", cause="hidden units -1 and +1: log(2 cosh) for softplus")
def free_energy_of_spins(v, W, b, c):
    v = np.asarray(v, float)
    x = v @ np.asarray(W) + c
    return -v @ np.asarray(b) - np.sum(np.logaddexp(x, -x), axis=-1)


@wrong_answer("rbm_free_energy", cause="the smallest energy over hidden states: max(x, 0), no softplus")
def free_energy_of_best_hidden(v, W, b, c):
    v = np.asarray(v, float)
    return -v @ np.asarray(b) - np.sum(np.maximum(v @ np.asarray(W) + c, 0), axis=-1)


# --- conditional probabilities ---


@wrong_answer("hidden_probability", cause="a factor 2 in the sigmoid, as for spins -1 and +1")
def hidden_with_two(v, W, c):
    return sigmoid(2 * (np.asarray(v, float) @ np.asarray(W) + c))


@wrong_answer("hidden_probability", cause="softmax over the hidden units: they add up to 1")
def hidden_softmax(v, W, c):
    return softmax(np.asarray(v, float) @ np.asarray(W) + c)


@wrong_answer("hidden_probability", cause="exp overflows: exp(x) / (1 + exp(x))")
def hidden_overflows(v, W, c):
    e = np.exp(np.asarray(v, float) @ np.asarray(W) + c)
    return e / (1 + e)


@wrong_answer("visible_probability", cause="the bias is left out")
def visible_without_bias(h, W, b):
    return sigmoid(np.asarray(h, float) @ np.asarray(W).T)


@wrong_answer("visible_probability", cause="minus the field: probability of 0")
def visible_of_zero(h, W, b):
    return sigmoid(-(np.asarray(h, float) @ np.asarray(W).T + b))


# --- exact_log_likelihood ---


@wrong_answer("exact_log_likelihood", cause="the partition function is left out: minus the mean free energy")
def likelihood_without_Z(V, W, b, c):
    return -np.mean(rbm_free_energy(np.asarray(V, float), W, b, c))


@wrong_answer("exact_log_likelihood", cause="the sum over the rows, not their mean")
def likelihood_summed(V, W, b, c):
    V, W, b, c = (np.asarray(a, float) for a in (V, W, b, c))
    d, m = W.shape
    if d <= m:
        states = (enumerate_states(d) + 1) / 2
        log_Z = log_sum_exp(-rbm_free_energy(states, W, b, c))
    else:
        states = (enumerate_states(m) + 1) / 2
        log_Z = log_sum_exp(-rbm_free_energy(states, W.T, c, b))
    return np.sum(-rbm_free_energy(V, W, b, c) - log_Z)


@wrong_answer("exact_log_likelihood", cause="states are -1 and +1, where they are 0 and 1")
def likelihood_of_spins(V, W, b, c):
    V, W, b, c = (np.asarray(a, float) for a in (V, W, b, c))
    d, m = W.shape
    if d <= m:
        log_Z = log_sum_exp(-rbm_free_energy(enumerate_states(d), W, b, c))
    else:
        log_Z = log_sum_exp(-rbm_free_energy(enumerate_states(m), W.T, c, b))
    return np.mean(-rbm_free_energy(V, W, b, c)) - log_Z


@wrong_answer("exact_log_likelihood", cause="always enumerates the visible layer: fails for a hundred of them")
def likelihood_visible_only(V, W, b, c):
    V, W, b, c = (np.asarray(a, float) for a in (V, W, b, c))
    if len(b) > 16:
        raise MemoryError("2**d states")
    states = (enumerate_states(len(b)) + 1) / 2
    return np.mean(-rbm_free_energy(V, W, b, c)) - log_sum_exp(-rbm_free_energy(states, W, b, c))


# --- exact_gradients ---


@wrong_answer("exact_gradients", cause="only the data's part: the model's average is not subtracted")
def gradients_of_data_alone(V, W, b, c):
    V = np.asarray(V, float)
    P = hidden_probability(V, W, c)
    return V.T @ P / len(V), V.mean(axis=0), P.mean(axis=0)


@wrong_answer("exact_gradients", cause="downhill: model minus data")
def gradients_downhill(V, W, b, c):
    V, W, b, c = (np.asarray(a, float) for a in (V, W, b, c))
    P = hidden_probability(V, W, c)
    d, m = W.shape
    if d <= m:
        S = (enumerate_states(d) + 1) / 2
        p = softmax(-rbm_free_energy(S, W, b, c))
        H = hidden_probability(S, W, c)
        model = S.T @ (p[:, None] * H), p @ S, p @ H
    else:
        H = (enumerate_states(m) + 1) / 2
        p = softmax(-rbm_free_energy(H, W.T, c, b))
        S = visible_probability(H, W, b)
        model = S.T @ (p[:, None] * H), p @ S, p @ H
    data = V.T @ P / len(V), V.mean(axis=0), P.mean(axis=0)
    return tuple(y - x for x, y in zip(data, model))


@wrong_answer("exact_gradients", cause="the product of the means in dW, not the mean of the products")
def gradients_of_means(V, W, b, c):
    V, W, b, c = (np.asarray(a, float) for a in (V, W, b, c))
    P = hidden_probability(V, W, c)
    d, m = W.shape
    if d <= m:
        S = (enumerate_states(d) + 1) / 2
        p = softmax(-rbm_free_energy(S, W, b, c))
        H = hidden_probability(S, W, c)
    else:
        H = (enumerate_states(m) + 1) / 2
        p = softmax(-rbm_free_energy(H, W.T, c, b))
        S = visible_probability(H, W, b)
    db, dc = V.mean(axis=0) - p @ S, P.mean(axis=0) - p @ H
    return np.outer(V.mean(axis=0), P.mean(axis=0)) - np.outer(p @ S, p @ H), db, dc


# --- cd_gradients ---


@wrong_answer("cd_gradients", cause="visible probabilities are passed on: they are never drawn")
def cd_without_visible_draws(V, W, b, c, k, rng):
    V0 = np.asarray(V, float)
    V = V0
    for _ in range(k):
        P = hidden_probability(V, W, c)
        H = (rng.random(P.shape) < P).astype(float)
        V = visible_probability(H, W, b)
    P0, Pk = hidden_probability(V0, W, c), hidden_probability(V, W, c)
    n = len(V0)
    return (V0.T @ P0 - V.T @ Pk) / n, (V0 - V).mean(axis=0), (P0 - Pk).mean(axis=0)


@wrong_answer("cd_gradients", cause="one step whatever k")
def cd_one_step(V, W, b, c, k, rng):
    V0 = np.asarray(V, float)
    P0 = hidden_probability(V0, W, c)
    H = (rng.random(P0.shape) < P0).astype(float)
    Q = visible_probability(H, W, b)
    V1 = (rng.random(Q.shape) < Q).astype(float)
    P1 = hidden_probability(V1, W, c)
    n = len(V0)
    return (V0.T @ P0 - V1.T @ P1) / n, (V0 - V1).mean(axis=0), (P0 - P1).mean(axis=0)


@wrong_answer("cd_gradients", cause="not divided by the number of rows: sums")
def cd_sums(V, W, b, c, k, rng):
    V0 = np.asarray(V, float)
    V = V0
    for _ in range(k):
        P = hidden_probability(V, W, c)
        H = (rng.random(P.shape) < P).astype(float)
        Q = visible_probability(H, W, b)
        V = (rng.random(Q.shape) < Q).astype(float)
    P0, Pk = hidden_probability(V0, W, c), hidden_probability(V, W, c)
    return V0.T @ P0 - V.T @ Pk, (V0 - V).sum(axis=0), (P0 - Pk).sum(axis=0)


@wrong_answer("cd_gradients", cause="one random number for all units of a row: they are drawn together")
def cd_shared_draw(V, W, b, c, k, rng):
    V0 = np.asarray(V, float)
    V = V0
    for _ in range(k):
        P = hidden_probability(V, W, c)
        H = (rng.random((len(P), 1)) < P).astype(float)
        Q = visible_probability(H, W, b)
        V = (rng.random((len(Q), 1)) < Q).astype(float)
    P0, Pk = hidden_probability(V0, W, c), hidden_probability(V, W, c)
    n = len(V0)
    return (V0.T @ P0 - V.T @ Pk) / n, (V0 - V).mean(axis=0), (P0 - Pk).mean(axis=0)


# --- pseudo_log_likelihood ---


@wrong_answer("pseudo_log_likelihood", cause="not multiplied by the number of bits")
def pseudo_without_d(V, W, b, c, rng):
    V = np.array(V, float)
    n, d = V.shape
    at = rng.integers(d, size=n)
    flipped = V.copy()
    flipped[np.arange(n), at] = 1 - flipped[np.arange(n), at]
    gap = rbm_free_energy(flipped, W, b, c) - rbm_free_energy(V, W, b, c)
    return np.mean(-np.logaddexp(0, -gap))


@wrong_answer("pseudo_log_likelihood", cause="the difference of free energies has its sign turned")
def pseudo_sign(V, W, b, c, rng):
    V = np.array(V, float)
    n, d = V.shape
    at = rng.integers(d, size=n)
    flipped = V.copy()
    flipped[np.arange(n), at] = 1 - flipped[np.arange(n), at]
    gap = rbm_free_energy(V, W, b, c) - rbm_free_energy(flipped, W, b, c)
    return d * np.mean(-np.logaddexp(0, -gap))


@wrong_answer("pseudo_log_likelihood", cause="log of the sigmoid written out: log(0) far from 0")
def pseudo_log_of_sigmoid(V, W, b, c, rng):
    V = np.array(V, float)
    n, d = V.shape
    at = rng.integers(d, size=n)
    flipped = V.copy()
    flipped[np.arange(n), at] = 1 - flipped[np.arange(n), at]
    gap = rbm_free_energy(flipped, W, b, c) - rbm_free_energy(V, W, b, c)
    return d * np.mean(np.log(sigmoid(gap)))


# --- train_rbm ---


@wrong_answer("train_rbm", cause="steps go downhill: the gradient is subtracted")
def train_downhill(V, n_hidden, rng):
    V = np.asarray(V, float)
    W, b, c = rng.normal(0, 0.1, (V.shape[1], n_hidden)), np.zeros(V.shape[1]), np.zeros(n_hidden)
    for _ in range(300):
        dW, db, dc = cd_gradients(V, W, b, c, 1, rng)
        W, b, c = W - 0.1 * dW, b - 0.1 * db, c - 0.1 * dc
    return W, b, c


@wrong_answer("train_rbm", cause="all weights start at 0: the hidden units stay alike")
def train_from_zeros(V, n_hidden, rng):
    V = np.asarray(V, float)
    W, b, c = np.zeros((V.shape[1], n_hidden)), np.zeros(V.shape[1]), np.zeros(n_hidden)
    for _ in range(300):
        dW, db, dc = exact_gradients(V, W, b, c)
        W, b, c = W + 0.2 * dW, b + 0.2 * db, c + 0.2 * dc
    return W, b, c
