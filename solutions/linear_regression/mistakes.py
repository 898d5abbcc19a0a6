"""Wrong answers that students give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import minibatches, mse, mse_gradient, sgd

# --- mse --------------------------------------------------------------------------------


@mistake(
    "mse",
    diagnosis="factor",
    says="the factor ½ is missing in the loss",
)
def loss_without_the_half(w, X, y):
    return np.mean((np.asarray(X) @ w - np.asarray(y)) ** 2)


@mistake(
    "mse",
    diagnosis="factor",
    says="the loss is summed over the samples and not divided by their number",
)
def loss_as_a_sum(w, X, y):
    return np.sum((np.asarray(X) @ w - np.asarray(y)) ** 2) / 2


@mistake(
    "mse",
    diagnosis="shape",
    says="you return the loss of every sample instead of one number for all",
)
def loss_of_each_sample(w, X, y):
    return (np.asarray(X) @ w - np.asarray(y)) ** 2 / 2


@mistake(
    "mse",
    diagnosis="shape",
    says="a column meets a flat array, so every sample is paired with every other",
)
def loss_of_a_column(w, X, y):
    # (n, 1) minus (n,) is (n, n)
    return np.mean((np.asarray(X) @ np.reshape(w, (-1, 1)) - np.asarray(y)) ** 2) / 2


@mistake(
    "mse",
    diagnosis="value",
    says="you take the absolute values of the errors and do not square them",
)
def loss_of_the_absolute_errors(w, X, y):
    return np.mean(np.abs(np.asarray(X) @ w - np.asarray(y))) / 2


@mistake(
    "mse",
    diagnosis="value",
    says="you take the mean of the errors first and square it afterwards",
)
def loss_that_squares_the_mean(w, X, y):
    return np.mean(np.asarray(X) @ w - np.asarray(y)) ** 2 / 2


@mistake(
    "mse",
    diagnosis="power",
    says="you take the square root of the whole loss",
)
def loss_with_a_root(w, X, y):
    return np.sqrt(np.mean((np.asarray(X) @ w - np.asarray(y)) ** 2) / 2)


@mistake("mse", diagnosis="in-place")
def loss_that_changes_y(w, X, y):
    y = np.asarray(y, dtype=float)
    y -= np.asarray(X) @ w
    return np.mean(y**2) / 2


@mistake("mse", diagnosis="exception")
def loss_of_arrays_only(w, X, y):
    return np.mean((X @ w - y) ** 2) / 2


# --- mse_gradient -----------------------------------------------------------------------


@mistake(
    "mse_gradient",
    diagnosis="factor",
    says="the gradient is summed over the samples and not divided by their number",
)
def gradient_as_a_sum(w, X, y):
    X = np.asarray(X, dtype=float)
    return X.T @ (X @ w - y)


@mistake(
    "mse_gradient",
    diagnosis="factor",
    says="the factor 2 from the square is kept, though the ½ of the loss cancels it",
)
def gradient_with_the_two_kept(w, X, y):
    X = np.asarray(X, dtype=float)
    return 2 * X.T @ (X @ w - y) / len(y)


@mistake(
    "mse_gradient",
    diagnosis="sign",
    says="the gradient has its sign turned, so it points downhill",
)
def gradient_downhill(w, X, y):
    X = np.asarray(X, dtype=float)
    return X.T @ (y - X @ w) / len(y)


@mistake(
    "mse_gradient",
    diagnosis="factor",
    says="the number of weights is added to the number of samples you divide by",
)
def gradient_divided_by_the_number_of_weights(w, X, y):
    X = np.asarray(X, dtype=float)
    return X.T @ (X @ w - y) / (len(w) + len(y))


@mistake(
    "mse_gradient",
    diagnosis="batch-sum",
    says="you return the gradient of every sample instead of one for all",
)
def gradient_of_each_sample(w, X, y):
    X = np.asarray(X, dtype=float)
    return (X @ w - y)[:, None] * X


@mistake(
    "mse_gradient",
    diagnosis="shape",
    says="you return the gradient as a column, not as a flat array",
)
def gradient_as_a_column(w, X, y):
    X = np.asarray(X, dtype=float)
    return (X.T @ (X @ w - y) / len(y)).reshape(-1, 1)


@mistake(
    "mse_gradient",
    diagnosis="one-sample",
    says="return stands inside the loop, so only the first sample counts",
)
def gradient_that_returns_in_the_loop(w, X, y):
    gradient = np.zeros(len(w))
    for x, target in zip(np.asarray(X, dtype=float), y):
        gradient += (x @ w - target) * x
        return gradient / len(y)


@mistake(
    "mse_gradient",
    diagnosis="value",
    says="the errors are averaged on their own, not each together with its own input",
)
def gradient_that_forgets_the_inputs_of_one_factor(w, X, y):
    X = np.asarray(X, dtype=float)
    return np.full(len(w), np.mean(X @ w - y))


@mistake(
    "mse_gradient",
    diagnosis="integer",
    keeps=0.5,
    says=(
        "your result array takes its type from an argument, and integers there cut off the decimals"
    ),
)
def gradient_into_integers(w, X, y):
    gradient = np.zeros_like(w)
    gradient[:] = np.asarray(X).T @ (np.asarray(X) @ w - y) / len(y)
    return gradient


@mistake(
    "mse_gradient",
    diagnosis="value",
    keeps=0.5,
    says=("you approximate the derivative by differences of nearby values, which costs digits"),
)
def gradient_by_differences_of_the_loss(w, X, y):
    # exact but for rounding, because the loss is a parabola; rounding is what gives it away
    w = np.asarray(w, dtype=float)
    steps = 1e-3 * np.eye(len(w))
    return np.array([(mse(w + s, X, y) - mse(w - s, X, y)) / 2e-3 for s in steps])


# --- least_squares ----------------------------------------------------------------------


@mistake("least_squares", diagnosis="exception", keeps=1, also=["digits"])
def solved_by_the_normal_equation(X, y):
    X = np.asarray(X, dtype=float)
    return np.linalg.solve(X.T @ X, X.T @ y)


@mistake(
    "least_squares",
    diagnosis="value",
    keeps=2,
    also=["digits"],
    says=("you form X.T @ X, which costs half of the digits when columns are almost dependent"),
)
def solved_by_the_pseudoinverse_of_the_square(X, y):
    # right for dependent columns, with half of the digits for nearly dependent ones
    X = np.asarray(X, dtype=float)
    return np.linalg.pinv(X.T @ X, rcond=1e-14) @ X.T @ y


@mistake(
    "least_squares",
    diagnosis="value",
    says=("small extra terms pull the weights toward 0, though the plain minimum is asked for"),
)
def solved_with_a_ridge(X, y):
    X = np.asarray(X, dtype=float)
    return np.linalg.solve(X.T @ X + 1e-3 * np.eye(X.shape[1]), X.T @ y)


@mistake("least_squares", diagnosis="type")
def everything_that_lstsq_returns(X, y):
    return np.linalg.lstsq(np.asarray(X, dtype=float), np.asarray(y, dtype=float), rcond=None)


@mistake(
    "least_squares",
    diagnosis="value",
    keeps=2,
    says="your tolerance rcond is so large that directions that matter are thrown away",
)
def solved_with_a_careless_tolerance(X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    return np.linalg.lstsq(X, y, rcond=1e-3)[0]


@mistake(
    "least_squares",
    diagnosis="shape",
    says="you return the weights as a column, not as a flat array",
)
def solved_for_a_column(X, y):
    return np.linalg.lstsq(np.asarray(X, float), np.reshape(y, (-1, 1)), rcond=None)[0]


@mistake(
    "least_squares",
    diagnosis="value",
    says="a column of ones or a subtraction of means brings in a constant of your own",
)
def solved_with_a_bias_of_its_own(X, y):
    X = np.column_stack([np.asarray(X, dtype=float), np.ones(len(X))])
    return np.linalg.lstsq(X, np.asarray(y, dtype=float), rcond=None)[0][:-1]


@mistake("least_squares", diagnosis="exception", keeps=1, also=["digits"])
def solved_by_the_inverse(X, y):
    X = np.asarray(X, dtype=float)
    return np.linalg.inv(X.T @ X) @ X.T @ y


# --- gradient_descent -------------------------------------------------------------------


@mistake("gradient_descent", diagnosis="no-error", keeps=2)
def descent_that_checks_nothing(gradient, w0, lr, n_steps):
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(path[-1] - lr * gradient(path[-1]))
    return np.array(path)


@mistake("gradient_descent", diagnosis="no-error", keeps=2)
def descent_that_allows_a_step_of_zero(gradient, w0, lr, n_steps):
    if lr < 0:
        raise ValueError("lr must be positive")
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(path[-1] - lr * gradient(path[-1]))
    return np.array(path)


@mistake(
    "gradient_descent",
    diagnosis="value",
    says="the gradient is added to the weights, so every step goes uphill",
)
def ascent(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(path[-1] + lr * gradient(path[-1]))
    return np.array(path)


@mistake(
    "gradient_descent",
    diagnosis="shape",
    says="you return the last weights alone, not the whole trajectory",
)
def descent_that_returns_the_end(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    for _ in range(n_steps):
        w = w - lr * gradient(w)
    return w


@mistake(
    "gradient_descent",
    diagnosis="shape",
    also=["steps"],
    says="the start w0 is missing in the trajectory",
)
def descent_without_its_start(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = []
    for _ in range(n_steps):
        w = w - lr * gradient(w)
        path.append(w)
    return np.array(path)


@mistake(
    "gradient_descent",
    diagnosis="value",
    says="the same array is appended every time, so all rows show the last weights",
)
def descent_that_keeps_one_array(gradient, w0, lr, n_steps):
    # the same array is appended each time, and holds the last weights in the end
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w -= lr * gradient(w)
        path.append(w)
    return np.array(path)


@mistake(
    "gradient_descent",
    diagnosis="value",
    keeps=1,
    says="the gradient is computed once, at the start, and never again",
)
def descent_with_the_first_gradient_kept(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w0 = np.array(w0, dtype=float)
    slope = gradient(w0)
    return np.array([w0 - lr * t * slope for t in range(n_steps + 1)])


@mistake("gradient_descent", diagnosis="in-place")
def descent_that_changes_its_start(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    w = np.asarray(w0, dtype=float)
    path = [w.copy()]
    for _ in range(n_steps):
        w -= lr * gradient(w)
        path.append(w.copy())
    return np.array(path)


@mistake(
    "gradient_descent",
    diagnosis="integer",
    keeps=2,
    says=(
        "your result array takes its type from an argument, and integers there cut off the decimals"
    ),
)
def descent_into_an_array_like_the_start(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    path = np.zeros((n_steps + 1, len(w0)), dtype=np.asarray(w0).dtype)
    path[0] = w0
    for t in range(n_steps):
        path[t + 1] = path[t] - lr * gradient(path[t])
    return path


@mistake(
    "gradient_descent",
    diagnosis="value",
    says="the gradient is divided by its length, so all steps are equally long",
)
def descent_by_the_direction_alone(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        slope = gradient(path[-1])
        path.append(path[-1] - lr * slope / np.linalg.norm(slope))
    return np.array(path)


@mistake(
    "gradient_descent",
    diagnosis="shape",
    keeps=2,
    says=("you stop early where the gradient is small, though n_steps steps are asked for"),
)
def descent_that_stops_when_it_has_arrived(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        slope = np.asarray(gradient(path[-1]))
        if np.linalg.norm(slope) < 1e-8:
            break
        path.append(path[-1] - lr * slope)
    return np.array(path)


@mistake(
    "gradient_descent",
    diagnosis="value",
    keeps=2,
    says="large entries of the gradient are cut off at -100 and 100",
)
def descent_by_a_clipped_gradient(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(path[-1] - lr * np.clip(gradient(path[-1]), -100, 100))
    return np.array(path)


@mistake(
    "gradient_descent",
    diagnosis="value",
    keeps=2,
    says="the weights stay where they are as soon as the gradient is small",
)
def descent_that_freezes_where_it_is_flat(gradient, w0, lr, n_steps):
    if lr <= 0:
        raise ValueError("lr must be positive")
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        slope = np.asarray(gradient(path[-1]))
        is_flat = np.linalg.norm(slope) < 1e-5
        path.append(path[-1] - lr * slope * (not is_flat))
    return np.array(path)


# --- stable_learning_rate ---------------------------------------------------------------


@mistake(
    "stable_learning_rate",
    diagnosis="factor",
    says="the numerator is 1, so your limit is only half as large",
)
def rate_of_one_over_the_largest(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 1 / np.linalg.eigvalsh(X.T @ X / len(X)).max()


@mistake(
    "stable_learning_rate",
    diagnosis="factor",
    says="the products are summed over the samples and not divided by their number",
)
def rate_for_a_sum(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 2 / np.linalg.eigvalsh(X.T @ X).max()


@mistake(
    "stable_learning_rate",
    diagnosis="value",
    keeps=0.5,
    says="where X is zero you return 0, as if no rate would do, though every rate does",
)
def rate_of_nothing_is_zero(X):
    X = np.asarray(X, dtype=float)
    largest = np.linalg.eigvalsh(X.T @ X / len(X)).max()
    return 2 / largest if largest > 0 else 0.0


@mistake(
    "stable_learning_rate",
    diagnosis="value",
    says="you divide by another eigenvalue than the largest, such as the smallest or the first",
)
def rate_of_the_flattest_direction(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 2 / np.linalg.eigvalsh(X.T @ X / len(X)).min()


@mistake(
    "stable_learning_rate",
    diagnosis="value",
    keeps=0.5,
    says="you return the best rate, at which the two extreme directions are equally fast",
)
def rate_that_is_best(X):
    X = np.asarray(X, dtype=float)
    values = np.linalg.eigvalsh(X.T @ X / len(X))
    with np.errstate(divide="ignore"):
        return 2 / (values.max() + values.min())


@mistake(
    "stable_learning_rate",
    diagnosis="value",
    says="you divide by the trace, which is the sum of all eigenvalues",
)
def rate_of_the_trace(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 2 * len(X) / np.sum(X**2)


@mistake(
    "stable_learning_rate",
    diagnosis="value",
    says="the singular value of X is not squared, though the curvature is its square",
)
def rate_of_a_singular_value(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 2 * len(X) / np.linalg.norm(X, 2)


@mistake(
    "stable_learning_rate",
    diagnosis="shape",
    says="you return a limit for every direction, where one number for all is asked for",
)
def rate_of_each_direction(X):
    X = np.asarray(X, dtype=float)
    with np.errstate(divide="ignore"):
        return 2 / np.linalg.eigvalsh(X.T @ X / len(X))


# --- minibatches ------------------------------------------------------------------------


@mistake(
    "minibatches",
    diagnosis="rule",
    says="each slice ends where it begins, so it is empty",
)
def batches_that_are_empty(n, batch_size, rng):
    order = rng.permutation(n)
    for start in range(0, n, batch_size):
        yield order[start:start]


@mistake(
    "minibatches",
    diagnosis="rule",
    keeps=1,
    says="the indices are dealt in their order, without any shuffling",
)
def dealt_in_order(n, batch_size, rng):
    for start in range(0, n, batch_size):
        yield np.arange(start, min(start + batch_size, n))


@mistake(
    "minibatches",
    diagnosis="rule",
    keeps=1,
    says="the last, shorter batch is dropped",
)
def dealt_without_the_short_batch(n, batch_size, rng):
    order = rng.permutation(n)
    for k in range(n // batch_size):
        yield order[k * batch_size : (k + 1) * batch_size]


@mistake(
    "minibatches",
    diagnosis="rule",
    says="the indices are drawn with repetition, so some come twice and others never",
)
def drawn_with_replacement(n, batch_size, rng):
    for start in range(0, n, batch_size):
        yield rng.integers(0, n, size=min(batch_size, n - start))


@mistake(
    "minibatches",
    diagnosis="rule",
    says=("every batch comes from a new shuffle, so some indices come twice and others never"),
)
def drawn_afresh_for_each_batch(n, batch_size, rng):
    for start in range(0, n, batch_size):
        yield rng.permutation(n)[: min(batch_size, n - start)]


@mistake(
    "minibatches",
    diagnosis="rule",
    keeps=1,
    says="the shuffle does not come from rng but from a generator of your own",
)
def dealt_by_a_generator_of_its_own(n, batch_size, rng):
    order = np.random.default_rng(0).permutation(n)
    for start in range(0, n, batch_size):
        yield order[start : start + batch_size]


@mistake(
    "minibatches",
    diagnosis="rule",
    keeps=1,
    says="the shuffle comes from the global randomness of NumPy and not from rng",
)
def dealt_by_global_randomness(n, batch_size, rng):
    order = np.random.permutation(n)  # noqa: NPY002
    for start in range(0, n, batch_size):
        yield order[start : start + batch_size]


@mistake(
    "minibatches",
    diagnosis="rule",
    keeps=1,
    says="the order is only rotated, so neighboring indices stay together",
)
def dealt_from_a_cut_deck(n, batch_size, rng):
    # cutting is not shuffling: neighbors stay together
    order = (np.arange(n) + rng.integers(n)) % n
    for start in range(0, n, batch_size):
        yield order[start : start + batch_size]


@mistake(
    "minibatches",
    diagnosis="rule",
    keeps=1,
    says="the sizes are balanced, so batches before the last are not full",
)
def dealt_into_batches_of_equal_size(n, batch_size, rng):
    order = rng.permutation(n)
    yield from np.array_split(order, -(-n // batch_size))


@mistake(
    "minibatches",
    diagnosis="rule",
    says="you return all indices in one array, not batch by batch",
)
def dealt_as_one_list(n, batch_size, rng):
    return rng.permutation(n)


@mistake("minibatches", diagnosis="exception")
def dealt_into_whole_batches_only(n, batch_size, rng):
    yield from rng.permutation(n).reshape(-1, batch_size)


# --- sgd --------------------------------------------------------------------------------


@mistake(
    "sgd",
    diagnosis="shape",
    keeps=1,
    says="the trajectory keeps the weights after every batch, not after every epoch",
)
def training_that_keeps_every_iteration(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    path = [np.array(w0, dtype=float)]
    for _ in range(n_epochs):
        for rows in minibatches(len(y), batch_size, rng):
            path.append(path[-1] - lr * mse_gradient(path[-1], X[rows], y[rows]))
    return np.array(path)


@mistake(
    "sgd",
    diagnosis="value",
    keeps=1,
    says="every step uses all samples, not only those of the batch",
)
def training_on_all_samples_each_time(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    path = [np.array(w0, dtype=float)]
    for _ in range(n_epochs):
        w = path[-1]
        for _ in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(w, X, y)
        path.append(w)
    return np.array(path)


@mistake(
    "sgd",
    diagnosis="value",
    keeps=1,
    says="only the first batch of each epoch is used",
)
def training_with_one_batch_an_epoch(X, y, w0, lr, n_epochs, batch_size, rng):
    # takes a batch for an epoch, as seed note 002 does
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    path = [np.array(w0, dtype=float)]
    for _ in range(n_epochs):
        rows = next(iter(minibatches(len(y), batch_size, rng)))
        path.append(path[-1] - lr * mse_gradient(path[-1], X[rows], y[rows]))
    return np.array(path)


@mistake(
    "sgd",
    diagnosis="value",
    keeps=1,
    says="the gradients of an epoch are all taken at the weights it starts with",
)
def training_with_gradients_at_the_start_of_the_epoch(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    path = [np.array(w0, dtype=float)]
    for _ in range(n_epochs):
        w = path[-1]
        for rows in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(path[-1], X[rows], y[rows])
        path.append(w)
    return np.array(path)


@mistake(
    "sgd",
    diagnosis="value",
    keeps=1,
    says="the gradient of a batch is divided by the number of all samples",
)
def training_that_divides_by_all_samples(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    path = [np.array(w0, dtype=float)]
    for _ in range(n_epochs):
        w = path[-1]
        for rows in minibatches(len(y), batch_size, rng):
            w = w - lr * X[rows].T @ (X[rows] @ w - y[rows]) / len(y)
        path.append(w)
    return np.array(path)


@mistake(
    "sgd",
    diagnosis="rule",
    keeps=2,
    says="the samples are shuffled only once, so all epochs have the same batches",
)
def training_with_one_shuffle_for_all(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    batches = list(minibatches(len(y), batch_size, rng))
    path = [np.array(w0, dtype=float)]
    for _ in range(n_epochs):
        w = path[-1]
        for rows in batches:
            w = w - lr * mse_gradient(w, X[rows], y[rows])
        path.append(w)
    return np.array(path)


@mistake(
    "sgd",
    diagnosis="rule",
    keeps=2,
    says="the shuffle does not come from rng but from a generator of your own",
)
def training_by_a_generator_of_its_own(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    rng = np.random.default_rng(0)
    path = [np.array(w0, dtype=float)]
    for _ in range(n_epochs):
        w = path[-1]
        for rows in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(w, X[rows], y[rows])
        path.append(w)
    return np.array(path)


@mistake(
    "sgd",
    diagnosis="value",
    says=("later epochs add nothing: each starts again from w0, or finds no batches left"),
)
def training_with_a_generator_that_runs_dry(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    batches = minibatches(len(y), batch_size, rng)
    path = [np.array(w0, dtype=float)]
    for _ in range(n_epochs):
        w = path[-1]
        for rows in batches:
            w = w - lr * mse_gradient(w, X[rows], y[rows])
        path.append(w)
    return np.array(path)


@mistake(
    "sgd",
    diagnosis="value",
    says="the rows of X are shuffled but their targets are not",
)
def training_that_shuffles_inputs_alone(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    path = [np.array(w0, dtype=float)]
    for _ in range(n_epochs):
        w = path[-1]
        start = 0
        for rows in minibatches(len(y), batch_size, rng):
            w = w - lr * mse_gradient(w, X[rows], y[start : start + len(rows)])
            start += len(rows)
        path.append(w)
    return np.array(path)


@mistake("sgd", diagnosis="in-place")
def training_that_changes_its_start(X, y, w0, lr, n_epochs, batch_size, rng):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w = np.asarray(w0, dtype=float)
    path = [w.copy()]
    for _ in range(n_epochs):
        for rows in minibatches(len(y), batch_size, rng):
            w -= lr * mse_gradient(w, X[rows], y[rows])
        path.append(w.copy())
    return np.array(path)


@mistake(
    "mse",
    diagnosis="factor",
    says="the loss is divided by the number of all entries of X, not of samples",
)
def loss_divided_by_all_entries(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((X @ w - y) ** 2) / (2 * X.size)


# --- predict_price ----------------------------------------------------------------------


@mistake(
    "predict_price",
    diagnosis="value",
    keeps=1,
    says="the columns keep their scales, so a rate that is stable hardly moves the bias",
)
def prices_from_raw_columns(X, y, rng):
    A = np.column_stack([X, np.ones(len(X))])
    lr = 0.1 / np.max(np.sum(A**2, axis=1))
    w = sgd(A, y, np.zeros(A.shape[1]), lr, 60, 16, rng)[-1]
    return lambda X: np.column_stack([X, np.ones(len(X))]) @ w


@mistake(
    "predict_price",
    diagnosis="value",
    keeps=1,
    says="there is no bias, though prices are far from zero where inputs are zero",
)
def prices_without_a_bias(X, y, rng):
    m, s = np.mean(X, axis=0), np.std(X, axis=0)
    w = sgd((X - m) / s, y, np.zeros(len(X[0])), 0.02, 40, 16, rng)[-1]
    return lambda X: (X - m) / s @ w


@mistake(
    "predict_price",
    diagnosis="rule",
    keeps=3,
    says="houses are scaled by their own mean and spread, not by those of the training data",
)
def prices_scaled_anew(X, y, rng):
    def inputs(X):
        s = np.std(X, axis=0)
        return np.column_stack([(X - np.mean(X, axis=0)) / np.where(s > 0, s, 1), np.ones(len(X))])

    w = sgd(inputs(X), y, np.zeros(len(X[0]) + 1), 0.02, 40, 16, rng)[-1]
    return lambda X: inputs(X) @ w


@mistake(
    "predict_price",
    diagnosis="value",
    keeps=1,
    says="training stops long before the minimum: too few steps, or too small ones",
)
def prices_of_a_short_training(X, y, rng):
    m, s = np.mean(X, axis=0), np.std(X, axis=0)
    A = np.column_stack([(X - m) / s, np.ones(len(X))])
    w = sgd(A, y, np.zeros(len(X[0]) + 1), 0.02, 3, 16, rng)[-1]
    return lambda X: np.column_stack([(X - m) / s, np.ones(len(X))]) @ w


@mistake(
    "predict_price",
    diagnosis="value",
    keeps=1,
    says="the columns are scaled for training, and not for the prediction",
)
def prices_scaled_in_training_only(X, y, rng):
    m, s = np.mean(X, axis=0), np.std(X, axis=0)
    A = np.column_stack([(X - m) / s, np.ones(len(X))])
    w = sgd(A, y, np.zeros(len(X[0]) + 1), 0.02, 40, 16, rng)[-1]
    return lambda X: np.column_stack([X, np.ones(len(X))]) @ w


@mistake(
    "predict_price",
    diagnosis="value",
    keeps=3,
    says="the scales of this one table are written into the answer, in its units",
)
def prices_with_fixed_scales(X, y, rng):
    def inputs(X):
        return np.column_stack([X / np.array([20.0, 1200.0, 4.0]) - 1, np.ones(len(X))])

    w = sgd(inputs(X), y, np.zeros(4), 0.02, 60, 16, rng)[-1]
    return lambda X: inputs(X) @ w


@mistake("predict_price", diagnosis="rule", says="the weights come back, not a function")
def prices_as_weights(X, y, rng):
    m, s = np.mean(X, axis=0), np.std(X, axis=0)
    A = np.column_stack([(X - m) / s, np.ones(len(X))])
    return sgd(A, y, np.zeros(len(X[0]) + 1), 0.02, 40, 16, rng)[-1]


@mistake(
    "predict_price",
    diagnosis="value",
    keeps=1,
    says="every house gets the mean price, whatever its columns say",
)
def prices_all_equal(X, y, rng):
    mean = np.mean(y)
    return lambda X: np.full(len(X), mean)
