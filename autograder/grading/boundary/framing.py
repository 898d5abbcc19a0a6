"""Carry whole messages over a socket, with a limit on every wait for them.

A frame is a head and a body, and nothing else:

=======  =====  ============================================================
offset   bytes  what it is
=======  =====  ============================================================
0        4      size of the body, little-endian, at most ``MAX_BYTES``
4        1      ``?`` a request, ``=`` the value of one or ``!`` its error
5        4      number of the request, little-endian
9        1      1 if tables travel beside the message, else 0
10       size   the message; with tables, the wire form of ``[message, *tables]``
=======  =====  ============================================================
"""

from __future__ import annotations

import math
import select
import socket
import struct
import time
from collections.abc import Callable, Sequence
from typing import Any

from autograder.checks.facts import Fact
from autograder.checks.failure import OutOfTime
from autograder.grading.boundary.wire import MAX_BYTES, WireError, decode, encode

REQUEST, VALUE, ERROR = b"?", b"=", b"!"
#: what is said of an other side that does not keep to the protocol
NONSENSE = "sent something that is no value"

_HEAD = struct.Struct("<IcI?")
HEAD_SIZE = _HEAD.size
_KINDS = frozenset({REQUEST, VALUE, ERROR})


class Lost(BaseException):
    """The other side is of no more use: too slow, gone, or talking nonsense.

    Not an ``Exception``, so that no check takes it for an error in an answer.
    """


class Ended(Lost):
    """The other side's process is not there any more, whoever ended it."""

    def __init__(self) -> None:
        super().__init__("ended")


class TimedOut(Lost, OutOfTime):
    """It has had all the time that it may take; ``limit`` says how much, if not the usual."""

    def __init__(self, limit: str = "") -> None:
        super().__init__("took too long")
        self.facts = (Fact("limit", limit),) if limit else ()


def encode_frame(kind: bytes, number: int, body: bytes, tables: Sequence[Any] = ()) -> bytes:
    """Return the bytes of one frame. Raises :class:`WireError` if the tables cannot cross."""
    data = encode([body, *tables]) if tables else body
    return _HEAD.pack(len(data), kind, number, bool(tables)) + data


class Connection:
    """One end of a socket that carries frames.

    Every method raises :class:`Lost` when the other side is gone, breaks the format, or is not
    ready at :attr:`deadline` (of :func:`time.monotonic`).
    """

    def __init__(self, sock: socket.socket, overdue: Callable[[bool], None] | None = None) -> None:
        """``overdue`` is called at the deadline, and must raise or set another one.

        It is told whether the other side has done its part for what this side waits to do.
        """
        self.sock = sock
        self.deadline = math.inf
        self.carried = 0  #: bytes of bodies that have gone either way
        self._overdue = overdue or give_up
        self._buffer = bytearray()

    def send(self, kind: bytes, number: int, body: bytes, tables: Sequence[Any] = ()) -> None:
        """Send one frame."""
        frame = encode_frame(kind, number, body, tables)
        self.carried += len(frame) - HEAD_SIZE
        left = memoryview(frame)
        while left:
            self._limit_wait(select.POLLOUT)
            try:
                left = left[self.sock.send(left) :]
            except TimeoutError:
                continue  # whether that is too long is decided above
            except OSError as error:
                raise Ended from error

    def receive(self) -> tuple[bytes, int, bytes, list[Any]]:
        """Return the next frame: its kind, its number, its message, and the tables beside it."""
        size, kind, number, has_tables = _HEAD.unpack(self._take(HEAD_SIZE))
        if size > MAX_BYTES or kind not in _KINDS:
            raise Lost(NONSENSE)
        data = self._take(size)
        self.carried += size
        if not has_tables:
            return kind, number, data, []
        match decode_or_lose(data):
            case [bytes(body), *tables]:
                return kind, number, body, tables
        raise Lost(NONSENSE)

    def _take(self, size: int) -> bytes:
        """Return the next ``size`` bytes."""
        buffer = self._buffer
        while len(buffer) < size:
            self._limit_wait(select.POLLIN)
            try:
                piece = self.sock.recv(max(65536, min(size - len(buffer), 2**20)))
            except TimeoutError:
                continue  # as in send
            except OSError as error:
                raise Ended from error
            if not piece:
                raise Ended
            buffer += piece
        with memoryview(buffer) as view:
            taken = bytes(view[:size])
        del buffer[:size]
        return taken

    def _limit_wait(self, event: int) -> None:
        """Let the next call of the socket wait until the deadline, and no longer."""
        if self.deadline == math.inf:
            return
        if self.deadline <= time.monotonic():
            poll = select.poll()
            poll.register(self.sock, event)
            self._overdue(bool(poll.poll(0)))
        self.sock.settimeout(max(self.deadline - time.monotonic(), 1e-3))


def give_up(is_ready: bool) -> None:
    """Raise :class:`TimedOut`: what a side does at its deadline that gives no more time."""
    raise TimedOut


def decode_or_lose(data: bytes) -> Any:
    """Return the value that ``data`` stands for. Raises :class:`Lost` if it is none."""
    try:
        return decode(data)
    except WireError as error:
        raise Lost(NONSENSE) from error
