"""The table of marks can be read at 80 columns, for any number of chapters."""

import io

import pytest
from rich.console import Console

from autograder.grading.coordinator.marks import Mark
from autograder.grading.coordinator.marks_table import MAX_STUDENTS, marks_table
from tests.conftest import the_course

CHAPTERS = [*the_course().assignments][:13] + [f"a_chapter_of_part_{n}" for n in range(14)]
STUDENTS = ["ada", "emmy.noether@uni-goettingen.example.edu", "[b]grace", "student-04"]


def mark(student, name, **changes):
    values = {"score": 12.25, "max_score": 18.5, "needs_manual": True, "seconds_late": 60.0}
    return Mark(student, name, **values | changes)


def shown(names, students, marks, width=80):
    screen = Console(file=io.StringIO(), width=width)
    for part in marks_table(marks, names, students, width):
        screen.print(part)
    return screen.file.getvalue()


def cells_of(screen, student):
    """All marks in the rows of one student, block by block."""
    rows = [line for line in screen.splitlines() if line.startswith(f"{student} ")]
    return [cell for row in rows for cell in row.split()[1:]]


def test_27_chapters_at_80_columns():
    marks = {(s, n): mark(s, n) for s in STUDENTS for n in CHAPTERS}
    marks["ada", CHAPTERS[5]] = mark("ada", CHAPTERS[5], score=7, needs_manual=False)
    screen = shown(CHAPTERS, STUDENTS, marks)
    assert max(map(len, screen.splitlines())) <= 80
    assert "…" not in screen
    for student in ("ada", "[b]grace", "student-04"):
        assert len(cells_of(screen, student)) == 27
    assert cells_of(screen, "ada") == ["12.25*L"] * 5 + ["7L"] + ["12.25*L"] * 21
    assert "of 18.5" in screen
    for number, name in enumerate(CHAPTERS, 1):
        assert f"{number} {name}" in screen
    whole = "".join(line.split(" ")[0] for line in screen.splitlines())
    assert "emmy.noether@uni-goettingen.example.edu" in whole


def test_few_chapters_have_their_names_in_the_order_of_the_course():
    names = ["perceptron", "logistic_regression"]
    marks = {("ada", "logistic_regression"): mark("ada", "logistic_regression", seconds_late=0.0)}
    screen = shown(names, ["ada", "alan"], marks)
    assert ["perceptron", "logistic_regression"] in [line.split() for line in screen.splitlines()]
    assert cells_of(screen, "ada") == ["–", "12.25*"]
    assert cells_of(screen, "alan") == ["–", "–"]  # on the roster, nothing handed in


def test_the_penalty_is_taken_off():
    screen = shown(["line"], ["ada"], {("ada", "line"): mark("ada", "line", penalty=12.25)})
    assert cells_of(screen, "ada") == ["0*L"]


@pytest.mark.parametrize("width", [80, 200])
def test_a_large_class_is_summed_up_by_chapter(width):
    students = [f"student-{number:03d}" for number in range(MAX_STUDENTS + 1)]
    marks = {(s, n): mark(s, n, penalty=2.0) for s in students for n in CHAPTERS}
    screen = shown(CHAPTERS, students, marks, width)
    assert max(map(len, screen.splitlines())) <= width
    assert screen.count("10.2") == 27 and "student-001" not in screen
    for name in CHAPTERS:
        assert name in screen
