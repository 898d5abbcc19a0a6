"""A judge as a process of its own: grades what comes through a pipe, in a sandbox of its own."""

from __future__ import annotations

import contextlib
import math
import os
import pickle
import resource
import signal
from dataclasses import dataclass, field
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.grading.boundary.lifetime import die_with
from autograder.grading.boundary.messages import Limits, Submission, Verdict
from autograder.grading.judge.sandbox import Mode, Sandbox, SandboxError

if TYPE_CHECKING:
    from autograder.course import Chapter
    from autograder.grading.judge.judge import Judge

MiB = 2**20
MEMORY = 4096 * MiB  #: of address space, for a judge
#: seconds of its processor time that one submission may take, a last resort for a long step in C:
#: what a judge does for one try of a check is limited
SECONDS = 600
#: bytes of one answer; what a verdict holds has limits of its own, which come to less
MAX_ANSWER = 24 * MiB


@dataclass(frozen=True)
class Settings:
    """What every judge needs to know."""

    course: Path
    secret: str = ""
    limits: Limits = field(default_factory=Limits)
    mode: Mode = "bubblewrap"
    pictures: bool = False


@dataclass(frozen=True)
class Ready:
    """The sandbox is warm: what has been sent is graded from now on."""


@dataclass(frozen=True)
class Postponed:
    """The submission took longer than others should wait: it is to be graded later, anew."""


@dataclass(frozen=True)
class Fault:
    """A fault of ours or of the course: nothing is known of the submission."""

    reason: str


Answer = Verdict | Ready | Postponed | Fault | SandboxError


def run(pipe: Connection, settings: Settings, core: int | None) -> None:
    """Grade what comes through ``pipe`` until it is closed; end with the process that started this.

    Takes pairs of a :class:`Submission` and the seconds after which it is put off, which may be
    infinite, and answers each with :func:`send`.
    """
    coordinator = parent_process()
    if coordinator is not None and coordinator.pid is not None:
        die_with(coordinator.pid)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the coordinator's to handle
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    if core is not None:
        os.sched_setaffinity(0, {core})
    # a coordinator that is gone needs no answer; a sandbox that is lost ends this process, and
    # another one takes over
    with contextlib.suppress(BrokenPipeError, ConnectionResetError, EOFError):
        try:
            with Sandbox(settings.mode) as sandbox:
                judge = _judge(sandbox, settings)
                send(pipe, Ready())
                with contextlib.suppress(SandboxError):
                    _grade(judge, pipe, settings)
        except SandboxError as error:
            send(pipe, error)


def send(pipe: Connection, answer: Answer) -> None:
    """Send ``answer``, or that it is too large."""
    data = pickle.dumps(answer)
    if len(data) > MAX_ANSWER:
        data = pickle.dumps(Fault(f"its verdict is larger than {MAX_ANSWER // MiB} MiB"))
    pipe.send_bytes(data)


def receive(pipe: Connection) -> Answer:
    """What :func:`send` sent. Raises :class:`OSError` for more than :data:`MAX_ANSWER` bytes."""
    answer: Answer = pickle.loads(pipe.recv_bytes(MAX_ANSWER))
    return answer


def _judge(sandbox: Sandbox, settings: Settings) -> Judge:
    # imported while the sandbox warms up
    from autograder.grading.judge.judge import Judge

    judge = Judge(sandbox, settings.secret, settings.limits)
    sandbox.wait_until_ready()
    return judge


def _grade(judge: Judge, pipe: Connection, settings: Settings) -> None:
    chapters: dict[str, Chapter] = {}
    while True:
        submission, patience = pipe.recv()
        _limit_processor_time()
        send(pipe, _answer(judge, chapters, submission, patience, settings))


def _answer(
    judge: Judge,
    chapters: dict[str, Chapter],
    submission: Submission,
    patience: float,
    settings: Settings,
) -> Answer:
    from autograder.course import find_root, read_assignment
    from autograder.grading.judge.student_process import PutOff

    name = submission.assignment
    try:
        if name not in chapters:
            chapters[name] = read_assignment(find_root(settings.course), name)
        return judge.grade(chapters[name], submission, settings.pictures, patience)
    except PutOff:
        return Postponed()
    except SandboxError:
        raise
    except Exception as error:
        return Fault(f"{type(error).__name__}: {error}"[:1000])


def _limit_processor_time() -> None:
    used = math.ceil(sum(os.times()[:2]))
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (used + SECONDS, hard))
