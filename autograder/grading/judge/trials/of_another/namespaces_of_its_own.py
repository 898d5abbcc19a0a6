"""Property: namespaces of its own.
Tried: meet another submission that runs now: its files, sockets, terminals.
"""

import os
import socket


def got(course: str, mark: str) -> str:
    if os.path.exists("/tmp/left-by-a-probe"):
        return "its folder"
    try:
        with socket.socket(socket.AF_UNIX) as link:
            link.connect("\0" + mark)
        return "its socket"
    except OSError:
        pass
    terminals = set(os.listdir("/dev/pts")) - {"ptmx"}
    return f"terminals {terminals}" if terminals else ""
