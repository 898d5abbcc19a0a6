"""Wrong answers to the exercises of optimizers, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- sgd ---


@wrong_answer("sgd", cause="adds lr * grad, so it climbs uphill")
def sgd_ascends(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta + lr * grad, state


@wrong_answer(
    "sgd",
    cause="uses -= on the array it was given and changes the caller's theta",
)
def sgd_changes_theta_in_place(theta, grad, state, lr):
    theta = np.asarray(theta, dtype=float)
    theta -= lr * np.asarray(grad, dtype=float)
    return theta, state


@wrong_answer("sgd", cause="divides the gradient by the number of parameters")
def sgd_divides_by_the_number_of_parameters(theta, grad, state, lr):
    theta = np.asarray(theta, dtype=float)
    grad = np.asarray(grad, dtype=float)
    m = theta.size
    return theta - (lr / m) * grad, state


@wrong_answer(
    "sgd",
    cause="keeps the integer type of theta, so new values are cut to integers",
)
def sgd_truncates_to_integers(theta, grad, state, lr):
    old = np.asarray(theta)
    g = np.asarray(grad)
    new = np.empty_like(old)
    new[...] = old - lr * g
    return new, state


@wrong_answer(
    "sgd",
    cause="clips the gradient to the interval from -1 to 1 before the step",
)
def sgd_clips_the_gradient(theta, grad, state, lr):
    g = np.clip(np.asarray(grad, dtype=float), -1.0, 1.0)
    return np.asarray(theta, dtype=float) - lr * g, state


@wrong_answer("sgd", cause="divides the gradient by the learning rate")
def sgd_divides_by_lr(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    step = grad / lr
    return theta - step, state


# --- minimize ---


@wrong_answer(
    "minimize",
    cause="hands None to every step, so the state is never carried on",
)
def minimize_never_carries_the_state(gradient, theta0, step, n_steps, **hyper):
    theta = np.array(theta0, dtype=float)
    path = [theta]
    for _ in range(n_steps):
        theta, _state = step(theta, gradient(theta), None, **hyper)
        path.append(theta)
    return np.array(path, dtype=float)


@wrong_answer("minimize", cause="takes the gradient at theta0 in every step")
def minimize_uses_the_first_gradient(gradient, theta0, step, n_steps, **hyper):
    theta = np.array(theta0, dtype=float)
    g = gradient(theta)
    state = None
    path = [theta]
    for _ in range(n_steps):
        theta, state = step(theta, g, state, **hyper)
        path.append(theta)
    return np.array(path)


@wrong_answer(
    "minimize",
    cause="returns only the last parameters and not the trajectory",
)
def minimize_returns_only_the_end(gradient, theta0, step, n_steps, **hyper):
    theta = np.asarray(theta0, dtype=float)
    state = None
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **hyper)
    return theta


@wrong_answer(
    "minimize",
    cause="appends one and the same array, so all rows are the last point",
)
def minimize_appends_the_same_array(gradient, theta0, step, n_steps, **hyper):
    theta = np.array(theta0, dtype=float)
    trajectory, state = [theta], None
    for _ in range(n_steps):
        new, state = step(theta.copy(), gradient(theta.copy()), state, **hyper)
        theta[...] = new
        trajectory.append(theta)
    return np.array(trajectory)


@wrong_answer(
    "minimize",
    cause="hands the step the gradient at the point before the present one",
)
def minimize_uses_a_stale_gradient(gradient, theta0, step, n_steps, **hyper):
    theta = np.array(theta0, dtype=float)
    g = gradient(theta)
    path, state = [theta], None
    for _ in range(n_steps):
        new, state = step(theta, g, state, **hyper)
        g = gradient(theta)
        theta = new
        path.append(theta)
    return np.array(path)


@wrong_answer(
    "minimize",
    cause="stores the trajectory in an array of integers if theta0 is of ints",
)
def minimize_truncates_the_trajectory(gradient, theta0, step, n_steps, **hyper):
    theta = np.array(theta0)
    path = np.empty((n_steps + 1,) + theta.shape, dtype=theta.dtype)
    path[0], state = theta, None
    for t in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **hyper)
        path[t + 1] = theta
    return path


# --- max_stable_lr ---


@wrong_answer(
    "max_stable_lr",
    cause="takes the smallest eigenvalue in place of the largest",
)
def lr_of_the_smallest_eigenvalue(A):
    eigenvalues = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    return 2 / eigenvalues[0]


@wrong_answer(
    "max_stable_lr",
    cause="takes the largest diagonal entry for the largest eigenvalue",
)
def lr_of_the_diagonal(A):
    A = np.asarray(A, dtype=float)
    curvatures = np.diag(A)
    return 2 / curvatures.max()


@wrong_answer(
    "max_stable_lr",
    cause="divides by the Frobenius norm of A, not its largest eigenvalue",
)
def lr_of_the_frobenius_norm(A):
    return 2 / np.linalg.norm(np.array(A, dtype=float))


@wrong_answer(
    "max_stable_lr",
    cause="takes the eigenvalues of A^T A, the squares of those of A",
)
def lr_of_the_squared_eigenvalue(A):
    A = np.asarray(A, dtype=float)
    return 2 / np.linalg.eigvalsh(A.T @ A).max()


@wrong_answer(
    "max_stable_lr",
    cause="divides by the condition number, not the largest eigenvalue",
)
def lr_of_the_condition_number(A):
    eigs = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    kappa = eigs.max() / eigs.min()
    return 2 / kappa


@wrong_answer(
    "max_stable_lr",
    cause="stops the power iteration after two rounds, unconverged",
)
def lr_of_a_short_power_iteration(A):
    A = np.asarray(A, dtype=float)
    v = np.arange(1.0, len(A) + 1)
    for _ in range(2):
        v = A @ v
        v = v / np.sqrt(v @ v)
    return 2 / (v @ A @ v)


# --- momentum ---


@wrong_answer("momentum", cause="subtracts the velocity, which already points downhill")
def momentum_subtracts_the_velocity(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta - v, v


@wrong_answer(
    "momentum",
    cause="moves by the old velocity and updates it only afterwards",
)
def momentum_moves_by_the_old_velocity(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = state if state is not None else np.zeros(theta.shape)
    theta = theta + v
    v = alpha * v - lr * grad
    return theta, v


@wrong_answer(
    "momentum",
    cause="returns the old velocity as state, so no velocity builds up",
)
def momentum_returns_the_old_velocity(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    if state is None:
        state = np.zeros_like(theta)
    v = alpha * state - lr * grad
    return theta + v, state


@wrong_answer(
    "momentum",
    cause="takes Nesterov's step, alpha * v - lr * grad, in place of v",
)
def momentum_steps_like_nesterov(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = 0.0 if state is None else state
    v = alpha * v - lr * grad
    return theta + alpha * v - lr * grad, v


@wrong_answer("momentum", cause="ignores the argument alpha and always uses 0.9")
def momentum_ignores_alpha(theta, grad, state, lr, alpha=0.9):
    beta = 0.9
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else np.asarray(state)
    velocity = beta * v - lr * grad
    return theta + velocity, velocity


@wrong_answer(
    "momentum",
    cause="multiplies by lr twice, in the velocity and in the step",
)
def momentum_uses_lr_twice(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    theta = theta + lr * v
    return theta, v


# --- optimal_momentum ---


@wrong_answer(
    "optimal_momentum",
    cause="uses the eigenvalues where their square roots belong",
)
def optimal_without_roots(A):
    lam = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    mu, L = lam.min(), lam.max()
    return (2 / (L + mu)) ** 2, ((L - mu) / (L + mu)) ** 2


@wrong_answer(
    "optimal_momentum",
    cause="returns (alpha, lr), the two results exchanged",
)
def optimal_exchanged(A):
    lam = np.sqrt(np.linalg.eigvalsh(np.asarray(A, dtype=float)))
    lr = (2 / (lam[-1] + lam[0])) ** 2
    alpha = ((lam[-1] - lam[0]) / (lam[-1] + lam[0])) ** 2
    return alpha, lr


@wrong_answer(
    "optimal_momentum",
    cause="takes the condition number where its root belongs in alpha",
)
def optimal_alpha_from_kappa(A):
    e = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    kappa = e[-1] / e[0]
    lr = 4 / (np.sqrt(e[-1]) + np.sqrt(e[0])) ** 2
    return lr, ((kappa - 1) / (kappa + 1)) ** 2


@wrong_answer(
    "optimal_momentum",
    cause="returns the best settings of Nesterov's method",
)
def optimal_for_nesterov(A):
    e = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    L, m = e[-1], e[0]
    root = np.sqrt(3 * L / m + 1)
    return 4 / (3 * L + m), (root - 2) / (root + 2)


@wrong_answer(
    "optimal_momentum",
    cause="critical damping of the ODE for alpha: 1 - 2 sqrt(lr * min)",
)
def optimal_alpha_of_the_oscillator(A):
    e = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    lr = (2 / (np.sqrt(e[-1]) + np.sqrt(e[0]))) ** 2
    alpha = 1 - 2 * np.sqrt(e[0]) * np.sqrt(lr)
    return lr, alpha


@wrong_answer(
    "optimal_momentum",
    cause="squares only the denominator of lr: 2 / (...)**2",
)
def optimal_lr_with_a_wrong_precedence(A):
    w, _ = np.linalg.eigh(np.asarray(A, dtype=float))
    top, bottom = w[-1] ** 0.5, w[0] ** 0.5
    lr = 2 / (top + bottom) ** 2
    alpha = ((top - bottom) / (top + bottom)) ** 2
    return lr, alpha


# --- nesterov ---


@wrong_answer(
    "nesterov",
    cause="moves by alpha * v only and forgets the term - lr * grad",
)
def nesterov_forgets_the_gradient_term(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    theta = theta + alpha * v
    return theta, v


@wrong_answer("nesterov", cause="adds alpha * v_prev in (1 + alpha) v - alpha v_prev")
def nesterov_adds_the_previous_velocity(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v_prev = np.zeros_like(theta) if state is None else state
    v = alpha * v_prev - lr * grad
    theta = theta + alpha * v_prev + (1 + alpha) * v
    return theta, v


@wrong_answer(
    "nesterov",
    cause="adds lr * grad in the second line where it must be subtracted",
)
def nesterov_adds_the_gradient_in_the_step(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + alpha * v + lr * grad, v


@wrong_answer(
    "nesterov",
    cause="keeps the step alpha * v - lr * grad as the state in place of v",
)
def nesterov_keeps_the_step_as_state(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    step = alpha * v - lr * grad
    return theta + step, step


@wrong_answer("nesterov", cause="weights the gradient in the velocity with 1 - alpha")
def nesterov_with_dampening(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    buf = np.zeros_like(theta) if state is None else state
    buf = alpha * buf + (1 - alpha) * grad
    d_p = grad + alpha * buf
    return theta - lr * d_p, buf


@wrong_answer(
    "nesterov",
    cause="stores alpha * v, so alpha is applied twice in the next step",
)
def nesterov_stores_alpha_times_v(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    ahead = alpha * v
    return theta + ahead - lr * grad, ahead


# --- adagrad ---


@wrong_answer("adagrad", cause="puts delta inside the root: sqrt(delta + r)")
def adagrad_delta_inside_the_root(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2
    return theta - lr * grad / np.sqrt(r + delta), r


@wrong_answer(
    "adagrad",
    cause="keeps only the square of the present gradient, without a sum",
)
def adagrad_overwrites_the_sum(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = grad**2
    return theta - lr / (delta + np.sqrt(r)) * grad, r


@wrong_answer("adagrad", cause="forgets the root and divides by delta + r")
def adagrad_forgets_the_root(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = grad**2 if state is None else state + grad**2
    return theta - lr / (delta + r) * grad, r


@wrong_answer("adagrad", cause="divides by the old sum, without the present gradient")
def adagrad_uses_the_old_sum(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    theta = theta - lr / (delta + np.sqrt(r)) * grad
    return theta, r + grad**2


@wrong_answer("adagrad", cause="starts the sum at 0.1 in place of 0")
def adagrad_starts_the_sum_at_a_tenth(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    accumulator = np.full(theta.shape, 0.1) if state is None else state
    accumulator = accumulator + np.square(grad)
    return theta - lr * grad / (np.sqrt(accumulator) + delta), accumulator


@wrong_answer(
    "adagrad",
    cause="divides the sum by the number of steps: a mean in place of the sum",
)
def adagrad_takes_the_mean(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r, t = (np.zeros_like(theta), 0) if state is None else state
    r, t = r + grad**2, t + 1
    return theta - lr / (delta + np.sqrt(r / t)) * grad, (r, t)


# --- rmsprop ---


@wrong_answer("rmsprop", cause="puts delta outside the root: sqrt(r) + delta")
def rmsprop_delta_outside_the_root(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    return theta - lr * grad / (np.sqrt(r) + delta), r


@wrong_answer("rmsprop", cause="exchanges rho and 1 - rho in the decaying mean")
def rmsprop_exchanges_the_weights(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = (1 - rho) * r + rho * grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@wrong_answer("rmsprop", cause="forgets the factor 1 - rho: r = rho * r + grad**2")
def rmsprop_forgets_one_minus_rho(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@wrong_answer("rmsprop", cause="starts r at the first squared gradient in place of 0")
def rmsprop_starts_at_the_first_square(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    if state is None:
        r = grad**2
    else:
        r = rho * state + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@wrong_answer(
    "rmsprop",
    cause="averages the squares over all coordinates, so all share one rate",
)
def rmsprop_shares_one_rate(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    ms = 0.0 if state is None else state
    ms = rho * ms + (1 - rho) * np.mean(grad**2)
    return theta - lr * grad / np.sqrt(delta + ms), ms


@wrong_answer("rmsprop", cause="updates r in place and so changes the old state")
def rmsprop_changes_the_state_in_place(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    cache = np.zeros_like(theta) if state is None else state
    cache *= rho
    cache += (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(cache + delta), cache


# --- adam ---


@wrong_answer("adam", cause="does not correct the bias of either mean")
def adam_without_correction(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    s, r = (np.zeros_like(theta), np.zeros_like(theta)) if state is None else state
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    return theta - lr * s / (np.sqrt(r) + delta), (s, r)


@wrong_answer(
    "adam",
    cause="counts t from 2, so the first correction is already that of step 2",
)
def adam_counts_from_two(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    if state is None:
        state = {"m": np.zeros_like(theta), "v": np.zeros_like(theta), "t": 1}
    t = state["t"] + 1
    m = beta1 * state["m"] + (1 - beta1) * grad
    v = beta2 * state["v"] + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return theta - lr * m_hat / (np.sqrt(v_hat) + delta), {"m": m, "v": v, "t": t}


@wrong_answer("adam", cause="puts delta inside the root: sqrt(r_hat + delta)")
def adam_delta_inside_the_root(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    s, r, t = (np.zeros_like(theta), np.zeros_like(theta), 0) if state is None else state
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s_hat, r_hat = s / (1 - beta1**t), r / (1 - beta2**t)
    return theta - lr * s_hat / np.sqrt(r_hat + delta), (s, r, t)


@wrong_answer(
    "adam",
    cause="corrects only the mean of the gradient, not that of its square",
)
def adam_corrects_only_the_first(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    s, r, t = (np.zeros_like(theta), np.zeros_like(theta), 1) if state is None else state
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s_hat = s / (1 - beta1**t)
    return theta - lr * s_hat / (np.sqrt(r) + delta), (s, r, t + 1)


@wrong_answer("adam", cause="exchanges beta1 and beta2")
def adam_exchanges_the_betas(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    s, r, t = (np.zeros_like(theta), np.zeros_like(theta), 1) if state is None else state
    s = beta2 * s + (1 - beta2) * grad
    r = beta1 * r + (1 - beta1) * grad**2
    s_hat, r_hat = s / (1 - beta2**t), r / (1 - beta1**t)
    return theta - lr * s_hat / (np.sqrt(r_hat) + delta), (s, r, t + 1)


@wrong_answer("adam", cause="forgets the root of r_hat")
def adam_forgets_the_root(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    s, r, t = (np.zeros_like(theta), np.zeros_like(theta), 1) if state is None else state
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s_hat, r_hat = s / (1 - beta1**t), r / (1 - beta2**t)
    return theta - lr * s_hat / (r_hat + delta), (s, r, t + 1)


# --- step_decay ---


@wrong_answer(
    "step_decay",
    cause="decays continuously: the exponent is t / every, not rounded down",
)
def decay_is_continuous(lr, t, drop, every):
    return lr * drop ** (t / every)


@wrong_answer("step_decay", cause="multiplies by 1 - drop in place of drop")
def decay_multiplies_by_one_minus_drop(lr, t, drop, every):
    times = t // every
    return lr * (1 - drop) ** times


@wrong_answer(
    "step_decay",
    cause="multiplies by drop at every single step and ignores every",
)
def decay_drops_at_each_step(lr, t, drop, every):
    for _ in range(t):
        lr = lr * drop
    return lr


@wrong_answer(
    "step_decay",
    cause="rounds t / every to the nearest number in place of down",
)
def decay_rounds_to_nearest(lr, t, drop, every):
    return lr * drop ** int(t / every + 0.5)


@wrong_answer(
    "step_decay",
    cause="raises the product lr * drop to the power, not drop alone",
)
def decay_raises_lr_to_the_power(lr, t, drop, every):
    n = t // every
    return (lr * drop) ** n if n else lr


@wrong_answer(
    "step_decay",
    cause="decays like lr / (1 + drop * k) in place of lr * drop**k",
)
def decay_like_inverse_time(lr, t, drop, every):
    return lr / (1 + drop * (t // every))


# --- cosine ---


@wrong_answer("cosine", cause="follows a quarter of a wave, lr * cos(pi t / (2 total))")
def cosine_of_a_quarter_wave(lr, t, total):
    return lr * np.cos(np.pi * t / (2 * total)) if t < total else 0.0


@wrong_answer("cosine", cause="forgets the 1 +, so the rate is lr / 2 times the cosine")
def cosine_forgets_the_one(lr, t, total):
    return lr / 2 * np.cos(np.pi * t / total) if t <= total else 0.0


@wrong_answer("cosine", cause="runs through a whole wave, 2 pi in place of pi")
def cosine_of_a_whole_wave(lr, t, total):
    if t > total:
        return 0.0
    return lr * (1 + np.cos(2 * np.pi * t / total)) / 2


@wrong_answer("cosine", cause="forgets the factor one half, so it starts at 2 lr")
def cosine_forgets_the_half(lr, t, total):
    return lr * (1 + np.cos(np.pi * t / total)) if t <= total else 0.0


@wrong_answer(
    "cosine",
    cause="misses brackets: adds cos to lr / 2 in place of multiplying",
)
def cosine_misses_brackets(lr, t, total):
    if t > total:
        return 0.0
    return lr / 2 * 1 + np.cos(np.pi * t / total)


@wrong_answer(
    "cosine",
    cause="gives the cosine degrees, 180 t / total, in place of radians",
)
def cosine_in_degrees(lr, t, total):
    if t > total:
        return 0.0
    angle = 180 * t / total
    return lr / 2 * (1 + np.cos(angle))
