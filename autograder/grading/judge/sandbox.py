"""Start the worker where it can reach nothing, and its children one by one.

Bubblewrap (Debian's package ``bubblewrap``) gives it a read-only system, Python, and the
few files of this package it needs; no network, no course, no rights.
"""

from __future__ import annotations

import contextlib
import json
import os
import pwd
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import autograder
from autograder.errors import UserError
from autograder.grading.boundary import control
from autograder.grading.boundary.control import Usage
from autograder.interrupting import uninterrupted

PACKAGE = Path(autograder.__file__).parent
#: what of this package the worker needs; the judge's part stays outside
NEEDED = (
    "__init__.py",
    "checks",
    "pictures",
    "datasets/__init__.py",
    "grading/__init__.py",
    "grading/boundary",
    "grading/child",
)
INSIDE = "/grader"
WARM_UP_LIMIT = 60.0
#: where Debian and others put what Python's own libraries link to
SYSTEM = ("/usr",)
SYSTEM_LINKS = ("/lib", "/lib64", "/lib32", "/libx32", "/bin", "/sbin")
SYSTEM_FILES = ("/etc/ld.so.cache", "/etc/alternatives", "/etc/fonts", "/etc/localtime")
ENVIRONMENT = {
    "PATH": "/usr/bin",
    "HOME": "/tmp",
    "TMPDIR": "/tmp",
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "MPLBACKEND": "agg",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",  # the same order of sets for everyone
    "PYTHONNOUSERSITE": "1",
}

Mode = Literal["bubblewrap", "none"]


class SandboxError(UserError):
    """Student's code cannot be run safely here; the message says what to do about it."""


class Sandbox:
    """A warm worker. ``mode="none"`` starts it unprotected, for code you trust.

    Raises :class:`SandboxError` when it does not start.
    """

    def __init__(self, mode: Mode = "bubblewrap") -> None:
        if mode == "bubblewrap":
            require()
        self.mode = mode
        self._control, inside = socket.socketpair()
        with inside:
            fd = inside.fileno()
            self._process = subprocess.Popen(
                _command(fd) if mode == "bubblewrap" else _worker(fd, "--trusted"),
                env=None if mode == "bubblewrap" else _own_environment(),
                pass_fds=[fd],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
        assert self._process.stderr is not None
        self._said = self._process.stderr
        self._is_ready = False
        self._pids: dict[socket.socket, int] = {}
        self._stats: dict[socket.socket, int] = {}  # what the kernel counts for them

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the worker and all its children."""
        self._control.close()
        self._process.kill()
        self._process.wait()
        self._said.close()

    @contextlib.contextmanager
    def child(self) -> Iterator[socket.socket]:
        """A fresh process for student's code, as the socket it listens on; gone afterwards."""
        self.wait_until_ready()
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                answer, fds = self._asked(
                    control.ORDER.pack(control.FORK, 0), control.PID.size, [theirs.fileno()]
                )
            (pid,) = control.PID.unpack(answer)
            self._pids[ours] = pid
            if fds:
                (self._stats[ours],) = fds
            try:
                yield ours
            finally:
                del self._pids[ours]
                if ours in self._stats:
                    os.close(self._stats.pop(ours))
                self._ask(control.ORDER.pack(control.KILL, pid), len(control.KILL))

    def usage(self, child: socket.socket) -> Usage:
        """How much processor time ``child`` has had."""
        order = control.ORDER.pack(control.ASK_USAGE, self._pids[child])
        return Usage(*control.USAGE.unpack(self._ask(order, control.USAGE.size)))

    def seconds(self, child: socket.socket) -> float:
        """How much processor time ``child`` has had, as :meth:`usage` says, in less time."""
        if child in self._stats:
            return control.seconds_in(self._stats[child])
        return self.usage(child).seconds

    def wait_until_ready(self) -> None:
        """Return when the worker has imported all it will need."""
        if not self._is_ready:
            self._control.settimeout(WARM_UP_LIMIT)
            self._ask(b"", len(control.READY))
            self._is_ready = True

    def _ask(self, message: bytes, size: int) -> bytes:
        """What the worker answers, in ``size`` bytes. Raises :class:`SandboxError`."""
        return self._asked(message, size, [])[0]

    def _asked(self, message: bytes, size: int, given: Sequence[int]) -> tuple[bytes, list[int]]:
        """As :meth:`_ask`, with file descriptors that are ``given``, and at most one that comes."""
        fds: list[int] = []
        try:
            with uninterrupted():  # cut off, the next answer would be taken for this one
                if message:
                    socket.send_fds(self._control, [message], given)
                answer, fds, _, _ = socket.recv_fds(self._control, size, 1, socket.MSG_WAITALL)
        except OSError:
            answer = b""
        if len(answer) < size:
            self._process.kill()
            said = self._said.read().decode(errors="replace").strip().splitlines()
            raise SandboxError(
                "the sandbox does not start or has ended"
                f" ({said[-1] if said else 'it says nothing'});"
                " `autograder doctor` looks for the reason,"
                " and `--sandbox none` grades code you trust"
            )
        return answer, fds


def require() -> None:
    """Raise :class:`SandboxError`, with the remedy, unless this machine can have a sandbox."""
    if not control.is_supported():
        raise SandboxError(
            "student's code can be shut in only on Linux (x86_64 or aarch64): grade there,"
            " or use `--sandbox none` for code you trust"
        )
    if shutil.which("bwrap") is None:
        raise SandboxError(
            "bubblewrap is missing: on Debian and Ubuntu `apt-get install bubblewrap`,"
            " or use `--sandbox none` for code you trust"
        )


def _worker(fd: int, *options: str) -> list[str]:
    return [
        sys.executable,
        "-s",
        "-P",
        "-m",
        "autograder.grading.child.fork_server",
        str(fd),
        *options,
    ]


def _own_environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return ENVIRONMENT | kept | {"PYTHONPATH": str(PACKAGE.parent)}


def _command(fd: int) -> list[str]:
    """The command line that starts the worker inside bubblewrap."""
    binds = _binds()
    if os.getuid() != 0:
        return _bubblewrap(fd, {str(source): source for source in binds}, binds)
    places = {source: f"{{{number}}}" for number, source in enumerate(binds)}
    command = _bubblewrap(fd, places, binds)
    nobody = pwd.getpwnam("nobody").pw_uid
    launcher = str(Path(__file__).with_name("launcher.py"))
    job = json.dumps([nobody, command, list(binds)])
    return [sys.executable, "-I", "-S", launcher, job]


def _bubblewrap(fd: int, places: dict[str, str], binds: dict[str, str]) -> list[str]:
    command = [
        *(shutil.which("bwrap") or "bwrap", "--unshare-all", "--die-with-parent", "--new-session"),
        *("--cap-drop", "ALL", "--clearenv", "--hostname", "grader"),
    ]
    for name, value in (ENVIRONMENT | {"PYTHONPATH": INSIDE}).items():
        command += ["--setenv", name, value]
    for link in SYSTEM_LINKS:
        if os.path.islink(link):
            command += ["--symlink", os.readlink(link), link]
    command += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"]
    for source, target in binds.items():
        command += ["--ro-bind", places[source], target]
    command += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp"]
    return [*command, *_worker(fd)]


def _binds() -> dict[str, str]:
    """What is seen inside: folder or file outside -> where it is seen, read-only."""
    binds = {path: path for path in SYSTEM}
    binds |= {p: p for p in SYSTEM_LINKS if os.path.isdir(p) and not os.path.islink(p)}
    binds |= {path: path for path in SYSTEM_FILES if os.path.exists(path)}
    for path in _python():
        if os.path.exists(path) and not path.startswith("/usr/"):
            binds[path] = path
    for path in sys.path:
        is_library = os.path.basename(path) in ("site-packages", "dist-packages")
        if is_library and os.path.isdir(path) and not any(path.startswith(b + "/") for b in binds):
            binds[path] = path
    from autograder.datasets import FOLDER  # which NumPy comes with

    if FOLDER.is_dir():
        binds[str(FOLDER)] = f"{INSIDE}/autograder/datasets/data"
    for part in NEEDED:
        binds[str(PACKAGE / part)] = f"{INSIDE}/autograder/{part}"
    return binds


def _python() -> Iterator[str]:
    """Where Python and its libraries lie, as far as they may be seen inside."""
    library = f"lib/python{sys.version_info[0]}.{sys.version_info[1]}"
    prefixes = [sys.base_prefix, sys.prefix, os.path.realpath(sys.base_prefix)]
    # a virtual environment's python is a link, perhaps by way of others, to the real one
    link = sys.executable
    while os.path.islink(link):
        link = os.path.normpath(os.path.join(os.path.dirname(link), os.readlink(link)))
        prefix = os.path.dirname(os.path.dirname(link))
        if os.path.isdir(os.path.join(prefix, library)):
            prefixes.append(prefix)
        else:
            yield link
    # never a whole prefix: a virtual environment may have been made in the course's own folder
    for prefix in dict.fromkeys(prefixes):
        for part in ("bin", "lib", "lib64", "pyvenv.cfg"):
            yield os.path.join(prefix, part)
