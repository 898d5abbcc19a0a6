"""Run a submission's cells in a process of its own, again whenever that is lost."""

from __future__ import annotations

import contextlib
import functools
import math
import re
import time
import warnings
from collections.abc import Iterator
from typing import Any

from autograder.checks import crosses
from autograder.checks.student import definitions_in
from autograder.course import Chapter
from autograder.grading.boundary.framing import NONSENSE, Ended, Lost, TimedOut
from autograder.grading.boundary.messages import (
    MAX_PICTURES,
    MAX_RICH,
    MAX_SHOWN,
    MAX_TEXT,
    MAX_TEXTS,
    Limits,
    Submission,
    Verdict,
)
from autograder.grading.boundary.printable import printable
from autograder.grading.judge.memory import limited_memory
from autograder.grading.judge.sandbox import Sandbox, SandboxError
from autograder.grading.judge.student_process import PutOff, StudentProcess
from autograder.interrupting import raise_after
from autograder.notebook_files import is_base64

#: no HTML, no script: what is shown to instructors cannot act
SHOWN = ("text/plain", "image/png", "image/jpeg")
MAGIC_LINE = re.compile(r"^\s*[%!].*$", re.MULTILINE)
NO_OUTPUT = {"stdout": "", "stderr": "", "shown": [], "error": ""}


class CellRun:
    """The process that holds what the cells defined; outputs and notes go into ``verdict``."""

    def __init__(
        self,
        sandbox: Sandbox,
        chapter: Chapter,
        submission: Submission,
        verdict: Verdict,
        limits: Limits,
        pictures: bool = False,
        patience: float = math.inf,
    ) -> None:
        self.verdict, self.limits = verdict, limits
        self.defined: list[str] = []  #: names of the exercises' functions that are there
        self.seconds = 0.0  #: of processor time that ended processes have used
        self._sandbox, self._chapter, self._program = sandbox, chapter, submission.program
        self._pictures, self._patience = pictures, patience
        self._names = [f for e in chapter.exercises.values() for f in e.functions]
        self._process: StudentProcess | None = None
        self._child = contextlib.ExitStack()
        self._skipped: set[int] = set()
        self._ended: set[int] = set()  #: cells in which a process has ended once
        self._room = {"text": MAX_TEXTS, "picture": MAX_PICTURES}  # bytes that are left
        self._texts: dict[str, str] | None = None
        if chapter.exercises:
            _let_classes_cross(chapter)
        verdict.outputs[:] = [NO_OUTPUT for _ in self._program]

    def close(self) -> None:
        """End the student's process."""
        if self._process is not None:
            with contextlib.suppress(SandboxError):
                self.seconds += self._process.seconds()
        self._process = None
        self._child.close()

    def process(self) -> StudentProcess:
        """A process in which the cells have run. Raises :class:`TimedOut` when there is no more
        time for one.
        """
        while self._process is None:
            self.expect_time_left(0.0)
            self._process = self._start()
            self._run(self._process)
        return self._process

    def expect_time_left(self, seconds: float) -> None:
        """Raise :class:`TimedOut` unless there is, with the running process at ``seconds``."""
        if self.seconds + seconds > self.limits.submission:
            raise TimedOut(f"{self.limits.submission:g} s of processor time, all in all")

    def text_of(self, name: str) -> str | None:
        """The text that defines ``name`` in the cells that have run; the last one counts."""
        if self._texts is None:
            self._texts = {}
            for number, cell in enumerate(self._program):
                if number not in self._skipped:
                    source = MAGIC_LINE.sub("", cell.source)
                    self._texts = definitions_in(source, self._texts)
        return self._texts.get(name)

    def _start(self) -> StudentProcess:
        if time.monotonic() > self._patience:
            raise PutOff
        sock = self._child.enter_context(self._sandbox.child())
        usage = functools.partial(self._sandbox.usage, sock)
        seconds = functools.partial(self._sandbox.seconds, sock)
        takes_objects = _asks_for_a_class(self._chapter)
        return StudentProcess(sock, self.limits, usage, takes_objects, self._patience, seconds)

    def _run(self, process: StudentProcess) -> None:
        running = -1
        try:
            if self._pictures:
                process.request("pictures", "")
            lend(process, self._chapter)
            for running, cell in enumerate(self._program):
                if running not in self._skipped:
                    process.start_clock(self.limits.cell)
                    with _serving(self._chapter, self.limits.cell):
                        came = process.request("run", cell.source)
                    process.stop_clock()
                    if self.verdict.outputs[running] is NO_OUTPUT:
                        self.verdict.outputs[running] = self._outputs(came)
            running = -1
            found = process.request("defined", "", *self._names)
            if type(found) is not list or len(found) != len(self._names):
                raise Lost(NONSENSE)
            self.defined = [name for name, yes in zip(self._names, found) if yes is True]
        except Exception as error:  # of the worker's own code: the student has changed it
            self._lost(running, Lost(f"failed with {type(error).__name__}"))
        except Lost as reason:
            self._lost(running, reason)

    def _outputs(self, came: Any) -> dict[str, Any]:
        """What a cell showed, as far as it may be shown and there is room for it."""
        if type(came) is not dict:
            raise Lost(NONSENSE)
        kept: dict[str, Any] = {"shown": []}
        for name in ("stdout", "stderr", "error"):
            text = printable(came.get(name), MAX_TEXT + 100)
            kept[name] = text if self._has_room(text, "text/plain") else ""
        shown = came.get("shown")
        for one in shown[:MAX_SHOWN] if type(shown) is list else []:
            found = _shown(one) if type(one) is dict else {}
            found = {mime: it for mime, it in found.items() if self._has_room(it, mime)}
            if found:
                kept["shown"].append(found)
        return kept

    def _has_room(self, content: str, mime: str) -> bool:
        """Take the room that ``content`` needs, if there is so much."""
        kind = "text" if mime == "text/plain" else "picture"
        size = len(content.encode())
        if size > self._room[kind]:
            return False
        self._room[kind] -= size
        return True

    def _lost(self, running: int, reason: Lost) -> None:
        self.close()
        if isinstance(reason, Ended) and running not in self._ended:
            self._ended.add(running)  # the machine may have ended it: all runs once more
            return
        if running < 0:  # between cells: nothing in it can be skipped
            self._skipped = set(range(len(self._program)))
            self.verdict.note(f"The process {reason} outside of its cells.")
            return
        self._skipped.add(running)
        self._texts = None
        cell = self._program[running]
        told = f"This cell was stopped: its process {explained(reason, self.limits.cell)}."
        self.verdict.outputs[running] = NO_OUTPUT | {"error": told}
        what = cell.name or f"{cell.kind} cell {running + 1}"
        self.verdict.note(f"{what}: skipped, because its process {reason}.")


def lend(process: StudentProcess, chapter: Chapter) -> None:
    """Let the child call the references that the chapter borrows, until ``process.forget``."""
    if chapter.borrowed:
        process.request("lend", "", chapter.references_borrowed())


@contextlib.contextmanager
def _serving(chapter: Chapter, seconds: float) -> Iterator[None]:
    """Limit what borrowed references take that a cell calls, as they are limited in checks."""
    if not chapter.borrowed:
        yield
        return
    with limited_memory(), raise_after(seconds, TimedOut), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def explained(reason: Lost, limit: float) -> str:
    """What is said of a process that was lost; ``limit`` is in seconds of processor time."""
    if isinstance(reason, TimedOut):
        return f"{reason} (the limit is {limit:g} s of processor time)"
    return str(reason)


def _let_classes_cross(chapter: Chapter) -> None:
    reference = chapter.solution.reference
    for value in vars(reference).values():
        if isinstance(value, type) and value.__module__ == reference.__name__:
            crosses(value)


def _asks_for_a_class(chapter: Chapter) -> bool:
    names = [name for exercise in chapter.exercises.values() for name in exercise.functions]
    return any(isinstance(getattr(chapter.solution.reference, name), type) for name in names)


def _shown(one: dict) -> dict[str, str]:
    found = {}
    for mime in SHOWN:
        content = one.get(mime)
        if type(content) is not str or len(content) > MAX_RICH:
            continue
        if mime == "text/plain":
            found[mime] = printable(content, MAX_TEXT)
        elif is_base64(content):
            found[mime] = content
    return found
