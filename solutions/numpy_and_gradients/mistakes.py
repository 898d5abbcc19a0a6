"""Wrong answers that students really give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

from .reference import directional_derivative

# --- standardize ---


@mistake(
    "standardize", diagnosis="factor", says="the standard deviation is made with n - 1, not with n"
)
def sample_variance(X):
    X = np.asarray(X, dtype=float)
    constant = np.ptp(X, axis=0) == 0
    spread = np.sqrt(np.sum((X - X.mean(axis=0)) ** 2, axis=0) / max(len(X) - 1, 1))
    return np.where(constant, 0.0, (X - X.mean(axis=0)) / np.where(constant, 1.0, spread))


@mistake(
    "standardize",
    diagnosis="axis",
    says="mean and spread are taken along the rows, not down the columns",
)
def rows_for_columns(X):
    X = np.asarray(X, dtype=float)
    spread = X.std(axis=1, keepdims=True)
    return (X - X.mean(axis=1, keepdims=True)) / np.where(spread == 0, 1.0, spread)


@mistake(
    "standardize",
    diagnosis="value",
    says="one mean and one spread of the whole table are used for all columns",
)
def whole_matrix_at_once(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean()) / (X.std() or 1.0)


@mistake("standardize", diagnosis="value", says="you divide by the variance, not by its root")
def divided_by_the_variance(X):
    X = np.asarray(X, dtype=float)
    constant = np.ptp(X, axis=0) == 0
    return np.where(constant, 0.0, (X - X.mean(axis=0)) / np.where(constant, 1.0, X.var(axis=0)))


@mistake("standardize", diagnosis="rule", keeps=1.5, says="in a constant column 0 is divided by 0")
def no_guard_for_constant_columns(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / X.std(axis=0)


@mistake(
    "standardize",
    diagnosis="rule",
    keeps=1.5,
    says=(
        "by rounding, the spread of equal numbers may be 1e-17, and is then not recognized as zero"
    ),
)
def spread_compared_with_zero(X):
    X = np.asarray(X, dtype=float)
    spread = X.std(axis=0)
    return (X - X.mean(axis=0)) / np.where(spread == 0, 1.0, spread)


@mistake(
    "standardize",
    diagnosis="value",
    says=(
        "a small number is added in the denominator, which changes columns of small numbers most"
    ),
)
def small_number_added_to_the_spread(X):
    X = np.asarray(X, dtype=float)
    return (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-8)


@mistake(
    "standardize",
    diagnosis="value",
    keeps=1,
    says="one column of small spread turns the whole table into zeros",
)
def absolute_threshold_that_loses_everything(X):
    X = np.asarray(X, dtype=float)
    if np.any(X.std(axis=0) < 1e-12):
        return np.zeros(X.shape)
    return (X - X.mean(axis=0)) / X.std(axis=0)


@mistake(
    "standardize",
    diagnosis="value",
    keeps=1,
    says=(
        "every spread below a fixed small number counts as zero, so columns of very "
        "small numbers become zeros"
    ),
)
def absolute_threshold(X):
    X = np.asarray(X, dtype=float)
    spread = X.std(axis=0)
    small = spread < 1e-12
    return np.where(small, 0.0, (X - X.mean(axis=0)) / np.where(small, 1.0, spread))


@mistake(
    "standardize",
    diagnosis="value",
    keeps=1.5,
    also=["zero"],
    says=(
        "a spread counts as zero if it is small beside the numbers, so columns far "
        "from the origin become zeros"
    ),
)
def threshold_relative_to_the_largest_number(X):
    X = np.asarray(X, dtype=float)
    spread = X.std(axis=0)
    small = spread <= 1e-8 * np.abs(X).max(axis=0)
    return np.where(small, 0.0, (X - X.mean(axis=0)) / np.where(small, 1.0, spread))


@mistake(
    "standardize",
    diagnosis="value",
    keeps=1.5,
    says=(
        "the variance is the difference of two large squares, and far from the origin "
        "its digits are lost"
    ),
)
def variance_as_a_difference_of_squares(X):
    X = np.asarray(X, dtype=float)
    constant = np.ptp(X, axis=0) == 0
    variance = np.abs(np.mean(X**2, axis=0) - X.mean(axis=0) ** 2)
    spread = np.where(constant | (variance == 0), 1.0, np.sqrt(variance))
    return np.where(constant, 0.0, (X - X.mean(axis=0)) / spread)


@mistake("standardize", diagnosis="in-place")
def mean_subtracted_in_place(X):
    X = np.asarray(X, dtype=float)
    constant = np.ptp(X, axis=0) == 0
    X -= X.mean(axis=0)
    return np.where(constant, 0.0, X / np.where(constant, 1.0, X.std(axis=0)))


# --- pairwise_squared_distances ---


@mistake(
    "pairwise_squared_distances",
    diagnosis="power",
    says="these are distances, not squared ones: a root is taken",
)
def root_taken(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sqrt(np.sum((A[:, None] - B) ** 2, axis=2))


@mistake("pairwise_squared_distances", diagnosis="transposed")
def points_of_b_in_the_rows(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sum((B[:, None] - A) ** 2, axis=2)


@mistake(
    "pairwise_squared_distances",
    diagnosis="rule",
    keeps=2,
    says=(
        "the expanded square subtracts nearly equal numbers, and far from the origin "
        "the digits are lost"
    ),
)
def expanded_square(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sum(A**2, axis=1)[:, None] - 2 * A @ B.T + np.sum(B**2, axis=1)


@mistake(
    "pairwise_squared_distances",
    diagnosis="rule",
    keeps=2,
    says=(
        "the expanded square subtracts nearly equal numbers, and far from the origin "
        "the digits are lost"
    ),
)
def expanded_square_cut_off_at_zero(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    D = np.sum(A**2, axis=1)[:, None] - 2 * A @ B.T + np.sum(B**2, axis=1)
    return np.maximum(D, 0.0)


@mistake("pairwise_squared_distances", diagnosis="rule", keeps=2.5)
def loop_over_pairs(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.array([[np.sum((a - b) ** 2) for b in B] for a in A])


@mistake("pairwise_squared_distances", diagnosis="rule", keeps=2.5)
def loop_over_the_rows_of_a(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    D = np.zeros((len(A), len(B)))
    for i in range(len(A)):
        D[i] = np.sum((A[i] - B) ** 2, axis=1)
    return D


@mistake("pairwise_squared_distances", diagnosis="rule", keeps=2.5)
def loop_over_the_rows_of_b(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.array([np.sum((A - b) ** 2, axis=1) for b in B]).T


@mistake(
    "pairwise_squared_distances",
    diagnosis="factor",
    says="the squared differences are averaged over the coordinates, not summed",
)
def mean_over_the_features(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.mean((A[:, None] - B) ** 2, axis=2)


@mistake("pairwise_squared_distances", diagnosis="exception")
def no_new_axis(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sum((A - B) ** 2, axis=1)


@mistake("pairwise_squared_distances", diagnosis="integer", keeps=2.5)
def integers_stay_integers(A, B):
    A, B = np.asarray(A), np.asarray(B)
    return np.sum((A[:, None] - B) ** 2, axis=2)


@mistake("pairwise_squared_distances", diagnosis="shape")
def summed_over_the_wrong_axis(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    return np.sum((A[:, None] - B) ** 2, axis=1)


# --- directional_derivative ---


@mistake(
    "directional_derivative",
    diagnosis="value",
    says="the slope is taken to one side only, from x to the point ahead",
)
def one_sided_slope(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x)) / h


@mistake(
    "directional_derivative",
    diagnosis="factor",
    says="the divisor is half the distance between the two points where f is called",
)
def divided_by_h_alone(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x + h * u) - f(x - h * u)) / h


@mistake(
    "directional_derivative",
    diagnosis="sign",
    says="the sign is wrong: the value ahead is subtracted from the value behind",
)
def behind_minus_ahead(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    return (f(x - h * u) - f(x + h * u)) / (2 * h)


@mistake(
    "directional_derivative",
    diagnosis="factor",
    says="the slope is divided by the length of u, which should be used as it is",
)
def direction_normalized(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    u = u / np.sqrt(np.sum(u**2))
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@mistake(
    "directional_derivative",
    diagnosis="factor",
    says="the slope is divided by the length of u, which should be used as it is",
)
def divided_by_the_length(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    length = np.sqrt(np.sum(u**2)) or 1.0
    return (f(x + h * u) - f(x - h * u)) / (2 * h * length)


@mistake(
    "directional_derivative",
    diagnosis="ignored",
    keeps=1.5,
    says="h is ignored: the step has a size of its own",
)
def step_of_its_own(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    h = 1e-5
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


@mistake(
    "directional_derivative",
    diagnosis="value",
    says="u is left out: the partial derivatives are summed as if every component of u were 1",
)
def direction_forgotten(f, x, u, h=1e-5):
    x = np.asarray(x, dtype=float)
    return (f(x + h) - f(x - h)) / (2 * h)


@mistake("directional_derivative", diagnosis="in-place")
def point_moved(f, x, u, h=1e-5):
    x, u = np.asarray(x, dtype=float), np.asarray(u, dtype=float)
    x += h * u
    above = f(x)
    x -= 2 * h * u
    return (above - f(x)) / (2 * h)


@mistake("directional_derivative", diagnosis="exception", keeps=1.5)
def lists_not_converted(f, x, u, h=1e-5):
    return (f(x + h * u) - f(x - h * u)) / (2 * h)


# --- numerical_gradient ---


@mistake(
    "numerical_gradient",
    diagnosis="value",
    says="the slope of each element is taken to one side only, from x to the point ahead",
)
def one_sided_gradient(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        up = x.copy()
        up[index] += h
        gradient[index] = (f(up) - f(x)) / h
    return gradient


@mistake("numerical_gradient", diagnosis="in-place", keeps=1.5)
def x_nudged_and_put_back(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x)
        x[index] = kept - h
        gradient[index] = (above - f(x)) / (2 * h)
        x[index] = kept
    return gradient


@mistake(
    "numerical_gradient",
    diagnosis="value",
    keeps=0.5,
    says="a nudged element is not put back: it stays behind while the next ones are nudged",
)
def element_not_put_back(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += h
        above = f(x)
        x[index] -= 2 * h
        gradient[index] = (above - f(x)) / (2 * h)
    return gradient


@mistake(
    "numerical_gradient",
    diagnosis="factor",
    says="the divisor is half the distance between the two points where f is called",
)
def gradient_divided_by_h_alone(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        axis = np.zeros(x.shape)
        axis[index] = h
        gradient[index] = (f(x + axis) - f(x - axis)) / h
    return gradient


@mistake("numerical_gradient", diagnosis="integer", keeps=1.5)
def gradient_kept_as_integers(f, x, h=1e-5):
    gradient = np.zeros_like(x)
    x = np.asarray(x, dtype=float)
    for index in np.ndindex(x.shape):
        axis = np.zeros(x.shape)
        axis[index] = 1.0
        gradient[index] = directional_derivative(f, x, axis, h)
    return gradient


@mistake(
    "numerical_gradient",
    diagnosis="value",
    keeps=1.5,
    says="x stays an array of integers, which cuts off the nudge",
)
def nudge_lost_in_an_integer_array(f, x, h=1e-5):
    x = np.array(x)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] += h
        down[index] -= h
        gradient[index] = (f(up) - f(down)) / (2 * h)
    return gradient


@mistake(
    "numerical_gradient",
    diagnosis="value",
    keeps=0.5,
    says="all elements are nudged at once, so each gets the sum of all slopes",
)
def all_elements_at_once(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    return np.full(x.shape, (f(x + h) - f(x - h)) / (2 * h))


@mistake(
    "numerical_gradient",
    diagnosis="value",
    says="whole rows are nudged at once, so each element gets the sum of the slopes of its row",
)
def rows_nudged_for_elements(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for i in range(len(x)):
        up, down = x.copy(), x.copy()
        up[i] += h
        down[i] -= h
        gradient[i] = (f(up) - f(down)) / (2 * h)
    return gradient


@mistake("numerical_gradient", diagnosis="shape")
def gradient_left_flat(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    slopes = []
    for index in np.ndindex(x.shape):
        axis = np.zeros(x.shape)
        axis[index] = 1.0
        slopes.append(directional_derivative(f, x, axis, h))
    return np.array(slopes)


@mistake("numerical_gradient", diagnosis="exception")
def f_called_with_a_flat_array(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    flat = x.ravel()
    steps = h * np.eye(flat.size)
    slopes = [(f(flat + step) - f(flat - step)) / (2 * h) for step in steps]
    return np.array(slopes).reshape(x.shape)


@mistake("numerical_gradient", diagnosis="exception")
def only_for_vectors(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(len(x))
    for i in range(len(x)):
        axis = np.zeros(len(x))
        axis[i] = 1.0
        gradient[i] = directional_derivative(f, x, axis, h)
    return gradient


@mistake(
    "numerical_gradient",
    diagnosis="ignored",
    keeps=2.5,
    says="h is ignored: the step has a size of its own",
)
def step_forgotten_on_the_way(f, x, h=1e-5):
    x = np.asarray(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        axis = np.zeros(x.shape)
        axis[index] = 1.0
        gradient[index] = directional_derivative(f, x, axis)
    return gradient


# --- relative_error ---


@mistake(
    "relative_error",
    diagnosis="value",
    keeps=0.5,
    says=(
        "at the worst element the divisor is the smaller of |a| and |b|, as where |b| alone divides"
    ),
)
def relative_to_b_alone(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.where(b == 0, 1.0, np.abs(b))
    return np.max(np.abs(a - b) / scale)


@mistake(
    "relative_error",
    diagnosis="rule",
    keeps=1.5,
    says="where both elements are 0 the division gives nan",
)
def zero_by_zero(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a - b) / np.maximum(np.abs(a), np.abs(b)))


@mistake(
    "relative_error",
    diagnosis="value",
    says="the relative errors are averaged, where the largest is asked for",
)
def mean_for_largest(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.mean(np.abs(a - b) / np.where(scale == 0, 1.0, scale))


@mistake(
    "relative_error",
    diagnosis="value",
    keeps=0.5,
    says="a small number in the divisor makes the errors of very small elements vanish",
)
def small_number_in_the_denominator(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    return np.max(np.abs(a - b) / np.maximum(1e-8, np.maximum(np.abs(a), np.abs(b))))


@mistake(
    "relative_error",
    diagnosis="value",
    says="the difference is divided by the sum of |a| and |b|, not by the larger of them",
)
def sum_in_the_denominator(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.abs(a) + np.abs(b)
    return np.max(np.abs(a - b) / np.where(scale == 0, 1.0, scale))


@mistake(
    "relative_error",
    diagnosis="value",
    keeps=0.5,
    says=(
        "the divisor is the larger of a and b with their signs, so of two negative "
        "numbers it is the one nearer to 0"
    ),
)
def signs_kept_in_the_denominator(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(a, b)
    return np.max(np.abs(a - b) / np.where(scale == 0, 1.0, scale))


@mistake(
    "relative_error",
    diagnosis="value",
    says="the difference keeps its sign, so elements of one of the two signs lose",
)
def difference_with_its_sign(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max((a - b) / np.where(scale == 0, 1.0, scale))


@mistake(
    "relative_error",
    diagnosis="value",
    says=(
        "the largest difference is divided by one largest element, where elements "
        "should be compared one by one"
    ),
)
def largest_difference_by_largest_element(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = max(np.max(np.abs(a)), np.max(np.abs(b)))
    return np.max(np.abs(a - b)) / (scale or 1.0)


@mistake("relative_error", diagnosis="shape")
def one_error_for_each_element(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.abs(a - b) / np.where(scale == 0, 1.0, scale)


@mistake("relative_error", diagnosis="rule", keeps=1.5)
def nan_taken_for_zero(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    scale = np.maximum(np.abs(a), np.abs(b))
    return np.max(np.divide(np.abs(a - b), scale, out=np.zeros(scale.shape), where=scale > 0))
