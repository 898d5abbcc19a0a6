"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative

from .reference import gmm_em_step, gmm_log_likelihood, gmm_responsibilities, kmeans


@alternative("assign")
def assign_by_loops(X, centers):
    centers = [np.asarray(c, dtype=float) for c in centers]
    return np.array(
        [np.argmin([np.sum((np.asarray(x) - c) ** 2) for c in centers]) for x in X], dtype=int
    )


@alternative("assign")
def assign_by_norms(X, centers):
    apart = np.asarray(X, dtype=float)[:, np.newaxis] - np.asarray(centers, dtype=float)
    return np.linalg.norm(apart, axis=2).argmin(axis=1)


@alternative("kmeans_objective")
def objective_by_a_loop(centers, X):
    centers = np.asarray(centers, dtype=float)
    return sum(min(np.sum((c - np.asarray(x)) ** 2) for c in centers) for x in X) / len(X)


@alternative("kmeans_objective")
def objective_of_own_centers(centers, X):
    centers, X = np.asarray(centers, dtype=float), np.asarray(X, dtype=float)
    labels = np.argmin(((X[:, None] - centers) ** 2).sum(axis=2), axis=1)
    return float(np.mean(np.sum((X - centers[labels]) ** 2, axis=1)))


@alternative("kmeans_gradient")
def gradient_group_by_group(centers, X):
    centers, X = np.asarray(centers, dtype=float), np.asarray(X, dtype=float)
    labels = np.argmin(((X[:, None] - centers) ** 2).sum(axis=2), axis=1)
    return np.array(
        [2 / len(X) * np.sum(c - X[labels == j], axis=0) for j, c in enumerate(centers)]
    )


@alternative("kmeans_gradient")
def gradient_by_adding(centers, X):
    centers, X = np.asarray(centers, dtype=float), np.asarray(X, dtype=float)
    labels = np.argmin(((X[:, None] - centers) ** 2).sum(axis=2), axis=1)
    gradient = np.zeros(centers.shape)
    np.add.at(gradient, labels, 2 * (centers[labels] - X) / len(X))
    return gradient


@alternative("kmeans")
def kmeans_by_loops(X, k, rng, max_iter=100):
    X = np.array(X, dtype=float)
    points = [list(p) for p in {tuple(x) for x in X.tolist()}]
    points.sort()
    if k > len(points):
        raise ValueError(f"k = {k}, and there are {len(points)} distinct samples")
    centers = np.array([points[i] for i in rng.permutation(len(points))[:k]])
    labels = np.full(len(X), -1)
    for _ in range(max_iter):
        new = np.array([np.argmin([np.sum((x - c) ** 2) for c in centers]) for x in X])
        for j in range(k):
            if not np.any(new == j):
                apart = np.zeros(len(X))
                for i in np.unique(new):
                    group = new == i
                    apart[group] = np.sum((X[group] - X[group].mean(axis=0)) ** 2, axis=1)
                new[apart.argmax()] = j
        if np.all(new == labels):
            break
        labels = new
        centers = np.stack([X[labels == j].mean(axis=0) for j in range(k)])
    return centers, labels


@alternative("kmeans")
def kmeans_with_a_spread_start(X, k, rng, max_iter=100):
    X = np.asarray(X, dtype=float)
    if len(np.unique(X, axis=0)) < k:
        raise ValueError("k is larger than the number of distinct samples")
    chosen = [int(rng.integers(len(X)))]
    while len(chosen) < k:
        # the further from all centers so far, the likelier
        least = np.min([np.sum((X - X[i]) ** 2, axis=1) for i in chosen], axis=0)
        chosen.append(int(rng.choice(len(X), p=least / least.sum())))
    centers = X[chosen]
    for _ in range(max_iter):
        labels = np.argmin(((X[:, None] - centers) ** 2).sum(axis=2), axis=1)
        while len(empty := sorted(set(range(k)) - set(labels.tolist()))):
            means = np.array(
                [X[labels == j].mean(axis=0) if j in labels else X[0] for j in range(k)]
            )
            apart = ((X - means[labels]) ** 2).sum(axis=1)
            labels[np.argmax(apart)] = empty[0]
        moved = np.array([X[labels == j].mean(axis=0) for j in range(k)])
        still = np.allclose(moved, centers, rtol=1e-13, atol=0)
        centers = moved
        if still:
            break
    return centers, labels


@alternative("gmm_responsibilities")
def shares_by_cholesky(X, weights, means, covs):
    X = np.asarray(X, dtype=float)
    columns = []
    for weight, mean, cov in zip(weights, means, covs):
        L = np.linalg.cholesky(np.asarray(cov, dtype=float))
        white = np.linalg.solve(L, (X - np.asarray(mean)).T)
        constant = np.log(weight) - np.sum(np.log(np.diag(L))) - len(L) * np.log(2 * np.pi) / 2
        columns.append(constant - 0.5 * np.sum(white**2, axis=0))
    joint = np.array(columns).T
    joint = np.exp(joint - joint.max(axis=1, keepdims=True))
    return joint / joint.sum(axis=1, keepdims=True)


@alternative("gmm_responsibilities")
def shares_by_inverses(X, weights, means, covs):
    X, means, covs = (np.asarray(a, dtype=float) for a in (X, means, covs))
    apart = X[:, np.newaxis] - means
    square = np.einsum("nki,kij,nkj->nk", apart, np.linalg.inv(covs), apart)
    joint = np.log(weights) - square / 2 - np.linalg.slogdet(covs)[1] / 2
    return np.exp(joint - np.logaddexp.reduce(joint, axis=1)[:, np.newaxis])


@alternative("gmm_log_likelihood")
def likelihood_by_cholesky(X, weights, means, covs):
    X = np.asarray(X, dtype=float)
    columns = []
    for weight, mean, cov in zip(weights, means, covs):
        L = np.linalg.cholesky(np.asarray(cov, dtype=float))
        white = np.linalg.solve(L, (X - np.asarray(mean)).T)
        constant = np.log(weight) - np.sum(np.log(np.diag(L))) - len(L) * np.log(2 * np.pi) / 2
        columns.append(constant - 0.5 * np.sum(white**2, axis=0))
    joint = np.array(columns).T
    top = joint.max(axis=1)
    return float(np.mean(top + np.log(np.exp(joint - top[:, np.newaxis]).sum(axis=1))))


@alternative("gmm_log_likelihood")
def likelihood_by_logaddexp(X, weights, means, covs):
    X, means, covs = (np.asarray(a, dtype=float) for a in (X, means, covs))
    apart = X[:, np.newaxis] - means
    square = np.einsum("nki,kij,nkj->nk", apart, np.linalg.inv(covs), apart)
    joint = np.log(weights) - square / 2 - np.linalg.slogdet(2 * np.pi * covs)[1] / 2
    return np.logaddexp.reduce(joint, axis=1).sum() / len(joint)


@alternative("gmm_em_step")
def step_by_loops(X, weights, means, covs):
    X = np.asarray(X, dtype=float)
    share = gmm_responsibilities(X, weights, means, covs)
    new_weights, new_means, new_covs = [], [], []
    for r in share.T:
        mean = r @ X / r.sum()
        new_weights.append(r.mean())
        new_means.append(mean)
        new_covs.append((r[:, None] * (X - mean)).T @ (X - mean) / r.sum())
    return np.array(new_weights), np.array(new_means), np.array(new_covs)


@alternative("gmm_em_step")
def step_by_averages(X, weights, means, covs):
    X = np.asarray(X, dtype=float)
    share = gmm_responsibilities(X, weights, means, covs)
    part = share / share.sum(axis=0)
    new = part.T @ X
    apart = X[:, np.newaxis] - new
    return share.mean(axis=0), new, np.einsum("nk,nki,nkj->kij", part, apart, apart)


@alternative("pca")
def pca_by_singular_values(X, k):
    X = np.asarray(X, dtype=float)
    apart = X - X.mean(axis=0)
    left, sizes, right = np.linalg.svd(apart, full_matrices=False)
    return right[:k], sizes[:k] ** 2 / len(X), left[:, :k] * sizes[:k]


@alternative("pca")
def pca_one_by_one(X, k):
    X = np.asarray(X, dtype=float)
    apart = X - np.mean(X, axis=0)
    values, vectors = np.linalg.eigh(np.cov(X, rowvar=False, bias=True).reshape(2 * X.shape[1:]))
    order = np.argsort(values)[::-1][:k]
    components = -vectors[:, order].T
    return components, values[order], np.stack([apart @ c for c in components], axis=1)


@alternative("find_groups")
def groups_one_more_at_a_time(X, rng):
    def fitted(X, k):
        models = []
        for _ in range(3):
            centers, _ = kmeans(X, k, rng)
            model = np.full(k, 1 / k), centers, np.array([np.cov(X.T, bias=True) / k] * k)
            for _ in range(25):
                weights, means, covs = gmm_em_step(X, *model)
                model = weights, means, covs + 2e-3 * np.eye(X.shape[1])
            models.append(model)
        return models[int(np.argmax([gmm_log_likelihood(X, *m) for m in models]))]

    X = np.asarray(X, dtype=float)
    X = (X - X.mean(axis=0)) / X.std(axis=0)
    order = rng.permutation(len(X))
    held, kept = X[order[: len(X) // 3]], X[order[len(X) // 3 :]]
    scores = []
    # two more than the best so far without a gain, and it stops
    while len(scores) < 3 or max(scores[-2:]) > max(scores[:-2]) + 0.04:
        scores.append(gmm_log_likelihood(held, *fitted(kept, len(scores) + 1)))
    k = 1 + next(j for j, s in enumerate(scores) if s > max(scores) - 0.04)
    return np.argmax(gmm_responsibilities(X, *fitted(X, k)), axis=1)


@alternative("find_groups")
def groups_by_a_penalty(X, rng):
    def fitted(X, k):
        models = []
        for _ in range(3):
            centers, _ = kmeans(X, k, rng)
            model = np.full(k, 1 / k), centers, np.array([np.cov(X.T, bias=True) / k] * k)
            for _ in range(25):
                weights, means, covs = gmm_em_step(X, *model)
                model = weights, means, covs + 2e-3 * np.eye(X.shape[1])
            models.append(model)
        return models[int(np.argmax([gmm_log_likelihood(X, *m) for m in models]))]

    X = np.asarray(X, dtype=float)
    X = (X - X.mean(axis=0)) / X.std(axis=0)
    models = [fitted(X, k) for k in range(1, 8)]
    # the likelihood less a price for each parameter
    prices = [(6 * k - 1) * np.log(len(X)) / (2 * len(X)) for k in range(1, 8)]
    values = [gmm_log_likelihood(X, *m) - price for m, price in zip(models, prices)]
    return np.argmax(gmm_responsibilities(X, *models[int(np.argmax(values))]), axis=1)
