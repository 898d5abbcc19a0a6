"""The untrusted side: a warm process that forks a child for each submission.

Started by :mod:`autograder.grading.judge.sandbox` inside bubblewrap. Takes the orders of
:mod:`autograder.grading.boundary.control`, and never reads what a child says.
"""

from __future__ import annotations

import array
import contextlib
import gc
import os
import random
import signal
import socket
import sys
import types
import warnings
from typing import Any

import matplotlib
import matplotlib.pyplot as plt
import numpy as np

from autograder.checks.student import same, snapshot
from autograder.grading.boundary import control, prefetch
from autograder.grading.boundary.framing import Lost
from autograder.grading.boundary.handles import HandleTable
from autograder.grading.boundary.peer import MAX_WARNINGS, Pack, Peer
from autograder.grading.boundary.proxies import (
    MAX_MESSAGE,
    OPERATORS,
    ErrorParts,
    describe,
)
from autograder.grading.boundary.wire import Handle
from autograder.grading.child import confine, seccomp
from autograder.grading.child.shell import Shell, line_of, make_shell, run, show_pictures

FOLDER = "/tmp"  #: the only one that student's code can write to
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
    """Runs cells and answers calls. Student's code may have changed anything in here."""

    def __init__(self, sock: socket.socket, shell: Shell) -> None:
        super().__init__(sock)
        self.handles = ChildHandles(self, self.kind_of)
        self.shell = shell
        self._replaced: dict[str, Any] = {}

    def kind_of(self, value: Any) -> str:
        return "function" if isinstance(value, _FUNCTIONS) else "object"

    def plain(self, value: Any) -> Any:
        """Subclasses and relatives of plain types as the plain type, as NumPy would see them."""
        kind = type(value)
        if isinstance(value, np.ndarray):
            plain = np.asarray(value)
            return plain.astype(float) if plain.dtype.char == "g" else plain
        if isinstance(value, np.longdouble):
            return float(value)
        if kind is range:
            return np.array(value)
        for base in _PLAIN:
            if isinstance(value, base) and kind is not base and not isinstance(value, np.generic):
                return base(value)
        return value

    def described(self, error: BaseException) -> ErrorParts:
        return describe(error, line_of(error))

    def handle_request(self, op: str, target: Any, args: tuple, kwargs: dict) -> Any:
        return getattr(self, f"on_{op}")(target, *args, **kwargs)

    def handle_observed(
        self, op: str, target: Any, args: tuple, kwargs: dict, pack: Pack
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
        """Which of these names are functions or classes now."""
        return [callable(self.shell.user_ns.get(name)) for name in names]

    def on_substitute(self, _: str, functions: dict[str, Any]) -> None:
        """Put these in place of the student's own, until :meth:`on_restore`."""
        names = self.shell.user_ns
        self._replaced = {name: names[name] for name in functions if name in names}
        names.update(functions)

    def on_restore(self, _: str, *names: str) -> None:
        for name in names:
            self.shell.user_ns.pop(name, None)
        self.shell.user_ns.update(self._replaced)
        self._replaced = {}

    def on_release(self, _: str) -> None:
        self.handles.release()


def main(sock: socket.socket, confined: bool) -> None:
    """Fork and kill children as the judge asks, until it is gone."""
    shell = _warm_up()
    sock.sendall(control.READY)
    while True:
        data, ancillary, _, _ = sock.recvmsg(control.ORDER.size, socket.CMSG_SPACE(4))
        if len(data) != control.ORDER.size:
            return
        match control.ORDER.unpack(data):
            case control.FORK, _:
                ((_, _, fds),) = ancillary
                (fd,) = array.array("i", fds)
                pid = _fork(fd, shell, confined)
                os.close(fd)
                sock.sendall(control.PID.pack(pid))
            case control.ASK_USAGE, pid:
                sock.sendall(control.USAGE.pack(*_usage(pid)))
            case control.KILL, pid:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                sock.sendall(control.KILL)
            case _:
                return


def _warm_up() -> Shell:
    """Import all that cells commonly import, so that no child has to."""
    import numpy.fft  # NumPy imports these when they are first used
    import numpy.linalg
    import numpy.ma
    import numpy.polynomial
    import numpy.random
    import numpy.testing  # noqa: F401

    import autograder.checks
    import autograder.datasets
    import autograder.pictures

    np.linalg.solve(np.eye(2) + 1, np.ones(2))
    shell = make_shell()
    autograder.pictures.use_style()  # most notebooks begin with it, and its first call is slow
    matplotlib.rcdefaults()
    plt.switch_backend("agg")
    warnings.filterwarnings("ignore", "FigureCanvasAgg is non-interactive")
    # the same numbers for the same submission, whatever was graded before
    np.random.seed(0)  # noqa: NPY002
    if control.is_supported():
        seccomp.program()  # once for all children, as what follows
        confine.mounted_below(FOLDER)
    gc.collect()
    gc.freeze()
    return shell


def _usage(pid: int) -> control.Usage:
    """Return how much processor time a child has had, and whether it is running now."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            state, *fields = file.read().rpartition(")")[2].split()
    except OSError:  # it has ended, or this system has no /proc
        return control.Usage(0.0, False)
    seconds = (int(fields[10]) + int(fields[11])) / os.sysconf("SC_CLK_TCK")
    return control.Usage(seconds, state == "R")


def _fork(fd: int, shell: Shell, confined: bool) -> int:
    pid = confine.fork_apart() if confined else os.fork()
    if pid == 0:
        try:
            _child(fd, shell, confined)
        finally:
            os._exit(1)
    return pid


def _child(fd: int, shell: Shell, confined: bool) -> None:
    os.setsid()  # a signal to its process group would reach the server too
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    confine.close_all_but({fd})
    if confined:
        confine.confine(FOLDER, confine.Resources())
    random.seed(0)  # it seeds itself afresh after a fork; NumPy's does not
    with contextlib.suppress(Lost):
        Child(socket.socket(fileno=fd), shell).serve()


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])), confined=sys.argv[2:] != ["--trusted"])
