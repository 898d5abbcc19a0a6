"""Wrong answers that students give, each with the diagnosis it should get."""

import math

import numpy as np

from autograder.checks import mistake

from .reference import sigmoid, sigmoid_gradient, symmetric_sigmoid, tanh

# --- sigmoid and tanh ------------------------------------------------------------------


@mistake("sigmoid", diagnosis="unstable", keeps=0.75)
def sigmoid_as_in_the_formula(z):
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


@mistake("sigmoid", diagnosis="not-finite", keeps=0.75)
def sigmoid_as_exp_over_one_plus_exp(z):
    e = np.exp(np.asarray(z, dtype=float))
    return e / (1 + e)


@mistake("sigmoid", diagnosis="complement", keeps=0.5)
def sigmoid_falling(z):
    return (1 - np.tanh(np.asarray(z) / 2)) / 2


@mistake("sigmoid", diagnosis="value")
def sigmoid_twice_as_steep(z):
    return (1 + np.tanh(np.asarray(z))) / 2


@mistake("sigmoid_gradient", diagnosis="value", keeps=0.25)
def sigmoid_slope_from_the_output(z):
    z = np.asarray(z, dtype=float)
    return z * (1 - z)


@mistake("sigmoid_gradient", diagnosis="sign", keeps=0.25)
def sigmoid_slope_of_the_falling_side(z):
    s = sigmoid(z)
    return s * (s - 1)


@mistake("sigmoid_gradient", diagnosis="value", keeps=0.25)
def sigmoid_slope_by_the_formula_of_tanh(z):
    return 1 - sigmoid(z) ** 2


@mistake("tanh", diagnosis="not-finite", keeps=0.75)
def tanh_by_its_quotient(z):
    e = np.exp(2 * np.asarray(z, dtype=float))
    return (e - 1) / (e + 1)


@mistake("tanh", diagnosis="value")
def tanh_as_a_symmetric_sigmoid(z):
    return np.tanh(np.asarray(z) / 2)


@mistake("tanh", diagnosis="value")
def hyperbolic_sine(z):
    return np.sinh(np.clip(np.asarray(z, dtype=float), -20, 20))


@mistake("tanh_gradient", diagnosis="value", keeps=0.25)
def tanh_slope_from_the_output(z):
    return 1 - np.asarray(z, dtype=float) ** 2


@mistake("tanh_gradient", diagnosis="value", keeps=0.25)
def tanh_slope_without_the_square(z):
    return 1 - tanh(z)


@mistake("tanh_gradient", diagnosis="sign", keeps=0.25)
def tanh_slope_of_the_falling_side(z):
    return tanh(z) ** 2 - 1


@mistake("tanh_gradient", diagnosis="unstable", keeps=0.75)
def tanh_slope_by_cosh(z):
    return 1 / np.cosh(np.asarray(z, dtype=float)) ** 2


# --- symmetric_sigmoid -----------------------------------------------------------------


@mistake("symmetric_sigmoid", diagnosis="value")
def symmetric_sigmoid_as_note_004_has_it(z, beta=1.0):
    return sigmoid(beta * np.asarray(z, dtype=float))


@mistake("symmetric_sigmoid", diagnosis="value")
def symmetric_sigmoid_without_the_half(z, beta=1.0):
    return np.tanh(beta * np.asarray(z))


@mistake("symmetric_sigmoid", diagnosis="value", also=["factor"])
def symmetric_sigmoid_around_zero_with_half_its_height(z, beta=1.0):
    return sigmoid(beta * np.asarray(z, dtype=float)) - 0.5


@mistake("symmetric_sigmoid", diagnosis="ignored", keeps=0.25)
def symmetric_sigmoid_of_one_steepness(z, beta=1.0):
    return np.tanh(np.asarray(z) / 2)


@mistake("symmetric_sigmoid", diagnosis="not-finite", keeps=0.75)
def symmetric_sigmoid_by_its_quotient(z, beta=1.0):
    e = np.exp(-beta * np.asarray(z, dtype=float))
    return (1 - e) / (1 + e)


@mistake("symmetric_sigmoid_gradient", diagnosis="value", keeps=0.25, also=["factor"])
def symmetric_slope_without_the_chain_rule(z, beta=1.0):
    return 1 - symmetric_sigmoid(z, beta) ** 2


@mistake("symmetric_sigmoid_gradient", diagnosis="factor", keeps=0.25)
def symmetric_slope_with_beta_in_place_of_half(z, beta=1.0):
    return beta * (1 - symmetric_sigmoid(z, beta) ** 2)


@mistake("symmetric_sigmoid_gradient", diagnosis="value", keeps=0.25)
def symmetric_slope_by_the_formula_of_the_sigmoid(z, beta=1.0):
    s = symmetric_sigmoid(z, beta)
    return beta * s * (1 - s)


# --- relu and leaky_relu ---------------------------------------------------------------


@mistake("relu", diagnosis="integer", keeps=0.75)
def relu_of_integers(z):
    return np.maximum(z, 0)


@mistake("relu", diagnosis="value", keeps=0.5)
def relu_of_the_other_side(z):
    return np.minimum(np.asarray(z, dtype=float), 0)


@mistake("relu", diagnosis="value", keeps=0.5)
def relu_as_absolute_value(z):
    return np.abs(np.asarray(z, dtype=float))


@mistake("relu", diagnosis="in-place", keeps=0.5)
def relu_in_place(z):
    z = np.asarray(z, dtype=float)
    z[z < 0] = 0
    return z


@mistake("relu_gradient", diagnosis="value", keeps=0.25)
def relu_slope_one_at_the_kink(z):
    return (np.asarray(z) >= 0) * 1.0


@mistake("relu_gradient", diagnosis="value", keeps=0.25)
def relu_slope_half_at_the_kink(z):
    return np.heaviside(np.asarray(z, dtype=float), 0.5)


@mistake("relu_gradient", diagnosis="dtype", keeps=0.25)
def relu_slope_as_true_and_false(z):
    return np.asarray(z) > 0


@mistake("relu_gradient", diagnosis="value", keeps=0.25)
def relu_slope_as_the_function(z):
    return np.maximum(np.asarray(z, dtype=float), 0)


@mistake("relu_gradient", diagnosis="value", keeps=0.25)
def relu_slope_by_sign(z):
    return np.sign(np.asarray(z, dtype=float))


@mistake("leaky_relu", diagnosis="value", keeps=0.5)
def leaky_with_the_sides_exchanged(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, a * z, z)


@mistake("leaky_relu", diagnosis="ignored", keeps=0.75)
def leaky_with_a_fixed_tilt(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, 0.01 * z)


@mistake("leaky_relu", diagnosis="value", keeps=0.5)
def leaky_that_turns_up_on_the_left(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, -a * z)


@mistake("leaky_relu", diagnosis="value", keeps=0.5)
def leaky_with_a_floor(z, a=0.01):
    return np.maximum(np.asarray(z, dtype=float), -a)


@mistake("leaky_relu_gradient", diagnosis="value", keeps=0.25)
def leaky_slope_one_at_the_kink(z, a=0.01):
    return np.where(np.asarray(z) >= 0, 1.0, a)


@mistake("leaky_relu_gradient", diagnosis="value", keeps=0.25)
def leaky_slope_zero_on_the_left(z, a=0.01):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)


@mistake("leaky_relu_gradient", diagnosis="value", keeps=0.25)
def leaky_slope_times_the_input(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, a * z)


# --- elu -------------------------------------------------------------------------------


@mistake("elu", diagnosis="unstable", keeps=0.75)
def elu_with_overflow_in_the_other_branch(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * (np.exp(z) - 1))


@mistake("elu", diagnosis="value", keeps=0.5)
def elu_without_the_minus_one(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0)))


@mistake("elu", diagnosis="value", keeps=0.75)
def elu_with_alpha_inside(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, np.expm1(alpha * np.minimum(z, 0)))


@mistake("elu", diagnosis="ignored", keeps=0.75)
def elu_of_depth_one(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))


@mistake("elu_gradient", diagnosis="value", keeps=0.5)
def elu_slope_one_at_zero(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z >= 0, 1.0, alpha * np.exp(np.minimum(z, 0)))


@mistake("elu_gradient", diagnosis="value", keeps=0.25)
def elu_slope_as_the_function(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, alpha * np.expm1(np.minimum(z, 0)))


@mistake("elu_gradient", diagnosis="value", keeps=0.5, also=["ignored"])
def elu_slope_without_alpha(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0)))


@mistake("elu_gradient", diagnosis="unstable", keeps=0.75)
def elu_slope_with_overflow_in_the_other_branch(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, alpha * np.exp(z))


# --- swish, gelu and its approximation -------------------------------------------------


@mistake("swish", diagnosis="value", keeps=0.5)
def swish_without_its_input(z):
    return sigmoid(z)


@mistake("swish", diagnosis="unstable", keeps=0.75)
def swish_as_a_quotient(z):
    z = np.asarray(z, dtype=float)
    return z / (1 + np.exp(-z))


@mistake("swish_gradient", diagnosis="value", keeps=0.25)
def swish_slope_of_the_gate_alone(z):
    return sigmoid(z)


@mistake("swish_gradient", diagnosis="value", keeps=0.25)
def swish_slope_of_the_sigmoid(z):
    return sigmoid_gradient(z)


@mistake("swish_gradient", diagnosis="value", keeps=0.25)
def swish_slope_without_the_first_term(z):
    return np.asarray(z, dtype=float) * sigmoid_gradient(z)


@mistake("swish_gradient", diagnosis="value", keeps=0.25)
def swish_slope_with_a_minus(z):
    return sigmoid(z) - np.asarray(z, dtype=float) * sigmoid_gradient(z)


@mistake("gelu", diagnosis="value", keeps=1)
def gelu_by_the_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(1.702 * z)


@mistake("gelu", diagnosis="value", keeps=1)
def gelu_by_tanh(z):
    z = np.asarray(z, dtype=float)
    return z * (1 + np.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3))) / 2


@mistake("gelu", diagnosis="value", keeps=1)
def gelu_without_the_root_of_two(z):
    z = np.asarray(z, dtype=float)
    return z * (1 + np.vectorize(math.erf, otypes=[float])(z)) / 2


@mistake("gelu", diagnosis="value", keeps=1)
def gelu_with_the_density(z):
    z = np.asarray(z, dtype=float)
    return z * np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)


@mistake("gelu", diagnosis="exception", keeps=1)
def gelu_of_a_single_number(z):
    return z * (1 + math.erf(z / math.sqrt(2))) / 2


@mistake("gelu_gradient", diagnosis="value", keeps=0.5)
def gelu_slope_of_the_gate_alone(z):
    z = np.asarray(z, dtype=float)
    return np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2


@mistake("gelu_gradient", diagnosis="value", keeps=0.5)
def gelu_slope_without_the_factor_z(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return phi + np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)


@mistake("gelu_gradient", diagnosis="value", keeps=0.5)
def gelu_slope_with_an_unnormalized_density(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return phi + z * np.exp(-(z**2) / 2)


@mistake("gelu_sigmoid", diagnosis="value", keeps=0.5)
def approximated_gelu_as_swish(z):
    return np.asarray(z, dtype=float) * sigmoid(z)


@mistake("gelu_sigmoid", diagnosis="value", keeps=0.5)
def approximated_gelu_without_its_input(z):
    return sigmoid(1.702 * np.asarray(z, dtype=float))


@mistake("gelu_sigmoid_gradient", diagnosis="value", keeps=0.25)
def approximated_slope_without_the_chain_rule(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(1.702 * z) + z * sigmoid_gradient(1.702 * z)


@mistake("gelu_sigmoid_gradient", diagnosis="value", keeps=0.25)
def approximated_slope_at_the_wrong_place(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(1.702 * z) + 1.702 * z * sigmoid_gradient(z)


@mistake("gelu_sigmoid_gradient", diagnosis="value", keeps=0.25)
def approximated_slope_as_that_of_swish(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z) + z * sigmoid_gradient(z)


# --- softmax_jacobian ------------------------------------------------------------------


@mistake("softmax_jacobian", diagnosis="not-finite", keeps=1)
def jacobian_with_overflow(z):
    e = np.exp(np.asarray(z, dtype=float))
    p = e / e.sum()
    return np.diag(p) - np.outer(p, p)


@mistake("softmax_jacobian", diagnosis="shape")
def jacobian_as_a_list_of_slopes(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return p * (1 - p)


@mistake("softmax_jacobian", diagnosis="value")
def jacobian_with_the_diagonal_alone(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p * (1 - p))


@mistake("softmax_jacobian", diagnosis="sign")
def jacobian_with_its_sign_turned(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.outer(p, p) - np.diag(p)


@mistake("softmax_jacobian", diagnosis="value")
def jacobian_with_ones_in_place_of_probabilities(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.eye(len(p)) - np.outer(p, p)


@mistake("softmax_jacobian", diagnosis="value")
def jacobian_with_an_inner_product(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p) - p @ p


# --- backward_signal -------------------------------------------------------------------


@mistake("backward_signal", diagnosis="value")
def signal_as_a_sum(gradient, zs):
    return np.sum(gradient(np.asarray(zs, dtype=float)), axis=0)


@mistake("backward_signal", diagnosis="shape", keeps=1)
def signal_of_all_chains_together(gradient, zs):
    return np.prod(gradient(np.asarray(zs, dtype=float)))


@mistake("backward_signal", diagnosis="shape", keeps=1)
def signal_over_the_last_axis(gradient, zs):
    return np.prod(gradient(np.asarray(zs, dtype=float)), axis=-1)


@mistake("backward_signal", diagnosis="value")
def slope_at_the_product(gradient, zs):
    return gradient(np.prod(np.asarray(zs, dtype=float), axis=0))


@mistake("backward_signal", diagnosis="value")
def signal_without_the_first_layer(gradient, zs):
    return np.prod(gradient(np.asarray(zs, dtype=float))[1:], axis=0)


@mistake("backward_signal", diagnosis="shape")
def signal_after_each_layer(gradient, zs):
    return np.cumprod(gradient(np.asarray(zs, dtype=float)), axis=0)


@mistake("backward_signal", diagnosis="value")
def slope_of_the_last_layer_alone(gradient, zs):
    return gradient(np.asarray(zs, dtype=float))[-1]
