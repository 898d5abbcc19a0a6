"""Where a notebook is graded, references stand in for functions of earlier chapters."""

import nbformat
import pytest

from autograder.course import read_course
from autograder.grading.coordinator.marks import read_marks
from autograder.grading.coordinator.places import find_handed_in
from autograder.grading.coordinator.stock import grade
from autograder.notebooks.build import student_notebook
from autograder.release import Classroom, release_assignments
from tests.grading.judge_support import submission

BORROWED = "def rmse(w, X, y):\n    return (2 * mse(w, X, y)) ** 0.5"
ANSWERS = {
    BORROWED: 2,
    "import mine\n\n\n" + BORROWED.replace("* mse", "* mine.mse"): 2,
    "from mine import mse as own\n\n\n" + BORROWED.replace("* mse", "* own"): 2,
    "def mse(w, X, y):\n    return 1.0\n\n\n" + BORROWED: 0,
    "rmse = mse": 0,
}


@pytest.fixture
def root(two_chapters):
    return read_course(two_chapters).assignments["root"]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_calls_the_reference_and_cannot_read_it(answer, judge, root):
    verdict = judge.grade(root, submission(root, {"rmse": answer}))
    assert sum(outcome.earned for outcome in verdict.outcomes["rmse"]) == ANSWERS[answer]
    assert not any(output["error"] for output in verdict.outputs)


def test_it_is_there_while_cells_run_and_holds_nothing_to_read(judge, root):
    cell = "print(mse([1.0], [[1.0]], [3.0]), mse.__code__.co_consts, mse.__closure__)"
    cell += "\nimport mine, inspect; print([n for n in vars(mine) if n[0] != '_'])"
    verdict = judge.grade(root, submission(root, {"rmse": BORROWED}, after=[cell]))
    shown = verdict.outputs[-1]["stdout"]
    assert shown.startswith("2.0 ") and "['lend', 'mse']" in shown
    assert verdict.outcomes["rmse"][0].earned == 2


@pytest.mark.parametrize("answer", [BORROWED, "rmse = mse"])
def test_with_stock_nbgrader_too(answer, root, two_chapters, tmp_path):
    classroom = Classroom.create(tmp_path / "class", two_chapters)
    list(release_assignments(classroom, [root]))
    notebook = student_notebook(root)
    stub = next(c for c in notebook.cells if "raise NotImplementedError" in c.source[-30:])
    stub.source = answer
    folder = classroom.submitted / "ada" / "root"
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / "root.ipynb")
    handed_in = find_handed_in(classroom.submitted, ["root"])
    assert not [e for _, e in grade(read_course(two_chapters), classroom, handed_in, jobs=1) if e]
    assert [m.score for m in read_marks(classroom).values()] == [ANSWERS[answer]]
    assert not list(classroom.autograded.rglob("mine.*"))
