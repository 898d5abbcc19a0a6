"""What handing in late costs: the one place that computes it for a class with settings."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

DAY = timedelta(days=1)
PART = re.compile(
    r"(?P<word>none|zero)"
    r"|(?P<percent>\d+(?:\.\d+)?) ?% (?:a|per) day"
    r"|grace (?P<grace>\d+) ?(?P<unit>min|minutes?|h|hours?)"
    r"|(?P<free>\d+) free days?"
)
EXAMPLES = '"none", "zero", "10% a day", "grace 15 min" or "3 free days", joined by commas'


@dataclass(frozen=True)
class LatePolicy:
    """What a class takes for lateness, which is counted in days begun after the deadline.

    ``percent_a_day`` of what the work earned is lost for each day (100: all of it, at once);
    lateness up to ``grace`` is none; ``free_days`` of a term cost nothing.
    """

    percent_a_day: float = 0.0
    grace: timedelta = timedelta()
    free_days: int = 0

    @classmethod
    def parse(cls, text: str) -> LatePolicy:
        """Read ``10% a day, grace 15 min, 3 free days``. Raises :class:`ValueError` with why.

        What is later than a grace or free days allow is worth nothing unless ``text`` says else.
        """
        costs: list[float] = []
        graces: list[timedelta] = []
        free: list[int] = []
        for part in text.lower().split(","):
            found = PART.fullmatch(" ".join(part.split()))
            if found is None:
                raise ValueError(f"{part.strip()!r} is no late policy; write {EXAMPLES}")
            if found["word"]:
                costs.append({"none": 0.0, "zero": 100.0}[found["word"]])
            elif found["percent"]:
                costs.append(float(found["percent"]))
            elif found["grace"]:
                unit = "hours" if found["unit"].startswith("h") else "minutes"
                graces.append(timedelta(**{unit: int(found["grace"][:6])}))
            else:
                free.append(int(found["free"][:6]))
        if max(len(costs), len(graces), len(free)) > 1:
            raise ValueError(f"{text!r} says two things of the same kind; keep one of them")
        percent = sum(costs) if costs else 100.0
        if percent > 100:
            raise ValueError(f"{percent:g}% a day is more than all; write 100% or less")
        return cls(percent, sum(graces, timedelta()), sum(free))

    def days_late(self, seconds: float) -> int:
        """Days begun after the deadline; 0 within the grace."""
        if seconds <= self.grace.total_seconds():
            return 0
        return math.ceil(seconds / DAY.total_seconds())

    def days_charged(self, days_late: Iterable[int]) -> list[int]:
        """The days that cost something of each hand-in of one student, in order of deadlines.

        Free days are spent on the earliest, and not where all would be lost nevertheless.
        """
        left = self.free_days
        charged = []
        for days in days_late:
            spent = min(days, left)
            if self.share_lost(days - spent) >= 1:
                spent = 0
            left -= spent
            charged.append(days - spent)
        return charged

    def share_lost(self, days: int) -> float:
        """The share of the points that is lost, from 0 to 1, when ``days`` are charged."""
        return min(1.0, days * self.percent_a_day / 100)

    def penalty(self, score: float, days: int) -> float:
        """Points that are lost of ``score`` when ``days`` are charged, to a hundredth."""
        share = self.share_lost(days)
        return max(score, 0.0) if share >= 1 else round(max(score, 0.0) * share, 2)
