"""Further wrong answers that students give, each with what to tell whoever gives it."""

import math

import numpy as np

from autograder.checks import formula, misconception

# --- sigmoid ---


@misconception(
    "sigmoid",
    says="exp is also taken of large positive numbers, and there it overflows",
)
def sigmoid_overflow_warning(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + np.exp(-z))


@misconception(
    "sigmoid",
    says=(
        "tanh gets z itself as its argument, which makes your curve twice as steep as the sigmoid"
    ),
)
def sigmoid_twice_as_steep(z):
    return (np.tanh(np.asarray(z, dtype=float)) + 1) / 2


@misconception(
    "sigmoid",
    says="you return the slope of the function, not its value",
)
def sigmoid_returns_slope(z):
    z = np.asarray(z, dtype=float)
    s = np.exp(-np.logaddexp(0, -z))
    return s * (1 - s)


@misconception(
    "sigmoid",
    says="you use a straight line that is cut off at 0 and 1, not a smooth curve",
)
def sigmoid_hard(z):
    z = np.asarray(z, dtype=float)
    return np.clip(0.2 * z + 0.5, 0.0, 1.0)


@misconception(
    "sigmoid",
    says=("the result is cut off just before 0 and 1, so inputs far out do not reach them"),
)
def sigmoid_clipped_result(z):
    z = np.asarray(z, dtype=float)
    s = 0.5 * (1 + np.tanh(0.5 * z))
    return np.clip(s, 1e-7, 1 - 1e-7)


@misconception(
    "sigmoid",
    says=(
        "your result array takes its type from an argument, and integers there cut off the decimals"
    ),
)
def sigmoid_integer_result(z):
    z = np.asarray(z)
    out = np.zeros_like(z)
    e = np.exp(-np.abs(z).astype(float))
    out[...] = np.where(z >= 0, 1 / (1 + e), e / (1 + e))
    return out.astype(float)


# --- sigmoid_gradient ---


@misconception(
    "sigmoid_gradient",
    says="the slope treats z as if it were already the output of the sigmoid",
)
def sigmoid_slope_of_output(z):
    z = np.asarray(z, dtype=float)
    return z * (1 - z)


@misconception(
    "sigmoid_gradient",
    says="the factor 1 - z in your slope contains the input, not the output",
)
def sigmoid_slope_one_minus_z(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z) * (1 - z)


@misconception(
    "sigmoid_gradient",
    says="exp(-z) overflows for large negative z, and the quotient becomes nan",
)
def sigmoid_slope_overflows(z):
    e = np.exp(-np.asarray(z, dtype=float))
    return e / (1 + e) ** 2


@misconception(
    "sigmoid_gradient",
    says="the entries are added up to a single number instead of being kept one by one",
)
def sigmoid_slope_inner_product(z):
    s = np.asarray(sigmoid(z))
    return np.dot(s, 1 - s)


@misconception(
    "sigmoid_gradient",
    says="you keep the slope from falling below 1e-3, though it goes to 0 far out",
)
def sigmoid_slope_floor(z):
    s = sigmoid(z)
    return np.maximum(s * (1 - s), 1e-3)


@misconception(
    "sigmoid_gradient",
    says="your slope carries a factor 2 that does not belong there",
)
def sigmoid_slope_doubled(z):
    a = sigmoid(z)
    return 2 * a * (1 - a)


# --- tanh ---


@misconception(
    "tanh",
    says="the whole curve has its sign turned",
)
def tanh_sign_flipped(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (e - 1) / (e + 1)


@misconception(
    "tanh",
    says="the sign of z gets lost, so negative inputs give positive values",
)
def tanh_of_absolute_value(z):
    a = np.abs(np.asarray(z, dtype=float))
    e = np.exp(-2 * a)
    return (1 - e) / (1 + e)


@misconception(
    "tanh",
    says=("the factors 1.7159 and 2/3 scale your curve, and the plain function has neither"),
)
def tanh_scaled_lecun(z):
    return 1.7159 * np.tanh(2 * np.asarray(z, dtype=float) / 3)


@misconception(
    "tanh",
    says="you return the slope of the function, not its value",
)
def tanh_returns_slope(z):
    t = np.tanh(np.asarray(z, dtype=float))
    return 1 - t * t


@misconception(
    "tanh",
    says="you return the plain sigmoid, whose values lie between 0 and 1",
)
def tanh_is_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.logaddexp(0, -z))


@misconception(
    "tanh",
    says=("you use the quotient z / (1 + |z|), which approaches its limits far more slowly"),
)
def tanh_is_softsign(z):
    z = np.asarray(z, dtype=float)
    return z / (1 + np.abs(z))


# --- tanh_gradient ---


@misconception(
    "tanh_gradient",
    says="the plus sign makes your slope grow where it should shrink toward 0",
)
def tanh_slope_plus(z):
    t = tanh(z)
    return 1 + t**2


@misconception(
    "tanh_gradient",
    says="the square is missing: your slope is the reciprocal of cosh itself",
)
def tanh_slope_sech(z):
    a = np.abs(np.asarray(z, dtype=float))
    e = np.exp(-a)
    return 2 * e / (1 + e**2)


@misconception(
    "tanh_gradient",
    says="you square z before tanh is taken, not the output of tanh",
)
def tanh_slope_squares_z(z):
    z = np.asarray(z, dtype=float)
    return 1 - np.tanh(z**2)


@misconception(
    "tanh_gradient",
    says="you take the slope at the output a, but the formula needs it at the input z",
)
def tanh_slope_applied_twice(z):
    a = np.tanh(np.asarray(z, dtype=float))
    return 1 - np.tanh(a) ** 2


@misconception(
    "tanh_gradient",
    says=("a bracket is misplaced: you square the whole difference, not the output alone"),
)
def tanh_slope_bracket(z):
    t = tanh(z)
    return (1 - t) ** 2


@misconception(
    "tanh_gradient",
    says="you differentiate once too often, which brings in an additional factor",
)
def tanh_second_derivative(z):
    t = np.tanh(np.asarray(z, dtype=float))
    return -2 * t * (1 - t**2)


# --- symmetric_sigmoid ---


@misconception(
    "symmetric_sigmoid",
    says="the factor ½ in the argument of tanh is missing",
)
def symmetric_half_missing(z, beta=1.0):
    return np.tanh(beta * np.asarray(z, dtype=float))


@misconception(
    "symmetric_sigmoid",
    says="beta multiplies the finished value, not what goes into the function",
)
def symmetric_beta_outside(z, beta=1.0):
    return beta * (2 * sigmoid(z) - 1)


@misconception(
    "symmetric_sigmoid",
    says="z is divided by beta, so a larger beta makes your curve flatter",
)
def symmetric_divides_by_beta(z, beta=1.0):
    z = np.asarray(z, dtype=float) / beta
    return 2 * sigmoid(z) - 1


@misconception(
    "symmetric_sigmoid",
    says="exp(-beta z) overflows for large negative z, and the quotient becomes nan",
)
def symmetric_overflows(z, beta=1.0):
    e = np.exp(-beta * np.asarray(z, dtype=float))
    return (1 - e) / (1 + e)


@misconception(
    "symmetric_sigmoid",
    says="the whole curve has its sign turned",
)
def symmetric_sign_flipped(z, beta=1.0):
    return 1 - 2 * sigmoid(beta * np.asarray(z, dtype=float))


@misconception(
    "symmetric_sigmoid",
    says="the argument is multiplied by beta twice, not once",
)
def symmetric_beta_squared(z, beta=1.0):
    t = beta * np.asarray(z, dtype=float)
    return np.tanh(beta * t / 2)


# --- symmetric_sigmoid_gradient ---


@misconception(
    "symmetric_sigmoid_gradient",
    says="the factor beta from the chain rule is missing in your slope",
)
def symmetric_slope_without_beta(z, beta=1.0):
    s = symmetric_sigmoid(z, beta)
    return 0.5 * (1 - s**2)


@misconception(
    "symmetric_sigmoid_gradient",
    says="the factor ½ is missing in your slope",
)
def symmetric_slope_half_missing(z, beta=1.0):
    s = symmetric_sigmoid(z, beta)
    return beta * (1 - s**2)


@misconception(
    "symmetric_sigmoid_gradient",
    says=("beta is not handed on to symmetric_sigmoid, so the output is that for beta = 1"),
)
def symmetric_slope_beta_not_passed(z, beta=1.0):
    s = symmetric_sigmoid(z)
    return beta / 2 * (1 - s**2)


@misconception(
    "symmetric_sigmoid_gradient",
    says=("you use the slope formula of the plain sigmoid with the output of the symmetric one"),
)
def symmetric_slope_like_sigmoid(z, beta=1.0):
    s = symmetric_sigmoid(z, beta)
    return beta * s * (1 - s)


@misconception(
    "symmetric_sigmoid_gradient",
    says=("a bracket is misplaced: you square the whole difference, not the output alone"),
)
def symmetric_slope_bracket(z, beta=1.0):
    s = symmetric_sigmoid(z, beta)
    return beta / 2 * (1 - s) ** 2


@misconception(
    "symmetric_sigmoid_gradient",
    says="the output is not squared in your slope",
)
def symmetric_slope_square_missing(z, beta=1.0):
    s = symmetric_sigmoid(z, beta)
    return 0.5 * beta * (1 - s)


# --- backward_signal ---


@misconception(
    "backward_signal",
    says="you take the mean of the slopes of the layers, not their product",
)
def signal_mean(gradient, zs):
    slopes = gradient(np.asarray(zs, dtype=float))
    return np.mean(slopes, axis=0)


@misconception(
    "backward_signal",
    says="you multiply over all chains as well, so that only one number is left",
)
def signal_product_of_everything(gradient, zs):
    return np.prod(gradient(np.asarray(zs, dtype=float)))


@misconception(
    "backward_signal",
    says="the slope of the last layer is left out of the product",
)
def signal_without_last_layer(gradient, zs):
    slopes = gradient(np.asarray(zs, dtype=float))
    signal = 1.0
    for l in range(len(slopes) - 1):
        signal = signal * slopes[l]
    return signal


@misconception(
    "backward_signal",
    says=("you multiply the pre-activations first and take a single slope at their product"),
)
def signal_slope_of_product(gradient, zs):
    return gradient(np.prod(np.asarray(zs, dtype=float), axis=0))


@misconception(
    "backward_signal",
    says="each slope is also multiplied by its pre-activation",
)
def signal_times_preactivations(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    return np.prod(gradient(zs) * zs, axis=0)


@misconception(
    "backward_signal",
    says="you multiply the sizes of the slopes, so their signs get lost",
)
def signal_absolute(gradient, zs):
    slopes = gradient(np.asarray(zs, dtype=float))
    return np.prod(np.abs(slopes), axis=0)


# --- relu ---


@misconception(
    "relu",
    says="you return the slope of the function, not its value",
)
def relu_step(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, 0.0)


@misconception(
    "relu",
    says="you change the array that the caller handed in, not a copy of it",
)
def relu_changes_argument(z):
    z = np.asarray(z, dtype=float)
    z[z < 0] = 0
    return z


@misconception(
    "relu",
    says="large values are cut off at 6, though the function has no upper limit",
)
def relu_cut_at_six(z):
    return np.clip(np.asarray(z, dtype=float), 0, 6)


@misconception(
    "relu",
    says="you return the positive entries only, so the shape gets lost",
)
def relu_filters(z):
    z = np.asarray(z, dtype=float)
    return z[z > 0]


@misconception(
    "relu",
    says="your sum of z and |z| makes positive inputs twice as large as they are",
)
def relu_doubled(z):
    z = np.asarray(z, dtype=float)
    return z + np.abs(z)


@misconception(
    "relu",
    says="your threshold is at 1, so inputs between 0 and 1 are lost",
)
def relu_threshold_one(z):
    z = np.asarray(z, dtype=float)
    return z * (z >= 1)


# --- relu_gradient ---


@misconception(
    "relu_gradient",
    says="at the kink z = 0 you return one half, the mean of the slopes on both sides",
)
def relu_slope_half_at_kink(z):
    return np.heaviside(np.asarray(z, dtype=float), 0.5)


@misconception(
    "relu_gradient",
    says="you return the value of the function, not its slope",
)
def relu_slope_is_value(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, 0.0)


@misconception(
    "relu_gradient",
    says="the condition is turned round: your slope is 1 for negative z",
)
def relu_slope_inverted(z):
    z = np.asarray(z, dtype=float)
    return np.where(z < 0, 1.0, 0.0)


@misconception(
    "relu_gradient",
    says="your condition is true for every z, so the slope is 1 everywhere",
)
def relu_slope_always_one(z):
    a = np.maximum(np.asarray(z, dtype=float), 0)
    grad = np.zeros(a.shape)
    return np.where(a >= 0, 1.0, grad)


@misconception(
    "relu_gradient",
    says="you change the array that the caller handed in, not a copy of it",
)
def relu_slope_changes_argument(z):
    z = np.asarray(z, dtype=float)
    z[z <= 0] = 0
    z[z > 0] = 1
    return z


@misconception(
    "relu_gradient",
    says="your slope is 1 wherever z is not 0, also for negative z",
)
def relu_slope_nonzero(z):
    return (np.asarray(z) != 0).astype(float)


# --- leaky_relu ---


@misconception(
    "leaky_relu",
    says="the argument a is not used, so the tilt on the left is always the same",
)
def leaky_fixed_slope(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, 0.01 * z)


@misconception(
    "leaky_relu",
    says=(
        "the two branches are exchanged: positive inputs are treated as negative "
        "ones, and the other way round"
    ),
)
def leaky_branches_exchanged(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, a * z, z)


@misconception(
    "leaky_relu",
    says="on the left you divide z by a, which makes it larger instead of smaller",
)
def leaky_divides(z, a=0.01):
    z = np.asarray(z, dtype=float)
    with np.errstate(all="ignore"):
        return np.where(z > 0, z, z / np.float64(a))


@misconception(
    "leaky_relu",
    says="the branches change at z = a and not at the kink",
)
def leaky_threshold_at_a(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > a, z, a * z)


@misconception(
    "leaky_relu",
    says="on the left z is multiplied by 1 - a, not by the tilt itself",
)
def leaky_one_minus_a(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, (1 - a) * z)


@misconception(
    "leaky_relu",
    says=(
        "your result array takes its type from an argument, and integers there cut off the decimals"
    ),
)
def leaky_integer_result(z, a=0.01):
    z = np.asarray(z)
    out = z.copy()
    out[z < 0] = a * z[z < 0]
    return out.astype(float)


# --- leaky_relu_gradient ---


@misconception(
    "leaky_relu_gradient",
    says="at the kink z = 0 you return the slope from the right",
)
def leaky_slope_one_at_kink(z, a=0.01):
    return np.where(np.asarray(z) >= 0, 1.0, a)


@misconception(
    "leaky_relu_gradient",
    says="on the left your slope is 0, as for the plain ReLU",
)
def leaky_slope_zero_left(z, a=0.01):
    return (np.asarray(z) > 0) * 1.0


@misconception(
    "leaky_relu_gradient",
    says="the argument a is not used, so the tilt on the left is always the same",
)
def leaky_slope_fixed(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, 0.01)


@misconception(
    "leaky_relu_gradient",
    says=(
        "the two branches are exchanged: positive inputs are treated as negative "
        "ones, and the other way round"
    ),
)
def leaky_slope_exchanged(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, a, 1.0)


@misconception(
    "leaky_relu_gradient",
    says="on the left the tilt a has its sign turned",
)
def leaky_slope_negative_left(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, -a)


@misconception(
    "leaky_relu_gradient",
    says="the branches change at z = a and not at the kink",
)
def leaky_slope_threshold_at_a(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > a, 1.0, a)


# --- elu ---


@misconception(
    "elu",
    says=("a bracket is missing: alpha multiplies only the exponential, not the whole difference"),
)
def elu_bracket_missing(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0)) - 1)


@misconception(
    "elu",
    says=(
        "np.where computes both branches, so exp overflows for large positive z "
        "although the result is not used"
    ),
)
def elu_overflow_warning(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * (np.exp(z) - 1))


@misconception(
    "elu",
    says="the left branch has its sign turned, so it is positive",
)
def elu_left_sign(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * (1 - np.exp(np.minimum(z, 0))))


@misconception(
    "elu",
    says="the whole function is multiplied by 1.0507, a factor that it does not have",
)
def elu_with_selu_scale(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    neg = np.minimum(z, 0)
    return 1.0507009873554805 * np.where(z > 0, z, alpha * (np.exp(neg) - 1))


@misconception(
    "elu",
    says=("for alpha above 1 the larger of the two branches is not always the one that applies"),
)
def elu_maximum_of_branches(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, alpha * np.expm1(np.minimum(z, 0)))


@misconception(
    "elu",
    says="the minus one stands in the exponent, not behind the exponential",
)
def elu_minus_one_in_exponent(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0) - 1))


# --- elu_gradient ---


@misconception(
    "elu_gradient",
    says="you add 1 to the value on the left, which gives the slope only for alpha = 1",
)
def elu_slope_plus_one(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, elu(z, alpha) + 1)


@misconception(
    "elu_gradient",
    says="at the kink z = 0 you return the slope from the right",
)
def elu_slope_right_at_kink(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z >= 0, 1.0, alpha * np.exp(np.minimum(z, 0)))


@misconception(
    "elu_gradient",
    says="on the left you return the value of the function, not its slope",
)
def elu_slope_value_left(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, alpha * np.expm1(np.minimum(z, 0)))


@misconception(
    "elu_gradient",
    says=(
        "np.where computes both branches, so exp overflows for large positive z "
        "although the result is not used"
    ),
)
def elu_slope_overflow_warning(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, alpha * np.exp(z))


@misconception(
    "elu_gradient",
    says="on the right you return the value of the function, not its slope",
)
def elu_slope_value_right(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0)))


@misconception(
    "elu_gradient",
    says="on the right your slope is 0, although the line rises there",
)
def elu_slope_zero_right(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 0.0, alpha * np.exp(np.minimum(z, 0)))


# --- swish ---


@misconception(
    "swish",
    says="you return the gate alone, without the factor z",
)
def swish_gate_only(z):
    return sigmoid(np.asarray(z, dtype=float))


@misconception(
    "swish",
    says="the gate has the factor 1.702, which belongs to the approximation of GELU",
)
def swish_with_gelu_factor(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(1.702 * z)


@misconception(
    "swish",
    says="z is multiplied by the slope of the sigmoid, not by its value",
)
def swish_slope_as_gate(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return z * s * (1 - s)


@misconception(
    "swish",
    says="you multiply the gate by the positive part of z, so negative inputs give 0",
)
def swish_of_relu(z):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0) * sigmoid(z)


@misconception(
    "swish",
    says="the entries are added up to a single number instead of being kept one by one",
)
def swish_inner_product(z):
    z = np.asarray(z, dtype=float)
    return np.dot(z, sigmoid(z))


@misconception(
    "swish",
    says="you change the array that the caller handed in, not a copy of it",
)
def swish_changes_argument(z):
    z = np.asarray(z, dtype=float)
    z *= sigmoid(z)
    return z


# --- swish_gradient ---


@misconception(
    "swish_gradient",
    says="the first term of the product rule is missing in your slope",
)
def swish_slope_second_term(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid_gradient(z)


@misconception(
    "swish_gradient",
    says="your slope is just the slope of the gate, and the product rule is not used",
)
def swish_slope_product_of_slopes(z):
    z = np.asarray(z, dtype=float)
    return 1 * sigmoid_gradient(z)


@misconception(
    "swish_gradient",
    says="the slope of the sigmoid in the second term lacks one of its two factors",
)
def swish_slope_s_missing(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + z * (1 - s)


@misconception(
    "swish_gradient",
    says=("the second term puts the value of swish into the slope formula of the sigmoid"),
)
def swish_slope_of_swish(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    a = z * s
    return s + a * (1 - a)


@misconception(
    "swish_gradient",
    says="exp(-z) overflows for large negative z, and the quotient becomes nan",
)
def swish_slope_overflows(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-z)
    return (1 + e + z * e) / (1 + e) ** 2


@misconception(
    "swish_gradient",
    says="the factor z stands at the first term of the product rule, not at the second",
)
def swish_slope_z_at_first_term(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return z * s + s * (1 - s)


# --- gelu ---


@misconception(
    "gelu",
    says="the argument of erf lacks its division by the root of two",
)
def gelu_root_two_missing(z):
    erf = np.vectorize(math.erf, otypes=[float])
    z = np.asarray(z, dtype=float)
    return z * 0.5 * (1 + erf(z))


@misconception(
    "gelu",
    says="the factor ½ of the distribution function is missing",
)
def gelu_half_missing(z):
    erf = np.vectorize(math.erf, otypes=[float])
    z = np.asarray(z, dtype=float)
    return z * (1 + erf(z / np.sqrt(2)))


@misconception(
    "gelu",
    says=(
        "you multiply z by the density of the normal distribution, not by its distribution function"
    ),
)
def gelu_with_density(z):
    z = np.asarray(z, dtype=float)
    return z * np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)


@misconception(
    "gelu",
    says=("you use the probability of lying above z, so the gate closes where it should open"),
)
def gelu_upper_tail(z):
    erfc = np.vectorize(math.erfc, otypes=[float])
    z = np.asarray(z, dtype=float)
    return z * erfc(z / math.sqrt(2)) / 2


@misconception(
    "gelu",
    says="you multiply the gate by the positive part of z, so negative inputs give 0",
)
def gelu_of_relu(z):
    phi = np.vectorize(lambda v: 0.5 * math.erfc(-v / math.sqrt(2)), otypes=[float])
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0) * phi(z)


@misconception(
    "gelu",
    says=(
        "np.vectorize takes its type from the first result, and an integer there "
        "cuts off all decimals"
    ),
)
def gelu_vectorize_type(z):
    def one(v):
        if v < -30:
            return 0
        return float(v) * 0.5 * math.erfc(-v / math.sqrt(2))

    return np.vectorize(one)(np.asarray(z, dtype=float)) * 1.0


# --- gelu_gradient ---


@misconception(
    "gelu_gradient",
    says=(
        "the density in your slope is not normalized: the factor before its exponential is missing"
    ),
)
def gelu_slope_density_not_normalized(z):
    z = np.asarray(z, dtype=float)
    cdf = 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))
    return cdf + z * np.exp(-(z**2) / 2)


@misconception(
    "gelu_gradient",
    says="the exponent of the density lacks its factor ½",
)
def gelu_slope_exponent(z):
    z = np.asarray(z, dtype=float)
    cdf = 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))
    return cdf + z * np.exp(-(z**2)) / np.sqrt(2 * np.pi)


@misconception(
    "gelu_gradient",
    says="the second term of the product rule has its sign turned",
)
def gelu_slope_minus(z):
    z = np.asarray(z, dtype=float)
    cdf = 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))
    pdf = np.exp(-0.5 * z * z) / np.sqrt(2 * np.pi)
    return cdf - z * pdf


@misconception(
    "gelu_gradient",
    says="you use the approximation by a sigmoid where the exact function is asked for",
)
def gelu_slope_of_approximation(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return s + 1.702 * z * s * (1 - s)


@misconception(
    "gelu_gradient",
    says="the second term holds the slope of the density, not the density itself",
)
def gelu_slope_density_differentiated(z):
    z = np.asarray(z, dtype=float)
    cdf = 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))
    pdf = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return cdf + z * (-z * pdf)


@misconception(
    "gelu_gradient",
    says="the second term has the square of z as its factor",
)
def gelu_slope_z_squared(z):
    z = np.asarray(z, dtype=float)
    cdf = 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))
    pdf = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return cdf + z**2 * pdf


# --- gelu_sigmoid ---


@misconception(
    "gelu_sigmoid",
    says="the factor 1.702 stands outside the sigmoid",
)
def gelu_sigmoid_factor_outside(z):
    z = np.asarray(z, dtype=float)
    return 1.702 * z * sigmoid(z)


@misconception(
    "gelu_sigmoid",
    says="you return the gate alone, without the factor z",
)
def gelu_sigmoid_gate_only(z):
    return sigmoid(1.702 * np.asarray(z, dtype=float))


@misconception(
    "gelu_sigmoid",
    says="exp is also taken of large positive numbers, and there it overflows",
)
def gelu_sigmoid_overflow_warning(z):
    z = np.asarray(z, dtype=float)
    return z / (1 + np.exp(-1.702 * z))


@misconception(
    "gelu_sigmoid",
    says="the gate is tanh, so it is negative for negative z",
)
def gelu_sigmoid_tanh_gate(z):
    z = np.asarray(z, dtype=float)
    return z * np.tanh(1.702 * z)


@misconception(
    "gelu_sigmoid",
    says="you use the exact function where its approximation by a sigmoid is asked for",
)
def gelu_sigmoid_is_exact(z):
    z = np.asarray(z, dtype=float)
    cdf = np.array([math.erfc(-v / math.sqrt(2)) / 2 for v in z.ravel()])
    return z * cdf.reshape(z.shape)


@misconception(
    "gelu_sigmoid",
    says="1.702 is added to z in the gate, though it is a factor",
)
def gelu_sigmoid_shifted(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(1.702 + z)


# --- gelu_sigmoid_gradient ---


@misconception(
    "gelu_sigmoid_gradient",
    says="the factor from the chain rule is missing in the second term",
)
def gelu_sigmoid_slope_inner(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return s + z * s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="the slope of the sigmoid is taken at z and not at the argument of the gate",
)
def gelu_sigmoid_slope_at_z(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(1.702 * z) + 1.702 * z * sigmoid_gradient(z)


@misconception(
    "gelu_sigmoid_gradient",
    says="the factor 1.702 enters the second term twice",
)
def gelu_sigmoid_slope_squared(z):
    z = np.asarray(z, dtype=float)
    c = 1.702
    s = sigmoid(c * z)
    return s + c * (c * z) * s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="the whole slope is multiplied by 1.702, the first term included",
)
def gelu_sigmoid_slope_factor_on_both(z):
    t = 1.702 * np.asarray(z, dtype=float)
    s = sigmoid(t)
    return 1.702 * (s + t * s * (1 - s))


@misconception(
    "gelu_sigmoid_gradient",
    says="the second term of the product rule has its sign turned",
)
def gelu_sigmoid_slope_minus(z):
    t = 1.702 * np.asarray(z, dtype=float)
    s = sigmoid(t)
    return s - t * s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="you use the exact function where its approximation by a sigmoid is asked for",
)
def gelu_sigmoid_slope_exact(z):
    z = np.asarray(z, dtype=float)
    cdf = 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))
    return cdf + z * np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)


# --- softmax_jacobian ---


@misconception(
    "softmax_jacobian",
    says=("off the diagonal your matrix is 0, though every probability depends on every logit"),
)
def jacobian_diagonal_only(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p * (1 - p))


@misconception(
    "softmax_jacobian",
    says=("the first term is the identity matrix, with ones where the probabilities belong"),
)
def jacobian_identity(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.eye(p.size) - np.outer(p, p)


@misconception(
    "softmax_jacobian",
    says="the logits go into exp without a shift, and large ones overflow",
)
def jacobian_overflows(z):
    e = np.exp(np.asarray(z, dtype=float))
    p = e / e.sum()
    return np.diag(p) - np.outer(p, p)


@misconception(
    "softmax_jacobian",
    says="you use the sigmoid of each logit, not the probabilities of softmax",
)
def jacobian_of_sigmoids(z):
    p = sigmoid(np.asarray(z, dtype=float))
    return np.diag(p) - np.outer(p, p)


@misconception(
    "softmax_jacobian",
    says=(
        "off the diagonal you multiply the probability of the row by itself and forget the column"
    ),
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


@misconception(
    "softmax_jacobian",
    says="the outer product is not subtracted on the diagonal",
)
def jacobian_diagonal_not_reduced(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = -np.outer(p, p)
    np.fill_diagonal(J, p)
    return J


# --- formulas as textbooks write them ---


@formula("sigmoid")
def sigmoid_by_the_exponential(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + np.exp(-z))


@formula("sigmoid")
def sigmoid_as_a_quotient(z):
    e = np.exp(np.asarray(z, dtype=float))
    return e / (e + 1)


@formula("sigmoid_gradient")
def sigmoid_slope_by_the_exponential(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


@formula("sigmoid_gradient")
def sigmoid_slope_written_out(z):
    z = np.asarray(z, dtype=float)
    s = 1 / (1 + np.exp(-z))
    return s - s**2


@formula("tanh")
def tanh_by_exponentials(z):
    z = np.asarray(z, dtype=float)
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


@formula("tanh")
def tanh_by_the_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return 2 * sigmoid(2 * z) - 1


@formula("tanh")
def tanh_by_one_exponential(z):
    e = np.exp(-2 * np.asarray(z, dtype=float))
    return (1 - e) / (1 + e)


@formula("tanh_gradient")
def tanh_slope_by_cosh(z):
    return 1 / np.cosh(np.asarray(z, dtype=float)) ** 2


@formula("tanh_gradient")
def tanh_slope_by_the_sigmoid(z):
    s = sigmoid(2 * np.asarray(z, dtype=float))
    return 4 * s * (1 - s)


@formula("tanh_gradient")
def tanh_slope_as_a_product(z):
    t = np.tanh(np.asarray(z, dtype=float))
    return (1 - t) * (1 + t)


@formula("symmetric_sigmoid")
def symmetric_by_the_sigmoid(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return 2 * sigmoid(beta * z) - 1


@formula("symmetric_sigmoid")
def symmetric_by_exponentials(z, beta=1.0):
    e = np.exp(-beta * np.asarray(z, dtype=float))
    return (1 - e) / (1 + e)


@formula("symmetric_sigmoid_gradient")
def symmetric_slope_by_the_sigmoid(z, beta=1.0):
    s = sigmoid(beta * np.asarray(z, dtype=float))
    return 2 * beta * s * (1 - s)


@formula("symmetric_sigmoid_gradient")
def symmetric_slope_by_the_output(z, beta=1.0):
    s = symmetric_sigmoid(z, beta)
    return beta * (1 - s**2) / 2


@formula("relu")
def relu_by_cases(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, 0)


@formula("relu")
def relu_by_a_mask(z):
    z = np.asarray(z, dtype=float)
    return z * (z > 0)


@formula("relu_gradient")
def relu_slope_by_a_mask(z):
    z = np.asarray(z, dtype=float)
    return (z > 0) * 1.0


@formula("leaky_relu")
def leaky_by_the_maximum(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, a * z)


@formula("leaky_relu")
def leaky_as_a_sum(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.maximum(0, z) + a * np.minimum(0, z)


@formula("leaky_relu_gradient")
def leaky_slope_by_masks(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return (z > 0) * 1.0 + a * (z <= 0)


@formula("elu")
def elu_by_cases(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * (np.exp(z) - 1))


@formula("elu_gradient")
def elu_slope_by_cases(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1, alpha * np.exp(z))


@formula("elu_gradient")
def elu_slope_by_the_output(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, elu(z, alpha) + alpha)


@formula("swish")
def swish_as_a_quotient(z):
    z = np.asarray(z, dtype=float)
    return z / (1 + np.exp(-z))


@formula("swish_gradient")
def swish_slope_by_the_product_rule(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + z * s * (1 - s)


@formula("swish_gradient")
def swish_slope_by_the_output(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return f + s * (1 - f)


@formula("gelu")
def gelu_by_erf(z):
    z = np.asarray(z, dtype=float)
    erf = np.vectorize(math.erf)
    return 0.5 * z * (1 + erf(z / math.sqrt(2)))


@formula("gelu_gradient")
def gelu_slope_by_the_product_rule(z):
    z = np.asarray(z, dtype=float)
    erf = np.vectorize(math.erf)
    phi = 0.5 * (1 + erf(z / np.sqrt(2)))
    density = np.exp(-0.5 * z**2) / np.sqrt(2 * np.pi)
    return phi + z * density


@formula("gelu_sigmoid")
def gelu_sigmoid_as_a_quotient(z):
    z = np.asarray(z, dtype=float)
    return z / (1 + np.exp(-1.702 * z))


@formula("gelu_sigmoid_gradient")
def gelu_sigmoid_slope_by_the_product_rule(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return s + z * 1.702 * s * (1 - s)


@formula("softmax_jacobian")
def jacobian_by_loops(z):
    z = np.asarray(z, dtype=float)
    p = np.exp(z) / np.sum(np.exp(z))
    J = np.zeros((len(p), len(p)))
    for i in range(len(p)):
        for j in range(len(p)):
            if i == j:
                J[i, j] = p[i] * (1 - p[i])
            else:
                J[i, j] = -p[i] * p[j]
    return J


@formula("softmax_jacobian")
def jacobian_by_the_identity(z):
    z = np.asarray(z, dtype=float)
    p = np.exp(z - np.max(z)) / np.sum(np.exp(z - np.max(z)))
    return p[:, None] * (np.eye(len(p)) - p[None, :])


@formula("backward_signal")
def signal_by_a_loop(gradient, zs):
    signal = 1.0
    for z in np.asarray(zs, dtype=float):
        signal = signal * gradient(z)
    return signal


# --- sigmoid ---


@misconception(
    "sigmoid",
    says="numerator and denominator hold exponentials of opposite signs",
)
def sigmoid_of_opposite_exponents(z):
    z = np.clip(np.asarray(z, dtype=float), -350, 350)
    return np.exp(z) / (1 + np.exp(-z))


@misconception(
    "sigmoid",
    says="z is cut off at 20 in size, where the curve is not yet as good as flat",
)
def sigmoid_cut_off_at_twenty(z):
    return 1 / (1 + np.exp(-np.clip(np.asarray(z, dtype=float), -20, 20)))


@misconception(
    "sigmoid",
    says="z is cut off at 10 in size, where the curve is far from flat",
)
def sigmoid_cut_off_at_ten(z):
    return 1 / (1 + np.exp(-np.clip(np.asarray(z, dtype=float), -10, 10)))


@misconception(
    "sigmoid",
    says="you return tanh, whose values lie between -1 and 1",
)
def sigmoid_is_tanh(z):
    z = np.asarray(z, dtype=float)
    return np.tanh(z)


@misconception(
    "sigmoid",
    says="your curve is the symmetric sigmoid, whose values lie between -1 and 1",
)
def sigmoid_is_symmetric(z):
    z = np.asarray(z, dtype=float)
    return np.tanh(z / 2)


@misconception(
    "sigmoid",
    says="your curve is twice as high as it should be: its values lie between 0 and 2",
)
def sigmoid_reaches_two(z):
    z = np.asarray(z, dtype=float)
    return 1 + np.tanh(z / 2)


@misconception(
    "sigmoid",
    says="your curve is centered on 0 and lies between -½ and ½, as ½ is not added",
)
def sigmoid_not_lifted(z):
    z = np.asarray(z, dtype=float)
    return np.tanh(z / 2) / 2


@misconception(
    "sigmoid",
    says=(
        "a bracket is missing: only the 1 is divided, and the exponential is added to the quotient"
    ),
)
def sigmoid_bracket(z):
    z = np.asarray(z, dtype=float)
    return 1 / 1 + np.exp(np.minimum(-z, 700))


@misconception(
    "sigmoid",
    says="you return softplus, a logarithm that grows without limit",
)
def sigmoid_is_softplus(z):
    z = np.asarray(z, dtype=float)
    return np.logaddexp(0, z)


@misconception(
    "sigmoid",
    says="you return the logarithm of the sigmoid",
)
def sigmoid_is_log_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return -np.logaddexp(0, -z)


@misconception(
    "sigmoid",
    says="you return minus the logarithm of the sigmoid",
)
def sigmoid_is_loss(z):
    z = np.asarray(z, dtype=float)
    return np.logaddexp(0, -z)


@misconception(
    "sigmoid",
    says="the sigmoid is multiplied by z, which makes it swish",
)
def sigmoid_is_swish(z):
    z = np.asarray(z, dtype=float)
    s = 0.5 * (1 + np.tanh(z / 2))
    return z * s


@misconception(
    "sigmoid",
    says="the sigmoid is squared",
)
def sigmoid_squared(z):
    z = np.asarray(z, dtype=float)
    s = 0.5 * (1 + np.tanh(z / 2))
    return s**2


@misconception(
    "sigmoid",
    says="you return an exponential that is not divided by anything",
)
def sigmoid_is_exponential(z):
    z = np.asarray(z, dtype=float)
    return np.exp(np.minimum(z, 700))


@misconception(
    "sigmoid",
    says="powers of 2 stand where powers of e are asked for",
)
def sigmoid_base_two(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 + np.tanh(z * np.log(2) / 2))


@misconception(
    "sigmoid",
    says="powers of 10 stand where powers of e are asked for",
)
def sigmoid_base_ten(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 + np.tanh(z * np.log(10) / 2))


@misconception(
    "sigmoid",
    says="z is halved once too often, which makes your curve half as steep",
)
def sigmoid_half_steep(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 + np.tanh(z / 4))


@misconception(
    "sigmoid",
    says="z is multiplied by 1.702, a factor of another function",
)
def sigmoid_steeper(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 + np.tanh(1.702 * z / 2))


@misconception(
    "sigmoid",
    says="the sign of z gets lost, so negative inputs give the values of positive ones",
)
def sigmoid_of_absolute_value(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 + np.tanh(np.abs(z) / 2))


@misconception(
    "sigmoid",
    says="the sign of z gets lost, so positive inputs give the values of negative ones",
)
def sigmoid_falls_from_absolute_value(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 - np.tanh(np.abs(z) / 2))


@misconception(
    "sigmoid",
    says="z is squared before the exponential is taken",
)
def sigmoid_of_square(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 + np.tanh(z**2 / 2))


@misconception(
    "sigmoid",
    says="you return a bell curve, which falls on both sides",
)
def sigmoid_gaussian(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-(z**2))


@misconception(
    "sigmoid",
    says="you return a hard step from 0 to 1, not a smooth curve",
)
def sigmoid_step(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, 0.0)


@misconception(
    "sigmoid",
    says="you return a hard step from 0 to 1, not a smooth curve",
)
def sigmoid_step_at_zero(z):
    z = np.asarray(z, dtype=float)
    return np.where(z >= 0, 1.0, 0.0)


@misconception(
    "sigmoid",
    says="you use a hard step or a steep line that is cut off, not a smooth curve",
)
def sigmoid_step_with_half(z):
    z = np.asarray(z, dtype=float)
    return np.heaviside(z, 0.5)


@misconception(
    "sigmoid",
    says="you use a straight line that is cut off at 0 and 1, not a smooth curve",
)
def sigmoid_hard_quarter(z):
    z = np.asarray(z, dtype=float)
    return np.clip(z / 4 + 0.5, 0, 1)


@misconception(
    "sigmoid",
    says="you use a straight line that is cut off at 0 and 1, not a smooth curve",
)
def sigmoid_hard_sixth(z):
    z = np.asarray(z, dtype=float)
    return np.clip(z / 6 + 0.5, 0, 1)


@misconception(
    "sigmoid",
    says="you use a hard step or a steep line that is cut off, not a smooth curve",
)
def sigmoid_hard_half(z):
    z = np.asarray(z, dtype=float)
    return np.clip((z + 1) / 2, 0, 1)


@misconception(
    "sigmoid",
    says="you use the quotient z / (1 + |z|), which approaches its limits far more slowly",
)
def sigmoid_softsign(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 + z / (1 + np.abs(z)))


@misconception(
    "sigmoid",
    says="your curve is an arc tangent, which approaches its limits far more slowly",
)
def sigmoid_arctan(z):
    z = np.asarray(z, dtype=float)
    return 0.5 + np.arctan(z) / np.pi


@misconception(
    "sigmoid",
    says=(
        "you return the distribution function of the normal distribution, another curve "
        "of this shape"
    ),
)
def sigmoid_normal(z):
    z = np.asarray(z, dtype=float)
    return np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2


@misconception(
    "sigmoid",
    says="your curve is made by a square root, not by an exponential",
)
def sigmoid_root(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 + z / np.sqrt(1 + z**2))


@misconception(
    "sigmoid",
    says="the values are normalized over all entries, so they depend on each other",
)
def sigmoid_softmax(z):
    z = np.asarray(z, dtype=float)
    E = np.exp(z - np.max(z))
    return E / np.sum(E)


@misconception(
    "sigmoid",
    says="the result is rounded",
)
def sigmoid_rounded(z):
    z = np.asarray(z, dtype=float)
    s = 0.5 * (1 + np.tanh(z / 2))
    return np.round(s, 4)


@misconception(
    "sigmoid",
    says="the result is rounded",
)
def sigmoid_rounded_to_two(z):
    z = np.asarray(z, dtype=float)
    s = 0.5 * (1 + np.tanh(z / 2))
    return np.round(s, 2)


@misconception(
    "sigmoid",
    says="the result is rounded",
)
def sigmoid_rounded_to_six(z):
    z = np.asarray(z, dtype=float)
    s = 0.5 * (1 + np.tanh(z / 2))
    return np.round(s, 6)


@misconception(
    "sigmoid",
    says="inputs are cut off at some size, so the values do not come closer to 0 and 1",
)
def sigmoid_cut_at_5(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 + np.tanh(np.clip(z, -5, 5) / 2))


@misconception(
    "sigmoid",
    says="inputs are cut off at some size, so the values do not come closer to 0 and 1",
)
def sigmoid_cut_at_10(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 + np.tanh(np.clip(z, -10, 10) / 2))


@misconception(
    "sigmoid",
    says="inputs are cut off at some size, so the values do not come closer to 0 and 1",
)
def sigmoid_cut_at_15(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 + np.tanh(np.clip(z, -15, 15) / 2))


@misconception(
    "sigmoid",
    says="the result is cut off just before 0 and 1, so inputs far out do not reach them",
)
def sigmoid_clipped_at_1e_3(z):
    z = np.asarray(z, dtype=float)
    s = 0.5 * (1 + np.tanh(z / 2))
    return np.clip(s, 1e-3, 1 - 1e-3)


@misconception(
    "sigmoid",
    says="the result is cut off just before 0 and 1, so inputs far out do not reach them",
)
def sigmoid_clipped_at_1e_5(z):
    z = np.asarray(z, dtype=float)
    s = 0.5 * (1 + np.tanh(z / 2))
    return np.clip(s, 1e-5, 1 - 1e-5)


@misconception(
    "sigmoid",
    says="the result is cut off just before 0 and 1, so inputs far out do not reach them",
)
def sigmoid_clipped_at_1e_8(z):
    z = np.asarray(z, dtype=float)
    s = 0.5 * (1 + np.tanh(z / 2))
    return np.clip(s, 1e-8, 1 - 1e-8)


@misconception(
    "sigmoid",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def sigmoid_small_number_below(z):
    z = np.asarray(z, dtype=float)
    s = 0.5 * (1 + np.tanh(z / 2))
    return 1 / (1 / np.maximum(s, 1e-300) + 1e-8)


@misconception(
    "sigmoid",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def sigmoid_single(z):
    z = np.asarray(z, dtype=float)
    s = 0.5 * (1 + np.tanh(z / 2))
    return s.astype(np.float32).astype(float)


@formula("sigmoid")
def sigmoid_by_two_cases(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


@formula("sigmoid")
def sigmoid_by_tanh(z):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 + np.tanh(z / 2))


# --- sigmoid_gradient ---


@misconception(
    "sigmoid_gradient",
    says="np.gradient takes differences between neighbors in the array, not slopes",
)
def sigmoid_slope_by_np_gradient(z):
    return np.gradient(sigmoid(np.asarray(z, dtype=float)))


@misconception(
    "sigmoid_gradient",
    says="you return the value of the function, not its slope",
)
def sigmoid_slope_is_value(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s


@misconception(
    "sigmoid_gradient",
    says="you return one minus the sigmoid, one of the two factors of its slope",
)
def sigmoid_slope_is_complement(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return 1 - s


@misconception(
    "sigmoid_gradient",
    says="you return the square of the sigmoid, with no factor 1 - s",
)
def sigmoid_slope_squared_output(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s**2


@misconception(
    "sigmoid_gradient",
    says="both factors are 1 - s, so the sigmoid itself is missing",
)
def sigmoid_slope_squared_complement(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return (1 - s) ** 2


@misconception(
    "sigmoid_gradient",
    says="the slope is squared",
)
def sigmoid_slope_squared(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return (s * (1 - s)) ** 2


@misconception(
    "sigmoid_gradient",
    says="the root is taken of the slope",
)
def sigmoid_slope_rooted(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return np.sqrt(s * (1 - s))


@misconception(
    "sigmoid_gradient",
    says="the two factors are added, not multiplied, in one form or another",
)
def sigmoid_slope_plus(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + s * (1 - s)


@misconception(
    "sigmoid_gradient",
    says="the slope is multiplied by z",
)
def sigmoid_slope_times_z(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return z * s * (1 - s)


@misconception(
    "sigmoid_gradient",
    says="you differentiate once too often, which brings in an additional factor",
)
def sigmoid_slope_second(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s * (1 - s) * (1 - 2 * s)


@misconception(
    "sigmoid_gradient",
    says="your slope is scaled to 1 at its top, but it is at most a quarter",
)
def sigmoid_slope_of_height_one(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return 4 * s * (1 - s)


@misconception(
    "sigmoid_gradient",
    says="your slope carries a factor ½ that does not belong there",
)
def sigmoid_slope_halved(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s * (1 - s) / 2


@misconception(
    "sigmoid_gradient",
    says="you take the slope at the output a, but the formula needs it at the input z",
)
def sigmoid_slope_at_output(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    t = sigmoid(s)
    return t * (1 - t)


@misconception(
    "sigmoid_gradient",
    says="you return the density of the normal distribution, another bell curve",
)
def sigmoid_slope_density(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)


@misconception(
    "sigmoid_gradient",
    says="you return a plain bell curve, which falls much faster",
)
def sigmoid_slope_gaussian(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-(z**2))


@misconception(
    "sigmoid_gradient",
    says="you return the slope of tanh at z, not that of the sigmoid",
)
def sigmoid_slope_is_tanh_slope(z):
    z = np.asarray(z, dtype=float)
    return 1 - np.tanh(z) ** 2


@misconception(
    "sigmoid_gradient",
    says="you return a step, as for the slope of ReLU",
)
def sigmoid_slope_step(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, 0.0)


@misconception(
    "sigmoid_gradient",
    says="your slope is that of a straight line that is cut off, constant in the middle",
)
def sigmoid_slope_hard(z):
    z = np.asarray(z, dtype=float)
    return np.where(np.abs(z) < 2.5, 0.2, 0.0)


@misconception(
    "sigmoid_gradient",
    says="your slope is a quarter everywhere, which it is at z = 0 only",
)
def sigmoid_slope_constant(z):
    z = np.asarray(z, dtype=float)
    return np.full(z.shape, 0.25)


@misconception(
    "sigmoid_gradient",
    says="you return the slope of swish and not that of the sigmoid",
)
def sigmoid_slope_of_swish(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + z * s * (1 - s)


@misconception(
    "sigmoid_gradient",
    says="you return exp(-|z|), which the slope resembles only far out",
)
def sigmoid_slope_exponential(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-np.abs(z))


@misconception(
    "sigmoid_gradient",
    says="the first factor in your slope is the input, not the output",
)
def sigmoid_slope_z_minus_square(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return z * (1 - s)


@misconception(
    "sigmoid_gradient",
    says="the result is rounded",
)
def sigmoid_slope_rounded(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return np.round(s * (1 - s), 4)


@misconception(
    "sigmoid_gradient",
    says="you keep the slope from falling below a small number, though it goes to 0 far out",
)
def sigmoid_slope_floor_1e_5(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return np.maximum(s * (1 - s), 1e-5)


@misconception(
    "sigmoid_gradient",
    says="you keep the slope from falling below a small number, though it goes to 0 far out",
)
def sigmoid_slope_floor_1e_2(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return np.maximum(s * (1 - s), 1e-2)


@misconception(
    "sigmoid_gradient",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def sigmoid_slope_small_number(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s * (1 - s) + 1e-8


@misconception(
    "sigmoid_gradient",
    says="the slope is a quotient of differences, and its finite step leaves an error",
)
def sigmoid_slope_forward_1e_5(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return (sigmoid(z + 1e-5) - s) / 1e-5


@misconception(
    "sigmoid_gradient",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def sigmoid_slope_forward_1e_6(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return (sigmoid(z + 1e-6) - s) / 1e-6


@misconception(
    "sigmoid_gradient",
    says="the slope is a quotient of differences, and its finite step leaves an error",
)
def sigmoid_slope_forward_1e_3(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return (sigmoid(z + 1e-3) - s) / 1e-3


@misconception(
    "sigmoid_gradient",
    says="the slope is a quotient of differences, and its finite step leaves an error",
)
def sigmoid_slope_forward_1e_4(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return (sigmoid(z + 1e-4) - s) / 1e-4


@misconception(
    "sigmoid_gradient",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def sigmoid_slope_central_1e_3(z):
    z = np.asarray(z, dtype=float)
    return (sigmoid(z + 1e-3) - sigmoid(z - 1e-3)) / 2e-3


@formula("sigmoid_gradient")
def sigmoid_slope_by_both_signs(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z) * sigmoid(-z)


@formula("sigmoid_gradient")
def sigmoid_slope_by_tanh(z):
    z = np.asarray(z, dtype=float)
    return (1 - np.tanh(z / 2) ** 2) / 4


# --- tanh ---


@misconception(
    "tanh",
    says="you return the tangent of an angle, not the hyperbolic tangent",
)
def tanh_is_tangent(z):
    z = np.asarray(z, dtype=float)
    return np.tan(z)


@misconception(
    "tanh",
    says="you return the arc tangent, whose limits are ±π/2",
)
def tanh_is_arctan(z):
    z = np.asarray(z, dtype=float)
    return np.arctan(z)


@misconception(
    "tanh",
    says="you return the hyperbolic cosine",
)
def tanh_is_cosh(z):
    z = np.asarray(z, dtype=float)
    return np.cosh(np.clip(z, -700, 700))


@misconception(
    "tanh",
    says="you return the sine",
)
def tanh_is_sine(z):
    z = np.asarray(z, dtype=float)
    return np.sin(z)


@misconception(
    "tanh",
    says="you return the numerator alone, with no denominator",
)
def tanh_numerator_alone(z):
    z = np.asarray(z, dtype=float)
    return 2 * np.sinh(np.clip(z, -700, 700))


@misconception(
    "tanh",
    says="numerator and denominator are exchanged",
)
def tanh_reciprocal(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return 1 / np.where(t == 0, 1e-300, t)


@misconception(
    "tanh",
    says="numerator and denominator are the same sum, so every value is 1",
)
def tanh_plus_in_numerator(z):
    z = np.asarray(z, dtype=float)
    return np.ones(z.shape)


@misconception(
    "tanh",
    says="1 is not subtracted at the end: your values lie between 0 and 2",
)
def tanh_not_lowered(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return 1 + t


@misconception(
    "tanh",
    says="your curve lies between 0 and 1: it is neither doubled nor lowered",
)
def tanh_is_sigmoid_of_2z(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return (1 + t) / 2


@misconception(
    "tanh",
    says="tanh is taken of the sigmoid and not of z",
)
def tanh_of_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.tanh(sigmoid(z))


@misconception(
    "tanh",
    says="z is doubled before tanh is taken, which makes your curve twice as steep",
)
def tanh_doubled_argument(z):
    z = np.asarray(z, dtype=float)
    return np.tanh(2 * z)


@misconception(
    "tanh",
    says="your curve is only half as high: it stays between -0.5 and 0.5",
)
def tanh_half_height(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return t / 2


@misconception(
    "tanh",
    says="tanh is squared",
)
def tanh_squared(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return t**2


@misconception(
    "tanh",
    says="you use the first terms of a series, which is good near 0 only",
)
def tanh_cubic(z):
    z = np.asarray(z, dtype=float)
    return z - z**3 / 3


@misconception(
    "tanh",
    says="z comes back unchanged, which is good near 0 only",
)
def tanh_linear(z):
    z = np.asarray(z, dtype=float)
    return z


@misconception(
    "tanh",
    says="you use a step or a line that is cut off, not a smooth curve",
)
def tanh_hard(z):
    z = np.asarray(z, dtype=float)
    return np.clip(z, -1, 1)


@misconception(
    "tanh",
    says="you use a step or a line that is cut off, not a smooth curve",
)
def tanh_sign(z):
    z = np.asarray(z, dtype=float)
    return np.sign(z)


@misconception(
    "tanh",
    says="your curve is made by a square root, not by exponentials",
)
def tanh_root(z):
    z = np.asarray(z, dtype=float)
    return z / np.sqrt(1 + z**2)


@misconception(
    "tanh",
    says="you return the error function, another curve of this shape",
)
def tanh_erf(z):
    z = np.asarray(z, dtype=float)
    return np.vectorize(math.erf, otypes=[float])(z)


@misconception(
    "tanh",
    says="negative values are set to 0, as by ReLU",
)
def tanh_positive_part(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return np.maximum(0, t)


@misconception(
    "tanh",
    says="you return one minus the function",
)
def tanh_complement(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return 1 - t


@misconception(
    "tanh",
    says="you return the difference of z and tanh",
)
def tanh_minus_z(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return z - t


@misconception(
    "tanh",
    says="tanh is multiplied by z",
)
def tanh_times_z(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return z * t


@misconception(
    "tanh",
    says="z is taken for an angle in degrees",
)
def tanh_degrees(z):
    z = np.asarray(z, dtype=float)
    return np.tanh(np.deg2rad(z))


@misconception(
    "tanh",
    says="powers of 2 stand where powers of e are asked for",
)
def tanh_base_two(z):
    z = np.asarray(z, dtype=float)
    return np.tanh(z * np.log(2))


@misconception(
    "tanh",
    says="you return one minus a bell curve, or the bell curve itself",
)
def tanh_gaussian(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-(z**2))


@misconception(
    "tanh",
    says="the curve is multiplied by 1.7159, a factor that it does not have",
)
def tanh_scaled_1_7159(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return 1.7159 * t


@misconception(
    "tanh",
    says="the result is rounded",
)
def tanh_rounded(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return np.round(t, 4)


@misconception(
    "tanh",
    says="the result is rounded",
)
def tanh_rounded_to_two(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return np.round(t, 2)


@misconception(
    "tanh",
    says="inputs are cut off at some size, so the values do not come closer to -1 and 1",
)
def tanh_cut_at_2(z):
    z = np.asarray(z, dtype=float)
    return np.tanh(np.clip(z, -2, 2))


@misconception(
    "tanh",
    says="inputs are cut off at some size, so the values do not come closer to -1 and 1",
)
def tanh_cut_at_5(z):
    z = np.asarray(z, dtype=float)
    return np.tanh(np.clip(z, -5, 5))


@misconception(
    "tanh",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def tanh_cut_at_10(z):
    z = np.asarray(z, dtype=float)
    return np.tanh(np.clip(z, -10, 10))


@misconception(
    "tanh",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def tanh_single(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return t.astype(np.float32).astype(float)


@misconception(
    "tanh",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def tanh_small_number(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return t / (1 + 1e-8)


@formula("tanh")
def tanh_by_sinh_and_cosh(z):
    z = np.asarray(z, dtype=float)
    return np.sinh(z) / np.cosh(z)


@formula("tanh")
def tanh_by_doubled_exponential(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(2 * z)
    return (e - 1) / (e + 1)


# --- tanh_gradient ---


@misconception(
    "tanh_gradient",
    says="np.gradient takes differences between neighbors in the array, not slopes",
)
def tanh_slope_by_np_gradient(z):
    return np.gradient(tanh(np.asarray(z, dtype=float)))


@misconception(
    "tanh_gradient",
    says="you return the value of the function, not its slope",
)
def tanh_slope_is_value(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return t


@misconception(
    "tanh_gradient",
    says="you return the square of tanh and not one minus it",
)
def tanh_slope_square_alone(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return t**2


@misconception(
    "tanh_gradient",
    says="you use the slope formula of the sigmoid with the output of tanh",
)
def tanh_slope_like_sigmoid(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return t * (1 - t)


@misconception(
    "tanh_gradient",
    says="you return the slope of the sigmoid, not that of tanh",
)
def tanh_slope_of_sigmoid(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s * (1 - s)


@misconception(
    "tanh_gradient",
    says="one minus the square of the sigmoid is no slope of tanh",
)
def tanh_slope_squared_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return 1 - sigmoid(z) ** 2


@misconception(
    "tanh_gradient",
    says="tanh is taken at half of z, so your slope falls half as fast",
)
def tanh_slope_of_half(z):
    z = np.asarray(z, dtype=float)
    return 1 - np.tanh(z / 2) ** 2


@misconception(
    "tanh_gradient",
    says="tanh is taken at twice z, so your slope falls twice as fast",
)
def tanh_slope_of_double(z):
    z = np.asarray(z, dtype=float)
    return 1 - np.tanh(2 * z) ** 2


@misconception(
    "tanh_gradient",
    says="your slope carries a factor 2 that does not belong there",
)
def tanh_slope_doubled(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return 2 * (1 - t**2)


@misconception(
    "tanh_gradient",
    says="your slope carries a factor ½ that does not belong there",
)
def tanh_slope_halved(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return (1 - t**2) / 2


@misconception(
    "tanh_gradient",
    says="your slope is a quarter of what it should be, as if the top were that of the sigmoid",
)
def tanh_slope_quarter(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return (1 - t**2) / 4


@misconception(
    "tanh_gradient",
    says="the slope is squared",
)
def tanh_slope_squared(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return (1 - t**2) ** 2


@misconception(
    "tanh_gradient",
    says="you return the square of cosh and not its reciprocal",
)
def tanh_slope_cosh_squared(z):
    z = np.asarray(z, dtype=float)
    return np.cosh(np.clip(z, -300, 300)) ** 2


@misconception(
    "tanh_gradient",
    says="you divide by the square of sinh and not of cosh",
)
def tanh_slope_of_sinh(z):
    z = np.asarray(z, dtype=float)
    return 1 / np.maximum(np.sinh(np.clip(z, -300, 300)) ** 2, 1e-300)


@misconception(
    "tanh_gradient",
    says="the output loses its sign instead of being squared",
)
def tanh_slope_absolute(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return 1 - np.abs(t)


@misconception(
    "tanh_gradient",
    says="the output is taken to the power 3 and not squared",
)
def tanh_slope_cube(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return 1 - t**3


@misconception(
    "tanh_gradient",
    says="the slope is multiplied by z",
)
def tanh_slope_times_z(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return z * (1 - t**2)


@misconception(
    "tanh_gradient",
    says="the slope is multiplied by the output once more",
)
def tanh_slope_times_output(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return t * (1 - t**2)


@misconception(
    "tanh_gradient",
    says="the output is added where its square should be subtracted from 1",
)
def tanh_slope_plus_output(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return 1 + t


@misconception(
    "tanh_gradient",
    says="you return a plain bell curve",
)
def tanh_slope_gaussian(z):
    z = np.asarray(z, dtype=float)
    return np.exp(-(z**2))


@misconception(
    "tanh_gradient",
    says="your slope is that of a straight line that is cut off, constant in the middle",
)
def tanh_slope_hard(z):
    z = np.asarray(z, dtype=float)
    return np.where(np.abs(z) < 1, 1.0, 0.0)


@misconception(
    "tanh_gradient",
    says="your slope is 1 everywhere, which it is at z = 0 only",
)
def tanh_slope_ones(z):
    z = np.asarray(z, dtype=float)
    return np.ones(z.shape)


@misconception(
    "tanh_gradient",
    says="you return the slope of the arc tangent",
)
def tanh_slope_arctan(z):
    z = np.asarray(z, dtype=float)
    return 1 / (1 + z**2)


@misconception(
    "tanh_gradient",
    says="you return the slope of the tangent of an angle",
)
def tanh_slope_tangent(z):
    z = np.asarray(z, dtype=float)
    return 1 + np.tan(z) ** 2


@misconception(
    "tanh_gradient",
    says="you use the first terms of a series, which is good near 0 only",
)
def tanh_slope_series(z):
    z = np.asarray(z, dtype=float)
    return 1 - z**2 + 2 * z**4 / 3


@misconception(
    "tanh_gradient",
    says="you return 4 exp(-2|z|), which the slope resembles only far out",
)
def tanh_slope_exponential(z):
    z = np.asarray(z, dtype=float)
    return 4 * np.exp(-2 * np.abs(z))


@misconception(
    "tanh_gradient",
    says="the result is rounded",
)
def tanh_slope_rounded(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return np.round(1 - t**2, 4)


@misconception(
    "tanh_gradient",
    says="you keep the slope from falling below a small number, though it goes to 0 far out",
)
def tanh_slope_floor_1e_3(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return np.maximum(1 - t**2, 1e-3)


@misconception(
    "tanh_gradient",
    says="you keep the slope from falling below a small number, though it goes to 0 far out",
)
def tanh_slope_floor_1e_5(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return np.maximum(1 - t**2, 1e-5)


@misconception(
    "tanh_gradient",
    says="the slope is a quotient of differences, and its finite step leaves an error",
)
def tanh_slope_forward_1e_5(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return (np.tanh(z + 1e-5) - t) / 1e-5


@misconception(
    "tanh_gradient",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def tanh_slope_forward_1e_6(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return (np.tanh(z + 1e-6) - t) / 1e-6


@misconception(
    "tanh_gradient",
    says="the slope is a quotient of differences, and its finite step leaves an error",
)
def tanh_slope_forward_1e_3(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return (np.tanh(z + 1e-3) - t) / 1e-3


@misconception(
    "tanh_gradient",
    says="the slope is a quotient of differences, and its finite step leaves an error",
)
def tanh_slope_forward_1e_4(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    return (np.tanh(z + 1e-4) - t) / 1e-4


@formula("tanh_gradient")
def tanh_slope_by_exponentials(z):
    z = np.asarray(z, dtype=float)
    return 4 / (np.exp(z) + np.exp(-z)) ** 2


@formula("tanh_gradient")
def tanh_slope_step_by_step(z):
    z = np.asarray(z, dtype=float)
    t = np.tanh(z)
    slope = 1 - t * t
    return slope


# --- symmetric_sigmoid ---


@misconception(
    "symmetric_sigmoid",
    says="you return the slope of the function, not its value",
)
def symmetric_returns_slope(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    t = np.tanh(beta * z / 2)
    return beta / 2 * (1 - t**2)


@misconception(
    "symmetric_sigmoid",
    says="1 is not subtracted at the end: your values lie between 0 and 2",
)
def symmetric_not_lowered(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    t = np.tanh(beta * z / 2)
    return 1 + t


@misconception(
    "symmetric_sigmoid",
    says=(
        "a bracket is misplaced: 2 multiplies the 1 as well, so your values lie between -2 and 0"
    ),
)
def symmetric_bracket(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    t = np.tanh(beta * z / 2)
    return t - 1


@misconception(
    "symmetric_sigmoid",
    says="beta multiplies the value as well as what goes into the function",
)
def symmetric_beta_outside_both(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    t = np.tanh(beta * z / 2)
    return beta * t


@misconception(
    "symmetric_sigmoid",
    says="beta multiplies the sigmoid instead of its argument, before 1 is subtracted",
)
def symmetric_beta_on_the_sigmoid(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return 2 * beta * sigmoid(z) - 1


@misconception(
    "symmetric_sigmoid",
    says="the finished value is divided by beta",
)
def symmetric_divided_by_beta(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    t = np.tanh(beta * z / 2)
    return t / beta


@misconception(
    "symmetric_sigmoid",
    says="beta is a power of the finished value, not a factor of its argument",
)
def symmetric_power_of_beta(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return np.sign(z) * np.abs(np.tanh(z / 2)) ** beta


@misconception(
    "symmetric_sigmoid",
    says="beta is added to z, though it is a factor",
)
def symmetric_beta_added(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return np.tanh((z + beta) / 2)


@misconception(
    "symmetric_sigmoid",
    says="beta is subtracted from z, though it is a factor",
)
def symmetric_beta_subtracted(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return np.tanh((z - beta) / 2)


@misconception(
    "symmetric_sigmoid",
    says="the root of beta is used and not beta itself",
)
def symmetric_root_of_beta(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return np.tanh(np.sqrt(beta) * z / 2)


@misconception(
    "symmetric_sigmoid",
    says="the argument of tanh is doubled where it should be halved",
)
def symmetric_doubled_argument(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return np.tanh(2 * beta * z)


@misconception(
    "symmetric_sigmoid",
    says="the argument of tanh is halved twice, so your curve is half as steep",
)
def symmetric_quarter(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return np.tanh(beta * z / 4)


@misconception(
    "symmetric_sigmoid",
    says="your values lie between -2 and 2: a factor 2 is left over",
)
def symmetric_twice_as_high(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    t = np.tanh(beta * z / 2)
    return 2 * t


@misconception(
    "symmetric_sigmoid",
    says="you return one minus the function",
)
def symmetric_complement(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    t = np.tanh(beta * z / 2)
    return 1 - t


@misconception(
    "symmetric_sigmoid",
    says="the sign of z gets lost, so negative inputs give positive values",
)
def symmetric_absolute(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    t = np.tanh(beta * z / 2)
    return np.abs(t)


@misconception(
    "symmetric_sigmoid",
    says="the value is squared",
)
def symmetric_squared(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    t = np.tanh(beta * z / 2)
    return t**2


@misconception(
    "symmetric_sigmoid",
    says="you use a straight line that is cut off at -1 and 1, not a smooth curve",
)
def symmetric_hard(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return np.clip(beta * z / 2, -1, 1)


@misconception(
    "symmetric_sigmoid",
    says="you use a step or a line that is cut off, not a smooth curve",
)
def symmetric_hard_steep(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return np.clip(beta * z, -1, 1)


@misconception(
    "symmetric_sigmoid",
    says="you use a step or a line that is cut off, not a smooth curve",
)
def symmetric_sign(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return np.sign(z)


@misconception(
    "symmetric_sigmoid",
    says="you use the quotient z / (1 + |z|), which approaches its limits far more slowly",
)
def symmetric_softsign(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return beta * z / (1 + np.abs(beta * z))


@misconception(
    "symmetric_sigmoid",
    says="your curve is an arc tangent, which approaches its limits far more slowly",
)
def symmetric_arctan(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return 2 / np.pi * np.arctan(beta * z)


@misconception(
    "symmetric_sigmoid",
    says="you return the numerator alone, with no denominator",
)
def symmetric_numerator_alone(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return 1 - np.exp(np.minimum(-beta * z, 700))


@misconception(
    "symmetric_sigmoid",
    says="beta is used in the numerator only and not in the denominator",
)
def symmetric_beta_in_numerator_only(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return (1 - np.exp(np.minimum(-beta * z, 700))) / (1 + np.exp(np.minimum(-z, 700)))


@misconception(
    "symmetric_sigmoid",
    says="beta is used in the denominator only and not in the numerator",
)
def symmetric_beta_in_denominator_only(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return (1 - np.exp(np.minimum(-z, 700))) / (1 + np.exp(np.minimum(-beta * z, 700)))


@misconception(
    "symmetric_sigmoid",
    says="beta is cut to a whole number",
)
def symmetric_whole_beta(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return np.tanh(np.floor(beta) * z / 2)


@misconception(
    "symmetric_sigmoid",
    says="the result is rounded",
)
def symmetric_rounded(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    t = np.tanh(beta * z / 2)
    return np.round(t, 4)


@misconception(
    "symmetric_sigmoid",
    says="inputs are cut off at some size, so the values do not come closer to -1 and 1",
)
def symmetric_cut_at_5(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return np.tanh(beta * np.clip(z, -5, 5) / 2)


@misconception(
    "symmetric_sigmoid",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def symmetric_cut_at_10(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return np.tanh(np.clip(beta * z, -10, 10) / 2)


@misconception(
    "symmetric_sigmoid",
    says="you return the straight line that the curve follows near 0 only",
)
def symmetric_linear(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return beta * z / 2


@formula("symmetric_sigmoid")
def symmetric_by_tanh(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return np.tanh(beta * z / 2)


@formula("symmetric_sigmoid")
def symmetric_by_both_exponentials(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return (np.exp(beta * z / 2) - np.exp(-beta * z / 2)) / (
        np.exp(beta * z / 2) + np.exp(-beta * z / 2)
    )


# --- symmetric_sigmoid_gradient ---


@misconception(
    "symmetric_sigmoid_gradient",
    says="you return the value of the function, not its slope",
)
def symmetric_slope_is_value(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return s


@misconception(
    "symmetric_sigmoid_gradient",
    says=(
        "you return the slope of the plain sigmoid: the factor 2 of the symmetric one is missing"
    ),
)
def symmetric_slope_of_the_plain_sigmoid(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    p = sigmoid(beta * z)
    return beta * p * (1 - p)


@misconception(
    "symmetric_sigmoid_gradient",
    says="the factor beta enters your slope twice",
)
def symmetric_slope_beta_squared(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return beta**2 / 2 * (1 - s**2)


@misconception(
    "symmetric_sigmoid_gradient",
    says="beta is doubled before the bracket where it should be halved",
)
def symmetric_slope_doubled_beta(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return 2 * beta * (1 - s**2)


@misconception(
    "symmetric_sigmoid_gradient",
    says="your slope is divided by beta and not multiplied by it",
)
def symmetric_slope_divided_by_beta(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return (1 - s**2) / (2 * beta)


@misconception(
    "symmetric_sigmoid_gradient",
    says="the plus sign makes your slope grow where it should shrink toward 0",
)
def symmetric_slope_plus(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return beta / 2 * (1 + s**2)


@misconception(
    "symmetric_sigmoid_gradient",
    says="the slope has its sign turned, so it is negative where the curve rises",
)
def symmetric_slope_sign(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return -beta / 2 * (1 - s**2)


@misconception(
    "symmetric_sigmoid_gradient",
    says="you use the square of the output and not one minus it",
)
def symmetric_slope_square_alone(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return beta / 2 * s**2


@misconception(
    "symmetric_sigmoid_gradient",
    says="the slope treats z as if it were already the output",
)
def symmetric_slope_of_the_input(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return beta / 2 * (1 - z**2)


@misconception(
    "symmetric_sigmoid_gradient",
    says="the slope is multiplied by z",
)
def symmetric_slope_times_z(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return beta / 2 * z * (1 - s**2)


@misconception(
    "symmetric_sigmoid_gradient",
    says="the bracket is squared",
)
def symmetric_slope_squared(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return beta / 2 * (1 - s**2) ** 2


@misconception(
    "symmetric_sigmoid_gradient",
    says="you take the slope at the output a, but the formula needs it at the input z",
)
def symmetric_slope_at_output(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return beta / 2 * (1 - np.tanh(beta * s / 2) ** 2)


@misconception(
    "symmetric_sigmoid_gradient",
    says="the factor ½ in the argument of tanh is missing",
)
def symmetric_slope_of_tanh(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return beta / 2 * (1 - np.tanh(beta * z) ** 2)


@misconception(
    "symmetric_sigmoid_gradient",
    says="you return the slope of tanh itself, with no beta",
)
def symmetric_slope_of_plain_tanh(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return 1 - np.tanh(z) ** 2


@misconception(
    "symmetric_sigmoid_gradient",
    says="the argument beta is not used, so the steepness is always the same",
)
def symmetric_slope_beta_one(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return 0.5 * (1 - np.tanh(z / 2) ** 2)


@misconception(
    "symmetric_sigmoid_gradient",
    says="z is divided by beta in the output, so a larger beta makes your curve flatter",
)
def symmetric_slope_beta_divides_inside(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return beta / 2 * (1 - np.tanh(z / beta / 2) ** 2)


@misconception(
    "symmetric_sigmoid_gradient",
    says="you differentiate once too often, which brings in an additional factor",
)
def symmetric_slope_second(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return -(beta**2) / 2 * s * (1 - s**2)


@misconception(
    "symmetric_sigmoid_gradient",
    says="the output loses its sign instead of being squared",
)
def symmetric_slope_absolute(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return beta / 2 * (1 - np.abs(s))


@misconception(
    "symmetric_sigmoid_gradient",
    says="the plain sigmoid is squared in your slope, not the symmetric one",
)
def symmetric_slope_sigmoid_squared(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    p = sigmoid(beta * z)
    return beta / 2 * (1 - p**2)


@misconception(
    "symmetric_sigmoid_gradient",
    says="beta is added to the slope, though it is a factor",
)
def symmetric_slope_beta_added(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return beta + 0.5 * (1 - s**2)


@misconception(
    "symmetric_sigmoid_gradient",
    says="the result is rounded",
)
def symmetric_slope_rounded(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return np.round(beta / 2 * (1 - s**2), 4)


@misconception(
    "symmetric_sigmoid_gradient",
    says="the slope is a quotient of differences, and its finite step leaves an error",
)
def symmetric_slope_forward_1e_5(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return (symmetric_sigmoid(z + 1e-5, beta) - s) / 1e-5


@misconception(
    "symmetric_sigmoid_gradient",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def symmetric_slope_forward_1e_6(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return (symmetric_sigmoid(z + 1e-6, beta) - s) / 1e-6


@formula("symmetric_sigmoid_gradient")
def symmetric_slope_by_two_factors(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    s = symmetric_sigmoid(z, beta)
    return beta / 2 * (1 - s) * (1 + s)


@formula("symmetric_sigmoid_gradient")
def symmetric_slope_by_cosh(z, beta=1.0):
    z = np.asarray(z, dtype=float)
    return beta / (2 * np.cosh(beta * z / 2) ** 2)


# --- relu ---


@misconception(
    "relu",
    says="you return softplus, a smooth relative without a kink",
)
def relu_is_softplus(z):
    z = np.asarray(z, dtype=float)
    return np.logaddexp(0, z)


@misconception(
    "relu",
    says="negative inputs are kept at a hundredth, as in leaky ReLU",
)
def relu_is_leaky(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, 0.01 * z)


@misconception(
    "relu",
    says="negative inputs are kept at a tenth, as in leaky ReLU",
)
def relu_is_leaky_tenth(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, 0.1 * z)


@misconception(
    "relu",
    says="negative inputs approach -1, as in ELU",
)
def relu_is_elu(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))


@misconception(
    "relu",
    says="you return swish, a smooth relative of the function",
)
def relu_is_swish(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(z)


@misconception(
    "relu",
    says="negative inputs come back unchanged",
)
def relu_identity(z):
    z = np.asarray(z, dtype=float)
    return z


@misconception(
    "relu",
    says="the negative inputs are kept, with their sign turned, and the positive ones set to 0",
)
def relu_of_minus_z(z):
    z = np.asarray(z, dtype=float)
    return np.maximum(-z, 0)


@misconception(
    "relu",
    says="the positive inputs come back with their sign turned",
)
def relu_negative(z):
    z = np.asarray(z, dtype=float)
    r = np.maximum(z, 0)
    return -r


@misconception(
    "relu",
    says="negative inputs give -1 and not 0",
)
def relu_negative_one(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, -1)


@misconception(
    "relu",
    says="negative inputs give 1 and not 0",
)
def relu_one_left(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, 1)


@misconception(
    "relu",
    says="positive inputs give 1 and the others come back unchanged",
)
def relu_one_right(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1, z)


@misconception(
    "relu",
    says="negative inputs give 1 and not 0",
)
def relu_at_least_one(z):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 1)


@misconception(
    "relu",
    says="the floor is a small number and not 0",
)
def relu_at_least_small(z):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0.01)


@misconception(
    "relu",
    says="the floor is a small number and not 0",
)
def relu_at_least_tiny(z):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 1e-8)


@misconception(
    "relu",
    says="the larger of -1 and z is taken, not of 0 and z",
)
def relu_floor_of_minus_one(z):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, -1)


@misconception(
    "relu",
    says="positive inputs are squared",
)
def relu_squared(z):
    z = np.asarray(z, dtype=float)
    r = np.maximum(z, 0)
    return r**2


@misconception(
    "relu",
    says="the root is taken of positive inputs",
)
def relu_rooted(z):
    z = np.asarray(z, dtype=float)
    r = np.maximum(z, 0)
    return np.sqrt(r)


@misconception(
    "relu",
    says="positive inputs are halved",
)
def relu_halved(z):
    z = np.asarray(z, dtype=float)
    r = np.maximum(z, 0)
    return r / 2


@misconception(
    "relu",
    says="you keep the negative inputs and set the positive ones to 0",
)
def relu_minus_absolute(z):
    z = np.asarray(z, dtype=float)
    return (z - np.abs(z)) / 2


@misconception(
    "relu",
    says="the smallest entry is subtracted from all, instead of setting negative ones to 0",
)
def relu_shifted(z):
    z = np.asarray(z, dtype=float)
    return z - np.min(z)


@misconception(
    "relu",
    says="every entry becomes the largest of all entries",
)
def relu_maximum_everywhere(z):
    z = np.asarray(z, dtype=float)
    return np.full(z.shape, max(0.0, np.max(z)))


@misconception(
    "relu",
    says="the threshold is above 0, so small positive inputs are lost",
)
def relu_threshold_small(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0.5, z, 0)


@misconception(
    "relu",
    says="1 is subtracted from what is above the threshold",
)
def relu_shrunk(z):
    z = np.asarray(z, dtype=float)
    return np.maximum(z - 1, 0)


@misconception(
    "relu",
    says="1 is added before the maximum is taken",
)
def relu_shifted_up(z):
    z = np.asarray(z, dtype=float)
    return np.maximum(z + 1, 0)


@misconception(
    "relu",
    says="the result is rounded",
)
def relu_rounded(z):
    z = np.asarray(z, dtype=float)
    r = np.maximum(z, 0)
    return np.round(r, 2)


@misconception(
    "relu",
    says="positive inputs are squashed by tanh",
)
def relu_of_tanh(z):
    z = np.asarray(z, dtype=float)
    return np.maximum(np.tanh(z), 0)


@misconception(
    "relu",
    says="the sigmoid is taken of the positive part",
)
def relu_of_sigmoid(z):
    z = np.asarray(z, dtype=float)
    r = np.maximum(z, 0)
    return sigmoid(r)


@misconception(
    "relu",
    says="every entry is 0",
)
def relu_zeros(z):
    z = np.asarray(z, dtype=float)
    return np.zeros(z.shape)


@misconception(
    "relu",
    says="positive inputs go through a logarithm",
)
def relu_log(z):
    z = np.asarray(z, dtype=float)
    r = np.maximum(z, 0)
    return np.log1p(r)


@formula("relu")
def relu_by_half_the_sum(z):
    z = np.asarray(z, dtype=float)
    return (z + np.abs(z)) / 2


@formula("relu")
def relu_by_clipping(z):
    z = np.asarray(z, dtype=float)
    return np.clip(z, 0, None)


# --- relu_gradient ---


@misconception(
    "relu_gradient",
    says="np.gradient takes differences between neighbors in the array, not slopes",
)
def relu_slope_by_np_gradient(z):
    return np.gradient(relu(np.asarray(z, dtype=float)))


@misconception(
    "relu_gradient",
    says="on the left your slope is 0.01 and not 0, as in leaky ReLU",
)
def relu_slope_leaky(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, 0.01)


@misconception(
    "relu_gradient",
    says="you return the sigmoid, the slope of a smooth relative",
)
def relu_slope_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z)


@misconception(
    "relu_gradient",
    says="you return the slope of the sigmoid",
)
def relu_slope_sigmoid_slope(z):
    z = np.asarray(z, dtype=float)
    return sigmoid_gradient(z)


@misconception(
    "relu_gradient",
    says="your slope is 0 everywhere",
)
def relu_slope_zeros(z):
    z = np.asarray(z, dtype=float)
    return np.zeros(z.shape)


@misconception(
    "relu_gradient",
    says="the slope has its sign turned, so it is negative where the line rises",
)
def relu_slope_negative(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, -1.0, 0.0)


@misconception(
    "relu_gradient",
    says="your slope on the right is ½, with |z| and z not both differentiated",
)
def relu_slope_half(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 0.5, 0.0)


@misconception(
    "relu_gradient",
    says="your slope on the right is 2 and not 1",
)
def relu_slope_doubled(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 2.0, 0.0)


@misconception(
    "relu_gradient",
    says="on the right you return 2 z, as if the function were squared",
)
def relu_slope_of_square(z):
    z = np.asarray(z, dtype=float)
    r = np.maximum(z, 0)
    return 2 * r


@misconception(
    "relu_gradient",
    says="your threshold is at 1, so slopes between 0 and 1 are lost",
)
def relu_slope_above_one(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 1, 1.0, 0.0)


@misconception(
    "relu_gradient",
    says="your threshold is a small positive number and not 0",
)
def relu_slope_above_small(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0.01, 1.0, 0.0)


@misconception(
    "relu_gradient",
    says="on the left you return z itself and not 0",
)
def relu_slope_sign_left(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, z)


@misconception(
    "relu_gradient",
    says="on the right you return z and on the left 1",
)
def relu_slope_exchanged_value(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, 1.0)


@misconception(
    "relu_gradient",
    says="on the left your slope is the exponential, as in ELU",
)
def relu_slope_elu(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0)))


@misconception(
    "relu_gradient",
    says="you return the slope of tanh",
)
def relu_slope_tanh(z):
    z = np.asarray(z, dtype=float)
    return 1 - np.tanh(z) ** 2


@misconception(
    "relu_gradient",
    says="you return the absolute value",
)
def relu_slope_absolute(z):
    z = np.asarray(z, dtype=float)
    return np.abs(z)


@formula("relu_gradient")
def relu_slope_by_cases(z):
    z = np.asarray(z, dtype=float)
    slope = np.zeros(z.shape)
    slope[z > 0] = 1
    return slope


@formula("relu_gradient")
def relu_slope_by_heaviside(z):
    z = np.asarray(z, dtype=float)
    return np.heaviside(z, 0.0)


@formula("relu_gradient")
def relu_slope_by_sign(z):
    z = np.asarray(z, dtype=float)
    return np.maximum(np.sign(z), 0)


# --- leaky_relu ---


@misconception(
    "leaky_relu",
    says="negative inputs give 0, as for the plain ReLU",
)
def leaky_is_relu(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0)


@misconception(
    "leaky_relu",
    says="negative inputs give a itself, without the factor z",
)
def leaky_constant_left(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, a)


@misconception(
    "leaky_relu",
    says="on the left the tilt a has its sign turned",
)
def leaky_sign_left(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, -a * z)


@misconception(
    "leaky_relu",
    says="on the left a is added to z, though it is a factor",
)
def leaky_added_left(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, z + a)


@misconception(
    "leaky_relu",
    says="on the left a is subtracted from z, though it is a factor",
)
def leaky_subtracted_left(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, z - a)


@misconception(
    "leaky_relu",
    says="negative inputs give a itself, without the factor z",
)
def leaky_maximum_with_a(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, a)


@misconception(
    "leaky_relu",
    says="z is multiplied by a on both sides",
)
def leaky_tilted_on_both_sides(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return a * z


@misconception(
    "leaky_relu",
    says="negative inputs come back unchanged, and a is not used",
)
def leaky_identity(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return z


@misconception(
    "leaky_relu",
    says="a z is added on both sides, so the slope on the right is 1 + a",
)
def leaky_sum_on_the_right(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0) + a * z


@misconception(
    "leaky_relu",
    says="on the left the factor is 1 + a, not the tilt itself",
)
def leaky_one_plus_a(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, (1 + a) * z)


@misconception(
    "leaky_relu",
    says="the tilt a is squared",
)
def leaky_a_squared(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, a**2 * z)


@misconception(
    "leaky_relu",
    says="you return the slope of the function, not its value",
)
def leaky_returns_slope(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, a)


@misconception(
    "leaky_relu",
    says="on the right you return the slope 1 and not z",
)
def leaky_slope_right(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, a * z)


@misconception(
    "leaky_relu",
    says="on the left you use an exponential, as in ELU",
)
def leaky_exponential_left(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, a * np.expm1(np.minimum(z, 0)))


@misconception(
    "leaky_relu",
    says="both sides are twice as large as they should be: a factor ½ is missing",
)
def leaky_doubled(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 2 * z, 2 * a * z)


@misconception(
    "leaky_relu",
    says="the tilt on the left is halved",
)
def leaky_halved_left(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, a / 2 * z)


@misconception(
    "leaky_relu",
    says="on the left z is squared",
)
def leaky_squared_left(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, a * z**2)


@misconception(
    "leaky_relu",
    says="on the left z is squared",
)
def leaky_square_with_sign(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, -a * z**2)


@misconception(
    "leaky_relu",
    says="the tilt on the left is always 0.1",
)
def leaky_tenth(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, 0.1 * z)


@misconception(
    "leaky_relu",
    says="the tilt on the left is always 0.2",
)
def leaky_fifth(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, 0.2 * z)


@misconception(
    "leaky_relu",
    says="the branches change above 0 and not at the kink",
)
def leaky_threshold_one(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 1, z, a * z)


@misconception(
    "leaky_relu",
    says="the branches change at z = -a and not at the kink",
)
def leaky_threshold_minus_a(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > -a, z, a * z)


@misconception(
    "leaky_relu",
    says="the left branch does not meet the right one at 0: a constant is added there",
)
def leaky_shifted_left(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, a * z - 1)


@misconception(
    "leaky_relu",
    says="the left branch is a (z - 1) and does not meet the right one at 0",
)
def leaky_tilt_of_one(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, a * (z - 1))


@misconception(
    "leaky_relu",
    says="you use softplus for the right half, which is smooth and has no kink",
)
def leaky_softplus(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.logaddexp(0, z) + a * np.minimum(z, 0)


@misconception(
    "leaky_relu",
    says="the result is rounded",
)
def leaky_rounded(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.round(np.where(z > 0, z, a * z), 2)


@misconception(
    "leaky_relu",
    says="the result is rounded",
)
def leaky_rounded_to_four(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.round(np.where(z > 0, z, a * z), 4)


@formula("leaky_relu")
def leaky_by_cases(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, a * z)


@formula("leaky_relu")
def leaky_by_absolute_values(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return (1 + a) / 2 * z + (1 - a) / 2 * np.abs(z)


@formula("leaky_relu")
def leaky_by_assignment(z, a=0.01):
    z = np.asarray(z, dtype=float)
    out = z.copy()
    out[z <= 0] = a * z[z <= 0]
    return out


# --- leaky_relu_gradient ---


@misconception(
    "leaky_relu_gradient",
    says="you return the value of the function, not its slope",
)
def leaky_slope_is_value(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, a * z)


@misconception(
    "leaky_relu_gradient",
    says="on the right you return the value of the function, not its slope",
)
def leaky_slope_value_on_the_right(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, a)


@misconception(
    "leaky_relu_gradient",
    says="on the left the slope is one over a, not a itself",
)
def leaky_slope_one_over_a(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, 1 / a)


@misconception(
    "leaky_relu_gradient",
    says="on the left the slope is 1 - a, not a itself",
)
def leaky_slope_one_minus_a(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, 1 - a)


@misconception(
    "leaky_relu_gradient",
    says="on the right the slope is 1 + a, as a z is added on both sides",
)
def leaky_slope_one_plus_a(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0 + a, a)


@misconception(
    "leaky_relu_gradient",
    says="on the left the slope is 1 + a, not a itself",
)
def leaky_slope_left_one_plus_a(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, 1 + a)


@misconception(
    "leaky_relu_gradient",
    says="the tilt a is squared",
)
def leaky_slope_a_squared(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, a**2)


@misconception(
    "leaky_relu_gradient",
    says="your slope is 1 everywhere, and a is not used",
)
def leaky_slope_ones(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.ones(z.shape)


@misconception(
    "leaky_relu_gradient",
    says="your slope is a on both sides",
)
def leaky_slope_tilt_everywhere(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.full(z.shape, float(a))


@misconception(
    "leaky_relu_gradient",
    says="on the right your slope is 0, although the line rises there",
)
def leaky_slope_zero_right(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 0.0, a)


@misconception(
    "leaky_relu_gradient",
    says="for negative z your slope is -1, the sign of z",
)
def leaky_slope_minus_one_left(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, -1.0)


@misconception(
    "leaky_relu_gradient",
    says="on the left you return the value of the function, not its slope, with its sign turned",
)
def leaky_slope_minus_a_times_z(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, -a * z)


@misconception(
    "leaky_relu_gradient",
    says="at the kink z = 0 you return the mean of the slopes on both sides",
)
def leaky_slope_mean_at_kink(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, np.where(z < 0, a, (1 + a) / 2))


@misconception(
    "leaky_relu_gradient",
    says="at the kink z = 0 you return one half",
)
def leaky_slope_half_at_kink(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, np.where(z < 0, a, 0.5))


@misconception(
    "leaky_relu_gradient",
    says="at the kink z = 0 you return 0, not the slope from the left",
)
def leaky_slope_zero_at_kink(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, np.where(z < 0, a, 0.0))


@misconception(
    "leaky_relu_gradient",
    says="you return the derivative with respect to the tilt a, not with respect to z",
)
def leaky_slope_by_the_tilt(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.minimum(z, 0)


@misconception(
    "leaky_relu_gradient",
    says="the branches change above 0 and not at the kink",
)
def leaky_slope_above_one(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 1, 1.0, a)


@misconception(
    "leaky_relu_gradient",
    says="the tilt on the left is always 0.1",
)
def leaky_slope_tenth(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, 0.1)


@misconception(
    "leaky_relu_gradient",
    says="the tilt on the left is halved",
)
def leaky_slope_halved(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, a / 2)


@misconception(
    "leaky_relu_gradient",
    says="on the left your slope is an exponential, as in ELU",
)
def leaky_slope_exponential(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, a * np.exp(np.minimum(z, 0)))


@misconception(
    "leaky_relu_gradient",
    says="you return a smooth mixture of the two slopes",
)
def leaky_slope_sigmoid(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return a + (1 - a) * sigmoid(z)


@formula("leaky_relu_gradient")
def leaky_slope_by_cases(z, a=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, a)


@formula("leaky_relu_gradient")
def leaky_slope_by_assignment(z, a=0.01):
    z = np.asarray(z, dtype=float)
    slope = np.ones(z.shape)
    slope[z <= 0] = a
    return slope


# --- elu ---


@misconception(
    "elu",
    says="you return the slope of the function, not its value",
)
def elu_returns_slope(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, alpha * np.exp(left))


@misconception(
    "elu",
    says="on the right you return the slope 1 and not z",
)
def elu_slope_right(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, alpha * np.expm1(left))


@misconception(
    "elu",
    says="z is divided by alpha in the exponential, which belongs to another function",
)
def elu_celu(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, z, alpha * np.expm1(left / alpha))


@misconception(
    "elu",
    says="alpha stands inside the exponential as well as before the bracket",
)
def elu_alpha_inside_too(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, z, alpha * np.expm1(alpha * left))


@misconception(
    "elu",
    says="alpha is subtracted from the exponential and does not multiply it",
)
def elu_minus_alpha(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, z, np.exp(left) - alpha)


@misconception(
    "elu",
    says="on the right z is multiplied by alpha too",
)
def elu_alpha_right(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, alpha * z, alpha * np.expm1(left))


@misconception(
    "elu",
    says="alpha multiplies the right branch and not the left one",
)
def elu_alpha_right_only(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, alpha * z, np.expm1(left))


@misconception(
    "elu",
    says="negative inputs give 0, as for ReLU",
)
def elu_is_relu(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0)


@misconception(
    "elu",
    says="on the left you use a straight line of slope alpha, not an exponential",
)
def elu_is_leaky(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * z)


@misconception(
    "elu",
    says="on the left you use a straight line, not an exponential",
)
def elu_is_leaky_small(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, 0.01 * z)


@misconception(
    "elu",
    says="the left branch is a line that is cut off at -alpha, not an exponential",
)
def elu_floor(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, -alpha)


@misconception(
    "elu",
    says="on the left you return the floor -alpha for every z",
)
def elu_constant_left(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, -alpha)


@misconception(
    "elu",
    says="on the left you use tanh and not an exponential",
)
def elu_tanh_left(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * np.tanh(z))


@misconception(
    "elu",
    says="you return softplus, another smooth relative of ReLU",
)
def elu_softplus(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.logaddexp(0, z)


@misconception(
    "elu",
    says="you return softplus, lowered by alpha or by a constant",
)
def elu_softplus_lowered(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.logaddexp(0, z) - alpha


@misconception(
    "elu",
    says="the exponent on the left has its sign turned, so the branch grows without limit",
)
def elu_of_minus_z(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(-z, 700)))


@misconception(
    "elu",
    says="on the left both the exponent and the difference have their signs turned",
)
def elu_of_minus_z_with_sign(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, -alpha * np.expm1(np.minimum(-z, 700)))


@misconception(
    "elu",
    says="alpha is squared",
)
def elu_alpha_squared(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, z, alpha**2 * np.expm1(left))


@misconception(
    "elu",
    says="the left branch is divided by alpha and not multiplied by it",
)
def elu_divided_by_alpha(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, z, np.expm1(left) / alpha)


@misconception(
    "elu",
    says="1 is added to the exponential on the left, not subtracted from it",
)
def elu_plus_one(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, z, alpha * (np.exp(left) + 1))


@misconception(
    "elu",
    says="powers of 2 stand where powers of e are asked for",
)
def elu_base_two(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, z, alpha * (2**left - 1))


@misconception(
    "elu",
    says="the left branch is multiplied by z",
)
def elu_times_z(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, z, alpha * z * np.exp(left))


@misconception(
    "elu",
    says="z is squared in the exponent on the left",
)
def elu_squared_exponent(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, z, alpha * np.expm1(-(left**2)))


@misconception(
    "elu",
    says=(
        "the two branches are exchanged: positive inputs are treated as negative ones "
        "and the reverse"
    ),
)
def elu_branches_exchanged(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, alpha * np.expm1(np.minimum(z, 700)), z)


@misconception(
    "elu",
    says="the exponential is used on both sides",
)
def elu_exponential_everywhere(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return alpha * np.expm1(np.minimum(z, 700))


@misconception(
    "elu",
    says="alpha is always 1.67326, as in SELU",
)
def elu_alpha_of_selu(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, z, 1.6732632423543772 * np.expm1(left))


@misconception(
    "elu",
    says="you return SELU with its own two constants",
)
def elu_selu(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return 1.0507009873554805 * np.where(z > 0, z, 1.6732632423543772 * np.expm1(left))


@misconception(
    "elu",
    says="alpha is always 0.1",
)
def elu_tenth(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, z, 0.1 * np.expm1(left))


@misconception(
    "elu",
    says="the branches change at z = 1 and not at 0",
)
def elu_threshold_one(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 1, z, alpha * np.expm1(np.minimum(z, 1)))


@misconception(
    "elu",
    says="the branches change at z = -alpha and not at 0",
)
def elu_threshold_alpha(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > -alpha, z, alpha * np.expm1(left))


@misconception(
    "elu",
    says="you use the first terms of a series on the left, which is good near 0 only",
)
def elu_linear_part(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * (z + z**2 / 2))


@misconception(
    "elu",
    says="the result is rounded",
)
def elu_rounded(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.round(np.where(z > 0, z, alpha * np.expm1(left)), 4)


@formula("elu")
def elu_as_a_sum(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0) + np.minimum(alpha * (np.exp(z) - 1), 0)


@formula("elu")
def elu_by_expm1(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))


@formula("elu")
def elu_by_assignment(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    out = z.copy()
    out[z <= 0] = alpha * (np.exp(z[z <= 0]) - 1)
    return out


# --- elu_gradient ---


@misconception(
    "elu_gradient",
    says="you return the value of the function, not its slope",
)
def elu_slope_is_value(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, z, alpha * np.expm1(left))


@misconception(
    "elu_gradient",
    says="the argument alpha is not used in the slope on the left",
)
def elu_slope_alpha_missing(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, np.exp(left))


@misconception(
    "elu_gradient",
    says="the right side carries the factor alpha too",
)
def elu_slope_alpha_right(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, alpha, alpha * np.exp(left))


@misconception(
    "elu_gradient",
    says="the exponential is missing in the slope on the left",
)
def elu_slope_alpha_left(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, alpha)


@misconception(
    "elu_gradient",
    says="on the left your slope is 0, as for the plain ReLU",
)
def elu_slope_zero_left(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, 0.0)


@misconception(
    "elu_gradient",
    says="the exponential is missing in the slope on the left",
)
def elu_slope_ones(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.ones(z.shape)


@misconception(
    "elu_gradient",
    says="on the left 1 is added, though a constant has no slope",
)
def elu_slope_exponential_plus_one(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, alpha * np.exp(left) + 1)


@misconception(
    "elu_gradient",
    says="on the left the slope is multiplied by z",
)
def elu_slope_times_z(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, alpha * z * np.exp(left))


@misconception(
    "elu_gradient",
    says="the power rule is used on the exponential, with z in front and z - 1 in the exponent",
)
def elu_slope_power_rule(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, alpha * z * np.exp(left - 1))


@misconception(
    "elu_gradient",
    says="1 is subtracted in the exponent, as the power rule would do",
)
def elu_slope_exponent_minus_one(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, alpha * np.exp(left - 1))


@misconception(
    "elu_gradient",
    says="alpha stands inside the exponential and not before it",
)
def elu_slope_alpha_inside(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, np.exp(alpha * left))


@misconception(
    "elu_gradient",
    says="alpha stands inside the exponential as well as before it",
)
def elu_slope_alpha_inside_too(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, alpha * np.exp(alpha * left))


@misconception(
    "elu_gradient",
    says="z is divided by alpha in the exponential, which belongs to another function",
)
def elu_slope_celu(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, np.exp(left / alpha))


@misconception(
    "elu_gradient",
    says="z is divided by alpha in the exponential, which belongs to another function",
)
def elu_slope_celu_with_alpha(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, alpha * np.exp(left / alpha))


@misconception(
    "elu_gradient",
    says="on the left the slope has its sign turned",
)
def elu_slope_sign_left(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, -alpha * np.exp(left))


@misconception(
    "elu_gradient",
    says="the exponent on the left has its sign turned, so the slope grows without limit",
)
def elu_slope_of_minus_z(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(-left, 700)))


@misconception(
    "elu_gradient",
    says="alpha is squared",
)
def elu_slope_alpha_squared(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, alpha**2 * np.exp(left))


@misconception(
    "elu_gradient",
    says="the slope on the left is divided by alpha and not multiplied by it",
)
def elu_slope_divided_by_alpha(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, np.exp(left) / alpha)


@misconception(
    "elu_gradient",
    says="the exponential is used on both sides",
)
def elu_slope_exponential_everywhere(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return alpha * np.exp(np.minimum(z, 700))


@misconception(
    "elu_gradient",
    says="the exponential is used on both sides, with the sign of z lost",
)
def elu_slope_mirrored(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return alpha * np.exp(-np.abs(z))


@misconception(
    "elu_gradient",
    says=(
        "the two branches are exchanged: positive inputs are treated as negative ones "
        "and the reverse"
    ),
)
def elu_slope_exchanged(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, alpha * np.exp(np.minimum(z, 700)), 1.0)


@misconception(
    "elu_gradient",
    says="you return the derivative with respect to alpha, not with respect to z",
)
def elu_slope_by_alpha(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 0.0, np.expm1(left))


@misconception(
    "elu_gradient",
    says="the exponential on the left is taken of the value and not of z",
)
def elu_slope_of_value(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, alpha * np.exp(alpha * np.expm1(left)))


@misconception(
    "elu_gradient",
    says="alpha is subtracted from the value on the left, not added to it",
)
def elu_slope_value_minus_alpha(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, elu(z, alpha) - alpha)


@misconception(
    "elu_gradient",
    says="the slope is multiplied by 1.0507, a factor that it does not have",
)
def elu_slope_selu(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return 1.0507009873554805 * np.where(z > 0, 1.0, alpha * np.exp(left))


@misconception(
    "elu_gradient",
    says="at the kink z = 0 you return the mean of the slopes on both sides",
)
def elu_slope_mean_at_kink(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, np.where(z < 0, alpha * np.exp(left), (1 + alpha) / 2))


@misconception(
    "elu_gradient",
    says="at the kink z = 0 you return 0, not the slope from the left",
)
def elu_slope_zero_at_kink(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.where(z > 0, 1.0, np.where(z < 0, alpha * np.exp(left), 0.0))


@misconception(
    "elu_gradient",
    says="the result is rounded",
)
def elu_slope_rounded(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    left = np.minimum(z, 0)
    return np.round(np.where(z > 0, 1.0, alpha * np.exp(left)), 4)


@misconception(
    "elu_gradient",
    says="on the left you use the slope of tanh",
)
def elu_slope_tanh_left(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, alpha * (1 - np.tanh(z) ** 2))


@formula("elu_gradient")
def elu_slope_by_assignment(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    slope = np.ones(z.shape)
    slope[z <= 0] = alpha * np.exp(z[z <= 0])
    return slope


@formula("elu_gradient")
def elu_slope_by_minimum(z, alpha=1.0):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0)))


# --- swish ---


@misconception(
    "swish",
    says="you return the slope of the function, not its value",
)
def swish_returns_slope(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + z * s * (1 - s)


@misconception(
    "swish",
    says="the gate is tanh, so it is negative for negative z",
)
def swish_tanh_gate(z):
    z = np.asarray(z, dtype=float)
    return z * np.tanh(z)


@misconception(
    "swish",
    says="the gate is the symmetric sigmoid, so it is negative for negative z",
)
def swish_tanh_half_gate(z):
    z = np.asarray(z, dtype=float)
    return z * np.tanh(z / 2)


@misconception(
    "swish",
    says="the gate closes where it should open: its argument has the wrong sign",
)
def swish_gate_of_minus_z(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return z * (1 - s)


@misconception(
    "swish",
    says="the gate is squared",
)
def swish_squared_gate(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return z * s**2


@misconception(
    "swish",
    says="z enters twice as a factor",
)
def swish_squared_z(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return z * z * s


@misconception(
    "swish",
    says="z and the gate are added, not multiplied",
)
def swish_sum(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return z + s


@misconception(
    "swish",
    says="the gate is subtracted from z, though it is a factor",
)
def swish_difference(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return z - s


@misconception(
    "swish",
    says="z is divided by the gate, not multiplied by it",
)
def swish_divided(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return z / np.maximum(s, 1e-300)


@misconception(
    "swish",
    says="you return Mish, whose gate is tanh of softplus",
)
def swish_mish(z):
    z = np.asarray(z, dtype=float)
    return z * np.tanh(np.logaddexp(0, z))


@misconception(
    "swish",
    says="you return softplus, another smooth relative of ReLU",
)
def swish_softplus(z):
    z = np.asarray(z, dtype=float)
    return np.logaddexp(0, z)


@misconception(
    "swish",
    says="z is multiplied by the logarithm of the gate",
)
def swish_log_sigmoid(z):
    z = np.asarray(z, dtype=float)
    return z * -np.logaddexp(0, -z)


@misconception(
    "swish",
    says="the gate is a straight line that is cut off at 0 and 1, not the sigmoid",
)
def swish_hard(z):
    z = np.asarray(z, dtype=float)
    return z * np.clip(z / 6 + 0.5, 0, 1)


@misconception(
    "swish",
    says="the gate is a straight line that is cut off at 0 and 1, not the sigmoid",
)
def swish_hard_fifth(z):
    z = np.asarray(z, dtype=float)
    return z * np.clip(0.2 * z + 0.5, 0, 1)


@misconception(
    "swish",
    says="you return ReLU, which has a kink",
)
def swish_relu(z):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0)


@misconception(
    "swish",
    says="the factor is |z| and not z",
)
def swish_absolute(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return np.abs(z) * s


@misconception(
    "swish",
    says="the sign of z gets lost in the gate",
)
def swish_gate_of_absolute(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(np.abs(z))


@misconception(
    "swish",
    says="z is squared in the gate",
)
def swish_gate_of_square(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(z**2)


@misconception(
    "swish",
    says="z is doubled in the gate",
)
def swish_gate_of_double(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(2 * z)


@misconception(
    "swish",
    says="z is halved in the gate",
)
def swish_gate_of_half(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(z / 2)


@misconception(
    "swish",
    says="the sigmoid is applied twice in the gate",
)
def swish_gate_twice(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return z * sigmoid(s)


@misconception(
    "swish",
    says="swish is applied twice",
)
def swish_gate_of_swish(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return f * sigmoid(f)


@misconception(
    "swish",
    says="the sigmoid is applied to z times the gate",
)
def swish_of_f(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return sigmoid(f)


@misconception(
    "swish",
    says="the value is halved",
)
def swish_halved(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return f / 2


@misconception(
    "swish",
    says="the value is doubled",
)
def swish_doubled(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return 2 * f


@misconception(
    "swish",
    says="the whole curve has its sign turned",
)
def swish_negative(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return -f


@misconception(
    "swish",
    says="the gate is the distribution function of the normal distribution, as in GELU",
)
def swish_gelu(z):
    z = np.asarray(z, dtype=float)
    return z * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2


@misconception(
    "swish",
    says="the value is multiplied by 1.6768, a factor that it does not have",
)
def swish_scaled_1_67(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return 1.6768 * f


@misconception(
    "swish",
    says="z is multiplied by the exponential alone, with no denominator",
)
def swish_exponential(z):
    z = np.asarray(z, dtype=float)
    return z * np.exp(np.minimum(-z, 700))


@misconception(
    "swish",
    says="a bracket is missing: only the 1 is divided, and the exponential is added",
)
def swish_bracket(z):
    z = np.asarray(z, dtype=float)
    return z / 1 + np.exp(np.minimum(-z, 700))


@misconception(
    "swish",
    says="the gates are normalized over all entries, so they depend on each other",
)
def swish_softmax_gate(z):
    z = np.asarray(z, dtype=float)
    E = np.exp(z - np.max(z))
    return z * E / np.sum(E)


@misconception(
    "swish",
    says="the result is rounded",
)
def swish_rounded(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return np.round(f, 4)


@misconception(
    "swish",
    says="the result is rounded",
)
def swish_rounded_to_two(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return np.round(f, 2)


@misconception(
    "swish",
    says="inputs are cut off at some size in the gate",
)
def swish_gate_cut_off(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(np.clip(z, -5, 5))


@misconception(
    "swish",
    says="inputs are cut off at some size in the gate",
)
def swish_gate_cut_off_at_10(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(np.clip(z, -10, 10))


@formula("swish")
def swish_as_a_product(z):
    z = np.asarray(z, dtype=float)
    return z * (1 / (1 + np.exp(-z)))


@formula("swish")
def swish_by_tanh(z):
    z = np.asarray(z, dtype=float)
    return z * (1 + np.tanh(z / 2)) / 2


# --- swish_gradient ---


@misconception(
    "swish_gradient",
    says="z and the value of the sigmoid have changed places in the bracket",
)
def swish_slope_places_exchanged(z):
    s = sigmoid(z)
    return s * (1 + s * (1 - np.asarray(z, dtype=float)))


@misconception(
    "swish_gradient",
    says="np.gradient takes differences between neighbors in the array, not slopes",
)
def swish_slope_by_np_gradient(z):
    return np.gradient(swish(np.asarray(z, dtype=float)))


@misconception(
    "swish_gradient",
    says="you return the value of the function, not its slope",
)
def swish_slope_is_value(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return f


@misconception(
    "swish_gradient",
    says="the second term has the factor z (1 - s) replaced by 1 - s: z is missing",
)
def swish_slope_is_complement(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + s * (1 - s)


@misconception(
    "swish_gradient",
    says="the second term is z times the gate: its factor 1 - s is missing",
)
def swish_slope_one_plus_z(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + z * s


@misconception(
    "swish_gradient",
    says="z is added to the gate: the slope of the sigmoid is missing in the second term",
)
def swish_slope_plus_z(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + z


@misconception(
    "swish_gradient",
    says="the terms of the product rule are multiplied and not added",
)
def swish_slope_product_of_terms(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s * z * s * (1 - s)


@misconception(
    "swish_gradient",
    says="the common factor, the sigmoid, is missing",
)
def swish_slope_gate_missing(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return 1 + z * (1 - s)


@misconception(
    "swish_gradient",
    says="in the form with the value of swish, that value is missing as first term",
)
def swish_slope_value_missing(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return s * (1 - f)


@misconception(
    "swish_gradient",
    says="you use the slope formula of the sigmoid with the value of swish",
)
def swish_slope_value_times_complement(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return f * (1 - f)


@misconception(
    "swish_gradient",
    says="the sum has a factor 1 - s where 1 - f belongs, f being the value",
)
def swish_slope_gate_in_complement(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return f + s * (1 - s) * (1 - f)


@misconception(
    "swish_gradient",
    says="the second term has the square of z as its factor",
)
def swish_slope_z_squared(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + z**2 * s * (1 - s)


@misconception(
    "swish_gradient",
    says="the whole slope is multiplied by z",
)
def swish_slope_times_z(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return z * (s + z * s * (1 - s))


@misconception(
    "swish_gradient",
    says="the second term has the square of the slope of the sigmoid",
)
def swish_slope_squared_slope(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + z * (s * (1 - s)) ** 2


@misconception(
    "swish_gradient",
    says="the second term uses the slope formula of tanh",
)
def swish_slope_tanh_slope(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + z * (1 - s**2)


@misconception(
    "swish_gradient",
    says="the slope of the sigmoid is taken at its output in the second term",
)
def swish_slope_slope_at_output(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + z * sigmoid_gradient(s)


@misconception(
    "swish_gradient",
    says="the slope of the sigmoid is taken from z as if it were the output",
)
def swish_slope_slope_of_input(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + z * z * (1 - z)


@misconception(
    "swish_gradient",
    says="the slopes of the two factors are added: 1 and that of the sigmoid",
)
def swish_slope_of_slopes_sum(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return 1 + s * (1 - s)


@misconception(
    "swish_gradient",
    says="the second term carries a factor ½ that does not belong there",
)
def swish_slope_halved_second(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + z * s * (1 - s) / 2


@misconception(
    "swish_gradient",
    says="the second term carries a factor 2 that does not belong there",
)
def swish_slope_doubled_second(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + 2 * z * s * (1 - s)


@misconception(
    "swish_gradient",
    says="the slope has its sign turned, so it is negative where the curve rises",
)
def swish_slope_negative(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return -(s + z * s * (1 - s))


@misconception(
    "swish_gradient",
    says="you return a step, as for the slope of ReLU",
)
def swish_slope_relu_step(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, 0.0)


@misconception(
    "swish_gradient",
    says="the gate has the factor 1.702, which belongs to the approximation of GELU",
)
def swish_slope_with_1_702(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(1.702 * z) + 1.702 * z * sigmoid_gradient(1.702 * z)


@misconception(
    "swish_gradient",
    says="the gate closes where it should open: its argument has the wrong sign",
)
def swish_slope_gate_of_minus_z(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return 1 - s - z * s * (1 - s)


@misconception(
    "swish_gradient",
    says="the factor in the second term is |z| and not z",
)
def swish_slope_absolute(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s + np.abs(z) * s * (1 - s)


@misconception(
    "swish_gradient",
    says="you take the slope at the output a, but the formula needs it at the input z",
)
def swish_slope_at_output(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return sigmoid(f) + f * sigmoid_gradient(f)


@misconception(
    "swish_gradient",
    says="the result is rounded",
)
def swish_slope_rounded(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return np.round(s + z * s * (1 - s), 4)


@misconception(
    "swish_gradient",
    says="the slope is a quotient of differences, and its finite step leaves an error",
)
def swish_slope_forward_1e_3(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return (swish(z + 1e-3) - f) / 1e-3


@misconception(
    "swish_gradient",
    says="the slope is a quotient of differences, and its finite step leaves an error",
)
def swish_slope_forward_1e_4(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return (swish(z + 1e-4) - f) / 1e-4


@misconception(
    "swish_gradient",
    says="the slope is a quotient of differences, and its finite step leaves an error",
)
def swish_slope_forward_1e_5(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return (swish(z + 1e-5) - f) / 1e-5


@misconception(
    "swish_gradient",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def swish_slope_forward_1e_6(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    f = z * s
    return (swish(z + 1e-6) - f) / 1e-6


@formula("swish_gradient")
def swish_slope_with_a_common_factor(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return s * (1 + z * (1 - s))


@formula("swish_gradient")
def swish_slope_by_the_exponential(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-z)
    return (1 + e + z * e) / (1 + e) ** 2


# --- gelu ---


@misconception(
    "gelu",
    says="you return the gate alone, without the factor z",
)
def gelu_gate_only(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return phi


@misconception(
    "gelu",
    says="you return the slope of the function, not its value",
)
def gelu_returns_slope(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return phi + z * density


@misconception(
    "gelu",
    says="you return the density of the normal distribution",
)
def gelu_density_only(z):
    z = np.asarray(z, dtype=float)
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return density


@misconception(
    "gelu",
    says="the gate is the plain sigmoid, as in swish",
)
def gelu_swish(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(z)


@misconception(
    "gelu",
    says="you use the approximation by a sigmoid where the exact function is asked for",
)
def gelu_sigmoid_1_7(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(1.7 * z)


@misconception(
    "gelu",
    says="you use an approximation where the exact function is asked for",
)
def gelu_sigmoid_1_595(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(math.sqrt(8 / math.pi) * z)


@misconception(
    "gelu",
    says="you use an approximation where the exact function is asked for",
)
def gelu_tanh_without_cube(z):
    z = np.asarray(z, dtype=float)
    return z / 2 * (1 + np.tanh(math.sqrt(2 / math.pi) * z))


@misconception(
    "gelu",
    says=(
        "the approximation by tanh is used where the exact function is asked for, "
        "without its factor in the argument"
    ),
)
def gelu_tanh_without_root(z):
    z = np.asarray(z, dtype=float)
    return z / 2 * (1 + np.tanh(z + 0.044715 * z**3))


@misconception(
    "gelu",
    says="the gate is tanh, so it is negative for negative z",
)
def gelu_tanh_gate(z):
    z = np.asarray(z, dtype=float)
    return z * np.tanh(z)


@misconception(
    "gelu",
    says="you return ReLU, which has a kink",
)
def gelu_relu(z):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0)


@misconception(
    "gelu",
    says="the 1 beside erf is missing, so the gate is negative for negative z",
)
def gelu_one_missing(z):
    z = np.asarray(z, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    return z / 2 * erf(z / math.sqrt(2))


@misconception(
    "gelu",
    says="the gate is erf itself, which is negative for negative z",
)
def gelu_erf_gate(z):
    z = np.asarray(z, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    return z * erf(z / math.sqrt(2))


@misconception(
    "gelu",
    says="the gate is erf of z, with neither root of two nor 1 and ½",
)
def gelu_erf_of_z(z):
    z = np.asarray(z, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    return z * erf(z)


@misconception(
    "gelu",
    says="a bracket is missing: z is multiplied by the 1 alone and erf is added",
)
def gelu_bracket(z):
    z = np.asarray(z, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    return z / 2 + erf(z / math.sqrt(2))


@misconception(
    "gelu",
    says="a bracket is missing: ½ z multiplies the 1 alone and not erf",
)
def gelu_bracket_half(z):
    z = np.asarray(z, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    return z / 2 + erf(z / math.sqrt(2)) / 2


@misconception(
    "gelu",
    says="the argument of erf is multiplied by the root of two, not divided by it",
)
def gelu_times_root_two(z):
    z = np.asarray(z, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    return z / 2 * (1 + erf(z * math.sqrt(2)))


@misconception(
    "gelu",
    says="the argument of erf is divided by two and not by its root",
)
def gelu_divided_by_two(z):
    z = np.asarray(z, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    return z / 2 * (1 + erf(z / 2))


@misconception(
    "gelu",
    says="the argument of erf is divided by the root of 2π and not by that of 2",
)
def gelu_divided_by_root_pi(z):
    z = np.asarray(z, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    return z / 2 * (1 + erf(z / math.sqrt(2 * math.pi)))


@misconception(
    "gelu",
    says="the argument of erf is divided by the root of π and not by that of 2",
)
def gelu_divided_by_root_of_pi(z):
    z = np.asarray(z, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    return z / 2 * (1 + erf(z / math.sqrt(math.pi)))


@misconception(
    "gelu",
    says="the factor ½ is applied twice",
)
def gelu_quarter(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return z / 2 * phi


@misconception(
    "gelu",
    says="the gate is squared",
)
def gelu_squared_gate(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return z * phi**2


@misconception(
    "gelu",
    says="z enters twice as a factor",
)
def gelu_squared_z(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return z**2 * phi


@misconception(
    "gelu",
    says="z and the gate are added, not multiplied",
)
def gelu_sum(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return z + phi


@misconception(
    "gelu",
    says="the density is added to the value",
)
def gelu_plus_density(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return z * phi + density


@misconception(
    "gelu",
    says="the factor is |z| and not z",
)
def gelu_absolute(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return np.abs(z) * phi


@misconception(
    "gelu",
    says="the sign of z gets lost in the gate",
)
def gelu_gate_of_absolute(z):
    z = np.asarray(z, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    return z * (1 + erf(np.abs(z) / math.sqrt(2))) / 2


@misconception(
    "gelu",
    says="you return softplus, another smooth relative of ReLU",
)
def gelu_softplus(z):
    z = np.asarray(z, dtype=float)
    return np.logaddexp(0, z)


@misconception(
    "gelu",
    says="the whole curve has its sign turned",
)
def gelu_negative(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return -z * phi


@misconception(
    "gelu",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def gelu_series_of_erf(z):
    z = np.asarray(z, dtype=float)
    x = np.abs(z) / math.sqrt(2)
    t = 1 / (1 + 0.3275911 * x)
    p = t * (
        0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))
    )
    value = np.sign(z) * (1 - p * np.exp(-(x**2)))
    return z / 2 * (1 + value)


@misconception(
    "gelu",
    says="tanh stands in place of erf, though it is another function",
)
def gelu_tanh_for_erf(z):
    z = np.asarray(z, dtype=float)
    return z / 2 * (1 + np.tanh(z / math.sqrt(2)))


@misconception(
    "gelu",
    says="the result is rounded",
)
def gelu_rounded(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return np.round(z * phi, 4)


@misconception(
    "gelu",
    says="the result is rounded",
)
def gelu_rounded_to_two(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return np.round(z * phi, 2)


@misconception(
    "gelu",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def gelu_single(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return (z * phi).astype(np.float32).astype(float)


@formula("gelu")
def gelu_by_erfc(z):
    z = np.asarray(z, dtype=float)
    erfc = np.vectorize(math.erfc)
    return z * erfc(-z / math.sqrt(2)) / 2


@formula("gelu")
def gelu_by_steps(z):
    z = np.asarray(z, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    erf = np.vectorize(math.erf)
    phi = (1 + erf(z / np.sqrt(2))) / 2
    return z * phi


# --- gelu_gradient ---


@misconception(
    "gelu_gradient",
    says="np.gradient takes differences between neighbors in the array, not slopes",
)
def gelu_slope_by_np_gradient(z):
    return np.gradient(gelu(np.asarray(z, dtype=float)))


@misconception(
    "gelu_gradient",
    says="you return the value of the function, not its slope",
)
def gelu_slope_is_value(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return z * phi


@misconception(
    "gelu_gradient",
    says="you return the density alone, without the product rule",
)
def gelu_slope_density_alone(z):
    z = np.asarray(z, dtype=float)
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return density


@misconception(
    "gelu_gradient",
    says="the first term of the product rule is missing in your slope",
)
def gelu_slope_second_term_alone(z):
    z = np.asarray(z, dtype=float)
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return z * density


@misconception(
    "gelu_gradient",
    says="the factor z stands at the first term of the product rule, not at the second",
)
def gelu_slope_exchanged(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return z * phi + density


@misconception(
    "gelu_gradient",
    says="the terms of the product rule are multiplied and not added",
)
def gelu_slope_product(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return phi * z * density


@misconception(
    "gelu_gradient",
    says="the gate is multiplied by the density",
)
def gelu_slope_product_of_slopes(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return phi * density


@misconception(
    "gelu_gradient",
    says="the density is divided by 2π and not by its root",
)
def gelu_slope_over_two_pi(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return phi + z * np.exp(-(z**2) / 2) / (2 * math.pi)


@misconception(
    "gelu_gradient",
    says=(
        "the second term is too large by √2: a factor of the chain rule or of the density is off"
    ),
)
def gelu_slope_over_root_pi(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return phi + z * np.exp(-(z**2) / 2) / math.sqrt(math.pi)


@misconception(
    "gelu_gradient",
    says="the density is divided by the root of 2 and not by that of 2π",
)
def gelu_slope_over_root_two(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return phi + z * np.exp(-(z**2) / 2) / math.sqrt(2)


@misconception(
    "gelu_gradient",
    says="the slope of erf is used with no factors from its argument and the ½ before it",
)
def gelu_slope_times_two_over_root_pi(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return phi + z * 2 / math.sqrt(math.pi) * np.exp(-(z**2) / 2)


@misconception(
    "gelu_gradient",
    says="the slope of erf is taken at z, without the root of two in its argument",
)
def gelu_slope_slope_of_erf_at_z(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return phi + z * np.exp(-(z**2)) / math.sqrt(math.pi)


@misconception(
    "gelu_gradient",
    says=(
        "the second term is too large by √2: a factor of the chain rule or of the density is off"
    ),
)
def gelu_slope_inner_missing(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return phi + z * np.exp(-(z**2) / 2) / math.sqrt(math.pi)


@misconception(
    "gelu_gradient",
    says="the second term carries a factor 2 that does not belong there",
)
def gelu_slope_half_not_in_second(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return phi + 2 * z * density


@misconception(
    "gelu_gradient",
    says="the second term carries a factor ½ that does not belong there",
)
def gelu_slope_half_second(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return phi + z * density / 2


@misconception(
    "gelu_gradient",
    says="the factor ½ of the distribution function is missing in the first term",
)
def gelu_slope_half_missing(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return 2 * phi + z * density


@misconception(
    "gelu_gradient",
    says="the exponent of the density has its sign turned, so it grows",
)
def gelu_slope_growing_exponent(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return phi + z * np.exp(np.minimum(z**2 / 2, 700)) / math.sqrt(2 * math.pi)


@misconception(
    "gelu_gradient",
    says="z is not squared in the exponent of the density",
)
def gelu_slope_linear_exponent(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return phi + z * np.exp(np.minimum(-z / 2, 700)) / math.sqrt(2 * math.pi)


@misconception(
    "gelu_gradient",
    says="you use the probability of lying above z, so the gate closes where it should open",
)
def gelu_slope_upper_tail(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return 1 - phi + z * density


@misconception(
    "gelu_gradient",
    says="you use the probability of lying above z, so the gate closes where it should open",
)
def gelu_slope_upper_tail_with_sign(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return 1 - phi - z * density


@misconception(
    "gelu_gradient",
    says="the terms 1 and z times the density are added: the gate is missing",
)
def gelu_slope_one_plus(z):
    z = np.asarray(z, dtype=float)
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return 1 + z * density


@misconception(
    "gelu_gradient",
    says="the gate multiplies the second term too",
)
def gelu_slope_factor_phi(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return phi * (1 + z * density)


@misconception(
    "gelu_gradient",
    says="the whole slope is multiplied by z",
)
def gelu_slope_times_z(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return z * (phi + z * density)


@misconception(
    "gelu_gradient",
    says="you return the slope of swish",
)
def gelu_slope_swish(z):
    z = np.asarray(z, dtype=float)
    return swish_gradient(z)


@misconception(
    "gelu_gradient",
    says="the factor in the second term is |z| and not z",
)
def gelu_slope_absolute(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return phi + np.abs(z) * density


@misconception(
    "gelu_gradient",
    says="the argument of erf lacks its division by the root of two",
)
def gelu_slope_root_two_missing(z):
    z = np.asarray(z, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return (1 + erf(z)) / 2 + z * density


@misconception(
    "gelu_gradient",
    says="z is not divided by the root of two, neither in erf nor in its slope",
)
def gelu_slope_root_two_missing_everywhere(z):
    z = np.asarray(z, dtype=float)
    erf = np.vectorize(math.erf, otypes=[float])
    return (1 + erf(z)) / 2 + z * np.exp(-(z**2)) / math.sqrt(math.pi)


@misconception(
    "gelu_gradient",
    says="you return a step, as for the slope of ReLU",
)
def gelu_slope_relu_step(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, 1.0, 0.0)


@misconception(
    "gelu_gradient",
    says="you use an approximation by tanh where the exact function is asked for",
)
def gelu_slope_of_tanh(z):
    z = np.asarray(z, dtype=float)
    u = math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)
    t = np.tanh(u)
    du = math.sqrt(2 / math.pi) * (1 + 3 * 0.044715 * z**2)
    return (1 + t) / 2 + z / 2 * (1 - t**2) * du


@misconception(
    "gelu_gradient",
    says="you differentiate once too often",
)
def gelu_slope_second_derivative(z):
    z = np.asarray(z, dtype=float)
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return 2 * density - z**2 * density


@misconception(
    "gelu_gradient",
    says="the slope has its sign turned, so it is negative where the curve rises",
)
def gelu_slope_negative(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return -phi - z * density


@misconception(
    "gelu_gradient",
    says="the result is rounded",
)
def gelu_slope_rounded(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return np.round(phi + z * density, 4)


@misconception(
    "gelu_gradient",
    says="the slope is a quotient of differences, and its finite step leaves an error",
)
def gelu_slope_forward_1e_3(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return (gelu(z + 1e-3) - z * phi) / 1e-3


@misconception(
    "gelu_gradient",
    says="the slope is a quotient of differences, and its finite step leaves an error",
)
def gelu_slope_forward_1e_4(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return (gelu(z + 1e-4) - z * phi) / 1e-4


@misconception(
    "gelu_gradient",
    says="the slope is a quotient of differences, and its finite step leaves an error",
)
def gelu_slope_forward_1e_5(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return (gelu(z + 1e-5) - z * phi) / 1e-5


@misconception(
    "gelu_gradient",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def gelu_slope_forward_1e_6(z):
    z = np.asarray(z, dtype=float)
    phi = np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2
    return (gelu(z + 1e-6) - z * phi) / 1e-6


@formula("gelu_gradient")
def gelu_slope_by_erfc(z):
    z = np.asarray(z, dtype=float)
    erfc = np.vectorize(math.erfc)
    cdf = 0.5 * erfc(-z / np.sqrt(2))
    pdf = np.exp(-z * z / 2) / np.sqrt(2 * np.pi)
    return cdf + z * pdf


# --- gelu_sigmoid ---


@misconception(
    "gelu_sigmoid",
    says="you return the slope of the function, not its value",
)
def gelu_sigmoid_returns_slope(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    s = sigmoid(1.702 * z)
    return s + t * s * (1 - s)


@misconception(
    "gelu_sigmoid",
    says="the factor 1.702 stands outside the sigmoid as well as in it",
)
def gelu_sigmoid_factor_in_both(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    s = sigmoid(1.702 * z)
    return t * s


@misconception(
    "gelu_sigmoid",
    says="z is divided by 1.702 in the gate, not multiplied by it",
)
def gelu_sigmoid_factor_divides(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(z / 1.702)


@misconception(
    "gelu_sigmoid",
    says="1.702 is subtracted from z in the gate, though it is a factor",
)
def gelu_sigmoid_factor_subtracted(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(z - 1.702)


@misconception(
    "gelu_sigmoid",
    says="the gate does not contain z, so it is the same number for all inputs",
)
def gelu_sigmoid_constant_gate(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(np.full(z.shape, 1.702))


@misconception(
    "gelu_sigmoid",
    says="the gate closes where it should open: its argument has the wrong sign",
)
def gelu_sigmoid_gate_of_minus_z(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return z * (1 - s)


@misconception(
    "gelu_sigmoid",
    says="the gate is squared",
)
def gelu_sigmoid_squared_gate(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return z * s**2


@misconception(
    "gelu_sigmoid",
    says="z enters twice as a factor",
)
def gelu_sigmoid_squared_z(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return z**2 * s


@misconception(
    "gelu_sigmoid",
    says="z is squared in the gate",
)
def gelu_sigmoid_gate_of_square(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(1.702 * z**2)


@misconception(
    "gelu_sigmoid",
    says="z and the gate are added, not multiplied",
)
def gelu_sigmoid_sum(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return z + s


@misconception(
    "gelu_sigmoid",
    says="you multiply the gate by the positive part of z, so negative inputs give 0",
)
def gelu_sigmoid_positive_part(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return np.maximum(z, 0) * s


@misconception(
    "gelu_sigmoid",
    says="the factor is |z| and not z",
)
def gelu_sigmoid_absolute(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return np.abs(z) * s


@misconception(
    "gelu_sigmoid",
    says="z is multiplied by the slope of the sigmoid, not by its value",
)
def gelu_sigmoid_slope_gate(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return z * s * (1 - s)


@misconception(
    "gelu_sigmoid",
    says="the factor in the gate is another number than 1.702",
)
def gelu_sigmoid_by_1_7(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(1.7 * z)


@misconception(
    "gelu_sigmoid",
    says="the factor in the gate is another number than 1.702",
)
def gelu_sigmoid_by_1_072(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(1.072 * z)


@misconception(
    "gelu_sigmoid",
    says="the factor in the gate is another number than 1.702",
)
def gelu_sigmoid_by_1_72(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(1.72 * z)


@misconception(
    "gelu_sigmoid",
    says="the factor in the gate is another number than 1.702",
)
def gelu_sigmoid_by_1_6(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(1.6 * z)


@misconception(
    "gelu_sigmoid",
    says="the factor in the gate is another number than 1.702",
)
def gelu_sigmoid_by_1_595(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(np.sqrt(8 / np.pi) * z)


@misconception(
    "gelu_sigmoid",
    says="the factor in the gate is another number than 1.702",
)
def gelu_sigmoid_by_root_two(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(np.sqrt(2) * z)


@misconception(
    "gelu_sigmoid",
    says="the factor in the gate is another number than 1.702",
)
def gelu_sigmoid_by_1_782(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(1.782 * z)


@misconception(
    "gelu_sigmoid",
    says="the factor in the gate is another number than 1.702",
)
def gelu_sigmoid_by_2(z):
    z = np.asarray(z, dtype=float)
    return z * sigmoid(2 * z)


@misconception(
    "gelu_sigmoid",
    says="you use the approximation by tanh, not the one by a sigmoid",
)
def gelu_sigmoid_of_tanh(z):
    z = np.asarray(z, dtype=float)
    return z / 2 * (1 + np.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)))


@misconception(
    "gelu_sigmoid",
    says="tanh gets the whole argument of the sigmoid, which makes the gate twice as steep",
)
def gelu_sigmoid_steep_tanh(z):
    z = np.asarray(z, dtype=float)
    return z / 2 * (1 + np.tanh(1.702 * z))


@misconception(
    "gelu_sigmoid",
    says="a bracket is missing: only the 1 is divided, and the exponential is added",
)
def gelu_sigmoid_bracket(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    return z / 1 + np.exp(np.minimum(-t, 700))


@misconception(
    "gelu_sigmoid",
    says="the whole curve has its sign turned",
)
def gelu_sigmoid_negative(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return -z * s


@misconception(
    "gelu_sigmoid",
    says="the value is halved",
)
def gelu_sigmoid_halved(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return z * s / 2


@misconception(
    "gelu_sigmoid",
    says="you return ReLU, which has a kink",
)
def gelu_sigmoid_relu(z):
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0)


@misconception(
    "gelu_sigmoid",
    says="the result is rounded",
)
def gelu_sigmoid_rounded(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return np.round(z * s, 4)


@formula("gelu_sigmoid")
def gelu_sigmoid_by_steps(z):
    z = np.asarray(z, dtype=float)
    gate = 1 / (1 + np.exp(-1.702 * z))
    return z * gate


@formula("gelu_sigmoid")
def gelu_sigmoid_by_tanh(z):
    z = np.asarray(z, dtype=float)
    return z * (1 + np.tanh(1.702 * z / 2)) / 2


@formula("gelu_sigmoid")
def gelu_sigmoid_by_swish(z):
    z = np.asarray(z, dtype=float)
    return swish(1.702 * z) / 1.702


# --- gelu_sigmoid_gradient ---


@misconception(
    "gelu_sigmoid_gradient",
    says="np.gradient takes differences between neighbors in the array, not slopes",
)
def gelu_sigmoid_slope_by_np_gradient(z):
    return np.gradient(gelu_sigmoid(np.asarray(z, dtype=float)))


@misconception(
    "gelu_sigmoid_gradient",
    says="you return the value of the function, not its slope",
)
def gelu_sigmoid_slope_is_value(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return z * s


@misconception(
    "gelu_sigmoid_gradient",
    says="your slope is the gate alone, without the second term of the product rule",
)
def gelu_sigmoid_slope_gate_only(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return s


@misconception(
    "gelu_sigmoid_gradient",
    says="the first term of the product rule is missing in your slope",
)
def gelu_sigmoid_slope_second_only(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    s = sigmoid(1.702 * z)
    return t * s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says=(
        "the first term of the product rule is missing in your slope, and so is the factor 1.702"
    ),
)
def gelu_sigmoid_slope_second_only_without_factor(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return z * s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="your slope is just the slope of the gate, and the product rule is not used",
)
def gelu_sigmoid_slope_slope_of_gate(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return 1.702 * s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="your slope is just the slope of the sigmoid, and the product rule is not used",
)
def gelu_sigmoid_slope_slope_of_gate_without_factor(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="the second term of your slope lacks the factor z",
)
def gelu_sigmoid_slope_z_missing(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return s + 1.702 * s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="the second term of your slope lacks the factors z and 1.702",
)
def gelu_sigmoid_slope_z_and_factor_missing(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return s + s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="the slope of the sigmoid in the second term lacks its factor 1 - s",
)
def gelu_sigmoid_slope_complement_missing(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    s = sigmoid(1.702 * z)
    return s + t * s


@misconception(
    "gelu_sigmoid_gradient",
    says="the slope of the sigmoid in the second term lacks its factor s",
)
def gelu_sigmoid_slope_gate_missing(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    s = sigmoid(1.702 * z)
    return s + t * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="the gate in the first term is taken at z and not at 1.702 z",
)
def gelu_sigmoid_slope_gate_at_z(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    s = sigmoid(1.702 * z)
    return sigmoid(z) + t * s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says=(
        "the slope of the sigmoid is taken at z, and the factor 1.702 is missing in the second term"
    ),
)
def gelu_sigmoid_slope_at_z_without_factor(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return s + z * sigmoid_gradient(z)


@misconception(
    "gelu_sigmoid_gradient",
    says="gate and slope are both taken at z, and 1.702 is left as a factor alone",
)
def gelu_sigmoid_slope_both_at_z(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    return sigmoid(z) + t * sigmoid_gradient(z)


@misconception(
    "gelu_sigmoid_gradient",
    says="the second term has the square of z as its factor",
)
def gelu_sigmoid_slope_z_squared(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return s + 1.702 * z**2 * s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="the second term is divided by 1.702 and not multiplied by it",
)
def gelu_sigmoid_slope_divided(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return s + z * s * (1 - s) / 1.702


@misconception(
    "gelu_sigmoid_gradient",
    says="1.702 is added in the second term, though it is a factor",
)
def gelu_sigmoid_slope_factor_added(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return s + 1.702 + z * s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="the terms of the product rule are multiplied and not added",
)
def gelu_sigmoid_slope_product(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    s = sigmoid(1.702 * z)
    return s * t * s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="the factor z stands at the first term of the product rule, not at the second",
)
def gelu_sigmoid_slope_exchanged(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return z * s + 1.702 * s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="the second term uses the slope formula of tanh",
)
def gelu_sigmoid_slope_tanh_slope(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    s = sigmoid(1.702 * z)
    return s + t * (1 - s**2)


@misconception(
    "gelu_sigmoid_gradient",
    says="the common factor, the sigmoid, is missing",
)
def gelu_sigmoid_slope_common_factor_lost(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    s = sigmoid(1.702 * z)
    return 1 + t * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="the whole slope is multiplied by z",
)
def gelu_sigmoid_slope_times_z(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    s = sigmoid(1.702 * z)
    return z * (s + t * s * (1 - s))


@misconception(
    "gelu_sigmoid_gradient",
    says="the factor in the gate is another number than 1.702",
)
def gelu_sigmoid_slope_by_1_7(z):
    z = np.asarray(z, dtype=float)
    c = 1.7
    u = sigmoid(c * z)
    return u + c * z * u * (1 - u)


@misconception(
    "gelu_sigmoid_gradient",
    says="the factor in the gate is another number than 1.702",
)
def gelu_sigmoid_slope_by_1_072(z):
    z = np.asarray(z, dtype=float)
    c = 1.072
    u = sigmoid(c * z)
    return u + c * z * u * (1 - u)


@misconception(
    "gelu_sigmoid_gradient",
    says="the factor in the gate is another number than 1.702",
)
def gelu_sigmoid_slope_by_1_595(z):
    z = np.asarray(z, dtype=float)
    c = np.sqrt(8 / np.pi)
    u = sigmoid(c * z)
    return u + c * z * u * (1 - u)


@misconception(
    "gelu_sigmoid_gradient",
    says="the slope has its sign turned, so it is negative where the curve rises",
)
def gelu_sigmoid_slope_negative(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    s = sigmoid(1.702 * z)
    return -s - t * s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="the factor in the second term is |z| and not z",
)
def gelu_sigmoid_slope_absolute(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    s = sigmoid(1.702 * z)
    return s + np.abs(t) * s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="the second term carries a factor ½ that does not belong there",
)
def gelu_sigmoid_slope_halved(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    s = sigmoid(1.702 * z)
    return s + t * s * (1 - s) / 2


@misconception(
    "gelu_sigmoid_gradient",
    says="the second term carries a factor 2 that does not belong there",
)
def gelu_sigmoid_slope_doubled(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    s = sigmoid(1.702 * z)
    return s + 2 * t * s * (1 - s)


@misconception(
    "gelu_sigmoid_gradient",
    says="the second term has the square of the slope of the sigmoid",
)
def gelu_sigmoid_slope_squared_slope(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    s = sigmoid(1.702 * z)
    return s + t * (s * (1 - s)) ** 2


@misconception(
    "gelu_sigmoid_gradient",
    says="the second term puts the value itself into the slope formula of the sigmoid",
)
def gelu_sigmoid_slope_value_of_value(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    f = z * s
    return s + 1.702 * f * (1 - f)


@misconception(
    "gelu_sigmoid_gradient",
    says="the result is rounded",
)
def gelu_sigmoid_slope_rounded(z):
    z = np.asarray(z, dtype=float)
    t = 1.702 * z
    s = sigmoid(1.702 * z)
    return np.round(s + t * s * (1 - s), 4)


@misconception(
    "gelu_sigmoid_gradient",
    says="the slope is a quotient of differences, and its finite step leaves an error",
)
def gelu_sigmoid_slope_forward_1e_4(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return (gelu_sigmoid(z + 1e-4) - z * s) / 1e-4


@misconception(
    "gelu_sigmoid_gradient",
    says="the slope is a quotient of differences, and its finite step leaves an error",
)
def gelu_sigmoid_slope_forward_1e_5(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return (gelu_sigmoid(z + 1e-5) - z * s) / 1e-5


@misconception(
    "gelu_sigmoid_gradient",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def gelu_sigmoid_slope_forward_1e_6(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return (gelu_sigmoid(z + 1e-6) - z * s) / 1e-6


@formula("gelu_sigmoid_gradient")
def gelu_sigmoid_slope_with_a_common_factor(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(1.702 * z)
    return s * (1 + 1.702 * z * (1 - s))


@formula("gelu_sigmoid_gradient")
def gelu_sigmoid_slope_by_swish(z):
    z = np.asarray(z, dtype=float)
    return swish_gradient(1.702 * z)


# --- softmax_jacobian ---


@misconception(
    "softmax_jacobian",
    says="the first term, with the probabilities on the diagonal, is missing",
)
def jacobian_outer_alone(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.outer(p, p)


@misconception(
    "softmax_jacobian",
    says="the first term, with the probabilities on the diagonal, is missing",
)
def jacobian_minus_outer_alone(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return -np.outer(p, p)


@misconception(
    "softmax_jacobian",
    says="the outer product of the probabilities is missing",
)
def jacobian_diagonal_of_probabilities(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p)


@misconception(
    "softmax_jacobian",
    says="the outer product is added and not subtracted",
)
def jacobian_plus(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p) + np.outer(p, p)


@misconception(
    "softmax_jacobian",
    says="off the diagonal the sign is turned, so raising a logit raises all probabilities",
)
def jacobian_positive_off_diagonal(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.diag(p) - np.outer(p, p)
    return np.abs(J)


@misconception(
    "softmax_jacobian",
    says="on the diagonal the probabilities are squared, and nothing is taken from them",
)
def jacobian_diagonal_squares(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p**2)


@misconception(
    "softmax_jacobian",
    says="the diagonal is 0, though a probability depends on its own logit most of all",
)
def jacobian_zero_diagonal(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.diag(p) - np.outer(p, p)
    return J - np.diag(np.diag(J))


@misconception(
    "softmax_jacobian",
    says="on the diagonal there is 1 and not p (1 - p)",
)
def jacobian_ones_on_diagonal(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.diag(p) - np.outer(p, p)
    k = len(z)
    return J - np.diag(np.diag(J)) + np.eye(k)


@misconception(
    "softmax_jacobian",
    says="on the diagonal there is 1 - p, and its factor p is missing",
)
def jacobian_complement_on_diagonal(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.diag(p) - np.outer(p, p)
    return J - np.diag(np.diag(J)) + np.diag(1 - p)


@misconception(
    "softmax_jacobian",
    says="on the diagonal there is p (1 + p): a sign is turned there",
)
def jacobian_squared_on_diagonal(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.diag(p) - np.outer(p, p)
    return J - np.diag(np.diag(J)) + np.diag(p * (1 + p))


@misconception(
    "softmax_jacobian",
    says="off the diagonal there is -p of one class alone, not a product of two",
)
def jacobian_row_probability_off_diagonal(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.diag(p) - np.outer(p, p)
    return np.diag(p) - p[None, :] + 0 * J


@misconception(
    "softmax_jacobian",
    says="off the diagonal there is -p of one class alone, not a product of two",
)
def jacobian_column_probability_off_diagonal(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p) - p[:, None]


@misconception(
    "softmax_jacobian",
    says="you return the derivatives of the logarithms of the probabilities",
)
def jacobian_of_log_softmax(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    k = len(z)
    return np.eye(k) - p[None, :]


@misconception(
    "softmax_jacobian",
    says="you return the derivatives of the logarithms of the probabilities, transposed",
)
def jacobian_of_log_softmax_transposed(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    k = len(z)
    return np.eye(k) - p[:, None]


@misconception(
    "softmax_jacobian",
    says="every entry is p times 1 - p of another class, without a case for the diagonal",
)
def jacobian_outer_with_complement(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.outer(p, 1 - p)


@misconception(
    "softmax_jacobian",
    says="every entry is p times 1 - p of another class, without a case for the diagonal",
)
def jacobian_outer_with_complement_transposed(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.outer(1 - p, p)


@misconception(
    "softmax_jacobian",
    says="every row repeats the slopes p (1 - p), without a case for the diagonal",
)
def jacobian_own_slope_in_rows(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    k = len(z)
    return np.tile(p * (1 - p), (k, 1))


@misconception(
    "softmax_jacobian",
    says=(
        "off the diagonal you use the square of the column's probability and not the product of two"
    ),
)
def jacobian_minus_square_everywhere(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p) - (p**2)[None, :]


@misconception(
    "softmax_jacobian",
    says="the exponentials are not divided by their sum before they are used",
)
def jacobian_not_normalized(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    return np.diag(e) - np.outer(e, e)


@misconception(
    "softmax_jacobian",
    says="the quotient rule lacks the square of the sum in its second term",
)
def jacobian_quotient_rule_half(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p) - np.outer(e, p)


@misconception(
    "softmax_jacobian",
    says="the logits stand where the probabilities belong",
)
def jacobian_of_logits(z):
    z = np.asarray(z, dtype=float)
    return np.diag(z) - np.outer(z, z)


@misconception(
    "softmax_jacobian",
    says="the outer product is taken of the logits and not of the probabilities",
)
def jacobian_logits_in_outer(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p) - np.outer(z, z)


@misconception(
    "softmax_jacobian",
    says="one of the two factors of the outer product is the logits",
)
def jacobian_mixed_outer(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p) - np.outer(p, z)


@misconception(
    "softmax_jacobian",
    says="the logits enter softmax with a minus sign",
)
def jacobian_of_negative_logits(z):
    z = np.asarray(z, dtype=float)
    q = np.exp(z.min() - z)
    q = q / q.sum()
    return np.diag(q) - np.outer(q, q)


@misconception(
    "softmax_jacobian",
    says="the logits enter softmax with a minus sign",
)
def jacobian_of_negative_logits_with_sign(z):
    z = np.asarray(z, dtype=float)
    q = np.exp(z.min() - z)
    q = q / q.sum()
    return np.outer(q, q) - np.diag(q)


@misconception(
    "softmax_jacobian",
    says="softmax is applied twice, the second time to the probabilities",
)
def jacobian_softmax_twice(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    q = np.exp(p)
    q = q / q.sum()
    return np.diag(q) - np.outer(q, q)


@misconception(
    "softmax_jacobian",
    says="the whole matrix carries a factor ½",
)
def jacobian_halved(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.diag(p) - np.outer(p, p)
    return J / 2


@misconception(
    "softmax_jacobian",
    says="the whole matrix carries a factor 2",
)
def jacobian_doubled(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.diag(p) - np.outer(p, p)
    return 2 * J


@misconception(
    "softmax_jacobian",
    says="the whole matrix is divided by the number of classes",
)
def jacobian_over_k(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.diag(p) - np.outer(p, p)
    k = len(z)
    return J / k


@misconception(
    "softmax_jacobian",
    says="off the diagonal the entries are twice as large as they should be",
)
def jacobian_off_diagonal_doubled(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.diag(p) - np.outer(p, p)
    return 2 * J - np.diag(np.diag(J))


@misconception(
    "softmax_jacobian",
    says="off the diagonal the entries are half as large as they should be",
)
def jacobian_off_diagonal_halved(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.diag(p) - np.outer(p, p)
    return (J + np.diag(np.diag(J))) / 2


@misconception(
    "softmax_jacobian",
    says="below the diagonal your matrix is 0",
)
def jacobian_upper_triangle(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.diag(p) - np.outer(p, p)
    return np.triu(J)


@misconception(
    "softmax_jacobian",
    says="above the diagonal your matrix is 0",
)
def jacobian_lower_triangle(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.diag(p) - np.outer(p, p)
    return np.tril(J)


@misconception(
    "softmax_jacobian",
    says="the order of the classes is reversed",
)
def jacobian_reversed(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.diag(p) - np.outer(p, p)
    return J[::-1, ::-1]


@misconception(
    "softmax_jacobian",
    says="the roots of the probabilities stand in the outer product",
)
def jacobian_rooted(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p) - np.outer(np.sqrt(p), np.sqrt(p))


@misconception(
    "softmax_jacobian",
    says="the outer product is squared entry by entry",
)
def jacobian_squared_outer(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p) - np.outer(p, p) ** 2


@misconception(
    "softmax_jacobian",
    says="you use slopes of separate sigmoids on the diagonal and 0 elsewhere",
)
def jacobian_sigmoid_diagonal(z):
    z = np.asarray(z, dtype=float)
    s = sigmoid(z)
    return np.diag(s * (1 - s))


@misconception(
    "softmax_jacobian",
    says="every row is multiplied by its probability once more",
)
def jacobian_scaled_rows(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.diag(p) - np.outer(p, p)
    return p[:, None] * J


@misconception(
    "softmax_jacobian",
    says="you return the identity matrix, as if every probability were its logit",
)
def jacobian_identity_alone(z):
    z = np.asarray(z, dtype=float)
    k = len(z)
    return np.eye(k)


@misconception(
    "softmax_jacobian",
    says="every row repeats the probabilities",
)
def jacobian_probabilities_in_rows(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    k = len(z)
    return np.tile(p, (k, 1))


@misconception(
    "softmax_jacobian",
    says="every column repeats the probabilities",
)
def jacobian_probabilities_in_columns(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    k = len(z)
    return np.tile(p[:, None], (1, k))


@misconception(
    "softmax_jacobian",
    says="the outer product is replaced by one number for all entries",
)
def jacobian_mean_of_outer(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p) - np.mean(np.outer(p, p))


@misconception(
    "softmax_jacobian",
    says="the result is rounded",
)
def jacobian_rounded(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.diag(p) - np.outer(p, p)
    return np.round(J, 4)


@misconception(
    "softmax_jacobian",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def jacobian_clipped(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    q = np.clip(p, 1e-7, 1 - 1e-7)
    return np.diag(q) - np.outer(q, q)


@misconception(
    "softmax_jacobian",
    says="the logits are cut off at some size before exp",
)
def jacobian_clipped_logits(z):
    z = np.asarray(z, dtype=float)
    q = np.exp(np.clip(z, -5, 5))
    q = q / q.sum()
    return np.diag(q) - np.outer(q, q)


@misconception(
    "softmax_jacobian",
    says="the logits are cut off at some size before exp",
)
def jacobian_clipped_logits_wide(z):
    z = np.asarray(z, dtype=float)
    q = np.exp(np.clip(z, -500, 500))
    q = q / q.sum()
    return np.diag(q) - np.outer(q, q)


@misconception(
    "softmax_jacobian",
    says="the slope is a quotient of differences, and its finite step leaves an error",
)
def jacobian_forward_1e_5(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    k = len(z)

    def softmax(v):
        w = np.exp(v - v.max())
        return w / w.sum()

    return np.array([(softmax(z + 1e-5 * row) - p) / 1e-5 for row in np.eye(k)]).T


@misconception(
    "softmax_jacobian",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def jacobian_forward_1e_6(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(z - z.max())
    p = e / e.sum()
    k = len(z)

    def softmax(v):
        w = np.exp(v - v.max())
        return w / w.sum()

    return np.array([(softmax(z + 1e-6 * row) - p) / 1e-6 for row in np.eye(k)]).T


@misconception(
    "softmax_jacobian",
    says="powers of 2 stand where powers of e are asked for",
)
def jacobian_powers_of_two(z):
    z = np.asarray(z, dtype=float)
    q = 2 ** (z - z.max())
    q = q / q.sum()
    return np.diag(q) - np.outer(q, q)


@formula("softmax_jacobian")
def jacobian_by_columns(z):
    z = np.asarray(z, dtype=float)
    p = np.exp(z) / np.sum(np.exp(z))
    p = p.reshape(-1, 1)
    return np.diagflat(p) - p @ p.T


@formula("softmax_jacobian")
def jacobian_by_delta(z):
    z = np.asarray(z, dtype=float)
    J = np.diag(p) - np.outer(p, p)
    k = len(z)
    p = np.exp(z) / np.sum(np.exp(z))
    k = len(p)
    J = np.zeros((k, k))
    for i in range(k):
        for j in range(k):
            delta = 1 if i == j else 0
            J[i, j] = p[i] * (delta - p[j])
    return J


# --- backward_signal ---


@misconception(
    "backward_signal",
    says="you return the slope of the last layer alone, without those of the others",
)
def signal_last_slope(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    return slopes[-1]


@misconception(
    "backward_signal",
    says="the product is squared",
)
def signal_squared(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    signal = np.prod(slopes, axis=0)
    return signal**2


@misconception(
    "backward_signal",
    says="the root is taken of the product",
)
def signal_rooted(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    signal = np.prod(slopes, axis=0)
    return np.sqrt(np.abs(signal))


@misconception(
    "backward_signal",
    says="you return what is lost of a gradient, not what is left of it",
)
def signal_one_minus_product(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    signal = np.prod(slopes, axis=0)
    return 1 - signal


@misconception(
    "backward_signal",
    says="you return the logarithm of the product",
)
def signal_logarithm(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    signal = np.prod(slopes, axis=0)
    return np.log(np.abs(signal) + 1e-300)


@misconception(
    "backward_signal",
    says="you take a single slope at the sum of the pre-activations",
)
def signal_slope_of_sum(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    return gradient(np.sum(zs, axis=0))


@misconception(
    "backward_signal",
    says="you take a single slope at the mean of the pre-activations",
)
def signal_slope_of_mean(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    return gradient(np.mean(zs, axis=0))


@misconception(
    "backward_signal",
    says="the slope at the mean pre-activation is taken to the power of the depth",
)
def signal_power_of_slope_of_mean(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    return gradient(np.mean(zs, axis=0)) ** len(zs)


@misconception(
    "backward_signal",
    says="the mean slope is taken to the power of the depth",
)
def signal_power_of_mean_slope(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    return np.mean(slopes, axis=0) ** len(zs)


@misconception(
    "backward_signal",
    says="the slope of the first layer is taken to the power of the depth",
)
def signal_power_of_first(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    return slopes[0] ** len(zs)


@misconception(
    "backward_signal",
    says="the slope of the last layer is taken to the power of the depth",
)
def signal_power_of_last(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    return slopes[-1] ** len(zs)


@misconception(
    "backward_signal",
    says="the pre-activations are multiplied and no slopes are taken",
)
def signal_product_of_preactivations(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    return np.prod(zs, axis=0)


@misconception(
    "backward_signal",
    says="only the first and the last layer enter the product",
)
def signal_first_and_last(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    return slopes[0] * slopes[-1]


@misconception(
    "backward_signal",
    says="only the first two layers enter the product",
)
def signal_two_layers(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    return np.prod(slopes[:2], axis=0)


@misconception(
    "backward_signal",
    says="the slope of the last layer enters twice",
)
def signal_last_twice(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    signal = np.prod(slopes, axis=0)
    return signal * slopes[-1]


@misconception(
    "backward_signal",
    says="the slope of the first layer enters twice",
)
def signal_first_twice(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    signal = np.prod(slopes, axis=0)
    return signal * slopes[0]


@misconception(
    "backward_signal",
    says="the product is multiplied by the last pre-activation",
)
def signal_times_last_z(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    signal = np.prod(slopes, axis=0)
    return signal * zs[-1]


@misconception(
    "backward_signal",
    says="the product starts at 0, so it stays there",
)
def signal_starts_at_zero(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    signal = np.prod(slopes, axis=0)
    return 0 * signal


@misconception(
    "backward_signal",
    says="the slope function is applied to slopes again, layer after layer",
)
def signal_composed(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    out = zs[0]
    for _ in range(len(zs)):
        out = gradient(out)
    return out


@misconception(
    "backward_signal",
    says="the slope is taken at the signal so far and not at the pre-activation of the layer",
)
def signal_fed_by_signal(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    out = gradient(zs[0])
    for z in zs[1:]:
        out = gradient(out * z)
    return out


@misconception(
    "backward_signal",
    says="the pre-activations lose their signs before the slopes are taken",
)
def signal_of_absolute_inputs(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    return np.prod(gradient(np.abs(zs)), axis=0)


@misconception(
    "backward_signal",
    says="slopes are cut off at 0 and 1 before they are multiplied",
)
def signal_clipped(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    return np.prod(np.clip(slopes, 0, 1), axis=0)


@misconception(
    "backward_signal",
    says="slopes are kept from falling below a small number",
)
def signal_kept_from_vanishing(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    return np.prod(np.maximum(slopes, 0.1), axis=0)


@misconception(
    "backward_signal",
    says=(
        "the numbers are right to some six digits only: a small number is added, or "
        "precision is lost"
    ),
)
def signal_small_number(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    return np.prod(slopes + 1e-8, axis=0)


@misconception(
    "backward_signal",
    says="the slopes are divided by each other instead of being multiplied",
)
def signal_alternating(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    out = slopes[0]
    for s in slopes[1:]:
        out = out / np.where(s == 0, 1e-300, s)
    return out


@misconception(
    "backward_signal",
    says="you return one over the product",
)
def signal_reciprocal(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    signal = np.prod(slopes, axis=0)
    return 1 / np.where(signal == 0, 1e-300, signal)


@misconception(
    "backward_signal",
    says="the slopes are subtracted from each other instead of being multiplied",
)
def signal_differences(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    out = slopes[0]
    for s in slopes[1:]:
        out = out - s
    return out


@misconception(
    "backward_signal",
    says="the products after each layer are averaged",
)
def signal_mean_of_products(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    return np.mean(np.cumprod(slopes, axis=0), axis=0)


@misconception(
    "backward_signal",
    says="the products after each layer are added up",
)
def signal_sum_of_products(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    return np.sum(np.cumprod(slopes, axis=0), axis=0)


@misconception(
    "backward_signal",
    says="the length of the vector of slopes is returned",
)
def signal_norm(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    return np.sqrt(np.sum(slopes**2, axis=0))


@misconception(
    "backward_signal",
    says="only the sign of the product is left",
)
def signal_sign_only(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    signal = np.prod(slopes, axis=0)
    return np.sign(signal)


@misconception(
    "backward_signal",
    says="the result is rounded",
)
def signal_rounded(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    slopes = gradient(zs)
    signal = np.prod(slopes, axis=0)
    return np.round(signal, 4)


@formula("backward_signal")
def signal_in_reverse(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    signal = np.prod(slopes, axis=0)
    slopes = gradient(np.asarray(zs, dtype=float))
    signal = np.ones(np.shape(zs)[1:])
    for slope in slopes[::-1]:
        signal = signal * slope
    return signal


@formula("backward_signal")
def signal_by_cumulative_product(gradient, zs):
    zs = np.asarray(zs, dtype=float)
    return np.cumprod(gradient(np.asarray(zs, dtype=float)), axis=0)[-1]
