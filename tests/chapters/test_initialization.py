"""The reference of ``initialization`` against oracles and its claims."""

import itertools
import math
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from scipy import stats

from autograder.course import Solution

reference = Solution(Path(__file__).parents[2] / "solutions" / "initialization").reference
SHAPES = [(6, 4), (5, 2), (4, 4), (3, 1), (2, 3)]


def relu(z):
    return np.maximum(z, 0.0)


def small_normal(fan_in, fan_out, rng):
    return 0.01 * rng.normal(size=(fan_in, fan_out))


class TestInitializers:
    @pytest.mark.parametrize("fan_in, fan_out", [(200, 300), (400, 50)])
    def test_xavier_is_uniform_with_variance_two_over_the_sum_of_fans(self, fan_in, fan_out):
        W = reference.xavier_uniform(fan_in, fan_out, np.random.default_rng(0))
        assert W.shape == (fan_in, fan_out)
        spread = math.sqrt(3 * 2 / (fan_in + fan_out))  # the variance is a third of its square
        test = stats.kstest(W.ravel(), stats.uniform(-spread, 2 * spread).cdf)
        assert test.pvalue > 1e-3

    @pytest.mark.parametrize("fan_in, fan_out", [(200, 300), (400, 50)])
    def test_he_is_normal_with_variance_two_over_the_fan_in(self, fan_in, fan_out):
        W = reference.he_normal(fan_in, fan_out, np.random.default_rng(0))
        assert W.shape == (fan_in, fan_out)
        assert stats.kstest(W.ravel(), stats.norm(0, math.sqrt(2 / fan_in)).cdf).pvalue > 1e-3

    def test_two_inputs_and_four_units_have_weights_up_to_one(self):
        W = [reference.xavier_uniform(2, 4, np.random.default_rng(s)) for s in range(500)]
        assert 0.99 < np.abs(W).max() < 1


class TestVarianceThroughLayers:
    def test_one_layer_multiplies_the_mean_square_by_fan_in_times_variance(self):
        # all sixteen choices of four weights ±1/2: variance 1/4, exact enumeration
        a = np.array([[1.0, 2.0, 0.0, 2.0]])
        squares = [
            float((a @ np.array(w))[0] ** 2) for w in itertools.product((-0.5, 0.5), repeat=4)
        ]
        assert np.mean(squares) == pytest.approx(9 / 4)

    def test_variances_of_a_network_worked_by_hand(self):
        def halves(fan_in, fan_out, rng):
            return np.full((fan_in, fan_out), 0.5)

        X = [[1.0, 1.0], [5.0, -1.0], [-2.0, 0.0]]  # weighted sums 1, 2, -1
        got = reference.forward_variances([2, 3, 4], halves, relu, X, None)
        np.testing.assert_allclose(got, [2 / 3, 1.5])

    def measured(self, init, activation, networks=6, width=200):
        X = np.random.default_rng(0).normal(size=(20, width))
        rng = np.random.default_rng(1)
        sizes = [width] * 21
        return np.mean(
            [reference.forward_variances(sizes, init, activation, X, rng) for _ in range(networks)],
            axis=0,
        )

    def theory(self, activation, gain):
        """Variance of each layer for normal pre-activations, by numerical integration."""
        u = np.linspace(-8, 8, 4001)
        density = stats.norm.pdf(u) * (u[1] - u[0])
        square, found = 1.0, []
        for _ in range(20):
            values = activation(math.sqrt(gain * square) * u)
            square = density @ values**2
            found.append(square - (density @ values) ** 2)
        return np.array(found)

    @pytest.mark.parametrize(
        "name, activation, gain",
        [
            ("he_normal", relu, 2.0),
            ("xavier_uniform", relu, 1.0),
            ("he_normal", np.tanh, 2.0),
            ("xavier_uniform", np.tanh, 1.0),
            ("small_normal", relu, 0.02),
        ],
    )
    def test_twenty_layers_follow_the_theory(self, name, activation, gain):
        init = getattr(reference, name, small_normal)
        ratio = self.measured(init, activation) / self.theory(activation, gain)
        # relu(z)² of a normal z has a variance of 5 times its mean squared: 5 / width a layer
        luck = np.sqrt(5 * np.arange(1, 21) / (6 * 200))
        assert np.all(np.abs(np.log(ratio)) < 3 * luck)

    def test_he_keeps_relu_at_the_level_of_the_chapter_and_xavier_halves_it(self):
        level = 2 * (1 / 2 - 1 / (2 * math.pi))
        assert level == pytest.approx(0.682, abs=5e-4)
        np.testing.assert_allclose(self.theory(relu, 2.0), level, rtol=1e-4)
        np.testing.assert_allclose(self.theory(relu, 1.0), level / 2 ** np.arange(1, 21), rtol=1e-3)

    def test_tanh_with_xavier_falls_like_one_over_twice_the_depth(self):
        last = self.theory(np.tanh, 1.0)[-1]
        assert last == pytest.approx(1 / 40, rel=0.2)


def plain_batchnorm(X, gamma, beta, eps):
    mean = anp.mean(X, axis=0)
    variance = anp.mean((X - mean) ** 2, axis=0)
    return gamma * (X - mean) / anp.sqrt(variance + eps) + beta


class TestBatchNormalization:
    @pytest.mark.parametrize("n, d", [*SHAPES, (1, 3)])
    @pytest.mark.parametrize("eps", [1e-5, 0.5])
    def test_both_passes_agree_with_autograd(self, n, d, eps):
        rng = np.random.default_rng([n, d])
        X, dout = rng.normal(size=(2, n, d))
        gamma, beta = rng.normal(size=(2, d))
        out, cache = reference.batchnorm_forward(X, gamma, beta, eps)
        np.testing.assert_allclose(out, plain_batchnorm(X, gamma, beta, eps), rtol=1e-12)
        wanted = grad(lambda *at: anp.sum(dout * plain_batchnorm(*at, eps)), (0, 1, 2))(
            X, gamma, beta
        )
        for got, right in zip(reference.batchnorm_backward(dout, cache), wanted):
            np.testing.assert_allclose(got, right, rtol=1e-8, atol=1e-11)

    def test_column_worked_by_hand(self):
        out, _ = reference.batchnorm_forward([[1], [3], [8]], [1], [0], 1e-12)
        np.testing.assert_allclose(out[:, 0], [-1.019, -0.340, 1.359], atol=5e-4)

    def test_output_has_mean_beta_and_spread_gamma(self):
        X = np.random.default_rng(0).normal(3, 5, size=(50, 2))
        out, _ = reference.batchnorm_forward(X, [2.0, 0.5], [1.0, -1.0], 1e-12)
        np.testing.assert_allclose(out.mean(axis=0), [1, -1], atol=1e-12)
        np.testing.assert_allclose(out.std(axis=0), [2, 0.5], rtol=1e-9)

    def test_a_column_far_from_zero_is_standardized_as_well_as_one_around_it(self):
        # multiples of 1/1024, so that adding a million does not round them
        X = np.round(1024 * np.random.default_rng(0).normal(size=(6, 3))) / 1024
        near, far = (
            reference.batchnorm_forward(X + shift, np.ones(3), np.zeros(3))[0] for shift in (0, 1e6)
        )
        np.testing.assert_allclose(far, near, atol=1e-9)

    def test_size_of_the_weights_before_it_cancels(self):
        X = np.random.default_rng(0).normal(size=(20, 3))
        same = [
            reference.batchnorm_forward(s * X, np.ones(3), np.zeros(3), 1e-15)[0] for s in (1, 9)
        ]
        np.testing.assert_allclose(*same, rtol=1e-9)

    def test_gradient_has_no_part_along_shift_or_stretch(self):
        X, dout = np.random.default_rng(1).normal(size=(2, 7, 3))
        _, cache = reference.batchnorm_forward(X, [1.0, 2.0, -1.0], np.zeros(3), 1e-15)
        dX = reference.batchnorm_backward(dout, cache)[0]
        np.testing.assert_allclose(dX.sum(axis=0), 0, atol=1e-12)
        np.testing.assert_allclose((dX * X).sum(axis=0), 0, atol=1e-11)

    def test_upstream_of_ones_hides_everything(self):
        X = np.random.default_rng(1).normal(size=(6, 2))
        _, cache = reference.batchnorm_forward(X, [1.0, 2.0], np.zeros(2))
        dX = reference.batchnorm_backward(np.ones((6, 2)), cache)[0]
        np.testing.assert_allclose(dX, 0, atol=1e-12)


class TestRunningStatistics:
    def test_they_are_sums_of_all_batches_with_weights_that_decay(self):
        rng = np.random.default_rng(0)
        batches = rng.normal(2.0, 3.0, size=(12, 7, 3))
        mean, var = np.array([1.0, 0.0, -1.0]), np.array([1.0, 2.0, 3.0])
        weights = 0.2 * 0.8 ** np.arange(11, -1, -1)
        wanted = (
            0.8**12 * mean + np.tensordot(weights, batches.mean(axis=1), 1),
            0.8**12 * var + np.tensordot(weights, batches.var(axis=1), 1),
        )
        for X in batches:
            mean, var = reference.running_statistics(mean, var, X, 0.8)
        np.testing.assert_allclose(mean, wanted[0])
        np.testing.assert_allclose(var, wanted[1])

    def test_the_variances_of_the_colleague_are_far_too_large_and_then_a_little(self):
        """Of the function with the bug: the text says how its variances go."""
        rng = np.random.default_rng(0)
        mean, var = np.zeros(200), np.ones(200)
        ratios = []
        for _ in range(300):
            X = rng.normal(5.0, 1.0, size=(32, 200))
            mean = 0.9 * mean + 0.1 * X.mean(axis=0)
            var = 0.9 * var + 0.1 * np.mean((X - mean) ** 2, axis=0)
            ratios.append(var.mean())
        assert ratios[9] > 5
        assert 1.01 < np.mean(ratios[200:]) / (31 / 32) < 1.1


class TestTestMode:
    rng = np.random.default_rng(0)
    X, W = rng.normal(size=(9, 4)), rng.normal(size=(4, 3))
    gamma, beta, mean, var = *rng.normal(size=(3, 3)), rng.uniform(0.5, 2.0, size=3)

    def test_with_the_statistics_of_a_batch_it_is_batch_normalization(self):
        Z = self.X @ self.W
        statistics = reference.running_statistics(self.mean, self.var, Z, 0.0)
        got = reference.batchnorm_test(Z, self.gamma, self.beta, *statistics, 0.3)
        np.testing.assert_allclose(got, plain_batchnorm(Z, self.gamma, self.beta, 0.3))

    def test_it_can_be_taken_into_the_weights_before_it(self):
        factor = self.gamma / np.sqrt(self.var + 1e-5)
        wanted = self.X @ (self.W * factor) + (self.beta - self.mean * factor)
        Z = self.X @ self.W
        got = reference.batchnorm_test(Z, self.gamma, self.beta, self.mean, self.var)
        np.testing.assert_allclose(got, wanted)

    def test_a_sample_alone_is_told_the_same(self):
        statistics = self.gamma, self.beta, self.mean, self.var
        Z = self.X @ self.W
        whole, alone = (reference.batchnorm_test(part, *statistics) for part in (Z, Z[:1]))
        np.testing.assert_array_equal(whole[:1], alone)


def two_rings(n, rng):
    ring = rng.permutation(np.arange(n) % 2)
    angle = rng.uniform(0, 2 * np.pi, size=n)
    X = np.stack([np.cos(angle), np.sin(angle)], axis=1) * (1 + ring[:, np.newaxis])
    return X + 0.1 * rng.normal(size=(n, 2)), ring


class TestDeepNetwork:
    X, y = two_rings(400, np.random.default_rng(1))

    def test_the_reference_tells_rings_apart_through_all_its_layers(self):
        params, activation = reference.train_deep(self.X, self.y, np.random.default_rng(4))
        assert activation == "relu" and len(params) == 21
        A, y = two_rings(1000, np.random.default_rng(2))
        for W, b in params[:-1]:
            A = relu(A @ W + b)
        W, b = params[-1]
        assert np.mean((A @ W + b).argmax(axis=1) == y) >= 0.95

    @pytest.mark.parametrize("name", ["xavier_uniform", "small_normal"])
    def test_other_starts_do_not_get_below_the_loss_of_a_constant_answer(self, name):
        init, rng = getattr(reference, name, small_normal), np.random.default_rng(3)
        deep = [2] + [32] * 20 + [2]
        params = [(init(d, m, rng), np.zeros(m)) for d, m in itertools.pairwise(deep)]
        losses = reference.train(params, self.X, self.y, 0.02, 15, 32, rng)[1]
        np.testing.assert_allclose(losses, np.log(2), atol=0.01)
