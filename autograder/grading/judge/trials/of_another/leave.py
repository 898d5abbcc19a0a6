"""What the other submission does, as long as it can: a folder, a socket and a terminal."""

import contextlib
import os
import socket


def leave(mark: str) -> tuple[object, ...]:
    with contextlib.suppress(OSError):
        os.mkdir("/tmp/left-by-a-probe")
        listener = socket.socket(socket.AF_UNIX)
        listener.bind("\0" + mark)
        listener.listen()
        return listener, os.openpty()
    return ()
