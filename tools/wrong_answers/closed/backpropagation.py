"""Wrong answers to the exercises of backpropagation, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- affine_forward ---


@wrong_answer("affine_forward", cause="applies ReLU to the weighted sums")
def affine_applies_relu(X, W, b):
    X, W, b = (np.asarray(a, dtype=np.float64) for a in (X, W, b))
    Z = np.dot(X, W) + b
    return np.maximum(Z, 0)


@wrong_answer("affine_forward", cause="adds b to the first row only")
def affine_adds_the_bias_to_one_row(X, W, b):
    Z = np.array(X, dtype=float) @ np.array(W, dtype=float)
    Z[0] += np.array(b, dtype=float)
    return Z


@wrong_answer(
    "affine_forward",
    cause="adds b once for each feature, inside the innermost loop",
)
def affine_adds_the_bias_for_each_feature(X, W, b):
    X, W, b = np.asarray(X, float), np.asarray(W, float), np.asarray(b, float)
    n, d = X.shape
    m = W.shape[1]
    Z = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            for k in range(d):
                Z[i, j] += X[i, k] * W[k, j] + b[j]
    return Z


@wrong_answer(
    "affine_forward",
    cause="divides the weighted sums by the number of features",
)
def affine_averages_over_the_features(X, W, b):
    X, W, b = np.asarray(X, float), np.asarray(W, float), np.asarray(b, float)
    return X @ W / W.shape[0] + b


@wrong_answer(
    "affine_forward",
    cause="multiplies the weighted sums by b in place of adding it",
)
def affine_multiplies_by_the_bias(X, W, b):
    X, W, b = np.asarray(X, float), np.asarray(W, float), np.asarray(b, float)
    return np.einsum("nd,dm,m->nm", X, W, b)


@wrong_answer(
    "affine_forward",
    cause="standardizes the columns of X before the product",
)
def affine_standardizes_first(X, W, b):
    X, W, b = np.asarray(X, float), np.asarray(W, float), np.asarray(b, float)
    X = (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-12)
    return X @ W + b


# --- affine_backward ---


@wrong_answer(
    "affine_backward",
    cause="takes the mean over the samples for db in place of the sum",
)
def affine_mean_for_db(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ dZ, dZ.mean(axis=0)


@wrong_answer("affine_backward", cause="divides dW by the number of samples once more")
def affine_divides_dW_by_n(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    n = X.shape[0]
    dW = X.T @ dZ / n
    db = np.sum(dZ, axis=0)
    dX = dZ @ W.T
    return dX, dW, db


@wrong_answer(
    "affine_backward",
    cause="overwrites dW in the loop, so only the last sample counts",
)
def affine_overwrites_dW(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    dX, db = np.zeros_like(X), np.zeros(W.shape[1])
    for i in range(len(X)):
        dW = np.outer(X[i], dZ[i])
        db += dZ[i]
        dX[i] = W @ dZ[i]
    return dX, dW, db


@wrong_answer("affine_backward", cause="starts the sum over samples at the second one")
def affine_skips_the_first_sample(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    dW, db = np.zeros(W.shape), np.zeros(W.shape[1])
    for i in range(1, X.shape[0]):
        dW += X[i][:, None] * dZ[i][None, :]
        db += dZ[i]
    return dZ @ W.T, dW, db


@wrong_answer(
    "affine_backward",
    cause="masks dX with X > 0, as if a ReLU came before the layer",
)
def affine_masks_dX(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    dX = dZ @ W.T
    dX[X <= 0] = 0
    return dX, X.T @ dZ, dZ.sum(axis=0)


@wrong_answer("affine_backward", cause="multiplies dX by X, the input, entry by entry")
def affine_multiplies_dX_by_X(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    dX = (dZ @ W.T) * X
    return dX, X.T @ dZ, dZ.sum(axis=0)


# --- relu_forward ---


@wrong_answer("relu_forward", cause="returns the absolute value")
def relu_takes_the_absolute_value(Z):
    return np.abs(np.asarray(Z, dtype=float))


@wrong_answer(
    "relu_forward",
    cause="returns 1 for positive entries: the slope, not the function",
)
def relu_returns_its_slope(Z):
    return (np.asarray(Z, dtype=float) > 0).astype(float)


@wrong_answer(
    "relu_forward",
    cause="sets negative entries to zero in place and changes its argument",
)
def relu_changes_its_argument(Z):
    Z = np.asarray(Z, dtype=np.float64)
    Z[Z < 0] = 0
    return Z


@wrong_answer("relu_forward", cause="returns softplus, the smooth relative of ReLU")
def relu_is_softplus(Z):
    return np.logaddexp(0.0, np.asarray(Z, dtype=float))


@wrong_answer("relu_forward", cause="has the sign of Z turned: max(-Z, 0)")
def relu_turns_the_sign(Z):
    Z = np.asarray(Z, dtype=float)
    return np.where(Z < 0, -Z, 0.0)


@wrong_answer(
    "relu_forward",
    cause="decides for the whole array by the sign of its sum",
)
def relu_decides_for_the_whole_array(Z):
    Z = np.asarray(Z, dtype=float)
    return Z if np.sum(Z) > 0 else np.zeros_like(Z)


# --- relu_backward ---


@wrong_answer(
    "relu_backward",
    cause="takes the slope 1 at Z = 0, because it compares with >=",
)
def relu_slope_one_at_zero(dA, Z):
    return np.asarray(dA, dtype=float) * (np.asarray(Z) >= 0)


@wrong_answer(
    "relu_backward",
    cause="returns the slope alone and forgets to multiply by dA",
)
def relu_forgets_dA(dA, Z):
    slope = np.zeros(np.shape(Z))
    slope[np.asarray(Z) > 0] = 1.0
    return slope


@wrong_answer(
    "relu_backward",
    cause="sets entries of dA to zero in place and changes its argument",
)
def relu_changes_dA(dA, Z):
    dZ = np.asarray(dA, dtype=float)
    dZ[np.asarray(Z) <= 0] = 0
    return dZ


@wrong_answer(
    "relu_backward",
    cause="also drops negative entries of dA (guided backpropagation)",
)
def relu_guides_the_gradient(dA, Z):
    dA, Z = np.asarray(dA, dtype=float), np.asarray(Z, dtype=float)
    return dA * (Z > 0) * (dA > 0)


@wrong_answer("relu_backward", cause="takes the slope one half at Z = 0")
def relu_slope_half_at_zero(dA, Z):
    return np.asarray(dA, dtype=float) * np.heaviside(np.asarray(Z, dtype=float), 0.5)


@wrong_answer("relu_backward", cause="divides the gradient by the number of rows")
def relu_divides_by_n(dA, Z):
    dA, Z = np.asarray(dA, dtype=float), np.asarray(Z, dtype=float)
    return dA * (Z > 0) / max(len(np.atleast_1d(Z)), 1)


# --- sigmoid_forward ---


@wrong_answer("sigmoid_forward", cause="returns tanh")
def sigmoid_is_tanh(Z):
    return np.tanh(np.asarray(Z, dtype=float))


@wrong_answer("sigmoid_forward", cause="misses brackets: 1 / 1 + exp(-Z)")
def sigmoid_misses_brackets(Z):
    Z = np.asarray(Z, dtype=float)
    return 1 / 1 + np.exp(-Z)


@wrong_answer(
    "sigmoid_forward",
    cause="uses the formula for Z >= 0 with |Z| on both sides",
)
def sigmoid_of_the_absolute_value(Z):
    Z = np.asarray(Z, dtype=float)
    e = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1 / (1 + e), 1 / (1 + e))


@wrong_answer(
    "sigmoid_forward",
    cause="forgets the half in (1 + tanh(Z / 2)) / 2: gives sigmoid(2 Z)",
)
def sigmoid_twice_as_steep(Z):
    return 0.5 * (1.0 + np.tanh(np.asarray(Z, dtype=float)))


@wrong_answer(
    "sigmoid_forward",
    cause="returns the slope s * (1 - s) in place of the sigmoid s",
)
def sigmoid_returns_its_slope(Z):
    s = 0.5 * (1 + np.tanh(0.5 * np.asarray(Z, dtype=float)))
    return s * (1 - s)


@wrong_answer(
    "sigmoid_forward",
    cause="fills an array of Z's type, so integer Z gives 0 or 1 only",
)
def sigmoid_truncates_for_integers(Z):
    Z = np.asarray(Z)
    A = np.zeros_like(Z)
    pos = Z >= 0
    A[pos] = 1 / (1 + np.exp(-Z[pos]))
    A[~pos] = np.exp(Z[~pos]) / (1 + np.exp(Z[~pos]))
    return A


# --- sigmoid_backward ---


@wrong_answer(
    "sigmoid_backward",
    cause="applies the sigmoid to A again, as if A were Z",
)
def sigmoid_applied_twice(dA, A):
    dA = np.asarray(dA, dtype=float)
    s = 1 / (1 + np.exp(-np.asarray(A, dtype=float)))
    return dA * s * (1 - s)


@wrong_answer(
    "sigmoid_backward",
    cause="forgets the factor A and multiplies by 1 - A only",
)
def sigmoid_forgets_A(dA, A):
    return np.asarray(dA, dtype=float) * (1 - np.asarray(A, dtype=float))


@wrong_answer("sigmoid_backward", cause="uses the slope of tanh, 1 - A**2")
def sigmoid_with_the_slope_of_tanh(dA, A):
    dA, A = np.asarray(dA, dtype=float), np.asarray(A, dtype=float)
    return dA * (1 - A**2)


@wrong_answer("sigmoid_backward", cause="has the sign turned: A (A - 1) for A (1 - A)")
def sigmoid_turns_the_sign(dA, A):
    dA, A = np.asarray(dA, dtype=float), np.asarray(A, dtype=float)
    return dA * A * (A - 1)


@wrong_answer("sigmoid_backward", cause="takes dA for A in one factor: A * (1 - dA)")
def sigmoid_mixes_up_dA_and_A(dA, A):
    dA, A = np.asarray(dA, dtype=float), np.asarray(A, dtype=float)
    return dA * A * (1 - dA)


@wrong_answer("sigmoid_backward", cause="has A + 1 for 1 - A in the slope")
def sigmoid_adds_in_the_slope(dA, A):
    grad = np.asarray(dA, dtype=float)
    out = np.asarray(A, dtype=float)
    return grad * (out * (1 + out))


# --- mse_loss ---


@wrong_answer("mse_loss", cause="forgets the half in the loss (the gradient is right)")
def mse_forgets_the_half(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    n = len(E)
    return np.sum(E**2) / n, E / n


@wrong_answer(
    "mse_loss",
    cause="has target - pred in the gradient, so its sign is turned",
)
def mse_turns_the_sign(pred, target):
    pred, target = np.asarray(pred, dtype=float), np.asarray(target, dtype=float)
    n = pred.shape[0]
    loss = np.sum((target - pred) ** 2) / (2 * n)
    return loss, (target - pred) / n


@wrong_answer(
    "mse_loss",
    cause="sums the loss over the samples and does not divide by n",
)
def mse_sums_over_samples(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    loss = 0.0
    for row in E:
        loss += 0.5 * (row @ row)
    return loss, E / len(E)


@wrong_answer("mse_loss", cause="returns (gradient, loss), the results exchanged")
def mse_exchanges_the_results(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return E / len(E), 0.5 * np.sum(E**2) / len(E)


@wrong_answer(
    "mse_loss",
    cause="divides the gradient by k, the outputs, in place of n, the samples",
)
def mse_gradient_divided_by_k(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    n, k = E.shape
    return np.sum(E**2) / (2 * n), E / k


@wrong_answer("mse_loss", cause="subtracts in place and so changes the argument pred")
def mse_changes_pred(pred, target):
    pred = np.asarray(pred, dtype=float)
    pred -= np.asarray(target, dtype=float)
    n = len(pred)
    return np.sum(pred**2) / (2 * n), pred / n


# --- softmax_cross_entropy ---


@wrong_answer(
    "softmax_cross_entropy",
    cause="subtracts the maximum of all Z, not that of each row",
)
def softmax_subtracts_one_maximum(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    rows = np.arange(len(y))
    Z = Z - np.max(Z)
    total = np.exp(Z).sum(axis=1, keepdims=True)
    loss = np.mean(np.log(total[:, 0]) - Z[rows, y])
    dZ = np.exp(Z) / total
    dZ[rows, y] -= 1
    return loss, dZ / len(y)


@wrong_answer(
    "softmax_cross_entropy",
    cause="sums the loss over the samples in place of the mean",
)
def softmax_sums_the_loss(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n = len(y)
    shifted = Z - Z.max(axis=1, keepdims=True)
    logP = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    loss = 0.0
    for i in range(n):
        loss -= logP[i, y[i]]
    return loss, (np.exp(logP) - np.eye(Z.shape[1])[y]) / n


@wrong_answer(
    "softmax_cross_entropy",
    cause="returns (Y - P) / n, the gradient with its sign turned",
)
def softmax_turns_the_sign(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    Y = np.zeros((n, k))
    Y[np.arange(n), y] = 1
    shifted = Z - Z.max(axis=1, keepdims=True)
    lse = np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    P = np.exp(shifted - lse)
    loss = -np.sum(Y * (shifted - lse)) / n
    return loss, (Y - P) / n


@wrong_answer(
    "softmax_cross_entropy",
    cause="takes the logarithm to base 2: bits in place of nats",
)
def softmax_in_bits(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n = len(y)
    shifted = Z - Z.max(axis=1, keepdims=True)
    total = np.exp(shifted).sum(axis=1)
    loss = np.mean(np.log2(total) - shifted[np.arange(n), y] / np.log(2))
    dZ = np.exp(shifted) / total[:, None]
    dZ[np.arange(n), y] -= 1
    return loss, dZ / n


@wrong_answer(
    "softmax_cross_entropy",
    cause="fills only the label's column of the gradient, rest 0",
)
def softmax_gradient_at_the_label_only(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n = len(y)
    shifted = Z - Z.max(axis=1, keepdims=True)
    logP = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    right = logP[np.arange(n), y]
    dZ = np.zeros_like(Z)
    dZ[np.arange(n), y] = (np.exp(right) - 1) / n
    return -right.mean(), dZ


@wrong_answer(
    "softmax_cross_entropy",
    cause="uses the binary cross-entropy of each class in the loss",
)
def softmax_with_binary_cross_entropy(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = e / e.sum(axis=1, keepdims=True)
    Y = np.eye(k)[y]
    inside = np.where(Y == 1, P, 1 - P)
    loss = -np.sum(np.log(np.maximum(inside, 1e-300))) / n
    return loss, (P - Y) / n


# --- mlp_forward ---


@wrong_answer(
    "mlp_forward",
    cause="ignores the argument activation and always uses ReLU",
)
def mlp_always_uses_relu(params, X, activation="relu"):
    caches = [np.asarray(X, dtype=float)]
    for W, b in params[:-1]:
        caches.append(relu_forward(affine_forward(caches[-1], W, b)))
    W, b = params[-1]
    return affine_forward(caches[-1], W, b), caches


@wrong_answer("mlp_forward", cause="applies a softmax to the output")
def mlp_ends_with_a_softmax(params, X, activation="relu"):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    caches = [np.asarray(X, dtype=float)]
    for W, b in params[:-1]:
        caches.append(act(affine_forward(caches[-1], W, b)))
    Z = affine_forward(caches[-1], *params[-1])
    e = np.exp(Z - Z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True), caches


@wrong_answer("mlp_forward", cause="returns inside the loop, after the first layer")
def mlp_returns_after_the_first_layer(params, X, activation="relu"):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for l, (W, b) in enumerate(params):
        caches.append(A)
        Z = affine_forward(A, W, b)
        A = act(Z) if l < len(params) - 1 else Z
        return A, caches


@wrong_answer(
    "mlp_forward",
    cause="knows the last layer by its shape, so equal layers stay linear",
)
def mlp_knows_the_last_layer_by_shape(params, X, activation="relu"):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    last_shape = np.shape(params[-1][0])
    A, caches = np.asarray(X, dtype=float), []
    for W, b in params:
        caches.append(A)
        A = affine_forward(A, W, b)
        if np.shape(W) != last_shape:
            A = act(A)
    return A, caches


@wrong_answer(
    "mlp_forward",
    cause="takes the last layer out with pop and so changes params",
)
def mlp_pops_the_last_layer(params, X, activation="relu"):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    W_out, b_out = params.pop()
    caches = [np.asarray(X, dtype=float)]
    for W, b in params:
        caches.append(act(affine_forward(caches[-1], W, b)))
    return affine_forward(caches[-1], W_out, b_out), caches


@wrong_answer(
    "mlp_forward",
    cause="an if for an elif: relu's result goes through tanh as well",
)
def mlp_misses_an_elif(params, X, activation="relu"):
    A, caches = np.asarray(X, dtype=float), []
    for l, (W, b) in enumerate(params):
        caches.append(A)
        A = affine_forward(A, W, b)
        if l == len(params) - 1:
            break
        if activation == "relu":
            A = relu_forward(A)
        if activation == "sigmoid":
            A = sigmoid_forward(A)
        else:
            A = np.tanh(A)
    return A, caches


# --- mlp_loss ---


@wrong_answer("mlp_loss", cause="forgets the half in the penalty")
def loss_forgets_the_half_of_the_penalty(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _ = mlp_forward(params, X, activation)
    data, _ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    return data + l2 * sum(np.sum(np.square(W)) for W, _ in params)


@wrong_answer("mlp_loss", cause="penalizes the biases too")
def loss_penalizes_biases(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _ = mlp_forward(params, X, activation)
    data, _ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    penalty = 0.0
    for pair in params:
        for p in pair:
            penalty += np.sum(np.asarray(p, dtype=float) ** 2)
    return data + 0.5 * l2 * penalty


@wrong_answer("mlp_loss", cause="divides the penalty by the number of samples")
def loss_divides_the_penalty_by_n(params, X, y, activation="relu", loss="softmax", l2=0.0):
    m = np.shape(X)[0]
    out, _ = mlp_forward(params, X, activation)
    cost = softmax_cross_entropy(out, y)[0] if loss == "softmax" else mse_loss(out, y)[0]
    return cost + l2 / (2 * m) * sum(np.sum(np.square(W)) for W, b in params)


@wrong_answer(
    "mlp_loss",
    cause="takes the mean of the squared weights of a layer, not their sum",
)
def loss_takes_the_mean_of_squares(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _ = mlp_forward(params, X, activation)
    data, _ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    return data + 0.5 * l2 * sum(np.mean(np.square(W)) for W, b in params)


@wrong_answer("mlp_loss", cause="ignores l2: there is no penalty")
def loss_ignores_the_penalty(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _caches = mlp_forward(params, X, activation)
    if loss == "softmax":
        value, _ = softmax_cross_entropy(out, y)
    else:
        value, _ = mse_loss(out, y)
    return value


@wrong_answer("mlp_loss", cause='with "mse" it forgets the half of the squared error')
def loss_of_mse_without_half(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _ = mlp_forward(params, X, activation)
    if loss == "mse":
        data = np.sum((out - np.asarray(y, dtype=float)) ** 2) / len(out)
    else:
        data = softmax_cross_entropy(out, y)[0]
    return data + 0.5 * l2 * sum(np.sum(np.square(W)) for W, b in params)


# --- mlp_gradients ---


@wrong_answer(
    "mlp_gradients",
    cause="forgets to multiply dA by the slope of the activation",
)
def gradient_forgets_the_slope(params, X, y, activation="relu", loss="softmax", l2=0.0):
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
    return grads[::-1]


@wrong_answer(
    "mlp_gradients",
    cause="takes the weighted sums Z of the layer before, not its activations, in dW",
)
def gradient_uses_sums_for_inputs(params, X, y, activation="relu", loss="softmax", l2=0.0):
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
        before = Z[l - 1] if l > 0 else A[0]
        result[l] = (before.T @ delta + l2 * W, delta.sum(axis=0))
        if l > 0:
            delta = (delta @ W.T) * dphi(Z[l - 1])
    return result


@wrong_answer(
    "mlp_gradients",
    cause="returns the layers in reversed order, the last first",
)
def gradient_in_reversed_order(params, X, y, activation="relu", loss="softmax", l2=0.0):
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
            slope = {"relu": A > 0, "sigmoid": A * (1 - A), "tanh": 1 - A**2}[activation]
            dZ = dA * slope
    return grads


@wrong_answer(
    "mlp_gradients",
    cause="evaluates the slope at the activations A in place of the sums Z",
)
def gradient_takes_slopes_at_activations(params, X, y, activation="relu", loss="softmax", l2=0.0):
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
        result[l] = (A[l].T @ delta + l2 * W, delta.sum(axis=0))
        if l > 0:
            delta = (delta @ W.T) * dphi(A[l])
    return result


@wrong_answer("mlp_gradients", cause="has the slope 1 - A for tanh, without the square")
def gradient_forgets_the_square_of_tanh(params, X, y, activation="relu", loss="softmax", l2=0.0):
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
            slope = {"relu": A > 0, "sigmoid": A * (1 - A), "tanh": 1 - A}[activation]
            dZ = dA * slope
    return grads[::-1]


@wrong_answer(
    "mlp_gradients",
    cause="multiplies the output layer's dZ by a slope, though it has no activation",
)
def gradient_output_layer_has_a_slope(params, X, y, activation="relu", loss="softmax", l2=0.0):
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
    delta = delta * dphi(Z[-1])
    result = [None] * L
    for l in reversed(range(L)):
        W, b = params[l]
        result[l] = (A[l].T @ delta + l2 * W, delta.sum(axis=0))
        if l > 0:
            delta = (delta @ W.T) * dphi(Z[l - 1])
    return result


# --- init_mlp ---


@wrong_answer("init_mlp", cause="has the variance 1 / fan_in, half of He's")
def init_with_half_the_variance(sizes, rng):
    return [
        (rng.normal(size=(a, b)) / np.sqrt(a), np.zeros(b)) for a, b in zip(sizes, sizes[1:])
    ]


@wrong_answer("init_mlp", cause="uses fan_out in place of fan_in in the variance")
def init_uses_fan_out(sizes, rng):
    return [
        (np.sqrt(2 / m) * rng.standard_normal((d, m)), np.zeros(m))
        for d, m in zip(sizes, sizes[1:])
    ]


@wrong_answer(
    "init_mlp",
    cause="draws from a uniform distribution (of the right variance)",
)
def init_draws_uniform_weights(sizes, rng):
    params = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        r = np.sqrt(6 / fan_in)
        params.append((rng.uniform(-r, r, size=(fan_in, fan_out)), np.zeros(fan_out)))
    return params


@wrong_answer("init_mlp", cause="draws from the global np.random and ignores rng")
def init_ignores_the_generator(sizes, rng):
    params = []
    for l in range(1, len(sizes)):
        W = np.random.randn(sizes[l - 1], sizes[l]) * np.sqrt(2.0 / sizes[l - 1])
        params.append((W, np.zeros(sizes[l])))
    return params


@wrong_answer("init_mlp", cause="draws the biases at random too, in place of zeros")
def init_draws_biases(sizes, rng):
    params = []
    for d, m in zip(sizes, sizes[1:]):
        scale = np.sqrt(2 / d)
        params.append((rng.normal(scale=scale, size=(d, m)), rng.normal(scale=scale, size=m)))
    return params


@wrong_answer(
    "init_mlp",
    cause="takes the network's input width as fan_in of all layers",
)
def init_uses_the_first_width(sizes, rng):
    std = np.sqrt(2 / sizes[0])
    params = []
    for i in range(len(sizes) - 1):
        params.append((rng.normal(0, std, (sizes[i], sizes[i + 1])), np.zeros(sizes[i + 1])))
    return params
