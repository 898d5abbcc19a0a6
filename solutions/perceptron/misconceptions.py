"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

from .reference import averaged_perceptron, perceptron_fit

# --- add_bias ---


@misconception(
    "add_bias",
    says="the column of ones stands on the left of the features",
)
def bias_on_the_left(X):
    X = np.asarray(X, dtype=float)
    return np.hstack([np.ones((X.shape[0], 1)), X])


@misconception(
    "add_bias",
    says="the new column holds zeros, not ones",
)
def bias_zeros(X):
    X = np.asarray(X, dtype=float)
    return np.pad(X, ((0, 0), (0, 1)))


@misconception(
    "add_bias",
    says="the last feature is overwritten with ones, and no column is appended",
)
def bias_overwrites_last(X):
    X_new = np.array(X, dtype=float)
    X_new[:, -1] = 1.0
    return X_new


@misconception(
    "add_bias",
    says="the column of ones stands before the last feature, not after it",
)
def bias_before_last(X):
    X = np.asarray(X, dtype=float)
    return np.insert(X, -1, 1.0, axis=1)


@misconception(
    "add_bias",
    says="you add 1 to every feature and append nothing",
)
def bias_adds_one_to_all(X):
    X = np.asarray(X, dtype=float)
    ones = np.ones((X.shape[0], 1))
    return X + ones


@misconception(
    "add_bias",
    says="nothing is appended if the last feature happens to be 1 in all samples",
)
def bias_skipped_if_ones_are_there(X):
    X = np.asarray(X, dtype=float)
    if np.all(X[:, -1] == 1):
        return X.copy()
    return np.column_stack([X, np.ones(len(X))])


@formula("add_bias")
def add_bias_as_column_stack(X):
    X = np.asarray(X, dtype=float)
    ones = np.ones(len(X))
    return np.column_stack([X, ones])


@formula("add_bias")
def add_bias_as_hstack(X):
    X = np.asarray(X, dtype=float)
    n = X.shape[0]
    return np.hstack([X, np.ones((n, 1))])


@formula("add_bias")
def add_bias_as_concatenate(X):
    X = np.asarray(X, dtype=float)
    n, d = X.shape
    return np.concatenate([X, np.ones((n, 1))], axis=1)


@formula("add_bias")
def add_bias_as_filled(X):
    X = np.asarray(X, dtype=float)
    n, d = X.shape
    out = np.ones((n, d + 1))
    out[:, :d] = X
    return out


@misconception(
    "add_bias",
    says="two columns of ones are appended, not one",
)
def bias_twice(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([X, np.ones((len(X), 2))])


@misconception(
    "add_bias",
    says="a column of ones stands on the left as well as on the right",
)
def bias_on_both_sides(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([np.ones(len(X)), X, np.ones(len(X))])


@misconception(
    "add_bias",
    says="the new column holds -1, as for a threshold, not 1",
)
def bias_minus_ones(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([X, -np.ones(len(X))])


@misconception(
    "add_bias",
    says="the new column counts the samples instead of holding the same number for all",
)
def bias_row_numbers(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([X, np.arange(len(X))])


@misconception(
    "add_bias",
    says=("the new column counts the samples from 1 instead of holding the same number for all"),
)
def bias_counts_from_one(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([X, np.arange(1, len(X) + 1)])


@misconception(
    "add_bias",
    says="the new column holds one over the number of samples",
)
def bias_one_over_n(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([X, np.full(len(X), 1 / len(X))])


@misconception(
    "add_bias",
    says="the new column holds the sum of the features of each sample",
)
def bias_sum_of_features(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([X, X.sum(axis=1)])


@misconception(
    "add_bias",
    says="the new column holds the mean of the features of each sample",
)
def bias_mean_of_features(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([X, X.mean(axis=1)])


@misconception(
    "add_bias",
    says="the last feature is appended once more, not a column of ones",
)
def bias_last_repeated(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([X, X[:, -1]])


@misconception(
    "add_bias",
    says="only the first sample gets a 1, the others get 0",
)
def bias_only_first_sample(X):
    X = np.asarray(X, dtype=float)
    column = np.zeros(len(X))
    column[0] = 1.0
    return np.column_stack([X, column])


@misconception(
    "add_bias",
    says="the result is transposed: the samples stand in its columns",
)
def bias_transposed(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([X, np.ones(len(X))]).T


@misconception(
    "add_bias",
    says="a row of ones is appended below the samples, not a column beside them",
)
def bias_row_below(X):
    X = np.asarray(X, dtype=float)
    return np.concatenate([X, np.ones((1, X.shape[1]))])


@misconception(
    "add_bias",
    says="a row of ones is put above the samples, where a column belongs beside them",
)
def bias_row_above(X):
    X = np.asarray(X, dtype=float)
    return np.concatenate([np.ones((1, X.shape[1])), X])


@misconception(
    "add_bias",
    says="the first feature is overwritten with ones, and no column is appended",
)
def bias_overwrites_first(X):
    X = np.asarray(X, dtype=float)
    X = X.copy()
    X[:, 0] = 1.0
    return X


@misconception(
    "add_bias",
    says="you return X as it is, and nothing is appended",
)
def bias_returns_X(X):
    X = np.asarray(X, dtype=float)
    return X.copy()


@misconception(
    "add_bias",
    says="the rows are strung together in one long row with a single 1 at the end",
)
def bias_flattened(X):
    X = np.asarray(X, dtype=float)
    return np.append(X, 1.0)


@misconception(
    "add_bias",
    says="the new column holds the number of features, not 1",
)
def bias_of_the_other_size(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([X, np.full(len(X), float(X.shape[1]))])


# --- predict ---


@misconception(
    "predict",
    says="on the boundary, where the score is 0, you answer -1",
)
def predict_boundary_minus(w, X):
    z = np.dot(np.asarray(X, dtype=float), np.asarray(w, dtype=float))
    return np.array([1 if s > 0 else -1 for s in z])


@misconception(
    "predict",
    says="the scores are cut to integers first, so those between -1 and 0 become 0",
)
def predict_truncates_sums(w, X):
    z = (np.asarray(X) @ np.asarray(w)).astype(int)
    return 2 * (z >= 0).astype(int) - 1


@misconception(
    "predict",
    says="you add up the scores of all samples, so all get the same answer",
)
def predict_all_together(w, X):
    X = np.asarray(X, dtype=float)
    total = np.sum(X * np.asarray(w, dtype=float))
    return np.full(X.shape[0], 1 if total >= 0 else -1)


@misconception(
    "predict",
    says=("you round tanh of the score, which gives 0 for small scores, and that is no label"),
)
def predict_rounds_tanh(w, X):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float)
    answers = np.round(np.tanh(z)).astype(int)
    answers[z == 0] = 1
    return answers


@misconception(
    "predict",
    says="you return a column with two axes, where one axis is asked for",
)
def predict_column(w, X):
    X = np.asarray(X, dtype=float)
    w = np.asarray(w, dtype=float).reshape(-1, 1)
    return np.where(X @ w >= 0, 1, -1)


@misconception(
    "predict",
    says="only the largest product of weight and feature decides, not the sum of all",
)
def predict_strongest_feature(w, X):
    products = np.asarray(X, dtype=float) * np.asarray(w, dtype=float)
    strongest = np.argmax(np.abs(products), axis=1)
    chosen = products[np.arange(len(products)), strongest]
    return np.where(chosen >= 0, 1, -1)


@formula("predict")
def predict_as_where(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    scores = X @ w
    return np.where(scores >= 0, 1, -1)


@formula("predict")
def predict_as_less_than(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X @ w < 0, -1, 1)


@formula("predict")
def predict_as_zero_or_one(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return 2 * (X @ w >= 0).astype(int) - 1


@formula("predict")
def predict_as_loop(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    answers = []
    for x_i in X:
        if np.dot(w, x_i) >= 0:
            answers.append(1)
        else:
            answers.append(-1)
    return np.array(answers)


@misconception(
    "predict",
    says="the two labels are exchanged: positive scores are answered with -1",
)
def predict_condition_inverted(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X @ w >= 0, -1, 1)


@misconception(
    "predict",
    says="your threshold is one half, as for a probability, not 0",
)
def predict_threshold_half(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X @ w >= 0.5, 1, -1)


@misconception(
    "predict",
    says="your threshold is at 1, so small positive scores are answered with -1",
)
def predict_threshold_one(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X @ w >= 1, 1, -1)


@misconception(
    "predict",
    says="the last weight is used as a threshold, though the scores have no bias here",
)
def predict_last_weight_as_threshold(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X[:, :-1] @ w[:-1] >= w[-1], 1, -1)


@misconception(
    "predict",
    says="the last weight is also added as a bias, though it belongs to a feature",
)
def predict_last_weight_added(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X @ w + w[-1] >= 0, 1, -1)


@misconception(
    "predict",
    says="the last feature and its weight are left out of the score",
)
def predict_without_last_feature(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X[:, :-1] @ w[:-1] >= 0, 1, -1)


@misconception(
    "predict",
    says="the first feature and its weight are left out of the score",
)
def predict_without_first_feature(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X[:, 1:] @ w[1:] >= 0, 1, -1)


@misconception(
    "predict",
    says="only the last feature and its weight enter the score",
)
def predict_last_feature_only(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X[:, -1] * w[-1] >= 0, 1, -1)


@misconception(
    "predict",
    says="the weights are not used: you add up the features alone",
)
def predict_sum_of_features(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X.sum(axis=1) >= 0, 1, -1)


@misconception(
    "predict",
    says="the absolute value of the score is taken, so every answer is +1",
)
def predict_absolute_score(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(np.abs(X @ w) >= 0, 1, -1)


@misconception(
    "predict",
    says="each feature enters with its sign only, not with its value",
)
def predict_signs_of_features(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(np.sign(X) @ w >= 0, 1, -1)


@misconception(
    "predict",
    says="each weight enters with its sign only, not with its value",
)
def predict_signs_of_weights(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X @ np.sign(w) >= 0, 1, -1)


@misconception(
    "predict",
    says="the threshold is the mean score of all samples, not 0",
)
def predict_mean_threshold(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    scores = X @ w
    return np.where(scores >= np.mean(scores), 1, -1)


@misconception(
    "predict",
    says="every sample gets the answer of the first one",
)
def predict_first_for_all(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.full(len(X), 1 if X[0] @ w >= 0 else -1)


@misconception(
    "predict",
    says=("each product of weight and feature gets a label, but their sum should get one"),
)
def predict_entry_by_entry(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X * w >= 0, 1, -1)


@misconception(
    "predict",
    says="the features vote: you add up the signs of the products, not the products",
)
def predict_majority(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(np.sign(X * w).sum(axis=1) >= 0, 1, -1)


@misconception(
    "predict",
    says="you cut the score off at -1 and 1, so values between them are no labels",
)
def predict_clipped_score(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.clip(X @ w, -1, 1)


@misconception(
    "predict",
    says="you return tanh of the score, a number between the labels",
)
def predict_tanh(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.tanh(X @ w)


@misconception(
    "predict",
    says="the weights are squared in the score",
)
def predict_weights_at_power(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X @ w**2 >= 0, 1, -1)


# --- perceptron_loss ---


@misconception(
    "perceptron_loss",
    says="you sum over all samples, not over the mistakes alone",
)
def loss_over_all(w, X, y):
    return -np.sum(np.asarray(y) * (np.asarray(X) @ np.asarray(w)))


@misconception(
    "perceptron_loss",
    says="you count the mistakes, not how far they are off",
)
def loss_counts(w, X, y):
    mistakes = 0
    for xi, yi in zip(X, y):
        if yi * np.dot(w, xi) <= 0:
            mistakes += 1
    return mistakes


@misconception(
    "perceptron_loss",
    says="the minus sign is missing, so your loss is negative",
)
def loss_negative(w, X, y):
    s = np.asarray(y) * (np.asarray(X) @ np.asarray(w))
    wrong = s <= 0
    return np.sum(s[wrong])


@misconception(
    "perceptron_loss",
    says="the terms of the sum are squared",
)
def loss_squared(w, X, y):
    total = 0.0
    for i in range(len(y)):
        margin_i = y[i] * sum(wj * xj for wj, xj in zip(w, X[i]))
        total += max(0.0, -margin_i) ** 2
    return total


@misconception(
    "perceptron_loss",
    says="a column of labels times the scores makes a table of all pairs of samples",
)
def loss_all_pairs(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    y = np.asarray(y).reshape(-1, 1)
    scores = y * (X @ w)
    return np.sum(np.where(scores <= 0, -scores, 0.0))


@misconception(
    "perceptron_loss",
    says="the difference of label and decision is 2 in size, so your loss is doubled",
)
def loss_doubled(w, X, y):
    z = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float)
    y_hat = np.where(z >= 0, 1, -1)
    return np.sum((y_hat - np.asarray(y)) * z)


@formula("perceptron_loss")
def perceptron_loss_as_mask(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    scores = y * (X @ w)
    mistaken = scores <= 0
    return -np.sum(scores[mistaken])


@formula("perceptron_loss")
def perceptron_loss_as_maximum(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y * (X @ w)))


@formula("perceptron_loss")
def perceptron_loss_as_loop(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    loss = 0.0
    for x_i, y_i in zip(X, y):
        score = y_i * np.dot(w, x_i)
        if score <= 0:
            loss = loss - score
    return loss


@formula("perceptron_loss")
def perceptron_loss_as_where(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    scores = y * (X @ w)
    return np.sum(np.where(scores <= 0, -scores, 0))


@misconception(
    "perceptron_loss",
    says="a 1 is added for each mistake, on top of its functional margin",
)
def loss_margin_counted(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    scores = y * (X @ w)
    return np.sum(1 - scores[scores <= 0])


@misconception(
    "perceptron_loss",
    says=("you compare the label with the decision, so the size of the score does not enter"),
)
def loss_of_decision(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y * np.where(X @ w >= 0, 1, -1)))


@misconception(
    "perceptron_loss",
    says="your formula is made for labels 0 and 1, but the labels are -1 and 1",
)
def loss_of_labels_zero_one(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -(2 * y - 1) * (X @ w)))


@misconception(
    "perceptron_loss",
    says="only mistaken samples with the label -1 are counted",
)
def loss_only_false_positives(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    scores = X @ w
    return np.sum(np.maximum(0, scores[y == -1]))


@misconception(
    "perceptron_loss",
    says="only mistaken samples with the label +1 are counted",
)
def loss_only_false_negatives(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    scores = X @ w
    return np.sum(np.maximum(0, -scores[y == 1]))


@misconception(
    "perceptron_loss",
    says="only the first mistaken sample is counted, and the loop ends there",
)
def loss_first_mistake(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    for x_i, y_i in zip(X, y):
        if y_i * (x_i @ w) < 0:
            return -y_i * (x_i @ w)
    return 0.0


@misconception(
    "perceptron_loss",
    says="the loss is overwritten at each mistake, so only the last one counts",
)
def loss_last_mistake(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    loss = 0.0
    for x_i, y_i in zip(X, y):
        if y_i * (x_i @ w) < 0:
            loss = -y_i * (x_i @ w)
    return loss


@misconception(
    "perceptron_loss",
    says="you return the cost of the worst mistake alone, not the sum over all",
)
def loss_worst_mistake(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.max(np.maximum(0, -y * (X @ w)))


@misconception(
    "perceptron_loss",
    says="you add up all scores first and cut off the sum, not each term",
)
def loss_of_sum(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return max(0.0, -np.sum(y * (X @ w)))


@misconception(
    "perceptron_loss",
    says=(
        "the kink is smoothed by a logarithm and an exponential, so right samples "
        "cost something, too"
    ),
)
def loss_smooth(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.log(1 + np.exp(-y * (X @ w))))


@misconception(
    "perceptron_loss",
    says="you add up squared differences of label and score",
)
def loss_squared_error(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((y - X @ w) ** 2)


@misconception(
    "perceptron_loss",
    says="the absolute values of all scores are added up, those of right samples too",
)
def loss_absolute_scores(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.abs(X @ w))


@misconception(
    "perceptron_loss",
    says="the loss carries a factor ½ that does not belong there",
)
def loss_half(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y * (X @ w))) / 2


@misconception(
    "perceptron_loss",
    says="the loss is divided by the number of features",
)
def loss_divided_by_features(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y * (X @ w))) / X.shape[1]


@misconception(
    "perceptron_loss",
    says="each term is divided by the length of its sample",
)
def loss_per_sample_length(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    lengths = np.linalg.norm(X, axis=1)
    return np.sum(np.maximum(0, -y * (X @ w)) / lengths)


@misconception(
    "perceptron_loss",
    says="half the squared length of w is added, as in a penalty on large weights",
)
def loss_with_penalty(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y * (X @ w))) + np.sum(w**2) / 2


@misconception(
    "perceptron_loss",
    says=(
        "the difference of label and decision is added up, so only mistakes are counted, each twice"
    ),
)
def loss_counts_doubled(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.abs(y - np.where(X @ w >= 0, 1, -1)))


@misconception(
    "perceptron_loss",
    says="you return the share of mistaken samples, not how far they are off",
)
def loss_share_of_mistakes(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(y * (X @ w) <= 0)


@misconception(
    "perceptron_loss",
    says="the last feature and its weight are left out of the score",
)
def loss_without_last_feature(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y * (X[:, :-1] @ w[:-1])))


@misconception(
    "perceptron_loss",
    says="each product of weight and feature is cut off at 0, not their sum",
)
def loss_of_terms(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y[:, None] * X * w))


@misconception(
    "perceptron_loss",
    says="the last sample is left out of the sum",
)
def loss_without_last_sample(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y[:-1] * (X[:-1] @ w)))


# --- perceptron_gradient ---


@misconception(
    "perceptron_gradient",
    says="the minus sign is missing, so your gradient points downhill",
)
def gradient_sign(w, X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    m = y * (X @ np.asarray(w)) <= 0
    return y[m] @ X[m]


@misconception(
    "perceptron_gradient",
    says="the gradient is divided by the number of samples, but the criterion is a sum",
)
def gradient_mean(w, X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n = len(y)
    wrong = (y * (X @ np.asarray(w)) <= 0).astype(float)
    return -X.T @ (wrong * y) / n


@misconception(
    "perceptron_gradient",
    says=(
        "you ask whether the prediction differs from the label, so boundary samples "
        "with the label +1 are left out"
    ),
)
def gradient_by_prediction(w, X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    wrong = predict(w, X) != y
    return -(y[wrong, None] * X[wrong]).sum(axis=0)


@misconception(
    "perceptron_gradient",
    says="only the first mistaken sample is counted, and the loop ends there",
)
def gradient_first_mistake(w, X, y):
    X = np.asarray(X, dtype=float)
    grad = np.zeros(X.shape[1])
    for i in range(X.shape[0]):
        if y[i] * np.dot(X[i], w) <= 0:
            grad = grad - y[i] * X[i]
            return grad
    return grad


@misconception(
    "perceptron_gradient",
    says="you differentiate with respect to x, not w: the terms contain the weights",
)
def gradient_by_x(w, X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    wrong = y * (X @ w) <= 0
    return -np.sum(y[wrong]) * w


@misconception(
    "perceptron_gradient",
    says=("a difference quotient over both sides counts samples on the boundary only half"),
)
def gradient_measured(w, X, y):
    w = np.array(w, dtype=float)
    h = 1e-6
    g = np.zeros(w.shape)
    for j in range(len(w)):
        e = np.zeros(w.shape)
        e[j] = h
        g[j] = (perceptron_loss(w + e, X, y) - perceptron_loss(w - e, X, y)) / (2 * h)
    return g


@formula("perceptron_gradient")
def perceptron_gradient_as_mask(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    return -y[mistaken] @ X[mistaken]


@formula("perceptron_gradient")
def perceptron_gradient_as_sum(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    return -np.sum(y[mistaken][:, None] * X[mistaken], axis=0)


@formula("perceptron_gradient")
def perceptron_gradient_as_loop(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    grad = np.zeros(len(w))
    for x_i, y_i in zip(X, y):
        if y_i * np.dot(w, x_i) <= 0:
            grad = grad - y_i * x_i
    return grad


@formula("perceptron_gradient")
def perceptron_gradient_as_transposed(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = (y * (X @ w) <= 0).astype(float)
    return -X.T @ (mistaken * y)


@misconception(
    "perceptron_gradient",
    says=(
        "the label is missing in the terms, so every mistake pulls with the sign of its features"
    ),
)
def gradient_label_left_out(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    return -X[mistaken].sum(axis=0)


@misconception(
    "perceptron_gradient",
    says="the condition asks only whether the score is negative, without the label",
)
def gradient_condition_without_label(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = X @ w <= 0
    return -y[mistaken] @ X[mistaken]


@misconception(
    "perceptron_gradient",
    says="each sample is weighted with a smooth function of its score, not with 0 or 1",
)
def gradient_of_smooth_loss(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    weight = 1 / (1 + np.exp(y * (X @ w)))
    return -(weight * y) @ X


@misconception(
    "perceptron_gradient",
    says="samples with a functional margin below 1 count as mistakes, though they may be right",
)
def gradient_with_margin(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 1
    return -y[mistaken] @ X[mistaken]


@misconception(
    "perceptron_gradient",
    says="each term is also multiplied by the score, as if the loss were squared",
)
def gradient_weighted_by_score(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    scores = y * (X @ w)
    mistaken = scores <= 0
    return (scores[mistaken] * y[mistaken]) @ X[mistaken]


@misconception(
    "perceptron_gradient",
    says="the sum is divided by the number of mistakes",
)
def gradient_mean_over_mistakes(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    return -y[mistaken] @ X[mistaken] / max(1, np.sum(mistaken))


@misconception(
    "perceptron_gradient",
    says=("the difference of label and decision is 2 in size, so your gradient is doubled"),
)
def gradient_doubled(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (np.where(X @ w >= 0, 1, -1) - y) @ X


@misconception(
    "perceptron_gradient",
    says="only mistaken samples with the label +1 enter the sum",
)
def gradient_only_positive_labels(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = (y * (X @ w) <= 0) & (y == 1)
    return -y[mistaken] @ X[mistaken]


@misconception(
    "perceptron_gradient",
    says="only mistaken samples with the label -1 enter the sum",
)
def gradient_only_negative_labels(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = (y * (X @ w) <= 0) & (y == -1)
    return -y[mistaken] @ X[mistaken]


@misconception(
    "perceptron_gradient",
    says="only the worst mistake enters the gradient, not all of them",
)
def gradient_worst_mistake(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    scores = y * (X @ w)
    i = np.argmin(scores)
    return -y[i] * X[i] if scores[i] <= 0 else np.zeros(len(w))


@misconception(
    "perceptron_gradient",
    says="the gradient is scaled to the length 1",
)
def gradient_normalized(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    grad = -y[mistaken] @ X[mistaken]
    length = np.linalg.norm(grad)
    return grad / length if length > 0 else grad


@misconception(
    "perceptron_gradient",
    says="every sample is scaled to the length 1 before it enters the sum",
)
def gradient_of_unit_samples(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    rows = X / np.linalg.norm(X, axis=1, keepdims=True)
    return -y[mistaken] @ rows[mistaken]


@misconception(
    "perceptron_gradient",
    says="w is added to the gradient, as for a penalty on large weights",
)
def gradient_with_weights(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    return w - y[mistaken] @ X[mistaken]


@misconception(
    "perceptron_gradient",
    says="you return the weights after a step, not the gradient",
)
def gradient_after_step(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    return w + y[mistaken] @ X[mistaken]


@misconception(
    "perceptron_gradient",
    says="each component of the gradient is multiplied by its weight",
)
def gradient_times_weights(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    return w * (-y[mistaken] @ X[mistaken])


@misconception(
    "perceptron_gradient",
    says="your gradient is that of a squared error of the scores",
)
def gradient_of_squared_error(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return (X @ w - y) @ X


@misconception(
    "perceptron_gradient",
    says="the features enter with their signs only, not with their values",
)
def gradient_signs_of_features(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    return -y[mistaken] @ np.sign(X[mistaken])


@misconception(
    "perceptron_gradient",
    says="samples on the boundary count only half, as in the mean of both slopes",
)
def gradient_boundary_halved(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    scores = y * (X @ w)
    weight = np.where(scores < 0, 1.0, np.where(scores == 0, 0.5, 0.0))
    return -(weight * y) @ X


@misconception(
    "perceptron_gradient",
    says="the last sample is left out of the sum",
)
def gradient_without_last_sample(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    mistaken[-1] = False
    return -y[mistaken] @ X[mistaken]


@misconception(
    "perceptron_gradient",
    says="the last component is set to 0, as if the last weight were not learned",
)
def gradient_bias_left_out(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    mistaken = y * (X @ w) <= 0
    grad = -y[mistaken] @ X[mistaken]
    grad[-1] = 0.0
    return grad


# --- perceptron_fit ---


@misconception(
    "perceptron_fit",
    says=("you update only where the functional margin is negative, so zero weights stay zero"),
)
def fit_strict(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold -1 and +1")
    w, updates = np.zeros(X.shape[1]), 0
    for epoch in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (w @ x_i) < 0:
                w = w + eta * y_i * x_i
                updates += 1
                clean = False
        if clean:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="training ends at the first sample that is right, in the middle of an epoch",
)
def fit_stops_at_first_right(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if not set(y.tolist()) <= {-1, 1}:
        raise ValueError("y may hold only -1 and +1")
    w, k = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        for xi, yi in zip(X, y):
            if yi * (xi @ w) <= 0:
                w = w + eta * yi * xi
                k += 1
            else:
                return w, k
    return w, k


@misconception(
    "perceptron_fit",
    says="the counter is set back to 0 in every epoch, so only the last one counts",
)
def fit_counts_last_epoch(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if not np.all(np.isin(y, (-1, 1))):
        raise ValueError("y: labels -1 or +1")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        updates = 0
        for xi, yi in zip(X, y):
            if yi * (w @ xi) <= 0:
                w = w + eta * yi * xi
                updates += 1
        if updates == 0:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="your test of the labels is never true, so other labels are accepted",
)
def fit_never_refuses(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if np.any(y) not in (-1, 1):
        raise ValueError("y must be -1 or 1")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        old = updates
        for xi, yi in zip(X, y):
            if yi * np.dot(w, xi) <= 0:
                w = w + eta * yi * xi
                updates += 1
        if updates == old:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="after each update you start again from the first sample",
)
def fit_restarts_after_update(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if not np.all((y == -1) | (y == 1)):
        raise ValueError("y must contain only -1 and +1")
    w = np.zeros(X.shape[1])
    updates = 0
    for _ in range(max_epochs):
        found = False
        for xi, yi in zip(X, y):
            if yi * (w @ xi) <= 0:
                w = w + eta * yi * xi
                updates += 1
                found = True
                break
        if not found:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="training always ends after one epoch",
)
def fit_returns_after_one_epoch(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    if any(label != 1 and label != -1 for label in y):
        raise ValueError("a label in y is neither -1 nor +1")
    w, updates = np.zeros(X.shape[1]), 0
    for epoch in range(max_epochs):
        mistakes = 0
        for i, xi in enumerate(X):
            if y[i] * xi.dot(w) <= 0:
                w = w + eta * y[i] * xi
                mistakes += 1
        updates += mistakes
        if mistakes == 0:
            break
        return w, updates
    return w, updates


@formula("perceptron_fit")
def perceptron_fit_as_flag(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            if y_i * (w @ x_i) <= 0:
                w = w + eta * y_i * x_i
                updates += 1
                clean = False
        if clean:
            break
    return w, updates


@formula("perceptron_fit")
def perceptron_fit_as_count(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for epoch in range(max_epochs):
        mistakes = 0
        for i in range(len(X)):
            score = y[i] * np.dot(w, X[i])
            if score <= 0:
                w = w + eta * y[i] * X[i]
                mistakes += 1
        updates += mistakes
        if mistakes == 0:
            break
    return w, updates


@formula("perceptron_fit")
def perceptron_fit_as_while(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    epoch, clean = 0, False
    while epoch < max_epochs and not clean:
        clean = True
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates = updates + 1
                clean = False
        epoch = epoch + 1
    return w, updates


@formula("perceptron_fit")
def perceptron_fit_as_gradient(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                gradient = -y_i * x_i
                w = w - eta * gradient
                updates = updates + 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="the label is missing in the update, so every mistaken sample is added",
)
def fit_without_label(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + eta * x_i
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="the condition asks only whether the score is negative, without the label",
)
def fit_condition_without_label(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if x_i @ w <= 0:
                w = w + eta * y_i * x_i
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="every update carries a factor 2 that does not belong there",
)
def fit_doubled(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + 2 * eta * y_i * x_i
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="you update whenever the score is below 1, not only at mistakes",
)
def fit_margin_of_one(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 1:
                w = w + eta * y_i * x_i
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="you update at every sample, mistaken or not",
)
def fit_every_sample(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        for x_i, y_i in zip(X, y):
            w = w + eta * y_i * x_i
            updates += 1
    return w, updates


@misconception(
    "perceptron_fit",
    says="the weights are set back to zero at the start of each epoch",
)
def fit_weights_reset(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        w = np.zeros(X.shape[1])
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + eta * y_i * x_i
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="the weights start at one, not at zero",
)
def fit_starts_at_ones(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    w = np.ones(X.shape[1])
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + eta * y_i * x_i
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="the weights start at random numbers, not at zero",
)
def fit_starts_random(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    w = np.random.default_rng(0).normal(size=X.shape[1])
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + eta * y_i * x_i
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says=("the weights start at the first sample with its label, and this update is not counted"),
)
def fit_starts_at_first_sample(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    w = y[0] * X[0]
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + eta * y_i * x_i
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="the step is divided by the number of samples",
)
def fit_step_over_n(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + eta * y_i * x_i / len(y)
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="the step size shrinks from epoch to epoch, where eta stays the same",
)
def fit_step_shrinks(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for epoch in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + eta / (epoch + 1) * y_i * x_i
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="the samples are shuffled in each epoch, where they are to be taken in order",
)
def fit_shuffled(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    rng = np.random.default_rng(0)
    for _ in range(max_epochs):
        before = updates
        for i in rng.permutation(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="every sample is scaled to the length 1 before it is added",
)
def fit_unit_samples(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + eta * y_i * x_i / np.linalg.norm(x_i)
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="the weights are scaled to the length 1 after each update",
)
def fit_weights_normalized(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + eta * y_i * x_i
                w = w / max(np.linalg.norm(w), 1e-12)
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says=("you return the mean of the weights over all samples seen, not the last weights"),
)
def fit_averaged(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    total, seen = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + eta * y_i * x_i
                updates += 1
            total, seen = total + w, seen + 1
        if updates == before:
            break
    return total / max(seen, 1), updates


@misconception(
    "perceptron_fit",
    says="only the worst sample of each pass is used, not every mistake in order",
)
def fit_worst_sample(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        scores = y * (X @ w)
        i = np.argmin(scores)
        if scores[i] > 0:
            break
        w = w + eta * y[i] * X[i]
        updates += 1
    return w, updates


@misconception(
    "perceptron_fit",
    says="each sample is repeated until it is right before the next one is looked at",
)
def fit_until_right(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            while y_i * (x_i @ w) <= 0 and np.any(x_i != 0) and eta > 0:
                w = w + eta * y_i * x_i
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="the step grows with the size of the score, where eta alone should set it",
)
def fit_scaled_by_score(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + eta * y_i * x_i * (1 + abs(x_i @ w))
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="the weights are shrunk a little at each update, as by a penalty",
)
def fit_weights_shrink(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = 0.9 * w + eta * y_i * x_i
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="the last weight stays 0, as if it were not updated",
)
def fit_bias_not_learned(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w = w + eta * y_i * np.append(x_i[:-1], 0.0)
                updates += 1
        if updates == before:
            break
    return w, updates


@misconception(
    "perceptron_fit",
    says="you count every sample looked at, not the updates",
)
def fit_counts_samples(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all((y == 1) | (y == -1)):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        clean = True
        for x_i, y_i in zip(X, y):
            updates += 1
            if y_i * (x_i @ w) <= 0:
                w, clean = w + eta * y_i * x_i, False
        if clean:
            break
    return w, updates


# --- margin ---


@misconception(
    "margin",
    says="you return the largest signed distance, not the smallest",
)
def margin_largest(w, X, y):
    w = np.asarray(w, dtype=float)
    best = -np.inf
    for xi, yi in zip(np.asarray(X, dtype=float), y):
        distance = yi * (w @ xi) / np.sqrt(np.sum(w * w))
        if distance > best:
            best = distance
    return best


@misconception(
    "margin",
    says="you return the mean of the signed distances, not the smallest",
)
def margin_mean(w, X, y):
    w = np.asarray(w, dtype=float)
    return np.mean(np.asarray(y) * (np.asarray(X) @ w)) / np.linalg.norm(w)


@misconception(
    "margin",
    says="the labels are not used, so you take the smallest score of all",
)
def margin_without_label(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    unit = w / np.linalg.norm(w)
    return min(X @ unit)


@misconception(
    "margin",
    says="you divide by the sum of the weights in size, not by the Euclidean length",
)
def margin_one_norm(w, X, y):
    w = np.asarray(w, dtype=float)
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    return np.min(y * X.dot(w)) / np.linalg.norm(w, 1)


@misconception(
    "margin",
    says="you return the width of the whole corridor, twice the margin",
)
def margin_whole_corridor(w, X, y):
    w = np.asarray(w, dtype=float)
    signed = np.asarray(y) * (np.asarray(X) @ w) / np.linalg.norm(w)
    return 2 * np.min(signed)


@misconception(
    "margin",
    says=("you pick the sample nearest to the boundary, even if a mistaken one lies farther away"),
)
def margin_nearest_sample(w, X, y):
    w, X, y = np.asarray(w, dtype=float), np.asarray(X, dtype=float), np.asarray(y)
    t = y * (X @ w) / np.sqrt(w @ w)
    return t[np.argmin(np.abs(t))]


@formula("margin")
def margin_as_text(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w) / np.linalg.norm(w))


@formula("margin")
def margin_as_unit_vector(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    unit = w / np.linalg.norm(w)
    return np.min(y * (X @ unit))


@formula("margin")
def margin_as_root(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    length = np.sqrt(np.sum(w**2))
    distances = y * (X @ w) / length
    return np.min(distances)


@formula("margin")
def margin_as_loop(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    smallest = np.inf
    for x_i, y_i in zip(X, y):
        distance = y_i * np.dot(w, x_i) / np.sqrt(np.dot(w, w))
        if distance < smallest:
            smallest = distance
    return smallest


@misconception(
    "margin",
    says="the scores are divided by the lengths of the samples, not of w",
)
def margin_over_sample_length(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w) / np.linalg.norm(X, axis=1))


@misconception(
    "margin",
    says="you divide by the lengths of both w and the sample, which gives a cosine",
)
def margin_cosine(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w) / np.linalg.norm(X, axis=1)) / np.linalg.norm(w)


@misconception(
    "margin",
    says="you divide by the largest entry of w in size, not by its Euclidean length",
)
def margin_largest_entry(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / np.max(np.abs(w))


@misconception(
    "margin",
    says="you divide by the sum of the weights, in which signs cancel",
)
def margin_sum_of_weights(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / np.sum(w)


@misconception(
    "margin",
    says="you divide by the root of the number of weights, not by the length of w",
)
def margin_of_longest_length(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / np.sqrt(len(w))


@misconception(
    "margin",
    says="you multiply by the length of w, where you have to divide by it",
)
def margin_times_length(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) * np.linalg.norm(w)


@misconception(
    "margin",
    says="you return the median of the signed distances, not the smallest",
)
def margin_median(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.median(y * (X @ w)) / np.linalg.norm(w)


@misconception(
    "margin",
    says="only the first sample is looked at, not all of them",
)
def margin_first_sample(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return y[0] * (X[0] @ w) / np.linalg.norm(w)


@misconception(
    "margin",
    says="only the last sample is looked at, not all of them",
)
def margin_last_sample(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return y[-1] * (X[-1] @ w) / np.linalg.norm(w)


@misconception(
    "margin",
    says="mistaken samples are left out, so your margin is never negative",
)
def margin_only_right_samples(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    distances = y * (X @ w) / np.linalg.norm(w)
    right = distances[distances > 0]
    return np.min(right) if len(right) else 0.0


@misconception(
    "margin",
    says="only samples with the label +1 are looked at",
)
def margin_only_positive_labels(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min((X @ w)[y == 1]) / np.linalg.norm(w)


@misconception(
    "margin",
    says="only samples with the label -1 are looked at",
)
def margin_only_negative_labels(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(-(X @ w)[y == -1]) / np.linalg.norm(w)


@misconception(
    "margin",
    says="the signed distances are added up, where the smallest is asked for",
)
def margin_sum(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(y * (X @ w)) / np.linalg.norm(w)


@misconception(
    "margin",
    says="the sign is turned: you return how far the worst sample is off",
)
def margin_sign_turned(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return -np.min(y * (X @ w)) / np.linalg.norm(w)


@misconception(
    "margin",
    says=("you return the gap between the two classes along w, not the smallest distance"),
)
def margin_gap_between_classes(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    scores = X @ w / np.linalg.norm(w)
    return np.min(scores[y == 1]) - np.max(scores[y == -1])


@misconception(
    "margin",
    says=("you return half the gap between the classes, as if the boundary could be moved"),
)
def margin_half_gap(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    scores = X @ w / np.linalg.norm(w)
    return (np.min(scores[y == 1]) - np.max(scores[y == -1])) / 2


@misconception(
    "margin",
    says=("the labels are compared with the decisions, so the sizes of the scores do not enter"),
)
def margin_of_decisions(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * np.where(X @ w >= 0, 1, -1)) / np.linalg.norm(w)


@misconception(
    "margin",
    says="the margin carries a factor ½ that does not belong there",
)
def margin_half(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / np.linalg.norm(w) / 2


@misconception(
    "margin",
    says="you return the index of the nearest sample, not its distance",
)
def margin_index(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return float(np.argmin(y * (X @ w) / np.linalg.norm(w)))


@misconception(
    "margin",
    says="the last feature and its weight are left out, in the score and in the length",
)
def margin_without_last_feature(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X[:, :-1] @ w[:-1])) / np.linalg.norm(w[:-1])


@misconception(
    "margin",
    says=("you measure the distance from each sample to the point w, not to the boundary"),
)
def margin_distance_to_weights(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * np.linalg.norm(X - w, axis=1))


@misconception(
    "margin",
    says="you divide by the root of the length of w",
)
def margin_root_of_length(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / np.sqrt(np.linalg.norm(w))


# --- mistake_bound ---


@misconception(
    "mistake_bound",
    says="you take the lengths of the columns of X, not of the samples",
)
def bound_length_of_columns(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    if np.min(np.asarray(y) * (X @ w)) <= 0:
        raise ValueError("w")
    gamma = margin(w, X, y)
    R = np.sqrt((X**2).sum(axis=0)).max()
    return R**2 / gamma**2


@misconception(
    "mistake_bound",
    says="gamma is the smallest functional margin, which is not divided by the length of w",
)
def bound_functional_margin(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    gamma = np.min(np.asarray(y) * (X @ w))
    if gamma <= 0:
        raise ValueError(f"w = {w} does not separate the classes")
    R = max(np.sqrt(x @ x) for x in X)
    return (R / gamma) ** 2


@misconception(
    "mistake_bound",
    says="you hand the arguments to margin in the wrong order",
)
def bound_margin_arguments_in_wrong_order(w, X, y):
    X, y, w = np.asarray(X, dtype=float), np.asarray(y, dtype=float), np.asarray(w, dtype=float)
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    R = np.linalg.norm(X, axis=1).max()
    return (R / margin(X, y, w)) ** 2


@misconception(
    "mistake_bound",
    says="the bound is rounded down to a whole number",
)
def bound_rounded_down(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    scores = np.asarray(y) * (X @ w)
    if scores.min() <= 0:
        raise ValueError("w must have every sample on its right side")
    return int(np.floor((X**2).sum(axis=1).max() * (w @ w) / scores.min() ** 2))


@misconception(
    "mistake_bound",
    says="you square a negative margin, so a w that does not separate is not noticed",
)
def bound_never_raises(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    if not w.any():
        raise ValueError("w must not be zero")
    gamma = np.min(np.asarray(y) * (X @ w)) / np.linalg.norm(w)
    R = np.linalg.norm(X, axis=1).max()
    with np.errstate(divide="ignore"):
        return (R / gamma) ** 2


@misconception(
    "mistake_bound",
    says="a sample exactly on the boundary is accepted and makes the bound infinite",
)
def bound_accepts_boundary(w, X, y):
    X, w = np.asarray(X, dtype=float), np.asarray(w, dtype=float)
    norm = np.linalg.norm(w)
    lowest = np.min(np.asarray(y) * (X @ w))
    if lowest < 0 or norm == 0:
        raise ValueError("w has a sample on the wrong side")
    R = np.max(np.linalg.norm(X, axis=1))
    with np.errstate(divide="ignore"):
        return (R * norm / lowest) ** 2


@formula("mistake_bound")
def mistake_bound_as_text(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    radius = np.max(np.linalg.norm(X, axis=1))
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    return (radius / gamma) ** 2


@formula("mistake_bound")
def mistake_bound_as_squares(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    radius = np.max(np.sqrt(np.sum(X**2, axis=1)))
    gamma = np.min(y * (X @ w)) / np.sqrt(np.sum(w**2))
    return radius**2 / gamma**2


@formula("mistake_bound")
def mistake_bound_as_unit_vector(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    unit = w / np.linalg.norm(w)
    gamma = np.min(y * (X @ unit))
    radius_squared = np.max(np.sum(X**2, axis=1))
    return radius_squared / gamma**2


@formula("mistake_bound")
def mistake_bound_as_loop(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    radius, gamma = 0.0, np.inf
    for x_i, y_i in zip(X, y):
        radius = max(radius, np.linalg.norm(x_i))
        gamma = min(gamma, y_i * np.dot(w, x_i) / np.linalg.norm(w))
    return (radius / gamma) ** 2


@misconception(
    "mistake_bound",
    says="the radius is the mean length of the samples, not the largest",
)
def bound_mean_length(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    return (np.mean(np.linalg.norm(X, axis=1)) / gamma) ** 2


@misconception(
    "mistake_bound",
    says="the radius is the length of the shortest sample, not of the longest",
)
def bound_smallest_length(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    return (np.min(np.linalg.norm(X, axis=1)) / gamma) ** 2


@misconception(
    "mistake_bound",
    says="gamma is the mean of the signed distances, not the smallest",
)
def bound_mean_margin(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.mean(y * (X @ w)) / np.linalg.norm(w)
    return (np.max(np.linalg.norm(X, axis=1)) / gamma) ** 2


@misconception(
    "mistake_bound",
    says="gamma is the largest signed distance, not the smallest",
)
def bound_largest_margin(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.max(y * (X @ w)) / np.linalg.norm(w)
    return (np.max(np.linalg.norm(X, axis=1)) / gamma) ** 2


@misconception(
    "mistake_bound",
    says="the bound is multiplied by the number of samples, which plays no part in it",
)
def bound_times_samples(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    return len(y) * (np.max(np.linalg.norm(X, axis=1)) / gamma) ** 2


@misconception(
    "mistake_bound",
    says="the bound is multiplied by the number of features, which plays no part in it",
)
def bound_times_features(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    return X.shape[1] * (np.max(np.linalg.norm(X, axis=1)) / gamma) ** 2


@misconception(
    "mistake_bound",
    says="only gamma is squared, not the radius",
)
def bound_only_gamma_squared(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    return np.max(np.linalg.norm(X, axis=1)) / gamma**2


@misconception(
    "mistake_bound",
    says="only the radius is squared, not gamma",
)
def bound_only_radius_squared(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    return np.max(np.linalg.norm(X, axis=1)) ** 2 / gamma


@misconception(
    "mistake_bound",
    says="you take the largest distance between two samples, not the largest length",
)
def bound_diameter(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    apart = np.linalg.norm(X[:, None] - X[None, :], axis=2)
    return (np.max(apart) / gamma) ** 2


@misconception(
    "mistake_bound",
    says="the mean of the samples is subtracted before their lengths are taken",
)
def bound_centered(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    return (np.max(np.linalg.norm(X - X.mean(axis=0), axis=1)) / gamma) ** 2


@misconception(
    "mistake_bound",
    says=("the length of a sample is taken as the sum of its entries in size, not as Euclidean"),
)
def bound_sum_of_sizes(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    return (np.max(np.sum(np.abs(X), axis=1)) / gamma) ** 2


@misconception(
    "mistake_bound",
    says="the radius is the length of w, not that of the longest sample",
)
def bound_length_of_weights(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    return (np.linalg.norm(w) / gamma) ** 2


@misconception(
    "mistake_bound",
    says="the last feature is left out of the lengths of the samples",
)
def bound_without_last_feature(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    return (np.max(np.linalg.norm(X[:, :-1], axis=1)) / gamma) ** 2


@misconception(
    "mistake_bound",
    says="the last weight is left out of the length of w",
)
def bound_w_without_bias(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w[:-1])
    return (np.max(np.linalg.norm(X, axis=1)) / gamma) ** 2


@misconception(
    "mistake_bound",
    says="the radius is not a length but its square, and is then squared again",
)
def bound_root_too_much(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    return (np.max(np.sum(X**2, axis=1)) / gamma) ** 2


@misconception(
    "mistake_bound",
    says="you return the root of the ratio, where its square is asked for",
)
def bound_root_of_bound(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    return np.sqrt(np.max(np.linalg.norm(X, axis=1)) / gamma)


@misconception(
    "mistake_bound",
    says="the bound is rounded up to a whole number",
)
def bound_rounded_up(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    return np.ceil((np.max(np.linalg.norm(X, axis=1)) / gamma) ** 2)


@misconception(
    "mistake_bound",
    says="radius and margin are multiplied, not divided by each other",
)
def bound_product(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    return (np.max(np.linalg.norm(X, axis=1)) * gamma) ** 2


@misconception(
    "mistake_bound",
    says="each distance is divided by the length of its own sample, not of the longest",
)
def bound_cosine(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    ratio = np.linalg.norm(X, axis=1) * np.linalg.norm(w) / (y * (X @ w))
    return np.max(ratio) ** 2


@misconception(
    "mistake_bound",
    says="the radius is the length of the first sample, not of the longest",
)
def bound_first_sample(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = np.min(y * (X @ w)) / np.linalg.norm(w)
    return (np.linalg.norm(X[0]) / gamma) ** 2


@misconception(
    "mistake_bound",
    says="gamma is the width of the whole corridor, twice the margin",
)
def bound_whole_corridor(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    gamma = 2 * np.min(y * (X @ w)) / np.linalg.norm(w)
    return (np.max(np.linalg.norm(X, axis=1)) / gamma) ** 2


@misconception(
    "mistake_bound",
    says="you count the updates of a training run, where a bound on them is asked for",
)
def bound_updates_counted(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    v, k = np.zeros(X.shape[1]), 0
    for _ in range(1000):
        before = k
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ v) <= 0:
                v, k = v + y_i * x_i, k + 1
        if k == before:
            break
    return float(k)


@misconception("perceptron_fit", says="one more pass is made than max_epochs allows")
def fit_one_epoch_more(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs + 1):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, updates = w + eta * y_i * x_i, updates + 1
        if updates == before:
            break
    return w, updates


@misconception("perceptron_fit", says="one pass fewer is made than max_epochs allows")
def fit_one_epoch_fewer(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w, updates = np.zeros(X.shape[1]), 0
    for _ in range(max_epochs - 1):
        before = updates
        for x_i, y_i in zip(X, y):
            if y_i * (x_i @ w) <= 0:
                w, updates = w + eta * y_i * x_i, updates + 1
        if updates == before:
            break
    return w, updates


@misconception(
    "add_bias",
    says="the last feature is lost: two columns of ones stand where it and the bias belong",
)
def bias_loses_last_feature(X):
    X = np.asarray(X, dtype=float)
    n, d = X.shape
    out = np.ones((n, d + 1))
    out[:, : d - 1] = X[:, : d - 1]
    return out


@misconception(
    "add_bias",
    says="the column of ones stands after the first feature, not after the last",
)
def bias_after_first(X):
    X = np.asarray(X, dtype=float)
    return np.insert(X, 1, 1, axis=1)


@misconception(
    "add_bias",
    says="the features are standardized first, though they should stay as they are",
)
def bias_standardized(X):
    X = np.asarray(X, dtype=float)
    Z = (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-09)
    return np.column_stack([Z, np.ones(len(X))])


@misconception(
    "add_bias",
    says="every sample is scaled to the length 1, though its features should stay as they are",
)
def bias_of_unit_rows(X):
    X = np.asarray(X, dtype=float)
    Z = X / np.linalg.norm(X, axis=1, keepdims=True)
    return np.column_stack([Z, np.ones(len(X))])


@misconception(
    "add_bias",
    says="the ones are strung behind all numbers before reshaping, so the columns are mixed up",
)
def bias_strung_then_reshaped(X):
    X = np.asarray(X, dtype=float)
    return np.append(X, np.ones(len(X))).reshape(len(X), -1)


@misconception(
    "add_bias",
    says="the ones are strung before all numbers before reshaping, so the columns are mixed up",
)
def bias_strung_before_reshaped(X):
    X = np.asarray(X, dtype=float)
    return np.append(np.ones(len(X)), X).reshape(len(X), -1)


@misconception(
    "add_bias",
    says="the features of every sample are sorted, though their order should stay",
)
def bias_of_sorted_rows(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([np.sort(X, axis=1), np.ones(len(X))])


@misconception(
    "add_bias",
    says="the features stand in the reverse order",
)
def bias_of_reversed_features(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([X[:, ::-1], np.ones(len(X))])


@misconception(
    "add_bias",
    says="the features lose their signs",
)
def bias_of_absolute_features(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([np.abs(X), np.ones(len(X))])


@misconception(
    "add_bias",
    says="as many columns of ones are appended as there are features, not one",
)
def bias_as_many_as_features(X):
    X = np.asarray(X, dtype=float)
    return np.hstack([X, np.ones_like(X)])


@misconception(
    "add_bias",
    says="as many columns of ones are appended as there are samples, not one",
)
def bias_as_many_as_samples(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([X, np.ones((len(X), len(X)))])


@misconception(
    "add_bias",
    says="a frame of ones is put around X on all four sides, not one column on the right",
)
def bias_all_round(X):
    X = np.asarray(X, dtype=float)
    return np.pad(X, 1, constant_values=1)


@misconception(
    "add_bias",
    says="ones are appended below as well as on the right",
)
def bias_right_and_below(X):
    X = np.asarray(X, dtype=float)
    return np.pad(X, (0, 1), constant_values=1)


@misconception(
    "add_bias",
    says="the first feature is left out where the column of ones is appended",
)
def bias_in_place_of_the_first(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([X[:, 1:], np.ones(len(X))])


@misconception(
    "add_bias",
    says="the ones stand on the left, and the last feature is left out",
)
def bias_left_without_last(X):
    X = np.asarray(X, dtype=float)
    return np.concatenate([np.ones((len(X), 1)), X[:, :-1]], axis=1)


@misconception(
    "add_bias",
    says="the squares of the features are appended too, where one column of ones is asked for",
)
def bias_with_squares(X):
    X = np.asarray(X, dtype=float)
    return np.column_stack([X, X**2, np.ones(len(X))])


@misconception(
    "add_bias",
    says="a row with the means of the features is appended, not a column of ones",
)
def bias_row_of_means(X):
    X = np.asarray(X, dtype=float)
    return np.vstack([X, X.mean(axis=0)])


@misconception(
    "add_bias",
    says="you return the last sample alone, with a 1 appended",
)
def bias_of_the_last_row_alone(X):
    X = np.asarray(X, dtype=float)
    for row in X:
        out = np.append(row, 1.0)
    return out


@misconception(
    "add_bias",
    says="you return the first sample alone, with a 1 appended",
)
def bias_of_the_first_row_alone(X):
    X = np.asarray(X, dtype=float)
    for row in X:
        return np.append(row, 1.0)


@misconception(
    "predict",
    says="the first weight is used as a threshold, though the scores have no bias here",
)
def predict_first_weight_as_threshold(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X[:, 1:] @ w[1:] >= w[0], 1, -1)


@misconception(
    "predict",
    says="the first weight is also added as a bias, though it belongs to a feature",
)
def predict_first_weight_as_bias(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X @ w + w[0] >= 0, 1, -1)


@misconception(
    "predict",
    says="the score is not set back to 0 for the next sample, so scores add up",
)
def predict_score_carried_on(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    out = []
    s = 0
    for x in X:
        for j in range(len(w)):
            s += w[j] * x[j]
        out.append(1 if s >= 0 else -1)
    return np.array(out)


@misconception(
    "predict",
    says="the scores are compared with the length of w, not with 0",
)
def predict_threshold_of_length(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X @ w >= np.linalg.norm(w), 1, -1)


@misconception(
    "predict",
    says="a cosine is compared with one half, where the score is to be compared with 0",
)
def predict_cosine_threshold(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X @ w / (np.linalg.norm(X, axis=1) * np.linalg.norm(w)) >= 0.5, 1, -1)


@misconception(
    "predict",
    says="you return the scores cut to integers, not labels",
)
def predict_whole_scores(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return (X @ w).astype(int)


@misconception(
    "predict",
    says="every product of weight and feature must be positive, where only their sum should count",
)
def predict_all_products(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(np.all(X * w >= 0, axis=1), 1, -1)


@misconception(
    "predict",
    says="one product that is not negative is enough, where the sum of all should count",
)
def predict_any_product(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(np.any(X * w >= 0, axis=1), 1, -1)


@misconception(
    "predict",
    says="the products of weight and feature are multiplied, not added",
)
def predict_product_of_products(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(np.prod(X * w, axis=1) >= 0, 1, -1)


@misconception(
    "predict",
    says="only the first feature and its weight enter the score",
)
def predict_first_feature_alone(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X[:, 0] * w[0] >= 0, 1, -1)


@misconception(
    "predict",
    says="the weights are taken from the last to the first",
)
def predict_weights_reversed(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X @ w[::-1] >= 0, 1, -1)


@misconception(
    "predict",
    says="you multiply the sum of the features by the sum of the weights, not pair by pair",
)
def predict_sums_multiplied(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X.sum(axis=1) * w.sum() >= 0, 1, -1)


@misconception(
    "predict",
    says="you ask how near a sample is to the point w, not on which side it lies",
)
def predict_near_the_weights(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(((X - w) ** 2).sum(axis=1) <= 1, 1, -1)


@misconception(
    "predict",
    says="the weights are subtracted from the features, where they should be factors",
)
def predict_weights_subtracted(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where((X - w).sum(axis=1) >= 0, 1, -1)


@misconception(
    "predict",
    says="the weights are added to the features, where they should be factors",
)
def predict_weights_added(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where((X + w).sum(axis=1) >= 0, 1, -1)


@misconception(
    "predict",
    says="the threshold is the median score of all samples, not 0",
)
def predict_threshold_of_median(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    s = X @ w
    return np.where(s >= np.median(s), 1, -1)


@misconception(
    "predict",
    says="the answers stand in the reverse order of the samples",
)
def predict_samples_reversed(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(X[::-1] @ w >= 0, 1, -1)


@misconception(
    "predict",
    says="the scores are rounded to whole numbers first, so small negative ones become 0",
)
def predict_rounded_scores(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    return np.where(np.round(X @ w) >= 0, 1, -1)


@misconception(
    "predict",
    says="only the first sample is looked at, and the others keep the answer -1",
)
def predict_only_first_looked_at(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    out = np.full(len(X), -1)
    out[0] = 1 if X[0] @ w >= 0 else -1
    return out


@misconception(
    "predict",
    says="the last sample is never looked at, and keeps the answer +1",
)
def predict_last_never_looked_at(w, X):
    w, X = np.asarray(w, dtype=float), np.asarray(X, dtype=float)
    out = np.ones(len(X), dtype=int)
    for i in range(len(X) - 1):
        if X[i] @ w < 0:
            out[i] = -1
    return out


@misconception(
    "perceptron_loss",
    says="only the first sample is looked at, not all of them",
)
def loss_of_the_first_row(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return max(0.0, -y[0] * (X[0] @ w))


@misconception(
    "perceptron_loss",
    says="the first sample is left out of the sum",
)
def loss_without_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    total = 0.0
    for i in range(1, len(X)):
        s = y[i] * (X[i] @ w)
        if s <= 0:
            total += -s
    return total


@misconception(
    "perceptron_loss",
    says="the loop ends at the first sample that is right, so later mistakes are not counted",
)
def loss_until_the_first_right(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    total = 0.0
    for i in range(len(X)):
        s = y[i] * (X[i] @ w)
        if s > 0:
            break
        total -= s
    return total


@misconception(
    "perceptron_loss",
    says="you return the cost of the smallest mistake alone, not the sum over all",
)
def loss_of_the_mildest(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    s = -y * (X @ w)
    return s[s >= 0].min() if (s >= 0).any() else 0.0


@misconception(
    "perceptron_loss",
    says=(
        "this is a mean hinge loss: functional margins below 1 cost something, and you divide "
        "by the number of samples"
    ),
)
def loss_mean_hinge(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean(np.maximum(0, 1 - y * (X @ w)))


@misconception(
    "perceptron_loss",
    says="this is a squared hinge loss: margins below 1 cost something, and the terms are squared",
)
def loss_squared_hinge(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, 1 - y * (X @ w)) ** 2)


@misconception(
    "perceptron_loss",
    says="you add up exponentials of the scores, so samples that are right cost something, too",
)
def loss_exponential(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.exp(-y * (X @ w)))


@misconception(
    "perceptron_loss",
    says="the condition asks only whether the score is negative, without the label",
)
def loss_masked_by_scores(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(-(y * (X @ w))[X @ w <= 0])


@misconception(
    "perceptron_loss",
    says=(
        "the condition asks only for the label -1, so right samples are summed and "
        "mistakes left out"
    ),
)
def loss_masked_by_labels(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(-(y * (X @ w))[y <= 0])


@misconception(
    "perceptron_loss",
    says="you sum over all samples and take the absolute value of the sum at the end",
)
def loss_size_of_the_sum(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return abs(np.sum(-y * (X @ w)))


@misconception(
    "perceptron_loss",
    says="the loss is divided by the squared length of w",
)
def loss_over_squared_length(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y * (X @ w))) / np.sum(w**2)


@misconception(
    "perceptron_loss",
    says="you return the root of the sum of squares, where the costs themselves are added up",
)
def loss_root_of_squares(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sqrt(np.sum(np.maximum(0, -y * (X @ w)) ** 2))


@misconception(
    "perceptron_loss",
    says="a logarithm is taken of the sum, where the sum itself is asked for",
)
def loss_in_a_logarithm(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.log(1 + np.sum(np.maximum(0, -y * (X @ w))))


@misconception(
    "perceptron_loss",
    says="the last weight is also added as a bias, though it belongs to a feature",
)
def loss_with_a_bias(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y * (X @ w + w[-1])))


@misconception(
    "perceptron_loss",
    says="the last weight is used as a bias, though it belongs to the last feature",
)
def loss_last_weight_as_bias(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y * (X[:, :-1] @ w[:-1] + w[-1])))


@misconception(
    "perceptron_loss",
    says="the first feature and its weight are left out of the score",
)
def loss_without_first_feature(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y * (X[:, 1:] @ w[1:])))


@misconception(
    "perceptron_loss",
    says="the samples are added up first, and what is cut off at 0 are sums for each feature",
)
def loss_samples_summed_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.maximum(0, -(y @ X) * w).sum()


@misconception(
    "perceptron_loss",
    says="labels and scores are added up before they are multiplied",
)
def loss_product_of_sums(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return max(0.0, -np.sum(y) * np.sum(X @ w))


@misconception(
    "perceptron_loss",
    says="the sign of the running sum is turned at each mistake",
)
def loss_turned_at_each_mistake(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    total = 0.0
    for i in range(len(X)):
        s = y[i] * (X[i] @ w)
        if s <= 0:
            total = -total - s
    return total


@misconception(
    "perceptron_loss",
    says="the score is not set back to 0 for the next sample, so scores add up",
)
def loss_score_carried_on(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    total = 0.0
    s = 0.0
    for i in range(len(X)):
        for j in range(len(w)):
            s += w[j] * X[i, j]
        if y[i] * s <= 0:
            total -= y[i] * s
    return total


@misconception(
    "perceptron_loss",
    says="the score is multiplied by label and decision, so its own sign is lost",
)
def loss_label_times_decision(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y * np.where(X @ w >= 0, 1, -1) * (X @ w)))


@misconception(
    "perceptron_loss",
    says="you add up half the squared differences of label and score",
)
def loss_half_squared_error(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return 0.5 * np.sum((y - X @ w) ** 2)


@misconception(
    "perceptron_loss",
    says="you return the mean squared difference of label and score",
)
def loss_mean_squared_error(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.mean((y - X @ w) ** 2)


@misconception(
    "perceptron_loss",
    says="you add up squared differences of label and score over the mistakes",
)
def loss_squared_error_of_mistakes(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    s = X @ w
    m = y * s <= 0
    return np.sum((y[m] - s[m]) ** 2)


@misconception(
    "perceptron_loss",
    says="you add up the absolute differences of label and score",
)
def loss_absolute_error(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.abs(y - X @ w))


@misconception(
    "perceptron_loss",
    says="samples that are right lower the loss a little, where they should add 0",
)
def loss_leaky(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    s = -y * (X @ w)
    return np.sum(np.where(s > 0, s, 0.01 * s))


@misconception(
    "perceptron_loss",
    says=(
        "this is a mean hinge loss: functional margins below 1 cost what they lack, divided by "
        "the number of samples"
    ),
)
def loss_mean_hinge_of_mistakes(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    s = y * (X @ w)
    return np.sum(1 - s[s < 1]) / len(y)


@misconception(
    "perceptron_loss",
    says="samples with a functional margin below 1 count as mistakes, though they may be right",
)
def loss_counts_below_one(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    s = y * (X @ w)
    return -np.sum(s[s <= 1])


@misconception(
    "perceptron_loss",
    says="the terms are bent by a logarithm of cosh, where they should be added as they are",
)
def loss_log_cosh(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.log(np.cosh(np.maximum(0, -y * (X @ w)))))


@misconception(
    "perceptron_loss",
    says="you add up sigmoids of the scores, so each sample costs between 0 and 1",
)
def loss_of_sigmoids(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(1 / (1 + np.exp(y * (X @ w))))


@misconception(
    "perceptron_loss",
    says="no sample costs more than 1, because you clip the terms there",
)
def loss_clipped_at_one(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.clip(-y * (X @ w), 0, 1))


@misconception(
    "perceptron_loss",
    says="the terms are cut to whole numbers before they are added up",
)
def loss_in_whole_numbers(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y * (X @ w)).astype(int))


@misconception(
    "perceptron_loss",
    says="the weights are squared in the score",
)
def loss_of_squared_weights(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y * (X @ w**2)))


@misconception(
    "perceptron_loss",
    says="a small multiple of the squared length of w is added, as a penalty on large weights",
)
def loss_with_small_penalty(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y * (X @ w))) + 0.01 * w @ w


@misconception(
    "perceptron_loss",
    says="the squared length of w is added, as a penalty on large weights",
)
def loss_plus_squared_length(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum(np.maximum(0, -y * (X @ w))) + w @ w


@misconception(
    "perceptron_loss",
    says=(
        "squared differences of label and decision are added up: 4 for each "
        "mistake, whatever its score"
    ),
)
def loss_four_for_each(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.sum((y - np.where(X @ w >= 0, 1, -1)) ** 2)


@misconception(
    "perceptron_gradient",
    says=(
        "your gradient is that of a squared error of the scores, with the factor 2 of the square"
    ),
)
def gradient_of_doubled_squared_error(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return 2 * X.T @ (X @ w - y)


@misconception(
    "perceptron_gradient",
    says="your gradient is that of half a mean squared error of the scores",
)
def gradient_of_mean_squared_error(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return X.T @ (X @ w - y) / len(y)


@misconception(
    "perceptron_gradient",
    says="your gradient is that of a squared error of the scores, over the mistakes",
)
def gradient_of_squared_error_of_mistakes(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    m = y * (X @ w) <= 0
    return X[m].T @ (X[m] @ w - y[m])


@misconception(
    "perceptron_gradient",
    says="the samples that are mistaken are added up as they are, without their labels",
)
def gradient_of_mistaken_rows(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    m = y * (X @ w) <= 0
    return X[m].sum(axis=0)


@misconception(
    "perceptron_gradient",
    says=(
        "the condition is turned round, and the sign too: you sum over the samples that are right"
    ),
)
def gradient_of_right_rows(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    m = y * (X @ w) > 0
    return y[m] @ X[m]


@misconception(
    "perceptron_gradient",
    says="the condition asks only for the label -1, not whether a sample is mistaken",
)
def gradient_masked_by_labels(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    m = y <= 0
    return -(y[m] @ X[m])


@misconception(
    "perceptron_gradient",
    says="only the first sample is looked at, not all of them",
)
def gradient_of_the_first_row(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return -y[0] * X[0] if y[0] * (X[0] @ w) <= 0 else np.zeros(len(w))


@misconception(
    "perceptron_gradient",
    says="the first sample is left out of the sum",
)
def gradient_without_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = np.zeros(len(w))
    for i in range(1, len(y)):
        if y[i] * (X[i] @ w) <= 0:
            g -= y[i] * X[i]
    return g


@misconception(
    "perceptron_gradient",
    says=("the loop ends at the first sample that is right, so later mistakes are not counted"),
)
def gradient_until_the_first_right(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = np.zeros(len(w))
    for x, t in zip(X, y):
        if t * (x @ w) > 0:
            break
        g -= t * x
    return g


@misconception(
    "perceptron_gradient",
    says=("the weights are updated within the loop, where all samples belong to the same weights"),
)
def gradient_while_training(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    w = w.astype(float).copy()
    g = np.zeros(len(w))
    for x, t in zip(X, y):
        if t * (x @ w) <= 0:
            g -= t * x
            w += t * x
    return g


@misconception(
    "perceptron_gradient",
    says="you return the weights after a pass of training, not the gradient",
)
def gradient_is_trained_weights(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    w = w.astype(float).copy()
    for x, t in zip(X, y):
        if t * (x @ w) <= 0:
            w += t * x
    return w


@misconception(
    "perceptron_gradient",
    says="the scores stand in the terms where the labels belong",
)
def gradient_by_scores(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    s = X @ w
    m = y * s <= 0
    return -(s[m] @ X[m])


@misconception(
    "perceptron_gradient",
    says="the samples are weighted with what they cost, not with their labels",
)
def gradient_costs_times_rows(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    l = np.maximum(0, -y * (X @ w))
    return l @ X


@misconception(
    "perceptron_gradient",
    says="the samples are weighted with minus what they cost, not with their labels",
)
def gradient_minus_costs_times_rows(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    l = np.maximum(0, -y * (X @ w))
    return -l @ X


@misconception(
    "perceptron_gradient",
    says="you return the signs of the gradient, not its numbers",
)
def gradient_signs_alone(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    m = y * (X @ w) <= 0
    return np.sign(-(y[m] @ X[m]))


@misconception(
    "perceptron_gradient",
    says="the features are squared in the terms of the sum",
)
def gradient_of_squared_features(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    m = y * (X @ w) <= 0
    return -(y[m] @ X[m] ** 2)


@misconception(
    "perceptron_gradient",
    says="the features lose their signs in the terms of the sum",
)
def gradient_of_absolute_features(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    m = y * (X @ w) <= 0
    return -(y[m] @ np.abs(X[m]))


@misconception(
    "perceptron_gradient",
    says="labels and samples are added up before they are multiplied",
)
def gradient_product_of_sums(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    m = y * (X @ w) <= 0
    return -y[m].sum() * X[m].sum(axis=0)


@misconception(
    "perceptron_gradient",
    says=(
        "the labels of the mistakes are multiplied by the mean of all samples, not each by its own"
    ),
)
def gradient_of_the_mean_row(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    m = y * (X @ w) <= 0
    return -y[m].sum() * X.mean(axis=0)


@misconception(
    "perceptron_gradient",
    says=("each product of weight and feature is asked for its sign, where their sum should be"),
)
def gradient_masked_by_products(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    S = y[:, None] * X * w
    return -np.where(S <= 0, y[:, None] * X, 0).sum(axis=0)


@misconception(
    "perceptron_gradient",
    says="only the first component is computed, and the others stay 0",
)
def gradient_first_component_alone(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    m = y * (X @ w) <= 0
    g = np.zeros(len(w))
    g[0] = -(y[m] @ X[m][:, 0])
    return g


@misconception(
    "perceptron_gradient",
    says="the first component is set to 0, as if the first weight were not learned",
)
def gradient_without_first_component(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    m = y * (X @ w) <= 0
    g = -(y[m] @ X[m])
    g[0] = 0
    return g


@misconception(
    "perceptron_gradient",
    says=("the last component is that of a bias, though the last weight belongs to a feature"),
)
def gradient_last_as_bias(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    m = y * (X @ w) <= 0
    g = -(y[m] @ X[m])
    g[-1] = -y[m].sum()
    return g


@misconception(
    "perceptron_gradient",
    says="every component holds the loss, not its derivative",
)
def gradient_filled_with_loss(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.full(len(w), np.sum(np.maximum(0, -y * (X @ w))))


@misconception(
    "perceptron_gradient",
    says="the running sums are added up, so early mistakes count several times",
)
def gradient_of_running_sums(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    g = np.zeros(len(w))
    tot = np.zeros(len(w))
    for x, t in zip(X, y):
        if t * (x @ w) <= 0:
            g -= t * x
        tot += g
    return tot


@misconception(
    "margin",
    says="the smallest functional margin is divided by the length of the whole matrix X, not of w",
)
def margin_over_matrix_length(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / np.linalg.norm(X)


@misconception(
    "margin",
    says="the smallest functional margin is divided by the length of the longest sample, not of w",
)
def margin_over_radius(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / np.max(np.linalg.norm(X, axis=1))


@misconception(
    "margin",
    says=("you also divide by the length of the longest sample, where that of w alone belongs"),
)
def margin_over_both_lengths(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / np.max(np.linalg.norm(X, axis=1)) / np.linalg.norm(w)


@misconception(
    "margin",
    says="you return 2 over the length of w, and the samples do not enter",
)
def margin_two_over_length(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return 2 / np.linalg.norm(w)


@misconception(
    "margin",
    says="you return 1 over the length of w, and the samples do not enter",
)
def margin_one_over_length(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return 1 / np.linalg.norm(w)


@misconception(
    "margin",
    says="the first weight is left out of the length of w",
)
def margin_without_first_weight(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / np.linalg.norm(w[1:])


@misconception(
    "margin",
    says="you divide by the size of the sum of the weights, in which signs cancel",
)
def margin_over_size_of_the_sum(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / abs(np.sum(w))


@misconception(
    "margin",
    says="you divide by the standard deviation of the weights, not by the length of w",
)
def margin_over_spread(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / np.std(w)


@misconception(
    "margin",
    says=(
        "the sign is turned before the minimum is taken, so you return minus the largest distance"
    ),
)
def margin_of_negated(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(-y * (X @ w)) / np.linalg.norm(w)


@misconception(
    "margin",
    says="the smallest distance so far starts at 0, so no positive margin is ever found",
)
def margin_smallest_from_zero(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    m = 0
    for x, t in zip(X, y):
        d = t * (x @ w) / np.linalg.norm(w)
        if d < m:
            m = d
    return m


@misconception(
    "margin",
    says="you return the smallest distance between a sample and the point w",
)
def margin_to_the_point(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(np.linalg.norm(X - w, axis=1))


@misconception(
    "margin",
    says="the samples are added up first, and the minimum is taken over the features",
)
def margin_of_the_sums(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y @ X * w) / np.linalg.norm(w)


@misconception(
    "margin",
    says=("the minimum is taken over products of one weight and one feature, not over their sums"),
)
def margin_of_products(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y[:, None] * X * w) / np.linalg.norm(w)


@misconception(
    "margin",
    says="the margin is rounded to two decimals",
)
def margin_rounded(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return round(float(np.min(y * (X @ w)) / np.linalg.norm(w)), 2)


@misconception(
    "margin",
    says="the last weight is also added as a bias, though it belongs to a feature",
)
def margin_with_a_bias(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w + w[-1])) / np.linalg.norm(w)


@misconception(
    "margin",
    says="the labels are multiplied by the lengths of the samples, and w does not enter",
)
def margin_of_lengths(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * np.linalg.norm(X, axis=1))


@misconception(
    "margin",
    says=("the scores are subtracted from 1, as in a hinge loss, before the minimum is taken"),
)
def margin_of_hinge(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(1 - y * (X @ w)) / np.linalg.norm(w)


@misconception(
    "margin",
    says="you divide by the number of weights, not by the length of w",
)
def margin_over_count(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / len(w)


@misconception(
    "margin",
    says="a small number is added to the length of w and changes every value",
)
def margin_with_small_number(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / (np.linalg.norm(w) + 0.001)


@misconception(
    "margin",
    says="a 1 is added to the length of w",
)
def margin_length_plus_one(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / (np.linalg.norm(w) + 1)


@misconception(
    "margin",
    says="a 1 is added below the root in the length of w, as if for a bias",
)
def margin_length_with_bias(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return np.min(y * (X @ w)) / np.sqrt(1 + w @ w)


@misconception(
    "margin",
    says="the first sample is never looked at",
)
def margin_skips_first(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return min([y[i] * (X[i] @ w) / np.linalg.norm(w) for i in range(1, len(y))] or [0.0])


@misconception(
    "margin",
    says="the last sample is never looked at",
)
def margin_skips_last(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    return min([y[i] * (X[i] @ w) / np.linalg.norm(w) for i in range(len(y) - 1)] or [0.0])


@misconception(
    "margin",
    says="you return the second smallest of the signed distances",
)
def margin_second_smallest(w, X, y):
    w, X, y = (np.asarray(a, dtype=float) for a in (w, X, y))
    s = np.sort(y * (X @ w) / np.linalg.norm(w))
    return s[1] if len(s) > 1 else s[0]


@misconception(
    "mistake_bound",
    says="1 is subtracted from the bound",
)
def bound_less_one(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return (np.max(np.linalg.norm(X, axis=1)) / (np.min(y * (X @ w)) / np.linalg.norm(w))) ** 2 - 1


@misconception(
    "mistake_bound",
    says="the bound carries a factor 4 that does not belong there",
)
def bound_fourfold(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return 4 * (np.max(np.linalg.norm(X, axis=1)) / (np.min(y * (X @ w)) / np.linalg.norm(w))) ** 2


@misconception(
    "mistake_bound",
    says="the bound is rounded to a whole number",
)
def bound_rounded_to_whole(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return round(
        (np.max(np.linalg.norm(X, axis=1)) / (np.min(y * (X @ w)) / np.linalg.norm(w))) ** 2
    )


@misconception(
    "mistake_bound",
    says=("the radius is the largest singular value of X, not the length of the longest sample"),
)
def bound_of_spectral_norm(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return (np.linalg.norm(X, 2) / (np.min(y * (X @ w)) / np.linalg.norm(w))) ** 2


@misconception(
    "mistake_bound",
    says="the radius is the length of the last sample, not of the longest",
)
def bound_of_last_radius(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return (np.linalg.norm(X[-1]) / (np.min(y * (X @ w)) / np.linalg.norm(w))) ** 2


@misconception(
    "mistake_bound",
    says=("the radius is half the range of the numbers in X, not the length of the longest sample"),
)
def bound_of_half_the_range(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    R = (X.max() - X.min()) / 2
    return (R / (np.min(y * (X @ w)) / np.linalg.norm(w))) ** 2


@misconception(
    "mistake_bound",
    says=(
        "the radius is the largest distance from a sample to the point w, not the largest length"
    ),
)
def bound_of_distances_to_w(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return (np.max(np.linalg.norm(X - w, axis=1)) / (np.min(y * (X @ w)) / np.linalg.norm(w))) ** 2


@misconception(
    "mistake_bound",
    says="the squares of radius and margin are added, not divided by each other",
)
def bound_of_added_squares(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return np.max(np.linalg.norm(X, axis=1)) ** 2 + (np.min(y * (X @ w)) / np.linalg.norm(w)) ** 2


@misconception(
    "mistake_bound",
    says="gamma is subtracted from the radius, where the radius is to be divided by it",
)
def bound_of_difference(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return (np.max(np.linalg.norm(X, axis=1)) - np.min(y * (X @ w)) / np.linalg.norm(w)) ** 2


@misconception(
    "mistake_bound",
    says="a 1 is added to the squared length of every sample, as if for a bias",
)
def bound_with_one_more_feature(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    R = np.max(np.sqrt(1 + np.sum(X**2, axis=1)))
    return (R / (np.min(y * (X @ w)) / np.linalg.norm(w))) ** 2


@misconception(
    "mistake_bound",
    says=("in gamma you divide by the sum of the weights in size, not by the Euclidean length"),
)
def bound_over_sum_of_sizes(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return (np.max(np.linalg.norm(X, axis=1)) / (np.min(y * (X @ w)) / np.abs(w).sum())) ** 2


@misconception(
    "mistake_bound",
    says="gamma is the distance of the first sample, not the smallest",
)
def bound_of_first_distance(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return (np.max(np.linalg.norm(X, axis=1)) / (y[0] * (X[0] @ w) / np.linalg.norm(w))) ** 2


@misconception(
    "mistake_bound",
    says="the labels are not used in gamma, so it is the smallest score of all",
)
def bound_without_labels(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return (np.max(np.linalg.norm(X, axis=1)) / (np.min(X @ w) / np.linalg.norm(w))) ** 2


@misconception(
    "mistake_bound",
    says="the radius is the sum of the lengths of all samples, not the largest",
)
def bound_of_summed_lengths(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return (np.sum(np.linalg.norm(X, axis=1)) / (np.min(y * (X @ w)) / np.linalg.norm(w))) ** 2


@misconception(
    "mistake_bound",
    says="the radius is missing: you return 1 over the squared margin",
)
def bound_without_radius(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return 1 / (np.min(y * (X @ w)) / np.linalg.norm(w)) ** 2


@misconception(
    "mistake_bound",
    says="gamma is missing: you return the squared radius alone",
)
def bound_without_gamma(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return np.max(np.linalg.norm(X, axis=1)) ** 2


@misconception(
    "mistake_bound",
    says=(
        "without brackets around gamma you divide by the length of w, where you have to multiply"
    ),
)
def bound_with_missing_brackets(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return (np.max(np.linalg.norm(X, axis=1)) / np.min(y * (X @ w)) / np.linalg.norm(w)) ** 2


@misconception(
    "mistake_bound",
    says="a small number is added to gamma and changes every value",
)
def bound_with_small_number(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return (
        np.max(np.linalg.norm(X, axis=1)) / (np.min(y * (X @ w)) / np.linalg.norm(w) + 0.001)
    ) ** 2


@misconception(
    "mistake_bound",
    says="the ratio is raised to the third power, not squared",
)
def bound_to_the_third(w, X, y):
    X, y, w = (np.asarray(a, dtype=float) for a in (X, y, w))
    if np.any(y * (X @ w) <= 0):
        raise ValueError("w does not separate the samples")
    if not np.all(y * (X @ w) > 0):
        raise ValueError("w does not separate")
    return (np.max(np.linalg.norm(X, axis=1)) / (np.min(y * (X @ w)) / np.linalg.norm(w))) ** 3


@misconception(
    "perceptron_fit",
    says="you return the number of epochs, the last one included, not of updates",
)
def fit_returns_epochs_run(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, epoch + 1)


@misconception(
    "perceptron_fit",
    says="you return the number of the last epoch, counted from 0, not of updates",
)
def fit_returns_epoch_index(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, epoch)


@misconception(
    "perceptron_fit",
    says=(
        "you ask whether the prediction, -1 on the boundary, differs from the "
        "label, so boundary samples with the label -1 are left out"
    ),
)
def fit_predicts_minus_on_the_boundary(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if np.where(X[i] @ w > 0, 1, -1) != y[i]:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says=(
        "the factor is the label minus the sign of the score, which is 2 in size off the boundary"
    ),
)
def fit_label_minus_sign(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if np.sign(X[i] @ w) != y[i]:
                w = w + eta * (y[i] - np.sign(X[i] @ w)) * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says=(
        "you update at every sample by the difference of label and score, as for a squared error"
    ),
)
def fit_delta_rule(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if True:
                w = w + eta * (y[i] - X[i] @ w) * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the update is the difference of label and score, where the label alone belongs",
)
def fit_delta_rule_at_mistakes(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * (y[i] - X[i] @ w) * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the step size shrinks from update to update, where eta stays the same",
)
def fit_step_shrinks_with_updates(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta / (updates + 1) * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the step size shrinks from sample to sample, where eta stays the same",
)
def fit_step_shrinks_along_rows(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta / (i + 1) * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the score is compared with eta, where it is to be compared with 0",
)
def fit_compares_with_eta(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= eta:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the signs of the features are added, not the features themselves",
)
def fit_adds_signs(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * np.sign(X[i])
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the weights start at a small number, not at zero",
)
def fit_starts_near_zero(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.full(X.shape[1], 0.01)
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the weights start at the mean of the samples with their labels, not at zero",
)
def fit_starts_at_the_mean(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = y @ X / len(y)
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the weights start at the sum of all samples with their labels, not at zero",
)
def fit_starts_at_the_sum(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = y @ X
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="every update carries the label of the first sample, not of its own",
)
def fit_uses_first_label(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[0] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="every update adds the first sample, not the mistaken one",
)
def fit_adds_first_row(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[0]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="every update adds the sample before the mistaken one",
)
def fit_adds_row_before(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i - 1] * X[i - 1]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the weights are replaced by the mistaken sample, which should be added to them",
)
def fit_replaces_weights(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the update carries the decision in place of the label",
)
def fit_adds_its_decision(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * np.where(X[i] @ w >= 0, 1, -1) * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says=(
        "the decision stands in the update for the label, with a minus sign, which "
        "differs on the boundary"
    ),
)
def fit_subtracts_its_decision(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w - eta * np.where(X[i] @ w >= 0, 1, -1) * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the first sample is never looked at",
)
def fit_skips_first_row(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(1, len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the last sample is never looked at",
)
def fit_skips_last_row(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y) - 1):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="every other epoch takes the samples from the last to the first",
)
def fit_goes_back_and_forth(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)) if epoch % 2 == 0 else range(len(y))[::-1]:
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="all samples with the label +1 are taken first, where the order of X should stay",
)
def fit_takes_plus_first(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in np.argsort(-y, kind="stable"):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="all samples with the label -1 are taken first, where the order of X should stay",
)
def fit_takes_minus_first(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in np.argsort(y, kind="stable"):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="each epoch starts one sample later than the one before",
)
def fit_starts_each_epoch_later(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in [(j + epoch) % len(y) for j in range(len(y))]:
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the samples are taken in the order of their lengths",
)
def fit_sorts_by_length(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in np.argsort(np.linalg.norm(X, axis=1)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="only one sample is looked at in each epoch",
)
def fit_one_row_an_epoch(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in [epoch % len(y)]:
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        pass
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="each update is counted twice",
)
def fit_counts_twice(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 2
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="only the last mistake of each epoch changes the weights",
)
def fit_keeps_last_update_of_epoch(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                d = eta * y[i] * X[i]
                updates += 1
                errors += 1
        w = w + d if errors else w
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="all mistakes of an epoch are used in one update, which is counted once",
)
def fit_batch_counted_once(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in [0]:
            if (y * (X @ w) <= 0).any():
                m = y * (X @ w) <= 0
                w = w + eta * (y[m] @ X[m])
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says=("one update an epoch uses the sum of all mistakes, divided by the number of samples"),
)
def fit_batch_over_n(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in [0]:
            if (y * (X @ w) <= 0).any():
                m = y * (X @ w) <= 0
                w = w + eta * (y[m] @ X[m]) / len(y)
                updates += int(m.sum())
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says=(
        "one update an epoch uses the mean of all mistakes, where each is to be used in its turn"
    ),
)
def fit_batch_mean_of_mistakes(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in [0]:
            if (y * (X @ w) <= 0).any():
                m = y * (X @ w) <= 0
                w = w + eta * (y[m] @ X[m]) / m.sum()
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says=(
        "one update an epoch uses the sum of all mistakes over the number of "
        "samples, and is counted once"
    ),
)
def fit_batch_over_n_counted_once(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in [0]:
            if (y * (X @ w) <= 0).any():
                m = y * (X @ w) <= 0
                w = w + eta * (y[m] @ X[m]) / len(y)
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="you return the mean of the weights after each epoch, not the last weights",
)
def fit_mean_over_epochs(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    s = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        s = s + w
        if errors == 0:
            break
    return (s / (epoch + 1), updates)


@misconception(
    "perceptron_fit",
    says="you return the mean of the weights after each update, not the last weights",
)
def fit_mean_over_updates(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    s = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                s = s + w
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (s / max(updates, 1), updates)


@misconception(
    "perceptron_fit",
    says="you return the sum of the weights after each update, not the last weights",
)
def fit_sum_over_updates(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    s = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                s = s + w
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (s, updates)


@misconception(
    "perceptron_fit",
    says="the weights are scaled to the length 1 at the end",
)
def fit_scaled_at_the_end(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w / (np.linalg.norm(w) or 1.0), updates)


@misconception(
    "perceptron_fit",
    says="the weights are divided by the number of updates at the end",
)
def fit_over_updates(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w / max(updates, 1), updates)


@misconception(
    "perceptron_fit",
    says="you return the weights of the epoch with the fewest mistakes, not the last ones",
)
def fit_pocket(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    best = w
    least = len(y) + 1
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        m = int((y * (X @ w) <= 0).sum())
        if m < least:
            best, least = (w, m)
        if errors == 0:
            break
    return (best, updates)


@misconception(
    "perceptron_fit",
    says="training ends after an epoch with a single mistake, which is not yet one without",
)
def fit_stops_at_one_mistake(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors <= 1:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="max_epochs limits the updates, where it should limit the passes over the samples",
)
def fit_limits_updates(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
            if updates >= max_epochs:
                break
        if errors == 0 or updates >= max_epochs:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says=("the condition asks only whether the label is -1, not whether the sample is mistaken"),
)
def fit_asks_for_the_label(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the condition is turned round, and zero weights never change",
)
def fit_updates_strictly_right_ones(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) > 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="functional margins up to a small number count as mistakes, where only those up to 0 do",
)
def fit_with_small_tolerance(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0.01:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="functional margins up to the length of w count as mistakes, where only those up to 0 do",
)
def fit_demands_a_margin(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= np.linalg.norm(w):
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the weights are multiplied by a number just below 1 at each update",
)
def fit_shrinks_a_little(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = 0.99 * w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="every sample is divided by its squared length before it is added",
)
def fit_over_squared_row_length(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i] / (X[i] @ X[i])
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the features are squared in the update",
)
def fit_adds_squares(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i] ** 2
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the features lose their signs in the update",
)
def fit_adds_sizes(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * np.abs(X[i])
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="earlier updates are added again, as with momentum",
)
def fit_with_momentum(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    v = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                v = 0.9 * v + eta * y[i] * X[i]
                w = w + v
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the weights are clipped to -1 and 1 after each update",
)
def fit_clips_weights(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = np.clip(w + eta * y[i] * X[i], -1, 1)
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="only the first weight is updated, and the others stay 0",
)
def fit_learns_first_weight_only(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w.copy()
                w[0] += eta * y[i] * X[i, 0]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the first weight stays 0, as if it were not updated",
)
def fit_never_learns_first_weight(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w.copy()
                w[1:] += eta * y[i] * X[i, 1:]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says=(
        "the last weight is updated as a bias, by the label alone, though it belongs to a feature"
    ),
)
def fit_last_weight_as_bias(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w.copy()
                w[:-1] += eta * y[i] * X[i, :-1]
                w[-1] += eta * y[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the last feature and its weight are left out of the score",
)
def fit_score_without_last(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i, :-1] @ w[:-1]) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says=("the score stands in the update where the label belongs, so zero weights stay zero"),
)
def fit_subtracts_scores(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w - eta * (X[i] @ w) * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the count of updates is one too large",
)
def fit_counts_one_more(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates + 1)


@misconception(
    "perceptron_fit",
    says="the count of updates is one too small",
)
def fit_counts_one_less(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates - 1)


@misconception(
    "perceptron_fit",
    says=("you return how many samples are mistaken at the end, not how many updates were made"),
)
def fit_counts_mistakes_left(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, int((y * (X @ w) <= 0).sum()))


@misconception(
    "perceptron_fit",
    says="you count the samples that were ever mistaken, not the updates",
)
def fit_counts_distinct_rows(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    seen = set()
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                seen.add(i)
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, len(seen))


@misconception(
    "perceptron_fit",
    says="each sample is used in one update at most",
)
def fit_uses_each_row_once(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    seen = set()
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if i not in seen and y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                seen.add(i)
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="you return the largest number of mistakes in an epoch, not all updates",
)
def fit_counts_worst_epoch(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    most = 0
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        most = max(most, errors)
        if errors == 0:
            break
    return (w, most)


@misconception(
    "perceptron_fit",
    says="you count the updates of the first epoch alone",
)
def fit_counts_first_epoch(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    first = None
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        first = errors if first is None else first
        if errors == 0:
            break
    return (w, first)


@misconception(
    "perceptron_fit",
    says="the mean of the samples is subtracted first, though X is to be used as it is",
)
def fit_centers_features(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    X = X - X.mean(axis=0)
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="X is divided by its largest entry first, though it is to be used as it is",
)
def fit_scales_features(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    X = X / (np.abs(X).max() or 1)
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = w + eta * y[i] * X[i]
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


@misconception(
    "perceptron_fit",
    says="the weights are rounded to whole numbers after each update",
)
def fit_rounds_weights(X, y, eta=1.0, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    if not np.all(np.abs(y) == 1):
        raise ValueError("y must hold the labels -1 and +1 only")
    w = np.zeros(X.shape[1])
    updates = 0
    for epoch in range(max_epochs):
        errors = 0
        for i in range(len(y)):
            if y[i] * (X[i] @ w) <= 0:
                w = np.round(w + eta * y[i] * X[i])
                updates += 1
                errors += 1
        if errors == 0:
            break
    return (w, updates)


# --- averaged_perceptron ---


@misconception(
    "averaged_perceptron",
    says="the mean is over the samples of the last epoch alone",
)
def average_last_epoch(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    w = np.zeros(X.shape[1])
    for epoch in range(max_epochs):
        ws, mistakes = [], 0
        for xi, yi in zip(X, y):
            if yi * (w @ xi) <= 0:
                w = w + yi * xi
                mistakes += 1
            ws.append(w)
        if mistakes == 0:
            break
    return np.mean(ws, axis=0)


@misconception(
    "averaged_perceptron",
    says=(
        "the mean is over the different weights, each of which has one vote "
        "however long it lasted, the zeros of the start too"
    ),
)
def average_one_vote_each(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    all_w = [np.zeros(X.shape[1])]
    for _ in range(max_epochs):
        done = True
        for i in range(len(X)):
            if y[i] * np.dot(X[i], all_w[-1]) <= 0:
                all_w.append(all_w[-1] + y[i] * X[i])
                done = False
        if done:
            break
    return np.array(all_w).mean(axis=0)


@misconception(
    "averaged_perceptron",
    says="only visits that changed nothing are counted in the mean",
)
def average_of_survivors(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    w, total, count = np.zeros(X.shape[1]), np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        errors = 0
        for xi, yi in zip(X, y):
            if yi * (w @ xi) <= 0:
                w = w + yi * xi
                errors += 1
            else:
                total = total + w
                count += 1
        if errors == 0:
            break
    return total / max(count, 1)


@misconception(
    "averaged_perceptron",
    says="each new weight is averaged with the mean before it, so the newest count most",
)
def average_halved_each_time(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    w, mean = np.zeros(X.shape[1]), np.zeros(X.shape[1])
    for _ in range(max_epochs):
        errors = 0
        for xi, yi in zip(X, y):
            if yi * (w @ xi) <= 0:
                w = w + yi * xi
                errors += 1
            mean = (mean + w) / 2
        if errors == 0:
            break
    return mean


@misconception(
    "averaged_perceptron",
    says="all samples of an epoch are judged by the weights at its start",
)
def average_of_batches(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    w, ws = np.zeros(X.shape[1]), []
    for _ in range(max_epochs):
        wrong = y * (X @ w) <= 0
        if not wrong.any():
            break
        w = w + y[wrong] @ X[wrong]
        ws.append(w)
    return np.mean(ws, axis=0)


@misconception(
    "averaged_perceptron",
    says="the mean is that of the first epoch alone",
)
def average_one_epoch(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    w = np.zeros(X.shape[1])
    s = np.zeros(X.shape[1])
    for xi, yi in zip(X, y):
        if yi * (w @ xi) <= 0:
            w = w + yi * xi
        s = s + w
    return s / len(X)


@misconception(
    "averaged_perceptron",
    says="the samples are added without their labels",
)
def average_without_labels(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    w, s, t = np.zeros(X.shape[1]), np.zeros(X.shape[1]), 0
    for _ in range(max_epochs):
        clean = True
        for xi, yi in zip(X, y):
            if yi * (w @ xi) <= 0:
                w = w + xi
                clean = False
            s, t = s + w, t + 1
        if clean:
            break
    return s / t


@misconception(
    "averaged_perceptron",
    says="what comes back is divided by its length, which the mean is not",
)
def average_of_length_one(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    w, s = np.zeros(X.shape[1]), np.zeros(X.shape[1])
    for _ in range(max_epochs):
        clean = True
        for xi, yi in zip(X, y):
            if yi * (w @ xi) <= 0:
                w, clean = w + yi * xi, False
            s = s + w
        if clean:
            break
    return s / np.linalg.norm(s)


@misconception(
    "averaged_perceptron",
    says="the mean is over the components too, so that one number comes back",
)
def average_of_everything(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    w, ws = np.zeros(X.shape[1]), []
    for _ in range(max_epochs):
        clean = True
        for xi, yi in zip(X, y):
            if yi * (w @ xi) <= 0:
                w, clean = w + yi * xi, False
            ws.append(w)
        if clean:
            break
    return np.mean(ws)


@misconception(
    "averaged_perceptron",
    says="the weights after every visit come back, not their mean",
)
def average_history(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    w, ws = np.zeros(X.shape[1]), []
    for _ in range(max_epochs):
        clean = True
        for xi, yi in zip(X, y):
            if yi * (w @ xi) <= 0:
                w, clean = w + yi * xi, False
            ws.append(w)
        if clean:
            break
    return np.array(ws)


@formula("averaged_perceptron")
def average_as_mean_of_history(X, y, max_epochs=100):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        updates = 0
        for x_i, y_i in zip(X, y):
            if y_i * np.dot(w, x_i) <= 0:
                w = w + y_i * x_i
                updates += 1
            history.append(w)
        if updates == 0:
            break
    return np.mean(history, axis=0)


# --- tell_apart ---


@misconception(
    "tell_apart",
    says="these are last weights, and the bias is always 0",
)
def apart_zero_bias(X, y):
    w, _ = perceptron_fit(X, y, max_epochs=5)
    return np.append(w, 0.0)


@misconception(
    "tell_apart",
    says="the weights and the bias come back as a pair, not as one array",
)
def apart_pair(X, y):
    w = averaged_perceptron(np.column_stack([X, np.ones(len(X))]), y)
    return w[:-1], w[-1]


@misconception(
    "tell_apart",
    says=("the samples are scaled by their standard deviation inside, which new images are not"),
)
def apart_standardized(X, y):
    X = np.asarray(X)
    Z = (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-3)
    return averaged_perceptron(np.column_stack([Z, np.ones(len(X))]), y, 10)
