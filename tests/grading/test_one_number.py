"""Whatever decides a mark: screen, gradebook, export and feedback say one number, always.

And no student's code runs for what the gradebook alone decides.
"""

import io
import re
from datetime import timedelta

import pytest
from rich.console import Console

from autograder.grading.coordinator.grade_class import Options
from autograder.grading.coordinator.places import find_handed_in
from autograder.grading.coordinator.sample_class import DUE
from autograder.grading.coordinator.terminal import grade, grade_with_stock, show_marks
from autograder.release import Classroom, release_assignments
from tests.conftest import SMALL
from tests.grading.class_support import (
    change,
    export,
    gradebook,
    make_class,
    page_of,
)

LATE = "student-11"  # by a day; all right: 2 + 4 points, and 2 for the question by hand
ON_TIME = "student-04"  # the gradient is wrong: 2 points


def zero_for_late_work(classroom, method="zero"):
    path = classroom.folder / "nbgrader_config.py"
    kept = [line for line in path.read_text().splitlines() if "LateSubmissionPlugin" not in line]
    path.write_text("\n".join([*kept, f"c.LateSubmissionPlugin.penalty_method = {method!r}", ""]))


def run(course, classroom, engine=grade):
    """``autograder grade``; returns what the screen says."""
    screen = Console(file=io.StringIO(), width=120)
    classroom = Classroom.open(classroom.folder)
    handed_in = find_handed_in(classroom.submitted, list(course.assignments))
    assert engine(screen, course, classroom, handed_in, Options(jobs=1, mode="none")) == 0
    show_marks(screen, course, classroom, handed_in)
    return screen.file.getvalue()


#: as it stands in our page, and in that of stock nbgrader
TOTAL = r"(?:<h1>line: |<h4>line \(Score: )([\d.]+)(?: of| /) 8"


def numbers(classroom, screen, student):
    """The one number, in the four places where it stands."""
    row = next(line for line in screen.splitlines() if line.startswith(f"{student} "))
    page = page_of(classroom, student)
    with gradebook(classroom) as book:
        submission = book.find_submission("line", student)
        kept = submission.score - submission.late_submission_penalty
    return {
        "screen": float(row.split()[1].rstrip("*L")),
        "gradebook": kept,
        "export": export(classroom)[student, "line"],
        "feedback": float(re.search(TOTAL, page)[1]),
    }


def all_say(mark):
    return dict.fromkeys(("screen", "gradebook", "export", "feedback"), mark)


def mark_by_hand(classroom, student, score=None, comment=None):
    """As the formgrader does."""
    with gradebook(classroom) as book:
        grade = book.find_grade("why_mean", "line", "line", student)
        if score is not None:
            grade.manual_score, grade.needs_manual_grade = score, False
        if comment is not None:
            book.find_comment("why_mean", "line", "line", student).manual_comment = comment
        book.db.commit()


@pytest.fixture
def late(tmp_path):
    """Graded, with a penalty that leaves nothing of late work."""
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {LATE, ON_TIME})
    zero_for_late_work(classroom)
    screen = run(course, classroom)
    assert numbers(classroom, screen, LATE) == all_say(0)
    assert "0*L" in screen
    return course, classroom


def test_an_extension_a_deadline_and_the_penalty_reach_every_number(late):
    course, classroom = late
    graded = classroom.autograded / LATE / "line" / "line.ipynb"
    before = graded.stat().st_mtime_ns
    with gradebook(classroom) as book:
        book.grant_extension("line", LATE, days=2)
    screen = run(course, classroom)
    assert numbers(classroom, screen, LATE) == all_say(6)
    assert "6*L" not in screen and "2 were graded already" in screen

    with gradebook(classroom) as book:
        book.grant_extension("line", LATE)
    assert numbers(classroom, run(course, classroom), LATE) == all_say(0)

    list(release_assignments(classroom, course.assignments.values(), DUE + timedelta(days=2)))
    assert numbers(classroom, run(course, classroom), LATE) == all_say(6)

    list(release_assignments(classroom, course.assignments.values(), DUE))
    zero_for_late_work(classroom, "none")
    screen = run(course, classroom)
    assert numbers(classroom, screen, LATE) == all_say(6)
    assert "6*L" in screen
    assert graded.stat().st_mtime_ns == before  # nothing was run again


def test_marks_and_comments_by_hand_reach_the_feedback_and_the_penalty(late):
    course, classroom = late
    for student in (LATE, ON_TIME):
        mark_by_hand(classroom, student, 1.5, "Nicely put.")
    screen = run(course, classroom)
    assert numbers(classroom, screen, ON_TIME) == all_say(3.5)
    assert numbers(classroom, screen, LATE) == all_say(0)
    assert "Nicely put." in page_of(classroom, ON_TIME)
    assert "2 feedback pages brought up to date" in screen
    assert "*" not in "".join(line for line in screen.splitlines() if "student-" in line)
    assert "brought up to date" not in run(course, classroom)

    mark_by_hand(classroom, ON_TIME, comment="Read it again.")
    run(course, classroom)
    assert "Read it again." in page_of(classroom, ON_TIME)

    (classroom.feedback / ON_TIME / "line" / "line.html").unlink()
    run(course, classroom)
    assert "Read it again." in page_of(classroom, ON_TIME)


def write(text):
    def edit(notebook):
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("grade_id") == "why_mean":
                cell["source"] = text

    return edit


def test_an_answer_marked_by_hand_is_asked_for_again_only_when_it_was_changed(tmp_path):
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {ON_TIME})
    run(course, classroom)
    mark_by_hand(classroom, ON_TIME, 1.5)
    again = {"cell_type": "code", "metadata": {}, "source": "1 + 1", "outputs": []}
    change(classroom, ON_TIME, lambda notebook: notebook["cells"].append(again))
    screen = run(course, classroom)
    assert "3.5\n" in screen and "graded already" not in screen

    change(classroom, ON_TIME, write("Another answer."))
    for _ in range(2):  # and it stays so until somebody has looked
        screen = run(course, classroom)
        assert "3.5*\n" in screen
        change(classroom, ON_TIME, lambda notebook: notebook["cells"].append(again))
    assert "why_mean: the answer was changed after it was marked by hand" in screen

    mark_by_hand(classroom, ON_TIME, 2)
    assert "4\n" in run(course, classroom)


def test_with_stock_nbgrader_too(tmp_path):
    course, classroom, _ = make_class(SMALL, tmp_path / "class", {LATE})
    zero_for_late_work(classroom)
    screen = run(course, classroom, grade_with_stock)
    assert numbers(classroom, screen, LATE) == all_say(0)
    with gradebook(classroom) as book:
        book.grant_extension("line", LATE, days=2)
    mark_by_hand(classroom, LATE, 1.5, "Nicely put.")
    screen = run(course, classroom, grade_with_stock)
    assert "graded already" in screen
    assert numbers(classroom, screen, LATE) == all_say(7.5)
    assert "Nicely put." in page_of(classroom, LATE)
