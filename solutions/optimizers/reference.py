"""Reference answers: optimizers."""

import numpy as np

from ..backpropagation.reference import init_mlp, mlp_gradients, mlp_loss

WRITTEN = {
    "damping": """
(a) The condition is $\\sqrt{\\epsilon\\lambda} = 1 - \\sqrt\\alpha$ with
$\\sqrt{\\epsilon\\lambda} = 0.1$, so $\\alpha = 0.81$ damps critically; $\\alpha = 0.5$
overdamps and $\\alpha = 0.99$ underdamps (it oscillates). From the equation of motion,
$\\gamma = 2\\omega$, one gets $\\alpha = 0.80$, which is the same up to the size of the steps
(full credit).

(b) From $z^2 - (1 + \\alpha - \\epsilon\\lambda)\\,z + \\alpha = 0$: for $\\alpha = 0.5$ the
larger root is $(1.49 + \\sqrt{0.2201})/2 = 0.9796$, about 48 steps for a factor $e$; for
$\\alpha = 0.81$ both are $0.9$, about 9.5 steps; for $\\alpha = 0.99$ the size is $\\sqrt{0.99}
= 0.995$, about 199 steps. Plain gradient descent has $1 - 0.01 = 0.99$, about 99.5 steps: too
much momentum is worse than none.

(c) Plain gradient descent must take steps short enough for the steep direction, which leaves
next to nothing for the flat one. With momentum, a steep direction is an underdamped oscillator:
it may overshoot, but friction shrinks it by $\\sqrt\\alpha$ a step however steep it is (up to
the stability limit). In the flat direction the gradients of many steps agree and add up, to a
velocity $1/(1-\\alpha)$ times a single step. So one pair of settings serves both.

(Half a point for (a), half a point for (b), 1 point for the reason in (c): opposite gradients
cancel across the valley, equal ones add up along it, or the same in the language of damping.)
""",
}


def sgd(theta, grad, state, lr):
    theta, grad = (np.asarray(a, dtype=float) for a in (theta, grad))
    return theta - lr * grad, state


def train_with(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X), np.asarray(y)
    theta = [array for layer in params for array in layer]
    states = [None] * len(theta)
    losses = []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            gradients = mlp_gradients(layers, X[batch], y[batch])
            grads = [grad for layer in gradients for grad in layer]
            steps = [step(*at, **hyper) for at in zip(theta, grads, states)]
            theta, states = [array for array, _ in steps], [state for _, state in steps]
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


def minimize(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    trajectory = [theta]
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **hyper)
        trajectory.append(theta)
    return np.array(trajectory)


def max_stable_lr(A):
    return 2.0 / np.linalg.eigvalsh(A).max()


def momentum(theta, grad, state, lr, alpha=0.9):
    theta, grad = (np.asarray(a, dtype=float) for a in (theta, grad))
    velocity = 0.0 if state is None else state
    velocity = alpha * velocity - lr * grad
    return theta + velocity, velocity


def optimal_momentum(A):
    roots = np.sqrt(np.linalg.eigvalsh(A))
    low, high = roots.min(), roots.max()
    return (2.0 / (high + low)) ** 2, ((high - low) / (high + low)) ** 2


def nesterov(theta, grad, state, lr, alpha=0.9):
    theta, grad = (np.asarray(a, dtype=float) for a in (theta, grad))
    velocity = 0.0 if state is None else state
    velocity = alpha * velocity - lr * grad
    return theta + alpha * velocity - lr * grad, velocity


def adagrad(theta, grad, state, lr, delta=1e-7):
    theta, grad = (np.asarray(a, dtype=float) for a in (theta, grad))
    total = 0.0 if state is None else state
    total = total + grad**2
    return theta - lr * grad / (delta + np.sqrt(total)), total


def rmsprop(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = (np.asarray(a, dtype=float) for a in (theta, grad))
    mean_square = 0.0 if state is None else state
    mean_square = rho * mean_square + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(delta + mean_square), mean_square


def adam(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = (np.asarray(a, dtype=float) for a in (theta, grad))
    t, mean, mean_square = (0, 0.0, 0.0) if state is None else state
    t = t + 1
    mean = beta1 * mean + (1 - beta1) * grad
    mean_square = beta2 * mean_square + (1 - beta2) * grad**2
    # both means started at zero, and are too small by these factors
    mean_hat = mean / (1 - beta1**t)
    mean_square_hat = mean_square / (1 - beta2**t)
    return theta - lr * mean_hat / (np.sqrt(mean_square_hat) + delta), (t, mean, mean_square)


def step_decay(lr, t, drop, every):
    return lr * drop ** (t // every)


def cosine(lr, t, total):
    return lr * (1 + np.cos(np.pi * min(t, total) / total)) / 2


def warmup_cosine(lr, t, total, warmup):
    if t < warmup:
        return lr * t / warmup
    return cosine(lr, t - warmup, total - warmup)


def clip_by_norm(grads, max_norm):
    grads = [np.asarray(grad) for grad in grads]
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    return [grad * max_norm / max(norm, max_norm) for grad in grads]


def update_ratio(theta, new_theta):
    return np.linalg.norm(np.subtract(new_theta, theta)) / np.linalg.norm(theta)


def race(X, y, rng):
    # Adam divides by the size of the gradients, so the unit of the pixels matters little
    losses = {}
    for lr in (0.003, 0.01, 0.02):
        start = init_mlp([64, 64, 10], rng)
        params, _ = train_with(adam, start, X, y, 5, batch_size=32, rng=rng, lr=lr)
        losses[lr] = mlp_loss(params, X, y)
    return "adam", {"lr": min(losses, key=losses.get)}
