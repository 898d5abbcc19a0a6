"""Wrong answers that students give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import (
    boltzmann,
    cross_entropy,
    entropy,
    log_partition,
    max_entropy_beta,
    mean_energy,
)

# --- bernoulli_nll and its gradient ----------------------------------------------------


@mistake(
    "bernoulli_nll",
    diagnosis="factor",
    keeps=1.5,
    says="the loss is summed over the samples and not divided by their number",
)
def bernoulli_as_a_sum(logits, y):
    z = np.asarray(logits, dtype=float)
    return np.sum(np.logaddexp(0, z) - np.asarray(y) * z)


@mistake(
    "bernoulli_nll",
    diagnosis="sign",
    keeps=1.5,
    says="the minus sign before the log-likelihood is missing",
)
def bernoulli_log_likelihood(logits, y):
    z = np.asarray(logits, dtype=float)
    return np.mean(np.asarray(y) * z - np.logaddexp(0, z))


@mistake(
    "bernoulli_nll",
    diagnosis="not-finite",
    keeps=2.25,
    says="sure probabilities round to 0 or 1, and the logarithm of 0 is not finite",
)
def bernoulli_from_probabilities(logits, y):
    y = np.asarray(y)
    p = 0.5 * (1 + np.tanh(np.asarray(logits, dtype=float) / 2))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@mistake(
    "bernoulli_nll",
    diagnosis="value",
    keeps=2.25,
    says=("the probabilities are clipped, so the loss of a sure and wrong sample is too small"),
)
def bernoulli_from_clipped_probabilities(logits, y):
    y = np.asarray(y)
    p = np.clip(0.5 * (1 + np.tanh(np.asarray(logits, dtype=float) / 2)), 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@mistake(
    "bernoulli_nll",
    diagnosis="value",
    keeps=1.5,
    says="your formula is made for labels -1 and 1, but the labels are 0 and 1",
)
def bernoulli_for_labels_of_plus_minus_one(logits, y):
    return np.mean(np.logaddexp(0, -np.asarray(y) * np.asarray(logits, dtype=float)))


@mistake(
    "bernoulli_nll",
    diagnosis="not-finite",
    keeps=2.25,
    says="exp(z) overflows for large positive z, and the loss becomes infinite",
)
def bernoulli_by_log_of_exp(logits, y):
    z = np.asarray(logits, dtype=float)
    return np.mean(np.log(1 + np.exp(z)) - np.asarray(y) * z)


@mistake(
    "bernoulli_nll",
    diagnosis="factor",
    keeps=1.5,
    says="the loss is divided by ln 2, so it is in bits and not in nats",
)
def bernoulli_in_bits(logits, y):
    z = np.asarray(logits, dtype=float)
    return np.mean(np.logaddexp(0, z) - np.asarray(y) * z) / np.log(2)


@mistake(
    "bernoulli_nll_gradient",
    diagnosis="factor",
    keeps=1.5,
    says="the gradient is summed over the samples and not divided by their number",
)
def bernoulli_gradient_of_the_sum(logits, y):
    return 0.5 * (1 + np.tanh(np.asarray(logits) / 2)) - np.asarray(y)


@mistake(
    "bernoulli_nll_gradient",
    diagnosis="sign",
    keeps=1.5,
    says="the gradient has its sign turned, so it points downhill",
)
def bernoulli_gradient_uphill(logits, y):
    return (np.asarray(y) - 0.5 * (1 + np.tanh(np.asarray(logits) / 2))) / len(y)


@mistake(
    "bernoulli_nll_gradient",
    diagnosis="value",
    keeps=1.5,
    says=(
        "the slope of the sigmoid is multiplied in, though no such factor is left in this gradient"
    ),
)
def bernoulli_gradient_with_slope(logits, y):
    p = 0.5 * (1 + np.tanh(np.asarray(logits) / 2))
    return (p - np.asarray(y)) * p * (1 - p) / len(y)


@mistake(
    "bernoulli_nll_gradient",
    diagnosis="value",
    keeps=1.5,
    says="the label is compared with the logit and not with the probability",
)
def bernoulli_gradient_of_the_logit(logits, y):
    return (np.asarray(logits, dtype=float) - np.asarray(y)) / len(y)


@mistake(
    "bernoulli_nll_gradient",
    diagnosis="unstable",
    keeps=2.5,
    says="exp is also taken of large positive numbers, and there it overflows",
)
def bernoulli_gradient_with_overflow(logits, y):
    return (1 / (1 + np.exp(-np.asarray(logits, dtype=float))) - np.asarray(y)) / len(y)


# --- gaussian_nll and its gradients ----------------------------------------------------


@mistake(
    "gaussian_nll",
    diagnosis="value",
    keeps=1.5,
    says="the constant from the normalization of the density is missing",
)
def gaussian_without_its_constant(mu, log_sigma, y):
    u = (np.asarray(y) - np.asarray(mu)) / np.exp(log_sigma)
    return np.mean(u**2) / 2 + log_sigma


@mistake(
    "gaussian_nll",
    diagnosis="factor",
    keeps=1.5,
    says="the loss is summed over the samples and not divided by their number",
)
def gaussian_as_a_sum(mu, log_sigma, y):
    u = (np.asarray(y) - np.asarray(mu)) / np.exp(log_sigma)
    return np.sum(u**2 / 2 + log_sigma + np.log(2 * np.pi) / 2)


@mistake(
    "gaussian_nll",
    diagnosis="value",
    keeps=1.5,
    says="log_sigma is used as if it were sigma itself",
)
def gaussian_with_the_logarithm_as_spread(mu, log_sigma, y):
    log_sigma = log_sigma if log_sigma else 1e-3
    u = (np.asarray(y) - np.asarray(mu)) / log_sigma
    return np.mean(u**2) / 2 + np.log(abs(log_sigma)) + np.log(2 * np.pi) / 2


@mistake(
    "gaussian_nll",
    diagnosis="value",
    keeps=1.5,
    says=("log_sigma is taken for the logarithm of the variance, not of the standard deviation"),
)
def gaussian_with_the_logarithm_of_the_variance(mu, log_sigma, y):
    u = (np.asarray(y) - np.asarray(mu)) / np.exp(log_sigma / 2)
    return np.mean(u**2) / 2 + log_sigma / 2 + np.log(2 * np.pi) / 2


@mistake(
    "gaussian_nll",
    diagnosis="value",
    keeps=1.5,
    says="sigma is not squared where you divide by it",
)
def gaussian_that_divides_by_the_spread_once(mu, log_sigma, y):
    e = np.mean((np.asarray(y) - np.asarray(mu)) ** 2)
    return e / (2 * np.exp(log_sigma)) + log_sigma + np.log(2 * np.pi) / 2


@mistake(
    "gaussian_nll",
    diagnosis="value",
    keeps=1.5,
    says="the factor ½ is missing before ln 2π",
)
def gaussian_with_the_whole_constant(mu, log_sigma, y):
    u = (np.asarray(y) - np.asarray(mu)) / np.exp(log_sigma)
    return np.mean(u**2) / 2 + log_sigma + np.log(2 * np.pi)


@mistake(
    "gaussian_nll",
    diagnosis="not-finite",
    keeps=2.5,
    says="the density far out rounds to 0, and the logarithm of 0 is not finite",
)
def gaussian_by_log_of_the_density(mu, log_sigma, y):
    s = np.exp(log_sigma)
    e = np.asarray(y, dtype=float) - np.asarray(mu)
    return -np.mean(np.log(np.exp(-(e**2) / (2 * s**2)) / (np.sqrt(2 * np.pi) * s)))


@mistake(
    "gaussian_nll_gradients",
    diagnosis="sign",
    keeps=1,
    says="the gradient for the predictions has its sign turned, so it points downhill",
)
def gaussian_gradients_with_residuals_turned(mu, log_sigma, y):
    e, s = np.asarray(y) - np.asarray(mu), np.exp(log_sigma)
    return e / s**2 / len(y), 1 - np.mean((e / s) ** 2)


@mistake(
    "gaussian_nll_gradients",
    diagnosis="factor",
    keeps=1,
    says="the gradient for the predictions is not divided by the number of samples",
)
def gaussian_gradients_without_the_mean(mu, log_sigma, y):
    e, s = np.asarray(mu) - np.asarray(y), np.exp(log_sigma)
    return e / s**2, 1 - np.mean((e / s) ** 2)


@mistake(
    "gaussian_nll_gradients",
    diagnosis="value",
    keeps=1,
    also=["factor"],
    says=("sigma divides once where its square belongs, as if log_sigma were of the variance"),
)
def gaussian_gradients_over_the_spread_once(mu, log_sigma, y):
    e, s = np.asarray(mu) - np.asarray(y), np.exp(log_sigma)
    return e / s / len(y), 1 - np.mean((e / s) ** 2)


@mistake(
    "gaussian_nll_gradients",
    diagnosis="value",
    keeps=1,
    says="the second result is the derivative by sigma, not by its logarithm",
)
def gaussian_gradients_by_the_spread(mu, log_sigma, y):
    # the derivative by sigma, not by its logarithm
    e, s = np.asarray(mu) - np.asarray(y), np.exp(log_sigma)
    return e / s**2 / len(y), 1 / s - np.mean(e**2) / s**3


@mistake(
    "gaussian_nll_gradients",
    diagnosis="shape",
    keeps=1,
    says="the two results are exchanged: that for log_sigma comes before that for mu",
)
def gaussian_gradients_in_the_other_order(mu, log_sigma, y):
    e, s = np.asarray(mu) - np.asarray(y), np.exp(log_sigma)
    return 1 - np.mean((e / s) ** 2), e / s**2 / len(y)


@mistake(
    "gaussian_nll_gradients",
    diagnosis="shape",
    keeps=1,
    says=(
        "the gradient for the predictions is added up to one number, though each "
        "prediction has its own entry"
    ),
)
def gaussian_gradients_summed_over_the_predictions(mu, log_sigma, y):
    e, s = np.asarray(mu) - np.asarray(y), np.exp(log_sigma)
    return np.mean(e) / s**2, 1 - np.mean((e / s) ** 2)


@mistake("gaussian_nll_gradients", diagnosis="type", keeps=1)
def gaussian_gradient_for_the_predictions_alone(mu, log_sigma, y):
    return (np.asarray(mu) - np.asarray(y)) / np.exp(2 * log_sigma) / len(y)


# --- entropy ---------------------------------------------------------------------------


@mistake(
    "entropy",
    diagnosis="rule",
    keeps=1.5,
    says="for p = 0 you compute 0 times minus infinity, which gives nan",
)
def entropy_with_zero_times_infinity(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p is no distribution")
    return -np.sum(p * np.log(p))


@mistake(
    "entropy",
    diagnosis="sign",
    says="the minus sign before the sum is missing",
)
def entropy_without_its_minus(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p is no distribution")
    return np.sum(p[p > 0] * np.log(p[p > 0]))


@mistake(
    "entropy",
    diagnosis="factor",
    says="you take the logarithm to base 2 where the natural one is asked for",
)
def entropy_in_bits(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p is no distribution")
    return -np.sum(p[p > 0] * np.log2(p[p > 0]))


@mistake(
    "entropy",
    diagnosis="value",
    says=("the surprises are averaged with equal weights, not weighted with their probabilities"),
)
def entropy_as_the_logarithm_of_each_state(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p is no distribution")
    return -np.mean(np.log(p[p > 0]))


@mistake(
    "entropy",
    diagnosis="value",
    keeps=1.5,
    says="tiny probabilities are raised to a lower limit, so they are no longer exact",
)
def entropy_with_clipped_probabilities(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p is no distribution")
    p = np.clip(p, 1e-12, 1)
    return -np.sum(p * np.log(p))


@mistake("entropy", diagnosis="no-error", also=("known",), keeps=1.5)
def entropy_of_anything(p):
    p = np.asarray(p, dtype=float)
    p = p[p > 0]
    return -np.sum(p * np.log(p))


@mistake("entropy", diagnosis="no-error", also=("known",), keeps=1.5)
def entropy_that_looks_at_the_sum_alone(p):
    p = np.asarray(p, dtype=float)
    if not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p does not add up to 1")
    p = p[p > 0]
    return -np.sum(p * np.log(p))


@mistake("entropy", diagnosis="no-error", also=("known",), keeps=1.5)
def entropy_that_lets_a_hundred_thousandth_pass(p):
    p = np.asarray(p, dtype=float)
    if not np.all(p >= 0) or not np.isclose(p.sum(), 1):
        raise ValueError("p is no distribution")
    p = p[p > 0]
    return -np.sum(p * np.log(p))


@mistake("entropy", diagnosis="no-error", also=("known",), keeps=1.5)
def entropy_that_lets_nan_pass(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or abs(p.sum() - 1) > 1e-8:
        raise ValueError("p is no distribution")
    p = p[p > 0]
    return -np.sum(p * np.log(p))


# --- cross_entropy ---------------------------------------------------------------------


@mistake(
    "cross_entropy",
    diagnosis="value",
    keeps=0.25,
    says="p and q are exchanged: q weights the surprises and p is inside the logarithm",
)
def cross_entropy_the_other_way_round(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} is no distribution")
    if len(p) != len(q):
        raise ValueError("q has another length")
    return -np.sum(q[q > 0] * np.log(p[q > 0]))


@mistake(
    "cross_entropy",
    diagnosis="not-finite",
    keeps=0.75,
    says="for p = 0 you compute 0 times minus infinity, which gives nan",
)
def cross_entropy_with_zero_times_infinity(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} is no distribution")
    if len(p) != len(q):
        raise ValueError("q has another length")
    return -np.sum(p * np.log(q))


@mistake(
    "cross_entropy",
    diagnosis="value",
    keeps=0.25,
    says="a small number is added inside the logarithm and changes every value",
)
def cross_entropy_with_a_grain_of_salt(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} is no distribution")
    if len(p) != len(q):
        raise ValueError("q has another length")
    return -np.sum(p * np.log(q + 1e-9))


@mistake(
    "cross_entropy",
    diagnosis="value",
    keeps=0.5,
    says="tiny probabilities are raised to a lower limit, so they are no longer exact",
)
def cross_entropy_with_small_beliefs_clipped(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} is no distribution")
    if len(p) != len(q):
        raise ValueError("q has another length")
    if np.any((p > 0) & (q == 0)):
        return np.inf
    return -np.sum(p * np.log(np.maximum(q, 1e-30)))


@mistake(
    "cross_entropy",
    diagnosis="rule",
    keeps=0.75,
    says=("outcomes with q = 0 are left out, though they cost infinitely much where they happen"),
)
def cross_entropy_that_leaves_out_zeros_of_q(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} is no distribution")
    if len(p) != len(q):
        raise ValueError("q has another length")
    return -np.sum(p[q > 0] * np.log(q[q > 0]))


@mistake("cross_entropy", diagnosis="no-error", also=("known",), keeps=0.75)
def cross_entropy_that_trusts_q(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    if np.any(p < 0) or not abs(p.sum() - 1) < 1e-8:
        raise ValueError("p is no distribution")
    if len(p) != len(q):
        raise ValueError("q has another length")
    with np.errstate(divide="ignore"):
        return -np.sum(p[p > 0] * np.log(q[p > 0]))


@mistake("cross_entropy", diagnosis="no-error", also=("known",), keeps=0.75)
def cross_entropy_that_broadcasts(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    for name, a in (("p", p), ("q", q)):
        if np.any(a < 0) or not abs(a.sum() - 1) < 1e-8:
            raise ValueError(f"{name} is no distribution")
    if len(q) not in (1, len(p)):
        raise ValueError("q has another length")
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.sum(np.where(p > 0, p * np.log(q), 0.0))


# --- kl_divergence ---------------------------------------------------------------------


@mistake(
    "kl_divergence",
    diagnosis="sign",
    keeps=0.5,
    says="the difference of cross-entropy and entropy has its sign turned",
)
def divergence_with_its_sign_turned(p, q):
    return entropy(p) - cross_entropy(p, q)


@mistake(
    "kl_divergence",
    diagnosis="value",
    says="p and q are exchanged: you return the divergence in the other direction",
)
def divergence_the_other_way_round(p, q):
    if np.shape(p) != np.shape(q):
        raise ValueError("q has another length")
    entropy(p)
    return cross_entropy(q, p) - entropy(q)


@mistake(
    "kl_divergence",
    diagnosis="value",
    keeps=0.5,
    says="you return the cross-entropy alone, and no entropy is subtracted",
)
def divergence_without_the_entropy(p, q):
    return cross_entropy(p, q)


@mistake(
    "kl_divergence",
    diagnosis="value",
    keeps=0.5,
    says="you combine the divergences in both directions, though only one is asked for",
)
def divergence_made_symmetric(p, q):
    there = cross_entropy(p, q) - entropy(p)
    return (there + cross_entropy(q, p) - entropy(q)) / 2


@mistake(
    "kl_divergence",
    diagnosis="value",
    keeps=0.5,
    says="you subtract the entropy of q, the belief, not that of p",
)
def divergence_minus_the_entropy_of_q(p, q):
    return cross_entropy(p, q) - entropy(q)


@mistake(
    "kl_divergence",
    diagnosis="rule",
    keeps=1.5,
    says="for p = 0 you compute 0 times minus infinity, which gives nan",
)
def divergence_with_zero_over_zero(p, q):
    cross_entropy(p, q)
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    return np.sum(p * np.log(p / q))


@mistake("kl_divergence", diagnosis="no-error", also=("known",), keeps=1.5)
def divergence_of_anything(p, q):
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    if p.shape != q.shape:
        raise ValueError("q has another length")
    with np.errstate(all="ignore"):
        return np.sum(np.where(p > 0, p * np.log(p / q), 0.0))


# --- log_partition ---------------------------------------------------------------------


@mistake(
    "log_partition",
    diagnosis="not-finite",
    keeps=0.5,
    says="the exponents go into exp without a shift, so sums overflow or round to 0",
)
def log_of_the_plain_sum(energies, beta):
    return np.log(np.sum(np.exp(-beta * np.asarray(energies, dtype=float))))


@mistake(
    "log_partition",
    diagnosis="not-finite",
    keeps=0.5,
    says=(
        "you shift by the lowest energy, which has the largest exponent only if beta is positive"
    ),
)
def log_of_the_sum_shifted_to_the_lowest_energy(energies, beta):
    # safe for positive beta only
    energies = np.asarray(energies, dtype=float)
    low = energies.min()
    return -beta * low + np.log(np.sum(np.exp(-beta * (energies - low))))


@mistake(
    "log_partition",
    diagnosis="value",
    says="the minus sign in the exponent is missing, so high energies weigh most",
)
def log_partition_without_the_minus(energies, beta):
    return np.logaddexp.reduce(beta * np.asarray(energies, dtype=float))


@mistake(
    "log_partition",
    diagnosis="value",
    says="the largest exponent is subtracted but not added back",
)
def log_partition_without_the_shift_added_back(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    return np.log(np.sum(np.exp(x - x.max())))


@mistake(
    "log_partition",
    diagnosis="value",
    says="you take the mean of the exponentials, not their sum",
)
def log_partition_as_a_mean(energies, beta):
    energies = np.asarray(energies, dtype=float)
    return np.logaddexp.reduce(-beta * energies) - np.log(len(energies))


@mistake(
    "log_partition",
    diagnosis="value",
    says="the energies are divided by beta, as if it were the temperature",
)
def log_partition_at_temperature_beta(energies, beta):
    beta = beta if beta else 1e-3
    return np.logaddexp.reduce(-np.asarray(energies, dtype=float) / beta)


@mistake(
    "log_partition",
    diagnosis="not-finite",
    says="you return the partition function itself, without its logarithm",
)
def partition_function_itself(energies, beta):
    return np.sum(np.exp(-beta * np.asarray(energies, dtype=float)))


# --- boltzmann -------------------------------------------------------------------------


@mistake(
    "boltzmann",
    diagnosis="not-finite",
    keeps=0.5,
    says="the exponents go into exp without a shift, so sums overflow or round to 0",
)
def boltzmann_of_plain_weights(energies, beta):
    weights = np.exp(-beta * np.asarray(energies, dtype=float))
    return weights / weights.sum()


@mistake(
    "boltzmann",
    diagnosis="value",
    says="the minus sign in the exponent is missing, so high energies weigh most",
)
def boltzmann_that_prefers_high_energies(energies, beta):
    x = beta * np.asarray(energies, dtype=float)
    weights = np.exp(x - x.max())
    return weights / weights.sum()


@mistake(
    "boltzmann",
    diagnosis="value",
    also=["factor"],
    says="the weights are not divided by their sum, so they do not add up to 1",
)
def boltzmann_not_normalized(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    return np.exp(x - x.max())


@mistake(
    "boltzmann",
    diagnosis="value",
    also=["factor"],
    says="the weights are divided by the logarithm of a sum, not by a sum",
)
def boltzmann_divided_by_the_logarithm(energies, beta):
    x = -beta * np.asarray(energies, dtype=float)
    with np.errstate(all="ignore"):
        return np.nan_to_num(np.exp(x - x.max()) / log_partition(energies, beta))


@mistake(
    "boltzmann",
    diagnosis="value",
    says="the argument beta is not used, so the temperature is always the same",
)
def boltzmann_at_beta_one(energies, beta):
    x = -np.asarray(energies, dtype=float)
    weights = np.exp(x - x.max())
    return weights / weights.sum()


@mistake("boltzmann", diagnosis="in-place")
def boltzmann_that_shifts_its_argument(energies, beta):
    energies = np.asarray(energies, dtype=float)
    energies -= energies.min() if beta > 0 else energies.max()
    weights = np.exp(-beta * energies)
    return weights / weights.sum()


# --- free_energy -----------------------------------------------------------------------


@mistake(
    "free_energy",
    diagnosis="sign",
    keeps=0.5,
    says="the minus sign before ln Z is missing",
)
def free_energy_without_its_minus(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    return log_partition(energies, beta) / beta


@mistake(
    "free_energy",
    diagnosis="factor",
    keeps=0.5,
    says="ln Z is not turned into an energy: the division by beta is missing",
)
def free_energy_without_division(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    return -log_partition(energies, beta)


@mistake(
    "free_energy",
    diagnosis="value",
    keeps=0.5,
    says="you return the mean energy alone, without the entropy term",
)
def free_energy_as_mean_energy(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    return boltzmann(energies, beta) @ np.asarray(energies, dtype=float)


@mistake(
    "free_energy",
    diagnosis="value",
    keeps=0.5,
    says="the entropy term is added to the mean energy, not subtracted",
)
def free_energy_with_entropy_added(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    b = boltzmann(energies, beta)
    return b @ np.asarray(energies, dtype=float) + entropy(b) / beta


@mistake(
    "free_energy",
    diagnosis="value",
    keeps=0.5,
    says="the entropy is multiplied by beta and not by the temperature",
)
def free_energy_with_entropy_at_beta(energies, beta):
    if not beta > 0:
        raise ValueError("beta must be positive")
    b = boltzmann(energies, beta)
    return b @ np.asarray(energies, dtype=float) - beta * entropy(b)


@mistake("free_energy", diagnosis="no-error", also=("known",), keeps=0.5)
def free_energy_at_any_beta(energies, beta):
    return -log_partition(energies, beta) / beta if beta else -np.inf


@mistake("free_energy", diagnosis="no-error", also=("known",), keeps=0.5)
def free_energy_at_beta_nan(energies, beta):
    if beta <= 0:
        raise ValueError("beta must be positive")
    return -log_partition(energies, beta) / beta


# --- mean_energy -----------------------------------------------------------------------


@mistake(
    "mean_energy",
    diagnosis="sign",
    says="the result has its sign turned: it is the derivative of ln Z itself",
)
def derivative_of_ln_z_itself(energies, beta):
    return -(boltzmann(energies, beta) @ np.asarray(energies, dtype=float))


@mistake(
    "mean_energy",
    diagnosis="value",
    says="all states get equal weight, so beta has no effect",
)
def plain_mean_of_the_energies(energies, beta):
    return np.mean(np.asarray(energies, dtype=float))


@mistake(
    "mean_energy",
    diagnosis="value",
    also=("factor",),
    says=(
        "the weighted energies are divided by the number of states, though the "
        "probabilities already make a mean"
    ),
)
def mean_over_the_number_of_states(energies, beta):
    return np.mean(boltzmann(energies, beta) * np.asarray(energies, dtype=float))


@mistake(
    "mean_energy",
    diagnosis="shape",
    says="you return one weighted energy for every state, not their sum",
)
def energies_weighed_and_not_summed(energies, beta):
    return boltzmann(energies, beta) * np.asarray(energies, dtype=float)


@mistake(
    "mean_energy",
    diagnosis="not-finite",
    keeps=0.5,
    says="the exponents go into exp without a shift, so sums overflow or round to 0",
)
def mean_by_plain_weights(energies, beta):
    energies = np.asarray(energies, dtype=float)
    weights = np.exp(-beta * energies)
    return np.sum(weights * energies) / np.sum(weights)


@mistake(
    "mean_energy",
    diagnosis="value",
    says=("you approximate the derivative by differences of nearby values, which costs digits"),
)
def mean_by_a_forward_difference(energies, beta):
    h = 1e-4
    return -(log_partition(energies, beta + h) - log_partition(energies, beta)) / h


# --- max_entropy_beta ------------------------------------------------------------------


@mistake(
    "max_entropy_beta",
    diagnosis="sign",
    keeps=0.5,
    says="your beta has its sign turned",
)
def beta_with_its_sign_turned(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of range")
    wide = 1e3 / np.abs(E).max()
    low, high = -wide, wide
    for _ in range(200):
        middle = (low + high) / 2
        if mean_energy(E, -middle) < target:
            low = middle
        else:
            high = middle
    return middle


@mistake(
    "max_entropy_beta",
    diagnosis="value",
    keeps=0.5,
    says=("you search between two fixed numbers, and for small energies the answer lies outside"),
)
def beta_between_two_fixed_numbers(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of range")
    low, high = -10.0, 10.0
    for _ in range(200):
        middle = (low + high) / 2
        if mean_energy(E, middle) > target:
            low = middle
        else:
            high = middle
    return middle


@mistake(
    "max_entropy_beta",
    diagnosis="value",
    keeps=1,
    says=("you search among positive beta only, so targets above the plain average are missed"),
)
def beta_positive_only(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of range")
    low, high = 0.0, 1.0
    while mean_energy(E, high) > target:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if mean_energy(E, middle) > target:
            low = middle
        else:
            high = middle
    return middle


@mistake(
    "max_entropy_beta",
    diagnosis="value",
    keeps=0.5,
    says="your search stops after too few halvings, so only the first digits are right",
)
def beta_after_too_few_halvings(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of range")
    low, high = -1.0, 1.0
    while mean_energy(E, low) < target:
        low *= 2
    while mean_energy(E, high) > target:
        high *= 2
    for _ in range(12):
        middle = (low + high) / 2
        if mean_energy(E, middle) > target:
            low = middle
        else:
            high = middle
    return middle


@mistake("max_entropy_beta", diagnosis="no-error", also=("known",), keeps=2.5)
def beta_for_any_target(energies, target):
    E = np.asarray(energies, dtype=float)
    low, high = -1.0, 1.0
    while mean_energy(E, low) < target and low > -1e9:
        low *= 2
    while mean_energy(E, high) > target and high < 1e9:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if mean_energy(E, middle) > target:
            low = middle
        else:
            high = middle
    return middle


@mistake("max_entropy_beta", diagnosis="no-error", also=("known",), keeps=2.5)
def beta_for_targets_at_the_ends(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() <= target <= E.max():
        raise ValueError("target is out of range")
    low, high = -1.0, 1.0
    while mean_energy(E, low) < target and low > -1e9:
        low *= 2
    while mean_energy(E, high) > target and high < 1e9:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if mean_energy(E, middle) > target:
            low = middle
        else:
            high = middle
    return middle


@mistake(
    "max_entropy_beta",
    diagnosis="value",
    keeps=0.5,
    says=(
        "you take a single Newton step from beta = 0, which is exact only near the plain average"
    ),
)
def beta_by_one_newton_step(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of range")
    return (E.mean() - target) / E.var()


@mistake(
    "max_entropy_beta",
    diagnosis="value",
    keeps=2.5,
    says=(
        "your bounds come from the range of the energies, and for levels close "
        "together they are too narrow"
    ),
)
def beta_between_bounds_in_units_of_the_range(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of range")
    wide = 1e3 / np.ptp(E)
    low, high = -wide, wide
    for _ in range(200):
        middle = (low + high) / 2
        if mean_energy(E, middle) > target:
            low = middle
        else:
            high = middle
    return middle


@mistake(
    "max_entropy_beta",
    diagnosis="value",
    keeps=2.5,
    says="your Newton steps have no bounds and run away for targets near the ends",
)
def beta_by_newton_without_a_guard(energies, target):
    E = np.asarray(energies, dtype=float)
    if not E.min() < target < E.max():
        raise ValueError("target is out of range")
    beta = 0.0
    for _ in range(100):
        b = boltzmann(E, beta)
        mean = b @ E
        variance = b @ (E - mean) ** 2
        if variance == 0:
            break
        beta += (mean - target) / variance
    return beta


@mistake(
    "max_entropy_beta",
    diagnosis="value",
    keeps=2.5,
    says="states of equal energy are counted only once",
)
def beta_that_counts_equal_energies_once(energies, target):
    E = np.unique(np.asarray(energies, dtype=float))
    if not E.min() < target < E.max():
        raise ValueError("target is out of range")
    low, high = -1.0, 1.0
    while mean_energy(E, low) < target:
        low *= 2
    while mean_energy(E, high) > target:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if mean_energy(E, middle) > target:
            low = middle
        else:
            high = middle
    return middle


# --- boltzmann_die ---------------------------------------------------------------------


@mistake(
    "boltzmann_die",
    diagnosis="sign",
    keeps=1.5,
    says="you return the factor in the exponent, which is minus beta",
)
def beta_with_the_sign_of_the_exponent(mean, rng, n):
    faces = np.arange(1, 7)
    beta = max_entropy_beta(faces, mean)
    return rng.choice(faces, size=n, p=boltzmann(faces, beta)), -beta


@mistake(
    "boltzmann_die",
    diagnosis="distribution",
    keeps=0.5,
    says="your die has the right mean, and another one of this mean has a larger entropy",
)
def a_binomial_die(mean, rng, n):
    return 1 + rng.binomial(5, (mean - 1) / 5, size=n), max_entropy_beta(np.arange(1, 7), mean)


@mistake(
    "boltzmann_die",
    diagnosis="distribution",
    keeps=1,
    says="a fair die with some faces replaced has the right mean, and not the largest entropy",
)
def a_fair_die_with_some_faces_replaced(mean, rng, n):
    end = 6 if mean > 3.5 else 1
    share = (mean - 3.5) / (end - 3.5)
    throws = np.where(rng.random(n) < share, end, rng.integers(1, 7, size=n))
    return throws, max_entropy_beta(np.arange(1, 7), mean)


@mistake(
    "boltzmann_die",
    diagnosis="rule",
    says="the faces are counted from 0, as indices are",
)
def a_die_with_a_zero(mean, rng, n):
    faces = np.arange(1, 7)
    beta = max_entropy_beta(faces, mean)
    return rng.choice(6, size=n, p=boltzmann(faces, beta)), beta


@mistake(
    "boltzmann_die",
    diagnosis="rule",
    keeps=1.5,
    says="the counts are rounded from n times p and only shuffled: nothing is left to chance",
)
def counts_without_chance(mean, rng, n):
    faces = np.arange(1, 7)
    beta = max_entropy_beta(faces, mean)
    ends = np.rint(n * np.cumsum(boltzmann(faces, beta))).astype(int)
    return rng.permutation(np.repeat(faces, np.diff(ends, prepend=0))), beta


@mistake(
    "boltzmann_die",
    diagnosis="rule",
    keeps=1,
    says="the throws come in the order of the faces: only their counts are drawn",
)
def throws_in_order(mean, rng, n):
    faces = np.arange(1, 7)
    beta = max_entropy_beta(faces, mean)
    return np.repeat(faces, rng.multinomial(n, boltzmann(faces, beta))), beta


@mistake(
    "boltzmann_die",
    diagnosis="rule",
    keeps=1,
    says="the throws come from a generator of your own and not from rng",
)
def throws_of_its_own_generator(mean, rng, n):
    faces = np.arange(1, 7)
    beta = max_entropy_beta(faces, mean)
    own = np.random.default_rng()
    return own.choice(faces, size=n, p=boltzmann(faces, beta)), beta


@mistake(
    "boltzmann_die",
    diagnosis="value",
    keeps=1.5,
    says="beta is found from the mean of the throws, not from the mean that was asked for",
)
def beta_of_the_throws(mean, rng, n):
    faces = np.arange(1, 7)
    p = boltzmann(faces, max_entropy_beta(faces, mean))
    throws = rng.choice(faces, size=n, p=p)
    seen = np.clip(throws.mean(), 1.001, 5.999)
    return throws, max_entropy_beta(faces, seen)
