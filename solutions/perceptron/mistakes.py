"""Wrong answers that students really give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import (
    add_bias,
    averaged_perceptron,
    margin,
    perceptron_fit,
    perceptron_loss,
    predict,
)


@mistake(
    "add_bias",
    diagnosis="value",
    says="the column of ones stands on the left of the features",
)
def ones_on_the_left(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([np.ones(len(X)), X])


@mistake(
    "add_bias",
    diagnosis="shape",
    also=["axis"],
    says="a row of ones is appended below the samples, not a column beside them",
)
def a_row_of_ones(X):
    X = np.asarray(X, dtype=float)
    return np.vstack([X, np.ones(X.shape[1])])


@mistake(
    "add_bias",
    diagnosis="shape",
    says="you add 1 to every feature and append nothing",
)
def one_added_to_every_entry(X):
    return np.asarray(X, dtype=float) + 1


@mistake(
    "add_bias",
    diagnosis="rule",
    says="the new column holds zeros, not ones",
)
def a_column_of_zeros(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([X, np.zeros(len(X))])


@mistake(
    "add_bias",
    diagnosis="integer",
    says=("integer inputs give integers back, because nothing in your code makes them floats"),
)
def integers_stay_integers(X):
    X = np.asarray(X)
    return np.column_stack([X, np.ones(len(X), dtype=X.dtype)])


@mistake(
    "predict",
    diagnosis="value",
    keeps=1,
    says="on the boundary, where the score is 0, you answer 0, which is no label",
)
def zero_on_the_boundary(w, X):
    return np.sign(np.asarray(X) @ np.asarray(w)).astype(int)


@mistake(
    "predict",
    diagnosis="value",
    keeps=1,
    says="on the boundary, where the score is 0, you answer -1",
)
def minus_one_on_the_boundary(w, X):
    return np.where(np.asarray(X) @ np.asarray(w) > 0, 1, -1)


@mistake(
    "predict",
    diagnosis="value",
    says="your labels are 0 and 1, not -1 and 1",
)
def labels_zero_and_one(w, X):
    return (np.asarray(X) @ np.asarray(w) >= 0).astype(int)


@mistake(
    "predict",
    diagnosis="dtype",
    says="you return True and False, not the two labels",
)
def true_and_false(w, X):
    return np.asarray(X) @ np.asarray(w) >= 0


@mistake(
    "predict",
    diagnosis="dtype",
    says="your labels are floating-point numbers, not integers",
)
def labels_with_decimals(w, X):
    return np.where(np.asarray(X) @ np.asarray(w) >= 0, 1.0, -1.0)


@mistake(
    "predict",
    diagnosis="dtype",
    says="you return the scores themselves, not the labels",
)
def the_scores_themselves(w, X):
    return np.asarray(X, dtype=float) @ np.asarray(w)


@mistake(
    "predict",
    diagnosis="shape",
    says="you return a column with two axes, where one axis is asked for",
)
def labels_in_a_column(w, X):
    return np.where(np.asarray(X) @ np.asarray(w) >= 0, 1, -1)[:, None]


@mistake(
    "perceptron_loss",
    diagnosis="value",
    says="you sum over all samples, not over the mistakes alone",
)
def sum_over_all_samples(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return -np.sum(y * (X @ w))


@mistake(
    "perceptron_loss",
    diagnosis="value",
    says="the condition is turned round: you sum over the samples that are right",
)
def sum_over_the_right_samples(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    scores = y * (X @ w)
    return -np.sum(scores[scores >= 0])


@mistake(
    "perceptron_loss",
    diagnosis="sign",
    says="the minus sign is missing, so your loss is negative",
)
def loss_below_zero(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.minimum(0.0, y * (X @ w)))


@mistake(
    "perceptron_loss",
    diagnosis="factor",
    says="the loss is divided by the number of samples, but the criterion is a sum",
)
def mean_of_the_costs(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(np.maximum(0.0, -y * (X @ w)))


@mistake(
    "perceptron_loss",
    diagnosis="value",
    says="the sum is divided by the number of mistakes",
)
def mean_over_the_mistakes(w, X, y):
    scores = np.asarray(y) * (np.asarray(X) @ np.asarray(w))
    mistaken = scores <= 0
    return -np.sum(scores[mistaken]) / max(1, np.sum(mistaken))


@mistake(
    "perceptron_loss",
    diagnosis="value",
    says=("the label is missing in the terms of the sum and stands only in the condition"),
)
def label_only_in_the_condition(w, X, y):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float)
    return -np.sum(z[np.asarray(y) * z <= 0])


@mistake(
    "perceptron_loss",
    diagnosis="value",
    says="you count the mistakes, not how far they are off",
)
def number_of_mistakes(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(y * (X @ w) <= 0)


@mistake(
    "perceptron_loss",
    diagnosis="value",
    says="every sample with a functional margin below 1 costs something, not the mistakes alone",
)
def hinge_with_a_margin_of_one(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0.0, 1 - y * (X @ w)))


@mistake(
    "perceptron_loss",
    diagnosis="factor",
    says="the loss is divided by the length of w",
)
def divided_by_the_length_of_w(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0.0, -y * (X @ w))) / np.linalg.norm(w)


@mistake(
    "perceptron_loss",
    diagnosis="shape",
    says="you return the cost of each sample, not their sum",
)
def cost_of_each_sample(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.maximum(0.0, -y * (X @ w))


@mistake(
    "perceptron_gradient",
    diagnosis="value",
    says="samples with a functional margin below 1 count, as in the hinge loss, not mistakes alone",
)
def gradient_under_the_condition_of_the_hinge(w, X, y):
    w, X, y = (np.asarray(array, dtype=float) for array in (w, X, y))
    inside = y * (X @ w) < 1
    return -(y * inside) @ X


@mistake(
    "perceptron_gradient",
    diagnosis="sign",
    says="the minus sign is missing, so your gradient points downhill",
)
def the_update_itself(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    return y[mistaken] @ X[mistaken]


@mistake(
    "perceptron_gradient",
    diagnosis="factor",
    says="the gradient is divided by the number of samples, but the criterion is a sum",
)
def mean_over_the_samples(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    return -y[mistaken] @ X[mistaken] / len(y)


@mistake(
    "perceptron_gradient",
    diagnosis="value",
    says="you sum over all samples, not over the mistakes alone",
)
def gradient_over_all_samples(w, X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    return -y @ X


@mistake(
    "perceptron_gradient",
    diagnosis="value",
    keeps=2,
    says="samples exactly on the boundary are left out of the sum",
)
def boundary_left_out(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) < 0
    return -y[mistaken] @ X[mistaken]


@mistake(
    "perceptron_gradient",
    diagnosis="value",
    keeps=2,
    says=(
        "you ask whether the prediction differs from the label, so boundary samples "
        "with the label +1 are left out"
    ),
)
def mistakes_by_prediction(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = predict(w, X) != y
    return -y[mistaken] @ X[mistaken]


@mistake(
    "perceptron_gradient",
    diagnosis="value",
    says="the condition is turned round: you sum over the samples that are right",
)
def gradient_of_the_right_samples(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    chosen = y * (X @ w) >= 0
    return -y[chosen] @ X[chosen]


@mistake(
    "perceptron_gradient",
    diagnosis="one-sample",
    says="only the first mistaken sample is counted, and the loop ends there",
)
def first_mistake_only(w, X, y):
    for row, label in zip(np.asarray(X, dtype=float), y):
        if label * np.dot(row, w) <= 0:
            return -label * row
    return np.zeros(len(w))


@mistake(
    "perceptron_gradient",
    diagnosis="one-sample",
    says="the gradient is overwritten at each mistake, so only the last one counts",
)
def last_mistake_only(w, X, y):
    gradient = np.zeros(len(w))
    for row, label in zip(np.asarray(X, dtype=float), y):
        if label * np.dot(row, w) <= 0:
            gradient = -label * row
    return gradient


@mistake(
    "perceptron_gradient",
    diagnosis="factor",
    says="the gradient is divided by the length of w",
)
def gradient_over_the_length_of_w(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    length = np.linalg.norm(w)
    return -y[mistaken] @ X[mistaken] / (length if length > 0 else 2.0)


@mistake(
    "perceptron_gradient",
    diagnosis="batch-sum",
    says="you return the gradient of each sample, not their sum",
)
def gradient_of_each_sample(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    return -(mistaken * y)[:, None] * X


@mistake("perceptron_gradient", diagnosis="in-place")
def signs_written_into_X(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    X *= y[:, None]
    return -X[X @ w <= 0].sum(axis=0)


@mistake(
    "perceptron_fit",
    diagnosis="value",
    keeps=1,
    says="after each update you start again from the first sample",
)
def begins_again_after_a_mistake(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        mistaken = False
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, updates, mistaken = w + eta * y_i * x_i, updates + 1, True
                break
        if not mistaken:
            break
    return w, updates


@mistake(
    "perceptron_fit",
    diagnosis="value",
    says=(
        "you stop as soon as all predictions are right, though boundary samples "
        "still count as mistakes"
    ),
)
def stops_when_predictions_are_right(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        if np.all(np.where(X @ w >= 0, 1, -1) == y):
            break
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, updates = w + eta * y_i * x_i, updates + 1
    return w, updates


@mistake(
    "perceptron_fit",
    diagnosis="value",
    keeps=1,
    says="the condition is turned round: you update at samples that are right",
)
def updates_on_the_right_samples(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) >= 0:
                w, updates, clean = w + eta * y_i * x_i, updates + 1, False
        if clean:
            break
    return w, updates


@mistake(
    "perceptron_fit",
    diagnosis="value",
    says=("you update only where the functional margin is negative, so zero weights stay zero"),
)
def never_leaves_zero(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) < 0:
                w, updates, clean = w + eta * y_i * x_i, updates + 1, False
        if clean:
            break
    return w, updates


@mistake(
    "perceptron_fit",
    diagnosis="value",
    says="the sign of the update is turned, so w moves away from where it should",
)
def steps_away_from_the_sample(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, updates, clean = w - eta * y_i * x_i, updates + 1, False
        if clean:
            break
    return w, updates


@mistake(
    "perceptron_fit",
    diagnosis="value",
    also=["zero"],
    says=(
        "you ask whether the prediction differs from the label, so boundary samples "
        "with the label +1 are left out"
    ),
)
def asks_what_predict_says(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if predict(w, x_i[None, :])[0] != y_i:
                w, updates, clean = w + eta * y_i * x_i, updates + 1, False
        if clean:
            break
    return w, updates


@mistake(
    "perceptron_fit",
    diagnosis="shape",
    says="you append a column of ones inside, though X is to be used as it is",
)
def adds_its_own_bias(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    X = np.column_stack([X, np.ones(len(X))])
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, updates, clean = w + eta * y_i * x_i, updates + 1, False
        if clean:
            break
    return w, updates


@mistake(
    "perceptron_fit",
    diagnosis="value",
    keeps=1,
    says="all mistakes of an epoch are used in one update, not one after the other",
)
def whole_gradient_at_once(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        mistaken = y * (X @ w) <= 0
        if not mistaken.any():
            break
        w = w + eta * y[mistaken] @ X[mistaken]
        updates += int(mistaken.sum())
    return w, updates


@mistake(
    "perceptron_fit",
    diagnosis="value",
    keeps=1,
    says="you count the epochs with mistakes, not the updates",
)
def counts_epochs(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, epochs = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, clean = w + eta * y_i * x_i, False
        if clean:
            break
        epochs += 1
    return w, epochs


@mistake(
    "perceptron_fit",
    diagnosis="value",
    keeps=1,
    says="training always ends after one epoch",
)
def one_epoch_only(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for x_i, y_i in zip(X, y):
        if y_i * (x_i @ w) <= 0:
            w, updates = w + eta * y_i * x_i, updates + 1
    return w, updates


@mistake(
    "perceptron_fit",
    diagnosis="factor",
    keeps=3,
    says="the step size eta is not used in the update",
)
def step_size_forgotten(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, updates, clean = w + y_i * x_i, updates + 1, False
        if clean:
            break
    return w, updates


@mistake(
    "perceptron_fit",
    diagnosis="timeout",
    keeps=3,
    says="you go on to the last epoch, even after one without a mistake",
)
def runs_through_every_epoch(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, updates = w + eta * y_i * x_i, updates + 1
    return w, updates


@mistake(
    "perceptron_fit",
    diagnosis="value",
    keeps=1,
    says="the samples are taken from the last to the first",
)
def samples_in_reverse(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float)[::-1], np.asarray(y, dtype=float)[::-1]
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, updates, clean = w + eta * y_i * x_i, updates + 1, False
        if clean:
            break
    return w, updates


@mistake("perceptron_fit", diagnosis="no-error", also=("known",), keeps=3)
def takes_any_label(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, updates, clean = w + eta * y_i * x_i, updates + 1, False
        if clean:
            break
    return w, updates


@mistake("perceptron_fit", diagnosis="exception", keeps=1)
def wants_both_labels(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if set(y.tolist()) != {-1.0, 1.0}:
        raise ValueError("y must hold -1 and +1")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, updates, clean = w + eta * y_i * x_i, updates + 1, False
        if clean:
            break
    return w, updates


@mistake(
    "perceptron_fit",
    diagnosis="value",
    keeps=1,
    says=(
        "you stop when the loss is 0, though boundary samples, which add 0, still count as mistakes"
    ),
)
def stops_at_zero_loss(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, updates = w + eta * y_i * x_i, updates + 1
        if perceptron_loss(w, X, y) == 0:
            break
    return w, updates


@mistake("perceptron_fit", diagnosis="type")
def forgets_the_count(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, clean = w + eta * y_i * x_i, False
        if clean:
            break
    return w


@mistake(
    "margin",
    diagnosis="value",
    keeps=1,
    says=("you take distances without their sign, so mistaken samples look like right ones"),
)
def distance_without_its_sign(w, X, y):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.min(np.abs(X @ w)) / np.linalg.norm(w)


@mistake(
    "margin",
    diagnosis="factor",
    says="the scores are not divided by the length of w",
)
def score_instead_of_distance(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w))


@mistake(
    "margin",
    diagnosis="factor",
    says="you divide by the square of the length of w",
)
def divided_by_the_squared_length(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / np.sum(w**2)


@mistake(
    "margin",
    diagnosis="value",
    says="the last weight is left out of the length of w",
)
def bias_left_out_of_the_length(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / np.linalg.norm(w[:-1])


@mistake(
    "margin",
    diagnosis="value",
    says="the labels are not used, so you take the smallest score of all",
)
def labels_left_out(w, X, y):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.min(X @ w) / np.linalg.norm(w)


@mistake(
    "margin",
    diagnosis="value",
    says="you return the largest signed distance, not the smallest",
)
def largest_distance(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.max(y * (X @ w)) / np.linalg.norm(w)


@mistake(
    "margin",
    diagnosis="value",
    keeps=1,
    says="your margin is cut off at 0, so it is never negative",
)
def cut_off_at_zero(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return max(0.0, np.min(y * (X @ w)) / np.linalg.norm(w))


@mistake(
    "margin",
    diagnosis="shape",
    says="you return the distance of each sample, not the smallest of them",
)
def distance_of_each_sample(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return y * (X @ w) / np.linalg.norm(w)


@mistake(
    "mistake_bound",
    diagnosis="power",
    says="the ratio of radius and margin is not squared",
)
def ratio_not_squared(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    return np.max(np.linalg.norm(X, axis=1)) / margin(w, X, y)


@mistake(
    "mistake_bound",
    diagnosis="power",
    says="your ratio is upside down: the margin is divided by the radius",
)
def ratio_upside_down(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    return (margin(w, X, y) / np.max(np.linalg.norm(X, axis=1))) ** 2


@mistake(
    "mistake_bound",
    diagnosis="value",
    says="you take the length of the whole matrix, not of its longest row",
)
def length_of_the_whole_matrix(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    return (np.linalg.norm(X) / margin(w, X, y)) ** 2


@mistake(
    "mistake_bound",
    diagnosis="value",
    says="the bound is rounded down to a whole number",
)
def whole_updates_only(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    return np.floor((np.max(np.linalg.norm(X, axis=1)) / margin(w, X, y)) ** 2)


@mistake(
    "mistake_bound",
    diagnosis="value",
    says="the radius is the largest entry of X, not the length of the longest sample",
)
def largest_entry_as_radius(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    return (np.max(np.abs(X)) / margin(w, X, y)) ** 2


@mistake(
    "mistake_bound",
    diagnosis="value",
    says="gamma is the smallest functional margin, which is not divided by the length of w",
)
def score_as_margin(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    return (np.max(np.linalg.norm(X, axis=1)) / np.min(y * (X @ w))) ** 2


@mistake("mistake_bound", diagnosis="no-error", also=("known",), keeps=1)
def never_refuses(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    return (np.max(np.linalg.norm(X, axis=1)) / margin(w, X, y)) ** 2


@mistake("mistake_bound", diagnosis="no-error", also=("known",), keeps=1)
def boundary_let_through(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) < 0):
        raise ValueError("w does not separate the samples")
    return (np.max(np.linalg.norm(X, axis=1)) / margin(w, X, y)) ** 2


@mistake(
    "mistake_bound",
    diagnosis="value",
    says="you hand the arguments to margin in the wrong order",
)
def margin_with_swapped_arguments(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    return (np.max(np.linalg.norm(X, axis=1)) / margin(X, y, w)) ** 2


@mistake(
    "averaged_perceptron",
    diagnosis="value",
    says="only weights that were just changed are averaged, however long they lasted",
)
def averages_the_updates_alone(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, total, updates = np.zeros(X.shape[1]), np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + y_i * x_i
                total = total + w
                updates += 1
        if updates == before:
            break
    return total / updates


@mistake(
    "averaged_perceptron",
    diagnosis="value",
    says="the sum over all samples looked at is divided by the number of updates",
)
def sum_over_visits_by_updates(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, total, updates = np.zeros(X.shape[1]), np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + y_i * x_i
                updates += 1
            total = total + w
        if updates == before:
            break
    return total / updates


@mistake(
    "averaged_perceptron",
    diagnosis="value",
    says="the sum is divided by the number of samples, not by that of all visits",
)
def divided_by_the_samples_alone(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, total = np.zeros(X.shape[1]), np.zeros(X.shape[1])
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, clean = w + y_i * x_i, False
            total = total + w
        if clean:
            break
    return total / len(y)


@mistake(
    "averaged_perceptron",
    diagnosis="value",
    keeps=1,
    says="the sum is divided by n times max_epochs, also where training ended earlier",
)
def divided_by_all_epochs_allowed(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, total = np.zeros(X.shape[1]), np.zeros(X.shape[1])
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, clean = w + y_i * x_i, False
            total = total + w
        if clean:
            break
    return total / (max_epochs * len(y))


@mistake(
    "averaged_perceptron",
    diagnosis="value",
    says="you take the weights before each sample, the zeros of the start among them",
)
def weights_before_each_sample(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, history = np.zeros(X.shape[1]), []
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            history.append(w)
            if y_i * (x_i @ w) <= 0:
                w, clean = w + y_i * x_i, False
        if clean:
            break
    return np.mean(history, axis=0)


@mistake(
    "averaged_perceptron",
    diagnosis="value",
    says="the zeros of the start are averaged in, before any sample is looked at",
)
def zeros_of_the_start_averaged_in(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w = np.zeros(X.shape[1])
    history = [w]
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, clean = w + y_i * x_i, False
            history.append(w)
        if clean:
            break
    return np.mean(history, axis=0)


@mistake(
    "averaged_perceptron",
    diagnosis="value",
    says="the mean is over the weights at the ends of the epochs, not over those after each sample",
)
def mean_over_epochs(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, history = np.zeros(X.shape[1]), []
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, clean = w + y_i * x_i, False
        history.append(w)
        if clean:
            break
    return np.mean(history, axis=0)


@mistake(
    "averaged_perceptron",
    diagnosis="value",
    says="these are the last weights, as where += changes the one array that a list repeats",
)
def one_array_many_times(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, history = np.zeros(X.shape[1]), []
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w += y_i * x_i
                clean = False
            history.append(w)
        if clean:
            break
    return np.mean(history, axis=0)


@mistake(
    "averaged_perceptron",
    diagnosis="value",
    keeps=1,
    says="the last epoch, which is clean, is left out of the mean",
)
def clean_epoch_left_out(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, total, visits = np.zeros(X.shape[1]), np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        if np.all(y * (X @ w) > 0):
            break
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + y_i * x_i
            total = total + w
            visits += 1
    return total / visits


@mistake(
    "averaged_perceptron",
    diagnosis="value",
    keeps=1,
    says="you go on after an epoch without a mistake, and the last weights get more votes",
)
def never_stops_early(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, history = np.zeros(X.shape[1]), []
    for _ in range(max_epochs):
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + y_i * x_i
            history.append(w)
    return np.mean(history, axis=0)


@mistake(
    "averaged_perceptron",
    diagnosis="value",
    says="samples are judged by the mean so far, and not by the present weights",
)
def updates_the_average(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, mean, visits = np.zeros(X.shape[1]), np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ mean) <= 0:
                w, clean = w + y_i * x_i, False
            visits += 1
            mean = mean + (w - mean) / visits
        if clean:
            break
    return mean


@mistake(
    "averaged_perceptron",
    diagnosis="value",
    also=["zero"],
    says="scores of exactly 0 do not count as mistakes, so zero weights stay zero",
)
def strictly_wrong_alone(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, history = np.zeros(X.shape[1]), []
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) < 0:
                w, clean = w + y_i * x_i, False
            history.append(w)
        if clean:
            break
    return np.mean(history, axis=0)


@mistake(
    "averaged_perceptron",
    diagnosis="value",
    says="the weights are added up and never divided by their number",
)
def sum_of_the_weights(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, total = np.zeros(X.shape[1]), np.zeros(X.shape[1])
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, clean = w + y_i * x_i, False
            total = total + w
        if clean:
            break
    return total


@mistake(
    "averaged_perceptron",
    diagnosis="type",
    says="the number of updates comes back too, where the mean alone is asked for",
)
def average_and_count(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, total, visits, updates = np.zeros(X.shape[1]), np.zeros(X.shape[1]), 0, 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, updates = w + y_i * x_i, updates + 1
            total, visits = total + w, visits + 1
        if updates == before:
            break
    return total / visits, updates


@mistake(
    "tell_apart",
    diagnosis="rule",
    keeps=1,
    says="these are the last weights of a run, which hang on its last few mistakes",
)
def last_weights(X, y):
    return perceptron_fit(add_bias(X), y)[0]


@mistake(
    "tell_apart",
    diagnosis="rule",
    keeps=1,
    says="these are the last weights of a run, however few its epochs are",
)
def last_weights_of_ten_epochs(X, y):
    return perceptron_fit(add_bias(X), y, max_epochs=10)[0]


@mistake(
    "tell_apart",
    diagnosis="rule",
    says="after one epoch these are the last weights, not an average",
)
def last_weights_of_one_epoch(X, y):
    return perceptron_fit(add_bias(X), y, max_epochs=1)[0]


@mistake("tell_apart", diagnosis="shape", says="there is no bias: no column of ones was appended")
def no_bias(X, y):
    return averaged_perceptron(X, y, max_epochs=10)


@mistake("tell_apart", diagnosis="rule", says="the bias is the first of the weights, not the last")
def bias_before_the_pixels(X, y):
    X = np.column_stack([np.ones(len(X)), X])
    return averaged_perceptron(X, y, max_epochs=10)


@mistake("tell_apart", diagnosis="shape", says="these are answers to the samples, not weights")
def answers_for_weights(X, y):
    return predict(averaged_perceptron(add_bias(X), y, max_epochs=10), add_bias(X))


@mistake(
    "tell_apart",
    diagnosis="type",
    says="the number of updates comes back with the weights, which alone are asked for",
)
def weights_and_updates(X, y):
    return perceptron_fit(add_bias(X), y)


@mistake("tell_apart", diagnosis="rule", says="the weights have the wrong sign: 8 is called 1")
def labels_exchanged(X, y):
    return averaged_perceptron(add_bias(X), -np.asarray(y), max_epochs=10)


@mistake(
    "tell_apart",
    diagnosis="rule",
    says="pixels are rounded to whole numbers, and nearly all ink is lost",
)
def pixels_without_fractions(X, y):
    return averaged_perceptron(add_bias(np.asarray(X).astype(int)), y, max_epochs=10)
