def mse(w, X, y):
    while True:
        pass
