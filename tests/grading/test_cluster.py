"""Grading on a Dask cluster: the same verdicts, whatever is lost on the way, and no secret told."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from types import SimpleNamespace

import dask
import distributed.protocol.pickle as dask_pickle
import psutil
import pytest
import trustme

from autograder.course import read_course
from autograder.grading.boundary.messages import Submission, Verdict
from autograder.grading.cluster import graders, worker
from autograder.grading.cluster.address import ClusterError
from autograder.grading.cluster.connection import connected
from autograder.grading.cluster.graders import ClusterGraders
from autograder.grading.cluster.plain import (
    Answer,
    Chunk,
    Plan,
    answer_of,
    packed,
)
from autograder.grading.coordinator.grade_class import Grading, Options
from autograder.grading.coordinator.graders import Failure
from autograder.grading.coordinator.journal import course_key
from autograder.grading.coordinator.places import find_handed_in
from autograder.grading.coordinator.pool import LocalGraders
from autograder.grading.coordinator.terminal import wrong_marks
from autograder.grading.judge.process import Settings
from tests.conftest import SMALL
from tests.grading.class_support import due, make_class
from tests.grading.judge_support import submission
from tests.grading.test_interruptions import SLOW, Run, is_consistent

SETTINGS = Settings(SMALL, "secret", mode="none")
PATIENCE = 200


@pytest.fixture(scope="module")
def keys():
    return {name: course_key(c) for name, c in read_course(SMALL).assignments.items()}


def settings_of(folder, authority, name):
    """Dask's settings for all three parts, with a certificate of ``authority``."""
    certificate = authority.issue_cert("localhost", "127.0.0.1").private_key_and_cert_chain_pem
    certificate.write_to_path(folder / f"{name}.pem")
    authority.cert_pem.write_to_path(folder / f"{name}-ca.pem")
    found = {"ca-file": str(folder / f"{name}-ca.pem")}
    for part in ("scheduler", "worker", "client"):
        found |= {f"{part}.{half}": str(folder / f"{name}.pem") for half in ("cert", "key")}
    return {f"distributed.comm.tls.{name}": path for name, path in found.items()}


@pytest.fixture(scope="module")
def tls(tmp_path_factory):
    """These settings, for this process and for all that it starts."""
    found = settings_of(tmp_path_factory.mktemp("tls"), trustme.CA(), "ours")
    with pytest.MonkeyPatch.context() as patch, dask.config.set(found):
        for name, path in found.items():
            patch.setenv("DASK_" + name.upper().replace(".", "__").replace("-", "_"), path)
        yield found


class Cluster:
    """``autograder cluster`` as a process, in a session of its own as in a terminal."""

    def __init__(self):
        command = [sys.executable, "-m", "autograder.cli", "cluster", "--workers", "2"]
        heeds = {"start_new_session": True, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        environment = {k: v for k, v in os.environ.items() if k != "AUTOGRADER_COURSE"}
        self.process = subprocess.Popen(
            [*command, "--port", "0"],
            env=environment,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
            **heeds,
        )
        first = self.process.stdout.readline()
        assert first.startswith("2 workers at tls://127.0.0.1:"), (first, self.process.poll())
        self.address = first.split()[-1]

    def end(self):
        """Ctrl-C; returns what it said last."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
        return self.process.communicate(timeout=60)

    def workers(self):
        """The workers' processes, oldest first: those that judges are started by."""
        children = psutil.Process(self.process.pid).children()
        return [child for child in children if "spawn_main" in " ".join(child.cmdline())]


@pytest.fixture(scope="module")
def cluster(tls):
    cluster = Cluster()
    yield cluster
    _, stderr = cluster.end()
    assert "Traceback" not in stderr


def on(cluster, keys, **changed):
    return ClusterGraders(**({"address": cluster.address, "keys": keys} | changed))


#: what pickle would make a call of, had it a chance; and text that is no Unicode by itself
PICKLED = "cos\nsystem\n(S'touch /tmp/unpickled'\ntR."
SHOWN = f"print({PICKLED!r})\nprint('\\udc80 é 😀 \\x00')\nmarker_of_a_student = 1"


def test_verdicts_are_those_of_the_local_pool_and_nothing_of_a_student_is_unpickled(
    cluster, keys, line, monkeypatch
):
    wrong = {"mse": "def mse(w, X, y):\n    return 'marker_of_a_student \\udc80'\n"}
    ones = [
        Submission("right/line", "line", submission(line).program),
        Submission("wrong/line", "line", submission(line, wrong, after=[SHOWN]).program),
        Submission("none/line", "no_such_chapter", ()),
    ]
    unpickled = []

    def watched(data, *args, **kwargs):
        unpickled.append(bytes(data))
        return load(data, *args, **kwargs)

    load = dask_pickle.loads
    monkeypatch.setattr(dask_pickle, "loads", watched)
    there = {one.submission: one for one in on(cluster, keys).grade_all(ones, SETTINGS)}
    here = {one.submission: one for one in LocalGraders(1).grade_all(ones, SETTINGS)}
    for one in [*there.values(), *here.values()]:
        if isinstance(one, Verdict):
            one.seconds = {}  # the one thing in it that a clock decides
    assert there == here
    assert packed(Answer(tuple(there[one.id] for one in ones))) == packed(
        Answer(tuple(here[one.id] for one in ones))
    )
    assert here["right/line"].score == 6 and here["wrong/line"].score < 6
    assert "touch" in there["wrong/line"].outputs[-1]["stdout"]
    assert isinstance(here["none/line"], Failure)
    assert not [data for data in unpickled if b"marker_of_a_student" in data]


#: where it runs, and whether the references can be read there
PLACE = f"import os, socket\nprint(socket.gethostname(), os.path.exists({str(SMALL)!r}))"


def shut_in(worker):
    """Whether a worker's judge has its sandbox in bubblewrap."""
    return any(process.name() == "bwrap" for process in worker.children(recursive=True))


def test_every_worker_shuts_in_what_it_grades(cluster, keys, line, sandbox):
    """As instructors grade: all else here goes without bubblewrap, to be quick."""
    program = submission(line, after=[PLACE]).program
    coming = on(cluster, keys).grade_all(
        [Submission(f"{number}/line", "line", program) for number in range(4)],
        replace(SETTINGS, mode="bubblewrap"),
    )
    verdicts = [next(coming) for _ in range(4)]
    assert [shut_in(worker) for worker in cluster.workers()] == [True, True]
    assert list(coming) == []
    assert [one.score for one in verdicts] == [6] * 4
    assert {one.outputs[-1]["stdout"] for one in verdicts} == {"grader False\n"}


@pytest.fixture
def without_bubblewrap(cluster):
    """The address of a worker on whose machine it is missing."""
    with connected(cluster.address) as client:
        where = list(client.scheduler_info()["workers"])[-1]
        tell = "import os; os.environ['PATH'], os.environ['KEPT'] = '/', os.environ['PATH']"
        client.run(exec, tell, workers=[where])
        yield where
        client.run(exec, "import os; os.environ['PATH'] = os.environ.pop('KEPT')", workers=[where])


def test_a_worker_without_bubblewrap_is_refused_unless_code_is_trusted(
    cluster, keys, without_bubblewrap
):
    told = re.escape(f"the worker {without_bubblewrap} is refused: bubblewrap is missing")
    with pytest.raises(ClusterError, match=told):
        list(on(cluster, keys).grade_all([], replace(SETTINGS, mode="bubblewrap")))
    assert list(on(cluster, keys).grade_all([], SETTINGS)) == []


def test_a_worker_without_bubblewrap_that_joins_later_grades_nothing(
    cluster, keys, line, without_bubblewrap
):
    settings = replace(SETTINGS, mode="bubblewrap")
    plan = Plan("late", settings, graders.own_versions(), keys)
    chunk = Chunk((Submission("a/line", "line", submission(line).program),), to_the_end=False)
    with connected(cluster.address) as client:
        where = [without_bubblewrap]
        sent = client.submit(worker.grade_chunk, packed(plan), packed(chunk), workers=where)
        answer = answer_of(sent.result(timeout=PATIENCE))
    assert answer.results == ()
    assert f"the worker {where[0]} cannot grade: bubblewrap is missing" in answer.unfit


def test_a_pickle_that_a_worker_sends_is_not_read(cluster):
    with connected(cluster.address) as client, pytest.raises(TypeError, match="deserialize"):
        client.submit(SimpleNamespace, a=1).result(timeout=PATIENCE)


@pytest.mark.parametrize(
    "versions, chapters, told",
    [
        ({"Python": "3.99.1"}, {}, r"scheduler \S+ is refused: Python is 3\.\d+\.\d+ there and 3"),
        (
            {"numpy": "0.1"},
            {},
            r"worker tls://127\S+ is refused: numpy is \d\S+ there and 0.1 here",
        ),
        ({"autograder": "0"}, {}, r"refused: autograder is [0-9a-f]{16} there and 0 here"),
        ({}, {"line": "0"}, r"refused: the chapter line, its checks or the data sets are not"),
        ({}, {"absent": "0"}, r"refused: the chapter absent cannot be read: .*absent\.md"),
    ],
)
def test_a_worker_that_differs_is_refused_and_says_in_what(
    cluster, keys, monkeypatch, versions, chapters, told
):
    own = graders.own_versions()
    monkeypatch.setattr(graders, "own_versions", lambda: own | versions)
    with pytest.raises(ClusterError, match=told):
        list(on(cluster, keys | chapters).grade_all([], SETTINGS))


def test_a_client_without_a_certificate_of_the_cluster_is_refused(cluster, keys, tls, tmp_path):
    stranger = settings_of(tmp_path, trustme.CA(), "theirs")
    ours = {"distributed.comm.tls.ca-file": tls["distributed.comm.tls.ca-file"]}
    for settings, told in (
        (dict.fromkeys(tls), "wants a certificate"),
        (stranger, "no scheduler lets us in"),
        (stranger | ours, "no scheduler lets us in"),  # it believes them, they do not believe it
    ):
        with dask.config.set(settings), pytest.raises(ClusterError, match=told):
            list(on(cluster, keys).grade_all([], SETTINGS))


def slow_class(folder, students):
    """Of the sample class, with notebooks that take a while."""
    course, classroom, samples = make_class(SMALL, folder, students)
    for path in classroom.submitted.glob("*/line/line.ipynb"):
        notebook = json.loads(path.read_text())
        notebook["cells"].append(SLOW | {"source": "import time; time.sleep(0.5)"})
        path.write_text(json.dumps(notebook))
    return course, classroom, samples


def joined(client):
    """The addresses of the workers that the scheduler has."""
    return set(client.scheduler_info()["workers"])


def rejoined(cluster, client, lost):
    """Kill the worker ``lost`` and wait for the one that comes in its place."""
    before, known = set(cluster.workers()), joined(client)
    lost.kill()
    deadline = time.monotonic() + PATIENCE
    while len(there := joined(client)) < len(known) or there == known:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    (new,) = set(cluster.workers()) - before
    return new


def test_workers_are_lost_and_rejoin_and_every_mark_is_as_without(cluster, keys, tmp_path):
    """One is lost and comes back, then the other one: what came back does the rest."""
    students = [f"student-{number:02}" for number in range(1, 9)]
    course, classroom, samples = slow_class(tmp_path / "class", students)
    handed_in = find_handed_in(classroom.submitted, ["line"])
    options = Options(mode="none", graders=on(cluster, keys))
    with connected(cluster.address) as client, Grading(course, classroom, options) as grading:
        coming = grading.grade(handed_in)
        graded = [next(coming)]
        first, second = cluster.workers()
        new = rejoined(cluster, client, lost=first)
        assert not new.children()  # it has not graded yet
        second.kill()
        graded += [next(coming) for _ in samples[1:]]
        assert new.children()
        assert list(coming) == []
    assert {one.reason for one in graded} == {""}
    assert wrong_marks(classroom, samples) == []
    assert is_consistent(classroom) == len(graded) == len(samples)


def test_a_scheduler_that_halts_is_not_waited_for_for_ever(cluster, keys, tmp_path, monkeypatch):
    monkeypatch.setattr(graders, "SILENT_SECONDS", 2.0)
    monkeypatch.setattr(graders, "LOOK_SECONDS", 0.0)
    students = [f"student-{number:02}" for number in range(1, 7)]
    course, classroom, samples = slow_class(tmp_path / "class", students)
    handed_in = find_handed_in(classroom.submitted, ["line"])
    options = Options(mode="none", graders=on(cluster, keys))
    with Grading(course, classroom, options) as grading:
        coming = grading.grade(handed_in)
        next(coming)
        cluster.process.send_signal(signal.SIGSTOP)
        try:
            with pytest.raises(ClusterError, match="does not answer; what was graded is kept"):
                list(coming)
        finally:
            cluster.process.send_signal(signal.SIGCONT)
    written = is_consistent(classroom)
    assert 1 <= written < len(samples)
    assert len(due(course, classroom)) == len(samples) - written


def test_the_scheduler_is_killed_meanwhile_and_what_is_written_stays(cluster, tmp_path):
    students = [f"student-{number:02}" for number in range(1, 7)]
    course, classroom, samples = slow_class(tmp_path / "class", students)
    run = Run(classroom, "--scheduler", cluster.address)
    run.wait_for(lines=1)
    cluster.process.kill()
    status, _, stderr = run.finish()
    assert status == 2, stderr
    told = [text for text in stderr.splitlines() if text]
    assert len(told) == 1 and re.match(r"autograder: the scheduler at tls://\S+ is gone", told[0])
    written = is_consistent(classroom)
    assert 1 <= written < len(samples)
    assert len(due(course, classroom)) == len(samples) - written
