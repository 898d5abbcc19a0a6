"""Wrong answers to the exercises of computational_graphs, by somebody who knew its text alone."""

import math
import numpy as np

from tools.wrong_answers import wrong_answer


# --- checkout ---


@wrong_answer(
    "checkout",
    cause="the derivatives by price and count lack the tax factor that comes from above",
)
def no_upstream_at_goods(price, count, tax):
    goods = price * count
    total = goods * tax
    return total, {"price": count, "count": price, "tax": goods}


@wrong_answer("checkout", cause="takes tax for the rate and multiplies by 1 + tax")
def tax_as_rate(price, count, tax):
    factor = 1 + tax
    goods = price * count
    return goods * factor, {"price": factor * count, "count": factor * price, "tax": goods}


@wrong_answer("checkout", cause="divides the total by each number, which fails if one of them is 0")
def divides_the_total(price, count, tax):
    total = price * count * tax
    return total, {"price": total / price, "count": total / count, "tax": total / tax}


@wrong_answer(
    "checkout",
    cause="overwrites price with the derivative and uses it for the derivative by count",
)
def price_overwritten(price, count, tax):
    goods = price * count
    total = goods * tax
    d_goods = tax
    price = d_goods * count
    count = d_goods * price
    return total, {"price": price, "count": count, "tax": goods}


@wrong_answer(
    "checkout",
    cause=(
        "gives how much each share of a change adds (derivative times value), the total "
        "for all three"
    ),
)
def derivative_times_value(price, count, tax):
    total = price * count * tax
    slopes = {"price": count * tax, "count": price * tax, "tax": price * count}
    values = {"price": price, "count": count, "tax": tax}
    return total, {name: slopes[name] * values[name] for name in slopes}


@wrong_answer(
    "checkout",
    cause="adds the upstream derivative to the local one instead of multiplying",
)
def adds_upstream(price, count, tax):
    goods = price * count
    total = goods * tax
    d_goods, d_tax = tax, goods
    return total, {"price": d_goods + count, "count": d_goods + price, "tax": d_tax}


# --- topological_order ---


@wrong_answer(
    "topological_order",
    cause="calls itself for every input, so deep graphs exceed Python's recursion limit",
)
def order_by_recursion(root):
    order, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for child in node.inputs:
            visit(child)
        order.append(node)

    visit(root)
    return order


@wrong_answer(
    "topological_order",
    cause=(
        "looks for seen nodes in a list, so the time grows with the square of the number "
        "of nodes"
    ),
)
def order_with_seen_list(root):
    order = []
    stack = [(root, False)]
    while stack:
        node, ready = stack.pop()
        if node in order:
            continue
        if ready:
            order.append(node)
            continue
        stack.append((node, True))
        for child in node.inputs:
            stack.append((child, False))
    return order


@wrong_answer(
    "topological_order",
    cause=(
        "reverses the order in which a depth-first search first meets the nodes "
        "(preorder, not postorder)"
    ),
)
def order_reversed_preorder(root):
    order, seen, stack = [], set(), [root]
    while stack:
        node = stack.pop()
        if node in seen:
            continue
        seen.add(node)
        order.append(node)
        stack.extend(node.inputs)
    order.reverse()
    return order


@wrong_answer(
    "topological_order",
    cause="the list is the wrong way round: the root is first, inputs come after their users",
)
def order_root_first(root):
    order, seen = [], set()
    stack = [(root, iter(root.inputs))]
    seen.add(root)
    while stack:
        node, rest = stack[-1]
        for child in rest:
            if child not in seen:
                seen.add(child)
                stack.append((child, iter(child.inputs)))
                break
        else:
            stack.pop()
            order.append(node)
    return list(reversed(order))


@wrong_answer(
    "topological_order",
    cause="leaves out the leaves: only nodes with inputs are written down",
)
def order_without_leaves(root):
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        node, ready = stack.pop()
        if ready:
            order.append(node)
        elif node not in seen and node.inputs:
            seen.add(node)
            stack.append((node, True))
            stack.extend((child, False) for child in node.inputs)
    return order


@wrong_answer("topological_order", cause="follows the first input of each node only")
def order_first_input_only(root):
    order = [root]
    seen = {root}
    node = root
    while node.inputs:
        node = node.inputs[0]
        if node not in seen:
            seen.add(node)
            order.append(node)
    return order[::-1]


# --- Value ---


@wrong_answer(
    "Value",
    cause=(
        "backward does not set the grads of the other nodes to 0 first, so a second call "
        "adds to the first"
    ),
)
class GradsNeverReset:
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
        return x if isinstance(x, GradsNeverReset) else GradsNeverReset(x)

    def __add__(self, other):
        other = GradsNeverReset.of(other)
        out = GradsNeverReset(self.data + other.data, (self, other), "+")

        def _backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = _backward
        return out

    def __mul__(self, other):
        other = GradsNeverReset.of(other)
        out = GradsNeverReset(self.data * other.data, (self, other), "*")

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = _backward
        return out

    def __truediv__(self, other):
        return self * GradsNeverReset.of(other) ** -1

    def __pow__(self, other):
        if isinstance(other, GradsNeverReset):
            out = GradsNeverReset(self.data**other.data, (self, other), "**")

            def _backward():
                self.grad += other.data * self.data ** (other.data - 1) * out.grad
                other.grad += out.data * math.log(self.data) * out.grad

        else:
            n = float(other)
            out = GradsNeverReset(self.data**n, (self,), f"**{n}")

            def _backward():
                if n != 0:
                    self.grad += n * self.data ** (n - 1) * out.grad

        out._backward = _backward
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-GradsNeverReset.of(other))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return GradsNeverReset.of(other) * self**-1

    def __rpow__(self, other):
        return GradsNeverReset.of(other) ** self

    def exp(self):
        out = GradsNeverReset(math.exp(self.data), (self,), "exp")

        def _backward():
            self.grad += out.data * out.grad

        out._backward = _backward
        return out

    def log(self):
        out = GradsNeverReset(math.log(self.data), (self,), "log")

        def _backward():
            self.grad += out.grad / self.data

        out._backward = _backward
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = GradsNeverReset(t, (self,), "tanh")

        def _backward():
            self.grad += (1 - t**2) * out.grad

        out._backward = _backward
        return out

    def relu(self):
        out = GradsNeverReset(max(self.data, 0.0), (self,), "ReLU")

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
        self.grad = 1.0
        for v in reversed(topo):
            v._backward()


@wrong_answer(
    "Value",
    cause=(
        "the local derivatives of a product are exchanged: each input gets its own value "
        "instead of the other's"
    ),
)
class ProductSlopesNotCrossed:
    def __init__(self, data, inputs=(), slopes=()):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self.slopes = tuple(slopes)

    def __repr__(self):
        return f"Value(data={self.data:.6g}, grad={self.grad:.6g})"

    @staticmethod
    def of(x):
        return x if isinstance(x, ProductSlopesNotCrossed) else ProductSlopesNotCrossed(x)

    def __add__(self, other):
        other = ProductSlopesNotCrossed.of(other)
        return ProductSlopesNotCrossed(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = ProductSlopesNotCrossed.of(other)
        slopes = (self.data, other.data)
        return ProductSlopesNotCrossed(self.data * other.data, (self, other), slopes)

    def __truediv__(self, other):
        other = ProductSlopesNotCrossed.of(other)
        a, b = self.data, other.data
        return ProductSlopesNotCrossed(a / b, (self, other), (1 / b, -a / b**2))

    def __pow__(self, other):
        if isinstance(other, ProductSlopesNotCrossed):
            a, b = self.data, other.data
            v = a**b
            return ProductSlopesNotCrossed(v, (self, other), (b * a ** (b - 1), v * math.log(a)))
        k = float(other)
        slope = k * self.data ** (k - 1) if k != 0 else 0.0
        return ProductSlopesNotCrossed(self.data**k, (self,), (slope,))

    def __neg__(self):
        return ProductSlopesNotCrossed(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = ProductSlopesNotCrossed.of(other)
        return ProductSlopesNotCrossed(self.data - other.data, (self, other), (1.0, -1.0))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return ProductSlopesNotCrossed.of(other) - self

    def __rtruediv__(self, other):
        return ProductSlopesNotCrossed.of(other) / self

    def __rpow__(self, other):
        return ProductSlopesNotCrossed.of(other) ** self

    def exp(self):
        v = math.exp(self.data)
        return ProductSlopesNotCrossed(v, (self,), (v,))

    def log(self):
        return ProductSlopesNotCrossed(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        v = math.tanh(self.data)
        return ProductSlopesNotCrossed(v, (self,), (1 - v**2,))

    def relu(self):
        if self.data > 0:
            return ProductSlopesNotCrossed(self.data, (self,), (1.0,))
        return ProductSlopesNotCrossed(0.0, (self,), (0.0,))

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for child, slope in zip(node.inputs, node.slopes):
                child.grad += slope * node.grad


@wrong_answer("Value", cause="the derivative of a quotient by its denominator lacks the minus sign")
class QuotientSignMissing:
    def __init__(self, data, inputs=(), slopes=()):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self.slopes = tuple(slopes)

    def __repr__(self):
        return f"Value(data={self.data:.6g}, grad={self.grad:.6g})"

    @staticmethod
    def of(x):
        return x if isinstance(x, QuotientSignMissing) else QuotientSignMissing(x)

    def __add__(self, other):
        other = QuotientSignMissing.of(other)
        return QuotientSignMissing(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = QuotientSignMissing.of(other)
        slopes = (other.data, self.data)
        return QuotientSignMissing(self.data * other.data, (self, other), slopes)

    def __truediv__(self, other):
        other = QuotientSignMissing.of(other)
        a, b = self.data, other.data
        return QuotientSignMissing(a / b, (self, other), (1 / b, a / b**2))

    def __pow__(self, other):
        if isinstance(other, QuotientSignMissing):
            a, b = self.data, other.data
            v = a**b
            return QuotientSignMissing(v, (self, other), (b * a ** (b - 1), v * math.log(a)))
        k = float(other)
        slope = k * self.data ** (k - 1) if k != 0 else 0.0
        return QuotientSignMissing(self.data**k, (self,), (slope,))

    def __neg__(self):
        return QuotientSignMissing(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = QuotientSignMissing.of(other)
        return QuotientSignMissing(self.data - other.data, (self, other), (1.0, -1.0))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return QuotientSignMissing.of(other) - self

    def __rtruediv__(self, other):
        return QuotientSignMissing.of(other) / self

    def __rpow__(self, other):
        return QuotientSignMissing.of(other) ** self

    def exp(self):
        v = math.exp(self.data)
        return QuotientSignMissing(v, (self,), (v,))

    def log(self):
        return QuotientSignMissing(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        v = math.tanh(self.data)
        return QuotientSignMissing(v, (self,), (1 - v**2,))

    def relu(self):
        if self.data > 0:
            return QuotientSignMissing(self.data, (self,), (1.0,))
        return QuotientSignMissing(0.0, (self,), (0.0,))

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for child, slope in zip(node.inputs, node.slopes):
                child.grad += slope * node.grad


@wrong_answer("Value", cause="a plain number minus a Value is computed as Value minus number")
class ReflectedMinusExchanged:
    def __init__(self, data, inputs=(), slopes=()):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self.slopes = tuple(slopes)

    def __repr__(self):
        return f"Value(data={self.data:.6g}, grad={self.grad:.6g})"

    @staticmethod
    def of(x):
        return x if isinstance(x, ReflectedMinusExchanged) else ReflectedMinusExchanged(x)

    def __add__(self, other):
        other = ReflectedMinusExchanged.of(other)
        return ReflectedMinusExchanged(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = ReflectedMinusExchanged.of(other)
        slopes = (other.data, self.data)
        return ReflectedMinusExchanged(self.data * other.data, (self, other), slopes)

    def __truediv__(self, other):
        other = ReflectedMinusExchanged.of(other)
        a, b = self.data, other.data
        return ReflectedMinusExchanged(a / b, (self, other), (1 / b, -a / b**2))

    def __pow__(self, other):
        if isinstance(other, ReflectedMinusExchanged):
            a, b = self.data, other.data
            v = a**b
            return ReflectedMinusExchanged(v, (self, other), (b * a ** (b - 1), v * math.log(a)))
        k = float(other)
        slope = k * self.data ** (k - 1) if k != 0 else 0.0
        return ReflectedMinusExchanged(self.data**k, (self,), (slope,))

    def __neg__(self):
        return ReflectedMinusExchanged(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = ReflectedMinusExchanged.of(other)
        return ReflectedMinusExchanged(self.data - other.data, (self, other), (1.0, -1.0))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return self - other

    def __rtruediv__(self, other):
        return ReflectedMinusExchanged.of(other) / self

    def __rpow__(self, other):
        return ReflectedMinusExchanged.of(other) ** self

    def exp(self):
        v = math.exp(self.data)
        return ReflectedMinusExchanged(v, (self,), (v,))

    def log(self):
        return ReflectedMinusExchanged(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        v = math.tanh(self.data)
        return ReflectedMinusExchanged(v, (self,), (1 - v**2,))

    def relu(self):
        if self.data > 0:
            return ReflectedMinusExchanged(self.data, (self,), (1.0,))
        return ReflectedMinusExchanged(0.0, (self,), (0.0,))

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
    cause="the derivative of log is one over the output ln a instead of one over the input a",
)
class LogSlopeAtOutput:
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
        return x if isinstance(x, LogSlopeAtOutput) else LogSlopeAtOutput(x)

    def __add__(self, other):
        other = LogSlopeAtOutput.of(other)
        out = LogSlopeAtOutput(self.data + other.data, (self, other), "+")

        def _backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = _backward
        return out

    def __mul__(self, other):
        other = LogSlopeAtOutput.of(other)
        out = LogSlopeAtOutput(self.data * other.data, (self, other), "*")

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = _backward
        return out

    def __truediv__(self, other):
        return self * LogSlopeAtOutput.of(other) ** -1

    def __pow__(self, other):
        if isinstance(other, LogSlopeAtOutput):
            out = LogSlopeAtOutput(self.data**other.data, (self, other), "**")

            def _backward():
                self.grad += other.data * self.data ** (other.data - 1) * out.grad
                other.grad += out.data * math.log(self.data) * out.grad

        else:
            n = float(other)
            out = LogSlopeAtOutput(self.data**n, (self,), f"**{n}")

            def _backward():
                if n != 0:
                    self.grad += n * self.data ** (n - 1) * out.grad

        out._backward = _backward
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-LogSlopeAtOutput.of(other))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return LogSlopeAtOutput.of(other) * self**-1

    def __rpow__(self, other):
        return LogSlopeAtOutput.of(other) ** self

    def exp(self):
        out = LogSlopeAtOutput(math.exp(self.data), (self,), "exp")

        def _backward():
            self.grad += out.data * out.grad

        out._backward = _backward
        return out

    def log(self):
        out = LogSlopeAtOutput(math.log(self.data), (self,), "log")

        def _backward():
            self.grad += out.grad / out.data

        out._backward = _backward
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = LogSlopeAtOutput(t, (self,), "tanh")

        def _backward():
            self.grad += (1 - t**2) * out.grad

        out._backward = _backward
        return out

    def relu(self):
        out = LogSlopeAtOutput(max(self.data, 0.0), (self,), "ReLU")

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
    cause="the derivative of tanh is 1 - a**2 with the input instead of the output",
)
class TanhSlopeOfInput:
    def __init__(self, data, inputs=(), slopes=()):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self.slopes = tuple(slopes)

    def __repr__(self):
        return f"Value(data={self.data:.6g}, grad={self.grad:.6g})"

    @staticmethod
    def of(x):
        return x if isinstance(x, TanhSlopeOfInput) else TanhSlopeOfInput(x)

    def __add__(self, other):
        other = TanhSlopeOfInput.of(other)
        return TanhSlopeOfInput(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = TanhSlopeOfInput.of(other)
        slopes = (other.data, self.data)
        return TanhSlopeOfInput(self.data * other.data, (self, other), slopes)

    def __truediv__(self, other):
        other = TanhSlopeOfInput.of(other)
        a, b = self.data, other.data
        return TanhSlopeOfInput(a / b, (self, other), (1 / b, -a / b**2))

    def __pow__(self, other):
        if isinstance(other, TanhSlopeOfInput):
            a, b = self.data, other.data
            v = a**b
            return TanhSlopeOfInput(v, (self, other), (b * a ** (b - 1), v * math.log(a)))
        k = float(other)
        slope = k * self.data ** (k - 1) if k != 0 else 0.0
        return TanhSlopeOfInput(self.data**k, (self,), (slope,))

    def __neg__(self):
        return TanhSlopeOfInput(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = TanhSlopeOfInput.of(other)
        return TanhSlopeOfInput(self.data - other.data, (self, other), (1.0, -1.0))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return TanhSlopeOfInput.of(other) - self

    def __rtruediv__(self, other):
        return TanhSlopeOfInput.of(other) / self

    def __rpow__(self, other):
        return TanhSlopeOfInput.of(other) ** self

    def exp(self):
        v = math.exp(self.data)
        return TanhSlopeOfInput(v, (self,), (v,))

    def log(self):
        return TanhSlopeOfInput(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        v = math.tanh(self.data)
        return TanhSlopeOfInput(v, (self,), (1 - self.data**2,))

    def relu(self):
        if self.data > 0:
            return TanhSlopeOfInput(self.data, (self,), (1.0,))
        return TanhSlopeOfInput(0.0, (self,), (0.0,))

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for child, slope in zip(node.inputs, node.slopes):
                child.grad += slope * node.grad


@wrong_answer("Value", cause="relu has the slope 1 at 0, where 0 is asked for")
class ReluSlopeOneAtZero:
    def __init__(self, data, inputs=(), slopes=()):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self.slopes = tuple(slopes)

    def __repr__(self):
        return f"Value(data={self.data:.6g}, grad={self.grad:.6g})"

    @staticmethod
    def of(x):
        return x if isinstance(x, ReluSlopeOneAtZero) else ReluSlopeOneAtZero(x)

    def __add__(self, other):
        other = ReluSlopeOneAtZero.of(other)
        return ReluSlopeOneAtZero(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = ReluSlopeOneAtZero.of(other)
        slopes = (other.data, self.data)
        return ReluSlopeOneAtZero(self.data * other.data, (self, other), slopes)

    def __truediv__(self, other):
        other = ReluSlopeOneAtZero.of(other)
        a, b = self.data, other.data
        return ReluSlopeOneAtZero(a / b, (self, other), (1 / b, -a / b**2))

    def __pow__(self, other):
        if isinstance(other, ReluSlopeOneAtZero):
            a, b = self.data, other.data
            v = a**b
            return ReluSlopeOneAtZero(v, (self, other), (b * a ** (b - 1), v * math.log(a)))
        k = float(other)
        slope = k * self.data ** (k - 1) if k != 0 else 0.0
        return ReluSlopeOneAtZero(self.data**k, (self,), (slope,))

    def __neg__(self):
        return ReluSlopeOneAtZero(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = ReluSlopeOneAtZero.of(other)
        return ReluSlopeOneAtZero(self.data - other.data, (self, other), (1.0, -1.0))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return ReluSlopeOneAtZero.of(other) - self

    def __rtruediv__(self, other):
        return ReluSlopeOneAtZero.of(other) / self

    def __rpow__(self, other):
        return ReluSlopeOneAtZero.of(other) ** self

    def exp(self):
        v = math.exp(self.data)
        return ReluSlopeOneAtZero(v, (self,), (v,))

    def log(self):
        return ReluSlopeOneAtZero(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        v = math.tanh(self.data)
        return ReluSlopeOneAtZero(v, (self,), (1 - v**2,))

    def relu(self):
        if self.data >= 0:
            return ReluSlopeOneAtZero(self.data, (self,), (1.0,))
        return ReluSlopeOneAtZero(0.0, (self,), (0.0,))

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
    cause="for the exponent 0 it computes 0 * a**(-1), which divides by zero at a = 0",
)
class ConstantPowerZeroFails:
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
        return x if isinstance(x, ConstantPowerZeroFails) else ConstantPowerZeroFails(x)

    def __add__(self, other):
        other = ConstantPowerZeroFails.of(other)
        out = ConstantPowerZeroFails(self.data + other.data, (self, other), "+")

        def _backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = _backward
        return out

    def __mul__(self, other):
        other = ConstantPowerZeroFails.of(other)
        out = ConstantPowerZeroFails(self.data * other.data, (self, other), "*")

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = _backward
        return out

    def __truediv__(self, other):
        return self * ConstantPowerZeroFails.of(other) ** -1

    def __pow__(self, other):
        if isinstance(other, ConstantPowerZeroFails):
            out = ConstantPowerZeroFails(self.data**other.data, (self, other), "**")

            def _backward():
                self.grad += other.data * self.data ** (other.data - 1) * out.grad
                other.grad += out.data * math.log(self.data) * out.grad

        else:
            n = float(other)
            out = ConstantPowerZeroFails(self.data**n, (self,), f"**{n}")

            def _backward():
                self.grad += n * self.data ** (n - 1) * out.grad

        out._backward = _backward
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-ConstantPowerZeroFails.of(other))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return ConstantPowerZeroFails.of(other) * self**-1

    def __rpow__(self, other):
        return ConstantPowerZeroFails.of(other) ** self

    def exp(self):
        out = ConstantPowerZeroFails(math.exp(self.data), (self,), "exp")

        def _backward():
            self.grad += out.data * out.grad

        out._backward = _backward
        return out

    def log(self):
        out = ConstantPowerZeroFails(math.log(self.data), (self,), "log")

        def _backward():
            self.grad += out.grad / self.data

        out._backward = _backward
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = ConstantPowerZeroFails(t, (self,), "tanh")

        def _backward():
            self.grad += (1 - t**2) * out.grad

        out._backward = _backward
        return out

    def relu(self):
        out = ConstantPowerZeroFails(max(self.data, 0.0), (self,), "ReLU")

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
    cause="computes ln(1 + exp(z)) as it stands, which overflows for large z",
)
def loss_naive(w, b, x, y):
    z = b
    for w_j, x_j in zip(w, x):
        z = z + w_j * float(x_j)
    return (1 + z.exp()).log() - y * z


@wrong_answer("loss_value", cause="the bias is missing in z")
def loss_without_bias(w, b, x, y):
    z = b * 0.0
    for w_j, x_j in zip(w, x):
        z = z + w_j * float(x_j)
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@wrong_answer("loss_value", cause="the label term -y z is missing for negative z")
def loss_label_missing_left(w, b, x, y):
    z = b
    for w_j, x_j in zip(w, x):
        z = z + w_j * float(x_j)
    if z.data >= 0:
        loss = z - z * y + (1 + (-z).exp()).log()
    else:
        loss = (1 + z.exp()).log()
    return loss


@wrong_answer("loss_value", cause="the term z is missing for z >= 0: ln(1 + exp(-z)) - y z")
def loss_z_missing_right(w, b, x, y):
    z = b
    for w_j, x_j in zip(w, x):
        z = z + w_j * float(x_j)
    e = (-z).exp() if z.data >= 0 else z.exp()
    return (1 + e).log() - z * y


@wrong_answer(
    "loss_value",
    cause="z is a new leaf made from the numbers, so nothing flows back to weights and bias",
)
def loss_detached(w, b, x, y):
    z = Value(sum(w_j.data * float(x_j) for w_j, x_j in zip(w, x)) + b.data)
    if z.data >= 0:
        return (1 - y) * z + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - y * z


@wrong_answer("loss_value", cause="adds the bias once for each input instead of once")
def loss_bias_for_each_input(w, b, x, y):
    z = Value(0.0)
    for w_j, x_j in zip(w, x):
        z = z + w_j * float(x_j) + b
    if z.data >= 0:
        return z * (1 - y) + ((-z).exp() + 1).log()
    return (z.exp() + 1).log() - z * y
