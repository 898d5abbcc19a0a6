"""Files for platforms: taken as the platforms' pages say, whatever students are called."""

import csv
import io
import json
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.classroom.exporting import canvas, moodle, spreadsheet
from autograder.classroom.exporting.matching import Called, matched
from autograder.classroom.exporting.tables import PlatformTable, TableError, harmless, written
from autograder.classroom.roster import Student
from autograder.classroom.settings import Settings
from autograder.classroom.standing import Released, Result, Standing
from autograder.grading.coordinator.marks import Mark
from autograder.grading.coordinator.parts import Part
from tests.classroom.platforms import (
    canvas_gradebook_import,
    moodle_grade_import,
    moodle_worksheet_import,
    runs_in_a_spreadsheet,
)

LINE = Released("line", "A line", {"mse": 2.0, "mse_gradient": 4.0, "why_mean": 2.0})
ROOT = Released("root", "The root", {"half": 3.0}, datetime(2027, 1, 31, 23, 59))
MAPPING = {
    name: (f"Assignment: {name} (Real)", f"Assignment: {name} (Feedback)")
    for name in ("line", "root")
}


def result(chapter, points, penalty=0.0, comment="", **unmarked):
    """Graded with ``points`` of each part in order; those in ``unmarked`` wait."""
    parts = {
        name: Part(value, most, name in unmarked, comment if name in ("mse",) else "")
        for (name, most), value in zip(chapter.parts.items(), points, strict=True)
    }
    mark = Mark("", chapter.name, sum(points), chapter.points, bool(unmarked), 0.0, penalty)
    return Result("to mark" if unmarked else "graded", mark, parts)


def standing(results, students=None):
    """``results`` by student, of the chapters :data:`LINE` and :data:`ROOT`; ``None`` is open."""
    students = students or [Student(id, email=f"{id}@example.org") for id in results]
    told = {
        (id, chapter.name): one if isinstance(one, Result) else Result(one or "open")
        for id, row in results.items()
        for chapter, one in zip((LINE, ROOT), row, strict=True)
    }
    return Standing((LINE, ROOT), tuple(students), told)


SMALL = standing(
    {
        "ada": (result(LINE, (2, 4, 1.5)), result(ROOT, (3,))),
        "kurt": (result(LINE, (2, 0, 0), penalty=0.5, why_mean=True), "missing"),
        "emmy": (None, None),
        "alan": ("not graded", result(ROOT, (0,))),
    }
)
BOTH = (LINE, ROOT)


def rows_of(exported):
    return list(csv.reader(io.StringIO(exported.content.decode("utf-8-sig"), newline="")))


def test_the_total_follows_the_weights_and_the_best_of_class_toml():
    weighed = replace(SMALL, settings=Settings(weights={"line": 3.0, "root": 1.0}))
    assert weighed.most == 4.0
    assert weighed.earned("ada") == 3 * 7.5 / 8 + 1
    assert weighed.earned("kurt") == 3 * 1.5 / 8  # nothing handed in is 0 of the other
    assert weighed.earned("emmy") is None
    assert weighed.earned("alan") == 0.0
    best = replace(SMALL, settings=Settings(best=1))
    assert best.earned("ada") == 3.0  # 3 of 3, better than 7.5 of 8
    assert best.earned("kurt") == 1.5


def test_a_spreadsheet_has_every_number_and_nothing_where_there_is_none():
    headings, out_of, ada, kurt, emmy, alan = rows_of(spreadsheet.to_csv(SMALL, BOTH))
    assert headings == [
        "student",
        "name",
        "e-mail",
        "section",
        "total",
        "line",
        "line: mse",
        "line: mse_gradient",
        "line: why_mean",
        "line: taken off for lateness",
        "root",
        "root: half",
        "root: taken off for lateness",
    ]
    assert out_of[4:] == ["11", "8", "2", "4", "2", "", "3", "3", ""]
    assert ada[4:] == ["10.5", "7.5", "2", "4", "1.5", "", "3", "3", ""]
    assert kurt[4:] == ["1.5", "1.5", "2", "0", "", "0.5", "0", "0", ""]
    assert emmy[4:] == [""] * 9
    assert alan[4:] == ["0", "", "", "", "", "", "0", "0", ""]


def test_the_total_is_of_all_chapters_also_where_one_is_exported():
    headings, *rows = rows_of(spreadsheet.to_csv(SMALL, [ROOT]))
    assert headings[4:6] == ["total", "root"]
    assert rows[1][4:6] == ["10.5", "3"]


def test_a_spreadsheet_is_told_that_it_is_utf_8_and_a_program_need_not_be():
    assert spreadsheet.to_csv(SMALL, BOTH).content.startswith(b"\xef\xbb\xbf")
    assert spreadsheet.to_json(SMALL, BOTH).content.startswith(b"{")


def test_json_says_the_same_numbers():
    told = json.loads(spreadsheet.to_json(SMALL, BOTH).content)
    assert told["chapters"]["root"] == {
        "title": "The root",
        "points": 3.0,
        "parts": {"half": 3.0},
        "due": "2027-01-31T23:59:00Z",
    }
    ada, kurt, emmy, alan = told["students"]
    assert (ada["total"], kurt["total"], emmy["total"], alan["total"]) == (10.5, 1.5, None, 0.0)
    assert kurt["chapters"]["line"] == {
        "points": 1.5,
        "state": "to mark",
        "late_seconds": 0.0,
        "penalty": 0.5,
        "parts": {"mse": 2.0, "mse_gradient": 0.0, "why_mean": None},
        "comments": {},
    }
    assert emmy["chapters"]["line"]["points"] is None
    assert kurt["chapters"]["root"] == {
        "points": 0.0,
        "state": "missing",
        "late_seconds": 0.0,
        "penalty": 0.0,
        "parts": {},
        "comments": {},
    }


def test_moodle_takes_grade_and_feedback_together():
    exported = moodle.to_gradebook(SMALL, BOTH, None)
    users = {f"{id}@example.org" for id in ("ada", "kurt", "alan")}  # Emmy has no mark, and no row
    taken = moodle_grade_import(exported.content, users, "Email address", MAPPING)
    assert {key: grade for key, (grade, _) in taken.items()} == {
        ("ada@example.org", "line"): 7.5,
        ("ada@example.org", "root"): 3.0,
        ("kurt@example.org", "line"): 1.5,
        ("kurt@example.org", "root"): 0.0,
        ("alan@example.org", "line"): None,
        ("alan@example.org", "root"): 0.0,
    }
    assert taken["kurt@example.org", "line"][1] == (
        "1.5 of 8 points: mse 2 of 2; mse_gradient 0 of 4; why_mean not marked yet;"
        " handed in late, 0.5 off."
    )
    assert taken["kurt@example.org", "root"][1] == "0 of 3 points: nothing was handed in."
    assert any("alan" in note and "empty cell" in note for note in exported.notes)


def test_moodle_shows_a_comment_as_it_was_written():
    small = standing({"ada": (result(LINE, (2, 4, 2), comment="n < 2 & so on"), None)})
    feedback = rows_of(moodle.to_gradebook(small, [LINE], None))[1][-1]
    assert feedback.endswith("On mse: n &lt; 2 &amp; so on")


def test_moodle_knows_nobody_whom_it_could_mistake():
    ids = ("ada", "kurt", "emmy", "grace", "plus")
    emails = ("ada@example.org", "same@example.org", "same@example.org", "", "+1@example.org")
    students = [Student(id, email=email) for id, email in zip(ids, emails, strict=True)]
    small = standing(dict.fromkeys(ids, (result(LINE, (2, 4, 2)), None)), students)
    exported = moodle.to_gradebook(small, [LINE], "email")
    users = {"ada@example.org", "same@example.org"}
    mapping = {"line": MAPPING["line"]}
    taken = moodle_grade_import(exported.content, users, "Email address", mapping)
    assert list(taken) == [("ada@example.org", "line")]
    for words in ("no e-mail address in the roster: grace", "as another: kurt, emmy", "plus"):
        assert any(words in note for note in exported.notes)


def test_moodle_by_the_number_that_more_students_have():
    numbers = {"ada": "0017", "kurt": "0018"}
    students = [
        Student(id, platform_ids={"moodle_id_number": number}) for id, number in numbers.items()
    ]
    small = standing(dict.fromkeys(numbers, (result(LINE, (2, 4, 2)), None)), students)
    exported = moodle.to_gradebook(small, [LINE], None)
    mapping = {"line": MAPPING["line"]}
    taken = moodle_grade_import(exported.content, set(numbers.values()), "ID number", mapping)
    assert taken.keys() == {("0017", "line"), ("0018", "line")}


def test_moodle_gets_no_file_that_is_nobodys():
    small = standing({"ada": (result(LINE, (2, 4, 2)), None)}, [Student("ada")])
    with pytest.raises(TableError, match="no student with a mark has an e-mail address"):
        moodle.to_gradebook(small, [LINE], None)


SHEET = """\
Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed",\
"Last modified (submission)","Last modified (grade)","Feedback comments"
"Participant 77","Ada Lovelace",ada@example.org,"Submitted for grading",,8.00,Yes,"Monday",-,
"Participant 78","Kurt Gödel",kurt@example.org,"Submitted for grading",1.00,8.00,Yes,"Monday",-,old
"Participant 79","Emmy Noether",emmy@example.org,"No submission",5.00,8.00,Yes,"Monday",-,kept
"Participant 80","Alan Turing",alan@example.org,"No submission",,8.00,No,"Monday",-,
"Participant 81","Jane Doe",jane@example.org,"No submission",,8.00,Yes,"Monday",-,
"""


def test_a_worksheet_of_moodle_is_filled_in_and_stays_as_it_was_else():
    sheet = PlatformTable("sheet.csv", SHEET.encode())
    exported = moodle.to_worksheet(SMALL, LINE, sheet)
    participants = {str(number): (8.0, None, "") for number in (77, 78, 79, 80, 81)} | {
        "79": (8.0, 5.0, "kept")
    }
    changed = moodle_worksheet_import(exported.content, participants)
    assert {number: grade for number, (grade, _) in changed.items()} == {
        **{"77": 7.5, "78": 1.5, "79": 5.0, "80": None, "81": None}
    }
    assert changed["79"] == (5.0, "kept")  # no mark of ours: what Moodle has stays
    before, after = SHEET.splitlines(), exported.content.decode().splitlines()
    assert [after[at] for at in (0, 3, 4, 5)] == [before[at] for at in (0, 3, 4, 5)]
    assert any("Jane Doe" in note for note in exported.notes)


def test_a_worksheet_out_of_something_else_is_told():
    sheet = PlatformTable("sheet.csv", SHEET.replace("8.00", "100.00").encode())
    exported = moodle.to_worksheet(SMALL, LINE, sheet)
    assert any("out of 100.00" in note and "out of 8" in note for note in exported.notes)


def test_what_is_no_worksheet_is_refused_in_one_sentence():
    sheet = PlatformTable("sheet.csv", b"Kennung,Bewertung\n1,2\n")
    with pytest.raises(TableError, match=r"no column 'Identifier', 'Grade'.*English"):
        moodle.to_worksheet(SMALL, LINE, sheet)


#: as lib/gradebook_exporter.rb writes it
GRADEBOOK = '''\
Student,ID,SIS User ID,SIS Login ID,Section,Notes,A line (5001),Essay (5002),root (5003),\
Homework Current Score,Current Score,Final Grade
,,,,,,,,Manual Posting,,,
    Points Possible,,,,,,8.00,10.00,3.00,(read only),(read only),(read only)
"Lovelace, Ada",101,u1,ada@example.org,Section 1,"likes ""engines""",,9.50,,95.00,95.00,A
"Gödel, Kurt",102,u2,kurt@example.org,"Section 1 and Section 2",,1.00,,EX,10.00,10.00,F
"Noether, Emmy",103,u3,emmy@example.org,Section 1,,4.00,,N/A,,,
"=""=Turing, Alan""",104,u4,alan@example.org,Section 1,,,,,,,
"Student, Test",105,,abc,Section 1,,,,,,,
'''


def fill(text, columns=None, chapters=BOTH, of=SMALL):
    return canvas.to_gradebook(of, chapters, PlatformTable("gradebook.csv", text), columns or {})


def test_the_gradebook_of_canvas_is_filled_in_and_stays_as_it_was_else():
    exported = fill(GRADEBOOK.encode())
    ids = {"101", "102", "103", "104", "105"}
    taken = canvas_gradebook_import(exported.content, ids, {"5001", "5002", "5003"}, ["Notes"])
    assert {key: text for key, text in taken.items() if key[1] != "5002"} == {
        ("101", "5001"): "7.5",
        ("101", "5003"): "3",
        ("102", "5001"): "1.5",
        ("102", "5003"): "EX",
        ("103", "5001"): "4.00",  # no mark of ours; an empty cell would take this away
        ("103", "5003"): "N/A",
        ("104", "5001"): "",
        ("104", "5003"): "0",
        ("105", "5001"): "",
        ("105", "5003"): "",
    }
    cells = [line.split(",") for line in GRADEBOOK.splitlines()]
    filled = [line.split(",") for line in exported.content.decode().splitlines()]
    changed = [
        (row, column)
        for row, (old, new) in enumerate(zip(cells, filled, strict=True))
        for column, (a, b) in enumerate(zip(old, new, strict=True))
        if a != b
    ]
    assert len(changed) == 4
    assert any("kurt (root: EX)" in note for note in exported.notes)
    assert any("Essay" in note for note in exported.notes)


def test_canvas_calls_an_assignment_something_else():
    columns = {"line": "Essay", "total": "root (5003)"}
    exported = fill(GRADEBOOK.encode(), columns, [LINE])
    taken = canvas_gradebook_import(
        exported.content, {str(n) for n in range(101, 106)}, {"5001", "5002", "5003"}, ["Notes"]
    )
    assert taken["101", "5002"] == "7.5"
    assert taken["101", "5003"] == "10.5"
    assert taken["101", "5001"] == ""
    assert any("in Canvas out of 10" in note for note in exported.notes)


@pytest.mark.parametrize(
    ("text", "columns", "says"),
    [
        ("a,b\n1,2\n", {}, "no gradebook of Canvas"),
        ("", {}, "no gradebook of Canvas"),
        (GRADEBOOK.replace("A line (", "Homework ("), {"line": "Howmork"}, "no column fits line"),
        (GRADEBOOK.replace("Essay (", "line ("), {}, "several columns fit line"),
        (GRADEBOOK.replace('"Gödel', '"Gödel"x'), {}, "gradebook.csv:5: a quotation mark"),
        (GRADEBOOK.replace("A line", "B").replace("root", "C"), {}, "--column line=NAME"),
        (GRADEBOOK.split('"Love')[0], {}, "no row is of a student"),
    ],
)
def test_what_canvas_did_not_write_is_refused_in_one_sentence(text, columns, says):
    with pytest.raises(TableError, match=says):
        fill(text.encode(), columns)


def test_an_excuse_is_one_in_canvas_and_nothing_elsewhere():
    small = standing({"ada": (Result("excused", result(LINE, (2, 4, 2)).mark), None)})
    assert small.earned("ada") is None
    assert rows_of(spreadsheet.to_csv(small, [LINE]))[2][4:6] == ["", ""]
    text = GRADEBOOK.partition('"Gödel')[0]
    taken = canvas_gradebook_import(
        fill(text.encode(), of=small).content, {"101"}, {"5001", "5002", "5003"}, ["Notes"]
    )
    assert taken["101", "5001"] == "EX"


def test_canvas_with_decimal_commas_keeps_them():
    text = "\n".join(
        [
            "Student;ID;SIS Login ID;Section;A line (5001)",
            "    Points Possible;;;;8,00",
            '"Lovelace, Ada";101;ada@example.org;S;',
        ]
    )
    exported = fill(b"\xef\xbb\xbf" + text.encode(), chapters=[LINE])
    assert exported.content.endswith(b";7,5") and exported.content.startswith(b"\xef\xbb\xbf")
    assert canvas_gradebook_import(exported.content, {"101"}, {"5001"}) == {("101", "5001"): "7.5"}


# --- whatever students are called

NAMES = st.text(
    st.one_of(
        st.sampled_from("=+-@\t\r\n\"',;|' ä߀山ф\u202e\u0301"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    ),
    max_size=12,
)
CLASSES = st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=5).map(
    lambda names: [
        Student(f"s{number}", first, last, f"s{number}@example.org", last)
        for number, (first, last) in enumerate(names)
    ]
)


def everybody(students):
    return standing(
        {
            student.id: (result(LINE, (2, number % 5, 0)), None)
            for number, student in enumerate(students)
        },
        students,
    )


@given(CLASSES)
def test_no_name_is_run_by_a_spreadsheet_or_moves_a_mark(students):
    exported = spreadsheet.to_csv(everybody(students), BOTH)
    assert runs_in_a_spreadsheet(exported.content) == []
    rows = rows_of(exported)[2:]
    assert [row[0] for row in rows] == [student.id for student in students]
    assert [row[5] for row in rows] == [f"{2 + n % 5}" for n in range(len(students))]
    assert all(len(row) == 13 for row in rows)


@given(CLASSES)
def test_no_name_keeps_moodle_from_taking_the_marks(students):
    exported = moodle.to_gradebook(everybody(students), BOTH, "email")
    assert runs_in_a_spreadsheet(exported.content) == []
    users = {student.email for student in students}
    taken = moodle_grade_import(exported.content, users, "Email address", MAPPING)
    for number, student in enumerate(students):
        assert taken[student.email, "line"][0] == 2 + number % 5


@given(CLASSES, st.sampled_from(",;"), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_no_name_moves_a_mark_in_the_gradebook_of_canvas(students, delimiter, has_bom, end):
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator=end)
    writer.writerow(["Student", "ID", "SIS Login ID", "Section", "line (5001)", "Final Score"])
    writer.writerow(["    Points Possible", "", "", "", "8.00", "(read only)"])
    for number, one in enumerate(students):
        name = f"x{one.last_name}, {one.first_name}"
        cells = [name, 700 + number, one.email, one.section, "", "0"]
        # csv.writer of Python 3.11 does not quote a carriage return by itself
        writer.writerow([str(cell).replace("\r", " ") for cell in cells])
    before = b"\xef\xbb\xbf" * has_bom + file.getvalue().encode()
    exported = fill(before, chapters=[LINE], of=everybody(students))
    ids = {str(700 + number) for number in range(len(students))}
    taken = canvas_gradebook_import(exported.content, ids, {"5001"})
    assert taken == {(str(700 + n), "5001"): f"{2 + n % 5}" for n in range(len(students))}
    assert exported.content.startswith(b"\xef\xbb\xbf") == has_bom


@given(st.binary(max_size=60) | st.text('a,";\r\n\té', max_size=40).map(str.encode))
def test_a_table_that_nobody_touches_comes_back_byte_for_byte(content):
    try:
        table = PlatformTable("any", content)
    except TableError as error:
        assert str(error).startswith("any:")
    else:
        assert table.content() == content


@given(st.lists(st.lists(NAMES, min_size=2, max_size=4), min_size=1, max_size=4))
def test_what_is_put_is_read_again(rows):
    table = PlatformTable("any", written([["x"] * 4] * (len(rows) + 1)))
    for row, cells in enumerate(rows, 1):
        for column, text in enumerate(cells):
            table.put(row, column, text)
    again = PlatformTable("any", table.content())
    for row, cells in enumerate(rows, 1):
        for column, text in enumerate(cells):
            assert again.value(row, column) == text.strip()


@given(NAMES)
def test_harmless_text_is_one_line_and_keeps_its_words(text):
    assert runs_in_a_spreadsheet(written([[harmless(text)]])) == []
    line = " ".join(text.split())
    assert harmless(text) in (line, f"'{line}")


# --- who is meant


def ids(called, students):
    return [one and one.id for one in matched(called, students)]


ADA = Student("1815", "Ada", "Lovelace", "ada@example.org", platform_ids={"canvas_id": "7"})
KURT = Student("kurt.g", "Kurt", "Gödel")


def test_an_id_decides_before_a_name():
    called = [Called({"canvas_id": "7"}, "Gödel, Kurt"), Called({"email": "ADA@example.org"})]
    assert ids(called[:1], [ADA, KURT]) == ["1815"]
    assert ids(called[1:], [ADA, KURT]) == ["1815"]


@pytest.mark.parametrize("name", ["Gödel, Kurt", "Kurt Gödel", "godelkurt", "KURT G"])
def test_a_name_is_known_in_any_order(name):
    assert ids([Called(name=name)], [ADA, KURT]) == ["kurt.g"]


def test_numbers_of_different_kinds_are_not_the_same():
    assert ids([Called({"canvas_id": "1815"}, "Somebody")], [ADA, KURT]) == [None]
    assert ids([Called({"moodle_participant": "7"}, "Somebody")], [ADA, KURT]) == [None]


def test_a_name_beside_another_id_is_somebody_else():
    assert ids([Called({"canvas_id": "8"}, "Ada Lovelace")], [ADA, KURT]) == [None]


def test_two_of_one_name_are_nobody():
    other = Student("kurt.2", "Kurt", "Gödel")
    assert ids([Called(name="Kurt Gödel")], [ADA, KURT, other]) == [None]
    assert ids([Called(name="Kurt Gödel")] * 2, [ADA, KURT]) == [None, None]
    assert ids([Called({"email": "kurt.g"}), Called({"email": "KURT.G"})], [KURT]) == [None, None]


@settings(max_examples=50)
@given(st.lists(st.tuples(NAMES, NAMES), max_size=4), st.lists(NAMES, max_size=4))
def test_no_two_rows_are_one_student(names, called):
    students = [Student(f"s{n}", first, last) for n, (first, last) in enumerate(names)]
    found = [one for one in ids([Called(name=name) for name in called], students) if one]
    assert len(found) == len(set(found))
