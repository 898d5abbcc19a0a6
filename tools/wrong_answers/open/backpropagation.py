"""Wrong answers to the exercises of backpropagation, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- affine_forward ---


@wrong_answer("affine_forward", cause="forgets the bias b")
def affine_forgets_the_bias(X, W, b):
    return np.asarray(X, dtype=float) @ np.asarray(W, dtype=float)


@wrong_answer("affine_forward", cause="subtracts b, as if it were a threshold")
def affine_subtracts_the_bias(X, W, b):
    X, W, b = (np.asarray(a, dtype=np.float64) for a in (X, W, b))
    return X @ W - b


@wrong_answer("affine_forward", cause="adds the sum of all biases to each unit")
def affine_adds_the_sum_of_biases(X, W, b):
    return np.asarray(X, dtype=float) @ np.asarray(W, dtype=float) + np.sum(b)


@wrong_answer("affine_forward", cause="leaves the last feature out of the sum")
def affine_leaves_out_the_last_feature(X, W, b):
    X, W, b = np.asarray(X, float), np.asarray(W, float), np.asarray(b, float)
    Z = np.tile(b, (len(X), 1))
    for j in range(X.shape[1] - 1):
        Z += np.outer(X[:, j], W[j])
    return Z


@wrong_answer(
    "affine_forward",
    cause="multiplies by the transposed W, the layout (fan_out, fan_in)",
)
def affine_with_transposed_weights(X, W, b):
    X, W, b = np.asarray(X, float), np.asarray(W, float), np.asarray(b, float)
    return X @ W.T + b


@wrong_answer(
    "affine_forward",
    cause="stores the result in the type of X, so integer X cuts decimals",
)
def affine_truncates_to_the_type_of_X(X, W, b):
    X = np.asarray(X)
    W, b = np.asarray(W), np.asarray(b)
    Z = np.zeros((X.shape[0], W.shape[1]), dtype=X.dtype)
    Z[:] = X @ W + b
    return Z


# --- affine_backward ---


@wrong_answer(
    "affine_backward",
    cause="sums db over all units as well, to a single number for all",
)
def affine_sums_db_over_everything(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    db = np.full(W.shape[1], np.sum(dZ))
    return dZ.dot(W.T), X.T.dot(dZ), db


@wrong_answer(
    "affine_backward",
    cause="returns (dW, db, dX), the results in another order",
)
def affine_returns_another_order(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    dW = np.matmul(X.T, dZ)
    db = np.sum(dZ, axis=0)
    dX = np.matmul(dZ, W.T)
    return dW, db, dX


@wrong_answer(
    "affine_backward",
    cause="returns dW and db with the sign turned, ready to be added",
)
def affine_turns_the_sign_of_dW(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    dW, db = -(X.T @ dZ), -dZ.sum(0)
    return dZ @ W.T, dW, db


@wrong_answer("affine_backward", cause="computes dX as dZ @ W without the transpose")
def affine_forgets_to_transpose_W(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W, X.T @ dZ, dZ.sum(axis=0)


@wrong_answer("affine_backward", cause="divides dX by the number of samples once more")
def affine_divides_dX_by_n(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    dX = np.einsum("nm,dm->nd", dZ, W) / len(dZ)
    dW = np.einsum("nd,nm->dm", X, dZ)
    return dX, dW, np.einsum("nm->m", dZ)


@wrong_answer("affine_backward", cause="keeps db as a row of shape (1, m)")
def affine_keeps_db_as_a_row(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    dW = X.T @ dZ
    db = np.sum(dZ, axis=0, keepdims=True)
    return dZ @ W.T, dW, db


# --- relu_forward ---


@wrong_answer("relu_forward", cause="is leaky: negative entries are multiplied by 0.01")
def relu_leaks(Z):
    Z = np.asarray(Z, dtype=float)
    return np.where(Z > 0, Z, 0.01 * Z)


@wrong_answer("relu_forward", cause="takes the minimum with 0 in place of the maximum")
def relu_takes_the_minimum(Z):
    return np.minimum(np.asarray(Z, dtype=float), 0.0)


@wrong_answer("relu_forward", cause="cuts values off at 6 (ReLU6)")
def relu_cuts_off_at_six(Z):
    return np.clip(np.asarray(Z, dtype=float), 0, 6)


@wrong_answer(
    "relu_forward",
    cause="returns only the positive entries, as a flat array",
)
def relu_drops_the_zeros(Z):
    Z = np.asarray(Z, dtype=float)
    return Z[Z > 0]


@wrong_answer("relu_forward", cause="uses ELU, exp(z) - 1, on the negative side")
def relu_is_elu(Z):
    Z = np.asarray(Z, dtype=float)
    return np.where(Z >= 0, Z, np.expm1(np.minimum(Z, 0)))


@wrong_answer("relu_forward", cause="takes the larger of z and 1, not of z and 0")
def relu_has_its_floor_at_one(Z):
    return np.vectorize(lambda z: z if z > 1 else 1.0, otypes=[float])(np.asarray(Z, float))


# --- relu_backward ---


@wrong_answer(
    "relu_backward",
    cause="masks by the sign of dA in place of the sign of Z",
)
def relu_masks_by_dA(dA, Z):
    dA = np.asarray(dA, dtype=float)
    return np.where(dA > 0, dA, 0.0)


@wrong_answer(
    "relu_backward",
    cause="multiplies dA by ReLU itself in place of its slope",
)
def relu_multiplies_by_the_function(dA, Z):
    return np.asarray(dA, dtype=float) * np.maximum(np.asarray(Z, dtype=float), 0)


@wrong_answer(
    "relu_backward",
    cause="inverts the mask: passes the gradient where Z <= 0",
)
def relu_passes_the_wrong_half(dA, Z):
    dZ = np.array(dA, dtype=float)
    dZ[np.asarray(Z) > 0] = 0
    return dZ


@wrong_answer(
    "relu_backward",
    cause="has the slope 0.01 on the negative side, as leaky ReLU",
)
def relu_leaks_backward(dA, Z):
    dA, Z = np.asarray(dA, dtype=float), np.asarray(Z, dtype=float)
    return dA * np.where(Z > 0, 1.0, 0.01)


@wrong_answer(
    "relu_backward",
    cause="takes sign(Z) for the slope, so it is -1 on the negative side",
)
def relu_slope_is_the_sign(dA, Z):
    return np.sign(np.asarray(Z, dtype=float)) * np.asarray(dA, dtype=float)


@wrong_answer(
    "relu_backward",
    cause="uses the slope of softplus, the sigmoid, for that of ReLU",
)
def relu_slope_of_softplus(dA, Z):
    dA, Z = np.asarray(dA, dtype=float), np.asarray(Z, dtype=float)
    return dA * 0.5 * (1 + np.tanh(Z / 2))


# --- sigmoid_forward ---


@wrong_answer(
    "sigmoid_forward",
    cause="is naive: exp(-Z) overflows for large negative Z and warns",
)
def sigmoid_overflows(Z):
    return 1 / (1 + np.exp(-np.asarray(Z, dtype=float)))


@wrong_answer(
    "sigmoid_forward",
    cause="has the wrong sign in the exponent, so it falls",
)
def sigmoid_falls(Z):
    Z = np.asarray(Z, dtype=float)
    small = np.exp(-np.abs(Z))
    return np.where(Z >= 0, small / (1 + small), 1 / (1 + small))


@wrong_answer(
    "sigmoid_forward",
    cause="clips Z to -10 ... 10, so small results stop at 4.5e-5",
)
def sigmoid_clips_at_ten(Z):
    Z = np.clip(np.asarray(Z, dtype=float), -10, 10)
    return 1.0 / (1.0 + np.exp(-Z))


@wrong_answer(
    "sigmoid_forward",
    cause="computes exp(Z) / (1 + exp(Z)), nan for large positive Z",
)
def sigmoid_divides_infinities(Z):
    e = np.exp(np.asarray(Z, dtype=float))
    return e / (1 + e)


@wrong_answer(
    "sigmoid_forward",
    cause="subtracts the largest entry first, as a softmax does",
)
def sigmoid_subtracts_the_maximum(Z):
    Z = np.asarray(Z, dtype=float)
    Z = Z - np.max(Z)
    e = np.exp(Z)
    return e / (1 + e)


@wrong_answer(
    "sigmoid_forward",
    cause="uses the hard sigmoid 0.2 Z + 0.5, a straight line in between",
)
def sigmoid_is_hard(Z):
    return np.clip(0.2 * np.asarray(Z, dtype=float) + 0.5, 0.0, 1.0)


# --- sigmoid_backward ---


@wrong_answer(
    "sigmoid_backward",
    cause="forgets the factor 1 - A and multiplies by A only",
)
def sigmoid_forgets_one_minus_A(dA, A):
    return np.multiply(np.asarray(dA, dtype=float), np.asarray(A, dtype=float))


@wrong_answer(
    "sigmoid_backward",
    cause="returns the slope A (1 - A) without multiplying by dA",
)
def sigmoid_forgets_dA(dA, A):
    A = np.asarray(A, dtype=float)
    return A * (1.0 - A)


@wrong_answer("sigmoid_backward", cause="misses brackets: dA * A * 1 - A")
def sigmoid_backward_misses_brackets(dA, A):
    dA, A = np.asarray(dA, dtype=float), np.asarray(A, dtype=float)
    return dA * A * 1 - A


@wrong_answer("sigmoid_backward", cause="divides by the slope in place of multiplying")
def sigmoid_divides_by_the_slope(dA, A):
    dA, A = np.asarray(dA, dtype=float), np.asarray(A, dtype=float)
    return dA / (A * (1 - A))


@wrong_answer("sigmoid_backward", cause="divides by the number of rows once more")
def sigmoid_divides_by_n(dA, A):
    dA, A = np.asarray(dA, dtype=float), np.asarray(A, dtype=float)
    return dA * A * (1 - A) / len(A)


@wrong_answer("sigmoid_backward", cause="does not let the slope fall below 0.1")
def sigmoid_with_a_smallest_slope(dA, A):
    dA, A = np.asarray(dA, dtype=float), np.asarray(A, dtype=float)
    slope = np.maximum(A * (1 - A), 0.1)
    return dA * slope


# --- mse_loss ---


@wrong_answer("mse_loss", cause="forgets the 1/n in the gradient")
def mse_gradient_without_n(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return 0.5 * np.mean(np.sum(E**2, axis=1)), E


@wrong_answer(
    "mse_loss",
    cause="divides both by n * k, the number of entries, in place of n",
)
def mse_divides_by_all_entries(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.mean(E**2) / 2, E / E.size


@wrong_answer(
    "mse_loss",
    cause="has a factor 2 in the gradient, which belongs to a loss without half",
)
def mse_gradient_doubled(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    n = E.shape[0]
    return (E * E).sum() / (2 * n), 2 * E / n


@wrong_answer("mse_loss", cause="takes the root of the loss")
def mse_takes_the_root(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    loss = np.sqrt(np.sum(E**2) / (2 * len(E)))
    return loss, E / len(E)


@wrong_answer("mse_loss", cause="sums the errors of a sample before squaring")
def mse_squares_the_sum(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    per_sample = np.sum(E, axis=1) ** 2
    return 0.5 * per_sample.mean(), E / len(E)


@wrong_answer(
    "mse_loss",
    cause="measures the absolute error in place of the squared one",
)
def mse_of_absolute_errors(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return 0.5 * np.abs(E).sum() / len(E), E / len(E)


# --- softmax_cross_entropy ---


@wrong_answer(
    "softmax_cross_entropy",
    cause="raises e to the logits unshifted: overflow and nan",
)
def softmax_overflows(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n = len(y)
    e = np.exp(Z)
    P = e / e.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(P[np.arange(n), y]))
    P[np.arange(n), y] -= 1
    return loss, P / n


@wrong_answer(
    "softmax_cross_entropy",
    cause="adds 1e-8 to the probabilities before the logarithm",
)
def softmax_adds_an_epsilon(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n = Z.shape[0]
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = e / e.sum(axis=1, keepdims=True)
    loss = -np.sum(np.log(P[range(n), y] + 1e-8)) / n
    dZ = P.copy()
    dZ[range(n), y] -= 1
    return loss, dZ / n


@wrong_answer(
    "softmax_cross_entropy",
    cause="normalizes over the samples (axis 0), not the classes",
)
def softmax_over_the_samples(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n = len(y)
    shifted = Z - Z.max(axis=0)
    logP = shifted - np.log(np.sum(np.exp(shifted), axis=0))
    loss = -logP[np.arange(n), y].mean()
    Y = np.eye(Z.shape[1])[y]
    return loss, (np.exp(logP) - Y) / n


@wrong_answer("softmax_cross_entropy", cause="forgets the 1/n in the gradient")
def softmax_gradient_without_n(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n = len(y)
    shifted = Z - Z.max(axis=1, keepdims=True)
    logP = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    loss = -np.mean(logP[np.arange(n), y])
    return loss, np.exp(logP) - np.eye(Z.shape[1])[y]


@wrong_answer(
    "softmax_cross_entropy",
    cause="forgets to add the row's maximum back to the log-sum",
)
def softmax_forgets_the_maximum(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    rows, n = np.arange(len(y)), len(y)
    m = np.max(Z, axis=1, keepdims=True)
    e = np.exp(Z - m)
    lse = np.log(e.sum(axis=1))
    loss = np.mean(lse - Z[rows, y])
    P = e / e.sum(axis=1, keepdims=True)
    P[rows, y] -= 1
    return loss, P / n


@wrong_answer(
    "softmax_cross_entropy",
    cause="picks P[:, y], all labels for all rows, not each its own",
)
def softmax_picks_all_labels(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n = len(y)
    shifted = Z - Z.max(axis=1, keepdims=True)
    logP = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -np.mean(logP[:, y])
    dZ = np.exp(logP)
    dZ[np.arange(n), y] -= 1
    return loss, dZ / n


# --- mlp_forward ---


@wrong_answer("mlp_forward", cause="applies the activation to the last layer too")
def mlp_activates_the_last_layer(params, X, activation="relu"):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    caches = []
    for W, b in params:
        caches.append(A)
        A = act(affine_forward(A, W, b))
    return A, caches


@wrong_answer(
    "mlp_forward",
    cause="activates the first hidden layer only, not the later ones",
)
def mlp_activates_one_layer_only(params, X, activation="relu"):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    caches = []
    for l, (W, b) in enumerate(params):
        caches.append(A)
        A = affine_forward(A, W, b)
        if l == 0 and len(params) > 1:
            A = act(A)
    return A, caches


@wrong_answer("mlp_forward", cause="activates before each layer, the input X included")
def mlp_activates_the_input(params, X, activation="relu"):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    Z, caches = np.asarray(X, dtype=float), []
    for W, b in params:
        A = act(Z)
        caches.append(A)
        Z = affine_forward(A, W, b)
    return Z, caches


@wrong_answer(
    "mlp_forward",
    cause="leaves the last hidden layer without activation (off by one)",
)
def mlp_last_hidden_layer_is_linear(params, X, activation="relu"):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for l in range(len(params)):
        caches.append(A)
        A = affine_forward(A, params[l][0], params[l][1])
        if l < len(params) - 2:
            A = act(A)
    return A, caches


@wrong_answer("mlp_forward", cause="forgets the biases of the hidden layers")
def mlp_forgets_hidden_biases(params, X, activation="relu"):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    caches = [np.asarray(X, dtype=float)]
    for W, _b in params[:-1]:
        caches.append(act(caches[-1] @ np.asarray(W, dtype=float)))
    W, b = params[-1]
    return caches[-1] @ W + b, caches


@wrong_answer("mlp_forward", cause="has the functions of sigmoid and tanh exchanged")
def mlp_exchanges_sigmoid_and_tanh(params, X, activation="relu"):
    if activation == "relu":
        act = relu_forward
    elif activation == "tanh":
        act = sigmoid_forward
    else:
        act = np.tanh
    A, caches = np.asarray(X, dtype=float), []
    for W, b in params[:-1]:
        caches.append(A)
        A = act(affine_forward(A, W, b))
    caches.append(A)
    return affine_forward(A, *params[-1]), caches


# --- mlp_loss ---


@wrong_answer(
    "mlp_loss",
    cause="overwrites the penalty in the loop: only the last layer is counted",
)
def loss_penalizes_the_last_layer_only(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _ = mlp_forward(params, X, activation)
    data, _ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    for W, b in params:
        reg = 0.5 * l2 * np.sum(np.asarray(W) ** 2)
    return data + reg


@wrong_answer("mlp_loss", cause="penalizes the norm of each W, not its square")
def loss_penalizes_the_norm(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _ = mlp_forward(params, X, activation)
    data, _ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    return data + l2 / 2 * sum(np.linalg.norm(W) for W, b in params)


@wrong_answer(
    "mlp_loss",
    cause="has an L1 penalty: absolute values in place of squares",
)
def loss_with_absolute_values(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _ = mlp_forward(params, X, activation)
    data, _ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    return data + l2 / 2 * sum(np.abs(W).sum() for W, b in params)


@wrong_answer(
    "mlp_loss",
    cause="does not hand activation on, so the network always uses ReLU",
)
def loss_does_not_hand_on_activation(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _ = mlp_forward(params, X)
    data, _ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    penalty = sum(float(np.sum(np.square(W))) for W, _b in params)
    return data + 0.5 * l2 * penalty


@wrong_answer("mlp_loss", cause="adds the loss of the data once for each layer")
def loss_adds_the_data_for_each_layer(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _ = mlp_forward(params, X, activation)
    criterion = softmax_cross_entropy if loss == "softmax" else mse_loss
    total = 0.0
    for W, b in params:
        total += criterion(out, y)[0] + 0.5 * l2 * np.sum(np.square(W))
    return total


@wrong_answer("mlp_loss", cause="leaves the last layer's weights out of the penalty")
def loss_spares_the_output_layer(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _ = mlp_forward(params, X, activation)
    data, _ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    for W, b in params[:-1]:
        data = data + 0.5 * l2 * np.sum(np.square(W))
    return data


# --- mlp_gradients ---


@wrong_answer("mlp_gradients", cause="forgets the term l2 * W of the penalty")
def gradient_forgets_the_penalty(params, X, y, activation="relu", loss="softmax", l2=0.0):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    inputs = [np.asarray(X, dtype=float)]
    for W, b in params[:-1]:
        inputs.append(act(affine_forward(inputs[-1], W, b)))
    out = affine_forward(inputs[-1], *params[-1])
    _, dZ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    grads = []
    for l in range(len(params) - 1, -1, -1):
        W = np.asarray(params[l][0], dtype=float)
        dA, dW, db = affine_backward(dZ, inputs[l], W)
        grads.append((dW, db))
        if l > 0:
            A = inputs[l]
            slope = {"relu": A > 0, "sigmoid": A * (1 - A), "tanh": 1 - A**2}[activation]
            dZ = dA * slope
    return grads[::-1]


@wrong_answer(
    "mlp_gradients",
    cause="has 2 * l2 * W for the penalty, which belongs to one without the half",
)
def gradient_doubles_the_penalty(params, X, y, activation="relu", loss="softmax", l2=0.0):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    inputs = [np.asarray(X, dtype=float)]
    for W, b in params[:-1]:
        inputs.append(act(affine_forward(inputs[-1], W, b)))
    out = affine_forward(inputs[-1], *params[-1])
    _, dZ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    grads = []
    for l in range(len(params) - 1, -1, -1):
        W = np.asarray(params[l][0], dtype=float)
        dA, dW, db = affine_backward(dZ, inputs[l], W)
        grads.append((dW + 2 * l2 * W, db))
        if l > 0:
            A = inputs[l]
            slope = {"relu": A > 0, "sigmoid": A * (1 - A), "tanh": 1 - A**2}[activation]
            dZ = dA * slope
    return grads[::-1]


@wrong_answer("mlp_gradients", cause="adds l2 * b to the gradients of the biases")
def gradient_penalizes_biases(params, X, y, activation="relu", loss="softmax", l2=0.0):
    def phi(Z):
        if activation == "relu":
            return np.maximum(Z, 0)
        return np.tanh(Z) if activation == "tanh" else sigmoid_forward(Z)

    def dphi(Z):
        if activation == "relu":
            return np.where(Z > 0, 1.0, 0.0)
        if activation == "tanh":
            return 1 - np.tanh(Z) ** 2
        s = sigmoid_forward(Z)
        return s * (1 - s)

    L = len(params)
    A, Z = [np.asarray(X, dtype=float)], []
    for l in range(L):
        W, b = params[l]
        Z.append(A[l] @ W + b)
        A.append(phi(Z[l]) if l < L - 1 else Z[l])
    if loss == "softmax":
        delta = softmax_cross_entropy(A[-1], y)[1]
    else:
        delta = mse_loss(A[-1], y)[1]
    result = [None] * L
    for l in reversed(range(L)):
        W, b = params[l]
        result[l] = (A[l].T @ delta + l2 * W, delta.sum(axis=0) + l2 * b)
        if l > 0:
            delta = (delta @ W.T) * dphi(Z[l - 1])
    return result


@wrong_answer("mlp_gradients", cause="divides dW and db by n once more in each layer")
def gradient_divides_by_n_in_each_layer(params, X, y, activation="relu", loss="softmax", l2=0.0):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    inputs = [np.asarray(X, dtype=float)]
    for W, b in params[:-1]:
        inputs.append(act(affine_forward(inputs[-1], W, b)))
    out = affine_forward(inputs[-1], *params[-1])
    _, dZ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    grads = []
    for l in range(len(params) - 1, -1, -1):
        W = np.asarray(params[l][0], dtype=float)
        dA, dW, db = affine_backward(dZ, inputs[l], W)
        n = len(inputs[0])
        grads.append((dW / n + l2 * W, db / n))
        if l > 0:
            A = inputs[l]
            slope = {"relu": A > 0, "sigmoid": A * (1 - A), "tanh": 1 - A**2}[activation]
            dZ = dA * slope
    return grads[::-1]


@wrong_answer(
    "mlp_gradients",
    cause="always uses the slope of ReLU, whatever the activation",
)
def gradient_always_with_the_slope_of_relu(params, X, y, activation="relu", loss="softmax", l2=0.0):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    inputs = [np.asarray(X, dtype=float)]
    for W, b in params[:-1]:
        inputs.append(act(affine_forward(inputs[-1], W, b)))
    out = affine_forward(inputs[-1], *params[-1])
    _, dZ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    grads = []
    for l in range(len(params) - 1, -1, -1):
        W = np.asarray(params[l][0], dtype=float)
        dA, dW, db = affine_backward(dZ, inputs[l], W)
        grads.append((dW + l2 * W, db))
        if l > 0:
            A = inputs[l]
            dZ = dA * (A > 0)
    return grads[::-1]


@wrong_answer(
    "mlp_gradients",
    cause="leaves out the slope of the first hidden layer, off by one in l > 0",
)
def gradient_skips_the_first_slope(params, X, y, activation="relu", loss="softmax", l2=0.0):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    inputs = [np.asarray(X, dtype=float)]
    for W, b in params[:-1]:
        inputs.append(act(affine_forward(inputs[-1], W, b)))
    out = affine_forward(inputs[-1], *params[-1])
    _, dZ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    grads = []
    for l in range(len(params) - 1, -1, -1):
        W = np.asarray(params[l][0], dtype=float)
        dA, dW, db = affine_backward(dZ, inputs[l], W)
        grads.append((dW + l2 * W, db))
        dZ = dA
        if l > 1:
            A = inputs[l]
            slope = {"relu": A > 0, "sigmoid": A * (1 - A), "tanh": 1 - A**2}[activation]
            dZ = dA * slope
    return grads[::-1]


# --- init_mlp ---


@wrong_answer(
    "init_mlp",
    cause="takes 2 / fan_in for the standard deviation, without a root",
)
def init_forgets_the_root(sizes, rng):
    params = []
    for fan_in, fan_out in zip(sizes[:-1], sizes[1:]):
        params.append((rng.normal(0.0, 2 / fan_in, (fan_in, fan_out)), np.zeros(fan_out)))
    return params


@wrong_answer(
    "init_mlp",
    cause="has the variance 2 / (fan_in + fan_out), which is Xavier's",
)
def init_is_xavier(sizes, rng):
    return [
        (rng.normal(scale=np.sqrt(2 / (d + m)), size=(d, m)), np.zeros(m))
        for d, m in zip(sizes, sizes[1:])
    ]


@wrong_answer("init_mlp", cause="makes one layer too few, the output layer is missing")
def init_misses_the_last_layer(sizes, rng):
    params = []
    for i in range(len(sizes) - 2):
        W = rng.normal(size=(sizes[i], sizes[i + 1])) * np.sqrt(2 / sizes[i])
        params.append((W, np.zeros(sizes[i + 1])))
    return params


@wrong_answer(
    "init_mlp",
    cause="scales all weights by a fixed 0.01, whatever the width",
)
def init_with_a_fixed_scale(sizes, rng):
    return [
        (0.01 * rng.standard_normal((d, m)), np.zeros(m)) for d, m in zip(sizes, sizes[1:])
    ]


@wrong_answer(
    "init_mlp",
    cause="draws one column a layer and repeats it, so all units are equal",
)
def init_repeats_a_column(sizes, rng):
    params = []
    for d, m in zip(sizes, sizes[1:]):
        column = rng.normal(0.0, np.sqrt(2 / d), size=(d, 1))
        params.append((np.tile(column, (1, m)), np.zeros(m)))
    return params


@wrong_answer("init_mlp", cause="gives W the transposed shape (fan_out, fan_in)")
def init_transposes_the_weights(sizes, rng):
    params = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        params.append((rng.normal(0, np.sqrt(2 / fan_in), (fan_out, fan_in)), np.zeros(fan_out)))
    return params
