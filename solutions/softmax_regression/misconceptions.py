"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

# --- log_sum_exp ---


@misconception(
    "log_sum_exp",
    says="the largest logit is subtracted but not added back",
)
def lse_maximum_not_added_back(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    shifted = Z - Z.max(axis=axis, keepdims=True)
    return np.log(np.exp(shifted).sum(axis=axis))


@misconception(
    "log_sum_exp",
    says="you take the mean of the exponentials, not their sum",
)
def lse_mean_of_exponentials(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.amax(Z, axis=axis, keepdims=True)
    out = np.log(np.mean(np.exp(Z - m), axis=axis, keepdims=True)) + m
    return out.squeeze(axis)


@misconception(
    "log_sum_exp",
    says="the largest term is counted twice: it is in your sum and in the 1 of log1p",
)
def lse_largest_term_twice(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = Z.max(axis=axis, keepdims=True)
    rest = np.exp(Z - m).sum(axis=axis)
    return m.squeeze(axis) + np.log1p(rest)


@misconception(
    "log_sum_exp",
    says=(
        "you subtract the smallest logit, so the exponentials of much larger ones still overflow"
    ),
)
def lse_subtracts_minimum(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.min(Z, axis=axis, keepdims=True)
    return np.squeeze(m, axis) + np.log(np.sum(np.exp(Z - m), axis=axis))


@misconception(
    "log_sum_exp",
    says=(
        "you subtract the largest absolute value, so exponentials of very negative "
        "logits all round to 0"
    ),
)
def lse_largest_absolute_value(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    c = np.abs(Z).max(axis=axis, keepdims=True)
    return c.squeeze(axis) + np.log(np.exp(Z - c).sum(axis=axis))


@misconception(
    "log_sum_exp",
    says="you take the logarithm to base 2 where the natural one is asked for",
)
def lse_log2(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = Z.max(axis=axis, keepdims=True)
    return m.squeeze(axis) + np.log2(np.exp(Z - m).sum(axis=axis))


# --- softmax ---


@misconception(
    "softmax",
    says="you normalize over the whole array, so only all rows together sum to 1",
)
def softmax_over_everything(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float) / temperature
    exps = np.exp(Z - np.max(Z))
    return exps / np.sum(exps)


@misconception(
    "softmax",
    says=(
        "the logits are multiplied by the temperature, so a high one makes the "
        "probabilities sharper"
    ),
)
def softmax_times_temperature(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float) * temperature
    e = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@misconception(
    "softmax",
    says=("the logits enter with a minus sign, so the largest gets the smallest probability"),
)
def softmax_of_energies(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    E = np.asarray(Z, dtype=float) / temperature
    boltzmann = np.exp(-(E - E.min(axis=-1, keepdims=True)))
    return boltzmann / boltzmann.sum(axis=-1, keepdims=True)


@misconception(
    "softmax",
    says=(
        "a single largest logit shifts all rows, and the exponentials of those far "
        "below it round to 0"
    ),
)
def softmax_global_maximum(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float) / temperature
    e = np.exp(Z - Z.max())
    return e / e.sum(axis=-1, keepdims=True)


@misconception(
    "softmax",
    says="a temperature of 0 is let through: only negative ones are refused",
)
def softmax_allows_zero_temperature(Z, temperature=1.0):
    if temperature < 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float) / temperature
    e = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@misconception(
    "softmax",
    says=(
        "the logits are divided by the temperature but the shift is not, so exp can still overflow"
    ),
)
def softmax_maximum_not_scaled(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    e = np.exp(Z / temperature - Z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


# --- one_hot ---


@misconception(
    "one_hot",
    says="your array is transposed: each sample is a column, not a row",
)
def one_hot_transposed(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y != np.floor(y))):
        raise ValueError("y out of range")
    return (np.arange(k)[:, None] == y[None, :]).astype(float)


@misconception(
    "one_hot",
    says="negative labels are let through, and -1 counts as the last class",
)
def one_hot_accepts_negative(y, k):
    y = np.asarray(y)
    if np.any(y >= k) or np.any(y != np.floor(y)):
        raise ValueError("y has a label out of range")
    return np.eye(k)[y.astype(int)]


@misconception(
    "one_hot",
    says="every row holds the ones of all labels, not only that of its own",
)
def one_hot_whole_columns(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    Y = np.zeros((y.shape[0], k))
    Y[:, y.astype(int)] = 1
    return Y


@misconception(
    "one_hot",
    says="the labels serve as an index just as they come, which fails for floats",
)
def one_hot_float_labels_fail(y, k):
    y = np.array(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    Y = np.zeros((len(y), k))
    Y[np.arange(len(y)), y] = 1
    return Y


@misconception(
    "one_hot",
    says=("the labels that occur are renumbered, so a class without samples shifts all later ones"),
)
def one_hot_renumbers(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    _, codes = np.unique(y, return_inverse=True)
    return np.eye(k)[codes]


@misconception(
    "one_hot",
    says="every row holds the ones of all labels, not only that of its own",
)
def one_hot_shared_rows(y, k):
    for label in y:
        if label not in range(k):
            raise ValueError(f"y has the label {label}")
    rows = [[0.0] * k] * len(y)
    for i, label in enumerate(y):
        rows[i][int(label)] = 1.0
    return np.array(rows)


# --- softmax_loss ---


@misconception(
    "softmax_loss",
    says="the factor ½ is missing in the penalty",
)
def loss_penalty_without_half(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, len(b))
    data_loss = np.mean(log_sum_exp(Z) - np.sum(Y * Z, axis=1))
    reg_loss = l2 * np.sum(W * W)
    return data_loss + reg_loss


@misconception(
    "softmax_loss",
    says="the penalty is divided by the number of samples",
)
def loss_penalty_over_n(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    n = len(Z)
    total = np.sum(log_sum_exp(Z) - Z[np.arange(n), np.asarray(y, int)])
    return (total + l2 / 2 * np.sum(W**2)) / n


@misconception(
    "softmax_loss",
    says="a small number is added inside the logarithm and changes every value",
)
def loss_small_number_in_log(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    P = softmax(X @ W + b)
    right = P[np.arange(len(P)), np.asarray(y, int)]
    return -np.mean(np.log(right + 1e-8)) + l2 / 2 * np.sum(W**2)


@misconception(
    "softmax_loss",
    says="the mean runs over the classes too, not over the samples alone",
)
def loss_mean_over_all_entries(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    log_P = Z - log_sum_exp(Z)[:, np.newaxis]
    return -np.mean(one_hot(y, W.shape[1]) * log_P) + l2 / 2 * np.sum(W**2)


@misconception(
    "softmax_loss",
    says="the index [:, y] takes the labels of all samples in every row",
)
def loss_all_pairs_of_labels(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    correct = Z[:, np.asarray(y, int)]
    return np.mean(log_sum_exp(Z)[:, None] - correct) + l2 / 2 * np.sum(W**2)


@misconception(
    "softmax_loss",
    says=("you add the losses of separate sigmoids, one for each class, and do not use softmax"),
)
def loss_one_against_rest(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, Z.shape[1])
    bce = np.logaddexp(0, Z) - Y * Z
    return bce.sum(axis=1).mean() + l2 / 2 * np.sum(W**2)


# --- softmax_gradients ---


@misconception(
    "softmax_gradients",
    says="the penalty is missing in the gradient",
)
def gradients_without_penalty(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = X.shape[0]
    dscores = softmax(X @ W + b)
    dscores[np.arange(n), np.asarray(y, int)] -= 1
    dscores /= n
    return X.T @ dscores, dscores.sum(axis=0)


@misconception(
    "softmax_gradients",
    says="the penalty enters the gradient twice as strongly as it should",
)
def gradients_penalty_doubled(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    dZ = (softmax(X @ W + b) - one_hot(y, len(b))) / len(X)
    dW = X.T.dot(dZ)
    dW += 2 * l2 * W
    return dW, np.sum(dZ, axis=0)


@misconception(
    "softmax_gradients",
    says="the biases are penalized as well as the weights",
)
def gradients_penalty_on_biases(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    dZ = (softmax(X @ W + b) - one_hot(y, len(b))) / len(X)
    return X.T @ dZ + l2 * W, dZ.sum(axis=0) + l2 * b


@misconception(
    "softmax_gradients",
    says=("the gradient for the biases is summed over the samples and not divided by their number"),
)
def gradients_bias_summed(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    error = softmax(X @ W + b) - one_hot(y, W.shape[1])
    dW = np.einsum("nd,nk->dk", X, error) / X.shape[0] + l2 * W
    db = error.sum(axis=0)
    return dW, db


@misconception(
    "softmax_gradients",
    says="only the column of the label gets an error, and the other classes get 0",
)
def gradients_label_column_only(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, len(b))
    P = softmax(X @ W + b)
    D = Y * (P - Y)
    return X.T @ D / len(X) + l2 * W, D.mean(axis=0)


@misconception(
    "softmax_gradients",
    says="the two results are exchanged: db comes before dW",
)
def gradients_exchanged(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    error = (softmax(X @ W + b) - one_hot(y, len(b))) / len(X)
    db = error.sum(axis=0)
    dW = X.T @ error + l2 * W
    return db, dW


# --- accuracy ---


@misconception(
    "accuracy",
    says="you return the share of the samples that are not right",
)
def accuracy_error_rate(W, b, X, y):
    predicted = np.argmax(np.dot(X, W) + np.asarray(b), axis=1)
    return np.mean(predicted != np.asarray(y))


@misconception(
    "accuracy",
    says="the biases are left out of the logits",
)
def accuracy_without_bias(W, b, X, y):
    logits = np.matmul(np.asarray(X), np.asarray(W))
    return (logits.argmax(axis=-1) == np.asarray(y)).mean()


@misconception(
    "accuracy",
    says=("of several equal largest logits the last counts as the decision, not the first"),
)
def accuracy_last_of_ties(W, b, X, y):
    Z = np.dot(X, W) + np.asarray(b)
    right = 0
    for row, label in zip(Z, y):
        winner = 0
        for j in range(len(row)):
            if row[j] >= row[winner]:
                winner = j
        right += winner == label
    return right / len(Z)


@misconception(
    "accuracy",
    says=(
        "you average the accuracies of the classes, so rare classes weigh as much as frequent ones"
    ),
)
def accuracy_balanced(W, b, X, y):
    y = np.asarray(y)
    pred = np.argmax(np.dot(X, W) + np.asarray(b), axis=1)
    return np.mean([np.mean(pred[y == c] == c) for c in np.unique(y)])


@misconception(
    "accuracy",
    says="a column meets a flat array, so every sample is paired with every other",
)
def accuracy_all_pairs(W, b, X, y):
    Z = np.dot(X, W) + np.asarray(b)
    y = np.asarray(y).reshape(-1, 1)
    return np.mean(Z.argmax(axis=1) == y)


@misconception(
    "accuracy",
    says=(
        "you average the probabilities of the labels and do not count the samples that are right"
    ),
)
def accuracy_mean_probability(W, b, X, y):
    P = softmax(np.dot(X, W) + np.asarray(b))
    return np.sum(P * one_hot(y, P.shape[1])) / len(P)


# --- fit ---


@misconception(
    "fit",
    says="the penalty is missing, because l2 is not handed on to the gradients",
)
def fit_forgets_l2(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y)
        W -= lr * dW
        b -= lr * db
    return W, b


@misconception(
    "fit",
    says="the loop takes one step too few",
)
def fit_one_step_short(X, y, k, lr, n_steps, l2=0.0):
    params = [np.zeros((np.shape(X)[1], k)), np.zeros(k)]
    for t in range(1, n_steps):
        grads = softmax_gradients(*params, X, y, l2)
        params = [p - lr * g for p, g in zip(params, grads)]
    return tuple(params)


@misconception(
    "fit",
    says="the weights start at small random numbers and not at 0",
)
def fit_random_weights(X, y, k, lr, n_steps, l2=0.0):
    d = np.shape(X)[1]
    np.random.seed(0)
    W = np.random.randn(d, k) * 0.01
    b = np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W = W - lr * dW
        b = b - lr * db
    return W, b


@misconception(
    "fit",
    says="the learning rate shrinks from step to step instead of staying as given",
)
def fit_shrinking_rate(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for t in range(n_steps):
        step = lr / (1 + t)
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - step * dW, b - step * db
    return W, b


@misconception(
    "fit",
    says="the gradient is computed once, at the start, and never again",
)
def fit_stale_gradients(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    dW, db = softmax_gradients(W, b, X, y, l2)
    for _ in range(n_steps):
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="every sample makes a step of its own, not all samples one step together",
)
def fit_one_sample_at_a_time(X, y, k, lr, n_steps, l2=0.0):
    X, y = np.asarray(X, float), np.asarray(y, int)
    n, d = X.shape
    W, b = np.zeros((d, k)), np.zeros(k)
    for _ in range(n_steps):
        for i in range(n):
            p = softmax(X[i] @ W + b)
            p[y[i]] -= 1
            W = W - lr / n * (np.outer(X[i], p) + l2 * W)
            b = b - lr / n * p
    return W, b


# --- formulas as textbooks write them ---


@formula("log_sum_exp")
def log_sum_exp_as_written(Z, axis=-1):
    return np.log(np.sum(np.exp(np.asarray(Z, dtype=float)), axis=axis))


@formula("softmax")
def softmax_as_written(Z, temperature=1.0):
    E = np.exp(np.asarray(Z, dtype=float) / temperature)
    return E / np.sum(E, axis=-1, keepdims=True)


@formula("one_hot")
def one_hot_by_rows_of_the_identity(y, k):
    return np.eye(k)[np.asarray(y)]


@formula("one_hot")
def one_hot_by_a_loop(y, k):
    Y = np.zeros((len(y), k))
    for i in range(len(y)):
        Y[i, y[i]] = 1
    return Y


@formula("softmax_loss")
def loss_by_probabilities(W, b, X, y, l2=0.0):
    P = softmax(np.asarray(X) @ np.asarray(W) + np.asarray(b))
    data = -np.sum(np.log(P[np.arange(len(P)), np.asarray(y)])) / len(P)
    return data + 0.5 * l2 * np.sum(np.asarray(W) ** 2)


@formula("softmax_loss")
def loss_by_one_hot_rows(W, b, X, y, l2=0.0):
    Z = np.asarray(X) @ np.asarray(W) + np.asarray(b)
    Y = one_hot(y, Z.shape[1])
    data = -np.mean(np.sum(Y * np.log(softmax(Z)), axis=1))
    return data + l2 / 2 * np.sum(np.asarray(W) ** 2)


@formula("softmax_gradients")
def gradients_step_by_step(W, b, X, y, l2=0.0):
    X, W = np.asarray(X, dtype=float), np.asarray(W, dtype=float)
    P = softmax(X @ W + np.asarray(b))
    dZ = P - one_hot(y, W.shape[1])
    dW = X.T @ dZ / len(X) + l2 * W
    db = np.sum(dZ, axis=0) / len(X)
    return dW, db


@formula("accuracy")
def accuracy_as_a_share(W, b, X, y):
    Z = np.asarray(X) @ np.asarray(W) + np.asarray(b)
    return np.sum(np.argmax(Z, axis=1) == np.asarray(y)) / len(y)


@formula("fit")
def fit_step_by_step(X, y, k, lr, n_steps, l2=0.0):
    W = np.zeros((np.shape(X)[1], k))
    b = np.zeros(k)
    for step in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W = W - lr * dW
        b = b - lr * db
    return W, b
