"""The reference of ``backpropagation`` against oracles and the chapter's own claims."""

import itertools
import math
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize, special, stats

from autograder.course import Solution
from autograder.datasets import load_digits

reference = Solution(Path(__file__).parents[2] / "solutions" / "backpropagation").reference

SIZES = [(3, 4, 2), (2, 5, 3, 2), (1, 1, 1), (4, 3), (2, 3, 3, 3, 2)]


def network(sizes, seed=0):
    rng = np.random.default_rng([seed, *sizes])
    return [(rng.normal(size=s), rng.normal(size=s[1])) for s in itertools.pairwise(sizes)]


# the oracle, written from the definitions


def plain_sigmoid(Z):
    return 1 / (1 + anp.exp(-Z))


PLAIN = {"relu": lambda Z: anp.maximum(Z, 0), "sigmoid": plain_sigmoid, "tanh": anp.tanh}


def plain_output(params, X, activation):
    A = X
    for W, b in params[:-1]:
        A = PLAIN[activation](anp.dot(A, W) + b)
    W, b = params[-1]
    return anp.dot(A, W) + b


def plain_loss(params, X, y, activation, loss, l2):
    out = plain_output(params, X, activation)
    if loss == "softmax":
        P = anp.exp(out) / anp.sum(anp.exp(out), axis=1, keepdims=True)
        data = -anp.mean(anp.log(P[anp.arange(len(y)), y]))
    else:
        data = anp.mean(anp.sum((out - y) ** 2, axis=1)) / 2
    return data + l2 / 2 * sum(anp.sum(W**2) for W, _ in params)


class TestLayers:
    @given(st.integers(0, 10**6), st.integers(1, 5), st.integers(1, 4), st.integers(1, 4))
    def test_affine_backward_agrees_with_autograd(self, seed, n, d, k):
        rng = np.random.default_rng(seed)
        X, W, b = rng.normal(size=(n, d)), rng.normal(size=(d, k)), rng.normal(size=k)
        dZ = rng.normal(size=(n, k))
        np.testing.assert_allclose(reference.affine_forward(X, W, b), X @ W + b)
        wanted = grad(lambda a: anp.sum(dZ * (anp.dot(a[0], a[1]) + a[2])))((X, W, b))
        for got, right in zip(reference.affine_backward(dZ, X, W), wanted):
            np.testing.assert_allclose(got, right, rtol=1e-10, atol=1e-12)

    def test_activations_agree_with_autograd(self):
        rng = np.random.default_rng(0)
        Z, dA = rng.normal(size=(2, 5, 4))
        by_relu = grad(lambda z: anp.sum(dA * anp.maximum(z, 0)))(Z)
        np.testing.assert_allclose(reference.relu_backward(dA, Z), by_relu)
        by_sigmoid = grad(lambda z: anp.sum(dA * plain_sigmoid(z)))(Z)
        A = reference.sigmoid_forward(Z)
        np.testing.assert_allclose(A, special.expit(Z), rtol=1e-14)
        np.testing.assert_allclose(reference.sigmoid_backward(dA, A), by_sigmoid, rtol=1e-12)

    def test_relu_has_slope_0_at_its_kink(self):
        np.testing.assert_array_equal(
            reference.relu_backward([[5.0, 5.0]], [[0.0, 1e-300]]), [[0, 5]]
        )

    @pytest.mark.filterwarnings("error")
    def test_sigmoid_of_huge_numbers(self):
        np.testing.assert_array_equal(reference.sigmoid_forward([-1e4, 0.0, 1e4]), [0, 0.5, 1])

    def test_losses_and_their_gradients_agree_with_autograd(self):
        rng = np.random.default_rng(1)
        for n, k in ((5, 3), (1, 4), (3, 1)):
            Z, target, y = rng.normal(size=(n, k)), rng.normal(size=(n, k)), rng.integers(0, k, n)

            def squares(z, target=target):
                return anp.mean(anp.sum((z - target) ** 2, axis=1)) / 2

            def surprise(z, y=y):
                chosen = z[anp.arange(len(y)), y]
                return anp.mean(anp.log(anp.sum(anp.exp(z), axis=1)) - chosen)

            for (loss, dZ), plain in (
                (reference.mse_loss(Z, target), squares),
                (reference.softmax_cross_entropy(Z, y), surprise),
            ):
                assert loss == pytest.approx(plain(Z), rel=1e-12, abs=1e-15)
                np.testing.assert_allclose(dZ, grad(plain)(Z), rtol=1e-10, atol=1e-15)

    @pytest.mark.filterwarnings("error")
    def test_cross_entropy_of_huge_logits_is_exact(self):
        loss, dZ = reference.softmax_cross_entropy([[1e4, -1e4], [1e4, -1e4]], [0, 1])
        assert loss == 1e4
        np.testing.assert_array_equal(dZ, [[0, 0], [0.5, -0.5]])

    @given(st.integers(0, 10**6))
    def test_gradients_of_the_logits_add_up_to_zero_in_each_sample(self, seed):
        rng = np.random.default_rng(seed)
        Z, y = 10 * rng.normal(size=(4, 3)), rng.integers(0, 3, size=4)
        _, dZ = reference.softmax_cross_entropy(Z, y)
        np.testing.assert_allclose(dZ.sum(axis=1), 0, atol=1e-15)


class TestNetworks:
    @pytest.mark.parametrize("sizes", SIZES)
    @pytest.mark.parametrize("activation", ["relu", "sigmoid", "tanh"])
    @pytest.mark.parametrize("loss", ["softmax", "mse"])
    def test_loss_and_gradients_agree_with_autograd(self, sizes, activation, loss):
        rng = np.random.default_rng(2)
        for n, l2 in ((6, 0.0), (1, 0.3)):
            params, X = network(sizes), rng.normal(size=(n, sizes[0]))
            y = (
                rng.integers(0, sizes[-1], n)
                if loss == "softmax"
                else rng.normal(size=(n, sizes[-1]))
            )
            options = activation, loss, l2
            wanted = plain_loss(params, X, y, *options)
            assert reference.mlp_loss(params, X, y, *options) == pytest.approx(
                wanted, rel=1e-12, abs=1e-15
            )
            gradients = grad(plain_loss)(params, X, y, *options)
            for got, right in zip(reference.mlp_gradients(params, X, y, *options), gradients):
                np.testing.assert_allclose(got[0], right[0], rtol=1e-9, atol=1e-12)
                np.testing.assert_allclose(got[1], right[1], rtol=1e-9, atol=1e-12)

    def test_without_hidden_layer_it_is_softmax_regression(self):
        params, rng = network((4, 3)), np.random.default_rng(3)
        X, y = rng.normal(size=(5, 4)), rng.integers(0, 3, 5)
        [(dW, db)] = reference.mlp_gradients(params, X, y)
        P = special.softmax(X @ params[0][0] + params[0][1], axis=1) - np.eye(3)[y]
        np.testing.assert_allclose(dW, X.T @ P / 5)
        np.testing.assert_allclose(db, P.mean(axis=0))

    def test_shuffling_hidden_units_shuffles_their_gradients(self):
        (W, b), (V, c) = network((3, 5, 2))
        rng = np.random.default_rng(4)
        X, y, order = rng.normal(size=(6, 3)), rng.integers(0, 2, 6), rng.permutation(5)
        (dW, db), (dV, dc) = reference.mlp_gradients([(W, b), (V, c)], X, y, "tanh")
        turned = [(W[:, order], b[order]), (V[order], c)]
        (eW, eb), (eV, ec) = reference.mlp_gradients(turned, X, y, "tanh")
        for got, right in ((eW, dW[:, order]), (eb, db[order]), (eV, dV[order]), (ec, dc)):
            np.testing.assert_allclose(got, right, rtol=1e-12, atol=1e-15)

    def test_init_has_the_variance_of_he(self):
        params = reference.init_mlp([200, 300, 10], np.random.default_rng(5))
        assert [W.shape for W, _ in params] == [(200, 300), (300, 10)]
        assert np.var(params[0][0]) == pytest.approx(2 / 200, rel=0.03)
        assert np.var(params[1][0]) == pytest.approx(2 / 300, rel=0.1)
        assert all(not b.any() for _, b in params)


class TestTraining:
    @pytest.mark.parametrize("activation", ["relu", "sigmoid", "tanh"])
    @pytest.mark.parametrize("loss", ["softmax", "mse"])
    def test_steps_and_losses_are_those_of_autograd_on_the_same_batches(self, activation, loss):
        rng, sizes = np.random.default_rng(6), (3, 4, 2)
        params, X = network(sizes), rng.normal(size=(7, 3))
        y = rng.integers(0, 2, 7) if loss == "softmax" else rng.normal(size=(7, 2))
        options = activation, loss, 0.1
        generator, expected, losses = np.random.default_rng(7), params, []
        for _ in range(4):
            order, of_batches = generator.permutation(7), []
            for batch in (order[:3], order[3:6], order[6:]):
                at = X[batch], y[batch], *options
                of_batches.append(plain_loss(expected, *at))
                slopes = grad(plain_loss)(expected, *at)
                expected = [
                    (W - 0.05 * dW, b - 0.05 * db)
                    for (W, b), (dW, db) in zip(expected, slopes, strict=True)
                ]
            losses.append(sum(of_batches) / 3)
        found = reference.train(params, X, y, 0.05, 4, 3, np.random.default_rng(7), *options)
        np.testing.assert_allclose(found[1], losses, rtol=1e-10)
        for got, right in zip(found[0], expected, strict=True):
            np.testing.assert_allclose(got[0], right[0], rtol=1e-9, atol=1e-12)
            np.testing.assert_allclose(got[1], right[1], rtol=1e-9, atol=1e-12)


class TestBeforeTraining:
    @pytest.mark.parametrize("shares", [(7, 3), (1, 5, 2, 0), (4, 4, 4), (0, 9)])
    def test_chance_is_scipys_entropy_and_the_least_loss_of_constant_scores(self, shares):
        y = np.repeat(np.arange(len(shares)), shares)
        found = reference.chance_loss(y, len(shares))
        assert found == pytest.approx(stats.entropy(shares), abs=1e-12)

        def loss(scores):
            return np.mean(special.logsumexp(scores) - scores[y])

        least = optimize.minimize(loss, np.zeros(len(shares))).fun
        assert found == pytest.approx(least, abs=1e-4)

    @pytest.mark.parametrize("seed", range(3))
    def test_twenty_digits_are_learned_by_heart_and_six_in_ten_of_the_others_read(self, seed):
        X, y = load_digits()
        seen = np.flatnonzero(~every_fifth(len(y)))[:20]
        params = reference.overfit(X[seen], y[seen], np.random.default_rng(seed))
        assert plain_loss(params, X[seen], y[seen], "relu", "softmax", 0.0) < 0.01
        new = every_fifth(len(y))
        said = plain_output(params, X[new], "relu").argmax(axis=1)
        assert 0.57 < np.mean(said == y[new]) < 0.69

    @pytest.mark.parametrize("seed", range(3))
    def test_before_the_first_step_the_loss_is_near_chance(self, seed):
        X, y = load_digits()
        new = every_fifth(len(y))
        assert reference.chance_loss(y[~new], 10) == pytest.approx(2.300, abs=5e-4)
        params = reference.init_mlp([64, 64, 10], np.random.default_rng(seed))
        assert 2.3 < reference.mlp_loss(params, X[~new], y[~new]) < 2.5


def adam(params, gradients, t, moments, lr):
    """One step of Adam (Kingma and Ba 2015, algorithm 1) on a list of pairs."""
    new, kept = [], []
    for pair, slopes, old in zip(params, gradients, moments or [[(0, 0)] * 2] * len(params)):
        m = [0.9 * first + 0.1 * g for (first, _), g in zip(old, slopes)]
        v = [0.999 * second + 0.001 * g**2 for (_, second), g in zip(old, slopes)]
        kept.append(list(zip(m, v)))
        new.append(
            tuple(
                p - lr * (a / (1 - 0.9**t)) / (np.sqrt(b / (1 - 0.999**t)) + 1e-8)
                for p, a, b in zip(pair, m, v)
            )
        )
    return new, kept


def train(params, X, y, lr, n_steps, **options):
    """Steps of Adam; yields the parameters, the first ones included."""
    moments = None
    yield params
    for t in range(1, n_steps + 1):
        gradients = reference.mlp_gradients(params, X, y, **options)
        params, moments = adam(params, gradients, t, moments, lr)
        yield params


def sine_start(seed):
    """1–100–1, uniform within one over the root of the fan-in, as PyTorch does."""
    rng = np.random.default_rng(seed)
    return [
        (rng.uniform(-1, 1, (1, 100)), rng.uniform(-1, 1, 100)),
        (rng.uniform(-0.1, 0.1, (100, 1)), rng.uniform(-0.1, 0.1, 1)),
    ]


#: the network of the chapter's small example
BY_HAND = [
    (np.array([[1.0, -1.0], [1.0, 0.5]]), np.array([0.0, -1.0])),
    (np.array([[2.0], [-1.0]]), np.array([-1.0])),
]


def every_fifth(n):
    return np.arange(n) % 5 == 4


def share_read(labels_of, held_out_of, seed):
    """The share of the held-out digits that the network of the reference reads right."""
    X, y = load_digits()
    y, held_out = labels_of(y), held_out_of(len(y))
    predict = reference.fit_digits(X[~held_out], y[~held_out], np.random.default_rng(seed))
    return np.mean(predict(X[held_out]) == y[held_out])


class TestClaimsOfTheText:
    def test_the_network_worked_by_hand(self):
        X, y = np.array([[1.0, 2.0]]), np.array([[4.0]])
        output, _ = reference.mlp_forward(BY_HAND, X)
        assert output == 5
        assert reference.mlp_loss(BY_HAND, X, y, loss="mse") == 0.5
        (dW1, db1), (dW2, db2) = reference.mlp_gradients(BY_HAND, X, y, loss="mse")
        np.testing.assert_array_equal(dW1, [[2, 0], [4, 0]])
        np.testing.assert_array_equal(db1, [2, 0])
        np.testing.assert_array_equal(dW2, [[3], [0]])
        np.testing.assert_array_equal(db2, [1])

    def test_one_step_by_hand_lowers_the_loss_as_far_as_the_text_says(self):
        X, y = np.array([[1.0, 2.0]]), np.array([[4.0]])
        gradients = reference.mlp_gradients(BY_HAND, X, y, loss="mse")
        after = [
            tuple(p - 0.01 * g for p, g in zip(pair, slopes))
            for pair, slopes in zip(BY_HAND, gradients)
        ]
        squares = sum(np.sum(g**2) for slopes in gradients for g in slopes)
        assert squares == 34
        assert reference.mlp_forward(after, X)[0][0, 0] == pytest.approx(4.6636, abs=5e-5)
        assert reference.mlp_loss(after, X, y, loss="mse") == pytest.approx(0.2202, abs=5e-5)

    @settings(max_examples=20)
    @given(st.integers(0, 10**6))
    def test_equal_hidden_units_stay_equal(self, seed):
        rng = np.random.default_rng(seed)
        W, V = np.outer(rng.normal(size=3), np.ones(4)), np.outer(np.ones(4), rng.normal(size=2))
        params = [(W, np.zeros(4)), (V, np.zeros(2))]
        X, y = rng.normal(size=(6, 3)), rng.integers(0, 2, 6)
        (dW, _), (dV, _) = reference.mlp_gradients(params, X, y, "tanh")
        np.testing.assert_allclose(dW, dW[:, :1] * np.ones(4), atol=1e-14)
        np.testing.assert_allclose(dV, np.ones((4, 1)) * dV[:1], atol=1e-14)

    def test_from_zero_weights_only_the_output_bias_moves(self):
        params = [(np.zeros((3, 4)), np.zeros(4)), (np.zeros((4, 2)), np.zeros(2))]
        X = np.random.default_rng(0).normal(size=(5, 3))
        (dW, db), (dV, dc) = reference.mlp_gradients(params, X, [0, 0, 0, 1, 1], "tanh")
        assert not dW.any() and not db.any() and not dV.any()
        np.testing.assert_allclose(dc, [-0.1, 0.1])

    def test_sine_fit_reaches_a_mean_squared_error_below_two_thousandths(self):
        """The seed's network, optimizer and number of steps, on 200 points to save time."""
        X = np.linspace(0, 6 * np.pi, 200)[:, None]
        between = np.linspace(0, 6 * np.pi, 1000)[:, None]
        errors = []
        fit = train(sine_start(0), X, np.sin(X), 0.005, 10_000, activation="sigmoid", loss="mse")
        for step, params in enumerate(fit):
            if step % 100 == 0:
                output, _ = reference.mlp_forward(params, between, "sigmoid")
                errors.append(np.mean((output - np.sin(between)) ** 2))
        assert errors[0] > 0.4
        assert min(errors) < 2e-3
        # now and then a step of Adam goes wrong, for a moment
        assert np.median(errors[-10:]) < 2e-3

    def test_plain_descent_at_the_rate_one_half_stays_at_the_mean_of_the_squared_sine(self):
        X = np.linspace(0, 6 * np.pi, 400)[:, None]
        params = sine_start(0)
        for _ in range(300):
            gradients = reference.mlp_gradients(params, X, np.sin(X), "sigmoid", "mse")
            # PyTorch's loss has no half
            params = [
                tuple(p - 0.5 * 2 * g for p, g in zip(pair, slopes))
                for pair, slopes in zip(params, gradients)
            ]
        error = 2 * reference.mlp_loss(params, X, np.sin(X), "sigmoid", "mse")
        assert error == pytest.approx(0.5, abs=0.005)
        hidden = reference.mlp_forward(params, X, "sigmoid")[1][1]
        assert np.mean(hidden.max(axis=0) < 1e-6) > 0.5
        assert (hidden * (1 - hidden)).max(axis=0).mean() < 1e-3

    def test_three_steps_at_that_rate_switch_every_hidden_unit_off(self):
        X = np.linspace(0, 6 * np.pi, 400)[:, None]
        params, errors = sine_start(0), []
        for _ in range(3):
            gradients = reference.mlp_gradients(params, X, np.sin(X), "sigmoid", "mse")
            params = [
                tuple(p - 0.5 * 2 * g for p, g in zip(pair, slopes))
                for pair, slopes in zip(params, gradients)
            ]
            output, (_, hidden) = reference.mlp_forward(params, X, "sigmoid")
            errors.append(output - np.sin(X))
            if len(errors) == 2:
                weights = params[1][0]
        assert errors[0].max() < 0
        assert np.sqrt(np.mean(errors[0] ** 2)) == pytest.approx(24, abs=0.5)
        assert errors[1].min() > 0
        assert np.sqrt(np.mean(errors[1] ** 2)) == pytest.approx(500, abs=5)
        assert weights.min() > 0
        assert weights.max() == pytest.approx(23, abs=0.5)
        W, b = params[0]
        assert W.max() < -3 and b.max() < -3
        assert W.min() == pytest.approx(-25_000, rel=0.02)
        assert hidden.mean() < 2e-5 and hidden.max() < 0.05

    def test_the_largest_stable_rate_of_the_sine_fit_is_about_two_hundredths(self):
        X = np.linspace(0, 6 * np.pi, 400)[:, None]
        hidden = reference.mlp_forward(sine_start(0), X, "sigmoid")[1][1]
        inputs = np.column_stack([hidden, np.ones(400)])
        largest = np.linalg.eigvalsh(2 * inputs.T @ inputs / 400).max()
        assert largest == pytest.approx(97.8, abs=0.1)
        assert 2 / largest == pytest.approx(0.020, abs=0.001)

    @pytest.mark.parametrize("seed", [1, 2, 3])  # of 1 to 30, 3 ends with the lowest share
    def test_digits_are_read_by_64_hidden_units_and_told_apart_as_odd_and_even(self, seed):
        for modulus, least, most in ((10, 0.9498, 0.978), (2, 0.969, 0.992)):
            share = share_read(lambda y, modulus=modulus: y % modulus, every_fifth, seed)
            assert least <= share <= most

    @pytest.mark.parametrize("seed", [1, 2])
    def test_digits_of_other_writers_are_harder(self, seed):
        share = share_read(lambda y: y, lambda n: np.arange(n) >= 0.8 * n, seed)
        assert 0.905 <= share <= 0.9165

    def test_no_straight_border_tells_odd_digits_from_even_ones(self):
        X, y = load_digits()
        held_out = every_fifth(len(y))
        inputs = np.column_stack([X, np.ones(len(X))])
        target = 1.0 - 2.0 * (y % 2)

        def loss(w):
            return np.mean(np.logaddexp(0, -target[~held_out] * (inputs[~held_out] @ w)))

        def slope(w):
            margins = target[~held_out] * (inputs[~held_out] @ w)
            return -(target[~held_out] * special.expit(-margins)) @ inputs[~held_out] / len(margins)

        w = optimize.minimize(loss, np.zeros(65), jac=slope, method="L-BFGS-B").x
        assert np.mean(np.sign(inputs[held_out] @ w) == target[held_out]) < 0.93

    def test_the_loss_of_a_guess_is_the_logarithm_of_the_number_of_classes(self):
        loss, _ = reference.softmax_cross_entropy(np.zeros((3, 10)), [1, 2, 3])
        assert loss == pytest.approx(math.log(10))
