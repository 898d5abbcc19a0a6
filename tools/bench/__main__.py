"""Measure, show, and write down: see :mod:`tools.bench`."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shlex
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from autograder.course import read_course
from autograder.files import write_text
from autograder.grading.coordinator.places import find_handed_in
from autograder.publish.measured import picture, shown
from tools.bench import engine, latency, others, site
from tools.bench.classes import make_class
from tools.bench.rounds import Found, Row, surroundings, take_turns

ROOT = Path(__file__).parents[2]
OURS = "`autograder grade`: sandbox, gradebook, feedback"
ALONE = "cells and checks alone, one process"
CAUSES = "with causes of what is wrong, one process"
STOCK = "`nbgrader autograde`, one process"
OTTER = "`otter run`, one process"

CLASS_OF_A_CHAPTER = 9  #: submissions, where every chapter is measured


class Bench:
    """The rows that were asked for, on one class."""

    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self.options, self.folder = options, folder
        self.course = read_course(options.course)
        if options.chapter not in self.course.assignments:
            known = ", ".join(self.course.assignments)
            raise SystemExit(f"there is no chapter {options.chapter!r}; known: {known}")
        self.chapter = self.course.assignments[options.chapter]
        self.classroom = make_class(self.course, self.chapter, folder / "class", options.size)
        self.class_ = find_handed_in(self.classroom.submitted, [self.chapter.name])
        self.memory: dict[str, float] = {}
        self.found = Found()

    def rows(self) -> list[Row]:
        """What a round measures."""
        options, few = self.options, self.class_[: self.options.few + 1]
        rows = [
            Row("grading", self._ours),
            Row("grading", self._alone),
            Row("check", self._in_notebook),
        ]
        if options.few:
            otter = others.Otter(self.chapter, self.folder / "otter")
            rows += [
                Row("grading", lambda: {STOCK: others.stock(self.classroom, few)}),
                Row("grading", lambda: {OTTER: otter(few, self.course.root)}),
            ]
        if options.scaling:
            rows.append(Row("scaling", self._scaling))
        if options.loop:
            rows.append(Row("loop", self._loop))
        if options.page:
            build = options.course / "_build"
            page = latency.Page(self.chapter, build / "html", build / "pyodide")
            rows.append(Row("check", lambda: _in_page(page)))
        return rows

    def measure(self, console: Console) -> None:
        """All rounds, with what they give noted as it comes."""
        for number, row, figures in take_turns(self.rows(), self.options.rounds):
            for name, value in figures.items():
                self.found.add(row.group, name, value)
                said = shown(value, "s")
                console.log(f"round {number + 1} of {self.options.rounds}: {name}: {said}")
        jobs = self.options.jobs
        ratios = {
            "nbgrader over ours": (STOCK, OURS, 1.0),
            "otter-grader over ours": (OTTER, OURS, 1.0),
            "ours over checks with causes, per core": (OURS, CAUSES, float(jobs)),
            "ours over checks alone, per core": (OURS, ALONE, float(jobs)),
        }
        self.found.add_ratios("ratios", "grading", ratios)

    def _ours(self) -> dict[str, float]:
        ours = engine.Ours(self.course, self.classroom, self.class_, self.options.jobs)
        self.memory = ours.memory
        self.found.add("parts", "start: until the first is graded", ours.start_up)
        for part, seconds in ours.parts.items():
            self.found.add("parts", part, seconds / len(self.class_))
        return {OURS: ours.seconds}

    def _alone(self) -> dict[str, float]:
        return {
            name: others.alone(self.chapter, self.class_, has_causes)
            for name, has_causes in ((ALONE, False), (CAUSES, True))
        }

    def measure_chapters(self, console: Console) -> None:
        """How long a submission to each chapter takes: once, since all of them are many."""
        for chapter in self.course.assignments.values():
            folder = self.folder / chapter.name
            classroom = make_class(self.course, chapter, folder, CLASS_OF_A_CHAPTER)
            class_ = find_handed_in(classroom.submitted, [chapter.name])
            seconds = engine.Ours(self.course, classroom, class_, self.options.jobs).seconds
            self.found.add("chapters", chapter.name, seconds)
            console.log(f"{chapter.name}: {shown(seconds, 's')}")

    def _in_notebook(self) -> dict[str, float]:
        return {
            f"in a notebook, {what} answer": latency.in_notebook(self.chapter, is_wrong)
            for what, is_wrong in (("a right", False), ("a wrong", True))
        }

    def _scaling(self) -> dict[str, float]:
        found = {}
        size, jobs = len(self.class_), self.options.jobs
        for count, workers in ((max(size // 2, 2), jobs), (size, jobs), (size, 1)):
            ours = engine.Ours(self.course, self.classroom, self.class_[:count], workers)
            found[f"{count} submissions, jobs: {workers}"] = ours.seconds
        return found

    def _loop(self) -> dict[str, float]:
        without, with_loop = engine.delay(
            self.course, self.chapter, self.classroom, self.class_, self.options.jobs
        )
        return {"all others are done": without, "with one that loops among them": with_loop}

    def measure_site(self, console: Console) -> None:
        """How long the book takes to build: once, since it is minutes."""
        for name, build in (("this book", site.ours), ("its notebooks, plain", site.plain)):
            with tempfile.TemporaryDirectory() as folder:
                seconds = build(self.course, Path(folder))
            self.found.add("site", name, seconds)
            console.log(f"{name}: {shown(seconds, 's')}")


def _in_page(page: latency.Page) -> dict[str, float]:
    return {f"in the page, {what}": seconds for what, seconds in page.seconds().items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what ``arguments`` ask for, and write it down."""
    options = _options(arguments)
    load, console = os.getloadavg(), Console(stderr=True)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options, Path(folder))
        with contextlib.suppress(KeyboardInterrupt):  # what was measured so far is kept
            bench.measure(console)
            if options.chapters:
                bench.measure_chapters(console)
            if options.site:
                bench.measure_site(console)
        found = bench.found.groups
    given = sys.argv[1:] if arguments is None else arguments
    told: dict[str, Any] = {
        "command": _command(given),
        "chapter": options.chapter,
        "size": options.size,
        "rounds": options.rounds,
        "memory": {name: round(size) for name, size in bench.memory.items()},
        "surroundings": surroundings(load),
        "groups": found,
    }
    options.out.parent.mkdir(parents=True, exist_ok=True)
    write_text(options.out, json.dumps(told, indent=1) + "\n")
    if "grading" in found:
        write_text(options.out.with_suffix(".svg"), picture(found["grading"], ""))
    show(Console(), found)
    print(f"written to {options.out}; the page shows chapters/_static/bench.json")


def _command(arguments: Sequence[str]) -> str:
    """What was typed, but for where it is written: that is a path of one machine."""
    pairs = zip(arguments, ["", *arguments], strict=False)
    kept = [it for it, before in pairs if "--out" not in (it.partition("=")[0], before)]
    return shlex.join(["python", "-m", "tools.bench", *kept])


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("tools.bench", description="How fast the course's tools are.")
    parser.add_argument("--course", type=Path, default=ROOT)
    parser.add_argument("--chapter", default="perceptron")
    parser.add_argument("--size", type=int, default=40, help="submissions (40)")
    parser.add_argument(
        "--few", type=int, default=4, help="of them for nbgrader and otter-grader; 0: neither (4)"
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--no-scaling", dest="scaling", action="store_false")
    parser.add_argument("--no-loop", dest="loop", action="store_false")
    parser.add_argument("--chapters", action="store_true", help="each chapter, once: long")
    parser.add_argument("--page", action="store_true", help="a check in the page, in Chromium")
    parser.add_argument("--site", action="store_true", help="build the book, once: long")
    parser.add_argument("--out", type=Path, default=ROOT / "_build" / "bench.json")
    options = parser.parse_args(arguments)
    if options.size < 2 or options.rounds < 1:
        parser.error("there must be two submissions and one round at least")
    return options


def show(console: Console, groups: dict[str, dict[str, dict[str, Any]]]) -> None:
    """All figures on the screen, a table each group."""
    for group, rows in groups.items():
        table = Table(title=group, title_justify="left")
        table.add_column("what")
        for heading in ("median", "least", "most"):
            table.add_column(heading, justify="right")
        for name, row in rows.items():
            values = sorted(row["values"])
            middle = (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2
            table.add_row(name, *(shown(x, row["unit"]) for x in (middle, values[0], values[-1])))
        console.print(table)


if __name__ == "__main__":
    main()
