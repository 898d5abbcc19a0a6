"""Right answers in other styles, which every check must accept."""

import math

import numpy as np

from autograder.checks import alternative

from .reference import Value, loss_value, topological_order

# --- checkout --------------------------------------------------------------------------


@alternative("checkout")
def checkout_by_differences_of_one(price, count, tax):
    # the bill is linear in each of the three, so one more of it costs just the derivative
    total = price * count * tax
    return total, {
        "price": (price + 1) * count * tax - total,
        "count": price * (count + 1) * tax - total,
        "tax": price * count * (tax + 1) - total,
    }


@alternative("checkout")
def checkout_by_a_forward_sweep(price, count, tax):
    def sweep(d_price, d_count, d_tax):
        goods, d_goods = price * count, d_price * count + price * d_count
        return goods * tax, d_goods * tax + goods * d_tax

    total, by_price = sweep(1.0, 0.0, 0.0)
    slopes = {"price": by_price, "count": sweep(0, 1, 0)[1], "tax": sweep(0, 0, 1)[1]}
    return total, slopes


# --- topological_order -----------------------------------------------------------------


@alternative("topological_order")
def order_by_looking_twice(root):
    order, done = [], set()
    stack = [root]
    while stack:
        waiting = [x for x in stack[-1].inputs if x not in done]
        if waiting:
            stack.extend(waiting)
            continue
        node = stack.pop()
        if node not in done:
            done.add(node)
            order.append(node)
    return order


@alternative("topological_order")
def order_by_counting_users(root):
    # Kahn: a node is ready when all that use it are done; from the root down, then turned round
    users, todo = {root: 0}, [root]
    while todo:
        for x in todo.pop().inputs:
            if x not in users:
                users[x] = 0
                todo.append(x)
            users[x] += 1
    order, ready = [], [root]
    while ready:
        node = ready.pop()
        order.append(node)
        for x in node.inputs:
            users[x] -= 1
            if not users[x]:
                ready.append(x)
    return order[::-1]


@alternative("topological_order")
def order_with_marks_on_the_stack(root):
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        node, entered = stack.pop()
        if entered:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((x, False) for x in reversed(node.inputs))
    return order


# --- Value -----------------------------------------------------------------------------


@alternative("Value")
class value_of_few_operations:
    def __init__(self, data, inputs=(), slopes=()):
        self.data, self.grad = float(data), 0.0
        self.inputs, self.slopes = tuple(inputs), tuple(slopes)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, other):
        if isinstance(other, Value):
            return (self.log() * other).exp()
        slope = other * self.data ** (other - 1) if other != 0 else 0.0
        return Value(self.data**other, (self,), (slope,))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __rsub__(self, other):
        return -self + other

    def __truediv__(self, other):
        return self * (other**-1 if isinstance(other, Value) else 1 / other)

    def __rtruediv__(self, other):
        return self**-1 * other

    def __rpow__(self, other):
        return (self * math.log(other)).exp()

    __radd__, __rmul__ = __add__, __mul__

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(0.0, self.data), (self,), (1.0 if self.data > 0 else 0.0,))

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in order[::-1]:
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@alternative("Value")
class value_with_closures:
    # each result knows how to hand its grad on
    def __init__(self, data, inputs=(), slopes=()):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self.hand_on = lambda: None

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other))

        def hand_on():
            self.grad += out.grad
            other.grad += out.grad

        out.hand_on = hand_on
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other))

        def hand_on():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.hand_on = hand_on
        return out

    def __pow__(self, other):
        if isinstance(other, Value):
            return (other * self.log()).exp()
        return self._of_one(
            self.data ** float(other),
            other * self.data ** (float(other) - 1) if other else 0,
        )

    def _of_one(self, data, slope):
        out = Value(data, (self,))

        def hand_on():
            self.grad += slope * out.grad

        out.hand_on = hand_on
        return out

    def exp(self):
        return self._of_one(math.exp(self.data), math.exp(self.data))

    def log(self):
        return self._of_one(math.log(self.data), 1 / self.data)

    def tanh(self):
        return self._of_one(
            math.tanh(self.data), (1 - math.tanh(self.data)) * (1 + math.tanh(self.data))
        )

    def relu(self):
        return self._of_one(self.data * (self.data > 0), self.data > 0)

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            node, entered = stack.pop()
            if entered:
                order.append(node)
            elif node not in seen:
                seen.add(node)
                stack.append((node, True))
                stack.extend((x, False) for x in node.inputs)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            node.hand_on()

    def __neg__(self):
        return self * -1

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        return self + (-other)

    def __rsub__(self, other):
        return other + (-self)

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        return self * (other if isinstance(other, Value) else Value(other)) ** -1

    def __rtruediv__(self, other):
        return other * self**-1

    def __rpow__(self, other):
        return Value(other) ** self


# --- loss_value ------------------------------------------------------------------------


@alternative("loss_value")
def loss_as_softplus_of_the_wrong_side(w, b, x, y):
    z = sum((v * float(f) for v, f in zip(w, x)), b)
    against = z if y == 0 else -z
    if against.data > 0:
        return against + (1 + (-against).exp()).log()
    return (1 + against.exp()).log()


@alternative("loss_value")
def loss_with_the_size_of_z(w, b, x, y):
    z = b
    for i in range(len(w)):
        z = w[i] * x[i] + z
    size = z if z.data > 0 else -z
    return (z + size) / 2 - y * z + ((-size).exp() + 1).log()


@alternative("loss_value")
def loss_as_one_node_of_its_own(w, b, x, y):
    # the slope is known: make a node that has the value and, by a product, the slope
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    e = math.exp(-abs(z.data))
    p = (1.0 if z.data >= 0 else e) / (1 + e)
    value = max(z.data, 0.0) + math.log1p(e) - y * z.data
    return (z - z.data) * (p - y) + value


@alternative("loss_value")
def loss_with_straight_ends(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if abs(z.data) > 30:
        return z * (1 - y) if z.data > 0 else -z * y
    return (1 + z.exp()).log() - z * y


# --- fit_values ------------------------------------------------------------------------


@alternative("fit_values")
def moons_in_batches_of_five(X, y, rng):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    units = [[Value(v) for v in rng.normal(0.0, 2.0, size=4)] for _ in range(12)]
    bias = Value(0.0)
    for epoch in range(25):
        order = rng.permutation(len(y))
        for start in range(0, len(y), 5):
            total = Value(0.0)
            for i in order[start : start + 5]:
                x1, x2 = X[i]
                z = sum((w * (u * x1 + v * x2 + c).tanh() for u, v, c, w in units), bias)
                total = total + loss_value([z], Value(0.0), [1.0], int(y[i]))
            (total / 5).backward()
            for value in (*(v for unit in units for v in unit), bias):
                value.data -= 2.0 * 0.9**epoch * value.grad
    U = np.array([[value.data for value in unit] for unit in units])

    def predict(X):
        h = np.tanh(np.asarray(X, dtype=float) @ U[:, :2].T + U[:, 2])
        return (h @ U[:, 3] + bias.data > 0).astype(int)

    return predict


@alternative("fit_values")
def moons_by_rectifiers_and_new_values(X, y, rng):
    """ReLU, the loss without a choice of formula, and new Values in place of changed ones."""
    numbers = rng.normal(size=(16, 4)).ravel().tolist()

    def logit(values, x1, x2):
        z = 0.0
        for j in range(0, len(values), 4):
            u, v, c, w = values[j : j + 4]
            z = (u * x1 + v * x2 + c).relu() * w + z
        return z

    for epoch in range(25):
        for i in rng.permutation(len(y)):
            values = [Value(number) for number in numbers]
            z = logit(values, float(X[i][0]), float(X[i][1]))
            loss = (1 + (-z if y[i] else z).exp()).log()
            loss.backward()
            rate = 0.2 * (1 - epoch / 25)
            numbers = [v.data - rate * min(1.0, max(-1.0, v.grad)) for v in values]
    found = [Value(number) for number in numbers]
    return lambda X: np.array([logit(found, x1, x2).data > 0 for x1, x2 in X], dtype=int)
