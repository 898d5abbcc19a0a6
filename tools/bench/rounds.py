"""Take turns: each round measures every row once, and begins with another one."""

from __future__ import annotations

import datetime
import os
import platform
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

#: what a row's measurement gives: figures by the name of the row they belong to
Measure = Callable[[], dict[str, float]]


@dataclass(frozen=True)
class Row:
    """Something to measure; the figures it gives belong to ``group``."""

    group: str
    measure: Measure


def take_turns(rows: Sequence[Row], rounds: int) -> Iterator[tuple[int, Row, dict[str, float]]]:
    """Yield the round, the row and its figures, ``rounds`` times for all ``rows``."""
    for number in range(rounds):
        first = number % max(len(rows), 1)
        for row in (*rows[first:], *rows[:first]):
            yield number, row, row.measure()


class Found:
    """All figures by group and name, a list of one for each round."""

    def __init__(self) -> None:
        self.groups: dict[str, dict[str, dict[str, Any]]] = {}

    def add(self, group: str, name: str, value: float, unit: str = "s") -> None:
        """Note a figure of the present round."""
        row = self.groups.setdefault(group, {}).setdefault(name, {"unit": unit, "values": []})
        row["values"].append(round(float(value), 6))

    def values(self, group: str, name: str) -> list[float]:
        """The figures of all rounds; none where the row was not measured."""
        values: list[float] = self.groups.get(group, {}).get(name, {"values": []})["values"]
        return values

    def add_ratios(self, group: str, of: str, ratios: dict[str, tuple[str, str, float]]) -> None:
        """Note for each name ``factor`` times one row of ``of`` over another, round by round."""
        for name, (above, below, factor) in ratios.items():
            pairs = zip(self.values(of, above), self.values(of, below), strict=False)
            for one, other in pairs:
                self.add(group, name, factor * one / other, "times")


def surroundings(load_before: tuple[float, float, float]) -> dict[str, Any]:
    """What the figures depend on: the machine, its load, the versions, the day."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "cores": cores,
        "load": [round(load_before[0], 1), round(os.getloadavg()[0], 1)],
        "processor": platform.machine(),
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "python": platform.python_version(),
        "numpy": np.__version__,
    }
