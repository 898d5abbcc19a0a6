"""A roster is read from whatever a platform or a spreadsheet exports."""

import stat
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.classroom.roster import Roster, RosterError, Student

MOODLE = """\
First name,Surname,ID number,Institution,Department,Email address
Ada,Lovelace,1001,,,ada@example.org
Kurt,Gödel,1002,,,kurt@example.org
"""
MOODLE_WORKSHEET = """\
Identifier,Full name,Email address,Status,Grade
Participant 77,Ada Lovelace,ada@example.org,Submitted,
"""
CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,perceptron (4711)
,,,,,Manual Posting
    Points Possible,,,,,20
"Lovelace, Ada",501,u1001,ada,Neural Networks,
"Gödel, Kurt",502,u1002,kurt,Neural Networks and Section B,
"Student, Test",599,,abcdef,Neural Networks,
"""
SPREADSHEET = "Matrikelnummer;Vorname;Nachname;E-Mail\n0017;Ada;Lovelace;ada@example.org\n"


def read(tmp_path, content, encoding="utf-8"):
    path = tmp_path / "export.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return Roster.read(path)


def test_moodle(tmp_path):
    roster = read(tmp_path, MOODLE)
    ada, kurt = roster
    assert (ada.id, ada.first_name, ada.last_name) == ("1001", "Ada", "Lovelace")
    assert (kurt.name, kurt.email) == ("Kurt Gödel", "kurt@example.org")
    assert kurt.platform_ids == {"moodle_id_number": "1002"}
    assert roster.columns["id"] == "ID number"
    assert roster.columns["last_name"] == "Surname"


def test_moodles_grading_worksheet_has_no_other_id_than_the_address(tmp_path):
    [ada] = read(tmp_path, MOODLE_WORKSHEET)
    assert (ada.id, ada.first_name, ada.last_name) == ("ada@example.org", "Ada", "Lovelace")
    assert ada.platform_ids == {"moodle_participant": "Participant 77"}


def test_canvas_and_its_lines_that_are_no_students(tmp_path):
    ada, kurt = read(tmp_path, CANVAS)
    assert (ada.id, ada.name, kurt.name) == ("u1001", "Ada Lovelace", "Kurt Gödel")
    assert ada.platform_ids == {
        "canvas_id": "501",
        "sis_user_id": "u1001",
        "sis_login_id": "ada",
    }
    assert kurt.section == "Neural Networks and Section B"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_whatever_a_spreadsheet_writes(tmp_path, encoding, delimiter, end):
    text = MOODLE.replace(",", delimiter).replace("\n", end)
    assert [one.name for one in read(tmp_path, text, encoding)] == ["Ada Lovelace", "Kurt Gödel"]


def test_zeros_in_front_stay_and_sep_is_no_heading(tmp_path):
    assert [one.id for one in read(tmp_path, SPREADSHEET)] == ["0017"]
    text = 'sep=;\nStudent ID;Name\n="0017";Ada Lovelace\n'
    [ada] = read(tmp_path, text)
    assert (ada.id, ada.name) == ("0017", "Ada Lovelace")


HEAD = "Student ID,First name,Last name\n"
BAD = {
    "empty": ("", "is empty"),
    "no student": (HEAD, "no student below"),
    "no id": ("colour,First name,Last name\n", ":1: no column is known to hold ids"),
    "no names": ("Student ID,colour\n1,red\n", "'First name' and 'Last name'"),
    "empty id": (HEAD + "1,Ada,Lovelace\n,Kurt,Gödel\n", ":3: the id of Kurt Gödel is empty"),
    "twice": (HEAD + '1,"A\nda",L\n\nx,K,G\nX,E,N\n', ":6: the id 'X' stands in line 5 already"),
    "a path": (HEAD + "../x,Ada,Lovelace\n", ":2: the id '../x' of Ada Lovelace cannot be"),
    "a workbook": (b"PK\3\4 more", "save the table as CSV"),
    "no text": (b"Name\x81,\x8d", "is no text"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_wrong_is_told_with_its_line(tmp_path, case):
    content, says = BAD[case]
    with pytest.raises(RosterError) as error:
        read(tmp_path, content)
    assert says in str(error.value)
    assert "export.csv" in str(error.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(RosterError, match=r"nowhere\.csv cannot be read"):
        Roster.read(tmp_path / "nowhere.csv")


def test_a_class_folder_keeps_it_for_nobody_else(tmp_path):
    assert len(Roster.load(tmp_path)) == 0
    roster = read(tmp_path, CANVAS)
    path = roster.save(tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Roster.load(tmp_path).students == roster.students


@pytest.mark.parametrize(
    "who", ["u1002", "502", "KURT", "kurt gödel", "Gödel, Kurt", "Gödel Kurt", "Kurt  Gödel"]
)
def test_a_student_is_found_by_id_address_or_name(tmp_path, who):
    assert read(tmp_path, CANVAS).find(who).id == "u1002"


def test_nobody_and_several_are_told(tmp_path):
    roster = read(tmp_path, HEAD + "1,Ada,Lovelace\n2,Ada,Lovelace\n3,Kurt,Gödel\n")
    with pytest.raises(RosterError, match="may be several students: 1, 2"):
        roster.find("ada lovelace")
    with pytest.raises(RosterError, match=r"do you mean 3 \(Kurt Gödel\)"):
        roster.find("Kurt Gödl")


word = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters='/\\."='),
    min_size=1,
    max_size=20,
)
students = st.lists(
    st.builds(
        Student,
        st.uuids().map(str),
        word,
        word,
        word,
        word,
        st.dictionaries(st.sampled_from(["canvas_id", "moodle_participant"]), word),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda one: one.id,
)


@given(students)
def test_what_is_kept_is_read_again(tmp_path_factory, students):
    folder = tmp_path_factory.mktemp("class")
    Roster(tuple(students)).save(folder)
    read = Roster.load(folder)
    assert [one.id for one in read] == [one.id for one in students]
    assert [one.last_name for one in read] == [
        unicodedata.normalize("NFC", one.last_name) for one in students
    ]
    assert [dict(one.platform_ids).keys() for one in read] == [
        one.platform_ids.keys() for one in students
    ]


@given(st.binary(max_size=300))
def test_no_bytes_end_in_a_traceback(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("any") / "export.csv"
    path.write_bytes(content)
    with pytest.raises(RosterError):
        Roster.read(path)
