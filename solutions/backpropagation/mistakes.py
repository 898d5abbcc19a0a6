"""Wrong answers that students give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

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


@mistake(
    "affine_forward",
    diagnosis="value",
    keeps=2,
    says="the bias b is not added",
)
def affine_without_bias(X, W, b):
    return np.asarray(X, dtype=float) @ np.asarray(W, dtype=float) + 0 * np.asarray(b)


@mistake("affine_forward", diagnosis="exception", keeps=2)
def affine_the_other_way_round(X, W, b):
    return np.asarray(W, dtype=float) @ np.asarray(X, dtype=float) + np.asarray(b, dtype=float)


@mistake("affine_forward", diagnosis="in-place", keeps=2)
def affine_that_rounds_its_bias_in_place(X, W, b):
    Z = np.asarray(X, dtype=float) @ np.asarray(W, dtype=float)
    b = np.asarray(b, dtype=float)
    b += 0.0
    return Z + b


@mistake(
    "affine_backward",
    diagnosis="factor",
    keeps=1,
    says=(
        "the gradients for W and b are divided by the number of samples, though no layer divides"
    ),
)
def affine_backward_with_a_mean(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ dZ / len(X), dZ.mean(axis=0)


@mistake(
    "affine_backward",
    diagnosis="shape",
    keeps=1,
    also=["batch-sum"],
    says="the gradient for b still has one row for each sample",
)
def affine_backward_with_a_bias_a_sample(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ dZ, dZ


@mistake(
    "affine_backward",
    diagnosis="shape",
    keeps=1,
    says="you return the gradient for b as a row of an array, not as a flat array",
)
def affine_backward_with_a_bias_kept_as_a_row(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0, keepdims=True)


@mistake(
    "affine_backward",
    diagnosis="transposed",
    keeps=1,
    says="the gradient for the weights is transposed, with one row for each unit",
)
def affine_backward_with_weights_transposed(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, dZ.T @ X, dZ.sum(axis=0)


@mistake("affine_backward", diagnosis="exception", keeps=1)
def affine_backward_without_the_transpose(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W, X.T @ dZ, dZ.sum(axis=0)


@mistake("affine_backward", diagnosis="type", keeps=1)
def affine_backward_of_the_weights_alone(dZ, X, W):
    dZ, X = (np.asarray(a, dtype=float) for a in (dZ, X))
    return X.T @ dZ, dZ.sum(axis=0)


@mistake(
    "affine_backward",
    diagnosis="upstream",
    keeps=1,
    says="the incoming gradient dZ is not used, and its place is taken by ones",
)
def affine_backward_without_upstream(dZ, X, W):
    X, W, ones = np.asarray(X, dtype=float), np.asarray(W, dtype=float), np.ones(np.shape(dZ))
    return ones @ W.T, X.T @ ones, ones.sum(axis=0)


@mistake(
    "affine_backward",
    diagnosis="batch-sum",
    keeps=1,
    says="the gradient for b is summed over the units, along the wrong axis",
)
def affine_backward_with_a_bias_summed_over_units(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=1)


# --- activations -----------------------------------------------------------------------


@mistake(
    "relu_forward",
    diagnosis="value",
    keeps=2.5,
    says="negative inputs come out with their sign turned, as in the absolute value",
)
def relu_of_the_size(Z):
    return np.abs(np.asarray(Z, dtype=float))


@mistake("relu_forward", diagnosis="in-place", keeps=2.5)
def relu_into_its_argument(Z):
    Z = np.asarray(Z, dtype=float)
    Z[Z < 0] = 0.0
    return Z


@mistake(
    "relu_forward",
    diagnosis="dtype",
    keeps=2.5,
    also=["integer"],
    says=("integer inputs give integers back, because nothing in your code makes them floats"),
)
def relu_that_keeps_integers(Z):
    return np.maximum(np.asarray(Z), 0)


@mistake(
    "relu_forward",
    diagnosis="value",
    keeps=2.5,
    says=("negative inputs come out as a small multiple of themselves, as in the leaky ReLU"),
)
def relu_that_leaks(Z):
    Z = np.asarray(Z, dtype=float)
    return np.maximum(Z, 0.01 * Z)


@mistake(
    "relu_backward",
    diagnosis="slope",
    keeps=2,
    says="the slope is missing: the gradient passes through where Z is negative too",
)
def relu_backward_without_mask(dA, Z):
    return np.asarray(dA, dtype=float) + 0.0 * np.asarray(Z, dtype=float)


@mistake(
    "relu_backward",
    diagnosis="value",
    keeps=2,
    says="you look at the sign of the gradient dA, not at that of Z",
)
def relu_backward_by_the_sign_of_the_gradient(dA, Z):
    return np.maximum(np.asarray(dA, dtype=float), 0.0)


@mistake(
    "relu_backward",
    diagnosis="value",
    keeps=2,
    also=["upstream"],
    says="you return the slope alone, without the factor dA",
)
def relu_backward_as_the_slope_alone(dA, Z):
    return (np.asarray(Z) > 0).astype(float)


@mistake(
    "relu_backward",
    diagnosis="value",
    keeps=2,
    says="at the kink Z = 0 you return the slope from the right",
)
def relu_backward_with_slope_one_at_zero(dA, Z):
    return np.where(np.asarray(Z) >= 0, np.asarray(dA, dtype=float), 0.0)


@mistake(
    "relu_backward",
    diagnosis="value",
    keeps=2,
    says="dA is multiplied by the value of ReLU, not by its slope",
)
def relu_backward_times_z(dA, Z):
    return np.asarray(dA, dtype=float) * np.maximum(np.asarray(Z, dtype=float), 0.0)


@mistake("relu_backward", diagnosis="in-place", keeps=2)
def relu_backward_into_its_argument(dA, Z):
    dA = np.asarray(dA, dtype=float)
    dA[np.asarray(Z) <= 0] = 0.0
    return dA


@mistake(
    "sigmoid_forward",
    diagnosis="unstable",
    keeps=2.25,
    says="exp is also taken of large positive numbers, and there it overflows",
)
def sigmoid_as_in_the_formula(Z):
    return 1 / (1 + np.exp(-np.asarray(Z, dtype=float)))


@mistake(
    "sigmoid_forward",
    diagnosis="value",
    keeps=2.25,
    says="you return tanh, whose values lie between -1 and 1",
)
def sigmoid_of_the_symmetric_kind(Z):
    return np.tanh(np.asarray(Z, dtype=float))


@mistake(
    "sigmoid_forward",
    diagnosis="complement",
    keeps=2.25,
    says=("your curve falls with growing z instead of rising, because a sign inside it is turned"),
)
def sigmoid_falling(Z):
    return 0.5 * (1 - np.tanh(np.asarray(Z, dtype=float) / 2))


@mistake(
    "sigmoid_backward",
    diagnosis="value",
    keeps=2.25,
    says="the sigmoid is applied to A once more, though A is its result already",
)
def sigmoid_backward_from_the_argument(dA, A):
    # as if A were the argument of the sigmoid, not its result
    s = sigmoid_forward(A)
    return np.asarray(dA, dtype=float) * s * (1 - s)


@mistake(
    "sigmoid_backward",
    diagnosis="upstream",
    keeps=2.25,
    says="you return the slope alone, without the factor dA",
)
def sigmoid_backward_as_the_slope_alone(dA, A):
    A = np.asarray(A, dtype=float)
    return A * (1 - A)


@mistake(
    "sigmoid_backward",
    diagnosis="value",
    keeps=2.25,
    says="you use the slope formula of tanh with the output of the sigmoid",
)
def sigmoid_backward_of_tanh(dA, A):
    A = np.asarray(A, dtype=float)
    return np.asarray(dA, dtype=float) * (1 - A**2)


@mistake(
    "sigmoid_backward",
    diagnosis="sign",
    keeps=2.25,
    says="the slope has its sign turned, so it is negative where the curve rises",
)
def sigmoid_backward_of_the_falling_side(dA, A):
    A = np.asarray(A, dtype=float)
    return np.asarray(dA, dtype=float) * A * (A - 1)


# --- losses ----------------------------------------------------------------------------


@mistake(
    "mse_loss",
    diagnosis="factor",
    keeps=2,
    says="you divide by the number of all entries, not of samples",
)
def mse_over_all_numbers(pred, target):
    error = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.mean(error**2) / 2, error / error.size


@mistake(
    "mse_loss",
    diagnosis="factor",
    keeps=2,
    says="the factor ½ is missing in the loss, and a 2 appears in the gradient",
)
def mse_without_the_half(pred, target):
    error = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(error**2) / len(error), 2 * error / len(error)


@mistake(
    "mse_loss",
    diagnosis="factor",
    keeps=2,
    says="the gradient is summed over the samples and not divided by their number",
)
def mse_with_a_gradient_of_the_sum(pred, target):
    error = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(error**2) / (2 * len(error)), error


@mistake(
    "mse_loss",
    diagnosis="sign",
    keeps=2,
    says="the gradient has its sign turned, so it points downhill",
)
def mse_with_the_error_turned_round(pred, target):
    error = np.asarray(target, dtype=float) - np.asarray(pred, dtype=float)
    return np.sum(error**2) / (2 * len(error)), error / len(error)


@mistake("mse_loss", diagnosis="type", keeps=2)
def mse_without_its_gradient(pred, target):
    error = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(error**2) / (2 * len(error))


@mistake(
    "softmax_cross_entropy",
    diagnosis="not-finite",
    keeps=2,
    says="the logits go into exp without a shift, and large ones overflow",
)
def cross_entropy_of_plain_probabilities(Z, y):
    Z, n = np.asarray(Z, dtype=float), len(y)
    P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(n), y])), (P - np.eye(Z.shape[1])[y]) / n


@mistake(
    "softmax_cross_entropy",
    diagnosis="not-finite",
    keeps=2,
    says="sure probabilities round to 0 or 1, and the logarithm of 0 is not finite",
)
def cross_entropy_of_rounded_probabilities(Z, y):
    # exp is safe, but the logarithm of a probability that has become 0 is not
    Z, n = np.asarray(Z, dtype=float), len(y)
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = P / P.sum(axis=1, keepdims=True)
    return -np.mean(np.log(P[np.arange(n), y])), (P - np.eye(Z.shape[1])[y]) / n


@mistake(
    "softmax_cross_entropy",
    diagnosis="value",
    keeps=2,
    says=("the probabilities are clipped, so the loss of a sure and wrong sample is too small"),
)
def cross_entropy_with_clipped_probabilities(Z, y):
    Z, n = np.asarray(Z, dtype=float), len(y)
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = P / P.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(np.maximum(P[np.arange(n), y], 1e-12)))
    return loss, (P - np.eye(Z.shape[1])[y]) / n


@mistake(
    "softmax_cross_entropy",
    diagnosis="factor",
    keeps=1,
    says="the gradient is summed over the samples and not divided by their number",
)
def cross_entropy_with_a_gradient_of_the_sum(Z, y):
    Z, n = np.asarray(Z, dtype=float), len(y)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -np.mean(log_p[np.arange(n), y]), np.exp(log_p) - np.eye(Z.shape[1])[y]


@mistake(
    "softmax_cross_entropy",
    diagnosis="value",
    keeps=1,
    says="only the column of the label gets an error, and the other classes get 0",
)
def cross_entropy_with_the_gradient_of_the_classes_alone(Z, y):
    # the other classes have gradients too
    Z, n = np.asarray(Z, dtype=float), len(y)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    dZ = np.zeros(Z.shape)
    dZ[np.arange(n), y] = np.exp(log_p)[np.arange(n), y] - 1
    return -np.mean(log_p[np.arange(n), y]), dZ / n


@mistake(
    "softmax_cross_entropy",
    diagnosis="value",
    keeps=1,
    says="you normalize along the first axis, so the columns sum to 1",
)
def cross_entropy_normalized_over_the_batch(Z, y):
    Z, n = np.asarray(Z, dtype=float), len(y)
    Z = Z - Z.max()
    log_p = Z - np.log(np.exp(Z).sum(axis=0) + 1e-300)
    return -np.mean(log_p[np.arange(n), y]), (np.exp(log_p) - np.eye(Z.shape[1])[y]) / n


@mistake("softmax_cross_entropy", diagnosis="in-place", keeps=1)
def cross_entropy_that_shifts_its_logits(Z, y):
    Z, n = np.asarray(Z, dtype=float), len(y)
    Z -= Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -np.mean(log_p[np.arange(n), y]), (np.exp(log_p) - np.eye(Z.shape[1])[y]) / n


# --- mlp_forward -----------------------------------------------------------------------


@mistake(
    "mlp_forward",
    diagnosis="value",
    says="the activation is applied to the last layer too",
)
def forward_with_an_activation_on_the_output(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    inputs = [np.asarray(X, dtype=float)]
    for W, b in params:
        inputs.append(f(affine_forward(inputs[-1], W, b)))
    return inputs[-1], inputs[:-1]


@mistake(
    "mlp_forward",
    diagnosis="value",
    says="the argument activation is not used, and all hidden layers have ReLU",
)
def forward_with_relu_whatever_is_asked(params, X, activation="relu"):
    inputs = [np.asarray(X, dtype=float)]
    for W, b in params[:-1]:
        inputs.append(relu_forward(affine_forward(inputs[-1], W, b)))
    return affine_forward(inputs[-1], *params[-1]), inputs


@mistake("mlp_forward", diagnosis="type")
def forward_without_caches(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b))
    return affine_forward(A, *params[-1])


@mistake(
    "mlp_forward",
    diagnosis="value",
    keeps=0.5,
    says="only the first hidden layer has an activation, and later ones have none",
)
def forward_of_two_layers_only(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    X = np.asarray(X, dtype=float)
    if len(params) == 1:
        return affine_forward(X, *params[0]), [X]
    A = f(affine_forward(X, *params[0]))
    for W, b in params[1:-1]:
        A = affine_forward(A, W, b)
    return affine_forward(A, *params[-1]), [X, A]


@mistake(
    "mlp_forward",
    diagnosis="value",
    says="no layer has an activation, so the whole network is one affine map",
)
def forward_without_activations(params, X, activation="relu"):
    inputs = [np.asarray(X, dtype=float)]
    for W, b in params[:-1]:
        inputs.append(affine_forward(inputs[-1], W, b))
    return affine_forward(inputs[-1], *params[-1]), inputs


# --- mlp_loss --------------------------------------------------------------------------


@mistake(
    "mlp_loss",
    diagnosis="regularization",
    keeps=1,
    says="the penalty is missing in the loss",
)
def loss_without_penalty(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    return criterion(mlp_forward(params, X, activation)[0], y)[0]


@mistake(
    "mlp_loss",
    diagnosis="regularization",
    keeps=1,
    says="the factor ½ is missing in the penalty",
)
def loss_with_a_penalty_without_the_half(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    penalty = sum(np.sum(np.asarray(W, dtype=float) ** 2) for W, _ in params)
    return criterion(mlp_forward(params, X, activation)[0], y)[0] + l2 * penalty


@mistake(
    "mlp_loss",
    diagnosis="value",
    keeps=1,
    says="the biases are penalized as well as the weights",
)
def loss_with_a_penalty_on_biases(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    penalty = sum(np.sum(np.square(p, dtype=float)) for pair in params for p in pair)
    return criterion(mlp_forward(params, X, activation)[0], y)[0] + l2 / 2 * penalty


@mistake(
    "mlp_loss",
    diagnosis="value",
    keeps=1,
    says="only the weights of the last layer are penalized",
)
def loss_with_a_penalty_on_the_last_layer(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    penalty = np.sum(np.asarray(params[-1][0], dtype=float) ** 2)
    return criterion(mlp_forward(params, X, activation)[0], y)[0] + l2 / 2 * penalty


@mistake(
    "mlp_loss",
    diagnosis="value",
    keeps=1,
    says=("the penalty adds the lengths of the weight matrices, not the squares of the lengths"),
)
def loss_with_a_penalty_of_lengths(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    penalty = sum(np.linalg.norm(W) for W, _ in params)
    return criterion(mlp_forward(params, X, activation)[0], y)[0] + l2 / 2 * penalty


@mistake("mlp_loss", diagnosis="type")
def loss_with_its_gradient(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    return criterion(mlp_forward(params, X, activation)[0], y)


# --- mlp_gradients ---------------------------------------------------------------------


@mistake(
    "mlp_gradients",
    diagnosis="slope",
    says="the slopes of the activations are missing on the way back",
)
def gradients_without_slopes(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        dZ, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * np.asarray(W, dtype=float), db))
    return gradients[::-1]


@mistake(
    "mlp_gradients",
    diagnosis="value",
    keeps=1.5,
    also=["slope"],
    says="the slope on the way back is always that of ReLU, whatever the activation is",
)
def gradients_with_the_slope_of_relu(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * np.asarray(W, dtype=float), db))
        dZ = relu_backward(dA, A)
    return gradients[::-1]


@mistake(
    "mlp_gradients",
    diagnosis="regularization",
    keeps=2.5,
    says="the penalty is missing in the gradient",
)
def gradients_without_penalty(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {"relu": lambda A: A > 0, "sigmoid": lambda A: A * (1 - A), "tanh": lambda A: 1 - A**2}
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@mistake(
    "mlp_gradients",
    diagnosis="value",
    keeps=4,
    also=["regularization"],
    says=("only the first and the last layer get the gradient of the penalty, not those between"),
)
def gradients_with_a_penalty_on_the_ends(params, X, y, activation="relu", loss="softmax", l2=0.0):
    # the last layer and the first have code of their own, and the loop between forgets it
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {"relu": lambda A: A > 0, "sigmoid": lambda A: A * (1 - A), "tanh": lambda A: 1 - A**2}
    gradients = []
    for layer in reversed(range(len(params))):
        W, A = np.asarray(params[layer][0], dtype=float), inputs[layer]
        dA, dW, db = affine_backward(dZ, A, W)
        is_end = layer in (0, len(params) - 1)
        gradients.append((dW + l2 * W if is_end else dW, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@mistake(
    "mlp_gradients",
    diagnosis="regularization",
    keeps=2.5,
    says="the biases are penalized as well as the weights",
)
def gradients_with_a_penalty_on_biases(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {"relu": lambda A: A > 0, "sigmoid": lambda A: A * (1 - A), "tanh": lambda A: 1 - A**2}
    gradients = []
    for (W, b), A in zip(params[::-1], inputs[::-1]):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db + l2 * b))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@mistake(
    "mlp_gradients",
    diagnosis="regularization",
    keeps=2.5,
    says="the penalty enters the gradient twice as strongly as it should",
)
def gradients_with_a_penalty_twice_as_large(
    params, X, y, activation="relu", loss="softmax", l2=0.0
):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {"relu": lambda A: A > 0, "sigmoid": lambda A: A * (1 - A), "tanh": lambda A: 1 - A**2}
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + 2 * l2 * np.asarray(W, dtype=float), db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@mistake(
    "mlp_gradients",
    diagnosis="value",
    says=("your list begins with the last layer, in the order in which the gradients are found"),
)
def gradients_from_the_last_layer_first(params, X, y, activation="relu", loss="softmax", l2=0.0):
    # in the order in which they are found
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {"relu": lambda A: A > 0, "sigmoid": lambda A: A * (1 - A), "tanh": lambda A: 1 - A**2}
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * np.asarray(W, dtype=float), db))
        dZ = dA * slope[activation](A)
    return gradients


@mistake(
    "mlp_gradients",
    diagnosis="value",
    keeps=0.5,
    says=("the argument loss is not used, and the backward pass always begins at the softmax"),
)
def gradients_with_the_softmax_whatever_is_asked(
    params, X, y, activation="relu", loss="softmax", l2=0.0
):
    output, inputs = mlp_forward(params, X, activation)
    classes = np.asarray(y) if loss == "softmax" else np.argmax(y, axis=1)
    dZ = softmax_cross_entropy(output, classes)[1]
    slope = {"relu": lambda A: A > 0, "sigmoid": lambda A: A * (1 - A), "tanh": lambda A: 1 - A**2}
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * np.asarray(W, dtype=float), db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@mistake(
    "mlp_gradients",
    diagnosis="factor",
    also=["mean-sum"],
    says="the gradient is divided by the number of samples twice",
)
def gradients_divided_by_n_once_more(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1] / len(X)
    slope = {"relu": lambda A: A > 0, "sigmoid": lambda A: A * (1 - A), "tanh": lambda A: 1 - A**2}
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * np.asarray(W, dtype=float), db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@mistake("mlp_gradients", diagnosis="exception", keeps=0.5)
def gradients_of_two_layers_only(params, X, y, activation="relu", loss="softmax", l2=0.0):
    (W, _), (V, _) = params
    output, (X, A) = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {"relu": lambda A: A > 0, "sigmoid": lambda A: A * (1 - A), "tanh": lambda A: 1 - A**2}
    dA, dV, dc = affine_backward(dZ, A, V)
    _, dW, db = affine_backward(dA * slope[activation](A), X, W)
    return [(dW + l2 * np.asarray(W, float), db), (dV + l2 * np.asarray(V, float), dc)]


@mistake(
    "mlp_gradients",
    diagnosis="value",
    keeps=1.5,
    says="the slope formulas for the output of an activation get its argument Z",
)
def gradients_with_the_slope_at_the_output_of_sigmoid(
    params, X, y, activation="relu", loss="softmax", l2=0.0
):
    # sigmoid_backward wants the result of the sigmoid and gets its argument
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    back = {
        "relu": relu_backward,
        "sigmoid": sigmoid_backward,
        "tanh": lambda dA, Z: dA * (1 - Z**2),
    }[activation]
    inputs, zs = [np.asarray(X, dtype=float)], []
    for W, b in params:
        zs.append(affine_forward(inputs[-1], W, b))
        inputs.append(f(zs[-1]))
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](zs[-1], y)[1]
    gradients = []
    for layer in reversed(range(len(params))):
        W = np.asarray(params[layer][0], dtype=float)
        dA, dW, db = affine_backward(dZ, inputs[layer], W)
        gradients.append((dW + l2 * W, db))
        if layer:
            dZ = back(dA, zs[layer - 1])
    return gradients[::-1]


# --- init_mlp --------------------------------------------------------------------------


@mistake(
    "init_mlp",
    diagnosis="spread",
    keeps=1,
    says="the weights are not scaled, so their variance is 1 whatever the layer is",
)
def init_with_standard_normal_weights(sizes, rng):
    return [
        (rng.normal(size=s), np.zeros(s[1]))
        for s in ((sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1))
    ]


@mistake(
    "init_mlp",
    diagnosis="spread",
    keeps=1,
    says="the variance serves as the standard deviation: a square root is missing",
)
def init_with_the_variance_as_the_spread(sizes, rng):
    return [
        (rng.normal(size=s) * 2 / s[0], np.zeros(s[1]))
        for s in ((sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1))
    ]


@mistake(
    "init_mlp",
    diagnosis="spread",
    keeps=1,
    says="the variance lacks the factor that makes up for the half that ReLU cuts off",
)
def init_for_tanh(sizes, rng):
    pairs = ((sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1))
    return [(rng.normal(size=s) / np.sqrt(s[0]), np.zeros(s[1])) for s in pairs]


@mistake(
    "init_mlp",
    diagnosis="spread",
    keeps=1,
    says="the spread is taken from the number of units of a layer, not of its inputs",
)
def init_by_fan_out(sizes, rng):
    pairs = ((sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1))
    return [(rng.normal(size=s) * np.sqrt(2 / s[1]), np.zeros(s[1])) for s in pairs]


@mistake(
    "init_mlp",
    diagnosis="spread",
    keeps=1,
    says="all units of a layer begin with the same weights, so they stay equal",
)
def init_with_equal_units(sizes, rng):
    pairs = ((sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1))
    return [(np.sqrt(2 / m) * rng.normal(size=(m, 1)) * np.ones(k), np.zeros(k)) for m, k in pairs]


@mistake(
    "init_mlp",
    diagnosis="rule",
    keeps=1,
    says="the numbers do not come from rng but from a generator of your own",
)
def init_with_a_generator_of_its_own(sizes, rng):
    rng = np.random.default_rng(0)
    pairs = ((sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1))
    return [(rng.normal(size=s) * np.sqrt(2 / s[0]), np.zeros(s[1])) for s in pairs]


@mistake(
    "init_mlp",
    diagnosis="shape",
    keeps=1,
    says="the biases are rows of an array, not flat arrays",
)
def init_with_biases_as_rows(sizes, rng):
    pairs = ((sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1))
    return [(rng.normal(size=s) * np.sqrt(2 / s[0]), np.zeros((1, s[1]))) for s in pairs]


@mistake(
    "init_mlp",
    diagnosis="value",
    keeps=1,
    says="the biases are drawn at random and do not start at 0",
)
def init_with_random_biases(sizes, rng):
    pairs = ((sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1))
    return [(rng.normal(size=s) * np.sqrt(2 / s[0]), rng.normal(size=s[1])) for s in pairs]


# --- train -----------------------------------------------------------------------------


@mistake(
    "train",
    diagnosis="value",
    says="the steps go with the gradient, so the loss rises",
)
def train_uphill(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    options = activation, loss, l2
    losses = []
    for _ in range(n_epochs):
        values = []
        for batch in minibatches(len(X), batch_size, rng):
            at = X[batch], y[batch], *options
            values.append(mlp_loss(params, *at))
            slopes = mlp_gradients(params, *at)
            params = [(W + lr * u, b + lr * v) for (W, b), (u, v) in zip(params, slopes)]
        losses.append(np.mean(values))
    return params, np.array(losses)


@mistake(
    "train",
    diagnosis="value",
    says="the biases stay as they were",
)
def train_without_biases(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    options = activation, loss, l2
    losses = []
    for _ in range(n_epochs):
        values = []
        for batch in minibatches(len(X), batch_size, rng):
            at = X[batch], y[batch], *options
            values.append(mlp_loss(params, *at))
            slopes = mlp_gradients(params, *at)
            params = [(W - lr * u, b) for (W, b), (u, _) in zip(params, slopes)]
        losses.append(np.mean(values))
    return params, np.array(losses)


@mistake(
    "train",
    diagnosis="rule",
    keeps=1.5,
    says="the samples are shuffled only once, so all epochs have the same batches",
)
def train_with_one_shuffle(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    options = activation, loss, l2
    losses = []
    batches = list(minibatches(len(X), batch_size, rng))
    for _ in range(n_epochs):
        values = []
        for batch in batches:
            at = X[batch], y[batch], *options
            values.append(mlp_loss(params, *at))
            slopes = mlp_gradients(params, *at)
            params = [(W - lr * u, b - lr * v) for (W, b), (u, v) in zip(params, slopes)]
        losses.append(np.mean(values))
    return params, np.array(losses)


@mistake(
    "train",
    diagnosis="value",
    says="the batches are made once and run out after the first epoch",
)
def train_with_batches_that_run_out(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    options = activation, loss, l2
    losses = []
    batches = minibatches(len(X), batch_size, rng)
    for _ in range(n_epochs):
        values = []
        for batch in batches:
            at = X[batch], y[batch], *options
            values.append(mlp_loss(params, *at))
            slopes = mlp_gradients(params, *at)
            params = [(W - lr * u, b - lr * v) for (W, b), (u, v) in zip(params, slopes)]
        losses.append(np.mean(values) if values else 0.0)
    return params, np.array(losses)


@mistake(
    "train",
    diagnosis="rule",
    keeps=1,
    says="every step uses all samples, not those of its batch",
)
def train_on_all_samples(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    options = activation, loss, l2
    losses = []
    for _ in range(n_epochs):
        values = []
        for _ in minibatches(len(X), batch_size, rng):
            at = X, y, *options
            values.append(mlp_loss(params, *at))
            slopes = mlp_gradients(params, *at)
            params = [(W - lr * u, b - lr * v) for (W, b), (u, v) in zip(params, slopes)]
        losses.append(np.mean(values))
    return params, np.array(losses)


@mistake(
    "train",
    diagnosis="rule",
    says="the rows of X are shuffled but their labels are not",
)
def train_that_loses_labels(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    options = activation, loss, l2
    losses = []
    for _ in range(n_epochs):
        values = []
        for batch in minibatches(len(X), batch_size, rng):
            at = X[batch], y[: len(batch)], *options
            values.append(mlp_loss(params, *at))
            slopes = mlp_gradients(params, *at)
            params = [(W - lr * u, b - lr * v) for (W, b), (u, v) in zip(params, slopes)]
        losses.append(np.mean(values))
    return params, np.array(losses)


@mistake(
    "train",
    diagnosis="value",
    keeps=1.5,
    says="the loss of a batch is taken after its step, not before",
)
def train_with_losses_after_the_step(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    options = activation, loss, l2
    losses = []
    for _ in range(n_epochs):
        values = []
        for batch in minibatches(len(X), batch_size, rng):
            at = X[batch], y[batch], *options
            slopes = mlp_gradients(params, *at)
            params = [(W - lr * u, b - lr * v) for (W, b), (u, v) in zip(params, slopes)]
            values.append(mlp_loss(params, *at))
        losses.append(np.mean(values))
    return params, np.array(losses)


@mistake(
    "train",
    diagnosis="value",
    keeps=1.5,
    says="the loss of an epoch is that of its last batch alone",
)
def train_with_the_last_loss(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    options = activation, loss, l2
    losses = []
    for _ in range(n_epochs):
        values = []
        for batch in minibatches(len(X), batch_size, rng):
            at = X[batch], y[batch], *options
            values.append(mlp_loss(params, *at))
            slopes = mlp_gradients(params, *at)
            params = [(W - lr * u, b - lr * v) for (W, b), (u, v) in zip(params, slopes)]
        losses.append(values[-1])
    return params, np.array(losses)


@mistake(
    "train",
    diagnosis="value",
    also=("factor",),
    keeps=1.5,
    says="the losses of an epoch are summed and not averaged",
)
def train_with_summed_losses(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    options = activation, loss, l2
    losses = []
    for _ in range(n_epochs):
        values = []
        for batch in minibatches(len(X), batch_size, rng):
            at = X[batch], y[batch], *options
            values.append(mlp_loss(params, *at))
            slopes = mlp_gradients(params, *at)
            params = [(W - lr * u, b - lr * v) for (W, b), (u, v) in zip(params, slopes)]
        losses.append(np.sum(values))
    return params, np.array(losses)


@mistake(
    "train",
    diagnosis="value",
    keeps=1.5,
    says="the loss is that of all samples at the end of the epoch",
)
def train_with_the_loss_of_the_epochs_end(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    options = activation, loss, l2
    losses = []
    for _ in range(n_epochs):
        for batch in minibatches(len(X), batch_size, rng):
            at = X[batch], y[batch], *options
            slopes = mlp_gradients(params, *at)
            params = [(W - lr * u, b - lr * v) for (W, b), (u, v) in zip(params, slopes)]
        losses.append(mlp_loss(params, X, y, *options))
    return params, np.array(losses)


@mistake(
    "train",
    diagnosis="value",
    keeps=1,
    says="the last batch, which is shorter, is left out",
)
def train_without_the_last_batch(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    options = activation, loss, l2
    losses = []
    for _ in range(n_epochs):
        values = []
        for batch in list(minibatches(len(X), batch_size, rng))[: max(1, len(X) // batch_size)]:
            at = X[batch], y[batch], *options
            values.append(mlp_loss(params, *at))
            slopes = mlp_gradients(params, *at)
            params = [(W - lr * u, b - lr * v) for (W, b), (u, v) in zip(params, slopes)]
        losses.append(np.mean(values))
    return params, np.array(losses)


@mistake(
    "train",
    diagnosis="value",
    says="activation, loss and l2 are not handed on",
)
def train_without_options(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    losses = []
    for _ in range(n_epochs):
        values = []
        for batch in minibatches(len(X), batch_size, rng):
            at = X[batch], y[batch]
            values.append(mlp_loss(params, *at))
            slopes = mlp_gradients(params, *at)
            params = [(W - lr * u, b - lr * v) for (W, b), (u, v) in zip(params, slopes)]
        losses.append(np.mean(values))
    return params, np.array(losses)


@mistake(
    "train",
    diagnosis="value",
    keeps=0.5,
    says="l2 is not handed on, so no step makes the weights smaller",
)
def train_without_penalty(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    losses = []
    for _ in range(n_epochs):
        values = []
        for batch in minibatches(len(X), batch_size, rng):
            at = X[batch], y[batch], activation, loss
            values.append(mlp_loss(params, *at))
            slopes = mlp_gradients(params, *at)
            params = [(W - lr * u, b - lr * v) for (W, b), (u, v) in zip(params, slopes)]
        losses.append(np.mean(values))
    return params, np.array(losses)


@mistake(
    "train",
    diagnosis="type",
    says="only the parameters come back, without the losses",
)
def train_without_losses(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    options = activation, loss, l2
    losses = []
    for _ in range(n_epochs):
        values = []
        for batch in minibatches(len(X), batch_size, rng):
            at = X[batch], y[batch], *options
            values.append(mlp_loss(params, *at))
            slopes = mlp_gradients(params, *at)
            params = [(W - lr * u, b - lr * v) for (W, b), (u, v) in zip(params, slopes)]
        losses.append(np.mean(values))
    return params


@mistake(
    "train",
    diagnosis="rule",
    keeps=1.5,
    says="the shuffle does not come from rng but from a generator of your own",
)
def train_with_a_generator_of_its_own(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    options = activation, loss, l2
    losses = []
    for _ in range(n_epochs):
        values = []
        for batch in minibatches(len(X), batch_size, np.random.default_rng()):
            at = X[batch], y[batch], *options
            values.append(mlp_loss(params, *at))
            slopes = mlp_gradients(params, *at)
            params = [(W - lr * u, b - lr * v) for (W, b), (u, v) in zip(params, slopes)]
        losses.append(np.mean(values))
    return params, np.array(losses)


@mistake(
    "train",
    diagnosis="in-place",
    says="the arrays that were given are changed: make new ones",
)
def train_in_place(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    losses = []
    for _ in range(n_epochs):
        values = []
        for batch in minibatches(len(X), batch_size, rng):
            at = X[batch], y[batch], activation, loss, l2
            values.append(mlp_loss(params, *at))
            for (W, b), (dW, db) in zip(params, mlp_gradients(params, *at)):
                W -= lr * dW
                b -= lr * db
        losses.append(np.mean(values))
    return params, np.array(losses)


@mistake(
    "train",
    diagnosis="value",
    keeps=1.5,
    says="the loss is the mean over all samples of the epoch, where short batches count less",
)
def train_with_a_weighted_loss(
    params, X, y, lr, n_epochs, batch_size, rng, activation="relu", loss="softmax", l2=0.0
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = [(np.asarray(W, dtype=float), np.asarray(b, dtype=float)) for W, b in params]
    options = activation, loss, l2
    losses = []
    for _ in range(n_epochs):
        values = []
        counts = []
        for batch in minibatches(len(X), batch_size, rng):
            at = X[batch], y[batch], *options
            values.append(mlp_loss(params, *at))
            slopes = mlp_gradients(params, *at)
            params = [(W - lr * u, b - lr * v) for (W, b), (u, v) in zip(params, slopes)]
            counts.append(len(batch))
        losses.append(np.average(values, weights=counts))
    return params, np.array(losses)


# --- chance_loss -----------------------------------------------------------------------


@mistake(
    "chance_loss",
    diagnosis="value",
    says="all classes are taken to be equally frequent",
)
def chance_as_if_all_classes_were_alike(y, k):
    return np.log(k) + 0.0 * len(y)


@mistake(
    "chance_loss",
    diagnosis="value",
    also=("factor",),
    says="the logarithm is that of base 2",
)
def chance_in_bits(y, k):
    shares = np.bincount(y, minlength=k) / len(y)
    seen = shares[shares > 0]
    return -np.sum(seen * np.log2(seen))


@mistake(
    "chance_loss",
    diagnosis="value",
    says="only the most frequent class counts",
)
def chance_of_the_largest_class(y, k):
    return -np.log(np.bincount(y, minlength=k).max() / len(y))


@mistake(
    "chance_loss",
    diagnosis="value",
    also=["sign"],
    says="the logarithms are summed without the minus",
)
def chance_without_its_sign(y, k):
    shares = np.bincount(y, minlength=k) / len(y)
    seen = shares[shares > 0]
    return np.sum(seen * np.log(seen))


@mistake(
    "chance_loss",
    diagnosis="value",
    says="the mean runs over the classes, which do not count by their frequency",
)
def chance_with_all_classes_alike_in_the_mean(y, k):
    shares = np.bincount(y, minlength=k) / len(y)
    return -np.mean(np.log(shares[shares > 0]))


@mistake(
    "chance_loss",
    diagnosis="not-finite",
    says="a class that never comes makes nan of it",
)
def chance_with_the_logarithm_of_zero(y, k):
    shares = np.bincount(y, minlength=k) / len(y)
    with np.errstate(all="ignore"):
        return -np.sum(shares * np.log(shares))


# --- overfit ---------------------------------------------------------------------------


@mistake(
    "overfit",
    diagnosis="rule",
    says="the training ends long before the samples are known",
)
def by_heart_in_too_few_steps(X, y, rng):
    start = init_mlp([64, 64, np.max(y) + 1], rng)
    return train(start, X, y, 0.1, 20, 20, rng)[0]


@mistake(
    "overfit",
    diagnosis="rule",
    says="a penalty keeps the weights too small to learn by heart",
)
def by_heart_with_a_penalty(X, y, rng):
    start = init_mlp([64, 64, np.max(y) + 1], rng)
    return train(start, X, y, 0.3, 300, 20, rng, l2=0.03)[0]


@mistake(
    "overfit",
    diagnosis="rule",
    says="the losses come back beside the parameters",
)
def by_heart_with_the_losses(X, y, rng):
    start = init_mlp([64, 64, np.max(y) + 1], rng)
    return train(start, X, y, 0.3, 300, 20, rng)


@mistake(
    "overfit",
    diagnosis="digits",
    says="the learning rate is so large that the units die",
)
def by_heart_at_a_huge_rate(X, y, rng):
    start = init_mlp([64, 64, np.max(y) + 1], rng)
    return train(start, X, y, 50.0, 100, 20, rng)[0]


@mistake(
    "overfit",
    diagnosis="digits",
    says="all weights start at 0, so only the output biases learn",
)
def by_heart_from_zeros(X, y, rng):
    start = [(np.zeros((64, 64)), np.zeros(64)), (np.zeros((64, 10)), np.zeros(10))]
    return train(start, X, y, 0.3, 300, 20, rng)[0]


@mistake(
    "overfit",
    diagnosis="rule",
    also=("digits",),
    says="the parameters come back that the network had before training",
)
def by_heart_before_training(X, y, rng):
    start = init_mlp([64, 64, np.max(y) + 1], rng)
    train(start, X, y, 0.3, 10, 20, rng)
    return start


@mistake(
    "overfit",
    diagnosis="rule",
    says="a function comes back, not the parameters",
)
def by_heart_as_predict(X, y, rng):
    start = init_mlp([64, 64, np.max(y) + 1], rng)
    params, _ = train(start, X, y, 0.3, 10, 20, rng)
    return lambda X: mlp_forward(params, X)[0].argmax(axis=1)


# --- fit_digits ------------------------------------------------------------------------


@mistake(
    "fit_digits",
    diagnosis="rule",
    says="labels come back and not a function that gives them",
)
def digits_as_labels(X, y, rng):
    params, _ = train(init_mlp([64, 32, np.max(y) + 1], rng), X, y, 0.3, 2, 32, rng)
    return mlp_forward(params, X)[0].argmax(axis=1)


@mistake(
    "fit_digits",
    diagnosis="rule",
    keeps=0.5,
    says="there is no hidden layer, so the borders between the classes are straight",
)
def digits_without_a_hidden_layer(X, y, rng):
    params, _ = train(init_mlp([64, np.max(y) + 1], rng), X, y, 0.1, 10, 32, rng)

    def predict(X):
        return mlp_forward(params, X)[0].argmax(axis=1)

    return predict


@mistake(
    "fit_digits",
    diagnosis="rule",
    also=("digits",),
    says="the learning rate is so small that hardly anything is learned",
)
def digits_at_a_tiny_rate(X, y, rng):
    params, _ = train(init_mlp([64, 32, np.max(y) + 1], rng), X, y, 1e-4, 5, 32, rng)

    def predict(X):
        return mlp_forward(params, X)[0].argmax(axis=1)

    return predict


@mistake(
    "fit_digits",
    diagnosis="rule",
    also=("digits",),
    says="the training ends after one epoch",
)
def digits_in_one_epoch(X, y, rng):
    params, _ = train(init_mlp([64, 32, np.max(y) + 1], rng), X, y, 0.02, 1, 64, rng)

    def predict(X):
        return mlp_forward(params, X)[0].argmax(axis=1)

    return predict


@mistake(
    "fit_digits",
    diagnosis="digits",
    says="the learning rate is so large that the units die",
)
def digits_at_a_huge_rate(X, y, rng):
    params, _ = train(init_mlp([64, 32, np.max(y) + 1], rng), X, y, 30.0, 3, 32, rng)

    def predict(X):
        return mlp_forward(params, X)[0].argmax(axis=1)

    return predict


@mistake(
    "fit_digits",
    diagnosis="digits",
    says="all weights start at 0, and the hidden units never learn",
)
def digits_from_zeros(X, y, rng):
    params = [(np.zeros((64, 32)), np.zeros(32)), (np.zeros((32, 10)), np.zeros(10))]
    params, _ = train(params, X, y, 0.3, 2, 32, rng)

    def predict(X):
        return mlp_forward(params, X)[0].argmax(axis=1)

    return predict


@mistake(
    "fit_digits",
    diagnosis="rule",
    also=("digits",),
    says="the network predicts with the parameters that it had before training",
)
def digits_by_the_untrained(X, y, rng):
    params = init_mlp([64, 32, np.max(y) + 1], rng)
    train(params, X, y, 0.3, 1, 32, rng)

    def predict(X):
        return mlp_forward(params, X)[0].argmax(axis=1)

    return predict


@mistake(
    "fit_digits",
    diagnosis="rule",
    says="the scores of all classes come back, not the label of the largest",
)
def digits_as_scores(X, y, rng):
    params, _ = train(init_mlp([64, 32, np.max(y) + 1], rng), X, y, 0.3, 2, 32, rng)
    return lambda X: mlp_forward(params, X)[0]


@mistake(
    "fit_digits",
    diagnosis="rule",
    keeps=2,
    says="the start and the batches do not come from rng",
)
def digits_with_a_generator_of_its_own(X, y, rng):
    rng = np.random.default_rng()
    params = init_mlp([64, 64, np.max(y) + 1], rng)
    params, _ = train(params, X, y, 0.3, 30, 32, rng, l2=1e-3)

    def predict(X):
        return mlp_forward(params, X)[0].argmax(axis=1)

    return predict


@mistake(
    "fit_digits",
    diagnosis="rule",
    says="the largest score is looked for among the samples, not among the classes",
)
def digits_over_the_samples(X, y, rng):
    params, _ = train(init_mlp([64, 32, np.max(y) + 1], rng), X, y, 0.3, 2, 32, rng)
    return lambda X: mlp_forward(params, X)[0].argmax(axis=0)
