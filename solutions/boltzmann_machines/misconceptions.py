"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

from .reference import rbm_free_energy, sigmoid

# --- energies ---


@formula("rbm_energy")
def energy_by_fields(v, h, W, b, c):
    return -np.sum(v @ W * h, axis=-1) - v @ b - h @ c


@misconception("rbm_energy", says="the biases raise the energy of units that are on")
def energy_with_biases_turned(v, h, W, b, c):
    return -np.sum(v @ W * h, axis=-1) + v @ b + h @ c


@misconception("rbm_energy", says="only the biases of the visible units are there")
def energy_with_visible_biases(v, h, W, b, c):
    return -np.sum(v @ W * h, axis=-1) - v @ b


@formula("rbm_free_energy")
def free_energy_by_logarithms(v, W, b, c):
    return -v @ b - np.sum(np.log(1 + np.exp(v @ W + c)), axis=-1)


@misconception("rbm_free_energy", says="the biases of the hidden units are left out")
def free_energy_without_hidden_biases(v, W, b, c):
    return -v @ b - np.sum(np.logaddexp(0.0, v @ W), axis=-1)


@misconception("rbm_free_energy", says="hidden units are -1 and +1 here, where they are 0 and 1")
def free_energy_of_spins(v, W, b, c):
    field = v @ W + c
    return -v @ b - np.sum(np.logaddexp(field, -field), axis=-1)


@misconception("rbm_free_energy", says="the softplus of the hidden units raises the free energy")
def free_energy_with_a_softplus_added(v, W, b, c):
    return -v @ b + np.sum(np.logaddexp(0.0, v @ W + c), axis=-1)


@misconception("rbm_free_energy", says="the visible units' biases raise the free energy")
def free_energy_with_visible_biases_turned(v, W, b, c):
    return v @ b - np.sum(np.logaddexp(0.0, v @ W + c), axis=-1)


# --- one layer given the other ---


@misconception("hidden_probability", says="these are the fields, and no probabilities")
def hidden_fields(v, W, c):
    return v @ W + c


@misconception("hidden_probability", says="the bias lowers the field")
def hidden_with_biases_turned(v, W, c):
    return sigmoid(v @ W - c)


@misconception("visible_probability", says="these are the fields, and no probabilities")
def visible_fields(h, W, b):
    return h @ W.T + b


@misconception("visible_probability", says="the bias lowers the field")
def visible_with_biases_turned(h, W, b):
    return sigmoid(h @ W.T - b)


# --- the likelihood ---


@misconception("exact_log_likelihood", says="Z is summed over states of -1 and +1")
def likelihood_over_spins(V, W, b, c):
    d = len(b)
    states = np.indices((2,) * min(d, 12)).reshape(min(d, 12), -1).T * 2.0 - 1.0
    minus = -rbm_free_energy(states, W, b, c)
    return -np.mean(rbm_free_energy(V, W, b, c)) - np.logaddexp.reduce(minus)
