"""Cells run in a process of their own, which is interrupted, killed and started again.

No signal is needed for it, so it works as well on Windows.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.errors import UserError

START = 60.0  #: seconds until the process must be ready
GRACE = 2.0  #: seconds for a cell to end once it is interrupted
TURN = 0.2  #: seconds after which Ctrl-C is looked at, where nothing else does
CHILD = "autograder.check_notebook.child"


class CannotRun(UserError):
    """The process does not start; the message says why."""


class Interrupted(Exception):
    """The user has had enough; ``line`` is where the cell was."""

    def __init__(self, line: str) -> None:
        self.line = line
        super().__init__(line)


@dataclass(frozen=True)
class Outcome:
    """How a cell ended: with no ``error``, or with the name of one.

    ``"stopped"`` and ``"died"`` stand for a cell that reached the limit, and for one that took
    its process along. ``line`` is the line of the notebook where it happened.
    """

    error: str = ""
    message: str = ""
    line: str = ""
    kind: str = ""  #: of a failed check, and its headline
    headline: str = ""
    missing: str = ""  #: the name that is not defined, where that is the reason


class CellProcess:
    """Runs cells one after the other in ``folder``, each for up to ``limit`` seconds.

    A cell that cannot be interrupted is killed with its process. The next cell then finds all
    that the other cells before it left: they are run again.
    """

    def __init__(self, folder: Path, limit: float) -> None:
        self.folder, self.limit = folder, limit
        self._before: list[str] = []
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()

    def __enter__(self) -> CellProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    pipe.close()
            self._process = None

    def run(self, source: str) -> Outcome:
        """Run a cell. Raises :class:`Interrupted`, and :class:`CannotRun`."""
        try:
            while self._process is None:
                self._start()
                self._run_again()
            outcome = self._run(source)
        except KeyboardInterrupt:
            raise Interrupted(self._interrupt()[0]) from None
        if outcome.error not in ("stopped", "died"):
            self._before.append(source)
        return outcome

    def _run_again(self) -> None:
        for number, source in enumerate(self._before):
            self._run(source)
            if self._process is None:  # it did not the first time
                del self._before[number]
                return

    def _run(self, source: str) -> Outcome:
        self._send({"run": source})
        answer = self._receive(self.limit)
        if answer is not None and "died" not in answer:
            return Outcome(**answer)
        if answer is not None:
            self.close()
            return Outcome("died", answer["died"])
        line, answer = self._interrupt()
        if answer is None or "died" in answer:
            self.close()
        elif answer.get("error") != "KeyboardInterrupt":
            return Outcome(**answer)  # just in time
        return Outcome("stopped", line=line)

    def _interrupt(self) -> tuple[str, dict[str, Any] | None]:
        """Where the cell was, and how it ended then, if it did."""
        self._send({"interrupt": True})
        answer, line = self._receive(GRACE), ""
        if answer is not None and "at" in answer:
            line, answer = answer["at"], self._receive(GRACE)
        return line, answer

    # --- the process

    def _start(self) -> None:
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join(os.path.abspath(path) for path in sys.path if path),
            "MPLBACKEND": "agg",
            "AUTOGRADER_CHECKING": "1",  # what passes is not kept in mine.py
            "OPENBLAS_NUM_THREADS": "1",  # as grading: threads that wait use up a check's time
        }
        group: dict[str, Any] = {"start_new_session": True}  # Ctrl-C is for us alone
        if sys.platform == "win32":
            group = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        with tempfile.TemporaryFile() as said:
            self._process = subprocess.Popen(
                # what lies beside the notebook is for the cells, not for what is imported here
                [sys.executable, "-P", "-m", CHILD],
                cwd=self.folder,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                **group,
            )
            self._answers = queue.SimpleQueue()
            listener = threading.Thread(
                target=_listen, args=(self._process, self._answers), daemon=True
            )
            listener.start()
            if self._receive(START) != {"ready": True}:
                self.close()
                said.seek(0)
                lines = said.read().decode(errors="replace").strip().splitlines()
                raise CannotRun(f"cells cannot be run here: {lines[-1] if lines else 'no answer'}")

    def _send(self, order: dict[str, Any]) -> None:
        if self._process is None or self._process.stdin is None:
            return
        try:
            self._process.stdin.write(json.dumps(order).encode() + b"\n")
            self._process.stdin.flush()
        except OSError:
            pass  # it has ended, which is what is received next

    def _receive(self, seconds: float) -> dict[str, Any] | None:
        """The next message; ``None`` when there is none in time."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            try:
                answer = self._answers.get(timeout=min(TURN, left))
            except queue.Empty:
                continue
            return {"died": self._last_words()} if answer is None else answer
        return None

    def _last_words(self) -> str:
        status = self._process.wait() if self._process else 0
        return f"Python ended with status {status}" if status >= 0 else f"signal {-status}"


def _listen(process: subprocess.Popen[bytes], answers: queue.SimpleQueue) -> None:
    with process.stdout as lines:  # type: ignore[union-attr]
        for line in lines:
            answers.put(json.loads(line))
    answers.put(None)
