"""An answer whose cell fails where it is graded: the message says what is missing there."""

import platform
import re

import numpy as np
import pytest

from autograder.grading.coordinator.cell_errors import Met
from tests.conftest import SMALL
from tests.grading.class_support import auto_scores, change, grade, make_class, notes_of, page_of

OWN = "import no_such_module as torch"
NO_MODULE = "No module named 'no_such_module'"
VERSIONS = f"Python {platform.python_version()} and NumPy {np.__version__}"


@pytest.fixture
def graded(tmp_path):
    """Hand in with this text before the answer to ``mse``; returns scores, page and notes.

    ``own`` is a cell of the student's own above it.
    """

    def graded(text, own="", answer=""):
        course, classroom, _ = make_class(SMALL, tmp_path / "class", {"student-01"})

        def put_first(notebook):
            for cell in notebook["cells"]:
                if cell["metadata"].get("nbgrader", {}).get("grade_id") == "mse":
                    cell["source"] = text + "\n\n" + (answer or "".join(cell["source"]))
            if own:
                added = {"cell_type": "code", "source": own, "metadata": {}, "id": "own"}
                added |= {"outputs": [], "execution_count": None}
                notebook["cells"].insert(1, added)

        change(classroom, "student-01", put_first)
        grade(course, classroom)
        page = " ".join(page_of(classroom, "student-01").replace("&#39;", "'").split())
        return auto_scores(classroom, "student-01"), page, notes_of(classroom, "student-01")

    return graded


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "import no_such_module",
            "the cell that defines mse ended in ModuleNotFoundError: No module named"
            f" 'no_such_module' where it is graded, with {VERSIONS}: remove the import",
        ),
        ("def broken(:", f"where it is graded, with Python {platform.python_version()}"),
        (
            "half = np.no_such_function(2)",
            f"has no attribute 'no_such_function' where it is graded, with NumPy {np.__version__}",
        ),
        ("1 / 0", "the cell that defines mse ended in ZeroDivisionError: division by zero"),
    ],
)
def test_the_students_page_and_the_notes_say_why_nothing_is_defined(graded, text, told):
    scores, page, notes = graded(text)
    assert scores["check_mse"] == 0
    assert told in page
    assert any(note.startswith("mse: ") and told in note for note in notes)


@pytest.mark.parametrize(
    ("error", "noted"),
    [
        ("ValueError: def mse(w, X, y): return 0", "ValueError"),
        ("AssertionError: the answer is 42", "AssertionError"),
        ("KeyError: 'my own words'", "KeyError"),
        ("ZeroDivisionError: division by zero", "ZeroDivisionError: division by zero"),
        ("NameError: name 'np' is not defined", "NameError: name 'np' is not defined"),
        ("StopIteration", "StopIteration"),
    ],
)
def test_the_notes_have_no_message_that_the_student_wrote(error, noted):
    assert Met("a cell", error).noted == f"a cell ended in {noted}"
    assert Met("a cell", error).told == f"a cell ended in {error}"


def test_an_error_that_costs_nothing_is_not_told(graded):
    scores, page, notes = graded("try:\n    import no_such_module\nexcept ImportError:\n    pass")
    assert scores["check_mse"] == 2
    assert "ended in" not in page
    assert notes == []


def test_a_name_that_a_cell_of_ones_own_should_define_is_told_with_its_error(graded):
    scores, page, notes = graded("", own=OWN, answer="def mse(w, X, y):\n    return torch.mean(X)")
    told = f"a cell of your own ended in ModuleNotFoundError: {NO_MODULE}"
    assert scores["check_mse"] == 0
    assert told in page
    assert "name 'torch' is not defined" in page
    assert any(note.startswith(f"mse: {told}") for note in notes)
    # what raised it is the student's line, and nothing of the grader's
    assert not re.search(r"(site-packages|autograder)/\w+", page)


def test_a_cell_of_ones_own_that_nobody_asks_is_not_blamed(graded):
    _, page, _ = graded("", own=OWN, answer="def mse(w, X, y):\n    return x")
    assert "name 'x' is not defined" in page
    assert "a cell of your own ended in" not in page
