"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative

from .reference import add_bias, averaged_perceptron, margin, perceptron_fit, predict


@alternative("add_bias")
def ones_filled_in(X):
    X = np.asarray(X)
    out = np.ones((X.shape[0], X.shape[1] + 1))
    out[:, :-1] = X
    return out


@alternative("add_bias")
def row_by_row(X):
    return np.array([[float(value) for value in row] + [1.0] for row in X])


@alternative("add_bias")
def padded(X):
    return np.pad(np.asarray(X, dtype=float), ((0, 0), (0, 1)), constant_values=1.0)


@alternative("predict")
def from_a_boolean(w, X):
    return 2 * (np.dot(X, w) >= 0).astype(int) - 1


@alternative("predict")
def sample_by_sample(w, X):
    answers = []
    for row in X:
        score = sum(a * b for a, b in zip(w, row))
        answers.append(1 if score >= 0 else -1)
    return np.array(answers)


@alternative("perceptron_loss")
def sum_over_a_mask(w, X, y):
    scores = np.asarray(y) * (np.asarray(X) @ np.asarray(w))
    return -scores[scores <= 0].sum()


@alternative("perceptron_loss")
def loss_in_a_loop(w, X, y):
    total = 0.0
    for row, label in zip(X, y):
        score = label * sum(a * b for a, b in zip(w, row))
        if score <= 0:
            total -= score
    return total


@alternative("perceptron_loss")
def loss_by_prediction(w, X, y):
    # a sample on the boundary adds nothing, so it may be left out here
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.abs(X @ w) @ (predict(w, X) != y)


@alternative("perceptron_gradient")
def gradient_in_a_loop(w, X, y):
    gradient = np.zeros(len(w))
    for row, label in zip(np.asarray(X, dtype=float), y):
        if label * np.dot(row, w) <= 0:
            gradient -= label * row
    return gradient


@alternative("perceptron_gradient")
def gradient_by_einsum(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = (np.einsum("n,nd,d->n", y, X, w) <= 0).astype(float)
    return -np.einsum("n,n,nd->d", mistaken, y, X)


@alternative("perceptron_gradient")
def gradient_of_signed_rows(w, X, y):
    signed = np.asarray(X, dtype=float) * np.asarray(y, dtype=float)[:, np.newaxis]
    return -np.where((signed @ np.asarray(w) <= 0)[:, np.newaxis], signed, 0.0).sum(axis=0)


@alternative("perceptron_fit")
def with_a_flag(X, y, eta=1.0, max_epochs=100):
    X, y = np.array(X, dtype=float), np.array(y, dtype=float)
    for label in y:
        if label not in (-1, 1):
            raise ValueError(f"y holds {label}, but labels are -1 and +1")
    n, d = X.shape
    w = np.zeros(d)
    updates = 0
    epoch = 0
    clean = False
    while epoch < max_epochs and not clean:
        clean = True
        for i in range(n):
            if y[i] * np.dot(w, X[i]) <= 0:
                w += eta * y[i] * X[i]
                updates += 1
                clean = False
        epoch += 1
    return w, updates


@alternative("perceptron_fit")
def on_signed_rows(X, y, eta=1.0, max_epochs=100):
    y = np.asarray(y, dtype=float)
    if set(np.unique(y)) - {-1.0, 1.0}:
        raise ValueError("every label in y must be -1 or +1")
    signed = y[:, None] * np.asarray(X, dtype=float)
    counts = np.zeros(len(y), dtype=int)
    for _ in range(max_epochs):
        old = counts.sum()
        for i in range(len(y)):
            # w is a sum of the samples, each as often as it was mistaken
            if signed[i] @ (counts @ signed) <= 0:
                counts[i] += 1
        if counts.sum() == old:
            break
    return eta * (counts @ signed), int(counts.sum())


@alternative("margin")
def smallest_distance(w, X, y):
    w = np.asarray(w, dtype=float)
    unit = w / np.sqrt(np.sum(w**2))
    return min(label * np.dot(unit, row) for row, label in zip(X, y))


@alternative("margin")
def margin_by_einsum(w, X, y):
    scores = np.einsum("n,nd,d->n", np.asarray(y), np.asarray(X), np.asarray(w))
    return float((scores / np.sqrt(np.einsum("d,d", w, w))).min())


@alternative("mistake_bound")
def by_the_margin(w, X, y):
    w = np.asarray(w, dtype=float)
    if not w.any():
        raise ValueError("w is zero and separates nothing")
    gamma = margin(w, X, y)
    if gamma <= 0:
        raise ValueError("w does not separate the classes")
    return max(np.sum(np.asarray(X, dtype=float) ** 2, axis=1)) / gamma**2


@alternative("mistake_bound")
def bound_in_a_loop(w, X, y):
    largest, smallest = 0.0, np.inf
    for row, label in zip(X, y):
        score = label * sum(a * b for a, b in zip(w, row))
        if score <= 0:
            raise ValueError("a sample is on the wrong side of w, or on its boundary")
        largest = max(largest, sum(a * a for a in row))
        smallest = min(smallest, score)
    return largest * sum(a * a for a in w) / smallest**2


@alternative("averaged_perceptron")
def mean_of_a_list(X, y, max_epochs=100):
    X = np.array(X, dtype=float)
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        mistakes = 0
        for i in range(len(y)):
            if y[i] * np.dot(w, X[i]) <= 0:
                w += y[i] * X[i]
                mistakes += 1
            history.append(w.copy())
        if mistakes == 0:
            break
    return np.mean(history, axis=0)


@alternative("averaged_perceptron")
def each_update_as_long_as_it_lasts(X, y, max_epochs=100):
    # an update at visit t is part of the weights from then on
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, late, t = np.zeros(X.shape[1]), np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        updates = 0
        for x_i, y_i in zip(X, y):
            if y_i * (w @ x_i) <= 0:
                w = w + y_i * x_i
                late = late + t * y_i * x_i
                updates += 1
            t += 1
        if not updates:
            break
    return w - late / t


@alternative("averaged_perceptron")
def by_running_mean(X, y, max_epochs=100):
    signed = np.asarray(y, dtype=float)[:, np.newaxis] * np.asarray(X, dtype=float)
    w = mean = np.zeros(signed.shape[1])
    visits, epoch, wrong = 0, 0, True
    while wrong and epoch < max_epochs:
        wrong = False
        for row in signed:
            if row @ w <= 0:
                w, wrong = w + row, True
            visits += 1
            mean = mean + (w - mean) / visits
        epoch += 1
    return mean


@alternative("tell_apart")
def averaged_as_long_as_it_runs(X, y):
    return averaged_perceptron(add_bias(X), y)


@alternative("tell_apart")
def averaged_over_three_epochs(X, y):
    X = np.hstack([np.asarray(X, dtype=float), np.ones((len(X), 1))])
    return averaged_perceptron(X, y, 3)


@alternative("tell_apart")
def votes_of_many_orders(X, y):
    # not over time, but over runs that visit the samples in other orders
    X, y = add_bias(X), np.asarray(y)
    rng = np.random.default_rng(0)
    runs = []
    for _ in range(15):
        order = rng.permutation(len(y))
        w, _ = perceptron_fit(X[order], y[order], max_epochs=5)
        runs.append(w / np.linalg.norm(w))
    return np.mean(runs, axis=0)


@alternative("tell_apart")
def by_least_squares_with_a_penalty(X, y):
    X, y = add_bias(X), np.asarray(y, dtype=float)
    return np.linalg.solve(X.T @ X + 10 * np.eye(X.shape[1]), X.T @ y)


@alternative("tell_apart")
def halfway_between_the_means(X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    one, eight = X[y > 0].mean(axis=0), X[y < 0].mean(axis=0)
    w = one - eight
    return np.append(w, -w @ (one + eight) / 2)
