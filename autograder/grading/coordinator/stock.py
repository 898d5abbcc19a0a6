"""Grade with stock nbgrader: a kernel for each submission, marks into its gradebook."""

from __future__ import annotations

import functools
import os
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy.exc import SAWarning

import autograder.checks
from autograder.course import Course
from autograder.grading.coordinator.submissions import HandedIn
from autograder.parallel import map_spawned
from autograder.release.classroom import Classroom

CHECKS = Path(autograder.checks.__file__).parent


def gradable(handed_in: Sequence[HandedIn]) -> list[HandedIn]:
    """Those that nbgrader finds: with a notebook under the name of the assignment."""
    return [
        one
        for one in handed_in
        if one.is_in_its_place and (one.folder / f"{one.assignment}.ipynb").exists()
    ]


def is_graded(classroom: Classroom, submission: HandedIn, course: Course) -> bool:
    """Whether the graded notebook is newer than the submission, the release and the checks."""
    name = submission.assignment
    graded = classroom.autograded / submission.student / name / f"{name}.ipynb"
    if not graded.exists():
        return False
    handed_in = submission.folder / f"{name}.ipynb"
    released = classroom.release / name / f"{name}.ipynb"
    checks = [*(course.root / "solutions" / name).glob("*.py"), *CHECKS.glob("*.py")]
    newest = max(p.stat().st_mtime for p in (handed_in, released, *checks) if p.exists())
    return graded.stat().st_mtime >= newest


def grade(
    course: Course, classroom: Classroom, submissions: Sequence[HandedIn], jobs: int
) -> Iterator[tuple[HandedIn, str]]:
    """Autograde ``submissions`` in ``jobs`` processes, and write the feedback of each.

    Yields each submission when it is done, with nbgrader's error or ``""``.
    """
    # nbgrader changes the working directory: processes, not threads
    autograde = functools.partial(_autograde, classroom.folder, course.root)
    for index, error in map_spawned(autograde, submissions, jobs):
        yield submissions[index], error


def _autograde(folder: Path, course_root: Path, submission: HandedIn) -> str:
    os.environ.setdefault("MPLBACKEND", "agg")
    # nbgrader builds its rows in an order that SQLAlchemy remarks on at every submission
    warnings.simplefilter("ignore", SAWarning)
    api = Classroom.open(folder).nbgrader()
    # hidden cells look for their checks there, whatever the class folder's configuration says
    os.environ["AUTOGRADER_COURSE"] = str(course_root)
    for _ in range(3):
        result = api.autograde(submission.assignment, submission.student, force=True)
        # SQLite lets one process write at a time; another try finds it free
        if result["success"] or "locked" not in (result["error"] or "") + result["log"]:
            break
    if result["success"]:
        result = api.generate_feedback(submission.assignment, submission.student, force=True)
    return "" if result["success"] else (result["error"] or result["log"]).strip()
