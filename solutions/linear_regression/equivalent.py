"""Mutants of the references that no check can tell from them, each with the reason."""

FLOATS = "products of integers are exact, and a division makes them floats"
SQUARE = "the square has no sign"

EQUIVALENT = {
    "mse: w, X, y = (np.asarray(a) for a in (w, X, y))": FLOATS,
    "mse: return np.mean((y - X @ w) ** 2) / 2": SQUARE,
    "mse_gradient: w, X, y = (np.asarray(a) for a in (w, X, y))": FLOATS,
    "least_squares: return np.linalg.lstsq(X, y)[0]": "None is the default of NumPy 2",
    "least_squares: return np.linalg.lstsq(X, y, rcond=0)[0]": "LAPACK takes its epsilon for 0",
}
