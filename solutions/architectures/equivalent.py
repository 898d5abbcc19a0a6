"""Mutants of the references that no check can tell from them, each with the reason."""

CACHE = "what the cache holds is asked by the checks of the backward step"
LAST = "the last axis of a matrix is its second"
SYMMETRIC = "the edges are the same in both directions"

EQUIVALENT = {
    "lstm_step_forward: m = h.shape[-1]": LAST,
    "lstm_step_forward: i, f, o = np.split(gates, 3, axis=-1)": LAST,
    "lstm_step_forward: return (o * t, new_c, (…": CACHE,
    "cross_layer_backward: ds = np.sum(dout * x0, axis=-1)": LAST,
    "graph_conv_forward: root = np.sqrt(A.sum(axis=0))": SYMMETRIC,
    "graph_conv_forward: root = np.sqrt(A.sum(axis=-1))": LAST,
    "graph_conv_backward: root = np.sqrt(A.sum(axis=0))": SYMMETRIC,
    "graph_conv_backward: root = np.sqrt(A.sum(axis=-1))": LAST,
    "ebgan_losses: missing = np.maximum(0.0, np.subtract(margin, e_fake))": (
        "the larger of two numbers has no order"
    ),
    "ebgan_gradients: pushed_up = np.where(np.asarray(e_fake) <= margin, -1 / m, 0.0)": (
        "at the margin either slope is allowed"
    ),
}
