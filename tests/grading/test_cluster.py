"""Grading on a Dask cluster: the same verdicts, whatever is lost on the way, and no secret told."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import dask
import distributed.protocol.pickle as dask_pickle
import psutil
import pytest
import trustme

from autograder.course import read_course
from autograder.grading.boundary.messages import ProgramCell, Submission, Verdict
from autograder.grading.cluster import graders, worker
from autograder.grading.cluster.address import ClusterError, checked
from autograder.grading.cluster.connection import connected, require_dask
from autograder.grading.cluster.graders import ClusterGraders
from autograder.grading.cluster.plain import (
    Answer,
    Chunk,
    NotPlain,
    Plan,
    answer_of,
    chunk_of,
    packed,
    report_of,
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


# --- a cluster, with TLS


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


def test_a_worker_is_killed_meanwhile_and_every_mark_is_as_without(cluster, keys, tmp_path):
    students = [f"student-{number:02}" for number in range(1, 9)]
    course, classroom, samples = slow_class(tmp_path / "class", students)
    handed_in = find_handed_in(classroom.submitted, ["line"])
    options = Options(mode="none", graders=on(cluster, keys))
    with Grading(course, classroom, options) as grading:
        coming = grading.grade(handed_in)
        graded = [next(coming)]
        cluster.workers()[0].kill()
        graded += coming
    assert {one.reason for one in graded} == {""}
    assert wrong_marks(classroom, samples) == []
    assert is_consistent(classroom) == len(graded) == len(samples)


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


# --- without one


def verdict(id):
    return Verdict(id, notes=[f"of {id}"])


class Done:
    """A future whose task has ended."""

    status = "finished"

    def __init__(self, key, value):
        self.key, self.value = key, value
        if isinstance(value, Exception):
            self.status = "error"

    def exception(self):
        return self.value

    def result(self, timeout):
        return packed(self.value)

    def add_done_callback(self, tell):
        tell(self)


class Workers:
    """Two workers in place of a client: ``make`` says what becomes of a chunk."""

    status = "running"
    scheduler = SimpleNamespace(address="tcp://nowhere:1")

    def __init__(self, make):
        self.make, self.chunks = make, []

    def scheduler_info(self):
        return {"workers": {"a": {}, "b": {}}}

    def submit(self, _, plan, chunk, key, pure):
        chunk = chunk_of(chunk)
        self.chunks.append(chunk)
        return Done(key, self.make(chunk))


class KilledWorker(Exception):
    """As Dask's: of this name."""


def ones(count):
    return [Submission(f"{n}/line", "line", (ProgramCell("extra", "", "1"),)) for n in range(count)]


def run_on(workers):
    return graders._Run(workers, Plan("run", SETTINGS, {}, {}))


def all_of(chunk):
    return Answer(tuple(verdict(one.id) for one in chunk.submissions))


def test_no_more_is_read_and_sent_than_is_under_way():
    drawn = []
    workers = Workers(all_of)
    coming = (drawn.append(one.id) or one for one in ones(1000))
    results = run_on(workers).results(coming)
    for taken in range(1, 301):
        next(results)
        # two chunks of 20 for each of two workers, and one more for each that are read ahead
        assert len(drawn) - taken < 2 * 2 * 20 + 2 * 20
    results.close()
    assert {len(chunk.submissions) for chunk in workers.chunks} == {20}


def test_a_small_class_is_divided_among_all_workers():
    workers = Workers(all_of)
    assert len(list(run_on(workers).results(ones(24)))) == 24
    assert max(len(chunk.submissions) for chunk in workers.chunks) <= 24 / 4


def test_what_loses_workers_is_found_and_costs_itself_alone():
    """A worker is lost with all that it has: with chunks that only wait there, too."""
    asked = []

    def make(chunk):
        asked.append([one.id for one in chunk.submissions])
        if "7/line" in asked[-1] or (len(asked[-1]) > 1 and len(asked) % 2):
            return KilledWorker("it")
        return all_of(chunk)

    results = list(run_on(Workers(make)).results(ones(40)))
    assert sorted(one.submission for one in results) == sorted(one.id for one in ones(40))
    (failure,) = [one for one in results if isinstance(one, Failure)]
    assert failure.submission == "7/line" and "was lost" in failure.reason
    assert asked.count(["7/line"]) == 1


def test_what_takes_long_comes_last_and_what_was_not_begun_is_sent_again():
    def make(chunk):
        first, *_ = chunk.submissions
        if first.id == "3/line" and not chunk.to_the_end:
            return Answer(put_off=(first.id,))
        return Answer((verdict(first.id),))

    workers = Workers(make)
    results = [one.submission for one in run_on(workers).results(ones(9))]
    assert sorted(results) == sorted(one.id for one in ones(9))
    assert results[-1] == "3/line"
    assert workers.chunks[-1] == Chunk((ones(9)[3],), to_the_end=True)


@pytest.mark.parametrize(
    "answer, told",
    [
        (Answer((verdict("another/line"),)), "what it was not asked"),
        (Answer((verdict("0/line"), verdict("0/line"))), "what it was not asked"),
        (Answer(), "what it was not asked"),
        (Answer(unfit="the worker a cannot grade: it is ill"), "it is ill; what was graded is"),
        (MemoryError("full"), "cannot grade: MemoryError: full"),
    ],
)
def test_an_answer_that_cannot_be_ends_the_run_in_one_sentence(answer, told):
    with pytest.raises(ClusterError, match=told):
        list(run_on(Workers(lambda chunk: answer)).results(ones(1)))


def test_without_workers_it_does_not_wait_for_ever(monkeypatch):
    monkeypatch.setattr(graders, "NO_WORKER_SECONDS", -1.0)
    workers = Workers(all_of)
    workers.scheduler_info = lambda: {"workers": {}}
    with pytest.raises(ClusterError, match=r"no worker is left at tcp://nowhere:1"):
        list(run_on(workers).results(ones(1)))


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"results": [{}], "put_off": [], "unfit": ""}']
)
def test_bytes_that_are_no_answer_are_told_from_one(data):
    with pytest.raises(NotPlain):
        answer_of(data)


def test_a_chunk_comes_out_as_it_went_in():
    cell = ProgramCell("solution", "mse", "'\udc80 é 😀 \x00 \u2028'\r\n")
    chunk = Chunk((Submission("a\udcff/line", "line", (cell,)),), to_the_end=True)
    assert chunk_of(packed(chunk)) == chunk


def _awaited(report):
    """What ``report`` gives, in a thread of its own: a browser's loop may run in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, report).result()


def test_a_worker_whose_package_was_changed_since_it_began_says_so(monkeypatch, keys):
    plan = packed(Plan("run", SETTINGS, graders.own_versions(), keys))
    assert report_of(_awaited(worker.report(plan))).unfit == ""
    path, size, at = worker._LOADED[0]
    monkeypatch.setattr(worker, "_LOADED", ((path, size, at - 1), *worker._LOADED[1:]))
    assert "restart it" in report_of(_awaited(worker.report(plan))).unfit


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:8786", "localhost:8786", "tls://198.51.100.7:1"]
)
def test_loopback_and_tls_are_safe(address):
    assert checked(address, without_tls=False).endswith(address)


def test_a_secret_goes_nowhere_else_unless_that_is_asked_for():
    with pytest.raises(ClusterError, match=r"tcp://198\.51\.100\.7:1 is not encrypted"):
        checked("198.51.100.7:1", without_tls=False)
    assert checked("198.51.100.7:1", without_tls=True) == "tcp://198.51.100.7:1"


@pytest.mark.parametrize("address", ["", "here", "tcp://here", "tcp://here:x", "inproc://a:1"])
def test_what_is_no_address_is_told(address):
    with pytest.raises(ClusterError, match="is no scheduler's address"):
        checked(address, without_tls=True)


def test_without_dask_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"pip install '\.\[cluster\]'"):
        require_dask()
