"""Mutants of the references that no check can tell from them, each with the reason."""

CONVERTED = "the other operand is float64, so NumPy converts this one, a list too"
MEANS = "a mean, a spread or a quotient of integers is a float"
SYMMETRIC = "the answer does not change when a and b are exchanged"
REPLACED = "constant columns are 0 above the fraction, whatever is below it"

EQUIVALENT = {
    "standardize: X = np.asarray(X)": MEANS,
    "standardize: constant = X.max(axis=0) <= X.min(axis=0)": "a maximum is never less",
    **{
        f"standardize: spread = np.where(constant, {other}, X.std(axis=0))": REPLACED
        for other in ("2.0", "0.5", "1.001", "-1.0")
    },
    "pairwise_squared_distances: A, B = (np.asarray(A), np.asarray(B, dtype=float))": CONVERTED,
    "pairwise_squared_distances: A, B = (np.asarray(A, dtype=float), np.asarray(B))": CONVERTED,
    "pairwise_squared_distances: difference = B[np.newaxis, :, :] - A[:, np.newaxis, :]": (
        "the square has no sign"
    ),
    **{
        f"pairwise_squared_distances: difference = {difference}": (
            "broadcasting adds axes in front, and an index left out is a colon"
        )
        for difference in (
            "A[:, np.newaxis] - B[np.newaxis, :, :]",
            "A[:, np.newaxis, :] - B",
            "A[:, np.newaxis, :] - B[:, :]",
            "A[:, np.newaxis, :] - B[np.newaxis, :]",
        )
    },
    "pairwise_squared_distances: return np.sum(difference ** 2, axis=-1)": "axis 2 is the last",
    "directional_derivative: def directional_derivative(f, x, u, h=-1e-05):": (
        "a central difference does not change with the sign of h"
    ),
    "directional_derivative: x, u = (x, np.asarray(u, dtype=float))": CONVERTED,
    "directional_derivative: x, u = (np.asarray(x), np.asarray(u, dtype=float))": CONVERTED,
    "directional_derivative: x, u = (np.asarray(x, dtype=float), np.asarray(u))": (
        "h * u is a float"
    ),
    "numerical_gradient: def numerical_gradient(f, x, h=-1e-05):": (
        "a central difference does not change with the sign of h"
    ),
    "numerical_gradient: x = np.asarray(x)": "directional_derivative makes floats of it",
    "numerical_gradient: gradient = np.ones(x.shape)": "every element is overwritten",
    "relative_error: b, a = (np.asarray(a, dtype=float), np.asarray(b, dtype=float))": SYMMETRIC,
    "relative_error: a, b = (np.asarray(b, dtype=float), np.asarray(a, dtype=float))": SYMMETRIC,
    "relative_error: a, b = (a, np.asarray(b, dtype=float))": CONVERTED,
    "relative_error: a, b = (np.asarray(a), np.asarray(b, dtype=float))": CONVERTED,
    "relative_error: a, b = (np.asarray(a, dtype=float), b)": CONVERTED,
    "relative_error: a, b = (np.asarray(a, dtype=float), np.asarray(b))": CONVERTED,
    "relative_error: scale = np.maximum(np.abs(b), np.abs(a))": SYMMETRIC,
    "relative_error: return np.max(np.abs(b - a) / np.where(scale == 0, 1.0, scale))": SYMMETRIC,
    "relative_error: return np.max(np.abs(a - b) / np.where(scale <= 0, 1.0, scale))": (
        "an absolute value is never less than 0"
    ),
    **{
        f"relative_error: return np.max(np.abs(a - b) / np.where(scale == 0, {other}, scale))": (
            "there the difference is 0, whatever divides it"
        )
        for other in ("2.0", "0.5", "1.001", "-1.0")
    },
}
