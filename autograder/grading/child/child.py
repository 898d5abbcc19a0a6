"""Run cells, and answer calls of the functions they define: the child's end of the socket.

Student's code may have changed anything in here. What the judge asks is one ``on_…`` method
each.
"""

from __future__ import annotations

import socket
import sys
import types
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.checks.purity import same, snapshot
from autograder.grading.boundary import prefetch
from autograder.grading.boundary.handles import HandleTable
from autograder.grading.boundary.peer import MAX_WARNINGS, Pack, Peer
from autograder.grading.boundary.printable import MAX_MESSAGE
from autograder.grading.boundary.proxies import OPERATORS, ErrorParts, describe
from autograder.grading.boundary.wire import Handle
from autograder.grading.child.shell import Shell, line_of, run, show_pictures

MISSING = object()
_PLAIN: tuple[Any, ...] = (bool, int, float, complex, str, bytes, tuple, list, dict)
_FUNCTIONS = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, np.ufunc, type)


class ChildHandles(HandleTable):
    """The child's table: proxies for the reference's classes, too."""

    def proxy_for(self, handle: Handle) -> Any:
        """Return the proxy of a value of the judge's."""
        return self._class(handle) if handle.kind == "class" else super().proxy_for(handle)

    def _class(self, handle: Handle) -> Any:
        """Return a class whose instances live with the judge: ``isinstance`` works on proxies."""
        kind: Any = self.type_of(handle.name)
        caller = self._caller

        def construct(cls: type, *args: Any, **kwargs: Any) -> Any:
            return caller.request("call", handle.number, *args, **kwargs)

        kind.__new__ = construct
        kind.__init__ = lambda self, *args, **kwargs: None
        return kind


class Child(Peer):
    """The end of the connection that runs cells and answers calls."""

    def __init__(self, sock: socket.socket, shell: Shell) -> None:
        super().__init__(sock)
        self.handles = ChildHandles(self, self.kind_of)
        self.shell = shell
        self._replaced: dict[str, Any] = {}
        self._lent: dict[str, Any] = {}

    def kind_of(self, value: Any) -> str:
        return "function" if isinstance(value, _FUNCTIONS) else "object"

    def plain(self, value: Any) -> Any:
        """Return subclasses and relatives of plain types as the plain type, as NumPy does."""
        kind = type(value)
        if kind in _PLAIN:
            return value
        if isinstance(value, np.ndarray):
            plain = np.asarray(value)
            return plain.astype(float) if plain.dtype.char == "g" else plain
        if isinstance(value, np.longdouble):
            return float(value)
        if kind is range:
            return np.array(value)
        for base in _PLAIN:
            if isinstance(value, base) and not isinstance(value, np.generic):
                return base(value)
        return value

    def described(self, error: BaseException) -> ErrorParts:
        return describe(error, line_of(error))

    def handle_request(
        self, op: str, target: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        return getattr(self, f"on_{op}")(target, *args, **kwargs)

    def handle_observed(
        self, op: str, target: Any, args: tuple[Any, ...], kwargs: dict[str, Any], pack: Pack
    ) -> tuple[bytes, list[str], bool]:
        """Record warnings and changed arguments, as ``StudentFunction`` does in process."""
        if op != "call":
            return super().handle_observed(op, target, args, kwargs, pack)
        before = snapshot((args, kwargs))
        with (
            warnings.catch_warnings(record=True) as caught,
            np.errstate(divide="warn", over="warn", invalid="warn"),
        ):
            warnings.simplefilter("always")
            packed = pack(self.handle_request(op, target, args, kwargs))
        said = [
            str(warning.message)[:MAX_MESSAGE]
            for warning in caught[:MAX_WARNINGS]
            if issubclass(warning.category, RuntimeWarning)
        ]
        return packed, said, not same(before, (args, kwargs))

    def on_call(self, target: int | str, /, *args: Any, **kwargs: Any) -> Any:
        function = (
            self.shell.user_ns[target] if type(target) is str else self.handles.shared(target)
        )
        return function(*args, **kwargs)

    def on_get(self, target: int, name: str, most: int) -> list[tuple]:
        return prefetch.read(self.handles, target, name, most)

    def on_set(self, target: int, name: str, value: Any) -> None:
        setattr(self.handles.shared(target), name, value)

    def on_operate(self, name: str, *args: Any) -> Any:
        return OPERATORS[name](*args)

    def on_run(self, source: str) -> dict[str, Any]:
        return run(self.shell, source)

    def on_pictures(self, _: str) -> None:
        show_pictures(self.shell)

    def on_defined(self, _: str, *names: str) -> list[bool]:
        """Return which of these names are functions or classes now."""
        return [callable(self.shell.user_ns.get(name)) for name in names]

    def on_substitute(self, _: str, values: dict[str, Any]) -> None:
        """Put these in place of the student's own, until :meth:`on_restore`."""
        names = self.shell.user_ns
        self._replaced |= {name: names.get(name, MISSING) for name in values}
        names.update(values)

    def on_stand_in(self, source: str, names: tuple[str, ...], asks: dict[str, Any]) -> None:
        """Put ``names`` of ``source``, which calls ``asks``, in place of the student's own."""
        made = dict(asks)
        exec(compile(source, "<stand-in>", "exec"), made)
        self.on_substitute("", {name: made[name] for name in names})

    def on_restore(self, _: str) -> None:
        for name, value in self._replaced.items():
            if value is MISSING:
                self.shell.user_ns.pop(name, None)
            else:
                self.shell.user_ns[name] = value
        self._replaced = {}

    def on_lend(self, _: str, functions: dict[str, Any]) -> None:
        """Let the module ``mine`` hold these from now on: the references of earlier chapters."""
        self._lent = functions
        mine = sys.modules.get("mine")
        if not hasattr(mine, "lend"):
            mine = sys.modules["mine"] = types.ModuleType("mine")
            vars(mine).update(
                {"lend": lambda chapters: None} | {n: self._lender(n) for n in functions}
            )

    def _lender(self, name: str) -> Callable[..., Any]:
        """A function that stays the same while what it calls is lent anew for each check."""

        def lent(*args: Any, **kwargs: Any) -> Any:
            return self._lent[name](*args, **kwargs)

        lent.__name__ = lent.__qualname__ = name
        lent.__module__ = "mine"
        return lent

    def on_release(self, _: str) -> None:
        self.handles.release()
