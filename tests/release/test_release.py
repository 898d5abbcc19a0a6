"""What is handed out holds the text, the stubs and the visible checks, and nothing private."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder.course import read_course
from autograder.known_mistakes import kept_digests
from autograder.notebooks.build import solved_notebook, source_notebook, student_notebook
from autograder.release import Classroom, ClassroomError, release_assignments
from tests.conftest import ROOT, is_made, the_course

COURSE = the_course()
CHAPTERS = list(COURSE.assignments.values())


@pytest.fixture(scope="session")
def classroom(tmp_path_factory) -> Classroom:
    """What `make release` has handed out, or else the same anew."""
    if is_made("release"):
        return Classroom.open(ROOT / "_build" / "release")
    room = Classroom.create(tmp_path_factory.mktemp("class"), COURSE.root)
    list(release_assignments(room, CHAPTERS))
    return room


def released(classroom, chapter):
    return nbformat.read(classroom.release / chapter.name / f"{chapter.name}.ipynb", 4)


def private_lines(chapter):
    """Every line of every reference body that the public chapter does not hold itself.

    A bug that students are to find holds what is right in it, too.
    """
    handed_out = [exercise.handed_out for exercise in chapter.exercises.values()]
    public = " ".join("\n".join([chapter.path.read_text(), *handed_out]).split())
    for definition in chapter.solution.definitions.values():
        for body in definition.bodies().values():
            for line in body.splitlines():
                text = " ".join(line.split())
                if len(text) > 12 and text not in public:
                    yield text


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda c: c.name)
def test_nbgrader_releases_what_the_site_offers(classroom, chapter):
    theirs = released(classroom, chapter)
    ours = student_notebook(chapter, kept_digests(chapter))
    assert [c.source.rstrip("\n") for c in theirs.cells] == [c.source for c in ours.cells]
    for a, b in zip(theirs.cells, ours.cells, strict=True):
        wanted, got = b.metadata.get("nbgrader"), a.metadata.get("nbgrader")
        if wanted is None:
            assert not got or not (got["grade"] or got["solution"])
        else:
            assert {key: got[key] for key in wanted if key != "points"} == {
                key: value for key, value in wanted.items() if key != "points"
            }


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda c: c.name)
def test_nothing_private_is_handed_out(classroom, chapter):
    text = "\n".join(cell.source for cell in released(classroom, chapter).cells)
    flat = " ".join(text.split())
    leaked = [line for line in private_lines(chapter) if line in flat]
    assert not leaked
    for marker in ("BEGIN", "END SOLUTION", "HIDDEN", "grade_cell", "autograder.grading"):
        assert marker not in text
    for exercise in chapter.exercises.values():
        for check in exercise.checks:
            assert check.name not in text
    for written in chapter.written.values():
        assert written.model_answer not in text


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda c: c.name)
def test_every_stub_is_there_to_fill_in(classroom, chapter):
    cells = {
        c.metadata["nbgrader"]["grade_id"]: c
        for c in released(classroom, chapter).cells
        if "nbgrader" in c.metadata
    }
    for exercise in chapter.exercises.values():
        assert cells[exercise.name].source == exercise.handed_out
        assert cells[f"check_{exercise.name}"].metadata["nbgrader"]["points"] == exercise.points
    graded = [c for c in cells.values() if c.metadata["nbgrader"]["grade"]]
    assert sum(c.metadata["nbgrader"]["points"] for c in graded) == pytest.approx(chapter.points)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda c: c.name)
def test_notebooks_are_valid_and_the_same_every_time(chapter):
    for make in (source_notebook, student_notebook, solved_notebook):
        notebook = make(chapter)
        nbformat.validate(notebook)
        assert nbformat.writes(notebook) == nbformat.writes(make(chapter))
        names = [
            c.metadata["nbgrader"]["grade_id"] for c in notebook.cells if "nbgrader" in c.metadata
        ]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda c: c.name)
def test_the_source_holds_the_solution_between_markers(chapter):
    text = "\n".join(cell.source for cell in source_notebook(chapter).cells)
    stubs = sum(
        e.stub.source.count("raise NotImplementedError") for e in chapter.exercises.values()
    )
    assert text.count("### BEGIN SOLUTION") == text.count("### END SOLUTION") == stubs
    assert text.count("### BEGIN HIDDEN TESTS") == len(chapter.exercises)


@pytest.mark.parametrize("is_old", [False, True])
def test_a_bug_is_handed_out_and_its_reference_is_not(is_old, tmp_path, small_course):
    path = small_course / "chapters" / "line.md"
    path.write_text(
        path.read_text().replace(":exercise: mse\n", ":exercise: mse\n:bug: mse_of_a_sum\n")
    )
    chapter = read_course(small_course).assignments["line"]
    room = Classroom.create(tmp_path / "class", small_course)
    config = room.folder / "nbgrader_config.py"
    if is_old:
        config.write_text(config.read_text().replace("c.GenerateAssignment", "# c."))
    list(release_assignments(room, [chapter]))
    cells = {
        c.metadata.nbgrader.grade_id: c
        for c in released(room, chapter).cells[3:]
        if "nbgrader" in c.metadata
    }
    wrong = "return np.sum((np.asarray(X) @ w - y) ** 2) / 2"
    assert wrong in cells["mse"].source and "handed_out" not in cells["mse"].metadata
    assert "len(y)" not in cells["mse"].source
    assert "raise NotImplementedError" in cells["mse_gradient"].source
    solved = "\n".join(cell.source for cell in solved_notebook(chapter).cells)
    assert wrong not in solved and "(2 * len(y))" in solved


def test_a_prediction_is_asked_for_above_its_cell(small_course):
    path = small_course / "chapters" / "line.md"
    path.write_text(path.read_text().replace("alt: Three", "predict: How many dots?\nalt: Three"))
    notebook = student_notebook(read_course(small_course).assignments["line"])
    at = next(i for i, c in enumerate(notebook.cells) if "How many dots?" in c.source)
    assert notebook.cells[at].source == "**Predict, then run.** How many dots?"
    assert notebook.cells[at + 1].source.startswith("plt.plot")


def test_a_folder_that_is_no_class(tmp_path):
    with pytest.raises(ClassroomError, match="autograder init"):
        Classroom.open(tmp_path)


def test_an_instructors_configuration_is_kept(tmp_path, small_course):
    room = Classroom.create(tmp_path / "class", small_course)
    config = room.folder / "nbgrader_config.py"
    config.write_text(config.read_text() + "\n# mine\n")
    Classroom.create(tmp_path / "class", small_course)
    assert config.read_text().endswith("# mine\n")


@pytest.mark.parametrize("own, given", [(None, 0o600), (0o2770, 0o660), (0o755, 0o640)])
def test_a_class_folder_is_for_those_whom_it_is_shared_with(tmp_path, small_course, own, given):
    folder = tmp_path / "class"
    if own:
        folder.mkdir()
        folder.chmod(own)
    before = os.umask(0o022)
    try:
        Classroom.create(folder, small_course)
        assert os.umask(0o022) == 0o022
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o7777 == (own or 0o700)
    assert (folder / "nbgrader_config.py").stat().st_mode & 0o777 == given


def test_the_configuration_follows_a_course_that_moves_and_keeps_its_rights(tmp_path, small_course):
    room = Classroom.create(tmp_path / "class", small_course)
    config = room.folder / "nbgrader_config.py"
    config.write_text(config.read_text() + "\n# mine\n")
    config.chmod(0o664)
    before = config.read_text()
    room.point_to(tmp_path / "it's moved")
    assert config.read_text() == before.replace(
        repr(str(small_course)), repr(str(tmp_path / "it's moved"))
    )
    assert config.stat().st_mode & 0o777 == 0o664


def test_the_configuration_runs_once_a_class(tmp_path, small_course):
    room = Classroom.create(tmp_path / "class", small_course)
    config = room.folder / "nbgrader_config.py"
    ran = tmp_path / "ran"
    counts = f"\nwith open({str(ran)!r}, 'a') as ran:\n    ran.write('x')\n"
    config.write_text(config.read_text() + counts)
    list(release_assignments(room, read_course(small_course).assignments.values()))
    assert room.db_url and room.nbgrader() is room.nbgrader()
    assert ran.read_text() == "x"


def test_nbgraders_validation_finds_an_empty_stub_in_the_class_folder(tmp_path, small_course):
    """It looks at graded cells only by itself, and in a release these hold a comment."""
    room = Classroom.create(tmp_path / "class", small_course)
    chapter = read_course(small_course).assignments["line"]
    list(release_assignments(room, [chapter]))
    solved = tmp_path / "solved.ipynb"
    nbformat.write(solved_notebook(chapter), solved)
    says = {}
    for notebook in (room.release / "line" / "line.ipynb", solved):
        command = [Path(sys.executable).with_name("nbgrader"), "validate", notebook]
        result = subprocess.run(
            [*map(str, command)], cwd=room.folder, capture_output=True, text=True
        )
        says[notebook.stem] = result.stdout
    assert "VALIDATION FAILED ON" in says["line"] and "mse" in says["line"]
    assert "Success!" in says["solved"]


def test_a_gradebook_that_is_new_is_told_what_was_released_before(tmp_path, small_course):
    course = read_course(small_course)
    room = Classroom.create(tmp_path / "class", course.root)
    chapters = list(course.assignments.values())
    list(release_assignments(room, chapters))
    (room.folder / "gradebook.db").unlink()
    list(release_assignments(room, chapters))
    with Gradebook(room.db_url) as book:
        for chapter in chapters:
            assert book.find_notebook(chapter.name, chapter.name).grade_cells
