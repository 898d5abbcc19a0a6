"""Mutants of the references that no check can tell from them, each with the reason."""

ENOUGH = "many settings restrain a network well enough"
FLOATS = "a float among the factors makes floats of integers"
SIZES = "sizes of integers are exact, and a whole number will do for a number"

EQUIVALENT = {
    "l1_penalty: return lam * np.sum(np.abs(w))": SIZES,
    "l1_penalty: return lam * np.sum(np.abs(np.asarray(w)))": SIZES,
    "l2_penalty: return lam / 2 * np.sum(np.asarray(w) ** 2)": "squares of integers are exact",
    "soft_threshold: return np.sign(w) * np.maximum(0.0, np.abs(w) - t)": (
        "the larger of two does not depend on their order"
    ),
    "dropout_forward: X = np.asarray(X)": FLOATS,
    "dropout_forward: mask = (rng.random(X.shape) > p) / (1 - p)": (
        "a draw equals p with a probability of 2**-53"
    ),
    "fit_few: params = init_mlp([64, 10], rng)": "straight borders are a restraint too",
    "fit_few: params = init_mlp([64, 64], rng)": ENOUGH,
    "fit_few: params = init_mlp([64, 65, 10], rng)": ENOUGH,
    "fit_few: params = init_mlp([64, 63, 10], rng)": ENOUGH,
    "fit_few: params = init_mlp([64, 32, 10], rng)": ENOUGH,
    "fit_few: params = init_mlp([64, 64, 11], rng)": ENOUGH,
    "fit_few: params, _ = train(params, X, y, 0.1, 30, 40, rng, l2=0.02)": ENOUGH,
    "fit_few: params, _ = train(params, X, y, 0.2, 40, 30, rng, l2=0.02)": ENOUGH,
    "fit_few: params, _ = train(params, X, y, 0.05, 40, 30, rng, l2=0.02)": ENOUGH,
    "fit_few: params, _ = train(params, X, y, 0.1001, 40, 30, rng, l2=0.02)": ENOUGH,
    "fit_few: params, _ = train(params, X, y, 0.1, 41, 30, rng, l2=0.02)": ENOUGH,
    "fit_few: params, _ = train(params, X, y, 0.1, 39, 30, rng, l2=0.02)": ENOUGH,
    "fit_few: params, _ = train(params, X, y, 0.1, 20, 30, rng, l2=0.02)": ENOUGH,
    "fit_few: params, _ = train(params, X, y, 0.1, 40, 31, rng, l2=0.02)": ENOUGH,
    "fit_few: params, _ = train(params, X, y, 0.1, 40, 29, rng, l2=0.02)": ENOUGH,
    "fit_few: params, _ = train(params, X, y, 0.1, 40, 15, rng, l2=0.02)": ENOUGH,
    "fit_few: params, _ = train(params, X, y, 0.1, 40, 30, rng)": (
        "short steps that end soon are a restraint too"
    ),
    "fit_few: params, _ = train(params, X, y, 0.1, 40, 30, rng, l2=0.04)": ENOUGH,
    "fit_few: params, _ = train(params, X, y, 0.1, 40, 30, rng, l2=0.01)": ENOUGH,
    "fit_few: params, _ = train(params, X, y, 0.1, 40, 30, rng, l2=0.02002)": ENOUGH,
    "fit_few: return mlp_forward(params, X)[0].argmax(axis=-1)": "axis 1 of the two is the last",
}
