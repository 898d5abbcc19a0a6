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
