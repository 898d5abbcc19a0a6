"""Right answers in other styles."""

import numpy as np

from autograder.checks import alternative


@alternative("rmse")
def without_mse(w, X, y):
    return np.linalg.norm(np.asarray(X) @ np.asarray(w) - y) / np.sqrt(len(y))
