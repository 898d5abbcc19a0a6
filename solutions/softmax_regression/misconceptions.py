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
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the loss of "
        "a sure and wrong sample is too small"
    ),
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
    says=(
        "every row averages the logits of several classes and does not take that of its own "
        "label alone"
    ),
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
    says=(
        "the weights that come back lack one step: the loop starts late, ends early or "
        "gives back older weights"
    ),
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


# --- log_sum_exp ---


@misconception(
    "log_sum_exp",
    says="you return the sum of the exponentials and take no logarithm of it",
)
def lse_sum_of_exponentials(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return np.sum(np.exp(Z), axis=axis)


@misconception(
    "log_sum_exp",
    says=(
        "the sum of the shifted exponentials is added to the largest logit without its logarithm"
    ),
)
def lse_maximum_plus_sum(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    total = np.sum(np.exp(Z - m), axis=axis)
    return top + total


@misconception(
    "log_sum_exp",
    says="you return the sum of the shifted exponentials, without logarithm and shift",
)
def lse_shifted_sum_alone(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    total = np.sum(np.exp(Z - m), axis=axis)
    return total


@misconception(
    "log_sum_exp",
    says="exp and log cancel term by term, so the logits themselves are added up",
)
def lse_sum_of_logits(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return np.sum(np.log(np.exp(Z)), axis=axis)


@misconception(
    "log_sum_exp",
    says="you return the mean of the logits, with neither exponentials nor a logarithm",
)
def lse_mean_of_logits(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return np.mean(Z, axis=axis)


@misconception(
    "log_sum_exp",
    says="the largest logit is subtracted once more at the end instead of being added back",
)
def lse_subtracts_twice(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    total = np.sum(np.exp(Z - m), axis=axis)
    return np.log(total) - top


@misconception(
    "log_sum_exp",
    says="the largest logit is multiplied with the logarithm, though the two should be added",
)
def lse_maximum_times(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    total = np.sum(np.exp(Z - m), axis=axis)
    return top * np.log(total)


@misconception(
    "log_sum_exp",
    says="you take the logarithm to base 10 where the natural one is asked for",
)
def lse_log10(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    total = np.sum(np.exp(Z - m), axis=axis)
    return top + np.log10(total)


@misconception(
    "log_sum_exp",
    says="powers of 2 stand where powers of e are asked for",
)
def lse_powers_of_two(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    return np.log(np.sum(2 ** (Z - m), axis=axis)) + top


@misconception(
    "log_sum_exp",
    says="both the exponentials and the logarithm have base 2 and not e",
)
def lse_base_two_throughout(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    return np.log2(np.sum(2 ** (Z - m), axis=axis)) + top


@misconception(
    "log_sum_exp",
    says="you take the logarithm to base 2 where the natural one is asked for",
)
def lse_unshifted_log2(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return np.log2(np.sum(np.exp(Z), axis=axis))


@misconception(
    "log_sum_exp",
    says="1 is added to the sum of the exponentials, as if there were one more logit of 0",
)
def lse_extra_zero(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    total = np.sum(np.exp(Z - m), axis=axis)
    return np.logaddexp(0, top + np.log(total))


@misconception(
    "log_sum_exp",
    says="1 is added to the sum of the exponentials, as if there were one more logit of 0",
)
def lse_starts_at_zero(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    out = np.zeros(Z.sum(axis=axis).shape)
    for row in np.moveaxis(Z, axis, 0):
        out = np.logaddexp(out, row)
    return out


@misconception(
    "log_sum_exp",
    says="1 is added to every exponential and each gets a logarithm of its own before the sum",
)
def lse_sum_of_softplus(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return np.sum(np.logaddexp(0, Z), axis=axis)


@misconception(
    "log_sum_exp",
    says="the largest term itself is left out of the sum",
)
def lse_without_largest(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    total = np.sum(np.exp(Z - m), axis=axis)
    return top + np.log(total - 1)


@misconception(
    "log_sum_exp",
    says="you return the upper bound, the largest logit plus the logarithm of their number",
)
def lse_upper_bound(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    return top + np.log(Z.shape[axis])


@misconception(
    "log_sum_exp",
    says="the largest logit is subtracted, but their mean is added back",
)
def lse_mean_added_back(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    total = np.sum(np.exp(Z - m), axis=axis)
    return np.mean(Z, axis=axis) + np.log(total)


@misconception(
    "log_sum_exp",
    says="the largest logit is subtracted, but the smallest is added back",
)
def lse_minimum_added_back(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    total = np.sum(np.exp(Z - m), axis=axis)
    return np.min(Z, axis=axis) + np.log(total)


@misconception(
    "log_sum_exp",
    says="the largest logit is subtracted, but the first is added back",
)
def lse_first_added_back(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    total = np.sum(np.exp(Z - m), axis=axis)
    return np.take(Z, 0, axis=axis) + np.log(total)


@misconception(
    "log_sum_exp",
    says="the mean of the logits is subtracted, but the largest is added back",
)
def lse_mean_subtracted(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    return top + np.log(np.sum(np.exp(Z - np.mean(Z, axis=axis, keepdims=True)), axis=axis))


@misconception(
    "log_sum_exp",
    says="the largest logit is added at the end, though nothing was subtracted before",
)
def lse_added_without_shift(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    return top + np.log(np.sum(np.exp(Z), axis=axis))


@misconception(
    "log_sum_exp",
    says="the logits are cut off at some size before exp, which changes all results beyond it",
)
def lse_cut_at_500(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return np.log(np.sum(np.exp(np.clip(Z, -500, 500)), axis=axis))


@misconception(
    "log_sum_exp",
    says="the logits are cut off at some size before exp, which changes all results beyond it",
)
def lse_cut_at_100(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return np.log(np.sum(np.exp(np.clip(Z, -100, 100)), axis=axis))


@misconception(
    "log_sum_exp",
    says="the logits are cut off at some size before exp, which changes all results beyond it",
)
def lse_cut_at_50(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return np.log(np.sum(np.exp(np.clip(Z, -50, 50)), axis=axis))


@misconception(
    "log_sum_exp",
    says="the logits are cut off at some size before exp, which changes all results beyond it",
)
def lse_cut_at_20(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return np.log(np.sum(np.exp(np.clip(Z, -20, 20)), axis=axis))


@misconception(
    "log_sum_exp",
    says=(
        "a small number is added to the sum of the exponentials, and the logarithm is "
        "no longer exact"
    ),
)
def lse_small_number_inside(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    total = np.sum(np.exp(Z - m), axis=axis)
    return top + np.log(total + 1e-6)


@misconception(
    "log_sum_exp",
    says="the logits are cut to whole numbers before anything is computed",
)
def lse_whole_numbers(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    return np.log(np.sum(np.exp(np.trunc(Z) - np.trunc(m)), axis=axis)) + np.trunc(top)


@misconception(
    "log_sum_exp",
    says="the sum is computed in single precision, which keeps about seven digits",
)
def lse_single_precision(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    total = np.sum(np.exp(Z - m), axis=axis)
    return (top + np.log(total)).astype(np.float32).astype(float)


@misconception(
    "log_sum_exp",
    says="all signs are turned: you return a smooth minimum and not a smooth maximum",
)
def lse_smooth_minimum(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return -np.logaddexp.reduce(-Z, axis=axis)


@misconception(
    "log_sum_exp",
    says="the logits enter the exponentials with a minus sign",
)
def lse_of_energies(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return np.logaddexp.reduce(-Z, axis=axis)


@misconception(
    "log_sum_exp",
    says="the whole result has its sign turned",
)
def lse_negative(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    total = np.sum(np.exp(Z - m), axis=axis)
    return -(top + np.log(total))


@misconception(
    "log_sum_exp",
    says="the signs of the logits get lost: the exponentials are those of the absolute values",
)
def lse_of_absolute_values(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return np.logaddexp.reduce(np.abs(Z), axis=axis)


@misconception(
    "log_sum_exp",
    says="the logits are squared before the exponentials are taken",
)
def lse_of_squares(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return np.logaddexp.reduce(Z**2, axis=axis)


@misconception(
    "log_sum_exp",
    says="the last logit is left out of the sum",
)
def lse_without_last(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return np.logaddexp.reduce(np.delete(Z, -1, axis=axis), axis=axis)


@misconception(
    "log_sum_exp",
    says="only the largest and the smallest logit enter the sum",
)
def lse_two_logits(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    return np.logaddexp(top, np.min(Z, axis=axis))


@misconception(
    "log_sum_exp",
    says="the exponentials are squared, summed and rooted instead of being added up as they are",
)
def lse_root_mean_square(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return np.logaddexp.reduce(2 * Z, axis=axis) / 2


@misconception(
    "log_sum_exp",
    says="the finished logarithm is divided by the number of logits",
)
def lse_divided_by_count(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    total = np.sum(np.exp(Z - m), axis=axis)
    return (top + np.log(total)) / Z.shape[axis]


@misconception(
    "log_sum_exp",
    says="you return the entropy of the softmax probabilities, not the logarithm of the sum",
)
def lse_entropy(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    P = np.exp(Z - m) / np.sum(np.exp(Z - m), axis=axis, keepdims=True)
    return -np.sum(P * np.log(P + 1e-300), axis=axis)


@misconception(
    "log_sum_exp",
    says=(
        "you return the mean of the logits weighted by their softmax, not the logarithm of the sum"
    ),
)
def lse_weighted_mean(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    E = np.exp(Z - m)
    return np.sum(E * Z, axis=axis) / np.sum(E, axis=axis)


@misconception(
    "log_sum_exp",
    says="the logarithm is taken of the largest logit itself",
)
def lse_log_of_maximum(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    top = np.squeeze(m, axis=axis)
    total = np.sum(np.exp(Z - m), axis=axis)
    return np.log(np.abs(top)) + np.log(total)


@formula("log_sum_exp")
def lse_shifted(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    total = np.sum(np.exp(Z - m), axis=axis)
    m = np.max(Z, axis=axis, keepdims=True)
    total = np.sum(np.exp(Z - m), axis=axis)
    return np.squeeze(m, axis=axis) + np.log(total)


@formula("log_sum_exp")
def lse_in_one_line(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = Z.max(axis=axis, keepdims=True)
    return (m + np.log(np.exp(Z - m).sum(axis=axis, keepdims=True))).squeeze(axis)


@formula("log_sum_exp")
def lse_one_by_one(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    rows = np.moveaxis(Z, axis, 0)
    result = rows[0]
    for row in rows[1:]:
        result = np.logaddexp(result, row)
    return result


@formula("log_sum_exp")
def lse_by_log1p(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    top = np.max(Z, axis=axis)
    rest = np.sum(np.exp(Z - np.expand_dims(top, axis)), axis=axis) - 1
    return top + np.log1p(rest)


# --- softmax ---


@misconception(
    "softmax",
    says="the exponentials are not divided by their sum",
)
def softmax_not_normalized(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    return E


@misconception(
    "softmax",
    says="the exponentials are not divided by their sum",
)
def softmax_plain_exponentials(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    return np.exp(np.minimum(A, 700))


@misconception(
    "softmax",
    says="the exponentials are not divided by their sum",
)
def softmax_divided_by_largest(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    return E / np.max(E, axis=-1, keepdims=True)


@misconception(
    "softmax",
    says=("the exponentials are divided by the root of the sum of their squares, not by their sum"),
)
def softmax_of_length_one(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    return E / np.sqrt(np.sum(E**2, axis=-1, keepdims=True))


@misconception(
    "softmax",
    says="the exponentials are divided by their mean, so the probabilities of a sample sum to k",
)
def softmax_by_the_mean(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    return E / np.mean(E, axis=-1, keepdims=True)


@misconception(
    "softmax",
    says="the exponentials are divided by the number of classes and not by their sum",
)
def softmax_by_the_count(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    return E / E.shape[-1]


@misconception(
    "softmax",
    says="each logit goes through a sigmoid of its own, and nothing ties the classes together",
)
def softmax_sigmoids(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    return 0.5 * (1 + np.tanh(A / 2))


@misconception(
    "softmax",
    says="sigmoids are normalized where exponentials are asked for",
)
def softmax_normalized_sigmoids(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    S = 0.5 * (1 + np.tanh(A / 2)) + 1e-300
    return S / np.sum(S, axis=-1, keepdims=True)


@misconception(
    "softmax",
    says="softplus is normalized where exponentials are asked for",
)
def softmax_normalized_softplus(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    S = np.logaddexp(0, A) + 1e-300
    return S / np.sum(S, axis=-1, keepdims=True)


@misconception(
    "softmax",
    says="the logits themselves are divided by their sum, and no exponential is taken",
)
def softmax_logits_over_their_sum(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    return A / (np.sum(A, axis=-1, keepdims=True) + 1e-300)


@misconception(
    "softmax",
    says="the logits themselves are divided by their sum, and no exponential is taken",
)
def softmax_shifted_logits_over_sum(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    S = A - np.min(A, axis=-1, keepdims=True)
    return S / (np.sum(S, axis=-1, keepdims=True) + 1e-300)


@misconception(
    "softmax",
    says="the logits themselves are divided by their sum, and no exponential is taken",
)
def softmax_absolute_shares(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    return np.abs(A) / (np.sum(np.abs(A), axis=-1, keepdims=True) + 1e-300)


@misconception(
    "softmax",
    says="you return the logarithms of the probabilities",
)
def softmax_logarithms(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    return A - np.logaddexp.reduce(A, axis=-1, keepdims=True)


@misconception(
    "softmax",
    says="you return minus the logarithms of the probabilities",
)
def softmax_negative_logarithms(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    return np.logaddexp.reduce(A, axis=-1, keepdims=True) - A


@misconception(
    "softmax",
    says="powers of 2 stand where powers of e are asked for",
)
def softmax_powers_of_two(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    S = 2 ** (A - np.max(A, axis=-1, keepdims=True))
    return S / np.sum(S, axis=-1, keepdims=True)


@misconception(
    "softmax",
    says="powers of 10 stand where powers of e are asked for",
)
def softmax_powers_of_ten(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    S = 10 ** (A - np.max(A, axis=-1, keepdims=True))
    return S / np.sum(S, axis=-1, keepdims=True)


@misconception(
    "softmax",
    says="the logits are divided by the square of the temperature",
)
def softmax_squared_temperature(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    return normalized((Z) / (temperature**2))


@misconception(
    "softmax",
    says="the logits are divided by the root of the temperature",
)
def softmax_root_of_temperature(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    return normalized((Z) / (temperature**0.5))


@misconception(
    "softmax",
    says="the finished probabilities are divided by the temperature, so they no longer sum to 1",
)
def softmax_divided_at_the_end(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    return normalized(Z) / temperature


@misconception(
    "softmax",
    says="the temperature is divided out in the exponent and once more at the end",
)
def softmax_divided_twice(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return P / temperature


@misconception(
    "softmax",
    says="the temperature is used in the numerator but not in the sum below it",
)
def softmax_temperature_in_numerator(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    S = np.exp(Z - np.max(Z, axis=-1, keepdims=True))
    return E / np.sum(S, axis=-1, keepdims=True)


@misconception(
    "softmax",
    says="the temperature is used in the sum but not in the numerator above it",
)
def softmax_temperature_in_denominator(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    S = np.exp(Z - np.max(Z, axis=-1, keepdims=True))
    return S / np.sum(E, axis=-1, keepdims=True)


@misconception(
    "softmax",
    says="only the shift is divided by the temperature and not the logits",
)
def softmax_temperature_on_shift_only(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    S = np.exp(Z - np.max(Z, axis=-1, keepdims=True) / temperature)
    return S / np.sum(E, axis=-1, keepdims=True)


@misconception(
    "softmax",
    says="the temperature is added to the exponentials and does not divide the logits",
)
def softmax_temperature_added(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    S = np.exp(Z - np.max(Z, axis=-1, keepdims=True)) + temperature
    return S / np.sum(S, axis=-1, keepdims=True)


@misconception(
    "softmax",
    says="a temperature below 1 is raised to 1",
)
def softmax_temperature_at_least_one(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    return normalized((Z) / (max(1.0, temperature)))


@misconception(
    "softmax",
    says="the temperature is cut to a whole number",
)
def softmax_whole_temperature(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    return normalized((Z) / (int(temperature) or 1))


@misconception(
    "softmax",
    says="the logits are cut to whole numbers before anything is computed",
)
def softmax_whole_logits(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    return normalized((np.trunc(Z)) / (temperature))


@misconception(
    "softmax",
    says="the probabilities are rounded",
)
def softmax_rounded(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return np.round(P, 4)


@misconception(
    "softmax",
    says="the probabilities are rounded",
)
def softmax_rounded_to_two(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return np.round(P, 2)


@misconception(
    "softmax",
    says="1 is added to the sum below, as if there were one more class with logit 0",
)
def softmax_extra_zero(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    S = np.exp(np.minimum(A, 700))
    return S / (1 + np.sum(S, axis=-1, keepdims=True))


@misconception(
    "softmax",
    says="1 is added to the sum of the shifted exponentials, so the largest counts twice",
)
def softmax_extra_largest(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    return E / (1 + np.sum(E, axis=-1, keepdims=True))


@misconception(
    "softmax",
    says=(
        "the own exponential is left out of the sum below, which gives odds and not probabilities"
    ),
)
def softmax_odds(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    return E / (np.sum(E, axis=-1, keepdims=True) - E)


@misconception(
    "softmax",
    says="you return one minus each probability",
)
def softmax_complement(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return 1 - P


@misconception(
    "softmax",
    says="you return p times 1 - p, the slope, and not the probability p",
)
def softmax_slope(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return P * (1 - P)


@misconception(
    "softmax",
    says="the probabilities are squared at the end",
)
def softmax_squares(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return P**2


@misconception(
    "softmax",
    says="the probabilities are added up along the classes",
)
def softmax_cumulative(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return np.cumsum(P, axis=-1)


@misconception(
    "softmax",
    says="the probabilities are sorted, so they no longer stand at their classes",
)
def softmax_sorted(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return np.sort(P, axis=-1)


@misconception(
    "softmax",
    says="the probabilities are sorted, so they no longer stand at their classes",
)
def softmax_sorted_down(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return np.sort(P, axis=-1)[..., ::-1]


@misconception(
    "softmax",
    says="the classes come back in reversed order",
)
def softmax_reversed(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return P[..., ::-1]


@misconception(
    "softmax",
    says="all probability goes to the largest logit, as if the temperature were 0",
)
def softmax_hard(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    return (
        (A == np.max(A, axis=-1, keepdims=True))
        * 1.0
        / np.sum(A == np.max(A, axis=-1, keepdims=True), axis=-1, keepdims=True)
    )


@misconception(
    "softmax",
    says="all classes get the same probability, whatever the logits are",
)
def softmax_uniform(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return np.full(Z.shape, 1 / Z.shape[-1]) + 0 * P


@misconception(
    "softmax",
    says="softmax is applied twice, the second time to the probabilities",
)
def softmax_twice(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return normalized(P)


@misconception(
    "softmax",
    says="the signs of the logits get lost before exp",
)
def softmax_of_absolute_logits(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    return normalized((np.abs(Z)) / (temperature))


@misconception(
    "softmax",
    says="the logits are squared before exp",
)
def softmax_of_squared_logits(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    return normalized((Z**2) / (temperature))


@misconception(
    "softmax",
    says="negative logits are set to 0 before exp",
)
def softmax_of_positive_part(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    return normalized((np.maximum(Z, 0)) / (temperature))


@misconception(
    "softmax",
    says="the logits of a sample are scaled to a standard deviation of 1 before exp",
)
def softmax_of_standardized_logits(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    return normalized(A / (np.std(A, axis=-1, keepdims=True) + 1e-12))


@misconception(
    "softmax",
    says="the logits are divided by the largest of them, which should be subtracted",
)
def softmax_of_logits_over_maximum(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    return normalized(A / (np.max(A, axis=-1, keepdims=True) + 1e-300))


@misconception(
    "softmax",
    says="the logits are scaled to length 1 before exp",
)
def softmax_of_normed_logits(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    return normalized(A / (np.linalg.norm(A, axis=-1, keepdims=True) + 1e-300))


@misconception(
    "softmax",
    says="1 is subtracted from the exponentials before they are normalized",
)
def softmax_exp_minus_one(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    S = np.expm1(np.minimum(A, 700))
    return S / (np.sum(S, axis=-1, keepdims=True) + 1e-300)


@misconception(
    "softmax",
    says="the logits are cut off at some size before exp, so probabilities beyond it are wrong",
)
def softmax_cut_at_500(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    return normalized((np.clip(Z, -500, 500)) / (temperature))


@misconception(
    "softmax",
    says="the logits are cut off at some size before exp, so probabilities beyond it are wrong",
)
def softmax_cut_at_700(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    return normalized((np.clip(Z, -700, 700)) / (temperature))


@misconception(
    "softmax",
    says="the logits are cut off at some size before exp, so probabilities beyond it are wrong",
)
def softmax_cut_at_709(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    return normalized(np.clip(A, -709, 709))


@misconception(
    "softmax",
    says="the logits are cut off at some size before exp, so probabilities beyond it are wrong",
)
def softmax_cut_at_100(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    return normalized(np.clip(A, -100, 100))


@misconception(
    "softmax",
    says="the logits are cut off at some size before exp, so probabilities beyond it are wrong",
)
def softmax_cut_at_50(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    return normalized(np.clip(A, -50, 50))


@misconception(
    "softmax",
    says="the logits are cut off at some size before exp, so probabilities beyond it are wrong",
)
def softmax_cut_at_20(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    return normalized(np.clip(A, -20, 20))


@misconception(
    "softmax",
    says="the logits are cut off at some size before exp, so probabilities beyond it are wrong",
)
def softmax_cut_above_700(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    return normalized(np.minimum(A, 700))


@misconception(
    "softmax",
    says="a small number is added, so the probabilities are no longer exact",
)
def softmax_small_number_in_sum(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    return E / (np.sum(E, axis=-1, keepdims=True) + 1e-8)


@misconception(
    "softmax",
    says="a small number is added, so the probabilities are no longer exact",
)
def softmax_smaller_number_in_sum(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    return E / (np.sum(E, axis=-1, keepdims=True) + 1e-6)


@misconception(
    "softmax",
    says="a small number is added, so the probabilities are no longer exact",
)
def softmax_small_number_on_top(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return P + 1e-8


@misconception(
    "softmax",
    says="tiny probabilities are raised to a lower limit, so they are no longer exact",
)
def softmax_clipped_at_1e_7(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return np.clip(P, 1e-7, 1 - 1e-7)


@misconception(
    "softmax",
    says="tiny probabilities are raised to a lower limit, so they are no longer exact",
)
def softmax_clipped_at_1e_15(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return np.clip(P, 1e-15, 1 - 1e-15)


@misconception(
    "softmax",
    says="tiny probabilities are raised to a lower limit, so they are no longer exact",
)
def softmax_clipped_at_1e_10(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return np.clip(P, 1e-10, 1.0)


@misconception(
    "softmax",
    says="tiny probabilities are raised to a lower limit, so they are no longer exact",
)
def softmax_clipped_at_1e_8(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return np.clip(P, 1e-8, 1.0)


@misconception(
    "softmax",
    says="the probabilities are computed in single precision, which keeps about seven digits",
)
def softmax_single_precision(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    P = E / np.sum(E, axis=-1, keepdims=True)
    return P.astype(np.float32).astype(float)


@misconception(
    "softmax",
    says=(
        "the last class gets what the sum of the others leaves of 1, though its "
        "exponential is in no sum"
    ),
)
def softmax_last_of_k_minus_one(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    S = np.exp(A - np.max(A, axis=-1, keepdims=True))
    S[..., -1] = 0
    S = S / (np.sum(S, axis=-1, keepdims=True) + 1)
    S[..., -1] = 1 - np.sum(S, axis=-1)
    return S


@misconception(
    "softmax",
    says="you normalize along the first axis, so the columns sum to 1",
)
def softmax_sum_over_samples(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    S = np.exp(A - np.max(A, axis=0, keepdims=True))
    return S / np.sum(S, axis=0, keepdims=True)


@misconception(
    "softmax",
    says="every sample is divided by the sum of the first sample",
)
def softmax_first_row_sum(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    return E / np.sum(E if E.ndim == 1 else E[0])


@misconception(
    "softmax",
    says="the logits enter with a minus sign, so the largest gets the smallest probability",
)
def softmax_divided_by_energy(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")

    def normalized(A):
        E = np.exp(A - np.max(A, axis=-1, keepdims=True))
        return E / np.sum(E, axis=-1, keepdims=True)

    Z = np.asarray(Z, dtype=float)
    return normalized((-Z) / (temperature))


@formula("softmax")
def softmax_by_shifted_logits(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    E = np.exp(A - np.max(A, axis=-1, keepdims=True))
    Z = Z / temperature
    Z = Z - np.max(Z, axis=-1, keepdims=True)
    E = np.exp(Z)
    return E / np.sum(E, axis=-1, keepdims=True)


@formula("softmax")
def softmax_by_log_sum_exp(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    Z = Z / temperature
    m = np.max(Z, axis=-1, keepdims=True)
    return np.exp(Z - m - np.log(np.sum(np.exp(Z - m), axis=-1, keepdims=True)))


@formula("softmax")
def softmax_as_boltzmann(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    energies = -Z
    weights = np.exp(-energies / temperature)
    partition = np.sum(weights, axis=-1, keepdims=True)
    return weights / partition


@formula("softmax")
def softmax_by_pairs(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z / temperature
    return 1 / np.sum(np.exp(A[..., None, :] - A[..., :, None]), axis=-1)


# --- one_hot ---


@misconception(
    "one_hot",
    says="the labels are counted from 1, so every 1 stands one column too far to the left",
)
def one_hot_one_based(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    return np.eye(k)[labels - 1]


@misconception(
    "one_hot",
    says="every 1 stands one column too far to the right",
)
def one_hot_one_too_far(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    return np.eye(k)[(labels + 1) % k]


@misconception(
    "one_hot",
    says="zeros and ones are exchanged: the label has the 0 and all others the 1",
)
def one_hot_inverted(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return 1 - Y


@misconception(
    "one_hot",
    says="the other classes get -1 where 0 belongs",
)
def one_hot_minus_one(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return 2 * Y - 1


@misconception(
    "one_hot",
    says="the label gets -1 and not 1",
)
def one_hot_negative(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return -Y


@misconception(
    "one_hot",
    says="the label itself stands in its column, where a 1 belongs",
)
def one_hot_label_in_place(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return Y * labels[:, None]


@misconception(
    "one_hot",
    says="the label, counted from 1, stands in its column, where a 1 belongs",
)
def one_hot_label_plus_one_in_place(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return Y * (labels[:, None] + 1)


@misconception(
    "one_hot",
    says="the label is repeated in every column of its row",
)
def one_hot_label_everywhere(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    return np.repeat(labels[:, None], k, axis=1).astype(float)


@misconception(
    "one_hot",
    says=(
        "the ones are lowered and the zeros raised, so a row is no longer a single 1 among zeros"
    ),
)
def one_hot_smoothed(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return 0.9 * Y + 0.1 / k


@misconception(
    "one_hot",
    says=(
        "the ones are lowered and the zeros raised, so a row is no longer a single 1 among zeros"
    ),
)
def one_hot_softly_smoothed(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return Y * 0.99 + (1 - Y) * 0.01


@misconception(
    "one_hot",
    says="each row holds a 1 at every class up to the label, not at the label alone",
)
def one_hot_thermometer(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    return (np.arange(k) <= labels[:, None]).astype(float)


@misconception(
    "one_hot",
    says="each row holds a 1 at every class below the label, not at the label",
)
def one_hot_thermometer_without_label(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    return (np.arange(k) < labels[:, None]).astype(float)


@misconception(
    "one_hot",
    says="each row holds a 1 at every class from the label on, not at the label alone",
)
def one_hot_thermometer_upward(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    return (np.arange(k) >= labels[:, None]).astype(float)


@misconception(
    "one_hot",
    says="every row holds the shares of the classes among all labels, not its own label",
)
def one_hot_frequencies(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    return np.tile(np.bincount(labels, minlength=k) / len(labels), (len(labels), 1))


@misconception(
    "one_hot",
    says="the ones are divided by a number, so the rows no longer sum to 1",
)
def one_hot_divided_by_n(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return Y / len(labels)


@misconception(
    "one_hot",
    says="the ones are divided by a number, so the rows no longer sum to 1",
)
def one_hot_divided_by_k(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return Y / k


@misconception(
    "one_hot",
    says="the ones are divided by how often their class occurs",
)
def one_hot_divided_by_class_size(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return Y / np.maximum(Y.sum(axis=0), 1)


@misconception(
    "one_hot",
    says="the ones stand on the diagonal, whatever the labels are",
)
def one_hot_diagonal(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    return np.eye(len(labels), k)


@misconception(
    "one_hot",
    says="the classes are counted from the right, so the columns stand in reversed order",
)
def one_hot_from_the_right(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return Y[:, ::-1]


@misconception(
    "one_hot",
    says="the samples come in reversed order",
)
def one_hot_rows_reversed(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return Y[::-1]


@misconception(
    "one_hot",
    says="only the first sample gets its 1, and all other rows stay at zero",
)
def one_hot_first_only(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    Y[1:] = 0
    return Y


@misconception(
    "one_hot",
    says="only the last sample gets its 1, and all other rows stay at zero",
)
def one_hot_last_only(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    Y[:-1] = 0
    return Y


@misconception(
    "one_hot",
    says="the last sample does not get its 1",
)
def one_hot_without_last_sample(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    Y[-1] = 0
    return Y


@misconception(
    "one_hot",
    says="class 0 gets a row of zeros, so it has no 1 anywhere",
)
def one_hot_class_zero_empty(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    Y[:, 0] = 0
    return Y


@misconception(
    "one_hot",
    says="the last class gets a row of zeros, so it has no 1 anywhere",
)
def one_hot_last_class_empty(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    Y[:, -1] = 0
    return Y


@misconception(
    "one_hot",
    says="the row is not set back to zero between samples, so ones of earlier samples stay",
)
def one_hot_ones_stay(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return np.maximum.accumulate(Y, axis=0)


@misconception(
    "one_hot",
    says="the row is not set back to zero between samples, so ones of earlier samples stay",
)
def one_hot_counts_so_far(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return np.cumsum(Y, axis=0)


@misconception(
    "one_hot",
    says="the label is written in binary digits, not as a single 1 at its place",
)
def one_hot_binary_code(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    return ((labels[:, None] >> np.arange(k)) & 1).astype(float)


@misconception(
    "one_hot",
    says="softmax is applied to the rows, so they hold no zeros and ones any more",
)
def one_hot_softmax_of_code(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return softmax(Y)


@misconception(
    "one_hot",
    says="every entry is 0: no label gets its 1",
)
def one_hot_all_zeros(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    return np.zeros((len(labels), k))


@misconception(
    "one_hot",
    says="all rows hold the 1 of the last label",
)
def one_hot_all_rows_of_last(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return np.tile(Y[-1], (len(labels), 1))


@misconception(
    "one_hot",
    says="all rows hold the 1 of the first label",
)
def one_hot_all_rows_of_first(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    labels = y.astype(int)
    Y = np.eye(k)[labels]
    return np.tile(Y[0], (len(labels), 1))


@formula("one_hot")
def one_hot_by_comparison(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    return (y[:, None] == np.arange(k)).astype(float)


@formula("one_hot")
def one_hot_by_two_indices(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    Y = np.zeros((len(y), k))
    Y[np.arange(len(y)), y.astype(int)] = 1
    return Y


@formula("one_hot")
def one_hot_by_two_loops(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    Y = np.zeros((len(y), k))
    for i in range(len(y)):
        for j in range(k):
            if y[i] == j:
                Y[i, j] = 1
    return Y


# --- softmax_loss ---


@misconception(
    "softmax_loss",
    says="you take the logarithm to base 2 where the natural one is asked for",
)
def loss_log2(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(losses) / np.log(2) + penalty


@misconception(
    "softmax_loss",
    says="you take the logarithm to base 10 where the natural one is asked for",
)
def loss_log10(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(losses) / np.log(10) + penalty


@misconception(
    "softmax_loss",
    says="the probabilities of the labels are averaged without a logarithm",
)
def loss_without_logarithm(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(right) + penalty


@misconception(
    "softmax_loss",
    says="the probabilities of the labels are averaged without a logarithm",
)
def loss_mean_probability(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(right) + penalty


@misconception(
    "softmax_loss",
    says="you average the probabilities of all other classes, with no logarithm",
)
def loss_missing_probability(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(1 - right) + penalty


@misconception(
    "softmax_loss",
    says="you average the probabilities of the labels first and take the logarithm afterwards",
)
def loss_log_of_mean(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.log(np.mean(right)) + penalty


@misconception(
    "softmax_loss",
    says="you return the squared error of the probabilities, not a likelihood",
)
def loss_squared_error(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(np.sum((P - Y) ** 2, axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="you return half the squared error of the probabilities, not a likelihood",
)
def loss_half_squared_error(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(np.sum((P - Y) ** 2, axis=1)) / 2 + penalty


@misconception(
    "softmax_loss",
    says="you return the mean squared error of the probabilities, not a likelihood",
)
def loss_squared_error_of_entries(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean((P - Y) ** 2) + penalty


@misconception(
    "softmax_loss",
    says="you add up the distances between probabilities and labels, with no logarithm",
)
def loss_absolute_error(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(np.sum(np.abs(P - Y), axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="the logits are compared with the labels by squares, with no softmax",
)
def loss_squared_error_of_logits(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(np.sum((Z - Y) ** 2, axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="you return a hinge loss with margin 1, not the cross-entropy",
)
def loss_hinge(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    margins = np.maximum(0, Z - np.sum(Y * Z, axis=1)[:, None] + 1) * (1 - Y)
    return np.mean(np.sum(margins, axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="the largest logit stands in place of log-sum-exp, so the maximum is not smooth",
)
def loss_hard_maximum(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(np.max(Z, axis=1) - np.sum(Y * Z, axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="you return the share of the samples that are not right, not a likelihood",
)
def loss_share_of_errors(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    Z = X @ W + b
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(np.argmax(Z, axis=1) != labels) + penalty


@misconception(
    "softmax_loss",
    says="the class with the largest probability counts and not the label",
)
def loss_of_the_winner(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    P = softmax(Z)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(np.max(P, axis=1))) + penalty


@misconception(
    "softmax_loss",
    says="the labels do not enter: you return the mean entropy of the probabilities",
)
def loss_entropy(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    P = softmax(Z)
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(log_sum_exp(Z) - np.sum(P * Z, axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="the logarithms of all classes are added up, not only that of the label",
)
def loss_all_classes(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(np.sum(log_sum_exp(Z)[:, None] - Z, axis=1)) + penalty


@misconception(
    "softmax_loss",
    says=(
        "every row averages the logits of several classes and does not take that of its "
        "own label alone"
    ),
)
def loss_mean_of_all_classes(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(log_sum_exp(Z)[:, None] - Z) + penalty


@misconception(
    "softmax_loss",
    says="the logit of the label is added to log-sum-exp where it should be subtracted",
)
def loss_plus_logit(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(log_sum_exp(Z) + np.sum(Y * Z, axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="the logit of the label is missing: you average log-sum-exp alone",
)
def loss_without_logit(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(log_sum_exp(Z)) + penalty


@misconception(
    "softmax_loss",
    says="log-sum-exp is missing: you average the logits of the labels alone",
)
def loss_logit_alone(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.sum(Y * Z, axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="log-sum-exp is missing: you average the logits of the labels alone",
)
def loss_positive_logit_alone(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(np.sum(Y * Z, axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="the minus sign before the log-likelihood is missing",
)
def loss_sign_of_data(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(losses) + penalty


@misconception(
    "softmax_loss",
    says="the penalty is subtracted from the loss",
)
def loss_sign_of_penalty(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(losses) - penalty


@misconception(
    "softmax_loss",
    says="softmax runs along the samples and not along the classes",
)
def loss_softmax_over_samples(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    P = softmax(Z.T).T
    return -np.mean(np.log(np.sum(P * Y, axis=1))) + penalty


@misconception(
    "softmax_loss",
    says="softmax is normalized over all samples together and not for each",
)
def loss_softmax_over_everything(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.sum(Y * (Z - log_sum_exp(Z.ravel())), axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="the logits enter with a minus sign",
)
def loss_negative_logits(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(log_sum_exp(-Z) + np.sum(Y * Z, axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="the biases are subtracted from the logits",
)
def loss_bias_subtracted(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    Z = X @ W - b
    return np.mean(log_sum_exp(Z) - np.sum(Y * Z, axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="the biases are added to the logits twice",
)
def loss_bias_twice(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    Z = X @ W + 2 * b
    return np.mean(log_sum_exp(Z) - np.sum(Y * Z, axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="the biases multiply the weighted sums instead of being added",
)
def loss_bias_multiplied(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    Z = (X @ W) * b
    return np.mean(log_sum_exp(Z) - np.sum(Y * Z, axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="the biases are in the logit of the label but not in log-sum-exp",
)
def loss_bias_in_label_only(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(log_sum_exp(X @ W) - np.sum(Y * Z, axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="the cross-entropy carries a factor ½ that does not belong there",
)
def loss_halved(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(losses) / 2 + penalty


@misconception(
    "softmax_loss",
    says="the cross-entropy carries a factor 2 that does not belong there",
)
def loss_doubled(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return 2 * np.mean(losses) + penalty


@misconception(
    "softmax_loss",
    says="the loss is divided by another number than that of the samples",
)
def loss_over_d(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.sum(losses) / X.shape[1] + penalty


@misconception(
    "softmax_loss",
    says="the loss is divided by another number than that of the samples",
)
def loss_over_k(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.sum(losses) / W.shape[1] + penalty


@misconception(
    "softmax_loss",
    says="the loss is divided by another number than that of the samples",
)
def loss_over_n_minus_one(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.sum(losses) / max(n - 1, 1) + penalty


@misconception(
    "softmax_loss",
    says="the loss is divided by the number of samples twice",
)
def loss_over_n_twice(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(losses) / n + penalty


@misconception(
    "softmax_loss",
    says="the loss is divided by another number than that of the samples",
)
def loss_sum_with_half(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.sum(losses) / 2 + penalty


@misconception(
    "softmax_loss",
    says="the other classes enter by ln(1 - p), as in two-class losses, on top of the label",
)
def loss_both_terms(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    penalty = l2 / 2 * np.sum(W**2)
    Q = np.clip(1 - P, 1e-300, 1)
    return -np.mean(np.sum(Y * np.log(P + 1e-300) + (1 - Y) * np.log(Q), axis=1)) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the other classes enter by ln(1 - p), as in two-class losses, and the mean "
        "runs over all entries"
    ),
)
def loss_both_terms_of_entries(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    penalty = l2 / 2 * np.sum(W**2)
    Q = np.clip(1 - P, 1e-300, 1)
    return -np.mean(Y * np.log(P + 1e-300) + (1 - Y) * np.log(Q)) + penalty


@misconception(
    "softmax_loss",
    says="only the other classes enter, by ln(1 - p), and the label itself does not",
)
def loss_other_classes_only(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    penalty = l2 / 2 * np.sum(W**2)
    Q = np.clip(1 - P, 1e-300, 1)
    return -np.mean(np.sum((1 - Y) * np.log(Q), axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="the logarithm is taken of 1 - p and not of the probability p of the label",
)
def loss_one_minus_right(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(np.clip(1 - right, 1e-300, 1))) + penalty


@misconception(
    "softmax_loss",
    says="the logit of the label goes through a sigmoid, and the other classes do not enter",
)
def loss_sigmoid_of_label(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(np.logaddexp(0, -np.sum(Y * Z, axis=1))) + penalty


@misconception(
    "softmax_loss",
    says=(
        "you average the losses of separate sigmoids, one for each class, and do not use softmax"
    ),
)
def loss_sigmoids_of_entries(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(np.logaddexp(0, Z) - Y * Z) + penalty


@misconception(
    "softmax_loss",
    says="each class is averaged by itself, so rare labels weigh as much as frequent ones",
)
def loss_balanced(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean([np.mean(losses[labels == label]) for label in np.unique(labels)]) + penalty


@misconception(
    "softmax_loss",
    says="exp is taken of the cross-entropy at the end",
)
def loss_perplexity(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.exp(np.minimum(np.mean(losses), 700)) + penalty


@misconception(
    "softmax_loss",
    says="you return the largest loss of a sample and not the mean",
)
def loss_largest(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.max(losses) + penalty


@misconception(
    "softmax_loss",
    says="you return the loss of the first sample alone",
)
def loss_first_sample(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return losses[0] + penalty


@misconception(
    "softmax_loss",
    says="you return the loss of the last sample alone",
)
def loss_last_sample(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return losses[-1] + penalty


@misconception(
    "softmax_loss",
    says="return stands inside the loop, so only the first sample counts",
)
def loss_first_sample_over_n(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return losses[0] / n + penalty


@misconception(
    "softmax_loss",
    says=(
        "the total is replaced at every sample instead of being added up, so only the "
        "last one counts"
    ),
)
def loss_last_sample_over_n(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return losses[-1] / n + penalty


@misconception(
    "softmax_loss",
    says="the last sample is left out of the sum",
)
def loss_without_last_sample(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.sum(losses[:-1]) / n + penalty


@misconception(
    "softmax_loss",
    says="some samples add nothing to the loss: the first, or those with label 0",
)
def loss_without_first_sample(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.sum(losses[1:]) / n + penalty


@misconception(
    "softmax_loss",
    says="some samples add nothing to the loss: the first, or those with label 0",
)
def loss_without_class_zero(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    labels = np.asarray(y).astype(int)
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.sum(losses * (labels > 0)) / n + penalty


@misconception(
    "softmax_loss",
    says=("the logarithm of each probability is multiplied by the label, as if it were a quantity"),
)
def loss_label_as_number(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(labels * losses) + penalty


@misconception(
    "softmax_loss",
    says="the labels are counted from 1, so the probability of the wrong class is taken",
)
def loss_labels_from_one(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    labels = np.asarray(y).astype(int)
    Z = X @ W + b
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(log_sum_exp(Z) - Z[np.arange(n), labels - 1]) + penalty


@misconception(
    "softmax_loss",
    says="the probability of the first class is taken whatever the label is",
)
def loss_first_class(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(log_sum_exp(Z) - Z[:, 0]) + penalty


@misconception(
    "softmax_loss",
    says="log-sum-exp has lost its largest logit, which was subtracted and not added back",
)
def loss_shift_not_added(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    return (
        np.mean(
            np.log(np.sum(np.exp(Z - Z.max(axis=1, keepdims=True)), axis=1)) - np.sum(Y * Z, axis=1)
        )
        + penalty
    )


@misconception(
    "softmax_loss",
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the "
        "loss of a sure and wrong sample is too small"
    ),
)
def loss_eps_1e_12(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(right + 1e-12)) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the "
        "loss of a sure and wrong sample is too small"
    ),
)
def loss_eps_1e_10(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(right + 1e-10)) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the "
        "loss of a sure and wrong sample is too small"
    ),
)
def loss_eps_1e_9(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(right + 1e-9)) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the "
        "loss of a sure and wrong sample is too small"
    ),
)
def loss_eps_1e_15(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(right + 1e-15)) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the "
        "loss of a sure and wrong sample is too small"
    ),
)
def loss_eps_1e_16(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(right + 1e-16)) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the "
        "loss of a sure and wrong sample is too small"
    ),
)
def loss_eps_1e_7(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(right + 1e-7)) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the "
        "loss of a sure and wrong sample is too small"
    ),
)
def loss_eps_1e_300(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(right + 1e-300)) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the "
        "loss of a sure and wrong sample is too small"
    ),
)
def loss_eps_float(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(right + np.finfo(float).eps)) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the "
        "loss of a sure and wrong sample is too small"
    ),
)
def loss_eps_tiny(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(np.maximum(right, np.finfo(float).tiny))) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the "
        "loss of a sure and wrong sample is too small"
    ),
)
def loss_clip_1e_12(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(np.clip(right, 1e-12, 1))) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the "
        "loss of a sure and wrong sample is too small"
    ),
)
def loss_clip_1e_12_both(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(np.clip(right, 1e-12, 1 - 1e-12))) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the "
        "loss of a sure and wrong sample is too small"
    ),
)
def loss_clip_1e_15(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(np.clip(right, 1e-15, 1 - 1e-15))) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the "
        "loss of a sure and wrong sample is too small"
    ),
)
def loss_clip_1e_10(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(np.clip(right, 1e-10, 1))) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the "
        "loss of a sure and wrong sample is too small"
    ),
)
def loss_clip_1e_9(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(np.clip(right, 1e-9, 1))) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the "
        "loss of a sure and wrong sample is too small"
    ),
)
def loss_clip_1e_8(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(np.clip(right, 1e-8, 1))) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the probabilities are kept away from 0 by a limit or a small number, so the "
        "loss of a sure and wrong sample is too small"
    ),
)
def loss_clip_1e_7(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    P = softmax(Z)
    right = np.sum(P * Y, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return -np.mean(np.log(np.clip(right, 1e-7, 1 - 1e-7))) + penalty


@misconception(
    "softmax_loss",
    says=(
        "the logits are cut off at some size, so the loss of a sure and wrong sample is too small"
    ),
)
def loss_logits_cut(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    penalty = l2 / 2 * np.sum(W**2)
    Z = np.clip(Z, -700, 700)
    return np.mean(log_sum_exp(Z) - np.sum(Y * Z, axis=1)) + penalty


@misconception(
    "softmax_loss",
    says="the norm of the weights is not squared in the penalty",
)
def loss_penalty_norm(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    return np.mean(losses) + l2 / 2 * np.linalg.norm(W)


@misconception(
    "softmax_loss",
    says="the penalty adds up absolute weights, not squared ones",
)
def loss_penalty_absolute(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    return np.mean(losses) + l2 * np.sum(np.abs(W))


@misconception(
    "softmax_loss",
    says="the penalty is a mean of the squared weights and not their sum",
)
def loss_penalty_mean(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    return np.mean(losses) + l2 / 2 * np.mean(W**2)


@misconception(
    "softmax_loss",
    says="the weights are added up first and squared afterwards in the penalty",
)
def loss_penalty_sum_squared(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    return np.mean(losses) + l2 / 2 * np.sum(W) ** 2


@misconception(
    "softmax_loss",
    says="the weights are not squared in the penalty",
)
def loss_penalty_not_squared(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    return np.mean(losses) + l2 / 2 * np.sum(W)


@misconception(
    "softmax_loss",
    says="l2 is squared in the penalty",
)
def loss_penalty_l2_squared(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    return np.mean(losses) + l2**2 / 2 * np.sum(W**2)


@misconception(
    "softmax_loss",
    says="the penalty is twice the sum of squares: it is multiplied by 2 and not halved",
)
def loss_penalty_doubled(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    return np.mean(losses) + 2 * l2 * np.sum(W**2)


@misconception(
    "softmax_loss",
    says="the penalty is added once for each sample",
)
def loss_penalty_times_n(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return np.mean(losses) + n * penalty


@misconception(
    "softmax_loss",
    says="the penalty is taken of the biases and not of the weights",
)
def loss_penalty_of_biases_only(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    return np.mean(losses) + l2 / 2 * np.sum(b**2)


@misconception(
    "softmax_loss",
    says="the weights of the last feature are left out of the penalty",
)
def loss_penalty_without_last_row(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    return np.mean(losses) + l2 / 2 * np.sum(W[:-1] ** 2)


@misconception(
    "softmax_loss",
    says="the penalty does not depend on l2",
)
def loss_penalty_without_l2(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    return np.mean(losses) + np.sum(W**2) / 2


@misconception(
    "softmax_loss",
    says="the penalty is halved twice",
)
def loss_penalty_quarter(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    return np.mean(losses) + l2 / 4 * np.sum(W**2)


@misconception(
    "softmax_loss",
    says="the penalty is divided by the number of classes",
)
def loss_penalty_over_k(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    return np.mean(losses) + l2 / 2 * np.sum(W**2) / W.shape[1]


@misconception(
    "softmax_loss",
    says="the penalty is the root of the sum of squares, with l2 under it or not",
)
def loss_penalty_root(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    return np.mean(losses) + l2 * np.linalg.norm(W)


@misconception(
    "softmax_loss",
    says="only the penalty is returned when there is one",
)
def loss_data_lost(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    losses = log_sum_exp(Z) - np.sum(Y * Z, axis=1)
    penalty = l2 / 2 * np.sum(W**2)
    return penalty if l2 else np.mean(losses)


@formula("softmax_loss")
def loss_by_log_sum_exp(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    labels = np.asarray(y).astype(int)
    Z = X @ W + b
    losses = log_sum_exp(Z) - Z[np.arange(n), labels]
    return np.mean(losses) + l2 / 2 * np.sum(W**2)


@formula("softmax_loss")
def loss_by_a_loop(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    total = 0.0
    for i in range(len(y)):
        z = X[i] @ W + b
        total += log_sum_exp(z) - z[int(y[i])]
    return total / len(y) + l2 / 2 * np.sum(W**2)


@formula("softmax_loss")
def loss_by_log_probabilities(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, W.shape[1])
    log_P = Z - log_sum_exp(Z)[:, None]
    return -np.sum(Y * log_P) / len(X) + 0.5 * l2 * np.sum(W * W)


# --- softmax_gradients ---


@misconception(
    "softmax_gradients",
    says="the probabilities do not enter your gradient: only the labels do",
)
def gradients_only_labels(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    D = (Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the probabilities do not enter your gradient: only the labels do",
)
def gradients_only_negative_labels(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    D = (-Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="probability and label are added where one should be subtracted from the other",
)
def gradients_plus(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P + Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the difference of probability and label is squared, as in the loss of a regression",
)
def gradients_squared(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = ((P - Y) ** 2) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the difference of probability and label has lost its sign",
)
def gradients_absolute(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (np.abs(P - Y)) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="only the sign of the difference of probability and label is left",
)
def gradients_signs(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (np.sign(P - Y)) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="each class gets the error of a sigmoid of its own, and softmax is not used",
)
def gradients_of_sigmoids(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    D = (1 / (1 + np.exp(-np.clip(X @ W + b, -700, 700))) - Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the predicted class counts fully, as in the perceptron, and not by its probability",
)
def gradients_of_hard_decisions(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (np.eye(W.shape[1])[np.argmax(P, axis=1)] - Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the logits stand where the probabilities belong",
)
def gradients_of_logits(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    D = (X @ W + b - Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says=(
        "you return the gradient of half the squared error of the probabilities, not of "
        "the cross-entropy"
    ),
)
def gradients_of_squared_error(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P * ((P - Y) - np.sum(P * (P - Y), axis=1, keepdims=True))) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says=(
        "you return the gradient of the squared error of the probabilities, not of the "
        "cross-entropy"
    ),
)
def gradients_of_whole_squared_error(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (2 * P * ((P - Y) - np.sum(P * (P - Y), axis=1, keepdims=True))) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="only the slope p (1 - p) is left, and the labels do not enter",
)
def gradients_of_slopes(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    P = softmax(X @ W + b)
    D = (P * (1 - P)) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the difference of probability and label is multiplied by the probability once more",
)
def gradients_times_probability(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P * (P - Y)) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the difference of probability and label is multiplied by 1 - p",
)
def gradients_times_complement(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = ((1 - P) * (P - Y)) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the label's own class gets no error: its column is 0 where p - 1 belongs",
)
def gradients_label_column_zero(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P * (1 - Y)) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says=(
        "in every row something is subtracted at the classes of other labels too, not 1 "
        "at its own alone"
    ),
)
def gradients_one_from_all(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    P = softmax(X @ W + b)
    D = (P - 1) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="1 minus the probability stands for every class, and the labels do not enter",
)
def gradients_complements(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    P = softmax(X @ W + b)
    D = (1 - P) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says=(
        "the probability of the label is subtracted from all classes, where 1 belongs "
        "at the label alone"
    ),
)
def gradients_minus_own_probability(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    n = len(X)
    P = softmax(X @ W + b)
    D = (P - P[np.arange(n), labels][:, None]) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the label is subtracted as a number from every class",
)
def gradients_label_as_number(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    P = softmax(X @ W + b)
    D = (P - labels[:, None]) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the label itself is subtracted at its class, where 1 belongs",
)
def gradients_label_at_its_place(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y * labels[:, None]) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the shares of the classes are subtracted, not the label of each sample",
)
def gradients_mean_label(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - np.mean(Y, axis=0)) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the labels are counted from 1, so the 1 is subtracted at the wrong class",
)
def gradients_labels_from_one(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    P = softmax(X @ W + b)
    D = (P - np.eye(W.shape[1])[labels - 1]) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says=(
        "in every row something is subtracted at the classes of other labels too, not 1 "
        "at its own alone"
    ),
)
def gradients_all_labels_in_each_row(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - np.maximum(0, np.sign(np.sum(Y, axis=0)))) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says=(
        "in every row something is subtracted at the classes of other labels too, not 1 "
        "at its own alone"
    ),
)
def gradients_counts_in_each_row(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - np.sum(Y, axis=0)) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the logarithms of the probabilities stand where the probabilities belong",
)
def gradients_of_log_probabilities(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (np.log(P + 1e-300) - Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says=(
        "you stop at the slope with respect to the probabilities, and softmax itself is "
        "not differentiated"
    ),
)
def gradients_of_probabilities(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (-Y / np.maximum(P, 1e-300)) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="only the column of the label gets an error, and the other classes get 0",
)
def gradients_own_slope_only(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (-Y * (1 - P)) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="softmax is applied twice, the second time to the probabilities",
)
def gradients_softmax_twice(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (softmax(P) - Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="softmax runs along the samples and not along the classes",
)
def gradients_softmax_over_samples(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    D = (softmax((X @ W + b).T).T - Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="softmax is normalized over all samples together and not for each",
)
def gradients_softmax_over_everything(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (softmax((X @ W + b).ravel()).reshape(P.shape) - Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the biases are left out of the logits",
)
def gradients_without_biases(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    D = (softmax(X @ W) - Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the biases are subtracted from the logits",
)
def gradients_bias_subtracted(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    D = (softmax(X @ W - b) - Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the logits enter softmax with a minus sign",
)
def gradients_of_negative_logits(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    D = (softmax(-(X @ W + b)) - Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the biases are added to the logits twice",
)
def gradients_bias_twice(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    D = (softmax(X @ W + 2 * b) - Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the probabilities are rounded before they are used",
)
def gradients_rounded(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (np.round(P, 2) - Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the probabilities are cut off before 0 and 1",
)
def gradients_clipped_at_0_01(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (np.clip(P, 0.01, 0.99) - Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the probabilities are cut off before 0 and 1",
)
def gradients_clipped_at_1e_7(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (np.clip(P, 1e-7, 1 - 1e-7) - Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the logits are cut off at some size, so samples beyond it get a wrong error",
)
def gradients_clipped_logits(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    D = (softmax(np.clip(X @ W + b, -10, 10)) - Y) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the labels are smoothed, so the 1 and the zeros are not what they should be",
)
def gradients_smoothed_labels(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - (0.9 * Y + 0.1 / W.shape[1])) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="some samples add nothing to the gradient: the first, or those with label 0",
)
def gradients_without_class_zero(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = ((P - Y) * (labels > 0)[:, None]) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="you return the gradient of a hinge loss with margin 1, not of the cross-entropy",
)
def gradients_hinge(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    Z = X @ W + b
    D = ((Z - np.sum(Y * Z, axis=1, keepdims=True) + 1 > 0) & (Y == 0)).astype(float)
    D = (D - Y * np.sum(D, axis=1, keepdims=True)) / len(X)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the gradient for the biases has its sign turned, that for the weights not",
)
def gradients_only_biases_uphill(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    db = np.sum(D, axis=0)
    return dW, -db


@misconception(
    "softmax_gradients",
    says="the gradient for the biases is 0, or averaged over the classes, which makes it 0",
)
def gradients_bias_zero(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    return dW, np.zeros_like(b)


@misconception(
    "softmax_gradients",
    says="the gradient for the biases holds the first sample alone",
)
def gradients_bias_of_first_sample(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    return dW, D[0]


@misconception(
    "softmax_gradients",
    says="the gradient for the biases holds the first sample alone",
)
def gradients_bias_of_first_error(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    return dW, P[0] - Y[0]


@misconception(
    "softmax_gradients",
    says="the gradient for the biases holds the last sample alone",
)
def gradients_bias_of_last_sample(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    return dW, D[-1]


@misconception(
    "softmax_gradients",
    says="the gradient for the biases holds the last sample alone",
)
def gradients_bias_of_last_error(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    return dW, P[-1] - Y[-1]


@misconception(
    "softmax_gradients",
    says="the gradient for the biases is 0, or averaged over the classes, which makes it 0",
)
def gradients_bias_mean_of_everything(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    return dW, np.full(b.shape, np.mean(D))


@misconception(
    "softmax_gradients",
    says="the gradient for the biases is divided by the number of samples twice",
)
def gradients_bias_over_n_twice(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    return dW, np.mean(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the gradient for the biases is divided by the number of classes, not of samples",
)
def gradients_bias_over_k(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    db = np.sum(D, axis=0)
    return dW, db * n / len(b)


@misconception(
    "softmax_gradients",
    says="the gradient for the biases is divided by the number of features, not of samples",
)
def gradients_bias_over_d(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    db = np.sum(D, axis=0)
    return dW, db * n / X.shape[1]


@misconception(
    "softmax_gradients",
    says="the gradient for the biases is multiplied by the biases",
)
def gradients_bias_times_b(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    db = np.sum(D, axis=0)
    return dW, db * b


@misconception(
    "softmax_gradients",
    says="the gradient for the biases is added up from that for the weights",
)
def gradients_bias_from_weights(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    return dW, np.sum(dW, axis=0)


@misconception(
    "softmax_gradients",
    says="the gradient for the biases is the mean of that for the weights",
)
def gradients_bias_mean_of_weights(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    return dW, np.mean(dW, axis=0)


@misconception(
    "softmax_gradients",
    says="the labels are not subtracted in the gradient for the biases",
)
def gradients_bias_of_probabilities(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    return dW, np.mean(P, axis=0)


@misconception(
    "softmax_gradients",
    says="the errors lose their signs in the gradient for the biases",
)
def gradients_bias_of_absolute_errors(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    return dW, np.sum(np.abs(D), axis=0)


@misconception(
    "softmax_gradients",
    says="the errors are squared in the gradient for the biases",
)
def gradients_bias_of_squared_errors(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    return dW, np.mean((P - Y) ** 2, axis=0)


@misconception(
    "softmax_gradients",
    says="the gradient for the biases carries a factor 2 that does not belong there",
)
def gradients_bias_doubled(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    db = np.sum(D, axis=0)
    return dW, 2 * db


@misconception(
    "softmax_gradients",
    says="the gradient for the biases carries a factor ½ that does not belong there",
)
def gradients_bias_halved(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    db = np.sum(D, axis=0)
    return dW, db / 2


@misconception(
    "softmax_gradients",
    says="the biases are penalized as well as the weights",
)
def gradients_bias_penalized_doubly(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    db = np.sum(D, axis=0)
    return dW, db + 2 * l2 * b


@misconception(
    "softmax_gradients",
    says="the biases are penalized as well as the weights",
)
def gradients_bias_penalized_half(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    db = np.sum(D, axis=0)
    return dW, db + l2 / 2 * b


@misconception(
    "softmax_gradients",
    says="l2 itself is added to the gradient for the biases",
)
def gradients_bias_with_l2(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    db = np.sum(D, axis=0)
    return dW, db + l2


@misconception(
    "softmax_gradients",
    says="the penalties of the weights are added to the gradient for the biases",
)
def gradients_bias_with_all_penalties(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    db = np.sum(D, axis=0)
    return dW, db + l2 * np.sum(W, axis=0)


@misconception(
    "softmax_gradients",
    says="the biases themselves are returned and not their gradient",
)
def gradients_bias_returned(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    return dW, b.copy()


@misconception(
    "softmax_gradients",
    says="the weights themselves are returned and not their gradient",
)
def gradients_weights_returned(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return W.copy(), db


@misconception(
    "softmax_gradients",
    says="the gradient for the weights holds the penalty alone",
)
def gradients_weights_zero(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return l2 * W, db


@misconception(
    "softmax_gradients",
    says="the gradient is divided by another number than that of the samples",
)
def gradients_weights_over_d(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return n * (X.T @ D) / X.shape[1] + l2 * W, n * db / X.shape[1]


@misconception(
    "softmax_gradients",
    says="the gradient is divided by another number than that of the samples",
)
def gradients_weights_over_k(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return n * (X.T @ D) / len(b) + l2 * W, n * db / len(b)


@misconception(
    "softmax_gradients",
    says="the gradient is divided by another number than that of the samples",
)
def gradients_over_n_minus_one(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / max(n - 1, 1)
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the gradient is divided by the number of samples twice",
)
def gradients_over_n_twice(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D / n + l2 * W, db / n


@misconception(
    "softmax_gradients",
    says="the gradient carries a factor ½ that does not belong there",
)
def gradients_halved(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D / 2 + l2 * W, db / 2


@misconception(
    "softmax_gradients",
    says="the gradient carries a factor 2 that does not belong there",
)
def gradients_doubled(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return 2 * (X.T @ D) + l2 * W, 2 * db


@misconception(
    "softmax_gradients",
    says="the slope of the penalty is subtracted where it should be added",
)
def gradients_penalty_negative(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D - l2 * W, db


@misconception(
    "softmax_gradients",
    says="the value of the penalty is added to the gradient and not its slope",
)
def gradients_penalty_value(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D + l2 / 2 * np.sum(W**2), db


@misconception(
    "softmax_gradients",
    says="the weights are squared in the slope of the penalty",
)
def gradients_penalty_squares(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D + l2 * W**2, db


@misconception(
    "softmax_gradients",
    says="the weights are squared in the slope of the penalty",
)
def gradients_penalty_half_squares(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D + l2 / 2 * W**2, db


@misconception(
    "softmax_gradients",
    says="the sum of the weights is added to every entry, not each weight to its own",
)
def gradients_penalty_sum(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D + l2 * np.sum(W), db


@misconception(
    "softmax_gradients",
    says="l2 itself is added to the gradient, without the weights",
)
def gradients_penalty_constant(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D + l2, db


@misconception(
    "softmax_gradients",
    says="the penalty pulls by the signs of the weights only, as for absolute values",
)
def gradients_penalty_signs(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D + l2 * np.sign(W), db


@misconception(
    "softmax_gradients",
    says="the weights lose their signs in the slope of the penalty",
)
def gradients_penalty_absolute(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D + l2 * np.abs(W), db


@misconception(
    "softmax_gradients",
    says="the weights are divided by their norm in the slope of the penalty",
)
def gradients_penalty_over_norm(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D + l2 * W / (np.linalg.norm(W) + 1e-300), db


@misconception(
    "softmax_gradients",
    says="the slope of the penalty does not depend on l2",
)
def gradients_penalty_without_l2(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D + W, db


@misconception(
    "softmax_gradients",
    says="l2 is squared in the slope of the penalty",
)
def gradients_penalty_l2_squared(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D + l2**2 * W, db


@misconception(
    "softmax_gradients",
    says="the slope of the penalty is multiplied by the number of samples",
)
def gradients_penalty_times_n(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D + n * l2 * W, db


@misconception(
    "softmax_gradients",
    says="the slope of the penalty is divided by twice the number of samples",
)
def gradients_penalty_over_2n(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D + l2 * W / (2 * n), db


@misconception(
    "softmax_gradients",
    says="the slope of the penalty is divided by the number of classes",
)
def gradients_penalty_over_k(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D + l2 * W / W.shape[1], db


@misconception(
    "softmax_gradients",
    says="the biases stand in the slope of the penalty where the weights belong",
)
def gradients_penalty_of_biases(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D + l2 * b, db


@misconception(
    "softmax_gradients",
    says="the weights of the first feature are left out of the penalty",
)
def gradients_penalty_without_first_row(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    db = np.sum(D, axis=0)
    dW[0] -= l2 * W[0]
    return dW, db


@misconception(
    "softmax_gradients",
    says="the weights of the last feature are left out of the penalty",
)
def gradients_penalty_without_last_row(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    db = np.sum(D, axis=0)
    dW[-1] -= l2 * W[-1]
    return dW, db


@misconception(
    "softmax_gradients",
    says="the weights of the first class are left out of the penalty",
)
def gradients_penalty_without_first_class(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    db = np.sum(D, axis=0)
    dW[:, 0] -= l2 * W[:, 0]
    return dW, db


@misconception(
    "softmax_gradients",
    says="the whole gradient is multiplied by the penalty instead of having it added",
)
def gradients_penalty_factor(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D * (1 + l2), db


@misconception(
    "softmax_gradients",
    says="inputs and errors are averaged apart and multiplied afterwards",
)
def gradients_means_apart(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return np.outer(np.mean(X, axis=0), np.mean(P - Y, axis=0)) + l2 * W, db


@misconception(
    "softmax_gradients",
    says="inputs and errors are added up apart and multiplied afterwards",
)
def gradients_inputs_summed_apart(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return np.outer(np.sum(X, axis=0), np.sum(D, axis=0)) + l2 * W, db


@misconception(
    "softmax_gradients",
    says="the errors are not multiplied by the inputs, so every feature gets the same",
)
def gradients_without_inputs(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return np.tile(db, (len(W), 1)) + l2 * W, db


@misconception(
    "softmax_gradients",
    says="only the first sample enters the gradient",
)
def gradients_first_sample(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    return np.outer(X[0], P[0] - Y[0]) + l2 * W, P[0] - Y[0]


@misconception(
    "softmax_gradients",
    says="only the first sample enters the gradient",
)
def gradients_first_sample_over_n(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    return np.outer(X[0], D[0]) + l2 * W, D[0]


@misconception(
    "softmax_gradients",
    says="only the last sample enters the gradient",
)
def gradients_last_sample(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    return np.outer(X[-1], P[-1] - Y[-1]) + l2 * W, P[-1] - Y[-1]


@misconception(
    "softmax_gradients",
    says="only the last sample enters the gradient",
)
def gradients_last_sample_over_n(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    return np.outer(X[-1], D[-1]) + l2 * W, D[-1]


@misconception(
    "softmax_gradients",
    says="the last sample is left out of the gradient",
)
def gradients_without_last_sample(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    D[-1] = 0
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="some samples add nothing to the gradient: the first, or those with label 0",
)
def gradients_without_first_sample(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    D[0] = 0
    return X.T @ D + l2 * W, np.sum(D, axis=0)


@misconception(
    "softmax_gradients",
    says="the inputs lose their signs in the gradient for the weights",
)
def gradients_absolute_inputs(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return np.abs(X).T @ D + l2 * W, db


@misconception(
    "softmax_gradients",
    says="the inputs are squared in the gradient for the weights",
)
def gradients_squared_inputs(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return (X**2).T @ D + l2 * W, db


@misconception(
    "softmax_gradients",
    says="the mean is subtracted from the inputs in the gradient for the weights",
)
def gradients_centered_inputs(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return (X - X.mean(axis=0)).T @ D + l2 * W, db


@misconception(
    "softmax_gradients",
    says="the gradient for the weights is multiplied by the weights",
)
def gradients_times_weights(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    return X.T @ D * W + l2 * W, db


@misconception(
    "softmax_gradients",
    says="the gradient is cut off at 1, as training recipes do with large ones",
)
def gradients_clipped_gradient(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    db = np.sum(D, axis=0)
    return np.clip(dW, -1, 1), np.clip(db, -1, 1)


@misconception(
    "softmax_gradients",
    says="the gradient is scaled to length 1",
)
def gradients_of_length_one(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    db = np.sum(D, axis=0)
    return dW / (np.linalg.norm(dW) + 1e-300), db / (np.linalg.norm(db) + 1e-300)


@formula("softmax_gradients")
def gradients_by_a_loop(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    dW = l2 * W
    db = np.zeros(W.shape[1])
    for i in range(len(X)):
        p = softmax(X[i] @ W + b)
        p[int(y[i])] -= 1
        dW = dW + np.outer(X[i], p) / len(X)
        db = db + p / len(X)
    return dW, db


@formula("softmax_gradients")
def gradients_by_scores(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    n = len(X)
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    dW = X.T @ D + l2 * W
    db = np.sum(D, axis=0)
    dscores = softmax(X @ W + b)
    dscores[np.arange(n), labels] -= 1
    dscores = dscores / n
    dW = np.dot(X.T, dscores)
    db = np.sum(dscores, axis=0)
    dW = dW + l2 * W
    return dW, db


@formula("softmax_gradients")
def gradients_with_a_minus(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    D = (P - Y) / len(X)
    db = np.sum(D, axis=0)
    dW = -X.T @ (Y - P) / n + l2 * W
    db = -np.mean(Y - P, axis=0)
    return dW, db


@formula("softmax_gradients")
def gradients_by_einsum(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    Y = one_hot(y, W.shape[1])
    P = softmax(X @ W + b)
    dW = np.einsum("nd,nk->dk", X, P - Y) / n + l2 * W
    return dW, np.mean(P - Y, axis=0)


# --- accuracy ---


@misconception(
    "accuracy",
    says="you average the largest probabilities, and the labels do not enter",
)
def accuracy_mean_confidence(W, b, X, y):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    return np.mean(np.max(softmax(Z), axis=1))


@misconception(
    "accuracy",
    says="the count is divided by the number of classes and not by that of the samples",
)
def accuracy_over_k(W, b, X, y):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    Z = X @ W + b
    n, k = Z.shape
    said = np.argmax(Z, axis=1)
    return np.sum(said == labels) / k


@misconception(
    "accuracy",
    says="the count is divided by the number of all entries, samples times classes",
)
def accuracy_over_all_entries(W, b, X, y):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    Z = X @ W + b
    n, k = Z.shape
    said = np.argmax(Z, axis=1)
    return np.sum(said == labels) / (n * k)


@misconception(
    "accuracy",
    says="you compare the one-hot rows entry by entry, so zeros that agree count as right too",
)
def accuracy_entries_of_codes(W, b, X, y):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    Z = X @ W + b
    n, k = Z.shape
    said = np.argmax(Z, axis=1)
    return np.mean(np.eye(k)[said] == np.eye(k)[labels])


@misconception(
    "accuracy",
    says="the share is rounded",
)
def accuracy_rounded(W, b, X, y):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    Z = X @ W + b
    said = np.argmax(Z, axis=1)
    return np.round(np.mean(said == labels), 2)


@misconception(
    "accuracy",
    says="the share is rounded",
)
def accuracy_rounded_to_one(W, b, X, y):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    Z = X @ W + b
    said = np.argmax(Z, axis=1)
    return np.round(np.mean(said == labels), 1)


@misconception(
    "accuracy",
    says="you average the log-probabilities of the labels and count nothing",
)
def accuracy_log_likelihood(W, b, X, y):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    Z = X @ W + b
    own = Z[np.arange(len(Z)), labels]
    return np.mean(own - log_sum_exp(Z))


@misconception(
    "accuracy",
    says="you return the cross-entropy and not the share of right answers",
)
def accuracy_loss(W, b, X, y):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    Z = X @ W + b
    own = Z[np.arange(len(Z)), labels]
    return np.mean(log_sum_exp(Z) - own)


@misconception(
    "accuracy",
    says="right samples count by their probability and not fully",
)
def accuracy_probability_of_largest_if_right(W, b, X, y):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    labels = np.asarray(y).astype(int)
    Z = X @ W + b
    said = np.argmax(Z, axis=1)
    return np.mean((said == labels) * np.max(softmax(Z), axis=1))


@formula("accuracy")
def accuracy_by_a_loop(W, b, X, y):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    right = 0
    for i in range(len(y)):
        z = X[i] @ W + b
        if np.argmax(z) == y[i]:
            right += 1
    return right / len(y)


@formula("accuracy")
def accuracy_by_probabilities(W, b, X, y):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    P = softmax(X @ W + b)
    predicted = np.argmax(P, axis=1)
    return np.mean(predicted == np.asarray(y))


@formula("accuracy")
def accuracy_by_mistakes(W, b, X, y):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    predicted = np.argmax(X @ W + b, axis=1)
    return 1 - np.mean(predicted != np.asarray(y))


# --- fit ---


@misconception(
    "fit",
    says="more steps are taken than are asked for",
)
def fit_one_step_more(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps + 1):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="more steps are taken than are asked for",
)
def fit_at_least_one_step(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(max(n_steps, 1)):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says=("only half of the steps are taken"),
)
def fit_half_the_steps(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps // 2):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says=("the weights stay at 0: the steps never reach them"),
)
def fit_no_step(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    V, c = W, b
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        V, c = V - lr * dW, c - lr * db
    return W, b


@misconception(
    "fit",
    says="the gradient is divided by the number of samples twice",
)
def fit_rate_over_n(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr / len(y) * dW, b - lr / len(y) * db
    return W, b


@misconception(
    "fit",
    says="the steps are twice as long as the learning rate says",
)
def fit_twice_the_rate(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - 2 * lr * dW, b - 2 * lr * db
    return W, b


@misconception(
    "fit",
    says="the learning rate is multiplied in twice",
)
def fit_squared_rate(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr**2 * dW, b - lr**2 * db
    return W, b


@misconception(
    "fit",
    says="the gradient is divided by the learning rate",
)
def fit_divided_by_rate(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - dW / lr, b - db / lr
    return W, b


@misconception(
    "fit",
    says=("the weights W stay at 0: the steps never reach them"),
)
def fit_weights_fixed(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        b = b - lr * db
    return W, b


@misconception(
    "fit",
    says="the last gradients are returned and not the weights and biases",
)
def fit_returns_gradients(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    dW, db = W, b
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return dW, db


@misconception(
    "fit",
    says=(
        "the weights that come back lack one step: the loop starts late, ends early or "
        "gives back older weights"
    ),
)
def fit_before_last_step(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    V, c = W, b
    for _ in range(n_steps):
        V, c = W, b
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return V, c


@misconception(
    "fit",
    says="the step follows a running mean of the gradients and not the present one",
)
def fit_averaged_gradient(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    V, c = 0 * W, 0 * b
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        V, c = 0.9 * V + 0.1 * dW, 0.9 * c + 0.1 * db
        W, b = W - lr * V, b - lr * c
    return W, b


@misconception(
    "fit",
    says=(
        "the size of the gradient does not count in the step, only its sign, as in the "
        "first steps of Adam"
    ),
)
def fit_adagrad(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    G, g = 0 * W, 0 * b
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        G, g = G + dW**2, g + db**2
        W, b = W - lr * dW / (np.sqrt(G) + 1e-8), b - lr * db / (np.sqrt(g) + 1e-8)
    return W, b


@misconception(
    "fit",
    says=(
        "the steps are divided by a running root mean square of the gradients, which "
        "plain descent does not do"
    ),
)
def fit_rmsprop(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    G, g = 0 * W, 0 * b
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        G, g = 0.9 * G + 0.1 * dW**2, 0.9 * g + 0.1 * db**2
        W, b = W - lr * dW / (np.sqrt(G) + 1e-8), b - lr * db / (np.sqrt(g) + 1e-8)
    return W, b


@misconception(
    "fit",
    says=(
        "the size of the gradient does not count in the step, only its sign, as in the "
        "first steps of Adam"
    ),
)
def fit_adam(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    M, m, G, g = 0 * W, 0 * b, 0 * W, 0 * b
    for t in range(1, n_steps + 1):
        dW, db = softmax_gradients(W, b, X, y, l2)
        M, m = 0.9 * M + 0.1 * dW, 0.9 * m + 0.1 * db
        G, g = 0.999 * G + 0.001 * dW**2, 0.999 * g + 0.001 * db**2
        u, v = 1 - 0.9**t, 1 - 0.999**t
        W = W - lr * M / u / (np.sqrt(G / v) + 1e-8)
        b = b - lr * m / u / (np.sqrt(g / v) + 1e-8)
    return W, b


@misconception(
    "fit",
    says=(
        "the size of the gradient does not count in the step, only its sign, as in the "
        "first steps of Adam"
    ),
)
def fit_signs(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * np.sign(dW), b - lr * np.sign(db)
    return W, b


@misconception(
    "fit",
    says="the gradient is scaled to length 1 before each step",
)
def fit_unit_steps(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W = W - lr * dW / (np.linalg.norm(dW) + 1e-12)
        b = b - lr * db / (np.linalg.norm(db) + 1e-12)
    return W, b


@misconception(
    "fit",
    says="the gradient is cut off before the step, which changes large ones",
)
def fit_clipped(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * np.clip(dW, -0.1, 0.1), b - lr * np.clip(db, -0.1, 0.1)
    return W, b


@misconception(
    "fit",
    says="the biases start at 1 and not at 0",
)
def fit_only_biases_from_ones(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    b = np.ones(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the biases start at the logarithms of the class frequencies and not at 0",
)
def fit_biases_from_frequencies(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    b = np.log(np.bincount(np.asarray(y).astype(int), minlength=k) / len(y) + 1e-12)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the weights start with ones on the diagonal and not at 0",
)
def fit_weights_from_identity(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    W = np.eye(*W.shape)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="all weights start at the same small number and not at 0",
)
def fit_weights_of_0_01(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    W = np.full(W.shape, 0.01)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the weights start at small random numbers and not at 0",
)
def fit_random_0(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    W = np.random.default_rng(0).normal(size=W.shape)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the weights start at small random numbers and not at 0",
)
def fit_random_0_small(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    W = 0.01 * np.random.default_rng(0).normal(size=W.shape)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the weights start at small random numbers and not at 0",
)
def fit_random_0_tenth(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    W = 0.1 * np.random.default_rng(0).normal(size=W.shape)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the weights start at small random numbers and not at 0",
)
def fit_random_0_scaled(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    W = np.random.default_rng(0).normal(size=W.shape) / np.sqrt(len(W))
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the weights start at small random numbers and not at 0",
)
def fit_random_42(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    W = np.random.default_rng(42).normal(size=W.shape)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the weights start at small random numbers and not at 0",
)
def fit_random_42_small(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    W = 0.01 * np.random.default_rng(42).normal(size=W.shape)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the weights start at small random numbers and not at 0",
)
def fit_random_old(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    W = np.random.RandomState(0).randn(*W.shape)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the weights start at small random numbers and not at 0",
)
def fit_random_old_milli(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    W = 0.001 * np.random.RandomState(0).randn(*W.shape)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the weights start at small random numbers and not at 0",
)
def fit_random_old_42(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    W = np.random.RandomState(42).randn(*W.shape)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the weights start at small random numbers and not at 0",
)
def fit_random_old_42_small(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    W = 0.01 * np.random.RandomState(42).randn(*W.shape)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the weights start at small random numbers and not at 0",
)
def fit_random_old_uniform(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    W = np.random.RandomState(0).rand(*W.shape)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the weights start at small random numbers and not at 0",
)
def fit_random_both(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    rng = np.random.default_rng(0)
    W, b = rng.normal(size=W.shape), rng.normal(size=k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the inputs are standardized before training, so the weights belong to other inputs",
)
def fit_standardized(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    X = np.asarray(X, float)
    X = (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-12)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the inputs are scaled before training, so the weights belong to other inputs",
)
def fit_scaled_by_maximum(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    X = np.asarray(X, float)
    X = X / np.max(np.abs(X))
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the inputs are scaled before training, so the weights belong to other inputs",
)
def fit_rows_of_length_one(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    X = np.asarray(X, float)
    X = X / (np.linalg.norm(X, axis=1, keepdims=True) + 1e-300)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="a step uses only a part of the samples and not all of them",
)
def fit_first_half(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    m = max(len(y) // 2, 1)
    X, y = np.asarray(X)[:m], np.asarray(y)[:m]
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="a step uses only a part of the samples and not all of them",
)
def fit_first_sample(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    X, y = np.asarray(X)[:1], np.asarray(y)[:1]
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="a step uses only a part of the samples and not all of them",
)
def fit_without_last_sample(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    m = max(len(y) - 1, 1)
    X, y = np.asarray(X)[:m], np.asarray(y)[:m]
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="a step uses only a part of the samples and not all of them",
)
def fit_one_sample_a_step(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for t in range(n_steps):
        i = t % len(y)
        dW, db = softmax_gradients(W, b, np.asarray(X)[i : i + 1], np.asarray(y)[i : i + 1], l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="every sample makes a step of its own, not all samples one step together",
)
def fit_whole_rate_for_each_sample(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        for i in range(len(y)):
            dW, db = softmax_gradients(W, b, np.asarray(X)[i : i + 1], np.asarray(y)[i : i + 1], l2)
            W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="a step uses only a part of the samples and not all of them",
)
def fit_batches_of_2(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        for i in range(0, len(y), 2):
            dW, db = softmax_gradients(W, b, np.asarray(X)[i : i + 2], np.asarray(y)[i : i + 2], l2)
            W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the last class is held at 0 and never updated",
)
def fit_no_reference_class(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
        W[:, -1], b[-1] = 0, 0
    return W, b


@misconception(
    "fit",
    says="the first class is held at 0 and never updated",
)
def fit_no_first_class(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
        W[:, 0], b[0] = 0, 0
    return W, b


@misconception(
    "fit",
    says="the weights are rounded",
)
def fit_rounded(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return np.round(W, 4), np.round(b, 4)


@misconception(
    "fit",
    says="the weights are scaled to length 1 at the end",
)
def fit_scaled_at_the_end(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W / (np.linalg.norm(W) + 1e-300), b


@misconception(
    "fit",
    says="the classes are trained by separate sigmoids and not by softmax",
)
def fit_sigmoids(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    X = np.asarray(X, float)
    for _ in range(n_steps):
        D = (0.5 * (1 + np.tanh((X @ W + b) / 2)) - one_hot(y, k)) / len(y)
        W, b = W - lr * (X.T @ D + l2 * W), b - lr * np.sum(D, axis=0)
    return W, b


@misconception(
    "fit",
    says="the steps are those of a perceptron, by the predicted class and not by probabilities",
)
def fit_perceptron(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    X = np.asarray(X, float)
    for _ in range(n_steps):
        D = (np.eye(k)[np.argmax(X @ W + b, axis=1)] - one_hot(y, k)) / len(y)
        W, b = W - lr * (X.T @ D + l2 * W), b - lr * np.sum(D, axis=0)
    return W, b


@misconception(
    "fit",
    says="only one step is taken, however many are asked for",
)
def fit_one_step_only(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(min(n_steps, 1)):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the learning rate is divided by the number of steps",
)
def fit_rate_over_steps(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr / n_steps * dW, b - lr / n_steps * db
    return W, b


@misconception(
    "fit",
    says="the learning rate is not used in the step of the biases",
)
def fit_bias_without_rate(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - db
    return W, b


@misconception(
    "fit",
    says="the gradient is added to the biases, so they go uphill",
)
def fit_bias_uphill(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b + lr * db
    return W, b


@misconception(
    "fit",
    says=(
        "the step of the biases uses the gradient summed over the samples, not divided "
        "by their number"
    ),
)
def fit_bias_summed(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * len(y) * db
    return W, b


@misconception(
    "fit",
    says="the steps of the biases are twice as long as the learning rate says",
)
def fit_bias_twice_the_rate(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - 2 * lr * db
    return W, b


@misconception(
    "fit",
    says="the gradient for the weights is computed at biases that have already been changed",
)
def fit_biases_first(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        b = b - lr * softmax_gradients(W, b, X, y, l2)[1]
        W = W - lr * softmax_gradients(W, b, X, y, l2)[0]
    return W, b


@misconception(
    "fit",
    says="all biases get the same step, the mean over the classes",
)
def fit_mean_bias(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * np.mean(db)
    return W, b


@misconception(
    "fit",
    says="the weights are replaced by the step instead of being changed by it",
)
def fit_replaced(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = -lr * dW, -lr * db
    return W, b


@misconception(
    "fit",
    says="the gradients of all steps so far are added up in every step",
)
def fit_adds_up_gradients(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    G, g = 0 * W, 0 * b
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        G, g = G + dW, g + db
        W, b = W - lr * G, b - lr * g
    return W, b


@misconception(
    "fit",
    says="each step also takes part of the step before along, as with momentum",
)
def fit_momentum(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    V, c = 0 * W, 0 * b
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        V, c = 0.9 * V - lr * dW, 0.9 * c - lr * db
        W, b = W + V, b + c
    return W, b


@misconception(
    "fit",
    says="each step also takes part of the step before along, as with momentum",
)
def fit_momentum_half(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    V, c = 0 * W, 0 * b
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        V, c = 0.5 * V - lr * dW, 0.5 * c - lr * db
        W, b = W + V, b + c
    return W, b


@misconception(
    "fit",
    says="the gradient is cut off before the step, which changes large ones",
)
def fit_clipped_at_1(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * np.clip(dW, -1, 1), b - lr * np.clip(db, -1, 1)
    return W, b


@misconception(
    "fit",
    says="the learning rate shrinks from step to step instead of staying as given",
)
def fit_rate_of_root(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for t in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        step = lr / np.sqrt(t + 1)
        W, b = W - step * dW, b - step * db
    return W, b


@misconception(
    "fit",
    says="the learning rate shrinks from step to step instead of staying as given",
)
def fit_rate_of_0_99(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for t in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * 0.99**t * dW, b - lr * 0.99**t * db
    return W, b


@misconception(
    "fit",
    says="the learning rate shrinks from step to step instead of staying as given",
)
def fit_rate_of_0_9(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for t in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * 0.9**t * dW, b - lr * 0.9**t * db
    return W, b


@misconception(
    "fit",
    says="the learning rate shrinks from step to step instead of staying as given",
)
def fit_rate_linear(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for t in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        step = lr * (1 - t / n_steps)
        W, b = W - step * dW, b - step * db
    return W, b


@misconception(
    "fit",
    says="the learning rate grows from step to step instead of staying as given",
)
def fit_rate_grows(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for t in range(1, n_steps + 1):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * t * dW, b - lr * t * db
    return W, b


@misconception(
    "fit",
    says="the penalty acts only half as strongly as it should",
)
def fit_penalty_half(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2 / 2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the penalty acts twice as strongly as it should",
)
def fit_penalty_doubled(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, 2 * l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the penalty is divided by the number of samples",
)
def fit_penalty_over_n(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2 / len(y))
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the weights shrink by l2 itself in each step, without the learning rate",
)
def fit_penalty_without_rate(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y)
        W, b = W - lr * dW - l2 * W, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the penalty acts on the weights after the step, not on those before",
)
def fit_penalty_after_step(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y)
        W, b = W - lr * dW, b - lr * db
        W = W - lr * l2 * W
    return W, b


@misconception(
    "fit",
    says="the penalty makes the weights grow where they should shrink",
)
def fit_penalty_uphill(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, -l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="the biases are penalized as well as the weights",
)
def fit_penalty_on_biases(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * (db + l2 * b)
    return W, b


@misconception(
    "fit",
    says="the mean of each feature is subtracted from the inputs before training",
)
def fit_centered(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    X = np.asarray(X, float)
    X = X - X.mean(axis=0)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="you stop early where the gradient is small, though n_steps steps are asked for",
)
def fit_stops_small(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        if np.linalg.norm(dW) < 1e-3:
            break
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="you stop early where the loss hardly falls, though n_steps steps are asked for",
)
def fit_stops_when_loss_stays(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    last = np.inf
    for _ in range(n_steps):
        new = softmax_loss(W, b, X, y, l2)
        if last - new < 1e-6:
            break
        last = new
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - lr * dW, b - lr * db
    return W, b


@misconception(
    "fit",
    says="steps after which the loss has risen are not taken",
)
def fit_undoes_rising_steps(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        V, c = W - lr * dW, b - lr * db
        if softmax_loss(V, c, X, y, l2) < softmax_loss(W, b, X, y, l2):
            W, b = V, c
    return W, b


@formula("fit")
def fit_in_place(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W -= lr * dW
        b -= lr * db
    return W, b
