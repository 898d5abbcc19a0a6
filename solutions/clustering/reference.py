"""Reference answers of the chapter on clustering."""

import numpy as np

from ..matrices_and_chance.reference import covariance
from ..numpy_and_gradients.reference import pairwise_squared_distances, standardize
from ..softmax_regression.reference import log_sum_exp, one_hot

WRITTEN = {
    "how_many_groups": r"""
The objective asks how far a held-out sample is from the nearest center. Centers that are spread
over the samples cover the region in which new samples fall as well, so with more of them a new
sample, too, has one nearby. A center that follows the noise of the training samples takes nothing
away from the others: it is simply the nearest one of hardly any new sample. So the held-out
objective falls on, more slowly, and where it stops says nothing of groups. In regression it is
different: there all parameters share in each prediction, and one that follows the noise spoils
predictions.

A density has to integrate to 1. A mixture that puts more of it in one place, such as around some
training samples, must take it away elsewhere. New samples fall elsewhere too, and are less likely
than before; a component that is tight around a few training samples costs weight and gives
nothing back. So the held-out log-likelihood is highest where the mixture is closest to the
density that the samples come from, in the sense of the divergence. It is the normalization that
makes a component too many cost something.

(1 point for the objective: new samples, too, find a near center, and nothing is paid for it; 1
point for the density, which integrates to 1 and takes away elsewhere what it gives.)
""",
}


def assign(X, centers):
    return np.argmin(pairwise_squared_distances(X, centers), axis=1)


def kmeans_objective(centers, X):
    return np.mean(np.min(pairwise_squared_distances(X, centers), axis=1))


def kmeans_gradient(centers, X):
    member = one_hot(assign(X, centers), len(centers))  # (n, k)
    return 2.0 * (member.sum(axis=0)[:, np.newaxis] * centers - member.T @ X) / len(X)


def kmeans(X, k, rng, max_iter=100):
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

    points = np.unique(X, axis=0)
    if len(points) < k:
        raise ValueError("k must not be larger than the number of distinct samples")
    centers = rng.choice(points, k, replace=False)
    for _ in range(max_iter):
        labels = filled(X, assign(X, centers), k)
        centers = means_of(X, labels, k)
        if np.array_equal(assign(X, centers), labels):
            break
    return centers, labels


def gmm_responsibilities(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component, but for a number that all of them have in common:
        # ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        return np.log(weights) - (square + np.linalg.slogdet(covs)[1]) / 2.0

    joint = log_joint(X, weights, means, covs)
    return np.exp(joint - log_sum_exp(joint)[:, np.newaxis])


def gmm_log_likelihood(X, weights, means, covs):
    def log_joint(X, weights, means, covs):
        # of each sample and each component: ln(weight) and the logarithm of its normal density
        X, means = np.asarray(X, dtype=float), np.asarray(means, dtype=float)
        apart = np.swapaxes(X - means[:, np.newaxis], 1, 2)  # (k, d, n)
        square = np.sum(apart * np.linalg.solve(covs, apart), axis=1).T
        constant = X.shape[1] * np.log(2.0 * np.pi) + np.linalg.slogdet(covs)[1]
        return np.log(weights) - (square + constant) / 2.0

    return np.mean(log_sum_exp(log_joint(X, weights, means, covs)))


def gmm_em_step(X, weights, means, covs):
    share = gmm_responsibilities(X, weights, means, covs)
    total = share.sum(axis=0)
    means = share.T @ X / total[:, np.newaxis]
    apart = X - means[:, np.newaxis]  # (k, n, d)
    scatter = np.swapaxes(apart, 1, 2) @ (share.T[:, :, np.newaxis] * apart)
    return total / len(X), means, scatter / total[:, np.newaxis, np.newaxis]


def pca(X, k):
    values, vectors = np.linalg.eigh(covariance(X))
    # they come with the smallest value first, and a vector is a column
    components = vectors.T[::-1][:k]
    return components, values[::-1][:k], (X - np.mean(X, axis=0)) @ components.T


def find_groups(X, rng):
    def mixture(X, k, rng):
        # EM from k-means, three times; the likeliest of the three
        models = []
        for _ in range(3):
            centers, labels = kmeans(X, k, rng)
            model = np.full(k, 1.0 / k), centers, [covariance(X - centers[labels])] * k
            for _ in range(25):
                weights, means, covs = gmm_em_step(X, *model)
                # what is added keeps a component from shrinking to a point
                model = weights, means, covs + 1e-3 * np.eye(X.shape[1])
            models.append(model)
        return max(models, key=lambda model: gmm_log_likelihood(X, *model))

    X = standardize(X)
    held_out = rng.permutation(len(X)) % 3 == 0
    scores = [gmm_log_likelihood(X[held_out], *mixture(X[~held_out], k, rng)) for k in range(1, 8)]
    # the smallest number that is about as good as the best
    k = 1 + np.argmax(np.array(scores) > max(scores) - 0.05)
    return np.argmax(gmm_responsibilities(X, *mixture(X, k, rng)), axis=1)
