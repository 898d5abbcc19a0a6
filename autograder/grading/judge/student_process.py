"""The judge's end of the socket: what a student's process is asked, and what it may ask."""

from __future__ import annotations

import math
import select
import socket
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks import CheckFailed
from autograder.checks.decorators import may_cross
from autograder.grading.boundary import prefetch, random_state
from autograder.grading.boundary.framing import TimedOut
from autograder.grading.boundary.messages import Limits
from autograder.grading.boundary.peer import Peer
from autograder.grading.boundary.proxies import OPERATORS, ObjectProxy
from autograder.grading.boundary.wire import WireError
from autograder.grading.judge.sandbox import Usage

LOOK = 0.25  #: seconds of wall time between two looks at what a process does
#: seconds of processor time that a question to the judge takes a process on a busy machine, and
#: a byte that crosses: not the answer's fault
OVERHEAD = 5e-4
OVERHEAD_OF_A_BYTE = 1e-8


class PutOff(BaseException):
    """Others are waiting: this submission is graded later, anew and whole."""


class StudentProcess(Peer):
    """The judge's end: every wait has a limit, and little may be asked for.

    Times are looked at while this process waits; :meth:`start_clock` begins a new limit.
    """

    def __init__(
        self,
        sock: socket.socket,
        limits: Limits,
        usage: Callable[[], Usage] | None = None,
        takes_objects: bool = True,
        patience: float = math.inf,
        seconds: Callable[[], float] | None = None,
    ) -> None:
        """``usage`` tells how much time the process has had; without it limits are of wall time.

        ``takes_objects`` is whether an answer may hand out objects to compute with.
        ``patience`` is when to give up for now, by :func:`time.monotonic`. ``seconds`` tells only
        the time that the process has had, if that can be told faster.
        """
        super().__init__(sock)
        self.limits = limits
        self.rng: np.random.Generator | None = None  #: that the running check draws from
        self._usage, self._seconds = usage, seconds
        self._takes_objects = takes_objects
        self._patience = patience
        self._start(limits.cell, 0.0)

    # --- time

    def start_clock(self, limit: float) -> float:
        """Give what is asked from here on ``limit`` seconds of processor time.

        Returns the processor time that the process has had so far.
        """
        self._start(limit, self.seconds())
        return self._used

    def _start(self, limit: float, used: float) -> None:
        self._limit, self._used = limit, used
        self._started = self._looked = time.monotonic()
        self._asleep, self._was_asleep = 0.0, False
        self._served, self._carried = 0, self.connection.carried
        self._look_again(self._started)

    def seconds(self) -> float:
        """Processor time that the process has had so far."""
        if self._seconds:
            return self._seconds()
        return self._usage().seconds if self._usage else 0.0

    def stop_clock(self) -> None:
        """Raise :class:`TimedOut` if the limit was exceeded since the last look."""
        # one process cannot use more than has passed, so most need not be asked
        if self._usage and time.monotonic() - self._started > self._limit:
            self._expect_time_left(self.seconds())

    def overdue(self, is_ready: bool) -> None:
        """Look at what the process does, and give it more time unless it has had its own."""
        now = time.monotonic()
        if now > self._patience:
            raise PutOff
        if self._usage is None:
            if now - self._started > self._limit:
                raise TimedOut
        else:
            usage = self._usage()
            self._expect_time_left(usage.seconds)
            # it may have asked something while its usage was read, and wait for this process
            is_asleep = not (usage.is_running or is_ready or self._has_sent())
            if is_asleep and self._was_asleep:
                self._asleep += min(now - self._looked, 2 * LOOK)
            if self._asleep > self.limits.asleep:
                raise TimedOut(f"{self.limits.asleep:g} s without computing anything")
            self._looked, self._was_asleep = now, is_asleep
        self._look_again(now)

    def _expect_time_left(self, used: float) -> None:
        carrying = OVERHEAD * self._served + OVERHEAD_OF_A_BYTE * (
            self.connection.carried - self._carried
        )
        if used - self._used > self._limit + carrying:
            raise TimedOut

    def _look_again(self, now: float) -> None:
        self.connection.deadline = min(now + LOOK, self._patience)
        if self._usage is None:
            self.connection.deadline = min(self.connection.deadline, self._started + self._limit)

    def _has_sent(self) -> bool:
        return bool(select.select([self.connection.sock], [], [], 0)[0])

    # --- asking

    def request(self, op: str, target: int | str, /, *args: Any, **kwargs: Any) -> Any:
        if not self._takes_objects and op in ("get", "set", "operate"):
            # else a check that compares by hand would leave that to the answer
            raise AttributeError("nothing can be asked of this object")
        return super().request(op, target, *args, **kwargs)

    def set(self, standin: ObjectProxy, name: str, value: Any) -> None:
        self.request("set", standin._target, name, value)

    def advance(self, generator: np.random.Generator, state: Any) -> None:
        before = random_state.state(generator)
        super().advance(generator, state)
        if generator is self.rng:  # its next numbers are inputs, which no answer may choose
            random_state.leap(generator, before)

    def kind_of(self, value: Any) -> str:
        if isinstance(value, type):
            kind = "class" if may_cross(value) else ""
        elif may_cross(type(value)):
            kind = "object"
        else:
            kind = "function" if callable(value) else ""
        if not kind:
            raise WireError(f"a {type(value).__name__} cannot be given to a student's function")
        return kind

    def handle_request(self, op: str, target: Any, args: tuple, kwargs: dict) -> Any:
        """Call what the check has handed out, or use an object of a class that may cross."""
        match op, args:
            case "call", _:
                return self.handles.shared(target)(*args, **kwargs)
            case "get", (str(name), int(most)) if not name.startswith("_"):
                value = self.handles.shared(target)
                if may_cross(type(value)):
                    return prefetch.read(self.handles, target, name, min(most, prefetch.MAX_AHEAD))
            case "operate", _ if target in OPERATORS:
                if any(may_cross(type(arg)) for arg in args):
                    return OPERATORS[target](*args)
        raise WireError("this cannot be asked for")

    def handle_observed(
        self, op: str, target: Any, args: tuple, kwargs: dict, pack: Callable[[Any], bytes]
    ) -> tuple[bytes, list[str], bool]:
        self._served += 1
        return super().handle_observed(op, target, args, kwargs, pack)

    def described(self, error: BaseException) -> tuple[str, str, str, int]:
        # the error itself stays here: it may hold what was expected
        name, text, _, _ = super().described(error)
        if isinstance(error, CheckFailed):
            name, text = "AssertionError", "a check failed"
        return name, text, "", self.handles.remember(error) if isinstance(error, Exception) else 0

    def forget(self) -> None:
        """End of a check: nothing it handed out can be used in the next."""
        if self.handles.has_proxies:
            self.request("release", "")
        self.handles.release()
