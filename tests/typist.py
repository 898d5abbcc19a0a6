"""Type commands of ``autograder``, each into a fork of a process that imported it all once.

That saves each of hundreds of commands the two seconds for which it would import nbgrader.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import traceback
from pathlib import Path

LONGEST = 600  # seconds for a command, on a busy machine


class Typist:
    """The process that commands are forked from; ends with the ``with`` block."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.typist"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        root = Path(__file__).parents[1]
        self._process = subprocess.Popen(command, text=True, cwd=root, **pipes)
        self._folder = tempfile.TemporaryDirectory()

    def __enter__(self) -> Typist:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Type no more."""
        self._folder.cleanup()
        with self._process:
            self._process.stdin.close()

    def type(self, *arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess:
        """Run ``autograder`` with ``arguments``, as :func:`subprocess.run` would."""
        screens = [Path(self._folder.name, name) for name in ("out", "err")]
        here = str(cwd or Path.cwd())
        umask = os.umask(0)
        os.umask(umask)
        order = [list(map(str, arguments)), here, umask, *map(str, screens)]
        watch = threading.Timer(LONGEST, self._process.kill)
        watch.start()
        print(json.dumps(order), file=self._process.stdin, flush=True)
        status = int(self._process.stdout.readline() or -1)
        watch.cancel()
        told = [screen.read_text(encoding="utf-8") for screen in screens]
        return subprocess.CompletedProcess(order[0], status, *told)


def run(arguments: list[str], cwd: str, umask: int, out: str, err: str) -> int:
    """The status of a command, whose output goes into ``out`` and ``err``."""
    from autograder.cli import main

    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = 1
    try:
        for number, name in ((1, out), (2, err)):
            os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        os.chdir(cwd)
        os.umask(umask)
        sys.argv[1:] = arguments
        main()
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def serve() -> None:
    """Run what each line of the standard input asks for, and write its status."""
    import nbgrader.api  # noqa: F401

    import autograder.classroom.changes_table
    import autograder.classroom.collecting.collect_class
    import autograder.classroom.exporting.commands
    import autograder.classroom.marking.commands
    import autograder.grading.coordinator.terminal
    import autograder.release  # noqa: F401

    for line in sys.stdin:
        print(run(*json.loads(line)), flush=True)


if __name__ == "__main__":
    serve()
