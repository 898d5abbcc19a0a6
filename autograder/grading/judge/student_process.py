"""The judge's end of the socket: what a student's process is asked, and what it may ask."""

from __future__ import annotations

import contextlib
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from autograder.checks import CheckFailed
from autograder.grading.boundary import prefetch, random_state
from autograder.grading.boundary.framing import Lost
from autograder.grading.boundary.messages import Limits
from autograder.grading.boundary.peer import Peer
from autograder.grading.boundary.proxies import OPERATORS, ObjectProxy
from autograder.grading.boundary.wire import WireError
from autograder.grading.judge.sandbox import Usage, in_exchange

#: how many times its limit a process may wait for a processor
STARVED = 5
#: seconds of processor time that a question to the judge takes a process on a busy machine, and
#: a byte that crosses: not the answer's fault
OVERHEAD = 5e-4
OVERHEAD_OF_A_BYTE = 1e-8


class StudentProcess(Peer):
    """The judge's end: every wait has a limit, and little may be asked for."""

    def __init__(
        self,
        sock: socket.socket,
        limits: Limits,
        own_module: str,
        usage: Callable[[], Usage] | None = None,
        takes_objects: bool = True,
    ) -> None:
        """``own_module`` is the reference's; ``usage`` tells how much time the process has had.

        ``takes_objects`` is whether an answer may hand out objects to compute with.
        """
        super().__init__(sock)
        self.limits = limits
        self.until = float("inf")  #: the exercise's and the submission's limit
        self.rng: np.random.Generator | None = None  #: that the running check draws from
        self._own_module = own_module
        self._usage = usage
        self._takes_objects = takes_objects
        self._used = 0.0  # seconds of processor time when the clock was started
        self._served = 0  # questions since then
        self._carried = 0  # bytes that had crossed by then
        self._limit = self._asked = 0.0
        self._is_asking = False

    def start_clock(self) -> None:
        """From here on the processor time counts that :meth:`overdue` looks at."""
        self._served, self._carried = 0, self.connection.carried
        if self._usage:
            self._used = self._usage().seconds

    def request(self, op: str, target: int | str, /, *args: Any, **kwargs: Any) -> Any:
        if not self._takes_objects and op in ("get", "set", "operate"):
            # else a check that compares by hand would leave that to the answer
            raise AttributeError("nothing can be asked of this object")
        if self._is_asking:  # a question within a question shares its time
            return super().request(op, target, *args, **kwargs)
        self._limit = self.limits.cell if op == "run" else self.limits.call
        self._asked = time.monotonic()
        self.connection.deadline = min(self._asked + self._limit, self.until)
        self._is_asking = True
        try:
            return super().request(op, target, *args, **kwargs)
        finally:
            self._is_asking = False

    def overdue(self, is_ready: bool) -> None:
        """Wait on for a process that is at work, but was not given its time by the machine."""
        now, last = time.monotonic(), self._last()
        if self._usage is None or now >= last:
            raise Lost("took too long")
        usage = self._usage()
        carrying = OVERHEAD * self._served + OVERHEAD_OF_A_BYTE * (
            self.connection.carried - self._carried
        )
        left = 0.8 * self._limit + carrying - (usage.seconds - self._used)
        if left <= 0 or not (usage.is_running or is_ready):
            raise Lost("took too long")
        self.connection.deadline = min(now + max(left / 2, 0.05), last)

    def _last(self) -> float:
        """The end of all patience with what is being asked."""
        return min(self._asked + STARVED * self._limit, self.until)

    def set(self, standin: ObjectProxy, name: str, value: Any) -> None:
        self.request("set", standin._target, name, value)

    def advance(self, generator: np.random.Generator, state: Any) -> None:
        before = random_state.state(generator)
        super().advance(generator, state)
        if generator is self.rng:  # its next numbers are inputs, which no answer may choose
            random_state.leap(generator, before)

    def kind_of(self, value: Any) -> str:
        if isinstance(value, type):
            kind = "class" if value.__module__ == self._own_module else ""
        elif type(value).__module__ == self._own_module:
            kind = "object"
        else:
            kind = "function" if callable(value) else ""
        if not kind:
            raise WireError(f"a {type(value).__name__} cannot be given to a student's function")
        return kind

    def handle_request(self, op: str, target: Any, args: tuple, kwargs: dict) -> Any:
        """Call what the check has handed out, or use an object of the reference's own classes."""
        match op, args:
            case "call", _:
                return self.handles.shared(target)(*args, **kwargs)
            case "get", (str(name), int(most)) if not name.startswith("_"):
                value = self.handles.shared(target)
                if type(value).__module__ == self._own_module:
                    return prefetch.read(self.handles, target, name, min(most, prefetch.MAX_AHEAD))
            case "operate", _ if target in OPERATORS:
                if any(type(arg).__module__ == self._own_module for arg in args):
                    return OPERATORS[target](*args)
        raise WireError("this cannot be asked for")

    def handle_observed(
        self, op: str, target: Any, args: tuple, kwargs: dict, pack: Callable[[Any], bytes]
    ) -> tuple[bytes, list[str], bool]:
        """What runs here on arguments that come from there has a limit of its own."""
        self._served += 1
        start = time.monotonic()
        try:
            with interrupted_at(min(start + self._limit, self._last())):
                return super().handle_observed(op, target, args, kwargs, pack)
        finally:
            self.connection.deadline = min(
                self.connection.deadline + time.monotonic() - start, self._last()
            )

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


@contextlib.contextmanager
def interrupted_at(deadline: float | None) -> Iterator[None]:
    """Raise :class:`Lost` in what runs inside at ``deadline``; nested, the first one counts.

    Between two steps of Python: a single long step in C ends first. Does nothing outside the
    main thread, which alone gets signals.
    """
    is_main = threading.current_thread() is threading.main_thread()
    left = signal.getitimer(signal.ITIMER_REAL)[0]
    outer = time.monotonic() + left if left else float("inf")
    if deadline is None or not is_main or outer <= deadline:
        yield
        return

    def interrupt(*_: Any) -> None:
        if in_exchange():
            _alarm_at(0.0)  # as soon as that is over
        else:
            raise Lost("took too long")

    before = signal.signal(signal.SIGALRM, interrupt)
    _alarm_at(deadline)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if left:
            _alarm_at(outer)


def _alarm_at(deadline: float) -> None:
    # and again, should the first one be raised where Python ignores errors
    signal.setitimer(signal.ITIMER_REAL, max(deadline - time.monotonic(), 1e-3), 0.5)
