"""What a class decided about its marks beside the checks, as the gradebook needs it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from autograder.grading.coordinator.lateness import LatePolicy

Dropped = Literal["full", "absent"]


@dataclass(frozen=True)
class Lateness:
    """By how much one hand-in of a student is late, after their own deadline."""

    assignment: str
    due: datetime
    seconds: float


@dataclass(frozen=True)
class Rules:
    """Decisions on marks; times are in UTC and without a zone, as nbgrader keeps them.

    Students and assignments are named by their ids, graded cells by their ``grade_id``.
    """

    late: LatePolicy = field(default_factory=LatePolicy)
    due: Mapping[str, datetime] = field(default_factory=dict)
    own: Mapping[tuple[str, str], datetime] = field(default_factory=dict)  #: of one student
    excused: frozenset[tuple[str, str]] = frozenset()
    dropped: Mapping[str, Mapping[str, Dropped]] = field(default_factory=dict)
    bonus: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def extension(self, student: str, assignment: str) -> timedelta:
        """How much later than others a student may hand in."""
        own, due = self.own.get((student, assignment)), self.due.get(assignment)
        return timedelta() if own is None or due is None else max(own - due, timedelta())

    def most(self, assignment: str, points: Mapping[str, float]) -> dict[str, float]:
        """What each graded cell adds to the most points, of the ``points`` it is worth."""
        dropped = self.dropped.get(assignment, {})
        none = self.bonus.get(assignment, frozenset()) | {
            name for name, how in dropped.items() if how == "absent"
        }
        return {name: 0.0 if name in none else worth for name, worth in points.items()}

    def waived(self, assignment: str) -> dict[str, str]:
        """What is special about the points of graded cells, in words."""
        bonus = dict.fromkeys(sorted(self.bonus.get(assignment, ())), "bonus")
        words: Mapping[Dropped, str] = {
            "full": "dropped, so all have its points",
            "absent": "dropped, does not count",
        }
        return bonus | {n: words[how] for n, how in self.dropped.get(assignment, {}).items()}

    def days_charged(self, student: str, late: Iterable[Lateness]) -> dict[str, int]:
        """The days that cost something, by assignment, of all that a student handed in."""
        counted: Sequence[Lateness] = sorted(
            (one for one in late if (student, one.assignment) not in self.excused),
            key=lambda one: (one.due, one.assignment),
        )
        days = self.late.days_charged(self.late.days_late(one.seconds) for one in counted)
        return dict(zip((one.assignment for one in counted), days, strict=True))
