"""The reference of ``activations`` against oracles and the chapter's own claims."""

import ast
import hashlib
import inspect
import re
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import elementwise_grad, jacobian
from autograd.scipy.special import erf
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import optimize, special, stats

from autograder.course import Solution

reference = Solution(Path(__file__).parents[2] / "solutions" / "activations").reference

#: the definitions, written for autograd without a thought for stability
PLAIN = {
    "sigmoid": lambda z: 1 / (1 + anp.exp(-z)),
    "tanh": lambda z: (anp.exp(z) - anp.exp(-z)) / (anp.exp(z) + anp.exp(-z)),
    "symmetric_sigmoid": lambda z, beta=1.0: (1 - anp.exp(-beta * z)) / (1 + anp.exp(-beta * z)),
    "relu": lambda z: anp.where(z > 0, z, 0.0 * z),
    "leaky_relu": lambda z, a=0.01: anp.where(z > 0, z, a * z),
    "elu": lambda z, alpha=1.0: anp.where(z > 0, z, alpha * (anp.exp(z) - 1)),
    "swish": lambda z: z / (1 + anp.exp(-z)),
    "gelu": lambda z: z * (1 + erf(z / anp.sqrt(2))) / 2,
    "gelu_sigmoid": lambda z: z / (1 + anp.exp(-1.702 * z)),
}
OPTIONS = {"symmetric_sigmoid": 2.5, "leaky_relu": 0.3, "elu": 1.7}
GRID = np.linspace(-8, 8, 97)  # holds 0, where some have a kink
HUGE = np.array([-1e4, -746.0, -37.5, 0.0, 37.5, 746.0, 1e4])
vectors = arrays(float, st.integers(1, 6), elements=st.floats(-30, 30, allow_subnormal=False))


def slope(name):
    return getattr(reference, f"{name}_gradient")


@pytest.mark.parametrize("name", PLAIN)
class TestEachActivation:
    def test_agrees_with_its_definition(self, name):
        for options in ((), (OPTIONS[name],) if name in OPTIONS else ()):
            got = getattr(reference, name)(GRID, *options)
            np.testing.assert_allclose(got, PLAIN[name](GRID, *options), rtol=1e-10, atol=1e-14)

    def test_slope_agrees_with_autograd_and_is_the_left_one_at_a_kink(self, name):
        for options in ((), (OPTIONS[name],) if name in OPTIONS else ()):
            # autograd takes the branch of z <= 0 at 0
            wanted = elementwise_grad(PLAIN[name])(GRID, *options)
            np.testing.assert_allclose(slope(name)(GRID, *options), wanted, rtol=1e-8, atol=1e-13)

    @pytest.mark.filterwarnings("error")
    def test_nothing_overflows(self, name):
        with np.errstate(over="raise", invalid="raise", divide="raise"):
            for function in (getattr(reference, name), slope(name)):
                assert np.isfinite(function(HUGE)).all()

    @pytest.mark.parametrize("z", [0, -2, [1, 2], [[1.5, -3.0]], np.zeros((2, 0))])
    def test_keeps_the_shape_and_gives_float64(self, name, z):
        for function in (getattr(reference, name), slope(name)):
            assert np.shape(function(z)) == np.shape(z)
            assert np.asarray(function(z)).dtype == np.float64

    def test_options_are_those_of_the_curriculum(self, name):
        wanted = {"symmetric_sigmoid": "beta=1.0", "leaky_relu": "a=0.01", "elu": "alpha=1.0"}
        extra = f", {wanted[name]}" if name in wanted else ""
        for function in (getattr(reference, name), slope(name)):
            assert str(inspect.signature(function)) == f"(z{extra})"


class TestNamedFacts:
    def test_sigmoid_and_gelu_agree_with_scipy(self):
        np.testing.assert_allclose(reference.sigmoid(GRID), special.expit(GRID), rtol=1e-12)
        np.testing.assert_allclose(reference.gelu(GRID), GRID * stats.norm.cdf(GRID), rtol=1e-12)

    @given(st.floats(-20, 20), st.floats(0.1, 5))
    def test_symmetric_sigmoid_is_odd_and_a_stretched_sigmoid(self, z, beta):
        s = reference.symmetric_sigmoid(z, beta)
        assert s == -reference.symmetric_sigmoid(-z, beta)
        assert s == pytest.approx(2 * special.expit(beta * z) - 1, abs=1e-14)

    def test_largest_slopes(self):
        assert reference.sigmoid_gradient(0) == 0.25
        assert reference.symmetric_sigmoid_gradient(0, 3.0) == 1.5
        assert reference.gelu_gradient(np.sqrt(2)) == pytest.approx(1.1289, abs=5e-5)
        top = optimize.minimize_scalar(lambda z: -reference.gelu_gradient(z), bounds=(0, 4))
        assert top.x == pytest.approx(np.sqrt(2), abs=1e-4)
        top = optimize.minimize_scalar(lambda z: -reference.swish_gradient(z), bounds=(0, 5))
        assert (top.x, -top.fun) == (
            pytest.approx(2.3994, abs=1e-3),
            pytest.approx(1.0998, abs=1e-4),
        )

    def test_swish_falls_to_its_minimum(self):
        low = optimize.minimize_scalar(reference.swish, bounds=(-5, 0))
        assert (low.x, low.fun) == (
            pytest.approx(-1.278, abs=1e-3),
            pytest.approx(-0.2785, abs=1e-4),
        )

    def test_the_sigmoid_approximation_of_gelu_is_off_by_two_hundredths(self):
        z = np.linspace(-8, 8, 16001)
        error = np.abs(reference.gelu_sigmoid(z) - reference.gelu(z))
        assert error.max() == pytest.approx(0.0203, abs=5e-5)
        assert abs(z[error.argmax()]) == pytest.approx(2.27, abs=5e-3)
        gates = np.abs(special.expit(1.702 * z) - stats.norm.cdf(z))
        assert gates.max() == pytest.approx(0.0095, abs=5e-5)

    def test_root_mean_square_slopes_over_a_standard_normal(self):
        z = np.linspace(-12, 12, 200001)
        weight = stats.norm.pdf(z) * (z[1] - z[0])
        for name, factor in (("sigmoid", 0.2117), ("tanh", 0.6815), ("relu", 0.7071)):
            assert np.sqrt(slope(name)(z) ** 2 @ weight) == pytest.approx(factor, abs=1e-4)

    @given(st.floats(-1e4, 1e4))
    def test_two_rectifiers_hand_a_signal_on(self, z):
        assert reference.relu(z) - reference.relu(-z) == z
        assert reference.relu(z) + reference.relu(-z) == abs(z)


class TestSoftmaxJacobian:
    @settings(max_examples=30)
    @given(vectors)
    def test_agrees_with_autograd(self, z):
        def softmax(z):
            e = anp.exp(z - np.max(z))
            return e / anp.sum(e)

        # a constant subtracted from all logits changes no probability
        shifted = z - z.max()
        wanted = jacobian(softmax)(shifted)
        np.testing.assert_allclose(reference.softmax_jacobian(z), wanted, atol=1e-13)

    @given(vectors)
    def test_rows_and_columns_add_up_to_zero_and_no_eigenvalue_is_negative(self, z):
        J = reference.softmax_jacobian(z)
        np.testing.assert_allclose(J.sum(axis=0), 0, atol=1e-15)
        np.testing.assert_allclose(J.sum(axis=1), 0, atol=1e-15)
        assert np.linalg.eigvalsh(J).min() >= -1e-15

    def test_three_logits_worked_by_hand(self):
        wanted = np.array([[7, -2, -5], [-2, 12, -10], [-5, -10, 15]]) / 64
        got = reference.softmax_jacobian([0, np.log(2), np.log(5)])
        np.testing.assert_allclose(got, wanted, rtol=1e-12)

    @pytest.mark.filterwarnings("error")
    def test_copes_with_huge_logits(self):
        np.testing.assert_array_equal(reference.softmax_jacobian([1e4, -1e4]), np.zeros((2, 2)))


class TestBackwardSignal:
    def test_is_the_derivative_of_a_chain_of_units(self):
        # z[l + 1] = w[l] f(z[l]) + b[l]: what the weights leave out of the whole derivative
        rng = np.random.default_rng(0)
        w, b = rng.normal(size=5), rng.normal(size=5)

        def chain(z):
            zs = [z]
            for weight, bias in zip(w, b):
                zs.append(weight * anp.tanh(zs[-1]) + bias)
            return zs

        whole = elementwise_grad(lambda z: anp.tanh(chain(z)[-1]))(0.3)
        signal = reference.backward_signal(reference.tanh_gradient, chain(0.3))
        assert signal * np.prod(w) == pytest.approx(whole, rel=1e-10)

    def test_three_layers_worked_by_hand(self):
        zs = [0, 2, -1]
        sigmoids = reference.backward_signal(reference.sigmoid_gradient, zs)
        assert sigmoids == pytest.approx(0.00516, abs=5e-6)
        tanhs = reference.backward_signal(reference.tanh_gradient, zs)
        assert tanhs == pytest.approx(0.0297, abs=5e-5)

    @given(arrays(float, (10, 3), elements=st.floats(-50, 50)))
    def test_ten_sigmoids_never_leave_more_than_a_millionth(self, zs):
        signal = reference.backward_signal(reference.sigmoid_gradient, zs)
        assert signal.shape == (3,)
        assert (signal <= 4.0**-10).all()


class TestChoice:
    @staticmethod
    def size_left(name, depth):
        """What is left of a gradient in an endlessly wide network, by SciPy's integrals."""
        f = PLAIN[name]
        slope = elementwise_grad(f)
        z = np.linspace(-8, 8, 4001) + 1e-9  # beside the kinks
        left, spread = 1.0, 1.0
        for _ in range(depth):
            left *= np.trapezoid(stats.norm.pdf(z) * slope(spread * z) ** 2, z)
            spread = np.sqrt(np.trapezoid(stats.norm.pdf(z) * f(spread * z) ** 2, z))
        return np.sqrt(left)

    @pytest.mark.parametrize("depth", [1, 2, 3, 4, 5, 20, 40, 60])
    def test_what_is_graded_is_clear_in_theory(self, depth):
        sizes = {name: self.size_left(name, depth) for name in PLAIN}
        best, second = sorted(sizes, key=lambda name: abs(np.log(sizes[name])))[:2]
        assert best == ("elu" if depth < 10 else "tanh")
        # four times what chance does to one network of 100 units with 20 inputs, or more
        assert abs(np.log(sizes[second])) - abs(np.log(sizes[best])) > 0.14

    @pytest.mark.parametrize("depth", [1, 3, 5, 20, 40])
    @pytest.mark.parametrize("seed", range(5))  # no miss in 200 seeds
    def test_the_experiment_agrees(self, depth, seed):
        chosen = reference.choose_activation(depth, np.random.default_rng(seed))
        assert chosen == ("elu" if depth < 10 else "tanh")

    def test_the_notebook_knows_what_each_choice_leaves(self):
        text = (Path(__file__).parents[2] / "chapters" / "activations.md").read_text()
        shown = ast.literal_eval(re.search(r"^LEFT = (\{.*?^\})", text, re.S | re.M)[1])
        assert len(shown) == len(PLAIN)
        for name in PLAIN:
            fingerprint = hashlib.sha256(name.encode()).hexdigest()[:4]
            left = [self.size_left(name, depth) for depth in (3, 40)]
            np.testing.assert_allclose(shown[fingerprint], left, rtol=0.05)

    def test_as_the_chapter_says(self):
        assert self.size_left("tanh", 40) == pytest.approx(0.13, abs=0.005)
        assert self.size_left("relu", 40) == pytest.approx(1e-6, rel=0.1)
        assert self.size_left("gelu", 40) < self.size_left("symmetric_sigmoid", 20) < 1e-5
        assert self.size_left("tanh", 10) == pytest.approx(self.size_left("elu", 10), rel=0.02)
