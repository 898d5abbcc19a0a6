"""Property: nothing is left for the next.
Tried: leave a folder in /tmp, and look for it in the next one's.
"""

import os


def got(course: str, mark: str) -> str:
    return "its folder" if os.path.exists("/tmp/left-by-a-probe") else ""
