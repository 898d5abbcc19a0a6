"""Mutants of the references that no check can tell from them, each with the reason."""

FLOATS = "products of integers are exact, and a division makes them floats"
SQUARE = "the square has no sign"

EQUIVALENT = {
    "chi_square: w, X, y, sigma = (np.asarray(a) for a in (w, X, y, sigma))": FLOATS,
    "chi_square: return np.sum(((X @ w - y) / sigma) ** 2)": SQUARE,
    "chi_square_gradient: w, X, y, sigma = (np.asarray(a) for a in (w, X, y, sigma))": FLOATS,
    "fit_covariance: X, sigma = (np.asarray(a) for a in (X, sigma))": FLOATS,
    "fit_covariance: return np.linalg.pinv(scaled.T @ scaled)": (
        "with independent columns it is the inverse"
    ),
}
