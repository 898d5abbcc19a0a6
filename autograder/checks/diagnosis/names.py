"""What arguments are called: the contract between the chapters and the diagnosis.

A rule knows what an argument is for by its name alone. A chapter that gives an argument of one
of these kinds a name that is not here gets no hint on it, and one that uses a name from here for
something else gets a wrong one; ``tests/checks/test_names.py`` holds both.
"""

from __future__ import annotations

import re

#: Arguments with one row (or one number) for each sample, in the order in which they are asked
#: for the number of samples.
SAMPLES = ("X", "V", "Z", "y", "x", "z", "pred")
#: Parameters of a model, which have no row for a sample whatever their length.
PARAMETER = re.compile(r"([wWbcU]|W[xh]|theta|gamma|beta)\d*|params.*")
#: Biases among the parameters, also as the second of a pair: ``b``, ``b2``, ``params[0][1]``.
BIAS = re.compile(r"[bc]\d*|\w+\[\d+\]\[1\]")
#: The gradient that reaches a backward function from above.
UPSTREAM = re.compile(r"upstream|d[A-Zyhc]\d*|d_?out\d*")
#: Numbers that multiply the gradient in a step.
STEP_SIZES = ("lr", "eta", "learning_rate", "step_size")
#: Where a step starts from.
STARTS = ("theta", "theta0", "w0")
#: Numbers that weigh a penalty.
PENALTIES = ("l2", "l1", "lam", "weight_decay")
#: Numbers that count steps.
STEPS = ("n_steps", "steps", "n_epochs", "max_epochs", "n_iter", "max_iter")


def is_bias(name: str) -> bool:
    """Whether an argument of this name is a bias."""
    return BIAS.fullmatch(name) is not None
