"""Mutants of the references that no check can tell from them, each with the reason."""

CONVERTED = "the other operand is float64, so the product converts this one, a list too"
FLOATS = "products and sums of integers are as exact, and a float comes out in the end"
LAST = "axis 1 of the two is the last"
EPOCHS = "how many epochs are averaged is a choice, and the goal is reached with each of these"

EQUIVALENT = {
    "predict: X, w = (X, np.asarray(w, dtype=float))": CONVERTED,
    "predict: X, w = (np.asarray(X), np.asarray(w, dtype=float))": CONVERTED,
    "predict: X, w = (np.asarray(X, dtype=float), w)": CONVERTED,
    "predict: X, w = (np.asarray(X, dtype=float), np.asarray(w))": CONVERTED,
    "perceptron_loss: w, X, y = (np.asarray(a) for a in (w, X, y))": FLOATS,
    "perceptron_loss: return np.sum(np.maximum(-y * (X @ w), 0.0))": "a maximum has no order",
    "perceptron_fit: X, y = (np.asarray(X), np.asarray(y, dtype=float))": CONVERTED,
    "perceptron_fit: X, y = (np.asarray(X, dtype=float), y)": CONVERTED,
    "perceptron_fit: X, y = (np.asarray(X, dtype=float), np.asarray(y))": CONVERTED,
    "perceptron_fit: w = np.zeros(X.shape[-1])": LAST,
    "perceptron_fit: if y_i * (w @ x_i) <= 0:": "the product of two vectors has no order",
    "perceptron_fit: w = w + eta / y_i * x_i": "1/y is y where y is 1 or -1",
    "perceptron_fit: if updates <= before:": "the number of updates never falls",
    "margin: w, X, y = (np.asarray(a) for a in (w, X, y))": FLOATS,
    "mistake_bound: w, X, y = (np.asarray(a) for a in (w, X, y))": FLOATS,
    "mistake_bound: radius = np.max(np.linalg.norm(X, axis=-1))": LAST,
    "averaged_perceptron: X, y = (np.asarray(X), np.asarray(y, dtype=float))": CONVERTED,
    "averaged_perceptron: X, y = (np.asarray(X, dtype=float), y)": CONVERTED,
    "averaged_perceptron: X, y = (np.asarray(X, dtype=float), np.asarray(y))": CONVERTED,
    "averaged_perceptron: X, y = (np.asarray(X, dtype=float), np.asarray(y, dtype=int))": (
        "labels are whole numbers, and X makes floats of them"
    ),
    "averaged_perceptron: w = np.zeros(X.shape[-1])": LAST,
    "averaged_perceptron: if y_i * (w @ x_i) <= 0:": "the product of two vectors has no order",
    "tell_apart: return averaged_perceptron(add_bias(X), y)": EPOCHS,
    "tell_apart: return averaged_perceptron(add_bias(X), y, max_epochs=5)": EPOCHS,
    "tell_apart: return averaged_perceptron(add_bias(X), y, max_epochs=9)": EPOCHS,
    "tell_apart: return averaged_perceptron(add_bias(X), y, max_epochs=11)": EPOCHS,
}
