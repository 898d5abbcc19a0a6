"""Where a notebook is graded, references stand in for functions of earlier chapters."""

import dataclasses
import types

import nbformat
import numpy as np
import pytest

from autograder.course import read_assignment, read_course
from autograder.grading.coordinator.marks import read_marks
from autograder.grading.coordinator.places import find_handed_in
from autograder.grading.coordinator.stock import grade
from autograder.notebooks.build import student_notebook
from autograder.release import Classroom, release_assignments
from tests.grading.class_support import auto_scores, make_class
from tests.grading.class_support import grade as grade_class
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


def dealt(n, size, rng):
    order = rng.permutation(n)
    for start in range(0, n, size):
        yield order[start : start + size]


def test_what_yields_one_value_after_the_other_is_lent_and_draws_from_the_given_rng(judge, root):
    lender = types.SimpleNamespace(reference=types.SimpleNamespace(mse=dealt))
    root = dataclasses.replace(root, borrowed={"mse": lender})
    cell = "rng = np.random.default_rng(3)\nbatches = mse(5, 2, rng)\n"
    cell += "print(next(batches), *batches, rng.integers(10**6), list(batches))"
    verdict = judge.grade(root, submission(root, after=[cell]))
    rng = np.random.default_rng(3)
    batches = [*dealt(5, 2, rng)]
    assert verdict.outputs[-1]["stdout"].split("\n")[0] == " ".join(
        map(str, [*batches, rng.integers(10**6), []])
    )


def test_a_class_is_graded_by_processes_that_read_one_chapter_each(two_chapters, tmp_path):
    course, classroom, _ = make_class(two_chapters, tmp_path / "class", {"student-01"})
    assert not [one.reason for one in grade_class(course, classroom) if one.reason]
    assert auto_scores(classroom, "student-01", "root") == {"check_rmse": 2}


def test_a_chapter_read_alone_borrows_what_it_does_in_the_course(two_chapters, root):
    alone = read_assignment(two_chapters, "root")
    assert list(alone.borrowed) == ["mse"]
    assert alone.borrowed["mse"].folder == root.borrowed["mse"].folder


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
