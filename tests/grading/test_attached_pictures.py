"""What lies beside a notebook: its pictures come along, and nothing else can be got at by it."""

import os

import pytest

from autograder.grading.coordinator import attached_pictures, reading
from autograder.grading.coordinator.attached_pictures import find_pictures, put_pictures
from tests.conftest import SMALL
from tests.grading.class_support import change, due, grade, make_class, notebook_of

PNG = bytes.fromhex(  # one gray dot
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)
GIF = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"


def put(folder, files):
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def test_pictures_are_found_in_folders_too_and_whatever_their_ending_says(tmp_path):
    pictures = {"a.png": PNG, "images/b.JPG": b"\xff\xd8\xff\xe0", "images/more/c d.png": GIF}
    put(tmp_path, pictures | {"line.ipynb": b"{}", "data.csv": b"1,2"})
    assert find_pictures(tmp_path) == (pictures, [])


@pytest.mark.parametrize(
    ("name", "content", "is_told"),
    [
        ("page.png", b"<html><script>alert(1)</script>", True),
        ("drawing.svg", b"<svg onload='alert(1)'/>", True),
        ("empty.png", b"", True),
        ("a/b/c/d/deep.png", PNG, False),
        (".hidden.png", PNG, False),
        (".ipynb_checkpoints/old.png", PNG, False),
        ("escape\x1b[2J.png", PNG, False),
        ("right\u202etoleft.png", PNG, False),
        ("x" * 240 + ".png", PNG, False),
    ],
)
def test_what_is_no_picture_stays_where_it_is(tmp_path, name, content, is_told):
    put(tmp_path, {name: content})
    found, notes = find_pictures(tmp_path)
    assert found == {}
    assert [name in note for note in notes] == [True] * is_told


def test_a_link_leads_nowhere(tmp_path):
    put(
        tmp_path / "other", {"secret.png": PNG, "line.ipynb": b'{"cells": []}', "reference.py": b""}
    )
    folder = tmp_path / "line"
    folder.mkdir()
    (folder / "stolen.png").symlink_to(tmp_path / "other" / "secret.png")
    (folder / "images").symlink_to(tmp_path / "other")
    found, notes = find_pictures(folder)
    assert found == {}
    assert len(notes) == 1 and "link" in notes[0]


def test_there_is_a_most_of_everything(tmp_path, monkeypatch):
    put(tmp_path, {f"{number}.png": PNG for number in range(6)})
    monkeypatch.setattr(attached_pictures, "MAX_BYTES", 5 * len(PNG))
    assert len(find_pictures(tmp_path)[0]) == 5
    monkeypatch.setattr(attached_pictures, "MAX_PICTURES", 3)
    found, notes = find_pictures(tmp_path)
    assert len(found) == 3 and len(notes) == 3
    monkeypatch.setattr(reading, "MAX_ENTRIES", 4)
    assert find_pictures(tmp_path) == ({}, [])


def test_pictures_take_the_place_of_those_before(tmp_path):
    put(tmp_path, {"line.html": b"page"})
    put_pictures(tmp_path, {"a.png": PNG, "b.png": PNG, "images/c.png": PNG})
    put_pictures(tmp_path, {"a.png": GIF, "b.png/d.gif": GIF})  # a folder of a picture's name
    found, _ = find_pictures(tmp_path)
    assert found == {"a.png": GIF, "b.png/d.gif": GIF}
    put_pictures(tmp_path, {"b.png": PNG})
    assert sorted(os.listdir(tmp_path)) == ["b.png", "line.html"]


def test_a_picture_beside_the_notebook_reaches_grader_and_student(tmp_path):
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {"student-01", "student-04"})

    def shows(notebook):
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("grade_id") == "why_mean":
                cell["source"] = "As drawn:\n\n![a sketch](images/sketch.png)"

    change(classroom, "student-01", shows)
    folder = classroom.submitted / "student-01" / "line"
    put(folder, {"images/sketch.png": PNG})
    grade(course, classroom)
    cells = notebook_of(classroom, "student-01").cells
    assert any("images/sketch.png" in cell.source for cell in cells)
    for place in (classroom.autograded, classroom.feedback):
        assert (place / "student-01" / "line" / "images" / "sketch.png").read_bytes() == PNG
    assert due(course, classroom) == []
    put(folder, {"images/sketch.png": GIF})
    assert due(course, classroom) == ["student-01/line"]


@pytest.mark.parametrize("name", ["line.ipynb", "timestamp.txt", "sketch.png"])
def test_a_pipe_without_an_end_does_not_hold_up_the_class(tmp_path, name):
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {"student-01"})
    folder = classroom.submitted / "piped" / "line"
    folder.mkdir(parents=True)
    os.mkfifo(folder / name)
    assert len(due(course, classroom)) == 2
    assert [one.reason for one in grade(course, classroom)] == ["", ""]
