"""The table of who handed in what fits 80 columns, however large the class is."""

import csv
import io

from rich.console import Console

from autograder.classroom.settings import Settings
from autograder.classroom.standing import Cell, Standing, csv_lines, tables
from autograder.grading.coordinator.marks import Mark

CHAPTERS = [f"a_chapter_with_a_long_name_{number}" for number in range(27)]
STUDENTS = [f"student-{number:03d}" for number in range(300)]


def cell(student, chapter, **about):
    state = {"is_handed_in": False, "is_excused": False, "is_overdue": False, "mark": None}
    return Cell(student, chapter, **(state | about), most=8)


def standing(make=lambda student, chapter: cell(student, chapter, is_handed_in=True)):
    cells = {s: {c: make(s, c) for c in CHAPTERS} for s in STUDENTS}
    return Standing(
        cells, CHAPTERS, {s: f"Maximiliane Friederike {s}" for s in STUDENTS}, Settings()
    )


def screen(standing, **options):
    console = Console(file=io.StringIO(), width=80)
    for part in tables(standing, **options):
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


def test_what_matters_most_is_shown():
    mark = Mark("s", "c", 6, 8, False, 0)
    late, waits = Mark("s", "c", 6, 8, False, 1), Mark("s", "c", 6, 8, True, 1)
    assert cell("s", "c").state == ""
    assert cell("s", "c", is_overdue=True).state == "missing"
    assert cell("s", "c", is_overdue=True, is_handed_in=True).state == "handed in"
    assert cell("s", "c", mark=mark).state == "graded"
    assert cell("s", "c", mark=late).state == "late"
    assert cell("s", "c", mark=waits).state == "to mark"
    assert cell("s", "c", mark=waits, is_excused=True).state == "excused"


def test_as_csv_what_is_empty_is_no_0_and_no_name_is_a_formula():
    one = standing(lambda student, chapter: cell(student, chapter))
    one.names["student-000"] = "=1+1"
    rows = list(csv.DictReader(io.StringIO(csv_lines(one))))
    assert len(rows) == 300 * 27
    assert rows[0] == {
        "student": "student-000",
        "name": "'=1+1",
        "chapter": CHAPTERS[0],
        "state": "",
        "handed_in": "no",
        "days_late": "",
        "mark": "",
        "most": "8",
    }
