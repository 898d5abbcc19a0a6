"""The table of who handed in what fits 80 columns, however large the class is."""

import csv
import io
from pathlib import Path

from rich.console import Console

from autograder.classroom.roster import Student
from autograder.classroom.standing import Released, Result, Standing
from autograder.classroom.standing_table import csv_lines, state, tables
from autograder.grading.coordinator.marks import Mark

CHAPTERS = tuple(
    Released(f"a_chapter_with_a_long_name_{number}", "A chapter", {"mse": 8})
    for number in range(27)
)
STUDENTS = tuple(
    Student(f"student-{number:03d}", "Maximiliane", f"Friederike {number}") for number in range(300)
)
HANDED_IN = Result("not graded", is_handed_in=True)


def standing(result=HANDED_IN, students=STUDENTS, chapters=CHAPTERS):
    results = {(s.id, c.name): result for s in students for c in chapters}
    return Standing(chapters, students, results)


def screen(standing, **options):
    console = Console(file=io.StringIO(), width=80)
    for part in tables(standing, Path("autumn"), **options):
        console.print(part)
    return console.file.getvalue().splitlines()


def test_a_line_for_each_student_at_80_columns():
    lines = screen(standing(), all_students=True)
    assert max(map(len, lines)) <= 80
    rows = [line for line in lines if line.startswith("Maximiliane")]
    assert len(rows) == 300
    assert all(line.count("h") == 27 for line in rows)


def test_a_large_class_is_shown_by_chapter():
    lines = screen(standing())
    assert len(lines) < 45
    assert any("--all" in line for line in lines)
    [last] = [line for line in lines if line.strip().startswith("27")]
    assert "300" in last


def test_before_anything_is_handed_out_the_next_step_is_told():
    [told] = screen(standing(chapters=()))
    assert told == "no notebook is handed out yet: autograder release --class autumn"


def test_what_matters_most_is_shown():
    mark, late = Mark("s", "c", 6, 8, False, 0), Mark("s", "c", 6, 8, False, 1)
    assert state(Result("open")) == "open"
    assert state(Result("missing")) == "missing"
    assert state(HANDED_IN) == "not graded"
    assert state(Result("graded", mark)) == "graded"
    assert state(Result("graded", late)) == "late"
    assert state(Result("to mark", late)) == "to mark"
    assert state(Result("excused", late)) == "excused"


def test_as_csv_what_is_empty_is_no_0_and_no_name_is_a_formula():
    students = (Student("student-000", "=1+1"), *STUDENTS[1:])
    rows = list(csv.DictReader(io.StringIO(csv_lines(standing(Result("open"), students)))))
    assert len(rows) == 300 * 27
    assert rows[0] == {
        "student": "student-000",
        "name": "'=1+1",
        "chapter": CHAPTERS[0].name,
        "state": "open",
        "handed_in": "no",
        "days_late": "",
        "mark": "",
        "most": "8",
    }
