"""The total of a student over the chapters: weights, the best of them, what does not count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from autograder.classroom.settings import Settings


@dataclass(frozen=True)
class Part:
    """One chapter of a student that counts: what was earned, and the most there is."""

    mark: float
    most: float


@dataclass(frozen=True)
class Total:
    """What was earned of what there was, in points or in weights."""

    earned: float
    possible: float

    @property
    def percent(self) -> float:
        return 100 * self.earned / self.possible


def total(settings: Settings, parts: Mapping[str, Part]) -> Total | None:
    """Sum up the chapters that count, by name; ``None`` where there is nothing to sum up.

    Leave out of ``parts`` what is excused, hidden, or not due and not handed in; what is due and
    was not handed in is a mark of 0. Of more than ``settings.best`` chapters, those with the
    greatest share of their points count. Without weights a chapter counts by its points.
    """
    counted = {name: part for name, part in parts.items() if name not in settings.hidden}
    ranked = sorted(
        (name for name in counted if counted[name].most > 0),
        key=lambda name: counted[name].mark / counted[name].most,
        reverse=True,
    )
    earned = possible = 0.0
    for name in ranked[: settings.best]:
        part = counted[name]
        weight = settings.weights.get(name, 1.0) if settings.weights else part.most
        earned += weight * part.mark / part.most
        possible += weight
    if not settings.weights:  # nothing but bonus in it: it adds what was earned
        earned += sum(part.mark for part in counted.values() if part.most <= 0)
    return Total(round(earned, 6), possible) if possible else None
