"""Wrong answers."""

from math import exp, log

from autograder.checks import mistake


@mistake("topological_order", diagnosis="rule")
def root_first(root):
    order = [root]
    for node in order:
        order += [child for child in node.inputs if child not in order]
    return order


@mistake("topological_order", diagnosis="exception", keeps=1)
def recursive(root):
    order = []

    def visit(node):
        if node not in order:
            for child in node.inputs:
                visit(child)
            order.append(node)

    visit(root)
    return order


@mistake("topological_order", diagnosis="rule")
def copies(root):
    return [type("Value", (), {"inputs": ()})() for _ in range(4)]


@mistake("square_error", diagnosis="value")
def not_squared(w, x, y):
    return sum(a * b for a, b in zip(w, x)) - y


@mistake("square_error", diagnosis="exception")
def forgets_the_class(w, x, y):
    return float(sum(a * b for a, b in zip(w, x)) - y) ** 2


@mistake("Value", diagnosis="value", keeps=2)
class overwrites:
    def __init__(self, data, inputs=()):
        self.data, self.grad, self.inputs = data, 0.0, inputs

    def _new(self, data, *inputs):
        value = type(self)(data, tuple(node for node, _ in inputs))
        value.slopes = [slope for _, slope in inputs]
        return value

    def _value(self, other):
        return other if isinstance(other, type(self)) else type(self)(other)

    def __add__(self, other):
        other = self._value(other)
        return self._new(self.data + other.data, (self, 1.0), (other, 1.0))

    __radd__ = __add__

    def __mul__(self, other):
        other = self._value(other)
        return self._new(self.data * other.data, (self, other.data), (other, self.data))

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -self._value(other)

    def __rsub__(self, other):
        return -self + other

    def __pow__(self, other):
        other = self._value(other)
        return (self.log() * other).exp()

    def __rpow__(self, other):
        return self._value(other) ** self

    def __truediv__(self, other):
        return self * self._value(other) ** -1

    def __rtruediv__(self, other):
        return self._value(other) / self

    def exp(self):
        return self._new(exp(self.data), (self, exp(self.data)))

    def log(self):
        return self._new(log(self.data), (self, 1 / self.data))

    def backward(self):
        self.grad = 1.0
        for node in reversed(topological_order(self)):  # noqa: F821
            for child, slope in zip(node.inputs, getattr(node, "slopes", ())):
                child.grad = node.grad * slope
