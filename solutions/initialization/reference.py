"""Reference answers: initialization."""

import numpy as np

from ..backpropagation.reference import train

WRITTEN = {
    "why_random": """
(a) In both. In the first network all hidden units have the same activation and the same slope on
every sample, but the error that comes back to unit j is multiplied by its output weight, which is
not that of the others. So the weights of the hidden units get different gradients and differ after
the first step. (With one output these gradients are all multiples of one vector, so at first the
units differ in one direction only.) Both layers learn from the first step on.
In the second network the error that comes back is multiplied by output weights of zero, so the
hidden layer does not move in the first step; but its units are different already. Their activations
differ, so the output weights get gradients that differ, and are not zero after that step. From the
second step on the hidden layer learns too. To start equal is harmful only where nothing else
makes a difference.

(b) No, they become different. Each unit draws its own mask, so on a given step some units are
dropped and others are not, and their gradients differ. (It is a poor replacement for random
weights all the same, since units that differ only by their masks stay alike for a while.)

(1 point for (a): gradients of hidden weights carry the output weight, those of output weights the
activation, and what follows for each network; 1 point for (b) with its reason.)
""",
}


def xavier_uniform(fan_in, fan_out, rng):
    # a uniform number between -r and r has the variance r² / 3
    r = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-r, r, size=(fan_in, fan_out))


def he_normal(fan_in, fan_out, rng):
    return np.sqrt(2 / fan_in) * rng.normal(size=(fan_in, fan_out))


def forward_variances(sizes, init, activation, X, rng):
    A = np.asarray(X, dtype=float)
    variances = []
    for width in sizes[1:]:
        A = activation(A @ init(A.shape[1], width, rng))
        variances.append(np.var(A))
    return np.array(variances)


def batchnorm_forward(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.asarray(a, dtype=float) for a in (X, gamma, beta))
    std = np.sqrt(np.var(X, axis=0) + eps)
    X_hat = (X - np.mean(X, axis=0)) / std
    return gamma * X_hat + beta, (X_hat, gamma, std)


def batchnorm_backward(dout, cache):
    X_hat, gamma, std = cache
    dout = np.asarray(dout, dtype=float)
    dX_hat = gamma * dout
    # what would move the mean or the variance of a column is taken out
    dX = (dX_hat - np.mean(dX_hat, axis=0) - X_hat * np.mean(dX_hat * X_hat, axis=0)) / std
    return dX, np.sum(dout * X_hat, axis=0), np.sum(dout, axis=0)


def running_statistics(mean, var, X, momentum=0.9):
    mean, var, X = (np.asarray(a, dtype=float) for a in (mean, var, X))
    new_mean = momentum * mean + (1 - momentum) * np.mean(X, axis=0)
    new_var = momentum * var + (1 - momentum) * np.var(X, axis=0)
    return new_mean, new_var


def batchnorm_test(X, gamma, beta, mean, var, eps=1e-5):
    X, gamma, beta, mean, var = (np.asarray(a, dtype=float) for a in (X, gamma, beta, mean, var))
    return gamma * (X - mean) / np.sqrt(var + eps) + beta


def train_deep(X, y, rng):
    sizes = [2] + [32] * 20 + [2]
    params = [(he_normal(d, m, rng), np.zeros(m)) for d, m in zip(sizes, sizes[1:])]
    params, _ = train(params, X, y, 0.02, 20, 32, rng)
    return params, "relu"
