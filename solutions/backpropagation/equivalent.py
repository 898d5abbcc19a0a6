"""Mutants of the references that no check can tell from them, each with the reason."""

ENOUGH = "many networks and trainings are good enough"
ELSEWHERE = "the functions that take it make floats of it"
FLOATS = "with floats in the sum or quotient, integers become floats"
LAST = "axis 1 of the two is the last"

EQUIVALENT = {
    "relu_forward: return np.maximum(0.0, np.asarray(Z, dtype=float))": "a maximum has no order",
    "relu_forward: return np.maximum(Z, 0.0)": "0.0 makes floats, and maximum takes lists",
    "relu_forward: return np.maximum(np.asarray(Z), 0.0)": "0.0 makes floats",
    "relu_backward: dA, Z = (np.asarray(a) for a in (dA, Z))": "0.0 makes floats",
    "sigmoid_forward: Z = np.asarray(Z)": "exp makes floats of integers",
    "sigmoid_forward: return np.where(Z > 0, 1.0, e) / (1.0 + e)": "e is 1 where Z is 0",
    "sigmoid_backward: dA, A = (np.asarray(a) for a in (dA, A))": FLOATS,
    "mse_loss: pred, target = (np.asarray(a) for a in (pred, target))": FLOATS,
    "softmax_cross_entropy: Z = np.asarray(Z)": FLOATS,
    "softmax_cross_entropy: twice Z = Z - Z.max(axis=1, keepdims=True)": "then the maximum is 0",
    "softmax_cross_entropy: Z = Z - Z.max(axis=-1, keepdims=True)": LAST,
    "softmax_cross_entropy: log_p = Z - np.log(np.exp(Z).sum(axis=-1, keepdims=True))": LAST,
    "mlp_forward: inputs = [X]": ELSEWHERE,
    "mlp_forward: inputs = [np.asarray(X)]": ELSEWHERE,
    "mlp_loss: penalty = sum((np.sum(np.asarray(W) ** 2) for W, _ in params))": FLOATS,
    "train: twice of_batches.append(mlp_loss(params, *at))": "the mean stays the same",
    "train: return (params, losses)": "a list of numbers is as good as an array",
    "mlp_gradients: gradients.append((dW + l2 * np.asarray(W), db))": FLOATS,
    "overfit: params = init_mlp([64, 65, np.max(y) + 1], rng)": ENOUGH,
    "overfit: params = init_mlp([64, 63, np.max(y) + 1], rng)": ENOUGH,
    "overfit: params = init_mlp([64, 32, np.max(y) + 1], rng)": ENOUGH,
    "overfit: params = init_mlp([64, 64, np.sum(y) + 1], rng)": ENOUGH,
    "overfit: params = init_mlp([64, 64, np.max(y) + 2], rng)": ENOUGH,
    "overfit: params, _ = train(params, X, y, 0.6, 500, len(y), rng)": ENOUGH,
    "overfit: params, _ = train(params, X, y, 0.3003, 500, len(y), rng)": ENOUGH,
    "overfit: params, _ = train(params, X, y, 0.3, 501, len(y), rng)": ENOUGH,
    "overfit: params, _ = train(params, X, y, 0.3, 499, len(y), rng)": ENOUGH,
    "fit_digits: params = init_mlp([64, 65, np.max(y) + 1], rng)": ENOUGH,
    "fit_digits: params = init_mlp([64, 63, np.max(y) + 1], rng)": ENOUGH,
    "fit_digits: params = init_mlp([64, 32, np.max(y) + 1], rng)": ENOUGH,
    "fit_digits: params = init_mlp([64, 64, np.sum(y) + 1], rng)": ENOUGH,
    "fit_digits: params = init_mlp([64, 64, np.max(y) + 2], rng)": ENOUGH,
    "fit_digits: params, _ = train(params, X, y, 0.3, 32, 30, rng, l2=0.001)": ENOUGH,
    "fit_digits: params, _ = train(params, X, y, 0.6, 30, 32, rng, l2=0.001)": ENOUGH,
    "fit_digits: params, _ = train(params, X, y, 0.15, 30, 32, rng, l2=0.001)": ENOUGH,
    "fit_digits: params, _ = train(params, X, y, 0.3003, 30, 32, rng, l2=0.001)": ENOUGH,
}
