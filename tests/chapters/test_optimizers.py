"""The reference of ``optimizers`` against oracles and the chapter's own claims."""

import itertools
import math
import types
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad, hessian
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, optimize

from autograder.course import Solution
from autograder.datasets import load_digits

SOLUTIONS = Path(__file__).parents[2] / "solutions"
reference = Solution(SOLUTIONS / "optimizers").reference
network = Solution(SOLUTIONS / "backpropagation").reference

SHAPES = [(4,), (2, 3), (1,), ()]
STEPS = {
    "sgd": {"lr": 0.1},
    "momentum": {"lr": 0.1, "alpha": 0.8},
    "nesterov": {"lr": 0.1, "alpha": 0.8},
    "adagrad": {"lr": 0.3, "delta": 1e-3},
    "rmsprop": {"lr": 0.1, "rho": 0.8, "delta": 1e-2},
    "adam": {"lr": 0.1, "beta1": 0.7, "beta2": 0.9, "delta": 1e-2},
}


def walk(name, grads, start, **hyper):
    """Parameters after each step on given gradients."""
    theta, state, path = start, None, [start]
    for g in grads:
        theta, state = getattr(reference, name)(theta, g, state, **hyper)
        path.append(theta)
    return np.array(path)


def draws(shape, n_steps=9, seed=0):
    rng = np.random.default_rng([seed, *shape])
    return rng.normal(size=(n_steps, *shape)), rng.normal(size=shape)


def rosenbrock(theta):
    return (1 - theta[0]) ** 2 + 100 * (theta[1] - theta[0] ** 2) ** 2


def spectral_radius(lr, alpha, curvatures):
    """The largest root of the recursion q₊ = (1 + α − ελ) q − α q₋, over all curvatures."""
    return max(
        np.abs(np.linalg.eigvals([[1 + alpha - lr * c, -alpha], [1.0, 0.0]])).max()
        for c in curvatures
    )


@pytest.mark.parametrize("shape", SHAPES)
class TestStepsAgainstTheirSums:
    """Each optimizer unrolled: its step t as an explicit sum over all gradients so far."""

    def test_momentum_is_a_decaying_sum_of_gradients(self, shape):
        grads, start = draws(shape)
        path = walk("momentum", grads, start, lr=0.1, alpha=0.8)
        for t in range(len(grads)):
            velocity = -0.1 * sum(0.8 ** (t - k) * grads[k] for k in range(t + 1))
            np.testing.assert_allclose(path[t + 1] - path[t], velocity, rtol=1e-9)

    def test_nesterov_is_the_textbook_form_in_shifted_variables(self, shape):
        A = np.full(shape, 3.0)
        _, start = draws(shape)
        phi, v, lr, alpha = start, 0 * start, 0.1, 0.8
        theta, state = start, None
        for _ in range(9):
            v_new = alpha * v - lr * A * (phi + alpha * v)
            phi, v = phi + v_new, v_new
            theta, state = reference.nesterov(theta, A * theta, state, lr, alpha)
            np.testing.assert_allclose(theta, phi + alpha * v, rtol=1e-9)

    def test_adagrad_divides_by_the_root_of_the_sum_of_squares(self, shape):
        grads, start = draws(shape)
        path = walk("adagrad", grads, start, lr=0.3, delta=1e-3)
        for t, g in enumerate(grads):
            size = np.sqrt(np.sum(grads[: t + 1] ** 2, axis=0))
            np.testing.assert_allclose(path[t + 1] - path[t], -0.3 * g / (1e-3 + size), rtol=1e-9)

    def test_rmsprop_divides_by_the_root_of_a_weighted_sum(self, shape):
        grads, start = draws(shape)
        path = walk("rmsprop", grads, start, lr=0.1, rho=0.8, delta=1e-2)
        for t, g in enumerate(grads):
            r = sum(0.2 * 0.8 ** (t - k) * grads[k] ** 2 for k in range(t + 1))
            np.testing.assert_allclose(path[t + 1] - path[t], -0.1 * g / np.sqrt(1e-2 + r))

    def test_adam_divides_weighted_means_whose_weights_add_up_to_one(self, shape):
        grads, start = draws(shape)
        path = walk("adam", grads, start, lr=0.1, beta1=0.7, beta2=0.9, delta=1e-2)
        for t in range(len(grads)):
            ages = t - np.arange(t + 1)
            mean = np.average(grads[: t + 1], axis=0, weights=0.7**ages)
            square = np.average(grads[: t + 1] ** 2, axis=0, weights=0.9**ages)
            step = -0.1 * mean / (np.sqrt(square) + 1e-2)
            np.testing.assert_allclose(path[t + 1] - path[t], step, rtol=1e-9)


class TestStepsAreFunctions:
    @pytest.mark.parametrize("name", STEPS)
    def test_the_same_state_gives_the_same_step_twice(self, name):
        step, (grads, theta) = getattr(reference, name), draws((3,))
        for g in grads[:3]:
            theta.flags.writeable = False
            g.flags.writeable = False
            once, state = step(theta, g, None, **STEPS[name])
            again, _ = step(once, g, state, **STEPS[name])
            for _ in range(2):
                np.testing.assert_array_equal(step(once, g, state, **STEPS[name])[0], again)

    @pytest.mark.parametrize("name", STEPS)
    def test_lists_of_integers_become_floats(self, name):
        theta, _ = getattr(reference, name)([1, 2], [3, -4], None, **STEPS[name])
        assert theta.dtype == np.float64 and theta.shape == (2,)

    @pytest.mark.parametrize("name", ["adagrad", "rmsprop", "adam"])
    def test_a_gradient_of_zero_moves_nothing(self, name):
        theta, _ = getattr(reference, name)([1.0], [0.0], None, lr=0.1)
        assert theta[0] == 1.0

    @pytest.mark.parametrize("name", ["adagrad", "rmsprop", "adam"])
    @given(st.floats(0.1, 1e4))
    def test_scaling_the_loss_changes_nothing_but_for_delta(self, name, factor):
        grads, start = draws((3,))
        path = walk(name, grads, start, lr=0.1, delta=1e-14)
        scaled = walk(name, factor * grads, start, lr=0.1, delta=1e-14)
        np.testing.assert_allclose(scaled, path, rtol=1e-6, atol=1e-9)


class TestWorkedByHand:
    def test_adagrad_turns_three_four_into_one_one(self):
        path = walk("adagrad", [np.array([3.0, 4.0])] * 2, np.zeros(2), lr=1.0)
        np.testing.assert_allclose(path[1], [-1, -1], rtol=1e-6)
        np.testing.assert_allclose(path[2] - path[1], [-0.7071, -0.7071], atol=1e-4)

    def test_adam_steps_by_the_rate_for_gradients_of_any_size(self):
        path = walk("adam", [np.array([1e-3, -1e3])] * 5, np.zeros(2), lr=0.1)
        np.testing.assert_allclose(np.diff(path, axis=0), [[-0.1, 0.1]] * 5, rtol=1e-4)

    def test_delta_inside_the_root_would_shorten_the_steps_a_hundredfold(self):
        step = walk("adam", [np.array([1e-6])], np.zeros(1), lr=1.0)[-1, 0]
        assert step == pytest.approx(-0.99, abs=1e-3)
        assert 1e-6 / math.sqrt(1e-12 + 1e-8) == pytest.approx(0.01, rel=1e-3)

    def test_without_correction_steps_are_up_to_6_6_times_too_long(self):
        t = np.arange(1, 3000)
        ratio = (1 - 0.9**t) / np.sqrt(1 - 0.999**t)
        assert ratio.max() == pytest.approx(6.57, abs=0.01)
        assert ratio[0] == pytest.approx(3.16, abs=0.01)

    def test_first_step_of_rmsprop_is_3_16_times_the_rate(self):
        step = walk("rmsprop", [np.array([2.0])], np.zeros(1), lr=1.0)[-1, 0]
        assert step == pytest.approx(-3.16, abs=0.005)


def flat(params):
    return np.concatenate([np.ravel(array) for layer in params for array in layer])


class TestTrainWith:
    """Against one long vector of parameters and the gradient of another library."""

    SIZES = (5, 8, 3)

    def loss(self, vector, X, y):
        (d, h, k), n = self.SIZES, len(y)
        cuts = np.cumsum([0, d * h, h, h * k, k])
        W1, b1, W2, b2 = (vector[a:b] for a, b in itertools.pairwise(cuts))
        hidden = anp.maximum(anp.dot(X, anp.reshape(W1, (d, h))) + b1, 0)
        Z = anp.dot(hidden, anp.reshape(W2, (h, k))) + b2
        Z = Z - anp.max(Z, axis=1, keepdims=True)
        return anp.mean(anp.log(anp.sum(anp.exp(Z), axis=1)) - Z[np.arange(n), y])

    @pytest.mark.parametrize("name", STEPS)
    @pytest.mark.parametrize("batch_size", [6, 7, 1, 40])
    def test_walks_as_one_vector_does(self, name, batch_size):
        rng = np.random.default_rng(batch_size)
        X, y = rng.normal(size=(14, 5)), rng.integers(0, 3, 14)
        start = [(rng.normal(size=(5, 8)), rng.normal(size=8))]
        start += [(rng.normal(size=(8, 3)), rng.normal(size=3))]
        step = getattr(reference, name)
        at = start, X, y, 3, batch_size, np.random.default_rng(7)
        params, losses = reference.train_with(step, *at, **STEPS[name])
        order, theta, state, expected = np.random.default_rng(7), flat(start), None, []
        for _ in range(3):
            dealt, seen = order.permutation(14), []
            while len(dealt):
                batch, dealt = dealt[:batch_size], dealt[batch_size:]
                seen.append(self.loss(theta, X[batch], y[batch]))
                slope = grad(self.loss)(theta, X[batch], y[batch])
                theta, state = step(theta, slope, state, **STEPS[name])
            expected.append(sum(seen) / len(seen))
        np.testing.assert_allclose(flat(params), theta, rtol=1e-8, atol=1e-10)
        np.testing.assert_allclose(losses, expected, rtol=1e-8)

    def test_no_epochs_give_the_start_and_no_losses(self):
        start = network.init_mlp([3, 2], np.random.default_rng(0))
        params, losses = reference.train_with(
            reference.sgd, start, np.ones((4, 3)), [0, 1, 1, 0], 0, 2, np.random.default_rng(0)
        )
        np.testing.assert_array_equal(flat(params), flat(start))
        assert losses.shape == (0,)


class TestDigitsInBatches:
    """What the text says about all digits, 32 and one."""

    X, y = (part[np.arange(1797) % 5 != 4] for part in load_digits())
    start = network.init_mlp([64, 64, 10], np.random.default_rng(1))

    def train(self, step, n_epochs, batch_size, seed=2, **hyper):
        at = self.start, self.X, self.y, n_epochs, batch_size, np.random.default_rng(seed)
        return reference.train_with(step, *at, **hyper)

    @pytest.mark.parametrize(
        "lr, batch_size, loss",
        [
            (0.1, 1438, 2.193),
            (0.1, 32, 0.326),
            (0.1, 1, 0.155),
            (0.3, 1438, 1.950),
            (0.3, 32, 0.167),
            (0.3, 1, 1.693),
        ],
    )
    def test_losses_after_five_epochs(self, lr, batch_size, loss):
        _, losses = self.train(reference.sgd, 5, batch_size, lr=lr)
        # single digits at the large rate: rounding grows, so only the order of size
        assert losses[-1] == pytest.approx(loss, rel=0.2 if (lr, batch_size) == (0.3, 1) else 0.01)

    def test_one_digit_misses_the_gradient_by_nine_times_its_length(self):
        params, _ = self.train(reference.sgd, 1, 32, seed=3, lr=0.1)
        full = flat(network.mlp_gradients(params, self.X, self.y))
        singles = [
            flat(network.mlp_gradients(params, self.X[i : i + 1], self.y[i : i + 1])) - full
            for i in range(len(self.y))
        ]
        error = np.sqrt(np.mean(np.sum(np.square(singles), axis=1)))
        assert error / np.linalg.norm(full) == pytest.approx(8.7, abs=0.3)


class TestYourRace:
    """What the text says of five epochs on the digits, trained as one vector with autograd."""

    X, y = (part[np.arange(1797) % 5 != 4] for part in load_digits())

    def loss(self, vector, X, y):
        return TestTrainWith.loss(types.SimpleNamespace(SIZES=(64, 64, 10)), vector, X, y)

    def loss_after_five_epochs(self, name, X, start=1, batches=2, **hyper):
        theta = flat(network.init_mlp([64, 64, 10], np.random.default_rng(start)))
        order, state = np.random.default_rng(batches), None
        for _ in range(5):
            dealt = order.permutation(len(X))
            for at in range(0, len(X), 32):
                batch = dealt[at : at + 32]
                slope = grad(self.loss)(theta, X[batch], self.y[batch])
                theta, state = getattr(reference, name)(theta, slope, state, **hyper)
        return self.loss(theta, X, self.y)

    @pytest.mark.parametrize("name, hyper, loss", [("sgd", {"lr": 0.1}, 0.30), ("adam", {}, 0.45)])
    def test_what_it_has_to_beat(self, name, hyper, loss):
        assert self.loss_after_five_epochs(name, self.X, **hyper) == pytest.approx(loss, abs=0.005)

    @pytest.mark.parametrize("ink", [1, 16])
    def test_finds_settings_that_end_below_a_tenth(self, ink):
        name, hyper = reference.race(ink * self.X, self.y, np.random.default_rng(4))
        losses = [
            self.loss_after_five_epochs(name, ink * self.X, start, start + 10, **hyper)
            for start in range(3)
        ]
        assert min(losses) < 0.08

    @pytest.mark.parametrize("ink, best, others", [(1, 1.0, (0.3, 2.0)), (16, 0.03, (0.01, 0.1))])
    def test_best_rate_of_plain_descent_moves_with_the_unit(self, ink, best, others):
        lowest = self.loss_after_five_epochs("sgd", ink * self.X, lr=best)
        for lr in others:
            assert self.loss_after_five_epochs("sgd", ink * self.X, lr=lr) > 1.3 * lowest

    @pytest.mark.parametrize("ink", [1, 16])
    def test_a_hundredth_is_a_good_rate_of_adam_in_both_units(self, ink):
        assert self.loss_after_five_epochs("adam", ink * self.X, lr=0.01) < 0.1


class TestMinimize:
    def test_plain_descent_on_a_quadratic_is_a_power_of_a_matrix(self):
        A = np.array([[3.0, 1.0], [1.0, 2.0]])
        path = reference.minimize(lambda q: A @ q, [1.0, -2.0], reference.sgd, 7, lr=0.2)
        for t, q in enumerate(path):
            wanted = np.linalg.matrix_power(np.eye(2) - 0.2 * A, t) @ [1.0, -2.0]
            np.testing.assert_allclose(q, wanted, atol=1e-14)

    @pytest.mark.parametrize("name", ["momentum", "nesterov"])
    def test_arrives_where_scipy_does(self, name):
        slope = grad(rosenbrock)
        found = optimize.minimize(rosenbrock, [-0.7, 2.0], jac=slope, tol=1e-12)
        path = reference.minimize(
            slope, np.array([-0.7, 2.0]), getattr(reference, name), 12000, lr=5e-4
        )
        np.testing.assert_allclose(path[-1], found.x, atol=1e-5)

    def test_no_steps_give_the_start_alone(self):
        path = reference.minimize(None, [[1, 2]], reference.sgd, 0, lr=0.1)
        assert path.shape == (1, 1, 2) and path.dtype == np.float64


class TestRaceOnTheBanana:
    def test_adam_arrives_within_250_steps_if_it_forgets_sooner(self):
        slope = grad(rosenbrock)
        sooner, later = (
            reference.minimize(slope, [-0.7, 2.0], reference.adam, 250, lr=0.05, beta2=beta2)[-1]
            for beta2 in (0.9, 0.999)
        )
        np.testing.assert_allclose(sooner, [1, 1], atol=0.05)
        assert later[0] < -1


class TestCurvature:
    @settings(max_examples=30)
    @given(st.integers(0, 10**6), st.integers(1, 5))
    def test_converges_below_the_largest_stable_rate_and_not_above(self, seed, d):
        factor = np.random.default_rng(seed).normal(size=(d, d))
        A = factor @ factor.T + np.eye(d)
        limit = reference.max_stable_lr(A)
        iteration = [np.eye(d) - share * limit * A for share in (0.999, 1.001)]
        below, above = (np.abs(np.linalg.eigvals(m)).max() for m in iteration)
        assert below < 1 < above

    def test_limit_is_that_of_the_hessian_of_the_loss(self):
        A = np.array([[3.0, 1.0], [1.0, 3.0]])
        H = hessian(lambda q: anp.dot(q, anp.dot(A, q)) / 2)(np.ones(2))
        assert reference.max_stable_lr(H) == pytest.approx(0.5)

    @pytest.mark.parametrize("kappa", [10.0, 100.0, 1000.0])
    def test_no_other_settings_of_the_heavy_ball_are_faster(self, kappa):
        curvatures = np.geomspace(1, kappa, 7)
        lr, alpha = reference.optimal_momentum(np.diag(curvatures))
        root = math.sqrt(kappa)
        rate = (root - 1) / (root + 1)
        assert math.sqrt(alpha) == pytest.approx(rate)
        # double roots are found to the root of the rounding error only
        assert spectral_radius(lr, alpha, curvatures) == pytest.approx(rate, abs=1e-6)
        others = np.random.default_rng(1).uniform([0.1, 0.0], [4.0, 1.0], size=(300, 2))
        near = [lr * kappa, alpha] * np.random.default_rng(2).uniform(0.9, 1.1, size=(100, 2))
        for scaled, share in (*others, *near):
            assert spectral_radius(scaled / kappa, share, [1, kappa]) >= rate - 1e-9

    def test_steps_for_a_digit_are_those_of_the_text(self):
        plain, with_momentum = 999 / 1001, (1000**0.5 - 1) / (1000**0.5 + 1)
        assert math.log(10) / -math.log(plain) == pytest.approx(1151, abs=0.5)
        assert math.log(10) / -math.log(with_momentum) == pytest.approx(36.4, abs=0.05)


class TestDampedOscillator:
    @pytest.mark.parametrize("alpha", [0.5, 0.81, 0.97])
    def test_small_steps_follow_the_equation_of_motion(self, alpha):
        # the same friction with smaller and smaller steps: closer and closer to the motion
        gamma = (1 - alpha) / 0.1
        motion = integrate.solve_ivp(
            lambda _, at: [at[1], -gamma * at[1] - at[0]], (0, 4), [1.0, 0.0], rtol=1e-10
        )
        errors = []
        for h in (0.02, 0.005):
            path = reference.minimize(
                lambda q: q, [1.0], reference.momentum, round(4 / h), lr=h**2, alpha=1 - gamma * h
            )
            errors.append(abs(path[-1, 0] - motion.y[0, -1]))
        assert errors[1] < errors[0] / 3
        assert errors[1] < 0.01

    @given(st.floats(0.05, 0.95), st.floats(0.01, 0.99))
    def test_underdamped_directions_shrink_at_the_same_rate_whatever_their_curvature(self, a, at):
        low, high = (1 - math.sqrt(a)) ** 2, (1 + math.sqrt(a)) ** 2
        product = low + at * (high - low)
        assert spectral_radius(1.0, a, [product]) == pytest.approx(math.sqrt(a), rel=1e-9)

    def test_answer_to_the_written_question(self):
        assert (1 - math.sqrt(0.81)) ** 2 == pytest.approx(0.01)
        for alpha, steps in ((0.0, 99.5), (0.5, 48.5), (0.99, 199)):
            assert -1 / math.log(spectral_radius(0.01, alpha, [1.0])) == pytest.approx(
                steps, abs=0.5
            )
        assert -1 / math.log(0.9) == pytest.approx(9.5, abs=0.05)


class TestRaceWithConditionNumberOneThousand:
    eigenvalues = np.geomspace(1e-3, 1.0, 10)
    start = np.random.default_rng(7).normal(size=10)
    rotation = np.linalg.qr(np.random.default_rng(3).normal(size=(10, 10)))[0]

    def distances(self, axes, name, **options):
        A = axes @ np.diag(self.eigenvalues) @ axes.T
        step = getattr(reference, name)
        path = reference.minimize(lambda q: A @ q, axes @ self.start, step, 4400, **options)
        return np.linalg.norm(path, axis=1) / np.linalg.norm(self.start)

    def steps(self, axes, name, **options):
        """Steps to a thousandth, for at least 400 steps; 4001 if there are none."""
        far = np.append(np.flatnonzero(self.distances(axes, name, **options) >= 1e-3), 4401)
        left = far[:-1][np.diff(far) > 400]
        return 1 + int(left[0]) if len(left) else 4001

    @pytest.mark.parametrize(
        "name, options, count",
        [
            ("sgd", {"lr": 2 / 1.001}, 2836),
            ("momentum", {"lr": 1.9}, 128),
            ("nesterov", {"lr": 4 / 3.001}, 126),
        ],
    )
    def test_rotation_changes_nothing_without_rates_for_each_coordinate(self, name, options, count):
        for axes in (np.eye(10), self.rotation):
            assert self.steps(axes, name, **options) == pytest.approx(count, abs=1)

    def test_adagrad_needs_seven_steps_along_the_coordinates_and_thousands_rotated(self):
        assert self.steps(np.eye(10), "adagrad", lr=1.0) == 7
        rotated = (self.steps(self.rotation, "adagrad", lr=lr) for lr in (0.3, 1.0, 3.0))
        assert min(rotated) > 2000

    def test_adagrad_needs_a_rate_as_long_as_the_way(self):
        path = reference.minimize(
            lambda q: self.eigenvalues * q, 100 * self.start, reference.adagrad, 2000, lr=1.0
        )
        assert np.linalg.norm(path[-1]) > 0.1 * np.linalg.norm(self.start)

    @pytest.mark.parametrize(
        "name, rates", [("rmsprop", (1e-3, 3e-3)), ("adam", (0.01, 0.03, 0.1))]
    )
    def test_adam_and_rmsprop_notice_the_rotation(self, name, rates):
        straight, rotated = (
            min(self.steps(axes, name, lr=lr) for lr in rates)
            for axes in (np.eye(10), self.rotation)
        )
        assert (straight, rotated) == {"rmsprop": (803, 4001), "adam": (123, 715)}[name]

    def test_adam_arrives_and_is_thrown_out_again(self):
        distance = self.distances(np.eye(10), "adam", lr=0.03)
        assert distance[2000] < 1e-30
        assert 0.005 < distance[2000:].max() < 0.01
        assert 2000 < 2000 + np.argmax(distance[2000:] > 1e-3) < 2200


class TestSchedules:
    def test_step_decay_is_a_staircase(self):
        rates = [reference.step_decay(0.8, t, 0.5, 3) for t in range(8)]
        np.testing.assert_allclose(rates, [0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.2, 0.2])

    def test_cosine_runs_from_the_rate_to_zero_and_stays(self):
        rates = [reference.cosine(0.8, t, 10) for t in (0, 5, 10, 11, 30)]
        np.testing.assert_allclose(rates, [0.8, 0.4, 0, 0, 0], atol=1e-17)

    @given(st.integers(1, 100), st.integers(0, 100))
    def test_cosine_is_symmetric_about_its_middle(self, total, t):
        t = min(t, total)
        both = reference.cosine(1.0, t, total) + reference.cosine(1.0, total - t, total)
        assert both == pytest.approx(1)

    @given(st.integers(2, 100), st.integers(0, 100), st.integers(0, 200))
    def test_warm_up_follows_points_of_a_line_and_then_the_cosine(self, total, warmup, t):
        warmup = min(warmup, total - 1)
        line = np.interp(t, [0, warmup], [0, 0.8]) if t < warmup else np.inf
        angle = np.interp(t, [warmup, total], [0, np.pi])
        expected = min(line, 0.8 * np.cos(angle / 2) ** 2)
        got = reference.warmup_cosine(0.8, t, total, warmup)
        assert got == pytest.approx(expected, abs=1e-15)


class TestLengthsOfSteps:
    @given(st.integers(0, 10**6), st.floats(0.01, 100.0))
    def test_clipping_leads_to_the_nearest_gradient_that_is_allowed(self, seed, max_norm):
        rng = np.random.default_rng(seed)
        grads = [rng.normal(size=(3, 2)), rng.normal(size=4)]
        whole = np.concatenate([np.ravel(grad) for grad in grads])
        clipped = np.concatenate([np.ravel(g) for g in reference.clip_by_norm(grads, max_norm)])
        length = min(np.linalg.norm(whole), max_norm)
        # the projection on a ball: along the same ray, at the smaller of two lengths
        np.testing.assert_allclose(clipped, length * whole / np.linalg.norm(whole), rtol=1e-12)

    def test_a_gradient_of_zero_stays(self):
        (clipped,) = reference.clip_by_norm([np.zeros(3)], 1.0)
        np.testing.assert_array_equal(clipped, np.zeros(3))

    @given(st.floats(1e-6, 1e6))
    def test_growing_by_a_percent_is_a_ratio_of_a_hundredth(self, size):
        theta = size * np.array([[3.0, -4.0], [1.0, 0.0]])
        assert reference.update_ratio(theta, 1.01 * theta) == pytest.approx(0.01)
