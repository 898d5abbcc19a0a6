"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

# --- affine_forward ---


@misconception(
    "affine_forward",
    says="the bias b is not added",
)
def affine_forgets_the_bias(X, W, b):
    return np.asarray(X, dtype=float) @ np.asarray(W, dtype=float)


@misconception(
    "affine_forward",
    says="the bias b is subtracted, not added",
)
def affine_subtracts_the_bias(X, W, b):
    X, W, b = (np.asarray(a, dtype=np.float64) for a in (X, W, b))
    return X @ W - b


@misconception(
    "affine_forward",
    says="every unit gets the sum of all biases, not its own one",
)
def affine_adds_the_sum_of_biases(X, W, b):
    return np.asarray(X, dtype=float) @ np.asarray(W, dtype=float) + np.sum(b)


@misconception(
    "affine_forward",
    says="the last feature is left out of the weighted sums",
)
def affine_leaves_out_the_last_feature(X, W, b):
    X, W, b = np.asarray(X, float), np.asarray(W, float), np.asarray(b, float)
    Z = np.tile(b, (len(X), 1))
    for j in range(X.shape[1] - 1):
        Z += np.outer(X[:, j], W[j])
    return Z


@misconception(
    "affine_forward",
    says="W is transposed, as if it had one unit in each row",
)
def affine_with_transposed_weights(X, W, b):
    X, W, b = np.asarray(X, float), np.asarray(W, float), np.asarray(b, float)
    return X @ W.T + b


@misconception(
    "affine_forward",
    says=(
        "your result array takes its type from an argument, and integers there cut off the decimals"
    ),
)
def affine_truncates_to_the_type_of_X(X, W, b):
    X = np.asarray(X)
    W, b = np.asarray(W), np.asarray(b)
    Z = np.zeros((X.shape[0], W.shape[1]), dtype=X.dtype)
    Z[:] = X @ W + b
    return Z


@formula("affine_forward")
def affine_forward_as_text(X, W, b):
    X, W, b = (
        np.asarray(X, dtype=float),
        np.asarray(W, dtype=float),
        np.asarray(b, dtype=float),
    )
    return X @ W + b


@formula("affine_forward")
def affine_forward_as_steps(X, W, b):
    sums = np.dot(np.asarray(X, dtype=float), np.asarray(W, dtype=float))
    Z = sums + np.asarray(b)
    return Z


@formula("affine_forward")
def affine_forward_as_loop(X, W, b):
    X, W, b = (
        np.asarray(X, dtype=float),
        np.asarray(W, dtype=float),
        np.asarray(b, dtype=float),
    )
    Z = np.zeros((X.shape[0], W.shape[1]))
    for i in range(X.shape[0]):
        for k in range(W.shape[1]):
            Z[i, k] = np.sum(X[i] * W[:, k]) + b[k]
    return Z


@misconception(
    "affine_forward",
    says=("an activation is applied to the weighted sums, which belongs to the next step"),
)
def affine_with_relu(X, W, b):
    return np.maximum(np.asarray(X, dtype=float) @ np.asarray(W, dtype=float) + b, 0)


@misconception(
    "affine_forward",
    says=("an activation is applied to the weighted sums, which belongs to the next step"),
)
def affine_with_sigmoid(X, W, b):
    return sigmoid_forward(np.asarray(X, dtype=float) @ np.asarray(W, dtype=float) + b)


@misconception(
    "affine_forward",
    says=("an activation is applied to the weighted sums, which belongs to the next step"),
)
def affine_with_tanh(X, W, b):
    return np.tanh(np.asarray(X, dtype=float) @ np.asarray(W, dtype=float) + b)


@misconception(
    "affine_forward",
    says="the weighted sums are divided by the number of inputs",
)
def affine_divided_by_features(X, W, b):
    X = np.asarray(X, dtype=float)
    return X @ np.asarray(W, dtype=float) / X.shape[1] + b


@misconception(
    "affine_forward",
    says="the result is divided by the number of samples, though no layer divides",
)
def affine_divided_by_samples(X, W, b):
    X = np.asarray(X, dtype=float)
    return (X @ np.asarray(W, dtype=float) + b) / len(X)


@misconception(
    "affine_forward",
    says="the bias multiplies the weighted sums and is not added to them",
)
def affine_multiplies_by_bias(X, W, b):
    return np.asarray(X, dtype=float) @ np.asarray(W, dtype=float) * b


@misconception(
    "affine_forward",
    says="every unit gets the mean of all biases, not its own one",
)
def affine_mean_bias(X, W, b):
    return np.asarray(X, dtype=float) @ np.asarray(W, dtype=float) + np.mean(b)


@misconception(
    "affine_forward",
    says="every unit gets the bias of the first one",
)
def affine_first_bias(X, W, b):
    return np.asarray(X, dtype=float) @ np.asarray(W, dtype=float) + b[0]


@misconception(
    "affine_forward",
    says="the bias is added once for every feature, not once in all",
)
def affine_bias_for_each_feature(X, W, b):
    X = np.asarray(X, dtype=float)
    return X @ np.asarray(W, dtype=float) + X.shape[1] * np.asarray(b, dtype=float)


@misconception(
    "affine_forward",
    says="the bias is added twice, not once",
)
def affine_bias_twice(X, W, b):
    return np.asarray(X, dtype=float) @ np.asarray(W, dtype=float) + 2 * np.asarray(b, dtype=float)


@misconception(
    "affine_forward",
    says="the weighted sums are added up over the samples, so one row is left for all",
)
def affine_summed_over_samples(X, W, b):
    return (np.asarray(X, dtype=float) @ np.asarray(W, dtype=float) + b).sum(axis=0)


@misconception(
    "affine_forward",
    says="your output is transposed: each sample is a column, not a row",
)
def affine_transposed_result(X, W, b):
    return (np.asarray(X, dtype=float) @ np.asarray(W, dtype=float) + b).T


@misconception(
    "affine_forward",
    says="all samples get the weighted sums of the first one",
)
def affine_first_sample(X, W, b):
    X = np.asarray(X, dtype=float)
    return np.tile(X[:1] @ np.asarray(W, dtype=float) + b, (len(X), 1))


@misconception(
    "affine_forward",
    says="the first feature is left out of the weighted sums",
)
def affine_without_first_feature(X, W, b):
    return np.asarray(X, dtype=float)[:, 1:] @ np.asarray(W, dtype=float)[1:] + b


@misconception(
    "affine_forward",
    says="softmax is applied to the rows, which belongs to the loss",
)
def affine_with_softmax(X, W, b):
    Z = np.asarray(X, dtype=float) @ np.asarray(W, dtype=float) + b
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@misconception(
    "affine_forward",
    says="the signs of the weights get lost",
)
def affine_absolute_weights(X, W, b):
    return np.asarray(X, dtype=float) @ np.abs(np.asarray(W, dtype=float)) + b


@misconception(
    "affine_forward",
    says="all units get the weights of the first one",
)
def affine_first_unit(X, W, b):
    X, W = np.asarray(X, dtype=float), np.asarray(W, dtype=float)
    return X @ W[:, :1] + np.asarray(b, dtype=float)


@misconception(
    "affine_forward",
    says=("the largest product is taken, where all products of input and weight have to be added"),
)
def affine_largest_product(X, W, b):
    X, W = np.asarray(X, dtype=float), np.asarray(W, dtype=float)
    return (X[:, :, np.newaxis] * W).max(axis=1) + b


@misconception(
    "affine_forward",
    says="you return the distances of inputs and weights, not weighted sums",
)
def affine_distances(X, W, b):
    X, W = np.asarray(X, dtype=float), np.asarray(W, dtype=float)
    return ((X[:, :, np.newaxis] - W) ** 2).sum(axis=1) + b


@misconception(
    "affine_forward",
    says="the samples are centered before they are weighted",
)
def affine_centered(X, W, b):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) @ np.asarray(W, dtype=float) + b


@misconception(
    "affine_forward",
    says="the biases are assigned to the units in reverse order",
)
def affine_biases_reversed(X, W, b):
    return np.asarray(X, dtype=float) @ np.asarray(W, dtype=float) + np.asarray(b)[::-1]


@misconception(
    "affine_forward",
    says="the bias is added to the weights before the product with X",
)
def affine_bias_before_product(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return X @ (W + b)


@misconception(
    "affine_forward",
    says="all units get the weights of the last one",
)
def affine_last_unit_for_all(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return X @ W[:, -1:] + b


@misconception(
    "affine_forward",
    says="all samples get the weighted sums of the last one, which overwrites the others",
)
def affine_last_sample_for_all(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return np.tile(X[-1:] @ W + b, (len(X), 1))


@misconception(
    "affine_forward",
    says="every unit gets the bias of the last one",
)
def affine_last_bias_for_all(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return X @ W + b[-1]


@misconception(
    "affine_forward",
    says="only the last feature counts, because each product overwrites the one before",
)
def affine_last_product_only(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return np.outer(X[:, -1], W[-1]) + b


@misconception(
    "affine_forward",
    says="only the first feature counts in the weighted sums",
)
def affine_first_feature_only(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return np.outer(X[:, 0], W[0]) + b


@misconception(
    "affine_forward",
    says="the first sample gets no bias",
)
def affine_no_bias_for_first_sample(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    Z = X @ W
    Z[1:] += b
    return Z


@misconception(
    "affine_forward",
    says="only the first sample gets the bias",
)
def affine_bias_for_first_sample_only(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    Z = X @ W
    Z[0] += b
    return Z


@misconception(
    "affine_forward",
    says="only the last sample gets the bias",
)
def affine_bias_for_last_sample_only(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    Z = X @ W
    Z[-1] += b
    return Z


@misconception(
    "affine_forward",
    says="the weighted sums are subtracted from the bias",
)
def affine_negative_sums(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return b - X @ W


@misconception(
    "affine_forward",
    says="the inputs are squared before they are weighted",
)
def affine_inputs_squared(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return X**2 @ W + b


@misconception(
    "affine_forward",
    says="the signs of the inputs get lost",
)
def affine_absolute_inputs(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return np.abs(X) @ W + b


@misconception(
    "affine_forward",
    says="the weighted sums are divided by the root of the number of inputs",
)
def affine_scaled_by_root(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return X @ W / np.sqrt(X.shape[1]) + b


@misconception(
    "affine_forward",
    says=(
        "each sample also gets the weighted sums of the samples before it, because the sum is not "
        "set back"
    ),
)
def affine_accumulates_over_samples(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return np.cumsum(X @ W, axis=0) + b


@misconception(
    "affine_forward",
    says=(
        "each unit also gets the weighted sums of the units before it, because the sum is not set "
        "back"
    ),
)
def affine_accumulates_over_units(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return np.cumsum(X @ W, axis=1) + b


@misconception(
    "affine_forward",
    says=(
        "each sample also gets the results of the samples before it, because the sum is not set "
        "back"
    ),
)
def affine_accumulates_with_bias(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return np.cumsum(X @ W + b, axis=0)


@misconception(
    "affine_forward",
    says="the results are rounded to whole numbers",
)
def affine_rounded(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return np.round(X @ W + b)


@misconception(
    "affine_forward",
    says="the results are rounded to two digits after the point",
)
def affine_rounded_two(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return np.round(X @ W + b, 2)


@misconception(
    "affine_forward",
    says="the weights are shifted by one feature, so each input meets the weights of its neighbor",
)
def affine_features_shifted(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return X @ np.roll(W, 1, axis=0) + b


@misconception(
    "affine_forward",
    says="the weights are shifted by one feature, so each input meets the weights of its neighbor",
)
def affine_features_shifted_back(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return X @ np.roll(W, -1, axis=0) + b


@misconception(
    "affine_forward",
    says="the weights are taken in reverse order, with the last feature first",
)
def affine_features_reversed(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return X @ W[::-1] + b


@misconception(
    "affine_forward",
    says="the weighted sums are divided by the number of samples, though no layer divides",
)
def affine_divided_then_bias_samples(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return X @ W / len(X) + b


@misconception(
    "affine_forward",
    says="the samples are scaled to length 1 before they are weighted",
)
def affine_normalized_sums(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return X / np.linalg.norm(X, axis=1, keepdims=True) @ W + b


@misconception(
    "affine_forward",
    says="the input is added to the output, as in a residual block",
)
def affine_input_added(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    Z = X @ W + b
    k = min(Z.shape[1], X.shape[1])
    Z[:, :k] += X[:, :k]
    return Z


# --- affine_backward ---


@misconception(
    "affine_backward",
    says="the gradient for b is summed over the units too, so all get the same number",
)
def affine_sums_db_over_everything(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    db = np.full(W.shape[1], np.sum(dZ))
    return dZ.dot(W.T), X.T.dot(dZ), db


@misconception(
    "affine_backward",
    says="the results come in another order: dX stands last, not first",
)
def affine_returns_another_order(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    dW = np.matmul(X.T, dZ)
    db = np.sum(dZ, axis=0)
    dX = np.matmul(dZ, W.T)
    return dW, db, dX


@misconception(
    "affine_backward",
    says="the gradients for W and b have their signs turned, so they point downhill",
)
def affine_turns_the_sign_of_dW(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    dW, db = -(X.T @ dZ), -dZ.sum(0)
    return dZ @ W.T, dW, db


@misconception(
    "affine_backward",
    says="in the gradient for X the weights are not transposed",
)
def affine_forgets_to_transpose_W(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W, X.T @ dZ, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says=("the gradient for X is divided by the number of samples, though no layer divides"),
)
def affine_divides_dX_by_n(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    dX = np.einsum("nm,dm->nd", dZ, W) / len(dZ)
    dW = np.einsum("nd,nm->dm", X, dZ)
    return dX, dW, np.einsum("nm->m", dZ)


@misconception(
    "affine_backward",
    says="you return the gradient for b as a row of an array, not as a flat array",
)
def affine_keeps_db_as_a_row(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    dW = X.T @ dZ
    db = np.sum(dZ, axis=0, keepdims=True)
    return dZ @ W.T, dW, db


@formula("affine_backward")
def affine_backward_as_text(dZ, X, W):
    dZ, X, W = (
        np.asarray(dZ, dtype=float),
        np.asarray(X, dtype=float),
        np.asarray(W, dtype=float),
    )
    dX = dZ @ W.T
    dW = X.T @ dZ
    db = np.sum(dZ, axis=0)
    return dX, dW, db


@formula("affine_backward")
def affine_backward_as_ones(dZ, X, W):
    dZ, X, W = (
        np.asarray(dZ, dtype=float),
        np.asarray(X, dtype=float),
        np.asarray(W, dtype=float),
    )
    ones = np.ones(len(X))
    return np.dot(dZ, W.T), np.dot(X.T, dZ), ones @ dZ


@formula("affine_backward")
def affine_backward_as_loop(dZ, X, W):
    dZ, X, W = (
        np.asarray(dZ, dtype=float),
        np.asarray(X, dtype=float),
        np.asarray(W, dtype=float),
    )
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(W.shape[1])
    for i in range(len(X)):
        dX[i] = W @ dZ[i]
        dW += np.outer(X[i], dZ[i])
        db += dZ[i]
    return dX, dW, db


@formula("affine_backward")
def affine_backward_as_einsum(dZ, X, W):
    dZ, X, W = (
        np.asarray(dZ, dtype=float),
        np.asarray(X, dtype=float),
        np.asarray(W, dtype=float),
    )
    dX = np.einsum("ik,jk->ij", dZ, W)
    dW = np.einsum("ij,ik->jk", X, dZ)
    return dX, dW, np.einsum("ik->k", dZ)


@misconception(
    "affine_backward",
    says=("the gradient for b is divided by the number of samples, though no layer divides"),
)
def affine_backward_mean_bias(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ dZ, dZ.mean(axis=0)


@misconception(
    "affine_backward",
    says=("the gradient for W is divided by the number of samples, though no layer divides"),
)
def affine_backward_mean_weights(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ dZ / len(X), dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says=("all three gradients are divided by the number of samples, though no layer divides"),
)
def affine_backward_all_means(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T / len(X), X.T @ dZ / len(X), dZ.mean(axis=0)


@misconception(
    "affine_backward",
    says="only the first sample counts in the gradient for b",
)
def affine_backward_first_bias(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ dZ, dZ[0]


@misconception(
    "affine_backward",
    says=(
        "only the last sample counts in the gradients for W and b, because it overwrites the others"
    ),
)
def affine_backward_last_sample(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, np.outer(X[-1], dZ[-1]), dZ[-1]


@misconception(
    "affine_backward",
    says="only the first sample counts in the gradients for W and b",
)
def affine_backward_first_sample(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, np.outer(X[0], dZ[0]), dZ[0]


@misconception(
    "affine_backward",
    says="all three gradients have their signs turned",
)
def affine_backward_negative(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return -(dZ @ W.T), -(X.T @ dZ), -dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="the gradient for X has its sign turned",
)
def affine_backward_negative_inputs(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return -(dZ @ W.T), X.T @ dZ, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="the gradient for b has its sign turned",
)
def affine_backward_negative_bias(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ dZ, -dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="samples are summed first and multiplied afterwards in the gradient for W",
)
def affine_backward_product_of_sums(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, np.outer(X.sum(axis=0), dZ.sum(axis=0)), dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="you multiply the mean of the inputs by the mean of dZ in the gradient for W",
)
def affine_backward_product_of_means(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, np.outer(X.mean(axis=0), dZ.mean(axis=0)), dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="the gradient for b counts the samples, and dZ does not enter it",
)
def affine_backward_counts_samples(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ dZ, np.full(W.shape[1], float(len(X)))


@misconception(
    "affine_backward",
    says="the weights themselves are added to their gradient, as for a penalty",
)
def affine_backward_with_penalty(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ dZ + W, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says=(
        "the slope of ReLU is multiplied into the gradient for X, which is another function's task"
    ),
)
def affine_backward_with_mask(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T * (X > 0), X.T @ dZ, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="two results are exchanged: dW comes before dX",
)
def affine_backward_weights_first(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return X.T @ dZ, dZ @ W.T, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="two results are exchanged: db comes before dW",
)
def affine_backward_bias_second(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, dZ.sum(axis=0), X.T @ dZ


@misconception(
    "affine_backward",
    says="the gradient for X is divided by the number of units",
)
def affine_backward_over_units(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T / W.shape[1], X.T @ dZ, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="the gradient for X is summed over the samples, so all samples share it",
)
def affine_backward_shared_inputs(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return np.tile((dZ @ W.T).sum(axis=0), (len(X), 1)), X.T @ dZ, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="the incoming gradient dZ is missing in the gradient for W",
)
def affine_backward_weights_without_upstream(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ np.ones(dZ.shape), dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="the incoming gradient dZ is missing in the gradient for X",
)
def affine_backward_inputs_without_upstream(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return np.ones(dZ.shape) @ W.T, X.T @ dZ, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="you return updated weights, not their gradient",
)
def affine_backward_updates(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, W - X.T @ dZ, -dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="the gradient for b is the largest entry of each column, not its sum",
)
def affine_backward_largest_bias(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ dZ, dZ.max(axis=0)


@misconception(
    "affine_backward",
    says=("the gradient for b carries the inputs as a factor, though none stands before b"),
)
def affine_backward_bias_with_inputs(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ dZ, (X.T @ dZ).sum(axis=0)


@misconception(
    "affine_backward",
    says="the gradient for b is all ones, and dZ does not enter it",
)
def affine_backward_bias_of_ones(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ dZ, np.ones(W.shape[1])


@misconception(
    "affine_backward",
    says="all samples get the gradient for X of the last one",
)
def affine_backward_dX_last_row(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return np.tile(dZ[-1] @ W.T, (len(X), 1)), X.T @ dZ, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="all samples get the mean of their gradients for X",
)
def affine_backward_dX_mean(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return np.tile((dZ @ W.T).mean(axis=0), (len(X), 1)), X.T @ dZ, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="the gradient for X contains the sum of the weights, and not each of them",
)
def affine_backward_dX_is_dZ_sum(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return np.outer(dZ.sum(axis=1), W.sum(axis=1)), X.T @ dZ, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says=(
        "the slope of ReLU at the output is multiplied into dZ, though the layer has no activation"
    ),
)
def affine_backward_dX_relu_z(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    dZ = dZ * (X @ W > 0)
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says=(
        "the slope of the sigmoid is multiplied into the gradient for X, which is another "
        "function's task"
    ),
)
def affine_backward_sigmoid_slope(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T * X * (1 - X), X.T @ dZ, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="the signs of dZ get lost in the gradient for b",
)
def affine_backward_abs_db(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ dZ, np.abs(dZ).sum(axis=0)


@misconception(
    "affine_backward",
    says="the signs of the inputs get lost in the gradient for W",
)
def affine_backward_abs_X(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, np.abs(X).T @ dZ, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="the gradient for X uses the weights after a step, not those of the forward pass",
)
def affine_backward_dX_with_update(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    dW = X.T @ dZ
    return dZ @ (W - dW).T, dW, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="the entries of dZ are added to the gradient for X, as if the bias stood there too",
)
def affine_backward_dX_bias(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    dX = dZ @ W.T + dZ.sum(axis=1, keepdims=True)
    return dX, X.T @ dZ, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="the signs of the weights get lost in the gradient for X",
)
def affine_backward_dX_abs_W(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ np.abs(W).T, X.T @ dZ, dZ.sum(axis=0)


@misconception(
    "affine_backward",
    says="the gradient for b is the mean over all entries, the same for each unit",
)
def affine_backward_db_list_of_means(dZ, X, W):
    dZ, X, W = (np.asarray(a, dtype=float) for a in (dZ, X, W))
    return dZ @ W.T, X.T @ dZ, np.full(W.shape[1], dZ.mean())


# --- relu_forward ---


@misconception(
    "relu_forward",
    says=("negative inputs come out as a small multiple of themselves, as in the leaky ReLU"),
)
def relu_leaks(Z):
    Z = np.asarray(Z, dtype=float)
    return np.where(Z > 0, Z, 0.01 * Z)


@misconception(
    "relu_forward",
    says="you keep the negative inputs and set the positive ones to 0",
)
def relu_takes_the_minimum(Z):
    return np.minimum(np.asarray(Z, dtype=float), 0.0)


@misconception(
    "relu_forward",
    says="large inputs are cut off at 6",
)
def relu_cuts_off_at_six(Z):
    return np.clip(np.asarray(Z, dtype=float), 0, 6)


@misconception(
    "relu_forward",
    says="negative entries are removed, not set to 0, so the shape is lost",
)
def relu_drops_the_zeros(Z):
    Z = np.asarray(Z, dtype=float)
    return Z[Z > 0]


@misconception(
    "relu_forward",
    says=("negative inputs follow an exponential curve, as in the ELU, and do not give 0"),
)
def relu_is_elu(Z):
    Z = np.asarray(Z, dtype=float)
    return np.where(Z >= 0, Z, np.expm1(np.minimum(Z, 0)))


@misconception(
    "relu_forward",
    says="your floor lies at 1 and not at 0",
)
def relu_has_its_floor_at_one(Z):
    return np.vectorize(lambda z: z if z > 1 else 1.0, otypes=[float])(np.asarray(Z, float))


@formula("relu_forward")
def relu_forward_as_maximum(Z):
    return np.maximum(0, np.asarray(Z, dtype=float))


@formula("relu_forward")
def relu_forward_as_where(Z):
    Z = np.asarray(Z, dtype=float)
    return np.where(Z > 0, Z, 0)


@formula("relu_forward")
def relu_forward_as_mask(Z):
    Z = np.asarray(Z, dtype=float)
    return Z * (Z > 0)


@formula("relu_forward")
def relu_forward_as_half_sum(Z):
    Z = np.asarray(Z, dtype=float)
    return (Z + np.abs(Z)) / 2


@misconception(
    "relu_forward",
    says="you return a smooth curve, which is nowhere exactly 0",
)
def relu_is_softplus(Z):
    return np.logaddexp(0, np.asarray(Z, dtype=float))


@misconception(
    "relu_forward",
    says="you return the slope of the function, not its value",
)
def relu_is_step(Z):
    return (np.asarray(Z) > 0).astype(float)


@misconception(
    "relu_forward",
    says="you return the sign of the input, not its positive part",
)
def relu_is_sign(Z):
    return np.sign(np.asarray(Z, dtype=float))


@misconception(
    "relu_forward",
    says=("you keep the negative inputs with their sign turned and set the positive ones to 0"),
)
def relu_of_minus(Z):
    return np.maximum(-np.asarray(Z, dtype=float), 0)


@misconception(
    "relu_forward",
    says="you return one number, the largest of all entries",
)
def relu_largest_entry(Z):
    return max(np.max(np.asarray(Z, dtype=float)), 0.0)


@misconception(
    "relu_forward",
    says="you return the input unchanged, negative entries included",
)
def relu_identity(Z):
    return np.array(Z, dtype=float)


@misconception(
    "relu_forward",
    says="the positive part of the input is squared",
)
def relu_squared(Z):
    return np.maximum(np.asarray(Z, dtype=float), 0) ** 2


@misconception(
    "relu_forward",
    says="you return the hinge, which falls and is 0 beyond 1",
)
def relu_is_hinge(Z):
    return np.maximum(1 - np.asarray(Z, dtype=float), 0)


@misconception(
    "relu_forward",
    says=("the input is multiplied by its sigmoid, so small negative values come through"),
)
def relu_is_swish(Z):
    Z = np.asarray(Z, dtype=float)
    return Z * (1 + np.tanh(Z / 2)) / 2


@misconception(
    "relu_forward",
    says="positive inputs are cut off at 1",
)
def relu_clipped_at_one(Z):
    return np.clip(np.asarray(Z, dtype=float), 0, 1)


@misconception(
    "relu_forward",
    says="the smallest entry is subtracted from all, in place of a floor at 0",
)
def relu_shifted(Z):
    Z = np.asarray(Z, dtype=float)
    return Z - Z.min()


@misconception(
    "relu_forward",
    says="inputs between 0 and 1 are set to 0 as well",
)
def relu_threshold_at_one(Z):
    Z = np.asarray(Z, dtype=float)
    return np.where(Z > 1, Z, 0.0)


@misconception(
    "relu_forward",
    says="the sign of the result is turned, so positive inputs come out negative",
)
def relu_negative(Z):
    return -np.maximum(np.asarray(Z, dtype=float), 0)


@misconception(
    "relu_forward",
    says=("negative inputs come out as a small multiple of themselves, as in the leaky ReLU"),
)
def relu_leaks_more(Z):
    Z = np.asarray(Z, dtype=float)
    return np.where(Z > 0, Z, 0.1 * Z)


@misconception(
    "relu_forward",
    says=("negative inputs come out as a small multiple of themselves, as in the leaky ReLU"),
)
def relu_leaks_a_fifth(Z):
    Z = np.asarray(Z, dtype=float)
    return np.where(Z > 0, Z, 0.2 * Z)


@misconception(
    "relu_forward",
    says="the positive part comes out halved",
)
def relu_half(Z):
    return np.maximum(np.asarray(Z, dtype=float), 0) / 2


@misconception(
    "relu_forward",
    says="the mean of the entries is subtracted before the cut at 0",
)
def relu_centered(Z):
    Z = np.asarray(Z, dtype=float)
    return np.maximum(Z - Z.mean(), 0)


@misconception(
    "relu_forward",
    says="negative entries are set to the mean and not to 0",
)
def relu_filled_with_mean(Z):
    Z = np.asarray(Z, dtype=float)
    return np.where(Z > 0, Z, Z.mean())


@misconception(
    "relu_forward",
    says="the logarithm is taken of the positive part",
)
def relu_logarithm(Z):
    return np.log1p(np.maximum(np.asarray(Z, dtype=float), 0))


@misconception(
    "relu_forward",
    says="1 is subtracted before the cut at 0",
)
def relu_shift(Z):
    Z = np.asarray(Z, dtype=float)
    return np.maximum(Z - 1, 0)


@misconception(
    "relu_forward",
    says="1 is added before the cut at 0",
)
def relu_shift_up(Z):
    Z = np.asarray(Z, dtype=float)
    return np.maximum(Z + 1, 0)


@misconception(
    "relu_forward",
    says="negative inputs come out as a small multiple of themselves, as in the leaky ReLU",
)
def relu_leaky3(Z):
    Z = np.asarray(Z, dtype=float)
    return np.where(Z > 0, Z, 0.001 * Z)


@misconception(
    "relu_forward",
    says="negative inputs come out as a small multiple of themselves, as in the leaky ReLU",
)
def relu_leaky25(Z):
    Z = np.asarray(Z, dtype=float)
    return np.where(Z > 0, Z, 0.25 * Z)


@misconception(
    "relu_forward",
    says="negative inputs come out at half their size and are not set to 0",
)
def relu_leaky5(Z):
    Z = np.asarray(Z, dtype=float)
    return np.where(Z > 0, Z, 0.5 * Z)


@misconception(
    "relu_forward",
    says="the mean of all entries is the floor, not 0",
)
def relu_mean_row(Z):
    Z = np.asarray(Z, dtype=float)
    return np.maximum(Z, Z.mean())


@misconception(
    "relu_forward",
    says="tanh is applied to the positive part",
)
def relu_tanh(Z):
    Z = np.asarray(Z, dtype=float)
    return np.tanh(np.maximum(Z, 0))


@misconception(
    "relu_forward",
    says="you return the value of tanh, another activation",
)
def relu_is_tanh(Z):
    Z = np.asarray(Z, dtype=float)
    return np.tanh(Z)


@misconception(
    "relu_forward",
    says="the results are rounded to whole numbers",
)
def relu_rounded(Z):
    Z = np.asarray(Z, dtype=float)
    return np.round(np.maximum(Z, 0))


@misconception(
    "relu_forward",
    says="you return a smooth curve with a dip below 0, the GELU",
)
def relu_gelu(Z):
    Z = np.asarray(Z, dtype=float)
    return 0.5 * Z * (1 + np.tanh(np.sqrt(2 / np.pi) * (Z + 0.044715 * Z**3)))


@misconception(
    "relu_forward",
    says="you return the SELU, with an exponential curve on the left and a factor on the right",
)
def relu_selu(Z):
    Z = np.asarray(Z, dtype=float)
    return 1.0507 * np.where(Z > 0, Z, 1.67326 * np.expm1(np.minimum(Z, 0)))


@misconception(
    "relu_forward",
    says="inputs up to one half are set to 0 as well",
)
def relu_threshold_half(Z):
    Z = np.asarray(Z, dtype=float)
    return np.where(Z > 0.5, Z, 0)


@misconception(
    "relu_forward",
    says="large inputs are cut off at 10",
)
def relu_clip10(Z):
    Z = np.asarray(Z, dtype=float)
    return np.clip(Z, 0, 10)


@misconception(
    "relu_forward",
    says="large inputs are cut off at 100",
)
def relu_clip100(Z):
    Z = np.asarray(Z, dtype=float)
    return np.clip(Z, 0, 100)


@misconception(
    "relu_forward",
    says="only the first row is cut off at 0",
)
def relu_only_last_axis(Z):
    Z = np.asarray(Z, dtype=float)
    R = Z.copy()
    if R.ndim:
        R[0] = np.maximum(R[0], 0)
    return R


@misconception(
    "relu_forward",
    says="one negative entry sets its whole row to 0",
)
def relu_where_z_lt(Z):
    Z = np.asarray(Z, dtype=float)
    if Z.ndim == 0:
        return np.maximum(Z, 0)
    return np.where((Z > 0).all(axis=-1, keepdims=True), Z, 0)


# --- relu_backward ---


@misconception(
    "relu_backward",
    says="you look at the sign of the gradient dA, not at that of Z",
)
def relu_masks_by_dA(dA, Z):
    dA = np.asarray(dA, dtype=float)
    return np.where(dA > 0, dA, 0.0)


@misconception(
    "relu_backward",
    says="dA is multiplied by the value of ReLU, not by its slope",
)
def relu_multiplies_by_the_function(dA, Z):
    return np.asarray(dA, dtype=float) * np.maximum(np.asarray(Z, dtype=float), 0)


@misconception(
    "relu_backward",
    says="the two cases are exchanged: the gradient passes where the unit is off",
)
def relu_passes_the_wrong_half(dA, Z):
    dZ = np.array(dA, dtype=float)
    dZ[np.asarray(Z) > 0] = 0
    return dZ


@misconception(
    "relu_backward",
    says="on the left your slope is a small number, as for the leaky ReLU",
)
def relu_leaks_backward(dA, Z):
    dA, Z = np.asarray(dA, dtype=float), np.asarray(Z, dtype=float)
    return dA * np.where(Z > 0, 1.0, 0.01)


@misconception(
    "relu_backward",
    says="for negative Z your slope is -1, the sign of Z",
)
def relu_slope_is_the_sign(dA, Z):
    return np.sign(np.asarray(Z, dtype=float)) * np.asarray(dA, dtype=float)


@misconception(
    "relu_backward",
    says="you use the slope of a smooth curve, which is nowhere exactly 0 or 1",
)
def relu_slope_of_softplus(dA, Z):
    dA, Z = np.asarray(dA, dtype=float), np.asarray(Z, dtype=float)
    return dA * 0.5 * (1 + np.tanh(Z / 2))


@formula("relu_backward")
def relu_backward_as_mask(dA, Z):
    return np.asarray(dA, dtype=float) * (np.asarray(Z) > 0)


@formula("relu_backward")
def relu_backward_as_slope(dA, Z):
    slope = np.where(np.asarray(Z) > 0, 1.0, 0.0)
    return slope * np.asarray(dA, dtype=float)


@formula("relu_backward")
def relu_backward_as_zeros(dA, Z):
    dZ = np.array(dA, dtype=float)
    dZ[np.asarray(Z) <= 0] = 0
    return dZ


@formula("relu_backward")
def relu_backward_as_where(dA, Z):
    return np.where(np.asarray(Z) > 0, np.asarray(dA, dtype=float), 0)


@misconception(
    "relu_backward",
    says="the gradient passes only where dA is positive too, and not wherever Z is",
)
def relu_backward_guided(dA, Z):
    dA, Z = np.asarray(dA, dtype=float), np.asarray(Z, dtype=float)
    return dA * (Z > 0) * (dA > 0)


@misconception(
    "relu_backward",
    says="the gradient passes only where Z exceeds 1, not 0",
)
def relu_backward_threshold_one(dA, Z):
    return np.asarray(dA, dtype=float) * (np.asarray(Z) > 1)


@misconception(
    "relu_backward",
    says="dA and Z are exchanged: you let Z through where dA is positive",
)
def relu_backward_exchanged(dA, Z):
    return np.where(np.asarray(dA) > 0, np.asarray(Z, dtype=float), 0.0)


@misconception(
    "relu_backward",
    says="you return the value of ReLU, and dA does not enter",
)
def relu_backward_is_forward(dA, Z):
    return np.maximum(np.asarray(Z, dtype=float), 0.0)


@misconception(
    "relu_backward",
    says="where the unit is off you put Z, not 0",
)
def relu_backward_keeps_z(dA, Z):
    dA, Z = np.asarray(dA, dtype=float), np.asarray(Z, dtype=float)
    return np.where(Z > 0, dA, Z)


@misconception(
    "relu_backward",
    says="where the unit is off you put 1, not 0",
)
def relu_backward_ones(dA, Z):
    return np.where(np.asarray(Z) > 0, np.asarray(dA, dtype=float), 1.0)


@misconception(
    "relu_backward",
    says="the sign of dA gets lost",
)
def relu_backward_absolute(dA, Z):
    return np.abs(np.asarray(dA, dtype=float)) * (np.asarray(Z) > 0)


@misconception(
    "relu_backward",
    says="the gradient has its sign turned",
)
def relu_backward_negative(dA, Z):
    return -np.asarray(dA, dtype=float) * (np.asarray(Z) > 0)


@misconception(
    "relu_backward",
    says="the slope is added to dA, but the chain rule multiplies",
)
def relu_backward_added(dA, Z):
    return np.asarray(dA, dtype=float) + (np.asarray(Z) > 0)


@misconception(
    "relu_backward",
    says="the gradient is divided by the number of samples, though no layer divides",
)
def relu_backward_divided(dA, Z):
    dA = np.asarray(dA, dtype=float)
    return dA * (np.asarray(Z) > 0) / len(dA)


@misconception(
    "relu_backward",
    says="the entries are added up over the samples",
)
def relu_backward_summed(dA, Z):
    return (np.asarray(dA, dtype=float) * (np.asarray(Z) > 0)).sum(axis=0)


@misconception(
    "relu_backward",
    says="one condition on the mean of Z serves for all entries",
)
def relu_backward_by_mean(dA, Z):
    return np.asarray(dA, dtype=float) * (np.mean(Z) > 0)


@misconception(
    "relu_backward",
    says="large entries of the gradient are cut off at -1 and 1",
)
def relu_backward_clipped(dA, Z):
    return np.clip(np.asarray(dA, dtype=float), -1, 1) * (np.asarray(Z) > 0)


@misconception(
    "relu_backward",
    says="on the left you use the slope of an exponential, as for the ELU",
)
def relu_backward_elu(dA, Z):
    Z = np.asarray(Z, dtype=float)
    return np.asarray(dA, dtype=float) * np.where(Z > 0, 1.0, np.exp(np.minimum(Z, 0)))


@misconception(
    "relu_backward",
    says="on the left your slope is a small number, as for the leaky ReLU",
)
def relu_backward_leaks_more(dA, Z):
    return np.asarray(dA, dtype=float) * np.where(np.asarray(Z) > 0, 1.0, 0.1)


@misconception(
    "relu_backward",
    says="dA is multiplied by Z itself, not by the slope",
)
def relu_backward_times_argument(dA, Z):
    return np.asarray(dA, dtype=float) * np.asarray(Z, dtype=float)


@misconception(
    "relu_backward",
    says="you use the slope formula of tanh, not that of ReLU",
)
def relu_backward_tanh(dA, Z):
    return np.asarray(dA, dtype=float) * (1 - np.tanh(np.asarray(Z, dtype=float)) ** 2)


@misconception(
    "relu_backward",
    says="dA is squared before it passes",
)
def relu_backward_squared(dA, Z):
    return np.asarray(dA, dtype=float) ** 2 * (np.asarray(Z) > 0)


@misconception(
    "relu_backward",
    says="you cut off negative products of dA and Z, not negative Z",
)
def relu_backward_of_product(dA, Z):
    return np.maximum(np.asarray(dA, dtype=float) * np.asarray(Z, dtype=float), 0)


@misconception(
    "relu_backward",
    says="at Z = 0 the slope is ½, but it is to be 0",
)
def relu_backward_half(dA, Z):
    dA, Z = (np.asarray(a, dtype=float) for a in (dA, Z))
    return dA * (Z > 0) + 0.5 * dA * (Z == 0)


@misconception(
    "relu_backward",
    says="you return the slope alone, without the factor dA",
)
def relu_backward_mask_only(dA, Z):
    dA, Z = (np.asarray(a, dtype=float) for a in (dA, Z))
    return (Z > 0) * 1.0


@misconception(
    "relu_backward",
    says="on the left your slope is a small number, as for the leaky ReLU",
)
def relu_backward_lk2(dA, Z):
    dA, Z = (np.asarray(a, dtype=float) for a in (dA, Z))
    return dA * np.where(Z > 0, 1, 0.2)


@misconception(
    "relu_backward",
    says="on the left your slope is a small number, as for the leaky ReLU",
)
def relu_backward_lk25(dA, Z):
    dA, Z = (np.asarray(a, dtype=float) for a in (dA, Z))
    return dA * np.where(Z > 0, 1, 0.25)


@misconception(
    "relu_backward",
    says="on the left your slope is one half, not 0",
)
def relu_backward_lk5(dA, Z):
    dA, Z = (np.asarray(a, dtype=float) for a in (dA, Z))
    return dA * np.where(Z > 0, 1, 0.5)


@misconception(
    "relu_backward",
    says="you use the slope formula of the sigmoid, not that of ReLU",
)
def relu_backward_sigm(dA, Z):
    dA, Z = (np.asarray(a, dtype=float) for a in (dA, Z))
    s = 1 / (1 + np.exp(-Z))
    return dA * s * (1 - s)


@misconception(
    "relu_backward",
    says="you use the slope formula 1 - Z² of tanh, not that of ReLU",
)
def relu_backward_tanhA(dA, Z):
    dA, Z = (np.asarray(a, dtype=float) for a in (dA, Z))
    return dA * (1 - Z**2)


@misconception(
    "relu_backward",
    says="the gradient is 0 beyond 1, as for a ReLU that is cut off there",
)
def relu_backward_clip1(dA, Z):
    dA, Z = (np.asarray(a, dtype=float) for a in (dA, Z))
    return dA * ((Z > 0) & (Z < 1))


@misconception(
    "relu_backward",
    says="dA is subtracted from Z, as in a step, and not multiplied by the slope",
)
def relu_backward_subtract(dA, Z):
    dA, Z = (np.asarray(a, dtype=float) for a in (dA, Z))
    return np.where(Z > 0, Z - dA, 0)


@misconception(
    "relu_backward",
    says="only the sign of dA passes, not its size",
)
def relu_backward_sign_of_dA(dA, Z):
    dA, Z = (np.asarray(a, dtype=float) for a in (dA, Z))
    return np.sign(dA) * (Z > 0)


@misconception(
    "relu_backward",
    says="the gradient passes where Z or dA is positive",
)
def relu_backward_or(dA, Z):
    dA, Z = (np.asarray(a, dtype=float) for a in (dA, Z))
    return dA * ((Z > 0) | (dA > 0))


@misconception(
    "relu_backward",
    says="where the unit is off you put -1, not 0",
)
def relu_backward_minus1(dA, Z):
    dA, Z = (np.asarray(a, dtype=float) for a in (dA, Z))
    return np.where(Z > 0, dA, -1)


@misconception(
    "relu_backward",
    says="the gradient passes only where Z exceeds one half, not 0",
)
def relu_backward_threshold(dA, Z):
    dA, Z = (np.asarray(a, dtype=float) for a in (dA, Z))
    return dA * (Z > 0.5)


@misconception(
    "relu_backward",
    says="the gradient passes where Z exceeds the mean of all Z, not 0",
)
def relu_backward_mean_mask(dA, Z):
    dA, Z = (np.asarray(a, dtype=float) for a in (dA, Z))
    return dA * (Z > Z.mean())


# --- sigmoid_forward ---


@misconception(
    "sigmoid_forward",
    says="exp is also taken of large positive numbers, and there it overflows",
)
def sigmoid_overflows(Z):
    return 1 / (1 + np.exp(-np.asarray(Z, dtype=float)))


@misconception(
    "sigmoid_forward",
    says=("your curve falls with growing z instead of rising, because a sign inside it is turned"),
)
def sigmoid_falls(Z):
    Z = np.asarray(Z, dtype=float)
    small = np.exp(-np.abs(Z))
    return np.where(Z >= 0, small / (1 + small), 1 / (1 + small))


@misconception(
    "sigmoid_forward",
    says="the inputs are cut off at -10 and 10, which changes all results beyond",
)
def sigmoid_clips_at_ten(Z):
    Z = np.clip(np.asarray(Z, dtype=float), -10, 10)
    return 1.0 / (1.0 + np.exp(-Z))


@misconception(
    "sigmoid_forward",
    says="exp(z) overflows for large positive z, and the quotient becomes nan",
)
def sigmoid_divides_infinities(Z):
    e = np.exp(np.asarray(Z, dtype=float))
    return e / (1 + e)


@misconception(
    "sigmoid_forward",
    says=(
        "the largest entry is subtracted from all, which shifts the curve, as only softmax allows"
    ),
)
def sigmoid_subtracts_the_maximum(Z):
    Z = np.asarray(Z, dtype=float)
    Z = Z - np.max(Z)
    e = np.exp(Z)
    return e / (1 + e)


@misconception(
    "sigmoid_forward",
    says="you use a straight line that is cut off at 0 and 1, not a smooth curve",
)
def sigmoid_is_hard(Z):
    return np.clip(0.2 * np.asarray(Z, dtype=float) + 0.5, 0.0, 1.0)


@formula("sigmoid_forward")
def sigmoid_forward_as_text(Z):
    Z = np.asarray(Z, dtype=float)
    return 1 / (1 + np.exp(-Z))


@formula("sigmoid_forward")
def sigmoid_forward_as_quotient(Z):
    Z = np.asarray(Z, dtype=float)
    return np.exp(Z) / (np.exp(Z) + 1)


@formula("sigmoid_forward")
def sigmoid_forward_as_tanh(Z):
    Z = np.asarray(Z, dtype=float)
    return (np.tanh(Z / 2) + 1) / 2


@formula("sigmoid_forward")
def sigmoid_forward_as_two_cases(Z):
    Z = np.asarray(Z, dtype=float)
    A = np.zeros(Z.shape)
    positive = Z >= 0
    A[positive] = 1 / (1 + np.exp(-Z[positive]))
    e = np.exp(Z[~positive])
    A[~positive] = e / (1 + e)
    return A


@misconception(
    "sigmoid_forward",
    says="you return the slope of the function, not its value",
)
def sigmoid_returns_slope(Z):
    s = (1 + np.tanh(np.asarray(Z, dtype=float) / 2)) / 2
    return s * (1 - s)


@misconception(
    "sigmoid_forward",
    says=(
        "tanh gets z itself as its argument, which makes your curve twice as steep as the sigmoid"
    ),
)
def sigmoid_twice_as_steep(Z):
    return (1 + np.tanh(np.asarray(Z, dtype=float))) / 2


@misconception(
    "sigmoid_forward",
    says=("your curve is centered on 0 but only half as high: it stays between -0.5 and 0.5"),
)
def sigmoid_centered(Z):
    return np.tanh(np.asarray(Z, dtype=float) / 2) / 2


@misconception(
    "sigmoid_forward",
    says="your values lie between -1 and 1, as for the symmetric sigmoid",
)
def sigmoid_symmetric(Z):
    return np.tanh(np.asarray(Z, dtype=float) / 2)


@misconception(
    "sigmoid_forward",
    says="softmax is taken over the entries, though each entry stands on its own",
)
def sigmoid_is_softmax(Z):
    Z = np.asarray(Z, dtype=float)
    E = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return E / E.sum(axis=-1, keepdims=True)


@misconception(
    "sigmoid_forward",
    says="you return the logarithm of the sigmoid, which is never positive",
)
def sigmoid_logarithm(Z):
    return -np.logaddexp(0, -np.asarray(Z, dtype=float))


@misconception(
    "sigmoid_forward",
    says="you return softplus, the integral of the sigmoid, which grows without limit",
)
def sigmoid_is_softplus(Z):
    return np.logaddexp(0, np.asarray(Z, dtype=float))


@misconception(
    "sigmoid_forward",
    says="you return the decision 0 or 1, not a smooth value",
)
def sigmoid_is_step(Z):
    return (np.asarray(Z) > 0).astype(float)


@misconception(
    "sigmoid_forward",
    says="you return the positive part of z, as ReLU does",
)
def sigmoid_is_positive_part(Z):
    return np.maximum(np.asarray(Z, dtype=float), 0.0) + 0.0


@misconception(
    "sigmoid_forward",
    says="the sign of z gets lost, so negative inputs give large values too",
)
def sigmoid_of_absolute_value(Z):
    return 1 / (1 + np.exp(-np.abs(np.asarray(Z, dtype=float))))


@misconception(
    "sigmoid_forward",
    says="the branch for negative z serves for positive z too, so no value exceeds ½",
)
def sigmoid_small_branch(Z):
    e = np.exp(-np.abs(np.asarray(Z, dtype=float)))
    return e / (1 + e)


@misconception(
    "sigmoid_forward",
    says="negative inputs give 0, because only the branch for positive z is there",
)
def sigmoid_positive_branch(Z):
    Z = np.asarray(Z, dtype=float)
    return np.where(Z >= 0, 1 / (1 + np.exp(-np.abs(Z))), 0.0)


@misconception(
    "sigmoid_forward",
    says=("you use the quotient z / (1 + |z|), which approaches its limits far more slowly"),
)
def sigmoid_is_softsign(Z):
    Z = np.asarray(Z, dtype=float)
    return (1 + Z / (1 + np.abs(Z))) / 2


@misconception(
    "sigmoid_forward",
    says="you use the arctangent, which approaches its limits far more slowly",
)
def sigmoid_is_arctangent(Z):
    return 0.5 + np.arctan(np.asarray(Z, dtype=float)) / np.pi


@misconception(
    "sigmoid_forward",
    says="a power of 2 is taken where a power of e is asked for",
)
def sigmoid_base_two(Z):
    return 1 / (1 + 2.0 ** (-np.asarray(Z, dtype=float)))


@misconception(
    "sigmoid_forward",
    says=(
        "the values are normalized over all entries together, though each entry stands on its own"
    ),
)
def sigmoid_normalized(Z):
    s = (1 + np.tanh(np.asarray(Z, dtype=float) / 2)) / 2
    return s / s.sum()


@misconception(
    "sigmoid_forward",
    says="the sigmoid is applied twice, the second time to the probabilities",
)
def sigmoid_applied_twice(Z):
    s = (1 + np.tanh(np.asarray(Z, dtype=float) / 2)) / 2
    return 1 / (1 + np.exp(-s))


@misconception(
    "sigmoid_forward",
    says="z is squared in the exponent, so both sides of 0 look alike",
)
def sigmoid_of_square(Z):
    return 1 / (1 + np.exp(-(np.asarray(Z, dtype=float) ** 2)))


@misconception(
    "sigmoid_forward",
    says="the input is multiplied by its sigmoid",
)
def sigmoid_is_swish(Z):
    Z = np.asarray(Z, dtype=float)
    return Z * (1 + np.tanh(Z / 2)) / 2


@misconception(
    "sigmoid_forward",
    says="the mean of the entries is subtracted first, which shifts the curve",
)
def sigmoid_centered_inputs(Z):
    Z = np.asarray(Z, dtype=float)
    return (1 + np.tanh((Z - Z.mean()) / 2)) / 2


@misconception(
    "sigmoid_forward",
    says="the values are rounded to a few decimals",
)
def sigmoid_rounded(Z):
    return np.round((1 + np.tanh(np.asarray(Z, dtype=float) / 2)) / 2, 4)


@misconception(
    "sigmoid_forward",
    says="brackets are missing, so you add the exponential to 1 after dividing",
)
def sigmoid_no_brackets(Z):
    Z = np.asarray(Z, dtype=float)
    return 1 / 1 + np.exp(-np.clip(Z, -700, 700))


@misconception(
    "sigmoid_forward",
    says="the input is halved, so the curve is only half as steep",
)
def sigmoid_half_input(Z):
    Z = np.asarray(Z, dtype=float)
    Z = Z / 2
    e = np.exp(-np.abs(Z))
    s = np.where(Z >= 0, 1.0, e) / (1.0 + e)
    return s


@misconception(
    "sigmoid_forward",
    says="the inputs are cut off at -5 and 5, which changes all results beyond",
)
def sigmoid_clip_5(Z):
    Z = np.asarray(Z, dtype=float)
    return 1 / (1 + np.exp(-np.clip(Z, -5, 5)))


@misconception(
    "sigmoid_forward",
    says="the inputs are cut off at -20 and 20, which changes all results beyond",
)
def sigmoid_clip_20(Z):
    Z = np.asarray(Z, dtype=float)
    return 1 / (1 + np.exp(-np.clip(Z, -20, 20)))


@misconception(
    "sigmoid_forward",
    says="the results are kept away from 0 and 1 by a small distance",
)
def sigmoid_clipped_probability(Z):
    Z = np.asarray(Z, dtype=float)
    return np.clip(1 / (1 + np.exp(-np.clip(Z, -700, 700))), 1e-7, 1 - 1e-7)


@misconception(
    "sigmoid_forward",
    says="the exponent carries a factor 2 in the denominator alone",
)
def sigmoid_e_squared(Z):
    Z = np.asarray(Z, dtype=float)
    e = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1.0, e) / (1.0 + e**2)


@misconception(
    "sigmoid_forward",
    says="for negative z you return 0 and for positive z the sigmoid",
)
def sigmoid_zero_left(Z):
    Z = np.asarray(Z, dtype=float)
    e = np.exp(-np.abs(Z))
    s = np.where(Z >= 0, 1.0, e) / (1.0 + e)
    return np.where(Z >= 0, s, 0)


@misconception(
    "sigmoid_forward",
    says="you use a straight line through ½ that is cut off, not a smooth curve",
)
def sigmoid_hard_6(Z):
    Z = np.asarray(Z, dtype=float)
    return np.clip(Z / 6 + 0.5, 0, 1)


@misconception(
    "sigmoid_forward",
    says="the values are doubled, so the curve rises to 2",
)
def sigmoid_scaled(Z):
    Z = np.asarray(Z, dtype=float)
    e = np.exp(-np.abs(Z))
    s = np.where(Z >= 0, 1.0, e) / (1.0 + e)
    return 2 * s


@misconception(
    "sigmoid_forward",
    says="the positive part of z is taken first, so no value is below ½",
)
def sigmoid_relu_inside(Z):
    Z = np.asarray(Z, dtype=float)
    Z = np.maximum(Z, 0)
    e = np.exp(-np.abs(Z))
    s = np.where(Z >= 0, 1.0, e) / (1.0 + e)
    return s


@misconception(
    "sigmoid_forward",
    says="the inputs are rounded to whole numbers first",
)
def sigmoid_round_input(Z):
    Z = np.asarray(Z, dtype=float)
    Z = np.round(Z)
    e = np.exp(-np.abs(Z))
    s = np.where(Z >= 0, 1.0, e) / (1.0 + e)
    return s


@misconception(
    "sigmoid_forward",
    says="a power of 10 is taken where a power of e is asked for",
)
def sigmoid_base_10(Z):
    Z = np.asarray(Z, dtype=float)
    return 1 / (1 + 10.0 ** -np.clip(Z, -300, 300))


@misconception(
    "sigmoid_forward",
    says="the largest size of all inputs is subtracted from each of them, which shifts the curve",
)
def sigmoid_minus_max(Z):
    Z = np.asarray(Z, dtype=float)
    return 1 / (1 + np.exp(-(Z - np.abs(Z).max())))


@misconception(
    "sigmoid_forward",
    says="the inputs are divided by the largest of them first",
)
def sigmoid_normed(Z):
    Z = np.asarray(Z, dtype=float)
    Z = Z / max(np.abs(Z).max(), 1e-12)
    e = np.exp(-np.abs(Z))
    s = np.where(Z >= 0, 1.0, e) / (1.0 + e)
    return s


@misconception(
    "sigmoid_forward",
    says="the inputs are standardized first, which shifts and stretches the curve",
)
def sigmoid_standardized(Z):
    Z = np.asarray(Z, dtype=float)
    Z = (Z - Z.mean()) / (Z.std() + 1e-12)
    e = np.exp(-np.abs(Z))
    s = np.where(Z >= 0, 1.0, e) / (1.0 + e)
    return s


@misconception(
    "sigmoid_forward",
    says="1 is subtracted from z first, which shifts the curve",
)
def sigmoid_shift_one(Z):
    Z = np.asarray(Z, dtype=float)
    Z = Z - 1
    e = np.exp(-np.abs(Z))
    s = np.where(Z >= 0, 1.0, e) / (1.0 + e)
    return s


@misconception(
    "sigmoid_forward",
    says=(
        "the input is multiplied by 1.702 first, as where a sigmoid stands for the normal "
        "distribution"
    ),
)
def sigmoid_probit(Z):
    Z = np.asarray(Z, dtype=float)
    Z = 1.702 * Z
    e = np.exp(-np.abs(Z))
    s = np.where(Z >= 0, 1.0, e) / (1.0 + e)
    return s


# --- sigmoid_backward ---


@misconception(
    "sigmoid_backward",
    says="one of the two factors of the slope is missing: only A is there",
)
def sigmoid_forgets_one_minus_A(dA, A):
    return np.multiply(np.asarray(dA, dtype=float), np.asarray(A, dtype=float))


@misconception(
    "sigmoid_backward",
    says="you return the slope alone, without the factor dA",
)
def sigmoid_forgets_dA(dA, A):
    A = np.asarray(A, dtype=float)
    return A * (1.0 - A)


@misconception(
    "sigmoid_backward",
    says="brackets are missing, so A is subtracted from the whole product",
)
def sigmoid_backward_misses_brackets(dA, A):
    dA, A = np.asarray(dA, dtype=float), np.asarray(A, dtype=float)
    return dA * A * 1 - A


@misconception(
    "sigmoid_backward",
    says="you divide by the slope, but the chain rule multiplies",
)
def sigmoid_divides_by_the_slope(dA, A):
    dA, A = np.asarray(dA, dtype=float), np.asarray(A, dtype=float)
    return dA / (A * (1 - A))


@misconception(
    "sigmoid_backward",
    says="the gradient is divided by the number of samples, though no layer divides",
)
def sigmoid_divides_by_n(dA, A):
    dA, A = np.asarray(dA, dtype=float), np.asarray(A, dtype=float)
    return dA * A * (1 - A) / len(A)


@misconception(
    "sigmoid_backward",
    says="you keep the slope from falling below 0.1, though it goes to 0 far out",
)
def sigmoid_with_a_smallest_slope(dA, A):
    dA, A = np.asarray(dA, dtype=float), np.asarray(A, dtype=float)
    slope = np.maximum(A * (1 - A), 0.1)
    return dA * slope


@formula("sigmoid_backward")
def sigmoid_backward_as_text(dA, A):
    dA, A = np.asarray(dA, dtype=float), np.asarray(A, dtype=float)
    return dA * A * (1 - A)


@formula("sigmoid_backward")
def sigmoid_backward_as_slope(dA, A):
    dA, A = np.asarray(dA, dtype=float), np.asarray(A, dtype=float)
    slope = A - A**2
    return slope * dA


@formula("sigmoid_backward")
def sigmoid_backward_as_argument(dA, A):
    dA, A = np.asarray(dA, dtype=float), np.asarray(A, dtype=float)
    Z = np.log(A / (1 - A))
    return dA * np.exp(-Z) / (1 + np.exp(-Z)) ** 2


@misconception(
    "sigmoid_backward",
    says="one of the two factors of the slope is missing: only 1 - A is there",
)
def sigmoid_backward_forgets_A(dA, A):
    return np.asarray(dA, dtype=float) * (1 - np.asarray(A, dtype=float))


@misconception(
    "sigmoid_backward",
    says="both factors of your slope are the output itself",
)
def sigmoid_backward_squared_output(dA, A):
    return np.asarray(dA, dtype=float) * np.asarray(A, dtype=float) ** 2


@misconception(
    "sigmoid_backward",
    says="your slope carries a factor 2 that does not belong there",
)
def sigmoid_backward_doubled(dA, A):
    A = np.asarray(A, dtype=float)
    return 2 * np.asarray(dA, dtype=float) * A * (1 - A)


@misconception(
    "sigmoid_backward",
    says="the plus sign makes your slope grow where it should shrink toward 0",
)
def sigmoid_backward_plus(dA, A):
    A = np.asarray(A, dtype=float)
    return np.asarray(dA, dtype=float) * A * (1 + A)


@misconception(
    "sigmoid_backward",
    says="the slope is added to dA, but the chain rule multiplies",
)
def sigmoid_backward_added(dA, A):
    A = np.asarray(A, dtype=float)
    return np.asarray(dA, dtype=float) + A * (1 - A)


@misconception(
    "sigmoid_backward",
    says="the entries are added up over the samples",
)
def sigmoid_backward_summed(dA, A):
    A = np.asarray(A, dtype=float)
    return (np.asarray(dA, dtype=float) * A * (1 - A)).sum(axis=0)


@misconception(
    "sigmoid_backward",
    says="dA is squared before the slope is multiplied in",
)
def sigmoid_backward_squares_dA(dA, A):
    A = np.asarray(A, dtype=float)
    return np.asarray(dA, dtype=float) ** 2 * A * (1 - A)


@misconception(
    "sigmoid_backward",
    says="the slope is multiplied in twice",
)
def sigmoid_backward_slope_twice(dA, A):
    A = np.asarray(A, dtype=float)
    return np.asarray(dA, dtype=float) * (A * (1 - A)) ** 2


@misconception(
    "sigmoid_backward",
    says="you differentiate once too often, which brings in an additional factor",
)
def sigmoid_backward_second_derivative(dA, A):
    A = np.asarray(A, dtype=float)
    return np.asarray(dA, dtype=float) * A * (1 - A) * (1 - 2 * A)


@misconception(
    "sigmoid_backward",
    says="the slope is a mask, 0 or 1, as for ReLU",
)
def sigmoid_backward_mask(dA, A):
    return np.asarray(dA, dtype=float) * (np.asarray(A) > 0.5)


@misconception(
    "sigmoid_backward",
    says="the slope of ReLU is used, which lets everything pass where A is positive",
)
def sigmoid_backward_relu(dA, A):
    return np.asarray(dA, dtype=float) * (np.asarray(A) > 0)


@misconception(
    "sigmoid_backward",
    says="all entries get the same mean slope, not their own",
)
def sigmoid_backward_mean_slope(dA, A):
    A = np.asarray(A, dtype=float)
    return np.asarray(dA, dtype=float) * np.mean(A * (1 - A))


@misconception(
    "sigmoid_backward",
    says="dA and A are exchanged: you take the slope from dA",
)
def sigmoid_backward_exchanged(dA, A):
    dA, A = np.asarray(dA, dtype=float), np.asarray(A, dtype=float)
    return A * dA * (1 - dA)


@misconception(
    "sigmoid_backward",
    says="the slope of the sigmoid is set to ¼ everywhere, whatever A is",
)
def sigmoid_backward_quarter(dA, A):
    return np.asarray(dA, dtype=float) / 4 + 0 * np.asarray(A, dtype=float)


@misconception(
    "sigmoid_backward",
    says=("the slope is scaled to 1 at its largest, by a factor that does not belong there"),
)
def sigmoid_backward_scaled(dA, A):
    A = np.asarray(A, dtype=float)
    return 4 * np.asarray(dA, dtype=float) * A * (1 - A)


@misconception(
    "sigmoid_backward",
    says="you take the square root of the slope",
)
def sigmoid_backward_root(dA, A):
    A = np.asarray(A, dtype=float)
    return np.asarray(dA, dtype=float) * np.sqrt(A * (1 - A))


@misconception(
    "sigmoid_backward",
    says=("a bracket is misplaced: you square the whole difference, not the output alone"),
)
def sigmoid_backward_bracket(dA, A):
    return np.asarray(dA, dtype=float) * (1 - np.asarray(A, dtype=float)) ** 2


@misconception(
    "sigmoid_backward",
    says="the sign of dA gets lost",
)
def sigmoid_backward_absolute(dA, A):
    A = np.asarray(A, dtype=float)
    return np.abs(np.asarray(dA, dtype=float)) * A * (1 - A)


@misconception(
    "sigmoid_backward",
    says="dA is multiplied by the value of the sigmoid at A, not by a slope",
)
def sigmoid_backward_forward(dA, A):
    return np.asarray(dA, dtype=float) / (1 + np.exp(-np.asarray(A, dtype=float)))


@misconception(
    "sigmoid_backward",
    says="you subtract A from dA, as if it were a target",
)
def sigmoid_backward_residual(dA, A):
    return np.asarray(dA, dtype=float) - np.asarray(A, dtype=float)


@misconception(
    "sigmoid_backward",
    says="all entries get the sum of all slopes, not their own slope",
)
def sigmoid_backward_total_slope(dA, A):
    A = np.asarray(A, dtype=float)
    return np.asarray(dA, dtype=float) * np.sum(A * (1 - A))


@misconception(
    "sigmoid_backward",
    says=("you take the smaller of A and 1 - A, but the slope is not the smaller of the two"),
)
def sigmoid_backward_smaller_factor(dA, A):
    A = np.asarray(A, dtype=float)
    return np.asarray(dA, dtype=float) * np.minimum(A, 1 - A)


@misconception(
    "sigmoid_backward",
    says="dA stands inside the bracket too",
)
def sigmoid_backward_dA_in(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    return dA * A * (1 - dA * A)


@misconception(
    "sigmoid_backward",
    says="you write dA where the first A belongs, so dA is squared",
)
def sigmoid_backward_da_first(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    return dA * dA * (1 - A)


@misconception(
    "sigmoid_backward",
    says="the slope is taken from the mean of A, so all entries share it",
)
def sigmoid_backward_sum_slopes(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    return dA * A.mean() * (1 - A.mean())


@misconception(
    "sigmoid_backward",
    says="the slope is kept from falling below a small number",
)
def sigmoid_backward_eps(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    return dA * np.maximum(A * (1 - A), 1e-3)


@misconception(
    "sigmoid_backward",
    says="A is kept away from 0 and 1 before the slope is taken",
)
def sigmoid_backward_clip_A(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    A = np.clip(A, 1e-3, 1 - 1e-3)
    return dA * A * (1 - A)


@misconception(
    "sigmoid_backward",
    says="A is kept away from 0 and 1 before the slope is taken",
)
def sigmoid_backward_clip_A_7(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    A = np.clip(A, 1e-7, 1 - 1e-7)
    return dA * A * (1 - A)


@misconception(
    "sigmoid_backward",
    says="A is kept away from 0 and 1 before the slope is taken",
)
def sigmoid_backward_clip_A_1(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    A = np.clip(A, 1e-1, 1 - 1e-1)
    return dA * A * (1 - A)


@misconception(
    "sigmoid_backward",
    says="the output is squared first and the slope is A² (1 - A)",
)
def sigmoid_backward_A2(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    return dA * A**2 * (1 - A)


@misconception(
    "sigmoid_backward",
    says="the bracket 1 - A is squared in your slope",
)
def sigmoid_backward_1mA2(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    return dA * A * (1 - A) ** 2


@misconception(
    "sigmoid_backward",
    says="the slope is subtracted from dA, but the chain rule multiplies",
)
def sigmoid_backward_subtract(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    return dA - A * (1 - A)


@misconception(
    "sigmoid_backward",
    says="you divide the difference of A and dA by the slope, as for a cross-entropy",
)
def sigmoid_backward_bce(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    d = A * (1 - A)
    return (A - dA) / np.where(d == 0, 1, d)


@misconception(
    "sigmoid_backward",
    says="you take dA as a target: the error A - dA times the slope",
)
def sigmoid_backward_target(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    return (A - dA) * A * (1 - A)


@misconception(
    "sigmoid_backward",
    says="only the sign of dA enters, not its size",
)
def sigmoid_backward_sign(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    return np.sign(dA) * A * (1 - A)


@misconception(
    "sigmoid_backward",
    says="the slope is rounded to two digits after the point",
)
def sigmoid_backward_round(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    return dA * np.round(A * (1 - A), 2)


@misconception(
    "sigmoid_backward",
    says="all entries get the sum of dA times their slope",
)
def sigmoid_backward_total(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    return dA.sum() * A * (1 - A)


@misconception(
    "sigmoid_backward",
    says="the slope holds logarithms, as an entropy does",
)
def sigmoid_backward_entropy(dA, A):
    dA, A = (np.asarray(a, dtype=float) for a in (dA, A))
    B = np.clip(A, 1e-9, 1 - 1e-9)
    return dA * -(B * np.log(B) + (1 - B) * np.log(1 - B))


# --- mse_loss ---


@misconception(
    "mse_loss",
    says="the gradient is summed over the samples and not divided by their number",
)
def mse_gradient_without_n(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return 0.5 * np.mean(np.sum(E**2, axis=1)), E


@misconception(
    "mse_loss",
    says="you divide by the number of all entries, not of samples",
)
def mse_divides_by_all_entries(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.mean(E**2) / 2, E / E.size


@misconception(
    "mse_loss",
    says="the factor 2 from the square is kept, though the ½ of the loss cancels it",
)
def mse_gradient_doubled(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    n = E.shape[0]
    return (E * E).sum() / (2 * n), 2 * E / n


@misconception(
    "mse_loss",
    says="you take the square root of the whole loss",
)
def mse_takes_the_root(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    loss = np.sqrt(np.sum(E**2) / (2 * len(E)))
    return loss, E / len(E)


@misconception(
    "mse_loss",
    says="the errors of a sample are added up first and squared afterwards",
)
def mse_squares_the_sum(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    per_sample = np.sum(E, axis=1) ** 2
    return 0.5 * per_sample.mean(), E / len(E)


@misconception(
    "mse_loss",
    says="you take the absolute values of the errors and do not square them",
)
def mse_of_absolute_errors(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return 0.5 * np.abs(E).sum() / len(E), E / len(E)


@formula("mse_loss")
def mse_loss_as_text(pred, target):
    pred, target = np.asarray(pred, dtype=float), np.asarray(target, dtype=float)
    n = len(pred)
    loss = np.sum((pred - target) ** 2) / (2 * n)
    gradient = (pred - target) / n
    return loss, gradient


@formula("mse_loss")
def mse_loss_as_mean_of_lengths(pred, target):
    error = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    lengths = np.sum(error**2, axis=1)
    return 0.5 * np.mean(lengths), error / error.shape[0]


@formula("mse_loss")
def mse_loss_as_loop(pred, target):
    pred, target = np.asarray(pred, dtype=float), np.asarray(target, dtype=float)
    n = len(pred)
    total = 0.0
    gradient = np.zeros(pred.shape)
    for i in range(n):
        total += np.sum((pred[i] - target[i]) ** 2) / 2
        gradient[i] = (pred[i] - target[i]) / n
    return total / n, gradient


@formula("mse_loss")
def mse_loss_as_chain_rule(pred, target):
    error = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    n = len(error)
    return 1 / (2 * n) * np.sum(error * error), 1 / (2 * n) * 2 * error


@misconception(
    "mse_loss",
    says="the loss is summed over the samples and not divided by their number",
)
def mse_loss_summed(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(E**2) / 2, E / len(E)


@misconception(
    "mse_loss",
    says=("the loss and its gradient are summed over the samples and not divided by their number"),
)
def mse_both_summed(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(E**2) / 2, E


@misconception(
    "mse_loss",
    says="the factor ½ is missing in the loss",
)
def mse_loss_alone_without_half(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(E**2) / len(E), E / len(E)


@misconception(
    "mse_loss",
    says="the mean in the loss runs over all entries, not over the samples alone",
)
def mse_loss_over_all_entries(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.mean(E**2) / 2, E / len(E)


@misconception(
    "mse_loss",
    says=(
        "the factor ½ is missing, and the mean runs over all entries, not over the samples alone"
    ),
)
def mse_as_pytorch(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.mean(E**2), 2 * E / E.size


@misconception(
    "mse_loss",
    says="the gradient is divided by the number of all entries, not of samples",
)
def mse_gradient_over_all_entries(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(E**2) / (2 * len(E)), E / E.size


@misconception(
    "mse_loss",
    says="you divide by the number of outputs, not of samples",
)
def mse_over_outputs(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(E**2) / (2 * E.shape[1]), E / E.shape[1]


@misconception(
    "mse_loss",
    says="you divide by n - 1 and not by the number of samples",
)
def mse_over_n_minus_one(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    n = max(len(E) - 1, 0.5)
    return np.sum(E**2) / (2 * n), E / n


@misconception(
    "mse_loss",
    says="you return the loss of every sample instead of one number for all",
)
def mse_of_each_sample(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(E**2, axis=1) / 2, E / len(E)


@misconception(
    "mse_loss",
    says="the gradient carries a factor ½ that does not belong there",
)
def mse_gradient_halved(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(E**2) / (2 * len(E)), E / (2 * len(E))


@misconception(
    "mse_loss",
    says="the error is squared in the gradient, as it is in the loss",
)
def mse_gradient_squared(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(E**2) / (2 * len(E)), E**2 / len(E)


@misconception(
    "mse_loss",
    says="the gradient holds the signs of the errors only, not their sizes",
)
def mse_gradient_of_signs(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(E**2) / (2 * len(E)), np.sign(E) / len(E)


@misconception(
    "mse_loss",
    says="the gradient is multiplied by pred, as if it went through one more layer",
)
def mse_gradient_times_prediction(pred, target):
    pred = np.asarray(pred, dtype=float)
    E = pred - np.asarray(target, dtype=float)
    return np.sum(E**2) / (2 * len(E)), E * pred / len(E)


@misconception(
    "mse_loss",
    says="the gradient is added up over the samples, so one row is left for all",
)
def mse_gradient_one_row(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(E**2) / (2 * len(E)), E.mean(axis=0)


@misconception(
    "mse_loss",
    says="two results are exchanged: the gradient comes before the loss",
)
def mse_exchanged(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return E / len(E), np.sum(E**2) / (2 * len(E))


@misconception(
    "mse_loss",
    says="the target is missing: you square the prediction itself",
)
def mse_without_target(pred, target):
    E = np.asarray(pred, dtype=float)
    return np.sum(E**2) / (2 * len(E)), E / len(E)


@misconception(
    "mse_loss",
    says="the mean error is subtracted before squaring",
)
def mse_variance(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum((E - E.mean(axis=0)) ** 2) / (2 * len(E)), E / len(E)


@misconception(
    "mse_loss",
    says="you take the length of each sample's error, but not its square",
)
def mse_of_lengths(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(np.sqrt(np.sum(E**2, axis=1))) / (2 * len(E)), E / len(E)


@misconception(
    "mse_loss",
    says="large errors count by their absolute value only, not by their square",
)
def mse_huber(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    small = np.clip(E, -0.5, 0.5)
    return np.sum(small * E - small**2 / 2) / len(E), small / len(E)


@misconception(
    "mse_loss",
    says="only the first sample counts in the loss",
)
def mse_first_sample(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(E[0] ** 2) / 2, E / len(E)


@misconception(
    "mse_loss",
    says=("you return the error itself, positive and negative parts canceling, not its square"),
)
def mse_not_squared(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(E) / (2 * len(E)), E / len(E)


@misconception(
    "mse_loss",
    says="the gradient is divided by the number of samples twice",
)
def mse_gradient_divided_twice(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(E**2) / (2 * len(E)), E / len(E) ** 2


@misconception(
    "mse_loss",
    says="in place of the gradient you return the prediction after a step against it",
)
def mse_gradient_step(pred, target):
    E = np.asarray(pred, dtype=float) - np.asarray(target, dtype=float)
    return np.sum(E**2) / (2 * len(E)), np.asarray(pred, dtype=float) - E / len(E)


@misconception(
    "mse_loss",
    says="the signs of the errors get lost in the gradient",
)
def mse_error_absolute(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    loss = np.sum(error**2) / (2 * n)
    return loss, np.abs(error) / n


@misconception(
    "mse_loss",
    says="the loss is that of the last sample, which overwrites the others",
)
def mse_last_sample_alone(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    return np.sum(error[-1] ** 2) / 2, error / n


@misconception(
    "mse_loss",
    says="only the first output counts in the loss",
)
def mse_first_column(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    return np.sum(error[:, 0] ** 2) / (2 * n), error / n


@misconception(
    "mse_loss",
    says="only the last output counts in the loss",
)
def mse_last_column(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    return np.sum(error[:, -1] ** 2) / (2 * n), error / n


@misconception(
    "mse_loss",
    says="you take the root of the mean squared error, in place of half of it",
)
def mse_root(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    return np.sqrt(np.mean(error**2)), error / n


@misconception(
    "mse_loss",
    says="you take the root of the sum of squares, half a length and not a square",
)
def mse_root_2(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    return np.sqrt(np.sum(error**2)) / (2 * n), error / n


@misconception(
    "mse_loss",
    says="the loss is the mean length of the errors, not half their mean square",
)
def mse_norm_sum(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    return np.mean(np.linalg.norm(error, axis=1)), error / n


@misconception(
    "mse_loss",
    says="the loss is the mean of the absolute errors",
)
def mse_mae(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    return np.mean(np.abs(error)), error / n


@misconception(
    "mse_loss",
    says="you return the absolute error and its gradient, not the squared one",
)
def mse_mae_sign(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    return np.sum(np.abs(error)) / n, np.sign(error) / n


@misconception(
    "mse_loss",
    says="a bracket is missing: you divide by 2 and then multiply by n",
)
def mse_bracket_2n(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    return np.sum(error**2) / 2 * n, error / n


@misconception(
    "mse_loss",
    says="a bracket is missing: only the target is squared",
)
def mse_bracket_square(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    return np.sum(pred - target**2) / (2 * n), error / n


@misconception(
    "mse_loss",
    says="the squares are taken before the difference",
)
def mse_square_each(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    return np.sum(pred**2 - target**2) / (2 * n), error / n


@misconception(
    "mse_loss",
    says="the gradient is the mean error of the samples, one row for all",
)
def mse_grad_of_mean(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    loss = np.sum(error**2) / (2 * n)
    return loss, np.tile(error.mean(axis=0), (n, 1))


@misconception(
    "mse_loss",
    says="the gradient is multiplied by the loss",
)
def mse_grad_with_loss(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    loss = np.sum(error**2) / (2 * n)
    return loss, loss * error / n


@misconception(
    "mse_loss",
    says="the gradient is divided by the length of the error, as for a loss that is not squared",
)
def mse_grad_divided_by_length(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    loss = np.sum(error**2) / (2 * n)
    return loss, error / (np.linalg.norm(error, axis=1, keepdims=True) + 1e-12) / n


@misconception(
    "mse_loss",
    says="the gradient has the slope of the sigmoid as a factor",
)
def mse_grad_sigmoid(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    loss = np.sum(error**2) / (2 * n)
    return loss, error * pred * (1 - pred) / n


@misconception(
    "mse_loss",
    says="the gradient lacks the prediction",
)
def mse_grad_is_target(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    loss = np.sum(error**2) / (2 * n)
    return loss, -target / n


@misconception(
    "mse_loss",
    says="the squared errors are squared again",
)
def mse_fourth(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    return np.sum(error**4) / (2 * n), error / n


@misconception(
    "mse_loss",
    says="the loss is the largest squared error, not their sum",
)
def mse_max(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    return np.max(np.sum(error**2, axis=1)) / 2, error / n


@misconception(
    "mse_loss",
    says="the errors are divided by the size of the target",
)
def mse_relative(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    return np.sum((error / (np.abs(target) + 1e-12)) ** 2) / (2 * n), error / n


@misconception(
    "mse_loss",
    says="the error enters the gradient with its third power",
)
def mse_grad_fourth(pred, target):
    pred, target = (np.asarray(a, dtype=float) for a in (pred, target))
    n = len(pred)
    error = pred - target
    loss = np.sum(error**2) / (2 * n)
    return loss, error**3 / n


# --- softmax_cross_entropy ---


@misconception(
    "softmax_cross_entropy",
    says="the logits go into exp without a shift, and large ones overflow",
)
def softmax_overflows(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n = len(y)
    e = np.exp(Z)
    P = e / e.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(P[np.arange(n), y]))
    P[np.arange(n), y] -= 1
    return loss, P / n


@misconception(
    "softmax_cross_entropy",
    says="a small number is added inside the logarithm and changes every value",
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


@misconception(
    "softmax_cross_entropy",
    says="you normalize along the first axis, so the columns sum to 1",
)
def softmax_over_the_samples(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n = len(y)
    shifted = Z - Z.max(axis=0)
    logP = shifted - np.log(np.sum(np.exp(shifted), axis=0))
    loss = -logP[np.arange(n), y].mean()
    Y = np.eye(Z.shape[1])[y]
    return loss, (np.exp(logP) - Y) / n


@misconception(
    "softmax_cross_entropy",
    says="the gradient is summed over the samples and not divided by their number",
)
def softmax_gradient_without_n(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n = len(y)
    shifted = Z - Z.max(axis=1, keepdims=True)
    logP = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    loss = -np.mean(logP[np.arange(n), y])
    return loss, np.exp(logP) - np.eye(Z.shape[1])[y]


@misconception(
    "softmax_cross_entropy",
    says="the largest logit is subtracted but not added back",
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


@misconception(
    "softmax_cross_entropy",
    says="the index [:, y] takes the labels of all samples in every row",
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


@formula("softmax_cross_entropy")
def softmax_cross_entropy_as_text(Z, y):
    Z = np.asarray(Z, dtype=float)
    n = len(y)
    P = np.exp(Z) / np.sum(np.exp(Z), axis=1, keepdims=True)
    Y = np.zeros(P.shape)
    Y[np.arange(n), y] = 1
    loss = -np.sum(Y * np.log(P)) / n
    return loss, (P - Y) / n


@formula("softmax_cross_entropy")
def softmax_cross_entropy_as_cs231n(Z, y):
    Z = np.asarray(Z, dtype=float)
    n = Z.shape[0]
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    sums = np.sum(np.exp(shifted), axis=1, keepdims=True)
    log_p = shifted - np.log(sums)
    loss = -np.sum(log_p[np.arange(n), y]) / n
    dZ = np.exp(log_p)
    dZ[np.arange(n), y] -= 1
    dZ /= n
    return loss, dZ


@formula("softmax_cross_entropy")
def softmax_cross_entropy_as_picked(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    E = np.exp(Z)
    P = E / E.sum(axis=1, keepdims=True)
    right = P[np.arange(n), y]
    return np.mean(-np.log(right)), (P - np.eye(k)[np.asarray(y)]) / n


@formula("softmax_cross_entropy")
def softmax_cross_entropy_as_difference(Z, y):
    Z = np.asarray(Z, dtype=float)
    n = len(Z)
    lse = np.log(np.sum(np.exp(Z), axis=1))
    loss = np.mean(lse - Z[np.arange(n), y])
    P = np.exp(Z - lse[:, np.newaxis])
    Y = np.eye(Z.shape[1])[np.asarray(y)]
    return loss, (P - Y) / n


@formula("softmax_cross_entropy")
def softmax_cross_entropy_as_loop(Z, y):
    Z = np.asarray(Z, dtype=float)
    n = len(Z)
    loss = 0.0
    dZ = np.zeros(Z.shape)
    for i in range(n):
        p = np.exp(Z[i]) / np.sum(np.exp(Z[i]))
        loss -= np.log(p[y[i]]) / n
        dZ[i] = p / n
        dZ[i, y[i]] -= 1 / n
    return loss, dZ


@misconception(
    "softmax_cross_entropy",
    says="the minus sign before the log-likelihood is missing",
)
def softmax_loss_sign(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return np.mean(log_p[np.arange(n), y]), (P - Y) / n


@misconception(
    "softmax_cross_entropy",
    says="the loss is summed over the samples and not divided by their number",
)
def softmax_loss_summed(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.sum(log_p[np.arange(n), y]), (P - Y) / n


@misconception(
    "softmax_cross_entropy",
    says=("the loss and its gradient are summed over the samples and not divided by their number"),
)
def softmax_both_summed(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.sum(log_p[np.arange(n), y]), P - Y


@misconception(
    "softmax_cross_entropy",
    says="the gradient has its sign turned, so it points downhill",
)
def softmax_gradient_sign(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(log_p[np.arange(n), y]), (Y - P) / n


@misconception(
    "softmax_cross_entropy",
    says="the labels do not enter your gradient at all",
)
def softmax_gradient_without_labels(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, _Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(log_p[np.arange(n), y]), P / n


@misconception(
    "softmax_cross_entropy",
    says=("the mean in the gradient runs over the classes too, not over the samples alone"),
)
def softmax_gradient_over_entries(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(log_p[np.arange(n), y]), (P - Y) / (n * k)


@misconception(
    "softmax_cross_entropy",
    says="the mean runs over the classes too, not over the samples alone",
)
def softmax_over_entries(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.sum(Y * log_p) / (n * k), (P - Y) / (n * k)


@misconception(
    "softmax_cross_entropy",
    says="the mean in the loss runs over the classes too, not over the samples alone",
)
def softmax_loss_over_entries(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(Y * log_p), (P - Y) / n


@misconception(
    "softmax_cross_entropy",
    says="you divide by the number of classes, not of samples",
)
def softmax_over_classes(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    k = Z.shape[1]
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.sum(Y * log_p) / k, (P - Y) / k


@misconception(
    "softmax_cross_entropy",
    says="you take the logarithm to base 2 where the natural one is asked for",
)
def softmax_base_two(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(log_p[np.arange(n), y]) / np.log(2), (P - Y) / n


@misconception(
    "softmax_cross_entropy",
    says=("you average the probabilities of the labels first and take the logarithm afterwards"),
)
def softmax_log_of_mean(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.log(np.mean(P[np.arange(n), y])), (P - Y) / n


@misconception(
    "softmax_cross_entropy",
    says=("the logarithm is missing: you average the probabilities of the labels themselves"),
)
def softmax_without_logarithm(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(P[np.arange(n), y]), (P - Y) / n


@misconception(
    "softmax_cross_entropy",
    says=("the labels do not enter your loss: you return the mean uncertainty of the model itself"),
)
def softmax_entropy_of_model(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(np.sum(P * log_p, axis=1)), (P - Y) / n


@misconception(
    "softmax_cross_entropy",
    says=("every class also adds a term for not being the label, as in a loss for two classes"),
)
def softmax_binary_terms(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.sum(Y * log_p + (1 - Y) * np.log(1 - P)) / n, (P - Y) / n


@misconception(
    "softmax_cross_entropy",
    says=("you add the losses of separate sigmoids, one for each class, and do not use softmax"),
)
def softmax_one_against_rest(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    _P, Y = np.exp(log_p), np.eye(k)[y]
    return np.sum(np.logaddexp(0, Z) - Y * Z) / n, ((1 + np.tanh(Z / 2)) / 2 - Y) / n


@misconception(
    "softmax_cross_entropy",
    says=(
        "the slope of the sigmoid is multiplied in, though no such factor is left in this gradient"
    ),
)
def softmax_gradient_with_slope(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(log_p[np.arange(n), y]), (P - Y) * P * (1 - P) / n


@misconception(
    "softmax_cross_entropy",
    says="the labels are taken to begin at 1, so every class is shifted by one",
)
def softmax_labels_from_one(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, _Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(log_p[np.arange(n), y - 1]), (P - np.eye(k)[y - 1]) / n


@misconception(
    "softmax_cross_entropy",
    says="you return the squared error of the probabilities, not their cross-entropy",
)
def softmax_squared_error(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return np.sum((P - Y) ** 2) / (2 * n), (P - Y) / n


@misconception(
    "softmax_cross_entropy",
    says="your gradient is by the probabilities, not by the logits",
)
def softmax_gradient_by_probabilities(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(log_p[np.arange(n), y]), -Y / P / n


@misconception(
    "softmax_cross_entropy",
    says=("the loss takes the logits of the labels as if they were logarithms of probabilities"),
)
def softmax_loss_of_raw_logits(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(Z[np.arange(n), y]), (P - Y) / n


@misconception(
    "softmax_cross_entropy",
    says=("the largest logit stands where the logarithm of the sum of exponentials belongs"),
)
def softmax_perceptron(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return np.mean(Z.max(axis=1) - Z[np.arange(n), y]), (P - Y) / n


@misconception(
    "softmax_cross_entropy",
    says="you return the loss of every sample instead of one number for all",
)
def softmax_of_each_sample(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -log_p[np.arange(n), y], (P - Y) / n


@misconception(
    "softmax_cross_entropy",
    says="the gradient is added up over the samples, so one row is left for all",
)
def softmax_gradient_one_row(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(log_p[np.arange(n), y]), (P - Y).mean(axis=0)


@misconception(
    "softmax_cross_entropy",
    says="the label is compared with the decision 0 or 1, not with the probability",
)
def softmax_gradient_of_decision(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(log_p[np.arange(n), y]), (np.eye(k)[P.argmax(axis=1)] - Y) / n


@misconception(
    "softmax_cross_entropy",
    says="two results are exchanged: the gradient comes before the loss",
)
def softmax_exchanged(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return (P - Y) / n, -np.mean(log_p[np.arange(n), y])


@misconception(
    "softmax_cross_entropy",
    says="the gradient is divided by the number of samples twice",
)
def softmax_gradient_divided_twice(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(log_p[np.arange(n), y]), (P - Y) / n**2


@misconception(
    "softmax_cross_entropy",
    says="softmax is applied twice, the second time to the probabilities",
)
def softmax_twice(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    log_p = P - np.logaddexp.reduce(P, axis=1, keepdims=True)
    P = np.exp(log_p)
    return -np.mean(log_p[np.arange(n), y]), (P - Y) / n


@misconception(
    "softmax_cross_entropy",
    says="the loss takes the largest probability of each row, not that of the label",
)
def softmax_largest_probability(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(log_p.max(axis=1)), (P - Y) / n


@misconception(
    "softmax_cross_entropy",
    says="your gradient carries a factor 2 that does not belong there",
)
def softmax_gradient_doubled(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(log_p[np.arange(n), y]), 2 * (P - Y) / n


@misconception(
    "softmax_cross_entropy",
    says="you return the loss of the first sample alone",
)
def softmax_first_sample(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    P, Y = np.exp(log_p), np.eye(k)[y]
    return -log_p[0, y[0]], (P - Y) / n


@misconception(
    "softmax_cross_entropy",
    says="the labels are subtracted from the logits, not from the probabilities",
)
def softmax_gradient_of_logits(Z, y):
    Z, y = np.asarray(Z, dtype=float), np.asarray(y)
    n, k = Z.shape
    log_p = Z - np.logaddexp.reduce(Z, axis=1, keepdims=True)
    _P, Y = np.exp(log_p), np.eye(k)[y]
    return -np.mean(log_p[np.arange(n), y]), (Z - Y) / n


@misconception(
    "softmax_cross_entropy",
    says="you return the loss of the last sample alone",
)
def cross_entropy_last_sample(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    dZ = P.copy()
    dZ[rows, y] -= 1
    return -logs[-1, y[-1]], dZ / n


@misconception(
    "softmax_cross_entropy",
    says="only the last sample counts in the loss, because it overwrites the others",
)
def cross_entropy_last_over_n(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    dZ = P.copy()
    dZ[rows, y] -= 1
    return -logs[-1, y[-1]] / n, dZ / n


@misconception(
    "softmax_cross_entropy",
    says="only the first sample counts in the loss",
)
def cross_entropy_first_over_n(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    dZ = P.copy()
    dZ[rows, y] -= 1
    return -logs[0, y[0]] / n, dZ / n


@misconception(
    "softmax_cross_entropy",
    says="the loss takes the probability of the last class, not that of the label",
)
def cross_entropy_last_class(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    dZ = P.copy()
    dZ[rows, y] -= 1
    return -np.mean(logs[:, -1]), dZ / n


@misconception(
    "softmax_cross_entropy",
    says="the loss takes the probability of the first class, not that of the label",
)
def cross_entropy_first_class(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    dZ = P.copy()
    dZ[rows, y] -= 1
    return -np.mean(logs[:, 0]), dZ / n


@misconception(
    "softmax_cross_entropy",
    says="the loss adds the logarithms of all classes, not that of the label alone",
)
def cross_entropy_all_classes(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    dZ = P.copy()
    dZ[rows, y] -= 1
    return -np.sum(logs) / n, dZ / n


@misconception(
    "softmax_cross_entropy",
    says="the loss averages the logarithms of all classes, and the labels do not enter",
)
def cross_entropy_mean_all(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    dZ = P.copy()
    dZ[rows, y] -= 1
    return -np.mean(logs), dZ / n


@misconception(
    "softmax_cross_entropy",
    says="1 is added inside the logarithm",
)
def cross_entropy_log1p(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    dZ = P.copy()
    dZ[rows, y] -= 1
    return -np.mean(np.log(1 + P[rows, y])), dZ / n


@misconception(
    "softmax_cross_entropy",
    says="you take the logarithm of one minus the probability of the label",
)
def cross_entropy_one_minus(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    dZ = P.copy()
    dZ[rows, y] -= 1
    with np.errstate(all="ignore"):
        return -np.mean(np.log(1 - P[rows, y])), dZ / n


@misconception(
    "softmax_cross_entropy",
    says="1 is subtracted from all probabilities in the gradient, not only from that of the label",
)
def cross_entropy_grad_all_minus(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    loss = -np.mean(logs[rows, y])
    dZ = P.copy()
    dZ[rows, y] -= 1
    return loss, (P - 1) / n


@misconception(
    "softmax_cross_entropy",
    says="1 is subtracted in whole columns: the index [:, y] takes the labels of all samples",
)
def cross_entropy_grad_columns(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    loss = -np.mean(logs[rows, y])
    dZ = P.copy()
    dZ[rows, y] -= 1
    g = P.copy()
    g[:, y] -= 1
    return loss, g / n


@misconception(
    "softmax_cross_entropy",
    says="the gradient is p (1 - p) at every class",
)
def cross_entropy_grad_slope(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    loss = -np.mean(logs[rows, y])
    dZ = P.copy()
    dZ[rows, y] -= 1
    return loss, P * (1 - P) / n


@misconception(
    "softmax_cross_entropy",
    says="the gradient uses exponentials that are not normalized",
)
def cross_entropy_grad_exp(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    loss = -np.mean(logs[rows, y])
    dZ = P.copy()
    dZ[rows, y] -= 1
    g = E.copy()
    g[rows, y] -= 1
    return loss, g / n


@misconception(
    "softmax_cross_entropy",
    says="the label itself is subtracted in all columns, as if it were a target value",
)
def cross_entropy_grad_y_value(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    loss = -np.mean(logs[rows, y])
    dZ = P.copy()
    dZ[rows, y] -= 1
    return loss, (P - y[:, np.newaxis]) / n


@misconception(
    "softmax_cross_entropy",
    says="1 is subtracted for the first sample only",
)
def cross_entropy_grad_only_one_sample(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    loss = -np.mean(logs[rows, y])
    dZ = P.copy()
    dZ[rows, y] -= 1
    g = P.copy()
    g[0, y[0]] -= 1
    return loss, g / n


@misconception(
    "softmax_cross_entropy",
    says="1 is subtracted for the last sample only",
)
def cross_entropy_grad_last_only(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    loss = -np.mean(logs[rows, y])
    dZ = P.copy()
    dZ[rows, y] -= 1
    g = P.copy()
    g[-1, y[-1]] -= 1
    return loss, g / n


@misconception(
    "softmax_cross_entropy",
    says="the gradient is multiplied by the loss",
)
def cross_entropy_grad_loss(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    loss = -np.mean(logs[rows, y])
    dZ = P.copy()
    dZ[rows, y] -= 1
    return loss, loss * dZ / n


@misconception(
    "softmax_cross_entropy",
    says="you use the sigmoid of each logit in place of softmax",
)
def cross_entropy_sigmoid_probs(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    P = 0.5 * (1 + np.tanh(Z / 2))
    rows = np.arange(n)
    g = P.copy()
    g[rows, y] -= 1
    return -np.mean(np.log(np.maximum(P[rows, y], 1e-300))), g / n


@misconception(
    "softmax_cross_entropy",
    says="the logits are cut off at -10 and 10",
)
def cross_entropy_clip_logits(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    Z = np.clip(Z, -10, 10)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    loss = -np.mean(logs[rows, y])
    dZ = P.copy()
    dZ[rows, y] -= 1
    return loss, dZ / n


@misconception(
    "softmax_cross_entropy",
    says="the logits are cut off at -500 and 500, which changes all results beyond",
)
def cross_entropy_clip_logits_500(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    Z = np.clip(Z, -500, 500)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    loss = -np.mean(logs[rows, y])
    dZ = P.copy()
    dZ[rows, y] -= 1
    return loss, dZ / n


@misconception(
    "softmax_cross_entropy",
    says="the logits are cut off at -50 and 50, which changes all results beyond",
)
def cross_entropy_clip_logits_50(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    Z = np.clip(Z, -50, 50)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    loss = -np.mean(logs[rows, y])
    dZ = P.copy()
    dZ[rows, y] -= 1
    return loss, dZ / n


@misconception(
    "softmax_cross_entropy",
    says="the logits are divided by the root of the number of classes",
)
def cross_entropy_temp(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    Z = Z / np.sqrt(k)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    loss = -np.mean(logs[rows, y])
    dZ = P.copy()
    dZ[rows, y] -= 1
    return loss, dZ / n


@misconception(
    "softmax_cross_entropy",
    says="the squares of the logits enter in place of exponentials",
)
def cross_entropy_square_logits(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    P = Z**2 / np.sum(Z**2, axis=1, keepdims=True)
    rows = np.arange(n)
    g = P.copy()
    g[rows, y] -= 1
    return -np.mean(np.log(np.maximum(P[rows, y], 1e-300))), g / n


@misconception(
    "softmax_cross_entropy",
    says="the exponential is missing: the logits themselves are divided by their sum",
)
def cross_entropy_no_exp(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    with np.errstate(all="ignore"):
        P = Z / Z.sum(axis=1, keepdims=True)
        rows = np.arange(n)
        g = P.copy()
        g[rows, y] -= 1
        return -np.mean(np.log(np.abs(P[rows, y]))), g / n


@misconception(
    "softmax_cross_entropy",
    says="probabilities are kept away from 0, which changes the loss of unlikely labels",
)
def cross_entropy_clip_p_15(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    dZ = P.copy()
    dZ[rows, y] -= 1
    return -np.mean(np.log(np.clip(P[rows, y], 1e-15, 1))), dZ / n


@misconception(
    "softmax_cross_entropy",
    says="probabilities are kept away from 0 and 1, which changes the loss",
)
def cross_entropy_clip_p_7(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    dZ = P.copy()
    dZ[rows, y] -= 1
    return -np.mean(np.log(np.clip(P[rows, y], 1e-7, 1 - 1e-7))), dZ / n


@misconception(
    "softmax_cross_entropy",
    says="you return the largest loss of a sample, not the mean",
)
def cross_entropy_max_loss(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    dZ = P.copy()
    dZ[rows, y] -= 1
    return -np.min(logs[rows, y]), dZ / n


@misconception(
    "softmax_cross_entropy",
    says="you return the exponential of the loss, the perplexity",
)
def cross_entropy_perplexity(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    loss = -np.mean(logs[rows, y])
    dZ = P.copy()
    dZ[rows, y] -= 1
    return np.exp(np.minimum(loss, 700)), dZ / n


@misconception(
    "softmax_cross_entropy",
    says="hard samples are weighted more, as in the focal loss",
)
def cross_entropy_focal(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    dZ = P.copy()
    dZ[rows, y] -= 1
    p = P[rows, y]
    return -np.mean((1 - p) ** 2 * logs[rows, y]), dZ / n


@misconception(
    "softmax_cross_entropy",
    says="the labels are smoothed, so other classes count a little",
)
def cross_entropy_smooth(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    dZ = P.copy()
    dZ[rows, y] -= 1
    T = 0.9 * np.eye(k)[y] + 0.1 / k
    return -np.sum(T * logs) / n, (P - T) / n


@misconception(
    "softmax_cross_entropy",
    says="the logarithm of the sum of the logits stands in place of that of their exponentials",
)
def cross_entropy_log_sum_without_exp(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    dZ = P.copy()
    dZ[rows, y] -= 1
    with np.errstate(all="ignore"):
        return np.mean(np.log(np.abs(Z.sum(axis=1))) - Z[rows, y]), dZ / n


@misconception(
    "softmax_cross_entropy",
    says="you return the hinge loss with margin 1, not the cross-entropy",
)
def cross_entropy_hinge(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    dZ = P.copy()
    dZ[rows, y] -= 1
    m = np.maximum(0, Z - Z[rows, y][:, np.newaxis] + 1)
    m[rows, y] = 0
    return np.sum(m) / n, dZ / n


@misconception(
    "softmax_cross_entropy",
    says="the slope p (1 - p) is multiplied in at the label only",
)
def cross_entropy_grad_slope_label(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    loss = -np.mean(logs[rows, y])
    dZ = P.copy()
    dZ[rows, y] -= 1
    g = P.copy()
    g[rows, y] *= 1 - P[rows, y]
    return loss, g / n


@misconception(
    "softmax_cross_entropy",
    says="only samples with a wrong decision get a gradient",
)
def cross_entropy_misclassified(Z, y):
    Z = np.asarray(Z, dtype=float)
    n, k = Z.shape
    y = np.asarray(y)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    logs = Z - Z.max(axis=1, keepdims=True)
    logs = logs - np.log(E.sum(axis=1, keepdims=True))
    loss = -np.mean(logs[rows, y])
    dZ = P.copy()
    dZ[rows, y] -= 1
    return loss, dZ * (P.argmax(axis=1) != y)[:, np.newaxis] / n


# --- mlp_forward ---


@misconception(
    "mlp_forward",
    says="the activation is applied to the last layer too",
)
def mlp_activates_the_last_layer(params, X, activation="relu"):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    caches = []
    for W, b in params:
        caches.append(A)
        A = act(affine_forward(A, W, b))
    return A, caches


@misconception(
    "mlp_forward",
    says="only the first hidden layer has an activation, and later ones have none",
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


@misconception(
    "mlp_forward",
    says="the activation is applied to the input X as well",
)
def mlp_activates_the_input(params, X, activation="relu"):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    Z, caches = np.asarray(X, dtype=float), []
    for W, b in params:
        A = act(Z)
        caches.append(A)
        Z = affine_forward(A, W, b)
    return Z, caches


@misconception(
    "mlp_forward",
    says="the last hidden layer has no activation",
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


@misconception(
    "mlp_forward",
    says="the biases of the hidden layers are not added",
)
def mlp_forgets_hidden_biases(params, X, activation="relu"):
    act = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    caches = [np.asarray(X, dtype=float)]
    for W, _b in params[:-1]:
        caches.append(act(caches[-1] @ np.asarray(W, dtype=float)))
    W, b = params[-1]
    return caches[-1] @ W + b, caches


@misconception(
    "mlp_forward",
    says="sigmoid and tanh are exchanged for each other",
)
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


@formula("mlp_forward")
def mlp_forward_as_text(params, X, activation="relu"):
    A = np.asarray(X, dtype=float)
    inputs = []
    for i in range(len(params)):
        W, b = params[i]
        inputs.append(A)
        Z = A @ W + b
        if i == len(params) - 1:
            A = Z
        elif activation == "relu":
            A = np.maximum(Z, 0)
        elif activation == "sigmoid":
            A = 1 / (1 + np.exp(-Z))
        else:
            A = np.tanh(Z)
    return A, inputs


@formula("mlp_forward")
def mlp_forward_as_calls(params, X, activation="relu"):
    inputs = [np.asarray(X, dtype=float)]
    for W, b in params[:-1]:
        Z = affine_forward(inputs[-1], W, b)
        if activation == "relu":
            A = relu_forward(Z)
        elif activation == "sigmoid":
            A = sigmoid_forward(Z)
        else:
            A = np.tanh(Z)
        inputs.append(A)
    W, b = params[-1]
    return affine_forward(inputs[-1], W, b), inputs


@misconception(
    "mlp_forward",
    says="the biases are missing in all layers",
)
def mlp_without_any_bias(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W
        if layer < len(params) - 1:
            A = f(A)
    return A, caches


@misconception(
    "mlp_forward",
    says="the bias of the last layer is not added",
)
def mlp_without_output_bias(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W + (b if layer < len(params) - 1 else 0)
        if layer < len(params) - 1:
            A = f(A)
    return A, caches


@misconception(
    "mlp_forward",
    says="the biases are subtracted, not added",
)
def mlp_subtracts_biases(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W - b
        if layer < len(params) - 1:
            A = f(A)
    return A, caches


@misconception(
    "mlp_forward",
    says=("the biases of the hidden layers are added after the activation, not before it"),
)
def mlp_bias_after_activation(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W
        if layer < len(params) - 1:
            A = f(A)
        A = A + b
    return A, caches


@misconception(
    "mlp_forward",
    says="the biases are added twice, not once",
)
def mlp_biases_twice(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W + 2 * b
        if layer < len(params) - 1:
            A = f(A)
    return A, caches


@misconception(
    "mlp_forward",
    says="softmax is applied to the output, but the last layer has no activation",
)
def mlp_ends_with_softmax(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W + b
        if layer < len(params) - 1:
            A = f(A)
    E = np.exp(A - A.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True), caches


@misconception(
    "mlp_forward",
    says="the sigmoid is applied to the output, but the last layer has no activation",
)
def mlp_ends_with_sigmoid(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W + b
        if layer < len(params) - 1:
            A = f(A)
    return sigmoid_forward(A), caches


@misconception(
    "mlp_forward",
    says="the argument activation is not used, and all hidden layers have the sigmoid",
)
def mlp_always_sigmoid(params, X, activation="relu"):
    f = sigmoid_forward
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W + b
        if layer < len(params) - 1:
            A = f(A)
    return A, caches


@misconception(
    "mlp_forward",
    says="the argument activation is not used, and all hidden layers have tanh",
)
def mlp_always_tanh(params, X, activation="relu"):
    f = np.tanh
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W + b
        if layer < len(params) - 1:
            A = f(A)
    return A, caches


@misconception(
    "mlp_forward",
    says=("negative inputs come out as a small multiple of themselves, as in the leaky ReLU"),
)
def mlp_relu_leaks(params, X, activation="relu"):
    f = {
        "relu": lambda Z: np.maximum(Z, 0.01 * Z),
        "sigmoid": sigmoid_forward,
        "tanh": np.tanh,
    }[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W + b
        if layer < len(params) - 1:
            A = f(A)
    return A, caches


@misconception(
    "mlp_forward",
    says="ReLU and sigmoid are exchanged for each other",
)
def mlp_exchanges_relu_and_sigmoid(params, X, activation="relu"):
    f = {"relu": sigmoid_forward, "sigmoid": relu_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W + b
        if layer < len(params) - 1:
            A = f(A)
    return A, caches


@misconception(
    "mlp_forward",
    says="ReLU and tanh are exchanged for each other",
)
def mlp_exchanges_relu_and_tanh(params, X, activation="relu"):
    f = {"relu": np.tanh, "sigmoid": sigmoid_forward, "tanh": relu_forward}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W + b
        if layer < len(params) - 1:
            A = f(A)
    return A, caches


@misconception(
    "mlp_forward",
    says="every hidden layer applies its activation twice",
)
def mlp_activates_twice(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W + b
        if layer < len(params) - 1:
            A = f(f(A))
    return A, caches


@misconception(
    "mlp_forward",
    says=("you return the output of the last hidden layer, and the last layer is missing"),
)
def mlp_returns_last_hidden(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W + b
        if layer < len(params) - 1:
            A = f(A)
    return caches[-1], caches


@misconception(
    "mlp_forward",
    says="the first hidden layer has no activation",
)
def mlp_first_layer_linear(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W + b
        if 0 < layer < len(params) - 1:
            A = f(A)
    return A, caches


@misconception(
    "mlp_forward",
    says="the weighted sums are divided by the number of inputs",
)
def mlp_scaled_by_fan_in(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W / len(W) + b
        if layer < len(params) - 1:
            A = f(A)
    return A, caches


@misconception(
    "mlp_forward",
    says="your output is transposed: each sample is a column, not a row",
)
def mlp_transposed_output(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W + b
        if layer < len(params) - 1:
            A = f(A)
    return A.T, caches


@misconception(
    "mlp_forward",
    says="you average the output over the samples",
)
def mlp_mean_over_samples(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W + b
        if layer < len(params) - 1:
            A = f(A)
    return A.mean(axis=0), caches


@misconception(
    "mlp_forward",
    says=("the hidden layers apply the slope of their activation, not the activation itself"),
)
def mlp_slope_in_forward(params, X, activation="relu"):
    f = {
        "relu": lambda Z: 1.0 * (Z > 0),
        "sigmoid": lambda Z: sigmoid_forward(Z) * (1 - sigmoid_forward(Z)),
        "tanh": lambda Z: 1 - np.tanh(Z) ** 2,
    }[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ W + b
        if layer < len(params) - 1:
            A = f(A)
    return A, caches


@misconception(
    "mlp_forward",
    says="the signs of the weights get lost",
)
def mlp_activates_absolute(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A, caches = np.asarray(X, dtype=float), []
    for layer, (W, b) in enumerate(params):
        W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
        caches.append(A)
        A = A @ np.abs(W) + b
        if layer < len(params) - 1:
            A = f(A)
    return A, caches


@misconception(
    "mlp_forward",
    says="the hidden layers apply the activation to their inputs, not to their sums",
)
def network_activated_before_hidden(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = affine_forward(f(A), W, b)
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="the input of each layer is added to its output where the widths agree",
)
def network_residual(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b)) + (A if A.shape[1] == np.shape(W)[1] else 0)
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="the outputs of each hidden layer are centered over the samples",
)
def network_centered(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = (lambda H: H - H.mean(axis=0))(f(affine_forward(A, W, b)))
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="the outputs of each hidden layer are scaled to length 1",
)
def network_row_normalized(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = (lambda H: H / (np.linalg.norm(H, axis=1, keepdims=True) + 1e-12))(
            f(affine_forward(A, W, b))
        )
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="the outputs of each hidden layer are standardized over the samples",
)
def network_batchnormed(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = (lambda H: (H - H.mean(axis=0)) / np.sqrt(H.var(axis=0) + 1e-5))(
            f(affine_forward(A, W, b))
        )
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="half of the outputs of each hidden layer is taken, as dropout does",
)
def network_halved(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = 0.5 * f(affine_forward(A, W, b))
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="the outputs of each hidden layer are doubled",
)
def network_doubled(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = 2 * f(affine_forward(A, W, b))
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="every unit of a hidden layer gets the bias of the first one",
)
def network_first_bias(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, np.full(len(b), b[0])))
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="every unit of a hidden layer gets the sum of all biases",
)
def network_sum_bias(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, np.full(len(b), np.sum(b))))
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="hidden layers have the sign of their biases turned",
)
def network_bias_before(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, -np.asarray(b)))
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="the bias of the first layer is not added",
)
def network_no_bias_first(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b if len(inputs) > 1 else 0 * np.asarray(b)))
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="only the first hidden layer gets its bias, and later ones get none",
)
def network_no_bias_later(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b if len(inputs) < 2 else 0 * np.asarray(b)))
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says=(
        "the activation is applied to the products alone, and the bias is added after it, the "
        "last layer included"
    ),
)
def network_activated_bias_alone(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, 0 * np.asarray(b))) + b
        inputs.append(A)
    return f(affine_forward(A, params[-1][0], 0 * np.asarray(params[-1][1]))) + params[-1][
        1
    ], inputs


@misconception(
    "mlp_forward",
    says="tanh is applied to the output, but the last layer has no activation",
)
def network_tanh_output(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b))
        inputs.append(A)
    return np.tanh(affine_forward(A, *params[-1])), inputs


@misconception(
    "mlp_forward",
    says="the logarithm of softmax is applied to the output, but the last layer has no activation",
)
def network_log_softmax(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b))
        inputs.append(A)
    return (
        lambda Z: (
            Z
            - Z.max(axis=1, keepdims=True)
            - np.log(np.exp(Z - Z.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True))
        )
    )(affine_forward(A, *params[-1])), inputs


@misconception(
    "mlp_forward",
    says="you return the class with the largest output, not the outputs",
)
def network_argmax(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b))
        inputs.append(A)
    return np.eye(len(params[-1][1]))[affine_forward(A, *params[-1]).argmax(axis=1)], inputs


@misconception(
    "mlp_forward",
    says="tanh is computed as a sigmoid that is not doubled, so it stays above 0",
)
def network_all_sigmoid_tanh(params, X, activation="relu"):
    f = {
        "relu": relu_forward,
        "sigmoid": sigmoid_forward,
        "tanh": lambda Z: sigmoid_forward(2 * Z),
    }[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b))
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="tanh gets half of its argument, so it rises too slowly",
)
def network_tanh_half(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": lambda Z: np.tanh(Z / 2)}[
        activation
    ]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b))
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="ReLU keeps negative sums with their sign turned, as the absolute value",
)
def network_relu_abs(params, X, activation="relu"):
    f = {"relu": np.abs, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b))
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="ReLU is cut off at 1, so large sums give 1",
)
def network_relu6(params, X, activation="relu"):
    f = {"relu": lambda Z: np.clip(Z, 0, 1), "sigmoid": sigmoid_forward, "tanh": np.tanh}[
        activation
    ]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b))
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="all samples get the output of the first one",
)
def network_first_sample(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b))
        inputs.append(A)
    return np.tile(affine_forward(A, *params[-1])[:1], (len(X), 1)), inputs


@misconception(
    "mlp_forward",
    says="all samples get the output of the last one",
)
def network_last_sample(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b))
        inputs.append(A)
    return np.tile(affine_forward(A, *params[-1])[-1:], (len(X), 1)), inputs


@misconception(
    "mlp_forward",
    says="the bias of the last layer is subtracted, not added",
)
def network_output_without_last_bias_sign(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b))
        inputs.append(A)
    return affine_forward(A, params[-1][0], -np.asarray(params[-1][1])), inputs


@misconception(
    "mlp_forward",
    says="the bias of the last layer is added twice",
)
def network_output_bias_twice(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b))
        inputs.append(A)
    return affine_forward(A, *params[-1]) + params[-1][1], inputs


@misconception(
    "mlp_forward",
    says="the mean of each row is subtracted from the output",
)
def network_output_centered(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b))
        inputs.append(A)
    return (lambda Z: Z - Z.mean(axis=1, keepdims=True))(affine_forward(A, *params[-1])), inputs


@misconception(
    "mlp_forward",
    says="the largest output of each row is subtracted, which belongs to softmax",
)
def network_output_minus_max(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b))
        inputs.append(A)
    return (lambda Z: Z - Z.max(axis=1, keepdims=True))(affine_forward(A, *params[-1])), inputs


@misconception(
    "mlp_forward",
    says="the columns of X are standardized first",
)
def network_input_standardized(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    A = (A - A.mean(axis=0)) / (A.std(axis=0) + 1e-12)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b))
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="the weighted sums are cut off at -10 and 10",
)
def network_clipped(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(np.clip(affine_forward(A, W, b), -10, 10))
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="the weighted sums are cut off at -5 and 5",
)
def network_clipped5(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(np.clip(affine_forward(A, W, b), -5, 5))
        inputs.append(A)
    return affine_forward(A, *params[-1]), inputs


@misconception(
    "mlp_forward",
    says="the weighted sums are divided by the root of the number of inputs",
)
def network_root_scaled(params, X, activation="relu"):
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    A = np.asarray(X, dtype=float)
    inputs = [A]
    for W, b in params[:-1]:
        A = f(affine_forward(A, W, b) / np.sqrt(A.shape[1]))
        inputs.append(A)
    return affine_forward(A, *params[-1]) / np.sqrt(A.shape[1]), inputs


# --- mlp_loss ---


@misconception(
    "mlp_loss",
    says="only the weights of the last layer are penalized",
)
def loss_penalizes_the_last_layer_only(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _ = mlp_forward(params, X, activation)
    data, _ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    for W, b in params:
        reg = 0.5 * l2 * np.sum(np.asarray(W) ** 2)
    return data + reg


@misconception(
    "mlp_loss",
    says=("the penalty adds the lengths of the weight matrices, not the squares of the lengths"),
)
def loss_penalizes_the_norm(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _ = mlp_forward(params, X, activation)
    data, _ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    return data + l2 / 2 * sum(np.linalg.norm(W) for W, b in params)


@misconception(
    "mlp_loss",
    says="the penalty adds absolute values of the weights, not their squares",
)
def loss_with_absolute_values(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _ = mlp_forward(params, X, activation)
    data, _ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    return data + l2 / 2 * sum(np.abs(W).sum() for W, b in params)


@misconception(
    "mlp_loss",
    says="the argument activation is not used, and all hidden layers have ReLU",
)
def loss_does_not_hand_on_activation(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _ = mlp_forward(params, X)
    data, _ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    penalty = sum(float(np.sum(np.square(W))) for W, _b in params)
    return data + 0.5 * l2 * penalty


@misconception(
    "mlp_loss",
    says="the loss of the data is added once for every layer, not once in all",
)
def loss_adds_the_data_for_each_layer(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _ = mlp_forward(params, X, activation)
    criterion = softmax_cross_entropy if loss == "softmax" else mse_loss
    total = 0.0
    for W, b in params:
        total += criterion(out, y)[0] + 0.5 * l2 * np.sum(np.square(W))
    return total


@misconception(
    "mlp_loss",
    says="the weights of the last layer are left out of the penalty",
)
def loss_spares_the_output_layer(params, X, y, activation="relu", loss="softmax", l2=0.0):
    out, _ = mlp_forward(params, X, activation)
    data, _ = softmax_cross_entropy(out, y) if loss == "softmax" else mse_loss(out, y)
    for W, b in params[:-1]:
        data = data + 0.5 * l2 * np.sum(np.square(W))
    return data


@formula("mlp_loss")
def mlp_loss_as_text(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, _ = mlp_forward(params, X, activation)
    if loss == "softmax":
        data, _ = softmax_cross_entropy(output, y)
    else:
        data, _ = mse_loss(output, y)
    penalty = 0.0
    for W, b in params:
        penalty += np.sum(np.asarray(W) ** 2)
    return data + l2 / 2 * penalty


@formula("mlp_loss")
def mlp_loss_as_running_sum(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output = mlp_forward(params, X, activation)[0]
    if loss == "mse":
        total = mse_loss(output, y)[0]
    else:
        total = softmax_cross_entropy(output, y)[0]
    for W, b in params:
        total = total + 0.5 * l2 * np.sum(np.square(W))
    return total


@formula("mlp_loss")
def mlp_loss_as_own_losses(params, X, y, activation="relu", loss="softmax", l2=0.0):
    Z, _ = mlp_forward(params, X, activation)
    n = len(Z)
    if loss == "softmax":
        P = np.exp(Z) / np.sum(np.exp(Z), axis=1, keepdims=True)
        data = -np.mean(np.log(P[np.arange(n), y]))
    else:
        data = np.sum((Z - y) ** 2) / (2 * n)
    return data + l2 / 2 * sum(np.sum(np.asarray(W) ** 2) for W, _ in params)


@misconception(
    "mlp_loss",
    says="the penalty is divided by the number of samples",
)
def loss_penalty_divided_by_n(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return data + l2 / 2 * penalty / len(X)


@misconception(
    "mlp_loss",
    says="the penalty is divided by the number of layers",
)
def loss_penalty_over_layers(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return data + l2 / 2 * penalty / len(params)


@misconception(
    "mlp_loss",
    says=("the penalty is divided by the number of weights, so it is a mean and not a sum"),
)
def loss_penalty_over_weights(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return data + l2 / 2 * penalty / sum(W.size for W in weights)


@misconception(
    "mlp_loss",
    says="the squares of each layer are averaged, not added up",
)
def loss_penalty_mean_in_each_layer(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.mean(W**2) for W in weights)
    return data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="you take the square root of the sum of all squared weights",
)
def loss_penalty_root(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return data + l2 / 2 * np.sqrt(penalty)


@misconception(
    "mlp_loss",
    says="only the weights of the first layer are penalized",
)
def loss_penalty_first_layer(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights[:1])
    return data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="the weights of the first layer are left out of the penalty",
)
def loss_penalty_spares_first_layer(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights[1:])
    return data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="the penalty is subtracted, so large weights lower the loss",
)
def loss_penalty_subtracted(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return data - l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="the weights are added up without being squared, so their signs cancel",
)
def loss_penalty_not_squared(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W) for W in weights)
    return data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="the weights of a layer are added up first and squared afterwards",
)
def loss_penalty_square_of_sum(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W) ** 2 for W in weights)
    return data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="the biases are penalized and the weights are not",
)
def loss_penalty_on_biases_only(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(b, dtype=float) for _, b in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="the biases are penalized too, and the factor ½ is missing in the penalty",
)
def loss_penalty_biases_and_no_half(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(p, dtype=float) for pair in params for p in pair]
    penalty = sum(np.sum(W**2) for W in weights)
    return data + l2 * penalty


@misconception(
    "mlp_loss",
    says="l2 is squared in the penalty",
)
def loss_penalty_l2_squared(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return data + l2**2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="l2 is not used, and the penalty enters in full",
)
def loss_penalty_without_factor(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return data + penalty / 2


@misconception(
    "mlp_loss",
    says="l2 multiplies the loss of the data as well",
)
def loss_penalty_on_data_too(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return l2 * (data + penalty / 2)


@misconception(
    "mlp_loss",
    says="the loss of the data is weighted with 1 - l2",
)
def loss_weighted_against_penalty(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return (1 - l2) * data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="you penalize the output of the network, not its weights",
)
def loss_penalty_of_outputs(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(output**2) for _ in weights[:1])
    return data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="you penalize the outputs of the hidden layers, not the weights",
)
def loss_penalty_of_activations(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, inputs = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(A**2) for A in inputs[1:])
    return data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says=("the loss of the data is summed over the samples and not divided by their number"),
)
def loss_data_summed(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0] * len(X)
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="the loss of the data is divided by the number of samples twice",
)
def loss_data_divided_twice(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0] / len(X)
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="the loss of the data carries a factor 2 that does not belong there",
)
def loss_data_doubled(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = 2 * criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="you return the penalty alone, without the loss of the data",
)
def loss_penalty_alone(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return 0 * data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="the activation is applied to the last layer too",
)
def loss_of_activated_output(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    f = {"relu": relu_forward, "sigmoid": sigmoid_forward, "tanh": np.tanh}[activation]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(f(output), y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="only the largest weight of each layer is penalized",
)
def loss_largest_weight(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.max(W**2) for W in weights)
    return data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says=("the penalty squares the largest stretching of each matrix, not all its weights"),
)
def loss_penalty_spectral(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, activation)
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.linalg.norm(W, 2) ** 2 for W in weights)
    return data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="the argument activation is not used, and all hidden layers have the sigmoid",
)
def loss_always_sigmoid(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output, _ = mlp_forward(params, X, "sigmoid")
    data = criterion(output, y)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return data + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="the running penalty is added again at every layer, so early layers count more often",
)
def network_loss_penalty_for_each_layer(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    return criterion(output, y)[0] + l2 / 2 * sum(np.cumsum([np.sum(W**2) for W in weights]))


@misconception(
    "mlp_loss",
    says="the factor ½ enters the penalty twice",
)
def network_loss_half_twice(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return criterion(output, y)[0] + l2 / 4 * penalty


@misconception(
    "mlp_loss",
    says="the penalty is divided by twice the number of samples, but only 2 belongs there",
)
def network_loss_over_2n(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return criterion(output, y)[0] + l2 / (2 * len(X)) * penalty


@misconception(
    "mlp_loss",
    says="the penalty carries a factor 2 where the factor ½ belongs",
)
def network_loss_doubled(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return criterion(output, y)[0] + 2 * l2 * penalty


@misconception(
    "mlp_loss",
    says="the square covers l2 / 2 as well, not the weights alone",
)
def network_loss_half_l2_squared(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return criterion(output, y)[0] + (l2 / 2) ** 2 * penalty


@misconception(
    "mlp_loss",
    says="the penalty adds the lengths of the weight matrices, and the factor ½ is missing",
)
def network_loss_root_each(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    return criterion(output, y)[0] + l2 * sum(np.linalg.norm(W) for W in weights)


@misconception(
    "mlp_loss",
    says="the penalty adds absolute values, and the factor ½ is missing",
)
def network_loss_abs(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    return criterion(output, y)[0] + l2 * sum(np.abs(W).sum() for W in weights)


@misconception(
    "mlp_loss",
    says="the penalty adds the lengths of the columns, not their squares",
)
def network_loss_col(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    return criterion(output, y)[0] + l2 / 2 * sum(np.linalg.norm(W, axis=0).sum() for W in weights)


@misconception(
    "mlp_loss",
    says=(
        "the squares of the biases are penalized in place of those of the weights, and the factor "
        "½ is missing"
    ),
)
def network_loss_biases_too(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    return criterion(output, y)[0] + l2 * sum(np.sum(np.asarray(b) ** 2) for _, b in params)


@misconception(
    "mlp_loss",
    says="the absolute values of the biases are added to the penalty",
)
def network_loss_b_abs(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return criterion(output, y)[0] + l2 / 2 * (penalty + sum(np.abs(b).sum() for _, b in params))


@misconception(
    "mlp_loss",
    says="the squared error is averaged over all entries and lacks its factor ½",
)
def network_loss_mse_mean_entries_unhalved(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return (
        np.mean((output - y) ** 2) if loss == "mse" else criterion(output, y)[0]
    ) + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="softmax is applied to the output before the cross-entropy, which does it again",
)
def network_loss_softmax_first(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    if loss == "softmax":
        E = np.exp(output - output.max(axis=1, keepdims=True))
        output = E / E.sum(axis=1, keepdims=True)
    return criterion(output, y)[0] + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="the sigmoid is applied to the output before the loss",
)
def network_loss_sigmoid_first(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    output = sigmoid_forward(output)
    return criterion(output, y)[0] + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="the outputs of the last hidden layer are penalized, not the weights",
)
def network_loss_hidden(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    return criterion(output, y)[0] + l2 / 2 * np.sum(mlp_forward(params, X, activation)[1][-1] ** 2)


@misconception(
    "mlp_loss",
    says="l2 / 2 is added as it is, and the weights do not enter",
)
def network_loss_l2_alone(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    return criterion(output, y)[0] + l2 / 2


@misconception(
    "mlp_loss",
    says="l2 is subtracted from 1 before it multiplies the penalty",
)
def network_loss_l2_minus(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return criterion(output, y)[0] + (1 - l2) / 2 * penalty


@misconception(
    "mlp_loss",
    says="the loss of the data is multiplied by the penalty, not added to it",
)
def network_loss_l2_product(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return criterion(output, y)[0] * l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="the loss of the data is multiplied by 1 plus the penalty",
)
def network_loss_times(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return criterion(output, y)[0] * (1 + l2 / 2 * penalty)


@misconception(
    "mlp_loss",
    says="the last row of every weight matrix is left out of the penalty",
)
def network_loss_without_last_row(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    return criterion(output, y)[0] + l2 / 2 * sum(np.sum(W[:-1] ** 2) for W in weights)


@misconception(
    "mlp_loss",
    says="the first row of every weight matrix is left out of the penalty",
)
def network_loss_without_first_row(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    return criterion(output, y)[0] + l2 / 2 * sum(np.sum(W[1:] ** 2) for W in weights)


@misconception(
    "mlp_loss",
    says="the penalty adds the entries of W transposed times W, not the squares of the weights",
)
def network_loss_matrix_square(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    return criterion(output, y)[0] + l2 / 2 * sum(np.sum(W.T @ W) for W in weights)


@misconception(
    "mlp_loss",
    says="the mean of each matrix is subtracted before the weights are squared",
)
def network_loss_centered(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    return criterion(output, y)[0] + l2 / 2 * sum(np.sum((W - W.mean()) ** 2) for W in weights)


@misconception(
    "mlp_loss",
    says="the penalty is divided by the number of weights of the first layer",
)
def network_loss_per_layer_mean_divided(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return criterion(output, y)[0] + l2 / 2 * penalty / weights[0].size


@misconception(
    "mlp_loss",
    says="only the first and the last layer are penalized, not those between",
)
def network_loss_hidden_only_first(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    return criterion(output, y)[0] + l2 / 2 * (
        np.sum(weights[0] ** 2) + (np.sum(weights[-1] ** 2) if len(weights) > 1 else 0)
    )


@misconception(
    "mlp_loss",
    says="only the first sample counts in the loss of the data",
)
def network_loss_first_sample(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return criterion(output[:1], np.asarray(y)[:1])[0] + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="only the last sample counts in the loss of the data",
)
def network_loss_last_sample(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return criterion(output[-1:], np.asarray(y)[-1:])[0] + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="sigmoid and tanh are exchanged for each other",
)
def network_loss_act_default_sigmoid_tanh(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(
        params, X, {"sigmoid": "tanh", "tanh": "sigmoid"}.get(activation, activation)
    )[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return criterion(output, y)[0] + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="the argument activation is not used, and all hidden layers have tanh",
)
def network_loss_tanh_always(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, "tanh")[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return criterion(output, y)[0] + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="you return the share of wrong decisions, not the loss",
)
def network_loss_accuracy(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return (
        np.mean(output.argmax(axis=1) != y) if loss == "softmax" else criterion(output, y)[0]
    ) + l2 / 2 * penalty


@misconception(
    "mlp_loss",
    says="an l2 of 0 is replaced by a small number, so there is always a penalty",
)
def network_loss_default_l2(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return criterion(output, y)[0] + (l2 or 1e-4) / 2 * penalty


@misconception(
    "mlp_loss",
    says="an l2 of 0 is replaced by 0.01, so there is always a penalty",
)
def network_loss_default_l2_big(params, X, y, activation="relu", loss="softmax", l2=0.0):
    criterion = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss]
    output = mlp_forward(params, X, activation)[0]
    weights = [np.asarray(W, dtype=float) for W, _ in params]
    penalty = sum(np.sum(W**2) for W in weights)
    return criterion(output, y)[0] + (l2 or 0.01) / 2 * penalty


# --- mlp_gradients ---


@misconception(
    "mlp_gradients",
    says="the penalty is missing in the gradient",
)
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


@misconception(
    "mlp_gradients",
    says="the penalty enters the gradient twice as strongly as it should",
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


@misconception(
    "mlp_gradients",
    says="the biases are penalized as well as the weights",
)
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


@misconception(
    "mlp_gradients",
    says="the gradient is divided by the number of samples twice",
)
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


@misconception(
    "mlp_gradients",
    says="the slope on the way back is always that of ReLU, whatever the activation is",
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


@misconception(
    "mlp_gradients",
    says="the slope of the first hidden layer is left out on the way back",
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


@formula("mlp_gradients")
def mlp_gradients_as_recursion(params, X, y, activation="relu", loss="softmax", l2=0.0):
    A, Z = [np.asarray(X, dtype=float)], []
    for W, b in params:
        Z.append(A[-1] @ W + b)
        if activation == "relu":
            A.append(np.maximum(Z[-1], 0))
        elif activation == "sigmoid":
            A.append(1 / (1 + np.exp(-Z[-1])))
        else:
            A.append(np.tanh(Z[-1]))
    if loss == "softmax":
        dZ = softmax_cross_entropy(Z[-1], y)[1]
    else:
        dZ = mse_loss(Z[-1], y)[1]
    gradients = []
    for i in range(len(params) - 1, -1, -1):
        W, b = params[i]
        dW = A[i].T @ dZ + l2 * W
        db = dZ.sum(axis=0)
        gradients.insert(0, (dW, db))
        if i > 0:
            dA = dZ @ W.T
            if activation == "relu":
                dZ = dA * (Z[i - 1] > 0)
            elif activation == "sigmoid":
                dZ = dA * A[i] * (1 - A[i])
            else:
                dZ = dA * (1 - A[i] ** 2)
    return gradients


@formula("mlp_gradients")
def mlp_gradients_as_calls(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    if loss == "softmax":
        _, dZ = softmax_cross_entropy(output, y)
    else:
        _, dZ = mse_loss(output, y)
    gradients = []
    for i in reversed(range(len(params))):
        W, _b = params[i]
        A = inputs[i]
        dA, dW, db = affine_backward(dZ, A, W)
        dW = dW + l2 * W
        gradients.append((dW, db))
        if activation == "relu":
            dZ = relu_backward(dA, A)
        elif activation == "sigmoid":
            dZ = sigmoid_backward(dA, A)
        else:
            dZ = dA * (1 - A**2)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the penalty is divided by the number of samples",
)
def gradient_penalty_over_n(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W / len(X), db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the penalty enters the gradient only half as strongly as it should",
)
def gradient_penalty_halved(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 / 2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the penalty is subtracted from the gradient, so it makes the weights grow",
)
def gradient_penalty_sign(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW - l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says=("the penalty adds the signs of the weights, as for one that sums absolute values"),
)
def gradient_penalty_of_signs(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * np.sign(W), db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the weights are squared in the gradient of the penalty, as in the loss",
)
def gradient_penalty_squared(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 / 2 * W**2, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="only the weights of the last layer are penalized",
)
def gradient_penalty_last_layer(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + (not gradients) * l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the weights of the last layer are left out of the penalty",
)
def gradient_penalty_spares_output(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + bool(gradients) * l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the weights of the first layer are left out of the penalty",
)
def gradient_penalty_spares_first(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + (len(gradients) < len(params) - 1) * l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says=("the penalty is divided by the length of the weights, so only their direction counts"),
)
def gradient_penalty_normalized(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W / np.linalg.norm(W), db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="l2 is not used, and the weights are added to the gradient in full",
)
def gradient_weights_in_place_of_penalty(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says=("the slope of the activation is multiplied in at the last layer too, which has none"),
)
def gradient_slope_at_output(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    dZ = dZ * slope[activation](output)
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="every slope is multiplied in twice",
)
def gradient_slope_twice(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A) ** 2
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="you multiply by the output of the activation, not by its slope",
)
def gradient_value_for_slope(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * A
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="you use the slope formula of the sigmoid with the output of tanh",
)
def gradient_sigmoid_slope_for_tanh(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: A * (1 - A),
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="you use the slope formula of tanh with the output of the sigmoid",
)
def gradient_tanh_slope_for_sigmoid(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: 1 - A**2,
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the output is not squared in the slope of tanh",
)
def gradient_tanh_slope_unsquared(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the gradient has its sign turned, so it points downhill",
)
def gradient_sign(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((-dW - l2 * W, -db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the gradient is summed over the samples and not divided by their number",
)
def gradient_summed(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    dZ = dZ * len(X)
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the gradients for the biases are all 0",
)
def gradient_biases_zero(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, 0 * db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the gradient for the biases is divided by the number of samples twice",
)
def gradient_biases_averaged(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db / len(X)))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says=("the gradient for the biases is summed over the samples and not divided by their number"),
)
def gradient_biases_summed(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db * len(X)))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the gradient for the biases still has one row for each sample",
)
def gradient_biases_of_each_sample(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, _db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, dZ))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="only the last layer gets a gradient, and the others get 0",
)
def gradient_last_layer_only(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = 0 * dA
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the argument activation is not used, and all hidden layers have ReLU",
)
def gradient_default_activation(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * (A > 0)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="activation is not handed on to the forward pass, which then uses ReLU",
)
def gradient_forward_without_activation(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the gradients are divided by the number of layers",
)
def gradient_over_layers(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append(((dW + l2 * W) / len(params), db / len(params)))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="entries of the gradient larger than 0.1 in size are cut off",
)
def gradient_clipped(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((np.clip(dW + l2 * W, -0.1, 0.1), np.clip(db, -0.1, 0.1)))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="only the first sample counts in the gradient",
)
def gradient_of_first_sample(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    dZ = dZ * (np.arange(len(X)) == 0)[:, np.newaxis]
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="you divide by the number of samples at every layer on the way back",
)
def gradient_divided_on_the_way(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A) / len(X)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="in every pair the two results are exchanged: db comes before dW",
)
def gradient_exchanged_pairs(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((db, dW + l2 * W))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says=("dW is computed from the pre-activations of the layer before, not from its outputs"),
)
def gradient_inputs_not_activated(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for layer in reversed(range(len(params))):
        W, A = np.asarray(params[layer][0], dtype=float), inputs[layer]
        Z = affine_forward(inputs[layer - 1], *params[layer - 1]) if layer else A
        dA, dW, db = affine_backward(dZ, Z, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the absolute values of the weights are added in the gradient of the penalty",
)
def network_gradient_penalty_on_abs(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * np.abs(W), db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the gradient of the penalty has a factor 2 and is divided by the number of samples",
)
def network_gradient_penalty_2l2_n(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + 2 * l2 * W / len(X), db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the gradient of the penalty is divided by the number of weights",
)
def network_gradient_penalty_mean(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W / W.size, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the gradient of the penalty is divided by the number of layers",
)
def network_gradient_penalty_layers(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W / len(params), db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="l2 alone is added to the gradient, without the weights",
)
def network_gradient_penalty_l2_alone(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="l2 is squared in the gradient of the penalty",
)
def network_gradient_penalty_l2_squared(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2**2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the penalty itself is added to the gradient, not its derivative",
)
def network_gradient_penalty_loss(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 / 2 * np.sum(W**2), db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says=(
        "the gradient of the data is multiplied by l2 times the weights as well, which belongs "
        "beside it"
    ),
)
def network_gradient_penalty_mul(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW * (1 + l2 * W), db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="l2 is added to the gradient for the biases",
)
def network_gradient_penalty_db_l2(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db + l2))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the gradient of the data is weighted with 1 - l2",
)
def network_gradient_penalty_data_scaled(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append(((1 - l2) * dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the penalty of a layer is carried to the layers before it",
)
def network_gradient_penalty_cumulative(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = (dA + l2 * W.sum(axis=1)) * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the slope of ReLU is a small number on the left, as for the leaky ReLU",
)
def network_gradient_relu_leaky(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: np.where(A > 0, 1, 0.01),
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the slope of the sigmoid lacks the factor A",
)
def network_gradient_sig_1A(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: 1 - A,
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the sigmoid is applied to A once more before its slope is taken",
)
def network_gradient_sig_fw(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: sigmoid_forward(A) * (1 - sigmoid_forward(A)),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the slope of the sigmoid is ¼ everywhere",
)
def network_gradient_sig_quarter(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: 0.25,
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="tanh is applied to A once more before its slope is taken",
)
def network_gradient_tanh_fw(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - np.tanh(A) ** 2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="a bracket is misplaced in the slope of tanh: the whole difference is squared",
)
def network_gradient_tanh_bracket(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: (1 - A) ** 2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the slope of tanh is A², and the difference from 1 is missing",
)
def network_gradient_tanh_sq(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the slope of the last hidden layer is left out on the way back",
)
def network_gradient_slope_last(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * (slope[activation](A) if len(gradients) > 1 else 1)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="each slope is taken at the gradient dA, not at the output of the activation",
)
def network_gradient_slope_of_output(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](dA)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="all units of a layer get the mean slope, not their own",
)
def network_gradient_slope_mean(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * np.mean(slope[activation](A))
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the gradient for the biases is summed over everything, so all units get the same number",
)
def network_gradient_sum_bias_axis(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, np.full(len(db), db.sum())))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the gradient for the biases counts only the first sample",
)
def network_gradient_bias_first(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, dZ[0]))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the gradient for the biases has its sign turned",
)
def network_gradient_bias_neg(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, -db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the gradient is that of a squared error averaged over all entries, without the factor ½",
)
def network_gradient_mse_outputs2(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    if loss == "mse":
        dZ = 2 * dZ / dZ.shape[1]
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the slope p (1 - p) is multiplied in at softmax, though no such factor is left there",
)
def network_gradient_softmax_slope(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    if loss == "softmax":
        E = np.exp(output - output.max(axis=1, keepdims=True))
        P = E / E.sum(axis=1, keepdims=True)
        dZ = dZ * P * (1 - P)
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the labels do not enter the gradient of the cross-entropy",
)
def network_gradient_labels_missing(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    if loss == "softmax":
        E = np.exp(output - output.max(axis=1, keepdims=True))
        dZ = E / E.sum(axis=1, keepdims=True) / len(X)
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says=(
        "the derivative of a sigmoid at the output is multiplied in, though the last layer has none"
    ),
)
def network_gradient_sigmoid_out(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    s = sigmoid_forward(output)
    dZ = dZ * s * (1 - s)
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the gradient for the weights of each layer is scaled to length 1",
)
def network_gradient_norm(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append(((dW + l2 * W) / (np.linalg.norm(dW + l2 * W) + 1e-12), db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="only the signs of the gradient are kept",
)
def network_gradient_sign(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((np.sign(dW + l2 * W), np.sign(db)))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the signs of the weights get lost on the way back",
)
def network_gradient_abs_weights_back(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, np.abs(W))
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="on the way back all samples get the mean gradient",
)
def network_gradient_dA_mean(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = np.tile(dA.mean(axis=0), (len(A), 1)) * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the gradient that comes back is divided by the number of units of the layer",
)
def network_gradient_dA_w(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((dW + l2 * W, db))
        dZ = dA * slope[activation](A) / W.shape[1]
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="the inputs of the layers are missing in the gradient for the weights",
)
def network_gradient_input_ones(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((np.tile(db, (len(W), 1)) + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


@misconception(
    "mlp_gradients",
    says="you multiply the mean input by the sum of the gradients in dW",
)
def network_gradient_input_mean(params, X, y, activation="relu", loss="softmax", l2=0.0):
    output, inputs = mlp_forward(params, X, activation)
    dZ = {"softmax": softmax_cross_entropy, "mse": mse_loss}[loss](output, y)[1]
    slope = {
        "relu": lambda A: A > 0,
        "sigmoid": lambda A: A * (1 - A),
        "tanh": lambda A: 1 - A**2,
    }
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        W = np.asarray(W, dtype=float)
        dA, dW, db = affine_backward(dZ, A, W)
        gradients.append((np.outer(A.mean(axis=0), db) + l2 * W, db))
        dZ = dA * slope[activation](A)
    return gradients[::-1]


# --- init_mlp ---


@misconception(
    "init_mlp",
    says="the variance serves as the standard deviation: a square root is missing",
)
def init_forgets_the_root(sizes, rng):
    params = []
    for fan_in, fan_out in zip(sizes[:-1], sizes[1:]):
        params.append((rng.normal(0.0, 2 / fan_in, (fan_in, fan_out)), np.zeros(fan_out)))
    return params


@misconception(
    "init_mlp",
    says=("the variance takes the units of a layer into account too, not its inputs alone"),
)
def init_is_xavier(sizes, rng):
    return [
        (rng.normal(scale=np.sqrt(2 / (d + m)), size=(d, m)), np.zeros(m))
        for d, m in zip(sizes, sizes[1:])
    ]


@misconception(
    "init_mlp",
    says="your list is one layer too short: the output layer is missing",
)
def init_misses_the_last_layer(sizes, rng):
    params = []
    for i in range(len(sizes) - 2):
        W = rng.normal(size=(sizes[i], sizes[i + 1])) * np.sqrt(2 / sizes[i])
        params.append((W, np.zeros(sizes[i + 1])))
    return params


@misconception(
    "init_mlp",
    says="all layers get the same small scale, whatever their number of inputs is",
)
def init_with_a_fixed_scale(sizes, rng):
    return [(0.01 * rng.standard_normal((d, m)), np.zeros(m)) for d, m in zip(sizes, sizes[1:])]


@misconception(
    "init_mlp",
    says="all units of a layer begin with the same weights, so they stay equal",
)
def init_repeats_a_column(sizes, rng):
    params = []
    for d, m in zip(sizes, sizes[1:]):
        column = rng.normal(0.0, np.sqrt(2 / d), size=(d, 1))
        params.append((np.tile(column, (1, m)), np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="your weight matrices are transposed, with one row for each unit",
)
def init_transposes_the_weights(sizes, rng):
    params = []
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        params.append((rng.normal(0, np.sqrt(2 / fan_in), (fan_out, fan_in)), np.zeros(fan_out)))
    return params


@formula("init_mlp")
def init_mlp_as_text(sizes, rng):
    params = []
    for i in range(len(sizes) - 1):
        fan_in = sizes[i]
        fan_out = sizes[i + 1]
        W = rng.normal(size=(fan_in, fan_out)) * np.sqrt(2 / fan_in)
        b = np.zeros(fan_out)
        params.append((W, b))
    return params


@formula("init_mlp")
def init_mlp_as_scale(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        sigma = np.sqrt(2.0 / d)
        params.append((rng.normal(0.0, sigma, size=(d, m)), np.zeros(m)))
    return params


@formula("init_mlp")
def init_mlp_as_power(sizes, rng):
    params = []
    for i in range(1, len(sizes)):
        W = rng.standard_normal((sizes[i - 1], sizes[i]))
        params.append((W * (2 / sizes[i - 1]) ** 0.5, np.zeros((sizes[i],))))
    return params


@formula("init_mlp")
def init_mlp_as_division(sizes, rng):
    params = []
    for d, m in zip(sizes, sizes[1:]):
        W = rng.normal(size=(d, m)) / np.sqrt(d / 2)
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="the weights are uniform and not normal, though their variance fits",
)
def init_uniform_same_variance(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.uniform(-np.sqrt(6 / d), np.sqrt(6 / d), size=(d, m))
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says=(
        "the weights are uniform up to the standard deviation, so they are not normal and too small"
    ),
)
def init_uniform_to_spread(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.uniform(-np.sqrt(2 / d), np.sqrt(2 / d), size=(d, m))
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="the weights are uniform between 0 and 1, so none is negative",
)
def init_uniform_positive(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.random(size=(d, m))
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says=(
        "the weights are uniform up to one over the root of the number of inputs, and not normal"
    ),
)
def init_uniform_as_pytorch(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.uniform(-1 / np.sqrt(d), 1 / np.sqrt(d), size=(d, m))
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says=(
        "the weights are uniform, with a limit that takes the units of the layer into account too"
    ),
)
def init_uniform_xavier(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.uniform(-np.sqrt(6 / (d + m)), np.sqrt(6 / (d + m)), size=(d, m))
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="the biases start at 1 and not at 0",
)
def init_biases_of_one(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(size=(d, m)) * np.sqrt(2 / d)
        params.append((W, np.ones(m)))
    return params


@misconception(
    "init_mlp",
    says="the biases start at a small positive number and not at 0",
)
def init_small_biases(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(size=(d, m)) * np.sqrt(2 / d)
        params.append((W, np.full(m, 0.01)))
    return params


@misconception(
    "init_mlp",
    says="all layers get the spread of the first one",
)
def init_spread_of_first_layer(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(size=(d, m)) * np.sqrt(2 / sizes[0])
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="the weights are multiplied by the root where they have to be divided",
)
def init_root_turned(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(size=(d, m)) * np.sqrt(d / 2)
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="the weights are divided by the number of inputs, not by a root of it",
)
def init_divides_by_inputs(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(size=(d, m)) / d
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="a bracket is misplaced: the root covers the 2 alone, not the fraction",
)
def init_root_of_two_outside(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(size=(d, m)) * np.sqrt(2) / d
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="the 2 stands below the fraction, so the variance is four times too small",
)
def init_half_missing_side(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(size=(d, m)) * np.sqrt(1 / (2 * d))
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="all weights are 0, so no unit differs from another",
)
def init_zero_weights(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = np.zeros((d, m))
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="all weights are equal, so no unit differs from another",
)
def init_weights_of_one(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = np.ones((d, m)) * np.sqrt(2 / d)
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="the signs of the weights get lost, so all of them are positive",
)
def init_positive_weights(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = np.abs(rng.normal(size=(d, m))) * np.sqrt(2 / d)
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="the weights scatter around 1 and not around 0",
)
def init_mean_of_one(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(1.0, np.sqrt(2 / d), size=(d, m))
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says=("the spread is taken from the product of inputs and units, not from the inputs alone"),
)
def init_by_mean_of_both(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(size=(d, m)) * np.sqrt(2 / (d * m))
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="weights far from 0 are cut off at two standard deviations",
)
def init_truncated(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = np.clip(rng.normal(size=(d, m)), -2, 2) * np.sqrt(2 / d)
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="the weights are rescaled after the draw to an exact mean and spread",
)
def init_exactly_standardized(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(size=(d, m))
        W = (W - W.mean()) / (W.std() + 1e-12) * np.sqrt(2 / d)
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="each matrix has one row too many, for a bias as a further input",
)
def init_bias_as_a_weight(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(size=(d + 1, m)) * np.sqrt(2 / d)
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="one is added to the number of inputs below the fraction",
)
def init_variance_of_one_over_inputs_plus_one(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(size=(d, m)) * np.sqrt(2 / (d + 1))
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="the spread of each layer is that of the layer after it",
)
def init_spread_of_next_layer(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(size=(d, m)) * np.sqrt(2 / sizes[min(len(params) + 2, len(sizes) - 1)])
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="the weights of the last layer are 0, not random",
)
def init_last_layer_zero(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(size=(d, m)) * np.sqrt(2 / d) * (len(params) < len(sizes) - 2)
        params.append((W, np.zeros(m)))
    return params


@misconception(
    "init_mlp",
    says="the last layer has another variance than the hidden ones",
)
def init_last_layer_without_two(sizes, rng):
    params = []
    for d, m in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(size=(d, m)) * np.sqrt((2 if len(params) < len(sizes) - 2 else 1) / d)
        params.append((W, np.zeros(m)))
    return params
