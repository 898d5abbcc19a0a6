"""`autograder check`: a table by exercise from whatever a student has."""

import nbformat
import pytest

from autograder.checks.student_runner import NotebookError, run_notebook
from autograder.course import read_course
from autograder.notebooks.build import solved_notebook, student_notebook


@pytest.fixture
def chapter(small_course):
    return read_course(small_course).chapters["line"]


def verdicts(notebook, path):
    nbformat.write(notebook, path)
    return {result.exercise: result.verdict for result in run_notebook(path)}


def cell(notebook, name):
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == name)


def test_the_solved_notebook_passes(chapter, tmp_path):
    got = verdicts(solved_notebook(chapter), tmp_path / "line.ipynb")
    assert got == {"mse": "passed", "mse_gradient": "passed"}


def test_the_released_notebook_is_not_implemented(chapter, tmp_path):
    got = verdicts(student_notebook(chapter), tmp_path / "line.ipynb")
    assert set(got.values()) == {"not implemented"}


def test_a_syntax_error_costs_its_exercise_and_is_quoted(chapter, tmp_path):
    notebook = solved_notebook(chapter)
    cell(notebook, "mse_gradient").source = "def mse_gradient(w, X, y:\n    return 0"
    path = tmp_path / "line.ipynb"
    assert verdicts(notebook, path) == {"mse": "passed", "mse_gradient": "does not run"}
    assert "SyntaxError" in run_notebook(path)[1].message


def test_magics_prints_and_own_cells_do_no_harm(chapter, tmp_path):
    notebook = solved_notebook(chapter)
    extra = "%matplotlib inline\n!ls\nprint('hello')\nimport warnings\nwarnings.warn('x')\n1 / 0"
    notebook.cells.insert(1, nbformat.v4.new_code_cell(extra))
    assert set(verdicts(notebook, tmp_path / "line.ipynb").values()) == {"passed"}


def test_exit_is_caught(chapter, tmp_path):
    notebook = solved_notebook(chapter)
    cell(notebook, "mse").source = "def mse(w, X, y):\n    exit(0)"
    got = verdicts(notebook, tmp_path / "line.ipynb")
    assert got["mse"] != "passed"


@pytest.mark.parametrize("text", ["", "not json", "[]", "{}", '{"cells": [{}]}', '{"cells": []}'])
def test_a_file_that_is_no_notebook_of_ours(text, tmp_path):
    path = tmp_path / "odd.ipynb"
    path.write_text(text)
    with pytest.raises(NotebookError, match=r"odd\.ipynb"):
        run_notebook(path)
