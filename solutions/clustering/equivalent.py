"""Mutants of the references that no check can tell from them, each with the reason."""

LAST = "of two axes the second is the last"

EQUIVALENT = {
    "assign: return np.argmin(pairwise_squared_distances(X, centers), axis=-1)": LAST,
    "kmeans_objective: return np.mean(np.min(pairwise_squared_distances(X, centers), axis=-1))": (
        LAST
    ),
    "gmm_em_step: apart = means[:, np.newaxis] - X": "a product of two differences has no sign",
    "gmm_em_step: scatter = np.swapaxes(apart, 2, 1) @ …": "two axes are exchanged either way",
}
