"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

# --- sigmoid ---


@misconception(
    "sigmoid",
    says="exp(z) overflows for large positive z, and the quotient becomes nan",
)
def sigmoid_inf_over_inf(z):
    e = np.exp(np.asarray(z, dtype=float))
    return e / (1 + e)


@misconception(
    "sigmoid",
    says="exp is also taken of large positive numbers, and there it overflows",
)
def sigmoid_where_computes_both(z):
    z = np.asarray(z, dtype=float)
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


@misconception(
    "sigmoid",
    says="z = 0 falls into neither of your two cases and keeps the value 0",
)
def sigmoid_forgets_zero(z):
    z = np.asarray(z, dtype=float)
    s = np.zeros(z.shape)
    s[z > 0] = 1 / (1 + np.exp(-z[z > 0]))
    s[z < 0] = np.exp(z[z < 0]) / (1 + np.exp(z[z < 0]))
    return s


@misconception(
    "sigmoid",
    says="the logits are cut off at -10 and 10, which changes all results beyond",
)
def sigmoid_clips_logits(z):
    z = np.clip(np.asarray(z, dtype=float), -10, 10)
    return 1 / (1 + np.exp(-z))


@misconception(
    "sigmoid",
    says="you use a straight line that is cut off at 0 and 1, not a smooth curve",
)
def sigmoid_hard(z):
    z = np.asarray(z, dtype=float)
    return np.clip(0.2 * z + 0.5, 0.0, 1.0)


@misconception(
    "sigmoid",
    says=(
        "the values are normalized over all entries together, though each entry stands on its own"
    ),
)
def sigmoid_normalizes_over_entries(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - np.max(z))
    return e / e.sum()


# --- sigmoid_gradient ---


@misconception(
    "sigmoid_gradient",
    says="you take the slope at the output a, but the formula needs it at the input z",
)
def slope_at_the_output(z):
    a = sigmoid(z)
    return sigmoid(a) * (1 - sigmoid(a))


@misconception(
    "sigmoid_gradient",
    says="the plus sign makes your slope grow where it should shrink toward 0",
)
def slope_with_plus(z):
    s = sigmoid(z)
    return s * (1 + s)


@misconception(
    "sigmoid_gradient",
    says="the entries are added up to a single number instead of being kept one by one",
)
def slope_summed(z):
    s = sigmoid(z)
    return np.sum(s * (1 - s))


@misconception(
    "sigmoid_gradient",
    says="brackets are missing, so s * 1 - s gives 0 for every z",
)
def slope_without_brackets(z):
    s = sigmoid(z)
    return s * 1 - s


@misconception(
    "sigmoid_gradient",
    says="the factor 1 - z in your slope contains the input, not the output",
)
def slope_mixes_z_and_s(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z) * (1 - z)


@misconception(
    "sigmoid_gradient",
    says="for negative z your slope is 0, though the curve rises there too",
)
def slope_zero_for_negative(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return np.where(z >= 0, s * (1 - s), 0.0)


# --- squared_loss ---


@misconception(
    "squared_loss",
    says="the loss is summed over the samples and not divided by their number",
)
def squared_sum(w, X, y):
    total = 0.0
    for x_i, y_i in zip(np.asarray(X), y):
        total += (sigmoid(np.dot(w, x_i)) - y_i) ** 2
    return total / 2


@misconception(
    "squared_loss",
    says="the labels are recoded to -1 and 1, but probabilities run from 0 to 1",
)
def squared_plus_minus_labels(w, X, y):
    t = 2 * np.asarray(y) - 1
    p = sigmoid(np.dot(X, w))
    return np.sum((p - t) ** 2) / (2 * len(t))


@misconception(
    "squared_loss",
    says="samples with label 0 add nothing to the loss",
)
def squared_positive_class_only(w, X, y):
    y = np.asarray(y, dtype=float)
    p = sigmoid(np.dot(X, w))
    return np.mean(y * (1 - p) ** 2) / 2


@misconception(
    "squared_loss",
    says="you take the mean of the errors first and square it afterwards",
)
def squared_of_the_mean(w, X, y):
    p = sigmoid(np.dot(X, w))
    return np.mean(p - np.asarray(y)) ** 2 / 2


@misconception(
    "squared_loss",
    says="the loss is divided by the number of features, not of samples",
)
def squared_over_features(w, X, y):
    X = np.asarray(X, dtype=float)
    err = sigmoid(X @ np.asarray(w)) - np.asarray(y)
    return err @ err / (2 * X.shape[1])


@misconception(
    "squared_loss",
    says="return stands inside the loop, so only the first sample counts",
)
def squared_first_sample(w, X, y):
    n = len(y)
    J = 0
    for i in range(n):
        z = sum(wj * xj for wj, xj in zip(w, X[i]))
        J += (sigmoid(z) - y[i]) ** 2 / (2 * n)
        return J


# --- squared_loss_gradient ---


@misconception(
    "squared_loss_gradient",
    says="the gradient has its sign turned, so it points downhill",
)
def squared_gradient_sign(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    h = sigmoid(X @ np.asarray(w, float))
    return np.mean(((y - h) * h * (1 - h))[:, None] * X, axis=0)


@misconception(
    "squared_loss_gradient",
    says="the gradient is summed over the samples and not divided by their number",
)
def squared_gradient_sum(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    grad = np.zeros(X.shape[1])
    for xi, yi in zip(X, y):
        p = sigmoid(xi @ np.asarray(w, float))
        grad += (p - yi) * p * (1 - p) * xi
    return grad


@misconception(
    "squared_loss_gradient",
    says="the factor 2 from the square is kept, though the ½ of the loss cancels it",
)
def squared_gradient_factor_two(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    z = X.dot(np.asarray(w, float))
    return 2 * X.T.dot((sigmoid(z) - y) * sigmoid_gradient(z)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="you use the slope formula of tanh with the output of the sigmoid",
)
def squared_gradient_tanh_slope(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    a = sigmoid(X @ np.asarray(w, float))
    dz = (a - y) * (1 - a**2)
    return X.T @ dz / X.shape[0]


@misconception(
    "squared_loss_gradient",
    says="the slope treats z as if it were already the output of the sigmoid",
)
def squared_gradient_logit_slope(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    z = X @ np.asarray(w, float)
    return X.T @ ((sigmoid(z) - y) * z * (1 - z)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the label is compared with the logit and not with the probability",
)
def squared_gradient_logit_error(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    z = X @ np.asarray(w, float)
    return X.T @ ((z - y) * sigmoid_gradient(z)) / len(y)


# --- cross_entropy ---


@misconception(
    "cross_entropy",
    says="the minus sign before the log-likelihood is missing",
)
def entropy_without_minus(w, X, y):
    z, y = np.dot(X, w), np.asarray(y)
    return np.mean(-y * np.logaddexp(0, -z) - (1 - y) * np.logaddexp(0, z))


@misconception(
    "cross_entropy",
    says=("the probabilities are clipped, so the loss of a sure and wrong sample is too small"),
)
def entropy_clips_probabilities(w, X, y):
    y = np.asarray(y)
    p = np.clip(sigmoid(np.dot(X, w)), 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "cross_entropy",
    says="sure probabilities round to 0 or 1, and the logarithm of 0 is not finite",
)
def entropy_log_of_zero(w, X, y):
    y = np.asarray(y)
    p = sigmoid(np.dot(X, w))
    return -(y @ np.log(p) + (1 - y) @ np.log(1 - p)) / len(y)


@misconception(
    "cross_entropy",
    says="samples with label 0 add nothing to the loss",
)
def entropy_positive_term_only(w, X, y):
    z = np.dot(X, w)
    return np.mean(np.asarray(y) * np.logaddexp(0, -z))


@misconception(
    "cross_entropy",
    says="your formula is made for labels -1 and 1, but the labels are 0 and 1",
)
def entropy_for_plus_minus_labels(w, X, y):
    X, w, y = (np.asarray(a, dtype=float) for a in (X, w, y))
    margins = y * (X @ w)
    return np.logaddexp(0, -margins).mean()


@misconception(
    "cross_entropy",
    says="exp(z) overflows for large positive z, and the loss becomes infinite",
)
def entropy_exp_overflows(w, X, y):
    z = np.dot(X, w)
    y = np.asarray(y, dtype=float)
    return np.mean(np.log1p(np.exp(z)) - y * z)


# --- cross_entropy_gradient ---


@misconception(
    "cross_entropy_gradient",
    says="the gradient has its sign turned, so it points downhill",
)
def ce_gradient_sign(w, X, y):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    return X.T @ (np.asarray(y) - p) / X.shape[0]


@misconception(
    "cross_entropy_gradient",
    says=(
        "the slope of the sigmoid is multiplied in, though no such factor is left in this gradient"
    ),
)
def ce_gradient_with_slope(w, X, y):
    X = np.asarray(X, float)
    z = X @ np.asarray(w, float)
    dz = (sigmoid(z) - np.asarray(y)) * sigmoid_gradient(z)
    return X.T @ dz / len(dz)


@misconception(
    "cross_entropy_gradient",
    says="the label is compared with the decision 0 or 1, not with the probability",
)
def ce_gradient_hard_prediction(w, X, y):
    X = np.asarray(X, float)
    pred = (X @ np.asarray(w, float) >= 0).astype(float)
    return X.T @ (pred - np.asarray(y)) / len(X)


@misconception(
    "cross_entropy_gradient",
    says="samples with label 0 add nothing to the gradient",
)
def ce_gradient_positive_only(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    p = sigmoid(X @ np.asarray(w, float))
    return -(X.T @ (y * (1 - p))) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the gradient is divided by the number of features, not of samples",
)
def ce_gradient_over_features(w, X, y):
    X = np.asarray(X, float)
    m = X.shape[1]
    return (1 / m) * X.T @ (sigmoid(X @ np.asarray(w, float)) - np.asarray(y))


@misconception(
    "cross_entropy_gradient",
    says="the labels are recoded to -1 and 1, but probabilities run from 0 to 1",
)
def ce_gradient_plus_minus(w, X, y):
    X = np.asarray(X, float)
    t = np.where(np.asarray(y) == 0, -1, 1)
    return np.einsum("ij,i", X, sigmoid(X @ np.asarray(w, float)) - t) / len(t)


# --- cross_entropy_hessian ---


@misconception(
    "cross_entropy_hessian",
    says="the matrix is summed over the samples and not divided by their number",
)
def hessian_sum(w, X):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    return X.T @ np.diag(p * (1 - p)) @ X


@misconception(
    "cross_entropy_hessian",
    says=("each sample is weighted with its probability, not with the slope of the sigmoid"),
)
def hessian_weights_p(w, X):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    return (X.T * p) @ X / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the slope of the sigmoid stands in both factors, so it enters squared",
)
def hessian_weights_squared(w, X):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    A = (p * (1 - p))[:, None] * X
    return A.T @ A / len(X)


@misconception(
    "cross_entropy_hessian",
    says="p @ (1 - p) is an inner product, one number that all samples share",
)
def hessian_inner_product(w, X):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    return (p @ (1 - p)) * (X.T @ X) / len(p)


@misconception(
    "cross_entropy_hessian",
    says="you differentiate once too often, which brings in an additional factor",
)
def hessian_third_derivative(w, X):
    X = np.asarray(X, float)
    p = sigmoid(X @ np.asarray(w, float))
    r = p * (1 - p) * (1 - 2 * p)
    return np.einsum("ni,n,nj->ij", X, r, X) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="only the upper triangle is filled, and 0 is left below it",
)
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


@misconception(
    "fit",
    says="the gradient is added to the weights, so every step goes uphill",
)
def fit_climbs(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        w += lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the loop takes one step too few",
)
def fit_one_step_short(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    for _ in range(1, n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the gradient is computed once, at the start, and never again",
)
def fit_gradient_at_start(X, y, lr, n_steps):
    w0 = np.zeros(np.shape(X)[1])
    w = w0.copy()
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w0, X, y)
    return w


@misconception(
    "fit",
    says="the gradient is divided by the number of samples twice",
)
def fit_divides_again(X, y, lr, n_steps):
    X = np.asarray(X, float)
    n, d = X.shape
    w = np.zeros(d)
    for _ in range(n_steps):
        dw = cross_entropy_gradient(w, X, y)
        w = w - lr * dw / n
    return w


@misconception(
    "fit",
    says="return stands inside the loop, so only one step is taken",
)
def fit_returns_in_loop(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    if n_steps == 0:
        return w
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
        return w


@misconception(
    "fit",
    says=(
        "the weights change one after the other, so later ones see a gradient at changed weights"
    ),
)
def fit_coordinate_by_coordinate(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        for j in range(len(w)):
            w[j] -= lr * cross_entropy_gradient(w, X, y)[j]
    return w


# --- newton_fit ---


@misconception(
    "newton_fit",
    says="the penalty is missing in the gradient and stands in the Hessian only",
)
def newton_penalty_in_hessian_only(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y)
        H = cross_entropy_hessian(w, X) + l2 * np.eye(d)
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the penalty is missing in the Hessian and stands in the gradient only",
)
def newton_penalty_in_gradient_only(X, y, n_steps, l2=1e-6):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        grad = cross_entropy_gradient(w, X, y) + l2 * w
        w = w - np.linalg.pinv(cross_entropy_hessian(w, X)) @ grad
    return w


@misconception(
    "newton_fit",
    says=("the penalty enters twice as strongly as it should, in the gradient and in the Hessian"),
)
def newton_penalty_doubled(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + 2 * l2 * w
        H = cross_entropy_hessian(w, X) + 2 * l2 * np.eye(d)
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the Hessian is computed once, at the start, and never again",
)
def newton_hessian_only_at_start(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    H_inv = np.linalg.inv(cross_entropy_hessian(w, X) + l2 * np.eye(d))
    for _ in range(n_steps):
        w = w - H_inv @ (cross_entropy_gradient(w, X, y) + l2 * w)
    return w


@misconception(
    "newton_fit",
    says="you divide by the diagonal of the Hessian, so its other entries are ignored",
)
def newton_diagonal_hessian(X, y, n_steps, l2=1e-6):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        h = np.diag(cross_entropy_hessian(w, X)) + l2
        w = w - g / h
    return w


@misconception(
    "newton_fit",
    says="every Newton step is cut to half its length",
)
def newton_half_steps(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(d)
        s = np.linalg.solve(H, -g)
        w = w + 0.5 * s
    return w


# --- formulas as textbooks write them ---


@formula("sigmoid")
def sigmoid_by_the_exponential(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + np.exp(-z))


@formula("sigmoid")
def sigmoid_by_tanh(z):
    z = np.asarray(z, dtype=float)
    return (1 + np.tanh(z / 2)) / 2


@formula("sigmoid_gradient")
def slope_by_the_output(z):
    s = sigmoid(z)
    return s * (1 - s)


@formula("sigmoid_gradient")
def slope_by_the_exponential(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


@formula("squared_loss")
def squared_loss_step_by_step(w, X, y):
    p = sigmoid(np.asarray(X) @ np.asarray(w))
    return np.sum((p - np.asarray(y)) ** 2) / (2 * len(y))


@formula("squared_loss_gradient")
def squared_gradient_step_by_step(w, X, y):
    X = np.asarray(X, dtype=float)
    p = sigmoid(X @ np.asarray(w))
    return X.T @ ((p - np.asarray(y)) * p * (1 - p)) / len(y)


@formula("squared_loss_gradient")
def squared_gradient_by_a_loop(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    total = np.zeros(len(w))
    for x_i, y_i in zip(X, y):
        p = sigmoid(x_i @ w)
        total = total + (p - y_i) * p * (1 - p) * x_i
    return total / len(y)


@formula("cross_entropy")
def cross_entropy_by_probabilities(w, X, y):
    y = np.asarray(y, dtype=float)
    p = sigmoid(np.asarray(X) @ np.asarray(w))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@formula("cross_entropy")
def cross_entropy_by_softplus(w, X, y):
    z = np.asarray(X, dtype=float) @ np.asarray(w)
    return np.sum(np.log(1 + np.exp(z)) - np.asarray(y) * z) / len(y)


@formula("cross_entropy_gradient")
def cross_gradient_as_a_mean(w, X, y):
    X = np.asarray(X, dtype=float)
    error = sigmoid(X @ np.asarray(w)) - np.asarray(y)
    return np.mean(error[:, None] * X, axis=0)


@formula("cross_entropy_gradient")
def cross_gradient_by_a_loop(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    total = np.zeros(len(w))
    for x_i, y_i in zip(X, y):
        total = total + (sigmoid(x_i @ w) - y_i) * x_i
    return total / len(y)


@formula("cross_entropy_hessian")
def hessian_by_a_diagonal_matrix(w, X):
    X = np.asarray(X, dtype=float)
    p = sigmoid(X @ np.asarray(w))
    return X.T @ np.diag(p * (1 - p)) @ X / len(X)


@formula("cross_entropy_hessian")
def hessian_by_a_loop(w, X):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    H = np.zeros((len(w), len(w)))
    for x_i in X:
        p = sigmoid(x_i @ w)
        H = H + p * (1 - p) * np.outer(x_i, x_i)
    return H / len(X)


@formula("fit")
def fit_in_place(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    for step in range(n_steps):
        g = cross_entropy_gradient(w, X, y)
        w -= lr * g
    return w


@formula("newton_fit")
def newton_by_the_inverse(X, y, n_steps, l2=1e-6):
    w = np.zeros(np.shape(X)[1])
    for step in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.inv(H) @ g
    return w
