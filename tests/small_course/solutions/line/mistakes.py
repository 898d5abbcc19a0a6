"""Wrong answers, each with the diagnosis it should get."""

import numpy as np

from autograder.checks import mistake


@mistake("mse", diagnosis="factor")
def mse_of_a_sum(w, X, y):
    return np.sum((np.asarray(X) @ w - y) ** 2) / 2


@mistake("mse_gradient", diagnosis="sign")
def uphill(w, X, y):
    w, X, y = map(np.asarray, (w, X, y))
    return X.T @ (y - X @ w) / len(y)


@mistake("mse_gradient", diagnosis="in-place")
def changes_y(w, X, y):
    w, X, y = map(np.asarray, (w, X, y))
    y -= X @ w
    return -X.T @ y / len(y)
