"""Servers that a class may need, each lost during a run: the gradebook's, and a cluster."""

from __future__ import annotations

import contextlib
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import psutil
from sqlalchemy import make_url, text

from autograder.release.database import connected, with_driver
from tests.postgresql import Server, end_with_us, server
from tools.faults.bench import QUERIES, Bench, Ending
from tools.faults.faults import FAULTS, FINE, HERE, SAID, Fault, when_under_way

DATABASE = "a class with its gradebook on a server"
#: what has been committed is kept when the server dies, as every server is set unless told else
KEEPS = {"synchronous_commit": "on"}
#: seconds from the begin of a run on a cluster until nothing of it is new
CONNECTING = 3.0
HALTED = (1.0, 6.0)  #: seconds


# --- the database


class DatabaseBench(Bench):
    """The same class with its gradebook on a PostgreSQL server. Raises :class:`NoServer`."""

    def __init__(self, folder: Path, mode: str = "none") -> None:
        self._stack = contextlib.ExitStack()
        self.server: Server = self._stack.enter_context(server(**KEEPS))
        self.url = self.server.database()
        self.name = make_url(self.url).database
        super().__init__(folder, mode)

    def close(self) -> None:
        """End the server."""
        self._stack.close()

    def _begin(self) -> list:
        samples = super()._begin()
        settings = self.klass / "class.toml"
        settings.write_text(f'gradebook = "{self.url}"\n{settings.read_text()}')
        (self.klass / "gradebook.db").unlink()
        return samples

    def _keep(self) -> None:
        super()._keep()
        self.server.run(f"CREATE DATABASE ready TEMPLATE {self.name}")

    def reset(self, place: Path | None = None) -> None:
        """As for every class, and its database."""
        super().reset(place)
        self.server.run(f"DROP DATABASE {self.name} WITH (FORCE)")
        self.server.run(f"CREATE DATABASE {self.name} TEMPLATE ready")

    def _rows(self) -> Iterator[Sequence[Any]]:
        with connected(with_driver(self.url)) as connection:
            for query in QUERIES:
                yield from map(tuple, connection.execute(text(query)))


def _of_database(name: str, lose: Callable[[Server, random.Random], object], *statuses: int):
    """``lose`` the server in the midst of a run; it is back for the next one."""

    def disturb(bench: Bench, rng: random.Random, number: int, of: int) -> Ending:
        assert isinstance(bench, DatabaseBench)
        one = bench.server

        def outside(process: psutil.Process) -> None:
            when_under_way(bench, rng, process)
            lose(one, rng)

        ending = bench.run(outside=outside)
        one.start()
        assert one.password not in ending.told
        return ending

    FAULTS.append(Fault(name, disturb, frozenset(statuses), on=DATABASE))


def _kill(one: Server, _: random.Random) -> None:
    one.kill()


def _kill_for_a_moment(one: Server, _: random.Random) -> None:
    one.kill()
    one.start()


def _cut(one: Server, _: random.Random) -> None:
    one.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'class%'")


def _halt(one: Server, rng: random.Random) -> None:
    _halted(one.processes(), rng)


_of_database("SIGKILL of the database server", _kill, SAID, FINE)
_of_database("SIGKILL of the database server, back at once", _kill_for_a_moment, SAID, FINE)
_of_database("the connection to the database cut", _cut, SAID, FINE)
_of_database("the database server halted for seconds", _halt, FINE)


# --- the cluster


class Cluster:
    """``autograder cluster`` with two workers, and a link to it."""

    def __init__(self) -> None:
        environment = {key: value for key, value in os.environ.items() if key[:5] != "DASK_"}
        command = [sys.executable, "-m", "autograder.cli", "cluster", "-w", "2", "--port", "0"]
        self.scheduler = _started(command, env=environment)
        first = self.scheduler.stdout.readline()
        port = re.search(r":(\d+)$", first.strip())
        assert port, first
        self.link = _started([sys.executable, "-m", "tools.faults.link", port[1]])
        self.address = f"tcp://127.0.0.1:{self.link.stdout.readline().strip()}"

    def workers(self) -> list[psutil.Process]:
        """The processes that judges are started by."""
        below = psutil.Process(self.scheduler.pid).children()
        return [one for one in below if "spawn_main" in " ".join(one.cmdline())]

    def end(self) -> None:
        """End all of it."""
        self.scheduler.send_signal(signal.SIGINT)
        self.link.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.scheduler.wait(20)
        self.scheduler.kill()
        for one in (self.scheduler, self.link):
            one.communicate()


def _started(command: list[str], **options: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
        preexec_fn=_heeds_and_ends_with_us,
        **options,
    )


def _heeds_and_ends_with_us() -> None:
    """Of a process that is started: listen to Ctrl-C, and end when this one does."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    end_with_us()


def _of_cluster(name: str, lose: Callable[[Cluster, random.Random], object], *statuses: int):
    """``lose`` a part of a cluster in the midst of a run; the next run is on this machine."""

    def disturb(bench: Bench, rng: random.Random, number: int, of: int) -> Ending:
        cluster = Cluster()

        def outside(process: psutil.Process) -> None:
            if rng.random() < 0.2:  # while it connects
                time.sleep(rng.random() * CONNECTING)
            else:
                when_under_way(bench, rng, process, needs_judge=False)
            lose(cluster, rng)

        try:
            return bench.run(*bench.command, "--scheduler", cluster.address, outside=outside)
        finally:
            cluster.end()

    FAULTS.append(Fault(name, disturb, frozenset(statuses), on=HERE))


def _halted(processes: Sequence[psutil.Process], rng: random.Random) -> None:
    for one in processes:
        one.suspend()
    time.sleep(rng.uniform(*HALTED))
    for one in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            one.resume()


_of_cluster("SIGKILL of the scheduler", lambda it, _: it.scheduler.kill(), SAID, FINE)
_of_cluster("SIGKILL of a cluster's worker", lambda it, rng: rng.choice(it.workers()).kill(), FINE)
_of_cluster(
    "the scheduler halted for seconds",
    lambda it, rng: _halted([psutil.Process(it.scheduler.pid)], rng),
    FINE,
)
_of_cluster(
    "the link to the scheduler cut", lambda it, _: it.link.send_signal(signal.SIGUSR1), SAID, FINE
)
_of_cluster(
    "the link to the scheduler cut for a moment",
    lambda it, _: it.link.send_signal(signal.SIGUSR2),
    *(SAID, FINE),
)
