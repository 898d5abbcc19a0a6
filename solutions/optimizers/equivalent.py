"""Mutants of the references that no check can tell from them, each with the reason."""

FLOATS = "0.0 at first, alpha and the decay rates make floats of integers"
SQUARE = "the square has no sign"
ENOUGH = "many searches find a rate that is good enough"
LUCK = "most rates that are tried are good, and luck picks one of them"

EQUIVALENT = {
    "momentum: theta, grad = (np.asarray(a) for a in (theta, grad))": FLOATS,
    "nesterov: theta, grad = (np.asarray(a) for a in (theta, grad))": FLOATS,
    "adagrad: theta, grad = (np.asarray(a) for a in (theta, grad))": FLOATS,
    "rmsprop: theta, grad = (np.asarray(a) for a in (theta, grad))": FLOATS,
    "adam: theta, grad = (np.asarray(a) for a in (theta, grad))": FLOATS,
    "adam: t, mean, mean_square = (0.0, 0, 0.0) if state is None else state": (
        "a sum with a float is a float, and whole numbers are exact in floats"
    ),
    "optimal_momentum: high, low = (roots.min(), roots.max())": SQUARE,
    "optimal_momentum: low, high = (roots.max(), roots.min())": SQUARE,
    "optimal_momentum: return ((-2.0 / …": SQUARE,
    "optimal_momentum: return …((low - high) / (high + low)) ** 2)": SQUARE,
    "train_with: return (list(zip(theta[::2], theta[1::2])), losses)": (
        "a list of numbers is as good as an array"
    ),
    "train_with: twice seen.append(mlp_loss(layers, X[batch], y[batch]))": (
        "the mean of losses that are each counted twice is their mean"
    ),
    "update_ratio: return np.linalg.norm(np.subtract(theta, new_theta)) / …": SQUARE,
    "clip_by_norm: return [grad * max_norm / max(max_norm, norm) for grad in grads]": (
        "the larger of two does not depend on their order"
    ),
    "cosine: return lr * (1 + np.cos(np.pi * min(total, t) / total)) / 2": (
        "the smaller of two does not depend on their order"
    ),
    "race: for lr in (…": ENOUGH,
    "race: start = init_mlp([64, 10, 64], rng)": ENOUGH,
    "race: start = init_mlp([64, 10], rng)": ENOUGH,
    "race: start = init_mlp([64, 64], rng)": ENOUGH,
    "race: start = init_mlp([64, 65, 10], rng)": ENOUGH,
    "race: start = init_mlp([64, 63, 10], rng)": ENOUGH,
    "race: start = init_mlp([64, 32, 10], rng)": ENOUGH,
    "race: start = init_mlp([64, 64, 11], rng)": ENOUGH,
    "race: params, _ = train_with(adam, start, X, y, 6, batch_size=32, rng=rng, lr=lr)": ENOUGH,
    "race: params, _ = train_with(adam, start, X, y, 4, batch_size=32, rng=rng, lr=lr)": ENOUGH,
    "race: params, _ = train_with(adam, start, X, y, 2, batch_size=32, rng=rng, lr=lr)": ENOUGH,
    "race: params, _ = train_with(adam, start, X, y, 5, batch_size=33, rng=rng, lr=lr)": ENOUGH,
    "race: params, _ = train_with(adam, start, X, y, 5, batch_size=31, rng=rng, lr=lr)": ENOUGH,
    "race: params, _ = train_with(adam, start, X, y, 5, batch_size=16, rng=rng, lr=lr)": ENOUGH,
    "race: params, _ = train_with(adam, start, X, y, -5, batch_size=32, rng=rng, lr=lr)": LUCK,
    "race: params, _ = train_with(adam, start, X, y, 5, batch_size=-32, rng=rng, lr=lr)": LUCK,
    "race: params, _ = train_with(adam, start, X, y, 5, batch_size=32, rng=rng)": LUCK,
}
