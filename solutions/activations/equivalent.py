"""Mutants of the references that no check can tell from them, each with the reason."""

FLOATS = "what follows makes floats of integers"
ORDER = "the order of the two makes no difference"
UNUSED = "for positive z the other branch is taken; the limit only keeps exp from overflow"
EMPTY = "the type is told by the first value, and arrays without one are not asked for"
LAYERS = "more layers change all sizes, and at these depths not which of them is the best"
SIZES = "the best is far enough from the second for other sizes"
ALIKE = "random numbers are drawn alike, so it does not matter which are used where"

EQUIVALENT = {
    "sigmoid: return (1.0 + np.tanh(np.asarray(z) / 2.0)) / 2.0": FLOATS,
    "symmetric_sigmoid: return np.tanh(beta * np.asarray(z) / 2.0)": FLOATS,
    "symmetric_sigmoid_gradient: return beta / 2.0 * (1.0 - symmetric_sigmoid(beta, z) ** 2)": (
        "only the product of z and beta counts"
    ),
    "relu: return np.maximum(0.0, z)": "the larger of two is the larger in either order",
    "relu_gradient: return np.where(1.0, np.asarray(z) > 0, 0.0)": (
        "where makes floats of True and False beside 0.0"
    ),
    "leaky_relu: z = np.asarray(z)": FLOATS,
    "leaky_relu: return np.where(z >= 0, z, a * z)": "both branches are 0 at 0",
    "elu: z = np.asarray(z)": FLOATS,
    "elu: return np.where(z >= 0, z, alpha * np.expm1(np.minimum(z, 0.0)))": (
        "both branches are 0 at 0"
    ),
    "elu: return np.where(z > 0, z, alpha * np.expm1(np.minimum(0.0, z)))": ORDER,
    "elu: return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0.001)))": UNUSED,
    "elu: return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 1.0)))": UNUSED,
    "elu_gradient: z = np.asarray(z)": FLOATS,
    "elu_gradient: return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(0.0, z)))": ORDER,
    "elu_gradient: return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0.001)))": UNUSED,
    "elu_gradient: return np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 1.0)))": UNUSED,
    "gelu: z = np.asarray(z)": FLOATS,
    "gelu: phi = np.vectorize(math.erfc)(-z / math.sqrt(2.0)) / 2.0": EMPTY,
    "gelu_gradient: z = np.asarray(z)": FLOATS,
    "gelu_gradient: phi = np.vectorize(math.erfc)(-z / math.sqrt(2.0)) / 2.0": EMPTY,
    "gelu_sigmoid: z = np.asarray(z)": FLOATS,
    "gelu_sigmoid_gradient: z = np.asarray(z)": FLOATS,
    "gelu_sigmoid_gradient: return …sigmoid_gradient(-1.702 * z)": "the slope is even",
    "softmax_jacobian: z = np.asarray(z)": FLOATS,
    "choose_activation: gradients, inputs, *weights = …": ALIKE,
    "choose_activation: inputs, *weights, gradients = …": ALIKE,
    "choose_activation: …rng.normal(size=(depth + 3, 100, 100))": LAYERS,
    "choose_activation: weights = [W / np.sqrt(101) for W in weights]": SIZES,
    "choose_activation: weights = [W / np.sqrt(99) for W in weights]": SIZES,
    "choose_activation: twice zs.append(f(zs[-1]) @ W)": LAYERS,
    "choose_activation: zs.append(W @ f(zs[-1]))": ALIKE,
    "choose_activation: zs.append(W)": (
        "numbers that are all small are what a deep network ends with; a shallow one has its inputs"
    ),
    "choose_activation: for W, z in list(zip(weights, zs)):": ALIKE,
    "choose_activation: twice g = g @ W.T * slope(z)": "squares of factors are ordered alike",
    "choose_activation: g = g * slope(z)": ALIKE,
    "choose_activation: g = g @ W * slope(z)": ALIKE,
    "choose_activation: g = W.T @ g * slope(z)": ALIKE,
    "choose_activation: return abs(np.log2(np.mean(g ** 2)))": "logarithms of any base",
    "choose_activation: return abs(np.log(np.median(g ** 2)))": (
        "the medians of squares are ordered as their means"
    ),
}
