"""Wherever a hand-in lies below submitted/: it is graded, or one line says why it is not."""

import io
import json
import os

import nbformat
import pytest
from rich.console import Console

from autograder.course import read_course
from autograder.grading.coordinator import places
from autograder.grading.coordinator.grade_class import Options
from autograder.grading.coordinator.places import assignments_of, lines_of, survey
from autograder.grading.coordinator.reading import read_file
from autograder.grading.coordinator.terminal import grade
from autograder.notebooks.build import student_notebook
from tests.conftest import SMALL
from tests.grading.class_support import make_class
from tests.grading.test_attached_pictures import PNG, put

COURSE = read_course(SMALL)
ASSIGNMENTS = assignments_of(COURSE) | {"numpy_and_gradients": ["softmax"]}
LINE = nbformat.writes(student_notebook(COURSE.chapters["line"])).encode()


def stripped(*kept):
    """The notebook without ids and metadata, but for what is ``kept``."""
    notebook = json.loads(LINE)
    for cell in notebook["cells"]:
        if "id" not in kept:
            del cell["id"]
        if "metadata" not in kept:
            cell["metadata"] = {}
    return json.dumps(notebook).encode()


@pytest.fixture
def look(tmp_path):
    """Put these files below submitted/; returns what is graded, and the lines on the rest."""

    def look(files):
        put(tmp_path, files)
        found = survey(tmp_path, ASSIGNMENTS)
        graded = {}
        for one in found.handed_in:
            place = (one.notebook or one.folder).relative_to(tmp_path).as_posix()
            graded[one.id] = place
            assert one.is_in_its_place == (place == one.id)
            assert one.is_in_its_place == (one.note == "")
        return graded, list(lines_of(found.overlooked, tmp_path))

    return look


def test_what_lies_in_its_place_needs_no_word(look):
    files = {
        "ada/line/line.ipynb": LINE,
        "ada/numpy_and_gradients/x.ipynb": b"",
        "bob/line/line.ipynb": LINE,
        "eve/timestamp.txt": b"",
        ".DS_Store": b"",
        "bob/.ipynb_checkpoints/line.ipynb": LINE,
        "__MACOSX/ada/line.ipynb": b"",
    }
    ids = ("ada/line", "ada/numpy_and_gradients", "bob/line")
    assert look(files) == ({id: id for id in ids}, [])


@pytest.mark.parametrize(
    "folder",
    ["Numpy_and_gradients", "numpy-and-gradients", "Numpy and Gradients", "NumpyAndGradients"],
)
def test_a_folder_spelled_a_little_differently(look, folder):
    graded, lines = look({f"ada/{folder}/numpy_and_gradients.ipynb": b"{}"})
    assert graded == {"ada/numpy_and_gradients": f"ada/{folder}"}
    assert lines == []


@pytest.mark.parametrize(
    ("place", "content"),
    [
        ("perzeptron/perzeptron.ipynb", LINE),
        ("homework 3/solution.ipynb", LINE),
        ("homework/solution.ipynb", stripped("id")),
        ("homework/solution.ipynb", stripped("metadata")),
        ("homework/line.ipynb", stripped()),
        ("upload/line/line.ipynb", stripped()),
        ("x.ipynb", LINE),
        ("line.ipynb", stripped()),
        ("Line (2).ipynb", stripped()),
        ("line-Copy1.ipynb", stripped()),
    ],
)
def test_a_notebook_that_says_what_it_is(look, place, content):
    graded, lines = look({f"ada/{place}": content})
    assert graded == {"ada/line": f"ada/{place}"}
    assert lines == []


@pytest.mark.parametrize(
    ("files", "path", "why"),
    [
        ({"notes.txt": b""}, "notes.txt", "a file among the students' folders"),
        ({"class.zip": b"PK"}, "class.zip", "an archive"),
        ({"line/ada/line.ipynb": LINE}, "line", "a folder of an assignment"),
        ({".hidden/line/line.ipynb": LINE}, ".hidden", "begins with a dot"),
        ({"..%2f..%2fx/line/line.ipynb": LINE}, "..%2f..%2fx", "begins with a dot"),
        ({"..\\..\\x/line/line.ipynb": LINE}, "..\\..\\x", "begins with a dot"),
        (
            {"Ada_123_assignsubmission_file_/x.ipynb": LINE},
            "Ada_123_assignsubmission_file_",
            "Moodle",
        ),
        ({"ada/work.zip": b"PK"}, "ada/work.zip", "an archive: unpack it"),
        ({"ada/stuff/work.zip": b"PK"}, "ada/stuff", "an archive: unpack it"),
        ({"ada/stuff/a.csv": b"1"}, "ada/stuff", "no notebook in it"),
        ({"ada/readme.md": b"hi"}, "ada/readme.md", "no notebook"),
        ({"ada/perzeptron/x.ipynb": b"{}"}, "ada/perzeptron/x.ipynb", "to which assignment"),
        ({"ada/x.ipynb": stripped()}, "ada/x.ipynb", "to which assignment"),
        ({"ada/x.ipynb": b"torn"}, "ada/x.ipynb", "to which assignment"),
    ],
)
def test_what_nobody_can_tell_is_told(look, files, path, why):
    graded, (line,) = look(files)
    assert graded == {}
    assert line.startswith(f"{path}: not graded: ") and why in line


def test_a_second_hand_in_is_told(look):
    graded, lines = look(
        {"ada/line/line.ipynb": LINE, "ada/x.ipynb": LINE, "ada/LINE/line.ipynb": LINE}
    )
    assert graded == {"ada/line": "ada/line"}
    assert len(lines) == 2
    assert all("a second hand-in to line; 'line' is graded" in line for line in lines)


def test_a_link_is_not_followed_to_another_students_work(look, tmp_path):
    put(tmp_path, {"bob/line/line.ipynb": LINE})
    (tmp_path / "ada").mkdir()
    (tmp_path / "ada" / "line").symlink_to(tmp_path / "bob" / "line")
    (tmp_path / "ada" / "x.ipynb").symlink_to(tmp_path / "bob" / "line" / "line.ipynb")
    graded, lines = look({})
    assert graded == {"bob/line": "bob/line"}
    assert [line.partition(":")[0] for line in lines] == ["ada/line", "ada/x.ipynb"]
    assert all("link" in line for line in lines)


def test_pictures_beside_a_loose_notebook_need_no_word(look):
    graded, lines = look({"ada/line.ipynb": LINE, "ada/sketch.png": PNG})
    assert (graded, lines) == ({"ada/line": "ada/line.ipynb"}, [])


def test_names_that_are_no_text_cannot_reach_the_screen(look, tmp_path):
    os.mkdir(os.fsencode(tmp_path) + b"/ada")
    for name in (b"escape-\x1b[2J", b"no-text-\xff"):
        with open(os.fsencode(tmp_path) + b"/ada/" + name, "w"):
            pass
    _, lines = look({})
    assert len(lines) == 2 and all(line.isprintable() for line in lines)


def test_a_student_with_a_hundred_notebooks_holds_up_nobody(look, monkeypatch):
    sizes = []

    def counted(path, most):
        sizes.append(most)
        return read_file(path, most)

    monkeypatch.setattr(places, "read_file", counted)
    graded, lines = look({f"ada/stuff/{number}.ipynb": stripped() for number in range(100)})
    assert graded == {}
    assert len(lines) == 100
    assert sizes == [16 * 2**20] * 20


def test_what_is_not_graded_is_on_the_screen_and_in_the_notes(tmp_path):
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {"student-01"})
    put(classroom.submitted, {"class.zip": b"PK", "ada/perzeptron/x.ipynb": b"{}"})
    screen = Console(file=io.StringIO(), width=80)
    found = survey(classroom.submitted, assignments_of(course))
    options = Options(mode="none")
    failures = grade(screen, course, classroom, found.handed_in, options, found.overlooked)
    assert failures == 0  # all was looked at or told
    notes = (classroom.folder / "grading_notes.txt").read_text()
    for line in ("class.zip: not graded: an archive", "ada/perzeptron/x.ipynb: not graded: nobody"):
        assert line in notes and line in screen.file.getvalue()
