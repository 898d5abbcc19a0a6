"""What is graded in the chapter on clustering."""

import itertools

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_gradient,
    expect_parts,
    expect_raises,
    expect_reproducible,
    expect_robust,
    expect_same,
    expect_shape,
    expect_stable,
)
from autograder.checks.inputs import layers, nonzero, shapes, whole

from . import reference

# --- assign, kmeans_objective, kmeans_gradient ---


def centers_and_samples(rng, n, d, k):
    return nonzero(rng, (k, d)), 2.0 * rng.normal(size=(n, d))


@check("assign", points=0.5)
def names_the_nearest_center_of_each_sample(student, rng):
    same = student.assign, reference.assign
    for n, d, k in layers(rng):
        centers, X = centers_and_samples(rng, n, d, k)
        expect_agrees(*same, X, centers)
        expect_agrees(*same, 5e3 * X, 5e3 * centers)
    # whole numbers, as near to two centers: the first one counts; some are so by accident below
    centers = whole(rng, (5, 3))
    centers[3] = centers[1]
    expect_agrees(*same, np.vstack([whole(rng, (7, 3)), centers]), centers)
    expect_robust(*same, whole(rng, (30, 3)), whole(rng, (5, 3)))


@check("kmeans_objective", points=0.5)
def is_the_mean_squared_distance_to_the_nearest_center(student, rng):
    same = student.kmeans_objective, reference.kmeans_objective
    for n, d, k in layers(rng):
        centers, X = centers_and_samples(rng, n, d, k)
        expect_agrees(*same, centers, X)
        expect_agrees(*same, 5e3 * centers, 5e3 * X)
    expect_robust(*same, whole(rng, (5, 3)), whole(rng, (30, 3)))


@check("kmeans_gradient", points=1.5)
def is_the_derivative_of_the_objective(student, rng):
    same = student.kmeans_gradient, reference.kmeans_gradient
    for n, d, k in layers(rng):
        at = centers_and_samples(rng, n, d, k)
        expect_gradient(student.kmeans_gradient, of=reference.kmeans_objective, at=at)
    # a center without samples, and samples as near to two centers
    centers, X = centers_and_samples(rng, 9, 3, 5)
    centers[3] = 100.0
    expect_gradient(student.kmeans_gradient, of=reference.kmeans_objective, at=(centers, X))
    expect_robust(*same, whole(rng, (5, 3)), whole(rng, (30, 3)))
    expect_agrees(*same, 5e3 * centers, 5e3 * X)


# --- kmeans ---


def grouped(student, X, k, rng, **options):
    """Centers and labels of the student's k-means, of the promised form."""
    n, d = np.shape(X)
    got = student.kmeans(X, k, rng.spawn(1)[0], **options)
    expect_parts(got, 2, "kmeans")
    centers, labels = got
    expect_shape(centers, (k, d), "kmeans")
    integers = np.asarray(labels).dtype.kind in "iu"
    expect(integers and np.shape(labels) == (n,), "kmeans", f"labels are {n} integers")
    labels = np.asarray(labels)
    full = np.array_equal(np.unique(labels), np.arange(k))
    expect(full, "kmeans", f"each of the {k} groups has a sample, and labels are 0 to k - 1")
    means = np.array([np.mean(np.asarray(X)[labels == j], axis=0) for j in range(k)])
    expect_close(centers, means, "kmeans", what="centers, which are the means of their groups")
    return np.asarray(centers), labels


@check("kmeans", points=1)
def ends_where_centers_are_means_and_samples_at_their_nearest_center(student, rng):
    # the point: d = 2
    spread = 3.0 * rng.normal(size=(5, 2))
    blobs = spread[rng.integers(5, size=60)] + rng.normal(size=(60, 2))
    for X, k in (
        (blobs, 5),
        (blobs, 3),
        (1e3 * blobs, 3),
        (rng.normal(size=(30, 3)), 7),
        (rng.normal(size=(9, 5)), 9),
        (rng.normal(size=(7, 3)), 1),
        (rng.normal(size=(11, 1)), 3),
        (rng.normal(size=(1, 3)), 1),
        (np.rint(3.0 * blobs[:20]).astype(int).tolist(), 3),
    ):
        centers, labels = grouped(student, X, k, rng)
        squares = np.sum((np.asarray(X)[:, np.newaxis] - centers) ** 2, axis=2)
        own, least = squares[np.arange(len(labels)), labels], squares.min(axis=1)
        near = np.all(own <= least * (1 + 1e-9))
        expect(bool(near), "kmeans", "each sample has the label of its nearest center")
    expect_reproducible(student.kmeans, rng.normal(size=(60, 3)), 7, rng=rng.spawn(1)[0])


def partition(labels):
    """Which samples are together, whatever their labels are called."""
    names = {}
    return tuple(names.setdefault(int(label), len(names)) for label in labels)


def next_partition(X, centers):
    """Which samples are together after one more round of k-means, as the exercise tells it."""
    labels = [int(np.argmin([np.sum((x - c) ** 2) for c in centers])) for x in X]
    for j in range(len(centers)):
        if j not in labels:
            means = {i: X[np.equal(labels, i)].mean(axis=0) for i in set(labels)}
            apart = [np.sum((x - means[i]) ** 2) for x, i in zip(X, labels)]
            labels[int(np.argmax(apart))] = j
    return partition(labels)


def trap(rng):
    """Samples where a center in the middle loses all it has in round 2, from a start in ten."""
    line = np.array([-10.4, -0.3, 0.0, 10.0, 10.3, 20.4])
    across = rng.uniform(-1.5, 1.5, size=6) * [1, 0.1, 0.1, 0.1, 0.1, 1]
    points = np.stack([line + 0.01 * rng.normal(size=6), across], axis=1)
    # in any direction, and far from the origin: what is furthest is not what is largest
    angle = rng.uniform(0.0, 2.0 * np.pi)
    along = np.array([np.cos(angle), np.sin(angle)])
    points = points @ [along, [-along[1], along[0]]] + rng.choice([-50.0, 50.0], 2)
    return rng.permutation(points[[0, 1, 1, 2, 3, 4, 4, 5]])


@check("kmeans", points=1)
def begins_with_samples_that_it_draws(student, rng):
    # the point: k = 2
    # the point: max_iter = 1
    X = rng.normal(size=(50, 5))
    starts = np.array(list(itertools.combinations(X, 2)))
    squares = np.sum((X[:, np.newaxis] - starts[:, np.newaxis]) ** 2, axis=3)
    ends = {partition(labels) for labels in np.argmin(squares, axis=2)}
    for _ in range(5):
        _, labels = grouped(student, X, 2, rng, max_iter=1)
        rule = "after one round, groups are those of the samples nearest to some k of them"
        expect(partition(labels) in ends, "kmeans", rule)
    # three clear groups, which some starts find and others do not
    clear = np.repeat([[0.0, 0.0], [7.0, 1.0], [9.0, -4.0]], 3, axis=0)
    clear += 0.3 * rng.normal(size=(9, 2))
    order = rng.permutation(9)
    best = partition(np.repeat([0, 1, 2], 3)[order])
    found = {partition(grouped(student, clear[order], 3, rng)[1]) for _ in range(40)}
    rule = "of 40 starts, one at least finds three groups that lie far apart"
    expect(best in found, "kmeans", rule)


def begins_alike(student, X, rng):
    """Whether the same ``rng`` gives the same first groups, five times out of five."""

    def first(seed):
        return grouped(student, X, 3, np.random.default_rng(seed), max_iter=1)[0]

    return all(np.array_equal(first(seed), first(seed)) for seed in rng.integers(2**32, size=5))


@check("kmeans", points=1)
def leaves_no_group_empty_and_refuses_too_many(student, rng):
    # one who draws from elsewhere has lost points for that already
    draws_from_rng = begins_alike(student, trap(rng), rng)
    for _ in range(10):
        X = trap(rng)
        for _ in range(20):
            seed = rng.integers(2**32)
            centers, _ = grouped(student, X, 3, np.random.default_rng(seed), max_iter=1)
            _, labels = grouped(student, X, 3, np.random.default_rng(seed), max_iter=2)
            rule = "a group that has lost all its samples takes the one furthest from its mean"
            fits = partition(labels) == next_partition(X, centers)
            expect(fits or not draws_from_rng, "kmeans", rule)
        grouped(student, X, 3, rng)
    points = whole(rng, (50, 2))
    distinct = np.unique(points, axis=0)
    for k in (len(distinct), len(distinct) - 1, 3):
        grouped(student, points, k, rng)
    for X in (points, np.ones((7, 3)), [[1, 2], [1, 2], [3, 1]]):
        many = len(np.unique(X, axis=0)) + 1
        expect_raises(ValueError, student.kmeans, X, many, rng.spawn(1)[0], mentions="k")


# --- Gaussian mixtures ---


def mixture(rng, k, d):
    """Weights, means and covariances of k components."""
    spread = 0.7 * rng.normal(size=(k, d, d))
    covs = spread @ np.swapaxes(spread, 1, 2) + 0.5 * np.eye(d)
    return rng.dirichlet(np.full(k, 3.0)), nonzero(rng, (k, d)), covs


WHOLE_MIXTURE = [0.25, 0.75], [[0, 1], [2, -1]], [[[2, 1], [1, 3]], [[1, 0], [0, 2]]]


def is_right_for_any_mixture(name):
    def asked(student, rng):
        same = getattr(student, name), getattr(reference, name)
        for n, d, k in layers(rng):
            expect_agrees(*same, 1.5 * rng.normal(size=(n, d)), *mixture(rng, k, d))
        expect_agrees(*same, whole(rng, (7, 2)).astype(int).tolist(), *WHOLE_MIXTURE)

    return asked


def stands_samples_far_away(name):
    def asked(student, rng):
        same = getattr(student, name), getattr(reference, name)
        for size in (60.0, 1e4):
            X = size * rng.normal(size=(7, 3))
            expect_stable(*same, np.clip(X, -1e4, 1e4), *mixture(rng, 5, 3))

    return asked


check("gmm_responsibilities", points=1, name="shares_samples_by_weights_and_densities")(
    is_right_for_any_mixture("gmm_responsibilities")
)
check("gmm_responsibilities", points=0.5, name="shares_samples_that_are_far_away")(
    stands_samples_far_away("gmm_responsibilities")
)
check("gmm_log_likelihood", points=0.25, name="is_the_mean_logarithm_of_the_density")(
    is_right_for_any_mixture("gmm_log_likelihood")
)
check("gmm_log_likelihood", points=0.25, name="stands_samples_that_are_far_away")(
    stands_samples_far_away("gmm_log_likelihood")
)


def never_lowers_the_likelihood(student, rng):
    for n, d, k in ((60, 2, 3), (90, 3, 3), (30, 1, 2)):
        centers = 3.0 * rng.normal(size=(k, d))
        X = centers[rng.integers(k, size=n)] + rng.normal(size=(n, d))
        model = mixture(rng, k, d)
        for _ in range(3):
            before = reference.gmm_log_likelihood(X, *model)
            got = student.gmm_em_step(X, *model)
            expect_parts(got, 3, "gmm_em_step")
            for part, old in zip(got, model):
                expect_shape(part, old.shape, "gmm_em_step")
            expect_same(np.sum(got[0]), 1.0, "new weights add up to 1", "gmm_em_step")
            model = tuple(np.asarray(part) for part in got)
            finite = all(np.isfinite(part).all() for part in model)
            expect(finite, "gmm_em_step", "all parameters are finite numbers")
            if model[0].min() <= 0 or np.linalg.eigvalsh(model[2]).min() < 1e-6:
                break  # a component has shrunk to a point, and the likelihood has no limit
            after = reference.gmm_log_likelihood(X, *model)
            expect(bool(after >= before - 1e-9), "gmm_em_step", "the log-likelihood does not fall")


@check("gmm_em_step", points=2)
def makes_the_best_step_for_the_shares_which_never_lowers_the_likelihood(student, rng):
    is_right_for_any_mixture("gmm_em_step")(student, rng)
    never_lowers_the_likelihood(student, rng)


# --- pca ---


@check("pca", points=1)
def finds_orthogonal_directions_of_most_variance(student, rng):
    cases = [(rng.normal(size=(11, 7)), 3)]
    cases += [(rng.normal(size=(n, d)), min(n, d + 1) - 1) for n, d in shapes(rng) if n > 1]
    cases += [(rng.normal(size=(30, 5)), k) for k in (5, 3, 1)]
    cases += [(1e3 * rng.normal(size=(20, 3)) + 1e4, 2), (whole(rng, (30, 3)).tolist(), 2)]
    for X, k in cases:
        d = np.shape(X)[1]
        directions, variances, scores = reference.pca(X, k)
        got = student.pca(X, k)
        expect_parts(got, 3, "pca")
        expect_shape(got[0], (k, d), "pca")
        close = {"name": "pca", "rtol": 1e-7, "atol": 1e-9 * variances[0]}
        components = np.asarray(got[0])
        expect_close(got[1], variances, what="variances", **close)
        # a component may point either way, and its scores with it
        either = np.where(np.sum(components * directions, axis=1) < 0, -1.0, 1.0)
        facing = either[:, np.newaxis] * directions
        expect_close(components, facing, "pca", what="components", rtol=1e-7, atol=1e-7)
        expect_close(got[2], either * scores, what="scores", **close)


# --- find_groups ---

#: mean adjusted Rand index that is asked for
ENOUGH = 0.85


def pairs(counts):
    """How many pairs there are within groups of so many."""
    return np.sum(counts * (counts - 1.0)) / 2.0


def adjusted_rand_index(labels, truth):
    """How well two groupings agree: 1 if they are the same, 0 on average by chance."""
    rows = np.unique(labels, return_inverse=True)[1]
    columns = np.unique(truth, return_inverse=True)[1]
    table = np.zeros((rows.max() + 1, columns.max() + 1))
    np.add.at(table, (rows, columns), 1.0)
    together, first, second = pairs(table), pairs(table.sum(axis=1)), pairs(table.sum(axis=0))
    chance = first * second / pairs(np.array([len(rows)]))
    most = (first + second) / 2.0
    return 1.0 if most == chance else float((together - chance) / (most - chance))


def draw_groups(rng, k, n=240):
    """Samples of k normal groups in the plane that hardly overlap, and the group of each."""
    while True:
        weights = rng.dirichlet(np.full(k, 9.0))
        means = rng.uniform(-10.0, 10.0, size=(k, 2))
        turned = np.linalg.qr(rng.normal(size=(k, 2, 2)))[0]
        roots = turned * np.exp(rng.uniform(np.log(0.5), np.log(2.5), size=(k, 1, 2)))
        gaps = means[:, np.newaxis] - means + 1e3 * np.eye(k)[:, :, np.newaxis]
        distance = np.sqrt(np.sum(gaps**2, axis=2))
        # deviation of each group along the line to each other one
        along = np.sqrt(np.sum(np.einsum("ijd,ide->ije", gaps, roots) ** 2, axis=2)) / distance
        if weights.min() * n >= 20 and np.all(distance > 2.2 * (along + along.T)):
            break
    truth = rng.choice(k, size=n, p=weights)
    return means[truth] + np.einsum("nij,nj->ni", roots[truth], rng.normal(size=(n, 2))), truth


def expect_labels(labels, n):
    labels = np.asarray(labels)
    right = labels.dtype.kind in "iu" and labels.shape == (n,)
    expect(right, "find_groups", f"labels are {n} integers")
    return labels


@check("find_groups", points=0.5, patience=2)
def gives_each_sample_a_label_with_rng_alone(student, rng):
    # the point: d = 2
    X, _ = draw_groups(rng, 2, n=90)
    first, again = (
        expect_labels(student.find_groups(X.tolist(), np.random.default_rng(7)), 90)
        for _ in range(2)
    )
    expect_same(again, first, "the same generator gives the same labels", "find_groups")


@check("find_groups", points=3, patience=4)
def finds_the_groups_of_mixtures_it_has_not_seen(student, rng):
    # the point: d = 2
    scores = []
    for k in rng.permutation(6) + 1:
        X, truth = draw_groups(rng, k)
        labels = expect_labels(student.find_groups(X, rng.spawn(1)[0]), len(X))
        scores.append(adjusted_rand_index(labels, truth))
    if not np.mean(scores) >= ENOUGH:
        facts = (
            Fact("rule", f"a mean adjusted Rand index of {ENOUGH} or more over six mixtures"),
            Fact("got", f"{np.mean(scores):.3f}"),
        )
        raise CheckFailed("find_groups", "rule", facts)
