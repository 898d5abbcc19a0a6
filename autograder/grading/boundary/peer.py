"""Calls between the judge and a student's process, over a socket, in both directions.

Plain data crosses by value; functions and objects stay where they are and the other side
gets a stand-in that asks their owner. Either side may call back while it is being called.
Both sides run this code, but the judge believes nothing that comes: what is not exactly as
it should be raises :class:`Lost`, and what is remains data.
"""

from __future__ import annotations

import select
import socket
import struct
import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.grading.boundary import random_state
from autograder.grading.boundary.marshal import Incoming, Outgoing
from autograder.grading.boundary.prefetch import Prefetched
from autograder.grading.boundary.proxies import (
    MAX_MESSAGE,
    ChangedArgument,
    FunctionProxy,
    ObjectProxy,
    clean,
    rebuild,
)
from autograder.grading.boundary.wire import MAX_BYTES, Handle, WireError, decode, encode

MAX_NESTED = 20  #: calls within calls
MAX_WARNINGS = 10
MAX_PROXIES = 200_000  #: for values of the other side, until they are released
MAX_TYPES = 100  #: of those stand-ins
MAX_ERRORS = 100  #: that are raised again as themselves when they come back

#: bytes that follow, ``?`` question, ``=`` value or ``!`` error, its number, tables beside it
_HEAD = struct.Struct("<IcI?")
_NONSENSE = "sent something that is no value"


class Lost(BaseException):
    """The other side is of no more use: too slow, gone, or talking nonsense.

    Not an ``Exception``, so that no check takes it for an error in an answer.
    """


class Peer:
    """One end of the socket. Subclasses say what the other side may ask for, and share."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self.deadline: float | None = None  #: of :func:`time.monotonic`, for every wait
        self.carried = 0  #: bytes that have gone either way
        self._buffer = bytearray()
        self._number = 0
        self._depth = 0
        self._shared: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}  # id of a shared value -> its number
        self._standins: dict[tuple[str, int], Any] = {}
        self._types: dict[str, type] = {}
        self._errors: dict[int, Exception] = {}
        self._ahead = Prefetched()

    # --- for subclasses

    def kind_of(self, value: Any) -> str:
        """The kind of handle that may be given out for ``value``, or :class:`WireError`."""
        raise NotImplementedError

    def plain(self, value: Any) -> Any:
        """``value``, or what crosses in place of it."""
        return value

    def handle_request(self, op: str, target: Any, args: tuple, kwargs: dict) -> Any:
        """Do what the other side asks for."""
        raise NotImplementedError

    def handle_observed(
        self, op: str, target: Any, args: tuple, kwargs: dict, pack: Callable[[Any], bytes]
    ) -> tuple[bytes, list[str], bool]:
        """The packed answer, texts of warnings, and whether an argument was changed."""
        return pack(self.handle_request(op, target, args, kwargs)), [], False

    def overdue(self, is_ready: bool) -> None:
        """The deadline has passed: raise :class:`Lost`, or set another one.

        ``is_ready`` is whether the other side has done its part for what this side waits to do.
        """
        raise Lost("took too long")

    def advance(self, generator: np.random.Generator, state: Any) -> None:
        """Put ``generator`` where the other side says it drew up to."""
        random_state.advance(generator, state)

    def line_of(self, error: BaseException) -> str:
        """The line of student's code that ``error`` comes from."""
        return ""

    # --- asking

    def request(self, op: str, target: int | str, /, *args: Any, **kwargs: Any) -> Any:
        """Ask the other side and return its value, or raise its error."""
        if op != "get":
            self._ahead.forget()
        parcel = Outgoing(self)
        self._number += 1
        number = self._number
        self._send(b"?", number, parcel.pack((op, target, args, kwargs)), parcel.tables())
        while True:
            kind, n, body, tables = self._receive()
            if kind == b"?":
                self._serve(n, body, tables)
            elif n != number:
                raise Lost(_NONSENSE)
            elif kind == b"=":
                return self._value(body, tables, parcel)
            else:
                raise self._error(body)

    def get(self, standin: ObjectProxy, name: str) -> Any:
        """An attribute of the other side's object."""
        number = standin._target
        found = self._ahead.known(number, name)
        if found is None:
            came = self.request("get", number, name, self._ahead.wanted(name))
            try:
                found = self._ahead.put(name, came)
            except ValueError as error:
                raise Lost(_NONSENSE) from error
        if not found:
            raise AttributeError(f"{type(standin).__name__!r} object has no attribute {name!r}")
        return found[0]

    def set(self, standin: ObjectProxy, name: str, value: Any) -> None:
        """Set an attribute: of the stand-in alone, not of what it stands for."""
        object.__setattr__(standin, name, value)

    def release(self) -> None:
        """Forget what was shared: from now on nobody can call it."""
        for table in (self._shared, self._numbers, self._standins, self._errors):
            table.clear()

    def _value(self, body: bytes, tables: list, parcel: Outgoing) -> Any:
        match tables:
            case []:
                after, said, changed = [], [], False
            case [list(), list(), list(after), list(said), bool(changed)]:
                pass
            case _:
                raise Lost(_NONSENSE)
        try:
            value = Incoming(self, tables).unpack(body)
            if after or parcel.generators:
                for generator, state in zip(parcel.generators, after, strict=True):
                    self.advance(generator, state)
        except (WireError, ValueError) as error:
            raise Lost(_NONSENSE) from error
        for text in said[:MAX_WARNINGS]:
            warnings.warn(clean(text), RuntimeWarning, stacklevel=3)
        if changed:
            raise ChangedArgument
        return value

    def _error(self, body: bytes) -> Exception:
        match _decoded(body):
            case (str(name), str(message), str(line), int(origin)):
                error = self._errors.get(origin)
                if error is None:
                    return rebuild(name, message, line, origin)
                error.in_line = clean(line)
                return error
        raise Lost(_NONSENSE)

    # --- answering

    def serve(self) -> None:
        """StudentFunction whatever the other side asks, until it is gone."""
        while True:
            kind, number, body, tables = self._receive()
            if kind != b"?":
                raise Lost(_NONSENSE)
            self._serve(number, body, tables)

    def _serve(self, number: int, body: bytes, tables: list) -> None:
        self._depth += 1
        try:
            if self._depth > MAX_NESTED:
                raise RecursionError("too many calls within calls")
            reply = b"=", number, *self._handle(body, tables)
        except Lost:
            raise
        except BaseException as error:
            reply = b"!", number, encode(self.described(error)), []
        finally:
            self._depth -= 1
        self._ahead.forget()
        self._send(*reply)

    def _handle(self, body: bytes, tables: list) -> tuple[bytes, list]:
        """The value asked for, and the tables that go beside it."""
        arrived = Incoming(self, tables)
        match arrived.unpack(body):
            case (str(op), int() | str() as target, tuple(args), dict(kwargs)):
                pass
            case _:
                raise WireError("not a question")
        parcel = Outgoing(self)
        packed, said, changed = self.handle_observed(op, target, args, kwargs, parcel.pack)
        after = [random_state.state(generator) for generator in arrived.generators]
        if changed or after or said or parcel.tables():
            return packed, [parcel.states, parcel.iterators, after, said, changed]
        return packed, []

    def described(self, error: BaseException) -> tuple[str, str, str, int]:
        """Name, text and line of an error, and the number of the one it came from here."""
        try:
            text = str(error)[:MAX_MESSAGE]
        except BaseException:
            text = "an error without a text"
        names = [c.__name__ for c in type(error).__mro__ if c.__module__ == "builtins"]
        if not isinstance(error, Exception):
            text = f"{names[0]}: {text}"
        origin = getattr(error, "origin", 0)
        return (
            names[0],
            text,
            self.line_of(error)[:MAX_MESSAGE],
            origin if type(origin) is int else 0,
        )

    def remember(self, error: Exception) -> int:
        """A number under which the same error is raised again when it comes back."""
        self._number += 1
        # without its frames, which hold all it was raised over
        self._errors[self._number] = error.with_traceback(None)
        if len(self._errors) > MAX_ERRORS:
            del self._errors[min(self._errors)]
        return self._number

    # --- what stays on one side

    def share(self, value: Any) -> Handle:
        """The handle of a value that stays here."""
        match value:
            case (
                FunctionProxy(_peer=peer, _target=target) | ObjectProxy(_peer=peer, _target=target)
            ) if peer is self:
                if type(target) is int:
                    return Handle("yours", target)
        kind = self.kind_of(value)
        number = self._numbers.get(id(value))
        if number is None:
            self._number += 1
            number = self._numbers[id(value)] = self._number
            self._shared[number] = value
        name = (
            value.__name__
            if kind != "object" and hasattr(value, "__name__")
            else type(value).__name__
        )
        return Handle(kind, number, name if type(name) is str else "")

    def shared(self, number: Any) -> Any:
        """The value behind a handle of ours that came back."""
        if type(number) is not int or number not in self._shared:
            raise WireError("no such handle")
        return self._shared[number]

    def find(self, number: int) -> Any:
        """The value shared under ``number``, or ``None``."""
        return self._shared.get(number)

    @property
    def last_number(self) -> int:
        """The highest number that anything has been given."""
        return self._number

    def proxy_for(self, handle: Handle) -> Any:
        """What stands here for a value of the other side; the same for the same value."""
        key = (handle.kind, handle.number)
        if key not in self._standins:
            if len(self._standins) >= MAX_PROXIES:
                raise WireError("too many objects")
            if handle.kind == "function":
                made = FunctionProxy(self, handle.number, clean(handle.name) or "function")
            else:
                made = object.__new__(self.type_of(handle.name))
                made.__dict__.update(_peer=self, _target=handle.number)
            self._standins[key] = made
        return self._standins[key]

    def type_of(self, name: str) -> type:
        """The class of stand-ins for objects of a class of that name."""
        is_usable = name.isidentifier() and (name in self._types or len(self._types) < MAX_TYPES)
        name = name[:40] if is_usable else "object"
        if name not in self._types:
            self._types[name] = type(name, (ObjectProxy,), {})
        return self._types[name]

    # --- bytes

    def _send(self, kind: bytes, number: int, body: bytes, tables: list) -> None:
        data = encode([body, *tables]) if tables else body
        self.carried += len(data)
        left = memoryview(_HEAD.pack(len(data), kind, number, bool(tables)) + data)
        while left:
            self._limit_wait(select.POLLOUT)
            try:
                left = left[self.sock.send(left) :]
            except TimeoutError:
                continue  # as below
            except OSError as error:
                raise Lost("ended") from error

    def _receive(self) -> tuple[bytes, int, bytes, list]:
        size, kind, number, has_tables = _HEAD.unpack(self._take(_HEAD.size))
        if size > MAX_BYTES or kind not in (b"?", b"=", b"!"):
            raise Lost(_NONSENSE)
        data = self._take(size)
        self.carried += size
        if not has_tables:
            return kind, number, data, []
        match _decoded(data):
            case [bytes(body), *tables]:
                return kind, number, body, tables
        raise Lost(_NONSENSE)

    def _take(self, size: int) -> bytes:
        buffer = self._buffer
        while len(buffer) < size:
            self._limit_wait(select.POLLIN)
            try:
                piece = self.sock.recv(max(65536, min(size - len(buffer), 2**20)))
            except TimeoutError:
                continue  # whether that is too long is decided above
            except OSError as error:
                raise Lost("ended") from error
            if not piece:
                raise Lost("ended")
            buffer += piece
        with memoryview(buffer) as view:
            taken = bytes(view[:size])
        del buffer[:size]
        return taken

    def _limit_wait(self, event: int) -> None:
        if self.deadline is not None:
            if self.deadline <= time.monotonic():
                poll = select.poll()
                poll.register(self.sock, event)
                self.overdue(is_ready=bool(poll.poll(0)))
            self.sock.settimeout(max(self.deadline - time.monotonic(), 1e-3))


def _decoded(data: bytes) -> Any:
    try:
        return decode(data)
    except WireError as error:
        raise Lost(_NONSENSE) from error
