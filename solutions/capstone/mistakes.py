"""Wrong answers that students really give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import (
    adam,
    init_mlp,
    mlp_forward,
    mlp_gradients,
    mlp_loss,
    softmax,
    softmax_cross_entropy,
    train,
    train_with,
)

# --- stratified_split ------------------------------------------------------------------


@mistake(
    "stratified_split",
    diagnosis="rule",
    keeps=1.5,
    says="the samples are shuffled as a whole: a small class may miss its share",
)
def split_of_the_whole(y, shares, rng):
    def validated(shares):
        if not (np.all(np.asarray(shares) > 0) and np.isclose(np.sum(shares), 1)):
            raise ValueError("shares must be positive and add to 1")

    validated(shares)
    ends = np.rint(len(y) * np.cumsum(shares)).astype(int)
    return np.split(rng.permutation(len(y)), ends[:-1])


@mistake(
    "stratified_split",
    diagnosis="rule",
    keeps=2,
    says="the parts stay in the order of their classes",
)
def split_in_order_of_classes(y, shares, rng):
    def pieces(y, shares, order):
        """The samples of each class in this order, cut into parts."""
        parts = [[] for _ in shares]
        for label in np.unique(y):
            members = order[np.asarray(y)[order] == label]
            ends = np.rint(len(members) * np.cumsum(shares)).astype(int)
            for part, piece in zip(parts, np.split(members, ends[:-1])):
                part.append(piece)
        return [np.concatenate(part) for part in parts]

    def validated(shares):
        if not (np.all(np.asarray(shares) > 0) and np.isclose(np.sum(shares), 1)):
            raise ValueError("shares must be positive and add to 1")

    validated(shares)
    return pieces(y, shares, rng.permutation(len(y)))


@mistake(
    "stratified_split",
    diagnosis="rule",
    keeps=2,
    says="the first samples of each class always come into the first part",
)
def split_of_the_first(y, shares, rng):
    def pieces(y, shares, order):
        """The samples of each class in this order, cut into parts."""
        parts = [[] for _ in shares]
        for label in np.unique(y):
            members = order[np.asarray(y)[order] == label]
            ends = np.rint(len(members) * np.cumsum(shares)).astype(int)
            for part, piece in zip(parts, np.split(members, ends[:-1])):
                part.append(piece)
        return [np.concatenate(part) for part in parts]

    def validated(shares):
        if not (np.all(np.asarray(shares) > 0) and np.isclose(np.sum(shares), 1)):
            raise ValueError("shares must be positive and add to 1")

    validated(shares)
    return [rng.permutation(part) for part in pieces(y, shares, np.arange(len(y)))]


@mistake(
    "stratified_split",
    diagnosis="rule",
    keeps=2,
    says="the parts are in order of their indices",
)
def split_that_is_sorted(y, shares, rng):
    def pieces(y, shares, order):
        """The samples of each class in this order, cut into parts."""
        parts = [[] for _ in shares]
        for label in np.unique(y):
            members = order[np.asarray(y)[order] == label]
            ends = np.rint(len(members) * np.cumsum(shares)).astype(int)
            for part, piece in zip(parts, np.split(members, ends[:-1])):
                part.append(piece)
        return [np.concatenate(part) for part in parts]

    def validated(shares):
        if not (np.all(np.asarray(shares) > 0) and np.isclose(np.sum(shares), 1)):
            raise ValueError("shares must be positive and add to 1")

    validated(shares)
    return [np.sort(part) for part in pieces(y, shares, rng.permutation(len(y)))]


@mistake(
    "stratified_split",
    diagnosis="rule",
    keeps=0.5,
    says="every size is rounded down, and what is over is in no part",
)
def split_that_rounds_down(y, shares, rng):
    def validated(shares):
        if not (np.all(np.asarray(shares) > 0) and np.isclose(np.sum(shares), 1)):
            raise ValueError("shares must be positive and add to 1")

    validated(shares)
    order = rng.permutation(len(y))
    parts = [[] for _ in shares]
    for label in np.unique(y):
        members, start = order[np.asarray(y)[order] == label], 0
        for part, share in zip(parts, shares):
            size = int(share * len(members) - 1e-9)
            part.extend(members[start : start + size])
            start += size
    return [rng.permutation(np.array(part, dtype=int)) for part in parts]


@mistake(
    "stratified_split",
    diagnosis="rule",
    keeps=0.5,
    says="each part is drawn from all samples, so that parts overlap",
)
def split_that_overlaps(y, shares, rng):
    def pieces(y, shares, order):
        """The samples of each class in this order, cut into parts."""
        parts = [[] for _ in shares]
        for label in np.unique(y):
            members = order[np.asarray(y)[order] == label]
            ends = np.rint(len(members) * np.cumsum(shares)).astype(int)
            for part, piece in zip(parts, np.split(members, ends[:-1])):
                part.append(piece)
        return [np.concatenate(part) for part in parts]

    def validated(shares):
        if not (np.all(np.asarray(shares) > 0) and np.isclose(np.sum(shares), 1)):
            raise ValueError("shares must be positive and add to 1")

    validated(shares)
    return [
        rng.permutation(pieces(y, shares, rng.permutation(len(y)))[i]) for i in range(len(shares))
    ]


@mistake(
    "stratified_split",
    diagnosis="no-error",
    keeps=2.5,
    says="shares that do not add to 1, or are not positive, are accepted",
)
def split_of_any_shares(y, shares, rng):
    def pieces(y, shares, order):
        """The samples of each class in this order, cut into parts."""
        parts = [[] for _ in shares]
        for label in np.unique(y):
            members = order[np.asarray(y)[order] == label]
            ends = np.rint(len(members) * np.cumsum(shares)).astype(int)
            for part, piece in zip(parts, np.split(members, ends[:-1])):
                part.append(piece)
        return [np.concatenate(part) for part in parts]

    return [rng.permutation(part) for part in pieces(y, shares, rng.permutation(len(y)))]


@mistake(
    "stratified_split",
    diagnosis="rule",
    keeps=2,
    says="the samples are drawn by a generator of its own, not by rng",
)
def split_by_its_own_generator(y, shares, rng):
    def pieces(y, shares, order):
        """The samples of each class in this order, cut into parts."""
        parts = [[] for _ in shares]
        for label in np.unique(y):
            members = order[np.asarray(y)[order] == label]
            ends = np.rint(len(members) * np.cumsum(shares)).astype(int)
            for part, piece in zip(parts, np.split(members, ends[:-1])):
                part.append(piece)
        return [np.concatenate(part) for part in parts]

    def validated(shares):
        if not (np.all(np.asarray(shares) > 0) and np.isclose(np.sum(shares), 1)):
            raise ValueError("shares must be positive and add to 1")

    validated(shares)
    rng = np.random.default_rng()
    return [rng.permutation(part) for part in pieces(y, shares, rng.permutation(len(y)))]


# --- prepare ---------------------------------------------------------------------------


@mistake(
    "prepare",
    diagnosis="value",
    says="mean and spread are taken over all samples, the new ones among them",
)
def prepare_on_all(X_train, X_new):
    X_train, X_new = np.asarray(X_train, dtype=float), np.asarray(X_new, dtype=float)
    X = np.concatenate([X_train, X_new])
    spread = np.where(X.max(axis=0) > X.min(axis=0), X.std(axis=0), 1.0)
    Z = (X - X.mean(axis=0)) / spread
    return Z[: len(X_train)], Z[len(X_train) :]


@mistake(
    "prepare",
    diagnosis="value",
    says="the new samples are scaled by a mean and a spread of their own",
)
def prepare_each_by_itself(X_train, X_new):
    def scaled(X, mean, spread):
        spread = np.asarray(spread)
        zero = spread < 1e-12
        return np.where(zero, 0.0, (X - mean) / np.where(zero, 1.0, spread))

    X_train, X_new = np.asarray(X_train, dtype=float), np.asarray(X_new, dtype=float)
    return tuple(scaled(X, X.mean(axis=0), X.std(axis=0)) for X in (X_train, X_new))


@mistake(
    "prepare",
    diagnosis="value",
    says="the columns are divided by the variance, not by its root",
)
def prepare_by_the_variance(X_train, X_new):
    def scaled(X, mean, spread):
        spread = np.asarray(spread)
        zero = spread < 1e-12
        return np.where(zero, 0.0, (X - mean) / np.where(zero, 1.0, spread))

    X_train, X_new = np.asarray(X_train, dtype=float), np.asarray(X_new, dtype=float)
    return tuple(scaled(X, X_train.mean(axis=0), X_train.var(axis=0)) for X in (X_train, X_new))


@mistake(
    "prepare",
    diagnosis="value",
    also=(
        "factor",
        "not-finite",
    ),
    says="the variance divides by n - 1, where population variance is asked for",
)
def prepare_with_n_minus_one(X_train, X_new):
    def scaled(X, mean, spread):
        spread = np.asarray(spread)
        zero = spread < 1e-12
        return np.where(zero, 0.0, (X - mean) / np.where(zero, 1.0, spread))

    X_train, X_new = np.asarray(X_train, dtype=float), np.asarray(X_new, dtype=float)
    spread = X_train.std(axis=0, ddof=1)
    return tuple(scaled(X, X_train.mean(axis=0), spread) for X in (X_train, X_new))


@mistake(
    "prepare",
    diagnosis="value",
    says="a column that is constant in training keeps its rounding errors, or is not zero",
)
def prepare_with_a_small_constant(X_train, X_new):
    X_train, X_new = np.asarray(X_train, dtype=float), np.asarray(X_new, dtype=float)
    mean, spread = X_train.mean(axis=0), X_train.std(axis=0)
    return tuple((X - mean) / np.where(spread > 1e-12, spread, 1.0) for X in (X_train, X_new))


@mistake(
    "prepare",
    diagnosis="value",
    says="one mean and one spread serve all columns",
)
def prepare_all_columns_alike(X_train, X_new):
    def scaled(X, mean, spread):
        spread = np.asarray(spread)
        zero = spread < 1e-12
        return np.where(zero, 0.0, (X - mean) / np.where(zero, 1.0, spread))

    X_train, X_new = np.asarray(X_train, dtype=float), np.asarray(X_new, dtype=float)
    return tuple(scaled(X, X_train.mean(), X_train.std()) for X in (X_train, X_new))


# --- build_model -----------------------------------------------------------------------


@mistake(
    "build_model",
    diagnosis="value",
    keeps=2,
    says="the penalty is in the loss and not in the gradients",
)
def model_whose_slopes_forget_the_penalty(d, k, rng):
    def layers(params):
        return list(zip(params[::2], params[1::2]))

    def scores(params, X):
        return mlp_forward(layers(params), X)[0]

    def loss_and_gradients(params, X, y, l2=0.0):
        loss = mlp_loss(layers(params), X, y, l2=l2)
        slopes = mlp_gradients(layers(params), X, y)
        return loss, [array for layer in slopes for array in layer]

    params = [array for layer in init_mlp([d, 16, k], rng) for array in layer]
    return params, scores, loss_and_gradients


@mistake(
    "build_model",
    diagnosis="value",
    keeps=2,
    says="the gradients are summed over the samples, the loss is a mean",
)
def model_with_slopes_of_a_sum(d, k, rng):
    def layers(params):
        return list(zip(params[::2], params[1::2]))

    def scores(params, X):
        return mlp_forward(layers(params), X)[0]

    def loss_and_gradients(params, X, y, l2=0.0):
        loss = mlp_loss(layers(params), X, y, l2=l2)
        slopes = mlp_gradients(layers(params), X, y, l2=l2 / len(y))
        return loss, [len(y) * array for layer in slopes for array in layer]

    params = [array for layer in init_mlp([d, 16, k], rng) for array in layer]
    return params, scores, loss_and_gradients


@mistake(
    "build_model",
    diagnosis="value",
    keeps=2,
    says="the slope passes through hidden units that are off",
)
def model_without_a_mask(d, k, rng):
    def layers(params):
        return list(zip(params[::2], params[1::2]))

    def scores(params, X):
        return mlp_forward(layers(params), X)[0]

    def loss_and_gradients(params, X, y, l2=0.0):
        loss = mlp_loss(layers(params), X, y, l2=l2)
        X, (W, _, V, _) = np.asarray(X, dtype=float), params
        Z, (_, A) = mlp_forward(layers(params), X)
        _, dZ = softmax_cross_entropy(Z, y)
        dH = dZ @ V.T
        return loss, [X.T @ dH + l2 * W, dH.sum(axis=0), A.T @ dZ + l2 * V, dZ.sum(axis=0)]

    params = [array for layer in init_mlp([d, 16, k], rng) for array in layer]
    return params, scores, loss_and_gradients


@mistake(
    "build_model",
    diagnosis="value",
    keeps=2,
    says="the gradients for the biases are means over the samples a second time",
)
def model_with_mean_slopes_of_the_biases(d, k, rng):
    def layers(params):
        return list(zip(params[::2], params[1::2]))

    def scores(params, X):
        return mlp_forward(layers(params), X)[0]

    def loss_and_gradients(params, X, y, l2=0.0):
        loss = mlp_loss(layers(params), X, y, l2=l2)
        slopes = mlp_gradients(layers(params), X, y, l2=l2)
        return loss, [array for dW, db in slopes for array in (dW, db / len(y))]

    params = [array for layer in init_mlp([d, 16, k], rng) for array in layer]
    return params, scores, loss_and_gradients


@mistake(
    "build_model",
    diagnosis="value",
    keeps=3,
    says="the penalty holds for the biases as well",
)
def model_with_penalized_biases(d, k, rng):
    def layers(params):
        return list(zip(params[::2], params[1::2]))

    def scores(params, X):
        return mlp_forward(layers(params), X)[0]

    def loss_and_gradients(params, X, y, l2=0.0):
        loss = mlp_loss(layers(params), X, y, l2=l2)
        slopes = mlp_gradients(layers(params), X, y, l2=l2)
        loss += l2 / 2 * sum(np.sum(b**2) for b in params[1::2])
        pairs = zip(slopes, params[1::2])
        return loss, [array for (dW, db), b in pairs for array in (dW, db + l2 * b)]

    params = [array for layer in init_mlp([d, 16, k], rng) for array in layer]
    return params, scores, loss_and_gradients


@mistake(
    "build_model",
    diagnosis="value",
    keeps=3,
    says="the loss is a sum over the samples",
)
def model_with_a_sum_for_a_loss(d, k, rng):
    def layers(params):
        return list(zip(params[::2], params[1::2]))

    def scores(params, X):
        return mlp_forward(layers(params), X)[0]

    def loss_and_gradients(params, X, y, l2=0.0):
        loss = len(y) * mlp_loss(layers(params), X, y, l2=l2 / len(y))
        slopes = mlp_gradients(layers(params), X, y, l2=l2 / len(y))
        return loss, [len(y) * array for layer in slopes for array in layer]

    params = [array for layer in init_mlp([d, 16, k], rng) for array in layer]
    return params, scores, loss_and_gradients


@mistake(
    "build_model",
    diagnosis="rule",
    keeps=3,
    says="all parameters start at 0, and the hidden units never learn",
)
def model_that_starts_at_zero(d, k, rng):
    def layers(params):
        return list(zip(params[::2], params[1::2]))

    def scores(params, X):
        return mlp_forward(layers(params), X)[0]

    def loss_and_gradients(params, X, y, l2=0.0):
        loss = mlp_loss(layers(params), X, y, l2=l2)
        slopes = mlp_gradients(layers(params), X, y, l2=l2)
        return loss, [array for layer in slopes for array in layer]

    params = [0.0 * array for layer in init_mlp([d, 16, k], rng) for array in layer]
    return params, scores, loss_and_gradients


@mistake(
    "build_model",
    diagnosis="not-finite",
    also=("value", "rule"),
    keeps=3,
    says="the exponentials overflow where scores are large",
)
def model_that_overflows(d, k, rng):
    def layers(params):
        return list(zip(params[::2], params[1::2]))

    def scores(params, X):
        return mlp_forward(layers(params), X)[0]

    def loss_and_gradients(params, X, y, l2=0.0):
        Z = scores(params, X)
        with np.errstate(all="ignore"):
            p = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
            loss = -np.mean(np.log(p[np.arange(len(Z)), y]))
        loss += l2 / 2 * sum(np.sum(W**2) for W in params[::2])
        slopes = mlp_gradients(layers(params), X, y, l2=l2)
        return loss, [array for layer in slopes for array in layer]

    params = [array for layer in init_mlp([d, 16, k], rng) for array in layer]
    return params, scores, loss_and_gradients


# --- train_with_patience ---------------------------------------------------------------


@mistake(
    "train_with_patience",
    diagnosis="value",
    keeps=1.5,
    says="the last parameters come back, not those of the lowest loss",
)
def training_that_returns_the_last(start, epoch, validation_loss, patience, max_epochs):
    params = start
    losses = [validation_loss(params)]
    lowest = 0
    while len(losses) <= max_epochs and len(losses) - 1 - lowest < patience:
        params = epoch(params)
        losses.append(validation_loss(params))
        if losses[-1] < losses[lowest]:
            lowest = len(losses) - 1
    return params, np.array(losses)


@mistake(
    "train_with_patience",
    diagnosis="value",
    keeps=1,
    also=("shape",),
    says="a loss that only equals the lowest counts as progress",
)
def training_that_takes_equal_for_lower(start, epoch, validation_loss, patience, max_epochs):
    params = start
    best, losses, lowest = params, [validation_loss(params)], 0
    while len(losses) <= max_epochs and len(losses) - 1 - lowest < patience:
        params = epoch(params)
        losses.append(validation_loss(params))
        if losses[-1] <= losses[lowest]:
            best, lowest = params, len(losses) - 1
    return best, np.array(losses)


@mistake(
    "train_with_patience",
    diagnosis="value",
    says="a loss is compared with that of the epoch before, not with the lowest",
)
def training_that_looks_one_epoch_back(start, epoch, validation_loss, patience, max_epochs):
    params = start
    best, losses, waited = params, [validation_loss(params)], 0
    while len(losses) <= max_epochs and waited < patience:
        params = epoch(params)
        losses.append(validation_loss(params))
        waited = 0 if losses[-1] < losses[-2] else waited + 1
        if waited == 0:
            best = params
    return best, np.array(losses)


@mistake(
    "train_with_patience",
    diagnosis="value",
    also=("rule", "shape"),
    keeps=1,
    says="epochs without progress are counted together and not in a row",
)
def training_that_never_forgives(start, epoch, validation_loss, patience, max_epochs):
    params = start
    best, losses, lowest, waited = params, [validation_loss(params)], 0, 0
    while len(losses) <= max_epochs and waited < patience:
        params = epoch(params)
        losses.append(validation_loss(params))
        if losses[-1] < losses[lowest]:
            best, lowest = params, len(losses) - 1
        else:
            waited += 1
    return best, np.array(losses)


@mistake(
    "train_with_patience",
    diagnosis="value",
    also=("rule", "shape"),
    says="the start is not looked at: losses begin after the first epoch",
)
def training_without_a_look_at_the_start(start, epoch, validation_loss, patience, max_epochs):
    params = start
    best, losses, lowest = params, [], 0
    while len(losses) < max_epochs and len(losses) - 1 - lowest < patience:
        params = epoch(params)
        losses.append(validation_loss(params))
        if len(losses) == 1 or losses[-1] < losses[lowest]:
            best, lowest = params, len(losses) - 1
    return best, np.array(losses)


@mistake(
    "train_with_patience",
    diagnosis="value",
    also=("shape", "rule"),
    says="it waits one epoch longer than patience allows",
)
def training_that_waits_one_more(start, epoch, validation_loss, patience, max_epochs):
    params = start
    best, losses, lowest = params, [validation_loss(params)], 0
    while len(losses) <= max_epochs and len(losses) - 1 - lowest <= patience:
        params = epoch(params)
        losses.append(validation_loss(params))
        if losses[-1] < losses[lowest]:
            best, lowest = params, len(losses) - 1
    return best, np.array(losses)


@mistake(
    "train_with_patience",
    diagnosis="value",
    also=("shape", "rule"),
    keeps=3,
    says="a loss that is nan counts as progress, since it is not larger",
)
def training_that_believes_nan(start, epoch, validation_loss, patience, max_epochs):
    params = start
    best, losses, lowest, waited = params, [validation_loss(params)], np.inf, 0
    lowest = losses[0]
    while len(losses) <= max_epochs and waited < patience:
        params = epoch(params)
        losses.append(validation_loss(params))
        if losses[-1] >= lowest:
            waited += 1
        else:
            best, lowest, waited = params, losses[-1], 0
    return best, np.array(losses)


# --- choose_setting --------------------------------------------------------------------


@mistake(
    "choose_setting",
    diagnosis="value",
    keeps=0.5,
    says="the best mean wins, whatever its error is",
)
def choice_of_the_best(accuracies):
    accuracies = np.asarray(accuracies, dtype=float)
    if accuracies.shape[1] < 2:
        raise ValueError("accuracies must have two columns or more")
    means = accuracies.mean(axis=1)
    return int(np.argmax(means))


@mistake(
    "choose_setting",
    diagnosis="value",
    keeps=0.5,
    says="the spread of single repeats is taken for the error of their mean",
)
def choice_within_a_standard_deviation(accuracies):
    accuracies = np.asarray(accuracies, dtype=float)
    if accuracies.shape[1] < 2:
        raise ValueError("accuracies must have two columns or more")
    means = accuracies.mean(axis=1)
    best = np.argmax(means)
    return int(np.argmax(means >= means[best] - accuracies[best].std(ddof=1)))


@mistake(
    "choose_setting",
    diagnosis="value",
    keeps=0.5,
    says="the variance divides by the number of repeats, where one less is due",
)
def choice_with_the_population_spread(accuracies):
    accuracies = np.asarray(accuracies, dtype=float)
    if accuracies.shape[1] < 2:
        raise ValueError("accuracies must have two columns or more")
    means, repeats = accuracies.mean(axis=1), accuracies.shape[1]
    best = np.argmax(means)
    return int(np.argmax(means >= means[best] - accuracies[best].std() / np.sqrt(repeats)))


@mistake(
    "choose_setting",
    diagnosis="value",
    keeps=0.5,
    says="each setting is granted its own error, where that of the best counts",
)
def choice_with_an_error_for_each(accuracies):
    accuracies = np.asarray(accuracies, dtype=float)
    if accuracies.shape[1] < 2:
        raise ValueError("accuracies must have two columns or more")
    means, repeats = accuracies.mean(axis=1), accuracies.shape[1]
    errors = accuracies.std(axis=1, ddof=1) / np.sqrt(repeats)
    return int(np.argmax(means + errors >= means.max()))


@mistake(
    "choose_setting",
    diagnosis="value",
    keeps=0.5,
    says="the last setting within the error is taken, not the simplest",
)
def choice_of_the_last(accuracies):
    accuracies = np.asarray(accuracies, dtype=float)
    if accuracies.shape[1] < 2:
        raise ValueError("accuracies must have two columns or more")
    means, repeats = accuracies.mean(axis=1), accuracies.shape[1]
    best = np.argmax(means)
    error = accuracies[best].std(ddof=1) / np.sqrt(repeats)
    return int(np.flatnonzero(means >= means[best] - error)[-1])


@mistake(
    "choose_setting",
    diagnosis="no-error",
    keeps=1.5,
    says="a single repeat is accepted, although it tells no error",
)
def choice_from_a_single_repeat(accuracies):
    accuracies = np.asarray(accuracies, dtype=float)
    means, repeats = accuracies.mean(axis=1), accuracies.shape[1]
    best = np.argmax(means)
    error = accuracies[best].std(ddof=1) / np.sqrt(repeats) if repeats > 1 else 0.0
    return int(np.argmax(means >= means[best] - error))


# --- train_classifier ------------------------------------------------------------------


@mistake(
    "train_classifier",
    diagnosis="rule",
    says="labels come back and not a function that gives them",
)
def classifier_as_labels(X, y, rng):
    params, _ = train(init_mlp([64, 32, np.max(y) + 1], rng), X, y, 0.3, 2, 32, rng)
    return mlp_forward(params, X)[0].argmax(axis=1)


@mistake(
    "train_classifier",
    diagnosis="rule",
    keeps=1.5,
    says="the training ends long before the loss has fallen",
)
def classifier_of_two_epochs(X, y, rng):
    params, _ = train(init_mlp([64, 32, np.max(y) + 1], rng), X, y, 0.1, 3, 16, rng)
    return lambda X: mlp_forward(params, X)[0].argmax(axis=1)


@mistake(
    "train_classifier",
    diagnosis="rule",
    keeps=1.5,
    says="the hidden layer is too narrow for ten digits",
)
def classifier_of_four_units(X, y, rng):
    X, y = np.asarray(X), np.asarray(y)
    start = init_mlp([64, 4, np.max(y) + 1], rng)
    params, _ = train_with(adam, start, X, y, 15, 32, rng, lr=1e-2)
    return lambda X: mlp_forward(params, X)[0].argmax(axis=1)


@mistake(
    "train_classifier",
    diagnosis="rule",
    keeps=1.5,
    says="only a tenth of the samples is used for training",
)
def classifier_of_the_held_out_tenth(X, y, rng):
    X, y = np.asarray(X), np.asarray(y)
    few = rng.permutation(len(y))[: max(len(y) // 10, 40)]
    start = init_mlp([64, 64, np.max(y) + 1], rng)
    params, _ = train(start, X[few], y[few], 0.1, 40, 16, rng)
    return lambda X: mlp_forward(params, X)[0].argmax(axis=1)


@mistake(
    "train_classifier",
    diagnosis="rule",
    also=("digits",),
    says="predict standardizes each call by itself, not as in training",
)
def classifier_that_prepares_each_call(X, y, rng):
    def scaled(X):
        X = np.asarray(X, dtype=float)
        spread = X.std(axis=0)
        return (X - X.mean(axis=0)) / np.where(spread > 0, spread, 1.0)

    start = init_mlp([64, 32, np.max(y) + 1], rng)
    params, _ = train(start, scaled(X), y, 0.05, 6, 32, rng)
    return lambda X: mlp_forward(params, scaled(X))[0].argmax(axis=1)


@mistake(
    "train_classifier",
    diagnosis="rule",
    also=("digits",),
    says="the network predicts with the parameters that it had before training",
)
def classifier_before_training(X, y, rng):
    start = init_mlp([64, 32, np.max(y) + 1], rng)
    train(start, X, y, 0.3, 1, 32, rng)
    return lambda X: mlp_forward(start, X)[0].argmax(axis=1)


@mistake(
    "train_classifier",
    diagnosis="rule",
    says="the probabilities of all classes come back, not the most likely one",
)
def classifier_as_probabilities(X, y, rng):
    params, _ = train(init_mlp([64, 32, np.max(y) + 1], rng), X, y, 0.3, 2, 32, rng)
    return lambda X: softmax(mlp_forward(params, X)[0])


@mistake(
    "train_classifier",
    diagnosis="rule",
    keeps=5.5,
    says="the start and the batches do not come from rng",
)
def classifier_from_a_generator_of_its_own(X, y, rng):
    X, y, rng = np.asarray(X), np.asarray(y), np.random.default_rng()
    p = []
    for _ in range(2):
        start = init_mlp([64, 96, np.max(y) + 1], rng)
        p.append(train_with(adam, start, X, y, 14, 32, rng, lr=3e-3)[0])
    return lambda X: sum(softmax(mlp_forward(params, X)[0]) for params in p).argmax(axis=1)


# --- error_analysis --------------------------------------------------------------------


@mistake(
    "error_analysis",
    diagnosis="value",
    also=["transposed"],
    keeps=2,
    says="what was said stands in the rows, where the true labels belong",
)
def analysis_turned_round(scores, y):
    scores, y = np.asarray(scores, dtype=float), np.asarray(y)
    said, sure = scores.argmax(axis=1), softmax(scores).max(axis=1)
    counts = np.zeros((scores.shape[1], scores.shape[1]), dtype=int)
    np.add.at(counts, (said, y), 1)
    either = np.triu(counts + counts.T, 1)
    pair = np.unravel_index(either.argmax(), either.shape)
    wrong = np.flatnonzero(said != y)
    return counts, pair, wrong[np.argsort(-sure[wrong], kind="stable")]


@mistake(
    "error_analysis",
    diagnosis="value",
    keeps=2,
    says="only one way of a mistake counts: 3 for 8, but not 8 for 3",
)
def analysis_of_one_way(scores, y):
    scores, y = np.asarray(scores, dtype=float), np.asarray(y)
    said, sure = scores.argmax(axis=1), softmax(scores).max(axis=1)
    counts = np.zeros((scores.shape[1], scores.shape[1]), dtype=int)
    np.add.at(counts, (y, said), 1)
    one_way = counts - np.diag(np.diag(counts))
    pair = sorted(np.unravel_index(one_way.argmax(), one_way.shape))
    wrong = np.flatnonzero(said != y)
    return counts, pair, wrong[np.argsort(-sure[wrong], kind="stable")]


@mistake(
    "error_analysis",
    diagnosis="value",
    keeps=1,
    says="the right answers count: the pair is a class with itself",
)
def analysis_with_the_diagonal(scores, y):
    scores, y = np.asarray(scores, dtype=float), np.asarray(y)
    said, sure = scores.argmax(axis=1), softmax(scores).max(axis=1)
    counts = np.zeros((scores.shape[1], scores.shape[1]), dtype=int)
    np.add.at(counts, (y, said), 1)
    either = np.triu(counts + counts.T)
    pair = np.unravel_index(either.argmax(), either.shape)
    wrong = np.flatnonzero(said != y)
    return counts, pair, wrong[np.argsort(-sure[wrong], kind="stable")]


@mistake(
    "error_analysis",
    diagnosis="value",
    keeps=2,
    says="the mistakes are sorted by the largest score, not by its probability",
)
def analysis_by_scores(scores, y):
    scores, y = np.asarray(scores, dtype=float), np.asarray(y)
    said, sure = scores.argmax(axis=1), scores.max(axis=1)
    counts = np.zeros((scores.shape[1], scores.shape[1]), dtype=int)
    np.add.at(counts, (y, said), 1)
    either = np.triu(counts + counts.T, 1)
    pair = np.unravel_index(either.argmax(), either.shape)
    wrong = np.flatnonzero(said != y)
    return counts, pair, wrong[np.argsort(-sure[wrong], kind="stable")]


@mistake(
    "error_analysis",
    diagnosis="value",
    keeps=2,
    says="the least confident mistake comes first",
)
def analysis_the_wrong_way_round(scores, y):
    scores, y = np.asarray(scores, dtype=float), np.asarray(y)
    said, sure = scores.argmax(axis=1), softmax(scores).max(axis=1)
    counts = np.zeros((scores.shape[1], scores.shape[1]), dtype=int)
    np.add.at(counts, (y, said), 1)
    either = np.triu(counts + counts.T, 1)
    pair = np.unravel_index(either.argmax(), either.shape)
    wrong = np.flatnonzero(said != y)
    return counts, pair, wrong[np.argsort(sure[wrong], kind="stable")]


@mistake(
    "error_analysis",
    diagnosis="shape",
    also=("value", "rule"),
    keeps=2,
    says="the images that were read right are among the mistakes",
)
def analysis_of_all(scores, y):
    scores, y = np.asarray(scores, dtype=float), np.asarray(y)
    said, sure = scores.argmax(axis=1), softmax(scores).max(axis=1)
    counts = np.zeros((scores.shape[1], scores.shape[1]), dtype=int)
    np.add.at(counts, (y, said), 1)
    either = np.triu(counts + counts.T, 1)
    pair = np.unravel_index(either.argmax(), either.shape)
    wrong = np.arange(len(y))
    return counts, pair, wrong[np.argsort(-sure[wrong], kind="stable")]


@mistake(
    "error_analysis",
    diagnosis="dtype",
    keeps=2,
    also=("factor", "value"),
    says="counts are divided by the number of samples",
)
def analysis_in_shares(scores, y):
    scores, y = np.asarray(scores, dtype=float), np.asarray(y)
    said, sure = scores.argmax(axis=1), softmax(scores).max(axis=1)
    counts = np.zeros((scores.shape[1], scores.shape[1]), dtype=int)
    np.add.at(counts, (y, said), 1)
    either = np.triu(counts + counts.T, 1)
    pair = np.unravel_index(either.argmax(), either.shape)
    wrong = np.flatnonzero(said != y)
    return counts / len(y), pair, wrong[np.argsort(-sure[wrong], kind="stable")]


# --- learning_curve --------------------------------------------------------------------


@mistake(
    "learning_curve",
    diagnosis="rule",
    keeps=0.5,
    says="a new set of samples is drawn for each size",
)
def curve_of_new_samples(fit, X, y, X_held, y_held, sizes, rng):
    if min(sizes) < 1 or max(sizes) > len(y):
        raise ValueError("sizes must lie between 1 and the number of samples")
    seen, held = [], []
    for size in sizes:
        some = rng.permutation(len(y))[:size]
        predict = fit(X[some], y[some], rng)
        seen.append(np.mean(predict(X[some]) == y[some]))
        held.append(np.mean(predict(X_held) == y_held))
    return np.array(seen), np.array(held)


@mistake(
    "learning_curve",
    diagnosis="rule",
    keeps=1.5,
    says="the first samples of the file are taken, in their order",
)
def curve_of_the_first_samples(fit, X, y, X_held, y_held, sizes, rng):
    if min(sizes) < 1 or max(sizes) > len(y):
        raise ValueError("sizes must lie between 1 and the number of samples")
    seen, held = [], []
    for size in sizes:
        predict = fit(X[:size], y[:size], rng)
        seen.append(np.mean(predict(X[:size]) == y[:size]))
        held.append(np.mean(predict(X_held) == y_held))
    return np.array(seen), np.array(held)


@mistake(
    "learning_curve",
    diagnosis="value",
    keeps=2,
    says="the first share is measured on all samples, not on those it was fitted to",
)
def curve_measured_on_all_samples(fit, X, y, X_held, y_held, sizes, rng):
    if min(sizes) < 1 or max(sizes) > len(y):
        raise ValueError("sizes must lie between 1 and the number of samples")
    order, seen, held = rng.permutation(len(y)), [], []
    for size in sizes:
        predict = fit(X[order[:size]], y[order[:size]], rng)
        seen.append(np.mean(predict(X) == y))
        held.append(np.mean(predict(X_held) == y_held))
    return np.array(seen), np.array(held)


@mistake(
    "learning_curve",
    diagnosis="value",
    also=["complement"],
    keeps=2,
    says="these are errors, where the shares that are right are asked for",
)
def curve_of_errors(fit, X, y, X_held, y_held, sizes, rng):
    if min(sizes) < 1 or max(sizes) > len(y):
        raise ValueError("sizes must lie between 1 and the number of samples")
    order, seen, held = rng.permutation(len(y)), [], []
    for size in sizes:
        some = order[:size]
        predict = fit(X[some], y[some], rng)
        seen.append(np.mean(predict(X[some]) != y[some]))
        held.append(np.mean(predict(X_held) != y_held))
    return np.array(seen), np.array(held)


@mistake(
    "learning_curve",
    diagnosis="rule",
    keeps=0.5,
    says="the labels are not brought into the order of the samples",
)
def curve_with_labels_left_behind(fit, X, y, X_held, y_held, sizes, rng):
    if min(sizes) < 1 or max(sizes) > len(y):
        raise ValueError("sizes must lie between 1 and the number of samples")
    order, seen, held = rng.permutation(len(y)), [], []
    for size in sizes:
        predict = fit(X[order[:size]], y[:size], rng)
        seen.append(np.mean(predict(X[order[:size]]) == y[:size]))
        held.append(np.mean(predict(X_held) == y_held))
    return np.array(seen), np.array(held)


@mistake(
    "learning_curve",
    diagnosis="no-error",
    keeps=1.5,
    says="sizes that there are no samples for are accepted",
)
def curve_of_any_sizes(fit, X, y, X_held, y_held, sizes, rng):
    order, seen, held = rng.permutation(len(y)), [], []
    for size in sizes:
        some = order[:size]
        predict = fit(X[some], y[some], rng)
        seen.append(np.mean(predict(X[some]) == y[some]))
        held.append(np.mean(predict(X_held) == y_held))
    return np.array(seen), np.array(held)
