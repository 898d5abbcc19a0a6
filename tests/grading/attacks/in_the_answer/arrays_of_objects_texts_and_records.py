import numpy as np

kinds = [object, "U8", "M8[s]", [("a", float)], "V8"]


def mse(w, X, y):
    kinds.append(kinds.pop(0))
    return np.zeros((), dtype=kinds[0])
