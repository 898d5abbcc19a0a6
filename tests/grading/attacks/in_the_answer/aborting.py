import os


def mse(w, X, y):
    os.abort()
