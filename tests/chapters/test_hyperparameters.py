"""The reference of ``hyperparameters`` against oracles and its claims."""

import math
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, stats

from autograder.course import Solution

reference = Solution(Path(__file__).parents[2] / "solutions" / "hyperparameters").reference

#: no deadline, for busy machines
many = settings(deadline=None, max_examples=40)
scales = st.tuples(st.floats(0.3, 2), st.floats(0.3, 3), st.floats(0.01, 1))


def readings(seed, n=6, d=2):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, d)), rng.normal(size=n)


def covariance(A, B, length, variance):
    return np.array(
        [[variance * math.exp(-(math.dist(a, b) ** 2) / 2 / length**2) for b in B] for a in A]
    )


class TestKernel:
    @many
    @given(st.integers(0, 999), scales)
    def test_is_a_bell_of_the_distance(self, seed, scales):
        A, B = readings(seed, 5, 3)[0], readings(seed + 1, 4, 3)[0]
        got = reference.rbf_kernel(A, B, *scales[:2])
        np.testing.assert_allclose(got, covariance(A, B, *scales[:2]))
        np.testing.assert_array_equal(
            reference.rbf_kernel(A, B, scales[0]), reference.rbf_kernel(A, B, scales[0], 1)
        )

    def test_one_of_another_distance_is_no_covariance_in_the_plane(self):
        A = np.random.default_rng(0).random((30, 2))
        assert np.linalg.eigvalsh(reference.rbf_kernel(A, A, 0.5)).min() > -1e-12
        walked = np.abs(A[:, None] - A).sum(axis=2)  # along the streets, as in the bug
        assert np.linalg.eigvalsh(np.exp(-(walked**2) / (2 * 0.5**2))).min() < -0.1


class TestPosterior:
    @many
    @given(st.integers(0, 999), scales)
    def test_is_the_conditional_distribution_of_a_joint_normal_one(self, seed, scales):
        """From the inverse of the joint covariance: no step is shared with the reference."""
        X, y = readings(seed)
        X_new = readings(seed + 1, 3)[0]
        length, variance, noise = scales
        mean, var = reference.gp_posterior(X, y, X_new, *scales)
        for place, m, v in zip(X_new, mean, var, strict=True):
            both = np.vstack([X, place])
            joint = covariance(both, both, length, variance) + np.diag([noise] * 6 + [1e-9])
            precision = np.linalg.inv(joint)
            assert v == pytest.approx(1 / precision[6, 6], abs=1e-6)
            assert m == pytest.approx(-precision[6, :6] @ y / precision[6, 6], abs=1e-6)

    def test_agrees_with_draws_that_happen_to_pass_near_the_reading(self):
        rng = np.random.default_rng(0)
        places = np.array([[0.0], [0.7]])
        draws = rng.multivariate_normal([0, 0], covariance(places, places, 1.0, 1.0), 400000)
        near = draws[np.abs(draws[:, 0] - 1.2) < 0.02, 1]
        mean, var = reference.gp_posterior(places[:1], [1.2], places[1:], 1.0, 1.0, 1e-9)
        assert near.mean() == pytest.approx(mean[0], abs=4 * near.std() / math.sqrt(len(near)))
        assert near.var() == pytest.approx(var[0], rel=0.1)

    def test_variance_is_never_negative(self):
        X = np.linspace(0, 1, 40)[:, None]
        _, var = reference.gp_posterior(X, np.sin(X[:, 0]), X + 1e-4, 2.0, 1.0, 1e-10)
        assert var.min() >= 0

    def test_the_numbers_of_the_chapter(self):
        mean, var = reference.gp_posterior([[0.0]], [2.0], [[0.3]], 0.3, 1.0, 0.0)
        assert (mean[0], math.sqrt(var[0])) == pytest.approx((1.213, 0.795), abs=5e-4)


class TestEvidence:
    @many
    @given(st.integers(0, 999), scales)
    def test_is_the_density_of_a_normal_distribution(self, seed, scales):
        X, y = readings(seed)
        C = covariance(X, X, *scales[:2]) + scales[2] * np.eye(6)
        wanted = stats.multivariate_normal(np.zeros(6), C).logpdf(y)
        assert reference.log_marginal_likelihood(X, y, *scales) == pytest.approx(wanted)

    @many
    @given(st.integers(0, 999), scales)
    def test_gradient_agrees_with_autograd(self, seed, scales):
        X, y = readings(seed)
        squares = ((X[:, None] - X) ** 2).sum(axis=2)

        def by_hand(log_scales):
            length, variance, noise = anp.exp(log_scales)
            C = variance * anp.exp(-squares / (2 * length**2)) + noise * anp.eye(6)
            return -0.5 * y @ anp.linalg.solve(C, y) - 0.5 * anp.linalg.slogdet(C)[1]

        wanted = grad(by_hand)(np.log(scales))
        np.testing.assert_allclose(reference.lml_gradient(X, y, *scales), wanted, atol=1e-8)


class TestExpectedImprovement:
    @many
    @given(st.floats(-3, 3), st.floats(0.05, 3), st.floats(-3, 3))
    def test_is_the_mean_of_what_is_gained(self, mean, sd, best):
        wanted, _ = integrate.quad(
            lambda f: (best - f) * stats.norm.pdf(f, mean, sd), mean - 40 * sd, best,
            points=[mean] if mean < best else None, epsabs=1e-12, limit=200,
        )  # fmt: skip
        assert reference.expected_improvement(mean, sd, best) == pytest.approx(wanted, abs=1e-8)

    def test_without_doubt_it_is_the_gap_or_nothing(self):
        got = reference.expected_improvement([1.0, 3.0], [0.0, 0.0], 2.0)
        np.testing.assert_array_equal(got, [1, 0])


def bowl(x):
    return float(np.sum((np.asarray(x) - [1.0, -4.0]) ** 2))


class TestSearch:
    low, high = np.array([-1.0, -6.0]), np.array([3.0, 2.0])

    def test_keeps_count_and_stays_inside(self):
        asked = []

        def f(x):
            asked.append(x)
            return bowl(x)

        rng = np.random.default_rng(0)
        x, best, X, y = reference.bayesian_optimize(f, self.low, self.high, 4, 9, rng)
        np.testing.assert_array_equal(X, asked)
        assert np.all((self.low <= X) & (self.high >= X))
        assert [bowl(at) for at in X] == y.tolist()
        assert best == bowl(x) == y.min()

    def test_comes_far_closer_than_random_search(self):
        gaps = [
            reference.bayesian_optimize(bowl, self.low, self.high, 4, 12, np.random.default_rng(s))[
                1
            ]
            for s in range(10)
        ]
        rng = np.random.default_rng(10)
        blind = [min(bowl(rng.uniform(self.low, self.high)) for _ in range(16)) for _ in range(200)]
        assert np.mean(gaps) < np.mean(blind) / 3

    @pytest.mark.parametrize("n_iter", [1, 2, 7])
    def test_tune_never_trains_more_often_than_it_may(self, n_iter):
        asked = []
        best = reference.tune(
            lambda x: asked.append(x) or bowl(x),
            self.low,
            self.high,
            n_iter,
            np.random.default_rng(0),
        )
        assert len(asked) == n_iter
        assert bowl(best) == min(map(bowl, asked))
