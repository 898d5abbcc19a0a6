"""The reference of ``regularization`` against oracles and its claims."""

import itertools
import math
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import optimize

from autograder.course import Solution
from autograder.datasets import load_digits

reference = Solution(Path(__file__).parents[2] / "solutions" / "regularization").reference

#: no deadline, for busy machines
many = settings(deadline=None, max_examples=40)
weights = arrays(float, st.integers(1, 6), elements=st.floats(-5, 5, allow_subnormal=False))


class TestPenalties:
    @many
    @given(weights, st.just(0.0) | st.floats(1e-150, 3))
    def test_gradients_agree_with_autograd(self, w, lam):
        w = w[np.abs(w) > 1e-150]  # autograd's slope of |w| multiplies by w before it divides
        by_hand = {
            "l1": lambda v: lam * anp.sum(anp.abs(v)),
            "l2": lambda v: lam / 2 * anp.sum(v**2),
        }
        for name, plain in by_hand.items():
            assert getattr(reference, f"{name}_penalty")(w, lam) == pytest.approx(plain(w))
            gradient = getattr(reference, f"{name}_gradient")(w, lam)
            np.testing.assert_allclose(gradient, grad(plain)(w), rtol=1e-12, atol=1e-300)

    def test_the_numbers_of_the_chapter(self):
        assert reference.l2_penalty([3, -4], 2.0) == 25
        assert reference.l1_penalty([3, -4], 2.0) == 14
        assert isinstance(reference.l1_penalty([3, -4], 2), np.float64)
        np.testing.assert_array_equal(reference.l1_gradient([0.0, -2.0], 0.5), [0, -0.5])

    def test_a_weak_pull_of_the_data_ends_at_a_fifth_with_l2_and_at_zero_with_l1(self):
        for penalty, end in ((reference.l2_penalty, 0.2), (reference.l1_penalty, 0.0)):
            found = optimize.minimize_scalar(
                lambda w, penalty=penalty: penalty([w], 0.1) - 0.02 * w, bounds=(-1, 1)
            )
            assert found.x == pytest.approx(end, abs=1e-4)


class TestSoftThreshold:
    @many
    @given(st.floats(-4, 4), st.floats(0, 3))
    def test_is_the_minimizer_of_distance_plus_penalty(self, v, t):
        grid = np.append(np.linspace(-5, 5, 2001), [0.0])
        lowest = ((grid - v) ** 2 / 2 + t * np.abs(grid)).min()
        w = float(reference.soft_threshold(v, t))
        assert (w - v) ** 2 / 2 + t * abs(w) <= lowest + 1e-12

    def test_finds_the_lasso_of_orthonormal_inputs(self):
        Q, _ = np.linalg.qr(np.random.default_rng(0).normal(size=(8, 3)))
        y = 3 * np.random.default_rng(1).normal(size=8)
        wanted = reference.soft_threshold(Q.T @ y, 1.0)

        def lasso(parts):  # w = p - q with p, q >= 0 has no kink
            p, q = parts[:3], parts[3:]
            return np.sum((Q @ (p - q) - y) ** 2) / 2 + np.sum(p + q)

        found = optimize.minimize(
            lasso, np.ones(6), bounds=[(0, None)] * 6, options={"ftol": 1e-15, "gtol": 1e-10}
        )
        np.testing.assert_allclose(wanted, found.x[:3] - found.x[3:], atol=1e-5)


class TestDropout:
    def test_drops_the_share_p_and_keeps_the_mean(self):
        out, mask = reference.dropout_forward(np.ones((300, 300)), 0.3, np.random.default_rng(0))
        assert np.mean(mask == 0) == pytest.approx(0.3, abs=5 * math.sqrt(0.21 / 90000))
        assert out.mean() == pytest.approx(1, abs=5 * math.sqrt(0.3 / 0.7 / 90000))
        np.testing.assert_array_equal(np.unique(mask), [0, 1 / 0.7])

    @many
    @given(st.floats(0, 0.9), st.integers(0, 1000))
    def test_on_average_over_all_masks_it_is_an_l2_penalty(self, p, seed):
        rng = np.random.default_rng(seed)
        x, w, y = rng.normal(size=3), rng.normal(size=3), rng.normal()
        mean = 0.0
        for dropped in itertools.product((True, False), repeat=3):
            mask = np.where(dropped, 0.0, 1 / (1 - p))
            chance = np.prod(np.where(dropped, p, 1 - p))
            mean += chance * (y - (x * mask) @ w) ** 2
        penalty = p / (1 - p) * np.sum(x**2 * w**2)
        assert mean == pytest.approx((y - x @ w) ** 2 + penalty, rel=1e-9, abs=1e-12)

    def test_goes_back_as_autograd_does(self):
        X, dout = np.random.default_rng(0).normal(size=(2, 5, 3))
        _, mask = reference.dropout_forward(X, 0.5, np.random.default_rng(1))
        wanted = grad(lambda v: anp.sum(dout * (v * mask)))(X)
        np.testing.assert_allclose(reference.dropout_backward(dout, mask), wanted)

    @pytest.mark.parametrize("p", [1, 1.5, -0.1, math.nan])
    def test_wants_a_probability_below_one(self, p):
        with pytest.raises(ValueError, match="p must"):
            reference.dropout_forward([1.0], p, np.random.default_rng(0))


class TestEarlyStopping:
    @pytest.mark.parametrize(
        "losses, patience, kept",
        [
            ([5, 4, 4, 3, 3, 3, 2], 1, 1),
            ([5, 4, 4, 3, 3, 3, 2], 2, 3),
            ([5, 4, 4, 3, 3, 3, 2], 3, 6),
            ([3.0, 2.0, 2.5, 2.0, 1.0], 3, 4),
            ([3.0, 2.0, 2.5, 2.0, 1.0], 2, 1),
            ([1.0], 5, 0),
            ([2, 2, 2, 2], 2, 0),
        ],
    )
    def test_keeps_what_the_rule_says(self, losses, patience, kept):
        assert reference.early_stopping(losses, patience) == kept

    @many
    @given(st.lists(st.integers(0, 5), min_size=1, max_size=15), st.integers(1, 6))
    def test_no_loss_within_patience_is_lower_and_none_was_missed_before(self, losses, patience):
        kept = reference.early_stopping(losses, patience)
        assert all(losses[kept] < earlier for earlier in losses[:kept])
        assert all(losses[kept] <= later for later in losses[kept + 1 : kept + 1 + patience])
        # up to there no lower one ever was more than `patience` steps away
        lows = [t for t in range(kept + 1) if t == 0 or losses[t] < min(losses[:t])]
        assert all(b - a <= patience for a, b in itertools.pairwise(lows))


class TestOverfittingExample:
    """Forty bumps on twenty noisy measurements of a sine, as in the chapter."""

    source = np.random.default_rng(2)
    x = np.sort(source.uniform(0, 1, 20))
    y = np.sin(2 * np.pi * x) + 0.3 * source.normal(size=20)

    @staticmethod
    def bumps(x):
        return np.exp(-((x[:, None] - np.linspace(0, 1, 40)) ** 2) / (2 * 0.06**2))

    def fit(self, pull=lambda w: 0.0, after=lambda w: w, lr=0.8, noise=None):
        Phi, w = self.bumps(self.x), np.zeros(40)
        for _ in range(4000):
            seen = Phi if noise is None else noise(Phi)
            w = after(w - lr * (seen.T @ (seen @ w - self.y) / 20 + pull(w)))
        grid = np.linspace(0.01, 0.99, 99)
        error = np.sqrt(np.mean((self.bumps(grid) @ w - np.sin(2 * np.pi * grid)) ** 2))
        return w, error

    def test_its_training_loss_is_lower_than_that_of_the_truth(self):
        w, _ = self.fit()
        fitted = np.mean((self.bumps(self.x) @ w - self.y) ** 2) / 2
        true = np.mean((np.sin(2 * np.pi * self.x) - self.y) ** 2) / 2
        assert (fitted, true) == pytest.approx((0.014, 0.044), abs=5e-4)

    def test_every_restraint_brings_the_model_closer_than_half_to_the_truth(self):
        _, plain = self.fit()
        assert plain == pytest.approx(0.455, abs=2e-3)
        w_l2, l2 = self.fit(pull=lambda w: reference.l2_gradient(w, 0.1))
        w_l1, l1 = self.fit(after=lambda w: reference.soft_threshold(w, 0.8 * 0.01))
        rng = np.random.default_rng(0)
        _, dropout = self.fit(
            lr=0.25, noise=lambda Phi: reference.dropout_forward(Phi, 0.5, rng)[0]
        )
        assert (l2, l1, dropout) == pytest.approx((0.150, 0.189, 0.192), abs=5e-3)
        assert np.count_nonzero(w_l2) == 40
        assert np.count_nonzero(w_l1) == 9


class TestFewDigits:
    """300 digits with 90 labels drawn at random, and the network that learns them by heart."""

    @staticmethod
    def draw(seed):
        X, y = load_digits()
        rng = np.random.default_rng(seed)
        order = rng.permutation(len(y))
        seen, new = order[:300], order[300:1300]
        labels = y[seen]
        labels[rng.choice(300, 90, replace=False)] = rng.integers(0, 10, size=90)
        return X[seen], labels, X[new], y[new]

    @staticmethod
    def said(params, X):
        (W, b), (V, c) = params
        return (np.maximum(X @ W + b, 0) @ V + c).argmax(axis=1)

    def by_heart(self, X, y, seed):
        rng = np.random.default_rng(seed)
        return reference.train(reference.init_mlp([64, 64, 10], rng), X, y, 0.3, 50, 15, rng)[0]

    def test_the_network_has_as_many_numbers_as_the_chapter_says(self):
        params = reference.init_mlp([64, 64, 10], np.random.default_rng(0))
        assert sum(W.size + b.size for W, b in params) == 4810

    def test_a_restraint_reads_what_learning_by_heart_does_not(self):
        gains, known = [], []
        for seed in (20, 21, 22):
            X, labels, new_X, new_y = self.draw(seed)
            plain = self.by_heart(X, labels, seed)
            known.append(np.mean(self.said(plain, X) == labels))
            predict = reference.fit_few(X, labels, np.random.default_rng(seed))
            right = [np.mean(said == new_y) for said in (predict(new_X), self.said(plain, new_X))]
            gains.append(right[0] - right[1])
        assert np.mean(known) > 0.9
        assert np.mean(gains) > 0.08

    def test_stopping_and_shrinking_keep_the_shares_of_the_model_answer(self):
        def share(h, eta=0.5, steps=10):
            w = 0.0
            for _ in range(steps):
                w -= eta * h * (w - 1.0)
            return w

        def shrunk(h, penalty=0.2):
            found = optimize.minimize_scalar(
                lambda w: h / 2 * (w - 1) ** 2 + reference.l2_penalty([w], penalty)
            )
            return found.x

        assert (share(1.0), share(0.01)) == pytest.approx((0.999, 0.049), abs=5e-4)
        assert (shrunk(1.0), shrunk(0.01)) == pytest.approx((0.833, 0.048), abs=5e-4)
