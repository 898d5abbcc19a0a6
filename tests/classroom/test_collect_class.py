"""The whole way: from what a platform gives to marks, and every incident on it."""

import fcntl
import io
import json
from datetime import timedelta
from pathlib import Path

import pytest
from rich.console import Console

from autograder.classroom.collecting.collect_class import (
    Report,
    collect,
    roster_of,
    settle,
    shown,
    told_once,
)
from autograder.classroom.collecting.hand_ins import Told
from autograder.classroom.collecting.terminal import show
from autograder.classroom.roster import Roster
from autograder.classroom.settings import Settings
from autograder.grading.coordinator.notes import note_collecting, of_collecting, write_notes
from autograder.grading.coordinator.rules import Rules
from autograder.grading.coordinator.sample_class import DUE
from autograder.release import Classroom, ClassroomError
from tests.classroom.test_collecting import ROSTER, archive, put
from tests.conftest import SMALL
from tests.grading.class_support import due, grade, gradebook, make_class, notebook_of

STAMP = "%Y-%m-%d %H:%M:%S UTC"


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """A class to which the small course was released, and its roster."""
    course, classroom, _ = make_class(SMALL, tmp_path_factory.mktemp("term") / "class", set())
    ROSTER.save(classroom.folder)
    return course, classroom


@pytest.fixture
def notebook(released):
    """The notebook as it was handed out, with this in its last cell."""
    text = (released[1].release / "line" / "line.ipynb").read_text()

    def notebook(answer):
        return text.replace('"nbformat":', f'"answer": "{answer}", "nbformat":', 1)

    return notebook


def exchange(folder, hand_ins):
    """An inbound folder of ``(student, hours from the deadline, notebook)``."""
    for student, hours, content in hand_ins:
        time = (DUE + timedelta(hours=hours)).strftime(STAMP)
        put(folder / "course" / "inbound", {f"{student}+line+{time}+abc/line.ipynb": content})
    return folder


def states(report):
    return {one.id: one.state for one in report.collected}


def test_a_term(released, notebook, tmp_path):
    course, classroom = released
    roster = roster_of(classroom)
    assert roster.by_id.keys() == ROSTER.by_id.keys()
    moodle = archive(
        tmp_path / "CS1-Line-77.zip",
        {
            "Ada Lovelace_11_assignsubmission_file/line.ipynb": notebook("first"),
            "Bob OBrien_12_assignsubmission_file/line (1).ipynb": notebook("bob"),
            "Alan Turing_13_assignsubmission_file/line.ipynb": notebook("nobody"),
        },
    )
    report = collect(course, classroom, roster, moodle)
    assert states(report) == {"ada/line": "new", "bob/line": "new"}
    assert [one.path.partition("_")[0] for one in report.unmatched] == ["Alan Turing"]
    assert {path.name for path in classroom.submitted.iterdir()} == {"ada", "bob"}
    assert set(due(course, classroom, mode="none")) == {"ada/line", "bob/line"}
    assert len(grade(course, classroom)) == 2
    notes = (classroom.folder / "grading_notes.txt").read_text()
    assert "Alan Turing_13_assignsubmission_file/line.ipynb: Alan Turing is not in" in notes

    # the same again changes nothing
    report = collect(course, classroom, roster, moodle)
    assert set(states(report).values()) == {"as before"}
    assert due(course, classroom, mode="none") == []

    # something newer is graded anew, what is too late is kept
    handed_in = [("ada", -1, notebook("second")), ("ada", 2, notebook("third"))]
    report = collect(course, classroom, roster, exchange(tmp_path / "exchange", handed_in))
    assert [one.state for one in report.collected] == ["newer", "too late"]
    assert '"second"' in (classroom.submitted / "ada/line/line.ipynb").read_text()
    assert due(course, classroom, mode="none") == ["ada/line"]
    grade(course, classroom)
    assert notebook_of(classroom, "ada")
    with gradebook(classroom) as book:
        assert book.find_submission("line", "ada").total_seconds_late == 0

    # an extension makes the later one count, without collecting again
    with gradebook(classroom) as book:
        book.grant_extension("line", "ada", hours=3)
    assert settle(classroom) == ["ada/line"]
    assert settle(classroom) == []
    assert '"third"' in (classroom.submitted / "ada/line/line.ipynb").read_text()
    assert due(course, classroom, mode="none") == ["ada/line"]


def test_class_toml_decides_which_version_counts(tmp_path):
    course, classroom, _ = make_class(SMALL, tmp_path / "class", set())
    plain = (classroom.release / "line" / "line.ipynb").read_text()
    versions = [
        ("ada", hours, plain.replace('"nbformat":', f'"answer": "{hours}", "nbformat":', 1))
        for hours in (-1, 2, 5)
    ]

    def counted(text, ada_until=None):
        (classroom.folder / "class.toml").write_text(text)
        settings = Settings.load(classroom.folder, {"line": ["mse", "mse_gradient"]})
        own = {("ada", "line"): ada_until} if ada_until else {}
        rules = Rules(due={"line": settings.deadlines["line"].replace(tzinfo=None)}, own=own)
        settle(classroom, settings, rules)
        handed_in = json.loads((classroom.submitted / "ada/line/line.ipynb").read_text())
        return handed_in["answer"]

    collect(course, classroom, ROSTER, exchange(tmp_path / "exchange", versions))
    line = f"[deadlines]\nline = {DUE:%Y-%m-%d %H:%M}:00Z\n"
    assert counted(line) == "-1"
    later = f"[deadlines]\nline = {DUE + timedelta(hours=3):%Y-%m-%d %H:%M}:00Z\n"
    assert counted(later) == "2"
    assert counted(line, DUE + timedelta(hours=6)) == "5"
    assert counted(line) == "-1"
    assert counted(f'counts = "last"\n{line}') == "5"


def test_without_a_roster_nobody_is_made_up(released, tmp_path):
    course, classroom = released
    with pytest.raises(ClassroomError, match="has no roster"):
        collect(course, classroom, Roster(), tmp_path)


def test_the_exchange_of_two_courses_is_not_mixed(released, tmp_path):
    course, classroom = released
    for name in ("a", "b"):
        (tmp_path / name / "inbound").mkdir(parents=True)
    with pytest.raises(ClassroomError, match="several courses: a, b; name one"):
        collect(course, classroom, ROSTER, tmp_path)


def test_nothing_is_collected_while_another_grades(released, tmp_path):
    course, classroom = released
    with (classroom.state / "lock").open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(ClassroomError, match="another `autograder"):
            collect(course, classroom, ROSTER, tmp_path)


def test_students_whom_the_gradebook_knows_are_a_roster(released, tmp_path):
    _, classroom = released
    with gradebook(classroom) as book:
        book.update_or_create_student("../kim")  # would be a folder elsewhere
        book.update_or_create_student("kim", first_name="Kim", last_name="Lee", lms_user_id="77")
    (classroom.folder / "roster.csv").rename(tmp_path / "roster.csv")
    known = roster_of(classroom).by_id
    (tmp_path / "roster.csv").rename(classroom.folder / "roster.csv")
    assert known["kim"].name == "Kim Lee"
    assert known["kim"].platform_ids == {"canvas_id": "77"}
    assert "../kim" not in known


# --- what is told


def test_what_is_shown_fits_80_columns():
    screen = Console(file=io.StringIO(), width=80)
    long = "Ada " + "x" * 300
    report = Report(
        "moodle.zip",
        unmatched=[Told(f"{long}/line.ipynb", "Ada is not in the roster")],
        told=[Told("\x1b[2J.ipynb", "it is a link"), *(Told(f"{n}.png", "why") for n in range(30))],
        left_aside=1,
    )
    show(screen, report)
    text = screen.file.getvalue()
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "\x1b" not in text and "\\x1b[2J.ipynb" in text
    assert "… and 10 more" in text
    assert "moodle.zip: 1 unmatched, 31 files not collected" in text


def test_files_of_one_folder_and_reason_are_one_line():
    told = [
        Told("a/1.png", "why"),
        Told("a/2.png", "why"),
        Told("a/3.png", "other"),
        Told("b", "why"),
    ]
    assert told_once(told) == [
        Told("a/ (2 files)", "why"),
        Told("a/3.png", "other"),
        Told("b", "why"),
    ]
    assert len(shown("x" * 1000)) <= 121


def test_notes_of_collecting_stay_until_the_same_is_collected_again(tmp_path):
    classroom = Classroom(tmp_path)
    notes = Path(tmp_path / "grading_notes.txt")
    write_notes(classroom, ["ada/line: graded"])
    note_collecting(classroom, "a.zip", ["a.zip: one", "a.zip: two\nlines"])
    note_collecting(classroom, "b.zip", ["b.zip: three"])
    assert notes.read_text().splitlines() == [
        "a.zip: one",
        "a.zip: two lines",
        "b.zip: three",
        "ada/line: graded",
    ]
    note_collecting(classroom, "a.zip", [])
    write_notes(classroom, ["ada/line: graded again"])
    assert notes.read_text() == "b.zip: three\nada/line: graded again\n"
    assert of_collecting(classroom) == {"b.zip": ["b.zip: three"]}
