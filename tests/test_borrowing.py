"""Later chapters build on the student's own functions, and on references where others run them."""

import sys

import pytest

from autograder.course import CourseError, read_course
from autograder.in_process import namespace_with, run_checks
from autograder.known_mistakes import digests_of
from autograder.notebooks.build import student_notebook
from autograder.publish.page import page


@pytest.fixture
def root(two_chapters):
    return read_course(two_chapters).assignments["root"]


def cell(notebook, start):
    return next(c for c in notebook.cells if start in c.source).source


def test_a_notebook_borrows_what_earlier_chapters_kept(root, two_chapters):
    assert list(root.borrowed) == ["mse"] and root.borrowed["mse"].folder.name == "line"
    source = cell(student_notebook(root), "from mine import")
    assert "borrow({'mse': 'line'})" in source
    line = read_course(two_chapters).assignments["line"]
    kept = cell(student_notebook(line), "check_gradient(mse_gradient")
    assert kept.endswith('keep("1.2", "line", "mse_gradient", mse_gradient)')
    assert cell(student_notebook(root), "check_close(rmse").endswith(
        'keep("2.1", "root", "rmse", rmse)'
    )


def test_what_nobody_has_made_before_cannot_be_borrowed(two_chapters):
    path = two_chapters / "chapters/root.md"
    path.write_text(path.read_text().replace("import mse\n", "import mse, rmse\n"))
    with pytest.raises(CourseError, match=r"root\.md:\d+: imports 'rmse' from mine, which"):
        read_course(two_chapters)


def test_references_stand_in_for_authors_and_on_the_page(root):
    exercise = root.exercises["rmse"]
    assert all(o.failure is None for o in run_checks(root, exercise, namespace_with(root)))
    first = page(root).cells[0].source
    assert "from autograder.in_process import lend" in first and "{'mse': 'line'}" in first
    assert "a factor is missing" in digests_of(root).values()  # the page ran
    assert "mine" not in sys.modules
