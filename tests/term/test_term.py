"""A whole term as the guide for instructors tells it, with the incidents of every term.

The commands are those of the guide, word for word, where it says them. After each incident table,
gradebook, feedback page and export say the same number for each of sixty students, and it is the
number of the lists below, which were made by hand. The tests follow each other: they are one term.
"""

import csv
import io
import os
import re
import shlex
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from autograder.classroom.settings import Settings
from tests.term.class_of_sixty import (
    CHAPTERS,
    DAY,
    DUE,
    HOUR,
    LINE,
    MINUTE,
    NUMPY,
    PLANE,
    Term,
    commands,
    incident,
    moodle_number,
    settings,
)

#: Every third student leaves out nothing, the others these: and what each earns.
LEFT_OUT = [
    {NUMPY: "", LINE: "", PLANE: ""},
    {NUMPY: "standardize", LINE: "mse", PLANE: "mse"},
    {NUMPY: "numerical_gradient", LINE: "mse_gradient", PLANE: "mse_gradient"},
]
#: while the check of `mse` in the last chapter is wrong nobody has its 2 points, and questions
#: in words wait for a mark
EARNED = [
    {NUMPY: 12, LINE: 6, PLANE: 4},
    {NUMPY: 10, LINE: 4, PLANE: 4},
    {NUMPY: 9, LINE: 2, PLANE: 0},
]
MOST = {NUMPY: 12, LINE: 8, PLANE: 8}
STUDENTS = ["ada", *(f"s{number:02d}" for number in range(2, 61))]
NAMES = {"ada": ("Ada", "Lovelace"), "s12": ("Eva", "Müller"), "s13": ("Eva", "Müller")}
TWO_DAYS_LATE, IN_GRACE, EXTENDED_BEFORE, EXTENDED_AFTER = "s05", "s06", "s07", "s08"
ODD_FOLDER, TWO_FILES, DROPS_OUT, AGAIN, MOVED, JOINS = "s09", "s10", "s11", "s14", "s15", "s60"
LATE = {  # after the deadline; all others are an hour before it
    (TWO_DAYS_LATE, LINE): 2 * DAY,
    (IN_GRACE, LINE): 10 * MINUTE,
    (EXTENDED_BEFORE, LINE): DAY,
    (EXTENDED_AFTER, LINE): HOUR,
    (MOVED, PLANE): 3 * DAY,
}
RIGHT = "student.mse, reference.mse,"
WRONG = "student.mse, lambda *at: 2 * reference.mse(*at),"


def group(student):
    return 1 if student == "ada" else int(student[1:]) % 3


def person(student):
    return *NAMES.get(student, ("Student", f"No{student[1:]}")), student


def hands_in(student):
    """The chapters that a student hands in."""
    return CHAPTERS[:1] if student == DROPS_OUT else CHAPTERS


def change_check(term, chapter, old, new):
    path = term.course / "solutions" / chapter / "checks.py"
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


@pytest.fixture(scope="module")
def term(tmp_path_factory):
    term = Term(tmp_path_factory.mktemp("term"))
    yield term
    term.close()


@pytest.fixture(scope="module")
def by_hand():
    """The list made by hand: the mark of every student in every chapter, as the term goes on."""
    return {
        (student, chapter): EARNED[group(student)][chapter]
        for student in STUDENTS
        if student != JOINS
        for chapter in hands_in(student)
    }


def expect(term, by_hand, most=None, excused=()):
    """What `autograder grade` prints, once all four places say what the list says."""
    screen = term.type(commands(4))
    most = MOST | (most or {})
    wanted = {key: (mark, most[key[1]]) for key, mark in by_hand.items()}
    found = term.numbers(screen, excused)
    assert {
        key: found.get(key) for key in found | wanted if found.get(key) != wanted.get(key)
    } == {}
    return screen


def test_the_term_begins(term):
    change_check(term, PLANE, RIGHT, WRONG)
    term.write_roster([person(student) for student in STUDENTS if student != JOINS])
    told = term.type(commands(1))
    assert "59 students" in told
    (term.folder / "class.toml").write_text(settings())
    assert Settings.load(term.folder, dict.fromkeys(CHAPTERS, ())).deadlines.keys() == {NUMPY}
    term.set()
    term.type(commands(2))
    handed_out = sorted(path.name for path in (term.folder / "release").glob("*/*.ipynb"))
    assert handed_out == sorted(f"{name}.ipynb" for name in CHAPTERS)
    assert len(list((term.folder / "release").glob("*.whl"))) == 1


def test_what_moodle_gives_is_collected(term):
    files = {}
    for student in STUDENTS[:-1]:
        first, last, _ = person(student)
        place = f"{first} {last}_{moodle_number(student)}_assignsubmission_file_/"
        notebook = term.notebook(NUMPY, LEFT_OUT[group(student)][NUMPY])
        if student == ODD_FOLDER:
            files[f"{place}my work/Numpy final/Untitled3.ipynb"] = notebook
        elif student == TWO_FILES:
            files[f"{place}{NUMPY}.ipynb"] = term.untouched(NUMPY)
            files[f"{place}{NUMPY} (1).ipynb"] = notebook
        else:
            files[f"{place}{NUMPY}.ipynb"] = notebook
    term.moodle(files)
    told = term.type(commands(3))
    assert "59" in told
    again = term.type(commands(3))  # "to collect the same archive twice does no harm"
    assert "59" in again


def test_late_in_grace_and_extended_before_grading(term, by_hand):
    term.exchange(
        (student, chapter, LATE.get((student, chapter), -HOUR), term.notebook(chapter, without))
        for student in STUDENTS[:-1]
        for chapter in hands_in(student)[1:]
        for without in [LEFT_OUT[group(student)][chapter]]
    )
    ill = incident("someone is ill").split("`")[1]
    term.type(ill.replace("ada", EXTENDED_BEFORE).replace(NUMPY, LINE))
    by_hand[TWO_DAYS_LATE, LINE] = 1.6  # 2, and two tenths off
    by_hand[EXTENDED_AFTER, LINE] = 1.8  # 2, and an hour is a day begun
    by_hand[MOVED, PLANE] = 2.8  # 4, and three tenths off
    screen = expect(term, by_hand)
    assert "s05" in screen
    told = term.type(commands(5))
    assert max(map(len, told.splitlines())) <= 80
    assert TWO_FILES in (term.folder / "grading_notes.txt").read_text()


def test_an_extension_after_grading(term, by_hand):
    term.type(f"autograder extend {EXTENDED_AFTER} {LINE} --days 3")
    by_hand[EXTENDED_AFTER, LINE] = 2
    expect(term, by_hand)


def test_the_deadline_moves(term, by_hand):
    term.due[PLANE] = DUE[PLANE] + 7 * DAY
    term.set()
    by_hand[MOVED, PLANE] = 4
    expect(term, by_hand)


def test_the_policy_changes(term, by_hand):
    term.set(late='"20% a day, grace 15 min"')
    by_hand[TWO_DAYS_LATE, LINE] = 1.2
    expect(term, by_hand)


def test_one_hands_in_again_and_one_joins_late(term, by_hand):
    term.write_roster(map(person, STUDENTS))
    term.type("autograder init class --roster participants.csv")
    late = [(JOINS, name, -MINUTE, term.notebook(name)) for name in CHAPTERS]
    term.exchange([(AGAIN, LINE, -MINUTE, term.notebook(LINE)), *late])
    by_hand[AGAIN, LINE] = 6
    by_hand |= {(JOINS, name): EARNED[0][name] for name in CHAPTERS}
    expect(term, by_hand)
    told = term.type(commands(7).splitlines()[1])
    assert "handed in again" in told


def test_a_wrong_check_is_corrected(term, by_hand):
    change_check(term, PLANE, WRONG, RIGHT)
    for student in STUDENTS:
        if PLANE in hands_in(student) and group(student) != 1:
            by_hand[student, PLANE] += 2
    screen = expect(term, by_hand)
    assert "graded already" in screen
    told = term.type("autograder changes --csv")
    rows = list(csv.DictReader(io.StringIO(told)))
    # 59 handed in; 20 of them, numbers 1, 4, 7 … 58, left it out
    assert len(rows) == 59 - 20 and {row["why"] for row in rows} == {"checks corrected"}


@pytest.mark.parametrize(
    "how, most, with_it, without_it", [("full", 12, 0, 2), ("absent", 10, -2, 0)]
)
def test_a_question_is_dropped(term, by_hand, how, most, with_it, without_it):
    term.dropped = {f"{NUMPY}/standardize": how}
    term.set()
    left = dict(by_hand)
    for student in STUDENTS:
        has_it = LEFT_OUT[group(student)][NUMPY] != "standardize"
        left[student, NUMPY] += with_it if has_it else without_it
    expect(term, left, {NUMPY: most})


def test_the_question_counts_again_and_another_is_a_bonus(term, by_hand):
    term.dropped = {}
    term.set(bonus=f'["{LINE}/mse_gradient"]')
    expect(term, by_hand, {LINE: 4})


def test_the_formgrader_opens_and_ends(term):
    """With no browser but one that notes what it is asked to open."""
    program, *arguments = shlex.split(commands(6))
    note = term.course / "opened.txt"
    command = [Path(sys.executable).with_name(program), *arguments]
    browser = f"sh -c 'echo \"$0\" > {shlex.quote(str(note))}' %s"
    mark = subprocess.Popen(
        command,
        cwd=term.course,
        env=os.environ | {"BROWSER": browser, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    with mark:
        told = ""
        while "Ctrl-C" not in told:
            line = mark.stdout.readline()
            assert line, told
            told += line
        address = re.search(r"http://127\.0\.0\.1:\d+/formgrader\S+", told)[0]
        assert note.read_text().strip() == address
        with urllib.request.urlopen(address) as page:
            assert b"formgrader" in page.read()
        mark.send_signal(signal.SIGINT)
    assert mark.returncode == 0


def test_answers_are_marked_on_a_sheet_that_is_taken_twice(term, by_hand):
    term.type("autograder mark line --sheet")
    [path] = (term.folder / "sheets").glob("*.csv")
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert len(rows) == 59
    for row in rows:
        row["points"], row["comment"] = "1.5", "Say of what."
    with (term.course / "filled.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    term.type("autograder mark --take filled.csv")
    term.type("autograder mark --take filled.csv")
    for student, chapter in by_hand:
        if chapter == LINE:
            by_hand[student, chapter] += 1.5
    by_hand[TWO_DAYS_LATE, LINE] = 2.1  # 3.5, and four tenths off
    expect(term, by_hand, {LINE: 4})
    page = term.folder / "feedback" / "s20" / LINE / f"{LINE}.html"
    assert "Say of what." in page.read_text()


def test_marks_by_hand_stay_when_a_check_is_corrected(term, by_hand):
    change_check(term, LINE, "((1, 1), (5, 3))", "((2, 1), (5, 3))")
    expect(term, by_hand, {LINE: 4})


def test_one_is_excused_and_one_drops_out(term, by_hand):
    term.type(incident("someone need not").split("`")[1].replace(NUMPY, PLANE))
    term.write_roster(person(student) for student in STUDENTS if student != DROPS_OUT)
    term.type("autograder init class --roster participants.csv")
    screen = expect(term, by_hand, {LINE: 4}, excused=[("ada", PLANE)])
    assert "4*E" in next(line for line in screen.splitlines() if line.startswith("ada "))
    assert by_hand[DROPS_OUT, NUMPY] == 9  # still there, and told apart
    assert DROPS_OUT in term.type("autograder status")


def test_feedback_and_marks_go_back_to_moodle(term):
    term.type(commands(8))
    assert list((term.folder / "exports").glob("*.zip"))
    term.type(commands(9))
    with (term.folder / "exports" / "moodle.csv").open(encoding="utf-8-sig") as file:
        rows = {row["Email address"]: row for row in csv.DictReader(file)}
    assert float(rows["s20@example.org"][f"Assignment: {LINE} (Real)"]) == 3.5
