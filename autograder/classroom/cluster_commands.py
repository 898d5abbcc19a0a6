"""The command ``cluster``: a scheduler and workers to grade with."""

from __future__ import annotations

import contextlib
import threading
from typing import Annotated

import typer

from autograder.classroom.grading_commands import CPUS
from autograder.screen import console, counted


def cluster(
    workers: Annotated[
        int, typer.Option("--workers", "-w", min=0, help="Worker processes on this machine.")
    ] = CPUS,
    host: Annotated[
        str, typer.Option(help="Where others reach it; beyond this machine only with TLS.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0: any that is free.")] = 8786,
) -> None:
    """Start a Dask scheduler with workers, to grade with; Ctrl-C ends it.

    Then, in another terminal: autograder grade --scheduler ADDRESS. Workers of other machines
    may join at any time; they need this package, the course and bubblewrap.
    """
    from autograder.grading.cluster.local import local_cluster

    with contextlib.ExitStack() as stack:
        with console.status("starting"):
            address = stack.enter_context(local_cluster(workers, host, port))
        for line in (
            f"{counted(workers, 'worker')} at {address}",
            f"grade with      autograder grade --scheduler {address}",
            f"more workers    dask worker {address} --nthreads 1 --nworkers N",
            "Ctrl-C ends the scheduler and its workers",
        ):
            console.print(line, markup=False, highlight=False, soft_wrap=True)
        with contextlib.suppress(KeyboardInterrupt):
            threading.Event().wait()
