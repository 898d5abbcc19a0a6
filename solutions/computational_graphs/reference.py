"""Reference answers: computational graphs."""

import math

import numpy as np


def checkout(price, count, tax):
    # forward, from the inputs to the total
    goods = price * count
    total = goods * tax
    # backward, from the total (derivative 1) to the inputs
    d_goods = tax
    return total, {"price": d_goods * count, "count": d_goods * price, "tax": goods}


def topological_order(root):
    order, seen = [], {root}
    # in place of recursion: the nodes we are inside of, each with its inputs still to be looked at
    path = [(root, iter(root.inputs))]
    while path:
        node, inputs = path[-1]
        for x in inputs:
            if x not in seen:
                seen.add(x)
                path.append((x, iter(x.inputs)))
                break
        else:  # no input is left: all of them stand in the order
            order.append(node)
            path.pop()
    return order


class Value:
    def __init__(self, data, inputs=(), slopes=()):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self.slopes = tuple(slopes)

    def __repr__(self):
        return f"Value(data={self.data:.6g}, grad={self.grad:.6g})"

    @staticmethod
    def of(x):
        return x if isinstance(x, Value) else Value(x)

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __truediv__(self, other):
        other = Value.of(other)
        ratio = self.data / other.data
        return Value(ratio, (self, other), (1 / other.data, -ratio / other.data))

    def __pow__(self, other):
        if not isinstance(other, Value):
            # a fixed exponent needs no logarithm, so the base may be zero or negative
            slope = other * self.data ** (other - 1) if other else 0.0
            return Value(self.data**other, (self,), (slope,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -Value.of(other)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value.of(other) - self

    def __rtruediv__(self, other):
        return Value.of(other) / self

    def __rpow__(self, other):
        return Value.of(other) ** self

    def exp(self):
        y = math.exp(self.data)
        return Value(y, (self,), (y,))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        y = math.tanh(self.data)
        return Value(y, (self,), (1 - y * y,))

    def relu(self):
        return Value(max(self.data, 0.0), (self,), (float(self.data > 0),))

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


def loss_value(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    # exp of a number that is never positive cannot overflow
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


def fit_values(X, y, rng):
    hidden = [[Value(number) for number in 2 * rng.normal(size=3)] for _ in range(12)]
    weights, bias = [Value(number) for number in rng.normal(size=12)], Value(0.0)
    parameters = [*(number for unit in hidden for number in unit), *weights, bias]

    def logit(x1, x2):
        z = bias
        for w, (u, v, c) in zip(weights, hidden):
            z = z + w * (u * x1 + v * x2 + c).tanh()
        return z

    samples = np.concatenate([rng.permutation(len(y)) for _ in range(15)])
    for step, i in enumerate(samples):
        lr = 1 - step / len(samples)
        # a weight of one entry, z itself: the logit of the input 1 (sigma of z x, with x = 1)
        loss_value([logit(*X[i])], Value(0.0), [1.0], y[i]).backward()
        for parameter in parameters:
            parameter.data -= lr * parameter.grad
    return lambda X: np.array([int(logit(*x).data > 0) for x in X])
