"""The reference of ``logistic_regression`` against oracles and the chapter's own claims."""

import itertools
import math
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad, hessian
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import optimize, special

from autograder.checks import CheckFailed, Student
from autograder.course import Solution

solution = Solution(Path(__file__).parents[2] / "solutions" / "logistic_regression")
reference = solution.reference

SHAPES = [(6, 4), (5, 3), (4, 4), (1, 3), (7, 1), (1, 1)]
LOSSES_AND_GRADIENTS = (
    "squared_loss",
    "squared_loss_gradient",
    "cross_entropy",
    "cross_entropy_gradient",
)
HUGE = np.array([-1e4, -746.0, -710.0, -37.5, 0.0, 37.5, 710.0, 746.0, 1e4])
# the three samples of the chapter
X3 = np.array([[3.0, 1.0], [1.0, 1.0], [0.0, 1.0]])
Y3 = np.array([1, 0, 1])
W3 = np.array([1.0, -1.0])

logits = arrays(float, st.integers(1, 8), elements=st.floats(-50, 50, allow_subnormal=False))


def problem(n, d, seed=0):
    rng = np.random.default_rng([seed, n, d])
    return rng.normal(size=d), rng.normal(size=(n, d)), rng.integers(0, 2, size=n)


def overlapping(seed=0):
    """Every input once with each label, so that no hyperplane separates them, and some more."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(12, 3))
    y = rng.integers(0, 2, size=12)
    return np.vstack([X, X[:6]]), np.concatenate([y, 1 - y[:6]])


# the oracles, written from the definitions without a thought for stability


def plain_sigmoid(z):
    return 1 / (1 + anp.exp(-z))


def plain_squared_loss(w, X, y):
    return anp.mean((plain_sigmoid(anp.dot(X, w)) - y) ** 2) / 2


def plain_cross_entropy(w, X, y):
    p = plain_sigmoid(anp.dot(X, w))
    return -anp.mean(y * anp.log(p) + (1 - y) * anp.log(1 - p))


class TestSigmoid:
    @given(logits)
    def test_agrees_with_scipy(self, z):
        np.testing.assert_allclose(reference.sigmoid(z), special.expit(z), rtol=1e-13)

    @given(logits)
    def test_mirror_image_is_the_other_probability(self, z):
        np.testing.assert_allclose(reference.sigmoid(-z), 1 - reference.sigmoid(z), atol=1e-15)

    @given(st.floats(0.001, 0.999))
    def test_inverts_the_log_odds(self, p):
        assert reference.sigmoid(math.log(p / (1 - p))) == pytest.approx(p, rel=1e-12)

    def test_slope_is_the_derivative(self):
        z = np.linspace(-9, 9, 37)
        each = [grad(plain_sigmoid)(float(v)) for v in z]
        np.testing.assert_allclose(reference.sigmoid_gradient(z), each, rtol=1e-12)

    def test_slope_is_largest_at_zero_where_it_is_a_quarter(self):
        z = np.linspace(-9, 9, 37)
        assert reference.sigmoid_gradient(0) == 0.25
        assert np.argmax(reference.sigmoid_gradient(z)) == 18

    @pytest.mark.parametrize("z", [0, -2, [1, 2], [[1.5, -3.0]], np.zeros((2, 0))])
    def test_keeps_the_shape_and_gives_float64(self, z):
        for function in (reference.sigmoid, reference.sigmoid_gradient):
            assert function(z).shape == np.shape(z)
            assert function(z).dtype == np.float64


class TestLosses:
    @pytest.mark.parametrize("n, d", SHAPES)
    @pytest.mark.parametrize("name", ["squared_loss", "cross_entropy"])
    def test_loss_and_gradient_agree_with_autograd(self, name, n, d):
        plain = {"squared_loss": plain_squared_loss, "cross_entropy": plain_cross_entropy}[name]
        for seed in range(3):
            at = problem(n, d, seed)
            assert getattr(reference, name)(*at) == pytest.approx(plain(*at), rel=1e-12)
            gradient = getattr(reference, f"{name}_gradient")(*at)
            np.testing.assert_allclose(gradient, grad(plain)(*at), rtol=1e-10, atol=1e-14)

    @given(logits, st.integers(0, 2**8 - 1))
    def test_cross_entropy_agrees_with_scipy(self, z, bits):
        y = np.array([bits >> i & 1 for i in range(len(z))])
        wanted = -np.mean(special.log_expit(np.where(y == 1, z, -z)))
        got = reference.cross_entropy([1.0], z[:, None], y)
        assert got == pytest.approx(wanted, rel=1e-9, abs=1e-13)

    def test_likelihoods_of_all_labelings_sum_to_one(self):
        w, X, _ = problem(6, 2)
        every = itertools.product((0, 1), repeat=6)
        total = sum(math.exp(-6 * reference.cross_entropy(w, X, y)) for y in every)
        assert total == pytest.approx(1, rel=1e-12)

    def test_cross_entropy_without_an_opinion_is_one_bit(self):
        _, X, y = problem(9, 4)
        assert reference.cross_entropy(np.zeros(4), X, y) == pytest.approx(math.log(2))

    def test_shuffling_the_samples_or_repeating_all_of_them_changes_nothing(self):
        w, X, y = problem(7, 3)
        order = np.random.default_rng(1).permutation(7)
        for name in (
            "squared_loss",
            "cross_entropy",
            "squared_loss_gradient",
            "cross_entropy_gradient",
        ):
            f = getattr(reference, name)
            np.testing.assert_allclose(f(w, X[order], y[order]), f(w, X, y), rtol=1e-12)
            np.testing.assert_allclose(f(w, [*X, *X], [*y, *y]), f(w, X, y), rtol=1e-12)

    def test_the_three_samples_worked_by_hand(self):
        assert reference.squared_loss(W3, X3, Y3) == pytest.approx(0.1331, abs=5e-5)
        assert reference.cross_entropy(W3, X3, Y3) == pytest.approx(0.7111, abs=5e-5)
        np.testing.assert_allclose(
            reference.squared_loss_gradient(W3, X3, Y3), [0.0292, -0.0104], atol=5e-5
        )
        np.testing.assert_allclose(
            reference.cross_entropy_gradient(W3, X3, Y3), [0.0475, -0.1168], atol=5e-5
        )
        np.testing.assert_allclose(
            reference.cross_entropy_hessian(W3, X3), [[0.398, 0.188], [0.188, 0.184]], atol=5e-4
        )


class TestStability:
    """No warning and no nan for logits of up to 1e4 in size (warnings are errors here)."""

    pytestmark = pytest.mark.filterwarnings("error")

    @pytest.mark.parametrize("label", [0, 1])
    def test_nothing_overflows(self, label):
        X, y = HUGE[:, None], np.full(len(HUGE), label)
        with np.errstate(over="raise", invalid="raise", divide="raise"):
            for name in ("squared_loss", "cross_entropy"):
                assert np.isfinite(getattr(reference, name)([1], X, y))
                assert np.isfinite(getattr(reference, f"{name}_gradient")([1], X, y)).all()
            assert np.isfinite(reference.cross_entropy_hessian([1], X)).all()

    def test_sure_and_wrong_costs_the_logit(self):
        assert reference.cross_entropy([1], [[1e4]], [0]) == pytest.approx(1e4, rel=1e-15)
        assert reference.cross_entropy([1], [[1e4]], [1]) == 0


class TestWhySquaredErrorStalls:
    def test_its_pull_is_largest_at_one_third_and_is_then_four_27ths(self):
        def pull(z):
            return reference.squared_loss_gradient([z[0]], [[1]], [1])[0]

        found = optimize.minimize(pull, [0.0])
        assert reference.sigmoid(found.x[0]) == pytest.approx(1 / 3, abs=1e-5)
        assert found.fun == pytest.approx(-4 / 27, abs=1e-9)

    def test_at_a_logit_of_minus_eight_the_ratio_of_slopes_is_2983(self):
        at = [-8.0], [[1.0]], [1]
        ratio = reference.cross_entropy_gradient(*at) / reference.squared_loss_gradient(*at)
        assert ratio[0] == pytest.approx(2983, abs=0.5)

    def test_three_samples_and_one_weight_suffice_for_two_minima(self):
        at = [[10], [1], [0.05]], [1, 0, 1]

        def slope(w):
            return reference.squared_loss_gradient([w], *at)[0]

        roots = [optimize.brentq(slope, *bracket) for bracket in ((-4, -1), (-1, 0), (0, 1))]
        np.testing.assert_allclose(roots, [-2.377, -0.475, 0.198], atol=1e-3)
        losses = [reference.squared_loss([w], *at) for w in roots]
        assert losses[1] > losses[0] > losses[2]


class TestConvexity:
    @pytest.mark.parametrize("n, d", SHAPES)
    def test_hessian_agrees_with_autograd(self, n, d):
        w, X, y = problem(n, d)
        wanted = hessian(plain_cross_entropy)(w, X, y)
        np.testing.assert_allclose(
            reference.cross_entropy_hessian(w, X), wanted, rtol=1e-8, atol=1e-12
        )

    @given(st.integers(0, 10**6), st.floats(0, 1))
    def test_the_loss_lies_below_its_chords(self, seed, t):
        rng = np.random.default_rng(seed)
        a, X, y = problem(5, 3, seed)
        b = 5 * rng.normal(size=3)
        between = reference.cross_entropy(t * a + (1 - t) * b, X, y)
        chord = t * reference.cross_entropy(a, X, y) + (1 - t) * reference.cross_entropy(b, X, y)
        assert between <= chord + 1e-12

    @given(st.integers(0, 10**6))
    def test_no_eigenvalue_is_negative_or_above_the_bound(self, seed):
        w, X, _ = problem(5, 3, seed)
        values = np.linalg.eigvalsh(reference.cross_entropy_hessian(w, X))
        assert values.min() >= -1e-15
        assert values.max() <= np.linalg.eigvalsh(X.T @ X).max() / (4 * 5) + 1e-12

    def test_dependent_columns_leave_a_direction_without_curvature(self):
        w, X, _ = problem(6, 2)
        H = reference.cross_entropy_hessian([*w, 0.5], np.column_stack([X, X[:, 0]]))
        np.testing.assert_allclose(H @ [1, 0, -1], 0, atol=1e-15)


class TestGradientDescent:
    def test_from_zero_the_first_step_is_the_one_worked_by_hand(self):
        np.testing.assert_allclose(reference.fit(X3, Y3, 0.5, 1), [1 / 6, 1 / 12], rtol=1e-15)
        np.testing.assert_array_equal(reference.fit(X3, Y3, 0.5, 0), [0, 0])

    @settings(max_examples=25)
    @given(st.integers(0, 10**6), st.floats(0.05, 0.99))
    def test_the_loss_falls_at_every_step_shorter_than_two_over_L(self, seed, share):
        _, X, y = problem(6, 3, seed)
        lr = share * 8 * 6 / np.linalg.eigvalsh(X.T @ X).max()
        losses = [reference.cross_entropy(reference.fit(X, y, lr, k), X, y) for k in range(6)]
        assert np.all(np.diff(losses) <= 1e-15)

    def test_arrives_at_the_minimum_that_scipy_finds(self):
        X, y = overlapping()
        found = optimize.minimize(plain_cross_entropy, np.zeros(3), (X, y), tol=1e-12)
        np.testing.assert_allclose(reference.fit(X, y, 1.5, 2000), found.x, atol=1e-5)

    def test_a_trained_bias_predicts_as_many_ones_as_there_are(self):
        X, y = overlapping()
        X = np.column_stack([X, np.ones(len(X))])
        p = reference.sigmoid(X @ reference.fit(X, y, 1.0, 5000))
        assert p.sum() == pytest.approx(y.sum(), abs=1e-9)


class TestNewton:
    def test_first_step_is_a_linear_regression_of_plus_and_minus_two(self):
        X, y = overlapping()
        wanted = np.linalg.lstsq(X, 4 * (y - 0.5), rcond=None)[0]
        np.testing.assert_allclose(reference.newton_fit(X, y, 1, 0.0), wanted, rtol=1e-12)
        np.testing.assert_allclose(reference.newton_fit(X3, Y3, 1, 0.0), [2 / 7, 2 / 7])

    @pytest.mark.parametrize("l2", [0.0, 1e-6, 0.1, 2.0])
    def test_arrives_where_the_penalized_gradient_vanishes(self, l2):
        X, y = overlapping()
        w = reference.newton_fit(X, y, 15, l2)
        slope = grad(lambda v: plain_cross_entropy(v, X, y) + l2 / 2 * anp.sum(v**2))(w)
        np.testing.assert_allclose(slope, 0, atol=1e-13)

    def test_number_of_right_digits_doubles(self):
        X, y = overlapping()
        best = reference.newton_fit(X, y, 30)
        errors = [np.linalg.norm(reference.newton_fit(X, y, k) - best) for k in range(1, 5)]
        for before, after in itertools.pairwise(errors):
            assert after < max(before**2, 1e-14)

    def test_separable_data_have_a_finite_answer_only_with_the_penalty(self):
        x = np.array([[1.0], [2.0], [-1.0], [-1.5]])
        y = (x[:, 0] > 0).astype(int)
        assert reference.newton_fit(x, y, 12, 0.0)[0] > 10
        w = reference.newton_fit(x, y, 60, 0.01)
        mean_pull = -reference.cross_entropy_gradient(w, x, y)[0]
        assert w[0] == pytest.approx(mean_pull / 0.01, rel=1e-10)

    def test_equal_columns_share_the_weight_equally(self):
        X, y = overlapping()
        w = reference.newton_fit(np.column_stack([X, X[:, 0]]), y, 10)
        assert w[0] == pytest.approx(w[3], rel=1e-6)


def test_nothing_changes_its_arguments():
    at = W3.copy(), X3.copy(), Y3.astype(float)
    for array in at:
        array.flags.writeable = False
    for name in (
        "squared_loss",
        "cross_entropy",
        "squared_loss_gradient",
        "cross_entropy_gradient",
    ):
        getattr(reference, name)(*at)
    reference.cross_entropy_hessian(*at[:2])
    reference.fit(*at[1:], 0.1, 3)
    reference.newton_fit(*at[1:], 3)


def hessian_by_differences(w, X):
    """Central differences of the right gradient: ten digits, which is no formula."""
    w, y = np.asarray(w, dtype=float), np.zeros(len(X))
    steps = 1e-5 * np.eye(len(w))
    gradient = reference.cross_entropy_gradient
    return np.array([gradient(w + s, X, y) - gradient(w - s, X, y) for s in steps]) / 2e-5


@pytest.mark.one_of(4)
@pytest.mark.parametrize("seed", range(20))
def test_differences_of_the_gradient_are_no_hessian(seed):
    check = next(c for c in solution.checks if c.name == "is_the_derivative_of_the_gradient")
    student = Student({"cross_entropy_hessian": hessian_by_differences})
    with pytest.raises(CheckFailed):
        check.function(student, np.random.default_rng(seed))


# decisions


@given(
    st.lists(st.tuples(st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]), st.booleans()), min_size=1),
    st.integers(0, 5),
    st.integers(0, 5),
)
@settings(max_examples=60, deadline=None)
def test_no_threshold_costs_less_and_no_smaller_one_as_little(samples, miss, alarm):
    def cost(t):
        return sum(
            alarm * (p >= t) * (not is_one) + miss * (p < t) * is_one for p, is_one in samples
        )

    p, y = zip(*samples, strict=True)
    t = reference.best_threshold(p, [int(label) for label in y], miss, alarm)
    others = {0.0, *p, math.inf}
    assert t in others
    assert all(cost(other) > cost(t) if other < t else cost(other) >= cost(t) for other in others)


def the_160_trials():
    trials = np.random.default_rng(3)
    current = trials.uniform(0.0, 2.0, size=160)
    fired = trials.uniform(size=160) < 1 / (1 + np.exp(-6.0 * (current - 1.0)))
    return current, fired.astype(int)


def test_what_thresholds_cost_in_the_160_trials():
    current, fired = the_160_trials()
    threshold, width, *_ = reference.noisy_neuron(current, fired)
    p = special.expit((current - threshold) / width)
    best = reference.best_threshold(p, fired, 5, 1)
    assert best == pytest.approx(0.374, abs=5e-4)
    costs = [
        5 * np.sum(fired[p < t] == 1) + np.sum(fired[p >= t] == 0)
        for t in (best, 1 / 6, 1 / 2, 0, np.inf)
    ]
    assert costs == [27, 33, 49, 80, 400]


# the noisy neuron


def drawn(rng, n, width):
    threshold = rng.uniform(0.6, 1.4)
    current = rng.uniform(0.0, 2.0, size=n)
    chance = special.expit((current - threshold) / width)
    return threshold, current, (rng.random(n) < chance).astype(int)


@pytest.mark.parametrize("seed", range(4))
def test_threshold_width_and_errors_are_those_of_the_likelihood(seed):
    """By SciPy's minimizer and HIPS autograd's curvature, in threshold and width themselves."""
    rng = np.random.default_rng(seed)
    _, current, spiked = drawn(rng, 500, rng.uniform(0.08, 0.25))

    def surprise(parameters):
        z = (current - parameters[0]) / parameters[1]
        return anp.sum(spiked * anp.logaddexp(0, -z) + (1 - spiked) * anp.logaddexp(0, z))

    found = optimize.minimize(surprise, [1.0, 0.15], jac=grad(surprise), method="BFGS")
    errors = np.sqrt(np.diag(np.linalg.inv(hessian(surprise)(found.x))))
    expected = [*found.x, *errors]
    np.testing.assert_allclose(reference.noisy_neuron(current, spiked), expected, rtol=1e-3)


def test_deviations_over_errors_have_mean_zero_and_variance_one():
    rng, off = np.random.default_rng(0), []
    for _ in range(500):
        width = rng.uniform(0.08, 0.25)
        threshold, current, spiked = drawn(rng, 700, width)
        got = np.array(reference.noisy_neuron(current, spiked))
        off.append((got[:2] - [threshold, width]) / got[2:])
    off = np.array(off)
    assert np.all(np.abs(off.mean(axis=0)) < [0.15, 0.3])  # the width has a bias of order 1/n
    np.testing.assert_allclose(np.sqrt(np.mean(off**2, axis=0)), 1.0, atol=0.12)


def test_the_160_trials_and_the_fifty_neurons_of_the_pictures():
    numbers = reference.noisy_neuron(*the_160_trials())
    np.testing.assert_allclose(
        numbers, [1.0093841598, 0.1292159043, 0.0386481633, 0.0216951115], rtol=1e-6
    )
    rng = np.random.default_rng(7)
    missed = 0
    for width in np.sort(rng.uniform(0.08, 0.25, size=50)):
        threshold, current, spiked = drawn(rng, 400, width)
        measured, _, error, _ = reference.noisy_neuron(current, spiked)
        missed += abs(measured - threshold) > error
    assert missed == 19
