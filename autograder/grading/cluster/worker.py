"""What runs in a worker of the cluster: one judge with its sandbox, as in the local pool.

Dask calls the functions here by name. They take bytes and return bytes, and never raise: Dask
would pickle the error, and write what they were called with into its log.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from autograder.grading.boundary.messages import Submission
from autograder.grading.cluster.plain import (
    Answer,
    Chunk,
    Plan,
    Report,
    Result,
    chunk_of,
    packed,
    plan_of,
)
from autograder.grading.cluster.versions import (
    difference,
    keys_of,
    other_chapter,
    own_versions,
    package_digest,
    signature,
)
from autograder.grading.coordinator.graders import Failure
from autograder.grading.coordinator.pool import Pool
from autograder.grading.judge.process import Settings
from autograder.grading.judge.sandbox import SandboxError, require

#: seconds after which a chunk is handed back, with what is done of it: progress is seen, and
#: others take over what is left
CHUNK_SECONDS = 5.0
#: bytes of verdicts after which it is, so that no process holds more than a few of them
CHUNK_BYTES = 16 * 2**20
MOST_RUNS = 4  #: for which this worker keeps a judge, a few hundred MB each
#: the processor that this worker keeps to, with its judge and its sandbox
CORE = "AUTOGRADER_CORE"

# of the files as they were when this module was loaded from them
_LOADED = signature()
package_digest()

_lock = threading.Lock()  #: one chunk at a time, whatever the worker was started with


class _Bench:
    """The judge of this worker, for one run."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.is_over = False
        self.pool = Pool(plan.settings, 1)

    def grade(self, chunk: Chunk) -> Answer:
        results: list[Result] = []
        size, until = 0, time.monotonic() + CHUNK_SECONDS

        def coming() -> Iterator[Submission]:
            for number, submission in enumerate(chunk.submissions):
                is_full = size > CHUNK_BYTES or time.monotonic() > until
                if self.is_over or (number and is_full):
                    return
                yield submission

        self.pool.tries.clear()
        for result in self.pool.run(coming(), to_the_end=chunk.to_the_end):
            results.append(result)
            size += len(packed(Answer((result,))))
        put_off = tuple(one.id for one in self.pool.put_off)
        self.pool.put_off.clear()
        return Answer(tuple(results), put_off)

    def close(self) -> None:
        """End the judge, and with it what it knows of the class."""
        self.pool.__exit__()


#: by the packed plan of its run, the latest one last: several classes may share the workers
_benches: dict[bytes, _Bench] = {}
#: packed plans that this worker was compared with as their runs began: it takes a while
_compared: set[bytes] = set()


def dask_setup(_worker: object) -> None:
    """As a worker of ``autograder cluster`` begins: leave Ctrl-C to the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


async def report(plan: bytes) -> bytes:
    """What this worker is, as a packed :class:`Report`."""
    # chapters take seconds to read, in which the worker has to answer the scheduler
    return await asyncio.to_thread(_report, plan)


def _report(plan: bytes) -> bytes:
    try:
        asked = plan_of(plan)
        keys = keys_of(_course(asked.settings), asked.keys)
        if asked.versions == own_versions() and asked.keys == keys:
            _compared.add(plan)
        return packed(Report(own_versions(), keys, _unfit(asked)))
    except Exception as error:
        return packed(Report(unfit=_told(error)))


def grade_chunk(plan: bytes, chunk: bytes) -> bytes:
    """Grade the packed :class:`Chunk`, and return a packed :class:`Answer`."""
    with _lock:
        try:
            bench = _bench_for(plan)
            if isinstance(bench, str):
                return _refused(bench)
            answer = _sendable(bench.grade(chunk_of(chunk)))
            if bench.is_over:
                _close(plan)
            return answer
        except SandboxError as error:
            _close(plan)
            return _refused(str(error))
        except Exception as error:
            _close(plan)
            return _refused(_told(error))


def release(run: str) -> bytes:
    """End the judge that this worker keeps for ``run``, after the submission that it has."""
    for data, bench in list(_benches.items()):
        if bench.plan.run == run:
            bench.is_over = True
            _compared.discard(data)
            if _lock.acquire(blocking=False):  # else it is at work, and ends by itself
                try:
                    _close(data)
                finally:
                    _lock.release()
    return b""


def _refused(why: str) -> bytes:
    from distributed import get_worker

    return packed(Answer(unfit=f"the worker {get_worker().address} cannot grade: {why}"))


def _sendable(answer: Answer) -> bytes:
    try:
        return packed(answer)
    except (TypeError, ValueError) as error:  # a verdict that is no plain data
        reason = f"its verdict cannot be sent: {error}"
        told = tuple(Failure(one.submission, reason) for one in answer.results)
        return packed(Answer(told, answer.put_off))


def _bench_for(data: bytes) -> _Bench | str:
    """The judge that grades by the plan in ``data``, or why there can be none here."""
    if signature() != _LOADED:
        return _STALE
    bench = _benches.pop(data, None) or _new_bench(data)
    if isinstance(bench, str):
        return bench
    while len(_benches) >= MOST_RUNS:
        _close(next(iter(_benches)))
    _benches[data] = bench
    return bench


def _new_bench(data: bytes) -> _Bench | str:
    plan = plan_of(data)
    course = _course(plan.settings)
    unfit = _unfit(plan)
    if not unfit and data not in _compared:  # it joined later
        unfit = difference(plan.versions, own_versions()) or other_chapter(
            plan.keys, keys_of(course, plan.keys)
        )
    if unfit:
        return unfit
    _settle()
    return _Bench(replace(plan, settings=replace(plan.settings, course=course)))


def _close(data: bytes) -> None:
    bench = _benches.pop(data, None)
    if bench is not None:
        bench.close()


_STALE = "the files of its package were changed since it was started: restart it"


def _unfit(plan: Plan) -> str:
    """Why nothing can be graded here, whatever it is; or nothing."""
    if signature() != _LOADED:
        return _STALE
    if plan.settings.mode == "bubblewrap":
        try:
            require()
        except SandboxError as error:
            return str(error)
    return ""


def _course(settings: Settings) -> Path:
    """Where the course lies on this machine: where it is told to, or where the coordinator's is."""
    return Path(os.environ.get("AUTOGRADER_COURSE") or settings.course)


def _settle() -> None:
    """Let this process start a judge, on the processor that it was given."""
    # Dask's nanny starts workers as daemons, which may start no process. A judge ends with its
    # worker all the same: the kernel sees to that.
    multiprocessing.current_process().daemon = False
    if CORE in os.environ and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {int(os.environ[CORE])})


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:1000]
