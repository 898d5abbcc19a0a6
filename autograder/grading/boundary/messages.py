"""What the judge is given, and what it says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from autograder.checks.failure import CHECK_SECONDS, FailureKind

# The most that one submission can bring to the coordinator; together below `process.MAX_ANSWER`.
MAX_TEXTS = 2**20  #: bytes of text that all cells of a submission print, in UTF-8
MAX_PICTURES = 8 * 2**20  #: bytes of what else they show
MAX_NOTES = 200  #: for the instructor, of one submission
MAX_NOTE = 5_000  #: characters of each
MAX_SAID = 10_000  #: characters of what a check says, in public and in private

MAX_TEXT = 20_000  #: characters that a cell prints and that are kept
MAX_RICH = 2 * 2**20  #: characters of pictures and the like, of a cell
MAX_SHOWN = 40  #: pictures and values of a cell

#: of a cell: the course's own, the answer to an exercise, one that the student added
Kind = Literal["given", "solution", "extra"]


@dataclass(frozen=True)
class ProgramCell:
    """A code cell to run: the course's own, the answer to exercise ``name``, or an extra one."""

    kind: Kind
    name: str
    source: str


#: the cells of a submission in running order
Program = tuple[ProgramCell, ...]


@dataclass(frozen=True)
class Submission:
    """What one student handed in for one assignment, as the judge takes it."""

    id: str  #: fixes the random inputs of its checks, with the secret of the course
    assignment: str
    program: Program


@dataclass(frozen=True)
class Limits:
    """What an answer may take, in seconds. No mark depends on a clock on the wall.

    The first three are processor time, which the kernel counts for the student's process alone,
    however busy the machine is. Each try of a check and each cell has a limit of its own, which
    neither another try nor another check can use up. What the judge computes for one
    try of a check (the check itself, references that the answer calls) has the same limit
    of the judge's own processor time.

    A process that sleeps uses no processor time, so the time for which it neither runs nor waits
    for a processor, nor for the judge, has a limit too: the one place where a clock counts.
    """

    check: float = CHECK_SECONDS  #: one try of one check
    cell: float = 10.0  #: one cell
    submission: float = 120.0  #: all of the student's processes, one after another
    asleep: float = 5.0  #: of wall time: in one cell, or one try of a check


@dataclass(frozen=True)
class CheckOutcome:
    """What one check said. ``public`` may be shown to the student, ``private`` not."""

    name: str
    title: str
    points: float
    earned: float
    kind: FailureKind | Literal[""] = ""  #: of the failure, ``""`` when it passed
    public: str = ""
    private: str = ""


@dataclass
class Verdict:
    """All that is known of a submission after grading."""

    submission: str
    outcomes: dict[str, list[CheckOutcome]] = field(default_factory=dict)  #: by exercise
    #: one a cell of the program: ``stdout``, ``stderr``, ``shown``, ``error``
    outputs: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  #: for the instructor
    seconds: dict[str, float] = field(default_factory=dict)  #: where the time went

    def note(self, text: str) -> None:
        """Keep ``text`` for the instructor, if there is room."""
        if len(self.notes) < MAX_NOTES:
            self.notes.append(text[:MAX_NOTE])

    def points(self, exercise: str) -> float:
        """Return what ``exercise`` earned, as a sum of decimal fractions (0.1 + 0.2 is 0.3)."""
        return round(sum(outcome.earned for outcome in self.outcomes[exercise]), 9)

    @property
    def score(self) -> float:
        return sum(map(self.points, self.outcomes))
