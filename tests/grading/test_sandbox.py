"""The sandbox holds: everything is tried, and the same trials do get through without it."""

import multiprocessing
import os
import platform
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder.grading.boundary import control
from autograder.grading.boundary.messages import Limits, Submission, Verdict
from autograder.grading.coordinator.pool import Failure, Settings, grade_all
from autograder.grading.judge import sandbox as sandbox_module
from autograder.grading.judge.break_in import ASK, got, probe
from autograder.grading.judge.judge import Judge
from autograder.grading.judge.sandbox import Sandbox, SandboxError, require
from autograder.grading.judge.student_process import StudentProcess
from tests.conftest import SMALL
from tests.grading.judge_support import submission

#: trials that fail by other means, or not at all, when nothing protects
ALSO_WITHOUT = {
    "the environment is empty of yours",
    "no descriptor of the judge is open",
    "limited time",
}
#: trials that get through for root only
NEEDS_ROOT = {
    "an ordinary user",
    "no capabilities",
    "nothing can be written but its own folder",
}


def test_every_property_holds(sandbox):
    assert {found.name: found.why for found in probe(SMALL) if not found.held} == {}


def test_a_trial_that_fails_by_itself_proves_nothing(sandbox):
    ask = ASK.format(course="", mark="")
    assert "ZeroDivisionError" in got(sandbox, "def got(*known): return 1 / 0\n" + ask)
    assert got(sandbox, "raise SystemExit") == "the trial said nothing"
    assert "ended" in got(sandbox, "import os; os._exit(0)")
    assert got(sandbox, "def got(*known): return 'a secret'\n" + ask) == "a secret"
    assert got(sandbox, "def got(*known): pass\n" + ask) == ""


def test_the_trials_get_through_where_nothing_protects():
    known = ALSO_WITHOUT if os.getuid() == 0 else ALSO_WITHOUT | NEEDS_ROOT
    if _kernel() < (6, 5):  # which has no such call
        known = known | {"no system call that is newer than the filter"}
    assert {found.name for found in probe(SMALL, "none") if found.held} <= known


def _kernel():
    return tuple(int(part) for part in platform.release().split(".")[:2])


def test_without_bubblewrap_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SandboxError, match="apt-get install bubblewrap"):
        require()


def test_on_another_system_it_says_where_to_grade(monkeypatch):
    monkeypatch.setattr(control, "is_supported", lambda: False)
    with pytest.raises(SandboxError, match="Linux"):
        require()


def test_a_sandbox_that_cannot_start_says_why(monkeypatch):
    monkeypatch.setattr(sandbox_module, "INSIDE", "/nowhere")
    monkeypatch.setattr(sandbox_module, "_binds", lambda: {"/usr": "/usr"})
    with Sandbox() as broken, pytest.raises(SandboxError, match="does not start"):
        broken.wait_until_ready()


#: what a student's notebook imports, and the two rooms that are made to be read by anybody
SEEN_INSIDE = {
    "__init__.py",
    "checks",
    "pictures",
    "datasets/__init__.py",
    "datasets/data",
    "grading/__init__.py",
    "grading/boundary",
    "grading/child",
}


def test_of_this_package_only_what_students_import_and_two_rooms_are_bound():
    seen = sandbox_module._binds()
    package = f"{sandbox_module.INSIDE}/autograder/"
    ours = {target for target in seen.values() if target.startswith(sandbox_module.INSIDE)}
    assert ours == {package + part for part in SEEN_INSIDE}
    root = SMALL.parents[1]
    below = {Path(source).relative_to(root) for source in seen if Path(source).is_relative_to(root)}
    others = {path for path in below if path.parts[0] not in ("autograder", ".venv")}
    assert others == {Path("chapters/data")}


@pytest.fixture
def elsewhere(sandbox, monkeypatch):
    """A sandbox whose environment lies below the folder that submissions write to."""

    def moved(path):
        return path.replace(sys.prefix, "/tmp/some where/.venv")

    binds, worker = sandbox_module._binds, sandbox_module._worker
    seen = {source: moved(target) for source, target in binds().items()}
    assert "/tmp/some where/.venv/lib" in seen.values()
    monkeypatch.setattr(sandbox_module, "_binds", lambda: seen)
    monkeypatch.setattr(sandbox_module, "_worker", lambda *a: [moved(part) for part in worker(*a)])
    with Sandbox() as moved_sandbox:
        yield moved_sandbox


def test_an_environment_below_the_writable_folder_is_seen_and_protected(elsewhere, line):
    cells = [
        "%timeit -n 1 -r 1 1 + 1",
        "import numpy\nnumpy.__file__",
        "import sqlite3, xmlrpc.client",
        "import os, numpy\nos.remove(numpy.__file__)",
        "open(os.path.join(os.path.dirname(numpy.__file__), 'new'), 'w')",
        "open('/tmp/kept', 'w').write('x')\nsorted(os.listdir('/tmp'))",
    ]
    verdict = Judge(elsewhere).grade(line, submission(line, after=cells))
    timed, place, late, removed, created, listed = verdict.outputs[-len(cells) :]
    assert verdict.score == 6
    assert "per loop" in timed["stdout"]
    assert "/tmp/some where/.venv/lib" in place["shown"][0]["text/plain"]
    assert late["error"] == ""
    assert "Read-only file system" in removed["error"]
    assert "Read-only file system" in created["error"]
    assert listed["shown"] == [{"text/plain": "['kept', 'some where']"}]


def test_the_data_sets_of_the_course_can_be_loaded(sandbox, line):
    loads = "from autograder.datasets import load_digits\nload_digits()[0].shape"
    outputs = Judge(sandbox).grade(line, submission(line, before=[loads])).outputs
    assert outputs[0]["shown"] == [{"text/plain": "(1797, 64)"}]


def test_the_worker_dies_with_its_judge():
    code = (
        "from autograder.grading.judge.sandbox import Sandbox; import time\n"
        "s = Sandbox(); s.wait_until_ready(); print(s._process.pid, flush=True); time.sleep(60)"
    )
    judge = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    worker = int(judge.stdout.readline())
    judge.send_signal(signal.SIGKILL)
    judge.wait()
    judge.stdout.close()
    for _ in range(100):
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("the worker outlived the judge")


def test_a_worker_that_is_gone_is_a_sandbox_error_whatever_is_asked_of_it():
    with (
        Sandbox("none") as sandbox,
        pytest.raises(SandboxError, match="has ended"),  # where the child would be ended
        sandbox.child() as child,
    ):
        sandbox._process.kill()
        sandbox._process.wait()
        with pytest.raises(SandboxError, match="has ended"):
            sandbox.usage(child)


def test_the_time_of_a_child_is_read_without_asking_the_fork_server(sandbox, monkeypatch):
    burn = "import time\nuntil = time.process_time() + 0.3\nwhile time.process_time() < until: pass"
    with sandbox.child() as child:
        process = StudentProcess(child, Limits())
        process.request("run", burn)
        told = sandbox.usage(child).seconds
        monkeypatch.setattr(sandbox, "_asked", None)  # nobody can ask
        assert told > 0.25  # the kernel counts in steps of a hundredth
        assert told <= sandbox.seconds(child) < told + 0.3
        monkeypatch.undo()


def test_a_child_that_is_gone_has_used_nothing(sandbox):
    with sandbox.child() as child:
        stat = sandbox._stats[child]
        kept = os.dup(stat)
    assert child not in sandbox._stats
    with pytest.raises(OSError):
        os.fstat(stat)  # it is closed
    assert control.seconds_in(kept) == 0.0
    os.close(kept)


# --- the pool

SETTINGS = Settings(SMALL, "secret", Limits(check=1.0, cell=2.0, asleep=1.0))


def test_a_pool_gives_every_submission_its_verdict(sandbox, line):
    loops = {"mse": "def mse(w, X, y):\n    while True: pass\n"}
    handed_in = [submission(line, id=f"student-{number}") for number in range(6)]
    handed_in.insert(1, submission(line, loops, id="loops"))
    scores = {v.submission: v.score for v in grade_all(handed_in, SETTINGS, jobs=2)}
    assert scores == {s.id: 4 if s.id == "loops" else 6 for s in handed_in}


def test_a_loop_does_not_hold_up_the_others(sandbox, line):
    loops = {"mse": "def mse(w, X, y):\n    while True: pass\n"}
    handed_in = [submission(line, id="a"), submission(line, id="b")]
    handed_in.insert(0, submission(line, loops, id="loops"))
    order = [v.submission for v in grade_all(handed_in, SETTINGS, jobs=1)]
    assert sorted(order) == ["a", "b", "loops"]
    assert order[0] != "loops"


def test_one_that_is_only_slow_gets_all_its_points(sandbox, line):
    naps = {"mse": "import time\ndef mse(w, X, y):\n    time.sleep(0.1)\n"}
    naps["mse"] += "    return np.mean((X @ w - y) ** 2) / 2\n"
    handed_in = [submission(line, naps, id=f"student-{number}") for number in range(4)]
    assert [v.score for v in grade_all(handed_in, SETTINGS, jobs=1)] == [6] * 4


def test_a_pool_gives_the_same_verdicts_as_one_judge(sandbox, judge, line):
    wrong = {"mse": "def mse(w, X, y):\n    return float(w[0])\n"}
    handed_in = [submission(line, wrong, id=f"student-{number}") for number in range(3)]
    found = {v.submission: v.outcomes for v in grade_all(handed_in, SETTINGS, jobs=2)}
    assert found == {s.id: judge.grade(line, s).outcomes for s in handed_in}


def test_a_fault_of_the_course_is_told_and_not_graded(sandbox):
    (result,) = grade_all([Submission("x", "no_such_chapter", ())], SETTINGS, jobs=1)
    assert isinstance(result, Failure)
    assert "no_such_chapter" in result.reason


def test_a_grading_process_that_is_killed_is_replaced(sandbox, line):
    handed_in = [submission(line, id=f"student-{number}") for number in range(8)]
    found = []
    for verdict in grade_all(handed_in, SETTINGS, jobs=1):
        found.append(verdict)
        if len(found) == 2:
            _kill_children_that_grade()
    assert {v.submission for v in found} == {s.id for s in handed_in}
    assert all(isinstance(v, Verdict) and v.score == 6 for v in found)


def _kill_children_that_grade():
    for child in multiprocessing.active_children():
        child.kill()
