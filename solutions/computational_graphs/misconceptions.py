"""Further wrong answers that students give, each with what to tell whoever gives it.

A Value is built in many ways, and what a mistake gives may depend on it. So where it does, the
same mistake is here several times: with a minus that is a node of its own or times -1, and with
quotients that are nodes of their own or products with a power.
"""

import math

from autograder.checks import formula, misconception

from .reference import Value, topological_order

# --- Value.backward: grads of earlier sweeps, and the one at the root ----------------------


@misconception(
    "Value", says="backward does not set the grads of the graph to 0 before it adds to them"
)
class value_that_never_starts_afresh_with_minus_of_its_own(Value):
    def backward(self):
        order = topological_order(self)
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad

    def __neg__(self):
        return Value(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))


@misconception(
    "Value", says="backward does not set the grads of the graph to 0 before it adds to them"
)
class value_that_never_starts_afresh_with_quotients_by_powers(Value):
    def backward(self):
        order = topological_order(self)
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return self**-1 * other


@misconception(
    "Value",
    says=(
        "backward sets only the grads of the leaves to 0, so those of inner nodes grow from "
        "sweep to sweep"
    ),
)
class value_that_resets_only_leaves_with_minus_of_its_own(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            if not node.inputs:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad

    def __neg__(self):
        return Value(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))


@misconception(
    "Value",
    says=(
        "backward sets only the grads of the leaves to 0, so those of inner nodes grow from "
        "sweep to sweep"
    ),
)
class value_that_resets_only_leaves_with_quotients_by_powers(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            if not node.inputs:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return self**-1 * other


@misconception(
    "Value", says="the 1 at the root is added to what its grad was, so a second sweep starts with 2"
)
class value_that_adds_one_at_the_root(Value):
    def backward(self):
        order = topological_order(self)
        self.grad += 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@misconception(
    "Value", says="the 1 at the root is added to what its grad was, so a second sweep starts with 2"
)
class value_that_adds_one_at_the_root_with_minus_of_its_own(Value):
    def backward(self):
        order = topological_order(self)
        self.grad += 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad

    def __neg__(self):
        return Value(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))


@misconception(
    "Value", says="the 1 at the root is added to what its grad was, so a second sweep starts with 2"
)
class value_that_adds_one_at_the_root_with_quotients_by_powers(Value):
    def backward(self):
        order = topological_order(self)
        self.grad += 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return self**-1 * other


@misconception(
    "Value",
    says=(
        "a second sweep doubles derivatives: the grads of the leaves, or the 1 at the root, "
        "are added to what was there"
    ),
)
class value_that_resets_all_but_the_root(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            if node is not self:
                node.grad = 0.0
        self.grad += 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@misconception(
    "Value",
    says=(
        "a second sweep doubles derivatives: the grads of the leaves, or the 1 at the root, "
        "are added to what was there"
    ),
)
class value_that_lets_the_leaves_collect(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            if node.inputs:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@misconception(
    "Value", says="no derivative arrives at the leaves: their grads are 0 after the sweep"
)
class value_that_resets_the_root_after_the_seed(Value):
    def backward(self):
        order = topological_order(self)
        self.grad = 1.0
        for node in order:
            node.grad = 0.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@misconception("Value", says="the root hands on its value where its derivative by itself is due")
class value_that_starts_with_the_value(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = self.data
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@misconception(
    "Value", says="a second call of backward does nothing where the root has a grad already"
)
class value_that_runs_only_once(Value):
    def backward(self):
        if self.grad:
            return
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@misconception(
    "Value", says="a node that was visited in one sweep is left out of the sweeps after it"
)
class value_that_never_visits_a_node_again(Value):
    def backward(self):
        order, stack = [], [(self, False)]
        while stack:
            node, entered = stack.pop()
            if entered:
                order.append(node)
            elif not hasattr(node, "visited"):
                node.visited = True
                stack.append((node, True))
                stack.extend((x, False) for x in node.inputs)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@misconception(
    "Value", says="after the sweep only the leaves have their grads; those of inner nodes are 0"
)
class value_that_clears_inner_grads_in_the_end(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad
        for node in order:
            if node.inputs:
                node.grad = 0.0


# --- Value.backward: what is handed on -----------------------------------------------------


@misconception(
    "Value",
    says=(
        "where a node is used more than once, only one of the shares that come in is kept: "
        "they are not added up"
    ),
)
class value_that_assigns_in_another_order(Value):
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
            for x, slope in zip(node.inputs, node.slopes):
                x.grad = slope * node.grad


@misconception(
    "Value",
    says=(
        "where a node is used more than once, only one of the shares that come in is kept: "
        "they are not added up"
    ),
)
class value_that_resets_on_the_way(Value):
    def backward(self):
        order = topological_order(self)
        self.grad = 1.0
        for node in reversed(order):
            for x in node.inputs:
                x.grad = 0.0
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@misconception(
    "Value",
    says="local derivatives are handed on alone, without the derivative that comes from above",
)
class value_that_ignores_what_comes_from_above(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope


@misconception(
    "Value",
    says="local derivatives are handed on alone, without the derivative that comes from above",
)
class value_that_ignores_and_assigns(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad = slope


@misconception(
    "Value", says="the derivative from above and the local derivative are added, not multiplied"
)
class value_that_adds_what_comes_from_above(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope + node.grad


@misconception(
    "Value",
    says=(
        "what comes from above is handed on unchanged: the local derivative of a product is "
        "left out"
    ),
)
class value_that_ignores_local_derivatives(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += node.grad


@misconception(
    "Value",
    says=(
        "the second operand of an operation receives no derivative: it is left out, or "
        "copied into a new leaf"
    ),
)
class value_that_feeds_the_first_input_alone(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in list(zip(node.inputs, node.slopes))[:1]:
                x.grad += slope * node.grad


@misconception("Value", says="derivatives reach the direct inputs of the root and go no further")
class value_that_ends_at_the_direct_inputs(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in (self,):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@misconception(
    "Value", says="where both operands are the same Value, only one of its two shares arrives"
)
class value_that_counts_an_input_once(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in dict(zip(node.inputs, node.slopes)).items():
                x.grad += slope * node.grad


# --- Value.backward: the order of the nodes ------------------------------------------------


@misconception(
    "Value",
    says=(
        "a node hands on its grad before all nodes that use it have handed on theirs: the "
        "order is not topological"
    ),
)
class value_that_goes_down_at_once(Value):
    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                order.append(node)
                stack.extend(node.inputs)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in order:
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@misconception(
    "Value",
    says=(
        "a node hands on its grad before all nodes that use it have handed on theirs: the "
        "order is not topological"
    ),
)
class value_that_goes_down_at_once_left_first(Value):
    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                order.append(node)
                stack.extend(reversed(node.inputs))
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in order:
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@misconception(
    "Value",
    says=(
        "a node hands on more than once what has arrived at it: shares that were handed on "
        "before count again"
    ),
)
class value_without_marks_level_by_level(Value):
    def backward(self):
        for node in topological_order(self):
            node.grad = 0.0
        self.grad = 1.0
        todo = [self]
        while todo:
            node = todo.pop(0)
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad
                todo.append(x)


@misconception(
    "Value",
    says=(
        "a node hands on more than once what has arrived at it: shares that were handed on "
        "before count again"
    ),
)
class value_without_marks_level_by_level_with_quotients_by_powers(Value):
    def backward(self):
        for node in topological_order(self):
            node.grad = 0.0
        self.grad = 1.0
        todo = [self]
        while todo:
            node = todo.pop(0)
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad
                todo.append(x)

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return self**-1 * other


@misconception(
    "Value",
    says=(
        "a node hands on more than once what has arrived at it: shares that were handed on "
        "before count again"
    ),
)
class value_without_marks_from_a_stack(Value):
    def backward(self):
        for node in topological_order(self):
            node.grad = 0.0
        self.grad = 1.0
        todo = [self]
        while todo:
            node = todo.pop()
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad
                todo.append(x)


@misconception(
    "Value",
    says=(
        "a node hands on more than once what has arrived at it: shares that were handed on "
        "before count again"
    ),
)
class value_without_marks_from_a_stack_with_quotients_by_powers(Value):
    def backward(self):
        for node in topological_order(self):
            node.grad = 0.0
        self.grad = 1.0
        todo = [self]
        while todo:
            node = todo.pop()
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad
                todo.append(x)

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return self**-1 * other


@misconception(
    "Value",
    says=(
        "a node hands on more than once what has arrived at it: shares that were handed on "
        "before count again"
    ),
)
class value_that_calls_itself_after_each_share(Value):
    def backward(self):
        for node in topological_order(self):
            node.grad = 0.0
        self.grad = 1.0
        self.hand_on()

    def hand_on(self):
        for x, slope in zip(self.inputs, self.slopes):
            x.grad += slope * self.grad
            x.hand_on()


@misconception(
    "Value",
    says=(
        "a node hands on more than once what has arrived at it: shares that were handed on "
        "before count again"
    ),
)
class value_that_calls_itself_after_each_share_with_quotients_by_powers(Value):
    def backward(self):
        for node in topological_order(self):
            node.grad = 0.0
        self.grad = 1.0
        self.hand_on()

    def hand_on(self):
        for x, slope in zip(self.inputs, self.slopes):
            x.grad += slope * self.grad
            x.hand_on()

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return self**-1 * other


@misconception(
    "Value",
    says=(
        "a node hands on more than once what has arrived at it: shares that were handed on "
        "before count again"
    ),
)
class value_that_calls_itself_after_both_shares(Value):
    def backward(self):
        for node in topological_order(self):
            node.grad = 0.0
        self.grad = 1.0
        self.hand_on()

    def hand_on(self):
        for x, slope in zip(self.inputs, self.slopes):
            x.grad += slope * self.grad
        for x in self.inputs:
            x.hand_on()


@misconception(
    "Value",
    says=(
        "a node hands on more than once what has arrived at it: shares that were handed on "
        "before count again"
    ),
)
class value_that_calls_itself_after_both_shares_with_quotients_by_powers(Value):
    def backward(self):
        for node in topological_order(self):
            node.grad = 0.0
        self.grad = 1.0
        self.hand_on()

    def hand_on(self):
        for x, slope in zip(self.inputs, self.slopes):
            x.grad += slope * self.grad
        for x in self.inputs:
            x.hand_on()

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return self**-1 * other


# --- Value: an operation that assigns, or ignores what comes from above --------------------


@misconception(
    "Value",
    says="local derivatives are handed on alone, without the derivative that comes from above",
)
class value_whose_sums_ignore_above(Value):
    def __add__(self, other):
        other = Value.of(other)
        result = Value(self.data + other.data, (self, other), (1.0, 1.0))
        result.is_odd = True
        return result

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            above = 1.0 if hasattr(node, "is_odd") else node.grad
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * above


@misconception(
    "Value",
    says="local derivatives are handed on alone, without the derivative that comes from above",
)
class value_whose_sums_ignore_above_with_minus_of_its_own(Value):
    def __add__(self, other):
        other = Value.of(other)
        result = Value(self.data + other.data, (self, other), (1.0, 1.0))
        result.is_odd = True
        return result

    def __neg__(self):
        return Value(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            above = 1.0 if hasattr(node, "is_odd") else node.grad
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * above


@misconception(
    "Value",
    says="local derivatives are handed on alone, without the derivative that comes from above",
)
class value_whose_products_ignore_above_with_minus_of_its_own(Value):
    def __mul__(self, other):
        other = Value.of(other)
        result = Value(self.data * other.data, (self, other), (other.data, self.data))
        result.is_odd = True
        return result

    def __neg__(self):
        return Value(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            above = 1.0 if hasattr(node, "is_odd") else node.grad
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * above


@misconception(
    "Value", says="a power hands back its local derivative without what comes from above"
)
class value_whose_powers_ignore_above(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            result = Value(self.data**other, (self,), (slope,))
        else:
            power = self.data**other.data
            by_base = other.data * self.data ** (other.data - 1)
            slopes = (by_base, power * math.log(self.data))
            result = Value(power, (self, other), slopes)
        result.is_odd = True
        return result

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            above = 1.0 if hasattr(node, "is_odd") else node.grad
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * above


@misconception("Value", says="exp hands back its local derivative without what comes from above")
class value_whose_exp_ignore_above(Value):
    def exp(self):
        y = math.exp(self.data)
        result = Value(y, (self,), (y,))
        result.is_odd = True
        return result

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            above = 1.0 if hasattr(node, "is_odd") else node.grad
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * above


@misconception("Value", says="log hands back its local derivative without what comes from above")
class value_whose_log_ignore_above(Value):
    def log(self):
        result = Value(math.log(self.data), (self,), (1 / self.data,))
        result.is_odd = True
        return result

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            above = 1.0 if hasattr(node, "is_odd") else node.grad
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * above


@misconception("Value", says="tanh hands back its local derivative without what comes from above")
class value_whose_tanh_ignore_above(Value):
    def tanh(self):
        y = math.tanh(self.data)
        result = Value(y, (self,), (1 - y * y,))
        result.is_odd = True
        return result

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            above = 1.0 if hasattr(node, "is_odd") else node.grad
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * above


@misconception("Value", says="relu hands back its local derivative without what comes from above")
class value_whose_relu_ignore_above(Value):
    def relu(self):
        result = Value(max(self.data, 0.0), (self,), (float(self.data > 0),))
        result.is_odd = True
        return result

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            above = 1.0 if hasattr(node, "is_odd") else node.grad
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * above


@misconception("Value", says="exp hands back its local derivative without what comes from above")
class value_whose_functions_ignore_above(Value):
    def exp(self):
        y = math.exp(self.data)
        result = Value(y, (self,), (y,))
        result.is_odd = True
        return result

    def log(self):
        result = Value(math.log(self.data), (self,), (1 / self.data,))
        result.is_odd = True
        return result

    def tanh(self):
        y = math.tanh(self.data)
        result = Value(y, (self,), (1 - y * y,))
        result.is_odd = True
        return result

    def relu(self):
        result = Value(max(self.data, 0.0), (self,), (float(self.data > 0),))
        result.is_odd = True
        return result

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            above = 1.0 if hasattr(node, "is_odd") else node.grad
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * above


@misconception("Value", says="a sum replaces the grads of its inputs where it should add to them")
class value_whose_sums_assign(Value):
    def __add__(self, other):
        other = Value.of(other)
        result = Value(self.data + other.data, (self, other), (1.0, 1.0))
        result.is_odd = True
        return result

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                kept = 0.0 if hasattr(node, "is_odd") else x.grad
                x.grad = kept + slope * node.grad


# --- Value: sums ---------------------------------------------------------------------------


@misconception(
    "Value",
    says=(
        "the second operand of an operation receives no derivative: it is left out, or "
        "copied into a new leaf"
    ),
)
class value_whose_sum_feeds_the_first(Value):
    def __add__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a + b, (self, other), (1.0, 0.0))


@misconception("Value", says="a sum has the local derivatives of a product")
class value_whose_sum_has_the_slopes_of_a_product(Value):
    def __add__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a + b, (self, other), (b, a))


@misconception(
    "Value", says="no derivative arrives at the leaves: their grads are 0 after the sweep"
)
class value_whose_sum_is_cut_off(Value):
    def __add__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a + b, (self, other), (0.0, 0.0))


@misconception(
    "Value", says="the denominator of a quotient, or a sum with a plain number, hands nothing back"
)
class value_whose_sum_with_a_number_is_cut_off(Value):
    def __add__(self, other):
        if not isinstance(other, Value):
            return Value(self.data + other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))


@misconception("Value", says="a plain number that is added is left out")
class value_whose_sum_drops_numbers(Value):
    def __add__(self, other):
        if not isinstance(other, Value):
            return self
        return Value(self.data + other.data, (self, other), (1.0, 1.0))


@misconception(
    "Value", says="the denominator of a quotient, or a sum with a plain number, hands nothing back"
)
class value_whose_sum_with_a_number_passes_nothing_new(Value):
    def __radd__(self, other):
        return Value(other + self.data)


@misconception("Value", says="a plain number that is added is left out")
class value_whose_sum_on_the_right_drops_the_number(Value):
    def __radd__(self, other):
        return self


# --- Value: products -----------------------------------------------------------------------


@misconception(
    "Value",
    says="each operand of a product gets its own value as local derivative, not the other's",
)
class value_whose_product_hands_back_own_values(Value):
    def __mul__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a * b, (self, other), (a, b))


@misconception(
    "Value",
    says=(
        "the second operand of an operation receives no derivative: it is left out, or "
        "copied into a new leaf"
    ),
)
class value_whose_product_feeds_the_first(Value):
    def __mul__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a * b, (self, other), (b, 0.0))


@misconception("Value", says="the local derivatives of a product are the product itself")
class value_whose_product_hands_back_itself(Value):
    def __mul__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a * b, (self, other), (a * b, a * b))


@misconception(
    "Value", says="both operands of a product get the value of the second as local derivative"
)
class value_whose_product_hands_back_the_second(Value):
    def __mul__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a * b, (self, other), (b, b))


@misconception(
    "Value", says="both operands of a product get the value of the first as local derivative"
)
class value_whose_product_hands_back_the_first(Value):
    def __mul__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a * b, (self, other), (a, a))


@misconception(
    "Value", says="no derivative arrives at the leaves: their grads are 0 after the sweep"
)
class value_whose_product_is_cut_off(Value):
    def __mul__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a * b, (self, other), (0.0, 0.0))


@misconception(
    "Value", says="a product with a plain number is a new leaf: nothing flows back through it"
)
class value_whose_product_with_a_number_is_cut_off_with_minus_of_its_own(Value):
    def __mul__(self, other):
        if not isinstance(other, Value):
            return Value(self.data * other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __neg__(self):
        return Value(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))


@misconception(
    "Value",
    says=("where a Value is multiplied by a plain number, the number is missing in the derivative"),
)
class value_whose_product_with_a_number_has_slope_one_with_minus_of_its_own(Value):
    def __mul__(self, other):
        if not isinstance(other, Value):
            return Value(self.data * other, (self,), (1.0,))
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __neg__(self):
        return Value(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))


@misconception("Value", says="number * Value is a new leaf: nothing flows back through it")
class value_whose_product_on_the_right_is_cut_off(Value):
    def __rmul__(self, other):
        return Value(other * self.data)


@misconception("Value", says="in number * Value the number is missing in the derivative")
class value_whose_product_on_the_right_has_slope_one(Value):
    def __rmul__(self, other):
        return Value(other * self.data, (self,), (1.0,))


# --- Value: minus --------------------------------------------------------------------------


@misconception(
    "Value", says="the minus sign of -a, or of a difference, is missing in the derivative"
)
class value_whose_negation_has_slope_one(Value):
    def __neg__(self):
        return Value(-self.data, (self,), (1.0,))


@misconception(
    "Value",
    says=(
        "no derivative comes back to the second operand of a difference, or through the negation -a"
    ),
)
class value_whose_negation_is_cut_off(Value):
    def __neg__(self):
        return Value(-self.data)


@misconception(
    "Value", says="the minus sign of -a, or of a difference, is missing in the derivative"
)
class value_whose_negation_has_slope_one_with_a_difference_of_its_own(Value):
    def __neg__(self):
        return Value(-self.data, (self,), (1.0,))

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))


@misconception(
    "Value",
    says=(
        "no derivative comes back to the second operand of a difference, or through the negation -a"
    ),
)
class value_whose_negation_is_cut_off_with_a_difference_of_its_own(Value):
    def __neg__(self):
        return Value(-self.data)

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))


@misconception("Value", says="both local derivatives of a difference have the wrong sign")
class value_whose_difference_has_the_signs_exchanged(Value):
    def __sub__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a - b, (self, other), (-1.0, 1.0))


@misconception("Value", says="the operands of a difference are exchanged")
class value_whose_difference_is_turned_round(Value):
    def __sub__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(b - a, (self, other), (-1.0, 1.0))


@misconception(
    "Value", says="a difference with a plain number is a new leaf: nothing flows back through it"
)
class value_whose_difference_with_a_number_is_cut_off(Value):
    def __sub__(self, other):
        if not isinstance(other, Value):
            return Value(self.data - other)
        return self + -other


@misconception("Value", says="in number - Value the derivative lacks its minus sign")
class value_whose_minus_on_the_right_has_slope_one(Value):
    def __rsub__(self, other):
        return Value(other - self.data, (self,), (1.0,))


@misconception("Value", says="number - Value is a new leaf: nothing flows back through it")
class value_whose_minus_on_the_right_is_cut_off(Value):
    def __rsub__(self, other):
        return Value(other - self.data)


@misconception("Value", says="in number - Value the number is subtracted as well")
class value_whose_minus_on_the_right_negates_all(Value):
    def __rsub__(self, other):
        return -self - other


# --- Value: quotients ----------------------------------------------------------------------


@misconception(
    "Value",
    says=(
        "the derivative of a quotient by its denominator lacks the minus sign; in a rule for "
        "powers, the exponent as a factor"
    ),
)
class value_whose_quotient_lacks_the_minus(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1 / b, a / b**2))


@misconception(
    "Value",
    says=(
        "the derivative of a quotient by its denominator lacks the numerator; if it is a "
        "product with a power, what comes from above"
    ),
)
class value_whose_quotient_lacks_the_numerator(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1 / b, -1 / b**2))


@misconception(
    "Value",
    says=("the derivative of a quotient by its denominator lacks the minus sign and the numerator"),
)
class value_whose_quotient_lacks_minus_and_numerator(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1 / b, 1 / b**2))


@misconception(
    "Value",
    says=(
        "the derivative of a quotient by its denominator lacks the square; in a rule for "
        "powers, the exponent is not lowered by 1"
    ),
)
class value_whose_quotient_lacks_the_square(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1 / b, -a / b))


@misconception(
    "Value", says="the derivative of a quotient by its denominator is the quotient itself"
)
class value_whose_quotient_lacks_minus_and_square(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1 / b, a / b))


@misconception(
    "Value",
    says="the derivative of a quotient by its denominator is the numerator, as in a product",
)
class value_whose_quotient_has_the_numerator_alone(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1 / b, a))


@misconception(
    "Value",
    says=(
        "the derivative of a quotient by its denominator is minus the numerator: it is not divided"
    ),
)
class value_whose_quotient_has_minus_the_numerator(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1 / b, -a))


@misconception(
    "Value",
    says="the derivative of a quotient by its numerator is the denominator, not one over it",
)
class value_whose_quotient_multiplies_by_b(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (b, -a / b**2))


@misconception(
    "Value", says="the derivative of a quotient by its numerator is 1: the denominator is left out"
)
class value_whose_quotient_has_slope_one(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1.0, -a / b**2))


@misconception("Value", says="a quotient has the local derivatives of a product")
class value_whose_quotient_has_all_slopes_of_a_product(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (b, a))


@misconception("Value", says="the two local derivatives of a quotient are exchanged")
class value_whose_quotient_has_the_slopes_exchanged(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (-a / b**2, 1 / b))


@misconception(
    "Value", says="the denominator of a quotient, or a sum with a plain number, hands nothing back"
)
class value_whose_quotient_feeds_the_first(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1 / b, 0.0))


@misconception(
    "Value",
    says=(
        "nothing flows back through one of the operations: its result does not know what it "
        "was made from"
    ),
)
class value_whose_quotient_is_cut_off(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (0.0, 0.0))


@misconception(
    "Value",
    says=(
        "where a Value is divided by a plain number, the derivative is the number, not one over it"
    ),
)
class value_whose_quotient_by_a_number_multiplies(Value):
    def __truediv__(self, other):
        if not isinstance(other, Value):
            return Value(self.data / other, (self,), (other,))
        ratio = self.data / other.data
        return Value(ratio, (self, other), (1 / other.data, -ratio / other.data))


@misconception(
    "Value",
    says=(
        "nothing flows back through one of the operations: its result does not know what it "
        "was made from"
    ),
)
class value_whose_quotient_by_a_number_is_cut_off(Value):
    def __truediv__(self, other):
        if not isinstance(other, Value):
            return Value(self.data / other)
        ratio = self.data / other.data
        return Value(ratio, (self, other), (1 / other.data, -ratio / other.data))


@misconception("Value", says="number / Value is computed as Value / number")
class value_whose_number_by_a_value_is_turned_round(Value):
    def __rtruediv__(self, other):
        return self / other


@misconception("Value", says="in number / Value the number is left out")
class value_whose_number_by_a_value_drops_the_number(Value):
    def __rtruediv__(self, other):
        return self**-1


@misconception("Value", says="number / Value is a new leaf: nothing flows back through it")
class value_whose_number_by_a_value_is_cut_off(Value):
    def __rtruediv__(self, other):
        return Value(other / self.data)


@misconception("Value", says="the derivative of number / Value lacks its minus sign")
class value_whose_number_by_a_value_lacks_the_minus(Value):
    def __rtruediv__(self, other):
        return Value(other / self.data, (self,), (other / self.data**2,))


@misconception("Value", says="the derivative of number / Value lacks the number")
class value_whose_number_by_a_value_lacks_the_number(Value):
    def __rtruediv__(self, other):
        return Value(other / self.data, (self,), (-1 / self.data**2,))


@misconception("Value", says="the derivative of number / Value lacks the square in the denominator")
class value_whose_number_by_a_value_lacks_the_square(Value):
    def __rtruediv__(self, other):
        return Value(other / self.data, (self,), (-other / self.data,))


@misconception(
    "Value", says="the derivative of number / Value is one over the number, as for Value / number"
)
class value_whose_number_by_a_value_has_one_over_the_number(Value):
    def __rtruediv__(self, other):
        return Value(other / self.data, (self,), (1 / other,))


# --- Value: powers -------------------------------------------------------------------------


@misconception("Value", says="in the derivative of a power the exponent is not lowered by 1")
class value_whose_power_keeps_the_exponent(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            return Value(self.data**other, (self,), (other * self.data**other,))
        power = self.data**other.data
        return Value(power, (self, other), (other.data * power, power * math.log(self.data)))


@misconception("Value", says="in the derivative of a power the exponent is not lowered by 1")
class value_whose_power_keeps_a_plain_exponent(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), (k * a**k,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception("Value", says="in the derivative of a power the exponent is missing as a factor")
class value_whose_power_lacks_the_factor(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), (a ** (k - 1) if k else 0.0,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception(
    "Value",
    says=(
        "the derivative of a quotient by its denominator lacks the minus sign; in a rule for "
        "powers, the exponent as a factor"
    ),
)
class value_whose_power_lacks_the_factor_and_quotients(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), (a ** (k - 1) if k else 0.0,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))

    def __truediv__(self, other):
        return self * Value.of(other) ** -1


@misconception("Value", says="in the derivative of a power the factor is the exponent lowered by 1")
class value_whose_power_lowers_the_factor_too(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), ((k - 1) * a ** (k - 1) if k else 0.0,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception(
    "Value", says="in the derivative of a power the exponent is raised by 1, not lowered"
)
class value_whose_power_raises_the_exponent(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), (k * a ** (k + 1),))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception(
    "Value", says="the derivative of every power is exponent times base, as for a square alone"
)
class value_whose_power_has_the_slope_of_a_square(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), (k * a,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception("Value", says="the derivative of a power is the power itself")
class value_whose_power_hands_back_itself(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), (a**k,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception("Value", says="nothing flows back through a power with a plain exponent")
class value_whose_power_is_cut_off(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), (0.0,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception("Value", says="the exponent of a power is rounded to a whole number")
class value_whose_power_takes_whole_exponents(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a ** int(k), (self,), (int(k) * a ** (int(k) - 1) if int(k) else 0.0,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception("Value", says="the base of a power loses its sign")
class value_whose_power_takes_no_sign_of_the_base(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(abs(a) ** k, (self,), (k * abs(a) ** (k - 1) if k else 0.0,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception("Value", says="the power with exponent 0 has a slope other than 0")
class value_whose_power_has_slope_one_at_exponent_zero(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), (k * a ** (k - 1) if k else 1.0,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception("Value", says="at base 0 the slope of every power is 0, for the exponent 1 too")
class value_whose_power_has_no_slope_at_base_zero(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), (k * a ** (k - 1) if a else 0.0,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception(
    "Value",
    says="the derivative of a power by its exponent lacks the natural logarithm of the base",
)
class value_whose_exponent_lacks_the_logarithm(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            return Value(self.data**other, (self,), (slope,))
        a, b = self.data, other.data
        power = a**b
        return Value(power, (self, other), (b * a ** (b - 1), power))


@misconception(
    "Value", says="the derivative of a power by its exponent is the logarithm of the base alone"
)
class value_whose_exponent_has_the_logarithm_alone(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            return Value(self.data**other, (self,), (slope,))
        a, b = self.data, other.data
        power = a**b
        return Value(power, (self, other), (b * a ** (b - 1), math.log(a)))


@misconception(
    "Value",
    says=(
        "the derivative of a power by its exponent holds the logarithm of the exponent, not "
        "of the base"
    ),
)
class value_whose_exponent_has_the_logarithm_of_itself(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            return Value(self.data**other, (self,), (slope,))
        a, b = self.data, other.data
        power = a**b
        return Value(power, (self, other), (b * a ** (b - 1), power * math.log(b)))


@misconception("Value", says="the derivative of a power by its exponent is that by its base")
class value_whose_exponent_has_the_power_rule(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            return Value(self.data**other, (self,), (slope,))
        a, b = self.data, other.data
        power = a**b
        return Value(power, (self, other), (b * a ** (b - 1), b * a ** (b - 1)))


@misconception("Value", says="the derivative of a power by its exponent is that by its base")
class value_whose_exponent_has_the_power_rule_of_the_base(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            return Value(self.data**other, (self,), (slope,))
        a, b = self.data, other.data
        power = a**b
        return Value(power, (self, other), (power * math.log(a), b * a ** (b - 1)))


@misconception("Value", says="in the derivative of a power the exponent is not lowered by 1")
class value_whose_exponent_of_the_base_is_not_lowered(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            return Value(self.data**other, (self,), (slope,))
        a, b = self.data, other.data
        power = a**b
        return Value(power, (self, other), (b * power, power * math.log(a)))


@misconception("Value", says="in the derivative of a power the exponent is missing as a factor")
class value_whose_exponent_of_the_base_is_no_factor(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            return Value(self.data**other, (self,), (slope,))
        a, b = self.data, other.data
        power = a**b
        return Value(power, (self, other), (a ** (b - 1), power * math.log(a)))


@misconception("Value", says="a Value as exponent receives no derivative")
class value_whose_exponent_is_cut_off(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            return Value(self.data**other, (self,), (slope,))
        a, b = self.data, other.data
        power = a**b
        return Value(power, (self, other), (0.0, 0.0))


@misconception("Value", says="the value of a power has base and exponent exchanged")
class value_whose_number_to_a_value_is_turned_round(Value):
    def __rpow__(self, other):
        return self**other


@misconception(
    "Value",
    says="the derivative of a power by its exponent lacks the natural logarithm of the base",
)
class value_whose_number_to_a_value_lacks_the_logarithm(Value):
    def __rpow__(self, other):
        return Value(other**self.data, (self,), (other**self.data,))


@misconception(
    "Value", says="the derivative of a power by its exponent is the logarithm of the base alone"
)
class value_whose_number_to_a_value_has_the_logarithm_alone(Value):
    def __rpow__(self, other):
        return Value(other**self.data, (self,), (math.log(other),))


@misconception("Value", says="the derivative of a power by its exponent is that by its base")
class value_whose_number_to_a_value_has_the_power_rule(Value):
    def __rpow__(self, other):
        return Value(other**self.data, (self,), (self.data * other ** (self.data - 1),))


@misconception("Value", says="number ** Value has the derivative of Value ** number")
class value_whose_number_to_a_value_has_the_power_rule_of_the_number(Value):
    def __rpow__(self, other):
        return Value(other**self.data, (self,), (other * self.data ** (other - 1),))


@misconception("Value", says="a Value as exponent receives no derivative")
class value_whose_number_to_a_value_is_cut_off(Value):
    def __rpow__(self, other):
        return Value(other**self.data)


@misconception("Value", says="number ** Value lacks the natural logarithm of the number")
class value_whose_number_to_a_value_is_a_power_of_e(Value):
    def __rpow__(self, other):
        return self.exp()


@misconception("Value", says="number ** Value lacks the natural logarithm of the number")
class value_whose_number_to_a_value_is_a_product_in_exp(Value):
    def __rpow__(self, other):
        return (self * other).exp()


# --- Value: exp ----------------------------------------------------------------------------


@misconception("Value", says="the derivative of exp is its input, not its output")
class value_whose_slope_of_exp_at_the_input(Value):
    def exp(self):
        a = self.data
        y = math.exp(a)
        return Value(y, (self,), (a,))


@misconception("Value", says="exp has the local derivative 1")
class value_whose_slope_of_exp_is_one(Value):
    def exp(self):
        a = self.data
        y = math.exp(a)
        return Value(y, (self,), (1.0,))


@misconception("Value", says="exp is differentiated by the power rule")
class value_whose_slope_of_exp_by_the_power_rule(Value):
    def exp(self):
        a = self.data
        y = math.exp(a)
        return Value(y, (self,), (a * math.exp(a - 1),))


@misconception(
    "Value",
    says=(
        "nothing flows back through one of the operations: its result does not know what it "
        "was made from"
    ),
)
class value_whose_slope_of_exp_is_cut_off(Value):
    def exp(self):
        a = self.data
        y = math.exp(a)
        return Value(y, (self,), (0.0,))


# --- Value: log ----------------------------------------------------------------------------


@misconception("Value", says="the derivative of log is one over its output, not one over its input")
class value_whose_slope_of_log_at_the_output(Value):
    def log(self):
        a = self.data
        y = math.log(a)
        return Value(y, (self,), (1 / y if y else 0.0,))


@misconception("Value", says="the derivative of log is its output")
class value_whose_slope_of_log_is_its_output(Value):
    def log(self):
        a = self.data
        y = math.log(a)
        return Value(y, (self,), (y,))


@misconception("Value", says="the derivative of log is its input, not one over it")
class value_whose_slope_of_log_is_its_input(Value):
    def log(self):
        a = self.data
        y = math.log(a)
        return Value(y, (self,), (a,))


@misconception("Value", says="the derivative of log has a square in the denominator")
class value_whose_slope_of_log_has_a_square(Value):
    def log(self):
        a = self.data
        y = math.log(a)
        return Value(y, (self,), (1 / a**2,))


@misconception("Value", says="log has the local derivative 1")
class value_whose_slope_of_log_is_one(Value):
    def log(self):
        a = self.data
        y = math.log(a)
        return Value(y, (self,), (1.0,))


@misconception(
    "Value",
    says=(
        "nothing flows back through one of the operations: its result does not know what it "
        "was made from"
    ),
)
class value_whose_slope_of_log_is_cut_off(Value):
    def log(self):
        a = self.data
        y = math.log(a)
        return Value(y, (self,), (0.0,))


@misconception("Value", says="the derivative of log is that of the logarithm to base 10")
class value_whose_slope_of_log_with_ln_ten(Value):
    def log(self):
        a = self.data
        y = math.log(a)
        return Value(y, (self,), (1 / (a * math.log(10)),))


@misconception("Value", says="something is added to the input of log")
class value_whose_slope_of_log_with_something_added(Value):
    def log(self):
        a = self.data
        y = math.log(a)
        return Value(y, (self,), (1 / (a + 1e-8),))


@misconception("Value", says="log is the logarithm to base 10, not the natural one")
class value_whose_log_to_base_ten(Value):
    def log(self):
        a = self.data
        y = math.log10(a)
        return Value(y, (self,), (1 / a,))


@misconception("Value", says="log is the logarithm to base 2, not the natural one")
class value_whose_log_to_base_two(Value):
    def log(self):
        a = self.data
        y = math.log2(a)
        return Value(y, (self,), (1 / a,))


@misconception("Value", says="something is added to the input of log")
class value_whose_log_with_1e_8(Value):
    def log(self):
        a = self.data
        y = math.log(a + 1e-8)
        return Value(y, (self,), (1 / (a + 1e-8),))


@misconception("Value", says="something is added to the input of log")
class value_whose_log_with_1e_8_and_the_right_slope(Value):
    def log(self):
        a = self.data
        y = math.log(a + 1e-8)
        return Value(y, (self,), (1 / a,))


@misconception("Value", says="something is added to the input of log")
class value_whose_log_with_1e_10(Value):
    def log(self):
        a = self.data
        y = math.log(a + 1e-10)
        return Value(y, (self,), (1 / (a + 1e-10),))


@misconception("Value", says="something is added to the input of log")
class value_whose_log_with_1e_10_and_the_right_slope(Value):
    def log(self):
        a = self.data
        y = math.log(a + 1e-10)
        return Value(y, (self,), (1 / a,))


# --- Value: tanh ---------------------------------------------------------------------------


@misconception("Value", says="in the derivative of tanh the output is not squared")
class value_whose_slope_of_tanh_without_the_square(Value):
    def tanh(self):
        a = self.data
        y = math.tanh(a)
        return Value(y, (self,), (1 - y,))


@misconception("Value", says="tanh has the derivative of the sigmoid")
class value_whose_slope_of_tanh_of_a_sigmoid(Value):
    def tanh(self):
        a = self.data
        y = math.tanh(a)
        return Value(y, (self,), (y * (1 - y),))


@misconception(
    "Value", says="in the derivative of tanh the square of the output is added to 1, not subtracted"
)
class value_whose_slope_of_tanh_with_a_plus(Value):
    def tanh(self):
        a = self.data
        y = math.tanh(a)
        return Value(y, (self,), (1 + y * y,))


@misconception("Value", says="the derivative of tanh has the wrong sign")
class value_whose_slope_of_tanh_with_the_sign_wrong(Value):
    def tanh(self):
        a = self.data
        y = math.tanh(a)
        return Value(y, (self,), (y * y - 1,))


@misconception("Value", says="the derivative of tanh is the square of its output: the 1 is missing")
class value_whose_slope_of_tanh_with_the_square_alone(Value):
    def tanh(self):
        a = self.data
        y = math.tanh(a)
        return Value(y, (self,), (y * y,))


@misconception(
    "Value",
    says=(
        "in the derivative of tanh the square is around too much: it is the square of a difference"
    ),
)
class value_whose_slope_of_tanh_squared(Value):
    def tanh(self):
        a = self.data
        y = math.tanh(a)
        return Value(y, (self,), ((1 - y) ** 2,))


@misconception("Value", says="tanh has the local derivative 1")
class value_whose_slope_of_tanh_is_one(Value):
    def tanh(self):
        a = self.data
        y = math.tanh(a)
        return Value(y, (self,), (1.0,))


@misconception("Value", says="the derivative of tanh is its output")
class value_whose_slope_of_tanh_is_its_output(Value):
    def tanh(self):
        a = self.data
        y = math.tanh(a)
        return Value(y, (self,), (y,))


@misconception(
    "Value",
    says=(
        "nothing flows back through one of the operations: its result does not know what it "
        "was made from"
    ),
)
class value_whose_slope_of_tanh_is_cut_off(Value):
    def tanh(self):
        a = self.data
        y = math.tanh(a)
        return Value(y, (self,), (0.0,))


@misconception(
    "Value", says="tanh is computed for half of its input: a factor 2 is missing in the exponents"
)
class value_whose_tanh_of_half(Value):
    def tanh(self):
        a = self.data
        y = math.tanh(a / 2)
        return Value(y, (self,), (1 - y * y,))


@misconception("Value", says="the value of tanh is that of the sigmoid")
class value_whose_tanh_is_a_sigmoid(Value):
    def tanh(self):
        a = self.data
        y = (math.tanh(a / 2) + 1) / 2
        return Value(y, (self,), (y * (1 - y),))


# --- Value: relu ---------------------------------------------------------------------------


@misconception("Value", says="relu has the slope 1 at 0")
class value_whose_slope_of_relu_is_one_at_zero(Value):
    def relu(self):
        a = self.data
        y = max(a, 0.0)
        return Value(y, (self,), (float(a >= 0),))


@misconception("Value", says="relu has the slope 1/2 at 0")
class value_whose_slope_of_relu_is_a_half_at_zero(Value):
    def relu(self):
        a = self.data
        y = max(a, 0.0)
        return Value(y, (self,), (0.5 if a == 0 else float(a > 0),))


@misconception(
    "Value", says="the derivative of relu is the number itself where it is positive, not 1"
)
class value_whose_slope_of_relu_is_its_output(Value):
    def relu(self):
        a = self.data
        y = max(a, 0.0)
        return Value(y, (self,), (y,))


@misconception("Value", says="relu hands nothing back where its input is positive")
class value_whose_slope_of_relu_is_turned_round(Value):
    def relu(self):
        a = self.data
        y = max(a, 0.0)
        return Value(y, (self,), (float(a < 0),))


@misconception("Value", says="relu hands nothing back where its input is positive")
class value_whose_slope_of_relu_is_zero(Value):
    def relu(self):
        a = self.data
        y = max(a, 0.0)
        return Value(y, (self,), (0.0,))


@misconception("Value", says="relu leaks: it is not 0 for negative inputs")
class value_whose_relu_leaks(Value):
    def relu(self):
        a = self.data
        y = a if a > 0 else 0.01 * a
        return Value(y, (self,), (1.0 if a > 0 else 0.01,))


@misconception("Value", says="relu is the absolute value of its input")
class value_whose_relu_is_a_size(Value):
    def relu(self):
        a = self.data
        y = abs(a)
        return Value(y, (self,), (1.0 if a > 0 else -1.0,))


@misconception("Value", says="relu is 0 for positive inputs, and not for negative ones")
class value_whose_relu_is_a_minimum(Value):
    def relu(self):
        a = self.data
        y = min(a, 0.0)
        return Value(y, (self,), (float(a < 0),))


# --- Value: rarer mistakes -----------------------------------------------------------------


@misconception(
    "Value", says="backward does not set the grads of the graph to 0 before it adds to them"
)
class value_that_never_starts_afresh_with_minus_of_its_own_and_powers(Value):
    def backward(self):
        order = topological_order(self)
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad

    def __neg__(self):
        return Value(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))

    def __truediv__(self, other):
        return self * Value.of(other) ** -1


@misconception(
    "Value",
    says=(
        "backward sets only the grads of the leaves to 0, so those of inner nodes grow from "
        "sweep to sweep"
    ),
)
class value_that_resets_only_leaves_with_minus_of_its_own_and_powers(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            if not node.inputs:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad

    def __neg__(self):
        return Value(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))

    def __truediv__(self, other):
        return self * Value.of(other) ** -1


@misconception(
    "Value", says="the 1 at the root is added to what its grad was, so a second sweep starts with 2"
)
class value_that_adds_one_at_the_root_with_minus_of_its_own_and_powers(Value):
    def backward(self):
        order = topological_order(self)
        self.grad += 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad

    def __neg__(self):
        return Value(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))

    def __truediv__(self, other):
        return self * Value.of(other) ** -1


@misconception("Value", says="all derivatives have the wrong sign")
class value_that_starts_with_minus_one(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = -1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad


@misconception("Value", says="after the sweep the grads of inner nodes are 0 again")
class value_that_clears_inner_grads_but_the_root(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad
        for node in order[:-1]:
            if node.inputs:
                node.grad = 0.0


@misconception("Value", says="the grad of the root itself is not 1 after its sweep")
class value_that_leaves_the_grad_of_the_root(Value):
    def backward(self):
        order = topological_order(self)
        grads = dict.fromkeys(order, 0.0)
        grads[self] = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                grads[x] += slope * grads[node]
        for node in order[:-1]:
            node.grad = grads[node]


@misconception("Value", says="the root hands on its value where its derivative by itself is due")
class value_that_hands_on_its_value(Value):
    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.data


@misconception("Value", says="the shares of several uses are averaged, not added")
class value_that_averages_over_uses(Value):
    def backward(self):
        order = topological_order(self)
        uses = dict.fromkeys(order, 0)
        for node in order:
            node.grad = 0.0
            for x in node.inputs:
                uses[x] += 1
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * node.grad / uses[x]


@misconception(
    "Value",
    says=(
        "the derivative of a quotient by its denominator lacks the numerator; if it is a "
        "product with a power, what comes from above"
    ),
)
class value_whose_powers_ignore_above_with_quotients_by_powers(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            result = Value(self.data**other, (self,), (slope,))
        else:
            power = self.data**other.data
            by_base = other.data * self.data ** (other.data - 1)
            slopes = (by_base, power * math.log(self.data))
            result = Value(power, (self, other), slopes)
        result.is_odd = True
        return result

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return self**-1 * other

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            above = 1.0 if hasattr(node, "is_odd") else node.grad
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * above


@misconception(
    "Value",
    says="local derivatives are handed on alone, without the derivative that comes from above",
)
class value_whose_negation_ignore_above(Value):
    def __neg__(self):
        result = Value(-self.data, (self,), (-1.0,))
        result.is_odd = True
        return result

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            above = 1.0 if hasattr(node, "is_odd") else node.grad
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * above


@misconception(
    "Value",
    says="local derivatives are handed on alone, without the derivative that comes from above",
)
class value_whose_differences_ignore_above(Value):
    def __sub__(self, other):
        other = Value.of(other)
        result = Value(self.data - other.data, (self, other), (1.0, -1.0))
        result.is_odd = True
        return result

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            above = 1.0 if hasattr(node, "is_odd") else node.grad
            for x, slope in zip(node.inputs, node.slopes):
                x.grad += slope * above


@misconception("Value", says="a sum replaces the grads of its inputs where it should add to them")
class value_whose_sums_assign_with_minus_of_its_own(Value):
    def __add__(self, other):
        other = Value.of(other)
        result = Value(self.data + other.data, (self, other), (1.0, 1.0))
        result.is_odd = True
        return result

    def __neg__(self):
        return Value(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                kept = 0.0 if hasattr(node, "is_odd") else x.grad
                x.grad = kept + slope * node.grad


@misconception(
    "Value", says="a quotient replaces the grads of its inputs where it should add to them"
)
class value_whose_quotients_assign(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        ratio = self.data / other.data
        result = Value(ratio, (self, other), (1 / other.data, -ratio / other.data))
        result.is_odd = True
        return result

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                kept = 0.0 if hasattr(node, "is_odd") else x.grad
                x.grad = kept + slope * node.grad


@misconception("Value", says="a power replaces the grads of its inputs where it should add to them")
class value_whose_powers_assign(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            result = Value(self.data**other, (self,), (slope,))
        else:
            power = self.data**other.data
            by_base = other.data * self.data ** (other.data - 1)
            slopes = (by_base, power * math.log(self.data))
            result = Value(power, (self, other), slopes)
        result.is_odd = True
        return result

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                kept = 0.0 if hasattr(node, "is_odd") else x.grad
                x.grad = kept + slope * node.grad


@misconception("Value", says="tanh replaces the grads of its inputs where it should add to them")
class value_whose_tanh_assign(Value):
    def tanh(self):
        y = math.tanh(self.data)
        result = Value(y, (self,), (1 - y * y,))
        result.is_odd = True
        return result

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                kept = 0.0 if hasattr(node, "is_odd") else x.grad
                x.grad = kept + slope * node.grad


@misconception("Value", says="log replaces the grads of its inputs where it should add to them")
class value_whose_log_assign(Value):
    def log(self):
        result = Value(math.log(self.data), (self,), (1 / self.data,))
        result.is_odd = True
        return result

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                kept = 0.0 if hasattr(node, "is_odd") else x.grad
                x.grad = kept + slope * node.grad


@misconception("Value", says="the input of exp is limited to 1")
class value_whose_exp_is_limited(Value):
    def exp(self):
        y = math.exp(min(self.data, 1.0))
        return Value(y, (self,), (y,))


@misconception("Value", says="relu is limited to 1")
class value_whose_relu_is_limited(Value):
    def relu(self):
        is_between = 0 < self.data < 1
        return Value(min(max(self.data, 0.0), 1.0), (self,), (float(is_between),))


@misconception("Value", says="exp replaces the grads of its inputs where it should add to them")
class value_whose_exp_assign(Value):
    def exp(self):
        y = math.exp(self.data)
        result = Value(y, (self,), (y,))
        result.is_odd = True
        return result

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                kept = 0.0 if hasattr(node, "is_odd") else x.grad
                x.grad = kept + slope * node.grad


@misconception("Value", says="relu replaces the grads of its inputs where it should add to them")
class value_whose_relu_assign(Value):
    def relu(self):
        result = Value(max(self.data, 0.0), (self,), (float(self.data > 0),))
        result.is_odd = True
        return result

    def backward(self):
        order = topological_order(self)
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            for x, slope in zip(node.inputs, node.slopes):
                kept = 0.0 if hasattr(node, "is_odd") else x.grad
                x.grad = kept + slope * node.grad


@misconception("Value", says="each operand of a sum gets its own value as local derivative")
class value_whose_sum_hands_back_own_values(Value):
    def __add__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a + b, (self, other), (a, b))


@misconception("Value", says="the derivative is shared out between the operands of a sum")
class value_whose_sum_halves(Value):
    def __add__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a + b, (self, other), (0.5, 0.5))


@misconception(
    "Value", says="the second operand of a sum receives its derivative with a minus sign"
)
class value_whose_sum_has_the_slopes_of_a_difference(Value):
    def __add__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a + b, (self, other), (1.0, -1.0))


@misconception("Value", says="the value of a sum is computed as a product")
class value_whose_sum_is_a_product(Value):
    def __add__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a * b, (self, other), (1.0, 1.0))


@misconception("Value", says="a sum changes its first operand in place")
class value_whose_sum_changes_an_operand(Value):
    def __add__(self, other):
        other = Value.of(other)
        self.data += other.data
        return Value(self.data, (self, other), (1.0, 1.0))


@misconception("Value", says="a plain number that is added has become a factor of the derivative")
class value_whose_sum_with_a_number_scales(Value):
    def __add__(self, other):
        if not isinstance(other, Value):
            return Value(self.data + other, (self,), (other,))
        return Value(self.data + other.data, (self, other), (1.0, 1.0))


@misconception("Value", says="a plain number that is added has become a factor of the derivative")
class value_whose_sum_on_the_right_scales(Value):
    def __radd__(self, other):
        return Value(other + self.data, (self,), (other,))


@misconception(
    "Value", says="both operands of a product get the sum of their values as local derivative"
)
class value_whose_product_hands_back_the_sum(Value):
    def __mul__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a * b, (self, other), (a + b, a + b))


@misconception("Value", says="the value of a product is computed as a sum")
class value_whose_product_is_a_sum(Value):
    def __mul__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a + b, (self, other), (b, a))


@misconception("Value", says="a product changes its first operand in place")
class value_whose_product_changes_an_operand(Value):
    def __mul__(self, other):
        other = Value.of(other)
        self.data *= other.data
        return Value(self.data, (self, other), (other.data, self.data))


@misconception(
    "Value",
    says="where a Value is multiplied by a plain number, its own value is the local derivative",
)
class value_whose_product_with_a_number_has_its_own_value_with_minus_of_its_own(Value):
    def __mul__(self, other):
        if not isinstance(other, Value):
            return Value(self.data * other, (self,), (self.data,))
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __neg__(self):
        return Value(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))


@misconception("Value", says="in number * Value the Value's own number is the local derivative")
class value_whose_product_on_the_right_has_its_own_value(Value):
    def __rmul__(self, other):
        return Value(other * self.data, (self,), (self.data,))


@misconception("Value", says="number * Value is computed as a sum")
class value_whose_product_on_the_right_is_a_sum(Value):
    def __rmul__(self, other):
        return self + other


@misconception(
    "Value",
    says=(
        "the product of a Value with itself hands back 2a to each of its two operands, so 4a in all"
    ),
)
class value_whose_square_counts_twice(Value):
    def __mul__(self, other):
        other = Value.of(other)
        slopes = (other.data, self.data)
        if self is other:
            slopes = (2 * self.data, 2 * self.data)
        return Value(self.data * other.data, (self, other), slopes)


@misconception("Value", says="the local derivative of the negation -a is -a itself")
class value_whose_negation_hands_back_its_value(Value):
    def __neg__(self):
        return Value(-self.data, (self,), (-self.data,))


@misconception("Value", says="the local derivative of the negation -a is the value of a")
class value_whose_negation_hands_back_its_input(Value):
    def __neg__(self):
        return Value(-self.data, (self,), (self.data,))


@misconception("Value", says="a minus sign has no effect on the value")
class value_whose_negation_does_nothing(Value):
    def __neg__(self):
        return self * 1


@misconception("Value", says="the local derivative of the negation -a is -a itself")
class value_whose_negation_hands_back_its_value_with_a_difference_of_its_own(Value):
    def __neg__(self):
        return Value(-self.data, (self,), (-self.data,))

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))


@misconception("Value", says="the local derivative of the negation -a is the value of a")
class value_whose_negation_hands_back_its_input_with_a_difference_of_its_own(Value):
    def __neg__(self):
        return Value(-self.data, (self,), (self.data,))

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))


@misconception("Value", says="the first operand of a difference receives no derivative")
class value_whose_difference_feeds_the_second(Value):
    def __sub__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a - b, (self, other), (0.0, -1.0))


@misconception("Value", says="both local derivatives of a difference are negative")
class value_whose_difference_has_two_minus(Value):
    def __sub__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a - b, (self, other), (-1.0, -1.0))


@misconception("Value", says="a difference has the local derivatives of a product")
class value_whose_difference_hands_back_values(Value):
    def __sub__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a - b, (self, other), (b, a))


@misconception(
    "Value", says="a difference has the local derivatives of a product, one with a minus sign"
)
class value_whose_difference_hands_back_signed_values(Value):
    def __sub__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a - b, (self, other), (b, -a))


@misconception(
    "Value",
    says=(
        "nothing flows back through one of the operations: its result does not know what it "
        "was made from"
    ),
)
class value_whose_difference_is_cut_off(Value):
    def __sub__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a - b, (self, other), (0.0, 0.0))


@misconception("Value", says="Value - number is computed as number - Value")
class value_whose_difference_with_a_number_is_turned_round(Value):
    def __sub__(self, other):
        if not isinstance(other, Value):
            return -self + other
        return self + -other


@misconception("Value", says="number - Value is computed as a sum")
class value_whose_minus_on_the_right_is_a_sum(Value):
    def __rsub__(self, other):
        return self + other


@misconception("Value", says="in number - Value the number is left out")
class value_whose_minus_on_the_right_drops_the_number(Value):
    def __rsub__(self, other):
        return -self


@misconception("Value", says="in number - Value the number has become a factor of the derivative")
class value_whose_minus_on_the_right_keeps_the_value(Value):
    def __rsub__(self, other):
        return Value(other - self.data, (self,), (-other,))


@misconception(
    "Value", says="the derivative of a quotient by its denominator is one over the numerator"
)
class value_whose_quotient_has_reciprocals(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1 / b, 1 / a))


@misconception(
    "Value", says="the derivative of a quotient by its denominator is minus one over the numerator"
)
class value_whose_quotient_has_signed_reciprocals(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1 / b, -1 / a))


@misconception(
    "Value",
    says="in the derivative of a quotient by its denominator the two operands are exchanged",
)
class value_whose_quotient_is_upside_down_in_the_slope(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1 / b, -b / a**2))


@misconception(
    "Value", says="in the derivative of a quotient by its denominator the quotient is squared"
)
class value_whose_quotient_squares_too_much(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1 / b, -((a / b) ** 2)))


@misconception(
    "Value",
    says=(
        "the derivative of a quotient by its denominator is one over the denominator, and no more"
    ),
)
class value_whose_quotient_has_only_the_reciprocal(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1 / b, 1 / b))


@misconception(
    "Value",
    says="the derivative of a quotient by its denominator is minus one over the denominator",
)
class value_whose_quotient_has_only_the_signed_reciprocal(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), (1 / b, -1 / b))


@misconception("Value", says="the operands of a quotient are exchanged")
class value_whose_quotient_is_turned_round(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(b / a, (self, other), (-b / a**2, 1 / a))


@misconception("Value", says="a quotient is rounded down to a whole number")
class value_whose_quotient_is_whole(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a // b, (self, other), (1 / b, -a / b**2))


@misconception("Value", says="the value of a quotient is computed as a product")
class value_whose_quotient_is_a_product(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a * b, (self, other), (b, a))


@misconception("Value", says="something is added to the denominator of a quotient")
class value_whose_quotient_avoids_zero(Value):
    def __truediv__(self, other):
        other = Value.of(other)
        a, b = self.data, other.data
        return Value(a / (b + 1e-8), (self, other), (1 / (b + 1e-8), -a / (b + 1e-8) ** 2))


@misconception("Value", says="number / Value is computed as a product")
class value_whose_number_by_a_value_is_a_product(Value):
    def __rtruediv__(self, other):
        return self * other


@misconception("Value", says="the derivative of number / Value is the number itself")
class value_whose_number_by_a_value_has_the_number_as_slope(Value):
    def __rtruediv__(self, other):
        return Value(other / self.data, (self,), (other,))


@misconception("Value", says="the derivative of number / Value is one over the Value")
class value_whose_number_by_a_value_has_one_over_the_value(Value):
    def __rtruediv__(self, other):
        return Value(other / self.data, (self,), (1 / self.data,))


@misconception("Value", says="in the derivative of number / Value number and Value are exchanged")
class value_whose_number_by_a_value_has_the_square_on_the_wrong_side(Value):
    def __rtruediv__(self, other):
        return Value(other / self.data, (self,), (-self.data / other**2,))


@misconception("Value", says="in the derivative of a power the factor is the exponent lowered by 1")
class value_whose_power_lowers_the_factor_too_and_quotients(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), ((k - 1) * a ** (k - 1) if k else 0.0,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))

    def __truediv__(self, other):
        return self * Value.of(other) ** -1


@misconception(
    "Value", says="in the derivative of a power the factor is lowered by 1, and the exponent stays"
)
class value_whose_power_lowers_the_factor_alone(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), ((k - 1) * a**k,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception(
    "Value", says="in the derivative of a power the factor is lowered by 1, and the exponent stays"
)
class value_whose_power_lowers_the_factor_alone_and_quotients(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), ((k - 1) * a**k,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))

    def __truediv__(self, other):
        return self * Value.of(other) ** -1


@misconception(
    "Value", says="the derivative of every power is exponent times base, as for a square alone"
)
class value_whose_power_has_the_slope_of_a_square_and_quotients(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), (k * a,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))

    def __truediv__(self, other):
        return self * Value.of(other) ** -1


@misconception("Value", says="the derivative of every power is that of the square")
class value_whose_power_knows_squares_alone(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), (2 * a,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception(
    "Value", says="the derivative of a power is the exponent alone: the base is left out"
)
class value_whose_power_hands_back_the_exponent(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), (k,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception("Value", says="a power has the local derivative 1 for its base")
class value_whose_power_has_slope_one(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), (1.0,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception(
    "Value", says="in the derivative of a power it is divided by the exponent, not multiplied"
)
class value_whose_power_divides_by_the_exponent(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), (a ** (k - 1) / k if k else 0.0,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception(
    "Value", says="in the derivative of a power the power is integrated, not differentiated"
)
class value_whose_power_is_integrated(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), (a ** (k + 1) / (k + 1) if k != -1 else math.log(abs(a)),))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception(
    "Value",
    says="a power with a plain exponent has the derivative of an exponential, with a logarithm",
)
class value_whose_power_has_the_slope_of_an_exponential(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a**k, (self,), (a**k * math.log(abs(a) or 1.0),))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception("Value", says="the value of a power is computed as a product of base and exponent")
class value_whose_power_is_a_product(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            a, k = self.data, other
            return Value(a * k, (self,), (k,))
        power = self.data**other.data
        by_base = other.data * self.data ** (other.data - 1)
        return Value(power, (self, other), (by_base, power * math.log(self.data)))


@misconception(
    "Value",
    says=(
        "the derivative of a power by its exponent holds the power rule as well as the logarithm"
    ),
)
class value_whose_exponent_has_the_power_rule_and_a_logarithm(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            return Value(self.data**other, (self,), (slope,))
        a, b = self.data, other.data
        power = a**b
        return Value(power, (self, other), (b * a ** (b - 1), b * a ** (b - 1) * math.log(a)))


@misconception(
    "Value", says="the derivative of a power by its exponent holds the exponent as a factor"
)
class value_whose_exponent_has_exponent_times_power_and_logarithm(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            return Value(self.data**other, (self,), (slope,))
        a, b = self.data, other.data
        power = a**b
        return Value(power, (self, other), (b * a ** (b - 1), b * power * math.log(a)))


@misconception(
    "Value",
    says="the derivative of a power by its exponent lacks the natural logarithm of the base",
)
class value_whose_exponent_has_the_logarithm_to_base_two(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            return Value(self.data**other, (self,), (slope,))
        a, b = self.data, other.data
        power = a**b
        return Value(power, (self, other), (b * a ** (b - 1), power * math.log2(a)))


@misconception(
    "Value", says="the derivative of a power by its exponent holds a logarithm to base 10"
)
class value_whose_exponent_has_the_logarithm_to_base_ten(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            return Value(self.data**other, (self,), (slope,))
        a, b = self.data, other.data
        power = a**b
        return Value(power, (self, other), (b * a ** (b - 1), power * math.log10(a)))


@misconception("Value", says="the derivative of a power by its exponent is 1")
class value_whose_exponent_has_slope_one(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            return Value(self.data**other, (self,), (slope,))
        a, b = self.data, other.data
        power = a**b
        return Value(power, (self, other), (b * a ** (b - 1), 1.0))


@misconception(
    "Value", says="where the exponent is a Value, the base of the power receives no derivative"
)
class value_whose_exponent_takes_it_all(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            return Value(self.data**other, (self,), (slope,))
        a, b = self.data, other.data
        power = a**b
        return Value(power, (self, other), (0.0, power * math.log(a)))


@misconception("Value", says="the value of a power has base and exponent exchanged")
class value_whose_exponent_and_base_are_turned_round(Value):
    def __pow__(self, other):
        if not isinstance(other, Value):
            slope = other * self.data ** (other - 1) if other else 0.0
            return Value(self.data**other, (self,), (slope,))
        a, b = self.data, other.data
        power = b**a
        return Value(power, (self, other), (b * a ** (b - 1), power * math.log(a)))


@misconception(
    "Value",
    says=(
        "the derivative of a power by its exponent holds the logarithm of the exponent, not "
        "of the base"
    ),
)
class value_whose_number_to_a_value_has_the_logarithm_of_the_exponent(Value):
    def __rpow__(self, other):
        return Value(other**self.data, (self,), (other**self.data * math.log(self.data),))


@misconception("Value", says="the derivative of a power by its exponent is 1")
class value_whose_number_to_a_value_has_slope_one(Value):
    def __rpow__(self, other):
        return Value(other**self.data, (self,), (1.0,))


@misconception("Value", says="number ** Value lacks the natural logarithm of the number")
class value_whose_number_to_a_value_is_a_power_with_log_two(Value):
    def __rpow__(self, other):
        return (self * math.log2(other)).exp()


@misconception("Value", says="number ** Value holds a logarithm to base 10")
class value_whose_number_to_a_value_is_a_power_with_log_ten(Value):
    def __rpow__(self, other):
        return (self * math.log10(other)).exp()


@misconception("Value", says="the derivative of exp holds its input as a factor")
class value_whose_slope_of_exp_with_its_input(Value):
    def exp(self):
        a = self.data
        y = math.exp(a)
        return Value(y, (self,), (a * y,))


@misconception("Value", says="in the derivative of exp the exponent is lowered by 1")
class value_whose_slope_of_exp_with_a_lowered_exponent(Value):
    def exp(self):
        a = self.data
        y = math.exp(a)
        return Value(y, (self,), (math.exp(a - 1),))


@misconception("Value", says="the derivative of exp is one over its output, or exp(-a)")
class value_whose_slope_of_exp_is_a_reciprocal(Value):
    def exp(self):
        a = self.data
        y = math.exp(a)
        return Value(y, (self,), (1 / y,))


@misconception("Value", says="the derivative of exp has the wrong sign")
class value_whose_slope_of_exp_has_a_minus(Value):
    def exp(self):
        a = self.data
        y = math.exp(a)
        return Value(y, (self,), (-y,))


@misconception("Value", says="exp is computed as a power of 2")
class value_whose_exp_to_base_two(Value):
    def exp(self):
        a = self.data
        y = 2.0**a
        return Value(y, (self,), (y * math.log(2),))


@misconception("Value", says="exp is computed as a power of 10")
class value_whose_exp_to_base_ten(Value):
    def exp(self):
        a = self.data
        y = 10.0**a
        return Value(y, (self,), (y * math.log(10),))


@misconception("Value", says="the value of exp is that of exp(-a)")
class value_whose_exp_of_minus(Value):
    def exp(self):
        a = self.data
        y = math.exp(-a)
        return Value(y, (self,), (-y,))


@misconception("Value", says="e is rounded to a few digits in exp")
class value_whose_exp_with_a_rounded_e(Value):
    def exp(self):
        a = self.data
        y = 2.718**a
        return Value(y, (self,), (y,))


@misconception("Value", says="e is rounded to a few digits in exp")
class value_whose_exp_with_e_to_five_digits(Value):
    def exp(self):
        a = self.data
        y = 2.71828**a
        return Value(y, (self,), (y,))


@misconception(
    "Value",
    says=(
        "the derivative of log is minus one over the square of the input, as for one over the input"
    ),
)
class value_whose_slope_of_log_is_the_second(Value):
    def log(self):
        a = self.data
        y = math.log(a)
        return Value(y, (self,), (-1 / a**2,))


@misconception("Value", says="the derivative of log is that of the logarithm to base 2")
class value_whose_slope_of_log_with_ln_two(Value):
    def log(self):
        a = self.data
        y = math.log(a)
        return Value(y, (self,), (1 / (a * math.log(2)),))


@misconception("Value", says="the derivative of log is that of ln(1 + a)")
class value_whose_slope_of_log_of_one_plus(Value):
    def log(self):
        a = self.data
        y = math.log(a)
        return Value(y, (self,), (1 / (1 + a),))


@misconception("Value", says="the input of log is kept away from 0 in its derivative")
class value_whose_slope_of_log_with_a_bound(Value):
    def log(self):
        a = self.data
        y = math.log(a)
        return Value(y, (self,), (1 / max(a, 1e-6),))


@misconception("Value", says="the value of log is that of ln(1 + a)")
class value_whose_log_of_one_plus(Value):
    def log(self):
        a = self.data
        y = math.log1p(a)
        return Value(y, (self,), (1 / (1 + a),))


@misconception("Value", says="the input of log is kept away from 0")
class value_whose_log_of_not_so_small_numbers(Value):
    def log(self):
        a = self.data
        y = math.log(max(a, 1e-6))
        return Value(y, (self,), (1 / max(a, 1e-6),))


@misconception("Value", says="the input of log is kept away from 0")
class value_whose_log_of_no_small_numbers(Value):
    def log(self):
        a = self.data
        y = math.log(max(a, 1e-7))
        return Value(y, (self,), (1 / max(a, 1e-7),))


@misconception("Value", says="something is added to the input of log")
class value_whose_log_with_1e_7(Value):
    def log(self):
        a = self.data
        y = math.log(a + 1e-7)
        return Value(y, (self,), (1 / (a + 1e-7),))


@misconception("Value", says="tanh has the derivative of the arctangent")
class value_whose_slope_of_tanh_of_the_arctangent(Value):
    def tanh(self):
        a = self.data
        y = math.tanh(a)
        return Value(y, (self,), (1 / (1 + a * a),))


@misconception("Value", says="in the derivative of tanh, tanh is applied to the output again")
class value_whose_slope_of_tanh_of_the_output_again(Value):
    def tanh(self):
        a = self.data
        y = math.tanh(a)
        return Value(y, (self,), (1 - math.tanh(y) ** 2,))


@misconception("Value", says="in the derivative of tanh the hyperbolic cosine is not squared")
class value_whose_slope_of_tanh_without_the_square_on_cosh(Value):
    def tanh(self):
        a = self.data
        y = math.tanh(a)
        return Value(y, (self,), (1 / math.cosh(max(-700.0, min(700.0, a))),))


@misconception("Value", says="the derivative of tanh holds its input as a factor")
class value_whose_slope_of_tanh_with_the_input_too(Value):
    def tanh(self):
        a = self.data
        y = math.tanh(a)
        return Value(y, (self,), (a * (1 - y * y),))


@misconception("Value", says="tanh is computed for twice its input")
class value_whose_tanh_of_double(Value):
    def tanh(self):
        a = self.data
        y = math.tanh(2 * a)
        return Value(y, (self,), (1 - y * y,))


@misconception("Value", says="the value of tanh is the hyperbolic sine")
class value_whose_tanh_is_sinh(Value):
    def tanh(self):
        a = self.data
        y = math.sinh(a)
        return Value(y, (self,), (1 - y * y,))


@misconception("Value", says="the value of tanh is the hyperbolic cosine")
class value_whose_tanh_is_cosh(Value):
    def tanh(self):
        a = self.data
        y = math.cosh(a)
        return Value(y, (self,), (1 - y * y,))


@misconception("Value", says="tanh is upside down: numerator and denominator are exchanged")
class value_whose_tanh_is_upside_down(Value):
    def tanh(self):
        a = self.data
        y = 1 / math.tanh(a)
        return Value(y, (self,), (1 - y * y,))


@misconception("Value", says="the value of tanh has the wrong sign")
class value_whose_tanh_has_a_minus(Value):
    def tanh(self):
        a = self.data
        y = -math.tanh(a)
        return Value(y, (self,), (1 - y * y,))


@misconception("Value", says="the tangent is computed in place of its hyperbolic sister")
class value_whose_tanh_is_a_tangent(Value):
    def tanh(self):
        a = self.data
        y = math.tan(a)
        return Value(y, (self,), (1 + y * y,))


@misconception("Value", says="the arctangent is computed in place of tanh")
class value_whose_tanh_is_an_arctangent(Value):
    def tanh(self):
        a = self.data
        y = math.atan(a)
        return Value(y, (self,), (1 / (1 + a * a),))


@misconception(
    "Value", says="the derivative of relu is the number itself where it is positive, not 1"
)
class value_whose_slope_of_relu_is_its_input(Value):
    def relu(self):
        a = self.data
        y = max(a, 0.0)
        return Value(y, (self,), (a,))


@misconception("Value", says="relu has a slope other than 0 for negative inputs, as a leaky one")
class value_whose_slope_of_relu_leaks(Value):
    def relu(self):
        a = self.data
        y = max(a, 0.0)
        return Value(y, (self,), (1.0 if a > 0 else 0.01,))


@misconception("Value", says="relu has the slope -1 for negative inputs")
class value_whose_slope_of_relu_is_a_sign(Value):
    def relu(self):
        a = self.data
        y = max(a, 0.0)
        return Value(y, (self,), (1.0 if a > 0 else -1.0,))


@misconception("Value", says="relu is 1 for positive inputs, not the input itself")
class value_whose_relu_is_a_step(Value):
    def relu(self):
        a = self.data
        y = float(a > 0)
        return Value(y, (self,), (0.0,))


@misconception("Value", says="relu gives back its input, negative or not")
class value_whose_relu_is_nothing(Value):
    def relu(self):
        a = self.data
        y = a
        return Value(y, (self,), (float(a > 0),))


@misconception("Value", says="relu is 0 for positive inputs, and not for negative ones")
class value_whose_relu_of_minus(Value):
    def relu(self):
        a = self.data
        y = max(-a, 0.0)
        return Value(y, (self,), (-float(a < 0),))


@misconception("Value", says="relu is computed as a smooth softplus")
class value_whose_relu_is_a_softplus(Value):
    def relu(self):
        a = self.data
        y = math.log1p(math.exp(a))
        return Value(y, (self,), (1 / (1 + math.exp(-a)),))


@misconception("Value", says="the numbers are rounded to whole ones")
class value_of_rounded_numbers(Value):
    def __init__(self, data, inputs=(), slopes=()):
        self.data = float(round(float(data)))
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self.slopes = tuple(slopes)


@misconception("Value", says="the numbers are rounded to a few digits")
class value_of_four_digits(Value):
    def __init__(self, data, inputs=(), slopes=()):
        self.data = round(float(data), 4)
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self.slopes = tuple(slopes)


@misconception("Value", says="the numbers are kept in single precision")
class value_of_single_precision(Value):
    def __init__(self, data, inputs=(), slopes=()):
        import struct

        (self.data,) = struct.unpack("f", struct.pack("f", data))
        self.grad = 0.0
        self.inputs = tuple(inputs)
        self.slopes = tuple(slopes)


@misconception("Value", says="a plain number is cut to a whole one when it becomes a Value")
class value_of_whole_constants(Value):
    @staticmethod
    def of(x):
        return x if isinstance(x, Value) else Value(int(x))


@misconception("Value", says="a plain number counts as 0 when it becomes a Value")
class value_of_constants_without_value(Value):
    @staticmethod
    def of(x):
        return x if isinstance(x, Value) else Value(0.0)


# --- checkout ------------------------------------------------------------------------------


@misconception("checkout", says="the tax is taken for a percentage")
def checkout_with_a_tax_in_percent(price, count, tax):
    total = price * count * (1 + tax / 100)
    return total, {
        "price": count * (1 + tax / 100),
        "count": price * (1 + tax / 100),
        "tax": price * count / 100,
    }


@misconception(
    "checkout", says="the total holds only the tax, or takes the factor for the whole less 1"
)
def checkout_with_the_tax_alone(price, count, tax):
    total = price * count * (tax - 1)
    return total, {"price": count * (tax - 1), "count": price * (tax - 1), "tax": price * count}


@misconception("checkout", says="what should be multiplied on the way back is added")
def checkout_that_adds_above(price, count, tax):
    total = price * count * tax
    return total, {"price": tax + count, "count": tax + price, "tax": price * count}


@misconception("checkout", says="what should be multiplied on the way back is added")
def checkout_that_adds_the_factors(price, count, tax):
    total = price * count * tax
    return total, {"price": count + tax, "count": price + tax, "tax": price + count}


@misconception(
    "checkout",
    says=(
        "the derivatives by price and by count hold their own values, not each other's: the "
        "two are exchanged"
    ),
)
def checkout_with_price_and_count_exchanged(price, count, tax):
    total = price * count * tax
    return total, {"price": price * tax, "count": count * tax, "tax": price * count}


@misconception("checkout", says="the derivatives by price and by tax are exchanged")
def checkout_with_price_and_tax_exchanged(price, count, tax):
    total = price * count * tax
    return total, {"price": price * count, "count": price * tax, "tax": count * tax}


@misconception("checkout", says="the derivatives by count and by tax are exchanged")
def checkout_with_count_and_tax_exchanged(price, count, tax):
    total = price * count * tax
    return total, {"price": count * tax, "count": price * count, "tax": price * tax}


@misconception("checkout", says="the derivative by tax is the total, not the goods")
def checkout_with_the_tax_on_both(price, count, tax):
    total = price * count * tax
    return total, {"price": count * tax, "count": price * tax, "tax": total}


@misconception("checkout", says="the derivative by tax is the tax factor itself")
def checkout_with_the_tax_at_the_tax(price, count, tax):
    total = price * count * tax
    return total, {"price": count * tax, "count": price * tax, "tax": tax}


@misconception("checkout", says="the derivative by tax is 1: the goods are left out")
def checkout_with_one_at_the_tax(price, count, tax):
    total = price * count * tax
    return total, {"price": count * tax, "count": price * tax, "tax": 1.0}


@misconception("checkout", says="what comes from above at the start is the total, not 1")
def checkout_with_the_total_from_above(price, count, tax):
    total = price * count * tax
    return total, {
        "price": total * tax * count,
        "count": total * tax * price,
        "tax": total * count * price,
    }


@misconception(
    "checkout",
    says=("the derivatives by price and count are multiplied by the goods, not by the tax factor"),
)
def checkout_with_the_goods_from_above(price, count, tax):
    total = price * count * tax
    return total, {
        "price": price * count * count,
        "count": price * count * price,
        "tax": price * count,
    }


@misconception("checkout", says="the tax factor is multiplied in twice on the way back")
def checkout_with_the_square_of_the_tax(price, count, tax):
    total = price * count * tax
    return total, {"price": count * tax * tax, "count": price * tax * tax, "tax": price * count}


@misconception("checkout", says="on the way back it is divided by the tax factor, not multiplied")
def checkout_that_divides_on_the_way_back(price, count, tax):
    total = price * count * tax
    return total, {"price": count / tax, "count": price / tax, "tax": price * count}


@misconception("checkout", says="all local derivatives are 1, as in a sum")
def checkout_with_everything_one(price, count, tax):
    total = price * count * tax
    return total, {"price": 1.0, "count": 1.0, "tax": 1.0}


@misconception(
    "checkout",
    says="the derivatives by price and count are those by the goods, with no local derivative",
)
def checkout_with_tax_for_both(price, count, tax):
    total = price * count * tax
    return total, {"price": tax, "count": tax, "tax": price * count}


@misconception("checkout", says="the tax factor is left out of the total")
def checkout_without_the_tax(price, count, tax):
    total = price * count
    return total, {"price": count, "count": price, "tax": 0.0}


@misconception("checkout", says="the total is a sum, not a product")
def checkout_with_a_sum(price, count, tax):
    total = price + count + tax
    return total, {"price": 1.0, "count": 1.0, "tax": 1.0}


@misconception(
    "checkout", says="the tax is added to the price before it is multiplied by the count"
)
def checkout_with_the_tax_on_the_price_alone(price, count, tax):
    total = (price + tax) * count
    return total, {"price": count, "count": price + tax, "tax": count}


@misconception("checkout", says="the goods are divided by the tax factor, not multiplied")
def checkout_that_divides_by_the_tax(price, count, tax):
    total = price * count / tax
    return total, {"price": count / tax, "count": price / tax, "tax": -price * count / tax**2}


@misconception("checkout", says="the total is rounded")
def checkout_rounded(price, count, tax):
    total = round(price * count * tax, 2)
    return total, {"price": count * tax, "count": price * tax, "tax": price * count}


@misconception("checkout", says="the total is rounded")
def checkout_rounded_to_whole_yuan(price, count, tax):
    total = round(price * count * tax)
    return total, {"price": count * tax, "count": price * tax, "tax": price * count}


@misconception("checkout", says="the tax factor is fixed at 1.1, whatever `tax` is")
def checkout_with_a_fixed_tax(price, count, tax):
    total = price * count * 1.1
    return total, {"price": count * 1.1, "count": price * 1.1, "tax": price * count}


@misconception("checkout", says="the derivative by tax is the price alone: the count is left out")
def checkout_with_the_slope_by_tax_of_the_price(price, count, tax):
    total = price * count * tax
    return total, {"price": count * tax, "count": price * tax, "tax": price}


@misconception("checkout", says="the derivative by tax is the count alone: the price is left out")
def checkout_with_the_slope_by_tax_of_the_count(price, count, tax):
    total = price * count * tax
    return total, {"price": count * tax, "count": price * tax, "tax": count}


@misconception("checkout", says="the derivative by tax has the wrong sign")
def checkout_with_a_minus_at_the_tax(price, count, tax):
    total = price * count * tax
    return total, {"price": count * tax, "count": price * tax, "tax": -price * count}


@misconception("checkout", says="the derivative by count lacks the tax factor")
def checkout_with_the_tax_as_a_share(price, count, tax):
    total = price * count * tax
    return total, {"price": count * tax, "count": price, "tax": price * count}


@misconception(
    "checkout",
    says=(
        "the price is overwritten by its derivative, which then goes into the derivative by count"
    ),
)
def checkout_that_overwrites_the_price(price, count, tax):
    goods = price * count
    total = goods * tax
    price = tax * count
    count = tax * price
    return total, {"price": price, "count": count, "tax": goods}


@misconception(
    "checkout",
    says=(
        "the derivatives are changes of the total for a step that is too large for the price "
        "of one yuan"
    ),
)
def checkout_by_a_percent(price, count, tax):
    total = price * count * tax
    change = 0.01 * total
    return total, {"price": change, "count": change, "tax": change}


@misconception(
    "checkout", says="the derivatives are differences for a small step, right to a few digits only"
)
def checkout_by_differences_of_1e_7(price, count, tax):
    def bill(p, c, t):
        return p * c * t

    h, total = 1e-7, bill(price, count, tax)
    slopes = {
        "price": (bill(price + h, count, tax) - total) / h,
        "count": (bill(price, count + h, tax) - total) / h,
        "tax": (bill(price, count, tax + h) - total) / h,
    }
    return total, slopes


@misconception(
    "checkout", says="the derivatives are differences for a small step, right to a few digits only"
)
def checkout_by_differences_of_1e_8(price, count, tax):
    def bill(p, c, t):
        return p * c * t

    h, total = 1e-8, bill(price, count, tax)
    slopes = {
        "price": (bill(price + h, count, tax) - total) / h,
        "count": (bill(price, count + h, tax) - total) / h,
        "tax": (bill(price, count, tax + h) - total) / h,
    }
    return total, slopes


@formula("checkout")
def checkout_in_one_line(price, count, tax):
    total = price * count * tax
    return total, {"price": count * tax, "count": price * tax, "tax": price * count}


@formula("checkout")
def checkout_with_the_derivative_from_above(price, count, tax):
    goods = price * count
    total = goods * tax
    d_total = 1.0
    d_goods, d_tax = d_total * tax, d_total * goods
    d_price, d_count = d_goods * count, d_goods * price
    return total, {"price": d_price, "count": d_count, "tax": d_tax}


@formula("checkout")
def checkout_with_a_dictionary_that_grows(price, count, tax):
    goods = price * count
    slopes = {}
    slopes["tax"] = goods
    slopes["count"] = tax * price
    slopes["price"] = tax * count
    return goods * tax, slopes


# --- topological_order ------------------------------------------------------------------


@misconception(
    "topological_order",
    says="the order in which a search from root first meets the nodes is turned round",
)
def order_depth_first_turned(root):
    order, seen, waiting = [], set(), [root]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            order.append(node)
            waiting.extend(node.inputs)
    return order[::-1]


@misconception(
    "topological_order",
    says="the order in which a search from root first meets the nodes is turned round",
)
def order_depth_first_from_the_left_turned(root):
    order, seen, waiting = [], set(), [root]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            order.append(node)
            waiting.extend(node.inputs[::-1])
    return order[::-1]


@misconception(
    "topological_order",
    says="the order in which a search from root first meets the nodes is turned round",
)
def order_breadth_first_turned(root):
    order, seen, waiting = [], set(), [root]
    while waiting:
        node = waiting.pop(0)
        if node not in seen:
            seen.add(node)
            order.append(node)
            waiting.extend(node.inputs)
    return order[::-1]


@misconception(
    "topological_order",
    says="the order in which a search from root first meets the nodes is turned round",
)
def order_breadth_first_from_the_right_turned(root):
    order, seen, waiting = [], set(), [root]
    while waiting:
        node = waiting.pop(0)
        if node not in seen:
            seen.add(node)
            order.append(node)
            waiting.extend(node.inputs[::-1])
    return order[::-1]


@misconception(
    "topological_order",
    says="nodes stand in the order in which a search from root first meets them",
)
def order_depth_first_as_met(root):
    order, seen, waiting = [], set(), [root]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            order.append(node)
            waiting.extend(node.inputs)
    return order


@misconception(
    "topological_order",
    says="nodes stand in the order in which a search from root first meets them",
)
def order_depth_first_from_the_left_as_met(root):
    order, seen, waiting = [], set(), [root]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            order.append(node)
            waiting.extend(node.inputs[::-1])
    return order


@misconception(
    "topological_order",
    says="nodes stand in the order in which a search from root first meets them",
)
def order_breadth_first_as_met(root):
    order, seen, waiting = [], set(), [root]
    while waiting:
        node = waiting.pop(0)
        if node not in seen:
            seen.add(node)
            order.append(node)
            waiting.extend(node.inputs)
    return order


@misconception(
    "topological_order",
    says="nodes stand in the order in which a search from root first meets them",
)
def order_breadth_first_from_the_right_as_met(root):
    order, seen, waiting = [], set(), [root]
    while waiting:
        node = waiting.pop(0)
        if node not in seen:
            seen.add(node)
            order.append(node)
            waiting.extend(node.inputs[::-1])
    return order


@misconception(
    "topological_order",
    says="the list is the wrong way round: it begins with root",
)
def order_from_root_to_leaves(root):
    order, seen, path = [], {root}, [(root, iter(root.inputs))]
    while path:
        node, rest = path[-1]
        for x in rest:
            if x not in seen:
                seen.add(x)
                path.append((x, iter(x.inputs)))
                break
        else:
            order.append(node)
            path.pop()
    return order[::-1]


@misconception(
    "topological_order",
    says="the list is the wrong way round: it begins with root",
)
def order_from_root_to_leaves_last_input_first(root):
    order, seen, path = [], {root}, [(root, iter(root.inputs[::-1]))]
    while path:
        node, rest = path[-1]
        for x in rest:
            if x not in seen:
                seen.add(x)
                path.append((x, iter(x.inputs[::-1])))
                break
        else:
            order.append(node)
            path.pop()
    return order[::-1]


@misconception(
    "topological_order",
    says="the leaves are left out",
)
def order_without_leaves(root):
    order, seen, path = [], {root}, [(root, iter(root.inputs))]
    while path:
        node, rest = path[-1]
        for x in rest:
            if x not in seen:
                seen.add(x)
                path.append((x, iter(x.inputs)))
                break
        else:
            order.append(node)
            path.pop()
    return [node for node in order if node.inputs]


@misconception(
    "topological_order",
    says="the leaves are left out",
)
def order_without_leaves_last_input_first(root):
    order, seen, path = [], {root}, [(root, iter(root.inputs[::-1]))]
    while path:
        node, rest = path[-1]
        for x in rest:
            if x not in seen:
                seen.add(x)
                path.append((x, iter(x.inputs[::-1])))
                break
        else:
            order.append(node)
            path.pop()
    return [node for node in order if node.inputs]


@misconception(
    "topological_order",
    says="only the first input of each node is followed",
)
def order_along_first_inputs(root):
    order, seen, path = [], {root}, [(root, iter(root.inputs[:1]))]
    while path:
        node, rest = path[-1]
        for x in rest:
            if x not in seen:
                seen.add(x)
                path.append((x, iter(x.inputs[:1])))
                break
        else:
            order.append(node)
            path.pop()
    return order


@misconception(
    "topological_order",
    says="only the last input of each node is followed",
)
def order_along_last_inputs(root):
    order, seen, path = [], {root}, [(root, iter(root.inputs[-1:]))]
    while path:
        node, rest = path[-1]
        for x in rest:
            if x not in seen:
                seen.add(x)
                path.append((x, iter(x.inputs[-1:])))
                break
        else:
            order.append(node)
            path.pop()
    return order


@misconception(
    "topological_order",
    says="root itself is left out",
)
def order_that_ends_before_root(root):
    order, seen, path = [], {root}, [(root, iter(root.inputs))]
    while path:
        node, rest = path[-1]
        for x in rest:
            if x not in seen:
                seen.add(x)
                path.append((x, iter(x.inputs)))
                break
        else:
            order.append(node)
            path.pop()
    return order[:-1]


@misconception(
    "topological_order",
    says="only the direct inputs of root are there, not what they are computed from",
)
def order_of_direct_inputs(root):
    return [*dict.fromkeys(root.inputs), root]


@misconception(
    "topological_order",
    says="a node is written down again for each way that leads to it",
)
def order_with_every_way_written_down(root):
    order, waiting = [], [root]
    while waiting and len(order) < 100_000:
        order.append(node := waiting.pop())
        waiting.extend(node.inputs)
    return order[::-1]


@misconception(
    "topological_order",
    says="the order in which a search from root first meets the nodes is turned round",
)
def order_by_depth_marked_when_found_turned(root):
    order, seen, waiting = [], {root}, [root]
    while waiting:
        order.append(node := waiting.pop())
        for x in node.inputs:
            if x not in seen:
                seen.add(x)
                waiting.append(x)
    return order[::-1]


@misconception(
    "topological_order",
    says="nodes stand in the order in which a search from root first meets them",
)
def order_by_breadth_marked_when_found_as_met(root):
    order, seen, waiting = [], {root}, [root]
    while waiting:
        order.append(node := waiting.pop(0))
        for x in node.inputs:
            if x not in seen:
                seen.add(x)
                waiting.append(x)
    return order


@misconception(
    "topological_order",
    says="nodes stand in the order in which a search from root first meets them",
)
def order_by_depth_marked_when_found_as_met(root):
    order, seen, waiting = [], {root}, [root]
    while waiting:
        order.append(node := waiting.pop())
        for x in node.inputs:
            if x not in seen:
                seen.add(x)
                waiting.append(x)
    return order


# --- loss_value ----------------------------------------------------------------------------


@misconception("loss_value", says="the bias is added more than once")
def loss_with_the_bias_twice(w, b, x, y):
    z = b + b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the bias is added more than once")
def loss_with_the_bias_for_every_input(w, b, x, y):
    z = Value(0.0)
    for weight, feature in zip(w, x):
        z = z + weight * feature + b
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the bias is subtracted, not added")
def loss_with_the_bias_subtracted(w, b, x, y):
    z = -b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the products of weights and inputs are subtracted, not added")
def loss_with_the_products_subtracted(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z - weight * feature
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the inputs `x` are left out of the logit")
def loss_of_the_weights_alone(w, b, x, y):
    z = b
    for weight in w:
        z = z + weight
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="not all products of weights and inputs go into the logit")
def loss_of_the_first_input(w, b, x, y):
    z = b + w[0] * x[0]
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="not all products of weights and inputs go into the logit")
def loss_of_the_last_input(w, b, x, y):
    z = b + w[-1] * x[-1]
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="not all products of weights and inputs go into the logit")
def loss_without_the_last_input(w, b, x, y):
    z = b
    for i in range(len(w) - 1):
        z = z + w[i] * x[i]
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="not all products of weights and inputs go into the logit")
def loss_without_the_first_input(w, b, x, y):
    z = b
    for i in range(1, len(w)):
        z = z + w[i] * x[i]
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="weights and inputs are added, not multiplied")
def loss_of_sums(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight + feature
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the logit holds the mean of the products, not their sum")
def loss_of_a_mean(w, b, x, y):
    z = Value(0.0)
    for weight, feature in zip(w, x):
        z = z + weight * feature
    z = z / len(w) + b
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the logit is divided by the number of inputs")
def loss_of_a_mean_with_the_bias(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    z = z / len(w)
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the inputs are taken in the wrong order")
def loss_of_turned_inputs(w, b, x, y):
    z = b
    for weight, feature in zip(w, x[::-1]):
        z = z + weight * feature
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the inputs are squared in the logit")
def loss_of_squared_inputs(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature**2
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the products are multiplied with each other, not added")
def loss_of_a_product(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z * weight * feature
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception(
    "loss_value",
    says=(
        "where the logit is 0, a sample with label 0 gives no slopes back: there is a kink, "
        "or the label is a factor of the logit"
    ),
)
def loss_with_the_label_in_the_logit(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    z = z * y
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the logit goes through tanh before the loss")
def loss_of_tanh_first(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    z = z.tanh()
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the logit goes through a sigmoid before the loss")
def loss_of_sigmoid_first(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    z = ((z / 2).tanh() + 1) / 2
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception(
    "loss_value", says="the label term is missing, for all logits or for those of one sign"
)
def loss_without_the_label(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z + (1 + (-z).exp()).log()
    return (1 + z.exp()).log()


@misconception("loss_value", says="the loss comes out as that of the other label")
def loss_as_if_the_label_were_one(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z


@misconception(
    "loss_value", says="the label term is missing, for all logits or for those of one sign"
)
def loss_without_the_label_on_the_left(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log()


@misconception(
    "loss_value", says="the label term is missing, for all logits or for those of one sign"
)
def loss_without_the_label_on_the_right(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception(
    "loss_value",
    says=(
        "where the logit is not negative, the part of ln(1 + exp(z)) that grows with z is missing"
    ),
)
def loss_without_the_linear_term(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return (1 + (-z).exp()).log() - z * y
    return (1 + z.exp()).log() - z * y


@misconception(
    "loss_value", says="the logarithm is left out, at least where the logit is not negative"
)
def loss_with_only_the_linear_term(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z * (1 - y)
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the label term y z is added, not subtracted")
def loss_with_the_label_added(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z * (1 + y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() + z * y


@misconception("loss_value", says="the label itself is subtracted, not y z")
def loss_with_the_label_subtracted_alone(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z + (1 + (-z).exp()).log() - y
    return (1 + z.exp()).log() - y


@misconception("loss_value", says="the loss, or the logarithm in it, has the wrong sign")
def loss_with_a_minus_before_the_logarithm(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z * (1 - y) - (1 + (-z).exp()).log()
    return -(1 + z.exp()).log() - z * y


@misconception("loss_value", says="samples with label 0 have no loss")
def loss_with_only_label_one(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return y * (1 + (-z).exp()).log()
    return y * ((1 + z.exp()).log() - z)


@misconception("loss_value", says="the loss is half of what it is")
def loss_that_is_halved(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return (z * (1 - y) + (1 + (-z).exp()).log()) / 2
    return ((1 + z.exp()).log() - z * y) / 2


@misconception("loss_value", says="the loss is in bits: the logarithm has base 2")
def loss_in_bits(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return (z * (1 - y) + (1 + (-z).exp()).log()) / math.log(2)
    return ((1 + z.exp()).log() - z * y) / math.log(2)


@misconception("loss_value", says="in the logarithm, 1 is missing or another number")
def loss_of_a_wrong_one(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z * (1 - y) + (2 + (-z).exp()).log()
    return (2 + z.exp()).log() - z * y


@misconception(
    "loss_value", says="where the logit is not negative, the linear term has the wrong sign"
)
def loss_with_a_wrong_sign_on_the_right(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z * (y - 1) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the logarithm of exp(-z) is taken as it stands, without the 1")
def loss_with_the_logarithm_of_two_sides(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z * (1 - y) + (-z).exp()
    return z.exp() - z * y


@misconception("loss_value", says="the loss is a squared error, not the logistic loss")
def loss_of_squares(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    p = ((z / 2).tanh() + 1) / 2
    return (p - y) ** 2


@misconception("loss_value", says="the loss is a squared error, not the logistic loss")
def loss_of_half_squares(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    p = ((z / 2).tanh() + 1) / 2
    return (p - y) ** 2 / 2


@misconception(
    "loss_value",
    says="a probability, or its difference from the label, comes back and not the loss",
)
def loss_as_a_probability(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    p = ((z / 2).tanh() + 1) / 2
    return p


@misconception(
    "loss_value",
    says="a probability, or its difference from the label, comes back and not the loss",
)
def loss_as_a_difference(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    p = ((z / 2).tanh() + 1) / 2
    return p - y


@misconception(
    "loss_value",
    says="a probability, or its difference from the label, comes back and not the loss",
)
def loss_as_a_product_of_probabilities(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    p = ((z / 2).tanh() + 1) / 2
    return p if y else 1 - p


@misconception("loss_value", says="the logit comes back, not the loss")
def loss_as_a_logit(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    return z * 1.0


@misconception("loss_value", says="the loss is a hinge, not the logistic loss")
def loss_as_a_hinge(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    return (1 - z * (2 * y - 1)).relu()


@misconception(
    "loss_value", says="the logarithm is left out, at least where the logit is not negative"
)
def loss_as_in_the_perceptron(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    return (-z * (2 * y - 1)).relu()


@misconception(
    "loss_value",
    says=(
        "the probability is clipped, or something is added to it, so the loss of a sure and "
        "wrong sample is too small"
    ),
)
def loss_with_1e_7_in_the_logarithm(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    p = ((z / 2).tanh() + 1) / 2
    return -(p + 1e-7).log() if y else -(1 - p + 1e-7).log()


@misconception(
    "loss_value",
    says=(
        "the probability is clipped, or something is added to it, so the loss of a sure and "
        "wrong sample is too small"
    ),
)
def loss_with_1e_8_in_the_logarithm(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    p = ((z / 2).tanh() + 1) / 2
    return -(p + 1e-8).log() if y else -(1 - p + 1e-8).log()


@misconception(
    "loss_value",
    says=(
        "the probability is clipped, or something is added to it, so the loss of a sure and "
        "wrong sample is too small"
    ),
)
def loss_with_1e_10_in_the_logarithm(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    p = ((z / 2).tanh() + 1) / 2
    return -(p + 1e-10).log() if y else -(1 - p + 1e-10).log()


@misconception(
    "loss_value",
    says=(
        "the probability is clipped, or something is added to it, so the loss of a sure and "
        "wrong sample is too small"
    ),
)
def loss_with_1e_12_in_the_logarithm(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    p = ((z / 2).tanh() + 1) / 2
    return -(p + 1e-12).log() if y else -(1 - p + 1e-12).log()


@misconception(
    "loss_value",
    says=(
        "the probability is clipped, or something is added to it, so the loss of a sure and "
        "wrong sample is too small"
    ),
)
def loss_with_1e_15_in_the_logarithm(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    p = ((z / 2).tanh() + 1) / 2
    return -(p + 1e-15).log() if y else -(1 - p + 1e-15).log()


@misconception(
    "loss_value",
    says=(
        "the probability is clipped, or something is added to it, so the loss of a sure and "
        "wrong sample is too small"
    ),
)
def loss_with_a_probability_clipped_to_1e_7(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    p = ((z / 2).tanh() + 1) / 2
    if p.data < 1e-7 or p.data > 1 - 1e-7:
        p = Value(min(max(p.data, 1e-7), 1 - 1e-7), (p,), (0.0,))
    return -p.log() if y == 1 else -(1 - p).log()


@misconception(
    "loss_value",
    says=(
        "the probability is clipped, or something is added to it, so the loss of a sure and "
        "wrong sample is too small"
    ),
)
def loss_with_a_probability_clipped_to_1e_12(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    p = ((z / 2).tanh() + 1) / 2
    if p.data < 1e-12 or p.data > 1 - 1e-12:
        p = Value(min(max(p.data, 1e-12), 1 - 1e-12), (p,), (0.0,))
    return -p.log() if y == 1 else -(1 - p).log()


@misconception(
    "loss_value",
    says=(
        "the probability is clipped, or something is added to it, so the loss of a sure and "
        "wrong sample is too small"
    ),
)
def loss_with_a_probability_clipped_to_1e_15(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    p = ((z / 2).tanh() + 1) / 2
    if p.data < 1e-15 or p.data > 1 - 1e-15:
        p = Value(min(max(p.data, 1e-15), 1 - 1e-15), (p,), (0.0,))
    return -p.log() if y == 1 else -(1 - p).log()


@misconception(
    "loss_value",
    says="the logit is limited, so the loss and the slopes of a very sure sample are wrong",
)
def loss_with_a_logit_limited_to_20(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if abs(z.data) > 20:
        z = Value(math.copysign(20, z.data), (z,), (0.0,))
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception(
    "loss_value",
    says="the logit is limited, so the loss and the slopes of a very sure sample are wrong",
)
def loss_with_a_logit_limited_to_30(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if abs(z.data) > 30:
        z = Value(math.copysign(30, z.data), (z,), (0.0,))
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception(
    "loss_value",
    says="the logit is limited, so the loss and the slopes of a very sure sample are wrong",
)
def loss_with_a_logit_limited_to_50(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if abs(z.data) > 50:
        z = Value(math.copysign(50, z.data), (z,), (0.0,))
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception(
    "loss_value",
    says="the logit is limited, so the loss and the slopes of a very sure sample are wrong",
)
def loss_with_a_logit_limited_to_100(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if abs(z.data) > 100:
        z = Value(math.copysign(100, z.data), (z,), (0.0,))
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception(
    "loss_value",
    says="the logit is limited, so the loss and the slopes of a very sure sample are wrong",
)
def loss_with_a_logit_limited_to_700(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if abs(z.data) > 700:
        z = Value(math.copysign(700, z.data), (z,), (0.0,))
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception(
    "loss_value",
    says="the logit is limited, so the loss and the slopes of a very sure sample are wrong",
)
def loss_with_a_logit_limited_to_709(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if abs(z.data) > 709:
        z = Value(math.copysign(709, z.data), (z,), (0.0,))
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception(
    "loss_value", says="the logit is limited, so the loss of a very sure sample is too small"
)
def loss_with_a_logit_that_keeps_its_slope(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if abs(z.data) > 500:
        z = Value(math.copysign(500, z.data), (z,), (1.0,))
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the slope at a logit of 0 is wrong: the graph has a kink there")
def loss_with_a_size_of_relus(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    size = z.relu() + (-z).relu()
    top = z if z.data >= 0 else z * 0
    return top - z * y + (1 + (-size).exp()).log()


@misconception(
    "loss_value",
    says=(
        "the slope at a logit of 0 is wrong: the two parts of the formula choose different "
        "sides there"
    ),
)
def loss_with_the_other_wrong_top_at_zero(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    top = z if z.data >= 0 else z * 0
    size = z if z.data > 0 else -z
    return top - z * y + (1 + (-size).exp()).log()


@misconception(
    "loss_value",
    says=(
        "the loss, or its logarithm, is computed from plain numbers: what it should hand "
        "back is missing"
    ),
)
def loss_cut_off_at_the_logit(w, b, x, y):
    z = Value(sum(v.data * f for v, f in zip(w, x)) + b.data)
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception(
    "loss_value", says="the weights are taken as plain numbers, so nothing flows back to them"
)
def loss_cut_off_at_the_weights(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight.data * feature
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception(
    "loss_value", says="the bias is taken as a plain number, so nothing flows back to it"
)
def loss_cut_off_at_the_bias(w, b, x, y):
    z = Value(b.data)
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception(
    "loss_value",
    says=(
        "the loss, or its logarithm, is computed from plain numbers: what it should hand "
        "back is missing"
    ),
)
def loss_with_a_size_cut_off(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    top = z if z.data >= 0 else z * 0
    return top - z * y + math.log1p(math.exp(-abs(z.data)))


@misconception(
    "loss_value",
    says="the maximum of z and 0 is a plain number, so its part of the slope is missing",
)
def loss_with_a_top_cut_off(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    size = z if z.data >= 0 else -z
    return max(z.data, 0.0) - z * y + (1 + (-size).exp()).log()


@misconception("loss_value", says="the label is missing in the slopes by weights and bias")
def loss_with_a_linear_term_cut_off(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z - y * z.data + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - y * z.data


@misconception("loss_value", says="the slope by the logit has the wrong sign")
def loss_with_a_slope_with_the_sign_wrong(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    e = math.exp(-abs(z.data))
    p = (1.0 if z.data >= 0 else e) / (1 + e)
    value = max(z.data, 0.0) + math.log1p(e) - y * z.data
    return Value(value, (z,), (y - p,))


@misconception("loss_value", says="the slope by the logit is that of the sigmoid, p (1 - p)")
def loss_with_a_slope_of_the_sigmoid(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    e = math.exp(-abs(z.data))
    p = (1.0 if z.data >= 0 else e) / (1 + e)
    value = max(z.data, 0.0) + math.log1p(e) - y * z.data
    return Value(value, (z,), (p * (1 - p),))


@misconception(
    "loss_value", says="the slope by the logit has the factor p (1 - p) of a squared error"
)
def loss_with_a_slope_of_squares(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    e = math.exp(-abs(z.data))
    p = (1.0 if z.data >= 0 else e) / (1 + e)
    value = max(z.data, 0.0) + math.log1p(e) - y * z.data
    return Value(value, (z,), ((p - y) * p * (1 - p),))


@misconception("loss_value", says="the slope by the logit is the loss itself")
def loss_with_a_slope_by_the_loss(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    e = math.exp(-abs(z.data))
    value = max(z.data, 0.0) + math.log1p(e) - y * z.data
    return Value(value, (z,), (value,))


@misconception("loss_value", says="in the slope by the logit the label is added, not subtracted")
def loss_with_a_slope_by_the_label_added(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    e = math.exp(-abs(z.data))
    p = (1.0 if z.data >= 0 else e) / (1 + e)
    value = max(z.data, 0.0) + math.log1p(e) - y * z.data
    return Value(value, (z,), (p + y,))


@misconception("loss_value", says="the slope by the logit has a factor 2 too many")
def loss_with_a_slope_that_is_doubled(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    e = math.exp(-abs(z.data))
    p = (1.0 if z.data >= 0 else e) / (1 + e)
    value = max(z.data, 0.0) + math.log1p(e) - y * z.data
    return Value(value, (z,), (2 * (p - y),))


@misconception("loss_value", says="the slope by the logit is that of a squared error in z")
def loss_with_a_slope_with_the_logit(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    e = math.exp(-abs(z.data))
    value = max(z.data, 0.0) + math.log1p(e) - y * z.data
    return Value(value, (z,), (z.data - y,))


@formula("loss_value")
def loss_by_the_sign_of_z(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z - y * z + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - y * z


@formula("loss_value")
def loss_by_the_top_and_the_size(w, b, x, y):
    z = Value(0.0)
    for i in range(len(w)):
        z = z + w[i] * x[i]
    z = z + b
    if z.data >= 0:
        top, e = z, (-z).exp()
    else:
        top, e = 0.0, z.exp()
    return top - y * z + (e + 1).log()


@formula("loss_value")
def loss_by_the_label(w, b, x, y):
    z = b
    for i in range(len(x)):
        z = z + w[i] * x[i]
    if y == 1:
        z = -z
    if z.data > 0:
        return z + (1 + (-z).exp()).log()
    return (1 + z.exp()).log()


# --- further ones ---


@misconception("checkout", says="the derivative by price lacks the count")
def bill_price_slope_without_count(price, count, tax):
    slopes = {"price": tax, "count": price * tax, "tax": price * count}
    return price * count * tax, slopes


@misconception("checkout", says="the derivative by count lacks the price")
def bill_count_slope_without_price(price, count, tax):
    slopes = {"price": count * tax, "count": tax, "tax": price * count}
    return price * count * tax, slopes


@misconception("checkout", says="the derivative by price lacks the tax factor")
def bill_price_slope_without_tax(price, count, tax):
    slopes = {"price": count, "count": price * tax, "tax": price * count}
    return price * count * tax, slopes


@misconception(
    "checkout", says="the derivative by tax is the sum of price and count, not their product"
)
def bill_tax_slope_of_a_sum(price, count, tax):
    slopes = {"price": count * tax, "count": price * tax, "tax": price + count}
    return price * count * tax, slopes


@misconception("checkout", says="the derivative by price is the total itself")
def bill_price_slope_is_the_total(price, count, tax):
    slopes = {"price": price * count * tax, "count": price * tax, "tax": price * count}
    return price * count * tax, slopes


@misconception("checkout", says="the derivative by count is the total itself")
def bill_count_slope_is_the_total(price, count, tax):
    slopes = {"price": count * tax, "count": price * count * tax, "tax": price * count}
    return price * count * tax, slopes


@misconception("checkout", says="the derivative by price has the wrong sign")
def bill_price_slope_negative(price, count, tax):
    slopes = {"price": -count * tax, "count": price * tax, "tax": price * count}
    return price * count * tax, slopes


@misconception("checkout", says="the derivatives are rounded")
def bill_slopes_rounded(price, count, tax):
    slopes = {"price": round(count * tax), "count": round(price * tax), "tax": round(price * count)}
    return price * count * tax, slopes


@misconception("checkout", says="the derivatives are rounded to two decimals")
def bill_slopes_rounded_to_cents(price, count, tax):
    slopes = {
        "price": round(count * tax, 2),
        "count": round(price * tax, 2),
        "tax": round(price * count, 2),
    }
    return price * count * tax, slopes


@misconception(
    "checkout", says="the tax is computed and added to the goods, though tax is a factor"
)
def bill_total_of_goods_and_tax(price, count, tax):
    slopes = {"price": count * tax, "count": price * tax, "tax": price * count}
    return price * count + price * count * tax, slopes


@misconception("checkout", says="the count is left out of the total")
def bill_total_is_the_tax_on_one_piece(price, count, tax):
    slopes = {"price": count * tax, "count": price * tax, "tax": price * count}
    return price * tax, slopes


@misconception("checkout", says="the price is left out of the total")
def bill_total_without_price(price, count, tax):
    slopes = {"price": count * tax, "count": price * tax, "tax": price * count}
    return count * tax, slopes


@misconception("checkout", says="all three derivatives are that by price")
def bill_all_slopes_of_price(price, count, tax):
    slopes = {"price": count * tax, "count": count * tax, "tax": count * tax}
    return price * count * tax, slopes


@misconception("checkout", says="the derivatives carry a factor ½ that does not belong there")
def bill_slopes_halved(price, count, tax):
    slopes = {"price": count * tax / 2, "count": price * tax / 2, "tax": price * count / 2}
    return price * count * tax, slopes


@misconception("checkout", says="the derivatives carry a factor 2 that does not belong there")
def bill_slopes_doubled(price, count, tax):
    slopes = {"price": 2 * count * tax, "count": 2 * price * tax, "tax": 2 * price * count}
    return price * count * tax, slopes


@misconception(
    "checkout", says="the derivatives stand one key too late: that by price under count, and so on"
)
def bill_slopes_shifted(price, count, tax):
    slopes = {"price": price * count, "count": count * tax, "tax": price * tax}
    return price * count * tax, slopes


@misconception(
    "checkout", says="the derivatives stand one key too early: that by count under price, and so on"
)
def bill_slopes_shifted_back(price, count, tax):
    slopes = {"price": price * tax, "count": price * count, "tax": count * tax}
    return price * count * tax, slopes


@misconception(
    "loss_value", says="where the logit is not negative, the label term is y z, not (1 - y) z"
)
def loss_wrong_label_term_above(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z * y + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception(
    "loss_value", says="where the logit is negative, the label term is (1 - y) z, not y z"
)
def loss_wrong_label_term_below(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * (1 - y)


@misconception("loss_value", says="the loss is twice what it is")
def loss_doubled(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return 2 * (z * (1 - y) + (1 + (-z).exp()).log())
    return 2 * ((1 + z.exp()).log() - z * y)


@misconception("loss_value", says="the squares of the weights are added, as a penalty")
def loss_with_penalty(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    loss = (1 + z.exp()).log() - z * y if z.data < 0 else z * (1 - y) + (1 + (-z).exp()).log()
    for weight in w:
        loss = loss + weight * weight
    return loss


@misconception("loss_value", says="the loss is divided by the number of inputs")
def loss_divided_by_inputs(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    loss = (1 + z.exp()).log() - z * y if z.data < 0 else z * (1 - y) + (1 + (-z).exp()).log()
    return loss / len(w)


@misconception("loss_value", says="all inputs are multiplied by the first weight")
def loss_first_weight_for_all(w, b, x, y):
    z = b
    for feature in x:
        z = z + w[0] * feature
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="all weights are multiplied by the first input")
def loss_first_input_for_all(w, b, x, y):
    z = b
    for weight in w:
        z = z + weight * x[0]
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the bias is added to every weight before it is multiplied")
def loss_bias_in_every_product(w, b, x, y):
    z = 0
    for weight, feature in zip(w, x):
        z = z + (weight + b) * feature
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception(
    "loss_value",
    says="the size of the logit stands in the logarithm, as if every logit were positive",
)
def loss_of_the_size(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    size = z.relu() + (-z).relu()
    return size + (1 + (-size).exp()).log() - z * y


@misconception(
    "loss_value", says="the part max(z, 0) is missing before the logarithm of 1 + exp(-|z|)"
)
def loss_size_without_positive_part(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    size = z.relu() + (-z).relu()
    return (1 + (-size).exp()).log() - z * y


@misconception("loss_value", says="the logit enters with half its size")
def loss_half_logit(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    z = z / 2
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the logit enters with twice its size")
def loss_double_logit(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    z = z * 2
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="weights are taken by their sizes, without their signs")
def loss_of_sizes_of_weights(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + (weight.relu() + (-weight).relu()) * feature
    if z.data >= 0:
        return z * (1 - y) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y


@misconception("loss_value", says="the label term y z is halved")
def loss_label_term_halved(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    if z.data >= 0:
        return z * (1 - y / 2) + (1 + (-z).exp()).log()
    return (1 + z.exp()).log() - z * y / 2


@misconception(
    "loss_value",
    says="the formula is one for labels -1 and 1: a label 0 gives ln 2, whatever the logit is",
)
def loss_label_as_sign(w, b, x, y):
    z = b
    for weight, feature in zip(w, x):
        z = z + weight * feature
    s = z * y
    if s.data >= 0:
        return (1 + (-s).exp()).log()
    return (1 + s.exp()).log() - s
