"""Values on their way out of a side and into it, with what travels beside them.

Beside a message go the states of random generators and what iterators yielded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.grading.boundary import random_state
from autograder.grading.boundary.proxies import IteratorProxy, rebuild
from autograder.grading.boundary.wire import Handle, WireError, decode, encode

if TYPE_CHECKING:
    from autograder.grading.boundary.peer import Peer

MAX_ITERATED = 10_000  #: values of an iterator that cross


class Outgoing:
    """A value on its way out, with the tables that travel beside it."""

    def __init__(self, peer: Peer) -> None:
        self.peer = peer
        self.generators: list[np.random.Generator] = []
        self.states: list[tuple] = []
        self.iterators: list[tuple] = []

    def tables(self) -> list:
        """What must travel beside the packed value; often nothing."""
        return [self.states, self.iterators] if self.states or self.iterators else []

    def pack(self, value: Any) -> bytes:
        return encode(self.peer.plain(value), self.keep)

    def keep(self, value: Any) -> Any:
        """What crosses in place of ``value``."""
        if isinstance(value, np.random.Generator):
            self.generators.append(value)
            self.states.append(random_state.state(value))
            return Handle("generator", len(self.states) - 1)
        if isinstance(value, Iterator):
            return self._iterated(value)
        plain = self.peer.plain(value)
        return plain if plain is not value else self.peer.share(value)

    def _iterated(self, iterator: Iterator) -> Handle:
        items, error = [], ("", "", "", 0)
        try:
            for item in iterator:
                if len(items) == MAX_ITERATED:
                    raise ValueError(f"more than {MAX_ITERATED} values were yielded")
                # encoded at once: the next step may write into the same array
                items.append(encode(self.peer.plain(item), self.keep))
        except Exception as raised:
            error = self.peer.described(raised)
        self.iterators.append((items, error))
        return Handle("iterator", len(self.iterators) - 1)


class Incoming:
    """A value on its way in, with the tables that came beside it."""

    def __init__(self, peer: Peer, tables: list) -> None:
        self.peer = peer
        states, iterators = tables[:2] if tables else ([], [])
        if type(states) is not list or type(iterators) is not list:
            raise WireError("not tables")
        self.generators = [random_state.rebuild(state) for state in states[:16]]
        self.iterators = dict(enumerate(iterators))

    def unpack(self, body: bytes) -> Any:
        return decode(body, self.resolve)

    def resolve(self, handle: Handle) -> Any:
        match handle.kind:
            case "generator" if handle.number < len(self.generators):
                return self.generators[handle.number]
            case "iterator" if handle.number in self.iterators:
                # each once: one that holds itself would never end
                return self._iterator(self.iterators.pop(handle.number))
            case "yours":
                return self.peer.shared(handle.number)
            case "function" | "object" | "class":
                return self.peer.proxy_for(handle)
        raise WireError("no such handle")

    def _iterator(self, entry: Any) -> IteratorProxy:
        match entry:
            case (list(items), (str(name), str(message), str(line), int())):
                if all(type(item) is bytes for item in items):
                    values = [decode(item, self.resolve) for item in items]
                    return IteratorProxy(values, rebuild(name, message, line) if name else None)
        raise WireError("not an iterator")
