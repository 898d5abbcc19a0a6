"""Wrong answers that students really give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import (
    cd_gradients,
    enumerate_states,
    hidden_probability,
    log_sum_exp,
    rbm_free_energy,
    sigmoid,
    softmax,
    visible_probability,
)

# --- rbm_energy ---


@mistake(
    "rbm_energy", diagnosis="sign", says="low energies are to be likely, and here high ones are"
)
def energy_of_the_wrong_sign(v, h, W, b, c):
    v, h, W = (np.asarray(a, dtype=float) for a in (v, h, W))
    return np.sum((v @ W) * h, axis=-1) + v @ b + h @ c


@mistake("rbm_energy", diagnosis="value", says="the biases are left out")
def energy_without_biases(v, h, W, b, c):
    v, h, W = (np.asarray(a, dtype=float) for a in (v, h, W))
    return -np.sum((v @ W) * h, axis=-1)


@mistake("rbm_energy", diagnosis="value", says="the biases count for units that are off, too")
def energy_with_biases_of_all_units(v, h, W, b, c):
    v, h, W = (np.asarray(a, dtype=float) for a in (v, h, W))
    return -np.sum((v @ W) * h, axis=-1) - np.sum(b) - np.sum(c)


@mistake("rbm_energy", diagnosis="value", says="the pairs are counted half, as if each came twice")
def energy_of_half_the_pairs(v, h, W, b, c):
    v, h, W = (np.asarray(a, dtype=float) for a in (v, h, W))
    return -np.sum((v @ W) * h, axis=-1) / 2 - v @ b - h @ c


@mistake("rbm_energy", diagnosis="shape", says="every row of v is paired with every row of h")
def energy_of_all_rows_with_all(v, h, W, b, c):
    v, h, W = (np.asarray(a, dtype=float) for a in (v, h, W))
    return -(v @ W @ h.T) - v @ b - h @ c


# --- rbm_free_energy ---


@mistake("rbm_free_energy", diagnosis="sign", says="this is minus the free energy")
def free_energy_of_the_wrong_sign(v, W, b, c):
    v, W = (np.asarray(a, dtype=float) for a in (v, W))
    return v @ b + np.sum(np.logaddexp(0.0, v @ W + c), axis=-1)


@mistake(
    "rbm_free_energy",
    diagnosis="not-finite",
    also=["unstable"],
    keeps=1.5,
    says="the exponential of a field overflows before its logarithm is taken",
)
def free_energy_that_overflows(v, W, b, c):
    v, W = (np.asarray(a, dtype=float) for a in (v, W))
    return -v @ b - np.sum(np.log(1.0 + np.exp(v @ W + c)), axis=-1)


@mistake(
    "rbm_free_energy",
    diagnosis="value",
    keeps=0.5,
    says="each hidden unit is set to its better state, where both are to be summed over",
)
def free_energy_of_the_best_hidden_state(v, W, b, c):
    v, W = (np.asarray(a, dtype=float) for a in (v, W))
    return -v @ b - np.sum(np.maximum(0.0, v @ W + c), axis=-1)


@mistake(
    "rbm_free_energy",
    diagnosis="value",
    keeps=0.5,
    says="this is the mean energy given v: the entropy of the hidden units is left out",
)
def free_energy_without_the_entropy(v, W, b, c):
    v, W = (np.asarray(a, dtype=float) for a in (v, W))
    field = v @ W + c
    return -v @ b - np.sum(sigmoid(field) * field, axis=-1)


@mistake("rbm_free_energy", diagnosis="value", says="the visible units' own biases are left out")
def free_energy_without_visible_biases(v, W, b, c):
    v, W = (np.asarray(a, dtype=float) for a in (v, W))
    return -np.sum(np.logaddexp(0.0, v @ W + c), axis=-1)


@mistake(
    "rbm_free_energy",
    diagnosis="value",
    says="all hidden units are on together or off together; each has two states of its own",
)
def free_energy_of_one_sum(v, W, b, c):
    v, W = (np.asarray(a, dtype=float) for a in (v, W))
    return -v @ b - np.logaddexp(0.0, np.sum(v @ W + c, axis=-1))


# --- hidden_probability and visible_probability ---


@mistake(
    "hidden_probability", diagnosis="value", says="the biases of the hidden units are left out"
)
def hidden_without_biases(v, W, c):
    v, W = (np.asarray(a, dtype=float) for a in (v, W))
    return sigmoid(v @ W) + 0.0 * np.asarray(c)


@mistake(
    "hidden_probability",
    diagnosis="value",
    also=["complement"],
    says="this is the probability that a unit is off",
)
def hidden_that_is_off(v, W, c):
    v, W = (np.asarray(a, dtype=float) for a in (v, W))
    return sigmoid(-(v @ W + c))


@mistake(
    "hidden_probability",
    diagnosis="value",
    says="units compete as classes do, where each is on or off for itself",
)
def hidden_by_softmax(v, W, c):
    v, W = (np.asarray(a, dtype=float) for a in (v, W))
    return softmax(v @ W + c)


@mistake(
    "hidden_probability",
    diagnosis="value",
    says="the field counts twice, as it does for units that are -1 or +1",
)
def hidden_of_spins(v, W, c):
    v, W = (np.asarray(a, dtype=float) for a in (v, W))
    return sigmoid(2.0 * (v @ W + c))


@mistake("hidden_probability", diagnosis="value", says="units are set to 0 or 1 by a threshold")
def hidden_by_a_threshold(v, W, c):
    v, W = (np.asarray(a, dtype=float) for a in (v, W))
    return (v @ W + c >= 0).astype(float)


@mistake(
    "visible_probability", diagnosis="value", says="the biases of the visible units are left out"
)
def visible_without_biases(h, W, b):
    h, W = (np.asarray(a, dtype=float) for a in (h, W))
    return sigmoid(h @ W.T) + 0.0 * np.asarray(b)


@mistake(
    "visible_probability",
    diagnosis="value",
    also=["complement"],
    says="this is the probability that a unit is off",
)
def visible_that_is_off(h, W, b):
    h, W = (np.asarray(a, dtype=float) for a in (h, W))
    return sigmoid(-(h @ W.T + b))


@mistake(
    "visible_probability",
    diagnosis="exception",
    also=["value", "shape"],
    says="the weights are not transposed: their rows belong to the visible units",
)
def visible_without_a_transpose(h, W, b):
    h, W = (np.asarray(a, dtype=float) for a in (h, W))
    return sigmoid(h @ W + b)


@mistake(
    "visible_probability",
    diagnosis="value",
    says="the weights take the other sign on their way back",
)
def visible_with_weights_turned(h, W, b):
    h, W = (np.asarray(a, dtype=float) for a in (h, W))
    return sigmoid(b - h @ W.T)


# --- exact_log_likelihood ---


@mistake(
    "exact_log_likelihood",
    diagnosis="exception",
    also=["timeout"],
    keeps=2,
    says="the sum always runs over the visible states, whichever layer is smaller",
)
def likelihood_over_visible_states(V, W, b, c):
    W, b, c = (np.asarray(a, dtype=float) for a in (W, b, c))
    if len(b) > 20:
        raise MemoryError("2**d states")
    states = (1.0 + enumerate_states(len(b))) / 2.0
    return -np.mean(rbm_free_energy(V, W, b, c)) - log_sum_exp(-rbm_free_energy(states, W, b, c))


@mistake(
    "exact_log_likelihood",
    diagnosis="exception",
    also=["timeout"],
    keeps=2,
    says="the sum always runs over the hidden states, whichever layer is smaller",
)
def likelihood_over_hidden_states(V, W, b, c):
    W, b, c = (np.asarray(a, dtype=float) for a in (W, b, c))
    if len(c) > 20:
        raise MemoryError("2**m states")
    states = (1.0 + enumerate_states(len(c))) / 2.0
    return -np.mean(rbm_free_energy(V, W, b, c)) - log_sum_exp(-rbm_free_energy(states, W.T, c, b))


@mistake(
    "exact_log_likelihood", diagnosis="value", says="ln Z is added, where it is to be subtracted"
)
def likelihood_with_ln_z_added(V, W, b, c):
    d, m = np.shape(W)
    few, M, other = (b, W, c) if d <= m else (c, np.transpose(W), b)
    states = (1.0 + enumerate_states(len(few))) / 2.0
    logits = -rbm_free_energy(states, M, few, other)
    return -np.mean(rbm_free_energy(V, W, b, c)) + log_sum_exp(logits)


@mistake(
    "exact_log_likelihood", diagnosis="value", says="ln Z is left out: these are no probabilities"
)
def likelihood_without_z(V, W, b, c):
    return -np.mean(rbm_free_energy(V, W, b, c))


@mistake(
    "exact_log_likelihood",
    diagnosis="value",
    says="the free energy has the wrong sign: this is ln of one over the weight of the data",
)
def likelihood_of_the_wrong_sign(V, W, b, c):
    d, m = np.shape(W)
    few, M, other = (b, W, c) if d <= m else (c, np.transpose(W), b)
    states = (1.0 + enumerate_states(len(few))) / 2.0
    logits = -rbm_free_energy(states, M, few, other)
    return np.mean(rbm_free_energy(V, W, b, c)) - log_sum_exp(logits)


@mistake(
    "exact_log_likelihood", diagnosis="value", says="ln Z counts once, and the rows are summed"
)
def likelihood_that_sums_rows(V, W, b, c):
    d, m = np.shape(W)
    few, M, other = (b, W, c) if d <= m else (c, np.transpose(W), b)
    states = (1.0 + enumerate_states(len(few))) / 2.0
    logits = -rbm_free_energy(states, M, few, other)
    return -np.sum(rbm_free_energy(V, W, b, c)) - log_sum_exp(logits)


@mistake("exact_log_likelihood", diagnosis="value", says="Z is summed over the rows of V alone")
def likelihood_that_normalizes_over_the_data(V, W, b, c):
    minus = -rbm_free_energy(V, W, b, c)
    return np.mean(minus) - log_sum_exp(minus)


@mistake(
    "exact_log_likelihood",
    diagnosis="not-finite",
    also=["unstable", "value"],
    keeps=2.5,
    says="Z itself is computed, and it overflows for large energies",
)
def likelihood_with_z_itself(V, W, b, c):
    d, m = np.shape(W)
    few, M, other = (b, W, c) if d <= m else (c, np.transpose(W), b)
    states = (1.0 + enumerate_states(len(few))) / 2.0
    logits = -rbm_free_energy(states, M, few, other)
    return -np.mean(rbm_free_energy(V, W, b, c)) - np.log(np.sum(np.exp(logits)))


# --- exact_gradients ---


@mistake(
    "exact_gradients", diagnosis="sign", says="these lead downhill: the model's part comes first"
)
def gradients_downhill(V, W, b, c):
    V = np.asarray(V, dtype=float)
    p = hidden_probability(V, W, c)
    d, m = np.shape(W)
    few, M, other = (b, W, c) if d <= m else (c, np.transpose(W), b)
    states = (1.0 + enumerate_states(len(few))) / 2.0
    share = softmax(-rbm_free_energy(states, M, few, other))[:, np.newaxis]
    if d <= m:
        v, h = states, hidden_probability(states, W, c)
    else:
        v, h = visible_probability(states, W, b), states
    dW, db = v.T @ (share * h) - V.T @ p / len(V), np.sum(share * v, axis=0) - V.mean(axis=0)
    return dW, db, np.sum(share * h, axis=0) - p.mean(axis=0)


@mistake(
    "exact_gradients",
    diagnosis="value",
    says="only the data's part is there: what the model believes is not subtracted",
)
def gradients_of_one_phase(V, W, b, c):
    V = np.asarray(V, dtype=float)
    p = hidden_probability(V, W, c)
    return V.T @ p / len(V), V.mean(axis=0), p.mean(axis=0)


@mistake(
    "exact_gradients",
    diagnosis="value",
    says="the model's part is a plain mean over all states, without their probabilities",
)
def gradients_of_equal_states(V, W, b, c):
    V = np.asarray(V, dtype=float)
    p = hidden_probability(V, W, c)
    d, m = np.shape(W)
    few, M, other = (b, W, c) if d <= m else (c, np.transpose(W), b)
    states = (1.0 + enumerate_states(len(few))) / 2.0
    share = 1.0 / len(states)
    if d <= m:
        v, h = states, hidden_probability(states, W, c)
    else:
        v, h = visible_probability(states, W, b), states
    dW, db = V.T @ p / len(V) - v.T @ (share * h), V.mean(axis=0) - np.sum(share * v, axis=0)
    return dW, db, p.mean(axis=0) - np.sum(share * h, axis=0)


@mistake(
    "exact_gradients",
    diagnosis="value",
    keeps=0.5,
    says="in the model's part the layers are taken to be independent: means are multiplied",
)
def gradients_of_independent_layers(V, W, b, c):
    V = np.asarray(V, dtype=float)
    p = hidden_probability(V, W, c)
    d, m = np.shape(W)
    few, M, other = (b, W, c) if d <= m else (c, np.transpose(W), b)
    states = (1.0 + enumerate_states(len(few))) / 2.0
    share = softmax(-rbm_free_energy(states, M, few, other))[:, np.newaxis]
    if d <= m:
        v, h = states, hidden_probability(states, W, c)
    else:
        v, h = visible_probability(states, W, b), states
    v, h = np.sum(share * v, axis=0), np.sum(share * h, axis=0)
    return V.T @ p / len(V) - np.outer(v, h), V.mean(axis=0) - v, p.mean(axis=0) - h


@mistake(
    "exact_gradients",
    diagnosis="value",
    says="the data's part is a sum over the rows, and the model's part a mean",
)
def gradients_of_a_sum_of_rows(V, W, b, c):
    V = np.asarray(V, dtype=float)
    p = hidden_probability(V, W, c)
    d, m = np.shape(W)
    few, M, other = (b, W, c) if d <= m else (c, np.transpose(W), b)
    states = (1.0 + enumerate_states(len(few))) / 2.0
    share = softmax(-rbm_free_energy(states, M, few, other))[:, np.newaxis]
    if d <= m:
        v, h = states, hidden_probability(states, W, c)
    else:
        v, h = visible_probability(states, W, b), states
    dW, db = V.T @ p - v.T @ (share * h), V.sum(axis=0) - np.sum(share * v, axis=0)
    return dW, db, p.sum(axis=0) - np.sum(share * h, axis=0)


@mistake(
    "exact_gradients",
    diagnosis="shape",
    says="the biases' gradients are exchanged: that of the hidden units comes last",
)
def gradients_in_another_order(V, W, b, c):
    V = np.asarray(V, dtype=float)
    p = hidden_probability(V, W, c)
    d, m = np.shape(W)
    few, M, other = (b, W, c) if d <= m else (c, np.transpose(W), b)
    states = (1.0 + enumerate_states(len(few))) / 2.0
    share = softmax(-rbm_free_energy(states, M, few, other))[:, np.newaxis]
    if d <= m:
        v, h = states, hidden_probability(states, W, c)
    else:
        v, h = visible_probability(states, W, b), states
    dW, db = V.T @ p / len(V) - v.T @ (share * h), V.mean(axis=0) - np.sum(share * v, axis=0)
    return dW, p.mean(axis=0) - np.sum(share * h, axis=0), db


@mistake(
    "exact_gradients",
    diagnosis="exception",
    also=["timeout"],
    keeps=2.5,
    says="the mean always runs over the visible states, whichever layer is smaller",
)
def gradients_over_visible_states(V, W, b, c):
    if len(b) > 20:
        raise MemoryError("2**d states")
    states = (1.0 + enumerate_states(len(b))) / 2.0
    p, h = softmax(-rbm_free_energy(states, W, b, c)), hidden_probability(states, W, c)
    V, given = np.asarray(V, dtype=float), hidden_probability(V, W, c)
    dW = V.T @ given / len(V) - (p[:, np.newaxis] * states).T @ h
    return dW, V.mean(axis=0) - p @ states, given.mean(axis=0) - p @ h


# --- cd_gradients ---


@mistake(
    "cd_gradients",
    diagnosis="value",
    keeps=0.5,
    also=["sign"],
    says="these lead away from the data: the last states count positive, the data negative",
)
def cd_downhill(V, W, b, c, k, rng):
    v = V
    for _ in range(k):
        h = rng.random((len(V), len(c))) < hidden_probability(v, W, c)
        v = 1.0 * (rng.random((len(V), len(b))) < visible_probability(h, W, b))
    p, q, V = hidden_probability(V, W, c), hidden_probability(v, W, c), np.asarray(V, dtype=float)
    return (v.T @ q - V.T @ p) / len(V), np.mean(v - V, axis=0), np.mean(q - p, axis=0)


@mistake(
    "cd_gradients",
    diagnosis="rule",
    also=["distribution"],
    says="no unit is drawn: probabilities are passed on from layer to layer",
)
def cd_of_probabilities(V, W, b, c, k, rng):
    v = V
    for _ in range(k):
        v = visible_probability(hidden_probability(v, W, c), W, b)
    p, q, V = hidden_probability(V, W, c), hidden_probability(v, W, c), np.asarray(V, dtype=float)
    return (V.T @ p - v.T @ q) / len(V), np.mean(V - v, axis=0), np.mean(p - q, axis=0)


@mistake(
    "cd_gradients",
    diagnosis="distribution",
    keeps=2,
    says="hidden units are not drawn: their probabilities are passed on",
)
def cd_with_hidden_probabilities(V, W, b, c, k, rng):
    v = V
    for _ in range(k):
        q = visible_probability(hidden_probability(v, W, c), W, b)
        v = 1.0 * (rng.random(q.shape) < q)
    p, q, V = hidden_probability(V, W, c), hidden_probability(v, W, c), np.asarray(V, dtype=float)
    return (V.T @ p - v.T @ q) / len(V), np.mean(V - v, axis=0), np.mean(p - q, axis=0)


@mistake(
    "cd_gradients",
    diagnosis="rule",
    keeps=0.5,
    also=["distribution"],
    says="the visible units are not drawn: their probabilities stand for them",
)
def cd_with_visible_probabilities(V, W, b, c, k, rng):
    v = V
    for _ in range(k):
        v = visible_probability((rng.random((len(V), len(c))) < hidden_probability(v, W, c)), W, b)
    p, q, V = hidden_probability(V, W, c), hidden_probability(v, W, c), np.asarray(V, dtype=float)
    return (V.T @ p - v.T @ q) / len(V), np.mean(V - v, axis=0), np.mean(p - q, axis=0)


@mistake(
    "cd_gradients",
    diagnosis="distribution",
    also=["rule"],
    keeps=1.5,
    says="units take their likelier state: nothing is left to chance",
)
def cd_without_chance(V, W, b, c, k, rng):
    v = V
    for _ in range(k):
        h = 1.0 * (hidden_probability(v, W, c) > 0.5)
        v = 1.0 * (visible_probability(h, W, b) > 0.5)
    p, q, V = hidden_probability(V, W, c), hidden_probability(v, W, c), np.asarray(V, dtype=float)
    return (V.T @ p - v.T @ q) / len(V), np.mean(V - v, axis=0), np.mean(p - q, axis=0)


@mistake(
    "cd_gradients",
    diagnosis="value",
    also=["distribution"],
    keeps=0.5,
    says="only one step is made, whatever k is",
)
def cd_of_one_step(V, W, b, c, k, rng):
    h = rng.random((len(V), len(c))) < hidden_probability(V, W, c)
    v = 1.0 * (rng.random((len(V), len(b))) < visible_probability(h, W, b))
    p, q, V = hidden_probability(V, W, c), hidden_probability(v, W, c), np.asarray(V, dtype=float)
    return (V.T @ p - v.T @ q) / len(V), np.mean(V - v, axis=0), np.mean(p - q, axis=0)


@mistake(
    "cd_gradients",
    diagnosis="value",
    also=["distribution"],
    keeps=0.5,
    says="each step starts from the data again, where it is to go on from the last states",
)
def cd_that_starts_again(V, W, b, c, k, rng):
    for _ in range(k):
        h = rng.random((len(V), len(c))) < hidden_probability(V, W, c)
        v = 1.0 * (rng.random((len(V), len(b))) < visible_probability(h, W, b))
    p, q, V = hidden_probability(V, W, c), hidden_probability(v, W, c), np.asarray(V, dtype=float)
    return (V.T @ p - v.T @ q) / len(V), np.mean(V - v, axis=0), np.mean(p - q, axis=0)


@mistake(
    "cd_gradients",
    diagnosis="value",
    also=["factor", "distribution"],
    keeps=0.5,
    says="the rows are summed, where the mean is asked for",
)
def cd_that_sums_rows(V, W, b, c, k, rng):
    v = V
    for _ in range(k):
        h = rng.random((len(V), len(c))) < hidden_probability(v, W, c)
        v = 1.0 * (rng.random((len(V), len(b))) < visible_probability(h, W, b))
    p, q, V = hidden_probability(V, W, c), hidden_probability(v, W, c), np.asarray(V, dtype=float)
    return V.T @ p - v.T @ q, np.sum(V - v, axis=0), np.sum(p - q, axis=0)


@mistake(
    "cd_gradients",
    diagnosis="value",
    also=["distribution"],
    keeps=0.5,
    says="the last hidden units belong to the visible states of one step before",
)
def cd_with_hidden_units_of_before(V, W, b, c, k, rng):
    v, V = V, np.asarray(V, dtype=float)
    for _ in range(k):
        last = hidden_probability(v, W, c)
        q = visible_probability((rng.random(last.shape) < last), W, b)
        v = 1.0 * (rng.random(q.shape) < q)
    p, V = hidden_probability(V, W, c), np.asarray(V, dtype=float)
    return (V.T @ p - v.T @ last) / len(V), np.mean(V - v, axis=0), np.mean(p - last, axis=0)


@mistake(
    "cd_gradients",
    diagnosis="value",
    also=["rule", "distribution"],
    keeps=2.5,
    says="the last hidden units are drawn, where their probabilities are asked for",
)
def cd_with_last_units_drawn(V, W, b, c, k, rng):
    v = V
    for _ in range(k):
        h = rng.random((len(V), len(c))) < hidden_probability(v, W, c)
        v = 1.0 * (rng.random((len(V), len(b))) < visible_probability(h, W, b))
    last = rng.random((len(V), len(c))) < hidden_probability(v, W, c)
    p, V = hidden_probability(V, W, c), np.asarray(V, dtype=float)
    return (V.T @ p - v.T @ last) / len(V), np.mean(V - v, axis=0), np.mean(p - last, axis=0)


@mistake(
    "cd_gradients",
    diagnosis="distribution",
    keeps=2,
    says="all rows share their draws: one number decides over a unit in every row",
)
def cd_with_shared_draws(V, W, b, c, k, rng):
    v = V
    for _ in range(k):
        h = 1.0 * (rng.random(len(c)) < hidden_probability(v, W, c))
        v = 1.0 * (rng.random(len(b)) < visible_probability(h, W, b))
    p, q, V = hidden_probability(V, W, c), hidden_probability(v, W, c), np.asarray(V, dtype=float)
    return (V.T @ p - v.T @ q) / len(V), np.mean(V - v, axis=0), np.mean(p - q, axis=0)


@mistake(
    "cd_gradients",
    diagnosis="rule",
    keeps=3.5,
    says="the draws come from another generator than rng",
)
def cd_from_elsewhere(V, W, b, c, k, rng):
    v, rng = V, np.random.default_rng()
    for _ in range(k):
        h = rng.random((len(V), len(c))) < hidden_probability(v, W, c)
        v = 1.0 * (rng.random((len(V), len(b))) < visible_probability(h, W, b))
    p, q, V = hidden_probability(V, W, c), hidden_probability(v, W, c), np.asarray(V, dtype=float)
    return (V.T @ p - v.T @ q) / len(V), np.mean(V - v, axis=0), np.mean(p - q, axis=0)


# --- pseudo_log_likelihood ---


@mistake(
    "pseudo_log_likelihood",
    diagnosis="distribution",
    says="one bit is drawn for all rows together",
)
def pseudo_of_one_bit(V, W, b, c, rng):
    V = np.asarray(V, dtype=float)
    d = V.shape[1]
    i = rng.integers(d)
    flipped = V.copy()
    flipped[:, i] = 1.0 - flipped[:, i]
    rise = rbm_free_energy(flipped, W, b, c) - rbm_free_energy(V, W, b, c)
    return -d * np.mean(np.logaddexp(0.0, -rise))


@mistake(
    "pseudo_log_likelihood",
    diagnosis="value",
    also=["factor"],
    says="it is not scaled by the number of bits",
)
def pseudo_that_is_not_scaled(V, W, b, c, rng):
    V = np.asarray(V, dtype=float)
    n, d = V.shape
    flipped = V.copy()
    at = np.arange(n), rng.integers(d, size=n)
    flipped[at] = 1.0 - flipped[at]
    rise = rbm_free_energy(flipped, W, b, c) - rbm_free_energy(V, W, b, c)
    return -np.mean(np.logaddexp(0.0, -rise))


@mistake(
    "pseudo_log_likelihood",
    diagnosis="value",
    says="this is the probability of the flipped bit, and not of the one that is there",
)
def pseudo_of_the_flipped_bit(V, W, b, c, rng):
    V = np.asarray(V, dtype=float)
    n, d = V.shape
    flipped = V.copy()
    at = np.arange(n), rng.integers(d, size=n)
    flipped[at] = 1.0 - flipped[at]
    rise = rbm_free_energy(flipped, W, b, c) - rbm_free_energy(V, W, b, c)
    return -d * np.mean(np.logaddexp(0.0, rise))


@mistake(
    "pseudo_log_likelihood",
    diagnosis="value",
    also=["factor"],
    says="it is scaled by the number of rows",
)
def pseudo_scaled_by_rows(V, W, b, c, rng):
    V = np.asarray(V, dtype=float)
    n, d = V.shape
    flipped = V.copy()
    at = np.arange(n), rng.integers(d, size=n)
    flipped[at] = 1.0 - flipped[at]
    rise = rbm_free_energy(flipped, W, b, c) - rbm_free_energy(V, W, b, c)
    return -n * np.mean(np.logaddexp(0.0, -rise))


@mistake(
    "pseudo_log_likelihood",
    diagnosis="rule",
    also=["distribution"],
    says="all bits are averaged over: none is drawn",
)
def pseudo_of_all_bits(V, W, b, c, rng):
    V = np.asarray(V, dtype=float)
    total = 0.0
    for i in range(V.shape[1]):
        flipped = V.copy()
        flipped[:, i] = 1.0 - flipped[:, i]
        rise = rbm_free_energy(flipped, W, b, c) - rbm_free_energy(V, W, b, c)
        total -= np.mean(np.logaddexp(0.0, -rise))
    return total


@mistake(
    "pseudo_log_likelihood",
    diagnosis="distribution",
    also=["exception"],
    says="the last bit is never drawn: the end of a range is not in it",
)
def pseudo_without_the_last_bit(V, W, b, c, rng):
    V = np.asarray(V, dtype=float)
    n, d = V.shape
    flipped = V.copy()
    at = np.arange(n), rng.integers(max(d - 1, 1), size=n)
    flipped[at] = 1.0 - flipped[at]
    rise = rbm_free_energy(flipped, W, b, c) - rbm_free_energy(V, W, b, c)
    return -d * np.mean(np.logaddexp(0.0, -rise))


# --- train_rbm ---


@mistake(
    "train_rbm",
    diagnosis="rule",
    says="the weights start at zero, where all hidden units are alike and learn the same",
    keeps=0.5,
)
def train_from_zero(V, n_hidden, rng):
    d = np.shape(V)[1]
    W, b, c = np.zeros((d, n_hidden)), np.zeros(d), np.zeros(n_hidden)
    for _ in range(100):
        dW, db, dc = cd_gradients(V, W, b, c, 1, rng)
        W, b, c = W + 0.1 * dW, b + 0.1 * db, c + 0.1 * dc
    return W, b, c


@mistake("train_rbm", diagnosis="rule", keeps=0.5, says="the weights walk downhill")
def train_downhill(V, n_hidden, rng):
    d = np.shape(V)[1]
    W, b, c = rng.normal(0.0, 0.1, (d, n_hidden)), np.zeros(d), np.zeros(n_hidden)
    for _ in range(100):
        dW, db, dc = cd_gradients(V, W, b, c, 1, rng)
        W, b, c = W - 0.1 * dW, b - 0.1 * db, c - 0.1 * dc
    return W, b, c


@mistake("train_rbm", diagnosis="rule", keeps=0.5, says="it stops long before it has learned")
def train_too_short(V, n_hidden, rng):
    d = np.shape(V)[1]
    W, b, c = rng.normal(0.0, 0.1, (d, n_hidden)), np.zeros(d), np.zeros(n_hidden)
    for _ in range(60):
        dW, db, dc = cd_gradients(V, W, b, c, 1, rng)
        W, b, c = W + 0.5 * dW, b + 0.5 * db, c + 0.5 * dc
    return W, b, c


@mistake("train_rbm", diagnosis="rule", keeps=0.5, says="the steps are so large that noise rules")
def train_too_fast(V, n_hidden, rng):
    d = np.shape(V)[1]
    W, b, c = rng.normal(0.0, 0.1, (d, n_hidden)), np.zeros(d), np.zeros(n_hidden)
    for _ in range(200):
        dW, db, dc = cd_gradients(V, W, b, c, 1, rng)
        W, b, c = W + 10 * dW, b + 10 * db, c + 10 * dc
    return W, b, c


@mistake(
    "train_rbm",
    diagnosis="rule",
    keeps=0.5,
    says="only the first phase counts: the weights grow, and nothing holds them back",
)
def train_in_one_phase(V, n_hidden, rng):
    V = np.asarray(V, dtype=float)
    W, b, c = rng.normal(0.0, 0.1, (V.shape[1], n_hidden)), np.zeros(V.shape[1]), np.zeros(n_hidden)
    for _ in range(100):
        p = hidden_probability(V, W, c)
        W, b, c = W + 0.1 * V.T @ p / len(V), b + 0.1 * V.mean(axis=0), c + 0.1 * p.mean(axis=0)
    return W, b, c


@mistake(
    "train_rbm",
    diagnosis="rule",
    keeps=0.5,
    says="the biases learn, and the weights stay as they are",
)
def train_of_biases_alone(V, n_hidden, rng):
    d = np.shape(V)[1]
    W, b, c = rng.normal(0.0, 0.1, (d, n_hidden)), np.zeros(d), np.zeros(n_hidden)
    for _ in range(100):
        _, db, dc = cd_gradients(V, W, b, c, 1, rng)
        b, c = b + 0.5 * db, c + 0.5 * dc
    return W, b, c


@mistake(
    "train_rbm",
    diagnosis="shape",
    also=["transposed"],
    says="weights are returned with the hidden units first",
)
def train_that_returns_it_turned(V, n_hidden, rng):
    d = np.shape(V)[1]
    W, b, c = rng.normal(0.0, 0.1, (d, n_hidden)), np.zeros(d), np.zeros(n_hidden)
    for _ in range(50):
        dW, db, dc = cd_gradients(V, W, b, c, 1, rng)
        W, b, c = W + 0.5 * dW, b + 0.5 * db, c + 0.5 * dc
    return W.T, b, c
