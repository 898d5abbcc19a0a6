"""A right gradient or backward pass passes, a wrong one does not, whatever its conventions."""

import time
from itertools import pairwise

import numpy as np
import pytest

from autograder.checks import (
    CheckFailed,
    NotDifferentiable,
    check_gradient,
    expect_backward,
    expect_gradient,
)
from autograder.checks.sensitivity import LOSSES, detection_curve
from tools.measure_gradients import FAMILIES, alarms


def labels_of(failing):
    with pytest.raises(CheckFailed) as caught:
        failing()
    return caught.value.labels


@pytest.fixture
def rng():
    return np.random.default_rng(8)


# --- how well -----------------------------------------------------------------------------


@pytest.mark.parametrize("family", FAMILIES)
def test_right_gradients_raise_no_alarm(family):
    # seeds of their own: those from 0 are in the long measurement
    counts = alarms(FAMILIES[family], range(10**6, 10**6 + 40))
    assert counts["false alarms"] == 0, "\n".join(counts)
    assert counts["at a kink"] == 0


def test_units_that_are_flat_in_float64_raise_no_alarm_at_their_true_slope():
    # two saturated units of opposite sign: the loss is exactly 0 far around, its slope 7e-11
    assert not alarms(FAMILIES["elementwise"], [2180])


@pytest.mark.parametrize("seed", [1846, 3361, 4037])
def test_gradients_of_saturated_neurons_raise_no_alarm(seed):
    # failed once: the loss cancels to stairs where its derivative does not
    assert not alarms(FAMILIES["cross-entropy"], [seed])


def test_a_gradient_amid_several_kinks_raises_no_alarm():
    # failed once: long steps were more sure of a wrong slope than kinks between them allow
    assert not alarms(FAMILIES["perceptron"], [4372])


def test_one_component_in_a_hundred_off_by_one_in_ten_thousand_is_always_caught():
    for name, (smallest, small) in detection_curve([1e-13, 1e-4], cases=30).items():
        assert small == 1.0, name
        assert smallest == 0.0, name  # rounding, not a mistake


@pytest.mark.parametrize("name", LOSSES)
def test_the_detection_curve_is_that_of_expect_gradient(name, rng):
    loss, gradient = LOSSES[name]
    X, w, y = rng.normal(size=(70, 100)), rng.normal(size=100) / 10, rng.choice([-1.0, 1.0], 70)

    def off(w, X, y):
        wrong = gradient(w, X, y)
        wrong[17] *= 1 + 1e-4
        return wrong

    expect_gradient(gradient, of=loss, at=(w, X, y))
    with pytest.raises(CheckFailed, match=r"\[17\]; 1 of 100"):
        expect_gradient(off, of=loss, at=(w, X, y))


def test_a_check_takes_little_time(rng):
    loss, gradient = LOSSES["logistic regression"]
    at = rng.normal(size=100) / 10, rng.normal(size=(50, 100)), rng.choice([-1.0, 1.0], 50)
    spent = []
    for _ in range(5):
        start = time.process_time()
        expect_gradient(gradient, of=loss, at=at)
        spent.append(time.process_time() - start)
    assert min(spent) < 0.05


# --- gradients ----------------------------------------------------------------------------


def quadratic(w):
    return float(np.sum(np.square(w))) / 2


@pytest.mark.parametrize("at", [[1.0, 2.0], (1, 2), np.array([1, 2]), np.array([1.0, 2.0])])
def test_the_point_may_be_given_as_numbers_of_any_kind(at):
    expect_gradient(lambda w: np.asarray(w, float), of=quadratic, at=(at,))


def test_a_number_has_a_number_as_its_gradient():
    expect_gradient(lambda w: w, of=quadratic, at=(3.0,))
    assert "shape" in labels_of(
        lambda: expect_gradient(lambda w: np.array([w]), of=quadratic, at=(3.0,))
    )


def test_options_reach_both_functions():
    expect_gradient(
        lambda w, l2: l2 * w, of=lambda w, l2: l2 * quadratic(w), at=(np.ones(2),), l2=0.3
    )


def network(params, X):
    for W, b in params[:-1]:
        X = np.tanh(X @ W + b)
    W, b = params[-1]
    return float(np.sum(X @ W + b))


def network_gradients(params, X):
    inputs = [X]
    for W, b in params[:-1]:
        inputs.append(np.tanh(inputs[-1] @ W + b))
    delta = np.ones((len(X), params[-1][0].shape[1]))
    gradients = []
    for (W, _), A in zip(params[::-1], inputs[::-1]):
        gradients.append((A.T @ delta, delta.sum(axis=0)))
        delta = delta @ W.T * (1 - A**2)
    return gradients[::-1]


@pytest.fixture
def layers(rng):
    sizes = (3, 4, 2, 1)
    return [(rng.normal(size=(a, b)), rng.normal(size=b)) for a, b in pairwise(sizes)]


def test_parameters_in_a_list_of_pairs_have_gradients_alike(layers, rng):
    X = rng.normal(size=(5, 3))
    expect_gradient(network_gradients, of=network, at=(layers, X))

    def without_slope_in_the_first_layer(params, X):
        (dW, db), *rest = network_gradients(params, X)
        return [(dW, 2 * db), *rest]

    with pytest.raises(CheckFailed, match=r"gradient for params\[0\]\[1\]") as caught:
        expect_gradient(without_slope_in_the_first_layer, of=network, at=(layers, X))
    assert "factor" in caught.value.labels


@pytest.mark.parametrize(
    "change", [lambda g: g[:-1], lambda g: [dW for dW, _ in g], lambda g: g[0], lambda g: None]
)
def test_another_structure_is_of_the_wrong_type(change, layers, rng):
    at = layers, rng.normal(size=(5, 3))
    wrong = lambda *at: change(network_gradients(*at))  # noqa: E731
    assert "type" in labels_of(lambda: expect_gradient(wrong, of=network, at=at))


def test_nested_parameters_must_not_be_changed(layers, rng):
    def impure(params, X):
        gradients = network_gradients(params, X)
        params[0][1][:] = 0
        return gradients

    at = layers, rng.normal(size=(5, 3))
    assert "in-place" in labels_of(lambda: expect_gradient(impure, of=network, at=at))


# --- kinks --------------------------------------------------------------------------------


def hinge(w):
    return float(np.maximum(w, 0).sum())


@pytest.mark.parametrize("at_kink", [0.0, 0.5, 1.0])
def test_at_a_kink_any_slope_between_passes_and_the_rest_is_compared(at_kink):
    w = np.array([0.0, 1.0, -1.0])
    right = np.array([at_kink, 1.0, 0.0])
    expect_gradient(lambda w: right, of=hinge, at=(w,))
    for index in (1, 2):
        wrong = right.copy()
        wrong[index] += 1e-4
        failing = lambda wrong=wrong: expect_gradient(lambda w: wrong, of=hinge, at=(w,))  # noqa: E731
        assert "value" in labels_of(failing)


def relu_gradient(w):
    return 1.0 * (w > 0)


def test_a_point_with_nothing_but_kinks_is_the_authors_mistake():
    with pytest.raises(NotDifferentiable, match=r"relu_gradient.*choose another point"):
        expect_gradient(relu_gradient, of=hinge, at=(np.zeros(2),))


@pytest.mark.parametrize("loss", [lambda w: np.nan, lambda w: float(np.floor(w).sum())])
def test_in_a_notebook_a_loss_without_slope_is_the_readers_mistake(loss):
    with pytest.raises(CheckFailed) as caught:
        check_gradient(relu_gradient, of=loss, at=(np.zeros(2),))
    assert caught.value.labels == {"rule"}


# --- backward passes ----------------------------------------------------------------------


def affine_forward(X, W, b):
    return X @ W + b


def affine_backward(dZ, X, W):
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)


@pytest.fixture
def affine(rng):
    at = rng.normal(size=(5, 3)), rng.normal(size=(3, 2)), rng.normal(size=2)
    return {"of": affine_forward, "at": at, "upstream": rng, "wrt": ("X", "W", "b")}


def test_backward_with_some_of_the_forward_arguments(affine):
    expect_backward(affine_backward, **affine, takes=("X", "W"))


@pytest.mark.parametrize(
    "wrong",
    [
        lambda dZ, X, W: affine_backward(np.ones_like(dZ), X, W),
        lambda dZ, X, W: (dZ @ W.T, X.T @ np.ones_like(dZ), dZ.sum(axis=0)),
    ],
)
def test_code_that_ignores_the_upstream_gradient_is_caught(wrong, affine):
    labels = labels_of(lambda: expect_backward(wrong, **affine, takes=("X", "W")))
    assert {"value", "upstream"} <= labels


def test_backward_must_not_change_the_upstream_gradient(affine):
    def impure(dZ, X, W):
        dZ *= 2
        return affine_backward(dZ / 2, X, W)

    assert "in-place" in labels_of(lambda: expect_backward(impure, **affine, takes=("X", "W")))


def test_backward_with_all_arguments_of_forward_and_options(rng):
    def pool(X, size, stride=1):
        windows = np.lib.stride_tricks.sliding_window_view(X, size, axis=-1)[..., ::stride, :]
        return windows.max(axis=-1)

    def pool_backward(dout, X, size, stride=1):
        dX = np.zeros_like(X)
        for row, d in zip(np.ndindex(X.shape[:-1]), dout.reshape(-1, dout.shape[-1])):
            for j, dj in enumerate(d):
                window = X[row][j * stride : j * stride + size]
                dX[row][j * stride + np.argmax(window)] += dj
        return dX

    at = rng.normal(size=(2, 3, 7)), 3
    expect_backward(pool_backward, of=pool, at=at, upstream=rng, stride=2)
    assert "value" in labels_of(
        lambda: expect_backward(
            lambda dout, X, size, stride: pool_backward(dout, X, size, 1)[..., : X.shape[-1]],
            of=pool,
            at=at,
            upstream=rng,
            stride=2,
        )
    )


def test_backward_with_the_output(rng):
    sigmoid_forward = lambda Z: 1 / (1 + np.exp(-Z))  # noqa: E731
    case = {"of": sigmoid_forward, "at": (rng.normal(size=(3, 2)),), "upstream": rng}
    expect_backward(lambda dA, A: dA * A * (1 - A), takes=("out",), **case)
    failing = lambda: expect_backward(lambda dA, A: dA * A, takes=("out",), **case)  # noqa: E731
    assert "value" in labels_of(failing)


def batchnorm_forward(X, gamma, beta, eps=1e-5):
    X_hat = (X - X.mean(axis=0)) / np.sqrt(X.var(axis=0) + eps)
    return gamma * X_hat + beta, (X_hat, gamma, np.sqrt(X.var(axis=0) + eps))


def batchnorm_backward(dout, cache):
    X_hat, gamma, sd = cache
    d = gamma * dout
    dX = (d - d.mean(axis=0) - X_hat * (d * X_hat).mean(axis=0)) / sd
    return dX, (dout * X_hat).sum(axis=0), dout.sum(axis=0)


def test_backward_with_the_cache_of_its_own_forward(rng):
    def own_forward(X, gamma, beta, eps=1e-5):
        out, cache = batchnorm_forward(X, gamma, beta, eps)
        return out, {"all of it": cache}

    def own_backward(dout, cache):
        return batchnorm_backward(dout, cache["all of it"])

    case = {
        "of": batchnorm_forward,
        "at": (rng.normal(size=(6, 3)), rng.normal(size=3), rng.normal(size=3)),
        "upstream": rng,
        "wrt": ("X", "gamma", "beta"),
    }
    expect_backward(own_backward, cache=own_forward, **case, eps=1e-3)
    expect_backward(batchnorm_backward, cache=batchnorm_forward, **case)

    def without_variance(dout, cache):
        _, gamma, sd = cache
        d = gamma * dout
        return (d - d.mean(axis=0)) / sd, *batchnorm_backward(dout, cache)[1:]

    failing = lambda: expect_backward(without_variance, cache=batchnorm_forward, **case)  # noqa: E731
    assert "value" in labels_of(failing)
    no_cache = lambda *at, **options: batchnorm_forward(*at, **options)[0][:1]  # noqa: E731
    failing = lambda: expect_backward(own_backward, cache=no_cache, **case)  # noqa: E731
    assert "type" in labels_of(failing)


def lstm_step_forward(x, h, c, Wx, Wh, b):
    i, f, o, g = np.split(x @ Wx + h @ Wh + b, 4, axis=-1)
    i, f, o, g = *(1 / (1 + np.exp(-gate)) for gate in (i, f, o)), np.tanh(g)
    new = f * c + i * g
    return o * np.tanh(new), new, (x, h, c, Wx, Wh, i, f, o, g, new)


def lstm_step_backward(dh, dc, cache):
    x, h, c, Wx, Wh, i, f, o, g, new = cache
    t = np.tanh(new)
    dc = dc + dh * o * (1 - t**2)
    gates = dc * g * i * (1 - i), dc * c * f * (1 - f), dh * t * o * (1 - o), dc * i * (1 - g**2)
    dz = np.concatenate(gates, axis=-1)
    return dz @ Wx.T, dz @ Wh.T, dc * f, x.T @ dz, h.T @ dz, dz.sum(axis=0)


def test_backward_with_several_outputs(rng):
    n, d, m = 3, 2, 4
    shapes = (n, d), (n, m), (n, m), (d, 4 * m), (m, 4 * m), (4 * m,)
    case = {
        "of": lstm_step_forward,
        "at": [rng.normal(size=shape) for shape in shapes],
        "upstream": rng,
        "wrt": ("x", "h", "c", "Wx", "Wh", "b"),
        "cache": lstm_step_forward,
    }
    expect_backward(lstm_step_backward, **case)
    without = lambda dh, dc, cache: lstm_step_backward(dh, 0 * dc, cache)  # noqa: E731
    assert "value" in labels_of(lambda: expect_backward(without, **case))


def test_random_numbers_of_forward_are_the_same_in_every_call(rng):
    def dropout_forward(X, p, rng):
        mask = (rng.random(X.shape) >= p) / (1 - p)
        return X * mask, mask

    case = {"of": dropout_forward, "at": (rng.normal(size=(4, 3)), 0.4, rng), "upstream": rng}
    expect_backward(lambda dout, mask: dout * mask, cache=dropout_forward, **case)
    failing = lambda: expect_backward(lambda d, m: d * (m > 0), cache=dropout_forward, **case)  # noqa: E731
    assert "value" in labels_of(failing)
