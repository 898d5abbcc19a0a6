"""Wrong answers to the exercises of logistic_regression, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- sigmoid ---


@wrong_answer("sigmoid", cause="naive 1 / (1 + exp(-z)): overflow warning for very negative logits")
def sigmoid_naive(z):
    z = np.asarray(z, dtype=float)
    return 1.0 / (1.0 + np.exp(-z))


@wrong_answer("sigmoid", cause="sign of the exponent: computes 1 / (1 + exp(z)), the mirror image")
def sigmoid_mirrored(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, e / (1 + e), 1 / (1 + e))


@wrong_answer(
    "sigmoid", cause="the absolute value is taken for all z: values for negative z are wrong"
)
def sigmoid_of_absolute_value(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + np.exp(-np.abs(z)))


@wrong_answer(
    "sigmoid", cause="zeros_like(z) has the integer type of z: probabilities truncated to 0"
)
def sigmoid_in_integers(z):
    z = np.asarray(z)
    out = np.zeros_like(z)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    ez = np.exp(z[~pos])
    out[~pos] = ez / (1 + ez)
    return out


@wrong_answer("sigmoid", cause="tanh instead of the sigmoid: values from -1 to 1")
def sigmoid_is_tanh(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - e) / (1 + e)


@wrong_answer("sigmoid", cause="(1 + tanh(z)) / 2 with z in place of z / 2: twice as steep")
def sigmoid_twice_as_steep(z):
    return 0.5 * (1 + np.tanh(np.asarray(z, dtype=float)))


# --- sigmoid_gradient ---


@wrong_answer("sigmoid_gradient", cause="takes z for the probability already: z (1 - z)")
def slope_of_probability_argument(z):
    z = np.asarray(z, dtype=float)
    return z * (1 - z)


@wrong_answer("sigmoid_gradient", cause="slope of tanh, 1 - s**2, in place of s (1 - s)")
def slope_of_tanh(z):
    s = sigmoid(z)
    return 1 - s**2


@wrong_answer("sigmoid_gradient", cause="sign: s (s - 1) is negative")
def slope_negative(z):
    s = sigmoid(z)
    return s * (s - 1)


@wrong_answer(
    "sigmoid_gradient",
    cause="exp(-z) / (1 + exp(-z))**2 as it stands: inf / inf for very negative z",
)
def slope_naive_quotient(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


@wrong_answer("sigmoid_gradient", cause="derivative of the logarithm of the sigmoid, 1 - s")
def slope_of_log_sigmoid(z):
    return 1 - sigmoid(z)


@wrong_answer(
    "sigmoid_gradient", cause="forward difference with h = 0.01: wrong in the third digit"
)
def slope_coarse_difference(z):
    z = np.asarray(z, dtype=float)
    h = 0.01
    return (sigmoid(z + h) - sigmoid(z)) / h


# --- squared_loss ---


@wrong_answer("squared_loss", cause="the factor 1/2 is missing")
def squared_without_half(w, X, y):
    p = sigmoid(np.asarray(X) @ np.asarray(w))
    return np.mean((p - np.asarray(y)) ** 2)


@wrong_answer("squared_loss", cause="no sigmoid: squares the difference of logit and label")
def squared_of_logits(w, X, y):
    z = np.dot(X, w)
    return np.mean((z - np.asarray(y)) ** 2) / 2


@wrong_answer("squared_loss", cause="rounds the probabilities to the classes 0 and 1 first")
def squared_of_decisions(w, X, y):
    p = sigmoid(np.dot(X, w))
    y_hat = (p > 0.5).astype(float)
    return 0.5 * np.mean((y_hat - np.asarray(y)) ** 2)


@wrong_answer("squared_loss", cause="labels as a column: p - y broadcasts to (n, n)")
def squared_column_of_labels(w, X, y):
    p = sigmoid(np.dot(X, w))
    y = np.array(y).reshape(len(y), 1)
    return np.square(p - y).mean() / 2


@wrong_answer("squared_loss", cause="sigmoid is applied twice, to the probabilities again")
def squared_sigmoid_twice(w, X, y):
    a = sigmoid(np.dot(X, w))
    prediction = sigmoid(a)
    return np.sum((prediction - np.asarray(y)) ** 2) / (2 * len(a))


@wrong_answer("squared_loss", cause="labels exchanged: compares p with 1 - y")
def squared_labels_exchanged(w, X, y):
    y = np.asarray(y)
    p = sigmoid(np.dot(X, w))
    wrong = np.where(y == 1, p, 1 - p)
    return 0.5 * np.mean(wrong**2)


# --- squared_loss_gradient ---


@wrong_answer("squared_loss_gradient", cause="the slope p (1 - p) of the sigmoid is missing")
def squared_gradient_without_slope(w, X, y):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    return X.T @ (p - np.asarray(y)) / len(p)


@wrong_answer("squared_loss_gradient", cause="slope taken at p instead of z: sigmoid_gradient(p)")
def squared_gradient_slope_at_p(w, X, y):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    delta = (p - np.asarray(y)) * sigmoid_gradient(p)
    return X.T @ delta / len(p)


@wrong_answer(
    "squared_loss_gradient", cause="the slope p (1 - p) is averaged and taken outside the sum"
)
def squared_gradient_mean_slope(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    p = sigmoid(X @ np.asarray(w, float))
    slope = np.mean(p * (1 - p))
    return slope * (X.T @ (p - y)) / len(y)


@wrong_answer("squared_loss_gradient", cause="precedence: brackets around 1 - p are missing")
def squared_gradient_no_brackets(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    p = sigmoid(X @ np.asarray(w, float))
    return X.T @ ((p - y) * p * 1 - p) / len(y)


@wrong_answer("squared_loss_gradient", cause="the error p - y is squared in the gradient")
def squared_gradient_square_stays(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    p = sigmoid(X @ np.asarray(w, float))
    return np.einsum("n,nd->d", (p - y) ** 2 * p * (1 - p), X) / len(y)


@wrong_answer("squared_loss_gradient", cause="= instead of +=: only the last sample remains")
def squared_gradient_last_sample(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    n = len(y)
    gradient = np.zeros(X.shape[1])
    for i in range(n):
        p = sigmoid(np.dot(w, X[i]))
        gradient = (p - y[i]) * p * (1 - p) * X[i] / n
    return gradient


# --- cross_entropy ---


@wrong_answer("cross_entropy", cause="sum over the samples instead of the mean")
def entropy_sum(w, X, y):
    z, y = np.dot(X, w), np.asarray(y)
    return np.sum(y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z))


@wrong_answer("cross_entropy", cause="logarithm to base 2: bits instead of nats")
def entropy_in_bits(w, X, y):
    z, y = np.dot(X, w), np.asarray(y)
    nats = y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z)
    return np.mean(nats) / np.log(2)


@wrong_answer("cross_entropy", cause="sign of the label term: ln(1 + e^z) + y z")
def entropy_plus_label_term(w, X, y):
    z = np.dot(X, w)
    return np.mean(np.logaddexp(0, z) + np.asarray(y) * z)


@wrong_answer("cross_entropy", cause="np.logaddexp(1, z) is ln(e + e^z), not ln(1 + e^z)")
def entropy_logaddexp_of_one(w, X, y):
    z = np.dot(X, w)
    return np.mean(np.logaddexp(1, z) - np.asarray(y) * z)


@wrong_answer(
    "cross_entropy", cause="entropy of the predictions themselves: p in place of the label"
)
def entropy_of_predictions(w, X, y):
    z = np.dot(X, w)
    p = sigmoid(z)
    return np.mean(np.logaddexp(0, z) - p * z)


@wrong_answer("cross_entropy", cause="the term ln(1 + e^-|z|) is missing: max(z, 0) - y z only")
def entropy_without_log_term(w, X, y):
    z = np.dot(X, w)
    return np.mean(np.maximum(z, 0) - z * np.asarray(y))


# --- cross_entropy_gradient ---


@wrong_answer("cross_entropy_gradient", cause="not divided by n: gradient of the summed loss")
def ce_gradient_sum(w, X, y):
    X = np.asarray(X, float)
    return np.dot(X.T, sigmoid(np.dot(X, w)) - np.asarray(y))


@wrong_answer("cross_entropy_gradient", cause="error of the logits: z - y, without the sigmoid")
def ce_gradient_without_sigmoid(w, X, y):
    X = np.asarray(X, float)
    return X.T @ (X @ np.asarray(w, float) - np.asarray(y)) / len(X)


@wrong_answer("cross_entropy_gradient", cause="mean error times mean input: product of two means")
def ce_gradient_product_of_means(w, X, y):
    X = np.asarray(X, float)
    err = sigmoid(X @ np.asarray(w, float)) - np.asarray(y)
    return np.mean(err) * np.mean(X, axis=0)


@wrong_answer(
    "cross_entropy_gradient", cause="the entry of the last weight is set to 0 as if a bias"
)
def ce_gradient_bias_zeroed(w, X, y):
    X = np.asarray(X, float)
    g = X.T @ (sigmoid(X @ np.asarray(w, float)) - np.asarray(y)) / len(X)
    g[-1] = 0
    return g


@wrong_answer("cross_entropy_gradient", cause="sigmoid applied twice to the weighted sum")
def ce_gradient_sigmoid_twice(w, X, y):
    X = np.asarray(X, float)
    h = sigmoid(X @ np.asarray(w, float))
    error = sigmoid(h) - np.asarray(y)
    return (X * error[:, None]).mean(axis=0)


@wrong_answer(
    "cross_entropy_gradient",
    cause="derivative by p only, (p - y) / (p (1 - p)): the slope of the sigmoid is not applied",
)
def ce_gradient_by_probability(w, X, y):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    dp = (p - np.asarray(y)) / (p * (1 - p))
    return X.T @ dp / len(dp)


# --- cross_entropy_hessian ---


@wrong_answer("cross_entropy_hessian", cause="the weights p (1 - p) are missing: X.T X / n")
def hessian_of_least_squares(w, X):
    X = np.asarray(X, float)
    return X.T @ X / len(X)


@wrong_answer("cross_entropy_hessian", cause="weights fixed at 1/4, their value at w = 0")
def hessian_at_zero(w, X):
    X = np.asarray(X, float)
    n = X.shape[0]
    return X.T @ X / (4 * n)


@wrong_answer("cross_entropy_hessian", cause="mean slope taken outside the sum over the samples")
def hessian_mean_slope(w, X):
    X = np.asarray(X, float)
    slope = sigmoid_gradient(X @ np.asarray(w, float)).mean()
    return slope * X.T @ X / len(X)


@wrong_answer("cross_entropy_hessian", cause="slope evaluated at p: sigmoid_gradient(sigmoid(z))")
def hessian_slope_at_p(w, X):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    return X.T @ (sigmoid_gradient(p)[:, None] * X) / len(X)


@wrong_answer("cross_entropy_hessian", cause="only the diagonal, mixed derivatives are 0")
def hessian_diagonal(w, X):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    return np.diag(np.mean((p * (1 - p))[:, None] * X**2, axis=0))


@wrong_answer(
    "cross_entropy_hessian", cause="H is assigned in the loop, so only the last sample counts"
)
def hessian_last_sample(w, X):
    X = np.asarray(X, float)
    n = len(X)
    for x in X:
        p = sigmoid(x @ np.asarray(w, float))
        H = p * (1 - p) * np.outer(x, x) / n
    return H


# --- fit ---


@wrong_answer("fit", cause="one step too many: range(n_steps + 1)")
def fit_one_step_more(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps + 1):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@wrong_answer("fit", cause="descends the squared loss instead of the cross-entropy")
def fit_squared_loss(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        w = w - lr * squared_loss_gradient(w, X, y)
    return w


@wrong_answer("fit", cause="adds a bias column of ones to X, so d + 1 weights come back")
def fit_adds_bias(X, y, lr, n_steps):
    X = np.asarray(X, float)
    X = np.hstack([X, np.ones((X.shape[0], 1))])
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@wrong_answer("fit", cause="starts from small random weights instead of zero")
def fit_random_start(X, y, lr, n_steps):
    rng = np.random.default_rng(0)
    w = 0.01 * rng.standard_normal(np.shape(X)[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@wrong_answer(
    "fit", cause="stochastic: each step is a sweep that updates after every single sample"
)
def fit_sample_by_sample(X, y, lr, n_steps):
    X, y = np.asarray(X, float), np.asarray(y, float)
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        for xi, yi in zip(X, y):
            w = w - lr / len(y) * (sigmoid(xi @ w) - yi) * xi
    return w


@wrong_answer("fit", cause="stops early as soon as the loss falls by less than 0.001")
def fit_stops_early(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    previous = np.inf
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
        loss = cross_entropy(w, X, y)
        if abs(previous - loss) < 1e-3:
            break
        previous = loss
    return w


# --- newton_fit ---


@wrong_answer("newton_fit", cause="sign: adds H^-1 g and so walks away from the minimum")
def newton_wrong_sign(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(d)
        w = w + np.linalg.solve(H, g)
    return w


@wrong_answer("newton_fit", cause="the last weight, taken for the bias, is not penalized")
def newton_bias_not_penalized(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    reg = l2 * np.ones(d)
    reg[-1] = 0
    w = np.zeros(d)
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + reg * w
        H = cross_entropy_hessian(w, X) + np.diag(reg)
        w = w - np.linalg.solve(H, g)
    return w


@wrong_answer("newton_fit", cause="the penalty is divided by n, as in another course")
def newton_penalty_over_n(X, y, n_steps, l2=1e-6):
    n, d = np.shape(X)
    w = np.zeros(d)
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 / n * w
        H = cross_entropy_hessian(w, X) + l2 / n * np.identity(d)
        w = w - np.linalg.solve(H, g)
    return w


@wrong_answer("newton_fit", cause="H + l2 adds the number to every entry, not to the diagonal only")
def newton_penalty_on_all_entries(X, y, n_steps, l2=1e-6):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2
        w = w - np.linalg.lstsq(H, g, rcond=None)[0]
    return w


@wrong_answer(
    "newton_fit", cause="gradient summed over the samples, Hessian averaged: n times too long"
)
def newton_gradient_summed(X, y, n_steps, l2=1e-6):
    X, y = np.asarray(X, float), np.asarray(y, float)
    n, d = X.shape
    w = np.zeros(d)
    for _ in range(n_steps):
        p = sigmoid(X @ w)
        g = X.T @ (p - y) + l2 * w
        H = X.T @ (X * (p * (1 - p))[:, None]) / n + l2 * np.eye(d)
        w = w - np.linalg.solve(H, g)
    return w


@wrong_answer("newton_fit", cause="one Newton step too many: counts from 0 to n_steps inclusive")
def newton_one_step_more(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    step = 0
    while step <= n_steps:
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(d)
        w = w - np.linalg.solve(H, g)
        step += 1
    return w
