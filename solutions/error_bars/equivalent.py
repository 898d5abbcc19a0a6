"""Mutants of the references that no check can tell from them, each with the reason."""

FLOATS = "products of integers are exact, and a division makes them floats"
SQUARE = "the square has no sign"
CONVERGES = "from other starts the steps lead to the same temperature"
STEPS = "after so many steps the temperature no longer changes"
LARGE = "slopes are of hundreds of MJy/sr/K: their decimals change less than is allowed"
ONLY = "the covariance of one weight has one entry"

EQUIVALENT = {
    "chi_square: w, X, y, sigma = (np.asarray(a) for a in (w, X, y, sigma))": FLOATS,
    "chi_square: return np.sum(((X @ w - y) / sigma) ** 2)": SQUARE,
    "chi_square_gradient: w, X, y, sigma = (np.asarray(a) for a in (w, X, y, sigma))": FLOATS,
    "fit_covariance: X, sigma = (np.asarray(a) for a in (X, sigma))": FLOATS,
    "fit_covariance: return np.linalg.pinv(scaled.T @ scaled)": (
        "with independent columns it is the inverse"
    ),
    "error_ellipse: root = axes @ np.diag(np.sqrt(variances)) @ axes": (
        "of two by two, eigh returns axes as a symmetric matrix"
    ),
    "weighted_fit: X, y, sigma = (np.asarray(a) for a in (X, y, sigma))": FLOATS,
    "fit_temperature: nu, intensity = (np.asarray(a) for a in (nu, intensity))": FLOATS,
    "fit_temperature: temperature = 6.0": CONVERGES,
    "fit_temperature: temperature = 1.5": CONVERGES,
    "fit_temperature: temperature = 3.003": CONVERGES,
    "fit_temperature: temperature = -3.0": CONVERGES,
    "fit_temperature: temperature = 4.0": CONVERGES,
    "fit_temperature: temperature = 2.0": CONVERGES,
    "fit_temperature: for _ in range(15 + 1):": STEPS,
    "fit_temperature: for _ in range(15 - 1):": STEPS,
    "fit_temperature: for _ in range(1, 15):": STEPS,
    "fit_temperature: for _ in range(7):": STEPS,
    "fit_temperature: slope = law * x / temperature // -np.expm1(-x)": LARGE,
    "fit_temperature: slope = law * x // temperature / -np.expm1(-x)": LARGE,
    "fit_temperature: return (temperature, np.sqrt(covariance[-1, 0]), chi2)": ONLY,
    "fit_temperature: return (temperature, np.sqrt(covariance[0, -1]), chi2)": ONLY,
}
