"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative

from .reference import (
    cross_entropy_gradient,
    cross_entropy_hessian,
    newton_fit,
    sigmoid,
    sigmoid_gradient,
)


@alternative("sigmoid")
def sigmoid_by_tanh(z):
    return 0.5 * (1 + np.tanh(np.asarray(z, dtype=float) / 2))


@alternative("sigmoid")
def sigmoid_by_two_masks(z):
    z = np.asarray(z, dtype=float)
    out = np.empty_like(z)
    high = z >= 0
    out[high] = 1 / (1 + np.exp(-z[high]))
    low = np.exp(z[~high])
    out[~high] = low / (1 + low)
    return out


@alternative("sigmoid")
def sigmoid_clipped_late(z):
    return 1 / (1 + np.exp(-np.clip(np.asarray(z, dtype=float), -700, 700)))


@alternative("sigmoid")
def sigmoid_by_logaddexp(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))


@alternative("sigmoid")
def sigmoid_number_by_number(z):
    from math import exp

    z = np.asarray(z, dtype=float)

    def one(t):
        return 1 / (1 + exp(-t)) if t >= 0 else exp(t) / (1 + exp(t))

    return np.array([one(t) for t in z.ravel()]).reshape(z.shape)


@alternative("sigmoid_gradient")
def slope_by_the_famous_formula(z):
    s = sigmoid(z)
    return s * (1 - s)


@alternative("sigmoid_gradient")
def slope_from_the_even_exponential(z):
    e = np.exp(-np.abs(np.asarray(z, dtype=float)))
    return e / (1 + e) ** 2


@alternative("sigmoid_gradient")
def slope_by_tanh(z):
    return (1 - np.tanh(np.asarray(z, dtype=float) / 2) ** 2) / 4


@alternative("squared_loss")
def squared_loss_by_loop(w, X, y):
    total = 0.0
    for x, t in zip(X, y):
        z = sum(a * b for a, b in zip(x, w))
        total += (float(sigmoid(z)) - t) ** 2
    return total / (2 * len(y))


@alternative("squared_loss")
def squared_loss_by_dot(w, X, y):
    e = sigmoid(np.dot(X, w)) - np.asarray(y)
    return 0.5 * e @ e / e.size


@alternative("squared_loss_gradient")
def squared_gradient_by_loop(w, X, y):
    X = np.asarray(X, dtype=float)
    g = np.zeros(X.shape[1])
    for x, t in zip(X, y):
        p = sigmoid(x @ np.asarray(w, dtype=float))
        g += (p - t) * p * (1 - p) * x
    return g / len(X)


@alternative("squared_loss_gradient")
def squared_gradient_by_einsum(w, X, y):
    X = np.asarray(X, dtype=float)
    p = sigmoid(np.einsum("nd,d->n", X, w))
    return np.einsum("nd,n,n->d", X, p - np.asarray(y), p - p**2) / len(X)


@alternative("squared_loss_gradient")
def squared_gradient_by_mean_of_rows(w, X, y):
    X = np.array(X, dtype=float)
    z = X @ np.array(w, dtype=float)
    X *= ((sigmoid(z) - np.array(y)) * sigmoid_gradient(z))[:, None]
    return X.mean(axis=0)


@alternative("cross_entropy")
def cross_entropy_by_log1p(w, X, y):
    z = np.asarray(X, dtype=float) @ w
    softplus = np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))
    return np.mean(softplus - np.asarray(y) * z)


@alternative("cross_entropy")
def cross_entropy_by_signed_margins(w, X, y):
    signs = 2 * np.asarray(y) - 1
    return np.mean(np.logaddexp(0, -signs * (np.asarray(X, dtype=float) @ w)))


@alternative("cross_entropy")
def cross_entropy_by_the_short_formula(w, X, y):
    z = np.asarray(X, dtype=float) @ w
    return np.mean(np.logaddexp(0, z) - np.asarray(y) * z)


@alternative("cross_entropy")
def cross_entropy_of_separate_means(w, X, y):
    z = np.asarray(X, dtype=float) @ w
    return float(np.logaddexp(0, z).mean() - np.dot(y, z) / len(z))


@alternative("cross_entropy_gradient")
def cross_entropy_gradient_by_loop(w, X, y):
    X = np.asarray(X, dtype=float)
    g = np.zeros(X.shape[1])
    for x, t in zip(X, y):
        g = g + (sigmoid(x @ np.asarray(w, dtype=float)) - t) * x
    return g / len(X)


@alternative("cross_entropy_gradient")
def cross_entropy_gradient_by_row_times_matrix(w, X, y):
    X = np.asarray(X, dtype=float)
    return ((sigmoid(X @ w) - np.asarray(y)) / len(X)) @ X


@alternative("cross_entropy_gradient")
def cross_entropy_gradient_by_signed_margins(w, X, y):
    X, signs = np.asarray(X, dtype=float), 2 * np.asarray(y, dtype=float) - 1
    return np.mean(-(signs * sigmoid(-signs * (X @ w)))[:, None] * X, axis=0)


@alternative("cross_entropy_hessian")
def hessian_by_outer_products(w, X):
    X = np.asarray(X, dtype=float)
    H = np.zeros((X.shape[1], X.shape[1]))
    for x in X:
        p = sigmoid(x @ np.asarray(w, dtype=float))
        H += p * (1 - p) * np.outer(x, x)
    return H / len(X)


@alternative("cross_entropy_hessian")
def hessian_by_einsum(w, X):
    X = np.asarray(X, dtype=float)
    return np.einsum("ni,n,nj->ij", X, sigmoid_gradient(X @ w), X) / len(X)


@alternative("cross_entropy_hessian")
def hessian_by_diagonal_matrix(w, X):
    X = np.asarray(X, dtype=float)
    return X.T @ np.diag(sigmoid_gradient(X @ w)) @ X / X.shape[0]


@alternative("cross_entropy_hessian")
def hessian_by_square_root(w, X):
    X = np.asarray(X, dtype=float)
    half = np.sqrt(sigmoid_gradient(X @ w))[:, None] * X
    return half.T @ half / len(X)


@alternative("fit")
def fit_in_place_on_its_own_weights(X, y, lr, n_steps):
    w = np.zeros(np.shape(X)[1])
    for _ in range(n_steps):
        w -= lr * cross_entropy_gradient(w, X, y)
    return w


@alternative("fit")
def fit_written_out(X, y, lr, n_steps):
    X, y = np.array(X, dtype=float), np.array(y, dtype=float)
    w, step = np.zeros(X.shape[1]), 0
    while step < n_steps:
        w = w + (lr / len(y)) * ((y - sigmoid(X @ w)) @ X)
        step += 1
    return w


@alternative("newton_fit")
def newton_by_cholesky(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        L = np.linalg.cholesky(cross_entropy_hessian(w, X) + l2 * np.eye(d))
        g = cross_entropy_gradient(w, X, y) + l2 * w
        w = w - np.linalg.solve(L.T, np.linalg.solve(L, g))
    return w


@alternative("newton_fit")
def newton_by_lstsq(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        H = cross_entropy_hessian(w, X) + l2 * np.identity(d)
        w -= np.linalg.lstsq(H, cross_entropy_gradient(w, X, y) + l2 * w, rcond=None)[0]
    return w


@alternative("newton_fit")
def newton_by_inverse(X, y, n_steps, l2=1e-6):
    d = np.shape(X)[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        H = cross_entropy_hessian(w, X) + np.diag(np.full(d, l2))
        w = w - np.linalg.inv(H) @ (cross_entropy_gradient(w, X, y) + l2 * w)
    return w


@alternative("newton_fit")
def newton_as_reweighted_least_squares(X, y, n_steps, l2=1e-6):
    # sums instead of means, and a weighted regression on the working responses
    X, y = np.array(X, dtype=float), np.array(y, dtype=float)
    n, d = X.shape
    w = np.zeros(d)
    for _ in range(n_steps):
        z = X @ w
        r = sigmoid_gradient(z)
        right = X.T @ (r * z - (sigmoid(z) - y))
        w = np.linalg.solve(X.T @ (r[:, None] * X) + n * l2 * np.eye(d), right)
    return w


@alternative("best_threshold")
def threshold_in_a_loop(p, y, cost_miss, cost_alarm):
    best, lowest = None, np.inf
    for t in [0.0, *sorted(p), np.inf]:
        cost = 0
        for p_i, y_i in zip(p, y):
            if p_i >= t and y_i == 0:
                cost += cost_alarm
            elif p_i < t and y_i == 1:
                cost += cost_miss
        if cost < lowest:
            best, lowest = t, cost
    return float(best)


@alternative("best_threshold")
def threshold_by_sorting(p, y, cost_miss, cost_alarm):
    # from the highest threshold down, each value of p turns some samples into ones
    p, y = np.asarray(p, dtype=float), np.asarray(y)
    best, cost = np.inf, cost_miss * np.sum(y == 1)
    lowest = cost
    for t in np.unique(p)[::-1]:
        now = y[p == t]
        cost = cost - cost_miss * np.sum(now == 1) + cost_alarm * np.sum(now == 0)
        if cost <= lowest:
            best, lowest = t, cost
    all_ones = cost_alarm * np.sum(y == 0)
    return 0.0 if all_ones <= lowest else best


@alternative("noisy_neuron")
def errors_by_hand(current, spiked):
    x, y = np.asarray(current, dtype=float), np.asarray(spiked, dtype=float)
    # Newton's method in threshold and width would do as well; here a plain 2 x 2 system
    a = c = 0.0
    for _ in range(30):
        p = sigmoid(a * x + c)
        r, s = y - p, p * (1 - p)
        A, B, C = np.sum(s * x * x), np.sum(s * x), np.sum(s)
        det = A * C - B * B
        a, c = (
            a + (C * np.sum(r * x) - B * np.sum(r)) / det,
            c + (A * np.sum(r) - B * np.sum(r * x)) / det,
        )
    p = sigmoid(a * x + c)
    s = p * (1 - p)
    threshold = -c / a
    # around the threshold the two parameters are threshold and slope themselves
    u = x - threshold
    F = np.array([[a * a * s.sum(), -a * (s * u).sum()], [-a * (s * u).sum(), (s * u * u).sum()]])
    V = np.linalg.inv(F)
    return threshold, 1 / a, np.sqrt(V[0, 0]), np.sqrt(V[1, 1]) / a**2


@alternative("noisy_neuron")
def by_numerical_slopes(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w = newton_fit(X, spiked, 30, 0.0)
    V = np.linalg.inv(cross_entropy_hessian(w, X)) / len(X)

    def wanted(w):
        return np.array([-w[1] / w[0], 1 / w[0]])

    h = 1e-5
    J = np.column_stack([(wanted(w + h * e) - wanted(w - h * e)) / (2 * h) for e in np.eye(2)])
    return (*wanted(w), *np.sqrt(np.diag(J @ V @ J.T)))
