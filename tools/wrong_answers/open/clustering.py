"""Wrong answers to the exercises of clustering, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- assign ---


@wrong_answer("assign", cause="the furthest center: argmax of the distances")
def assign_furthest(X, centers):
    return np.argmax(pairwise_squared_distances(X, centers), axis=1)


@wrong_answer("assign", cause="argmin over the wrong axis: a sample for each center")
def assign_by_columns(X, centers):
    return np.argmin(pairwise_squared_distances(X, centers), axis=0)


@wrong_answer("assign", cause="of equally near centers the last counts (<= in the search)")
def assign_last_of_ties(X, centers):
    D = ((np.asarray(X, float)[:, None] - np.asarray(centers, float)) ** 2).sum(axis=2)
    labels = np.zeros(len(D), int)
    for i, row in enumerate(D):
        for j in range(len(row)):
            if row[j] <= row[labels[i]]:
                labels[i] = j
    return labels


@wrong_answer("assign", cause="distances along the axes (sum of absolute values)")
def assign_city_block(X, centers):
    D = np.abs(np.asarray(X, float)[:, None] - np.asarray(centers, float)).sum(axis=2)
    return D.argmin(axis=1)


@wrong_answer("assign", cause="the center of the largest dot product")
def assign_by_dot_product(X, centers):
    return np.argmax(np.asarray(X, float) @ np.asarray(centers, float).T, axis=1)


# --- objective ---


@wrong_answer("kmeans_objective", cause="the sum over the samples, not their mean")
def objective_summed(centers, X):
    return pairwise_squared_distances(X, centers).min(axis=1).sum()


@wrong_answer("kmeans_objective", cause="the root is taken: distances, not their squares")
def objective_of_distances(centers, X):
    return np.mean(np.sqrt(pairwise_squared_distances(X, centers).min(axis=1)))


@wrong_answer("kmeans_objective", cause="divided by the number of features too")
def objective_mean_of_entries(centers, X):
    X, centers = np.asarray(X, float), np.asarray(centers, float)
    return np.mean((X - centers[assign(X, centers)]) ** 2)


@wrong_answer("kmeans_objective", cause="mean distance to all centers")
def objective_of_all_centers(centers, X):
    return np.mean(pairwise_squared_distances(X, centers))


# --- gradient ---


@wrong_answer("kmeans_gradient", cause="the factor 2 is missing")
def gradient_without_two(centers, X):
    X, centers = np.asarray(X, float), np.asarray(centers, float)
    Y = one_hot(assign(X, centers), len(centers))
    return (Y.sum(axis=0)[:, None] * centers - Y.T @ X) / len(X)


@wrong_answer("kmeans_gradient", cause="divided by the size of the group, not by n")
def gradient_over_group(centers, X):
    X, centers = np.asarray(X, float), np.asarray(centers, float)
    labels = assign(X, centers)
    out = np.zeros_like(centers)
    for j in range(len(centers)):
        mine = X[labels == j]
        if len(mine):
            out[j] = 2 * (centers[j] - mine.mean(axis=0))
    return out


@wrong_answer("kmeans_gradient", cause="sign turned: from centers to samples")
def gradient_downhill(centers, X):
    X, centers = np.asarray(X, float), np.asarray(centers, float)
    Y = one_hot(assign(X, centers), len(centers))
    return 2 / len(X) * (Y.T @ X - Y.sum(axis=0)[:, None] * centers)


@wrong_answer("kmeans_gradient", cause="an empty group gives nan: the mean of nothing")
def gradient_nan_for_empty(centers, X):
    X, centers = np.asarray(X, float), np.asarray(centers, float)
    labels = assign(X, centers)
    rows = []
    for j in range(len(centers)):
        mine = X[labels == j]
        rows.append(2 * len(mine) / len(X) * (centers[j] - mine.mean(axis=0)))
    return np.array(rows)


# --- kmeans ---


@wrong_answer("kmeans", cause="labels are given anew after the centers moved: they no longer fit")
def kmeans_ends_with_labels(X, k, rng, max_iter=100):
    X = np.asarray(X, float)
    distinct = np.unique(X, axis=0)
    if len(distinct) < k:
        raise ValueError("k is larger than the number of distinct samples")
    centers = distinct[rng.choice(len(distinct), k, replace=False)]
    for _ in range(max_iter):
        labels = assign(X, centers)
        for j in range(k):
            if not np.any(labels == j):
                far = np.argmax(np.sum((X - centers[labels]) ** 2, axis=1))
                labels[far] = j
        centers = np.array([X[labels == j].mean(axis=0) for j in range(k)])
        if max_iter > 50 and np.array_equal(assign(X, centers), labels):
            break
    return centers, assign(X, centers)


@wrong_answer("kmeans", cause="first centers are random points, not samples; empty groups stay")
def kmeans_random_points(X, k, rng, max_iter=100):
    X = np.asarray(X, float)
    if len(np.unique(X, axis=0)) < k:
        raise ValueError("k is too large")
    centers = rng.uniform(X.min(axis=0), X.max(axis=0), size=(k, X.shape[1]))
    for _ in range(max_iter):
        labels = assign(X, centers)
        for j in range(k):
            if np.any(labels == j):
                centers[j] = X[labels == j].mean(axis=0)
    return centers, labels


@wrong_answer("kmeans", cause="no ValueError: fewer distinct samples than k go unseen")
def kmeans_without_error(X, k, rng, max_iter=100):
    X = np.asarray(X, float)
    centers = X[rng.choice(len(X), k, replace=False)]
    labels = None
    for _ in range(max_iter):
        new = assign(X, centers)
        if labels is not None and np.array_equal(new, labels):
            break
        labels = new
        centers = np.array([X[labels == j].mean(axis=0) for j in range(k)])
    return centers, labels


# --- mixtures ---


@wrong_answer("gmm_responsibilities", cause="the weights of the components are left out")
def shares_without_weights(X, weights, means, covs):
    X = np.asarray(X, float)
    L = np.empty((len(X), len(means)))
    for j, (m, C) in enumerate(zip(np.asarray(means, float), np.asarray(covs, float))):
        D = X - m
        L[:, j] = -0.5 * (np.sum(D @ np.linalg.inv(C) * D, axis=1) + np.linalg.slogdet(C)[1])
    return np.exp(L - log_sum_exp(L, axis=1)[:, None])


@wrong_answer("gmm_responsibilities", cause="densities are divided without logarithms: 0 / 0 far away")
def shares_underflow(X, weights, means, covs):
    X = np.asarray(X, float)
    P = np.empty((len(X), len(means)))
    for j, (w, m, C) in enumerate(zip(weights, np.asarray(means, float), np.asarray(covs, float))):
        D = X - m
        q = np.sum(D @ np.linalg.inv(C) * D, axis=1)
        P[:, j] = w * np.exp(-q / 2) / np.sqrt(np.linalg.det(2 * np.pi * C))
    return P / P.sum(axis=1, keepdims=True)


@wrong_answer("gmm_responsibilities", cause="the determinant is missing: wide components count too much")
def shares_without_determinant(X, weights, means, covs):
    X = np.asarray(X, float)
    L = np.empty((len(X), len(means)))
    for j, (w, m, C) in enumerate(zip(weights, np.asarray(means, float), np.asarray(covs, float))):
        D = X - m
        L[:, j] = np.log(w) - 0.5 * np.sum(D @ np.linalg.inv(C) * D, axis=1)
    return np.exp(L - log_sum_exp(L, axis=1)[:, None])


@wrong_answer("gmm_responsibilities", cause="normalized over the samples: columns add up to 1")
def shares_of_columns(X, weights, means, covs):
    X = np.asarray(X, float)
    L = np.empty((len(X), len(means)))
    for j, (w, m, C) in enumerate(zip(weights, np.asarray(means, float), np.asarray(covs, float))):
        D = X - m
        q = np.sum(D @ np.linalg.inv(C) * D, axis=1)
        L[:, j] = np.log(w) - 0.5 * (q + np.linalg.slogdet(C)[1])
    return np.exp(L - log_sum_exp(L, axis=0))


@wrong_answer("gmm_log_likelihood", cause="the constant d log(2 pi) / 2 is left out")
def likelihood_without_constant(X, weights, means, covs):
    X = np.asarray(X, float)
    L = np.empty((len(X), len(means)))
    for j, (w, m, C) in enumerate(zip(weights, np.asarray(means, float), np.asarray(covs, float))):
        D = X - m
        q = np.sum(D @ np.linalg.inv(C) * D, axis=1)
        L[:, j] = np.log(w) - 0.5 * (q + np.linalg.slogdet(C)[1])
    return np.mean(log_sum_exp(L, axis=1))


@wrong_answer("gmm_log_likelihood", cause="log(2 pi) once, not for each of the d features")
def likelihood_constant_without_d(X, weights, means, covs):
    X = np.asarray(X, float)
    L = np.empty((len(X), len(means)))
    for j, (w, m, C) in enumerate(zip(weights, np.asarray(means, float), np.asarray(covs, float))):
        D = X - m
        q = np.sum(D @ np.linalg.inv(C) * D, axis=1)
        L[:, j] = np.log(w) - 0.5 * (q + np.linalg.slogdet(C)[1] + np.log(2 * np.pi))
    return np.mean(log_sum_exp(L, axis=1))


@wrong_answer("gmm_log_likelihood", cause="the mean of the logarithms of all weighted densities: no sum inside")
def likelihood_mean_of_logs(X, weights, means, covs):
    X = np.asarray(X, float)
    L = np.empty((len(X), len(means)))
    for j, (w, m, C) in enumerate(zip(weights, np.asarray(means, float), np.asarray(covs, float))):
        D = X - m
        q = np.sum(D @ np.linalg.inv(C) * D, axis=1)
        L[:, j] = np.log(w) - 0.5 * (q + np.linalg.slogdet(2 * np.pi * C)[1])
    return np.mean(L.sum(axis=1))


@wrong_answer("gmm_em_step", cause="covariances around the old means")
def em_around_old_means(X, weights, means, covs):
    X = np.asarray(X, float)
    R = gmm_responsibilities(X, weights, means, covs)
    N = R.sum(axis=0)
    new = (R.T @ X) / N[:, None]
    C = [
        (R[:, j, None] * (X - m)).T @ (X - m) / N[j]
        for j, m in enumerate(np.asarray(means, float))
    ]
    return N / len(X), new, np.array(C)


@wrong_answer("gmm_em_step", cause="1e-6 is added to the diagonal of the covariances")
def em_with_ridge(X, weights, means, covs):
    X = np.asarray(X, float)
    R = gmm_responsibilities(X, weights, means, covs)
    N = R.sum(axis=0)
    new = (R.T @ X) / N[:, None]
    C = [(R[:, j, None] * (X - m)).T @ (X - m) / N[j] for j, m in enumerate(new)]
    return N / len(X), new, np.array(C) + 1e-6 * np.eye(X.shape[1])


@wrong_answer("gmm_em_step", cause="hard labels: each sample belongs to its likeliest component alone")
def em_with_hard_labels(X, weights, means, covs):
    X = np.asarray(X, float)
    R = gmm_responsibilities(X, weights, means, covs)
    R = one_hot(R.argmax(axis=1), R.shape[1])
    N = np.maximum(R.sum(axis=0), 1e-9)
    new = (R.T @ X) / N[:, None]
    C = [(R[:, j, None] * (X - m)).T @ (X - m) / N[j] for j, m in enumerate(new)]
    return N / len(X), new, np.array(C)


@wrong_answer("gmm_em_step", cause="weights are sums of the shares: they add up to n")
def em_weights_not_divided(X, weights, means, covs):
    X = np.asarray(X, float)
    R = gmm_responsibilities(X, weights, means, covs)
    N = R.sum(axis=0)
    new = (R.T @ X) / N[:, None]
    C = [(R[:, j, None] * (X - m)).T @ (X - m) / N[j] for j, m in enumerate(new)]
    return N, new, np.array(C)


# --- pca ---


@wrong_answer("pca", cause="the samples are not centered")
def pca_not_centered(X, k):
    X = np.asarray(X, float)
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    return Vt[:k], s[:k] ** 2 / len(X), X @ Vt[:k].T


@wrong_answer("pca", cause="eigh sorts upwards: the directions of least variance")
def pca_of_least_variance(X, k):
    D = np.asarray(X, float) - np.mean(X, axis=0)
    values, vectors = np.linalg.eigh(D.T @ D / len(D))
    return vectors[:, :k].T, values[:k], D @ vectors[:, :k]


@wrong_answer("pca", cause="components are columns: not transposed")
def pca_columns(X, k):
    D = np.asarray(X, float) - np.mean(X, axis=0)
    values, vectors = np.linalg.eigh(D.T @ D / len(D))
    order = np.argsort(values)[::-1][:k]
    return vectors[:, order], values[order], D @ vectors[:, order]


@wrong_answer("pca", cause="singular values returned for variances")
def pca_singular_values(X, k):
    D = np.asarray(X, float) - np.mean(X, axis=0)
    _, s, Vt = np.linalg.svd(D, full_matrices=False)
    return Vt[:k], s[:k], D @ Vt[:k].T


@wrong_answer("pca", cause="variances with n - 1")
def pca_sample_variance(X, k):
    D = np.asarray(X, float) - np.mean(X, axis=0)
    _, s, Vt = np.linalg.svd(D, full_matrices=False)
    return Vt[:k], s[:k] ** 2 / (len(D) - 1), D @ Vt[:k].T


@wrong_answer("pca", cause="features are scaled to variance 1 first")
def pca_standardized(X, k):
    X = np.asarray(X, float)
    D = (X - X.mean(axis=0)) / X.std(axis=0)
    _, s, Vt = np.linalg.svd(D, full_matrices=False)
    return Vt[:k], s[:k] ** 2 / len(D), D @ Vt[:k].T


# --- find_groups ---


@wrong_answer("find_groups", cause="always three groups")
def groups_always_three(X, rng):
    return kmeans(X, 3, rng)[1]


@wrong_answer("find_groups", cause="the number with the highest likelihood: always the largest")
def groups_by_objective(X, rng):
    X = np.asarray(X, float)
    best = min(
        (kmeans(X, k, rng) for k in range(1, 7)), key=lambda found: kmeans_objective(found[0], X)
    )
    return best[1]
