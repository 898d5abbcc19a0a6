"""How grading on a cluster scales, and where its one writer becomes the limit.

    python -m tools.measure_cluster --size 400 --rounds 5

Wants a machine that does nothing else. Every round grades the same class on one single-core worker
and on two, one after the other, and the table shows medians over the rounds. The start of judges
is not counted: a round is timed from its first verdicts on. What many workers would do is computed
from these costs, since this machine has not got them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from rich.console import Console
from rich.table import Table

from autograder.course import Course, read_course
from autograder.grading.cluster.graders import CHUNK, UNDER_WAY, ClusterGraders, _Run
from autograder.grading.cluster.local import local_cluster
from autograder.grading.coordinator.grade_class import Grading, Options
from autograder.grading.coordinator.journal import course_key
from autograder.grading.coordinator.places import find_handed_in
from autograder.grading.coordinator.submissions import HandedIn
from autograder.release import Classroom
from tests.conftest import ROOT
from tools.bench.classes import make_class

PLANNED = (1, 2, 4, 8, 16, 32, 64, 100)  #: workers
#: parts of the coordinator's work, by what does them
PARTS = {
    "read": (Grading, "_submission"),
    "send": (_Run, "_send"),
    "write": (Grading, "_write"),
}


@dataclass(frozen=True)
class Cost:
    """Of one result, in seconds: of the wall, and of the processors on the coordinator's side."""

    wall: float
    scheduler: float
    coordinator: float
    parts: dict[str, float]  #: of the coordinator


def measure(course: Course, classroom: Classroom, handed_in: list[HandedIn], workers: int) -> Cost:
    """Grade ``handed_in``, and count from the first chunks on."""
    name = handed_in[0].assignment
    keys = {name: course_key(course.assignments[name])}
    spent: dict[str, float] = defaultdict(float)
    first = CHUNK * UNDER_WAY * workers
    assert len(handed_in) > 2 * first, f"--size must be more than {2 * first}"
    with local_cluster(workers, "127.0.0.1", 0) as address, _timed(spent):
        options = Options(force=True, graders=ClusterGraders(address, keys))
        with Grading(course, classroom, options) as grading:
            for number, one in enumerate(grading.grade(handed_in), start=1):
                assert not one.reason, one
                if number == first:
                    spent.clear()
                    before = time.process_time()
                    begun = time.perf_counter()
            wall = time.perf_counter() - begun
            after = time.process_time()
    count = len(handed_in) - first
    # the scheduler has its thread in this very process, beside the coordinator's own
    own = spent["main thread"] = sum(spent.values())
    return Cost(
        wall / count,
        max(0.0, after - before - own) / count,
        own / count,
        {part: spent[part] / count for part in PARTS},
    )


class _timed:
    """Count the processor time of the coordinator's own thread, by part."""

    def __init__(self, spent: dict[str, float]) -> None:
        self.spent = spent
        self.patches = [
            mock.patch.object(owner, name, self._watched(part, getattr(owner, name)))
            for part, (owner, name) in PARTS.items()
        ]

    def _watched(self, part, original):
        def watched(*args, **kwargs):
            begun = time.thread_time()
            try:
                return original(*args, **kwargs)
            finally:
                self.spent[part] += time.thread_time() - begun

        return watched

    def __enter__(self) -> None:
        for patch in self.patches:
            patch.start()

    def __exit__(self, *_: object) -> None:
        for patch in self.patches:
            patch.stop()


def planned(worker: float, coordinator: float) -> Iterator[tuple[int, float, str]]:
    """How many workers, results a second, and what keeps there from being more."""
    for workers in PLANNED:
        by_workers, by_writer = workers / worker, 1 / coordinator
        limit = "workers" if by_workers < by_writer else "the writer"
        yield workers, min(by_workers, by_writer), limit


def show(console: Console, rounds: dict[int, list[Cost]]) -> None:
    table = Table(title=f"medians of {len(rounds[1])} rounds, ms a result, {os.cpu_count()} cores")
    table.add_column("")
    for workers in rounds:
        table.add_column(f"{workers} workers" if workers > 1 else "1 worker", justify="right")

    def row(what: str, get) -> None:
        found = [statistics.median(get(cost) for cost in costs) for costs in rounds.values()]
        table.add_row(what, *(f"{1000 * seconds:.2f}" for seconds in found))

    row("wall", lambda cost: cost.wall)
    row("processor: scheduler and link", lambda cost: cost.scheduler)
    row("processor: coordinator", lambda cost: cost.coordinator)
    for part in PARTS:
        row(f"  of it: {part}", lambda cost, part=part: cost.parts[part])
    console.print(table)
    one, two = (statistics.median(cost.wall for cost in rounds[n]) for n in (1, 2))
    ratios = [a.wall / b.wall for a, b in zip(rounds[1], rounds[2], strict=True)]
    spread = f"{min(ratios):.2f} to {max(ratios):.2f} by round"
    console.print(f"two workers are {one / two:.2f} times as fast as one ({spread})")


def show_plan(console: Console, cost: Cost) -> None:
    # one worker is never without work, so what it takes is the wall's time; the link's share is
    # in other processes on a cluster; decoding is not, and is in the rest
    table = Table(title="planned: results a second, from the costs of one worker")
    for heading in ("workers", "a second", "10,000 take", "the limit is"):
        table.add_column(heading, justify="right")
    for workers, rate, limit in planned(cost.wall, cost.coordinator + cost.scheduler):
        table.add_row(str(workers), f"{rate:.0f}", f"{10_000 / rate / 60:.1f} min", limit)
    console.print(table)
    most = cost.wall / (cost.coordinator + cost.scheduler)
    console.print(
        f"the writer is the limit from {most:.0f} workers on; beyond, give each section of the"
        " class a folder and a run of its own: runs share the workers of one scheduler"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--chapter", default="perceptron")
    parser.add_argument("--size", type=int, default=400, help="submissions")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    console = Console()
    course = read_course(ROOT)
    chapter = course.assignments[options.chapter]
    with tempfile.TemporaryDirectory() as folder:
        classroom = make_class(course, chapter, Path(folder) / "class", options.size)
        handed_in = find_handed_in(classroom.submitted, [chapter.name])
        rounds: dict[int, list[Cost]] = {1: [], 2: []}
        for number in range(options.rounds):
            for workers in (1, 2) if number % 2 == 0 else (2, 1):
                cost = measure(course, classroom, handed_in, workers)
                rounds[workers].append(cost)
                console.log(f"round {number + 1}, {workers}: {1000 * cost.wall:.1f} ms a result")
        show(console, rounds)
        medians = {
            name: statistics.median(getattr(cost, name) for cost in rounds[1])
            for name in ("wall", "scheduler", "coordinator")
        }
        show_plan(console, Cost(**medians, parts={}))


if __name__ == "__main__":
    main()
