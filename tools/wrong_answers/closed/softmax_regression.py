"""Wrong answers to the exercises of softmax_regression, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- log_sum_exp ---


@wrong_answer("log_sum_exp", cause="no maximum is subtracted: exp overflows or all terms underflow")
def lse_naive(Z, axis=-1):
    return np.log(np.sum(np.exp(np.asarray(Z, dtype=float)), axis=axis))


@wrong_answer("log_sum_exp", cause="one maximum of the whole array: rows far below it give log(0)")
def lse_global_maximum(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z)
    return m + np.log(np.sum(np.exp(Z - m), axis=axis))


@wrong_answer("log_sum_exp", cause="the argument axis is ignored: always sums along the last axis")
def lse_ignores_axis(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = Z.max(axis=-1, keepdims=True)
    return np.squeeze(m, -1) + np.log(np.exp(Z - m).sum(axis=-1))


@wrong_answer("log_sum_exp", cause="keepdims: the summed axis stays in the result with length 1")
def lse_keeps_dims(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    m = np.max(Z, axis=axis, keepdims=True)
    return m + np.log(np.sum(np.exp(Z - m), axis=axis, keepdims=True))


@wrong_answer("log_sum_exp", cause="returns the maximum only, the logarithm of the sum is missing")
def lse_is_maximum(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    return Z.max(axis=axis)


@wrong_answer("log_sum_exp", cause="the running sum starts from 0 in logarithms: an extra term e^0")
def lse_extra_term(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    total = 0.0
    for layer in np.moveaxis(Z, axis, 0):
        total = np.logaddexp(total, layer)
    return total


# --- softmax ---


@wrong_answer("softmax", cause="no maximum is subtracted: inf / inf or 0 / 0 for large logits")
def softmax_naive(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    e = np.exp(np.asarray(Z, dtype=float) / temperature)
    return e / e.sum(axis=-1, keepdims=True)


@wrong_answer("softmax", cause="normalizes along axis 0: columns sum to 1 instead of rows")
def softmax_over_columns(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    A = np.asarray(Z, dtype=float) / temperature
    e = np.exp(A - A.max(axis=0))
    return e / e.sum(axis=0)


@wrong_answer("softmax", cause="the temperature is checked but never used")
def softmax_ignores_temperature(Z, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    e = np.exp(Z - np.max(Z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


@wrong_answer("softmax", cause="precedence: only the maximum is divided by the temperature, not Z")
def softmax_divides_maximum_only(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    A = Z - np.max(Z, axis=-1, keepdims=True) / temperature
    A = A - A.max(axis=-1, keepdims=True)
    return np.exp(A) / np.exp(A).sum(axis=-1, keepdims=True)


@wrong_answer("softmax", cause="applies the temperature to the probabilities, after normalizing")
def softmax_temperature_after(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float)
    p = np.exp(Z - Z.max(axis=-1, keepdims=True))
    p /= p.sum(axis=-1, keepdims=True)
    return p / temperature


@wrong_answer("softmax", cause="divides by the largest exponential instead of the sum")
def softmax_divides_by_largest(Z, temperature=1.0):
    if temperature <= 0:
        raise ValueError("temperature must be positive")
    Z = np.asarray(Z, dtype=float) / temperature
    m = Z.max(axis=-1, keepdims=True)
    e = np.exp(Z - m)
    return e / np.max(e, axis=-1, keepdims=True)


# --- one_hot ---


@wrong_answer("one_hot", cause="labels are taken to start at 1: the 1 stands one column too early")
def one_hot_labels_from_one(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y != np.floor(y))):
        raise ValueError("y has labels that are not 0 ... k-1")
    Y = np.zeros((len(y), k))
    Y[np.arange(len(y)), y.astype(int) - 1] = 1
    return Y


@wrong_answer("one_hot", cause="label k is let through the check: y > k instead of y >= k")
def one_hot_check_off_by_one(y, k):
    labels = np.asarray(y)
    for label in labels:
        if label < 0 or label > k or label != int(label):
            raise ValueError("y must hold labels from 0 to k-1")
    Y = np.zeros((len(labels), k))
    for j in range(k):
        Y[labels == j, j] = 1.0
    return Y


@wrong_answer("one_hot", cause="refuses the last class k-1, a valid label: y >= k - 1")
def one_hot_refuses_last_class(y, k):
    y = np.asarray(y)
    if y.min() < 0 or y.max() >= k - 1 or np.any(y % 1):
        raise ValueError("y is out of range")
    return np.eye(k)[y.astype(int)]


@wrong_answer("one_hot", cause="width from the largest label, y.max() + 1, instead of k")
def one_hot_width_from_labels(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    y = y.astype(int)
    encoded = np.zeros((y.size, y.max() + 1))
    encoded[np.arange(y.size), y] = 1
    return encoded


@wrong_answer("one_hot", cause="fractions such as 0.5 are cut to integers instead of refused")
def one_hot_truncates_fractions(y, k):
    y = np.asarray(y).astype(int)
    if (y < 0).any() or (y >= k).any():
        raise ValueError("y contains a label that is none of 0 ... k-1")
    return np.eye(k)[y]


@wrong_answer("one_hot", cause="fills ones up to the label (<=) instead of at it only (==)")
def one_hot_thermometer(y, k):
    y = np.asarray(y)
    if np.any((y < 0) | (y >= k) | (y % 1 != 0)):
        raise ValueError("y must be in 0 ... k-1")
    return (np.arange(k) <= y.reshape(-1, 1)).astype(np.float64)


# --- softmax_loss ---


@wrong_answer("softmax_loss", cause="sum of the samples' losses instead of the mean")
def loss_summed(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    losses = log_sum_exp(Z) - Z[np.arange(len(Z)), np.asarray(y, int)]
    return losses.sum() + l2 / 2 * np.sum(W**2)


@wrong_answer("softmax_loss", cause="sign: logit of the label minus log-sum-exp, negative losses")
def loss_negated_likelihood_missing(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    log_p = Z - log_sum_exp(Z)[:, None]
    return np.mean(log_p[np.arange(len(Z)), np.asarray(y, int)]) + l2 / 2 * np.sum(W**2)


@wrong_answer("softmax_loss", cause="the penalty uses the norm of W, not its square")
def loss_penalty_norm_not_squared(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    picked = np.take_along_axis(Z, np.asarray(y, int)[:, None], axis=1)[:, 0]
    return np.mean(log_sum_exp(Z) - picked) + 0.5 * l2 * np.linalg.norm(W)


@wrong_answer("softmax_loss", cause="the biases are penalized too")
def loss_penalizes_biases(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    nll = log_sum_exp(Z) - Z[range(len(Z)), np.asarray(y, int)]
    return nll.mean() + l2 / 2 * (np.sum(W**2) + np.sum(b**2))


@wrong_answer("softmax_loss", cause="softmax applied twice: its output is used as logits again")
def loss_softmax_twice(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    out = softmax(X @ W + b)
    ce = log_sum_exp(out) - out[np.arange(len(out)), np.asarray(y, int)]
    return ce.mean() + l2 / 2 * np.sum(W**2)


@wrong_answer("softmax_loss", cause="hard maximum instead of log-sum-exp (perceptron loss)")
def loss_hard_maximum(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    Z = X @ W + b
    own = Z[np.arange(len(Z)), np.asarray(y, int)]
    return np.mean(Z.max(axis=1) - own) + l2 / 2 * np.sum(W**2)


# --- softmax_gradients ---


@wrong_answer("softmax_gradients", cause="not divided by n: gradients of the summed loss")
def gradients_summed(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    D = softmax(X @ W + b) - one_hot(y, len(b))
    return X.T @ D + l2 * W, D.sum(axis=0)


@wrong_answer("softmax_gradients", cause="sign: Y - P in place of P - Y for W and b")
def gradients_truth_minus_probability(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    D = one_hot(y, len(b)) - softmax(X @ W + b)
    return X.T @ D / n + l2 * W, D.mean(axis=0)


@wrong_answer("softmax_gradients", cause="the penalty is divided by n together with the data term")
def gradients_penalty_over_n(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    error = softmax(X @ W + b) - one_hot(y, W.shape[1])
    return (X.T @ error + l2 * W) / n, error.mean(axis=0)


@wrong_answer("softmax_gradients", cause="extra factor P (1 - P), as in the squared error")
def gradients_with_extra_slope(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    P = softmax(X @ W + b)
    delta = (P - one_hot(y, len(b))) * P * (1 - P)
    return X.T @ delta / len(X) + l2 * W, delta.mean(axis=0)


@wrong_answer(
    "softmax_gradients", cause="P[:, y] -= 1 subtracts from whole columns, not one entry a row"
)
def gradients_subtract_whole_columns(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    P = softmax(X @ W + b)
    P[:, np.asarray(y, int)] -= 1
    P /= len(X)
    return X.T @ P + l2 * W, P.sum(axis=0)


@wrong_answer("softmax_gradients", cause="the labels are not subtracted: P in place of P - Y")
def gradients_without_labels(W, b, X, y, l2=0.0):
    W, b, X = (np.asarray(a, float) for a in (W, b, X))
    n = len(X)
    probs = softmax(X @ W + b)
    return X.T @ probs / n + l2 * W, probs.mean(axis=0)


# --- accuracy ---


@wrong_answer("accuracy", cause="the number of right answers, not divided by n")
def accuracy_count(W, b, X, y):
    Z = np.asarray(X) @ np.asarray(W) + np.asarray(b)
    return np.sum(Z.argmax(axis=1) == np.asarray(y))


@wrong_answer("accuracy", cause="argmax along axis 0: the sample of largest logit for each class")
def accuracy_argmax_over_samples(W, b, X, y):
    Z = np.dot(X, W) + np.asarray(b)
    best = np.argmax(Z, axis=0)
    y = np.asarray(y)
    hits = sum(best[label] == i for i, label in enumerate(y))
    return hits / len(y)


@wrong_answer("accuracy", cause="in percent, from 0 to 100")
def accuracy_in_percent(W, b, X, y):
    pred = np.argmax(np.dot(X, W) + np.asarray(b), axis=1)
    correct = sum(int(p == t) for p, t in zip(pred, y))
    return 100.0 * correct / len(y)


@wrong_answer("accuracy", cause="of several largest logits any counts, so a tie is always right")
def accuracy_every_tie_right(W, b, X, y):
    Z = np.dot(X, W) + np.asarray(b)
    own = Z[np.arange(len(Z)), np.asarray(y, int)]
    return np.mean(own == Z.max(axis=1))


@wrong_answer("accuracy", cause="a sample counts only if its label has a probability above 0.5")
def accuracy_more_than_half(W, b, X, y):
    P = softmax(np.dot(X, W) + np.asarray(b))
    return np.mean(P[np.arange(len(P)), np.asarray(y, int)] > 0.5)


@wrong_answer("accuracy", cause="largest absolute value of the logits instead of the largest logit")
def accuracy_largest_absolute_logit(W, b, X, y):
    Z = np.dot(X, W) + np.asarray(b)
    return np.mean(np.argmax(np.abs(Z), axis=1) == np.asarray(y))


# --- fit ---


@wrong_answer("fit", cause="climbs: the gradients are added")
def fit_climbs(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W, b = W + lr * dW, b + lr * db
    return W, b


@wrong_answer("fit", cause="the bias gradient is taken at the new W instead of the old one")
def fit_bias_after_weights(X, y, k, lr, n_steps, l2=0.0):
    W = np.zeros((np.shape(X)[1], k))
    b = np.zeros(k)
    for _ in range(n_steps):
        W = W - lr * softmax_gradients(W, b, X, y, l2)[0]
        b = b - lr * softmax_gradients(W, b, X, y, l2)[1]
    return W, b


@wrong_answer("fit", cause="the bias is never updated and stays zero")
def fit_bias_stays_zero(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, _db = softmax_gradients(W, b, X, y, l2)
        W -= lr * dW
    return W, b


@wrong_answer("fit", cause="the bias decays with l2 too: it is penalized like the weights")
def fit_penalizes_bias(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        W = W - lr * dW
        b = b - lr * (db + l2 * b)
    return W, b


@wrong_answer("fit", cause="the penalty is applied twice: in the gradient and as weight decay")
def fit_penalty_twice(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2)
        dW = dW + l2 * W
        W, b = W - lr * dW, b - lr * db
    return W, b


@wrong_answer("fit", cause="the bias step lacks the learning rate")
def fit_bias_without_rate(X, y, k, lr, n_steps, l2=0.0):
    W, b = np.zeros((np.shape(X)[1], k)), np.zeros(k)
    for _ in range(n_steps):
        dW, db = softmax_gradients(W, b, X, y, l2=l2)
        W = W - lr * dW
        b = b - db
    return W, b
