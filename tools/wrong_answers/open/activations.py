"""Wrong answers to the exercises of activations, by somebody who knew its text alone."""

import math
import numpy as np

from tools.wrong_answers import wrong_answer


# --- sigmoid ---


@wrong_answer("sigmoid", cause="exp(-z) overflows with a warning for large negative z")
def sigmoid_overflow_warning(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + np.exp(-z))


@wrong_answer("sigmoid", cause="uses tanh(z) where tanh(z / 2) belongs, so it is twice as steep")
def sigmoid_twice_as_steep(z):
    return (np.tanh(np.asarray(z, dtype=float)) + 1) / 2


@wrong_answer("sigmoid", cause="returns the slope s (1 - s) instead of the value")
def sigmoid_returns_slope(z):
    z = np.asarray(z, dtype=float)
    s = np.exp(-np.logaddexp(0, -z))
    return s * (1 - s)


@wrong_answer("sigmoid", cause="is the hard sigmoid, a straight line clipped to 0 and 1")
def sigmoid_hard(z):
    z = np.asarray(z, dtype=float)
    return np.clip(0.2 * z + 0.5, 0.0, 1.0)


@wrong_answer("sigmoid", cause="clips the result to [1e-7, 1 - 1e-7]")
def sigmoid_clipped_result(z):
    z = np.asarray(z, dtype=float)
    s = 0.5 * (1 + np.tanh(0.5 * z))
    return np.clip(s, 1e-7, 1 - 1e-7)


@wrong_answer(
    "sigmoid",
    cause="the result array has the integer type of z, so values are truncated to 0 or 1",
)
def sigmoid_integer_result(z):
    z = np.asarray(z)
    out = np.zeros_like(z)
    e = np.exp(-np.abs(z).astype(float))
    out[...] = np.where(z >= 0, 1 / (1 + e), e / (1 + e))
    return out.astype(float)


# --- sigmoid_gradient ---


@wrong_answer("sigmoid_gradient", cause="takes z itself for the output: z (1 - z)")
def sigmoid_slope_of_output(z):
    z = np.asarray(z, dtype=float)
    return z * (1 - z)


@wrong_answer("sigmoid_gradient", cause="multiplies by 1 - z where 1 - s belongs")
def sigmoid_slope_one_minus_z(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z) * (1 - z)


@wrong_answer(
    "sigmoid_gradient",
    cause=(
        "is the full formula exp(-z) / (1 + exp(-z))**2, which overflows to nan for large "
        "negative z"
    ),
)
def sigmoid_slope_overflows(z):
    e = np.exp(-np.asarray(z, dtype=float))
    return e / (1 + e) ** 2


@wrong_answer(
    "sigmoid_gradient",
    cause=(
        "returns the inner product of s and 1 - s, a single number, not the products "
        "entry by entry"
    ),
)
def sigmoid_slope_inner_product(z):
    s = np.asarray(sigmoid(z))
    return np.dot(s, 1 - s)


@wrong_answer(
    "sigmoid_gradient",
    cause="never lets the slope fall below 1e-3, against vanishing gradients",
)
def sigmoid_slope_floor(z):
    s = sigmoid(z)
    return np.maximum(s * (1 - s), 1e-3)


@wrong_answer("sigmoid_gradient", cause="has an additional factor 2")
def sigmoid_slope_doubled(z):
    a = sigmoid(z)
    return 2 * a * (1 - a)


# --- tanh ---


@wrong_answer("tanh", cause="has the opposite sign")
def tanh_sign_flipped(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (e - 1) / (e + 1)


@wrong_answer("tanh", cause="the sign of z gets lost: it is the hyperbolic tangent of |z|")
def tanh_of_absolute_value(z):
    a = np.abs(np.asarray(z, dtype=float))
    e = np.exp(-2 * a)
    return (1 - e) / (1 + e)


@wrong_answer("tanh", cause="is LeCun's scaled form 1.7159 tanh(2 z / 3)")
def tanh_scaled_lecun(z):
    return 1.7159 * np.tanh(2 * np.asarray(z, dtype=float) / 3)


@wrong_answer("tanh", cause="returns the slope 1 - tanh**2 instead of the value")
def tanh_returns_slope(z):
    t = np.tanh(np.asarray(z, dtype=float))
    return 1 - t * t


@wrong_answer("tanh", cause="returns the sigmoid")
def tanh_is_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0, -z))


@wrong_answer("tanh", cause="is z / (1 + |z|), the softsign")
def tanh_is_softsign(z):
    z = np.asarray(z, dtype=float)
    return z / (1 + np.abs(z))


# --- tanh_gradient ---


@wrong_answer("tanh_gradient", cause="has a plus sign, 1 + tanh**2")
def tanh_slope_plus(z):
    t = tanh(z)
    return 1 + t**2


@wrong_answer("tanh_gradient", cause="is 1 / cosh(z); the square is missing")
def tanh_slope_sech(z):
    a = np.abs(np.asarray(z, dtype=float))
    e = np.exp(-a)
    return 2 * e / (1 + e**2)


@wrong_answer("tanh_gradient", cause="squares z, not tanh(z): 1 - tanh(z**2)")
def tanh_slope_squares_z(z):
    z = np.asarray(z, dtype=float)
    return 1 - np.tanh(z**2)


@wrong_answer("tanh_gradient", cause="applies tanh twice before 1 - t**2")
def tanh_slope_applied_twice(z):
    a = np.tanh(np.asarray(z, dtype=float))
    return 1 - np.tanh(a) ** 2


@wrong_answer("tanh_gradient", cause="bracket misplaced: (1 - t)**2 instead of 1 - t**2")
def tanh_slope_bracket(z):
    t = tanh(z)
    return (1 - t) ** 2


@wrong_answer(
    "tanh_gradient",
    cause=(
        "multiplies by -2 tanh: the derivative of 1 - tanh**2, that is the second "
        "derivative of tanh"
    ),
)
def tanh_second_derivative(z):
    t = np.tanh(np.asarray(z, dtype=float))
    return -2 * t * (1 - t**2)


# --- symmetric_sigmoid ---


@wrong_answer(
    "symmetric_sigmoid",
    cause="is tanh(beta z): the factor 1/2 in the argument is missing",
)
def symmetric_half_missing(z, beta=1.0):
    return np.tanh(beta * np.asarray(z, dtype=float))


@wrong_answer("symmetric_sigmoid", cause="beta multiplies the result instead of the argument")
def symmetric_beta_outside(z, beta=1.0):
    return beta * (2 * sigmoid(z) - 1)


@wrong_answer("symmetric_sigmoid", cause="divides z by beta, so a larger beta makes it flatter")
def symmetric_divides_by_beta(z, beta=1.0):
    z = np.asarray(z, dtype=float) / beta
    return 2 * sigmoid(z) - 1


@wrong_answer(
    "symmetric_sigmoid",
    cause="(1 - exp(-beta z)) / (1 + exp(-beta z)) overflows to nan for large negative z",
)
def symmetric_overflows(z, beta=1.0):
    e = np.exp(-beta * np.asarray(z, dtype=float))
    return (1 - e) / (1 + e)


@wrong_answer("symmetric_sigmoid", cause="has the opposite sign: 1 - 2 sigmoid")
def symmetric_sign_flipped(z, beta=1.0):
    return 1 - 2 * sigmoid(beta * np.asarray(z, dtype=float))


@wrong_answer(
    "symmetric_sigmoid",
    cause="multiplies by beta twice, so the steepness is beta squared",
)
def symmetric_beta_squared(z, beta=1.0):
    t = beta * np.asarray(z, dtype=float)
    return np.tanh(beta * t / 2)


# --- symmetric_sigmoid_gradient ---


@wrong_answer("symmetric_sigmoid_gradient", cause="the inner derivative beta is missing")
def symmetric_slope_without_beta(z, beta=1.0):
    s = symmetric_sigmoid(z, beta)
    return 0.5 * (1 - s**2)


@wrong_answer("symmetric_sigmoid_gradient", cause="the factor 1/2 is missing")
def symmetric_slope_half_missing(z, beta=1.0):
    s = symmetric_sigmoid(z, beta)
    return beta * (1 - s**2)


@wrong_answer("symmetric_sigmoid_gradient", cause="calls symmetric_sigmoid without passing beta on")
def symmetric_slope_beta_not_passed(z, beta=1.0):
    s = symmetric_sigmoid(z)
    return beta / 2 * (1 - s**2)


@wrong_answer(
    "symmetric_sigmoid_gradient",
    cause="uses the rule s (1 - s) of the plain sigmoid with the symmetric value",
)
def symmetric_slope_like_sigmoid(z, beta=1.0):
    s = symmetric_sigmoid(z, beta)
    return beta * s * (1 - s)


@wrong_answer("symmetric_sigmoid_gradient", cause="bracket misplaced: (1 - s)**2")
def symmetric_slope_bracket(z, beta=1.0):
    s = symmetric_sigmoid(z, beta)
    return beta / 2 * (1 - s) ** 2


@wrong_answer("symmetric_sigmoid_gradient", cause="does not square the value: beta / 2 (1 - s)")
def symmetric_slope_square_missing(z, beta=1.0):
    s = symmetric_sigmoid(z, beta)
    return 0.5 * beta * (1 - s)


# --- backward_signal ---


@wrong_answer("backward_signal", cause="takes the mean of the slopes instead of the product")
def signal_mean(gradient, zs):
    slopes = gradient(np.asarray(zs, dtype=float))
    return np.mean(slopes, axis=0)


@wrong_answer(
    "backward_signal",
    cause="multiplies over all chains too, so n chains give one number",
)
def signal_product_of_everything(gradient, zs):
    return np.prod(gradient(np.asarray(zs, dtype=float)))


@wrong_answer("backward_signal", cause="leaves out the last layer")
def signal_without_last_layer(gradient, zs):
    slopes = gradient(np.asarray(zs, dtype=float))
    signal = 1.0
    for l in range(len(slopes) - 1):
        signal = signal * slopes[l]
    return signal


@wrong_answer("backward_signal", cause="takes the slope at the product of the pre-activations")
def signal_slope_of_product(gradient, zs):
    return gradient(np.prod(np.asarray(zs, dtype=float), axis=0))


@wrong_answer("backward_signal", cause="multiplies each slope by its pre-activation too")
def signal_times_preactivations(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    return np.prod(gradient(zs) * zs, axis=0)


@wrong_answer(
    "backward_signal",
    cause="loses the sign: multiplies the absolute values of the slopes",
)
def signal_absolute(gradient, zs):
    slopes = gradient(np.asarray(zs, dtype=float))
    return np.prod(np.abs(slopes), axis=0)


# --- relu ---


@wrong_answer("relu", cause="returns the step, 1 where z is positive, instead of z")
def relu_step(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, 0.0)


@wrong_answer("relu", cause="sets negative entries to 0 in the caller's own array")
def relu_changes_argument(z):
    z = np.asarray(z, dtype=float)
    z[z < 0] = 0
    return z


@wrong_answer("relu", cause="is cut off at 6 (ReLU6)")
def relu_cut_at_six(z):
    return np.clip(np.asarray(z, dtype=float), 0, 6)


@wrong_answer("relu", cause="returns the positive entries only, so the shape is lost")
def relu_filters(z):
    z = np.asarray(z, dtype=float)
    return z[z > 0]


@wrong_answer("relu", cause="z + |z| without the factor 1/2 is twice as large")
def relu_doubled(z):
    z = np.asarray(z, dtype=float)
    return z + np.abs(z)


@wrong_answer("relu", cause="the threshold is 1 instead of 0")
def relu_threshold_one(z):
    z = np.asarray(z, dtype=float)
    return z * (z >= 1)


# --- relu_gradient ---


@wrong_answer("relu_gradient", cause="gives 1/2 at the kink")
def relu_slope_half_at_kink(z):
    return np.heaviside(np.asarray(z, dtype=float), 0.5)


@wrong_answer("relu_gradient", cause="returns relu(z) itself, not its slope")
def relu_slope_is_value(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, 0.0)


@wrong_answer("relu_gradient", cause="the condition is inverted: 1 where z is negative")
def relu_slope_inverted(z):
    z = np.asarray(z, dtype=float)
    return np.where(z < 0, 1.0, 0.0)


@wrong_answer("relu_gradient", cause="tests whether relu(z) >= 0, which is always true")
def relu_slope_always_one(z):
    a = np.maximum(np.asarray(z, dtype=float), 0)
    grad = np.zeros(a.shape)
    return np.where(a >= 0, 1.0, grad)


@wrong_answer("relu_gradient", cause="writes zeros and ones into the caller's own array")
def relu_slope_changes_argument(z):
    z = np.asarray(z, dtype=float)
    z[z <= 0] = 0
    z[z > 0] = 1
    return z


@wrong_answer("relu_gradient", cause="is 1 wherever z differs from 0, also on the left")
def relu_slope_nonzero(z):
    return (np.asarray(z) != 0).astype(float)


# --- leaky_relu ---


@wrong_answer("leaky_relu", cause="ignores the argument a and always uses 0.01")
def leaky_fixed_slope(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, 0.01 * z)


@wrong_answer("leaky_relu", cause="the branches are exchanged: a z on the right, z on the left")
def leaky_branches_exchanged(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, a * z, z)


@wrong_answer("leaky_relu", cause="divides by a on the left instead of multiplying")
def leaky_divides(z, a=0.01):
    z = np.asarray(z, dtype=float)
    with np.errstate(all="ignore"):
        return np.where(z > 0, z, z / np.float64(a))


@wrong_answer("leaky_relu", cause="switches at z = a instead of z = 0")
def leaky_threshold_at_a(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > a, z, a * z)


@wrong_answer("leaky_relu", cause="multiplies by 1 - a on the left")
def leaky_one_minus_a(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, (1 - a) * z)


@wrong_answer(
    "leaky_relu",
    cause="stores the result in an array of the integer type of z, which truncates a z",
)
def leaky_integer_result(z, a=0.01):
    z = np.asarray(z)
    out = z.copy()
    out[z < 0] = a * z[z < 0]
    return out.astype(float)


# --- leaky_relu_gradient ---


@wrong_answer("leaky_relu_gradient", cause="gives 1 at the kink, where a is asked for")
def leaky_slope_one_at_kink(z, a=0.01):
    return np.where(np.asarray(z) >= 0, 1.0, a)


@wrong_answer("leaky_relu_gradient", cause="the slope on the left is 0, as for the plain ReLU")
def leaky_slope_zero_left(z, a=0.01):
    return (np.asarray(z) > 0) * 1.0


@wrong_answer("leaky_relu_gradient", cause="ignores a and always has the slope 0.01 on the left")
def leaky_slope_fixed(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, 0.01)


@wrong_answer(
    "leaky_relu_gradient",
    cause="the branches are exchanged: a on the right, 1 on the left",
)
def leaky_slope_exchanged(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, a, 1.0)


@wrong_answer("leaky_relu_gradient", cause="the slope on the left is -a")
def leaky_slope_negative_left(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, -a)


@wrong_answer("leaky_relu_gradient", cause="switches at z = a instead of z = 0")
def leaky_slope_threshold_at_a(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > a, 1.0, a)


# --- elu ---


@wrong_answer("elu", cause="brackets missing: alpha exp(z) - 1 instead of alpha (exp(z) - 1)")
def elu_bracket_missing(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0)) - 1)


@wrong_answer(
    "elu",
    cause="np.where computes exp(z) for positive z too, which overflows with a warning",
)
def elu_overflow_warning(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * (np.exp(z) - 1))


@wrong_answer("elu", cause="the left branch has the wrong sign, alpha (1 - exp(z))")
def elu_left_sign(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * (1 - np.exp(np.minimum(z, 0))))


@wrong_answer("elu", cause="multiplies everything by 1.0507, the scale of SELU")
def elu_with_selu_scale(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    neg = np.minimum(z, 0)
    return 1.0507009873554805 * np.where(z > 0, z, alpha * (np.exp(neg) - 1))


@wrong_answer(
    "elu",
    cause=(
        "takes the larger of z and the exponential branch, which is wrong left of 0 if "
        "alpha is above 1"
    ),
)
def elu_maximum_of_branches(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, alpha * np.expm1(np.minimum(z, 0)))


@wrong_answer("elu", cause="bracket misplaced: exp(z - 1) instead of exp(z) - 1")
def elu_minus_one_in_exponent(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0) - 1))


# --- elu_gradient ---


@wrong_answer(
    "elu_gradient",
    cause="adds 1 to elu(z) on the left, where alpha belongs; right only for alpha = 1",
)
def elu_slope_plus_one(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, elu(z, alpha) + 1)


@wrong_answer(
    "elu_gradient",
    cause="gives the right slope, 1, at the kink instead of the left one, alpha",
)
def elu_slope_right_at_kink(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z >= 0, 1.0, alpha * np.exp(np.minimum(z, 0)))


@wrong_answer("elu_gradient", cause="gives the value alpha (exp(z) - 1) on the left, not the slope")
def elu_slope_value_left(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, alpha * np.expm1(np.minimum(z, 0)))


@wrong_answer(
    "elu_gradient",
    cause="np.where computes exp(z) for large positive z too, which overflows with a warning",
)
def elu_slope_overflow_warning(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, alpha * np.exp(z))


@wrong_answer("elu_gradient", cause="gives z on the right instead of 1")
def elu_slope_value_right(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0)))


@wrong_answer("elu_gradient", cause="the slope on the right is 0 instead of 1")
def elu_slope_zero_right(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 0.0, alpha * np.exp(np.minimum(z, 0)))


# --- swish ---


@wrong_answer("swish", cause="returns the gate sigmoid(z) alone; the factor z is missing")
def swish_gate_only(z):
    return sigmoid(np.asarray(z, dtype=float))


@wrong_answer(
    "swish",
    cause="has the factor 1.702 in the gate, which belongs to the approximation of GELU",
)
def swish_with_gelu_factor(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(1.702 * z)


@wrong_answer("swish", cause="multiplies z by the slope of the sigmoid instead of its value")
def swish_slope_as_gate(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return z * s * (1 - s)


@wrong_answer("swish", cause="multiplies the gate by relu(z), so the negative part is lost")
def swish_of_relu(z):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0) * sigmoid(z)


@wrong_answer("swish", cause="takes the inner product of z and the gate, a single number")
def swish_inner_product(z):
    z = np.asarray(z, dtype=float)
    return np.dot(z, sigmoid(z))


@wrong_answer("swish", cause="multiplies into the caller's array in place")
def swish_changes_argument(z):
    z = np.asarray(z, dtype=float)
    z *= sigmoid(z)
    return z


# --- swish_gradient ---


@wrong_answer("swish_gradient", cause="only the second term of the product rule, z sigmoid'(z)")
def swish_slope_second_term(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid_gradient(z)


@wrong_answer(
    "swish_gradient",
    cause="multiplies the derivatives of the two factors instead of using the product rule",
)
def swish_slope_product_of_slopes(z):
    z = np.asarray(z, dtype=float)
    return 1 * sigmoid_gradient(z)


@wrong_answer("swish_gradient", cause="the second term is z (1 - s), without the factor s")
def swish_slope_s_missing(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + z * (1 - s)


@wrong_answer(
    "swish_gradient",
    cause="swaps the gate and the value in the short formula: s + swish (1 - swish)",
)
def swish_slope_of_swish(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    a = z * s
    return s + a * (1 - a)


@wrong_answer(
    "swish_gradient",
    cause="one formula in exp(-z), which overflows to nan for large negative z",
)
def swish_slope_overflows(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-z)
    return (1 + e + z * e) / (1 + e) ** 2


@wrong_answer("swish_gradient", cause="attaches z to the wrong term: z s + s (1 - s)")
def swish_slope_z_at_first_term(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return z * s + s * (1 - s)


# --- gelu ---


@wrong_answer(
    "gelu",
    cause="the argument of erf is z; the division by the square root of 2 is missing",
)
def gelu_root_two_missing(z):
    erf = np.vectorize(math.erf, otypes=[float])
    z = np.asarray(z, dtype=float)
    return z * 0.5 * (1 + erf(z))


@wrong_answer("gelu", cause="the factor 1/2 is missing")
def gelu_half_missing(z):
    erf = np.vectorize(math.erf, otypes=[float])
    z = np.asarray(z, dtype=float)
    return z * (1 + erf(z / np.sqrt(2)))


@wrong_answer(
    "gelu",
    cause=(
        "multiplies z by the density of the normal distribution instead of the "
        "distribution function"
    ),
)
def gelu_with_density(z):
    z = np.asarray(z, dtype=float)
    return z * np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)


@wrong_answer(
    "gelu",
    cause="uses erfc(z / sqrt 2), the probability of lying above z, so the gate is inverted",
)
def gelu_upper_tail(z):
    erfc = np.vectorize(math.erfc, otypes=[float])
    z = np.asarray(z, dtype=float)
    return z * erfc(z / math.sqrt(2)) / 2


@wrong_answer(
    "gelu",
    cause="multiplies the distribution function by relu(z), so the negative part is lost",
)
def gelu_of_relu(z):
    phi = np.vectorize(lambda v: 0.5 * math.erfc(-v / math.sqrt(2)), otypes=[float])
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0) * phi(z)


@wrong_answer(
    "gelu",
    cause=(
        "np.vectorize takes the type of the first result, an integer 0 if the first z is "
        "very negative, and truncates the others"
    ),
)
def gelu_vectorize_type(z):
    def one(v):
        if v < -30:
            return 0
        return float(v) * 0.5 * math.erfc(-v / math.sqrt(2))

    return np.vectorize(one)(np.asarray(z, dtype=float)) * 1.0


# --- gelu_gradient ---


@wrong_answer("gelu_gradient", cause="the density lacks its factor 1 / sqrt(2 pi)")
def gelu_slope_density_not_normalized(z):
    z = np.asarray(z, dtype=float)
    cdf = 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))
    return cdf + z * np.exp(-(z**2) / 2)


@wrong_answer("gelu_gradient", cause="the exponent of the density is -z**2 instead of -z**2 / 2")
def gelu_slope_exponent(z):
    z = np.asarray(z, dtype=float)
    cdf = 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))
    return cdf + z * np.exp(-(z**2)) / np.sqrt(2 * np.pi)


@wrong_answer("gelu_gradient", cause="subtracts the second term")
def gelu_slope_minus(z):
    z = np.asarray(z, dtype=float)
    cdf = 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))
    pdf = np.exp(-0.5 * z * z) / np.sqrt(2 * np.pi)
    return cdf - z * pdf


@wrong_answer(
    "gelu_gradient",
    cause="differentiates the sigmoid approximation instead of the exact function",
)
def gelu_slope_of_approximation(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return s + 1.702 * z * s * (1 - s)


@wrong_answer(
    "gelu_gradient",
    cause="uses the slope of the density, -z phi, where the density belongs: Phi - z**2 phi",
)
def gelu_slope_density_differentiated(z):
    z = np.asarray(z, dtype=float)
    cdf = 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))
    pdf = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return cdf + z * (-z * pdf)


@wrong_answer("gelu_gradient", cause="the second term has z**2 instead of z")
def gelu_slope_z_squared(z):
    z = np.asarray(z, dtype=float)
    cdf = 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))
    pdf = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return cdf + z**2 * pdf


# --- gelu_sigmoid ---


@wrong_answer("gelu_sigmoid", cause="the factor 1.702 stands outside the sigmoid")
def gelu_sigmoid_factor_outside(z):
    z = np.asarray(z, dtype=float)
    return 1.702 * z * sigmoid(z)


@wrong_answer("gelu_sigmoid", cause="returns the gate alone; the factor z is missing")
def gelu_sigmoid_gate_only(z):
    return sigmoid(1.702 * np.asarray(z, dtype=float))


@wrong_answer("gelu_sigmoid", cause="exp(-1.702 z) overflows with a warning for large negative z")
def gelu_sigmoid_overflow_warning(z):
    z = np.asarray(z, dtype=float)
    return z / (1 + np.exp(-1.702 * z))


@wrong_answer("gelu_sigmoid", cause="the gate is tanh(1.702 z) instead of the sigmoid")
def gelu_sigmoid_tanh_gate(z):
    z = np.asarray(z, dtype=float)
    return z * np.tanh(1.702 * z)


@wrong_answer("gelu_sigmoid", cause="is the exact GELU, not its approximation")
def gelu_sigmoid_is_exact(z):
    z = np.asarray(z, dtype=float)
    cdf = np.array([math.erfc(-v / math.sqrt(2)) / 2 for v in z.ravel()])
    return z * cdf.reshape(z.shape)


@wrong_answer("gelu_sigmoid", cause="adds 1.702 to z in the gate instead of multiplying")
def gelu_sigmoid_shifted(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(1.702 + z)


# --- gelu_sigmoid_gradient ---


@wrong_answer(
    "gelu_sigmoid_gradient",
    cause="the inner derivative 1.702 is missing in the second term",
)
def gelu_sigmoid_slope_inner(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return s + z * s * (1 - s)


@wrong_answer("gelu_sigmoid_gradient", cause="takes the sigmoid's slope at z instead of at 1.702 z")
def gelu_sigmoid_slope_at_z(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(1.702 * z) + 1.702 * z * sigmoid_gradient(z)


@wrong_answer("gelu_sigmoid_gradient", cause="the factor 1.702 is squared in the second term")
def gelu_sigmoid_slope_squared(z):
    z = np.asarray(z, dtype=float)
    c = 1.702
    s = sigmoid(c * z)
    return s + c * (c * z) * s * (1 - s)


@wrong_answer(
    "gelu_sigmoid_gradient",
    cause="multiplies the whole slope by 1.702, not only the second term",
)
def gelu_sigmoid_slope_factor_on_both(z):
    t = 1.702 * np.asarray(z, dtype=float)
    s = sigmoid(t)
    return 1.702 * (s + t * s * (1 - s))


@wrong_answer("gelu_sigmoid_gradient", cause="subtracts the second term")
def gelu_sigmoid_slope_minus(z):
    t = 1.702 * np.asarray(z, dtype=float)
    s = sigmoid(t)
    return s - t * s * (1 - s)


@wrong_answer("gelu_sigmoid_gradient", cause="is the slope of the exact GELU")
def gelu_sigmoid_slope_exact(z):
    z = np.asarray(z, dtype=float)
    cdf = 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))
    return cdf + z * np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)


# --- softmax_jacobian ---


@wrong_answer("softmax_jacobian", cause="only the diagonal p (1 - p); the other entries are 0")
def jacobian_diagonal_only(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p * (1 - p))


@wrong_answer("softmax_jacobian", cause="has the identity in place of the diagonal matrix of p")
def jacobian_identity(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.eye(p.size) - np.outer(p, p)


@wrong_answer(
    "softmax_jacobian",
    cause="does not subtract the largest logit, so exp overflows and gives nan",
)
def jacobian_overflows(z):
    e = np.exp(np.asarray(z, dtype=float))
    p = e / e.sum()
    return np.diag(p) - np.outer(p, p)


@wrong_answer("softmax_jacobian", cause="uses the sigmoid of each logit instead of the softmax")
def jacobian_of_sigmoids(z):
    p = sigmoid(np.asarray(z, dtype=float))
    return np.diag(p) - np.outer(p, p)


@wrong_answer(
    "softmax_jacobian",
    cause="off the diagonal the entries are -p_i**2 instead of -p_i p_j",
)
def jacobian_wrong_index(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    k = len(p)
    J = np.zeros((k, k))
    for i in range(k):
        for j in range(k):
            if i == j:
                J[i, j] = p[i] * (1 - p[i])
            else:
                J[i, j] = -p[i] * p[i]
    return J


@wrong_answer(
    "softmax_jacobian",
    cause=(
        "the diagonal is p instead of p (1 - p): the outer product is subtracted off the "
        "diagonal only"
    ),
)
def jacobian_diagonal_not_reduced(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = -np.outer(p, p)
    np.fill_diagonal(J, p)
    return J
