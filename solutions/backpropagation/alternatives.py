"""Right answers in other styles, which every check must accept."""

import numpy as np

from autograder.checks import alternative

from .reference import (
    affine_backward,
    affine_forward,
    init_mlp,
    minibatches,
    mlp_forward,
    mlp_gradients,
    mlp_loss,
    mse_loss,
    relu_backward,
    relu_forward,
    sigmoid_backward,
    sigmoid_forward,
    softmax_cross_entropy,
    train,
)

# --- affine ----------------------------------------------------------------------------


@alternative("affine_forward")
def affine_by_einsum(X, W, b):
    X, W = np.array(X, dtype=float), np.array(W, dtype=float)
    return np.einsum("ij,jk->ik", X, W) + np.asarray(b)[np.newaxis, :]


@alternative("affine_forward")
def affine_sample_by_sample(X, W, b):
    W = np.asarray(W, dtype=float)
    return np.array([np.asarray(x, dtype=float) @ W + b for x in X])


@alternative("affine_backward")
def affine_backward_by_einsum(dZ, X, W):
    dZ, X, W = (np.array(a, dtype=float) for a in (dZ, X, W))
    return [np.einsum("ik,jk->ij", dZ, W), np.einsum("ij,ik->jk", X, dZ), np.einsum("ik->k", dZ)]


@alternative("affine_backward")
def affine_backward_by_a_loop(dZ, X, W):
    dZ, X, W = (np.array(a, dtype=float) for a in (dZ, X, W))
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(W.shape[1])
    for i in range(len(X)):
        dX[i] = W @ dZ[i]
        dW += np.outer(X[i], dZ[i])
        db += dZ[i]
    return dX, dW, db


# --- activations -----------------------------------------------------------------------


@alternative("relu_forward")
def relu_by_a_mask(Z):
    Z = np.asarray(Z, dtype=float)
    return Z * (Z > 0)


@alternative("relu_forward")
def relu_by_clipping(Z):
    return np.clip(np.array(Z, dtype=float), 0.0, None)


@alternative("relu_backward")
def relu_backward_by_a_product(dA, Z):
    return np.asarray(dA, dtype=float) * (np.asarray(Z) > 0)


@alternative("relu_backward")
def relu_backward_by_setting_zeros(dA, Z):
    dZ = np.array(dA, dtype=float)
    dZ[np.asarray(Z) <= 0] = 0.0
    return dZ


@alternative("sigmoid_forward")
def sigmoid_by_tanh(Z):
    return 0.5 * (1.0 + np.tanh(0.5 * np.asarray(Z, dtype=float)))


@alternative("sigmoid_forward")
def sigmoid_by_the_logarithm(Z):
    return np.exp(-np.logaddexp(0.0, -np.asarray(Z, dtype=float)))


@alternative("sigmoid_backward")
def sigmoid_backward_by_a_difference(dA, A):
    A = np.asarray(A, dtype=float)
    return (A - np.square(A)) * np.asarray(dA)


@alternative("sigmoid_backward")
def sigmoid_backward_by_a_list(dA, A):
    dA, A = np.asarray(dA, dtype=float), np.asarray(A, dtype=float)
    flat = [g * a * (1 - a) for g, a in zip(dA.ravel(), A.ravel())]
    return np.reshape(flat, A.shape)


# --- losses ----------------------------------------------------------------------------


@alternative("mse_loss")
def mse_as_a_mean_of_lengths(pred, target):
    error = np.array(pred, dtype=float) - np.array(target, dtype=float)
    return 0.5 * np.mean(np.linalg.norm(error, axis=1) ** 2), error / error.shape[0]


@alternative("mse_loss")
def mse_by_an_inner_product(pred, target):
    error = np.subtract(pred, target, dtype=float)
    n = np.shape(pred)[0]
    return [float(np.vdot(error, error)) / n / 2, error * (1 / n)]


@alternative("softmax_cross_entropy")
def cross_entropy_by_one_hot(Z, y):
    Z = np.asarray(Z, dtype=float)
    Y = np.eye(Z.shape[1])[np.asarray(y)]
    Z = Z - np.max(Z, axis=-1)[:, np.newaxis]
    E = np.exp(Z)
    S = E.sum(axis=1)
    return np.mean(np.log(S) - np.sum(Z * Y, axis=1)), (E / S[:, np.newaxis] - Y) / len(Z)


@alternative("softmax_cross_entropy")
def cross_entropy_sample_by_sample(Z, y):
    losses, rows = [], []
    for z, c in zip(np.array(Z, dtype=float), y):
        total = np.logaddexp.reduce(z)
        row = np.exp(z - total)
        row[c] -= 1
        losses.append(total - z[c])
        rows.append(row / len(Z))
    return np.mean(losses), np.array(rows)


# --- mlp_forward and mlp_loss ----------------------------------------------------------


@alternative("mlp_forward")
def forward_by_an_index(params, X, activation="relu"):
    A, caches = np.array(X, dtype=float), []
    for i, (W, b) in enumerate(params):
        caches.append(A)
        A = affine_forward(A, W, b)
        if i < len(params) - 1:
            if activation == "relu":
                A = relu_forward(A)
            elif activation == "sigmoid":
                A = sigmoid_forward(A)
            else:
                A = np.tanh(A)
    return A, caches


@alternative("mlp_forward")
def forward_by_recursion(params, X, activation="relu"):
    (W, b), *rest = params
    Z = np.asarray(X, dtype=float) @ np.asarray(W, dtype=float) + np.asarray(b, dtype=float)
    if not rest:
        return Z, [np.asarray(X, dtype=float)]
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    output, caches = mlp_forward(rest, f(Z), activation)
    return output, [np.asarray(X, dtype=float), *caches]


@alternative("mlp_loss")
def loss_step_by_step(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output = mlp_forward(params, X, activation)[0]
    value = mse_loss(output, y)[0] if loss == "mse" else softmax_cross_entropy(output, y)[0]
    for W, _ in params:
        value = value + 0.5 * l2 * np.sum(np.square(W, dtype=float))
    return value


@alternative("mlp_loss")
def loss_with_all_weights_in_a_row(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output = mlp_forward(params, X, activation)[0]
    weights = np.concatenate([np.ravel(W) for W, _ in params]).astype(float)
    data = {"mse": mse_loss, "softmax": softmax_cross_entropy}[loss](output, y)[0]
    return data + l2 * (weights @ weights) / 2


# --- mlp_gradients ---------------------------------------------------------------------


@alternative("mlp_gradients")
def gradients_with_pre_activations(params, X, y, activation="relu", loss="softmax", l2=0.0):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    params = [(np.array(W, dtype=float), np.array(b, dtype=float)) for W, b in params]
    inputs, zs = [np.array(X, dtype=float)], []
    for W, b in params:
        zs.append(inputs[-1] @ W + b)
        inputs.append(f(zs[-1]))
    dZ = (mse_loss if loss == "mse" else softmax_cross_entropy)(zs[-1], y)[1]
    gradients = [None] * len(params)
    for i in range(len(params) - 1, -1, -1):
        gradients[i] = (inputs[i].T @ dZ + l2 * params[i][0], np.sum(dZ, axis=0))
        if i > 0:
            dA = dZ @ params[i][0].T
            if activation == "relu":
                dZ = relu_backward(dA, zs[i - 1])
            elif activation == "sigmoid":
                dZ = sigmoid_backward(dA, inputs[i])
            else:
                dZ = dA / np.cosh(np.clip(zs[i - 1], -300, 300)) ** 2
    return gradients


@alternative("mlp_gradients")
def gradients_by_recursion(params, X, y, activation="relu", loss="softmax", l2=0.0):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    slope = {"relu": lambda A: A > 0, "sigmoid": lambda A: A * (1 - A), "tanh": lambda A: 1 - A * A}
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]

    def sweep(layer, A):
        """Gradients from this layer on, and the gradient of its input."""
        W = np.asarray(params[layer][0], dtype=float)
        Z = affine_forward(A, *params[layer])
        if layer == len(params) - 1:
            later, dZ = [], criterion(Z, y)[1]
        else:
            B = f(Z)
            later, dB = sweep(layer + 1, B)
            dZ = dB * slope[activation](B)
        dA, dW, db = affine_backward(dZ, A, W)
        return [(dW + l2 * W, db), *later], dA

    return sweep(0, np.asarray(X, dtype=float))[0]


# --- init_mlp --------------------------------------------------------------------------


@alternative("init_mlp")
def init_by_scale(sizes, rng):
    return [
        (rng.normal(0.0, (2 / m) ** 0.5, (m, k)), np.zeros(k))
        for m, k in ((sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1))
    ]


@alternative("init_mlp")
def init_from_the_last_layer(sizes, rng):
    params = []
    for i in range(len(sizes) - 1, 0, -1):
        W = rng.standard_normal((sizes[i], sizes[i - 1])).T * np.sqrt(2.0 / sizes[i - 1])
        params.insert(0, (W, np.zeros(sizes[i])))
    return params


# --- train -----------------------------------------------------------------------------


@alternative("train")
def train_by_own_shuffle(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y, order = np.array(X, dtype=float), np.array(y), np.arange(len(X))
    params = [(np.array(W, dtype=float), np.array(b, dtype=float)) for W, b in params]
    losses = np.zeros(n_epochs)
    for epoch in range(n_epochs):
        rng.shuffle(order)
        starts = range(0, len(order), batch_size)
        for start in starts:
            some = order[start : start + batch_size]
            value = mlp_loss(params, X[some], y[some], activation, loss, l2)
            losses[epoch] += value / len(starts)
            slopes = mlp_gradients(params, X[some], y[some], activation, loss, l2)
            for (W, b), (dW, db) in zip(params, slopes):
                W -= lr * dW
                b -= lr * db
    return params, losses


@alternative("train")
def train_with_lists(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    losses = []
    params = [[np.asarray(p, dtype=float) for p in pair] for pair in params]
    for _ in range(n_epochs):
        total, count = 0.0, 0
        for batch in list(minibatches(len(y), batch_size, rng)):
            inputs = np.array([X[i] for i in batch])
            targets = np.array([y[i] for i in batch])
            total += mlp_loss(params, inputs, targets, activation, loss, l2)
            count += 1
            slopes = mlp_gradients(params, inputs, targets, activation, loss, l2)
            params = [[p - lr * g for p, g in zip(*both)] for both in zip(params, slopes)]
        losses += [total / count]
    return params, losses


@alternative("train")
def train_epoch_by_epoch(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    options = {"activation": activation, "loss": loss, "l2": l2}
    X, y = np.asarray(X, dtype=float), np.asarray(y)

    def epoch(params):
        order = rng.permutation(len(X))
        values = []
        for batch in np.split(order, np.arange(batch_size, len(X), batch_size)):
            values.append(mlp_loss(params, X[batch], y[batch], **options))
            slopes = mlp_gradients(params, X[batch], y[batch], **options)
            params = [(W - lr * u, b - lr * v) for (W, b), (u, v) in zip(params, slopes)]
        return params, sum(values) / len(values)

    losses = []
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    while len(losses) < n_epochs:
        params, value = epoch(params)
        losses.append(value)
    return params, np.array(losses)


# --- chance_loss -----------------------------------------------------------------------


@alternative("chance_loss")
def chance_by_counting(y, k):
    shares = np.bincount(y, minlength=k) / len(y)
    return -sum(p * np.log(p) for p in shares if p)


@alternative("chance_loss")
def chance_by_the_labels(y, k):
    y = list(y)
    return -np.mean([np.log(y.count(label) / len(y)) for label in y])


@alternative("chance_loss")
def chance_by_the_loss_of_constant_scores(y, k):
    _, counts = np.unique(y, return_counts=True)
    return np.log(len(y)) - np.sum(counts * np.log(counts)) / len(y)


# --- overfit ---------------------------------------------------------------------------


@alternative("overfit")
def by_heart_until_it_is_known(X, y, rng):
    params = init_mlp([64, 32, 32, 10], rng)
    for _ in range(200):
        if mlp_loss(params, X, y) < 0.005:
            break
        params, _ = train(params, X, y, 0.1, 20, 10, rng)
    return params


@alternative("overfit")
def by_heart_in_batches(X, y, rng):
    params, _ = train(init_mlp([64, 100, 10], rng), X, y, 0.2, 200, 5, rng)
    return tuple(params)


# --- fit_digits ------------------------------------------------------------------------


@alternative("fit_digits")
def digits_by_momentum(X, y, rng):
    params = init_mlp([64, 64, int(max(y)) + 1], rng)
    speeds = [(np.zeros_like(W), np.zeros_like(b)) for W, b in params]
    for _ in range(30):
        for batch in minibatches(len(y), 32, rng):
            slopes = mlp_gradients(params, X[batch], y[batch], l2=1e-3)
            speeds = [
                (0.9 * u - 0.03 * dW, 0.9 * v - 0.03 * db)
                for (u, v), (dW, db) in zip(speeds, slopes)
            ]
            params = [(W + u, b + v) for (W, b), (u, v) in zip(params, speeds)]
    return lambda X: np.argmax(mlp_forward(params, X)[0], axis=-1)


@alternative("fit_digits")
def digits_by_a_vote(X, y, rng):
    voters = []
    for _ in range(3):
        start = init_mlp([X.shape[1], 64, len(set(y.tolist()))], rng)
        voters.append(train(start, X, y, 0.3, 20, 32, rng)[0])

    def predict(X):
        scores = [mlp_forward(params, X)[0] for params in voters]
        shares = [np.exp(Z - Z.max(axis=1, keepdims=True)) for Z in scores]
        return sum(P / P.sum(axis=1, keepdims=True) for P in shares).argmax(axis=1)

    return predict


@alternative("fit_digits")
def digits_by_squares(X, y, rng):
    targets = np.eye(10)[y]
    params = init_mlp([64, 64, 10], rng)
    params, _ = train(params, X, targets, 0.1, 30, 16, rng, "tanh", "mse")
    return lambda X: mlp_forward(params, X, "tanh")[0].argmax(axis=1)
