"""What goes over the link, as bytes of JSON.

Dask pickles what it carries. A student's text is therefore inside of bytes that pickle takes for
one opaque value, and what comes back is bytes that pickle never sees. Both are decoded here, into
strings and numbers in the fields of these classes, and nothing else.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.grading.boundary.messages import (
    CheckOutcome,
    Limits,
    ProgramCell,
    Submission,
    Verdict,
)
from autograder.grading.coordinator.graders import Failure
from autograder.grading.judge.process import Settings

Result = Verdict | Failure


class NotPlain(ValueError):
    """Bytes that are not what :func:`packed` made."""


@dataclass(frozen=True)
class Plan:
    """What a worker needs to know for a whole run, and what it must be to take part."""

    run: str
    settings: Settings
    versions: Mapping[str, str]  #: what the coordinator is, by name
    keys: Mapping[str, str]  #: hash of each chapter that is graded, and of all that grades it


@dataclass(frozen=True)
class Chunk:
    """Submissions that one worker gets at once."""

    submissions: tuple[Submission, ...]
    to_the_end: bool  #: they were put off before, and get all the time that they need


@dataclass(frozen=True)
class Answer:
    """What a worker made of a chunk. Whatever is in none of its lists was not begun."""

    results: tuple[Result, ...] = ()
    put_off: tuple[str, ...] = ()  #: ids of those that took longer than others should wait
    unfit: str = ""  #: which worker this is, and why it can grade nothing of this run


@dataclass(frozen=True)
class Report:
    """What a worker says of itself, to be compared with a :class:`Plan`."""

    versions: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    unfit: str = ""


def packed(one: Plan | Chunk | Answer | Report) -> bytes:
    """``one`` as ASCII bytes: lone surrogates too, which a student's text may hold."""
    return json.dumps(dataclasses.asdict(one), default=_path).encode("ascii")


def _path(value: object) -> str:
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} is not plain data")


def plan_of(data: bytes) -> Plan:
    """Raises :class:`NotPlain`."""
    found = _object(data, Plan)
    settings = dict(found.pop("settings"))
    settings["course"] = Path(settings["course"])
    settings["limits"] = Limits(**settings["limits"])
    return Plan(settings=Settings(**settings), **found)


def chunk_of(data: bytes) -> Chunk:
    """Raises :class:`NotPlain`."""
    found = _object(data, Chunk)
    submissions = []
    for one in found["submissions"]:
        program = tuple(ProgramCell(**cell) for cell in one.pop("program"))
        submissions.append(Submission(program=program, **one))
    return Chunk(tuple(submissions), found["to_the_end"])


def answer_of(data: bytes) -> Answer:
    """Raises :class:`NotPlain`."""
    found = _object(data, Answer)
    try:
        results = tuple(_result(one) for one in found["results"])
    except (TypeError, KeyError, AttributeError) as error:
        raise NotPlain(f"no verdict: {error}") from error
    return Answer(results, tuple(found["put_off"]), found["unfit"])


def report_of(data: bytes) -> Report:
    """Raises :class:`NotPlain`."""
    return Report(**_object(data, Report))


def _result(found: dict[str, Any]) -> Result:
    if "reason" in found:
        return Failure(**found)
    outcomes = {
        name: [CheckOutcome(**outcome) for outcome in outcomes]
        for name, outcomes in found.pop("outcomes").items()
    }
    return Verdict(outcomes=outcomes, **found)


def _object(data: bytes, kind: type) -> dict[str, Any]:
    """The fields of a ``kind``, all of them and no other."""
    try:
        found = json.loads(data)
    except (ValueError, TypeError, RecursionError) as error:
        raise NotPlain(f"no JSON: {error}") from error
    wanted = {one.name for one in dataclasses.fields(kind)}
    if type(found) is not dict or found.keys() != wanted:
        raise NotPlain(f"not the fields of a {kind.__name__}")
    return found


def size_of(submissions: Iterable[Submission]) -> int:
    """About how many bytes ``submissions`` take on the link."""
    return sum(len(cell.source) for one in submissions for cell in one.program)
