"""What is graded: likelihood, entropy and energy."""

import numpy as np

from autograder.checks import (
    CheckFailed,
    Hint,
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_frequencies,
    expect_gradient,
    expect_raises,
    expect_reproducible,
    expect_robust,
    expect_shape,
    expect_stable,
)
from autograder.checks.inputs import HUGE, labels, whole

from . import reference

#: numbers of samples: in general, and a single one
SAMPLES = (7, 5, 1)


def distribution(rng, k):
    """Probabilities of very different size."""
    p = rng.dirichlet(np.full(k, 0.7)) + 1e-3
    return p / p.sum()


def expect_refused(function, *args, mentions, accepts):
    """It raises a ``ValueError``; ``accepts`` says what it does where it raises none."""
    try:
        expect_raises(ValueError, function, *args, mentions=mentions)
    except CheckFailed as failed:
        if any(fact.label == "input" for fact in failed.facts):
            failed.explain(Hint("known", accepts))
        raise


# --- losses ----------------------------------------------------------------------------


@check("bernoulli_nll", points=0.75)
def is_the_mean_negative_log_likelihood(student, rng):
    for n in SAMPLES:
        y = labels(rng, n).astype(float)
        expect_agrees(student.bernoulli_nll, reference.bernoulli_nll, 2 * rng.normal(size=n), y)
    z = whole(rng, 5)
    expect_robust(student.bernoulli_nll, reference.bernoulli_nll, z, labels(rng, 5))


@check("bernoulli_nll", points=0.75)
def stays_exact_when_the_model_is_very_sure(student, rng):
    z, y = np.tile(HUGE, 2), np.repeat([0, 1], len(HUGE))
    expect_stable(student.bernoulli_nll, reference.bernoulli_nll, z, y, atol=1e-8)
    for size in (30.0, 40.0, 800.0, 1e4):  # wrong and sure of it, then right and sure of it
        for y in ([0], [1]):
            z = np.array([size * rng.choice([-1.0, 1.0])])
            at = z, np.array(y)
            expect_stable(student.bernoulli_nll, reference.bernoulli_nll, *at, atol=1e-11)


@check("bernoulli_nll", points=1)
def has_a_gradient_that_is_its_derivative(student, rng):
    for n in SAMPLES:
        for scale in (0.5, 2.0):
            at = scale * rng.normal(size=n), labels(rng, n).astype(float)
            expect_gradient(student.bernoulli_nll_gradient, of=reference.bernoulli_nll, at=at)


@check("bernoulli_nll", points=0.5)
def has_a_gradient_that_takes_lists_and_huge_logits(student, rng):
    function, wanted = student.bernoulli_nll_gradient, reference.bernoulli_nll_gradient
    z = whole(rng, 5)
    expect_robust(function, wanted, z, labels(rng, 5))
    expect_stable(function, wanted, np.tile(HUGE, 2), np.repeat([0, 1], len(HUGE)))


@check("gaussian_nll", points=1)
def is_the_mean_negative_log_density(student, rng):
    for n in SAMPLES:
        for log_sigma in (rng.uniform(0.5, 1.5), rng.uniform(-1.5, -0.5), 0.0):
            at = rng.normal(size=n), log_sigma, 1 + 2 * rng.normal(size=n)
            expect_agrees(student.gaussian_nll, reference.gaussian_nll, *at)


@check("gaussian_nll", points=1.5)
def has_gradients_that_are_its_derivatives(student, rng):
    for n in SAMPLES:
        for log_sigma in (rng.uniform(0.3, 1.0), rng.uniform(-1.0, -0.3), 0.0):
            at = rng.normal(size=n), log_sigma, 1 + 2 * rng.normal(size=n)
            expect_gradient(
                student.gaussian_nll_gradients,
                of=reference.gaussian_nll,
                at=at,
                wrt=("mu", "log_sigma"),
            )


@check("gaussian_nll", points=0.5)
def takes_lists_integers_and_any_spread(student, rng):
    mu, y = rng.integers(-4, 5, size=5).astype(float), rng.integers(5, 9, size=5).astype(float)
    for function, wanted in (
        (student.gaussian_nll, reference.gaussian_nll),
        (student.gaussian_nll_gradients, reference.gaussian_nll_gradients),
    ):
        expect_robust(function, wanted, mu, float(rng.uniform(-1, 1)), y)
        expect_robust(function, wanted, mu, 1, y)
        for log_sigma in (-30.0, 30.0, 90.0):
            expect_stable(function, wanted, mu, log_sigma, y)


# --- entropies -------------------------------------------------------------------------


def refuses_what_is_no_distribution(function, rng, name, *others):
    """Bad numbers as the argument ``name``, with ``others`` as the other argument."""
    p = distribution(rng, 3)
    below = p + (p[1] + 0.1) * np.array([0.0, -1.0, 1.0])
    # the stub says about 1e-8: a millionth too much is no rounding
    for bad, words in (
        (p * 1.001, "adds up to 1.001"),
        (p * 0.999, "adds up to 0.999"),
        (p * (1 + 1e-6), "adds up to 1.000001"),
        (below, "holds a negative number and adds up to 1"),
        (np.array([np.nan, 0.5, 0.5]), "holds nan"),
        (0 * p, "holds zeros alone"),
    ):
        at = (bad, *others) if name == "p" else (*others, bad)
        expect_refused(
            function, *at, mentions=name, accepts=f"a {name} that {words} is let through"
        )


def is_no_nan(function, *args):
    """It is no nan where some p are 0."""
    got = function(*args)
    expect_shape(got, (), function.name)
    rule = "outcomes with p = 0 count 0: computed as it stands, 0 ln 0 is nan"
    expect(not np.isnan(got), function.name, rule)


def knows_the_impossible(function, wanted, rng):
    """Infinite where q rules out what happens, and not where neither p nor q expects it."""
    q = distribution(rng, 5)
    sure = np.eye(5)[rng.integers(5)]
    is_no_nan(function, sure, q)
    expect_stable(function, wanted, sure, q)
    got = function(q, sure)
    expect_shape(got, (), function.name)
    expect(
        not np.isfinite(got),
        function.name,
        "where q is 0 and p is not, the answer is inf: such outcomes are neither left out nor "
        "given a small probability",
    )
    expect_agrees(function, wanted, q, sure)  # infinite
    expect_agrees(function, wanted, np.array([0.5, 0.5, 0.0]), np.array([0.25, 0.75, 0.0]))
    expect_robust(function, wanted, sure, sure)


@check("entropy", points=1)
def is_the_mean_surprise(student, rng):
    for k in (5, 2, 1, 12):
        expect_agrees(student.entropy, reference.entropy, distribution(rng, k))
    expect_agrees(student.entropy, reference.entropy, np.full(7, 1 / 7))


@check("entropy", points=0.5)
def counts_what_never_happens_as_zero(student, rng):
    p = np.concatenate([distribution(rng, 5), np.zeros(20)])
    is_no_nan(student.entropy, p)
    expect_stable(student.entropy, reference.entropy, rng.permutation(p))
    sure = np.eye(4)[rng.integers(4)]
    expect_robust(student.entropy, reference.entropy, sure)


@check("entropy", points=0.5)
def refuses_numbers_that_are_no_distribution(student, rng):
    refuses_what_is_no_distribution(student.entropy, rng, "p")
    expect_agrees(student.entropy, reference.entropy, distribution(rng, 4) * (1 + 1e-11))


@check("cross_entropy", points=0.5)
def is_the_mean_surprise_of_a_believer_in_q(student, rng):
    for k in (5, 2, 1, 12):
        at = distribution(rng, k), distribution(rng, k)
        expect_agrees(student.cross_entropy, reference.cross_entropy, *at)
    tiny = np.array([0.5, 0.5, 1e-200])
    expect_agrees(student.cross_entropy, reference.cross_entropy, distribution(rng, 3), tiny)


@check("cross_entropy", points=0.25)
def tells_the_impossible_from_what_never_happens(student, rng):
    knows_the_impossible(student.cross_entropy, reference.cross_entropy, rng)


@check("cross_entropy", points=0.25)
def refuses_numbers_that_are_no_distributions(student, rng):
    refuses_what_is_no_distribution(student.cross_entropy, rng, "p", distribution(rng, 3))
    refuses_what_is_no_distribution(student.cross_entropy, rng, "q", distribution(rng, 3))
    p, q = distribution(rng, 4), distribution(rng, 3)
    for at in ((p, q), (q, p), (p, np.array([1.0]))):
        words = "a q with another length than p is let through"
        expect_refused(student.cross_entropy, *at, mentions="q", accepts=words)


@check("kl_divergence", points=1)
def is_the_excess_over_the_entropy(student, rng):
    for k in (5, 2, 12):
        at = distribution(rng, k), distribution(rng, k)
        expect_agrees(student.kl_divergence, reference.kl_divergence, *at)
    p = distribution(rng, 6)
    expect_agrees(student.kl_divergence, reference.kl_divergence, p, p)
    expect_agrees(student.kl_divergence, reference.kl_divergence, [1.0], [1.0])
    tiny = np.array([0.5, 0.5, 1e-200])
    expect_agrees(student.kl_divergence, reference.kl_divergence, np.full(3, 1 / 3), tiny)


@check("kl_divergence", points=0.5)
def is_infinite_only_for_the_impossible(student, rng):
    knows_the_impossible(student.kl_divergence, reference.kl_divergence, rng)


@check("kl_divergence", points=0.5)
def refuses_what_cross_entropy_refuses(student, rng):
    refuses_what_is_no_distribution(student.kl_divergence, rng, "p", distribution(rng, 3))
    refuses_what_is_no_distribution(student.kl_divergence, rng, "q", distribution(rng, 3))
    p, q = distribution(rng, 4), distribution(rng, 3)
    words = "a q with another length than p is let through"
    expect_refused(student.kl_divergence, p, q, mentions="q", accepts=words)


# --- energies --------------------------------------------------------------------------


def systems(rng):
    """Energies and an inverse temperature, of either sign and 0, with equal levels too."""
    for k in (5, 3, 2, 1):
        for beta in (rng.uniform(0.5, 2.0), rng.uniform(-2.0, -0.5), 0.0):
            yield 2 * rng.normal(size=k), float(beta)
    yield np.repeat(rng.normal(size=2), [3, 2]), 1.3


def huge_systems(rng):
    """Products of energy and inverse temperature of up to 1e4 in size, of either sign."""
    small = rng.normal(size=3)
    for beta in (1.0, -1.0):
        yield rng.permutation([-1e4, 300.0, 1e4]), beta
        yield 1e4 + small, beta
        yield -1e4 + small, beta
    yield small, 1e4
    yield small, -1e4


@check("log_partition", points=0.5)
def is_the_logarithm_of_the_sum_of_weights(student, rng):
    for system in systems(rng):
        expect_agrees(student.log_partition, reference.log_partition, *system)
    energies = whole(rng, 5)
    expect_robust(student.log_partition, reference.log_partition, energies, 2)
    expect_robust(student.log_partition, reference.log_partition, energies, -0.5)


@check("log_partition", points=0.5)
def copes_with_huge_energies(student, rng):
    for system in huge_systems(rng):
        expect_stable(student.log_partition, reference.log_partition, *system)


@check("boltzmann", points=0.5)
def gives_each_state_its_share(student, rng):
    for system in systems(rng):
        expect_agrees(student.boltzmann, reference.boltzmann, *system)
    energies = whole(rng, 5)
    expect_robust(student.boltzmann, reference.boltzmann, energies, 2)
    expect_robust(student.boltzmann, reference.boltzmann, energies, -0.5)


@check("boltzmann", points=0.5)
def copes_with_huge_energies_of_either_sign(student, rng):
    for system in huge_systems(rng):
        expect_stable(student.boltzmann, reference.boltzmann, *system)


@check("free_energy", points=0.5)
def is_the_partition_function_as_an_energy(student, rng):
    for energies, beta in systems(rng):
        expect_agrees(student.free_energy, reference.free_energy, energies, abs(beta) + 0.1)
    energies = whole(rng, 5)
    expect_robust(student.free_energy, reference.free_energy, energies, 2)
    for energies, beta in huge_systems(rng):
        expect_stable(student.free_energy, reference.free_energy, energies, abs(beta))


@check("free_energy", points=0.5)
def refuses_a_beta_that_is_not_positive(student, rng):
    energies = rng.normal(size=3)
    for beta in (0.0, 0, -1.0, -1e-3, float("nan")):
        words = f"a beta of {beta:g} is let through"
        expect_refused(student.free_energy, energies, beta, mentions="beta", accepts=words)


def minus_log_partition(energies, beta):
    """Its derivative by ``beta`` is the mean energy."""
    return -reference.log_partition(energies, beta)


@check("mean_energy", points=0.5)
def is_minus_the_derivative_of_the_log_partition_function(student, rng):
    for energies, beta in systems(rng):
        at = energies, beta
        expect_gradient(student.mean_energy, of=minus_log_partition, at=at, wrt="beta")


@check("mean_energy", points=0.5)
def takes_lists_and_huge_energies(student, rng):
    energies = whole(rng, 5)
    expect_robust(student.mean_energy, reference.mean_energy, energies, 2)
    expect_agrees(student.mean_energy, reference.mean_energy, energies, 0)
    for system in huge_systems(rng):
        expect_stable(student.mean_energy, reference.mean_energy, *system)


def spectrum(rng, scale):
    """Energies with clear gaps, in no order."""
    return scale * rng.permutation(np.cumsum(rng.uniform(0.3, 1.0, size=5)) - 2.0)


@check("max_entropy_beta", points=1)
def gives_the_mean_energy_that_was_asked_for(student, rng):
    for scale in (1.0, 1e-3, 1e4):
        for share in (0.3, 0.8, rng.uniform(0.05, 0.2)):
            energies = spectrum(rng, scale)
            target = energies.min() + share * np.ptp(energies)
            beta = student.max_entropy_beta(energies, float(target))
            expect_shape(beta, (), "max_entropy_beta")
            wanted = reference.max_entropy_beta(energies, target)
            if scale < 1.0:  # right for energies of about 1, and far off
                expect(
                    np.abs(beta) > 0.2 * np.abs(wanted),
                    "max_entropy_beta",
                    "for small energies beta is large: here it lies beyond the reach of the search",
                )
            close = {"rtol": 1e-7, "atol": 1e-9 / scale}
            given = {"energies": energies, "target": float(target)}
            expect_close(beta, wanted, "max_entropy_beta", given=given, **close)
    two = np.array([0.0, float(rng.uniform(0.5, 2.0))])
    target = 0.25 * two[1]
    beta = student.max_entropy_beta(two, target)
    expect_close(beta, np.log(3.0) / two[1], "max_entropy_beta", rtol=1e-7)


@check("max_entropy_beta", points=0.5)
def copes_with_many_equal_levels_and_with_close_ones(student, rng):
    # one folded state and many unfolded ones: b_unfolded = share, so e^(-beta gap) is known
    many, gap, share = int(rng.integers(30, 60)), float(rng.uniform(0.5, 2.0)), 0.4
    energies = rng.permutation(np.append(np.full(many, gap), 0.0))
    beta = student.max_entropy_beta(energies, share * gap)
    wanted = np.log(many * (1 - share) / share) / gap
    expect_close(beta, wanted, "max_entropy_beta", rtol=1e-7)
    # only the two lowest levels count, so beta is large compared with the range of energies
    close = 1e-4
    energies = rng.permutation([0.0, close, 1.0])
    beta = student.max_entropy_beta(energies, 0.25 * close)
    expect_close(beta, np.log(3.0) / close, "max_entropy_beta", rtol=1e-7)


@check("max_entropy_beta", points=1)
def copes_with_targets_near_the_ends_and_at_the_plain_mean(student, rng):
    function, wanted = student.max_entropy_beta, reference.max_entropy_beta
    energies = spectrum(rng, 1.0)
    for share in (1e-6, 1e-3, 1 - 1e-3, 1 - 1e-6):
        target = energies.min() + share * np.ptp(energies)
        expect_agrees(function, wanted, energies, float(target), rtol=1e-7)
    beta = function(energies, float(energies.mean()))
    expect_close(beta, 0.0, "max_entropy_beta", atol=1e-8)
    whole = rng.permutation([-3.0, -1.0, 2.0, 6.0])
    expect_robust(function, wanted, whole, 1.5, rtol=1e-7)
    expect_robust(function, wanted, whole, -2, rtol=1e-7)


@check("max_entropy_beta", points=0.5)
def refuses_a_target_that_no_distribution_has(student, rng):
    energies = spectrum(rng, 1.0)
    low, high = float(energies.min()), float(energies.max())
    for levels, target, words in (
        (energies, low, "that is the lowest energy"),
        (energies, high, "that is the highest energy"),
        (energies, low - 0.1, "below the lowest energy"),
        (energies, high + 0.1, "above the highest energy"),
        (energies, 1e3, "far above the highest energy"),
        (energies, float("nan"), "that is nan"),
        (np.full(3, low), low, "that all energies are equal to"),
    ):
        words = f"a target {words} is let through"
        expect_refused(student.max_entropy_beta, levels, target, mentions="target", accepts=words)


# --- boltzmann_die ---------------------------------------------------------------------

FACES = np.arange(1, 7)


def thrown(student, mean, rng, n):
    """Throws and beta of a die, called with care."""
    name = "boltzmann_die"
    found = student.boltzmann_die(mean, rng, n)
    is_pair = isinstance(found, (tuple, list)) and len(found) == 2
    expect(is_pair, name, "it returns (throws, beta)")
    throws, beta = found
    expect_shape(beta, (), name)
    try:
        throws = np.asarray(throws)
    except ValueError:
        throws = np.array(None)
    expect(throws.shape == (n,), name, "the throws are n numbers in a row")
    expect(bool(np.isin(throws, FACES).all()), name, "every throw is one of the faces 1 to 6")
    return throws.astype(int), float(beta)


def counts_of(throws):
    """How often each face came."""
    return np.bincount(throws, minlength=7)[1:]


def means(rng):
    """Means on both sides of that of a fair die, some near the end."""
    return rng.permutation([rng.uniform(1.2, 1.9), rng.uniform(2.2, 3.2), rng.uniform(3.9, 5.7)])


@check("boltzmann_die", points=0.5)
def finds_the_beta_of_the_largest_entropy(student, rng):
    for mean in means(rng):
        _, beta = thrown(student, float(mean), rng, 7)
        expected = reference.max_entropy_beta(FACES, mean)
        expect_close(
            beta, expected, "boltzmann_die", rtol=1e-6, what=f"beta at a mean of {mean:.2f}"
        )
    _, beta = thrown(student, 3.5, rng, 7)
    expect(abs(beta) < 1e-8, "boltzmann_die", "of a fair die, of mean 3.5, beta is 0")


@check("boltzmann_die", points=1)
def throws_that_die(student, rng):
    name = "boltzmann_die"
    for mean in means(rng):
        throws, _ = thrown(student, float(mean), rng, 20_000)
        p = reference.boltzmann(FACES, reference.max_entropy_beta(FACES, mean))
        expect_frequencies(counts_of(throws), p, name, what=f"throws at a mean of {mean:.2f}")
        # of independent throws 0 ± 0.007
        related = np.corrcoef(throws[1:], throws[:-1])[0, 1]
        expect(abs(related) < 0.06, name, "a throw says nothing about the next: they have no order")
    expect_reproducible(student.boltzmann_die, 4.2, rng=rng, n=300)


@check("boltzmann_die", points=0.5)
def leaves_the_counts_to_chance(student, rng):
    name, mean, n = "boltzmann_die", float(rng.uniform(3.2, 3.8)), 30
    p = reference.boltzmann(FACES, reference.max_entropy_beta(FACES, mean))
    spread = []
    for _ in range(60):
        counts = counts_of(thrown(student, mean, rng, n)[0])
        spread.append(np.sum((counts - n * p) ** 2 / (n * p)))
    # of independent throws 5 ± 0.45, which is six faces less one
    rule = "in many short games the counts scatter about n times p as those of a die do"
    expect(2.3 < np.mean(spread) < 8.5, name, rule)
