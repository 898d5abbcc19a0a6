"""Further wrong answers that students give, each with what to tell whoever gives it."""

import numpy as np

from autograder.checks import formula, misconception

from .reference import adam, init_mlp, mlp_gradients, mlp_loss, rmsprop, sgd, train_with

# --- sgd ---


@misconception(
    "sgd",
    says="the learning rate is not used: you subtract the bare gradient",
)
def sgd_forgets_lr(theta, grad, state, lr):
    new = np.array(theta, dtype=float) - np.array(grad, dtype=float)
    return new, state


@misconception(
    "sgd",
    says="the gradient is divided by its length, so every step is equally long",
)
def sgd_normalizes_the_gradient(theta, grad, state, lr):
    theta = np.asarray(theta, dtype=np.float64)
    g = np.asarray(grad, dtype=np.float64)
    length = np.sqrt(np.sum(g**2))
    direction = g / length if length > 0 else g
    return theta - lr * direction, state


@misconception(
    "sgd",
    says="you return None as the state, not the state as it was given",
)
def sgd_drops_the_state(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta - lr * grad, None


@misconception(
    "sgd",
    says="only the sign of the gradient is used, not its size",
)
def sgd_takes_the_sign(theta, grad, state, lr):
    return np.asarray(theta, float) - lr * np.sign(np.asarray(grad, float)), state


@misconception(
    "sgd",
    says="the step is also multiplied by theta, entry by entry",
)
def sgd_shrinks_theta_by_the_gradient(theta, grad, state, lr):
    theta = np.asarray(theta, dtype=float)
    theta = theta * (1 - lr * np.asarray(grad, dtype=float))
    return theta, state


@misconception(
    "sgd",
    says="you count the steps in the state, which should be returned as it was given",
)
def sgd_counts_steps_in_the_state(theta, grad, state, lr):
    t = 0 if state is None else state
    w = np.asarray(theta, dtype=float) - lr * np.asarray(grad, dtype=float)
    return w, t + 1


@formula("sgd")
def sgd_as_text(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta - lr * grad, state


@formula("sgd")
def sgd_as_named_step(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    step = -lr * grad
    return theta + step, state


@formula("sgd")
def sgd_as_loop(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    new = np.zeros(theta.shape)
    for i in np.ndindex(theta.shape):
        new[i] = theta[i] - lr * grad[i]
    return new, state


@misconception(
    "sgd",
    says="every coordinate is moved by the mean of the gradient, not by its own entry",
)
def sgd_mean_gradient(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta - lr * np.mean(grad), state


@misconception(
    "sgd",
    says="the gradient is divided by the number of parameters",
)
def sgd_divided_by_size(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta - lr * grad / grad.size, state


@misconception(
    "sgd",
    says="the learning rate is multiplied in twice",
)
def sgd_rate_twice(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta - lr * lr * grad, state


@misconception(
    "sgd",
    says="the step carries a factor ½ that does not belong there",
)
def sgd_halved(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta - lr / 2 * grad, state


@misconception(
    "sgd",
    says="the step carries a factor 2 that does not belong there",
)
def sgd_doubled(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta - 2 * lr * grad, state


@misconception(
    "sgd",
    says="theta is shrunk by the factor 1 - lr before the step is made",
)
def sgd_shrinks_theta(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return (1 - lr) * theta - lr * grad, state


@misconception(
    "sgd",
    says="you take a weighted mean of theta and the gradient, not a step from theta",
)
def sgd_weighted_mean(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return (1 - lr) * theta + lr * grad, state


@misconception(
    "sgd",
    says=("theta is multiplied by an exponential of the gradient, where a step is subtracted"),
)
def sgd_exponential(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta * np.exp(-lr * grad), state


@misconception(
    "sgd",
    says="the entries of the gradient are cut off at -1 and 1 before the step",
)
def sgd_clips_entries(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta - lr * np.clip(grad, -1, 1), state


@misconception(
    "sgd",
    says="a gradient longer than 1 is shortened to the length 1 before the step",
)
def sgd_clips_length(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    length = np.sqrt(np.sum(grad**2))
    return theta - lr * grad / max(1.0, length), state


@misconception(
    "sgd",
    says="theta and the gradient have changed places in the step",
)
def sgd_places_exchanged(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return grad - lr * theta, state


@misconception(
    "sgd",
    says="only the coordinate with the largest gradient is moved, all others stay",
)
def sgd_steepest_only(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    largest = np.abs(grad) == np.max(np.abs(grad))
    return theta - lr * grad * largest, state


@misconception(
    "sgd",
    says="the sign of the gradient gets lost, so no coordinate can ever grow",
)
def sgd_absolute_gradient(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta - lr * np.abs(grad), state


@misconception(
    "sgd",
    says="you return the step alone, not the place it leads to",
)
def sgd_step_alone(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return -lr * grad, state


@misconception(
    "sgd",
    says="the gradient is squared before it is multiplied by the learning rate",
)
def sgd_squares_gradient(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta - lr * grad**2, state


@misconception(
    "sgd",
    says="the step is multiplied by the size of theta, entry by entry",
)
def sgd_rate_per_length_of_theta(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta - lr * np.abs(theta) * grad, state


@misconception(
    "sgd",
    says="the gradient is divided by the learning rate, not multiplied by it",
)
def sgd_divides_by_rate(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta - grad / lr, state


@misconception(
    "sgd",
    says="the learning rate multiplies theta, not the gradient",
)
def sgd_rate_on_theta(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return lr * theta - grad, state


@misconception(
    "sgd",
    says="the step is rounded to whole numbers",
)
def sgd_whole_step(theta, grad, state, lr):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    return theta - np.trunc(lr * grad), state


# --- train_with ---


@misconception(
    "train_with",
    says="the samples come in the order of the rows, and are never shuffled",
)
def train_with_takes_rows_in_order(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = np.arange(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="each batch is drawn anew, so some samples come twice in an epoch and others not at all",
)
def train_with_draws_with_replacement(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        seen = []
        for start in range(0, len(y), batch_size):
            batch = rng.choice(len(y), min(batch_size, len(y)))
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="only the first batch of each epoch is used",
)
def train_with_one_batch_an_epoch(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in [0]:
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="every step uses all samples, and the batches are not used",
)
def train_with_all_samples(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        rng.permutation(len(y))
        seen = []
        for _ in range(0, len(y), batch_size):
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X, y))
            pairs = mlp_gradients(layers, X, y)
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the gradients are those of all samples, where those of the batch are asked for",
)
def train_with_gradient_of_all_samples(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X, y)
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the losses are those of all samples, where those of the batches are asked for",
)
def train_with_loss_of_all_samples(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X, y))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the loss of an epoch is taken once, of all samples at its end",
)
def train_with_loss_at_the_end_of_the_epoch(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(mlp_loss(list(zip(theta[::2], theta[1::2])), X, y))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the loss of an epoch is taken once, of all samples before its first step",
)
def train_with_loss_at_the_start_of_the_epoch(
    step, params, X, y, n_epochs, batch_size, rng, **hyper
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), [mlp_loss(list(zip(theta[::2], theta[1::2])), X, y)]
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the losses of the batches are summed, where their mean is asked for",
)
def train_with_sum_of_losses(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.sum(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="each batch's loss is multiplied by its size, so the sum grows with the number of samples",
)
def train_with_sum_over_samples(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(len(batch) * mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.sum(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the loss of an epoch is that of its first batch alone",
)
def train_with_first_loss(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(seen[0])
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the loss of an epoch is the lowest of its batches, not their mean",
)
def train_with_lowest_loss(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.min(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the batches of earlier epochs are still in the mean of each epoch",
)
def train_with_mean_of_all_epochs(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    seen = []
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the gradients are taken anew after each array has moved, not once for all",
)
def train_with_gradients_for_each_array_anew(
    step, params, X, y, n_epochs, batch_size, rng, **hyper
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i in range(len(grads)):
                layers = list(zip(theta[::2], theta[1::2]))
                now = mlp_gradients(layers, X[batch], y[batch])
                g = now[i // 2][i % 2]
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="only the biases are trained, and the weights stay as they were",
)
def train_with_weights_not_trained(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                if i % 2:
                    theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="only the last layer is trained",
)
def train_with_last_layer_only(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                if i >= len(grads) - 2:
                    theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="only the first layer is trained",
)
def train_with_first_layer_only(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                if i < 2:
                    theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="one epoch is missing",
)
def train_with_one_epoch_too_few(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs - 1):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="there is one epoch more than n_epochs",
)
def train_with_one_epoch_too_many(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs + 1):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="a step is made for each single sample, whatever batch_size is",
)
def train_with_a_step_for_each_sample(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), 1):
            batch = order[start : start + 1]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the gradients are multiplied by the size of the batch, but the loss is a mean",
)
def train_with_gradients_summed_over_the_batch(
    step, params, X, y, n_epochs, batch_size, rng, **hyper
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [len(batch) * g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the gradients are divided by the size of the batch, but the loss is a mean already",
)
def train_with_gradients_divided_again(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g / len(batch) for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the gradients are divided by the size of the batch, but the loss is a mean already",
)
def train_with_gradients_divided_by_batch_size(
    step, params, X, y, n_epochs, batch_size, rng, **hyper
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g / batch_size for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the parameters that come back are those of the start",
)
def train_with_returns_the_start(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return params, np.array(losses)


@misconception(
    "train_with",
    says="there is a loss for each batch, where one for each epoch is asked for",
)
def train_with_every_loss(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.extend(seen)
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the batches overlap: each begins one sample after the one before",
)
def train_with_batches_overlap(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, max(len(y) - batch_size, 0) + 1):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the first sample of the order is never used",
)
def train_with_one_sample_skipped(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(min(1, len(y) - 1), len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="each batch has one sample less than batch_size, and some samples are never used",
)
def train_with_one_sample_too_few_in_a_batch(
    step, params, X, y, n_epochs, batch_size, rng, **hyper
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + max(batch_size - 1, 1)]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="X is shuffled, and y is not: samples get the labels of others",
)
def train_with_labels_in_their_old_order(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[start : start + batch_size]))
            pairs = mlp_gradients(layers, X[batch], y[start : start + batch_size])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="X and y are shuffled apart, so samples get the labels of others",
)
def train_with_a_second_permutation_for_y(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, other, seen = rng.permutation(len(y)), rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[other[start : start + batch_size]]))
            pairs = mlp_gradients(layers, X[batch], y[other[start : start + batch_size]])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the losses are those of the parameters at the start, whatever has been learned",
)
def train_with_losses_of_the_start(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(params, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the gradients are always those at the start",
)
def train_with_gradients_at_the_start(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(params, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the gradients of a whole epoch are taken at the parameters from its start",
)
def train_with_gradients_at_the_start_of_the_epoch(
    step, params, X, y, n_epochs, batch_size, rng, **hyper
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        before = list(zip(theta[::2], theta[1::2]))
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(before, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the network has tanh in its hidden layers, where ReLU is the default",
)
def train_with_tanh(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch], "tanh"))
            pairs = mlp_gradients(layers, X[batch], y[batch], "tanh")
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the network has sigmoids in its hidden layers, where ReLU is the default",
)
def train_with_sigmoid(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch], "sigmoid"))
            pairs = mlp_gradients(layers, X[batch], y[batch], "sigmoid")
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="parameters of the epoch of lowest loss come back, not those at the end",
)
def train_with_best_parameters(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    best = list(zip(theta[::2], theta[1::2]))
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
        if losses[-1] == min(losses):
            best = layers
    return best, np.array(losses)


@misconception(
    "train_with",
    says="the last step is not in the parameters that come back",
)
def train_with_the_layers_before_the_last_step(
    step, params, X, y, n_epochs, batch_size, rng, **hyper
):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    layers = list(zip(theta[::2], theta[1::2]))
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return layers, np.array(losses)


@misconception(
    "train_with",
    says="the order comes from a generator of your own, not from rng",
)
def train_with_a_fixed_generator(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    rng = np.random.default_rng(0)
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the samples are shuffled in another way than by rng.permutation(n)",
)
def train_with_shuffle_by_choice(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.choice(len(y), len(y), replace=False), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="training ends as soon as an epoch's loss is higher than the one before",
)
def train_with_stops_when_it_gets_worse(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    for _ in range(n_epochs):
        order, seen = rng.permutation(len(y)), []
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
        if len(losses) > 1 and losses[-1] > losses[-2]:
            break
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


@misconception(
    "train_with",
    says="the samples are shuffled on from the order of the epoch before, not all rows anew",
)
def train_with_shuffles_the_shuffled(step, params, X, y, n_epochs, batch_size, rng, **hyper):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    theta = [np.array(a, dtype=float) for layer in params for a in layer]
    states, losses = [None] * len(theta), []
    n = len(y)
    for _ in range(n_epochs):
        order, seen = np.arange(n), []
        mixed = rng.permutation(n)
        X, y = X[mixed], y[mixed]
        for start in range(0, len(y), batch_size):
            batch = order[start : start + batch_size]
            layers = list(zip(theta[::2], theta[1::2]))
            seen.append(mlp_loss(layers, X[batch], y[batch]))
            pairs = mlp_gradients(layers, X[batch], y[batch])
            grads = [g for pair in pairs for g in pair]
            for i, g in enumerate(grads):
                theta[i], states[i] = step(theta[i], g, states[i], **hyper)
        losses.append(np.mean(seen))
    return list(zip(theta[::2], theta[1::2])), np.array(losses)


# --- minimize ---


@misconception(
    "minimize",
    says="theta0 is missing in the trajectory, which starts only after the first step",
)
def minimize_leaves_out_the_start(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.array(theta0, dtype=float), None
    path = []
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **hyper)
        path.append(theta)
    return np.array(path)


@misconception(
    "minimize",
    says="each point is stored before its step, so the last point is missing",
)
def minimize_misses_the_last_point(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.array(theta0, dtype=float), None
    history = []
    for k in range(n_steps):
        history.append(theta)
        theta, state = step(theta, gradient(theta), state, **hyper)
    return np.stack(history) if history else np.array([theta])


@misconception(
    "minimize",
    says="only lr is handed on to the step, and all other options are dropped",
)
def minimize_hands_on_only_lr(gradient, theta0, step, n_steps, **hyper):
    theta = np.array(theta0, dtype=float)
    only = {"lr": hyper["lr"]} if "lr" in hyper else {}
    path, state = [theta], None
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **only)
        path.append(theta)
    return np.array(path)


@misconception(
    "minimize",
    says="you stop early where the gradient is small, so rows are missing",
)
def minimize_stops_when_the_gradient_is_small(gradient, theta0, step, n_steps, **hyper):
    theta = np.array(theta0, dtype=float)
    path, state = [theta], None
    for _ in range(n_steps):
        g = gradient(theta)
        if np.linalg.norm(g) < 1e-2:
            break
        theta, state = step(theta, g, state, **hyper)
        path.append(theta)
    return np.array(path)


@misconception(
    "minimize",
    says="the first state is zero, not None",
)
def minimize_starts_with_a_zero_state(gradient, theta0, step, n_steps, **hyper):
    theta = np.array(theta0, dtype=float)
    state = np.zeros_like(theta)
    path = [theta]
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **hyper)
        path.append(theta)
    return np.array(path)


@misconception(
    "minimize",
    says="step is never called, and every step is one of plain gradient descent",
)
def minimize_ignores_the_step(gradient, theta0, step, n_steps, **hyper):
    lr = hyper.get("lr", 1e-3)
    theta = np.array(theta0, dtype=float)
    path = np.zeros((n_steps + 1, *theta.shape))
    path[0] = theta
    for t in range(n_steps):
        path[t + 1] = path[t] - lr * np.asarray(gradient(path[t]))
    return path


@formula("minimize")
def minimize_as_list(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    for _ in range(n_steps):
        grad = gradient(theta)
        theta, state = step(theta, grad, state, **hyper)
        path.append(theta)
    return np.array(path)


@formula("minimize")
def minimize_as_array(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = np.zeros((n_steps + 1, *theta.shape))
    path[0] = theta
    for t in range(n_steps):
        path[t + 1], state = step(path[t], gradient(path[t]), state, **hyper)
    return path


@formula("minimize")
def minimize_as_array_from_one(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = np.zeros((n_steps + 1, *theta.shape))
    path[0] = theta
    for t in range(1, n_steps + 1):
        theta, state = step(path[t - 1], gradient(path[t - 1]), state, **hyper)
        path[t] = theta
    return path


@formula("minimize")
def minimize_as_while(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    while len(path) < n_steps + 1:
        theta, state = step(path[-1], gradient(path[-1]), state, **hyper)
        path.append(theta)
    return np.stack(path)


@misconception(
    "minimize",
    says="every step starts again from theta0, not from the point before it",
)
def minimize_always_from_start(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    for _ in range(n_steps):
        new, state = step(theta, gradient(theta), state, **hyper)
        path.append(new)
    return np.array(path)


@misconception(
    "minimize",
    says=("the last point stands in every row, as if one array were stored again and again"),
)
def minimize_last_in_every_row(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **hyper)
    return np.array([theta] * (n_steps + 1))


@misconception(
    "minimize",
    says="the state that the first step returns is kept and never renewed",
)
def minimize_keeps_first_state(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    for _ in range(n_steps):
        theta, new = step(theta, gradient(theta), state, **hyper)
        state = new if state is None else state
        path.append(theta)
    return np.array(path)


@misconception(
    "minimize",
    says="the gradient is that of the point before, so it is one step too old",
)
def minimize_gradient_too_old(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path, grad = [theta], gradient(theta)
    for _ in range(n_steps):
        theta, state = step(theta, grad, state, **hyper)
        path.append(theta)
        grad = gradient(path[-2])
    return np.array(path)


@misconception(
    "minimize",
    says="two steps are made for each row of the trajectory",
)
def minimize_two_steps_a_row(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    for _ in range(n_steps):
        for _ in range(2):
            theta, state = step(theta, gradient(theta), state, **hyper)
        path.append(theta)
    return np.array(path)


@misconception(
    "minimize",
    says="the rows hold the mean of all points so far, not the point itself",
)
def minimize_running_mean(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **hyper)
        path.append(theta)
    path = np.array(path)
    counts = np.arange(1, n_steps + 2).reshape(-1, *[1] * theta.ndim)
    return np.cumsum(path, axis=0) / counts


@misconception(
    "minimize",
    says="after the first row you store the steps, not the points they lead to",
)
def minimize_steps_in_rows(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    for _ in range(n_steps):
        new, state = step(theta, gradient(theta), state, **hyper)
        path.append(new - theta)
        theta = new
    return np.array(path)


@misconception(
    "minimize",
    says="the rows after the first hold the gradients, not the parameters",
)
def minimize_gradients_in_rows(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    for _ in range(n_steps):
        grad = np.asarray(gradient(theta))
        theta, state = step(theta, grad, state, **hyper)
        path.append(grad)
    return np.array(path)


@misconception(
    "minimize",
    says="the trajectory is stored backward, with the end in the first row",
)
def minimize_backward(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **hyper)
        path.append(theta)
    return np.array(path[::-1])


@misconception(
    "minimize",
    says=("the trajectory is transposed: the steps run along the last axis, not the first"),
)
def minimize_transposed(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **hyper)
        path.append(theta)
    return np.array(path).T


@misconception(
    "minimize",
    says="all points stand in one long row, so the shape of theta is lost",
)
def minimize_flattened(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **hyper)
        path.append(theta)
    return np.ravel(path)


@misconception(
    "minimize",
    says="the start stands in the first two rows, and the last point is missing",
)
def minimize_start_twice(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    for _ in range(n_steps):
        path.append(theta)
        theta, state = step(theta, gradient(theta), state, **hyper)
    return np.array(path)


@misconception(
    "minimize",
    says="the gradient is scaled to the length 1 before the step gets it",
)
def minimize_normalizes_gradient(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    for _ in range(n_steps):
        grad = np.asarray(gradient(theta), dtype=float)
        length = np.linalg.norm(grad)
        theta, state = step(theta, grad / length if length > 0 else grad, state, **hyper)
        path.append(theta)
    return np.array(path)


@misconception(
    "minimize",
    says="the walk starts at zeros, not at theta0",
)
def minimize_from_zero(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    theta = np.zeros_like(theta)
    path = [theta]
    for _ in range(n_steps):
        theta, state = step(theta, gradient(theta), state, **hyper)
        path.append(theta)
    return np.array(path)


@misconception(
    "minimize",
    says="one step too few is made, and the last point is stored twice",
)
def minimize_last_repeated(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    for _ in range(n_steps - 1):
        theta, state = step(theta, gradient(theta), state, **hyper)
        path.append(theta)
    if n_steps > 0:
        path.append(theta)
    return np.array(path)


@misconception(
    "minimize",
    says="the second step starts from theta0 again, as if the first had not been made",
)
def minimize_first_step_forgotten(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path, here = [theta], theta
    for t in range(n_steps):
        new, state = step(here, gradient(here), state, **hyper)
        path.append(new)
        here = theta if t == 0 else new
    return np.array(path)


@misconception(
    "minimize",
    says="the gradient is divided by the number of the step before the step gets it",
)
def minimize_gradient_scaled_by_count(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    path = [theta]
    for t in range(n_steps):
        theta, state = step(theta, np.asarray(gradient(theta)) / (t + 1), state, **hyper)
        path.append(theta)
    return np.array(path)


@misconception(
    "minimize",
    says="the sign of the gradient is turned before the step gets it",
)
def minimize_uphill(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    trajectory = [theta]
    for _ in range(n_steps):
        theta, state = step(theta, -gradient(theta), state, **hyper)
        trajectory.append(theta)
    return np.array(trajectory)


@misconception(
    "minimize",
    says="only one step is made: the loop ends after its first round",
)
def minimize_one_step(gradient, theta0, step, n_steps, **hyper):
    theta, state = np.asarray(theta0, dtype=float), None
    trajectory = [theta]
    for _ in range(min(n_steps, 1)):
        theta, state = step(theta, gradient(theta), state, **hyper)
        trajectory.append(theta)
    return np.array(trajectory)


# --- max_stable_lr ---


@misconception(
    "max_stable_lr",
    says="the numerator is 1, so your limit is only half as large",
)
def lr_without_the_two(A):
    return 1.0 / np.max(np.linalg.eigvalsh(np.asarray(A, dtype=float)))


@misconception(
    "max_stable_lr",
    says="you return the best learning rate, not the largest stable one",
)
def lr_that_is_best(A):
    lam = np.sort(np.linalg.eigvalsh(np.array(A, dtype=float)))
    return 2 / (lam[-1] + lam[0])


@misconception(
    "max_stable_lr",
    says="you divide by another eigenvalue than the largest, such as the smallest or the first",
)
def lr_of_the_first_eigenvalue(A):
    lam = np.linalg.eigvals(np.asarray(A, dtype=float)).real
    return 2 / lam[0]


@misconception(
    "max_stable_lr",
    says="you divide by the trace, which is the sum of all eigenvalues",
)
def lr_of_the_trace(A):
    return 2.0 / np.trace(np.asarray(A, dtype=float))


@misconception(
    "max_stable_lr",
    says="your quotient is upside down: the rate grows with the curvature",
)
def lr_inverted(A):
    biggest = max(np.linalg.eigvalsh(np.asarray(A, dtype=float)))
    return biggest / 2


@misconception(
    "max_stable_lr",
    says="the operator // rounds your quotient down to a whole number",
)
def lr_with_integer_division(A):
    values, _ = np.linalg.eigh(np.asarray(A, dtype=float))
    return 2 // values[-1]


@formula("max_stable_lr")
def max_stable_lr_as_max(A):
    A = np.asarray(A, dtype=float)
    return 2 / np.max(np.linalg.eigvalsh(A))


@formula("max_stable_lr")
def max_stable_lr_as_last(A):
    A = np.asarray(A, dtype=float)
    values = np.linalg.eigvalsh(A)
    largest = values[-1]
    return 2 / largest


@formula("max_stable_lr")
def max_stable_lr_as_general_eigenvalues(A):
    A = np.asarray(A, dtype=float)
    values, vectors = np.linalg.eig(A)
    return 2 / max(values.real)


@formula("max_stable_lr")
def max_stable_lr_as_spectral_norm(A):
    A = np.asarray(A, dtype=float)
    return 2 / np.linalg.norm(A, 2)


@misconception(
    "max_stable_lr",
    says=(
        "you divide by the root of the sum of all squared entries, not by the largest eigenvalue"
    ),
)
def max_lr_frobenius(A):
    A = np.asarray(A, dtype=float)
    return 2 / np.linalg.norm(A)


@misconception(
    "max_stable_lr",
    says="you divide by the largest sum of a row, not by the largest eigenvalue",
)
def max_lr_row_sum(A):
    A = np.asarray(A, dtype=float)
    return 2 / np.max(np.sum(np.abs(A), axis=1))


@misconception(
    "max_stable_lr",
    says="you divide by the mean of the eigenvalues, not by the largest",
)
def max_lr_mean_eigenvalue(A):
    A = np.asarray(A, dtype=float)
    return 2 / np.mean(np.linalg.eigvalsh(A))


@misconception(
    "max_stable_lr",
    says="you divide by the determinant, which is the product of all eigenvalues",
)
def max_lr_determinant(A):
    A = np.asarray(A, dtype=float)
    return 2 / np.linalg.det(A)


@misconception(
    "max_stable_lr",
    says="you divide by the condition number, not by the largest eigenvalue",
)
def max_lr_condition_number(A):
    A = np.asarray(A, dtype=float)
    values = np.linalg.eigvalsh(A)
    return 2 / (values[-1] / values[0])


@misconception(
    "max_stable_lr",
    says="you divide by the root of the largest eigenvalue",
)
def max_lr_root(A):
    A = np.asarray(A, dtype=float)
    return 2 / np.sqrt(np.linalg.eigvalsh(A)[-1])


@misconception(
    "max_stable_lr",
    says="you divide by the square of the largest eigenvalue",
)
def max_lr_square(A):
    A = np.asarray(A, dtype=float)
    return 2 / np.linalg.eigvalsh(A)[-1] ** 2


@misconception(
    "max_stable_lr",
    says=("you divide by the entry in the first row and column, not by the largest eigenvalue"),
)
def max_lr_first_entry(A):
    A = np.asarray(A, dtype=float)
    return 2 / A[0, 0]


@misconception(
    "max_stable_lr",
    says="you return a little less than the limit, but the limit itself is asked for",
)
def max_lr_a_little_less(A):
    A = np.asarray(A, dtype=float)
    return 0.99 * 2 / np.linalg.eigvalsh(A)[-1]


@misconception(
    "max_stable_lr",
    says="your result is never above 1, though the limit may be",
)
def max_lr_at_most_one(A):
    A = np.asarray(A, dtype=float)
    return min(1.0, 2 / np.linalg.eigvalsh(A)[-1])


@misconception(
    "max_stable_lr",
    says="you return the best learning rate with momentum, not the limit without it",
)
def max_lr_best_with_momentum(A):
    A = np.asarray(A, dtype=float)
    roots = np.sqrt(np.linalg.eigvalsh(A))
    return (2 / (roots[-1] + roots[0])) ** 2


@misconception(
    "max_stable_lr",
    says=("you return the limit that holds with a momentum of 0.9, not that of plain descent"),
)
def max_lr_limit_with_momentum(A):
    A = np.asarray(A, dtype=float)
    return 2 * (1 + 0.9) / np.linalg.eigvalsh(A)[-1]


@misconception(
    "max_stable_lr",
    says=("you return one over the smallest eigenvalue, which belongs to the flattest direction"),
)
def max_lr_one_over_smallest(A):
    A = np.asarray(A, dtype=float)
    return 1 / np.linalg.eigvalsh(A)[0]


@misconception(
    "max_stable_lr",
    says="you return the share of the distance that is kept at the best rate",
)
def max_lr_share_kept(A):
    A = np.asarray(A, dtype=float)
    values = np.linalg.eigvalsh(A)
    return (values[-1] - values[0]) / (values[-1] + values[0])


@misconception(
    "max_stable_lr",
    says="you divide by the number of dimensions, and the eigenvalues do not enter",
)
def max_lr_dimensions(A):
    A = np.asarray(A, dtype=float)
    return 2 / len(A)


@misconception(
    "max_stable_lr",
    says="you divide by the difference of the largest and the smallest eigenvalue",
)
def max_lr_difference(A):
    A = np.asarray(A, dtype=float)
    values = np.linalg.eigvalsh(A)
    return np.float64(2) / (values[-1] - values[0])


@misconception(
    "max_stable_lr",
    says="you divide by the sum of all entries, not by the largest eigenvalue",
)
def max_lr_sum_of_entries(A):
    A = np.asarray(A, dtype=float)
    return 2 / np.sum(A)


@misconception(
    "max_stable_lr",
    says="you return the condition number, not a learning rate",
)
def lr_is_condition_number(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    return values[-1] / values[0]


# --- momentum ---


@misconception(
    "momentum",
    says=("the gradient is weighted with 1 - alpha in the velocity, as in a decaying mean"),
)
def momentum_as_a_decaying_mean(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - (1 - alpha) * lr * grad
    return theta + v, v


@misconception(
    "momentum",
    says="the old state is changed in place, so the same step made twice leads elsewhere",
)
def momentum_changes_the_state_in_place(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    # where a step is made twice from one state, the old velocity has gone through it already
    v = np.zeros_like(theta) if state is None else alpha * state - lr * grad
    v = alpha * v - lr * grad
    return theta + v, v


@misconception(
    "momentum",
    says="the velocity does not start at 0, so the first push counts twice",
)
def momentum_starts_with_a_velocity(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    if state is None:
        state = -lr * grad
    v = alpha * state - lr * grad
    return theta + v, v


@misconception(
    "momentum",
    says="only 1 - alpha of the velocity is kept, as if alpha were the friction",
)
def momentum_takes_alpha_for_friction(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = (1 - alpha) * v - lr * grad
    return theta + v, v


@misconception(
    "momentum",
    says="alpha multiplies the gradient as well as the old velocity",
)
def momentum_brackets_the_gradient(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * (v - lr * grad)
    return theta + v, v


@misconception(
    "momentum",
    says="the learning rate is missing in the update of the velocity",
)
def momentum_forgets_lr(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - grad
    return theta + v, v


@formula("momentum")
def momentum_as_text(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    theta = theta + v
    return theta, v


@formula("momentum")
def momentum_as_velocity_downhill(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v + lr * grad
    return theta - v, v


@formula("momentum")
def momentum_as_pytorch(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v + grad
    return theta - lr * v, v


@formula("momentum")
def momentum_as_difference_of_points(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    before = theta if state is None else state
    new = theta - lr * grad + alpha * (theta - before)
    return new, theta


@misconception(
    "momentum",
    says=("you look ahead as in Nesterov's method, where plain momentum moves by the velocity"),
)
def momentum_looks_ahead(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + alpha * v - lr * grad, v


@misconception(
    "momentum",
    says=("the two shares are exchanged: alpha weights the gradient, 1 - alpha the velocity"),
)
def momentum_shares_exchanged(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = (1 - alpha) * v - alpha * lr * grad
    return theta + v, v


@misconception(
    "momentum",
    says="the argument alpha is not used, so the friction is always the same",
)
def momentum_alpha_not_used(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = 0.9 * v - lr * grad
    return theta + v, v


@misconception(
    "momentum",
    says="the velocity is divided by 1 - alpha**t, a correction that only Adam has",
)
def momentum_bias_corrected(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v, t = (np.zeros_like(theta), 0) if state is None else state
    t = t + 1
    v = alpha * v - (1 - alpha) * lr * grad
    return theta + v / (1 - alpha**t), (v, t)


@misconception(
    "momentum",
    says="theta moves by twice the velocity",
)
def momentum_velocity_doubled(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + 2 * v, v


@misconception(
    "momentum",
    says="the gradient is subtracted a second time when theta is moved",
)
def momentum_gradient_twice(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + v - lr * grad, v


@misconception(
    "momentum",
    says="the old velocity is multiplied by alpha twice",
)
def momentum_alpha_twice(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * alpha * v - lr * grad
    return theta + v, v


@misconception(
    "momentum",
    says="alpha multiplies theta, not the velocity of the step before",
)
def momentum_alpha_on_theta(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * theta - lr * grad
    return theta + v, v


@misconception(
    "momentum",
    says="the learning rate is multiplied in twice",
)
def momentum_rate_twice(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v + lr * grad
    return theta - lr * v, v


@misconception(
    "momentum",
    says="one velocity, from the mean of the gradient, serves all coordinates",
)
def momentum_one_velocity(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * np.mean(grad)
    return theta + v, v


@misconception(
    "momentum",
    says="alpha is raised to the number of the step, so the memory fades",
)
def momentum_alpha_to_the_power(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v, t = (np.zeros_like(theta), 0) if state is None else state
    v = alpha**t * v - lr * grad
    return theta + v, (v, t + 1)


@misconception(
    "momentum",
    says="the velocity is divided by 1 - alpha before theta is moved",
)
def momentum_scaled_up(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + v / (1 - alpha), v


@misconception(
    "momentum",
    says="theta is multiplied by alpha before the velocity is added",
)
def momentum_theta_shrinks(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return alpha * theta + v, v


@misconception(
    "momentum",
    says="you return the velocity alone, not the place it leads to",
)
def momentum_velocity_alone(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return v, v


@misconception(
    "momentum",
    says="alpha multiplies the gradient and not the old velocity",
)
def momentum_alpha_on_gradient(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = v - alpha * lr * grad
    return theta + v, v


@misconception(
    "momentum",
    says="theta moves by the mean of the old and the new velocity",
)
def momentum_mean_of_velocities(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    new = alpha * v - lr * grad
    return theta + (v + new) / 2, new


@misconception(
    "momentum",
    says="the velocity remembers only one gradient, that of the step before",
)
def momentum_two_steps_only(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    before = np.zeros_like(grad) if state is None else state
    return theta - lr * (grad + alpha * before), grad


@misconception(
    "momentum",
    says="the gradient is weighted with 1 - alpha and the learning rate is left out",
)
def momentum_sum_of_weights_one(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - (1 - alpha) * grad
    return theta + v, v


@misconception(
    "momentum",
    says="the state is the new place of theta, not the velocity",
)
def momentum_keeps_the_place(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + v, theta + v


@misconception(
    "momentum",
    says="your default of alpha is 0.5, not the one in the signature",
)
def momentum_default_half(theta, grad, state, lr, alpha=0.5):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + v, v


@misconception(
    "momentum",
    says="the velocity of the first step is not kept",
)
def momentum_first_velocity_lost(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    if state is None:
        return theta - lr * grad, v
    v = alpha * v - lr * grad
    return theta + v, v


@misconception(
    "momentum",
    says="the learning rate multiplies the old velocity as well as the gradient",
)
def momentum_rate_on_velocity(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = lr * (alpha * v - grad)
    return theta + v, v


# --- optimal_momentum ---


@misconception(
    "optimal_momentum",
    says="alpha is not squared: you return its root, the share kept in a step",
)
def optimal_alpha_not_squared(A):
    lam = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    small, large = np.sqrt(lam[0]), np.sqrt(lam[-1])
    return (2 / (large + small)) ** 2, (large - small) / (large + small)


@misconception(
    "optimal_momentum",
    says="the learning rate is not squared: you return its root",
)
def optimal_lr_not_squared(A):
    lam = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    small, large = np.sqrt(lam[0]), np.sqrt(lam[-1])
    lr = 2 / (large + small)
    alpha = ((large - small) / (large + small)) ** 2
    return lr, alpha


@misconception(
    "optimal_momentum",
    says="the learning rate is the best one of plain gradient descent",
)
def optimal_with_the_plain_rate(A):
    lam = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    root = np.sqrt(lam[-1] / lam[0])
    return 2 / (lam[-1] + lam[0]), ((root - 1) / (root + 1)) ** 2


@misconception(
    "optimal_momentum",
    says="in the learning rate you take the root of the sum, not the sum of the roots",
)
def optimal_root_of_the_sum(A):
    e = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    lr = (2 / np.sqrt(e[-1] + e[0])) ** 2
    alpha = ((np.sqrt(e[-1]) - np.sqrt(e[0])) / (np.sqrt(e[-1]) + np.sqrt(e[0]))) ** 2
    return lr, alpha


@misconception(
    "optimal_momentum",
    says="you take the entries of the diagonal for the eigenvalues",
)
def optimal_from_the_diagonal(A):
    d = np.diag(np.asarray(A, dtype=float))
    a, b = np.sqrt(d.max()), np.sqrt(d.min())
    return (2 / (a + b)) ** 2, ((a - b) / (a + b)) ** 2


@misconception(
    "optimal_momentum",
    says="you take the first and the last of eigvals, which are not sorted",
)
def optimal_from_unsorted_eigenvalues(A):
    e = np.sqrt(np.linalg.eigvals(np.asarray(A, dtype=float)).real)
    return (2 / (e[0] + e[-1])) ** 2, ((e[0] - e[-1]) / (e[0] + e[-1])) ** 2


@formula("optimal_momentum")
def optimal_momentum_as_text(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    lr = (2 / (np.sqrt(high) + np.sqrt(low))) ** 2
    alpha = ((np.sqrt(high) - np.sqrt(low)) / (np.sqrt(high) + np.sqrt(low))) ** 2
    return lr, alpha


@formula("optimal_momentum")
def optimal_momentum_as_roots(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    a, b = np.sqrt(high), np.sqrt(low)
    return 4 / (a + b) ** 2, (a - b) ** 2 / (a + b) ** 2


@formula("optimal_momentum")
def optimal_momentum_as_condition_number(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    root = np.sqrt(high / low)
    share = (root - 1) / (root + 1)
    lr = (1 + share) ** 2 / high
    return lr, share**2


@formula("optimal_momentum")
def optimal_momentum_as_flattest(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    kappa = high / low
    root_alpha = (np.sqrt(kappa) - 1) / (np.sqrt(kappa) + 1)
    return (1 - root_alpha) ** 2 / low, root_alpha**2


@misconception(
    "optimal_momentum",
    says="alpha is computed from the eigenvalues themselves, not from their roots",
)
def optimal_alpha_without_roots(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    return (2 / (np.sqrt(high) + np.sqrt(low))) ** 2, ((high - low) / (high + low)) ** 2


@misconception(
    "optimal_momentum",
    says="neither of the two quotients is squared",
)
def optimal_neither_squared(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    a, b = np.sqrt(high), np.sqrt(low)
    return 2 / (a + b), (a - b) / (a + b)


@misconception(
    "optimal_momentum",
    says=(
        "the learning rate is one over the largest eigenvalue, which ignores the flattest direction"
    ),
)
def optimal_lr_one_over_largest(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    a, b = np.sqrt(high), np.sqrt(low)
    return 1 / high, ((a - b) / (a + b)) ** 2


@misconception(
    "optimal_momentum",
    says="the learning rate is the stability limit of plain descent, not the best rate",
)
def optimal_lr_plain_limit(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    a, b = np.sqrt(high), np.sqrt(low)
    return 2 / high, ((a - b) / (a + b)) ** 2


@misconception(
    "optimal_momentum",
    says="the learning rate is the limit of stability with momentum, not the best rate",
)
def optimal_lr_momentum_limit(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    a, b = np.sqrt(high), np.sqrt(low)
    alpha = ((a - b) / (a + b)) ** 2
    return 2 * (1 + alpha) / high, alpha


@misconception(
    "optimal_momentum",
    says="these are settings for Nesterov's method, not for the heavy ball",
)
def optimal_settings_of_nesterov(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    root = np.sqrt(high / low)
    return 1 / high, (root - 1) / (root + 1)


@misconception(
    "optimal_momentum",
    says="these are the best settings of Nesterov's method, not of the heavy ball",
)
def optimal_settings_of_nesterov_on_quadratics(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    root = np.sqrt(3 * high / low + 1)
    return 4 / (3 * high + low), 1 - 4 / (root + 2)


@misconception(
    "optimal_momentum",
    says="you use the formulas of plain gradient descent for both numbers",
)
def optimal_settings_of_plain_descent(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    return 2 / (high + low), (high - low) / (high + low)


@misconception(
    "optimal_momentum",
    says="alpha is always 0.9, though the best one depends on the eigenvalues",
)
def optimal_alpha_nine_tenths(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    return (2 / (np.sqrt(high) + np.sqrt(low))) ** 2, 0.9


@misconception(
    "optimal_momentum",
    says="alpha damps the flattest direction critically, but at a rate that ignores it",
)
def optimal_flattest_at_plain_rate(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    return 1 / high, (1 - np.sqrt(low / high)) ** 2


@misconception(
    "optimal_momentum",
    says="the root is taken of the entries of A, not of its eigenvalues",
)
def optimal_root_of_entries(A):
    e = np.linalg.eigvalsh(np.sqrt(np.abs(np.asarray(A, dtype=float))))
    return (2 / (e[-1] + e[0])) ** 2, ((e[-1] - e[0]) / (e[-1] + e[0])) ** 2


@misconception(
    "optimal_momentum",
    says="the root of the eigenvalues is taken twice",
)
def optimal_root_twice(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    a, b = high**0.25, low**0.25
    return (2 / (a + b)) ** 2, ((a - b) / (a + b)) ** 2


@misconception(
    "optimal_momentum",
    says="in the learning rate only the denominator is squared, not the 2",
)
def optimal_two_not_squared(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    a, b = np.sqrt(high), np.sqrt(low)
    return 2 / (a + b) ** 2, ((a - b) / (a + b)) ** 2


@misconception(
    "optimal_momentum",
    says="in alpha only the numerator is squared, not the denominator",
)
def optimal_alpha_half_squared(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    a, b = np.sqrt(high), np.sqrt(low)
    return (2 / (a + b)) ** 2, (a - b) ** 2 / (a + b)


@misconception(
    "optimal_momentum",
    says=("you return the share of the velocity that is lost, not the share that is kept"),
)
def optimal_alpha_as_friction(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    a, b = np.sqrt(high), np.sqrt(low)
    return (2 / (a + b)) ** 2, 1 - ((a - b) / (a + b)) ** 2


@misconception(
    "optimal_momentum",
    says="alpha comes from the equation of motion, which is exact for short steps only",
)
def optimal_alpha_of_equation_of_motion(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    lr = (2 / (np.sqrt(high) + np.sqrt(low))) ** 2
    return lr, 1 - 2 * np.sqrt(lr * low)


@misconception(
    "optimal_momentum",
    says="the mean of the eigenvalues stands in for both the largest and the smallest",
)
def optimal_mean_eigenvalue(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    return 1 / np.mean(values), 0.0


@misconception(
    "optimal_momentum",
    says="alpha is one over the condition number",
)
def optimal_alpha_inverse_condition(A):
    values = np.linalg.eigvalsh(np.asarray(A, dtype=float))
    low, high = values[0], values[-1]
    return (2 / (np.sqrt(high) + np.sqrt(low))) ** 2, low / high


@misconception(
    "optimal_momentum",
    says="in the learning rate the numerator is 1",
)
def optimal_lr_numerator_one(A):
    roots = np.sqrt(np.linalg.eigvalsh(np.asarray(A, dtype=float)))
    low, high = roots[0], roots[-1]
    return (1 / (high + low)) ** 2, ((high - low) / (high + low)) ** 2


@misconception(
    "optimal_momentum",
    says="in the learning rate you divide by the difference of the roots, not by their sum",
)
def optimal_lr_of_difference(A):
    roots = np.sqrt(np.linalg.eigvalsh(np.asarray(A, dtype=float)))
    low, high = roots[0], roots[-1]
    return (2 / (high - low)) ** 2, ((high - low) / (high + low)) ** 2


@misconception(
    "optimal_momentum",
    says="alpha is upside down, so it is larger than 1",
)
def optimal_alpha_upside_down(A):
    roots = np.sqrt(np.linalg.eigvalsh(np.asarray(A, dtype=float)))
    low, high = roots[0], roots[-1]
    return (2 / (high + low)) ** 2, ((high + low) / (high - low)) ** 2


@misconception(
    "optimal_momentum",
    says="alpha is computed by the formula of the learning rate",
)
def optimal_alpha_is_lr(A):
    roots = np.sqrt(np.linalg.eigvalsh(np.asarray(A, dtype=float)))
    low, high = roots[0], roots[-1]
    return (2 / (high + low)) ** 2, (2 / (high + low)) ** 2


@misconception(
    "optimal_momentum",
    says="alpha is computed as (1 - lr λ) of one end, where a root belongs",
)
def optimal_alpha_one_minus_root(A):
    roots = np.sqrt(np.linalg.eigvalsh(np.asarray(A, dtype=float)))
    low, high = roots[0], roots[-1]
    lr = (2 / (high + low)) ** 2
    return lr, (1 - lr * low**2) ** 2


# --- nesterov ---


@misconception(
    "nesterov",
    says="the second line takes the old velocity, which makes it plain momentum",
)
def nesterov_with_the_old_velocity(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v_old = np.zeros_like(theta) if state is None else state
    v = alpha * v_old - lr * grad
    return theta + alpha * v_old - lr * grad, v


@misconception(
    "nesterov",
    says="the factor alpha before the new velocity is missing in the second line",
)
def nesterov_forgets_alpha_in_the_step(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + v - lr * grad, v


@misconception(
    "nesterov",
    says="you return the old velocity as the state, so it stays zero forever",
)
def nesterov_never_updates_the_state(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v_new = alpha * v - lr * grad
    return theta + alpha * v_new - lr * grad, v


@misconception(
    "nesterov",
    says="the old state is changed in place, so the same step made twice leads elsewhere",
)
def nesterov_changes_the_state_in_place(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else alpha * state - lr * grad
    v = alpha * v - lr * grad
    return theta + alpha * v - lr * grad, v


@misconception(
    "nesterov",
    says=("the argument alpha is not used: your share of velocity depends on the count of steps"),
)
def nesterov_with_a_momentum_schedule(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v, t = (np.zeros_like(theta), 1) if state is None else state
    mu = t / (t + 3)
    v = mu * v - lr * grad
    return theta + mu * v - lr * grad, (v, t + 1)


@misconception(
    "nesterov",
    says=("alpha times the velocity is added to the gradient, though grad is already taken ahead"),
)
def nesterov_looks_ahead_in_the_gradient(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    g = grad + alpha * v
    v = alpha * v - lr * g
    return theta + alpha * v - lr * g, v


@formula("nesterov")
def nesterov_as_text(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    theta = theta + alpha * v - lr * grad
    return theta, v


@formula("nesterov")
def nesterov_as_cs231n(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v_prev = v
    v = alpha * v - lr * grad
    theta = theta - alpha * v_prev + (1 + alpha) * v
    return theta, v


@formula("nesterov")
def nesterov_as_pytorch(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v + grad
    direction = grad + alpha * v
    return theta - lr * direction, v


@formula("nesterov")
def nesterov_as_expanded(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    new = alpha * v - lr * grad
    return theta + alpha**2 * v - (1 + alpha) * lr * grad, new


@misconception(
    "nesterov",
    says="the argument alpha is not used, so the friction is always the same",
)
def nesterov_alpha_not_used(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = 0.9 * v - lr * grad
    return theta + 0.9 * v - lr * grad, v


@misconception(
    "nesterov",
    says=("the gradient is weighted with 1 - alpha in the velocity, as in a decaying mean"),
)
def nesterov_decaying_mean(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - (1 - alpha) * lr * grad
    return theta + alpha * v - lr * grad, v


@misconception(
    "nesterov",
    says="the gradient is weighted with 1 - alpha in both lines, as in a decaying mean",
)
def nesterov_decaying_mean_twice(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - (1 - alpha) * lr * grad
    return theta + alpha * v - (1 - alpha) * lr * grad, v


@misconception(
    "nesterov",
    says="the velocity cancels out, so every step is one of plain gradient descent",
)
def nesterov_plain_step(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    new = alpha * v - lr * grad
    return theta + new - alpha * v, new


@misconception(
    "nesterov",
    says="the gradient is multiplied by alpha in the second line",
)
def nesterov_alpha_on_gradient(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + alpha * v - alpha * lr * grad, v


@misconception(
    "nesterov",
    says="the learning rate is multiplied in twice",
)
def nesterov_rate_twice(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * lr * grad
    return theta + alpha * v - lr * lr * grad, v


@misconception(
    "nesterov",
    says="the new velocity is multiplied by alpha twice in the second line",
)
def nesterov_alpha_squared(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + alpha**2 * v - lr * grad, v


@misconception(
    "nesterov",
    says="the state keeps alpha times the velocity, so alpha is applied twice",
)
def nesterov_stores_shrunk_velocity(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + alpha * v - lr * grad, alpha * v


@misconception(
    "nesterov",
    says="you keep the whole step as the state, where the velocity belongs",
)
def nesterov_stores_step(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    step = alpha * v - lr * grad
    return theta + step, step


@misconception(
    "nesterov",
    says="you return the velocity alone, not the place it leads to",
)
def nesterov_velocity_alone(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return v, v


@misconception(
    "nesterov",
    says="you return the step alone, not the place it leads to",
)
def nesterov_step_alone(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return alpha * v - lr * grad, v


@misconception(
    "nesterov",
    says="theta makes the step of momentum and then Nesterov's step as well",
)
def nesterov_both_steps(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + v + alpha * v - lr * grad, v


@misconception(
    "nesterov",
    says="theta moves by the whole velocity and by alpha times the velocity again",
)
def nesterov_velocity_and_more(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + v + alpha * v, v


@misconception(
    "nesterov",
    says="one velocity, from the mean of the gradient, serves all coordinates",
)
def nesterov_one_velocity(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    g = np.mean(grad)
    v = alpha * v - lr * g
    return theta + alpha * v - lr * g, v


@misconception(
    "nesterov",
    says="only 1 - alpha of the velocity is kept, as if alpha were the friction",
)
def nesterov_alpha_as_friction(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = (1 - alpha) * v - lr * grad
    return theta + (1 - alpha) * v - lr * grad, v


@misconception(
    "nesterov",
    says="alpha times the new velocity is added twice in the second line",
)
def nesterov_ahead_twice(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + 2 * alpha * v - lr * grad, v


@misconception(
    "nesterov",
    says="the whole step is doubled when theta is moved",
)
def nesterov_velocity_doubled(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + 2 * (alpha * v - lr * grad), v


@misconception(
    "nesterov",
    says="the learning rate is left out of both lines",
)
def nesterov_without_rate(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - grad
    return theta + alpha * v - grad, v


@misconception(
    "nesterov",
    says="the gradient is added in the second line, so it pushes uphill",
)
def nesterov_gradient_added(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + alpha * v + lr * grad, v


@misconception(
    "nesterov",
    says="the new velocity is weighted with 1 - alpha in the second line",
)
def nesterov_weight_one_minus_alpha(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + (1 - alpha) * v - lr * grad, v


@misconception(
    "nesterov",
    says="the learning rate is left out in the second line",
)
def nesterov_bare_gradient(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + alpha * v - grad, v


@misconception(
    "nesterov",
    says="the velocity is subtracted in the second line, though it already points downhill",
)
def nesterov_velocity_subtracted(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta - alpha * v - lr * grad, v


@misconception(
    "nesterov",
    says="the state is the new place of theta, not the velocity",
)
def nesterov_keeps_the_place(theta, grad, state, lr, alpha=0.9):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    new = theta + alpha * v - lr * grad
    return new, new


@misconception(
    "nesterov",
    says="your default of alpha is 0.5, not the one in the signature",
)
def nesterov_default_half(theta, grad, state, lr, alpha=0.5):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + alpha * v - lr * grad, v


@misconception(
    "nesterov",
    says="your default of alpha is 0.99, not the one in the signature",
)
def nesterov_default_099(theta, grad, state, lr, alpha=0.99):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    v = np.zeros_like(theta) if state is None else state
    v = alpha * v - lr * grad
    return theta + alpha * v - lr * grad, v


# --- adagrad ---


@misconception(
    "adagrad",
    says="you take a decaying mean of the squares, not their sum",
)
def adagrad_forgets_like_rmsprop(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = 0.9 * r + 0.1 * grad * grad
    return theta - lr / (delta + np.sqrt(r)) * grad, r


@misconception(
    "adagrad",
    says=("you add up the sizes of the gradients, not their squares, and still take the root"),
)
def adagrad_sums_absolute_values(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + np.abs(grad)
    return theta - lr / (delta + np.sqrt(r)) * grad, r


@misconception(
    "adagrad",
    says=("the squares are added up over all coordinates, so all share one learning rate"),
)
def adagrad_shares_one_rate(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = 0.0 if state is None else state
    r = r + np.sum(grad**2)
    return theta - lr / (delta + np.sqrt(r)) * grad, r


@misconception(
    "adagrad",
    says=("the step is the bare learning rate of each coordinate, without the gradient as factor"),
)
def adagrad_forgets_the_gradient(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2
    rate = lr / (delta + np.sqrt(r))
    return theta - rate, r


@misconception(
    "adagrad",
    says="the old state is changed in place, so the same step made twice leads elsewhere",
)
def adagrad_changes_the_state_in_place(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state + grad**2
    r = r + grad**2
    return theta - lr / (delta + np.sqrt(r)) * grad, r


@misconception(
    "adagrad",
    says="the state keeps the root of the sum, and squares are then added to a root",
)
def adagrad_keeps_the_root(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = np.sqrt(r + grad**2)
    return theta - lr / (delta + r) * grad, r


@formula("adagrad")
def adagrad_as_text(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad * grad
    return theta - lr / (delta + np.sqrt(r)) * grad, r


@formula("adagrad")
def adagrad_as_cs231n(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    cache = r + grad**2
    theta = theta - lr * grad / (np.sqrt(cache) + delta)
    return theta, cache


@formula("adagrad")
def adagrad_as_named_steps(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2
    root = np.sqrt(r)
    rate = lr / (delta + root)
    step = rate * grad
    return theta - step, r


@misconception(
    "adagrad",
    says="the sum of squares is divided by the number of steps",
)
def adagrad_mean_of_squares(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r, t = (np.zeros_like(theta), 0) if state is None else state
    r, t = r + grad**2, t + 1
    return theta - lr * grad / (delta + np.sqrt(r / t)), (r, t)


@misconception(
    "adagrad",
    says="delta stands both under the root and beside it",
)
def adagrad_delta_twice(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2
    return theta - lr * grad / (delta + np.sqrt(delta + r)), r


@misconception(
    "adagrad",
    says="delta is added to the sum again in every step",
)
def adagrad_delta_in_sum(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2 + delta
    return theta - lr * grad / np.sqrt(r), r


@misconception(
    "adagrad",
    says="the root of the sum is taken twice",
)
def adagrad_root_twice(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2
    return theta - lr * grad / (delta + np.sqrt(np.sqrt(r))), r


@misconception(
    "adagrad",
    says="you add up the gradients and square the sum, where squares are added up",
)
def adagrad_square_of_sum(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad
    return theta - lr * grad / (delta + np.sqrt(r**2)), r


@misconception(
    "adagrad",
    says=("only the present gradient is counted, and those of earlier steps are forgotten"),
)
def adagrad_present_only(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = grad**2
    return theta - lr * grad / (delta + np.sqrt(r)), r


@misconception(
    "adagrad",
    says="you keep the largest square so far, not the sum of all squares",
)
def adagrad_largest_square(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = np.maximum(r, grad**2)
    return theta - lr * grad / (delta + np.sqrt(r)), r


@misconception(
    "adagrad",
    says="your sum of squares starts at 0.1, not at 0",
)
def adagrad_starts_at_tenth(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.full(theta.shape, 0.1) if state is None else state
    r = r + grad**2
    return theta - lr * grad / (delta + np.sqrt(r)), r


@misconception(
    "adagrad",
    says="your sum of squares starts at 1, not at 0",
)
def adagrad_starts_at_one(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.ones(theta.shape) if state is None else state
    r = r + grad**2
    return theta - lr * grad / (delta + np.sqrt(r)), r


@misconception(
    "adagrad",
    says="the gradient in the numerator is replaced by its sign",
)
def adagrad_sign(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2
    return theta - lr * np.sign(grad) / (delta + np.sqrt(r)), r


@misconception(
    "adagrad",
    says="the gradient is squared in the numerator, too",
)
def adagrad_numerator_squared(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2
    return theta - lr * grad**2 / (delta + np.sqrt(r)), r


@misconception(
    "adagrad",
    says="the learning rate is also divided by the root of the number of steps",
)
def adagrad_rate_decays_too(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r, t = (np.zeros_like(theta), 0) if state is None else state
    r, t = r + grad**2, t + 1
    return theta - lr / np.sqrt(t) * grad / (delta + np.sqrt(r)), (r, t)


@misconception(
    "adagrad",
    says=("the squares are averaged over all coordinates, so all share one learning rate"),
)
def adagrad_mean_over_coordinates(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + np.mean(grad**2)
    return theta - lr * grad / (delta + np.sqrt(r)), r


@misconception(
    "adagrad",
    says="the scaled steps are collected in a velocity, as in momentum",
)
def adagrad_with_momentum(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r, v = (np.zeros_like(theta), np.zeros_like(theta)) if state is None else state
    r = r + grad**2
    v = 0.9 * v - lr * grad / (delta + np.sqrt(r))
    return theta + v, (r, v)


@misconception(
    "adagrad",
    says="the learning rate is squared into the sum as well, where it cancels",
)
def adagrad_rate_in_sum(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + (lr * grad) ** 2
    return theta - lr * grad / (delta + np.sqrt(r)), r


@misconception(
    "adagrad",
    says="the argument delta is not used, so its value is always the same",
)
def adagrad_delta_fixed(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2
    return theta - lr * grad / (1e-8 + np.sqrt(r)), r


@misconception(
    "adagrad",
    says="the root is taken of the old sum and of the square separately",
)
def adagrad_sum_of_roots(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = np.sqrt(r) + np.sqrt(grad**2)
    return theta - lr * grad / (delta + r), r


@misconception(
    "adagrad",
    says="you return the step alone, not the place it leads to",
)
def adagrad_step_alone(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2
    return -lr * grad / (delta + np.sqrt(r)), r


@misconception(
    "adagrad",
    says="the gradient is multiplied by the root, where it has to be divided by it",
)
def adagrad_multiplies(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2
    return theta - lr * grad * (delta + np.sqrt(r)), r


@misconception(
    "adagrad",
    says="the sign of the step is turned: you walk along the gradient, uphill",
)
def adagrad_uphill(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2
    return theta + lr * grad / (delta + np.sqrt(r)), r


@misconception(
    "adagrad",
    says="you divide by the root of the old sum, without the present gradient",
)
def adagrad_old_sum(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    return theta - lr * grad / (delta + np.sqrt(r)), r + grad**2


@misconception(
    "adagrad",
    says="you add up the gradients themselves, not their squares",
)
def adagrad_sum_of_gradients(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad
    return theta - lr * grad / (delta + np.sqrt(np.abs(r))), r


@misconception(
    "adagrad",
    says="you add up the gradients and divide by the size of their sum",
)
def adagrad_size_of_sum(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad
    return theta - lr * grad / (delta + np.abs(r)), r


@misconception(
    "adagrad",
    says="your default of delta is not the one in the signature",
)
def adagrad_default_1e8(theta, grad, state, lr, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2
    return theta - lr * grad / (delta + np.sqrt(r)), r


@misconception(
    "adagrad",
    says="your default of delta is not the one in the signature",
)
def adagrad_default_1e6(theta, grad, state, lr, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2
    return theta - lr * grad / (delta + np.sqrt(r)), r


@misconception(
    "adagrad",
    says="delta multiplies the root, where it is added to it",
)
def adagrad_delta_times(theta, grad, state, lr, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2
    return theta - lr * grad / (delta * np.sqrt(r)), r


# --- rmsprop ---


@misconception(
    "rmsprop",
    says="the old mean is not multiplied by rho, so nothing is ever forgotten",
)
def rmsprop_never_forgets(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="the root of the mean is not taken",
)
def rmsprop_forgets_the_root(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = 0.0 if state is None else state
    r = rho * r + (1 - rho) * np.square(grad)
    return theta - lr / (delta + r) * grad, r


@misconception(
    "rmsprop",
    says="the mean of squares does not start at 0, or is corrected for that start as in Adam",
)
def rmsprop_corrects_the_bias(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r, t = (np.zeros_like(theta), 0) if state is None else state
    t = t + 1
    r = rho * r + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(delta + r / (1 - rho**t)), (r, t)


@misconception(
    "rmsprop",
    says="you divide by the old mean, which does not contain the present gradient",
)
def rmsprop_uses_the_old_mean(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    new_theta = theta - lr / np.sqrt(delta + r) * grad
    new_r = rho * r + (1 - rho) * grad**2
    return new_theta, new_r


@misconception(
    "rmsprop",
    says="the weight 1 - rho is squared together with the gradient",
)
def rmsprop_squares_the_weight(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + ((1 - rho) * grad) ** 2
    return theta - lr * grad / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="the squared mean of the gradient is subtracted from the mean of its square",
)
def rmsprop_centered(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r, m = (np.zeros_like(theta), np.zeros_like(theta)) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    m = rho * m + (1 - rho) * grad
    return theta - lr * grad / np.sqrt(delta + r - m**2), (r, m)


@formula("rmsprop")
def rmsprop_as_text(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad * grad
    return theta - lr / np.sqrt(delta + r) * grad, r


@formula("rmsprop")
def rmsprop_as_named_steps(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    root = np.sqrt(r + delta)
    step = lr * grad / root
    return theta - step, r


@formula("rmsprop")
def rmsprop_as_correction(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + (1 - rho) * (grad**2 - r)
    return theta - lr * grad / np.sqrt(r + delta), r


@misconception(
    "rmsprop",
    says="the argument rho is not used, so the memory is always equally long",
)
def rmsprop_rho_not_used(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = 0.9 * r + 0.1 * grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="the argument delta is not used, so its value is always the same",
)
def rmsprop_delta_not_used(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(1e-8 + r), r


@misconception(
    "rmsprop",
    says="you average the sizes of the gradients, not their squares",
)
def rmsprop_mean_of_sizes(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * np.abs(grad)
    return theta - lr * grad / (delta + r), r


@misconception(
    "rmsprop",
    says="you average the gradients and square the mean, where squares are averaged",
)
def rmsprop_square_of_mean(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad
    return theta - lr * grad / np.sqrt(delta + r**2), r


@misconception(
    "rmsprop",
    says="the step goes along a decaying mean of the gradient, as in Adam",
)
def rmsprop_along_mean(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r, s = (np.zeros_like(theta), np.zeros_like(theta)) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    s = rho * s + (1 - rho) * grad
    return theta - lr * s / np.sqrt(delta + r), (r, s)


@misconception(
    "rmsprop",
    says=("the squares are averaged over all coordinates, so all share one learning rate"),
)
def rmsprop_mean_over_coordinates(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * np.mean(grad**2)
    return theta - lr * grad / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says=("the squares are added up over all coordinates, so all share one learning rate"),
)
def rmsprop_sum_over_coordinates(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * np.sum(grad**2)
    return theta - lr * grad / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="the gradient in the numerator is replaced by its sign",
)
def rmsprop_sign(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    return theta - lr * np.sign(grad) / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="your mean of squares starts at 1, not at 0",
)
def rmsprop_starts_at_one(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.ones(theta.shape) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="the root is taken of delta and of the mean separately",
)
def rmsprop_two_roots(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    return theta - lr * grad / (np.sqrt(delta) + np.sqrt(r)), r


@misconception(
    "rmsprop",
    says="delta stands both under the root and beside it",
)
def rmsprop_delta_twice(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    return theta - lr * grad / (delta + np.sqrt(delta + r)), r


@misconception(
    "rmsprop",
    says="the root of the mean is taken twice",
)
def rmsprop_root_twice(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(np.sqrt(delta + r)), r


@misconception(
    "rmsprop",
    says="delta is added to the mean again in every step",
)
def rmsprop_delta_in_mean(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad**2 + delta
    return theta - lr * grad / np.sqrt(r), r


@misconception(
    "rmsprop",
    says="you take the larger of the old mean and the new square, not a weighted sum",
)
def rmsprop_largest(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = np.maximum(rho * r, (1 - rho) * grad**2)
    return theta - lr * grad / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="the learning rate is also divided by the root of the number of steps",
)
def rmsprop_rate_decays_too(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r, t = (np.zeros_like(theta), 0) if state is None else state
    r, t = rho * r + (1 - rho) * grad**2, t + 1
    return theta - lr / np.sqrt(t) * grad / np.sqrt(delta + r), (r, t)


@misconception(
    "rmsprop",
    says=("only the present gradient is counted, and those of earlier steps are forgotten"),
)
def rmsprop_present_only(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="the state keeps the root of the mean, and squares are then added to a root",
)
def rmsprop_stores_root(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = np.sqrt(rho * r + (1 - rho) * grad**2 + delta)
    return theta - lr * grad / r, r


@misconception(
    "rmsprop",
    says="the step uses only the sign of the gradient, and no mean of squares at all",
)
def rmsprop_sign_alone(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    return theta - lr * np.sign(grad), r


@misconception(
    "rmsprop",
    says="the gradient in the numerator is weighted with 1 - rho",
)
def rmsprop_numerator_weighted(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    return theta - lr * (1 - rho) * grad / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="you return the step alone, not the place it leads to",
)
def rmsprop_step_alone(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    return -lr * grad / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="all squares are added up with full weight and none is forgotten",
)
def rmsprop_plain_sum(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = r + grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="the old state is changed in place, so the same step made twice leads elsewhere",
)
def rmsprop_changes_the_state_in_place(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else rho * state + (1 - rho) * grad**2
    r = rho * r + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="you average the gradients themselves, not their squares",
)
def rmsprop_mean_of_gradients(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad
    return theta - lr * grad / np.sqrt(delta + np.abs(r)), r


@misconception(
    "rmsprop",
    says="the mean of squares stands in the numerator, in place of the gradient",
)
def rmsprop_steps_by_the_mean(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    return theta - lr * r / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="your default of lr is not the one in the signature",
)
def rmsprop_default_lr(theta, grad, state, lr=1e-2, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="your default of rho is not the one in the signature",
)
def rmsprop_default_rho(theta, grad, state, lr=1e-3, rho=0.99, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="your default of delta is not the one in the signature",
)
def rmsprop_default_delta(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="your default of delta is not the one in the signature",
)
def rmsprop_default_delta_7(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * r + (1 - rho) * grad**2
    return theta - lr * grad / np.sqrt(delta + r), r


@misconception(
    "rmsprop",
    says="the mean of squares is multiplied by rho as a whole, the new square included",
)
def rmsprop_divides_by_old_and_forgets(theta, grad, state, lr=1e-3, rho=0.9, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    r = np.zeros_like(theta) if state is None else state
    r = rho * (r + grad**2)
    return theta - lr * grad / np.sqrt(delta + r), r


# --- adam ---


@misconception(
    "adam",
    says=("the count of steps never goes up, so every correction is that of the first step"),
)
def adam_never_counts(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (1, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s_hat, r_hat = s / (1 - beta1**t), r / (1 - beta2**t)
    return theta - lr * s_hat / (np.sqrt(r_hat) + delta), (s, r, t)


@misconception(
    "adam",
    says="the mean of the gradient is not corrected for its start at zero",
)
def adam_corrects_only_the_second(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (1, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    r_hat = r / (1 - beta2**t)
    return theta - lr * s / (np.sqrt(r_hat) + delta), (s, r, t + 1)


@misconception(
    "adam",
    says=("the state keeps the corrected means, so they are corrected again in each step"),
)
def adam_stores_the_corrected_means(
    theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8
):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t += 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s = s / (1 - beta1**t)
    r = r / (1 - beta2**t)
    return theta - lr * s / (np.sqrt(r) + delta), (s, r, t)


@misconception(
    "adam",
    says="in the corrections beta is multiplied by t, not raised to a power",
)
def adam_multiplies_beta_by_t(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    first = s / (1 - beta1 * t)
    second = r / (1 - beta2 * t)
    return theta - lr * first / (np.sqrt(np.abs(second)) + delta), (s, r, t)


@misconception(
    "adam",
    says=("the second mean is that of the squared first mean, not of the squared gradient"),
)
def adam_squares_the_mean(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (1, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * s**2
    s_hat, r_hat = s / (1 - beta1**t), r / (1 - beta2**t)
    return theta - lr * s_hat / (np.sqrt(r_hat) + delta), (s, r, t + 1)


@misconception(
    "adam",
    says="the step goes along the bare gradient, not along its corrected mean",
)
def adam_steps_along_the_gradient(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (1, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    r_hat = r / (1 - beta2**t)
    return theta - lr * grad / (np.sqrt(r_hat) + delta), (s, r, t + 1)


@formula("adam")
def adam_as_text(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s_hat = s / (1 - beta1**t)
    r_hat = r / (1 - beta2**t)
    return theta - lr * s_hat / (np.sqrt(r_hat) + delta), (s, r, t)


@formula("adam")
def adam_as_pytorch(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad * grad
    size = lr / (1 - beta1**t)
    root = np.sqrt(r) / np.sqrt(1 - beta2**t) + delta
    return theta - size * s / root, (s, r, t)


@formula("adam")
def adam_as_corrections(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = s + (1 - beta1) * (grad - s)
    r = r + (1 - beta2) * (grad**2 - r)
    s_hat, r_hat = s / (1 - beta1**t), r / (1 - beta2**t)
    step = lr / (np.sqrt(r_hat) + delta) * s_hat
    return theta - step, (s, r, t)


@misconception(
    "adam",
    says="both means are corrected with beta2, the mean of the gradient too",
)
def adam_beta2_in_both_corrections(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    c = 1 - beta2**t
    return theta - lr * s / c / (np.sqrt(r / c) + delta), (s, r, t)


@misconception(
    "adam",
    says="both means are corrected with beta1, the mean of the square too",
)
def adam_beta1_in_both_corrections(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    c = 1 - beta1**t
    return theta - lr * s / c / (np.sqrt(r / c) + delta), (s, r, t)


@misconception(
    "adam",
    says="beta1 is used for both means, and beta2 is not used at all",
)
def adam_beta1_everywhere(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta1 * r + (1 - beta1) * grad**2
    c = 1 - beta1**t
    return theta - lr * s / c / (np.sqrt(r / c) + delta), (s, r, t)


@misconception(
    "adam",
    says="you keep the largest size of the gradient, not a mean of its square",
)
def adam_largest_size(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = np.maximum(beta2 * r, np.abs(grad))
    return theta - lr * s / (1 - beta1**t) / (r + delta), (s, r, t)


@misconception(
    "adam",
    says="you divide by the largest mean of the square so far, not by the present one",
)
def adam_largest_mean(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    zero = np.zeros_like(theta)
    s, r, most, t = (zero, zero, zero, 0) if state is None else state
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    most = np.maximum(most, r / (1 - beta2**t))
    return theta - lr * s / (1 - beta1**t) / (np.sqrt(most) + delta), (s, r, most, t)


@misconception(
    "adam",
    says="the numerator looks ahead as in Nesterov's method",
)
def adam_looks_ahead(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    ahead = (beta1 * s + (1 - beta1) * grad) / (1 - beta1**t)
    return theta - lr * ahead / (np.sqrt(r / (1 - beta2**t)) + delta), (s, r, t)


@misconception(
    "adam",
    says="you average the sizes of the gradients, not their squares",
)
def adam_mean_of_sizes(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * np.abs(grad)
    return theta - lr * s / (1 - beta1**t) / (r / (1 - beta2**t) + delta), (s, r, t)


@misconception(
    "adam",
    says="the steps are counted from 2, so the corrections are too weak",
)
def adam_counts_from_two(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s_hat, r_hat = s / (1 - beta1 ** (t + 1)), r / (1 - beta2 ** (t + 1))
    return theta - lr * s_hat / (np.sqrt(r_hat) + delta), (s, r, t)


@misconception(
    "adam",
    says=("the second mean is that of the squared distance between gradient and first mean"),
)
def adam_mean_of_deviations(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * (grad - s) ** 2
    s_hat, r_hat = s / (1 - beta1**t), r / (1 - beta2**t)
    return theta - lr * s_hat / (np.sqrt(r_hat) + delta), (s, r, t)


@misconception(
    "adam",
    says="the means are multiplied by the correction factors, not divided by them",
)
def adam_correction_multiplies(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s_hat, r_hat = s * (1 - beta1**t), r * (1 - beta2**t)
    return theta - lr * s_hat / (np.sqrt(r_hat) + delta), (s, r, t)


@misconception(
    "adam",
    says="the power t is taken of the whole difference 1 - beta, not of beta",
)
def adam_power_of_difference(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s_hat, r_hat = s / (1 - beta1) ** t, r / (1 - beta2) ** t
    return theta - lr * s_hat / (np.sqrt(r_hat) + delta), (s, r, t)


@misconception(
    "adam",
    says="the second mean is corrected after its root is taken, not before",
)
def adam_corrects_the_root(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s_hat, root = s / (1 - beta1**t), np.sqrt(r) / (1 - beta2**t)
    return theta - lr * s_hat / (root + delta), (s, r, t)


@misconception(
    "adam",
    says="the argument delta is not used, so its value is always the same",
)
def adam_delta_not_used(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s_hat, r_hat = s / (1 - beta1**t), r / (1 - beta2**t)
    return theta - lr * s_hat / (np.sqrt(r_hat) + 1e-8), (s, r, t)


@misconception(
    "adam",
    says=("the squares are averaged over all coordinates, so all share one learning rate"),
)
def adam_mean_over_coordinates(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * np.mean(grad**2)
    s_hat, r_hat = s / (1 - beta1**t), r / (1 - beta2**t)
    return theta - lr * s_hat / (np.sqrt(r_hat) + delta), (s, r, t)


@misconception(
    "adam",
    says="the step uses only the sign of the mean, so its length is always the same",
)
def adam_sign_of_mean(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    return theta - lr * np.sign(s), (s, r, t)


@misconception(
    "adam",
    says="the two shares are exchanged in both means: beta weights the new gradient",
)
def adam_shares_exchanged(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = (1 - beta1) * s + beta1 * grad
    r = (1 - beta2) * r + beta2 * grad**2
    s_hat, r_hat = s / (1 - beta1**t), r / (1 - beta2**t)
    return theta - lr * s_hat / (np.sqrt(r_hat) + delta), (s, r, t)


@misconception(
    "adam",
    says="the new gradient gets full weight in both means, so they become sums",
)
def adam_sums(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + grad
    r = beta2 * r + grad**2
    s_hat, r_hat = s / (1 - beta1**t), r / (1 - beta2**t)
    return theta - lr * s_hat / (np.sqrt(r_hat) + delta), (s, r, t)


@misconception(
    "adam",
    says="the means start at the first gradient and its square, not at 0",
)
def adam_starts_at_first_gradient(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = grad if t == 1 else beta1 * s + (1 - beta1) * grad
    r = grad**2 if t == 1 else beta2 * r + (1 - beta2) * grad**2
    return theta - lr * s / (np.sqrt(r) + delta), (s, r, t)


@misconception(
    "adam",
    says="the means are corrected in the first step only",
)
def adam_corrects_first_step_only(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s_hat = s / (1 - beta1) if t == 1 else s
    r_hat = r / (1 - beta2) if t == 1 else r
    return theta - lr * s_hat / (np.sqrt(r_hat) + delta), (s, r, t)


@misconception(
    "adam",
    says="the learning rate is also divided by the root of the number of steps",
)
def adam_rate_decays_too(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s_hat, r_hat = s / (1 - beta1**t), r / (1 - beta2**t)
    return theta - lr / np.sqrt(t) * s_hat / (np.sqrt(r_hat) + delta), (s, r, t)


@misconception(
    "adam",
    says="the root of the second mean is not taken",
)
def adam_no_root(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s_hat, r_hat = s / (1 - beta1**t), r / (1 - beta2**t)
    return theta - lr * s_hat / (r_hat + delta), (s, r, t)


@misconception(
    "adam",
    says=("the arguments beta1 and beta2 are not used, so the means always decay equally"),
)
def adam_betas_not_used(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = 0.9 * s + 0.1 * grad
    r = 0.999 * r + 0.001 * grad**2
    s_hat, r_hat = s / (1 - 0.9**t), r / (1 - 0.999**t)
    return theta - lr * s_hat / (np.sqrt(r_hat) + delta), (s, r, t)


@misconception(
    "adam",
    says="the old state is changed in place, so the same step made twice leads elsewhere",
)
def adam_changes_its_means_in_place(
    theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8
):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    t, s, r = state or (0, np.zeros_like(theta), np.zeros_like(theta))
    for _ in range(1 if state is None else 2):
        s = beta1 * s + (1 - beta1) * grad
        r = beta2 * r + (1 - beta2) * grad**2
    t = t + 1
    step = lr * s / (1 - beta1**t) / (np.sqrt(r / (1 - beta2**t)) + delta)
    return theta - step, (t, s, r)


@misconception(
    "adam",
    says="the sign of the step is turned: you walk uphill",
)
def adam_uphill(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    return theta + lr * s / (1 - beta1**t) / (np.sqrt(r / (1 - beta2**t)) + delta), (t, s, r)


@misconception(
    "adam",
    says="your default of lr is not the one in the signature",
)
def adam_default_lr(theta, grad, state, lr=1e-2, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    return theta - lr * s / (1 - beta1**t) / (np.sqrt(r / (1 - beta2**t)) + delta), (t, s, r)


@misconception(
    "adam",
    says="your default of beta1 is not the one in the signature",
)
def adam_default_beta1(theta, grad, state, lr=1e-3, beta1=0.99, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    return theta - lr * s / (1 - beta1**t) / (np.sqrt(r / (1 - beta2**t)) + delta), (t, s, r)


@misconception(
    "adam",
    says="your default of beta2 is not the one in the signature",
)
def adam_default_beta2(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.99, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    return theta - lr * s / (1 - beta1**t) / (np.sqrt(r / (1 - beta2**t)) + delta), (t, s, r)


@misconception(
    "adam",
    says="your default of delta is not the one in the signature",
)
def adam_default_delta(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-7):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    return theta - lr * s / (1 - beta1**t) / (np.sqrt(r / (1 - beta2**t)) + delta), (t, s, r)


@misconception(
    "adam",
    says="your default of delta is not the one in the signature",
)
def adam_default_delta_6(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-6):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    return theta - lr * s / (1 - beta1**t) / (np.sqrt(r / (1 - beta2**t)) + delta), (t, s, r)


@misconception(
    "adam",
    says="the first mean is that of the squared gradient, too",
)
def adam_gradient_squared_in_first(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    s = s + (1 - beta1) * (grad**2 - grad)
    return theta - lr * s / (1 - beta1**t) / (np.sqrt(r / (1 - beta2**t)) + delta), (t, s, r)


@misconception(
    "adam",
    says="delta multiplies the root, where it is added to it",
)
def adam_delta_times(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    step = s / (1 - beta1**t) / (np.sqrt(r / (1 - beta2**t)) * delta)
    return theta - lr * step, (t, s, r)


@misconception(
    "adam",
    says="the root is multiplied, where it divides",
)
def adam_mean_multiplies(theta, grad, state, lr=1e-3, beta1=0.9, beta2=0.999, delta=1e-8):
    theta, grad = np.asarray(theta, dtype=float), np.asarray(grad, dtype=float)
    state = state.values() if isinstance(state, dict) else state or (0, 0.0, 0.0)
    t, s, r = sorted(state, key=np.ndim)  # the count stands in any place
    t = t + 1
    s = beta1 * s + (1 - beta1) * grad
    r = beta2 * r + (1 - beta2) * grad**2
    step = s / (1 - beta1**t) * (np.sqrt(r / (1 - beta2**t)) + delta)
    return theta - lr * step, (t, s, r)


# --- step_decay ---


@misconception(
    "step_decay",
    says="the rate drops only once, however many periods have gone by",
)
def decay_drops_only_once(lr, t, drop, every):
    if t >= every:
        return lr * drop
    return lr


@misconception(
    "step_decay",
    says="each drop comes one step too late",
)
def decay_drops_one_step_late(lr, t, drop, every):
    k = 0
    while t > every * (k + 1):
        k += 1
    return lr * drop**k


@misconception(
    "step_decay",
    says="each drop comes one step too early",
)
def decay_drops_one_step_early(lr, t, drop, every):
    return lr * drop ** np.floor((t + 1) / every)


@misconception(
    "step_decay",
    says="step 0 counts as a drop, so the rate falls right after the start",
)
def decay_counts_step_zero(lr, t, drop, every):
    rate = lr
    for step in range(t):
        if step % every == 0:
            rate *= drop
    return rate


@misconception(
    "step_decay",
    says="the rate is lower only in the very steps that are multiples of every",
)
def decay_only_at_multiples(lr, t, drop, every):
    k = t // every
    if t > 0 and t % every == 0:
        return lr * drop**k
    return lr


@misconception(
    "step_decay",
    says="the rate is multiplied by the number of drops, where a power belongs",
)
def decay_multiplies_where_a_power_belongs(lr, t, drop, every):
    drops = t // every
    return lr if drops == 0 else lr * drop * drops


@formula("step_decay")
def step_decay_as_text(lr, t, drop, every):
    return lr * drop ** (t // every)


@formula("step_decay")
def step_decay_as_floor(lr, t, drop, every):
    drops = np.floor(t / every)
    return lr * drop**drops


@formula("step_decay")
def step_decay_as_loop(lr, t, drop, every):
    rate = lr
    for step in range(1, t + 1):
        if step % every == 0:
            rate = rate * drop
    return rate


@formula("step_decay")
def step_decay_as_repeated(lr, t, drop, every):
    rate = lr
    while t >= every:
        rate = rate * drop
        t = t - every
    return rate


@misconception(
    "step_decay",
    says=("the number of drops is rounded to the nearest integer, so they come too early"),
)
def decay_rounds(lr, t, drop, every):
    return lr * drop ** round(t / every)


@misconception(
    "step_decay",
    says="the rate falls with an exponential function, where drop is the factor",
)
def decay_exponential(lr, t, drop, every):
    return lr * np.exp(-drop * (t // every))


@misconception(
    "step_decay",
    says="you divide by 1 plus drop times the number of drops, not a power",
)
def decay_hyperbolic(lr, t, drop, every):
    return lr / (1 + drop * (t // every))


@misconception(
    "step_decay",
    says="the rate is multiplied by drop in every step, and every is not used",
)
def decay_in_every_step(lr, t, drop, every):
    return lr * drop**t


@misconception(
    "step_decay",
    says="the exponent is every itself, so the step t does not enter",
)
def decay_power_every(lr, t, drop, every):
    return lr * drop**every


@misconception(
    "step_decay",
    says="the rate is multiplied by 1 - drop each time, not by drop",
)
def decay_one_minus_drop(lr, t, drop, every):
    return lr * (1 - drop) ** (t // every)


@misconception(
    "step_decay",
    says="drop is subtracted from the rate each time, though it is a factor",
)
def decay_subtracts_drop(lr, t, drop, every):
    return lr - drop * (t // every)


@misconception(
    "step_decay",
    says=("the distance from drop to drop doubles each time, where it should stay the same"),
)
def decay_distances_double(lr, t, drop, every):
    rate, next_drop = lr, every
    while t >= next_drop:
        rate, next_drop = rate * drop, 2 * next_drop
    return rate


@misconception(
    "step_decay",
    says="each drop is one power stronger than the one before",
)
def decay_drops_pile_up(lr, t, drop, every):
    rate = lr
    for k in range(1, t // every + 1):
        rate = rate * drop**k
    return rate


@misconception(
    "step_decay",
    says="from the first drop on, the rate falls in every single step",
)
def decay_each_step_once_begun(lr, t, drop, every):
    return lr if t < every else lr * drop ** (t - every + 1)


@misconception(
    "step_decay",
    says="the rate is divided by the number of drops plus one, and drop is not used",
)
def decay_harmonic(lr, t, drop, every):
    return lr / (t // every + 1)


@misconception(
    "step_decay",
    says="the argument drop is not used: the rate is always halved",
)
def decay_always_halves(lr, t, drop, every):
    return lr * 0.5 ** (t // every)


@misconception(
    "step_decay",
    says="the argument drop is not used: the rate always falls to a tenth",
)
def decay_always_tenth(lr, t, drop, every):
    return lr * 0.1 ** (t // every)


@misconception(
    "step_decay",
    says="the argument every is not used: the rate drops every ten steps",
)
def decay_every_ten(lr, t, drop, every):
    return lr * drop ** (t // 10)


@misconception(
    "step_decay",
    says="the power is taken of the whole product, so lr is raised too",
)
def decay_power_of_product(lr, t, drop, every):
    return (lr * drop) ** (t // every)


@misconception(
    "step_decay",
    says="the rate falls inside each period and jumps back up at its end",
)
def decay_by_remainder(lr, t, drop, every):
    return lr * drop ** (t % every / every)


@misconception(
    "step_decay",
    says="the rate falls along straight lines between the drops, not in stairs",
)
def decay_straight_line(lr, t, drop, every):
    k = t // every
    return lr * drop**k * (1 - (1 - drop) * (t / every - k))


@misconception(
    "step_decay",
    says="the exponent is the remainder of t / every, not the number of periods",
)
def decay_power_of_remainder(lr, t, drop, every):
    return lr * drop ** (t % every)


@misconception(
    "step_decay",
    says="t and every have changed places in the exponent",
)
def decay_exponent_upside_down(lr, t, drop, every):
    return lr * drop ** (every // max(t, 1))


@misconception(
    "step_decay",
    says="you divide by drop each time, so the rate grows",
)
def decay_grows(lr, t, drop, every):
    return lr / drop ** (t // every)


# --- cosine ---


@misconception(
    "cosine",
    says="the angle of the cosine lacks pi, so half a wave is never reached",
)
def cosine_forgets_pi(lr, t, total):
    if t > total:
        return 0.0
    return lr / 2 * (1 + np.cos(t / total))


@misconception(
    "cosine",
    says="after total the wave goes on, so the rate rises again",
)
def cosine_rises_again(lr, t, total):
    return 0.5 * lr * (1 + np.cos(np.pi * t / total))


@misconception(
    "cosine",
    says="after total the rate starts again from lr, where it should stay at 0",
)
def cosine_restarts(lr, t, total):
    phase = (t % total) / total
    return lr / 2 * (1 + np.cos(np.pi * phase))


@misconception(
    "cosine",
    says="you divide by total - 1, so 0 is reached one step too soon",
)
def cosine_ends_one_step_too_soon(lr, t, total):
    if t >= total - 1:
        return 0.0
    return lr / 2 * (1 + np.cos(np.pi * t / (total - 1)))


@misconception(
    "cosine",
    says="after total you return lr, where the rate should stay at 0",
)
def cosine_returns_lr_at_the_end(lr, t, total):
    if t <= total:
        return 0.5 * lr * (1.0 + np.cos(np.pi * t / total))
    else:
        return lr


@misconception(
    "cosine",
    says="the sign before the cosine is turned, so the rate rises from 0 to lr",
)
def cosine_rises_from_zero(lr, t, total):
    t_over_T = t / total
    return 0.0 if t_over_T > 1 else lr / 2 * (1 - np.cos(np.pi * t_over_T))


@formula("cosine")
def cosine_as_text(lr, t, total):
    if t > total:
        return 0.0
    return lr / 2 * (1 + np.cos(np.pi * t / total))


@formula("cosine")
def cosine_as_min(lr, t, total):
    t = min(t, total)
    return 0.5 * lr * (1 + np.cos(np.pi * t / total))


@formula("cosine")
def cosine_as_named_steps(lr, t, total):
    if t <= total:
        angle = np.pi * t / total
        height = (1 + np.cos(angle)) / 2
        return lr * height
    return 0.0


@formula("cosine")
def cosine_as_half_angle(lr, t, total):
    if t >= total:
        return 0.0
    return lr * np.cos(np.pi * t / (2 * total)) ** 2


@misconception(
    "cosine",
    says="the rate falls along a straight line, not along half a cosine",
)
def cosine_straight_line(lr, t, total):
    return lr * (1 - min(t, total) / total)


@misconception(
    "cosine",
    says="you use the sine, so the rate rises first and does not start at lr",
)
def cosine_sine(lr, t, total):
    return 0.0 if t > total else lr / 2 * (1 + np.sin(np.pi * t / total))


@misconception(
    "cosine",
    says=("the cosine is not shifted up, so the rate becomes negative in the second half"),
)
def cosine_not_shifted(lr, t, total):
    return lr * np.cos(np.pi * min(t, total) / total)


@misconception(
    "cosine",
    says=("negative values of the cosine are cut off, so the rate is 0 from half time on"),
)
def cosine_cut_at_zero(lr, t, total):
    return lr * max(np.cos(np.pi * min(t, total) / total), 0.0)


@misconception(
    "cosine",
    says="the rate falls exponentially, not along half a cosine",
)
def cosine_exponential(lr, t, total):
    return 0.0 if t > total else lr * np.exp(-t / total)


@misconception(
    "cosine",
    says="the cosine runs through a whole wave, so the rate rises again before total",
)
def cosine_whole_wave(lr, t, total):
    return lr / 2 * (1 + np.cos(2 * np.pi * min(t, total) / total))


@misconception(
    "cosine",
    says="the angle reaches only half of pi, so the rate ends at half its height",
)
def cosine_quarter_wave(lr, t, total):
    return 0.0 if t > total else lr / 2 * (1 + np.cos(np.pi / 2 * t / total))


@misconception(
    "cosine",
    says="the rate stops at a floor of one hundredth of lr, though it ends at 0",
)
def cosine_floor(lr, t, total):
    low = 0.01 * lr
    return low + (lr - low) / 2 * (1 + np.cos(np.pi * min(t, total) / total))


@misconception(
    "cosine",
    says="the rate falls along a parabola, not along half a cosine",
)
def cosine_parabola(lr, t, total):
    return lr * (1 - (min(t, total) / total) ** 2)


@misconception(
    "cosine",
    says=("the absolute value of the cosine is taken, so the rate rises again after half time"),
)
def cosine_absolute(lr, t, total):
    return lr * abs(np.cos(np.pi * min(t, total) / total))


@misconception(
    "cosine",
    says="the share of the rate is squared as a whole, so it falls too fast",
)
def cosine_whole_squared(lr, t, total):
    return lr * ((1 + np.cos(np.pi * min(t, total) / total)) / 2) ** 2


@misconception(
    "cosine",
    says="the rate rises in the first tenth of the steps, though it should start at lr",
)
def cosine_warm_up(lr, t, total):
    if t < total / 10:
        return lr * t / (total / 10)
    return 0.0 if t > total else lr / 2 * (1 + np.cos(np.pi * t / total))


@misconception(
    "cosine",
    says="a bracket is missing: the cosine is not multiplied by lr",
)
def cosine_not_scaled(lr, t, total):
    return 0.0 if t > total else lr / 2 * 1 + np.cos(np.pi * t / total)


@misconception(
    "cosine",
    says="total divides the cosine, not the angle inside it",
)
def cosine_total_divides_wave(lr, t, total):
    return 0.0 if t > total else lr / 2 * (1 + np.cos(np.pi * t) / total)


@misconception(
    "cosine",
    says="the share t / total stands outside the cosine, not in its angle",
)
def cosine_of_pi_times_share(lr, t, total):
    return 0.0 if t > total else lr / 2 * (1 + np.cos(np.pi) * t / total)


@misconception(
    "cosine",
    says="you use a polynomial of third degree in place of the cosine",
)
def cosine_polynomial(lr, t, total):
    x = min(t, total) / total
    return lr * (1 - 3 * x**2 + 2 * x**3)


@misconception(
    "cosine",
    says="the rate falls along a sigmoid, not along half a cosine",
)
def cosine_sigmoid(lr, t, total):
    return 0.0 if t > total else lr / (1 + np.exp(10 * (t / total - 0.5)))


@misconception(
    "cosine",
    says="the rate stays at lr up to total and then jumps to 0",
)
def cosine_constant(lr, t, total):
    return lr if t < total else 0.0


@misconception(
    "cosine",
    says="the root of the share is taken, so the rate stays high for too long",
)
def cosine_root(lr, t, total):
    return lr * np.sqrt(max(0.0, (1 + np.cos(np.pi * min(t, total) / total)) / 2)) ** 0.5


@misconception(
    "cosine",
    says="the share is upside down: total is divided by t",
)
def cosine_share_upside_down(lr, t, total):
    return 0.0 if t > total else lr / 2 * (1 + np.cos(np.pi * total / max(t, 1)))


@misconception(
    "cosine",
    says="the rate is set to 0 one step too soon",
)
def cosine_zero_too_soon(lr, t, total):
    return 0.0 if t >= total - 1 else lr / 2 * (1 + np.cos(np.pi * t / total))


@misconception(
    "cosine",
    says="the share t / total is rounded down, so the rate stays at lr up to the end",
)
def cosine_whole_share(lr, t, total):
    return lr / 2 * (1 + np.cos(np.pi * min(t // total, 1)))


# --- warmup_cosine ---


@misconception(
    "warmup_cosine",
    says="there is no warm-up",
)
def warmup_cosine_never_warms(lr, t, total, warmup):
    return lr * (1 + np.cos(np.pi * min(t, total) / total)) / 2


@misconception(
    "warmup_cosine",
    says="the rate is 0 during the warm-up, and then jumps to lr",
)
def warmup_cosine_waits(lr, t, total, warmup):
    if t < warmup:
        return 0.0
    return lr * (1 + np.cos(np.pi * min(t - warmup, total - warmup) / (total - warmup))) / 2


@misconception(
    "warmup_cosine",
    says="the rate is lr all through the warm-up",
)
def warmup_cosine_holds(lr, t, total, warmup):
    if t < warmup:
        return lr
    return lr * (1 + np.cos(np.pi * min(t - warmup, total - warmup) / (total - warmup))) / 2


@misconception(
    "warmup_cosine",
    says="the rate rises along half a cosine, not along a straight line",
)
def warmup_cosine_rises_along_a_cosine(lr, t, total, warmup):
    if t < warmup:
        return lr * (1 - np.cos(np.pi * t / warmup)) / 2
    return lr * (1 + np.cos(np.pi * min(t - warmup, total - warmup) / (total - warmup))) / 2


@misconception(
    "warmup_cosine",
    says="the rate falls from lr to 0 during the warm-up: the line is turned round",
)
def warmup_cosine_turned_round(lr, t, total, warmup):
    if t < warmup:
        return lr * (1 - t / warmup)
    return lr * (1 + np.cos(np.pi * min(t - warmup, total - warmup) / (total - warmup))) / 2


@misconception(
    "warmup_cosine",
    says="the line of the warm-up is that of all steps, so lr is not reached at warmup",
)
def warmup_cosine_line_over_total(lr, t, total, warmup):
    if t < warmup:
        return lr * t / total
    return lr * (1 + np.cos(np.pi * min(t - warmup, total - warmup) / (total - warmup))) / 2


@misconception(
    "warmup_cosine",
    says="after the warm-up the rate stays at lr, and never falls",
)
def warmup_cosine_constant_after(lr, t, total, warmup):
    if t < warmup:
        return lr * t / warmup
    return lr


@misconception(
    "warmup_cosine",
    says="after the warm-up the rate falls along a straight line",
)
def warmup_cosine_falls_in_a_line(lr, t, total, warmup):
    if t < warmup:
        return lr * t / warmup
    return lr * max(0.0, (total - t) / (total - warmup))


@misconception(
    "warmup_cosine",
    says="the warm-up rises by steps counted from 1, so it is not 0 at step 0",
)
def warmup_cosine_starts_one_late(lr, t, total, warmup):
    if t < warmup:
        return lr * (t + 1) / warmup
    return lr * (1 + np.cos(np.pi * min(t - warmup, total - warmup) / (total - warmup))) / 2


@misconception(
    "warmup_cosine",
    says="the rate of the warm-up is not multiplied by lr",
)
def warmup_cosine_forgets_lr(lr, t, total, warmup):
    if t < warmup:
        return t / warmup
    return lr * (1 + np.cos(np.pi * min(t - warmup, total - warmup) / (total - warmup))) / 2


@misconception(
    "warmup_cosine",
    says="the cosine is too long: it takes total steps, and is cut off at total",
)
def warmup_cosine_shorter_wave(lr, t, total, warmup):
    if t < warmup:
        return lr * t / warmup
    return lr * (1 + np.cos(np.pi * (t - warmup) / total)) / 2 if t < total else 0.0


@misconception(
    "warmup_cosine",
    says="the factor ½ is missing in the cosine",
)
def warmup_cosine_half_missing(lr, t, total, warmup):
    if t < warmup:
        return lr * t / warmup
    return lr * (1 + np.cos(np.pi * min(t - warmup, total - warmup) / (total - warmup)))


# --- clip_by_norm ---


@misconception(
    "clip_by_norm",
    says="nothing is clipped",
)
def clip_by_norm_returns_grads(grads, max_norm):
    grads = [np.asarray(grad, dtype=float) for grad in grads]
    return grads


@misconception(
    "clip_by_norm",
    says="long gradients are made of length 1, not of length max_norm",
)
def clip_by_norm_to_unit(grads, max_norm):
    grads = [np.asarray(grad, dtype=float) for grad in grads]
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    return [grad / norm if norm > max_norm else grad for grad in grads]


@misconception(
    "clip_by_norm",
    says="the comparison is turned round: short gradients are made longer, and long ones stay",
)
def clip_by_norm_turned_round(grads, max_norm):
    grads = [np.asarray(grad, dtype=float) for grad in grads]
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    return [grad * max_norm / norm if 0 < norm < max_norm else grad for grad in grads]


@misconception(
    "clip_by_norm",
    says="the norms of the arrays are added, where the squares should be",
)
def clip_by_norm_sum_of_norms(grads, max_norm):
    grads = [np.asarray(grad, dtype=float) for grad in grads]
    norm = sum(np.linalg.norm(grad) for grad in grads)
    factor = min(1.0, max_norm / norm) if norm > 0 else 1.0
    return [factor * grad for grad in grads]


@misconception(
    "clip_by_norm",
    says="the largest norm of an array counts, not that of all together",
)
def clip_by_norm_largest_norm(grads, max_norm):
    grads = [np.asarray(grad, dtype=float) for grad in grads]
    norm = max(np.linalg.norm(grad) for grad in grads)
    factor = min(1.0, max_norm / norm) if norm > 0 else 1.0
    return [factor * grad for grad in grads]


@misconception(
    "clip_by_norm",
    says="the largest entry counts, not the norm",
)
def clip_by_norm_largest_entry(grads, max_norm):
    grads = [np.asarray(grad, dtype=float) for grad in grads]
    norm = max(np.max(np.abs(grad)) for grad in grads)
    factor = min(1.0, max_norm / norm) if norm > 0 else 1.0
    return [factor * grad for grad in grads]


@misconception(
    "clip_by_norm",
    says="absolute values are added, where squares should be",
)
def clip_by_norm_absolute_values(grads, max_norm):
    grads = [np.asarray(grad, dtype=float) for grad in grads]
    norm = sum(np.sum(np.abs(grad)) for grad in grads)
    factor = min(1.0, max_norm / norm) if norm > 0 else 1.0
    return [factor * grad for grad in grads]


@misconception(
    "clip_by_norm",
    says="the root of the mean square counts, not that of the sum",
)
def clip_by_norm_root_mean_square(grads, max_norm):
    grads = [np.asarray(grad, dtype=float) for grad in grads]
    size = sum(grad.size for grad in grads)
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads) / size)
    factor = min(1.0, max_norm / norm) if norm > 0 else 1.0
    return [factor * grad for grad in grads]


@misconception(
    "clip_by_norm",
    says="gradients that are too long are set to zero, not shrunk",
)
def clip_by_norm_zeroed(grads, max_norm):
    grads = [np.asarray(grad, dtype=float) for grad in grads]
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    return [0 * grad if norm > max_norm else grad for grad in grads]


@misconception(
    "clip_by_norm",
    says="the factor is upside down: long gradients become longer",
)
def clip_by_norm_upside_down(grads, max_norm):
    grads = [np.asarray(grad, dtype=float) for grad in grads]
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    return [grad * norm / max_norm if norm > max_norm else grad for grad in grads]


@misconception(
    "clip_by_norm",
    says="only the norm of the first array counts",
)
def clip_by_norm_first_array(grads, max_norm):
    grads = [np.asarray(grad, dtype=float) for grad in grads]
    norm = np.linalg.norm(grads[0])
    factor = min(1.0, max_norm / norm) if norm > 0 else 1.0
    return [factor * grad for grad in grads]


# --- update_ratio ---


@misconception(
    "update_ratio",
    says="the length of the step is not divided by that of the parameters",
)
def update_ratio_of_a_step_alone(theta, new_theta):
    theta, new_theta = np.asarray(theta, dtype=float), np.asarray(new_theta, dtype=float)
    return np.linalg.norm(new_theta - theta)


@misconception(
    "update_ratio",
    says="the ratio is upside down",
)
def update_ratio_upside_down(theta, new_theta):
    theta, new_theta = np.asarray(theta, dtype=float), np.asarray(new_theta, dtype=float)
    return np.linalg.norm(theta) / max(np.linalg.norm(new_theta - theta), 1e-300)


@misconception(
    "update_ratio",
    says="absolute values are added, where norms are asked for",
)
def update_ratio_absolute_values(theta, new_theta):
    theta, new_theta = np.asarray(theta, dtype=float), np.asarray(new_theta, dtype=float)
    return np.sum(np.abs(new_theta - theta)) / np.sum(np.abs(theta))


@misconception(
    "update_ratio",
    says="the largest entries are compared, where norms are asked for",
)
def update_ratio_largest_entries(theta, new_theta):
    theta, new_theta = np.asarray(theta, dtype=float), np.asarray(new_theta, dtype=float)
    return np.max(np.abs(new_theta - theta)) / np.max(np.abs(theta))


@misconception(
    "update_ratio",
    says="the norm of the ratios of single entries is taken, not the ratio of two norms",
)
def update_ratio_norm_of_the_ratio(theta, new_theta):
    theta, new_theta = np.asarray(theta, dtype=float), np.asarray(new_theta, dtype=float)
    return np.linalg.norm((new_theta - theta) / theta)


@misconception(
    "update_ratio",
    says="the mean is subtracted before the norm is taken",
)
def update_ratio_of_spreads(theta, new_theta):
    theta, new_theta = np.asarray(theta, dtype=float), np.asarray(new_theta, dtype=float)
    return np.std(new_theta - theta) / np.std(theta)


@misconception(
    "update_ratio",
    says="the step's root mean square is divided by the norm of all parameters",
)
def update_ratio_rms_of_step(theta, new_theta):
    theta, new_theta = np.asarray(theta, dtype=float), np.asarray(new_theta, dtype=float)
    return np.sqrt(np.mean((new_theta - theta) ** 2)) / np.linalg.norm(theta)


@misconception(
    "update_ratio",
    says="there is a ratio for each entry, where one number is asked for",
)
def update_ratio_per_array_entry(theta, new_theta):
    theta, new_theta = np.asarray(theta, dtype=float), np.asarray(new_theta, dtype=float)
    return np.abs(new_theta - theta) / np.abs(theta)


# --- race ---


@misconception(
    "race",
    says="options and name are exchanged: the name comes first",
)
def race_options_before_the_name(X, y, rng):
    return {"lr": 0.01}, "adam"


@misconception(
    "race",
    says="the step itself is returned, not its name",
)
def race_the_step_for_its_name(X, y, rng):
    return adam, {"lr": 0.01}


@misconception(
    "race",
    says="the name is written with a capital letter",
)
def race_a_name_with_a_capital_letter(X, y, rng):
    return "Adam", {"lr": 0.01}


@misconception(
    "race",
    says="only the name is returned, without options",
)
def race_of_names_alone(X, y, rng):
    return "adam"


@misconception(
    "race",
    says="name and options are one dict, not two things",
)
def race_all_in_one_dict(X, y, rng):
    return {"name": "adam", "lr": 0.01}


@misconception(
    "race",
    says="the options are a list of pairs, not a dict",
)
def race_options_as_pairs(X, y, rng):
    return "adam", [("lr", 0.01)]


@misconception(
    "race",
    says="the rate is a text, not a number",
)
def race_a_rate_as_text(X, y, rng):
    return "adam", {"lr": "0.01"}


@misconception(
    "race",
    says="what was tried is printed, and nothing is returned",
)
def race_that_returns_nothing(X, y, rng):
    return None


@misconception(
    "race",
    says="plain descent is returned without a rate, and it has no default",
)
def race_plain_descent_without_a_rate(X, y, rng):
    return "sgd", {}


@misconception(
    "race",
    says="only plain descent at small rates is tried",
)
def race_only_plain_descent(X, y, rng):
    rates = (0.001, 0.003)
    last = []
    for lr in rates:
        start = init_mlp([64, 64, 10], rng)
        last.append(train_with(sgd, start, X, y, 5, 32, rng, lr=lr)[1][-1])
    return "sgd", {"lr": rates[np.argmin(last)]}


@misconception(
    "race",
    says="only the default rates are tried",
)
def race_of_defaults(X, y, rng):
    last = []
    for step in (rmsprop, adam):
        start = init_mlp([64, 64, 10], rng)
        last.append(train_with(step, start, X, y, 5, 32, rng)[1][-1])
    return ("rmsprop", "adam")[np.argmin(last)], {}


@misconception(
    "race",
    says="the best name is returned without the rate that it was best with",
)
def race_without_its_rate(X, y, rng):
    for lr in (0.001, 0.01):
        start = init_mlp([64, 64, 10], rng)
        train_with(adam, start, X, y, 5, 32, rng, lr=lr)
    return "adam", {}


@misconception(
    "race",
    says="the first settings that were tried are returned, not the best",
)
def race_won_by_the_first(X, y, rng):
    rates = (0.001, 0.01)
    for lr in rates:
        start = init_mlp([64, 64, 10], rng)
        train_with(adam, start, X, y, 5, 32, rng, lr=lr)
    return "adam", {"lr": rates[0]}


@misconception(
    "race",
    says="the last settings that were tried are returned, not the best",
)
def race_won_by_the_last(X, y, rng):
    rates = (0.01, 0.1, 1.0)
    for lr in rates:
        start = init_mlp([64, 64, 10], rng)
        train_with(adam, start, X, y, 5, 32, rng, lr=lr)
    return "adam", {"lr": rates[-1]}


@misconception(
    "race",
    says="one of the rates is drawn by lot, whatever the losses are",
)
def race_drawn_by_lot(X, y, rng):
    return "adam", {"lr": float(rng.choice([0.0003, 0.001, 0.3]))}


@misconception(
    "race",
    says="the search ends at the first rate that is not twice as good as the rate before",
)
def race_that_stops_too_soon(X, y, rng):
    lr, last, best = 0.0002, 10.0, np.inf
    while last < 0.5 * best:
        lr, best = 2 * lr, last
        start = init_mlp([64, 64, 10], rng)
        last = train_with(adam, start, X, y, 5, 32, rng, lr=lr)[1][-1]
    return "adam", {"lr": lr / 2}


@misconception(
    "race",
    says="the largest rate that does not overflow is returned, not the best",
)
def race_of_the_largest_rate(X, y, rng):
    rates = (0.01, 0.1, 1.0)
    last = []
    for lr in rates:
        start = init_mlp([64, 64, 10], rng)
        last.append(train_with(adam, start, X, y, 5, 32, rng, lr=lr)[1][-1])
    return "adam", {"lr": max(lr for lr, loss in zip(rates, last) if np.isfinite(loss))}
