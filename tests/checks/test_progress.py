"""A check that passes says how far the student is, and what comes next."""

import contextlib

import nbformat
import pytest
from nbclient import NotebookClient

from autograder.checks import progress
from autograder.checks.progress import know_points, so_far
from autograder.course import read_course
from autograder.notebooks.build import solved_notebook
from tests.conftest import SMALL


@pytest.fixture(autouse=True)
def _nothing_known():
    yield
    progress._points.clear()


def test_points_and_the_next_exercise_in_the_order_of_the_notebook():
    know_points({"a": 1.5, "b": 2.0, "c": 0.5})
    assert so_far([]) == "so far 0 of 4 points, if the hidden checks agree; next: a"
    assert so_far(["c", "a"]) == "so far 2 of 4 points, if the hidden checks agree; next: b"
    assert so_far("abc").endswith("; next: `autograder check`, then hand it in")


def test_what_is_kept_of_another_notebook_does_not_count():
    know_points({"a": 1.0})
    assert so_far(["x"]).startswith("so far 0 of 1 points")


def test_nothing_is_said_where_the_notebook_does_not_say_what_it_is_worth():
    assert so_far(["a"]) == ""


def test_a_notebook_says_it_as_its_checks_pass(tmp_path):
    notebook = solved_notebook(read_course(SMALL).chapters["line"])
    with contextlib.chdir(tmp_path):
        NotebookClient(notebook, kernel_name="python3").execute()
    printed = [
        output.text
        for c in notebook.cells
        if c.cell_type == "code"
        for output in c.outputs
        if output.output_type == "stream"
    ]
    told = [line for text in printed for line in text.splitlines() if line.startswith("so far")]
    agree = "if the hidden checks agree"
    assert told == [
        f"so far 2 of 6 points, {agree}; next: mse_gradient",
        f"so far 6 of 6 points, {agree}; next: `autograder check`, then hand it in",
    ]
    assert nbformat.validate(notebook) is None
