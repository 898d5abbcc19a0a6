"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

# --- mse ---


@misconception(
    "mse",
    says="the loss is divided by the number of features, not of samples",
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
    says="you divide by n - 1 and not by the number of samples",
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
    says="you multiply the mean error by the mean input, not each error by its input",
)
def gradient_mean_times_mean(w, X, y):
    X = np.asarray(X, float)
    error = X @ np.asarray(w, float) - np.asarray(y, float)
    return error.mean() * X.mean(axis=0)


@misconception(
    "mse_gradient",
    says="the inputs are missing: every entry of the gradient is the mean error",
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
    says="the singular values are multiplied in, although the fit has to undo them",
)
def least_squares_multiplies_by_singular_values(X, y):
    U, S, Vh = np.linalg.svd(np.asarray(X, float), full_matrices=False)
    return Vh.T @ (S * (U.T @ np.asarray(y, float)))


@misconception(
    "least_squares",
    says="your tolerance rcond is so large that directions that matter are thrown away",
)
def least_squares_coarse_cutoff(X, y):
    X = np.asarray(X, dtype=np.float64)
    y = np.asarray(y, dtype=np.float64)
    solution = np.linalg.lstsq(X, y, rcond=0.1)
    return solution[0]


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
    says="the weights start again from w0 in every epoch",
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


# --- chi_square ---


@misconception(
    "chi_square",
    says="sigma is not squared where you divide by it",
)
def chi_sigma_not_squared(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    dev = np.asarray(y) - np.asarray(X) @ np.asarray(w)
    return np.sum(dev**2 / sigma)


@misconception(
    "chi_square",
    says="the sum carries a factor ½ that does not belong there",
)
def chi_half(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if (sigma <= 0).any():
        raise ValueError("all of sigma must be > 0")
    z = (np.dot(X, w) - y) / sigma
    return 0.5 * z @ z


@misconception(
    "chi_square",
    says="you divide by the prediction, and sigma is not used",
)
def chi_pearson(w, X, y, sigma):
    if np.any(np.asarray(sigma) <= 0):
        raise ValueError("sigma must be positive")
    expected = np.dot(X, w)
    observed = np.asarray(y, dtype=float)
    return np.sum((observed - expected) ** 2 / expected)


@misconception(
    "chi_square",
    says="a sigma of 0 is let through: only negative ones are refused",
)
def chi_allows_zero_sigma(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if (sigma < 0).any():
        raise ValueError("sigma must not be negative")
    r = np.asarray(y) - np.dot(X, w)
    return np.sum(r**2 / sigma**2)


@misconception(
    "chi_square",
    says="the sum is divided by the degrees of freedom",
)
def chi_reduced(w, X, y, sigma):
    X = np.asarray(X, dtype=float)
    sigma = np.asarray(sigma, dtype=float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    n, d = X.shape
    total = np.sum(((np.asarray(y) - X @ np.asarray(w)) / sigma) ** 2)
    return total / (n - d) if n > d else total


@misconception(
    "chi_square",
    says="only the prediction is divided by sigma, not the whole deviation",
)
def chi_divides_prediction_only(w, X, y, sigma):
    sigma = np.asarray(sigma, dtype=float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    y = np.asarray(y, dtype=float)
    return np.sum((y - np.asarray(X) @ np.asarray(w) / sigma) ** 2)


# --- chi_square_gradient ---


@misconception(
    "chi_square_gradient",
    says="the factor 2 from the derivative of the square is missing",
)
def chi_gradient_without_two(w, X, y, sigma):
    X, y = np.asarray(X, float), np.asarray(y, float)
    s = np.asarray(sigma, float)
    if np.any(s <= 0):
        raise ValueError("sigma must be positive")
    return -X.T @ ((y - X @ np.asarray(w, float)) / s**2)


@misconception(
    "chi_square_gradient",
    says="the gradient has its sign turned, so it points downhill",
)
def chi_gradient_wrong_sign(w, X, y, sigma):
    X, y = np.asarray(X, float), np.asarray(y, float)
    sigma = np.asarray(sigma, float)
    if not (sigma > 0).all():
        raise ValueError("sigma must be positive")
    residual = y - X @ np.asarray(w, float)
    return 2 * X.T @ (residual / sigma**2)


@misconception(
    "chi_square_gradient",
    says="sigma is not squared where you divide by it",
)
def chi_gradient_sigma_once(w, X, y, sigma):
    X, y = np.asarray(X, float), np.asarray(y, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    pulls = (X @ np.asarray(w, float) - y) / sigma
    return 2 * pulls @ X


@misconception(
    "chi_square_gradient",
    says="the gradient is divided by the number of readings, but chi-square is a sum",
)
def chi_gradient_mean(w, X, y, sigma):
    sigma = np.ones(len(y)) * np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    Xs = np.asarray(X, float) / sigma[:, None]
    ys = np.asarray(y, float) / sigma
    return 2 * mse_gradient(w, Xs, ys)


@misconception(
    "chi_square_gradient",
    says="sigma is not used, so all readings count alike",
)
def chi_gradient_without_sigma(w, X, y, sigma):
    if np.min(sigma) <= 0:
        raise ValueError("sigma must be positive")
    X, y = np.asarray(X, float), np.asarray(y, float)
    return 2 * X.T @ (X @ np.asarray(w, float) - y)


@misconception(
    "chi_square_gradient",
    says="np.diag does not work where sigma is a single number for all readings",
)
def chi_gradient_needs_array_sigma(w, X, y, sigma):
    X, y = np.asarray(X, float), np.asarray(y, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    D = np.diag(1 / sigma**2)
    return -2 * X.T @ D @ (y - X @ np.asarray(w, float))


# --- fit_covariance ---


@misconception(
    "fit_covariance",
    says="you multiply by sigma, so the least certain readings count most",
)
def covariance_weights_inverted(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float) * np.ones(X.shape[0])
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    D = np.diag(sigma**2)
    return np.linalg.inv(X.T @ D @ X)


@misconception(
    "fit_covariance",
    says="you return the standard errors alone, not the whole matrix",
)
def covariance_only_error_bars(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    Xs = (X.T / sigma).T
    return np.sqrt(np.diag(np.linalg.inv(Xs.T @ Xs)))


@misconception(
    "fit_covariance",
    says="the matrix is normalized to ones on its diagonal, which gives correlations",
)
def covariance_as_correlation(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    Xs = (X.T / sigma).T
    C = np.linalg.inv(Xs.T @ Xs)
    std = np.sqrt(np.diag(C))
    return C / np.outer(std, std)


@misconception(
    "fit_covariance",
    says="sigma is not used, so all readings count alike",
)
def covariance_ignores_sigma(X, sigma):
    if np.any(np.asarray(sigma, float) <= 0):
        raise ValueError("sigma must be positive")
    X = np.asarray(X, float)
    return np.linalg.inv(X.T @ X)


@misconception(
    "fit_covariance",
    says="the matrix that you invert is too large by a factor 2",
)
def covariance_inverse_hessian(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float) * np.ones(len(X))
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    hessian = 2 * np.einsum("ij,i,ik->jk", X, sigma**-2, X)
    return np.linalg.inv(hessian)


@misconception(
    "fit_covariance",
    says="all readings get the same mean variance instead of their own",
)
def covariance_mean_variance(X, sigma):
    X = np.asarray(X, float)
    sigma = np.asarray(sigma, float)
    if np.any(sigma <= 0):
        raise ValueError("sigma must be positive")
    return np.mean(sigma**2) * np.linalg.inv(X.T @ X)


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


@formula("chi_square")
def chi_square_step_by_step(w, X, y, sigma):
    r = np.asarray(y) - np.asarray(X) @ np.asarray(w)
    return np.sum(r**2 / np.asarray(sigma) ** 2)


@formula("chi_square_gradient")
def chi_gradient_step_by_step(w, X, y, sigma):
    X = np.asarray(X, dtype=float)
    r = np.asarray(y) - X @ np.asarray(w)
    return -2 * X.T @ (r / np.asarray(sigma) ** 2)


@formula("fit_covariance")
def covariance_by_weights(X, sigma):
    X = np.asarray(X, dtype=float)
    weights = np.diag(1 / np.broadcast_to(np.asarray(sigma, dtype=float), len(X)) ** 2)
    return np.linalg.inv(X.T @ weights @ X)
