"""Property: no other process can be seen.
Tried: list /proc; signal processes 2 to 4000.
"""

import os


def got(course: str, mark: str) -> str:
    if os.listdir("/proc"):
        return f"{len(os.listdir('/proc'))} entries in /proc"
    for pid in range(2, 4000):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            continue
        except PermissionError:
            pass
        return f"process {pid}"
    return ""
