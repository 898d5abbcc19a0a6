"""Property: an ordinary user.
Tried: become root.
"""

import os


def got(course: str, mark: str) -> str:
    if os.getuid() == 0 or os.geteuid() == 0:
        return "it runs as root"
    for become in (os.setuid, os.setgid, os.seteuid):
        try:
            become(0)
            return "it became root"
        except OSError:
            pass
    if len(os.getgroups()) > 1:
        return f"groups {os.getgroups()}"
    return ""
