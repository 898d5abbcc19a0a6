"""From handed-in notebooks to marks, feedback and a gradebook, with stock nbgrader."""

import io
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from rich.console import Console

from autograder.course import read_course
from autograder.grading.coordinator.grade_class import Options
from autograder.grading.coordinator.marks import read_marks
from autograder.grading.coordinator.places import find_handed_in
from autograder.grading.coordinator.rules import Rules
from autograder.grading.coordinator.sample_class import DUE, hand_in, sample_class
from autograder.grading.coordinator.stock import grade, is_graded
from autograder.grading.coordinator.terminal import grade_with_stock
from autograder.release import Classroom, release_assignments
from tests.conftest import SMALL, the_course
from tests.grading.class_support import make_class

STUDENTS = {1: 6, 4: 2, 9: 0, 10: 4, 11: 6}  #: number -> points, worked out by hand


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """The small course's sample class, five of it, graded."""
    course = read_course(SMALL)
    classroom = Classroom.create(tmp_path_factory.mktemp("class"), course.root)
    list(release_assignments(classroom, course.assignments.values(), DUE))
    wanted = {f"student-{number:02d}" for number in STUDENTS}
    samples = [s for s in sample_class(list(course.assignments.values())) if s.student in wanted]
    hand_in(classroom, samples)
    submissions = find_handed_in(classroom.submitted, ["line"])
    errors = [error for _, error in grade(course, classroom, submissions, jobs=2) if error]
    return classroom, submissions, errors


def test_everyone_gets_the_mark_that_was_worked_out(graded):
    classroom, _, errors = graded
    assert not errors
    marks = {mark.student: mark.score for mark in read_marks(classroom).values()}
    assert marks == {f"student-{number:02d}": points for number, points in STUDENTS.items()}


def test_late_and_unread_work_is_noted(graded):
    classroom, _, _ = graded
    marks = {mark.student: mark for mark in read_marks(classroom).values()}
    assert marks["student-11"].seconds_late == 86400
    assert marks["student-01"].seconds_late <= 0
    assert marks["student-01"].needs_manual
    assert not marks["student-09"].needs_manual  # nothing was written


def test_feedback_says_what_is_wrong_and_hides_what_was_expected(graded):
    classroom, _, _ = graded
    page = (classroom.feedback / "student-04" / "line" / "line.html").read_text()
    assert "the sign is flipped" in page
    assert "is_the_derivative_of_mse" not in page
    assert "X.T @ (X @ w - y)" not in page


def test_what_is_graded_is_not_graded_again_until_it_changes(graded):
    classroom, submissions, _ = graded
    course = read_course(SMALL)
    assert all(is_graded(classroom, submission, course) for submission in submissions)
    path = classroom.submitted / "student-01" / "line" / "line.ipynb"
    notebook = nbformat.read(path, 4)
    nbformat.write(notebook, path)
    assert not is_graded(classroom, submissions[0], course)


def test_a_bonus_is_nothing_that_it_knows_and_that_is_said(graded):
    classroom, _, _ = graded
    console = Console(file=io.StringIO(), width=80)
    rules = Rules(bonus={"line": frozenset({"mse"})})
    grade_with_stock(console, read_course(SMALL), classroom, [], Options(rules=rules))
    assert console.file.getvalue().count("bonus") == 0  # nobody handed it in
    console.file.truncate(0)
    found = find_handed_in(classroom.submitted, ["line"])[:1]
    grade_with_stock(console, read_course(SMALL), classroom, found, Options(rules=rules))
    assert "line: stock nbgrader knows no bonus, and gives 0 for it" in console.file.getvalue()


def test_a_course_that_was_moved_is_found_or_nothing_is_marked(small_course, tmp_path):
    _, classroom, _ = make_class(small_course, tmp_path / "class", {"student-01"})
    moved = small_course.rename(tmp_path / "moved")
    student = ("student-01", "line")

    # nbgrader itself: no mark, and the reason, rather than 0 for everyone
    program = Path(sys.executable).with_name("nbgrader")
    command = [program, "autograde", "line"]
    result = subprocess.run(command, cwd=classroom.folder, capture_output=True, text=True)
    assert result.returncode != 0
    assert "not graded: " in result.stderr and "AUTOGRADER_COURSE" in result.stderr
    assert not (classroom.autograded / "student-01" / "line").exists()

    command = [sys.executable, "-m", "autograder.cli", "grade", "--stock", "--jobs", "1"]
    command += ["--course", str(moved), "--class", str(classroom.folder)]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert read_marks(classroom)[student].score == 6
    assert repr(str(moved)) in (classroom.folder / "nbgrader_config.py").read_text()


def test_the_sample_class_is_twelve_students():
    course = the_course()
    samples = sample_class(list(course.assignments.values()))
    assert {s.student for s in samples} == {f"student-{n:02d}" for n in range(1, 13)}
    assert sum(s.student == "student-12" for s in samples) == len(course.assignments) - 1
