"""How fast grading is, beside stock nbgrader and beside the checks alone.

    python -m tools.bench --size 24 --rounds 3

All rows of a round are measured one after another on the same release and the same
submissions, and the table shows medians over the rounds: only their ratios mean anything on a
machine that does other things too. Start-up is told apart: it is paid once a run.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import shutil
import statistics
import tempfile
import time
import warnings
from collections import defaultdict
from pathlib import Path
from unittest import mock

import nbformat
import psutil
from rich.console import Console
from rich.table import Table
from sqlalchemy.exc import SAWarning

from autograder.course import Chapter, Course, read_course
from autograder.grading.coordinator import grade_class
from autograder.grading.coordinator.grade_class import Grading, Options
from autograder.grading.coordinator.gradebook import GradebookWriter
from autograder.grading.coordinator.intake import Intake
from autograder.grading.coordinator.journal import Journal
from autograder.grading.coordinator.places import find_handed_in
from autograder.grading.coordinator.submissions import HandedIn, collect
from autograder.in_process import run_checks
from autograder.notebooks.build import student_notebook
from autograder.release import Classroom, release_assignments
from tests.conftest import ROOT

LOOP = "def {name}(*args, **kwargs):\n    while True:\n        pass\n"
#: parts of the coordinator's work, by what does them
PARTS = {
    "read and match": (grade_class.Grading, "_submission"),
    "gradebook": (GradebookWriter, "enter"),
    "graded notebook": (grade_class, "graded_notebook"),
    "feedback": (grade_class.FeedbackWriter, "page"),
    "files": (grade_class, "write_text"),
    "journal": (Journal, "add"),
}


def make_class(course: Course, chapter: Chapter, folder: Path, size: int) -> Classroom:
    """``size`` students: the reference, every alternative and every mistake in turn."""
    shutil.rmtree(folder, ignore_errors=True)
    classroom = Classroom.create(folder, course.root)
    list(release_assignments(classroom, [chapter]))
    variants = [None, *chapter.solution.alternatives, *chapter.solution.mistakes]
    for number in range(size):
        variant = variants[number % len(variants)]
        answers = {variant.function_name: variant.source} if variant else {}
        hand_in(classroom, chapter, f"student-{number:04d}", answers)
    return classroom


def hand_in(classroom: Classroom, chapter: Chapter, student: str, answers: dict[str, str]) -> None:
    """A notebook with the reference's functions, but for those in ``answers``."""
    notebook = student_notebook(chapter)
    for cell in notebook.cells:
        exercise = chapter.exercises.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
        if exercise:
            cell.source = "\n\n\n".join(
                answers.get(name, chapter.solution.definitions[name].source)
                for name in exercise.functions
            )
    path = classroom.submitted / student / chapter.name / f"{chapter.name}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


def stock(classroom: Classroom, handed_in: list[HandedIn]) -> float:
    """Seconds a submission of ``nbgrader autograde`` in one warm process."""
    warnings.simplefilter("ignore", SAWarning)
    api = classroom.nbgrader()
    seconds = []
    for one in handed_in:
        begun = time.perf_counter()
        result = api.autograde(one.assignment, one.student, force=True)
        seconds.append(time.perf_counter() - begun)
        assert result["success"], result
    return statistics.median(seconds[1:] or seconds)  # the first one imports


def checks_alone(chapter: Chapter, handed_in: list[HandedIn]) -> float:
    """Seconds a submission of its cells and its checks in one warm process, unprotected."""
    intake = Intake(chapter)
    programs = [intake.take(*collect(one).cells()).program for one in handed_in]
    _compute(chapter, programs[0])
    begun = time.perf_counter()
    for program in programs:
        _compute(chapter, program)
    return (time.perf_counter() - begun) / len(programs)


def _compute(chapter: Chapter, program) -> None:
    namespace = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in program:
            with contextlib.suppress(Exception):
                exec(compile(cell.source, "<cell>", "exec"), namespace)
        for exercise in chapter.exercises.values():
            with contextlib.suppress(Exception):
                run_checks(chapter, exercise, namespace)


class Ours:
    """One run of the engine, timed."""

    def __init__(self, course, classroom, handed_in, jobs: int, run_all: bool = False) -> None:
        self.parts: dict[str, float] = defaultdict(float)
        self.judged: dict[str, float] = defaultdict(float)
        self.memory: dict[str, float] = {}
        self.done: dict[str, float] = {}
        options = Options(jobs=jobs, force=True, run_all=run_all)
        begun = time.perf_counter()
        with contextlib.ExitStack() as stack:
            for part, (owner, name) in PARTS.items():
                stack.enter_context(mock.patch.object(owner, name, self._timed(part, owner, name)))
            grade_all = self._watched(grade_class.pool.grade_all)
            stack.enter_context(mock.patch.object(grade_class.pool, "grade_all", grade_all))
            grading = stack.enter_context(Grading(course, classroom, options))
            for one in grading.grade(handed_in):
                assert not one.reason, one
                self.done[one.handed_in.student] = time.perf_counter() - begun
                if len(self.done) == len(handed_in) // 2:
                    self.memory = memory()
        times = sorted(self.done.values())
        self.start_up = times[0]
        self.seconds = (times[-1] - times[0]) / (len(times) - 1)

    def _timed(self, part, owner, name):
        original = getattr(owner, name)

        def timed(*args, **kwargs):
            begun = time.perf_counter()
            try:
                return original(*args, **kwargs)
            finally:
                self.parts[part] += time.perf_counter() - begun

        return timed

    def _watched(self, grade_all):
        def watched(*args):
            for verdict in grade_all(*args):
                for name, seconds in verdict.seconds.items():
                    if name != "total":
                        self.judged["cells" if name == "cells" else "checks"] += seconds
                yield verdict

        return watched


def memory() -> dict[str, float]:
    """MiB that the coordinator, a judge and a sandbox have to themselves, the largest of each."""
    found = {"coordinator": psutil.Process().memory_full_info().uss / 2**20}
    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            command = " ".join(process.cmdline())
            what = "judge" if "spawn_main" in command else "sandbox" if "worker" in command else ""
            size = process.memory_full_info().uss / 2**20
            if what:
                found[what] = max(found.get(what, 0.0), size)
    return found


def delay(course, chapter, classroom, handed_in, jobs: int) -> tuple[float, float]:
    """Seconds until all others are done, with and without one submission that loops."""
    name = next(iter(chapter.exercises.values())).functions[0]
    looping = HandedIn("looping", chapter.name, classroom.submitted / "looping" / chapter.name)
    hand_in(classroom, chapter, "looping", {name: LOOP.format(name=name)})
    found = []
    for class_ in (handed_in, [handed_in[0], looping, *handed_in[1:]]):
        ours = Ours(course, classroom, class_, jobs)
        ours.done.pop("looping", None)
        found.append(max(ours.done.values()) - ours.start_up)
    shutil.rmtree(classroom.submitted / "looping")
    return found[0], found[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--chapter", default="perceptron")
    parser.add_argument("--size", type=int, default=40, help="submissions")
    parser.add_argument("--stock", type=int, default=4, help="of them, for stock nbgrader")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--no-loop", action="store_true", help="leave the looping one out")
    options = parser.parse_args()
    console = Console()
    course = read_course(ROOT)
    chapter = course.assignments[options.chapter]
    with tempfile.TemporaryDirectory() as folder:
        classroom = make_class(course, chapter, Path(folder) / "class", options.size)
        handed_in = find_handed_in(classroom.submitted, [chapter.name])
        rows: dict[str, list[float]] = defaultdict(list)
        runs = []
        for number in range(options.rounds):
            console.log(f"round {number + 1} of {options.rounds}")
            if options.stock:
                rows["stock"].append(stock(classroom, handed_in[: options.stock + 1]))
            runs.append(Ours(course, classroom, handed_in, options.jobs))
            rows["ours"].append(runs[-1].seconds)
            rows["alone"].append(checks_alone(chapter, handed_in))
            console.log(", ".join(f"{name} {1000 * row[-1]:.0f} ms" for name, row in rows.items()))
        show(console, options, {name: statistics.median(found) for name, found in rows.items()})
        show_parts(console, options, runs)
        if not options.no_loop:
            without, with_loop = delay(course, chapter, classroom, handed_in, options.jobs)
            console.print(
                f"one that loops: the other {options.size} take {with_loop:.1f} s"
                f" instead of {without:.1f} s"
            )


def show(console: Console, options, medians: dict[str, float]) -> None:
    table = Table(title=f"{options.chapter}, {options.size} submissions, {os.cpu_count()} cores")
    for heading in ("", "ms a submission", "submissions a second", "times ours"):
        table.add_column(heading, justify="right" if heading else "left")
    names = {
        "stock": "stock nbgrader autograde, one process",
        "ours": f"autograder grade, {options.jobs} processes, feedback too",
        "alone": "cells and checks alone, one warm process",
    }
    for name, median in medians.items():
        ratio = f"{median / medians['ours']:.2f}"
        table.add_row(names[name], f"{1000 * median:.0f}", f"{1 / median:.1f}", ratio)
    console.print(table)
    bound = medians["alone"] / options.jobs
    console.print(f"ours over checks alone divided by processes: {medians['ours'] / bound:.2f}")


def show_parts(console: Console, options, runs: list[Ours]) -> None:
    table = Table(title="where the time of a submission goes (ms of wall time)")
    table.add_column("")
    table.add_column("ms", justify="right")
    for source in ("judged", "parts"):
        for part in getattr(runs[0], source):
            found = statistics.median(getattr(one, source)[part] for one in runs)
            where = "judge" if source == "judged" else "coordinator"
            table.add_row(f"{where}: {part}", f"{1000 * found / options.size:.1f}")
    console.print(table)
    start = statistics.median(one.start_up for one in runs)
    sizes = ", ".join(f"{what} {size:.0f} MiB" for what, size in runs[-1].memory.items())
    console.print(f"start-up {start:.1f} s; memory of its own: {sizes}")


if __name__ == "__main__":
    main()
