"""The weights by which the explorable `digit` reads: softmax regression of all bundled digits.

Run ``python -m tools.digit_weights``; it writes them, rounded, for the page. They are what the
chapter's `fit` finds, with a penalty that keeps single pixels from shouting.
"""

import json

import numpy as np

from autograder.datasets import load_digits
from autograder.publish.exploring import FOLDER
from solutions.softmax_regression.reference import fit

PATH = FOLDER / "digit.json"


def trained() -> dict[str, list]:
    X, y = load_digits()
    W, b = fit(X, y, 10, lr=1.0, n_steps=300, l2=1e-3)
    return {"W": (np.round(W, 2) + 0.0).tolist(), "b": (np.round(b, 2) + 0.0).tolist()}


if __name__ == "__main__":
    PATH.write_text(json.dumps(trained(), separators=(",", ":")) + "\n")
