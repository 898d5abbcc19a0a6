"""Mutants of the references that no check can tell from them, each with the reason."""

FLOATS = "what follows makes floats of integers"
ORDER = "the order of the two makes no difference"
UNUSED = "for positive z the other branch is taken; the limit only keeps exp from overflow"
EMPTY = "the type is told by the first value, and arrays without one are not asked for"

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
}
