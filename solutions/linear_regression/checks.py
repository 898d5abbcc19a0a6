"""What is graded: linear regression."""

import contextlib
import itertools

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    Hint,
    StudentFunction,
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_gradient,
    expect_raises,
    expect_reproducible,
    expect_robust,
    expect_shape,
)
from autograder.checks.inputs import nonzero, problem, shapes, whole
from autograder.datasets import load_dataset

from . import reference

#: diagnoses that no general rule gives
HINTS = ("digits",)
ONE_ARRAY = "the trajectory is one array, not a list of arrays"


def whole_numbers(rng, n, d):
    """As :func:`problem`, with numbers that survive rounding."""
    return whole(rng, d), whole(rng, (n, d)), rng.choice([-5.0, -4.0, 2.0, 3.0, 7.0], size=n)


def seeded(rng):
    """A new generator for the answer, so that what it draws is its own affair."""
    return np.random.default_rng(rng.integers(2**32))


# --- the loss and its gradient ----------------------------------------------------------


@check("mse", points=1)
def is_half_the_mean_of_the_squared_errors(student, rng):
    for n, d in shapes(rng):
        expect_agrees(student.mse, reference.mse, *problem(rng, n, d))
    expect_robust(student.mse, reference.mse, *whole_numbers(rng, 7, 3))


@check("mse_gradient", points=0.5)
def is_the_derivative_of_the_mean_squared_error(student, rng):
    for n, d in shapes(rng):
        for _ in range(2):
            at = problem(rng, n, d)
            expect_gradient(student.mse_gradient, of=reference.mse, at=at)
    # differences of the loss lose digits where the loss is large; the formula does not
    w, X, y = problem(rng, 9, 5)
    expect_agrees(student.mse_gradient, reference.mse_gradient, w, X, 1e6 * y)


@check("mse_gradient", points=0.5)
def takes_lists_integers_and_strided_arrays(student, rng):
    at = whole_numbers(rng, 7, 3)
    expect_robust(student.mse_gradient, reference.mse_gradient, *at)


# --- least squares ----------------------------------------------------------------------


@check("least_squares", points=1)
def finds_the_minimum_when_columns_are_independent(student, rng):
    for n, d in ((9, 5), (7, 3), (5, 5), (7, 1), (1, 1)):
        _, X, y = problem(rng, n, d)
        X[:d] += 3 * np.eye(d)  # no column near the span of the others
        X *= np.geomspace(1.0, 0.05, d)  # and every direction counts, if not as much
        w = student.least_squares(X, y)
        expect_shape(w, (d,), "least_squares")
        expect_agrees(student.least_squares, reference.least_squares, X, y, rtol=1e-8, atol=1e-10)
        slope = reference.mse_gradient(w, X, y)
        expect_close(slope, np.zeros(d), "least_squares", what="gradient at the answer", atol=1e-10)
    _, X, y = whole_numbers(rng, 7, 3)
    X[:3] += 10 * np.eye(3)
    expect_robust(student.least_squares, reference.least_squares, X, y, rtol=1e-8, atol=1e-10)


@check("least_squares", points=1)
def finds_the_shortest_when_columns_are_dependent(student, rng):
    close = {"rtol": 1e-7, "atol": 1e-9}
    _, X, y = problem(rng, 6, 2)
    X[:2] += 3 * np.eye(2)
    same = np.column_stack([X, X[:, 0]])
    empty = np.column_stack([X[:, 0], np.zeros(6), X[:, 1]])
    summed = np.column_stack([X, X[:, 0] + X[:, 1]])  # dependent but for rounding
    mixed = np.column_stack([X, X @ rng.uniform(0.5, 1.5, size=2)])
    for inputs in (same, empty, summed, mixed):
        expect_agrees(student.least_squares, reference.least_squares, inputs, y, **close)
    for n, d in ((1, 3), (2, 5)):  # more weights than samples
        _, X, y = problem(rng, n, d)
        X[:, :n] += 3 * np.eye(n)
        expect_agrees(student.least_squares, reference.least_squares, X, y, **close)


@check("least_squares", points=1)
def keeps_its_digits_when_columns_are_almost_dependent(student, rng):
    # Condition number 1e6 and targets that some weights fit exactly: a solver that works on X
    # loses 6 of 16 digits, one that works on X.T @ X loses 12.
    for n, d in ((7, 3), (5, 5), (11, 5)):
        left = np.linalg.qr(rng.normal(size=(n, d)))[0]
        right = np.linalg.qr(rng.normal(size=(d, d)))[0]
        X = left @ np.diag(np.geomspace(1.7, 1.7e-6, d)) @ right
        w = nonzero(rng, d, 0.5)
        found = student.least_squares(X, X @ w)
        given = {"X": X, "y": X @ w}
        try:
            expect_close(found, w, "least_squares", given=given, rtol=0, atol=1e-7)
        except CheckFailed as failed:
            if failed.kind == "value" and np.allclose(found, w, rtol=0, atol=0.05):
                hints = (
                    Hint("digits", "half of the digits are lost: does it solve with X.T @ X?"),
                )
                raise CheckFailed("least_squares", "value", failed.facts, hints) from None
            raise


# --- gradient descent -------------------------------------------------------------------


def quadratic(rng, d):
    """The gradient of a bowl that is not centered at 0, and a stable step size for it."""
    factor = rng.normal(size=(d, d))
    H = factor @ factor.T + np.eye(d)
    center = rng.normal(size=d)
    return lambda w: H @ (w - center), 1.0 / np.linalg.eigvalsh(H).max()


@check("gradient_descent", points=1)
def takes_steps_against_the_gradient(student, rng):
    for d, n_steps in ((3, 7), (5, 12), (3, 0), (5, 1), (1, 5)):
        gradient, lr = quadratic(rng, d)
        lr *= rng.uniform(0.3, 0.9)
        # also from far away, where the gradient is large
        for start in (rng.normal(size=d), 1e4 * rng.normal(size=d)):
            at = gradient, start, lr, n_steps
            expect_agrees(student.gradient_descent, reference.gradient_descent, *at, rtol=1e-8)


@check("gradient_descent", points=1)
def takes_any_start_and_any_gradient(student, rng):
    def bent(w):  # not linear: the step depends on where it is taken
        return np.sin(w) + w**3 / 10

    start = rng.choice([-3.0, -2.0, 1.0, 2.0, 3.0], size=3)
    expect_robust(student.gradient_descent, reference.gradient_descent, bent, start, 0.3, 6)
    # too large a step is the caller's affair
    expect_agrees(student.gradient_descent, reference.gradient_descent, bent, start, 1.7, 3)
    # steps as long as the gradient says, also where it is small
    at = bent, 1e-7 * start, 0.3, 6
    expect_agrees(student.gradient_descent, reference.gradient_descent, *at, atol=1e-17)
    # as many rows as steps, also where there is nowhere to go
    at = np.zeros_like, rng.normal(size=3), 0.3, 4
    expect_agrees(student.gradient_descent, reference.gradient_descent, *at)
    # floats, also where there is nothing to calculate
    expect_agrees(student.gradient_descent, reference.gradient_descent, bent, [1, -2], 0.3, 0)
    path = student.gradient_descent(bent, start, 0.3, 2)
    expect(isinstance(path, np.ndarray), "gradient_descent", ONE_ARRAY)


@check("gradient_descent", points=1)
def refuses_a_step_size_that_is_not_positive(student, rng):
    gradient, lr = quadratic(rng, 2)
    for wrong in (0, -lr, -1, 0.0):
        expect_raises(
            ValueError, student.gradient_descent, gradient, np.ones(2), wrong, 3, mentions="lr"
        )
    at = gradient, rng.normal(size=2), 1e-6, 2
    expect_agrees(student.gradient_descent, reference.gradient_descent, *at)


# --- how long a step may be --------------------------------------------------------------


@check("stable_learning_rate", points=0.5)
def is_where_descent_begins_to_run_away(student, rng):
    both = student.stable_learning_rate, reference.stable_learning_rate
    for n, d in shapes(rng):
        _, X, _ = problem(rng, n, d)
        for inputs in (X, 1e-3 * X, X * np.geomspace(1e4, 1.0, d)):
            expect_agrees(*both, inputs)
    expect_robust(*both, whole(rng, (7, 3)))


@check("stable_learning_rate", points=0.5)
def sets_no_limit_where_the_loss_is_level(student, rng):
    both = student.stable_learning_rate, reference.stable_learning_rate
    _, X, _ = problem(rng, 7, 2)
    same = np.column_stack([X, X[:, 0]])
    empty = np.column_stack([X[:, 0], np.zeros(7), X[:, 1]])
    mixed = np.column_stack([X, X @ rng.uniform(0.5, 1.5, size=2)])
    few = rng.normal(size=(3, 6))  # more weights than samples
    for inputs in (same, empty, mixed, few):
        expect_agrees(*both, inputs)
    for shape in ((5, 3), (1, 1)):
        expect_agrees(*both, np.zeros(shape))


# --- mini-batches -----------------------------------------------------------------------


def dealt(student, n, batch_size, rng):
    """The batches that the student's ``minibatches`` yields, as arrays of integers."""
    # a generator does its work, and raises its errors, when it is asked for the next batch
    batches = StudentFunction(list, "minibatches")(student.minibatches(n, batch_size, rng))
    expect(len(batches) > 0, "minibatches", "there is at least one batch")
    for i, batch in enumerate(batches):
        indices = np.array(None)
        with contextlib.suppress(ValueError):  # of rows of different lengths
            indices = batches[i] = np.asarray(batch)
        if indices.ndim != 1 or indices.dtype.kind not in "iu":
            expect(False, "minibatches", "each batch is a one-dimensional array of integers")
    return batches


@check("minibatches", points=1)
def deals_out_every_index_exactly_once(student, rng):
    for n, size in ((23, 6), (43, 6), (7, 3), (6, 2), (8, 8), (5, 9), (4, 1), (1, 1), (1, 4)):
        batches = dealt(student, n, size, seeded(rng))
        sizes, indices = [len(batch) for batch in batches], np.concatenate(batches)
        missing = np.setdiff1d(np.arange(n), indices)
        rules = (
            # there may be none at all
            (indices.max(initial=0) < n, "there is no index n: they run from 0 to n - 1"),
            (indices.min(initial=0) >= 0, "no index is negative: they run from 0 to n - 1"),
            (sizes != [n] or n <= size, "they come in batches, not all at once"),
            (max(sizes) <= size, "no batch has more than batch_size indices"),
            (min(sizes) > 0, "no batch is empty"),
            (set(sizes[:-1]) <= {size}, "all batches but the last one are full"),
            (sum(sizes) <= n, "the last batch is not filled up: all batches together hold n"),
            (
                sum(sizes) == n,
                "none of the n indices is left out: the last, shorter batch comes too",
            ),
            (not missing.size, "no index comes twice before all of them have come"),
        )
        for holds, rule in rules:
            expect(bool(holds), "minibatches", rule)


@check("minibatches", points=1)
def shuffles_with_the_generator_it_is_given(student, rng):
    name = "minibatches"
    seed = rng.integers(2**32)
    one, same = (
        np.concatenate(dealt(student, 40, 7, np.random.default_rng(seed))) for _ in range(2)
    )
    expect(not np.array_equal(one, np.arange(40)), name, "the order is random, not 0, 1, 2, …")
    expect(
        np.array_equal(one, same),
        name,
        "the same generator gives the same batches: rng is the only source of randomness",
    )
    source = seeded(rng)
    first, second = (np.concatenate(dealt(student, 40, 7, source)) for _ in range(2))
    expect(
        not np.array_equal(first, second),
        name,
        "the next call gives another order: it comes from rng, not from a seed of your own",
    )
    first = [set(dealt(student, 40, 7, source)[0].tolist()) for _ in range(5)]
    expect(
        any(batch != set(range(7)) for batch in first),
        name,
        "all indices are shuffled together, not each batch on its own",
    )
    # 120 draws of six orders, 20 of each expected: none missing and none above 50, but for a
    # chance below 1e-7
    orders = [tuple(np.concatenate(dealt(student, 3, 2, source)).tolist()) for _ in range(120)]
    counts = [orders.count(order) for order in set(orders)]
    expect(len(counts) == 6, name, "every order of the samples can come up")
    expect(max(counts) <= 50, name, "every order is as likely as any other")
    # the first two of four: six pairs, of which three come up in 60 draws, but for 1e-27
    pairs = {tuple(sorted(dealt(student, 4, 2, source)[0].tolist())) for _ in range(60)}
    expect(len(pairs) > 2, name, "any two samples can come into the same batch")


# --- stochastic gradient descent --------------------------------------------------------


@check("sgd", points=1)
def is_gradient_descent_when_a_batch_holds_all_samples(student, rng):
    # the point: n = batch_size = 9
    for n, d in shapes(rng):
        w0, X, y = problem(rng, n, d)
        lr = 0.5 / np.linalg.norm(X, 2) ** 2 * n
        for size, n_epochs in ((n, 3), (n + 3, 5), (n, 1), (n, 0)):
            expected = reference.gradient_descent(
                lambda w, X=X, y=y: reference.mse_gradient(w, X, y), w0, lr, n_epochs
            )
            found = student.sgd(X, y, w0, lr, n_epochs, size, seeded(rng))
            given = {"X": X, "y": y, "w0": w0, "lr": lr, "n_epochs": n_epochs}
            expect_close(found, expected, "sgd", given=given, rtol=1e-8, atol=1e-10)


@check("sgd", points=1)
def takes_a_step_with_each_batch(student, rng):
    # All samples are equal: every batch, the shorter last one too, shrinks the error alike.
    w0, x, y = problem(rng, 1, 7)
    lr = float(rng.uniform(0.1, 0.4)) / (x[0] @ x[0])
    shrunk = (1 - lr * x[0] @ x[0]) ** (4 * np.arange(6)[:, None])  # 10 samples: 4 batches
    expected = w0 + (shrunk - 1) * x * (x[0] @ w0 - y) / (x[0] @ x[0])
    X, y = np.repeat(x, 10, axis=0), np.repeat(y, 10)
    found = student.sgd(X, y, w0, lr, 5, 3, seeded(rng))
    given = {"X": X, "y": y, "w0": w0, "lr": lr, "n_epochs": 5}
    expect_close(found, expected, "sgd", given=given, rtol=1e-8, atol=1e-10)
    # Each sample has one input that is not zero, its own: whatever the order of the samples,
    # an epoch multiplies the error of weight i by 1 - lr x_i² / batch_size.
    for n, size in ((9, 3), (6, 2), (6, 1)):
        x = nonzero(rng, n, 0.5, 1.5)
        y, w0 = rng.normal(size=n), rng.normal(size=n)
        lr = float(rng.uniform(0.1, 0.4))
        factor = 1 - lr * x**2 / size
        expected = y / x + factor ** np.arange(5)[:, None] * (w0 - y / x)
        found = student.sgd(np.diag(x), y, w0, lr, 4, size, seeded(rng))
        given = {"X": np.diag(x), "y": y, "w0": w0, "lr": lr, "n_epochs": 4}
        expect_close(found, expected, "sgd", given=given, rtol=1e-8, atol=1e-10)
    # lists and integers; a batch holds everything, so that the order does not matter
    _, X, y = whole_numbers(rng, 7, 3)
    w0 = np.array([1.0, -2.0, 3.0])
    at = X, y, w0, 0.05, 3, 7, seeded(rng)
    expect_robust(student.sgd, reference.sgd, *at)
    at = [[2], [1]], [1, 3], [1], 0.05, 0, 1, seeded(rng)
    expect_agrees(student.sgd, reference.sgd, *at)  # floats, also without a step
    expect(isinstance(found, np.ndarray), "sgd", ONE_ARRAY)


def order_of_epoch(before, after, X, y, lr, size):
    """Which of the six orders of three samples leads from ``before`` to ``after``, or None."""
    orders = ((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0))
    for order in orders:
        w = before
        for start in range(0, 3, size):
            batch = list(order[start : start + size])
            w = w - lr * reference.mse_gradient(w, X[batch], y[batch])
        if np.allclose(w, after, rtol=1e-8, atol=1e-10):
            return order
    return None


@check("sgd", points=1)
def deals_the_samples_anew_in_every_epoch(student, rng):
    # the point: batch_size = 1, d = 2, length of w0 = 0, n = d + 1 = 3
    X = rng.normal(size=(3, 2)) + np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    y = rng.normal(size=3) + np.array([2.0, -2.0, 5.0])
    for size in (1, 2):
        path = student.sgd(X, y, np.zeros(2), 0.1, 30, size, seeded(rng))
        expect_shape(path, (31, 2), "sgd")
        path = np.asarray(path, dtype=float)
        orders = [order_of_epoch(a, b, X, y, 0.1, size) for a, b in itertools.pairwise(path)]
        if None in orders:
            expect(
                False,
                "sgd",
                "an epoch takes one step for each batch, and uses every sample exactly once",
            )
        # the chance of the same one of three or more outcomes 30 times is below 1e-13
        expect(len(set(orders)) > 1, "sgd", "the samples come in a new random order in each epoch")
    # two generators agree in 30 epochs with a chance of 6**-30
    expect_reproducible(student.sgd, X, y, np.zeros(2), 0.1, 30, 1, rng=seeded(rng))


# --- prices -----------------------------------------------------------------------------

#: the error on unseen houses, over that of least squares, in the geometric mean of six splits
BOUND = 1.1


def table():
    """The columns of all houses, and their prices."""
    sales = load_dataset("house_prices")
    return np.column_stack([sales["age"], sales["distance"], sales["stores"]]), sales["price"]


def learned(student, X, y, rng):
    """The function that the answer makes of some houses, which it leaves as they are."""
    kept = X.copy(), y.copy()
    predict = student.predict_price(X, y, seeded(rng))
    untouched = np.array_equal(kept[0], X) and np.array_equal(kept[1], y)
    expect(untouched, "predict_price", "X and y are left as they are")
    expect(callable(predict), "predict_price", "what comes back is a function, predict(X)")
    return StudentFunction(predict, "predict_price")


def expect_small_error(student, X, y, rng):
    """Expect nearly the error of least squares, in the mean of six random splits."""
    ratios = []
    for _ in range(6):
        unseen, seen = np.split(rng.permutation(len(y)), [83])
        predicted = learned(student, X[seen], y[seen], rng)(X[unseen])
        expect_shape(predicted, (83,), "predict_price")
        ones = np.column_stack([X, np.ones(len(y))])
        best = ones[unseen] @ reference.least_squares(ones[seen], y[seen])
        errors = (np.mean((found - y[unseen]) ** 2) for found in (predicted, best))
        ratios.append(next(errors) / next(errors))
    found = float(np.exp(np.mean(np.log(ratios))))
    if not found <= BOUND:
        facts = (
            Fact("got", f"{found:.2f} times the error of least squares on unseen houses"),
            Fact("expected", f"at most {BOUND:.1f} times"),
        )
        raise CheckFailed("predict_price", "value", facts)


@check("predict_price", points=2, patience=2)
def predicts_nearly_as_well_as_least_squares(student, rng):
    expect_small_error(student, *table(), rng)


@check("predict_price", points=1, patience=2)
def does_so_in_other_units_too(student, rng):
    X, y = table()
    # years of construction, distances in hundreds of kilometers or so, stores by the hundredth
    units = np.array([-1.0, 10 ** rng.uniform(-6, -4), 10 ** rng.uniform(2, 4)])
    # and other zeros, the year 0 among them, which are many deviations away
    zeros = np.array([2013.0, *rng.uniform(5, 15, size=2)]) * [1, *X.std(axis=0)[1:]]
    zeros[1:] *= units[1:]
    expect_small_error(student, zeros + units * X, y, rng)


@check("predict_price", points=1)
def says_the_same_of_a_house_alone_and_among_others(student, rng):
    X, y = table()
    unseen, seen = np.split(rng.permutation(len(y)), [83])
    predict = learned(student, X[seen], y[seen], rng)
    together, some = predict(X[unseen]), predict(X[unseen[:7]])
    expect_shape(some, (7,), "predict_price")
    one = predict(X[unseen[:1]])
    expect_shape(one, (1,), "predict_price")
    listed = student.predict_price(X[seen].tolist(), y[seen].tolist(), seeded(rng))
    from_lists = StudentFunction(listed, "predict_price")(X[unseen].tolist())
    expect_shape(from_lists, (83,), "predict_price")
    for found in (some, one):
        same = np.allclose(found, together[: len(found)], rtol=1e-6, equal_nan=False)
        expect(same, "predict_price", "the price of a house does not depend on others asked for")
