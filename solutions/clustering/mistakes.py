"""Wrong answers that students really give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import (
    assign,
    covariance,
    gmm_em_step,
    gmm_log_likelihood,
    gmm_responsibilities,
    kmeans,
    log_sum_exp,
    one_hot,
    pairwise_squared_distances,
    standardize,
)

# --- assign ---


@mistake("assign", diagnosis="value", says="this is the center that is furthest away")
def assign_to_the_furthest(X, centers):
    return np.argmax(pairwise_squared_distances(X, centers), axis=1)


@mistake(
    "assign",
    diagnosis="shape",
    also=["value"],
    says="this is the nearest sample of each center, not the nearest center of each sample",
)
def assign_samples_to_centers(X, centers):
    return np.argmin(pairwise_squared_distances(X, centers), axis=0)


@mistake("assign", diagnosis="dtype", also=["value"], says="these are distances, not labels")
def assign_the_distance(X, centers):
    return np.min(pairwise_squared_distances(X, centers), axis=1)


@mistake("assign", diagnosis="value", says="the size of the center is left out of the distance")
def assign_by_the_scalar_product(X, centers):
    return np.argmax(np.asarray(X) @ np.transpose(centers), axis=1)


@mistake("assign", diagnosis="value", says="coordinates are added before they are squared")
def assign_by_the_sum_of_differences(X, centers):
    apart = np.asarray(X, dtype=float)[:, np.newaxis] - np.asarray(centers)
    return np.argmin(np.sum(apart, axis=2) ** 2, axis=1)


@mistake("assign", diagnosis="value", says="labels begin with 1, where they are to begin with 0")
def assign_from_one(X, centers):
    return 1 + np.argmin(pairwise_squared_distances(X, centers), axis=1)


# --- kmeans_objective ---


@mistake("kmeans_objective", diagnosis="factor", says="this is the sum over the samples")
def objective_as_a_sum(centers, X):
    return np.sum(np.min(pairwise_squared_distances(X, centers), axis=1))


@mistake("kmeans_objective", diagnosis="value", says="distances are not squared")
def objective_of_distances(centers, X):
    return np.mean(np.sqrt(np.min(pairwise_squared_distances(X, centers), axis=1)))


@mistake("kmeans_objective", diagnosis="value", says="all centers count, not the nearest alone")
def objective_of_all_centers(centers, X):
    return np.mean(pairwise_squared_distances(X, centers))


@mistake(
    "kmeans_objective", diagnosis="value", says="the minimum is over the samples of each center"
)
def objective_of_nearest_samples(centers, X):
    return np.mean(np.min(pairwise_squared_distances(X, centers), axis=0))


@mistake("kmeans_objective", diagnosis="factor", says="there is a half too many")
def objective_with_a_half(centers, X):
    return np.mean(np.min(pairwise_squared_distances(X, centers), axis=1)) / 2.0


# --- kmeans_gradient ---


@mistake("kmeans_gradient", diagnosis="factor", says="the 2 of the square is missing")
def gradient_without_the_two(centers, X):
    centers, X = np.asarray(centers, dtype=float), np.asarray(X, dtype=float)
    member = one_hot(assign(X, centers), len(centers))
    return (member.sum(axis=0)[:, np.newaxis] * centers - member.T @ X) / len(X)


@mistake("kmeans_gradient", diagnosis="factor", says="this is the gradient of the sum")
def gradient_of_the_sum(centers, X):
    centers, X = np.asarray(centers, dtype=float), np.asarray(X, dtype=float)
    member = one_hot(assign(X, centers), len(centers))
    return 2.0 * (member.sum(axis=0)[:, np.newaxis] * centers - member.T @ X)


@mistake("kmeans_gradient", diagnosis="sign", says="this points downhill, not uphill")
def gradient_downhill(centers, X):
    centers, X = np.asarray(centers, dtype=float), np.asarray(X, dtype=float)
    member = one_hot(assign(X, centers), len(centers))
    return 2.0 * (member.T @ X - member.sum(axis=0)[:, np.newaxis] * centers) / len(X)


@mistake(
    "kmeans_gradient",
    diagnosis="value",
    says="each center is divided by the size of its own group, not by the number of samples",
)
def gradient_by_group_sizes(centers, X):
    centers, X = np.asarray(centers, dtype=float), np.asarray(X, dtype=float)
    member = one_hot(assign(X, centers), len(centers))
    size = np.maximum(member.sum(axis=0), 1.0)[:, np.newaxis]
    return 2.0 * (size * centers * (member.sum(axis=0) > 0)[:, np.newaxis] - member.T @ X) / size


@mistake("kmeans_gradient", diagnosis="value", says="every sample pulls at every center")
def gradient_of_all_pairs(centers, X):
    centers, X = np.asarray(centers, dtype=float), np.asarray(X, dtype=float)
    return 2.0 * (centers - X.mean(axis=0))


# --- kmeans ---


@mistake(
    "kmeans",
    diagnosis="rule",
    also=["value", "not-finite", "exception"],
    keeps=2,
    says="a group may lose all its samples, and nothing is done about it",
)
def kmeans_with_empty_groups(X, k, rng, max_iter=100):
    X = np.asarray(X, dtype=float)
    points = np.unique(X, axis=0)
    if len(points) < k:
        raise ValueError("k must not be larger than the number of distinct samples")
    centers = rng.choice(points, k, replace=False)
    for _ in range(max_iter):
        labels = assign(X, centers)
        sizes = np.bincount(labels, minlength=k)
        centers = centers.copy()
        for j in np.flatnonzero(sizes):
            centers[j] = X[labels == j].mean(axis=0)
    return centers, labels


@mistake(
    "kmeans",
    diagnosis="rule",
    keeps=2,
    says="an empty group takes the largest sample, not the one furthest from its own mean",
)
def kmeans_that_fills_with_the_largest(X, k, rng, max_iter=100):
    X = np.asarray(X, dtype=float)
    points = np.unique(X, axis=0)
    if len(points) < k:
        raise ValueError("k is larger than the number of distinct samples")
    centers = rng.choice(points, k, replace=False)
    for _ in range(max_iter):
        labels = assign(X, centers)
        largest = list(np.argsort(np.sum(X**2, axis=1)))
        for j in np.setdiff1d(np.arange(k), labels):
            labels[largest.pop()] = j
        centers = np.stack([X[labels == j].mean(axis=0) for j in range(k)])
        if np.array_equal(assign(X, centers), labels):
            break
    return centers, labels


@mistake(
    "kmeans",
    diagnosis="rule",
    also=["no-error", "exception"],
    keeps=2,
    says="first centers may be equal, so that one of two equal ones never gets a sample",
)
def kmeans_from_equal_samples(X, k, rng, max_iter=100):
    X = np.asarray(X, dtype=float)
    if len(X) < k:
        raise ValueError("k is larger than the number of samples")
    centers = X[rng.choice(len(X), k, replace=False)]
    for _ in range(max_iter):
        labels = assign(X, centers)
        sizes = np.bincount(labels, minlength=k)
        centers = centers.copy()
        for j in np.flatnonzero(sizes):
            centers[j] = X[labels == j].mean(axis=0)
    return centers, labels


@mistake(
    "kmeans",
    diagnosis="no-error",
    also=["exception", "value"],
    keeps=2,
    says="k is not compared with the number of distinct samples",
)
def kmeans_that_refuses_nothing(X, k, rng, max_iter=100):
    def means_of(X, labels, k):
        # a group without a sample gets zeros here, and a sample before anyone looks
        member = one_hot(labels, k)
        return member.T @ X / np.maximum(member.sum(axis=0), 1.0)[:, np.newaxis]

    def filled(X, labels, k):
        for j in np.setdiff1d(np.arange(k), labels):
            # an empty group begins anew, with the sample that is furthest from its mean
            apart = X - means_of(X, labels, k)[labels]
            labels[np.argmax(np.sum(apart**2, axis=1))] = j
        return labels

    X = np.asarray(X, dtype=float)
    points = np.unique(X, axis=0)
    centers = rng.choice(points, min(k, len(points)), replace=False)
    k = len(centers)
    for _ in range(max_iter):
        labels = filled(X, assign(X, centers), k)
        centers = means_of(X, labels, k)
    return centers, labels


@mistake(
    "kmeans",
    diagnosis="value",
    also=["rule"],
    says="the centers that are returned are those before the last move",
)
def kmeans_with_old_centers(X, k, rng, max_iter=100):
    def means_of(X, labels, k):
        # a group without a sample gets zeros here, and a sample before anyone looks
        member = one_hot(labels, k)
        return member.T @ X / np.maximum(member.sum(axis=0), 1.0)[:, np.newaxis]

    def filled(X, labels, k):
        for j in np.setdiff1d(np.arange(k), labels):
            # an empty group begins anew, with the sample that is furthest from its mean
            apart = X - means_of(X, labels, k)[labels]
            labels[np.argmax(np.sum(apart**2, axis=1))] = j
        return labels

    X = np.asarray(X, dtype=float)
    points = np.unique(X, axis=0)
    if len(points) < k:
        raise ValueError("k is larger than the number of distinct samples")
    centers = rng.choice(points, k, replace=False)
    for _ in range(min(max_iter, 3)):
        before, labels = centers, filled(X, assign(X, centers), k)
        centers = means_of(X, labels, k)
    return before, labels


@mistake("kmeans", diagnosis="rule", also=["value"], keeps=1, says="there is a single round")
def kmeans_of_a_single_round(X, k, rng, max_iter=100):
    def means_of(X, labels, k):
        # a group without a sample gets zeros here, and a sample before anyone looks
        member = one_hot(labels, k)
        return member.T @ X / np.maximum(member.sum(axis=0), 1.0)[:, np.newaxis]

    def filled(X, labels, k):
        for j in np.setdiff1d(np.arange(k), labels):
            # an empty group begins anew, with the sample that is furthest from its mean
            apart = X - means_of(X, labels, k)[labels]
            labels[np.argmax(np.sum(apart**2, axis=1))] = j
        return labels

    X = np.asarray(X, dtype=float)
    points = np.unique(X, axis=0)
    if len(points) < k:
        raise ValueError("k is larger than the number of distinct samples")
    centers = rng.choice(points, k, replace=False)
    for _ in range(1):
        labels = filled(X, assign(X, centers), k)
        centers = means_of(X, labels, k)
    return centers, labels


@mistake(
    "kmeans",
    diagnosis="rule",
    keeps=2,
    says="draws come from a generator of its own, not from rng",
)
def kmeans_with_its_own_generator(X, k, rng, max_iter=100):
    def means_of(X, labels, k):
        # a group without a sample gets zeros here, and a sample before anyone looks
        member = one_hot(labels, k)
        return member.T @ X / np.maximum(member.sum(axis=0), 1.0)[:, np.newaxis]

    def filled(X, labels, k):
        for j in np.setdiff1d(np.arange(k), labels):
            # an empty group begins anew, with the sample that is furthest from its mean
            apart = X - means_of(X, labels, k)[labels]
            labels[np.argmax(np.sum(apart**2, axis=1))] = j
        return labels

    X = np.asarray(X, dtype=float)
    points = np.unique(X, axis=0)
    if len(points) < k:
        raise ValueError("k is larger than the number of distinct samples")
    centers = np.random.default_rng().choice(points, k, replace=False)
    for _ in range(max_iter):
        labels = filled(X, assign(X, centers), k)
        centers = means_of(X, labels, k)
    return centers, labels


@mistake(
    "kmeans",
    diagnosis="rule",
    keeps=2,
    says="the first k samples are always the first centers",
)
def kmeans_from_the_first_samples(X, k, rng, max_iter=100):
    def means_of(X, labels, k):
        # a group without a sample gets zeros here, and a sample before anyone looks
        member = one_hot(labels, k)
        return member.T @ X / np.maximum(member.sum(axis=0), 1.0)[:, np.newaxis]

    def filled(X, labels, k):
        for j in np.setdiff1d(np.arange(k), labels):
            # an empty group begins anew, with the sample that is furthest from its mean
            apart = X - means_of(X, labels, k)[labels]
            labels[np.argmax(np.sum(apart**2, axis=1))] = j
        return labels

    X = np.asarray(X, dtype=float)
    points = np.unique(X, axis=0)
    if len(points) < k:
        raise ValueError("k is larger than the number of distinct samples")
    centers = X[np.sort(np.unique(X, axis=0, return_index=True)[1])[:k]]
    for _ in range(max_iter):
        labels = filled(X, assign(X, centers), k)
        centers = means_of(X, labels, k)
    return centers, labels


@mistake(
    "kmeans",
    diagnosis="rule",
    keeps=2,
    says="there is one round more than max_iter allows",
)
def kmeans_with_a_round_more(X, k, rng, max_iter=100):
    def means_of(X, labels, k):
        # a group without a sample gets zeros here, and a sample before anyone looks
        member = one_hot(labels, k)
        return member.T @ X / np.maximum(member.sum(axis=0), 1.0)[:, np.newaxis]

    def filled(X, labels, k):
        for j in np.setdiff1d(np.arange(k), labels):
            # an empty group begins anew, with the sample that is furthest from its mean
            apart = X - means_of(X, labels, k)[labels]
            labels[np.argmax(np.sum(apart**2, axis=1))] = j
        return labels

    X = np.asarray(X, dtype=float)
    points = np.unique(X, axis=0)
    if len(points) < k:
        raise ValueError("k is larger than the number of distinct samples")
    centers = rng.choice(points, k, replace=False)
    for _ in range(max_iter + 1):
        labels = filled(X, assign(X, centers), k)
        centers = means_of(X, labels, k)
    return centers, labels


@mistake("kmeans", diagnosis="value", also=["rule"], says="a center is the median of its group")
def kmeans_by_medians(X, k, rng, max_iter=100):
    def means_of(X, labels, k):
        # a group without a sample gets zeros here, and a sample before anyone looks
        member = one_hot(labels, k)
        return member.T @ X / np.maximum(member.sum(axis=0), 1.0)[:, np.newaxis]

    def filled(X, labels, k):
        for j in np.setdiff1d(np.arange(k), labels):
            # an empty group begins anew, with the sample that is furthest from its mean
            apart = X - means_of(X, labels, k)[labels]
            labels[np.argmax(np.sum(apart**2, axis=1))] = j
        return labels

    X = np.asarray(X, dtype=float)
    points = np.unique(X, axis=0)
    if len(points) < k:
        raise ValueError("k is larger than the number of distinct samples")
    centers = rng.choice(points, k, replace=False)
    for _ in range(max_iter):
        labels = filled(X, assign(X, centers), k)
        centers = means_of(X, labels, k)
    return np.array([np.median(X[labels == j], axis=0) for j in range(k)]), labels


# --- gmm_responsibilities ---


@mistake("gmm_responsibilities", diagnosis="value", keeps=0.5, says="the weights are left out")
def shares_without_weights(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    joint = log_joint(X, weights, means, covs) - np.log(weights)
    return np.exp(joint - log_sum_exp(joint)[:, np.newaxis])


@mistake(
    "gmm_responsibilities",
    diagnosis="value",
    also=["not-finite", "unstable"],
    says="these are joint densities: they are not divided by their sum",
)
def shares_that_are_not_divided(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    return np.exp(log_joint(X, weights, means, covs))


@mistake(
    "gmm_responsibilities",
    diagnosis="value",
    also=["not-finite", "unstable"],
    says="shares add up to 1 over the samples of a component, not over the components of a sample",
)
def shares_of_each_component(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    joint = log_joint(X, weights, means, covs)
    return np.exp(joint - log_sum_exp(joint, axis=0))


@mistake(
    "gmm_responsibilities",
    diagnosis="not-finite",
    also=["unstable", "value"],
    keeps=1,
    says="far away all densities are rounded to 0, and 0 is divided by 0",
)
def shares_of_plain_densities(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    joint = np.exp(log_joint(X, weights, means, covs))
    return joint / np.sum(joint, axis=1, keepdims=True)


@mistake(
    "gmm_responsibilities",
    diagnosis="value",
    keeps=0.5,
    says="the determinants of the covariances are missing",
)
def shares_without_determinants(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    det = np.linalg.slogdet(np.asarray(covs, dtype=float))[1]
    joint = log_joint(X, weights, means, covs) + det / 2
    return np.exp(joint - log_sum_exp(joint)[:, np.newaxis])


@mistake(
    "gmm_responsibilities",
    diagnosis="value",
    says="only the diagonals of the covariances are used",
)
def shares_of_diagonals(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    covs = np.asarray(covs, dtype=float)
    joint = log_joint(X, weights, means, covs * np.eye(covs.shape[1]))
    return np.exp(joint - log_sum_exp(joint)[:, np.newaxis])


# --- gmm_log_likelihood ---


@mistake("gmm_log_likelihood", diagnosis="factor", says="this is the sum over the samples")
def likelihood_as_a_sum(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    return np.sum(log_sum_exp(log_joint(X, weights, means, covs)))


@mistake(
    "gmm_log_likelihood",
    diagnosis="value",
    says="logarithms are added over the components, where densities are to be",
)
def likelihood_of_a_product(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    return np.mean(np.sum(log_joint(X, weights, means, covs), axis=1))


@mistake("gmm_log_likelihood", diagnosis="value", says="the weights are left out")
def likelihood_without_weights(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    return np.mean(log_sum_exp(log_joint(X, weights, means, covs) - np.log(weights)))


@mistake(
    "gmm_log_likelihood",
    diagnosis="not-finite",
    also=["unstable", "value"],
    keeps=0.25,
    says="far away all densities are rounded to 0, whose logarithm is infinite",
)
def likelihood_of_plain_densities(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    joint = np.exp(log_joint(X, weights, means, covs))
    return np.mean(np.log(np.sum(joint, axis=1)))


@mistake(
    "gmm_log_likelihood", diagnosis="value", keeps=0.25, says="only the likeliest component counts"
)
def likelihood_of_the_best_component(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    return np.mean(np.max(log_joint(X, weights, means, covs), axis=1))


@mistake("gmm_log_likelihood", diagnosis="value", says="the constant with 2 pi is missing")
def likelihood_without_two_pi(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    joint = log_joint(X, weights, means, covs)
    return np.mean(log_sum_exp(joint)) + np.shape(X)[1] * np.log(2 * np.pi) / 2


# --- gmm_em_step ---


@mistake(
    "gmm_em_step",
    diagnosis="value",
    says="the covariances are taken around the old means, not around the new ones",
)
def step_around_the_old_means(X, weights, means, covs):
    X, old = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
    share = gmm_responsibilities(X, weights, means, covs)
    total = share.sum(axis=0)
    new = share.T @ X / total[:, np.newaxis]
    apart = X - old[:, np.newaxis]
    scatter = np.einsum("nk,kni,knj->kij", share, apart, apart)
    return total / len(X), new, scatter / total[:, np.newaxis, np.newaxis]


@mistake(
    "gmm_em_step",
    diagnosis="value",
    says="sums are divided by the number of all samples, not by that of a component",
)
def step_divided_by_n(X, weights, means, covs):
    X = np.asarray(X, dtype=float)
    share = gmm_responsibilities(X, weights, means, covs)
    total = share.sum(axis=0)
    means = share.T @ X / total[:, np.newaxis]
    apart = X - means[:, np.newaxis]
    scatter = np.einsum("nk,kni,knj->kij", share, apart, apart)
    return total / len(X), means, scatter / len(X)


@mistake(
    "gmm_em_step",
    diagnosis="value",
    also=["factor"],
    says="the weights are sums, not shares of all samples",
)
def step_with_counts_for_weights(X, weights, means, covs):
    X = np.asarray(X, dtype=float)
    share = gmm_responsibilities(X, weights, means, covs)
    total = share.sum(axis=0)
    means = share.T @ X / total[:, np.newaxis]
    apart = X - means[:, np.newaxis]
    scatter = np.einsum("nk,kni,knj->kij", share, apart, apart)
    covs = scatter / total[:, np.newaxis, np.newaxis]
    return total, means, covs


@mistake("gmm_em_step", diagnosis="value", says="the weights stay as they were")
def step_that_keeps_the_weights(X, weights, means, covs):
    X = np.asarray(X, dtype=float)
    share = gmm_responsibilities(X, weights, means, covs)
    total = share.sum(axis=0)
    means = share.T @ X / total[:, np.newaxis]
    apart = X - means[:, np.newaxis]
    scatter = np.einsum("nk,kni,knj->kij", share, apart, apart)
    covs = scatter / total[:, np.newaxis, np.newaxis]
    return np.asarray(weights, dtype=float), means, covs


@mistake(
    "gmm_em_step",
    diagnosis="value",
    says="something is added to the covariances, and the likelihood may fall",
)
def step_with_a_ridge(X, weights, means, covs):
    X = np.asarray(X, dtype=float)
    share = gmm_responsibilities(X, weights, means, covs)
    total = share.sum(axis=0)
    means = share.T @ X / total[:, np.newaxis]
    apart = X - means[:, np.newaxis]
    scatter = np.einsum("nk,kni,knj->kij", share, apart, apart)
    covs = scatter / total[:, np.newaxis, np.newaxis]
    return total / len(X), means, covs + 1e-3 * np.eye(X.shape[1])


@mistake(
    "gmm_em_step",
    diagnosis="value",
    says="each sample counts for its likeliest component alone, as in k-means",
)
def step_with_hard_groups(X, weights, means, covs):
    X = np.asarray(X, dtype=float)
    share = gmm_responsibilities(X, weights, means, covs)
    share = one_hot(np.argmax(share, axis=1), len(share.T))
    total = np.maximum(share.sum(axis=0), 1e-9)
    means = share.T @ X / total[:, np.newaxis]
    apart = X - means[:, np.newaxis]
    scatter = np.einsum("nk,kni,knj->kij", share, apart, apart)
    covs = scatter / total[:, np.newaxis, np.newaxis]
    return total / len(X), means, covs


@mistake("gmm_em_step", diagnosis="value", says="the covariances between features are dropped")
def step_with_diagonals(X, weights, means, covs):
    X = np.asarray(X, dtype=float)
    share = gmm_responsibilities(X, weights, means, covs)
    total = share.sum(axis=0)
    means = share.T @ X / total[:, np.newaxis]
    apart = X - means[:, np.newaxis]
    scatter = np.einsum("nk,kni,knj->kij", share, apart, apart)
    covs = scatter / total[:, np.newaxis, np.newaxis]
    return total / len(X), means, covs * np.eye(X.shape[1])


# --- pca ---


@mistake(
    "pca",
    diagnosis="value",
    says="rows of the matrix of eigenvectors are taken: its columns are the vectors",
)
def pca_of_rows(X, k):
    X = np.asarray(X, dtype=float)
    values, vectors = np.linalg.eigh(covariance(X))
    components = vectors[::-1][:k]
    return components, values[::-1][:k], (X - X.mean(axis=0)) @ components.T


@mistake("pca", diagnosis="value", says="these are the directions of least variance")
def pca_of_least_variance(X, k):
    X = np.asarray(X, dtype=float)
    values, vectors = np.linalg.eigh(covariance(X))
    components = vectors.T[:k]
    return components, values[:k], (X - X.mean(axis=0)) @ components.T


@mistake(
    "pca", diagnosis="value", also=["factor"], says="the variances are divided by n - 1, not by n"
)
def pca_with_n_minus_one(X, k):
    X = np.asarray(X, dtype=float)
    apart = X - X.mean(axis=0)
    _, sizes, components = np.linalg.svd(apart)
    return components[:k], sizes[:k] ** 2 / max(len(X) - 1, 1), apart @ components[:k].T


@mistake("pca", diagnosis="value", says="the scores are of samples that are not centered")
def pca_with_scores_off_center(X, k):
    X = np.asarray(X, dtype=float)
    values, vectors = np.linalg.eigh(covariance(X))
    components = vectors.T[::-1][:k]
    return components, values[::-1][:k], X @ components.T


@mistake("pca", diagnosis="value", says="the samples are not centered")
def pca_off_center(X, k):
    X = np.asarray(X, dtype=float)
    values, vectors = np.linalg.eigh(X.T @ X / len(X))
    components = vectors.T[::-1][:k]
    return components, values[::-1][:k], X @ components.T


@mistake(
    "pca", diagnosis="value", also=["power"], says="these are standard deviations, not variances"
)
def pca_with_deviations(X, k):
    X = np.asarray(X, dtype=float)
    values, vectors = np.linalg.eigh(covariance(X))
    components = vectors.T[::-1][:k]
    return components, np.sqrt(np.abs(values[::-1][:k])), (X - X.mean(axis=0)) @ components.T


# --- find_groups ---


@mistake("find_groups", diagnosis="rule", keeps=0.5, says="there are always three groups")
def groups_that_are_always_three(X, rng):
    return kmeans(standardize(X), 3, rng)[1]


@mistake("find_groups", diagnosis="rule", keeps=0.5, says="all samples are one group")
def groups_that_are_one(X, rng):
    return np.zeros(len(X), dtype=int)


@mistake(
    "find_groups",
    diagnosis="rule",
    keeps=0.5,
    says="the number of groups is chosen by the samples that were fitted, so it is the largest",
)
def groups_by_the_objective(X, rng):
    X = standardize(X)
    fits = [kmeans(X, k, rng) for k in range(1, 8)]
    squares = [np.mean((X - centers[labels]) ** 2) for centers, labels in fits]
    return fits[int(np.argmin(squares))][1]


@mistake(
    "find_groups",
    diagnosis="rule",
    keeps=0.5,
    says="a mixture is fitted and asked with the same samples",
)
def groups_by_the_training_likelihood(X, rng):
    X = standardize(X)
    best = None
    for k in range(1, 8):
        centers, labels = kmeans(X, k, rng)
        model = np.full(k, 1.0 / k), centers, [covariance(X - centers[labels])] * k
        for _ in range(12):
            weights, means, covs = gmm_em_step(X, *model)
            model = weights, means, covs + 1e-3 * np.eye(X.shape[1])
        value = gmm_log_likelihood(X, *model)
        if best is None or value > best[0]:
            best = value, np.argmax(gmm_responsibilities(X, *model), axis=1)
    return best[1]


@mistake(
    "find_groups",
    diagnosis="rule",
    says="labels are drawn from a generator of its own, not from rng",
)
def groups_by_chance(X, rng):
    return np.random.default_rng().integers(3, size=len(X))
