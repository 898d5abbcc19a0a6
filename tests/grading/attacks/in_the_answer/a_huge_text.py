def mse(w, X, y):
    return "x" * 10**8
