"""The other commands that write, disturbed at the points where they do.

Each is the command of a bench of its own: a class that is where an instructor types it.
"""

from __future__ import annotations

import errno
import io
import json
import signal
import zipfile
from collections.abc import Sequence
from pathlib import Path

from autograder.grading.coordinator.sample_class import Sample
from tools.faults.bench import Bench, again
from tools.faults.faults import INTERRUPTED, SAID, at_points
from tools.faults.points import end_by, fail_with

COMMANDS = {
    "release": ("release",),
    "collect": ("collect", "SECOND"),
    "export": ("export", "--to", "csv"),
    "feedback": ("feedback", "--pack", "moodle", "--assignment", "line"),
}
#: by which all marks and pages are other ones, and no answer has to be run
DECIDED = ("[dropped]\n", '[dropped]\n"line/mse" = "full"\n')


class CommandBench(Bench):
    """A class in which ``name`` has something to do."""

    def __init__(self, folder: Path, mode: str, name: str) -> None:
        self.name, self.second = name, folder / "second.zip"
        super().__init__(folder, mode)

    def _build(self) -> None:
        grade = self.command
        self.command = tuple(
            str(self.second) if word == "SECOND" else word for word in COMMANDS[self.name]
        )
        samples = self._begin()
        if self.name == "release":
            return
        self._do("release")
        first = self.folder / "first.zip"
        first.write_bytes(_of_moodle(samples[:5]))
        self.second.write_bytes(_of_moodle(samples, twice=2))
        self._do("collect", str(first))
        self._do(*grade)
        if self.name == "collect":
            return
        self._do("collect", str(self.second))
        self._do(*grade)
        settings = self.klass / "class.toml"
        settings.write_text(settings.read_text().replace(*DECIDED))


def _of_moodle(samples: Sequence[Sample], twice: int = 0) -> bytes:
    """All submissions as Moodle packs them, the first ones with something new in them."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for number, one in enumerate(samples):
            notebook = again(one.notebook) if number < twice else one.notebook
            folder = f"N{one.student} S_{number + 10}_assignsubmission_file"
            archive.writestr(f"{folder}/line.ipynb", json.dumps(notebook))
    return content.getvalue()


for command in COMMANDS:
    at_points(f"{command}: SIGKILL", end_by(signal.SIGKILL), -9, weight=2, on=command)
    at_points(f"{command}: Ctrl-C", end_by(signal.SIGINT), INTERRUPTED, on=command)
    full = fail_with(errno.ENOSPC)
    at_points(f"{command}: disk full, from one write on", full, SAID, stays=True, on=command)
