"""Property: nothing can be written but its own folder.
Tried: create a file in every other folder it can find.
"""

import os
import sys


def got(course: str, mark: str) -> str:
    places = ["/", "/dev", "/dev/shm", "/proc", "/run", "/usr", "/usr/lib", "/var/tmp", *sys.path]
    for place in places:
        path = os.path.join(place, "left-by-a-probe")
        try:
            if os.stat(place or ".").st_dev == os.stat("/tmp").st_dev:
                continue  # its own, or a folder in it that holds what is mounted below
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        except OSError:
            continue
        os.unlink(path)
        return path
    return ""
