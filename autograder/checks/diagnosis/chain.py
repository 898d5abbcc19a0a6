"""Rules on the chain rule: a factor of it left out, or taken from the wrong place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import numpy as np

from autograder.checks.derivative import numerical_derivative
from autograder.checks.diagnosis.evidence import Evidence
from autograder.checks.diagnosis.registry import Guess, rule


def sigmoid(z: np.ndarray) -> np.ndarray:
    """1 / (1 + exp(-z)) for any z."""
    return 0.5 * (1 + np.tanh(z / 2))


Elementwise = Callable[[np.ndarray], np.ndarray]
#: activations by name: the function, its slope as text, its slope
ACTIVATIONS: dict[str, tuple[Elementwise, str, Elementwise]] = {
    "sigmoid": (sigmoid, "σ'(z) = σ(z)(1 − σ(z))", lambda z: sigmoid(z) * (1 - sigmoid(z))),
    "tanh": (np.tanh, "1 − tanh²(z)", lambda z: 1 - np.tanh(z) ** 2),
    "relu": (lambda z: np.maximum(z, 0), "1 where z > 0, else 0", lambda z: (z > 0) * 1.0),
}


@rule("upstream")
def upstream_ignored(e: Evidence) -> Iterator[Guess]:
    """A backward function as if its upstream gradient were all ones."""
    name = e.upstream
    if not name or name == e.wrt:
        return
    upstream = e.arrays[name]
    text = f"the upstream gradient {name} is ignored: the chain rule multiplies by it"
    yield Guess(text, e.answer(**{name: np.ones_like(upstream)}), 0)
    yield Guess(f"the upstream gradient {name} enters twice", e.answer(**{name: upstream**2}), 1)


@rule("slope")
def slope_missing_in_a_backward_pass(e: Evidence) -> Iterator[Guess]:
    """The upstream gradient handed on as it is."""
    name = e.upstream
    if name and e.of is not None and e.arrays[name].shape == e.expected.shape:
        text = f"{name} comes back as it went in: multiply by the slope of the activation"
        yield Guess(text, e.arrays[name])


@rule("slope")
def slope_of_a_neuron(e: Evidence) -> Iterator[Guess]:
    """Each sample of a neuron's gradient lacks its slope, or has one too many."""
    if e.of is None or not e.same_shape or not {"X", "w"} <= e.arrays.keys():
        return
    X, w = e.arrays["X"], e.arrays["w"]
    if X.ndim != 2 or w.shape != X.shape[1:] or e.each is None:
        return
    z = X @ w + np.asarray(e.given.get("b", 0.0), float)
    for activation, formula, slope in ACTIVATIONS.values():
        s = slope(z).reshape(-1, *[1] * (e.each.ndim - 1))
        if (s < 1e-12).any():
            continue
        wrong_place = slope(activation(z)).reshape(s.shape)
        for share, more in ((1.0, 0), (float(e.n), 1), (1.0 / e.n, 1)):
            missing = share * (e.each / s).sum(axis=0)
            extra = share * (e.each * s).sum(axis=0)
            moved = share * (e.each / s * wrong_place).sum(axis=0)
            yield Guess(
                f"the slope of the activation is missing: multiply by {formula}", missing, more
            )
            yield Guess(f"the slope {formula} does not belong here: it cancels", extra, more)
            yield Guess(
                "the slope of the activation is taken at its output, not at z", moved, more + 1
            )


@rule("wrong-layer")
def input_of_another_layer(e: Evidence) -> Iterator[Guess]:
    """A layer's weights have the gradient inputᵀ · delta; delta is that of its bias."""
    match = re.fullmatch(r"([wW])(\d*)", e.wrt)
    bias = f"b{match[2]}" if match else ""
    if e.of is None or not match or bias not in e.given or not e.n or not 1 < e.n <= 64:
        return
    b = np.asarray(e.given[bias], float)
    try:
        delta = np.array(
            [
                numerical_derivative(
                    lambda v, i=i: e.of(**{**e.given, **e.rows(slice(i, i + 1)), bias: v}), b
                )[0]
                for i in range(e.n)
            ]
        )
    except Exception:
        return  # this loss cannot be asked about one sample
    for words, inputs in layer_inputs(e):
        if inputs.T.shape[:1] + delta.shape[1:] != e.expected.shape:
            continue
        text = f"the input of the wrong layer: {words} is used"
        for share in (1.0, 1.0 / e.n):
            yield Guess(text, share * inputs.T @ delta, 1)


def layer_inputs(e: Evidence) -> Iterator[tuple[str, np.ndarray]]:
    """What may be mistaken for the input of a layer: ``X``, and every z and a after it."""
    if "X" not in e.arrays or e.arrays["X"].ndim != 2:
        return
    layers = sorted(name for name in e.arrays if re.fullmatch(r"W\d*", name))
    for name, (activation, _, _) in ACTIVATIONS.items():
        a = e.arrays["X"]
        yield "the input X of the network", a
        for layer in layers:
            W = e.arrays[layer]
            if W.ndim != 2 or a.shape[1] != len(W):
                break
            z = a @ W + np.asarray(e.given.get(f"b{layer[1:]}", 0.0), float)
            a = activation(z)
            yield f"the pre-activation of layer {layer[1:]}", z
            yield f"the {name} of layer {layer[1:]}", a
