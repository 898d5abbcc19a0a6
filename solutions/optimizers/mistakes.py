"""Wrong answers that students give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import adam, init_mlp, mlp_gradients, mlp_loss, train_with

# --- sgd --------------------------------------------------------------------------------


@mistake(
    "sgd",
    diagnosis="sign",
    says="the sign of the step is turned: you walk along the gradient, uphill",
)
def uphill(theta, grad, state, lr):
    return np.asarray(theta, dtype=float) + lr * np.asarray(grad), state


@mistake(
    "sgd",
    diagnosis="factor",
    says="the learning rate is not used: you subtract the bare gradient",
)
def step_of_rate_one(theta, grad, state, lr):
    return np.asarray(theta, dtype=float) - np.asarray(grad), state


@mistake("sgd", diagnosis="type")
def parameters_alone(theta, grad, state, lr):
    return np.asarray(theta, dtype=float) - lr * np.asarray(grad)


@mistake("sgd", diagnosis="in-place")
def step_in_place(theta, grad, state, lr):
    theta = np.asarray(theta, dtype=float)
    theta -= lr * np.asarray(grad)
    return theta, state


@mistake(
    "sgd",
    diagnosis="rule",
    keeps=0.5,
    says="you return None as the state, not the state as it was given",
)
def state_thrown_away(theta, grad, state, lr):
    return np.asarray(theta, dtype=float) - lr * np.asarray(grad), None


@mistake("sgd", diagnosis="exception", keeps=0.5)
def arrays_only(theta, grad, state, lr):
    return theta - lr * grad, state


@mistake(
    "sgd",
    diagnosis="value",
    also=("factor",),
    says="the gradient is divided by its length, so every step is equally long",
)
def step_of_unit_length(theta, grad, state, lr):
    grad = np.asarray(grad, dtype=float)
    return np.asarray(theta, dtype=float) - lr * grad / np.linalg.norm(grad), state


# --- train_with -------------------------------------------------------------------------


@mistake(
    "train_with",
    diagnosis="value",
    keeps=1,
    says="all arrays share one state, so each step starts from what another array left",
)
def one_state_for_all_arrays(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    state, losses = None, []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], state = step(theta[i], g, state, **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@mistake(
    "train_with",
    diagnosis="value",
    keeps=1,
    says="the states are set back to None at each batch, so no step remembers the last one",
)
def states_forgotten_at_each_batch(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            states = [None] * len(theta)
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@mistake(
    "train_with",
    diagnosis="value",
    keeps=1,
    says="the states are set back to None at each epoch",
)
def states_forgotten_at_each_epoch(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        states = [None] * len(theta)
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@mistake(
    "train_with",
    diagnosis="value",
    keeps=0.5,
    says="the last batch is left out where it is smaller than the others",
)
def short_batch_dropped(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y) - batch_size + 1, batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@mistake(
    "train_with",
    diagnosis="value",
    keeps=0.5,
    says="the samples are shuffled once, and every epoch takes them in the same order",
)
def shuffled_only_once(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    order = rng.permutation(len(y))
    for _ in range(n_epochs):
        seen = []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@mistake(
    "train_with",
    diagnosis="value",
    keeps=0.5,
    says="the loss of a batch is taken after the step on it, not before",
)
def losses_after_the_step(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
            seen.append(mlp_loss(list(zip(theta[::2], theta[1::2])), X[batch], y[batch]))
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@mistake(
    "train_with",
    diagnosis="value",
    keeps=0.5,
    says="the loss of an epoch is that of its last batch alone",
)
def loss_of_the_last_batch(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(seen[-1])
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@mistake(
    "train_with",
    diagnosis="value",
    keeps=0.5,
    says="the losses of the batches are weighted by their sizes, where their mean is asked for",
)
def losses_weighted_by_size(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(len(batch) * mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.sum(seen) / len(y))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@mistake(
    "train_with",
    diagnosis="value",
    keeps=0.5,
    says="only the weights are trained, and the biases stay as they were",
)
def biases_not_trained(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                if i % 2:
                    continue
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@mistake(
    "train_with",
    diagnosis="value",
    keeps=1,
    says="the options are not all handed on to the step",
)
def options_not_handed_on(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **dict(list(hyper.items())[:1]))
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@mistake(
    "train_with",
    diagnosis="in-place",
    says="the arrays of params are changed in place, where new ones are asked for",
)
def start_changed_in_place(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [a for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                new, states[i] = step(theta[i], g, states[i], **hyper)
                theta[i][...] = new
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


# --- minimize ---------------------------------------------------------------------------


@mistake(
    "minimize",
    diagnosis="value",
    says="every step gets None as its state, so nothing is remembered",
)
def walk_without_memory(gradient, theta0, step, n_steps, **hyper):
    path = [np.asarray(theta0, dtype=float)]
    for _ in range(n_steps):
        theta, _ = step(path[-1], gradient(path[-1]), None, **hyper)
        path.append(theta)
    return np.array(path)


@mistake(
    "minimize",
    diagnosis="shape",
    says="theta0 is missing in the trajectory, which starts only after the first step",
)
def walk_without_its_start(gradient, theta0, step, n_steps, **hyper):
    theta, state, path = np.asarray(theta0, dtype=float), None, []
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **hyper)
        path.append(theta)
    return np.array(path)


@mistake(
    "minimize",
    diagnosis="shape",
    says="you return the last point alone, not the whole trajectory",
)
def walk_that_returns_its_end(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **hyper)
    return theta


@mistake("minimize", diagnosis="exception")
def walk_without_options(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state)
        path.append(theta)
    return np.array(path)


@mistake(
    "minimize",
    diagnosis="value",
    keeps=1,
    says="only lr is handed on to the step, and all other options are dropped",
)
def walk_that_passes_the_rate_alone(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    options = {"lr": hyper["lr"]} if "lr" in hyper else {}
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **options)
        path.append(theta)
    return np.array(path)


@mistake(
    "minimize",
    diagnosis="value",
    keeps=1,
    says="the options are handed on by their place, not by their names",
)
def walk_that_passes_options_by_place(gradient, theta0, step, n_steps, **hyper):
    path, state = [np.array(theta0, dtype=float)], None
    for _ in range(n_steps):
        theta, state = step(path[-1], gradient(path[-1]), state, *hyper.values())
        path.append(theta)
    return np.array(path)


@mistake(
    "minimize",
    diagnosis="shape",
    keeps=1,
    says="you stop early where the gradient is small, so rows are missing",
)
def walk_that_stops_where_it_is_flat(gradient, theta0, step, n_steps, **hyper):
    path, state = [np.array(theta0, dtype=float)], None
    for _ in range(n_steps):
        grad = gradient(path[-1])
        if np.linalg.norm(grad) < 1e-8:
            break
        theta, state = step(path[-1], grad, state, **hyper)
        path.append(theta)
    return np.array(path)


@mistake(
    "minimize",
    diagnosis="value",
    says="the gradient is taken at theta0 only and never again",
)
def walk_with_the_gradient_of_the_start(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    slope, path = gradient(theta), [theta]
    for _ in range(n_steps):
        theta, state = step(theta, slope, state, **hyper)
        path.append(theta)
    return np.array(path)


@mistake(
    "minimize",
    diagnosis="shape",
    also=["steps"],
    says="you walk one step too many, so there is one row too many",
)
def walk_one_step_too_far(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    for _ in range(n_steps + 1):
        theta, state = step(theta, gradient(theta), state, **hyper)
        path.append(theta)
    return np.array(path)


@mistake(
    "minimize",
    diagnosis="value",
    says="the first state is zero, not None",
)
def walk_that_starts_with_a_state_of_zero(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), 0
    path = [theta]
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **hyper)
        path.append(theta)
    return np.array(path)


# --- max_stable_lr ----------------------------------------------------------------------


@mistake(
    "max_stable_lr",
    diagnosis="factor",
    says="the numerator is 1, so your limit is only half as large",
)
def one_over_the_largest(A):
    return 1 / np.linalg.eigvalsh(A).max()


@mistake(
    "max_stable_lr",
    diagnosis="value",
    says="you divide by another eigenvalue than the largest, such as the smallest or the first",
)
def two_over_the_smallest(A):
    return 2 / np.linalg.eigvalsh(A).min()


@mistake(
    "max_stable_lr",
    diagnosis="value",
    says="you divide by the largest entry of the matrix, not by the largest eigenvalue",
)
def two_over_the_largest_entry(A):
    return 2 / np.max(np.abs(A))


@mistake(
    "max_stable_lr",
    diagnosis="value",
    says="you return the best learning rate, not the largest stable one",
)
def the_best_in_place_of_the_largest(A):
    values = np.linalg.eigvalsh(A)
    return 2 / (values.max() + values.min())


@mistake(
    "max_stable_lr",
    diagnosis="power",
    says="your quotient is upside down: the rate grows with the curvature",
)
def the_largest_over_two(A):
    return np.linalg.eigvalsh(A).max() / 2


@mistake(
    "max_stable_lr",
    diagnosis="shape",
    says=("you return a limit for every direction, where one number for all is asked for"),
)
def one_limit_for_each_direction(A):
    return 2 / np.linalg.eigvalsh(A)


@mistake(
    "max_stable_lr",
    diagnosis="value",
    says="you divide by the trace, which is the sum of all eigenvalues",
)
def two_over_the_trace(A):
    return 2 / np.trace(A)


# --- momentum ---------------------------------------------------------------------------


@mistake(
    "momentum",
    diagnosis="value",
    says="no velocity is kept, so every step is one of plain gradient descent",
)
def ball_without_memory(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta - lr * grad, None


@mistake(
    "momentum",
    diagnosis="value",
    also=("factor",),
    says=("the gradient is weighted with 1 - alpha in the velocity, as in a decaying mean"),
)
def mean_of_gradients(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = (0 if state is None else alpha * state) - (1 - alpha) * lr * grad
    return theta + v, v


@mistake(
    "momentum",
    diagnosis="sign",
    says="the velocity is subtracted from theta, though it already points downhill",
)
def velocity_subtracted(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = (0 if state is None else alpha * state) - lr * grad
    return theta - v, v


@mistake(
    "momentum",
    diagnosis="value",
    says="theta moves by the old velocity, before the present gradient has changed it",
)
def old_velocity_used(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(grad) if state is None else state
    return theta + v, alpha * v - lr * grad


@mistake("momentum", diagnosis="in-place")
def velocity_changed_in_place(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v *= alpha
    v -= lr * grad
    return theta + v, v


@mistake(
    "momentum",
    diagnosis="value",
    says="the old velocity is not multiplied by alpha, so there is no friction",
)
def velocity_that_keeps_everything(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = (0 if state is None else state) - lr * grad
    return theta + v, v


@mistake(
    "momentum",
    diagnosis="value",
    keeps=1,
    says="your default of alpha is 0.99, not the one in the signature",
)
def another_default(theta, grad, state, lr, alpha=0.99):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = (0 if state is None else alpha * state) - lr * grad
    return theta + v, v


@mistake(
    "momentum",
    diagnosis="value",
    also=("factor",),
    says="the learning rate is multiplied in twice",
)
def rate_applied_to_all_of_the_velocity_at_once(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = (0 if state is None else alpha * state) - lr * grad
    return theta + lr * v, v


# --- optimal_momentum -------------------------------------------------------------------


@mistake(
    "optimal_momentum",
    diagnosis="value",
    also=["power"],
    says=("both numbers are computed from the eigenvalues themselves, not from their roots"),
)
def settings_without_roots(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    return (2 / (high + low)) ** 2, ((high - low) / (high + low)) ** 2


@mistake("optimal_momentum", diagnosis="type")
def rate_alone(A):
    roots = np.sqrt(np.linalg.eigvalsh(np.asarray(A, dtype=float)))
    return (2 / (roots[0] + roots[-1])) ** 2


@mistake(
    "optimal_momentum",
    diagnosis="value",
    says="the two results are returned in the opposite order",
)
def settings_exchanged(A):
    roots = np.sqrt(np.linalg.eigvalsh(np.asarray(A, dtype=float)))
    low, high = roots[0], roots[-1]
    return ((high - low) / (high + low)) ** 2, (2 / (high + low)) ** 2


@mistake(
    "optimal_momentum",
    diagnosis="power",
    says="alpha is not squared: you return its root, the share kept in a step",
)
def share_not_squared(A):
    roots = np.sqrt(np.linalg.eigvalsh(np.asarray(A, dtype=float)))
    low, high = roots[0], roots[-1]
    return (2 / (high + low)) ** 2, (high - low) / (high + low)


@mistake(
    "optimal_momentum",
    diagnosis="value",
    says="the learning rate is the best one of plain gradient descent",
)
def rate_of_plain_descent(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    roots = np.sqrt(values)
    alpha = ((roots[-1] - roots[0]) / (roots[-1] + roots[0])) ** 2
    return 2 / (values[-1] + values[0]), alpha


@mistake(
    "optimal_momentum",
    diagnosis="value",
    says="you take the entries of the diagonal for the eigenvalues",
)
def settings_from_the_diagonal(A):
    roots = np.sqrt(np.diag(np.asarray(A, dtype=float)))
    low, high = roots.min(), roots.max()
    return (2 / (high + low)) ** 2, ((high - low) / (high + low)) ** 2


# --- nesterov ---------------------------------------------------------------------------


@mistake(
    "nesterov",
    diagnosis="value",
    says="the second line takes the old velocity, which makes it plain momentum",
)
def heavy_ball_in_place_of_looking_ahead(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = (0 if state is None else alpha * state) - lr * grad
    return theta + v, v


@mistake(
    "nesterov",
    diagnosis="value",
    says="the second line takes the old velocity, which makes it plain momentum",
)
def look_ahead_along_the_old_velocity(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    return theta + alpha * v - lr * grad, alpha * v - lr * grad


@mistake(
    "nesterov",
    diagnosis="value",
    says="the gradient is not subtracted again in the second line",
)
def look_ahead_without_the_second_step(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = (0 if state is None else alpha * state) - lr * grad
    return theta + alpha * v, v


@mistake(
    "nesterov",
    diagnosis="value",
    says="the factor alpha before the new velocity is missing in the second line",
)
def look_ahead_with_the_whole_velocity(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = (0 if state is None else alpha * state) - lr * grad
    return theta + v - lr * grad, v


@mistake(
    "nesterov",
    diagnosis="sign",
    says="the sign of the gradient is turned in both lines, so you walk uphill",
)
def look_ahead_uphill(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = (0 if state is None else alpha * state) + lr * grad
    return theta + alpha * v + lr * grad, v


@mistake("nesterov", diagnosis="in-place")
def look_ahead_with_the_state_changed(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v *= alpha
    v -= lr * grad
    return theta + alpha * v - lr * grad, v


# --- adagrad ----------------------------------------------------------------------------


@mistake(
    "adagrad",
    diagnosis="value",
    says=("the squares are added up over all coordinates, so all share one learning rate"),
)
def length_of_the_whole_gradient(theta, grad, state, lr, delta=1e-7):
    # keeps the direction, as seed note 004 has it
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = (0.0 if state is None else state) + np.sum(grad**2)
    return theta - lr * grad / (delta + np.sqrt(r)), r


@mistake(
    "adagrad",
    diagnosis="value",
    says="delta stands under the root, where it belongs beside it",
)
def delta_under_the_root(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = (0.0 if state is None else state) + grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@mistake(
    "adagrad",
    diagnosis="value",
    says="you divide by the root of the number of steps, not of the sum of squares",
)
def divided_by_the_count_of_steps(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    t = 1 if state is None else state + 1
    return theta - lr * grad / np.sqrt(t), t


@mistake(
    "adagrad",
    diagnosis="value",
    says="the root of the sum is not taken",
)
def root_forgotten(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = (0.0 if state is None else state) + grad**2
    return theta - lr * grad / (delta + r), r


@mistake(
    "adagrad",
    diagnosis="value",
    says="you add up the sizes of the gradients, not their squares, and take no root",
)
def sum_of_sizes(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = (0.0 if state is None else state) + np.abs(grad)
    return theta - lr * grad / (delta + r), r


@mistake(
    "adagrad",
    diagnosis="value",
    says="the sum you divide by lacks the present gradient and starts at 1",
)
def sum_before_this_step(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.ones_like(grad) if state is None else state
    return theta - lr * grad / (delta + np.sqrt(r)), r + grad**2


@mistake("adagrad", diagnosis="in-place")
def sum_changed_in_place(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r += grad**2
    return theta - lr * grad / (delta + np.sqrt(r)), r


@mistake(
    "adagrad",
    diagnosis="value",
    says="delta is left out of the denominator",
)
def delta_left_out(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = (0.0 if state is None else state) + grad**2
    return theta - lr * grad / np.sqrt(r), r


# --- rmsprop ----------------------------------------------------------------------------


@mistake(
    "rmsprop",
    diagnosis="value",
    says="delta stands beside the root, where it belongs under it",
)
def delta_beside_the_root(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = rho * (0.0 if state is None else state) + (1 - rho) * grad**2
    return theta - lr * grad / (np.sqrt(r) + delta), r


@mistake(
    "rmsprop",
    diagnosis="value",
    says=("the two shares are exchanged: rho weights the new square, 1 - rho the old mean"),
)
def shares_exchanged(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = (1 - rho) * (0.0 if state is None else state) + rho * grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@mistake(
    "rmsprop",
    diagnosis="value",
    says="the new square is not weighted with 1 - rho, so the mean becomes a sum",
)
def sum_in_place_of_a_mean(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = rho * (0.0 if state is None else state) + grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@mistake(
    "rmsprop",
    diagnosis="value",
    says="the mean of squares does not start at 0, or is corrected for that start as in Adam",
)
def mean_started_at_the_first_square(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = grad**2 if state is None else rho * state + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@mistake(
    "rmsprop",
    diagnosis="value",
    says="the mean of squares does not start at 0, or is corrected for that start as in Adam",
)
def mean_corrected_as_in_adam(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    t, r = (0, 0.0) if state is None else state
    t, r = t + 1, rho * r + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(delta + r / (1 - rho**t)), (t, r)


@mistake(
    "rmsprop",
    diagnosis="value",
    keeps=1,
    says="your defaults of lr and rho are not those in the signature",
)
def defaults_of_a_library(theta, grad, state, lr=1e-2, rho=0.99, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = rho * (0.0 if state is None else state) + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@mistake(
    "rmsprop",
    diagnosis="sign",
    says="the sign of the step is turned: you walk along the gradient, uphill",
)
def mean_uphill(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = rho * (0.0 if state is None else state) + (1 - rho) * grad**2
    return theta + lr * grad / np.sqrt(delta + r), r


# --- adam -------------------------------------------------------------------------------


@mistake(
    "adam",
    diagnosis="bias-correction",
    says="neither of the two means is corrected for its start at zero",
)
def no_correction(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    s, r = (0.0, 0.0) if state is None else state
    s, r = beta1 * s + (1 - beta1) * grad, beta2 * r + (1 - beta2) * grad**2
    return theta - lr * s / (np.sqrt(r) + delta), (s, r)


@mistake(
    "adam",
    diagnosis="bias-correction",
    says="the mean of the gradient is not corrected for its start at zero",
)
def first_moment_not_corrected(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    t, s, r = (0, 0.0, 0.0) if state is None else state
    t, s, r = t + 1, beta1 * s + (1 - beta1) * grad, beta2 * r + (1 - beta2) * grad**2
    return theta - lr * s / (np.sqrt(r / (1 - beta2**t)) + delta), (t, s, r)


@mistake(
    "adam",
    diagnosis="bias-correction",
    says="the mean of the square is not corrected for its start at zero",
)
def second_moment_not_corrected(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    t, s, r = (0, 0.0, 0.0) if state is None else state
    t, s, r = t + 1, beta1 * s + (1 - beta1) * grad, beta2 * r + (1 - beta2) * grad**2
    return theta - lr * s / (1 - beta1**t) / (np.sqrt(r) + delta), (t, s, r)


@mistake(
    "adam",
    diagnosis="value",
    says="delta stands under the root, where it belongs beside it",
)
def delta_inside_the_root(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    # as seed note 004 prints it
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    t, s, r = (0, 0.0, 0.0) if state is None else state
    t, s, r = t + 1, beta1 * s + (1 - beta1) * grad, beta2 * r + (1 - beta2) * grad**2
    return theta - lr * s / (1 - beta1**t) / np.sqrt(r / (1 - beta2**t) + delta), (t, s, r)


@mistake(
    "adam",
    diagnosis="not-finite",
    says="the steps are counted from 0, so the first corrections divide by zero",
)
def steps_counted_from_zero(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    t, s, r = (0, 0.0, 0.0) if state is None else state
    s, r = beta1 * s + (1 - beta1) * grad, beta2 * r + (1 - beta2) * grad**2
    first, second = np.float64(1 - beta1**t), np.float64(1 - beta2**t)
    return theta - lr * (s / first) / (np.sqrt(r / second) + delta), (t + 1, s, r)


@mistake(
    "adam",
    diagnosis="value",
    says=("the state keeps the corrected means, so they are corrected again in each step"),
)
def corrected_means_remembered(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    t, s, r = (0, 0.0, 0.0) if state is None else state
    t, s, r = t + 1, beta1 * s + (1 - beta1) * grad, beta2 * r + (1 - beta2) * grad**2
    s, r = s / (1 - beta1**t), r / (1 - beta2**t)
    return theta - lr * s / (np.sqrt(r) + delta), (t, s, r)


@mistake(
    "adam",
    diagnosis="value",
    says="beta1 and beta2 are exchanged in both of the means",
)
def decay_rates_exchanged(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    t, s, r = (0, 0.0, 0.0) if state is None else state
    t, s, r = t + 1, beta2 * s + (1 - beta2) * grad, beta1 * r + (1 - beta1) * grad**2
    return theta - lr * s / (1 - beta2**t) / (np.sqrt(r / (1 - beta1**t)) + delta), (t, s, r)


@mistake(
    "adam",
    diagnosis="value",
    says="delta is added to the root before the second mean is corrected, not after it",
)
def delta_before_the_correction(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    t, s, r = (0, 0.0, 0.0) if state is None else state
    t, s, r = t + 1, beta1 * s + (1 - beta1) * grad, beta2 * r + (1 - beta2) * grad**2
    size = lr * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    return theta - size * s / (np.sqrt(r) + delta), (t, s, r)


@mistake(
    "adam",
    diagnosis="value",
    says=("the count of steps never goes up, so every correction is that of the first step"),
)
def count_of_steps_not_kept(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    s, r = (0.0, 0.0) if state is None else state
    s, r = beta1 * s + (1 - beta1) * grad, beta2 * r + (1 - beta2) * grad**2
    return theta - lr * s / (1 - beta1) / (np.sqrt(r / (1 - beta2)) + delta), (s, r)


# --- schedules --------------------------------------------------------------------------


@mistake(
    "step_decay",
    diagnosis="value",
    keeps=1,
    says=("the quotient in the exponent is not rounded down, so the rate falls in every step"),
)
def decay_without_steps(lr, t, drop, every):
    return lr * drop ** (t / every)


@mistake(
    "step_decay",
    diagnosis="value",
    keeps=1,
    says="each drop comes one step too late",
)
def decay_one_step_late(lr, t, drop, every):
    return lr * drop ** ((t - 1) // every) if t else lr


@mistake(
    "step_decay",
    diagnosis="value",
    keeps=1,
    says="the rate drops only once, however many periods have gone by",
)
def decay_once(lr, t, drop, every):
    return lr * drop if t >= every else lr


@mistake(
    "step_decay",
    diagnosis="value",
    keeps=1,
    says="the same amount is subtracted at each drop, where a factor is asked for",
)
def decay_by_subtraction(lr, t, drop, every):
    return lr * (1 - (1 - drop) * (t // every))


@mistake(
    "cosine",
    diagnosis="value",
    keeps=0.5,
    says="after total the wave goes on, so the rate rises again",
)
def cosine_that_rises_again(lr, t, total):
    return lr * (1 + np.cos(np.pi * t / total)) / 2


@mistake(
    "cosine",
    diagnosis="value",
    keeps=0.5,
    says="you use a quarter of a wave, which does not flatten out at the end",
)
def quarter_of_a_cosine(lr, t, total):
    return lr * np.cos(np.pi / 2 * min(t, total) / total)


@mistake(
    "cosine",
    diagnosis="factor",
    keeps=0.5,
    says="the factor ½ is missing, so the rate starts at twice lr",
)
def cosine_twice_as_high(lr, t, total):
    return lr * (1 + np.cos(np.pi * min(t, total) / total))


@mistake(
    "cosine",
    diagnosis="value",
    keeps=0.5,
    says="the angle is given in degrees, but np.cos takes radians",
)
def cosine_in_degrees(lr, t, total):
    return lr * (1 + np.cos(180 * min(t, total) / total)) / 2


@mistake(
    "warmup_cosine",
    diagnosis="value",
    keeps=1,
    says="the warm-up comes on top of total, so 0 is reached too late",
)
def warmup_on_top_of_total(lr, t, total, warmup):
    if t < warmup:
        return lr * t / warmup
    return lr * (1 + np.cos(np.pi * min(t - warmup, total) / total)) / 2


@mistake(
    "warmup_cosine",
    diagnosis="value",
    keeps=1,
    says="the cosine has run since step 0, so the rate jumps down at the end of the warm-up",
)
def cosine_that_began_at_zero(lr, t, total, warmup):
    if t < warmup:
        return lr * t / warmup
    return lr * (1 + np.cos(np.pi * min(t, total) / total)) / 2


@mistake(
    "warmup_cosine",
    diagnosis="value",
    keeps=1,
    says="the warm-up is multiplied with a cosine that has run since step 0",
)
def warmup_times_cosine(lr, t, total, warmup):
    rising = min(1.0, t / warmup) if warmup else 1.0
    return rising * lr * (1 + np.cos(np.pi * min(t, total) / total)) / 2


@mistake(
    "warmup_cosine",
    diagnosis="value",
    keeps=1,
    says="the warm-up is one step ahead: it should be 0 at step 0 and lr at step warmup",
)
def warmup_one_step_ahead(lr, t, total, warmup):
    if t < warmup:
        return lr * (t + 1) / (warmup + 1)
    return lr * (1 + np.cos(np.pi * min(t - warmup, total - warmup) / (total - warmup))) / 2


@mistake(
    "warmup_cosine",
    diagnosis="value",
    keeps=1,
    says="after total the wave goes on, so the rate rises again",
)
def warmup_that_rises_again(lr, t, total, warmup):
    if t < warmup:
        return lr * t / warmup
    return lr * (1 + np.cos(np.pi * (t - warmup) / (total - warmup))) / 2


# --- step_lengths -----------------------------------------------------------------------


@mistake(
    "clip_by_norm",
    diagnosis="value",
    keeps=0.5,
    says="each array is clipped by itself, which changes the direction",
)
def each_array_by_itself(grads, max_norm):
    grads = [np.asarray(grad, dtype=float) for grad in grads]
    norms = [max(np.linalg.norm(grad), max_norm) for grad in grads]
    return [grad * max_norm / norm for grad, norm in zip(grads, norms)]


@mistake(
    "clip_by_norm",
    diagnosis="value",
    keeps=0.5,
    says="short gradients are made longer, where they should stay",
)
def always_to_the_largest_norm(grads, max_norm):
    grads = [np.asarray(grad, dtype=float) for grad in grads]
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    return [max_norm / norm * grad if norm > 0 else grad for grad in grads]


@mistake(
    "clip_by_norm",
    diagnosis="value",
    keeps=0.5,
    says="single entries are cut off, which changes the direction",
)
def entries_cut_off(grads, max_norm):
    grads = [np.asarray(grad, dtype=float) for grad in grads]
    return [np.clip(grad, -max_norm, max_norm) for grad in grads]


@mistake(
    "clip_by_norm",
    diagnosis="value",
    keeps=0.5,
    says="the square of the norm is compared with max_norm: its root is not taken",
)
def square_in_place_of_norm(grads, max_norm):
    grads = [np.asarray(grad, dtype=float) for grad in grads]
    norm = sum(np.sum(grad**2) for grad in grads)
    factor = min(1.0, max_norm / norm) if norm > 0 else 1.0
    return [factor * grad for grad in grads]


@mistake(
    "clip_by_norm",
    diagnosis="in-place",
    keeps=0.5,
    says="the arrays of grads are changed in place",
)
def gradients_shrunk_in_place(grads, max_norm):
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    for grad in grads:
        grad *= min(1.0, max_norm / norm) if norm > 0 else 1.0
    return grads


@mistake(
    "update_ratio",
    diagnosis="value",
    keeps=0.5,
    says="the step is compared with the parameters after it, not before",
)
def ratio_to_the_new_parameters(theta, new_theta):
    theta, new_theta = np.asarray(theta, dtype=float), np.asarray(new_theta, dtype=float)
    return np.linalg.norm(new_theta - theta) / np.linalg.norm(new_theta)


@mistake(
    "update_ratio",
    diagnosis="value",
    keeps=0.5,
    says="the lengths are subtracted, not the parameters",
)
def ratio_of_the_lengths(theta, new_theta):
    theta, new_theta = np.asarray(theta, dtype=float), np.asarray(new_theta, dtype=float)
    return abs(np.linalg.norm(new_theta) - np.linalg.norm(theta)) / np.linalg.norm(theta)


@mistake(
    "update_ratio",
    diagnosis="value",
    keeps=0.5,
    says="the mean of the ratios of single entries is taken, not the ratio of two norms",
)
def mean_of_ratios(theta, new_theta):
    theta, new_theta = np.asarray(theta, dtype=float), np.asarray(new_theta, dtype=float)
    return np.mean(np.abs(new_theta - theta) / np.abs(theta))


@mistake(
    "update_ratio",
    diagnosis="value",
    also=("power",),
    keeps=0.5,
    says="the roots are not taken: this is the square of the ratio",
)
def squared_ratio(theta, new_theta):
    theta, new_theta = np.asarray(theta, dtype=float), np.asarray(new_theta, dtype=float)
    return np.sum((new_theta - theta) ** 2) / np.sum(theta**2)


@mistake(
    "update_ratio",
    diagnosis="value",
    keeps=0.5,
    says="this is the ratio of the parameters after and before the step, and the step is not taken",
)
def ratio_of_means(theta, new_theta):
    theta, new_theta = np.asarray(theta, dtype=float), np.asarray(new_theta, dtype=float)
    return np.linalg.norm(new_theta) / np.linalg.norm(theta)


# --- race -------------------------------------------------------------------------------


@mistake(
    "race",
    diagnosis="rule",
    says="the settings of the highest loss are returned, not of the lowest",
)
def race_won_by_the_highest_loss(X, y, rng):
    rates = (0.0003, 0.01, 0.3)
    losses = []
    for lr in rates:
        start = init_mlp([64, 64, 10], rng)
        losses.append(train_with(adam, start, X, y, 5, 32, rng, lr=lr)[1])
    return "adam", {"lr": rates[np.argmax(losses, axis=0)[-1]]}


@mistake(
    "race",
    diagnosis="rule",
    says="adam with its defaults is returned, and nothing is tried",
)
def race_not_run(X, y, rng):
    return "adam", {}


@mistake(
    "race",
    diagnosis="rule",
    says="plain descent at the rate 0.1 is returned, and nothing is tried",
)
def race_won_by_plain_descent(X, y, rng):
    return "sgd", {"lr": 0.1}


@mistake(
    "race",
    diagnosis="rule",
    keeps=1,
    says="the settings are fixed, and fit one unit of the pixels alone",
)
def race_won_before_it_began(X, y, rng):
    return "nesterov", {"lr": 0.2}


@mistake(
    "race",
    diagnosis="rule",
    says="the winner is what the loss falls most with from the first epoch to the last, and not "
    "what it ends lowest with",
)
def race_won_by_the_longest_way(X, y, rng):
    rates = (0.001, 0.01, 0.3)
    losses = []
    for lr in rates:
        start = init_mlp([64, 64, 10], rng)
        losses.append(train_with(adam, start, X, y, 5, 32, rng, lr=lr)[1])
    falls = [each[0] - each[-1] for each in losses]
    return "adam", {"lr": rates[np.argmax(falls)]}


@mistake(
    "race",
    diagnosis="rule",
    says="the lowest loss is returned in place of the options",
)
def race_that_returns_the_loss(X, y, rng):
    start = init_mlp([64, 64, 10], rng)
    return "adam", train_with(adam, start, X, y, 5, 32, rng, lr=0.01)[1][-1]


@mistake(
    "race",
    diagnosis="rule",
    says="the rate is returned by itself, where a dict of options is asked for",
)
def race_that_returns_a_rate(X, y, rng):
    return "adam", 0.01


@mistake(
    "race",
    diagnosis="rule",
    says="the name is none of the six",
)
def race_won_by_a_stranger(X, y, rng):
    return "adamw", {"lr": 0.01}


@mistake(
    "race",
    diagnosis="rule",
    says="the option has a name that the step does not know",
)
def race_with_an_option_by_another_name(X, y, rng):
    return "adam", {"learning_rate": 0.01}


@mistake(
    "race",
    diagnosis="rule",
    says="all rates that are tried are too small",
)
def race_won_by_the_slowest_rates(X, y, rng):
    rates = (0.00003, 0.0003)
    losses = []
    for lr in rates:
        start = init_mlp([64, 64, 10], rng)
        losses.append(train_with(adam, start, X, y, 5, 32, rng, lr=lr)[1])
    return "adam", {"lr": rates[np.argmin(losses, axis=0)[-1]]}
