"""Mutants of the references that no check can tell from them, each with the reason."""

ORDER = "a sum has no order"
EITHER = "with as many units in both layers either of them will do"
WHOLE = "the states are whole numbers, so rounding down changes nothing"
TURNED = "the same states in another order"
NEVER = "two numbers are equal once in 9e15 draws"

EQUIVALENT = {
    "rbm_free_energy: v, W, b, c = (np.asarray(a) for a in (v, W, b, c))": (
        "states of numbers give the same sums"
    ),
    "rbm_free_energy: return -v @ b - np.sum(np.logaddexp(v @ W + c, 0.0), axis=-1)": ORDER,
    "exact_log_likelihood: small, large, M = (b, c, W) if d < m else …": EITHER,
    "exact_log_likelihood: states = (1.0 + enumerate_states(len(small))) // 2.0": WHOLE,
    "exact_log_likelihood: states = (1.0 - enumerate_states(len(small))) / 2.0": TURNED,
    "exact_gradients: if d < m:": EITHER,
    "exact_gradients: v = (1.0 + enumerate_states(d)) // 2.0": WHOLE,
    "exact_gradients: v = (1.0 - enumerate_states(d)) / 2.0": TURNED,
    "exact_gradients: h = (1.0 + enumerate_states(m)) // 2.0": WHOLE,
    "exact_gradients: h = (1.0 - enumerate_states(m)) / 2.0": TURNED,
    "cd_gradients: p = visible_probability(rng.random(p.shape) <= p, W, b)": NEVER,
    "cd_gradients: v = rng.random(p.shape) <= p": NEVER,
    "pseudo_log_likelihood: return -d * np.mean(np.logaddexp(-rise, 0.0))": ORDER,
}
