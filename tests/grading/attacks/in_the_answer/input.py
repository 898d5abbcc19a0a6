def mse(w, X, y):
    return float(input("expected? "))
