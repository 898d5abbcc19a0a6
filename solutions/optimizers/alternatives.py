"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative

from .reference import adam, init_mlp, mlp_gradients, mlp_loss, momentum, train_with


@alternative("sgd")
def step_coordinate_by_coordinate(theta, grad, state, lr):
    theta, grad = np.array(theta, dtype=float), np.asarray(grad)
    moved = theta.copy()
    for index in np.ndindex(theta.shape):
        moved[index] = theta[index] - lr * grad[index]
    return moved, state


@alternative("sgd")
def step_added(theta, grad, state, lr):
    return np.add(theta, -lr * np.asarray(grad, dtype=float)), state


@alternative("train_with")
def pairs_of_layers_by_index(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    params = [[np.array(W, dtype=float), np.array(b, dtype=float)] for W, b in params]
    states = [[None, None] for _ in params]
    X, y, n = np.asarray(X), np.asarray(y), len(y)
    losses = np.zeros(n_epochs)
    for epoch in range(n_epochs):
        order = rng.permutation(n)
        n_batches = -(-n // batch_size)
        for k in range(n_batches):
            batch = order[k * batch_size : (k + 1) * batch_size]
            losses[epoch] += mlp_loss(params, X[batch], y[batch]) / n_batches
            gradients = mlp_gradients(params, X[batch], y[batch])
            for i, pair in enumerate(gradients):
                for j, grad in enumerate(pair):
                    params[i][j], states[i][j] = step(params[i][j], grad, states[i][j], **hyper)
    return [tuple(layer) for layer in params], losses


@alternative("train_with")
def arrays_shuffled_and_cut(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    states = {}
    losses = []
    while len(losses) < n_epochs:
        order = rng.permutation(len(y))
        X_now, y_now = np.asarray(X)[order], np.asarray(y)[order]
        cuts = range(batch_size, len(y), batch_size)
        seen = []
        for some_X, some_y in zip(np.split(X_now, cuts), np.split(y_now, cuts)):
            seen += [mlp_loss(params, some_X, some_y)]
            new = []
            for layer, (old, grads) in enumerate(
                zip(params, mlp_gradients(params, some_X, some_y))
            ):
                W, states[layer, "W"] = step(old[0], grads[0], states.get((layer, "W")), **hyper)
                b, states[layer, "b"] = step(old[1], grads[1], states.get((layer, "b")), **hyper)
                new.append((W, b))
            params = new
        losses.append(sum(seen) / len(seen))
    return [(np.array(W, dtype=float), np.array(b, dtype=float)) for W, b in params], losses


@alternative("minimize")
def walk_into_a_ready_made_array(gradient, theta0, step, n_steps, **hyper):
    theta = np.array(theta0, dtype=float)
    trajectory = np.zeros((n_steps + 1, *theta.shape))
    trajectory[0] = theta
    state = None
    for t in range(1, n_steps + 1):
        theta, state = step(theta, gradient(theta), state, **hyper)
        trajectory[t] = theta
    return trajectory


@alternative("minimize")
def walk_by_counting_down(gradient, theta0, step, n_steps, **hyper):
    path, state = [np.array(theta0, dtype=float)], None
    while len(path) <= n_steps:
        grad = gradient(path[-1].copy())
        new, state = step(path[-1], grad, state, **hyper)
        path += [new]
    return np.stack(path)


@alternative("max_stable_lr")
def limit_from_the_norm(A):
    return 2 / np.linalg.norm(np.asarray(A, dtype=float), 2)


@alternative("max_stable_lr")
def limit_from_singular_values(A):
    return float(2 / np.linalg.svd(np.array(A, dtype=float), compute_uv=False)[0])


@alternative("momentum")
def ball_with_a_step_added_up(theta, grad, state, lr, alpha=0.9):
    # the velocity in units of the gradient
    pushed = np.asarray(grad, dtype=float) + (0 if state is None else alpha * state)
    return np.asarray(theta, dtype=float) - lr * pushed, pushed


@alternative("momentum")
def ball_that_remembers_where_it_was(theta, grad, state, lr, alpha=0.9):
    theta = np.asarray(theta, dtype=float)
    before = theta if state is None else state["before"]
    return theta - lr * np.asarray(grad) + alpha * (theta - before), {"before": theta}


@alternative("optimal_momentum")
def settings_from_the_condition_number(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    root = np.sqrt(values[-1] / values[0])
    alpha = ((root - 1) / (root + 1)) ** 2
    return (1 + np.sqrt(alpha)) ** 2 / values[-1], alpha


@alternative("optimal_momentum")
def settings_as_an_array(A):
    values = np.sqrt(np.linalg.svd(np.asarray(A, dtype=float), compute_uv=False))
    total = values.max() + values.min()
    return [4 / total**2, (1 - 2 * values.min() / total) ** 2]


@alternative("nesterov")
def look_ahead_in_textbook_variables(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros(theta.shape) if state is None else state
    phi = theta - alpha * v
    v = alpha * v - lr * grad
    phi = phi + v
    return phi + alpha * v, v


@alternative("nesterov")
def look_ahead_with_gradients_added_up(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    pushed = grad.copy() if state is None else alpha * state[0] + grad
    return theta - lr * (grad + alpha * pushed), [pushed]


@alternative("adagrad")
def sum_kept_in_a_dictionary(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = {"r": np.zeros_like(theta)} if state is None else dict(state)
    state["r"] = state["r"] + np.square(grad)
    return theta - lr / (np.sqrt(state["r"]) + delta) * grad, state


@alternative("adagrad")
def root_kept_in_place_of_the_sum(theta, grad, state, lr, delta=1e-7):
    grad = np.asarray(grad, dtype=float)
    root = np.abs(grad) if state is None else np.hypot(state, grad)
    return np.asarray(theta, dtype=float) - lr * grad / (delta + root), root


@alternative("rmsprop")
def mean_moved_toward_the_square(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(grad) if state is None else state.copy()
    r += (1 - rho) * (grad * grad - r)
    return theta - lr * (r + delta) ** -0.5 * grad, r


@alternative("rmsprop")
def mean_in_a_list(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = rho * (state[0] if state else np.zeros(theta.shape)) + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(r + delta), [r]


@alternative("adam")
def moments_in_a_dictionary(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    if state is None:
        state = {"t": 0, "s": np.zeros_like(theta), "r": np.zeros_like(theta)}
    t = state["t"] + 1
    s = state["s"] + (1 - beta1) * (grad - state["s"])
    r = state["r"] + (1 - beta2) * (grad**2 - state["r"])
    step = lr * (s / (1 - beta1**t)) / (np.sqrt(r / (1 - beta2**t)) + delta)
    return theta - step, {"t": t, "s": s, "r": r}


@alternative("adam")
def corrections_kept_as_products(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    s, r, left1, left2 = (0 * grad, 0 * grad, 1.0, 1.0) if state is None else state
    s, r = beta1 * s + (1 - beta1) * grad, beta2 * r + (1 - beta2) * grad * grad
    left1, left2 = left1 * beta1, left2 * beta2
    size = lr * np.sqrt(1 - left2) / (1 - left1)
    return theta - size * s / (np.sqrt(r) + delta * np.sqrt(1 - left2)), (s, r, left1, left2)


@alternative("step_decay")
def decay_by_a_loop(lr, t, drop, every):
    for _ in range(int(t / every)):
        lr = lr * drop
    return lr


@alternative("step_decay")
def decay_by_an_exponential(lr, t, drop, every):
    return lr * np.exp(np.log(drop) * (t // every))


@alternative("cosine")
def cosine_of_the_half_angle(lr, t, total):
    if t >= total:
        return 0.0
    return lr * np.cos(np.pi * t / (2 * total)) ** 2


@alternative("cosine")
def cosine_by_cases(lr, t, total):
    return 0.5 * lr * (1 + np.cos(t / total * np.pi)) if t < total else 0


@alternative("warmup_cosine")
def warmup_as_the_smaller_of_two(lr, t, total, warmup):
    rising = t / warmup if warmup else 1.0
    share = np.clip((t - warmup) / (total - warmup), 0, 1)
    return lr * min(rising, 1) * (1 + np.cos(np.pi * share)) / 2


@alternative("warmup_cosine")
def warmup_by_cases(lr, t, total, warmup):
    if t >= total:
        return 0
    if warmup > t:
        return t * (lr / warmup)
    return lr * np.cos(np.pi / 2 * (t - warmup) / (total - warmup)) ** 2


@alternative("clip_by_norm")
def clip_by_a_factor(grads, max_norm):
    together = np.concatenate([np.ravel(grad) for grad in grads])
    norm = np.linalg.norm(together)
    factor = max_norm / norm if norm > max_norm else 1.0
    return [factor * np.array(grad, dtype=float) for grad in grads]


@alternative("clip_by_norm")
def clip_in_copies(grads, max_norm):
    new = [np.array(grad, dtype=float) for grad in grads]
    total = np.linalg.norm([np.linalg.norm(grad) for grad in new])
    if total > max_norm:
        for grad in new:
            grad *= max_norm
            grad /= total
    return new


@alternative("update_ratio")
def ratio_of_sums_of_squares(theta, new_theta):
    theta, new_theta = np.array(theta, dtype=float), np.array(new_theta, dtype=float)
    return np.sqrt(((new_theta - theta) ** 2).sum() / (theta**2).sum())


@alternative("update_ratio")
def ratio_entry_by_entry(theta, new_theta):
    theta, new_theta = np.ravel(np.float64(theta)), np.ravel(np.float64(new_theta))
    return np.hypot.reduce(new_theta - theta) / np.hypot.reduce(theta)


@alternative("race")
def race_by_looking_closer(X, y, rng):
    def loss(lr):
        start = init_mlp([64, 64, 10], rng)
        return mlp_loss(train_with(adam, start, X, y, 5, 32, rng, lr=lr)[0], X, y)

    found = {lr: loss(lr) for lr in (0.001, 0.01, 0.1)}
    best = min(found, key=found.get)
    found.update({lr: loss(lr) for lr in (best / 2, 2 * best)})
    return "adam", {"lr": min(found, key=found.get)}


@alternative("race")
def race_by_draws_in_layers(X, y, rng):
    trials = []
    for place in (np.arange(5) + rng.random(5)) / 5:
        hyper = {"lr": float(10 ** (-2.7 + 2 * place)), "alpha": 0.8}
        start = init_mlp([64, 64, 10], rng)
        _, losses = train_with(momentum, start, X, y, 5, 32, rng, **hyper)
        trials.append((losses[-1], hyper))
    return ["momentum", min(trials, key=lambda trial: trial[0])[1]]
