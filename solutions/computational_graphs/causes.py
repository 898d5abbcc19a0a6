"""Which known mistake an answer makes, told by what it gives in a few cases.

Known mistakes are called as they stand in their modules. A class among them is right in all that
it does not define itself, so what it gives for one operation is that of the mistake.
"""

import contextlib

import numpy as np

from autograder.checks import CheckFailed, Hint
from autograder.checks.diagnosis import hints_are_wanted
from autograder.checks.failure import KINDS

from . import misconceptions, mistakes, reference

#: leaves at which operations on one and on two numbers are told apart
POINTS = {
    1: [(0.73,), (2.9,), (-1.3,), (0.0,), (3e-8,)],
    2: [(0.73, 1.9), (1.7, -0.6), (-1.3, 0.8), (2.9, 2.3)],
}
#: weights and bias, inputs and label of a few samples, with logits of both signs
SAMPLES = (
    ([0.71, -1.43, 0.37], [1.9, -0.83], 1),
    ([-0.92, 0.59, -1.27], [1.3, 2.7], 0),
    ([1.61, 0.47, 0.83, -0.29], [0.87, 1.7, -0.53], 0),
    ([-0.67, -0.38, 1.13, -0.51], [2.1, 0.77, 0.39], 1),
    ([0.0, 0.0], [1.7], 0),
)


@contextlib.contextmanager
def naming_causes(name, function, ask, ask_known=None):
    """Explain a wrong value inside by the first known mistake that answers ``ask`` the same.

    Known mistakes may be asked in a way of their own, ``ask_known``.
    """
    try:
        yield
    except CheckFailed as failed:
        if failed.kind == "value" and hints_are_wanted():
            failed.explain(*causes(name, function, ask, ask_known or ask) or failed.hints)
        raise


def known_mistakes(name):
    """The wrong answers to ``name`` that have a sentence, with what is said of them."""
    for module, mark in ((mistakes, "__mistake__"), (misconceptions, "__misconception__")):
        for wrong in vars(module).values():
            about = getattr(wrong, mark, None)
            if about and about["function"] == name and about["says"]:
                yield wrong, about


def causes(name, function, ask, ask_known):
    """A hint on the first known mistake; none where ``function`` answers ``ask`` rightly."""
    got = ask(function)
    if is_same(got, ask_known(getattr(reference, name))):
        return ()
    for wrong, about in known_mistakes(name):
        if is_same(got, ask_known(wrong)):
            key = about.get("diagnosis", "known")
            return (Hint("known" if key in KINDS else key, about["says"]),)
    return ()


def is_same(one, other):
    return one.shape == other.shape and np.allclose(
        one, other, rtol=1e-7, atol=1e-12, equal_nan=True
    )


def numbers(cases, size):
    """An array of what each of ``cases`` returns when it is called; nan where it fails."""
    rows = []
    for case in cases:
        try:
            with np.errstate(all="ignore"):
                row = np.array(case(), dtype=float)
        except Exception:  # it is wrong, and may fail in any way
            row = np.full(size, np.nan)
        rows.append(row if row.shape == (size,) else np.full(size, np.nan))
    return np.array(rows)


def asking_for(expression, count):
    """Ask a class of Values for value and slopes of ``expression`` at a few points."""

    def value_and_slopes(Value, at):
        leaves = [Value(number) for number in at]
        root = expression(*leaves)
        root.backward()
        return [root.data, *(leaf.grad for leaf in leaves)]

    def ask(Value):
        cases = [lambda at=at: value_and_slopes(Value, at) for at in POINTS[count]]
        return numbers(cases, count + 1)

    return ask


def asking_for_losses(Value):
    """Ask for loss and slopes of a few samples, by a loss of objects of class ``Value``."""

    def loss_and_slopes(loss_value, params, x, y):
        *w, b = [Value(number) for number in params]
        loss = loss_value(w, b, x, y)
        loss.backward()
        slopes = [v.grad for v in (*w, b)]
        return [loss.data, *slopes, *[0.0] * (4 - len(slopes))]

    def ask(loss_value):
        return numbers(
            [lambda case=case: loss_and_slopes(loss_value, *case) for case in SAMPLES], 5
        )

    return ask


def ask_for_bills(checkout):
    """Totals and derivatives of three bills."""

    def bill(price, count, tax):
        total, slopes = checkout(price, count, tax)
        return [total, slopes["price"], slopes["count"], slopes["tax"]]

    bills = ((3.7, 5.3, 1.19), (7.3, 2.9, 1.07), (6.1, 8.7, 0.83))
    return numbers([lambda case=case: bill(*case) for case in bills], 4)
