import numpy as np


def mse(w, X, y):
    return np.array(np.inf)
