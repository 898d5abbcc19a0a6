"""Reference answers: regularization."""

import numpy as np

# what is not used here is lent to answers in other styles
from ..backpropagation.reference import (  # noqa: F401
    affine_backward,
    affine_forward,
    init_mlp,
    mlp_forward,
    mlp_loss,
    relu_backward,
    relu_forward,
    softmax_cross_entropy,
    train,
)
from ..linear_regression.reference import minibatches  # noqa: F401

WRITTEN = {
    "stop_or_shrink": """
(a) A step takes the distance w* - w to (1 - eta h) (w* - w), so after t steps from 0 the share
1 - (1 - eta h)^t of w* is reached. With the penalty, h (w - w*) + lambda w = 0, so the share is
h / (h + lambda).

(b) Here lambda = 0.2. For h = 1 stopping keeps 1 - 0.5^10 = 0.999, the penalty 1 / 1.2 = 0.833.
For h = 0.01 stopping keeps 1 - 0.995^10 = 0.049, the penalty 0.01 / 0.21 = 0.048. Both let
through what the data say clearly (large curvature) and hold back what they hardly fix, where
w* is mostly noise. Where eta h is small both shares are about eta h t, so 1 / (eta t) does the
work of lambda.

(c) No. Both shares lie above 0 for every h > 0 and finite t or lambda: each direction is
multiplied by a number, and none is set to 0 (unless w* = 0). L1 subtracts, and stops at 0.

(Half a point for (a); 1 point for (b): the numbers, and that flat directions are those the
data do not fix; half a point for (c).)
""",
}


def l1_penalty(w, lam):
    return lam * np.sum(np.abs(np.asarray(w, dtype=float)))


def l1_gradient(w, lam):
    return lam * np.sign(np.asarray(w, dtype=float))


def l2_penalty(w, lam):
    return lam / 2 * np.sum(np.asarray(w, dtype=float) ** 2)


def l2_gradient(w, lam):
    return lam * np.asarray(w, dtype=float)


def soft_threshold(w, t):
    return np.sign(w) * np.maximum(np.abs(w) - t, 0.0)


def dropout_forward(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError(f"p must be at least 0 and less than 1, got {p}")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) / (1 - p)
    return X * mask, mask


def dropout_backward(dout, mask):
    return np.asarray(dout, dtype=float) * mask


def early_stopping(losses, patience):
    best = 0
    for step, loss in enumerate(losses):
        if loss < losses[best]:
            best = step
        elif step - best >= patience:
            break
    return best


def fit_few(X, y, rng):
    params = init_mlp([64, 64, 10], rng)
    params, _ = train(params, X, y, 0.1, 40, 30, rng, l2=0.02)

    def predict(X):
        return mlp_forward(params, X)[0].argmax(axis=1)

    return predict
