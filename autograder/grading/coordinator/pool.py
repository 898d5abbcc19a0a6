"""Grade many submissions at once: a process for each, a sandbox for each process.

The coordinator hands out one submission at a time and yields each verdict as it comes. A
process that dies is replaced; its submission is tried once more and then given up. One that
takes much longer than others is put off until they are done, and graded anew with all its time.
"""

from __future__ import annotations

import contextlib
import dataclasses
import math
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from autograder.grading.boundary.messages import Submission, Verdict
from autograder.grading.coordinator.graders import Failure
from autograder.grading.judge import process
from autograder.grading.judge.process import Fault, Postponed, Ready, Settings
from autograder.grading.judge.sandbox import SandboxError, require

#: seconds of wall time after which a judge is taken to hang: its own limits, of processor time,
#: end it long before, and no mark follows from this one
HANGS = 3600.0
#: how many times what a submission usually takes others wait for one
PATIENCE = 3.0
USUAL = 0.1  #: seconds that a submission takes, as long as nothing is known
WEIGHT = 0.25  #: of the last one in what they usually take
TRIES = 2


@dataclass(frozen=True)
class _Idle:
    """A judge that has nothing to grade."""


@dataclass(frozen=True)
class _Busy:
    """A judge that has a submission, since when, by :func:`time.monotonic`: not while it starts."""

    submission: Submission
    patience: float  #: seconds after which the submission is put off
    since: float


@dataclass(eq=False)
class _JudgeProcess:
    process: SpawnProcess
    pipe: Connection
    core: int | None = None  #: that it and its sandbox keep to
    is_ready: bool = False
    state: _Idle | _Busy = _Idle()


def grade_all(
    submissions: Iterable[Submission], settings: Settings, jobs: int
) -> Iterator[Verdict | Failure]:
    """Verdicts in the order they are reached, from ``jobs`` submissions at a time.

    Raises :class:`SandboxError` when no sandbox can be had here. Closing the iterator ends
    all processes.
    """
    if settings.mode == "bubblewrap":
        require()
    with Pool(settings, max(1, jobs)) as pool:
        yield from pool.run(submissions)


@dataclass(frozen=True)
class LocalGraders:
    """As many judges as there are ``jobs``, on this machine."""

    jobs: int

    def grade_all(
        self, submissions: Iterable[Submission], settings: Settings
    ) -> Iterator[Verdict | Failure]:
        """As :func:`grade_all`."""
        return grade_all(submissions, settings, self.jobs)


class Pool:
    """Judges that stay from one :meth:`run` to the next, as a context; its end ends them."""

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

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            worker.process.kill()  # its sandbox dies with it
        for worker in self.workers:
            worker.process.join()
            worker.pipe.close()

    def run(
        self, submissions: Iterable[Submission], *, to_the_end: bool = True
    ) -> Iterator[Verdict | Failure]:
        """Grade ``submissions``.

        Unless ``to_the_end``, what takes long is left to the caller, in :attr:`put_off`.
        """
        coming = iter(submissions)
        exhausted = False
        while True:
            while not exhausted and len(self.waiting) < self.jobs:
                try:
                    self.waiting.append(next(coming))
                except StopIteration:
                    exhausted = True
            self._hand_out(exhausted and to_the_end)
            busy = [worker for worker in self.workers if isinstance(worker.state, _Busy)]
            if not busy and not self.waiting:
                return
            said = wait([worker.pipe for worker in busy], timeout=1.0)
            for worker in busy:
                if worker.pipe in said:
                    yield from self._result_of(worker)
            self._kill_what_hangs()

    def _kill_what_hangs(self) -> None:
        for worker in self.workers:
            if isinstance(worker.state, _Busy) and time.monotonic() - worker.state.since > HANGS:
                worker.process.kill()  # found dead by the next wait
                self.tries[worker.state.submission.id] = TRIES

    def _hand_out(self, are_last: bool) -> None:
        """Give every free place a submission; those put off come when all others were tried."""
        while self.waiting or (are_last and self.put_off):
            free = next((w for w in self.workers if isinstance(w.state, _Idle)), None)
            if free is None:
                if len(self.workers) == self.jobs:
                    return
                free = self._start()
            submission = (self.waiting or self.put_off).popleft()
            usual = self.usual.setdefault(submission.assignment, USUAL)
            patience = PATIENCE * usual if self.waiting or not are_last else math.inf
            since = time.monotonic() if free.is_ready else math.inf
            free.state = _Busy(submission, patience, since)
            with contextlib.suppress(OSError):  # it has died: its pipe says so to the next wait
                free.pipe.send((submission, patience))

    def _start(self) -> _JudgeProcess:
        ours, theirs = self.context.Pipe()
        taken = {worker.core for worker in self.workers}
        core = next((core for core in self.cores if core not in taken), None)
        started = self.context.Process(
            target=process.run, args=(theirs, self.settings, core), daemon=True
        )
        started.start()
        theirs.close()
        worker = _JudgeProcess(started, ours, core)
        self.workers.append(worker)
        return worker

    def _result_of(self, worker: _JudgeProcess) -> Iterator[Verdict | Failure]:
        assert isinstance(worker.state, _Busy)
        state = worker.state
        try:
            answer = process.receive(worker.pipe)
        except (EOFError, OSError):
            yield from self._replace(worker, state.submission)
            return
        match answer:
            case SandboxError():
                raise answer
            case Ready():
                worker.is_ready = True
                worker.state = dataclasses.replace(state, since=time.monotonic())
                return
            case Postponed():
                self.put_off.append(state.submission)
                self._learn(state.submission, state.patience)
            case Fault(reason):
                yield Failure(state.submission.id, reason)
            case Verdict():
                self._learn(state.submission, answer.seconds["total"])
                yield answer
        worker.state = _Idle()

    def _learn(self, submission: Submission, seconds: float) -> None:
        """What a submission like this one usually takes, after one that took ``seconds``."""
        usual = self.usual[submission.assignment]
        self.usual[submission.assignment] += WEIGHT * (seconds - usual)

    def _replace(self, worker: _JudgeProcess, submission: Submission) -> Iterator[Failure]:
        """Replace a judge process that died, and try its submission once more."""
        worker.process.kill()  # where it did not die, but sent what nobody reads
        worker.process.join()
        worker.pipe.close()
        self.workers.remove(worker)
        tries = self.tries[submission.id] = self.tries.get(submission.id, 0) + 1
        if tries < TRIES:
            self.waiting.appendleft(submission)
        else:
            yield Failure(submission.id, "the grading process ended unexpectedly, twice")
