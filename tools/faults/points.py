"""Do something in a command at the n-th point where it writes: Python's audit hooks name them."""

from __future__ import annotations

import mmap
import os
import signal
import struct
import sys
import time
from collections.abc import Callable
from datetime import datetime as real_datetime
from datetime import timedelta, tzinfo
from pathlib import Path
from typing import Any

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
EVENTS = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate")

Act = Callable[[], None]


class Points:
    """Counts the points below ``folder``, and acts at those that ``chosen`` takes by number."""

    def __init__(self, folder: Path, act: Act | None = None, at: int = -1, *, stays: bool = False):
        self.folder, self.act, self.at, self.stays = str(folder), act, at, stays
        self._shared = mmap.mmap(-1, 8)
        self._owner = 0

    @property
    def count(self) -> int:
        """How many points the command came to."""
        return struct.unpack("<q", self._shared[:8])[0]

    def __call__(self) -> None:
        """Begin, in the process of the command."""
        self._owner = os.getpid()
        self._patch()
        sys.addaudithook(self._audit)

    def _audit(self, event: str, args: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = args
            is_write = bool((flags or 0) & WRITES) if mode is None else mode not in ("r", "rb")
            if is_write and self._is_below(path):
                self.reached()
        elif event in EVENTS and self._is_below(args[0]):
            self.reached()

    def _is_below(self, path: object) -> bool:
        return isinstance(path, (str, os.PathLike)) and os.fspath(path).startswith(self.folder)

    def reached(self) -> None:
        """Count a point, and act at it."""
        if os.getpid() != self._owner:
            return
        number = self.count
        self._shared[:8] = struct.pack("<q", number + 1)
        if self.act and (number == self.at or (self.stays and number > self.at)):
            self.act()

    def _patch(self) -> None:
        """What no audit hook tells: transactions, lines of the journal, waiting for the disk."""
        from sqlalchemy import Engine, event

        from autograder.grading.coordinator.journal import Journal

        event.listen(Engine, "commit", lambda _: self.reached())
        add, sync = Journal.add, os.fsync

        def adding(journal: Journal, entry: Any) -> None:
            self.reached()
            add(journal, entry)
            self.reached()

        def syncing(file: int) -> None:
            self.reached()
            sync(file)

        Journal.add = adding  # type: ignore[method-assign]
        os.fsync = syncing  # type: ignore[assignment]


def end_by(number: signal.Signals) -> Act:
    """Let the process get a signal."""
    return lambda: os.kill(os.getpid(), number)


def fail_with(code: int) -> Act:
    """Let what is about to be done fail as the system lets it fail."""

    def fail() -> None:
        raise OSError(code, os.strerror(code))

    return fail


def jump(seconds: float) -> Act:
    """Let the clock of the day be another one, for all that this process asks later."""

    def act() -> None:
        now = time.time
        time.time = lambda: now() + seconds  # type: ignore[assignment]

        class Shifted(real_datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> Any:
                return real_datetime.now(tz) + timedelta(seconds=seconds)

        for name, module in list(sys.modules.items()):
            if name.startswith("autograder.") and getattr(module, "datetime", 0) is real_datetime:
                module.datetime = Shifted  # type: ignore[attr-defined]

    return act
