"""Limit what this process takes for a student's sake."""

from __future__ import annotations

import contextlib
import resource
from collections.abc import Iterator

MiB = 2**20
#: bytes that one try of a check may take beyond what is there: a message of 64 MiB and what is
#: made of it have room, the square of an array of a student's choosing has not
ROOM = 512 * MiB


@contextlib.contextmanager
def limited_memory(room: int = ROOM) -> Iterator[None]:
    """Raise :class:`MemoryError` in what runs inside when it wants more than ``room`` bytes.

    It is a limit of address space, so an array that is too large is refused before a page of it
    exists. Does nothing where the kernel does not say how much is in use.
    """
    used = _address_space()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = used + room
    if not used or (soft != resource.RLIM_INFINITY and soft <= most):
        yield
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _address_space() -> int:
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0
