"""Mutants of the references that no check can tell from them, each with the reason."""

ARRAY = "an array is subtracted from it, and exp makes floats of integers"
FLOATS = "products of integers are exact, and with the softmax's floats they become floats"
LIMITS = "any limits beyond 1e-3 and 1e3 will do"
HALVINGS = "40 halvings are more than enough for 1e-6"
LAST = "axis 1 of the two is the last"

EQUIVALENT = {
    "log_sum_exp: without Z = np.asarray(Z, dtype=float)": ARRAY,
    "log_sum_exp: Z = Z": ARRAY,
    "log_sum_exp: Z = np.asarray(Z)": ARRAY,
    "softmax: without Z = np.asarray(Z, dtype=float)": ARRAY,
    "softmax: Z = Z": ARRAY,
    "softmax: Z = np.asarray(Z)": ARRAY,
    "one_hot: if not np.all(np.any(Y, axis=-1)):": LAST,
    "softmax_loss: W, b, X = (np.asarray(a) for a in (W, b, X))": FLOATS,
    "softmax_loss: logit_of_label = np.sum(one_hot(y, len(b)) * Z, axis=-1)": LAST,
    "softmax_gradients: W, b, X = (np.asarray(a) for a in (W, b, X))": FLOATS,
    "accuracy: W, b, X = (np.asarray(a) for a in (W, b, X))": "products of integers are exact",
    "accuracy: return np.mean(np.argmax(X @ W + b, axis=-1) == y)": LAST,
    "fit: X = np.asarray(X)": FLOATS,
    "fit: W, b = (np.zeros((X.shape[-1], k)), np.zeros(k))": LAST,
    "fit_temperature: Z = np.asarray(Z)": ARRAY,
    "fit_temperature: low, high = (2e-06, 1000000.0)": LIMITS,
    "fit_temperature: low, high = (5e-07, 1000000.0)": LIMITS,
    "fit_temperature: low, high = (1.001e-06, 1000000.0)": LIMITS,
    "fit_temperature: low, high = (1e-06, 2000000.0)": LIMITS,
    "fit_temperature: low, high = (1e-06, 500000.0)": LIMITS,
    "fit_temperature: low, high = (1e-06, 1001000.0)": LIMITS,
    "fit_temperature: low, high = (1e-06, 1000001.0)": LIMITS,
    "fit_temperature: low, high = (1e-06, 999999.0)": LIMITS,
    "fit_temperature: for _ in range(40 + 1):": HALVINGS,
    "fit_temperature: for _ in range(40 - 1):": HALVINGS,
    "fit_temperature: for _ in range(1, 40):": HALVINGS,
    "fit_temperature: if np.sum(softmax(lead, T) * lead) >= 0:": "a slope of exactly 0 ends there",
    "fit_temperature: if np.mean(softmax(lead, T) * lead) > 0:": "a mean has the sign of the sum",
}
