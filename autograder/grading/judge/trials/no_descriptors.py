"""Property: no descriptor of the judge is open.
Tried: look at descriptors 3 to 1023.
"""

import os
import stat


def got(course: str, mark: str) -> str:
    found = {}
    for fd in range(3, 1024):
        try:
            found[fd] = stat.S_ISSOCK(os.fstat(fd).st_mode)
        except OSError:
            continue
    return "" if list(found.values()) == [True] else f"descriptors {list(found)}"
