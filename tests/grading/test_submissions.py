"""What belongs to a hand-in is read once, and nothing that lies there is passed over in silence."""

import json
import os

import nbformat
import pytest

from autograder.course import read_course
from autograder.grading.coordinator import submissions
from autograder.grading.coordinator.intake import Intake
from autograder.grading.coordinator.reading import read_file
from autograder.grading.coordinator.submissions import HandedIn, collect
from autograder.notebook_files import Unreadable
from autograder.notebooks.build import student_notebook
from tests.conftest import SMALL
from tests.grading.test_attached_pictures import PNG, put

LINE = read_course(SMALL).chapters["line"]
INTAKE = Intake(LINE)
AS_RELEASED = nbformat.writes(student_notebook(LINE)).encode()


def answered(source="def mse(w, X, y):\n    return 0"):
    notebook = json.loads(AS_RELEASED)
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "mse":
            cell["source"] = source
    return json.dumps(notebook).encode()


@pytest.fixture
def collected(tmp_path):
    """Hand these files in; returns what was read of them."""

    def collected(files):
        folder = tmp_path / "line"
        put(folder, files)
        return collect(HandedIn("ada", "line", folder), INTAKE.answered)

    return collected


def test_an_ordinary_hand_in_needs_no_note(collected):
    one = collected(
        {"line.ipynb": answered(), "timestamp.txt": b"2027-02-01 UTC\n", "images/a.png": PNG}
    )
    assert (one.name, one.content, one.problem) == ("line.ipynb", answered(), "")
    assert (one.timestamp, one.pictures) == ("2027-02-01 UTC\n", {"images/a.png": PNG})
    assert one.notes == ()


def test_whatever_is_graded_or_shown_is_in_the_digest(collected):
    before = {"line.ipynb": answered(), "timestamp.txt": b"2027-02-01", "a.png": PNG}
    digests = {collected(before).digest}
    for change in (
        {"line.ipynb": answered("def mse(w, X, y):\n    return 1")},
        {"timestamp.txt": b"2027-02-02"},
        {"a.png": PNG + b"\0"},
    ):
        digests.add(collected(before | change).digest)
    assert collected(before).digest in digests
    assert len(digests) == 4


def test_a_file_that_changes_while_it_is_graded_does_not_change_what_was_read(collected):
    one = collected({"line.ipynb": answered()})
    digest = one.digest
    (one.handed_in.folder / "line.ipynb").write_bytes(b"{}")
    assert (one.digest, one.content) == (digest, answered())
    assert len(one.cells()[0]) == len(json.loads(AS_RELEASED)["cells"])


# --- which notebook


def test_the_untouched_original_does_not_win_over_the_finished_copy(collected):
    one = collected({"line.ipynb": AS_RELEASED, "line-Copy1.ipynb": answered()})
    assert (one.name, one.content) == ("line-Copy1.ipynb", answered())
    assert any("'line.ipynb' answers nothing" in note for note in one.notes)


def test_nor_does_a_torn_one(collected):
    one = collected({"line.ipynb": b"torn", "line (1).ipynb": answered()})
    assert one.name == "line (1).ipynb"


@pytest.mark.parametrize(("age", "seconds"), [("newer", 60), ("older", -60)])
def test_of_two_that_were_worked_on_the_one_with_the_right_name_counts(collected, age, seconds):
    files = {"line.ipynb": answered(), "line (1).ipynb": answered("def mse(w, X, y): return 1")}
    folder = collected(files).handed_in.folder
    now = (folder / "line.ipynb").stat().st_mtime
    os.utime(folder / "line (1).ipynb", (now + seconds, now + seconds))
    one = collect(HandedIn("ada", "line", folder), INTAKE.answered)
    assert one.name == "line.ipynb"
    assert one.notes == (f"'line.ipynb' is graded, and not 'line (1).ipynb', which is {age}",)


def test_the_same_notebook_twice_needs_no_word(collected):
    one = collected({"line.ipynb": answered(), "line (1).ipynb": answered()})
    assert (one.name, one.notes) == ("line.ipynb", ())


def test_a_notebook_a_folder_too_deep_is_found_with_its_pictures(collected):
    one = collected({"upload/line.ipynb": answered(), "upload/a.png": PNG})
    assert one.content == answered()
    assert one.pictures == {"a.png": PNG}
    assert any("'upload'" in note for note in one.notes)


def test_of_two_folders_with_a_notebook_none_is_taken_by_chance(collected):
    one = collected({"a/line.ipynb": answered(), "b/line.ipynb": AS_RELEASED})
    with pytest.raises(Unreadable, match="no notebook"):
        one.cells()
    assert any("'a/line.ipynb', 'b/line.ipynb'" in note for note in one.notes)


@pytest.mark.parametrize("name", ["work.zip", "utils.py", "data.csv", "old/line.ipynb"])
def test_what_is_not_looked_at_is_told(collected, name):
    one = collected({"line.ipynb": answered(), name: b"{}"})
    assert one.name == "line.ipynb"
    assert f"not looked at: {name!r}" in one.notes


def test_a_zip_alone_is_told(collected):
    one = collected({"line.zip": b"PK"})
    assert one.problem and "not looked at: 'line.zip'" in one.notes


@pytest.mark.parametrize("name", ["mine.py", ".DS_Store", "__MACOSX/._line.ipynb", "Thumbs.db"])
def test_what_programs_leave_needs_no_word(collected, name):
    assert collected({"line.ipynb": answered(), name: b"x"}).notes == ()


# --- links, pipes and sizes


@pytest.mark.parametrize("make", ["link", "pipe"])
@pytest.mark.parametrize("name", ["line.ipynb", "line.py", "homework.ipynb"])
def test_what_is_no_ordinary_file_is_never_the_notebook(collected, tmp_path, make, name):
    put(tmp_path, {"secret.ipynb": answered()})
    folder = tmp_path / "line"
    folder.mkdir()
    if make == "link":
        (folder / name).symlink_to(tmp_path / "secret.ipynb")
    else:
        os.mkfifo(folder / name)
    one = collected({"timestamp.txt": b"2027-02-01"})
    assert (one.name, one.content) == ("", b"")
    assert any(name in note and "a link, or no ordinary file" in note for note in one.notes)


def test_a_timestamp_behind_a_link_is_not_read(collected, tmp_path):
    put(tmp_path, {"secret": b"2027-02-01", "line/line.ipynb": answered()})
    (tmp_path / "line" / "timestamp.txt").symlink_to(tmp_path / "secret")
    one = collected({})
    assert one.timestamp == ""
    assert any("timestamp.txt cannot be read: it is a link" in note for note in one.notes)


def test_a_folder_behind_a_link_is_not_entered(collected, tmp_path):
    put(tmp_path / "other", {"line.ipynb": answered()})
    (tmp_path / "line").mkdir()
    (tmp_path / "line" / "work").symlink_to(tmp_path / "other")
    one = collected({"timestamp.txt": b""})
    assert one.problem and any("'work' (a link" in note for note in one.notes)


@pytest.mark.parametrize(
    ("name", "most"), [("line.ipynb", "MAX_BYTES"), ("timestamp.txt", "MAX_TIMESTAMP")]
)
def test_there_is_a_most_of_what_is_read(collected, monkeypatch, name, most):
    monkeypatch.setattr(submissions, most, 2**20)
    one = collected({"line.ipynb": answered(), name: b" " * (2**20 + 1)})
    assert len(one.content) <= 2**20
    assert "larger than 1 MiB" in " ".join([one.problem, *one.notes])


def test_a_file_is_read_up_to_its_most_and_not_a_byte_more(tmp_path):
    put(tmp_path, {"just": b"x" * 2**20, "more": b"x" * (2**20 + 1)})
    assert len(read_file(tmp_path / "just", 2**20)) == 2**20
    with pytest.raises(OSError, match="larger"):
        read_file(tmp_path / "more", 2**20)
