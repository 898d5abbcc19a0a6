"""Pack values for the other side and unpack its own, with what travels beside them.

Beside a message go the states of random generators and what iterators yielded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from autograder.grading.boundary import random_state
from autograder.grading.boundary.handles import HandleTable
from autograder.grading.boundary.proxies import ErrorParts, IteratorProxy, rebuild
from autograder.grading.boundary.wire import Handle, WireError, decode, encode

MAX_ITERATED = 10_000  #: values of an iterator that cross
MAX_GENERATORS = 16  #: random generators in one message


class Outgoing:
    """A value on its way out, with the tables that travel beside it."""

    def __init__(
        self,
        handles: HandleTable,
        plain: Callable[[Any], Any],
        describe: Callable[[BaseException], ErrorParts],
    ) -> None:
        """``plain`` returns what crosses in place of a value, mostly the value itself.

        ``describe`` returns what is told of the error that an iterator ends in.
        """
        self._handles, self._plain, self._describe = handles, plain, describe
        self.generators: list[np.random.Generator] = []
        self.states: list[random_state.State] = []
        self.iterators: list[tuple[list[bytes], ErrorParts]] = []

    def tables(self) -> list[Any]:
        """Return what must travel beside the packed value; often nothing."""
        return [self.states, self.iterators] if self.states or self.iterators else []

    def pack(self, value: Any) -> bytes:
        """Return ``value`` in its wire form. Raises :class:`WireError` if it cannot cross."""
        return encode(self._plain(value), self._keep)

    def _keep(self, value: Any) -> Any:
        """Return what crosses in place of ``value``."""
        if isinstance(value, np.random.Generator):
            self.generators.append(value)
            self.states.append(random_state.state(value))
            return Handle("generator", len(self.states) - 1)
        if isinstance(value, Iterator):
            return self._iterated(value)
        plain = self._plain(value)
        return plain if plain is not value else self._handles.share(value)

    def _iterated(self, iterator: Iterator[Any]) -> Handle:
        items: list[bytes] = []
        error: ErrorParts = ("", "", "", 0)
        try:
            for item in iterator:
                if len(items) == MAX_ITERATED:
                    raise ValueError(f"more than {MAX_ITERATED} values were yielded")
                # encoded at once: the next step may write into the same array
                items.append(self.pack(item))
        except Exception as raised:
            error = self._describe(raised)
        self.iterators.append((items, error))
        return Handle("iterator", len(self.iterators) - 1)


class Incoming:
    """A value on its way in, with the tables that came beside it."""

    def __init__(self, handles: HandleTable, tables: list[Any]) -> None:
        """Raises :class:`WireError` unless ``tables`` begins with those of :class:`Outgoing`."""
        self._handles = handles
        states, iterators = tables[:2] if tables else ([], [])
        if type(states) is not list or type(iterators) is not list:
            raise WireError("not tables")
        self.generators = [random_state.rebuild(state) for state in states[:MAX_GENERATORS]]
        self._iterators = dict(enumerate(iterators))

    def unpack(self, body: bytes) -> Any:
        """Return the value that ``body`` stands for. Raises :class:`WireError` if it is none."""
        return decode(body, self._resolve)

    def _resolve(self, handle: Handle) -> Any:
        """Return what ``handle`` stands for on this side."""
        match handle.kind:
            case "generator" if handle.number < len(self.generators):
                return self.generators[handle.number]
            case "iterator" if handle.number in self._iterators:
                # each once: one that holds itself would never end
                return self._iterator(self._iterators.pop(handle.number))
            case "yours":
                return self._handles.shared(handle.number)
            case "function" | "object" | "class":
                return self._handles.proxy_for(handle)
        raise WireError("no such handle")

    def _iterator(self, entry: Any) -> IteratorProxy:
        match entry:
            case (list(items), (str(name), str(message), str(line), int())):
                if all(type(item) is bytes for item in items):
                    values = [self.unpack(item) for item in items]
                    return IteratorProxy(values, rebuild(name, message, line) if name else None)
        raise WireError("not an iterator")
