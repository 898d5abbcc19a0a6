"""Grade with stock nbgrader: a kernel for each submission, marks into its gradebook."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from sqlalchemy.exc import SAWarning

import autograder.checks
from autograder.course import Course
from autograder.release.classroom import Classroom

CHECKS = Path(autograder.checks.__file__).parent


@dataclass(frozen=True)
class Submission:
    """One handed-in assignment of one student."""

    student: str
    assignment: str


@dataclass(frozen=True)
class Mark:
    """What the gradebook says of a submission."""

    student: str
    assignment: str
    score: float
    max_score: float
    needs_manual: bool
    seconds_late: float


def find_submissions(classroom: Classroom, assignments: Sequence[str]) -> list[Submission]:
    """What was handed in for ``assignments``, in a fixed order."""
    return [
        Submission(student.name, name)
        for student in sorted(classroom.submitted.glob("*"))
        for name in assignments
        if (student / name / f"{name}.ipynb").exists()
    ]


def is_graded(classroom: Classroom, submission: Submission, course: Course) -> bool:
    """Whether the graded notebook is newer than the submission, the release and the checks."""
    name = submission.assignment
    graded = classroom.autograded / submission.student / name / f"{name}.ipynb"
    if not graded.exists():
        return False
    handed_in = classroom.submitted / submission.student / name / f"{name}.ipynb"
    released = classroom.release / name / f"{name}.ipynb"
    checks = [*(course.root / "solutions" / name).glob("*.py"), *CHECKS.glob("*.py")]
    newest = max(p.stat().st_mtime for p in (handed_in, released, *checks) if p.exists())
    return graded.stat().st_mtime >= newest


def grade(
    classroom: Classroom, submissions: Sequence[Submission], jobs: int
) -> Iterator[tuple[Submission, str]]:
    """Autograde ``submissions`` in ``jobs`` processes, and write the feedback of each.

    Yields each submission when it is done, with nbgrader's error or ``""``.
    """
    # nbgrader changes the working directory: spawned processes, not threads
    context = get_context("spawn")
    with ProcessPoolExecutor(max_workers=max(1, jobs), mp_context=context) as pool:
        waiting = {pool.submit(_autograde, str(classroom.folder), s): s for s in submissions}
        try:
            for done in as_completed(waiting):
                yield waiting[done], done.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _autograde(folder: str, submission: Submission) -> str:
    # one thread each: the notebooks are small and the processes many
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("MPLBACKEND", "agg")
    # nbgrader builds its rows in an order that SQLAlchemy remarks on at every submission
    warnings.simplefilter("ignore", SAWarning)
    api = Classroom.open(Path(folder)).nbgrader()
    for _ in range(3):
        result = api.autograde(submission.assignment, submission.student, force=True)
        # SQLite lets one process write at a time; another try finds it free
        if result["success"] or "locked" not in (result["error"] or "") + result["log"]:
            break
    if result["success"]:
        result = api.generate_feedback(submission.assignment, submission.student, force=True)
    return "" if result["success"] else (result["error"] or result["log"]).strip()


def read_marks(classroom: Classroom, submissions: Sequence[Submission]) -> list[Mark]:
    """The gradebook's word on each of ``submissions``; those it does not know are left out."""
    coursedir = classroom.nbgrader().coursedir
    marks = []
    with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
        for submission in submissions:
            try:
                found = gradebook.find_submission(submission.assignment, submission.student)
            except MissingEntry:
                continue
            marks.append(
                Mark(
                    submission.student,
                    submission.assignment,
                    found.score,
                    found.max_score,
                    found.needs_manual_grade,
                    found.total_seconds_late,
                )
            )
    return marks
