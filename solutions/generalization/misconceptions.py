"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

# --- polynomial_features ---


@formula("polynomial_features")
def features_by_numpy(x, degree):
    x = np.asarray(x, dtype=float)
    return np.vander(x, degree + 1, increasing=True)


@formula("polynomial_features")
def features_by_products(x, degree):
    x = np.asarray(x, dtype=float)
    F = np.ones((len(x), degree + 1))
    for j in range(1, degree + 1):
        F[:, j] = F[:, j - 1] * x
    return F


@misconception("polynomial_features", says="roots of x stand in place of powers")
def roots(x, degree):
    x = np.asarray(x, dtype=float)
    return np.abs(x[:, None]) ** (1 / np.arange(1, degree + 2))


@misconception("polynomial_features", says="the constant stands in two columns")
def constant_twice(x, degree):
    x = np.asarray(x, dtype=float)
    return np.hstack([np.ones((len(x), 1)), x[:, None] ** np.arange(degree)])


@misconception("polynomial_features", says="the constant stands in the last column")
def constant_at_the_end(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] ** np.append(np.arange(1, degree + 1), 0)


@misconception("polynomial_features", says="the first column holds zeros, where the power 0 is 1")
def zero_constant(x, degree):
    x = np.asarray(x, dtype=float)
    F = x[:, None] ** np.arange(degree + 1)
    F[:, 0] = 0
    return F


@misconception("polynomial_features", says="there is one power too many")
def one_power_too_many(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] ** np.arange(degree + 2)


@misconception("polynomial_features", says="only the highest power is there")
def only_the_highest(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] ** degree


@misconception("polynomial_features", says="the powers are summed up to one number a sample")
def all_summed(x, degree):
    x = np.asarray(x, dtype=float)
    return (x[:, None] ** np.arange(degree + 1)).sum(axis=1)


@misconception("polynomial_features", says="the signs of x are lost")
def signs_lost(x, degree):
    x = np.asarray(x, dtype=float)
    return np.abs(x)[:, None] ** np.arange(degree + 1)


@misconception("polynomial_features", says="only even powers are taken")
def even_powers(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] ** (2 * np.arange(degree + 1))


@misconception("polynomial_features", says="only odd powers are taken")
def odd_powers(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] ** (2 * np.arange(degree + 1) + 1)


@misconception(
    "polynomial_features",
    says="numbers are raised to the power x, where x is to be raised to powers",
)
def exponential(x, degree):
    x = np.asarray(x, dtype=float)
    return np.arange(degree + 1) ** x[:, None]


@misconception(
    "polynomial_features", says="the powers are divided by factorials, as in a Taylor series"
)
def divided_by_factorials(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] ** np.arange(degree + 1) / np.cumprod(np.append(1, np.arange(1, degree + 1)))


@misconception("polynomial_features", says="these are Legendre polynomials and not powers")
def legendre(x, degree):
    x = np.asarray(x, dtype=float)
    return np.polynomial.legendre.legvander(x, degree)


@misconception("polynomial_features", says="these are Chebyshev polynomials and not powers")
def chebyshev(x, degree):
    x = np.asarray(x, dtype=float)
    return np.polynomial.chebyshev.chebvander(x, degree)


@misconception("polynomial_features", says="the mean of x is subtracted first")
def centered(x, degree):
    x = np.asarray(x, dtype=float)
    return (x - x.mean())[:, None] ** np.arange(degree + 1)


@misconception("polynomial_features", says="x is halved first")
def powers_of_half(x, degree):
    x = np.asarray(x, dtype=float)
    return (x / 2)[:, None] ** np.arange(degree + 1)


@misconception("polynomial_features", says="all powers stand in one row of numbers")
def flat(x, degree):
    x = np.asarray(x, dtype=float)
    return (x[:, None] ** np.arange(degree + 1)).ravel()


@misconception("polynomial_features", says="the powers are negative")
def powers_negative(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] ** -np.arange(degree + 1.0)


# --- split ---


@misconception("split", says="only the first part is drawn at random, the rest is dealt in order")
def rest_in_order(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    first = rng.permutation(n)[: ends[0]]
    rest = np.setdiff1d(np.arange(n), first)
    return np.split(np.concatenate([first, rest]), ends[:-1])


@misconception(
    "split", says="each sample draws its part on its own, so the sizes are left to chance"
)
def drawn_one_by_one(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    part = rng.choice(len(fractions), size=n, p=np.array(fractions) / np.sum(fractions))
    return [np.flatnonzero(part == j) for j in range(len(fractions))]


@misconception("split", says="whole blocks of neighbors are shuffled, not samples")
def blocks_shuffled(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    sizes = np.diff(ends, prepend=0)
    parts, start = [None] * len(sizes), 0
    for j in rng.permutation(len(sizes)):
        parts[j] = np.arange(start, start + sizes[j])
        start += sizes[j]
    return parts


@misconception("split", says="samples are shuffled within their part, and never reach another one")
def shuffled_within_parts(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return [rng.permutation(part) for part in np.split(np.arange(n), ends[:-1])]


@misconception("split", says="the sizes are taken as places to cut, and not added up before")
def sizes_as_ends(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    sizes = np.rint(n * np.asarray(fractions)).astype(int)
    return np.split(rng.permutation(n), sizes[:-1])


@misconception("split", says="the parts stand in the reverse order of their fractions")
def parts_reversed(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.split(rng.permutation(n), ends[:-1])[::-1]


@misconception("split", says="the last part is missing")
def last_part_missing(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.split(rng.permutation(n), ends[:-1])[:-1]


@misconception("split", says="each part runs one sample into the next, so the two share it")
def ends_shared(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    order = rng.permutation(n)
    return [order[a : b + 1] for a, b in zip([0, *ends[:-1]], ends, strict=True)]


@misconception("split", says="a sample is lost at each cut")
def sample_lost_at_each_cut(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    order = rng.permutation(n)
    return [order[a : b - 1] for a, b in zip([0, *ends[:-1]], ends, strict=True)]


@misconception("split", says="each fraction is taken of what is left, not of all samples")
def fractions_of_the_rest(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    left, parts = rng.permutation(n), []
    for fraction in fractions[:-1]:
        size = round(len(left) * fraction)
        parts.append(left[:size])
        left = left[size:]
    return [*parts, left]


@misconception("split", says="all sizes are rounded up, and the last part runs short")
def sizes_rounded_up(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.cumsum([int(np.ceil(n * fraction - 1e-9)) for fraction in fractions])
    return np.split(rng.permutation(n), ends[:-1])


@misconception("split", says="NumPy's global generator is used in place of rng")
def global_generator(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.split(np.random.permutation(n), ends[:-1])


@misconception("split", says="the sizes of the parts come back, not their indices")
def sizes_returned(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.diff(ends, prepend=0)


@misconception("split", says="indices are floats, with which no row can be picked")
def indices_as_floats(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.split(rng.permutation(np.arange(float(n))), ends[:-1])


@misconception(
    "split", says="fractions are divided by their sum, where those that miss 1 are to be refused"
)
def fractions_normalized(n, fractions, rng):
    if not np.all(np.asarray(fractions) > 0):
        raise ValueError("fractions must be positive")
    ends = np.rint(n * np.cumsum(fractions) / np.sum(fractions)).astype(int)
    return np.split(rng.permutation(n), ends[:-1])


@misconception(
    "split", says="the error does not name fractions, so a caller cannot tell what to mend"
)
def error_without_a_name(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("bad input")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.split(rng.permutation(n), ends[:-1])


# --- ridge ---


@formula("ridge")
def ridge_by_the_sum(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    A = X.T @ X + n * l2 * np.eye(d)
    return np.linalg.solve(A, X.T @ y)


@formula("ridge")
def ridge_by_more_rows(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    rows = np.vstack([X / np.sqrt(n), np.sqrt(l2) * np.eye(d)])
    targets = np.concatenate([y / np.sqrt(n), np.zeros(d)])
    return np.linalg.lstsq(rows, targets, rcond=None)[0]


@formula("ridge")
def ridge_by_an_inverse(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    A = X.T @ X / n
    b = X.T @ y / n
    return np.linalg.inv(A + l2 * np.identity(d)) @ b


@misconception("ridge", says="the left side is a sum over the samples, the right side a mean")
def matrix_not_averaged(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X + l2 * np.eye(d), X.T @ y / n)


@misconception("ridge", says="the penalty is multiplied by n twice")
def penalty_times_n_in_the_mean(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + n * l2 * np.eye(d), X.T @ y / n)


@misconception("ridge", says="the penalty is divided by n")
def penalty_over_n_in_the_mean(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + l2 / n * np.eye(d), X.T @ y / n)


@misconception("ridge", says="the mean runs over the features")
def averaged_over_features(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / d + l2 * np.eye(d), X.T @ y / d)


@misconception("ridge", says="the last weight is not penalized")
def last_weight_spared(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + l2 * np.diag(np.arange(d) < d - 1), X.T @ y / n)


@misconception("ridge", says="the root of the penalty is used")
def root_of_the_penalty(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + np.sqrt(l2) * np.eye(d), X.T @ y / n)


@misconception("ridge", says="the penalty is added on both sides")
def penalty_on_both_sides(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + l2 * np.eye(d), X.T @ y / n + l2)


@misconception("ridge", says="the weights have the wrong sign")
def signs_turned(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return -np.linalg.solve(X.T @ X / n + l2 * np.eye(d), X.T @ y / n)


@misconception("ridge", says="the predictions come back, not the weights")
def predictions(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return X @ np.linalg.solve(X.T @ X / n + l2 * np.eye(d), X.T @ y / n)


@misconception("ridge", says="the residuals come back, not the weights")
def residuals(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return y - X @ np.linalg.solve(X.T @ X / n + l2 * np.eye(d), X.T @ y / n)


@misconception("ridge", says="the columns are centered first")
def centered_columns(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(
        (X - X.mean(axis=0)).T @ (X - X.mean(axis=0)) / n + l2 * np.eye(d),
        (X - X.mean(axis=0)).T @ y / n,
    )


@misconception("ridge", says="the mean of y is subtracted first")
def centered_targets(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + l2 * np.eye(d), X.T @ (y - y.mean()) / n)


@misconception("ridge", says="weights are cut by a fixed amount, as an absolute penalty would do")
def soft_thresholded(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.sign(np.linalg.lstsq(X, y, rcond=None)[0]) * np.maximum(
        np.abs(np.linalg.lstsq(X, y, rcond=None)[0]) - l2, 0
    )


@misconception("ridge", says="each weight is fitted on its own, as if columns were at right angles")
def only_the_diagonal(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return X.T @ y / n / (np.diag(X.T @ X) / n + l2)


@misconception("ridge", says="the mean divides by n − 1")
def one_less_sample(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / max(n - 1, 1) + l2 * np.eye(d), X.T @ y / max(n - 1, 1))


@misconception("ridge", says="the weights are multiplied by the penalty")
def penalty_as_a_factor(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.lstsq(X, y, rcond=None)[0] * l2


@misconception("ridge", says="a matrix of ones stands where the identity belongs")
def ones_for_identity(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.lstsq(X.T @ X / n + l2 * np.ones((d, d)), X.T @ y / n, rcond=None)[0]


@misconception("ridge", says="the loss comes back, not the weights")
def loss_returned(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.sum((y - X @ np.linalg.solve(X.T @ X / n + l2 * np.eye(d), X.T @ y / n)) ** 2) / (
        2 * n
    )


# --- ridge_gradient ---


@formula("ridge_gradient")
def slope_as_one_matrix(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    n, d = X.shape
    A = X.T @ X / n
    return A @ w - X.T @ y / n + l2 * w


@formula("ridge_gradient")
def slope_by_a_mean(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    errors = X @ w - y
    return np.mean(errors[:, None] * X, axis=0) + l2 * w


@misconception(
    "ridge_gradient", says="the penalty acts by the sign of the weights, not by their size"
)
def slope_of_absolute_weights(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + l2 * np.sign(w)


@misconception("ridge_gradient", says="both terms are twice too large: the halves are forgotten")
def all_doubled(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return 2 * X.T @ (X @ w - y) / len(y) + 2 * l2 * w


@misconception("ridge_gradient", says="the first term is twice too large")
def errors_doubled(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return 2 * X.T @ (X @ w - y) / len(y) + l2 * w


@misconception("ridge_gradient", says="the penalty is multiplied by the number of samples")
def penalty_times_n(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + len(y) * l2 * w


@misconception("ridge_gradient", says="the mean runs over the features, not the samples")
def mean_over_features(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(w) + l2 * w


@misconception("ridge_gradient", says="the penalty is that of the norm, not of its square")
def penalty_on_the_norm(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + l2 * w / np.linalg.norm(w)


@misconception("ridge_gradient", says="the value of the penalty is added, not its derivative")
def penalty_adds_the_norm(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + l2 * np.sum(w**2) / 2


@misconception("ridge_gradient", says="the weights are squared in the penalty's slope")
def squares_of_weights(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + l2 * w**2


@misconception("ridge_gradient", says="the penalty is squared")
def penalty_squared_in_slope(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + l2**2 * w


@misconception("ridge_gradient", says="the errors are averaged without the inputs they belong to")
def inputs_left_out(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.full(len(w), np.mean(X @ w - y)) + l2 * w


@misconception("ridge_gradient", says="the targets are not subtracted")
def predictions_for_errors(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w) / len(y) + l2 * w


@misconception("ridge_gradient", says="the whole gradient points downhill")
def whole_sign_turned(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return -X.T @ (X @ w - y) / len(y) - l2 * w


@misconception("ridge_gradient", says="the last weight is not penalized")
def last_weight_spared_in_slope(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + l2 * np.where(np.arange(len(w)) < len(w) - 1, w, 0)


@misconception("ridge_gradient", says="only the signs of the errors count here")
def signs_of_errors(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ np.sign(X @ w - y) / len(y) + l2 * w


@misconception("ridge_gradient", says="a step downhill comes back, not the gradient")
def step_taken(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return w - X.T @ (X @ w - y) / len(y) - l2 * w


# --- cross_validate ---


@formula("cross_validate")
def held_out_with_masks(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    fold = rng.permutation(np.arange(len(y)) % k)
    losses = []
    for j in range(k):
        is_held = fold == j
        model = fit(X[~is_held], y[~is_held])
        losses.append(loss(model, X[is_held], y[is_held]))
    return np.mean(losses)


@misconception(
    "cross_validate", says="k is taken for the size of a fold, not for the number of folds"
)
def folds_of_size_k(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, max(1, len(y) // k)):
        train = np.setdiff1d(order, held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.mean(losses)


@misconception("cross_validate", says="every sample is a fold of its own, whatever k is")
def one_sample_a_fold(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, len(y)):
        train = np.setdiff1d(order, held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.mean(losses)


@misconception(
    "cross_validate", says="loss is given the function fit, not the model that fit returns"
)
def fit_for_the_model(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.setdiff1d(order, held)
        fit(X[train], y[train])
        losses.append(loss(fit, X[held], y[held]))
    return np.mean(losses)


@misconception("cross_validate", says="the root of the mean comes back")
def root_of_the_mean(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.setdiff1d(order, held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.sqrt(np.mean(losses))


@misconception("cross_validate", says="the largest of the losses comes back, not their mean")
def worst_fold(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.setdiff1d(order, held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.max(losses)


@misconception("cross_validate", says="the mean divides by k − 1")
def mean_with_one_less(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.setdiff1d(order, held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.sum(losses) / (k - 1)


@misconception(
    "cross_validate", says="the sum of the losses is divided by the number of samples, not of folds"
)
def sum_over_samples(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.setdiff1d(order, held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.sum(losses) / len(y)


@misconception("cross_validate", says="the spread of the losses comes back, not their mean")
def spread_of_losses(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.setdiff1d(order, held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.std(losses)


@misconception("cross_validate", says="the loss of the last fold comes back, not the mean of all")
def last_loss(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.setdiff1d(order, held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return losses[-1]


@misconception("cross_validate", says="the last fold is never held out")
def last_fold_missing(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k)[:-1]:
        train = np.setdiff1d(order, held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.mean(losses)


@misconception(
    "cross_validate", says="every k-th sample makes a fold: the samples are not shuffled"
)
def every_kth_sample(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = np.arange(len(y))
    losses = []
    for held in [order[j::k] for j in range(k)]:
        train = np.setdiff1d(order, held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.mean(losses)


@misconception(
    "cross_validate",
    says="training sets are drawn with replacement, so some of the other samples are missing",
)
def training_sets_drawn(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.setdiff1d(order, held)
        train = rng.choice(train, size=len(train))
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.mean(losses)


@misconception("cross_validate", says="the training part is cut to the size of a fold")
def training_part_as_small_as_a_fold(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.setdiff1d(order, held)
        train = train[: len(held)]
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.mean(losses)


@misconception("cross_validate", says="the loss on the training part is subtracted")
def gap_of_the_losses(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.setdiff1d(order, held)
        model = fit(X[train], y[train])
        losses.append(loss(model, X[held], y[held]) - loss(model, X[train], y[train]))
    return np.mean(losses)


@misconception("cross_validate", says="the held-out part of X comes with y of the training part")
def wrong_targets_at_the_end(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.setdiff1d(order, held)
        model = fit(X[train], y[train])
        losses.append(loss(model, X[held], y[train][: len(held)]))
    return np.mean(losses)


@misconception("cross_validate", says="y is shuffled and X is not")
def only_y_shuffled(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    y = rng.permutation(y)
    order = np.arange(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.setdiff1d(order, held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.mean(losses)


@misconception("cross_validate", says="a generator with the seed k is used in place of rng")
def seeded_with_k(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = np.random.default_rng(k).permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.setdiff1d(order, held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.mean(losses)


@misconception("cross_validate", says="models are fitted to the fold before only")
def fitted_to_the_fold_before(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses, before = [], np.array_split(order, k)[-1]
    for held in np.array_split(order, k):
        model = fit(X[before], y[before])
        losses.append(loss(model, X[held], y[held]))
        before = held
    return np.mean(losses)


@misconception(
    "cross_validate", says="one model is fitted to all and tried on all: nothing is held out"
)
def nothing_held_out(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    return loss(fit(X, y), X, y)


# --- negative_log_posterior ---


@formula("negative_log_posterior")
def posterior_as_in_the_text(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    chi = (y - X @ w) / sigma
    return np.sum(chi**2) / 2 + np.sum(w**2) / (2 * tau**2)


@formula("negative_log_posterior")
def posterior_with_halves(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    r = X @ w - y
    return 0.5 * (r @ r) / sigma**2 + 0.5 * (w @ w) / tau**2


@misconception("negative_log_posterior", says="the prior is subtracted")
def prior_subtracted(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) - w @ w / (2 * tau**2)


@misconception("negative_log_posterior", says="the norm of the weights is not squared")
def prior_of_the_norm(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) + np.linalg.norm(w) / (2 * tau**2)


@misconception("negative_log_posterior", says="the prior is averaged over the weights")
def prior_averaged(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) + np.mean(w**2) / (2 * tau**2)


@misconception("negative_log_posterior", says="the weights are taken by their size, not squared")
def absolute_prior(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) + np.sum(np.abs(w)) / tau


@misconception("negative_log_posterior", says="the errors are taken by their size, not squared")
def absolute_errors_in_chi(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.abs(X @ w - y)) / sigma + w @ w / (2 * tau**2)


@misconception("negative_log_posterior", says="sigma is not squared")
def sigma_not_squared(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma) + w @ w / (2 * tau**2)


@misconception("negative_log_posterior", says="all is divided by the number of samples")
def all_averaged(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (np.sum((X @ w - y) ** 2) / (2 * sigma**2) + w @ w / (2 * tau**2)) / len(y)


@misconception("negative_log_posterior", says="the prior is divided by the number of samples")
def prior_averaged_over_samples(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) + w @ w / (2 * tau**2 * len(y))


@misconception("negative_log_posterior", says="the density comes back, not minus its logarithm")
def density_itself(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.exp(-np.sum((X @ w - y) ** 2) / (2 * sigma**2) - w @ w / (2 * tau**2))


@misconception("negative_log_posterior", says="the two terms are multiplied, where logarithms add")
def terms_multiplied(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) * (w @ w) / (2 * tau**2)


@misconception("negative_log_posterior", says="the errors are summed before they are squared")
def sums_squared(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(X @ w - y) ** 2 / (2 * sigma**2) + w @ w / (2 * tau**2)


@misconception("negative_log_posterior", says="the weights are summed before they are squared")
def weights_summed_first(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) + np.sum(w) ** 2 / (2 * tau**2)


@misconception(
    "negative_log_posterior",
    says="this is the loss of ridge regression: divided by n and times the variance of the errors",
)
def ridge_loss_in_its_place(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * len(y)) + sigma**2 / (len(y) * tau**2) * (w @ w) / 2


@misconception("negative_log_posterior", says="the 2 stands inside the square")
def variance_four_times(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma) ** 2 + w @ w / (2 * tau) ** 2


# --- negative_log_posterior_gradient ---


@formula("negative_log_posterior_gradient")
def slope_in_units_of_sigma(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    chi = (X @ w - y) / sigma
    return X.T @ chi / sigma + w / tau**2


@formula("negative_log_posterior_gradient")
def slope_by_a_matrix(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    precision = X.T @ X / sigma**2
    return precision @ w - X.T @ y / sigma**2 + w / tau**2


@misconception("negative_log_posterior_gradient", says="sigma is not squared")
def slope_sigma_not_squared(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma + w / tau**2


@misconception("negative_log_posterior_gradient", says="the prior has the wrong sign")
def slope_prior_turned(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma**2 - w / tau**2


@misconception(
    "negative_log_posterior_gradient",
    says="the prior is multiplied by the square of tau, not divided",
)
def slope_prior_times_tau(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma**2 + w * tau**2


@misconception(
    "negative_log_posterior_gradient",
    says="the errors are multiplied by the square of sigma, not divided",
)
def slope_times_sigma(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) * sigma**2 + w / tau**2


@misconception("negative_log_posterior_gradient", says="the prior acts by the signs of the weights")
def slope_prior_by_sign(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma**2 + np.sign(w) / tau


@misconception("negative_log_posterior_gradient", says="chi-square is not halved")
def slope_chi_doubled(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return 2 * X.T @ (X @ w - y) / sigma**2 + w / tau**2


@misconception("negative_log_posterior_gradient", says="the half of the prior is forgotten")
def slope_prior_doubled(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma**2 + 2 * w / tau**2


@misconception("negative_log_posterior_gradient", says="all is divided by the number of samples")
def slope_all_averaged(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X.T @ (X @ w - y) / sigma**2 + w / tau**2) / len(y)


@misconception("negative_log_posterior_gradient", says="the prior is averaged over the weights")
def slope_prior_averaged(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma**2 + w / (len(w) * tau**2)


@misconception(
    "negative_log_posterior_gradient", says="the prior adds the same number to all components"
)
def slope_prior_without_weights(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma**2 + 1 / tau**2


@misconception(
    "negative_log_posterior_gradient",
    says="the errors are summed without the inputs they belong to",
)
def slope_inputs_left_out(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(X @ w - y) / sigma**2 + w / tau**2


@misconception("negative_log_posterior_gradient", says="the targets are not subtracted")
def slope_targets_left_out(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w) / sigma**2 + w / tau**2


@misconception(
    "negative_log_posterior_gradient",
    says="this is the slope of ridge regression: divided by n and times the variance of the errors",
)
def slope_of_ridge(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + sigma**2 / (len(y) * tau**2) * w


@misconception(
    "negative_log_posterior_gradient", says="the products are not summed over the samples"
)
def slope_per_sample(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X * (X @ w - y)[:, None]) / sigma**2 + w / tau**2


# --- choose_model ---


@formula("choose_model")
def degree_by_held_out_error(x, y, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    folds = np.array_split(rng.permutation(len(x)), 5)

    def held_out_error(degree):
        losses = []
        for held in folds:
            w = np.polyfit(np.delete(x, held), np.delete(y, held), degree)
            losses.append(np.mean((np.polyval(w, x[held]) - y[held]) ** 2))
        return np.mean(losses)

    degree = min(range(16), key=held_out_error)
    w = np.polyfit(x, y, degree)
    return lambda x: np.polyval(w, x)


@misconception("choose_model", says="a straight line is fitted, whatever the readings are")
def always_a_line(x, y, rng):
    w = np.polyfit(x, y, 1)
    return lambda x: np.polyval(w, x)


@misconception("choose_model", says="the degree is fixed: none does for all curves")
def always_degree_8(x, y, rng):
    w = np.polyfit(x, y, 8)
    return lambda x: np.polyval(w, x)


@misconception("choose_model", says="the highest degree is taken, and it follows the noise")
def always_the_highest_degree(x, y, rng):
    w = np.polyfit(x, y, 15)
    return lambda x: np.polyval(w, x)


@misconception("choose_model", says="neighboring readings are joined by lines: that is memorizing")
def joined_by_lines(x, y, rng):
    return lambda places: np.interp(places, x, y)


@misconception("choose_model", says="the mean of the nearest readings is no polynomial")
def mean_of_the_nearest(x, y, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)

    def predict(places):
        distances = np.abs(np.asarray(places)[:, None] - x)
        return np.mean(y[np.argsort(distances, axis=1)[:, :5]], axis=1)

    return predict


@misconception("choose_model", says="the degree is that of the lowest loss in any single fold")
def luckiest_fold(x, y, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    folds = np.array_split(rng.permutation(len(x)), 10)

    def held_out_error(degree):
        losses = []
        for held in folds:
            w = np.polyfit(np.delete(x, held), np.delete(y, held), degree)
            losses.append(np.mean((np.polyval(w, x[held]) - y[held]) ** 2))
        return np.min(losses)

    degree = min(range(16), key=held_out_error)
    w = np.polyfit(x, y, degree)
    return lambda x: np.polyval(w, x)


@misconception("choose_model", says="models are fitted to one fold and tried on all others")
def fitted_to_one_fold(x, y, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    folds = np.array_split(rng.permutation(len(x)), 5)

    def held_out_error(degree):
        losses = []
        for fold in folds:
            w = np.polyfit(x[fold], y[fold], degree)
            losses.append(np.mean((np.polyval(w, np.delete(x, fold)) - np.delete(y, fold)) ** 2))
        return np.mean(losses)

    degree = min(range(8), key=held_out_error)
    w = np.polyfit(x, y, degree)
    return lambda x: np.polyval(w, x)


@misconception("choose_model", says="the degree that is fitted in the end is one below the chosen")
def one_degree_below(x, y, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    folds = np.array_split(rng.permutation(len(x)), 5)

    def held_out_error(degree):
        losses = []
        for held in folds:
            w = np.polyfit(np.delete(x, held), np.delete(y, held), degree)
            losses.append(np.mean((np.polyval(w, x[held]) - y[held]) ** 2))
        return np.mean(losses)

    degree = min(range(16), key=held_out_error)
    w = np.polyfit(x, y, max(degree - 1, 0))
    return lambda x: np.polyval(w, x)


@misconception("choose_model", says="the final model is fitted to the first half of the readings")
def fitted_to_the_first_half(x, y, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    folds = np.array_split(rng.permutation(len(x)), 5)

    def held_out_error(degree):
        losses = []
        for held in folds:
            w = np.polyfit(np.delete(x, held), np.delete(y, held), degree)
            losses.append(np.mean((np.polyval(w, x[held]) - y[held]) ** 2))
        return np.mean(losses)

    degree = min(range(16), key=held_out_error)
    half = len(x) // 2
    w = np.polyfit(x[:half], y[:half], degree)
    return lambda x: np.polyval(w, x)


@misconception("choose_model", says="the models of all degrees are averaged, bad ones too")
def all_degrees_averaged(x, y, rng):
    weights = [np.polyfit(x, y, degree) for degree in range(16)]
    return lambda x: np.mean([np.polyval(w, x) for w in weights], axis=0)


@misconception("choose_model", says="y is shuffled and x is not, so readings lose their places")
def readings_lose_their_places(x, y, rng):
    x, y = np.asarray(x, dtype=float), rng.permutation(y)
    folds = np.array_split(np.arange(len(x)), 5)

    def held_out_error(degree):
        losses = []
        for held in folds:
            w = np.polyfit(np.delete(x, held), np.delete(y, held), degree)
            losses.append(np.mean((np.polyval(w, x[held]) - y[held]) ** 2))
        return np.mean(losses)

    degree = min(range(16), key=held_out_error)
    w = np.polyfit(x, y, degree)
    return lambda x: np.polyval(w, x)


@misconception("choose_model", says="the degree comes back, where a function is asked for")
def degree_returned(x, y, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    folds = np.array_split(rng.permutation(len(x)), 5)

    def held_out_error(degree):
        losses = []
        for held in folds:
            w = np.polyfit(np.delete(x, held), np.delete(y, held), degree)
            losses.append(np.mean((np.polyval(w, x[held]) - y[held]) ** 2))
        return np.mean(losses)

    return min(range(16), key=held_out_error)


@misconception("choose_model", says="the readings are predicted again, whatever places are asked")
def places_ignored(x, y, rng):
    w = np.polyfit(x, y, 5)
    return lambda places: np.polyval(w, x)


@misconception("choose_model", says="the readings are standardized, and the predictions are not")
def predictions_still_standardized(x, y, rng):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    y = (y - np.mean(y)) / np.std(y)
    folds = np.array_split(rng.permutation(len(x)), 5)

    def held_out_error(degree):
        losses = []
        for held in folds:
            w = np.polyfit(np.delete(x, held), np.delete(y, held), degree)
            losses.append(np.mean((np.polyval(w, x[held]) - y[held]) ** 2))
        return np.mean(losses)

    degree = min(range(16), key=held_out_error)
    w = np.polyfit(x, y, degree)
    return lambda x: np.polyval(w, x)


@misconception("choose_model", says="only large penalties are tried, which flatten every curve")
def only_large_penalties(x, y, rng):
    V, y = np.vander(np.asarray(x, dtype=float), 16), np.asarray(y, dtype=float)
    folds = np.array_split(rng.permutation(len(y)), 5)

    def fitted(V, y, l2):
        return np.linalg.solve(V.T @ V / len(y) + l2 * np.eye(16), V.T @ y / len(y))

    def held_out_error(l2):
        losses = []
        for held in folds:
            w = fitted(np.delete(V, held, axis=0), np.delete(y, held), l2)
            losses.append(np.mean((V[held] @ w - y[held]) ** 2))
        return np.mean(losses)

    w = fitted(V, y, min((0.1, 1.0, 10.0), key=held_out_error))
    return lambda x: np.polyval(w, x)
