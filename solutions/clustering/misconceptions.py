"""Wrong answers and other forms of formulas, for messages alone."""

import numpy as np

from autograder.checks import formula, misconception

from .reference import (
    assign,
    covariance,
    gmm_em_step,
    gmm_responsibilities,
    kmeans,
    log_sum_exp,
    one_hot,
    pairwise_squared_distances,
    standardize,
)

# --- assign ---


@formula("assign")
def assign_without_the_sample(X, centers):
    X, centers = np.asarray(X, dtype=float), np.asarray(centers, dtype=float)
    return np.argmin(np.sum(centers**2, axis=1) - 2 * X @ centers.T, axis=1)


@misconception("assign", says="this says for each center whether it is the nearest, not which is")
def assign_as_one_hot(X, centers):
    return one_hot(np.argmin(pairwise_squared_distances(X, centers), axis=1), len(centers))


@misconception("assign", says="of centers that are equally near the last one counts, not the first")
def assign_to_the_last_of_ties(X, centers):
    distances = pairwise_squared_distances(X, centers)
    return distances.shape[1] - 1 - np.argmin(distances[:, ::-1], axis=1)


@misconception("assign", says="the sum of differences is minimized, with its sign")
def assign_by_signed_differences(X, centers):
    apart = np.asarray(X, dtype=float)[:, np.newaxis] - np.asarray(centers)
    return np.argmin(np.sum(apart, axis=2), axis=1)


@misconception("assign", says="this is the center itself, not its number")
def assign_to_centers_themselves(X, centers):
    nearest = np.argmin(pairwise_squared_distances(X, centers), axis=1)
    return np.asarray(centers, dtype=float)[nearest]


@misconception(
    "assign", says="the size of a difference counts, coordinate by coordinate, unsquared"
)
def assign_by_absolute_differences(X, centers):
    apart = np.asarray(X, dtype=float)[:, np.newaxis] - np.asarray(centers)
    return np.argmin(np.sum(np.abs(apart), axis=2), axis=1)


# --- kmeans_objective ---


@formula("kmeans_objective")
def objective_by_labels(centers, X):
    X, centers = np.asarray(X, dtype=float), np.asarray(centers, dtype=float)
    return np.sum((X - centers[assign(X, centers)]) ** 2) / len(X)


@misconception("kmeans_objective", says="it is divided by the number of coordinates as well")
def objective_per_coordinate(centers, X):
    X, centers = np.asarray(X, dtype=float), np.asarray(centers, dtype=float)
    return np.mean((X - centers[assign(X, centers)]) ** 2)


@misconception("kmeans_objective", says="the largest distance counts, not the smallest")
def objective_of_the_furthest(centers, X):
    return np.mean(np.max(pairwise_squared_distances(X, centers), axis=1))


@misconception("kmeans_objective", says="the mean is over the centers, of sums over their samples")
def objective_per_center(centers, X):
    return np.sum(np.min(pairwise_squared_distances(X, centers), axis=1)) / len(centers)


@misconception("kmeans_objective", says="this is the squared mean distance, not the mean square")
def objective_squared_late(centers, X):
    return np.mean(np.sqrt(np.min(pairwise_squared_distances(X, centers), axis=1))) ** 2


@misconception("kmeans_objective", says="the root is taken of the mean")
def objective_as_a_root(centers, X):
    return np.sqrt(np.mean(np.min(pairwise_squared_distances(X, centers), axis=1)))


# --- kmeans_gradient ---


@formula("kmeans_gradient")
def gradient_by_groups(centers, X):
    X, centers = np.asarray(X, dtype=float), np.asarray(centers, dtype=float)
    labels = assign(X, centers)
    return np.array(
        [2 * np.sum(centers[j] - X[labels == j], axis=0) / len(X) for j in range(len(centers))]
    )


@misconception("kmeans_gradient", says="it is divided by the number of centers, not of samples")
def gradient_over_centers(centers, X):
    X, centers = np.asarray(X, dtype=float), np.asarray(centers, dtype=float)
    member = one_hot(assign(X, centers), len(centers))
    return 2 * (member.sum(axis=0)[:, np.newaxis] * centers - member.T @ X) / len(centers)


@misconception("kmeans_gradient", says="a center is not counted once for each of its samples")
def gradient_of_single_centers(centers, X):
    X, centers = np.asarray(X, dtype=float), np.asarray(centers, dtype=float)
    member = one_hot(assign(X, centers), len(centers))
    return 2 * (centers - member.T @ X) / len(X)


@misconception("kmeans_gradient", says="these are the means, to which the centers would move")
def gradient_as_the_means(centers, X):
    X, centers = np.asarray(X, dtype=float), np.asarray(centers, dtype=float)
    member = one_hot(assign(X, centers), len(centers))
    return member.T @ X / np.maximum(member.sum(axis=0), 1.0)[:, np.newaxis]


@misconception("kmeans_gradient", says="this is the gradient for the samples, not for the centers")
def gradient_for_the_samples(centers, X):
    X, centers = np.asarray(X, dtype=float), np.asarray(centers, dtype=float)
    return 2 * (X - centers[assign(X, centers)]) / len(X)


@misconception("kmeans_gradient", says="differences are not squared in this objective")
def gradient_of_signs(centers, X):
    X, centers = np.asarray(X, dtype=float), np.asarray(centers, dtype=float)
    labels = assign(X, centers)
    return np.array(
        [np.sum(np.sign(c - X[labels == j]), axis=0) / len(X) for j, c in enumerate(centers)]
    )


# --- gmm_responsibilities ---


@formula("gmm_responsibilities")
def shares_by_densities(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    joint = np.exp(log_joint(X, weights, means, covs))
    return joint / np.sum(joint, axis=1)[:, np.newaxis]


@misconception("gmm_responsibilities", says="the likeliest component takes the whole sample")
def shares_of_the_likeliest(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    joint = log_joint(X, weights, means, covs)
    return one_hot(np.argmax(joint, axis=1), joint.shape[1])


@misconception("gmm_responsibilities", says="these are logarithms of shares")
def shares_as_logarithms(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    joint = log_joint(X, weights, means, covs)
    return joint - log_sum_exp(joint)[:, np.newaxis]


@misconception("gmm_responsibilities", says="the covariance matrix stands where its inverse should")
def shares_without_an_inverse(X, weights, means, covs):
    return gmm_responsibilities(X, weights, means, np.linalg.inv(covs))


@misconception("gmm_responsibilities", says="distances count without the covariances")
def shares_of_round_components(X, weights, means, covs):
    joint = np.log(weights) - pairwise_squared_distances(X, means) / 2
    return np.exp(joint - log_sum_exp(joint)[:, np.newaxis])


@misconception("gmm_responsibilities", says="components are rows and samples columns")
def shares_turned(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    joint = log_joint(X, weights, means, covs)
    return np.exp(joint - log_sum_exp(joint)[:, np.newaxis]).T


# --- gmm_log_likelihood ---


@formula("gmm_log_likelihood")
def likelihood_by_densities(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    return np.mean(np.log(np.sum(np.exp(log_joint(X, weights, means, covs)), axis=1)))


@misconception(
    "gmm_log_likelihood", says="the constant with 2 pi is there once, not once for each coordinate"
)
def likelihood_with_one_constant(X, weights, means, covs):
    X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
    apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)
    square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
    constant = np.log(2 * np.pi) + np.linalg.slogdet(covs)[1]
    return np.mean(log_sum_exp(np.log(weights) - (square + constant) / 2))


@misconception("gmm_log_likelihood", says="this is the negative log-likelihood")
def likelihood_as_a_loss(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    return -np.mean(log_sum_exp(log_joint(X, weights, means, covs)))


@misconception("gmm_log_likelihood", says="the logarithm is taken of the mean density")
def likelihood_of_a_mean(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    return np.log(np.mean(np.sum(np.exp(log_joint(X, weights, means, covs)), axis=1)))


@misconception("gmm_log_likelihood", says="logarithms count by the shares, as in a lower bound")
def likelihood_by_shares(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    joint = log_joint(X, weights, means, covs)
    return np.mean(np.sum(gmm_responsibilities(X, weights, means, covs) * joint, axis=1))


@misconception(
    "gmm_log_likelihood", says="there is one number for each sample: the mean is missing"
)
def likelihood_of_each_sample(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    return log_sum_exp(log_joint(X, weights, means, covs))


@misconception("gmm_log_likelihood", says="it is divided by the number of components as well")
def likelihood_per_component(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    joint = log_joint(X, weights, means, covs)
    return np.mean(log_sum_exp(joint)) - np.log(joint.shape[1])


# --- gmm_em_step ---


@formula("gmm_em_step")
def step_by_moments(X, weights, means, covs):
    X = np.asarray(X, dtype=float)
    part = gmm_responsibilities(X, weights, means, covs)
    weights = np.mean(part, axis=0)
    part = part / np.sum(part, axis=0)
    means = part.T @ X
    second = np.einsum("nk,ni,nj->kij", part, X, X)
    return weights, means, second - means[:, :, np.newaxis] * means[:, np.newaxis]


@misconception("gmm_em_step", says="the square of the mean is not subtracted from the mean square")
def step_with_second_moments(X, weights, means, covs):
    X = np.asarray(X, dtype=float)
    share = gmm_responsibilities(X, weights, means, covs)
    total = share.sum(axis=0)
    second = np.einsum("nk,ni,nj->kij", share, X, X)
    return total / len(X), share.T @ X / total[:, np.newaxis], second / total[:, None, None]


@misconception("gmm_em_step", says="the covariances stay as they were")
def step_that_keeps_the_covariances(X, weights, means, covs):
    X = np.asarray(X, dtype=float)
    share = gmm_responsibilities(X, weights, means, covs)
    total = share.sum(axis=0)
    return total / len(X), share.T @ X / total[:, np.newaxis], np.asarray(covs, dtype=float)


@misconception("gmm_em_step", says="means and covariances are not weighted by the shares")
def step_of_all_samples(X, weights, means, covs):
    X = np.asarray(X, dtype=float)
    share = gmm_responsibilities(X, weights, means, covs)
    k = share.shape[1]
    return share.mean(axis=0), np.array([X.mean(axis=0)] * k), np.array([covariance(X)] * k)


@misconception("gmm_em_step", says="shares are squared in the covariances")
def step_with_squared_shares(X, weights, means, covs):
    X = np.asarray(X, dtype=float)
    share = gmm_responsibilities(X, weights, means, covs)
    total = share.sum(axis=0)
    means = share.T @ X / total[:, np.newaxis]
    apart = share.T[:, :, np.newaxis] * (X - means[:, np.newaxis])
    return total / len(X), means, np.einsum("kni,knj->kij", apart, apart) / total[:, None, None]


@misconception(
    "gmm_em_step", says="covariances are divided by one less, as for an unbiased estimate"
)
def step_with_one_less(X, weights, means, covs):
    X = np.asarray(X, dtype=float)
    share = gmm_responsibilities(X, weights, means, covs)
    total = share.sum(axis=0)
    means = share.T @ X / total[:, np.newaxis]
    apart = X - means[:, np.newaxis]
    scatter = np.einsum("nk,kni,knj->kij", share, apart, apart)
    return total / len(X), means, scatter / (total - 1)[:, np.newaxis, np.newaxis]


# --- pca ---


@formula("pca")
def pca_by_singular_vectors(X, k):
    X = np.asarray(X, dtype=float)
    apart = X - X.mean(axis=0)
    _, sizes, right = np.linalg.svd(apart)
    return right[:k], (sizes**2 / len(X))[:k], apart @ right[:k].T


@misconception("pca", says="the singular values come back in place of the variances")
def pca_with_singular_values(X, k):
    X = np.asarray(X, dtype=float)
    apart = X - X.mean(axis=0)
    _, sizes, right = np.linalg.svd(apart)
    return right[:k], sizes[:k], apart @ right[:k].T


@misconception("pca", says="components are columns, where they are to be rows")
def pca_in_columns(X, k):
    X = np.asarray(X, dtype=float)
    values, vectors = np.linalg.eigh(covariance(X))
    components = vectors[:, ::-1][:, :k]
    return components, values[::-1][:k], (X - X.mean(axis=0)) @ components


@misconception("pca", says="all directions are returned, not the first k")
def pca_of_all(X, k):
    X = np.asarray(X, dtype=float)
    values, vectors = np.linalg.eigh(covariance(X))
    components = vectors.T[::-1]
    return components, values[::-1], (X - X.mean(axis=0)) @ components.T


@misconception("pca", says="samples are standardized first, so that all features vary as much")
def pca_of_standardized_samples(X, k):
    Z = standardize(X)
    values, vectors = np.linalg.eigh(covariance(Z))
    components = vectors.T[::-1][:k]
    return components, values[::-1][:k], Z @ components.T


# --- find_groups ---


@misconception("find_groups", says="the number of groups is always six")
def groups_that_are_always_six(X, rng):
    return kmeans(standardize(X), 6, rng)[1]


@misconception("find_groups", says="these are distances from the mean, not groups")
def groups_by_distance(X, rng):
    size = np.sum(standardize(X) ** 2, axis=1)
    return (size > np.median(size)).astype(int)


@misconception("find_groups", says="each sample is a group of its own")
def groups_of_one_sample(X, rng):
    return np.arange(len(X))


@misconception("find_groups", says="a mixture of six components is asked, whatever their number")
def groups_of_six_components(X, rng):
    X = standardize(X)
    centers, labels = kmeans(X, 6, rng)
    model = np.full(6, 1 / 6), centers, [covariance(X - centers[labels])] * 6
    for _ in range(12):
        weights, means, covs = gmm_em_step(X, *model)
        model = weights, means, covs + 1e-3 * np.eye(X.shape[1])
    return np.argmax(gmm_responsibilities(X, *model), axis=1)
