"""Wrong answers to the exercises of linear_regression, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- mse ---


@wrong_answer("mse", cause="divides by the number of features (length of w) instead of samples")
def mse_divides_by_length_of_w(w, X, y):
    w = np.asarray(w, dtype=float)
    X = np.asarray(X, dtype=float)
    m = len(w)
    return np.sum((X @ w - np.asarray(y)) ** 2) / (2 * m)


@wrong_answer(
    "mse", cause="operator precedence: '/ 2 * n' multiplies by n instead of dividing by it"
)
def mse_precedence_of_two_n(w, X, y):
    X = np.asarray(X, float)
    n = X.shape[0]
    r = X @ np.asarray(w, float) - np.asarray(y, float)
    return r @ r / 2 * n


@wrong_answer("mse", cause="targets as a column (n, 1): the difference broadcasts to (n, n)")
def mse_column_of_targets(w, X, y):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float).reshape(-1, 1)
    pred = X.dot(np.asarray(w, dtype=float))
    return ((pred - y) ** 2).mean() / 2


@wrong_answer(
    "mse", cause="adds the last weight as a bias instead of multiplying it by the last column of X"
)
def mse_last_weight_is_intercept(w, X, y):
    X, y, w = np.asarray(X, float), np.asarray(y, float), np.asarray(w, float)
    slope, intercept = w[:-1], w[-1]
    y_hat = X[:, :-1] @ slope + intercept
    return np.mean((y_hat - y) ** 2) / 2


@wrong_answer("mse", cause="variance of the errors: the mean error is subtracted before squaring")
def mse_variance_of_errors(w, X, y):
    errors = np.dot(X, w) - y
    return 0.5 * np.var(errors)


@wrong_answer("mse", cause="divides by n - 1 (sample variance) instead of n")
def mse_bessel(w, X, y):
    residuals = np.dot(X, w) - np.asarray(y)
    n = len(residuals)
    return np.sum(np.square(residuals)) / (2 * (n - 1))


# --- mse_gradient ---


@wrong_answer("mse_gradient", cause="the half of the loss is kept, so the gradient is half as long")
def gradient_keeps_half(w, X, y):
    X = np.array(X, dtype=float)
    n, d = X.shape
    error = X.dot(np.array(w)) - np.array(y)
    return X.T.dot(error) / (2 * n)


@wrong_answer(
    "mse_gradient",
    cause="product of the means: mean error times mean input, not mean of the product",
)
def gradient_mean_times_mean(w, X, y):
    X = np.asarray(X, float)
    error = X @ np.asarray(w, float) - np.asarray(y, float)
    return error.mean() * X.mean(axis=0)


@wrong_answer("mse_gradient", cause="the input factor is forgotten: every entry is the mean error")
def gradient_without_inputs(w, X, y):
    error = np.dot(X, w) - np.asarray(y)
    grad = np.empty(len(w))
    for j in range(len(w)):
        grad[j] = np.mean(error)
    return grad


@wrong_answer("mse_gradient", cause="the error is squared in the gradient as it is in the loss")
def gradient_of_squared_error(w, X, y):
    X = np.asarray(X, dtype=float)
    sq = (X @ np.asarray(w, dtype=float) - np.asarray(y, dtype=float)) ** 2
    return X.T @ sq / len(sq)


@wrong_answer("mse_gradient", cause="return is inside the loop: only the first sample is counted")
def gradient_returns_after_first_sample(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    n, d = X.shape
    grad = np.zeros(d)
    for i in range(n):
        grad += (np.dot(X[i], w) - y[i]) * X[i] / n
        return grad


@wrong_answer(
    "mse_gradient",
    cause="w is changed between the samples, so later errors belong to other weights",
)
def gradient_moves_weights_on_the_way(w, X, y):
    w = np.array(w, dtype=float)
    X, y = np.asarray(X, float), np.asarray(y, float)
    total = np.zeros_like(w)
    for i in range(len(y)):
        g = (X[i] @ w - y[i]) * X[i]
        total = total + g
        w = w - g / len(y)
    return total / len(y)


# --- least_squares ---


@wrong_answer(
    "least_squares", cause="adds a small ridge 1e-3 to X.T @ X, which shrinks the weights"
)
def least_squares_small_ridge(X, y):
    X = np.asarray(X, dtype=float)
    d = X.shape[1]
    A = np.vstack([X, np.sqrt(1e-3) * np.eye(d)])
    t = np.concatenate([np.asarray(y, dtype=float), np.zeros(d)])
    return np.linalg.lstsq(A, t, rcond=None)[0]


@wrong_answer("least_squares", cause="centers X and y by their means before the fit")
def least_squares_centered(X, y):
    X = np.asarray(X, float)
    y = np.asarray(y, float)
    Xc = X - X.mean(axis=0)
    yc = y - y.mean()
    return np.linalg.pinv(Xc) @ yc


@wrong_answer(
    "least_squares", cause="scales the columns to length 1 and does not scale the weights back"
)
def least_squares_scaled_columns(X, y):
    X = np.asarray(X, dtype=float)
    norms = np.linalg.norm(X, axis=0)
    norms[norms == 0] = 1
    Xs = X / norms
    return np.linalg.lstsq(Xs, np.asarray(y, dtype=float), rcond=None)[0]


@wrong_answer(
    "least_squares", cause="a hundred steps of gradient descent: stops before the minimum"
)
def least_squares_by_gradient_steps(X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    n, d = X.shape
    w = np.zeros(d)
    lr = 1 / np.linalg.eigvalsh(X.T @ X / n).max()
    for _ in range(100):
        w = w - lr * X.T @ (X @ w - y) / n
    return w


@wrong_answer(
    "least_squares", cause="multiplies by the singular values instead of dividing by them"
)
def least_squares_multiplies_by_singular_values(X, y):
    U, S, Vh = np.linalg.svd(np.asarray(X, float), full_matrices=False)
    return Vh.T @ (S * (U.T @ np.asarray(y, float)))


@wrong_answer(
    "least_squares",
    cause="cutoff rcond=0.1 throws away small singular values that carry information",
)
def least_squares_coarse_cutoff(X, y):
    X = np.asarray(X, dtype=np.float64)
    y = np.asarray(y, dtype=np.float64)
    solution = np.linalg.lstsq(X, y, rcond=0.1)
    return solution[0]


# --- gradient_descent ---


@wrong_answer(
    "gradient_descent",
    cause="appends the same array, changed in place: all rows show the last weights",
)
def descent_appends_same_array(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be greater than zero")
    w = np.array(w0, dtype=float)
    trajectory = [w]
    for _ in range(n_steps):
        w -= lr * gradient(w)
        trajectory.append(w)
    return np.array(trajectory)


@wrong_answer("gradient_descent", cause="the gradient is computed once, at w0, and never again")
def descent_gradient_only_at_start(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    grad = gradient(w)
    steps = [w.copy()]
    for _ in range(n_steps):
        w = w - lr * grad
        steps.append(w.copy())
    return np.vstack(steps)


@wrong_answer(
    "gradient_descent", cause="w0 of the caller is changed in place (asarray does not copy)"
)
def descent_changes_start(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.asarray(w0, dtype=float)
    trajectory = [w.copy()]
    for _ in range(n_steps):
        w -= lr * np.asarray(gradient(w))
        trajectory.append(w.copy())
    return np.array(trajectory)


@wrong_answer(
    "gradient_descent", cause="the learning rate decays as lr / (t + 1) instead of staying lr"
)
def descent_decaying_rate(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, float)
    ws = [w]
    for t in range(n_steps):
        w = w - lr / (t + 1) * gradient(w)
        ws.append(w)
    return np.array(ws)


@wrong_answer("gradient_descent", cause="adds momentum 0.9: earlier steps are carried on")
def descent_with_momentum(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(n_steps):
        v = 0.9 * v - lr * gradient(w)
        w = w + v
        path.append(w)
    return np.array(path)


@wrong_answer(
    "gradient_descent",
    cause="weights are updated one at a time, each with the gradient at the already changed "
    "weights",
)
def descent_one_weight_after_the_other(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    rows = [w.copy()]
    for _ in range(n_steps):
        for j in range(len(w)):
            w[j] = w[j] - lr * gradient(w)[j]
        rows.append(w.copy())
    return np.array(rows)


# --- minibatches ---


@wrong_answer("minibatches", cause="the last, shorter batch is dropped")
def batches_drop_last(n, batch_size, rng):
    order = rng.permutation(n)
    for b in range(n // batch_size):
        yield order[b * batch_size : (b + 1) * batch_size]


@wrong_answer(
    "minibatches", cause="makes its own generator with seed 0: the same order every epoch"
)
def batches_own_seed(n, batch_size, rng):
    rng = np.random.default_rng(0)
    perm = rng.permutation(n)
    start = 0
    while start < n:
        yield perm[start : start + batch_size]
        start += batch_size


@wrong_answer("minibatches", cause="the last batch is filled up with indices from the front again")
def batches_wrap_around(n, batch_size, rng):
    order = rng.permutation(n)
    for start in range(0, n, batch_size):
        yield np.take(order, np.arange(start, start + batch_size), mode="wrap")


@wrong_answer(
    "minibatches", cause="array_split balances the sizes: batches other than the last are short"
)
def batches_balanced_sizes(n, batch_size, rng):
    pieces = -(-n // batch_size)
    yield from np.array_split(rng.permutation(n), pieces)


@wrong_answer(
    "minibatches", cause="only the inside of each consecutive block is shuffled, not all indices"
)
def batches_shuffled_inside(n, batch_size, rng):
    for start in range(0, n, batch_size):
        block = np.arange(start, min(start + batch_size, n))
        rng.shuffle(block)
        yield block


@wrong_answer("minibatches", cause="indices run from 1 to n instead of 0 to n - 1")
def batches_from_one(n, batch_size, rng):
    deck = np.arange(1, n + 1)
    rng.shuffle(deck)
    for start in range(0, n, batch_size):
        yield deck[start : start + batch_size]


# --- sgd ---


@wrong_answer(
    "sgd", cause="divides by batch_size also where the last batch is shorter: its step is too small"
)
def sgd_divides_by_nominal_size(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, float), np.asarray(y, float)
    batch_size = min(batch_size, len(y))
    w = np.array(w0, float)
    path = [w]
    for _ in range(n_epochs):
        for rows in minibatches(len(y), batch_size, rng):
            error = X[rows] @ w - y[rows]
            w = w - lr * (X[rows].T @ error) / batch_size
        path.append(w)
    return np.array(path)


@wrong_answer(
    "sgd", cause="shuffles once before training and deals the same batches in every epoch"
)
def sgd_shuffles_once(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, float), np.asarray(y, float)
    w = np.array(w0, float)
    trajectory = [w]
    batches = list(minibatches(len(X), batch_size, rng))
    for _ in range(n_epochs):
        for batch in batches:
            w = w - lr * mse_gradient(w, X[batch], y[batch])
        trajectory.append(w)
    return np.array(trajectory)


@wrong_answer("sgd", cause="the weights start again from w0 in every epoch")
def sgd_restarts_each_epoch(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, float), np.asarray(y, float)
    trajectory = [np.array(w0, float)]
    for _ in range(n_epochs):
        w = np.array(w0, float)
        for batch in minibatches(len(X), batch_size, rng):
            w = w - lr * mse_gradient(w, X[batch], y[batch])
        trajectory.append(w)
    return np.array(trajectory)


@wrong_answer(
    "sgd", cause="targets are not indexed by the batch: the first y go with shuffled rows of X"
)
def sgd_targets_not_shuffled(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, float), np.asarray(y, float)
    w = np.array(w0, float)
    trajectory = [w]
    for _ in range(n_epochs):
        start = 0
        for batch in minibatches(len(X), batch_size, rng):
            stop = start + len(batch)
            w = w - lr * mse_gradient(w, X[batch], y[start:stop])
            start = stop
        trajectory.append(w)
    return np.array(trajectory)


@wrong_answer(
    "sgd", cause="the same array, changed in place, is appended: all rows are the last weights"
)
def sgd_appends_same_array(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, float), np.asarray(y, float)
    w = np.array(w0, float)
    trajectory = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(X), batch_size, rng):
            w -= lr * mse_gradient(w, X[batch], y[batch])
        trajectory.append(w)
    return np.array(trajectory)


@wrong_answer(
    "sgd", cause="each batch is an independent random draw, so samples repeat within an epoch"
)
def sgd_independent_draws(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, float), np.asarray(y, float)
    n = len(y)
    w = np.array(w0, float)
    trajectory = [w]
    for _ in range(n_epochs):
        for start in range(0, n, batch_size):
            size = min(batch_size, n - start)
            batch = rng.choice(n, size=size)
            w = w - lr * mse_gradient(w, X[batch], y[batch])
        trajectory.append(w)
    return np.array(trajectory)
