def mse(w, X, y):
    return 1 << 10**7
