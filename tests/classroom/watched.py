"""Notes what a process opens for writing and whom it speaks to; also as its ``sitecustomize``."""

import os
import sys


def watch(log, is_on=lambda: True):
    """Add a line to ``log`` for each; ``is_on`` says whether it is to be noted."""
    file = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def note(what, whom):
        os.write(file, f"{what}\t{whom}\n".encode("utf-8", "surrogateescape"))

    def hook(event, args):
        if not is_on():
            return
        if event == "open":
            path, _, flags = args
            writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)
            if writes and isinstance(path, str | bytes | os.PathLike):
                note("wrote", os.path.abspath(os.fsdecode(path)))
        elif event in ("socket.connect", "socket.sendto"):
            note("spoke", args[1][0] if isinstance(args[1], tuple) else "here")
        elif event == "socket.getaddrinfo":
            note("asked", args[0])
        elif event == "sqlite3.connect":
            note("wrote", os.path.abspath(os.fsdecode(args[0])))

    sys.addaudithook(hook)
