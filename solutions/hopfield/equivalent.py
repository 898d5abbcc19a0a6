"""Mutants of the references that no check can tell from them, each with the reason."""

SYMMETRIC = "W is symmetric, so rows are columns"
PENALTIES = "other penalties do as well: the eigenvalues that count are far above 1"
TWICE = "what is zero stays zero"

EQUIVALENT = {
    "local_field_update: field = new @ W[i]": "a scalar product has no order",
    "hebbian_weights: W = patterns.T @ patterns / patterns.shape[-1]": "of two axes",
    "hebbian_weights: twice np.fill_diagonal(W, 0.0)": TWICE,
    "overlap: return np.mean(np.multiply(pattern, s))": "a product has no order",
    "energy: return s @ (-s @ W) / 2": SYMMETRIC,
    "energy: return W @ -s @ s / 2": SYMMETRIC,
    "recall: if np.array_equal(before, s):": "equality has no order",
    "capacity_curve: p = max(round(load * N), 1)": "a maximum has no order",
    "capacity_curve: p = max(2, round(load * N))": "two patterns are kept whole, as one is",
    "capacity_curve: patterns = rng.choice([1.0, -1.0], size=(p, N))": "both are as likely",
    "capacity_curve: kept = [overlap(pattern, recall(W, pattern, rng)) for pattern in patterns]": (
        "a product has no order"
    ),
    "capacity_curve: return curve": "a list of numbers stands for an array",
    "restore: W = np.vstack([ridge(patterns, pixel, 1.0) for pixel in patterns.T])": SYMMETRIC,
    "restore: W = np.column_stack([ridge(patterns, pixel, 2.0)…": PENALTIES,
    "restore: W = np.column_stack([ridge(patterns, pixel, 0.5)…": PENALTIES,
    "restore: W = np.column_stack([ridge(patterns, pixel, 1.001)…": PENALTIES,
    "restore: W = np.column_stack([ridge(patterns, pixel, -1.0)…": PENALTIES,
    "restore: twice np.fill_diagonal(W, 0.0)": TWICE,
}
