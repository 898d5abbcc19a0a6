"""The run on a cluster with workers made up, and what is told without any cluster."""

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

from autograder.course import read_course
from autograder.grading.boundary.messages import ProgramCell, Submission, Verdict
from autograder.grading.cluster import graders, worker
from autograder.grading.cluster.address import ClusterError, checked
from autograder.grading.cluster.connection import require_dask
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
from autograder.grading.coordinator.graders import Failure
from autograder.grading.coordinator.journal import course_key
from autograder.grading.judge.process import Settings
from tests.conftest import SMALL

SETTINGS = Settings(SMALL, "secret", mode="none")


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
    scheduler = SimpleNamespace(address="tcp://nowhere:1", identity="who are you?")
    count = 2

    def __init__(self, make):
        self.make, self.chunks = make, []

    def sync(self, asked, n_workers, callback_timeout):
        assert (asked, n_workers) == (self.scheduler.identity, 0)
        return {"n_workers": self.count}

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
    workers.count = 0
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


def test_a_worker_whose_package_was_changed_since_it_began_says_so(monkeypatch):
    keys = {"line": course_key(read_course(SMALL).assignments["line"])}
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
