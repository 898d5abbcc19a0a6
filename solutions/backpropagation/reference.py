"""Reference answers: backpropagation."""

import numpy as np

from ..linear_regression.reference import minibatches
from ..softmax_regression.reference import one_hot

WRITTEN = {
    "equal_weights": """
(a) With $W_2 = 0$ the gradient that reaches the hidden layer is
$dA = dZ_2 W_2^{\\mathsf T} = 0$, so $dZ_1 = 0$, $dW_1 = 0$ and $db_1 = 0$. The hidden layer is
$A = \\tanh(0) = 0$, so $dW_2 = A^{\\mathsf T} dZ_2 = 0$ too. Only
$db_2 = \\sum_i dZ_{2,i}$ is not zero (unless the classes are equally frequent): the output bias
alone learns, the network outputs the frequencies of the classes, and the weights stay at zero
for ever, since nothing in these products changes when $b_2$ does.

(b) All columns of $W_1$ are equal, so all hidden units compute the same, and all columns of $A$
are equal. All rows of $W_2$ are equal, so all columns of $dA$, of $dZ_1$ and of $dW_1$ are
equal, and all rows of $dW_2$. After the step the weights are equal again, by induction for
ever: the network is one hidden unit, counted many times. Random weights, different for each
unit, break the symmetry; the biases may start at zero.

(1 point for (a): which gradients vanish and why; 1 point for (b): units that are equal get
equal gradients and stay equal.)
""",
}


def affine_forward(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return X @ W + b


def affine_backward(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    # every sample uses the same weights, so their gradients add up over the samples
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)


def relu_forward(Z):
    return np.maximum(np.asarray(Z, dtype=float), 0.0)


def relu_backward(dA, Z):
    dA, Z = (np.asarray(a, dtype=float) for a in (dA, Z))
    return np.where(Z > 0, dA, 0.0)


def sigmoid_forward(Z):
    Z = np.asarray(Z, dtype=float)
    # exp of a number that is never positive cannot overflow
    e = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1.0, e) / (1.0 + e)


def sigmoid_backward(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    return dA * A * (1.0 - A)


def mse_loss(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    error = pred - target
    n = len(error)
    return np.sum(error**2) / (2 * n), error / n


def softmax_cross_entropy(Z, y):
    Z = np.asarray(Z, dtype=float)
    n = len(y)
    # the largest logit of each sample becomes 0, so exp cannot overflow
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    dZ = np.exp(log_p)
    dZ[np.arange(n), y] -= 1.0
    return -np.mean(log_p[np.arange(n), y]), dZ / n


def mlp_forward(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    inputs = [np.asarray(X, dtype=float)]
    for W, b in params[:-1]:
        inputs.append(f(affine_forward(inputs[-1], W, b)))
    return affine_forward(inputs[-1], *params[-1]), inputs


def mlp_loss(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    penalty = sum(np.sum(np.asarray(W, dtype=float) ** 2) for W, _ in params)
    return criterion(output, y)[0] + l2 / 2 * penalty


def mlp_gradients(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    # all three slopes follow from the output A of the activation; A > 0 where Z > 0
    backward = {
        "relu": relu_backward,
        "sigmoid": sigmoid_backward,
        "tanh": lambda dA, A: dA * (1.0 - A**2),
    }[activation]
    output, inputs = mlp_forward(params, X, activation)
    _, dZ = criterion(output, y)
    gradients = []
    for (W, _), A in zip(reversed(params), reversed(inputs)):
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * np.asarray(W, dtype=float), db))
        dZ = backward(dA, A)
    return gradients[::-1]


def init_mlp(sizes, rng):
    params = []
    for layer in range(1, len(sizes)):
        fan_in, fan_out = sizes[layer - 1], sizes[layer]
        W = rng.normal(size=(fan_in, fan_out)) * np.sqrt(2 / fan_in)
        params.append((W, np.zeros(fan_out)))
    return params


def train(
    params,
    X,
    y,
    lr,
    n_epochs,
    batch_size,
    rng,
    activation="relu",
    loss="softmax",
    l2=0.0,
):
    X, y, losses = np.asarray(X), np.asarray(y), []
    for _ in range(n_epochs):
        of_batches = []
        for batch in minibatches(len(X), batch_size, rng):
            at = X[batch], y[batch], activation, loss, l2
            of_batches.append(mlp_loss(params, *at))
            slopes = mlp_gradients(params, *at)
            params = [(W - lr * dW, b - lr * db) for (W, b), (dW, db) in zip(params, slopes)]
        losses.append(np.mean(of_batches))
    return params, np.array(losses)


def chance_loss(y, k):
    shares = np.mean(one_hot(y, k), axis=0)
    seen = shares[shares > 0]  # a class that never comes costs nothing
    return -np.sum(seen * np.log(seen))


def overfit(X, y, rng):
    params = init_mlp([64, 64, np.max(y) + 1], rng)
    params, _ = train(params, X, y, 0.3, 500, len(y), rng)
    return params


def fit_digits(X, y, rng):
    params = init_mlp([64, 64, np.max(y) + 1], rng)
    # the penalty steadies what comes out, from whatever start
    params, _ = train(params, X, y, 0.3, 30, 32, rng, l2=1e-3)

    def predict(X):
        output, _ = mlp_forward(params, X)
        return output.argmax(axis=1)

    return predict
