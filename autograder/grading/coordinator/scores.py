"""From a verdict to nbgrader's scores, by ``grade_id``."""

from __future__ import annotations

from autograder.course import Chapter
from autograder.grading.boundary.messages import Verdict
from autograder.grading.coordinator.intake import Taken


def points_of(chapter: Chapter) -> dict[str, float]:
    """Return what every graded cell is worth."""
    exercises = {f"check_{e.name}": e.points for e in chapter.exercises.values()}
    return exercises | {w.name: w.points for w in chapter.written.values()}


def scores_of(chapter: Chapter, taken: Taken, verdict: Verdict) -> dict[str, float | None]:
    """Return the score of every graded cell.

    A written answer waits for a grade by hand, a missing one is worth 0.
    """
    scores: dict[str, float | None] = {
        f"check_{name}": verdict.points(name) for name in chapter.exercises
    }
    for name in chapter.written:
        scores[name] = 0.0 if name in taken.unanswered else None
    return scores
