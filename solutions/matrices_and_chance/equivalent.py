"""Mutants of the references that no check can tell from them, each with the reason."""

CONVERTED = "the other operand is float64, so the product converts this one, a list too"
LAST = "axis 1 of the two is the last"
SYMMETRIC = "A is symmetric, so it does not matter from which side it is multiplied"
SQUARED = "the square of the difference has no sign"

EQUIVALENT = {
    "affine: if W.ndim != 2 or len(W) != X.shape[-1]:": LAST,
    "affine: if b.shape != (W.shape[-1],):": LAST,
    "project: Y, v = (Y, np.asarray(v, dtype=float))": CONVERTED,
    "project: Y, v = (np.asarray(Y), np.asarray(v, dtype=float))": CONVERTED,
    "project: Y, v = (np.asarray(Y, dtype=float), np.asarray(v))": CONVERTED,
    "power_iteration: vector = vector @ A": SYMMETRIC,
    "power_iteration: return (vector @ (vector @ A), vector)": SYMMETRIC,
    "power_iteration: return (A @ vector @ vector, vector)": SYMMETRIC,
    "power_iteration: twice vector = vector / np.linalg.norm(vector)": "its length is 1 already",
    "power_iteration: if vector @ v0 <= 0:": "at a right angle either sign keeps the promise",
    "power_iteration: if v0 @ vector < 0:": "the product of two vectors has no order",
    "covariance: X = np.asarray(X)": "a mean of integers is a float, and so is a deviation from it",
    "covariance: centered = X.mean(axis=0) - X": "both factors change their sign",
    "propagate: B, C = (np.asarray(B), np.asarray(C, dtype=float))": CONVERTED,
    "propagate: B, C = (np.asarray(B, dtype=float), C)": CONVERTED,
    "propagate: B, C = (np.asarray(B, dtype=float), np.asarray(C))": CONVERTED,
    **{
        f"normal_log_density: {order}": SQUARED
        for order in (
            "mu, x, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))",
            "x, mu, sigma = (np.asarray(a, dtype=float) for a in (mu, x, sigma))",
            "return -((mu - x) / sigma) ** 2 / 2 - np.log(sigma) - np.log(2 * np.pi) / 2",
        )
    },
    "normal_log_density: x, mu, sigma = (np.asarray(a) for a in (x, mu, sigma))": (
        "differences of integers are exact, and the division makes floats"
    ),
}
