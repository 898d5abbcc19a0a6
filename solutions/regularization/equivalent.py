"""Mutants of the references that no check can tell from them, each with the reason."""

FLOATS = "a float among the factors makes floats of integers"
SIZES = "sizes of integers are exact, and a whole number will do for a number"

EQUIVALENT = {
    "l1_penalty: return lam * np.sum(np.abs(w))": SIZES,
    "l1_penalty: return lam * np.sum(np.abs(np.asarray(w)))": SIZES,
    "l2_penalty: return lam / 2 * np.sum(np.asarray(w) ** 2)": "squares of integers are exact",
    "soft_threshold: return np.sign(w) * np.maximum(0.0, np.abs(w) - t)": (
        "the larger of two does not depend on their order"
    ),
    "dropout_forward: X = np.asarray(X)": FLOATS,
    "dropout_forward: mask = (rng.random(X.shape) > p) / (1 - p)": (
        "a draw equals p with a probability of 2**-53"
    ),
}
