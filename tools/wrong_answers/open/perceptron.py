"""Wrong answers to the exercises of perceptron, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- add_bias ---


@wrong_answer("add_bias", cause="puts the ones on the left")
def bias_on_the_left(X):
    X = np.asarray(X, dtype=float)
    return np.hstack([np.ones((X.shape[0], 1)), X])


@wrong_answer("add_bias", cause="appends zeros, not ones")
def bias_zeros(X):
    X = np.asarray(X, dtype=float)
    return np.pad(X, ((0, 0), (0, 1)))


@wrong_answer("add_bias", cause="overwrites the last feature with ones, no column is appended")
def bias_overwrites_last(X):
    X_new = np.array(X, dtype=float)
    X_new[:, -1] = 1.0
    return X_new


@wrong_answer(
    "add_bias", cause="np.insert at -1 puts the ones before the last feature, not after it"
)
def bias_before_last(X):
    X = np.asarray(X, dtype=float)
    return np.insert(X, -1, 1.0, axis=1)


@wrong_answer("add_bias", cause="adds 1 to every feature and appends nothing")
def bias_adds_one_to_all(X):
    X = np.asarray(X, dtype=float)
    ones = np.ones((X.shape[0], 1))
    return X + ones


@wrong_answer(
    "add_bias", cause="appends nothing if the last feature happens to be 1 in all samples"
)
def bias_skipped_if_ones_are_there(X):
    X = np.asarray(X, dtype=float)
    if np.all(X[:, -1] == 1):
        return X.copy()
    return np.column_stack([X, np.ones(len(X))])


# --- predict ---


@wrong_answer("predict", cause="strict comparison: -1 on the boundary, where the answer is +1")
def predict_boundary_minus(w, X):
    z = np.dot(np.asarray(X, dtype=float), np.asarray(w, dtype=float))
    return np.array([1 if s > 0 else -1 for s in z])


@wrong_answer(
    "predict", cause="cuts X @ w to integers first, so sums between -1 and 0 are answered +1"
)
def predict_truncates_sums(w, X):
    z = (np.asarray(X) @ np.asarray(w)).astype(int)
    return 2 * (z >= 0).astype(int) - 1


@wrong_answer(
    "predict", cause="one answer for all: the sign of the sum of all samples' scores"
)
def predict_all_together(w, X):
    X = np.asarray(X, dtype=float)
    total = np.sum(X * np.asarray(w, dtype=float))
    return np.full(X.shape[0], 1 if total >= 0 else -1)


@wrong_answer(
    "predict", cause="rounds tanh of the score, which is 0 for small scores and no label"
)
def predict_rounds_tanh(w, X):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float)
    answers = np.round(np.tanh(z)).astype(int)
    answers[z == 0] = 1
    return answers


@wrong_answer("predict", cause="returns a column (n, 1) in place of (n,)")
def predict_column(w, X):
    X = np.asarray(X, dtype=float)
    w = np.asarray(w, dtype=float).reshape(-1, 1)
    return np.where(X @ w >= 0, 1, -1)


@wrong_answer(
    "predict", cause="answers by the sign of the strongest single product w_j x_j, not of the sum"
)
def predict_strongest_feature(w, X):
    products = np.asarray(X, dtype=float) * np.asarray(w, dtype=float)
    strongest = np.argmax(np.abs(products), axis=1)
    chosen = products[np.arange(len(products)), strongest]
    return np.where(chosen >= 0, 1, -1)


# --- perceptron_loss ---


@wrong_answer("perceptron_loss", cause="sums over all samples and not over the mistakes alone")
def loss_over_all(w, X, y):
    return -np.sum(np.asarray(y) * (np.asarray(X) @ np.asarray(w)))


@wrong_answer("perceptron_loss", cause="counts the mistakes, not how far they are off")
def loss_counts(w, X, y):
    mistakes = 0
    for xi, yi in zip(X, y):
        if yi * np.dot(w, xi) <= 0:
            mistakes += 1
    return mistakes


@wrong_answer("perceptron_loss", cause="the minus sign is missing, the loss comes out negative")
def loss_negative(w, X, y):
    s = np.asarray(y) * (np.asarray(X) @ np.asarray(w))
    wrong = s <= 0
    return np.sum(s[wrong])


@wrong_answer("perceptron_loss", cause="sums the squares of the mistakes' scores")
def loss_squared(w, X, y):
    total = 0.0
    for i in range(len(y)):
        margin_i = y[i] * sum(wj * xj for wj, xj in zip(w, X[i]))
        total += max(0.0, -margin_i) ** 2
    return total


@wrong_answer(
    "perceptron_loss",
    cause="y as a column times X @ w makes an (n, n) table, summed over all pairs of samples",
)
def loss_all_pairs(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    y = np.asarray(y).reshape(-1, 1)
    scores = y * (X @ w)
    return np.sum(np.where(scores <= 0, -scores, 0.0))


@wrong_answer(
    "perceptron_loss",
    cause="the factor (prediction - y) is 2 in size at a mistake, so the loss is doubled",
)
def loss_doubled(w, X, y):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float)
    y_hat = np.where(z >= 0, 1, -1)
    return np.sum((y_hat - np.asarray(y)) * z)


# --- perceptron_gradient ---


@wrong_answer("perceptron_gradient", cause="the minus sign is missing: this points downhill")
def gradient_sign(w, X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    m = y * (X @ np.asarray(w)) <= 0
    return y[m] @ X[m]


@wrong_answer("perceptron_gradient", cause="divides by the number of samples, a mean for a sum")
def gradient_mean(w, X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n = len(y)
    wrong = (y * (X @ np.asarray(w)) <= 0).astype(float)
    return -X.T @ (wrong * y) / n


@wrong_answer(
    "perceptron_gradient",
    cause="mistakes are where predict differs from y, so boundary samples labeled +1 do not count",
)
def gradient_by_prediction(w, X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    wrong = predict(w, X) != y
    return -(y[wrong, None] * X[wrong]).sum(axis=0)


@wrong_answer(
    "perceptron_gradient",
    cause="returns inside the loop, so only the first mistake counts",
)
def gradient_first_mistake(w, X, y):
    X = np.asarray(X, dtype=float)
    grad = np.zeros(X.shape[1])
    for i in range(X.shape[0]):
        if y[i] * np.dot(X[i], w) <= 0:
            grad = grad - y[i] * X[i]
            return grad
    return grad


@wrong_answer(
    "perceptron_gradient", cause="differentiates by x and not by w: sums -y w over the mistakes"
)
def gradient_by_x(w, X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    wrong = y * (X @ w) <= 0
    return -np.sum(y[wrong]) * w


@wrong_answer(
    "perceptron_gradient",
    cause="measured by central differences, which halve the slope of samples on the boundary",
)
def gradient_measured(w, X, y):
    w = np.array(w, dtype=float)
    h = 1e-6
    g = np.zeros(w.shape)
    for j in range(len(w)):
        e = np.zeros(w.shape)
        e[j] = h
        g[j] = (perceptron_loss(w + e, X, y) - perceptron_loss(w - e, X, y)) / (2 * h)
    return g


# --- perceptron_fit ---


@wrong_answer(
    "perceptron_fit",
    cause="updates only at a score < 0, so from zero weights no sample ever is a mistake",
)
def fit_strict(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold -1 and +1")
    w, updates = np.zeros(X.shape[1]), 0
    for epoch in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (w @ x_i) < 0:
                w = w + eta * y_i * x_i
                updates += 1
                clean = False
        if clean:
            break
    return w, updates


@wrong_answer("perceptron_fit", cause="stops at the first sample that is right, in mid-epoch")
def fit_stops_at_first_right(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if not set(y.tolist()) <= {-1, 1}:
        raise ValueError("y may hold only -1 and +1")
    w, k = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        for xi, yi in zip(X, y):
            if yi * (xi @ w) <= 0:
                w = w + eta * yi * xi
                k += 1
            else:
                return w, k
    return w, k


@wrong_answer(
    "perceptron_fit",
    cause="the counter is set to 0 in every epoch, so it returns the updates of the last one only",
)
def fit_counts_last_epoch(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if not np.all(np.isin(y, (-1, 1))):
        raise ValueError("y: labels -1 or +1")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        updates = 0
        for xi, yi in zip(X, y):
            if yi * (w @ xi) <= 0:
                w = w + eta * yi * xi
                updates += 1
        if updates == 0:
            break
    return w, updates


@wrong_answer(
    "perceptron_fit",
    cause="the validation tests np.any(y), a single True, so wrong labels are never refused",
)
def fit_never_refuses(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if np.any(y) not in (-1, 1):
        raise ValueError("y must be -1 or 1")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        old = updates
        for xi, yi in zip(X, y):
            if yi * np.dot(w, xi) <= 0:
                w = w + eta * yi * xi
                updates += 1
        if updates == old:
            break
    return w, updates


@wrong_answer(
    "perceptron_fit",
    cause="breaks off the epoch after an update and starts again from the first sample",
)
def fit_restarts_after_update(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if not np.all((y == -1) | (y == 1)):
        raise ValueError("y must contain only -1 and +1")
    w = np.zeros(X.shape[1])
    updates = 0
    for _ in range(max_epochs):
        found = False
        for xi, yi in zip(X, y):
            if yi * (w @ xi) <= 0:
                w = w + eta * yi * xi
                updates += 1
                found = True
                break
        if not found:
            break
    return w, updates


@wrong_answer(
    "perceptron_fit", cause="the return stands in the epoch loop, so it always ends after one pass"
)
def fit_returns_after_one_epoch(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if any(label != 1 and label != -1 for label in y):
        raise ValueError("a label in y is neither -1 nor +1")
    w, updates = np.zeros(X.shape[1]), 0
    for epoch in range(max_epochs):
        mistakes = 0
        for i, xi in enumerate(X):
            if y[i] * xi.dot(w) <= 0:
                w = w + eta * y[i] * xi
                mistakes += 1
        updates += mistakes
        if mistakes == 0:
            break
        return w, updates
    return w, updates


# --- margin ---


@wrong_answer("margin", cause="the largest signed distance, not the smallest")
def margin_largest(w, X, y):
    w = np.asarray(w, dtype=float)
    best = -np.inf
    for xi, yi in zip(np.asarray(X, dtype=float), y):
        distance = yi * (w @ xi) / np.sqrt(np.sum(w * w))
        if distance > best:
            best = distance
    return best


@wrong_answer("margin", cause="the mean of the signed distances, not the smallest")
def margin_mean(w, X, y):
    w = np.asarray(w, dtype=float)
    return np.mean(np.asarray(y) * (np.asarray(X) @ w)) / np.linalg.norm(w)


@wrong_answer("margin", cause="forgets the labels: the smallest w.x / ||w||")
def margin_without_label(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    unit = w / np.linalg.norm(w)
    return min(X @ unit)


@wrong_answer("margin", cause="divides by the sum of |w_j| (ord=1), not by the Euclidean length")
def margin_one_norm(w, X, y):
    w = np.asarray(w, dtype=float)
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    return np.min(y * X.dot(w)) / np.linalg.norm(w, 1)


@wrong_answer("margin", cause="gives the width of the whole corridor, twice the smallest distance")
def margin_whole_corridor(w, X, y):
    w = np.asarray(w, dtype=float)
    signed = np.asarray(y) * (np.asarray(X) @ w) / np.linalg.norm(w)
    return 2 * np.min(signed)


@wrong_answer(
    "margin", cause="the distance smallest in size, so a mistake farther away is not seen"
)
def margin_nearest_sample(w, X, y):
    w, X, y = np.asarray(w, dtype=float), np.asarray(X, dtype=float), np.asarray(y)
    t = y * (X @ w) / np.sqrt(w @ w)
    return t[np.argmin(np.abs(t))]


# --- mistake_bound ---


@wrong_answer(
    "mistake_bound", cause="takes the lengths of the columns (axis 0), not those of the samples"
)
def bound_length_of_columns(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    if np.min(np.asarray(y) * (X @ w)) <= 0:
        raise ValueError("w")
    gamma = margin(w, X, y)
    R = np.sqrt((X**2).sum(axis=0)).max()
    return R**2 / gamma**2


@wrong_answer(
    "mistake_bound", cause="gamma is the smallest score, not divided by the length of w"
)
def bound_functional_margin(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    gamma = np.min(np.asarray(y) * (X @ w))
    if gamma <= 0:
        raise ValueError(f"w = {w} does not separate the classes")
    R = max(np.sqrt(x @ x) for x in X)
    return (R / gamma) ** 2


@wrong_answer(
    "mistake_bound", cause="calls margin with X, y, w in its own order, where w comes first"
)
def bound_margin_arguments_in_wrong_order(w, X, y):
    X, y, w = np.asarray(X, dtype=float), np.asarray(y, dtype=float), np.asarray(w, dtype=float)
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    R = np.linalg.norm(X, axis=1).max()
    return (R / margin(X, y, w)) ** 2


@wrong_answer("mistake_bound", cause="rounds the bound down to a whole number")
def bound_rounded_down(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    scores = np.asarray(y) * (X @ w)
    if scores.min() <= 0:
        raise ValueError("w must have every sample on its right side")
    return int(np.floor((X**2).sum(axis=1).max() * (w @ w) / scores.min() ** 2))


@wrong_answer(
    "mistake_bound",
    cause="never raises: for a w that does not separate, squaring hides the negative margin",
)
def bound_never_raises(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    if not w.any():
        raise ValueError("w must not be zero")
    gamma = np.min(np.asarray(y) * (X @ w)) / np.linalg.norm(w)
    R = np.linalg.norm(X, axis=1).max()
    with np.errstate(divide="ignore"):
        return (R / gamma) ** 2


@wrong_answer(
    "mistake_bound",
    cause="raises only for a negative margin, so a sample on the boundary gives infinity",
)
def bound_accepts_boundary(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    norm = np.linalg.norm(w)
    lowest = np.min(np.asarray(y) * (X @ w))
    if lowest < 0 or norm == 0:
        raise ValueError("w has a sample on the wrong side")
    R = np.max(np.linalg.norm(X, axis=1))
    with np.errstate(divide="ignore"):
        return (R * norm / lowest) ** 2
