"""Grade on a Dask cluster: chunks of submissions go out, verdicts come back one by one.

As many chunks are under way as the workers need to be busy, and no more: while the one writer is
behind, nothing new is sent. A worker that is lost costs time alone: its chunk is graded by
another one. Where that is lost too, whatever was with it is suspected, and graded when all else
is done, one submission at a time: then only the one that does it can be without a verdict.
"""

from __future__ import annotations

import contextlib
import math
import queue
import secrets
import time
import warnings
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import CancelledError
from dataclasses import dataclass
from typing import TYPE_CHECKING

from autograder.grading.boundary.messages import Submission
from autograder.grading.cluster import worker
from autograder.grading.cluster.address import ClusterError, checked
from autograder.grading.cluster.connection import check_workers, connected
from autograder.grading.cluster.plain import (
    Answer,
    Chunk,
    NotPlain,
    Plan,
    Result,
    answer_of,
    packed,
    size_of,
)
from autograder.grading.cluster.versions import own_versions
from autograder.grading.coordinator.graders import Failure
from autograder.grading.judge.process import Settings

if TYPE_CHECKING:
    from distributed import Client, Future

CHUNK = 20  #: submissions at most
CHUNK_BYTES = 4 * 2**20  #: about so many at most, but for a submission that is larger alone
UNDER_WAY = 2  #: chunks a worker: one that it grades, and one that waits there
AHEAD = 200  #: submissions that are read before they are sent, at most: to divide them evenly
LOOK_SECONDS = 5.0  #: between two looks at which workers there are
SILENT_SECONDS = 60.0  #: of a scheduler, after which it is taken for gone
NO_WORKER_SECONDS = 60.0  #: without any, after which nobody is expected any more
FETCH_SECONDS = 300.0  #: for a verdict that is there


@dataclass(frozen=True)
class ClusterGraders:
    """The workers of the scheduler at ``address``, as many as there are at any time.

    ``keys`` are the hashes of all chapters that are graded; see
    :func:`~autograder.grading.coordinator.journal.course_key`.
    """

    address: str
    keys: Mapping[str, str]
    without_tls: bool = False

    def grade_all(self, submissions: Iterable[Submission], settings: Settings) -> Iterator[Result]:
        """As :class:`~autograder.grading.coordinator.graders.Graders` says.

        Raises :class:`ClusterError` when the cluster cannot grade, or is lost meanwhile.
        """
        address = checked(self.address, without_tls=self.without_tls)
        plan = Plan(secrets.token_hex(8), settings, own_versions(), dict(self.keys))
        with connected(address) as client:
            check_workers(client, plan)
            run = _Run(client, plan)
            try:
                yield from run.results(submissions)
            finally:
                run.end()


class _Run:
    def __init__(self, client: Client, plan: Plan) -> None:
        self.client, self.plan = client, plan
        self.packed_plan = packed(plan)
        self.address: str = client.scheduler.address
        self.waiting: deque[Submission] = deque()
        self.put_off: deque[Submission] = deque()
        self.suspected: deque[Submission] = deque()  #: workers were lost that had them
        self.was_suspected: set[str] = set()
        self.under_way: dict[str, tuple[Future, Chunk]] = {}
        self.landed: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.places = 1
        self.sent = 0
        self.looked = -math.inf
        self.seen_worker = time.monotonic()
        self.is_silent = False  #: what is asked of the scheduler would not come back

    def results(self, submissions: Iterable[Submission]) -> Iterator[Result]:
        coming = iter(submissions)
        exhausted = False
        while True:
            self._look()
            ahead = min(AHEAD, CHUNK * self.places)
            while not exhausted and len(self.waiting) < ahead:
                try:
                    self.waiting.append(next(coming))
                except StopIteration:
                    exhausted = True
            while len(self.under_way) < UNDER_WAY * self.places:
                chunk = self._next_chunk(exhausted)
                if chunk is None:
                    break
                self._send(chunk)
            if not self.under_way:
                if exhausted and not self.waiting:
                    return
                continue
            try:
                key = self.landed.get(timeout=1.0)
            except queue.Empty:
                continue
            yield from self._result_of(*self.under_way.pop(key))

    def end(self) -> None:
        """Let workers drop what they have of this run: after an interruption too."""
        with contextlib.suppress(Exception):  # the scheduler may be gone
            if self.client.status == "running" and not self.is_silent:
                self.client.cancel([future for future, _ in self.under_way.values()])
                self.client.run(worker.release, self.plan.run, on_error="ignore")
        self.under_way.clear()

    def _next_chunk(self, exhausted: bool) -> Chunk | None:
        if not self.waiting:
            if not exhausted:
                return None
            if self.put_off:
                return Chunk((self.put_off.popleft(),), to_the_end=True)
            if self.suspected and not self.under_way:
                return Chunk((self.suspected.popleft(),), to_the_end=True)
            return None
        most = CHUNK
        if exhausted:  # smaller ones towards the end, so that all workers end together
            most = min(CHUNK, math.ceil(len(self.waiting) / (UNDER_WAY * self.places)))
        taken = [self.waiting.popleft()]
        size = size_of(taken)
        while self.waiting and len(taken) < most:
            size += size_of([self.waiting[0]])
            if size > CHUNK_BYTES:
                break
            taken.append(self.waiting.popleft())
        return Chunk(tuple(taken), to_the_end=False)

    def _send(self, chunk: Chunk) -> None:
        self.sent += 1
        key = f"autograder-{self.plan.run}-{self.sent}"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a submission that is large
            future = self.client.submit(
                worker.grade_chunk, self.packed_plan, packed(chunk), key=key, pure=False
            )
        self.under_way[key] = future, chunk
        future.add_done_callback(lambda done: self.landed.put(done.key))

    def _result_of(self, future: Future, chunk: Chunk) -> Iterator[Result]:
        if future.status == "error":
            yield from self._lost(chunk, future.exception())
            return
        try:
            answer = answer_of(future.result(timeout=FETCH_SECONDS))
        except NotPlain as error:
            raise ClusterError(f"a worker of {self.address} sent {error}") from error
        except (CancelledError, OSError, TimeoutError) as error:
            raise self._gone() from error
        if answer.unfit:
            raise ClusterError(f"{answer.unfit}; what was graded is kept")
        yield from self._taken(chunk, answer)

    def _taken(self, chunk: Chunk, answer: Answer) -> Iterator[Result]:
        """Yield what was reached; what was not goes to the front of those that wait."""
        left = {one.id: one for one in chunk.submissions}
        done = [*(one.submission for one in answer.results), *answer.put_off]
        if not done or len(set(done)) < len(done) or not left.keys() >= set(done):
            raise ClusterError(f"a worker of {self.address} answers what it was not asked")
        self.put_off += [left[id] for id in answer.put_off]
        for id in done:
            del left[id]
        self.waiting.extendleft(reversed(left.values()))
        yield from answer.results

    def _lost(self, chunk: Chunk, error: BaseException) -> Iterator[Failure]:
        """Suspect all of a chunk whose workers were lost; or give up one that was alone there."""
        if type(error).__name__ != "KilledWorker":
            raise ClusterError(
                f"a worker of {self.address} cannot grade: {type(error).__name__}: {error}"
            ) from error
        for one in chunk.submissions:
            if one.id in self.was_suspected:
                yield Failure(one.id, "every worker that graded it was lost")
            else:
                self.was_suspected.add(one.id)
                self.suspected.append(one)

    def _look(self) -> None:
        """How many workers there are. Raises :class:`ClusterError` when there is no hope."""
        if self.client.status != "running":
            raise self._gone()
        now = time.monotonic()
        if now - self.looked < LOOK_SECONDS:
            return
        workers = self._count_workers()
        self.looked = now
        self.places = max(1, workers)
        if workers:
            self.seen_worker = now
        elif now - self.seen_worker > NO_WORKER_SECONDS:
            raise ClusterError(
                f"no worker is left at {self.address}; what was graded is kept:"
                " start workers and run the same command again"
            )

    def _count_workers(self) -> int:
        """Raises :class:`ClusterError` where the scheduler, gone or halted, does not answer."""
        ask = self.client.scheduler.identity
        try:
            return self.client.sync(ask, n_workers=0, callback_timeout=SILENT_SECONDS)["n_workers"]
        except (OSError, CancelledError) as error:
            self.is_silent = True
            raise self._gone("does not answer") from error

    def _gone(self, what: str = "is gone or dropped the work") -> ClusterError:
        return ClusterError(
            f"the scheduler at {self.address} {what}; what was graded is"
            " kept: start it anew, or leave out --scheduler, and run the same command again"
        )
