"""The process in which the cells run: it takes one order a line and answers with JSON.

On standard input come ``{"run": source}`` and ``{"interrupt": true}``; on standard output go
``{"ready": true}``, ``{"at": line}`` for an interrupt, and the outcome of each cell.
"""

from __future__ import annotations

import _thread
import json
import linecache
import os
import queue
import signal
import sys
import threading
import traceback
from typing import IO, Any

from autograder.checks import CheckFailed
from autograder.grading.child.shell import CELL, line_of, open_shell, run

MAX_MESSAGE = 20_000
_main = threading.main_thread()
_is_running = False
_lock = threading.Lock()


def main() -> None:
    """Run cells until nobody asks for more."""
    orders, answers = _own(0, "r", os.O_RDONLY), _own(1, "w", os.O_WRONLY)
    os.dup2(1, 2)  # what libraries say there is nobody's
    signal.signal(signal.SIGINT, _interrupted)
    shell = open_shell()
    cells: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(orders, answers, cells), daemon=True).start()
    _say(answers, {"ready": True})
    while True:
        source = cells.get()
        error = _run(shell, source)
        _say(answers, _outcome(error) if error is not None else {})


def _own(fd: int, mode: str, flags: int) -> IO[str]:
    """A standard stream for us alone; the cells get an empty one in its place."""
    file = os.fdopen(os.dup(fd), mode, encoding="ascii")
    null = os.open(os.devnull, flags)
    os.dup2(null, fd)
    os.close(null)
    return file


def _say(answers: IO[str], message: dict[str, Any]) -> None:
    answers.write(json.dumps(message) + "\n")
    answers.flush()


def _listen(orders: IO[str], answers: IO[str], cells: queue.SimpleQueue[str]) -> None:
    for line in orders:
        order = json.loads(line)
        if "run" in order:
            cells.put(order["run"])
            continue
        with _lock:
            if _is_running:
                _say(answers, {"at": _line_now()})
                _interrupt()
    os._exit(0)  # whoever asked is gone


def _line_now() -> str:
    """The line of a cell that is running, as it is written there."""
    frame = sys._current_frames().get(_main.ident or 0)
    while frame is not None:
        if frame.f_code.co_filename.startswith(CELL):
            return linecache.getline(frame.f_code.co_filename, frame.f_lineno).strip()
        frame = frame.f_back
    return ""


def _interrupt() -> None:
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(_main.ident or 0, signal.SIGINT)  # ends a sleep too
    else:  # Windows
        _thread.interrupt_main()


def _interrupted(*_: object) -> None:
    if _is_running:
        raise KeyboardInterrupt


def _run(shell: Any, source: str) -> BaseException | None:
    """The error that the cell ends in."""
    global _is_running
    try:
        try:
            _is_running = True
            run(shell, source)
        finally:
            with _lock:  # an interrupt that is under way belongs to this cell
                _is_running = False
    except KeyboardInterrupt as error:
        _is_running = False
        return error
    raised: BaseException | None = shell.recorder.raised
    return raised


def _outcome(error: BaseException) -> dict[str, str]:
    try:
        message = "".join(traceback.format_exception_only(error)).strip()[:MAX_MESSAGE]
    except Exception:  # of the student's own class of errors
        message = type(error).__name__
    outcome = {"error": type(error).__name__, "message": message, "line": line_of(error)}
    if isinstance(error, SyntaxError):
        outcome |= {
            "message": f"{outcome['error']}: {error.msg}",
            "line": (error.text or "").strip(),
        }
    if isinstance(error, CheckFailed):
        outcome |= {"kind": error.kind, "headline": error.headline, "message": str(error)}
        error = getattr(error, "cause", error)  # the error of the student's function
    if isinstance(error, NameError):
        outcome["missing"] = error.name or ""
    return outcome


if __name__ == "__main__":
    main()
