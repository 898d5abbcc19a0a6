"""What a judge takes and sends is bounded, and it ends with the process that started it."""

import contextlib
import multiprocessing
import os
import resource
import signal
import subprocess
import sys
import textwrap
import time

import numpy as np
import psutil
import pytest

from autograder.grading.boundary import messages
from autograder.grading.boundary.messages import Verdict
from autograder.grading.judge.memory import limited_memory
from autograder.grading.judge.process import MAX_ANSWER, Fault, receive, send
from tests.conftest import ROOT
from tests.grading.judge_support import submission

MiB = 2**20


# --- memory


def test_what_wants_more_than_its_room_is_refused_and_the_rest_is_not():
    before = resource.getrlimit(resource.RLIMIT_AS)
    with limited_memory(64 * MiB):
        assert np.zeros(4 * MiB // 8).size
        with pytest.raises(MemoryError):
            np.zeros(1024 * MiB // 8)
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    assert np.zeros(100 * MiB // 8).size


#: the answer to ``mse_gradient`` has the reference of ``mse`` make an array of 3.2 GB
GREEDY = """
def mse_gradient(w, X, y):
    long = np.ones((20_000, 1))
    return mse(np.ones(1), long, long)
"""


def test_a_reference_that_an_answer_calls_cannot_fill_the_judges_memory(judge, line):
    wrong = {"mse": "def mse(w, X, y):\n    return 0.0\n", "mse_gradient": GREEDY}
    judge.grade(line, submission(line))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    verdict = judge.grade(line, submission(line, wrong))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before
    assert grown < 600 * MiB
    assert verdict.points("mse_gradient") == 0
    assert "MemoryError" in verdict.outcomes["mse_gradient"][0].public
    assert judge.grade(line, submission(line)).score == 6  # it is as good as before


# --- processor time


def test_a_step_in_c_that_never_ends_ends_the_judge_and_no_other_process():
    code = """
        import itertools
        from autograder.grading.judge import process
        process.SECONDS = 1
        process._limit_processor_time()
        sum(itertools.repeat(0))
    """
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], cwd=ROOT, timeout=200)
    assert ended.returncode == -signal.SIGXCPU


# --- size


@pytest.fixture
def pipe():
    ours, theirs = multiprocessing.Pipe()
    with ours, theirs:
        yield ours, theirs


def test_a_verdict_that_is_too_large_is_not_sent(pipe):
    ours, theirs = pipe
    send(theirs, Verdict("x", outputs=[{"stdout": "x" * (MAX_ANSWER + 1)}]))
    answer = receive(ours)
    assert isinstance(answer, Fault) and "larger than 24 MiB" in answer.reason


def test_more_than_that_is_not_read(pipe):
    ours, theirs = pipe
    process_that_sends = multiprocessing.get_context("fork").Process(
        target=theirs.send_bytes, args=(bytes(MAX_ANSWER + 1),)
    )
    process_that_sends.start()
    with pytest.raises(OSError, match="bad message length"):
        receive(ours)
    process_that_sends.kill()
    process_that_sends.join()


def test_all_that_a_verdict_may_hold_fits():
    most_checks = 100
    texts = messages.MAX_TEXTS + messages.MAX_PICTURES
    notes = 4 * messages.MAX_NOTES * messages.MAX_NOTE
    said = 4 * 2 * most_checks * messages.MAX_SAID
    assert texts + notes + said < MAX_ANSWER


FLOOD = "print('😀' * 10**6)\nfrom IPython.display import display, HTML\n" + (
    "for _ in range(40): display('<' * 10**6)\n1 / 0"
)


def test_what_a_submission_shows_and_says_is_bounded(judge, line):
    answers = {"mse": "def mse(w, X, y):\n    raise ValueError('é' * 10**6)\n"}
    verdict = judge.grade(line, submission(line, answers, after=[FLOOD] * 60))
    shown = [
        text
        for output in verdict.outputs
        for text in (
            output["stdout"],
            output["error"],
            *(t for s in output["shown"] for t in s.values()),
        )
    ]
    assert (
        0.8 * messages.MAX_TEXTS < sum(len(text.encode()) for text in shown) <= messages.MAX_TEXTS
    )
    for _ in range(1000):
        verdict.note("x" * 10**5)
    assert len(verdict.notes) == messages.MAX_NOTES
    assert max(map(len, verdict.notes)) == messages.MAX_NOTE
    outcomes = [outcome for outcomes in verdict.outcomes.values() for outcome in outcomes]
    assert max(len(o.public) + len(o.private) for o in outcomes) <= 2 * messages.MAX_SAID


# --- the end of the coordinator

COORDINATOR = """
    import sys, time
    from autograder.grading.coordinator.pool import Settings, grade_all
    from autograder.grading.boundary.messages import Limits, ProgramCell, Submission
    from tests.conftest import SMALL

    if __name__ == "__main__":
        loop = ProgramCell("extra", "", "while True: pass")
        slow = Limits(cell=1000.0, submission=1000.0)
        endless = [Submission(str(n), "line", (loop,)) for n in range(2)]
        print("begun", flush=True)
        list(grade_all(endless, Settings(SMALL, limits=slow, mode="MODE"), jobs=2))
"""


@pytest.mark.parametrize("mode", ["none", "bubblewrap"])
def test_nothing_outlives_a_killed_coordinator_and_nothing_is_said(tmp_path, mode, request):
    if mode == "bubblewrap":
        request.getfixturevalue("sandbox")
    program = tmp_path / "coordinator.py"
    program.write_text(textwrap.dedent(COORDINATOR).replace("MODE", mode))
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    coordinator = subprocess.Popen(
        [sys.executable, str(program)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    busy = wait_until_two_are_looping(coordinator.pid)
    coordinator.kill()
    begun = time.monotonic()
    _, alive = psutil.wait_procs(busy, timeout=5)
    assert not alive
    assert time.monotonic() - begun < 5
    said, complained = coordinator.communicate(timeout=10)
    assert (said, complained) == ("begun\n", "")


def wait_until_two_are_looping(pid):
    """All descendants, once two of them have computed for a second beyond their start."""
    until = time.monotonic() + 120
    loops = {}
    while time.monotonic() < until:
        with contextlib.suppress(psutil.NoSuchProcess):  # some end as soon as they have begun
            found = psutil.Process(pid).children(recursive=True)
            leaves = [p for p in found if not p.children()]
            for leaf in leaves:
                loops.setdefault(leaf.pid, leaf.cpu_times().user)
            grown = [p for p in leaves if p.cpu_times().user - loops[p.pid] > 0.5]
            if len(found) >= 6 and len(grown) >= 2:
                return found
        time.sleep(0.1)
    pytest.fail("no loops were begun")
