"""What is graded in the chapter on generalization."""

import copy

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    StudentFunction,
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_frequencies,
    expect_gradient,
    expect_raises,
    expect_reproducible,
    expect_robust,
    expect_shape,
)
from autograder.checks.inputs import nonzero, problem, shapes, whole

from . import reference

# --- polynomial_features ---


@check("polynomial_features", points=0.5)
def has_a_column_for_each_power(student, rng):
    same = student.polynomial_features, reference.polynomial_features
    for n, degree in ((7, 3), (5, 8), (9, 5), (3, 6), (6, 1), (1, 3), (5, 0), (1, 0)):
        expect_agrees(*same, nonzero(rng, n, 0.3, 1.6), degree)


@check("polynomial_features", points=0.5)
def takes_zeros_lists_and_integers(student, rng):
    same = student.polynomial_features, reference.polynomial_features
    expect_agrees(*same, np.array([1.7, 0.0, -0.6]), 5)
    expect_robust(*same, whole(rng, 7), 3)
    # far beyond what a 64-bit integer holds
    expect_robust(*same, np.array([3000.0, -7000.0, 11.0]), 7)


# --- split ---


def parts_of(student, n, fractions, rng):
    """The parts of a split as integer arrays, each with one axis."""
    parts = student.split(n, fractions, rng)
    name = "split"
    expect(isinstance(parts, (list, tuple, np.ndarray)), name, "the result is a list of arrays")
    expect(len(parts) == len(fractions), name, "there is one array for each fraction")
    parts = [np.asarray(part) for part in parts]
    whole_numbers = all(part.dtype.kind in "iu" or part.size == 0 for part in parts)
    expect(whole_numbers, name, "the arrays hold indices, which are integers")
    expect(all(part.ndim == 1 for part in parts), name, "each array of indices has one axis")
    return parts


def together(parts):
    return np.concatenate(parts).astype(int)


SPLITS = (
    (23, (0.6, 0.25, 0.15)),
    (30, (0.7, 0.3)),
    (57, (0.1, 0.2, 0.3, 0.4)),
    (7, (0.25, 0.25, 0.25, 0.25)),
    (19, (0.15,) * 6 + (0.1,)),
    (3, (0.3, 0.3, 0.4)),
    (11, (1.0,)),
    (1, (0.5, 0.5)),
    (1000, (0.1,) * 10),  # ten times 0.1 is not quite 1
)


@check("split", points=1)
def puts_every_sample_into_one_part(student, rng):
    for n, fractions in SPLITS:
        found = np.sort(together(parts_of(student, n, fractions, rng.spawn(1)[0])))
        for rule, broken in (
            ("no sample is in two parts", len(np.unique(found)) < len(found)),
            ("every sample from 0 to n - 1 is in one of the parts", len(found) < n),
            ("indices run from 0 to n - 1", not np.array_equal(found, np.arange(n))),
        ):
            expect(not broken, "split", rule)


@check("split", points=0.5)
def gives_each_part_its_size(student, rng):
    for n, fractions in SPLITS:
        parts = parts_of(student, n, list(fractions), rng.spawn(1)[0])
        for part, fraction in zip(parts, fractions, strict=True):
            expect(
                abs(len(part) - n * fraction) < 1,
                "split",
                f"n times the fraction, {n} · {fraction}, is less than 1 away from the size of "
                f"its part, not {len(part)}",
            )


@check("split", points=1)
def shuffles_with_the_generator(student, rng):
    n, fractions = 40, (0.5, 0.3, 0.2)
    expect_reproducible(student.split, n, fractions, rng=rng.spawn(1)[0])
    counts = np.zeros((n, 3))
    seen = set()
    for generator in rng.spawn(300):
        parts = parts_of(student, n, fractions, generator)
        dealt = together(parts)
        complete = np.array_equal(np.sort(dealt), np.arange(n))
        expect(complete, "split", "every sample from 0 to n - 1 is in exactly one part")
        seen.add(tuple(dealt))
        for column, part in enumerate(parts):
            counts[part, column] += 1
    expect(len(seen) > 295, "split", "another generator gives another split")
    for column, fraction in enumerate(fractions):
        expect_frequencies(
            counts[:, column],
            np.full(n, 1 / n),
            "split",
            what=f"the part with {fraction} of the samples",
        )
    # one generator, asked twice
    generator = rng.spawn(1)[0]
    twice = [tuple(together(student.split(n, fractions, generator))) for _ in range(2)]
    expect(twice[0] != twice[1], "split", "a generator that is asked again gives another split")


@check("split", points=0.5)
def refuses_fractions_that_are_no_shares(student, rng):
    parts_of(student, 20, (0.7, 0.3), rng.spawn(1)[0])
    for wrong in (
        (0.5, 0.4),
        (0.6, 0.6),
        (1.2, -0.2),
        (0.7, 0.3, 0.0),
        (0.4,),
        (7, 3),
        (0.5, 0.501),
        (-0.3, -0.7),
    ):
        expect_raises(ValueError, student.split, 20, wrong, rng.spawn(1)[0], mentions="fractions")


# --- ridge ---


def ridge_loss(w, X, y, l2):
    """What ridge regression makes small."""
    residuals = np.asarray(X, dtype=float) @ w - y
    return residuals @ residuals / (2 * len(y)) + l2 / 2 * np.sum(np.square(w))


def tall(rng, n, d):
    """Samples (n, d), n >= d, with columns that are far from dependent."""
    X = rng.normal(size=(n, d))
    X[:d] += 3 * np.eye(d)
    return X


@check("ridge", points=1)
def is_where_the_penalized_loss_is_lowest(student, rng):
    for n, d in shapes(rng):
        _, X, y = problem(rng, n, d)
        l2 = rng.uniform(0.2, 0.9)
        expect_agrees(student.ridge, reference.ridge, X, y, l2)
    _, X, y = problem(rng, 9, 5)
    for l2 in (1e-3, 30, 1e4):
        expect_agrees(student.ridge, reference.ridge, X, y, l2)
    expect_robust(student.ridge, reference.ridge, whole(rng, (7, 3)), whole(rng, 7), 0.7)
    expect_robust(student.ridge, reference.ridge, whole(rng, (7, 3)), whole(rng, 7), 3)


@check("ridge", points=0.5)
def is_least_squares_without_a_penalty(student, rng):
    # the point: l2 = 0
    for n, d in ((9, 5), (7, 3), (5, 5), (7, 1), (1, 1)):
        X, y = tall(rng, n, d), 2 * rng.normal(size=n)
        expect_agrees(student.ridge, reference.ridge, X, y, 0.0, rtol=1e-8, atol=1e-10)
        expect_agrees(student.ridge, reference.ridge, X, y, 0, rtol=1e-8, atol=1e-10)


@check("ridge", points=0.5)
def does_not_care_how_often_the_data_is_repeated(student, rng):
    # a penalty that is not weighed against the mean does
    X, y, l2 = tall(rng, 7, 3), rng.normal(size=7), rng.uniform(0.3, 0.8)
    for times in (3, 10):
        many = np.tile(X, (times, 1)), np.tile(y, times)
        expect_agrees(student.ridge, reference.ridge, *many, l2)
    # dependent columns, more columns than samples
    same = np.column_stack([X, X[:, 0]])
    expect_agrees(student.ridge, reference.ridge, same, y, l2)


# --- ridge_gradient ---


@check("ridge_gradient", points=0.5)
def is_the_derivative_of_the_penalized_loss(student, rng):
    for n, d in shapes(rng):
        w, X, y = problem(rng, n, d)
        expect_gradient(student.ridge_gradient, of=ridge_loss, at=(w, X, y, rng.uniform(0.2, 0.9)))
    w, X, y = problem(rng, 9, 5)
    for l2 in (0.0, 3.7, 0.01):
        expect_agrees(student.ridge_gradient, reference.ridge_gradient, w, X, y, l2)


@check("ridge_gradient", points=0.5)
def vanishes_at_the_ridge_solution(student, rng):
    for n, d in ((9, 5), (5, 5), (6, 9)):
        _, X, y = problem(rng, n, d)
        l2 = rng.uniform(0.2, 0.9)
        given = reference.ridge(X, y, l2), X, y, l2
        expect_agrees(student.ridge_gradient, reference.ridge_gradient, *given)
    given = whole(rng, 3), whole(rng, (7, 3)), whole(rng, 7), 3
    expect_robust(student.ridge_gradient, reference.ridge_gradient, *given)


# --- cross_validate ---


class Witness:
    """A fit and a loss that write down which samples they were given."""

    def __init__(self, rng, n):
        self.X = rng.normal(size=(n, 3))
        self.y = np.arange(n) + 0.25  # the whole part names the sample
        self.answers = rng.uniform(0.5, 2.5, size=n + 1)
        self.fitted, self.held, self.losses = [], [], []

    def samples(self, X, y):
        indices = np.asarray(y, dtype=float).astype(int)
        rows = np.asarray(X, dtype=float)
        paired = rows.shape == (len(indices), 3) and np.array_equal(rows, self.X[indices])
        expect(paired, "cross_validate", "each row of X stays with its y")
        return frozenset(indices.tolist())

    def fit(self, X, y):
        self.fitted.append(self.samples(X, y))
        return ("model", len(self.fitted) - 1)

    def loss(self, model, X, y):
        right = isinstance(model, tuple) and len(model) == 2 and model[0] == "model"
        expect(right, "cross_validate", "loss is called with what fit returned, X and y")
        held = self.samples(X, y)
        self.held.append((model[1], held, len(y)))
        self.losses.append(self.answers[min(held)])
        return self.losses[-1]


def seen_by(student, rng, n, k):
    """What happened in a cross-validation, and what it returned."""
    witness = Witness(rng, n)
    got = student.cross_validate(
        witness.fit, witness.loss, witness.X, witness.y, k, rng.spawn(1)[0]
    )
    return witness, got


FOLDS = ((23, 5), (11, 3), (30, 7), (9, 2), (7, 7), (10, 5), (2, 2))


def says(condition, rule):
    expect(condition, "cross_validate", rule)


@check("cross_validate", points=1.5)
def holds_every_sample_out_once(student, rng):
    for n, k in FOLDS:
        witness, _ = seen_by(student, rng, n, k)
        says(len(witness.held) == k, "loss is asked once for each of the k folds")
        held = [sample for _, fold, _ in witness.held for sample in fold]
        says(len(held) == len(set(held)), "no sample is held out twice")
        says(sorted(held) == list(range(n)), "every sample is held out once")
        sizes = [size for _, _, size in witness.held]
        says(sum(sizes) == n, "a fold holds each of its samples once")
        says(max(sizes) - min(sizes) <= 1, "the sizes of the folds differ by at most one")


@check("cross_validate", points=1)
def trains_on_all_the_others(student, rng):
    for n, k in FOLDS:
        witness, _ = seen_by(student, rng, n, k)
        says(len(witness.held) > 0, "loss is asked of every fold")
        for model, held, _ in witness.held:
            says(not witness.fitted[model] & held, "no model is tried on samples it was fitted to")
            rest = frozenset(range(n)) - held
            says(witness.fitted[model] == rest, "a model is fitted to all samples but its fold")


@check("cross_validate", points=1)
def returns_the_mean_over_the_folds(student, rng):
    for n, k in FOLDS:
        witness, got = seen_by(student, rng, n, k)
        says(len(witness.losses) == k, "loss is asked once for each of the k folds")
        expect_close(got, np.mean(witness.losses), "cross_validate", what=f"{k} folds of {n}")
    X, y = whole(rng, (7, 3)), whole(rng, 7)
    X[:3] += 10 * np.eye(3)

    def fit(X, y):
        return reference.ridge(X, y, 0.3)

    def loss(w, X, y):
        return np.mean((X @ w - y) ** 2)

    # leaving one out, no order matters
    expect_robust(
        student.cross_validate, reference.cross_validate, fit, loss, X, y, 7, rng.spawn(1)[0]
    )


@check("cross_validate", points=0.5)
def draws_its_folds_with_the_generator(student, rng):
    n, k = 13, 5
    witness = Witness(rng, n)

    def folds(generator):
        witness.held.clear()
        student.cross_validate(witness.fit, witness.loss, witness.X, witness.y, k, generator)
        return frozenset(held for _, held, _ in witness.held)

    generators = rng.spawn(30)
    again = [copy.deepcopy(generator) for generator in generators]
    first = [folds(generator) for generator in generators]
    says(first == [folds(g) for g in again], "the same generator gives the same folds")
    says(len(set(first)) > 25, "the samples are shuffled: another generator gives other folds")


# --- negative_log_posterior ---


def posterior_case(rng, n, d):
    return *problem(rng, n, d), rng.uniform(0.4, 0.8), rng.uniform(1.3, 2.6)


@check("negative_log_posterior", points=1)
def adds_the_prior_to_half_of_chi_square(student, rng):
    same = student.negative_log_posterior, reference.negative_log_posterior
    for n, d in shapes(rng):
        expect_agrees(*same, *posterior_case(rng, n, d))
    w, X, y = problem(rng, 9, 5)
    for sigma, tau in ((3, 0.3), (0.05, 40.0), (1, 1)):
        expect_agrees(*same, w, X, y, sigma, tau)
    expect_robust(*same, whole(rng, 3), whole(rng, (7, 3)), whole(rng, 7), 0.7, 1.9)


@check("negative_log_posterior", points=1)
def is_the_derivative_of_the_log_posterior(student, rng):
    answer = student.negative_log_posterior_gradient
    for n, d in shapes(rng):
        expect_gradient(answer, of=reference.negative_log_posterior, at=posterior_case(rng, n, d))
    same = answer, reference.negative_log_posterior_gradient
    w, X, y = problem(rng, 9, 5)
    for sigma, tau in ((3, 0.3), (0.05, 40.0), (1, 1)):
        expect_agrees(*same, w, X, y, sigma, tau)
    expect_robust(*same, whole(rng, 3), whole(rng, (7, 3)), whole(rng, 7), 0.7, 1.9)


# --- choose_model ---

#: (curve, noise, samples): some need a high degree, for the others it is the way to be wrong
CURVES = (
    (lambda x: 0.8 * x + 0.3, 0.5, 40),
    (lambda x: np.sin(3.5 * np.pi * x), 0.15, 60),
    (lambda x: 0.6 * x**2 - 0.4, 0.7, 40),
    (lambda x: 2 * np.exp(-25 * x**2), 0.1, 60),
    (lambda x: 1.3 - 0.2 * x, 0.6, 40),
    # in small units, where a loss that is no square shows
    (lambda x: 0.01 * np.cos(4 * np.pi * x), 0.0015, 60),
    (lambda x: np.sin(2 * x), 0.5, 40),
)
#: what the errors of a right choice may be, over those of the best, in the geometric mean
BOUND = 1.10


def readings(rng, curve, noise, n):
    """Samples in order of x, closer to each other near the ends, and fresh ones between them."""
    places = (2 * (np.arange(n) + rng.random(n)) / n - 1) * np.pi / 2
    fresh = rng.uniform(places[0], places[-1], size=1000)
    x, x_new = np.sin(places), np.sin(fresh)
    return (
        x,
        curve(x) + noise * rng.normal(size=n),
        x_new,
        curve(x_new) + noise * rng.normal(size=1000),
    )


def best_error(x, y, x_new, y_new):
    """The least error on fresh samples of any degree to 15 and a few penalties."""
    features, fresh = (reference.polynomial_features(a, 15) for a in (x, x_new))
    # as in reference.ridge, but the products are made once
    A, b = features.T @ features / len(y), features.T @ y / len(y)

    def error(d, l2):
        w = np.linalg.solve(A[:d, :d] + l2 * np.eye(d), b[:d])
        return np.mean((fresh[:, :d] @ w - y_new) ** 2)

    return min(error(d, l2) for d in range(1, 17) for l2 in (0.0, 1e-4, 1e-3, 1e-2))


def ratio_to_best(student, rng, curve):
    """Error of the chosen model on fresh samples, over that of the best."""
    name = "choose_model"
    x, y, x_new, y_new = readings(rng, *curve)
    kept = x.copy(), y.copy()
    chosen = student.choose_model(x, y, rng)
    untouched = np.array_equal(kept[0], x) and np.array_equal(kept[1], y)
    expect(untouched, name, "x and y are left as they are")
    expect(callable(chosen), name, "what comes back is a function, predict(x)")
    predict = StudentFunction(chosen, name)
    predicted = predict(x_new)
    expect_shape(predicted, (1000,), name)
    one = predict(x_new[:1])
    expect_shape(one, (1,), name)
    same = np.allclose(one, predicted[:1], rtol=1e-6, atol=1e-8, equal_nan=True)
    expect(same, name, "the prediction for a place does not depend on other places asked for")
    return np.mean((predicted - y_new) ** 2) / best_error(x, y, x_new, y_new)


def ratios_to_best(student, rng):
    """The ratios of 21 problems, three draws of each curve."""
    return [
        ratio_to_best(student, generator, curve) for curve in CURVES for generator in rng.spawn(3)
    ]


def geometric_mean(ratios):
    return float(np.exp(np.mean(np.log(ratios))))


@check("choose_model", points=3, patience=4)
def comes_close_to_the_best_choice(student, rng):
    ratios = ratios_to_best(student, rng)
    if BOUND - 0.02 < geometric_mean(ratios) < BOUND + 0.15:
        # good luck and bad luck come now and then, and not in twice as many problems
        ratios += ratios_to_best(student, rng)
    found = geometric_mean(ratios)
    if not found <= BOUND:
        facts = (
            Fact("got", f"{found:.2f} times the error of the best choice, on average"),
            Fact("expected", f"at most {BOUND:.2f} times"),
        )
        raise CheckFailed("choose_model", "value", facts)
