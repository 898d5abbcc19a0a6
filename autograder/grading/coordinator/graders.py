"""What computes verdicts, as the coordinator sees it: here, or on other machines.

There is one path from a submission to the gradebook. Which processes the verdict comes from is
chosen once, in :class:`~autograder.grading.coordinator.grade_class.Options`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from autograder.grading.boundary.messages import Submission, Verdict
from autograder.grading.judge.process import Settings


@dataclass(frozen=True)
class Failure:
    """No verdict: grading itself went wrong, and nothing is known of the submission."""

    submission: str
    reason: str


class Graders(Protocol):
    """Judges, each with a sandbox of its own."""

    def grade_all(
        self, submissions: Iterable[Submission], settings: Settings
    ) -> Iterator[Verdict | Failure]:
        """One verdict or failure for each submission, in the order in which they are reached.

        ``submissions`` are drawn as judges have room for them, and no faster than verdicts are
        taken. Raises :class:`~autograder.errors.UserError` when nothing can be graded any more;
        closing the iterator ends the work.
        """
        ...
