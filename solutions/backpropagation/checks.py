"""What is graded: backpropagation."""

import math

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    Hint,
    StudentFunction,
    check,
    expect,
    expect_agrees,
    expect_backward,
    expect_close,
    expect_distribution,
    expect_gradient,
    expect_parts,
    expect_reproducible,
    expect_robust,
    expect_shape,
    expect_stable,
)
from autograder.checks.inputs import ARRAYS, HUGE, layers, nonzero, shapes, whole
from autograder.datasets import load_digits

from . import reference

HINTS = ("spread", "digits")

#: widths of networks, from the input to the output
WIDTHS = ((5, 7, 10, 3), (3, 7, 5), (5, 3), (3, 3, 3, 3), (1, 1, 3), (5, 3, 6, 3, 7, 3, 5))


# --- affine ----------------------------------------------------------------------------


@check("affine", points=1)
def adds_up_inputs_times_weights_plus_bias(student, rng):
    f, g = student.affine_forward, reference.affine_forward
    for n, d, m in layers(rng):
        expect_agrees(f, g, rng.normal(size=(n, d)), rng.normal(size=(d, m)), rng.normal(size=m))
    expect_robust(f, g, whole(rng, (7, 3)), whole(rng, (3, 5)), whole(rng, 5))


@check("affine", points=1.5)
def passes_gradients_back_to_inputs_weights_and_bias(student, rng):
    for n, d, m in layers(rng):
        at = rng.normal(size=(n, d)), rng.normal(size=(d, m)), rng.normal(size=m)
        expect_backward(
            student.affine_backward,
            of=reference.affine_forward,
            at=at,
            upstream=rng,
            wrt=("X", "W", "b"),
            takes=("X", "W"),
        )


@check("affine", points=0.5)
def passes_gradients_back_for_lists_and_integers(student, rng):
    at = whole(rng, (7, 5)), whole(rng, (7, 3)), whole(rng, (3, 5))
    expect_robust(student.affine_backward, reference.affine_backward, *at)


# --- activations -----------------------------------------------------------------------


@check("activations", points=0.5)
def has_the_values_of_relu(student, rng):
    # many on each side of 0, 1 and 6, where other curves bend
    expect_agrees(student.relu_forward, reference.relu_forward, rng.uniform(-20.0, 20.0, size=50))
    for shape in ARRAYS:
        expect_agrees(student.relu_forward, reference.relu_forward, 2 * rng.normal(size=shape))
    expect_agrees(student.relu_forward, reference.relu_forward, np.array([-1e4, 0.0, 1e4]))
    expect_robust(student.relu_forward, reference.relu_forward, whole(rng, (5, 3)))


@check("activations", points=1)
def passes_gradients_back_through_relu(student, rng):
    back = student.relu_backward
    for shape in ARRAYS:
        expect_backward(back, of=reference.relu_forward, at=(nonzero(rng, shape),), upstream=rng)
    Z = np.concatenate([np.zeros(2), nonzero(rng, 4), [1e-9, -1e-9]])
    at = rng.normal(size=8), rng.permutation(Z)
    expect_agrees(back, reference.relu_backward, *at, what="gradient, some Z at the kink")
    expect_robust(back, reference.relu_backward, whole(rng, (5, 3)), whole(rng, (5, 3)))


@check("activations", points=0.75)
def has_the_values_of_the_sigmoid(student, rng):
    f = student.sigmoid_forward
    for shape in ARRAYS:
        expect_agrees(f, reference.sigmoid_forward, 3 * rng.normal(size=shape))
    expect_agrees(f, reference.sigmoid_forward, rng.uniform(-1.0, 1.0, size=30))
    expect_stable(f, reference.sigmoid_forward, rng.permutation([*HUGE, 0.0, 0.3]))
    expect_robust(f, reference.sigmoid_forward, whole(rng, (5, 3)))


@check("activations", points=0.75)
def passes_gradients_back_through_the_sigmoid(student, rng):
    back = student.sigmoid_backward
    for shape in ARRAYS:
        at = (2 * rng.normal(size=shape),)
        expect_backward(back, of=reference.sigmoid_forward, at=at, upstream=rng, takes=("out",))
    expect_agrees(back, reference.sigmoid_backward, rng.normal(size=4), [0.0, 1.0, 0.5, 1e-9])
    # lists and integers, though no sigmoid gives these
    expect_robust(back, reference.sigmoid_backward, whole(rng, (5, 3)), whole(rng, (5, 3)))


# --- losses ----------------------------------------------------------------------------


def loss_of(function):
    """The loss alone of a function that returns ``(loss, gradient)``."""

    def loss(pred, target):
        return function(pred, target)[0]

    return loss


@check("losses", points=1)
def measures_squared_errors_and_their_gradient(student, rng):
    f = student.mse_loss
    for n, k in shapes(rng):
        at = rng.normal(size=(n, k)), rng.normal(size=(n, k))
        expect_agrees(f, reference.mse_loss, *at)
        loss = loss_of(reference.mse_loss)
        expect_gradient(lambda pred, target: f(pred, target)[1], of=loss, at=at)
    expect_robust(f, reference.mse_loss, whole(rng, (5, 3)), whole(rng, (5, 3)))


@check("losses", points=1)
def measures_cross_entropy_and_its_gradient(student, rng):
    f = student.softmax_cross_entropy
    for n, k in (*shapes(rng), (7, 2)):
        Z, y = 2 * rng.normal(size=(n, k)), rng.integers(0, k, size=n)
        expect_agrees(f, reference.softmax_cross_entropy, Z, y)
        loss = loss_of(reference.softmax_cross_entropy)
        expect_gradient(lambda pred, target: f(pred, target)[1], of=loss, at=(Z, y))
    expect_robust(
        f, reference.softmax_cross_entropy, whole(rng, (7, 3)), rng.integers(0, 3, size=7)
    )


@check("losses", points=1)
def stays_exact_for_huge_logits(student, rng):
    f = student.softmax_cross_entropy
    Z = np.concatenate([rng.permuted(np.tile(HUGE, (3, 1)), axis=1), rng.normal(size=(2, 10))])
    for y in (rng.integers(0, 10, size=5), Z.argmax(axis=1), Z.argmin(axis=1)):
        expect_stable(f, reference.softmax_cross_entropy, Z, y)
    shifted = rng.normal(size=(4, 3)) + rng.choice([-1e4, 1e4], size=(4, 1))
    at = shifted, rng.integers(0, 3, size=4)
    expect_stable(f, reference.softmax_cross_entropy, *at, rtol=1e-7)


# --- mlp_forward and mlp_loss ----------------------------------------------------------


def network(rng, sizes, draw=None):
    """Parameters of a network of these widths, by ``draw(rng, size)``."""
    draw = draw or (lambda rng, size: rng.normal(size=size))
    shapes = [(sizes[i - 1], sizes[i]) for i in range(1, len(sizes))]
    return [(draw(rng, shape), draw(rng, shape[1])) for shape in shapes]


def is_away_from_kinks(params, X):
    """Whether no ReLU unit of the network is near its kink for any sample."""
    A = X
    for W, b in params[:-1]:
        Z = A @ W + b
        if np.abs(Z).min() < 0.03:
            return False
        A = np.maximum(Z, 0)
    return True


def problem(rng, sizes, n, activation="relu", loss="softmax"):
    """Parameters and data, with every ReLU away from its kink and some of them on."""
    while True:
        params, X = network(rng, sizes), rng.normal(size=(n, sizes[0]))
        hidden = reference.mlp_forward(params, X)[1][1:]
        if activation != "relu" or (is_away_from_kinks(params, X) and all(A.any() for A in hidden)):
            break
    if loss == "mse":
        return params, X, rng.normal(size=(n, sizes[-1]))
    return params, X, rng.integers(0, sizes[-1], size=n)


def outputs(function):
    """``mlp_forward`` without its caches, which are the student's own affair."""

    def output(params, X, *activation):
        result = function(params, X, *activation)
        return expect_parts(result, 2, "mlp_forward")[0]

    output.__name__ = "mlp_forward"
    return output


@check("mlp_forward", points=1.5)
def goes_through_layers_of_every_kind_and_number(student, rng):
    got, wanted = outputs(student.mlp_forward), outputs(reference.mlp_forward)
    for sizes in WIDTHS:
        for activation in ("relu", "sigmoid", "tanh"):
            n = 9 if sizes == WIDTHS[0] else int(rng.choice([1, 3, 7]))
            at = network(rng, sizes), rng.normal(size=(n, sizes[0]))
            expect_agrees(got, wanted, *at, activation)
        expect_agrees(got, wanted, *at, what="output with the default activation")


@check("mlp_forward", points=0.5)
def takes_lists_integers_and_large_numbers(student, rng):
    got, wanted = outputs(student.mlp_forward), outputs(reference.mlp_forward)
    for activation in ("relu", "sigmoid", "tanh"):
        params, X = network(rng, (3, 7, 5), whole), whole(rng, (9, 3))
        expect_robust(got, wanted, params, X, activation)
        large = 1000 * X
        forward = student.mlp_forward
        expect_agrees(outputs(forward), wanted, params, large, activation, what="large inputs")
        expect(not forward.warnings, "mlp_forward", "no overflow on the way, even for large inputs")


@check("mlp_loss", points=1)
def is_the_loss_of_the_output(student, rng):
    for sizes in WIDTHS:
        for activation in ("relu", "sigmoid", "tanh"):
            for loss in ("softmax", "mse"):
                n = (
                    int(rng.choice([9, 10, 11]))
                    if sizes == WIDTHS[0]
                    else int(rng.choice([1, 3, 7]))
                )
                at = problem(rng, sizes, n, "tanh", loss)
                expect_agrees(student.mlp_loss, reference.mlp_loss, *at, activation, loss)
    at = problem(rng, (3, 7, 5), 9, "tanh")
    expect_agrees(student.mlp_loss, reference.mlp_loss, *at, what="loss with the defaults")


@check("mlp_loss", points=1)
def adds_the_penalty_on_all_weights(student, rng):
    for sizes in WIDTHS:
        l2 = float(rng.uniform(0.1, 2.0))
        for loss in ("softmax", "mse"):
            at = problem(rng, sizes, 9, "tanh", loss)
            expect_agrees(student.mlp_loss, reference.mlp_loss, *at, "tanh", loss, l2)
    params, X = network(rng, (3, 7, 5), whole), whole(rng, (9, 3))
    y = rng.integers(0, 5, size=9)
    expect_robust(student.mlp_loss, reference.mlp_loss, params, X, y, "tanh", "softmax", 0.6)


# --- mlp_gradients ---------------------------------------------------------------------


def expect_gradients(student, rng, sizes, n, **options):
    activation, loss = options.get("activation", "relu"), options.get("loss", "softmax")
    at = problem(rng, sizes, n, activation, loss)
    expect_gradient(student.mlp_gradients, of=reference.mlp_loss, at=at, **options)


@check("mlp_gradients", points=1.5)
def is_the_derivative_of_the_loss_with_relu(student, rng):
    for sizes, n in (((5, 7, 10, 3), 9), ((3, 5, 3), 7), ((1, 1, 3), 1)):
        expect_gradients(student, rng, sizes, n)
    # every layer as wide as the next, and a last layer of more than one kind of loss
    expect_gradients(student, rng, (3, 3, 3), 3, loss="mse")


@check("mlp_gradients", points=1)
def is_the_derivative_with_sigmoid_and_tanh(student, rng):
    # tanh first: the sigmoid is never off, so there a slope of ReLU is as good as none
    for activation in ("tanh", "sigmoid"):
        expect_gradients(student, rng, (5, 7, 10, 3), 9, activation=activation)
        expect_gradients(student, rng, (3, 5, 7), 9, activation=activation, loss="mse")


@check("mlp_gradients", points=1)
def is_the_derivative_of_the_penalty_too(student, rng):
    for loss, activation in (("softmax", "tanh"), ("mse", "relu")):
        l2 = float(rng.uniform(0.1, 2.0))
        for sizes in ((5, 7, 10, 3), (3, 5, 7)):  # with a layer in the middle, and with none
            expect_gradients(student, rng, sizes, 9, activation=activation, loss=loss, l2=l2)


@check("mlp_gradients", points=1)
def works_for_one_layer_for_many_and_for_one_sample(student, rng):
    expect_gradients(student, rng, (5, 3), 7)
    expect_gradients(student, rng, (3, 1), 7, loss="mse", l2=0.6)
    expect_gradients(student, rng, (3, 3, 3, 3, 3, 3), 7, activation="tanh")
    expect_gradients(student, rng, (3, 7, 5), 1)


@check("mlp_gradients", points=0.5)
def takes_lists_and_integers_and_saturated_units(student, rng):
    f, g = student.mlp_gradients, reference.mlp_gradients
    for activation in ("relu", "sigmoid", "tanh"):
        params, X = network(rng, (3, 7, 5), whole), whole(rng, (9, 3))
        y = rng.integers(0, 5, size=9)
        expect_robust(f, g, params, X, y, activation, "softmax", 0.6)
        expect_stable(f, g, params, 500 * X, y, activation, atol=1e-9)


# --- init_mlp --------------------------------------------------------------------------


def normal(scale):
    """Distribution function of a normal with mean 0 and this standard deviation."""
    erf = np.vectorize(math.erf, otypes=[float])
    return lambda x: (1 + erf(np.asarray(x) / (scale * math.sqrt(2)))) / 2


def drawn(student, sizes, rng):
    """The parameters for ``sizes``, after a look at their form."""
    params = student.init_mlp(sizes, rng)
    wanted = len(sizes) - 1
    rule = "it returns a list of one pair per layer"
    expect(isinstance(params, (list, tuple)), "init_mlp", rule)
    rule = f"{rule}, the output layer too: {len(sizes)} widths make {wanted}, not {len(params)}"
    expect(len(params) == wanted, "init_mlp", rule)
    for pair, fan_in, fan_out in zip(params, sizes, sizes[1:], strict=False):
        expect_parts(pair, 2, "init_mlp")
        expect_shape(pair[0], (int(fan_in), int(fan_out)), "init_mlp")
    return params


#: standard deviations that wrong answers give their weights, by inputs and units of a layer
SPREADS = {
    "the weights are not scaled": lambda d, m: 1.0,
    "the variance serves as the standard deviation": lambda d, m: 2 / d,
    "the variance takes the units of the layer into account": (lambda d, m: math.sqrt(2 / (d + m))),
    "the variance is taken from the number of units": lambda d, m: math.sqrt(2 / m),
    "the variance is taken from the product of inputs and units": lambda d, m: math.sqrt(
        2 / (d * m)
    ),
    "the factor that makes up for ReLU is missing": (lambda d, m: math.sqrt(1 / d)),
    "the weights are multiplied by a root that divides": (lambda d, m: math.sqrt(d / 2)),
    "the weights are divided by fan_in, not by a root of it": lambda d, m: 1 / d,
    "the root covers the 2 alone": lambda d, m: math.sqrt(2) / d,
    "the 2 stands below the fraction": lambda d, m: math.sqrt(1 / (2 * d)),
    "the weights are uniform up to the standard deviation": lambda d, m: math.sqrt(2 / (3 * d)),
    "the weights are uniform up to one over the root of the inputs": lambda d, m: (3 * d) ** -0.5,
}


def causes(layers):
    """Yield, in words, what explains the weights of all ``layers``."""
    if all(len(np.unique(W)) == 1 for W in layers):
        yield "all weights of a layer are equal"
    elif all((W[:, :1] == W).all() for W in layers):
        yield "all units of a layer begin with the same weights"
    elif all((W >= 0).all() for W in layers):
        yield "all weights are positive, or 0"
    spreads = np.array([W.std() for W in layers])
    for text, spread in SPREADS.items():
        if np.allclose(spreads, [spread(*W.shape) for W in layers], rtol=0.06):
            yield text
    if np.allclose(spreads, spreads[0], rtol=0.06) and abs(spreads[0] - 1) > 0.06:
        yield "the spread is the same number in all layers"
    wanted = [math.sqrt(2 / len(W)) for W in layers]
    if np.allclose(spreads[:-1], wanted[:-1], rtol=0.06):
        if not math.isclose(spreads[-1], wanted[-1], rel_tol=0.06):
            yield "the last layer has another spread than the rest"
        elif all(np.abs(W).max() < 1.8 * W.std() for W in layers):
            yield "the weights are uniform and not normal, though their variance fits"


@check("init_mlp", points=1)
def has_the_right_shapes_and_biases_of_zero(student, rng):
    for sizes in ((5, 7, 10, 3), [2, 5, 3, 1], (4, 3), (1, 1), np.array([3, 2, 2])):
        for i, (_, b) in enumerate(drawn(student, sizes, rng)):
            expect_close(b, np.zeros(int(sizes[i + 1])), "init_mlp", what=f"bias {i}")
    expect_reproducible(student.init_mlp, (3, 4, 2), rng=rng)


@check("init_mlp", points=1)
def draws_weights_of_the_spread_that_suits_relu(student, rng):
    widths = (10, 300, 40, 70)
    params = drawn(student, widths, rng)
    layers = [np.asarray(W, dtype=float) for W, _ in params]
    try:
        for W, fan_in in zip(layers, widths):
            scaled = W * math.sqrt(fan_in / 2)
            expect_distribution(scaled, normal(1.0), "init_mlp", what=f"weights, fan_in {fan_in}")
    except CheckFailed as failed:
        failed.explain(*[Hint("spread", text) for text in causes(layers)][:1])
        raise
    # few inputs, and layers of one weight: each is drawn for itself
    ((few, _),) = drawn(student, (1, 3000), rng)
    expect_distribution(few, normal(math.sqrt(2)), "init_mlp", what="weights, fan_in 1")
    single = [W for W, _ in drawn(student, (1,) * 81, rng)]
    expect_distribution(single, normal(math.sqrt(2)), "init_mlp", what="single weights")
    # every unit has weights of its own
    expect_distribution(np.ravel(params[1][0][:, 0]), normal(math.sqrt(2 / 300)), "init_mlp")


# --- train -----------------------------------------------------------------------------


def seeded(rng):
    """A generator of its own for an answer, of which a check can make another one alike."""
    return np.random.default_rng(rng.integers(2**32))


def trained(student, params, *rest):
    """What ``train`` returns, after a look at its form."""
    found = expect_parts(student.train(params, *rest), 2, "train")
    rule = "the parameters come back as a list of one pair (W, b) a layer"
    expect(isinstance(found[0], (list, tuple)) and len(found[0]) == len(params), "train", rule)
    return found


def pairs(params):
    """The parameters as a list of pairs, as they are compared."""
    return [tuple(pair) for pair in params]


#: settings of a network and its loss, each of which changes what a step does
SETTINGS = (("tanh", "softmax", 0.3), ("sigmoid", "mse", 0.0), ("tanh", "mse", 0.07))


def settled(rng, sizes, n):
    """Problems in which all samples are used in every step, one for each of the settings."""
    for activation, loss, l2 in SETTINGS:
        at = problem(rng, sizes, n, activation, loss)
        yield at, float(rng.uniform(0.03, 0.2)), (activation, loss, l2)
    yield problem(rng, sizes, n, "tanh"), float(rng.uniform(0.03, 0.2)), ("tanh",)


def repeated(rng, loss="mse"):
    """A problem of 20 samples that are all alike: no order of them makes a difference."""
    params, X, y = problem(rng, (5, 7, 3), 1, "tanh", loss)
    return params, np.repeat(X, 20, axis=0), np.repeat(y, 20, axis=0)


@check("train", points=0.5)
def takes_steps_against_the_gradient_of_all_samples_in_one_batch(student, rng):
    for sizes, n in (((5, 7, 3), 9), ((3, 5), 7), ((3, 5, 7, 3), 11)):
        for at, lr, options in settled(rng, sizes, n):
            # the batch holds all samples, with room to spare or just so; then no epoch at all
            for size, n_epochs in ((n + 4, 11), (n, 3), (n, 0)):
                rest = *at[1:], lr, n_epochs, size, seeded(rng), *options
                expected = reference.train(at[0], *rest)[0]
                found = trained(student, at[0], *rest)[0]
                given = {"X": at[1], "y": at[2], "lr": lr, "n_epochs": n_epochs}
                expect_close(pairs(found), expected, "train", given=given, rtol=1e-7, atol=1e-10)
    at, n = problem(rng, (3, 7, 5), 9), 9  # the defaults, at steps too small to reach a kink
    rest = *at[1:], 1e-4, 2, n, seeded(rng)
    expected = reference.train(at[0], *rest)[0]
    expect_close(pairs(trained(student, at[0], *rest)[0]), expected, "train", rtol=1e-7)


@check("train", points=0.5)
def reports_the_mean_loss_of_the_batches_before_their_steps(student, rng):
    for at, lr, options in settled(rng, (5, 7, 3), 9):
        rest = *at[1:], lr, 11, 13, seeded(rng), *options
        losses = trained(student, at[0], *rest)[1]
        expect_close(losses, reference.train(at[0], *rest)[1], "train", what="losses", rtol=1e-7)
    for loss in ("softmax", "mse"):
        at = repeated(rng, loss)  # batches of 6, 6, 6 and 2
        rest = *at[1:], float(rng.uniform(0.05, 0.2)), 4, 6, seeded(rng), "tanh", loss, 0.05
        losses = trained(student, at[0], *rest)[1]
        expect_close(losses, reference.train(at[0], *rest)[1], "train", what="losses", rtol=1e-7)
    # lists and integers
    params, X = network(rng, (3, 7, 5), whole), whole(rng, (9, 3))
    y = rng.integers(0, 5, size=9)
    at = params, X, y, 0.03, 3, 9, seeded(rng), "tanh", "softmax", 0.02
    expect_robust(student.train, reference.train, *at, rtol=1e-7)


@check("train", points=0.5)
def takes_a_step_with_each_batch_of_an_epoch(student, rng):
    for loss in ("softmax", "mse"):
        at = repeated(rng, loss)
        for size in (9, 6, 1):
            rest = *at[1:], float(rng.uniform(0.05, 0.2)), 11, size, seeded(rng), "tanh", loss, 0.05
            expected = reference.train(at[0], *rest)[0]
            found = trained(student, at[0], *rest)[0]
            expect_close(pairs(found), expected, "train", rtol=1e-7, atol=1e-10)
    # three samples: some order of them explains where an epoch ends
    for size in (1, 2):
        at = three(rng)
        rest = at[1], at[2], float(rng.uniform(0.1, 0.3)), 1, size, seeded(rng), "tanh"
        found = trained(student, at[0], *rest)[0]
        expect(bool(explained(found, *at, rest[2], 1, size)), "train", BY_BATCHES)


BY_BATCHES = "an epoch uses every sample once, in batches of batch_size, with its own label"
#: the orders of three samples
ORDERS = ((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0))


def three(rng):
    """A problem of three samples."""
    return problem(rng, (7, 10, 5), 3, "tanh")


def after_an_epoch(params, X, y, lr, order, size):
    """The parameters after an epoch in which the samples come in this order."""
    for start in range(0, 3, size):
        batch = list(order[start : start + size])
        slopes = reference.mlp_gradients(params, X[batch], y[batch], "tanh")
        params = [(W - lr * dW, b - lr * db) for (W, b), (dW, db) in zip(params, slopes)]
    return params


def explained(found, params, X, y, lr, n_epochs, size):
    """The orders of the three samples, one an epoch, that lead from ``params`` to ``found``."""
    for pair, wanted in zip(found, params):
        for got, start in zip(expect_parts(pair, 2, "train"), wanted):
            expect_shape(got, start.shape, "train")
    ends = {(): params}
    for _ in range(n_epochs):
        ends = {
            (*before, order): after_an_epoch(end, X, y, lr, order, size)
            for before, end in ends.items()
            for order in ORDERS
        }
    return [orders for orders, end in ends.items() if is_close(found, end)]


def is_close(found, end):
    return all(
        np.allclose(got, right, rtol=1e-7, atol=1e-10)
        for pair, wanted in zip(found, end)
        for got, right in zip(pair, wanted)
    )


@check("train", points=0.5)
def deals_the_samples_anew_in_every_epoch(student, rng):
    seen = set()
    for _ in range(8):
        at, lr, seed = three(rng), float(rng.uniform(0.1, 0.3)), int(rng.integers(2**32))
        rest = *at[1:], lr, 2, 1  # the point: n_epochs = 2, batch_size = 1
        ends = [
            trained(student, at[0], *rest, np.random.default_rng(seed), "tanh")[0] for _ in range(2)
        ]
        orders = explained(ends[0], *at, lr, 2, 1)
        expect(bool(orders), "train", BY_BATCHES)
        rule = "the same rng gives the same parameters: all randomness comes from it"
        expect(is_close(*ends), "train", rule)
        seen.add(orders[0])
    firsts = {first for first, _ in seen}
    expect(len(firsts) > 1, "train", "the order of the samples comes from rng, and is random")
    rule = "the samples are dealt anew for each epoch"
    expect(any(first != second for first, second in seen), "train", rule)


# --- chance_loss -----------------------------------------------------------------------


@check("chance_loss", points=0.5)
def is_the_loss_of_the_best_constant_answer(student, rng):
    f, g = student.chance_loss, reference.chance_loss
    for n, k in ((23, 5), (41, 10), (90, 3)):
        shares = rng.dirichlet(np.full(k, 2.0))
        expect_agrees(f, g, rng.choice(k, size=n, p=shares), k)
    y = rng.permutation(np.repeat([0, 3, 5], [3, 7, 13]))  # classes that never come
    expect_agrees(f, g, y, 8, what="loss where some classes never come")
    expect_agrees(f, g, y.tolist(), 8)
    expect_agrees(f, g, np.full(7, 2), 5, what="loss where all labels are equal")


# --- overfit ---------------------------------------------------------------------------


def expect_learned_by_heart(student, X, y, rng, given=lambda X, y: (X, y)):
    """Raise unless the parameters that come back have a loss below 0.01 on these samples."""
    params = student.overfit(*given(X, y), seeded(rng))
    rule = "the parameters come back: a list of one pair (W, b) a layer"
    expect(isinstance(params, (list, tuple)) and len(params) > 0, "overfit", rule)
    width = X.shape[1]
    for pair in params:
        W, b = map(as_numbers, expect_parts(pair, 2, "overfit"))
        expect(W.ndim == 2 and W.shape[0] == width and b.shape == W.shape[1:], "overfit", rule)
        width = W.shape[1]
    rule = "the output layer has a unit for each class, up to the largest label"
    expect(width > y.max(), "overfit", rule)
    loss = float(reference.mlp_loss(params, X, y))
    if loss < 0.01:
        return
    chance = reference.chance_loss(y, width)
    facts = Fact("rule", "the loss ends below 0.01"), Fact("got", f"a loss of {loss:.3g}")
    text = f"no better than a constant answer, whose loss is {chance:.3g} here"
    hints = (Hint("digits", text),) if not loss < 0.97 * chance else ()
    raise CheckFailed("overfit", "rule", facts, hints=hints)


def as_numbers(part):
    try:
        return np.asarray(part, dtype=float)
    except (TypeError, ValueError):  # of arrays of several shapes, say
        return np.array(None)


def twenty(rng):
    """Twenty digits, all ten among them."""
    X, y = load_digits()
    chosen = [rng.choice(np.flatnonzero(y == digit), 2, replace=False) for digit in range(10)]
    chosen = rng.permutation(np.concatenate(chosen))
    return X[chosen], y[chosen]


@check("overfit", points=0.5, patience=4)
def learns_twenty_digits_by_heart(student, rng):
    expect_learned_by_heart(student, *twenty(rng), rng)


@check("overfit", points=0.5, patience=4)
def learns_labels_that_mean_nothing(student, rng):
    X, y = twenty(rng)
    expect_learned_by_heart(student, X, rng.permutation(y), rng)
    fewer = rng.permutation(y) % 3  # fewer classes, and lists
    expect_learned_by_heart(student, X, fewer, rng, lambda X, y: (X.tolist(), y.tolist()))


# --- fit_digits ------------------------------------------------------------------------


def fitted(student, X, y, rng):
    """What ``fit_digits`` returns, called with care."""
    predict = student.fit_digits(X, y, rng)
    expect(callable(predict), "fit_digits", "it returns a function predict(X), not labels")
    return StudentFunction(predict, "predict")


def labels_of(predict, X):
    """The labels that ``predict`` gives, one an image."""
    found = predict(X)
    try:
        found = np.asarray(found)
    except ValueError:
        found = np.array(None)
    is_one_each = found.shape == (len(X),) and found.dtype.kind in "iub"
    rule = "predict(X) returns one label an image, whole numbers in an array (n,)"
    expect(is_one_each, "fit_digits", f"{rule}, and not {found.dtype} {found.shape}")
    return found


def expect_reads(student, data, rng, least):
    """Raise unless it reads this share of what it has not seen, from one of three starts.

    A miss that is not too wide gets another one: how an honest answer ends is partly luck.
    """
    X, y, new_X, new_y = data
    for start in range(3):
        found = labels_of(fitted(student, X, y, seeded(rng)), new_X)
        share = float(np.mean(found == new_y))
        if share >= least:
            return
        if start == 2 or share < least - 0.1:
            break
    facts = (
        Fact("rule", f"{least:g} or more of the images that it has not seen are read right"),
        Fact("got", f"{share:.3f} of {len(new_y)} images"),
    )
    raise CheckFailed("fit_digits", "rule", facts, hints=tuple(on_labels(found, share, new_y)))


def on_labels(found, share, y):
    """Yield what the labels themselves tell of a network that learned too little."""
    if len(np.unique(found)) == 1:
        yield Hint("digits", "every image gets the same label")
    elif share < 1.5 / (y.max() + 1) and y.max() > 1:
        yield Hint("digits", "it reads no more of them than a guess would")


def split(labels, rng):
    """The digits under these labels: four fifths in a new order, and the fifth held out."""
    X, _ = load_digits()
    held_out = np.arange(len(X)) % 5 == 4
    order = rng.permutation(np.flatnonzero(~held_out))
    return X[order], labels[order], X[held_out], labels[held_out]


@check("fit_digits", points=1, patience=4)
def reads_digits_that_it_has_not_seen(student, rng):
    _, y = load_digits()
    # the ten digits under other names, which no table from elsewhere can know
    expect_reads(student, split(rng.permutation(10)[y], rng), rng, 0.95)


@check("fit_digits", points=1, patience=4)
def tells_odd_digits_from_even_ones(student, rng):
    _, y = load_digits()
    expect_reads(student, split(y % 2, rng), rng, 0.95)


@check("fit_digits", points=0.5, patience=4)
def takes_any_number_of_classes_and_draws_from_rng_alone(student, rng):
    X, y = load_digits()
    few = rng.permutation(np.flatnonzero(y < 3))
    seen, new = few[:240], few[240:]
    expect_reads(student, (X[seen], y[seen], X[new], y[new]), rng, 0.9)
    seed = rng.integers(2**32)
    one, same = (fitted(student, X[seen], y[seen], np.random.default_rng(seed)) for _ in range(2))
    noise = rng.random((200, 64))  # two networks would see different things in it
    labels = labels_of(one, noise)
    rule = "the same rng gives the same predictions: it is the only source of randomness"
    expect(bool(np.array_equal(labels, labels_of(same, noise))), "fit_digits", rule)
    rule = "what predict says of an image does not depend on what else is in X"
    expect(bool(labels_of(one, noise[:1])[0] == labels[0]), "fit_digits", rule)
