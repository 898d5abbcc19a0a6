"""Nbgrader's formgrader for one class, on this machine alone."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager

from autograder.errors import UserError
from autograder.release.classroom import Classroom

HOST = "127.0.0.1"
PATIENCE = 300  #: seconds until it must answer; it is told at once when its process ends
EXTENSION = "{'nbgrader.server_extensions.formgrader': True}"


@contextmanager
def formgrader(classroom: Classroom, chapter: str = "") -> Iterator[tuple[str, subprocess.Popen]]:
    """The address of a formgrader, at ``chapter``, and its process; it ends with the context.

    Raises :class:`UserError` with the last line that the server said when it does not start.
    """
    with closing(socket.socket()) as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    token = secrets.token_urlsafe(24)
    command = [sys.executable, "-m", "jupyter", "server", "--no-browser", "--log-level=WARN"]
    command += [f"--ip={HOST}", f"--port={port}", "--ServerApp.port_retries=0"]
    command += ["--ServerApp.answer_yes=True", f"--ServerApp.root_dir={classroom.folder}"]
    command += [f"--ServerApp.jpserver_extensions={EXTENSION}"]
    if os.geteuid() == 0:
        command.append("--allow-root")
    log = classroom.state / "formgrader.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    # in the environment nobody else on this machine can read the token, among arguments all could
    environment = os.environ | {"JUPYTER_TOKEN": token}
    with log.open("w", encoding="utf-8") as file:
        server = subprocess.Popen(
            command, cwd=classroom.folder, env=environment, stdout=file, stderr=file
        )
    try:
        address = f"http://{HOST}:{port}"
        if not _answers(f"{address}/api", server):
            said = log.read_text(encoding="utf-8", errors="replace").split("\n")
            last = next((line for line in reversed(said) if line.strip()), "it said nothing")
            raise UserError(f"the formgrader does not start ({log}): {last.strip()}")
        page = f"/formgrader/gradebook/{chapter}/{chapter}" if chapter else "/formgrader"
        yield f"{address}{page}?token={token}", server
    finally:
        server.terminate()
        server.wait()


def _answers(url: str, server: subprocess.Popen) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return True
        except urllib.error.HTTPError:
            return True
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    return False
