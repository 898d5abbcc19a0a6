"""A check that is run too early, or below a cell that did not run, says that first."""

import nbformat
import pytest
from nbclient import NotebookClient

CHECK = "from autograder.checks import check_close\n\ncheck_close(double, ((1.5,), 3.0))"
WRONG = "def double(x):\n    return x"
RIGHT = "def double(x):\n    return 2 * x"
BROKEN = "def double(x)\n    return 2 * x"


def last_error(*sources):
    """What the last cell shows, when all are run one after the other, and its error."""
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, allow_errors=True, kernel_name="python3", timeout=60).execute()
    outputs = notebook.cells[-1].outputs
    shown = "".join(one.data["text/plain"] for one in outputs if one.output_type == "display_data")
    shown += "".join(one.text for one in outputs if one.output_type == "stream")
    return shown, [one for one in outputs if one.output_type == "error"]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ([CHECK], "run the cell that defines double; after a restart of the kernel, all cells"),
        ([CHECK, CHECK], "run the cell that defines double"),
        ([CHECK, BROKEN, CHECK], "SyntaxError: expected ':', in line 1: def double(x)"),
        ([CHECK, WRONG, BROKEN, CHECK], "mend this and run the cell of double again"),
        ([CHECK, RIGHT, BROKEN, CHECK], "mend this and run the cell of double again"),
    ],
    ids=["after a restart", "before the stub", "after a typo", "the old one wrong", "and right"],
)
def test_what_to_do_first_is_said_first(cells, said):
    shown, (error,) = last_error(*cells)
    assert said in " ".join(shown.split())
    assert "wrong value" not in shown
    assert len(error.traceback) == 1  # no frames
    assert error.ename in ("NameError", "CheckFailed")


def test_a_cell_that_is_mended_is_checked():
    shown, errors = last_error(CHECK, WRONG, BROKEN, RIGHT, CHECK)
    assert "visible checks passed" in shown
    assert errors == []


def test_other_cells_and_functions_show_a_name_error_as_python_does():
    for cells in ([CHECK, "undefined + 1"], [CHECK, "def f():\n    g()\n\nf()  # check_close()"]):
        shown, (error,) = last_error(*cells)
        assert shown == ""
        assert len(error.traceback) > 1


def test_what_passes_several_checks_of_a_cell_is_said_once_and_last():
    three = f"{CHECK}\ncheck_close(double, ((4.0,), 8.0))\nprint('looked at 4')"
    shown, errors = last_error(RIGHT, three)
    assert shown == "looked at 4\ndouble: visible checks passed; more are run when graded\n"
    assert errors == []


def test_nothing_has_passed_where_the_second_check_of_a_cell_fails():
    shown, errors = last_error(RIGHT, f"{CHECK}\ncheck_close(double, ((4.0,), 7.0))")
    assert "passed" not in shown and "wrong value" in shown
    assert len(errors) == 1
