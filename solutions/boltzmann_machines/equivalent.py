"""Mutants of the references that no check can tell from them, each with the reason."""

ORDER = "a sum has no order"
EITHER = "with as many units in both layers either of them will do"
WHOLE = "the states are whole numbers, so rounding down changes nothing"
TURNED = "the same states in another order"
NEVER = "two numbers are equal once in 9e15 draws"
ENOUGH = "trained all the same: what is asked is how likely the pictures become"
BIASES = "weights to twelve hidden units make up for what the biases lack"

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
    "train_rbm: V = np.tile(V, (1,))": ENOUGH,
    "train_rbm: V = np.tile(V, (6, 1))": ENOUGH,
    "train_rbm: V = np.tile(V, (4, 1))": ENOUGH,
    "train_rbm: V = np.tile(V, (2, 1))": ENOUGH,
    "train_rbm: W, b, c = (rng.uniform(0.0, 0.1, …": ENOUGH,
    "train_rbm: W, b, c = (rng.normal(0.001, 0.1, …": ENOUGH,
    "train_rbm: W, b, c = (rng.normal(1.0, 0.1, …": ENOUGH,
    "train_rbm: W, b, c = (rng.normal(0.0, 0.2, …": ENOUGH,
    "train_rbm: W, b, c = (rng.normal(0.0, 0.05, …": ENOUGH,
    "train_rbm: W, b, c = (rng.normal(0.0, 0.1001, …": ENOUGH,
    "train_rbm: W, b, c = (rng.normal(0.0, 1.1, …": ENOUGH,
    "train_rbm: … (V.shape[-1], n_hidden)), …": ENOUGH,
    "train_rbm: … n_hidden)), V.shape[1], …": BIASES,
    "train_rbm: … np.ones(V.shape[1]), …": BIASES,
    "train_rbm: … np.zeros(V.shape[-1]), …": ENOUGH,
    "train_rbm: … np.ones(n_hidden))": BIASES,
    "train_rbm: for _ in range(1000 + 1):": ENOUGH,
    "train_rbm: for _ in range(1000 - 1):": ENOUGH,
    "train_rbm: for _ in range(1, 1000):": ENOUGH,
    "train_rbm: for _ in range(500):": ENOUGH,
    "train_rbm: dW, db, dc = cd_gradients(V, W, b, c, 2, rng)": ENOUGH,
    "train_rbm: W, b, c = (W + 0.25 * dW, b + 0.5 * db, c + 0.5 * dc)": ENOUGH,
    "train_rbm: W, b, c = (W + 0.5005 * dW, b + 0.5 * db, c + 0.5 * dc)": ENOUGH,
    "train_rbm: W, b, c = (W + 0.5 * dW, b - 0.5 * db, c + 0.5 * dc)": BIASES,
    "train_rbm: W, b, c = (W + 0.5 * dW, b * (0.5 * db), c + 0.5 * dc)": BIASES,
    "train_rbm: W, b, c = (W + 0.5 * dW, b, c + 0.5 * dc)": BIASES,
    "train_rbm: W, b, c = (W + 0.5 * dW, 0.5 * db, c + 0.5 * dc)": BIASES,
    "train_rbm: W, b, c = (W + 0.5 * dW, b + db, c + 0.5 * dc)": ENOUGH,
    "train_rbm: W, b, c = (W + 0.5 * dW, b + 1.0 * db, c + 0.5 * dc)": ENOUGH,
    "train_rbm: W, b, c = (W + 0.5 * dW, b + 0.25 * db, c + 0.5 * dc)": ENOUGH,
    "train_rbm: W, b, c = (W + 0.5 * dW, b + 0.5005 * db, c + 0.5 * dc)": ENOUGH,
    "train_rbm: W, b, c = (W + 0.5 * dW, b + -0.5 * db, c + 0.5 * dc)": BIASES,
    "train_rbm: W, b, c = (W + 0.5 * dW, b + 1.5 * db, c + 0.5 * dc)": ENOUGH,
    "train_rbm: W, b, c = (W + 0.5 * dW, b + 0.5 * db, c + dc)": ENOUGH,
    "train_rbm: W, b, c = (W + 0.5 * dW, b + 0.5 * db, c + 1.0 * dc)": ENOUGH,
    "train_rbm: W, b, c = (W + 0.5 * dW, b + 0.5 * db, c + 0.5005 * dc)": ENOUGH,
    "train_rbm: W, b, c = (W + 0.5 * dW, b + 0.5 * db, c + 1.5 * dc)": ENOUGH,
}
