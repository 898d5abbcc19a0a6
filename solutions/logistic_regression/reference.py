"""Reference answers: logistic regression."""

import numpy as np

WRITTEN = {
    "why_stalls": """
At $w = -8$ the logit of this sample is $z = -8$, so $p = \\sigma(-8) \\approx 3.35 \\cdot 10^{-4}$.

Squared error: the slope with respect to the logit is
$(p - 1)\\,p\\,(1 - p) \\approx -3.35 \\cdot 10^{-4}$. The factor $p\\,(1 - p)$, the slope of the
sigmoid, is tiny although the answer is as wrong as it can be.
Cross-entropy: the slope is $p - 1 \\approx -0.99966$, because $p\\,(1 - p)$ has canceled.
So its first step is $1/(p(1-p)) \\approx 2983$ times as long.

A learning rate 2983 times as large makes the first step equal, but no later one: the ratio is
$1/(p(1-p))$, which depends on the logit. On the way to $z = 0$ the slope of the sigmoid grows
by a factor of about 750, so the same rate then takes steps of up to
$2983 \\cdot 4/27 \\approx 440$ and throws the neuron far onto the opposite plateau,
where every sample with label 0 is wrong and feels no slope at all.
Each sample has its own factor, and one constant rate cannot cancel them all.

(1 point for the two slopes and their ratio, 1 point for the reason why one constant rate fails.)
""",
}


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    # exp of a number that is never positive cannot overflow
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1.0 + e)


def sigmoid_gradient(z):
    # 1 - sigmoid(z) is sigmoid(-z), without the cancellation where sigmoid(z) is near 1
    z = np.asarray(z, dtype=float)
    return sigmoid(z) * sigmoid(-z)


def squared_loss(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((sigmoid(X @ w) - y) ** 2) / 2


def squared_loss_gradient(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    return X.T @ ((sigmoid(z) - y) * sigmoid_gradient(z)) / len(y)


def cross_entropy(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    z = X @ w
    # logaddexp(0, z) is ln(1 + exp(z)) without the overflow; two terms that are never
    # negative keep all digits of a small loss, which ln(1 + exp(z)) - y z would cancel
    return np.mean(y * np.logaddexp(0.0, -z) + (1.0 - y) * np.logaddexp(0.0, z))


def cross_entropy_gradient(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (sigmoid(X @ w) - y) / len(y)


def cross_entropy_hessian(w, X):
    w, X = (np.asarray(a, dtype=float) for a in (w, X))
    # scale the rows of X: no (n, n) diagonal matrix is needed
    return X.T @ (sigmoid_gradient(X @ w)[:, None] * X) / len(X)


def fit(X, y, lr, n_steps):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - lr * cross_entropy_gradient(w, X, y)
    return w


def newton_fit(X, y, n_steps, l2=1e-6):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    d = X.shape[1]
    w = np.zeros(d)
    for _ in range(n_steps):
        gradient = cross_entropy_gradient(w, X, y) + l2 * w
        hessian = cross_entropy_hessian(w, X) + l2 * np.eye(d)
        w = w - np.linalg.solve(hessian, gradient)
    return w


def best_threshold(p, y, cost_miss, cost_alarm):
    p, y = np.asarray(p), np.asarray(y)
    # the cost changes only where a sample changes sides
    candidates = np.concatenate([[0.0], np.unique(p), [np.inf]])
    says_one = p >= candidates[:, None]
    misses = np.sum(~says_one & (y == 1), axis=1)
    alarms = np.sum(says_one & (y == 0), axis=1)
    # argmin takes the first, which is the smallest
    return candidates[np.argmin(cost_miss * misses + cost_alarm * alarms)]


def noisy_neuron(current, spiked):
    X = np.column_stack([current, np.ones(len(current))])
    w, b = newton_fit(X, spiked, 25, 0.0)
    # the Hessian is that of a mean, the likelihood is a sum
    covariance = np.linalg.inv(len(X) * cross_entropy_hessian([w, b], X))
    threshold, width = -b / w, 1 / w
    # the threshold moves by -(threshold, 1) / w with (w, b), the width by -1 / w**2 with w
    slopes = np.array([threshold, 1.0])
    threshold_error = np.sqrt(slopes @ covariance @ slopes) / w
    width_error = np.sqrt(covariance[0, 0]) / w**2
    return threshold, width, threshold_error, width_error
