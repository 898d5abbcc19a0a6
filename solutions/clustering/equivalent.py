"""Mutants of the references that no check can tell from them, each with the reason."""

LAST = "of two axes the second is the last"
PARTS = "any fair share of the samples will do to be held out"
MARGIN = "any margin of some hundredths will do"
ENDED = "a round after the end changes nothing"
LONG = "it has ended long before, for the samples that are tried"

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
}
