"""Wrong answers."""

import numpy as np

from autograder.checks import mistake

from .reference import mse


@mistake("rmse", diagnosis="value")
def root_of_the_half(w, X, y):
    return np.sqrt(mse(w, X, y))
