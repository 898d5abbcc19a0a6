"""Clustering: the references against enumeration, SciPy and derivatives; the star's margin."""

import itertools
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.vq import kmeans2
from scipy.optimize import minimize
from scipy.stats import multivariate_normal

from autograder.course import Solution

solution = Solution(Path(__file__).parents[2] / "solutions" / "clustering")
reference, checks = solution.reference, solution.module("checks")


def rng(seed=0):
    return np.random.default_rng(seed)


def mixture(seed, k, d):
    draw = rng(seed)
    A = draw.normal(size=(k, d, d))
    covs = A @ np.swapaxes(A, 1, 2) + 0.3 * np.eye(d)
    return draw.dirichlet(np.ones(k)), 2 * draw.normal(size=(k, d)), covs


def all_partitions(n, k):
    return {checks.partition(p) for p in itertools.product(range(k), repeat=n) if len(set(p)) == k}


def spread(X, labels):
    """Mean squared distance to the mean of one's group."""
    labels = np.array(labels)
    groups = [X[labels == j] for j in set(labels.tolist())]
    return sum(np.sum((group - group.mean(axis=0)) ** 2) for group in groups) / len(X)


# --- k-means ---


def test_each_sample_goes_to_its_nearest_center():
    X, centers = rng(1).normal(size=(20, 3)), rng(2).normal(size=(4, 3))
    labels = reference.assign(X, centers)
    for x, label in zip(X, labels):
        distances = [math.dist(x, c) for c in centers]
        assert distances[label] == min(distances)
    squares = [min(math.dist(x, c) for c in centers) ** 2 for x in X]
    assert reference.kmeans_objective(centers, X) == pytest.approx(np.mean(squares))


def test_the_gradient_leads_a_minimizer_to_the_means():
    X = rng(3).normal(size=(30, 2))
    start = X[:3]
    found = minimize(
        lambda c: reference.kmeans_objective(c.reshape(3, 2), X),
        start.ravel(),
        jac=lambda c: reference.kmeans_gradient(c.reshape(3, 2), X).ravel(),
        tol=1e-12,
    )
    centers = found.x.reshape(3, 2)
    labels = reference.assign(X, centers)
    for j in range(3):
        np.testing.assert_allclose(centers[j], X[labels == j].mean(axis=0), atol=1e-6)


def test_a_step_of_n_over_twice_the_size_leads_to_the_mean():
    X, centers = rng(4).normal(size=(30, 2)), rng(5).normal(size=(3, 2))
    labels = reference.assign(X, centers)
    sizes = np.bincount(labels, minlength=3)[:, np.newaxis]
    moved = centers - len(X) / (2 * sizes) * reference.kmeans_gradient(centers, X)
    for j in range(3):
        np.testing.assert_allclose(moved[j], X[labels == j].mean(axis=0))


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**6), k=st.integers(1, 5), copies=st.integers(1, 3))
def test_kmeans_ends_at_a_fixed_point_without_empty_groups(seed, k, copies):
    X = np.repeat(rng(seed).integers(-3, 4, size=(8, 2)), copies, axis=0)
    if len(np.unique(X, axis=0)) < k:
        with pytest.raises(ValueError, match=r"\bk\b"):
            reference.kmeans(X, k, rng(seed))
        return
    centers, labels = reference.kmeans(X, k, rng(seed))
    assert set(labels.tolist()) == set(range(k))
    np.testing.assert_array_equal(reference.assign(X, centers), labels)
    for j in range(k):
        np.testing.assert_allclose(centers[j], X[labels == j].mean(axis=0), atol=1e-12)


def test_the_best_of_some_starts_is_the_best_of_all_partitions():
    for seed in range(2):
        X = rng(seed).normal(size=(7, 2))
        least = min(spread(X, p) for p in all_partitions(7, 3))
        runs = [reference.kmeans(X, 3, rng(s)) for s in range(60)]
        assert min(spread(X, labels) for _, labels in runs) == pytest.approx(least)
        for centers, labels in runs:
            assert reference.kmeans_objective(centers, X) == pytest.approx(spread(X, labels))


def test_kmeans_does_what_scipy_does_from_the_same_start():
    X = rng(6).normal(size=(40, 2))
    start = rng(7).choice(np.unique(X, axis=0), 4, replace=False)
    expected, labels = kmeans2(X, start, iter=100, minit="matrix")
    centers, got = reference.kmeans(X, 4, rng(7))
    np.testing.assert_allclose(centers, expected)
    np.testing.assert_array_equal(got, labels)


def test_some_starts_of_the_trap_empty_a_group():
    X = np.array([-10.4, -0.3, -0.3, 0.0, 10.0, 10.3, 10.3, 20.4])[:, np.newaxis]
    starts = list(itertools.combinations(np.unique(X, axis=0), 3))
    emptied = 0
    for start in starts:
        centers = np.array(start)
        for _ in range(10):
            labels = reference.assign(X, centers)
            if len(np.unique(labels)) < 3:
                emptied += 1
                break
            centers = np.array([X[labels == j].mean(axis=0) for j in range(3)])
    assert (emptied, len(starts)) == (2, 20)


# --- mixtures ---


@pytest.mark.parametrize("k, d", [(1, 1), (3, 2), (2, 5)])
def test_densities_are_those_of_scipy(k, d):
    weights, means, covs = mixture(8, k, d)
    X = rng(9).normal(size=(12, d))
    joint = np.array(
        [w * multivariate_normal(m, c).pdf(X) for w, m, c in zip(weights, means, covs)]
    ).T
    got = reference.gmm_log_likelihood(X, weights, means, covs)
    assert got == pytest.approx(np.mean(np.log(joint.sum(axis=1))))
    share = reference.gmm_responsibilities(X, weights, means, covs)
    np.testing.assert_allclose(share, joint / joint.sum(axis=1, keepdims=True), atol=1e-14)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), k=st.integers(1, 4), d=st.integers(1, 3))
def test_a_step_of_em_never_lowers_the_likelihood(seed, k, d):
    X, model = 2 * rng(seed).normal(size=(40, d)), mixture(seed, k, d)
    values = [reference.gmm_log_likelihood(X, *model)]
    for _ in range(6):
        model = reference.gmm_em_step(X, *model)
        if np.linalg.eigvalsh(model[2]).min() < 1e-6:
            break  # a component has shrunk to a few samples
        values.append(reference.gmm_log_likelihood(X, *model))
    assert np.all(np.diff(values) >= -1e-10)


def test_a_step_of_em_is_the_best_for_the_shares():
    X, model = rng(10).normal(size=(50, 2)), mixture(11, 2, 2)
    share = reference.gmm_responsibilities(X, *model)

    def bound(weights, means, covs):
        joint = [
            np.log(w) + multivariate_normal(m, c).logpdf(X) for w, m, c in zip(weights, means, covs)
        ]
        return np.mean(np.sum(share * np.array(joint).T, axis=1))

    weights, means, covs = reference.gmm_em_step(X, *model)
    top = bound(weights, means, covs)
    draw = rng(12)
    for size in (1e-3, 1e-2, 0.1):
        moved = np.exp(size * draw.normal(size=2)) * weights
        turned = np.eye(2) + size * draw.normal(size=(2, 2, 2))
        others = turned @ covs @ np.swapaxes(turned, 1, 2)
        assert bound(moved / moved.sum(), means, covs) < top
        assert bound(weights, means + size * draw.normal(size=(2, 2)), covs) < top
        assert bound(weights, means, others) < top


def test_small_round_components_share_as_kmeans_assigns():
    X, centers = rng(13).normal(size=(30, 2)), rng(14).normal(size=(4, 2))
    covs = np.array([1e-6 * np.eye(2)] * 4)
    share = reference.gmm_responsibilities(X, np.full(4, 0.25), centers, covs)
    np.testing.assert_array_equal(share.argmax(axis=1), reference.assign(X, centers))
    assert np.mean(share.max(axis=1) > 0.999) > 0.9


# --- pca ---


def test_components_are_those_of_the_singular_values():
    X = rng(15).normal(size=(20, 4)) * [3, 2, 1, 0.5] + 7
    components, variances, scores = reference.pca(X, 3)
    _, sizes, right = np.linalg.svd(X - X.mean(axis=0))
    np.testing.assert_allclose(variances, sizes[:3] ** 2 / 20)
    np.testing.assert_allclose(np.abs(np.sum(components * right[:3], axis=1)), 1)
    np.testing.assert_allclose(np.cov(scores.T, bias=True), np.diag(variances), atol=1e-12)


def test_no_other_plane_loses_less():
    X = rng(16).normal(size=(30, 4)) * [3, 2, 1, 0.5]
    apart = X - X.mean(axis=0)
    components, _, scores = reference.pca(X, 2)
    lost = np.sum((apart - scores @ components) ** 2)
    draw = rng(17)
    for _ in range(50):
        plane = np.linalg.qr(draw.normal(size=(4, 2)))[0]
        assert np.sum((apart - apart @ plane @ plane.T) ** 2) > lost


def test_with_two_features_rows_and_columns_of_eigenvectors_are_the_same():
    wrong = solution.module("mistakes").pca_of_rows
    for seed in range(30):
        X = rng(seed).normal(size=(9, 2)) @ rng(seed + 1).normal(size=(2, 2))
        for got, expected in zip(wrong(X, 2), reference.pca(X, 2)):
            np.testing.assert_allclose(got, expected, atol=1e-12)


# --- the index and the star ---


def index_by_pairs(a, b):
    """The adjusted Rand index, pair by pair."""
    both = one = two = 0
    n = len(a)
    for i, j in itertools.combinations(range(n), 2):
        one += a[i] == a[j]
        two += b[i] == b[j]
        both += a[i] == a[j] and b[i] == b[j]
    chance = one * two / math.comb(n, 2)
    return (both - chance) / ((one + two) / 2 - chance)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_the_index_counts_pairs(seed):
    a, b = rng(seed).integers(4, size=(2, 15))
    assert checks.adjusted_rand_index(a, b) == pytest.approx(index_by_pairs(a, b))


def test_the_index_at_its_ends():
    assert checks.adjusted_rand_index([5, 5, 2], [0, 0, 1]) == 1
    assert checks.adjusted_rand_index([0, 0, 0], [1, 1, 1]) == 1
    assert checks.adjusted_rand_index([0, 0, 0, 1], [1, 1, 1, 1]) == 0
    draw = rng(18)
    chance = [checks.adjusted_rand_index(*draw.integers(3, size=(2, 30))) for _ in range(300)]
    assert abs(np.mean(chance)) < 0.01


def index_of(find, seed):
    draw, scores = rng(seed), []
    for k in range(1, 7):
        X, truth = checks.draw_groups(draw, k)
        scores.append(checks.adjusted_rand_index(find(X, draw), truth))
    return np.mean(scores)


@pytest.mark.parametrize("seed", range(3))
def test_groups_are_found_with_a_margin(seed):
    assert index_of(reference.find_groups, seed) >= 0.9


@pytest.mark.parametrize("name", ["groups_that_are_always_three", "groups_by_the_objective"])
def test_typical_wrong_groups_stay_far_below(name):
    wrong = getattr(solution.module("mistakes"), name)
    assert np.mean([index_of(wrong, seed) for seed in range(3)]) <= 0.75


# --- numbers of the text ---


def test_the_line_that_the_text_groups_by_hand():
    centers, X = [[0.0], [8.0]], [[1], [2], [6], [9]]
    assert reference.kmeans_objective(centers, X) == 2.5
    np.testing.assert_allclose(reference.kmeans_gradient(centers, X), [[-1.5], [0.5]])
    share = reference.gmm_responsibilities([[1.5]], [0.5, 0.5], [[0], [2]], [[[1]], [[1]]])
    assert share[0, 0] == pytest.approx(0.269, abs=5e-4)
    narrow = reference.gmm_responsibilities([[1.5]], [0.5, 0.5], [[0], [2]], [[[0.01]], [[0.01]]])
    assert math.floor(-math.log10(narrow[0, 0])) == 43


def test_the_center_in_the_middle_loses_all_it_has():
    assert np.mean([-10.4, -0.3, -0.3]) == pytest.approx(-11 / 3)
    assert np.mean([10.3, 10.3, 20.4]) == pytest.approx(41 / 3)
    assert 11 / 3 < 5 and 41 / 3 - 10 < 5


def test_the_index_that_the_text_computes_by_hand():
    assert checks.adjusted_rand_index([0, 0, 1, 1], [0, 0, 0, 1]) == pytest.approx(0)


def test_what_kmeans_reaches_with_the_right_number_and_with_three():
    told, three = [], []
    for seed in range(20):
        draw = rng(seed)
        for k in range(1, 7):
            X, truth = checks.draw_groups(draw, k)
            X = reference.standardize(X)
            told.append(checks.adjusted_rand_index(reference.kmeans(X, k, draw)[1], truth))
            three.append(checks.adjusted_rand_index(reference.kmeans(X, 3, draw)[1], truth))
    assert np.mean(told) == pytest.approx(0.88, abs=0.005)
    assert np.mean(three) == pytest.approx(0.56, abs=0.005)


def test_em_ends_where_its_start_leads_to():
    draw = rng(4)
    groups = [
        draw.normal(size=(90, 2)) * [3.0, 0.5] + [0, 1.6],
        draw.normal(size=(90, 2)) * [3.0, 0.5] + [0, -1.6],
        draw.normal(size=(40, 2)) * 0.5 + [6.5, 4.0],
    ]
    X = np.concatenate(groups)
    for means, end in (
        ([[-2.0, 1], [2, -1], [6, 3]], -3.94),
        ([[-3.0, 0], [3, 0], [6, 3]], -4.43),
    ):
        model = np.full(3, 1 / 3), np.array(means), [2 * np.eye(2)] * 3
        for _ in range(60):
            model = reference.gmm_em_step(X, *model)
        assert reference.gmm_log_likelihood(X, *model) == pytest.approx(end, abs=0.005)


def test_the_answer_to_the_second_question():
    X = np.array([[0.0], [1], [2], [9]])
    centers = np.array([[0.0], [1.0]])
    for expected in ([[0.0], [4.0]], [[1.0], [9.0]], [[1.0], [9.0]]):
        labels = reference.assign(X, centers)
        centers = np.array([X[labels == j].mean(axis=0) for j in range(2)])
        np.testing.assert_allclose(centers, expected)
    assert reference.kmeans_objective(centers, X) == 0.5
