"""Wrong answers to the exercises of likelihood_and_entropy, by somebody who knew its text alone."""

import numpy as np

from tools.wrong_answers import wrong_answer


# --- bernoulli_nll ---


@wrong_answer("bernoulli_nll", cause="takes the sum over the samples where the mean belongs")
def nll_summed(logits, y):
    logits, y = np.asarray(logits, dtype=float), np.asarray(y, dtype=float)
    return np.sum(np.logaddexp(0, logits) - y * logits)


@wrong_answer(
    "bernoulli_nll",
    cause="computes ln(1 + exp(z)) as it stands, which overflows for large logits",
)
def nll_naive_softplus(logits, y):
    z = np.array(logits, dtype=float)
    y = np.array(y)
    losses = np.log(1 + np.exp(z)) - y * z
    return losses.mean()


@wrong_answer(
    "bernoulli_nll",
    cause=(
        "the sign of the exponent is the wrong way round, as if the labels 0 and 1 were "
        "exchanged"
    ),
)
def nll_exchanged_labels(logits, y):
    z = np.asarray(logits, dtype=float)
    sign = 2 * np.asarray(y) - 1
    return np.logaddexp(0.0, sign * z).mean()


@wrong_answer(
    "bernoulli_nll",
    cause="uses the formula for labels -1 and +1, so every sample with label 0 costs ln 2",
)
def nll_plus_minus_one_labels(logits, y):
    z, y = np.asarray(logits, float), np.asarray(y, float)
    margins = y * z
    return float(np.mean(np.logaddexp(0, -margins)))


@wrong_answer(
    "bernoulli_nll",
    cause=(
        "leaves out the absolute value: max(z, 0) + ln(1 + exp(-z)) instead of exp(-|z|), "
        "so negative logits come out wrong"
    ),
)
def nll_without_absolute_value(logits, y):
    z = np.asarray(logits, dtype=float)
    y = np.asarray(y, dtype=float)
    softplus = np.maximum(z, 0) + np.logaddexp(0, -z)
    return np.mean(softplus - y * z)


@wrong_answer(
    "bernoulli_nll",
    cause="adds 1e-8 inside the logarithms, which changes the loss and caps it near 18.4",
)
def nll_epsilon_in_log(logits, y):
    eps = 1e-8
    z = np.asarray(logits, dtype=float)
    y = np.asarray(y, dtype=float)
    p = np.exp(-np.logaddexp(0, -z))
    return -np.mean(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps))


# --- bernoulli_nll_gradient ---


@wrong_answer("bernoulli_nll_gradient", cause="has the opposite sign: label minus probability")
def label_minus_probability(logits, y):
    z = np.asarray(logits, dtype=float)
    y = np.asarray(y, dtype=float)
    p = np.exp(-np.logaddexp(0, -z))
    return (y - p) / len(y)


@wrong_answer(
    "bernoulli_nll_gradient",
    cause="multiplies by the sigmoid's slope p (1 - p), as for the squared error",
)
def multiplies_by_sigmoid_slope(logits, y):
    z = np.asarray(logits, dtype=float)
    a = (1 + np.tanh(z / 2)) / 2
    delta = (a - np.asarray(y, dtype=float)) * a * (1 - a)
    return delta / z.size


@wrong_answer(
    "bernoulli_nll_gradient",
    cause="computes exp(z) / (1 + exp(z)), which overflows and gives nan for large logits",
)
def gradient_exp_over_exp(logits, y):
    e = np.exp(np.array(logits, dtype=float))
    p = e / (1 + e)
    return (p - np.array(y)) / len(p)


@wrong_answer(
    "bernoulli_nll_gradient",
    cause="uses the gradient for labels -1 and +1, which is 0 for label 0",
)
def gradient_plus_minus_one(logits, y):
    z, y = np.asarray(logits, float), np.asarray(y, float)
    return -y * np.exp(-np.logaddexp(0, y * z)) / len(z)


@wrong_answer(
    "bernoulli_nll_gradient",
    cause="compares the predicted labels (z > 0), not the probabilities, with y",
)
def gradient_of_hard_predictions(logits, y):
    z = np.asarray(logits, dtype=float)
    predicted = (z > 0).astype(float)
    return (predicted - np.asarray(y, dtype=float)) / z.shape[0]


@wrong_answer(
    "bernoulli_nll_gradient",
    cause="the sigmoid has the wrong sign in its exponent, it is the probability of label 0",
)
def probability_of_label_zero(logits, y):
    z = np.asarray(logits, dtype=float)
    prob = np.exp(-np.logaddexp(0, z))
    grad = np.empty(len(z))
    for i in range(len(z)):
        grad[i] = prob[i] - y[i]
    return grad / len(z)


# --- gaussian_nll ---


@wrong_answer("gaussian_nll", cause="leaves out the constant ln(2 pi) / 2")
def gaussian_without_constant(mu, log_sigma, y):
    u = (np.asarray(y, float) - np.asarray(mu, float)) / np.exp(log_sigma)
    return 0.5 * np.mean(u**2) + log_sigma


@wrong_answer("gaussian_nll", cause="takes log_sigma for the logarithm of the variance")
def log_sigma_as_log_variance(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    var = np.exp(log_sigma)
    return np.mean(0.5 * (log_sigma + (y - mu) ** 2 / var + np.log(2 * np.pi)))


@wrong_answer("gaussian_nll", cause="subtracts ln sigma where it is to be added")
def subtracts_log_sigma(mu, log_sigma, y):
    diff = np.subtract(mu, y, dtype=float)
    quadratic = np.mean(diff**2) / (2 * np.exp(log_sigma) ** 2)
    return quadratic - log_sigma + 0.5 * np.log(2 * np.pi)


@wrong_answer(
    "gaussian_nll",
    cause=(
        "uses the variance of the residuals, about their own mean, where the mean square "
        "belongs"
    ),
)
def variance_of_residuals(mu, log_sigma, y):
    residuals = np.asarray(y, dtype=float) - np.asarray(mu, dtype=float)
    return np.var(residuals) / (2 * np.exp(2 * log_sigma)) + log_sigma + 0.5 * np.log(2 * np.pi)


@wrong_answer(
    "gaussian_nll",
    cause=(
        "computes the density first and takes its logarithm, which is -inf where the "
        "density underflows"
    ),
)
def logarithm_of_underflowed_density(mu, log_sigma, y):
    def pdf(t, m, s):
        return np.exp(-((t - m) ** 2) / (2 * s**2)) / (np.sqrt(2 * np.pi) * s)

    with np.errstate(all="ignore"):
        q = pdf(np.asarray(y, float), np.asarray(mu, float), np.exp(log_sigma))
        return -np.mean(np.log(q))


@wrong_answer("gaussian_nll", cause="adds 1e-6 to the variance, which is wrong for small spreads")
def epsilon_added_to_variance(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    var = np.exp(2 * log_sigma) + 1e-6
    return 0.5 * np.mean(np.log(var) + (mu - y) ** 2 / var) + 0.5 * np.log(2 * np.pi)


# --- gaussian_nll_gradients ---


@wrong_answer(
    "gaussian_nll_gradients",
    cause="the gradient by mu has the opposite sign (target minus prediction)",
)
def mu_gradient_sign(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    sigma = np.exp(log_sigma)
    u = (y - mu) / sigma
    return u / (len(y) * sigma), 1 - np.mean(u**2)


@wrong_answer(
    "gaussian_nll_gradients",
    cause="gives the derivative by sigma instead of that by log sigma (a factor sigma)",
)
def derivative_by_sigma(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    sigma = np.exp(log_sigma)
    d_mu = (mu - y) / (len(y) * sigma**2)
    d_sigma = 1 / sigma - np.mean((mu - y) ** 2) / sigma**3
    return d_mu, d_sigma


@wrong_answer(
    "gaussian_nll_gradients",
    cause="subtracts the sum of the squared scaled residuals instead of their mean",
)
def sigma_gradient_sum(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, float) - np.asarray(y, float)) / sigma
    return u / (u.size * sigma), 1 - np.sum(u**2)


@wrong_answer("gaussian_nll_gradients", cause="returns the two gradients in exchanged order")
def gradients_exchanged(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, float) - np.asarray(y, float)) / sigma
    grad_mu = u / (u.size * sigma)
    grad_s = 1 - np.mean(u**2)
    return grad_s, grad_mu


@wrong_answer(
    "gaussian_nll_gradients",
    cause="has a factor 1/2 at the squared residuals in the gradient by log_sigma",
)
def sigma_gradient_halved_squares(mu, log_sigma, y):
    mu, y = np.asarray(mu, dtype=float), np.asarray(y, dtype=float)
    n, var = len(y), np.exp(log_sigma) ** 2
    return (mu - y) / (n * var), 1 - np.sum((mu - y) ** 2) / (2 * n * var)


@wrong_answer(
    "gaussian_nll_gradients",
    cause="squares the mean residual instead of averaging the squares",
)
def square_of_the_mean(mu, log_sigma, y):
    sigma = np.exp(log_sigma)
    u = (np.asarray(mu, float) - np.asarray(y, float)) / sigma
    return u / (len(u) * sigma), 1 - np.mean(u) ** 2


# --- entropy ---


@wrong_answer("entropy", cause="uses logarithms to base 2, so the result is in bits")
def entropy_in_bits(p):
    p = np.asarray(p, dtype=float)
    if not np.all(p >= 0) or abs(p.sum() - 1) > 1e-8:
        raise ValueError("p must be a distribution")
    positive = p[p > 0]
    return abs(float(-(positive * np.log2(positive)).sum()))


@wrong_answer("entropy", cause="forgets the minus sign")
def entropy_without_minus(p):
    p = np.asarray(p, dtype=float)
    if np.isnan(p).any() or (p < 0).any() or not np.isclose(p.sum(), 1, rtol=0, atol=1e-8):
        raise ValueError("p is not a distribution")
    q = p[p > 0]
    return np.sum(q * np.log(q))


@wrong_answer("entropy", cause="takes the mean of -p ln p over the outcomes instead of the sum")
def entropy_mean_of_terms(p):
    p = np.array(p, dtype=float)
    if not (p >= 0).all():
        raise ValueError("p has a negative number or nan")
    if abs(p.sum() - 1) > 1e-8:
        raise ValueError("p does not sum to one")
    terms = np.zeros(len(p))
    nonzero = p > 0
    terms[nonzero] = p[nonzero] * np.log(p[nonzero])
    return abs(terms.mean())


@wrong_answer(
    "entropy",
    cause="normalizes p instead of raising an error if the numbers do not add up to 1",
)
def entropy_normalizes(p):
    p = np.asarray(p, dtype=float)
    if not np.all(p >= 0):
        raise ValueError("p must not be negative")
    p = p / p.sum()
    p = p[p > 0]
    return -np.sum(p * np.log(p)) + 0.0


@wrong_answer(
    "entropy",
    cause="adds the entropy of a coin, with its term (1 - p) ln (1 - p), for each outcome",
)
def entropy_of_many_coins(p):
    def part(v):
        return 0.0 if v <= 0 else -v * np.log(v)

    p = np.asarray(p, dtype=float)
    if not np.all(p >= 0) or abs(np.sum(p) - 1) > 1e-8:
        raise ValueError("p is no distribution")
    return sum(part(v) + part(1 - v) for v in p)


@wrong_answer("entropy", cause="divides by ln k, which makes it a share of the largest entropy")
def entropy_relative_to_uniform(p):
    p = np.asarray(p, dtype=float)
    if not np.all(p >= 0) or abs(p.sum() - 1) > 1e-8:
        raise ValueError("p is no distribution")
    nz = p[p > 0]
    h = abs(np.sum(nz * np.log(nz)))
    return h / np.log(len(p)) if len(p) > 1 else h


# --- cross_entropy ---


@wrong_answer("cross_entropy", cause="exchanges p and q: the mean over q of the surprise of p")
def cross_entropy_exchanged(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    entropy(p)
    try:
        entropy(q)
    except ValueError:
        raise ValueError("q is no distribution") from None
    if len(p) != len(q):
        raise ValueError("q must have the length of p")
    used = q > 0
    with np.errstate(divide="ignore"):
        return float(-np.sum(q[used] * np.log(p[used]))) + 0.0


@wrong_answer(
    "cross_entropy",
    cause="computes 0 times ln 0 = nan for outcomes where both p and q are 0",
)
def cross_entropy_zero_times_inf(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, values in (("p", p), ("q", q)):
        if not np.all(values >= 0) or abs(values.sum() - 1) > 1e-8:
            raise ValueError(name + " is no distribution")
    if p.shape != q.shape:
        raise ValueError("q has another length than p")
    with np.errstate(all="ignore"):
        return -(p * np.log(q)).sum() + 0.0


@wrong_answer(
    "cross_entropy",
    cause="only counts the most probable outcome of p, as if p were a one-hot label",
)
def cross_entropy_of_the_label(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, values in (("p", p), ("q", q)):
        if not np.all(values >= 0) or abs(values.sum() - 1) > 1e-8:
            raise ValueError(f"{name} must be a distribution")
    if len(q) != len(p):
        raise ValueError("q must be as long as p")
    label = int(np.argmax(p))
    with np.errstate(divide="ignore"):
        return float(-np.log(q[label])) + 0.0


@wrong_answer(
    "cross_entropy",
    cause="takes the logarithm of the mean of q instead of the mean of the logarithms",
)
def logarithm_of_the_mean(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, values in (("p", p), ("q", q)):
        if not np.all(values >= 0) or abs(values.sum() - 1) > 1e-8:
            raise ValueError(f"{name} must be a distribution")
    if len(q) != len(p):
        raise ValueError("q must be as long as p")
    with np.errstate(divide="ignore"):
        return float(-np.log(np.sum(p * q))) + 0.0


@wrong_answer("cross_entropy", cause="puts q through a softmax first, as if it were logits")
def cross_entropy_softmax_of_q(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, values in (("p", p), ("q", q)):
        if not np.all(values >= 0) or abs(values.sum() - 1) > 1e-8:
            raise ValueError(f"{name} must be a distribution")
    if len(q) != len(p):
        raise ValueError("q must be as long as p")
    log_q = q - np.log(np.sum(np.exp(q)))
    return float(-np.dot(p, log_q))


@wrong_answer("cross_entropy", cause="returns inf wherever q has a zero, also if p is zero there")
def infinite_at_every_zero_of_q(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, values in (("p", p), ("q", q)):
        if not np.all(values >= 0) or abs(values.sum() - 1) > 1e-8:
            raise ValueError(f"{name} must be a distribution")
    if len(q) != len(p):
        raise ValueError("q must be as long as p")
    if np.any(q == 0):
        return np.inf
    return float(-np.sum(p * np.log(q))) + 0.0


# --- kl_divergence ---


@wrong_answer("kl_divergence", cause="adds up ln(p / q) without the weights p")
def divergence_without_weights(p, q):
    cross_entropy(p, q)
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    m = p > 0
    with np.errstate(divide="ignore"):
        return float(np.sum(np.log(p[m]) - np.log(q[m])))


@wrong_answer(
    "kl_divergence",
    cause="has the ratio upside down, ln(q / p), so that the divergence is negative",
)
def divergence_ratio_inverted(p, q):
    cross_entropy(p, q)
    total = 0.0
    for a, b in zip(np.asarray(p, float), np.asarray(q, float)):
        if a > 0:
            with np.errstate(divide="ignore"):
                total += a * np.log(b / a)
    return float(total)


@wrong_answer(
    "kl_divergence",
    cause="drops the outcomes with q = 0, where the divergence should be infinite",
)
def divergence_drops_zeros_of_q(p, q):
    cross_entropy(p, q)
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    mask = (p > 0) & (q > 0)
    return float(np.sum(p[mask] * np.log(p[mask] / q[mask])))


@wrong_answer("kl_divergence", cause="averages over the outcomes instead of adding")
def divergence_mean(p, q):
    cross_entropy(p, q)
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    terms = np.zeros_like(p)
    m = p > 0
    with np.errstate(divide="ignore"):
        terms[m] = p[m] * np.log(p[m] / q[m])
    return float(terms.mean())


@wrong_answer(
    "kl_divergence",
    cause="takes the absolute value of each term, so negative terms count as positive",
)
def divergence_of_absolute_terms(p, q):
    cross_entropy(p, q)
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    m = p > 0
    with np.errstate(divide="ignore"):
        return float(np.sum(np.abs(p[m] * np.log(p[m] / q[m]))))


@wrong_answer(
    "kl_divergence",
    cause="validates nothing; numbers that are no distribution give a result",
)
def divergence_without_validation(p, q):
    total = 0.0
    for p_s, q_s in zip(p, q):
        if p_s == 0:
            continue
        if q_s == 0:
            return float("inf")
        total += p_s * (np.log(p_s) - np.log(q_s))
    return float(total)


# --- log_partition ---


@wrong_answer("log_partition", cause="takes the largest exponent out and does not add it back")
def partition_maximum_not_added(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    x = x - np.max(x)
    return float(np.log(np.exp(x).sum()))


@wrong_answer(
    "log_partition",
    cause="averages the weights instead of adding them, so ln k is missing",
)
def partition_mean_weight(energies, beta):
    x = -beta * np.array(energies, dtype=float)
    biggest = x.max()
    return float(biggest + np.log(np.mean(np.exp(x - biggest))))


@wrong_answer(
    "log_partition",
    cause=(
        "counts the largest term twice: log1p of a sum that already has the 1 of the "
        "largest term"
    ),
)
def partition_log1p(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    m = x.max()
    return float(m + np.log1p(np.sum(np.exp(x - m))))


@wrong_answer(
    "log_partition",
    cause="starts the running logarithm at 0, which counts an additional state of weight 1",
)
def partition_starts_at_zero(energies, beta):
    log_z = 0.0
    for e in energies:
        log_z = np.logaddexp(log_z, -beta * e)
    return float(log_z)


@wrong_answer(
    "log_partition",
    cause="clips the exponents to +-700, which is wrong for larger products",
)
def partition_clipped_exponents(energies, beta):
    x = np.clip(-beta * np.asarray(energies, dtype=float), -700, 700)
    return float(np.log(np.exp(x).sum()))


@wrong_answer(
    "log_partition",
    cause="subtracts the largest exponent at the end instead of adding it",
)
def partition_subtracts_maximum(energies, beta):
    x = [-beta * float(e) for e in energies]
    m = max(x)
    total = 0.0
    for value in x:
        total += np.exp(value - m)
    return float(np.log(total) - m)


# --- boltzmann ---


@wrong_answer("boltzmann", cause="divides by beta, as if it were the temperature")
def boltzmann_temperature(energies, beta):
    T = np.float64(beta)
    with np.errstate(all="ignore"):
        x = -np.asarray(energies, dtype=float) / T
        w = np.exp(x - np.max(x))
        return w / np.sum(w)


@wrong_answer("boltzmann", cause="does not use beta at all")
def boltzmann_without_beta(energies, beta):
    z = -np.asarray(energies, dtype=float)
    e = np.exp(z - z.max())
    return e / e.sum()


@wrong_answer("boltzmann", cause="divides by ln Z instead of by Z")
def boltzmann_divides_by_log_z(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    m = x.max()
    weights = np.exp(x - m)
    return weights / np.log(weights.sum())


@wrong_answer(
    "boltzmann",
    cause="divides the weights by their mean, so they add up to k instead of 1",
)
def boltzmann_divides_by_mean(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    w = np.exp(x - x.max())
    return w / w.mean()


@wrong_answer(
    "boltzmann",
    cause="raises the distribution at beta = 1 to the power beta and does not normalize again",
)
def boltzmann_power_after_normalizing(energies, beta):
    E = np.asarray(energies, dtype=float)
    log_b = -E - log_partition(E, 1.0)
    with np.errstate(over="ignore"):
        return np.exp(beta * log_b)


@wrong_answer(
    "boltzmann",
    cause="uses the absolute value of beta, so negative beta is treated like positive",
)
def boltzmann_absolute_beta(energies, beta):
    E = np.asarray(energies, dtype=float)
    w = np.exp(-abs(beta) * (E - E.min()))
    return w / w.sum()


# --- free_energy ---


@wrong_answer("free_energy", cause="the minus sign is missing")
def free_energy_positive(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    return log_partition(energies, beta) / beta


@wrong_answer("free_energy", cause="returns -ln Z; the division by beta is missing")
def free_energy_not_divided(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    x = -beta * np.asarray(energies, dtype=float)
    m = x.max()
    return float(-(m + np.log(np.exp(x - m).sum())))


@wrong_answer(
    "free_energy",
    cause="does not check beta; negative values give a number instead of ValueError",
)
def free_energy_no_check(energies, beta):
    if beta == 0:
        raise ValueError("beta must not be 0")
    F = -log_partition(energies, beta) / beta
    return F


@wrong_answer(
    "free_energy",
    cause="takes the partition function at beta = 1 and only divides by the given beta",
)
def free_energy_partition_at_one(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    x = -np.asarray(energies, dtype=float)
    log_z = x.max() + np.log(np.sum(np.exp(x - x.max())))
    return float(-1 / beta * log_z)


@wrong_answer(
    "free_energy",
    cause="uses the entropy ln k of the uniform distribution instead of that of Boltzmann's",
)
def free_energy_uniform_entropy(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    E = np.asarray(energies, dtype=float)
    U = boltzmann(E, beta) @ E
    S = np.log(len(E))
    return float(U - S / beta)


@wrong_answer("free_energy", cause="divides Z by the number of states, so the ln k is missing")
def free_energy_mean_of_weights(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    x = -beta * np.asarray(energies, dtype=float)
    m = np.max(x)
    return float(-(m + np.log(np.mean(np.exp(x - m)))) / beta)


# --- mean_energy ---


@wrong_answer(
    "mean_energy",
    cause="returns the derivative of ln Z by beta, whose sign is the opposite",
)
def mean_energy_negative(energies, beta):
    E = np.asarray(energies, dtype=float)
    x = -beta * E
    w = np.exp(x - x.max())
    return float(np.sum(-E * w) / np.sum(w))


@wrong_answer(
    "mean_energy",
    cause="divides by the number of states although the probabilities already are weights",
)
def mean_energy_divided_by_k(energies, beta):
    return float(np.mean(boltzmann(energies, beta) * np.asarray(energies, dtype=float)))


@wrong_answer(
    "mean_energy",
    cause="divides -ln Z by beta (the free energy) instead of differentiating it",
)
def mean_energy_quotient(energies, beta):
    if beta == 0:
        return float(np.mean(energies))
    return float(-log_partition(energies, beta) / beta)


@wrong_answer(
    "mean_energy",
    cause="approximates the derivative by a one-sided difference with the large step 1e-3",
)
def mean_energy_forward_difference(energies, beta):
    h = 1e-3
    return float(-(log_partition(energies, beta + h) - log_partition(energies, beta)) / h)


@wrong_answer(
    "mean_energy",
    cause="averages the energies above the lowest one and does not add the lowest back",
)
def mean_energy_above_ground_state(energies, beta):
    E = np.asarray(energies, dtype=float)
    E = E - E.min()
    p = boltzmann(E, beta)
    return float(np.einsum("s,s->", p, E))


@wrong_answer("mean_energy", cause="averages the squares of the energies")
def mean_of_squared_energy(energies, beta):
    E = np.asarray(energies, dtype=float)
    b = boltzmann(E, beta)
    total = 0.0
    for b_s, E_s in zip(b, E):
        total += b_s * E_s**2
    return float(total)


# --- max_entropy_beta ---


@wrong_answer("max_entropy_beta", cause="returns beta with the opposite sign")
def beta_opposite_sign(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target must be strictly between the energies")
    scale = E.max() - E.min()

    def mean(b):
        w = np.exp(b * E - np.max(b * E))
        return np.dot(w, E) / w.sum()

    lo, hi = -1.0 / scale, 1.0 / scale
    while mean(lo) > target:
        lo *= 2
    while mean(hi) < target:
        hi *= 2
    for _ in range(200):
        mid = (lo + hi) / 2
        if mean(mid) < target:
            lo = mid
        else:
            hi = mid
    return (lo + hi) / 2


@wrong_answer(
    "max_entropy_beta",
    cause="keeps the wrong half: takes the mean energy for a rising function of beta",
)
def beta_keeps_wrong_half(energies, target):
    E = np.asarray(energies, dtype=float)
    low, high = E.min(), E.max()
    if target <= low or target >= high or np.isnan(target):
        raise ValueError("target outside the range of the energies")
    a, b = -1e4 / (high - low), 1e4 / (high - low)
    for _ in range(200):
        c = 0.5 * (a + b)
        if mean_energy(E, c) < target:
            a = c
        else:
            b = c
    return 0.5 * (a + b)


@wrong_answer(
    "max_entropy_beta",
    cause="halves the interval only 15 times, so the answer is too coarse",
)
def beta_too_few_halvings(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target must lie strictly between the lowest and highest energy")
    unit = 1 / (E.max() - E.min())
    left, right = -unit, unit
    while mean_energy(E, left) < target:
        left *= 2
    while mean_energy(E, right) > target:
        right *= 2
    for _ in range(15):
        middle = (left + right) / 2
        if mean_energy(E, middle) > target:
            left = middle
        else:
            right = middle
    return (left + right) / 2


@wrong_answer(
    "max_entropy_beta",
    cause="accepts a target that is exactly the lowest or the highest energy",
)
def beta_accepts_the_ends(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() <= target <= E.max():
        raise ValueError("target must be between the energies")
    width = E.max() - E.min()
    lo, hi = -1e5 / width, 1e5 / width
    for _ in range(300):
        mid = (lo + hi) / 2
        if mean_energy(E, mid) > target:
            lo = mid
        else:
            hi = mid
    return (lo + hi) / 2


@wrong_answer(
    "max_entropy_beta",
    cause="picks the best of a grid of 2001 values, so the answer is only as exact as the grid",
)
def beta_from_a_grid(energies, target):
    E = np.asarray(energies, dtype=float)
    if not np.min(E) < target < np.max(E):
        raise ValueError("target must be strictly between the energies")
    betas = np.linspace(-20, 20, 2001) / (E.max() - E.min())
    errors = [abs(mean_energy(E, b) - target) for b in betas]
    return float(betas[int(np.argmin(errors))])


@wrong_answer(
    "max_entropy_beta",
    cause=(
        "stops when the interval for beta is shorter than 1e-6, whatever the unit of the "
        "energies, so beta is too inexact, above all for large energies"
    ),
)
def beta_absolute_width(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target must be strictly between the energies")
    width = E.max() - E.min()
    lo, hi = -1e5 / width, 1e5 / width
    while hi - lo > 1e-6:
        mid = (lo + hi) / 2
        if mean_energy(E, mid) > target:
            lo = mid
        else:
            hi = mid
    return (lo + hi) / 2
