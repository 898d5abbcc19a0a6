"""Hopfield networks: the references against enumeration and integers, and the star's margin."""

import collections
import functools
import itertools
import math
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from scipy.special import erf
from scipy.stats import norm

from autograder.checks import CheckFailed, Student
from autograder.course import Solution
from autograder.in_process import namespace_with
from tests.conftest import one_chapter

solution = Solution(Path(__file__).parents[2] / "solutions" / "hopfield")
reference, checks = solution.reference, solution.module("checks")


def rng(seed=0):
    return np.random.default_rng(seed)


def symmetric(seed, N):
    """Integer couplings without self-coupling, so that every field is exact."""
    upper = np.triu(rng(seed).integers(-3, 4, size=(N, N)), 1)
    return upper + upper.T


def all_states(N):
    return np.array(list(itertools.product([-1.0, 1.0], repeat=N)))


# --- weights, energy, one step ---


def test_hebbian_weights_count_agreements():
    patterns = rng(1).choice([-1, 1], size=(5, 7))
    W = reference.hebbian_weights(patterns)
    for i, j in itertools.product(range(7), repeat=2):
        agree = sum(1 if row[i] == row[j] else -1 for row in patterns)
        assert W[i, j] == pytest.approx(0 if i == j else agree / 7)


def test_energy_is_a_sum_over_pairs():
    W, s = symmetric(2, 6), rng(2).choice([-1, 1], size=6)
    pairs = sum(W[i, j] * s[i] * s[j] for i, j in itertools.combinations(range(6), 2))
    assert reference.energy(W, s) == -pairs


def test_energy_by_overlaps_as_in_the_text():
    patterns, s = rng(3).choice([-1, 1], size=(3, 12)), rng(4).choice([-1, 1], size=12)
    overlaps = [np.mean(s * pattern) for pattern in patterns]
    expected = 3 / 2 - 12 / 2 * np.sum(np.square(overlaps))
    assert reference.energy(reference.hebbian_weights(patterns), s) == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(5))
def test_a_step_chooses_the_lower_of_two_energies_and_keeps_a_tie(seed):
    W = symmetric(seed, 5)
    for s in all_states(5):
        for i in range(5):
            flipped = s.copy()
            flipped[i] = -s[i]
            gain = reference.energy(W, flipped) - reference.energy(W, s)
            after = reference.local_field_update(W, s, i)
            np.testing.assert_array_equal(after, flipped if gain < 0 else s)
            # the gain of a flip in the text
            assert gain == 2 * s[i] * (W[i] @ s)


def test_the_three_units_of_the_text():
    W = np.array([[0, 1, -2], [1, 0, 3], [-2, 3, 0]])
    s = np.array([1, -1, 1])
    np.testing.assert_array_equal(W @ s, [-3, 4, -5])
    assert reference.energy(W, s) == 6
    path = [reference.local_field_update(W, s, 1)]
    path.append(reference.local_field_update(W, path[0], 0))
    np.testing.assert_array_equal(path, [[1, 1, 1], [-1, 1, 1]])
    assert [reference.energy(W, state) for state in path] == [-2, -4]


def test_the_examples_of_the_model_answer():
    for W, start, energies in (
        ([[0, -1], [-1, 0]], [1, 1], [1, 1]),
        ([[0, 1], [1, 0]], [1, -1], [1, 1]),
        ([[0, -3, -2], [-3, 0, -2], [-2, -2, 0]], [1, 1, -1], [-1, 7]),
    ):
        after = np.sign(np.array(W) @ start)
        assert [reference.energy(W, start), reference.energy(W, after)] == energies


def test_the_landscape_of_the_text_has_four_valleys_and_states_flow_to_the_nearest():
    two = np.array([[1] * 12, [1] * 6 + [-1] * 6])
    W, states = reference.hebbian_weights(two), all_states(12)
    settled = states[np.all(states * (states @ W) >= -1e-9, axis=1)]
    corners = {tuple(row) for row in [*two, *-two]}
    assert {tuple(row) for row in settled} == corners
    assert {reference.energy(W, s) for s in settled} == {-5.0}
    generator, hits = rng(12), []
    for start in states[generator.choice(4096, size=400, replace=False)]:
        m = two @ start / 12
        if abs(m[0]) != abs(m[1]):
            nearest = two[np.argmax(np.abs(m))] * np.sign(m[np.argmax(np.abs(m))])
            hits.append(np.array_equal(reference.recall(W, start, generator), nearest))
    assert np.mean(hits) > 0.9, np.mean(hits)


# --- recall ---


def ends_by_enumeration(G, start, sweeps):
    """Probabilities of states after this many sweeps, over all orders; ``G`` holds integers."""
    N = len(start)

    def sweep(states):
        layer = {(state, frozenset()): weight for state, weight in states.items()}
        for _ in range(N):
            after = {}
            for (state, seen), weight in layer.items():
                left = [i for i in range(N) if i not in seen]
                for i in left:
                    field = sum(int(G[i][j]) * state[j] for j in range(N))
                    sign = state[i] if field == 0 else (1 if field > 0 else -1)
                    key = ((*state[:i], sign, *state[i + 1 :]), seen | {i})
                    after[key] = after.get(key, 0.0) + weight / len(left)
            layer = after
        found = {}
        for (state, _), weight in layer.items():
            found[state] = found.get(state, 0.0) + weight
        return found

    states = {tuple(int(v) for v in start): 1.0}
    for _ in range(sweeps):
        states = sweep(states)
    return states


def test_recall_ends_where_enumeration_of_all_orders_says():
    # three units that want to differ: one of them gives way, whoever comes first
    G = -(np.ones((3, 3)) - np.eye(3)).astype(int)
    expected = ends_by_enumeration(G, (1, 1, 1), 1)
    assert len(expected) == 3
    generator, counts = rng(5), {}
    for _ in range(3000):
        end = tuple(reference.recall(G, [1, 1, 1], generator).astype(int))
        counts[end] = counts.get(end, 0) + 1
    for state, probability in expected.items():
        assert counts[state] / 3000 == pytest.approx(probability, abs=0.05)


def test_recall_ends_at_a_fixed_point_no_higher_than_it_began():
    for seed in range(20):
        W, start = symmetric(seed, 9), rng(seed).choice([-1.0, 1.0], size=9)
        end = reference.recall(W, start, rng(seed))
        assert np.all(end * (W @ end) >= 0)
        assert reference.energy(W, end) <= reference.energy(W, start)


def test_the_wave_of_the_checks_moves_by_runs_of_the_order():
    for sweeps in (1, 2):
        W, start = checks.wave(5)
        exact = ends_by_enumeration(W.astype(int), start, sweeps)
        told = checks.wave_probabilities(5, sweeps)
        for state, probability in exact.items():
            assert told[sum(v > 0 for v in state) - 2] == pytest.approx(probability)


@pytest.mark.parametrize(
    "text, default",
    [
        ("def recall(W, s, rng, max_sweeps=100):\n    return s", 100),
        ("def recall(W, s, rng, max_sweeps: int = 99):\n    return s", 99),
        ("def recall(W, s, rng, max_sweeps=None):\n    return s", None),
        ("def recall(W, s, rng=7, max_sweeps=LIMIT):\n    return s", None),
        ("recall = make_recall(max_sweeps=7)", None),
        (None, None),
    ],
)
def test_a_default_is_read_where_it_is_a_number(text, default):
    assert checks.default_of(text, "max_sweeps") == default


# --- how often functions are called ---


@pytest.mark.parametrize("check", solution.checks, ids=lambda check: check.name)
def test_a_check_calls_few_functions_that_cross_the_sandbox(check):
    chapter = one_chapter("hopfield")
    namespace, calls = namespace_with(chapter), collections.Counter()

    def counted(kind, function):
        @functools.wraps(function)
        def asked(*args, **kwargs):
            calls[kind] += 1
            return function(*args, **kwargs)

        return asked

    exercise = chapter.exercises[check.exercise]
    for name in chapter.functions_before(exercise):
        namespace[name] = counted("stands in", getattr(reference, name))
    namespace["ridge"] = counted("stands in", namespace["ridge"])
    answers = {name: counted("answers", namespace[name]) for name in exercise.functions}
    check.function(Student(namespace | answers), rng())
    # a call takes the two processes a quarter of a millisecond, and they have five seconds
    assert calls["answers"] <= 400
    assert calls["stands in"] <= 5000


# --- capacity ---


def exact_mean_overlap(N, p):
    """Mean over all sets of ``p`` patterns: the first is all ones, as well as any other.

    What counts is how many units have which signs in the other patterns; signs and order of these
    patterns do not, so each sort of set is settled once.
    """
    types = list(itertools.product([1, -1], repeat=p - 1))
    same = [
        [types.index(tuple(sign * t[k] for sign, k in zip(signs, order))) for t in types]
        for signs in types
        for order in itertools.permutations(range(p - 1))
    ]
    total, settled = 0.0, {}
    for counts in itertools.product(range(N + 1), repeat=len(types)):
        if sum(counts) != N:
            continue
        sort = min(tuple(counts[k] for k in renamed) for renamed in same)
        if sort not in settled:
            columns = [(1, *t) for t, c in zip(types, sort) for _ in range(c)]
            G = np.array(columns) @ np.array(columns).T
            np.fill_diagonal(G, 0)
            states = ends_by_enumeration(G.tolist(), (1,) * N, 8)
            settled[sort] = sum(weight * sum(state) / N for state, weight in states.items())
        ways = math.factorial(N) // math.prod(math.factorial(c) for c in counts)
        total += ways * settled[sort]
    return total / 2 ** ((p - 1) * N)


def test_mean_overlap_of_a_small_network_is_that_of_all_pattern_sets():
    exact = exact_mean_overlap(8, 3)
    assert exact == pytest.approx(checks.SMALL, abs=1e-9)
    curve = reference.capacity_curve(8, [3 / 8] * 600, rng(6))
    assert curve.mean() == pytest.approx(exact, abs=6 * curve.std() / np.sqrt(600))


def test_a_little_larger_network_of_the_visible_check():
    # 6435 sorts of pattern sets take a minute by enumeration; this is its result
    curve = reference.capacity_curve(8, [0.5] * 600, rng(7))
    assert curve.mean() == pytest.approx(0.8962717, abs=6 * curve.std() / np.sqrt(600))


def test_one_pattern_is_kept_whole():
    np.testing.assert_array_equal(reference.capacity_curve(9, [1e-6, 1 / 9], rng(7)), [1, 1])


def test_the_theory_of_the_picture_ends_at_the_critical_load():
    x = np.linspace(1.2, 4, 2000)
    load = (erf(x) / x - 2 / np.sqrt(np.pi) * np.exp(-(x**2))) ** 2 / 2
    assert load.max() == pytest.approx(0.138, abs=2e-4)
    assert erf(x[load.argmax()]) == pytest.approx(0.967, abs=1e-3)


def test_crosstalk_is_as_wide_as_told():
    patterns = rng(8).choice([-1.0, 1.0], size=(100, 1000))
    W = reference.hebbian_weights(patterns)
    support = patterns * (patterns @ W)
    assert support.mean() == pytest.approx(1, abs=0.01)
    assert support.std() == pytest.approx(np.sqrt(0.1), abs=0.01)
    assert norm.cdf(-1 / np.sqrt(0.138)) == pytest.approx(0.0036, abs=1e-4)


# --- the warm network ---


def test_a_unit_in_the_heat_is_a_sigmoid_of_its_field():
    W, beta = symmetric(9, 6), 0.7
    states = all_states(6)
    weights = np.exp(-beta * np.array([reference.energy(W, s) for s in states]))
    for others in itertools.product([-1.0, 1.0], repeat=5):
        same = np.all(states[:, 1:] == others, axis=1)
        up = weights[same & (states[:, 0] > 0)].sum() / weights[same].sum()
        field = W[0, 1:] @ others
        assert up == pytest.approx(1 / (1 + np.exp(-2 * beta * field)))


# --- restore ---


def share(restore, seed):
    return checks.share_restored(SimpleNamespace(restore=restore), rng(seed))


@pytest.mark.one_of(4)
@pytest.mark.parametrize("seed", range(20))
def test_a_plain_right_answer_passes_with_room(seed):
    assert share(reference.restore, seed) > checks.ENOUGH + 0.02


@pytest.mark.parametrize("seed", range(4))
def test_projection_by_the_pseudo_inverse_passes_with_room(seed):
    def projection(patterns):
        W = np.linalg.pinv(patterns) @ patterns
        return W - np.diag(np.diag(W))

    assert share(projection, seed) > checks.ENOUGH + 0.015


@pytest.mark.parametrize(
    "name", ["restore_by_hebb", "restore_without_a_margin", "restore_by_centered_hebb"]
)
def test_typical_wrong_rules_stay_far_below(name):
    wrong = getattr(solution.module("mistakes"), name)
    assert max(share(wrong, seed) for seed in range(6)) < checks.ENOUGH - 0.02


def test_restored_weights_are_a_symmetric_matrix_without_diagonal():
    W = reference.restore(checks.LETTERS[:8])
    np.testing.assert_allclose(W, W.T, atol=1e-12)
    assert not np.diag(W).any()


def test_the_numbers_of_the_text_on_letters():
    page = checks.LETTERS[:8]  # H O P F I E L D
    W = reference.hebbian_weights(page)
    kept = [bool(np.all(x * (W @ x) >= 0)) for x in page]
    assert kept == [False, True, False, False, True, True, False, False]
    assert np.sum(page[3] != page[5]) == 16 and page[3] @ page[5] == 68
    assert page[5] @ page.T @ np.ones(8) / 100 - 1 == pytest.approx(2.4)
    generator = rng(11)
    right = []
    for x in np.repeat(page, 10, axis=0):
        damaged = x.copy()
        damaged[generator.choice(100, size=20, replace=False)] *= -1
        right.append(np.mean(reference.recall(W, damaged, generator) == x))
    assert np.mean(right) == pytest.approx(0.90, abs=0.02)


def test_half_of_the_connections_may_be_cut():
    page, generator, right = checks.LETTERS[:8], rng(13), []
    for _ in range(4):
        kept = np.triu(generator.random((100, 100)) >= 0.5, 1)
        W = reference.restore(page) * (kept + kept.T)
        flipped = np.argsort(generator.random(page.shape), axis=1) < 20
        right.append(checks.settled(W, np.where(flipped, -page, page), generator) == page)
    assert np.mean(right) > 0.98


def test_perceptrons_without_a_margin_bring_back_some_nine_tenths():
    wrong = solution.module("mistakes").restore_without_a_margin
    page, generator = np.repeat(checks.LETTERS[:8], 20, axis=0), rng(14)
    flipped = np.argsort(generator.random(page.shape), axis=1) < 20
    ends = checks.settled(wrong(page[::20]), np.where(flipped, -page, page), generator)
    assert np.mean(ends == page) == pytest.approx(0.92, abs=0.03)


def test_rows_settle_together_as_alone():
    # where every order leads to the same end, and where a unit without a field stays
    pattern = checks.LETTERS[0]
    W = reference.hebbian_weights([pattern])
    starts = np.array([pattern, -pattern, np.where(np.arange(100) < 30, -pattern, pattern)])
    np.testing.assert_array_equal(
        checks.settled(W, starts, rng(15)), np.array([pattern, -pattern, pattern])
    )
    np.testing.assert_array_equal(checks.settled(0 * W, starts, rng(15)), starts)
    # and the shares of right pixels agree with those of one recall after the other
    page, W = checks.LETTERS[:8], reference.hebbian_weights(checks.LETTERS[:8])
    copies = np.repeat(page, 12, axis=0)
    flipped = np.argsort(rng(16).random(copies.shape), axis=1) < 20
    starts, generator = np.where(flipped, -copies, copies), rng(17)
    alone = np.array([reference.recall(W, s, generator) for s in starts])
    together = checks.settled(W, starts, generator)
    assert np.mean(alone == copies) == pytest.approx(np.mean(together == copies), abs=0.04)


def test_the_melting_point_of_the_text():
    # m = tanh(m / T), by iteration from 1
    for T, remembers in ((0.9, True), (1.1, False)):
        m = 1.0
        for _ in range(2000):
            m = np.tanh(m / T)
        assert (m > 0.3) == remembers


def test_a_matrix_that_is_not_symmetric_is_refused():
    student = SimpleNamespace(restore=lambda patterns: np.triu(reference.restore(patterns)))
    with pytest.raises(CheckFailed, match="symmetric"):
        checks.returns_symmetric_weights_without_a_diagonal(student, rng())


def test_letters_are_24_different_pictures():
    assert checks.LETTERS.shape == (24, 100)
    assert set(np.unique(checks.LETTERS)) == {-1.0, 1.0}
    overlaps = checks.LETTERS @ checks.LETTERS.T / 100
    assert np.max(overlaps - np.eye(24)) < 0.85


def test_mixtures_of_three_patterns_melt_where_the_text_says():
    # at |xi1 + xi2 + xi3| = 3 in a quarter of the units, 1 in the others
    def least_curvature(T):
        m = 0.5
        for _ in range(500):
            m = (math.tanh(3 * m / T) + math.tanh(m / T)) / 4
        three, one = math.tanh(3 * m / T) ** 2, math.tanh(m / T) ** 2
        # <tanh^2>, and <xi1 xi2 tanh^2>: in units of size 1 two patterns agree in a third
        square, mixed = (three + 3 * one) / 4, (three - one) / 4
        return 1 - (1 - square) / T - mixed / T

    assert least_curvature(0.45) > 0 > least_curvature(0.47)
