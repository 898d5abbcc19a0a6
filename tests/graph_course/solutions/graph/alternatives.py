"""Right answers in other styles."""

from autograder.checks import alternative


@alternative("topological_order")
def marks_the_nodes(root):
    order, stack = [], [root]
    while stack:
        node = stack[-1]
        if not hasattr(node, "mark"):
            node.mark = 1
            stack += [child for child in node.inputs if not hasattr(child, "mark")]
        else:
            stack.pop()
            if node.mark == 1:
                node.mark = 2
                order.append(node)
    return order


@alternative("square_error")
def loop(w, x, y):
    error = 0
    for weight, number in zip(w, x):
        error = error + number * weight
    error = error - y
    return error * error
