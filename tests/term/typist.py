"""Run commands of `autograder` one by one, each in a fork of a process that imported it all once.

Reads lines of JSON, ``[arguments, file to print into]``, and writes the status of each. That saves
a term of fifty commands the two seconds that each of them would import nbgrader for.
"""

import json
import os
import sys
import traceback

import nbgrader.api  # noqa: F401

import autograder.classroom.changes_table
import autograder.classroom.collecting.collect_class
import autograder.classroom.exporting.commands
import autograder.classroom.marking.commands
import autograder.grading.coordinator.terminal
import autograder.release  # noqa: F401
from autograder.cli import main


def run(arguments: list[str], out: str) -> int:
    """The status of a command, whose output goes into ``out``."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = 1
    try:
        file = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, 1)
        os.dup2(file, 2)
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


if __name__ == "__main__":
    for line in sys.stdin:
        print(run(*json.loads(line)), flush=True)
