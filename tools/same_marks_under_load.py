"""Are marks the same on a busy machine? Grades the same notebooks again and again.

    python -m tools.same_marks_under_load --times 50 --busy 8

Half of the gradings have ``--busy`` processes beside them that do nothing but compute. The
notebooks are those in which time once decided a mark: right answers that loop, a wrong one that
never stops, a reference that is nothing but array operations. The table shows each score with how
often it was given; there must be one for each notebook.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table

from autograder.course import Chapter, read_assignment
from autograder.grading.boundary.messages import Submission
from autograder.grading.coordinator.pool import Failure, Settings, grade_all
from tests.conftest import ROOT
from tests.grading.judge_support import submission

BUSY = "while True: pass"

#: right, and slow: loops over samples, classes and features
SOFTMAX = """
def softmax_gradients(W, b, X, y, l2=0.0):
    W, b, X = np.array(W, float), np.array(b, float), np.array(X, float)
    dW, db = np.zeros(W.shape), np.zeros(b.shape)
    for i in range(len(X)):
        z = [sum(X[i, k] * W[k, j] for k in range(W.shape[0])) + b[j] for j in range(len(b))]
        e = [np.exp(v - max(z)) for v in z]
        for j in range(len(b)):
            delta = (e[j] / sum(e) - (y[i] == j)) / len(X)
            db[j] += delta
            for k in range(W.shape[0]):
                dW[k, j] += X[i, k] * delta
    return dW + l2 * W, db
"""
COLUMNS = """
def pairwise_squared_distances(A, B):
    A, B = np.array(A, dtype=float), np.array(B, dtype=float)
    D = np.zeros((len(A), len(B)))
    for k in range(A.shape[1]):
        D += (A[:, k][:, None] - B[:, k]) ** 2
    return D
"""
#: chapter -> title of a notebook -> its answers; the reference answers everything else
NOTEBOOKS: dict[str, dict[str, dict[str, str]]] = {
    "numpy_and_gradients": {
        "reference": {},
        "a loop over the columns": {"pairwise_squared_distances": COLUMNS},
    },
    "softmax_regression": {"loops": {"softmax_gradients": SOFTMAX}},
    "perceptron": {"reference": {}},
}
#: mistakes and alternatives that are graded as they are, as (chapter, name)
VARIANTS = [
    ("perceptron", "runs_through_every_epoch"),
    ("numpy_and_gradients", "loop_over_the_rows_of_a"),
    ("numpy_and_gradients", "loop_over_pairs"),
]


def notebooks() -> Iterator[tuple[Chapter, str, dict[str, str]]]:
    """Chapter, name and answers of every notebook."""
    named = {name for name, _ in VARIANTS} | set(NOTEBOOKS)
    chapters = {name: read_assignment(ROOT, name) for name in named}
    for name, found in NOTEBOOKS.items():
        for title, answers in found.items():
            yield chapters[name], title, answers
    for name, title in VARIANTS:
        solution = chapters[name].solution
        variant = next(v for v in (*solution.mistakes, *solution.alternatives) if v.name == title)
        yield chapters[name], title, {variant.function_name: variant.source}


@contextlib.contextmanager
def busy(processes: int) -> Iterator[None]:
    """So many processes beside, which do nothing but compute."""
    started = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(processes)]
    try:
        yield
    finally:
        for process in started:
            process.kill()
            process.wait()


def scores(
    handed_in: list[Submission], settings: Settings, times: int, jobs: int
) -> dict[str, Counter[str]]:
    """How often each submission got which points, exercise by exercise."""
    found: dict[str, Counter[str]] = {one.id: Counter() for one in handed_in}
    for _ in range(times):
        for verdict in grade_all(handed_in, settings, jobs):
            if isinstance(verdict, Failure):
                found[verdict.submission][f"not graded: {verdict.reason}"] += 1
            else:
                points = " ".join(f"{verdict.points(name):g}" for name in verdict.outcomes)
                found[verdict.submission][f"{verdict.score:g} = {points}"] += 1
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--busy", type=int, default=8, help="processes beside, for half of them")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    table = Table(title=f"marks in {options.times} gradings")
    for heading in ("notebook", "points", "idle", f"{options.busy} busy"):
        table.add_column(heading, overflow="fold")
    handed_in = [
        submission(chapter, answers, id=f"{chapter.name}: {title}")
        for chapter, title, answers in notebooks()
    ]
    settings, half = Settings(ROOT, "secret"), options.times // 2
    begun = time.monotonic()
    idle = scores(handed_in, settings, options.times - half, options.jobs)
    with busy(options.busy):
        loaded = scores(handed_in, settings, half, options.jobs)
    same = True
    for name in idle:
        said = idle[name] + loaded[name]
        same = same and len(said) == 1
        for points in said:
            table.add_row(name, points, str(idle[name][points]), str(loaded[name][points]))
    console = Console(width=100)
    console.print(table)
    console.print(
        f"{'the same marks' if same else 'MARKS DIFFER'}, {time.monotonic() - begun:.0f} s"
    )
    raise SystemExit(0 if same else 1)


if __name__ == "__main__":
    main()
