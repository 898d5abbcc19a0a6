"""Rules on options, penalties, backward passes, networks and optimizers, each on its mistake."""

from itertools import pairwise

import numpy as np
import pytest

from autograder.checks import expect_agrees, expect_backward, expect_gradient
from tests.checks.diagnosis_support import SEEDS, keys, neuron, sigmoid

# --- options, steps, penalties ------------------------------------------------------------


def slope(w, X, y, l2=0.0):
    return X.T @ (X @ w - y) / len(y) + l2 * w


def descend(X, y, lr, n_steps, l2=0.0, decay=1.0):
    w = np.zeros(X.shape[1])
    for t in range(n_steps):
        w = w - lr * decay**t * slope(w, X, y, l2)
    return w


def one_step_short(X, y, lr, n_steps, **options):
    return descend(X, y, lr, n_steps - 1, **options)


@pytest.mark.parametrize(
    "key, wrong",
    [
        ("factor", lambda X, y, lr, n_steps, **o: descend(X, y, 1.0, n_steps, **o)),
        ("steps", lambda X, y, lr, n_steps, **o: descend(X, y, lr, 1, **o)),
        ("steps", one_step_short),
        ("steps", lambda X, y, lr, n_steps, **o: descend(X, y, lr, n_steps + 1, **o)),
        ("ignored", lambda X, y, lr, n_steps, l2, decay: descend(X, y, lr, n_steps, l2)),
        (
            "regularization",
            lambda X, y, lr, n_steps, l2, decay: descend(X, y, lr, n_steps, decay=decay),
        ),
    ],
)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_forgotten_argument_is_named(key, wrong, seed):
    _, X, y = neuron(seed, 9, 3)
    call = lambda: expect_agrees(wrong, descend, X, y, 0.2, 7, l2=0.3, decay=0.8)  # noqa: E731
    assert keys(call) == [key]


def ridge(W, b, X, y, l2=0.0):
    return np.mean(np.sum((X @ W + b - y) ** 2, axis=1)) / 2 + l2 / 2 * np.sum(W**2)


def ridge_gradients(W, b, X, y, l2=0.0, data=1.0, on_bias=0.0):
    r = data * (X @ W + b - y) / len(y)
    return X.T @ r + l2 * W, r.sum(axis=0) + on_bias * l2 * b


def regression(seed, n=7, d=3, k=2):
    rng = np.random.default_rng(seed)
    return tuple(rng.normal(size=shape) for shape in ((d, k), k, (n, d), (n, k)))


RIDGE = {
    "regularization": [
        lambda W, b, X, y, l2: ridge_gradients(W, b, X, y),
        lambda W, b, X, y, l2: ridge_gradients(W, b, X, y, 2 * l2),
        lambda W, b, X, y, l2: ridge_gradients(W, b, X, y, -l2),
        lambda W, b, X, y, l2: ridge_gradients(W, b, X, y, l2, on_bias=1),
    ],
    "mean-sum": [
        lambda W, b, X, y, l2: ridge_gradients(W, b, X, y, l2, data=len(y)),
        lambda W, b, X, y, l2: ridge_gradients(W, b, X, y, l2, data=1 / len(y)),
        lambda W, b, X, y, l2: ridge_gradients(W, b, X, y, len(y) * l2),
    ],
}


@pytest.mark.parametrize(
    "key, wrong", [(key, wrong) for key, many in RIDGE.items() for wrong in many]
)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_mistake_with_a_penalty_is_named(key, wrong, seed):
    call = lambda: expect_gradient(  # noqa: E731
        wrong, of=ridge, at=regression(seed), wrt=("W", "b"), l2=0.4
    )
    assert keys(call) == [key]


@pytest.mark.parametrize("wrong", [0, 1])
def test_a_bias_not_summed_over_the_batch(wrong):
    def gradients(W, b, X, y):
        r = (X @ W + b - y) / len(y)
        return X.T @ r, (r, r.sum(axis=1))[wrong]

    call = lambda: expect_gradient(gradients, of=ridge, at=regression(3), wrt=("W", "b"))  # noqa: E731
    assert keys(call) == ["batch-sum"]


# --- backward functions -------------------------------------------------------------------


def through_relu(Z, dA):
    return np.sum(dA * np.maximum(Z, 0))


def through_affine(X, W, b, dZ):
    return np.sum(dZ * (X @ W + b))


@pytest.mark.parametrize(
    "key, wrong",
    [("upstream", lambda Z, dA: (Z > 0) * 1.0), ("slope", lambda Z, dA: dA * 1.0)],
)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_mistake_in_a_backward_function_is_named(key, wrong, seed):
    rng = np.random.default_rng(seed)
    at = rng.normal(size=(6, 5)), rng.normal(size=(6, 5))
    assert keys(lambda: expect_gradient(wrong, of=through_relu, at=at)) == [key]


@pytest.mark.parametrize("seed", SEEDS)
def test_an_upstream_gradient_that_is_ignored_in_an_affine_layer(seed):
    rng = np.random.default_rng(seed)
    at = tuple(rng.normal(size=shape) for shape in ((5, 3), (3, 2), 2, (5, 2)))
    wrong = lambda X, W, b, dZ: X.T @ np.ones_like(dZ)  # noqa: E731
    assert keys(lambda: expect_gradient(wrong, of=through_affine, at=at, wrt="W")) == ["upstream"]


@pytest.mark.parametrize(
    "key, wrong",
    [("upstream", lambda dA, Z: (Z > 0) * 1.0), ("slope", lambda dA, Z: dA * 1.0)],
)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_mistake_is_named_under_a_random_upstream_gradient(key, wrong, seed):
    rng = np.random.default_rng(seed)
    at = (rng.normal(size=(6, 5)),)
    relu = lambda Z: np.maximum(Z, 0)  # noqa: E731
    assert keys(lambda: expect_backward(wrong, of=relu, at=at, upstream=rng)) == [key]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_bias_not_summed_is_named_under_a_random_upstream_gradient(seed):
    rng = np.random.default_rng(seed)
    at = tuple(rng.normal(size=shape) for shape in ((5, 3), (3, 2), 2))
    forward = lambda X, W, b: X @ W + b  # noqa: E731
    wrong = lambda dZ, X, W: (dZ @ W.T, X.T @ dZ, dZ)  # noqa: E731
    call = lambda: expect_backward(  # noqa: E731
        wrong, of=forward, at=at, upstream=rng, wrt=("X", "W", "b"), takes=("X", "W")
    )
    assert keys(call) == ["batch-sum"]


# --- networks -----------------------------------------------------------------------------

ACTIVATIONS = {
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z))),
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0) * 1.0),
}


def network_loss(params, X, y, activation="tanh", l2=0.0):
    a = X
    for index, (W, b) in enumerate(params):
        a = a @ W + b
        if index < len(params) - 1:
            a = ACTIVATIONS[activation][0](a)
    penalty = l2 / 2 * sum(np.sum(W**2) for W, _ in params)
    return np.mean(np.sum((a - y) ** 2, axis=1)) / 2 + penalty


def network_gradients(params, X, y, activation="tanh", l2=0.0, wrong=""):
    phi, slope = ACTIVATIONS[activation]
    inputs, zs = [X], []
    for W, b in params:
        zs.append(inputs[-1] @ W + b)
        inputs.append(phi(zs[-1]))
    delta = (zs[-1] - y) / len(y)
    gradients = []
    for i in range(len(params) - 1, -1, -1):
        used = {"input": X, "pre-activation": zs[i - 1] if i else X}.get(wrong, inputs[i])
        gradients.insert(0, (used.T @ delta + l2 * params[i][0], delta.sum(axis=0)))
        delta = delta @ params[i][0].T
        if i and wrong == "output slope":
            delta = delta * slope(inputs[i])
        elif i and wrong != "no slope":
            delta = delta * slope(zs[i - 1])
    return gradients


def network(seed, sizes=(4, 4, 4, 2), n=6):
    rng = np.random.default_rng(seed)
    params = [(rng.normal(size=shape), rng.normal(size=shape[1])) for shape in pairwise(sizes)]
    return params, rng.normal(size=(n, sizes[0])), rng.normal(size=(n, sizes[-1]))


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize(
    "key, wrong",
    [
        ("wrong-layer", "input"),
        ("wrong-layer", "pre-activation"),
        ("slope", "no slope"),
        ("slope", "output slope"),
    ],
)
@pytest.mark.parametrize("seed", range(3))
def test_a_mistake_in_back_propagation_is_named(key, wrong, activation, seed):
    if activation == "relu" and wrong == "output slope":
        return  # the slope of ReLU is the same at its output: no mistake
    sizes = (4, 4, 2) if wrong == "output slope" else (4, 4, 4, 2)

    def gradients(params, X, y, activation, l2):
        return network_gradients(params, X, y, activation, l2, wrong)

    call = lambda: expect_gradient(  # noqa: E731
        gradients, of=network_loss, at=network(seed, sizes), activation=activation, l2=0.1
    )
    assert keys(call) == [key]


# --- optimizers ---------------------------------------------------------------------------


def adam(theta, grad, state=None, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8, wrong=""):
    m, v, t = state or (np.zeros_like(theta), np.zeros_like(theta), 0)
    t = t + 1
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2
    mean = m if wrong in ("both", "first") else m / (1 - beta1**t)
    square = v if wrong in ("both", "second") else v / (1 - beta2**t)
    sign = -1 if wrong == "uphill" else 1
    return theta - sign * lr * mean / (np.sqrt(square) + delta), (m, v, t)


@pytest.mark.parametrize(
    "key, wrong",
    [
        ("bias-correction", "both"),
        ("bias-correction", "first"),
        ("bias-correction", "second"),
        ("sign", "uphill"),
    ],
)
@pytest.mark.parametrize("steps", [1, 2, 5])
def test_a_mistake_in_a_step_of_adam_is_named(key, wrong, steps):
    rng = np.random.default_rng(steps)
    theta, state = rng.normal(size=5), None
    for _ in range(steps - 1):
        theta, state = adam(theta, rng.normal(size=5), state)
    hyper = {"lr": 0.01, "beta1": 0.9, "beta2": 0.999}
    student = lambda *args, **options: adam(*args, **options, wrong=wrong)  # noqa: E731
    call = lambda: expect_agrees(student, adam, theta, rng.normal(size=5), state, **hyper)  # noqa: E731
    assert keys(call) == [key]


# --- labels that choose a column ------------------------------------------------------------


def class_loss(params, X, y):
    (W, b), (V, c) = params
    Z = np.tanh(X @ W + b) @ V + c
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -np.mean(log_p[np.arange(len(y)), y])


def class_gradients_without_slope(params, X, y):
    (W, b), (V, c) = params
    A = np.tanh(X @ W + b)
    E = np.exp(A @ V + c)
    dZ = (E / E.sum(axis=1, keepdims=True) - np.eye(len(c))[y]) / len(y)
    dA = dZ @ V.T
    return [(X.T @ dA, dA.sum(axis=0)), (A.T @ dZ, dZ.sum(axis=0))]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_missing_slope_is_named_with_integer_labels_too(seed):
    rng = np.random.default_rng(seed)
    params = [(rng.normal(size=s), rng.normal(size=s[1])) for s in ((3, 4), (4, 3))]
    at = params, rng.normal(size=(6, 3)), rng.integers(0, 3, size=6)
    call = lambda: expect_gradient(class_gradients_without_slope, of=class_loss, at=at)  # noqa: E731
    assert set(keys(call)) == {"slope"}
