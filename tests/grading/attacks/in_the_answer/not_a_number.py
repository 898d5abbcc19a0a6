def mse(w, X, y):
    return float("nan")
