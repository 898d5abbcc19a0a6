"""A class graded from submission to feedback, and nbgrader agrees with every bit of it."""

import os
import re
import time

import nbformat
import pytest

from autograder.course import read_course
from autograder.grading.coordinator import grade_class
from autograder.grading.coordinator.feedback import FeedbackWriter
from autograder.grading.coordinator.gradebook import GradebookWriter
from autograder.grading.coordinator.journal import Journal
from autograder.grading.coordinator.marks import read_marks
from autograder.grading.coordinator.submissions import collect
from autograder.grading.coordinator.tables import GradebookError
from autograder.release import Classroom
from tests.conftest import SMALL
from tests.grading.class_support import (
    auto_scores,
    change,
    due,
    export,
    grade,
    gradebook,
    make_class,
    notebook_of,
    notes_of,
    page_of,
    scores_read_by_nbgrader,
    second_chapter,
)

FIVE = {"student-01", "student-03", "student-04", "student-09", "student-11"}
#: worked out by hand: mse is worth 2, the gradient 3 + 1, the question 2
SCORES = {
    "student-01": {"check_mse": 2, "check_mse_gradient": 4, "why_mean": None},
    "student-03": {"check_mse": 0, "check_mse_gradient": 4, "why_mean": None},
    "student-04": {"check_mse": 2, "check_mse_gradient": 0, "why_mean": None},
    "student-09": {"check_mse": 0, "check_mse_gradient": 0, "why_mean": 0},
    "student-11": {"check_mse": 2, "check_mse_gradient": 4, "why_mean": None},
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Five of the sample class of the small course, graded; with a penalty for lateness."""
    course, classroom, _ = make_class(SMALL, tmp_path_factory.mktemp("class"), FIVE)
    config = classroom.folder / "nbgrader_config.py"
    config.write_text(config.read_text() + '\nc.LateSubmissionPlugin.penalty_method = "zero"\n')
    classroom = Classroom.open(classroom.folder)
    assert not [one for one in grade(course, classroom) if one.reason]
    return course, classroom


def test_everyone_gets_what_was_worked_out_for_each_cell(graded):
    _, classroom = graded
    assert {student: auto_scores(classroom, student) for student in FIVE} == SCORES


def test_nbgraders_own_scoring_reads_the_same_from_the_graded_notebooks(graded):
    _, classroom = graded
    for student in FIVE:
        notebook = notebook_of(classroom, student)
        nbformat.validate(notebook)
        assert scores_read_by_nbgrader(notebook) == SCORES[student]


def test_marks_lateness_and_penalty(graded):
    _, classroom = graded
    marks = {student: mark for (student, _), mark in read_marks(classroom).items()}
    assert marks["student-11"].seconds_late == 86400
    assert marks["student-01"].seconds_late == 0
    assert {student for student in FIVE if not marks[student].needs_manual} == {"student-09"}
    assert {mark.max_score for mark in marks.values()} == {8}
    with gradebook(classroom) as book:
        for student, penalty in {"student-11": 6, "student-01": 0}.items():
            found = book.find_submission("line", student)
            assert found.late_submission_penalty == penalty
            assert found.score == marks[student].score
            assert found.needs_manual_grade == marks[student].needs_manual


def test_export_and_feedback_of_nbgrader_agree(graded):
    _, classroom = graded
    totals = {s: sum(x or 0 for x in cells.values()) for s, cells in SCORES.items()}
    totals["student-11"] = 0  # late
    exported = export(classroom)
    assert {student: exported[student, "line"] for student in FIVE} == totals
    for student in ("student-04", "student-11"):
        assert f"<h1>line: {totals[student]:g} of 8 points" in page_of(classroom, student)
        result = classroom.nbgrader().generate_feedback("line", student, force=True)
        assert result["success"], result["log"]
        theirs = page_of(classroom, student)
        assert f"line (Score: {totals[student]:.1f} / 8.0)" in theirs


def test_feedback_tells_the_mistake_and_nothing_of_the_checks(graded):
    _, classroom = graded
    page = re.sub(r"<style.*?</style>", "", page_of(classroom, "student-04"), flags=re.S)
    assert "the sign is flipped" in page
    everything = page + nbformat.writes(notebook_of(classroom, "student-04"))
    for hidden in ("grade_cell", "HIDDEN", "is_the_derivative_of_mse", "rng", "expected"):
        assert hidden not in everything
    reference = "X.T @ (X @ w - y) / len(y)"
    assert reference not in everything


def test_a_second_run_does_nothing_and_a_changed_notebook_is_graded_anew(tmp_path, monkeypatch):
    read = []
    noted = lambda one, *more: read.append(one.student) or collect(one, *more)  # noqa: E731
    monkeypatch.setattr(grade_class, "collect", noted)
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {"student-01", "student-04"})
    grade(course, classroom)
    assert read == ["student-01", "student-04"]  # once: what is new is due, whatever is in it
    assert due(course, classroom) == []
    assert read[2:] == ["student-01", "student-04"]  # what is graded may have been changed
    assert due(course, classroom, force=True) == ["student-01/line", "student-04/line"]

    with gradebook(classroom) as book:
        by_hand = book.find_grade("why_mean", "line", "line", "student-01")
        by_hand.manual_score, by_hand.extra_credit, by_hand.needs_manual_grade = 1.5, 0.25, False
        comment = book.find_comment("why_mean", "line", "line", "student-01")
        comment.manual_comment = "Nicely put."
        book.db.commit()

    def lose_the_gradient(notebook):
        cells = notebook["cells"]
        notebook["cells"] = [c for c in cells if "def mse_gradient" not in "".join(c["source"])]

    change(classroom, "student-01", lose_the_gradient)
    assert [one.handed_in.id for one in grade(course, classroom)] == ["student-01/line"]
    assert auto_scores(classroom, "student-01") == {
        "check_mse": 2,
        "check_mse_gradient": 0,
        "why_mean": None,
    }
    with gradebook(classroom) as book:
        assert book.find_submission("line", "student-01").score == 2 + 1.5 + 0.25
        by_hand = book.find_grade("why_mean", "line", "line", "student-01")
        assert (by_hand.manual_score, by_hand.extra_credit) == (1.5, 0.25)
        comment = book.find_comment("why_mean", "line", "line", "student-01")
        assert comment.comment == "Nicely put."
    assert "Nicely put." in page_of(classroom, "student-01")


def test_run_all_shows_what_the_pages_own_cells_show(tmp_path):
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {"student-01"})
    grade(course, classroom, run_all=True)
    notebook = notebook_of(classroom, "student-01")
    picture = next(cell for cell in notebook.cells if "picture" in cell.metadata.get("tags", []))
    assert any("image/png" in output.get("data", {}) for output in picture.outputs)
    visible = next(cell for cell in notebook.cells if "\ncheck_close" in cell.source)
    assert "visible checks passed" in visible.outputs[0].text
    assert scores_read_by_nbgrader(notebook) == SCORES["student-01"]
    assert due(course, classroom, run_all=True) == []


def test_a_changed_check_regrades_its_chapter_alone(small_course, tmp_path):
    second_chapter(small_course)
    course, classroom, _ = make_class(small_course, tmp_path / "class", {"student-01"})
    grade(course, classroom)
    checks = small_course / "solutions" / "plane" / "checks.py"
    checks.write_text(checks.read_text() + "\n# more of it\n")
    assert due(read_course(small_course), classroom) == ["student-01/plane"]


def test_what_cannot_be_read_is_unanswered_and_told(tmp_path):
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {"student-01"})
    for student, content in {
        "odd näme": "no notebook",
        "torn": '{"cells": [',
        "none": None,
    }.items():
        folder = classroom.submitted / student / "line"
        folder.mkdir(parents=True)
        (folder / "timestamp.txt").write_text("some day")
        if content is not None:
            (folder / "line.ipynb").write_text(content)
    done = {one.handed_in.student: one for one in grade(course, classroom)}
    for student in ("odd näme", "torn", "none"):
        assert done[student].reason == ""
        notes = notes_of(classroom, student)
        assert any("nothing could be graded" in note for note in notes)
        assert any("timestamp.txt holds no time" in note for note in notes)
        assert set(auto_scores(classroom, student).values()) == {0}
        assert "No response." in page_of(classroom, student)
    assert auto_scores(classroom, "student-01")["check_mse"] == 2


def test_no_submission_ends_the_run(tmp_path, monkeypatch):
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {"student-01", "student-04"})

    def half_a_letter(notebook):
        for cell in notebook["cells"]:
            if cell["cell_type"] == "markdown":
                cell["attachments"] = {"\ud800.png": {"image/png": "iVBORw0KGgo="}}

    change(classroom, "student-01", half_a_letter)
    for name in (b"no-text-\xff", b"escape-\x1b[2J"):
        folder = os.path.join(os.fsencode(classroom.submitted), name, b"line")
        os.makedirs(folder)
    done = {one.handed_in.student: one.reason for one in grade(course, classroom, jobs=1)}
    assert list(done)[-1].startswith("student-")  # who is refused is told when it is met
    assert [done.pop(student) for student in ("student-01", "student-04")] == ["", ""]
    assert len(done) == 2 and all("name" in reason for reason in done.values())


@pytest.mark.parametrize("step", ["page", "page's file", "pictures", "journal"])
def test_what_fails_half_way_is_as_if_it_was_never_begun(tmp_path, monkeypatch, step):
    """Gradebook and journal say the same, and the next run does it again."""
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {"student-01", "student-04"})
    grade(course, classroom)
    before = {student: auto_scores(classroom, student) for student in ("student-01", "student-04")}

    def lose_the_gradient(notebook):
        cells = notebook["cells"]
        notebook["cells"] = [c for c in cells if "def mse_gradient" not in "".join(c["source"])]

    change(classroom, "student-01", lose_the_gradient)

    def fails(*args, **kwargs):
        raise ZeroDivisionError("by a page")

    place, name = {
        "page": (FeedbackWriter, "page"),
        "page's file": (grade_class, "write_text"),
        "pictures": (grade_class, "put_pictures"),
        "journal": (Journal, "add"),
    }[step]
    with monkeypatch.context() as patch:
        patch.setattr(place, name, fails)
        (done,) = grade(course, classroom)
    assert done.reason == "ZeroDivisionError: by a page"
    assert due(course, classroom) == ["student-01/line"]
    if step != "journal":
        assert auto_scores(classroom, "student-01") == before["student-01"]

    assert [one.reason for one in grade(course, classroom)] == [""]
    assert auto_scores(classroom, "student-01")["check_mse_gradient"] == 0
    assert scores_read_by_nbgrader(notebook_of(classroom, "student-01"))["check_mse_gradient"] == 0
    assert auto_scores(classroom, "student-04") == before["student-04"]
    assert due(course, classroom) == []


def test_a_try_below_its_check_costs_nothing_and_is_told(tmp_path):
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {"student-01"})
    again = {"cell_type": "code", "source": "def mse(w, X, y):\n    return 0", "metadata": {}}
    change(classroom, "student-01", lambda notebook: notebook["cells"].append(again))
    grade(course, classroom)
    assert auto_scores(classroom, "student-01") == SCORES["student-01"]
    notebook = notebook_of(classroom, "student-01")
    assert scores_read_by_nbgrader(notebook) == SCORES["student-01"]
    assert "_as_checked" not in nbformat.writes(notebook)
    assert "mse: defined again below its check" in " ".join(notes_of(classroom, "student-01"))


def test_a_picture_that_names_a_file_outside_costs_nothing(tmp_path):
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {"student-01"})

    def reach_out(notebook):
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("grade_id") == "why_mean":
                cell["source"] = "As in ![my sketch](attachment:../../x.svg)"

    change(classroom, "student-01", reach_out)
    assert [one.reason for one in grade(course, classroom)] == [""]
    assert "my sketch: this picture was not handed in" in page_of(classroom, "student-01")
    assert due(course, classroom) == []
    result = classroom.nbgrader().generate_feedback("line", "student-01", force=True)
    assert result["success"], result["log"]


@pytest.mark.parametrize(
    ("text", "late", "note"),
    [
        ("2030-01-15 13:30:00 +0100", True, ""),  # half past twelve in UTC, and due is 12:00
        ("2030-01-15 12:59:00 +0100", False, ""),
        ("2030-01-15 14:30:00 +0100", True, ""),
        ("2030-01-16 12:00:00 IST", False, "holds the zone 'IST', which may mean several"),
        ("16/01/2030", False, "holds no time"),
        (None, False, "there is no timestamp.txt"),
    ],
)
def test_nobody_is_late_by_a_guess(tmp_path, text, late, note):
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {"student-01"})
    path = classroom.submitted / "student-01" / "line" / "timestamp.txt"
    path.unlink() if text is None else path.write_text(text)
    grade(course, classroom)
    assert (read_marks(classroom)["student-01", "line"].seconds_late > 0) == late
    notes = [one for one in notes_of(classroom, "student-01") if "timestamp.txt" in one]
    assert len(notes) == (1 if note else 0)
    assert all(note in one and "counts as on time" in one for one in notes)


# what is raised in a callback of the garbage collector is dropped with a warning, and raised again
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_page_that_takes_for_ever_is_cut(tmp_path):
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {"student-01"})
    # Markdown looks for the end of each bracket
    slow = {"cell_type": "markdown", "metadata": {}, "source": "[" * 100_000}
    change(classroom, "student-01", lambda notebook: notebook["cells"].append(slow))
    start = time.process_time()
    assert [one.reason for one in grade(course, classroom)] == [""]
    assert time.process_time() - start < 6
    page = page_of(classroom, "student-01")
    assert "more characters are left out" in page
    assert "mse_gradient: all checks passed" in page


def test_a_release_that_does_not_fit_the_course_is_refused(small_course, tmp_path):
    _, classroom, _ = make_class(small_course, tmp_path / "class", set())
    with GradebookWriter(classroom) as writer:
        points = {"check_mse": 2.0, "check_mse_gradient": 4.0, "why_mean": 2.0}
        assert "check_mse" in writer.checksums("line", points)
        with pytest.raises(GradebookError, match="release"):
            writer.checksums("line", points | {"check_mse": 3.0})
        with pytest.raises(GradebookError, match="release"):
            writer.checksums("circle", points)
