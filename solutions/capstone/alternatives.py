"""Right answers in other styles, which every check must accept."""

import numpy as np

from autograder.checks import alternative

from .reference import (
    adam,
    init_mlp,
    minibatches,
    mlp_forward,
    mlp_gradients,
    mlp_loss,
    softmax_cross_entropy,
    train,
    train_with,
)

# --- stratified_split ------------------------------------------------------------------


@alternative("stratified_split")
def split_sample_by_sample(y, shares, rng):
    shares = np.array(shares, dtype=float)
    if np.any(shares <= 0) or abs(shares.sum() - 1) > 1e-9:
        raise ValueError("shares: positive numbers that add to 1")
    y = np.array(y)
    part_of = np.zeros(len(y), dtype=int)
    for label in set(y.tolist()):
        members = rng.permutation(np.where(y == label)[0])
        # the middle of each sample's place in its class says which part it is in
        middle = (np.arange(len(members)) + 0.5) / len(members)
        part_of[members] = np.searchsorted(np.cumsum(shares)[:-1], middle)
    order = rng.permutation(len(y))
    return tuple(order[part_of[order] == part] for part in range(len(shares)))


@alternative("stratified_split")
def split_by_a_sorted_order(y, shares, rng):
    if min(shares) <= 0 or not np.isclose(sum(shares), 1):
        raise ValueError("shares must all be positive, and add to 1")
    y = np.asarray(y)
    parts = [np.array([], dtype=int) for _ in shares]
    order = rng.permutation(len(y))
    order = order[np.argsort(y[order], kind="stable")]
    for members in np.split(order, np.flatnonzero(np.diff(y[order])) + 1):
        start, total = 0, 0.0
        for index, share in enumerate(shares):
            total += share * len(members)
            end = len(members) if index == len(shares) - 1 else round(total)
            parts[index] = np.append(parts[index], members[start:end])
            start = end
    for part in parts:
        rng.shuffle(part)
    return parts


# --- prepare ---------------------------------------------------------------------------


@alternative("prepare")
def prepare_column_by_column(X_train, X_new):
    train, new = np.array(X_train, dtype=float), np.array(X_new, dtype=float)
    for j in range(train.shape[1]):
        column = train[:, j].copy()
        if np.all(column == column[0]):
            train[:, j] = new[:, j] = 0.0
        else:
            train[:, j] = (column - np.mean(column)) / np.std(column)
            new[:, j] = (new[:, j] - np.mean(column)) / np.std(column)
    return train, new


@alternative("prepare")
def prepare_by_a_mask(X_train, X_new):
    X_train, X_new = np.array(X_train, dtype=float), np.array(X_new, dtype=float)
    keep = np.ptp(X_train, axis=0) > 0
    mean = np.mean(X_train[:, keep], axis=0)
    spread = np.sqrt(np.mean((X_train[:, keep] - mean) ** 2, axis=0))
    found = []
    for X in (X_train, X_new):
        Z = np.zeros_like(X)
        Z[:, keep] = (X[:, keep] - mean) / spread
        found.append(Z)
    return found


# --- build_model -----------------------------------------------------------------------


@alternative("build_model")
def model_with_tanh_by_hand(d, k, rng):
    h = 24
    params = [
        rng.normal(size=(d, h)) / np.sqrt(d),
        np.zeros(h),
        rng.normal(size=(h, k)) / np.sqrt(h),
        np.zeros(k),
    ]

    def forward(params, X):
        W, b, V, c = params
        A = np.tanh(np.asarray(X, dtype=float) @ W + b)
        return A, A @ V + c

    def scores(params, X):
        return forward(params, X)[1]

    def loss_and_gradients(params, X, y, l2=0.0):
        W, _, V, _ = params
        X = np.asarray(X, dtype=float)
        A, Z = forward(params, X)
        loss, dZ = softmax_cross_entropy(Z, y)
        dH = dZ @ V.T * (1 - A**2)
        loss += l2 / 2 * (np.sum(W**2) + np.sum(V**2))
        return loss, [X.T @ dH + l2 * W, dH.sum(0), A.T @ dZ + l2 * V, dZ.sum(0)]

    return params, scores, loss_and_gradients


@alternative("build_model")
def model_of_two_hidden_layers(d, k, rng):
    params = [np.array(a) for layer in init_mlp([d, 20, 12, k], rng) for a in layer]

    def paired(params):
        return [(params[i], params[i + 1]) for i in (0, 2, 4)]

    def scores(params, X):
        return mlp_forward(paired(params), X, "tanh")[0]

    def loss_and_gradients(params, X, y, l2=0.0):
        slopes = mlp_gradients(paired(params), X, y, "tanh", l2=l2)
        loss = mlp_loss(paired(params), X, y, "tanh", l2=l2)
        return loss, tuple(a for layer in slopes for a in layer)

    return params, scores, loss_and_gradients


@alternative("build_model")
def model_with_a_shortcut(d, k, rng):
    """A hidden layer of rectifiers, and a straight way beside it."""
    h = 30
    params = [rng.normal(size=(d, h)) * np.sqrt(2 / d), np.zeros((1, h))[0]]
    params += [rng.normal(size=(h, k)) * np.sqrt(2 / h), 0.1 * rng.normal(size=(d, k)), np.zeros(k)]

    def scores(params, X):
        W, b, V, U, c = params
        X = np.asarray(X, dtype=float)
        return np.maximum(X @ W + b, 0) @ V + X @ U + c

    def loss_and_gradients(params, X, y, l2=0.0):
        W, b, V, U, _ = params
        X = np.asarray(X, dtype=float)
        H = X @ W + b
        loss, dZ = softmax_cross_entropy(scores(params, X), y)
        dH = (dZ @ V.T) * (H > 0)
        gradients = [X.T @ dH, dH.sum(axis=0), np.maximum(H, 0).T @ dZ, X.T @ dZ, dZ.sum(axis=0)]
        for index, array in enumerate(params):
            if array.ndim == 2:
                loss += l2 * np.sum(array**2) / 2
                gradients[index] = gradients[index] + l2 * array
        return loss, gradients

    return params, scores, loss_and_gradients


@alternative("build_model")
def model_without_a_hidden_layer(d, k, rng):
    params = [0.01 * rng.normal(size=(d, k)), np.zeros(k)]

    def scores(params, X):
        return np.asarray(X, dtype=float) @ params[0] + params[1]

    def loss_and_gradients(params, X, y, l2=0.0):
        W, _ = params
        loss, dZ = softmax_cross_entropy(scores(params, X), y)
        X = np.asarray(X, dtype=float)
        return loss + l2 / 2 * np.sum(W * W), [X.T @ dZ + l2 * W, dZ.sum(axis=0)]

    return params, scores, loss_and_gradients


# --- train_with_patience ---------------------------------------------------------------


@alternative("train_with_patience")
def training_with_a_counter(start, epoch, validation_loss, patience, max_epochs):
    params = start
    losses = [validation_loss(params)]
    best, lowest, waited = params, losses[0], 0
    for _ in range(max_epochs):
        params = epoch(params)
        loss = validation_loss(params)
        losses.append(loss)
        if loss < lowest:
            best, lowest, waited = params, loss, 0
        else:
            waited += 1
            if waited == patience:
                break
    return best, losses


@alternative("train_with_patience")
def training_that_keeps_everything(start, epoch, validation_loss, patience, max_epochs):
    params = start
    seen, losses = [params], [validation_loss(params)]

    def best():
        finite = np.where(np.isnan(losses), np.inf, losses)
        return int(np.argmin(finite))

    while len(seen) <= max_epochs and len(seen) - 1 - best() < patience:
        seen.append(epoch(seen[-1]))
        losses.append(validation_loss(seen[-1]))
    return seen[best()], np.array(losses)


# --- choose_setting --------------------------------------------------------------------


@alternative("choose_setting")
def choice_by_a_loop(accuracies):
    rows = [list(map(float, row)) for row in accuracies]
    r = len(rows[0])
    if r < 2:
        raise ValueError("accuracies need two repeats")
    means = [sum(row) / r for row in rows]
    best = means.index(max(means))
    variance = sum((a - means[best]) ** 2 for a in rows[best]) / (r - 1)
    for index, mean in enumerate(means):
        if mean >= means[best] - (variance / r) ** 0.5:
            return index
    return best


@alternative("choose_setting")
def choice_by_sorting(accuracies):
    A = np.array(accuracies, dtype=float)
    if A.shape[1] == 1:
        raise ValueError("one repeat of accuracies tells no error")
    mean, error = A.mean(1), A.std(1, ddof=1) / A.shape[1] ** 0.5
    best = np.lexsort((np.arange(len(A)), -mean))[0]
    return np.flatnonzero(mean >= mean[best] - error[best])[0]


# --- train_classifier ------------------------------------------------------------------


@alternative("train_classifier")
def classifier_of_one_wide_network(X, y, rng):
    X, y = np.asarray(X), np.asarray(y)
    params = init_mlp([64, 128, int(y.max()) + 1], rng)
    params, _ = train_with(adam, params, X, y, 14, 32, rng, lr=3e-3)

    def predict(X):
        return np.argmax(mlp_forward(params, X)[0], axis=1)

    return predict


@alternative("train_classifier")
def classifier_of_a_committee_by_descent(X, y, rng):
    X, y = np.asarray(X), np.asarray(y)
    members = []
    for _ in range(2):
        start = init_mlp([64, 96, int(y.max()) + 1], rng)
        members.append(train(start, X, y, 0.3, 20, 32, rng, l2=1e-4)[0])

    def predict(X):
        return sum(mlp_forward(params, X)[0] for params in members).argmax(axis=1)

    return predict


@alternative("train_classifier")
def classifier_that_falls_in_rate(X, y, rng):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    params = init_mlp([64, 100, int(y.max()) + 1], rng)
    for lr in np.linspace(0.4, 0.02, 25):
        for batch in minibatches(len(y), 32, rng):
            slopes = mlp_gradients(params, X[batch], y[batch], l2=1e-4)
            params = [(W - lr * dW, b - lr * db) for (W, b), (dW, db) in zip(params, slopes)]
    return lambda X: mlp_forward(params, X)[0].argmax(axis=1)


# --- error_analysis --------------------------------------------------------------------


@alternative("error_analysis")
def analysis_by_loops(scores, y):
    scores = np.asarray(scores, dtype=float)
    k = scores.shape[1]
    counts = np.zeros((k, k), dtype=int)
    mistakes = []
    for index, (row, label) in enumerate(zip(scores, y)):
        said = int(np.argmax(row))
        counts[label, said] += 1
        if said != label:
            mistakes.append((-1 / np.sum(np.exp(row - row.max())), index))
    pairs = [(a, b) for a in range(k) for b in range(a + 1, k)]
    pair = max(pairs, key=lambda ab: counts[ab] + counts[ab[::-1]])
    return counts, pair, np.array([index for _, index in sorted(mistakes)], dtype=int)


@alternative("error_analysis")
def analysis_by_log_probabilities(scores, y):
    scores, y = np.asarray(scores, dtype=float), np.asarray(y)
    k = scores.shape[1]
    said = scores.argmax(axis=1)
    counts = np.zeros((k, k))
    np.add.at(counts, (y, said), 1)
    pair = divmod(int(np.argmax(np.triu(counts, 1) + np.tril(counts, -1).T)), k)
    shifted = scores - scores.max(axis=1, keepdims=True)
    doubt = np.exp(shifted).sum(axis=1)
    wrong = np.flatnonzero(said != y)
    return counts.astype(int), list(pair), wrong[np.lexsort((wrong, doubt[wrong]))]


# --- learning_curve --------------------------------------------------------------------


@alternative("learning_curve")
def curve_in_one_array(fit, X, y, X_held, y_held, sizes, rng):
    if any(not 1 <= size <= len(y) for size in sizes):
        raise ValueError("sizes: from 1 to the number of samples")
    order = rng.permutation(len(y))
    X, y = np.asarray(X)[order], np.asarray(y)[order]

    def shares(size):
        predict = fit(X[:size], y[:size], rng)
        right = predict(X[:size]) == y[:size], predict(X_held) == np.asarray(y_held)
        return [np.mean(one) for one in right]

    return tuple(np.array([shares(size) for size in sizes]).T)


@alternative("learning_curve")
def curve_with_a_generator_for_each_fit(fit, X, y, X_held, y_held, sizes, rng):
    n = len(y)
    for size in sizes:
        if size < 1 or size > n:
            raise ValueError(f"sizes holds {size}")
    order = np.argsort(rng.random(n))
    seen, held = [], []
    for size, own in zip(sizes, rng.spawn(len(sizes))):
        X_seen = np.array([X[i] for i in order[:size]])
        y_seen = np.array([y[i] for i in order[:size]])
        predict = fit(X_seen, y_seen, own)
        seen.append(float((predict(X_seen) == y_seen).mean()))
        held.append(float((predict(X_held) == np.array(y_held)).mean()))
    return seen, held
