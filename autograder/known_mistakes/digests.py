"""The sentences on known mistakes by what they give in visible checks, for students' notebooks."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

import autograder.checks
import autograder.known_mistakes
import autograder.mutation
from autograder.checks.diagnosis import without_hints
from autograder.checks.diagnosis.evidence import information, is_enough
from autograder.checks.failure import CheckFailed
from autograder.checks.known import digest, digest_of_all
from autograder.course import Chapter, read_course
from autograder.known_mistakes.answers import SLIP, Known, all_known
from autograder.known_mistakes.visible import program, visible_failures
from autograder.parallel import map_spawned

#: Seconds of processor time that a wrong answer may take in one visible check, and that all small
#: slips in one function may take in it together, where they are run for a notebook's digests.
LONGEST, TOGETHER = 1.0, 3.0


def digests_of(chapter: Chapter) -> dict[str, str]:
    """Return the sentences on mistakes by the digest of what they give in visible checks.

    Where several equally likely mistakes give the same numbers, nothing can be said: such a digest
    is left out. Where the first wrong case of a check says nothing, or too much, there is a digest
    of all its cases.
    """
    first: dict[str, dict[str, int]] = {}
    every: dict[str, dict[str, int]] = {}
    begins: dict[str, str] = {}
    answers = list(all_known(chapter.solution))
    written = sum(answer.choices < SLIP for answer in answers)  # they come first
    with without_hints():
        for answer, failures in visible_failures(chapter, answers, LONGEST, TOGETHER, written):
            for failure in failures:
                if failure.numbers is None:
                    continue
                key = digest(failure.name, failure.numbers)
                if _can_be_told(answer, failure.numbers):
                    first.setdefault(key, {}).setdefault(answer.says, answer.choices)
                if _all_can_be_told(answer, failure):
                    whole = digest_of_all(failure.name, failure.in_all_cases)
                    every.setdefault(whole, {}).setdefault(answer.says, answer.choices)
                    if is_enough(failure.bits_in_this_case, choices=0):
                        begins[whole] = key
    sentences = {key: text for key, says in first.items() if (text := told(says))}
    more = {key: text for key, says in every.items() if (text := told(says))}
    return sentences | {
        key: text for key, text in more.items() if text != sentences.get(begins.get(key, ""))
    }


def _can_be_told(answer: Known, numbers: Any) -> bool:
    """Whether the numbers tell enough: there are hundreds of slips, and some hit by accident."""
    got = np.asarray(numbers, float)
    got = got[np.isfinite(got)]
    if answer.choices < SLIP:  # many mistakes end in the same number everywhere
        return got.size < 2 or np.ptp(got) > 0 or is_enough(information(got), choices=0)
    return is_enough(information(got), choices=1)


def _all_can_be_told(answer: Known, failure: CheckFailed) -> bool:
    """Whether what came for all cases tells enough."""
    got = failure.in_all_cases
    if got is None or not np.isfinite(got).any():
        return False
    if answer.choices < SLIP:
        return bool(np.ptp(got[np.isfinite(got)]) > 0)
    return is_enough(failure.bits_in_all_cases, choices=1)


def told(says: Mapping[str, int]) -> str:
    """The sentence on numbers that all these give, by what was picked; ``""`` for too many."""
    fewest = min(says.values())
    likeliest = [text for text, choices in says.items() if choices == fewest]
    most = 1 if fewest == SLIP else 2
    return "; or ".join(likeliest) if len(likeliest) <= most else ""


def kept_digests(chapter: Chapter) -> dict[str, str]:
    """Return :func:`digests_of`, from the course's ``_build`` folder if nothing has changed."""
    if not chapter.exercises:
        return {}
    path = _kept(chapter)
    with contextlib.suppress(FileNotFoundError, ValueError, TypeError):  # nothing, or damaged
        return dict(json.loads(path.read_text(encoding="utf-8")))
    digests = digests_of(chapter)
    with contextlib.suppress(OSError):  # a course that can only be read
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob(f"{chapter.name}-*.json"):
            old.unlink()
        part = path.with_suffix(".part")
        part.write_text(json.dumps(digests, ensure_ascii=False), encoding="utf-8")
        part.replace(path)
    return digests


def keep_digests(chapters: Iterable[Chapter]) -> None:
    """Make the digests of several chapters side by side, where they are not kept already."""
    missing = [c for c in chapters if c.exercises and not _kept(c).exists()]
    if len(missing) > 1:
        places = [(_root(chapter), chapter.name) for chapter in missing]
        for _ in map_spawned(_keep, places, os.cpu_count() or 1):
            pass


def _keep(place: tuple[Path, str]) -> None:
    root, name = place
    with open(os.devnull, "w") as nowhere:  # wrong answers make LAPACK write to the terminal
        for terminal in (1, 2):
            os.dup2(nowhere.fileno(), terminal)
    kept_digests(read_course(root).assignments[name])


def _root(chapter: Chapter) -> Path:
    return chapter.path.parents[1]


def _kept(chapter: Chapter) -> Path:
    folder = _root(chapter) / "_build" / "known_mistakes"
    return folder / f"{chapter.name}-{_state(chapter)}.json"


def _state(chapter: Chapter) -> str:
    """A hash of all that decides the digests; the words of the page do not."""
    files = sorted(chapter.solution.folder.glob("*.py"))
    files += [lender.path for lender in chapter.borrowed.values()]
    for package in (autograder.checks, autograder.mutation, autograder.known_mistakes):
        files += sorted(Path(package.__path__[0]).rglob("*.py"))
    state = hashlib.sha256(np.__version__.encode())
    for cell, source in program(chapter):
        state.update(f"{cell.kind} {cell.name}\0{source}\0".encode())
    for file in files:
        state.update(file.name.encode() + b"\0" + file.read_bytes())
    return state.hexdigest()[:16]
