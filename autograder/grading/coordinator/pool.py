"""Grade many submissions at once: a process for each, a sandbox for each process.

The coordinator hands out one submission at a time and yields each verdict as it comes. A
process that dies is replaced; its submission is tried once more and then given up. One that
takes much longer than others is put off until they are done, and graded anew with all its time.
"""

from __future__ import annotations

import contextlib
import dataclasses
import multiprocessing
import os
import resource
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.grading.boundary.messages import Limits, Submission, Verdict
from autograder.grading.judge.sandbox import Mode, Sandbox, SandboxError, require

if TYPE_CHECKING:
    from autograder.grading.judge.judge import Judge

MiB = 2**20
MEMORY = 4096 * MiB  #: of address space, for a judge
GRACE = 30.0  #: seconds beyond a submission's limit after which its judge is taken to hang
#: how many times what a submission usually takes others wait for one
PATIENCE = 3.0
USUAL = 0.1  #: seconds that a submission takes, as long as nothing is known
WEIGHT = 0.25  #: of the last one in what they usually take
TRIES = 2


@dataclass(frozen=True)
class Settings:
    """What every process of a pool needs to know."""

    course: Path
    secret: str = ""
    limits: Limits = field(default_factory=Limits)
    mode: Mode = "bubblewrap"
    pictures: bool = False


@dataclass(frozen=True)
class Failure:
    """No verdict: grading itself went wrong, and nothing is known of the submission."""

    submission: str
    reason: str


@dataclass(eq=False)
class _JudgeProcess:
    process: Any
    pipe: Connection
    core: int | None = None  #: that it and its sandbox keep to
    submission: Submission | None = None
    patience: float | None = None  #: seconds after which its submission is put off
    is_ready: bool = False
    since: float = float("inf")  #: since when it grades what it was given; not while it starts


def grade_all(
    submissions: Iterable[Submission], settings: Settings, jobs: int
) -> Iterator[Verdict | Failure]:
    """Verdicts in the order they are reached, from ``jobs`` submissions at a time.

    Raises :class:`SandboxError` when no sandbox can be had here. Closing the iterator ends
    all processes.
    """
    if settings.mode == "bubblewrap":
        require()
    with _Pool(settings, max(1, jobs)) as pool:
        yield from pool.run(submissions)


class _Pool:
    def __init__(self, settings: Settings, jobs: int) -> None:
        self.settings, self.jobs = settings, jobs
        # spawned, not forked: the coordinator may have threads
        self.context = multiprocessing.get_context("spawn")
        self.workers: list[_JudgeProcess] = []
        self.waiting: deque[Submission] = deque()
        self.put_off: deque[Submission] = deque()
        self.usual: dict[str, float] = {}  # seconds by assignment
        self.tries: dict[str, int] = {}
        # a judge and its sandbox take turns: on one core neither waits for another to wake up
        cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else ()
        self.cores = cores if len(cores) == jobs else ()

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            worker.process.kill()  # its sandbox dies with it
        for worker in self.workers:
            worker.process.join()
            worker.pipe.close()

    def run(self, submissions: Iterable[Submission]) -> Iterator[Verdict | Failure]:
        coming = iter(submissions)
        exhausted = False
        while True:
            while not exhausted and len(self.waiting) < self.jobs:
                try:
                    self.waiting.append(next(coming))
                except StopIteration:
                    exhausted = True
            self._hand_out(exhausted)
            busy = [worker for worker in self.workers if worker.submission]
            if not busy and not self.waiting:
                return
            for pipe in wait([worker.pipe for worker in busy], timeout=1.0):
                worker = next(w for w in busy if w.pipe is pipe)
                yield from self._result_of(worker)
            for worker in busy:
                if time.monotonic() - worker.since > self.settings.limits.submission + GRACE:
                    worker.process.kill()  # found dead by the next wait
                    self.tries[worker.submission.id] = TRIES

    def _hand_out(self, exhausted: bool) -> None:
        """Give every free place a submission; those put off come when all others were tried."""
        while self.waiting or (exhausted and self.put_off):
            free = next((w for w in self.workers if w.submission is None), None)
            if free is None:
                if len(self.workers) == self.jobs:
                    return
                free = self._start()
            free.submission = (self.waiting or self.put_off).popleft()
            usual = self.usual.setdefault(free.submission.assignment, USUAL)
            free.patience = PATIENCE * usual if self.waiting or not exhausted else None
            if free.is_ready:
                free.since = time.monotonic()
            with contextlib.suppress(OSError):  # it has died: its pipe says so to the next wait
                free.pipe.send((free.submission, free.patience))

    def _start(self) -> _JudgeProcess:
        ours, theirs = self.context.Pipe()
        taken = {worker.core for worker in self.workers}
        core = next((core for core in self.cores if core not in taken), None)
        process = self.context.Process(
            target=_work, args=(theirs, self.settings, core), daemon=True
        )
        process.start()
        theirs.close()
        worker = _JudgeProcess(process, ours, core)
        self.workers.append(worker)
        return worker

    def _result_of(self, worker: _JudgeProcess) -> Iterator[Verdict | Failure]:
        submission = worker.submission
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        if isinstance(result, SandboxError):
            raise result
        if result is None:
            worker.is_ready, worker.since = True, time.monotonic()
            return
        worker.submission, worker.since = None, float("inf")
        if isinstance(result, str):
            yield Failure(submission.id, result)
        elif self._is_whole(result, submission.assignment, worker.patience):
            yield result
        else:
            self.put_off.append(submission)

    def _is_whole(self, verdict: Verdict, assignment: str, patience: float | None) -> bool:
        """Whether nothing in ``verdict`` was cut off because others were waiting."""
        seconds = verdict.seconds["total"]
        self.usual[assignment] += WEIGHT * (seconds - self.usual[assignment])
        return patience is None or seconds < patience

    def _bury(self, worker: _JudgeProcess) -> Iterator[Failure]:
        """A process of ours is gone: another one tries what it was at."""
        worker.process.join()
        worker.pipe.close()
        self.workers.remove(worker)
        submission = worker.submission
        tries = self.tries[submission.id] = self.tries.get(submission.id, 0) + 1
        if tries < TRIES:
            self.waiting.appendleft(submission)
        else:
            yield Failure(submission.id, "the grading process ended unexpectedly, twice")


def _work(pipe: Connection, settings: Settings, core: int | None) -> None:
    """Grade what comes through ``pipe`` until it is closed; ``None`` says when that begins."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    if core is not None:
        os.sched_setaffinity(0, {core})
    try:
        with Sandbox(settings.mode) as sandbox:
            judge = _judge(sandbox, settings)
            pipe.send(None)
            # a sandbox that is lost from here on ends this process; another one takes over
            with contextlib.suppress(EOFError, SandboxError):
                _grade_with(judge, pipe, settings)
    except SandboxError as error:
        pipe.send(error)


def _judge(sandbox: Sandbox, settings: Settings) -> Judge:
    # imported while the sandbox warms up
    from autograder.grading.judge.judge import Judge

    judge = Judge(sandbox, settings.secret, settings.limits)
    sandbox.wait_until_ready()
    return judge


def _grade_with(judge: Judge, pipe: Connection, settings: Settings) -> None:
    from autograder.course import find_root, read_chapter

    root = find_root(settings.course)
    chapters: dict[str, Any] = {}
    while True:
        submission, patience = pipe.recv()
        most = settings.limits.submission
        limit = most if patience is None else min(patience, most)
        judge.limits = dataclasses.replace(settings.limits, submission=limit)
        name = submission.assignment
        try:
            if name not in chapters:
                page = root / "chapters" / f"{name}.md"
                chapters[name] = read_chapter(page, root / "solutions")
            result: Any = judge.grade(chapters[name], submission, settings.pictures)
        except SandboxError:
            raise
        except Exception as error:  # a fault of ours or of the course: told, not graded
            result = f"{type(error).__name__}: {error}"
        pipe.send(result)
