"""Cases tell one mistake from another, and check cells stand alone: what finds them, and where."""

import numpy as np
import pytest

from tests.conftest import the_course
from tools import check_cells
from tools.accidents import accidents, findings, sizes_in_docstring

COURSE = the_course()
SIZES = {"w": [("d",)], "X": [("n", "d")], "y": [("n",)], "x": [("d",), ("n", "d")]}


def case(n, d, **options):
    return {"w": np.linspace(0.3, 1.1, d), "X": np.ones((n, d)), "y": np.ones(n), **options}


def found(*calls, usual=None):
    return list(accidents(calls, SIZES, usual or {}))


def test_sizes_that_differ_in_every_way_tell():
    assert found(case(9, 5, lr=0.3, n_steps=7)) == []


@pytest.mark.parametrize(
    "call, says",
    [
        (case(4, 7), "n = 4"),
        (case(9, 1), "d = 1"),
        (case(5, 5), "d = n = 5"),
        (case(6, 5), "d = n - 1 = 5"),
        (case(6, 5), "n = d + 1 = 6"),
        (case(9, 5, n_steps=9), "n = n_steps = 9"),
        (case(9, 5, lr=0.5), "lr = 0.5"),
        (case(9, 5, lr=0.7, l2=0.7), "lr = l2 = 0.7"),
        (case(9, 5) | {"w": np.zeros(5)}, "length of w = 0"),
        (case(9, 5) | {"w": np.array([0.6, 0, 0, 0, 0.8])}, "length of w = 1"),
        (case(9, 5, params=[(np.ones((5, 9)), np.ones(9))]), "n = width 1 = 9"),
        (case(9, 5, x=np.ones((9, 4))), "d = 4"),
    ],
)
def test_a_number_that_may_stand_for_another_is_told(call, says):
    assert says in found(call)


def test_the_first_case_counts_and_the_first_value_of_an_option():
    assert found(case(9, 5), case(1, 1, lr=0.3), case(9, 5, lr=1.0)) == []
    assert found(case(9, 5), case(9, 5, lr=1.0), case(9, 5, lr=0.3)) == ["lr = 1"]


def test_an_option_is_not_tried_at_its_default_first():
    assert found(case(9, 5, a=0.01), usual={"a": 0.01}) == ["a = 0.01, its default"]
    assert found(case(9, 5, a=0.3), case(9, 5, a=0.01), usual={"a": 0.01}) == []


def test_an_array_called_params_is_no_list_of_layers():
    sizes = {"params": [("d",), ("n", "d")]}
    assert list(accidents([{"params": np.ones(9) / 3}], sizes, {})) == ["length of params = 1"]
    assert list(accidents([{"params": np.ones((9, 4))}], sizes, {})) == ["d = 4"]
    # pairs of numbers, and arrays of one dimension, are no layers either
    assert list(accidents([{"params": [(0.3, 0.7), (0.1, 0.9)]}], {}, {})) == []
    assert list(accidents([{"params": [np.ones(2), np.ones(2)]}], {}, {})) == []


def test_labels_and_axes_are_no_factors():
    assert found({"y": 1, "axis": 0}) == []


def test_docstrings_name_the_sizes():
    chapter = COURSE.chapters["softmax_regression"]
    sizes = sizes_in_docstring(chapter, "softmax_gradients")  # as for another function
    assert sizes["W"] == [("d", "k")] and sizes["X"] == [("n", "d")] and sizes["b"] == [("k",)]


def outside(source):
    return check_cells.calls_outside_checks(source, {"fit", "mse"})


def test_a_function_that_is_handed_over_is_called_by_the_check():
    source = (
        "def path(lr):\n    return fit(lr)\n\ncheck_close(path, ((0.3,), 1.0))\n"
        "check_gradient(fit, of=lambda w: mse(w), at=(X,))\n"
    )
    assert outside(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "share = fit(X)",
        "check_close(mse, ((fit(X),), 1.0))",
        "def helper():\n    return fit(X)\n\nprint(helper())",
        "for lr in (0.1, 0.2):\n    fit(lr)",
    ],
)
def test_a_call_of_the_cell_itself_is_found(source):
    assert outside(source) == ["fit"]


def test_a_name_that_another_cell_needs_is_found():
    assert check_cells.names_defined("X3 = 1\ndef f(a):\n    b = a\nimport math") == {
        "X3",
        "f",
        "math",
    }
    assert {"X3", "f"} <= check_cells.names_wanted("def g():\n    return f(X3)\n\ng()")
    assert "X3" not in check_cells.names_wanted("X3 = 2\nprint(X3)")


def test_what_is_behind_a_check_is_what_is_handed_to_it_and_what_that_calls():
    source = (
        "def inner(x):\n    return fit(mixed(x))\n\ndef helper(x):\n    return inner(x)\n\n"
        "def init(n):\n    return mixed(n)\n\ncheck_close(helper, ((init(3),), other(1.0)))"
    )
    assert check_cells.names_behind_checks(source) == {"helper", "inner", "x", "fit", "mixed"}
    assert check_cells.functions_defined(source) == {"inner", "helper", "init"}


@pytest.mark.parametrize(
    "chapter", [c for c in COURSE.assignments.values() if c.exercises], ids=lambda c: c.name
)
def test_nothing_is_found(chapter):
    now = {*check_cells.findings(chapter), *findings(chapter)}
    assert not now, "mend the case, or say what its point is: see tools/accidents.py"
