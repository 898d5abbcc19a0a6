import numpy as np


def mse(w, X, y):
    return np.zeros(10**8)
