"""The trusted side: run a chapter's checks on answers that live in another process.

Checks and references run here, student's code only in the sandbox. What comes from there is
compared, never believed: whatever it is, it ends in a check that passes or one that fails.
"""

from __future__ import annotations

import contextlib
import functools
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from autograder.checks import CheckFailed, Student
from autograder.course import Chapter, Exercise
from autograder.course.solution import Check
from autograder.grading.boundary.framing import NONSENSE, Lost
from autograder.grading.boundary.messages import (
    MAX_RICH,
    MAX_SHOWN,
    MAX_TEXT,
    CheckOutcome,
    Limits,
    Submission,
    Verdict,
)
from autograder.grading.boundary.printable import printable
from autograder.grading.boundary.proxies import FunctionProxy
from autograder.grading.judge.sandbox import Sandbox
from autograder.grading.judge.student_process import StudentProcess, interrupted_at
from autograder.in_process import derive_seed, earlier_functions
from autograder.notebook_files import is_base64

#: no HTML, no script: what is shown to instructors cannot act
SHOWN = ("text/plain", "image/png", "image/jpeg")
#: characters that a submission may show, all in all
MAX_OUTPUT = 16 * 2**20
NOT_TRIED = "{}: not tried, because another check of this exercise took too long"
NO_OUTPUT = {"stdout": "", "stderr": "", "shown": [], "error": ""}


class Judge:
    """Grades submissions one after another in ``sandbox``."""

    def __init__(self, sandbox: Sandbox, secret: str = "", limits: Limits | None = None) -> None:
        self.sandbox = sandbox
        self.secret = secret
        self.limits = limits or Limits()

    def grade(self, chapter: Chapter, submission: Submission, pictures: bool = False) -> Verdict:
        """The verdict on ``submission``, whatever it holds.

        ``pictures`` keeps what its cells draw. Raises :class:`SandboxError` when the sandbox
        itself is gone.
        """
        start = time.monotonic()
        verdict = Verdict(submission.id)
        with contextlib.closing(_Session(self, chapter, submission, verdict, pictures)) as session:
            session.ensure_child()
            verdict.seconds["cells"] = time.monotonic() - start
            for exercise in chapter.exercises.values():
                begun = time.monotonic()
                verdict.outcomes[exercise.name] = session.grade(exercise)
                verdict.seconds[exercise.name] = time.monotonic() - begun
        verdict.seconds["total"] = time.monotonic() - start
        return verdict


class _Session:
    """One submission: its process, started again whenever it is lost."""

    def __init__(
        self,
        judge: Judge,
        chapter: Chapter,
        submission: Submission,
        verdict: Verdict,
        pictures: bool,
    ) -> None:
        self.judge, self.chapter, self.submission = judge, chapter, submission
        self.verdict, self.pictures = verdict, pictures
        self.until = time.monotonic() + judge.limits.submission
        self.examinee: StudentProcess | None = None
        self._child = contextlib.ExitStack()
        self._names = [f for e in chapter.exercises.values() for f in e.functions]
        self._defined: list[str] = []
        self._skipped: set[int] = set()
        self._room = MAX_OUTPUT
        verdict.outputs[:] = [NO_OUTPUT for _ in submission.program]

    def close(self) -> None:
        """End the student's process."""
        self.examinee = None
        self._child.close()

    # --- cells

    def ensure_child(self) -> None:
        """A process in which the submission's cells have run."""
        while self.examinee is None and time.monotonic() < self.until:
            sock = self._child.enter_context(self.judge.sandbox.child())
            module = self.chapter.solution.reference.__name__ if self.chapter.exercises else ""
            usage = functools.partial(self.judge.sandbox.usage, sock)
            self.examinee = StudentProcess(
                sock, self.judge.limits, module, usage, _asks_for_a_class(self.chapter)
            )
            self.examinee.until = self.until
            self._run_cells(self.examinee)

    def _run_cells(self, examinee: StudentProcess) -> None:
        running = -1
        try:
            if self.pictures:
                examinee.request("pictures", "")
            for running, cell in enumerate(self.submission.program):
                if running not in self._skipped:
                    examinee.start_clock()
                    came = examinee.request("run", cell.source)
                    if self.verdict.outputs[running] is NO_OUTPUT:
                        self.verdict.outputs[running] = self._outputs(came)
            running = -1
            found = examinee.request("defined", "", *self._names)
            if type(found) is not list or len(found) != len(self._names):
                raise Lost(NONSENSE)
            self._defined = [name for name, yes in zip(self._names, found) if yes is True]
        except Exception as error:  # of the worker's own code: the student has changed it
            self._lost(running, Lost(f"failed with {type(error).__name__}"))
        except Lost as reason:
            self._lost(running, reason)

    def _outputs(self, came: Any) -> dict[str, Any]:
        """What a cell showed, as far as it may be shown and there is room for it."""
        if type(came) is not dict:
            raise Lost(NONSENSE)
        shown = came.get("shown")
        kept: dict[str, Any] = {
            name: printable(came.get(name), min(MAX_TEXT + 100, self._room))
            for name in ("stdout", "stderr", "error")
        }
        kept["shown"] = []
        for one in shown[:MAX_SHOWN] if type(shown) is list else []:
            found = _shown(one) if type(one) is dict else {}
            size = sum(map(len, found.values()))
            if found and size <= self._room:
                kept["shown"].append(found)
                self._room -= size
        self._room = max(0, self._room - sum(len(kept[n]) for n in ("stdout", "stderr", "error")))
        return kept

    def _lost(self, running: int, reason: Lost) -> None:
        self.close()
        if running < 0:  # between cells: nothing in it can be skipped
            self._skipped = set(range(len(self.submission.program)))
            self.verdict.notes.append(f"The process {reason} outside of its cells.")
            return
        self._skipped.add(running)
        cell = self.submission.program[running]
        told = f"This cell was stopped: its process {_explained(reason, self.judge.limits.cell)}."
        self.verdict.outputs[running] = NO_OUTPUT | {"error": told}
        what = cell.name or f"{cell.kind} cell {running + 1}"
        self.verdict.notes.append(f"{what}: skipped, because its process {reason}.")

    # --- checks

    def grade(self, exercise: Exercise) -> list[CheckOutcome]:
        """One outcome for every check of ``exercise``."""
        until = min(time.monotonic() + self.judge.limits.exercise, self.until)
        others = earlier_functions(self.chapter, exercise)
        # the student's own functions first, then the reference in place of earlier ones
        ways: list[dict[str, Any]] = [{}, others] if others else [{}]
        outcomes: list[CheckOutcome] = []
        stopped = ""
        for check in exercise.checks:
            if stopped:
                outcomes.append(
                    _failed(check, "stopped", NOT_TRIED.format(check.exercise), stopped)
                )
                continue
            outcome = self._attempt(check, until, ways[0])
            if outcome.kind and len(ways) > 1:
                again = self._attempt(check, until, ways[1])
                if _took_too_long(outcome) and not _took_too_long(again):
                    ways.reverse()  # the other checks need not wait for that again
                if again.kind != "stopped" or outcome.kind == "stopped":
                    outcome = again
            if _took_too_long(outcome):
                stopped = outcome.public
            outcomes.append(outcome)
        return outcomes

    def _attempt(self, check: Check, until: float, others: dict[str, Callable]) -> CheckOutcome:
        """Run ``check`` with ``others`` in place of the student's functions of these names."""
        self.ensure_child()
        examinee = self.examinee
        if examinee is None or time.monotonic() >= until:
            return _stopped(check, "took too long, all in all")
        examinee.until = until
        examinee.start_clock()
        names = {name: FunctionProxy(examinee, name, name) for name in self._defined} | others
        seed = derive_seed(self.judge.secret, self.submission.id, check.exercise, check.name)
        examinee.rng = np.random.default_rng(seed)
        try:
            # what waits for the answer ends by itself at `until`
            with interrupted_at(until + 1), _replaced(examinee, others), warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what counts is what the check itself records
                check.function(Student(names), examinee.rng)
            examinee.forget()
        except CheckFailed as failure:
            self._forget(examinee)
            return _failed(check, failure.kind, failure.public(), str(failure))
        except Lost as reason:
            self.close()
            self.verdict.notes.append(f"{check.exercise}, {check.title}: the process {reason}.")
            return _stopped(check, _explained(reason, self.judge.limits.call))
        except Exception:  # a value that the check did not reckon with
            self._forget(examinee)
            private = traceback.format_exc(limit=-8)[-4000:]
            self.verdict.notes.append(f"{check.exercise}, {check.title}: {private}")
            return _failed(
                check,
                "unusable",
                f"{check.exercise}: what came back is nothing that can be checked",
                private,
            )
        return CheckOutcome(check.name, check.title, check.points, check.points)

    def _forget(self, examinee: StudentProcess) -> None:
        try:
            examinee.forget()
        except (Lost, Exception):
            self.close()


def _asks_for_a_class(chapter: Chapter) -> bool:
    names = [name for exercise in chapter.exercises.values() for name in exercise.functions]
    return any(isinstance(getattr(chapter.solution.reference, name), type) for name in names)


@contextlib.contextmanager
def _replaced(examinee: StudentProcess, functions: dict[str, Callable]) -> Iterator[None]:
    if not functions:
        yield
        return
    examinee.request("substitute", "", functions)
    try:
        yield
    except Lost:
        raise
    except Exception:
        examinee.request("restore", "", *functions)
        raise
    examinee.request("restore", "", *functions)


def _explained(reason: Lost, limit: float) -> str:
    return f"took too long (the limit is {limit:g} s)" if "too long" in str(reason) else str(reason)


def _stopped(check: Check, reason: str) -> CheckOutcome:
    text = f"{check.exercise}: stopped, because the answer's process {reason}"
    return _failed(check, "stopped", text, text)


def _took_too_long(outcome: CheckOutcome) -> bool:
    return outcome.kind == "stopped" and "too long" in outcome.public


def _failed(check: Check, kind: str, public: str, private: str) -> CheckOutcome:
    return CheckOutcome(check.name, check.title, check.points, 0.0, kind, public, private)


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
