"""Give the judge's orders to the fork server, on a socket of their own that no child sees.

An order is a letter and the pid it is about (0 for a fork). Each has one answer:

=======  ==================================  ==========================================
order    what is asked                       answer
=======  ==================================  ==========================================
(none)   all that is needed is imported      ``R``
``F``    fork a child; its socket goes along its pid (:data:`PID`)
``U``    how much a child has used           seconds, and whether it runs (:data:`USAGE`)
``K``    kill a child                        ``K``, once it is gone
=======  ==================================  ==========================================
"""

from __future__ import annotations

import platform
import struct
from typing import NamedTuple

FORK, ASK_USAGE, KILL, READY = b"F", b"U", b"K", b"R"

ORDER = struct.Struct("<cq")
PID = struct.Struct("<q")
USAGE = struct.Struct("<d?")

#: whose numbers of system calls the child's filter knows
MACHINES = ("x86_64", "aarch64")


class Usage(NamedTuple):
    """What a process has used, and whether it wants more at this moment."""

    seconds: float  #: of processor time
    is_running: bool


def is_supported() -> bool:
    """Return whether this machine can shut in a process: its system and processor are known."""
    return platform.system() == "Linux" and platform.machine() in MACHINES
