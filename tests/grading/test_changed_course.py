"""The course is changed after students have handed in: nobody is stuck, nobody is blamed."""

import ast
import re
import sys

import pytest

from autograder.course import read_course
from autograder.release import release_assignments
from tests.grading.class_support import (
    auto_scores,
    due,
    grade,
    gradebook,
    make_class,
    page_of,
)

STUDENT = "student-01"  # all right: 2 + 4 points, and the question is answered


def drop_gradient(root):
    """Drop the exercise ``mse_gradient`` from text and solution."""
    page = root / "chapters" / "line.md"
    cell = r"```\{code-cell\}\n:(?:exercise|check): mse_gradient\n.*?```\n"
    page.write_text(re.sub(cell, "", page.read_text(), flags=re.S))
    for name in ("reference", "checks", "mistakes", "alternatives"):
        path = root / "solutions" / "line" / f"{name}.py"
        tree = ast.parse(path.read_text())
        tree.body = [
            node
            for node in tree.body
            if not isinstance(node, ast.FunctionDef)
            or "mse_gradient" not in ast.unparse(node).split("\n")[0] + node.name
        ]
        path.write_text(ast.unparse(tree))


def drop_question(root):
    """Drop the written question."""
    page = root / "chapters" / "line.md"
    page.write_text(re.sub(r"\+\+\+ \{\"written.*?\n\+\+\+\n", "", page.read_text(), flags=re.S))
    reference = root / "solutions" / "line" / "reference.py"
    reference.write_text(re.sub(r"WRITTEN = .*", "WRITTEN = {}", reference.read_text()))


def worth(root, points):
    page = root / "chapters" / "line.md"
    page.write_text(re.sub(r"^points: \d+", f"points: {points}", page.read_text(), flags=re.M))


def released(root, classroom):
    """Release what the course is now, as another process would; returns it and what was said."""
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", None)).startswith(str(root)):
            del sys.modules[name]
    course = read_course(root)
    return course, [one.note for one in release_assignments(classroom, [course.chapters["line"]])]


def by_hand(classroom, name, score):
    with gradebook(classroom) as book:
        grade = book.find_grade(name, "line", "line", STUDENT)
        grade.manual_score, grade.needs_manual_grade = score, False
        book.db.commit()


def total(classroom):
    with gradebook(classroom) as book:
        found = book.find_submission("line", STUDENT)
        return found.score, found.max_score


@pytest.mark.parametrize("drop, left", [(drop_question, 6), (drop_gradient, 4)])
def test_a_question_is_dropped_and_added_again_after_the_hand_in(
    small_course, tmp_path, drop, left
):
    course, classroom, _ = make_class(small_course, tmp_path / "class", {STUDENT})
    kept = {path: path.read_bytes() for path in small_course.rglob("*") if path.is_file()}
    grade(course, classroom)
    by_hand(classroom, "why_mean", 1.5)
    by_hand(classroom, "check_mse", 1.0)
    assert total(classroom) == (1 + 4 + 1.5, 8)

    drop(small_course)
    worth(small_course, left)
    course, [note] = released(small_course, classroom)
    name = {drop_question: "why_mean", drop_gradient: "check_mse_gradient"}[drop]
    assert f"dropped {name}" in note and "autograder grade" in note
    if drop is drop_question:
        assert "1 mark or comment by hand went with it" in note
        assert (classroom.state / "gradebook-1.db").exists()
    assert due(course, classroom) == [f"{STUDENT}/line"]
    assert [one.reason for one in grade(course, classroom)] == [""]
    assert name not in auto_scores(classroom, STUDENT)
    assert total(classroom) == ({drop_question: 1 + 4, drop_gradient: 1 + 1.5}[drop], left)
    # the student's own cell may stand there, but it is no question any more
    assert f'id="{name.removeprefix("check_")}"' not in page_of(classroom, STUDENT)

    for path, content in kept.items():
        path.write_bytes(content)
    course, [note] = released(small_course, classroom)
    assert f"added {name}" in note
    assert [one.reason for one in grade(course, classroom)] == [""]
    assert auto_scores(classroom, STUDENT) == {
        "check_mse": 2,
        "check_mse_gradient": 4,
        "why_mean": None,
    }
    assert total(classroom) == ({drop_question: 1 + 4, drop_gradient: 1 + 4 + 1.5}[drop], 8)


def test_what_nobody_has_handed_in_is_released_anew_without_a_word(small_course, tmp_path):
    _, classroom, _ = make_class(small_course, tmp_path / "class", set())
    drop_question(small_course)
    worth(small_course, 6)
    assert released(small_course, classroom)[1] == [""]


def notes_of(course, classroom):
    grade(course, classroom)
    lines = (classroom.state / "journal.jsonl").read_text().splitlines()
    return lines[-1]


def test_a_student_with_the_first_release_is_not_blamed_for_the_second(small_course, tmp_path):
    """The points stand in a locked cell, and so do the data."""
    course, classroom, _ = make_class(small_course, tmp_path / "class", {STUDENT})
    page = small_course / "chapters" / "line.md"
    page.write_text(
        page.read_text()
        .replace("points: 8", "points: 10")
        .replace('"points": 2}', '"points": 4}')
        .replace("y = np.array([1.0, 0.0, 2.0])", "y = np.array([1.0, 0.0, 2.0])  # targets")
    )
    course, _ = released(small_course, classroom)
    assert "locked" not in notes_of(course, classroom)

    path = classroom.submitted / STUDENT / "line" / "line.ipynb"
    path.write_text(path.read_text().replace("y = np.array([1.0, 0.0, 2.0])", "y = np.zeros(3)"))
    assert "given_1: a locked cell was changed" in notes_of(course, classroom)
