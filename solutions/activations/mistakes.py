"""Wrong answers that students give, each with the diagnosis it should get."""

import math

import numpy as np

from autograder.checks import mistake

from .reference import (
    elu,
    elu_gradient,
    relu,
    relu_gradient,
    sigmoid,
    sigmoid_gradient,
    symmetric_sigmoid,
    tanh,
    tanh_gradient,
)

# --- sigmoid and tanh ------------------------------------------------------------------


@mistake(
    "sigmoid",
    diagnosis="unstable",
    keeps=0.375,
    says="exp is also taken of large positive numbers, and there it overflows",
)
def sigmoid_as_in_the_formula(z):
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


@mistake(
    "sigmoid",
    diagnosis="not-finite",
    keeps=0.375,
    says="exp(z) overflows for large positive z, and the quotient becomes nan",
)
def sigmoid_as_exp_over_one_plus_exp(z):
    e = np.exp(np.asarray(z, dtype=float))
    return e / (1 + e)


@mistake(
    "sigmoid",
    diagnosis="complement",
    keeps=0.25,
    says=("your curve falls with growing z instead of rising, because a sign inside it is turned"),
)
def sigmoid_falling(z):
    return (1 - np.tanh(np.asarray(z) / 2)) / 2


@mistake(
    "sigmoid",
    diagnosis="value",
    says=(
        "tanh gets z itself as its argument, which makes your curve twice as steep as the sigmoid"
    ),
)
def sigmoid_twice_as_steep(z):
    return (1 + np.tanh(np.asarray(z))) / 2


@mistake(
    "sigmoid_gradient",
    diagnosis="value",
    keeps=0.125,
    says="the slope treats z as if it were already the output of the sigmoid",
)
def sigmoid_slope_from_the_output(z):
    z = np.asarray(z, dtype=float)
    return z * (1 - z)


@mistake(
    "sigmoid_gradient",
    diagnosis="sign",
    keeps=0.125,
    says="the slope has its sign turned, so it is negative where the curve rises",
)
def sigmoid_slope_of_the_falling_side(z):
    s = sigmoid(z)
    return s * (s - 1)


@mistake(
    "sigmoid_gradient",
    diagnosis="value",
    keeps=0.125,
    says="you use the slope formula of tanh with the output of the sigmoid",
)
def sigmoid_slope_by_the_formula_of_tanh(z):
    return 1 - sigmoid(z) ** 2


@mistake(
    "tanh",
    diagnosis="not-finite",
    keeps=0.375,
    says="exp(2z) overflows for large positive z, and the quotient becomes nan",
)
def tanh_by_its_quotient(z):
    e = np.exp(2 * np.asarray(z, dtype=float))
    return (e - 1) / (e + 1)


@mistake(
    "tanh",
    diagnosis="value",
    says="z is halved before tanh is taken, which makes your curve half as steep",
)
def tanh_as_a_symmetric_sigmoid(z):
    return np.tanh(np.asarray(z) / 2)


@mistake(
    "tanh",
    diagnosis="value",
    says="you return the hyperbolic sine, whose values do not stay between -1 and 1",
)
def hyperbolic_sine(z):
    return np.sinh(np.clip(np.asarray(z, dtype=float), -20, 20))


@mistake(
    "tanh_gradient",
    diagnosis="value",
    keeps=0.125,
    says="the slope treats z as if it were already the output of tanh",
)
def tanh_slope_from_the_output(z):
    return 1 - np.asarray(z, dtype=float) ** 2


@mistake(
    "tanh_gradient",
    diagnosis="value",
    keeps=0.125,
    says="the output is not squared in your slope",
)
def tanh_slope_without_the_square(z):
    return 1 - tanh(z)


@mistake(
    "tanh_gradient",
    diagnosis="sign",
    keeps=0.125,
    says="the slope has its sign turned, so it is negative where the curve rises",
)
def tanh_slope_of_the_falling_side(z):
    return tanh(z) ** 2 - 1


@mistake(
    "tanh_gradient",
    diagnosis="unstable",
    keeps=0.375,
    says="np.cosh overflows for inputs far from 0, on either side",
)
def tanh_slope_by_cosh(z):
    return 1 / np.cosh(np.asarray(z, dtype=float)) ** 2


# --- symmetric_sigmoid -----------------------------------------------------------------


@mistake(
    "symmetric_sigmoid",
    diagnosis="value",
    keeps=0.25,
    says="your default of beta is 2, not the one in the signature",
)
def symmetric_sigmoid_with_another_default(z, beta=2.0):
    return np.tanh(beta * np.asarray(z, dtype=float) / 2)


@mistake(
    "symmetric_sigmoid",
    diagnosis="value",
    says="you return the plain sigmoid, whose values lie between 0 and 1",
)
def symmetric_sigmoid_as_note_004_has_it(z, beta=1.0):
    return sigmoid(beta * np.asarray(z, dtype=float))


@mistake(
    "symmetric_sigmoid",
    diagnosis="value",
    says="the factor ½ in the argument of tanh is missing",
)
def symmetric_sigmoid_without_the_half(z, beta=1.0):
    return np.tanh(beta * np.asarray(z))


@mistake(
    "symmetric_sigmoid",
    diagnosis="value",
    also=["factor"],
    says=("your curve is centered on 0 but only half as high: it stays between -0.5 and 0.5"),
)
def symmetric_sigmoid_around_zero_with_half_its_height(z, beta=1.0):
    return sigmoid(beta * np.asarray(z, dtype=float)) - 0.5


@mistake(
    "symmetric_sigmoid",
    diagnosis="ignored",
    keeps=0.125,
    says="the argument beta is not used, so the steepness is always the same",
)
def symmetric_sigmoid_of_one_steepness(z, beta=1.0):
    return np.tanh(np.asarray(z) / 2)


@mistake(
    "symmetric_sigmoid",
    diagnosis="not-finite",
    keeps=0.375,
    says="exp(-beta z) overflows for large negative z, and the quotient becomes nan",
)
def symmetric_sigmoid_by_its_quotient(z, beta=1.0):
    e = np.exp(-beta * np.asarray(z, dtype=float))
    return (1 - e) / (1 + e)


@mistake(
    "symmetric_sigmoid_gradient",
    diagnosis="value",
    keeps=0.125,
    also=["factor"],
    says="the factor from the chain rule is missing in your slope",
)
def symmetric_slope_without_the_chain_rule(z, beta=1.0):
    return 1 - symmetric_sigmoid(z, beta) ** 2


@mistake(
    "symmetric_sigmoid_gradient",
    diagnosis="factor",
    keeps=0.125,
    says="the factor ½ is missing in your slope",
)
def symmetric_slope_with_beta_in_place_of_half(z, beta=1.0):
    return beta * (1 - symmetric_sigmoid(z, beta) ** 2)


@mistake(
    "symmetric_sigmoid_gradient",
    diagnosis="value",
    keeps=0.125,
    says=("you use the slope formula of the plain sigmoid with the output of the symmetric one"),
)
def symmetric_slope_by_the_formula_of_the_sigmoid(z, beta=1.0):
    s = symmetric_sigmoid(z, beta)
    return beta * s * (1 - s)


# --- relu and leaky_relu ---------------------------------------------------------------


@mistake(
    "relu",
    diagnosis="integer",
    keeps=0.375,
    says=("integer inputs give integers back, because nothing in your code makes them floats"),
)
def relu_of_integers(z):
    return np.maximum(z, 0)


@mistake(
    "relu",
    diagnosis="value",
    keeps=0.25,
    says="you keep the negative inputs and set the positive ones to 0",
)
def relu_of_the_other_side(z):
    return np.minimum(np.asarray(z, dtype=float), 0)


@mistake(
    "relu",
    diagnosis="value",
    keeps=0.25,
    says="negative inputs come out with their sign turned, as in the absolute value",
)
def relu_as_absolute_value(z):
    return np.abs(np.asarray(z, dtype=float))


@mistake("relu", diagnosis="in-place", keeps=0.25)
def relu_in_place(z):
    z = np.asarray(z, dtype=float)
    z[z < 0] = 0
    return z


@mistake(
    "relu_gradient",
    diagnosis="value",
    keeps=0.125,
    says="at the kink z = 0 you return the slope from the right",
)
def relu_slope_one_at_the_kink(z):
    return (np.asarray(z) >= 0) * 1.0


@mistake(
    "relu_gradient",
    diagnosis="value",
    keeps=0.125,
    says="at the kink z = 0 you return one half, the mean of the slopes on both sides",
)
def relu_slope_half_at_the_kink(z):
    return np.heaviside(np.asarray(z, dtype=float), 0.5)


@mistake(
    "relu_gradient",
    diagnosis="dtype",
    keeps=0.125,
    says="you return True and False, not floating-point numbers",
)
def relu_slope_as_true_and_false(z):
    return np.asarray(z) > 0


@mistake(
    "relu_gradient",
    diagnosis="value",
    keeps=0.125,
    says="you return the value of the function, not its slope",
)
def relu_slope_as_the_function(z):
    return np.maximum(np.asarray(z, dtype=float), 0)


@mistake(
    "relu_gradient",
    diagnosis="value",
    keeps=0.125,
    says="for negative z your slope is -1, the sign of z",
)
def relu_slope_by_sign(z):
    return np.sign(np.asarray(z, dtype=float))


@mistake(
    "leaky_relu",
    diagnosis="value",
    keeps=0.25,
    says="your default of a is 0.1, not the one in the signature",
)
def leaky_with_another_default(z, a=0.1):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, a * z)


@mistake(
    "leaky_relu",
    diagnosis="value",
    keeps=0.25,
    says=(
        "the two branches are exchanged: positive inputs are treated as negative "
        "ones, and the other way round"
    ),
)
def leaky_with_the_sides_exchanged(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, a * z, z)


@mistake(
    "leaky_relu",
    diagnosis="ignored",
    keeps=0.375,
    says="the argument a is not used, so the tilt on the left is always the same",
)
def leaky_with_a_fixed_tilt(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, 0.01 * z)


@mistake(
    "leaky_relu",
    diagnosis="value",
    keeps=0.25,
    says="on the left the tilt a has its sign turned",
)
def leaky_that_turns_up_on_the_left(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, -a * z)


@mistake(
    "leaky_relu",
    diagnosis="value",
    keeps=0.25,
    says="you cut z off at the floor -a instead of tilting the left half",
)
def leaky_with_a_floor(z, a=0.01):
    return np.maximum(np.asarray(z, dtype=float), -a)


@mistake(
    "leaky_relu_gradient",
    diagnosis="value",
    keeps=0.125,
    says="your default of a is 0.1, not the one in the signature",
)
def leaky_slope_with_another_default(z, a=0.1):
    return np.where(np.asarray(z) > 0, 1.0, a)


@mistake(
    "leaky_relu_gradient",
    diagnosis="value",
    keeps=0.125,
    says="at the kink z = 0 you return the slope from the right",
)
def leaky_slope_one_at_the_kink(z, a=0.01):
    return np.where(np.asarray(z) >= 0, 1.0, a)


@mistake(
    "leaky_relu_gradient",
    diagnosis="value",
    keeps=0.125,
    says="on the left your slope is 0, as for the plain ReLU",
)
def leaky_slope_zero_on_the_left(z, a=0.01):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)


@mistake(
    "leaky_relu_gradient",
    diagnosis="value",
    keeps=0.125,
    says="on the left you return the value of the function, not its slope",
)
def leaky_slope_times_the_input(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, a * z)


# --- elu -------------------------------------------------------------------------------


@mistake(
    "elu",
    diagnosis="unstable",
    keeps=0.375,
    says=(
        "np.where computes both branches, so exp overflows for large positive z "
        "although the result is not used"
    ),
)
def elu_with_overflow_in_the_other_branch(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * (np.exp(z) - 1))


@mistake(
    "elu",
    diagnosis="value",
    keeps=0.25,
    says="the left branch lacks the minus one, so it does not meet the right one at 0",
)
def elu_without_the_minus_one(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0)))


@mistake(
    "elu",
    diagnosis="value",
    keeps=0.375,
    says="alpha stands inside the exponential and multiplies z there",
)
def elu_with_alpha_inside(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, np.expm1(alpha * np.minimum(z, 0)))


@mistake(
    "elu",
    diagnosis="ignored",
    keeps=0.375,
    says="the argument alpha is not used, so the floor on the left is always at -1",
)
def elu_of_depth_one(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))


@mistake(
    "elu_gradient",
    diagnosis="rule",
    keeps=0.25,
    says="at the kink z = 0 you return the slope from the right",
)
def elu_slope_one_at_zero(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z >= 0, 1.0, alpha * np.exp(np.minimum(z, 0)))


@mistake(
    "elu_gradient",
    diagnosis="value",
    keeps=0.125,
    says="on the left you return the value of the function, not its slope",
)
def elu_slope_as_the_function(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, alpha * np.expm1(np.minimum(z, 0)))


@mistake(
    "elu_gradient",
    diagnosis="value",
    keeps=0.25,
    also=["ignored"],
    says="the argument alpha is not used in the slope on the left",
)
def elu_slope_without_alpha(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0)))


@mistake(
    "elu_gradient",
    diagnosis="unstable",
    keeps=0.375,
    says=(
        "np.where computes both branches, so exp overflows for large positive z "
        "although the result is not used"
    ),
)
def elu_slope_with_overflow_in_the_other_branch(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, alpha * np.exp(z))


# --- swish, gelu and its approximation -------------------------------------------------


@mistake(
    "swish",
    diagnosis="value",
    keeps=0.25,
    says="you return the gate alone, without the factor z",
)
def swish_without_its_input(z):
    return sigmoid(z)


@mistake(
    "swish",
    diagnosis="unstable",
    keeps=0.375,
    says="exp is also taken of large positive numbers, and there it overflows",
)
def swish_as_a_quotient(z):
    z = np.asarray(z, dtype=float)
    return z / (1 + np.exp(-z))


@mistake(
    "swish_gradient",
    diagnosis="value",
    keeps=0.125,
    says="your slope is the gate alone, without the second term of the product rule",
)
def swish_slope_of_the_gate_alone(z):
    return sigmoid(z)


@mistake(
    "swish_gradient",
    diagnosis="value",
    keeps=0.125,
    says="your slope is just the slope of the gate, and the product rule is not used",
)
def swish_slope_of_the_sigmoid(z):
    return sigmoid_gradient(z)


@mistake(
    "swish_gradient",
    diagnosis="value",
    keeps=0.125,
    says="the first term of the product rule is missing in your slope",
)
def swish_slope_without_the_first_term(z):
    return np.asarray(z, dtype=float) * sigmoid_gradient(z)


@mistake(
    "swish_gradient",
    diagnosis="value",
    keeps=0.125,
    says="the second term of the product rule has its sign turned",
)
def swish_slope_with_a_minus(z):
    return sigmoid(z) - np.asarray(z, dtype=float) * sigmoid_gradient(z)


@mistake(
    "gelu",
    diagnosis="value",
    keeps=0.5,
    says="you use the approximation by a sigmoid where the exact function is asked for",
)
def gelu_by_the_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(1.702 * z)


@mistake(
    "gelu",
    diagnosis="value",
    keeps=0.5,
    says="you use an approximation by tanh where the exact function is asked for",
)
def gelu_by_tanh(z):
    z = np.asarray(z, dtype=float)
    return z * (1 + np.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3))) / 2


@mistake(
    "gelu",
    diagnosis="value",
    keeps=0.5,
    says="the argument of erf lacks its division by the root of two",
)
def gelu_without_the_root_of_two(z):
    z = np.asarray(z, dtype=float)
    return z * (1 + np.vectorize(math.erf, otypes=[float])(z)) / 2


@mistake(
    "gelu",
    diagnosis="value",
    keeps=0.5,
    says=(
        "you multiply z by the density of the normal distribution, not by its distribution function"
    ),
)
def gelu_with_the_density(z):
    z = np.asarray(z, dtype=float)
    return z * np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)


@mistake("gelu", diagnosis="exception", keeps=0.5)
def gelu_of_a_single_number(z):
    return z * (1 + math.erf(z / math.sqrt(2))) / 2


@mistake(
    "gelu",
    diagnosis="value",
    keeps=0.75,
    says="what comes after a whole number has its decimals cut off, as np.vectorize does it",
)
def gelu_of_the_type_of_the_first_number(z):
    @np.vectorize
    def phi(z):
        return 0 if z < -40 else math.erfc(-z / math.sqrt(2)) / 2

    z = np.asarray(z, dtype=float)
    return z * phi(z)


@mistake(
    "gelu_gradient",
    diagnosis="value",
    keeps=0.25,
    says="your slope is the gate alone, without the second term of the product rule",
)
def gelu_slope_of_the_gate_alone(z):
    z = np.asarray(z, dtype=float)
    return np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2


@mistake(
    "gelu_gradient",
    diagnosis="value",
    keeps=0.25,
    says="the second term of your slope lacks the factor z",
)
def gelu_slope_without_the_factor_z(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return phi + np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)


@mistake(
    "gelu_gradient",
    diagnosis="value",
    keeps=0.25,
    says=(
        "the density in your slope is not normalized: the factor before its exponential is missing"
    ),
)
def gelu_slope_with_an_unnormalized_density(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return phi + z * np.exp(-(z**2) / 2)


@mistake(
    "gelu_sigmoid",
    diagnosis="value",
    keeps=0.25,
    says="the factor 1.702 is missing in the gate",
)
def approximated_gelu_as_swish(z):
    return np.asarray(z, dtype=float) * sigmoid(z)


@mistake(
    "gelu_sigmoid",
    diagnosis="value",
    keeps=0.25,
    says="you return the gate alone, without the factor z",
)
def approximated_gelu_without_its_input(z):
    return sigmoid(1.702 * np.asarray(z, dtype=float))


@mistake(
    "gelu_sigmoid_gradient",
    diagnosis="value",
    keeps=0.125,
    says="the factor from the chain rule is missing in the second term",
)
def approximated_slope_without_the_chain_rule(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(1.702 * z) + z * sigmoid_gradient(1.702 * z)


@mistake(
    "gelu_sigmoid_gradient",
    diagnosis="value",
    keeps=0.125,
    says="the slope of the sigmoid is taken at z and not at the argument of the gate",
)
def approximated_slope_at_the_wrong_place(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(1.702 * z) + 1.702 * z * sigmoid_gradient(z)


@mistake(
    "gelu_sigmoid_gradient",
    diagnosis="value",
    keeps=0.125,
    says="your slope is that of swish, with no factor 1.702 anywhere",
)
def approximated_slope_as_that_of_swish(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z) + z * sigmoid_gradient(z)


# --- softmax_jacobian ------------------------------------------------------------------


@mistake(
    "softmax_jacobian",
    diagnosis="not-finite",
    keeps=0.5,
    says="the logits go into exp without a shift, and large ones overflow",
)
def jacobian_with_overflow(z):
    e = np.exp(np.asarray(z, dtype=float))
    p = e / e.sum()
    return np.diag(p) - np.outer(p, p)


@mistake(
    "softmax_jacobian",
    diagnosis="shape",
    says="you return the diagonal alone, not a whole matrix",
)
def jacobian_as_a_list_of_slopes(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return p * (1 - p)


@mistake(
    "softmax_jacobian",
    diagnosis="value",
    says=("off the diagonal your matrix is 0, though every probability depends on every logit"),
)
def jacobian_with_the_diagonal_alone(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p * (1 - p))


@mistake(
    "softmax_jacobian",
    diagnosis="sign",
    says="the whole matrix has its sign turned",
)
def jacobian_with_its_sign_turned(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.outer(p, p) - np.diag(p)


@mistake(
    "softmax_jacobian",
    diagnosis="value",
    says=("the first term is the identity matrix, with ones where the probabilities belong"),
)
def jacobian_with_ones_in_place_of_probabilities(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.eye(len(p)) - np.outer(p, p)


@mistake(
    "softmax_jacobian",
    diagnosis="value",
    says=("p @ p is an inner product, one number, which is subtracted from all entries alike"),
)
def jacobian_with_an_inner_product(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p) - p @ p


# --- backward_signal -------------------------------------------------------------------


@mistake(
    "backward_signal",
    diagnosis="value",
    says="the slopes of the layers are added up, not multiplied",
)
def signal_as_a_sum(gradient, zs):
    return np.sum(gradient(np.asarray(zs, dtype=float)), axis=0)


@mistake(
    "backward_signal",
    diagnosis="shape",
    keeps=1,
    says="you multiply over all chains as well, so that only one number is left",
)
def signal_of_all_chains_together(gradient, zs):
    return np.prod(gradient(np.asarray(zs, dtype=float)))


@mistake(
    "backward_signal",
    diagnosis="shape",
    keeps=1,
    says=("you multiply along the last axis, which for several chains is not that of the layers"),
)
def signal_over_the_last_axis(gradient, zs):
    return np.prod(gradient(np.asarray(zs, dtype=float)), axis=-1)


@mistake(
    "backward_signal",
    diagnosis="value",
    says=("you multiply the pre-activations first and take a single slope at their product"),
)
def slope_at_the_product(gradient, zs):
    return gradient(np.prod(np.asarray(zs, dtype=float), axis=0))


@mistake(
    "backward_signal",
    diagnosis="value",
    says="the slope of the first layer is left out of the product",
)
def signal_without_the_first_layer(gradient, zs):
    return np.prod(gradient(np.asarray(zs, dtype=float))[1:], axis=0)


@mistake(
    "backward_signal",
    diagnosis="shape",
    says="you return the product after every layer, not the last one alone",
)
def signal_after_each_layer(gradient, zs):
    return np.cumprod(gradient(np.asarray(zs, dtype=float)), axis=0)


@mistake(
    "backward_signal",
    diagnosis="value",
    says="you return the slope of the last layer alone, without those of the others",
)
def slope_of_the_last_layer_alone(gradient, zs):
    return gradient(np.asarray(zs, dtype=float))[-1]


# --- choose_activation -----------------------------------------------------------------


@mistake(
    "choose_activation",
    diagnosis="rule",
    says="every layer has pre-activations of spread 1, and not those that come out before it",
)
def chosen_at_a_spread_of_one(depth, rng):
    names = "sigmoid tanh symmetric_sigmoid relu leaky_relu elu swish gelu gelu_sigmoid"
    zs = rng.normal(size=(depth, 20, 100))
    W = rng.normal(size=(depth, 100, 100)) / np.sqrt(100)
    g_last = rng.normal(size=(20, 100))

    def distance(name):
        slope, g = globals()[name + "_gradient"], g_last
        for layer in range(depth - 1, -1, -1):
            g = (g @ W[layer].T) * slope(zs[layer])
        return abs(np.log(np.mean(g**2)))

    return min(names.split(), key=distance)


@mistake(
    "choose_activation",
    diagnosis="rule",
    says="the weights have variance 1, and not 1 / fan_in",
)
def chosen_with_weights_of_size_one(depth, rng):
    names = "sigmoid tanh symmetric_sigmoid relu leaky_relu elu swish gelu gelu_sigmoid"
    W = rng.normal(size=(depth - 1, 100, 100))
    z_first, g_last = rng.normal(size=(2, 20, 100))

    def distance(name):
        f, slope = globals()[name], globals()[name + "_gradient"]
        zs = [z_first]
        for layer in W:
            zs.append(f(zs[-1]) @ layer)
        g = g_last * slope(zs[-1])
        for layer, z in zip(W[::-1], zs[-2::-1]):
            g = (g @ layer.T) * slope(z)
        return abs(np.log(np.mean(g**2)))

    return min(names.split(), key=distance)


@mistake(
    "choose_activation",
    diagnosis="rule",
    says="the answer is that of a deep network, whatever the depth",
)
def chosen_at_one_depth(depth, rng):
    names = "sigmoid tanh symmetric_sigmoid relu leaky_relu elu swish gelu gelu_sigmoid"
    W = rng.normal(size=(30, 100, 100)) / np.sqrt(100)
    z_first, g_last = rng.normal(size=(2, 20, 100))

    def distance(name):
        f, slope = globals()[name], globals()[name + "_gradient"]
        zs, g = [z_first], g_last
        for layer in W:
            zs.append(f(zs[-1]) @ layer)
        for layer, z in zip(W[::-1], zs[-2::-1]):
            g = (g @ layer.T) * slope(z)
        return abs(np.log(np.mean(g**2)))

    return min(names.split(), key=distance)


@mistake(
    "choose_activation",
    diagnosis="rule",
    says="the function whose gradient is farthest from 1 is chosen",
)
def the_worst_chosen(depth, rng):
    names = "sigmoid tanh symmetric_sigmoid relu leaky_relu elu swish gelu gelu_sigmoid"
    W = rng.normal(size=(depth, 100, 100)) / np.sqrt(100)
    z_first, g_last = rng.normal(size=(2, 20, 100))

    def distance(name):
        f, slope = globals()[name], globals()[name + "_gradient"]
        zs, g = [z_first], g_last
        for layer in W:
            zs.append(f(zs[-1]) @ layer)
        for layer, z in zip(W[::-1], zs[-2::-1]):
            g = (g @ layer.T) * slope(z)
        return abs(np.log(np.mean(g**2)))

    return max(names.split(), key=distance)


@mistake(
    "choose_activation",
    diagnosis="rule",
    says="the function itself comes back, where its name is asked for",
)
def a_function_chosen(depth, rng):
    functions = {tanh: tanh_gradient, relu: relu_gradient, elu: elu_gradient}
    W = rng.normal(size=(depth, 100, 100)) / np.sqrt(100)
    z_first, g_last = rng.normal(size=(2, 20, 100))

    def distance(f):
        zs, g = [z_first], g_last
        for layer in W:
            zs.append(f(zs[-1]) @ layer)
        for layer, z in zip(W[::-1], zs[-2::-1]):
            g = (g @ layer.T) * functions[f](z)
        return abs(np.log(np.mean(g**2)))

    return min(functions, key=distance)


@mistake(
    "choose_activation",
    diagnosis="rule",
    says="ReLU is what one reads everywhere: no experiment was made",
)
def always_relu(depth, rng):
    return "relu"
