"""Mutants of the references that no check can tell from them, each with the reason."""

LAST = "of two axes the second is the last"
PARTS = "any fair share of the samples will do to be held out"
MARGIN = "any margin of some hundredths will do"
ENDED = "a round after the end changes nothing"
LONG = "it has ended long before, for the samples that are tried"
FLOATS = "a difference with floats is of floats"
START = "another start for the rounds of EM, which end as well"
ENOUGH = "as many rounds are enough, and so are these"
WIDER = "another widening, or none, is as good for these samples"
UNSEEN = "nobody looks at the mean of an empty group"
SQUARED = "a square has no sign"
EITHER = "two axes are exchanged either way"

EQUIVALENT = {
    "assign: return np.argmin(pairwise_squared_distances(X, centers), axis=-1)": LAST,
    "kmeans_objective: return np.mean(np.min(pairwise_squared_distances(X, centers), axis=-1))": (
        LAST
    ),
    "kmeans: def kmeans(X, k, rng, max_iter=101):": LONG,
    "kmeans: def kmeans(X, k, rng, max_iter=99):": LONG,
    "kmeans: def kmeans(X, k, rng, max_iter=50):": LONG,
    "kmeans: if False: #2": ENDED,
    "kmeans: if np.array_equal(labels, assign(X, centers)):": "equality has no order",
    "kmeans: if np.array_equal(X, labels):": ENDED,
    "kmeans: if np.array_equal(assign(centers, X), labels):": ENDED,
    "kmeans: continue": ENDED,
    "kmeans: without break": ENDED,
    "gmm_em_step: apart = means[:, np.newaxis] - X": "a product of two differences has no sign",
    "gmm_em_step: scatter = np.swapaxes(apart, 2, 1) @ …": "two axes are exchanged either way",
    "find_groups: held_out = rng.permutation(len(X)) % 3 != 0": PARTS,
    "find_groups: held_out = rng.permutation(len(X)) % 3 <= 0": PARTS,
    "find_groups: held_out = rng.permutation(len(X)) % 4 == 0": PARTS,
    "find_groups: held_out = rng.permutation(len(X)) % 2 == 0": PARTS,
    "find_groups: held_out = rng.permutation(len(X)) % -3 == 0": PARTS,
    "find_groups: held_out = rng.permutation(len(X)) % 3 == 1": PARTS,
    "find_groups: scores = [gmm_log_likelihood(X, …": (
        "the third that was not fitted is among these samples, and still decides"
    ),
    "find_groups: … for k in range(1, 8 + 1)]": "there are six groups at most",
    "find_groups: … for k in range(1, 8 - 1)]": "there are six groups at most",
    "find_groups: k = 1 + np.argmax(np.array(scores) >= max(scores) - 0.05)": MARGIN,
    "find_groups: k = 1 + np.argmax(scores > max(scores) - 0.05)": "a list becomes an array",
    "find_groups: k = 1 + np.argmax(np.array(scores) > max(scores) - 0.1)": MARGIN,
    "find_groups: k = 1 + np.argmax(np.array(scores) > max(scores) - 0.025)": MARGIN,
    "find_groups: k = 1 + np.argmax(np.array(scores) > max(scores) - 0.05005)": MARGIN,
    "find_groups: return -np.argmax(…": "labels have no order",
    "find_groups: return np.argmax(…, axis=-1)": LAST,
    "kmeans: return member.T @ X / member.sum(axis=0)[…": UNSEEN,
    "kmeans: return …np.maximum(1.0, member…": "the larger of two has no order",
    "kmeans: return …np.maximum(member.sum(axis=0), 0.5)…": UNSEEN,
    "kmeans: return …np.maximum(member.sum(axis=0), -1.0)…": UNSEEN,
    "kmeans: return …np.maximum(member.sum(axis=0), 0.0)…": UNSEEN,
    "kmeans: apart = means_of(X, labels, k)[labels] - X": SQUARED,
    "kmeans: labels[np.argmax(np.mean(…": "the largest mean is the largest sum",
    "kmeans: labels[…axis=-1))] = j": LAST,
    "gmm_responsibilities: X, means = (np.asarray(X), …": FLOATS,
    "gmm_responsibilities: X, means = …np.asarray(means))": FLOATS,
    "gmm_responsibilities: apart = np.swapaxes(X - means[:, np.newaxis], 2, 1)": EITHER,
    "gmm_responsibilities: apart = np.swapaxes(means[:, np.newaxis] - X, 1, 2)": SQUARED,
    "gmm_responsibilities: return …slogdet(covs)[-1]…": LAST,
    "gmm_log_likelihood: X, means = (np.asarray(X), …": FLOATS,
    "gmm_log_likelihood: X, means = …np.asarray(means))": FLOATS,
    "gmm_log_likelihood: apart = np.swapaxes(X - means[:, np.newaxis], 2, 1)": EITHER,
    "gmm_log_likelihood: apart = np.swapaxes(means[:, np.newaxis] - X, 1, 2)": SQUARED,
    "gmm_log_likelihood: constant = X.shape[-1] …": LAST,
    "gmm_log_likelihood: constant = …slogdet(covs)[-1]": LAST,
    "find_groups: for _ in range(3 …": ENOUGH,
    "find_groups: for _ in range(1, 3):": ENOUGH,
    "find_groups: model = (k, …": START,
    "find_groups: model = (np.full(k, 1.0 * k), …": START,
    "find_groups: model = (np.full(k, k / 1.0), …": START,
    "find_groups: model = (np.full(k, 1.0), …": START,
    "find_groups: model = (np.full(k, k), …": START,
    "find_groups: model = (np.full(k, 2.0 / k), …": START,
    "find_groups: model = (np.full(k, 0.5 / k), …": START,
    "find_groups: model = (np.full(k, 1.001 / k), …": START,
    "find_groups: model = …[labels])])": START,
    "find_groups: model = …(X + centers…": START,
    "find_groups: model = …(X * centers…": START,
    "find_groups: model = …(centers[labels] - X)…": SQUARED,
    "find_groups: model = …[covariance(X)]…": START,
    "find_groups: model = …[labels - 1]…": START,
    "find_groups: without for _ in range(25): …": ENOUGH,
    "find_groups: for _ in range(25 …": ENOUGH,
    "find_groups: for _ in range(1, 25):": ENOUGH,
    "find_groups: for _ in range(-25):": ENOUGH,
    "find_groups: for _ in range(12):": ENOUGH,
    "find_groups: without model = (weights, …": WIDER,
    "find_groups: model = (weights, means, covs + 0.001)": WIDER,
    "find_groups: model = …0.002 * …": WIDER,
    "find_groups: model = …0.0005 * …": WIDER,
    "find_groups: model = …0.001001 * …": WIDER,
    "find_groups: model = …0.001 * X.shape[1])": WIDER,
    "find_groups: model = …np.ones(X.shape[1]))": WIDER,
    "find_groups: model = …np.eye(X.shape[-1]))": LAST,
    "find_groups: twice models.append(model)": "the best is still the best of them",
}
