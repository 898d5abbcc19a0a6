"""A class to disturb, the commands that are run on it, and what they must leave."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import sys
import time
import traceback
import types
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbgrader.api
import psutil

from autograder import cli
from autograder.classroom import changes_table  # noqa: F401 (imported once, for all runs)
from autograder.classroom.collecting import collect_class  # noqa: F401
from autograder.classroom.collecting.versions import ABOUT
from autograder.course import read_course
from autograder.grading.coordinator.sample_class import Sample, hand_in, sample_class
from autograder.release import Classroom
from tests.conftest import SMALL

PATIENCE = 240.0  #: seconds after which a run is taken to hang, on a busy machine
#: files that the next run makes of these are whole by their own means
SIDE_FILES = ("gradebook.db-journal", "gradebook.db-wal", "gradebook.db-shm")
STATE = (".autograder/lock", ".autograder/journal.jsonl", ".autograder/changes.json")
#: what grading and releasing leave in the gradebook: a name of three words, and values
QUERIES = (
    """
select s.student_id, a.name, b.name, g.auto_score, g.manual_score, g.extra_credit,
       g.needs_manual_grade, n.late_submission_penalty
from grade g join base_cell b on b.id = g.cell_id
join submitted_notebook n on n.id = g.notebook_id
join submitted_assignment s on s.id = n.assignment_id
join assignment a on a.id = s.assignment_id
""",
    """
select 'points', a.name, b.name, g.max_score, a.duedate
from grade_cells g join base_cell b on b.id = g.id
join notebook n on n.id = b.notebook_id join assignment a on a.id = n.assignment_id
""",
    """
select 'source', a.name, c.name, c.checksum
from source_cell c join notebook n on n.id = c.notebook_id
join assignment a on a.id = n.assignment_id
""",
)

Within = Callable[[], None]
Outside = Callable[[psutil.Process], None]


@dataclass(frozen=True)
class Ending:
    """How a run ended: its exit status, or the signal that ended it as a negative number."""

    status: int
    told: str  #: on both streams
    seconds: float = 0.0

    @property
    def is_told_well(self) -> bool:
        """Whether it says what happened as the command line promises."""
        if "Traceback" in self.told or self.status == HUNG:
            return False
        errors = [line for line in self.told.splitlines() if line.startswith("autograder: ")]
        return self.status not in (2, 130, 143, 129) or len(errors) == 1


HUNG = 999  #: no status of a process


@dataclass
class Damage:
    """What is not as it must be."""

    lost: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.lost or self.wrong or self.half)


class Bench:
    """A half graded class in ``folder``, what an undisturbed run leaves of it, and runs."""

    def __init__(self, folder: Path, mode: str = "none", jobs: int = 1) -> None:
        self.folder, self.ready, self.klass = folder, folder / "ready", folder / "class"
        self.mode = mode
        self.command: tuple[str, ...] = ("grade", "--sandbox", mode, "--jobs", str(jobs))
        nbgrader.api.get_alembic_version = lambda *_: "head"  # started anew it takes a second
        self._build()
        self.before = self._results()
        self._keep()
        ended = self._do(*self.command)
        self.after, self.seconds = self._results(), ended.seconds
        self.new = len(self.journal()) - len(self.journal(self.ready))  #: that a run grades
        self.largest = max(path.stat().st_size for path, _ in _files(self.klass))
        self.points = 0  #: at which a run writes, once they are counted
        self.unmount: Callable[[], object] = lambda: None

    def close(self) -> None:
        """End what was started for it."""

    def _build(self) -> None:
        """The first students are graded; then all others hand in, and two of the first again."""
        samples = self._begin()
        self._do("release")
        classroom = Classroom.open(self.klass)
        hand_in(classroom, samples[:5])
        self._do(*self.command)
        hand_in(classroom, samples)
        for one in samples[:2]:
            path = self.klass / "submitted" / one.student / "line" / "line.ipynb"
            path.write_text(json.dumps(again(json.loads(path.read_text()))))

    def _begin(self) -> list[Sample]:
        """A class that nothing was released to, and what its students will hand in."""
        roster = self.folder / "export.csv"
        samples = sample_class(list(read_course(SMALL).assignments.values()))
        lines = [f"N{one.student},S,{one.student},{one.student}@x.org" for one in samples]
        roster.write_text("\n".join(["First name,Surname,ID number,Email address", *lines]) + "\n")
        self._do("init", str(self.klass), "--roster", str(roster))
        return samples

    def _do(self, *args: str) -> Ending:
        ended = self.run(*args)
        assert ended.status == 0, ended.told
        return ended

    def _keep(self) -> None:
        """Keep the class as it is now, for :meth:`reset`."""
        shutil.copytree(self.klass, self.ready, symlinks=True)

    def reset(self, place: Path | None = None) -> None:
        """Let the class be half graded again."""
        for root, folders, _ in os.walk(self.klass):
            for name in folders:
                if not Path(root, name).is_symlink():
                    Path(root, name).chmod(0o700)
        if self.klass.is_mount():
            for one in self.klass.iterdir():
                shutil.rmtree(one) if one.is_dir() else one.unlink()
        else:
            shutil.rmtree(self.klass, ignore_errors=True)
        shutil.copytree(place or self.ready, self.klass, symlinks=True, dirs_exist_ok=True)

    # --- runs

    def run(
        self, *args: str, within: Within | None = None, outside: Outside | None = None
    ) -> Ending:
        """Run a command, by default ``grade``, as a process of its own.

        ``within`` is called in it before, ``outside`` beside it.
        """
        pid = self.start(*args, within=within)
        process = psutil.Process(pid)
        if outside is not None:
            with contextlib.suppress(psutil.NoSuchProcess):
                outside(process)
        return self.wait(pid)

    def start(self, *args: str, within: Within | None = None) -> int:
        """As :meth:`run`, but returns the id of the process that has just begun."""
        sys.stdout.flush()
        sys.stderr.flush()
        self._begun = time.monotonic()
        pid = os.fork()
        if pid == 0:
            self._be_the_command(list(args or self.command), within)
        return pid

    def wait(self, pid: int) -> Ending:
        """How the process of :meth:`start` ends."""
        until = time.monotonic() + PATIENCE
        while True:
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() > until:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                return Ending(HUNG, self._told(pid), PATIENCE)
            time.sleep(0.01)
        seconds = time.monotonic() - self._begun
        return Ending(os.waitstatus_to_exitcode(status), self._told(pid), seconds)

    def _told(self, pid: int) -> str:
        path = self.folder / f"told-{pid}"
        told = path.read_text(errors="replace")
        path.unlink()
        return told

    def _be_the_command(self, args: list[str], within: Within | None) -> None:
        code = 70
        try:
            os.setsid()
            target = os.open(
                self.folder / f"told-{os.getpid()}", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600
            )
            os.dup2(target, 1)
            os.dup2(target, 2)
            sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                default = number == signal.SIGINT
                signal.signal(number, signal.default_int_handler if default else signal.SIG_DFL)
            # so that a judge, which is spawned, does not import this program
            sys.modules["__main__"] = types.ModuleType("__main__")
            if args[0] != "init":
                args += ["--class", str(self.klass)]
            sys.argv = ["autograder", *args, "--course", str(SMALL)]
            if within is not None:
                within()
            cli.main()
            code = 0
        except SystemExit as error:
            code = error.code if isinstance(error.code, int) else int(error.code is not None)
        except BaseException:
            traceback.print_exc()
            code = 1
        finally:
            with contextlib.suppress(OSError, ValueError):
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(code)

    # --- what is there

    def journal(self, folder: Path | None = None) -> list[dict]:
        """The whole lines of the journal."""
        path = (folder or self.klass) / ".autograder" / "journal.jsonl"
        found = []
        with contextlib.suppress(OSError):
            for line in path.read_bytes().split(b"\n"):
                with contextlib.suppress(ValueError):
                    found.append(json.loads(line))
        return found

    def _results(self) -> dict[str, object]:
        """Marks by student and cell, and every file that is not the state of the program."""
        found: dict[str, object] = {f"mark {' '.join(row[:3])}": row[3:] for row in self._rows()}
        for path, name in _files(self.klass):
            found[name] = _without_times(path)
        return found

    def _rows(self) -> Iterator[Sequence[Any]]:
        """What :data:`QUERIES` give."""
        if not (self.klass / "gradebook.db").exists():
            return
        with contextlib.closing(sqlite3.connect(self.klass / "gradebook.db")) as database:
            assert database.execute("pragma integrity_check").fetchone() == ("ok",)
            for query in QUERIES:
                yield from database.execute(query)

    def damage(self, *, is_done: bool) -> Damage:
        """Compare with what an undisturbed run leaves; before the last run old values are right.

        A temporary name, and what SQLite keeps beside its file, is no result.
        """
        damage = Damage()
        try:
            there = self._results()
        except (sqlite3.Error, AssertionError) as error:
            damage.half.append(f"gradebook.db: {error}")
            return damage
        for name, value in self.after.items():
            if name not in there:
                if is_done or name in self.before:
                    damage.lost.append(name)
            elif value != there[name] and (is_done or there[name] != self.before.get(name)):
                (damage.wrong if name.startswith("mark") else damage.half).append(name)
        for name in there.keys() - self.after.keys():
            if not _is_temporary(name):
                damage.half.append(name)
        self._check_what_is_said_to_be_done(there, damage)
        return damage

    def _check_what_is_said_to_be_done(self, there: dict[str, object], damage: Damage) -> None:
        """What the journal has a line on since it began is there as it must be."""
        for entry in self.journal()[len(self.journal(self.ready)) :]:
            student, _, chapter = str(entry["submission"]).partition("/")
            for name, value in self.after.items():
                is_mark = name.startswith(f"mark {student} {chapter} ")
                if (is_mark or f"/{student}/{chapter}/" in name) and there.get(name) != value:
                    damage.wrong.append(f"{name}, of which the journal says that it is done")


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    for root, _, names in os.walk(folder):
        for name in names:
            path = Path(root, name)
            short = path.relative_to(folder).as_posix()
            if short not in (*SIDE_FILES, *STATE, "gradebook.db") and path.is_file():
                yield path, short


def _without_times(path: Path) -> bytes:
    """What a file says, but for when it was written."""
    content = path.read_bytes()
    if path.name != ABOUT:
        return content
    with contextlib.suppress(ValueError, TypeError):
        return json.dumps(json.loads(content) | {"kept": ""}).encode()
    return content


def again(notebook: dict) -> dict:
    """``notebook`` as it is handed in a second time."""
    cell = {"cell_type": "markdown", "source": "again", "metadata": {}}
    return notebook | {"cells": [*notebook["cells"], cell]}


def _is_temporary(name: str) -> bool:
    parts = name.split("/")
    return any(part.startswith(".") and part.endswith((".part", ".old")) for part in parts)
