def mse(w, X, y):
    return None
