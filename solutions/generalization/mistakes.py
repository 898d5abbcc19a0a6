"""Wrong answers that students really give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

# --- polynomial_features ---


@mistake(
    "polynomial_features",
    diagnosis="shape",
    says="the highest power is missing: from 0 to degree there are degree + 1 powers",
)
def one_power_too_few(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] ** np.arange(degree)


@mistake(
    "polynomial_features", diagnosis="shape", says="the constant column, the power 0, is missing"
)
def no_constant(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] ** np.arange(1, degree + 1)


@mistake("polynomial_features", diagnosis="value", says="the powers fall from left to right")
def highest_power_first(x, degree):
    x = np.asarray(x, dtype=float)
    return np.vander(x, degree + 1)


@mistake(
    "polynomial_features",
    diagnosis="shape",
    also=["transposed"],
    says="the powers stand in the rows, where samples belong",
)
def powers_in_rows(x, degree):
    x = np.asarray(x, dtype=float)
    return x ** np.arange(degree + 1)[:, None]


@mistake(
    "polynomial_features",
    diagnosis="value",
    says="x is multiplied by 0, 1, 2 …, not raised to these powers",
)
def multiples_in_place_of_powers(x, degree):
    x = np.asarray(x, dtype=float)
    return x[:, None] * np.arange(degree + 1)


@mistake(
    "polynomial_features",
    diagnosis="value",
    keeps=0.5,
    also=["dtype", "integer"],
    says="powers of integers overflow: x is not turned into floats",
)
def powers_of_integers(x, degree):
    x = np.asarray(x)
    return (x[:, None] ** np.arange(degree + 1)).astype(float)


@mistake(
    "polynomial_features", diagnosis="value", says="the columns are divided by their largest entry"
)
def features_scaled(x, degree):
    x = np.asarray(x, dtype=float)
    F = x[:, None] ** np.arange(degree + 1)
    return F / np.maximum(np.max(np.abs(F), axis=0), 1e-300)


@mistake(
    "polynomial_features",
    diagnosis="not-finite",
    keeps=0.5,
    says="the constant is x / x, which is no number where x is 0",
)
def zero_without_a_constant(x, degree):
    x = np.asarray(x, dtype=float)
    with np.errstate(all="ignore"):
        return x[:, None] ** np.arange(1, degree + 2) / x[:, None]


# --- split ---


@mistake(
    "split", diagnosis="rule", keeps=2, also=["distribution"], says="the samples are not shuffled"
)
def not_shuffled(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.split(np.arange(n), ends[:-1])


@mistake(
    "split",
    diagnosis="rule",
    keeps=1,
    says="samples are drawn with replacement: some come twice, others never",
)
def drawn_with_replacement(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.split(rng.integers(0, n, n), ends[:-1])


@mistake(
    "split",
    diagnosis="rule",
    keeps=1,
    says="each part is drawn from all samples, so parts share samples",
)
def parts_drawn_apart(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    return [rng.permutation(n)[: round(n * f)] for f in fractions]


@mistake(
    "split",
    diagnosis="rule",
    keeps=2,
    also=["distribution"],
    says="a generator of your own is used in place of rng",
)
def own_generator(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.split(np.random.default_rng(0).permutation(n), ends[:-1])


@mistake(
    "split",
    diagnosis="rule",
    keeps=2,
    says="the sizes are cut off, and what is left comes into no part",
)
def sizes_cut_off(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    order, parts, a = rng.permutation(n), [], 0
    for f in fractions:
        parts.append(order[a : a + int(n * f)])
        a += int(n * f)
    return parts


@mistake(
    "split",
    diagnosis="rule",
    keeps=2.5,
    says="the sizes are cut off, and all that is left comes into the last part",
)
def rest_to_the_last(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    sizes = [int(n * f) for f in fractions]
    return np.split(rng.permutation(n), np.cumsum(sizes)[:-1])


@mistake(
    "split",
    diagnosis="rule",
    keeps=2,
    says="each size is rounded on its own, so they do not add up to n",
)
def sizes_rounded_one_by_one(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    order, parts, a = rng.permutation(n), [], 0
    for f in fractions:
        size = round(n * f)
        parts.append(order[a : a + size])
        a += size
    return parts


@mistake(
    "split",
    diagnosis="rule",
    keeps=2.5,
    says="all parts are of the same size, whatever the fractions",
)
def equal_parts(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    return np.array_split(rng.permutation(n), len(fractions))


@mistake("split", diagnosis="rule", says="the last end cuts too: there is an empty part at the end")
def one_cut_too_many(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.split(rng.permutation(n), ends)


@mistake(
    "split", diagnosis="rule", keeps=1, says="indices run from 1 to n, where Python counts from 0"
)
def indices_from_one(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.split(rng.permutation(n) + 1, ends[:-1])


@mistake(
    "split",
    diagnosis="rule",
    keeps=2,
    says="the samples are turned round like a wheel: neighbors stay together",
)
def only_rotated(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.split(np.roll(np.arange(n), rng.integers(n)), ends[:-1])


@mistake(
    "split",
    diagnosis="no-error",
    keeps=2.5,
    also=["rule"],
    says="fractions that are no shares are not refused",
)
def fractions_not_checked(n, fractions, rng):
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.split(rng.permutation(n), ends[:-1])


@mistake(
    "split",
    diagnosis="no-error",
    keeps=2.5,
    says="a fraction that is zero or negative is not refused",
)
def only_the_sum_checked(n, fractions, rng):
    if not (np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.split(rng.permutation(n), ends[:-1])


@mistake(
    "split", diagnosis="no-error", keeps=2.5, says="fractions that do not add to 1 are not refused"
)
def only_the_signs_checked(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.split(rng.permutation(n), ends[:-1])


@mistake(
    "split",
    diagnosis="exception",
    keeps=1.5,
    says="the sum is compared exactly, and ten times 0.1 is refused",
)
def sum_compared_exactly(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and sum(fractions) == 1):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    return np.split(rng.permutation(n), ends[:-1])


@mistake("split", diagnosis="rule", says="masks come back, not indices")
def masks(n, fractions, rng):
    if not (np.all(np.asarray(fractions) > 0) and np.isclose(np.sum(fractions), 1)):
        raise ValueError("fractions must be positive and add to 1")
    ends = np.rint(n * np.cumsum(fractions)).astype(int)
    parts = np.split(rng.permutation(n), ends[:-1])
    return [np.isin(np.arange(n), part) for part in parts]


# --- ridge ---


@mistake(
    "ridge",
    diagnosis="value",
    keeps=0.5,
    says="the penalty is weighed against the sum over the samples, not the mean",
)
def penalty_against_the_sum(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X + l2 * np.eye(d), X.T @ y)


@mistake(
    "ridge",
    diagnosis="value",
    also=("regularization",),
    keeps=0.5,
    says="the penalty does not act: this is least squares",
)
def penalty_forgotten(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.lstsq(X, y, rcond=None)[0]


@mistake(
    "ridge",
    diagnosis="value",
    also=("regularization",),
    keeps=0.5,
    says="the penalty acts twice as strongly: its half is forgotten",
)
def penalty_doubled(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + 2 * l2 * np.eye(d), X.T @ y / n)


@mistake(
    "ridge",
    diagnosis="value",
    also=("regularization",),
    keeps=0.5,
    says="the penalty acts half as strongly: the derivative of a square has a 2",
)
def penalty_halved(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + l2 / 2 * np.eye(d), X.T @ y / n)


@mistake(
    "ridge",
    diagnosis="value",
    also=("regularization",),
    keeps=0.5,
    says="the penalty is subtracted",
)
def penalty_subtracted(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n - l2 * np.eye(d), X.T @ y / n)


@mistake(
    "ridge",
    diagnosis="value",
    keeps=0.5,
    says="the penalty is added to all entries of the matrix, not to its diagonal",
)
def penalty_on_all_entries(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + l2, X.T @ y / n)


@mistake("ridge", diagnosis="value", keeps=0.5, says="the penalty is squared")
def penalty_squared(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + l2**2 * np.eye(d), X.T @ y / n)


@mistake(
    "ridge",
    diagnosis="value",
    keeps=0.5,
    says="the first weight is not penalized, where all are to be penalized alike",
)
def bias_spared(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + l2 * np.diag(np.arange(d) > 0), X.T @ y / n)


@mistake(
    "ridge",
    diagnosis="value",
    also=["factor"],
    says="the right side is a sum over the samples, the left side a mean",
)
def right_side_not_averaged(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.solve(X.T @ X / n + l2 * np.eye(d), X.T @ y)


@mistake(
    "ridge",
    diagnosis="value",
    keeps=0.5,
    says="all weights of least squares are shrunk by one factor",
)
def shrunk_afterward(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    return np.linalg.lstsq(X, y, rcond=None)[0] / (1 + l2)


@mistake("ridge", diagnosis="in-place")
def penalty_in_place(X, y, l2):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    y /= n
    return np.linalg.solve(X.T @ X / n + l2 * np.eye(d), X.T @ y)


# --- ridge_gradient ---


@mistake(
    "ridge_gradient",
    diagnosis="value",
    also=("mean-sum",),
    says="the penalty is divided by the number of samples too",
)
def penalty_divided_by_n(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X.T @ (X @ w - y) + l2 * w) / len(y)


@mistake(
    "ridge_gradient",
    diagnosis="value",
    also=["regularization"],
    says="the penalty has no part in the slope",
)
def slope_without_penalty(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y)


@mistake(
    "ridge_gradient",
    diagnosis="value",
    also=("regularization",),
    says="the derivative of the halved square is taken as that of the whole",
)
def slope_of_a_doubled_penalty(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + 2 * l2 * w


@mistake(
    "ridge_gradient",
    diagnosis="value",
    also=("regularization",),
    says="the half of the penalty is still there after the derivative",
)
def slope_of_a_halved_penalty(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + l2 * w / 2


@mistake(
    "ridge_gradient",
    diagnosis="value",
    also=("mean-sum",),
    says="the errors are summed over the samples, not averaged",
)
def slope_of_the_sum(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) + l2 * w


@mistake(
    "ridge_gradient",
    diagnosis="value",
    also=("regularization",),
    says="the penalty has the wrong sign",
)
def penalty_pushes_away(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) - l2 * w


@mistake("ridge_gradient", diagnosis="value", says="the errors have the wrong sign")
def errors_turned(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (y - X @ w) / len(y) + l2 * w


@mistake(
    "ridge_gradient", diagnosis="value", says="the penalty adds the same number to all components"
)
def penalty_without_weights(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + l2


@mistake(
    "ridge_gradient", diagnosis="value", says="the first weight is not penalized, where all are"
)
def slope_spares_the_first(w, X, y, l2):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y) + l2 * np.where(np.arange(len(w)) > 0, w, 0)


# --- cross_validate ---


@mistake(
    "cross_validate",
    diagnosis="rule",
    keeps=3.5,
    says="the folds are blocks of neighbors: the samples are not shuffled",
)
def folds_not_shuffled(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = np.arange(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.delete(np.arange(len(y)), held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.mean(losses)


@mistake(
    "cross_validate",
    diagnosis="rule",
    keeps=2,
    says="models are fitted to all samples, also to those held out",
)
def fitted_to_all(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        losses.append(loss(fit(X, y), X[held], y[held]))
    return np.mean(losses)


@mistake(
    "cross_validate",
    diagnosis="rule",
    keeps=0.5,
    says="the loss is taken on the samples that the model was fitted to",
)
def tried_on_the_training_part(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.delete(np.arange(len(y)), held)
        losses.append(loss(fit(X[train], y[train]), X[train], y[train]))
    return np.mean(losses)


@mistake(
    "cross_validate",
    diagnosis="rule",
    keeps=1.5,
    says="a model is fitted to one fold and tried on all others",
)
def parts_exchanged(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.delete(np.arange(len(y)), held)
        losses.append(loss(fit(X[held], y[held]), X[train], y[train]))
    return np.mean(losses)


@mistake("cross_validate", diagnosis="rule", keeps=1.5, says="only the first fold is held out")
def only_one_fold(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k)[:1]:
        train = np.delete(np.arange(len(y)), held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.mean(losses)


@mistake(
    "cross_validate",
    diagnosis="rule",
    keeps=2.5,
    says="samples that do not fill a fold are never held out",
)
def rest_left_out(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in order[: len(y) // k * k].reshape(k, -1):
        train = np.delete(np.arange(len(y)), held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.mean(losses)


@mistake(
    "cross_validate",
    diagnosis="rule",
    keeps=2.5,
    says="all that is left over comes into the last fold",
)
def rest_in_the_last(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.split(order, len(y) // k * np.arange(1, k)):
        train = np.delete(np.arange(len(y)), held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.mean(losses)


@mistake(
    "cross_validate",
    diagnosis="value",
    keeps=3,
    also=["factor"],
    says="the losses are summed, not averaged",
)
def sum_of_losses(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.delete(np.arange(len(y)), held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.sum(losses)


@mistake(
    "cross_validate",
    diagnosis="value",
    keeps=3,
    says="folds are weighed by their size, where all have the same weight",
)
def weighed_by_size(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.delete(np.arange(len(y)), held)
        losses.append(len(held) * loss(fit(X[train], y[train]), X[held], y[held]))
    return np.sum(losses) / len(y)


@mistake(
    "cross_validate",
    diagnosis="shape",
    keeps=3,
    says="the losses of the folds come back, not their mean",
)
def losses_of_all_folds(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.delete(np.arange(len(y)), held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.array(losses)


@mistake(
    "cross_validate",
    diagnosis="rule",
    keeps=1.5,
    says="each fold is drawn anew, so some samples are held out twice and others never",
)
def drawn_anew_for_each_fold(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    losses = []
    for held in [rng.permutation(len(y))[: len(y) // k] for _ in range(k)]:
        train = np.delete(np.arange(len(y)), held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.mean(losses)


@mistake(
    "cross_validate",
    diagnosis="rule",
    keeps=3.5,
    says="the folds come from a generator of your own, not from rng",
)
def generator_of_its_own(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = np.random.default_rng(0).permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.delete(np.arange(len(y)), held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.mean(losses)


@mistake("cross_validate", diagnosis="rule", says="X is shuffled and y is not")
def y_not_shuffled_with_x(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    X = X[rng.permutation(len(y))]
    order = np.arange(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.delete(np.arange(len(y)), held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.mean(losses)


@mistake(
    "cross_validate",
    diagnosis="value",
    keeps=3,
    says="the lowest of the losses comes back, not their mean",
)
def best_fold(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.delete(np.arange(len(y)), held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.min(losses)


@mistake(
    "cross_validate",
    diagnosis="value",
    keeps=3,
    says="the median of the losses comes back, not their mean",
)
def median_fold(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.delete(np.arange(len(y)), held)
        losses.append(loss(fit(X[train], y[train]), X[held], y[held]))
    return np.median(losses)


@mistake(
    "cross_validate",
    diagnosis="rule",
    keeps=2,
    says="one model, fitted once, is tried on every fold",
)
def model_of_the_first_fold(fit, loss, X, y, k, rng):
    X, y = np.asarray(X), np.asarray(y)
    model = None
    order = rng.permutation(len(y))
    losses = []
    for held in np.array_split(order, k):
        train = np.delete(np.arange(len(y)), held)
        model = fit(X[train], y[train]) if model is None else model
        losses.append(loss(model, X[held], y[held]))
    return np.mean(losses)


# --- negative_log_posterior ---


@mistake(
    "negative_log_posterior",
    diagnosis="value",
    keeps=1,
    says="the errors are averaged, where logarithms of probabilities add",
)
def mean_of_the_errors(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((X @ w - y) ** 2) / (2 * sigma**2) + w @ w / (2 * tau**2)


@mistake(
    "negative_log_posterior",
    diagnosis="value",
    keeps=1,
    says="the prior is missing: this is half of chi-square",
)
def prior_forgotten(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2)


@mistake(
    "negative_log_posterior",
    diagnosis="value",
    keeps=1,
    says="the data are missing: this is the prior alone",
)
def likelihood_forgotten(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return w @ w / (2 * tau**2)


@mistake("negative_log_posterior", diagnosis="value", keeps=1, says="sigma and tau are not squared")
def widths_not_squared(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma) + w @ w / (2 * tau)


@mistake("negative_log_posterior", diagnosis="value", keeps=1, says="tau is not squared")
def prior_width_not_squared(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) + w @ w / (2 * tau)


@mistake(
    "negative_log_posterior",
    diagnosis="value",
    keeps=1,
    also=["factor"],
    says="both halves are forgotten",
)
def halves_forgotten(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / sigma**2 + w @ w / tau**2


@mistake(
    "negative_log_posterior", diagnosis="value", keeps=1, says="the half of the prior is forgotten"
)
def half_of_the_prior_forgotten(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) + w @ w / tau**2


@mistake("negative_log_posterior", diagnosis="value", keeps=1, says="chi-square is not halved")
def half_of_chi_square_forgotten(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / sigma**2 + w @ w / (2 * tau**2)


@mistake(
    "negative_log_posterior",
    diagnosis="value",
    keeps=1,
    also=["sign"],
    says="this is the logarithm itself, not minus the logarithm",
)
def sign_of_the_logarithm(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return -np.sum((X @ w - y) ** 2) / (2 * sigma**2) - w @ w / (2 * tau**2)


@mistake("negative_log_posterior", diagnosis="value", keeps=1, says="sigma and tau are exchanged")
def widths_exchanged(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * tau**2) + w @ w / (2 * sigma**2)


@mistake(
    "negative_log_posterior",
    diagnosis="value",
    keeps=1,
    says="the prior is multiplied by the square of tau, not divided",
)
def prior_as_a_factor(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * sigma**2) + tau**2 * w @ w / 2


@mistake(
    "negative_log_posterior",
    diagnosis="value",
    keeps=1,
    says="the constants of the densities are still there",
)
def constants_kept(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (
        np.sum((X @ w - y) ** 2) / (2 * sigma**2)
        + w @ w / (2 * tau**2)
        + len(y) * np.log(sigma)
        + len(w) * np.log(tau)
    )


# --- negative_log_posterior_gradient ---


@mistake(
    "negative_log_posterior_gradient",
    diagnosis="value",
    keeps=1,
    says="the errors are averaged, where they are to be summed",
)
def slope_of_the_mean(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / (len(y) * sigma**2) + w / tau**2


@mistake(
    "negative_log_posterior_gradient",
    diagnosis="value",
    keeps=1,
    says="the prior has no part in the slope",
)
def slope_without_prior(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma**2


@mistake(
    "negative_log_posterior_gradient",
    diagnosis="value",
    keeps=1,
    says="the data have no part in the slope",
)
def slope_of_the_prior_alone(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return w / tau**2


@mistake(
    "negative_log_posterior_gradient",
    diagnosis="value",
    keeps=1,
    says="sigma and tau are not squared",
)
def slope_widths_not_squared(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma + w / tau


@mistake("negative_log_posterior_gradient", diagnosis="value", keeps=1, says="tau is not squared")
def slope_tau_not_squared(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma**2 + w / tau


@mistake(
    "negative_log_posterior_gradient",
    diagnosis="value",
    keeps=1,
    also=["factor"],
    says="the halves are still there after the derivative",
)
def slope_with_halves(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / (2 * sigma**2) + w / (2 * tau**2)


@mistake(
    "negative_log_posterior_gradient",
    diagnosis="value",
    keeps=1,
    says="the half of the prior is still there after the derivative",
)
def slope_prior_halved(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / sigma**2 + w / (2 * tau**2)


@mistake(
    "negative_log_posterior_gradient",
    diagnosis="value",
    keeps=1,
    also=["factor"],
    says="the slope is twice too large: the halves are forgotten",
)
def slope_doubled(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return 2 * X.T @ (X @ w - y) / sigma**2 + 2 * w / tau**2


@mistake(
    "negative_log_posterior_gradient",
    diagnosis="value",
    keeps=1,
    also=["sign"],
    says="this is the gradient of the logarithm, not of minus the logarithm",
)
def slope_uphill(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return -X.T @ (X @ w - y) / sigma**2 - w / tau**2


@mistake(
    "negative_log_posterior_gradient",
    diagnosis="value",
    keeps=1,
    says="sigma and tau are exchanged",
)
def slope_widths_exchanged(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / tau**2 + w / sigma**2


@mistake(
    "negative_log_posterior_gradient",
    diagnosis="value",
    keeps=1,
    says="the errors have the wrong sign",
)
def slope_errors_turned(w, X, y, sigma, tau):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (y - X @ w) / sigma**2 + w / tau**2


# --- choose_model ---


@mistake(
    "choose_model",
    diagnosis="value",
    says="the degree is fixed and far too low for a curve with many bends",
)
def always_a_cubic(x, y, rng):
    V = np.vander(np.asarray(x, dtype=float), 4, increasing=True)
    A = V.T @ V / len(y) + 0.0 * np.eye(4)
    w = np.linalg.solve(A, V.T @ y / len(y))
    return lambda x: np.polyval(w[::-1], x)


@mistake(
    "choose_model",
    diagnosis="value",
    says="the degree is fixed and far too high for a line under noise",
)
def always_degree_14(x, y, rng):
    V = np.vander(np.asarray(x, dtype=float), 15, increasing=True)
    A = V.T @ V / len(y) + 0.0 * np.eye(15)
    w = np.linalg.solve(A, V.T @ y / len(y))
    return lambda x: np.polyval(w[::-1], x)


@mistake("choose_model", diagnosis="value", says="degree and penalty are fixed: no choice is made")
def always_a_penalty(x, y, rng):
    V = np.vander(np.asarray(x, dtype=float), 16, increasing=True)
    A = V.T @ V / len(y) + 1e-3 * np.eye(16)
    w = np.linalg.solve(A, V.T @ y / len(y))
    return lambda x: np.polyval(w[::-1], x)


@mistake(
    "choose_model",
    diagnosis="value",
    says="the choice is made by the training error, which prefers the highest degree",
)
def chosen_by_training_error(x, y, rng):
    V = np.vander(np.asarray(x, dtype=float), 16, increasing=True)
    y = np.asarray(y, dtype=float)

    def fit(rows, degree):
        return np.linalg.lstsq(V[rows, : degree + 1], y[rows], rcond=None)[0]

    def error(w, rows):
        return np.mean((V[rows, : len(w)] @ w - y[rows]) ** 2)

    def score(degree):
        return error(fit(np.arange(len(y)), degree), np.arange(len(y)))

    degree = min(range(16), key=score)
    w = fit(np.arange(len(y)), degree)
    return lambda x: np.polyval(w[::-1], x)


@mistake(
    "choose_model",
    diagnosis="value",
    says="the readings are in order, and the folds are not shuffled",
)
def chosen_in_neighboring_folds(x, y, rng):
    V = np.vander(np.asarray(x, dtype=float), 16, increasing=True)
    y = np.asarray(y, dtype=float)

    def fit(rows, degree):
        return np.linalg.lstsq(V[rows, : degree + 1], y[rows], rcond=None)[0]

    def error(w, rows):
        return np.mean((V[rows, : len(w)] @ w - y[rows]) ** 2)

    folds = np.array_split(np.arange(len(y)), 5)

    def score(degree):
        losses = []
        for held in folds:
            rest = np.setdiff1d(np.arange(len(y)), held)
            losses.append(error(fit(rest, degree), held))
        return np.mean(losses)

    degree = min(range(16), key=score)
    w = fit(np.arange(len(y)), degree)
    return lambda x: np.polyval(w[::-1], x)


@mistake("choose_model", diagnosis="value", says="the choice with the largest error is taken")
def worst_chosen(x, y, rng):
    V = np.vander(np.asarray(x, dtype=float), 16, increasing=True)
    y = np.asarray(y, dtype=float)

    def fit(rows, degree):
        return np.linalg.lstsq(V[rows, : degree + 1], y[rows], rcond=None)[0]

    def error(w, rows):
        return np.mean((V[rows, : len(w)] @ w - y[rows]) ** 2)

    folds = np.array_split(rng.permutation(len(y)), 5)

    def score(degree):
        losses = []
        for held in folds:
            rest = np.setdiff1d(np.arange(len(y)), held)
            losses.append(error(fit(rest, degree), held))
        return np.mean(losses)

    degree = max(range(16), key=score)
    w = fit(np.arange(len(y)), degree)
    return lambda x: np.polyval(w[::-1], x)


@mistake(
    "choose_model",
    diagnosis="value",
    says="only degrees up to 8 are tried, too few for a curve with many bends",
)
def low_degrees_only(x, y, rng):
    V = np.vander(np.asarray(x, dtype=float), 16, increasing=True)
    y = np.asarray(y, dtype=float)

    def fit(rows, degree):
        return np.linalg.lstsq(V[rows, : degree + 1], y[rows], rcond=None)[0]

    def error(w, rows):
        return np.mean((V[rows, : len(w)] @ w - y[rows]) ** 2)

    folds = np.array_split(rng.permutation(len(y)), 5)

    def score(degree):
        losses = []
        for held in folds:
            rest = np.setdiff1d(np.arange(len(y)), held)
            losses.append(error(fit(rest, degree), held))
        return np.mean(losses)

    degree = min(range(9), key=score)
    w = fit(np.arange(len(y)), degree)
    return lambda x: np.polyval(w[::-1], x)


@mistake("choose_model", diagnosis="value", says="the model is not fitted again to all readings")
def fitted_to_the_last_fold(x, y, rng):
    V = np.vander(np.asarray(x, dtype=float), 16, increasing=True)
    y = np.asarray(y, dtype=float)

    def fit(rows, degree):
        return np.linalg.lstsq(V[rows, : degree + 1], y[rows], rcond=None)[0]

    def error(w, rows):
        return np.mean((V[rows, : len(w)] @ w - y[rows]) ** 2)

    folds = np.array_split(rng.permutation(len(y)), 5)

    def score(degree):
        losses = []
        for held in folds:
            rest = np.setdiff1d(np.arange(len(y)), held)
            losses.append(error(fit(rest, degree), held))
        return np.mean(losses)

    degree = min(range(16), key=score)
    w = fit(folds[-1], degree)
    return lambda x: np.polyval(w[::-1], x)


@mistake(
    "choose_model",
    diagnosis="rule",
    says="weights come back, where a function that predicts is asked for",
)
def weights_returned(x, y, rng):
    V = np.vander(np.asarray(x, dtype=float), 16, increasing=True)
    y = np.asarray(y, dtype=float)

    def fit(rows, degree):
        return np.linalg.lstsq(V[rows, : degree + 1], y[rows], rcond=None)[0]

    def error(w, rows):
        return np.mean((V[rows, : len(w)] @ w - y[rows]) ** 2)

    folds = np.array_split(rng.permutation(len(y)), 5)

    def score(degree):
        losses = []
        for held in folds:
            rest = np.setdiff1d(np.arange(len(y)), held)
            losses.append(error(fit(rest, degree), held))
        return np.mean(losses)

    degree = min(range(16), key=score)
    w = fit(np.arange(len(y)), degree)
    return w


@mistake(
    "choose_model",
    diagnosis="rule",
    says="predictions come back, where a function that predicts is asked for",
)
def predictions_returned(x, y, rng):
    V = np.vander(np.asarray(x, dtype=float), 16, increasing=True)
    y = np.asarray(y, dtype=float)

    def fit(rows, degree):
        return np.linalg.lstsq(V[rows, : degree + 1], y[rows], rcond=None)[0]

    def error(w, rows):
        return np.mean((V[rows, : len(w)] @ w - y[rows]) ** 2)

    folds = np.array_split(rng.permutation(len(y)), 5)

    def score(degree):
        losses = []
        for held in folds:
            rest = np.setdiff1d(np.arange(len(y)), held)
            losses.append(error(fit(rest, degree), held))
        return np.mean(losses)

    degree = min(range(16), key=score)
    w = fit(np.arange(len(y)), degree)
    return np.polyval(w[::-1], x)


@mistake(
    "choose_model", diagnosis="value", says="the weights are used in the wrong order of powers"
)
def weights_in_falling_order(x, y, rng):
    V = np.vander(np.asarray(x, dtype=float), 16, increasing=True)
    y = np.asarray(y, dtype=float)

    def fit(rows, degree):
        return np.linalg.lstsq(V[rows, : degree + 1], y[rows], rcond=None)[0]

    def error(w, rows):
        return np.mean((V[rows, : len(w)] @ w - y[rows]) ** 2)

    folds = np.array_split(rng.permutation(len(y)), 5)

    def score(degree):
        losses = []
        for held in folds:
            rest = np.setdiff1d(np.arange(len(y)), held)
            losses.append(error(fit(rest, degree), held))
        return np.mean(losses)

    degree = min(range(16), key=score)
    w = fit(np.arange(len(y)), degree)
    return lambda x: np.polyval(w, x)


@mistake(
    "choose_model",
    diagnosis="value",
    says="the reading at the nearest place is returned: that is memorizing",
)
def nearest_reading(x, y, rng):
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    return lambda q: y[np.argmin(np.abs(x - np.asarray(q)[:, None]), axis=1)]


@mistake("choose_model", diagnosis="value", says="the mean of all readings is returned everywhere")
def mean_of_the_readings(x, y, rng):
    return lambda x: np.full(np.shape(x), np.mean(y))
