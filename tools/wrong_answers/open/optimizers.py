"""Wrong answers to the exercises of optimizers, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- sgd ---


@wrong_answer("sgd", cause="forgets the learning rate and subtracts the bare gradient")
def sgd_forgets_lr(theta, grad, state, lr):
    new = np.array(theta, dtype=float) - np.array(grad, dtype=float)
    return new, state


@wrong_answer(
    "sgd",
    cause="divides the gradient by its norm, so the step always has length lr",
)
def sgd_normalizes_the_gradient(theta, grad, state, lr):
    theta = np.asarray(theta, dtype=np.float64)
    g = np.asarray(grad, dtype=np.float64)
    length = np.sqrt(np.sum(g**2))
    direction = g / length if length > 0 else g
    return theta - lr * direction, state


@wrong_answer(
    "sgd",
    cause="returns None for the state in place of the state it was given",
)
def sgd_drops_the_state(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta - lr * grad, None


@wrong_answer("sgd", cause="uses only the sign of the gradient and not its size")
def sgd_takes_the_sign(theta, grad, state, lr):
    return np.asarray(theta, float) - lr * np.sign(np.asarray(grad, float)), state


@wrong_answer("sgd", cause="multiplies the step by theta: theta * (1 - lr * grad)")
def sgd_shrinks_theta_by_the_gradient(theta, grad, state, lr):
    theta = np.asarray(theta, dtype=float)
    theta = theta * (1 - lr * np.asarray(grad, dtype=float))
    return theta, state


@wrong_answer("sgd", cause="changes the state, by counting the steps in it")
def sgd_counts_steps_in_the_state(theta, grad, state, lr):
    t = 0 if state is None else state
    w = np.asarray(theta, dtype=float) - lr * np.asarray(grad, dtype=float)
    return w, t + 1


# --- minimize ---


@wrong_answer("minimize", cause="leaves theta0 out of the trajectory")
def minimize_leaves_out_the_start(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.array(theta0, dtype=float), None
    path = []
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **hyper)
        path.append(theta)
    return np.array(path)


@wrong_answer(
    "minimize",
    cause="appends theta before each step, so the last point is missing",
)
def minimize_misses_the_last_point(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.array(theta0, dtype=float), None
    history = []
    for k in range(n_steps):
        history.append(theta)
        theta, state = step(theta, gradient(theta), state, **hyper)
    return np.stack(history) if history else np.array([theta])


@wrong_answer(
    "minimize",
    cause="hands only lr on to the step and drops all other options",
)
def minimize_hands_on_only_lr(gradient, theta0, step, n_steps, **hyper):
    theta = np.array(theta0, dtype=float)
    only = {"lr": hyper["lr"]} if "lr" in hyper else {}
    path, state = [theta], None
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **only)
        path.append(theta)
    return np.array(path)


@wrong_answer(
    "minimize",
    cause="stops early when the gradient is small, so rows are missing",
)
def minimize_stops_when_the_gradient_is_small(gradient, theta0, step, n_steps, **hyper):
    theta = np.array(theta0, dtype=float)
    path, state = [theta], None
    for _ in range(n_steps):
        g = gradient(theta)
        if np.linalg.norm(g) < 1e-2:
            break
        theta, state = step(theta, g, state, **hyper)
        path.append(theta)
    return np.array(path)


@wrong_answer("minimize", cause="starts with a state of zeros in place of None")
def minimize_starts_with_a_zero_state(gradient, theta0, step, n_steps, **hyper):
    theta = np.array(theta0, dtype=float)
    state = np.zeros_like(theta)
    path = [theta]
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **hyper)
        path.append(theta)
    return np.array(path)


@wrong_answer(
    "minimize",
    cause="ignores step and always takes a plain gradient descent step",
)
def minimize_ignores_the_step(gradient, theta0, step, n_steps, **hyper):
    lr = hyper.get("lr", 1e-3)
    theta = np.array(theta0, dtype=float)
    path = np.zeros((n_steps + 1, *theta.shape))
    path[0] = theta
    for t in range(n_steps):
        path[t + 1] = path[t] - lr * np.asarray(gradient(path[t]))
    return path


# --- max_stable_lr ---


@wrong_answer(
    "max_stable_lr",
    cause="returns 1 over the largest eigenvalue, without the factor 2",
)
def lr_without_the_two(A):
    return 1.0 / np.max(np.linalg.eigvalsh(np.asarray(A, dtype=float)))


@wrong_answer(
    "max_stable_lr",
    cause="returns the best rate 2 / (largest + smallest), not the limit",
)
def lr_that_is_best(A):
    lam = np.sort(np.linalg.eigvalsh(np.array(A, dtype=float)))
    return 2 / (lam[-1] + lam[0])


@wrong_answer(
    "max_stable_lr",
    cause="takes the first eigenvalue of eigvals, which is not sorted",
)
def lr_of_the_first_eigenvalue(A):
    lam = np.linalg.eigvals(np.asarray(A, dtype=float)).real
    return 2 / lam[0]


@wrong_answer("max_stable_lr", cause="divides by the trace, the sum of all eigenvalues")
def lr_of_the_trace(A):
    return 2.0 / np.trace(np.asarray(A, dtype=float))


@wrong_answer(
    "max_stable_lr",
    cause="returns half the largest eigenvalue, the inverse of the answer",
)
def lr_inverted(A):
    biggest = max(np.linalg.eigvalsh(np.asarray(A, dtype=float)))
    return biggest / 2


@wrong_answer(
    "max_stable_lr",
    cause="uses // for /, so the quotient is rounded down to an integer",
)
def lr_with_integer_division(A):
    values, _ = np.linalg.eigh(np.asarray(A, dtype=float))
    return 2 // values[-1]


# --- momentum ---


@wrong_answer(
    "momentum",
    cause="weights the gradient with 1 - alpha, as in a decaying mean",
)
def momentum_as_a_decaying_mean(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - (1 - alpha) * lr * grad
    return theta + v, v


@wrong_answer(
    "momentum",
    cause="updates the velocity in place and so changes the old state",
)
def momentum_changes_the_state_in_place(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v *= alpha
    v -= lr * grad
    return theta + v, v


@wrong_answer(
    "momentum",
    cause="starts from v = -lr * grad in place of 0, so the first push is double",
)
def momentum_starts_with_a_velocity(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    if state is None:
        state = -lr * grad
    v = alpha * state - lr * grad
    return theta + v, v


@wrong_answer(
    "momentum",
    cause="keeps 1 - alpha of the velocity, as if alpha were the friction",
)
def momentum_takes_alpha_for_friction(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = (1 - alpha) * v - lr * grad
    return theta + v, v


@wrong_answer(
    "momentum",
    cause="multiplies the gradient by alpha too: v = alpha * (v - lr * grad)",
)
def momentum_brackets_the_gradient(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * (v - lr * grad)
    return theta + v, v


@wrong_answer("momentum", cause="forgets the learning rate: v = alpha * v - grad")
def momentum_forgets_lr(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - grad
    return theta + v, v


# --- optimal_momentum ---


@wrong_answer(
    "optimal_momentum",
    cause="forgets the square of alpha and returns the rate sqrt(alpha)",
)
def optimal_alpha_not_squared(A):
    lam = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    small, large = np.sqrt(lam[0]), np.sqrt(lam[-1])
    return (2 / (large + small)) ** 2, (large - small) / (large + small)


@wrong_answer("optimal_momentum", cause="forgets the square of the learning rate")
def optimal_lr_not_squared(A):
    lam = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    small, large = np.sqrt(lam[0]), np.sqrt(lam[-1])
    lr = 2 / (large + small)
    alpha = ((large - small) / (large + small)) ** 2
    return lr, alpha


@wrong_answer(
    "optimal_momentum",
    cause="returns plain descent's best rate 2 / (max + min) for lr",
)
def optimal_with_the_plain_rate(A):
    lam = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    root = np.sqrt(lam[-1] / lam[0])
    return 2 / (lam[-1] + lam[0]), ((root - 1) / (root + 1)) ** 2


@wrong_answer(
    "optimal_momentum",
    cause="takes the root of the sum for the sum of the roots in lr",
)
def optimal_root_of_the_sum(A):
    e = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    lr = (2 / np.sqrt(e[-1] + e[0])) ** 2
    alpha = ((np.sqrt(e[-1]) - np.sqrt(e[0])) / (np.sqrt(e[-1]) + np.sqrt(e[0]))) ** 2
    return lr, alpha


@wrong_answer(
    "optimal_momentum",
    cause="takes the diagonal entries for the eigenvalues",
)
def optimal_from_the_diagonal(A):
    d = np.diag(np.asarray(A, dtype=float))
    a, b = np.sqrt(d.max()), np.sqrt(d.min())
    return (2 / (a + b)) ** 2, ((a - b) / (a + b)) ** 2


@wrong_answer(
    "optimal_momentum",
    cause="takes first and last of eigvals, which are not sorted",
)
def optimal_from_unsorted_eigenvalues(A):
    e = np.sqrt(np.linalg.eigvals(np.asarray(A, dtype=float)).real)
    return (2 / (e[0] + e[-1])) ** 2, ((e[0] - e[-1]) / (e[0] + e[-1])) ** 2


# --- nesterov ---


@wrong_answer(
    "nesterov",
    cause="takes the old velocity in the second line, which is plain momentum",
)
def nesterov_with_the_old_velocity(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v_old = np.zeros_like(theta) if state is None else state
    v = alpha * v_old - lr * grad
    return theta + alpha * v_old - lr * grad, v


@wrong_answer("nesterov", cause="forgets alpha in the step and moves by v - lr * grad")
def nesterov_forgets_alpha_in_the_step(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + v - lr * grad, v


@wrong_answer("nesterov", cause="returns the old velocity as state, so it stays zero")
def nesterov_never_updates_the_state(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v_new = alpha * v - lr * grad
    return theta + alpha * v_new - lr * grad, v


@wrong_answer(
    "nesterov",
    cause="updates the velocity in place and so changes the old state",
)
def nesterov_changes_the_state_in_place(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    if state is None:
        state = np.zeros(theta.shape)
    state *= alpha
    state -= lr * grad
    return theta + alpha * state - lr * grad, state


@wrong_answer(
    "nesterov",
    cause="uses the schedule t / (t + 3) for the momentum and ignores alpha",
)
def nesterov_with_a_momentum_schedule(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v, t = (np.zeros_like(theta), 1) if state is None else state
    mu = t / (t + 3)
    v = mu * v - lr * grad
    return theta + mu * v - lr * grad, (v, t + 1)


@wrong_answer(
    "nesterov",
    cause="adds alpha * v to the gradient, as if that gave the one ahead",
)
def nesterov_looks_ahead_in_the_gradient(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    g = grad + alpha * v
    v = alpha * v - lr * g
    return theta + alpha * v - lr * g, v


# --- adagrad ---


@wrong_answer(
    "adagrad",
    cause="uses a decaying mean 0.9 r + 0.1 g^2 in place of the sum",
)
def adagrad_forgets_like_rmsprop(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = 0.9 * r + 0.1 * grad * grad
    return theta - lr / (delta + np.sqrt(r)) * grad, r


@wrong_answer(
    "adagrad",
    cause="sums the sizes of the gradients in place of their squares",
)
def adagrad_sums_absolute_values(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + np.abs(grad)
    return theta - lr / (delta + np.sqrt(r)) * grad, r


@wrong_answer(
    "adagrad",
    cause="sums the squares over all coordinates, so all share one rate",
)
def adagrad_shares_one_rate(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = 0.0 if state is None else state
    r = r + np.sum(grad**2)
    return theta - lr / (delta + np.sqrt(r)) * grad, r


@wrong_answer(
    "adagrad",
    cause="forgets to multiply by the gradient: steps lr / (delta + sqrt(r))",
)
def adagrad_forgets_the_gradient(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2
    rate = lr / (delta + np.sqrt(r))
    return theta - rate, r


@wrong_answer(
    "adagrad",
    cause="adds to the state in place and so changes the old state",
)
def adagrad_changes_the_state_in_place(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    if state is None:
        state = np.zeros_like(theta)
    state += grad**2
    return theta - lr / (delta + np.sqrt(state)) * grad, state


@wrong_answer(
    "adagrad",
    cause="keeps the root of the sum as state and adds squares to the root",
)
def adagrad_keeps_the_root(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = np.sqrt(r + grad**2)
    return theta - lr / (delta + r) * grad, r


# --- rmsprop ---


@wrong_answer("rmsprop", cause="adds up all squares without decay, as AdaGrad does")
def rmsprop_never_forgets(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@wrong_answer("rmsprop", cause="forgets the root and divides by delta + r")
def rmsprop_forgets_the_root(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = 0.0 if state is None else state
    r = rho * r + (1 - rho) * np.square(grad)
    return theta - lr / (delta + r) * grad, r


@wrong_answer(
    "rmsprop",
    cause="corrects the bias of r as Adam does, dividing by 1 - rho**t",
)
def rmsprop_corrects_the_bias(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r, t = (np.zeros_like(theta), 0) if state is None else state
    t = t + 1
    r = rho * r + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(delta + r / (1 - rho**t)), (r, t)


@wrong_answer("rmsprop", cause="divides by the old mean, without the present gradient")
def rmsprop_uses_the_old_mean(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    new_theta = theta - lr / np.sqrt(delta + r) * grad
    new_r = rho * r + (1 - rho) * grad**2
    return new_theta, new_r


@wrong_answer(
    "rmsprop",
    cause="squares 1 - rho too: r = rho * r + ((1 - rho) * grad)**2",
)
def rmsprop_squares_the_weight(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + ((1 - rho) * grad) ** 2
    return theta - lr * grad / np.sqrt(delta + r), r


@wrong_answer(
    "rmsprop",
    cause="subtracts the squared mean of the gradient from r (centered variant)",
)
def rmsprop_centered(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r, m = (np.zeros_like(theta), np.zeros_like(theta)) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    m = rho * m + (1 - rho) * grad
    return theta - lr * grad / np.sqrt(delta + r - m**2), (r, m)


# --- adam ---


@wrong_answer(
    "adam",
    cause="never counts t up, so the correction is that of t = 1 in each step",
)
def adam_never_counts(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    if state is None:
        state = (np.zeros_like(theta), np.zeros_like(theta), 1)
    s, r, t = state
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s_hat, r_hat = s / (1 - beta1**t), r / (1 - beta2**t)
    return theta - lr * s_hat / (np.sqrt(r_hat) + delta), (s, r, t)


@wrong_answer(
    "adam",
    cause="corrects only the mean of the square, not that of the gradient",
)
def adam_corrects_only_the_second(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    s, r, t = (np.zeros_like(theta), np.zeros_like(theta), 1) if state is None else state
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    r_hat = r / (1 - beta2**t)
    return theta - lr * s / (np.sqrt(r_hat) + delta), (s, r, t + 1)


@wrong_answer(
    "adam",
    cause="keeps the corrected means in the state, so they are corrected again",
)
def adam_stores_the_corrected_means(
    theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8
):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    s, r, t = (np.zeros_like(theta), np.zeros_like(theta), 0) if state is None else state
    t += 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s = s / (1 - beta1**t)
    r = r / (1 - beta2**t)
    return theta - lr * s / (np.sqrt(r) + delta), (s, r, t)


@wrong_answer(
    "adam",
    cause="multiplies beta by t where it must be raised to the power t",
)
def adam_multiplies_beta_by_t(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    s, r, t = (np.zeros_like(theta), np.zeros_like(theta), 0) if state is None else state
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    first = s / (1 - beta1 * t)
    second = r / (1 - beta2 * t)
    return theta - lr * first / (np.sqrt(np.abs(second)) + delta), (s, r, t)


@wrong_answer(
    "adam",
    cause="averages the square of the mean s in place of the square of grad",
)
def adam_squares_the_mean(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    s, r, t = (np.zeros_like(theta), np.zeros_like(theta), 1) if state is None else state
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * s**2
    s_hat, r_hat = s / (1 - beta1**t), r / (1 - beta2**t)
    return theta - lr * s_hat / (np.sqrt(r_hat) + delta), (s, r, t + 1)


@wrong_answer(
    "adam",
    cause="steps along the bare gradient in place of its corrected mean",
)
def adam_steps_along_the_gradient(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    s, r, t = (np.zeros_like(theta), np.zeros_like(theta), 1) if state is None else state
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    r_hat = r / (1 - beta2**t)
    return theta - lr * grad / (np.sqrt(r_hat) + delta), (s, r, t + 1)


# --- step_decay ---


@wrong_answer(
    "step_decay",
    cause="drops only once, however many times every has gone by",
)
def decay_drops_only_once(lr, t, drop, every):
    if t >= every:
        return lr * drop
    return lr


@wrong_answer("step_decay", cause="drops one step late, at every + 1 in place of every")
def decay_drops_one_step_late(lr, t, drop, every):
    k = 0
    while t > every * (k + 1):
        k += 1
    return lr * drop**k


@wrong_answer(
    "step_decay",
    cause="drops one step early, because it counts steps from 1",
)
def decay_drops_one_step_early(lr, t, drop, every):
    return lr * drop ** np.floor((t + 1) / every)


@wrong_answer(
    "step_decay",
    cause="counts step 0 as a drop, so the rate falls right after the start",
)
def decay_counts_step_zero(lr, t, drop, every):
    rate = lr
    for step in range(t):
        if step % every == 0:
            rate *= drop
    return rate


@wrong_answer(
    "step_decay",
    cause="lowers the rate only in the steps that are multiples of every",
)
def decay_only_at_multiples(lr, t, drop, every):
    k = t // every
    if t > 0 and t % every == 0:
        return lr * drop**k
    return lr


@wrong_answer(
    "step_decay",
    cause="multiplies by drop and by the number of drops, without a power",
)
def decay_multiplies_where_a_power_belongs(lr, t, drop, every):
    drops = t // every
    return lr if drops == 0 else lr * drop * drops


# --- cosine ---


@wrong_answer("cosine", cause="forgets pi in the cosine's argument")
def cosine_forgets_pi(lr, t, total):
    if t > total:
        return 0.0
    return lr / 2 * (1 + np.cos(t / total))


@wrong_answer(
    "cosine",
    cause="goes on with the wave after total, so the rate rises again",
)
def cosine_rises_again(lr, t, total):
    return 0.5 * lr * (1 + np.cos(np.pi * t / total))


@wrong_answer(
    "cosine",
    cause="starts again from lr at total (warm restarts) in place of staying at 0",
)
def cosine_restarts(lr, t, total):
    phase = (t % total) / total
    return lr / 2 * (1 + np.cos(np.pi * phase))


@wrong_answer("cosine", cause="divides by total - 1, so it reaches 0 one step too soon")
def cosine_ends_one_step_too_soon(lr, t, total):
    if t >= total - 1:
        return 0.0
    return lr / 2 * (1 + np.cos(np.pi * t / (total - 1)))


@wrong_answer("cosine", cause="returns lr in place of 0 after total")
def cosine_returns_lr_at_the_end(lr, t, total):
    if t <= total:
        return 0.5 * lr * (1.0 + np.cos(np.pi * t / total))
    else:
        return lr


@wrong_answer("cosine", cause="has 1 - cos, so the rate rises from 0 to lr")
def cosine_rises_from_zero(lr, t, total):
    t_over_T = t / total
    return 0.0 if t_over_T > 1 else lr / 2 * (1 - np.cos(np.pi * t_over_T))
