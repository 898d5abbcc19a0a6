"""Mutants of the references that no check can tell from them, each with the reason."""

SYMMETRIC = "the distribution does not change when all weights change their sign"
FLOATS = "a float among the factors makes floats of integers"
LISTS = "arithmetic with an array makes an array of a list, and floats of integers"
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
}
