"""Mutants of the references that no check can tell from them, each with the reason."""

FLOATS = "what follows makes floats of integers"
ABOUT = "the stub says about 1e-8: either decision is right for sums so near to the limit"
SQUARE = "the residuals are squared"
START = "the search may start from any two numbers of opposite sign"
GROWS = "any way to grow will do that gets past the answer"
ENOUGH = "so many halvings leave nothing but rounding"
EQUAL = "it makes no difference to which half an exact hit is counted"

EQUIVALENT = {
    "bernoulli_nll: z, y = (np.asarray(a) for a in (logits, y))": FLOATS,
    "bernoulli_nll: return np.mean(np.logaddexp((1.0 - 2.0 * y) * z, 0.0))": (
        "logaddexp does not change when its arguments are exchanged"
    ),
    "bernoulli_nll_gradient: z, y = (np.asarray(a) for a in (logits, y))": FLOATS,
    "gaussian_nll: mu, y = (np.asarray(a) for a in (mu, y))": FLOATS,
    "gaussian_nll: y, mu = (np.asarray(a, dtype=float) for a in (mu, y))": SQUARE,
    "gaussian_nll: mu, y = (np.asarray(a, dtype=float) for a in (y, mu))": SQUARE,
    "gaussian_nll: u = (mu - y) * np.exp(-log_sigma)": SQUARE,
    "gaussian_nll_gradients: mu, y = (np.asarray(a) for a in (mu, y))": FLOATS,
    "entropy: p = np.asarray(p)": FLOATS,
    "entropy: if np.any(p < 0) or not abs(1 - p.sum()) < 1e-08:": "the distance has no sign",
    "entropy: if np.any(p < 0) or not abs(p.sum() - 1) <= 1e-08:": ABOUT,
    "entropy: if np.any(p < 0) or not abs(p.sum() - 1) < 2e-08:": ABOUT,
    "entropy: if np.any(p < 0) or not abs(p.sum() - 1) < 5e-09:": ABOUT,
    "entropy: if np.any(p < 0) or not abs(p.sum() - 1) < 1.001e-08:": ABOUT,
    "cross_entropy: p, q = (np.asarray(a) for a in (p, q))": FLOATS,
    "cross_entropy: for name, a in (('q', q), ('p', p)):": "both are looked at, in either order",
    "cross_entropy: if np.any(a < 0) or not abs(1 - a.sum()) < 1e-08:": "the distance has no sign",
    "cross_entropy: if np.any(a < 0) or not abs(a.sum() - 1) <= 1e-08:": ABOUT,
    "cross_entropy: if np.any(a < 0) or not abs(a.sum() - 1) < 2e-08:": ABOUT,
    "cross_entropy: if np.any(a < 0) or not abs(a.sum() - 1) < 5e-09:": ABOUT,
    "cross_entropy: if np.any(a < 0) or not abs(a.sum() - 1) < 1.001e-08:": ABOUT,
    "cross_entropy: with np.errstate():": "only a warning is lost",
    "log_partition: return np.logaddexp.reduce(-beta * np.asarray(energies))": FLOATS,
    "boltzmann: x = -beta * np.asarray(energies)": FLOATS,
    "mean_energy: return energies @ boltzmann(energies, beta)": "a dot product is symmetric",
    "max_entropy_beta: E = np.asarray(energies)": FLOATS,
    "max_entropy_beta: low, high = (-2.0, 1.0)": START,
    "max_entropy_beta: low, high = (-0.5, 1.0)": START,
    "max_entropy_beta: low, high = (-1.001, 1.0)": START,
    "max_entropy_beta: low, high = (-1.0, 2.0)": START,
    "max_entropy_beta: low, high = (-1.0, 0.5)": START,
    "max_entropy_beta: low, high = (-1.0, 1.001)": START,
    "max_entropy_beta: while mean_energy(E, low) <= target:": EQUAL,
    "max_entropy_beta: while mean_energy(E, high) >= target:": EQUAL,
    "max_entropy_beta: if mean_energy(E, middle) >= target:": EQUAL,
    "max_entropy_beta: twice low = 2.0 * low": GROWS,
    "max_entropy_beta: low = 4.0 * low": GROWS,
    "max_entropy_beta: low = 2.002 * low": GROWS,
    "max_entropy_beta: low = -2.0 * low": GROWS,
    "max_entropy_beta: low = 3.0 * low": GROWS,
    "max_entropy_beta: twice high = 2.0 * high": GROWS,
    "max_entropy_beta: high = 4.0 * high": GROWS,
    "max_entropy_beta: high = 2.002 * high": GROWS,
    "max_entropy_beta: high = -2.0 * high": GROWS,
    "max_entropy_beta: high = 3.0 * high": GROWS,
    "max_entropy_beta: high = 2.0 + high": GROWS,
    "max_entropy_beta: for _ in range(100 + 1):": ENOUGH,
    "max_entropy_beta: for _ in range(100 - 1):": ENOUGH,
    "max_entropy_beta: for _ in range(1, 100):": ENOUGH,
    "max_entropy_beta: for _ in range(50):": ENOUGH,
    "boltzmann_die: return (rng.choice(faces, size=n, p=boltzmann(beta, faces)), beta)": (
        "only the product of energy and beta counts"
    ),
}
