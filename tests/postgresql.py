"""A PostgreSQL server of one's own, on loopback, for as long as a test or a measurement takes."""

from __future__ import annotations

import contextlib
import ctypes
import itertools
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import OperationalError

#: Debian keeps the programs of each version there, and none of them on PATH
DEBIAN = Path("/usr/lib/postgresql")
USER = "grader"
TRIES = 5
PR_SET_PDEATHSIG = 1
#: marks of tests need not survive a power cut
CHEAP = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "shared_buffers": "32MB",
    "max_connections": "30",
    "unix_socket_directories": "",
    "listen_addresses": "127.0.0.1",
}


class NoServer(Exception):
    """There is no server's program on this machine, or it does not start."""


class Server:
    """A running server; each test gets a database of its own."""

    def __init__(self, bin: Path, folder: Path, settings: dict, common: dict) -> None:
        self.password, self.port = (folder / "password").read_text(), 0
        self._bin, self._folder, self._settings, self._common = bin, folder, settings, common
        self._numbers = itertools.count(1)
        self._process: subprocess.Popen | None = None

    def start(self) -> None:
        """Start it, at the port that it had, unless it runs. Raises :class:`NoServer`."""
        if self._process is not None and self._process.poll() is None:
            return
        for _ in range(TRIES):  # somebody else may take the port before the server does
            port = self.port or _free_port()
            command = [self._bin / "postgres", "-D", self._folder / "data", "-p", str(port)]
            command += [f"--{name}={value}" for name, value in self._settings.items()]
            with self._log.open("w") as file:
                self._process = subprocess.Popen(
                    command, stdout=file, stderr=file, preexec_fn=end_with_us, **self._common
                )
            if _answers(self._process, port):
                self.port = port
                self._wait()
                return
            self.end()
        raise NoServer(f"the server does not start: {self._log.read_text()[-500:]}")

    def _wait(self) -> None:
        """Wait until it lets us in: after it was killed, it looks through its log first."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with contextlib.suppress(OperationalError):
                return self.run("SELECT 1")
            time.sleep(0.05)
        raise NoServer(f"the server lets nobody in: {self._log.read_text()[-500:]}")

    @property
    def _log(self) -> Path:
        return self._folder / "log"

    def end(self) -> None:
        """End it at once: nothing of it is kept."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(30)

    def kill(self) -> None:
        """Let all its processes be gone, as when the machine is switched off."""
        for one in self.processes():
            with contextlib.suppress(psutil.NoSuchProcess):
                one.kill()
        assert self._process is not None
        self._process.wait(30)

    def processes(self) -> list[psutil.Process]:
        """All that it consists of, the first one first."""
        assert self._process is not None
        first = psutil.Process(self._process.pid)
        return [first, *first.children(recursive=True)]

    def url(self, database: str = "postgres", password: str | None = None) -> str:
        """An address as an instructor writes it."""
        return f"postgresql://{USER}:{password or self.password}@127.0.0.1:{self.port}/{database}"

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"class{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name}")
        return self.url(name)

    def run(self, statement: str) -> None:
        url = make_url(self.url()).set(drivername="postgresql+psycopg")
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()


def programs() -> Path:
    """The folder of ``initdb`` and ``postgres``. Raises :class:`NoServer`."""
    found = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        raise NoServer("no PostgreSQL server here (Debian: apt-get install postgresql)")
    return found[-1].parent if found else Path(os.path.realpath(on_path)).parent


def _ordinary() -> dict[str, Any]:
    """Who runs it: the server refuses root, who becomes nobody."""
    if os.geteuid():
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


@contextlib.contextmanager
def server(**settings: str) -> Iterator[Server]:
    """Start a server that nobody else knows the password of. Raises :class:`NoServer`."""
    bin, who = programs(), _ordinary()
    with tempfile.TemporaryDirectory(prefix="postgresql-") as made:
        folder, password = Path(made), secrets.token_hex(8)
        (folder / "password").write_text(password)
        if who:
            for path in (folder, folder / "password"):
                os.chown(path, who["user"], who["group"])
        common = {"cwd": folder, "env": {"LC_ALL": "C", "PATH": os.defpath}, **who}
        make = ["-D", folder / "data", "-U", USER, "-A", "scram-sha-256", "-E", "UTF8", "-N"]
        make += ["--pwfile", folder / "password", "--locale", "C"]
        result = subprocess.run(
            [bin / "initdb", *make], capture_output=True, text=True, timeout=120, **common
        )
        if result.returncode:
            raise NoServer(f"initdb: {result.stderr.strip()}")
        running = Server(bin, folder, CHEAP | settings, common)
        try:
            running.start()
            yield running
        finally:
            running.end()


def end_with_us() -> None:
    """Of a server: end when whoever started it does, however that comes."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _answers(process: subprocess.Popen, port: int) -> bool:
    """Wait until it takes connections; false where it ended instead."""
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return True
        time.sleep(0.05)
    return False
