"""The reference of ``approximation`` against oracles and the chapter's own claims."""

import itertools
import math
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, special

from autograder.course import Solution

reference = Solution(Path(__file__).parents[2] / "solutions" / "approximation").reference

seeds = st.integers(0, 10**6)


def output(params, x):
    """A sigmoid network of one hidden layer, at the numbers ``x``."""
    (W1, b1), (W2, b2) = params
    return (special.expit(np.asarray(x)[:, None] @ W1 + b1) @ W2 + b2)[:, 0]


def random_network(seed, *widths):
    """Small whole numbers, so that kinks cancel and coincide now and then."""
    rng = np.random.default_rng(seed)
    return [
        (rng.integers(-3, 4, size=(m, n)), rng.integers(-4, 5, size=n))
        for m, n in itertools.pairwise(widths)
    ]


def exact_pieces(params, a, b):
    """Pieces of a ReLU network on (a, b), in rational numbers."""
    t = [Fraction(a), Fraction(b)]
    h = [[x] for x in t]
    for layer, (W, c) in enumerate(params):
        columns = list(zip(*[[Fraction(int(w)) for w in row] for row in W], strict=True))
        z = [
            [sum(v * w for v, w in zip(row, column)) + int(s) for column, s in zip(columns, c)]
            for row in h
        ]
        if layer == len(params) - 1:
            break
        places = dict(zip(t, z))
        for (t0, z0), (t1, z1) in itertools.pairwise(zip(t, z)):
            for u, v in zip(z0, z1):
                if u * v < 0:
                    share = u / (u - v)
                    places[t0 + (t1 - t0) * share] = [p + (q - p) * share for p, q in zip(z0, z1)]
        t = sorted(places)
        h = [[max(v, Fraction(0)) for v in places[x]] for x in t]
    slopes = [
        [(v - u) / (t1 - t0) for u, v in zip(z0, z1)]
        for (t0, z0), (t1, z1) in itertools.pairwise(zip(t, z))
    ]
    return 1 + sum(before != after for before, after in itertools.pairwise(slopes))


def folding(depth):
    """The sawtooth as a network of two units a layer."""
    again = (np.array([[2, 2], [-4, -4]]), np.array([0, -0.5]))
    first, last = (np.array([[1, 1]]), np.array([0, -0.5])), (np.array([[2], [-4]]), np.zeros(1))
    return [first, *[again] * (depth - 1), last]


class TestBump:
    @given(seeds, st.floats(0.1, 50))
    def test_is_a_difference_of_scipys_sigmoids(self, seed, steepness):
        x = np.random.default_rng(seed).uniform(-2, 3, size=7)
        wanted = special.expit(steepness * x) - special.expit(steepness * (x - 1))
        np.testing.assert_allclose(reference.bump(x, 0, 1, steepness), wanted, atol=1e-14)

    @pytest.mark.parametrize("steepness", [1.0, 10.0, 300.0])
    def test_holds_as_much_as_the_rectangle(self, steepness):
        area = integrate.quad(
            lambda x: reference.bump(x, 0, 2, steepness), -40, 42, limit=400, points=[0, 2]
        )
        assert area[0] == pytest.approx(2, rel=1e-6)

    def test_the_numbers_of_the_chapter(self):
        np.testing.assert_allclose(
            reference.bump([0, 0.5], 0, 1, 10), [0.49995, 0.98661], atol=5e-6
        )

    @pytest.mark.filterwarnings("error")
    def test_copes_with_steep_edges(self):
        np.testing.assert_array_equal(reference.bump([-1, 0.5, 2], 0, 1, 1e4), [0, 1, 0])


class TestBumpNetwork:
    @settings(max_examples=30)
    @given(seeds, st.integers(1, 9), st.floats(1, 200))
    def test_is_the_sum_of_the_bumps(self, seed, n, steepness):
        x = np.random.default_rng(seed).uniform(-1, 3, size=9)
        edges = np.linspace(-0.5, 2.5, n + 1)
        wanted = sum(
            np.cos((t0 + t1) / 2)
            * (special.expit(steepness * (x - t0)) - special.expit(steepness * (x - t1)))
            for t0, t1 in itertools.pairwise(edges)
        )
        params = reference.bump_network(np.cos, -0.5, 2.5, n, steepness)
        np.testing.assert_allclose(output(params, x), wanted, atol=1e-11)

    @settings(max_examples=30)
    @given(seeds, st.integers(2, 30), st.floats(2, 100))
    def test_error_is_within_the_bound_of_the_theorem(self, seed, n, cells):
        rate, phase = np.random.default_rng(seed).uniform([0.5, 0], [3, 6])
        a, b, h, s = -1.0, 2.0, 3 / n, cells * n / 3
        x = np.linspace(a, b, 301)
        f = np.sin(rate * x + phase)
        params = reference.bump_network(lambda t: np.sin(rate * t + phase), a, b, n, s)
        ends = np.abs(f) * (np.exp(-s * (x - a)) + np.exp(-s * (b - x)))
        bound = rate * (h / 2 + 2 * np.log(2) / s) + ends
        assert (np.abs(output(params, x) - f) <= bound + 1e-12).all()

    def test_weights_are_floats_where_the_function_gives_integers(self):
        params = reference.bump_network(lambda t: t.astype(int), 0, 4, 4, 3)
        assert {array.dtype for pair in params for array in pair} == {np.dtype(float)}

    def test_mean_size_of_the_blur(self):
        tail = integrate.quad(lambda e: 2 * special.expit(-5 * e), 0, 50)
        assert tail[0] == pytest.approx(2 * math.log(2) / 5, rel=1e-9)

    def test_a_jump_keeps_it_half_away(self):
        for n in (8, 32, 128):
            params = reference.bump_network(lambda t: (t > 0.5) * 1.0, 0.0, 1.0, n, 8 * n)
            x = np.array([0.5 - 1e-9, 0.5 + 1e-9])
            assert np.abs(output(params, x) - [0, 1]).max() == pytest.approx(0.5, abs=1e-3)

    def test_neighbors_can_share_a_unit(self):
        n, s = 5, 30.0
        edges = np.linspace(0, 1, n + 1)
        heights = np.exp((edges[:-1] + edges[1:]) / 2)
        jumps = np.diff(heights, prepend=0, append=0)[:, None]
        merged = [(np.full((1, n + 1), s), -s * edges), (jumps, np.zeros(1))]
        x = np.linspace(-0.2, 1.2, 50)
        wanted = output(reference.bump_network(np.exp, 0, 1, n, s), x)
        np.testing.assert_allclose(output(merged, x), wanted, atol=1e-11)


class TestFolding:
    def test_tent_on_the_unit_interval_and_outside(self):
        np.testing.assert_array_equal(
            reference.tent([-1, 0, 0.25, 0.5, 0.75, 1, 2]), [0, 0, 0.5, 1, 0.5, 0, -2]
        )

    @pytest.mark.parametrize("depth", range(1, 9))
    def test_sawtooth_is_zero_and_one_by_turns_on_the_dyadic_grid(self, depth):
        x = np.arange(2**depth + 1) / 2**depth
        np.testing.assert_array_equal(reference.sawtooth(x, depth), np.arange(len(x)) % 2)

    @pytest.mark.parametrize("depth", range(1, 9))
    def test_sawtooth_crosses_one_half_once_a_piece(self, depth):
        x = (np.arange(2 ** (depth + 3)) + 0.5) / 2 ** (depth + 3)
        above = reference.sawtooth(x, depth) > 0.5
        assert np.count_nonzero(above[1:] != above[:-1]) == 2**depth


class TestCounting:
    @settings(max_examples=60)
    @given(seeds, st.sampled_from([(1, 3, 1), (1, 4, 3, 1), (1, 3, 3, 2), (1, 3, 2, 3, 1)]))
    def test_agrees_with_exact_arithmetic(self, seed, widths):
        params = random_network(seed, *widths)
        assert reference.count_linear_regions(params, -5, 7) == exact_pieces(params, -5, 7)

    @pytest.mark.parametrize("depth", range(1, 13))
    def test_folding_doubles_the_pieces(self, depth):
        assert reference.count_linear_regions(folding(depth), 0.0, 1.0) == 2**depth

    def test_the_examples_of_the_chapter(self):
        hat = [([[1, 1, 1]], [0, -1, -2]), ([[1], [-2], [1]], [0])]
        assert reference.count_linear_regions(hat, -1, 3) == 4
        assert reference.count_linear_regions(hat, 0, 2) == 2
        identity = [([[1, -1]], [0, 0]), ([[1], [-1]], [0])]
        assert reference.count_linear_regions(identity, -1, 1) == 1

    @settings(max_examples=40)
    @given(seeds, st.integers(1, 4), st.integers(1, 3))
    def test_no_network_has_more_pieces_than_width_plus_one_to_the_depth(self, seed, n, layers):
        params = random_network(seed, 1, *[n] * layers, 1)
        assert reference.count_linear_regions(params, -5, 7) <= (n + 1) ** layers

    def test_random_networks_of_the_chapter_have_as_many_pieces_as_units_or_fewer(self):
        rng, means = np.random.default_rng(12), []
        for layers in (1, 2, 3, 4, 6):
            sizes, counts = [1] + [24 // layers] * layers + [1], []
            for _ in range(60):
                params = [
                    (rng.normal(size=(m, n)) * np.sqrt(2 / m), 0.5 * rng.normal(size=n))
                    for m, n in itertools.pairwise(sizes)
                ]
                counts.append(reference.count_linear_regions(params, -20.0, 20.0))
            rng.uniform(size=60)  # where the picture puts them
            means.append(np.mean(counts))
        np.testing.assert_allclose(means, [24, 24, 24, 24, 17], atol=1)
        assert (min(counts), max(counts)) == (1, 33)


class TestRegionBound:
    def test_lines_in_the_plane(self):
        # each new line in general position adds one region more than it crosses lines
        regions = 1
        for n in range(1, 8):
            regions += n
            if n >= 2:
                assert reference.region_lower_bound(n, 2, 1) == regions

    @pytest.mark.parametrize("layers", range(1, 8))
    def test_with_one_input_it_is_reached_by_folding_and_two_bends_at_the_end(self, layers):
        # two units that bend at one third and two thirds of what has been folded
        places, last = np.array([1 / 3, -2 / 3]), ([[3.0], [3.0]], [0.0])
        *folds, (out, _) = folding(layers - 1) if layers > 1 else [([[1.0]], None)]
        params = [*folds, (np.hstack([np.negative(out), out]), places), last]
        pieces = reference.count_linear_regions(params, 0.0, 1.0)
        assert pieces == reference.region_lower_bound(2, 1, layers) == 3 * 2 ** (layers - 1)

    def test_the_note_claims_more_regions_than_there_are_patterns(self):
        assert math.comb(4, 2) ** (2 * (2 - 1)) * 4**2 == 576 > 2**8
        assert reference.region_lower_bound(4, 2, 2) == 44 <= 2**8

    @given(st.integers(1, 4), st.integers(0, 5), st.integers(1, 5))
    def test_is_never_above_the_number_of_patterns(self, d, more, layers):
        n = d + more
        assert reference.region_lower_bound(n, d, layers) <= 2 ** (n * layers)

    def test_is_exact_where_floats_are_not(self):
        wanted = 33**33 * (1 + 99 + 99 * 98 // 2 + 99 * 98 * 97 // 6)
        assert reference.region_lower_bound(99, 3, 12) == wanted
