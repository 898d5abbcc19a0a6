"""Give the judge's orders to the fork server, on a socket of their own that no child sees.

An order is a letter and the pid it is about (0 for a fork). Each has one answer:

=======  ==================================  ==========================================
order    what is asked                       answer
=======  ==================================  ==========================================
(none)   all that is needed is imported      ``R``
``F``    fork a child; its socket goes along its pid (:data:`PID`), and beside it,
                                             open, its line in /proc, where there is one
``U``    how much a child has used           seconds, and whether it runs (:data:`USAGE`)
``K``    kill a child                        ``K``, once it is gone
=======  ==================================  ==========================================
"""

from __future__ import annotations

import os
import platform
import struct
from typing import NamedTuple

FORK, ASK_USAGE, KILL, READY = b"F", b"U", b"K", b"R"

ORDER = struct.Struct("<cq")
PID = struct.Struct("<q")
USAGE = struct.Struct("<d?")

#: whose numbers of system calls the child's filter knows
MACHINES = ("x86_64", "aarch64")


#: bytes of a process's line in /proc, at most
_LINE = 1024


class Usage(NamedTuple):
    """What a process has used, and whether it wants more at this moment."""

    seconds: float  #: of processor time
    is_running: bool


def is_supported() -> bool:
    """Return whether this machine can shut in a process: its system and processor are known."""
    return platform.system() == "Linux" and platform.machine() in MACHINES


def stat_of(pid: int) -> int | None:
    """Open what the kernel counts for a process; ``None`` where this system has no /proc."""
    try:
        return os.open(f"/proc/{pid}/stat", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None


def seconds_in(stat: int) -> float:
    """Return the processor time of the process that :func:`stat_of` opened; 0.0 if it is gone."""
    try:
        return seconds_of(fields(os.pread(stat, _LINE, 0).decode(errors="replace")))
    except OSError:
        return 0.0


def fields(line: str) -> list[str]:
    """Return the fields of a line in /proc that follow the name of the program."""
    return line.rpartition(")")[2].split()


def seconds_of(fields: list[str]) -> float:
    """Return the processor time that such a line tells."""
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
