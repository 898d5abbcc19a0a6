"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative

from .reference import (
    batchnorm_backward,
    batchnorm_forward,
    running_statistics,
    train,
    xavier_uniform,
)


@alternative("xavier_uniform")
def xavier_from_the_unit_interval(fan_in, fan_out, rng):
    a = np.sqrt(6.0 / (fan_in + fan_out))
    return a * (2 * rng.random((fan_in, fan_out)) - 1)


@alternative("xavier_uniform")
def xavier_row_by_row(fan_in, fan_out, rng):
    spread = np.sqrt(2 / (fan_in + fan_out))
    a = np.sqrt(3) * spread
    return np.array([rng.uniform(low=-a, high=a, size=fan_out) for _ in range(fan_in)])


@alternative("he_normal")
def he_with_the_spread_as_an_argument(fan_in, fan_out, rng):
    return rng.normal(0.0, (2 / fan_in) ** 0.5, size=(fan_in, fan_out))


@alternative("he_normal")
def he_by_standard_normals_transposed(fan_in, fan_out, rng):
    return rng.standard_normal((fan_out, fan_in)).T / np.sqrt(fan_in / 2)


@alternative("forward_variances")
def variances_by_pairs_of_sizes(sizes, init, activation, X, rng):
    A = np.array(X, dtype=float)
    found = np.zeros(len(sizes) - 1)
    for layer in range(len(sizes) - 1):
        W = init(sizes[layer], sizes[layer + 1], rng)
        A = np.asarray(activation(np.einsum("nd,dk->nk", A, W)))
        found[layer] = np.mean((A - A.mean()) ** 2)
    return found


@alternative("forward_variances")
def variances_after_the_whole_pass(sizes, init, activation, X, rng):
    layers = [np.asarray(X, dtype=float)]
    for fan_in, fan_out in zip(sizes, list(sizes)[1:]):
        layers.append(activation(np.dot(layers[-1], init(fan_in, fan_out, rng))))
    return np.array([np.std(A) ** 2 for A in layers[1:]])


@alternative("batchnorm_forward")
def batchnorm_step_by_step(X, gamma, beta, eps=1e-5):
    X, gamma, beta = (np.array(a, dtype=float) for a in (X, gamma, beta))
    mu = X.sum(axis=0) / len(X)
    C = X - mu
    V = (C * C).sum(axis=0) / len(X)
    s = (V + eps) ** 0.5
    X_hat = C / s
    return X_hat * gamma + beta, [X_hat, gamma, s]


@alternative("batchnorm_forward")
def batchnorm_column_by_column(X, gamma, beta, eps=1e-5):
    X = np.array(X, dtype=float)
    out, X_hat, s = np.empty_like(X), np.empty_like(X), np.empty(X.shape[1])
    for j, column in enumerate(X.T):
        s[j] = np.sqrt(np.mean((column - column.mean()) ** 2) + eps)
        X_hat[:, j] = (column - np.mean(column)) / s[j]
        out[:, j] = gamma[j] * X_hat[:, j] + beta[j]
    return out, (X_hat, np.array(gamma, dtype=float), s)


@alternative("batchnorm_backward")
def batchnorm_backward_through_every_node(dout, cache):
    X_hat, gamma, s = cache
    dout = np.array(dout, dtype=float)
    n = len(dout)
    C = X_hat * s
    dX_hat = dout * gamma
    ds = -(dX_hat * C).sum(axis=0) / s**2
    dV = ds / (2 * s)
    dC = dX_hat / s + 2 * C * dV / n
    dmu = -dC.sum(axis=0)
    return dC + dmu / n, (dout * X_hat).sum(axis=0), dout.sum(axis=0)


@alternative("batchnorm_backward")
def batchnorm_backward_with_sums(dout, cache):
    X_hat, gamma, s = cache
    dout = np.asarray(dout, dtype=float)
    n = dout.shape[0]
    dgamma, dbeta = np.einsum("nd,nd->d", dout, X_hat), np.einsum("nd->d", dout)
    return gamma / (n * s) * (n * dout - dbeta - X_hat * dgamma), dgamma, dbeta


@alternative("running_statistics")
def running_by_a_step_toward_the_batch(mean, var, X, momentum=0.9):
    X, mean, var = (np.array(a, dtype=float) for a in (X, mean, var))
    mu = X.sum(axis=0) / len(X)
    V = ((X - mu) ** 2).sum(axis=0) / len(X)
    return mean + (1 - momentum) * (mu - mean), var + (1 - momentum) * (V - var)


@alternative("running_statistics")
def running_by_averages(mean, var, X, momentum=0.9):
    X = np.asarray(X, dtype=float)
    weights = [momentum, 1 - momentum]
    return (
        np.average([mean, X.mean(axis=0)], axis=0, weights=weights),
        np.average([var, X.std(axis=0) ** 2], axis=0, weights=weights),
    )


@alternative("batchnorm_test")
def after_training_as_scale_and_shift(X, gamma, beta, mean, var, eps=1e-5):
    X = np.array(X, dtype=float)
    scale = np.array(gamma) * (np.array(var) + eps) ** -0.5
    return X * scale + (beta - np.array(mean) * scale)


@alternative("batchnorm_test")
def after_training_column_by_column(X, gamma, beta, mean, var, eps=1e-5):
    X = np.array(X, dtype=float)
    columns = [
        g * (x - m) / np.sqrt(v + eps) + b for x, g, b, m, v in zip(X.T, gamma, beta, mean, var)
    ]
    return np.stack(columns, axis=1)


@alternative("train_deep")
def deep_by_tanh_and_xavier(X, y, rng):
    params = []
    sizes = [2, *[32] * 20, 2]
    for fan_in, fan_out in zip(sizes[:-1], sizes[1:]):
        params.append((xavier_uniform(fan_in, fan_out, rng), np.zeros(fan_out)))
    return train(params, X, y, 0.02, 40, 16, rng, "tanh")[0], "tanh"


@alternative("train_deep")
def deep_with_normalized_batches(X, y, rng):
    """Batch normalization before each ReLU, taken into the weights when training is over."""
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    sizes = [2, *[32] * 20, 2]
    weights = [xavier_uniform(d, m, rng) for d, m in zip(sizes, sizes[1:])]
    scales = [[np.ones(m), np.zeros(m)] for m in sizes[1:]]
    known = [(np.zeros(m), np.ones(m)) for m in sizes[1:]]
    for epoch in range(30):
        rate = 0.1 * (1 - epoch / 30)
        order = rng.permutation(len(y))
        for start in range(0, len(y), 50):
            at = order[start : start + 50]
            A, steps = X[at], []
            for layer, (W, (gamma, beta)) in enumerate(zip(weights, scales)):
                Z = A @ W
                known[layer] = running_statistics(*known[layer], Z)
                N, cache = batchnorm_forward(Z, gamma, beta)
                steps.append((A, cache, N))
                A = np.maximum(N, 0) if layer < 20 else N
            P = np.exp(A - A.max(axis=1, keepdims=True))
            G = (P / P.sum(axis=1, keepdims=True) - np.eye(2)[y[at]]) / len(at)
            for layer in reversed(range(21)):
                before, cache, N = steps[layer]
                G = G * (N > 0) if layer < 20 else G
                dZ, dgamma, dbeta = batchnorm_backward(G, cache)
                G = dZ @ weights[layer].T
                weights[layer] = weights[layer] - rate * before.T @ dZ
                gamma, beta = scales[layer]
                scales[layer] = [gamma - rate * dgamma, beta - rate * dbeta]
    params = []
    for W, (gamma, beta), (mean, var) in zip(weights, scales, known):
        factor = gamma / np.sqrt(var + 1e-5)
        params.append((W * factor, beta - mean * factor))
    return params, "relu"
