"""Measure the gradient checks: alarms at right gradients, and how small a mistake is caught.

``python -m tools.measure_gradients [CASES]`` (100,000 if not given, some minutes).
"""

import sys
from collections import Counter

import numpy as np

from autograder.checks import CheckFailed, NotDifferentiable, expect_gradient
from autograder.checks.sensitivity import detection_curve


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def any_scale(rng, low=-6, high=6):
    return 10.0 ** rng.uniform(low, high)


def sizes(rng):
    return rng.integers(1, 7, size=2)


# Each draws (loss, gradient, at): the gradient is right, worked out by hand.


def least_squares(rng):
    n, d = sizes(rng)
    X, w = any_scale(rng) * rng.normal(size=(n, d)), any_scale(rng) * rng.normal(size=d)
    y = X @ w  # a perfect fit, or one with errors of any size
    y = y + rng.choice([0.0, any_scale(rng)]) * rng.normal(size=n)
    return (
        lambda w, X, y: np.sum((X @ w - y) ** 2) / (2 * len(y)),
        lambda w, X, y: X.T @ (X @ w - y) / len(y),
        (w, X, y),
    )


def chi_square(rng):
    n, d = sizes(rng)
    sigma = any_scale(rng) * rng.uniform(0.5, 2, size=n)
    X, w = rng.normal(size=(n, d)), rng.normal(size=d)
    return (
        lambda w, X, y, sigma: np.sum(((y - X @ w) / sigma) ** 2),
        lambda w, X, y, sigma: -2 * X.T @ ((y - X @ w) / sigma**2),
        (w, X, X @ w + sigma * rng.normal(size=n), sigma),
    )


def cross_entropy(rng):
    n, d = sizes(rng)
    X, y = rng.normal(size=(n, d)), rng.integers(0, 2, size=n)
    w = any_scale(rng, -6, 1.5) * rng.normal(size=d)
    return (
        lambda w, X, y: np.mean(np.logaddexp(0, X @ w) - y * (X @ w)),
        lambda w, X, y: X.T @ (sigmoid(X @ w) - y) / len(y),
        (w, X, y),
    )


def gaussian_likelihood(rng):
    n, _ = sizes(rng)
    spread = rng.uniform(-7, 7)
    y = np.exp(spread) * rng.normal(size=n)
    return (
        lambda s, y: np.mean(s[0] + y**2 / (2 * np.exp(2 * s[0])) + np.log(2 * np.pi) / 2),
        lambda s, y: np.array([np.mean(1 - y**2 * np.exp(-2 * s[0]))]),
        (np.array([spread + rng.normal()]), y),
    )


def softmax_regression(rng):
    n, d = sizes(rng)
    k = rng.integers(2, 5)
    X, y = rng.normal(size=(n, d)), rng.integers(0, k, size=n)

    def shifted(W, X):
        Z = X @ W
        return Z - Z.max(axis=1, keepdims=True)

    def loss(W, X, y):
        Z = shifted(W, X)
        return np.mean(np.log(np.exp(Z).sum(axis=1)) - Z[np.arange(len(y)), y])

    def gradient(W, X, y):
        P = np.exp(shifted(W, X))
        P = P / P.sum(axis=1, keepdims=True)
        P[np.arange(len(y)), y] -= 1
        return X.T @ P / len(y)

    return loss, gradient, (any_scale(rng, -3, 1.5) * rng.normal(size=(d, k)), X, y)


def network(activation, slope):
    def draw(rng):
        n, d = sizes(rng)
        X, v = rng.normal(size=(n, d)), rng.normal(size=4)

        def loss(W, X, v):
            return np.mean(activation(X @ W) @ v)

        def gradient(W, X, v):
            return X.T @ (slope(X @ W) * v) / len(X)

        return loss, gradient, (any_scale(rng, -2, 1) * rng.normal(size=(d, 4)), X, v)

    return draw


def perceptron(rng):
    n, d = sizes(rng)
    X, y = rng.normal(size=(n, d)), rng.choice([-1.0, 1.0], size=n)
    return (
        lambda w, X, y: np.sum(np.maximum(0, -y * (X @ w))),
        lambda w, X, y: -((y * (X @ w) <= 0) * y) @ X,
        (any_scale(rng) * rng.normal(size=d), X, y),
    )


def near_a_kink(rng):
    distance = any_scale(rng, -16, 0) * rng.choice([-1, 1], size=3)
    slope = rng.normal(size=3)
    return (
        lambda x, slope: np.sum(np.abs(x) + slope * x),
        lambda x, slope: np.sign(x) + slope,
        (np.append(distance, rng.normal()), np.append(slope, 0.3)),
    )


def largest(rng):
    height = any_scale(rng)
    return (
        lambda x: height * np.max(x),
        lambda x: height * (np.arange(len(x)) == np.argmax(x)),
        (rng.normal(size=rng.integers(2, 6)),),
    )


SHAPES = {
    "tanh": (np.tanh, lambda u: 1 / np.cosh(u) ** 2),
    "exp": (np.exp, np.exp),
    "sin": (np.sin, np.cos),
    "fourth power": (lambda u: u**4, lambda u: 4 * u**3),
    "bell": (lambda u: np.exp(-(u**2)), lambda u: -2 * u * np.exp(-(u**2))),
    "steep tanh": (lambda u: np.tanh(20 * u), lambda u: 20 / np.cosh(20 * u) ** 2),
}


def elementwise(rng):
    f, slope = SHAPES[rng.choice(list(SHAPES))]
    width, height = any_scale(rng), any_scale(rng)
    return (
        lambda x: height * np.sum(f(x / width)),
        lambda x: height * slope(x / width) / width,
        (width * rng.normal(size=rng.integers(1, 6)),),
    )


def logarithm(rng):
    x = any_scale(rng) * rng.uniform(0.1, 2, size=rng.integers(1, 6))
    return lambda x: np.sum(np.log(x)), lambda x: 1 / x, (x,)


def on_an_offset(rng):
    offset = any_scale(rng, 0, 12)
    return (
        lambda x: np.sum(np.exp(x)) + offset,
        lambda x: np.exp(x),
        (rng.normal(size=rng.integers(1, 6)),),
    )


def cancelling_offset(rng):
    offset = any_scale(rng, 0, 8)
    return (
        lambda x: (np.sum(np.exp(x)) + offset) - offset,
        lambda x: np.exp(x),
        (rng.normal(size=rng.integers(1, 6)),),
    )


def badly_conditioned(rng):
    d = rng.integers(2, 6)
    Q, _ = np.linalg.qr(rng.normal(size=(d, d)))
    A = Q @ np.diag(10.0 ** rng.uniform(-6, 6, size=d)) @ Q.T
    A = (A + A.T) / 2
    return lambda x, A: x @ A @ x / 2, lambda x, A: A @ x, (rng.normal(size=d), A)


def log_partition(rng):
    energies = any_scale(rng, -3, 3) * rng.normal(size=rng.integers(2, 8))

    def log_sum_exp(x):
        return x.max() + np.log(np.sum(np.exp(x - x.max())))

    return log_sum_exp, lambda x: np.exp(x - log_sum_exp(x)), (energies,)


FAMILIES = {
    "least squares": least_squares,
    "chi square": chi_square,
    "cross-entropy": cross_entropy,
    "gaussian likelihood": gaussian_likelihood,
    "softmax regression": softmax_regression,
    "tanh network": network(np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "relu network": network(lambda z: np.maximum(z, 0), lambda z: 1.0 * (z > 0)),
    "perceptron": perceptron,
    "near a kink": near_a_kink,
    "largest of several": largest,
    "elementwise": elementwise,
    "logarithm": logarithm,
    "on an offset": on_an_offset,
    "cancelling offset": cancelling_offset,
    "badly conditioned": badly_conditioned,
    "log partition function": log_partition,
}


def alarms(family, seeds):
    """How often a right gradient fails, and how often the point is called a kink."""
    counts = Counter()
    for seed in seeds:
        loss, gradient, at = family(np.random.default_rng(seed))
        try:
            with np.errstate(all="ignore"):
                expect_gradient(gradient, of=loss, at=at)
        except CheckFailed as failed:
            counts["false alarms"] += 1
            counts[f"seed {seed}: {failed}"] += 1
        except NotDifferentiable:
            counts["at a kink"] += 1
    return counts


def main(cases=100_000):
    each = -(-cases // len(FAMILIES))
    total = 0
    for name, family in FAMILIES.items():
        counts = alarms(family, range(each))
        total += counts["false alarms"]
        print(f"{name:24} {each} cases", dict(counts), flush=True)
    print(f"{total} false alarms in {each * len(FAMILIES)} cases")
    errors = 10.0 ** np.arange(-13, -2)
    print("relative error of one component of 100, and the share caught:")
    for name, curve in detection_curve(errors, cases=100).items():
        print(f"  {name}")
        for error, share in zip(errors, curve, strict=True):
            print(f"    {error:.0e}  {share:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
