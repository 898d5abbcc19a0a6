"""Mutants of the references that no check can tell from them, each with the reason."""

SYMMETRIC = "the distribution does not change when all weights change their sign"
FLOATS = "a float among the factors makes floats of integers"
LISTS = "arithmetic with an array makes an array of a list, and floats of integers"
ENOUGH = "many settings make a network that learns"
LAST = "axis 1 of the two is the last"

EQUIVALENT = {
    "xavier_uniform: return -rng.uniform(-r, r, size=(fan_in, fan_out))": SYMMETRIC,
    "he_normal: return -(np.sqrt(2 / fan_in) * rng.normal(size=(fan_in, fan_out)))": SYMMETRIC,
    "forward_variances: A = np.asarray(X)": FLOATS,
    "forward_variances: A = activation(A @ init(A.shape[-1], width, rng))": LAST,
    "forward_variances: return variances": "the checks take a list of numbers for an array",
    "batchnorm_forward: without X, gamma, beta = …": LISTS,
    "batchnorm_forward: X, gamma, beta = (a for a in (X, gamma, beta))": LISTS,
    "batchnorm_forward: X, gamma, beta = (np.asarray(a) for a in (X, gamma, beta))": LISTS,
    "batchnorm_backward: without dout = np.asarray(dout, dtype=float)": LISTS,
    "batchnorm_backward: dout = dout": LISTS,
    "batchnorm_backward: dout = np.asarray(dout)": LISTS,
    "running_statistics: mean, var, X = (np.asarray(a) for a in (mean, var, X))": FLOATS,
    "batchnorm_test: X, gamma, beta, mean, var = (np.asarray(a) for a in (…))": FLOATS,
    "batchnorm_test: X, gamma, beta, sum, var = …": LISTS,
    "batchnorm_test: X, gamma, beta, median, var = …": LISTS,
    "train_deep: sizes = [2] + [33] * 20 + [2]": ENOUGH,
    "train_deep: sizes = [2] + [31] * 20 + [2]": ENOUGH,
    "train_deep: sizes = [2] + [16] * 20 + [2]": ENOUGH,
    "train_deep: params, _ = train(params, X, y, 0.02, 32, 20, rng)": ENOUGH,
    "train_deep: params, _ = train(params, X, y, 0.04, 20, 32, rng)": ENOUGH,
    "train_deep: params, _ = train(params, X, y, 0.01, 20, 32, rng)": ENOUGH,
    "train_deep: params, _ = train(params, X, y, 0.02002, 20, 32, rng)": ENOUGH,
    "train_deep: params, _ = train(params, X, y, 0.02, 21, 32, rng)": ENOUGH,
    "train_deep: params, _ = train(params, X, y, 0.02, 19, 32, rng)": ENOUGH,
    "train_deep: params, _ = train(params, X, y, 0.02, 10, 32, rng)": ENOUGH,
    "train_deep: params, _ = train(params, X, y, 0.02, 20, 33, rng)": ENOUGH,
    "train_deep: params, _ = train(params, X, y, 0.02, 20, 31, rng)": ENOUGH,
    "train_deep: params, _ = train(params, X, y, 0.02, 20, 16, rng)": ENOUGH,
}
