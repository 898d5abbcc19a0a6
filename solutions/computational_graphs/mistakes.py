"""Wrong answers that students give, each with the diagnosis it should get."""

import math

import numpy as np

from autograder.checks import mistake

from .reference import Value, loss_value, topological_order

# --- checkout --------------------------------------------------------------------------


@mistake(
    "checkout",
    diagnosis="value",
    keeps=0.5,
    also=["factor"],
    says="the derivatives by price and count lack what comes from above, the tax factor",
)
def checkout_that_forgets_the_tax_on_the_way_back(price, count, tax):
    goods = price * count
    return goods * tax, {"price": count, "count": price, "tax": goods}


@mistake(
    "checkout",
    diagnosis="value",
    keeps=0.5,
    says=(
        "the derivatives by price and by count hold their own values, not each other's: the "
        "two are exchanged"
    ),
)
def checkout_with_local_derivatives_of_the_wrong_input(price, count, tax):
    # each gets its own value back, not that of the other input
    goods = price * count
    return goods * tax, {"price": tax * price, "count": tax * count, "tax": tax}


@mistake(
    "checkout",
    diagnosis="value",
    keeps=0.5,
    also=["factor"],
    says=(
        "each derivative is multiplied by the value it belongs to, which gives the total "
        "three times"
    ),
)
def checkout_with_shares_of_the_total(price, count, tax):
    total = price * count * tax
    return total, {"price": total, "count": total, "tax": total}


@mistake(
    "checkout",
    diagnosis="value",
    also=["factor"],
    says="the tax is added to the goods, not multiplied",
)
def checkout_that_adds_the_tax(price, count, tax):
    goods = price * count
    return goods + tax, {"price": count, "count": price, "tax": 1.0}


@mistake(
    "checkout",
    diagnosis="value",
    says="the tax is taken for a rate: it multiplies by 1 + tax",
)
def checkout_with_the_tax_as_a_rate(price, count, tax):
    total = price * count * (1 + tax)
    return total, {"price": count * (1 + tax), "count": price * (1 + tax), "tax": price * count}


@mistake("checkout", diagnosis="rule")
def checkout_that_returns_the_slopes_in_a_row(price, count, tax):
    return price * count * tax, (count * tax, price * tax, price * count)


@mistake(
    "checkout",
    diagnosis="value",
    keeps=0.5,
    says="the derivatives are differences for a small step, right to a few digits only",
)
def checkout_by_a_forward_difference(price, count, tax):
    def total(p, c, t):
        return p * c * t

    h, at = 1e-6, total(price, count, tax)
    slopes = {
        "price": (total(price + h, count, tax) - at) / h,
        "count": (total(price, count + h, tax) - at) / h,
        "tax": (total(price, count, tax + h) - at) / h,
    }
    return at, slopes


@mistake("checkout", diagnosis="exception", keeps=0.5)
def checkout_by_quotients_of_the_total(price, count, tax):
    total = price * count * tax
    return total, {"price": total / price, "count": total / count, "tax": total / tax}


# --- topological_order -----------------------------------------------------------------


@mistake("topological_order", diagnosis="exception", keeps=2)
def order_by_recursion(root):
    order, seen = [], set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            for x in node.inputs:
                visit(x)
            order.append(node)

    visit(root)
    return order


@mistake(
    "topological_order",
    diagnosis="rule",
    says="nodes stand in the order in which a search from root first meets them",
)
def order_from_the_root(root):
    order, seen = [], set()
    todo = [root]
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            order.append(node)
            todo.extend(node.inputs)
    return order


@mistake(
    "topological_order",
    diagnosis="rule",
    also=("as-met",),
    keeps=1,
    says="the order in which a search from root first meets the nodes is turned round",
)
def order_by_breadth_reversed(root):
    # a node with a short and a long way to the root comes too late
    order, seen = [root], {root}
    for node in order:
        for x in node.inputs:
            if x not in seen:
                seen.add(x)
                order.append(x)
    return order[::-1]


@mistake(
    "topological_order",
    diagnosis="rule",
    says="a node is written down again for each way that leads to it",
)
def order_with_repetitions(root):
    order, todo = [], [root]
    while todo:
        node = todo.pop()
        order.append(node)
        todo.extend(node.inputs)
    return order[::-1]


@mistake("topological_order", diagnosis="kept", keeps=1)
def order_that_keeps_what_it_has_seen(root, seen={}):  # noqa: B006
    order, todo = [], [(root, False)]
    while todo:
        node, are_inputs_in = todo.pop()
        if are_inputs_in:
            order.append(node)
        elif node not in seen:
            seen[node] = True
            todo.append((node, True))
            todo += [(x, False) for x in node.inputs]
    return order


@mistake("topological_order", diagnosis="rule", keeps=2)
def order_by_every_way_there_is(root):
    # right, but a node is walked through once for each way that leads to it
    order, path = [], [(root, 0)]
    while path:
        node, place = path.pop()
        if place < len(node.inputs):
            path += [(node, place + 1), (node.inputs[place], 0)]
        else:
            order.append(node)
    return list(dict.fromkeys(order))


@mistake("topological_order", diagnosis="rule", keeps=2)
def order_by_passes_through_all_nodes(root):
    nodes, seen = [root], {root}
    for node in nodes:
        for x in node.inputs:
            if x not in seen:
                seen.add(x)
                nodes.append(x)
    order, placed = [], set()
    while len(order) < len(nodes):
        for node in nodes:
            if node not in placed and all(x in placed for x in node.inputs):
                order.append(node)
                placed.add(node)
    return order


@mistake("topological_order", diagnosis="rule", says="root itself is left out")
def order_without_the_root(root):
    order, seen = [], {root}
    path = [(root, iter(root.inputs))]
    while path:
        node, inputs = path[-1]
        for x in inputs:
            if x not in seen:
                seen.add(x)
                path.append((x, iter(x.inputs)))
                break
        else:
            if node is not root:
                order.append(node)
            path.pop()
    return order


@mistake(
    "topological_order",
    diagnosis="rule",
    says="only the direct inputs of root are there, not what they are computed from",
)
def order_of_the_inputs_alone(root):
    return [*dict.fromkeys(root.inputs), root]


# --- Value: what is wrong; all else is as in the reference --------------------------------


@mistake(
    "Value",
    diagnosis="value",
    keeps=1.5,
    also=["zero"],
    says=(
        "where a node is used more than once, only one of the shares that come in is kept: "
        "they are not added up"
    ),
)
class value_that_assigns_grads(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in order[::-1]:
            for x, slope in zip(node.inputs, node.slopes):
                x.grad = slope * node.grad


@mistake(
    "Value",
    diagnosis="value",
    keeps=7,
    says="backward does not set the grads of the graph to 0 before it adds to them",
)
class value_that_never_starts_afresh(Value):
    def backward(self):
        order = topological_order(self)
        self.grad = 1.0
        for node in order[::-1]:
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@mistake(
    "Value",
    diagnosis="value",
    keeps=7,
    says=(
        "backward sets only the grads of the leaves to 0, so those of inner nodes grow from "
        "sweep to sweep"
    ),
)
class value_that_resets_only_the_leaves(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            if not node.inputs:
                node.grad = 0.0
        self.grad = 1.0
        for node in order[::-1]:
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@mistake(
    "Value",
    diagnosis="value",
    keeps=6,
    says=(
        "a node hands on its grad before all nodes that use it have handed on theirs: the "
        "order is not topological"
    ),
)
class value_that_goes_back_level_by_level(Value):
    def backward(self):
        # breadth first: a node may have its turn before all that use it had theirs
        order, seen = [self], {self}
        for node in order:
            node.grad = 0.0
            for x in node.inputs:
                if x not in seen:
                    seen.add(x)
                    order.append(x)
        self.grad = 1.0
        for node in order:
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@mistake("Value", diagnosis="exception", keeps=7.5)
class value_that_goes_back_by_recursion(Value):
    def backward(self):
        order, seen = [], set()

        def visit(node):
            if node not in seen:
                seen.add(node)
                for x in node.inputs:
                    visit(x)
                order.append(node)

        visit(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in order[::-1]:
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@mistake("Value", diagnosis="sign", keeps=7, says="number - Value is computed as Value - number")
class value_that_mixes_up_the_sides_of_minus(Value):
    def __rsub__(self, other):
        return self + (-other)


@mistake(
    "Value",
    diagnosis="value",
    keeps=5.5,
    says="the derivative of tanh holds the square of the input, not of the output",
)
class value_with_a_tanh_slope_at_the_input(Value):
    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - self.data**2,))


@mistake("Value", diagnosis="exception", keeps=6.5)
class value_with_a_tanh_made_of_exponentials(Value):
    def tanh(self):
        # right until exp overflows
        e = math.exp(2 * self.data)
        y = (e - 1) / (e + 1)
        return Value(y, (self,), (1 - y * y,))


@mistake("Value", diagnosis="value", keeps=6.5, says="something is added to the input of log")
class value_with_something_added_in_log(Value):
    def log(self):
        # "so that it never is log of 0"
        safe = self.data + 1e-12
        return Value(math.log(safe), (self,), (1 / safe,))


@mistake(
    "Value",
    diagnosis="value",
    also=("known",),
    keeps=3.5,
    says=(
        "the derivative of a quotient by its denominator lacks the square; in a rule for "
        "powers, the exponent is not lowered by 1"
    ),
)
class value_with_a_power_rule_that_keeps_the_exponent(Value):
    def __pow__(self, other):
        if isinstance(other, Value):
            return (self.log() * other).exp()
        return Value(self.data**other, (self,), (other * self.data**other,))

    def __truediv__(self, other):
        return self * Value.of(other) ** -1


@mistake(
    "Value",
    diagnosis="value",
    keeps=6.5,
    says="relu lets the derivative pass where its input is negative or 0",
)
class value_with_a_relu_that_lets_every_slope_pass(Value):
    def relu(self):
        return Value(max(self.data, 0.0), (self,), (1.0,))


@mistake("Value", diagnosis="exception", keeps=3.5)
class value_that_takes_no_numbers(Value):
    def __add__(self, other):
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __neg__(self):
        return self * Value(-1)


@mistake("Value", diagnosis="value", keeps=6, says="a Value as exponent receives no derivative")
class value_that_knows_no_slope_of_an_exponent(Value):
    def __pow__(self, other):
        if isinstance(other, Value):
            other = other.data
        slope = other * self.data ** (other - 1) if other != 0 else 0.0
        return Value(self.data**other, (self,), (slope,))


@mistake("Value", diagnosis="rule", keeps=7.5)
class value_whose_inputs_are_a_list(Value):
    def __init__(self, data, inputs=(), slopes=()):
        self.data, self.grad = float(data), 0.0
        self.inputs, self.slopes = list(inputs), list(slopes)


@mistake("Value", diagnosis="value", keeps=0.5, says="the numbers are rounded to whole ones")
class value_of_whole_numbers(Value):
    def __init__(self, data, inputs=(), slopes=()):
        self.data, self.grad = int(data), 0.0
        self.inputs, self.slopes = tuple(inputs), tuple(slopes)


# --- loss_value ------------------------------------------------------------------------


@mistake("loss_value", diagnosis="exception", keeps=2)
def loss_as_in_the_formula(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    return (1 + z.exp()).log() - z * y


@mistake(
    "loss_value",
    diagnosis="value",
    keeps=2,
    says=(
        "where the logit is 0, a sample with label 0 gives no slopes back: there is a kink, "
        "or the label is a factor of the logit"
    ),
)
def loss_made_of_relus(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    size = z.relu() + (-z).relu()
    return z.relu() - z * y + (1 + (-size).exp()).log()


@mistake("loss_value", diagnosis="exception", keeps=2)
def loss_from_the_probability(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    p = ((z / 2).tanh() + 1) / 2
    return -p.log() if y == 1 else -(1 - p).log()


@mistake("loss_value", diagnosis="value", says="the bias is left out of the logit")
def loss_without_the_bias(w, b, x, y):
    z = b * 0
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@mistake(
    "loss_value",
    diagnosis="value",
    also=["zero"],
    says="the loss comes out as that of the other label",
)
def loss_of_the_other_label(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z * y + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * (1 - y)


@mistake(
    "loss_value", diagnosis="sign", says="the loss, or the logarithm in it, has the wrong sign"
)
def log_likelihood_of_the_sample(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z * (y - 1) - (1 + (-z).exp()).log()
    return z * y - (1 + z.exp()).log()


@mistake("loss_value", diagnosis="exception")
def loss_as_a_plain_number(w, b, x, y):
    z = sum(weight.data * feature for weight, feature in zip(w, x)) + b.data
    return max(z, 0.0) + math.log1p(math.exp(-abs(z))) - y * z


@mistake(
    "loss_value",
    diagnosis="value",
    keeps=2,
    says=(
        "the loss is taken for straight where the logit is large, though it is still curved there"
    ),
)
def loss_with_straight_ends_too_soon(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data > 10:
        return z * (1 - y)
    if z.data < -10:
        return -z * y
    return (1 + z.exp()).log() - z * y


@mistake(
    "loss_value",
    diagnosis="value",
    keeps=2,
    says="the logit is limited, so the loss and the slopes of a very sure sample are wrong",
)
def loss_with_a_clipped_logit(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if abs(z.data) > 500:
        z = Value(500.0 if z.data > 0 else -500.0)
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


# --- fit_values ------------------------------------------------------------------------


@mistake(
    "fit_values",
    diagnosis="rule",
    keeps=1,
    says="there is no hidden unit: one neuron draws a straight line",
)
def moons_by_one_neuron(X, y, rng):
    w, b = [Value(v) for v in rng.normal(size=2)], Value(rng.normal())
    for i in np.concatenate([rng.permutation(len(y)) for _ in range(15)]):
        loss_value(w, b, X[i], y[i]).backward()
        for value in (*w, b):
            value.data -= 0.1 * value.grad
    return lambda X: np.array([w[0].data * u + w[1].data * v + b.data > 0 for u, v in X], int)


@mistake(
    "fit_values",
    diagnosis="rule",
    keeps=1,
    says="the hidden units have no tanh, and sums of sums draw a straight line",
)
def moons_without_an_activation(X, y, rng):
    hidden = [[Value(v) for v in rng.normal(size=3)] for _ in range(8)]
    weights, bias = [Value(v) for v in rng.normal(size=8)], Value(0.0)

    def logit(x1, x2):
        z = bias
        for w, (u, v, c) in zip(weights, hidden):
            z = z + w * (u * x1 + v * x2 + c)
        return z

    for i in np.concatenate([rng.permutation(len(y)) for _ in range(10)]):
        loss_value([logit(*X[i])], Value(0.0), [1.0], y[i]).backward()
        for value in (*(v for unit in hidden for v in unit), *weights, bias):
            value.data -= 0.02 * value.grad
    return lambda X: np.array([int(logit(*x).data > 0) for x in X])


@mistake(
    "fit_values",
    diagnosis="rule",
    keeps=1,
    says="all units start alike, so they stay alike, and are worth one",
)
def moons_from_equal_weights(X, y, rng):
    hidden = [[Value(0.5) for _ in range(3)] for _ in range(8)]
    weights, bias = [Value(0.5) for _ in range(8)], Value(0.0)

    def logit(x1, x2):
        z = bias
        for w, (u, v, c) in zip(weights, hidden):
            z = z + w * (u * x1 + v * x2 + c).tanh()
        return z

    for i in np.concatenate([rng.permutation(len(y)) for _ in range(15)]):
        loss_value([logit(*X[i])], Value(0.0), [1.0], y[i]).backward()
        for value in (*(v for unit in hidden for v in unit), *weights, bias):
            value.data -= 0.1 * value.grad
    return lambda X: np.array([int(logit(*x).data > 0) for x in X])


@mistake(
    "fit_values",
    diagnosis="rule",
    keeps=1,
    also=["one-label"],
    says="the steps go along the derivatives, uphill",
)
def moons_uphill(X, y, rng):
    hidden = [[Value(v) for v in rng.normal(size=3)] for _ in range(8)]
    weights, bias = [Value(v) for v in rng.normal(size=8)], Value(0.0)

    def logit(x1, x2):
        z = bias
        for w, (u, v, c) in zip(weights, hidden):
            z = z + w * (u * x1 + v * x2 + c).tanh()
        return z

    for i in np.concatenate([rng.permutation(len(y)) for _ in range(10)]):
        loss_value([logit(*X[i])], Value(0.0), [1.0], y[i]).backward()
        for value in (*(v for unit in hidden for v in unit), *weights, bias):
            value.data += 0.02 * value.grad
    return lambda X: np.array([int(logit(*x).data > 0) for x in X])


@mistake(
    "fit_values",
    diagnosis="rule",
    keeps=1,
    says="each step is kept in a name of the loop, and no Value changes",
)
def moons_with_steps_that_are_lost(X, y, rng):
    hidden = [[Value(v) for v in 2 * rng.normal(size=3)] for _ in range(12)]
    weights, bias = [Value(v) for v in rng.normal(size=12)], Value(0.0)

    def logit(x1, x2):
        z = bias
        for w, (u, v, c) in zip(weights, hidden):
            z = z + w * (u * x1 + v * x2 + c).tanh()
        return z

    for i in np.concatenate([rng.permutation(len(y)) for _ in range(2)]):
        loss_value([logit(*X[i])], Value(0.0), [1.0], y[i]).backward()
        for value in (*(v for unit in hidden for v in unit), *weights, bias):
            value = Value(value.data - 0.5 * value.grad)
    return lambda X: np.array([int(logit(*x).data > 0) for x in X])


@mistake(
    "fit_values",
    diagnosis="rule",
    keeps=3,
    says="you make a generator of your own, and rng is not used",
)
def moons_from_a_generator_of_its_own(X, y, rng):
    rng = np.random.default_rng()
    hidden = [[Value(v) for v in 2 * rng.normal(size=3)] for _ in range(12)]
    weights, bias = [Value(v) for v in rng.normal(size=12)], Value(0.0)

    def logit(x1, x2):
        z = bias
        for w, (u, v, c) in zip(weights, hidden):
            z = z + w * (u * x1 + v * x2 + c).tanh()
        return z

    samples = np.concatenate([rng.permutation(len(y)) for _ in range(15)])
    for step, i in enumerate(samples):
        loss_value([logit(*X[i])], Value(0.0), [1.0], y[i]).backward()
        for value in (*(v for unit in hidden for v in unit), *weights, bias):
            value.data -= (1 - step / len(samples)) * value.grad
    return lambda X: np.array([int(logit(*x).data > 0) for x in X])


@mistake(
    "fit_values",
    diagnosis="rule",
    says="predict returns probabilities, where labels are asked for",
)
def moons_with_probabilities(X, y, rng):
    w, b = [Value(v) for v in rng.normal(size=2)], Value(0.0)
    for i in rng.permutation(len(y)):
        loss_value(w, b, X[i], y[i]).backward()
        for value in (*w, b):
            value.data -= 0.1 * value.grad
    return lambda X: 1 / (1 + np.exp(-(np.asarray(X) @ [v.data for v in w] + b.data)))


@mistake(
    "fit_values",
    diagnosis="rule",
    says="the labels of X come back, where a function is asked for",
)
def moons_with_labels_in_place_of_a_function(X, y, rng):
    w, b = [Value(v) for v in rng.normal(size=2)], Value(0.0)
    for i in rng.permutation(len(y)):
        loss_value(w, b, X[i], y[i]).backward()
        for value in (*w, b):
            value.data -= 0.1 * value.grad
    return (np.asarray(X) @ [v.data for v in w] + b.data > 0).astype(int)
