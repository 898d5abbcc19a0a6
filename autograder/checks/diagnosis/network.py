"""Rules on fully connected networks: the input of a layer, and the slope behind it.

A layer's gradients are inputᵀ · delta for its weights and the sum of delta for its bias.
Here delta, the gradient at its pre-activation, is for one sample the gradient for the bias:
it can be had from the loss alone, without a backward pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.checks.derivative import numerical_derivative
from autograder.checks.diagnosis import examples as ex
from autograder.checks.diagnosis.evidence import Evidence
from autograder.checks.diagnosis.rules import Example, Guess, rule

Elementwise = Callable[[np.ndarray], np.ndarray]


#: Activations by name: the function and its slope.
ACTIVATIONS: dict[str, tuple[Elementwise, Elementwise]] = {
    "sigmoid": (ex.sigmoid, lambda z: ex.sigmoid(z) * (1 - ex.sigmoid(z))),
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0) * 1.0),
}


@dataclass(frozen=True)
class Layer:
    """One layer among the arguments: the names of its weights and bias, and what they hold."""

    weights: str
    bias: str
    W: np.ndarray
    b: np.ndarray
    pair: str = ""  #: the argument that holds both, if they are one

    def with_bias(self, b: np.ndarray) -> dict[str, Any]:
        """Return the arguments to change for another bias."""
        return {self.pair: (self.W, b)} if self.pair else {self.bias: b}


@dataclass(frozen=True)
class Pass:
    """A forward pass that explains the right answer, up to a term in the weights alone.

    ``inputs[i]`` and ``z[i]`` are of layer i, ``at`` the one in question; ``share`` is the
    weight of a sample in the loss, ``rest`` what the data do not explain (a penalty).
    """

    layers: list[Layer]
    at: int
    activation: str
    inputs: list[np.ndarray]
    z: list[np.ndarray]
    share: float
    rest: np.ndarray

    def gradient(self, inputs: np.ndarray, delta: np.ndarray, by_weights: bool) -> np.ndarray:
        """Return the answer for another input or delta of this layer."""
        data = inputs.T @ delta if by_weights else delta.sum(axis=0)
        return np.asarray(self.share * data + self.rest)


def layers_of(e: Evidence) -> list[Layer]:
    """Return ``W1, b1, W2, b2, …``, or the ``(W, b)`` pairs of a list of parameters, in order."""
    found = []
    for name in e.given:
        if match := re.fullmatch(r"W(\d*)", name):
            parts = (name, f"b{match[1]}", "")
        elif match := re.fullmatch(r"(\w+\[\d+\])\[0\]", name):
            parts = (name, f"{match[1]}[1]", "")
        elif re.fullmatch(r"\w+\[\d+\]", name) and isinstance(e.given[name], (tuple, list)):
            parts = (f"{name}[0]", f"{name}[1]", name)
        else:
            continue
        weights, bias, pair = parts
        values = e.given[pair] if pair else (e.arrays.get(name), e.arrays.get(bias))
        if len(values) != 2 or not all(isinstance(value, np.ndarray) for value in values):
            continue
        W, b = (np.asarray(value, float) for value in values)
        if W.ndim == 2 and b.shape == W.shape[1:]:
            found.append(Layer(weights, bias, W, b, pair))
    return sorted(found, key=lambda layer: layer.weights)


def delta_of(e: Evidence, layer: Layer) -> np.ndarray:
    """Return the gradient at the pre-activation of ``layer`` of each sample alone, (n, width)."""
    name = f"delta of {layer.weights}"
    if name not in e.worked_out:
        e.worked_out[name] = _delta_of(e, layer)
    return e.worked_out[name]


def _delta_of(e: Evidence, layer: Layer) -> np.ndarray:
    rows = []
    for i in range(e.few_samples):
        given = {**e.given, **e.rows(slice(i, i + 1))}

        def loss(b: np.ndarray, given: dict[str, Any] = given) -> float:
            return e.loss(**{**given, **layer.with_bias(b)})

        rows.append(numerical_derivative(loss, layer.b)[0])
    return np.array(rows)


def passes(e: Evidence) -> Iterator[tuple[Pass, np.ndarray]]:
    """Yield forward passes that explain the right answer, each with delta of the layer."""
    layers = layers_of(e)
    at = next((i for i, x in enumerate(layers) if e.wrt in (x.weights, x.bias)), None)
    X = e.arrays.get("X")
    if e.of is None or not e.same_shape or at is None or X is None or X.ndim != 2:
        return
    if not e.few_samples:
        return
    delta = delta_of(e, layers[at])
    known = e.given.get("activation")
    for name in [known] if known in ACTIVATIONS else ACTIVATIONS:
        activation, _ = ACTIVATIONS[name]
        inputs, zs = [X], []
        for layer in layers:
            zs.append(inputs[-1] @ layer.W + layer.b)
            inputs.append(activation(zs[-1]))
        for share in (1.0 / e.few_samples, 1.0):
            core = Pass(layers, at, name, inputs, zs, share, np.zeros_like(e.expected))
            by_weights = e.wrt == layers[at].weights
            rest = e.expected - core.gradient(inputs[at], delta, by_weights)
            own = layers[at].W if by_weights else layers[at].b
            penalty = np.vdot(rest, own) / max(np.vdot(own, own), 1e-300) * own
            if np.abs(rest - penalty).max() < 1e-6 * np.abs(e.expected).max():
                yield Pass(layers, at, name, inputs, zs, share, rest), delta


def _from_the_pre_activation(
    W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray, X: np.ndarray, Y: np.ndarray
) -> np.ndarray:
    Z = X @ W1 + b1  # what should go into the second layer is tanh(Z)
    out = np.tanh(np.tanh(Z) @ W2 + b2)
    return np.asarray(Z.T @ ((out - Y) * (1 - out**2)) / len(X))


@rule(
    "wrong-layer",
    Example(_from_the_pre_activation, ex.network, (*ex.NETWORK, ex.X, ex.Y), "gradient", "W2"),
)
def input_of_another_layer(e: Evidence) -> Iterator[Guess]:
    """Try a gradient for weights, made with what goes into another layer, or comes out of this."""
    for found, delta in passes(e):
        if e.wrt != found.layers[found.at].weights:
            return
        others = [*found.inputs, *found.z]
        del others[found.at]
        for other in others:
            if other.shape == found.inputs[found.at].shape:
                text = (
                    f"the gradient for {e.wrt} is made with the input of another layer, "
                    "or with numbers from before the activation"
                )
                yield Guess(text, found.gradient(other, delta, True), 1)


def _without_the_slope_of_the_first_layer(
    W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray, X: np.ndarray, Y: np.ndarray
) -> np.ndarray:
    out = np.tanh(np.tanh(X @ W1 + b1) @ W2 + b2)
    return np.asarray(X.T @ ((out - Y) * (1 - out**2) @ W2.T) / len(X))


@rule(
    "slope",
    Example(
        _without_the_slope_of_the_first_layer,
        ex.network,
        (*ex.NETWORK, ex.X, ex.Y),
        "gradient",
        "W1",
    ),
)
def slope_of_a_hidden_layer(e: Evidence) -> Iterator[Guess]:
    """Try delta handed down through the weights, without the slopes of hidden layers."""
    for found, delta in passes(e):
        at, layers = found.at, found.layers
        if at == len(layers) - 1:
            return
        _, slope = ACTIVATIONS[found.activation]
        by_weights = e.wrt == layers[at].weights
        above = delta_of(e, layers[at + 1]) @ layers[at + 1].W.T
        bare = delta_of(e, layers[-1])
        for layer in layers[:at:-1]:
            bare = bare @ layer.W.T
        for wrong, words in (
            (above, "the slope of the activation of this layer is missing"),
            (bare, "the slopes of the activations of all hidden layers are missing"),
            (delta * slope(found.z[at]), "the slope of the activation enters twice"),
            (
                above * slope(found.inputs[at + 1]),
                "the slope of the activation is taken at its output, not at z",
            ),
        ):
            yield Guess(words, found.gradient(found.inputs[at], wrong, by_weights), 1)


RULES = (input_of_another_layer, slope_of_a_hidden_layer)
