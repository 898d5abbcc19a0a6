"""Grade a large class by the commands as they are typed, and say whether anything grows.

    python -m tools.load --size 10000

Nine of ten students hand in right answers, and the tenth one that is written otherwise or wrong: a
cause is looked for then, which takes longer than all else. The table has, for each thousand, how
fast they were graded and what memory the coordinator had to itself; then what lies on the disk for
one submission, and what looking at them all takes.

With ``--copied 20`` only so many are graded, and the others are copies: for the last table alone.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import psutil
from rich.console import Console
from rich.table import Table

from autograder.classroom.roster import Roster, Student
from autograder.course import Chapter, read_course
from autograder.release import Classroom
from tests.conftest import ROOT
from tests.postgresql import server
from tools.bench.classes import answered
from tools.copied import copy_graded

MOST_MEMORY = 400  #: MiB of the coordinator
MOST_DRIFT = 0.10  #: of the rate, from the first step to the last
MOST_SECONDS = 60  #: for status and each export
#: what is typed when all are graded
LOOKED_AT = {
    "status": ("status", "--all"),
    "grade, nothing to do": ("grade", "-j", "1"),
    "export csv": ("export", "--to", "csv"),
    "export json": ("export", "--to", "json"),
    "export moodle": ("export", "--to", "moodle", "--by", "email"),
    "feedback for moodle": ("feedback", "--pack", "moodle"),
    "changes": ("changes",),
}


@dataclass
class Ended:
    """A command that has ended."""

    seconds: float
    processor: float  #: seconds of it
    peak: float  #: MiB, with what it shares
    watched: list[tuple[float, float]] = field(default_factory=list)  #: time of day, MiB of its own


def answers_of(chapter: Chapter) -> list[str]:
    """Notebooks as text: nine of the reference, then one with an alternative or a mistake."""
    right = nbformat.writes(answered(chapter, {}))
    texts = []
    for variant in (*chapter.solution.alternatives, *chapter.solution.mistakes):
        answers = {variant.function_name: variant.source}
        texts += [*[right] * 9, nbformat.writes(answered(chapter, answers))]
    return texts


def names(size: int) -> list[str]:
    return [f"student-{number:06d}" for number in range(size)]


def hand_in(classroom: Classroom, chapter: Chapter, size: int) -> None:
    """As they lie in a download of Moodle, so that there are names to give feedback under."""
    texts = answers_of(chapter)
    for number, student in enumerate(names(size)):
        folder = classroom.submitted / student / chapter.name
        folder.mkdir(parents=True)
        (folder / f"{chapter.name}.ipynb").write_text(texts[number % len(texts)])


def download(folder: Path, chapter: Chapter, size: int) -> Path:
    """The names in which Moodle would have given what was handed in, without content."""
    for number, student in enumerate(names(size)):
        own = folder / f"First Last {student}_{number + 1}_assignsubmission_file_"
        own.mkdir(parents=True)
        (own / f"{chapter.name}.ipynb").touch()
    return folder


def run(classroom: Classroom, *args: str, every: float = 0.0) -> Ended:
    """Type a command and wait; ``every`` so many seconds, look at its memory."""
    options = [] if args[0] == "init" else ["--class", str(classroom.folder)]
    command = [sys.executable, "-m", "autograder.cli", *args, *options, "--course", str(ROOT)]
    log = classroom.folder.with_name("log")
    with log.open("w") as file:
        begun = time.monotonic()
        process = subprocess.Popen(command, stdout=file, stderr=file)
        watched: list[tuple[float, float]] = []
        if every:
            watch = threading.Thread(target=_watch, args=(process.pid, every, watched), daemon=True)
            watch.start()
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"autograder {' '.join(args)}: {log.read_text()[-2000:]}")
    processor = used.ru_utime + used.ru_stime
    return Ended(time.monotonic() - begun, processor, used.ru_maxrss / 1024, watched)


def _watch(pid: int, every: float, found: list[tuple[float, float]]) -> None:
    with contextlib.suppress(psutil.Error, OSError):
        process = psutil.Process(pid)
        while True:
            found.append((time.time(), process.memory_full_info().uss / 2**20))
            time.sleep(every)


def times(classroom: Classroom) -> list[float]:
    """When each submission was done, in order."""
    lines = (classroom.state / "journal.jsonl").read_text().splitlines()
    return sorted({(one := json.loads(line))["submission"]: one["at"] for line in lines}.values())


def steps(done: list[float], begun: float, step: int) -> Iterator[tuple[int, float, float, float]]:
    """How many were done, when that step began and ended, and its rate."""
    before, last = 0, begun
    for many in dict.fromkeys([*range(step, len(done) + 1, step), len(done)]):
        ended = done[many - 1]
        yield many, last, ended, (many - before) / max(ended - last, 1e-9)
        before, last = many, ended


def show_steps(console: Console, done: list[float], graded: Ended, step: int) -> list[str]:
    """Show the table of rate and memory; returns what is not as it should be."""
    table = Table(title=f"{len(done)} submissions, {graded.seconds:.0f} s for the whole command")
    for heading in ("graded", "a second", "coordinator, MiB of its own"):
        table.add_column(heading, justify="right")
    rates = []
    # of the first step, what came before the first submission was done is start-up
    for many, begun, ended, rate in steps(done, done[0], step):
        memory = [size for at, size in graded.watched if begun <= at <= ended]
        table.add_row(f"{many}", f"{rate:.1f}", f"{max(memory):.0f}" if memory else "–")
        rates.append(rate)
    after = [size for at, size in graded.watched if at > done[-1]]
    table.add_row("and to the end", "", f"{max(after):.0f}" if after else "–")
    console.print(table)
    most = max((size for _, size in graded.watched), default=0.0)
    whole = rates[: len(done) // step] or rates
    drift = whole[-1] / whole[0] - 1
    console.print(f"rate, last step over first: {100 * drift:+.0f}%; most memory {most:.0f} MiB")
    wrong = [f"the rate drifts by {100 * drift:+.0f}%"] if abs(drift) > MOST_DRIFT else []
    return wrong + ([f"the coordinator has {most:.0f} MiB"] if most > MOST_MEMORY else [])


def show_disk(console: Console, classroom: Classroom, size: int) -> None:
    table = Table(title="on the disk, for one submission")
    table.add_column("")
    table.add_column("KiB", justify="right")
    table.add_column("files", justify="right")
    for path in sorted(classroom.folder.iterdir()):
        files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
        blocks = sum(one.stat().st_blocks * 512 for one in files)
        if blocks > size * 10:  # ten bytes
            table.add_row(path.name, f"{blocks / size / 1024:.1f}", f"{len(files) / size:.2f}")
    console.print(table)


def show_looks(
    console: Console, classroom: Classroom, chapter: Chapter, size: int, moodle: Path
) -> list[str]:
    """Show what looking at all of them takes; returns what takes too long."""
    table = Table(title=f"of {size} submissions that are graded")
    for heading in ("", "seconds", "of processor time", "peak MiB"):
        table.add_column(heading, justify="right" if heading else "left")
    wrong = []
    for name, args in LOOKED_AT.items():
        its = ("-a", chapter.name, "--download", str(moodle)) if args[0] == "feedback" else ()
        ended = run(classroom, *args, *its)
        row = (f"{ended.seconds:.1f}", f"{ended.processor:.1f}", f"{ended.peak:.0f}")
        table.add_row(name, *row)
        if ended.seconds > MOST_SECONDS:
            wrong.append(f"{name} takes {ended.seconds:.0f} s")
    console.print(table)
    return wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--chapter", default="mp_neuron")
    parser.add_argument("--size", type=int, default=10_000, help="submissions")
    parser.add_argument("--step", type=int, help="of the table; a tenth of all")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--copied", type=int, metavar="N", help="grade N, and copy the others")
    parser.add_argument("--postgresql", action="store_true", help="with the gradebook on a server")
    options = parser.parse_args()
    console = Console()
    course = read_course(ROOT)
    chapter = course.assignments[options.chapter]
    with contextlib.ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        classroom = Classroom(place / "class")
        run(classroom, "init", str(classroom.folder))
        lines = ['late = "10% a day"', f'[deadlines]\n{chapter.name} = "2037-01-31 23:59"']
        if options.postgresql:
            running = stack.enter_context(server(fsync="on", synchronous_commit="on"))
            lines.insert(0, f'gradebook = "{running.database()}"')
        (classroom.folder / "class.toml").write_text("\n".join(lines) + "\n")
        run(classroom, "release", "-a", chapter.name)
        Roster(
            tuple(
                Student(id, "First", f"Last {id}", f"{id}@example.org")
                for id in names(options.size)
            )
        ).save(classroom.folder)
        graded = options.copied or options.size
        hand_in(classroom, chapter, graded)
        console.log(f"{graded} handed in; grading with {options.jobs} processes")
        ended = run(classroom, "grade", "-j", str(options.jobs), every=0.5)
        wrong: list[str] = []
        if options.copied:
            students = names(options.size)
            copy_graded(course, classroom, students[:graded], students[graded:])
            console.log(f"{options.size - graded} copies of them made")
            run(classroom, "grade", "-j", "1")  # which notes their marks as new
        else:
            step = options.step or max(options.size // 10, 1)
            wrong += show_steps(console, times(classroom), ended, step)
            show_disk(console, classroom, options.size)
        moodle = download(place / "download", chapter, options.size)
        wrong += show_looks(console, classroom, chapter, options.size, moodle)
    for line in wrong:
        console.print(f"not as it should be: {line}", style="red")
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
