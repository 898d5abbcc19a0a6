"""Reference answers: reverse-mode differentiation of numbers."""

from math import exp, log


def topological_order(root):
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        node, is_done = stack.pop()
        if is_done:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack += [(child, False) for child in node.inputs]
    return order


class Value:
    def __init__(self, data):
        self.data, self.grad, self.inputs, self._slopes = float(data), 0.0, (), ()

    @classmethod
    def _value(cls, number):
        return number if isinstance(number, cls) else cls(number)

    @classmethod
    def _result(cls, data, *inputs):
        value = cls(data)
        value.inputs = tuple(node for node, _ in inputs)
        value._slopes = tuple(slope for _, slope in inputs)
        return value

    def __add__(self, other):
        other = self._value(other)
        return self._result(self.data + other.data, (self, 1.0), (other, 1.0))

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        return self + -self._value(other)

    def __rsub__(self, other):
        return self._value(other) - self

    def __mul__(self, other):
        other = self._value(other)
        return self._result(self.data * other.data, (self, other.data), (other, self.data))

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        return self * self._value(other) ** -1

    def __rtruediv__(self, other):
        return self._value(other) / self

    def __pow__(self, other):
        other = self._value(other)
        power = self.data**other.data
        to_exponent = power * log(self.data) if self.data > 0 else 0.0
        to_base = other.data * self.data ** (other.data - 1)
        return self._result(power, (self, to_base), (other, to_exponent))

    def __rpow__(self, other):
        return self._value(other) ** self

    def __neg__(self):
        return -1 * self

    def exp(self):
        return self._result(exp(self.data), (self, exp(self.data)))

    def log(self):
        return self._result(log(self.data), (self, 1 / self.data))

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for child, slope in zip(node.inputs, node._slopes):
                child.grad += node.grad * slope


def square_error(w, x, y):
    return (sum(a * b for a, b in zip(w, x)) - y) ** 2
