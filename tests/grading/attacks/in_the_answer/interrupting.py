def mse(w, X, y):
    raise KeyboardInterrupt
