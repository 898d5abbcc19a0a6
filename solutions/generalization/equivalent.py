"""Mutants of the references that no check can tell from them, each with the reason."""

CONVERTED = "products of integers are as exact, and what is divided or added is a float"
SQUARED = "a square has no sign"
MEANS = "folds of 40 and 60 samples are of one size, so the means of all choices are in one ratio"
FOLDS = "the docstring leaves the number of folds open, and these choose well enough"
PENALTIES = "other penalties to choose from: cross-validation takes none that is bad"

EQUIVALENT = {
    "split: if not (np.all(np.asarray(fractions) > 0) and np.isclose(1, np.sum(fractions))):": (
        "close to 1, the tolerance is the same from both sides"
    ),
    "ridge: X, y = (np.asarray(X), np.asarray(y, dtype=float))": CONVERTED,
    "ridge: X, y = (np.asarray(X, dtype=float), y)": CONVERTED,
    "ridge: X, y = (np.asarray(X, dtype=float), np.asarray(y))": CONVERTED,
    "ridge_gradient: w, X, y = (np.asarray(a) for a in (w, X, y))": CONVERTED,
    "negative_log_posterior: w, X, y = (np.asarray(a) for a in (w, X, y))": CONVERTED,
    "negative_log_posterior: return np.sum((y - X @ w) ** 2) / (2 * sigma ** 2) "
    "+ w @ w / (2 * tau ** 2)": SQUARED,
    "negative_log_posterior_gradient: w, X, y = (np.asarray(a) for a in (w, X, y))": CONVERTED,
    "choose_model: …: (X @ w - y) ** 2, …": MEANS,
    "choose_model: …: np.sum((X @ w - y) ** 2), …": MEANS,
    "choose_model: …: np.median((X @ w - y) ** 2), …": "a median judges these models as well",
    "choose_model: …: np.mean((y - X @ w) ** 2), …": SQUARED,
    "choose_model: … y, 6, rng)": FOLDS,
    "choose_model: … y, 4, rng)": FOLDS,
    "choose_model: … y, 2, rng)": FOLDS,
    "choose_model: choices = … range(16 + 1) …": "one degree more is hardly ever chosen",
    "choose_model: choices = … range(16 - 1) …": "no curve needs degree 15",
    "choose_model: choices = … range(1, 16) …": "no curve is a constant",
    "choose_model: choices = … for l2 in (0.001, 0.0)]": "no two choices have the same error",
    "choose_model: choices = … for l2 in (0.0,)]": PENALTIES,
    "choose_model: choices = [(degree, l2) for degree in range(16) for l2 in (0.0, …)]": PENALTIES,
}
