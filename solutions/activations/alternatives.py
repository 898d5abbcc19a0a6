"""Right answers in other styles, which every check must accept."""

import math

import numpy as np

from autograder.checks import alternative

from .reference import sigmoid, symmetric_sigmoid, tanh


@alternative("sigmoid")
def sigmoid_by_cases(z):
    z = np.array(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


@alternative("sigmoid")
def sigmoid_by_logaddexp(z):
    return np.exp(-np.logaddexp(0, -np.array(z, dtype=float)))


@alternative("sigmoid_gradient")
def sigmoid_slope_by_symmetry(z):
    z = np.array(z, dtype=float)
    return sigmoid(z) * sigmoid(-z)


@alternative("sigmoid_gradient")
def sigmoid_slope_by_tanh(z):
    return 0.25 * (1 - np.tanh(np.array(z) / 2) ** 2)


@alternative("tanh")
def tanh_by_the_sigmoid(z):
    return 2 * sigmoid(2 * np.array(z, dtype=float)) - 1


@alternative("tanh")
def tanh_by_cases(z):
    z = np.array(z, dtype=float)
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - e) / (1 + e)


@alternative("tanh_gradient")
def tanh_slope_as_a_product(z):
    t = tanh(z)
    return (1 - t) * (1 + t)


@alternative("tanh_gradient")
def tanh_slope_by_exponentials(z):
    e = np.exp(-2 * np.abs(np.array(z, dtype=float)))
    return 4 * e / (1 + e) ** 2


@alternative("symmetric_sigmoid")
def symmetric_by_the_sigmoid(z, beta=1.0):
    return 2 * sigmoid(beta * np.array(z, dtype=float)) - 1


@alternative("symmetric_sigmoid")
def symmetric_by_cases(z, beta=1.0):
    z = np.array(z, dtype=float)
    e = np.exp(-beta * np.abs(z))
    return np.sign(z) * (1 - e) / (1 + e)


@alternative("symmetric_sigmoid_gradient")
def symmetric_slope_by_the_sigmoid(z, beta=1.0):
    s = sigmoid(beta * np.array(z, dtype=float))
    return 2 * beta * s * (1 - s)


@alternative("symmetric_sigmoid_gradient")
def symmetric_slope_as_a_product(z, beta=1.0):
    s = symmetric_sigmoid(z, beta)
    return 0.5 * beta * (1 + s) * (1 - s)


@alternative("relu")
def relu_by_a_mask(z):
    z = np.array(z, dtype=float)
    return z * (z > 0)


@alternative("relu")
def relu_by_absolute_value(z):
    z = np.array(z, dtype=float)
    return (z + np.abs(z)) / 2


@alternative("relu_gradient")
def relu_slope_by_a_mask(z):
    return (np.array(z) > 0).astype(float)


@alternative("relu_gradient")
def relu_slope_by_heaviside(z):
    return np.heaviside(np.array(z, dtype=float), 0.0)


@alternative("leaky_relu")
def leaky_by_the_maximum(z, a=0.01):
    z = np.array(z, dtype=float)
    return np.maximum(a * z, z)


@alternative("leaky_relu")
def leaky_by_two_rectifiers(z, a=0.01):
    z = np.array(z, dtype=float)
    return np.maximum(z, 0) - a * np.maximum(-z, 0)


@alternative("leaky_relu_gradient")
def leaky_slope_by_a_mask(z, a=0.01):
    on = np.array(z) > 0
    return on + a * ~on


@alternative("leaky_relu_gradient")
def leaky_slope_filled_in(z, a=0.01):
    slope = np.full(np.shape(z), a)
    slope[np.array(z) > 0] = 1
    return slope


@alternative("elu")
def elu_as_a_sum(z, alpha=1.0):
    z = np.array(z, dtype=float)
    return np.maximum(z, 0) + alpha * np.expm1(-np.maximum(-z, 0))


@alternative("elu")
def elu_filled_in(z, alpha=1.0):
    out = np.array(z, dtype=float)
    left = out <= 0
    out[left] = alpha * (np.exp(out[left]) - 1)
    return out


@alternative("elu_gradient")
def elu_slope_filled_in(z, alpha=1.0):
    z = np.array(z, dtype=float)
    slope = np.ones(z.shape)
    slope[z <= 0] = alpha * np.exp(z[z <= 0])
    return slope


@alternative("elu_gradient")
def elu_slope_from_the_value(z, alpha=1.0):
    z = np.array(z, dtype=float)
    value = alpha * np.expm1(np.minimum(z, 0))
    return np.where(z <= 0, value + alpha, 1.0)


@alternative("swish")
def swish_by_tanh(z):
    z = np.array(z, dtype=float)
    return 0.5 * z * (1 + np.tanh(z / 2))


@alternative("swish")
def swish_by_cases(z):
    z = np.array(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, z, z * e) / (1 + e)


@alternative("swish_gradient")
def swish_slope_from_the_value(z):
    z = np.array(z, dtype=float)
    s = sigmoid(z)
    return z * s + s * (1 - z * s)


@alternative("swish_gradient")
def swish_slope_factored(z):
    z = np.array(z, dtype=float)
    s = sigmoid(z)
    return s * (1 + z * (1 - s))


@alternative("gelu")
def gelu_by_erf(z):
    z = np.array(z, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    return z * (1 + erf(z / np.sqrt(2))) / 2


@alternative("gelu")
def gelu_in_a_loop(z):
    z = np.array(z, dtype=float)
    flat = [v * 0.5 * (1 + math.erf(v / math.sqrt(2))) for v in z.ravel()]
    return np.array(flat).reshape(z.shape)


@alternative("gelu_gradient")
def gelu_slope_by_erf(z):
    z = np.array(z, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    return 0.5 * (1 + erf(z / np.sqrt(2))) + z * np.exp(-0.5 * z * z) / np.sqrt(2 * np.pi)


@alternative("gelu_gradient")
def gelu_slope_in_a_loop(z):
    z = np.array(z, dtype=float)
    flat = [
        0.5 * math.erfc(-v / math.sqrt(2)) + v * math.exp(-v * v / 2) / math.sqrt(2 * math.pi)
        for v in z.ravel()
    ]
    return np.array(flat).reshape(z.shape)


@alternative("gelu_sigmoid")
def approximated_gelu_by_tanh(z):
    z = np.array(z, dtype=float)
    return 0.5 * z * (1 + np.tanh(0.851 * z))


@alternative("gelu_sigmoid")
def approximated_gelu_by_logaddexp(z):
    z = np.array(z, dtype=float)
    return z * np.exp(-np.logaddexp(0, -1.702 * z))


@alternative("gelu_sigmoid_gradient")
def approximated_slope_factored(z):
    z = np.array(z, dtype=float)
    s = sigmoid(1.702 * z)
    return s * (1 + 1.702 * z * (1 - s))


@alternative("gelu_sigmoid_gradient")
def approximated_slope_by_tanh(z):
    z = np.array(z, dtype=float)
    t = np.tanh(0.851 * z)
    return 0.5 * (1 + t) + 0.4255 * z * (1 - t**2)


@alternative("softmax_jacobian")
def jacobian_in_loops(z):
    z = np.array(z, dtype=float)
    p = np.exp(z - np.logaddexp.reduce(z))
    k = len(p)
    return np.array([[p[i] * ((i == j) - p[j]) for j in range(k)] for i in range(k)])


@alternative("softmax_jacobian")
def jacobian_by_broadcasting(z):
    z = np.array(z, dtype=float)
    e = np.exp(z - np.max(z))
    p = e / np.sum(e)
    return p[:, None] * (np.eye(p.size) - p[None, :])


@alternative("backward_signal")
def signal_in_a_loop(gradient, zs):
    left = 1.0
    for z in np.array(zs, dtype=float):
        left = left * gradient(z)
    return left


@alternative("backward_signal")
def signal_by_multiply_reduce(gradient, zs):
    return np.multiply.reduce([gradient(z) for z in np.array(zs, dtype=float)])


@alternative("choose_activation")
def chosen_by_several_networks(depth, rng):
    names = "sigmoid tanh symmetric_sigmoid relu leaky_relu elu swish gelu gelu_sigmoid"
    functions = {name: (globals()[name], globals()[f"{name}_gradient"]) for name in names.split()}
    m, batch = 100, 10
    mean = dict.fromkeys(functions, 0.0)
    for _ in range(4):
        weights = [rng.normal(0, m**-0.5, size=(m, m)) for _ in range(depth - 1)]
        z_first = rng.standard_normal((batch, m))
        for name, (f, slope) in functions.items():
            zs = [z_first]
            for W in weights:
                zs.append(f(zs[-1]) @ W)
            g = np.ones((batch, m)) * slope(zs[-1])
            for layer in range(depth - 2, -1, -1):
                g = (g @ weights[layer].T) * slope(zs[layer])
            mean[name] += np.log(np.mean(g**2)) / 8
    return sorted(functions, key=lambda name: abs(mean[name]))[0]


@alternative("choose_activation")
def chosen_by_what_a_small_change_grows_to(depth, rng):
    # on its way forward it is multiplied by the same matrices as a gradient on its way back
    sizes = {}
    names = "sigmoid tanh symmetric_sigmoid relu leaky_relu elu swish gelu gelu_sigmoid"
    for name in names.split():
        f, slope = globals()[name], globals()[f"{name}_gradient"]
        networks = []
        for _ in range(3):
            z, change = rng.normal(size=(2, 30, 120))
            start = np.linalg.norm(change)
            for _ in range(depth):
                W = rng.uniform(-1, 1, size=(120, 120)) * np.sqrt(3 / 120)
                z, change = f(z) @ W, (change * slope(z)) @ W
            networks.append(np.linalg.norm(change) / start)
        sizes[name] = abs(np.log(np.mean(networks)))
    return min(sizes, key=sizes.get)
