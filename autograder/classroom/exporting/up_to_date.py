"""Bring marks and feedback up to date before they leave the class folder."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.classroom.exporting.exported import listed
from autograder.classroom.settings import Settings
from autograder.classroom.standing import Standing, read_standing
from autograder.course import Course
from autograder.grading.coordinator.grade_class import Grading, Options
from autograder.grading.coordinator.marks import read_marks
from autograder.grading.coordinator.places import find_handed_in
from autograder.grading.coordinator.rules import Rules
from autograder.release.classroom import Classroom


@dataclass(frozen=True)
class Now:
    """The class as it stands, and what would make the marks other ones."""

    standing: Standing
    notes: tuple[str, ...]


def bring_up_to_date(
    course: Course,
    classroom: Classroom,
    settings: Settings | None = None,
    rules: Rules | None = None,
) -> Now:
    """Let gradebook and feedback agree, as ``autograder grade`` does where nothing is to be run.

    No student's code runs. Raises :class:`ClassroomError` while the class is being graded.
    """
    handed_in = find_handed_in(classroom.submitted, list(course.assignments))
    marks = read_marks(classroom, rules)
    graded = [one for one in handed_in if (one.student, one.assignment) in marks]
    with Grading(course, classroom, Options(rules=rules)) as grading:
        by_ours = [one for one in graded if _is_ours(grading, one.id)]
        due = grading.due(by_ours)
        grading.bring_up_to_date(graded)
    if due:  # it may have been graded with --run-all, which makes other keys
        with Grading(course, classroom, Options(run_all=True, rules=rules)) as grading:
            due = grading.due(due)
    keys = {(one.student, one.assignment) for one in handed_in}
    chapters = list(course.assignments.values())
    standing = read_standing(classroom, chapters, keys, settings=settings, rules=rules)
    notes = []
    if due:
        notes.append(
            "handed in again, or asked by other checks, since it was graded"
            f" (`autograder grade`): {listed([one.id for one in due], 5)}"
        )
    return Now(standing, tuple(notes))


def _is_ours(grading: Grading, id: str) -> bool:
    """Whether the journal knows how it was graded; stock nbgrader leaves no key there."""
    entry = grading.journal.entries.get(id)
    return entry is not None and bool(entry.key)
