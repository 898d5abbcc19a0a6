"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

from .reference import cross_entropy_hessian, newton_fit

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
    says="you divide by another number than that of the samples: n - 1, or that of the features",
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
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so "
        "a sure and wrong sample costs too little"
    ),
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
    says="you divide by another number than that of the samples: n - 1, or that of the features",
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
    says="one step is taken whatever n_steps is, as where return stands inside the loop",
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
    says=("l2 enters twice as strongly as it should, as if the penalty had no factor ½"),
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
    says="the Hessian stays as it is at the start and does not follow the weights",
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
    says=(
        "every Newton step has only half its length: a factor ½ stands before it, or "
        "the Hessian is twice too large"
    ),
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


# --- sigmoid, more ---


@misconception(
    "sigmoid",
    says="only 0 and 1, or ½ between them, come back, as from a threshold unit",
)
def sig_step(z):
    z = np.asarray(z, dtype=float)
    return np.where(z >= 0, 1.0, 0.0)


@misconception(
    "sigmoid",
    says="only 0 and 1, or ½ between them, come back, as from a threshold unit",
)
def sig_step_half(z):
    z = np.asarray(z, dtype=float)
    return np.heaviside(z, 0.5)


@misconception(
    "sigmoid",
    says="negative inputs become 0 and positive ones pass as they are: that is ReLU",
)
def sig_relu(z):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0.0)


@misconception(
    "sigmoid",
    says="you return ln(1 + exp(z)), whose slope is the sigmoid",
)
def sig_softplus(z):
    z = np.asarray(z, dtype=float)
    return np.logaddexp(0.0, z)


@misconception(
    "sigmoid",
    says="what comes back is the slope of the sigmoid, not its value",
)
def sig_slope(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -(z))) * (1 - np.exp(-np.logaddexp(0.0, -(z))))


@misconception(
    "sigmoid",
    says="what comes back are the odds exp(z), and these are no probabilities yet",
)
def sig_odds(z):
    z = np.asarray(z, dtype=float)
    return np.exp(z)


@misconception(
    "sigmoid",
    says="you return exp(-z) itself, without the fraction around it",
)
def sig_inverse_odds(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-z)


@misconception(
    "sigmoid",
    says="you return the denominator 1 + exp(-z) and not one divided by it",
)
def sig_denominator(z):
    z = np.asarray(z, dtype=float)
    return 1 / 1 + np.exp(-z)


@misconception(
    "sigmoid",
    says="brackets are missing: exp(z) is divided by itself, and then 1 is added",
)
def sig_numerator_plus_one(z):
    z = np.asarray(z, dtype=float)
    return np.exp(z) / np.exp(z) + 1


@misconception(
    "sigmoid",
    says="the denominator holds a difference with exp where a sum belongs",
)
def sig_minus_below(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 - np.exp(-z))


@misconception(
    "sigmoid",
    says="the powers are those of 2 and not of e",
)
def sig_base_two(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + 2.0 ** (-np.clip(z, -1000, 1000)))


@misconception(
    "sigmoid",
    says="the powers are those of 10 and not of e",
)
def sig_base_ten(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + 10.0 ** (-np.clip(z, -300, 300)))


@misconception(
    "sigmoid",
    says="the number e is cut short, to 2.718 or so",
)
def sig_short_e(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + 2.718 ** (-np.clip(z, -700, 700)))


@misconception(
    "sigmoid",
    says="the number e is cut short, to 2.718 or so",
)
def sig_five_digits_of_e(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + 2.71828 ** (-np.clip(z, -700, 700)))


@misconception(
    "sigmoid",
    says="your curve is twice as steep as it should be",
)
def sig_steep(z):
    z = np.asarray(z, dtype=float)
    return (1 + np.tanh(z)) / 2


@misconception(
    "sigmoid",
    says="your curve is only half as steep as it should be",
)
def sig_flat(z):
    z = np.asarray(z, dtype=float)
    return (1 + np.tanh(z / 4)) / 2


@misconception(
    "sigmoid",
    says="your curve runs from -1 to 1 and not from 0 to 1",
)
def sig_centered(z):
    z = np.asarray(z, dtype=float)
    return np.tanh(z / 2)


@misconception(
    "sigmoid",
    says="your curve runs from 0 to 2, so its height is not halved",
)
def sig_one_plus_tanh(z):
    z = np.asarray(z, dtype=float)
    return 1 + np.tanh(z / 2)


@misconception(
    "sigmoid",
    says="tanh is shifted by 1, but neither its height nor its steepness is changed",
)
def sig_one_plus_tanh_z(z):
    z = np.asarray(z, dtype=float)
    return 1 + np.tanh(z)


@misconception(
    "sigmoid",
    says="tanh is halved but not raised, so your values lie between -½ and ½",
)
def sig_half_tanh(z):
    z = np.asarray(z, dtype=float)
    return np.tanh(z) / 2


@misconception(
    "sigmoid",
    says="one half is subtracted, so your curve passes through 0 at z = 0",
)
def sig_minus_half(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -(z))) - 0.5


@misconception(
    "sigmoid",
    says="the logits are cut off before exp is taken, at a size at which it still matters",
)
def sig_clip_five(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -(np.clip(z, -5, 5))))


@misconception(
    "sigmoid",
    says="the logits are cut off before exp is taken, at a size at which it still matters",
)
def sig_clip_six(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -(np.clip(z, -6, 6))))


@misconception(
    "sigmoid",
    says="the logits are cut off at -1 and 1, which changes all results beyond",
)
def sig_clip_one(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -(np.clip(z, -1, 1))))


@misconception(
    "sigmoid",
    says="negative logits are raised to 0 before anything is computed",
)
def sig_clip_positive(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -(np.maximum(z, 0.0))))


@misconception(
    "sigmoid",
    says="positive logits are lowered to 0 before anything is computed",
)
def sig_clip_below_at_minus_hundred_only(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -(np.minimum(z, 0.0))))


@misconception(
    "sigmoid",
    says="the probabilities are kept away from 0 and 1 by a small number",
)
def sig_kept_away_by_a_thousandth(z):
    z = np.asarray(z, dtype=float)
    return np.clip(np.exp(-np.logaddexp(0.0, -(z))), 1e-3, 1 - 1e-3)


@misconception(
    "sigmoid",
    says="the probabilities are kept away from 0 and 1 by a small number",
)
def sig_kept_away(z):
    z = np.asarray(z, dtype=float)
    return np.clip(np.exp(-np.logaddexp(0.0, -(z))), 1e-7, 1 - 1e-7)


@misconception(
    "sigmoid",
    says="the probabilities are kept away from 0 and 1 by a small number",
)
def sig_kept_away_by_a_millionth(z):
    z = np.asarray(z, dtype=float)
    return np.clip(np.exp(-np.logaddexp(0.0, -(z))), 1e-6, 1 - 1e-6)


@misconception(
    "sigmoid",
    says="a small number is added to the denominator and changes every value",
)
def sig_eps_below(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + np.exp(-np.clip(z, -700, 700)) + 1e-8)


@misconception(
    "sigmoid",
    says="a small number is added to the denominator and changes every value",
)
def sig_big_eps_below(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + np.exp(-np.clip(z, -700, 700)) + 1e-6)


@misconception(
    "sigmoid",
    says="the results are rounded to a few decimals",
)
def sig_two_decimals(z):
    z = np.asarray(z, dtype=float)
    return np.round(np.exp(-np.logaddexp(0.0, -(z))), 2)


@misconception(
    "sigmoid",
    says="the results are rounded to a few decimals",
)
def sig_three_decimals(z):
    z = np.asarray(z, dtype=float)
    return np.round(np.exp(-np.logaddexp(0.0, -(z))), 3)


@misconception(
    "sigmoid",
    says="the results are rounded to a few decimals",
)
def sig_four_decimals(z):
    z = np.asarray(z, dtype=float)
    return np.round(np.exp(-np.logaddexp(0.0, -(z))), 4)


@misconception(
    "sigmoid",
    says="the results are rounded to a few decimals",
)
def sig_six_decimals(z):
    z = np.asarray(z, dtype=float)
    return np.round(np.exp(-np.logaddexp(0.0, -(z))), 6)


@misconception(
    "sigmoid",
    says="only 0 and 1, or ½ between them, come back, as from a threshold unit",
)
def sig_whole(z):
    z = np.asarray(z, dtype=float)
    return np.round(np.exp(-np.logaddexp(0.0, -(z))))


@misconception(
    "sigmoid",
    says="the sign of z is lost, so a negative logit gets the value of the positive one",
)
def sig_of_the_size(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + np.exp(-np.abs(z)))


@misconception(
    "sigmoid",
    says="the form that suits negative z is used for positive z too",
)
def sig_of_the_minus_size(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return e / (1 + e)


@misconception(
    "sigmoid",
    says="where z is negative the denominator is missing",
)
def sig_negative_branch_without_denominator(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e)


@misconception(
    "sigmoid",
    says="your two cases do not meet: the one for negative z has a wrong sign",
)
def sig_negative_branch_turned(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), -e / (1 + e))


@misconception(
    "sigmoid",
    says="negative logits all get 0",
)
def sig_negative_branch_zero(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), 0.0)


@misconception(
    "sigmoid",
    says="positive logits all get 1",
)
def sig_positive_branch_one(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e / (1 + e))


@misconception(
    "sigmoid",
    says="you use z / (1 + |z|), a curve without any exponential",
)
def sig_softsign(z):
    z = np.asarray(z, dtype=float)
    return z / (1 + np.abs(z))


@misconception(
    "sigmoid",
    says="your S-shaped curve is made from z / (1 + |z|), without any exponential",
)
def sig_shifted_softsign(z):
    z = np.asarray(z, dtype=float)
    return (1 + z / (1 + np.abs(z))) / 2


@misconception(
    "sigmoid",
    says="your S-shaped curve is made with a square root, without any exponential",
)
def sig_algebraic(z):
    z = np.asarray(z, dtype=float)
    return (1 + z / np.sqrt(1 + z**2)) / 2


@misconception(
    "sigmoid",
    says="your S-shaped curve is made from the arctangent",
)
def sig_arctan(z):
    z = np.asarray(z, dtype=float)
    return 0.5 + np.arctan(z) / np.pi


@misconception(
    "sigmoid",
    says="you use the curve of the normal distribution, not the logistic one",
)
def sig_normal(z):
    z = np.asarray(z, dtype=float)
    from math import erf, sqrt

    return np.vectorize(lambda t: (1 + erf(t / sqrt(2))) / 2, otypes=[float])(z)


@misconception(
    "sigmoid",
    says="the logit is squared in the exponent, which gives a bell",
)
def sig_bell(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-(z**2))


@misconception(
    "sigmoid",
    says="the logit is squared in the exponent, so its sign is lost",
)
def sig_squared_logit(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + np.exp(-(z**2)))


@misconception(
    "sigmoid",
    says="you use a straight line that is cut off at 0 and 1, not a smooth curve",
)
def sig_hard_sixth(z):
    z = np.asarray(z, dtype=float)
    return np.clip(z / 6 + 0.5, 0.0, 1.0)


@misconception(
    "sigmoid",
    says="you use a straight line that is cut off at 0 and 1, not a smooth curve",
)
def sig_hard_quarter(z):
    z = np.asarray(z, dtype=float)
    return np.clip(z / 4 + 0.5, 0.0, 1.0)


@misconception(
    "sigmoid",
    says="a straight line comes back, the tangent of the curve at z = 0",
)
def sig_tangent(z):
    z = np.asarray(z, dtype=float)
    return 0.5 + z / 4


@misconception(
    "sigmoid",
    says="the logits are cut to whole numbers before the curve is applied",
)
def sig_truncated(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -(np.trunc(z))))


@misconception(
    "sigmoid",
    says="the logits are cut to whole numbers before the curve is applied",
)
def sig_floored(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -(np.floor(z))))


@misconception(
    "sigmoid",
    says="the largest logit is subtracted first, as in softmax, and this moves every result",
)
def sig_minus_largest(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -(z - np.max(z))))


@misconception(
    "sigmoid",
    says="the mean of the logits is subtracted first, and this moves every result",
)
def sig_minus_mean(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -(z - np.mean(z))))


@misconception(
    "sigmoid",
    says="the logits are standardized first, so each result depends on all of them",
)
def sig_standardized(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -((z - np.mean(z)) / (np.std(z) + 1e-12))))


@misconception(
    "sigmoid",
    says="the logits are divided by the largest size among them",
)
def sig_over_largest(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -(z / np.max(np.abs(z), initial=1e-12))))


@misconception(
    "sigmoid",
    says="the logarithm of the sigmoid comes back",
)
def sig_log(z):
    z = np.asarray(z, dtype=float)
    return -np.logaddexp(0.0, -z)


@misconception(
    "sigmoid",
    says="minus the logarithm of the sigmoid comes back, which is a loss",
)
def sig_negative_log(z):
    z = np.asarray(z, dtype=float)
    return np.logaddexp(0.0, -z)


@misconception(
    "sigmoid",
    says="the exponents of numerator and denominator have different signs",
)
def sig_mixed_exponents(z):
    z = np.asarray(z, dtype=float)
    return np.exp(z) / (1 + np.exp(-z))


@misconception(
    "sigmoid",
    says="the exponents of numerator and denominator have different signs",
)
def sig_mixed_exponents_turned(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-z) / (1 + np.exp(z))


@misconception(
    "sigmoid",
    says="the sigmoid is applied twice, one after the other",
)
def sig_twice(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -(np.exp(-np.logaddexp(0.0, -(z))))))


@misconception(
    "sigmoid",
    says="the denominator is squared, as it is in the slope",
)
def sig_squared(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -(z))) ** 2


@misconception(
    "sigmoid",
    says="the square root of the result is taken",
)
def sig_root(z):
    z = np.asarray(z, dtype=float)
    return np.sqrt(np.exp(-np.logaddexp(0.0, -(z))))


@misconception(
    "sigmoid",
    says="the result is multiplied by z, as in another activation",
)
def sig_times_z(z):
    z = np.asarray(z, dtype=float)
    return z * np.exp(-np.logaddexp(0.0, -(z)))


@misconception(
    "sigmoid",
    says="exp is replaced by a few terms of its series",
)
def sig_taylor(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + 1 - z + z**2 / 2 - z**3 / 6)


@misconception(
    "sigmoid",
    says="the inverse is taken: your formula turns a probability into a logit",
)
def sig_logit_of_z(z):
    z = np.asarray(z, dtype=float)
    q = np.clip(z, 1e-12, 1 - 1e-12)
    return np.log(q / (1 - q))


@misconception(
    "sigmoid",
    says="the results are divided by their sum, though each entry stands on its own",
)
def sig_over_sum_of_sigmoids(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0.0, -(z))) / np.sum(np.exp(-np.logaddexp(0.0, -(z))))


@misconception(
    "sigmoid",
    says="the exponentials of all entries are added up in one denominator",
)
def sig_exp_of_sum(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + np.sum(np.exp(-np.clip(z, -700, 700)))) + 0.0 * z


@misconception(
    "sigmoid",
    says="the results are set to 0 or 1 as soon as the logit is somewhat large",
)
def sig_saturated_early(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 5, 1.0, np.where(z < -5, 0.0, np.exp(-np.logaddexp(0.0, -(z)))))


@formula("sigmoid")
def sigmoid_with_a_power(z):
    z = np.asarray(z, dtype=float)
    return (1 + np.exp(-z)) ** -1


@formula("sigmoid")
def sigmoid_with_exp_above(z):
    z = np.asarray(z, dtype=float)
    return np.exp(z) / (np.exp(z) + 1)


@formula("sigmoid")
def sigmoid_in_two_cases(z):
    z = np.asarray(z, dtype=float)
    out = np.zeros(z.shape)
    pos = z >= 0
    neg = ~pos
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    out[neg] = np.exp(z[neg]) / (1 + np.exp(z[neg]))
    return out


# --- sigmoid_gradient, more ---


@misconception(
    "sigmoid_gradient",
    says="what comes back is the value of the sigmoid, not its slope",
)
def slope_value(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z)


@misconception(
    "sigmoid_gradient",
    says=(
        "only the factor 1 - σ(z) comes back: the other, or the square of the denominator, is"
        " missing"
    ),
)
def slope_complement(z):
    z = np.asarray(z, dtype=float)
    return 1 - sigmoid(z)


@misconception(
    "sigmoid_gradient",
    says="both factors of your slope are one minus the output",
)
def slope_complement_squared(z):
    z = np.asarray(z, dtype=float)
    return (1 - sigmoid(z)) ** 2


@misconception(
    "sigmoid_gradient",
    says="the factor 1 - σ(z) enters squared",
)
def slope_too_many_factors(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s * (1 - s) ** 2


@misconception(
    "sigmoid_gradient",
    says="the factor σ(z) enters squared",
)
def slope_output_squared_once(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s**2 * (1 - s)


@misconception(
    "sigmoid_gradient",
    says="the second term has a third power where a square belongs",
)
def slope_minus_cube(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s - s**3


@misconception(
    "sigmoid_gradient",
    says="the whole slope is squared",
)
def slope_square(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return (s * (1 - s)) ** 2


@misconception(
    "sigmoid_gradient",
    says="the square root of the slope is taken",
)
def slope_root(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return np.sqrt(s * (1 - s))


@misconception(
    "sigmoid_gradient",
    says="the slope carries a factor ½ that does not belong there",
)
def slope_half(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s * (1 - s) / 2


@misconception(
    "sigmoid_gradient",
    says="the slope is twice as large as it should be",
)
def slope_double(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return 2 * s * (1 - s)


@misconception(
    "sigmoid_gradient",
    says="the slope is four times as large as it should be",
)
def slope_scaled_to_one(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return 4 * s * (1 - s)


@misconception(
    "sigmoid_gradient",
    says="you differentiate once too often: this is the slope of the slope",
)
def slope_second(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s * (1 - s) * (1 - 2 * s)


@misconception(
    "sigmoid_gradient",
    says=(
        "only the factor 1 - σ(z) comes back: the other, or the square of the denominator, is"
        " missing"
    ),
)
def slope_square_missing(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.clip(z, -700, 700))
    return e / (1 + e)


@misconception(
    "sigmoid_gradient",
    says="the exponents of numerator and denominator have different signs",
)
def slope_exp_up(z):
    z = np.asarray(z, dtype=float)
    return np.exp(z) / (1 + np.exp(-z)) ** 2


@misconception(
    "sigmoid_gradient",
    says="only the exponential is squared, not the whole denominator",
)
def slope_square_on_exp(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.clip(z, -300, 300))
    return e / (1 + e**2)


@misconception(
    "sigmoid_gradient",
    says="the denominator holds a difference with exp where a sum belongs",
)
def slope_minus_below(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.clip(z, -300, 300))
    return e / (1 - e) ** 2


@misconception(
    "sigmoid_gradient",
    says="the slope is multiplied by z, as if z were differentiated by something else",
)
def slope_times_z(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return z * s * (1 - s)


@misconception(
    "sigmoid_gradient",
    says="what comes back is the slope of tanh",
)
def slope_of_tanh_itself(z):
    z = np.asarray(z, dtype=float)
    return 1 - np.tanh(z) ** 2


@misconception(
    "sigmoid_gradient",
    says="your output is tanh and not the sigmoid",
)
def slope_tanh_product(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return t * (1 - t)


@misconception(
    "sigmoid_gradient",
    says="you differentiate a curve that is twice as steep as the sigmoid",
)
def slope_steep_tanh(z):
    z = np.asarray(z, dtype=float)
    return (1 - np.tanh(z) ** 2) / 2


@misconception(
    "sigmoid_gradient",
    says="the logit is doubled before the slope is taken",
)
def slope_steep_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(2 * z) * sigmoid(-2 * z)


@misconception(
    "sigmoid_gradient",
    says="the slope is 1 for positive and 0 for negative z, as for ReLU",
)
def slope_relu(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, 0.0)


@misconception(
    "sigmoid_gradient",
    says="your slope is negative where z is negative, though the curve rises there too",
)
def slope_odd(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return np.sign(z) * s * (1 - s)


@misconception(
    "sigmoid_gradient",
    says="you take differences between neighboring entries, but each z stands on its own",
)
def slope_along_the_array(z):
    z = np.asarray(z, dtype=float)
    return np.gradient(sigmoid(z)) if z.ndim == 1 and z.size > 1 else 0.0 * z


@misconception(
    "sigmoid_gradient",
    says="the results are rounded to a few decimals",
)
def slope_four_decimals(z):
    z = np.asarray(z, dtype=float)
    return np.round(sigmoid(z) * sigmoid(-z), 4)


@misconception(
    "sigmoid_gradient",
    says="the results are rounded to a few decimals",
)
def slope_three_decimals(z):
    z = np.asarray(z, dtype=float)
    return np.round(sigmoid(z) * sigmoid(-z), 3)


@misconception(
    "sigmoid_gradient",
    says="the results are rounded to a few decimals",
)
def slope_six_decimals(z):
    z = np.asarray(z, dtype=float)
    return np.round(sigmoid(z) * sigmoid(-z), 6)


@misconception(
    "sigmoid_gradient",
    says="the results are rounded to a few decimals",
)
def slope_two_decimals(z):
    z = np.asarray(z, dtype=float)
    return np.round(sigmoid(z) * sigmoid(-z), 2)


@misconception(
    "sigmoid_gradient",
    says="small slopes are raised to a smallest value, or the probabilities are clipped",
)
def slope_clipped(z):
    z = np.asarray(z, dtype=float)
    s = np.clip(sigmoid(z), 1e-7, 1 - 1e-7)
    return s * (1 - s)


@misconception(
    "sigmoid_gradient",
    says="the logits are cut off at a size at which the slope is not yet 0",
)
def slope_clipped_early(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(np.clip(z, -10, 10))
    return s * (1 - s)


@misconception(
    "sigmoid_gradient",
    says="the logits are cut off at a size at which the slope is not yet 0",
)
def slope_clipped_at_five(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(np.clip(z, -5, 5))
    return s * (1 - s)


@misconception(
    "sigmoid_gradient",
    says="a small number is added to every slope",
)
def slope_plus_eps(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s * (1 - s) + 1e-8


@misconception(
    "sigmoid_gradient",
    says="every z gets the largest slope, ¼",
)
def slope_constant(z):
    z = np.asarray(z, dtype=float)
    return np.full(z.shape, 0.25)


@misconception(
    "sigmoid_gradient",
    says="the slope at 0 is used, multiplied by z",
)
def slope_line(z):
    z = np.asarray(z, dtype=float)
    return z / 4


@misconception(
    "sigmoid_gradient",
    says="your bell is that of the normal distribution",
)
def slope_gauss(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)


@misconception(
    "sigmoid_gradient",
    says="your bell has the form exp(-z²), not that of this slope",
)
def slope_gauss_quarter(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-(z**2)) / 4


@misconception(
    "sigmoid_gradient",
    says="your slope falls like exp(-|z|) from the start, which holds only far out",
)
def slope_exponential_bell(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.abs(z)) / 4


@misconception(
    "sigmoid_gradient",
    says="only the exponential comes back, without the denominator",
)
def slope_exponential(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.abs(z))


@misconception(
    "sigmoid_gradient",
    says="the factor z stands where the output σ(z) belongs",
)
def slope_z_times_complement(z):
    z = np.asarray(z, dtype=float)
    return z * (1 - sigmoid(z))


@misconception(
    "sigmoid_gradient",
    says="you differentiate z times the sigmoid, not the sigmoid",
)
def slope_swish(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + z * s * (1 - s)


@misconception(
    "sigmoid_gradient",
    says="the slopes are divided by their sum, though each entry stands on its own",
)
def slope_over_sum(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z) * sigmoid(-z)
    return s / np.sum(s)


@misconception(
    "sigmoid_gradient",
    says="the slopes are divided by the number of entries",
)
def slope_over_n(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z) * sigmoid(-z) / z.size


@misconception(
    "sigmoid_gradient",
    says="the logits are cut to whole numbers before the slope is taken",
)
def slope_of_whole_numbers(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(np.trunc(z))
    return s * (1 - s)


@misconception(
    "sigmoid_gradient",
    says="one divided by the slope comes back: the derivative of the inverse function",
)
def slope_inverse(z):
    z = np.asarray(z, dtype=float)
    s = np.clip(sigmoid(z), 1e-15, 1 - 1e-15)
    return 1 / (s * (1 - s))


@misconception(
    "sigmoid_gradient",
    says="the difference of values at z + 1 and z comes back, which is no slope at z",
)
def slope_secant(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z + 1) - sigmoid(z)


@misconception(
    "sigmoid_gradient",
    says="the difference of values at z + 1 and z - 1 comes back, which is no slope at z",
)
def slope_central_one(z):
    z = np.asarray(z, dtype=float)
    return (sigmoid(z + 1) - sigmoid(z - 1)) / 2


@misconception(
    "sigmoid_gradient",
    says="you approximate the derivative by differences of nearby values, which costs digits",
)
def slope_h_hundredth(z):
    z = np.asarray(z, dtype=float)
    return (sigmoid(z + 0.01) - sigmoid(z)) / 0.01


@misconception(
    "sigmoid_gradient",
    says="you approximate the derivative by differences of nearby values, which costs digits",
)
def slope_h_thousandth(z):
    z = np.asarray(z, dtype=float)
    return (sigmoid(z + 1e-3) - sigmoid(z)) / 1e-3


@misconception(
    "sigmoid_gradient",
    says="you approximate the derivative by differences of nearby values, which costs digits",
)
def slope_h_ten_thousandth(z):
    z = np.asarray(z, dtype=float)
    return (sigmoid(z + 1e-4) - sigmoid(z)) / 1e-4


@misconception(
    "sigmoid_gradient",
    says="the difference of two nearby values is not divided by their distance",
)
def slope_undivided_difference(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z + 1e-5) - sigmoid(z - 1e-5)


@misconception(
    "sigmoid_gradient",
    says="what comes back is an entropy, -p ln p and so on, not a slope",
)
def slope_entropy(z):
    z = np.asarray(z, dtype=float)
    s = np.clip(sigmoid(z), 1e-300, 1 - 1e-16)
    return -s * np.log(s) - (1 - s) * np.log(1 - s)


@misconception(
    "sigmoid_gradient",
    says="the sigmoid is applied twice, and the slope taken of both",
)
def slope_of_sigmoid_of_sigmoid(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    t = sigmoid(s)
    return t * (1 - t) * s * (1 - s)


@misconception(
    "sigmoid_gradient",
    says="the two factors are added and not multiplied",
)
def slope_sum_of_both(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z) + (1 - sigmoid(z)) + 0.0 * z


@misconception(
    "sigmoid_gradient",
    says="the two factors are subtracted and not multiplied",
)
def slope_difference_of_both(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z) - (1 - sigmoid(z))


@formula("sigmoid_gradient")
def slope_with_the_minus_inside(z):
    s = sigmoid(z)
    return s - s**2


@formula("sigmoid_gradient")
def slope_quotient(z):
    e = np.exp(-np.asarray(z, dtype=float))
    return e / (1 + e) ** 2


@formula("sigmoid_gradient")
def slope_by_both_sides(z):
    return sigmoid(z) * sigmoid(-np.asarray(z, dtype=float))


# --- squared_loss, more ---


@misconception(
    "squared_loss",
    says="the absolute values of the errors are averaged and not their squares",
)
def sql_absolute(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(np.abs(sigmoid(X @ w) - y)) / 2


@misconception(
    "squared_loss",
    says="the absolute values of the errors are averaged and not their squares",
)
def sql_absolute_without_half(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(np.abs(sigmoid(X @ w) - y))


@misconception(
    "squared_loss",
    says="the square root of the mean square is taken",
)
def sql_root(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sqrt(np.mean((sigmoid(X @ w) - y) ** 2))


@misconception(
    "squared_loss",
    says="the square root of the whole loss is taken",
)
def sql_root_of_half(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sqrt(np.mean((sigmoid(X @ w) - y) ** 2) / 2)


@misconception(
    "squared_loss",
    says="the length of the vector of errors is used without being squared",
)
def sql_norm(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.linalg.norm(sigmoid(X @ w) - y) / (2 * len(y))


@misconception(
    "squared_loss",
    says="the length of the vector of errors comes back",
)
def sql_norm_alone(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.linalg.norm(sigmoid(X @ w) - y)


@misconception(
    "squared_loss",
    says="the squared errors are only added up: neither the mean nor the half is taken",
)
def sql_plain_sum(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((sigmoid(X @ w) - y) ** 2)


@misconception(
    "squared_loss",
    says=("you divide by another number than that of the samples: n - 1, or that of the features"),
)
def sql_bessel(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((sigmoid(X @ w) - y) ** 2) / (2 * max(len(y) - 1, 1))


@misconception(
    "squared_loss",
    says="you divide by n + 1 and not by the number of samples",
)
def sql_n_plus_one(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((sigmoid(X @ w) - y) ** 2) / (2 * (len(y) + 1))


@misconception(
    "squared_loss",
    says="the loss is divided by the number of samples twice",
)
def sql_mean_twice(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X @ w) - y) ** 2) / (2 * len(y))


@misconception(
    "squared_loss",
    says="the expression / 2 * n multiplies by the number of samples",
)
def sql_times_n(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((sigmoid(X @ w) - y) ** 2) / 2 * len(y)


@misconception(
    "squared_loss",
    says="the factor ½ enters twice, or stands inside the square",
)
def sql_quarter(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(((sigmoid(X @ w) - y) / 2) ** 2)


@misconception(
    "squared_loss",
    says="the factor ½ enters twice, or stands inside the square",
)
def sql_half_twice(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X @ w) - y) ** 2) / 4


@misconception(
    "squared_loss",
    says="the errors are not squared, so that they cancel each other",
)
def sql_errors_unsquared(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(sigmoid(X @ w) - y) / 2


@misconception(
    "squared_loss",
    says="the errors are not squared, so that they cancel each other",
)
def sql_errors_turned_unsquared(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(y - sigmoid(X @ w)) / 2


@misconception(
    "squared_loss",
    says="the whole loss has its sign turned",
)
def sql_negative(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return -np.mean((sigmoid(X @ w) - y) ** 2) / 2


@misconception(
    "squared_loss",
    says="the errors are raised to the third power, not to the second",
)
def sql_cube(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(np.abs(sigmoid(X @ w) - y) ** 3) / 2


@misconception(
    "squared_loss",
    says="the errors are squared twice",
)
def sql_fourth(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X @ w) - y) ** 4) / 2


@misconception(
    "squared_loss",
    says="probability and label are added, where their difference is wanted",
)
def sql_plus(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X @ w) + y) ** 2) / 2


@misconception(
    "squared_loss",
    says="probability and label are squared first and subtracted afterwards",
)
def sql_difference_of_squares(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(sigmoid(X @ w) ** 2 - y**2) / 2


@misconception(
    "squared_loss",
    says="the errors are added up first and squared afterwards",
)
def sql_square_of_sum(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(sigmoid(X @ w) - y) ** 2 / (2 * len(y))


@misconception(
    "squared_loss",
    says="the mean error is subtracted before squaring, so you return half the variance",
)
def sql_variance(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.var(sigmoid(X @ w) - y) / 2


@misconception(
    "squared_loss",
    says="only the first sample counts",
)
def sql_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (sigmoid(X[0] @ w) - y[0]) ** 2 / 2


@misconception(
    "squared_loss",
    says="only the last sample counts",
)
def sql_last(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (sigmoid(X[-1] @ w) - y[-1]) ** 2 / 2


@misconception(
    "squared_loss",
    says="only the last sample counts, and it is divided by the number of all",
)
def sql_last_over_n(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (sigmoid(X[-1] @ w) - y[-1]) ** 2 / (2 * len(y))


@misconception(
    "squared_loss",
    says="the last sample is left out",
)
def sql_without_last(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((sigmoid(X[:-1] @ w) - y[:-1]) ** 2) / (2 * len(y))


@misconception(
    "squared_loss",
    says="the first sample is left out",
)
def sql_without_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((sigmoid(X[1:] @ w) - y[1:]) ** 2) / (2 * len(y))


@misconception(
    "squared_loss",
    says="samples with label 1 add nothing to the loss",
)
def sql_label_zero_only(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((1 - y) * sigmoid(X @ w) ** 2) / 2


@misconception(
    "squared_loss",
    says=(
        "the two classes are exchanged: the probability of one is compared with the label of "
        "the other"
    ),
)
def sql_labels_inverted(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X @ w) - (1 - y)) ** 2) / 2


@misconception(
    "squared_loss",
    says=(
        "the slope of the sigmoid is multiplied in, though this is the loss and not its gradient"
    ),
)
def sql_with_slope(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return np.mean((p - y) ** 2 * p * (1 - p)) / 2


@misconception(
    "squared_loss",
    says="the slope of the sigmoid stands where its value belongs",
)
def sql_slope_for_value(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid_gradient(X @ w) - y) ** 2) / 2


@misconception(
    "squared_loss",
    says="the output of tanh is compared with the label, not that of the sigmoid",
)
def sql_tanh(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((np.tanh(X @ w) - y) ** 2) / 2


@misconception(
    "squared_loss",
    says="your formula is made for tanh and labels -1 and 1",
)
def sql_tanh_and_signs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((np.tanh(X @ w) - (2 * y - 1)) ** 2) / 2


@misconception(
    "squared_loss",
    says="labels and decisions are recoded to -1 and 1, and no probability is left",
)
def sql_sign_and_signs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((np.where(X @ w >= 0, 1, -1) - (2 * y - 1)) ** 2) / 2


@misconception(
    "squared_loss",
    says="the logit itself is compared with labels -1 and 1, without any sigmoid",
)
def sql_logit_and_signs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X @ w - (2 * y - 1)) ** 2) / 2


@misconception(
    "squared_loss",
    says="the sigmoid is applied twice, one after the other",
)
def sql_sigmoid_twice(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(sigmoid(X @ w)) - y) ** 2) / 2


@misconception(
    "squared_loss",
    says="the label is subtracted from the logit, and the sigmoid taken afterwards",
)
def sql_sigmoid_of_error(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(sigmoid(X @ w - y) ** 2) / 2


@misconception(
    "squared_loss",
    says="the sigmoid is applied to the label too",
)
def sql_sigmoid_of_label(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X @ w) - sigmoid(y)) ** 2) / 2


@misconception(
    "squared_loss",
    says="the last column of X is left out of the logit",
)
def sql_bias_left_out(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X[:, :-1] @ w[:-1]) - y) ** 2) / 2


@misconception(
    "squared_loss",
    says="the last weight is added as it is, without the last column of X",
)
def sql_bias_by_itself(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X[:, :-1] @ w[:-1] + w[-1]) - y) ** 2) / 2


@misconception(
    "squared_loss",
    says="the first weight is added as it is, without the first column of X",
)
def sql_bias_in_front(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X[:, 1:] @ w[1:] + w[0]) - y) ** 2) / 2


@misconception(
    "squared_loss",
    says="the first column of X is left out of the logit",
)
def sql_first_left_out(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X[:, 1:] @ w[1:]) - y) ** 2) / 2


@misconception(
    "squared_loss",
    says="the weights are not used: the inputs are simply added up",
)
def sql_sum_of_inputs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X.sum(axis=1)) - y) ** 2) / 2


@misconception(
    "squared_loss",
    says="the weights are divided by their length before they are used",
)
def sql_normalized_weights(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X @ (w / max(np.linalg.norm(w), 1e-12))) - y) ** 2) / 2


@misconception(
    "squared_loss",
    says="the products of weights and inputs are averaged, not summed, in the logit",
)
def sql_mean_of_products(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X @ w / len(w)) - y) ** 2) / 2


@misconception(
    "squared_loss",
    says="the sigmoid is taken of every single product, and their outputs are averaged",
)
def sql_each_product(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((np.mean(sigmoid(X * w), axis=1) - y) ** 2) / 2


@misconception(
    "squared_loss",
    says="a penalty on the weights is added to the loss",
)
def sql_penalty(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X @ w) - y) ** 2) / 2 + 0.5 * w @ w


@misconception(
    "squared_loss",
    says="a penalty on the weights is added to the loss",
)
def sql_small_penalty(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X @ w) - y) ** 2) / 2 + 0.5e-2 * w @ w


@misconception(
    "squared_loss",
    says="what comes back is the cross-entropy",
)
def sql_cross_entropy(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(np.logaddexp(0, z) - y * z)


@misconception(
    "squared_loss",
    says="a column meets a flat array, so every sample is paired with every other",
)
def sql_every_pair(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return np.sum((p[:, None] - y) ** 2) / (2 * len(y))


@misconception(
    "squared_loss",
    says="the result is rounded to a few decimals",
)
def sql_rounded(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.round(np.mean((sigmoid(X @ w) - y) ** 2) / 2, 4)


@misconception(
    "squared_loss",
    says="the probabilities are rounded to a few decimals",
)
def sql_probabilities_rounded(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((np.round(sigmoid(X @ w), 2) - y) ** 2) / 2


@misconception(
    "squared_loss",
    says="each error is divided by the deviation that a label with this probability has",
)
def sql_relative(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(np.clip(X @ w, -30, 30))
    return np.mean((p - y) ** 2 / (p * (1 - p))) / 2


@misconception(
    "squared_loss",
    says="the means of the two classes are averaged, so both count alike",
)
def sql_each_class(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    e = (sigmoid(X @ w) - y) ** 2
    return (e @ y / max(y.sum(), 1) + e @ (1 - y) / max((1 - y).sum(), 1)) / 4


@misconception(
    "squared_loss",
    says="the probabilities are sorted, so they no longer belong to their labels",
)
def sql_sorted(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((np.sort(sigmoid(X @ w)) - np.sort(y)) ** 2) / 2


@misconception(
    "squared_loss",
    says="the mean probability is compared with each label, not each with its own",
)
def sql_mean_probability(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((np.mean(sigmoid(X @ w)) - y) ** 2) / 2


@formula("squared_loss")
def squared_loss_by_a_loop(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    total = 0.0
    for i in range(len(y)):
        p = sigmoid(np.dot(X[i], w))
        total += (p - y[i]) ** 2
    return total / (2 * len(y))


@formula("squared_loss")
def squared_loss_half_of_each(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    e = y - sigmoid(X @ w)
    return np.mean(0.5 * e**2)


@formula("squared_loss")
def squared_loss_by_the_norm(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.linalg.norm(sigmoid(X @ w) - y) ** 2 / (2 * len(y))


# --- squared_loss_gradient, more ---


@misconception(
    "squared_loss_gradient",
    says="the factor ½ of the loss is still in your gradient",
)
def sqg_half(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * p * (1 - p)) / (2 * len(y))


@misconception(
    "squared_loss_gradient",
    says=("you divide by another number than that of the samples: n - 1, or that of the features"),
)
def sqg_over_features(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * p * (1 - p)) / len(w)


@misconception(
    "squared_loss_gradient",
    says="the gradient is divided by the number of samples twice",
)
def sqg_mean_twice(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * p * (1 - p)) / len(y) ** 2


@misconception(
    "squared_loss_gradient",
    says="the gradient is twice the sum: neither the ½ nor the mean is taken into account",
)
def sqg_sum_and_two(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return 2 * X.T @ ((p - y) * p * (1 - p))


@misconception(
    "squared_loss_gradient",
    says=("you divide by another number than that of the samples: n - 1, or that of the features"),
)
def sqg_bessel(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * p * (1 - p)) / max(len(y) - 1, 1)


@misconception(
    "squared_loss_gradient",
    says="the gradient is multiplied by the number of samples, not divided by it",
)
def sqg_times_n(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * p * (1 - p)) * len(y)


@misconception(
    "squared_loss_gradient",
    says="the error is missing: only slope and input are multiplied",
)
def sqg_no_error(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ sigmoid_gradient(X @ w) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the inputs are missing: every entry of the gradient is the same",
)
def sqg_no_input(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return np.full(len(w), np.mean((p - y) * p * (1 - p)))


@misconception(
    "squared_loss_gradient",
    says="the last factor is the weight, where the input belongs",
)
def sqg_weights_for_inputs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return np.mean((p - y) * p * (1 - p)) * w


@misconception(
    "squared_loss_gradient",
    says="the sign of the errors is lost",
)
def sqg_absolute(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ (np.abs(p - y) * p * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the error is squared in the gradient, as it is in the loss",
)
def sqg_squared_error(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) ** 2 * p * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the loss of each sample stands where its error belongs",
)
def sqg_half_squared_error(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) ** 2 / 2 * p * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the slope is cut down to its factor p: 1 - p is missing",
)
def sqg_p_for_slope(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * p) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the slope is cut down to its factor 1 - p: p is missing",
)
def sqg_complement_for_slope(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the slope has a plus where a minus belongs",
)
def sqg_plus_in_slope(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * p * (1 + p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="both factors of the slope are p",
)
def sqg_p_squared(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * p * p) / len(y)


@misconception(
    "squared_loss_gradient",
    says="brackets are missing in (p - y) p (1 - p), so the product is cut apart",
)
def sqg_brackets(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ (p - y * p * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="brackets are missing in p (1 - p), so the product is cut apart",
)
def sqg_brackets_slope(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * p * 1 - p) / len(y)


@misconception(
    "squared_loss_gradient",
    says="one factor of the slope contains the label and not the probability",
)
def sqg_label_in_slope(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * p * (1 - y)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="probability and label are added, where their difference is wanted",
)
def sqg_plus_label(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p + y) * p * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the label is left out: the probability stands where the error belongs",
)
def sqg_probability_alone(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ (p * p * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the label is compared with the decision 0 or 1, not with the probability",
)
def sqg_decision(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return X.T @ (((z >= 0) - y) * sigmoid_gradient(z)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the labels are recoded to -1 and 1, but probabilities run from 0 to 1",
)
def sqg_signs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - (2 * y - 1)) * p * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="samples with label 0 add nothing to the gradient",
)
def sqg_ones_only(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ (y * (p - 1) * p * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="samples with label 1 add nothing to the gradient",
)
def sqg_zeros_only(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((1 - y) * p * p * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the labels are exchanged: 1 is taken for 0",
)
def sqg_labels_inverted(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - 1 + y) * p * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="only the first sample counts",
)
def sqg_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X[0] @ w)
    return (p - y[0]) * p * (1 - p) * X[0]


@misconception(
    "squared_loss_gradient",
    says="only the last sample counts",
)
def sqg_last(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X[-1] @ w)
    return (p - y[-1]) * p * (1 - p) * X[-1]


@misconception(
    "squared_loss_gradient",
    says="each sample overwrites the gradient, so only the last one counts",
)
def sqg_last_over_n(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X[-1] @ w)
    return (p - y[-1]) * p * (1 - p) * X[-1] / len(y)


@misconception(
    "squared_loss_gradient",
    says="the first sample is left out",
)
def sqg_without_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X[1:] @ w)
    return X[1:].T @ ((p - y[1:]) * p * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the last sample is left out",
)
def sqg_without_last(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X[:-1] @ w)
    return X[:-1].T @ ((p - y[:-1]) * p * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="errors times slopes are averaged by themselves, and the inputs by themselves",
)
def sqg_means(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return np.mean((p - y) * p * (1 - p)) * X.mean(axis=0)


@misconception(
    "squared_loss_gradient",
    says="the slopes of all samples are averaged, where each belongs to its own error",
)
def sqg_mean_slope(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return np.mean(p * (1 - p)) * (X.T @ (p - y)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="one slope is used for all samples, that of the mean logit",
)
def sqg_slope_of_mean(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return sigmoid_gradient(np.mean(X @ w)) * (X.T @ (p - y)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the errors of all samples are averaged, where each belongs to its own slope",
)
def sqg_mean_error(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return np.mean(p - y) * (X.T @ (p * (1 - p))) / len(y)


@misconception(
    "squared_loss_gradient",
    says="errors, slopes and inputs are averaged each by themselves and multiplied afterwards",
)
def sqg_three_means(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return np.mean(p - y) * np.mean(p * (1 - p)) * X.mean(axis=0)


@misconception(
    "squared_loss_gradient",
    says="every sample gets the largest slope, ¼",
)
def sqg_quarter(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(X @ w) - y) / (4 * len(y))


@misconception(
    "squared_loss_gradient",
    says="the slope is differentiated once more, which brings in the factor 1 - 2p",
)
def sqg_second_slope(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * p * (1 - p) * (1 - 2 * p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the error is divided by the slope, not multiplied with it",
)
def sqg_divided_by_slope(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = np.clip(X @ w, -30, 30)
    return X.T @ ((sigmoid(z) - y) / sigmoid_gradient(z)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the square root of the slope is multiplied in",
)
def sqg_root_slope(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * np.sqrt(p * (1 - p))) / len(y)


@misconception(
    "squared_loss_gradient",
    says="your output and slope are those of tanh",
)
def sqg_tanh_of_z(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    t = np.tanh(X @ w)
    return X.T @ ((t - y) * (1 - t**2)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the slope is that of tanh at z",
)
def sqg_tanh_slope_of_z(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return X.T @ ((sigmoid(z) - y) * (1 - np.tanh(z) ** 2)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the slope is 1 for positive and 0 for negative logits, as for ReLU",
)
def sqg_relu_slope(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return X.T @ ((sigmoid(z) - y) * (z > 0)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the sigmoid is left out altogether: this is the gradient of linear regression",
)
def sqg_linear(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the sigmoid is applied twice, one after the other",
)
def sqg_sigmoid_twice(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(sigmoid(X @ w))
    return X.T @ ((p - y) * p * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the inputs enter squared",
)
def sqg_squared_inputs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return (X**2).T @ ((p - y) * p * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the sign of the inputs is lost",
)
def sqg_absolute_inputs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return np.abs(X).T @ ((p - y) * p * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="each entry is multiplied by its weight as well",
)
def sqg_times_w(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return w * (X.T @ ((p - y) * p * (1 - p))) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the weights are added to the gradient, as a penalty would do",
)
def sqg_plus_w(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * p * (1 - p)) / len(y) + w


@misconception(
    "squared_loss_gradient",
    says="the weights after a step come back, not the gradient",
)
def sqg_step(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return w - X.T @ ((p - y) * p * (1 - p)) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the gradient is divided by its length",
)
def sqg_unit(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    g = X.T @ ((p - y) * p * (1 - p))
    return g / max(np.linalg.norm(g), 1e-300)


@misconception(
    "squared_loss_gradient",
    says="only the signs of the gradient come back",
)
def sqg_signs_only(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return np.sign(X.T @ ((p - y) * p * (1 - p)))


@misconception(
    "squared_loss_gradient",
    says="the last entry, that of the bias, is left at 0",
)
def sqg_bias_zero(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    g = X.T @ ((p - y) * p * (1 - p)) / len(y)
    g[-1] = 0.0
    return g


@misconception(
    "squared_loss_gradient",
    says="the last entry takes no account of the last column of X",
)
def sqg_bias_by_itself(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    d = (p - y) * p * (1 - p)
    g = X.T @ d / len(y)
    g[-1] = np.mean(d)
    return g


@misconception(
    "squared_loss_gradient",
    says="the results are rounded to a few decimals",
)
def sqg_rounded(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return np.round(X.T @ ((p - y) * p * (1 - p)) / len(y), 4)


@misconception(
    "squared_loss_gradient",
    says="the weights change between the samples, so later errors belong to other weights",
)
def sqg_moving(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = np.zeros(len(w))
    for x, t in zip(X, y):
        p = sigmoid(x @ w)
        step = (p - t) * p * (1 - p) * x
        g = g + step
        w = w - step
    return g / len(y)


@misconception(
    "squared_loss_gradient",
    says="the loss of all samples is multiplied with the derivative of each",
)
def sqg_loss_as_factor(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return np.sum((p - y) ** 2) / 2 * (X.T @ (p * (1 - p))) / len(y)


@misconception(
    "squared_loss_gradient",
    says="the sum so far is divided by n with every new sample",
)
def sqg_running_division(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = np.zeros(len(w))
    for x, t in zip(X, y):
        p = sigmoid(x @ w)
        g = (g + (p - t) * p * (1 - p) * x) / len(y)
    return g


@misconception(
    "squared_loss_gradient",
    says="you approximate the derivative by differences of nearby values, which costs digits",
)
def sqg_differences(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    h = 1e-4
    return np.array(
        [(squared_loss(w + h * e, X, y) - squared_loss(w, X, y)) / h for e in np.eye(len(w))]
    )


@misconception(
    "squared_loss_gradient",
    says="you approximate the derivative by differences of nearby values, which costs digits",
)
def sqg_wide_differences(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    h = 1e-2
    return np.array(
        [(squared_loss(w + h * e, X, y) - squared_loss(w, X, y)) / h for e in np.eye(len(w))]
    )


@formula("squared_loss_gradient")
def squared_gradient_with_a_sum_over_rows(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    delta = (p - y) * (p * (1 - p))
    return np.sum(delta[:, None] * X, axis=0) / len(y)


@formula("squared_loss_gradient")
def squared_gradient_turned_twice(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    h = sigmoid(X @ w)
    return -X.T @ ((y - h) * h * (1 - h)) / len(y)


@formula("squared_loss_gradient")
def squared_gradient_entry_by_entry(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = np.zeros(len(w))
    for j in range(len(w)):
        for i in range(len(y)):
            p = sigmoid(X[i] @ w)
            g[j] += (p - y[i]) * p * (1 - p) * X[i, j] / len(y)
    return g


# --- cross_entropy, more ---


@misconception(
    "cross_entropy",
    says="the logarithm is that of base 10, so the loss is not in nats",
)
def ce_base_ten(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z)) / np.log(10)


@misconception(
    "cross_entropy",
    says="a factor ½ is left over from the squared error",
)
def ce_two_n(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z)) / 2


@misconception(
    "cross_entropy",
    says="the loss is twice as large as it should be",
)
def ce_double(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return 2 * np.mean(y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z))


@misconception(
    "cross_entropy",
    says="the loss is divided by the number of samples twice",
)
def ce_mean_twice(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(np.logaddexp(0, z) - y * z) / len(y)


@misconception(
    "cross_entropy",
    says=("you divide by another number than that of the samples: n - 1, or that of the features"),
)
def ce_over_features(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.sum(np.logaddexp(0, z) - y * z) / len(w)


@misconception(
    "cross_entropy",
    says=("you divide by another number than that of the samples: n - 1, or that of the features"),
)
def ce_bessel(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.sum(np.logaddexp(0, z) - y * z) / max(len(y) - 1, 1)


@misconception(
    "cross_entropy",
    says="samples with label 1 add nothing to the loss",
)
def ce_zeros_only(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean((1 - y) * np.logaddexp(0, z))


@misconception(
    "cross_entropy",
    says="every sample is treated as if its label were 1: the logarithm of p alone is averaged",
)
def ce_ones_for_all(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(np.logaddexp(0, -(X @ w)))


@misconception(
    "cross_entropy",
    says="samples with label 1 are treated as if their label were 0",
)
def ce_zeros_for_all(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(np.logaddexp(0, X @ w))


@misconception(
    "cross_entropy",
    says="samples with label 1 are treated as if their label were 0",
)
def ce_labels_inverted(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(y * np.logaddexp(0, z) + (1 - y) * np.logaddexp(0, -z))


@misconception(
    "cross_entropy",
    says="the minus stands before the first term only, and the second keeps its plus",
)
def ce_minus_on_first_term(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(y * np.logaddexp(0, -z) - (1 - y) * np.logaddexp(0, z))


@misconception(
    "cross_entropy",
    says="the minus stands before the second term only, and the first keeps its plus",
)
def ce_minus_on_second_term(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(-y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z))


@misconception(
    "cross_entropy",
    says="both terms count for every sample, whatever its label is",
)
def ce_both_terms(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(np.logaddexp(0, -z) + np.logaddexp(0, z))


@misconception(
    "cross_entropy",
    says="the label times the logit is added where it should be subtracted",
)
def ce_plus_yz(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(np.logaddexp(0, z) + y * z)


@misconception(
    "cross_entropy",
    says="softplus is taken of minus the logit, so the term with the label does not fit to it",
)
def ce_minus_softplus_plus_yz(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(np.logaddexp(0, -z) - y * z)


@misconception(
    "cross_entropy",
    says="only the term with label times logit is there",
)
def ce_minus_yz_only(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(-y * z)


@misconception(
    "cross_entropy",
    says="the label is replaced by the probability: this is the entropy of the output",
)
def ce_entropy_of_p(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    p = sigmoid(z)
    return np.mean(p * np.logaddexp(0, -z) + (1 - p) * np.logaddexp(0, z))


@misconception(
    "cross_entropy",
    says="the labels are smoothed: some of their weight is moved to the other class",
)
def ce_with_label_noise(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    t = 0.9 * y + 0.05
    return np.mean(np.logaddexp(0, z) - t * z)


@misconception(
    "cross_entropy",
    says="the likelihood itself comes back, a product of probabilities",
)
def ce_likelihood(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.exp(-np.sum(np.logaddexp(0, z) - y * z))


@misconception(
    "cross_entropy",
    says="the exponential of the cross-entropy comes back",
)
def ce_perplexity(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.exp(np.minimum(np.mean(np.logaddexp(0, z) - y * z), 700))


@misconception(
    "cross_entropy",
    says="the probabilities of the observed labels are averaged without any logarithm",
)
def ce_mean_probability(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return np.mean(y * p + (1 - y) * (1 - p))


@misconception(
    "cross_entropy",
    says="the probabilities are averaged first, and the logarithm taken afterwards",
)
def ce_log_of_mean(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return -np.log(max(np.mean(y * p + (1 - y) * (1 - p)), 1e-300))


@misconception(
    "cross_entropy",
    says="the logarithms are missing: only probabilities are multiplied with the labels",
)
def ce_without_logarithm(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return -np.mean(y * p + (1 - y) * (1 - p))


@misconception(
    "cross_entropy",
    says="the second logarithm stands beside the 1, where it should be taken of 1 - p",
)
def ce_one_minus_log(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return -np.mean(-y * np.logaddexp(0, -z) + (1 - y) * (1 + np.logaddexp(0, -z)))


@misconception(
    "cross_entropy",
    says="the second term is multiplied by y, where 1 - y belongs",
)
def ce_label_not_complement(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(y * np.logaddexp(0, -z) + y * np.logaddexp(0, z))


@misconception(
    "cross_entropy",
    says="what comes back is the squared error",
)
def ce_squared_loss(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X @ w) - y) ** 2) / 2


@misconception(
    "cross_entropy",
    says="what comes back is a mean squared error",
)
def ce_squared_loss_without_half(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X @ w) - y) ** 2)


@misconception(
    "cross_entropy",
    says="the errors of the probabilities are averaged, without any logarithm",
)
def ce_absolute(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(np.abs(sigmoid(X @ w) - y)) + 0.0


@misconception(
    "cross_entropy",
    says="you return the hinge loss, which is 0 beyond a margin of 1",
)
def ce_hinge(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(np.maximum(0, 1 - (2 * y - 1) * (X @ w)))


@misconception(
    "cross_entropy",
    says=(
        "ln(1 + exp(z)) is replaced by max(z, 0), which has a sharp bend and costs right "
        "samples nothing"
    ),
)
def ce_perceptron(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(np.maximum(0, -(2 * y - 1) * (X @ w)))


@misconception(
    "cross_entropy",
    says="the loss is exp(-margin), without the logarithm of 1 plus it",
)
def ce_exponential(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(np.exp(np.minimum(-(2 * y - 1) * (X @ w), 700)))


@misconception(
    "cross_entropy",
    says="the logarithm around 1 + exp(-margin) is missing",
)
def ce_one_plus_exp(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(1 + np.exp(np.minimum(-(2 * y - 1) * (X @ w), 700)))


@misconception(
    "cross_entropy",
    says="samples with label 1 are treated as if their label were 0",
)
def ce_margin_sign(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(np.logaddexp(0, (2 * y - 1) * (X @ w)))


@misconception(
    "cross_entropy",
    says="the share of wrong decisions comes back",
)
def ce_error_rate(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X @ w >= 0) != (y == 1))


@misconception(
    "cross_entropy",
    says="samples with label 1 are treated as if their label were 0",
)
def ce_falling(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = -(X @ w)
    return np.mean(np.logaddexp(0, z) - y * z)


@misconception(
    "cross_entropy",
    says="the sigmoid is applied twice, one after the other",
)
def ce_sigmoid_twice(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = sigmoid(X @ w)
    return np.mean(np.logaddexp(0, z) - y * z)


@misconception(
    "cross_entropy",
    says="the logits are doubled",
)
def ce_steep(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = 2 * (X @ w)
    return np.mean(np.logaddexp(0, z) - y * z)


@misconception(
    "cross_entropy",
    says="the logits are cut off before the loss is computed, so large losses are too small",
)
def ce_clip_logits_ten(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = np.clip(X @ w, -10, 10)
    return np.mean(np.logaddexp(0, z) - y * z)


@misconception(
    "cross_entropy",
    says="the logits are cut off before the loss is computed, so large losses are too small",
)
def ce_clip_logits_twenty(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = np.clip(X @ w, -20, 20)
    return np.mean(np.logaddexp(0, z) - y * z)


@misconception(
    "cross_entropy",
    says="the logits are cut off before the loss is computed, so large losses are too small",
)
def ce_clip_logits_thirty(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = np.clip(X @ w, -30, 30)
    return np.mean(np.logaddexp(0, z) - y * z)


@misconception(
    "cross_entropy",
    says="the logits are cut off before the loss is computed, so large losses are too small",
)
def ce_clip_logits_fifty(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = np.clip(X @ w, -50, 50)
    return np.mean(np.logaddexp(0, z) - y * z)


@misconception(
    "cross_entropy",
    says="the logits are cut off before the loss is computed, so large losses are too small",
)
def ce_clip_logits_hundred(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = np.clip(X @ w, -100, 100)
    return np.mean(np.logaddexp(0, z) - y * z)


@misconception(
    "cross_entropy",
    says="the logits are cut off before the loss is computed, so large losses are too small",
)
def ce_clip_logits_five_hundred(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = np.clip(X @ w, -500, 500)
    return np.mean(np.logaddexp(0, z) - y * z)


@misconception(
    "cross_entropy",
    says="the logits are cut off before the loss is computed, so large losses are too small",
)
def ce_clip_logits_seven_hundred(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = np.clip(X @ w, -700, 700)
    return np.mean(np.logaddexp(0, z) - y * z)


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_clip_7(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = np.clip(sigmoid(X @ w), 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_clip_8(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = np.clip(sigmoid(X @ w), 1e-8, 1 - 1e-8)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_clip_9(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = np.clip(sigmoid(X @ w), 1e-9, 1 - 1e-9)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_clip_10(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = np.clip(sigmoid(X @ w), 1e-10, 1 - 1e-10)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_clip_16(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = np.clip(sigmoid(X @ w), 1e-16, 1 - 1e-16)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_clip_5(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = np.clip(sigmoid(X @ w), 1e-5, 1 - 1e-5)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_clip_3(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = np.clip(sigmoid(X @ w), 1e-3, 1 - 1e-3)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_floor_15(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return -np.mean(y * np.log(np.maximum(p, 1e-15)) + (1 - y) * np.log(np.maximum(1 - p, 1e-15)))


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_floor_12(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return -np.mean(y * np.log(np.maximum(p, 1e-12)) + (1 - y) * np.log(np.maximum(1 - p, 1e-12)))


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_floor_10(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return -np.mean(y * np.log(np.maximum(p, 1e-10)) + (1 - y) * np.log(np.maximum(1 - p, 1e-10)))


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_floor_300(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return -np.mean(y * np.log(np.maximum(p, 1e-300)) + (1 - y) * np.log(np.maximum(1 - p, 1e-300)))


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_eps_7(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return -np.mean(y * np.log(p + 1e-7) + (1 - y) * np.log(1 - p + 1e-7))


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_eps_9(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return -np.mean(y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9))


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_eps_10(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return -np.mean(y * np.log(p + 1e-10) + (1 - y) * np.log(1 - p + 1e-10))


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_eps_12(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return -np.mean(y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12))


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_eps_15(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return -np.mean(y * np.log(p + 1e-15) + (1 - y) * np.log(1 - p + 1e-15))


@misconception(
    "cross_entropy",
    says=(
        "a small number keeps the logarithm away from 0, by clipping or by adding it, so a "
        "sure and wrong sample costs too little"
    ),
)
def ce_eps_16(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return -np.mean(y * np.log(p + 1e-16) + (1 - y) * np.log(1 - p + 1e-16))


@misconception(
    "cross_entropy",
    says="a small number is added inside the logarithm and changes every value",
)
def ce_eps_5(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return -np.mean(y * np.log(p + 1e-5) + (1 - y) * np.log(1 - p + 1e-5))


@misconception(
    "cross_entropy",
    says="a small number is added inside the logarithm and changes every value",
)
def ce_eps_3(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return -np.mean(y * np.log(p + 1e-3) + (1 - y) * np.log(1 - p + 1e-3))


@misconception(
    "cross_entropy",
    says=(
        "infinite or undefined logarithms are replaced by a number, so sure and wrong samples"
        " cost little"
    ),
)
def ce_infinite_dropped(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    with np.errstate(all="ignore"):
        terms = y * np.log(p) + (1 - y) * np.log(1 - p)
    return -np.mean(np.where(np.isfinite(terms), terms, 0.0))


@misconception(
    "cross_entropy",
    says=("infinite or undefined logarithms are replaced by a number, not computed from the logit"),
)
def ce_nan_to_num(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    with np.errstate(all="ignore"):
        return -np.mean(np.nan_to_num(y * np.log(p)) + np.nan_to_num((1 - y) * np.log(1 - p)))


@misconception(
    "cross_entropy",
    says=(
        "ln(1 + exp(z)) is replaced by max(z, 0), which has a sharp bend and costs right "
        "samples nothing"
    ),
)
def ce_bend_cut(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(np.maximum(z, 0) - y * z)


@misconception(
    "cross_entropy",
    says="ln(1 + exp(-|z|)) stands alone, without max(z, 0) beside it",
)
def ce_stable_without_max(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(np.log1p(np.exp(-np.abs(z))) - y * z)


@misconception(
    "cross_entropy",
    says="the label times the logit is added where it should be subtracted",
)
def ce_stable_plus_label(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))) + y * z)


@misconception(
    "cross_entropy",
    says="exp(z) stands where ln(1 + exp(z)) belongs",
)
def ce_exp_without_log(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(np.exp(np.minimum(z, 700)) - y * z)


@misconception(
    "cross_entropy",
    says="the largest logit of all samples is subtracted, as in softmax, and changes the loss",
)
def ce_softplus_of_shifted(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    z = z - np.max(z)
    return np.mean(np.logaddexp(0, z) - y * z)


@misconception(
    "cross_entropy",
    says="a penalty on the weights is added to the loss",
)
def ce_penalty(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(np.logaddexp(0, z) - y * z) + 0.5 * w @ w


@misconception(
    "cross_entropy",
    says="a penalty on the weights is added to the loss",
)
def ce_small_penalty(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(np.logaddexp(0, z) - y * z) + 0.5e-2 * w @ w


@misconception(
    "cross_entropy",
    says="a penalty on the weights is added to the loss",
)
def ce_tiny_penalty(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(np.logaddexp(0, z) - y * z) + 0.5e-6 * w @ w


@misconception(
    "cross_entropy",
    says="return stands inside the loop, or only the first sample is looked at",
)
def ce_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X[0] @ w
    return np.logaddexp(0, z) - y[0] * z


@misconception(
    "cross_entropy",
    says="return stands inside the loop, so only the first sample counts",
)
def ce_first_over_n(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X[0] @ w
    return (np.logaddexp(0, z) - y[0] * z) / len(y)


@misconception(
    "cross_entropy",
    says="only the last sample counts",
)
def ce_last(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X[-1] @ w
    return np.logaddexp(0, z) - y[-1] * z


@misconception(
    "cross_entropy",
    says="each sample overwrites the loss, so only the last one counts",
)
def ce_last_over_n(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X[-1] @ w
    return (np.logaddexp(0, z) - y[-1] * z) / len(y)


@misconception(
    "cross_entropy",
    says="the first sample is left out",
)
def ce_without_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.sum((np.logaddexp(0, z) - y * z)[1:]) / len(y)


@misconception(
    "cross_entropy",
    says="the last sample is left out",
)
def ce_without_last(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.sum((np.logaddexp(0, z) - y * z)[:-1]) / len(y)


@misconception(
    "cross_entropy",
    says="each class is averaged by itself, and the two means are added",
)
def ce_each_class(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    loss = np.logaddexp(0, z) - y * z
    return loss @ y / max(y.sum(), 1) + loss @ (1 - y) / max((1 - y).sum(), 1)


@misconception(
    "cross_entropy",
    says="each class is averaged by itself, so both count alike whatever their sizes",
)
def ce_balanced(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    loss = np.logaddexp(0, z) - y * z
    return (loss @ y / max(y.sum(), 1) + loss @ (1 - y) / max((1 - y).sum(), 1)) / 2


@misconception(
    "cross_entropy",
    says="sure and right samples are made to count less than others",
)
def ce_focal(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    p = sigmoid(z)
    return np.mean(y * (1 - p) ** 2 * np.logaddexp(0, -z) + (1 - y) * p**2 * np.logaddexp(0, z))


@misconception(
    "cross_entropy",
    says="each logarithm is multiplied by the error and not by the label alone",
)
def ce_weighted_by_p(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    p = sigmoid(z)
    return np.mean(y * (1 - p) * np.logaddexp(0, -z) + (1 - y) * p * np.logaddexp(0, z))


@misconception(
    "cross_entropy",
    says="a column meets a flat array, so every sample is paired with every other",
)
def ce_every_pair(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.mean(np.logaddexp(0, z)[:, None] - y * z[:, None])


@misconception(
    "cross_entropy",
    says="the last column of X is left out of the logit",
)
def ce_bias_left_out(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X[:, :-1] @ w[:-1]
    return np.mean(np.logaddexp(0, z) - y * z)


@misconception(
    "cross_entropy",
    says="the last weight is added as it is, without the last column of X",
)
def ce_bias_by_itself(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X[:, :-1] @ w[:-1] + w[-1]
    return np.mean(np.logaddexp(0, z) - y * z)


@misconception(
    "cross_entropy",
    says="the first weight is added as it is, without the first column of X",
)
def ce_bias_in_front(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X[:, 1:] @ w[1:] + w[0]
    return np.mean(np.logaddexp(0, z) - y * z)


@misconception(
    "cross_entropy",
    says="the logits are averaged before the loss is taken of them",
)
def ce_mean_logit(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = np.mean(X @ w)
    return np.mean(np.logaddexp(0, z) - y * z)


@misconception(
    "cross_entropy",
    says="the result is rounded to a few decimals",
)
def ce_rounded(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return np.round(np.mean(np.logaddexp(0, z) - y * z), 4)


@misconception(
    "cross_entropy",
    says="the probabilities are rounded before their logarithm is taken",
)
def ce_probabilities_rounded(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = np.clip(np.round(sigmoid(X @ w), 4), 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception(
    "cross_entropy",
    says="the logarithm is taken of 1 + p, where it is wanted of p",
)
def ce_log1p_of_p(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return -np.mean(y * np.log1p(p) + (1 - y) * np.log(2 - p))


@misconception(
    "cross_entropy",
    says="the logits are normalized over the samples, as if they were classes",
)
def ce_softmax_over_samples(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    lp = z - z.max() - np.log(np.sum(np.exp(z - z.max())))
    return -np.mean(y * lp)


@misconception(
    "cross_entropy",
    says="the errors p - y are averaged, without any logarithm",
)
def ce_gradient_length(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(sigmoid(X @ w) - y)


@formula("cross_entropy")
def cross_entropy_by_two_cases(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    total = 0.0
    for x, t in zip(X, y):
        z = x @ w
        if t == 1:
            total += np.log(1 + np.exp(-z))
        else:
            total += np.log(1 + np.exp(z))
    return total / len(y)


@formula("cross_entropy")
def cross_entropy_by_margins(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    s = 2 * y - 1
    return np.mean(np.log(1 + np.exp(-s * (X @ w))))


@formula("cross_entropy")
def cross_entropy_in_two_sums(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    first = np.dot(y, np.log(p))
    second = np.dot(1 - y, np.log(1 - p))
    return -(first + second) / len(y)


@formula("cross_entropy")
def cross_entropy_as_frameworks_do(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    loss = np.maximum(z, 0) - z * y + np.log(1 + np.exp(-np.abs(z)))
    return np.mean(loss)


# --- cross_entropy_gradient, more ---


@misconception(
    "cross_entropy_gradient",
    says="a factor ½ is left over from the squared error",
)
def ceg_half(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(X @ w) - y) / (2 * len(y))


@misconception(
    "cross_entropy_gradient",
    says="the gradient is twice as long as it should be",
)
def ceg_double(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return 2 * X.T @ (sigmoid(X @ w) - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says=("you divide by another number than that of the samples: n - 1, or that of the features"),
)
def ceg_bessel(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(X @ w) - y) / max(len(y) - 1, 1)


@misconception(
    "cross_entropy_gradient",
    says="the gradient is multiplied by the number of samples, not divided by it",
)
def ceg_times_n(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(X @ w) - y) * len(y)


@misconception(
    "cross_entropy_gradient",
    says="the gradient is divided by ln 2, as if the loss were in bits",
)
def ceg_bits(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(X @ w) - y) / (len(y) * np.log(2))


@misconception(
    "cross_entropy_gradient",
    says="samples with label 1 add nothing to the gradient",
)
def ceg_zeros_only(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ ((1 - y) * sigmoid(X @ w)) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the label is left out: the probability stands where the error belongs",
)
def ceg_no_label(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ sigmoid(X @ w) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the probability is left out: only the label is multiplied with the input",
)
def ceg_no_probability(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return -X.T @ y / len(y)


@misconception(
    "cross_entropy_gradient",
    says="probability and label are added, where their difference is wanted",
)
def ceg_plus(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(X @ w) + y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the labels are exchanged: 1 is taken for 0",
)
def ceg_labels_inverted(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(X @ w) - (1 - y)) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the label is compared with the logit and not with the probability",
)
def ceg_logit(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the loss of each sample stands where its error belongs",
)
def ceg_loss_times_input(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return X.T @ (np.logaddexp(0, z) - y * z) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the mean loss is multiplied with the inputs",
)
def ceg_mean_loss_times_input(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return cross_entropy(w, X, y) * X.mean(axis=0)


@misconception(
    "cross_entropy_gradient",
    says="the inputs are missing: every entry of the gradient is the mean error",
)
def ceg_no_input(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.full(len(w), np.mean(sigmoid(X @ w) - y))


@misconception(
    "cross_entropy_gradient",
    says="the last factor is the weight, where the input belongs",
)
def ceg_weights_for_inputs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(sigmoid(X @ w) - y) * w


@misconception(
    "cross_entropy_gradient",
    says="errors and inputs are averaged each by themselves and multiplied afterwards",
)
def ceg_means(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(sigmoid(X @ w) - y) * X.mean(axis=0)


@misconception(
    "cross_entropy_gradient",
    says="the sign of the errors is lost",
)
def ceg_absolute(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ np.abs(sigmoid(X @ w) - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the errors are squared, where they should enter as they are",
)
def ceg_squared(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(X @ w) - y) ** 2 / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the inputs enter squared",
)
def ceg_squared_inputs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X**2).T @ (sigmoid(X @ w) - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the sign of the inputs is lost",
)
def ceg_absolute_inputs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.abs(X).T @ (sigmoid(X @ w) - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="only the first sample counts",
)
def ceg_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (sigmoid(X[0] @ w) - y[0]) * X[0]


@misconception(
    "cross_entropy_gradient",
    says="return stands inside the loop, so only the first sample counts",
)
def ceg_first_over_n(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (sigmoid(X[0] @ w) - y[0]) * X[0] / len(y)


@misconception(
    "cross_entropy_gradient",
    says="only the last sample counts",
)
def ceg_last(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (sigmoid(X[-1] @ w) - y[-1]) * X[-1]


@misconception(
    "cross_entropy_gradient",
    says="the first sample is left out",
)
def ceg_without_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X[1:].T @ (sigmoid(X[1:] @ w) - y[1:]) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the last sample is left out",
)
def ceg_without_last(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X[:-1].T @ (sigmoid(X[:-1] @ w) - y[:-1]) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the label is compared with tanh, not with the sigmoid",
)
def ceg_tanh(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (np.tanh(X @ w) - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the sign of the logit is turned inside the sigmoid",
)
def ceg_falling(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(-(X @ w)) - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the sigmoid is applied twice, one after the other",
)
def ceg_sigmoid_twice(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(sigmoid(X @ w)) - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the label is subtracted from the logit, and the sigmoid taken afterwards",
)
def ceg_sigmoid_of_error(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ sigmoid(X @ w - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the slope of the sigmoid stands where the error belongs",
)
def ceg_slope_alone(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ sigmoid_gradient(X @ w) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the label is compared with the slope of the sigmoid, not with its value",
)
def ceg_slope_minus_label(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid_gradient(X @ w) - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="a slope 1 - p² is multiplied in, though no such factor is left in this gradient",
)
def ceg_tanh_slope(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * (1 - p**2)) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the labels are smoothed: some of their weight is moved to the other class",
)
def ceg_smoothed(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(X @ w) - (0.9 * y + 0.05)) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the label is replaced by the mean label of all samples",
)
def ceg_mean_label(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(X @ w) - np.mean(y)) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the probability is replaced by the mean probability of all samples",
)
def ceg_mean_probability(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (np.mean(sigmoid(X @ w)) - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the probabilities are rounded before the label is subtracted",
)
def ceg_rounded_probability(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (np.round(sigmoid(X @ w), 2) - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the probabilities are kept away from 0 and 1 by a small number",
)
def ceg_clipped(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (np.clip(sigmoid(X @ w), 1e-3, 1 - 1e-3) - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the logits are cut off, which changes the errors of sure samples",
)
def ceg_clipped_logits(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(np.clip(X @ w, -5, 5)) - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the weights are added to the gradient, as a penalty would do",
)
def ceg_plus_w(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(X @ w) - y) / len(y) + w


@misconception(
    "cross_entropy_gradient",
    says="the weights times a small number are added, as a penalty would do",
)
def ceg_small_penalty(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(X @ w) - y) / len(y) + 0.01 * w


@misconception(
    "cross_entropy_gradient",
    says="the weights times a small number are added, as a penalty would do",
)
def ceg_tiny_penalty(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(X @ w) - y) / len(y) + 1e-6 * w


@misconception(
    "cross_entropy_gradient",
    says="each entry is multiplied by its weight as well",
)
def ceg_times_w(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return w * (X.T @ (sigmoid(X @ w) - y)) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the weights after a step come back, not the gradient",
)
def ceg_step(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return w - X.T @ (sigmoid(X @ w) - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the gradient is divided by its length",
)
def ceg_unit(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = X.T @ (sigmoid(X @ w) - y)
    return g / max(np.linalg.norm(g), 1e-300)


@misconception(
    "cross_entropy_gradient",
    says="large entries of the gradient are cut off",
)
def ceg_clipped_entries(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.clip(X.T @ (sigmoid(X @ w) - y) / len(y), -1, 1)


@misconception(
    "cross_entropy_gradient",
    says="only the signs of the gradient come back",
)
def ceg_signs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sign(X.T @ (sigmoid(X @ w) - y))


@misconception(
    "cross_entropy_gradient",
    says="the results are rounded to a few decimals",
)
def ceg_rounded(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.round(X.T @ (sigmoid(X @ w) - y) / len(y), 4)


@misconception(
    "cross_entropy_gradient",
    says="the last entry, that of the bias, is left at 0",
)
def ceg_bias_zero(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = X.T @ (sigmoid(X @ w) - y) / len(y)
    g[-1] = 0.0
    return g


@misconception(
    "cross_entropy_gradient",
    says="the last entry takes no account of the last column of X",
)
def ceg_bias_by_itself(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    e = sigmoid(X @ w) - y
    g = X.T @ e / len(y)
    g[-1] = np.mean(e)
    return g


@misconception(
    "cross_entropy_gradient",
    says="the last entry is summed over the samples and not averaged, unlike the others",
)
def ceg_bias_summed(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = X.T @ (sigmoid(X @ w) - y) / len(y)
    g[-1] = g[-1] * len(y)
    return g


@misconception(
    "cross_entropy_gradient",
    says="the entries stand in reversed order",
)
def ceg_reversed(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X.T @ (sigmoid(X @ w) - y) / len(y))[::-1]


@misconception(
    "cross_entropy_gradient",
    says="the mean of the inputs is subtracted from them",
)
def ceg_centered(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X - X.mean(axis=0)).T @ (sigmoid(X @ w) - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the weights change between the samples, so later errors belong to other weights",
)
def ceg_moving(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = np.zeros(len(w))
    for x, t in zip(X, y):
        step = (sigmoid(x @ w) - t) * x
        g = g + step
        w = w - step
    return g / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the sum so far is divided by n with every new sample",
)
def ceg_running_division(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = np.zeros(len(w))
    for x, t in zip(X, y):
        g = (g + (sigmoid(x @ w) - t) * x) / len(y)
    return g


@misconception(
    "cross_entropy_gradient",
    says="the errors are added up along the samples before they meet the inputs",
)
def ceg_running_sum(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ np.cumsum(sigmoid(X @ w) - y) / len(y)


@misconception(
    "cross_entropy_gradient",
    says="the errors are paired with the inputs in reversed order",
)
def ceg_reversed_errors(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(X @ w) - y)[::-1] / len(y)


@misconception(
    "cross_entropy_gradient",
    says="you approximate the derivative by differences of nearby values, which costs digits",
)
def ceg_difference_wide(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    h = 1e-2
    return np.array(
        [(cross_entropy(w + h * e, X, y) - cross_entropy(w, X, y)) / h for e in np.eye(len(w))]
    )


@misconception(
    "cross_entropy_gradient",
    says="you approximate the derivative by differences of nearby values, which costs digits",
)
def ceg_difference(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    h = 1e-4
    return np.array(
        [(cross_entropy(w + h * e, X, y) - cross_entropy(w, X, y)) / h for e in np.eye(len(w))]
    )


@formula("cross_entropy_gradient")
def cross_gradient_turned_twice(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    p = sigmoid(X @ w)
    return -X.T @ (y - p) / len(y)


@formula("cross_entropy_gradient")
def cross_gradient_entry_by_entry(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = np.zeros(len(w))
    for j in range(len(w)):
        for i in range(len(y)):
            g[j] += (sigmoid(X[i] @ w) - y[i]) * X[i, j]
    return g / len(y)


@formula("cross_entropy_gradient")
def cross_gradient_by_margins(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    s = 2 * y - 1
    return -X.T @ (s * sigmoid(-s * (X @ w))) / len(y)


# --- cross_entropy_hessian, more ---


@misconception(
    "cross_entropy_hessian",
    says=("you divide by another number than that of the samples: n - 1, or that of the features"),
)
def hes_over_features(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(w)


@misconception(
    "cross_entropy_hessian",
    says="the matrix is divided by the number of samples twice",
)
def hes_mean_twice(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X) ** 2


@misconception(
    "cross_entropy_hessian",
    says=("you divide by another number than that of the samples: n - 1, or that of the features"),
)
def hes_bessel(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / max(len(X) - 1, 1)


@misconception(
    "cross_entropy_hessian",
    says="the matrix carries a factor ½ that does not belong there",
)
def hes_half(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / (2 * len(X))


@misconception(
    "cross_entropy_hessian",
    says="the matrix is twice as large as it should be",
)
def hes_double(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return 2 * X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the matrix is multiplied by the number of samples, not divided by it",
)
def hes_times_n(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ (sigmoid_gradient(X @ w)[:, None] * X) * len(X)


@misconception(
    "cross_entropy_hessian",
    says="the square root of the slope is the weight of a sample",
)
def hes_root_of_slope(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ (np.sqrt(sigmoid_gradient(X @ w))[:, None] * X) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="each sample is weighted with 1 - p alone: the factor p is missing",
)
def hes_complement(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ (sigmoid(-(X @ w))[:, None] * X) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="each sample is weighted with p squared, not with p (1 - p)",
)
def hes_p_squared(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ (sigmoid(X @ w)[:, None] ** 2 * X) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="each sample is weighted with (1 - p) squared, not with p (1 - p)",
)
def hes_complement_squared(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ (sigmoid(-(X @ w))[:, None] ** 2 * X) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the slope has a plus where a minus belongs",
)
def hes_p_plus(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    p = sigmoid(X @ w)
    return X.T @ ((p * (1 + p))[:, None] * X) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="each sample is weighted with 1 - p², the slope formula of tanh",
)
def hes_tanh_slope(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    p = sigmoid(X @ w)
    return X.T @ ((1 - p**2)[:, None] * X) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="each sample is weighted with the slope of tanh at its logit",
)
def hes_tanh(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ ((1 - np.tanh(X @ w) ** 2)[:, None] * X) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the slope treats the logit as if it were already the probability",
)
def hes_logit_slope(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    z = X @ w
    return X.T @ ((z * (1 - z))[:, None] * X) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the slope is taken at the probability, where it belongs to the logit",
)
def hes_slope_at_output(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ (sigmoid_gradient(sigmoid(X @ w))[:, None] * X) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="each sample is weighted with its logit",
)
def hes_weighted_with_logit(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ ((X @ w)[:, None] * X) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the slopes are averaged first, so all samples get the same weight",
)
def hes_mean_slope(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return np.mean(sigmoid_gradient(X @ w)) * X.T @ X / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the slopes are added up first, so all samples get the same large weight",
)
def hes_summed_slope(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return np.sum(sigmoid_gradient(X @ w)) * X.T @ X


@misconception(
    "cross_entropy_hessian",
    says="one slope is used for all samples, that of the mean logit",
)
def hes_slope_of_mean(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return sigmoid_gradient(np.mean(X @ w)) * X.T @ X / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the weights of the samples are divided by their sum",
)
def hes_normalized_weights(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    r = sigmoid_gradient(X @ w)
    return X.T @ (r[:, None] * X) / np.sum(r)


@misconception(
    "cross_entropy_hessian",
    says="each sample is weighted with one divided by the slope",
)
def hes_inverse_slope(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    r = sigmoid_gradient(np.clip(X @ w, -30, 30))
    return X.T @ (X / r[:, None]) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the second inputs are missing: the matrix is an outer product of mean inputs",
)
def hes_without_inputs(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    m = X.mean(axis=0)
    return np.mean(sigmoid_gradient(X @ w)) * np.outer(m, m)


@misconception(
    "cross_entropy_hessian",
    says="the weighted inputs are averaged first, and their outer product taken afterwards",
)
def hes_outer_of_weighted_means(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    m = X.T @ sigmoid_gradient(X @ w) / len(X)
    return np.outer(m, m)


@misconception(
    "cross_entropy_hessian",
    says="the weighted inputs are averaged first, and their outer product taken afterwards",
)
def hes_outer_of_root_means(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    m = X.T @ np.sqrt(sigmoid_gradient(X @ w)) / len(X)
    return np.outer(m, m)


@misconception(
    "cross_entropy_hessian",
    says="one of the two inputs is averaged over the samples before they are multiplied",
)
def hes_outer_with_mean(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return np.outer(X.T @ sigmoid_gradient(X @ w) / len(X), X.mean(axis=0))


@misconception(
    "cross_entropy_hessian",
    says="the mean of the inputs is subtracted from them",
)
def hes_centered(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    C = X - X.mean(axis=0)
    return C.T @ (sigmoid_gradient(X @ w)[:, None] * C) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="you return the covariance matrix of the inputs",
)
def hes_covariance(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    C = X - X.mean(axis=0)
    return C.T @ C / len(X)


@misconception(
    "cross_entropy_hessian",
    says="everything off the diagonal is 0, though second derivatives by two weights are not",
)
def hes_diagonal(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return np.diag(sigmoid_gradient(X @ w) @ X**2 / len(X))


@misconception(
    "cross_entropy_hessian",
    says="only the lower triangle is filled, and 0 is left above it",
)
def hes_lower_triangle(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return np.tril(X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X))


@misconception(
    "cross_entropy_hessian",
    says="the diagonal is left at 0",
)
def hes_no_diagonal(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    H = X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X)
    return H - np.diag(np.diag(H))


@misconception(
    "cross_entropy_hessian",
    says="the diagonal is counted twice when the two triangles are put together",
)
def hes_double_diagonal(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    H = X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X)
    return H + np.diag(np.diag(H))


@misconception(
    "cross_entropy_hessian",
    says="the matrix is twice as large as it should be",
)
def hes_plus_transposed(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    H = X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X)
    return H + H.T


@misconception(
    "cross_entropy_hessian",
    says="the entries off the diagonal have their sign turned",
)
def hes_signs_off_diagonal(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    H = X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X)
    return 2 * np.diag(np.diag(H)) - H


@misconception(
    "cross_entropy_hessian",
    says="the sign of the inputs is lost",
)
def hes_absolute(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return np.abs(X).T @ (sigmoid_gradient(X @ w)[:, None] * np.abs(X)) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the sign of the entries is lost",
)
def hes_absolute_of_result(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return np.abs(X.T @ (sigmoid_gradient(X @ w)[:, None] * X)) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the inputs enter squared",
)
def hes_squared_inputs(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return (X**2).T @ (sigmoid_gradient(X @ w)[:, None] * X**2) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="you return the identity matrix, whatever the data are",
)
def hes_identity(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return np.eye(len(w))


@misconception(
    "cross_entropy_hessian",
    says="the inverse of the matrix comes back",
)
def hes_inverse(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    H = X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X)
    return np.linalg.pinv(H)


@misconception(
    "cross_entropy_hessian",
    says="the matrix is multiplied with itself",
)
def hes_square(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    H = X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X)
    return H @ H


@misconception(
    "cross_entropy_hessian",
    says="the square root is taken of every entry",
)
def hes_root_entries(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    H = X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X)
    return np.sqrt(np.abs(H))


@misconception(
    "cross_entropy_hessian",
    says="the matrix is scaled to ones on its diagonal",
)
def hes_correlation(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    H = X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X)
    s = np.sqrt(np.maximum(np.diag(H), 1e-300))
    return H / np.outer(s, s)


@misconception(
    "cross_entropy_hessian",
    says="the matrix is divided by its largest entry",
)
def hes_over_largest(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    H = X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X)
    return H / max(np.max(np.abs(H)), 1e-300)


@misconception(
    "cross_entropy_hessian",
    says="return stands inside the loop, or only the first sample is looked at",
)
def hes_first(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return sigmoid_gradient(X[0] @ w) * np.outer(X[0], X[0])


@misconception(
    "cross_entropy_hessian",
    says="return stands inside the loop, so only the first sample counts",
)
def hes_first_over_n(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return sigmoid_gradient(X[0] @ w) * np.outer(X[0], X[0]) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="only the last sample counts",
)
def hes_last(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return sigmoid_gradient(X[-1] @ w) * np.outer(X[-1], X[-1])


@misconception(
    "cross_entropy_hessian",
    says="each sample overwrites the matrix, so only the last one counts",
)
def hes_last_over_n(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return sigmoid_gradient(X[-1] @ w) * np.outer(X[-1], X[-1]) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the first sample is left out",
)
def hes_without_first(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X[1:].T @ (sigmoid_gradient(X[1:] @ w)[:, None] * X[1:]) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the last sample is left out",
)
def hes_without_last(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X[:-1].T @ (sigmoid_gradient(X[:-1] @ w)[:, None] * X[:-1]) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="a number is added to the diagonal, which belongs to a penalty",
)
def hes_big_ridge(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X) + 1e-3 * np.eye(len(w))


@misconception(
    "cross_entropy_hessian",
    says="a number is added to the diagonal, which belongs to a penalty",
)
def hes_unit_ridge(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X) + np.eye(len(w))


@misconception(
    "cross_entropy_hessian",
    says="a number is added to the diagonal, which belongs to a penalty",
)
def hes_small_ridge(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X) + 1e-8 * np.eye(len(w))


@misconception(
    "cross_entropy_hessian",
    says="small slopes are raised to a smallest value",
)
def hes_clipped_slopes(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    r = np.maximum(sigmoid_gradient(X @ w), 1e-4)
    return X.T @ (r[:, None] * X) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the probabilities are kept away from 0 and 1 by a small number",
)
def hes_clipped_probabilities(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    p = np.clip(sigmoid(X @ w), 1e-5, 1 - 1e-5)
    return X.T @ ((p * (1 - p))[:, None] * X) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the results are rounded to a few decimals",
)
def hes_rounded(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return np.round(X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X), 4)


@misconception(
    "cross_entropy_hessian",
    says="the probabilities are rounded to 0 or 1, so every slope is 0",
)
def hes_decision(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return np.zeros((len(w), len(w)))


@misconception(
    "cross_entropy_hessian",
    says="all samples get the weight 1 - p plus p, that is 1, and no slope",
)
def hes_ones(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    p = sigmoid(X @ w)
    return X.T @ ((p + (1 - p))[:, None] * X)


@misconception(
    "cross_entropy_hessian",
    says="the logits are doubled before the slope is taken",
)
def hes_falling_slope_at_double(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ (sigmoid_gradient(2 * (X @ w))[:, None] * X) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the last row and the last column, those of the bias, are left at 0",
)
def hes_bias_row_zero(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    H = X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X)
    H[-1] = 0.0
    H[:, -1] = 0.0
    return H


@misconception(
    "cross_entropy_hessian",
    says="the last weight is left out of the logit",
)
def hes_bias_left_out(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    return X.T @ (sigmoid_gradient(X[:, :-1] @ w[:-1])[:, None] * X) / len(X)


@misconception(
    "cross_entropy_hessian",
    says="the columns of X are scaled, where the slopes belong to its rows",
)
def hes_row_scaled(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    r = np.resize(sigmoid_gradient(X @ w), X.shape[1])
    return (X * r).T @ X / len(X)


@misconception(
    "cross_entropy_hessian",
    says="you approximate the derivative by differences of nearby values, which costs digits",
)
def hes_differences(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    h = 1e-4
    y = np.zeros(len(X))
    g = cross_entropy_gradient(w, X, y)
    return np.array([(cross_entropy_gradient(w + h * e, X, y) - g) / h for e in np.eye(len(w))])


@misconception(
    "cross_entropy_hessian",
    says="you approximate the derivative by differences of nearby values, which costs digits",
)
def hes_central_differences(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    h = 1e-3
    y = np.zeros(len(X))
    return np.array(
        [
            (cross_entropy_gradient(w + h * e, X, y) - cross_entropy_gradient(w - h * e, X, y))
            / (2 * h)
            for e in np.eye(len(w))
        ]
    )


@misconception(
    "cross_entropy_hessian",
    says=("the matrix is that of the squared error, without the second derivative of the sigmoid"),
)
def hes_squared_error(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    r = sigmoid_gradient(X @ w) ** 2
    return X.T @ (r[:, None] * X) / (2 * len(X))


@formula("cross_entropy_hessian")
def hessian_entry_by_entry(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    n, d = X.shape
    r = sigmoid(X @ w) * (1 - sigmoid(X @ w))
    H = np.zeros((d, d))
    for j in range(d):
        for k in range(d):
            H[j, k] = np.sum(r * X[:, j] * X[:, k]) / n
    return H


@formula("cross_entropy_hessian")
def hessian_by_half_weights(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    p = sigmoid(X @ w)
    half = np.sqrt(p * (1 - p))[:, None] * X
    return half.T @ half / len(X)


@formula("cross_entropy_hessian")
def hessian_of_scaled_columns(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    p = sigmoid(X @ w)
    return (X.T * p * (1 - p)) @ X / X.shape[0]


# --- fit, more ---


@misconception(
    "fit",
    says="the loop takes more steps than n_steps asks for",
)
def fit_one_step_more(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps + 1):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the loop takes more steps than n_steps asks for",
)
def fit_twice_as_many(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(2 * n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="every step is repeated for each sample, so there are n times as many steps",
)
def fit_samples_times_steps(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps * len(y)):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="one step is taken whatever n_steps is, as where return stands inside the loop",
)
def fit_one_step_only(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(min(n_steps, 1)):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="a step is taken even if none is asked for",
)
def fit_at_least_one(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(max(n_steps, 1)):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the weights start at random numbers and not at 0",
)
def fit_random_start(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.random.default_rng(0).normal(size=X.shape[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the weights start at small random numbers and not at 0",
)
def fit_small_random_start(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = 0.01 * np.random.default_rng(0).normal(size=X.shape[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the weights start at random numbers and not at 0",
)
def fit_seeded_start(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.random.default_rng(42).normal(size=X.shape[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the weights start at small random numbers and not at 0",
)
def fit_small_seeded_start(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = 0.01 * np.random.default_rng(42).normal(size=X.shape[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the weights start at ½ and not at 0",
)
def fit_half_start(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.full(X.shape[1], 0.5)
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the weights start at a small number and not at 0",
)
def fit_small_start(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.full(X.shape[1], 0.01)
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the weights start at a small number and not at 0",
)
def fit_tiny_start(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.full(X.shape[1], 0.001)
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the weights start at the mean of the inputs and not at 0",
)
def fit_mean_start(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = X.mean(axis=0)
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the weights start at the first sample and not at 0",
)
def fit_first_sample_start(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = X[0].copy()
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the learning rate shrinks from step to step instead of staying as given",
)
def fit_decay_by_step(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for t in range(n_steps):
        w = w - lr / (t + 1) * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the learning rate shrinks from step to step instead of staying as given",
)
def fit_decay_by_root(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for t in range(n_steps):
        w = w - lr / np.sqrt(t + 1) * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the learning rate shrinks from step to step instead of staying as given",
)
def fit_decay_by_factor(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for t in range(n_steps):
        w = w - lr * 0.9**t * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the learning rate shrinks from step to step instead of staying as given",
)
def fit_decay_by_small_factor(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for t in range(n_steps):
        w = w - lr * 0.99**t * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the learning rate shrinks from step to step instead of staying as given",
)
def fit_linear_decay(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for t in range(n_steps):
        w = w - lr * (1 - t / n_steps) * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the learning rate grows from step to step instead of staying as given",
)
def fit_growing_steps(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for t in range(n_steps):
        w = w - lr * (t + 1) * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the learning rate enters squared",
)
def fit_rate_squared(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr**2 * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="every step is cut to half its length",
)
def fit_half_rate(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr / 2 * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="every step is twice as long as it should be",
)
def fit_double_rate(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - 2 * lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="a learning rate of your own is used, whatever lr is",
)
def fit_own_rate(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - 0.1 * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="a learning rate of your own is used, whatever lr is",
)
def fit_own_small_rate(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - 0.01 * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the gradient is divided by the learning rate, not multiplied with it",
)
def fit_divided_by_rate(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - cross_entropy_gradient(w, X, y) / lr
    return w


@misconception(
    "fit",
    says=("every step carries on 0.9 of the step before, which plain gradient descent does not do"),
)
def fit_momentum(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    v = np.zeros(X.shape[1])
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        v = 0.9 * v - lr * cross_entropy_gradient(w, X, y)
        w = w + v
    return w


@misconception(
    "fit",
    says=("the gradients of earlier steps are mixed in, which plain gradient descent does not do"),
)
def fit_averaged_momentum(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    v = np.zeros(X.shape[1])
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        v = 0.9 * v + 0.1 * cross_entropy_gradient(w, X, y)
        w = w - lr * v
    return w


@misconception(
    "fit",
    says="the gradients of all earlier steps are added up in each step",
)
def fit_summed_gradients(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    g = np.zeros(X.shape[1])
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = g + cross_entropy_gradient(w, X, y)
        w = w - lr * g
    return w


@misconception(
    "fit",
    says=(
        "the gradient is divided by its own size, entry by entry, as in Adagrad, Adam or sign"
        " descent"
    ),
)
def fit_adagrad(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    s = np.zeros(X.shape[1])
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y)
        s = s + g**2
        w = w - lr * g / (np.sqrt(s) + 1e-8)
    return w


@misconception(
    "fit",
    says=(
        "the gradient is divided by its own size, entry by entry, as in Adagrad, Adam or sign"
        " descent"
    ),
)
def fit_adam(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    m, v = np.zeros(X.shape[1]), np.zeros(X.shape[1])
    w = np.zeros(X.shape[1])
    for t in range(1, n_steps + 1):
        g = cross_entropy_gradient(w, X, y)
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g**2
        w = w - lr * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return w


@misconception(
    "fit",
    says="the gradient is divided by its length, so all steps are equally long",
)
def fit_unit_steps(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y)
        w = w - lr * g / max(np.linalg.norm(g), 1e-300)
    return w


@misconception(
    "fit",
    says=(
        "the gradient is divided by its own size, entry by entry, as in Adagrad, Adam or sign"
        " descent"
    ),
)
def fit_sign_steps(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * np.sign(cross_entropy_gradient(w, X, y))
    return w


@misconception(
    "fit",
    says="large gradients are cut off before the step",
)
def fit_clipped_gradient(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * np.clip(cross_entropy_gradient(w, X, y), -1, 1)
    return w


@misconception(
    "fit",
    says="gradients longer than 1 are shortened before the step",
)
def fit_clipped_length(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y)
        w = w - lr * g / max(np.linalg.norm(g), 1.0)
    return w


@misconception(
    "fit",
    says="the steps are those of Newton's method, scaled by lr",
)
def fit_newton_steps(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        H = cross_entropy_hessian(w, X) + 1e-6 * np.eye(len(w))
        w = w - lr * np.linalg.solve(H, cross_entropy_gradient(w, X, y))
    return w


@misconception(
    "fit",
    says="the weights change after every single sample, not once for all samples together",
)
def fit_sample_by_sample(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        for x, t in zip(X, y):
            w = w - lr * (sigmoid(x @ w) - t) * x
    return w


@misconception(
    "fit",
    says="the weights change after every single sample, not once for all samples together",
)
def fit_sample_by_sample_over_n(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        for x, t in zip(X, y):
            w = w - lr * (sigmoid(x @ w) - t) * x / len(y)
    return w


@misconception(
    "fit",
    says="every step looks at a single sample and not at all of them",
)
def fit_one_sample_a_step(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for t in range(n_steps):
        i = t % len(y)
        w = w - lr * (sigmoid(X[i] @ w) - y[i]) * X[i]
    return w


@misconception(
    "fit",
    says="every step looks at a single sample and not at all of them",
)
def fit_first_sample_only(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * (sigmoid(X[0] @ w) - y[0]) * X[0]
    return w


@misconception(
    "fit",
    says="each step uses the decision 0 or 1, not the probability, as in the perceptron",
)
def fit_perceptron(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * X.T @ ((X @ w >= 0) - y) / len(y)
    return w


@misconception(
    "fit",
    says="at zero weights your output is 0 and not ½: it does not come from the sigmoid",
)
def fit_perceptron_strict(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * X.T @ ((X @ w > 0) - y) / len(y)
    return w


@misconception(
    "fit",
    says="at zero weights your output is 0 and not ½: it does not come from the sigmoid",
)
def fit_linear(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * X.T @ (X @ w - y) / len(y)
    return w


@misconception(
    "fit",
    says="the labels are recoded to -1 and 1, but probabilities run from 0 to 1",
)
def fit_plus_minus_labels(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    t = 2 * y - 1
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, t)
    return w


@misconception(
    "fit",
    says="samples with label 0 add nothing to the steps",
)
def fit_ones_only(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * X.T @ (y * (sigmoid(X @ w) - 1)) / len(y)
    return w


@misconception(
    "fit",
    says="the last weight, that of the bias, is never changed",
)
def fit_bias_fixed(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y)
        g[-1] = 0.0
        w = w - lr * g
    return w


@misconception(
    "fit",
    says="the first weight is never changed",
)
def fit_first_fixed(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y)
        g[0] = 0.0
        w = w - lr * g
    return w


@misconception(
    "fit",
    says="the inputs are standardized first, so the weights belong to other inputs",
)
def fit_standardized(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    s = X.std(axis=0)
    X = (X - X.mean(axis=0)) / np.where(s > 0, s, 1.0)
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the mean of the inputs is subtracted first, so the weights belong to other inputs",
)
def fit_centered(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    X = X - X.mean(axis=0)
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="every sample is scaled to length 1 first",
)
def fit_unit_rows(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    X = X / np.linalg.norm(X, axis=1, keepdims=True)
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="every step pulls the weights toward 0, though no penalty is asked for",
)
def fit_weight_decay(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * (cross_entropy_gradient(w, X, y) + 0.01 * w)
    return w


@misconception(
    "fit",
    says="every step pulls the weights toward 0, though no penalty is asked for",
)
def fit_unit_weight_decay(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * (cross_entropy_gradient(w, X, y) + w)
    return w


@misconception(
    "fit",
    says="every step pulls the weights toward 0, though no penalty is asked for",
)
def fit_small_weight_decay(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * (cross_entropy_gradient(w, X, y) + 1e-3 * w)
    return w


@misconception(
    "fit",
    says="every step pulls the weights toward 0, though no penalty is asked for",
)
def fit_tiny_weight_decay(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * (cross_entropy_gradient(w, X, y) + 1e-6 * w)
    return w


@misconception(
    "fit",
    says="the weights are scaled to length 1",
)
def fit_normalized_weights(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
        w = w / max(np.linalg.norm(w), 1e-300)
    return w


@misconception(
    "fit",
    says="the weights are scaled to length 1",
)
def fit_normalized_at_the_end(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w / max(np.linalg.norm(w), 1e-300)


@misconception(
    "fit",
    says="each step replaces the weights, where it should be added to them",
)
def fit_step_for_weights(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = -lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says=(
        "the weights that come back lack one step: the loop starts late, ends early or gives "
        "back older weights"
    ),
)
def fit_returns_previous(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    before = np.zeros(X.shape[1])
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        before = w
        w = w - lr * cross_entropy_gradient(w, X, y)
    return before


@misconception(
    "fit",
    says="the gradient comes back, not the weights",
)
def fit_returns_gradient(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return cross_entropy_gradient(w, X, y)


@misconception(
    "fit",
    says="the loop ends before a step if all samples are classified correctly",
)
def fit_stops_when_right_strict(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        if np.all((X @ w > 0) == (y == 1)):
            break
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="you stop early where the gradient is small, though n_steps steps are asked for",
)
def fit_stops_early(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y)
        if np.linalg.norm(g) < 1e-3:
            break
        w = w - lr * g
    return w


@misconception(
    "fit",
    says="you stop early where the loss hardly changes, though n_steps steps are asked for",
)
def fit_stops_when_loss_stands(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    last = np.inf
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        loss = cross_entropy(w, X, y)
        if abs(last - loss) < 1e-6:
            break
        last = loss
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the weights are rounded to a few decimals",
)
def fit_rounded(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return np.round(w, 4)


@misconception(
    "fit",
    says="the gradient is summed over the samples and twice as long",
)
def fit_mean_twice_and_sum(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - 2 * lr * X.T @ (sigmoid(X @ w) - y)
    return w


@misconception(
    "fit",
    says="the gradient is taken at weights ahead of the present ones",
)
def fit_lookahead(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        ahead = w - lr * cross_entropy_gradient(w, X, y)
        w = w - lr * cross_entropy_gradient(ahead, X, y)
    return w


@misconception(
    "fit",
    says="the gradient is scaled by the loss",
)
def fit_first_step_from_ones(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy(w, X, y) * cross_entropy_gradient(w, X, y)
    return w


@misconception(
    "fit",
    says="the probabilities come from a cut-off straight line, not from the sigmoid",
)
def fit_hard_sigmoid(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * X.T @ (np.clip(0.5 + (X @ w) / 4, 0, 1) - y) / len(y)
    return w


@misconception(
    "fit",
    says="at zero weights your output is 0 and not ½: it does not come from the sigmoid",
)
def fit_tanh(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * X.T @ (np.tanh(X @ w) - y) / len(y)
    return w


@misconception(
    "fit",
    says="no steps are taken: the weights are those of a linear fit to the labels",
)
def fit_least_squares(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.lstsq(X, y, rcond=None)[0]


# --- newton_fit, more ---


@misconception(
    "newton_fit",
    says=(
        "the weights that come back lack one step: the loop starts late, ends early or gives "
        "back older weights"
    ),
)
def nf_one_step_less(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps - 1):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the loop takes more steps than n_steps asks for",
)
def nf_one_step_more(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps + 1):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="one step is taken whatever n_steps is, as where return stands inside the loop",
)
def nf_one_step_only(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(min(n_steps, 1)):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="a step is taken even if none is asked for",
)
def nf_at_least_one(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(max(n_steps, 1)):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="one step is taken whatever n_steps is, as where return stands inside the loop",
)
def nf_returns_in_the_loop(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
        return w
    return w


@misconception(
    "newton_fit",
    says="the weights start at 1 and not at 0",
)
def nf_ones(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.ones(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the weights start at random numbers and not at 0",
)
def nf_random_start(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.random.default_rng(0).normal(size=X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the weights start at small numbers and not at 0",
)
def nf_small_start(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.full(X.shape[1], 0.01)
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the weights start at small random numbers and not at 0",
)
def nf_small_random_start(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = 0.01 * np.random.default_rng(0).normal(size=X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the Hessian is left out: the steps are those of gradient descent",
)
def nf_gradient_descent(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        w = w - g
    return w


@misconception(
    "newton_fit",
    says="the Hessian is left out: the steps are those of gradient descent",
)
def nf_gradient_descent_small(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        w = w - 0.1 * g
    return w


@misconception(
    "newton_fit",
    says="the gradient is multiplied by the Hessian, where the system should be solved",
)
def nf_multiplied(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - H @ g
    return w


@misconception(
    "newton_fit",
    says=(
        "the entries of the Hessian are inverted one by one, which is not the inverse of the matrix"
    ),
)
def nf_reciprocal_entries(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - (1 / H) @ g
    return w


@misconception(
    "newton_fit",
    says="the gradient is divided by one number, the size of the Hessian",
)
def nf_norm_of_hessian(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - g / np.linalg.norm(H)
    return w


@misconception(
    "newton_fit",
    says="the gradient is divided by one number, the trace of the Hessian",
)
def nf_trace(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - g / np.trace(H)
    return w


@misconception(
    "newton_fit",
    says="the gradient is divided by one number, the determinant of the Hessian",
)
def nf_determinant(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - g / np.linalg.det(H)
    return w


@misconception(
    "newton_fit",
    says="the gradient is divided by one number, the largest eigenvalue of the Hessian",
)
def nf_largest_eigenvalue(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - g / np.linalg.eigvalsh(H).max()
    return w


@misconception(
    "newton_fit",
    says="the steps are not added up: what comes back is one step alone",
)
def nf_step_for_weights(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = -np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="every Newton step is cut to a tenth of its length",
)
def nf_tenth(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - 0.1 * np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="every Newton step is cut to a hundredth of its length",
)
def nf_hundredth(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - 0.01 * np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="every Newton step is twice as long as it should be",
)
def nf_double(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - 2 * np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the steps shrink from one to the next",
)
def nf_step_over_counter(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for t in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g) / (t + 1)
    return w


@misconception(
    "newton_fit",
    says="large entries of a step are cut off",
)
def nf_clipped_steps(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.clip(np.linalg.solve(H, g), -1, 1)
    return w


@misconception(
    "newton_fit",
    says="the Hessian is summed over the samples, while the gradient is a mean over them",
)
def nf_summed_hessian(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = len(y) * cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="gradient and Hessian are summed over the samples, so l2 counts for less beside them",
)
def nf_sums_with_penalty(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = len(y) * cross_entropy_gradient(w, X, y) + l2 * w
        H = len(y) * cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the penalty is multiplied by the number of samples",
)
def nf_penalty_times_n(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + len(y) * l2 * w
        H = cross_entropy_hessian(w, X) + len(y) * l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="l2 enters only half as strongly as it should",
)
def nf_penalty_halved(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 / 2 * w
        H = cross_entropy_hessian(w, X) + l2 / 2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the factor ½ of the penalty is still in the gradient",
)
def nf_penalty_halved_in_gradient(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 / 2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="l2 enters only half as strongly as it should",
)
def nf_penalty_halved_in_hessian(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 / 2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the penalty enters the gradient twice as strongly as it should",
)
def nf_penalty_double_in_gradient(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + 2 * l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="l2 enters twice as strongly as it should, as if the penalty had no factor ½",
)
def nf_penalty_double_in_hessian(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + 2 * l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="l2 enters squared",
)
def nf_penalty_squared(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2**2 * w
        H = cross_entropy_hessian(w, X) + l2**2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="a small number of your own is added to the Hessian, besides l2 or in its place",
)
def nf_penalty_of_its_own(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + 1e-6 * w
        H = cross_entropy_hessian(w, X) + 1e-6 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="a penalty of your own is used, whatever l2 is",
)
def nf_large_penalty_of_its_own(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + w
        H = cross_entropy_hessian(w, X) + np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="a small number of your own is added to the Hessian, besides l2 or in its place",
)
def nf_more_penalty(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + (l2 + 1e-3) * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="a small number of your own is added to the Hessian, besides l2 or in its place",
)
def nf_little_more_penalty(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + (l2 + 1e-6) * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the penalty has the wrong sign in the gradient, so it drives the weights away from 0",
)
def nf_penalty_sign_in_gradient(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) - l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the penalty has the wrong sign in the Hessian",
)
def nf_penalty_sign_in_hessian(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) - l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the penalty has the wrong sign in the Hessian",
)
def nf_penalty_sign(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) - l2 * w
        H = cross_entropy_hessian(w, X) - l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="l2 is added to every entry of the gradient without the weight",
)
def nf_penalty_without_w(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the penalty in the gradient is that of absolute values, not of squares",
)
def nf_penalty_of_signs(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * np.sign(w)
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the penalty itself is added to the gradient, and not its derivative",
)
def nf_penalty_of_squares(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 / 2 * w**2
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says=(
        "the sum of all weights is added to each entry of the gradient, not the weight of "
        "that entry"
    ),
)
def nf_penalty_summed(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * np.sum(w)
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the squared length of the weights is added to each entry of the gradient",
)
def nf_penalty_norm(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 / 2 * w @ w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="l2 multiplies the diagonal of the Hessian, where it should be added to it",
)
def nf_penalty_scaled_diagonal(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        A = cross_entropy_hessian(w, X)
        H = A + l2 * np.diag(np.diag(A))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the first weight is spared from the penalty",
)
def nf_first_spared(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    mask = np.ones(X.shape[1])
    mask[0] = 0
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * mask * w
        H = cross_entropy_hessian(w, X) + l2 * np.diag(mask)
        w = w - np.linalg.lstsq(H, g, rcond=None)[0]
    return w


@misconception(
    "newton_fit",
    says="the last weight is spared from the penalty in the gradient, but not in the Hessian",
)
def nf_last_spared_in_gradient(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    mask = np.ones(X.shape[1])
    mask[-1] = 0
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * mask * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the last weight is spared from the penalty",
)
def nf_last_spared_in_hessian(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    mask = np.ones(X.shape[1])
    mask[-1] = 0
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.diag(mask)
        w = w - np.linalg.lstsq(H, g, rcond=None)[0]
    return w


@misconception(
    "newton_fit",
    says="the weights are shrunk at the end, and the penalty plays no part in the steps",
)
def nf_penalty_at_the_end(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y)
        H = cross_entropy_hessian(w, X)
        w = w - np.linalg.lstsq(H, g, rcond=None)[0]
    return w / (1 + l2)


@misconception(
    "newton_fit",
    says="gradient and Hessian are computed once, at the start, and never again",
)
def nf_both_at_start(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    g0 = cross_entropy_gradient(np.zeros(X.shape[1]), X, y)
    H0 = cross_entropy_hessian(np.zeros(X.shape[1]), X)
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = g0
        H = H0 + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the slopes of the sigmoid are missing in the Hessian",
)
def nf_least_squares_hessian(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = X.T @ X / len(X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="an outer product of gradients stands where the Hessian belongs",
)
def nf_outer_hessian(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        e = (sigmoid(X @ w) - y)[:, None] * X
        H = e.T @ e / len(X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the outer product of the gradient with itself stands where the Hessian belongs",
)
def nf_outer_of_gradient(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = np.outer(g, g) + l2 * np.eye(len(w))
        w = w - np.linalg.lstsq(H, g, rcond=None)[0]
    return w


@misconception(
    "newton_fit",
    says="the labels are recoded to -1 and 1, but probabilities run from 0 to 1",
)
def nf_plus_minus_labels(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, 2 * y - 1) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="the Hessian is taken at weights that have already moved",
)
def nf_updates_before_hessian(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w - g, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says=(
        "the weights that come back lack one step: the loop starts late, ends early or gives "
        "back older weights"
    ),
)
def nf_returns_previous(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    before = np.zeros(X.shape[1])
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        before = w
        w = w - np.linalg.solve(H, g)
    return before


@misconception(
    "newton_fit",
    says="the steps are not added up: what comes back is one step alone",
)
def nf_returns_step(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    s = np.zeros(X.shape[1])
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        s = -np.linalg.solve(H, g)
        w = w + s
    return s


@misconception(
    "newton_fit",
    says="the inputs are standardized first, so the weights belong to other inputs",
)
def nf_standardized(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    s = X.std(axis=0)
    X = (X - X.mean(axis=0)) / np.where(s > 0, s, 1.0)
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.lstsq(H, g, rcond=None)[0]
    return w


@misconception(
    "newton_fit",
    says="the mean of the inputs is subtracted first, so the weights belong to other inputs",
)
def nf_centered(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    X = X - X.mean(axis=0)
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.lstsq(H, g, rcond=None)[0]
    return w


@misconception(
    "newton_fit",
    says="the weights are rounded to a few decimals",
)
def nf_rounded(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.linalg.solve(H, g)
    return np.round(w, 4)


@misconception(
    "newton_fit",
    says=(
        "the weights change one after the other, so later ones see a gradient at changed weights"
    ),
)
def nf_coordinate_wise(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        for j in range(len(w)):
            g = cross_entropy_gradient(w, X, y) + l2 * w
            H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
            w = w - np.linalg.solve(H, g) * (np.arange(len(w)) == j)
    return w


@misconception(
    "newton_fit",
    says=(
        "the Hessian is inverted, but its rows are added up and multiply the gradient one by one"
    ),
)
def nf_inverse_of_gradient_only(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.sum(np.linalg.inv(H), axis=0) * g
    return w


@misconception(
    "newton_fit",
    says="only the diagonal of the inverse Hessian is used",
)
def nf_diagonal_of_inverse(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = w - np.diag(np.linalg.inv(H)) * g
    return w


@misconception(
    "newton_fit",
    says="the old weights are multiplied by the solution, not added to it",
)
def nf_solve_without_w(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        g = cross_entropy_gradient(w, X, y) + l2 * w
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = (1 + w) * -np.linalg.solve(H, g)
    return w


@misconception(
    "newton_fit",
    says="each step fits the labels themselves by weighted least squares",
)
def nf_weighted_regression_of_labels(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        r = sigmoid_gradient(X @ w)
        A = X.T @ (r[:, None] * X) / len(y) + l2 * np.eye(len(w))
        w = np.linalg.lstsq(A, X.T @ (r * y) / len(y), rcond=None)[0]
    return w


@misconception(
    "newton_fit",
    says="each step replaces the weights, where it should be added to them",
)
def nf_working_response_without_z(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        b = X.T @ (y - sigmoid(X @ w)) / len(y)
        H = cross_entropy_hessian(w, X) + l2 * np.eye(len(w))
        w = np.linalg.solve(H, b)
    return w


@formula("newton_fit")
def newton_with_a_step(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    d = X.shape[1]
    w = np.zeros(d)
    for step in range(n_steps):
        p = sigmoid(X @ w)
        g = X.T @ (p - y) / len(y) + l2 * w
        H = X.T @ np.diag(p * (1 - p)) @ X / len(y) + l2 * np.eye(d)
        s = np.linalg.solve(H, -g)
        w = w + s
    return w


@formula("newton_fit")
def newton_with_sums(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    n, d = X.shape
    w = np.zeros(d)
    for step in range(n_steps):
        p = sigmoid(X @ w)
        g = X.T @ (p - y) + n * l2 * w
        H = (X.T * (p * (1 - p))) @ X + n * l2 * np.identity(d)
        w = w - np.linalg.solve(H, g)
    return w


# --- best_threshold ---


@misconception("best_threshold", says="the costs are divided by the number of each label")
def threshold_of_rates(p, y, cost_miss, cost_alarm):
    p, y = np.asarray(p), np.asarray(y)
    best, low = 0.0, np.inf
    for t in [0.0, *np.sort(p), np.inf]:
        miss = np.sum((p < t) & (y == 1)) / max(np.sum(y == 1), 1)
        alarm = np.sum((p >= t) & (y == 0)) / max(np.sum(y == 0), 1)
        if cost_miss * miss + cost_alarm * alarm < low:
            best, low = t, cost_miss * miss + cost_alarm * alarm
    return best


@misconception("best_threshold", says="only a hundred thresholds between 0 and 1 are tried")
def threshold_on_a_grid(p, y, cost_miss, cost_alarm):
    p, y = np.asarray(p), np.asarray(y)
    grid = np.linspace(0, 1, 101)
    costs = [
        cost_miss * ((p < t) & (y == 1)).sum() + cost_alarm * ((p >= t) & (y == 0)).sum()
        for t in grid
    ]
    return grid[int(np.argmin(costs))]


@misconception("best_threshold", says="the threshold lies halfway between two values of p")
def threshold_between(p, y, cost_miss, cost_alarm):
    p, y = np.asarray(p), np.asarray(y)
    s = np.unique(p)
    cuts = np.concatenate([[0.0], (s[1:] + s[:-1]) / 2, [np.inf]])
    costs = []
    for t in cuts:
        costs.append(cost_miss * np.sum(y[p < t] == 1) + cost_alarm * np.sum(y[p >= t] == 0))
    return cuts[np.argmin(costs)]


@misconception("best_threshold", says="the thresholds are tried in the order of the samples")
def threshold_unsorted(p, y, cost_miss, cost_alarm):
    p, y = np.asarray(p), np.asarray(y)
    cuts = np.append(p, [np.inf, 0.0])
    costs = []
    for t in cuts:
        costs.append(cost_miss * np.sum(y[p < t] == 1) + cost_alarm * np.sum(y[p >= t] == 0))
    return cuts[np.argmin(costs)]


@misconception("best_threshold", says="the highest cost is looked for, not the lowest")
def threshold_of_the_most(p, y, cost_miss, cost_alarm):
    p, y = np.asarray(p), np.asarray(y)
    cuts = np.concatenate([[0.0], np.unique(p), [np.inf]])
    costs = []
    for t in cuts:
        costs.append(cost_miss * np.sum(y[p < t] == 1) + cost_alarm * np.sum(y[p >= t] == 0))
    return cuts[np.argmax(costs)]


@misconception("best_threshold", says="what is right is paid for, and mistakes are free")
def threshold_paying_for_hits(p, y, cost_miss, cost_alarm):
    p, y = np.asarray(p), np.asarray(y)
    cuts = np.concatenate([[0.0], np.unique(p), [np.inf]])
    costs = []
    for t in cuts:
        costs.append(cost_miss * np.sum(y[p >= t] == 1) + cost_alarm * np.sum(y[p < t] == 0))
    return cuts[np.argmin(costs)]


# --- noisy_neuron ---


@misconception(
    "noisy_neuron", says="the largest and smallest eigenvalue stand in for the two parameters"
)
def neuron_of_eigenvalues(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w = newton_fit(X, spiked, 20)
    V = np.linalg.eigvalsh(np.linalg.inv(len(X) * cross_entropy_hessian(w, X)))
    return -w[1] / w[0], 1 / w[0], np.sqrt(V[0]), np.sqrt(V[1])


@misconception("noisy_neuron", says="the relative error of w is used for the threshold as well")
def neuron_same_relative_error(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w = newton_fit(X, spiked, 20)
    V = np.linalg.inv(len(X) * cross_entropy_hessian(w, X))
    share = np.sqrt(V[0, 0]) / w[0]
    return -w[1] / w[0], 1 / w[0], abs(w[1] / w[0]) * share, share / w[0]


@misconception("noisy_neuron", says="w has no error in the threshold: only that of b is counted")
def neuron_error_of_b_alone(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w = newton_fit(X, spiked, 20)
    V = np.linalg.inv(len(X) * cross_entropy_hessian(w, X))
    return -w[1] / w[0], 1 / w[0], np.sqrt(V[1, 1]) / w[0], np.sqrt(V[0, 0]) / w[0] ** 2


@misconception("noisy_neuron", says="the covariance has the wrong sign where w and b vary together")
def neuron_covariance_sign(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w = newton_fit(X, spiked, 20)
    V = np.linalg.inv(len(X) * cross_entropy_hessian(w, X))
    J = np.array([[w[1] / w[0] ** 2, 1 / w[0]], [1 / w[0] ** 2, 0]])
    return -w[1] / w[0], 1 / w[0], *np.sqrt(np.diag(J @ V @ J.T))


@misconception("noisy_neuron", says="one Newton step is no fit: the weights are far too small")
def neuron_after_one_step(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w = newton_fit(X, spiked, 1)
    V = np.linalg.inv(len(X) * cross_entropy_hessian(w, X))
    J = np.array([[w[1] / w[0] ** 2, -1 / w[0]], [-1 / w[0] ** 2, 0]])
    return -w[1] / w[0], 1 / w[0], *np.sqrt(np.diag(J @ V @ J.T))


@misconception("noisy_neuron", says="the penalty is so strong that it widens the neuron")
def neuron_with_a_penalty(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w = newton_fit(X, spiked, 20, 1e-2)
    V = np.linalg.inv(len(X) * cross_entropy_hessian(w, X))
    J = np.array([[w[1] / w[0] ** 2, -1 / w[0]], [-1 / w[0] ** 2, 0]])
    return -w[1] / w[0], 1 / w[0], *np.sqrt(np.diag(J @ V @ J.T))


@misconception(
    "noisy_neuron", says="mean and spread of the currents with a spike are no threshold and width"
)
def neuron_by_means(current, spiked):
    x, y = np.asarray(current, dtype=float), np.asarray(spiked)
    middle = (x[y == 1].mean() + x[y == 0].mean()) / 2
    spread = x[y == 1].std()
    return middle, spread, spread / np.sqrt(len(x)), spread / np.sqrt(2 * len(x))
