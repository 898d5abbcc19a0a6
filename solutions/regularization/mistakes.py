"""Wrong answers that students give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from ..backpropagation.reference import affine_forward, init_mlp, mlp_forward, relu_forward, train
from .reference import dropout_forward

# --- penalties -------------------------------------------------------------------------


@mistake(
    "l1_penalty",
    diagnosis="value",
    keeps=1,
    says=("you take the absolute value of the sum, so positive and negative weights cancel"),
)
def l1_of_the_sum(w, lam):
    return lam * abs(np.sum(w))


@mistake(
    "l1_penalty",
    diagnosis="factor",
    keeps=1,
    also=["regularization"],
    says="the penalty carries a factor ½ that does not belong there",
)
def l1_penalty_halved(w, lam):
    return lam / 2 * np.sum(np.abs(w))


@mistake(
    "l1_gradient",
    diagnosis="value",
    keeps=1,
    says="at a weight of 0 your slope is lam, that of positive weights",
)
def l1_gradient_that_is_one_at_zero(w, lam):
    return lam * np.where(np.asarray(w, dtype=float) >= 0, 1.0, -1.0)


@mistake(
    "l1_gradient",
    diagnosis="not-finite",
    keeps=1,
    says="at a weight of 0 you divide zero by zero, which gives nan",
)
def l1_gradient_by_division(w, lam):
    w = np.asarray(w, dtype=float)
    with np.errstate(invalid="ignore"):
        return lam * w / np.abs(w)


@mistake(
    "l1_gradient",
    diagnosis="value",
    keeps=1,
    says="the sign of the weights is not used, so negative ones are pushed away from 0",
)
def l1_gradient_without_the_sign(w, lam):
    return lam * np.ones_like(np.asarray(w, dtype=float))


@mistake(
    "l1_gradient",
    diagnosis="value",
    also=("suspect",),
    keeps=1,
    says="the strength lam is not used in your result",
)
def l1_gradient_without_the_strength(w, lam):
    return np.sign(np.asarray(w, dtype=float))


@mistake(
    "l2_penalty",
    diagnosis="factor",
    keeps=1,
    also=["regularization"],
    says="the factor ½ is missing in your penalty",
)
def l2_penalty_without_the_half(w, lam):
    return lam * np.sum(np.asarray(w, dtype=float) ** 2)


@mistake(
    "l2_penalty",
    diagnosis="value",
    keeps=1,
    also=["factor"],
    says="you take the length of w, not its square",
)
def l2_penalty_by_the_length(w, lam):
    return lam / 2 * np.sqrt(np.sum(np.asarray(w, dtype=float) ** 2))


@mistake(
    "l2_gradient",
    diagnosis="factor",
    keeps=1,
    also=["regularization"],
    says="the gradient carries a factor 2 that does not belong there",
)
def l2_gradient_twice(w, lam):
    return 2 * lam * np.asarray(w, dtype=float)


@mistake("l2_gradient", diagnosis="in-place", keeps=1)
def l2_gradient_in_its_argument(w, lam):
    w = np.asarray(w, dtype=float)
    w *= lam
    return w


@mistake(
    "l2_gradient",
    diagnosis="shape",
    keeps=1,
    says="the entries are added up to a single number instead of being kept one by one",
)
def l2_gradient_added_up(w, lam):
    return lam * np.sum(np.asarray(w, dtype=float))


# --- soft_threshold --------------------------------------------------------------------


@mistake(
    "soft_threshold",
    diagnosis="value",
    says="weights beyond t are kept as they are, not moved toward zero",
)
def hard_threshold(w, t):
    w = np.asarray(w, dtype=float)
    return np.where(np.abs(w) > t, w, 0.0)


@mistake(
    "soft_threshold",
    diagnosis="value",
    says="the weights do not stop at zero, and small ones cross to the other side",
)
def soft_threshold_beyond_zero(w, t):
    w = np.asarray(w, dtype=float)
    return w - t * np.sign(w)


@mistake(
    "soft_threshold",
    diagnosis="value",
    says="all negative weights are set to 0, however large they are",
)
def soft_threshold_of_positive_weights(w, t):
    return np.maximum(np.asarray(w, dtype=float) - t, 0.0)


@mistake(
    "soft_threshold",
    diagnosis="value",
    says="the sign of the weights gets lost, so negative ones come out positive",
)
def soft_threshold_that_loses_the_sign(w, t):
    return np.maximum(np.abs(np.asarray(w, dtype=float)) - t, 0.0)


@mistake(
    "soft_threshold",
    diagnosis="value",
    says="the weights are divided by 1 + t, which is the recipe for L2",
)
def shrinkage_of_l2(w, t):
    return np.asarray(w, dtype=float) / (1 + t)


@mistake("soft_threshold", diagnosis="in-place", keeps=0)
def soft_threshold_in_its_argument(w, t):
    w = np.asarray(w, dtype=float)
    w[np.abs(w) <= t] = 0.0
    return w - t * np.sign(w)


# --- dropout ---------------------------------------------------------------------------


@mistake(
    "dropout_forward",
    diagnosis="value",
    also=("suspect",),
    keeps=1.5,
    says="the kept entries are not scaled up",
)
def dropout_without_the_scale(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p).astype(float)
    return X * mask, mask


@mistake(
    "dropout_forward",
    diagnosis="distribution",
    keeps=1,
    also=("zero", "suspect"),
    says=("the condition is turned round: entries are kept with probability p, not dropped"),
)
def dropout_that_keeps_with_probability_p(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) < p) / (1 - p)
    return X * mask, mask


@mistake(
    "dropout_forward",
    diagnosis="suspect",
    keeps=1,
    says="the scale is missing in the mask you return and stands only in the output",
)
def dropout_with_the_scale_only_in_the_output(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p).astype(float)
    return X * mask / (1 - p), mask


@mistake(
    "dropout_forward",
    diagnosis="distribution",
    also=("suspect",),
    keeps=1.5,
    says=("one mask for the features is used for all samples, so whole columns are dropped"),
)
def dropout_of_whole_columns(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    X = np.asarray(X, dtype=float)
    mask = np.broadcast_to((rng.random(X.shape[-1:]) >= p) / (1 - p), X.shape).copy()
    return X * mask, mask


@mistake(
    "dropout_forward",
    diagnosis="distribution",
    also=("suspect",),
    keeps=1.5,
    says="one random number decides for a whole sample, so whole rows are dropped",
)
def dropout_of_whole_rows(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    X = np.asarray(X, dtype=float)
    keep = rng.random(X.shape[:1]).reshape(-1, *[1] * (X.ndim - 1)) >= p
    mask = np.broadcast_to(keep / (1 - p), X.shape).copy()
    return X * mask, mask


@mistake(
    "dropout_forward",
    diagnosis="distribution",
    keeps=1.5,
    says=("a fixed share of the entries is dropped, where each should be drawn on its own"),
)
def dropout_of_a_fixed_share(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    X = np.asarray(X, dtype=float)
    mask = np.full(X.size, 1 / (1 - p))
    mask[rng.choice(X.size, size=round(p * X.size), replace=False)] = 0.0
    mask = mask.reshape(X.shape)
    return X * mask, mask


@mistake("dropout_forward", diagnosis="no-error", keeps=2.5)
def dropout_at_any_probability(X, p, rng):
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) / (1 - p if p != 1 else 1.0)
    return X * mask, mask


@mistake("dropout_forward", diagnosis="no-error", keeps=2.5)
def dropout_that_drops_everything_if_asked(X, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    X = np.asarray(X, dtype=float)
    mask = (rng.random(X.shape) >= p) / max(1 - p, 1e-12)
    return X * mask, mask


@mistake(
    "dropout_forward",
    diagnosis="rule",
    keeps=1.5,
    says="you make a generator of your own, and rng is not used",
)
def dropout_with_the_global_generator(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    X = np.asarray(X, dtype=float)
    mask = (np.random.default_rng().random(X.shape) >= p) / (1 - p)
    return X * mask, mask


@mistake("dropout_forward", diagnosis="type", keeps=1)
def dropout_without_the_mask(X, p, rng):
    if not 0 <= p < 1:
        raise ValueError("p must be in [0, 1)")
    X = np.asarray(X, dtype=float)
    return X * (rng.random(X.shape) >= p) / (1 - p)


@mistake(
    "dropout_backward",
    diagnosis="value",
    keeps=2,
    also=["factor"],
    says="the scale of the mask is lost: you multiply by 0 or 1 only",
)
def dropout_backward_without_the_scale(dout, mask):
    return np.asarray(dout, dtype=float) * (np.asarray(mask) > 0)


@mistake(
    "dropout_backward",
    diagnosis="value",
    keeps=2,
    says="dout is passed through as it is, and the mask is not used",
)
def dropout_backward_as_it_came(dout, mask):
    return np.array(dout, dtype=float)


@mistake(
    "dropout_backward",
    diagnosis="not-finite",
    keeps=2,
    says="you divide by the mask, and at dropped entries that is a division by zero",
)
def dropout_backward_undone(dout, mask):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(dout, dtype=float) / np.asarray(mask, dtype=float)


@mistake(
    "dropout_backward",
    diagnosis="value",
    keeps=2,
    also=["factor"],
    says="the mask is multiplied in twice, so the scale is squared",
)
def dropout_backward_with_the_scale_twice(dout, mask):
    return np.asarray(dout, dtype=float) * np.asarray(mask, dtype=float) ** 2


# --- early_stopping --------------------------------------------------------------------


@mistake(
    "early_stopping",
    diagnosis="value",
    also=("suspect",),
    says="all losses are searched for the lowest, so patience is not used",
)
def early_stopping_at_the_lowest_of_all(losses, patience):
    return int(np.argmin(losses))


@mistake(
    "early_stopping",
    diagnosis="value",
    says="you return the step at which reading ended, not the one with the lowest loss",
)
def early_stopping_where_it_stopped(losses, patience):
    best, t = 0, 0
    for t, loss in enumerate(losses):
        if loss < losses[best]:
            best = t
        elif t - best >= patience:
            return t
    return t


@mistake(
    "early_stopping",
    diagnosis="value",
    says=("the count of failures is not set back at an improvement, so they need not be in a row"),
)
def early_stopping_that_counts_all_failures(losses, patience):
    best, failures = 0, 0
    for t, loss in enumerate(losses):
        if loss < losses[best]:
            best = t
        elif t > 0:
            failures += 1
            if failures >= patience:
                break
    return best


@mistake(
    "early_stopping",
    diagnosis="value",
    also=("suspect",),
    says="you wait for one failure more than patience says",
)
def early_stopping_one_step_too_patient(losses, patience):
    best = 0
    for t, loss in enumerate(losses):
        if loss < losses[best]:
            best = t
        elif t - best > patience:
            break
    return best


@mistake(
    "early_stopping",
    diagnosis="value",
    keeps=1,
    says="an equal loss counts as lower, so you keep the last of equal ones",
)
def early_stopping_that_takes_the_last_of_equals(losses, patience):
    best = 0
    for t, loss in enumerate(losses):
        if loss <= losses[best]:
            best = t
        elif t - best >= patience:
            break
    return best


@mistake(
    "early_stopping",
    diagnosis="value",
    keeps=1,
    says=("an improvement must reach a smallest size in your code, but any lower loss counts"),
)
def early_stopping_with_a_tolerance(losses, patience):
    best = 0
    for t, loss in enumerate(losses):
        if loss < losses[best] - 1e-4:
            best = t
        elif t - best >= patience:
            break
    return best


@mistake(
    "early_stopping",
    diagnosis="value",
    keeps=1,
    says="the lowest loss starts at 1000, so larger losses never count as lower",
)
def early_stopping_from_a_lowest_loss_of_a_thousand(losses, patience):
    best, lowest, failures = 0, 1000.0, 0
    for t, loss in enumerate(losses):
        if loss < lowest:
            best, lowest, failures = t, loss, 0
        else:
            failures += 1
            if failures >= patience:
                break
    return best


@mistake(
    "early_stopping",
    diagnosis="value",
    also=("suspect",),
    says=("failures are counted against the loss just before, not against the lowest so far"),
)
def early_stopping_by_comparing_neighbors(losses, patience):
    best, rises = 0, 0
    for t in range(1, len(losses)):
        rises = 0 if losses[t] < losses[t - 1] else rises + 1
        if losses[t] < losses[best]:
            best = t
        if rises >= patience:
            break
    return best


@mistake(
    "early_stopping",
    diagnosis="dtype",
    says="you return the lowest loss itself, not its index",
)
def the_lowest_loss_itself(losses, patience):
    best = 0
    for t, loss in enumerate(losses):
        if loss < losses[best]:
            best = t
        elif t - best >= patience:
            break
    return losses[best]


# --- fit_few ---------------------------------------------------------------------------


@mistake(
    "fit_few",
    diagnosis="rule",
    also=("digits",),
    keeps=1,
    says="nothing restrains the network, and it learns all labels by heart",
)
def few_without_a_restraint(X, y, rng):
    params, _ = train(init_mlp([64, 64, 10], rng), X, y, 0.6, 40, 10, rng)
    return lambda X: mlp_forward(params, X)[0].argmax(axis=1)


@mistake(
    "fit_few",
    diagnosis="digits",
    keeps=1,
    says="the penalty is so strong that no weight survives it",
)
def few_by_too_strong_a_penalty(X, y, rng):
    start = init_mlp([64, 64, 10], rng)
    params, _ = train(start, X, y, 0.1, 6, 30, rng, l2=5.0)
    return lambda X: mlp_forward(params, X)[0].argmax(axis=1)


@mistake(
    "fit_few",
    diagnosis="rule",
    says="units are dropped in predict too",
)
def few_with_dropout_in_predict(X, y, rng):
    (W1, b1), last = train(init_mlp([64, 64, 10], rng), X, y, 0.1, 3, 30, rng)[0]

    def predict(X):
        A = dropout_forward(relu_forward(affine_forward(X, W1, b1)), 0.95, rng)[0]
        return affine_forward(A, *last).argmax(axis=1)

    return predict


@mistake(
    "fit_few",
    diagnosis="rule",
    also=("digits",),
    keeps=1,
    says="the network predicts with the parameters that it had before training",
)
def few_before_training(X, y, rng):
    start = init_mlp([64, 64, 10], rng)
    train(start, X, y, 0.1, 1, 30, rng, l2=0.02)
    return lambda X: mlp_forward(start, X)[0].argmax(axis=1)


@mistake(
    "fit_few",
    diagnosis="rule",
    says="the scores of all classes come back, not the label of the largest",
)
def few_as_scores(X, y, rng):
    params, _ = train(init_mlp([64, 64, 10], rng), X, y, 0.1, 2, 30, rng, l2=0.02)
    return lambda X: mlp_forward(params, X)[0]


@mistake(
    "fit_few",
    diagnosis="rule",
    says="the parameters come back, not a function that predicts",
)
def few_as_parameters(X, y, rng):
    return train(init_mlp([64, 64, 10], rng), X, y, 0.1, 2, 30, rng, l2=0.02)[0]


@mistake(
    "fit_few",
    diagnosis="rule",
    keeps=4,
    says="the start and the batches do not come from rng",
)
def few_from_a_generator_of_its_own(X, y, rng):
    rng = np.random.default_rng()
    params, _ = train(init_mlp([64, 64, 10], rng), X, y, 0.1, 40, 30, rng, l2=0.02)
    return lambda X: mlp_forward(params, X)[0].argmax(axis=1)
