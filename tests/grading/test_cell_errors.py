"""An answer whose cell fails where it is graded: the message says what is missing there."""

import platform

import pytest

from tests.conftest import SMALL
from tests.grading.class_support import auto_scores, change, grade, make_class, notes_of, page_of


@pytest.fixture
def graded(tmp_path):
    """Hand in with this text before the answer to ``mse``; returns scores, page and notes."""

    def graded(text):
        course, classroom, _ = make_class(SMALL, tmp_path / "class", {"student-01"})

        def put_first(notebook):
            for cell in notebook["cells"]:
                if cell["metadata"].get("nbgrader", {}).get("grade_id") == "mse":
                    cell["source"] = text + "\n\n" + "".join(cell["source"])

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
            " 'no_such_module' where it is graded: remove the import",
        ),
        ("def broken(:", f"where it is graded, with Python {platform.python_version()}"),
        ("1 / 0", "the cell that defines mse ended in ZeroDivisionError: division by zero"),
    ],
)
def test_the_students_page_and_the_notes_say_why_nothing_is_defined(graded, text, told):
    scores, page, notes = graded(text)
    assert scores["check_mse"] == 0
    assert told in page
    assert any(note.startswith("mse: ") and told in note for note in notes)


def test_an_error_that_costs_nothing_is_not_told(graded):
    scores, page, notes = graded("try:\n    import no_such_module\nexcept ImportError:\n    pass")
    assert scores["check_mse"] == 2
    assert "ended in" not in page
    assert notes == []
