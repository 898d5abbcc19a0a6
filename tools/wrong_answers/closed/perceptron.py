"""Wrong answers to the exercises of perceptron, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- add_bias ---


@wrong_answer("add_bias", cause="appends a row of ones below the samples, not a column")
def bias_row_below(X):
    X = np.asarray(X, dtype=float)
    ones = np.ones(X.shape[1])
    return np.vstack((X, ones))


@wrong_answer("add_bias", cause="appends -1, as for a threshold, where +1 is asked for")
def bias_minus_one(X):
    X = np.array(X, dtype=float)
    n, d = X.shape
    return np.concatenate([X, np.full((n, 1), -1.0)], axis=1)


@wrong_answer(
    "add_bias",
    cause="appends the ones to the flattened array and reshapes, which mixes up the features",
)
def bias_flattened_and_reshaped(X):
    X = np.asarray(X, dtype=float)
    n, d = X.shape
    return np.append(X, np.ones(n)).reshape(n, d + 1)


@wrong_answer("add_bias", cause="pads with ones on all four sides, not on the right alone")
def bias_on_all_sides(X):
    return np.pad(np.asarray(X, dtype=float), 1, constant_values=1.0)


@wrong_answer(
    "add_bias", cause="the new array is made of integers, so the features lose their fractions"
)
def bias_integer_array(X):
    X = np.asarray(X)
    n, d = X.shape
    out = np.ones((n, d + 1), dtype=int)
    for i in range(n):
        for j in range(d):
            out[i, j] = X[i, j]
    return out.astype(float)


@wrong_answer(
    "add_bias", cause="copies the last feature into the new column (mode 'edge'), not ones"
)
def bias_repeats_last_feature(X):
    X = np.asarray(X, dtype=float)
    return np.pad(X, [(0, 0), (0, 1)], mode="edge")


# --- predict ---


@wrong_answer("predict", cause="np.sign gives 0 on the boundary, where the answer is +1")
def predict_sign_zero(w, X):
    return np.sign(np.asarray(X) @ np.asarray(w)).astype(int)


@wrong_answer("predict", cause="answers 0 in place of -1")
def predict_zero_one(w, X):
    z = np.asarray(X) @ np.asarray(w)
    return (z >= 0).astype(int)


@wrong_answer("predict", cause="+1 and -1 are exchanged")
def predict_exchanged(w, X):
    scores = np.asarray(X) @ np.asarray(w)
    return np.where(scores >= 0, -1, 1)


@wrong_answer(
    "predict",
    cause="adds the last weight as a bias and does not multiply it by the last feature",
)
def predict_last_weight_as_bias(w, X):
    w = np.asarray(w, dtype=float)
    X = np.asarray(X, dtype=float)
    z = X[:, :-1] @ w[:-1] + w[-1]
    return np.where(z >= 0, 1, -1)


@wrong_answer("predict", cause="compares with 0.5 where the boundary is at 0")
def predict_boundary_one_half(w, X):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float)
    y = -np.ones(len(z), dtype=int)
    y[z >= 0.5] = 1
    return y


@wrong_answer(
    "predict", cause="converts the weights to integers, so their fractions are lost"
)
def predict_integer_weights(w, X):
    w = np.array(w, dtype=int)
    z = np.asarray(X, dtype=float) @ w
    return np.where(z >= 0, 1, -1)


# --- perceptron_loss ---


@wrong_answer("perceptron_loss", cause="the mean over all samples where the sum belongs")
def loss_mean(w, X, y):
    scores = np.asarray(y) * (np.asarray(X) @ np.asarray(w))
    return np.mean(np.maximum(0, -scores))


@wrong_answer("perceptron_loss", cause="sums over the samples that are right, the mask is inverted")
def loss_over_right_ones(w, X, y):
    scores = np.asarray(y) * (np.asarray(X) @ np.asarray(w))
    return scores[scores >= 0].sum()


@wrong_answer(
    "perceptron_loss", cause="divides by the length of w, which the criterion does not have"
)
def loss_as_distance(w, X, y):
    w = np.asarray(w, dtype=float)
    s = np.asarray(y) * (np.asarray(X) @ w)
    norm = np.linalg.norm(w)
    if norm == 0:
        return 0.0
    return -s[s <= 0].sum() / norm


@wrong_answer(
    "perceptron_loss", cause="the hinge loss max(0, 1 - score) of a support vector machine"
)
def loss_hinge(w, X, y):
    score = np.asarray(y) * (np.asarray(X) @ np.asarray(w))
    return np.maximum(0.0, 1.0 - score).sum()


@wrong_answer(
    "perceptron_loss",
    cause="finds the mistakes by w.x <= 0, without the label, so it picks those answered -1",
)
def loss_mask_without_label(w, X, y):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float)
    y = np.asarray(y)
    mask = z <= 0
    return -(y[mask] * z[mask]).sum()


@wrong_answer("perceptron_loss", cause="only the worst mistake counts (max), not the sum of all")
def loss_worst_only(w, X, y):
    violation = -np.asarray(y) * (np.asarray(X) @ np.asarray(w))
    return np.max(np.append(violation, 0))


# --- perceptron_gradient ---


@wrong_answer(
    "perceptron_gradient", cause="leaves out the samples on the boundary (< where <= belongs)"
)
def gradient_strict(w, X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    mistakes = (y * X.dot(w)) < 0
    return -(X * y[:, None])[mistakes].sum(axis=0)


@wrong_answer("perceptron_gradient", cause="sums over all samples, right ones included")
def gradient_over_all(w, X, y):
    return -np.asarray(X, dtype=float).T @ np.asarray(y, dtype=float)


@wrong_answer("perceptron_gradient", cause="forgets the label: minus the sum of x, not of y x")
def gradient_without_label(w, X, y):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y)
    g = np.zeros(X.shape[1])
    for xi, yi in zip(X, y):
        if yi * (xi @ np.asarray(w)) <= 0:
            g -= xi
    return g


@wrong_answer("perceptron_gradient", cause="sums over the right samples: >= where <= belongs")
def gradient_mask_inverted(w, X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    scores = y * (X @ np.asarray(w, dtype=float))
    return -np.sum(y[scores >= 0, np.newaxis] * X[scores >= 0], axis=0)


@wrong_answer(
    "perceptron_gradient",
    cause="counts every sample with a score below 1, the condition of the hinge loss",
)
def gradient_hinge_condition(w, X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    inside = y * (X @ np.asarray(w)) < 1
    return -np.einsum("i,ij->j", y * inside, X)


@wrong_answer(
    "perceptron_gradient",
    cause="multiplies each term by the size of its score, as for squared scores",
)
def gradient_times_score(w, X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    s = y * (X @ np.asarray(w))
    loss = np.maximum(0, -s)
    return -X.T @ (loss * y)


# --- perceptron_fit ---


@wrong_answer(
    "perceptron_fit", cause="updates where the score is >= 0: at right samples, not at mistakes"
)
def fit_updates_right_samples(X, y, eta=1.0, max_epochs=100):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    if set(np.unique(y)) - {-1.0, 1.0}:
        raise ValueError("labels y must be -1 or +1")
    w = np.zeros(X.shape[1])
    updates = 0
    for _ in range(max_epochs):
        mistakes = 0
        for i in range(len(y)):
            if y[i] * np.dot(w, X[i]) >= 0:
                w += eta * y[i] * X[i]
                mistakes += 1
        updates += mistakes
        if mistakes == 0:
            break
    return w, updates


@wrong_answer(
    "perceptron_fit",
    cause="finds the mistakes of an epoch with the weights at its start and updates by all at once",
)
def fit_batch(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if np.any(np.abs(y) != 1):
        raise ValueError("y")
    w = np.zeros(X.shape[1])
    count = 0
    for _ in range(max_epochs):
        wrong = y * (X @ w) <= 0
        if not wrong.any():
            break
        w = w + eta * (y[wrong] @ X[wrong])
        count += int(wrong.sum())
    return w, count


@wrong_answer("perceptron_fit", cause="forgets the step size eta in the update")
def fit_without_eta(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    for label in y:
        if label not in (-1, 1):
            raise ValueError(f"y has the label {label}")
    w = np.zeros(X.shape[1])
    updates = 0
    for _ in range(max_epochs):
        before = updates
        for i in range(len(X)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + y[i] * X[i]
                updates += 1
        if updates == before:
            break
    return w, updates


@wrong_answer("perceptron_fit", cause="adds eta x at a mistake, the label is missing")
def fit_without_label(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if not np.isin(y, [-1, 1]).all():
        raise ValueError("y must be -1 or +1")
    w = np.zeros(X.shape[1])
    updates, epoch, done = 0, 0, False
    while not done and epoch < max_epochs:
        done = True
        for i in range(len(X)):
            if y[i] * np.dot(X[i], w) <= 0:
                w = w + eta * X[i]
                updates += 1
                done = False
        epoch += 1
    return w, updates


@wrong_answer("perceptron_fit", cause="makes one epoch fewer than max_epochs (range from 1)")
def fit_one_epoch_short(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if ((y != 1) & (y != -1)).any():
        raise ValueError("y must consist of -1 and +1")
    w, updates = np.zeros(X.shape[1]), 0
    for epoch in range(1, max_epochs):
        errors = 0
        for i in range(X.shape[0]):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                errors += 1
        updates += errors
        if errors == 0:
            break
    return w, updates


@wrong_answer(
    "perceptron_fit",
    cause="mistakes are where the predicted sign is not y, so a score of 0 passes for label +1",
)
def fit_by_prediction(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y has labels other than -1 and +1")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        clean = True
        for xi, yi in zip(X, y):
            y_hat = 1 if w @ xi >= 0 else -1
            if y_hat != yi:
                w = w + eta * yi * xi
                updates += 1
                clean = False
        if clean:
            return w, updates
    return w, updates


# --- margin ---


@wrong_answer("margin", cause="does not divide by the length of w (the functional margin)")
def margin_not_normalized(w, X, y):
    return np.min(np.asarray(y) * (np.asarray(X) @ np.asarray(w)))


@wrong_answer("margin", cause="divides by the squared length of w")
def margin_squared_norm(w, X, y):
    w = np.asarray(w, dtype=float)
    scores = np.asarray(y) * (np.asarray(X) @ w)
    return scores.min() / (w @ w)


@wrong_answer(
    "margin", cause="takes the absolute value of the distances, so mistakes look like right samples"
)
def margin_absolute(w, X, y):
    w = np.asarray(w, dtype=float)
    distances = np.abs(np.asarray(X, dtype=float) @ w) / np.linalg.norm(w)
    return distances.min()


@wrong_answer(
    "margin", cause="leaves the last weight out of the length of w, as if it were a bias"
)
def margin_norm_without_bias(w, X, y):
    w = np.asarray(w, dtype=float)
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    norm = np.linalg.norm(w[:-1]) if w[:-1].any() else abs(w[-1])
    return (y * (X @ w)).min() / norm


@wrong_answer("margin", cause="divides by the length of each sample as well (a cosine)")
def margin_cosine(w, X, y):
    w, X, y = np.asarray(w, dtype=float), np.asarray(X, dtype=float), np.asarray(y)
    lengths = np.linalg.norm(X, axis=1)
    return np.min(y * (X @ w) / (np.linalg.norm(w) * lengths))


@wrong_answer(
    "margin", cause="takes the smallest over the right samples only, mistakes are passed over"
)
def margin_right_samples_only(w, X, y):
    w = np.asarray(w, dtype=float)
    d = np.asarray(y) * (np.asarray(X) @ w) / np.linalg.norm(w)
    positive = [value for value in d if value > 0]
    return min(positive, default=0.0)


# --- mistake_bound ---


@wrong_answer("mistake_bound", cause="R / gamma, the square is missing")
def bound_not_squared(w, X, y):
    gamma = margin(w, X, y) if np.any(w) else 0.0
    if not gamma > 0:
        raise ValueError("w does not separate the classes")
    return max(np.linalg.norm(np.asarray(X, dtype=float), axis=1)) / gamma


@wrong_answer("mistake_bound", cause="squares only R: R**2 / gamma")
def bound_gamma_not_squared(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    scores = np.asarray(y) * (X @ w)
    if scores.min() <= 0:
        raise ValueError("w must separate the classes")
    gamma = scores.min() / np.linalg.norm(w)
    R2 = np.max(np.sum(X**2, axis=1))
    return R2 / gamma


@wrong_answer("mistake_bound", cause="R is the mean length of the samples, not the longest")
def bound_mean_length(w, X, y):
    X = np.asarray(X, dtype=float)
    w = np.asarray(w, dtype=float)
    s = np.asarray(y) * (X @ w)
    if np.any(s <= 0):
        raise ValueError("w is not a separating direction")
    gamma = s.min() / np.sqrt(np.sum(w**2))
    R = np.linalg.norm(X, axis=1).mean()
    return (R / gamma) ** 2


@wrong_answer(
    "mistake_bound", cause="R is the norm of the whole matrix X, not of its longest row"
)
def bound_norm_of_whole_matrix(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    if (np.asarray(y) * (X @ w) <= 0).any():
        raise ValueError("some sample is not on the right side of w")
    R = np.linalg.norm(X)
    gamma = margin(w, X, y)
    return (R / gamma) ** 2


@wrong_answer(
    "mistake_bound", cause="w = 0 has the margin nan, which 'gamma <= 0' lets pass without an error"
)
def bound_nan_for_zero_w(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    with np.errstate(invalid="ignore"):
        gamma = np.min(np.asarray(y) * (X @ w) / np.linalg.norm(w))
    if gamma <= 0:
        raise ValueError("w does not separate the classes")
    R = np.linalg.norm(X, axis=1).max()
    return (R / gamma) ** 2


@wrong_answer(
    "mistake_bound", cause="R is already the squared length and is squared once more"
)
def bound_radius_squared_twice(w, X, y):
    X, w, y = np.asarray(X, dtype=float), np.asarray(w, dtype=float), np.asarray(y)
    gamma = margin(w, X, y) if w.any() else 0
    if gamma <= 0:
        raise ValueError("w: not separating")
    R = 0
    for x in X:
        R = max(R, np.dot(x, x))
    return (R / gamma) ** 2
