"""Wrong answers to the exercises of likelihood_and_entropy, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- bernoulli_nll ---


@wrong_answer(
    "bernoulli_nll",
    cause=(
        "clips the probabilities to [1e-12, 1 - 1e-12], so the loss of a sure wrong "
        "answer is capped near 27.6"
    ),
)
def nll_clipped_probabilities(logits, y):
    z = np.asarray(logits, dtype=float)
    y = np.asarray(y, dtype=float)
    p = 0.5 * (1 + np.tanh(z / 2))
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@wrong_answer(
    "bernoulli_nll",
    cause="counts only the samples with label 1; the term of label 0 is missing",
)
def nll_only_label_one(logits, y):
    n = len(y)
    total = 0.0
    for z_i, y_i in zip(logits, y):
        total += y_i * np.logaddexp(0, -z_i)
    return total / n


@wrong_answer(
    "bernoulli_nll",
    cause="applies the sigmoid to the logits before a formula that expects logits",
)
def nll_sigmoid_twice(logits, y):
    z = np.asarray(logits, dtype=float)
    y = np.asarray(y, dtype=float)
    z = 0.5 * (1 + np.tanh(0.5 * z))
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))


@wrong_answer("bernoulli_nll", cause="returns the mean log-likelihood, without the minus sign")
def nll_forgets_minus(logits, y):
    def log_sigmoid(t):
        return -np.logaddexp(0, -t)

    z, y = np.asarray(logits, float), np.asarray(y, float)
    return np.mean(y * log_sigmoid(z) + (1 - y) * log_sigmoid(-z))


@wrong_answer(
    "bernoulli_nll",
    cause=(
        "makes the logits a column and leaves y a row, so the mean is over all n times n "
        "pairs"
    ),
)
def nll_broadcasts_to_pairs(logits, y):
    z = np.asarray(logits, dtype=float).reshape(-1, 1)
    y = np.asarray(y, dtype=float)
    loss = np.logaddexp(0, z) - y * z
    return np.mean(loss)


@wrong_answer(
    "bernoulli_nll",
    cause="has an additional factor 1/2, as half the mean squared error has",
)
def nll_halved(logits, y):
    z, y = np.asarray(logits, float), np.asarray(y, float)
    n = z.shape[0]
    return np.sum(np.logaddexp(0, z) - y * z) / (2 * n)


# --- bernoulli_nll_gradient ---


@wrong_answer("bernoulli_nll_gradient", cause="forgets to divide by the number of samples")
def gradient_of_the_sum(logits, y):
    z = np.asarray(logits, dtype=float)
    return 0.5 * (1 + np.tanh(z / 2)) - np.asarray(y)


@wrong_answer(
    "bernoulli_nll_gradient",
    cause="subtracts the labels from the logits themselves; the sigmoid is missing",
)
def logits_minus_labels(logits, y):
    residual = np.asarray(logits, dtype=float) - np.asarray(y, dtype=float)
    return residual / residual.size


@wrong_answer(
    "bernoulli_nll_gradient",
    cause="the sigmoid is built from tanh(z) instead of tanh(z / 2)",
)
def gradient_with_tanh_of_z(logits, y):
    def sig(t):
        return (np.tanh(t) + 1) / 2

    z = np.asarray(logits, dtype=float)
    return (sig(z) - np.asarray(y)) / len(z)


@wrong_answer("bernoulli_nll_gradient", cause="overwrites the caller's array of logits in place")
def gradient_changes_logits(logits, y):
    dz = np.asarray(logits, dtype=float)
    dz[:] = np.exp(-np.logaddexp(0, -dz))
    dz[np.asarray(y) == 1] -= 1
    dz /= len(y)
    return dz


@wrong_answer(
    "bernoulli_nll_gradient",
    cause="subtracts 1 where the label is 0 instead of where it is 1",
)
def subtracts_one_at_label_zero(logits, y):
    z = np.array(logits, dtype=float)
    y = np.array(y)
    dz = 0.5 + 0.5 * np.tanh(z / 2)
    dz[y == 0] -= 1
    return dz / len(y)


@wrong_answer(
    "bernoulli_nll_gradient",
    cause="has an additional factor 2, as the derivative of a square has",
)
def gradient_doubled(logits, y):
    z = np.asarray(logits, dtype=float)
    error = np.exp(-np.logaddexp(0, -z)) - np.asarray(y, dtype=float)
    return 2 / len(z) * error


# --- gaussian_nll ---


@wrong_answer(
    "gaussian_nll",
    cause="divides the squared residuals by sigma instead of sigma squared",
)
def divides_by_sigma_once(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    sigma = np.exp(log_sigma)
    squares = (y - mu) ** 2
    return squares.mean() / (2 * sigma) + np.log(sigma) + 0.5 * np.log(2 * np.pi)


@wrong_answer("gaussian_nll", cause="the factor 1/2 of the squared residuals is missing")
def gaussian_without_half(mu, log_sigma, y):
    u = (np.asarray(mu, float) - np.asarray(y, float)) * np.exp(-log_sigma)
    return np.mean(u * u) + log_sigma + np.log(2 * np.pi) / 2


@wrong_answer(
    "gaussian_nll",
    cause="divides ln sigma and the constant by n too, although they were added only once",
)
def constant_divided_by_n(mu, log_sigma, y):
    n = len(y)
    total = 0.0
    sigma = np.exp(log_sigma)
    for m, t in zip(mu, y):
        total += ((t - m) / sigma) ** 2 / 2
    total += log_sigma + 0.5 * np.log(2 * np.pi)
    return total / n


@wrong_answer("gaussian_nll", cause="takes the sum of the squared residuals instead of their mean")
def gaussian_sum_of_squares(mu, log_sigma, y):
    residuals = np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)
    chi2 = residuals @ residuals / np.exp(2 * log_sigma)
    return chi2 / 2 + log_sigma + np.log(np.sqrt(2 * np.pi))


@wrong_answer(
    "gaussian_nll",
    cause="adds ln(2 pi) in full; the square root, that is the factor 1/2, is missing",
)
def constant_not_halved(mu, log_sigma, y):
    mu, y = np.array(mu, float), np.array(y, float)
    return np.mean((y - mu) ** 2) / 2 * np.exp(-2 * log_sigma) + log_sigma + np.log(2 * np.pi)


@wrong_answer("gaussian_nll", cause="uses the absolute residuals, not their squares")
def absolute_residuals(mu, log_sigma, y):
    u = np.abs(np.asarray(y, float) - np.asarray(mu, float)) / np.exp(log_sigma)
    return u.mean() / 2 + log_sigma + np.log(2 * np.pi) / 2


# --- gaussian_nll_gradients ---


@wrong_answer(
    "gaussian_nll_gradients",
    cause="the gradient by mu is not divided by the number of samples",
)
def mu_gradient_not_divided_by_n(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    var = np.exp(2 * log_sigma)
    dmu = (mu - y) / var
    ds = 1 - np.mean((mu - y) ** 2) / var
    return dmu, ds


@wrong_answer(
    "gaussian_nll_gradients",
    cause="divides the residual by sigma only once in the gradient by mu",
)
def mu_gradient_one_sigma(mu, log_sigma, y):
    u = (np.asarray(mu, float) - np.asarray(y, float)) / np.exp(log_sigma)
    n = len(u)
    return u / n, 1 - u @ u / n


@wrong_answer(
    "gaussian_nll_gradients",
    cause="differentiates as if log_sigma were the logarithm of the variance",
)
def gradients_for_log_variance(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    var = np.exp(log_sigma)
    diff = mu - y
    return diff / var / len(y), 0.5 * (1 - np.mean(diff**2 / var))


@wrong_answer("gaussian_nll_gradients", cause="forgets the derivative 1 of the term ln sigma")
def forgets_derivative_of_log_sigma(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    precision = np.exp(-2 * log_sigma)
    grad_mu = precision * (mu - y) / len(mu)
    grad_s = -precision * np.mean((mu - y) ** 2)
    return grad_mu, grad_s


@wrong_answer("gaussian_nll_gradients", cause="the gradient by log_sigma has the opposite sign")
def sigma_gradient_sign(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, float) - np.asarray(y, float)) / sigma
    return u / (len(u) * sigma), np.mean(u**2) - 1


@wrong_answer(
    "gaussian_nll_gradients",
    cause="gives one gradient by log_sigma for every sample instead of their mean",
)
def sigma_gradient_per_sample(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, float) - np.asarray(y, float)) / sigma
    return u / (len(u) * sigma), 1 - u**2


# --- entropy ---


@wrong_answer("entropy", cause="does not treat p = 0 separately, so 0 ln 0 gives nan")
def entropy_zero_log_zero(p):
    p = np.asarray(p, dtype=float)
    if not (p >= 0).all() or abs(p.sum() - 1) > 1e-8:
        raise ValueError("p must be nonnegative and sum to 1")
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.sum(p * np.log(p))


@wrong_answer("entropy", cause="adds 1e-6 inside the logarithm, which changes the value")
def entropy_epsilon(p):
    p = np.asarray(p, dtype=float)
    if not (p >= 0).all() or abs(p.sum() - 1) > 1e-8:
        raise ValueError("p must be nonnegative and sum to 1")
    return -np.sum(p * np.log(p + 1e-6))


@wrong_answer("entropy", cause="rejects distributions in which a probability is exactly 0")
def entropy_rejects_zeros(p):
    p = np.asarray(p, dtype=float)
    if not np.all(p > 0) or abs(np.sum(p) - 1) > 1e-8:
        raise ValueError("p must be positive and sum to 1")
    return -np.sum(p * np.log(p))


@wrong_answer("entropy", cause="does not notice nan, since comparisons with nan are false")
def entropy_lets_nan_pass(p):
    p = np.asarray(p, dtype=float)
    if p.min() < 0 or abs(p.sum() - 1) > 1e-8:
        raise ValueError("p is no distribution")
    terms = [0.0 if x == 0 else -x * np.log(x) for x in p]
    return float(sum(terms)) + 0.0


@wrong_answer("entropy", cause="never checks for negative numbers, only the sum")
def entropy_accepts_negative(p):
    p = np.asarray(p, dtype=float)
    if not abs(p.sum() - 1) <= 1e-8:
        raise ValueError("p must sum to 1")
    positive = p[p > 0]
    return float(np.dot(positive, -np.log(positive))) + 0.0


@wrong_answer(
    "entropy",
    cause="tests the sum against 1 with a tolerance that is far too wide (1e-3)",
)
def entropy_wide_tolerance(p):
    p = np.asarray(p, dtype=float)
    if not np.all(p >= 0) or not np.allclose(np.sum(p), 1.0, atol=1e-3):
        raise ValueError("p must be probabilities that sum to 1")
    safe = np.where(p > 0, p, 1.0)
    return np.sum(p * -np.log(safe)) + 0.0


# --- cross_entropy ---


@wrong_answer(
    "cross_entropy",
    cause="clips q at 1e-12, so an impossible outcome costs 27.6 per unit of p instead of inf",
)
def cross_entropy_clips(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, values in (("p", p), ("q", q)):
        if not np.all(values >= 0) or abs(values.sum() - 1) > 1e-8:
            raise ValueError(name + " is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length than p")
    return -np.sum(p * np.log(np.clip(q, 1e-12, 1.0))) + 0.0


@wrong_answer("cross_entropy", cause="uses logarithms to base 2 (bits, not nats)")
def cross_entropy_in_bits(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, values in (("p", p), ("q", q)):
        if not np.all(values >= 0) or abs(values.sum() - 1) > 1e-8:
            raise ValueError(name + " is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length than p")
    m = p > 0
    with np.errstate(divide="ignore"):
        return np.sum(p[m] * -np.log2(q[m])) + 0.0


@wrong_answer(
    "cross_entropy",
    cause="uses the binary cross-entropy, with a term (1 - p) ln (1 - q) for every outcome",
)
def cross_entropy_binary(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, values in (("p", p), ("q", q)):
        if not np.all(values >= 0) or abs(values.sum() - 1) > 1e-8:
            raise ValueError(name + " is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length than p")
    total = 0.0
    with np.errstate(divide="ignore"):
        for a, b in zip(p, q):
            if a > 0:
                total -= a * np.log(b)
            if a < 1:
                total -= (1 - a) * np.log(1 - b)
    return total


@wrong_answer(
    "cross_entropy",
    cause="leaves out the outcomes with q = 0, so that it is never infinite",
)
def cross_entropy_skips_impossible(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, values in (("p", p), ("q", q)):
        if not np.all(values >= 0) or abs(values.sum() - 1) > 1e-8:
            raise ValueError(f"{name} must be a distribution")
    if len(q) != len(p):
        raise ValueError("q must be as long as p")
    keep = q > 0
    return float(np.sum(-p[keep] * np.log(q[keep]))) + 0.0


@wrong_answer("cross_entropy", cause="averages over the outcomes (divides by k) instead of adding")
def cross_entropy_divided_by_k(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, values in (("p", p), ("q", q)):
        if not np.all(values >= 0) or abs(values.sum() - 1) > 1e-8:
            raise ValueError(f"{name} must be a distribution")
    if len(q) != len(p):
        raise ValueError("q must be as long as p")
    with np.errstate(divide="ignore"):
        surprise = -np.log(q)
    terms = [a * s if a > 0 else 0.0 for a, s in zip(p, surprise)]
    return float(np.mean(terms)) + 0.0


@wrong_answer("cross_entropy", cause="checks only p; a q that is no distribution is accepted")
def cross_entropy_q_not_checked(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    if not np.all(p >= 0) or abs(p.sum() - 1) > 1e-8:
        raise ValueError("p is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has not the shape of p")
    happens = p > 0
    with np.errstate(divide="ignore", invalid="ignore"):
        return float(-np.sum(p[happens] * np.log(q[happens]))) + 0.0


# --- kl_divergence ---


@wrong_answer("kl_divergence", cause="gives D(q || p): the two distributions are exchanged")
def divergence_the_other_way(p, q):
    cross_entropy(p, q)
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    m = q > 0
    with np.errstate(divide="ignore"):
        return float(np.sum(q[m] * np.log(q[m] / p[m])))


@wrong_answer("kl_divergence", cause="adds both directions, D(p || q) + D(q || p)")
def divergence_symmetrized(p, q):
    cross_entropy(p, q)

    def one_way(a, b):
        m = a > 0
        with np.errstate(divide="ignore"):
            return np.sum(a[m] * np.log(a[m] / b[m]))

    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return float(one_way(p, q) + one_way(q, p))


@wrong_answer(
    "kl_divergence",
    cause="gives nan for outcomes with p = 0, because 0 ln 0 is computed as it stands",
)
def divergence_nan_at_zero(p, q):
    cross_entropy(p, q)
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    with np.errstate(all="ignore"):
        return float(np.sum(p * (np.log(p) - np.log(q))))


@wrong_answer(
    "kl_divergence",
    cause="clips p and q to at least 1e-7, so it is finite where it should be inf",
)
def divergence_clipped(p, q):
    cross_entropy(p, q)
    p = np.clip(np.asarray(p, dtype=float), 1e-7, 1)
    q = np.clip(np.asarray(q, dtype=float), 1e-7, 1)
    return float(np.sum(p * np.log(p / q)))


@wrong_answer("kl_divergence", cause="subtracts the entropy of q instead of the entropy of p")
def subtracts_entropy_of_q(p, q):
    return cross_entropy(p, q) - entropy(q)


@wrong_answer(
    "kl_divergence",
    cause="adds the entropy of p to the cross-entropy instead of subtracting it",
)
def adds_entropy_of_p(p, q):
    h_pq = cross_entropy(p, q)
    h_p = entropy(p)
    return h_pq + h_p


# --- log_partition ---


@wrong_answer("log_partition", cause="the exponent is plus beta E; the minus sign is missing")
def partition_plus_sign(energies, beta):
    x = beta * np.asarray(energies, dtype=float)
    m = x.max()
    return float(m + np.log(np.sum(np.exp(x - m))))


@wrong_answer(
    "log_partition",
    cause="computes the sum of exp(-beta E) directly, so it overflows or underflows to -inf",
)
def partition_naive(energies, beta):
    with np.errstate(all="ignore"):
        Z = sum(np.exp(-beta * np.asarray(energies, dtype=float)))
        return float(np.log(Z))


@wrong_answer(
    "log_partition",
    cause="takes out the lowest energy, which is the largest exponent only if beta is positive",
)
def partition_lowest_energy(energies, beta):
    E = np.asarray(energies, dtype=float)
    ground = E.min()
    with np.errstate(over="ignore"):
        return float(-beta * ground + np.log(np.sum(np.exp(-beta * (E - ground)))))


@wrong_answer(
    "log_partition",
    cause="divides the energies by beta, as if beta were the temperature",
)
def partition_beta_as_temperature(energies, beta):
    with np.errstate(all="ignore"):
        x = -np.asarray(energies, dtype=float) / np.float64(beta)
    m = np.max(x)
    return float(m + np.log(np.sum(np.exp(x - m))))


@wrong_answer("log_partition", cause="leaves out the first state: the loop starts at index 1")
def partition_skips_first_state(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    m = x.max()
    s = 0.0
    for i in range(1, len(x)):
        s += np.exp(x[i] - m)
    with np.errstate(divide="ignore"):
        return float(m + np.log(s))


@wrong_answer(
    "log_partition",
    cause="takes the maximum out before multiplying by beta and adds it back without beta",
)
def partition_maximum_without_beta(energies, beta):
    x = -np.asarray(energies, dtype=float)
    m = x.max()
    with np.errstate(over="ignore"):
        return float(m + np.log(np.sum(np.exp(beta * (x - m)))))


# --- boltzmann ---


@wrong_answer(
    "boltzmann",
    cause="weights exp(+beta E): high energies come out as the more probable ones",
)
def boltzmann_plus_sign(energies, beta):
    x = beta * np.asarray(energies, dtype=float)
    w = np.exp(x - x.max())
    return w / w.sum()


@wrong_answer(
    "boltzmann",
    cause=(
        "does not take out the largest exponent, so weights overflow or all underflow to "
        "0 / 0"
    ),
)
def boltzmann_naive(energies, beta):
    with np.errstate(all="ignore"):
        w = np.exp(-beta * np.array(energies, dtype=float))
        return w / np.sum(w)


@wrong_answer("boltzmann", cause="shifts by the lowest energy, which overflows for negative beta")
def boltzmann_shift_by_ground_state(energies, beta):
    E = np.asarray(energies, dtype=float)
    with np.errstate(all="ignore"):
        w = np.exp(-beta * (E - np.min(E)))
        return w / w.sum()


@wrong_answer("boltzmann", cause="the weights are not normalized by their sum (the largest is 1)")
def boltzmann_not_normalized(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    w = np.exp(x - x.max())
    return w / w.max()


@wrong_answer("boltzmann", cause="the largest exponent is taken out of the numerator only")
def boltzmann_shift_in_numerator_only(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    with np.errstate(all="ignore"):
        return np.exp(x - x.max()) / np.exp(x).sum()


@wrong_answer("boltzmann", cause="overwrites the caller's energies in place")
def boltzmann_changes_energies(energies, beta):
    x = np.asarray(energies, dtype=float)
    x *= -beta
    x -= x.max()
    np.exp(x, out=x)
    return x / x.sum()


# --- free_energy ---


@wrong_answer("free_energy", cause="multiplies ln Z by beta instead of dividing by it")
def free_energy_times_beta(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    return -beta * log_partition(energies, beta)


@wrong_answer(
    "free_energy",
    cause="weights the entropy with beta instead of the temperature 1 / beta",
)
def free_energy_beta_times_entropy(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    E = np.asarray(energies, dtype=float)
    b = boltzmann(E, beta)
    return float(b @ E - beta * entropy(b))


@wrong_answer(
    "free_energy",
    cause="adds temperature times entropy to the mean energy instead of subtracting it",
)
def free_energy_adds_entropy(energies, beta):
    if not beta > 0:
        raise ValueError("beta has to be positive")
    T = 1 / beta
    b = boltzmann(energies, beta)
    return float(np.sum(b * np.asarray(energies, dtype=float)) + T * entropy(b))


@wrong_answer("free_energy", cause="returns the mean energy; the entropy term is missing")
def free_energy_is_mean_energy(energies, beta):
    if not beta > 0:
        raise ValueError("beta has to be positive")
    b = boltzmann(energies, beta)
    return float(np.dot(b, np.asarray(energies, dtype=float)))


@wrong_answer(
    "free_energy",
    cause=(
        "refuses only negative beta; at beta = 0 it divides by zero instead of raising "
        "ValueError"
    ),
)
def free_energy_allows_zero(energies, beta):
    if beta < 0:
        raise ValueError("beta must be positive")
    with np.errstate(all="ignore"):
        return float(-log_partition(energies, beta) / np.float64(beta))


@wrong_answer(
    "free_energy",
    cause="computes Z itself, which overflows or underflows for large beta E",
)
def free_energy_naive_partition(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    Z = 0.0
    with np.errstate(all="ignore"):
        for E in energies:
            Z += np.exp(-np.float64(beta) * E)
        return float(-np.log(Z) / beta)


# --- mean_energy ---


@wrong_answer("mean_energy", cause="averages the energies with equal weights")
def mean_energy_unweighted(energies, beta):
    weights = boltzmann(energies, beta)
    return float(np.sum(np.asarray(energies, float)) / len(weights))


@wrong_answer(
    "mean_energy",
    cause="returns the energy of the most probable state instead of the mean",
)
def mean_energy_most_probable(energies, beta):
    b = boltzmann(energies, beta)
    return float(np.asarray(energies, dtype=float)[np.argmax(b)])


@wrong_answer("mean_energy", cause="does not divide the weighted sum by the sum of the weights")
def mean_energy_not_normalized(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    return float(np.sum(E * np.exp(x - np.max(x))))


@wrong_answer("mean_energy", cause="weights with exp(+beta E)")
def mean_energy_plus_sign(energies, beta):
    E = np.asarray(energies, dtype=float)
    w = np.exp(beta * E - np.max(beta * E))
    return float((w * E).sum() / w.sum())


@wrong_answer("mean_energy", cause="returns the mean of beta E instead of the mean of E")
def mean_of_beta_energy(energies, beta):
    x = beta * np.asarray(energies, dtype=float)
    b = np.exp(-(x - x.min()))
    b /= b.sum()
    return float(b @ x)


@wrong_answer(
    "mean_energy",
    cause=(
        "computes exp(-beta E) without taking out the largest exponent: nan for large "
        "energies"
    ),
)
def mean_energy_overflows(energies, beta):
    E = np.asarray(energies, dtype=float)
    with np.errstate(all="ignore"):
        boltzmann_factors = np.exp(-beta * E)
        Z = boltzmann_factors.sum()
        return float(np.dot(E, boltzmann_factors) / Z)


# --- max_entropy_beta ---


@wrong_answer(
    "max_entropy_beta",
    cause="searches only between -10 and 10, which is too narrow for small energies",
)
def beta_fixed_bracket(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target must be strictly between the energies")
    lo, hi = -10.0, 10.0
    for _ in range(200):
        mid = (lo + hi) / 2
        if mean_energy(E, mid) > target:
            lo = mid
        else:
            hi = mid
    return mid


@wrong_answer(
    "max_entropy_beta",
    cause=(
        "stops as soon as the mean energy is within 1e-4 of the target, which leaves beta "
        "inexact"
    ),
)
def beta_stops_early(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target must be strictly between the energies")
    width = E.max() - E.min()
    lo, hi = -1e5 / width, 1e5 / width
    mid = 0.0
    while abs(mean_energy(E, mid) - target) > 1e-4:
        if mean_energy(E, mid) > target:
            lo = mid
        else:
            hi = mid
        mid = (lo + hi) / 2
    return mid


@wrong_answer(
    "max_entropy_beta",
    cause="searches for positive beta only, so targets above the plain average are missed",
)
def beta_only_positive(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target must be strictly between the energies")
    lo = 0.0
    hi = 1.0 / (E.max() - E.min())
    while mean_energy(E, hi) > target:
        hi = 2 * hi
    for _ in range(200):
        mid = (lo + hi) / 2
        if mean_energy(E, mid) > target:
            lo = mid
        else:
            hi = mid
    return hi


@wrong_answer(
    "max_entropy_beta",
    cause="uses the formula for two states, the lowest and the highest, whatever lies between",
)
def beta_of_two_states(energies, target):
    e_min, e_max = float(np.min(energies)), float(np.max(energies))
    if not e_min < target < e_max:
        raise ValueError("target must be strictly between the lowest and the highest energy")
    share = (target - e_min) / (e_max - e_min)
    return float(np.log((1 - share) / share) / (e_max - e_min))


@wrong_answer("max_entropy_beta", cause="returns the temperature, 1 / beta, instead of beta")
def beta_as_temperature(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target must be strictly between the energies")
    width = E.max() - E.min()
    lo, hi = -1e5 / width, 1e5 / width
    for _ in range(300):
        mid = (lo + hi) / 2
        lo, hi = (mid, hi) if mean_energy(E, mid) > target else (lo, mid)
    beta = (lo + hi) / 2
    return float(np.inf) if beta == 0 else 1 / beta


@wrong_answer(
    "max_entropy_beta",
    cause=(
        "takes a single Newton step from beta = 0, which is right only for targets near "
        "the average"
    ),
)
def beta_single_newton_step(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target must be strictly between the energies")
    average = E.mean()
    variance = ((E - average) ** 2).mean()
    return float((average - target) / variance)
