"""An error in an answer names what met in the line where it was raised."""

import numpy as np
import pytest

from autograder.checks import CheckFailed, Student
from autograder.in_process import define

W, X = np.ones(4), np.ones((5, 3))


def said(answer, *args):
    namespace = {"np": np}
    define(answer, namespace, "<operands>")
    with pytest.raises(CheckFailed) as info:
        Student(namespace).f(*args)
    return dict(info.value.rows())


def test_a_product_is_told_with_the_shapes_of_both_sides():
    line = said("def f(w, X):\n    return np.sum(X @ w)\n", W, X)["in line"]
    assert line == "return np.sum(X @ w)  # X (5, 3) @ w (4,)"


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("X.T @ (w - 1)", "X.T (3, 5) @ (w - 1) (4,)"),
        ("np.dot(X, w)", "X (5, 3), w (4,)"),
        ("X.dot(w)", "X (5, 3), w (4,)"),
        ("X + w", "X (5, 3) + w (4,)"),
        ("X[0] * w", "X[0] (3,) * w (4,)"),
        ("2 * (X @\n     w) + 1", "X (5, 3) @ w (4,)"),
        ("X @ 1", "X (5, 3) @ 1"),
    ],
)
def test_so_is_every_expression_of_arrays(expression, told):
    assert said(f"def f(w, X):\n    return ({expression})\n", W, X)["in line"].endswith(f"# {told}")


def test_what_calls_a_function_is_not_run_again():
    answer = "def f(w, X):\n    return X @ g(w)\n\ndef g(w):\n    CALLS.append(1)\n    return w\n"
    namespace = {"np": np, "CALLS": []}
    define(answer, namespace, "<operands>")
    with pytest.raises(CheckFailed) as info:
        Student(namespace).f(W, X)
    assert len(namespace["CALLS"]) == 1
    assert "#" not in dict(info.value.rows())["in line"]


@pytest.mark.parametrize(
    "expression", ["X @ w", "X.T", "X.shape", "w - 1", "-w", "X[:, 0]", "w * 0.5"]
)
def test_a_list_is_called_a_list_and_what_to_do_is_said(expression):
    rows = said(f"def f(w, X):\n    return {expression}\n", [1.0, 2.0], [[1.0, 2.0]])
    assert "as a list" in rows["in line"]
    assert rows["note"] == "an argument came as a list: np.asarray makes an array of it"


def test_a_list_of_the_students_own_is_not_taken_for_an_argument():
    assert "note" not in said("def f(w):\n    return [1, 2] - w.tolist()\n", W)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("np.no_such_function(w)", f"it is run with NumPy {np.__version__}"),
        ("__import__('itertools').no_such(w)", "it is run with Python 3."),
        ("__import__('no_such_module')", "the module is not there where this is run"),
    ],
)
def test_an_environment_that_differs_is_named(line, told):
    assert said(f"def f(w):\n    return {line}\n", W)["note"].startswith(told)
