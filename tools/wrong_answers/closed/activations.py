"""Wrong answers to the exercises of activations, by somebody who knew its text alone."""

import math
import numpy as np

from tools.wrong_answers import wrong_answer


# --- sigmoid ---


@wrong_answer(
    "sigmoid",
    cause="computes exp(z) / (1 + exp(z)), which is inf / inf = nan for large z",
)
def sigmoid_exp_over_exp(z):
    e = np.exp(np.asarray(z, dtype=float))
    return e / (1 + e)


@wrong_answer(
    "sigmoid",
    cause="the minus sign in the exponent is missing, so it falls instead of rising",
)
def sigmoid_falls(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 + np.tanh(-z / 2))


@wrong_answer(
    "sigmoid",
    cause="the two stable formulas are exchanged: each is used on the other's side",
)
def sigmoid_branches_exchanged(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, e / (1 + e), 1 / (1 + e))


@wrong_answer(
    "sigmoid",
    cause="uses exp(-|z|) for both signs, so negative z give the value of positive ones",
)
def sigmoid_even(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + np.exp(-np.abs(z)))


@wrong_answer("sigmoid", cause="uses powers of 2 instead of e")
def sigmoid_base_two(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + np.exp2(np.clip(-z, -1000, 1000)))


@wrong_answer("sigmoid", cause="computes in float32, so only about seven digits are right")
def sigmoid_single_precision(z):
    z = np.asarray(z, dtype=np.float32)
    return ((1 + np.tanh(z / 2)) / 2).astype(float)


# --- sigmoid_gradient ---


@wrong_answer(
    "sigmoid_gradient",
    cause="uses the slope of tanh, 1 - s**2, with the sigmoid's value",
)
def sigmoid_slope_like_tanh(z):
    s = sigmoid(z)
    return 1 - s**2


@wrong_answer("sigmoid_gradient", cause="has a plus sign, s (1 + s)")
def sigmoid_slope_plus(z):
    s = sigmoid(np.asarray(z, dtype=float))
    return s * (1 + s)


@wrong_answer("sigmoid_gradient", cause="applies the sigmoid twice before taking s (1 - s)")
def sigmoid_slope_applied_twice(z):
    def slope(a):
        s = sigmoid(a)
        return s * (1 - s)

    return slope(sigmoid(z))


@wrong_answer("sigmoid_gradient", cause="has the wrong sign")
def sigmoid_slope_negative(z):
    s = sigmoid(z)
    return s * (s - 1)


@wrong_answer(
    "sigmoid_gradient",
    cause="the square of the denominator is missing: exp(-z) / (1 + exp(-z))",
)
def sigmoid_slope_square_missing(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, e / (1 + e), 1 / (1 + e))


@wrong_answer("sigmoid_gradient", cause="sets the slope to 0 where |z| exceeds 4")
def sigmoid_slope_cut_off(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return np.where(np.abs(z) > 4, 0.0, s * (1 - s))


# --- tanh ---


@wrong_answer("tanh", cause="divides exponentials that overflow, so large z give nan")
def tanh_by_exponentials(z):
    z = np.asarray(z, dtype=float)
    up, down = np.exp(z), np.exp(-z)
    return (up - down) / (up + down)


@wrong_answer("tanh", cause="computes 2 sigmoid(z) - 1 where 2 sigmoid(2 z) - 1 belongs")
def tanh_half_as_steep(z):
    return 2 * sigmoid(z) - 1


@wrong_answer(
    "tanh",
    cause="forgets to subtract 1 from 2 sigmoid(2 z), so the values are between 0 and 2",
)
def tanh_without_minus_one(z):
    return 2 * sigmoid(2 * np.asarray(z, dtype=float))


@wrong_answer("tanh", cause="returns the arc tangent")
def tanh_is_arctan(z):
    return np.arctan(np.asarray(z, dtype=float))


@wrong_answer("tanh", cause="is the hard tanh, z clipped to -1 and 1")
def tanh_hard(z):
    return np.clip(np.asarray(z, dtype=float), -1.0, 1.0)


# --- tanh_gradient ---


@wrong_answer("tanh_gradient", cause="takes z for the output: 1 - z**2")
def tanh_slope_of_output(z):
    z = np.asarray(z, dtype=float)
    return 1 - z**2


@wrong_answer("tanh_gradient", cause="forgets to square the tanh")
def tanh_slope_square_missing(z):
    return 1 - np.tanh(np.asarray(z, dtype=float))


@wrong_answer(
    "tanh_gradient",
    cause="uses the slope of the sigmoid, t (1 - t), with the value of tanh",
)
def tanh_slope_like_sigmoid(z):
    t = tanh(z)
    return t * (1 - t)


@wrong_answer("tanh_gradient", cause="has the opposite sign, tanh**2 - 1")
def tanh_slope_negative(z):
    t = np.tanh(np.asarray(z, dtype=float))
    return np.square(t) - 1


@wrong_answer(
    "tanh_gradient",
    cause="differentiates 2 sigmoid(2 z) - 1 without the inner derivative 2",
)
def tanh_slope_inner_derivative(z):
    s = sigmoid(2 * np.asarray(z, dtype=float))
    return 2 * s * (1 - s)


# --- symmetric_sigmoid ---


@wrong_answer("symmetric_sigmoid", cause="ignores beta")
def symmetric_beta_ignored(z, beta=1.0):
    return np.tanh(np.asarray(z, dtype=float) / 2)


@wrong_answer(
    "symmetric_sigmoid",
    cause="only shifts the sigmoid by 1/2, so the values are between -1/2 and 1/2",
)
def symmetric_not_stretched(z, beta=1.0):
    return sigmoid(beta * np.asarray(z, dtype=float)) - 0.5


@wrong_answer("symmetric_sigmoid", cause="stretches the sigmoid by 2 and forgets to subtract 1")
def symmetric_not_shifted(z, beta=1.0):
    return 2 * sigmoid(beta * np.asarray(z, dtype=float))


@wrong_answer(
    "symmetric_sigmoid",
    cause="bracket misplaced: subtracts the 1 inside the sigmoid's argument",
)
def symmetric_one_inside(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return 2 * sigmoid(beta * z - 1)


@wrong_answer("symmetric_sigmoid", cause="is the softsign of beta z / 2 instead of its tanh")
def symmetric_softsign(z, beta=1.0):
    u = 0.5 * beta * np.asarray(z, dtype=float)
    return u / (1 + np.abs(u))


# --- symmetric_sigmoid_gradient ---


@wrong_answer(
    "symmetric_sigmoid_gradient",
    cause="is beta times the slope of the sigmoid; the factor 2 of the stretching is missing",
)
def symmetric_slope_not_stretched(z, beta=1.0):
    p = sigmoid(beta * np.asarray(z, dtype=float))
    return beta * p * (1 - p)


@wrong_answer(
    "symmetric_sigmoid_gradient",
    cause="takes z for the output: 1 - z**2 instead of 1 - s**2",
)
def symmetric_slope_of_output(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return beta / 2 * (1 - z**2)


@wrong_answer("symmetric_sigmoid_gradient", cause="the factor is beta squared")
def symmetric_slope_beta_squared(z, beta=1.0):
    s = np.tanh(beta * np.asarray(z, dtype=float) / 2)
    return beta**2 / 2 * (1 - s * s)


@wrong_answer("symmetric_sigmoid_gradient", cause="divides by beta instead of multiplying")
def symmetric_slope_divided(z, beta=1.0):
    s = symmetric_sigmoid(z, beta)
    return (1 - s**2) / (2 * beta)


@wrong_answer(
    "symmetric_sigmoid_gradient",
    cause="differentiates by beta instead of z (factor z instead of beta)",
)
def symmetric_slope_by_beta(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = np.tanh(beta * z / 2)
    return z / 2 * (1 - s**2)


@wrong_answer(
    "symmetric_sigmoid_gradient",
    cause="uses tanh(beta z) where tanh(beta z / 2) belongs",
)
def symmetric_slope_of_steeper_tanh(z, beta=1.0):
    t = np.tanh(beta * np.asarray(z, dtype=float))
    return 0.5 * beta * (1 - t**2)


# --- backward_signal ---


@wrong_answer("backward_signal", cause="adds the slopes instead of multiplying them")
def signal_sum(gradient, zs):
    return np.sum(gradient(np.asarray(zs, dtype=float)), axis=0)


@wrong_answer(
    "backward_signal",
    cause="multiplies along the last axis, over the chains instead of the layers",
)
def signal_wrong_axis(gradient, zs):
    return np.prod(gradient(np.asarray(zs, dtype=float)), axis=-1)


@wrong_answer("backward_signal", cause="leaves out the first layer")
def signal_without_first_layer(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    return np.prod(gradient(zs[1:]), axis=0)


@wrong_answer("backward_signal", cause="returns inside the loop, after the first layer")
def signal_returns_in_loop(gradient, zs):
    signal = 1.0
    for z in np.asarray(zs, dtype=float):
        signal = signal * gradient(z)
        return signal


@wrong_answer("backward_signal", cause="starts the product at 0, so it stays 0")
def signal_starts_at_zero(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    signal = np.zeros(zs.shape[1:])
    for z in zs:
        signal = signal * gradient(z)
    return signal


@wrong_answer(
    "backward_signal",
    cause="multiplies by way of logarithms, which are nan for negative slopes",
)
def signal_by_logarithms(gradient, zs):
    slopes = gradient(np.asarray(zs, dtype=float))
    with np.errstate(all="ignore"):
        return np.exp(np.sum(np.log(slopes), axis=0))


# --- relu ---


@wrong_answer("relu", cause="returns the absolute value")
def relu_absolute(z):
    return np.abs(np.asarray(z, dtype=float))


@wrong_answer("relu", cause="takes the smaller of 0 and z")
def relu_minimum(z):
    return np.minimum(0.0, np.asarray(z, dtype=float))


@wrong_answer("relu", cause="lets 0.01 z through on the left (leaky ReLU)")
def relu_leaks(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, 0.01 * z)


@wrong_answer("relu", cause="np.max(z, 0) takes the maximum along axis 0, not of each entry and 0")
def relu_np_max(z):
    return np.max(np.atleast_1d(np.asarray(z, dtype=float)), 0)


@wrong_answer("relu", cause="is the softplus, ln(1 + exp(z))")
def relu_softplus(z):
    return np.logaddexp(0, np.asarray(z, dtype=float))


@wrong_answer(
    "relu",
    cause="decides once for the whole array (any entry positive) instead of for each entry",
)
def relu_decides_for_all(z):
    z = np.asarray(z, dtype=float)
    if np.any(z > 0):
        return z.copy()
    return np.zeros_like(z)


# --- relu_gradient ---


@wrong_answer("relu_gradient", cause="gives 1 at the kink, where 0 is asked for")
def relu_slope_one_at_kink(z):
    return (np.asarray(z) >= 0).astype(float)


@wrong_answer("relu_gradient", cause="returns the sign of z, so the slope on the left is -1")
def relu_slope_sign(z):
    return np.sign(np.asarray(z, dtype=float))


@wrong_answer("relu_gradient", cause="divides relu(z) by z, which is 0 / 0 = nan at 0")
def relu_slope_by_division(z):
    z = np.asarray(z, dtype=float)
    with np.errstate(invalid="ignore"):
        return np.maximum(z, 0) / z


@wrong_answer("relu_gradient", cause="clips z to [0, 1], which is no step for z between 0 and 1")
def relu_slope_clipped(z):
    return np.clip(np.asarray(z, dtype=float), 0, 1)


@wrong_answer("relu_gradient", cause="has the slope 0.01 on the left (leaky ReLU)")
def relu_slope_leaks(z):
    z = np.asarray(z, dtype=float)
    dz = np.ones(z.shape)
    dz[z <= 0] = 0.01
    return dz


@wrong_answer("relu_gradient", cause="is the sigmoid, the slope of softplus")
def relu_slope_sigmoid(z):
    return sigmoid(np.asarray(z, dtype=float))


# --- leaky_relu ---


@wrong_answer("leaky_relu", cause="gives the constant a on the left instead of a z")
def leaky_constant(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, a)


@wrong_answer("leaky_relu", cause="the left branch has the wrong sign, -a z")
def leaky_left_sign(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0) + a * np.maximum(-z, 0)


@wrong_answer("leaky_relu", cause="takes the larger of z and a itself instead of a z")
def leaky_maximum_with_a(z, a=0.01):
    return np.maximum(a, np.asarray(z, dtype=float))


@wrong_answer("leaky_relu", cause="takes the smaller of z and a z instead of the larger")
def leaky_minimum(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.minimum(z, a * z)


@wrong_answer("leaky_relu", cause="adds a z on both sides, so the slope on the right is 1 + a")
def leaky_added_on_both_sides(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0) + a * z


@wrong_answer("leaky_relu", cause="changes the caller's array in place")
def leaky_changes_argument(z, a=0.01):
    z = np.asarray(z, dtype=float)
    z[z < 0] *= a
    return z


# --- leaky_relu_gradient ---


@wrong_answer("leaky_relu_gradient", cause="gives a z on the left, the value and not the slope")
def leaky_slope_value_left(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, a * z)


@wrong_answer(
    "leaky_relu_gradient",
    cause="gives the mean of both slopes, (1 + a) / 2, at the kink",
)
def leaky_slope_mean_at_kink(z, a=0.01):
    sign = np.sign(np.asarray(z, dtype=float))
    return ((1 + a) + (1 - a) * sign) / 2


@wrong_answer("leaky_relu_gradient", cause="gives z on the right instead of 1")
def leaky_slope_value_right(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, a)


@wrong_answer(
    "leaky_relu_gradient",
    cause="adds a on both sides, so the slope on the right is 1 + a",
)
def leaky_slope_added_on_both_sides(z, a=0.01):
    return (np.asarray(z) > 0).astype(float) + a


@wrong_answer("leaky_relu_gradient", cause="divides leaky_relu(z) by z, which is nan at 0")
def leaky_slope_by_division(z, a=0.01):
    z = np.asarray(z, dtype=float)
    with np.errstate(all="ignore"):
        return leaky_relu(z, a) / z


@wrong_answer(
    "leaky_relu_gradient",
    cause="for integer z the result array is of integers, so a is truncated to 0",
)
def leaky_slope_integer_result(z, a=0.01):
    z = np.asarray(z)
    dz = np.ones_like(z)
    dz[z <= 0] = a
    return dz.astype(float)


# --- elu ---


@wrong_answer("elu", cause="ignores alpha")
def elu_alpha_ignored(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))


@wrong_answer("elu", cause="forgets to subtract 1 on the left: alpha exp(z)")
def elu_without_minus_one(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0)))


@wrong_answer("elu", cause="alpha stands in the exponent: exp(alpha z) - 1")
def elu_alpha_in_exponent(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, np.exp(alpha * np.minimum(z, 0)) - 1)


@wrong_answer("elu", cause="is the leaky ReLU, alpha z on the left")
def elu_linear_left(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * z)


@wrong_answer("elu", cause="is CELU: divides z by alpha in the exponent")
def elu_is_celu(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0) + alpha * np.expm1(np.minimum(z, 0) / alpha)


@wrong_answer("elu", cause="changes the caller's array in place")
def elu_changes_argument(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    mask = z < 0
    z[mask] = alpha * (np.exp(z[mask]) - 1)
    return z


# --- elu_gradient ---


@wrong_answer("elu_gradient", cause="alpha is missing on the left")
def elu_slope_without_alpha(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0)))


@wrong_answer(
    "elu_gradient",
    cause="the slope on the left is the constant alpha, as for leaky ReLU",
)
def elu_slope_constant_left(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, alpha)


@wrong_answer("elu_gradient", cause="uses exp(-z), so the slope grows to the left")
def elu_slope_wrong_exponent(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(-np.minimum(z, 0), 700)))


@wrong_answer("elu_gradient", cause="differentiates exp(z) by the power rule: z exp(z - 1)")
def elu_slope_power_rule(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    neg = np.minimum(z, 0)
    return np.where(z > 0, 1.0, alpha * neg * np.exp(neg - 1))


@wrong_answer("elu_gradient", cause="calls elu without passing alpha on")
def elu_slope_alpha_not_passed(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, elu(z) + alpha)


@wrong_answer(
    "elu_gradient",
    cause="uses the formula of the left branch, elu(z) + alpha, on the right too",
)
def elu_slope_left_formula_everywhere(z, alpha=1.0):
    return elu(z, alpha) + alpha


# --- swish ---


@wrong_answer("swish", cause="the gate is sigmoid(-z)")
def swish_inverted_gate(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(-z)


@wrong_answer("swish", cause="the gate is tanh instead of the sigmoid")
def swish_tanh_gate(z):
    z = np.asarray(z, dtype=float)
    return z * np.tanh(z)


@wrong_answer("swish", cause="z / (1 + exp(-z)) overflows with a warning for large negative z")
def swish_overflow_warning(z):
    z = np.asarray(z, dtype=float)
    return z / (1 + np.exp(-z))


@wrong_answer("swish", cause="is the hard swish, z times a straight line clipped to 0 and 1")
def swish_hard(z):
    z = np.asarray(z, dtype=float)
    return z * np.clip(z + 3, 0, 6) / 6


@wrong_answer("swish", cause="is mish: the gate is tanh of softplus")
def swish_is_mish(z):
    z = np.asarray(z, dtype=float)
    return z * np.tanh(np.logaddexp(0, z))


@wrong_answer("swish", cause="adds the gate to z instead of multiplying")
def swish_adds(z):
    z = np.asarray(z, dtype=float)
    return z + sigmoid(z)


# --- swish_gradient ---


@wrong_answer("swish_gradient", cause="only the first term of the product rule, sigmoid(z)")
def swish_slope_first_term(z):
    return sigmoid(np.asarray(z, dtype=float))


@wrong_answer("swish_gradient", cause="subtracts the second term of the product rule")
def swish_slope_minus(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z) - z * sigmoid_gradient(z)


@wrong_answer("swish_gradient", cause="the factor z is missing in the second term")
def swish_slope_z_missing(z):
    s = sigmoid(np.asarray(z, dtype=float))
    return s + s * (1 - s)


@wrong_answer(
    "swish_gradient",
    cause="takes the slope of the sigmoid at sigmoid(z) instead of at z",
)
def swish_slope_at_output(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + z * sigmoid_gradient(s)


@wrong_answer("swish_gradient", cause="sets the slope to 0 for negative z, as for ReLU")
def swish_slope_zero_left(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return np.where(z < 0, 0.0, s + z * s * (1 - s))


# --- gelu ---


@wrong_answer("gelu", cause="returns the distribution function alone; the factor z is missing")
def gelu_gate_only(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))


@wrong_answer("gelu", cause="is the tanh approximation, not the exact function")
def gelu_tanh_approximation(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)))


@wrong_answer(
    "gelu",
    cause="is the sigmoid approximation z sigmoid(1.702 z), not the exact function",
)
def gelu_sigmoid_approximation(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(1.702 * z)


@wrong_answer("gelu", cause="forgets the 1 in 1 + erf")
def gelu_one_missing(z):
    z = np.asarray(z, dtype=float)
    values = [v / 2 * math.erf(v / math.sqrt(2)) for v in z.ravel()]
    return np.array(values).reshape(z.shape)


@wrong_answer(
    "gelu",
    cause="multiplies by the square root of 2 in the argument of erf instead of dividing",
)
def gelu_times_root_two(z):
    z = np.asarray(z, dtype=float)
    cdf = np.array([0.5 * math.erfc(-v * math.sqrt(2)) for v in z.ravel()])
    return z * cdf.reshape(z.shape)


@wrong_answer(
    "gelu",
    cause="integrates the density numerically with a grid that is too coarse for 12 digits",
)
def gelu_numerical_integral(z):
    grid = np.linspace(-8, 8, 1601)
    density = np.exp(-(grid**2) / 2) / np.sqrt(2 * np.pi)
    steps = (density[1:] + density[:-1]) / 2 * np.diff(grid)
    cdf = np.concatenate([[0.0], np.cumsum(steps)])
    z = np.asarray(z, dtype=float)
    return z * np.interp(z, grid, cdf)


# --- gelu_gradient ---


@wrong_answer(
    "gelu_gradient",
    cause="only the first term, the distribution function; z times the density is missing",
)
def gelu_slope_first_term(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))


@wrong_answer("gelu_gradient", cause="only the second term, z times the density")
def gelu_slope_second_term(z):
    z = np.asarray(z, dtype=float)
    return z * np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)


@wrong_answer(
    "gelu_gradient",
    cause="attaches z to the wrong term: density plus z times the distribution function",
)
def gelu_slope_terms_exchanged(z):
    z = np.asarray(z, dtype=float)
    cdf = 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))
    pdf = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return pdf + z * cdf


@wrong_answer("gelu_gradient", cause="the density is divided by 2 pi instead of its square root")
def gelu_slope_root_missing(z):
    def density(t):
        return np.exp(-(t**2) / 2) / (2 * np.pi)

    z = np.asarray(z, dtype=float)
    cdf = 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))
    return cdf + z * density(z)


@wrong_answer("gelu_gradient", cause="forgets the inner derivative 1 / sqrt 2 of erf(z / sqrt 2)")
def gelu_slope_inner_derivative(z):
    erf = np.vectorize(math.erf, otypes=[float])
    z = np.asarray(z, dtype=float)
    u = z / math.sqrt(2)
    erf_slope = 2 / math.sqrt(math.pi) * np.exp(-(u**2))
    return 0.5 * (1 + erf(u)) + 0.5 * z * erf_slope


@wrong_answer(
    "gelu_gradient",
    cause=(
        "evaluates the distribution function with erf(z), without dividing by the square "
        "root of 2"
    ),
)
def gelu_slope_root_two_missing(z):
    z = np.asarray(z, dtype=float)
    cdf = 0.5 * (1 + np.vectorize(math.erf, otypes=[float])(z))
    pdf = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return cdf + z * pdf


# --- gelu_sigmoid ---


@wrong_answer("gelu_sigmoid", cause="the factor 1.702 is missing (that is swish)")
def gelu_sigmoid_without_factor(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(z)


@wrong_answer("gelu_sigmoid", cause="the digits of the factor are exchanged: 1.720")
def gelu_sigmoid_wrong_digits(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(1.720 * z)


@wrong_answer("gelu_sigmoid", cause="divides by 1.702 instead of multiplying")
def gelu_sigmoid_divides(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(z / 1.702)


@wrong_answer(
    "gelu_sigmoid",
    cause="multiplies z by 1.702 before everything, so the result is 1.702 times too large",
)
def gelu_sigmoid_scaled_everywhere(z):
    t = 1.702 * np.asarray(z, dtype=float)
    return t * sigmoid(t)


@wrong_answer("gelu_sigmoid", cause="the exponent has the wrong sign: sigmoid(-1.702 z)")
def gelu_sigmoid_sign(z):
    z = np.asarray(z, dtype=float)
    return z * (1 - sigmoid(1.702 * z))


@wrong_answer("gelu_sigmoid", cause="is the approximation by tanh with the cubic term, another one")
def gelu_sigmoid_cubic(z):
    z = np.asarray(z, dtype=float)
    inner = math.sqrt(2 / math.pi) * (z + 0.044715 * z * z * z)
    return z * 0.5 * (np.tanh(inner) + 1.0)


# --- gelu_sigmoid_gradient ---


@wrong_answer("gelu_sigmoid_gradient", cause="only the first term of the product rule")
def gelu_sigmoid_slope_first_term(z):
    return sigmoid(1.702 * np.asarray(z, dtype=float))


@wrong_answer("gelu_sigmoid_gradient", cause="only the second term of the product rule")
def gelu_sigmoid_slope_second_term(z):
    z = np.asarray(z, dtype=float)
    return 1.702 * z * sigmoid_gradient(1.702 * z)


@wrong_answer("gelu_sigmoid_gradient", cause="the factor z is missing in the second term")
def gelu_sigmoid_slope_z_missing(z):
    s = sigmoid(1.702 * np.asarray(z, dtype=float))
    return s + 1.702 * s * (1 - s)


@wrong_answer("gelu_sigmoid_gradient", cause="is the slope of swish: 1.702 is missing everywhere")
def gelu_sigmoid_slope_of_swish(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + z * s * (1 - s)


@wrong_answer(
    "gelu_sigmoid_gradient",
    cause="attaches the inner derivative to the wrong term: 1.702 s + z s (1 - s)",
)
def gelu_sigmoid_slope_wrong_term(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return 1.702 * s + z * s * (1 - s)


@wrong_answer(
    "gelu_sigmoid_gradient",
    cause="takes 1.702 z for the sigmoid's output in its slope: t (1 - t)",
)
def gelu_sigmoid_slope_of_output(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    return sigmoid(t) + t * (t * (1 - t))


# --- softmax_jacobian ---


@wrong_answer("softmax_jacobian", cause="adds the outer product of p instead of subtracting it")
def jacobian_plus_outer(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - np.max(z))
    p = e / np.sum(e)
    return np.diag(p) + np.outer(p, p)


@wrong_answer(
    "softmax_jacobian",
    cause="p @ p.T of a vector is a single number, which is subtracted from every entry",
)
def jacobian_inner_product(z):
    z = np.asarray(z, dtype=float)
    p = np.exp(z - z.max())
    p = p / p.sum()
    return np.diag(p) - p @ p.T


@wrong_answer(
    "softmax_jacobian",
    cause="scales the columns by p_j where the rows are to be scaled by p_i: p_j (1{i=j} - p_j)",
)
def jacobian_wrong_broadcast(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return p * (np.eye(len(p)) - p)


@wrong_answer("softmax_jacobian", cause="the exponentials are not divided by their sum")
def jacobian_not_normalized(z):
    z = np.asarray(z, dtype=float)
    p = np.exp(z - z.max())
    return np.diag(p) - np.outer(p, p)


@wrong_answer("softmax_jacobian", cause="uses the logits where the probabilities belong")
def jacobian_of_logits(z):
    z = np.asarray(z, dtype=float)
    return np.diag(z) - np.outer(z, z)


@wrong_answer(
    "softmax_jacobian",
    cause="is the Jacobian of the logarithm of softmax: the factor p_i is missing",
)
def jacobian_of_log_softmax(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.eye(len(p)) - p[None, :]
