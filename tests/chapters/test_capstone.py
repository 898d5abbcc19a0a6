"""The reference of ``capstone`` against oracles, and the numbers of its chapter."""

import math
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special, stats

from autograder.course import Solution
from autograder.datasets import load_digits

reference = Solution(Path(__file__).parents[2] / "solutions" / "capstone").reference

#: no deadline, for busy machines
many = settings(deadline=None, max_examples=30)


class TestStratifiedSplit:
    @many
    @given(
        st.lists(st.integers(1, 40), min_size=1, max_size=5),
        st.lists(st.integers(1, 20), min_size=1, max_size=4),
        st.integers(0, 1000),
    )
    def test_every_class_is_shared_out_to_within_one(self, counts, weights, seed):
        shares = np.array(weights) / np.sum(weights)
        y = np.repeat(np.arange(len(counts)), counts)
        parts = reference.stratified_split(y, shares, np.random.default_rng(seed))
        assert sorted(np.concatenate(parts).tolist()) == list(range(len(y)))
        for share, part in zip(shares, parts, strict=True):
            held = np.bincount(y[part], minlength=len(counts))
            assert np.all(np.abs(held - share * np.array(counts)) <= 1 + 1e-9)

    def test_eleven_samples_are_seven_three_and_one(self):
        parts = reference.stratified_split([5] * 11, (0.6, 0.3, 0.1), np.random.default_rng(0))
        assert [len(part) for part in parts] == [7, 3, 1]

    def test_a_class_of_eight_is_missed_by_a_tenth_in_43_of_100_cases(self):
        assert round(0.9**8, 2) == 0.43

    def test_every_sample_is_as_likely(self):
        y = np.repeat([0, 1], [10, 5])
        inside = np.zeros(15)
        for seed in range(400):
            parts = reference.stratified_split(y, (0.6, 0.4), np.random.default_rng(seed))
            inside[parts[0]] += 1
        assert np.all(np.abs(inside / 400 - 0.6) < 5 * math.sqrt(0.24 / 400))


class TestPrepare:
    def test_is_the_z_score_of_scipy(self):
        rng = np.random.default_rng(0)
        train, new = rng.normal(3, 5, size=(9, 4)), rng.normal(size=(6, 4))
        Z, new_Z = reference.prepare(train, new)
        np.testing.assert_allclose(Z, stats.zscore(train), rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(new_Z, stats.zmap(new, train), rtol=1e-12, atol=1e-12)

    def test_constant_pixels_become_zeros(self):
        X, _ = load_digits()
        constant = np.ptp(X[:100], axis=0) == 0
        Z, new_Z = reference.prepare(X[:100], X[100:])
        assert constant.any()
        assert not Z[:, constant].any()
        assert not new_Z[:, constant].any()
        assert np.isfinite(new_Z).all()


class TestBuildModel:
    @pytest.mark.parametrize("n, d, k", [(7, 3, 5), (1, 5, 3), (7, 1, 2)])
    def test_goes_down_the_slope_that_autograd_finds(self, n, d, k):
        rng = np.random.default_rng(1)
        params, scores, loss_and_gradients = reference.build_model(d, k, rng)
        params = [a + 0.1 * rng.normal(size=a.shape) for a in params]
        X, y = rng.normal(size=(n, d)), rng.integers(0, k, size=n)

        def loss(params):
            W, b, V, c = params
            Z = anp.maximum(anp.dot(X, W) + b, 0) @ V + c
            log_p = Z - anp.log(anp.sum(anp.exp(Z), axis=1, keepdims=True))
            penalty = 0.35 * (anp.sum(W**2) + anp.sum(V**2))
            return -anp.mean(log_p[anp.arange(n), y]) + penalty

        got, slopes = loss_and_gradients(params, X, y, 0.7)
        assert got == pytest.approx(loss(params), rel=1e-12)
        for mine, theirs in zip(slopes, grad(loss)(params), strict=True):
            np.testing.assert_allclose(mine, theirs, rtol=1e-9, atol=1e-12)
        log_p = special.log_softmax(scores(params, X), axis=1)
        plain = -np.mean(log_p[np.arange(n), y])
        assert loss_and_gradients(params, X, y)[0] == pytest.approx(plain, rel=1e-12)


def course(losses, patience, max_epochs):
    """Epochs of the best, and the losses seen, where the losses are known beforehand."""
    return reference.train_with_patience(
        0, lambda epoch: epoch + 1, lambda epoch: losses[epoch], patience, max_epochs
    )


class TestTrainWithPatience:
    def test_the_course_of_the_chapter(self):
        best, seen = course([5, 3, 4, 2, 2.5, 2.6, 2.7, 1.0], 3, 7)
        assert best == 3
        np.testing.assert_array_equal(seen, [5, 3, 4, 2, 2.5, 2.6, 2.7])

    @many
    @given(
        st.lists(st.integers(0, 6), min_size=1, max_size=12),
        st.integers(1, 4),
        st.integers(0, 11),
    )
    def test_agrees_with_early_stopping_of_all_losses(self, losses, patience, max_epochs):
        losses = losses[: max_epochs + 1]
        best, seen = course(losses, patience, len(losses) - 1)
        # by definition: the first loss after which no lower one comes within patience epochs
        for at, loss in enumerate(losses):
            ahead = losses[at + 1 : at + 1 + patience]
            if loss < min(losses[:at], default=math.inf) and not any(a < loss for a in ahead):
                assert best == at
                assert len(seen) == min(at + patience + 1, len(losses))
                return
        raise AssertionError("there is always such a loss")


class TestChooseSetting:
    def test_the_best_of_forty_equals_is_lucky(self):
        rng = np.random.default_rng(1)
        best = rng.binomial(216, 0.965, size=(1000, 40)).max(axis=1) / 216
        assert round(best.mean(), 3) == 0.989

    def test_the_error_of_216_digits(self):
        assert round(math.sqrt(0.965 * 0.035 / 216), 4) == 0.0125

    @many
    @given(st.integers(1, 6), st.integers(2, 5), st.integers(0, 1000))
    def test_takes_the_first_within_the_standard_error_of_scipy(self, m, r, seed):
        accuracies = np.random.default_rng(seed).uniform(0.9, 0.95, size=(m, r))
        means = [float(np.mean(row)) for row in accuracies]
        best = max(range(m), key=means.__getitem__)
        bar = means[best] - stats.sem(accuracies[best])
        wanted = next(i for i in range(m) if means[i] >= bar)
        assert reference.choose_setting(accuracies) == wanted


def test_the_classifier_reads_096_of_every_fifth_digit():
    X, digits = load_digits()
    held = np.arange(len(X)) % 5 == 4
    assert (np.sum(~held), np.sum(held)) == (1438, 359)
    shares = []
    for seed in range(3):
        rng = np.random.default_rng(seed)
        y = rng.permutation(10)[digits]
        order = rng.permutation(np.flatnonzero(~held))
        predict = reference.train_classifier(X[order], y[order], rng)
        shares.append(np.mean(predict(X[held]) == y[held]))
    assert max(shares) >= 0.96
    assert min(shares) >= 0.95


class TestWhatASplitHides:
    """The numbers of {numref}`cap-writers`, from the cell's own seeds."""

    def share(self, hidden, held, seed):
        X, y = load_digits()
        rng = np.random.default_rng(seed)
        params = reference.init_mlp([64, 64, 10] if hidden else [64, 10], rng)
        lr, epochs = (3e-3, 15) if hidden else (1e-2, 20)
        params, _ = reference.train_with(
            reference.adam, params, X[~held], y[~held], epochs, 32, rng, lr=lr
        )
        return np.mean(reference.mlp_forward(params, X[held])[0].argmax(axis=1) == y[held])

    def test_other_writers_are_read_worse_by_either(self):
        every, last = np.arange(1797) % 5 == 4, np.arange(1797) >= 0.8 * 1797
        for hidden in (False, True):
            assert 0.95 <= self.share(hidden, every, 0) <= 0.98
            assert 0.885 <= self.share(hidden, last, 0) <= 0.92


class TestErrorAnalysis:
    def test_counts_pairs_and_mistakes_one_by_one(self):
        rng = np.random.default_rng(2)
        for k in (2, 3, 7):
            scores, y = 2 * rng.normal(size=(60, k)), rng.integers(0, k, size=60)
            counts, pair, mistakes = reference.error_analysis(scores, y)
            said = [int(np.argmax(row)) for row in scores]
            table = {(a, b): 0 for a in range(k) for b in range(k)}
            for label, answer in zip(y.tolist(), said, strict=True):
                table[label, answer] += 1
            assert all(counts[ab] == number for ab, number in table.items())
            most = max(table[a, b] + table[b, a] for a in range(k) for b in range(a))
            assert table[pair] + table[pair[::-1]] == most
            assert pair[0] < pair[1]
            sure = special.softmax(scores, axis=1).max(axis=1)
            assert set(mistakes) == {i for i in range(60) if said[i] != y[i]}
            assert np.all(np.diff(sure[mistakes]) <= 0)

    def test_luck_in_twelve_and_in_eight_throws(self):
        assert round(stats.binomtest(3, 12).pvalue, 3) == 0.146
        assert round(stats.binomtest(2, 8).pvalue, 2) == 0.29


class TestLearningCurve:
    def test_measures_a_rule_that_is_known(self):
        rng = np.random.default_rng(3)
        X, y = rng.normal(size=(40, 3)), rng.integers(0, 2, size=40)
        sizes, fitted = [5, 20, 40], []

        def fit(X, y, rng):
            fitted.append({tuple(row) for row in X})
            return lambda X: np.ones(len(X), dtype=int)

        seen, held = reference.learning_curve(fit, X, y, X[:9], y[:9], sizes, rng)
        assert [len(one) for one in fitted] == sizes
        assert fitted[0] < fitted[1] < fitted[2]
        assert seen[2] == np.mean(y == 1)
        np.testing.assert_allclose(held, np.mean(y[:9] == 1))
