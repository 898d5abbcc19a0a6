"""The reference of ``computational_graphs`` against oracles and the chapter's own claims."""

import math
from pathlib import Path

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.checks import numerical_derivative
from autograder.course import Solution
from autograder.in_process import namespace_with, run_checks
from tests.conftest import the_course

reference = Solution(Path(__file__).parents[2] / "solutions" / "computational_graphs").reference
Value = reference.Value

numbers = st.floats(-3, 3, allow_subnormal=False)
positive = st.floats(0.2, 4)


def chain(length):
    """A node with a chain of ``length - 1`` nodes before it, from the first to the last."""
    nodes = [Value(1.0)]
    for _ in range(length - 1):
        nodes.append(Value(1.0, (nodes[-1],), (1.0,)))
    return nodes


def in_order(order):
    """Whether each node stands once, after all of its inputs."""
    place = {node: index for index, node in enumerate(order)}
    return len(place) == len(order) and all(
        place[x] < place[node] for node in order for x in node.inputs
    )


def values_and_slopes(expression, *at):
    """Value and derivatives of an expression, worked out by the reference."""
    leaves = [Value(number) for number in at]
    root = expression(*leaves)
    root.backward()
    return root.data, [leaf.grad for leaf in leaves]


class TestTheShop:
    def test_two_apples_at_100_with_a_tax_factor_of_1_1(self):
        total, slopes = reference.checkout(100, 2, 1.1)
        assert total == pytest.approx(220)
        assert slopes["price"] == pytest.approx(2.2)
        assert slopes["count"] == pytest.approx(110)
        assert slopes["tax"] == pytest.approx(200)

    @given(st.tuples(positive, positive, positive))
    def test_derivatives_agree_with_autograd(self, at):
        total, slopes = reference.checkout(*at)
        assert total == pytest.approx(math.prod(at))
        for index, name in enumerate(("price", "count", "tax")):
            wanted = grad(lambda p, c, t: p * c * t, index)(*at)
            assert slopes[name] == pytest.approx(wanted)

    @given(positive, positive, positive, st.floats(-0.9, 50))
    def test_the_bill_is_linear_in_the_price_so_that_any_rise_is_exact(self, price, count, tax, up):
        total, slopes = reference.checkout(price, count, tax)
        raised, _ = reference.checkout(price + up, count, tax)
        assert raised - total == pytest.approx(slopes["price"] * up, rel=1e-9, abs=1e-12)

    def test_a_graph_of_values_finds_the_same(self):
        total, slopes = values_and_slopes(lambda p, c, t: p * c * t, 100, 2, 1.1)
        assert total == pytest.approx(220)
        np.testing.assert_allclose(slopes, [2.2, 110, 200])

    @given(st.floats(-0.1, 0.1))
    def test_raising_all_three_by_a_share_costs_its_cube(self, share):
        total, slopes = reference.checkout(100, 2, 1.1)
        raised, _ = reference.checkout(*((1 + share) * np.array([100, 2, 1.1])))
        promised = share * (slopes["price"] * 100 + slopes["count"] * 2 + slopes["tax"] * 1.1)
        assert promised == pytest.approx(3 * share * total)
        rest = 220 * (3 * share**2 + share**3)
        assert raised - total - promised == pytest.approx(rest, abs=1e-10)


class TestTopologicalOrder:
    @given(st.integers(1, 14), st.integers(0, 10**6))
    def test_inputs_come_first_and_every_node_once_in_random_graphs(self, size, seed):
        rng = np.random.default_rng(seed)
        nodes = []
        for i in range(size):
            chosen = rng.integers(0, i, size=rng.integers(0, 4)) if i else []
            nodes.append(Value(0.0, tuple(nodes[j] for j in chosen)))
        order = reference.topological_order(nodes[-1])
        assert in_order(order)
        needed, todo = set(), [nodes[-1]]
        while todo:
            node = todo.pop()
            needed.add(node)
            todo.extend(node.inputs)
        assert set(order) == needed

    def test_works_on_a_chain_of_10_000_nodes(self):
        nodes = chain(10_000)
        assert reference.topological_order(nodes[-1]) == nodes

    def test_takes_time_by_nodes_not_by_paths(self):
        x = Value(1.0)
        for _ in range(200):  # 2**200 paths
            x = x + x
        assert len(reference.topological_order(x)) == 201

    def test_a_leaf_is_its_own_order(self):
        leaf = Value(2.0)
        assert reference.topological_order(leaf) == [leaf]


#: expression in autograd's terms, the same in Values, and whether it needs positive numbers
OPERATIONS = {
    "add": (lambda a, b: a + b, lambda a, b: a + b, False),
    "sub": (lambda a, b: a - b, lambda a, b: a - b, False),
    "mul": (lambda a, b: a * b, lambda a, b: a * b, False),
    "div": (lambda a, b: a / b, lambda a, b: a / b, True),
    "pow": (lambda a, b: a**b, lambda a, b: a**b, True),
    "neg": (lambda a, b: -a * b, lambda a, b: -a * b, False),
    "number left": (lambda a, b: 3 + 2 * a - (4 - b), lambda a, b: 3 + 2 * a - (4 - b), False),
    "number below": (lambda a, b: 3 / a + b / 4, lambda a, b: 3 / a + b / 4, True),
    "number base": (lambda a, b: 2**a * b, lambda a, b: 2**a * b, False),
    "number exponent": (lambda a, b: a**3 - b**2, lambda a, b: a**3 - b**2, False),
    "exp": (lambda a, b: anp.exp(a) * b, lambda a, b: a.exp() * b, False),
    "log": (lambda a, b: anp.log(a * b), lambda a, b: (a * b).log(), True),
    "tanh": (lambda a, b: anp.tanh(a) * b, lambda a, b: a.tanh() * b, False),
    "shared": (lambda a, b: (a * b) * (a * b) + a, lambda a, b: (c := a * b) * c + a, False),
}


class TestValue:
    @pytest.mark.parametrize("name", OPERATIONS)
    def test_every_operation_agrees_with_autograd(self, name):
        plain, of_values, needs_positive = OPERATIONS[name]
        rng = np.random.default_rng(0)
        for at in rng.uniform(0.3 if needs_positive else -2.0, 2.0, size=(5, 2)):
            found, slopes = values_and_slopes(of_values, *at)
            assert found == pytest.approx(plain(*at), rel=1e-12)
            wanted = [grad(plain, index)(*at) for index in (0, 1)]
            np.testing.assert_allclose(slopes, wanted, rtol=1e-10, atol=1e-13)

    @given(st.tuples(numbers, numbers, numbers))
    def test_a_deep_expression_agrees_with_its_numerical_derivative(self, at):
        def expression(a, b, c):
            d = (a * b + c).tanh()
            e = d * d + a / (1 + b * b)
            return e * (d - c).exp() + (e * e + 1).log()

        _, slopes = values_and_slopes(expression, *at)
        wanted, error = numerical_derivative(
            lambda x: expression(*map(Value, x)).data, np.array(at)
        )
        assert np.all(np.abs(slopes - wanted) <= error + 1e-10 * np.abs(wanted) + 1e-13)

    @given(st.floats(-5, 5), st.integers(0, 4))
    def test_a_whole_exponent_takes_every_base(self, base, exponent):
        found, (slope,) = values_and_slopes(lambda a: a**exponent, base)
        assert found == pytest.approx(base**exponent)
        wanted = np.polynomial.Polynomial.basis(exponent).deriv()(base)
        assert slope == pytest.approx(wanted)

    @pytest.mark.parametrize("z, slope", [(-1.5, 0), (0.0, 0), (2.5, 1)])
    def test_relu_has_slope_0_at_its_kink(self, z, slope):
        assert values_and_slopes(lambda a: a.relu(), z) == (max(z, 0), [slope])

    def test_backward_twice_gives_the_same(self):
        a, b = Value(2.0), Value(-3.0)
        root = (a * b).tanh() * a
        root.backward()
        first = [a.grad, b.grad]
        root.backward()
        assert [a.grad, b.grad] == first

    def test_backward_starts_afresh_in_another_graph(self):
        a, b = Value(2.0), Value(5.0)
        (a * b).backward()
        (a + b).backward()
        assert (a.grad, b.grad) == (1.0, 1.0)

    def test_a_chain_of_10_000_operations_goes_back(self):
        a = Value(0.5)
        x = a
        for _ in range(10_000):
            x = x + a
        x.backward()
        assert a.grad == 10_001

    def test_a_graph_of_exponentially_many_paths_takes_no_time(self):
        a = Value(1.0)
        x = a
        for _ in range(60):
            x = x + x
        x.backward()
        assert a.grad == 2.0**60

    def test_numpy_numbers_mix_on_either_side(self):
        v = Value(3.0)
        mixed = [np.float64(2) * v, v * np.float64(2), np.int64(2) * v, v * np.int64(2)]
        assert [m.data for m in mixed] == [6.0] * 4


def plain_loss(params, x, y):
    z = anp.dot(params[:-1], x) + params[-1]
    return anp.logaddexp(0, z) - y * z


def loss_and_slopes(w, b, x, y):
    weights, bias = [Value(v) for v in w], Value(b)
    loss = reference.loss_value(weights, bias, x, y)
    loss.backward()
    return loss.data, [*(v.grad for v in weights), bias.grad]


class TestLossOfANeuron:
    @settings(max_examples=50)
    @given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=5), numbers, st.booleans())
    def test_agrees_with_autograd(self, pairs, b, y):
        w, x = np.array(pairs).T
        params = np.array([*w, b])
        loss, slopes = loss_and_slopes(w, b, x, int(y))
        assert loss == pytest.approx(plain_loss(params, x, y), rel=1e-12)
        wanted = grad(plain_loss)(params, x, y)
        np.testing.assert_allclose(slopes, wanted, rtol=1e-9, atol=1e-13)

    @pytest.mark.parametrize("y", [0, 1])
    @pytest.mark.parametrize("z", [-1e4, -40.0, 40.0, 1e4])
    def test_is_stable(self, z, y):
        loss, slopes = loss_and_slopes([z], 0.0, [1.0], y)
        p = float(z > 0)
        assert loss == pytest.approx(np.logaddexp(0, z) - y * z, abs=1e-12)
        np.testing.assert_allclose(slopes, [p - y, p - y], atol=1e-15)

    @pytest.mark.parametrize("y", [0, 1])
    def test_slope_at_zero_is_one_half_less_the_label(self, y):
        loss, (slope, _) = loss_and_slopes([0.0], 0.0, [1.0], y)
        assert loss == pytest.approx(math.log(2))
        assert slope == 0.5 - y


class TestClaimsOfTheText:
    def test_two_paths_worked_by_hand(self):
        """f = (x + y) * x at (3, 2) is 15, with derivatives 8 and 3."""
        assert values_and_slopes(lambda x, y: (x + y) * x, 3, 2) == (15, [8, 3])

    def test_paths_double_with_every_step_and_nodes_do_not(self):
        def paths(node):
            return sum(map(paths, node.inputs)) if node.inputs else 1

        for steps in (1, 4, 9):
            x = Value(1.0)
            for _ in range(steps):
                x = x + x
            assert paths(x) == 2**steps
            assert len(reference.topological_order(x)) == steps + 1

    def test_the_neuron_worked_by_hand(self):
        loss, slopes = loss_and_slopes([1.0, -2.0], 0.5, [2.0, 1.0], 1)
        p = 1 / (1 + math.exp(-0.5))
        assert loss == pytest.approx(-math.log(p))
        assert loss == pytest.approx(0.4741, abs=5e-5)
        np.testing.assert_allclose(slopes, [2 * (p - 1), p - 1, p - 1])
        np.testing.assert_allclose(slopes, [-0.7551, -0.3775, -0.3775], atol=5e-5)

    def test_the_loss_from_relu_has_the_wrong_slope_at_zero(self):
        def from_relu(z):
            return z.relu() + (1 + (-(z.relu() + (-z).relu())).exp()).log()

        assert values_and_slopes(from_relu, 0.0) == (math.log(2), [0.0])
        for z in (-0.5, 0.5):
            _, (slope,) = values_and_slopes(from_relu, z)
            assert slope == pytest.approx(1 / (1 + math.exp(-z)))

    def test_forward_sweeps_need_one_for_each_input_and_agree(self):
        """Tangents pushed through the same local slopes, one input at a time."""
        leaves = [Value(v) for v in (0.5, -1.2, 2.0)]
        a, b, c = leaves
        root = (a * b + c).tanh() * b
        order = reference.topological_order(root)
        forward = []
        for leaf in leaves:
            tangent = {node: float(node is leaf) for node in order}
            for node in order:
                for x, slope in zip(node.inputs, node.slopes):
                    tangent[node] += slope * tangent[x]
            forward.append(tangent[root])
        root.backward()
        np.testing.assert_allclose(forward, [leaf.grad for leaf in leaves], rtol=1e-14)


class TestMoons:
    """What the text says of two moons; with ``STARTS = 150`` these are its own figures."""

    STARTS = 3

    @staticmethod
    def two_moons(n, rng):
        """The page's own function."""
        page = the_course().assignments["computational_graphs"].path.read_text()
        start = page.index("def two_moons")
        names = {"np": np}
        exec(page[start : page.index("\n\n\n", start)], names)
        return names["two_moons"](n, rng)

    def test_checks_draw_the_same_moons_as_the_page(self):
        checks = the_course().assignments["computational_graphs"].solution.module("checks")
        for X, moon in (
            self.two_moons(4000, np.random.default_rng(0)),
            checks.moons(np.random.default_rng(1), 4000),
        ):
            for label, middle in ((0, (0.0, 0.0)), (1, (1.0, 0.5))):
                x, y = ((X[moon == label] - middle) * (1, 1 - 2 * label)).T
                size = np.hypot(x, y)
                # circles of radius 1 with noise 0.1, of which half is gone
                np.testing.assert_allclose([size.mean(), size.std()], [1, 0.1], atol=0.01)
                np.testing.assert_allclose(np.median(np.arctan2(y, x)), np.pi / 2, atol=0.15)

    def test_the_best_of_all_lines_has_seven_of_eight_right(self):
        X, moon = self.two_moons(1000, np.random.default_rng(2))
        shares = []
        for angle in np.linspace(0, 2 * np.pi, 121):
            along = X @ [np.cos(angle), np.sin(angle)]
            shares += [np.mean((along > offset) == moon) for offset in np.linspace(-2, 3, 101)]
        assert 0.87 < max(shares) < 0.90

    def test_the_reference_bends_the_line_from_every_start(self):
        right = []
        for start in range(self.STARTS):
            rng = np.random.default_rng(start)
            predict = reference.fit_values(*self.two_moons(100, rng), rng)
            X, moon = self.two_moons(1000, rng)
            right.append(np.mean(predict(X) == moon))
        assert min(right) >= 0.977
        assert np.mean(right) >= 0.985


def test_a_numpy_number_taken_for_a_value_is_explained():
    chapter = the_course().assignments["computational_graphs"]
    namespace = namespace_with(chapter)
    exec(
        "class Value(Value):\n"
        "    def __add__(self, other):\n"
        "        other = Value(other) if isinstance(other, (int, float)) else other\n"
        "        return Value(self.data + other.data, (self, other), (1.0, 1.0))\n",
        namespace,
    )
    outcomes = run_checks(chapter, chapter.exercises["Value"], namespace)
    messages = [outcome.failure.public() for outcome in outcomes if outcome.failure]
    assert len(messages) == 1
    assert messages[0].count("an np.int64 is not an int") == 1
