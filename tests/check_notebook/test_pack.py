"""`autograder pack` makes what a student uploads, and refuses what would not be collected."""

import zipfile

import nbformat
import pytest

from autograder.check_notebook import pack as module
from autograder.check_notebook.pack import NotPacked, pack
from autograder.classroom.collecting.archives import MAX_WITHIN, files_of
from autograder.course import read_course
from autograder.notebooks.build import solved_notebook, student_notebook
from autograder.originals import KEY, carry
from tests.conftest import SMALL

CHAPTER = read_course(SMALL).chapters["line"]
PNG = b"\x89PNG\r\n\x1a\n and so on"


def write(folder, name="line.ipynb", chapter="line", solved=True, text=""):
    notebook = student_notebook(CHAPTER)
    carry(notebook)
    if solved:
        carries = notebook.metadata[KEY]
        notebook = solved_notebook(CHAPTER)
        notebook.metadata[KEY] = carries
    for cell in notebook.cells:
        cell.id = cell.id.replace("line-", f"{chapter}-")
        if text and cell.metadata.get("nbgrader", {}).get("grade_id") == "why_mean":
            cell.source = text
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    nbformat.write(notebook, path)
    return path


def test_one_notebook_is_uploaded_as_it_is(tmp_path):
    path = write(tmp_path)
    before = path.read_bytes()
    for what in (path, tmp_path):
        done = pack(what)
        assert (done.path, done.told) == (path, "line: upload this file as it is")
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]


def test_several_are_one_archive_which_collect_reads(tmp_path):
    write(tmp_path)
    write(tmp_path, "plane/my plane.ipynb", "plane")
    write(tmp_path, ".ipynb_checkpoints/line.ipynb")
    nbformat.write(nbformat.v4.new_notebook(), tmp_path / "shopping.ipynb")
    done = pack(tmp_path)
    assert done.path == tmp_path / "hand_in.zip"
    assert "line, plane: upload this file" in done.told
    assert any("shopping.ipynb: no notebook of the course" in note for note in done.notes)
    with files_of(done.path) as files:
        found = {file.path: file.read() for file in files}
        assert not any(file.problem for file in files)
    assert found.keys() == {"line/line.ipynb", "plane/plane.ipynb"}
    assert found["line/line.ipynb"] == (tmp_path / "line.ipynb").read_bytes()
    again = done.path.read_bytes()
    assert pack(tmp_path).path.read_bytes() == again


def test_pictures_that_an_answer_shows_come_along_and_others_are_told(tmp_path):
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "my sketch.png").write_bytes(PNG)
    (tmp_path / "plan.svg").write_text("<svg/>")
    text = (
        '![a](pictures/my%20sketch.png) ![b](gone.png) ![c](plan.svg) <img src="../outside.png">'
        " ![d](https://example.org/x.png)"
    )
    done = pack(write(tmp_path, text=text))
    with zipfile.ZipFile(done.path) as archive:
        assert archive.namelist() == ["line/line.ipynb", "line/pictures/my sketch.png"]
        assert archive.read("line/pictures/my sketch.png") == PNG
    told = "\n".join(done.notes)
    assert "gone.png is shown in the text and is not there" in told
    assert "plan.svg is not shown when graded" in told
    assert "../outside.png lies outside" in told
    assert "example.org" not in told


def test_what_nobody_worked_on_is_left_out(tmp_path):
    write(tmp_path, solved=False)
    path = write(tmp_path, "plane.ipynb", "plane")
    done = pack(tmp_path)
    assert done.path == path
    assert any("line.ipynb: nothing is answered, left out" in note for note in done.notes)
    only = pack(tmp_path / "line.ipynb")  # whoever names it means it
    assert only.path == tmp_path / "line.ipynb"
    assert any("without an answer: why_mean" in note for note in only.notes)


def test_what_would_not_be_collected_is_refused_with_a_sentence(tmp_path, monkeypatch):
    for what, why in (
        (tmp_path, "holds nothing to hand in"),
        (tmp_path / "nowhere", "is not there"),
    ):
        with pytest.raises(NotPacked, match=why):
            pack(what)
    torn = tmp_path / "torn.ipynb"
    torn.write_text("no notebook")
    with pytest.raises(NotPacked, match="could not be collected"):
        pack(torn)
    torn.unlink()
    write(tmp_path)
    write(tmp_path, "line (1).ipynb")
    with pytest.raises(NotPacked, match="line is there 2 times"):
        pack(tmp_path)
    (tmp_path / "line (1).ipynb").unlink()
    write(tmp_path, "plane.ipynb", "plane")
    monkeypatch.setattr(module, "MAX_ARCHIVE", 100)
    with pytest.raises(NotPacked, match="clear the outputs"):
        pack(tmp_path)
    assert not (tmp_path / "hand_in.zip").exists()


def test_its_limit_is_that_of_collecting():
    assert module.MAX_ARCHIVE == MAX_WITHIN
