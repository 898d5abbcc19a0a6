def mse(w, X, y):
    return lambda *args: 0.0
