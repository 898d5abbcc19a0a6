"""The trusted side: run a chapter's checks on answers that live in another process.

Checks and references run here, student's code only in the sandbox. What comes from there is
compared, never believed: whatever it is, it ends in a check that passes or one that fails.
"""

from __future__ import annotations

import contextlib
import math
import time
import traceback
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from autograder.checks import CheckFailed, Student
from autograder.checks.asked import say_what_was_asked
from autograder.checks.facts import Fact
from autograder.checks.failure import OutOfTime
from autograder.checks.known import forget_calls, knowing
from autograder.course import Chapter, Exercise
from autograder.course.solution import Check, StandIns
from autograder.grading.boundary.framing import Ended, Lost, TimedOut
from autograder.grading.boundary.messages import MAX_SAID, CheckOutcome, Limits, Submission, Verdict
from autograder.grading.boundary.proxies import FunctionProxy
from autograder.grading.judge.cell_run import CellRun, lend
from autograder.grading.judge.memory import limited_memory
from autograder.grading.judge.sandbox import Sandbox
from autograder.grading.judge.student_process import StudentProcess
from autograder.in_process import derive_seed, earlier_functions, out_of_time, try_checks
from autograder.interrupting import raise_after
from autograder.known_mistakes import lookup_for, tell_by_trial

MAX_TRACEBACK = 4000  #: characters of what a check raised that is told to instructors


class Judge:
    """Grades submissions one after another in ``sandbox``."""

    def __init__(self, sandbox: Sandbox, secret: str = "", limits: Limits | None = None) -> None:
        self.sandbox = sandbox
        self.secret = secret
        self.limits = limits or Limits()

    def grade(
        self,
        chapter: Chapter,
        submission: Submission,
        pictures: bool = False,
        patience: float = math.inf,
    ) -> Verdict:
        """The verdict on ``submission``, whatever it holds.

        ``pictures`` keeps what its cells draw. Raises :class:`SandboxError` when the sandbox
        itself is gone, and :class:`PutOff` after ``patience`` seconds of wall time: no verdict
        is ever cut short.
        """
        start = time.monotonic()
        verdict = Verdict(submission.id)
        cells = CellRun(
            self.sandbox, chapter, submission, verdict, self.limits, pictures, start + patience
        )
        with contextlib.closing(cells):
            with contextlib.suppress(TimedOut):  # said of every check
                cells.process()
            verdict.seconds["cells"] = time.monotonic() - start
            checks = CheckRun(cells, chapter, (self.secret, submission.id))
            for exercise in chapter.exercises.values():
                begun = time.monotonic()
                verdict.outcomes[exercise.name] = checks.grade(exercise)
                verdict.seconds[exercise.name] = time.monotonic() - begun
        verdict.seconds["total"] = time.monotonic() - start
        return verdict


class CheckRun:
    """Tries the checks on what ``cells`` defined."""

    def __init__(self, cells: CellRun, chapter: Chapter, seed: tuple[str, str]) -> None:
        self.cells, self.chapter, self.seed = cells, chapter, seed
        self.limits, self.verdict = cells.limits, cells.verdict

    def grade(self, exercise: Exercise) -> list[CheckOutcome]:
        """One outcome for every check of ``exercise``."""
        earlier = earlier_functions(self.chapter, exercise)
        with knowing(lookup_for(self.chapter.solution)):
            failures = try_checks(exercise.checks, earlier, self._attempt)
        tried = list(zip(exercise.checks, failures, strict=True))
        tell_by_trial(self.chapter.solution, tried, self._rng)
        return [_outcome(*pair) for pair in tried]

    def _attempt(self, check: Check, references: Mapping[str, Any]) -> CheckFailed | None:
        """Run ``check`` with ``references`` in place of the student's functions of these names.

        Where its process ends it runs once more, in another one: the machine may have ended the
        first, for want of memory or in an administrator's name, and no mark depends on that.
        """
        try:
            return self._attempt_once(check, references)
        except Ended:
            self.cells.close()
        try:
            return self._attempt_once(check, references)
        except Ended as reason:
            self._lost(check, reason)
            return _of_a_process(check, reason)

    def _attempt_once(self, check: Check, references: Mapping[str, Any]) -> CheckFailed | None:
        """As :meth:`_attempt`; raises :class:`Ended` when its process is gone."""
        forget_calls()
        try:
            process = self.cells.process()
            self.cells.expect_time_left(process.start_clock(self._limit(check)))
            self._run(check, process, references)
            process.stop_clock()
            process.forget()
        except CheckFailed as failure:
            self._forget()
            say_what_was_asked(failure, self.chapter.solution.reference)
            return failure
        except OutOfTime as over:
            self._lost(check, over)
            return out_of_time(check, over, self._limit(check))
        except Ended:
            raise
        except Lost as reason:
            self._lost(check, reason)
            return _of_a_process(check, reason)
        except Exception:  # a value that the check did not reckon with
            self._forget()
            error = traceback.format_exc(limit=-8)[-MAX_TRACEBACK:]
            self._note(check, error)
            return CheckFailed(check.exercise, "unusable", (Fact("error", error, secret=True),))
        return None

    def _limit(self, check: Check) -> float:
        """Seconds of processor time that a try of ``check`` may take."""
        return self.limits.check * check.patience

    def _rng(self, check: Check) -> np.random.Generator:
        return np.random.default_rng(derive_seed(*self.seed, check.exercise, check.name))

    def _run(self, check: Check, process: StudentProcess, references: Mapping[str, Any]) -> None:
        process.rng = self._rng(check)

        def text_of(name: str) -> str | None:
            return None if name in references else self.cells.text_of(name)

        stand_ins = self.chapter.solution.stand_ins
        nearby = references and check.exercise in stand_ins.exercises
        if nearby:
            references = {n: f for n, f in references.items() if n not in stand_ins.names}
        there = {*self.cells.defined, *(stand_ins.names if nearby else ())}
        own = {name: FunctionProxy(process, name, name) for name in there}
        with (
            limited_memory(),
            raise_after(self._limit(check), TimedOut),
            _replaced(process, references, stand_ins if nearby else None),
            warnings.catch_warnings(),
        ):
            lend(process, self.chapter)
            warnings.simplefilter("ignore")  # what counts is what the check itself records
            check.function(Student(own | dict(references), text_of), process.rng)

    def _forget(self) -> None:
        try:
            self.cells.process().forget()
        except (Lost, Exception):
            self.cells.close()

    def _lost(self, check: Check, reason: BaseException) -> None:
        self.cells.close()
        self._note(check, f"the process {reason}.")

    def _note(self, check: Check, text: str) -> None:
        self.verdict.note(f"{check.exercise}, {check.title}: {text}")


@contextlib.contextmanager
def _replaced(
    process: StudentProcess, functions: Mapping[str, Any], stand_ins: StandIns | None
) -> Iterator[None]:
    """Put ``functions`` in place of the student's, and ``stand_ins`` if there are any."""
    if not functions:
        yield
        return
    process.request("substitute", "", functions)
    try:
        if stand_ins:
            process.request("stand_in", stand_ins.source, stand_ins.names, stand_ins.functions)
        yield
    except Exception:
        process.request("restore", "")
        raise
    process.request("restore", "")


def _of_a_process(check: Check, reason: Lost) -> CheckFailed:
    return CheckFailed(check.exercise, "ended", (Fact("reason", f"its process {reason}"),))


def _outcome(check: Check, failure: CheckFailed | None) -> CheckOutcome:
    about = check.name, check.title, check.points
    if failure is None:
        return CheckOutcome(*about, earned=check.points)
    public, private = failure.public()[:MAX_SAID], str(failure)[:MAX_SAID]
    return CheckOutcome(*about, 0.0, failure.kind, public, private)
