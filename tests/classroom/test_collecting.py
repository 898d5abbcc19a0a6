"""What Moodle, Canvas and nbgrader's exchange give is sorted to the students of the roster.

The layouts are written by hand from the platforms' own code: Moodle's
``mod/assign/classes/downloader.php`` and, before 2022, ``mod/assign/locallib.php``; Canvas's
``lib/content_zipper.rb``; nbgrader's ``exchange/default/submit.py``.
"""

import json
import os
import zipfile
from datetime import datetime

import pytest

from autograder.classroom.collecting import archives
from autograder.classroom.collecting.archives import Most, SourceError, files_of
from autograder.classroom.collecting.hand_ins import Sorted, sort_out
from autograder.classroom.collecting.whose import Matcher
from autograder.classroom.roster import Roster, Student

ASSIGNMENTS = {"line": ["mse", "mse_gradient"], "plane": ["plane_mse"]}
ROSTER = Roster(
    (
        Student("ada", "Ada", "Lovelace", "ada@example.org", "", {"canvas_id": "1001"}),
        Student("bob", "Bob", "O'Brien", "bob@example.org"),
        Student("kurt", "Kurt", "Gödel"),
        Student("eva.1", "Eva", "Müller", "", "", {"moodle_participant": "Participant 41"}),
        Student("eva.2", "Eva", "Müller", "", "", {"canvas_id": "1005"}),
    )
)
PNG = b"\x89PNG\r\n\x1a\n"


def notebook(assignment="line", answer=""):
    cell = {"cell_type": "code", "id": f"{assignment}-001", "source": answer, "metadata": {}}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


LINE, PLANE = notebook(), notebook("plane")


def archive(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return path


def put(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


class Outcome:
    """What was found: hand-ins by their id, and the reasons for all that is none."""

    def __init__(self, path, otherwise=""):
        found = Sorted()
        with files_of(path) as files:
            self.hand_ins = list(
                sort_out(files, Matcher(ROSTER), ASSIGNMENTS, found, otherwise=otherwise)
            )
        self.by_id = {f"{one.student}/{one.assignment}": one for one in self.hand_ins}
        self.files = {id: sorted(one.files) for id, one in self.by_id.items()}
        self.told = {one.path: one.why for one in found.told}
        self.unmatched = {one.path: one.why for one in found.unmatched}
        self.left_aside = found.left_aside


@pytest.fixture
def collected(tmp_path):
    """Collect an archive of these files."""
    return lambda files, **more: Outcome(archive(tmp_path / "download.zip", files), **more)


# --- Moodle


@pytest.mark.parametrize(
    "place",
    [
        "Ada Lovelace_11_assignsubmission_file/line.ipynb",
        "Ada Lovelace_11_assignsubmission_file_/line.ipynb",
        "Ada Lovelace_11_assignsubmission_file/week/of mine/Untitled.ipynb",
        "Ada Lovelace_11_assignsubmission_file_line.ipynb",
        "Ada Lovelace_11_assignsubmission_file_my_line_2.ipynb",
        "LOVELACE Ada_11_assignsubmission_file_/line.ipynb",
        "CS1-Line-4232467/Ada Lovelace_11_assignsubmission_file_/line.ipynb",
        "Ada Lovelace_11_assignsubmission_file\\line.ipynb",
    ],
)
def test_moodle_names_a_student_and_a_number(collected, place):
    found = collected({place: LINE})
    assert found.files == {"ada/line": ["line.ipynb"]}
    assert (found.told, found.unmatched) == ({}, {})
    assert found.by_id["ada/line"].handed_in is None


def test_moodle_leaves_out_what_no_name_of_a_file_may_hold(collected):
    files = {
        "Bob OBrien_12_assignsubmission_file_/line.ipynb": LINE,
        "Kurt Go\u0308del_13_assignsubmission_file_/line.ipynb": LINE,  # as a Mac writes it
    }
    assert set(collected(files).files) == {"bob/line", "kurt/line"}


def test_students_of_one_name_are_told_apart_by_moodles_number_or_not_at_all(collected):
    found = collected(
        {
            "Eva Müller_41_assignsubmission_file_/line.ipynb": LINE,
            "Eva Müller_42_assignsubmission_file_/line.ipynb": LINE,
        }
    )
    assert set(found.files) == {"eva.1/line"}
    [why] = found.unmatched.values()
    assert (
        why == "Eva Müller may be eva.1, eva.2; the column 'Identifier' of the roster can say which"
    )


@pytest.mark.parametrize(
    "place",
    [
        "Ada Lovelace_11_assignsubmission_onlinetext/onlinetext.html",
        "Ada Lovelace_11_assignsubmission_onlinetext_onlinetext.html",
    ],
)
def test_a_text_typed_into_moodle_is_told(collected, place):
    found = collected({place: "<p>My answer</p>"})
    assert found.files == {}
    assert found.told == {place: "it was typed into Moodle, and only files are graded"}


@pytest.mark.parametrize(
    "place",
    ["Participant_11_assignsubmission_file_/line.ipynb", "Team A_9_assignsubmission_file/x.ipynb"],
)
def test_who_is_not_in_the_roster_is_told(collected, place):
    found = collected({place: LINE})
    assert found.files == {}
    assert found.unmatched == {place: f"{place.partition('_')[0]} is not in the roster"}


def test_a_student_cannot_hand_in_for_another(collected):
    inside = "Bob O'Brien_12_assignsubmission_file_"
    files = {
        f"Ada Lovelace_11_assignsubmission_file_/{inside}/line.ipynb": LINE,
        "Nobody Known_12_assignsubmission_file_/bob/line.ipynb": LINE,
    }
    found = collected(files)
    assert set(found.files) == {"ada/line"}
    assert len(found.unmatched) == 1


# --- Canvas


@pytest.mark.parametrize(
    ("place", "id", "is_late"),
    [
        ("lovelaceada_1001_5001_line.ipynb", "ada", False),
        ("lovelaceada_LATE_1001_5001_line-2.ipynb", "ada", True),
        ("countessada_1001_5001_line.ipynb", "ada", False),  # the number counts
        ("obrienbob_1002_5001_my_line_1_2.ipynb", "bob", False),
        ("gödelkurt_late_1003_5001_line.ipynb", "kurt", True),
        ("müllereva_1005_5001_line.ipynb", "eva.2", False),
    ],
)
def test_canvas_runs_a_name_together_and_adds_numbers(collected, place, id, is_late):
    found = collected({place: LINE})
    assert found.files == {f"{id}/line": ["line.ipynb"]}
    assert found.by_id[f"{id}/line"].is_late == is_late


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("lovelaceada_1009_5001_line.ipynb", "lovelaceada (1009) is not in the roster"),
        ("anon_aB3xY_5001_line.ipynb", "Canvas hid the name of its student"),
        ("LATE_anon_aB3xY_5001_line.ipynb", "Canvas hid the name of its student"),
        ("turingalan_7_5001_line.ipynb", "turingalan (7) is not in the roster"),
    ],
)
def test_whom_canvas_does_not_name_is_told(collected, place, why):
    found = collected({place: LINE})
    assert (found.files, found.unmatched) == ({}, {place: why})


def test_texts_and_links_of_canvas_are_told(collected):
    found = collected({"lovelaceada_1001_text.html": "", "lovelaceada_LATE_1001_link.html": ""})
    assert set(found.told.values()) == {"it was typed into Canvas, and only files are graded"}
    assert len(found.told) == 2


def test_all_files_of_a_student_in_canvas_are_one_hand_in(collected):
    found = collected(
        {
            "lovelaceada_1001_5001_line.ipynb": LINE,
            "lovelaceada_1001_5002_sketch.png": PNG,
            "obrienbob_1002_5003_sketch.png": PNG,
        }
    )
    assert found.files == {"ada/line": ["line.ipynb", "sketch.png"]}
    assert list(found.told) == ["obrienbob_1002_5003_sketch.png"]


# --- nbgrader's exchange


def test_the_exchange_says_the_time(tmp_path):
    place = "ada+line+2027-01-31 22:10:05.250000 UTC"
    put(
        tmp_path,
        {
            f"{place}+Zm9vYmFyYmF6/line.ipynb": LINE,
            f"{place}+Zm9vYmFyYmF6/timestamp.txt": "2027-01-31 22:10:05.250000 UTC",
            f"{place}+Zm9vYmFyYmF6/submission_secret.txt": "f00",
            "bob+plane+2027-02-01 00:10:05 CET/any name.ipynb": "{}",
        },
    )
    found = Outcome(tmp_path)
    assert found.files == {"ada/line": ["line.ipynb"], "bob/plane": ["plane.ipynb"]}
    assert found.by_id["ada/line"].handed_in == datetime(2027, 1, 31, 22, 10, 5, 250_000)
    assert found.by_id["bob/plane"].handed_in == datetime(2027, 1, 31, 23, 10, 5)
    assert (found.told, found.unmatched) == ({}, {})


# --- folders


@pytest.mark.parametrize(
    ("place", "id"),
    [
        ("ada/line/line.ipynb", "ada/line"),
        ("ADA/work.ipynb", "ada/line"),
        ("line/ada.ipynb", "ada/line"),
        ("ada_line.ipynb", "ada/line"),
        ("line-eva.1.ipynb", "eva.1/line"),
        ("Kurt Gödel/line.ipynb", "kurt/line"),
        ("bob@example.org/line.ipynb", "bob/line"),
        ("week 1/ada/line.ipynb", "ada/line"),
    ],
)
def test_a_folder_somebody_made(tmp_path, place, id):
    found = Outcome(put(tmp_path, {place: LINE}))
    assert found.files == {id: ["line.ipynb"]}


def test_a_time_beside_the_notebook_is_taken_from_folders_alone(tmp_path):
    stamp = "2027-01-31 22:10:05 UTC"
    moodle = "Bob OBrien_12_assignsubmission_file_"
    files = {"ada/line/line.ipynb": LINE, "ada/line/timestamp.txt": stamp}
    found = Outcome(
        put(tmp_path, files | {f"{moodle}/line.ipynb": LINE, f"{moodle}/timestamp.txt": stamp})
    )
    assert found.by_id["ada/line"].handed_in == datetime(2027, 1, 31, 22, 10, 5)
    assert found.by_id["bob/line"].handed_in is None  # the student may have written it
    assert list(found.told) == [f"{moodle}/timestamp.txt"]


def test_a_time_that_nobody_understands_is_told(tmp_path):
    files = {"ada/line/line.ipynb": LINE, "ada/line/timestamp.txt": "last Friday"}
    [one] = Outcome(put(tmp_path, files)).hand_ins
    assert one.handed_in is None
    assert one.notes == ("timestamp.txt holds no time",)


def test_links_and_pipes_in_a_folder_are_told(tmp_path):
    put(tmp_path, {"secret.txt": "", "ada/line.ipynb": LINE, "ada/more/a.png": PNG})
    (tmp_path / "ada" / "other.ipynb").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "ada" / "root").symlink_to("/")
    os.mkfifo(tmp_path / "ada" / "pipe.ipynb")
    found = Outcome(tmp_path / "ada" / "..")
    assert found.files == {"ada/line": ["line.ipynb", "more/a.png"]}
    assert found.told == {
        "ada/other.ipynb": "it is a link, and links are not followed",
        "ada/root": "it is a link, and links are not followed",
        "ada/pipe.ipynb": "it is no ordinary file",
    }


# --- which assignment, which notebook


def test_what_a_notebook_says_comes_before_its_name(collected):
    home = "Ada Lovelace_11_assignsubmission_file_"
    found = collected({f"{home}/line.ipynb": PLANE, f"{home}/torn.ipynb": "{"})
    assert found.files == {"ada/plane": ["plane.ipynb"]}
    assert list(found.told) == [f"{home}/torn.ipynb"]
    assert "--assignment" in found.told[f"{home}/torn.ipynb"]
    found = collected({f"{home}/torn.ipynb": "{"}, otherwise="line")
    assert found.files == {"ada/line": ["line.ipynb"]}


def test_several_notebooks_are_kept_under_their_names_and_told(collected):
    home = "Ada Lovelace_11_assignsubmission_file_"
    files = {
        f"{home}/old.ipynb": notebook(answer="old"),
        f"{home}/line.ipynb": notebook(answer="new"),
        f"{home}/copy/line.ipynb": notebook(answer="other"),
        f"{home}/again/line.ipynb": notebook(answer="new"),
    }
    found = collected(files)
    assert found.files == {"ada/line": ["line (2).ipynb", "line.ipynb", "old.ipynb"]}
    assert found.by_id["ada/line"].files["line.ipynb"] == notebook(answer="new").encode()
    [note] = found.by_id["ada/line"].notes
    assert note.startswith("3 notebooks: 'line.ipynb'")


def test_an_archive_that_a_student_handed_in_is_looked_into(collected, tmp_path):
    inner = archive(
        tmp_path / "inner.zip", {"line.ipynb": LINE, "img/a.png": PNG, "__MACOSX/x": ""}
    )
    work = inner.read_bytes()
    found = collected(
        {
            "Ada Lovelace_11_assignsubmission_file_/work.zip": work,
            "obrienbob_1002_5001_work-1.zip": work,
            "gdel/kurt.zip": work,
        }
    )
    both = ["img/a.png", "line.ipynb"]
    assert found.files == {"ada/line": both, "bob/line": both, "kurt/line": both}
    assert found.left_aside == 3


# --- what nobody should send


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../../line.ipynb", "its name leads out of the archive"),
        ("..\\..\\line.ipynb", "its name leads out of the archive"),
        ("/etc/line.ipynb", "its name leads out of the archive"),
        ("C:\\line.ipynb", "its name leads out of the archive"),
    ],
)
def test_a_name_that_leads_out_is_told(collected, tmp_path, name, why):
    inner = archive(tmp_path / "inner.zip", {name: LINE}).read_bytes()
    found = collected({name: LINE, "Ada Lovelace_1_assignsubmission_file_/a.zip": inner})
    assert found.files == {}
    assert list(found.told.values()) == [why, why]


def test_a_link_in_an_archive_is_told(collected):
    link = zipfile.ZipInfo("Ada Lovelace_1_assignsubmission_file_/line.ipynb")
    link.external_attr = 0o120777 << 16
    found = collected({link: "/etc/passwd"})
    assert found.told == {link.filename: "it is a link, and links are not followed"}


def test_an_archive_that_unpacks_to_more_than_its_size_is_told(collected, tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "OF_A_STUDENT", Most(files=3, total=2**24, free=2**16))
    bomb = archive(tmp_path / "bomb.zip", {"line.ipynb": bytes(2**20)}).read_bytes()
    many = archive(tmp_path / "many.zip", {f"{i}.ipynb": "" for i in range(4)}).read_bytes()
    home = "Ada Lovelace_1_assignsubmission_file_"
    found = collected(
        {f"{home}/bomb.zip": bomb, f"{home}/many.zip": many, f"{home}/no.zip": b"PK\3\4 no"}
    )
    assert found.files == {}
    assert "would unpack to" in found.told[f"{home}/bomb.zip"]
    assert "more than 3 files" in found.told[f"{home}/many.zip"]
    assert "no zip archive, or a torn one" in found.told[f"{home}/no.zip"]


def test_what_is_no_archive_at_all_is_one_sentence(tmp_path):
    path = tmp_path / "download.zip"
    path.write_bytes(b"PK\3\4 and nothing else")
    with pytest.raises(SourceError, match="no zip archive, or a torn one"), files_of(path):
        pass
    with pytest.raises(SourceError, match="no archive and no folder"), files_of(tmp_path / "x"):
        pass


def test_names_in_utf_8_that_do_not_say_so(collected):
    class Silent(zipfile.ZipInfo):
        def _encodeFilenameFlags(self):
            return self.filename.encode(), self.flag_bits & ~0x800

    name = "Kurt Gödel_13_assignsubmission_file_/line.ipynb"
    assert set(collected({Silent(name): LINE}).files) == {"kurt/line"}
