"""Wrong answers to the exercises of softmax_regression, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- log_sum_exp ---


@wrong_answer("log_sum_exp", cause="the maximum is subtracted but not added back")
def lse_maximum_not_added_back(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    shifted = Z - Z.max(axis=axis, keepdims=True)
    return np.log(np.exp(shifted).sum(axis=axis))


@wrong_answer("log_sum_exp", cause="mean of the exponentials instead of their sum")
def lse_mean_of_exponentials(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.amax(Z, axis=axis, keepdims=True)
    out = np.log(np.mean(np.exp(Z - m), axis=axis, keepdims=True)) + m
    return out.squeeze(axis)


@wrong_answer(
    "log_sum_exp", cause="log1p counts the largest term twice: ln(1 + sum) with it in sum"
)
def lse_largest_term_twice(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = Z.max(axis=axis, keepdims=True)
    rest = np.exp(Z - m).sum(axis=axis)
    return m.squeeze(axis) + np.log1p(rest)


@wrong_answer("log_sum_exp", cause="subtracts the minimum instead of the maximum: still overflows")
def lse_subtracts_minimum(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.min(Z, axis=axis, keepdims=True)
    return np.squeeze(m, axis) + np.log(np.sum(np.exp(Z - m), axis=axis))


@wrong_answer(
    "log_sum_exp", cause="shift is the largest |Z|: very negative logits underflow, log(0)"
)
def lse_largest_absolute_value(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    c = np.abs(Z).max(axis=axis, keepdims=True)
    return c.squeeze(axis) + np.log(np.exp(Z - c).sum(axis=axis))


@wrong_answer("log_sum_exp", cause="base-2 logarithm of the sum")
def lse_log2(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = Z.max(axis=axis, keepdims=True)
    return m.squeeze(axis) + np.log2(np.exp(Z - m).sum(axis=axis))


# --- softmax ---


@wrong_answer("softmax", cause="normalizes over the whole array: all rows together sum to 1")
def softmax_over_everything(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float) / temperature
    exps = np.exp(Z - np.max(Z))
    return exps / np.sum(exps)


@wrong_answer("softmax", cause="multiplies by the temperature instead of dividing")
def softmax_times_temperature(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float) * temperature
    e = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@wrong_answer("softmax", cause="minus sign: logits taken for energies, exp(-Z / T)")
def softmax_of_energies(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    E = np.asarray(Z, dtype=float) / temperature
    boltzmann = np.exp(-(E - E.min(axis=-1, keepdims=True)))
    return boltzmann / boltzmann.sum(axis=-1, keepdims=True)


@wrong_answer(
    "softmax", cause="one maximum for the whole array: rows far below underflow to 0 / 0"
)
def softmax_global_maximum(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float) / temperature
    e = np.exp(Z - Z.max())
    return e / e.sum(axis=-1, keepdims=True)


@wrong_answer("softmax", cause="temperature 0 is accepted: only negative values are refused")
def softmax_allows_zero_temperature(Z, temperature=1.0):
    if temperature < 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float) / temperature
    e = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@wrong_answer(
    "softmax", cause="subtracts the maximum of Z from Z / T, which can over- or underflow"
)
def softmax_maximum_not_scaled(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    e = np.exp(Z / temperature - Z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


# --- one_hot ---


@wrong_answer("one_hot", cause="transposed: (k, n), one column a sample")
def one_hot_transposed(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y != np.floor(y))):
        raise ValueError("y out of range")
    return (np.arange(k)[:, None] == y[None, :]).astype(float)


@wrong_answer("one_hot", cause="negative labels are not refused: -1 counts as the last class")
def one_hot_accepts_negative(y, k):
    y = np.asarray(y)
    if np.any(y >= k) or np.any(y != np.floor(y)):
        raise ValueError("y has a label out of range")
    return np.eye(k)[y.astype(int)]


@wrong_answer("one_hot", cause="Y[:, y] = 1 sets whole columns, not one entry in each row")
def one_hot_whole_columns(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    Y = np.zeros((y.shape[0], k))
    Y[:, y.astype(int)] = 1
    return Y


@wrong_answer("one_hot", cause="float labels fail as an index: they are not converted to integers")
def one_hot_float_labels_fail(y, k):
    y = np.array(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    Y = np.zeros((len(y), k))
    Y[np.arange(len(y)), y] = 1
    return Y


@wrong_answer("one_hot", cause="renumbers the labels that occur (np.unique): absent classes vanish")
def one_hot_renumbers(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    _, codes = np.unique(y, return_inverse=True)
    return np.eye(k)[codes]


@wrong_answer("one_hot", cause="all rows are the same list, so each row holds all the ones")
def one_hot_shared_rows(y, k):
    for label in y:
        if label not in range(k):
            raise ValueError(f"y has the label {label}")
    rows = [[0.0] * k] * len(y)
    for i, label in enumerate(y):
        rows[i][int(label)] = 1.0
    return np.array(rows)


# --- softmax_loss ---


@wrong_answer("softmax_loss", cause="the penalty lacks its half: l2 times the sum of W**2")
def loss_penalty_without_half(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, len(b))
    data_loss = np.mean(log_sum_exp(Z) - np.sum(Y * Z, axis=1))
    reg_loss = l2 * np.sum(W * W)
    return data_loss + reg_loss


@wrong_answer("softmax_loss", cause="the penalty is divided by the number of samples")
def loss_penalty_over_n(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    n = len(Z)
    total = np.sum(log_sum_exp(Z) - Z[np.arange(n), np.asarray(y, int)])
    return (total + l2 / 2 * np.sum(W**2)) / n


@wrong_answer(
    "softmax_loss", cause="1e-8 is added inside the log: the loss of sure errors is capped"
)
def loss_small_number_in_log(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    P = softmax(X @ W + b)
    right = P[np.arange(len(P)), np.asarray(y, int)]
    return -np.mean(np.log(right + 1e-8)) + l2 / 2 * np.sum(W**2)


@wrong_answer("softmax_loss", cause="averages over all n k entries of Y ln P: k times too small")
def loss_mean_over_all_entries(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    log_P = Z - log_sum_exp(Z)[:, np.newaxis]
    return -np.mean(one_hot(y, W.shape[1]) * log_P) + l2 / 2 * np.sum(W**2)


@wrong_answer(
    "softmax_loss", cause="indexes Z[:, y]: averages the logits of all samples and labels"
)
def loss_all_pairs_of_labels(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    correct = Z[:, np.asarray(y, int)]
    return np.mean(log_sum_exp(Z)[:, None] - correct) + l2 / 2 * np.sum(W**2)


@wrong_answer("softmax_loss", cause="adds the binary cross-entropies of k separate sigmoids")
def loss_one_against_rest(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    Y = one_hot(y, Z.shape[1])
    bce = np.logaddexp(0, Z) - Y * Z
    return bce.sum(axis=1).mean() + l2 / 2 * np.sum(W**2)


# --- softmax_gradients ---


@wrong_answer("softmax_gradients", cause="the penalty has no part in dW: l2 is ignored")
def gradients_without_penalty(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = X.shape[0]
    dscores = softmax(X @ W + b)
    dscores[np.arange(n), np.asarray(y, int)] -= 1
    dscores /= n
    return X.T @ dscores, dscores.sum(axis=0)


@wrong_answer("softmax_gradients", cause="the penalty's slope is 2 l2 W: its half is forgotten")
def gradients_penalty_doubled(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    dZ = (softmax(X @ W + b) - one_hot(y, len(b))) / len(X)
    dW = X.T.dot(dZ)
    dW += 2 * l2 * W
    return dW, np.sum(dZ, axis=0)


@wrong_answer("softmax_gradients", cause="db contains l2 b: the biases are penalized as well")
def gradients_penalty_on_biases(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    dZ = (softmax(X @ W + b) - one_hot(y, len(b))) / len(X)
    return X.T @ dZ + l2 * W, dZ.sum(axis=0) + l2 * b


@wrong_answer("softmax_gradients", cause="db is the sum over the samples while dW is the mean")
def gradients_bias_summed(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    error = softmax(X @ W + b) - one_hot(y, W.shape[1])
    dW = np.einsum("nd,nk->dk", X, error) / X.shape[0] + l2 * W
    db = error.sum(axis=0)
    return dW, db


@wrong_answer(
    "softmax_gradients", cause="only the label's column has an error: other classes get 0"
)
def gradients_label_column_only(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Y = one_hot(y, len(b))
    P = softmax(X @ W + b)
    D = Y * (P - Y)
    return X.T @ D / len(X) + l2 * W, D.mean(axis=0)


@wrong_answer("softmax_gradients", cause="results exchanged: returns (db, dW)")
def gradients_exchanged(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    error = (softmax(X @ W + b) - one_hot(y, len(b))) / len(X)
    db = error.sum(axis=0)
    dW = X.T @ error + l2 * W
    return db, dW


# --- accuracy ---


@wrong_answer("accuracy", cause="share of the wrong answers (!= for ==)")
def accuracy_error_rate(W, b, X, y):
    predicted = np.argmax(np.dot(X, W) + np.asarray(b), axis=1)
    return np.mean(predicted != np.asarray(y))


@wrong_answer("accuracy", cause="the bias is left out of the logits")
def accuracy_without_bias(W, b, X, y):
    logits = np.matmul(np.asarray(X), np.asarray(W))
    return (logits.argmax(axis=-1) == np.asarray(y)).mean()


@wrong_answer("accuracy", cause="of several largest logits the last counts (>= in the search)")
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


@wrong_answer("accuracy", cause="mean of the accuracies of the classes: rare classes weigh as much")
def accuracy_balanced(W, b, X, y):
    y = np.asarray(y)
    pred = np.argmax(np.dot(X, W) + np.asarray(b), axis=1)
    return np.mean([np.mean(pred[y == c] == c) for c in np.unique(y)])


@wrong_answer("accuracy", cause="labels as a column: the comparison broadcasts to all pairs (n, n)")
def accuracy_all_pairs(W, b, X, y):
    Z = np.dot(X, W) + np.asarray(b)
    y = np.asarray(y).reshape(-1, 1)
    return np.mean(Z.argmax(axis=1) == y)


@wrong_answer("accuracy", cause="mean probability of the labels instead of the share of right ones")
def accuracy_mean_probability(W, b, X, y):
    P = softmax(np.dot(X, W) + np.asarray(b))
    return np.sum(P * one_hot(y, P.shape[1])) / len(P)


# --- fit ---


@wrong_answer("fit", cause="l2 is not passed on to the gradients: no penalty")
def fit_forgets_l2(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y)
        W -= lr * dW
        b -= lr * db
    return W, b


@wrong_answer("fit", cause="one step too few: for t in range(1, n_steps)")
def fit_one_step_short(X, y, k, lr, n_steps, l2=0.0):
    params = [np.zeros((np.shape(X)[1], k)), np.zeros(k)]
    for t in range(1, n_steps):
        grads = softmax_gradients(*params, X, y, l2)
        params = [p - lr * g for p, g in zip(params, grads)]
    return tuple(params)


@wrong_answer("fit", cause="starts from small random weights instead of zeros")
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


@wrong_answer("fit", cause="the learning rate shrinks with the steps as lr / (t + 1)")
def fit_shrinking_rate(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for t in range(n_steps):
        step = lr / (1 + t)
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W - step * dW, b - step * db
    return W, b


@wrong_answer("fit", cause="gradients computed once at the start and reused in every step")
def fit_stale_gradients(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    dW, db = softmax_gradients(W, b, X, y, l2)
    for _ in range(n_steps):
        W, b = W - lr * dW, b - lr * db
    return W, b


@wrong_answer(
    "fit", cause="steps after every single sample: stochastic instead of all samples at once"
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
