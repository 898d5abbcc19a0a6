"""What is graded: optimizers.

A step is graded in two ways: step by step on gradients that are drawn at random, with its
arguments and states watched, and by a path of 1,000 steps. On that, gradients are computed on
the side of the checks, of two surfaces at once, so that a step costs a single call.
"""

import inspect

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    StudentFunction,
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_parts,
    expect_robust,
)
from autograder.checks.inputs import ARRAYS, labels, nonzero, whole
from autograder.datasets import load_digits

from ..backpropagation.reference import init_mlp, mlp_forward, mlp_loss
from . import reference


def first_part(step):
    """The new parameters that ``step`` makes, without the state, for the diagnosis."""

    def parameters(theta, grad, **hyper):
        return step(theta, grad, None, **hyper)[0]

    return parameters


def taken(step, theta, grad, state, **hyper):
    """Parameters and state after one step of the student's ``step``."""
    result = step(theta, grad, state, **hyper)
    expect_parts(result, 2, step.name)
    return result


def expect_right_memory(step, expected_step, got, theta, grad, state, **hyper):
    """Say what is wrong with ``state`` where ``got`` is the right step from there.

    The place alone would not tell: a step that does all it should goes wrong from a wrong state.
    """
    try:
        own, _ = expected_step(theta, grad, state, **hyper)
        is_right = np.allclose(np.asarray(got, float), own, rtol=1e-10, atol=0.0)
    except Exception:  # a state of another form than the reference's, of which nothing is known
        return
    if is_right:
        expect(state is not None, step.name, "a state of None tells the next step nothing")
        if isinstance(state, np.ndarray):
            expect(state.any(), step.name, "a state that stays zero tells the next step nothing")
            is_place = np.array_equal(state, theta)
            expect(not is_place, step.name, "the state is not the place that theta holds already")
        words = "a step that is right for the state it got hands on a state that is right, too"
        expect(False, step.name, words)


def expect_steps(step, expected_step, rng, n_steps=12, **hyper):
    """Raise unless ``step`` follows ``expected_step`` on random gradients, from a fresh state.

    Both get the same parameters in each step, so that only the step itself can differ.
    """
    for shape in ARRAYS:
        theta, state, expected_state = rng.normal(size=shape), None, None
        for t in range(n_steps):
            # of different size in each step and coordinate, and far above any delta
            size = rng.uniform(0.3, 1.0, size=shape) * np.exp(rng.normal(size=shape) / 2)
            grad = np.asarray(size * rng.choice([-1.0, 1.0], size=shape))
            expected, expected_state = expected_step(theta, grad, expected_state, **hyper)
            before = state
            got, state = taken(step, theta.copy(), grad.copy(), before, **hyper)
            if t and not np.allclose(got, expected, rtol=1e-10, atol=1e-12):
                expect_right_memory(step, expected_step, got, theta, grad, before, **hyper)
            given = {"theta": theta, "grad": grad, **hyper}
            first = {"reference": first_part(expected_step)} if t == 0 else {}
            what = f"parameters after step {t + 1}"
            expect_close(got, expected, step.name, given=given, what=what, rtol=1e-10, **first)
            theta = expected


def expect_lists(step, expected_step, rng, **hyper):
    """Raise unless ``step`` takes lists and integers, and leaves old states as they were."""
    theta, grads = [1, -2, 3], [[2, -1, 4], [-3, 5, 1]]
    _, kept = taken(step, theta, grads[0], None, **hyper)
    middle, expected = expected_step(theta, grads[0], None, **hyper)
    wanted = expected_step(middle, grads[1], expected, **hyper)[0]
    for _ in range(2):  # the same state again: it must not have changed
        got, _ = taken(step, middle.tolist(), grads[1], kept, **hyper)
        expect_close(got, wanted, step.name, what="second step, plain lists", rtol=1e-10)

    def first_step(theta, grad):
        return taken(step, theta, grad, None, **hyper)[0]

    def expected_first_step(theta, grad):
        return expected_step(theta, grad, None, **hyper)[0]

    at = np.array([1.0, -2.0, 3.0]), np.array([2.0, -1.0, 4.0])
    expect_robust(StudentFunction(first_step, step.name), expected_first_step, *at)


def landscape(rng):
    """Gradient and start: Rosenbrock's function of two numbers plus a quadratic of four more.

    The quadratic is rotated and has condition number 1,000.
    """
    rotation = np.linalg.qr(rng.normal(size=(4, 4)))[0]
    A = rotation @ np.diag(np.geomspace(1e-3, 1.0, 4)) @ rotation.T

    def gradient(theta):
        bend = theta[1] - theta[0] ** 2
        banana = -2 * (1 - theta[0]) - 400 * theta[0] * bend, 200 * bend
        return np.array([*banana, *(A @ theta[2:])])

    start = rng.uniform([-1.5, 0.5], [-1.0, 1.5])
    return gradient, np.concatenate([start, rng.uniform(1.5, 2.5, 4) * rng.choice([-1, 1], 4)])


def expect_path(step, expected_step, rng, **hyper):
    """Raise unless each of 1,000 steps ends within 1e-10 of the reference."""
    gradient, theta = landscape(rng)
    expected, state = reference.minimize(gradient, theta, expected_step, 1000, **hyper), None
    for t in range(1, 1001):
        theta, state = taken(step, theta, gradient(theta), state, **hyper)
        what = f"step {t} of 1,000, on Rosenbrock's function and a quadratic"
        expect_close(theta, expected[t], step.name, what=what, rtol=0, atol=1e-10)
        theta = np.asarray(theta, dtype=float)


def expect_default(step, expected_step, rng, *names, **hyper):
    """Raise unless the options ``names`` have the default values of the text."""
    theta, grad = rng.normal(size=3), rng.uniform(0.1, 1, size=3)
    what = f"step with the defaults of {', '.join(names)}"
    state, expected_state = None, None
    for factor in (1.0, 2.0):
        expected, expected_state = expected_step(theta, factor * grad, expected_state, **hyper)
        got, state = taken(step, theta, factor * grad, state, **hyper)
        expect_close(got, expected, step.name, what=what, rtol=1e-10)
        theta = expected


def expect_delta(step, expected_step, rng, **hyper):
    """Raise unless delta acts in its place, where gradients are zero or as small as delta."""
    default = inspect.signature(expected_step).parameters["delta"].default
    for delta in (default, 0.3):
        for size in (0.0, delta, np.sqrt(delta)):
            grad = size * rng.choice([-1.0, 1.0], size=3) * np.array([1.0, 0.5, 2.0])
            options = hyper if delta == default else {**hyper, "delta": delta}
            got, _ = taken(step, np.zeros(3), grad, None, **options)
            expected, _ = expected_step(np.zeros(3), grad, None, **options)
            expect_close(got, expected, step.name, what="a step with small gradients", rtol=1e-9)


# --- gradient descent -------------------------------------------------------------------


@check("sgd", points=0.5)
def steps_against_the_gradient_and_hands_the_state_on(student, rng):
    expect_steps(student.sgd, reference.sgd, rng, n_steps=3, lr=float(rng.uniform(0.05, 0.5)))
    expect_lists(student.sgd, reference.sgd, rng, lr=0.1)
    expect_lists(student.sgd, reference.sgd, rng, lr=1)  # floats, even if all is whole
    for state in (None, 7, np.arange(3.0)):
        _, handed_on = taken(student.sgd, np.ones(2), np.ones(2), state, lr=0.1)
        expect(np.array_equal(handed_on, state), "sgd", "the state comes back as it was given")


@check("sgd", points=0.5)
def walks_a_thousand_steps_downhill(student, rng):
    expect_path(student.sgd, reference.sgd, rng, lr=3e-4)


# --- a network --------------------------------------------------------------------------


def plain(theta, grad, state, rate):
    """A step without memory."""
    return np.asarray(theta) - rate * np.asarray(grad), None


def fading(theta, grad, state, lr, power=1.0):
    """A step that gets shorter each time; its state tells how many have been taken."""
    count = 1.7 if state is None else state + 1
    return np.asarray(theta) - lr * np.asarray(grad) / count**power, count


def rolling(theta, grad, state, lr, keep):
    """A step whose state is as large as theta."""
    speed = -lr * np.asarray(grad) + (0.0 if state is None else keep * np.asarray(state))
    return np.asarray(theta) + speed, speed


def network(rng, *sizes):
    """Parameters of a network of these widths."""
    return [(rng.normal(size=(d, k)), rng.normal(size=k)) for d, k in zip(sizes, sizes[1:])]


def training(rng, n, *sizes):
    """Parameters, data and labels to train with."""
    return network(rng, *sizes), rng.normal(size=(n, sizes[0])), labels(rng, n, sizes[-1])


@check("train_with", points=0.5)
def moves_all_parameters_batch_by_batch_and_tells_the_losses(student, rng):
    both = student.train_with, reference.train_with
    # the last batch is short, or whole; then a single batch, single samples, one layer, nothing
    for n, sizes, n_epochs, batch_size in (
        (17, (3, 8, 9, 5), 6, 7),
        (21, (5, 8, 3), 6, 7),
        (9, (5, 6, 3), 7, 40),
        (7, (5, 6, 3), 2, 1),
        (11, (6, 5), 3, 4),
        (7, (5, 6, 3), 0, 3),
    ):
        at = training(rng, n, *sizes)
        rate = float(rng.uniform(0.1, 0.4))
        expect_agrees(*both, plain, *at, n_epochs, batch_size, rng.spawn(1)[0], rate=rate)
    params = [(whole(rng, (3, 6)), whole(rng, 6)), (whole(rng, (6, 5)), whole(rng, 5))]
    at = params, whole(rng, (7, 3)), labels(rng, 7, 5), 3, 5, rng.spawn(1)[0]
    expect_robust(*both, plain, *at, rate=0.1)


@check("train_with", points=0.5)
def gives_each_array_a_state_of_its_own(student, rng):
    both = student.train_with, reference.train_with
    for step, hyper in (
        (fading, {"lr": 0.37, "power": 0.63}),
        (fading, {"power": 1.7, "lr": 0.23}),
        (rolling, {"lr": 0.07, "keep": 0.83}),
        (fading, {"lr": 0.31}),
    ):
        at = training(rng, 13, 3, 7, 5)
        expect_agrees(*both, step, *at, 6, 9, rng.spawn(1)[0], **hyper)


@check("train_with", points=0.5)
def teaches_a_network_to_read_digits_it_has_not_seen(student, rng):
    X, y = load_digits()
    unseen = np.arange(len(y)) % 5 == 4
    params = init_mlp([64, 32, 10], rng)
    at = params, X[~unseen], y[~unseen], 5, 48, rng.spawn(1)[0]
    result = student.train_with(student.sgd, *at, lr=0.4)
    expect_parts(result, 2, "train_with")
    try:
        said = mlp_forward(result[0], X[unseen])[0].argmax(axis=1)
    except Exception:
        said = None
    expect(said is not None, "train_with", "the parameters are a list of (W, b), as at the start")
    right = np.mean(said == y[unseen])
    words = f"at least 85% of the digits held out are read, and not {right:.0%}"
    expect(right >= 0.85, "train_with", words)


# --- the loop -----------------------------------------------------------------------------


def bent(theta):
    """A gradient that differs from place to place."""
    return np.sin(theta) + theta / 3


@check("minimize", points=1)
def returns_the_start_and_the_parameters_after_each_step(student, rng):
    for shape, n_steps in (((3,), 5), ((5, 3), 6), ((1,), 1), ((3,), 0), ((), 3)):
        start = rng.normal(size=shape)
        lr = float(rng.uniform(0.1, 0.5))
        at = bent, start, fading, n_steps
        expect_agrees(student.minimize, reference.minimize, *at, lr=lr)
    # where the gradient is zero or tiny it is no reason to stop: the text asks for n_steps
    for flat in (np.array([1.3e-14, -2.7e-14]), np.zeros(3)):
        expect_agrees(student.minimize, reference.minimize, bent, flat, fading, 4, lr=0.3)
    start = np.array([1.0, -2.0])
    expect_robust(student.minimize, reference.minimize, bent, start, fading, 3, lr=0.3)
    expect_agrees(student.minimize, reference.minimize, bent, [1, 2], fading, 0, lr=0.3)
    path = student.minimize(bent, start, fading, 2, lr=0.3)
    expect(isinstance(path, np.ndarray), "minimize", "the trajectory is one array, not a list")


@check("minimize", points=1)
def hands_the_state_and_all_options_to_every_step(student, rng):
    start = rng.normal(size=3)
    # by name, in whatever order
    for hyper in ({"lr": 0.37, "power": 0.63}, {"power": 1.7, "lr": 0.13}, {"lr": 0.2}):
        at = bent, start, fading, 6
        expect_agrees(student.minimize, reference.minimize, *at, **hyper)
    seen = []

    def watched(theta, grad, state):
        seen.append(state)
        return np.asarray(theta) - 0.1 * np.asarray(grad), len(seen)

    for _ in range(2):  # the second run starts with a state of its own
        seen.clear()
        student.minimize(bent, start, watched, 3)
        states = [s if s is None or isinstance(s, int) else "another" for s in seen]
        expect(
            states == [None, 1, 2], "minimize", "each step gets the state that the last returned"
        )


# --- curvature --------------------------------------------------------------------------


def curved(rng, d):
    """A symmetric matrix with positive eigenvalues."""
    factor = rng.normal(size=(d, d))
    return factor @ factor.T + rng.uniform(0.3, 1.0) * np.eye(d)


@check("max_stable_lr", points=0.5)
def is_two_over_the_largest_curvature(student, rng):
    for scale, d in ((0.001, 3), (0.3, 5), (1.0, 2), (1.0, 1)):  # a large quotient first
        A = scale * curved(rng, d)
        expect_agrees(student.max_stable_lr, reference.max_stable_lr, A)
    expect_robust(
        student.max_stable_lr, reference.max_stable_lr, np.array([[2.0, -3.0], [-3.0, 7.0]])
    )


@check("optimal_momentum", points=1)
def is_best_for_the_flattest_and_the_steepest_direction(student, rng):
    for d in (3, 5, 2):
        expect_agrees(student.optimal_momentum, reference.optimal_momentum, curved(rng, d))


@check("optimal_momentum", points=1)
def needs_no_momentum_in_a_round_bowl(student, rng):
    curvature = float(rng.uniform(0.5, 4))
    for A in (np.diag([curvature] * 3), [[curvature]]):
        expect_agrees(student.optimal_momentum, reference.optimal_momentum, A)
    A = np.array([[5.0, 2.0], [2.0, 3.0]])
    expect_robust(student.optimal_momentum, reference.optimal_momentum, A)


# --- momentum and Nesterov --------------------------------------------------------------


def expect_velocity(step, expected_step, rng):
    for alpha in (0.83, 0.57, 0.0):
        lr = float(rng.uniform(0.05, 0.5))
        expect_steps(step, expected_step, rng, lr=lr, alpha=alpha)
    expect_lists(step, expected_step, rng, lr=0.1, alpha=0.7)
    expect_default(step, expected_step, rng, "alpha", lr=0.1)


@check("momentum", points=1)
def keeps_a_share_of_its_velocity(student, rng):
    expect_velocity(student.momentum, reference.momentum, rng)


@check("momentum", points=1)
def walks_a_thousand_steps_like_a_heavy_ball(student, rng):
    # the point: alpha = 0.9, its default
    expect_path(student.momentum, reference.momentum, rng, lr=2e-4, alpha=0.9)


@check("nesterov", points=1)
def looks_ahead_along_its_new_velocity(student, rng):
    expect_velocity(student.nesterov, reference.nesterov, rng)


@check("nesterov", points=1)
def walks_a_thousand_steps_looking_ahead(student, rng):
    # the point: alpha = 0.9, its default
    expect_path(student.nesterov, reference.nesterov, rng, lr=2e-4, alpha=0.9)


# --- a rate for each coordinate ---------------------------------------------------------


@check("adagrad", points=1)
def divides_by_the_root_of_all_squares_so_far(student, rng):
    for options in ({"delta": 0.37}, {"delta": 2.3}, {}):  # a tiny delta tells little
        lr = float(rng.uniform(0.05, 0.5))
        expect_steps(student.adagrad, reference.adagrad, rng, lr=lr, **options)
    expect_lists(student.adagrad, reference.adagrad, rng, lr=0.1)
    expect_delta(student.adagrad, reference.adagrad, rng, lr=1.0)


@check("adagrad", points=1)
def walks_a_thousand_ever_shorter_steps(student, rng):
    expect_path(student.adagrad, reference.adagrad, rng, lr=0.1, delta=1e-3)


@check("rmsprop", points=1)
def divides_by_the_root_of_the_decaying_mean_of_squares(student, rng):
    for options in (
        {"rho": 0.83, "delta": 0.19},
        {"rho": 0.57, "delta": 2.3},
        {"rho": 0.0, "delta": 0.37},
        {"rho": 0.9},
    ):
        lr = float(rng.uniform(0.05, 0.5))
        expect_steps(student.rmsprop, reference.rmsprop, rng, lr=lr, **options)
    expect_lists(student.rmsprop, reference.rmsprop, rng, lr=0.1)
    expect_delta(student.rmsprop, reference.rmsprop, rng, lr=1.0)
    expect_default(student.rmsprop, reference.rmsprop, rng, "lr", "rho", "delta")


@check("rmsprop", points=1)
def walks_a_thousand_steps_with_a_short_memory(student, rng):
    # the point: delta = 4, lr = 0.001, its default, rho = 0.9, its default
    # with a small delta it would swing around the valley floor and double every rounding error
    expect_path(student.rmsprop, reference.rmsprop, rng, lr=1e-3, rho=0.9, delta=4.0)


@check("adam", points=1)
def follows_its_corrected_means(student, rng):
    for options in (
        {"beta1": 0.73, "beta2": 0.87},
        {"beta1": 0.9, "beta2": 0.999, "delta": 0.19},
        {"beta1": 0.0, "beta2": 0.93},
        {"beta1": 0.83, "beta2": 0.0, "delta": 2.3},
    ):
        lr = float(rng.uniform(0.05, 0.5))
        expect_steps(student.adam, reference.adam, rng, lr=lr, **options)


@check("adam", points=1)
def has_its_delta_and_its_defaults_in_place(student, rng):
    expect_lists(student.adam, reference.adam, rng, lr=0.1)
    expect_delta(student.adam, reference.adam, rng, lr=1.0)
    expect_default(student.adam, reference.adam, rng, "lr", "beta1", "beta2", "delta")


@check("adam", points=1)
def walks_a_thousand_corrected_steps(student, rng):
    # the point: beta1 = 0.9, its default, beta2 = 0.999, its default, delta = 1e-08, its default
    expect_path(student.adam, reference.adam, rng, lr=1e-2, beta1=0.9, beta2=0.999, delta=1e-8)


# --- schedules --------------------------------------------------------------------------


@check("schedules", points=0.5)
def decays_by_steps(student, rng):
    lr, drop = rng.uniform(0.1, 1.0, size=2)
    for every in (7, 1):
        # first where a rounded quotient and a second drop show
        for t in (3 * every - 3, 3 * every - 1, 3 * every, 0, 1, every - 1, every, every + 1, 50):
            at = float(lr), t, float(drop), every
            expect_agrees(student.step_decay, reference.step_decay, *at)


@check("schedules", points=0.5)
def decays_along_half_a_cosine(student, rng):
    lr = float(rng.uniform(0.1, 1.0))
    for total in (33, 10, 1):
        for t in (13, total + 12, total, total - 1, 0, 1, total // 2, total + 1, 3 * total):
            expect_agrees(student.cosine, reference.cosine, lr, t, total)


@check("schedules", points=0.5)
def warms_up_before_the_cosine(student, rng):
    lr = float(rng.uniform(0.1, 1.0))
    for total, warmup in ((33, 7), (50, 20), (10, 1), (9, 0), (10, 9)):
        for t in (5, 17, warmup, 0, 1, warmup + 1, total - 1, total, total + 1, 3 * total):
            expect_agrees(student.warmup_cosine, reference.warmup_cosine, lr, t, total, warmup)


# --- the length of a step ---------------------------------------------------------------


@check("step_lengths", points=0.5)
def shrinks_all_arrays_together_where_they_are_too_long(student, rng):
    both = student.clip_by_norm, reference.clip_by_norm
    for shapes in (((5, 3), (3,), (3, 6)), ((7,),), ((), (3,)), ((1, 1), (5,))):
        grads = [np.asarray(rng.normal(size=shape)) for shape in shapes]
        norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
        # 0.9: the largest array alone may be short enough
        for share in (0.37, 0.9, 1.3, 20.0):
            expect_agrees(*both, grads, float(share * norm))
    zeros = [np.zeros((3, 5)), np.zeros(5)]
    expect_agrees(*both, zeros, 0.7)
    expect_robust(*both, [whole(rng, (3, 5)), whole(rng, 3)], 3)


@check("step_lengths", points=0.5)
def compares_a_step_with_the_parameters(student, rng):
    both = student.update_ratio, reference.update_ratio
    for shape in ARRAYS:
        theta = np.asarray(nonzero(rng, shape))
        for size in (0.01, 3.0, 0.0):
            expect_agrees(*both, theta, theta + size * rng.normal(size=shape))
    theta = whole(rng, (5, 3))
    expect_robust(*both, theta, theta + whole(rng, (5, 3)))


# --- the race ---------------------------------------------------------------------------

STEPS = {
    step.__name__: step
    for step in (
        *(reference.sgd, reference.momentum, reference.nesterov),
        *(reference.adagrad, reference.rmsprop, reference.adam),
    )
}


def raced(student, X, y, rng):
    """What ``race`` names, after a look at its form."""
    result = student.race(X, y, np.random.default_rng(rng.integers(2**32)))
    name, hyper = expect_parts(result, 2, "race")
    is_known = isinstance(name, str) and name in STEPS
    rule = f"the first of the two is one of {', '.join(STEPS)}, and not {name!r:.40}"
    expect(is_known, "race", rule)
    rule = f"the second of the two is a dict of options, and not {hyper!r:.40}"
    expect(isinstance(hyper, dict), "race", rule)
    return name, hyper


def loss_after_five_epochs(name, hyper, X, y, rng):
    start = init_mlp([64, 64, 10], rng)
    with np.errstate(all="ignore"):
        params, _ = reference.train_with(STEPS[name], start, X, y, 5, 32, rng, **hyper)
        loss = mlp_loss(params, X, y)
    return float(loss) if np.isfinite(loss) else np.inf


def expect_low(student, rng, ink):
    """Raise unless what ``race`` names learns digits whose pixels go up to ``ink``."""
    X, y = load_digits()
    seen = np.arange(len(y)) % 5 != 4
    X, y = ink * X[seen], y[seen]
    name, hyper = raced(student, X, y, rng)
    options = ", ".join(f"{option}={value}" for option, value in hyper.items())
    said = f"{name} with {options or 'its defaults'}"
    losses = []
    for _ in range(6):  # how low a good rate comes is partly luck
        try:
            losses.append(loss_after_five_epochs(name, hyper, X, y, rng))
        except Exception:
            expect(False, "race", f"{name} can be called with the options that come with it")
        if losses[-1] <= 0.10:
            return
    facts = (
        Fact("rule", "the loss after five epochs is 0.10 or less"),
        Fact("got", f"{min(losses):.3f}, the lowest of six starts, by {said}"),
    )
    raise CheckFailed("race", "rule", facts)


@check("race", points=1, patience=4)
def brings_the_network_low_in_five_epochs(student, rng):
    expect_low(student, rng, 1.0)


@check("race", points=0.5, patience=4)
def finds_other_settings_where_pixels_have_another_unit(student, rng):
    expect_low(student, rng, 16.0)
