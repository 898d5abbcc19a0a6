"""Call functions of the other process, and answer its calls, over one socket.

Plain data crosses by value; functions and objects stay where they are and the other side
gets a proxy that asks their owner. Either side may call back while it is being called.
Both sides run this code, but the judge believes nothing that comes: what is not exactly as
it should be raises :class:`Lost`, and what is remains data.
"""

from __future__ import annotations

import socket
import warnings
from collections.abc import Callable
from typing import Any, cast

import numpy as np

from autograder.grading.boundary import framing, proxies, random_state
from autograder.grading.boundary.framing import NONSENSE, Connection, Lost
from autograder.grading.boundary.handles import HandleTable
from autograder.grading.boundary.marshal import Incoming, Outgoing
from autograder.grading.boundary.prefetch import Prefetched
from autograder.grading.boundary.printable import printable
from autograder.grading.boundary.proxies import ChangedArgument, ErrorParts, ObjectProxy
from autograder.grading.boundary.wire import WireError, encode

MAX_NESTED = 20  #: calls within calls
MAX_WARNINGS = 10

#: packs an answer
Pack = Callable[[Any], bytes]


class Peer:
    """One end of the socket. Subclasses say what the other side may ask for, and share."""

    def __init__(self, sock: socket.socket) -> None:
        self.connection = Connection(sock, self.overdue)
        self.handles = HandleTable(self, self.kind_of)
        self._depth = 0
        self._prefetched = Prefetched()

    # --- for subclasses

    def kind_of(self, value: Any) -> str:
        """Return the kind of handle that may be given out for ``value``.

        Raises :class:`WireError` where none may.
        """
        raise NotImplementedError

    def plain(self, value: Any) -> Any:
        """Return ``value``, or what crosses in place of it."""
        return value

    def handle_request(
        self, op: str, target: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        """Do what the other side asks for, and return its value."""
        raise NotImplementedError

    def handle_observed(
        self, op: str, target: Any, args: tuple[Any, ...], kwargs: dict[str, Any], pack: Pack
    ) -> tuple[bytes, list[str], bool]:
        """Return the packed answer, texts of warnings, and whether an argument was changed."""
        return pack(self.handle_request(op, target, args, kwargs)), [], False

    def overdue(self, is_ready: bool) -> None:
        """Raise :class:`Lost`, or set another deadline: it has passed.

        ``is_ready`` is whether the other side has done its part for what this side waits to do.
        """
        framing.give_up(is_ready)

    def advance(self, generator: np.random.Generator, state: Any) -> None:
        """Put ``generator`` where the other side says it drew up to."""
        random_state.advance(generator, state)

    def described(self, error: BaseException) -> ErrorParts:
        """Return what the other side is told of ``error``."""
        return proxies.describe(error)

    # --- asking

    def request(self, op: str, target: int | str, /, *args: Any, **kwargs: Any) -> Any:
        """Ask the other side and return its value, or raise its error."""
        if op != "get":
            self._prefetched.forget()
        outgoing = self._outgoing()
        number = self.handles.next_number()
        packed = outgoing.pack((op, target, args, kwargs))
        self.connection.send(framing.REQUEST, number, packed, outgoing.tables())
        while True:
            kind, n, body, tables = self.connection.receive()
            if kind == framing.REQUEST:
                self._serve(n, body, tables)
            elif n != number:
                raise Lost(NONSENSE)
            elif kind == framing.VALUE:
                return self._value(body, tables, outgoing)
            else:
                raise self._error(body)

    def get(self, proxy: ObjectProxy, name: str) -> Any:
        """Return an attribute of the other side's object. Raises :class:`AttributeError`."""
        number = proxy._target
        found = self._prefetched.known(number, name)
        if found is None:
            came = self.request("get", number, name, self._prefetched.wanted(name))
            try:
                found = self._prefetched.put(name, came)
            except ValueError as error:
                raise Lost(NONSENSE) from error
        if not found:
            raise AttributeError(f"{type(proxy).__name__!r} object has no attribute {name!r}")
        return found[0]

    def set(self, proxy: ObjectProxy, name: str, value: Any) -> None:
        """Set an attribute: of the proxy alone, not of what it stands for."""
        object.__setattr__(proxy, name, value)

    def _outgoing(self) -> Outgoing:
        return Outgoing(self.handles, self.plain, self.described)

    def _value(self, body: bytes, tables: list[Any], asked: Outgoing) -> Any:
        """Return the value that came, and apply to this side what else was told of the call."""
        after: list[Any]
        said: list[Any]
        match tables:
            case []:
                after, said, changed = [], [], False
            case [list(), list(), list(after), list(said), bool(changed)]:
                pass
            case _:
                raise Lost(NONSENSE)
        try:
            value = Incoming(self.handles, tables).unpack(body)
            if after or asked.generators:
                for generator, state in zip(asked.generators, after, strict=True):
                    self.advance(generator, state)
        except (WireError, ValueError) as error:
            raise Lost(NONSENSE) from error
        for text in said[:MAX_WARNINGS]:
            warnings.warn(printable(text), RuntimeWarning, stacklevel=3)
        if changed:
            raise ChangedArgument
        return value

    def _error(self, body: bytes) -> Exception:
        """Return the error that came: this side's own where it had only passed through."""
        match framing.decode_or_lose(body):
            case (str(name), str(message), str(line), int(origin)):
                error: Any = self.handles.error(origin)
                if error is None:
                    return proxies.rebuild(name, message, line, origin)
                error.in_line = printable(line)
                return cast(Exception, error)
        raise Lost(NONSENSE)

    # --- answering

    def serve(self) -> None:
        """Answer whatever the other side asks, until it is gone: then raises :class:`Lost`."""
        while True:
            kind, number, body, tables = self.connection.receive()
            if kind != framing.REQUEST:
                raise Lost(NONSENSE)
            self._serve(number, body, tables)

    def _serve(self, number: int, body: bytes, tables: list[Any]) -> None:
        """Answer one request, with a value or an error."""
        self._depth += 1
        try:
            if self._depth > MAX_NESTED:
                raise RecursionError("too many calls within calls")
            kind, (packed, beside) = framing.VALUE, self._answer(body, tables)
        except Lost:
            raise
        except BaseException as error:
            kind, packed, beside = framing.ERROR, encode(self.described(error)), []
        finally:
            self._depth -= 1
        self._prefetched.forget()
        self.connection.send(kind, number, packed, beside)

    def _answer(self, body: bytes, tables: list[Any]) -> tuple[bytes, list[Any]]:
        """Return the packed value that was asked for, and the tables that go beside it."""
        incoming = Incoming(self.handles, tables)
        match incoming.unpack(body):
            case (str(op), int() | str() as target, tuple(args), dict(kwargs)):
                pass
            case _:
                raise WireError("not a question")
        outgoing = self._outgoing()
        packed, said, changed = self.handle_observed(op, target, args, kwargs, outgoing.pack)
        after = [random_state.state(generator) for generator in incoming.generators]
        if changed or after or said or outgoing.tables():
            return packed, [outgoing.states, outgoing.iterators, after, said, changed]
        return packed, []
