"""Mutants of the references that no check can tell from them, each with the reason."""

FLOATS = "products of integers are exact, and a division makes them floats"
SQUARE = "the square has no sign"
INFINITE = "to NumPy a positive number over 0 is infinite, with a warning"
TRAINING = "this training arrives as well"
TAKEN_UP = "the weights make up for it"

EQUIVALENT = {
    "mse: w, X, y = (np.asarray(a) for a in (w, X, y))": FLOATS,
    "mse: return np.mean((y - X @ w) ** 2) / 2": SQUARE,
    "mse_gradient: w, X, y = (np.asarray(a) for a in (w, X, y))": FLOATS,
    "least_squares: return np.linalg.lstsq(X, y)[0]": "None is the default of NumPy 2",
    "least_squares: return np.linalg.lstsq(X, y, rcond=0)[0]": "LAPACK takes its epsilon for 0",
    "stable_learning_rate: X = np.asarray(X)": FLOATS,
    "stable_learning_rate: steepest = np.linalg.eigvalsh(X @ X.T / len(X))[-1]": (
        "it has the same eigenvalues, but for zeros"
    ),
    "stable_learning_rate: return 2 / steepest": INFINITE,
    "stable_learning_rate: return 2 / steepest if steepest >= 0 else np.inf": INFINITE,
    "stable_learning_rate: return 2 / steepest if steepest > -1 else np.inf": INFINITE,
    "predict_price: X = np.asarray(X)": "means and deviations make floats of integers",
    "predict_price: return -np.column_stack(…": TAKEN_UP,
    "predict_price: return np.column_stack([np.ones(len(X)), …": TAKEN_UP,
    "predict_price: return np.column_stack([(center - X) / spread, …": TAKEN_UP,
    "predict_price: return np.column_stack([(X - center) // spread, …": (
        "whole deviations cost six percent, of the ten that are allowed"
    ),
    "predict_price: w = …np.zeros(X.shape[-1] + 1)…": "axis 1 of the two is the last",
    "predict_price: w = …np.ones(X.shape[1] + 1)…": TRAINING,
    "predict_price: w = …0.02, 16, 40, rng)[-1]": TRAINING,
    "predict_price: w = …0.04, 40, 16, rng)[-1]": TRAINING,
    "predict_price: w = …0.01, 40, 16, rng)[-1]": TRAINING,
    "predict_price: w = …0.02002, 40, 16, rng)[-1]": TRAINING,
    "predict_price: w = …0.02, 41, 16, rng)[-1]": TRAINING,
    "predict_price: w = …0.02, 39, 16, rng)[-1]": TRAINING,
    "predict_price: w = …0.02, 20, 16, rng)[-1]": TRAINING,
    "predict_price: w = …0.02, 40, 17, rng)[-1]": TRAINING,
    "predict_price: w = …0.02, 40, 15, rng)[-1]": TRAINING,
    "predict_price: w = …0.02, 40, 8, rng)[-1]": TRAINING,
    "predict_price: w = …0.02, 40, 16, rng)[-2]": TRAINING,
}
