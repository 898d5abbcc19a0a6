"""What is graded: order, identity, arithmetic from either side, derivatives."""

import math

from autograder.checks import check, expect, expect_result

from . import reference


def expect_order(order, root, count):
    expect(
        isinstance(order, list) and len(order) == count, "topological_order", "every node is there"
    )
    place = {node: index for index, node in enumerate(order)}
    expect(
        len(place) == count and order[-1] is root, "topological_order", "each once, the root last"
    )
    expect(
        all(place[child] < place[node] for node in order for child in node.inputs),
        "topological_order",
        "each node comes after its inputs",
    )


@check("topological_order", points=1)
def each_node_comes_after_its_inputs(student, rng):
    a, b = reference.Value(rng.normal()), reference.Value(rng.normal())
    total = (product := a * b) + a
    order = student.topological_order(total)
    expect_order(order, total, 4)
    expect(set(order) == {a, b, product, total}, "topological_order", "the nodes themselves")


@check("topological_order", points=2)
def orders_a_long_chain(student, rng):
    node = leaf = reference.Value(1.0)
    for _ in range(5_000):
        node = node.log().exp()
    expect_order(student.topological_order(node), node, 10_001)
    expect(leaf.inputs == (), "topological_order", "leaves the graph as it is")


@check("Value", points=1)
def does_arithmetic_from_either_side(student, rng):
    a, b = rng.uniform(1, 2, size=2)
    for text, expression in (
        ("a + 2 * b", lambda a, b: a + 2 * b),
        ("3 - a - b", lambda a, b: 3 - a - b),
        ("1 / a / b", lambda a, b: 1 / a / b),
        ("2 ** a * a ** b", lambda a, b: 2**a * a**b),
        ("-a ** 2", lambda a, b: -(a**2)),
    ):
        expect_result(
            lambda of=expression: of(student.Value(a), student.Value(b)).data,
            expression(a, b),
            text,
            "Value",
        )


@check("Value", points=1)
def has_functions(student, rng):
    x = rng.uniform(1, 2)
    for name in ("exp", "log"):
        expect_result(
            lambda name=name: getattr(student.Value(x), name)().data,
            getattr(math, name)(x),
            f"Value(x).{name}()",
            "Value",
        )


@check("Value", points=2)
def adds_derivatives_over_shared_nodes(student, rng):
    x, y = rng.uniform(1, 2, size=2)

    def gradients():
        a, b = student.Value(x), student.Value(y)
        result = a * b + a.exp() / b + a
        result.backward()
        once = a.grad, b.grad
        result.backward()
        return [*once, a.grad, b.grad]

    to_a, to_b = y + math.exp(x) / y + 1, x - math.exp(x) / y**2
    expected = [to_a, to_b, to_a, to_b]
    expect_result(gradients, expected, "(a * b + a.exp() / b + a).backward(), twice", "Value")


@check("square_error", points=2)
def has_the_right_value_and_gradient(student, rng):
    start, x, y = rng.normal(size=3), rng.normal(size=3), rng.normal()

    def computed():
        w = [student.Value(number) for number in start]
        loss = student.square_error(w, list(x), y)
        loss.backward()
        return [loss.data, *(value.grad for value in w)]

    error = float(start @ x - y)
    expect_result(computed, [error**2, *(2 * error * x)], "square_error(w, x, y)", "square_error")
