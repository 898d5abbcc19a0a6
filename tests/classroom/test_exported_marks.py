"""A small class from hand-in to export: the numbers are those of a list made by hand."""

import csv
import io
import json
import os
import stat
import zipfile
from datetime import datetime, timedelta

import nbformat
import pytest
from typer.testing import CliRunner

from autograder.classroom.roster import Roster, Student
from autograder.classroom.standing import read_standing
from autograder.cli import app
from autograder.course import read_course
from autograder.errors import UserError
from autograder.grading.coordinator.marks import read_marks
from autograder.grading.coordinator.sample_class import DUE
from tests.classroom.platforms import (
    canvas_gradebook_import,
    canvas_submissions_upload,
    moodle_feedback_files,
    moodle_grade_import,
    moodle_worksheet_import,
    runs_in_a_spreadsheet,
)
from tests.conftest import SMALL
from tests.grading.class_support import grade, gradebook, make_class

#: who, and points of mse, mse_gradient, why_mean, what lateness costs, and the mark
BY_HAND = {
    "student-01": ("2", "4", "1.5", "", "7.5"),  # all right, marked by hand
    "student-09": ("0", "0", "0", "", "0"),  # unanswered
    "student-10": ("0", "4", "", "", "4"),  # a syntax error in mse, to be marked
    "student-11": ("2", "4", "", "6", "0"),  # all right, and late: nothing is left
}
ABSENT = "absent"  # of the roster, and never handed in
STUDENTS = [
    Student("student-01", "Ada", "Lovelace", "ada@example.org", "A", {"canvas_id": "101"}),
    Student("student-09", "Kurt", 'Gödel "K."', "kurt@example.org", "A", {"canvas_id": "109"}),
    Student("student-10", "=1+1", "@Evil", "evil@example.org", "B", {"canvas_id": "110"}),
    Student("student-11", "山", "田", "yama@example.org", "B", {"canvas_id": "111"}),
    Student(ABSENT, "Emmy", "Noether", "emmy@example.org", "B", {"canvas_id": "112"}),
]


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("export") / "class"
    course, classroom, _ = make_class(SMALL, folder, set(BY_HAND))
    config = folder / "nbgrader_config.py"
    config.write_text(config.read_text() + 'c.LateSubmissionPlugin.penalty_method = "zero"\n')
    Roster(tuple(STUDENTS)).save(folder)
    classroom = type(classroom).open(folder)
    grade(course, classroom, jobs=1)
    with gradebook(classroom) as book:
        mark = book.find_grade("why_mean", "line", "line", "student-01")
        mark.manual_score, mark.needs_manual_grade = 1.5, False
        comment = book.find_comment("why_mean", "line", "line", "student-01")
        comment.manual_comment = "Nicely put."
        book.db.commit()
    return classroom


def run(classroom, command, *args):
    """What the command prints, and its status."""
    options = ["--class", classroom.folder, "--course", SMALL]
    umask = os.umask(0o022)
    result = CliRunner().invoke(app, [command, *map(str, [*options, *args])])
    os.umask(umask)
    if isinstance(result.exception, UserError):
        return f"autograder: {result.exception}", 2
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.output, result.exit_code


def export(classroom, *args, name):
    told, status = run(classroom, "export", *args)
    assert status == 0, told
    path = classroom.folder / "exports" / name
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    return path.read_bytes(), told


def test_the_spreadsheet_is_the_list_made_by_hand(graded):
    content, told = export(graded, "--to", "csv", name="marks.csv")
    headings, _, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    columns = ["mse", "mse_gradient", "why_mean", "taken off for lateness"]
    wanted = [*(f"line: {name}" for name in columns), "line"]
    got = {row[0]: tuple(row[headings.index(name)] for name in wanted) for row in rows}
    assert got == BY_HAND | {ABSENT: ("", "", "", "", "")}
    assert runs_in_a_spreadsheet(content) == []
    assert "waits for a mark by hand as 0: student-10/line, student-11/line" in told


def test_it_is_the_number_of_the_table(graded):
    content, _ = export(graded, "--to", "json", name="marks.json")
    told = json.loads(content)
    marks = {student: mark.mark for (student, _), mark in read_marks(graded).items()}
    exported = {one["id"]: one["chapters"]["line"]["points"] for one in told["students"]}
    assert exported == marks | {ABSENT: None}


def test_parts_and_lateness_add_up_to_the_mark(graded):
    told = json.loads(export(graded, "--to", "json", name="marks.json")[0])
    for student in told["students"]:
        line = student["chapters"]["line"]
        if line["points"] is not None:
            points = sum(value or 0 for value in line["parts"].values())
            assert line["points"] == max(0, points - line["penalty"])


def test_moodle_takes_it(graded):
    content, told = export(graded, "--to", "moodle", name="moodle.csv")
    emails = {one.id: one.email for one in STUDENTS}
    mapping = {"line": ("Assignment: line (Real)", "Assignment: line (Feedback)")}
    taken = moodle_grade_import(content, set(emails.values()), "Email address", mapping)
    assert {key[0]: f"{grade:g}" for key, (grade, _) in taken.items()} == {
        emails[student]: numbers[-1] for student, numbers in BY_HAND.items()
    }
    assert taken["ada@example.org", "line"][1].endswith("On why_mean: Nicely put.")
    assert "Moodle: Grades, Import, CSV file" in told


def test_moodle_takes_its_worksheet(graded, tmp_path):
    sheet = tmp_path / "sheet.csv"
    headings = (
        "Identifier,Full name,Email address,Grade,Maximum Grade,Last modified (grade),"
        "Feedback comments"
    )
    people = enumerate(STUDENTS)
    rows = [f'Participant {at},"{one.id}",{one.email},,8.00,-,' for at, one in people]
    sheet.write_text("\n".join([headings, *rows, ""]))
    content, _ = export(
        graded, "--to", "moodle", "-a", "line", "--worksheet", sheet, name="worksheet-line.csv"
    )
    changed = moodle_worksheet_import(content, {str(at): (8.0, None, "") for at in range(5)})
    wanted = [float(numbers[-1]) for numbers in BY_HAND.values()]
    assert [grade for grade, _ in changed.values()] == [*wanted, None]


def test_canvas_takes_its_gradebook(graded, tmp_path):
    file = tmp_path / "gradebook.csv"
    with file.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["Student", "ID", "SIS Login ID", "Section", "Line (77)", "Final Score"])
        writer.writerow(["    Points Possible", "", "", "", "8.00", "(read only)"])
        for one in STUDENTS:
            name = f"{one.last_name}, {one.first_name}"
            writer.writerow([name, one.platform_ids["canvas_id"], one.email, "A", "", "0.00"])
    content, told = export(graded, "--to", "canvas", "--canvas-file", file, name="canvas.csv")
    ids = {one.platform_ids["canvas_id"]: one.id for one in STUDENTS}
    taken = canvas_gradebook_import(content, set(ids), {"77"})
    assert {ids[key[0]]: text for key, text in taken.items()} == {
        student: numbers[-1] for student, numbers in BY_HAND.items()
    } | {ABSENT: ""}
    assert "4 students" in told


def test_nothing_handed_in_is_nothing_until_the_deadline_and_then_0(graded):
    course = read_course(SMALL)
    chapters = list(course.assignments.values())
    moments = {
        DUE - timedelta(seconds=1): None,
        DUE: None,
        DUE + timedelta(seconds=1): 0.0,
        datetime(2999, 1, 1): 0.0,
    }
    for now, points in moments.items():
        standing = read_standing(graded, chapters, (), now)
        assert standing.points(ABSENT, "line") == points
        assert standing.earned(ABSENT) == points
        assert standing.points("student-01", "line") == 7.5


def test_what_is_handed_in_and_not_graded_is_never_0(graded):
    chapters = list(read_course(SMALL).assignments.values())
    standing = read_standing(graded, chapters, {(ABSENT, "line")}, datetime(2999, 1, 1))
    assert standing.results[ABSENT, "line"].state == "not graded"
    assert standing.points(ABSENT, "line") is None


def archive_of(tmp_path, names):
    path = tmp_path / "download.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "{}")
    return path


def pack(classroom, platform, download):
    told, status = run(
        classroom, "feedback", "--pack", platform, "-a", "line", "--download", download
    )
    assert status == 0, told
    path = classroom.folder / "exports" / f"feedback-line-{platform}.zip"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    return path.read_bytes(), told


@pytest.mark.parametrize(
    "name",
    [
        "{}_{}_assignsubmission_file_/line.ipynb",
        "{}_{}_assignsubmission_file/my work.ipynb",
        "{}_{}_assignsubmission_file_line.ipynb",
        "Group A/{}_{}_assignsubmission_file_/x/y.py",
    ],
)
def test_moodle_takes_the_feedback(graded, tmp_path, name):
    people = {"31": "Ada Lovelace", "32": 'Kurt Gödel "K."', "33": "山 田", "34": "Jane Doe"}
    download = archive_of(tmp_path, [name.format(who, id) for id, who in people.items()])
    content, told = pack(graded, "moodle", download)
    given = moodle_feedback_files(content, set(people))
    assert given.keys() == {"31", "32", "33"}
    (page,) = given["31"].values()
    assert list(given["31"]) == ["line.html"]
    assert b"Nicely put." in page and b"7.5 of 8" in page
    assert "no student of the class is called: 'Jane Doe'" in told
    assert "a page, and no name at Moodle: student-10" in told


def test_canvas_takes_the_feedback_as_a_notebook_that_shows_it(graded, tmp_path):
    names = [
        "lovelaceada_101_900_line.ipynb",
        "lovelaceada_101_901_line-1.ipynb",
        "godelkurt_LATE_109_902_line-2.ipynb",
        "emil_7_text.html",
    ]
    content, told = pack(graded, "canvas", archive_of(tmp_path, names))
    given = canvas_submissions_upload(content, names, {"101": "901", "109": "902"})
    assert given.keys() == {"101", "109"}
    notebook = nbformat.reads(given["101"].decode(), 4)
    nbformat.validate(notebook)
    assert "Nicely put." in notebook.cells[1].outputs[0].data["text/html"]
    assert "2 students" in told


def test_names_that_were_collected_are_known(graded):
    folder = graded.folder / "versions" / "student-01" / "line" / "2030-01-14T12.00.00Z"
    folder.mkdir(parents=True)
    found = "Ada Lovelace_31_assignsubmission_file_/line.ipynb"
    (folder / ".version.json").write_text(json.dumps({"found": found}))
    told, status = run(graded, "feedback", "--pack", "moodle")
    assert status == 0, told
    content = (graded.folder / "exports" / "feedback-line-moodle.zip").read_bytes()
    assert moodle_feedback_files(content, {"31"}).keys() == {"31"}


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["export", "--to", "canvas"], "--canvas-file FILE is missing; get it from Canvas"),
        (["export", "--to", "csv", "--by", "email"], "--by goes with --to moodle"),
        (["export", "--to", "moodle", "--worksheet", "nowhere.csv"], "nowhere.csv cannot be read"),
        (["export", "--to", "canvas", "--canvas-file", "nowhere.csv"], "cannot be read"),
        (["export", "--to", "canvas", "--canvas-file", SMALL / "_toc.yml"], "no gradebook"),
        (["export", "--to", "csv", "-a", "circle"], "no assignment 'circle'"),
        (["feedback", "--pack", "canvas", "--download", SMALL / "_toc.yml"], "no zip archive"),
        (["feedback", "--pack", "canvas", "--download", SMALL], "no file is called as Canvas"),
    ],
)
def test_bad_input_is_one_sentence(graded, args, says):
    told, status = run(graded, args[0], *args[1:])
    assert status == 2
    assert says in told


def test_a_column_is_given_by_chapter(graded, tmp_path):
    file = tmp_path / "g.csv"
    file.write_text("Student,ID,Section,X (1)\n    Points Possible,,,8\n")
    told, status = run(
        graded, "export", "--to", "canvas", "--canvas-file", file, "--column", "circle=X"
    )
    assert status == 2 and "expected is CHAPTER=NAME, CHAPTER one of line, total" in told
