"""The introduction says what its code gives, and the appendices hold together."""

import contextlib
import io
import re
from itertools import pairwise
from pathlib import Path

import jupytext.myst
import matplotlib
import numpy as np
import pytest
from scipy.special import erf
from scipy.stats import norm

CHAPTERS = Path(__file__).parents[2] / "chapters"
INTRODUCTION = (CHAPTERS / "introduction.md").read_text(encoding="utf-8")
APPENDICES = ("notation", "glossary", "errata", "references")


@pytest.fixture(scope="module")
def run():
    """The names that the given cells define, and what they print."""
    backend = matplotlib.get_backend()
    matplotlib.use("agg")
    names, printed = {}, io.StringIO()
    with contextlib.redirect_stdout(printed), matplotlib.rc_context():
        for cell in jupytext.myst.myst_to_notebook(INTRODUCTION).cells:
            if cell.cell_type == "code" and "picture" not in cell.metadata:
                exec(cell.source, names)
    matplotlib.use(backend)
    names["printed"] = printed.getvalue()
    return names


# the network


def test_network_has_as_many_numbers_as_told_and_reads_new_images(run):
    weights = [run[name] for name in ("W_in", "b_in", "W_out", "b_out")]
    assert sum(array.size for array in weights) == 910
    assert len(run["truth"]) == 1438 and run["held_out"].sum() == 359
    assert run["share"] == pytest.approx(0.95, abs=0.02)


def test_each_digit_of_the_picture_is_read_with_certainty(run):
    shown = [np.flatnonzero(run["held_out"] & (run["labels"] == k))[3] for k in range(10)]
    probabilities = run["read"](run["images"][shown])[1]
    assert np.diag(probabilities).min() > 0.9


# the spring


def test_spring_starts_at_loss_9_and_slope_minus_9(run):
    assert run["spring_loss"](0.0) == 9
    assert run["spring_slope"](0.0) == -9


def test_first_two_spring_steps_are_as_worked_by_hand(run):
    np.testing.assert_allclose(run["steps"][:3], [0.0, 0.9, 1.38])
    np.testing.assert_allclose(run["spring_loss"](0.9), 2.79)
    np.testing.assert_allclose(run["spring_slope"](0.9), -4.8)
    errors = 0.9 * run["x_spring"] - run["y_spring"]
    np.testing.assert_allclose(errors, [-1.1, -3.2, -2.3])


def test_spring_settles_at_27_over_14(run):
    x, y = run["x_spring"], run["y_spring"]
    np.testing.assert_allclose(np.linalg.lstsq(x[:, None], y, rcond=None)[0], [27 / 14])
    np.testing.assert_allclose(run["spring_slope"](27 / 14), 0, atol=1e-12)


@pytest.mark.parametrize("rate, factor", [(3 / 7, -1.0), (3 / 14, 0.0), (0.1, 1 - 1.4 / 3)])
def test_a_spring_step_multiplies_the_distance(run, rate, factor):
    w = 0.0
    after = w - rate * run["spring_slope"](w)
    np.testing.assert_allclose(after - 27 / 14, factor * (w - 27 / 14), atol=1e-12)


def test_spring_jumps_for_ever_at_three_sevenths(run):
    w = 0.0
    for wanted in (27 / 7, 0.0, 27 / 7):
        w -= 3 / 7 * run["spring_slope"](w)
        np.testing.assert_allclose(w, wanted, atol=1e-12)
        np.testing.assert_allclose(run["spring_loss"](w), 9)


# annealing


def test_descent_stops_in_the_first_valley_and_annealing_finds_the_deepest(run):
    grid = np.linspace(-7.5, 7.5, 15001)
    energies = run["energy"](grid)
    valleys = (energies[1:-1] < energies[:-2]) & (energies[1:-1] < energies[2:])
    assert valleys.sum() == 5
    stop = run["descend"](5.1)
    assert abs(stop - grid[1:-1][valleys][-1]) < 2e-3
    assert abs(run["walk"][-1] - grid[energies.argmin()]) < 0.1


# the training loop


def test_gradient_of_the_loop_is_the_derivative_of_its_loss(run):
    autograd = pytest.importorskip("autograd")
    anp = pytest.importorskip("autograd.numpy")
    X, y = run["X"], run["y"]
    w = np.array([1.0, 0.5, -2.0])
    slope = autograd.grad(lambda w: anp.mean((anp.dot(X, w) - y) ** 2) / 2)
    np.testing.assert_allclose(run["gradient"](w, X, y), slope(w))


def test_twelve_epochs_of_forty_samples_in_batches_of_eight_are_sixty_iterations(run):
    assert len(run["y"]) == 40 and run["X"].shape == (40, 3)
    assert len(run["path"]) - 1 == 60
    assert "12 epochs, 60 iterations" in run["printed"]


def test_losses_fall_as_told(run):
    losses = np.array(run["losses"])
    assert abs((1 - losses[5] / losses[0]) - 2 / 3) < 0.02
    assert abs((1 - losses[10] / losses[0]) - 7 / 8) < 0.02
    X, y = run["X"], run["y"]
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    assert losses[-1] < 1.01 * run["loss"](best, X, y)


def test_loss_on_new_readings_is_about_half_the_squared_noise(run):
    fresh = run["loss"](run["w"], run["features"](run["t_new"]), run["y_new"])
    noise = run["noise"] ** 2 / 2
    assert noise == pytest.approx(0.08)
    assert abs(fresh - noise) < 0.01 and abs(run["losses"][-1] - noise) < 0.01


def test_check_names_the_flipped_sign(run):
    assert "uphill: wrong value" in run["printed"]
    assert "the sign is flipped" in run["printed"]
    assert "gradient: visible checks passed; more are run when graded" in run["printed"]


def test_iterations_of_the_self_check_question():
    assert -(-1000 // 64) == 16 and 1000 - 15 * 64 == 40 and 10 * 16 == 160


# the appendices


def glossary_groups():
    text = (CHAPTERS / "glossary.md").read_text(encoding="utf-8")
    for part in text.split("\n## ")[1:]:
        letter, *lines = part.splitlines()
        rows = [line for line in lines if line.startswith("|")][2:]
        yield letter, [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def test_glossary_groups_are_in_order_and_hold_their_letter():
    letters = [letter for letter, _ in glossary_groups()]
    assert letters == sorted(set(letters))
    for letter, rows in glossary_groups():
        assert rows and all(row[0][0].upper() == letter for row in rows)


def test_glossary_is_alphabetical_within_groups():
    for _, rows in glossary_groups():
        for first, second in pairwise(row[0].casefold() for row in rows):
            assert first < second


def test_glossary_rows_are_whole_and_no_term_comes_twice():
    rows = [row for _, group in glossary_groups() for row in group]
    assert all(len(row) == 3 and all(row) for row in rows)
    english = [row[0].casefold() for row in rows]
    assert len(english) == len(set(english))


@pytest.mark.parametrize("page", ("introduction", *APPENDICES))
def test_every_link_leads_to_a_page(page):
    text = (CHAPTERS / f"{page}.md").read_text(encoding="utf-8")
    for target in re.findall(r"\{doc\}`(?:[^`<]*<)?([^`>]+)>?`", text):
        assert (CHAPTERS / f"{target}.md").exists(), target


@pytest.mark.parametrize("page", ("introduction", *APPENDICES))
def test_every_cited_work_is_in_the_bibliography(page):
    keys = set(re.findall(r"^@\w+\{([^,]+),", (CHAPTERS / "references.bib").read_text(), re.M))
    text = (CHAPTERS / f"{page}.md").read_text(encoding="utf-8")
    cited = {
        key.strip()
        for found in re.findall(r"\{cite:\w+\}`([^`]+)`", text)
        for key in found.split(",")
    }
    assert cited <= keys


def test_every_erratum_says_what_why_right_and_where():
    text = (CHAPTERS / "errata.md").read_text(encoding="utf-8")
    entries = text.split("\n### ")[1:]
    assert len(entries) > 40
    for entry in entries:
        labels = re.findall(r"^- \*\*(.+?):\*\*", entry, re.M)
        assert labels == ["Says", "Fails", "Right", "In the book"], entry.splitlines()[0]


# counterexamples of the errata


def test_binomial_region_count_exceeds_the_number_of_patterns():
    assert 6**2 * 4**2 == 576 and 576 > 2**8


def test_equal_partition_functions_of_different_distributions():
    for energies, wanted in (([0, 0], [0.5, 0.5]), (-np.log([1.5, 0.5]), [0.75, 0.25])):
        weights = np.exp(-np.asarray(energies, float))
        assert weights.sum() == pytest.approx(2)
        np.testing.assert_allclose(weights / weights.sum(), wanted)


def test_gelu_approximation_is_off_by_0_0203_near_2_27():
    z = np.linspace(0, 6, 60001)
    exact = z * (1 + erf(z / np.sqrt(2))) / 2
    np.testing.assert_allclose(exact, z * norm.cdf(z))
    off = np.abs(exact - z / (1 + np.exp(-1.702 * z)))
    assert off.max() == pytest.approx(0.0203, abs=5e-5)
    assert z[off.argmax()] == pytest.approx(2.27, abs=0.005)


def test_tanh_as_a_quotient_fails_from_355_on():
    def quotient(x):
        with np.errstate(over="ignore", invalid="ignore"):
            return (np.exp(2 * x) - 1) / (np.exp(2 * x) + 1)

    assert quotient(354.0) == 1 and np.isnan(quotient(355.0))


def test_symmetric_sigmoid_is_a_tanh():
    x, beta = np.linspace(-5, 5, 41), 1.7
    quotient = (1 - np.exp(-beta * x)) / (1 + np.exp(-beta * x))
    np.testing.assert_allclose(quotient, np.tanh(beta * x / 2), atol=1e-15)


def test_cost_without_class_indices_is_constant():
    rng = np.random.default_rng(0)
    n, K = 7, 3
    for _ in range(3):
        z = rng.normal(size=(n, 3)) @ rng.normal(size=3)
        cost = -sum(
            np.log(np.exp(s) / sum(np.exp(s) for _ in range(K))) for s in z for _ in range(K)
        )
        assert cost == pytest.approx(n * K * np.log(K))


@pytest.mark.parametrize("n", (4, 8, 10))
@pytest.mark.parametrize("K", (-0.7, 0.3, 1.2))
def test_decimation_keeps_the_partition_function_with_its_constant(n, K):
    def log_z(n, K):
        spins = 1 - 2 * ((np.arange(2**n)[:, None] >> np.arange(n)) & 1)
        bonds = (spins * np.roll(spins, 1, axis=1)).sum(axis=1)
        return np.log(np.exp(K * bonds).sum())

    coarse = np.log(np.cosh(2 * K)) / 2
    constant = n / 2 * (np.log(2) + coarse)
    assert log_z(n, K) == pytest.approx(constant + log_z(n // 2, coarse))


def test_adagrad_turns_the_direction():
    g = np.array([3.0, 4.0])
    np.testing.assert_allclose(g / np.sqrt(g * g), [1, 1])


def test_delta_inside_the_root_shrinks_adams_step_a_hundredfold():
    g, delta = 1e-6, 1e-8
    assert g / np.sqrt(g * g + delta) == pytest.approx(0.01, rel=1e-3)
    assert g / (np.sqrt(g * g) + delta) == pytest.approx(0.99, rel=1e-3)
