"""Try answers against the graded checks: many at once, each in a process of its own.

A mutant may loop for ever, eat the memory or change what others import. So each is tried
in a fork of a process that has read the course already; what happens there ends with it.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import math
import os
import resource
import signal
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.checks.diagnosis import without_hints
from autograder.course import Chapter, read_chapter
from autograder.in_process import define, namespace_with, run_check
from autograder.parallel import map_spawned

MEMORY = 4 << 30  #: bytes of address space


@dataclass(frozen=True)
class Trial:
    """An answer to ``function``: its ``source``, and the seeds to try it with.

    ``seconds`` of processor time are for each check; a right answer needs some hundredths of one.
    """

    chapter: str
    function: str
    source: str
    seeds: tuple[str, ...]
    seconds: float = 10.0


@dataclass(frozen=True)
class TrialResult:
    """What the checks said: ``passed`` are the seeds with which nothing was found.

    ``failures`` maps the other seeds to what was said first. ``broken`` is the error of a
    check that raised anything but :class:`CheckFailed`, which no answer should make it do;
    ``died`` says how the process ended that ran out of time or memory.
    """

    passed: tuple[str, ...] = ()
    failures: dict[str, str] = dataclasses.field(default_factory=dict)
    broken: str = ""
    died: str = ""
    seconds: float = 0.0  #: of processor time


def try_all(root: Path, trials: Sequence[Trial], jobs: int) -> Iterator[tuple[int, TrialResult]]:
    """Try ``trials`` in ``jobs`` processes; yields the index of each with its verdict."""
    # these fork, and have one thread
    return map_spawned(functools.partial(_try, root), trials, jobs)


def _try(root: Path, trial: Trial) -> TrialResult:
    chapter = _chapter(root, trial.chapter)
    text, status, seconds = _in_a_child(
        lambda: json.dumps(dataclasses.asdict(_verdict(chapter, trial)))
    )
    if os.WIFSIGNALED(status):
        died = f"ended by {signal.Signals(os.WTERMSIG(status)).name}"
        return TrialResult(died=died, seconds=seconds)
    if not text:  # no mistake in arithmetic does this, so it must not count as one
        raise RuntimeError(f"the process that tried {trial} ended without a verdict")
    found = json.loads(text)
    found.update(passed=tuple(found["passed"]), seconds=seconds)
    return TrialResult(**found)


@functools.cache
def _chapter(root: Path, name: str) -> Chapter:
    return read_chapter(root / "chapters" / f"{name}.md", root / "solutions")


def _in_a_child(task: Callable[[], str]) -> tuple[str, int, float]:
    """What ``task`` returns in a fork with limits, that process's wait status and its seconds."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reader)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            warnings.simplefilter("ignore")  # of a check, at the numbers of a wrong answer
            with open(writer, "w") as pipe:
                pipe.write(task())
            status = 0
        finally:
            os._exit(status)  # the clean-up of the process above is not for this one
    os.close(writer)
    with open(reader) as pipe:
        text = pipe.read()
    _, status, used = os.wait4(child, 0)
    return text, status, used.ru_utime + used.ru_stime


def _verdict(chapter: Chapter, trial: Trial) -> TrialResult:
    exercise = chapter.exercise_of(trial.function)
    earlier = chapter.functions_before(exercise)
    checks = list(exercise.checks)
    passed: list[str] = []
    failures: dict[str, str] = {}
    for seed in trial.seeds:
        namespace = namespace_with(chapter)
        try:
            define(trial.source, namespace, f"<{trial.function}>")
        except Exception as error:
            failures[seed] = f"cannot be defined: {type(error).__name__}: {error}"
            continue
        for check in checks:
            # nobody handles its signal, so a loop inside NumPy ends too
            signal.setitimer(signal.ITIMER_PROF, trial.seconds)
            try:
                with without_hints():
                    outcome = run_check(chapter.solution, check, earlier, namespace, seed, math.inf)
            except Exception as error:
                what = f"{check.name}, seed {seed}: {type(error).__name__}: {error}"
                return TrialResult(tuple(passed), failures, broken=what)
            if outcome.failure:
                failures[seed] = f"{check.name}: {outcome.failure}"
                # with the next seed most likely the first again
                checks.remove(check)
                checks.insert(0, check)
                break
        else:
            passed.append(seed)
    return TrialResult(tuple(passed), failures)
