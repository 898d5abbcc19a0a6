"""What a grade costs in gradebooks of 100 to 100,000 submissions, in a file and on a server.

    python -m tools.measure_gradebook --sizes 100 1000 10000 100000

The gradebooks are filled with rows, not graded. A grade is one transaction: what was written is
as safe as it is when a class is graded. `--without-indexes` shows what the indexes are for.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from unittest import mock

from rich.console import Console
from rich.table import Table
from sqlalchemy import text

from autograder.course import read_course
from autograder.grading.coordinator import gradebook
from autograder.grading.coordinator.gradebook import Assessment, GradebookWriter
from autograder.grading.coordinator.lateness import LatePolicy
from autograder.grading.coordinator.marks import read_marks
from autograder.grading.coordinator.rules import Rules
from autograder.grading.coordinator.scores import points_of
from autograder.release import Classroom
from tests.conftest import ROOT
from tests.postgresql import server
from tests.released import release_rows

DUE = datetime(2027, 1, 31, 23, 59)
#: as a class would have them, with a question that was dropped
SAFE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
#: rows of submissions :first to :last, made by the database itself; ids are random, as nbgrader's
NUMBERS = (
    "WITH RECURSIVE n(i) AS"
    " (SELECT CAST(:first AS INTEGER) UNION ALL SELECT i + 1 FROM n WHERE i < :last)"
)
FILL = (
    "INSERT INTO student (id) SELECT 'student-' || i FROM n",
    "INSERT INTO submitted_assignment (id, assignment_id, student_id, timestamp)"
    " SELECT 'a' || i, assignment.id, 'student-' || i, assignment.duedate FROM n, assignment",
    "INSERT INTO submitted_notebook (id, assignment_id, notebook_id, flagged)"
    " SELECT 'n' || i, 'a' || i, (SELECT id FROM notebook), false FROM n",
    "INSERT INTO grade (id, notebook_id, cell_id, auto_score, needs_manual_grade)"
    " SELECT {random}, 'n' || i, cell.id, i % 3, false FROM n, base_cell AS cell"
    " WHERE cell.type = 'GradeCell'",
    "INSERT INTO comment (id, notebook_id, cell_id)"
    " SELECT {random}, 'n' || i, cell.id FROM n, base_cell AS cell"
    " WHERE cell.type = 'SolutionCell'",
)
RANDOM = {"sqlite": "lower(hex(randomblob(16)))", "postgresql": "md5(random()::text || i)"}


def fill(classroom: Classroom, first: int, last: int) -> None:
    with classroom.writing() as connection:
        for statement in FILL:
            filled = statement.format(random=RANDOM[connection.dialect.name])
            connection.execute(text(f"{NUMBERS} {filled}"), {"first": first, "last": last})


def grades(classroom: Classroom, rules: Rules, points: dict, students: list[str]) -> list[float]:
    """Seconds of each grade; the first ones, which open and prepare, are left out."""
    seconds = []
    with GradebookWriter(classroom, rules) as writer:
        writer.checksums("line", points)
        for student in students:
            begun = time.perf_counter()
            one = Assessment(student, "line", dict.fromkeys(points, 1.0), frozenset(), DUE)
            with writer.enter(one):
                pass
            seconds.append(time.perf_counter() - begun)
    return seconds[5:]


@contextlib.contextmanager
def places(only: list[str]) -> Iterator[dict[str, Callable[[Path], str]]]:
    """How the address of an empty gradebook is got, by what it is called."""
    with contextlib.ExitStack() as stack:
        found: dict[str, Callable[[Path], str]] = {}
        if "sqlite" in only:
            found["SQLite"] = lambda folder: f"sqlite:///{folder / 'gradebook.db'}"
        if "postgresql" in only:
            running = stack.enter_context(server(**SAFE))
            found["PostgreSQL"] = lambda folder: running.database()
        yield found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000, 100_000])
    parser.add_argument("--chapter", default="perceptron")
    parser.add_argument("--grades", type=int, default=40, help="of each kind, in each size")
    parser.add_argument("--only", choices=["sqlite", "postgresql"], nargs="+")
    parser.add_argument("--without-indexes", action="store_true")
    options = parser.parse_args()
    console = Console()
    points = points_of(read_course(ROOT).assignments[options.chapter])
    dropped = {"line": {next(iter(points)): "full"}}
    rules = Rules(LatePolicy.parse("10% a day, 3 free days"), due={"line": DUE}, dropped=dropped)
    table = Table(title=f"a grade of {len(points)} cells, median of {options.grades}, ms")
    for heading in ("", "submissions", "new", "again", "all brought up to date", "all marks read"):
        table.add_column(heading, justify="right" if heading else "left")
    kept = () if options.without_indexes else gradebook.INDEXED
    with (
        tempfile.TemporaryDirectory() as folder,
        places(options.only or ["sqlite", "postgresql"]) as found,
        mock.patch.object(gradebook, "INDEXED", kept),
    ):
        for name, make in found.items():
            place = Path(folder) / name
            Classroom.create(place, ROOT)
            config = place / "nbgrader_config.py"
            config.write_text(config.read_text() + f"c.CourseDirectory.db_url = {make(place)!r}\n")
            classroom = Classroom.open(place)
            release_rows(classroom, "line", points)
            size = 0
            for wanted in options.sizes:
                grades(classroom, rules, points, [])  # indexes are there from the first run on
                fill(classroom, size + 1, wanted)
                size = wanted
                row = list(measured(classroom, rules, points, size, options.grades))
                console.log(f"{name}: {size} submissions: {' '.join(row)}")
                table.add_row(name, f"{size:,}", *row)
    console.print(table)


def measured(
    classroom: Classroom, rules: Rules, points: dict, size: int, many: int
) -> Iterator[str]:
    new = [f"new-{size}-{number}" for number in range(many + 5)]
    again = [f"student-{1 + number * size // (many + 5)}" for number in range(many + 5)]
    for students in (new, again):
        yield f"{1000 * statistics.median(grades(classroom, rules, points, students)):.1f}"
    begun = time.perf_counter()
    with GradebookWriter(classroom, rules) as writer:
        everybody = {f"student-{number}" for number in range(1, size + 1)}
        for _ in writer.bring_up_to_date("line", everybody, points):
            pass
    yield f"{1000 * (time.perf_counter() - begun):.0f}"
    begun = time.perf_counter()
    read_marks(classroom, rules)
    yield f"{1000 * (time.perf_counter() - begun):.0f}"


if __name__ == "__main__":
    main()
