"""The reference of ``likelihood_and_entropy`` against oracles and the chapter's own claims."""

import functools
import itertools
import math
from decimal import Decimal
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import integrate, optimize, special, stats

from autograder.course import Solution

reference = Solution(Path(__file__).parents[2] / "solutions" / "likelihood_and_entropy").reference

seeds = st.integers(0, 10**6)
levels = arrays(float, st.integers(2, 7), elements=st.floats(-20, 20, allow_subnormal=False))
betas = st.floats(-5, 5, allow_subnormal=False)


def distribution(seed, k=5):
    return np.random.default_rng(seed).dirichlet(np.ones(k))


class TestBernoulli:
    @given(seeds)
    def test_is_scipys_mean_negative_log_likelihood(self, seed):
        rng = np.random.default_rng(seed)
        z, y = 3 * rng.normal(size=6), rng.integers(0, 2, size=6)
        wanted = -stats.bernoulli.logpmf(y, special.expit(z)).mean()
        assert reference.bernoulli_nll(z, y) == pytest.approx(wanted, rel=1e-9)

    def test_likelihoods_of_all_labelings_sum_to_one(self):
        z = [0.3, -2.0, 1.7, 0.0]
        every = itertools.product((0, 1), repeat=4)
        total = sum(math.exp(-4 * reference.bernoulli_nll(z, y)) for y in every)
        assert total == pytest.approx(1, rel=1e-12)

    @pytest.mark.parametrize("n", [1, 2, 7])
    def test_gradient_agrees_with_autograd(self, n):
        rng = np.random.default_rng(n)
        z, y = 3 * rng.normal(size=n), rng.integers(0, 2, size=n)

        def plain(z):
            p = 1 / (1 + anp.exp(-z))
            return -anp.mean(y * anp.log(p) + (1 - y) * anp.log(1 - p))

        np.testing.assert_allclose(reference.bernoulli_nll_gradient(z, y), grad(plain)(z))

    @pytest.mark.filterwarnings("error")
    def test_is_exact_for_logits_of_ten_thousand(self):
        assert reference.bernoulli_nll([1e4, -1e4], [1, 0]) == 0
        assert reference.bernoulli_nll([1e4, -1e4], [0, 1]) == 1e4
        np.testing.assert_array_equal(
            reference.bernoulli_nll_gradient([1e4, -1e4], [0, 1]), [0.5, -0.5]
        )

    def test_the_best_constant_probability_is_the_share_of_ones(self):
        y = [1, 1, 1, 0, 1, 1, 0, 1, 1, 0]
        found = optimize.minimize_scalar(lambda z: reference.bernoulli_nll(np.full(10, z), y))
        assert special.expit(found.x) == pytest.approx(0.7, abs=1e-6)


class TestGaussian:
    @given(seeds)
    def test_is_scipys_mean_negative_log_density(self, seed):
        rng = np.random.default_rng(seed)
        mu, y, log_sigma = rng.normal(size=6), rng.normal(size=6), rng.uniform(-2, 2)
        wanted = -stats.norm.logpdf(y, mu, np.exp(log_sigma)).mean()
        assert reference.gaussian_nll(mu, log_sigma, y) == pytest.approx(wanted, rel=1e-12)

    def test_density_integrates_to_one(self):
        density = integrate.quad(lambda t: np.exp(-reference.gaussian_nll([0.3], -0.4, [t])), -9, 9)
        assert density[0] == pytest.approx(1, rel=1e-9)

    @pytest.mark.parametrize("n", [1, 2, 7])
    def test_gradients_agree_with_autograd(self, n):
        rng = np.random.default_rng(n)
        mu, y, log_sigma = rng.normal(size=n), rng.normal(size=n), rng.normal()

        def plain(mu, log_sigma):
            variance = anp.exp(2 * log_sigma)
            return anp.mean((y - mu) ** 2 / (2 * variance) + anp.log(2 * anp.pi * variance) / 2)

        for got, argument in zip(reference.gaussian_nll_gradients(mu, log_sigma, y), (0, 1)):
            np.testing.assert_allclose(got, grad(plain, argument)(mu, log_sigma), rtol=1e-10)

    def test_best_spread_is_the_root_mean_square_of_the_residuals(self):
        y = np.array([1.0, 2.0, 6.0])
        best = np.log(np.sqrt(14 / 3))
        d_mu, d_log_sigma = reference.gaussian_nll_gradients(np.full(3, 3.0), best, y)
        assert d_log_sigma == pytest.approx(0, abs=1e-15)
        assert d_mu.sum() == pytest.approx(0, abs=1e-15)


class TestEntropy:
    @given(seeds)
    def test_all_three_agree_with_scipy(self, seed):
        p, q = distribution(seed), distribution(seed + 1)
        assert reference.entropy(p) == pytest.approx(stats.entropy(p), rel=1e-12)
        assert reference.kl_divergence(p, q) == pytest.approx(stats.entropy(p, q), rel=1e-9)
        wanted = -np.sum(special.xlogy(p, q))
        assert reference.cross_entropy(p, q) == pytest.approx(wanted, rel=1e-12)

    @given(seeds)
    def test_gibbs_inequality_and_the_largest_entropy(self, seed):
        p, q = distribution(seed), distribution(seed + 1)
        assert reference.kl_divergence(p, q) >= 0
        assert reference.kl_divergence(p, p) == 0
        assert reference.entropy(p) <= np.log(5)

    @given(seeds)
    def test_entropies_of_independent_outcomes_add_up(self, seed):
        p, q = distribution(seed, 3), distribution(seed + 1, 4)
        joint = reference.entropy(np.outer(p, q).ravel())
        assert joint == pytest.approx(reference.entropy(p) + reference.entropy(q), rel=1e-12)

    def test_four_letters_take_one_and_three_quarter_bits(self):
        letters = [1 / 2, 1 / 4, 1 / 8, 1 / 8]
        assert reference.entropy(letters) / np.log(2) == pytest.approx(1.75)
        assert reference.cross_entropy(letters, [1 / 4] * 4) / np.log(2) == pytest.approx(2)

    @given(seeds)
    def test_terms_by_log1p_keep_the_digits_of_a_small_divergence(self, seed):
        rng = np.random.default_rng(seed)
        q = rng.dirichlet(np.ones(5)) + 0.01
        d = 1e-6 * q * rng.normal(size=5)
        p = q - d
        d = q - p  # rounded as in the code of a reader, which is exact for close numbers
        exact = sum(
            Decimal(y) - Decimal(x) - Decimal(x) * (Decimal(y) / Decimal(x)).ln()
            for x, y in zip(p.tolist(), q.tolist())
        )
        assert np.sum(d - p * np.log1p(d / p)) == pytest.approx(float(exact), rel=1e-8)

    def test_divergence_is_not_symmetric(self):
        assert reference.kl_divergence([0.9, 0.1], [0.5, 0.5]) == pytest.approx(0.3681, abs=5e-5)
        assert reference.kl_divergence([0.5, 0.5], [0.9, 0.1]) == pytest.approx(0.5108, abs=5e-5)

    @pytest.mark.filterwarnings("error")
    def test_what_never_happens_costs_nothing_and_what_was_excluded_costs_everything(self):
        assert reference.entropy([1, 0, 0]) == 0
        assert reference.cross_entropy([1, 0], [0.5, 0.5]) == pytest.approx(math.log(2))
        assert reference.kl_divergence([0.5, 0.5], [1, 0]) == math.inf
        assert reference.kl_divergence([0, 1], [0, 1]) == 0

    @pytest.mark.parametrize("bad", [[0.5, 0.6], [1.5, -0.5], [], [np.nan, 1.0], [0.5, 0.499]])
    def test_what_is_no_distribution_is_refused_by_name(self, bad):
        good = np.full(max(len(bad), 1), 1 / max(len(bad), 1))
        with pytest.raises(ValueError, match="p must"):
            reference.entropy(bad)
        for function in (reference.cross_entropy, reference.kl_divergence):
            with pytest.raises(ValueError, match="p must"):
                function(bad, good)
            with pytest.raises(ValueError, match="q must"):
                function(good, bad)

    def test_distributions_over_different_outcomes_are_refused(self):
        with pytest.raises(ValueError, match="q must"):
            reference.cross_entropy([1.0], [0.5, 0.5])


class TestBoltzmann:
    @given(levels, betas)
    def test_agrees_with_scipy(self, energies, beta):
        wanted = special.logsumexp(-beta * energies)
        assert reference.log_partition(energies, beta) == pytest.approx(wanted, abs=1e-12)
        wanted = special.softmax(-beta * energies)
        np.testing.assert_allclose(reference.boltzmann(energies, beta), wanted, rtol=1e-11)

    @given(levels, betas, st.floats(-50, 50))
    def test_shifting_all_energies_shifts_the_free_energy_and_no_probability(self, E, beta, shift):
        np.testing.assert_allclose(
            reference.boltzmann(E + shift, beta), reference.boltzmann(E, beta), rtol=1e-9
        )
        moved = reference.log_partition(E + shift, beta) - reference.log_partition(E, beta)
        assert moved == pytest.approx(-beta * shift, abs=1e-9)

    @pytest.mark.filterwarnings("error")
    @pytest.mark.parametrize("beta", [1.0, -1.0])
    def test_energies_of_ten_thousand_do_no_harm(self, beta):
        with np.errstate(over="raise", invalid="raise", divide="raise"):
            assert reference.log_partition([-1e4, 0, 1e4], beta) == 1e4
            assert reference.boltzmann([-1e4, 0, 1e4], beta).sum() == 1
            assert abs(reference.mean_energy([-1e4, 0, 1e4], beta)) == 1e4

    def test_same_z_other_distribution(self):
        other = [-math.log(1.5), -math.log(0.5)]
        assert reference.log_partition([0, 0], 1) == pytest.approx(math.log(2))
        assert reference.log_partition(other, 1) == pytest.approx(math.log(2))
        np.testing.assert_allclose(reference.boltzmann(other, 1), [0.75, 0.25])

    def test_three_levels_worked_by_hand(self):
        assert np.exp(reference.log_partition([0, 1, 2], 1)) == pytest.approx(1.5032, abs=5e-5)
        np.testing.assert_allclose(
            reference.boltzmann([0, 1, 2], 1), [0.6652, 0.2447, 0.0900], atol=5e-5
        )
        assert reference.free_energy([0, 1, 2], 1) == pytest.approx(-0.4076, abs=5e-5)
        assert reference.mean_energy([0, 1, 2], 1) == pytest.approx(0.4248, abs=5e-5)

    def test_two_states_are_a_sigmoid_of_the_gap(self):
        assert reference.boltzmann([0.0, 1.3], 2.0)[0] == pytest.approx(special.expit(2.6))

    @given(levels, st.floats(0.01, 5))
    def test_free_energy_is_energy_minus_temperature_times_entropy(self, E, beta):
        p = reference.boltzmann(E, beta)
        wanted = p @ E - reference.entropy(p) / beta
        assert reference.free_energy(E, beta) == pytest.approx(wanted, rel=1e-9, abs=1e-9)

    @given(levels, st.floats(0.01, 5), seeds)
    def test_no_other_distribution_has_a_lower_free_energy(self, E, beta, seed):
        p = distribution(seed, len(E))
        other = p @ E - stats.entropy(p) / beta
        assert reference.free_energy(E, beta) <= other + 1e-9

    @pytest.mark.parametrize("beta", [0, -1.0, np.nan])
    def test_free_energy_needs_a_positive_beta(self, beta):
        with pytest.raises(ValueError, match="beta"):
            reference.free_energy([0, 1], beta)


class TestMeanEnergy:
    @given(levels, betas)
    def test_is_minus_the_derivative_of_log_partition(self, E, beta):
        def plain(b):
            x = -b * E
            return anp.log(anp.sum(anp.exp(x - np.max(-beta * E)))) + np.max(-beta * E)

        wanted = -grad(plain)(beta)
        assert reference.mean_energy(E, beta) == pytest.approx(wanted, rel=1e-9, abs=1e-9)

    def test_falls_at_the_rate_of_the_variance(self):
        E, beta, h = np.array([0.0, 0.4, 1.1, 3.0]), 0.7, 1e-5
        p = reference.boltzmann(E, beta)
        slope = (reference.mean_energy(E, beta + h) - reference.mean_energy(E, beta - h)) / (2 * h)
        assert slope == pytest.approx(-(p @ E**2 - (p @ E) ** 2), rel=1e-8)


class TestLargestEntropy:
    def test_the_die_of_jaynes(self):
        die = np.arange(1, 7)
        beta = reference.max_entropy_beta(die, 4.5)
        assert beta == pytest.approx(-0.37105, abs=5e-6)
        wanted = [0.05435, 0.07877, 0.11416, 0.16545, 0.23977, 0.34749]
        np.testing.assert_allclose(reference.boltzmann(die, beta), wanted, atol=5e-6)

    @settings(max_examples=20)
    @given(seeds, st.floats(0.02, 0.98), st.sampled_from([1e-3, 1.0, 1e4]))
    def test_agrees_with_scipys_root(self, seed, share, scale):
        E = scale * np.random.default_rng(seed).normal(size=5)
        target = E.min() + share * (E.max() - E.min())
        wide = 400 / (np.sort(E)[[1, -1]] - np.sort(E)[[0, -2]]).min()
        wanted = optimize.brentq(
            lambda b: special.softmax(-b * E) @ E - target, -wide, wide, xtol=1e-300, rtol=1e-14
        )
        found = reference.max_entropy_beta(E, target)
        assert found == pytest.approx(wanted, rel=1e-7, abs=1e-10 / scale)

    def test_many_unfolded_states_against_one_folded(self):
        molecule = [0.0] + 50 * [2.0]
        # 40% unfolded: 50 exp(-2 beta) = 0.4 / 0.6
        wanted = math.log(50 * 0.6 / 0.4) / 2
        assert reference.max_entropy_beta(molecule, 0.8) == pytest.approx(wanted, rel=1e-10)

    def test_two_close_levels_need_a_beta_beyond_the_range_of_energies(self):
        found = reference.max_entropy_beta([1.0, 0.0, 1e-4], 0.25e-4)
        assert found == pytest.approx(math.log(3) / 1e-4, rel=1e-9)

    def test_most_likely_beta_has_the_observed_mean_energy(self):
        observed = np.array([0.0, 1.0, 1.0, 3.0, 0.0, 0.0])
        E = np.array([0.0, 1.0, 3.0])
        found = optimize.minimize_scalar(
            lambda b: b * observed.mean() + reference.log_partition(E, b), bracket=(0, 1)
        )
        wanted = reference.max_entropy_beta(E, observed.mean())
        assert found.x == pytest.approx(wanted, abs=1e-6)

    def test_the_plain_mean_needs_no_beta(self):
        assert reference.max_entropy_beta([1, 2, 3, 6], 3) == pytest.approx(0, abs=1e-12)

    @settings(max_examples=20)
    @given(seeds)
    def test_no_distribution_of_the_same_mean_has_more_entropy(self, seed):
        rng = np.random.default_rng(seed)
        E, p = rng.normal(size=5), rng.dirichlet(np.ones(5))
        best = reference.boltzmann(E, reference.max_entropy_beta(E, p @ E))
        assert stats.entropy(p) <= stats.entropy(best) + 1e-9

    @pytest.mark.parametrize("target", [0.0, 2.0, -1.0, 3.0, np.nan])
    def test_target_outside_or_at_the_ends_is_refused(self, target):
        with pytest.raises(ValueError, match="target"):
            reference.max_entropy_beta([0, 1, 2], target)

    def test_equal_energies_leave_no_target(self):
        with pytest.raises(ValueError, match="target"):
            reference.max_entropy_beta([1.0, 1.0], 1.0)


class TestBoltzmannDie:
    FACES = np.arange(1, 7)

    def shares(self, mean):
        """Probabilities of the faces, by SciPy."""
        beta = optimize.brentq(
            lambda b: special.softmax(-b * self.FACES) @ self.FACES - mean, -9, 9
        )
        return special.softmax(-beta * self.FACES), beta

    @pytest.mark.parametrize("mean", [1.4, 2.9, 3.5, 4.5, 5.7])
    def test_its_throws_pass_a_test_of_their_frequencies(self, mean):
        wanted, beta = self.shares(mean)
        throws, found = reference.boltzmann_die(mean, np.random.default_rng(4), 20_000)
        assert found == pytest.approx(beta, abs=1e-9)
        assert throws.shape == (20_000,)
        assert throws.dtype.kind == "i"
        counts = np.bincount(throws, minlength=7)[1:]
        assert stats.chisquare(counts, 20_000 * wanted).pvalue > 1e-4

    @pytest.mark.parametrize("mean", [2.2, 4.5])
    def test_no_die_of_the_same_mean_has_more_entropy(self, mean):
        found = optimize.minimize(
            lambda p: -special.entr(p).sum(),
            np.full(6, 1 / 6),
            bounds=[(1e-9, 1)] * 6,
            constraints=[
                {"type": "eq", "fun": lambda p: p.sum() - 1},
                {"type": "eq", "fun": lambda p: p @ self.FACES - mean},
            ],
            tol=1e-12,
        )
        np.testing.assert_allclose(found.x, self.shares(mean)[0], atol=1e-4)

    def test_fair_dice_of_that_mean_are_close_to_it_as_the_chapter_says(self):
        # exactly, by counting the ways in which 19 and 20 dice add up to a sum
        ways = np.array([0, 1, 1, 1, 1, 1, 1], dtype=float)
        nineteen = functools.reduce(np.convolve, [ways] * 19)
        shares = np.array([nineteen[90 - face] for face in self.FACES])
        shares /= shares.sum()
        assert shares[5] == pytest.approx(0.341, abs=5e-4)
        np.testing.assert_allclose(shares, self.shares(4.5)[0], atol=0.007)
        kept = np.convolve(nineteen, ways)[90] / 6.0**20
        assert 400_000 * kept == pytest.approx(661, abs=1)
