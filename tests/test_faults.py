"""A few faults of each cheap kind during grading. `tools/faults` tries all of them, more often."""

import contextlib
import random
import signal
import socket
import subprocess
import sys

import pytest
from nbgrader.converters import GenerateAssignment

from tools.faults.__main__ import try_once
from tools.faults.bench import Bench, Ending
from tools.faults.commands import CommandBench
from tools.faults.faults import FAULTS, obey_rights
from tools.faults.tail import cut_at_every_byte

BY_NAME = {fault.name: fault for fault in FAULTS}
# a fault, and which of how many moments
SAMPLE = [
    ("SIGKILL of the coordinator", 3, 5),
    ("SIGTERM of the coordinator", 1, 2),
    ("disk full, from one write on", 2, 4),
]


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("nbgrader.api.get_alembic_version", lambda *_: "head")
        yield Bench(tmp_path_factory.mktemp("bench"))


@pytest.mark.parametrize("name, number, of", SAMPLE)
def test_nothing_is_lost_and_the_next_run_completes(bench, name, number, of):
    assert try_once(bench, BY_NAME[name], random.Random(1), number, of) == []


def test_a_release_that_is_killed_completes_when_it_is_typed_again(tmp_path):
    bench = CommandBench(tmp_path, "none", "release")
    assert try_once(bench, BY_NAME["release: SIGKILL"], random.Random(1), 1, 2) == []


@pytest.mark.parametrize("error, status", [("KeyboardInterrupt", 130), ("OSError(28, 'full')", 2)])
def test_what_ends_nbgrader_within_a_release_is_told_in_a_sentence(tmp_path, error, status):
    bench = Bench.__new__(Bench)
    bench.folder, bench.klass = tmp_path, tmp_path / "class"
    bench._begin()

    def within():
        def fail(*_):
            raise eval(error)

        GenerateAssignment.convert_single_notebook = fail

    ended = bench.run("release", within=within)
    assert ended.status == status and ended.is_told_well, ended.told
    assert status == 130 or "[Errno 28] full" in ended.told
    assert bench.run("release").status == 0


def test_a_link_is_cut_for_a_moment_and_for_good():
    with socket.create_server(("127.0.0.1", 0)) as there, contextlib.ExitStack() as stack:
        command = [sys.executable, "-m", "tools.faults.link", str(there.getsockname()[1])]
        link = stack.enter_context(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        stack.callback(link.kill)
        address = "127.0.0.1", int(link.stdout.readline())
        for number in (signal.SIGUSR2, signal.SIGUSR1):
            with socket.create_connection(address, 20) as here, there.accept()[0] as other:
                here.sendall(b"question")
                assert other.recv(100) == b"question"
                link.send_signal(number)
                with contextlib.suppress(ConnectionResetError):
                    assert here.recv(100) == b""
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(address, 20)


def test_a_notebook_that_the_machine_does_not_let_be_read_keeps_its_marks(bench):
    bench.reset()
    path = bench.klass / "submitted" / "student-01" / "line" / "line.ipynb"
    path.chmod(0)
    ended = bench.run(within=obey_rights)
    path.chmod(0o600)
    assert ended.status == 1
    told = " ".join(ended.told.split())
    assert "line.ipynb cannot be read: Permission denied; its marks stay as they were" in told
    assert not bench.damage(is_done=False)


def test_a_class_without_the_disk_of_its_settings_is_not_graded_by_others(bench):
    bench.reset()
    path = bench.klass / "class.toml"
    path.unlink()
    path.symlink_to("/nowhere/at/all")
    ended = bench.run()
    assert ended.status == 2 and ended.is_told_well
    assert "class.toml is a link to nothing" in ended.told


def test_a_journal_cut_off_at_every_byte_of_its_tail(bench, monkeypatch):
    monkeypatch.setattr("os.fsync", lambda _: None)  # a thousand times, it is all that takes time
    tried, wrong = cut_at_every_byte(bench)
    assert tried > 500
    assert wrong == 0


def test_the_kit_itself_sees_damage(bench):
    bench.reset()
    assert not bench.damage(is_done=False)
    assert bench.damage(is_done=True).lost  # those that only a run grades
    page = bench.klass / "feedback" / "student-03" / "line" / "line.html"
    page.write_bytes(page.read_bytes()[:100])
    assert bench.damage(is_done=False).half == ["feedback/student-03/line/line.html"]
    page.unlink()
    assert bench.damage(is_done=False).lost == ["feedback/student-03/line/line.html"]
    assert not Ending(1, "Traceback (most recent call last):").is_told_well
    assert not Ending(2, "no sentence").is_told_well
