"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

from .reference import softmax

# --- prepare ---------------------------------------------------------------------------


@formula("prepare")
def prepare_by_the_mean_square(X_train, X_new):
    X_train, X_new = np.asarray(X_train, dtype=float), np.asarray(X_new, dtype=float)
    mean = X_train.mean(axis=0)
    spread = np.sqrt(np.mean((X_train - mean) ** 2, axis=0))
    spread = np.where(np.ptp(X_train, axis=0) > 0, spread, np.inf)
    return (X_train - mean) / spread, (X_new - mean) / spread


@misconception("prepare", says="the columns are brought to the range 0 to 1, not to variance 1")
def prepare_to_a_range(X_train, X_new):
    X_train, X_new = np.asarray(X_train, dtype=float), np.asarray(X_new, dtype=float)
    low, high = X_train.min(axis=0), X_train.max(axis=0)
    spread = np.where(high > low, high - low, np.inf)
    return (X_train - low) / spread, (X_new - low) / spread


@misconception("prepare", says="the mean is subtracted, and nothing is divided")
def prepare_by_centering(X_train, X_new):
    X_train, X_new = np.asarray(X_train, dtype=float), np.asarray(X_new, dtype=float)
    return X_train - X_train.mean(axis=0), X_new - X_train.mean(axis=0)


@misconception("prepare", says="each sample is standardized, where each column is to be")
def prepare_rows(X_train, X_new):
    found = []
    for X in (np.asarray(X_train, dtype=float), np.asarray(X_new, dtype=float)):
        spread = X.std(axis=1, keepdims=True)
        found.append((X - X.mean(axis=1, keepdims=True)) / np.where(spread > 0, spread, np.inf))
    return tuple(found)


@misconception("prepare", says="the new samples are returned as they came")
def prepare_the_training_part_only(X_train, X_new):
    X_train, X_new = np.asarray(X_train, dtype=float), np.asarray(X_new, dtype=float)
    spread = np.where(np.ptp(X_train, axis=0) > 0, X_train.std(axis=0), np.inf)
    return (X_train - X_train.mean(axis=0)) / spread, X_new


# --- choose_setting --------------------------------------------------------------------


@formula("choose_setting")
def choice_by_the_variance(accuracies):
    accuracies = np.asarray(accuracies, dtype=float)
    repeats = accuracies.shape[1]
    if repeats < 2:
        raise ValueError("accuracies must have two columns or more")
    means = accuracies.mean(axis=1)
    best = np.argmax(means)
    variance = np.sum((accuracies[best] - means[best]) ** 2) / (repeats - 1)
    return np.argmax(means >= means[best] - np.sqrt(variance / repeats))


@misconception("choose_setting", says="the best single repeat decides, not the best mean")
def choice_by_the_best_repeat(accuracies):
    accuracies = np.asarray(accuracies, dtype=float)
    return int(np.argmax(accuracies.max(axis=1)))


@misconception("choose_setting", says="columns are averaged, where each row is a setting")
def choice_of_a_column(accuracies):
    accuracies = np.asarray(accuracies, dtype=float)
    means = accuracies.mean(axis=0)
    best = np.argmax(means)
    error = accuracies[:, best].std(ddof=1) / np.sqrt(len(accuracies))
    return int(np.argmax(means >= means[best] - error))


@misconception("choose_setting", says="two standard errors are granted, where one is to be")
def choice_within_two_errors(accuracies):
    accuracies = np.asarray(accuracies, dtype=float)
    means = accuracies.mean(axis=1)
    best = np.argmax(means)
    error = accuracies[best].std(ddof=1) / np.sqrt(accuracies.shape[1])
    return int(np.argmax(means >= means[best] - 2 * error))


@misconception("choose_setting", says="the setting of the smallest spread is taken")
def choice_of_the_steadiest(accuracies):
    return int(np.argmin(np.std(np.asarray(accuracies, dtype=float), axis=1)))


# --- error_analysis --------------------------------------------------------------------


@misconception("error_analysis", says="the indices are in order of the file, not of confidence")
def analysis_in_order_of_the_file(scores, y):
    scores, y = np.asarray(scores, dtype=float), np.asarray(y)
    said = scores.argmax(axis=1)
    counts = np.zeros((scores.shape[1], scores.shape[1]), dtype=int)
    np.add.at(counts, (y, said), 1)
    either = np.triu(counts + counts.T, 1)
    return counts, np.unravel_index(either.argmax(), either.shape), np.flatnonzero(said != y)


@misconception("error_analysis", says="the confidence in the true label decides the order")
def analysis_by_the_true_label(scores, y):
    scores, y = np.asarray(scores, dtype=float), np.asarray(y)
    said, p = scores.argmax(axis=1), softmax(scores)
    counts = np.zeros((scores.shape[1], scores.shape[1]), dtype=int)
    np.add.at(counts, (y, said), 1)
    either = np.triu(counts + counts.T, 1)
    wrong = np.flatnonzero(said != y)
    sure = p[wrong, y[wrong]]
    pair = np.unravel_index(either.argmax(), either.shape)
    return counts, pair, wrong[np.argsort(-sure, kind="stable")]


@misconception("error_analysis", says="right answers are left out of the counts")
def analysis_without_the_diagonal(scores, y):
    scores, y = np.asarray(scores, dtype=float), np.asarray(y)
    said, sure = scores.argmax(axis=1), softmax(scores).max(axis=1)
    counts = np.zeros((scores.shape[1], scores.shape[1]), dtype=int)
    wrong = np.flatnonzero(said != y)
    np.add.at(counts, (y[wrong], said[wrong]), 1)
    either = np.triu(counts + counts.T, 1)
    pair = np.unravel_index(either.argmax(), either.shape)
    return counts, pair, wrong[np.argsort(-sure[wrong], kind="stable")]


@misconception("error_analysis", says="places among the mistakes come back, not those in the file")
def analysis_of_places(scores, y):
    scores, y = np.asarray(scores, dtype=float), np.asarray(y)
    said, sure = scores.argmax(axis=1), softmax(scores).max(axis=1)
    counts = np.zeros((scores.shape[1], scores.shape[1]), dtype=int)
    np.add.at(counts, (y, said), 1)
    either = np.triu(counts + counts.T, 1)
    pair = np.unravel_index(either.argmax(), either.shape)
    return counts, pair, np.argsort(-sure[said != y], kind="stable")


# --- train_with_patience ---------------------------------------------------------------


@misconception("train_with_patience", says="it ends with the first epoch that brings no progress")
def training_without_patience(start, epoch, validation_loss, patience, max_epochs):
    params, losses = start, [validation_loss(start)]
    for _ in range(max_epochs):
        after = epoch(params)
        losses.append(validation_loss(after))
        if not losses[-1] < losses[-2]:
            break
        params = after
    return params, np.array(losses)


@misconception("train_with_patience", says="patience is ignored, and all epochs are trained")
def training_to_the_end(start, epoch, validation_loss, patience, max_epochs):
    params = best = start
    losses = [validation_loss(start)]
    lowest = losses[0]
    for _ in range(max_epochs):
        params = epoch(params)
        losses.append(validation_loss(params))
        if losses[-1] < lowest:
            best, lowest = params, losses[-1]
    return best, np.array(losses)


@misconception("train_with_patience", says="only the losses up to the best come back")
def training_that_cuts_its_losses(start, epoch, validation_loss, patience, max_epochs):
    params = best = start
    losses, lowest = [validation_loss(start)], 0
    while len(losses) <= max_epochs and len(losses) - 1 - lowest < patience:
        params = epoch(params)
        losses.append(validation_loss(params))
        if losses[-1] < losses[lowest]:
            best, lowest = params, len(losses) - 1
    return best, np.array(losses[: lowest + 1])


@misconception("train_with_patience", says="the number of the epoch comes back, not its parameters")
def training_that_counts(start, epoch, validation_loss, patience, max_epochs):
    params = start
    losses, lowest = [validation_loss(start)], 0
    while len(losses) <= max_epochs and len(losses) - 1 - lowest < patience:
        params = epoch(params)
        losses.append(validation_loss(params))
        if losses[-1] < losses[lowest]:
            lowest = len(losses) - 1
    return lowest, np.array(losses)
