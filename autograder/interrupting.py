"""Raise an error in what takes too long, by processor time or by the clock on the wall."""

from __future__ import annotations

import contextlib
import math
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, Literal

#: ``"processor"`` counts what this process has used, ``"wall"`` what has passed
Clock = Literal["processor", "wall"]

AGAIN = 0.5  #: seconds after which it is raised again, should Python have ignored the first
_SOON = 1e-3
_held = 0


@contextlib.contextmanager
def raise_after(
    seconds: float, error: Callable[[], BaseException], clock: Clock = "processor"
) -> Iterator[None]:
    """Raise ``error()`` in what takes longer than ``seconds``; nested, the first one counts.

    It is raised between two steps of Python: a single long step in C ends first. Give an error
    that is no ``Exception``, or a library may swallow it. Does nothing outside the main thread,
    which alone gets signals, nor where there are none (Windows, a browser), nor for ``inf``.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not (is_main and hasattr(signal, "setitimer") and math.isfinite(seconds)):
        yield
        return
    timer, number, now = _parts(clock)
    left, interval = signal.getitimer(timer)
    if 0 < left <= seconds:  # one outside ends before
        yield
        return

    raised: BaseException | None = None

    def interrupt(*_: Any) -> None:
        nonlocal raised
        if _held:
            signal.setitimer(timer, _SOON, AGAIN)
        else:
            raised = error()
            raise raised

    def report(ignored: sys.UnraisableHookArgs) -> None:
        # In a finalizer or a callback of the garbage collector nothing can be raised: it comes
        # again. That is no news to anybody.
        if ignored.exc_value is not raised:
            before_report(ignored)

    begun = now()
    before = signal.signal(number, interrupt)
    before_report, sys.unraisablehook = sys.unraisablehook, report
    try:
        signal.setitimer(timer, max(seconds, _SOON), AGAIN)
        yield
    finally:
        try:
            signal.setitimer(timer, 0)
        finally:  # it may have been raised just before that
            signal.setitimer(timer, 0)
            signal.signal(number, before)
            sys.unraisablehook = before_report
            raised = None  # it holds the frames it was raised in
            if left:
                signal.setitimer(timer, max(left - (now() - begun), _SOON), interval)


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Put off what :func:`raise_after` is about to raise until this is over."""
    global _held
    _held += 1
    try:
        yield
    finally:
        _held -= 1


def _parts(clock: Clock) -> tuple[int, int, Callable[[], float]]:
    if clock == "processor":
        return signal.ITIMER_PROF, signal.SIGPROF, time.process_time
    return signal.ITIMER_REAL, signal.SIGALRM, time.monotonic
