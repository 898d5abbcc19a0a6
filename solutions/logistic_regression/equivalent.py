"""Mutants of the references that no check can tell from them, each with the reason."""

FLOATS = "products of integers are exact, and with the sigmoid's floats they become floats"
LAST = "axis 1 of the two is the last"
SYMMETRIC = "a covariance is symmetric"
STEPS = "after so many steps the weights no longer change"

EQUIVALENT = {
    "sigmoid: z = np.asarray(z)": "exp makes floats of integers",
    "sigmoid: return np.where(z > 0, 1.0, e) / (1.0 + e)": "e is 1 where z is 0",
    "sigmoid_gradient: z = np.asarray(z)": "sigmoid makes floats of integers",
    "squared_loss: w, X, y = (np.asarray(a) for a in (w, X, y))": FLOATS,
    "squared_loss: return np.mean((y - sigmoid(X @ w)) ** 2) / 2": "the square has no sign",
    "squared_loss_gradient: w, X, y = (np.asarray(a) for a in (w, X, y))": FLOATS,
    "cross_entropy: w, X, y = (np.asarray(a) for a in (w, X, y))": FLOATS,
    "cross_entropy: return …np.logaddexp(-z, 0.0) + (1.0 - y) * np.logaddexp(0.0, z))": (
        "logaddexp does not change when its arguments are exchanged"
    ),
    "cross_entropy: return …np.logaddexp(0.0, -z) + (1.0 - y) * np.logaddexp(z, 0.0))": (
        "logaddexp does not change when its arguments are exchanged"
    ),
    "cross_entropy_gradient: w, X, y = (np.asarray(a) for a in (w, X, y))": FLOATS,
    "cross_entropy_hessian: w, X = (np.asarray(a) for a in (w, X))": FLOATS,
    "fit: X, y = (np.asarray(a) for a in (X, y))": FLOATS,
    "fit: w = np.zeros(X.shape[-1])": LAST,
    "newton_fit: X, y = (np.asarray(a) for a in (X, y))": FLOATS,
    "newton_fit: d = X.shape[-1]": LAST,
    "best_threshold: p, y = (p, np.asarray(y))": "the other operand is an array",
    "best_threshold: misses = np.sum(~says_one & (y >= 1), axis=1)": "labels are 0 and 1",
    "best_threshold: alarms = np.sum(says_one & (y <= 0), axis=1)": "labels are 0 and 1",
    "best_threshold: misses = np.sum(~says_one & (y == 1), axis=-1)": LAST,
    "best_threshold: alarms = np.sum(says_one & (y == 0), axis=-1)": LAST,
    "noisy_neuron: w, b = newton_fit(X, spiked, 26, 0.0)": STEPS,
    "noisy_neuron: w, b = newton_fit(X, spiked, 24, 0.0)": STEPS,
    "noisy_neuron: w, b = newton_fit(X, spiked, 12, 0.0)": STEPS,
    "noisy_neuron: w, b = newton_fit(X, spiked, 25)": "this penalty changes less than 1%",
    "noisy_neuron: covariance = np.linalg.pinv(len(X) * cross_entropy_hessian([w, b], X))": (
        "the Hessian has an inverse, which its pseudo-inverse then is"
    ),
    "noisy_neuron: slopes = [threshold, 1.0]": "the product makes an array of it",
    "noisy_neuron: slopes = np.array([threshold, 1.001])": "this is within 5% of the error",
    "noisy_neuron: threshold_error = np.sqrt(slopes @ (slopes @ covariance)) / w": SYMMETRIC,
    "noisy_neuron: threshold_error = np.sqrt(covariance @ slopes @ slopes) / w": SYMMETRIC,
}
