"""What is graded: hyperparameters."""

import contextlib

import numpy as np

from autograder.checks import (
    CheckFailed,
    Fact,
    Hint,
    check,
    expect,
    expect_agrees,
    expect_close,
    expect_distribution,
    expect_gradient,
    expect_parts,
    expect_reproducible,
    expect_robust,
    expect_shape,
    expect_stable,
)

from . import reference

HINTS = ("suspect", "search")

#: (n, d, m): readings, settings, and new points; then what is special
SIZES = ((7, 3, 5), (5, 2, 9), (9, 5, 3), (6, 1, 5), (5, 5, 5), (1, 3, 2), (2, 1, 1))


@contextlib.contextmanager
def explained(causes):
    """Give the first of ``causes``, texts that may be made when asked, to whatever fails inside."""
    try:
        yield
    except CheckFailed as failed:
        if text := next(iter(causes), None):
            failed.explain(Hint("suspect", text))
        raise


def scales(rng):
    """A length, a variance and a noise, none of them 1."""
    return rng.uniform(1.2, 1.9), rng.uniform(2.2, 3.4), rng.uniform(0.05, 0.4)


# --- rbf_kernel ------------------------------------------------------------------------


@check("rbf_kernel", points=1)
def are_a_bell_of_the_distance(student, rng):
    same = student.rbf_kernel, reference.rbf_kernel
    for n, d, m in SIZES:
        A, B = rng.normal(size=(n, d)), rng.normal(size=(m, d))
        length, variance, _ = scales(rng)
        expect_agrees(*same, A, B, length, variance)
        expect_agrees(*same, A, B, length)
        expect_agrees(*same, A, A, 0.7, variance)
    # where the squares are large and their differences small
    expect_agrees(*same, 1e4 + A, 1e4 + B, 0.7, rtol=1e-7)
    whole = rng.integers(-3, 4, size=(5, 3)).astype(float)
    expect_robust(*same, whole, whole[:2] + 1, 3, 2)
    # integers whose squares no integer of 64 bits holds
    expect_agrees(*same, [[4 * 10**9, 0], [0, 0]], [[0, 10**9]], 2 * 10**9, 3)


# --- gp_posterior ----------------------------------------------------------------------


def readings(rng, n, d):
    return rng.normal(size=(n, d)), 2 * rng.normal(size=n)


def expect_none_negative(posterior):
    var = np.asarray(posterior[1], dtype=float)
    expect(bool(np.all(var >= 0)), "gp_posterior", "no variance is negative")


@check("gp_posterior", points=2)
def is_what_the_readings_leave_of_the_process(student, rng):
    same = student.gp_posterior, reference.gp_posterior
    for n, d, m in SIZES:
        X, y = readings(rng, n, d)
        X_new = rng.normal(size=(m, d))
        expect_agrees(*same, X, y, X_new, *scales(rng))
        # at the readings, and far from them
        expect_agrees(*same, X, y, np.vstack([X, X + 90]), *scales(rng))


@check("gp_posterior", points=1)
def is_sound_for_lists_and_for_many_readings(student, rng):
    same = student.gp_posterior, reference.gp_posterior
    expect_agrees(*same, *readings(rng, 9, 5), rng.normal(size=(7, 5)), *scales(rng))
    whole = rng.permutation(np.arange(-3.0, 4.0))[:, np.newaxis] @ [[1.0, 2.0]]
    y = rng.permutation([-3.0, -1.0, 2.0, 5.0, 0.0, 4.0, -2.0])
    expect_robust(*same, whole, y, whole[:3] + 1, 3, 2, 1)
    X = np.sort(rng.random(30))[:, np.newaxis]
    for X_new in (X, X + 1e-4):
        given = X, np.sin(3 * X[:, 0]), X_new, 1.5, 1.0, 1e-10
        expect_agrees(*same, *given, rtol=1e-3, atol=1e-3)
        expect_none_negative(student.gp_posterior(*given))
    # with hardly any noise, what was read is known; whether rounding takes away more than there
    # is depends on the variance
    far = 9.0 * np.arange(6.0)[:, np.newaxis]
    for variance in (1.3, 2.9, *rng.uniform(1, 4, size=6)):
        given = far, rng.normal(size=6), far, 0.7, variance, 1e-300
        expect_agrees(*same, *given, atol=1e-8)
        expect_none_negative(student.gp_posterior(*given))
    # readings that know of one another: by way of a solver without a root of C, four of five such
    # draws have a variance below 0
    for variance in rng.uniform(1, 4, size=12):
        X = (1.05 * np.arange(25) + 0.2 * rng.random(25))[:, np.newaxis]
        given = X, rng.normal(size=25), X, 0.7, variance, 1e-300
        expect_none_negative(student.gp_posterior(*given))


# --- evidence --------------------------------------------------------------------------


@check("evidence", points=1)
def is_the_logarithm_of_a_normal_density(student, rng):
    same = student.log_marginal_likelihood, reference.log_marginal_likelihood
    for n, d, _ in SIZES:
        X, y = readings(rng, n, d)
        expect_agrees(*same, X, y, *scales(rng))
        expect_agrees(*same, X, y, 0.6, 0.3, 2.3)
    # more readings than their determinant has room for in a float
    X, y = readings(rng, 250, 2)
    expect_agrees(*same, X, y, 0.9, 0.7, 1e-3, rtol=1e-7)
    whole = rng.integers(-3, 4, size=(5, 3)).astype(float)
    expect_robust(*same, whole, np.array([2.0, -1.0, 3.0, 0.0, -2.0]), 3, 2, 1)


@check("evidence", points=2)
def has_the_gradient_that_is_its_derivative(student, rng):
    def evidence(log_scales, X, y):
        return reference.log_marginal_likelihood(X, y, *np.exp(log_scales))

    def gradient(log_scales, X, y):
        return student.lml_gradient(X, y, *np.exp(log_scales))

    gradient.__name__ = "lml_gradient"
    for n, d, _ in SIZES:
        X, y = readings(rng, n, d)
        for at in (scales(rng), (0.6, 0.3, 2.3)):
            expect_agrees(student.lml_gradient, reference.lml_gradient, X, y, *at, rtol=1e-7)
            expect_gradient(gradient, of=evidence, at=(np.log(at), X, y))
    whole = rng.integers(-3, 4, size=(5, 3)).astype(float)
    same = student.lml_gradient, reference.lml_gradient
    expect_robust(*same, whole, np.array([2.0, -1.0, 3.0, 0.0, -2.0]), 3, 2, 1)
    expect_agrees(*same, [[4 * 10**9, 0], [0, 0]], [3, -2], 2 * 10**9, 3, 1)


# --- expected_improvement --------------------------------------------------------------


@check("expected_improvement", points=1.5)
def is_the_mean_gain_over_the_lowest(student, rng):
    same = student.expected_improvement, reference.expected_improvement
    for size in ((9,), (1,), (40,)):
        mean, sd = 2 * rng.normal(size=size), rng.uniform(0.3, 2.6, size=size)
        expect_agrees(*same, mean, sd, float(rng.uniform(-1.5, -0.3)), atol=1e-12)
        expect_agrees(*same, mean, sd, float(rng.uniform(1.2, 1.9)), atol=1e-12)
    expect_agrees(*same, 1.7, 0.6, 0.4)
    expect_agrees(*same, np.array([0.7, 0.7]), np.array([0.9, 2.3]), 0.7)
    expect_robust(*same, np.array([3.0, -1.0, 2.0, 5.0]), np.array([2.0, 1.0, 3.0, 2.0]), 1)


@check("expected_improvement", points=0.5)
def is_the_gap_where_nothing_is_in_doubt(student, rng):
    same = student.expected_improvement, reference.expected_improvement
    mean = np.array([*rng.normal(size=4), 1.7, -2.6])
    sd = np.array([0.0, 0.8, 0.0, 1.9, 0.0, 0.0])
    expect_stable(*same, mean, sd, 0.3)
    expect_stable(*same, 1e4 * mean, 1e3 * sd, -0.3)
    expect_stable(*same, mean, 1e-3 * sd, 0.3)
    expect_stable(*same, -0.6, 0.0, 0.3)
    expect_stable(*same, np.array([0.7, 0.7]), np.array([0.0, 1.3]), 0.7)
    got = np.asarray(student.expected_improvement(np.linspace(0, 60, 300), np.full(300, 1.1), 0.0))
    rule = "it is never less than 0 but for rounding"
    expect(bool(np.all(got > -1e-12)), "expected_improvement", rule)


# --- bayesian_optimize -----------------------------------------------------------------

NAME = "bayesian_optimize"


def valley(rng, d, has_wall=False):
    """A smooth function with its box, far from the unit box and from values of size 1.

    With a wall, it is far higher in a quarter of the box.
    """
    low = rng.uniform(-3, 30, size=d)
    high = low + rng.uniform(1.5, 4, size=d) * rng.permutation([1.0, 10.0, 3.0])[:d]
    center, waves = rng.uniform(0.2, 0.8, size=d), rng.uniform(4, 8, size=d)
    level, size = rng.uniform(50, 90), 10 ** rng.choice([-1.5, 1.5]) * rng.uniform(1, 2)

    def f(x):
        u = (np.asarray(x, dtype=float) - low) / (high - low)
        height = np.sum((u - center) ** 2) + 0.3 * np.sin(waves @ u)
        return float(level + size * (height + 30 * (has_wall and u[0] > 0.75)))

    return f, low, high


def constant(x):
    return 3


def searched(student, f, low, high, n_init, n_iter, rng):
    """What ``bayesian_optimize`` returns, and the points for which it called ``f``."""
    asked = []

    def counted(x):
        point = np.array(x, dtype=float)
        expect(point.shape == np.shape(low), NAME, "f is called with a point (d,)")
        asked.append(point)
        value = f(point)
        expect(len(asked) <= n_init + n_iter, NAME, "f is called n_init + n_iter times")
        return value

    result = expect_parts(student[NAME](counted, low, high, n_init, n_iter, rng), 4, NAME)
    expect(len(asked) == n_init + n_iter, NAME, "f is called n_init + n_iter times")
    points = np.array(asked)
    inside = np.all((points >= low) & (points <= high))
    expect(bool(inside), NAME, "all points are in the box")
    return result, points


@check(NAME, points=1)
def returns_the_lowest_and_all_that_was_tried(student, rng):
    for d, n_init, n_iter in ((3, 7, 5), (2, 5, 9), (1, 3, 5), (2, 3, 0), (1, 1, 2)):
        f, low, high = valley(rng, d)
        generator = np.random.default_rng(rng.integers(2**32))
        result, points = searched(student, f, low, high, n_init, n_iter, generator)
        x_best, y_best, X, y = result
        values = np.array([f(x) for x in points])
        best = np.argmin(values)
        expect_close(X, points, NAME, what="X", rtol=1e-12)
        expect_close(y, values, NAME, what="y", rtol=1e-12)
        expect_close(x_best, points[best], NAME, what="x_best", rtol=1e-12)
        expect_close(y_best, values[best], NAME, what="y_best", rtol=1e-12)
    # lists, whole numbers, and values without any spread
    (_, y_best, _, y), _ = searched(student, constant, [0, 2], [5, 4], 3, 2, rng.spawn(1)[0])
    expect_close(y, np.full(5, 3.0), NAME, what="y")
    expect_close(y_best, 3.0, NAME, what="y_best")


@check(NAME, points=1)
def begins_with_uniform_points_and_repeats_itself(student, rng):
    f, low, high = valley(rng, 3)

    def tried(rng):
        return student[NAME](f, low, high, 7, 5, rng)[2]

    tried.__name__ = NAME
    expect_reproducible(tried, rng=rng)
    (_, _, X, _), points = searched(student, f, low, high, 700, 0, rng.spawn(1)[0])
    expect_shape(X, (700, 3), NAME)
    for j, side in enumerate(((points - low) / (high - low)).T):
        expect_distribution(side, lambda u: np.clip(u, 0, 1), NAME, what=f"setting {j}")
    # a corner is as likely as the middle: the settings are drawn independently
    upper = np.mean(np.prod((points - low) / (high - low) > 0.5, axis=1))
    expect(abs(upper - 1 / 8) < 0.07, NAME, "the first points are uniform in the box")


def shares_of_gain(student, rng):
    """Yield, for each chosen point, its expected improvement as a share of the largest."""
    for d, n_init, n_iter, kind in (
        (1, 5, 3, ""), (1, 3, 3, ""), (1, 2, 4, ""), (2, 3, 4, ""), (2, 5, 6, ""), (1, 3, 4, ""),
        (2, 2, 6, ""), (1, 4, 4, ""), (2, 4, 5, ""), (1, 3, 7, "flat"), (2, 4, 6, "flat"),
        *[(1, 5, 1, "wall"), (2, 6, 2, "wall")] * 6,
    ):  # fmt: skip
        f, low, high = valley(rng, d, kind == "wall")
        if kind == "flat":
            f = constant
        _, points = searched(student, f, low, high, n_init, n_iter, rng.spawn(1)[0])
        U, y = (points - low) / (high - low), np.array([f(x) for x in points])
        for t in range(n_init, len(y)):
            scaled = (y[:t] - y[:t].mean()) / (y[:t].std() or 1.0)
            places = np.vstack([rng.random((2000, d)), U[t]])
            mean, var = reference.gp_posterior(U[:t], scaled, places, 0.2, 1.0, 1e-6)
            gain = reference.expected_improvement(mean, np.sqrt(var), scaled.min())
            yield gain[-1] / gain.max()


@check(NAME, points=2, patience=2)
def goes_where_the_expected_improvement_is_largest(student, rng):
    # the point: d = 1
    # a thousand candidates are dense there; more settings follow in the same check
    shares = np.array(list(shares_of_gain(student, rng)))
    # in 150 runs of a right answer with 1,000 candidates, the fewest the task allows, the lowest
    # tenth was never below 0.962 and the lowest quarter never below 0.991; the mean is no measure,
    # since now and then one choice among them all falls into a narrow peak's foot
    tenth, quarter = np.quantile(shares, [0.1, 0.25])
    if tenth >= 0.93 and quarter >= 0.983:
        return
    facts = (
        Fact("rule", "each point after the first has the largest expected improvement, nearly"),
        Fact("got", f"a quarter of them have less than {quarter:.2f} of the largest"),
    )
    raise CheckFailed(NAME, "rule", facts)


# --- tune ------------------------------------------------------------------------------

TRIALS = 25


def landscape(rng):
    """A smooth function of two settings with 0 as its lowest value, as in the chapter."""
    low = np.array([rng.uniform(-5, -3), rng.uniform(-7, -4)])
    high = low + np.array([rng.uniform(3, 5), rng.uniform(5, 8)])
    lengths = rng.permutation([rng.uniform(0.12, 0.2), rng.uniform(0.3, 0.5)])
    waves, phases = rng.normal(size=(60, 2)) / lengths, rng.uniform(0, 2 * np.pi, 60)
    center = rng.uniform(0.2, 0.8, size=2)

    def height(U):
        bumps = 0.3 * np.sqrt(2 / 60) * np.sum(np.cos(U @ waves.T + phases), axis=-1)
        return bumps + 0.5 * np.sum((U - center) ** 2, axis=-1)

    side = np.linspace(0, 1, 101)
    lowest = np.min(height(np.stack(np.meshgrid(side, side), axis=-1)))

    def f(x):
        return height((np.asarray(x, dtype=float) - low) / (high - low)) - lowest

    return f, low, high


def tuned(student, f, low, high, n_iter, rng):
    """The point that ``tune`` returns, and the points it tried."""
    asked = []

    def train(x):
        asked.append(np.array(x, dtype=float))
        expect(asked[-1].shape == (2,), "tune", "train is called with a point (d,)")
        expect(len(asked) <= n_iter, "tune", "train is called n_iter times at most")
        return float(f(asked[-1]))

    best = student.tune(train, low, high, n_iter, rng)
    expect_shape(best, (2,), "tune")
    points = np.array([*asked, best], dtype=float)
    is_inside = np.all((points >= low) & (points <= high))
    expect(bool(is_inside), "tune", "the point, and all that are tried, are in the box")
    return points[-1], points[:-1]


def shares_left(student, rng):
    """For twelve landscapes: what ``tune`` leaves, and the best that it tried, in units of what
    random search leaves.
    """
    rows = []
    for draw in rng.spawn(12):
        f, low, high = landscape(draw)
        best, tried = tuned(student, f, low, high, TRIALS, draw.spawn(1)[0])
        blind = f(draw.uniform(low, high, size=(200, TRIALS, 2))).min(axis=1).mean()
        seen = min((f(x) for x in tried), default=np.inf)
        rows.append((f(best) / blind, seen / blind))
    return rows


@check("tune", points=2, patience=4)
def leaves_half_of_what_random_search_leaves(student, rng):
    # the point: d = 2
    rows = shares_left(student, rng)
    left, seen = np.mean(rows, axis=0)
    if 0.5 < left < 0.8:  # a near miss gets twelve more
        rows += shares_left(student, rng)
        left, seen = np.mean(rows, axis=0)
    if left <= 0.5:
        return
    facts = (
        Fact("rule", "at most half of what random search leaves, in the mean over landscapes"),
        Fact("got", f"{left:.2f} of it, the mean over {len(rows)} landscapes"),
    )
    hints = ()
    if left > 1.2 * seen:
        text = f"it tried better points than it returns: the lowest of them leave {seen:.2f}"
        hints = (Hint("search", text),)
    raise CheckFailed("tune", "rule", facts, hints=hints)


@check("tune", points=1, patience=2)
def keeps_to_its_trials_and_to_the_generator(student, rng):
    # the point: d = 2
    f, low, high = landscape(rng)
    seed = rng.integers(2**32)
    for n_iter in (25, 7, 3, 2, 1):
        tuned(student, f, low, high, n_iter, np.random.default_rng(seed))
    runs = [
        tuned(student, f, *box, 9, np.random.default_rng(seed))
        for box in ((low, high), (low.tolist(), high.tolist()))
    ]
    rule = "the same rng gives the same trials: it is the only source of randomness"
    expect(all(map(np.array_equal, *runs)), "tune", rule)
    _, other = tuned(student, f, low, high, 9, np.random.default_rng(seed + 1))
    rule = "another rng gives other trials"
    expect(not np.array_equal(runs[0][1], other), "tune", rule)
