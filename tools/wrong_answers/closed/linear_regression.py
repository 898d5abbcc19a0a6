"""Wrong answers to the exercises of linear_regression, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- mse ---


@wrong_answer("mse", cause="the half is missing: it is the mean of the squared errors itself")
def mse_without_half(w, X, y):
    y_pred = np.dot(X, w)
    return np.mean((y_pred - np.array(y)) ** 2)


@wrong_answer(
    "mse", cause="half the sum of the squared errors, not divided by the number of samples"
)
def mse_sum_of_squares(w, X, y):
    X, y, w = np.array(X), np.array(y), np.array(w)
    cost = 0.0
    for xi, yi in zip(X, y):
        cost += 0.5 * (xi @ w - yi) ** 2
    return cost


@wrong_answer("mse", cause="averages the errors first and squares the mean, so errors cancel")
def mse_squares_the_mean(w, X, y):
    error = np.asarray(X) @ np.asarray(w) - np.asarray(y)
    return 0.5 * np.mean(error) ** 2


@wrong_answer("mse", cause="takes the square root of the mean squared error (RMSE)")
def mse_takes_root(w, X, y):
    diff = np.asarray(X) @ np.asarray(w) - np.asarray(y)
    return 0.5 * np.sqrt(np.mean(diff**2))


@wrong_answer("mse", cause="absolute errors instead of squared ones")
def mse_absolute_errors(w, X, y):
    predictions = np.matmul(np.asarray(X), np.asarray(w))
    return np.abs(predictions - np.asarray(y)).sum() / (2 * len(y))


@wrong_answer("mse", cause="the loop overwrites the total, so only the last sample counts")
def mse_overwrites_total(w, X, y):
    total = 0
    for i in range(len(y)):
        prediction = sum(wj * xj for wj, xj in zip(w, X[i]))
        total = (prediction - y[i]) ** 2
    return total / (2 * len(y))


# --- mse_gradient ---


@wrong_answer("mse_gradient", cause="factor 2 too many: the 1/2 of the loss was not used")
def gradient_with_factor_two(w, X, y):
    X, y, w = np.asarray(X), np.asarray(y), np.asarray(w)
    return 2 / len(y) * X.T @ (X @ w - y)


@wrong_answer("mse_gradient", cause="sign: uses y - Xw, which is minus the gradient")
def gradient_target_minus_prediction(w, X, y):
    X = np.asarray(X)
    residual = np.asarray(y) - X @ np.asarray(w)
    return np.einsum("ij,i->j", X, residual) / len(residual)


@wrong_answer("mse_gradient", cause="sum over the samples, not divided by n")
def gradient_summed(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    grad = np.zeros(len(w))
    for xi, yi in zip(X, y):
        grad += (xi @ w - yi) * xi
    return grad


@wrong_answer(
    "mse_gradient", cause="zeros_like(w) makes an integer array when w has ints: entries truncated"
)
def gradient_in_integers(w, X, y):
    w, X, y = np.asarray(w), np.asarray(X), np.asarray(y)
    error = X @ w - y
    grad = np.zeros_like(w)
    for j in range(len(w)):
        grad[j] = np.sum(error * X[:, j]) / len(y)
    return grad


@wrong_answer("mse_gradient", cause="the last feature is left out of the loop, its entry stays 0")
def gradient_skips_last_feature(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    err = X @ np.asarray(w, float) - y
    n, d = X.shape
    grad = np.zeros(d)
    for j in range(d - 1):
        grad[j] = (err * X[:, j]).sum() / n
    return grad


@wrong_answer(
    "mse_gradient", cause="gradient of the absolute error: only the sign of the error is used"
)
def gradient_of_absolute_error(w, X, y):
    X = np.asarray(X, dtype=float)
    err = np.sign(X @ np.asarray(w) - np.asarray(y))
    return X.T @ err / X.shape[0]


# --- least_squares ---


@wrong_answer(
    "least_squares", cause="inverts X.T @ X, which does not exist for dependent columns or n < d"
)
def least_squares_by_inverse(X, y):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    return np.linalg.inv(X.T @ X) @ X.T @ y


@wrong_answer(
    "least_squares",
    cause="pseudo-inverse of X.T @ X squares the condition number: digits lost for nearly "
    "dependent columns",
)
def least_squares_pinv_of_gram(X, y):
    X = np.asarray(X, dtype=float)
    theta = np.linalg.pinv(X.T.dot(X)).dot(X.T).dot(np.asarray(y, dtype=float))
    return theta


@wrong_answer("least_squares", cause="returns the whole tuple of np.linalg.lstsq, not the weights")
def least_squares_whole_tuple(X, y):
    return np.linalg.lstsq(np.asarray(X, float), np.asarray(y, float), rcond=None)


@wrong_answer("least_squares", cause="adds a column of ones to X, so there are d + 1 weights")
def least_squares_adds_ones(X, y):
    X = np.asarray(X, dtype=float)
    X_b = np.c_[X, np.ones(X.shape[0])]
    w, *_ = np.linalg.lstsq(X_b, np.asarray(y, dtype=float), rcond=None)
    return w


@wrong_answer("least_squares", cause="Vt of the SVD is used where its transpose V belongs")
def least_squares_vt_not_transposed(X, y):
    X = np.asarray(X, float)
    U, S, V = np.linalg.svd(X)
    S_inv = np.zeros(X.shape[::-1])
    for i, s in enumerate(S):
        if s > 1e-13 * S[0]:
            S_inv[i, i] = 1 / s
    return V @ S_inv @ U.T @ np.asarray(y, float)


@wrong_answer(
    "least_squares",
    cause="gives dependent columns the weight 0: a best solution, but not the shortest one",
)
def least_squares_drops_dependent_columns(X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    keep = []
    for j in range(X.shape[1]):
        if np.linalg.matrix_rank(X[:, keep + [j]]) == len(keep) + 1:
            keep.append(j)
    w = np.zeros(X.shape[1])
    Q, R = np.linalg.qr(X[:, keep])
    w[keep] = np.linalg.solve(R, Q.T @ y)
    return w


# --- gradient_descent ---


@wrong_answer("gradient_descent", cause="adds the gradient: climbs instead of descending")
def descent_climbs(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(path[-1] + lr * gradient(path[-1]))
    return np.array(path)


@wrong_answer("gradient_descent", cause="one step too few: loop from 1 to n_steps - 1")
def descent_one_step_short(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr should be > 0")
    w = np.array(w0, dtype=float)
    history = [w]
    for t in range(1, n_steps):
        w = w - lr * gradient(w)
        history.append(w)
    return np.array(history)


@wrong_answer("gradient_descent", cause="the start w0 is missing at the head of the trajectory")
def descent_without_start(gradient, w0, lr, n_steps):
    if not lr > 0:
        raise ValueError("lr has to be positive")
    w = np.array(w0, dtype=float)
    trajectory = np.empty((n_steps, w.size))
    for t in range(n_steps):
        w = w - lr * gradient(w)
        trajectory[t] = w
    return trajectory


@wrong_answer("gradient_descent", cause="only negative lr is refused, lr = 0 passes")
def descent_allows_zero_rate(gradient, w0, lr, n_steps):
    if lr < 0:
        raise ValueError("lr must be positive")
    out = np.zeros((n_steps + 1, len(w0)))
    out[0] = w0
    for t in range(n_steps):
        out[t + 1] = out[t] - lr * gradient(out[t])
    return out


@wrong_answer("gradient_descent", cause="the gradient is normalized to length 1 before the step")
def descent_unit_steps(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        g = np.asarray(gradient(w))
        length = np.linalg.norm(g)
        if length > 0:
            g = g / length
        w = w - lr * g
        path.append(w)
    return np.array(path)


@wrong_answer(
    "gradient_descent",
    cause="the trajectory has the dtype of w0: weights are truncated for integer w0",
)
def descent_trajectory_of_integers(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w0 = np.array(w0)
    traj = np.zeros((n_steps + 1,) + w0.shape, dtype=w0.dtype)
    traj[0] = w0
    for t in range(1, n_steps + 1):
        traj[t] = traj[t - 1] - lr * gradient(traj[t - 1])
    return traj


# --- minibatches ---


@wrong_answer("minibatches", cause="no shuffling: the indices come in order 0, 1, 2, ...")
def batches_in_order(n, batch_size, rng):
    indices = np.arange(n)
    for start in range(0, n, batch_size):
        yield indices[start : start + batch_size]


@wrong_answer("minibatches", cause="draws with replacement: indices repeat and others are missing")
def batches_with_replacement(n, batch_size, rng):
    left = n
    while left > 0:
        size = min(batch_size, left)
        yield rng.integers(0, n, size=size)
        left -= size


@wrong_answer(
    "minibatches", cause="shuffles by NumPy's global np.random instead of the argument rng"
)
def batches_from_global_random(n, batch_size, rng):
    idx = np.arange(n)
    np.random.shuffle(idx)
    for i in range(0, n, batch_size):
        yield idx[i : i + batch_size]


@wrong_answer("minibatches", cause="slice ends one too early: each batch lacks its last index")
def batches_slice_too_short(n, batch_size, rng):
    order = rng.permutation(n)
    for start in range(0, n, batch_size):
        end = min(start + batch_size, n)
        yield order[start : end - 1]


@wrong_answer(
    "minibatches", cause="n // batch_size + 1 batches: an empty one at the end if n is a multiple"
)
def batches_empty_at_end(n, batch_size, rng):
    shuffled = rng.permutation(n)
    n_batches = n // batch_size + 1
    for k in range(n_batches):
        yield shuffled[k * batch_size : (k + 1) * batch_size]


@wrong_answer(
    "minibatches", cause="splits into batch_size batches instead of batches of batch_size"
)
def batches_number_for_size(n, batch_size, rng):
    order = rng.permutation(n)
    size = int(np.ceil(n / batch_size))
    for start in range(0, n, size):
        yield order[start : start + size]


# --- sgd ---


@wrong_answer("sgd", cause="each step uses the gradient of all samples instead of the batch")
def sgd_full_gradient(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, float), np.asarray(y, float)
    w = np.array(w0, dtype=float)
    history = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(w, X, y)
        history.append(w)
    return np.array(history)


@wrong_answer("sgd", cause="the gradients of the batch are summed, not divided by its size")
def sgd_sum_over_batch(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.array(X, dtype=float), np.array(y, dtype=float)
    w = np.array(w0, dtype=float)
    out = [w.copy()]
    for epoch in range(n_epochs):
        for idx in minibatches(X.shape[0], batch_size, rng):
            xb, yb = X[idx], y[idx]
            w = w - lr * xb.T @ (xb @ w - yb)
        out.append(w.copy())
    return np.stack(out)


@wrong_answer("sgd", cause="divides by the number of all samples instead of the size of the batch")
def sgd_divides_by_all(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, float), np.asarray(y, float)
    n, d = X.shape
    trajectory = np.zeros((n_epochs + 1, d))
    trajectory[0] = w0
    for e in range(n_epochs):
        w = trajectory[e].copy()
        for b in minibatches(n, batch_size, rng):
            w -= lr / n * X[b].T.dot(X[b].dot(w) - y[b])
        trajectory[e + 1] = w
    return trajectory


@wrong_answer("sgd", cause="records the weights after each iteration instead of each epoch")
def sgd_records_every_iteration(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, float), np.asarray(y, float)
    w = np.array(w0, float)
    trajectory = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(X), batch_size, rng):
            w = w - lr * mse_gradient(w, X[batch], y[batch])
            trajectory.append(w)
    return np.array(trajectory)


@wrong_answer("sgd", cause="all gradients of an epoch are taken at the weights it started with")
def sgd_gradients_at_start_of_epoch(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, float), np.asarray(y, float)
    traj = [np.array(w0, float)]
    for _ in range(n_epochs):
        old = traj[-1]
        new = old.copy()
        for i in minibatches(len(y), batch_size, rng):
            new -= lr * mse_gradient(old, X[i], y[i])
        traj.append(new)
    return np.array(traj)


@wrong_answer("sgd", cause="break after the first batch: one step an epoch")
def sgd_first_batch_only(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, float), np.asarray(y, float)
    w = np.array(w0, float)
    trajectory = [w]
    for _ in range(n_epochs):
        batch = next(iter(minibatches(len(X), batch_size, rng)))
        w = w - lr * mse_gradient(w, X[batch], y[batch])
        trajectory.append(w)
    return np.array(trajectory)
