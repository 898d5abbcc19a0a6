"""Property: no new processes.
Tried: fork, run a program.
"""

import os
import subprocess
import sys


def got(course: str, mark: str) -> str:
    try:
        if os.fork() == 0:
            os._exit(0)
        return "a fork"
    except OSError:
        pass
    try:
        subprocess.run([sys.executable, "-c", ""])
        return "a program"
    except OSError:
        return ""
