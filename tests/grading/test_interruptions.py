"""Grading is stopped by hand, by force and by accident, and nothing is lost by it."""

import contextlib
import functools
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time

import psutil
import pytest

from autograder.grading.coordinator.journal import Journal
from autograder.grading.coordinator.terminal import wrong_marks
from tests.conftest import SMALL
from tests.grading.class_support import due, make_class

SLOW = {"cell_type": "code", "source": "import time; time.sleep(1.0)", "metadata": {}}
PATIENCE = 200


@pytest.fixture
def slow_class(tmp_path):
    """The sample class, with notebooks that take their time."""
    course, classroom, samples = make_class(SMALL, tmp_path / "class")
    for path in classroom.submitted.glob("*/line/line.ipynb"):
        notebook = json.loads(path.read_text())
        notebook["cells"].append(SLOW)
        path.write_text(json.dumps(notebook))
    return course, classroom, samples


class Run:
    """``autograder grade`` as a process, with a session of its own as in a terminal."""

    def __init__(self, classroom, *options):
        command = [sys.executable, "-m", "autograder.cli", "grade", "--jobs", "2", *options]
        command += ["--sandbox", "none", "--course", str(SMALL), "--class", str(classroom.folder)]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        # a shell lets what runs in its background ignore Ctrl-C, these tests among it
        heeds = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
        self.process = subprocess.Popen(command, start_new_session=True, preexec_fn=heeds, **pipes)
        self.path = classroom.folder / ".autograder" / "journal.jsonl"

    def wait_for(self, lines):
        """Return when the journal has this many lines, and what is running by then."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            if self.path.exists() and len(self.path.read_text().splitlines()) >= lines:
                return psutil.Process(self.process.pid).children(recursive=True)
            time.sleep(0.02)
        pytest.fail(f"no {lines} lines in the journal: {self.process.communicate()}")

    def finish(self):
        stdout, stderr = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, stdout, stderr


def all_end(processes):
    _, alive = psutil.wait_procs(processes, timeout=30)
    return not alive


def is_consistent(classroom):
    """Whatever the journal says is done is there, and the gradebook is sound."""
    with contextlib.closing(sqlite3.connect(classroom.folder / "gradebook.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        scored = database.execute(
            "SELECT count(*) FROM grade WHERE auto_score IS NULL AND NOT needs_manual_grade"
        )
        assert scored.fetchone() == (0,)  # no submission is half written
    done = Journal(classroom.folder / ".autograder" / "journal.jsonl").entries
    for submission in done:
        folder, file = submission, "line"
        assert (classroom.autograded / folder / f"{file}.ipynb").exists()
        assert (classroom.feedback / folder / f"{file}.html").exists()
    return len(done)


def test_interrupted_killed_and_robbed_of_a_worker_it_goes_on_and_loses_nothing(slow_class):
    course, classroom, samples = slow_class

    run = Run(classroom)
    children = run.wait_for(lines=2)
    os.killpg(run.process.pid, signal.SIGINT)  # Ctrl-C reaches all of a terminal's processes
    status, _, stderr = run.finish()
    assert status == 130, stderr
    assert "the next run goes on from there" in stderr
    assert "Traceback" not in stderr
    assert all_end(children)
    interrupted = is_consistent(classroom)
    assert 2 <= interrupted < len(samples)

    run = Run(classroom)
    children = run.wait_for(lines=interrupted + 2)
    run.process.kill()
    run.finish()
    assert all_end(children)
    killed = is_consistent(classroom)
    assert interrupted + 2 <= killed < len(samples)
    assert len(due(course, classroom)) == len(samples) - killed

    run = Run(classroom)
    children = run.wait_for(lines=killed + 1)
    workers = [child for child in children if "spawn_main" in " ".join(child.cmdline())]
    workers[0].kill()
    status, stdout, stderr = run.finish()
    assert status == 0, stderr
    assert f"{killed} were graded already" in stdout
    assert is_consistent(classroom) == len(samples)
    assert wrong_marks(classroom, samples) == []
    lines = run.path.read_text().splitlines()
    assert len(lines) == len(samples)  # nothing was graded twice
