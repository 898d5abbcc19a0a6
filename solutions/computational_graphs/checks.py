"""What is graded: computational graphs.

Whatever a student's Value is, it is used through operators and method calls, and read by
``data``, ``grad`` and ``inputs``: when graded it lives in another process.
"""

import functools
import math

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    Hint,
    StudentFunction,
    adding,
    check,
    crosses,
    expect,
    expect_close,
    expect_gradient,
    expect_parts,
    expect_result,
)
from autograder.checks.inputs import nonzero

from . import reference
from .causes import ask_for_bills, asking_for, asking_for_losses, naming_causes

#: diagnoses of an order of nodes, and of a network, that no general rule gives
HINTS = ("turned-round", "as-met", "leaves", "one-input", "again", "kept", "one-label")

KEPT = "nodes seen in one call are still taken for seen in the next: something is kept in between"

# --- checkout --------------------------------------------------------------------------


def parts(result):
    """Total and derivatives as an array, if they are what they should be."""
    total, slopes = expect_parts(result, 2, "checkout")
    expect(isinstance(slopes, dict), "checkout", "the second thing it returns is a dictionary")
    keys = sorted(map(str, slopes))
    expect(keys == ["count", "price", "tax"], "checkout", "the keys are price, count and tax")
    return [total, slopes["price"], slopes["count"], slopes["tax"]]


@check("checkout", points=0.5)
def adds_up_to_the_bill(student, rng):
    with naming_causes("checkout", student.checkout, ask_for_bills):
        for price, count, tax in rng.uniform(0.5, 9.0, size=(5, 3)):
            total, *_ = parts(student.checkout(price, count, tax))
            expect_close(total, price * count * tax, "checkout", what="total")
        total, *_ = parts(student.checkout(100, 2, 1.1))
        expect_close(total, 220.0, "checkout", what="total")


@check("checkout", points=1.5)
def has_the_derivatives_of_the_bill(student, rng):
    points = [*rng.uniform(0.5, 9.0, size=(5, 3)), (100, 2, 1.1)]
    # a derivative is no quotient of the total: there is one at zero, too
    zeros = [(0.0, 3.0, 1.2), (5, 0, 2), (4.0, 3, 0.0)]
    with naming_causes("checkout", student.checkout, ask_for_bills):
        for price, count, tax in points + zeros:
            _, *slopes = parts(student.checkout(price, count, tax))
            expected = {"price": count * tax, "count": price * tax, "tax": price * count}
            for got, name in zip(slopes, expected):
                what = f"derivative by {name}"
                expect_close(got, float(expected[name]), "checkout", what=what)


# --- topological_order -----------------------------------------------------------------


def node(*inputs):
    """A node for the search, of a class that may cross to a student's process."""
    return reference.Value(0.0, inputs)


@crosses
class CountedNode(reference.Value):
    """A node that counts how often its inputs are asked for."""

    def __init__(self, looks, *inputs):
        self._looks, self._inputs = looks, inputs

    @property
    def inputs(self):
        self._looks.append(self)
        return self._inputs


def expect_order(student, root, nodes):
    """Raise unless the order holds exactly ``nodes``, each after its inputs."""
    name = "topological_order"
    order = student.topological_order(root)
    expect(isinstance(order, (list, tuple)), name, "it returns a list")
    index = {id(one): i for i, one in enumerate(nodes)}
    found = [index.get(id(one), -1) for one in order]
    inputs = [[index[id(x)] for x in one.inputs] for one in nodes]
    rule = broken_rule(found, inputs)
    if rule:
        hints = hints_on_order(found, inputs)
        if len(found) < len(nodes) and len(student.topological_order(root)) < len(found):
            hints = (Hint("kept", KEPT),)
        raise CheckFailed(name, "rule", (Fact("rule", rule),), hints)


def broken_rule(found, inputs):
    """What is wrong with the order ``found`` of nodes with these ``inputs``, all by number."""
    if -1 in found:
        return "it holds nodes of the graph of root, and nothing else"
    if len(set(found)) < len(found):
        return "no node is in it twice"
    if len(found) < len(inputs):
        return "it holds every node that root is computed from, and root"
    if not comes_after_inputs(found, inputs):
        return "every node comes after its inputs"
    return ""


def comes_after_inputs(found, inputs):
    place = {i: k for k, i in enumerate(found)}
    return all(place[x] < place[i] for i in found for x in inputs[i] if x in place)


def hints_on_order(found, inputs):
    """What most likely went wrong in an order; the last node is the root."""
    root, once = len(inputs) - 1, list(dict.fromkeys(found))
    missing = set(range(len(inputs))) - set(found)
    is_whole = not missing and len(once) == len(found)
    is_leaf = [not ends for ends in inputs]
    hints = {
        ("turned-round", "the list is the wrong way round: it begins with root"): (
            is_whole and comes_after_inputs(found[::-1], inputs)
        ),
        ("as-met", "nodes stand in the order in which a search from root first meets them"): (
            is_whole and is_as_met(found, inputs, root)
        ),
        (
            "as-met",
            "the order in which a search from root first meets the nodes is turned round, "
            "which puts some node before its inputs",
        ): is_whole and is_as_met(found[::-1], inputs, root),
        ("leaves", "the leaves are left out"): (
            len(missing) > 1 and missing == {i for i, leaf in enumerate(is_leaf) if leaf}
        ),
        ("leaves", "root itself is left out"): missing == {root},
        ("one-input", "only the first input of each node is followed"): (
            bool(missing) and set(found) == reached(inputs, root, 0)
        ),
        ("one-input", "only the last input of each node is followed"): (
            bool(missing) and set(found) == reached(inputs, root, -1)
        ),
        ("again", "a node is written down again for each way that leads to it"): (
            -1 not in found and len(once) < len(found)
        ),
    }
    return tuple(Hint(*hint) for hint, holds in hints.items() if holds)[:1]


def is_as_met(found, inputs, root):
    """Whether root is first and every other node is an input of an earlier one."""
    met = {root}
    for i in found:
        if i not in met:
            return False
        met.update(inputs[i])
    return found[0] == root


def reached(inputs, root, which):
    """The nodes on the way that takes always the same input."""
    way = {root}
    while inputs[root]:
        root = inputs[root][which]
        way.add(root)
    return way


def random_graph(rng, size):
    """Nodes of a random graph; all are needed for the last. Some inputs are repeated."""
    nodes = [node()]
    for i in range(1, size - 1):
        chosen = rng.integers(0, i, size=rng.integers(0, 4))
        nodes.append(node(*(nodes[j] for j in chosen)))
    used = {id(x) for one in nodes for x in one.inputs}
    free = [one for one in nodes if id(one) not in used]
    return [*nodes, node(*(free[i] for i in rng.permutation(len(free))))]


@check("topological_order", points=1)
def puts_inputs_first_where_ways_part_and_meet(student, rng):
    # two leaves, one of them used early and late
    x, y = node(), node()
    both, late = node(x, y), node(y)
    top = node(both, x)
    expect_order(student, root := node(late, top, y), [x, y, both, late, top, root])
    leaf = node()
    expect_order(student, leaf, [leaf])
    expect_order(student, twice := node(leaf, leaf), [leaf, twice])
    # from the leaf to the root there is a short way and a long way, on either side
    for turn in (1, -1):
        x = node()
        long = [x]
        for _ in range(int(rng.integers(2, 6))):
            long.append(node(long[-1]))
        root = node(*(long[-1], x)[::turn])
        expect_order(student, root, [*long, root])
        ladder = [node(), node()]
        for _ in range(6):
            ladder.append(node(*(ladder[-1], ladder[-2])[::turn]))
        expect_order(student, ladder[-1], ladder)


@check("topological_order", points=1)
def holds_every_node_of_a_random_graph_once(student, rng):
    for size in (3, 5, 8, 13, 20, 30):
        nodes = random_graph(rng, size)
        node(*nodes)  # uses them, but the root is not computed from it
        expect_order(student, nodes[-1], nodes)


@check("topological_order", points=1)
def works_on_long_chains_and_on_many_paths(student, rng):
    looks = []
    counted = [CountedNode(looks)]
    for _ in range(100):  # a search through all of these for each of them takes 5000 looks
        counted.append(CountedNode(looks, counted[-1]))
    for _ in range(9):  # 512 ways from the first to the last
        counted.append(CountedNode(looks, counted[-1], counted[-1]))
    student.topological_order(counted[-1])
    expect(
        len(looks) <= 12 * len(counted),
        "topological_order",
        "it looks at the inputs of a node a few times, not once for each way that leads there "
        "nor once for each other node",
    )
    expect_order(student, counted[-1], counted)
    # beyond any recursion limit; no longer, since every look at a node may cross to another process
    chain = [node()]
    for _ in range(2000):
        chain.append(node(chain[-1]))
    expect_order(student, chain[-1], chain)


# --- Value -----------------------------------------------------------------------------


def asked(function):
    """``function`` as a student's answer, so that an error in it becomes a message on Value.

    A partial has no lines of its own that the message could show.
    """
    return StudentFunction(functools.partial(function), "Value")


def leaves_of(Value, at):
    return [Value(float(number)) for number in at]


def written(text, **numbers):
    """The function of ``a`` (and ``b``) that ``text`` says, called by that text."""
    function = eval(f"lambda a, b=None: {text}", {"np": np, **numbers})
    function.__doc__ = text
    return function


def expect_expression(student, expression, at):
    """Raise unless value and slopes of ``expression`` are right at the leaves ``at``."""

    def value_of(a_and_b):
        return expression(*leaves_of(reference.Value, a_and_b)).data

    def value_and_slopes(x):  # at once, since every step may cross to another process
        leaves = leaves_of(student.Value, x)
        root = expression(*leaves)
        root.backward()
        return np.array([root.data, *(leaf.grad for leaf in leaves)])

    at = np.asarray(at, dtype=float)
    ask = asking_for(expression, len(at))
    with (
        adding(Fact("expression", expression.__doc__), first=True),
        naming_causes("Value", student.Value, ask),
    ):
        got = asked(value_and_slopes)(at)
        expect_close(got[0], value_of(at), "Value", given={"a_and_b": at}, what="data")
        expect_gradient(asked(lambda x: got[1:]), of=value_of, at=(at,))


def away_from_zero(rng, size):
    return nonzero(rng, size, 0.4)


@check("Value", points=1.5)
def adds_multiplies_subtracts_and_divides(student, rng):
    for text in (
        "a + b",
        "a * b",
        "a - b",
        "a / b",
        "-a * b - -b",
        "(a - b) / (a * b) + (b - a) * b",
        "(a / b) * (a - b)",  # what comes from above a quotient is not 1
    ):
        expect_expression(student, written(text), away_from_zero(rng, 2))


@check("Value", points=1)
def takes_plain_numbers_on_either_side(student, rng):
    x = float(away_from_zero(rng, 1)[0])
    k = float(rng.uniform(1.5, 4.0))
    n = int(rng.integers(2, 6))
    for c in (n, k, np.float64(k), np.int64(n)):
        for text, data, slope in (
            ("a + c", x + c, 1.0),
            ("c + a", c + x, 1.0),
            ("a - c", x - c, 1.0),
            ("c - a", c - x, -1.0),
            ("a * c", x * c, c),
            ("c * a", c * x, c),
            ("a / c", x / c, 1 / c),
            ("c / a", c / x, -c / x**2),
        ):
            expression = written(text, c=c)

            def both(expression=expression):
                a = student.Value(x)
                root = expression(a)
                root.backward()
                return np.array([root.data, a.grad])

            wanted = np.array([data, slope], dtype=float)
            said = f"{text} with c of type {type(c).__name__}"
            with naming_causes("Value", student.Value, asking_for(expression, 1)):
                expect_result(both, wanted, said, "Value", what="data and slope")


@check("Value", points=1)
def raises_to_powers(student, rng):
    k = float(rng.uniform(1.5, 4.0))
    for text in (
        "a ** b",
        "a ** k - b ** -k",
        "k ** a + 2 ** (b * a)",
        "(a + b) ** (a * b)",
        "np.float64(k) ** b * a ** np.int64(2)",
    ):
        expect_expression(student, written(text, k=k), rng.uniform(0.4, 2.0, size=2))
    # a fixed exponent takes zero and negative bases too
    for exponent in (0, 1, 2, 3, -1, -2):
        for base in (-float(rng.uniform(0.5, 2.0)), 0.0):
            if base or exponent >= 0:
                expect_expression(student, written(f"a ** {exponent}"), [base])


@check("Value", points=1.5)
def knows_exp_log_tanh_and_relu(student, rng):
    signs = away_from_zero(rng, 2)
    large = rng.uniform(2.2, 5.3, size=1)
    for name in ("exp", "tanh", "relu"):
        for at in (signs[:1], -signs[:1], signs[1:] / 8, -signs[1:] / 8, large, -large):
            expect_expression(student, written(f"a.{name}()"), at)
    expect_expression(student, written("a.log()"), rng.uniform(0.4, 0.8, size=1))
    expect_expression(student, written("a.log()"), large)
    for text in (
        "a.exp() * b",
        "a.tanh() * b",
        "a.relu() * b + (-a).relu()",
        "(a * b).relu() * 3 + b",
    ):
        for turn in (1, -1):
            expect_expression(student, written(text), turn * signs)
            expect_expression(student, written(text), turn * signs / 8)
    positive = rng.uniform(0.4, 2, size=2)
    expect_expression(student, written("a.log() * b + (a * b).log()"), positive)
    # what a function hands back is added to what has arrived from another use, or will
    for name in ("exp", "tanh", "relu", "log"):
        for text in (f"a.{name}() + a * b", f"a * b + a.{name}()"):
            expect_expression(student, written(text), positive)

    def near_zero():
        a = student.Value(tiny)
        root = a.log()
        root.backward()
        return np.array([root.data, a.grad])

    tiny = 10.0 ** -rng.uniform(7, 9)  # nothing is to be added to it
    wanted = np.array([math.log(tiny), 1 / tiny])
    with naming_causes("Value", student.Value, asking_for(written("a.log()"), 1)):
        expect_result(near_zero, wanted, "data and slope of log near 0", "Value")

    def at_the_kink():
        a = student.Value(0.0)
        root = a.relu()
        root.backward()
        return np.array([root.data, a.grad])

    with naming_causes("Value", student.Value, asking_for(written("a.relu()"), 1)):
        expect_result(at_the_kink, np.zeros(2), "data and slope of relu at 0", "Value")

    def saturated():
        a, b = student.Value(1e4), student.Value(-1e4)
        root = a.tanh() * b.tanh()
        root.backward()
        return np.array([root.data, a.grad, b.grad])

    wanted = np.array([-1.0, 0.0, 0.0])
    expect_result(saturated, wanted, "tanh of 10,000 and of -10,000", "Value")


@check("Value", points=1)
def adds_up_over_all_uses_of_a_number(student, rng):
    def diamond(a, b):
        """c * a + (c + 1).tanh() * c with c = a * b"""
        c = a * b
        return c * a + (c + 1).tanh() * c

    def used_early_and_late(a, b):
        """u * v with u = a * a, and v made by four times v = v * b + u"""
        u = a * a
        v = u
        for _ in range(4):
            v = v * b + u
        return u * v

    def late_and_early(a, b):
        """(u * 2 + 1).tanh() * u + ((u.exp() + u).tanh() - u * a) * b with u = b * a"""
        u = b * a
        return (u * 2 + 1).tanh() * u + ((u.exp() + u).tanh() - u * a) * b

    def ladder(a, b):
        """a * b after twelve times a, b = a + b, a"""
        for _ in range(12):
            a, b = a + b, a
        return a * b

    for expression in (
        written("a * a + b + b"),
        written("a / (a + b * b) - a"),
        written("(a * a) ** 2 * (b + b)"),
        written("(a * a + 1) ** (b * b)"),
        diamond,
        used_early_and_late,
        late_and_early,
    ):
        expect_expression(student, expression, away_from_zero(rng, 2))
    expect_expression(student, ladder, rng.uniform(0.01, 0.02, size=2))

    def doubled():
        x = a = student.Value(1.0)
        for _ in range(30):  # 2**30 ways from a to x
            x = x + x
        x.backward()
        return a.grad

    expect_result(doubled, 2.0**30, "grad after 30 doublings", "Value")


@check("Value", points=0.5)
def goes_back_through_long_chains(student, rng):
    x = float(rng.uniform(0.5, 2.0))

    def chained():
        a = student.Value(x)
        # beyond the limit of recursion; no longer, since every addition may cross over
        long = a
        for _ in range(1100):
            long = long + a
        long.backward()
        return a.grad

    expect_result(chained, 1101.0, "grad after 1100 additions", "Value")


@check("Value", points=1)
def starts_afresh_in_every_backward_sweep(student, rng):
    x, y = away_from_zero(rng, 2)

    def swept():
        a, b = student.Value(x), student.Value(y)
        before = [a.grad, b.grad]
        c = a * b
        f = c * c + a
        h = f * 3 + c
        seen = []
        for root in (h, h, f, c, f, h):
            root.backward()
            seen.append([a.grad, b.grad, c.grad, root.grad])
        return before, np.array(seen)

    of_c = np.array([y, x, 1, 1])
    of_f = np.array([2 * x * y**2 + 1, 2 * x**2 * y, 2 * x * y, 1])
    of_h = np.array([3 * of_f[0] + y, 3 * of_f[1] + x, 6 * x * y + 1, 1])
    before, seen = asked(swept)()
    expect(before == [0.0, 0.0], "Value", "grad is 0.0 before any sweep")
    expected = np.array([of_h, of_h, of_f, of_c, of_f, of_h])
    expect_close(seen, expected, "Value", what="grads after sweeps from h, h, f, c, f, h")


@check("Value", points=0.5)
def shows_its_inputs_and_leaves_them_as_they_are(student, rng):
    x, y = away_from_zero(rng, 2)

    def looked_at():
        a, b, c = student.Value(x), student.Value(y), student.Value(3)
        # a quotient, say, may be made of other operations
        results = [a + b, a * b, a.exp(), c.log()]
        shown = [r.inputs for r in (*results, a)]
        for r in results:
            r.backward()
        kinds = [isinstance(one, tuple) for one in shown]
        return kinds, [[v.data for v in one] for one in shown], [a.data, b.data, c.data]

    kinds, numbers, data = asked(looked_at)()
    expect(all(kinds), "Value", "inputs is a tuple")
    expect(all(isinstance(one, float) for one in data), "Value", "data is a float")
    right = [[x, y], [x, y], [x], [3.0], []]
    same = all(
        len(got) == len(wanted) and np.allclose(sorted(got), sorted(wanted))
        for got, wanted in zip(numbers, right)
    )
    expect(
        same, "Value", "inputs holds the Values that a result was made from, and a leaf has none"
    )
    expect_close(data, [x, y, 3.0], "Value", what="data of the leaves after all")


# --- loss_value ------------------------------------------------------------------------


def neuron_loss(params, x, y):
    """The loss by its formula; ``params`` holds the weights and, last, the bias."""
    z = float(np.dot(params[:-1], x) + params[-1])
    return y * np.logaddexp(0.0, -z) + (1 - y) * np.logaddexp(0.0, z)


def swept_loss(student):
    """Loss and slopes for the weights and the bias, by the student's own functions."""

    def loss_and_slopes(params, x, y):
        *w, b = [student.Value(float(number)) for number in params]
        loss = student.loss_value(w, b, x, y)
        loss.backward()
        return np.array([loss.data, *(v.grad for v in w), b.grad])

    return StudentFunction(functools.partial(loss_and_slopes), "loss_value")


@check("loss_value", points=1.5)
def is_the_loss_of_a_neuron_with_its_slopes(student, rng):
    both = swept_loss(student)
    asks = (asking_for_losses(kind) for kind in (student.Value, reference.Value))
    with naming_causes("loss_value", student.loss_value, *asks):
        expect_losses(both, rng)


def expect_losses(both, rng):
    def slopes(params, x, y):
        return both(params, x, y)[1:]

    for d in (3, 5, 1):
        for y in (0, 1):
            at = rng.normal(size=d + 1), rng.normal(size=d), y
            loss = both(*at)[0]
            given = dict(zip(("params", "x", "y"), at))
            expect_close(loss, neuron_loss(*at), "loss_value", given=given, what="data")
            named = StudentFunction(functools.partial(slopes), "loss_value")
            expect_gradient(named, of=neuron_loss, at=at)
    x = [float(n) for n in rng.integers(1, 4, size=2)]
    at = np.array([0.5, -0.25, 0.75]), x, 1
    expect_close(both(*at)[0], neuron_loss(*at), "loss_value", what="data, x a list")


@check("loss_value", points=1)
def copes_with_logits_of_any_size_and_with_zero(student, rng):
    both = swept_loss(student)
    for y in (0, 1):
        x = rng.uniform(0.5, 2.0, size=1)
        near, farther = float(rng.uniform(11, 16)), float(rng.uniform(17, 34))
        sizes = (1e4, 750.0, 40.0, near, farther)
        for z in [sign * size for size in sizes for sign in (1, -1)]:
            p = 1 / (1 + math.exp(-z)) if z > -700 else 0.0
            wanted = [np.logaddexp(0, z) - y * z, (p - y) * x[0], p - y]
            got = both([0.0, z], x, y)
            expect_close(got, np.array(wanted), "loss_value", what="loss and slopes", atol=1e-10)
            expect(
                not both.warnings,
                "loss_value",
                "no overflow or division by zero on the way, even for large logits",
            )
        half = 0.5 - y
        for params in ([0.0, 0.0], [2.0, -2.0 * x[0]]):
            got = both(params, x, y)
            wanted = np.array([math.log(2), half * x[0], half])
            expect_close(got, wanted, "loss_value", what="loss and slopes at z = 0")


@check("loss_value", points=0.5)
def sums_over_hundreds_of_inputs(student, rng):
    def shared(x, y):
        v, b = student.Value(0.01), student.Value(0.25)
        loss = student.loss_value([v] * len(x), b, x, y)
        loss.backward()
        return np.array([loss.data, v.grad, b.grad])

    x = rng.choice([-1.0, 1.0], size=300)
    z = 0.01 * x.sum() + 0.25
    p = 1 / (1 + math.exp(-z))
    wanted = np.array([np.logaddexp(0, z) - z, (p - 1) * x.sum(), p - 1])
    got = StudentFunction(functools.partial(shared), "loss_value")(x, 1)
    expect_close(got, wanted, "loss_value", what="loss and slopes", rtol=1e-7, atol=1e-9)


# --- fit_values ------------------------------------------------------------------------


def moons(rng, n):
    """Points on two half circles with noise 0.1, and a label for each: which one has 0 is drawn."""
    moon, angle = rng.permutation(np.arange(n) % 2), np.pi * rng.random(n)
    # half a turn about the middle takes one to the other
    from_middle = np.stack([np.cos(angle) - 0.5, np.sin(angle) - 0.25], axis=1)
    X = np.array([0.5, 0.25]) + (-1.0) ** moon[:, np.newaxis] * from_middle
    return X + rng.normal(0.0, 0.1, size=(n, 2)), moon


def trained(student, X, y, seed):
    predict = student.fit_values(X, y, np.random.default_rng(seed))
    expect(callable(predict), "fit_values", "it returns a function predict(X), not labels")
    return StudentFunction(predict, "predict")


def labels_of(predict, X):
    found = predict(X)
    try:
        found = np.asarray(found)
    except ValueError:
        found = np.array(None)
    rule = "predict(X) returns one label a point, whole numbers in an array (m,)"
    is_one_each = found.shape == (len(X),) and found.dtype.kind in "iub"
    expect(is_one_each, "fit_values", f"{rule}, and not {found.dtype} {found.shape}")
    return found


@check("fit_values", points=3, patience=4)
def tells_two_moons_apart(student, rng):
    X, moon = moons(rng, 100)
    new_X, new_moon = moons(rng, 1000)
    upper = int(rng.integers(2))  # the label of the upper one
    for seed in rng.integers(2**32, size=3):  # of 60 starts of the reference none missed it
        said = labels_of(trained(student, X, moon ^ upper, seed), new_X)
        share = np.mean(said == new_moon ^ upper)
        if share >= 0.93:
            return
    facts = (
        Fact("rule", "0.93 or more of the points that it has not seen get the right label"),
        Fact("got", f"{share:.3f} of {len(new_X)} points"),
    )
    hints = (Hint("one-label", "every point gets the same label"),)
    hints = hints if len(np.unique(said)) == 1 else ()
    raise CheckFailed("fit_values", "rule", facts, hints=hints)


@check("fit_values", points=1, patience=4)
def returns_labels_that_rng_alone_decides(student, rng):
    X, moon = moons(rng, 30)
    seed = rng.integers(2**32)
    one, same = (
        trained(student, *given, seed) for given in ((X, moon), (X.tolist(), moon.tolist()))
    )
    points = rng.uniform(-3, 4, size=(200, 2))  # where two networks would see different things
    said = labels_of(one, points)
    rule = "asked once more, predict says the same"
    expect(bool(np.array_equal(said, labels_of(one, points))), "fit_values", rule)
    rule = "what predict says of a point does not depend on what else is in X"
    expect(bool(labels_of(one, points[:1])[0] == said[0]), "fit_values", rule)
    rule = "the same points and rng give the same labels, from lists as from arrays"
    expect(bool(np.array_equal(said, labels_of(same, points.tolist()))), "fit_values", rule)
    # two starts may happen to end in labels that are all alike
    others = (labels_of(trained(student, X, moon, seed + more), points) for more in (1, 2, 3))
    rule = "another rng gives another network"
    expect(any(not np.array_equal(said, other) for other in others), "fit_values", rule)
