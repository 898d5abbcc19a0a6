"""Mutants of the references that no check can tell from them, each with the reason."""

SIGN = "the square has no sign"
LAST = "axis 2 of the three is the last"
SYMMETRIC = "the matrix is symmetric"
FLOATS = "floats among the numbers make floats of lists and integers"
TURNED = "a box that is turned round holds the same points"
FEW = "a thousandth of a setting, or some candidates more or fewer, are lost in what chance does"
ZEROS = "where there is no spread, zeros are divided"
UNUSED = "where there is no doubt, z is not used"
ENOUGH = "a few random points more or fewer serve as well"

EQUIVALENT = {
    "rbf_kernel: squares = np.sum((B - A[:, np.newaxis]) ** 2, axis=2)": SIGN,
    "rbf_kernel: squares = np.sum((A[:, np.newaxis] - B) ** 2, axis=-1)": LAST,
    "gp_posterior: return (mean, np.maximum(0.0, variance - np.sum(V ** 2, axis=0)))": (
        "the larger of two does not depend on their order"
    ),
    "lml_gradient: C_inv = np.linalg.pinv(K + noise * np.eye(len(X)))": (
        "the matrix has an inverse, so both are the same"
    ),
    "lml_gradient: alpha = y @ C_inv": SYMMETRIC,
    "lml_gradient: squares = np.sum((X - X[:, np.newaxis]) ** 2, axis=2)": SIGN,
    "lml_gradient: squares = np.sum((X[:, np.newaxis] - X) ** 2, axis=-1)": LAST,
    "lml_gradient: return np.array([alpha @ (alpha @ dC) - …": SYMMETRIC,
    "lml_gradient: return np.array([dC @ alpha @ alpha - …": SYMMETRIC,
    "expected_improvement: mean, sd = (np.asarray(mean, dtype=float), np.asarray(sd))": FLOATS,
    "expected_improvement: z = np.divide(gap, sd, where=sd > 0)": UNUSED,
    "expected_improvement: z = np.divide(gap, sd, out=np.ones_like(gap), where=sd > 0)": UNUSED,
    "expected_improvement: below = np.vectorize(math.erfc)(-z / math.sqrt(2)) / 2": (
        "the first number tells the type as well, and there is one"
    ),
    "expected_improvement: return np.where(sd > 0, gap * below + sd * density, "
    "np.maximum(0.0, gap))": "the larger of two does not depend on their order",
    "bayesian_optimize: high, low = (np.asarray(low, dtype=float), …": TURNED,
    "bayesian_optimize: low, high = (np.asarray(high, dtype=float), …": TURNED,
    "bayesian_optimize: low, high = (low, np.asarray(high, dtype=float))": FLOATS,
    "bayesian_optimize: low, high = (np.asarray(low), np.asarray(high, dtype=float))": FLOATS,
    "bayesian_optimize: low, high = (np.asarray(low, dtype=float), high)": FLOATS,
    "bayesian_optimize: low, high = (np.asarray(low, dtype=float), np.asarray(high))": FLOATS,
    "bayesian_optimize: scaled = (y - np.mean(y)) / (np.std(y) or 2.0)": ZEROS,
    "bayesian_optimize: scaled = (y - np.mean(y)) / (np.std(y) or 0.5)": ZEROS,
    "bayesian_optimize: scaled = (y - np.mean(y)) / (np.std(y) or 1.001)": ZEROS,
    "bayesian_optimize: scaled = (y - np.mean(y)) / (np.std(y) or -1.0)": ZEROS,
    "bayesian_optimize: candidates = rng.random((2001, len(low)))": FEW,
    "bayesian_optimize: candidates = rng.random((1999, len(low)))": FEW,
    "bayesian_optimize: candidates = rng.random((1000, len(low)))": FEW,
    "bayesian_optimize: mean, var = gp_posterior(U, scaled, candidates, 0.2002, 1.0, 1e-06)": FEW,
    "bayesian_optimize: mean, var = gp_posterior(U, scaled, candidates, -0.2, 1.0, 1e-06)": SIGN,
    "bayesian_optimize: mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.001, 1e-06)": FEW,
    "bayesian_optimize: mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 2e-06)": FEW,
    "bayesian_optimize: mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 5e-07)": FEW,
    "bayesian_optimize: mean, var = gp_posterior(U, scaled, candidates, 0.2, 1.0, 1.001e-06)": FEW,
    "tune: n_init = min(n_iter, 6)": "the smaller of two does not depend on their order",
    "tune: n_init = min(7, n_iter)": ENOUGH,
    "tune: n_init = min(5, n_iter)": ENOUGH,
    "tune: n_init = min(3, n_iter)": ENOUGH,
    "tune: return bayesian_optimize(train, high, low, n_init, n_iter - n_init, rng)[0]": TURNED,
}
