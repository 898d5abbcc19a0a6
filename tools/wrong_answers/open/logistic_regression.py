"""Wrong answers to the exercises of logistic_regression, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- sigmoid ---


@wrong_answer("sigmoid", cause="exp(z) / (1 + exp(z)) for all z: inf / inf is nan for large logits")
def sigmoid_inf_over_inf(z):
    e = np.exp(np.asarray(z, dtype=float))
    return e / (1 + e)


@wrong_answer("sigmoid", cause="both branches of np.where are computed for all z, so exp overflows")
def sigmoid_where_computes_both(z):
    z = np.asarray(z, dtype=float)
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


@wrong_answer(
    "sigmoid", cause="masks z > 0 and z < 0 leave out z = 0, which stays 0 instead of 1/2"
)
def sigmoid_forgets_zero(z):
    z = np.asarray(z, dtype=float)
    s = np.zeros(z.shape)
    s[z > 0] = 1 / (1 + np.exp(-z[z > 0]))
    s[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return s


@wrong_answer(
    "sigmoid", cause="clips the logits to -10 ... 10, so sure probabilities are not 0 or 1"
)
def sigmoid_clips_logits(z):
    z = np.clip(np.asarray(z, dtype=float), -10, 10)
    return 1 / (1 + np.exp(-z))


@wrong_answer("sigmoid", cause="'hard sigmoid': a clipped straight line 0.2 z + 0.5")
def sigmoid_hard(z):
    z = np.asarray(z, dtype=float)
    return np.clip(0.2 * z + 0.5, 0.0, 1.0)


@wrong_answer("sigmoid", cause="normalizes over all entries (a softmax) instead of each on its own")
def sigmoid_normalizes_over_entries(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - np.max(z))
    return e / e.sum()


# --- sigmoid_gradient ---


@wrong_answer("sigmoid_gradient", cause="sigmoid applied twice: slope at the output, not at z")
def slope_at_the_output(z):
    a = sigmoid(z)
    return sigmoid(a) * (1 - sigmoid(a))


@wrong_answer("sigmoid_gradient", cause="s (1 + s), a plus where a minus belongs")
def slope_with_plus(z):
    s = sigmoid(z)
    return s * (1 + s)


@wrong_answer("sigmoid_gradient", cause="adds up the slopes of all entries and returns one number")
def slope_summed(z):
    s = sigmoid(z)
    return np.sum(s * (1 - s))


@wrong_answer("sigmoid_gradient", cause="precedence: s * 1 - s is 0 for every z")
def slope_without_brackets(z):
    s = sigmoid(z)
    return s * 1 - s


@wrong_answer("sigmoid_gradient", cause="one factor is the logit: s (1 - z) instead of s (1 - s)")
def slope_mixes_z_and_s(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z) * (1 - z)


@wrong_answer("sigmoid_gradient", cause="the slope is set to 0 for negative z, as for ReLU")
def slope_zero_for_negative(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return np.where(z >= 0, s * (1 - s), 0.0)


# --- squared_loss ---


@wrong_answer("squared_loss", cause="half the sum over the samples, not the mean")
def squared_sum(w, X, y):
    total = 0.0
    for x_i, y_i in zip(np.asarray(X), y):
        total += (sigmoid(np.dot(w, x_i)) - y_i) ** 2
    return total / 2


@wrong_answer("squared_loss", cause="labels recoded to -1 and 1 while p runs from 0 to 1")
def squared_plus_minus_labels(w, X, y):
    t = 2 * np.asarray(y) - 1
    p = sigmoid(np.dot(X, w))
    return np.sum((p - t) ** 2) / (2 * len(t))


@wrong_answer("squared_loss", cause="only samples with label 1 add to the loss, label 0 is ignored")
def squared_positive_class_only(w, X, y):
    y = np.asarray(y, dtype=float)
    p = sigmoid(np.dot(X, w))
    return np.mean(y * (1 - p) ** 2) / 2


@wrong_answer("squared_loss", cause="computes the mean error first and squares it")
def squared_of_the_mean(w, X, y):
    p = sigmoid(np.dot(X, w))
    return np.mean(p - np.asarray(y)) ** 2 / 2


@wrong_answer("squared_loss", cause="divides by the number of features instead of samples")
def squared_over_features(w, X, y):
    X = np.asarray(X, dtype=float)
    err = sigmoid(X @ np.asarray(w)) - np.asarray(y)
    return err @ err / (2 * X.shape[1])


@wrong_answer("squared_loss", cause="return in the loop: only the first sample is used")
def squared_first_sample(w, X, y):
    n = len(y)
    J = 0
    for i in range(n):
        z = sum(wj * xj for wj, xj in zip(w, X[i]))
        J += (sigmoid(z) - y[i]) ** 2 / (2 * n)
        return J


# --- squared_loss_gradient ---


@wrong_answer("squared_loss_gradient", cause="sign: y - p gives minus the gradient")
def squared_gradient_sign(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    h = sigmoid(X @ np.asarray(w, float))
    return np.mean(((y - h) * h * (1 - h))[:, None] * X, axis=0)


@wrong_answer("squared_loss_gradient", cause="sum over the samples, 1/n is missing")
def squared_gradient_sum(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    grad = np.zeros(X.shape[1])
    for xi, yi in zip(X, y):
        p = sigmoid(xi @ np.asarray(w, float))
        grad += (p - yi) * p * (1 - p) * xi
    return grad


@wrong_answer(
    "squared_loss_gradient", cause="factor 2 from the square although the loss has a half"
)
def squared_gradient_factor_two(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    z = X.dot(np.asarray(w, float))
    return 2 * X.T.dot((sigmoid(z) - y) * sigmoid_gradient(z)) / len(y)


@wrong_answer("squared_loss_gradient", cause="slope of tanh, 1 - p**2, instead of p (1 - p)")
def squared_gradient_tanh_slope(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    a = sigmoid(X @ np.asarray(w, float))
    dz = (a - y) * (1 - a**2)
    return X.T @ dz / X.shape[0]


@wrong_answer("squared_loss_gradient", cause="slope z (1 - z) with the logit instead of p (1 - p)")
def squared_gradient_logit_slope(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    z = X @ np.asarray(w, float)
    return X.T @ ((sigmoid(z) - y) * z * (1 - z)) / len(y)


@wrong_answer("squared_loss_gradient", cause="error of the logit: z - y instead of p - y")
def squared_gradient_logit_error(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    z = X @ np.asarray(w, float)
    return X.T @ ((z - y) * sigmoid_gradient(z)) / len(y)


# --- cross_entropy ---


@wrong_answer("cross_entropy", cause="the minus sign is missing: returns the mean log-likelihood")
def entropy_without_minus(w, X, y):
    z, y = np.dot(X, w), np.asarray(y)
    return np.mean(-y * np.logaddexp(0, -z) - (1 - y) * np.logaddexp(0, z))


@wrong_answer(
    "cross_entropy", cause="clips p to 1e-15 ... 1 - 1e-15: loss of sure, wrong samples capped"
)
def entropy_clips_probabilities(w, X, y):
    y = np.asarray(y)
    p = np.clip(sigmoid(np.dot(X, w)), 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@wrong_answer("cross_entropy", cause="log of the probabilities themselves: log(0) for sure neurons")
def entropy_log_of_zero(w, X, y):
    y = np.asarray(y)
    p = sigmoid(np.dot(X, w))
    return -(y @ np.log(p) + (1 - y) @ np.log(1 - p)) / len(y)


@wrong_answer("cross_entropy", cause="only the term y ln p: samples with label 0 cost nothing")
def entropy_positive_term_only(w, X, y):
    z = np.dot(X, w)
    return np.mean(np.asarray(y) * np.logaddexp(0, -z))


@wrong_answer(
    "cross_entropy", cause="formula for labels -1 and 1, ln(1 + e^(-yz)), with labels 0 and 1"
)
def entropy_for_plus_minus_labels(w, X, y):
    X, w, y = (np.asarray(a, dtype=float) for a in (X, w, y))
    margins = y * (X @ w)
    return np.logaddexp(0, -margins).mean()


@wrong_answer("cross_entropy", cause="log1p(exp(z)) overflows to inf for large logits")
def entropy_exp_overflows(w, X, y):
    z = np.dot(X, w)
    y = np.asarray(y, dtype=float)
    return np.mean(np.log1p(np.exp(z)) - y * z)


# --- cross_entropy_gradient ---


@wrong_answer("cross_entropy_gradient", cause="sign: y - p, the direction of descent")
def ce_gradient_sign(w, X, y):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    return X.T @ (np.asarray(y) - p) / X.shape[0]


@wrong_answer("cross_entropy_gradient", cause="extra factor p (1 - p), which cancels in this loss")
def ce_gradient_with_slope(w, X, y):
    X = np.asarray(X, float)
    z = X @ np.asarray(w, float)
    dz = (sigmoid(z) - np.asarray(y)) * sigmoid_gradient(z)
    return X.T @ dz / len(dz)


@wrong_answer(
    "cross_entropy_gradient", cause="thresholded prediction instead of p (perceptron rule)"
)
def ce_gradient_hard_prediction(w, X, y):
    X = np.asarray(X, float)
    pred = (X @ np.asarray(w, float) >= 0).astype(float)
    return X.T @ (pred - np.asarray(y)) / len(X)


@wrong_answer("cross_entropy_gradient", cause="only the samples with label 1 contribute")
def ce_gradient_positive_only(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    p = sigmoid(X @ np.asarray(w, float))
    return -(X.T @ (y * (1 - p))) / len(y)


@wrong_answer("cross_entropy_gradient", cause="divides by the number of features d instead of n")
def ce_gradient_over_features(w, X, y):
    X = np.asarray(X, float)
    m = X.shape[1]
    return (1 / m) * X.T @ (sigmoid(X @ np.asarray(w, float)) - np.asarray(y))


@wrong_answer("cross_entropy_gradient", cause="labels recoded to -1 and 1 before p - y")
def ce_gradient_plus_minus(w, X, y):
    X = np.asarray(X, float)
    t = np.where(np.asarray(y) == 0, -1, 1)
    return np.einsum("ij,i", X, sigmoid(X @ np.asarray(w, float)) - t) / len(t)


# --- cross_entropy_hessian ---


@wrong_answer("cross_entropy_hessian", cause="1/n is missing: sum over the samples")
def hessian_sum(w, X):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    return X.T @ np.diag(p * (1 - p)) @ X


@wrong_answer("cross_entropy_hessian", cause="weights p instead of p (1 - p)")
def hessian_weights_p(w, X):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    return (X.T * p) @ X / len(X)


@wrong_answer(
    "cross_entropy_hessian", cause="both factors carry p (1 - p), so the weights are squared"
)
def hessian_weights_squared(w, X):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    A = (p * (1 - p))[:, None] * X
    return A.T @ A / len(X)


@wrong_answer(
    "cross_entropy_hessian", cause="p @ (1 - p) is one number for all samples (inner product)"
)
def hessian_inner_product(w, X):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    return (p @ (1 - p)) * (X.T @ X) / len(p)


@wrong_answer("cross_entropy_hessian", cause="one derivative too many: weights p (1 - p) (1 - 2p)")
def hessian_third_derivative(w, X):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    r = p * (1 - p) * (1 - 2 * p)
    return np.einsum("ni,n,nj->ij", X, r, X) / len(X)


@wrong_answer("cross_entropy_hessian", cause="only the upper triangle is filled, below stays 0")
def hessian_upper_triangle(w, X):
    X = np.asarray(X, float)
    n, d = X.shape
    r = sigmoid_gradient(X @ np.asarray(w, float))
    H = np.zeros((d, d))
    for j in range(d):
        for k in range(j, d):
            H[j, k] = np.sum(r * X[:, j] * X[:, k]) / n
    return H


# --- fit ---


@wrong_answer("fit", cause="adds the gradient: climbs the loss")
def fit_climbs(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        w += lr * cross_entropy_gradient(w, X, y)
    return w


@wrong_answer("fit", cause="one step too few: range(1, n_steps)")
def fit_one_step_short(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    for _ in range(1, n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@wrong_answer("fit", cause="gradient evaluated at the zero weights in every step")
def fit_gradient_at_start(X, y, lr, n_steps):
    w0 = np.zeros(np.shape(X)[1])
    w = w0.copy()
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w0, X, y)
    return w


@wrong_answer("fit", cause="divides the mean gradient by n once more")
def fit_divides_again(X, y, lr, n_steps):
    X = np.asarray(X, float)
    n, d = X.shape
    w = np.zeros(d)
    for _ in range(n_steps):
        dw = cross_entropy_gradient(w, X, y)
        w = w - lr * dw / n
    return w


@wrong_answer("fit", cause="return is indented into the loop: one step only")
def fit_returns_in_loop(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    if n_steps == 0:
        return w
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
        return w


@wrong_answer("fit", cause="each weight is updated with a gradient at the already changed others")
def fit_coordinate_by_coordinate(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        for j in range(len(w)):
            w[j] -= lr * cross_entropy_gradient(w, X, y)[j]
    return w


# --- newton_fit ---


@wrong_answer("newton_fit", cause="the penalty is missing in the gradient: only in the Hessian")
def newton_penalty_in_hessian_only(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y)
        H = cross_entropy_hessian(w, X) + l2 * np.eye(d)
        w = w - np.linalg.solve(H, g)
    return w


@wrong_answer("newton_fit", cause="the penalty is missing in the Hessian: only in the gradient")
def newton_penalty_in_gradient_only(X, y, n_steps, l2=1e-6):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        grad = cross_entropy_gradient(w, X, y) + l2 * w
        w = w - np.linalg.pinv(cross_entropy_hessian(w, X)) @ grad
    return w


@wrong_answer("newton_fit", cause="the penalty is l2 ||w||^2 without the half: 2 l2 in both places")
def newton_penalty_doubled(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + 2 * l2 * w
        H = cross_entropy_hessian(w, X) + 2 * l2 * np.eye(d)
        w = w - np.linalg.solve(H, g)
    return w


@wrong_answer("newton_fit", cause="the Hessian is computed once, at zero weights, and kept")
def newton_hessian_only_at_start(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    H_inv = np.linalg.inv(cross_entropy_hessian(w, X) + l2 * np.eye(d))
    for _ in range(n_steps):
        w = w - H_inv @ (cross_entropy_gradient(w, X, y) + l2 * w)
    return w


@wrong_answer("newton_fit", cause="divides by the diagonal of H entry by entry instead of solving")
def newton_diagonal_hessian(X, y, n_steps, l2=1e-6):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        h = np.diag(cross_entropy_hessian(w, X)) + l2
        w = w - g / h
    return w


@wrong_answer("newton_fit", cause="damped: every step is cut to half its length")
def newton_half_steps(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(d)
        s = np.linalg.solve(H, -g)
        w = w + 0.5 * s
    return w
