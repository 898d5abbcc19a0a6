"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

# --- affine ---


@formula("affine")
def affine_as_in_the_text(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return np.matmul(X, W) + b[np.newaxis, :]


@formula("affine")
def affine_output_by_output(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    Z = np.zeros((len(X), len(b)))
    for c in range(len(b)):
        Z[:, c] = X @ W[:, c] + b[c]
    return Z


@formula("affine")
def affine_number_by_number(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    n, d = X.shape
    k = W.shape[1]
    Z = np.zeros((n, k))
    for i in range(n):
        for c in range(k):
            total = b[c]
            for j in range(d):
                total += X[i, j] * W[j, c]
            Z[i, c] = total
    return Z


@misconception("affine", says="the bias is added twice")
def bias_doubled(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X @ W + 2 * b


@misconception("affine", says="the biases are added in reversed order")
def bias_reversed(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X @ W + b[::-1]


@misconception("affine", says="the rows of W are taken in reversed order")
def weights_reversed_in_rows(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X @ W[::-1] + b


@misconception("affine", says="the products are averaged over the features, not summed")
def averaged_over_features(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X @ W / X.shape[1] + b


@misconception(
    "affine", says="the products are divided by the number of samples, though each row stands alone"
)
def averaged_over_samples(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X @ W / len(X) + b


@misconception("affine", says="the first bias is added to every output")
def first_bias_for_all(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X @ W + b[0]


@misconception("affine", says="the mean of the biases is added to every output")
def mean_bias_for_all(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X @ W + b.mean()


@misconception(
    "affine", says="the bias is multiplied by the sum of the inputs, as if it were a weight"
)
def bias_times_the_inputs(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X @ W + np.sum(X, axis=1, keepdims=True) * b


@misconception("affine", says="the weights are squared")
def weights_squared(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X @ W**2 + b


@misconception("affine", says="the inputs are squared")
def inputs_squared(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X**2 @ W + b


@misconception("affine", says="the signs of the inputs are lost")
def absolute_inputs(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return np.abs(X) @ W + b


@misconception("affine", says="the signs of the weights are lost")
def absolute_weights(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X @ np.abs(W) + b


@misconception("affine", says="the products are subtracted from the bias")
def weights_subtracted(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return b - X @ W


@misconception("affine", says="the outputs are multiplied by the bias, not moved by it")
def bias_multiplied(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return (X @ W) * b


@misconception("affine", says="the outputs are passed through a step: a layer here has none")
def step_applied(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return np.where(X @ W + b >= 0, 1.0, 0.0)


@misconception(
    "affine", says="negative outputs are set to zero: that is a rectifier after the layer"
)
def negatives_cut_off(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return np.maximum(X @ W + b, 0.0)


@misconception("affine", says="the outputs are passed through a sigmoid: a layer here has none")
def squashed_by_a_sigmoid(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return 1 / (1 + np.exp(-(X @ W + b)))


@misconception("affine", says="the outputs are passed through tanh: a layer here has none")
def squashed_by_a_tanh(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return np.tanh(X @ W + b)


@misconception("affine", says="the outputs of a sample are summed up")
def outputs_summed(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return (X @ W + b).sum(axis=1)


@misconception("affine", says="the outputs are summed over the samples")
def samples_summed(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return (X @ W + b).sum(axis=0)


@misconception("affine", says="the outputs are averaged over the samples")
def samples_averaged(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return (X @ W + b).mean(axis=0)


@misconception("affine", says="only the first sample goes through the layer")
def only_the_first_sample(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X[0] @ W + b


@misconception("affine", says="the mean of the inputs is subtracted before the layer")
def inputs_centered(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return (X - X.mean(axis=0)) @ W + b


@misconception("affine", says="the mean of the outputs is subtracted")
def outputs_centered(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X @ W - (X @ W).mean(axis=0) + b


@misconception("affine", says="the bias is added to every row of weights")
def bias_inside_the_weights(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X @ (W + b)


@misconception("affine", says="the result is rounded")
def result_rounded(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return np.round(X @ W + b, 2)


@misconception("affine", says="one product for every feature is kept, where they should be summed")
def outer_shape(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X[:, :, np.newaxis] * W + b


# --- project ---


@formula("project")
def project_by_the_multiple(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    t = (Y @ v) / (v @ v)
    return t[:, np.newaxis] * v[np.newaxis, :]


@formula("project")
def project_by_a_unit(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    unit = v / np.sqrt(np.sum(v**2))
    return np.outer(Y @ unit, unit)


@formula("project")
def project_by_a_projector(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    P = np.outer(v, v) / np.sum(v * v)
    return Y @ P


@misconception(
    "project", says="every row comes back as v itself, with no look at how far it reaches"
)
def rows_scaled_to_v(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer(np.ones(len(Y)), v)


@misconception("project", says="you divide by the length of v three times")
def divided_by_the_cubed_length(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer(Y @ v, v) / np.linalg.norm(v) ** 3


@misconception("project", says="you multiply by the squared length of v, where you should divide")
def multiplied_by_the_length(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer(Y @ v, v) * (v @ v)


@misconception("project", says="you divide by the sum of v, not by its squared length")
def divided_by_the_sum_of_v(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer(Y @ v, v) / np.sum(v)


@misconception("project", says="you divide by the sum of the sizes in v, not by its squared length")
def divided_by_absolute_sum(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer(Y @ v, v) / np.sum(np.abs(v))


@misconception(
    "project", says="you divide by the number of features, not by the squared length of v"
)
def divided_by_the_number_of_features(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer(Y @ v, v) / len(v)


@misconception("project", says="you divide by the length of each row, which makes cosines")
def divided_by_row_lengths(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer(Y @ v / np.linalg.norm(Y, axis=1), v)


@misconception("project", says="each row is the cosine of its angle times v")
def cosine_times_v(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer(Y @ v / (np.linalg.norm(Y, axis=1) * np.linalg.norm(v)), v)


@misconception("project", says="the entries are multiplied by those of v and not summed")
def entries_times_v(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return Y * v / (v @ v)


@misconception(
    "project", says="each entry is weighed by its own v squared: the products are not summed first"
)
def entries_times_v_squared(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return Y * v**2 / (v @ v)


@misconception("project", says="the shadow always lies on the side of v, because the sign is lost")
def absolute_reach(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer(np.abs(Y @ v) / (v @ v), v)


@misconception("project", says="the shadow lies on the wrong side: a sign is flipped")
def reversed_shadow(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return -np.outer(Y @ v / (v @ v), v)


@misconception("project", says="twice the shadow is subtracted, which mirrors the points")
def reflection_in_the_plane(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return Y - 2 * np.outer(Y @ v / (v @ v), v)


@misconception("project", says="the points go half of the way to the line")
def half_way(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return (Y + np.outer(Y @ v / (v @ v), v)) / 2


@misconception(
    "project", says="the mean of the rows is subtracted first, so the line does not pass the origin"
)
def centered_first(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer((Y - Y.mean(axis=0)) @ v / (v @ v), v)


@misconception(
    "project", says="the line passes through the mean of the rows, not through the origin"
)
def line_through_the_mean(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return Y.mean(axis=0) + np.outer((Y - Y.mean(axis=0)) @ v / (v @ v), v)


@misconception("project", says="the points are projected onto the one axis where v is largest")
def onto_the_largest_axis(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return Y * (np.abs(v) == np.max(np.abs(v)))


@misconception("project", says="every row gets the mean shadow")
def mean_shadow_for_all(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer(np.full(len(Y), np.mean(Y @ v)) / (v @ v), v)


@misconception("project", says="you return how far the points are from the line")
def distance_from_the_line(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.linalg.norm(Y - np.outer(Y @ v / (v @ v), v), axis=1)


@misconception(
    "project", says="you return the matrix of the projection and not what it does to the rows"
)
def projector_alone(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer(v, v) / (v @ v)


@misconception("project", says="the projection is divided by the length of v once too often")
def projector_times_projector_norm(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer(Y @ v / (v @ v), v / np.linalg.norm(v))


@misconception("project", says="the shadows stand in the columns")
def shadow_in_the_columns(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer(v, Y @ v / (v @ v))


@misconception("project", says="you divide by a mean square of v, not by its squared length")
def divided_by_root_of_features(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer(Y @ v / np.mean(v**2), v)


@misconception("project", says="the roles are exchanged: v is projected onto each row")
def v_projected_on_the_rows(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return (Y @ v / np.sum(Y**2, axis=1))[:, np.newaxis] * Y


# --- power_iteration ---


@formula("power_iteration")
def power_with_a_copy(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    vector = np.array(v0) / np.sqrt(v0 @ v0)
    for _ in range(n_steps):
        product = A @ vector
        length = np.sqrt(np.sum(product**2))
        vector = product / length
    side = np.dot(vector, v0)
    if side < 0:
        vector = -1 * vector
    value = np.dot(vector, A @ vector) / np.dot(vector, vector)
    return value, vector


@formula("power_iteration")
def power_with_a_sign_of_every_step(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    vector = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        vector = A @ vector
        vector /= np.linalg.norm(vector)
        if np.sum(vector * v0) < 0:
            vector = -vector
    return np.sum(vector * (A @ vector)), vector


@misconception(
    "power_iteration",
    says="the value is the length of A v: for a negative eigenvalue its sign is lost",
)
def value_is_the_length(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = np.linalg.norm(A @ v)
    return value, v


@misconception("power_iteration", says="the sign of the value is lost")
def value_absolute(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = abs(v @ A @ v)
    return value, v


@misconception("power_iteration", says="the value is squared: A stands in it twice")
def value_squared(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = v @ A @ A @ v
    return value, v


@misconception("power_iteration", says="the value is the trace of A, the sum of all eigenvalues")
def value_is_the_trace(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = np.trace(A)
    return value, v


@misconception(
    "power_iteration",
    says="the value is the ratio of the first entries of A v and v, not the Rayleigh quotient",
)
def value_is_the_first_ratio(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = (A @ v)[0] / v[0]
    return value, v


@misconception(
    "power_iteration",
    says="the value is a ratio of the largest entries of A v and v, not the Rayleigh quotient",
)
def value_is_the_largest_ratio(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = np.max(np.abs(A @ v)) / np.max(np.abs(v))
    return value, v


@misconception("power_iteration", says="the start stands on one side of A in the value")
def value_with_the_start(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = v0 @ A @ v / (v0 @ v)
    return value, v


@misconception(
    "power_iteration", says="the value belongs to the start and not to the vector after the steps"
)
def value_of_the_normalized_start(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = v0 @ A @ v0 / (v0 @ v0)
    return value, v


@misconception(
    "power_iteration", says="the value is the mean of A v, where the Rayleigh quotient is asked for"
)
def value_is_the_mean(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = np.mean(A @ v)
    return value, v


@misconception(
    "power_iteration",
    says="the value is the largest eigenvalue exactly, not that of the vector after n_steps",
)
def value_is_the_largest(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = np.max(np.linalg.eigvalsh(A))
    return value, v


@misconception(
    "power_iteration",
    says="the value is exact, where the Rayleigh quotient after n_steps is asked for",
)
def value_exact(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = max(np.linalg.eigvalsh(A), key=abs)
    return value, v


@misconception(
    "power_iteration",
    says="the vector is turned away from the start, where it should be turned to it",
)
def side_turned_round(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 > 0:
        v = -v
    value = v @ A @ v
    return value, v


@misconception(
    "power_iteration",
    says="the sum of the vector is made positive, where it should be on the side of v0",
)
def side_of_ones(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if np.sum(v) < 0:
        v = -v
    value = v @ A @ v
    return value, v


@misconception(
    "power_iteration",
    says="the largest entry is made positive, where the vector should be on the side of v0",
)
def side_of_the_largest(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v[np.argmax(np.abs(v))] < 0:
        v = -v
    value = v @ A @ v
    return value, v


@misconception("power_iteration", says="the vector is turned round whenever the value is negative")
def side_of_the_value(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ A @ v < 0:
        v = -v
    value = v @ A @ v
    return value, v


@misconception(
    "power_iteration", says="all entries are made positive one by one, which is another vector"
)
def all_entries_positive(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = v @ A @ v
    return value, np.abs(v)


@misconception("power_iteration", says="the vector is divided by its sum, so its length is not 1")
def normalized_by_the_sum(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.sum(v)
    if v @ v0 < 0:
        v = -v
    value = v @ A @ v
    return value, v


@misconception(
    "power_iteration", says="the vector is divided by the sum of its sizes, so its length is not 1"
)
def normalized_by_absolute_sum(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.sum(np.abs(v))
    if v @ v0 < 0:
        v = -v
    value = v @ A @ v
    return value, v


@misconception("power_iteration", says="the vector is divided by its squared length")
def normalized_by_the_square(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / (v @ v)
    if v @ v0 < 0:
        v = -v
    value = v @ A @ v
    return value, v


@misconception("power_iteration", says="the inverse of A is used, which leads to the shortest axis")
def inverse_multiplied(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = np.linalg.pinv(A) @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = v @ A @ v
    return value, v


@misconception("power_iteration", says="every step multiplies by A twice")
def squared_matrix(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ (A @ v)
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = v @ A @ v
    return value, v


@misconception(
    "power_iteration", says="A plus the identity is multiplied, which has other eigenvalues"
)
def matrix_plus_identity(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v + v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = v @ A @ v
    return value, v


@misconception("power_iteration", says="every step starts again from v0")
def every_step_from_the_start(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v0
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = v @ A @ v
    return value, v


@misconception(
    "power_iteration",
    says="A and v are multiplied entry by entry, then averaged over the wrong thing",
)
def entry_by_entry(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = np.mean(A * v, axis=0)
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = v @ A @ v
    return value, v


@misconception("power_iteration", says="v0 is not used as the start: yours is a vector of ones")
def start_of_ones(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = np.ones(len(v0)) / np.sqrt(len(v0))
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = v @ A @ v
    return value, v


@misconception("power_iteration", says="twice n_steps products are taken")
def n_steps_doubled(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(2 * n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = v @ A @ v
    return value, v


@misconception("power_iteration", says="n_steps is not heeded: there are always 100")
def always_a_hundred(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(100):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = v @ A @ v
    return value, v


@misconception(
    "power_iteration",
    says="the vector comes back multiplied by A once more, so its length is not 1",
)
def result_is_an_image(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = v @ A @ v
    return value, A @ v


@misconception("power_iteration", says="the vector is multiplied by the value")
def result_scaled_by_the_value(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = v @ A @ v
    return value, value * v


@misconception("power_iteration", says="the vector is missing in what you return")
def value_alone_squeezed(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    value = v @ A @ v
    return value


# --- covariance ---


@formula("covariance")
def covariance_by_pairs(X):
    X = np.asarray(X, dtype=float)
    n, d = X.shape
    mean = np.sum(X, axis=0) / n
    C = np.zeros((d, d))
    for j in range(d):
        for l in range(d):
            C[j, l] = np.sum((X[:, j] - mean[j]) * (X[:, l] - mean[l])) / n
    return C


@formula("covariance")
def covariance_sample_by_sample(X):
    X = np.asarray(X, dtype=float)
    n, d = X.shape
    mean = X.mean(axis=0)
    C = np.zeros((d, d))
    for i in range(n):
        deviation = X[i] - mean
        C += np.outer(deviation, deviation)
    return C / n


@misconception("covariance", says="the sum is divided by n + 1")
def divided_by_n_plus_one(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D.T @ D / (len(X) + 1)


@misconception("covariance", says="the covariance is halved")
def halved(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D.T @ D / (2 * len(X))


@misconception(
    "covariance",
    says="the sum is divided by the square of n: that is nearly the covariance of the mean",
)
def divided_by_n_squared(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D.T @ D / len(X) ** 2


@misconception("covariance", says="the sum is divided by the root of n")
def divided_by_root_n(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D.T @ D / np.sqrt(len(X))


@misconception(
    "covariance", says="the sum is divided by the number of entries of X, not by that of its rows"
)
def divided_by_all_entries(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D.T @ D / X.size


@misconception("covariance", says="roots of the entries are taken, as for standard deviations")
def roots_of_the_entries(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return np.sign(D.T @ D) * np.sqrt(np.abs(D.T @ D) / len(X))


@misconception("covariance", says="signs are lost: a covariance may be negative")
def absolute_products(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return np.abs(D.T @ D) / len(X)


@misconception(
    "covariance", says="the sizes of the deviations are multiplied, so their signs are lost"
)
def products_of_sizes(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return np.abs(D).T @ np.abs(D) / len(X)


@misconception(
    "covariance", says="only one of the two columns is centered, and the rest is not divided by n"
)
def only_one_side_centered(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return X.T @ D


@misconception("covariance", says="all entries beside the diagonal are zero")
def diagonal_alone(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return np.diag(np.diag(D.T @ D / len(X)))


@misconception("covariance", says="the diagonal is zero, where the variances belong")
def diagonal_left_out(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D.T @ D / len(X) * (1 - np.eye(X.shape[1]))


@misconception(
    "covariance", says="standard deviations stand on the diagonal, where the variances belong"
)
def standard_deviations_on_the_diagonal(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D.T @ D / len(X) - np.diag(np.var(X, axis=0)) + np.diag(np.std(X, axis=0))


@misconception("covariance", says="the half below the diagonal is zero")
def upper_half(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return np.triu(D.T @ D / len(X))


@misconception("covariance", says="one number comes back, the sum of all entries")
def one_number(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return np.sum(D.T @ D) / len(X)


@misconception(
    "covariance", says="one number comes back, the total variance, where a table is asked for"
)
def total_variance(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return np.trace(D.T @ D) / len(X)


@misconception("covariance", says="the median of each column is subtracted, not its mean")
def median_subtracted_from_columns(X):
    X = np.asarray(X, dtype=float)
    D = X - np.median(X, axis=0)
    return D.T @ D / len(X)


@misconception("covariance", says="the first row is subtracted, not the mean")
def first_row_subtracted(X):
    X = np.asarray(X, dtype=float)
    D = X - X[0]
    return D.T @ D / len(X)


@misconception("covariance", says="the mean is added, not subtracted")
def mean_added(X):
    X = np.asarray(X, dtype=float)
    D = X + X.mean(axis=0)
    return D.T @ D / len(X)


@misconception("covariance", says="the sum that makes the mean is divided by n - 1")
def mean_of_n_minus_one(X):
    X = np.asarray(X, dtype=float)
    D = X - X.sum(axis=0) / max(len(X) - 1, 1)
    return D.T @ D / len(X)


@misconception("covariance", says="the sum of each column is subtracted, not its mean")
def sum_subtracted(X):
    X = np.asarray(X, dtype=float)
    D = X - X.sum(axis=0)
    return D.T @ D / len(X)


@misconception(
    "covariance",
    says="the columns are divided by their standard deviations, which makes correlations",
)
def columns_standardized(X):
    X = np.asarray(X, dtype=float)
    s = X.std(axis=0)
    D = (X - X.mean(axis=0)) / np.where(s == 0, 1.0, s)
    return D.T @ D / len(X)


@misconception(
    "covariance", says="the product of the means is added, where it should be subtracted"
)
def means_not_squared_away(X):
    X = np.asarray(X, dtype=float)
    mean = X.mean(axis=0)
    return X.T @ X / len(X) + np.outer(mean, mean)


@misconception(
    "covariance", says="the squared mean of the whole table is subtracted from the mean products"
)
def squared_mean_subtracted(X):
    X = np.asarray(X, dtype=float)
    return X.T @ X / len(X) - np.mean(X) ** 2


@misconception("covariance", says="np.cov divides by n - 1 unless it is told otherwise")
def numpy_with_variables_in_columns(X):
    X = np.asarray(X, dtype=float)
    return np.cov(X, rowvar=False).reshape(X.shape[1], X.shape[1])


@misconception("covariance", says="np.cov takes rows for the variables unless it is told otherwise")
def numpy_with_n_but_rows(X):
    X = np.asarray(X, dtype=float)
    return np.cov(X, ddof=0)


@misconception(
    "covariance",
    says=("np.corrcoef gives correlations, which are covariances divided by standard deviations"),
)
def correlation_by_numpy(X):
    X = np.asarray(X, dtype=float)
    return np.atleast_2d(np.corrcoef(X, rowvar=False))


@misconception(
    "covariance", says="the deviations are squared entry by entry and not multiplied pair by pair"
)
def entrywise_squares(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D**2 / len(X)


# --- propagate ---


@formula("propagate")
def propagate_in_two_steps(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    half = C @ B.T
    product = B @ half
    return 0.5 * (product + product.T)


@formula("propagate")
def propagate_by_sums(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    k, d = B.shape
    out = np.zeros((k, k))
    for a in range(k):
        for c in range(a, k):
            total = 0.0
            for j in range(d):
                for l in range(d):
                    total += B[a, j] * C[j, l] * B[c, l]
            out[a, c] = total
            out[c, a] = total
    return out


@misconception("propagate", says="the result is half of what it should be")
def halved_again(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B @ C @ B.T / 2
    return (P + P.T) / 2


@misconception("propagate", says="the sum over the inputs is divided by their number")
def divided_by_inputs(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B @ C @ B.T / len(C)
    return (P + P.T) / 2


@misconception("propagate", says="the result is divided by the number of outputs")
def divided_by_outputs(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B @ C @ B.T / len(B)
    return (P + P.T) / 2


@misconception("propagate", says="the rows of B are used as if they had to have length 1")
def divided_by_squared_lengths(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = (
        (B / np.linalg.norm(B, axis=1, keepdims=True))
        @ C
        @ (B / np.linalg.norm(B, axis=1, keepdims=True)).T
    )
    return (P + P.T) / 2


@misconception("propagate", says="the inverse of C is propagated, not C")
def inverse_covariance(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B @ np.linalg.pinv(C) @ B.T
    return (P + P.T) / 2


@misconception("propagate", says="C stands in the product twice")
def covariance_squared(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B @ C @ C @ B.T
    return (P + P.T) / 2


@misconception("propagate", says="roots of the entries of C are taken, as for standard deviations")
def root_of_the_covariance(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B @ (np.sign(C) * np.sqrt(np.abs(C))) @ B.T
    return (P + P.T) / 2


@misconception("propagate", says="the signs in B are lost")
def absolute_weights_of_b(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = np.abs(B) @ C @ np.abs(B).T
    return (P + P.T) / 2


@misconception("propagate", says="the signs in C are lost")
def absolute_covariances(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B @ np.abs(C) @ B.T
    return (P + P.T) / 2


@misconception("propagate", says="the mean of each row of B is subtracted, though B is no data")
def rows_of_b_centered(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = (B - B.mean(axis=1, keepdims=True)) @ C @ (B - B.mean(axis=1, keepdims=True)).T
    return (P + P.T) / 2


@misconception("propagate", says="the mean of each column of B is subtracted, though B is no data")
def columns_of_b_centered(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = (B - B.mean(axis=0)) @ C @ (B - B.mean(axis=0)).T
    return (P + P.T) / 2


@misconception("propagate", says="ones are added to the diagonal of the result")
def identity_added(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B @ C @ B.T + np.eye(len(B))
    return (P + P.T) / 2


@misconception("propagate", says="ones are added to the diagonal of C")
def identity_added_to_c(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B @ (C + np.eye(len(C))) @ B.T
    return (P + P.T) / 2


@misconception("propagate", says="only the upper half of C is used")
def upper_half_of_c(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B @ np.triu(C) @ B.T
    return (P + P.T) / 2


@misconception("propagate", says="the variances in C, on its diagonal, are left out")
def off_diagonals_alone(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B @ (C - np.diag(np.diag(C))) @ B.T
    return (P + P.T) / 2


@misconception("propagate", says="all inputs get the same variance, the mean of the diagonal of C")
def trace_for_the_covariance(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = np.trace(C) / len(C) * B @ B.T
    return (P + P.T) / 2


@misconception("propagate", says="the sign is flipped, and variances come out negative")
def sign_flipped(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = -B @ C @ B.T
    return (P + P.T) / 2


@misconception(
    "propagate", says="standard deviations come back, where the whole covariance is asked for"
)
def standard_deviations_returned(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    return np.sqrt(np.diag(B @ C @ B.T))


@misconception(
    "propagate", says="only the variances come back, where the whole covariance is asked for"
)
def variances_of_outputs(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    return np.diag(B @ C @ B.T)


@misconception("propagate", says="roots of the entries are taken")
def entries_rooted(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    return np.sqrt(np.abs((B @ C @ B.T + (B @ C @ B.T).T) / 2))


@misconception(
    "propagate", says="correlations come back: each entry is divided by two standard deviations"
)
def correlations_returned(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    return (
        ((B @ C @ B.T) + (B @ C @ B.T).T)
        / 2
        / np.sqrt(np.outer(np.diag(B @ C @ B.T), np.diag(B @ C @ B.T)))
    )


@misconception("propagate", says="what comes back is C as it was: B has not done anything")
def inputs_covariance_returned(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    return (C + C.T) / 2


@misconception("propagate", says="the half below the diagonal is zero")
def upper_half_returned(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    return np.triu(B @ C @ B.T)


@misconception(
    "propagate", says="the product and its transpose are subtracted, which leaves nothing"
)
def transposed_is_subtracted(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    return (B @ C @ B.T - (B @ C @ B.T).T) / 2


@misconception("propagate", says="the halves are multiplied, where their mean is asked for")
def geometric_mean_of_halves(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    return (B @ C @ B.T) * (B @ C @ B.T).T


@misconception("propagate", says="only one side of C is multiplied by B")
def only_one_product(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    return C @ B.T


# --- normal_log_density ---


@formula("normal_log_density")
def log_density_as_a_difference(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -0.5 * z**2 - np.log(sigma) - 0.5 * np.log(2 * np.pi)


@formula("normal_log_density")
def log_density_with_the_variance(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    variance = sigma**2
    return -((x - mu) ** 2) / (2 * variance) - np.log(2 * np.pi * variance) / 2


@formula("normal_log_density")
def log_density_with_a_factor(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    factor = np.sqrt(2 * np.pi) * sigma
    exponent = -((x - mu) ** 2) / (2 * sigma**2)
    return exponent - np.log(factor)


@misconception(
    "normal_log_density", says="the factor in front of the exponential is missing altogether"
)
def only_the_square(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -(z**2) / 2


@misconception("normal_log_density", says="the exponent has lost its minus sign")
def square_positive(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return z**2 / 2 - np.log(sigma) - np.log(2 * np.pi) / 2


@misconception(
    "normal_log_density",
    says="the logarithm of sigma is added, where a wider density is a lower one",
)
def sigma_added(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -(z**2) / 2 + np.log(sigma) - np.log(2 * np.pi) / 2


@misconception("normal_log_density", says="the constant with 2π is added, where it is subtracted")
def constant_added(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -(z**2) / 2 - np.log(sigma) + np.log(2 * np.pi) / 2


@misconception("normal_log_density", says="the constant has π in it, not 2π")
def pi_without_two(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -(z**2) / 2 - np.log(sigma) - np.log(np.pi) / 2


@misconception(
    "normal_log_density", says="the logarithm of sigma is halved: the root reaches over 2π alone"
)
def half_the_sigma(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -(z**2) / 2 - np.log(sigma) / 2 - np.log(2 * np.pi) / 2


@misconception("normal_log_density", says="the logarithm of sigma is counted twice")
def twice_the_sigma(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -(z**2) / 2 - 2 * np.log(sigma) - np.log(2 * np.pi) / 2


@misconception("normal_log_density", says="the logarithms have base 10, not e")
def logarithm_of_base_ten(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -(z**2) / 2 - np.log10(sigma) - np.log10(2 * np.pi) / 2


@misconception("normal_log_density", says="the logarithm has base 2, not e")
def logarithm_of_base_two(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return (-(z**2) / 2 - np.log(sigma) - np.log(2 * np.pi) / 2) / np.log(2)


@misconception("normal_log_density", says="the square is divided by 4, not by 2")
def quarter_of_the_square(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -(z**2) / 4 - np.log(sigma) - np.log(2 * np.pi) / 2


@misconception("normal_log_density", says="the distance is not squared")
def no_square(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -np.abs(z) / 2 - np.log(sigma) - np.log(2 * np.pi) / 2


@misconception("normal_log_density", says="the distance is not divided by sigma")
def distance_not_divided(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    (x - mu) / sigma
    return -((x - mu) ** 2) / 2 - np.log(sigma) - np.log(2 * np.pi) / 2


@misconception("normal_log_density", says="the distance is multiplied by sigma, not divided")
def distance_multiplied(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    (x - mu) / sigma
    return -(((x - mu) * sigma) ** 2) / 2 - np.log(sigma) - np.log(2 * np.pi) / 2


@misconception("normal_log_density", says="mu is added to x, not subtracted")
def mean_added_to_x(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    (x - mu) / sigma
    return -(((x + mu) / sigma) ** 2) / 2 - np.log(sigma) - np.log(2 * np.pi) / 2


@misconception("normal_log_density", says="mu is not subtracted")
def mean_forgotten(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    (x - mu) / sigma
    return -((x / sigma) ** 2) / 2 - np.log(sigma) - np.log(2 * np.pi) / 2 + 0 * mu


@misconception(
    "normal_log_density", says="sigma is not used: the standard deviation is taken to be 1"
)
def spread_of_one(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    (x - mu) / sigma
    return -((x - mu) ** 2) / 2 - np.log(2 * np.pi) / 2 + 0 * sigma


@misconception(
    "normal_log_density", says="you square 2σ as a whole, where 2 stands before the square"
)
def two_sigma_squared_slip(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    (x - mu) / sigma
    return -((x - mu) ** 2) / (2 * sigma) ** 2 - np.log(sigma) - np.log(2 * np.pi) / 2


@misconception("normal_log_density", says="the whole factor 2πσ has lost its root")
def two_pi_sigma_without_root(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -(z**2) / 2 - np.log(2 * np.pi * sigma)


@misconception("normal_log_density", says="σ stands under the root with 2π")
def root_over_everything(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -(z**2) / 2 - np.log(2 * np.pi * sigma) / 2


@misconception(
    "normal_log_density", says="this is the density that falls like exp(-|z|), not the normal one"
)
def laplace_density(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -np.abs(z) - np.log(2 * sigma)


@misconception("normal_log_density", says="this is a Cauchy density, not the normal one")
def cauchy_density(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -np.log1p(z**2) - np.log(np.pi * sigma)


@misconception("normal_log_density", says="exp and log do not meet: the logarithm is that of 1 + p")
def logarithm_of_the_bell_alone(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return np.log1p(np.exp(-(z**2) / 2) / (sigma * np.sqrt(2 * np.pi)))


@misconception(
    "normal_log_density",
    says="a small number is added to the density before its logarithm is taken",
)
def density_kept_by_a_constant(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return np.log(np.exp(-(z**2) / 2) / (sigma * np.sqrt(2 * np.pi)) + 1e-12)


@misconception("normal_log_density", says="distances are cut off, so that the tails are wrong")
def tails_cut_off(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -(np.clip(z, -30, 30) ** 2) / 2 - np.log(sigma) - np.log(2 * np.pi) / 2


@misconception(
    "normal_log_density",
    says="the log-densities are averaged, where one for each element is asked for",
)
def mean_over_the_elements(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return np.mean(-(z**2) / 2 - np.log(sigma) - np.log(2 * np.pi) / 2)


@misconception("normal_log_density", says="the constant is counted twice")
def spread_of_one_more(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -(z**2) / 2 - np.log(sigma) - np.log(2 * np.pi) / 2 - np.log(2 * np.pi) / 2


@misconception(
    "normal_log_density",
    says="the constant has 2πe in it, as the entropy of a normal distribution has",
)
def entropy_constant(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return -(z**2) / 2 - np.log(sigma) - np.log(2 * np.pi * np.e) / 2


# --- monte_carlo ---


@formula("monte_carlo")
def estimate_by_the_variance(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.sum(values) / n
    variance = np.sum((values - mean) ** 2) / (n - 1)
    return mean, np.sqrt(variance / n)


@formula("monte_carlo")
def estimate_by_the_spread(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    points = sample(n, rng)
    values = np.array(f(points), dtype=float)
    spread = np.std(values, ddof=1)
    return values.mean(), spread / n**0.5


@misconception("monte_carlo", says="the values are summed and not averaged")
def sum_for_the_mean(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    np.mean(values)
    s = np.std(values, ddof=1)
    return np.sum(values), s / np.sqrt(n)


@misconception("monte_carlo", says="the sum that makes the mean is divided by n - 1")
def mean_over_n_minus_one_points(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    np.mean(values)
    s = np.std(values, ddof=1)
    return np.sum(values) / (n - 1), s / np.sqrt(n)


@misconception("monte_carlo", says="the median comes back, where the mean is asked for")
def median_for_the_mean(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    np.mean(values)
    s = np.std(values, ddof=1)
    return np.median(values), s / np.sqrt(n)


@misconception("monte_carlo", says="the spread is multiplied by the root of n, not divided by it")
def error_times_root_n(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    s = np.std(values, ddof=1)
    return mean, s * np.sqrt(n)


@misconception(
    "monte_carlo",
    says=(
        "the spread is divided by the root of n - 1, though its variance has n - 1 in it already"
    ),
)
def error_by_n_minus_one(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    s = np.std(values, ddof=1)
    return mean, s / np.sqrt(n - 1)


@misconception(
    "monte_carlo",
    says="the variance of the values comes back, where the error of their mean is asked for",
)
def variance_for_the_error(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    s = np.std(values, ddof=1)
    return mean, s**2


@misconception(
    "monte_carlo",
    says="the variance is divided by the root of n: the root has to be taken of the whole",
)
def variance_over_root_n(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    s = np.std(values, ddof=1)
    return mean, s**2 / np.sqrt(n)


@misconception("monte_carlo", says="you divide by the fourth root of n")
def root_taken_twice_of_n(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    s = np.std(values, ddof=1)
    return mean, s / n**0.25


@misconception("monte_carlo", says="the error does not know how far the values spread")
def root_n_alone(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    np.std(values, ddof=1)
    return mean, 1 / np.sqrt(n)


@misconception(
    "monte_carlo",
    says="the error is divided by the mean, where it should have the unit of the mean",
)
def relative_error_returned(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    s = np.std(values, ddof=1)
    return mean, s / np.sqrt(n) / mean


@misconception(
    "monte_carlo", says="the error is 1.96 standard errors, the half width of a 95% interval"
)
def interval_of_95(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    s = np.std(values, ddof=1)
    return mean, 1.96 * s / np.sqrt(n)


@misconception("monte_carlo", says="the error is half of what it should be")
def half_the_error(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    s = np.std(values, ddof=1)
    return mean, s / np.sqrt(n) / 2


@misconception("monte_carlo", says="the error comes from absolute distances, not from squared ones")
def mean_absolute_deviation(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    np.std(values, ddof=1)
    return mean, np.mean(np.abs(values - mean)) / np.sqrt(n)


@misconception("monte_carlo", says="the spread is the largest value minus the smallest")
def range_for_the_spread(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    np.std(values, ddof=1)
    return mean, np.ptp(values) / np.sqrt(n)


@misconception("monte_carlo", says="the mean is not subtracted before the values are squared")
def root_mean_square(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    np.std(values, ddof=1)
    return mean, np.sqrt(np.sum(values**2) / (n - 1) / n)


@misconception(
    "monte_carlo",
    says="the error is that of a count, the root of the mean, whatever the values are",
)
def poisson_error(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    np.std(values, ddof=1)
    return mean, np.sqrt(np.abs(mean) / n)


@misconception("monte_carlo", says="the error comes first, where the mean is asked for first")
def error_first(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    s = np.std(values, ddof=1)
    return s / np.sqrt(n), mean


@misconception(
    "monte_carlo", says="the two ends of an interval come back, not its middle and its half width"
)
def ends_of_the_interval(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    s = np.std(values, ddof=1)
    return mean - s / np.sqrt(n), mean + s / np.sqrt(n)


@misconception("monte_carlo", says="all values come back, where their mean is asked for")
def values_returned(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    np.mean(values)
    s = np.std(values, ddof=1)
    return values, s / np.sqrt(n)


@misconception(
    "monte_carlo", says="the spread is that of the points, where the values of f are asked for"
)
def spread_of_the_points(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    points = np.asarray(sample(n, rng), dtype=float)
    values = np.asarray(f(points), dtype=float)
    return values.mean(), np.std(points, ddof=1) / np.sqrt(n)


@misconception("monte_carlo", says="f is not called: these are mean and error of the points")
def f_forgotten(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    points = np.asarray(sample(n, rng), dtype=float)
    return np.mean(points), np.std(points, ddof=1) / np.sqrt(n)


@misconception("monte_carlo", says="the error is divided by the root of n twice")
def errors_divided_twice(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    s = np.std(values, ddof=1)
    return mean, s / np.sqrt(n) / np.sqrt(n)


@misconception("monte_carlo", says="the smallest and the largest value are left out of the mean")
def values_sorted_and_trimmed(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    s = np.std(values, ddof=1)
    return np.mean(np.sort(values)[1:-1]) if n > 2 else mean, s / np.sqrt(n)


@misconception("monte_carlo", says="the mean is cut to an integer")
def values_cut_to_integers(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    s = np.std(values, ddof=1)
    return float(int(mean)), s / np.sqrt(n)


@misconception(
    "monte_carlo", says="points are drawn before those that are used, so yours are other ones"
)
def points_drawn_ahead(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    sample(n, rng)
    values = np.asarray(f(sample(n, rng)), dtype=float)
    return np.mean(values), np.std(values, ddof=1) / np.sqrt(n)


@misconception(
    "monte_carlo", says="the points come from a generator with a seed of your own, not from rng"
)
def seed_of_its_own(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    rng = np.random.default_rng(42)
    values = np.asarray(f(sample(n, rng)), dtype=float)
    return np.mean(values), np.std(values, ddof=1) / np.sqrt(n)
