"""Wrong answers that students really give, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake

# --- affine ---


@mistake(
    "affine",
    diagnosis="no-error",
    keeps=1,
    says="shapes that do not agree are left to NumPy, which names none of your arguments",
)
def shapes_not_looked_at(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    return X @ W + b


@mistake(
    "affine",
    diagnosis="no-error",
    keeps=1,
    says="a `b` of another shape is broadcast without a word",
)
def bias_left_to_broadcasting(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    return X @ W + b


@mistake(
    "affine",
    diagnosis="no-error",
    keeps=1,
    says="a `b` of one number or with two axes is broadcast without a word",
)
def bias_of_one_number_let_through(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.ndim and b.shape[-1] != W.shape[1]:
        raise ValueError("b must be (k,)")
    return X @ W + b


@mistake(
    "affine",
    diagnosis="no-error",
    keeps=1,
    says="only lengths are compared: an X or a W with one axis too few is not noticed",
)
def only_the_inner_lengths_compared(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.shape[-1] != W.shape[0]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X @ W + b


@mistake(
    "affine",
    diagnosis="no-error",
    keeps=1,
    says="your error does not name the argument that is wrong",
)
def error_that_names_nothing(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2 or W.ndim != 2 or len(W) != X.shape[1] or b.shape != (W.shape[1],):
        raise ValueError("shapes do not agree")
    return X @ W + b


@mistake(
    "affine",
    diagnosis="exception",
    keeps=1,
    says="a failed `assert` is an AssertionError, where a ValueError is asked for",
)
def assertions_for_errors(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    assert X.ndim == 2, "X must be (n, d)"
    assert W.ndim == 2 and len(W) == X.shape[1], "W must be (d, k)"
    assert b.shape == (W.shape[1],), "b must be (k,)"
    return X @ W + b


@mistake("affine", diagnosis="value", says="the bias is not added")
def bias_forgotten(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X @ W


@mistake("affine", diagnosis="value", says="the bias is subtracted, not added")
def bias_subtracted(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X @ W - b


@mistake(
    "affine", diagnosis="value", says="one number, made of all biases, is added to every output"
)
def one_bias_for_all_outputs(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X @ W + np.sum(b)


@mistake(
    "affine",
    diagnosis="transposed",
    says="samples stand in the columns of your result, not in its rows",
)
def columns_of_outputs(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return (X @ W + b).T


@mistake(
    "affine",
    diagnosis="exception",
    says="the bias is added to the inputs, before they are multiplied",
)
def bias_added_before_the_product(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return (X + b) @ W


@mistake(
    "affine",
    diagnosis="exception",
    says="`*` multiplies entry by entry; the product of matrices is `@`",
)
def products_entry_by_entry(X, W, b):
    X, W, b = (np.asarray(a, dtype=float) for a in (X, W, b))
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return X * W + b


@mistake(
    "affine",
    diagnosis="integer",
    keeps=1,
    says="the result has the kind of numbers of X, and cuts the decimals off",
)
def bias_added_in_place(X, W, b):
    X, W, b = np.asarray(X), np.asarray(W), np.asarray(b)
    if X.ndim != 2:
        raise ValueError("X must be (n, d)")
    if W.ndim != 2 or len(W) != X.shape[1]:
        raise ValueError("W must be (d, k)")
    if b.shape != (W.shape[1],):
        raise ValueError("b must be (k,)")
    return (X @ W + b).astype(X.dtype)


# --- project ---


@mistake("project", diagnosis="value", also=["factor"], says="v is used as if its length were 1")
def v_taken_for_a_unit_vector(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer(Y @ v, v)


@mistake(
    "project",
    diagnosis="value",
    also=["factor"],
    says="you divide by the length of v once, where both places of v ask for it",
)
def divided_by_the_length_once(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return np.outer(Y @ v / np.linalg.norm(v), v)


@mistake(
    "project",
    diagnosis="shape",
    says="you return how far along the line each shadow lies, not where it lies",
)
def how_far_along(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return Y @ v / (v @ v)


@mistake(
    "project",
    diagnosis="shape",
    says="you return the lengths of the shadows along the line, not the points",
)
def lengths_of_the_shadows(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return Y @ v / np.linalg.norm(v)


@mistake(
    "project",
    diagnosis="value",
    says="you return what the projection takes away, the part at a right angle to v",
)
def what_is_left_over(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return Y - np.outer(Y @ v / (v @ v), v)


@mistake(
    "project", diagnosis="value", says="the points are mirrored at the line, not dropped onto it"
)
def mirrored_at_the_line(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return 2 * np.outer(Y @ v / (v @ v), v) - Y


@mistake(
    "project",
    diagnosis="value",
    says="you divide by the squared length of each row, not by that of v",
)
def divided_by_the_length_of_the_rows(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return (Y @ v / np.sum(Y**2, axis=1))[:, np.newaxis] * v


@mistake(
    "project",
    diagnosis="no-error",
    keeps=1.5,
    says="a v of zero gives nan, where a ValueError is asked for",
)
def zero_gives_nan(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    return np.outer(Y @ v / (v @ v), v)


@mistake(
    "project",
    diagnosis="no-error",
    keeps=1.5,
    says="a v of zero gives zeros, where a ValueError is asked for",
)
def zero_gives_zeros(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        return np.zeros(Y.shape)
    return np.outer(Y @ v / (v @ v), v)


@mistake(
    "project",
    diagnosis="exception",
    keeps=1.5,
    says="a v with a zero in it is refused, though only a v of zeros has no direction",
)
def any_zero_refused(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if np.any(v == 0):
        raise ValueError("v must not be zero")
    return np.outer(Y @ v / (v @ v), v)


@mistake(
    "project",
    diagnosis="exception",
    keeps=1.5,
    says="a v whose components add up to zero is refused, though it has a direction",
)
def sum_of_zero_refused(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if abs(np.sum(v)) < 1e-12:
        raise ValueError("v must not be zero")
    return np.outer(Y @ v / (v @ v), v)


@mistake(
    "project",
    diagnosis="exception",
    says="your answer is for one vector y and not for the rows of Y",
)
def only_one_row(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    return (v @ Y) / (v @ v) * v


@mistake("project", diagnosis="in-place")
def normalized_in_place(Y, v):
    Y, v = np.asarray(Y, dtype=float), np.asarray(v, dtype=float)
    if not np.any(v):
        raise ValueError("v must not be zero")
    v /= np.linalg.norm(v)
    return np.outer(Y @ v, v)


# --- power_iteration ---


@mistake(
    "power_iteration",
    diagnosis="value",
    keeps=2,
    also=["not-finite"],
    says=("the vector is not divided by its length between products, so it overflows or vanishes"),
)
def never_normalized(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0
    for _ in range(n_steps):
        v = A @ v
    v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    return v @ A @ v, v


@mistake(
    "power_iteration",
    diagnosis="value",
    says=(
        "the value is the length of A v, which is never negative and is not the Rayleigh quotient"
    ),
)
def length_for_value(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    value = np.linalg.norm(A @ v)
    for _ in range(n_steps):
        v = A @ v
        value = np.linalg.norm(v)
        v = v / value
    if v @ v0 < 0:
        v = -v
    return value, v


@mistake(
    "power_iteration",
    diagnosis="value",
    also=("sign",),
    keeps=2.5,
    says=(
        "the vector may point away from v0: with a negative eigenvalue it turns round at every step"
    ),
)
def side_not_looked_at(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    return v @ A @ v, v


@mistake(
    "power_iteration",
    diagnosis="value",
    keeps=1,
    also=["steps"],
    says="the value belongs to the vector of one step before",
)
def value_of_the_start(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    value = v @ A @ v
    for _ in range(n_steps):
        value = v @ A @ v
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    return value, v


@mistake(
    "power_iteration",
    diagnosis="value",
    also=("steps",),
    keeps=1,
    says="one product too many is taken",
)
def one_step_too_many(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps + 1):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    return v @ A @ v, v


@mistake(
    "power_iteration",
    diagnosis="value",
    keeps=1,
    also=["steps"],
    says="one product too few is taken",
)
def one_step_too_few(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps - 1):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    return v @ A @ v, v


@mistake(
    "power_iteration",
    diagnosis="value",
    keeps=1,
    says="n_steps is not heeded: the loop runs until the vector stands still",
)
def until_it_stands_still(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(10_000):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    return v @ A @ v, v


@mistake(
    "power_iteration",
    diagnosis="value",
    keeps=1,
    says="this is the exact eigenvector, where the vector after n_steps products is asked for",
)
def exact_eigenvector(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    values, vectors = np.linalg.eigh(A)
    largest = np.argmax(np.abs(values))
    v = vectors[:, largest]
    if v @ v0 < 0:
        v = -v
    return values[largest], v


@mistake(
    "power_iteration",
    diagnosis="value",
    also=("factor",),
    says="the vector is divided by its largest entry, so its length is not 1",
)
def divided_by_the_largest_entry(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.max(np.abs(v0))
    for _ in range(n_steps):
        v = A @ v
        v = v / np.max(np.abs(v))
    if v @ v0 < 0:
        v = -v
    return v @ A @ v / (v @ v), v


@mistake(
    "power_iteration",
    diagnosis="shape",
    says="the vector comes first in your result, where the value is asked for first",
)
def vector_first(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    return v, v @ A @ v


@mistake(
    "power_iteration",
    diagnosis="value",
    keeps=1.5,
    also=["factor"],
    says="with n_steps = 0 the start comes back with the length it had",
)
def start_not_normalized(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ v0 < 0:
        v = -v
    return v @ A @ v / (v @ v), v


@mistake(
    "power_iteration",
    diagnosis="value",
    also=("sign",),
    says="the first entry is made positive, where the vector should be on the side of v0",
)
def first_entry_made_positive(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v[0] < 0:
        v = -v
    return v @ A @ v, v


@mistake(
    "power_iteration",
    diagnosis="value",
    also=("sign",),
    keeps=2.5,
    says=(
        "the value changes its sign with the vector, though it does not know which way "
        "the vector points"
    ),
)
def value_turned_with_the_vector(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v = v0 / np.linalg.norm(v0)
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    value = v @ A @ v
    if v @ v0 < 0:
        value, v = -value, -v
    return value, v


@mistake("power_iteration", diagnosis="in-place")
def start_changed(A, v0, n_steps):
    A, v0 = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    side = v0.copy()
    v0 /= np.linalg.norm(v0)
    v = v0
    for _ in range(n_steps):
        v = A @ v
        v = v / np.linalg.norm(v)
    if v @ side < 0:
        v = -v
    return v @ A @ v, v


# --- covariance ---


@mistake(
    "covariance",
    diagnosis="factor",
    says="the sum is divided by n - 1, where the population's covariance divides by n",
)
def divided_by_n_minus_one(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D.T @ D / max(len(X) - 1, 1)


@mistake("covariance", diagnosis="factor", says="the products are summed and not averaged")
def not_divided(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D.T @ D


@mistake(
    "covariance",
    diagnosis="value",
    says="the columns are not centered: these are mean products, not covariances",
)
def not_centered(X):
    X = np.asarray(X, dtype=float)
    return X.T @ X / len(X)


@mistake(
    "covariance",
    diagnosis="shape",
    says="you compare the samples with each other, where the columns are the variables",
)
def rows_for_variables(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D @ D.T / len(X)


@mistake(
    "covariance",
    diagnosis="shape",
    says="np.cov takes rows for the variables, and divides by n - 1",
)
def numpy_as_it_comes(X):
    X = np.asarray(X, dtype=float)
    return np.cov(X)


@mistake(
    "covariance",
    diagnosis="value",
    says="one mean of the whole table is subtracted, not one of each column",
)
def one_mean_for_the_table(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean()
    return D.T @ D / len(X)


@mistake(
    "covariance",
    diagnosis="value",
    says="the mean of each row is subtracted, not that of each column",
)
def row_means_subtracted(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=1, keepdims=True)
    return D.T @ D / len(X)


@mistake(
    "covariance",
    diagnosis="value",
    says="these are correlations: each entry is divided by two standard deviations",
)
def correlations(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    C = D.T @ D / len(X)
    s = np.sqrt(np.diag(C))
    s = np.where(s == 0, 1.0, s)
    return C / np.outer(s, s)


@mistake("covariance", diagnosis="shape", says="you return the variances of the columns alone")
def variances_alone(X):
    X = np.asarray(X, dtype=float)
    return X.var(axis=0)


@mistake(
    "covariance",
    diagnosis="factor",
    says="the sum is divided by the number of columns, not by that of the samples",
)
def divided_by_the_features(X):
    X = np.asarray(X, dtype=float)
    D = X - X.mean(axis=0)
    return D.T @ D / X.shape[1]


@mistake(
    "covariance",
    diagnosis="value",
    keeps=0.5,
    says=("the mean product minus the product of the means loses its digits far from the origin"),
)
def difference_of_large_numbers(X):
    X = np.asarray(X, dtype=float)
    mean = X.mean(axis=0)
    return X.T @ X / len(X) - np.outer(mean, mean)


@mistake("covariance", diagnosis="in-place")
def centered_in_place(X):
    X = np.asarray(X, dtype=float)
    X -= X.mean(axis=0)
    return X.T @ X / len(X)


# --- propagate ---


@mistake(
    "propagate",
    diagnosis="rule",
    keeps=0.5,
    says="rounding leaves mirrored entries of the product different in the last digit",
)
def not_symmetrized(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    return B @ C @ B.T


@mistake(
    "propagate",
    diagnosis="exception",
    says="B and its transpose are exchanged: the shapes meet by luck alone",
)
def transposed_the_wrong_way(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B.T @ C @ B
    return (P + P.T) / 2


@mistake("propagate", diagnosis="exception", says="B stands on both sides without a transpose")
def b_squared(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B @ C @ B
    return (P + P.T) / 2


@mistake(
    "propagate",
    diagnosis="shape",
    says="B stands on one side only, as if the covariance were a vector",
)
def b_once(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    return B @ C


@mistake(
    "propagate",
    diagnosis="value",
    says="C is not in it: this would be right for a covariance of ones on the diagonal",
)
def covariance_forgotten(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B @ B.T
    return (P + P.T) / 2


@mistake(
    "propagate", diagnosis="factor", says="the product and its transpose are added and not halved"
)
def sum_of_the_halves(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B @ C @ B.T
    return P + P.T


@mistake(
    "propagate",
    diagnosis="value",
    says=("entries beside the diagonal are zero, though outputs that share inputs are correlated"),
)
def only_the_variances(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    return np.diag(np.diag(B @ C @ B.T))


@mistake(
    "propagate", diagnosis="value", says="the covariances in C beside its diagonal are ignored"
)
def correlations_of_the_input_ignored(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B @ np.diag(np.diag(C)) @ B.T
    return (P + P.T) / 2


@mistake("propagate", diagnosis="value", says="the entries are rounded to make them symmetric")
def rounded_to_be_symmetric(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    return np.round(B @ C @ B.T, 6)


@mistake(
    "propagate",
    diagnosis="value",
    says="B is squared entry by entry, which propagates variances of independent inputs alone",
)
def squared_entries(B, C):
    B, C = np.asarray(B, dtype=float), np.asarray(C, dtype=float)
    P = B**2 @ C @ (B**2).T
    return (P + P.T) / 2


# --- normal_log_density ---


@mistake(
    "normal_log_density",
    diagnosis="not-finite",
    keeps=1.5,
    says="the density is 0 in float64 far from the mean, and its logarithm -inf",
)
def logarithm_of_the_density(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return np.log(np.exp(-(z**2) / 2) / (sigma * np.sqrt(2 * np.pi)))


@mistake(
    "normal_log_density",
    diagnosis="value",
    keeps=1.5,
    says="the density is kept above a small number, which is wrong in the tails",
)
def clipped_density(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return np.log(np.maximum(np.exp(-(z**2) / 2) / (sigma * np.sqrt(2 * np.pi)), 1e-300))


@mistake(
    "normal_log_density", diagnosis="value", says="this is the density itself, not its logarithm"
)
def density_itself(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    z = (x - mu) / sigma
    return np.exp(-(z**2) / 2) / (sigma * np.sqrt(2 * np.pi))


@mistake(
    "normal_log_density",
    diagnosis="value",
    says="sigma is taken for the variance, where it is the standard deviation",
)
def sigma_for_a_variance(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return -((x - mu) ** 2) / (2 * sigma) - np.log(2 * np.pi * sigma) / 2


@mistake("normal_log_density", diagnosis="value", also=("factor",), says="the square is not halved")
def half_forgotten(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return -(((x - mu) / sigma) ** 2) - np.log(sigma) - np.log(2 * np.pi) / 2


@mistake("normal_log_density", diagnosis="value", says="the constant with 2π is missing")
def constant_forgotten(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return -(((x - mu) / sigma) ** 2) / 2 - np.log(sigma)


@mistake(
    "normal_log_density",
    diagnosis="value",
    says="the sigma in front of the exponential is missing: a wider density is a lower one",
)
def sigma_in_front_forgotten(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return -(((x - mu) / sigma) ** 2) / 2 - np.log(2 * np.pi) / 2


@mistake("normal_log_density", diagnosis="value", says="2π has lost its square root")
def two_pi_without_its_root(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return -(((x - mu) / sigma) ** 2) / 2 - np.log(sigma) - np.log(2 * np.pi)


@mistake(
    "normal_log_density",
    diagnosis="sign",
    says="the sign is flipped: this is the negative log-density",
)
def sign_of_the_logarithm(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return ((x - mu) / sigma) ** 2 / 2 + np.log(sigma) + np.log(2 * np.pi) / 2


@mistake(
    "normal_log_density",
    diagnosis="shape",
    says="the log-densities are summed, where one for each element is asked for",
)
def summed_over_the_elements(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.all(sigma > 0):
        raise ValueError("sigma must be positive")
    return np.sum(-(((x - mu) / sigma) ** 2) / 2 - np.log(sigma) - np.log(2 * np.pi) / 2)


@mistake(
    "normal_log_density",
    diagnosis="no-error",
    keeps=1.5,
    says="a sigma that is not positive is accepted",
)
def any_sigma_accepted(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    return -(((x - mu) / sigma) ** 2) / 2 - np.log(np.abs(sigma)) - np.log(2 * np.pi) / 2


@mistake("normal_log_density", diagnosis="no-error", keeps=1.5, says="a sigma of zero is accepted")
def zero_accepted(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if np.any(sigma < 0):
        raise ValueError("sigma must be positive")
    return -(((x - mu) / sigma) ** 2) / 2 - np.log(sigma) - np.log(2 * np.pi) / 2


@mistake(
    "normal_log_density",
    diagnosis="no-error",
    keeps=1.5,
    says="a single positive sigma lets all others pass",
)
def one_good_sigma_is_enough(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if not np.any(sigma > 0):
        raise ValueError("sigma must be positive")
    return -(((x - mu) / sigma) ** 2) / 2 - np.log(sigma) - np.log(2 * np.pi) / 2


@mistake(
    "normal_log_density",
    diagnosis="exception",
    says="`if` on an array of several sigmas is ambiguous: say whether all or any",
)
def if_for_an_array(x, mu, sigma):
    x, mu, sigma = (np.asarray(a, dtype=float) for a in (x, mu, sigma))
    if sigma <= 0:
        raise ValueError("sigma must be positive")
    return -(((x - mu) / sigma) ** 2) / 2 - np.log(sigma) - np.log(2 * np.pi) / 2


# --- monte_carlo ---


@mistake(
    "monte_carlo",
    diagnosis="value",
    says="the second number is the spread of the values, not the error of their mean",
)
def spread_for_the_error(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    return np.mean(values), np.std(values, ddof=1)


@mistake(
    "monte_carlo", diagnosis="value", says="the variance is divided by n, where n - 1 is asked for"
)
def population_variance(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    return np.mean(values), np.std(values) / np.sqrt(n)


@mistake("monte_carlo", diagnosis="value", says="the spread is divided by n, not by its root")
def divided_by_n(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    return np.mean(values), np.std(values, ddof=1) / n


@mistake(
    "monte_carlo",
    diagnosis="value",
    also=["power"],
    says="this is the variance of the mean; the standard error is its root",
)
def variance_of_the_mean(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    return np.mean(values), np.var(values, ddof=1) / n


@mistake(
    "monte_carlo",
    diagnosis="value",
    says="the points come from a generator of your own, not from rng",
)
def generator_of_its_own(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, np.random.default_rng(0))), dtype=float)
    return np.mean(values), np.std(values, ddof=1) / np.sqrt(n)


@mistake(
    "monte_carlo",
    diagnosis="exception",
    keeps=0.5,
    says="the points are drawn one at a time, where one call of sample should draw them all",
)
def point_by_point(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.array([np.squeeze(f(sample(1, rng))) for _ in range(n)], dtype=float)
    return np.mean(values), np.std(values, ddof=1) / np.sqrt(n)


@mistake(
    "monte_carlo",
    diagnosis="shape",
    says="f is called with the mean of the points, where the mean of f is asked for",
)
def f_of_the_mean(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    points = np.asarray(sample(n, rng), dtype=float)
    values = f(points)
    middle = f(np.repeat(points.mean(axis=0)[np.newaxis], n, axis=0))
    return middle, np.std(values, ddof=1) / np.sqrt(n)


@mistake(
    "monte_carlo",
    diagnosis="value",
    says="points are drawn twice: mean and error come from different ones",
)
def drawn_twice(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    mean = np.mean(np.asarray(f(sample(n, rng)), dtype=float))
    again = np.asarray(f(sample(n, rng)), dtype=float)
    return mean, np.std(again, ddof=1) / np.sqrt(n)


@mistake(
    "monte_carlo",
    diagnosis="no-error",
    keeps=2.5,
    says="fewer than two points are accepted, though one value has no spread",
)
def one_point_accepted(f, sample, n, rng):
    values = np.asarray(f(sample(n, rng)), dtype=float)
    return np.mean(values), np.std(values, ddof=1) / np.sqrt(n)


@mistake(
    "monte_carlo",
    diagnosis="exception",
    keeps=1.5,
    says="two points are refused, though two values have a spread",
)
def two_points_refused(f, sample, n, rng):
    if n <= 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    return np.mean(values), np.std(values, ddof=1) / np.sqrt(n)


@mistake("monte_carlo", diagnosis="type", says="only the mean comes back, without its error")
def mean_alone(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    return np.mean(np.asarray(f(sample(n, rng)), dtype=float))


@mistake(
    "monte_carlo",
    diagnosis="value",
    keeps=2.5,
    says=(
        "the variance is a difference of large squares, whose digits are lost where the "
        "mean is large"
    ),
)
def spread_as_a_difference_of_squares(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    variance = (np.mean(values**2) - mean**2) * n / (n - 1)
    return mean, np.sqrt(np.maximum(variance, 0.0) / n)


@mistake(
    "monte_carlo",
    diagnosis="value",
    says=(
        "the error is that of a share of yes and no, which other values than 0 and 1 do not have"
    ),
)
def error_of_a_probability(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    mean = np.mean(values)
    return mean, np.sqrt(np.abs(mean * (1 - mean)) / (n - 1))


@mistake(
    "monte_carlo",
    diagnosis="value",
    also=["factor"],
    says="this is twice the standard error, the half width of a 95% interval",
)
def twice_the_error(f, sample, n, rng):
    if n < 2:
        raise ValueError("n must be at least 2")
    values = np.asarray(f(sample(n, rng)), dtype=float)
    return np.mean(values), 2 * np.std(values, ddof=1) / np.sqrt(n)
