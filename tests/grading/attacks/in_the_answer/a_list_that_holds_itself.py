def mse(w, X, y):
    loop = []
    loop.append(loop)
    return loop
