"""Wrong answers to the exercises of computational_graphs, by somebody who knew its text alone."""

import math
import numpy as np

from tools.wrong_answers import wrong_answer


# --- checkout ---


@wrong_answer("checkout", cause="the derivatives by price and by count are exchanged")
def price_and_count_exchanged(price, count, tax):
    goods = price * count
    total = goods * tax
    d_goods = tax
    return total, {"price": d_goods * price, "count": d_goods * count, "tax": goods}


@wrong_answer(
    "checkout",
    cause="gives the total, not the goods, as the derivative by the tax factor",
)
def tax_derivative_is_total(price, count, tax):
    goods = price * count
    total = goods * tax
    derivatives = {}
    derivatives["tax"] = total
    derivatives["price"] = tax * count
    derivatives["count"] = tax * price
    return total, derivatives


@wrong_answer("checkout", cause="adds the tax factor to the goods instead of multiplying")
def adds_the_tax(price, count, tax):
    goods = price * count
    total = goods + tax
    d_total = 1.0
    return total, {"price": d_total * count, "count": d_total * price, "tax": d_total}


@wrong_answer("checkout", cause="the backward sweep starts with the total instead of with 1")
def starts_with_total(price, count, tax):
    def backward_mul(upstream, a, b):
        return upstream * b, upstream * a

    goods = price * count
    total = goods * tax
    d_goods, d_tax = backward_mul(total, goods, tax)
    d_price, d_count = backward_mul(d_goods, price, count)
    return total, dict(price=d_price, count=d_count, tax=d_tax)


@wrong_answer("checkout", cause="approximates the derivatives by differences with the step 1e-8")
def difference_quotients(price, count, tax):
    def bill(p, c, t):
        return p * c * t

    h = 1e-8
    base = bill(price, count, tax)
    slopes = {
        "price": (bill(price + h, count, tax) - base) / h,
        "count": (bill(price, count + h, tax) - base) / h,
        "tax": (bill(price, count, tax + h) - base) / h,
    }
    return base, slopes


@wrong_answer("checkout", cause="rounds the total to whole yuan")
def rounds_to_yuan(price, count, tax):
    goods = price * count
    total = int(round(goods * tax))
    return total, {"price": tax * count, "count": tax * price, "tax": goods}


# --- topological_order ---


@wrong_answer(
    "topological_order",
    cause="reverses a breadth-first search, in which a node can come before one of its inputs",
)
def order_by_breadth(root):
    order, seen, queue = [], {root}, [root]
    i = 0
    while i < len(queue):
        node = queue[i]
        i += 1
        order.append(node)
        for child in node.inputs:
            if child not in seen:
                seen.add(child)
                queue.append(child)
    return order[::-1]


@wrong_answer("topological_order", cause="the root itself is missing from the list")
def order_without_root(root):
    order, seen = [], {root}
    stack = [(root, iter(root.inputs))]
    while stack:
        node, rest = stack[-1]
        child = next((c for c in rest if c not in seen), None)
        if child is not None:
            seen.add(child)
            stack.append((child, iter(child.inputs)))
        else:
            stack.pop()
            if node is not root:
                order.append(node)
    return order


@wrong_answer(
    "topological_order",
    cause="leaves are never marked as seen, so a leaf that is used twice is in the list twice",
)
def order_repeats_leaves(root):
    order, seen = [], set()
    stack = [(root, False)]
    while stack:
        node, ready = stack.pop()
        if ready or not node.inputs:
            if node not in seen:
                order.append(node)
            if node.inputs:
                seen.add(node)
        elif node not in seen:
            stack.append((node, True))
            for child in node.inputs:
                stack.append((child, False))
    return order


@wrong_answer(
    "topological_order",
    cause=(
        "marks nodes as seen when they are put on the stack, so another path finds them "
        "seen but not yet written down"
    ),
)
def order_seen_when_pushed(root):
    order, seen = [], {root}
    stack = [(root, False)]
    while stack:
        node, ready = stack.pop()
        if ready:
            order.append(node)
            continue
        stack.append((node, True))
        for child in node.inputs:
            if child not in seen:
                seen.add(child)
                stack.append((child, False))
    return order


@wrong_answer(
    "topological_order",
    cause="the set of seen nodes is a mutable default argument, kept from one call to the next",
)
def order_mutable_default(root, seen=set()):
    order = []
    stack = [(root, False)]
    while stack:
        node, ready = stack.pop()
        if ready:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            for child in node.inputs:
                stack.append((child, False))
    return order


@wrong_answer(
    "topological_order",
    cause=(
        "counts a user once for each of its inputs but ticks it off once a node, so a "
        "node used twice by the same user never gets its turn"
    ),
)
def order_counts_double_use(root):
    users, seen, stack = {root: 0}, {root}, [root]
    while stack:
        node = stack.pop()
        for child in node.inputs:
            users[child] = users.get(child, 0) + 1
            if child not in seen:
                seen.add(child)
                stack.append(child)
    order, ready = [], [root]
    while ready:
        node = ready.pop()
        order.append(node)
        for child in set(node.inputs):
            users[child] -= 1
            if users[child] == 0:
                ready.append(child)
    return order[::-1]


# --- Value ---


@wrong_answer(
    "Value",
    cause="assigns the derivative to the inputs of a product (=) instead of adding it (+=)",
)
class GradAssigned:
    def __init__(self, data, inputs=(), op=""):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self._op = op
        self._backward = lambda: None

    def __repr__(self):
        return f"Value(data={self.data:.6g}, grad={self.grad:.6g})"

    @staticmethod
    def of(x):
        return x if isinstance(x, GradAssigned) else GradAssigned(x)

    def __add__(self, other):
        other = GradAssigned.of(other)
        out = GradAssigned(self.data + other.data, (self, other), "+")

        def _backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = _backward
        return out

    def __mul__(self, other):
        other = GradAssigned.of(other)
        out = GradAssigned(self.data * other.data, (self, other), "*")

        def _backward():
            self.grad = other.data * out.grad
            other.grad = self.data * out.grad

        out._backward = _backward
        return out

    def __truediv__(self, other):
        return self * GradAssigned.of(other) ** -1

    def __pow__(self, other):
        if isinstance(other, GradAssigned):
            out = GradAssigned(self.data**other.data, (self, other), "**")

            def _backward():
                self.grad += other.data * self.data ** (other.data - 1) * out.grad
                other.grad += out.data * math.log(self.data) * out.grad

        else:
            n = float(other)
            out = GradAssigned(self.data**n, (self,), f"**{n}")

            def _backward():
                if n != 0:
                    self.grad += n * self.data ** (n - 1) * out.grad

        out._backward = _backward
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-GradAssigned.of(other))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return GradAssigned.of(other) * self**-1

    def __rpow__(self, other):
        return GradAssigned.of(other) ** self

    def exp(self):
        out = GradAssigned(math.exp(self.data), (self,), "exp")

        def _backward():
            self.grad += out.data * out.grad

        out._backward = _backward
        return out

    def log(self):
        out = GradAssigned(math.log(self.data), (self,), "log")

        def _backward():
            self.grad += out.grad / self.data

        out._backward = _backward
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = GradAssigned(t, (self,), "tanh")

        def _backward():
            self.grad += (1 - t**2) * out.grad

        out._backward = _backward
        return out

    def relu(self):
        out = GradAssigned(max(self.data, 0.0), (self,), "ReLU")

        def _backward():
            self.grad += (out.data > 0) * out.grad

        out._backward = _backward
        return out

    def backward(self):
        topo = []
        visited = {self}
        stack = [(self, iter(self.inputs))]
        while stack:
            v, rest = stack[-1]
            for child in rest:
                if child not in visited:
                    visited.add(child)
                    stack.append((child, iter(child.inputs)))
                    break
            else:
                stack.pop()
                topo.append(v)
        for v in topo:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(topo):
            v._backward()


@wrong_answer(
    "Value",
    cause="the derivative of a**b by a Value exponent b is v; the factor ln a is missing",
)
class ExponentGetsNoLogarithm:
    def __init__(self, data, inputs=(), op=""):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self._op = op
        self._backward = lambda: None

    def __repr__(self):
        return f"Value(data={self.data:.6g}, grad={self.grad:.6g})"

    @staticmethod
    def of(x):
        return x if isinstance(x, ExponentGetsNoLogarithm) else ExponentGetsNoLogarithm(x)

    def __add__(self, other):
        other = ExponentGetsNoLogarithm.of(other)
        out = ExponentGetsNoLogarithm(self.data + other.data, (self, other), "+")

        def _backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = _backward
        return out

    def __mul__(self, other):
        other = ExponentGetsNoLogarithm.of(other)
        out = ExponentGetsNoLogarithm(self.data * other.data, (self, other), "*")

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = _backward
        return out

    def __truediv__(self, other):
        return self * ExponentGetsNoLogarithm.of(other) ** -1

    def __pow__(self, other):
        if isinstance(other, ExponentGetsNoLogarithm):
            out = ExponentGetsNoLogarithm(self.data**other.data, (self, other), "**")

            def _backward():
                self.grad += other.data * self.data ** (other.data - 1) * out.grad
                other.grad += out.data * out.grad

        else:
            n = float(other)
            out = ExponentGetsNoLogarithm(self.data**n, (self,), f"**{n}")

            def _backward():
                if n != 0:
                    self.grad += n * self.data ** (n - 1) * out.grad

        out._backward = _backward
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-ExponentGetsNoLogarithm.of(other))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return ExponentGetsNoLogarithm.of(other) * self**-1

    def __rpow__(self, other):
        return ExponentGetsNoLogarithm.of(other) ** self

    def exp(self):
        out = ExponentGetsNoLogarithm(math.exp(self.data), (self,), "exp")

        def _backward():
            self.grad += out.data * out.grad

        out._backward = _backward
        return out

    def log(self):
        out = ExponentGetsNoLogarithm(math.log(self.data), (self,), "log")

        def _backward():
            self.grad += out.grad / self.data

        out._backward = _backward
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = ExponentGetsNoLogarithm(t, (self,), "tanh")

        def _backward():
            self.grad += (1 - t**2) * out.grad

        out._backward = _backward
        return out

    def relu(self):
        out = ExponentGetsNoLogarithm(max(self.data, 0.0), (self,), "ReLU")

        def _backward():
            self.grad += (out.data > 0) * out.grad

        out._backward = _backward
        return out

    def backward(self):
        topo = []
        visited = {self}
        stack = [(self, iter(self.inputs))]
        while stack:
            v, rest = stack[-1]
            for child in rest:
                if child not in visited:
                    visited.add(child)
                    stack.append((child, iter(child.inputs)))
                    break
            else:
                stack.pop()
                topo.append(v)
        for v in topo:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(topo):
            v._backward()


@wrong_answer(
    "Value",
    cause=(
        "backward visits the nodes in the order of a breadth-first search, so some hand "
        "on their derivative before it is complete"
    ),
)
class BreadthFirstSweep:
    def __init__(self, data, inputs=(), slopes=()):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self.slopes = tuple(slopes)

    def __repr__(self):
        return f"Value(data={self.data:.6g}, grad={self.grad:.6g})"

    @staticmethod
    def of(x):
        return x if isinstance(x, BreadthFirstSweep) else BreadthFirstSweep(x)

    def __add__(self, other):
        other = BreadthFirstSweep.of(other)
        return BreadthFirstSweep(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = BreadthFirstSweep.of(other)
        slopes = (other.data, self.data)
        return BreadthFirstSweep(self.data * other.data, (self, other), slopes)

    def __truediv__(self, other):
        other = BreadthFirstSweep.of(other)
        a, b = self.data, other.data
        return BreadthFirstSweep(a / b, (self, other), (1 / b, -a / b**2))

    def __pow__(self, other):
        if isinstance(other, BreadthFirstSweep):
            a, b = self.data, other.data
            v = a**b
            return BreadthFirstSweep(v, (self, other), (b * a ** (b - 1), v * math.log(a)))
        k = float(other)
        slope = k * self.data ** (k - 1) if k != 0 else 0.0
        return BreadthFirstSweep(self.data**k, (self,), (slope,))

    def __neg__(self):
        return BreadthFirstSweep(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = BreadthFirstSweep.of(other)
        return BreadthFirstSweep(self.data - other.data, (self, other), (1.0, -1.0))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return BreadthFirstSweep.of(other) - self

    def __rtruediv__(self, other):
        return BreadthFirstSweep.of(other) / self

    def __rpow__(self, other):
        return BreadthFirstSweep.of(other) ** self

    def exp(self):
        v = math.exp(self.data)
        return BreadthFirstSweep(v, (self,), (v,))

    def log(self):
        return BreadthFirstSweep(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        v = math.tanh(self.data)
        return BreadthFirstSweep(v, (self,), (1 - v**2,))

    def relu(self):
        if self.data > 0:
            return BreadthFirstSweep(self.data, (self,), (1.0,))
        return BreadthFirstSweep(0.0, (self,), (0.0,))

    def backward(self):
        order, seen = [self], {self}
        for node in order:
            for child in node.inputs:
                if child not in seen:
                    seen.add(child)
                    order.append(child)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in order:
            for child, slope in zip(node.inputs, node.slopes):
                child.grad += slope * node.grad


@wrong_answer(
    "Value",
    cause=(
        "backward builds the order by recursion, which fails on deep graphs with "
        "RecursionError"
    ),
)
class RecursiveBackward:
    def __init__(self, data, inputs=(), op=""):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self._op = op
        self._backward = lambda: None

    def __repr__(self):
        return f"Value(data={self.data:.6g}, grad={self.grad:.6g})"

    @staticmethod
    def of(x):
        return x if isinstance(x, RecursiveBackward) else RecursiveBackward(x)

    def __add__(self, other):
        other = RecursiveBackward.of(other)
        out = RecursiveBackward(self.data + other.data, (self, other), "+")

        def _backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = _backward
        return out

    def __mul__(self, other):
        other = RecursiveBackward.of(other)
        out = RecursiveBackward(self.data * other.data, (self, other), "*")

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = _backward
        return out

    def __truediv__(self, other):
        return self * RecursiveBackward.of(other) ** -1

    def __pow__(self, other):
        if isinstance(other, RecursiveBackward):
            out = RecursiveBackward(self.data**other.data, (self, other), "**")

            def _backward():
                self.grad += other.data * self.data ** (other.data - 1) * out.grad
                other.grad += out.data * math.log(self.data) * out.grad

        else:
            n = float(other)
            out = RecursiveBackward(self.data**n, (self,), f"**{n}")

            def _backward():
                if n != 0:
                    self.grad += n * self.data ** (n - 1) * out.grad

        out._backward = _backward
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-RecursiveBackward.of(other))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return RecursiveBackward.of(other) * self**-1

    def __rpow__(self, other):
        return RecursiveBackward.of(other) ** self

    def exp(self):
        out = RecursiveBackward(math.exp(self.data), (self,), "exp")

        def _backward():
            self.grad += out.data * out.grad

        out._backward = _backward
        return out

    def log(self):
        out = RecursiveBackward(math.log(self.data), (self,), "log")

        def _backward():
            self.grad += out.grad / self.data

        out._backward = _backward
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = RecursiveBackward(t, (self,), "tanh")

        def _backward():
            self.grad += (1 - t**2) * out.grad

        out._backward = _backward
        return out

    def relu(self):
        out = RecursiveBackward(max(self.data, 0.0), (self,), "ReLU")

        def _backward():
            self.grad += (out.data > 0) * out.grad

        out._backward = _backward
        return out

    def backward(self):
        topo = []
        visited = set()

        def build_topo(v):
            if v not in visited:
                visited.add(v)
                for child in v.inputs:
                    build_topo(child)
                topo.append(v)

        build_topo(self)
        for v in topo:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(topo):
            v._backward()


@wrong_answer(
    "Value",
    cause="computes every power as exp(k ln a), which fails for a zero or negative base",
)
class PowerByLogarithm:
    def __init__(self, data, inputs=(), slopes=()):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self.slopes = tuple(slopes)

    def __repr__(self):
        return f"Value(data={self.data:.6g}, grad={self.grad:.6g})"

    @staticmethod
    def of(x):
        return x if isinstance(x, PowerByLogarithm) else PowerByLogarithm(x)

    def __add__(self, other):
        other = PowerByLogarithm.of(other)
        return PowerByLogarithm(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = PowerByLogarithm.of(other)
        slopes = (other.data, self.data)
        return PowerByLogarithm(self.data * other.data, (self, other), slopes)

    def __truediv__(self, other):
        other = PowerByLogarithm.of(other)
        a, b = self.data, other.data
        return PowerByLogarithm(a / b, (self, other), (1 / b, -a / b**2))

    def __pow__(self, other):
        return (PowerByLogarithm.of(other) * self.log()).exp()

    def __neg__(self):
        return PowerByLogarithm(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = PowerByLogarithm.of(other)
        return PowerByLogarithm(self.data - other.data, (self, other), (1.0, -1.0))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return PowerByLogarithm.of(other) - self

    def __rtruediv__(self, other):
        return PowerByLogarithm.of(other) / self

    def __rpow__(self, other):
        return PowerByLogarithm.of(other) ** self

    def exp(self):
        v = math.exp(self.data)
        return PowerByLogarithm(v, (self,), (v,))

    def log(self):
        return PowerByLogarithm(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        v = math.tanh(self.data)
        return PowerByLogarithm(v, (self,), (1 - v**2,))

    def relu(self):
        if self.data > 0:
            return PowerByLogarithm(self.data, (self,), (1.0,))
        return PowerByLogarithm(0.0, (self,), (0.0,))

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for child, slope in zip(node.inputs, node.slopes):
                child.grad += slope * node.grad


@wrong_answer(
    "Value",
    cause="negation makes a new leaf without inputs, so nothing flows back through it",
)
class NegationCutsGraph:
    def __init__(self, data, inputs=(), slopes=()):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self.slopes = tuple(slopes)

    def __repr__(self):
        return f"Value(data={self.data:.6g}, grad={self.grad:.6g})"

    @staticmethod
    def of(x):
        return x if isinstance(x, NegationCutsGraph) else NegationCutsGraph(x)

    def __add__(self, other):
        other = NegationCutsGraph.of(other)
        return NegationCutsGraph(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = NegationCutsGraph.of(other)
        slopes = (other.data, self.data)
        return NegationCutsGraph(self.data * other.data, (self, other), slopes)

    def __truediv__(self, other):
        other = NegationCutsGraph.of(other)
        a, b = self.data, other.data
        return NegationCutsGraph(a / b, (self, other), (1 / b, -a / b**2))

    def __pow__(self, other):
        if isinstance(other, NegationCutsGraph):
            a, b = self.data, other.data
            v = a**b
            return NegationCutsGraph(v, (self, other), (b * a ** (b - 1), v * math.log(a)))
        k = float(other)
        slope = k * self.data ** (k - 1) if k != 0 else 0.0
        return NegationCutsGraph(self.data**k, (self,), (slope,))

    def __neg__(self):
        return NegationCutsGraph(-self.data)

    def __sub__(self, other):
        other = NegationCutsGraph.of(other)
        return NegationCutsGraph(self.data - other.data, (self, other), (1.0, -1.0))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return NegationCutsGraph.of(other) - self

    def __rtruediv__(self, other):
        return NegationCutsGraph.of(other) / self

    def __rpow__(self, other):
        return NegationCutsGraph.of(other) ** self

    def exp(self):
        v = math.exp(self.data)
        return NegationCutsGraph(v, (self,), (v,))

    def log(self):
        return NegationCutsGraph(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        v = math.tanh(self.data)
        return NegationCutsGraph(v, (self,), (1 - v**2,))

    def relu(self):
        if self.data > 0:
            return NegationCutsGraph(self.data, (self,), (1.0,))
        return NegationCutsGraph(0.0, (self,), (0.0,))

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for child, slope in zip(node.inputs, node.slopes):
                child.grad += slope * node.grad


@wrong_answer("Value", cause="tanh is computed from exp(2 a), which overflows for large a")
class TanhByExponentials:
    def __init__(self, data, inputs=(), op=""):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self._op = op
        self._backward = lambda: None

    def __repr__(self):
        return f"Value(data={self.data:.6g}, grad={self.grad:.6g})"

    @staticmethod
    def of(x):
        return x if isinstance(x, TanhByExponentials) else TanhByExponentials(x)

    def __add__(self, other):
        other = TanhByExponentials.of(other)
        out = TanhByExponentials(self.data + other.data, (self, other), "+")

        def _backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = _backward
        return out

    def __mul__(self, other):
        other = TanhByExponentials.of(other)
        out = TanhByExponentials(self.data * other.data, (self, other), "*")

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = _backward
        return out

    def __truediv__(self, other):
        return self * TanhByExponentials.of(other) ** -1

    def __pow__(self, other):
        if isinstance(other, TanhByExponentials):
            out = TanhByExponentials(self.data**other.data, (self, other), "**")

            def _backward():
                self.grad += other.data * self.data ** (other.data - 1) * out.grad
                other.grad += out.data * math.log(self.data) * out.grad

        else:
            n = float(other)
            out = TanhByExponentials(self.data**n, (self,), f"**{n}")

            def _backward():
                if n != 0:
                    self.grad += n * self.data ** (n - 1) * out.grad

        out._backward = _backward
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-TanhByExponentials.of(other))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return TanhByExponentials.of(other) * self**-1

    def __rpow__(self, other):
        return TanhByExponentials.of(other) ** self

    def exp(self):
        out = TanhByExponentials(math.exp(self.data), (self,), "exp")

        def _backward():
            self.grad += out.data * out.grad

        out._backward = _backward
        return out

    def log(self):
        out = TanhByExponentials(math.log(self.data), (self,), "log")

        def _backward():
            self.grad += out.grad / self.data

        out._backward = _backward
        return out

    def tanh(self):
        e = math.exp(2 * self.data)
        t = (e - 1) / (e + 1)
        out = TanhByExponentials(t, (self,), "tanh")

        def _backward():
            self.grad += (1 - t**2) * out.grad

        out._backward = _backward
        return out

    def relu(self):
        out = TanhByExponentials(max(self.data, 0.0), (self,), "ReLU")

        def _backward():
            self.grad += (out.data > 0) * out.grad

        out._backward = _backward
        return out

    def backward(self):
        topo = []
        visited = {self}
        stack = [(self, iter(self.inputs))]
        while stack:
            v, rest = stack[-1]
            for child in rest:
                if child not in visited:
                    visited.add(child)
                    stack.append((child, iter(child.inputs)))
                    break
            else:
                stack.pop()
                topo.append(v)
        for v in topo:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(topo):
            v._backward()


# --- loss_value ---


@wrong_answer(
    "loss_value",
    cause=(
        "builds max(z, 0) and |z| from ReLU nodes, so the slope at z = 0 is -y instead of "
        "1/2 - y"
    ),
)
def loss_of_relu_nodes(w, b, x, y):
    z = b
    for j in range(len(w)):
        z = z + w[j] * float(x[j])
    absolute = z.relu() + (-z).relu()
    return z.relu() + (1 + (-absolute).exp()).log() - z * y


@wrong_answer("loss_value", cause="adds y z instead of subtracting it")
def loss_adds_label_term(w, b, x, y):
    z = sum((w_j * float(x_j) for w_j, x_j in zip(w, x)), b)
    if z.data >= 0:
        softplus = z + (1 + (-z).exp()).log()
    else:
        softplus = (1 + z.exp()).log()
    return softplus + y * z


@wrong_answer(
    "loss_value",
    cause="uses the formula for labels -1 and +1, so a sample with label 0 costs ln 2",
)
def loss_plus_minus_labels(w, b, x, y):
    z = b
    for w_j, x_j in zip(w, x):
        z = z + w_j * float(x_j)
    m = z * float(-y)
    if m.data >= 0:
        return m + (1 + (-m).exp()).log()
    return (1 + m.exp()).log()


@wrong_answer(
    "loss_value",
    cause=(
        "takes the logarithm of a sigmoid that has been rounded, and exp overflows for "
        "large |z|"
    ),
)
def loss_by_probability(w, b, x, y):
    z = b
    for w_j, x_j in zip(w, x):
        z = z + w_j * float(x_j)
    p = 1 / (1 + (-z).exp())
    return -(y * p.log() + (1 - y) * (1 - p).log())


@wrong_answer(
    "loss_value",
    cause="collects the weights in a dictionary, so a Value that is in w twice counts once",
)
def loss_weights_in_dictionary(w, b, x, y):
    inputs = dict(zip(w, x))
    z = b
    for weight, value in inputs.items():
        z = z + weight * float(value)
    if z.data >= 0:
        return (1 - y) * z + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - y * z


@wrong_answer(
    "loss_value",
    cause=(
        "the two labels are exchanged: the sign of the logit is wrong in ln(1 + exp((2 y "
        "- 1) z))"
    ),
)
def loss_labels_exchanged(w, b, x, y):
    z = b
    for w_j, x_j in zip(w, x):
        z = z + w_j * float(x_j)
    t = z * float(2 * y - 1)
    if t.data >= 0:
        return t + (1 + (-t).exp()).log()
    return (1 + t.exp()).log()
