"""What the judge is given, and what it says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

MAX_TEXT = 20_000  #: characters that a cell prints and that are kept
MAX_RICH = 2 * 2**20  #: characters of pictures and the like, of a cell
MAX_SHOWN = 40  #: pictures and values of a cell

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
    """Seconds of wall time; whoever exceeds one loses what is asked there, and nothing else."""

    call: float = 2.0
    cell: float = 5.0
    exercise: float = 10.0
    submission: float = 60.0


@dataclass(frozen=True)
class CheckOutcome:
    """What one check said. ``public`` may be shown to the student, ``private`` not."""

    name: str
    title: str
    points: float
    earned: float
    kind: str = ""  #: of the failure, ``""`` when it passed
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

    def points(self, exercise: str) -> float:
        """Return what ``exercise`` earned, as a sum of decimal fractions (0.1 + 0.2 is 0.3)."""
        return round(sum(outcome.earned for outcome in self.outcomes[exercise]), 9)

    @property
    def score(self) -> float:
        return sum(map(self.points, self.outcomes))
