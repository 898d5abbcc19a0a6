"""Our engine, timed as it grades a class: in all, and by who does what."""

from __future__ import annotations

import contextlib
import shutil
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from unittest import mock

import psutil

from autograder.course import Chapter, Course
from autograder.grading.coordinator import grade_class
from autograder.grading.coordinator.grade_class import Grading, Options
from autograder.grading.coordinator.journal import Journal
from autograder.grading.coordinator.submissions import HandedIn
from autograder.release import Classroom
from tools.bench.classes import hand_in, looping

#: parts of the coordinator's work, by what does them
PARTS = {
    "read and match": (grade_class.Grading, "_submission"),
    "graded notebook": (grade_class, "graded_notebook"),
    "feedback": (grade_class.FeedbackWriter, "page"),
    "files": (grade_class, "write_text"),
    "journal": (Journal, "add"),
}


class Ours:
    """One run of the engine, with gradebook and feedback."""

    def __init__(
        self, course: Course, classroom: Classroom, handed_in: Sequence[HandedIn], jobs: int
    ) -> None:
        self.parts: dict[str, float] = defaultdict(float)  #: seconds in all, by part
        self.memory: dict[str, float] = {}  #: MiB, by process
        self.done: dict[str, float] = {}  #: when each student's was written
        begun = time.perf_counter()
        with contextlib.ExitStack() as stack:
            for part, (owner, name) in PARTS.items():
                timed = self._timed(f"coordinator: {part}", getattr(owner, name))
                stack.enter_context(mock.patch.object(owner, name, timed))
            grade_all = self._watched(grade_class.pool.grade_all)
            stack.enter_context(mock.patch.object(grade_class.pool, "grade_all", grade_all))
            options = Options(jobs=jobs, force=True)
            grading = stack.enter_context(Grading(course, classroom, options))
            for one in grading.grade(handed_in):
                assert not one.reason, one
                self.done[one.handed_in.student] = time.perf_counter() - begun
                if len(self.done) == len(handed_in) // 2:
                    self.memory = memory()
        times = sorted(self.done.values())
        self.start_up = times[0]  #: seconds until the first is done
        #: seconds for each of the others
        self.seconds = (times[-1] - times[0]) / max(len(times) - 1, 1)

    def _timed(self, part: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any, **kwargs: Any) -> Any:
            begun = time.perf_counter()
            try:
                return original(*args, **kwargs)
            finally:
                self.parts[part] += time.perf_counter() - begun

        return timed

    def _watched(self, grade_all: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
        def watched(*args: Any) -> Iterator[Any]:
            for verdict in grade_all(*args):
                for name, seconds in getattr(verdict, "seconds", {}).items():
                    if name != "total":
                        part = "cells" if name == "cells" else "checks"
                        self.parts[f"judge and sandbox: {part}"] += seconds
                yield verdict

        return watched


def memory() -> dict[str, float]:
    """MiB that the coordinator, a judge and a sandbox have to themselves, the largest of each."""
    found = {"coordinator": psutil.Process().memory_full_info().uss / 2**20}
    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            command = " ".join(process.cmdline())
            server = "sandbox" if "fork_server" in command else ""
            what = "judge" if "spawn_main" in command else server
            size = process.memory_full_info().uss / 2**20
            if what:
                found[what] = max(found.get(what, 0.0), size)
    return found


def delay(
    course: Course,
    chapter: Chapter,
    classroom: Classroom,
    handed_in: Sequence[HandedIn],
    jobs: int,
) -> tuple[float, float]:
    """Seconds until all others are done, without and with one submission that loops."""
    folder = classroom.submitted / "looping"
    loops = HandedIn("looping", chapter.name, folder / chapter.name)
    hand_in(classroom, chapter, "looping", looping(chapter))
    found = []
    for one_class in (list(handed_in), [handed_in[0], loops, *handed_in[1:]]):
        ours = Ours(course, classroom, one_class, jobs)
        ours.done.pop("looping", None)
        found.append(max(ours.done.values()) - ours.start_up)
    shutil.rmtree(folder)
    return found[0], found[1]
