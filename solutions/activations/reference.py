"""Reference answers: activation functions."""

import math

import numpy as np

WRITTEN = {
    "dead_unit": """
(a) For every sample $z = 2x - 4 \\le 2 - 4 = -2 < 0$, so $f'(z) = 0$. With $\\delta$ the
derivative of the loss by the unit's output, the gradient is $\\delta f'(z)\\,x$ for the weight and
$\\delta f'(z)$ for the bias: 0 for every sample and every $\\delta$, so also for their mean. The
next step finds the same $w$ and $b$, and the same zeros.

(b) A larger learning rate: no, any multiple of zero is zero. More samples of the same kind: no,
their $x$ lies between 0 and 1 too, and the unit is off for them. Leaky ReLU: yes, the slope on the
left is $a > 0$, so the gradients are $a\\delta x$ and $a\\delta$, small and not zero. Training the
layer below: not by this unit, which hands down a gradient of 0; but the other units of its layer
may change the layer below so that $x$ exceeds 2, and then the unit is on again. It cannot be
counted on.

(1 point for the slope 0 at every sample and both gradients, 1 point for the four answers with
their reasons.)
""",
}


def sigmoid(z):
    # tanh saturates without any large exponential
    return (1.0 + np.tanh(np.asarray(z, dtype=float) / 2.0)) / 2.0


def sigmoid_gradient(z):
    s = sigmoid(z)
    return s * (1.0 - s)


def tanh(z):
    return np.tanh(z)


def tanh_gradient(z):
    return 1.0 - tanh(z) ** 2


def symmetric_sigmoid(z, beta=1.0):
    return np.tanh(beta * np.asarray(z, dtype=float) / 2.0)


def symmetric_sigmoid_gradient(z, beta=1.0):
    return beta / 2.0 * (1.0 - symmetric_sigmoid(z, beta) ** 2)


def relu(z):
    return np.maximum(z, 0.0)


def relu_gradient(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)


def leaky_relu(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, a * z)


def leaky_relu_gradient(z, a=0.01):
    return np.where(np.asarray(z) > 0, 1.0, a)


def elu(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    # where computes both branches: keep large positive z out of the exponential
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0.0)))


def elu_gradient(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0.0)))


def swish(z):
    return z * sigmoid(z)


def swish_gradient(z):
    return sigmoid(z) + z * sigmoid_gradient(z)


def gelu(z):
    z = np.asarray(z, dtype=float)
    # Phi(z) = erfc(-z / sqrt 2) / 2 keeps the digits that 1 + erf loses for negative z
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2.0)) / 2.0
    return z * phi


def gelu_gradient(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2.0)) / 2.0
    return phi + z * np.exp(-(z**2) / 2.0) / math.sqrt(2.0 * math.pi)


def gelu_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(1.702 * z)


def gelu_sigmoid_gradient(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(1.702 * z) + 1.702 * z * sigmoid_gradient(1.702 * z)


def softmax_jacobian(z):
    z = np.asarray(z, dtype=float)
    weights = np.exp(z - z.max())
    p = weights / weights.sum()
    return np.diag(p) - np.outer(p, p)


def backward_signal(gradient, zs):
    return np.prod(gradient(np.asarray(zs, dtype=float)), axis=0)


def choose_activation(depth, rng):
    names = "sigmoid tanh symmetric_sigmoid relu leaky_relu elu swish gelu gelu_sigmoid"
    # 100 inputs, as many gradients, and weights: the same for all, so that chance favors none
    inputs, gradients, *weights = rng.normal(size=(depth + 2, 100, 100))
    weights = [W / np.sqrt(100) for W in weights]

    def distance(name):
        f, slope = globals()[name], globals()[name + "_gradient"]
        zs = [inputs]
        for W in weights:
            zs.append(f(zs[-1]) @ W)
        g = gradients  # at the pre-activations after the last layer; weights keep their size
        for W, z in reversed(list(zip(weights, zs))):
            g = (g @ W.T) * slope(z)
        return abs(np.log(np.mean(g**2)))

    return min(names.split(), key=distance)
