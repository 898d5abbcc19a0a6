"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

# --- mse ---


@misconception(
    "mse",
    says="you divide by another number than that of the samples: n - 1, or that of the features",
)
def mse_divides_by_length_of_w(w, X, y):
    w = np.asarray(w, dtype=float)
    X = np.asarray(X, dtype=float)
    m = len(w)
    return np.sum((X @ w - np.asarray(y)) ** 2) / (2 * m)


@misconception(
    "mse",
    says="the expression / 2 * n multiplies by the number of samples",
)
def mse_precedence_of_two_n(w, X, y):
    X = np.asarray(X, float)
    n = X.shape[0]
    r = X @ np.asarray(w, float) - np.asarray(y, float)
    return r @ r / 2 * n


@misconception(
    "mse",
    says="a column meets a flat array, so every sample is paired with every other",
)
def mse_column_of_targets(w, X, y):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float).reshape(-1, 1)
    pred = X.dot(np.asarray(w, dtype=float))
    return ((pred - y) ** 2).mean() / 2


@misconception(
    "mse",
    says="the last weight is added as it is, without the last column of X",
)
def mse_last_weight_is_intercept(w, X, y):
    X, y, w = np.asarray(X, float), np.asarray(y, float), np.asarray(w, float)
    slope, intercept = w[:-1], w[-1]
    y_hat = X[:, :-1] @ slope + intercept
    return np.mean((y_hat - y) ** 2) / 2


@misconception(
    "mse",
    says=("the mean error is subtracted before squaring, so you return half the variance"),
)
def mse_variance_of_errors(w, X, y):
    errors = np.dot(X, w) - y
    return 0.5 * np.var(errors)


@misconception(
    "mse",
    says="you divide by another number than that of the samples: n - 1, or that of the features",
)
def mse_bessel(w, X, y):
    residuals = np.dot(X, w) - np.asarray(y)
    n = len(residuals)
    return np.sum(np.square(residuals)) / (2 * (n - 1))


# --- mse_gradient ---


@misconception(
    "mse_gradient",
    says="the factor ½ of the loss is still in your gradient",
)
def gradient_keeps_half(w, X, y):
    X = np.array(X, dtype=float)
    n, d = X.shape
    error = X.dot(np.array(w)) - np.array(y)
    return X.T.dot(error) / (2 * n)


@misconception(
    "mse_gradient",
    says="the errors are averaged on their own, not each together with its own input",
)
def gradient_mean_times_mean(w, X, y):
    X = np.asarray(X, float)
    error = X @ np.asarray(w, float) - np.asarray(y, float)
    return error.mean() * X.mean(axis=0)


@misconception(
    "mse_gradient",
    says="the errors are averaged on their own, not each together with its own input",
)
def gradient_without_inputs(w, X, y):
    error = np.dot(X, w) - np.asarray(y)
    grad = np.empty(len(w))
    for j in range(len(w)):
        grad[j] = np.mean(error)
    return grad


@misconception(
    "mse_gradient",
    says="the error is squared in the gradient, as it is in the loss",
)
def gradient_of_squared_error(w, X, y):
    X = np.asarray(X, dtype=float)
    sq = (X @ np.asarray(w, dtype=float) - np.asarray(y, dtype=float)) ** 2
    return X.T @ sq / len(sq)


@misconception(
    "mse_gradient",
    says="return stands inside the loop, so only the first sample counts",
)
def gradient_returns_after_first_sample(w, X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    n, d = X.shape
    grad = np.zeros(d)
    for i in range(n):
        grad += (np.dot(X[i], w) - y[i]) * X[i] / n
        return grad


@misconception(
    "mse_gradient",
    says=("the weights change between the samples, so later errors belong to other weights"),
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


@misconception(
    "least_squares",
    says=("small extra terms pull the weights toward 0, though the plain minimum is asked for"),
)
def least_squares_small_ridge(X, y):
    X = np.asarray(X, dtype=float)
    d = X.shape[1]
    A = np.vstack([X, np.sqrt(1e-3) * np.eye(d)])
    t = np.concatenate([np.asarray(y, dtype=float), np.zeros(d)])
    return np.linalg.lstsq(A, t, rcond=None)[0]


@misconception(
    "least_squares",
    says="a column of ones or a subtraction of means brings in a constant of your own",
)
def least_squares_centered(X, y):
    X = np.asarray(X, float)
    y = np.asarray(y, float)
    Xc = X - X.mean(axis=0)
    yc = y - y.mean()
    return np.linalg.pinv(Xc) @ yc


@misconception(
    "least_squares",
    says="the columns are scaled before the fit, and the weights are not scaled back",
)
def least_squares_scaled_columns(X, y):
    X = np.asarray(X, dtype=float)
    norms = np.linalg.norm(X, axis=0)
    norms[norms == 0] = 1
    Xs = X / norms
    return np.linalg.lstsq(Xs, np.asarray(y, dtype=float), rcond=None)[0]


@misconception(
    "least_squares",
    says="your gradient descent stops before it has reached the minimum",
)
def least_squares_by_gradient_steps(X, y):
    X, y = np.asarray(X, float), np.asarray(y, float)
    n, d = X.shape
    w = np.zeros(d)
    lr = 1 / np.linalg.eigvalsh(X.T @ X / n).max()
    for _ in range(100):
        w = w - lr * X.T @ (X @ w - y) / n
    return w


@misconception(
    "least_squares",
    says="your tolerance rcond is so large that directions that matter are thrown away",
)
def least_squares_coarse_cutoff(X, y):
    X = np.asarray(X, dtype=np.float64)
    y = np.asarray(y, dtype=np.float64)
    solution = np.linalg.lstsq(X, y, rcond=0.1)
    return solution[0]


@misconception(
    "least_squares",
    says="what comes back is X.T @ y: the singular values are multiplied in, or not divided out",
)
def least_squares_multiplies_by_singular_values(X, y):
    U, S, Vh = np.linalg.svd(np.asarray(X, float), full_matrices=False)
    return Vh.T @ (S * (U.T @ np.asarray(y, float)))


# --- gradient_descent ---


@misconception(
    "gradient_descent",
    says="the same array is appended every time, so all rows show the last weights",
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


@misconception(
    "gradient_descent",
    says="the gradient is computed once, at the start, and never again",
)
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


@misconception(
    "gradient_descent",
    says="you change the array that the caller handed in, not a copy of it",
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


@misconception(
    "gradient_descent",
    says="the learning rate shrinks from step to step instead of staying as given",
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


@misconception(
    "gradient_descent",
    says=("every step carries on 0.9 of the step before, which plain gradient descent does not do"),
)
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


@misconception(
    "gradient_descent",
    says=(
        "the weights change one after the other, so later ones see a gradient at changed weights"
    ),
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


# --- stable_learning_rate ---


@formula("stable_learning_rate")
def rate_by_eigenvalues(X):
    X = np.asarray(X, dtype=float)
    largest = np.linalg.eigvalsh(X.T @ X / len(X)).max()
    return 2 / largest if largest > 0 else np.inf


@formula("stable_learning_rate")
def rate_by_general_eigenvalues(X):
    X = np.asarray(X, dtype=float)
    values = np.linalg.eig(X.T @ X)[0].real / len(X)
    largest = max(values)
    if largest == 0:
        return np.inf
    return 2 / largest


@formula("stable_learning_rate")
def rate_by_the_spectral_norm(X):
    X = np.asarray(X, dtype=float)
    norm = np.linalg.norm(X.T @ X, 2)
    if norm == 0:
        return np.inf
    return 2 * len(X) / norm


@formula("stable_learning_rate")
def rate_by_singular_values(X):
    X = np.asarray(X, dtype=float)
    s = np.linalg.svd(X, compute_uv=False)
    if s[0] == 0:
        return np.inf
    return 2 * len(X) / s[0] ** 2


@misconception(
    "stable_learning_rate",
    says="your quotient is upside down: the rate grows with the curvature",
)
def rate_upside_down(X):
    X = np.asarray(X, dtype=float)
    return np.linalg.eigvalsh(X.T @ X / len(X)).max() / 2


@misconception(
    "stable_learning_rate",
    says="you return the largest eigenvalue, not the rate that it allows",
)
def rate_is_the_largest_eigenvalue(X):
    X = np.asarray(X, dtype=float)
    return np.linalg.eigvalsh(X.T @ X / len(X)).max()


@misconception(
    "stable_learning_rate",
    says="you divide by the number of columns in place of the samples",
)
def rate_divided_by_the_columns(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 2 / np.linalg.eigvalsh(X.T @ X / X.shape[1]).max()


@misconception(
    "stable_learning_rate",
    says="you divide by n - 1 in place of n",
)
def rate_divided_by_one_sample_less(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 2 / np.linalg.eigvalsh(X.T @ X / (len(X) - 1)).max()


@misconception(
    "stable_learning_rate",
    says="you take the curvature twice as large, as if the loss had no ½",
)
def rate_for_the_mean_without_the_half(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 2 / np.linalg.eigvalsh(2 * X.T @ X / len(X)).max()


@misconception(
    "stable_learning_rate",
    says="you center the columns first: np.cov takes their means away",
)
def rate_of_the_covariance(X):
    X = np.asarray(X, dtype=float)
    C = np.cov(X, rowvar=False)
    with np.errstate(divide="ignore"):
        return 2 / np.linalg.eigvalsh(np.atleast_2d(C)).max()


@misconception(
    "stable_learning_rate",
    says="you divide by the largest entry of the matrix, not by the largest eigenvalue",
)
def rate_of_the_largest_entry(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 2 / np.max(np.abs(X.T @ X / len(X)))


@misconception(
    "stable_learning_rate",
    says="you take the largest single sample, whose square is above the mean of all",
)
def rate_of_the_longest_sample(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 2 / np.max(np.sum(X**2, axis=1))


@misconception(
    "stable_learning_rate",
    says="you take the largest column alone, and columns add up",
)
def rate_of_the_longest_column(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 2 / np.max(np.mean(X**2, axis=0))


@misconception(
    "stable_learning_rate",
    says="you divide by the root of the sum of all squared entries, not by the largest eigenvalue",
)
def rate_of_the_frobenius_norm(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 2 / np.linalg.norm(X.T @ X / len(X))


@misconception(
    "stable_learning_rate",
    says="you divide by the largest sum of a row, not by the largest eigenvalue",
)
def rate_of_the_largest_row_sum(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 2 / np.linalg.norm(X.T @ X / len(X), np.inf)


@misconception(
    "stable_learning_rate",
    says="you divide by the condition number, not by the largest eigenvalue",
)
def rate_of_the_condition_number(X):
    X = np.asarray(X, dtype=float)
    values = np.linalg.eigvalsh(X.T @ X / len(X))
    with np.errstate(all="ignore"):
        return 2 * values[0] / values[-1]


@misconception(
    "stable_learning_rate",
    says="you divide by the determinant, which is the product of all eigenvalues",
)
def rate_of_the_determinant(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 2 / np.linalg.det(X.T @ X / len(X))


@misconception(
    "stable_learning_rate",
    says="you divide by the mean of the eigenvalues, not by the largest",
)
def rate_of_the_mean_eigenvalue(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 2 / np.linalg.eigvalsh(X.T @ X / len(X)).mean()


@misconception(
    "stable_learning_rate",
    says="you divide by the root of the largest eigenvalue",
)
def rate_of_the_root(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 2 / np.sqrt(np.linalg.eigvalsh(X.T @ X / len(X)).max())


@misconception(
    "stable_learning_rate",
    says="you return a little less than the limit, but the limit itself is asked for",
)
def rate_a_little_below(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 0.99 * 2 / np.linalg.eigvalsh(X.T @ X / len(X)).max()


@misconception(
    "stable_learning_rate",
    says="your result is never above 1, though the limit may be",
)
def rate_of_one_at_most(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return min(1.0, 2 / np.linalg.eigvalsh(X.T @ X / len(X)).max())


@misconception(
    "stable_learning_rate",
    says="you take the smallest eigenvalue above 0, which belongs to the flattest direction",
)
def rate_of_the_smallest_that_is_positive(X):
    X = np.asarray(X, dtype=float)
    values = np.linalg.eigvalsh(X.T @ X / len(X))
    values = values[values > 1e-9]
    return 2 / values.min() if len(values) else np.inf


@misconception(
    "stable_learning_rate",
    says="where X is zero you return nan, though every rate will do",
)
def rate_nan_for_nothing(X):
    X = np.asarray(X, dtype=float)
    values = np.linalg.eigvalsh(X.T @ X / len(X))
    return 2 / values.max() if values.max() > 0 else np.nan


@misconception(
    "stable_learning_rate",
    says="where columns depend on each other you return inf, though some direction sets a limit",
)
def rate_none_where_columns_depend(X):
    X = np.asarray(X, dtype=float)
    if np.linalg.matrix_rank(X) < X.shape[1]:
        return np.inf
    return 2 / np.linalg.eigvalsh(X.T @ X / len(X)).max()


@misconception(
    "stable_learning_rate",
    says="where columns depend on each other you return 0, as if level directions allowed no rate",
)
def rate_zero_where_columns_depend(X):
    X = np.asarray(X, dtype=float)
    if np.linalg.matrix_rank(X) < X.shape[1]:
        return 0.0
    return 2 / np.linalg.eigvalsh(X.T @ X / len(X)).max()


# --- minibatches ---


@misconception(
    "minibatches",
    says="the last, shorter batch is dropped",
)
def batches_drop_last(n, batch_size, rng):
    order = rng.permutation(n)
    for b in range(n // batch_size):
        yield order[b * batch_size : (b + 1) * batch_size]


@misconception(
    "minibatches",
    says="the shuffle does not come from rng but from a generator of your own",
)
def batches_own_seed(n, batch_size, rng):
    rng = np.random.default_rng(0)
    perm = rng.permutation(n)
    start = 0
    while start < n:
        yield perm[start : start + batch_size]
        start += batch_size


@misconception(
    "minibatches",
    says="the last batch is filled up with indices that have already come",
)
def batches_wrap_around(n, batch_size, rng):
    order = rng.permutation(n)
    for start in range(0, n, batch_size):
        yield np.take(order, np.arange(start, start + batch_size), mode="wrap")


@misconception(
    "minibatches",
    says="the sizes are balanced, so batches before the last are not full",
)
def batches_balanced_sizes(n, batch_size, rng):
    pieces = -(-n // batch_size)
    yield from np.array_split(rng.permutation(n), pieces)


@misconception(
    "minibatches",
    says="the indices are shuffled only within consecutive blocks, not all together",
)
def batches_shuffled_inside(n, batch_size, rng):
    for start in range(0, n, batch_size):
        block = np.arange(start, min(start + batch_size, n))
        rng.shuffle(block)
        yield block


@misconception(
    "minibatches",
    says="your indices run from 1 to n and not from 0",
)
def batches_from_one(n, batch_size, rng):
    deck = np.arange(1, n + 1)
    rng.shuffle(deck)
    for start in range(0, n, batch_size):
        yield deck[start : start + batch_size]


# --- sgd ---


@misconception(
    "sgd",
    says="the gradient of the last, shorter batch is divided by the full batch_size",
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


@misconception(
    "sgd",
    says="the samples are shuffled only once, so all epochs have the same batches",
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


@misconception(
    "sgd",
    says=("later epochs add nothing: each starts again from w0, or finds no batches left"),
)
def sgd_restarts_each_epoch(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, float), np.asarray(y, float)
    trajectory = [np.array(w0, float)]
    for _ in range(n_epochs):
        w = np.array(w0, float)
        for batch in minibatches(len(X), batch_size, rng):
            w = w - lr * mse_gradient(w, X[batch], y[batch])
        trajectory.append(w)
    return np.array(trajectory)


@misconception(
    "sgd",
    says="the rows of X are shuffled but their targets are not",
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


@misconception(
    "sgd",
    says="the same array is appended every time, so all rows show the last weights",
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


@misconception(
    "sgd",
    says="the indices are drawn with repetition, so some come twice and others never",
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


# --- formulas as textbooks write them ---


@formula("mse")
def mse_as_a_sum(w, X, y):
    e = np.asarray(X) @ np.asarray(w) - np.asarray(y)
    return np.sum(e**2) / (2 * len(y))


@formula("mse_gradient")
def mse_gradient_as_a_mean(w, X, y):
    X = np.asarray(X, dtype=float)
    e = X @ np.asarray(w) - np.asarray(y)
    return np.mean(e[:, None] * X, axis=0)


@formula("mse_gradient")
def mse_gradient_by_a_loop(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    g = np.zeros(len(w))
    for x_i, y_i in zip(X, y):
        g = g + (x_i @ w - y_i) * x_i
    return g / len(y)


@formula("least_squares")
def least_squares_by_the_normal_equations(X, y):
    X = np.asarray(X, dtype=float)
    return np.linalg.solve(X.T @ X, X.T @ np.asarray(y))


@formula("least_squares")
def least_squares_by_the_inverse(X, y):
    X = np.asarray(X, dtype=float)
    return np.linalg.inv(X.T @ X) @ X.T @ np.asarray(y)


@formula("gradient_descent")
def descent_into_a_table(gradient, w0, lr, n_steps):
    w = np.array(w0, dtype=float)
    path = np.zeros((n_steps + 1, len(w)))
    path[0] = w
    for t in range(n_steps):
        w = w - lr * gradient(w)
        path[t + 1] = w
    return path


@formula("gradient_descent")
def descent_into_a_list(gradient, w0, lr, n_steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for t in range(n_steps):
        w = w - lr * gradient(w)
        path.append(w)
    return np.array(path)


@formula("sgd")
def sgd_into_a_list(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = np.asarray(X, dtype=float), np.asarray(y, dtype=float), np.array(w0, dtype=float)
    path = [w]
    for epoch in range(n_epochs):
        for batch in minibatches(len(X), batch_size, rng):
            e = X[batch] @ w - y[batch]
            w = w - lr * X[batch].T @ e / len(batch)
        path.append(w)
    return np.array(path)


# --- mse, more ---


@misconception(
    "mse",
    says="the loss is divided by the number of samples twice",
)
def mse_mean_twice(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X @ w - y) ** 2) / (2 * len(y))


@misconception(
    "mse",
    says="the squared errors are only added up: neither the mean nor the half is taken",
)
def mse_plain_sum(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2)


@misconception(
    "mse",
    says="the factor ½ enters twice, or stands inside the square",
)
def mse_quarter(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(((X @ w - y) / 2) ** 2)


@misconception(
    "mse",
    says="the squares are divided by the number of all entries of X, without the half",
)
def mse_mean_over_entries_without_half(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / X.size


@misconception(
    "mse",
    says="the length of the vector of errors is used without being squared",
)
def mse_norm(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.linalg.norm(X @ w - y) / (2 * len(y))


@misconception(
    "mse",
    says="the length of the vector of errors comes back",
)
def mse_norm_alone(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.linalg.norm(X @ w - y)


@misconception(
    "mse",
    says="the square root of the mean square is taken",
)
def mse_rms(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sqrt(np.mean((X @ w - y) ** 2))


@misconception(
    "mse",
    says="the absolute values of the errors are averaged and not their squares",
)
def mse_absolute_without_half(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(np.abs(X @ w - y))


@misconception(
    "mse",
    says="the errors are not squared, so that they cancel each other",
)
def mse_errors_unsquared(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(X @ w - y) / 2


@misconception(
    "mse",
    says="the errors are not squared, so that they cancel each other",
)
def mse_errors_unsquared_turned(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(y - X @ w) / 2


@misconception(
    "mse",
    says="the errors are not squared, so that they cancel each other",
)
def mse_errors_unsquared_without_half(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(X @ w - y)


@misconception(
    "mse",
    says="the whole loss has its sign turned",
)
def mse_negative(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return -np.mean((X @ w - y) ** 2) / 2


@misconception(
    "mse",
    says="the errors are raised to the third power, not to the second",
)
def mse_cube(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(np.abs(X @ w - y) ** 3) / 2


@misconception(
    "mse",
    says="the errors are squared twice",
)
def mse_fourth(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X @ w - y) ** 4) / 2


@misconception(
    "mse",
    says="prediction and target are added, where their difference is wanted",
)
def mse_plus(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X @ w + y) ** 2) / 2


@misconception(
    "mse",
    says="prediction and target are squared first and subtracted afterwards",
)
def mse_difference_of_squares(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X @ w) ** 2 - y**2) / 2


@misconception(
    "mse",
    says="the errors are added up first and squared afterwards",
)
def mse_square_of_sum(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(X @ w - y) ** 2 / (2 * len(y))


@misconception(
    "mse",
    says="only the target is squared, not the whole difference",
)
def mse_square_on_target(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(X @ w - y**2) / 2


@misconception(
    "mse",
    says="the median of the squares is taken, not their mean",
)
def mse_median(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.median((X @ w - y) ** 2) / 2


@misconception(
    "mse",
    says="only the sample with the largest error counts",
)
def mse_largest(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.max((X @ w - y) ** 2) / 2


@misconception(
    "mse",
    says="return stands inside the loop, or only the first sample is looked at",
)
def mse_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X[0] @ w - y[0]) ** 2 / 2


@misconception(
    "mse",
    says="return stands inside the loop, so only the first sample counts",
)
def mse_first_over_n(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X[0] @ w - y[0]) ** 2 / (2 * len(y))


@misconception(
    "mse",
    says="only the last sample counts",
)
def mse_last(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X[-1] @ w - y[-1]) ** 2 / 2


@misconception(
    "mse",
    says="each sample overwrites the sum, so only the last one counts",
)
def mse_last_over_n(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X[-1] @ w - y[-1]) ** 2 / (2 * len(y))


@misconception(
    "mse",
    says="the last sample is left out",
)
def mse_without_last(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X[:-1] @ w - y[:-1]) ** 2) / (2 * len(y))


@misconception(
    "mse",
    says="the first sample is left out",
)
def mse_without_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X[1:] @ w - y[1:]) ** 2) / (2 * len(y))


@misconception(
    "mse",
    says="the last column of X is left out of the prediction",
)
def mse_bias_left_out(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X[:, :-1] @ w[:-1] - y) ** 2) / 2


@misconception(
    "mse",
    says="the first weight is added as it is, without the first column of X",
)
def mse_bias_in_front(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X[:, 1:] @ w[1:] + w[0] - y) ** 2) / 2


@misconception(
    "mse",
    says="a constant 1 is added to every prediction",
)
def mse_own_bias(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X @ w + 1 - y) ** 2) / 2


@misconception(
    "mse",
    says="only the first feature enters the prediction",
)
def mse_first_feature(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X[:, 0] * w[0] - y) ** 2) / 2


@misconception(
    "mse",
    says="the weights are not used: the inputs are simply added up",
)
def mse_sum_of_inputs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X.sum(axis=1) - y) ** 2) / 2


@misconception(
    "mse",
    says="the products of weights and inputs are averaged, not summed, in the prediction",
)
def mse_mean_of_products(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X @ w / len(w) - y) ** 2) / 2


@misconception(
    "mse",
    says="every product of weight and input is compared with the target by itself",
)
def mse_each_product(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X * w - y[:, None]) ** 2) / 2


@misconception(
    "mse",
    says="a column meets a flat array, so every sample is paired with every other",
)
def mse_every_pair_sum(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(((X @ w)[:, None] - y) ** 2) / (2 * len(y))


@misconception(
    "mse",
    says="a penalty on the weights is added to the loss",
)
def mse_penalty(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X @ w - y) ** 2) / 2 + 0.5 * w @ w


@misconception(
    "mse",
    says="a penalty on the weights is added to the loss",
)
def mse_small_penalty(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X @ w - y) ** 2) / 2 + 0.5e-2 * w @ w


@misconception(
    "mse",
    says="the errors are divided by the targets, so that relative errors are averaged",
)
def mse_relative(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(((X @ w - y) / np.where(y == 0, 1, y)) ** 2) / 2


@misconception(
    "mse",
    says="the squares are divided by the variance of the targets, which gives a share",
)
def mse_of_variance(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / max(np.sum((y - y.mean()) ** 2), 1e-300)


@misconception(
    "mse",
    says="the mean prediction is compared with each target, not each with its own",
)
def mse_mean_prediction(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((np.mean(X @ w) - y) ** 2) / 2


@misconception(
    "mse",
    says="each prediction is compared with the mean target, not with its own",
)
def mse_mean_target(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X @ w - np.mean(y)) ** 2) / 2


@misconception(
    "mse",
    says="predictions and targets are sorted, so they no longer belong together",
)
def mse_sorted(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((np.sort(X @ w) - np.sort(y)) ** 2) / 2


@misconception(
    "mse",
    says="large errors are not squared but enter as they are",
)
def mse_huber(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    e = np.abs(X @ w - y)
    return np.mean(np.where(e <= 1, e**2 / 2, e - 0.5))


@misconception(
    "mse",
    says="errors of one sign count as 0",
)
def mse_positive_only(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(np.maximum(X @ w - y, 0) ** 2) / 2


@misconception(
    "mse",
    says="the result is rounded to a few decimals",
)
def mse_rounded(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.round(np.mean((X @ w - y) ** 2) / 2, 4)


@misconception(
    "mse",
    says="the result is rounded to a few decimals",
)
def mse_roughly_rounded(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.round(np.mean((X @ w - y) ** 2) / 2, 2)


@misconception(
    "mse",
    says="the predictions are rounded to whole numbers",
)
def mse_whole_predictions(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((np.round(X @ w) - y) ** 2) / 2


@misconception(
    "mse",
    says="the mean is a whole number: what is left of the division is cut off",
)
def mse_whole_division(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) // (2 * len(y))


@misconception(
    "mse",
    says="a sigmoid is applied to the predictions",
)
def mse_of_sigmoid(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((1 / (1 + np.exp(-(X @ w))) - y) ** 2) / 2


@misconception(
    "mse",
    says="the prediction is left out: only the targets are squared",
)
def mse_target_alone(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(y**2) / 2


@misconception(
    "mse",
    says="the targets are left out: only the predictions are squared",
)
def mse_prediction_alone(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X @ w) ** 2) / 2


@misconception(
    "mse",
    says="you divide by n + 1 and not by the number of samples",
)
def mse_n_plus_one(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * (len(y) + 1))


@misconception(
    "mse",
    says="the loss is divided by the number of samples minus that of the weights",
)
def mse_degrees_of_freedom(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * max(len(y) - len(w), 1))


@formula("mse")
def mse_by_a_loop(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    total = 0.0
    for i in range(len(y)):
        total += (np.dot(X[i], w) - y[i]) ** 2
    return total / (2 * len(y))


@formula("mse")
def mse_as_a_dot_product(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    r = y - X @ w
    return r @ r / (2 * len(y))


@formula("mse")
def mse_by_a_norm(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.linalg.norm(X @ w - y) ** 2 / (2 * len(y))


# --- mse_gradient, more ---


@misconception(
    "mse_gradient",
    says=("you divide by another number than that of the samples: n - 1, or that of the features"),
)
def mg_over_features(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(w)


@misconception(
    "mse_gradient",
    says=("you divide by another number than that of the samples: n - 1, or that of the features"),
)
def mg_bessel(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / max(len(y) - 1, 1)


@misconception(
    "mse_gradient",
    says="the gradient is divided by the number of samples twice",
)
def mg_mean_twice(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) ** 2


@misconception(
    "mse_gradient",
    says="the gradient is twice the sum: neither the ½ nor the mean is taken into account",
)
def mg_sum_and_two(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return 2 * X.T @ (X @ w - y)


@misconception(
    "mse_gradient",
    says="the gradient is multiplied by the number of samples, not divided by it",
)
def mg_times_n(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) * len(y)


@misconception(
    "mse_gradient",
    says="the target is left out: the prediction stands where the error belongs",
)
def mg_no_target(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w) / len(y)


@misconception(
    "mse_gradient",
    says="the prediction is left out: only the target is multiplied with the input",
)
def mg_no_prediction(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return -X.T @ y / len(y)


@misconception(
    "mse_gradient",
    says="prediction and target are added, where their difference is wanted",
)
def mg_plus(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w + y) / len(y)


@misconception(
    "mse_gradient",
    says="the sign of the errors is lost",
)
def mg_absolute(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ np.abs(X @ w - y) / len(y)


@misconception(
    "mse_gradient",
    says="only the signs of the errors count, as for absolute errors",
)
def mg_signs_of_errors(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ np.sign(X @ w - y) / len(y)


@misconception(
    "mse_gradient",
    says="the loss of each sample stands where its error belongs",
)
def mg_half_square(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ ((X @ w - y) ** 2 / 2) / len(y)


@misconception(
    "mse_gradient",
    says="the last factor is the weight, where the input belongs",
)
def mg_weights_for_inputs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(X @ w - y) * w


@misconception(
    "mse_gradient",
    says="the inputs enter squared",
)
def mg_squared_inputs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X**2).T @ (X @ w - y) / len(y)


@misconception(
    "mse_gradient",
    says="the sign of the inputs is lost",
)
def mg_absolute_inputs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.abs(X).T @ (X @ w - y) / len(y)


@misconception(
    "mse_gradient",
    says="each entry is multiplied by its weight as well",
)
def mg_times_w(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return w * (X.T @ (X @ w - y)) / len(y)


@misconception(
    "mse_gradient",
    says="the weights are added to the gradient, as a penalty would do",
)
def mg_plus_w(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + w


@misconception(
    "mse_gradient",
    says="the weights times a small number are added, as a penalty would do",
)
def mg_small_penalty(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + 0.01 * w


@misconception(
    "mse_gradient",
    says="the weights after a step come back, not the gradient",
)
def mg_step(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return w - X.T @ (X @ w - y) / len(y)


@misconception(
    "mse_gradient",
    says="the gradient is divided by its length",
)
def mg_unit(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = X.T @ (X @ w - y)
    return g / max(np.linalg.norm(g), 1e-300)


@misconception(
    "mse_gradient",
    says="only the signs of the gradient come back",
)
def mg_signs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sign(X.T @ (X @ w - y))


@misconception(
    "mse_gradient",
    says="only the first sample counts",
)
def mg_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X[0] @ w - y[0]) * X[0]


@misconception(
    "mse_gradient",
    says="only the last sample counts",
)
def mg_last(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X[-1] @ w - y[-1]) * X[-1]


@misconception(
    "mse_gradient",
    says="each sample overwrites the gradient, so only the last one counts",
)
def mg_last_over_n(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X[-1] @ w - y[-1]) * X[-1] / len(y)


@misconception(
    "mse_gradient",
    says="the first sample is left out",
)
def mg_without_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X[1:].T @ (X[1:] @ w - y[1:]) / len(y)


@misconception(
    "mse_gradient",
    says="the last sample is left out",
)
def mg_without_last(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X[:-1].T @ (X[:-1] @ w - y[:-1]) / len(y)


@misconception(
    "mse_gradient",
    says="the last entry, that of the bias, is left at 0",
)
def mg_bias_zero(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = X.T @ (X @ w - y) / len(y)
    g[-1] = 0.0
    return g


@misconception(
    "mse_gradient",
    says="the last entry takes no account of the last column of X",
)
def mg_bias_by_itself(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    e = X @ w - y
    g = X.T @ e / len(y)
    g[-1] = np.mean(e)
    return g


@misconception(
    "mse_gradient",
    says="the last entry is summed over the samples and not averaged, unlike the others",
)
def mg_bias_summed(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = X.T @ (X @ w - y) / len(y)
    g[-1] = g[-1] * len(y)
    return g


@misconception(
    "mse_gradient",
    says="the last weight is left out of the predictions",
)
def mg_bias_left_out(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X[:, :-1] @ w[:-1] - y) / len(y)


@misconception(
    "mse_gradient",
    says="the entries stand in reversed order",
)
def mg_reversed(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X.T @ (X @ w - y) / len(y))[::-1]


@misconception(
    "mse_gradient",
    says="the mean of the inputs is subtracted from them",
)
def mg_centered(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X - X.mean(axis=0)).T @ (X @ w - y) / len(y)


@misconception(
    "mse_gradient",
    says="the gradient is that of the square root of the loss",
)
def mg_root(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / (len(y) * max(np.sqrt(np.mean((X @ w - y) ** 2)), 1e-300))


@misconception(
    "mse_gradient",
    says="the gradient is divided by the loss",
)
def mg_divided_by_loss(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / (len(y) * max(np.mean((X @ w - y) ** 2) / 2, 1e-300))


@misconception(
    "mse_gradient",
    says="a sigmoid is applied to the predictions",
)
def mg_sigmoid(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (1 / (1 + np.exp(-(X @ w))) - y) / len(y)


@misconception(
    "mse_gradient",
    says="the errors are added up along the samples before they meet the inputs",
)
def mg_running_sum(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ np.cumsum(X @ w - y) / len(y)


@misconception(
    "mse_gradient",
    says="the errors are paired with the inputs in reversed order",
)
def mg_reversed_errors(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y)[::-1] / len(y)


@misconception(
    "mse_gradient",
    says="the sum so far is divided by n with every new sample",
)
def mg_running_division(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = np.zeros(len(w))
    for x, t in zip(X, y):
        g = (g + (x @ w - t) * x) / len(y)
    return g


@misconception(
    "mse_gradient",
    says=("in the expanded gradient only one of the two terms is divided by the number of samples"),
)
def mg_expanded_half(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ X @ w - X.T @ y / len(y)


@misconception(
    "mse_gradient",
    says=("in the expanded gradient only one of the two terms is divided by the number of samples"),
)
def mg_expanded_other_half(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ X @ w / len(y) - X.T @ y


@misconception(
    "mse_gradient",
    says="in the expanded gradient one of the two terms is twice as large as the other",
)
def mg_expanded_two(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X.T @ X @ w - 2 * X.T @ y) / len(y)


@misconception(
    "mse_gradient",
    says="in the expanded gradient one of the two terms is twice as large as the other",
)
def mg_expanded_two_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (2 * X.T @ X @ w - X.T @ y) / len(y)


@misconception(
    "mse_gradient",
    says="the results are rounded to a few decimals",
)
def mg_rounded(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.round(X.T @ (X @ w - y) / len(y), 4)


@misconception(
    "mse_gradient",
    says="you take a difference of losses at one side only, at weights that are not close",
)
def mg_wide_differences(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    h = 1e-2
    return np.array([(mse(w + h * e, X, y) - mse(w, X, y)) / h for e in np.eye(len(w))])


@misconception(
    "mse_gradient",
    says="you take a difference of losses at one side only, at weights that are not close",
)
def mg_forward_differences(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    h = 1e-4
    return np.array([(mse(w + h * e, X, y) - mse(w, X, y)) / h for e in np.eye(len(w))])


@misconception(
    "mse_gradient",
    says="you approximate the derivative by differences of nearby values, which costs digits",
)
def mg_small_differences(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    h = 1e-6
    return np.array([(mse(w + h * e, X, y) - mse(w, X, y)) / h for e in np.eye(len(w))])


@misconception(
    "mse_gradient",
    says="you approximate the derivative by differences of nearby values, which costs digits",
)
def mg_tiny_differences(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    h = 1e-7
    return np.array([(mse(w + h * e, X, y) - mse(w, X, y)) / h for e in np.eye(len(w))])


@formula("mse_gradient")
def mse_gradient_turned_twice(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    r = y - X @ w
    return -X.T @ r / len(y)


@formula("mse_gradient")
def mse_gradient_expanded(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X.T @ X @ w - X.T @ y) / len(y)


@formula("mse_gradient")
def mse_gradient_entry_by_entry(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = np.zeros(len(w))
    for j in range(len(w)):
        for i in range(len(y)):
            g[j] += (X[i] @ w - y[i]) * X[i, j] / len(y)
    return g


# --- least_squares, more ---


@misconception(
    "least_squares",
    says="your tolerance rcond is so large that directions that matter are thrown away",
)
def ls_coarse_pinv(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.pinv(X, rcond=1e-2) @ y


@misconception(
    "least_squares",
    says="your tolerance rcond is so large that directions that matter are thrown away",
)
def ls_fine_pinv(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.pinv(X, rcond=1e-4) @ y


@misconception(
    "least_squares",
    says="each column is fitted by itself, as if the columns were orthogonal",
)
def ls_correlations(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return X.T @ y / np.maximum(np.sum(X**2, axis=0), 1e-300)


@misconception(
    "least_squares",
    says="the matrix X.T @ X is multiplied, where the system should be solved",
)
def ls_multiplied(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return X.T @ X @ (X.T @ y)


@misconception(
    "least_squares",
    says="small extra terms pull the weights toward 0, though the plain minimum is asked for",
)
def ls_ridge_one(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.solve(X.T @ X + np.eye(X.shape[1]), X.T @ y)


@misconception(
    "least_squares",
    says="small extra terms pull the weights toward 0, though the plain minimum is asked for",
)
def ls_ridge_tenth(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.solve(X.T @ X + 0.1 * np.eye(X.shape[1]), X.T @ y)


@misconception(
    "least_squares",
    says="small extra terms pull the weights toward 0, though the plain minimum is asked for",
)
def ls_ridge_hundredth(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.solve(X.T @ X + 0.01 * np.eye(X.shape[1]), X.T @ y)


@misconception(
    "least_squares",
    says="small extra terms pull the weights toward 0, though the plain minimum is asked for",
)
def ls_ridge_6(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.solve(X.T @ X + 1e-6 * np.eye(X.shape[1]), X.T @ y)


@misconception(
    "least_squares",
    says="small extra terms pull the weights toward 0, though the plain minimum is asked for",
)
def ls_ridge_8(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.solve(X.T @ X + 1e-8 * np.eye(X.shape[1]), X.T @ y)


@misconception(
    "least_squares",
    says="small extra terms pull the weights toward 0, though the plain minimum is asked for",
)
def ls_ridge_10(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.solve(X.T @ X + 1e-10 * np.eye(X.shape[1]), X.T @ y)


@misconception(
    "least_squares",
    says="the matrix is a mean over the samples, while the right side is a sum",
)
def ls_ridge_mean(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.pinv(X.T @ X / len(y)) @ (X.T @ y)


@misconception(
    "least_squares",
    says="the right side is a mean over the samples, while the matrix is a sum",
)
def ls_rhs_mean(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.pinv(X.T @ X) @ (X.T @ y) / len(y)


@misconception(
    "least_squares",
    says="all weights have their sign turned",
)
def ls_sign(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return -np.linalg.lstsq(X, y, rcond=None)[0]


@misconception(
    "least_squares",
    says="the weights are twice as large as they should be",
)
def ls_double(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return 2 * np.linalg.lstsq(X, y, rcond=None)[0]


@misconception(
    "least_squares",
    says="the weights are half as large as they should be",
)
def ls_half(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.lstsq(X, y, rcond=None)[0] / 2


@misconception(
    "least_squares",
    says="the mean of the targets is subtracted before the fit",
)
def ls_centered_targets(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.lstsq(X, y - y.mean(), rcond=None)[0]


@misconception(
    "least_squares",
    says="a column of ones or a subtraction of means brings in a constant of your own",
)
def ls_centered_inputs(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.lstsq(X - X.mean(axis=0), y, rcond=None)[0]


@misconception(
    "least_squares",
    says="the columns are standardized before the fit, and the weights are not converted back",
)
def ls_standardized(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    s = X.std(axis=0)
    return np.linalg.lstsq((X - X.mean(axis=0)) / np.where(s > 0, s, 1), y, rcond=None)[0]


@misconception(
    "least_squares",
    says="the targets are divided by their length before the fit",
)
def ls_unit_targets(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.lstsq(X, y / max(np.linalg.norm(y), 1e-300), rcond=None)[0]


@misconception(
    "least_squares",
    says="the singular values are divided out twice",
)
def ls_squared_singular_values(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    return Vt.T @ (U.T @ y / np.maximum(s, 1e-12) ** 2)


@misconception(
    "least_squares",
    says="the matrix of right singular vectors is used without being transposed",
)
def ls_transposed_vt(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    w = np.zeros(X.shape[1])
    c = U.T @ y / np.maximum(s, 1e-12)
    w[: len(c)] = Vt[: len(c), : len(c)] @ c
    return w


@misconception(
    "least_squares",
    says="a solution with zeros comes back where there are many, not the shortest one",
)
def ls_basic(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    r = np.linalg.matrix_rank(X)
    chosen = []
    for j in range(X.shape[1]):
        if len(chosen) < r and np.linalg.matrix_rank(X[:, [*chosen, j]]) > len(chosen):
            chosen.append(j)
    w[chosen] = np.linalg.lstsq(X[:, chosen], y, rcond=None)[0]
    return w


@misconception(
    "least_squares",
    says="among many best weights one comes back that is not the shortest",
)
def ls_not_shortest(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.linalg.lstsq(X, y, rcond=None)[0]
    return w + (np.eye(len(w)) - np.linalg.pinv(X) @ X) @ np.ones(len(w))


@misconception(
    "least_squares",
    says="only as many samples as there are weights are used, and the others are ignored",
)
def ls_first_rows(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    d = X.shape[1]
    return np.linalg.pinv(X[:d]) @ y[:d]


@misconception(
    "least_squares",
    says="your gradient descent stops before it has reached the minimum",
)
def ls_gradient_steps_1000(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    lr = 1 / max(np.linalg.norm(X, 2) ** 2, 1e-300)
    for _ in range(1000):
        w = w - lr * X.T @ (X @ w - y)
    return w


@misconception(
    "least_squares",
    says="a single step of gradient descent is taken from 0",
)
def ls_one_gradient_step(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    lr = 1 / max(np.linalg.norm(X, 2) ** 2, 1e-300)
    return lr * X.T @ y


@misconception(
    "least_squares",
    says="your gradient descent stops before it has reached the minimum",
)
def ls_small_gradient_steps(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(100):
        w = w - 0.01 * mse_gradient(w, X, y)
    return w


@misconception(
    "least_squares",
    says="your gradient descent stops before it has reached the minimum",
)
def ls_many_small_gradient_steps(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(1000):
        w = w - 0.01 * mse_gradient(w, X, y)
    return w


@misconception(
    "least_squares",
    says="your gradient descent stops before it has reached the minimum",
)
def ls_few_tenth_gradient_steps(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    for _ in range(100):
        w = w - 0.1 * mse_gradient(w, X, y)
    return w


@misconception(
    "least_squares",
    says="you form X.T @ X, which costs half of the digits when columns are almost dependent",
)
def ls_digits_lost(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.lstsq(X.T @ X, X.T @ y, rcond=None)[0]


@misconception(
    "least_squares",
    says="you form X.T @ X, which costs half of the digits when columns are almost dependent",
)
def ls_digits_lost_by_pinv(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.pinv(X.T @ X) @ (X.T @ y)


@misconception(
    "least_squares",
    says="the fit is repeated with weights that make large errors count less",
)
def ls_residuals_weighted(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.linalg.lstsq(X, y, rcond=None)[0]
    r = 1 / (1 + np.abs(X @ w - y))
    return np.linalg.lstsq(X * r[:, None], y * r, rcond=None)[0]


@misconception(
    "least_squares",
    says="the weights are rounded to a few decimals",
)
def ls_rounded(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.round(np.linalg.lstsq(X, y, rcond=None)[0], 4)


@misconception(
    "least_squares",
    says="the weights are scaled to length 1",
)
def ls_unit(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.linalg.lstsq(X, y, rcond=None)[0]
    return w / max(np.linalg.norm(w), 1e-300)


@misconception(
    "least_squares",
    says="the weights come back in reversed order",
)
def ls_reversed(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.lstsq(X, y, rcond=None)[0][::-1]


@misconception(
    "least_squares",
    says="negative weights are replaced by 0",
)
def ls_positive(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.maximum(np.linalg.lstsq(X, y, rcond=None)[0], 0)


@misconception(
    "least_squares",
    says="a straight line is fitted against the first column, with an intercept of its own",
)
def ls_polyfit(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    x = X[:, 0] - X[:, 0].mean()
    w = np.zeros(X.shape[1])
    w[0] = x @ (y - y.mean()) / max(x @ x, 1e-300)
    w[-1] = y.mean() - w[0] * X[:, 0].mean()
    return w


@misconception(
    "least_squares",
    says="each column is fitted to what the columns before it left over",
)
def ls_one_after_the_other(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    w = np.zeros(X.shape[1])
    r = y
    for j in range(len(w)):
        w[j] = X[:, j] @ r / max(X[:, j] @ X[:, j], 1e-300)
        r = r - w[j] * X[:, j]
    return w


@misconception(
    "least_squares",
    says=("the entries of X.T @ X are inverted one by one, which is not the inverse of the matrix"),
)
def ls_elementwise_inverse(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    A = X.T @ X
    return np.where(A == 0, 0, 1 / np.where(A == 0, 1, A)) @ (X.T @ y)


@misconception(
    "least_squares",
    says="the transpose of X takes the place of its pseudoinverse, scaled by its size",
)
def ls_right_inverse(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return X.T @ y / np.sum(X**2)


@formula("least_squares")
def least_squares_by_pinv(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    return np.linalg.pinv(X) @ y


@formula("least_squares")
def least_squares_by_svd(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    return Vt.T @ ((U.T @ y) / s)


@formula("least_squares")
def least_squares_by_qr(X, y):
    X, y = (np.asarray(a, dtype=float) for a in (X, y))
    Q, R = np.linalg.qr(X)
    return np.linalg.solve(R, Q.T @ y)


# --- gradient_descent, more ---


@misconception(
    "gradient_descent",
    says="the gradient is added to the weights, so every step goes uphill",
)
def gd_uphill(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w + lr * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the learning rate is not used in the step",
)
def gd_no_rate(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the learning rate enters squared",
)
def gd_rate_squared(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr**2 * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the gradient is divided by the learning rate, not multiplied with it",
)
def gd_divided_by_rate(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - np.asarray(gradient(w)) / lr
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="every step is cut to half its length",
)
def gd_half_rate(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr / 2 * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="every step is twice as long as it should be",
)
def gd_double_rate(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - 2 * lr * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="a learning rate of your own is used, whatever lr is",
)
def gd_own_rate(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - 0.1 * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="a learning rate of your own is used, whatever lr is",
)
def gd_own_small_rate(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - 0.01 * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the descent starts at 0 and not at w0",
)
def gd_from_zero(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    w = np.zeros_like(w)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the descent starts at 1 and not at w0",
)
def gd_from_ones(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    w = np.ones_like(w)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the first row is left at 0, where w0 belongs",
)
def gd_first_row_zero(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * gradient(w)
        path.append(w)
    path[0] = np.zeros_like(path[0])
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the gradient is always taken at 0, not at the present weights",
)
def gd_gradient_at_zero(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * gradient(np.zeros_like(w))
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="every step starts at w0 again, so the steps do not add up",
)
def gd_always_from_start(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    start = w
    path = [w]
    for _ in range(n_steps):
        w = start - lr * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the gradient is taken at w0 and the step starts there too, each time",
)
def gd_step_from_start_gradient_here(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    start = w
    path = [w]
    for _ in range(n_steps):
        w = start - lr * gradient(start)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says=(
        "the steps are not added up: the rows hold steps, where the weights after each step belong"
    ),
)
def gd_steps_not_weights(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    here = w
    path = [w]
    for _ in range(n_steps):
        w = -lr * np.asarray(gradient(here))
        here = here + w
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the rows hold the steps, where the weights after each step belong",
)
def gd_steps_positive(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    here = w
    path = [w]
    for _ in range(n_steps):
        w = lr * np.asarray(gradient(here))
        here = here - w
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the rows hold the gradients, where the weights after each step belong",
)
def gd_gradients_not_weights(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    here = w
    path = [w]
    for _ in range(n_steps):
        w = np.asarray(gradient(here), dtype=float)
        here = here - lr * w
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says=(
        "the steps are not added up: the rows hold steps, where the weights after each step belong"
    ),
)
def gd_step_for_weights(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = -lr * np.asarray(gradient(w))
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the trajectory comes back with the last weights first",
)
def gd_reversed(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * gradient(w)
        path.append(w)
    return np.array(path)[::-1]


@misconception(
    "gradient_descent",
    says="the rows hold sums of the weights so far",
)
def gd_running_sum(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * gradient(w)
        path.append(w)
    return np.cumsum(path, axis=0)


@misconception(
    "gradient_descent",
    says="the learning rate shrinks from step to step instead of staying as given",
)
def gd_decay_by_root(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for t in range(n_steps):
        w = w - lr / np.sqrt(t + 1) * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the learning rate shrinks from step to step instead of staying as given",
)
def gd_decay_by_factor(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for t in range(n_steps):
        w = w - lr * 0.9**t * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the learning rate shrinks from step to step instead of staying as given",
)
def gd_decay_by_small_factor(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for t in range(n_steps):
        w = w - lr * 0.99**t * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the learning rate shrinks from step to step instead of staying as given",
)
def gd_linear_decay(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for t in range(n_steps):
        w = w - lr * (1 - t / n_steps) * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the learning rate shrinks from step to step instead of staying as given",
)
def gd_decay_from_two(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for t in range(1, n_steps + 1):
        w = w - lr / (t + 1) * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the step counter is multiplied in, so the steps grow",
)
def gd_times_counter(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for t in range(1, n_steps + 1):
        w = w - lr * t * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the first step has no effect: it is multiplied by 0, or computed and not taken",
)
def gd_times_counter_from_zero(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for t in range(n_steps):
        w = w - lr * t * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the learning rate is divided by the number of steps",
)
def gd_over_steps(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr / n_steps * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says=("the gradients of earlier steps are mixed in, which plain gradient descent does not do"),
)
def gd_averaged_momentum(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(n_steps):
        v = 0.9 * v + 0.1 * np.asarray(gradient(w))
        w = w - lr * v
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says=(
        "every step carries on a part of the step before, which plain gradient descent does not do"
    ),
)
def gd_half_momentum(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    v = np.zeros_like(w)
    path = [w]
    for _ in range(n_steps):
        v = 0.5 * v - lr * np.asarray(gradient(w))
        w = w + v
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the gradients of all earlier steps are added up in each step",
)
def gd_summed_gradients(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    g = np.zeros_like(w)
    path = [w]
    for _ in range(n_steps):
        g = g + gradient(w)
        w = w - lr * g
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says=(
        "the gradient is divided by its own size, entry by entry, as in Adagrad, Adam or sign"
        " descent"
    ),
)
def gd_signs(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * np.sign(gradient(w))
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says=(
        "the gradient is divided by its own size, entry by entry, as in Adagrad, Adam or sign"
        " descent"
    ),
)
def gd_adagrad(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    s = np.zeros_like(w)
    path = [w]
    for _ in range(n_steps):
        g = np.asarray(gradient(w))
        s = s + g**2
        w = w - lr * g / (np.sqrt(s) + 1e-8)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says=(
        "the gradient is divided by its own size, entry by entry, as in Adagrad, Adam or sign"
        " descent"
    ),
)
def gd_adam(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    path = [w]
    for t in range(1, n_steps + 1):
        g = np.asarray(gradient(w))
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g**2
        w = w - lr * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="large entries of the gradient are cut off before the step",
)
def gd_clipped_ten(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * np.clip(gradient(w), -10, 10)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="every step is divided by the number of weights",
)
def gd_over_features(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * np.asarray(gradient(w)) / len(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the gradient enters squared",
)
def gd_squared_gradient(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * np.asarray(gradient(w)) ** 2
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the signs of the gradient are lost",
)
def gd_absolute_gradient(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * np.abs(gradient(w))
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the gradient multiplies the weights, where a step should be subtracted",
)
def gd_multiplied(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w * (1 - lr * np.asarray(gradient(w)))
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the entries of the gradient are averaged, so all weights take the same step",
)
def gd_mean_gradient(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * np.mean(gradient(w))
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the entries of the gradient are added up, so all weights take the same step",
)
def gd_summed_entries(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * np.sum(gradient(w))
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the length of the gradient is subtracted from every weight",
)
def gd_norm(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * np.linalg.norm(gradient(w))
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the last weight is never changed",
)
def gd_bias_fixed(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        g = np.array(gradient(w), dtype=float)
        g[-1] = 0.0
        w = w - lr * g
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="every step pulls the weights toward 0, though no penalty is asked for",
)
def gd_weight_decay(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * (np.asarray(gradient(w)) + 0.01 * w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="two steps are taken for each row of the trajectory",
)
def gd_two_steps_a_row(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * gradient(w)
        w = w - lr * gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the gradient is taken at weights ahead of the present ones",
)
def gd_looks_ahead(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * gradient(w - lr * np.asarray(gradient(w)))
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the first step has no effect: it is multiplied by 0, or computed and not taken",
)
def gd_stays(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        gradient(w)
        path.append(w)
    return np.array(path)


@misconception(
    "gradient_descent",
    says="the trajectory is rounded to a few decimals",
)
def gd_rounded(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * gradient(w)
        path.append(w)
    return np.round(np.array(path), 4)


@misconception(
    "gradient_descent",
    says="the weights are scaled to length 1 after each step",
)
def gd_normalized(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - lr * gradient(w)
        w = w / max(np.linalg.norm(w), 1e-300)
        path.append(w)
    return np.array(path)


# --- minibatches, more ---


@misconception(
    "minibatches",
    says="your indices run from 1 to n and not from 0",
)
def mb_from_one(n, batch_size, rng):
    order = rng.permutation(n) + 1
    for start in range(0, n, batch_size):
        yield order[start : start + batch_size]


@misconception(
    "minibatches",
    says="the indices are drawn with repetition, so some come twice and others never",
)
def mb_with_replacement(n, batch_size, rng):
    order = rng.integers(n, size=n)
    for start in range(0, n, batch_size):
        yield order[start : start + batch_size]


@misconception(
    "minibatches",
    says="the indices are drawn with repetition, so some come twice and others never",
)
def mb_choice(n, batch_size, rng):
    order = rng.choice(n, size=n)
    for start in range(0, n, batch_size):
        yield order[start : start + batch_size]


@misconception(
    "minibatches",
    says="every batch is drawn from all indices, so some come twice and others never",
)
def mb_choice_each(n, batch_size, rng):
    for start in range(0, n, batch_size):
        yield rng.choice(n, size=min(batch_size, n - start), replace=False)


@misconception(
    "minibatches",
    says="the index n - 1 never comes",
)
def mb_one_index_short(n, batch_size, rng):
    order = rng.permutation(n - 1)
    for start in range(0, n, batch_size):
        yield order[start : start + batch_size]


@misconception(
    "minibatches",
    says="the index 0 never comes",
)
def mb_zero_never(n, batch_size, rng):
    order = 1 + rng.permutation(n - 1)
    for start in range(0, n, batch_size):
        yield order[start : start + batch_size]


@misconception(
    "minibatches",
    says="the same batch comes every time",
)
def mb_first_batch_again(n, batch_size, rng):
    order = rng.permutation(n)
    for start in range(0, n, batch_size):
        yield order[: min(batch_size, n - start)]


@misconception(
    "minibatches",
    says="every batch is one index short",
)
def mb_short_batches(n, batch_size, rng):
    order = rng.permutation(n)
    for start in range(0, n, batch_size):
        yield order[start : start + batch_size - 1]


@misconception(
    "minibatches",
    says="every batch holds one index too many, the first of the next one",
)
def mb_long_batches(n, batch_size, rng):
    order = rng.permutation(n)
    for start in range(0, n, batch_size):
        yield order[start : start + batch_size + 1]


@misconception(
    "minibatches",
    says="every batch holds a single index",
)
def mb_single(n, batch_size, rng):
    for i in rng.permutation(n):
        yield np.array([i])


@misconception(
    "minibatches",
    says="a single batch holds all indices, whatever batch_size is",
)
def mb_all(n, batch_size, rng):
    yield rng.permutation(n)


@misconception(
    "minibatches",
    says="the short batch comes first and not last",
)
def mb_short_first(n, batch_size, rng):
    order = rng.permutation(n)
    first = n % batch_size or batch_size
    yield order[:first]
    for start in range(first, n, batch_size):
        yield order[start : start + batch_size]


@misconception(
    "minibatches",
    says="the last, shorter batch is joined to the one before",
)
def mb_short_merged(n, batch_size, rng):
    order = rng.permutation(n)
    k = max(n // batch_size, 1)
    for i in range(k):
        yield order[i * batch_size : n if i == k - 1 else (i + 1) * batch_size]


@misconception(
    "minibatches",
    says="the last batch is filled up with indices that have already come",
)
def mb_last_shifted(n, batch_size, rng):
    order = rng.permutation(n)
    for start in range(0, n, batch_size):
        yield order[max(min(start, n - batch_size), 0) : start + batch_size]


@formula("minibatches")
def mb_by_permutation(n, batch_size, rng):
    order = rng.permutation(n)
    k = int(np.ceil(n / batch_size))
    for i in range(k):
        yield order[i * batch_size : (i + 1) * batch_size]


# --- sgd, more ---


@misconception(
    "sgd",
    says="the gradient is added to the weights, so every step goes uphill",
)
def sgd_uphill(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w + lr * mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the gradients of a batch are summed and not averaged",
)
def sgd_batch_sum(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * X[batch].T @ (X[batch] @ w - y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the factor 2 from the square is kept, though the ½ of the loss cancels it",
)
def sgd_two_kept(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - 2 * lr * mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="every step is cut to half its length",
)
def sgd_half(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr / 2 * mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the learning rate is not used in the step",
)
def sgd_no_rate(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the learning rate enters squared",
)
def sgd_rate_squared(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr**2 * mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the mean gradient of a batch is divided by its size once more",
)
def sgd_divided_twice(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(w, X[batch], y[batch]) / len(batch)
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the gradients of a batch are summed and not averaged",
)
def sgd_times_batch_size(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * batch_size * mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the mean gradient of a batch is divided by its size once more",
)
def sgd_rate_over_batch_size(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(w, X[batch], y[batch]) / batch_size
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the descent starts at 0 and not at w0",
)
def sgd_from_zero(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    w = np.zeros_like(w)
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the trajectory comes back with the last weights first",
)
def sgd_reversed(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)[::-1]


@misconception(
    "sgd",
    says="the gradients are always taken at w0, not at the present weights",
)
def sgd_gradient_at_start(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    start = w
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(start, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="every step starts at w0, so the steps do not add up",
)
def sgd_steps_from_start(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    start = w
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = start - lr * mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="only the last batch of each epoch is used",
)
def sgd_last_batch_only(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        *_, batch = minibatches(len(y), batch_size, rng)
        w = w - lr * mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="only the first sample of each batch is used",
)
def sgd_first_of_batch(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(w, X[batch[:1]], y[batch[:1]])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="only the first sample of each batch is used, and divided by the size of the batch",
)
def sgd_first_of_batch_over_size(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(w, X[batch[:1]], y[batch[:1]]) / len(batch)
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the weights change after every single sample of a batch",
)
def sgd_each_sample(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            for i in batch:
                w = w - lr * mse_gradient(w, X[[i]], y[[i]])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the weights change after every single sample of a batch",
)
def sgd_each_sample_over_size(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            for i in batch:
                w = w - lr * mse_gradient(w, X[[i]], y[[i]]) / len(batch)
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the learning rate shrinks from epoch to epoch instead of staying as given",
)
def sgd_decay(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for epoch in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr / (epoch + 1) * mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the learning rate shrinks from epoch to epoch instead of staying as given",
)
def sgd_decay_by_factor(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for epoch in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * 0.9**epoch * mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the learning rate shrinks from epoch to epoch instead of staying as given",
)
def sgd_decay_by_root(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for epoch in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr / np.sqrt(epoch + 1) * mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the learning rate shrinks from epoch to epoch instead of staying as given",
)
def sgd_decay_by_small_factor(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for epoch in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * 0.99**epoch * mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="every step carries on a part of the step before",
)
def sgd_momentum(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    v = np.zeros_like(w)
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            v = 0.9 * v - lr * mse_gradient(w, X[batch], y[batch])
            w = w + v
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the gradients of earlier steps are mixed in",
)
def sgd_averaged_momentum(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    v = np.zeros_like(w)
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            v = 0.9 * v + 0.1 * mse_gradient(w, X[batch], y[batch])
            w = w - lr * v
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the gradient is divided by its length, so all steps are equally long",
)
def sgd_unit_steps(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            g = mse_gradient(w, X[batch], y[batch])
            w = w - lr * g / max(np.linalg.norm(g), 1e-300)
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="large entries of the gradient are cut off before the step",
)
def sgd_clipped(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * np.clip(mse_gradient(w, X[batch], y[batch]), -1, 1)
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="every step pulls the weights toward 0, though no penalty is asked for",
)
def sgd_weight_decay(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * (mse_gradient(w, X[batch], y[batch]) + 0.01 * w)
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the inputs are missing in the step: all weights move by the mean error",
)
def sgd_errors_alone(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * np.mean(X[batch] @ w - y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="each row is the mean of the weights in its epoch, not the last of them",
)
def sgd_epoch_mean(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        inside = []
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(w, X[batch], y[batch])
            inside.append(w)
        path.append(np.mean(inside, axis=0))
    return np.array(path)


@misconception(
    "sgd",
    says="the gradients of all batches are added up, and one step is taken an epoch",
)
def sgd_gradient_summed_over_epoch(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        g = np.zeros_like(w)
        for batch in minibatches(len(y), batch_size, rng):
            g = g + mse_gradient(w, X[batch], y[batch])
        w = w - lr * g
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="two steps are taken where one is wanted: every batch, or every epoch, comes twice",
)
def sgd_two_passes(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in [*minibatches(len(y), batch_size, rng), *minibatches(len(y), batch_size, rng)]:
            w = w - lr * mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says=(
        "the weights change one after the other, so later ones see a gradient at changed weights"
    ),
)
def sgd_one_weight_after_the_other(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            for j in range(len(w)):
                g = mse_gradient(w, X[batch], y[batch])
                w = w - lr * g * (np.arange(len(w)) == j)
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the weights never change: the step is computed but not taken",
)
def sgd_stays(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="the trajectory is rounded to a few decimals",
)
def sgd_rounded(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.round(np.array(path), 4)


@misconception(
    "sgd",
    says="the error is squared in the gradient, as it is in the loss",
)
def sgd_squared_error(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * X[batch].T @ (X[batch] @ w - y[batch]) ** 2 / len(batch)
        path.append(w)
    return np.array(path)


@misconception(
    "sgd",
    says="two steps are taken where one is wanted: every batch, or every epoch, comes twice",
)
def sgd_batch_twice(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = [w]
    for _ in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(w, X[batch], y[batch])
            w = w - lr * mse_gradient(w, X[batch], y[batch])
        path.append(w)
    return np.array(path)


@formula("sgd")
def sgd_into_a_table(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y, w = (np.array(a, dtype=float) for a in (X, y, w0))
    path = np.zeros((n_epochs + 1, len(w)))
    path[0] = w
    for epoch in range(n_epochs):
        for batch in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(w, X[batch], y[batch])
        path[epoch + 1] = w
    return path
