"""A scheduler and its workers on this machine: ``autograder cluster``."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
from collections.abc import Iterator
from typing import Any

from autograder.grading.cluster.address import ENCRYPTED, ClusterError, is_loopback
from autograder.grading.cluster.connection import require_dask
from autograder.grading.cluster.worker import CORE

#: how many workers a chunk may lose before it is split: a worker is lost by accident, twice by
#: what it was given
ALLOWED_FAILURES = 1
#: Dask's settings in these processes, unless the environment has others: it watches itself all
#: the time, which costs more than all chunks do
QUIET = {
    "DASK_LOGGING__DISTRIBUTED": "critical",
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "1s",
    "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__INTERVAL": "5s",
}


@contextlib.contextmanager
def local_cluster(workers: int, host: str, port: int) -> Iterator[str]:
    """The address of a scheduler on ``host``; its ``workers`` are started anew when they die.

    With TLS where Dask's settings name certificates. Raises :class:`ClusterError` where it cannot
    listen, and where others could reach it without TLS.
    """
    for name, value in QUIET.items():  # read when Dask is imported, here and in the workers
        os.environ.setdefault(name, value)
    require_dask()
    from distributed import Nanny, Scheduler, Security, SpecCluster

    security = Security()
    is_encrypted = bool(security.tls_ca_file and security.tls_scheduler_cert)
    if not is_encrypted and not is_loopback(host):
        raise ClusterError(
            f"whoever reaches a scheduler on {host} could run programs as you: give Dask"
            " certificates for TLS first (SECURITY.md says how)"
        )
    options = {
        "host": host,
        "protocol": f"{ENCRYPTED if is_encrypted else 'tcp'}://",
        "security": security,
    }
    scheduler = {
        "cls": Scheduler,
        "options": options
        | {"port": port, "dashboard": False, "allowed_failures": ALLOWED_FAILURES},
    }
    spec = {
        number: {"cls": Nanny, "options": options | _worker(core)}
        for number, core in enumerate(_cores(workers))
    }
    try:
        with _without_interrupts():
            cluster = SpecCluster(
                workers=spec, scheduler=scheduler, security=security, silence_logs=logging.CRITICAL
            )
    except (OSError, RuntimeError) as error:
        said = str(error.__cause__ or error)
        raise ClusterError(f"no cluster can be started on {host}:{port}: {said}") from error
    try:
        yield cluster.scheduler_address
    finally:
        with contextlib.suppress(Exception):
            cluster.close(timeout=10)


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Ignore Ctrl-C until this is done, and for good in the processes that start meanwhile.

    Those that are started later ignore it by themselves: this process ends them.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _worker(core: int | None) -> dict[str, Any]:
    return {
        "nthreads": 1,
        "dashboard": False,
        "silence_logs": logging.CRITICAL,
        "memory_limit": 0,  # the judge, a process of its own, has a limit of its own
        "env": {} if core is None else {CORE: str(core)},
        # as of now, so that files which are changed later are noticed
        "preload": ["autograder.grading.cluster.worker"],
    }


def _cores(workers: int) -> list[int | None]:
    """A processor for each worker, where there are as many: a judge and its sandbox take turns."""
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    return [*cores[:workers]] if len(cores) >= workers else [None] * workers
